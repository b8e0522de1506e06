//! Groups of States: signed at every change, verified at every use, and spelt out before anything leaves.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use model::{Actor, Class, GroupId, Purpose, Role, StateCode};
use office::records::{self, GroupLine, KeepGroup, Look, Propose};
use sim::House;
use store::{Record, RecordHead};

use super::alone::as_if;
use super::{decision, opened, seen};
use crate::desk::town;
use crate::screening_watch::forged;

fn states(codes: &[&str]) -> BTreeSet<StateCode> {
    codes.iter().map(|code| code.parse().unwrap()).collect()
}

fn keep(house: &House, (id, version): (Option<GroupId>, u32), members: &[&str]) -> KeepGroup {
    KeepGroup {
        act: house.office.new_act(),
        group: id,
        version,
        name: "Northern crossing".to_owned(),
        members: states(members),
    }
}

async fn kept(house: &House, actor: &Actor, act: KeepGroup) -> Result<GroupId, String> {
    let kept = records::keep_group(&house.office, actor, act).await;
    kept.map_err(|error| error.code().to_owned())
}

async fn all(house: &House, actor: &Actor) -> Vec<GroupLine> {
    let reader = house.office.read(actor, Purpose::Intelligence).await;
    reader.unwrap().groups().await.unwrap()
}

fn to(groups: &[(GroupId, u32)]) -> Look {
    Look {
        to: BTreeSet::new(),
        groups: groups.iter().copied().collect::<BTreeMap<_, _>>(),
        purpose: Purpose::Screening,
        clearance: Class::Official,
    }
}

async fn looked(
    house: &House,
    record: model::RecordId,
    look: &Look,
) -> Result<Vec<String>, String> {
    let analyst = house.officer(Role::Analyst);
    let reader = house.office.read(analyst, Purpose::Intelligence).await;
    let looked = records::look(&reader.unwrap(), record, look).await;
    let looked = looked.map_err(|error| error.code().to_owned())?;
    Ok(looked.iter().map(|one| one.to.to_string()).collect())
}

fn of_another_authority(house: &House) -> Actor {
    let analyst = house.officer(Role::Analyst);
    let mut stranger = as_if(analyst, &[Role::Analyst], Class::Secret);
    let authorities = house.office.settings().authorities.iter();
    let mut elsewhere = authorities.filter(|one| Some(&one.id) != analyst.authority());
    if let Actor::Officer { authority, .. } = &mut stranger {
        *authority = elsewhere.next().unwrap().id.clone();
    }
    stranger
}

#[tokio::test]
async fn a_release_to_a_group_is_a_release_to_each_of_its_states_by_name() {
    let (_dir, town) = town(551).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let analyst = xa.officer(Role::Analyst);
    let record = opened(xa).await;
    let id = kept(xa, analyst, keep(xa, (None, 0), &["XB"]))
        .await
        .unwrap();
    let lines = all(xa, analyst).await;
    let group = lines[0].group.as_ref().unwrap();
    assert_eq!((group.id, group.version), (id, 1));
    assert_eq!(
        group.members,
        states(&["XA", "XB"]),
        "its owner is always in it"
    );
    assert_eq!(
        looked(xa, record, &to(&[(id, 1)])).await.unwrap(),
        ["XB"],
        "never ourselves"
    );
    let propose = Propose {
        act: xa.office.new_act(),
        record,
        version: seen(xa, record).await.version,
        look: to(&[(id, 1)]),
        basis: "resolution 2322 (2016), paragraph 3".to_owned(),
        reason: "expected at the northern crossing".to_owned(),
    };
    let made = records::propose(&xa.office, analyst, propose)
        .await
        .unwrap();
    assert_eq!(made.len(), 1);
    let act = decision(xa, made[0]);
    let done = records::approve(&xa.office, xa.officer(Role::Approver), act).await;
    done.unwrap();
    town.settle(60).await.unwrap();
    let reader = xb
        .office
        .read(xb.officer(Role::Analyst), Purpose::Screening)
        .await;
    assert_eq!(reader.unwrap().cards("", 0).await.unwrap().rows.len(), 1);
}

#[tokio::test]
async fn only_the_version_that_was_seen_is_used_and_only_an_analyst_of_the_house_changes_it() {
    let (_dir, town) = town(552).await;
    let xa = town.house("XA");
    let analyst = xa.officer(Role::Analyst).clone();
    let record = opened(xa).await;
    let id = kept(xa, &analyst, keep(xa, (None, 0), &["XB"]))
        .await
        .unwrap();
    let stranger = of_another_authority(xa);
    let cases = [
        (
            xa.officer(Role::Approver),
            keep(xa, (None, 0), &["XB"]),
            "NOT-ALLOWED",
        ),
        (
            xa.officer(Role::BorderOfficer),
            keep(xa, (Some(id), 1), &[]),
            "NOT-ALLOWED",
        ),
        (&analyst, keep(xa, (None, 0), &["XB", "YY"]), "PEER-UNKNOWN"),
        (&analyst, keep(xa, (None, 0), &["XA"]), "MISSING"),
        (&analyst, keep(xa, (Some(id), 0), &["XB"]), "STALE"),
        (&analyst, keep(xa, (Some(id), 2), &["XB"]), "STALE"),
        (&analyst, keep(xa, (None, 3), &["XB"]), "NOT-FOUND"),
    ];
    for (actor, act, refusal) in cases {
        assert_eq!(
            kept(xa, actor, act.clone()).await.unwrap_err(),
            refusal,
            "{act:?}"
        );
    }
    let act = keep(xa, (Some(id), 1), &[]);
    let refused = kept(xa, &stranger, act).await;
    assert_eq!(refused.unwrap_err(), "NOT-FOUND");
    assert!(all(xa, &stranger).await.is_empty());
    assert_eq!(
        looked(xa, record, &to(&[(id, 0)])).await.unwrap_err(),
        "STALE"
    );
    town.pass(SignedDuration::from_secs(1));
    assert_eq!(
        kept(xa, &analyst, keep(xa, (Some(id), 1), &["XB"]))
            .await
            .unwrap(),
        id
    );
    assert_eq!(
        looked(xa, record, &to(&[(id, 1)])).await.unwrap_err(),
        "STALE"
    );
    assert_eq!(looked(xa, record, &to(&[(id, 2)])).await.unwrap(), ["XB"]);
    // With nobody else in it, it is over, and no older version comes back.
    kept(xa, &analyst, keep(xa, (Some(id), 2), &[]))
        .await
        .unwrap();
    assert!(all(xa, &analyst).await.is_empty());
    for version in [1, 2, 3] {
        let refused = looked(xa, record, &to(&[(id, version)])).await;
        assert_eq!(refused.unwrap_err(), "NOT-FOUND");
    }
    let again = kept(xa, &analyst, keep(xa, (Some(id), 3), &["XB"])).await;
    assert_eq!(again.unwrap_err(), "STALE");
    assert_eq!(looked(xa, record, &to(&[])).await.unwrap_err(), "MISSING");
}

#[tokio::test]
async fn a_group_that_nobody_signed_is_nobody() {
    let (dir, mut town) = town(553).await;
    let xa = town.house("XA");
    let authority = xa
        .officer(Role::Analyst)
        .authority()
        .map(ToString::to_string);
    let record = opened(xa).await;
    let id = GroupId::new(xa.office.now(), [9; 10]);
    let folder = dir.path().join("XA-forged");
    crate::people_and_checks::copy(xa.dir(), &folder);
    let now = xa.office.now();
    let make = |_: &model::Label| {
        let label = model::Label::own(&"XA".parse().unwrap(), Class::Official);
        let head = RecordHead {
            authority: authority.clone(),
            ..RecordHead::first((format!("group:{id}"), "group"), "XA", &label, now)
        };
        let body = br#"{"signed":"d2844fa1"}"#.to_vec();
        vec![Record { head, body }]
    };
    forged((xa, &folder), 7, make).await;
    town.pass(SignedDuration::from_secs(60));
    town.reopen("XA", &folder).await.unwrap();
    let xa = town.house("XA");
    let analyst = xa.officer(Role::Analyst);
    let lines = all(xa, analyst).await;
    assert_eq!(lines, [GroupLine { id, group: None }]);
    for version in [0, 1] {
        let refused = looked(xa, record, &to(&[(id, version)])).await;
        assert_eq!(refused.unwrap_err(), "GROUP-UNSIGNED");
    }
    let act = keep(xa, (Some(id), 1), &["XB"]);
    assert_eq!(kept(xa, analyst, act).await.unwrap_err(), "GROUP-UNSIGNED");
}
