//! One person releases, a life being at risk; a second looks at it within a day.

use jiff::SignedDuration;
use model::card::ReleaseStage;
use model::record::Property;
use model::{Class, Purpose, RecordId, ReleaseId, Role, limits};
use office::records::{self, Change, Decide, OnRecord, Supervised};
use sim::{House, Town, fighter};

use super::alone::as_if;
use super::{decision, opened, proposed, seen, stated};
use crate::desk::town;

const NOTE: &str = "The train arrives in an hour.";

fn noted(house: &House, release: ReleaseId, version: i64, note: &str) -> Decide {
    Decide {
        version,
        note: note.to_owned(),
        ..decision(house, release)
    }
}

/// A record opened, proposed to Belmora and released by its author alone.
async fn alone(house: &House) -> (RecordId, ReleaseId) {
    let id = opened(house).await;
    let release = proposed(house, id, &["XB"]).await[0];
    let act = noted(house, release, 1, NOTE);
    records::release_alone(&house.office, house.officer(Role::Analyst), act)
        .await
        .unwrap();
    (id, release)
}

async fn overseen(house: &House) -> Supervised {
    let approver = house.officer(Role::Approver);
    let reader = house.office.read(approver, Purpose::Intelligence).await;
    reader.unwrap().supervised().await.unwrap()
}

async fn stage(house: &House, id: RecordId) -> ReleaseStage {
    seen(house, id).await.releases[0].stage
}

async fn cards(town: &Town, of: &str) -> usize {
    let house = town.house(of);
    let desk = house.officer(Role::DutyOfficer);
    let reader = house.office.read(desk, Purpose::Screening).await.unwrap();
    reader.cards("", 0).await.unwrap().rows.len()
}

#[tokio::test]
async fn one_person_releases_where_a_life_is_at_risk_and_a_second_looks() {
    let (_dir, town) = town(596).await;
    let xa = town.house("XA");
    let id = opened(xa).await;
    let release = proposed(xa, id, &["XB"]).await[0];
    let analyst = xa.officer(Role::Analyst);
    let bare = records::release_alone(&xa.office, analyst, noted(xa, release, 1, " . ")).await;
    assert_eq!(bare.unwrap_err().code(), "MISSING");
    // Nobody who does not propose releases alone: not the second person either.
    for role in Role::ALL.iter().filter(|role| **role != Role::Analyst) {
        let act = noted(xa, release, 1, NOTE);
        let refused = records::release_alone(&xa.office, xa.officer(*role), act).await;
        assert!(refused.is_err(), "{role}");
    }
    let act = noted(xa, release, 1, NOTE);
    records::release_alone(&xa.office, analyst, act)
        .await
        .unwrap();
    town.settle(30).await.unwrap();
    assert_eq!(
        (stage(xa, id).await, cards(&town, "XB").await),
        (ReleaseStage::Alone, 1)
    );
    let waits = overseen(xa).await.alone;
    let (_, one) = &waits[0];
    let hours = SignedDuration::from_hours(limits::ALONE_LOOK_HOURS);
    assert_eq!(one.look_by(), Some(one.alone.as_ref().unwrap().1 + hours));
    // Whoever released it does not look at it, in whatever dress; it is not released twice.
    let dressed = as_if(analyst, &[Role::Analyst, Role::Approver], Class::Secret);
    let own = records::approve(&xa.office, &dressed, noted(xa, release, 2, "")).await;
    assert_eq!(own.unwrap_err().code(), "FOUR-EYES");
    let twice = records::release_alone(&xa.office, analyst, noted(xa, release, 2, NOTE)).await;
    assert_eq!(twice.unwrap_err().code(), "STAGE");
    // The record does not end before that look, and with it what there is to be looked at.
    let end = OnRecord {
        act: xa.office.new_act(),
        record: id,
        version: seen(xa, id).await.version,
        change: Change::End {
            reason: "needed no more".to_owned(),
        },
    };
    let ended = records::change(&xa.office, analyst, end).await;
    assert_eq!(ended.unwrap_err().code(), "RELEASE-UNSEEN");
    // A day later it is not taken back by a machine, and stands there still.
    town.pass(SignedDuration::from_hours(25));
    let xa = town.house("XA");
    assert!(overseen(xa).await.alone[0].1.look_by().unwrap() < xa.office.now());
    let approver = xa.officer(Role::Approver);
    records::approve(&xa.office, approver, noted(xa, release, 2, ""))
        .await
        .unwrap();
    town.settle(30).await.unwrap();
    assert_eq!(
        (stage(xa, id).await, cards(&town, "XB").await),
        (ReleaseStage::Released, 1)
    );
    assert!(overseen(xa).await.alone.is_empty());
}

#[tokio::test]
async fn what_one_released_alone_a_second_takes_back() {
    let (_dir, town) = town(597).await;
    let xa = town.house("XA");
    let (id, release) = alone(xa).await;
    town.settle(30).await.unwrap();
    assert_eq!(cards(&town, "XB").await, 1);
    let approver = xa.officer(Role::Approver);
    let bare = records::refuse(&xa.office, approver, noted(xa, release, 2, "")).await;
    assert_eq!(bare.unwrap_err().code(), "MISSING");
    let act = noted(xa, release, 2, "Nobody was in danger.");
    records::refuse(&xa.office, approver, act).await.unwrap();
    town.settle(30).await.unwrap();
    assert_eq!(
        (stage(xa, id).await, cards(&town, "XB").await),
        (ReleaseStage::Refused, 0)
    );
    assert!(
        seen(xa, id)
            .await
            .issues
            .iter()
            .all(|one| one.stage == "recalled")
    );
}

#[tokio::test]
async fn to_release_alone_is_no_habit_and_passes_no_gate() {
    let (_dir, town) = town(598).await;
    let xa = town.house("XA");
    for _ in 0..limits::ALONE_UNSEEN_MAX {
        alone(xa).await;
    }
    let id = opened(xa).await;
    let release = proposed(xa, id, &["XB"]).await[0];
    let analyst = xa.officer(Role::Analyst);
    let act = noted(xa, release, 1, NOTE);
    let more = records::release_alone(&xa.office, analyst, act).await;
    assert_eq!(more.unwrap_err().code(), "URGENT-UNSEEN");
    // Another officer's are counted apart, and a look makes room; a gate that holds it now holds it still.
    let first = overseen(xa).await.alone[0].1.id;
    let approver = xa.officer(Role::Approver);
    records::approve(&xa.office, approver, noted(xa, first, 2, ""))
        .await
        .unwrap();
    let label = fighter::label(xa, Class::Official, &["XA", "XB"]);
    let voice = fighter::says(Property::Description, "A well-known journalist.", label);
    let change = OnRecord {
        act: xa.office.new_act(),
        record: id,
        version: seen(xa, id).await.version,
        change: stated(voice),
    };
    records::change(&xa.office, analyst, change).await.unwrap();
    let act = noted(xa, release, 1, NOTE);
    let held = records::release_alone(&xa.office, analyst, act).await;
    assert_eq!(held.unwrap_err().code(), "RECORD-VOICE");
}
