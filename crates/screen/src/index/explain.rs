//! Why a record was found, as data: words for it are the page's.

use serde::{Deserialize, Serialize};

use super::features::Feature;
use crate::entity::Entity;
use crate::names::align::Aligned;
use crate::names::likeness::PartKind;
use crate::names::{Class, Part};

/// Why a record was found, and what spoke against it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The record's name that met best, as the list writes it; empty where only a document met.
    pub name: String,
    /// What the list calls that name: `name`, `alias`, `previousName`, `weakAlias`.
    pub name_property: String,
    /// How alike the names are, 0 to 1, before anything else was weighed.
    pub name_score: f64,
    /// Part by part.
    pub parts: Vec<PartMatch>,
    /// What supports it.
    #[serde(rename = "for")]
    pub for_: Vec<Feature>,
    /// What speaks against it.
    pub against: Vec<Feature>,
    /// The list.
    pub list: String,
    /// Its version.
    pub list_version: String,
    /// The record's number in the list.
    pub record: String,
}

/// One part of a name beside another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PartMatch {
    /// As asked, in plain letters; empty for [`PartKind::OnlyListed`].
    pub query: String,
    /// As listed, in plain letters; empty for [`PartKind::OnlyAsked`].
    pub candidate: String,
    /// In what way they met, or did not.
    pub kind: PartKind,
    /// How alike, 0 to 1.
    pub score: f64,
}

impl Explanation {
    pub(super) fn of(entity: &Entity) -> Explanation {
        let origin = entity.origin.clone().unwrap_or_default();
        let list = if origin.list.is_empty() {
            entity.datasets.first().cloned().unwrap_or_default()
        } else {
            origin.list
        };
        Explanation {
            list,
            list_version: origin.version,
            record: origin.record,
            ..Explanation::default()
        }
    }
}

/// The alignment in words of the names: parts that met in the order of the query, then what is left over.
pub(super) fn parts(asked: &[Part], listed: &[&Part], aligned: &Aligned) -> Vec<PartMatch> {
    let mut rows = Vec::new();
    for pair in &aligned.pairs {
        let query = asked
            .iter()
            .skip(pair.asked.0)
            .take(pair.asked.1)
            .map(|p| &*p.text);
        let candidate = listed
            .iter()
            .skip(pair.listed.0)
            .take(pair.listed.1)
            .map(|p| &*p.text);
        rows.push(PartMatch {
            query: query.collect::<Vec<_>>().join(" "),
            candidate: candidate.collect::<Vec<_>>().join(" "),
            kind: pair.kind,
            score: (pair.score * 100.0).round() / 100.0,
        });
    }
    let covers = |(from, count): (usize, usize), at: usize| (from..from + count).contains(&at);
    let kind = |alone| {
        if aligned.contradicted {
            PartKind::Differs
        } else {
            alone
        }
    };
    for (at, part) in asked
        .iter()
        .enumerate()
        .filter(|(_, part)| part.class != Class::Particle)
    {
        if !aligned.pairs.iter().any(|p| covers(p.asked, at)) {
            let kind = kind(PartKind::OnlyAsked);
            rows.push(PartMatch {
                query: part.text.to_string(),
                candidate: String::new(),
                kind,
                score: 0.0,
            });
        }
    }
    for (at, part) in listed
        .iter()
        .enumerate()
        .filter(|(_, part)| part.class != Class::Particle)
    {
        if !aligned.pairs.iter().any(|p| covers(p.listed, at)) {
            let kind = kind(PartKind::OnlyListed);
            rows.push(PartMatch {
                query: String::new(),
                candidate: part.text.to_string(),
                kind,
                score: 0.0,
            });
        }
    }
    rows
}
