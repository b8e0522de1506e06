//! What travels between States and the housekeeping of its delivery. One file for each noun; nothing here opens an
//! envelope or judges a receipt (`seal`, `office`).

mod blobs;
mod envelopes;
mod outbox;
mod peers;
mod receipts;
mod streams;

pub use envelopes::Envelope;
pub use outbox::{Attempt, Outgoing};
pub use peers::Peer;
pub use receipts::Receipt;
pub use streams::Stream;
