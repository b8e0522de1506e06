//! What can go wrong with rows and files, each variant saying what was being done.

/// An error of the storage room. A refusal by the law is not one of these.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A statement failed.
    #[error("the database could not {doing}")]
    Sql {
        /// What was being done, in words.
        doing: &'static str,
        /// The driver's own words.
        #[source]
        source: sqlx::Error,
    },
    /// A file could not be read or written.
    #[error("the file {path} could not be {doing}")]
    File {
        /// Past participle: "written", "read".
        doing: &'static str,
        /// Which file, relative to the node's folder where possible.
        path: String,
        /// The system's own words.
        #[source]
        source: std::io::Error,
    },
    /// The blob store refused.
    #[error("the blob store could not {doing}")]
    Blob {
        /// What was being done.
        doing: &'static str,
        /// The store's own words.
        #[source]
        source: object_store::Error,
    },
    /// Stored bytes are not what was stored: bit rot or tampering.
    #[error("{place} is damaged: {what}")]
    Damaged {
        /// Table and id, or file name.
        place: String,
        /// What does not hold.
        what: String,
    },
    /// A stored value could not be understood.
    #[error("{place} holds a value this version cannot read")]
    Unreadable {
        /// Table and id.
        place: String,
        /// Why.
        #[source]
        source: Box<dyn std::error::Error + Send + Sync>,
    },
    /// Another process holds this node's folder or database.
    #[error("another comity process is already writing to {place}; stop it first")]
    Locked {
        /// Folder or database.
        place: String,
    },
    /// The last commit did not reach the disk; nothing is accepted until the node is started again.
    #[error(
        "the last commit failed and the node no longer accepts acts: free disk space or repair the disk, then start it again"
    )]
    Broken,
    /// The writer is gone because the node is stopping.
    #[error("the node is stopping")]
    Stopping,
    /// An act ended with a panic; nothing of it was kept.
    #[error("an act ended unexpectedly and was rolled back")]
    Panicked,
    /// Cryptography refused.
    #[error("could not {doing}: {what}")]
    Seal {
        /// What was being done.
        doing: &'static str,
        /// What the seal room said.
        what: String,
    },
    /// A migration that was applied differs from the one in this program.
    #[error(
        "migration {name} was changed after it was applied; this program does not fit this database"
    )]
    Migration {
        /// The migration's name.
        name: String,
    },
    /// A migration was applied that this program does not know.
    #[error(
        "the database was brought up to date by a newer program (migration {name}); use that program"
    )]
    Newer {
        /// The migration's name.
        name: String,
    },
    /// Text held the character NUL, which PostgreSQL does not store; SQLite is asked to refuse it alike.
    #[error("could not {doing}: a text holds the character NUL")]
    Nul {
        /// What was being done.
        doing: &'static str,
    },
    /// An act wrote rows that its entry does not name: a mistake in the program; nothing of it was kept.
    #[error("an act wrote rows that no entry names and was rolled back")]
    OffRecord,
    /// The act was done before, by somebody else or about something else.
    #[error("act {act} was done before, by somebody else or about something else")]
    ActReused {
        /// The act's id.
        act: String,
    },
    /// Two sides wrote the same row.
    #[error("{place} was changed by somebody else meanwhile")]
    Stale {
        /// Table and id.
        place: String,
    },
    /// More than a named limit allows.
    #[error("{what} exceeds its limit of {max}")]
    TooMuch {
        /// What.
        what: &'static str,
        /// The limit.
        max: u64,
    },
}

/// The storage room's result.
pub type Result<T> = std::result::Result<T, Error>;

pub(crate) trait Doing<T> {
    /// Say what was being done when the driver failed.
    fn doing(self, doing: &'static str) -> Result<T>;
}

impl<T> Doing<T> for std::result::Result<T, sqlx::Error> {
    fn doing(self, doing: &'static str) -> Result<T> {
        self.map_err(|source| Error::Sql { doing, source })
    }
}

impl<T> Doing<T> for std::result::Result<T, object_store::Error> {
    fn doing(self, doing: &'static str) -> Result<T> {
        self.map_err(|source| Error::Blob { doing, source })
    }
}

/// What went wrong with a file, in words for whoever must act: for `map_err`.
pub(crate) fn with_file<'a>(
    doing: &'static str,
    path: &'a std::path::Path,
) -> impl Fn(std::io::Error) -> Error + 'a {
    move |source| Error::File {
        doing,
        path: path.display().to_string(),
        source,
    }
}
