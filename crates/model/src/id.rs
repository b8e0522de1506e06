//! Names of things: UUIDv7 newtypes, digests, codes of States and authorities, functions of an authority.
//!
//! Nothing here makes randomness or hashes: the bytes come in.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::code::coded;

/// A text that is not what it should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a well-formed {what}")]
pub struct Malformed {
    /// What was expected.
    pub what: &'static str,
}

macro_rules! id {
    ($($(#[$meta:meta])* $name:ident,)+) => {$(
        $(#[$meta])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Uuid);

        impl $name {
            /// Builds a version 7 UUID (RFC 9562) from a time and ten random bytes.
            pub fn new(now: Timestamp, random: [u8; 10]) -> $name {
                $name(v7(now, random))
            }

            /// The UUID itself.
            pub const fn uuid(&self) -> Uuid {
                self.0
            }

            /// Takes a UUID that was stored before.
            pub const fn from_uuid(uuid: Uuid) -> $name {
                $name(uuid)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0.hyphenated(), f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<$name, Malformed> {
                hyphenated(text).map($name).ok_or(Malformed { what: stringify!($name) })
            }
        }

        impl TryFrom<String> for $name {
            type Error = Malformed;

            fn try_from(text: String) -> Result<$name, Malformed> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.to_string()
            }
        }
    )+};
}

id! {
    /// A request; the same on both sides.
    RequestId,
    /// A piece of evidence; the same on both sides.
    EvidenceId,
    /// An event in the life of a request; each side numbers its own.
    EventId,
    /// A person who works at an authority of this State.
    OfficerId,
    /// One act; doing it twice changes nothing.
    ActId,
    /// A record of the register (person, document, entity).
    RecordId,
    /// One thing that a record says: an assertion or an association.
    AssertionId,
    /// A proposal to release of a record to one recipient.
    ReleaseId,
    /// A group of States that releases are addressed to; the same through all its versions.
    GroupId,
    /// A card: what one State holds of a record that was released to it; the same on both sides, and no name of the record.
    CardId,
    /// Somebody met who may be the subject of a card.
    EncounterId,
    /// A question, an answer or a word of feedback about a card; the same on both sides.
    WordId,
    /// A record that came in a format of others and waits for a person.
    IntakeId,
    /// An application of a person about what is held of them; the same in every State that is asked.
    ApplicationId,
    /// An imported list.
    ListId,
    /// One question to the lists.
    QueryId,
    /// A session of a signed-in officer.
    SessionId,
    /// A job of a worker.
    JobId,
    /// A measure in the hands of a domestic authority.
    AssignmentId,
}

/// An envelope is named by the digest of its bytes.
pub type EnvelopeId = Digest;

fn v7(now: Timestamp, random: [u8; 10]) -> Uuid {
    let millis = u64::try_from(now.as_millisecond()).unwrap_or(0);
    uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// Only the lowercase hyphenated form, so that one id has one text.
fn hyphenated(text: &str) -> Option<Uuid> {
    let uuid = Uuid::try_parse(text).ok()?;
    let mut buffer = Uuid::encode_buffer();
    (uuid.hyphenated().encode_lower(&mut buffer) == text).then_some(uuid)
}

/// A SHA-256 value. `model` does not hash; `seal` does.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest(pub [u8; 32]);

impl Digest {
    /// All zero: the `previous` of the first link of a chain.
    pub const ZERO: Digest = Digest([0; 32]);

    /// The 32 bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl FromStr for Digest {
    type Err = Malformed;

    fn from_str(text: &str) -> Result<Digest, Malformed> {
        let mut bytes = [0; 32];
        if text.len() != 64 {
            return Err(Malformed { what: "Digest" });
        }
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks_exact(2)) {
            let [high, low] = pair else { continue };
            *byte = nibble(*high)? << 4 | nibble(*low)?;
        }
        Ok(Digest(bytes))
    }
}

fn nibble(byte: u8) -> Result<u8, Malformed> {
    match byte {
        b'0'..=b'9' => Ok(byte - b'0'),
        b'a'..=b'f' => Ok(byte - b'a' + 10),
        _ => Err(Malformed { what: "Digest" }),
    }
}

impl TryFrom<String> for Digest {
    type Error = Malformed;

    fn try_from(text: String) -> Result<Digest, Malformed> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> String {
        digest.to_string()
    }
}

macro_rules! text_code {
    ($(#[$meta:meta])* $name:ident, $check:expr) => {
        $(#[$meta])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl FromStr for $name {
            type Err = Malformed;

            fn from_str(text: &str) -> Result<$name, Malformed> {
                let check: fn(&str) -> bool = $check;
                if check(text) { Ok($name(text.to_owned())) } else { Err(Malformed { what: stringify!($name) }) }
            }
        }

        impl TryFrom<String> for $name {
            type Error = Malformed;

            fn try_from(text: String) -> Result<$name, Malformed> {
                text.parse()
            }
        }

        impl From<$name> for String {
            fn from(code: $name) -> String {
                code.0
            }
        }
    };
}

text_code! {
    /// The code of a State or organisation: two or three ASCII capitals (ISO 3166 for States; XA to XZ for the demo).
    StateCode, |text| (2..=3).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

text_code! {
    /// The short name of an authority inside its State ("ca", "fiu"): 1 to 24 of `[a-z0-9-]`.
    AuthorityId, |text| {
        (1..=24).contains(&text.len())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    }
}

coded! {
    /// What an authority is competent for (directory).
    pub enum Function {
        /// Central authority in the sense of UNTOC 18(13).
        CentralAuthority = "central_authority",
        /// Receives and sends extradition requests.
        Extradition = "extradition",
        /// Receives and sends requests for mutual legal assistance.
        Mla = "mla",
        /// Answers day and night.
        DutyDesk247 = "duty_desk_24_7",
        /// INTERPOL National Central Bureau.
        Ncb = "ncb",
        /// Financial intelligence unit.
        Fiu = "fiu",
        /// Answers asylum and non-refoulement checks.
        AsylumLiaison = "asylum_liaison",
        /// A court.
        Court = "court",
        /// A prosecution service.
        Prosecutor = "prosecutor",
        /// A police service.
        Police = "police",
        /// Border control.
        Border = "border",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_version_7_and_have_one_text() {
        let now: Timestamp = "2026-02-27T10:00:00Z".parse().unwrap();
        let id = RequestId::new(now, [0xab; 10]);
        assert_eq!(id.uuid().get_version_num(), 7);
        assert_eq!(id.to_string().parse::<RequestId>().unwrap(), id);
        assert!(id.to_string().to_uppercase().parse::<RequestId>().is_err());
        assert!(id.uuid().simple().to_string().parse::<RequestId>().is_err());
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{id}\""));
        assert_eq!(serde_json::from_str::<RequestId>(&json).unwrap(), id);
        assert!(
            RequestId::new(now, [0; 10])
                < RequestId::new(now + jiff::Span::new().milliseconds(1), [0; 10])
        );
    }

    #[test]
    fn digests_are_lowercase_hex() {
        let digest = Digest([0x0f; 32]);
        assert_eq!(digest.to_string().parse::<Digest>().unwrap(), digest);
        for bad in [
            "",
            "0f",
            &"0F".repeat(32),
            &"zz".repeat(32),
            &"é".repeat(32),
        ] {
            assert!(bad.parse::<Digest>().is_err(), "{bad}");
        }
    }

    #[test]
    fn codes_are_checked() {
        for (text, good) in [
            ("XA", true),
            ("UNO", true),
            ("X", false),
            ("xa", false),
            ("ABCD", false),
            ("X1", false),
        ] {
            assert_eq!(text.parse::<StateCode>().is_ok(), good, "{text}");
        }
        for (text, good) in [
            ("ca", true),
            ("fiu-2", true),
            ("", false),
            ("CA", false),
            ("a b", false),
        ] {
            assert_eq!(text.parse::<AuthorityId>().is_ok(), good, "{text}");
        }
        assert!("a".repeat(25).parse::<AuthorityId>().is_err());
        assert_eq!(Function::from_code("mla"), Some(Function::Mla));
    }
}
