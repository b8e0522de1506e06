//! How well: `cargo bench -p screen --bench quality -- DATA [--sample]`, DATA being `shared/data/screening`.
//!
//! Labelled pairs, listed people, innocent people by script and region of name, aliases taken off the lists, calibration, and what
//! swapping a nationality does. `--sample` takes the rows that `peer.py` takes. Every figure is a row of a table.

#[path = "shared/aliases.rs"]
mod aliases;
#[path = "shared/data.rs"]
mod data;
#[path = "shared/gauge.rs"]
mod gauge;
#[path = "shared/people.rs"]
mod people;
#[path = "shared/region.rs"]
mod region;
#[path = "shared/table.rs"]
mod table;

use std::collections::BTreeMap;
use std::path::Path;

use aliases::same;
use data::Fault;
use gauge::{figure, quantile, timed};
use people::Asked;
use region::Regions;
use screen::{Entity, Index, Query, Thresholds, pairs};

const USAGE: &str = "cargo bench -p screen --bench quality -- DATA [--sample]";
const THRESHOLD: f64 = 0.7;
const LIMIT: usize = 5;
/// Groups of innocents smaller than this say nothing.
const GROUP_MIN: u32 = 400;

/// Which rows are taken: one of so many.
#[derive(Clone, Copy)]
struct Sample {
    innocents: usize,
    innocents_of_aliases: usize,
    /// Rows of a set of pairs.
    pairs: usize,
}

const ALL: Sample = Sample {
    innocents: 1,
    innocents_of_aliases: 10,
    pairs: usize::MAX,
};
/// As `peer.py`.
const FEW: Sample = Sample {
    innocents: 50,
    innocents_of_aliases: 20,
    pairs: 600,
};

fn main() -> Result<(), Fault> {
    let data = data::folder(USAGE)?;
    let sampled = std::env::args().any(|argument| argument == "--sample");
    let sample = if sampled { FEW } else { ALL };
    labelled_pairs(&data, sample)?;
    let records = data::lists(&data)?;
    let index = Index::build(records.clone());
    let mut scored = Vec::new();
    for (what, full) in [("name only", false), ("with date and country", true)] {
        listed(&index, &data, what, full, &mut scored)?;
        innocents(&index, &data, sample, (what, full), &mut scored)?;
    }
    swapped(&index, &data)?;
    let alone: Vec<Entity> = records
        .iter()
        .filter(|record| record.id.starts_with("un-"))
        .cloned()
        .collect();
    unseen(records, &data, sample, "")?;
    unseen(alone, &data, sample, ", UN list alone")
}

/// Precision, recall and F1 of everything at or above the threshold.
fn at(scored: &[(f64, bool)], threshold: f64) -> [f64; 3] {
    let all = scored.iter().filter(|s| s.1).count() as f64;
    let shown = scored.iter().filter(|s| s.0 >= threshold).count() as f64;
    let right = scored.iter().filter(|s| s.0 >= threshold && s.1).count() as f64;
    [
        right / shown.max(1.0),
        right / all.max(1.0),
        2.0 * right / (shown + all).max(1.0),
    ]
}

/// The best F1 over all thresholds, and that threshold.
fn best(scored: &[(f64, bool)]) -> (f64, f64) {
    let all = scored.iter().filter(|s| s.1).count() as f64;
    let mut ordered = scored.to_vec();
    ordered.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut right, mut best) = (0.0, (0.0, 1.0));
    let mut rest = ordered.iter().enumerate().peekable();
    while let Some((place, (score, same))) = rest.next() {
        right += f64::from(u8::from(*same));
        // Those of the same score stand or fall together.
        let tied = rest.peek().is_some_and(|(_, next)| next.0 >= *score);
        let f1 = 2.0 * right / (place as f64 + 1.0 + all);
        if !tied && f1 > best.0 {
            best = (f1, *score);
        }
    }
    best
}

fn show_pairs(name: &str, scored: &[(f64, bool)]) {
    let [precision, recall, f1] = at(scored, THRESHOLD);
    let more = format!("P {precision:.3} R {recall:.3} n {}", scored.len());
    figure(&format!("F1 at 0.7, {name}"), format!("{f1:.3} | {more}"));
    let (f1, threshold) = best(scored);
    let more = format!("at {threshold:.3}");
    figure(&format!("best F1, {name}"), format!("{f1:.3} | {more}"));
}

/// Every labelled set of pairs, and its tiers and scripts where it says them.
fn labelled_pairs(data: &Path, sample: Sample) -> Result<(), Fault> {
    for (name, path) in data::pair_sets(data)? {
        let rows = table::rows(&path)?;
        let every = (rows.len() / sample.pairs).max(1);
        let mut groups: BTreeMap<String, Vec<(f64, bool)>> = BTreeMap::new();
        for row in rows.iter().step_by(every) {
            let [schema, one, other, tier, script] =
                ["schema", "name1", "name2", "quality", "script"].map(|column| row.cell(column));
            let scored = (pairs::compare_names(schema, one, other), same(row));
            let of_script = match script {
                "" | "LATIN" => script,
                _ => "other scripts",
            };
            groups.entry(name.clone()).or_default().push(scored);
            for group in [schema, tier, of_script].iter().filter(|g| !g.is_empty()) {
                let key = format!("{name} ({group})");
                groups.entry(key).or_default().push(scored);
            }
        }
        for (group, scored) in &groups {
            show_pairs(group, scored);
        }
    }
    let name = "nk_entity_checks.jsonl";
    let mut scored = Vec::new();
    for line in data::text(&data.join("labelled").join(name))?.lines() {
        let pair: serde_json::Value = serde_json::from_str(line)?;
        let same = pair.get("match").and_then(serde_json::Value::as_bool);
        scored.extend(pairs::of_json(&pair).zip(same));
    }
    show_pairs(name, &scored);
    Ok(())
}

/// Listed people with small alterations.
fn listed(
    index: &Index,
    data: &Path,
    what: &str,
    full: bool,
    scored: &mut Vec<(f64, bool)>,
) -> Result<(), Fault> {
    let asked = people::listed(data)?;
    let mut found = 0_u32;
    for who in &asked {
        let hits = index.search(&who.query(full), LIMIT, 0.0);
        let right = hits.iter().map(|hit| {
            let same = who.expected.contains(&hit.entity.id);
            (hit.score, same)
        });
        let right: Vec<(f64, bool)> = right.collect();
        found += u32::from(
            right
                .iter()
                .any(|(score, same)| *same && *score >= THRESHOLD),
        );
        // Linked records of one person are one answer.
        scored.extend(right.iter().filter(|(_, same)| *same).take(1));
    }
    let share = f64::from(found) / asked.len() as f64;
    figure(
        &format!("listed people found, {what}"),
        format!("{share:.4} | n {}", asked.len()),
    );
    Ok(())
}

/// Innocent people, by script and region of name.
fn innocents(
    index: &Index,
    data: &Path,
    sample: Sample,
    (what, full): (&str, bool),
    scored: &mut Vec<(f64, bool)>,
) -> Result<(), Fault> {
    let regions = Regions::read(data)?;
    let asked = people::innocents(data, sample.innocents)?;
    let mut groups: BTreeMap<String, (u32, u32)> = BTreeMap::new();
    let mut times = Vec::new();
    for who in &asked {
        let query = who.query(full);
        let (hits, time) = timed(|| index.search(&query, 1, 0.0));
        times.push(time);
        let score = hits.first().map_or(0.0, |hit| hit.score);
        scored.push((score, false));
        for group in ["all".to_owned(), regions.of(&who.name)] {
            let (all, alarmed) = groups.entry(group).or_default();
            *all += 1;
            *alarmed += u32::from(score >= THRESHOLD);
        }
    }
    let rate = |(all, alarmed): (u32, u32)| 10_000.0 * f64::from(alarmed) / f64::from(all);
    for (group, counts) in &groups {
        let name = match group.as_str() {
            "all" => format!("innocents alarmed per 10,000, {what}"),
            group => format!("innocents alarmed per 10,000, {what}, {group}"),
        };
        let (all, alarmed) = counts;
        let note = if *all < GROUP_MIN {
            ", too few to tell"
        } else {
            ""
        };
        let more = format!("{alarmed} of {all}{note}");
        figure(&name, format!("{:.1} | {more}", rate(*counts)));
    }
    let worst = quantile(&mut times, 1.0) * 1e3;
    figure(
        &format!("longest query of these, ms, {what}"),
        format!("{worst:.3}"),
    );
    calibration(what, scored);
    scored.clear();
    Ok(())
}

/// Expected calibration error: how far scores, ten by ten, are from the share of them that are right. Listed people are made as many
/// as innocents are by weight, because nobody knows how many of those asked for at a border are listed.
fn calibration(what: &str, scored: &[(f64, bool)]) {
    let right = scored.iter().filter(|s| s.1).count() as f64;
    let weight = (scored.len() as f64 - right) / right.max(1.0);
    let mut bins: BTreeMap<u32, [f64; 3]> = BTreeMap::new();
    for (score, same) in scored {
        let [all, sum, hit] = bins.entry((score * 10.0) as u32).or_default();
        let counts = if *same { weight } else { 1.0 };
        *all += counts;
        *sum += counts * score;
        *hit += if *same { counts } else { 0.0 };
    }
    let all: f64 = bins.values().map(|[all, _, _]| all).sum();
    let apart: f64 = bins.values().map(|[_, sum, hit]| (sum - hit).abs()).sum();
    figure(
        &format!("calibration error (half listed), {what}"),
        format!("{:.4}", apart / all.max(1.0)),
    );
}

/// Whether another nationality alone makes a stop of "no record".
fn swapped(index: &Index, data: &Path) -> Result<(), Fault> {
    let limits = Thresholds::default();
    let mut asked = people::listed(data)?;
    asked.extend(people::innocents(data, FEW.innocents)?);
    let countries = [
        "af", "cn", "de", "iq", "ir", "kp", "ly", "ng", "ru", "so", "sy", "us", "ye",
    ];
    let (mut broken, mut tried) = (0_u32, 0_u32);
    for who in &asked {
        for property in ["nationality", "birthCountry"] {
            let scores = countries.map(|country| {
                let query = who_with(who, property, country);
                let hits = index.search(&query, 1, 0.0);
                hits.first().map_or(0.0, |hit| hit.score)
            });
            tried += 1;
            let none = scores.iter().any(|score| *score < limits.check);
            let stop = scores.iter().any(|score| *score >= limits.stop);
            broken += u32::from(none && stop);
        }
    }
    figure(
        "people whom another nationality or birthplace alone takes from no record to stop",
        format!("{broken} | of {tried}, {} countries each", countries.len()),
    );
    Ok(())
}

fn who_with(who: &Asked, property: &str, country: &str) -> Query {
    Query::person(&who.name)
        .with("birthDate", &who.born)
        .with(property, country)
}

/// Aliases are taken off the UN list and asked for, with so many false alarms allowed. Other lists may still have the alias, and a
/// link from there then finds the UN's record; with the UN list alone nothing but the other names can.
fn unseen(mut records: Vec<Entity>, data: &Path, sample: Sample, lists: &str) -> Result<(), Fault> {
    let aliases = aliases::aliases(data)?;
    aliases::take_off(&mut records, &aliases);
    let index = Index::build(records);
    let asked = people::innocents(data, sample.innocents_of_aliases)?;
    let score = |who: &Asked| {
        let hits = index.search(&who.query(false), 1, 0.0);
        hits.first().map_or(0.0, |hit| hit.score)
    };
    let mut alarms: Vec<f64> = asked.iter().map(score).collect();
    let mut found = Vec::new();
    for alias in &aliases {
        let hits = index.search(&Query::person(&alias.name), LIMIT, 0.0);
        let right = hits.iter().find(|hit| hit.entity.id == alias.id);
        found.push((right.map_or(0.0, |hit| hit.score), alias.latin));
    }
    for percent in [0.5, 1.0, 5.0] {
        alarms.sort_by(|a, b| b.total_cmp(a));
        let place = (alarms.len() as f64 * percent / 100.0) as usize;
        let limit = alarms.get(place).copied().unwrap_or_default();
        for (what, script) in [
            ("all", None),
            ("Latin", Some(true)),
            ("other scripts", Some(false)),
        ] {
            let group = found.iter().filter(|f| script.is_none_or(|s| s == f.1));
            let (all, over) = group.fold((0_u32, 0_u32), |(all, over), (score, _)| {
                (all + 1, over + u32::from(*score > limit))
            });
            figure(
                &format!("unseen aliases at {percent} % alarms, {what}{lists}"),
                format!(
                    "{:.3} | n {all}, threshold {limit:.3}",
                    f64::from(over) / f64::from(all.max(1))
                ),
            );
        }
    }
    Ok(())
}
