//! What a page offers is what a request takes; what it shows as locked, and what it does not show, is refused.

use serde_json::json;

use super::super::steps;
use super::walks::{said, town};
use crate::deadline::Calendar;
use crate::request::tests::{accept_act, by, refuse_act};
use crate::request::{Ahead, Ground, Refuse, Request, Side, TakeStep, TaskCode};

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

/// Takes each step that is offered, and tries each that is locked and each that is not shown; goes on from where they
/// lead, and from a refusal that waits for its second person. Returns how many were offered.
fn tried(request: &Request, now: jiff::Timestamp, deep: usize) -> usize {
    let by = match request.side {
        Side::Incoming => by("XB", 3),
        Side::Outgoing => by("XA", 1),
    };
    let shown = request.ahead(now);
    hidden_is_refused(request, (&shown, now));
    let mut offered = 0;
    if deep > 1 {
        offered += refusals(request, now)
            .iter()
            .map(|waiting| tried(waiting, now, deep - 1))
            .sum::<usize>();
    }
    for ahead in shown {
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

/// No step that is not shown is taken, whatever is said with it, and it is the case that refuses it.
fn hidden_is_refused(request: &Request, (shown, now): (&[Ahead], jiff::Timestamp)) {
    let by = match request.side {
        Side::Incoming => by("XB", 3),
        Side::Outgoing => by("XA", 1),
    };
    for (_, step) in steps().filter(|(_, step)| !step.code().is_empty()) {
        if shown.iter().any(|one| one.step.verb == step.verb) {
            continue;
        }
        let act = TakeStep {
            measures: (0..request.measures.len()).collect(),
            ..said(step.code())
        };
        let refusal = match request.take_step(&act, &by, now) {
            Err(refusal) => refusal,
            Ok(_) => panic!("{} at {} is not shown and taken", act.step, request.stage),
        };
        let of_form = ["MISSING", "MALFORMED", "DATE-PAST", "DATE-FUTURE", "PERSON"];
        assert!(
            !of_form.contains(&refusal.code),
            "{}: {refusal:?}",
            act.step
        );
    }
}

/// The request with a proposed refusal of the whole, and of its first measure, where either can be proposed.
fn refusals(request: &Request, now: jiff::Timestamp) -> Vec<Request> {
    let grounds = [Ground::EssentialInterests, Ground::Persecution];
    let proposed = |measures: &[usize]| {
        grounds.iter().find_map(|ground| {
            let act = Refuse {
                measures: measures.to_vec(),
                ..refuse_act(*ground)
            };
            request.propose_refusal(&act, &by("XB", 3), now).ok()
        })
    };
    let both = [proposed(&[]), proposed(&[0])];
    both.into_iter().flatten().map(|(next, _)| next).collect()
}

#[test]
fn while_a_refusal_waits_nothing_is_promised_and_the_rest_goes_on() {
    let content = json!({"measures": [{"kind": "banking_records"}, {"kind": "search"}]});
    let town = town("mla", content);
    let open = town.b.as_ref().unwrap();
    let locks = |request: &Request, code: &str| {
        let ahead = request.ahead(town.now);
        let mut found = ahead.iter().filter(|one| one.step.code() == code);
        let one = found.next().map(|one| &one.locks);
        one.map(|locks| locks.iter().map(|lock| lock.code).collect::<Vec<_>>())
    };
    assert_eq!(locks(open, "accept_measure"), Some(vec![]));
    let waiting = refusals(open, town.now);
    assert_eq!(waiting.len(), 2, "the whole, and one measure");
    for request in &waiting {
        let told = (
            locks(request, "accept_measure"),
            locks(request, "postpone_measure"),
        );
        assert_eq!(told, (Some(vec!["REFUSAL-PENDING"]), Some(vec![])));
    }
    // Once a part is accepted, a refusal of the rest holds nothing up.
    let part = TakeStep {
        measures: vec![1],
        ..said("accept_measure")
    };
    let us = by("XB", 3);
    let (accepted, _) = open.take_step(&part, &us, town.now).unwrap();
    let waiting = refusals(&accepted, town.now);
    assert_eq!(waiting.len(), 1, "what is left");
    for request in &waiting {
        assert_eq!(locks(request, "begin_measure"), Some(vec![]));
    }
    let whole = open.accept(&accept_act(), &us, town.now).unwrap().0;
    assert!(
        refusals(&whole, town.now).is_empty(),
        "nothing is left to refuse"
    );
}

#[test]
fn what_is_offered_is_taken_and_what_is_locked_or_hidden_is_refused() {
    for (template, subtype) in KINDS {
        let content =
            json!({"evidence": {"subtype": subtype}, "measures": [{"kind": "banking_records"}]});
        let town = town(template, content);
        let open = town.b.as_ref().unwrap();
        assert!(tried(open, town.now, STEPS_DEEP) > 0, "{template}");
        tried(&town.a, town.now, STEPS_DEEP);
        let under_conditions = crate::request::Accept {
            conditions: vec!["This proceeding only.".to_owned()],
            ..accept_act()
        };
        let conditional = open.accept(&under_conditions, &by("XB", 3), town.now);
        if let Ok((offered, _)) = conditional {
            tried(&offered, town.now, STEPS_DEEP);
        }
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
