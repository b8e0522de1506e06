//! A card: what one State holds of a record that was released to it, built out of permitted parts (`crate::release`). It is what
//! travels, what the border post sees, and what a correction or recall reaches (`crate::copies`).
//!
//! A card bears an id of its own and none of its record's; times are days; where a thing came from stays behind. The front line
//! sees identity, action, warnings and whom to call; why somebody stands in it is seen only where a part that was released says so.

pub mod front;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::id::{AuthorityId, CardId, Digest, EvidenceId, RecordId, StateCode};
use crate::label::{Action, Label, Purpose, Recipient};
use crate::limits;
use crate::record::{Association, Category, Nature, Property, Record, Signs, Subject};
use crate::refusal::Refusal;
use crate::release::{self, Found, Ground, Outcome, Part, Proposal, Source, Tells};

/// Months after which a released card is looked at again, where no part of it says a day.
const REVIEW_MONTHS: i32 = 12;

/// A biometric file or another file of a record, as it stands in the node that holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attached {
    /// The file.
    pub id: EvidenceId,
    /// Which characteristic ("fingerprint").
    pub modality: String,
    /// The format of the file ("iso-19794-2").
    pub format: String,
    /// Media type.
    pub media_type: String,
    /// Quality, 0 to 100, where it was measured.
    #[serde(default)]
    pub quality: Option<u8>,
    /// The day on which it was taken.
    #[serde(default)]
    pub captured_on: Option<Date>,
    /// SHA-256 of the file.
    pub sha256: Digest,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// Where its ciphertext lies in this node; never leaves it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub blob: Option<Digest>,
}

coded! {
    /// Where a proposal to release stands.
    pub enum ReleaseStage {
        /// It waits for a second person.
        Proposed = "proposed",
        /// It was released.
        Released = "released",
        /// The second person said no; what was out already was taken back.
        Refused = "refused",
        /// Released by one person, a life being at risk; a second person has yet to look at it.
        Alone = "alone",
    }
}

coded! {
    /// For whom a record or card is kept sealed when its use has ended.
    pub enum HoldFor {
        /// A court.
        Court = "court",
        /// The defence.
        Defence = "defence",
        /// A complaint or review body.
        ComplaintBody = "complaint-body",
    }
}

/// How the subject stands to terrorism, as far as the recipient may know.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Its code.
    pub nature: Nature,
    /// The group, person or act.
    pub with: String,
    /// Role and period, in words.
    pub role: String,
    /// Grounds, in words.
    pub grounds: String,
}

/// A card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// The same on both sides.
    pub id: CardId,
    /// Whose information it is.
    pub owner: StateCode,
    /// Counts the notices of the owner: a correction, restriction or recall raises it.
    pub version: u64,
    /// Of what.
    pub subject: Subject,
    /// What the person is.
    pub category: Option<Category>,
    /// What is said, by property.
    pub facts: BTreeMap<Property, Vec<String>>,
    /// Associations.
    #[serde(default)]
    pub ties: Vec<Tie>,
    /// Files, named anew.
    #[serde(default)]
    pub files: Vec<Attached>,
    /// The join of the parts it was built from.
    pub label: Label,
    /// The authority to call; its numbers stand on its State's card.
    pub contact: AuthorityId,
    /// The day of release.
    pub released_on: Date,
    /// The day on which the owner looks whether it is still needed.
    pub review_by: Date,
    /// From this day on nobody uses it.
    #[serde(default)]
    pub expires: Option<Date>,
}

/// What a card is called and where it goes: all that is not taken from the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Its id.
    pub id: CardId,
    /// The owner.
    pub owner: StateCode,
    /// Its version.
    pub version: u64,
    /// The authority that answers for it.
    pub contact: AuthorityId,
}

/// A record as it stands in its node: what it says, with the files of its biometric assertions and the words that may leave in
/// no part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The record.
    pub record: Record,
    /// Files by the id of the assertion that they stand for.
    pub files: BTreeMap<String, Attached>,
    /// Codenames and other words that may leave in no part.
    pub codewords: Vec<String>,
}

impl Property {
    /// What an assertion under this property tells of its subject in a release.
    #[must_use]
    pub const fn tells(self) -> Tells {
        match self {
            Property::Name => Tells::Name,
            Property::Alias | Property::WeakAlias => Tells::Alias,
            Property::BirthDate => Tells::Birth,
            Property::Passport | Property::Identification => Tells::Document,
            Property::Biometric => Tells::Biometric,
            Property::Address => Tells::Residence,
            _ => Tells::Statement,
        }
    }
}

/// With whom or what an association is, as far as words say it: the id of a record is known in its node alone.
fn other(tie: &Association) -> &str {
    match tie.with.trim().parse::<RecordId>() {
        Ok(_) => "",
        Err(_) => &tie.with,
    }
}

/// The words of an association, as parts of a release.
pub(crate) fn words(tie: &Association) -> impl Iterator<Item = &str> {
    let all = [other(tie), &tie.role, &tie.grounds];
    all.into_iter().filter(|text| !text.trim().is_empty())
}

impl Held {
    /// The record as the source of a release: each assertion and each word of an association is a part with its own label.
    #[must_use]
    pub fn source(&self) -> Source {
        let record = &self.record;
        let said = record.assertions.iter().map(|one| Part {
            id: one.id.clone(),
            tells: one.says.tells(),
            text: one.value.clone(),
            label: one.label.clone(),
            grade: one.from.grade,
        });
        let ties = record.associations.iter().flat_map(|tie| {
            words(tie).map(|text| Part {
                id: tie.id.clone(),
                tells: Tells::Statement,
                text: text.to_owned(),
                label: tie.label.clone(),
                grade: tie.from.grade,
            })
        });
        let ties_of = |shown: bool| -> BTreeSet<Nature> {
            let ties = record.associations.iter();
            ties.filter(|tie| tie.evidence.is_empty() != shown)
                .map(|tie| tie.nature)
                .collect()
        };
        let (shown, bare) = (ties_of(true), ties_of(false));
        let sources = record.sources();
        let hidden: BTreeSet<String> = sources
            .values()
            .flat_map(|(_, from)| from.sources.iter().cloned())
            .collect();
        Source {
            parts: said.chain(ties).collect(),
            category: record.category,
            natures: &shown | &bare,
            unshown: &bare - &shown,
            hidden: hidden.into_iter().collect(),
            dirty: self.codewords.clone(),
        }
    }

    /// What one recipient may have of it on a day: the proposal with its grounds and what stays behind, and, where nothing
    /// stands in its way, the card.
    #[must_use]
    pub fn propose(
        &self,
        recipient: &Recipient,
        to: &Address,
        on: Date,
    ) -> (Proposal, Option<Card>) {
        let source = self.source();
        let mut proposal = release::build(&source, recipient, on);
        let Outcome::Release(made) = &proposal.outcome else {
            return (proposal, None);
        };
        let card = self.card(recipient, (to, &made.label), on);
        // A card is read in another order than the release that it was made of.
        let readings = card.readings().into_iter();
        let mut found: Vec<Found> = readings
            .flat_map(|read| release::leaks(&source, recipient, on, &read))
            .collect();
        // What the other side would refuse is not sent.
        if card.check(on).is_err() {
            found.push(Found {
                ground: Ground::Unacceptable,
                part: String::new(),
            });
        }
        if found.is_empty() {
            return (proposal, Some(card));
        }
        found.sort();
        found.dedup();
        proposal.outcome = Outcome::Hold;
        proposal.found = found;
        (proposal, None)
    }

    /// The card of what the recipient may have; called only where the gates have let everything pass.
    fn card(&self, recipient: &Recipient, (to, label): (&Address, &Label), on: Date) -> Card {
        let record = &self.record;
        let open = |own: &Option<Label>| {
            let own = own.as_ref();
            own.is_some_and(|own| own.permits(recipient, on))
        };
        let said = record.assertions.iter().filter(|one| open(&one.label));
        let mut facts: BTreeMap<Property, Vec<String>> = BTreeMap::new();
        let mut files = Vec::new();
        for one in said {
            let values = facts.entry(one.says).or_default();
            if !values.contains(&one.value) {
                values.push(one.value.clone());
            }
            files.extend(self.files.get(&one.id).cloned());
        }
        let ties = record
            .associations
            .iter()
            .filter(|tie| open(&tie.label))
            .map(|tie| Tie {
                nature: tie.nature,
                with: other(tie).to_owned(),
                role: tie.role.clone(),
                grounds: tie.grounds.clone(),
            });
        let last = on.saturating_add(Span::new().months(REVIEW_MONTHS));
        let days = [label.review_by, label.expires, record.review_by];
        let review_by = days.into_iter().flatten().fold(last, Date::min);
        let ends = [label.expires, record.expires];
        Card {
            id: to.id,
            owner: to.owner.clone(),
            version: to.version,
            subject: record.subject,
            category: record.category,
            facts,
            ties: ties.collect(),
            files,
            label: label.clone(),
            contact: to.contact.clone(),
            released_on: on,
            review_by,
            expires: ends.into_iter().flatten().min(),
        }
    }
}

impl Card {
    /// The values under a property.
    #[must_use]
    pub fn said(&self, property: Property) -> &[String] {
        self.facts.get(&property).map_or(&[], Vec::as_slice)
    }

    /// Its texts in each order in which somebody reads them: as the file has them, and as a page shows them (what the subject is
    /// not, warnings, identity, then what the desk alone sees).
    #[must_use]
    pub fn readings(&self) -> [Vec<&str>; 2] {
        let place = |property: Property| match property {
            Property::NotThis => 0,
            Property::Warning => 1,
            Property::Description | Property::Statement => 3,
            _ => 2,
        };
        let mut shown: Vec<_> = self.facts.iter().collect();
        shown.sort_by_key(|(property, _)| place(**property));
        let ties = self.ties.iter();
        let ties = ties.flat_map(|tie| [&tie.with, &tie.role, &tie.grounds]);
        let files = self.files.iter();
        let files = files.flat_map(|file| [&file.modality, &file.format, &file.media_type]);
        let rest: Vec<&String> = ties.chain(files).filter(|text| !text.is_empty()).collect();
        let facts = self.facts.values().flatten();
        let shown = shown.into_iter().flat_map(|(_, values)| values);
        let facts = facts.chain(rest.iter().copied());
        let shown = shown.chain(rest.iter().copied());
        [
            facts.map(String::as_str).collect(),
            shown.map(String::as_str).collect(),
        ]
    }

    /// What a list of cards calls it: the first name, else the first number or file.
    #[must_use]
    pub fn caption(&self) -> &str {
        let first = self.said(Property::Name).first();
        let any = || self.facts.values().flatten().next();
        first.or_else(any).map_or("", String::as_str)
    }

    /// What may be done when the subject is met: what the card asks for, as far as its label allows it. A flag of the label
    /// (`NO-ARREST@XB`) turns an arrest into an open check.
    #[must_use]
    pub fn actions(&self, here: &StateCode) -> Vec<Action> {
        let flags = [
            crate::label::NO_ARREST.to_owned(),
            format!("{}@{here}", crate::label::NO_ARREST),
        ];
        let flagged = flags.iter().any(|flag| self.label.caveats.contains(flag));
        let asked = self.said(Property::Action).iter();
        let asked = asked.filter_map(|code| Action::from_code(code));
        let mut actions: Vec<Action> = asked
            .map(|action| match action {
                Action::Arrest if flagged || !self.label.allows(Action::Arrest) => Action::Inspect,
                action => action,
            })
            .filter(|action| self.label.allows(*action))
            .collect();
        actions.sort_unstable();
        actions.dedup();
        actions
    }

    /// Whether it says nothing that the other does not say, to nobody else, for nothing more and no longer, of the same category
    /// of person: what only grows narrower needs no second person. The day of review counts for nothing here.
    #[must_use]
    pub fn is_within(&self, other: &Card) -> bool {
        let said = |property: &Property, value: &String| other.said(*property).contains(value);
        let facts = self
            .facts
            .iter()
            .all(|(property, values)| values.iter().all(|value| said(property, value)));
        let plain = |label: Label| Label {
            review_by: None,
            ..label
        };
        let joined = plain(other.label.join(&self.label));
        let ends = other
            .expires
            .is_none_or(|last| self.expires.is_some_and(|day| day <= last));
        facts
            && self.ties.iter().all(|tie| other.ties.contains(tie))
            && self.files.iter().all(|file| other.files.contains(file))
            && self.category == other.category
            && ends
            && joined == plain(self.label.join(&self.label))
    }

    /// Whether a card from outside keeps within the limits, says whose it is, and is about somebody whom a card may be about.
    ///
    /// # Errors
    /// `TOO-MANY`, `TOO-LONG`; `CARD-OWNER` where its label names another owner; `CARD-SUBJECT` for a victim, a child, or
    /// somebody whom no screening may touch under a label that allows it;
    /// `LABEL-ALL` where it is for everybody; `MISSING` where it says nothing.
    pub fn check(&self, on: Date) -> Result<(), Refusal> {
        self.label.check_limits()?;
        let values = || self.facts.values().flatten();
        let ties = || {
            let ties = self.ties.iter();
            ties.flat_map(|tie| [&tie.with, &tie.role, &tie.grounds])
        };
        if values().count() > limits::CARD_FACTS_MAX
            || self.ties.len() > limits::CARD_FACTS_MAX
            || self.files.len() > limits::CARD_FILES_MAX
        {
            return Err(Refusal::new("TOO-MANY").at("/facts"));
        }
        let long = |text: &&String| text.len() > limits::RELEASE_PART_BYTES_MAX;
        if values().chain(ties()).any(|text| long(&text)) {
            return Err(Refusal::new("TOO-LONG").at("/facts"));
        }
        if values().next().is_none() {
            return Err(Refusal::new("MISSING").at("/facts"));
        }
        if !self
            .label
            .originators()
            .any(|name| name == self.owner.as_str())
        {
            return Err(Refusal::new("CARD-OWNER").with("owner", &self.owner));
        }
        if self.subject == Subject::Person && !self.may_be_about(on) {
            return Err(Refusal::new("CARD-SUBJECT").at("/category"));
        }
        if self.subject == Subject::Person && self.label.is_for_all() {
            return Err(Refusal::new("LABEL-ALL").at("/label"));
        }
        Ok(())
    }

    /// Whether a card may be about this person on a day.
    fn may_be_about(&self, on: Date) -> bool {
        let births = self.said(Property::BirthDate).iter();
        let signs = Signs {
            category: self.category,
            natures: self.ties.iter().map(|tie| tie.nature).collect(),
            labels: vec![&self.label],
            births: births.map(String::as_str).collect(),
        };
        let screenable = self.category.is_some_and(Category::may_be_screened);
        !signs.is_victim()
            && !signs.is_child(on)
            && (screenable || !self.label.is_for(Purpose::Screening))
    }

    /// Whether it may be used on a day.
    #[must_use]
    pub fn is_current(&self, on: Date) -> bool {
        let ends = [self.expires, self.label.expires];
        ends.into_iter().flatten().all(|day| day > on) && self.review_by >= on
    }
}

#[cfg(test)]
mod tests;
