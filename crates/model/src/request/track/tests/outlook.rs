//! What a page offers is what a request takes, and what it shows as locked is refused.

use serde_json::json;

use super::walks::{said, town};
use crate::deadline::Calendar;
use crate::request::tests::by;
use crate::request::{Request, Side, TakeStep, TaskCode};

/// Every kind with a track, and one without.
const KINDS: [(&str, &str); 12] = [
    ("mla", ""),
    ("extradition", ""),
    ("provisional_arrest", ""),
    ("transfer_of_proceedings", ""),
    ("asset_freezing", ""),
    ("electronic_evidence", "preservation"),
    ("electronic_evidence", "content"),
    ("electronic_evidence", "emergency_disclosure"),
    ("spontaneous_information", ""),
    ("joint_investigation_team", ""),
    ("police", ""),
    ("notice", ""),
];
/// How far from the acknowledgement all ways are gone.
const STEPS_DEEP: usize = 3;

/// Takes each step that is offered, and tries each that is locked; returns how many were offered.
fn tried(request: &Request, now: jiff::Timestamp, deep: usize) -> usize {
    let by = match request.side {
        Side::Incoming => by("XB", 3),
        Side::Outgoing => by("XA", 1),
    };
    let mut offered = 0;
    for ahead in request.ahead(now) {
        let act = TakeStep {
            measures: ahead.measures.clone(),
            ..said(ahead.step.code())
        };
        match (request.take_step(&act, &by, now), ahead.locks.first()) {
            (Ok((next, _)), None) => {
                offered += 1;
                if deep > 1 {
                    offered += tried(&next, now, deep - 1);
                }
            }
            (Err(refusal), Some(lock)) => assert_eq!(refusal.code, lock.code, "{}", act.step),
            (Err(refusal), None) => panic!("{} is offered and refused: {refusal:?}", act.step),
            (Ok(_), Some(lock)) => panic!("{} is shown locked and taken: {lock:?}", act.step),
        }
    }
    offered
}

#[test]
fn what_is_offered_is_taken_and_what_is_locked_is_refused() {
    for (template, subtype) in KINDS {
        let content =
            json!({"evidence": {"subtype": subtype}, "measures": [{"kind": "banking_records"}]});
        let town = town(template, content);
        let open = town.b.as_ref().unwrap();
        assert!(tried(open, town.now, STEPS_DEEP) > 0, "{template}");
        tried(&town.a, town.now, STEPS_DEEP);
        let mut unanswered = open.clone();
        *unanswered.guard = Default::default();
        tried(&unanswered, town.now, STEPS_DEEP);
    }
}

#[test]
fn a_team_waits_for_the_other_signature_and_says_so() {
    let town = town("joint_investigation_team", json!({}));
    let sign = said("sign");
    let (signed, _) = town.a.take_step(&sign, &by("XA", 1), town.now).unwrap();
    let ahead = signed.ahead(town.now);
    let start = ahead.iter().find(|one| one.step.code() == "start").unwrap();
    assert_eq!(start.locks.first().map(|lock| lock.code), Some("JIT-03"));
    let there = signed.tasks_there(town.now, &Calendar::utc());
    assert!(
        there
            .iter()
            .any(|task| task.code == TaskCode::SignAgreement)
    );
}

#[test]
fn each_place_names_the_event_that_led_there() {
    let town = town("asset_freezing", json!({}));
    let mut b = town.b.clone().unwrap();
    for step in ["determine", "freeze", "freeze", "exempt", "review"] {
        b = b.take_step(&said(step), &by("XB", 3), town.now).unwrap().0;
    }
    let passed: Vec<(String, &str)> = b
        .passed()
        .into_iter()
        .map(|(phase, event)| {
            (
                phase.to_string(),
                event.map_or("", |event| event.verb.as_str()),
            )
        })
        .collect();
    let expected = [
        ("received", ""),
        ("determination", "step.determine"),
        ("frozen", "step.freeze"),
        ("exempted", "step.exempt"),
        ("reviewed", "step.review"),
    ];
    let expected: Vec<_> = expected
        .map(|(phase, verb)| (phase.to_owned(), verb))
        .into();
    assert_eq!(passed, expected);
    assert!(town.a.unsent().next().is_none());
}
