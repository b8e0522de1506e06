//! A node comes back from an old backup: its peers send again what it lost, no number is used twice, nothing acknowledged is gone.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use model::request::Stage;
use model::{Actor, Role};
use office::Silent;
use sim::Town;

use crate::desk::{holds, town};
use crate::first_request::{answer_and_execute, give_back, see, send};

/// Numbers of each stream as they were seen on the road, with what carried them.
fn numbers(town: &Town, seen: &mut BTreeMap<(String, u64, u64), model::Digest>) {
    for sighting in town.roads.sightings() {
        let parsed = seal::envelope::Envelope::parse(&sighting.bytes).unwrap();
        let place = (
            sighting.from.to_string(),
            parsed.header.epoch,
            parsed.header.seq,
        );
        let id = seal::sha256(&sighting.bytes);
        let before = seen.insert(place.clone(), id);
        assert!(before.is_none_or(|b| b == id), "{place:?} was used twice");
    }
}

#[tokio::test]
async fn a_restored_node_is_told_what_it_lost_and_uses_no_number_twice() {
    let (dir, mut town) = town(51).await;
    let mut seen = BTreeMap::new();
    let before = send(&town).await;
    town.settle(100).await.unwrap();
    answer_and_execute(&town, before).await;
    town.settle(100).await.unwrap();
    let backup = dir.path().join("backup");
    {
        let xa = town.house("XA");
        let operator = Actor::operator(xa.office.state());
        office::backup::make(&xa.office, &operator, &backup, &Silent)
            .await
            .unwrap();
    }
    // After the backup: evidence comes back, in bulk, and is acknowledged.
    give_back(&town, before, 300_000).await;
    town.settle(200).await.unwrap();
    numbers(&town, &mut seen);
    let lost = see(town.house("XA"), Role::CaseOfficer, before).await;
    assert_eq!(lost.stage, Stage::ReturnSent);
    town.pass(SignedDuration::from_hours(1));
    let folder = dir.path().join("XA-again");
    town.restore("XA", (&backup, &folder)).await.unwrap();
    let now = see(town.house("XA"), Role::CaseOfficer, before).await;
    assert!(now.evidence.is_empty(), "the backup is older");
    town.settle(400).await.unwrap();
    numbers(&town, &mut seen);
    let now = see(town.house("XA"), Role::CaseOfficer, before).await;
    assert_eq!(now.stage, Stage::ReturnSent, "{:?}", now.events);
    let item = now.evidence.first().unwrap();
    let xa = town.house("XA");
    let report =
        office::evidence::check(&xa.office, xa.officer(Role::CaseOfficer), before, &Silent)
            .await
            .unwrap();
    assert!(
        report
            .iter()
            .all(|r| r.id == item.id && r.bytes_ok && r.custody_ok),
        "{report:?}"
    );
    goes_on(&town, &mut seen).await;
    let theirs = see(town.house("XB"), Role::CaseOfficer, before).await;
    assert_eq!(theirs.stage, Stage::ReturnSent, "the peer lost nothing");
    for house in town.houses.values() {
        holds(house).await;
    }
}

/// And it goes on: a new request under a new epoch.
async fn goes_on(town: &Town, seen: &mut BTreeMap<(String, u64, u64), model::Digest>) {
    let xa = town.house("XA");
    let mut content = crate::desk::content();
    content["title"] = "After the fire".into();
    let after = crate::desk::sent(xa, content).await;
    town.settle(200).await.unwrap();
    numbers(town, seen);
    assert_eq!(
        see(town.house("XB"), Role::RegistryOfficer, after)
            .await
            .stage,
        Stage::Delivered
    );
}
