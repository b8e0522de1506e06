//! Every row of the table of locks, tried by every act of this side and by every message of the other.

use serde_json::json;

use super::locks::{answer, case, cleared, noted};
use super::*;
use crate::Kind;
use crate::basis::Tri;

/// A case of the kind where one question is answered so that it locks, and nothing else stands in the way.
fn locked_case(safeguard: Safeguard, kind: Kind) -> Request {
    let mut request = case(kind, content());
    request.guard.law.capital = Tri::No;
    request.guard.law.life = Tri::No;
    let wrong = match safeguard.clear() {
        Choice::Yes => Choice::No,
        _ => Choice::Yes,
    };
    noted(&cleared(&request), &answer(safeguard, wrong)).unwrap()
}

/// What an officer of the requested side can do that promises help or hands something over, by name.
fn acts(request: &Request) -> Vec<(String, Outcome)> {
    let (us, now) = (by("XB", 3), start() + SignedDuration::from_hours(9));
    let conditional = Accept {
        conditions: vec!["This proceeding only.".to_owned()],
        ..accept_act()
    };
    let part = Report {
        measures: vec![0],
        ..report_act()
    };
    let proposed = Refuse {
        measures: vec![0],
        ..refuse_act(Ground::EssentialInterests)
    };
    let refused = request
        .propose_refusal(&proposed, &us, now)
        .and_then(|(next, _)| next.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), now));
    let mut done = vec![
        ("accept".to_owned(), request.accept(&accept_act(), &us, now)),
        (
            "accept on".to_owned(),
            request.accept(&conditional, &us, now),
        ),
        ("refuse in part".to_owned(), refused),
        ("report".to_owned(), request.report(&report_act(), &us, now)),
        (
            "report a part".to_owned(),
            request.report_part(&part, &us, now),
        ),
        (
            "return".to_owned(),
            request.return_evidence(&ReturnEvidence::default(), &us, now),
        ),
    ];
    for (_, step) in steps().filter(|(_, step)| !step.code().is_empty()) {
        let act = TakeStep {
            text: Some("There are good reasons to do without.".to_owned()),
            until: Some(date(2026, 6, 1)),
            purpose: Some(Use::Intelligence),
            measures: vec![0],
            amounts: vec![Amount {
                what: "Account".to_owned(),
                ..Amount::default()
            }],
            ..TakeStep::named(step.code())
        };
        done.push((step.verb.to_owned(), request.take_step(&act, &us, now)));
    }
    done
}

/// Verbs by which something is promised or handed over behind a gate.
fn passes(verb: &str, kind: Kind, gate: Gate) -> bool {
    let gated = steps().filter(|(_, step)| step.verb == verb);
    let own = gated.filter_map(|(_, step)| step.gate).chain([verb]);
    own.into_iter()
        .any(|verb| gate_of(verb, Some(kind)) == Some(gate))
}

#[test]
fn no_act_of_this_side_passes_a_lock_of_the_table() {
    for (safeguard, kind, gate, _) in locks() {
        let request = locked_case(safeguard, kind);
        for (act, outcome) in acts(&request) {
            let Ok((next, _)) = outcome else {
                continue;
            };
            let through: Vec<_> = next
                .events
                .iter()
                .skip(request.events.len())
                .filter(|event| passes(&event.verb, kind, gate))
                .collect();
            assert!(
                through.is_empty(),
                "{safeguard} {kind} {gate} {act}: {through:?}"
            );
        }
        // The same acts, as far as the table lets them, once the question is answered well: the lock was what held.
        let open = noted(&request, &answer(safeguard, safeguard.clear())).unwrap();
        let codes = |request: &Request| -> Vec<String> {
            let codes = acts(request).into_iter();
            codes
                .filter_map(|(act, outcome)| Some(format!("{act} {}", outcome.err()?.code)))
                .collect()
        };
        let rule = safeguard.rule();
        let named = |codes: &[String]| codes.iter().any(|code| code.ends_with(rule));
        assert!(
            named(&codes(&request)),
            "{safeguard} {kind} {gate}: {:?}",
            codes(&request)
        );
        assert!(
            !named(&codes(&open)),
            "{safeguard} {kind} {gate}: {:?}",
            codes(&open)
        );
    }
}

#[test]
fn no_message_of_the_other_side_passes_a_lock() {
    let re = |request: &Request, n: i64| crate::message::Re {
        request: request.id,
        number: request.number.clone(),
        at: start() + SignedDuration::from_hours(20 + n),
        authority: authority("ca"),
    };
    for (safeguard, kind, gate, _) in locks() {
        let request = locked_case(safeguard, kind);
        let mut messages = vec![
            json!({"kind": "Accepted", "reasons": "Granted."}),
            json!({"kind": "Accepted", "reasons": "Granted.", "conditions": ["None."]}),
            json!({"kind": "InExecution"}),
            json!({"kind": "PartlyExecuted", "report": report_act()}),
            json!({"kind": "Executed", "report": report_act()}),
            json!({"kind": "Returned", "items": [], "certificate": "c"}),
        ];
        for (_, step) in steps().filter(|(_, step)| !step.code().is_empty()) {
            let act = TakeStep::named(step.code());
            messages.push(json!({"kind": "Step", "step": act}));
        }
        let mut told = request.clone();
        for (n, message) in (1_u8..).zip(messages) {
            let mut message = message;
            message["re"] = json!(re(&request, i64::from(n)));
            let message: Message = serde_json::from_value(message.clone()).unwrap();
            let outcome = told.apply(&state("XA"), &message, digest(100 + n), start());
            told = outcome.unwrap().0;
        }
        assert_eq!(told.stage, request.stage, "{safeguard} {kind} {gate}");
        assert_eq!(told.guard, request.guard);
        let phase = |request: &Request| request.on_track().map(|on| on.phase);
        let ours = |request: &Request| {
            let events = request.events.iter();
            events.filter(|e| e.by.state == *request.home()).count()
        };
        assert_eq!(ours(&told), ours(&request));
        // A team is signed by both, and police of either side turn to assistance.
        let either = [Kind::JointInvestigationTeam, Kind::Police].contains(&kind);
        let stepped = phase(&told) == phase(&request) || either;
        assert!(stepped, "{safeguard} {kind}: {:?}", phase(&told));
    }
}

#[test]
fn every_kind_has_its_locks() {
    for kind in Kind::ALL {
        let rows = locks();
        let mut gates = rows.iter().filter(|(_, of, _, _)| of == kind);
        assert!(gates.next().is_some(), "{kind}");
    }
}

/// Who publishes a notice helps to find; who takes part in a team promises to help it; who takes information in promises nothing.
#[test]
fn no_step_promises_help_past_the_locks() {
    for (track, step) in steps() {
        let promised = [Some(Stage::PartlyAccepted), Some(Stage::Accepted)].contains(&step.stage)
            || step.verb == "step.publish";
        if !promised || !step.is_of(Side::Incoming) || track == Some(Track::Spontaneous) {
            continue;
        }
        let names = [Some(step.verb), step.gate];
        let gated = names
            .into_iter()
            .flatten()
            .any(|name| gate_of(name, Some(Kind::Mla)).is_some());
        assert!(gated, "{track:?} {}", step.verb);
    }
}
