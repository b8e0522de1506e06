//! One search: candidates by key, names laid side by side, features weighed, hits in order.

use std::collections::HashMap;

use super::explain::{self, Explanation};
use super::{Filter, Hit, Index, NameRow, Query, features, keys};
use crate::entity::prop;
use crate::limits;
use crate::names::align::{Aligned, Weighted, align};
use crate::names::{self, Part};

/// All parts exactly alike and nothing else known give this much; the rest is for what supports the name.
const NAME_TOP: f64 = 0.9;
/// No answer is certain.
const SCORE_TOP: f64 = 0.995;
/// Records whose best name is less like than this are not looked at further.
const NAME_MIN: f64 = 0.25;

/// The best name of a record for this query.
struct Best {
    row: u32,
    /// Which asked name.
    asked: usize,
    aligned: Aligned,
    score: f64,
}

pub(super) fn run(
    index: &Index,
    query: &Query,
    limit: usize,
    threshold: f64,
    filter: &Filter,
) -> Vec<Hit> {
    if limit == 0 || !query.is_answerable() {
        return Vec::new();
    }
    let asked: Vec<Vec<Part>> = query
        .names()
        .iter()
        .map(|name| names::parts(name))
        .collect();
    let best = best_names(index, query, &asked);
    let mut records: Vec<u32> = best.keys().copied().collect();
    for number in document_numbers(query) {
        records.extend(index.documents.get(keys::hash("N", &number)));
    }
    records.sort_unstable();
    records.dedup();
    let mut hits = Vec::new();
    for record in records {
        let Some(entity) = index
            .entities
            .get(record as usize)
            .filter(|e| kind_fits(&query.schema, &e.schema) && filter.lets(e))
        else {
            continue;
        };
        let name = best.get(&record);
        let found = features::weigh(query, entity);
        let score = score(name, &found);
        if score >= threshold && score > 0.0 {
            hits.push((score, entity, name, found));
        }
    }
    hits.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id)));
    hits.truncate(limit);
    let hit = |(score, entity, name, found): (f64, &crate::entity::Entity, Option<&Best>, _)| {
        let explanation = explanation(index, &asked, entity, name, found);
        Hit {
            entity: entity.clone(),
            score,
            explanation,
        }
    };
    hits.into_iter().map(hit).collect()
}

fn score(name: Option<&Best>, found: &features::Found) -> f64 {
    let likeness = name.map_or(0.0, |best| best.score);
    let mut score = NAME_TOP * likeness;
    for feature in &found.for_ {
        // What supports a name is worth as much as the name is; a document number stands for itself.
        let worth = if feature.kind == features::FeatureKind::Document {
            1.0
        } else {
            likeness
        };
        score += (1.0 - score) * feature.weight * worth;
    }
    for feature in &found.against {
        score *= 1.0 - feature.weight;
    }
    (score.min(SCORE_TOP) * 10_000.0).round() / 10_000.0
}

fn document_numbers(query: &Query) -> Vec<String> {
    let values = [prop::PASSPORT_NUMBER, prop::ID_NUMBER]
        .into_iter()
        .flat_map(|property| query.values(property));
    values.flat_map(|text| keys::numbers_in(text)).collect()
}

/// Whether a record of this schema is asked for. A person is never an answer to a question for an organisation.
fn kind_fits(asked: &str, listed: &str) -> bool {
    match asked {
        "" | "Thing" => true,
        "LegalEntity" => matches!(
            listed,
            "Person" | "Organization" | "Company" | "PublicBody" | "LegalEntity"
        ),
        "Organization" | "Company" | "PublicBody" => {
            matches!(
                listed,
                "Organization" | "Company" | "PublicBody" | "LegalEntity"
            )
        }
        "Person" => matches!(listed, "Person" | "LegalEntity"),
        other => other == listed,
    }
}

fn best_names(index: &Index, query: &Query, asked: &[Vec<Part>]) -> HashMap<u32, Best> {
    let mut best: HashMap<u32, Best> = HashMap::new();
    for (number, parts) in asked.iter().enumerate() {
        let weighted = index.weigh(parts);
        for (row, name) in candidates(index, query, parts, &weighted) {
            let listed = index.weighted(name);
            let aligned = align(&weighted, &listed);
            let score = aligned.score * name.kind.trust();
            let better = best.get(&name.entity).is_none_or(|b| score > b.score);
            if score >= NAME_MIN && better {
                best.insert(
                    name.entity,
                    Best {
                        row,
                        asked: number,
                        aligned,
                        score,
                    },
                );
            }
        }
    }
    best
}

/// The names worth laying side by side, those with the most promising keys first, at most [`limits::CANDIDATES_MAX`].
fn candidates<'i>(
    index: &'i Index,
    query: &Query,
    parts: &[Part],
    weighted: &[Weighted<'_>],
) -> Vec<(u32, &'i NameRow)> {
    let mut points = vec![0.0_f64; index.names.len()];
    // By which part a name was last found: a part counts once, by its best key.
    let mut found_by = vec![0_usize; index.names.len()];
    let mut touched: Vec<u32> = Vec::new();
    let mut found = |row: u32, part: usize, worth: f64| {
        let (Some(points), Some(by)) =
            (points.get_mut(row as usize), found_by.get_mut(row as usize))
        else {
            return;
        };
        if *by == 0 {
            touched.push(row);
        }
        if *by != part {
            *by = part;
            *points += worth;
        }
    };
    let worthy = parts.iter().zip(weighted).enumerate();
    for (number, (part, weight)) in worthy.filter(|(_, (part, _))| keys::carries(parts, part)) {
        keys::of_asked(part, &mut |key, worth| {
            let rows = index.keys.get(key);
            rows.iter()
                .for_each(|row| found(*row, number + 1, worth * weight.weight));
        });
    }
    for joined in keys::joined_skeletons(parts) {
        let rows = index.keys.get(keys::hash("S", &joined));
        rows.iter()
            .for_each(|row| found(*row, usize::MAX, JOINED_WORTH));
    }
    let named = touched.into_iter().filter_map(|row| {
        let name = index.names.get(row as usize)?;
        let entity = index.entities.get(name.entity as usize)?;
        let points = points.get(row as usize).copied()?;
        kind_fits(&query.schema, &entity.schema).then_some((row, points, name))
    });
    best_of(named.collect())
}

/// A name found by two of its parts taken as one.
const JOINED_WORTH: f64 = 0.6;

/// The names with most points, at most [`limits::CANDIDATES_MAX`]. Of two with the same points the shorter says more; the row
/// makes the order certain.
fn best_of(mut named: Vec<(u32, f64, &NameRow)>) -> Vec<(u32, &NameRow)> {
    let order = |a: &(u32, f64, &NameRow), b: &(u32, f64, &NameRow)| {
        b.1.total_cmp(&a.1)
            .then(a.2.count.cmp(&b.2.count))
            .then(a.0.cmp(&b.0))
    };
    if named.len() > limits::CANDIDATES_MAX {
        named.select_nth_unstable_by(limits::CANDIDATES_MAX, order);
        named.truncate(limits::CANDIDATES_MAX);
    }
    named.sort_unstable_by(order);
    named
        .into_iter()
        .map(|(row, _, name)| (row, name))
        .collect()
}

fn explanation(
    index: &Index,
    asked: &[Vec<Part>],
    entity: &crate::entity::Entity,
    name: Option<&Best>,
    found: features::Found,
) -> Explanation {
    let mut explanation = Explanation::of(entity);
    explanation.for_ = found.for_;
    explanation.against = found.against;
    let row = name.and_then(|best| index.names.get(best.row as usize));
    if let (Some(best), Some(row)) = (name, row) {
        let asked = asked.get(best.asked).map_or(&[][..], Vec::as_slice);
        let listed: Vec<&Part> = index.weighted(row).into_iter().map(|w| w.part).collect();
        explanation.name = index.name_text(row).to_owned();
        explanation.name_property = row.kind.property().to_owned();
        explanation.name_score = (best.score * 10_000.0).round() / 10_000.0;
        explanation.parts = explain::parts(asked, &listed, &best.aligned);
    }
    explanation
}
