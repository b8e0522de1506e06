//! What another State controls goes on with its consent alone; and who looks for what is not there is stopped.

use model::record::{Category, Property};
use model::release::Outcome;
use model::sharing::WordKind;
use model::{CardId, Class, Purpose, RecordId, Role, WordId, limits};
use office::cards::{self, Say};
use office::records::{self, Statement};
use sim::{House, Town, fighter};

use super::{opened, released, seen, to};
use crate::desk::town;

/// A record of XA under originator control, with a card of it at XB.
async fn controlled(seed: u64) -> (tempfile::TempDir, Town, CardId) {
    let (dir, town) = town(seed).await;
    let xa = town.house("XA");
    let mut act = fighter::record(xa);
    for one in &mut act.statements {
        one.label.orcon = true;
    }
    let id = records::open(&xa.office, xa.officer(Role::Analyst), act).await;
    let card = released(xa, id.unwrap(), &["XB"]).await[0];
    town.settle(60).await.unwrap();
    (dir, town, card)
}

/// XB's own record, in which the identity is taken over from XA's card.
async fn taken_over(house: &House, card: CardId) -> RecordId {
    let mut act = fighter::record(house);
    let own = |one: &Statement| matches!(one.says, Property::Action | Property::Warning);
    act.statements.retain(|one| one.says != Property::Statement);
    for one in act.statements.iter_mut().filter(|one| !own(one)) {
        one.from.derived_from.insert(format!("card:{card}"));
    }
    for label in act.statements.iter_mut().map(|one| &mut one.label) {
        label.releasable_to = Some(["XA".to_owned(), "XB".to_owned()].into());
    }
    act.ties[0].label = fighter::label(house, Class::Secret, &["XB"]);
    act.label = fighter::label(house, Class::Official, &["XB"]);
    act.frame.category = Some(Category::Suspect);
    let id = records::open(&house.office, house.officer(Role::Analyst), act).await;
    id.unwrap()
}

async fn outcome(house: &House, id: RecordId) -> Outcome {
    let analyst = house.officer(Role::Analyst);
    let reader = house
        .office
        .read(analyst, Purpose::Intelligence)
        .await
        .unwrap();
    let mut looked = records::look(&reader, id, &to(&["XB"])).await.unwrap();
    looked.remove(0).proposal.outcome
}

async fn said(house: &House, say: Say) -> WordId {
    cards::say(&house.office, house.officer(Role::DutyOfficer), say)
        .await
        .unwrap()
}

pub(super) fn say(
    house: &House,
    (card, re): (CardId, Option<WordId>),
    kind: WordKind,
    text: &str,
) -> Say {
    Say {
        act: house.office.new_act(),
        card,
        kind,
        re,
        text: text.to_owned(),
    }
}

#[tokio::test]
async fn consent_is_asked_for_just_this_text_and_given_by_its_owner_alone() {
    let (_dir, town, card) = controlled(541).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = taken_over(xb, card).await;
    let name = &seen(xb, id).await.stated[0];
    assert_eq!(
        name.label.originator, "XA",
        "what was taken over stays XA's"
    );
    assert!(matches!(outcome(xb, id).await, Outcome::Consent(who) if who.contains("XA")));
    let parts: Vec<String> = seen(xb, id)
        .await
        .stated
        .iter()
        .filter(|one| one.label.originator == "XA")
        .map(|one| one.one.value.clone())
        .collect();
    // XB answers itself: that is nobody's consent.
    let asked = say(xb, (card, None), WordKind::ConsentAsked, &parts[0]);
    let asked = said(xb, asked).await;
    let own = say(xb, (card, Some(asked)), WordKind::ConsentGiven, "Yes.");
    said(xb, own).await;
    assert!(matches!(outcome(xb, id).await, Outcome::Consent(_)));
    for part in &parts {
        let one = say(xb, (card, None), WordKind::ConsentAsked, part);
        let one = said(xb, one).await;
        town.settle(20).await.unwrap();
        assert!(
            !matches!(outcome(xb, id).await, Outcome::Release(_)),
            "silence is no"
        );
        let yes = say(xa, (card, Some(one)), WordKind::ConsentGiven, "Yes.");
        said(xa, yes).await;
        town.settle(20).await.unwrap();
    }
    assert!(matches!(outcome(xb, id).await, Outcome::Release(_)));
    // It ends by itself.
    town.pass(jiff::SignedDuration::from_hours(24 * 91));
    assert!(!matches!(outcome(xb, id).await, Outcome::Release(_)));
}

#[tokio::test]
async fn whoever_looks_for_what_is_not_there_is_stopped_and_the_ledger_says_so() {
    let (_dir, town) = town(542).await;
    let xa = town.house("XA");
    let there = opened(xa).await;
    let analyst = xa.officer(Role::Analyst);
    let reader = xa
        .office
        .read(analyst, Purpose::Intelligence)
        .await
        .unwrap();
    for n in 0..limits::MISSES_MAX {
        let random = [u8::try_from(n).unwrap(); 10];
        let read = reader.subject(RecordId::new(xa.office.now(), random)).await;
        assert_eq!(read.unwrap_err().code(), "NOT-FOUND", "{n}");
    }
    assert_eq!(
        reader.subject(there).await.unwrap_err().code(),
        "TOO-MANY-MISSES"
    );
    let auditor = xa.officer(Role::Auditor);
    let ledger = xa.office.read(auditor, Purpose::Oversight).await.unwrap();
    let lines = ledger
        .ledger(&office::reader::LedgerFilter {
            limit: limits::PAGE_ROWS_MAX as u32,
            ..office::reader::LedgerFilter::default()
        })
        .await
        .unwrap();
    let noted = lines
        .iter()
        .filter(|line| line.entry.verb == "record.enumeration_stopped");
    assert_eq!(noted.count(), 1);
    // Another officer reads on; after a while so does this one.
    let other = super::seen_by(xa, xa.officer(Role::Approver), there);
    assert!(other.await.is_ok());
    town.pass(jiff::SignedDuration::from_secs(limits::MISSES_WITHIN_S + 1));
    assert!(reader.subject(there).await.is_ok());
}

async fn values(house: &House, id: RecordId) -> Vec<String> {
    let stated = seen(house, id).await.stated;
    stated.into_iter().map(|one| one.one.value).collect()
}

#[tokio::test]
async fn what_was_taken_over_goes_with_its_source_and_what_follows_from_it() {
    let (_dir, town, id, card) = super::shared(543).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let over = taken_over(xb, card).await;
    let own = opened(xb).await;
    let before = values(xb, over).await;
    assert!(before.contains(&"XB7701234".to_owned()), "{before:?}");
    // It is XB's own post that has a card of what XB took over.
    let post = super::to(&["XB"]);
    let act = records::Propose {
        act: xb.office.new_act(),
        record: over,
        version: seen(xb, over).await.version,
        look: post,
        basis: "resolution 2322 (2016), paragraph 3".to_owned(),
        reason: "expected at the crossing".to_owned(),
    };
    let made = records::propose(&xb.office, xb.officer(Role::Analyst), act).await;
    let made = super::decision(xb, made.unwrap()[0]);
    records::approve(&xb.office, xb.officer(Role::Approver), made)
        .await
        .unwrap();
    assert_eq!(super::asked(xb, "Okhuen Sera", "").await.cards.len(), 2);
    // Put right at its owner: the wrong number is gone there, what the card still says stays, and the own record is nobody's source.
    let what = super::walk::assertion(xa, id, Property::Passport).await;
    let right = records::Change::Correct {
        what,
        value: "XB7701243".to_owned(),
        reason: "two digits transposed".to_owned(),
    };
    super::change(xa, id, right).await.unwrap();
    town.settle(60).await.unwrap();
    let after = values(xb, over).await;
    assert!(!after.contains(&"XB7701234".to_owned()), "{after:?}");
    assert!(after.contains(&"Okhuen Sera".to_owned()), "{after:?}");
    let view = seen(xb, over).await;
    assert_eq!(view.reasons[0].what, "source_gone");
    assert!(values(xb, own).await.contains(&"XB7701234".to_owned()));
    // Recalled: nothing of it is left, nor at XB's own post.
    let act = records::Recall {
        act: xa.office.new_act(),
        record: id,
        card: None,
        reason: "it was somebody else".to_owned(),
    };
    records::recall(&xa.office, xa.officer(Role::Analyst), act)
        .await
        .unwrap();
    town.settle(60).await.unwrap();
    let left = values(xb, over).await;
    assert!(!left.contains(&"Okhuen Sera".to_owned()), "{left:?}");
    assert!(super::asked(xb, "Okhuen Sera", "").await.cards.is_empty());
    assert_eq!(seen(xb, over).await.stage, "held");
    assert!(values(xb, own).await.contains(&"Okhuen Sera".to_owned()));
}
