//! The binary `comity` as a small library: arguments, config, keys, certificates, wiring, signals, outgoing HTTP.
//!
//! Lives here: what touches the machine (environment, clock, randomness, key files, sockets). Deliberately not here: acts and
//! law (`office`, `model`), SQL (`store`), pages (`web`). Nothing is global, so that two nodes run in one process.
#![forbid(unsafe_code)]

pub mod cli;
pub mod clock;
pub mod config;
pub mod demo;
pub mod dice;
pub mod error;
pub mod files;
pub mod forms;
pub mod init;
pub mod keyfiles;
pub mod logs;
pub mod post;
pub mod progress;
pub mod serve;
pub(crate) mod socket;
pub mod tls;
pub mod unlock;

pub use config::Config;
pub use error::{Error, Result};
pub use init::{InitOptions, Initialised, init};
pub use serve::Node;
pub use unlock::Unlock;
