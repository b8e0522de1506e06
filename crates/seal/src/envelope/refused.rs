//! Why an envelope is not accepted: a closed list of stable codes, which travel in signed refusals.

use crate::Error;

macro_rules! reasons {
    ($($(#[$meta:meta])* $name:ident = $code:literal,)+) => {
        /// Why an envelope is not accepted.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Reason { $($(#[$meta])* $name,)+ }

        impl Reason {
            /// Every reason.
            pub const ALL: &'static [Reason] = &[$(Reason::$name,)+];

            /// Stable code; never changes once released.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$name => $code,)+ }
            }

            /// The reason with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|reason| reason.code() == code)
            }
        }
    };
}

reasons! {
    /// Not the one canonical form of an envelope.
    Malformed = "MALFORMED",
    /// Above a named limit.
    TooLarge = "TOO-LARGE",
    /// Suite, version, padding or algorithm not known here.
    SuiteUnknown = "SUITE-UNKNOWN",
    /// One of the two signatures of the suite was left out.
    SignatureStripped = "SIGNATURE-STRIPPED",
    /// A signature does not verify.
    SignatureInvalid = "SIGNATURE-INVALID",
    /// Addressed to another State.
    NotAddressed = "NOT-ADDRESSED",
    /// Its time has passed.
    Expired = "EXPIRED",
    /// Dated in the future.
    NotYet = "NOT-YET",
    /// Made under a card of the sender that is not the one held: fetch the card and try again.
    SenderCard = "SENDER-CARD",
    /// Made for a card of ours that is not in force any more: fetch ours and send again.
    RecipientCard = "RECIPIENT-CARD",
    /// The signer's key is not in the sender's card for that time.
    SignerUnknown = "SIGNER-UNKNOWN",
    /// The decryption key was never ours or is destroyed.
    KeyUnknown = "KEY-UNKNOWN",
    /// The key slot or the inner layer does not decrypt.
    Decryption = "DECRYPTION",
    /// Inner and outer layer disagree.
    LayersDisagree = "LAYERS-DISAGREE",
    /// A part is not what the manifest says.
    PartMismatch = "PART-MISMATCH",
}

/// A refusal: the reason that is told to the sender, and the detail for our own log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}: {detail}", reason.code())]
pub struct Refused {
    /// The stable reason.
    pub reason: Reason,
    /// Where exactly, in words.
    pub detail: String,
}

impl Refused {
    pub(super) fn new(reason: Reason, detail: &str) -> Self {
        Self {
            reason,
            detail: detail.to_owned(),
        }
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        let reason = match error {
            Error::Limit { .. } => Reason::TooLarge,
            Error::Algorithm(_) => Reason::SuiteUnknown,
            Error::Signature(_) => Reason::SignatureInvalid,
            Error::Decrypt(_) => Reason::Decryption,
            Error::Untrusted(_) => Reason::SignerUnknown,
            Error::Missing(_) | Error::Key(_) => Reason::KeyUnknown,
            Error::Expired(_) => Reason::Expired,
            Error::Early(_) => Reason::NotYet,
            Error::Malformed { .. } | Error::Proof(_) | Error::Input(_) | Error::Passphrase => {
                Reason::Malformed
            }
        };
        Self {
            reason,
            detail: error.to_string(),
        }
    }
}
