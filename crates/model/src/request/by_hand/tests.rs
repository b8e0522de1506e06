//! A case whose other side has no node: the same life, told by letters.

use jiff::civil::date;
use serde_json::json;

use super::*;
use crate::request::tests::{approve_act, by, calendar, digest, drafted, officer, start, state};
use crate::request::{Findings, Send, Submit};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn entered(on: Date) -> Entered {
    Entered {
        by: Some(officer(1)),
        channel: Channel::DiplomaticPouch,
        on,
        number: Some("P 17/2026".into()),
        scan: None,
    }
}

/// A request of XA to XB that was sent on 2 March and lies ready to be dispatched.
fn sent() -> Request {
    let draft = drafted(Standing::Complete).on_paper();
    let submit = Submit {
        findings: Findings::default(),
    };
    let (review, _) = draft.submit(&submit, &by("XA", 1), start()).unwrap();
    let (approved, _) = review
        .approve(&approve_act(), &by("XA", 2), start())
        .unwrap();
    let send = Send {
        content_sha256: digest(1),
        findings: Findings::default(),
        single_officer: false,
    };
    approved.send(&send, &by("XA", 1), start()).unwrap().0
}

fn told(request: &Request, what: Value, on: Date, now: Timestamp) -> Result<Request, Refusal> {
    let moment = request.told_on(on, &calendar(), now)?;
    let act = Tell {
        heard: Heard::read(what, &request.re_told(moment))?,
        entered: entered(on),
        scan: None,
    };
    let (next, effects) = request.tell(&act, &by("XA", 1), (&calendar(), now))?;
    assert!(effects.is_empty());
    Ok(next)
}

#[test]
fn a_case_lives_its_whole_life_by_letters() {
    let now = at("2026-09-01T12:00:00Z");
    let report = json!({"what": "Records", "on": "2026-05-20", "law": "Code 12", "measures": []});
    let letters = [
        (
            json!({"kind": "Dispatched"}),
            date(2026, 3, 3),
            Stage::Transmitted,
        ),
        (
            json!({"kind": "Delivered"}),
            date(2026, 3, 10),
            Stage::Delivered,
        ),
        (
            json!({"kind": "Acknowledged", "reference": "B/7", "officer_function": "Desk", "next_date": null}),
            date(2026, 3, 12),
            Stage::Acknowledged,
        ),
        (
            json!({"kind": "InfoRequested", "items": [{"code": "MLA-07", "field": "", "text": "Why?"}], "answer_by": "2026-04-01"}),
            date(2026, 3, 12),
            Stage::InfoRequested,
        ),
        (
            json!({"kind": "Accepted", "reasons": "In order", "conditions": ["Only this case"]}),
            date(2026, 4, 15),
            Stage::AcceptedWithConditions,
        ),
        (
            json!({"kind": "Executed", "report": report}),
            date(2026, 5, 20),
            Stage::Executed,
        ),
        (
            json!({"kind": "Closed", "note": null}),
            date(2026, 8, 1),
            Stage::Closed,
        ),
    ];
    let mut request = sent();
    for (what, on, stage) in letters {
        let kind = what.get("kind").cloned();
        request = told(&request, what, on, now).unwrap_or_else(|r| panic!("{kind:?}: {r}"));
        assert_eq!(
            (request.stage, &request.dispute),
            (stage, &None),
            "{kind:?}"
        );
        let last = request.events.last().unwrap();
        assert_eq!(last.entered.as_deref(), Some(&entered(on)), "{kind:?}");
        assert_eq!(last.envelope, None);
        assert_eq!(calendar().date(last.at), on);
        assert_eq!(last.noted, now);
    }
    assert_eq!(request.their_reference.as_deref(), Some("B/7"));
    assert_eq!(request.conditions, ["Only this case"]);
    // The clocks run from the days of the letters, as if a node had told them.
    let clocks = request.wind(&calendar(), &crate::deadline::Periods::default());
    let ack = clocks.iter().find(|clock| clock.name == "ack").unwrap();
    assert_eq!(calendar().date(ack.started), date(2026, 3, 10));
    assert_eq!(
        ack.met.map(|met| calendar().date(met)),
        Some(date(2026, 3, 12))
    );
}

#[test]
fn what_cannot_follow_is_refused_before_it_is_kept() {
    let now = at("2026-03-20T12:00:00Z");
    let reasons = json!({"kind": "Accepted", "reasons": "In order"});
    let draft = drafted(Standing::Complete).on_paper();
    let by_node = {
        let mut request = sent();
        request.carried = Carriage::Node;
        request
    };
    for (name, request, what, on, code) in [
        (
            "not sent",
            draft,
            reasons.clone(),
            date(2026, 3, 3),
            "STAGE",
        ),
        (
            "a node tells it",
            by_node,
            reasons.clone(),
            date(2026, 3, 3),
            "BY-NODE",
        ),
        (
            "to come",
            sent(),
            reasons.clone(),
            date(2026, 3, 22),
            "DATE-FUTURE",
        ),
        (
            "older than the request",
            sent(),
            reasons.clone(),
            date(2026, 3, 1),
            "DATE-ORDER",
        ),
    ] {
        assert_eq!(
            told(&request, what, on, now).unwrap_err().code,
            code,
            "{name}"
        );
    }
    let nobody = By {
        officer: None,
        ..by("XA", 1)
    };
    let act = Tell {
        heard: Heard::Dispatched,
        entered: entered(date(2026, 3, 3)),
        scan: None,
    };
    assert_eq!(
        sent()
            .tell(&act, &nobody, (&calendar(), now))
            .unwrap_err()
            .code,
        "PERSON"
    );
}

/// Every letter that can be entered, as an act of the other side or of the road.
fn letters() -> Vec<Value> {
    let report = json!({"what": "Records", "on": "2026-03-03", "law": "Code 12", "measures": [0]});
    let asked = json!([{"code": "letter", "field": "", "text": "Why?"}]);
    vec![
        json!({"kind": "Dispatched"}),
        json!({"kind": "Delivered"}),
        json!({"kind": "Registered", "reference": "B/7"}),
        json!({"kind": "Acknowledged", "reference": "B/7", "officer_function": "Desk", "next_date": null}),
        json!({"kind": "InfoRequested", "items": asked, "answer_by": null}),
        json!({"kind": "Consultation", "items": asked, "answer_by": null}),
        json!({"kind": "Answered", "changes": [], "note": "The harbour branch."}),
        json!({"kind": "Accepted", "reasons": "In order"}),
        json!({"kind": "Postponed", "reasons": "A trial here", "review_by": null}),
        json!({"kind": "Refused", "ground": "own_law_prohibits", "reasons": "No such power"}),
        json!({"kind": "InExecution"}),
        json!({"kind": "PartlyExecuted", "report": report}),
        json!({"kind": "Executed", "report": report}),
        json!({"kind": "Returned", "items": [], "certificate": "True copies"}),
        json!({"kind": "ReturnReceived", "verified": []}),
        json!({"kind": "Step", "step": {"step": "withdraw_measure", "measures": [0], "text": "Found"}}),
        json!({"kind": "CostAnswered", "answer": {"cost": 0, "agreed": true}}),
        json!({"kind": "Withdrawn", "reason": "Found"}),
        json!({"kind": "Lapsed", "reason_code": "conditions"}),
        json!({"kind": "Closed", "note": null}),
    ]
}

#[test]
fn no_letter_tells_what_a_node_tells() {
    let now = at("2026-03-20T12:00:00Z");
    let (draft, _) = Request::take_down(&taken(), &by("XA", 1), start()).unwrap();
    let entering = (&calendar(), start());
    let (came, _) = draft.enter(digest(3), &by("XA", 1), entering).unwrap();
    for paper in [sent(), came] {
        let by_node = Request {
            carried: Carriage::Node,
            ..paper.clone()
        };
        for what in letters() {
            let refusal = told(&by_node, what.clone(), date(2026, 3, 3), now).unwrap_err();
            assert_eq!(refusal.code, "BY-NODE", "{what}");
            // On paper it is the stage or the side that says whether it can follow.
            let on_paper = told(&paper, what.clone(), date(2026, 3, 3), now);
            let code = on_paper.err().map(|refusal| refusal.code);
            assert_ne!(code, Some("BY-NODE"), "{what}");
            assert_ne!(code, Some("MALFORMED"), "{what}");
        }
    }
}

#[test]
fn what_is_not_the_other_sides_to_say_is_not_entered() {
    let now = at("2026-03-20T12:00:00Z");
    let unseen = crate::request::tests::item(9, start());
    for (what, code) in [
        (json!({"kind": "Withdrawn", "reason": "x"}), "NOT-THEIRS"),
        (
            json!({"kind": "Missing", "epoch": 1, "after_seq": 2}),
            "NOT-THEIRS",
        ),
        (json!({"kind": "Rumour"}), "NOT-THEIRS"),
        // Nothing that somebody typed is a piece of evidence, and nothing of it is lost without a word.
        (
            json!({"kind": "Returned", "items": [unseen], "certificate": "True copies"}),
            "EVIDENCE-BYTES",
        ),
        (json!({"kind": "Refused", "ground": "because"}), "MALFORMED"),
    ] {
        let refusal = told(&sent(), what.clone(), date(2026, 3, 3), now).unwrap_err();
        assert_eq!(refusal.code, code, "{what}");
    }
}

#[test]
fn letters_of_one_day_keep_the_order_in_which_they_were_entered() {
    let now = at("2026-03-20T12:00:00Z");
    let day = date(2026, 3, 12);
    let ack = json!({"kind": "Acknowledged", "reference": "B/7", "officer_function": "Desk", "next_date": null});
    let request = told(&sent(), ack, day, now).unwrap();
    let refused =
        json!({"kind": "Refused", "ground": "own_law_prohibits", "reasons": "No such power"});
    let request = told(&request, refused, day, now).unwrap();
    assert_eq!(request.stage, Stage::Refused);
    let on_that_day = request
        .events
        .iter()
        .filter(|event| calendar().date(event.at) == day);
    assert!(on_that_day.map(|event| event.at).is_sorted());
}

#[test]
fn nothing_is_carried_out_on_a_day_before_it_was_promised() {
    let now = at("2026-06-20T12:00:00Z");
    let report = json!({"what": "Records", "on": "2026-03-05", "law": "Code 12", "measures": []});
    let accepted = || json!({"kind": "Accepted", "reasons": "In order"});
    let done = [
        json!({"kind": "InExecution"}),
        json!({"kind": "Executed", "report": report}),
        json!({"kind": "Returned", "items": [], "certificate": "True copies"}),
    ];
    for done in done {
        // Whichever of the two letters is entered first; and on one day both may be.
        for letters in [[accepted(), done.clone()], [done.clone(), accepted()]] {
            let enter = |promised: i8, carried_out: i8| {
                let [first, second] = letters.clone();
                let day = |what: &Value| match what["kind"] == "Accepted" {
                    true => date(2026, 4, promised),
                    false => date(2026, 4, carried_out),
                };
                let days = (day(&first), day(&second));
                let held = told(&sent(), first, days.0, now).unwrap();
                told(&held, second, days.1, now)
            };
            let refusal = enter(12, 11).unwrap_err();
            let said = (refusal.code, refusal.field.as_deref());
            assert_eq!(said, ("DATE-ORDER", Some("/on")), "{letters:?}");
            for (promised, carried_out) in [(11, 11), (11, 12)] {
                let next = enter(promised, carried_out);
                assert!(next.is_ok(), "{letters:?}: {next:?}");
            }
        }
    }
}

fn taken() -> TakeDown {
    let number = Number {
        state: state("XA"),
        authority: "ca".parse().unwrap(),
        year: 2026,
        serial: 4,
    };
    let owner = state("XC");
    TakeDown {
        id: RequestId::new(start(), [8; 10]),
        number,
        their_reference: Some("C-99".into()),
        template: "mla".into(),
        template_version: 1,
        from: owner.clone(),
        from_authority: "ca".parse().unwrap(),
        urgency: Urgency::Normal,
        content: json!({"title": "A hearing", "measures": [{"kind": "witness_hearing"}]}),
        lang: Lang::Fr,
        label: Label::own(&owner, crate::label::Class::Restricted)
            .released_to(&owner, &state("XA"))
            .unwrap(),
        entered: entered(date(2026, 2, 20)),
        scan: None,
    }
}

#[test]
fn a_request_that_came_on_paper_is_written_down_and_then_received_like_any_other() {
    let now = start();
    let (draft, _) = Request::take_down(&taken(), &by("XA", 1), now).unwrap();
    assert_eq!(
        (draft.side, draft.stage, draft.home().as_str()),
        (Side::Incoming, Stage::Draft, "XA")
    );
    assert_eq!(draft.waiting(), crate::request::Waiting::Us);
    let edit = crate::request::Edit {
        seen_version: draft.version,
        content: Some(
            json!({"title": "Hearing of a witness", "measures": [{"kind": "witness_hearing"}]}),
        ),
        ..Default::default()
    };
    let (draft, _) = draft.edit(&edit, &by("XA", 1), now).unwrap();
    let (request, effects) = draft
        .enter(digest(3), &by("XA", 1), (&calendar(), now))
        .unwrap();
    assert_eq!(
        (request.stage, request.is_on_paper()),
        (Stage::Delivered, true)
    );
    assert_eq!(request.their_reference.as_deref(), Some("C-99"));
    assert_eq!(request.version, draft.version + 1);
    assert!(request.effects_by_node(effects).is_empty());
    let event = request.events.last().unwrap();
    assert_eq!(
        (event.verb.as_str(), event.by.state.as_str()),
        ("request.delivered", "XC")
    );
    assert!(event.entered.is_some() && event.envelope.is_none());
    assert_eq!(event.noted, now);
    assert_eq!(calendar().date(event.at), date(2026, 2, 20));
    // From here it is registered like any other, and cannot be written down again.
    let register = crate::request::Register::default();
    assert!(request.register(&register, &by("XA", 3), now).is_ok());
    assert_eq!(
        request
            .enter(digest(3), &by("XA", 1), (&calendar(), now))
            .unwrap_err()
            .code,
        "STAGE"
    );
    assert!(request.edit(&edit, &by("XA", 1), now).is_err());
    // A draft of ours is not entered as somebody else's.
    let ours = drafted(Standing::Complete);
    assert_eq!(
        ours.enter(digest(3), &by("XA", 1), (&calendar(), now))
            .unwrap_err()
            .code,
        "STAGE"
    );
}

#[test]
fn a_case_kept_before_this_reads_as_one_between_nodes() {
    let mut json = serde_json::to_value(sent()).unwrap();
    json.as_object_mut().unwrap().remove("carried");
    let read: Request = serde_json::from_value(json).unwrap();
    assert_eq!(read.carried, Carriage::Node);
}
