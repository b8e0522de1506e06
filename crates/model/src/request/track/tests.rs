//! The tables themselves: every phase is reached, every verb leads one way, every clock has its name.

mod counted;
mod outlook;
mod told;
mod walks;

use std::collections::BTreeSet;

use super::*;
use crate::deadline::Periods;

#[test]
fn every_phase_is_reached_and_every_step_can_be_taken() {
    let mut seen: BTreeSet<Phase> = BTreeSet::from([Phase::LapseDue]);
    for track in Track::ALL {
        let kinds = Kind::ALL.iter();
        let starts: BTreeSet<Phase> = kinds.map(|kind| track.start(*kind)).collect();
        let mut reached = starts.clone();
        loop {
            let leads = |step: &&Step| {
                step.from.is_empty() || step.from.iter().any(|p| reached.contains(p))
            };
            let more: BTreeSet<Phase> = track
                .steps()
                .iter()
                .filter(leads)
                .flat_map(|step| step.to.iter().copied())
                .filter(|phase| !reached.contains(phase))
                .collect();
            if more.is_empty() {
                break;
            }
            reached.extend(more);
        }
        for step in track.steps() {
            let dead: Vec<_> = step.from.iter().filter(|p| !reached.contains(p)).collect();
            assert!(dead.is_empty(), "{track} {}: {dead:?}", step.verb);
        }
        seen.extend(reached);
    }
    let missing: Vec<_> = Phase::ALL.iter().filter(|p| !seen.contains(p)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn one_verb_leads_one_way_from_one_phase() {
    for track in Track::ALL {
        for phase in Phase::ALL {
            for side in Side::ALL {
                let mut verbs = BTreeSet::new();
                for step in track
                    .steps()
                    .iter()
                    .filter(|s| s.is_of(*side) && s.leads_from(*phase))
                {
                    assert!(verbs.insert(step.verb), "{track} {phase} {}", step.verb);
                }
            }
        }
    }
    for (_, step) in steps() {
        let owner =
            |other: &Step| other.verb == step.verb && other.stage.is_some() && step.stage.is_some();
        assert!(step.verb.starts_with("step.") || step.code().is_empty());
        // On one track a verb reaches one stage, whichever row it takes.
        for track in Track::ALL
            .iter()
            .filter(|t| t.steps().iter().any(|s| std::ptr::eq(s, step)))
        {
            assert!(
                track
                    .steps()
                    .iter()
                    .filter(|s| owner(s))
                    .all(|s| s.stage == step.stage),
                "{track} {}",
                step.verb
            );
        }
    }
}

#[test]
fn clocks_that_steps_start_are_named_and_known() {
    let names: BTreeSet<&str> = crate::request::CLOCK_NAMES.iter().copied().collect();
    let periods: BTreeSet<&str> = Periods::names().collect();
    for (_, step) in steps() {
        for tick in step.clocks {
            match tick {
                Tick::Start(name, period) | Tick::StartFromDay(name, period) => {
                    assert!(
                        names.contains(name) && periods.contains(period),
                        "{name} {period}"
                    );
                }
                Tick::Until(name) | Tick::Review(name) | Tick::Meet(name) => {
                    assert!(names.contains(name), "{name}")
                }
            }
        }
    }
    for (name, period) in Track::ALL.iter().flat_map(|track| track.on_delivery()) {
        assert!(
            names.contains(name) && periods.contains(period),
            "{name} {period}"
        );
    }
}

#[test]
fn of_closed_information_the_summary_is_seen() {
    let mut closed = walks::town("spontaneous_information", serde_json::json!({}))
        .b
        .unwrap();
    closed.content = serde_json::json!({"title": "A returnee", "persons": [{"family_name": "Talvik"}],
        "information": {"summary": "One person", "content": "By ferry"}});
    assert_eq!(
        closed.as_readable().content,
        serde_json::json!({"title": "A returnee", "information": {"summary": "One person"}})
    );
}
