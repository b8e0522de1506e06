//! A clock that is set forward destroys nothing, one that is set back shows nothing again.

use jiff::SignedDuration;
use jiff::civil::date;
use model::{Actor, Role};
use office::records::{self, Frame};
use office::{clock, health, workers};
use sim::{House, fighter};

use super::seen;
use crate::desk::town;
use crate::people_and_checks::copy;

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// A record that is destroyed on a day of October.
async fn expiring(house: &House) -> model::RecordId {
    let act = fighter::record(house);
    let act = records::Open {
        frame: Frame {
            expires: Some(date(2026, 10, 1)),
            ..act.frame.clone()
        },
        ..act
    };
    let opened = records::open(&house.office, house.officer(Role::Analyst), act).await;
    opened.unwrap()
}

/// What the node says of its clock.
async fn clock_is(house: &House) -> (bool, &'static str) {
    let ready = health::ready(&house.office).await;
    let part = ready.parts.iter().find(|part| part.name == "clock");
    part.map(|part| (part.ok, part.code)).unwrap()
}

async fn stands(house: &House, id: model::RecordId) -> bool {
    let reader = house
        .office
        .read(house.officer(Role::Analyst), model::Purpose::Intelligence)
        .await;
    reader.unwrap().subject(id).await.is_ok()
}

#[tokio::test]
async fn what_a_jump_of_the_clock_would_destroy_waits_for_the_operator() {
    let (dir, mut town) = town(551).await;
    let id = expiring(town.house("XA")).await;
    let xa = town.house("XA");
    workers::erase(&xa.office).await.unwrap();
    assert_eq!(clock_is(xa).await, (true, "works"));
    let before = seen(xa, id).await.version;
    town.set(DAY * 400);
    workers::erase(&xa.office).await.unwrap();
    assert_eq!(clock_is(xa).await, (false, "jump"));
    // A restart makes no clock right.
    let folder = dir.path().join("XA-again");
    copy(xa.dir(), &folder);
    town.reopen("XA", &folder).await.unwrap();
    workers::erase(&town.house("XA").office).await.unwrap();
    assert_eq!(clock_is(town.house("XA")).await, (false, "jump"));
    // Set right again it is as if nothing had been.
    town.set(DAY * -400);
    let xa = town.house("XA");
    workers::erase(&xa.office).await.unwrap();
    assert_eq!(clock_is(xa).await, (true, "works"));
    assert_eq!(seen(xa, id).await.version, before);
    // It was right, and somebody says so: what is over by it is over.
    town.set(DAY * 400);
    let analyst = clock::confirm(&xa.office, xa.officer(Role::Analyst)).await;
    assert_eq!(analyst.unwrap_err().code(), "NOT-ALLOWED");
    workers::erase(&xa.office).await.unwrap();
    assert_eq!(clock_is(xa).await, (false, "jump"));
    let operator = Actor::operator(xa.office.state());
    clock::confirm(&xa.office, &operator).await.unwrap();
    workers::erase(&xa.office).await.unwrap();
    assert_eq!(clock_is(xa).await, (true, "works"));
    town.set(DAY * -400);
    assert!(!stands(xa, id).await);
}

#[tokio::test]
async fn a_clock_set_back_shows_nothing_again() {
    let (_dir, town) = town(552).await;
    let xa = town.house("XA");
    let mut act = fighter::record(xa);
    for said in &mut act.statements {
        said.label.expires = Some(date(2026, 5, 1));
    }
    let opened = records::open(&xa.office, xa.officer(Role::Analyst), act).await;
    let id = opened.unwrap();
    workers::erase(&xa.office).await.unwrap();
    let all = seen(xa, id).await.stated.len();
    assert!(all > 1);
    for _ in 0..80 {
        town.pass(DAY);
        workers::erase(&xa.office).await.unwrap();
    }
    assert!(seen(xa, id).await.stated.is_empty());
    town.set(DAY * -80);
    workers::erase(&xa.office).await.unwrap();
    assert_eq!(clock_is(xa).await, (false, "back"));
    assert!(seen(xa, id).await.stated.is_empty());
}
