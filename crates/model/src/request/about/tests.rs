//! What each short form does on both sides, and that nobody else's does anything.

use jiff::civil::date;
use serde_json::json;

use super::*;
use crate::request::tests::{Town, by, draft_act, officer, start, state};
use crate::request::{Channel, Draft, Entered, Stage, Standing};

/// A short form of XA's about the request, sent; and as XB has it.
fn form(kind: Kind, parent: &Request, content: Value) -> (Request, Request) {
    let mut content = content;
    content["type"] = json!(kind.code());
    content["parent"] = json!(parent.number);
    let act = Draft {
        id: crate::RequestId::new(start(), [9; 10]),
        template: kind.code().into(),
        content,
        ..draft_act(Standing::Complete)
    };
    let mut town = Town::begun(&act);
    // An envelope of its own.
    town.envelopes = 150;
    let town = town.send_off();
    let there = town.b.clone().expect("it arrived");
    (town.a, there)
}

/// The request on both sides, sent and arrived.
fn parents() -> (Request, Request, Timestamp) {
    let town = Town::begun(&draft_act(Standing::Complete)).send_off();
    let there = town.b.clone().expect("it arrived");
    (town.a, there, town.now)
}

/// Every short form: what it says, the event it leaves, and whether that ends the request.
fn forms() -> [(Kind, Value, &'static str, bool); 6] {
    let whole = json!({"withdrawal": {"extent": "whole", "reason": "person_found"}});
    let part =
        json!({"withdrawal": {"extent": "part", "part": "the second measure", "reason": "error"}});
    let bare = |kind, verb| (kind, json!({}), verb, false);
    [
        (Kind::Withdrawal, whole, "request.withdrawn", true),
        (Kind::Withdrawal, part, "request.part_withdrawn", false),
        bare(Kind::Reminder, "request.reminded"),
        bare(Kind::Supplementary, "request.supplemented"),
        bare(Kind::Amendment, "request.amended"),
        bare(Kind::UrgentConfirmation, "request.confirmed"),
    ]
}

#[test]
fn each_form_does_the_same_on_both_sides() {
    for (kind, content, verb, over) in forms() {
        let (here, there, now) = parents();
        let (sent, arrived) = form(kind, &here, content);
        for (parent, form) in [(&here, &sent), (&there, &arrived)] {
            assert!(parent.is_meant_by(form), "{kind}");
            assert_eq!(form.tied_to(parent).parent, Some(parent.id));
            let (next, effects) = parent.acted_on_by(form, (now, now)).unwrap();
            assert!(effects.is_empty(), "the letter itself tells it");
            let last = next.events.last().unwrap();
            assert_eq!(
                (last.verb.as_str(), last.by.state.as_str()),
                (verb, "XA"),
                "{kind}"
            );
            assert_eq!(next.stage == Stage::Withdrawn, over, "{kind}");
            assert!(over || last.text.as_deref() == Some(form.number.as_str()));
            assert_eq!(next.dispute, None);
        }
    }
}

#[test]
fn a_letter_does_nothing_to_what_nodes_carry() {
    let listed = ACTS.iter().map(|(kind, _, _)| *kind);
    assert!(
        listed
            .into_iter()
            .all(|kind| forms().iter().any(|form| form.0 == kind))
    );
    for (kind, content, verb, _) in forms() {
        let (here, there, now) = parents();
        let (_, mut letter) = form(kind, &here, content);
        for event in &mut letter.events {
            event.envelope = None;
            event.entered = Some(Box::new(Entered {
                by: Some(officer(3)),
                channel: Channel::Post,
                on: date(2026, 3, 2),
                number: None,
                scan: None,
            }));
        }
        assert!(there.is_meant_by(&letter), "{kind}");
        let refusal = there.acted_on_by(&letter, (now, now)).unwrap_err();
        assert_eq!(refusal.code, "BY-NODE", "{kind}");
        // About a case on paper the same letter does what the form says.
        let paper = there.on_paper();
        let (next, _) = paper.acted_on_by(&letter, (now, now)).unwrap();
        let last = next.events.last().map(|event| event.verb.as_str());
        assert_eq!(last, Some(verb), "{kind}");
    }
}

#[test]
fn nobody_elses_form_is_meant() {
    let (here, there, _) = parents();
    let (sent, arrived) = form(Kind::Withdrawal, &here, json!({}));
    let change = |of: fn(&mut Request)| {
        let mut form = arrived.clone();
        of(&mut form);
        form
    };
    for (name, form) in [
        ("the other side's copy", sent),
        ("another State", change(|form| form.from = state("XC"))),
        (
            "another authority",
            change(|form| form.from_authority = "fiu".parse().unwrap()),
        ),
        (
            "another addressee",
            change(|form| form.to_authority = "fiu".parse().unwrap()),
        ),
        (
            "another number",
            change(|form| form.content["parent"] = json!("XA-CA-2026-000009-1")),
        ),
        ("no short form", change(|form| form.template = "mla".into())),
        ("itself", there.clone()),
    ] {
        assert!(!there.is_meant_by(&form), "{name}");
    }
}

#[test]
fn what_was_not_sent_or_is_over_is_not_written_about() {
    let (here, _, now) = parents();
    let (sent, _) = form(Kind::Reminder, &here, json!({}));
    let unsent = Town::begun(&draft_act(Standing::Complete)).a;
    let over = {
        let act = Withdraw {
            reason: "found".into(),
        };
        here.withdraw(&act, &by("XA", 1), now).unwrap().0
    };
    for parent in [unsent, over] {
        let refusal = parent.acted_on_by(&sent, (now, now)).unwrap_err();
        assert_eq!(
            (refusal.code, refusal.field.as_deref()),
            ("STAGE", Some("/parent"))
        );
    }
}
