//! A request between two States: its fields, and its life as a state machine.
//!
//! Each verb takes the object, an act, who acts and the time, and gives a new object with one event appended and the
//! effects, or a refusal. Nothing is hashed, stored or sent here; may-or-may-not by role is in `policy`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::actor::By;
use crate::deadline::Clock;
use crate::id::{AuthorityId, Digest, OfficerId, RequestId, StateCode};
use crate::label::Label;
use crate::lang::Lang;
use crate::message::{Message, Re, ReceiptKind};
use crate::refusal::Refusal;

mod about;
mod answer;
mod apply;
mod approve;
mod assignment;
pub mod assurance;
mod by_hand;
pub mod check;
mod clocks;
mod close;
mod complaint;
mod cost;
mod decide;
mod desk;
mod docketed;
mod draft;
mod evidence;
mod evidence_item;
mod execute;
mod fold;
mod ground;
mod life;
mod obtained;
mod outlook;
mod parts;
mod receive;
mod safeguard;
mod shape;
mod stage;
mod step;
mod tasks;
mod track;
mod use_limits;

pub use answer::Answer;
pub use approve::{Approve, ReturnToAuthor, Send};
pub use assignment::{Assign, Assignment, AssignmentReport, AssignmentResult, AssignmentStage};
pub use assurance::{Assurance, AssuranceKind, Giver, Look, Power, Promise};
pub use by_hand::{Came, Carriage, Channel, Entered, Heard, Scan, TakeDown, Tell};
pub use check::is_hostile;
pub use clocks::{CLOCK_NAMES, CLOCK_SOURCES};
pub use close::{Close, File, Withdraw};
pub use complaint::{Complain, Complaint, Remedy, Respond, Response, Right};
pub use cost::{AnswerCost, Bearer, Cost, CostKind, CostStage, NoteCost};
pub use decide::{Accept, ConfirmRefusal, DropRefusal, Postpone, Refuse};
pub use desk::Waiting;
pub use docketed::TakeOver;
pub use draft::{Draft, Edit, Findings, Found, Submit};
pub use evidence::{Attach, OpenEvidence, ReturnEvidence};
pub use evidence_item::{CustodyEvent, EvidenceItem, Origin, Verified};
pub use execute::Progress;
pub use ground::{Availability, Family, Ground};
pub use obtained::{Obtained, Provenance, STATEMENT_KINDS, Taint, supports, taints};
pub use outlook::Ahead;
pub use parts::{
    AskedItem, Change, Event, MeasureStage, MeasureState, RefusalProposal, RefusedMeasure,
    Relation, Report, SecondSignature, Side, Standing, Supplement, Urgency, UrgencyGround,
};
pub use receive::{Acknowledge, Ask, Quarantine, Register};
use safeguard::reasoned as safeguard_reasons;
pub use safeguard::{
    Answered, Bar, Choice, CourtDecides, CourtDecision, Duty, DutyNote, DutyOutcome,
    EnterAssurance, Gate, Guard, Law, LookAt, Qualification, Qualified, Qualify, Reply, Safeguard,
    SafeguardAct, Safeguards, Subsume, Subsumption, TrialPoint, gate_of, locks,
};
pub use stage::{Stage, Transition, event_verbs, transitions};
pub use step::{Amount, TakeStep};
pub use tasks::{Task, TaskCode};
pub use track::{Need, OnTrack, Phase, Step, Tick, Track, steps};
pub use use_limits::{Consent, Onward, Use, UseEvidence, UseLevel, UseLimits, UseNote};

/// A request as one side keeps it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Same on both sides.
    pub id: RequestId,
    /// `CC-AUTH-YYYY-NNNNNN-c`.
    pub number: String,
    /// Which side this node is.
    pub side: Side,
    /// How it travels between the two sides.
    #[serde(default)]
    pub carried: Carriage,
    /// Template, by code ("mla").
    pub template: String,
    /// Version of the template.
    pub template_version: u32,
    /// Requesting State.
    pub from: StateCode,
    /// Requesting authority.
    pub from_authority: AuthorityId,
    /// Requested State.
    pub to: StateCode,
    /// Requested authority.
    pub to_authority: AuthorityId,
    /// How it relates to another request.
    pub relation: Relation,
    /// That other request.
    pub parent: Option<RequestId>,
    /// Who drafted it; on the incoming side nobody of ours.
    pub author: Option<OfficerId>,
    /// Who changed the content last.
    pub edited_by: Option<OfficerId>,
    /// Everybody who ever changed it: a later hand does not wash off an earlier one.
    #[serde(default)]
    pub editors: BTreeSet<OfficerId>,
    /// Who submitted it for approval.
    pub submitted_by: Option<OfficerId>,
    /// The judge who validated it, where domestic law wants that.
    pub validated_by: Option<OfficerId>,
    /// Whether domestic law wants a judge's validation before approval.
    pub validation_needed: bool,
    /// Who approved it.
    pub approver: Option<OfficerId>,
    /// Who has it now.
    pub officer: Option<OfficerId>,
    /// How soon, as the requesting side says; the clocks of both sides hang on it.
    pub urgency: Urgency,
    /// How soon the requested side's registry takes it.
    pub triage: Option<Urgency>,
    /// As what it is sent.
    pub standing: Standing,
    /// Where it stands.
    pub stage: Stage,
    /// Who signed beside the author; set by approval or by sending.
    pub second: Option<SecondSignature>,
    /// The fields, as the template orders them. Frozen once sent; answers are kept beside it.
    pub content: Value,
    /// SHA-256 of the canonical content, as approved.
    pub content_sha256: Option<Digest>,
    /// Language it was written in.
    pub lang: Lang,
    /// Handling.
    pub label: Label,
    /// The other side's own reference.
    pub their_reference: Option<String>,
    /// Our own reference, on the incoming side.
    pub our_reference: Option<String>,
    /// When the requesting side hears again at the latest.
    pub next_date: Option<Date>,
    /// What the other side wants to know, in order of asking.
    pub asked: Vec<AskedItem>,
    /// The measures, one by one.
    pub measures: Vec<MeasureState>,
    /// What was added after sending.
    pub supplements: Vec<Supplement>,
    /// Conditions under which it was accepted.
    pub conditions: Vec<String>,
    /// A refusal that waits for its second person.
    pub refusal: Option<RefusalProposal>,
    /// The grounds on which it was refused, whole or in part.
    #[serde(default)]
    pub grounds: BTreeSet<Ground>,
    /// What was reported on execution.
    pub reports: Vec<Report>,
    /// The clocks, as `with_clocks` wound them last.
    pub clocks: Vec<Clock>,
    /// All that happened, only ever appended.
    pub events: Vec<Event>,
    /// Warnings accepted, code to reason.
    pub findings_accepted: BTreeMap<String, String>,
    /// What came or will go back.
    pub evidence: Vec<EvidenceItem>,
    /// What executing it costs, and who bears it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub costs: Vec<Cost>,
    /// Papers that came and were scanned here, where the case travels on paper.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scans: Vec<Scan>,
    /// The certificate that came with it.
    pub certificate: Option<String>,
    /// The envelope that carried the request itself.
    pub envelope: Option<Digest>,
    /// What the two sides may not see alike: a verb that cannot follow from the rest, "content", "evidence:<id>",
    /// "envelope:<fault>" or "delivery:<fault>" (see [`Request::troubled`]).
    pub dispute: Option<String>,
    /// Grows by one with each verb.
    pub version: i64,
    /// When it began.
    pub created: Timestamp,
    /// When it changed last.
    pub updated: Timestamp,
    /// The record of safeguards and the law, in memory only: loaded beside the request, never written with it. A request
    /// without them is one of which nothing was answered.
    #[serde(skip)]
    pub guard: Box<Guard>,
}

/// What is to be done once the change is on disk; only workers do it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Effect {
    /// Seal it and put it in the outbox to the other side.
    Send(Message),
    /// Give this receipt for the request's envelope.
    Receipt(ReceiptKind),
}

/// What a verb gives: the new object and its effects, or a refusal.
pub type Outcome = Result<(Request, Vec<Effect>), Refusal>;

impl Request {
    /// The State of this node.
    pub const fn home(&self) -> &StateCode {
        match self.side {
            Side::Outgoing => &self.from,
            Side::Incoming => &self.to,
        }
    }

    /// The authority of this State that has it.
    pub const fn home_authority(&self) -> &AuthorityId {
        match self.side {
            Side::Outgoing => &self.from_authority,
            Side::Incoming => &self.to_authority,
        }
    }

    /// The State on the other side.
    pub const fn partner(&self) -> &StateCode {
        match self.side {
            Side::Outgoing => &self.to,
            Side::Incoming => &self.from,
        }
    }

    /// The items nobody has answered yet.
    pub fn outstanding(&self) -> impl Iterator<Item = &AskedItem> {
        self.asked.iter().filter(|item| !item.answered)
    }
}

#[cfg(test)]
mod tests;
