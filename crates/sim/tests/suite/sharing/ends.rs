//! When the time of a record or card is over.

use jiff::SignedDuration;
use jiff::civil::date;
use model::card::HoldFor;
use model::encounter::{Met, Protection};
use model::sharing::WordKind;
use model::{Actor, Purpose, Role};
use office::records::{self, Change, Hold, Recall};
use office::{Silent, workers};

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
    records::hold(&xb.office, xb.officer(Role::Approver), hold)
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
    // Nor does it come back to use when its owner's first envelope, with the prints, is sent once more.
    let again = model::Message::Missing {
        epoch: 0,
        after_seq: 0,
    };
    crate::safeguards::by_hand::hand_between((xb, xa), 9_001, &again).await;
    town.settle(60).await.unwrap();
    assert!(asked(xb, "Okhuen Sera", "").await.cards.is_empty());
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
    let looked: Vec<&str> = view.reasons.iter().map(|one| one.what.as_str()).collect();
    assert_eq!((view.stage.as_str(), looked), ("kept", vec!["reviewed"]));
    town.settle(60).await.unwrap();
    assert!(asked(xb, "Okhuen Sera", "").await.cards.is_empty());
}

/// What the desk sees beside a card: encounters and words.
async fn beside(house: &sim::House, card: model::CardId) -> (usize, usize) {
    let desk = house.officer(Role::DutyOfficer);
    let reader = house.office.read(desk, Purpose::Screening).await;
    let view = reader.unwrap().card(card).await.unwrap();
    (view.encounters.len(), view.words.len())
}

#[tokio::test]
async fn who_was_met_and_what_was_said_is_kept_no_longer_than_it_may() {
    let (_dir, town, id, card) = shared(536).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let (nobody, same) = (
        (Met::Other, Protection::None, ""),
        (Met::Same, Protection::None, "North"),
    );
    super::met(xb, (card, "Bridge post 4"), nobody).await;
    super::met(xb, (card, "Bridge post 5"), same).await;
    let word = super::consent::say(xb, (card, None), WordKind::Question, "Is it the brother?");
    let desk = xb.officer(Role::DutyOfficer);
    office::cards::say(&xb.office, desk, word).await.unwrap();
    town.settle(20).await.unwrap();
    assert_eq!(beside(xb, card).await, (2, 1));
    assert_eq!(
        (
            seen(xa, id).await.seen.len(),
            seen(xa, id).await.words.len()
        ),
        (1, 1)
    );
    let weeks = async |weeks: i32| {
        for _ in 0..weeks {
            town.pass(DAY * 7);
            for house in [xa, xb] {
                workers::keep(&house.office).await.unwrap();
                workers::erase(&house.office).await.unwrap();
            }
        }
    };
    // Whoever it was not about is forgotten after thirty days.
    weeks(4).await;
    assert_eq!(beside(xb, card).await, (2, 1));
    weeks(1).await;
    assert_eq!(beside(xb, card).await, (1, 1));
    assert_eq!(seen(xa, id).await.seen.len(), 1);
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

#[tokio::test]
async fn a_backup_played_in_again_revives_nothing() {
    let (dir, mut town, id, card) = shared(534).await;
    let other = super::opened(town.house("XA")).await;
    let stays = super::released(town.house("XA"), other, &["XB"]).await[0];
    town.settle(60).await.unwrap();
    let backup = dir.path().join("backup");
    {
        let xb = town.house("XB");
        let operator = Actor::operator(xb.office.state());
        let made = office::backup::make(&xb.office, &operator, &backup, &Silent).await;
        made.unwrap();
    }
    let xa = town.house("XA");
    let act = recall(xa, id);
    records::recall(&xa.office, xa.officer(Role::Analyst), act)
        .await
        .unwrap();
    town.settle(20).await.unwrap();
    town.pass(SignedDuration::from_hours(1));
    let folder = dir.path().join("XB-again");
    town.restore("XB", (&backup, &folder)).await.unwrap();
    // Before anybody has answered nothing is used.
    assert!(
        asked(town.house("XB"), "Okhuen Sera", "")
            .await
            .cards
            .is_empty()
    );
    town.settle(200).await.unwrap();
    let met = asked(town.house("XB"), "Okhuen Sera", "").await.cards;
    let ids: Vec<_> = met.iter().map(|met| met.id).collect();
    assert_eq!(ids, [stays], "{card} was recalled");
}

/// Every byte under a folder.
fn bytes(dir: &std::path::Path, all: &mut Vec<u8>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => bytes(&path, all),
            false => all.extend(std::fs::read(path).unwrap()),
        }
    }
}

#[tokio::test]
async fn nothing_of_what_stayed_behind_stands_in_any_byte_that_left() {
    let (_dir, town, _, _) = shared(535).await;
    let xb = town.house("XB");
    let mut all = Vec::new();
    bytes(xb.dir(), &mut all);
    for sighting in town.roads.sightings() {
        all.extend_from_slice(&sighting.bytes);
    }
    assert!(all.len() > 100_000);
    // What did leave is sealed too: not even a name can be read there.
    for canary in sim::fighter::CANARIES.iter().chain(&["Okhuen Sera"]) {
        let found = all.windows(canary.len()).any(|w| w == canary.as_bytes());
        assert!(!found, "{canary}");
    }
    // Opened, by everything that XB can open: the card, and the message that brought it.
    let reader = xb
        .office
        .read(xb.officer(Role::DutyOfficer), Purpose::Screening)
        .await;
    let cards = reader.unwrap().cards("", 0).await.unwrap();
    let text = format!("{:?}", cards.rows);
    assert!(text.contains("Okhuen Sera"));
    for canary in sim::fighter::CANARIES {
        assert!(!text.contains(canary), "{canary}");
    }
}
