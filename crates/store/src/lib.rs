//! The only room with SQL and files.
//!
//! Lives here: rows on SQLite or PostgreSQL (one SQL text for both), files in a folder, the one writer that groups
//! commits, the ledger's leaves, the reader that carries the readable labels, verification of all of it.
//! Deliberately not here: who may do what (`model::policy`), when something happens (`office`), and any decision that
//! is not about keeping or finding bytes.

pub mod accounts;
pub mod backup;
pub mod blobs;
mod crypt;
mod db;
pub mod desk;
pub mod error;
pub mod exchange;
mod facts;
pub mod fault;
pub mod index_file;
pub mod ledger;
pub mod lists;
mod map;
mod migrate;
pub mod open;
pub mod partners;
pub mod reader;
pub mod records;
pub mod row;
pub mod screen_keys;
pub mod screened;
mod sweep;
pub mod tables;
pub mod transit;
pub mod treaties;
pub mod tx;
pub mod verify;
mod writer;
mod written;

pub use blobs::Blobs;
pub use error::{Error, Result};
pub use map::Mapped;
pub use open::{Options, Store};
pub use reader::Reader;
pub use records::{Record, RecordHead};
pub use tx::{Claim, Kept, Tx};
