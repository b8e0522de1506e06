//! The small parts of a request: sides, urgency, standing, events, items asked, measures, reports.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{By, Digest, Entered, Stage};
use super::{Ground, TakeStep};
use crate::code::coded;
use crate::id::{AuthorityId, EventId, OfficerId};

coded! {
    /// Which side of a request this node is.
    pub enum Side {
        /// We ask.
        Outgoing = "outgoing",
        /// We are asked.
        Incoming = "incoming",
    }
}

coded! {
    /// How soon.
    pub enum Urgency {
        /// In the ordinary course.
        Normal = "normal",
        /// In days.
        Urgent = "urgent",
        /// In hours, round the clock.
        Emergency = "emergency",
    }
}

coded! {
    /// What is at stake where an incomplete request may go out.
    pub enum UrgencyGround {
        /// Life or limb.
        Life = "life",
        /// Evidence would be lost.
        Evidence = "evidence",
        /// A person would flee.
        Flight = "flight",
    }
}

coded! {
    /// How a request relates to an earlier one.
    #[derive(Default)]
    pub enum Relation {
        /// It stands alone.
        #[default]
        New = "new",
        /// It adds to the parent.
        Supplementary = "supplementary",
        /// It prolongs the parent.
        Extension = "extension",
        /// It reminds of the parent.
        Reminder = "reminder",
        /// It changes the parent.
        Amendment = "amendment",
        /// It confirms in writing what was asked orally (UNTOC 18(14)).
        UrgentConfirmation = "urgent_confirmation",
    }
}

/// As what a request is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Standing {
    /// A complete request.
    Complete,
    /// A draft to talk about, without legal effect.
    Consultation,
    /// Incomplete and urgent: the rest follows by a date.
    UrgentCompletion {
        /// The date.
        by: Date,
        /// What is at stake.
        ground: UrgencyGround,
        /// Why the head of the authority lets it go.
        head_reason: String,
        /// The head.
        head: OfficerId,
    },
}

/// The second signature beside the author's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum SecondSignature {
    /// A second officer of the requesting State.
    Domestic {
        /// Who.
        officer: OfficerId,
        /// Where.
        authority: AuthorityId,
    },
    /// There was none: the authority has one officer, and the recipient is told.
    None,
}

/// One thing that happened. `text` is for the people of the case; the ledger never sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// Unique in this node.
    pub id: EventId,
    /// When it happened, as the side that did it says; both sides count their clocks from it.
    pub at: Timestamp,
    /// When this node wrote it down.
    pub noted: Timestamp,
    /// Who did it.
    pub by: By,
    /// What, past tense: `request.sent`.
    pub verb: String,
    /// Stage before.
    pub stage_from: Stage,
    /// Stage after.
    pub stage_to: Stage,
    /// In words.
    pub text: Option<String>,
    /// A date it sets (answer by, review by, next news).
    pub until: Option<Date>,
    /// The envelope that told us.
    pub envelope: Option<Digest>,
    /// Who entered it from a paper, where no node told it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entered: Option<Box<Entered>>,
    /// What a step of the track said, for a verb that begins with `step.`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Box<TakeStep>>,
}

/// Something the other side wants to know or to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskedItem {
    /// Code of the rule or kind of item ("MLA-03", "comment").
    pub code: String,
    /// JSON Pointer into the content; empty for a question about no field.
    pub field: String,
    /// In words.
    pub text: String,
    /// Whether it has been answered.
    #[serde(default)]
    pub answered: bool,
}

/// A new value for a field, beside the frozen content.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// JSON Pointer (RFC 6901); `-` appends to a list.
    pub pointer: String,
    /// The value.
    pub value: Value,
}

/// What an answer added.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Supplement {
    /// When.
    pub at: Timestamp,
    /// The values.
    pub changes: Vec<Change>,
    /// In words.
    pub note: Option<String>,
}

coded! {
    /// Where one measure stands, in the order of its life: a measure moves ahead and never back.
    pub enum MeasureStage {
        /// Asked for.
        Asked = "asked",
        /// Put off.
        Postponed = "postponed",
        /// Will be taken.
        Accepted = "accepted",
        /// Being taken.
        InExecution = "in_execution",
        /// Taken.
        Executed = "executed",
        /// No longer asked for.
        Withdrawn = "withdrawn",
        /// Will not be taken.
        Refused = "refused",
    }
}

impl MeasureStage {
    /// From where a measure comes here that nobody names: nothing is begun or done that was not accepted.
    pub(super) const fn follows(self) -> &'static [MeasureStage] {
        use MeasureStage::{Accepted, Asked, InExecution, Postponed};
        match self {
            Asked => &[],
            Postponed => &[Asked],
            Accepted | MeasureStage::Refused => &[Asked, Postponed],
            InExecution => &[Accepted],
            MeasureStage::Executed => &[Accepted, InExecution],
            MeasureStage::Withdrawn => &[Asked, Postponed, Accepted, InExecution],
        }
    }

    /// Nothing follows for this measure.
    pub const fn is_over(self) -> bool {
        matches!(
            self,
            MeasureStage::Executed | MeasureStage::Withdrawn | MeasureStage::Refused
        )
    }
}

/// One measure of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeasureState {
    /// Position in the content's list, from 0.
    pub index: usize,
    /// Its kind, as the content says.
    pub kind: String,
    /// Where it stands.
    pub stage: MeasureStage,
}

impl MeasureState {
    /// Whether it was decided on, or put off.
    pub(super) const fn is_decided(&self) -> bool {
        !matches!(self.stage, MeasureStage::Asked)
    }
}

/// A measure that will not be taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedMeasure {
    /// Position in the content's list, from 0.
    pub index: usize,
    /// The ground.
    pub ground: Ground,
    /// The reasons.
    pub reasons: String,
}

/// A refusal proposed by one officer that another must confirm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalProposal {
    /// The ground, from the closed list.
    pub ground: Ground,
    /// The reasons.
    pub reasons: String,
    /// The measures it is about; empty for the whole request.
    pub measures: Vec<usize>,
    /// Why no consultation was held, if none was (UNTOC 18(26)).
    pub no_consultation: Option<String>,
    /// The sources of the reasons.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Who proposed it.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// What was done in execution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// What was done.
    pub what: String,
    /// On which day.
    pub on: Date,
    /// Under which law.
    pub law: String,
    /// By which authority or court.
    #[serde(default)]
    pub executed_by: String,
    /// The measures it covers; empty for all.
    #[serde(default)]
    pub measures: Vec<usize>,
}
