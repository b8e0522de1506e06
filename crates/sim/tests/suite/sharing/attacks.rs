//! What a State tries with cards that are not its own.

use model::card::Card;
use model::copies::{CopyState, Notice, NoticeKind, Receipt};
use model::encounter::{EncounterStage, Met, Protection, Told};
use model::record::Property;
use model::sharing::Sharing;
use model::{CardId, EncounterId, Purpose, Role};
use sim::{House, Town};

use super::{asked, message, seen, shared};
use crate::safeguards::by_hand::{hand_between, quarantined};

async fn card(house: &House, id: CardId) -> office::Result<Card> {
    let desk = house.officer(Role::DutyOfficer);
    let reader = house.office.read(desk, Purpose::Screening).await?;
    reader.card(id).await.map(|view| view.card)
}

fn notice(owner: &str, kind: NoticeKind, version: u64) -> Notice {
    Notice {
        owner: owner.to_owned(),
        kind,
        version,
    }
}

fn recall(id: CardId, owner: &str, version: u64) -> model::Message {
    message(Sharing::Notice {
        id,
        notice: notice(owner, NoticeKind::Recall, version),
        card: None,
    })
}

async fn hand(town: &Town, (from, to): (&str, &str), number: u64, what: &model::Message) {
    hand_between((town.house(from), town.house(to)), number, what).await;
}

#[tokio::test]
async fn a_forged_recall_and_an_old_version_change_nothing() {
    let (_dir, town, id, sent) = shared(521).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let before = card(xb, sent).await.unwrap();
    // XB has no say over XA's card where XA keeps it for its own front line.
    let own = super::released(xa, id, &["XA"]).await[0];
    for (at, owner) in ["XA", "XB"].iter().enumerate() {
        hand(
            &town,
            ("XB", "XA"),
            2_000 + at as u64,
            &recall(own, owner, 9),
        )
        .await;
    }
    assert!(!asked(xa, "Okhuen Sera", "").await.cards.is_empty());
    // A card that says it is XB's own, sent by XA; one that names the other as owner.
    let mut false_owner = before.clone();
    false_owner.owner = "XB".parse().unwrap();
    let released = message(Sharing::Released {
        card: Box::new(false_owner),
    });
    let faults = quarantined(&town).await;
    hand(&town, ("XA", "XB"), 2_010, &released).await;
    assert_eq!(quarantined(&town).await, faults + 1);
    // The version that was first, once more.
    let mut old = before.clone();
    old.facts
        .insert(Property::Passport, vec!["XB0000001".to_owned()]);
    let again = message(Sharing::Released {
        card: Box::new(old),
    });
    hand(&town, ("XA", "XB"), 2_011, &again).await;
    assert_eq!(card(xb, sent).await.unwrap(), before);
}

#[tokio::test]
async fn a_recall_that_overtakes_its_card_is_not_forgotten() {
    let (_dir, town, _, sent) = shared(522).await;
    let xb = town.house("XB");
    let there = card(xb, sent).await.unwrap();
    let late = Card {
        id: CardId::new(jiff::Timestamp::UNIX_EPOCH, [77; 10]),
        files: Vec::new(),
        ..there
    };
    hand(&town, ("XA", "XB"), 3_000, &recall(late.id, "XA", 2)).await;
    let released = message(Sharing::Released {
        card: Box::new(late.clone()),
    });
    hand(&town, ("XA", "XB"), 3_001, &released).await;
    assert_eq!(card(xb, late.id).await.unwrap_err().code(), "NOT-FOUND");
    assert_eq!(
        asked(xb, "Okhuen Sera", "").await.cards.len(),
        1,
        "the other"
    );
    // A recalled card does not come back in a newer version either.
    hand(&town, ("XA", "XB"), 3_002, &recall(sent, "XA", 2)).await;
    let mut newer = late;
    newer.id = sent;
    newer.version = 9;
    let released = message(Sharing::Released {
        card: Box::new(newer),
    });
    hand(&town, ("XA", "XB"), 3_003, &released).await;
    assert!(asked(xb, "Okhuen Sera", "").await.cards.is_empty());
}

#[tokio::test]
async fn who_holds_nothing_confirms_nothing_and_tells_of_nobody() {
    let (_dir, town, id, sent) = shared(523).await;
    let xa = town.house("XA");
    let own = super::released(xa, id, &["XA"]).await[0];
    let told = Told {
        id: EncounterId::new(jiff::Timestamp::UNIX_EPOCH, [5; 10]),
        on: jiff::civil::date(2026, 3, 2),
        district: "Anywhere".to_owned(),
        done: None,
        note: String::new(),
    };
    let receipt = Receipt {
        version: 7,
        state: CopyState::InUse,
    };
    let tries = [
        Sharing::Confirmed {
            id: own,
            receipt: receipt.clone(),
        },
        Sharing::Encounter { id: own, told },
        Sharing::Confirmed { id: sent, receipt },
    ];
    for (at, what) in tries.into_iter().enumerate() {
        hand(&town, ("XB", "XA"), 4_000 + at as u64, &message(what)).await;
    }
    let view = seen(xa, id).await;
    assert!(view.seen.is_empty());
    // A version that was never given is not confirmed.
    let theirs = view.issues.iter().find(|one| one.to == "XB").unwrap();
    let now = xa.office.now().as_second();
    assert_eq!(theirs.issued.register.confirmed_by(now).len(), 1);
    assert_eq!(theirs.issued.card.version, 1);
}

#[tokio::test]
async fn of_a_protected_person_nothing_leaves() {
    let (_dir, town, id, sent) = shared(524).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let waiting = async || {
        office::health::metrics(&xb.office)
            .await
            .unwrap()
            .outbox_waiting
    };
    for (met, protection) in [
        (Met::Same, Protection::Refugee),
        (Met::Same, Protection::Unclear),
        (Met::Other, Protection::None),
        (Met::Unsure, Protection::None),
    ] {
        let what = (met, protection, "Northern district");
        let stage = super::met(xb, (sent, "Bridge post 4"), what).await;
        assert_eq!(stage, EncounterStage::Closed);
        assert_eq!(waiting().await, 0, "{met} {protection}");
    }
    town.roads.sightings();
    town.settle(20).await.unwrap();
    assert!(
        town.roads.sightings().is_empty(),
        "no envelope, so no oracle"
    );
    assert!(seen(xa, id).await.seen.is_empty());
}

#[tokio::test]
async fn a_recall_brings_no_card_and_a_stranger_learns_of_none_that_is_gone() {
    let (_dir, town, id, sent) = shared(526).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let there = card(xb, sent).await.unwrap();
    let other = Card {
        id: CardId::new(jiff::Timestamp::UNIX_EPOCH, [78; 10]),
        files: Vec::new(),
        version: 2,
        ..there
    };
    let bearing = message(Sharing::Notice {
        id: other.id,
        notice: notice("XA", NoticeKind::Recall, 2),
        card: Some(Box::new(other.clone())),
    });
    hand(&town, ("XA", "XB"), 5_000, &bearing).await;
    assert_eq!(card(xb, other.id).await.unwrap_err().code(), "NOT-FOUND");
    assert_eq!(asked(xb, "Okhuen Sera", "").await.cards.len(), 1);
    // XA's own card for its front line is gone: XB is told of it what it is told of one that never was.
    let own = super::released(xa, id, &["XA"]).await[0];
    let act = office::records::Recall {
        act: xa.office.new_act(),
        record: id,
        card: Some(own),
        reason: "entered twice".to_owned(),
    };
    let analyst = xa.officer(Role::Analyst);
    office::records::recall(&xa.office, analyst, act)
        .await
        .unwrap();
    assert!(asked(xa, "Okhuen Sera", "").await.cards.is_empty());
    let faults = async || {
        let metrics = office::health::metrics(&xa.office).await;
        metrics.unwrap().envelopes_quarantined
    };
    let before = faults().await;
    for (at, owner) in ["XA", "XB"].iter().enumerate() {
        let what = recall(own, owner, 9);
        hand(&town, ("XB", "XA"), 5_010 + at as u64, &what).await;
    }
    assert_eq!(faults().await, before + 2);
}
