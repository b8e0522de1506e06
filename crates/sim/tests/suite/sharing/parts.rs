//! Who may not see a part of a record neither gives it away nor learns that it is there.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use model::card::HoldFor;
use model::record::Property;
use model::{Actor, Class, RecordId, Role};
use office::records::{self, Change, Hold, Look, Propose};
use office::workers;
use sim::{House, fighter};

use super::alone::as_if;
use super::{change, decision, opened, seen, seen_by, shared, stated};
use crate::desk::town;

const PLACE: &str = "keeps a room above the dye works";

/// A record with one part that goes to XB and is above `OFFICIAL`.
async fn with_a_higher_part(house: &House) -> RecordId {
    let id = opened(house).await;
    let label = fighter::label(house, Class::Restricted, &["XA", "XB"]);
    let what = fighter::says(Property::Address, PLACE, label);
    change(house, id, stated(what)).await.unwrap();
    id
}

fn wide() -> Look {
    Look {
        clearance: Class::Restricted,
        ..super::to(&["XB"])
    }
}

fn low(house: &House, role: Role) -> Actor {
    as_if(house.officer(role), &[role], Class::Official)
}

async fn looked(house: &House, actor: &Actor, id: RecordId) -> String {
    let reader = house.office.read(actor, model::Purpose::Intelligence).await;
    let looked = records::look(&reader.unwrap(), id, &wide()).await.unwrap();
    assert!(looked[0].card.is_some());
    format!("{looked:?}")
}

async fn propose(house: &House, actor: &Actor, id: RecordId) -> model::ReleaseId {
    let act = Propose {
        act: house.office.new_act(),
        record: id,
        version: seen(house, id).await.version,
        look: wide(),
        basis: "resolution 2322 (2016), paragraph 3".to_owned(),
        reason: "expected at the northern crossing".to_owned(),
    };
    records::propose(&house.office, actor, act).await.unwrap()[0]
}

#[tokio::test]
async fn what_is_released_is_built_from_what_its_officer_sees() {
    let (_dir, town) = town(541).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = with_a_higher_part(xa).await;
    assert!(
        looked(xa, xa.officer(Role::Analyst), id)
            .await
            .contains(PLACE)
    );
    let analyst = low(xa, Role::Analyst);
    assert!(!looked(xa, &analyst, id).await.contains(PLACE));
    let release = propose(xa, &analyst, id).await;
    // A second person who sees more does not add to it.
    let done = records::approve(
        &xa.office,
        xa.officer(Role::Approver),
        decision(xa, release),
    )
    .await;
    let card = done.unwrap();
    town.settle(60).await.unwrap();
    let reader = xb
        .office
        .read(xb.officer(Role::Analyst), model::Purpose::Screening)
        .await;
    let came = format!("{:?}", reader.unwrap().card(card).await.unwrap());
    assert!(came.contains("Okhuen Sera") && !came.contains(PLACE));
}

#[tokio::test]
async fn nobody_releases_a_part_that_they_may_not_see() {
    let (_dir, town) = town(542).await;
    let xa = town.house("XA");
    let id = with_a_higher_part(xa).await;
    let release = propose(xa, xa.officer(Role::Analyst), id).await;
    let refused =
        records::approve(&xa.office, &low(xa, Role::Approver), decision(xa, release)).await;
    assert!(refused.is_err());
    let approver = xa.officer(Role::Approver);
    let done = records::approve(&xa.office, approver, decision(xa, release)).await;
    assert!(done.is_ok());
}

#[tokio::test]
async fn why_a_hidden_part_was_changed_is_hidden_too() {
    let (_dir, town) = town(543).await;
    let xa = town.house("XA");
    let id = with_a_higher_part(xa).await;
    let parts = seen(xa, id).await.stated;
    let part = parts.iter().find(|one| one.one.value == PLACE).unwrap();
    let what = part.one.id.parse().unwrap();
    let version = seen(xa, id).await.version;
    let correct = || records::OnRecord {
        act: xa.office.new_act(),
        record: id,
        version,
        change: Change::Correct {
            what,
            value: "keeps a room below".to_owned(),
            reason: "the room is below".to_owned(),
        },
    };
    let refused = records::change(&xa.office, &low(xa, Role::Analyst), correct()).await;
    assert_eq!(refused.unwrap_err().code(), "NOT-FOUND");
    let done = records::change(&xa.office, xa.officer(Role::Analyst), correct()).await;
    done.unwrap();
    let told = |view: records::RecordView| -> BTreeSet<String> {
        view.reasons.into_iter().map(|one| one.why).collect()
    };
    let high = told(seen(xa, id).await);
    let under = told(seen_by(xa, &low(xa, Role::Analyst), id).await.unwrap());
    assert!(
        high.contains("the room is below") && under.is_empty(),
        "{under:?}"
    );
}

#[tokio::test]
async fn a_hold_on_what_is_hidden_is_a_hold_on_nothing() {
    let (_dir, town) = town(544).await;
    let xa = town.house("XA");
    let mut act = fighter::record(xa);
    act.label = fighter::label(xa, Class::Secret, &["XA"]);
    let hidden = records::open(&xa.office, xa.officer(Role::Analyst), act).await;
    let hidden = hidden.unwrap();
    let absent = RecordId::new(xa.office.now(), [5; 10]);
    let mut said = Vec::new();
    for id in [hidden, absent] {
        let hold = Hold {
            act: xa.office.new_act(),
            object: format!("record:{id}"),
            body: HoldFor::Court,
            reference: "court 9/26".to_owned(),
        };
        let refused = records::hold(&xa.office, &low(xa, Role::Approver), hold).await;
        said.push(refused.unwrap_err().to_string());
    }
    assert_eq!(said[0], said[1]);
    assert!(said[0].contains("NOT-FOUND"), "{}", said[0]);
}

#[tokio::test]
async fn what_is_overdue_is_said_again_each_day_until_it_is_confirmed() {
    let (_dir, town, id, _) = shared(545).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    town.roads.leave(xb.office.state());
    let act = records::Recall {
        act: xa.office.new_act(),
        record: id,
        card: None,
        reason: "it was somebody else".to_owned(),
    };
    records::recall(&xa.office, xa.officer(Role::Analyst), act)
        .await
        .unwrap();
    // Forty days off the line: longer than any message waits.
    for _ in 0..40 {
        town.pass(SignedDuration::from_hours(24));
        workers::keep(&xa.office).await.unwrap();
        workers::erase(&xa.office).await.unwrap();
        workers::send_round(&xa.office).await.unwrap();
    }
    let late = seen(xa, id).await.issues;
    assert!(late[0].due.is_some(), "{late:?}");
    workers::keep(&xb.office).await.unwrap();
    town.roads.enter(&xb.office);
    town.settle(200).await.unwrap();
    assert!(super::asked(xb, "Okhuen Sera", "").await.cards.is_empty());
    let late = seen(xa, id).await.issues;
    assert_eq!(late[0].due, None, "{late:?}");
}

#[tokio::test]
async fn a_double_of_a_hidden_record_is_kept_and_learns_nothing() {
    let (_dir, town) = town(546).await;
    let xa = town.house("XA");
    let mut act = fighter::record(xa);
    act.label = fighter::label(xa, Class::Secret, &["XA"]);
    let hidden = records::open(&xa.office, xa.officer(Role::Analyst), act).await;
    let hidden = hidden.unwrap();
    let analyst = low(xa, Role::Analyst);
    let mut double = fighter::record(xa);
    double.statements.truncate(5);
    double.ties.clear();
    let id = records::open(&xa.office, &analyst, double).await.unwrap();
    let seen_low = seen_by(xa, &analyst, id).await.unwrap();
    assert_eq!(seen_low.stated.len(), 5);
    let text = format!("{seen_low:?}");
    assert!(!text.contains(&hidden.to_string()), "{text}");
    assert!(seen_by(xa, &analyst, hidden).await.is_err());
    // Who sees both finds both.
    let reader = xa
        .office
        .read(xa.officer(Role::Analyst), model::Purpose::Intelligence)
        .await;
    let wanted = records::RecordsWanted {
        text: "Okhuen Sera".to_owned(),
        ..records::RecordsWanted::default()
    };
    let both = reader.unwrap().subjects(&wanted).await.unwrap();
    assert_eq!(both.rows.len(), 2);
}

#[tokio::test]
async fn an_association_that_stays_behind_is_why_a_card_leaves() {
    let (_dir, town) = town(547).await;
    let xa = town.house("XA");
    let mut act = fighter::record(xa);
    // No word that leaves says what was done: only the association does, and it is not for the other State.
    act.statements
        .retain(|one| !matches!(one.says, Property::Warning | Property::Statement));
    let id = records::open(&xa.office, xa.officer(Role::Analyst), act).await;
    let id = id.unwrap();
    let cards = super::released(xa, id, &["XB"]).await;
    assert_eq!(cards.len(), 1);
    // Whoever does not see the association has no reason for a card.
    let analyst = low(xa, Role::Analyst);
    let reader = xa.office.read(&analyst, model::Purpose::Intelligence).await;
    let looked = records::look(&reader.unwrap(), id, &wide()).await.unwrap();
    assert!(looked[0].card.is_none(), "{looked:?}");
}
