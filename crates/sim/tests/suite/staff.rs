//! Officers come, change and leave: who may say so, and how soon it holds.

use model::{Actor, Class, OfficerId, Purpose, Role, limits};
use office::people::{self, ChangeOfficer, Officer, SignIn, Token, session, sign_in_password};
use sim::House;
use sim::town::PASSWORD;

use crate::desk::{handed_in, hire, ledger_size, town};

const NEW_PASSWORD: &str = "another long enough password";

async fn officer(house: &House, id: OfficerId) -> Officer {
    let operator = Actor::operator(house.office.state());
    let reader = house.office.read(&operator, Purpose::Administration);
    reader.await.unwrap().officer(id).await.unwrap()
}

/// The officer as they stand, to be changed in what a test is about.
async fn as_is(house: &House, who: &Actor) -> ChangeOfficer {
    let now = officer(house, who.officer().unwrap()).await;
    ChangeOfficer {
        act: house.office.new_act(),
        officer: now.id,
        version: now.version,
        name: now.name,
        authority: now.authority,
        roles: now.roles,
        clearance: now.clearance,
        lang: now.lang,
        active: now.active,
        password: None,
        drop_passkeys: false,
    }
}

async fn sign_in(house: &House, login: &str, password: &str) -> office::Result<Token> {
    let act = SignIn {
        login: login.to_owned(),
        password: password.to_owned(),
    };
    sign_in_password(&house.office, act).await
}

async fn inside(house: &House, token: &Token) -> bool {
    session(&house.office, token).await.unwrap().is_some()
}

#[tokio::test]
async fn who_left_is_out_at_once_and_comes_back_only_when_let_in() {
    let (_dir, town) = town(91).await;
    let xa = town.house("XA");
    let admin = xa.officer(Role::Administrator);
    let leaver = hire(xa, "leaver", "ca", &[Role::CaseOfficer]).await;
    let token = sign_in(xa, "leaver", PASSWORD).await.unwrap();
    let other = sign_in(xa, "judge", PASSWORD).await.unwrap();
    let close = ChangeOfficer {
        active: false,
        ..as_is(xa, &leaver).await
    };
    people::change(&xa.office, admin, close.clone())
        .await
        .unwrap();
    assert!(!inside(xa, &token).await, "signed out with the act itself");
    assert!(inside(xa, &other).await, "nobody else is");
    let refused = sign_in(xa, "leaver", PASSWORD).await.unwrap_err();
    assert_eq!(refused.code(), "SIGN-IN");
    // The same act once more answers as it did; an act that saw the old version is refused.
    let size = ledger_size(&xa.office).await;
    people::change(&xa.office, admin, close.clone())
        .await
        .unwrap();
    let late = ChangeOfficer {
        act: xa.office.new_act(),
        active: true,
        ..close
    };
    let stale = people::change(&xa.office, admin, late).await.unwrap_err();
    assert_eq!(stale.code(), "STALE");
    assert_eq!(ledger_size(&xa.office).await, size);
    let open = ChangeOfficer {
        active: true,
        ..as_is(xa, &leaver).await
    };
    people::change(&xa.office, admin, open).await.unwrap();
    assert!(!inside(xa, &token).await, "the old session stays ended");
    assert!(sign_in(xa, "leaver", PASSWORD).await.is_ok());
}

#[tokio::test]
async fn a_lost_password_is_replaced_and_ends_what_it_opened() {
    let (_dir, town) = town(92).await;
    let xa = town.house("XA");
    let admin = xa.officer(Role::Administrator);
    let loser = hire(xa, "loser", "ca", &[Role::CaseOfficer]).await;
    let token = sign_in(xa, "loser", PASSWORD).await.unwrap();
    let short = ChangeOfficer {
        password: Some("short".to_owned()),
        ..as_is(xa, &loser).await
    };
    let refused = people::change(&xa.office, admin, short).await.unwrap_err();
    assert_eq!(refused.code(), "PASSWORD");
    assert!(inside(xa, &token).await, "nothing happened");
    let replaced = ChangeOfficer {
        password: Some(NEW_PASSWORD.to_owned()),
        ..as_is(xa, &loser).await
    };
    people::change(&xa.office, admin, replaced).await.unwrap();
    assert!(!inside(xa, &token).await);
    assert!(sign_in(xa, "loser", PASSWORD).await.is_err());
    assert!(sign_in(xa, "loser", NEW_PASSWORD).await.is_ok());
}

#[tokio::test]
async fn new_rights_hold_from_the_next_click() {
    let (_dir, town) = town(93).await;
    let xa = town.house("XA");
    let admin = xa.officer(Role::Administrator);
    let mover = hire(xa, "mover", "ca", &[Role::CaseOfficer]).await;
    let token = sign_in(xa, "mover", PASSWORD).await.unwrap();
    let moved = ChangeOfficer {
        roles: [Role::Auditor].into(),
        clearance: Class::Restricted,
        ..as_is(xa, &mover).await
    };
    people::change(&xa.office, admin, moved).await.unwrap();
    let now = session(&xa.office, &token).await.unwrap().unwrap();
    assert!(now.actor.has(Role::Auditor) && !now.actor.has(Role::CaseOfficer));
    assert_eq!(now.officer.clearance, Class::Restricted);
}

#[tokio::test]
async fn nobody_but_an_administrator_changes_anybody_and_nobody_themselves() {
    let (_dir, town) = town(94).await;
    let xa = town.house("XA");
    let size = ledger_size(&xa.office).await;
    let admin = xa.officer(Role::Administrator);
    let judge = xa.officer(Role::Judge);
    for role in Role::ALL.iter().filter(|r| **r != Role::Administrator) {
        let more = ChangeOfficer {
            roles: Role::ALL.iter().copied().collect(),
            ..as_is(xa, judge).await
        };
        let refused = people::change(&xa.office, xa.officer(*role), more).await;
        assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED", "{role}");
    }
    let more = ChangeOfficer {
        roles: Role::ALL.iter().copied().collect(),
        ..as_is(xa, admin).await
    };
    let refused = people::change(&xa.office, admin, more).await.unwrap_err();
    assert_eq!(refused.code(), "OWN-RIGHTS");
    let elsewhere = ChangeOfficer {
        authority: "no-such-house".parse().unwrap(),
        ..as_is(xa, judge).await
    };
    let refused = people::change(&xa.office, admin, elsewhere).await;
    assert_eq!(refused.unwrap_err().code(), "AUTHORITY");
    let foreign = town.house("XB").officer(Role::Administrator);
    let theirs = as_is(xa, judge).await;
    let refused = people::change(&xa.office, foreign, theirs).await;
    assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED");
    assert_eq!(ledger_size(&xa.office).await, size);
}

#[tokio::test]
async fn the_session_used_longest_ago_makes_room() {
    let (_dir, town) = town(95).await;
    let xa = town.house("XA");
    let mut tokens = Vec::new();
    for _ in 0..=limits::SESSIONS_PER_OFFICER_MAX {
        tokens.push(sign_in(xa, "judge", PASSWORD).await.unwrap());
        town.pass(jiff::SignedDuration::from_secs(1));
    }
    let mut open = Vec::new();
    for token in &tokens {
        open.push(inside(xa, token).await);
    }
    assert_eq!(open.iter().filter(|open| !**open).count(), 1, "{open:?}");
    assert_eq!(open.first(), Some(&false), "the oldest went");
}

#[tokio::test]
async fn the_work_of_who_left_stays_with_the_authority() {
    let (_dir, town) = town(96).await;
    let xa = town.house("XA");
    let content = crate::desk::content();
    let id = handed_in(xa, content, model::request::Standing::Complete)
        .await
        .unwrap();
    let author = xa.officer(Role::CaseOfficer);
    let close = ChangeOfficer {
        active: false,
        ..as_is(xa, author).await
    };
    let admin = xa.officer(Role::Administrator);
    people::change(&xa.office, admin, close).await.unwrap();
    let colleague = hire(xa, "colleague", "ca", &[Role::CaseOfficer]).await;
    let reader = xa.office.read(&colleague, Purpose::Mla);
    let held = reader.await.unwrap().request(id).await.unwrap().unwrap();
    assert_eq!(
        held.author,
        author.officer(),
        "whose it was is not forgotten"
    );
}
