//! Nouns and law: requests, authorities, labels, deadlines, the state machine of a request and who may do what.
//!
//! Pure: no I/O, no clock, no randomness. `now`, ids and digests come in as arguments. Hashing and signing live in
//! `seal`, text for people in `paper`, rows in `store`.
#![forbid(unsafe_code)]

mod code;

pub mod access;
pub mod actor;
pub mod basis;
pub mod bulk;
pub mod card;
pub mod clock;
pub mod convert;
pub mod copies;
pub mod csv;
pub mod deadline;
pub mod defence;
pub mod docket;
pub mod encounter;
pub mod entry;
pub mod finding;
pub mod group;
pub mod id;
pub mod json;
pub mod kind;
pub mod label;
pub mod lang;
pub mod limits;
pub mod message;
pub mod number;
pub mod policy;
pub mod record;
pub mod refusal;
pub mod release;
pub mod replay;
pub mod request;
pub mod retry;
pub mod rules;
pub mod screening;
pub mod script;
#[cfg(test)]
mod shared;
pub mod sharing;
pub mod state;
pub mod statistics;
pub mod template;
pub mod translation;
pub mod vectors;

pub use actor::{Actor, By, Role};
pub use deadline::{Calendar, Clock};
pub use entry::{Entry, RowMark};
pub use group::Group;
pub use id::{
    ActId, ApplicationId, AssertionId, AssignmentId, AuthorityId, CardId, Digest, EncounterId,
    EnvelopeId, EventId, EvidenceId, Function, GroupId, IntakeId, ListId, OfficerId, QueryId,
    RecordId, ReleaseId, RequestId, SessionId, StateCode, WordId,
};
pub use kind::Kind;
pub use label::{Class, Decision, Label, Purpose, Reader, Recipient, Relation, Tlp};
pub use lang::Lang;
pub use message::{Message, Re, ReceiptKind, RequestSent};
pub use policy::{Object, Verb, may};
pub use refusal::Refusal;
pub use request::{Effect, Event, EvidenceItem, Request, Side, Stage, Standing, Urgency};
