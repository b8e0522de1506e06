//! The locks at the doors that are not the desk's own: messages of the other side, workers and the operator, letters, an old
//! docket, time, a backup. The desk's pages and its program interface are tried in `web`.

use jiff::SignedDuration;
use jiff::civil::date;
use model::message::Re;
use model::request::{self, Gate, Report, TakeStep, locks, steps};
use model::{Actor, Message, Purpose, Request, Role};
use office::docket::{self, Import};
use office::evidence::{self, GiveBack};
use office::requests::{self, Letter, Tell};
use office::{Silent, backup, safeguards, workers};
use serde_json::{Value, json};
use sim::House;
use sim::locked::{ASKS, Case, DESK, cases, reply, road, seen, turns};

use super::by_hand::hand_signed;
use crate::desk::{holds, town};
use crate::first_request::on;

/// The verb that stands for a gate.
fn verb(gate: Gate) -> &'static str {
    match gate {
        Gate::Grant => "step.grant",
        Gate::Surrender => "step.surrender",
        Gate::Accept => "request.accepted",
        Gate::HandOver => "evidence.returned",
        Gate::End => "request.closed",
    }
}

/// What the desk itself has done on a case so far that passes its gate.
async fn passed(house: &House, case: &Case) -> usize {
    let ours = house.office.state();
    let events = seen(house, case.id).await.unwrap().events;
    let events = events.into_iter().filter(|e| e.by.state == *ours);
    events.filter(|event| case.passes(&event.verb)).count()
}

/// The lock is closed, and it is this one.
async fn closed(house: &House, case: &Case, door: &str) {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house.office.read(officer, Purpose::Mla).await.unwrap();
    let request = reader.safeguards(case.id).await.unwrap().request;
    let by = request.locked_by(verb(case.gate), house.office.now());
    let codes: Vec<&str> = by.iter().map(|refusal| refusal.code).collect();
    let rule = case.closed.unwrap().rule();
    assert!(codes.contains(&rule), "{}, {door}: {codes:?}", case.said());
}

fn gated(case: &Case) -> Vec<&'static str> {
    let steps = steps().filter(|(_, step)| case.passes(step.verb));
    let codes = steps.map(|(_, step)| step.code());
    codes.filter(|code| !code.is_empty()).collect()
}

fn report() -> Report {
    Report {
        what: "Done".to_owned(),
        on: date(2026, 3, 2),
        law: "Code 12".to_owned(),
        executed_by: "Police".to_owned(),
        measures: Vec::new(),
    }
}

/// Everything that a node could write about a case which is not its own to decide, and what it may offer.
fn messages(case: &Case, now: &Request) -> Vec<Message> {
    let change = |pointer: &str, value: Value| json!({"pointer": pointer, "value": value});
    let promise = json!([{"kind": "death_not_sought", "giver": "government", "given_by": "Us",
        "binds": ["prosecutor", "court", "pardon"], "text": "Never.", "date": "2026-03-01"}]);
    let changes = json!([
        change("/assurances", promise),
        change("/guard", json!({"record": {}})),
        change("/safeguards", json!({"asylum": "no"})),
        change("/offences/0/death_penalty", json!("no")),
    ]);
    let mut told = vec![
        json!({"kind": "Answered", "changes": changes}),
        json!({"kind": "Accepted", "reasons": "Granted."}),
        json!({"kind": "Accepted", "reasons": "Granted.", "conditions": ["None."]}),
        json!({"kind": "InExecution"}),
        json!({"kind": "PartlyExecuted", "report": report()}),
        json!({"kind": "Executed", "report": report()}),
        json!({"kind": "Returned", "items": [], "certificate": "True"}),
    ];
    let named = |step: &str| TakeStep {
        text: Some("So it is.".to_owned()),
        ..TakeStep::named(step)
    };
    let steps = gated(case).into_iter();
    told.extend(steps.map(|step| json!({"kind": "Step", "step": named(step)})));
    let at = |n: i64| Re {
        request: case.id,
        number: now.number.clone(),
        at: now.updated + SignedDuration::from_secs(n),
        authority: "ca".parse().unwrap(),
    };
    let whole = |(n, mut one): (i64, Value)| {
        one["re"] = json!(at(n));
        serde_json::from_value(one).unwrap()
    };
    (1..).zip(told).map(whole).collect()
}

/// Each act that passes a gate, by somebody to whom no case belongs.
async fn nobody_else(house: &House, case: &Case) {
    let office = &house.office;
    let now = seen(house, case.id).await.unwrap();
    let mut strangers = vec![Actor::operator(office.state())];
    let workers = ["timers", "inbox", "outbox", "retention", "link", "docket"];
    strangers.extend(workers.map(|name| Actor::worker(office.state(), name)));
    for actor in &strangers {
        let accept = request::Accept {
            reasons: "In order.".to_owned(),
            conditions: Vec::new(),
        };
        let back = GiveBack {
            items: Vec::new(),
            certificate: "True".to_owned(),
            proving_torture: false,
        };
        let safeguard = case.closed.unwrap();
        let key = reply(safeguard, safeguard.clear());
        let mut done = vec![
            requests::accept(office, actor, on(office, &now, accept)).await,
            requests::execute(office, actor, on(office, &now, report())).await,
            evidence::give_back(office, actor, on(office, &now, back)).await,
            safeguards::note(office, actor, on(office, &now, key)).await,
        ];
        for step in gated(case) {
            let what = TakeStep::named(step);
            done.push(requests::step(office, actor, on(office, &now, what)).await);
        }
        assert!(
            done.iter().all(Result::is_err),
            "{}, {actor:?}",
            case.said()
        );
    }
}

/// The case once more, as a docket or a letter would have it end.
async fn on_paper(house: &House, case: &Case) {
    let office = &house.office;
    let now = seen(house, case.id).await.unwrap();
    let head = "side,number,state,kind,subject,their_number,received_on,acknowledged_on,decided_on,decision,executed_on,returned_on";
    let row = format!(
        "incoming,{},{ASKS},{},Once more,{},2025-05-20,2025-05-22,2025-06-30,accepted,2025-07-01,2025-07-02",
        now.number, case.kind, now.number
    );
    let import = Import {
        table: format!("{head}\n{row}\n"),
        authority: "ca".parse().unwrap(),
    };
    let registry = house.officer(Role::RegistryOfficer);
    docket::import(office, registry, &import).await.unwrap();
    let letter = Letter {
        channel: request::Channel::Post,
        on: date(2026, 3, 2),
        number: Some("P 7".to_owned()),
    };
    let what = Tell {
        letter,
        message: json!({"kind": "Accepted", "reasons": "Granted.", "conditions": []}),
    };
    let paper = None::<requests::Paper<futures_util::stream::Empty<std::io::Result<bytes::Bytes>>>>;
    let told = requests::tell(office, registry, on(office, &now, what), paper).await;
    assert_eq!(told.unwrap_err().code(), "BY-NODE");
    assert_eq!(seen(house, case.id).await.unwrap(), now, "{}", case.said());
}

async fn no_way_round(seed: u64, gate: Gate) {
    let (dir, mut town) = town(seed).await;
    let all = cases(&town, (gate, &turns(gate)), road(gate))
        .await
        .unwrap();
    let mut number = 1000;
    let mut before = Vec::new();
    for case in &all {
        let (asks, desk) = (town.house(ASKS), town.house(DESK));
        before.push(passed(desk, case).await);
        closed(desk, case, "at first").await;
        nobody_else(desk, case).await;
        on_paper(desk, case).await;
        let now = seen(desk, case.id).await.unwrap();
        for message in messages(case, &now) {
            number += 1;
            hand_signed((asks, desk), (number, "ca"), &message).await;
        }
    }
    // Half a year goes by; clocks run out, workers do what they do.
    for _ in 0..6 {
        town.pass(SignedDuration::from_hours(24 * 30));
        for house in town.houses.values() {
            workers::keep(&house.office).await.unwrap();
        }
    }
    for (case, before) in all.iter().zip(&before) {
        let desk = town.house(DESK);
        assert_eq!(passed(desk, case).await, *before, "{}", case.said());
        closed(desk, case, "after messages, letters, workers and time").await;
    }
    let desk = town.house(DESK);
    holds(desk).await;
    let (copy, folder) = (dir.path().join("copy"), dir.path().join("again"));
    let operator = Actor::operator(desk.office.state());
    backup::make(&desk.office, &operator, &copy, &Silent)
        .await
        .unwrap();
    town.restore(DESK, (&copy, &folder)).await.unwrap();
    for (case, before) in all.iter().zip(&before) {
        let desk = town.house(DESK);
        closed(desk, case, "restored").await;
        assert_eq!(passed(desk, case).await, *before, "{}", case.said());
    }
    // What held was the lock: the officer's own answer opens it, on the restored desk too.
    let (case, desk) = (all.first().unwrap(), town.house(DESK));
    let safeguard = case.closed.unwrap();
    let answer = (safeguard, safeguard.clear());
    sim::locked::answer(desk, case.id, answer).await.unwrap();
    let officer = desk.officer(Role::CaseOfficer);
    let reader = desk.office.read(officer, Purpose::Mla).await.unwrap();
    let request = reader.safeguards(case.id).await.unwrap().request;
    let by = request.locked_by(verb(gate), desk.office.now());
    assert!(by.is_empty(), "{}: {by:?}", case.said());
}

#[tokio::test]
async fn no_way_round_to_a_grant() {
    no_way_round(221, Gate::Grant).await;
}

#[tokio::test]
async fn no_way_round_to_a_surrender() {
    no_way_round(222, Gate::Surrender).await;
}

#[tokio::test]
async fn no_way_round_to_a_promise_of_help() {
    no_way_round(223, Gate::Accept).await;
}

#[tokio::test]
async fn no_way_round_to_handing_over() {
    no_way_round(224, Gate::HandOver).await;
}

/// A docket's past is history; what it leaves to be done waits for the answers that nobody has given yet.
#[tokio::test]
async fn what_an_old_docket_leaves_to_do_waits_for_its_locks() {
    let (_dir, town) = town(225).await;
    let desk = town.house(DESK);
    let office = &desk.office;
    let days = |gate| match gate {
        Gate::Grant | Gate::Accept | Gate::End => "2025-05-20,2025-05-22,,,",
        Gate::Surrender | Gate::HandOver => "2025-05-20,2025-05-22,2025-06-30,accepted,",
    };
    let mut table =
        "side,number,state,kind,subject,received_on,acknowledged_on,decided_on,decision,ground\n"
            .to_owned();
    let rows: Vec<(Gate, &str, &str)> = vec![
        (Gate::Grant, "extradition", "SAF-04"),
        (Gate::Surrender, "extradition", "SAF-04"),
        (Gate::Accept, "transfer_of_proceedings", "SAF-07"),
        (Gate::HandOver, "transfer_of_proceedings", "SAF-07"),
    ];
    for (n, (gate, kind, _)) in rows.iter().enumerate() {
        table += &format!("incoming,IN/{n},FR,{kind},Case {n},{}\n", days(*gate));
    }
    table +=
        "incoming,IN/9,FR,extradition,Refused,2025-05-20,2025-05-22,2025-06-30,refused,torture\n";
    let import = Import {
        table,
        authority: "ca".parse().unwrap(),
    };
    let registry = desk.officer(Role::RegistryOfficer);
    let report = docket::import(office, registry, &import).await.unwrap();
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    let officer = desk.officer(Role::CaseOfficer);
    for ((gate, _, rule), line) in rows.iter().zip(&report.lines) {
        let reader = office.read(officer, Purpose::Mla).await.unwrap();
        let request = reader.safeguards(line.request).await.unwrap().request;
        let by = request.locked_by(verb(*gate), office.now());
        assert!(by.iter().any(|r| r.code == *rule), "{gate}: {by:?}");
        let acted = act(desk, &request, *gate).await;
        assert!(acted.is_err(), "{gate}");
        for safeguard in request::Safeguard::ALL {
            let clear = (*safeguard, safeguard.clear());
            sim::locked::answer(desk, line.request, clear)
                .await
                .unwrap();
        }
        let request = seen(desk, line.request).await.unwrap();
        act(desk, &request, *gate).await.unwrap();
    }
    let refused = seen(desk, report.lines.last().unwrap().request)
        .await
        .unwrap();
    let close = on(office, &refused, request::Close::default());
    let closed = requests::close(office, officer, close).await;
    assert_eq!(closed.unwrap_err().code(), "PROSECUTE-OR-TRANSFER");
    assert_eq!(
        locks()
            .iter()
            .filter(|(.., gate, _)| *gate == Gate::End)
            .count(),
        0
    );
}

/// What the gate is about, by the officer of the case.
async fn act(desk: &House, now: &Request, gate: Gate) -> office::Result<i64> {
    let (office, officer) = (&desk.office, desk.officer(Role::CaseOfficer));
    let accept = request::Accept {
        reasons: "In order.".to_owned(),
        conditions: Vec::new(),
    };
    match gate {
        Gate::Grant | Gate::Accept => {
            requests::accept(office, officer, on(office, now, accept)).await
        }
        _ => requests::execute(office, officer, on(office, now, report())).await,
    }
}
