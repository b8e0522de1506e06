//! Signed notes (C2SP signed-note), Ed25519 only: a text, an empty line, and one line per signature. Witness cosignatures
//! (types 0x04 and 0x06) are carried as lines of unknown keys until witnesses are built.

use crate::suite::{Ed25519Key, ed25519_verify};
use crate::{Error, Result, sha256};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use model::limits::{NOTE_BYTES_MAX, NOTE_SIGNATURES_MAX};

/// Signature type: Ed25519 over the note text.
const ED25519: u8 = 0x01;

/// A verifier key: `name+hex(key id)+base64(0x01 || public key)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteKey {
    name: String,
    id: [u8; 4],
    public: [u8; 32],
}

fn name_is_sound(name: &str) -> bool {
    !name.is_empty()
        && name.len() <= 256
        && !name
            .chars()
            .any(|c| c.is_whitespace() || c == '+' || c.is_control())
}

fn key_id(name: &str, public: &[u8; 32]) -> [u8; 4] {
    let digest = sha256(&[name.as_bytes(), b"\n", &[ED25519], public].concat());
    let [a, b, c, d, ..] = digest.0;
    [a, b, c, d]
}

impl NoteKey {
    /// The verifier key of `public` under `name` (a schema-less URL is recommended).
    ///
    /// # Errors
    /// [`Error::Malformed`] when the name is empty, longer than 256 bytes, or has a space, a control character or a plus sign.
    pub fn new(name: &str, public: [u8; 32]) -> Result<Self> {
        if !name_is_sound(name) {
            return Err(Error::malformed(
                "note key name",
                "empty, too long, or with space, control character or plus",
            ));
        }
        Ok(Self {
            name: name.to_owned(),
            id: key_id(name, &public),
            public,
        })
    }

    /// Reads a verifier key text.
    ///
    /// # Errors
    /// [`Error::Malformed`] when the form or the key id is wrong; [`Error::Algorithm`] when it is not Ed25519.
    pub fn parse(text: &str) -> Result<Self> {
        let bad = Error::malformed("verifier key", "not of the form name+id+base64");
        let mut parts = text.splitn(3, '+');
        let (Some(name), Some(id), Some(key)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(bad);
        };
        let key = STANDARD.decode(key).map_err(|_| bad.clone())?;
        let Some((kind, public)) = key.split_first() else {
            return Err(bad);
        };
        if *kind != ED25519 {
            return Err(Error::Algorithm("verifier key"));
        }
        let public = public.try_into().map_err(|_| bad.clone())?;
        let key = Self::new(name, public)?;
        if crate::hex(&key.id) == id {
            Ok(key)
        } else {
            Err(bad)
        }
    }

    /// The key's name; for a log, its origin.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl core::fmt::Display for NoteKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let material = [[ED25519].as_slice(), &self.public].concat();
        write!(
            f,
            "{}+{}+{}",
            self.name,
            crate::hex(&self.id),
            STANDARD.encode(material)
        )
    }
}

/// A signing key for notes.
#[derive(Debug)]
pub struct NoteSigner {
    key: NoteKey,
    pair: Ed25519Key,
}

impl NoteSigner {
    /// A signer under `name` from a 32-byte Ed25519 seed.
    ///
    /// # Errors
    /// As [`NoteKey::new`]; [`Error::Key`] when the seed is unusable.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self> {
        let pair = Ed25519Key::from_seed(seed)?;
        Ok(Self {
            key: NoteKey::new(name, pair.public())?,
            pair,
        })
    }

    /// The matching verifier key.
    pub fn key(&self) -> &NoteKey {
        &self.key
    }

    /// The whole note: `text`, which ends in a newline, an empty line, the signature line.
    ///
    /// # Errors
    /// [`Error::Input`] when the text does not end in a newline or has other control characters.
    pub fn sign(&self, text: &str) -> Result<String> {
        if !text.ends_with('\n') || text.chars().any(|c| c.is_control() && c != '\n') {
            return Err(Error::Input(
                "a note's text ends in a newline and has no other control character",
            ));
        }
        let signature = [self.key.id.as_slice(), &self.pair.sign(text.as_bytes())].concat();
        Ok(format!(
            "{text}\n\u{2014} {} {}\n",
            self.key.name,
            STANDARD.encode(signature)
        ))
    }
}

/// Opens a note: the text and the names of the known keys that signed it, at least one. Lines of unknown keys are ignored.
///
/// # Errors
/// [`Error::Malformed`] when it is no note; [`Error::Signature`] when no known key signed it, or a known key's line does
/// not verify.
pub fn open_note<'n>(note: &'n str, known: &[NoteKey]) -> Result<(&'n str, Vec<String>)> {
    let bad = |why| Error::malformed("signed note", why);
    if note.len() > NOTE_BYTES_MAX {
        return Err(Error::Limit {
            what: "signed note bytes",
            max: NOTE_BYTES_MAX as u64,
        });
    }
    if note.chars().any(|c| c.is_control() && c != '\n') {
        return Err(bad("control character"));
    }
    let (text, lines) = note
        .rsplit_once("\n\n")
        .ok_or(bad("no empty line before the signatures"))?;
    let text = note.get(..text.len() + 1).ok_or(bad("no text"))?;
    let lines = lines
        .strip_suffix('\n')
        .ok_or(bad("no newline at the end"))?;
    let mut signers = Vec::new();
    for (n, line) in lines.split('\n').enumerate() {
        if n >= NOTE_SIGNATURES_MAX {
            return Err(Error::Limit {
                what: "signed note signatures",
                max: NOTE_SIGNATURES_MAX as u64,
            });
        }
        let (name, signature) = line
            .strip_prefix("\u{2014} ")
            .and_then(|rest| rest.split_once(' '))
            .ok_or(bad("signature line"))?;
        let signature = STANDARD
            .decode(signature)
            .map_err(|_| bad("signature is not base64"))?;
        let (id, signature) = signature
            .split_first_chunk::<4>()
            .ok_or(bad("signature too short"))?;
        if !name_is_sound(name) {
            return Err(bad("signer's name"));
        }
        if let Some(key) = known.iter().find(|key| key.name == name && key.id == *id) {
            ed25519_verify(&key.public, text.as_bytes(), signature)
                .map_err(|_| Error::Signature("signed note"))?;
            if !signers.contains(&key.name) {
                signers.push(key.name.clone());
            }
        }
    }
    if signers.is_empty() {
        Err(Error::Signature("signed note"))
    } else {
        Ok((text, signers))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The example of c2sp.org/signed-note.
    const VKEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const NOTE: &str = "This is an example message.\n\n\u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    #[test]
    fn the_specification_example() {
        let key = NoteKey::parse(VKEY).unwrap();
        assert_eq!(key.to_string(), VKEY);
        let (text, signers) = open_note(NOTE, std::slice::from_ref(&key)).unwrap();
        assert_eq!(
            (text, signers),
            (
                "This is an example message.\n",
                vec!["example.com/foo".to_owned()]
            )
        );
        for (from, to) in [
            ("example m", "exampel m"),
            ("Uw2QOkn8", "Uw2QOkn9"),
            ("\n\n", "\n"),
            ("\u{2014} ", "- "),
            ("Y=\n", "Y="),
            ("QM=", "QM"),
        ] {
            let changed = NOTE.replace(from, to);
            assert!(
                changed == NOTE || open_note(&changed, std::slice::from_ref(&key)).is_err(),
                "{from}"
            );
        }
        assert_eq!(open_note(NOTE, &[]), Err(Error::Signature("signed note")));
    }

    #[test]
    fn sign_and_open() {
        let signer = NoteSigner::from_seed("xa.example/log", &[7; 32]).unwrap();
        let note = signer.sign("one\n\ntwo\n").unwrap();
        let (text, _) = open_note(&note, &[signer.key().clone()]).unwrap();
        assert_eq!(text, "one\n\ntwo\n");
        assert!(signer.sign("no newline").is_err());
        assert!(signer.sign("tab\t\n").is_err());
    }

    #[test]
    fn bad_verifier_keys() {
        for bad in [
            "",
            "a+b",
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
            "a b+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
        ] {
            assert!(NoteKey::parse(bad).is_err(), "{bad}");
        }
        assert_eq!(
            NoteKey::parse("a+00000000+BAAA"),
            Err(Error::Algorithm("verifier key"))
        );
    }
}
