//! The acts: one function for each thing a desk can do; and the workers that carry out what acts have written down.
//!
//! Lives here: when something happens. The clock is read once an act; the act runs in the writer's group; the law is
//! asked (`model::may`, the object's own verb); what is written is kept under one ledger entry; effects are rows that a
//! worker reads later. Deliberately not here: SQL and files (`store`), HTTP (`web`, and the post in `node`), wording (`paper`).
#![forbid(unsafe_code)]

pub mod access;
pub mod assignments;
pub mod backup;
pub mod bridge;
pub mod cards;
pub mod clock;
mod csv;
pub mod defence;
pub mod directory;
pub mod docket;
pub mod error;
pub mod evidence;
pub mod exchange;
pub mod fonts;
pub mod health;
pub mod ledger;
pub mod office;
pub mod papers;
pub mod partners;
pub mod passkeys;
pub mod peers;
pub mod people;
pub mod ports;
pub mod reader;
pub mod records;
pub mod requests;
pub mod safeguards;
pub mod screening;
pub mod search;
mod stated;
pub mod statistics;
pub mod sweep;
pub mod templates;
pub mod treaties;
pub mod workers;

pub use error::{Error, Result};
pub use office::{Office, Parts, Settings};
pub use ports::{Address, Answer, Clock, Dice, Keys, Post, PostError, Progress, Silent};
pub use reader::{Page, Reader};
