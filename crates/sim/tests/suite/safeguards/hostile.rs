//! What a hostile or broken peer, or a fire, must not be able to do unseen.

use jiff::SignedDuration;
use model::message::RequestSent;
use model::request::Stage;
use model::{Message, Purpose, RequestId, Role};
use office::exchange::ingest;
use office::{Silent, evidence, workers};
use seal::envelope;
use seal::receipt::Outcome;
use sim::{House, Town};

use super::by_hand::{as_sent, hand_between, hand_over, hand_signed, quarantined, receipt};
use super::returned;
use crate::desk::{content, draft, holds, town};
use crate::first_request::{answer_and_execute, on, see, send, walk_files};

#[tokio::test]
async fn what_does_not_fit_is_put_aside_and_never_becomes_a_request() {
    let (_dir, town) = town(73).await;
    let id = send(&town).await;
    let good = as_sent(&see(town.house("XA"), Role::CaseOfficer, id).await);
    let mut changed = good.clone();
    changed.content["title"] = "Something nobody signed".into();
    let mut astray = good.clone();
    astray.to_authority = "nobody".parse().unwrap();
    for (number, wrong) in [(1001, changed), (1002, astray)] {
        let before = quarantined(&town).await;
        hand_over(&town, number, &Message::Request(Box::new(wrong))).await;
        assert_eq!(quarantined(&town).await, before + 1);
        let reader = town.house("XB");
        let reader = reader
            .office
            .read(reader.officer(Role::RegistryOfficer), Purpose::Mla)
            .await
            .unwrap();
        assert!(reader.request(id).await.unwrap().is_none());
    }
    hand_over(&town, 1003, &Message::Request(Box::new(good))).await;
    let here = see(town.house("XB"), Role::RegistryOfficer, id).await;
    assert_eq!(here.stage, Stage::Delivered, "the sound one is taken in");
}

#[tokio::test]
async fn whoever_sent_what_is_put_aside_is_told_so() {
    let (_dir, town) = town(74).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let xa = town.house("XA");
    let sent = see(xa, Role::CaseOfficer, id).await;
    assert_eq!((sent.stage, &sent.dispute), (Stage::Delivered, &None));
    let xb = town.house("XB");
    // What XB puts aside, XA's node hears of by a letter.
    town.roads.sightings();
    let mut stray = as_sent(&sent);
    stray.content["title"] = "Something nobody signed".into();
    hand_over(&town, 1001, &Message::Request(Box::new(stray))).await;
    workers::send_round(&xb.office).await.unwrap();
    workers::send_round(&xb.office).await.unwrap();
    let told = town.roads.sightings();
    assert!(told.iter().any(|s| s.from.as_str() == "XB"), "{told:?}");
    // The stray was not an envelope of XA's office, so its note is itself put aside there, and nobody answers that.
    town.settle(100).await.unwrap();
    town.roads.sightings();
    town.pass(SignedDuration::from_mins(5));
    town.settle(100).await.unwrap();
    assert!(
        town.roads.sightings().is_empty(),
        "notes do not go on for ever"
    );
}

#[tokio::test]
async fn a_note_that_an_envelope_was_put_aside_marks_its_request() {
    let (_dir, town) = town(79).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let sent = see(xa, Role::CaseOfficer, id).await;
    let note = receipt(
        xb,
        sent.envelope.unwrap(),
        Outcome::Refused("CONTENT-DIGEST".to_owned()),
    );
    hand_between((xb, xa), 1001, &note).await;
    let now = see(xa, Role::CaseOfficer, id).await;
    assert_eq!(now.dispute.as_deref(), Some("envelope:CONTENT-DIGEST"));
    let reader = xa
        .office
        .read(xa.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    let receipts = reader.receipts(id).await.unwrap();
    assert!(
        receipts.iter().any(|r| r.kind == "R3" && !r.verified),
        "it is shown beside the receipt of delivery: {receipts:?}"
    );
    holds(xa).await;
}

#[tokio::test]
async fn a_receipt_is_taken_for_what_was_sent_to_its_giver_only() {
    let (_dir, town) = town(75).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let incoming = see(xb, Role::RegistryOfficer, id).await.envelope.unwrap();
    // XA receipts its own envelope, which XB holds as an incoming one.
    let message = receipt(xa, incoming, Outcome::Done);
    let before = quarantined(&town).await;
    hand_over(&town, 1001, &message).await;
    assert_eq!(quarantined(&town).await, before + 1);
}

#[tokio::test]
async fn a_request_to_an_authority_that_the_card_does_not_name_is_not_drafted() {
    let (_dir, town) = town(76).await;
    let xa = town.house("XA");
    let mut astray = draft(&xa.office, content());
    astray.to_authority = "nobody".parse().unwrap();
    let officer = xa.officer(Role::CaseOfficer);
    let refused = office::requests::draft(&xa.office, officer, astray).await;
    assert_eq!(refused.unwrap_err().code(), "AUTHORITY-UNKNOWN");
}

#[tokio::test]
async fn custody_says_received_when_it_arrived_and_by_whom() {
    let (_dir, town) = town(77).await;
    let id = returned(&town, 10_000).await;
    let xa = town.house("XA");
    let now = see(xa, Role::CaseOfficer, id).await;
    let item = now.evidence.first().unwrap().clone();
    let last = item.custody.last().unwrap();
    assert_eq!(
        (last.action.as_str(), last.by.as_str()),
        ("received", "XA:system:inbox")
    );
    town.pass(SignedDuration::from_hours(30));
    let which = evidence::Which { evidence: item.id };
    let report = evidence::open(
        &xa.office,
        xa.officer(Role::CaseOfficer),
        on(&xa.office, &now, which),
    )
    .await
    .unwrap();
    assert!(report.bytes_ok && report.custody_ok);
    let now = see(xa, Role::CaseOfficer, id).await;
    let steps: Vec<_> = now.evidence[0]
        .custody
        .iter()
        .map(|step| step.action.as_str())
        .collect();
    assert_eq!(steps, ["sealed", "sent", "received", "verified", "opened"]);
}

#[tokio::test]
async fn a_peer_that_asks_for_everything_again_is_answered_once_an_hour_and_never_forgotten() {
    let (_dir, town) = town(78).await;
    // XB writes to XA, so that there is something to ask for: hand_over speaks for XA.
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    answer_and_execute(&town, id).await;
    town.settle(100).await.unwrap();
    town.roads.sightings();
    let missing = Message::Missing {
        epoch: 0,
        after_seq: 0,
    };
    let xb = &town.house("XB").office;
    let waiting = async || office::health::metrics(xb).await.unwrap().outbox_waiting;
    hand_over(&town, 1001, &missing).await;
    assert!(waiting().await > 0, "what it lost waits for it again");
    town.settle(100).await.unwrap();
    for number in 1002..1006 {
        hand_over(&town, number, &missing).await;
        assert_eq!(waiting().await, 0, "not again within the hour");
    }
    town.pass(SignedDuration::from_hours(1));
    workers::keep(xb).await.unwrap();
    assert!(waiting().await > 0, "the question was kept");
    town.settle(100).await.unwrap();
    workers::keep(xb).await.unwrap();
    assert_eq!(waiting().await, 0);
}

/// Files of a house's vault.
fn vault(house: &House) -> Vec<std::path::PathBuf> {
    let mut files = Vec::new();
    walk_files(house.dir(), &mut files);
    files.retain(|path| !path.to_string_lossy().contains("comity.sqlite"));
    files.sort();
    files
}

#[tokio::test]
async fn what_comes_a_second_time_leaves_no_second_file() {
    let (_dir, town) = town(80).await;
    let id = returned(&town, 40_000).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let before = vault(xa);
    // The envelopes have expired: XB seals its letters anew, with the evidence, and XA decrypts them once more.
    for _ in 0..31 {
        town.pass(SignedDuration::from_hours(24));
        for house in [xa, xb] {
            workers::keep(&house.office).await.unwrap();
        }
    }
    let missing = Message::Missing {
        epoch: 0,
        after_seq: 0,
    };
    town.roads.sightings();
    hand_over(&town, 1001, &missing).await;
    town.settle(200).await.unwrap();
    let bulky = |s: &sim::post::Sighting| {
        let parsed = envelope::Envelope::parse(&s.bytes).unwrap();
        s.from.as_str() == "XB" && !parsed.header.blobs.is_empty()
    };
    assert!(town.roads.sightings().iter().any(bulky), "it came again");
    assert_eq!(vault(xa), before);
    let now = see(xa, Role::CaseOfficer, id).await;
    let arrivals = now.evidence[0].custody.iter();
    assert_eq!(arrivals.filter(|s| s.action == "received").count(), 1);
    holds(xa).await;
}

#[tokio::test]
async fn what_was_overtaken_and_acknowledged_comes_back_after_a_restore() {
    let (dir, mut town) = town(81).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let now = see(xb, Role::RegistryOfficer, id).await;
    let register = model::request::Register {
        reference: Some("B-1".to_owned()),
        urgency: None,
    };
    let registrar = xb.officer(Role::RegistryOfficer);
    office::requests::register(&xb.office, registrar, on(&xb.office, &now, register))
        .await
        .unwrap();
    town.roads.sightings();
    workers::send_round(&xb.office).await.unwrap();
    town.roads.leave(xa.office.state());
    let mut caught = std::collections::BTreeMap::new();
    for _ in 0..60 {
        workers::send_round(&xb.office).await.unwrap();
        for seen in town.roads.sightings() {
            let parsed = envelope::Envelope::parse(&seen.bytes).unwrap();
            caught.insert(parsed.header.seq, seen.bytes);
        }
        town.pass(SignedDuration::from_mins(1));
    }
    // The second overtakes the first; the backup is made between them.
    assert!(caught.len() >= 2, "{:?}", caught.keys());
    let second = caught.values().next_back().unwrap().clone();
    let answer = ingest(&xa.office, xb.office.state(), second).await.unwrap();
    assert_eq!(answer.status, 201);
    while workers::open_round(&xa.office).await.unwrap() {}
    let backup = dir.path().join("backup");
    let operator = model::Actor::operator(xa.office.state());
    office::backup::make(&xa.office, &operator, &backup, &Silent)
        .await
        .unwrap();
    town.roads.enter(&xa.office);
    town.settle(200).await.unwrap();
    assert!(opened(&town, id).await);
    town.pass(SignedDuration::from_hours(1));
    let folder = dir.path().join("XA-again");
    town.restore("XA", (&backup, &folder)).await.unwrap();
    assert!(!opened(&town, id).await, "the backup is older");
    town.settle(400).await.unwrap();
    assert!(
        opened(&town, id).await,
        "it was acknowledged, and is not lost"
    );
}

/// Whether XA holds XB's receipt that an authority has opened the request.
async fn opened(town: &Town, id: RequestId) -> bool {
    let xa = town.house("XA");
    let reader = xa
        .office
        .read(xa.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    let receipts = reader.receipts(id).await.unwrap();
    receipts.iter().any(|r| r.kind == "R4")
}

#[tokio::test]
async fn no_other_authority_of_a_state_speaks_for_the_one_that_has_the_case() {
    let (_dir, town) = town(67).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let now = see(xa, Role::CaseOfficer, id).await;
    let withdrawn = Message::Withdrawn {
        re: as_sent(&now).re,
        reason: "Says the prosecutor.".to_owned(),
    };
    hand_signed((xa, xb), (9_001, "prosecutor"), &withdrawn).await;
    assert_eq!(quarantined(&town).await, 1);
    let there = see(xb, Role::RegistryOfficer, id).await;
    assert_eq!(there.stage, Stage::Delivered);
    // Signed by the authority that has it, the same words are taken.
    hand_signed((xa, xb), (9_002, "ca"), &withdrawn).await;
    let there = see(xb, Role::RegistryOfficer, id).await;
    assert_eq!(there.stage, Stage::Withdrawn);
    holds(xb).await;
}

/// What is wrong with a request.
type Change<'c> = &'c dyn Fn(&mut RequestSent);

#[tokio::test]
async fn what_nobody_here_could_open_is_refused_and_not_acknowledged() {
    let (_dir, town) = town(68).await;
    let id = send(&town).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let now = see(xa, Role::CaseOfficer, id).await;
    let purposes = Some([Purpose::Administration].into());
    let expired = now.label.clone();
    let unreadable: [(&str, Change<'_>); 2] = [
        ("a form nobody knows", &|sent| {
            sent.template = "mla-of-the-moon".to_owned()
        }),
        ("a label for another purpose", &|sent| {
            sent.label = model::Label {
                purposes: Clone::clone(&purposes),
                ..expired.clone()
            };
        }),
    ];
    for (n, (what, change)) in (0u64..).zip(unreadable) {
        let mut sent = as_sent(&now);
        sent.re.request = RequestId::new(xa.office.now(), [n as u8 + 1; 10]);
        change(&mut sent);
        hand_signed(
            (xa, xb),
            (9_100 + n, "ca"),
            &Message::Request(Box::new(sent)),
        )
        .await;
        assert_eq!(quarantined(&town).await, n + 1, "{what}");
    }
    holds(xb).await;
}

#[tokio::test]
async fn a_later_version_of_a_form_is_kept_and_shown_by_the_one_we_know() {
    let (_dir, town) = town(69).await;
    let id = send(&town).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let mut sent = as_sent(&see(xa, Role::CaseOfficer, id).await);
    let later = RequestId::new(xa.office.now(), [7; 10]);
    sent.re.request = later;
    sent.template_version += 1;
    sent.content["weather"] = serde_json::json!("Fog over the quay");
    sent.content_sha256 = seal::sha256(&seal::canonical_json(&sent.content).unwrap());
    let message = Message::Request(Box::new(sent));
    hand_signed((xa, xb), (9_200, "ca"), &message).await;
    assert_eq!(quarantined(&town).await, 0);
    let kept = see(xb, Role::RegistryOfficer, later).await;
    assert_eq!(kept.content["weather"], "Fog over the quay");
    let reading = xb
        .office
        .forms()
        .reading(&kept.template, kept.template_version)
        .unwrap();
    assert!(!reading.exact && reading.template.name == "mla");
    holds(xb).await;
}
