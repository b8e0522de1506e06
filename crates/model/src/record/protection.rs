//! Who is protected: a victim or a child, by whatever says so. A record, a release and a card ask here, so that they never differ.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::{Category, Nature, may_be_child};
use crate::label::{self, Label};

/// All that may say that somebody is a victim or a child.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signs<'a> {
    /// What the person is, where it is said.
    pub category: Option<Category>,
    /// The natures of their associations, shown or not.
    pub natures: BTreeSet<Nature>,
    /// The labels of all that is said of them.
    pub labels: Vec<&'a Label>,
    /// Their dates of birth, as written.
    pub births: Vec<&'a str>,
}

impl Signs<'_> {
    fn bears(&self, caveat: &str) -> bool {
        let mut labels = self.labels.iter();
        labels.any(|label| label.caveats.contains(caveat))
    }

    /// Whether anything says a victim.
    #[must_use]
    pub fn is_victim(&self) -> bool {
        self.category == Some(Category::Victim)
            || self.natures.contains(&Nature::Victim)
            || self.bears(label::VICTIM)
    }

    /// Whether anything says a child, or a date of birth may be one's on that day (Convention on the Rights of the Child,
    /// article 1).
    #[must_use]
    pub fn is_child(&self, on: Date) -> bool {
        self.category == Some(Category::Child)
            || self.natures.contains(&Nature::Child)
            || self.bears(label::CHILD)
            || self.births.iter().any(|birth| may_be_child(birth, on))
    }
}
