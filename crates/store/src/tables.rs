//! The tables, described once. The SQL that writes, reads and verifies a row is derived from these descriptions,
//! and so is the digest of a row that its ledger entry carries.

use model::Digest;

use crate::db::Engine;
use crate::error::{Error, Result};
use crate::row::{Row, Val};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// BIGINT NOT NULL
    Int,
    /// BIGINT
    OptInt,
    /// TEXT NOT NULL
    Text,
    /// TEXT
    OptText,
    /// BYTEA NOT NULL
    Bytes,
    /// BYTEA
    OptBytes,
}

/// A listed table: every row of it is named, with version and SHA-256, in the ledger entry that wrote it.
/// The first column is the id (TEXT), the second the version (BIGINT).
#[derive(Debug)]
pub struct Table {
    /// Name in SQL.
    pub name: &'static str,
    /// Columns in the order of their digest.
    pub columns: &'static [(&'static str, Kind)],
}

use Kind::{Bytes, Int, OptBytes, OptInt, OptText, Text};

/// Every piece of information that has an owner and a label: requests, evidence, list entries, queries.
pub static RECORD: Table = Table {
    name: "record",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("seq", Int),
        ("kind", Text),
        ("owner", Text),
        ("label", Int),
        ("review_by", OptInt),
        ("parent", OptText),
        ("stage", Text),
        ("side", OptText),
        ("authority", OptText),
        ("counterpart", OptText),
        ("number", OptText),
        ("urgency", Int),
        ("due", OptInt),
        ("officer", OptText),
        ("created", Int),
        ("updated", Int),
        ("key", OptBytes),
        ("body", OptBytes),
    ],
};
/// Interned handling labels.
pub static LABEL: Table = Table {
    name: "label",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("number", Int),
        ("json", Text),
    ],
};
/// The officers of this node.
pub static ACCOUNT: Table = Table {
    name: "account",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("login", Text),
        ("authority", Text),
        ("active", Int),
        ("json", Text),
        ("secret", OptText),
        ("passkeys", Text),
    ],
};
/// The States this node knows, itself among them.
pub static PEER: Table = Table {
    name: "peer",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("ours", Int),
        ("pinned", OptInt),
        ("fingerprint", Text),
        ("endpoint", Text),
        ("card", Bytes),
        ("card_sha256", Text),
        ("sequence", Int),
        ("expires", Int),
        ("leaflet", OptBytes),
    ],
};
/// What waits to be sealed and sent, and what was.
pub static OUTBOX: Table = Table {
    name: "outbox",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("seq", Int),
        ("peer", Text),
        ("lane", Int),
        ("object", OptText),
        ("state", Text),
        ("created", Int),
        ("expires", Int),
        ("envelope", OptText),
        ("key", OptBytes),
        ("body", OptBytes),
    ],
};
/// Envelopes sent and received, whole.
pub static ENVELOPE: Table = Table {
    name: "envelope",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("seq", Int),
        ("direction", Text),
        ("peer", Text),
        ("epoch", Int),
        ("number", Int),
        ("state", Text),
        ("object", OptText),
        ("created", Int),
        ("receipt", OptBytes),
        ("bytes", Bytes),
    ],
};
/// Receipts given and received.
pub static RECEIPT: Table = Table {
    name: "receipt",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("kind", Text),
        ("envelope", Text),
        ("peer", Text),
        ("given", Int),
        ("at", Int),
        ("object", OptText),
        ("bytes", Bytes),
    ],
};
/// Where each stream of envelopes stands, one row for a direction and peer.
pub static STREAM: Table = Table {
    name: "stream",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("epoch", Int),
        ("number", Int),
        ("previous", OptText),
    ],
};
/// Shared lists as they are in force; their records are in the blob that the row names.
pub static LIST: Table = Table {
    name: "list",
    columns: LIST_COLUMNS,
};
/// Keys by which programs ask the lists.
pub static SCREEN_KEY: Table = Table {
    name: "screen_key",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("name", Text),
        ("digest", Text),
        ("officer", Text),
        ("purpose", Text),
        ("created", Int),
        ("expires", Int),
        ("revoked", OptInt),
    ],
};
/// States without a node, as entered by hand.
pub static PARTNER: Table = Table {
    name: "partner",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("entered", Int),
        ("json", Text),
    ],
};

/// Who joined which treaty, as imported.
pub static PARTICIPATION: Table = Table {
    name: "participation",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("as_of", Text),
        ("imported", Int),
        ("json", Text),
    ],
};
/// Every version of a list that was ever taken in: `<list>/<version>`.
pub static LIST_VERSION: Table = Table {
    name: "list_version",
    columns: LIST_COLUMNS,
};
const LIST_COLUMNS: &[(&str, Kind)] = &[
    ("id", Text),
    ("version", Int),
    ("name", Text),
    ("format", Text),
    ("sha256", Text),
    ("published", OptText),
    ("imported", Int),
    ("individuals", Int),
    ("entities", Int),
    ("added", Int),
    ("changed", Int),
    ("removed", Int),
    ("blob", Text),
];
/// Facts about this node that must not change unseen: its State, its stream epoch, migrations.
pub static FACT: Table = Table {
    name: "fact",
    columns: &[("id", Text), ("version", Int), ("value", Text)],
};
/// Blobs that the record refers to: name (SHA-256 of the stored bytes), size, owner record, wrapped key.
pub static BLOB: Table = Table {
    name: "blob",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("size", Int),
        ("record", Text),
        ("key", OptBytes),
        ("created", Int),
    ],
};

/// What the lists were asked, in groups; no name stands here.
pub static SCREENED: Table = Table {
    name: "screened",
    columns: &[
        ("id", Text),
        ("version", Int),
        ("since", Int),
        ("until", Int),
        ("questions", Int),
        ("hits", Int),
        ("root", Text),
        ("body", Text),
    ],
};

/// All listed tables.
pub static LISTED: &[&Table] = &[
    &RECORD,
    &LABEL,
    &ACCOUNT,
    &PEER,
    &OUTBOX,
    &ENVELOPE,
    &RECEIPT,
    &STREAM,
    &LIST,
    &SCREEN_KEY,
    &LIST_VERSION,
    &FACT,
    &BLOB,
    &SCREENED,
    &PARTICIPATION,
    &PARTNER,
];

/// Which entry of the ledger wrote a row last, and the digest that it has since.
pub(crate) static LEDGER_ROW: Table = Table {
    name: "ledger_row",
    columns: &[
        ("place", Text),
        ("version", Int),
        ("leaf", Int),
        ("sha256", Text),
    ],
};

/// The ledger's own tables: what a backup carries beside the listed ones. No digest of theirs is in an entry; they are
/// verified against one another and against the signed checkpoints.
pub static LEDGER: &[&Table] = &[
    &Table {
        name: "ledger",
        columns: &[
            ("leaf", Int),
            ("act", Text),
            ("at", Int),
            ("verb", Text),
            ("actor", Text),
            ("object", OptText),
            ("salt", OptBytes),
            ("entry", Text),
            ("sha256", Text),
            ("data", OptText),
        ],
    },
    &LEDGER_ROW,
    &Table {
        name: "tree",
        columns: &[("level", Int), ("number", Int), ("sha256", Text)],
    },
    &Table {
        name: "checkpoint",
        columns: &[("size", Int), ("at", Int), ("root", Text), ("note", Text)],
    },
    &Table {
        name: "done",
        columns: &[("act", Text), ("leaf", Int), ("answer", Text)],
    },
];

impl Table {
    /// `id, version, …`
    pub(crate) fn column_list(&self) -> String {
        self.columns
            .iter()
            .map(|(name, _)| *name)
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Insert the first version of a row, unless there is one.
    pub(crate) fn first_sql(&self) -> String {
        format!("{} ON CONFLICT (id) DO NOTHING", self.insert_sql())
    }

    /// Replace the version before. A lost update touches no row and is told.
    pub(crate) fn next_sql(&self) -> String {
        let set = self
            .columns
            .iter()
            .enumerate()
            .skip(1)
            .map(|(i, (name, _))| format!("{name} = ${}", i + 1))
            .collect::<Vec<_>>()
            .join(", ");
        format!(
            "UPDATE {} SET {set} WHERE id = $1 AND version = $2 - 1",
            self.name
        )
    }

    /// Insert a row as it is (restoring a backup).
    pub(crate) fn insert_sql(&self) -> String {
        let marks = (1..=self.columns.len())
            .map(|i| format!("${i}"))
            .collect::<Vec<_>>()
            .join(", ");
        format!(
            "INSERT INTO {} ({}) VALUES ({marks})",
            self.name,
            self.column_list()
        )
    }

    /// Insert so many rows. Thousands of named marks cost SQLite a search for each: there they have no name. And whoever calls rolls
    /// back what failed: SQLite need not copy every page that the statement touches, so as to undo it alone.
    pub(crate) fn insert_many_sql(&self, many: usize, engine: Engine) -> String {
        let wide = self.columns.len();
        let row = |n: usize| {
            let marks = (1..=wide).map(|i| match engine {
                Engine::Sqlite => "?".to_owned(),
                Engine::Postgres => format!("${}", n * wide + i),
            });
            format!("({})", marks.collect::<Vec<_>>().join(","))
        };
        let rows = (0..many).map(row).collect::<Vec<_>>().join(",");
        let insert = match engine {
            Engine::Sqlite => "INSERT OR FAIL",
            Engine::Postgres => "INSERT",
        };
        let (name, columns) = (self.name, self.column_list());
        format!("{insert} INTO {name} ({columns}) VALUES {rows}")
    }

    /// The same, where each is the first version of its row; those that are there stay.
    pub(crate) fn first_of_many_sql(&self, many: usize, engine: Engine) -> String {
        format!(
            "{} ON CONFLICT (id) DO NOTHING",
            self.insert_many_sql(many, engine)
        )
    }

    /// Select all columns in order, with the words that follow.
    pub(crate) fn select_sql(&self, rest: &str) -> String {
        format!("SELECT {} FROM {} {rest}", self.column_list(), self.name)
    }

    /// Turn a row selected by `select_sql` back into values.
    pub(crate) fn values(&self, row: &Row) -> Result<Vec<Val>> {
        self.columns
            .iter()
            .enumerate()
            .map(|(i, (_, kind))| {
                Ok(match kind {
                    Int => Val::Int(row.int(i)?),
                    OptInt => Val::OptInt(row.opt_int(i)?),
                    Text => Val::Text(row.text(i)?),
                    OptText => Val::OptText(row.opt_text(i)?),
                    Bytes => Val::Bytes(row.bytes(i)?),
                    OptBytes => Val::OptBytes(row.opt_bytes(i)?),
                })
            })
            .collect()
    }

    /// SHA-256 of a row: table name and values, each tagged and with its length, in column order.
    pub fn digest(&self, values: &[Val]) -> Digest {
        let mut bytes = Vec::with_capacity(256);
        Val::Text(self.name.to_owned()).hash_into(&mut bytes);
        for value in values {
            value.hash_into(&mut bytes);
        }
        seal::sha256(&bytes)
    }

    pub(crate) fn check(&self, values: &[Val]) -> Result<(String, i64)> {
        let fits = |kind: &Kind, val: &Val| {
            matches!(
                (kind, val),
                (Int, Val::Int(_))
                    | (OptInt, Val::OptInt(_))
                    | (Text, Val::Text(_))
                    | (OptText, Val::OptText(_))
                    | (Bytes, Val::Bytes(_))
                    | (OptBytes, Val::OptBytes(_))
            )
        };
        let ok = values.len() == self.columns.len()
            && self
                .columns
                .iter()
                .zip(values)
                .all(|((_, kind), val)| fits(kind, val));
        match (ok, values.first(), values.get(1)) {
            (true, Some(Val::Text(id)), Some(Val::Int(version))) => Ok((id.clone(), *version)),
            _ => Err(Error::Damaged {
                place: self.name.to_owned(),
                what: "a row does not fit its table".to_owned(),
            }),
        }
    }
}
