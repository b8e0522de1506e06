//! The real executable, in temporary folders: what a command says, with which code it ends, and what it leaves behind.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "what a test takes apart, it may assume"
)]

mod backups;
mod comity;
mod lists;
mod locks;
mod nodes;
mod offline;
mod papers;
mod real_list;
mod running;
mod screening;
mod vectors;
