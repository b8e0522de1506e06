//! What a hostile or broken peer, or a fire, must not be able to do unseen.

use jiff::SignedDuration;
use model::{Purpose, RequestId, Role};
use office::exchange::ingest;
use office::{Silent, evidence, workers};
use seal::envelope;
use sim::Town;

use super::returned;
use crate::desk::{content, draft, town};
use crate::first_request::{on, see, send};

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
