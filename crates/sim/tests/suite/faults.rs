//! What a post can do to two nodes (exchange study, section 6), as far as it can be done in a town.

use bytes::Bytes;
use jiff::SignedDuration;
use model::request::Stage;
use model::{Role, StateCode};
use office::exchange::{Ingest, ingest};
use office::workers;
use sim::Town;
use sim::post::Sighting;

use crate::desk::{holds, ledger_size, town};
use crate::first_request::{see, send};

fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

/// Send a request and catch its envelope, which does not arrive: the weekly key is fetched and the letter sealed while the
/// other house is there, and posted when it is not.
async fn caught(town: &Town) -> (model::RequestId, Bytes) {
    let id = send(town).await;
    let xa = &town.house("XA").office;
    workers::send_round(xa).await.unwrap();
    town.roads.leave(&state("XB"));
    workers::send_round(xa).await.unwrap();
    town.roads.enter(&town.house("XB").office);
    let mut seen = town.roads.sightings();
    let Sighting { bytes, .. } = seen.pop().unwrap();
    (id, bytes)
}

#[tokio::test]
async fn a_replay_gets_the_same_receipt_and_no_new_leaf() {
    let (_dir, town) = town(41).await;
    let (id, bytes) = caught(&town).await;
    let xb = &town.house("XB").office;
    let first = ingest(xb, &state("XA"), bytes.clone()).await.unwrap();
    let size = ledger_size(xb).await;
    for _ in 0..3 {
        let again = ingest(xb, &state("XA"), bytes.clone()).await.unwrap();
        assert_eq!((again.status, &again.body), (200, &first.body));
    }
    assert!(!first.body.is_empty());
    assert_eq!(ledger_size(xb).await, size);
    town.settle(100).await.unwrap();
    let again = ingest(xb, &state("XA"), bytes.clone()).await.unwrap();
    assert_eq!(again.body, first.body, "also when it was opened long ago");
    // Somebody else who recorded it learns nothing from it.
    let other = ingest(xb, &state("XC"), bytes).await.unwrap();
    assert_eq!(other.status, 422);
    assert_ne!(other.body, first.body);
    assert_eq!(
        see(town.house("XA"), Role::CaseOfficer, id).await.stage,
        Stage::Delivered
    );
}

#[tokio::test]
async fn the_same_envelope_at_the_same_moment_is_kept_once() {
    let (_dir, town) = town(42).await;
    let (_, bytes) = caught(&town).await;
    let xb = &town.house("XB").office;
    let size = ledger_size(xb).await;
    let xa = state("XA");
    let many = (0..8).map(|_| ingest(xb, &xa, bytes.clone()));
    let answers: Vec<Ingest> = futures_util::future::join_all(many)
        .await
        .into_iter()
        .map(Result::unwrap)
        .collect();
    let statuses: Vec<u16> = answers.iter().map(|a| a.status).collect();
    assert!(
        statuses.iter().all(|s| [200, 201].contains(s)),
        "{statuses:?}"
    );
    assert!(answers.windows(2).all(|p| p[0].body == p[1].body));
    assert_eq!(ledger_size(xb).await, size + 1, "one leaf");
    holds(town.house("XB")).await;
}

#[tokio::test]
async fn for_another_state_stripped_or_altered_is_refused_and_says_why() {
    let (_dir, town) = town(43).await;
    let (_, bytes) = caught(&town).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let size = ledger_size(&xb.office).await;
    // Back to its own sender, as if it were for it.
    let other = ingest(&xa.office, &state("XB"), bytes.clone())
        .await
        .unwrap();
    assert_eq!(other.status, 422);
    let card = seal::card::open_card(
        &office::peers::our_card(&xb.office).await.unwrap(),
        xb.office.now(),
    )
    .unwrap();
    for at in (0..bytes.len()).step_by(bytes.len() / 37) {
        let mut altered = bytes.to_vec();
        altered[at] ^= 0x20;
        let answer = ingest(&xb.office, &state("XA"), altered.clone().into())
            .await
            .unwrap();
        if answer.status == 201 {
            // Nothing of the envelope is malleable but what nobody reads: there is no such byte.
            panic!("byte {at} was changed and nobody saw it");
        }
        assert_eq!(answer.status, 422, "byte {at}");
        let refusal = seal::receipt::open_receipt(&answer.body, &card).unwrap();
        let seal::receipt::Outcome::Refused(reason) = refusal.outcome else {
            panic!("byte {at}: no reason")
        };
        assert!(
            seal::envelope::Reason::from_code(&reason).is_some(),
            "{reason}"
        );
        assert_eq!(refusal.envelope, seal::sha256(&altered));
    }
    for cut in [0, 1, bytes.len() / 2, bytes.len() - 1] {
        let answer = ingest(&xb.office, &state("XA"), bytes.slice(..cut))
            .await
            .unwrap();
        assert_eq!(answer.status, 422);
    }
    assert_eq!(
        ledger_size(&xb.office).await,
        size,
        "whoever sends rubbish fills no disk"
    );
    assert_eq!(
        ingest(&xb.office, &state("XA"), bytes)
            .await
            .unwrap()
            .status,
        201
    );
}

#[tokio::test]
async fn what_comes_out_of_order_arrives_all_the_same() {
    let (_dir, town) = town(44).await;
    let (first, one) = caught(&town).await;
    let mut other = crate::desk::content();
    other["title"] = "Another matter altogether".into();
    let xa = town.house("XA");
    let second = crate::desk::sent(xa, other).await;
    town.roads.leave(&state("XB"));
    let mut two = None;
    for _ in 0..40 {
        workers::send_round(&xa.office).await.unwrap();
        two = two.or(town
            .roads
            .sightings()
            .into_iter()
            .map(|s| s.bytes)
            .find(|b| *b != one));
        town.pass(SignedDuration::from_mins(1));
    }
    let xb = town.house("XB");
    for bytes in [two.unwrap(), one] {
        assert_eq!(
            ingest(&xb.office, &state("XA"), bytes)
                .await
                .unwrap()
                .status,
            201
        );
    }
    town.roads.enter(&xb.office);
    town.settle(200).await.unwrap();
    for id in [first, second] {
        assert_eq!(
            see(xb, Role::RegistryOfficer, id).await.stage,
            Stage::Delivered
        );
        assert_eq!(see(xa, Role::CaseOfficer, id).await.stage, Stage::Delivered);
    }
}

#[tokio::test]
async fn a_peer_that_is_away_for_a_week_gets_everything_and_is_asked_at_least_every_quarter_of_an_hour()
 {
    let (_dir, town) = town(45).await;
    let (id, _) = caught(&town).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    town.roads.leave(&state("XB"));
    let (mut gap, mut longest) = (0, 0);
    for _ in 0..(7 * 24 * 60) {
        workers::send_round(&xa.office).await.unwrap();
        gap = if town.roads.sightings().is_empty() {
            gap + 1
        } else {
            0
        };
        longest = longest.max(gap);
        town.pass(SignedDuration::from_mins(1));
    }
    assert!(longest <= 15, "no pause above the cap: {longest} min");
    assert!(see(xa, Role::CaseOfficer, id).await.stage < Stage::Delivered);
    // Contact from the peer ends the pause at once.
    town.roads.enter(&xb.office);
    workers::send_round(&xb.office).await.unwrap();
    town.settle(30).await.unwrap();
    assert_eq!(see(xa, Role::CaseOfficer, id).await.stage, Stage::Delivered);
    holds(xa).await;
}

#[tokio::test]
async fn after_thirty_days_it_is_over_and_refused_by_whoever_gets_it_then() {
    let (_dir, town) = town(46).await;
    let (id, bytes) = caught(&town).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    town.roads.leave(&state("XB"));
    for _ in 0..31 {
        workers::send_round(&xa.office).await.unwrap();
        town.pass(SignedDuration::from_hours(24));
    }
    workers::send_round(&xa.office).await.unwrap();
    let waiting = office::health::metrics(&xa.office)
        .await
        .unwrap()
        .outbox_waiting;
    assert_eq!(waiting, 0, "nothing is tried for ever");
    let late = ingest(&xb.office, &state("XA"), bytes).await.unwrap();
    assert_eq!(late.status, 422);
    let reader = xb
        .office
        .read(xb.officer(Role::RegistryOfficer), model::Purpose::Mla)
        .await
        .unwrap();
    assert!(reader.request(id).await.unwrap().is_none());
}

#[tokio::test]
async fn what_was_announced_and_never_came_lapses_and_gives_room() {
    let (_dir, town) = town(47).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    crate::first_request::answer_and_execute(&town, id).await;
    town.settle(100).await.unwrap();
    town.roads.sightings();
    // The answers are lost: the envelope is announced at XA, its segments stay at XB.
    crate::first_request::give_back(&town, id, 50_000).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    town.roads.leave(&state("XA"));
    let mut caught = None;
    for _ in 0..20 {
        workers::send_round(&xb.office).await.unwrap();
        for seen in town.roads.sightings() {
            let parsed = seal::envelope::Envelope::parse(&seen.bytes).unwrap();
            if let Some(blob) = parsed.header.blobs.first() {
                caught = Some((seen.bytes.clone(), blob.root));
            }
        }
        town.pass(SignedDuration::from_mins(1));
    }
    let (bytes, root) = caught.unwrap();
    let size = ledger_size(&xa.office).await;
    for _ in 0..3 {
        let answer = ingest(&xa.office, &state("XB"), bytes.clone())
            .await
            .unwrap();
        assert_eq!(
            (answer.status, answer.body.len()),
            (202, 0),
            "no receipt before it is whole"
        );
    }
    assert_eq!(ledger_size(&xa.office).await, size + 1, "announced once");
    assert!(
        office::exchange::missing(&xa.office, &state("XB"), root)
            .await
            .unwrap()
            .is_some()
    );
    assert!(
        office::exchange::missing(&xa.office, &state("XC"), root)
            .await
            .unwrap()
            .is_none()
    );
    town.pass(SignedDuration::from_hours(24 * 31));
    workers::keep(&xa.office).await.unwrap();
    assert!(
        office::exchange::missing(&xa.office, &state("XB"), root)
            .await
            .unwrap()
            .is_none()
    );
    let late =
        office::exchange::put_segment(&xa.office, &state("XB"), (root, 0), &[], Bytes::new()).await;
    assert_eq!(late.unwrap(), 404);
    assert_eq!(
        ingest(&xa.office, &state("XB"), bytes)
            .await
            .unwrap()
            .status,
        422
    );
    holds(xa).await;
}

/// The next envelope of XA's that nobody here has seen.
async fn next_seen(town: &Town, known: &Bytes) -> Bytes {
    let xa = &town.house("XA").office;
    for _ in 0..40 {
        workers::send_round(xa).await.unwrap();
        let mut seen = town.roads.sightings().into_iter().map(|s| s.bytes);
        if let Some(new) = seen.find(|bytes| bytes != known) {
            return new;
        }
        town.pass(SignedDuration::from_mins(1));
    }
    panic!("nothing was sent");
}

#[tokio::test]
async fn a_withdrawal_that_overtakes_its_request_waits_for_it() {
    let (_dir, town) = town(45).await;
    let (id, request) = caught(&town).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let now = see(xa, Role::CaseOfficer, id).await;
    let withdraw = model::request::Withdraw {
        reason: "No longer needed.".to_owned(),
    };
    let officer = xa.officer(Role::CaseOfficer);
    let act = crate::first_request::on(&xa.office, &now, withdraw);
    office::requests::withdraw(&xa.office, officer, act)
        .await
        .unwrap();
    town.roads.leave(&state("XB"));
    let withdrawal = next_seen(&town, &request).await;
    let size = ledger_size(&xb.office).await;
    for bytes in [withdrawal.clone(), withdrawal, request] {
        let answer = ingest(&xb.office, &state("XA"), bytes).await.unwrap();
        assert!([200, 201].contains(&answer.status), "{}", answer.status);
        while workers::open_round(&xb.office).await.unwrap() {}
    }
    while workers::open_round(&xb.office).await.unwrap() {}
    let there = see(xb, Role::RegistryOfficer, id).await;
    assert_eq!(there.stage, Stage::Withdrawn, "{:?}", there.events);
    // Two kept, one set aside to wait, two taken in: nothing was quarantined and nothing done twice.
    assert_eq!(ledger_size(&xb.office).await, size + 5);
    holds(xb).await;
}

#[tokio::test]
async fn what_never_arrived_is_said_on_the_case() {
    let (_dir, town) = town(46).await;
    let xa = town.house("XA");
    town.roads.leave(&state("XB"));
    let id = send(&town).await;
    town.pass(SignedDuration::from_hours(24 * 31));
    for _ in 0..3 {
        workers::send_round(&xa.office).await.unwrap();
    }
    let here = see(xa, Role::CaseOfficer, id).await;
    assert_eq!(here.dispute.as_deref(), Some("delivery:EXPIRED"));
    holds(xa).await;
}

/// XA stops talking to XB.
async fn suspend(town: &Town) {
    let xa = town.house("XA");
    let act = office::peers::SuspendPeer {
        act: xa.office.new_act(),
        state: state("XB"),
        reason: model::state::SuspendReason::KeysExposed,
    };
    office::peers::suspend(&xa.office, xa.officer(Role::Administrator), act)
        .await
        .unwrap();
}

#[tokio::test]
async fn an_exchange_that_is_stopped_stops_what_is_under_way() {
    let (_dir, town) = town(48).await;
    let xa = town.house("XA");
    let first = send(&town).await;
    let mut other = crate::desk::content();
    other["title"] = "Another matter altogether".into();
    let second = crate::desk::sent(xa, other).await;
    // Both are sealed; the first is on the road, and the second would follow, when the exchange is stopped.
    workers::send_round(&xa.office).await.unwrap();
    assert!(town.roads.sightings().is_empty(), "sealed, not sent");
    let barrier = town.roads.hold().await;
    let office = xa.office.clone();
    let round = tokio::spawn(async move { workers::send_round(&office).await });
    while town.roads.sightings().is_empty() {
        tokio::task::yield_now().await;
    }
    suspend(&town).await;
    drop(barrier);
    round.await.unwrap().unwrap();
    assert!(town.roads.sightings().is_empty(), "the second stays here");
    for _ in 0..3 {
        workers::send_round(&xa.office).await.unwrap();
        town.pass(SignedDuration::from_hours(1));
    }
    assert!(town.roads.sightings().is_empty(), "and later too");
    // Thirty days later it is given up, and its case says so; the one that arrived is not touched.
    town.pass(SignedDuration::from_hours(24 * 31));
    for _ in 0..3 {
        workers::send_round(&xa.office).await.unwrap();
    }
    let mut said = Vec::new();
    for id in [first, second] {
        said.push(see(xa, Role::CaseOfficer, id).await.dispute);
    }
    said.sort();
    assert_eq!(said, [None, Some("delivery:EXPIRED".to_owned())]);
    holds(xa).await;
}

#[tokio::test]
async fn a_long_answer_on_an_urgent_case_takes_the_lane_that_can_carry_it() {
    let (_dir, town) = town(49).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let now = see(xb, Role::RegistryOfficer, id).await;
    let register = model::request::Register {
        reference: None,
        urgency: Some(model::request::Urgency::Emergency),
    };
    let act = crate::first_request::on(&xb.office, &now, register);
    let registry = xb.officer(Role::RegistryOfficer);
    office::requests::register(&xb.office, registry, act)
        .await
        .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    let acknowledge = model::request::Acknowledge {
        reference: "B-1".to_owned(),
        officer_function: "case officer".to_owned(),
        next_date: None,
        officer: None,
    };
    let officer = xb.officer(Role::CaseOfficer);
    let act = crate::first_request::on(&xb.office, &now, acknowledge);
    office::requests::acknowledge(&xb.office, officer, act)
        .await
        .unwrap();
    // Two letters of eight thousand signs are short; ten in a script of two bytes a letter are not.
    let now = see(xb, Role::CaseOfficer, id).await;
    let items = (0..10).map(|n| model::request::AskedItem {
        code: "comment".to_owned(),
        field: String::new(),
        text: format!("{n} {}", "Ж".repeat(7_900)),
        answered: false,
    });
    let ask = model::request::Ask {
        items: items.collect(),
        answer_by: None,
    };
    let act = crate::first_request::on(&xb.office, &now, ask);
    office::requests::ask(&xb.office, officer, act)
        .await
        .unwrap();
    town.settle(200).await.unwrap();
    let there = see(xa, Role::CaseOfficer, id).await;
    assert_eq!(there.stage, Stage::InfoRequested);
    assert_eq!(there.asked.len(), 10);
    holds(xb).await;
}
