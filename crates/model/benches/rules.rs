//! The validator on the largest requests: every list of every kind's example filled to fifty entries.
//! `cargo bench -p model --bench rules`; the goal is under 5 ms each.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a measurement stops where it fails"
)]

use std::time::Instant;

use model::kind::Kind;
use model::request::Urgency;
use model::rules::{CheckContext, check};
use model::state::demo;
use serde_json::Value;

/// Entries of each list.
const ENTRIES: usize = 50;
/// Checks of each kind; the middle one is told.
const TURNS: usize = 51;

fn main() {
    let now: jiff::Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
    let directory = demo(now.to_zoned(jiff::tz::TimeZone::UTC).date()).unwrap();
    let side = |code: &str| {
        let state = directory.state(&code.parse().unwrap()).unwrap();
        (state, state.supposed_central_authority().unwrap())
    };
    let ((from, from_authority), (to, to_authority)) = (side("XA"), side("XB"));
    let others: Vec<_> = directory.states().collect();
    println!("| kind | fields with a value | median | slowest |\n| --- | --- | --- | --- |");
    for kind in Kind::ALL {
        let template = model::template::of_kind(*kind).expect("shipped");
        let mut content: Value =
            serde_json::from_str(model::template::example(*kind).unwrap()).unwrap();
        for list in template.sections.iter().filter_map(|s| s.list.as_ref()) {
            let Some(Value::Array(items)) = content.pointer_mut(&list.pointer) else {
                continue;
            };
            if let Some(first) = items.first().cloned() {
                items.resize(ENTRIES.min(list.entries_max), first);
            }
        }
        let ctx = CheckContext {
            template,
            from,
            to,
            from_authority: &from_authority,
            to_authority: &to_authority,
            now,
            urgency: Urgency::Normal,
            instruments: directory.catalogue(),
            pending: &[],
            others: &others,
            desks: &[],
        };
        let mut took: Vec<u128> = (0..TURNS)
            .map(|_| {
                let started = Instant::now();
                let _ = check(&content, &ctx);
                started.elapsed().as_micros()
            })
            .collect();
        took.sort_unstable();
        let at = |n: usize| took.get(n).copied().unwrap_or_default();
        println!(
            "| {kind} | {} | {} µs | {} µs |",
            values(&content),
            at(TURNS / 2),
            at(TURNS - 1)
        );
    }
}

/// How many leaves a content has.
fn values(value: &Value) -> usize {
    match value {
        Value::Object(map) => map.values().map(values).sum(),
        Value::Array(list) => list.iter().map(values).sum(),
        _ => 1,
    }
}
