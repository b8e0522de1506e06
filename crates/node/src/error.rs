//! What can go wrong outside the office: config, keys, certificates, listeners. Each message names the place and what to do.

use std::path::Path;

/// Why a node was not made, not started, or not stopped.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A setting is wrong.
    #[error("{place}: {what}")]
    Config {
        /// File with line, or name of the variable or key.
        place: String,
        /// What is wrong and what would be right.
        what: String,
    },
    /// A file or folder.
    #[error("{path} could not be {doing}")]
    File {
        /// Past participle.
        doing: &'static str,
        /// Which one.
        path: String,
        /// The system's words.
        #[source]
        source: std::io::Error,
    },
    /// A chest stays locked.
    #[error(
        "the passphrase or key file does not open {path}: it is another one, or the file was altered; nothing was touched"
    )]
    Locked {
        /// Which chest.
        path: String,
    },
    /// A key file or chest that is no such thing, or lacks something.
    #[error("{path}: {what}")]
    Keys {
        /// Which file.
        path: String,
        /// What is wrong and what to do.
        what: String,
    },
    /// `init` was asked for a folder that it must not touch.
    #[error("{path}: {what}")]
    Occupied {
        /// The folder.
        path: String,
        /// What stands there.
        what: &'static str,
    },
    /// A certificate or a TLS setting.
    #[error("could not {doing}: {what}")]
    Tls {
        /// What was being done.
        doing: &'static str,
        /// The library's words.
        what: String,
    },
    /// A key or card could not be made or signed.
    #[error("could not {doing}")]
    Seal {
        /// What was being done.
        doing: &'static str,
        /// The seal room's words.
        #[source]
        source: seal::Error,
    },
    /// Rows and files.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The acts.
    #[error(transparent)]
    Office(#[from] office::Error),
    /// A listener.
    #[error("the listener for {who} at {address} does not start: {what}")]
    Listen {
        /// `pages` or `peers`.
        who: &'static str,
        /// Address and port.
        address: String,
        /// What is wrong.
        what: String,
    },
}

/// The node's result.
pub type Result<T> = std::result::Result<T, Error>;

impl Error {
    /// Build a config error.
    pub(crate) fn config(place: impl Into<String>, what: impl Into<String>) -> Self {
        Self::Config {
            place: place.into(),
            what: what.into(),
        }
    }

    /// Build a file error.
    pub(crate) fn file(doing: &'static str, path: &Path, source: std::io::Error) -> Self {
        Self::File {
            doing,
            path: path.display().to_string(),
            source,
        }
    }

    /// Build a TLS error.
    pub(crate) fn tls(doing: &'static str, what: impl std::fmt::Display) -> Self {
        Self::Tls {
            doing,
            what: what.to_string(),
        }
    }

    /// The message with all its causes, for a terminal: one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = self.to_string();
        let mut cause = std::error::Error::source(self);
        while let Some(error) = cause {
            let words = error.to_string();
            if !line.contains(&words) {
                line.push_str(": ");
                line.push_str(&words);
            }
            cause = error.source();
        }
        line
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
