//! What one person alone may not do, and what one may not see.

use model::record::Property;
use model::{Actor, Class, Purpose, RecordId, Role};
use office::records::{self, RecordsWanted};
use sim::{House, fighter};

use super::{decision, opened, proposed, seen, seen_by, stated};
use crate::desk::town;

/// The same officer with other roles or another clearance.
pub(super) fn as_if(actor: &Actor, roles: &[Role], to: Class) -> Actor {
    let Actor::Officer {
        id,
        authority,
        state,
        single_officer,
        ..
    } = actor
    else {
        panic!("an officer");
    };
    Actor::Officer {
        id: *id,
        authority: authority.clone(),
        state: state.clone(),
        roles: roles.iter().copied().collect(),
        clearance: to,
        single_officer: *single_officer,
    }
}

#[tokio::test]
async fn who_wrote_or_proposed_is_not_the_second_person_in_any_dress() {
    let (_dir, town) = town(511).await;
    let xa = town.house("XA");
    let id = opened(xa).await;
    let release = proposed(xa, id, &["XB"]).await[0];
    let author = as_if(
        xa.officer(Role::Analyst),
        &[Role::Analyst, Role::Approver],
        Class::Secret,
    );
    let refused = records::approve(&xa.office, &author, decision(xa, release)).await;
    assert_eq!(refused.unwrap_err().code(), "FOUR-EYES");
    for role in Role::ALL.iter().filter(|role| **role != Role::Approver) {
        let refused = records::approve(&xa.office, xa.officer(*role), decision(xa, release)).await;
        assert!(refused.is_err(), "{role}");
    }
    // An approver who has written something in the record has become one of its hands.
    let approver = as_if(
        xa.officer(Role::Approver),
        &[Role::Analyst, Role::Approver],
        Class::Secret,
    );
    let what = fighter::says(
        Property::Alias,
        "Lamp",
        fighter::label(xa, Class::Official, &["XA"]),
    );
    let act = records::OnRecord {
        act: xa.office.new_act(),
        record: id,
        version: seen(xa, id).await.version,
        change: stated(what),
    };
    records::change(&xa.office, &approver, act).await.unwrap();
    let refused = records::approve(&xa.office, &approver, decision(xa, release)).await;
    assert_eq!(refused.unwrap_err().code(), "FOUR-EYES");
}

async fn found(house: &House, actor: &Actor, text: &str) -> (usize, u64) {
    let reader = house
        .office
        .read(actor, Purpose::Intelligence)
        .await
        .unwrap();
    let wanted = RecordsWanted {
        text: text.to_owned(),
        ..RecordsWanted::default()
    };
    let page = reader.subjects(&wanted).await.unwrap();
    (page.rows.len(), page.total)
}

#[tokio::test]
async fn what_may_not_be_read_is_neither_shown_nor_counted_nor_found() {
    let (_dir, town) = town(512).await;
    let xa = town.house("XA");
    let id = opened(xa).await;
    let low = as_if(xa.officer(Role::Analyst), &[Role::Analyst], Class::Official);
    let whole = seen(xa, id).await;
    let part = seen_by(xa, &low, id).await.unwrap();
    assert_eq!(part.stated.len() + 1, whole.stated.len());
    assert!(part.ties.is_empty());
    let text = format!("{part:?}");
    for canary in ["quarry", "Grey Lantern", "travelled"] {
        assert!(!text.contains(canary), "{canary}");
    }
    assert_eq!(found(xa, &low, "quarry").await, (0, 0));
    assert_eq!(found(xa, &low, "nowhere").await, (0, 0));
    assert_eq!(found(xa, &low, "Okhuen").await, (1, 1));
    let high = xa.officer(Role::Analyst);
    assert_eq!(found(xa, high, "quarry").await, (1, 1));
    // For another purpose none of it is there.
    let reader = xa.office.read(high, Purpose::Immigration).await.unwrap();
    assert_eq!(reader.subject(id).await.unwrap_err().code(), "NOT-FOUND");
}

#[tokio::test]
async fn a_hidden_record_is_like_none() {
    let (_dir, town) = town(513).await;
    let xa = town.house("XA");
    let mut act = fighter::record(xa);
    act.label = fighter::label(xa, Class::Secret, &["XA"]);
    let hidden = records::open(&xa.office, xa.officer(Role::Analyst), act).await;
    let hidden = hidden.unwrap();
    let absent = RecordId::new(xa.office.now(), [3; 10]);
    let low = as_if(
        xa.officer(Role::Analyst),
        &[Role::Analyst],
        Class::Restricted,
    );
    let mut said = Vec::new();
    for id in [hidden, absent] {
        let read = seen_by(xa, &low, id).await.unwrap_err().to_string();
        let act = records::OnRecord {
            act: xa.office.new_act(),
            record: id,
            version: 2,
            change: records::Change::End {
                reason: "tried".to_owned(),
            },
        };
        let changed = records::change(&xa.office, &low, act).await;
        said.push((read, changed.unwrap_err().to_string()));
    }
    assert_eq!(said[0], said[1]);
    assert_eq!(found(xa, &low, "").await, (0, 0));
}

#[tokio::test]
async fn nothing_about_a_person_is_kept_that_lacks_what_it_must_say() {
    let (_dir, town) = town(514).await;
    let xa = town.house("XA");
    type Spoil = fn(&mut records::Open);
    let table: &[(Spoil, &str)] = &[
        (|o| o.frame.category = None, "RECORD-LACKS"),
        (|o| o.frame.review_by = None, "RECORD-LACKS"),
        (|o| o.statements[0].label.purposes = None, "RECORD-LACKS"),
        (
            |o| o.statements[0].label.releasable_to = None,
            "RECORD-LACKS",
        ),
        (|o| o.statements[0].from.grade = None, "RECORD-LACKS"),
        (|o| o.statements.clear(), "RECORD-LACKS"),
        (
            |o| o.frame.category = Some(model::record::Category::Victim),
            "RECORD-LACKS",
        ),
    ];
    for (at, (spoil, code)) in table.iter().enumerate() {
        let mut act = fighter::record(xa);
        spoil(&mut act);
        let refused = records::open(&xa.office, xa.officer(Role::Analyst), act).await;
        assert_eq!(refused.unwrap_err().code(), *code, "{at}");
    }
    assert_eq!(found(xa, xa.officer(Role::Analyst), "").await, (0, 0));
    // Family alone is kept and leads nowhere.
    let mut act = fighter::record(xa);
    act.ties[0].nature = model::record::Nature::Family;
    let id = records::open(&xa.office, xa.officer(Role::Analyst), act).await;
    let id = id.unwrap();
    assert_eq!(seen(xa, id).await.stage, "held");
    let refused = super::try_propose(xa, id, &["XB"]).await.unwrap_err();
    assert_eq!(refused.code(), "RELEASE-HELD");
}
