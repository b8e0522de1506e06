//! What leaves of a record, and what a format loses of it. The report is for the owner: it names what stayed behind, and never
//! goes with what leaves.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use model::coded;
use model::id::{RecordId, StateCode};
use model::label::{Class, Label, Recipient};
use model::record::{Provenance, Record};
use serde::{Deserialize, Serialize};

use crate::marks::{Blocked, Doubt};

/// One state of a record, as its owner sends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Issue {
    /// The record's id, the same everywhere.
    pub id: RecordId,
    /// The State whose record it is.
    pub owner: StateCode,
    /// When it was first sent.
    pub created: Timestamp,
    /// When this state of it was made: a correction has a later one.
    pub modified: Timestamp,
    /// Whether it is taken back: then nothing of it is used any more.
    pub recalled: bool,
    /// The record that it replaces, when it is not the same one corrected.
    pub replaces: Option<RecordId>,
    /// What it says.
    pub record: Record,
}

coded! {
    /// Why a field is said less exactly, or not at all.
    pub enum Why {
        /// It bears no label.
        Unlabelled = "unlabelled",
        /// Its label is not for this recipient, or not today.
        Recipient = "recipient",
        /// The record is taken back: nothing is said of it.
        Recalled = "recalled",
        /// Who told it never leaves.
        Source = "source",
        /// Who said it is told as its owner, without the day.
        Owner = "owner",
        /// It was made from what does not leave.
        MadeFrom = "made-from",
        /// Only a reader that knows our extension or context finds it.
        Ours = "ours",
        /// A link with its code; grounds and evidence for a reader that knows our context.
        Link = "link",
        /// `related-to`, with the grounds; the rest for a reader that knows our extension.
        Related = "related",
        /// An object of our own template.
        OwnTemplate = "own-template",
        /// A tag.
        Tag = "tag",
        /// A tag, which the other program does not act on.
        TagUnheeded = "tag-unheeded",
        /// A text, with a tag that says what it is.
        Text = "text",
        /// The format knows no class, and this one is too high to leave without.
        MarkClass = "mark-class",
        /// A text is longer than the format has room for, or breaks its marks.
        MarkText = "mark-text",
        /// The format has no label for it.
        NoLabel = "no-label",
        /// Files travel between nodes only.
        Files = "files",
        /// Whom to call stands on the State card of the owner.
        Contact = "contact",
        /// There is no word for it here.
        NoWord = "no-word",
        /// It stands for no subject of a record.
        NoSubject = "no-subject",
        /// Its sender deleted it.
        Deleted = "deleted",
        /// It is not its sender's to change or take back.
        NotTheirs = "not-theirs",
    }
}

impl From<Blocked> for Why {
    fn from(blocked: Blocked) -> Self {
        match blocked {
            Blocked::Class => Self::MarkClass,
            Blocked::Text => Self::MarkText,
        }
    }
}

/// What a format makes of the fields of a record, by their names (JSON Pointers into the record).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loss {
    /// Said in the format's own words.
    pub carried: BTreeSet<String>,
    /// Said less exactly, or only to a reader that knows our extension; with what is left.
    pub coarsened: BTreeMap<String, Why>,
    /// Not said, with the reason.
    pub dropped: BTreeMap<String, Why>,
}

/// Why nothing leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Withheld {
    /// The recipient may have none of it.
    #[error("no part of the record is for this recipient")]
    Nothing,
    /// A label cannot be said in the format.
    #[error("a label cannot be said in this format: {0}")]
    Label(Blocked),
}

/// Gives a record of others an id here: the same for the same id of theirs.
pub type Mint<'a> = &'a (dyn Fn(&str) -> RecordId + Sync);

/// A record read out of the format of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// What it says; of a foreign record the id is of the taker's making.
    pub issue: Issue,
    /// What of it is not taken, and what is said otherwise.
    pub loss: Loss,
    /// Labels that a person must look at first: where, why, and the mark.
    pub doubts: BTreeSet<(String, Doubt, String)>,
}

impl Loss {
    /// Notes a field that the format says in its own words.
    pub(crate) fn carry(&mut self, field: impl Into<String>) {
        self.carried.insert(field.into());
    }

    /// Notes a field that is said less exactly, or not to everybody.
    pub(crate) fn coarsen(&mut self, field: impl Into<String>, left: Why) {
        self.coarsened.insert(field.into(), left);
    }

    /// Notes a field that is not said.
    pub(crate) fn drop_field(&mut self, field: impl Into<String>, why: Why) {
        self.dropped.insert(field.into(), why);
    }
}

/// The part of an issue that the recipient may have on a day: parts without a label stay, sources stay, and so does the trace
/// to assertions that do not leave. Who says a part leaves only as its owner or an originator of its label: any other name, with the
/// day on which it was said, could be an officer's or a source's. Who decided in a child's best interests has no label, and stays.
/// A recall takes nothing along but ids and times.
///
/// # Errors
/// [`Withheld::Nothing`] when no part leaves.
pub fn permitted(
    issue: &Issue,
    to: &Recipient,
    on: Date,
    loss: &mut Loss,
) -> Result<Record, Withheld> {
    let mut record = issue.record.clone();
    if issue.recalled {
        for (field, _) in record.labels() {
            loss.drop_field(field, Why::Recalled);
        }
        record.assertions.clear();
        record.associations.clear();
        record.best_interests = None;
        record.category = None;
        record.review_by = None;
        record.expires = None;
        return Ok(record);
    }
    let goes = |label: Option<&Label>| match label {
        None => Err(Why::Unlabelled),
        Some(label) if label.permits(to, on) => Ok(()),
        Some(_) => Err(Why::Recipient),
    };
    for (field, label) in record.labels() {
        if let Err(why) = goes(label) {
            loss.drop_field(field, why);
        }
    }
    // What is told of a part is told under its place in the owner's record, so the places are kept until here.
    for (field, (_, from)) in record.sources() {
        if !from.sources.is_empty() && !loss.dropped.contains_key(&field) {
            loss.drop_field(format!("{field}/from/sources"), Why::Source);
        }
    }
    record
        .assertions
        .retain(|one| goes(one.label.as_ref()).is_ok());
    record
        .associations
        .retain(|one| goes(one.label.as_ref()).is_ok());
    if record.assertions.is_empty() && record.associations.is_empty() {
        return Err(Withheld::Nothing);
    }
    if record.best_interests.take().is_some() {
        loss.drop_field("/best_interests", Why::Unlabelled);
    }
    let ids: BTreeSet<String> = record.assertions.iter().map(|one| one.id.clone()).collect();
    let clean = |id: &str, label: Option<&Label>, from: &mut Provenance, loss: &mut Loss| {
        from.sources.clear();
        let mut originators = label.into_iter().flat_map(Label::originators);
        let owner = issue.owner.as_str();
        if from.by != owner && !originators.any(|name| name == from.by) {
            from.by = owner.to_owned();
            from.on = None;
            loss.coarsen(format!("{id}/from/by"), Why::Owner);
        }
        let before = from.derived_from.len();
        from.derived_from.retain(|one| ids.contains(one));
        if from.derived_from.len() < before {
            loss.drop_field(format!("{id}/from/derived_from"), Why::MadeFrom);
        }
    };
    for one in &mut record.assertions {
        let field = place(issue, &one.id);
        clean(&field, one.label.as_ref(), &mut one.from, loss);
    }
    for one in &mut record.associations {
        let field = place(issue, &one.id);
        clean(&field, one.label.as_ref(), &mut one.from, loss);
    }
    Ok(record)
}

impl Issue {
    /// The same issue, saying this.
    pub(crate) fn saying(&self, record: Record) -> Issue {
        Issue {
            record,
            ..self.clone()
        }
    }

    /// The text that carries it whole where a format has room for one.
    pub(crate) fn text(&self) -> String {
        // Texts, sets and options only: nothing in it that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads such a text. Labels that are none are left out, as of parts that nobody marked; sources are not taken.
    pub(crate) fn read(text: &str) -> Option<Issue> {
        // Read once for what every reader would take differently, then into its fields.
        let value = model::json::read(text.as_bytes(), &model::json::Bounds::default()).ok()?;
        let mut issue: Issue = serde_json::from_value(value).ok()?;
        let sound = |label: &mut Option<Label>| {
            *label = label.take().filter(|label| label.check_limits().is_ok());
        };
        for one in &mut issue.record.assertions {
            sound(&mut one.label);
            one.from.sources.clear();
        }
        for one in &mut issue.record.associations {
            sound(&mut one.label);
            one.from.sources.clear();
        }
        Some(issue)
    }

    /// Its labels, to be changed.
    pub(crate) fn labels_mut(&mut self) -> impl Iterator<Item = &mut Option<Label>> {
        let assertions = self.record.assertions.iter_mut().map(|one| &mut one.label);
        let associations = self
            .record
            .associations
            .iter_mut()
            .map(|one| &mut one.label);
        assertions.chain(associations)
    }
}

/// An empty record of a subject, to be filled.
pub(crate) fn empty(subject: model::record::Subject) -> Record {
    Record {
        subject,
        category: None,
        review_by: None,
        expires: None,
        assertions: Vec::new(),
        associations: Vec::new(),
        best_interests: None,
    }
}

/// A part of a foreign record: what it says, with the label that was read, by its sender, ungraded.
pub(crate) fn foreign(
    at: usize,
    says: model::record::Property,
    value: &str,
    label: &Label,
) -> model::record::Assertion {
    model::record::Assertion {
        id: format!("F{at}"),
        says,
        value: value.to_owned(),
        label: Some(label.clone()),
        from: Provenance {
            by: label.originator.clone(),
            ..Provenance::default()
        },
    }
}

/// Where a part stands in the owner's record, by its id.
pub(crate) fn place(issue: &Issue, id: &str) -> String {
    let sources = issue.record.sources();
    let found = sources.into_iter().find(|(_, (known, _))| *known == id);
    found.map_or_else(String::new, |(field, _)| field)
}

/// The label of all that leaves. A recall says nothing, and its label tells nothing of what it takes back: it is for the owner
/// and the holder.
pub(crate) fn roll_up(issue: &Issue, record: &Record, to: &Recipient) -> Option<Label> {
    if issue.recalled {
        let both = BTreeSet::from([issue.owner.to_string(), to.country.clone()]);
        return Some(Label {
            releasable_to: Some(both),
            ..Label::own(&issue.owner, Class::Official)
        });
    }
    whole(record)
}

/// The label of all parts of a record: of one part its own, of several their join; none of none.
pub(crate) fn whole(record: &Record) -> Option<Label> {
    let labels: Vec<&Label> = record.labels().filter_map(|(_, label)| label).collect();
    match labels.as_slice() {
        [one] => Some((*one).clone()),
        _ => Label::roll_up(labels),
    }
}
