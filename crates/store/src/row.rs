//! Values and rows as both engines know them: integers, text, bytes. Nothing here knows a table.

use sqlx::Row as _;

use crate::error::{Error, Result};

/// A value to bind or to hash. Times are microseconds, booleans 0 and 1, digests hex text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Val {
    /// BIGINT
    Int(i64),
    /// BIGINT, or NULL
    OptInt(Option<i64>),
    /// TEXT
    Text(String),
    /// TEXT, or NULL
    OptText(Option<String>),
    /// BYTEA
    Bytes(Vec<u8>),
    /// BYTEA, or NULL
    OptBytes(Option<Vec<u8>>),
}

impl Val {
    /// Whether it is text with the character NUL in it.
    pub(crate) fn has_nul(&self) -> bool {
        match self {
            Self::Text(v) | Self::OptText(Some(v)) => v.contains('\0'),
            _ => false,
        }
    }

    /// Append the value in the form that is hashed: a tag, the length as eight bytes, the bytes; NULL is a tag alone.
    pub(crate) fn hash_into(&self, out: &mut Vec<u8>) {
        let mut put = |tag: u8, bytes: &[u8]| {
            out.push(tag);
            out.extend_from_slice(&(bytes.len() as u64).to_be_bytes());
            out.extend_from_slice(bytes);
        };
        match self {
            Self::Int(v) | Self::OptInt(Some(v)) => put(b'i', &v.to_be_bytes()),
            Self::Text(v) | Self::OptText(Some(v)) => put(b't', v.as_bytes()),
            Self::Bytes(v) | Self::OptBytes(Some(v)) => put(b'b', v),
            Self::OptInt(None) | Self::OptText(None) | Self::OptBytes(None) => out.push(b'n'),
        }
    }
}

impl From<i64> for Val {
    fn from(v: i64) -> Self {
        Self::Int(v)
    }
}
impl From<&str> for Val {
    fn from(v: &str) -> Self {
        Self::Text(v.to_owned())
    }
}
impl From<String> for Val {
    fn from(v: String) -> Self {
        Self::Text(v)
    }
}
impl From<Vec<u8>> for Val {
    fn from(v: Vec<u8>) -> Self {
        Self::Bytes(v)
    }
}
impl From<Option<i64>> for Val {
    fn from(v: Option<i64>) -> Self {
        Self::OptInt(v)
    }
}
impl From<Option<String>> for Val {
    fn from(v: Option<String>) -> Self {
        Self::OptText(v)
    }
}
impl From<Option<Vec<u8>>> for Val {
    fn from(v: Option<Vec<u8>>) -> Self {
        Self::OptBytes(v)
    }
}

/// A row from either engine, read by column position.
#[derive(Debug)]
pub enum Row {
    /// From SQLite.
    Sqlite(sqlx::sqlite::SqliteRow),
    /// From PostgreSQL.
    Postgres(sqlx::postgres::PgRow),
}

macro_rules! get {
    ($name:ident, $ty:ty, $what:literal) => {
        #[doc = concat!("Column `i` as ", $what, ".\n\n# Errors\nIf the column holds something else.")]
        pub fn $name(&self, i: usize) -> Result<$ty> {
            match self {
                Self::Sqlite(row) => row.try_get(i),
                Self::Postgres(row) => row.try_get(i),
            }
            .map_err(|source| Error::Sql {
                doing: concat!("read a column as ", $what),
                source,
            })
        }
    };
}

impl Row {
    get!(int, i64, "an integer");
    get!(opt_int, Option<i64>, "an integer or nothing");
    get!(text, String, "text");
    get!(opt_text, Option<String>, "text or nothing");
    get!(bytes, Vec<u8>, "bytes");
    get!(opt_bytes, Option<Vec<u8>>, "bytes or nothing");
}
