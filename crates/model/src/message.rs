//! What nodes say to one another inside an envelope, as canonical JSON.
//!
//! A kind that this version does not know is kept whole as `Unknown`: it is shown and flagged, never lost. Sealing and
//! carrying are not here.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value;

use crate::access::Access;
use crate::code::coded;
use crate::id::{AuthorityId, Digest, EvidenceId, RequestId, StateCode};
use crate::label::Label;
use crate::lang::Lang;
use crate::request::{
    AnswerCost, AskedItem, Change, Cost, EvidenceItem, Ground, RefusedMeasure, Relation, Report,
    SecondSignature, Standing, TakeStep, Urgency,
};
use crate::sharing::Sharing;

coded! {
    /// The five receipts (exchange study 2.9).
    pub enum ReceiptKind {
        /// The sender's own node or a relay has accepted it.
        R1 = "R1",
        /// A relay has handed it on.
        R2 = "R2",
        /// The recipient's node has it on disk.
        R3 = "R3",
        /// An authority has opened it.
        R4 = "R4",
        /// It has been answered.
        R5 = "R5",
    }
}

/// Which request a message is about, and what the sender's authority says about when and who.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Re {
    /// The request.
    pub request: RequestId,
    /// Its number, for people.
    pub number: String,
    /// When the sender's officer acted; both sides count their clocks from it.
    pub at: Timestamp,
    /// The sender's authority.
    pub authority: AuthorityId,
}

/// A request as it travels.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequestSent {
    /// Which and when.
    pub re: Re,
    /// Requesting State.
    pub from: StateCode,
    /// Requested State.
    pub to: StateCode,
    /// Requested authority.
    pub to_authority: AuthorityId,
    /// Template, by code ("mla").
    pub template: String,
    /// Version of the template.
    pub template_version: u32,
    /// How it relates to another request.
    #[serde(default)]
    pub relation: Relation,
    /// That other request.
    #[serde(default)]
    pub parent: Option<RequestId>,
    /// How soon.
    pub urgency: Urgency,
    /// As what it is sent.
    pub standing: Standing,
    /// Who signed beside the author.
    pub second: SecondSignature,
    /// The fields, as the template orders them.
    pub content: Value,
    /// SHA-256 of the canonical JSON of `content`.
    pub content_sha256: Digest,
    /// Language it was written in.
    pub lang: Lang,
    /// Handling.
    pub label: Label,
    /// Warnings accepted, code to reason (they travel).
    #[serde(default)]
    pub findings_accepted: BTreeMap<String, String>,
    /// What the sender says is still missing (urgent, completion by a date).
    #[serde(default)]
    pub outstanding: Vec<AskedItem>,
}

/// A message between nodes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", remote = "Message")]
pub enum Message {
    /// A request.
    Request(Box<RequestSent>),
    /// It has been entered in the register.
    Registered {
        /// Which and when.
        re: Re,
        /// The receiver's own reference, if it gives one already.
        #[serde(default)]
        reference: Option<String>,
    },
    /// An officer has it.
    Acknowledged {
        /// Which and when.
        re: Re,
        /// The receiver's own reference.
        reference: String,
        /// What the officer is (not who).
        officer_function: String,
        /// When the sender hears again at the latest.
        next_date: Option<Date>,
    },
    /// Something is missing, or (consultation draft) comments.
    InfoRequested {
        /// Which and when.
        re: Re,
        /// What.
        items: Vec<AskedItem>,
        /// By when.
        answer_by: Option<Date>,
    },
    /// Points to talk about before a decision (UNTOC 18(26)).
    Consultation {
        /// Which and when.
        re: Re,
        /// The points.
        items: Vec<AskedItem>,
        /// By when; 14 days where nothing is said.
        answer_by: Option<Date>,
    },
    /// The answer to either.
    Answered {
        /// Which and when.
        re: Re,
        /// New values by JSON Pointer.
        changes: Vec<Change>,
        /// The items this answers, as they were asked, beside those whose field a change touches.
        #[serde(default)]
        items: Vec<AskedItem>,
        /// In words.
        #[serde(default)]
        note: Option<String>,
    },
    /// It will be executed.
    Accepted {
        /// Which and when.
        re: Re,
        /// Why.
        reasons: String,
        /// Conditions of use.
        #[serde(default)]
        conditions: Vec<String>,
        /// Measures that will be taken, by position; where none is named, all that nobody decided on before.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        measures: Vec<usize>,
        /// Measures that will not be taken.
        #[serde(default)]
        refused: Vec<RefusedMeasure>,
    },
    /// Not now (UNTOC 18(25)).
    Postponed {
        /// Which and when.
        re: Re,
        /// Why.
        reasons: String,
        /// When it is looked at again; 60 days where nothing is said.
        review_by: Option<Date>,
    },
    /// It will not be executed (UNTOC 18(21)-(23)).
    Refused {
        /// Which and when.
        re: Re,
        /// The ground, from the closed list.
        ground: Ground,
        /// The reasons.
        reasons: String,
    },
    /// Work has begun, or goes on.
    InExecution {
        /// Which and when.
        re: Re,
        /// It had begun before: this is news of how it goes.
        #[serde(default)]
        progress: bool,
        /// In words.
        #[serde(default)]
        note: Option<String>,
        /// Measures that are begun, by position; where none is named, all that were accepted.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        measures: Vec<usize>,
    },
    /// A part is done.
    PartlyExecuted {
        /// Which and when.
        re: Re,
        /// What, when, under which law.
        report: Report,
    },
    /// All is done.
    Executed {
        /// Which and when.
        re: Re,
        /// What, when, under which law.
        report: Report,
    },
    /// The result.
    Returned {
        /// Which and when.
        re: Re,
        /// The items; their bytes travel as segments.
        items: Vec<EvidenceItem>,
        /// The certificate.
        certificate: String,
        /// More will follow.
        #[serde(default)]
        partial: bool,
    },
    /// The result has arrived and was checked.
    ReturnReceived {
        /// Which and when.
        re: Re,
        /// Item by item: do the bytes agree with the digest.
        verified: Vec<(EvidenceId, bool)>,
    },
    /// A step of the track that this kind of request has beside its stages.
    Step {
        /// Which and when.
        re: Re,
        /// What was done, as its officer said.
        step: Box<TakeStep>,
    },
    /// A cost that is more than ordinary, before it arises (UNTOC 18(28)).
    CostProposed {
        /// Which and when.
        re: Re,
        /// The cost.
        cost: Box<Cost>,
    },
    /// The answer to it.
    CostAnswered {
        /// Which and when.
        re: Re,
        /// Which cost, and whether the requesting State agrees.
        answer: AnswerCost,
    },
    /// The requesting State no longer wants it.
    Withdrawn {
        /// Which and when.
        re: Re,
        /// Why.
        reason: String,
    },
    /// Its time has passed before it was decided.
    Lapsed {
        /// Which and when.
        re: Re,
        /// The rule, by code.
        reason_code: String,
    },
    /// Done with.
    Closed {
        /// Which and when.
        re: Re,
        /// In words.
        #[serde(default)]
        note: Option<String>,
    },
    /// A receipt for an envelope.
    Receipt {
        /// Which of the five.
        receipt: ReceiptKind,
        /// The envelope it is for.
        envelope: Digest,
        /// When the giver says it gave it.
        at: Timestamp,
        /// The signed receipt (COSE), base64.
        bytes: String,
    },
    /// A new State card.
    Card {
        /// The signed card (COSE), base64.
        bytes: String,
    },
    /// What a node asks for after it lost something.
    Missing {
        /// Stream epoch.
        epoch: u64,
        /// Last sequence number it has.
        after_seq: u64,
    },
    /// About a card: released, corrected, recalled, confirmed, met, asked about.
    Sharing {
        /// What.
        what: Box<Sharing>,
    },
    /// About a person's application: a State is asked, or answers.
    Access {
        /// What.
        what: Box<Access>,
    },
    /// A kind of a later version, kept whole.
    #[serde(skip)]
    Unknown(Value),
}

/// The kinds this version knows.
const KINDS: &[&str] = &[
    "Request",
    "Registered",
    "Acknowledged",
    "InfoRequested",
    "Consultation",
    "Answered",
    "Accepted",
    "Postponed",
    "Refused",
    "InExecution",
    "PartlyExecuted",
    "Executed",
    "Returned",
    "ReturnReceived",
    "Step",
    "CostProposed",
    "CostAnswered",
    "Withdrawn",
    "Lapsed",
    "Closed",
    "Receipt",
    "Card",
    "Missing",
    "Sharing",
    "Access",
];

impl Serialize for Message {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Message::Unknown(value) => value.serialize(serializer),
            known => Message::serialize(known, serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Message {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Message, D::Error> {
        use serde::de::Error;
        let value = Value::deserialize(deserializer)?;
        let kind = value
            .get("kind")
            .and_then(Value::as_str)
            .ok_or_else(|| D::Error::missing_field("kind"))?;
        if KINDS.contains(&kind) {
            Message::deserialize(value).map_err(D::Error::custom)
        } else {
            Ok(Message::Unknown(value))
        }
    }
}

impl Message {
    /// Its kind as written.
    pub fn kind(&self) -> &str {
        match self {
            Message::Request(_) => "Request",
            Message::Registered { .. } => "Registered",
            Message::Acknowledged { .. } => "Acknowledged",
            Message::InfoRequested { .. } => "InfoRequested",
            Message::Consultation { .. } => "Consultation",
            Message::Answered { .. } => "Answered",
            Message::Accepted { .. } => "Accepted",
            Message::Postponed { .. } => "Postponed",
            Message::Refused { .. } => "Refused",
            Message::InExecution { .. } => "InExecution",
            Message::PartlyExecuted { .. } => "PartlyExecuted",
            Message::Executed { .. } => "Executed",
            Message::Returned { .. } => "Returned",
            Message::ReturnReceived { .. } => "ReturnReceived",
            Message::Step { .. } => "Step",
            Message::CostProposed { .. } => "CostProposed",
            Message::CostAnswered { .. } => "CostAnswered",
            Message::Withdrawn { .. } => "Withdrawn",
            Message::Lapsed { .. } => "Lapsed",
            Message::Closed { .. } => "Closed",
            Message::Receipt { .. } => "Receipt",
            Message::Card { .. } => "Card",
            Message::Missing { .. } => "Missing",
            Message::Sharing { .. } => "Sharing",
            Message::Access { .. } => "Access",
            Message::Unknown(value) => value.get("kind").and_then(Value::as_str).unwrap_or("?"),
        }
    }

    /// Which request it is about; also for a kind that this version does not know, if it says so in the usual place.
    pub fn re(&self) -> Option<Re> {
        match self {
            Message::Request(sent) => Some(sent.re.clone()),
            Message::Registered { re, .. }
            | Message::Acknowledged { re, .. }
            | Message::InfoRequested { re, .. }
            | Message::Consultation { re, .. }
            | Message::Answered { re, .. }
            | Message::Accepted { re, .. }
            | Message::Postponed { re, .. }
            | Message::Refused { re, .. }
            | Message::InExecution { re, .. }
            | Message::PartlyExecuted { re, .. }
            | Message::Executed { re, .. }
            | Message::Returned { re, .. }
            | Message::ReturnReceived { re, .. }
            | Message::Step { re, .. }
            | Message::CostProposed { re, .. }
            | Message::CostAnswered { re, .. }
            | Message::Withdrawn { re, .. }
            | Message::Lapsed { re, .. }
            | Message::Closed { re, .. } => Some(re.clone()),
            Message::Unknown(value) => value.get("re").and_then(|re| Re::deserialize(re).ok()),
            Message::Receipt { .. }
            | Message::Card { .. }
            | Message::Missing { .. }
            | Message::Sharing { .. }
            | Message::Access { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests;
