//! Records and attachments in the formats of others: STIX 2.1, MISP, FollowTheMoney, and biometric files.
//!
//! Out with a report of what each format loses and never to a looser label; in with the strictest reading of whatever is unknown,
//! absent or in conflict. What the bundles of others may do to what is held is in `stix`.
//!
//! Pure: no I/O, no clock, no randomness. What a record and a label are, and the strict reader of foreign JSON, are `model`'s; the
//! readers of lists are `screen`'s, and so is the vocabulary of FollowTheMoney.
#![forbid(unsafe_code)]

#[cfg(test)]
mod abuse;
pub mod biometric;
mod card;
pub mod ftm;
mod held;
mod loss;
pub mod marks;
pub mod misp;
#[cfg(test)]
mod mutations;
#[path = "../../model/src/shared.rs"]
#[cfg(test)]
mod shared;
pub mod stix;

pub use card::{Format, TakenBack};
pub use loss::{Issue, Loss, Mint, Taken, Why, Withheld, permitted};
