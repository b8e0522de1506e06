//! Records in the formats of others: STIX 2.1, MISP, FollowTheMoney. Out with a report of what each format loses and never to a
//! looser label; in with the strictest reading of whatever is unknown, absent or in conflict.
//!
//! Bytes of others are read once and in one way (`json`). What the bundles of others may do to what is held is in `stix`.

pub mod ftm;
pub mod json;
mod loss;
pub mod marks;
pub mod misp;
pub mod stix;

pub use loss::{Issue, Loss, Taken, Withheld, permitted};
