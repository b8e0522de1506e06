//! What is to be done next, side by side, along a few lives.

use super::*;
use crate::kind::Kind;

fn codes(request: &Request, at: Timestamp) -> Vec<&'static str> {
    let tasks = request.tasks(at, &calendar());
    tasks.iter().map(|task| task.code.code()).collect()
}

/// The tasks of both sides now.
fn both(town: &Town) -> (Vec<&'static str>, Vec<&'static str>) {
    let b = town.b.as_ref().unwrap();
    (codes(&town.a, town.now), codes(b, town.now))
}

fn of_kind(kind: Kind, content: Value) -> Town {
    let draft = Draft {
        template: kind.code().into(),
        content,
        ..draft_act(Standing::Complete)
    };
    Town::acknowledged_as(&draft)
}

fn step(town: &mut Town, side: Side, code: &str) {
    let act = TakeStep {
        text: Some("Reasons.".into()),
        ..TakeStep::named(code)
    };
    match side {
        Side::Incoming => town.b(|r, now| r.take_step(&act, &by("XB", 3), now)),
        Side::Outgoing => town.a(|r, now| r.take_step(&act, &by("XA", 1), now)),
    }
}

#[test]
fn an_ordinary_request_passes_the_task_to_and_fro() {
    let none: Vec<&str> = Vec::new();
    let mut town = Town::sent(Standing::Complete);
    assert_eq!(both(&town), (none.clone(), vec!["register"]));
    town.b(|r, now| r.register(&Register::default(), &by("XB", 3), now));
    assert_eq!(both(&town), (none.clone(), vec!["acknowledge"]));
    town.b(|r, now| r.acknowledge(&acknowledge_act(), &by("XB", 3), now));
    assert_eq!(both(&town), (none.clone(), vec!["decide"]));
    town.b(|r, now| r.ask(&ask_act(), &by("XB", 3), now));
    assert_eq!(both(&town), (vec!["answer_items"], none.clone()));
    let due = town.a.tasks(town.now, &calendar())[0].due.unwrap();
    assert_eq!(calendar().due_date(due), date(2026, 3, 30));
    town.a(|r, now| r.answer(&answer_act(), &by("XA", 1), now));
    town.b(|r, now| r.accept(&accept_act(), &by("XB", 3), now));
    assert_eq!(both(&town), (none.clone(), vec!["begin_execution"]));
    town.b(|r, now| r.begin_execution(&Progress::default(), &by("XB", 3), now));
    assert_eq!(both(&town), (none.clone(), vec!["report_execution"]));
    town.b(|r, now| r.report(&report_act(), &by("XB", 3), now));
    assert_eq!(both(&town), (none.clone(), none));
}

#[test]
fn an_arrest_of_unknown_length_asks_for_the_period() {
    let mut town = of_kind(Kind::ProvisionalArrest, serde_json::json!({}));
    assert_eq!(both(&town).1, ["record_arrest"]);
    step(&mut town, Side::Incoming, "arrest");
    assert_eq!(both(&town).0, ["ask_period", "send_documents"]);
    let b = town.b.clone().unwrap();
    let until = TakeStep {
        text: Some("Our law: 45 days.".into()),
        until: Some(date(2026, 4, 17)),
        ..TakeStep::named("extend")
    };
    town.b(|r, now| r.take_step(&until, &by("XB", 3), now));
    assert_eq!(both(&town).0, ["send_documents"]);
    let late: Timestamp = "2026-04-18T00:00:00Z".parse().unwrap();
    assert!(codes(town.b.as_ref().unwrap(), late).contains(&"record_release_or_extension"));
    assert!(
        !codes(&b, late).contains(&"record_release_or_extension"),
        "nobody guesses"
    );
}

#[test]
fn a_refused_extradition_leaves_a_task_that_cannot_be_put_aside() {
    let mut town = of_kind(Kind::Extradition, serde_json::json!({}));
    town.b(|r, now| r.propose_refusal(&refuse_act(Ground::Persecution), &by("XB", 3), now));
    assert_eq!(both(&town).1, ["confirm_refusal"]);
    town.b(|r, now| r.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), now));
    let tasks = town.b.as_ref().unwrap().tasks(town.now, &calendar());
    assert!(
        tasks.len() == 1 && tasks[0].mandatory && tasks[0].due.is_some(),
        "{tasks:?}"
    );
    assert_eq!(tasks[0].code, TaskCode::ProsecuteOrTransfer);
    step(&mut town, Side::Incoming, "prosecute");
    assert_eq!(both(&town).1, ["report_outcome"]);
}

#[test]
fn preservation_is_prolonged_in_time_or_the_request_follows() {
    let mut town = of_kind(
        Kind::ElectronicEvidence,
        serde_json::json!({"subtype": "EE-PRES"}),
    );
    assert_eq!(both(&town).1, ["preserve"]);
    step(&mut town, Side::Incoming, "preserve");
    assert_eq!(both(&town).0, ["send_mla"]);
    let reminder = "2026-04-17T00:00:00Z".parse().unwrap();
    assert_eq!(
        codes(&town.a, reminder),
        ["send_mla", "extend_preservation"]
    );
    assert_eq!(
        codes(town.b.as_ref().unwrap(), reminder),
        ["extend_preservation"]
    );
    step(&mut town, Side::Incoming, "mla_arrived");
    assert_eq!(both(&town).0, Vec::<&str>::new());
}
