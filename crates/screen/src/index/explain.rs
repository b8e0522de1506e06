//! Why a record was found, as data: words for it are the page's.

use serde::{Deserialize, Serialize};

use super::features::{self, Feature};
use super::search::{Ask, Found};
use super::segment::Segment;
use super::{PartKind, Query};
use crate::entity::Entity;
use crate::names::align::{Aligned, Sums};
use crate::names::evidence::Word;
use crate::names::{Class, Part};

/// Why a record was found, and what spoke against it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// The record's name that met best, as the list writes it; empty where only a document met.
    pub name: String,
    /// What the list calls that name: `name`, `alias`, `previousName`, `weakAlias`.
    pub name_property: String,
    /// Where another record says the name, and both are taken for one person or thing: that record's id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub through: Option<String>,
    /// How alike the names are, 0 to 1, before anything else was weighed.
    pub name_score: f64,
    /// Part by part.
    pub parts: Vec<PartMatch>,
    /// What the parts say, counted.
    pub sums: Sums,
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

/// Why a record was found.
pub(super) fn explain(
    segment: &Segment,
    ask: &Ask,
    query: &Query,
    entity: &Entity,
    found: &Found,
) -> Explanation {
    let mut explanation = Explanation::of(entity);
    (explanation.for_, explanation.against) = features::texts(query, entity, found.number);
    if let Some(name) = &found.name {
        let property = name.row.kind.property();
        let listed: Vec<Word<'_>> = segment
            .parts_of(&name.row)
            .map(|place| segment.word(place).0)
            .collect();
        let asked: Vec<Word<'_>> = ask
            .readings
            .get(name.asked)
            .into_iter()
            .flatten()
            .map(Part::word)
            .collect();
        let linked = (name.row.entity != found.place)
            .then(|| segment.entity(name.row.entity))
            .flatten();
        let said_by = linked.as_ref().unwrap_or(entity);
        let text = said_by.values(property).get(usize::from(name.row.value));
        explanation.name = text.cloned().unwrap_or_default();
        explanation.through = linked.as_ref().map(|e| e.id.clone());
        explanation.name_property = property.to_owned();
        explanation.name_score = (name.score * 1e4).round() / 1e4;
        explanation.sums = name.aligned.sums;
        explanation.parts = parts(&asked, &listed, &name.aligned);
    }
    explanation
}

/// The alignment in words of the names: parts that met in the order of the query, then what is left over.
pub(crate) fn parts(asked: &[Word<'_>], listed: &[Word<'_>], aligned: &Aligned) -> Vec<PartMatch> {
    let words = |side: &[Word<'_>], (from, count): (usize, usize)| {
        let run: Vec<&str> = side.iter().skip(from).take(count).map(Word::text).collect();
        run.join(" ")
    };
    let mut rows = Vec::new();
    for pair in &aligned.pairs {
        let most: u32 = asked
            .iter()
            .skip(pair.asked.0)
            .take(pair.asked.1)
            .map(|w| u32::from(w.surprise))
            .sum();
        let share = f64::from(pair.evidence) / f64::from(most.max(1));
        let alike = if pair.kind == PartKind::Exact {
            1.0
        } else {
            share.clamp(0.01, 0.99)
        };
        rows.push(PartMatch {
            query: words(asked, pair.asked),
            candidate: words(listed, pair.listed),
            kind: pair.kind,
            score: (alike * 100.0).round() / 100.0,
        });
    }
    let covers = |(from, count): (usize, usize), at: usize| (from..from + count).contains(&at);
    let kind = |alone| {
        if aligned.contradicted() {
            PartKind::Differs
        } else {
            alone
        }
    };
    let carries =
        |(_, word): &(usize, &Word<'_>)| matches!(word.class, Class::Ordinary | Class::Weak);
    for (at, word) in asked.iter().enumerate().filter(carries) {
        if !aligned.pairs.iter().any(|p| covers(p.asked, at)) {
            rows.push(PartMatch {
                query: word.text().to_owned(),
                candidate: String::new(),
                kind: kind(PartKind::OnlyAsked),
                score: 0.0,
            });
        }
    }
    for (at, word) in listed.iter().enumerate().filter(carries) {
        if !aligned.pairs.iter().any(|p| covers(p.listed, at)) {
            rows.push(PartMatch {
                query: String::new(),
                candidate: word.text().to_owned(),
                kind: kind(PartKind::OnlyListed),
                score: 0.0,
            });
        }
    }
    rows
}
