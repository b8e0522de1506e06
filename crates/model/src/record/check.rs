//! What a record must say before it is kept, and before anybody acts on it. A lack either refuses the record or holds it: a held
//! record is kept, leads to no measure and goes nowhere until a person has completed it.

use std::collections::BTreeSet;

use jiff::Span;
use jiff::civil::Date;
use serde::Serialize;

use super::{
    Assertion, Association, Category, Nature, Property, Record, Signs, Subject, born_by, circle,
};
use crate::code::coded;
use crate::label::{self, Action};
use crate::script;

/// Months until a record of a person is looked at again, at most.
pub const REVIEW_MONTHS_MAX: i32 = 12;
/// The same for a child.
const REVIEW_CHILD_MONTHS_MAX: i32 = 6;
/// The same for a thing or an organisation.
const REVIEW_THING_MONTHS_MAX: i32 = 36;
/// Letters of grounds at least.
const GROUNDS_CHARS_MIN: usize = 12;

coded! {
    /// What a record lacks, or says and may not. The first ones refuse it.
    pub enum Lack {
        /// A record of a person says what the person is.
        Category = "REC-01",
        /// A record has a review date.
        Review = "REC-02",
        /// An assertion has a label.
        Label = "REC-03",
        /// An assertion says who says it and when, its grade, and whether it is a fact.
        Provenance = "REC-04",
        /// Nothing about a person is for all States or all purposes.
        All = "REC-05",
        /// Nobody acts on a victim, a child, a witness, somebody missing or acquitted.
        Action = "REC-06",
        /// A record says something.
        Empty = "REC-07",
        /// The review is no later than its kind allows, and not past.
        ReviewFar = "REC-08",
        /// A day lies behind, or is one.
        Day = "REC-09",
        /// What comes back from where it went is no second source.
        Circular = "REC-10",
        /// A record of a child names who decided in the child's best interests.
        BestInterests = "REC-11",
        /// Name with birth or document, or a biometric.
        Identity = "REC-12",
        /// A restriction in free words was read by a person, and stands as a rule.
        FreeCaveat = "REC-13",
        /// Nothing bears the name of another.
        SameId = "REC-14",
        /// An association is stated.
        AssociationNone = "ASC-01",
        /// An association has grounds in words.
        Grounds = "ASC-02",
        /// An association has a piece of evidence.
        Evidence = "ASC-03",
        /// Family is no association that leads to a measure.
        FamilyOnly = "ASC-04",
        /// Nor is a contact.
        ContactOnly = "ASC-05",
        /// Nor is "not stated".
        NotStated = "ASC-06",
        /// Nor is a biometric on an object, alone.
        BiometricOnly = "ASC-07",
        /// A child or a victim is never one who is screened.
        Protected = "ASC-08",
        /// An association says with whom or what.
        With = "ASC-09",
        /// Source or information is graded below the floor.
        Grade = "ASC-10",
    }
}

impl Lack {
    /// Whether it refuses the record, and not only holds it.
    #[must_use]
    pub const fn refuses(self) -> bool {
        matches!(
            self,
            Lack::Category
                | Lack::Review
                | Lack::Label
                | Lack::Provenance
                | Lack::All
                | Lack::Action
                | Lack::Empty
        )
    }
}

/// One lack, and where.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Found {
    /// What.
    pub code: Lack,
    /// JSON Pointer into the record.
    pub field: String,
}

coded! {
    /// What may be done with a record.
    pub enum Standing {
        /// It is kept, and may be shared and screened as its labels say.
        Kept = "KEPT",
        /// It is kept and leads nowhere until a person has completed it.
        Held = "HELD",
        /// It is not kept.
        Refused = "REFUSED",
    }
}

impl Standing {
    /// The standing of what has these lacks, told of each whether it refuses.
    pub fn of(lacks: impl IntoIterator<Item = bool>) -> Standing {
        let one = |refuses| match refuses {
            true => Standing::Refused,
            false => Standing::Held,
        };
        lacks.into_iter().map(one).max().unwrap_or(Standing::Kept)
    }
}

/// The standing of a record with these lacks.
#[must_use]
pub fn standing(found: &[Found]) -> Standing {
    Standing::of(found.iter().map(|one| one.code.refuses()))
}

/// What the record lacks on a day, in the order of the codes.
#[must_use]
pub fn check(record: &Record, today: Date) -> Vec<Found> {
    let mut found = Check {
        record,
        today,
        found: BTreeSet::new(),
    };
    found.whole();
    found.each();
    if record.subject == Subject::Person {
        found.person();
        found.associations();
    }
    found.found.into_iter().collect()
}

struct Check<'a> {
    record: &'a Record,
    today: Date,
    found: BTreeSet<Found>,
}

impl Check<'_> {
    fn lacks(&mut self, code: Lack, field: impl Into<String>) {
        let field = field.into();
        self.found.insert(Found { code, field });
    }

    /// Review, days and content of the whole.
    fn whole(&mut self) {
        let record = self.record;
        if record.assertions.is_empty() {
            self.lacks(Lack::Empty, "/assertions");
        }
        for (at, one) in record.assertions.iter().enumerate() {
            if one.value.trim().is_empty() {
                self.lacks(Lack::Empty, format!("/assertions/{at}/value"));
            }
        }
        let months = match (record.subject, self.is_child()) {
            (Subject::Person, true) => REVIEW_CHILD_MONTHS_MAX,
            (Subject::Person, false) => REVIEW_MONTHS_MAX,
            _ => REVIEW_THING_MONTHS_MAX,
        };
        let last = self.today.saturating_add(Span::new().months(months));
        match record.review_by {
            None => self.lacks(Lack::Review, "/review_by"),
            Some(day) if day <= self.today || day > last => {
                self.lacks(Lack::ReviewFar, "/review_by")
            }
            Some(_) => {}
        }
        if record.expires.is_some_and(|day| day <= self.today) {
            self.lacks(Lack::Day, "/expires");
        }
    }

    /// Label and provenance of each assertion.
    fn each(&mut self) {
        let record = self.record;
        let person = record.subject == Subject::Person;
        for (field, label) in record.labels() {
            let Some(label) = label else {
                self.lacks(Lack::Label, format!("{field}/label"));
                continue;
            };
            if person && label.purposes.is_none() {
                self.lacks(Lack::All, format!("{field}/label/purposes"));
            } else if person && label.is_for_all() {
                self.lacks(Lack::All, format!("{field}/label/releasable_to"));
            }
            if label
                .caveats
                .iter()
                .any(|caveat| !label::is_known_caveat(caveat))
            {
                self.lacks(Lack::FreeCaveat, format!("{field}/label/caveats"));
            }
            if label.expires.is_some_and(|day| day <= self.today) {
                self.lacks(Lack::Day, format!("{field}/label/expires"));
            }
            if label.review_by.is_some_and(|day| day <= self.today) {
                self.lacks(Lack::ReviewFar, format!("{field}/label/review_by"));
            }
        }
        let sources = record.sources();
        let mut known: BTreeSet<&str> = BTreeSet::new();
        for (field, (id, _)) in &sources {
            if !known.insert(id) {
                self.lacks(Lack::SameId, format!("{field}/id"));
            }
        }
        for at in circle::raised(record) {
            self.lacks(Lack::Circular, format!("/assertions/{at}/from/grade"));
        }
        let circular = circle::circular(record);
        for (field, (id, from)) in &sources {
            let whole = !from.by.is_empty()
                && from.on.is_some()
                && from.grade.is_some()
                && from.basis.is_some();
            if !whole {
                self.lacks(Lack::Provenance, format!("{field}/from"));
            }
            if from.on.is_some_and(|day| day > self.today) {
                self.lacks(Lack::Day, format!("{field}/from/on"));
            }
            if circular.contains(id) {
                self.lacks(Lack::Circular, format!("{field}/from/derived_from"));
            }
        }
    }

    /// What says that the person is protected.
    fn signs(&self) -> Signs<'_> {
        let record = self.record;
        let births = record.said(Property::BirthDate);
        Signs {
            category: record.category,
            natures: record.associations.iter().map(|one| one.nature).collect(),
            labels: record.labels().filter_map(|(_, label)| label).collect(),
            births: births.map(|one| one.value.as_str()).collect(),
        }
    }

    fn is_child(&self) -> bool {
        self.signs().is_child(self.today)
    }

    /// Category, identity and protection of a person.
    fn person(&mut self) {
        let record = self.record;
        let Some(category) = record.category else {
            return self.lacks(Lack::Category, "/category");
        };
        // A label that allows an arrest is an action too.
        let acts_on = |one: &Assertion| {
            let label = one.label.as_ref();
            let actions = label.and_then(|label| label.actions.as_ref());
            one.says == Property::Action
                || actions.is_some_and(|actions| actions.contains(&Action::Arrest))
        };
        let acts = record.assertions.iter().enumerate();
        let acts: Vec<usize> = acts
            .filter(|(_, one)| acts_on(one))
            .map(|(at, _)| at)
            .collect();
        let child = self.is_child();
        let touched = category.may_be_screened() && !child && !self.signs().is_victim();
        if !touched {
            for at in acts {
                self.lacks(Lack::Action, format!("/assertions/{at}"));
            }
        }
        if child
            && record
                .best_interests
                .as_ref()
                .is_none_or(|who| who.trim().is_empty())
        {
            self.lacks(Lack::BestInterests, "/best_interests");
        }
        let has = |property| {
            let mut said = record.said(property);
            said.any(|one| match property {
                Property::BirthDate => born_by(&one.value).is_some(),
                _ => !crate::rules::says_nothing(&one.value),
            })
        };
        let identified = Property::ALL
            .iter()
            .any(|one| one.identifies() && has(*one));
        if !(has(Property::Biometric) || has(Property::Name) && identified) {
            self.lacks(Lack::Identity, "/assertions");
        }
    }

    /// What shows the nature of the association.
    fn associations(&mut self) {
        let record = self.record;
        let protected = matches!(
            record.category,
            Some(Category::Victim | Category::Witness | Category::Missing)
        ) || self.is_child();
        if record.associations.is_empty() && !protected {
            self.lacks(Lack::AssociationNone, "/associations");
        }
        let stands = record
            .associations
            .iter()
            .any(|one| one.nature.stands_alone());
        for (at, one) in record.associations.iter().enumerate() {
            self.association(at, one);
            let weak = match one.nature {
                Nature::Family => Lack::FamilyOnly,
                Nature::Contact => Lack::ContactOnly,
                Nature::Unknown => Lack::NotStated,
                Nature::Biometric => Lack::BiometricOnly,
                Nature::Child | Nature::Victim => Lack::Protected,
                _ => continue,
            };
            if !stands || weak == Lack::Protected {
                self.lacks(weak, format!("/associations/{at}/nature"));
            }
        }
    }

    /// Grounds and evidence of one; what says nothing needs none.
    fn association(&mut self, at: usize, one: &Association) {
        if one.nature == Nature::Unknown {
            return;
        }
        let field = |name: &str| format!("/associations/{at}/{name}");
        let letters = one.grounds.chars().filter(|c| c.is_alphanumeric()).count();
        if letters < GROUNDS_CHARS_MIN && !is_dense(&one.grounds)
            || crate::rules::says_nothing(&one.grounds)
        {
            self.lacks(Lack::Grounds, field("grounds"));
        }
        if one
            .evidence
            .iter()
            .all(|one| crate::rules::says_nothing(&one.what))
        {
            self.lacks(Lack::Evidence, field("evidence"));
        }
        if one.with.trim().is_empty() && needs_other(one.nature) {
            self.lacks(Lack::With, field("with"));
        }
        let own = one.from.grade.is_some_and(super::Grade::is_below_floor);
        let mut shown = one.evidence.iter().filter_map(|one| one.grade).peekable();
        let all = shown.peek().is_some() && shown.all(super::Grade::is_below_floor);
        if own || all {
            self.lacks(Lack::Grade, field("from/grade"));
        }
    }
}

/// Whether a text of few characters may say much: Chinese.
fn is_dense(text: &str) -> bool {
    text.chars().filter(|c| script::is_dense(*c)).count() >= 4
}

/// Whether an association is one with somebody or something.
const fn needs_other(nature: Nature) -> bool {
    !matches!(nature, Nature::Unknown | Nature::Child | Nature::Victim)
}

#[cfg(test)]
mod tests;
