//! Records of persons and things: what is said of them stands row by row, each with its own label, so that the reader's one question
//! (`office.read`) decides about every single assertion. What may leave is built out of them (`releases`), what other States
//! have released to us is in [`crate::cards`].

mod again;
mod attach;
mod beside;
mod bulk;
mod consult;
mod decide;
mod follow;
mod groups;
mod hold;
mod intake;
mod issued;
mod keep;
mod look;
mod oversight;
mod releases;
mod repeat;
mod retire;
mod row;
mod source;
mod take_in;
mod view;
mod watch;

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::card::HoldFor;
use model::record::{
    Assertion, Association, Category, Evidence, Found, Nature, Property, Provenance, Record,
    Subject, check,
};
use model::{ActId, AssertionId, Class, Label, Purpose, RecordId};
use serde::{Deserialize, Serialize};

pub use again::{LookAgain, LookedAgain, look_again};
pub use attach::{Attach, attach};
pub(crate) use beside::word_ends;
pub(crate) use bulk::Today;
pub use bulk::{Free, InBulk, free};
pub use consult::{Consult, Consulted, ConsultedLine, consult};
pub use decide::{Decide, approve, refuse, release_alone};
pub use groups::{GroupLine, KeepGroup, keep_group};
pub use hold::hold;
pub(crate) use hold::room_for_one;
pub use intake::{Came, CameLine, Import, Imported, import};
/// What a biometric is, and why a mark is in doubt, for pages: re-exported, so that `web` needs no room below.
pub use interchange::biometric::{BIOMETRIC_BYTES_MAX, CapturedBy, Modality};
pub use interchange::marks::Doubt;
pub use issued::{Issue, Issued, Recall, recall};
pub(crate) use issued::{OUT, confirmed, held_by, issued_at, issued_row, say_again};
pub(crate) use keep::today;
pub use keep::{change, open};
pub use look::{Look, Looked, look};
pub use oversight::Supervised;
pub use releases::{Propose, Release, propose};
pub(crate) use retire::over;
pub(crate) use retire::retire;
pub use row::{Holding, Reasoned};
pub(crate) use row::{Whole, begins, body as row_of, written};
pub(crate) use source::{Source, source_changed};
pub use take_in::{TakeIn, take_in};
pub use view::{RECORD_STAGES, RecordLine, RecordView, RecordsWanted, Stated, Tied};
pub(crate) use watch::{Measured, Watch, measured, not_oneself, watched};

/// Something that is said of the subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// What it says.
    pub says: Property,
    /// The value, in its original script.
    pub value: String,
    /// Its label; whose it is, is not typed: it is this State, or the owner of the card that it was taken from.
    pub label: Label,
    /// Where it comes from.
    pub from: Provenance,
}

/// How the subject stands to terrorism, as it is entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Its code.
    pub nature: Nature,
    /// The group, person or act.
    pub with: String,
    /// Role and period, in words.
    #[serde(default)]
    pub role: String,
    /// Grounds, in words.
    pub grounds: String,
    /// What shows it.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// Its label.
    pub label: Label,
    /// Where it comes from.
    pub from: Provenance,
}

/// What a record is, beside what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// What the person is.
    #[serde(default)]
    pub category: Option<Category>,
    /// The day by which a person looks whether it is still needed.
    pub review_by: Option<Date>,
    /// From this day on nobody uses it.
    #[serde(default)]
    pub expires: Option<Date>,
    /// For a child: who decided in the child's best interests that it is kept.
    #[serde(default)]
    pub best_interests: Option<String>,
    /// Codenames and other words that may leave in no part.
    #[serde(default)]
    pub codewords: Vec<String>,
}

impl Frame {
    /// # Errors
    /// `TOO-MANY`, `TOO-LONG`.
    pub(crate) fn check_limits(&self) -> Result<(), model::Refusal> {
        let max = model::limits::CODEWORDS_MAX;
        let long = |text: &String| text.chars().count() > model::limits::LINE_CHARS_MAX;
        if self.codewords.len() > max {
            let refusal = model::Refusal::new("TOO-MANY").at("/frame/codewords");
            return Err(refusal.with("max", max));
        }
        match self.codewords.iter().chain(&self.best_interests).any(long) {
            true => Err(model::Refusal::new("TOO-LONG").at("/frame")),
            false => Ok(()),
        }
    }
}

/// Open a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// The act.
    pub act: ActId,
    /// Of what.
    pub subject: Subject,
    /// What it is.
    pub frame: Frame,
    /// Who may know that there is such a record: the label of the whole.
    pub label: Label,
    /// What is said.
    pub statements: Vec<Statement>,
    /// Associations.
    #[serde(default)]
    pub ties: Vec<Tie>,
}

/// A change of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "change", rename_all = "snake_case")]
pub enum Change {
    /// Something more is said.
    State(Box<Statement>),
    /// An association.
    Tie(Box<Tie>),
    /// A value was wrong: another takes its place, with the same label. The wrong one is destroyed, and every State that was given
    /// it is told.
    Correct {
        /// Which assertion.
        what: AssertionId,
        /// The right value.
        value: String,
        /// Why.
        reason: String,
    },
    /// An assertion or association was wrong, or is needed no more: it is destroyed, and every card follows.
    Withdraw {
        /// Which.
        what: AssertionId,
        /// Why.
        reason: String,
    },
    /// The record was looked at: it is still needed, until the next day.
    Review {
        /// The next day.
        review_by: Date,
        /// Why it is still needed.
        reason: String,
    },
    /// What it is has changed. Its day of review stays: only a review moves it, with a reason.
    Frame(Box<Frame>),
    /// It is needed no more: every copy is recalled and its keys are destroyed.
    End {
        /// Why.
        reason: String,
    },
}

impl Change {
    /// Its code, for the ledger and its line on the page.
    pub const fn code(&self) -> &'static str {
        match self {
            Change::State(_) => "stated",
            Change::Tie(_) => "tied",
            Change::Correct { .. } => "corrected",
            Change::Withdraw { .. } => "withdrawn",
            Change::Review { .. } => "reviewed",
            Change::Frame(_) => "framed",
            Change::End { .. } => "ended",
        }
    }

    /// The part that it changes.
    const fn part(&self) -> Option<AssertionId> {
        match self {
            Change::Correct { what, .. } | Change::Withdraw { what, .. } => Some(*what),
            _ => None,
        }
    }

    fn reason(&self) -> Option<&str> {
        match self {
            Change::Correct { reason, .. }
            | Change::Withdraw { reason, .. }
            | Change::Review { reason, .. }
            | Change::End { reason } => Some(reason),
            _ => None,
        }
    }
}

/// An act on a record: which one, and the version that was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnRecord {
    /// The act.
    pub act: ActId,
    /// The record.
    pub record: RecordId,
    /// The version the officer saw.
    pub version: i64,
    /// What is changed.
    #[serde(flatten)]
    pub change: Change,
}

/// Register that somebody holds on to a record: when it ends, a sealed copy stays for that body alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hold {
    /// The act.
    pub act: ActId,
    /// The record or card: `record:<id>`, `card:<id>`.
    pub object: String,
    /// For whom.
    pub body: HoldFor,
    /// The number of the case there.
    pub reference: String,
}

/// A record's name as a row.
pub(crate) fn record_row(id: RecordId) -> String {
    format!("record:{id}")
}

/// A short number to read aloud: the last digits of the id, in two groups; they say nothing of when it was made.
pub(crate) fn number(prefix: &str, id: &str) -> String {
    let hex: String = id.chars().filter(char::is_ascii_hexdigit).collect();
    let last = hex.get(hex.len().saturating_sub(8)..).unwrap_or_default();
    let (a, b) = last.split_at_checked(4).unwrap_or((last, ""));
    format!("{prefix}-{a}-{b}").to_uppercase()
}

/// What a record lacks, as one refusal that names the first; a page tells all of them: [`lacks`].
pub(crate) fn lacking(found: &[Found]) -> Option<model::Refusal> {
    let first = found.iter().find(|one| one.code.refuses())?;
    Some(
        model::Refusal::new("RECORD-LACKS")
            .at(first.field.clone())
            .with("lack", first.code)
            .with("count", found.len()),
    )
}

/// All that a record would lack on a day that is opened like this: [`open`] names the first that refuses it, a form tells all.
#[must_use]
pub fn lacks(act: &Open, today: Date) -> Vec<Found> {
    let from = |from: &Provenance| Provenance {
        by: "own".to_owned(),
        on: from.on.or(Some(today)),
        ..from.clone()
    };
    let said = act.statements.iter().enumerate();
    let said = said.map(|(at, said)| Assertion {
        id: format!("said-{at}"),
        says: said.says,
        value: said.value.clone(),
        label: Some(said.label.clone()),
        from: from(&said.from),
    });
    let ties = act.ties.iter().enumerate();
    let ties = ties.map(|(at, tie)| Association {
        id: format!("tie-{at}"),
        nature: tie.nature,
        with: tie.with.clone(),
        role: tie.role.clone(),
        grounds: tie.grounds.clone(),
        evidence: tie.evidence.clone(),
        label: Some(tie.label.clone()),
        from: from(&tie.from),
    });
    let frame = &act.frame;
    let record = Record {
        subject: act.subject,
        category: frame.category,
        review_by: frame.review_by,
        expires: frame.expires,
        assertions: said.collect(),
        associations: ties.collect(),
        best_interests: frame.best_interests.clone(),
    };
    check(&record, today)
}

/// Persons who wrote a record: none of them is the second person of its release.
pub(crate) type Hands = BTreeSet<model::OfficerId>;

/// The label that a page proposes for something new: this State's own, for the purposes of records of persons.
#[must_use]
pub fn usual_label(office: &crate::Office, class: Class) -> Label {
    Label {
        purposes: Some(
            [
                Purpose::Intelligence,
                Purpose::Investigation,
                Purpose::Screening,
            ]
            .into(),
        ),
        ..Label::own(office.state(), class)
    }
}
