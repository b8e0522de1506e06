//! What an act can answer beside what was asked for: a refusal by the law, an input that cannot be read, or a failure of a
//! room below.

use model::Refusal;

/// Why an act did not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The law, or the state of the object, says no. A normal answer, with a code and what to do.
    #[error("refused: {}", .0.code)]
    Refused(Refusal),
    /// What was given cannot be read.
    #[error("{code}: {what}")]
    Input {
        /// Stable code.
        code: &'static str,
        /// Which field or place.
        field: String,
        /// What is wrong, in words for the person who must act.
        what: String,
    },
    /// Rows and files.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// Signatures and ciphers.
    #[error("could not {doing}")]
    Seal {
        /// What was being done.
        doing: &'static str,
        /// The seal room's words.
        #[source]
        source: seal::Error,
    },
    /// A paper could not be set.
    #[error("the paper could not be made: {0}")]
    Paper(String),
    /// A key this node needs is not there, or does not open.
    #[error("the key {0} is not available")]
    Key(String),
    /// Too much at once; try again.
    #[error("too much at once; try again in {retry_after_s} seconds")]
    Busy {
        /// When to try again.
        retry_after_s: u32,
    },
    /// A file beside the store (an export, a backup).
    #[error("{path} could not be {doing}")]
    File {
        /// Past participle.
        doing: &'static str,
        /// Which file.
        path: String,
        /// The system's words.
        #[source]
        source: std::io::Error,
    },
}

/// The office's result.
pub type Result<T> = std::result::Result<T, Error>;

impl From<Refusal> for Error {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl Error {
    /// The refusal, where it is one.
    pub fn refusal(&self) -> Option<&Refusal> {
        match self {
            Self::Refused(refusal) => Some(refusal),
            _ => None,
        }
    }

    /// A stable code, for problems, logs and messages.
    pub fn code(&self) -> &str {
        match self {
            Self::Refused(refusal) => refusal.code,
            Self::Input { code, .. } => code,
            Self::Store(store::Error::Stale { .. }) => "STALE",
            Self::Store(store::Error::TooMuch { .. }) => "TOO-MUCH",
            Self::Store(store::Error::Damaged { .. }) => "DAMAGED",
            Self::Store(store::Error::Broken | store::Error::Stopping) => "STOPPING",
            Self::Store(_) => "STORE",
            Self::Seal { source, .. } => source.code(),
            Self::Paper(_) => "PAPER",
            Self::Key(_) => "KEY",
            Self::Busy { .. } => "BUSY",
            Self::File { .. } => "FILE",
        }
    }

    /// Build an input error.
    pub(crate) fn input(
        code: &'static str,
        field: impl Into<String>,
        what: impl Into<String>,
    ) -> Self {
        Self::Input {
            code,
            field: field.into(),
            what: what.into(),
        }
    }
}

pub(crate) trait Doing<T> {
    /// Say what was being done when the seal room failed.
    fn doing(self, doing: &'static str) -> Result<T>;
}

impl<T> Doing<T> for seal::Result<T> {
    fn doing(self, doing: &'static str) -> Result<T> {
        self.map_err(|source| Error::Seal { doing, source })
    }
}
