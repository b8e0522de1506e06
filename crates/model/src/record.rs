//! What is known about a person or thing: assertions, each with its own label and provenance, and the nature of an
//! association (resolution 2322 (2016), paragraph 3).
//!
//! The unit is the assertion, not the document. Who reads is decided by the label of each assertion (`crate::label`); what
//! may go lower is built out of them (`crate::release`); taking it back is in `crate::copies`.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::label::Label;

mod association;
mod category;
mod check;
mod circle;
mod grade;
mod protection;
mod subject;

pub use association::{Association, Evidence, Nature, Weight};
pub use category::{ADULT_YEARS, Category, adult_on, born_by, may_be_child};
pub use check::{Found, Lack, REVIEW_MONTHS_MAX, Standing, check, standing};
pub use grade::{GRADE_FLOOR, Grade};
pub use protection::Signs;
pub use subject::{Property, Subject};

coded! {
    /// Whether something is a fact or somebody's assessment (Directive (EU) 2016/680, article 7).
    pub enum Basis {
        /// A fact: seen, recorded, decided.
        Fact = "fact",
        /// What somebody makes of facts.
        Assessment = "assessment",
    }
}

/// Where an assertion comes from. What names a source stays in the node that holds it: a release carries none of this but
/// grade and basis.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provenance {
    /// The State or organisation that says it.
    #[serde(default)]
    pub by: String,
    /// The day on which it was said.
    #[serde(default)]
    pub on: Option<Date>,
    /// Grade of source and information.
    #[serde(default)]
    pub grade: Option<Grade>,
    /// Fact or assessment.
    #[serde(default)]
    pub basis: Option<Basis>,
    /// Assertions that it was made from, by their ids: what comes back from where it went is no second source.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub derived_from: BTreeSet<String>,
    /// Who or what told it, within this node: names and numbers of sources, collectors, partners.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<String>,
}

/// One statement about the subject.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assertion {
    /// Unique in the record.
    pub id: String,
    /// What it says.
    pub says: Property,
    /// The value, in its original script.
    pub value: String,
    /// Its own label; `None` is a part that nobody marked.
    #[serde(default)]
    pub label: Option<Label>,
    /// Where it comes from.
    #[serde(default)]
    pub from: Provenance,
}

/// A record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    /// Of what.
    pub subject: Subject,
    /// What the person is; every record of a person says it.
    #[serde(default)]
    pub category: Option<Category>,
    /// The day by which a person looks whether it is still needed.
    #[serde(default)]
    pub review_by: Option<Date>,
    /// From this day on nobody uses it.
    #[serde(default)]
    pub expires: Option<Date>,
    /// What is said.
    #[serde(default)]
    pub assertions: Vec<Assertion>,
    /// How the person stands to terrorism.
    #[serde(default)]
    pub associations: Vec<Association>,
    /// For a child: the authority that decided in the child's best interests that the record is kept.
    #[serde(default)]
    pub best_interests: Option<String>,
}

impl Record {
    /// What is said under a property.
    pub fn said(&self, property: Property) -> impl Iterator<Item = &Assertion> {
        self.assertions
            .iter()
            .filter(move |assertion| assertion.says == property)
    }

    /// The labels of all that it says, with where each stands (a JSON Pointer).
    pub fn labels(&self) -> impl Iterator<Item = (String, Option<&Label>)> {
        let assertions = self.assertions.iter().enumerate();
        let assertions =
            assertions.map(|(at, one)| (format!("/assertions/{at}"), one.label.as_ref()));
        let associations = self.associations.iter().enumerate();
        assertions.chain(
            associations.map(|(at, one)| (format!("/associations/{at}"), one.label.as_ref())),
        )
    }

    /// Where each thing comes from, with where it stands.
    pub fn sources(&self) -> BTreeMap<String, (&str, &Provenance)> {
        let assertions = self.assertions.iter().enumerate();
        let assertions =
            assertions.map(|(at, one)| (format!("/assertions/{at}"), (one.id.as_str(), &one.from)));
        let associations = self.associations.iter().enumerate();
        let associations = associations
            .map(|(at, one)| (format!("/associations/{at}"), (one.id.as_str(), &one.from)));
        assertions.chain(associations).collect()
    }
}
