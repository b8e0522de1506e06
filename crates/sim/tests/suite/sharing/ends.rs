//! When the time of a record or card is over.

use jiff::SignedDuration;
use jiff::civil::date;
use model::card::HoldFor;
use model::{Purpose, Role};
use office::records::{self, Change, Hold, Recall};
use office::workers;

use super::{asked, change, seen, shared};

const DAY: SignedDuration = SignedDuration::from_hours(24);

fn recall(house: &sim::House, id: model::RecordId) -> Recall {
    Recall {
        act: house.office.new_act(),
        record: id,
        card: None,
        reason: "it was somebody else".to_owned(),
    }
}

#[tokio::test]
async fn what_a_court_holds_on_to_is_sealed_for_it_alone() {
    let (_dir, town, id, card) = shared(531).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let hold = Hold {
        act: xb.office.new_act(),
        object: format!("card:{card}"),
        body: HoldFor::Court,
        reference: "court 7/26".to_owned(),
    };
    records::hold(&xb.office, xb.officer(Role::Judge), hold)
        .await
        .unwrap();
    let act = recall(xa, id);
    records::recall(&xa.office, xa.officer(Role::Analyst), act)
        .await
        .unwrap();
    town.settle(20).await.unwrap();
    assert!(asked(xb, "Okhuen Sera", "").await.cards.is_empty());
    for role in [Role::DutyOfficer, Role::Analyst, Role::Approver] {
        let reader = xb.office.read(xb.officer(role), Purpose::Screening).await;
        let read = reader.unwrap().card(card).await;
        assert_eq!(read.unwrap_err().code(), "NOT-FOUND", "{role}");
    }
    assert_eq!(seen(xa, id).await.issues[0].due, None, "it was confirmed");
}

#[tokio::test]
async fn a_review_that_nobody_makes_ends_the_use_on_both_sides() {
    let (_dir, town, id, card) = shared(532).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    for _ in 0..27 {
        town.pass(DAY * 7);
        for house in [xa, xb] {
            workers::keep(&house.office).await.unwrap();
        }
    }
    // No worker has run: what is past its day is not used all the same.
    assert!(asked(xb, "Okhuen Sera", "").await.cards.is_empty());
    let reader = xb
        .office
        .read(xb.officer(Role::DutyOfficer), Purpose::Screening)
        .await;
    assert_eq!(
        reader.unwrap().card(card).await.unwrap_err().code(),
        "NOT-FOUND"
    );
    for house in [xa, xb] {
        workers::erase(&house.office).await.unwrap();
    }
    assert_eq!(seen(xa, id).await.stage, "overdue");
    assert_eq!(seen(xa, id).await.issues[0].stage, "recalled");
    // Somebody looks: it is needed, and stands again; what was taken back does not come back by itself.
    let today = date(2026, 9, 20);
    let looked = Change::Review {
        review_by: today.saturating_add(jiff::Span::new().months(6)),
        reason: "the warrant stands".to_owned(),
    };
    change(xa, id, looked).await.unwrap();
    let view = seen(xa, id).await;
    assert_eq!((view.stage.as_str(), view.reviews.len()), ("kept", 1));
    town.settle(60).await.unwrap();
    assert!(asked(xb, "Okhuen Sera", "").await.cards.is_empty());
}

#[tokio::test]
async fn a_record_that_ends_is_destroyed_and_recalled() {
    let (_dir, town, id, _) = shared(533).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let end = Change::End {
        reason: "acquitted".to_owned(),
    };
    change(xa, id, end).await.unwrap();
    town.settle(20).await.unwrap();
    assert!(asked(xb, "Okhuen Sera", "").await.cards.is_empty());
    let reader = xa
        .office
        .read(xa.officer(Role::Analyst), Purpose::Intelligence)
        .await;
    assert_eq!(
        reader.unwrap().subject(id).await.unwrap_err().code(),
        "NOT-FOUND"
    );
}
