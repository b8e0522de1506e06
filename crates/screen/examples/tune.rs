//! Learns the weights of `src/weigh.rs` from the shared development data: `cargo run --release -p screen --example tune -- DATA`.
//!
//! Three logistic regressions over how names met: a listed name beside whoever is asked for, two names of people, two names of
//! organisations. Prints the arrays `LISTED`, `PAIR` and `PAIR_OTHER`. The constants are moved so that the default threshold of 0.7
//! is where it should be: at so many innocents alarmed, or at the best F1.

#[path = "../benches/shared/aliases.rs"]
mod aliases;
#[path = "../benches/shared/data.rs"]
mod data;
#[path = "tune/logistic.rs"]
mod logistic;
#[path = "../benches/shared/people.rs"]
mod people;
#[path = "../benches/shared/table.rs"]
mod table;

use std::collections::BTreeMap;
use std::path::Path;

use data::Fault;
use logistic::{Known, Row, WIDTH, dot};
use screen::index::Sums;
use screen::weigh::{self, NAME_TOP};
use screen::{Index, Query, pairs};

const USAGE: &str = "cargo run --release -p screen --example tune -- DATA";
const THRESHOLD: f64 = 0.7;
/// Share of innocents that a name alone may alarm.
const ALARMS: f64 = 0.0014;
/// One innocent of so many, and so many of the records most like each.
const INNOCENTS_EVERY: usize = 2;
const INNOCENTS_HITS: usize = 3;
const HITS: usize = 20;
/// What one comparison weighs: there are many innocents and few listed people.
const WEIGHT_LISTED: f64 = 4.0;
const WEIGHT_ALIAS: f64 = 1.0;
const WEIGHT_INNOCENT: f64 = 0.25;
/// Rows of a set of pairs.
const PAIRS_OF_A_SET: usize = 3_000;

/// Two names whose truth is known, by the set they are of.
struct Pair {
    set: String,
    sums: Sums,
    organisation: bool,
    same: bool,
}

fn main() -> Result<(), Fault> {
    let data = data::folder(USAGE)?;
    show("LISTED", &listed(&data)?);
    let pairs = labelled_pairs(&data)?;
    show("PAIR", &of_pairs(&pairs, false, 1.0));
    show("PAIR_OTHER", &of_pairs(&pairs, true, 0.5));
    Ok(())
}

fn show(name: &str, weights: &Row) {
    let numbers: Vec<String> = weights.iter().map(|w| format!("{w:.3}")).collect();
    println!("const {name}: Weights = [{}];", numbers.join(", "));
}

/// The features of two names laid side by side, and the constant.
fn features(sums: &Sums) -> Row {
    let mut row = [1.0; WIDTH];
    for (to, feature) in row.iter_mut().zip(weigh::features(sums)) {
        *to = feature;
    }
    row
}

fn odds(p: f64) -> f64 {
    (p / (1.0 - p)).ln()
}

/// Whether any part met.
fn met(sums: &Sums) -> bool {
    sums.met_count + sums.initials > 0
}

/// A listed name beside whoever is asked for.
fn listed(data: &Path) -> Result<Row, Fault> {
    let mut known = Vec::new();
    let mut keep = |sums: &Sums, same: bool, weight: f64| {
        if met(sums) {
            let row = features(sums);
            known.push(Known { row, same, weight });
        }
    };
    let records = data::lists(data)?;
    let aliases = aliases::aliases(data)?;
    let mut less = records.clone();
    aliases::take_off(&mut less, &aliases);
    less.retain(|record| record.id.starts_with("un-"));
    let index = Index::build(less);
    let mut found = [0_u32; 2];
    for alias in &aliases {
        let hits = index.search(&Query::person(&alias.name), HITS, 0.0);
        if let Some(hit) = hits.iter().find(|hit| hit.entity.id == alias.id) {
            keep(&hit.explanation.sums, true, WEIGHT_ALIAS);
            let [latin, other] = &mut found;
            *(if alias.latin { latin } else { other }) += 1;
        }
    }
    let index = Index::build(records);
    for who in people::listed(data)? {
        let hits = index.search(&who.query(false), HITS, 0.0);
        let right = |hit: &&screen::Hit| who.expected.contains(&hit.entity.id);
        if let Some(hit) = hits.iter().find(right) {
            keep(&hit.explanation.sums, true, WEIGHT_LISTED);
        }
    }
    let asked = people::innocents(data, INNOCENTS_EVERY)?;
    let mut alarms: Vec<Vec<Sums>> = Vec::new();
    for who in &asked {
        let hits = index.search(&who.query(false), INNOCENTS_HITS, 0.0);
        let sums = hits.iter().map(|hit| hit.explanation.sums);
        let sums: Vec<Sums> = sums.filter(met).collect();
        for one in &sums {
            keep(one, false, WEIGHT_INNOCENT);
        }
        alarms.push(sums);
    }
    let mut weights = logistic::fit(&known, 1.0);
    let doubted = |sums: &Sums| dot(&features(sums), &weights) + weigh::listed_by_hand(sums);
    let worst = alarms.iter().map(|sums| {
        let each = sums.iter().map(doubted);
        each.fold(f64::NEG_INFINITY, f64::max)
    });
    let mut worst: Vec<f64> = worst.collect();
    worst.sort_by(|a, b| b.total_cmp(a));
    let place = (worst.len() as f64 * ALARMS) as usize;
    let limit = worst.get(place).copied().unwrap_or_default();
    if let Some(constant) = weights.last_mut() {
        *constant += odds(THRESHOLD / NAME_TOP) - limit;
    }
    let [latin, other] = found;
    eprintln!(
        "{} comparisons with listed names; unseen aliases met: {latin} Latin, {other} in other scripts",
        known.len()
    );
    Ok(weights)
}

fn is_organisation(schema: &str) -> bool {
    matches!(
        schema,
        "Company" | "Organization" | "LegalEntity" | "Vessel"
    )
}

/// Every labelled set of pairs of names, pairs of records that have nothing but names among them.
fn labelled_pairs(data: &Path) -> Result<Vec<Pair>, Fault> {
    let mut all = Vec::new();
    let mut keep = |set: &str, schema: &str, names: [&str; 2], same: bool| {
        let [one, other] = names;
        all.push(Pair {
            set: set.to_owned(),
            sums: pairs::sums(schema, one, other).unwrap_or_default(),
            organisation: is_organisation(schema),
            same,
        });
    };
    for (set, path) in data::pair_sets(data)? {
        let rows = table::rows(&path)?;
        let every = (rows.len() / PAIRS_OF_A_SET).max(1);
        for row in rows.iter().step_by(every) {
            let names = ["name1", "name2"].map(|column| row.cell(column));
            keep(&set, row.cell("schema"), names, aliases::same(row));
        }
    }
    let set = "nk_entity_checks.jsonl";
    for line in data::text(&data.join("labelled").join(set))?.lines() {
        let value: serde_json::Value = serde_json::from_str(line)?;
        let side = |key: &str| value.get(key).and_then(|side| side.as_object());
        let name = |key: &str| {
            let only = side(key).filter(|side| side.len() == 1)?;
            only.get("name")?.as_str()
        };
        let schema = value.get("schema").and_then(|schema| schema.as_str());
        let same = value.get("match").and_then(|same| same.as_bool());
        if let (Some(one), Some(other), Some(same)) = (name("query"), name("candidate"), same) {
            keep(set, schema.unwrap_or_default(), [one, other], same);
        }
    }
    Ok(all)
}

/// What a whole set weighs: hand-made cases more than mined tokens, full names more than single ones.
fn weight(set: &str) -> f64 {
    match set {
        _ if set.starts_with("nk_name") => 3_000.0,
        _ if set.starts_with("nk") => 1_500.0,
        _ if set.starts_with("un") => 1_000.0,
        _ if set.contains("full_korean") => 900.0,
        _ => 400.0,
    }
}

/// Two names by themselves.
fn of_pairs(pairs: &[Pair], organisation: bool, looseness: f64) -> Row {
    let mut sizes: BTreeMap<&str, f64> = BTreeMap::new();
    for pair in pairs {
        *sizes.entry(&pair.set).or_default() += 1.0;
    }
    let ours: Vec<&Pair> = pairs
        .iter()
        .filter(|pair| pair.organisation == organisation)
        .collect();
    let mut known: Vec<Known> = ours
        .iter()
        .filter(|pair| met(&pair.sums))
        .map(|pair| Known {
            row: features(&pair.sums),
            same: pair.same,
            weight: weight(&pair.set) / sizes.get(pair.set.as_str()).unwrap_or(&1.0),
        })
        .collect();
    let mean = known.iter().map(|k| k.weight).sum::<f64>() / known.len().max(1) as f64;
    for k in &mut known {
        k.weight /= mean;
    }
    let mut weights = logistic::fit(&known, looseness);
    let shift = best_shift(&ours, &weights, organisation);
    if let Some(constant) = weights.last_mut() {
        *constant += shift;
    }
    eprintln!(
        "{} comparisons of two names, constant moved by {shift:.1}",
        known.len()
    );
    weights
}

/// The constant that makes F1 at the default threshold best over the sets, hand-made ones counted three times.
fn best_shift(pairs: &[&Pair], weights: &Row, organisation: bool) -> f64 {
    let mut sets: BTreeMap<&str, Vec<(Option<f64>, bool)>> = BTreeMap::new();
    for pair in pairs {
        let by_hand = weigh::pair_by_hand(&pair.sums, organisation);
        let sum = dot(&features(&pair.sums), weights) + by_hand;
        let scored = (met(&pair.sums).then_some(sum), pair.same);
        sets.entry(&pair.set).or_default().push(scored);
    }
    let mut best = (0.0, 0.0);
    for step in -20..30 {
        let shift = f64::from(step) / 10.0;
        let limit = odds(THRESHOLD) - shift;
        let of_sets = sets.iter().filter(|(_, scored)| scored.len() >= 20);
        let total: f64 = of_sets
            .map(|(set, scored)| {
                let shown = scored.iter().filter(|s| s.0.is_some_and(|sum| sum > limit));
                let (shown, right) = shown.fold((0.0, 0.0), |(all, right), s| {
                    (all + 1.0, right + f64::from(u8::from(s.1)))
                });
                let same = scored.iter().filter(|s| s.1).count() as f64;
                let counts = if set.starts_with("nk") { 3.0 } else { 1.0 };
                counts * 2.0 * right / (shown + same).max(1.0)
            })
            .sum();
        if total > best.0 {
            best = (total, shift);
        }
    }
    best.1
}
