//! Two States speak of one person and ask for different things: the front line sees one action.

use model::encounter::{Met, Protection};
use model::label::Action;
use model::record::Property;
use model::{CardId, Class, Purpose, Role};
use office::cards::MetCard;
use office::records;
use sim::{House, fighter};

use super::{asked, opened, released, seen, shared};

/// A card for this house's own posts about somebody of the same name, who is checked silently; with what is not theirs, if anything.
async fn own(house: &House, not_this: Option<&str>) -> CardId {
    let mut act = fighter::record(house);
    let here = || fighter::label(house, Class::Official, &["XB"]);
    for one in &mut act.statements {
        one.label = here();
        if one.says == Property::Action {
            "silent-check".clone_into(&mut one.value);
        }
    }
    if let Some(value) = not_this {
        let said = &mut act.statements;
        said.retain(|one| one.says != Property::Passport);
        said.push(fighter::says(Property::NotThis, value, here()));
    }
    act.ties[0].label = here();
    let analyst = house.officer(Role::Analyst);
    let id = records::open(&house.office, analyst, act).await.unwrap();
    released(house, id, &["XB"]).await[0]
}

#[tokio::test]
async fn of_two_cards_of_one_person_one_action_is_seen_and_whom_to_call() {
    let (_dir, town, _, theirs) = shared(593).await;
    let xb = town.house("XB");
    let ours = own(xb, None).await;
    let cards = asked(xb, "Okhuen Sera", "XB7701234").await.cards;
    assert_eq!(cards.len(), 2);
    let of = |id| cards.iter().find(|card| card.id == id).unwrap();
    assert_eq!(of(ours).actions, [Action::SilentCheck]);
    assert_eq!(of(ours).gives_way_to, None);
    assert_eq!(of(theirs).actions, []);
    assert_eq!(of(theirs).gives_way_to, Some(ours));
    // Whom to call and what to know stand on both.
    assert_eq!(of(theirs).warnings, ["may carry a weapon"]);
    assert_eq!(of(theirs).owner.as_str(), "XA");
    // When the first is gone, the other says what it asked for.
    let recall = records::Recall {
        act: xb.office.new_act(),
        record: held_by(xb).await,
        card: None,
        reason: "the silent check is over".to_owned(),
    };
    let done = records::recall(&xb.office, xb.officer(Role::Analyst), recall).await;
    assert_eq!(done.unwrap(), 1);
    let cards = asked(xb, "Okhuen Sera", "XB7701234").await.cards;
    assert_eq!(cards.len(), 1);
    assert_eq!(cards[0].actions, [Action::Inspect]);
}

async fn held_by(house: &House) -> model::RecordId {
    let analyst = house.officer(Role::Analyst);
    let reader = house.office.read(analyst, model::Purpose::Intelligence);
    let wanted = records::RecordsWanted::default();
    reader.await.unwrap().subjects(&wanted).await.unwrap().rows[0].id
}

#[tokio::test]
async fn nobody_gives_way_to_a_card_that_is_of_somebody_else() {
    let (_dir, town, _, theirs) = shared(597).await;
    let xb = town.house("XB");
    let ours = own(xb, Some("XB7701234")).await;
    let cards = asked(xb, "Okhuen Sera", "XB7701234").await.cards;
    let of = |id| cards.iter().find(|card| card.id == id).unwrap();
    assert_eq!(of(ours).excluded, ["XB7701234"]);
    assert_eq!(of(theirs).actions, [Action::Inspect]);
}

#[tokio::test]
async fn whom_the_desk_found_protected_no_post_touches_and_nobody_else_learns_it() {
    let (_dir, town, id, theirs) = shared(599).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let decide = async |card, protection| {
        let what = (Met::Same, protection, "Northern district");
        super::met(xb, (card, "Bridge post 4"), what).await
    };
    let before = seen(xa, id).await;
    decide(theirs, Protection::Refugee).await;
    let met = |cards: &[MetCard], id| cards.iter().find(|one| one.id == id).cloned().unwrap();
    let cards = asked(xb, "Okhuen Sera", "XB7701234").await.cards;
    let one = met(&cards, theirs);
    assert!(one.set_aside && one.actions.is_empty(), "{one:?}");
    // Another card of this owner about the same person is set aside with it; what other States say is judged by itself.
    let ours = own(xb, None).await;
    let second = released(xa, opened(xa).await, &["XB"]).await[0];
    town.settle(60).await.unwrap();
    let cards = asked(xb, "Okhuen Sera", "XB7701234").await.cards;
    assert_eq!(met(&cards, ours).actions, [Action::SilentCheck]);
    for id in [theirs, second] {
        let one = met(&cards, id);
        assert!(one.set_aside && one.actions.is_empty(), "{one:?}");
        let text = serde_json::to_string(&one).unwrap();
        assert!(
            !text.contains("refugee"),
            "the post learns no reason: {text}"
        );
    }
    // The desk sees it; programs of this State are told that it is taken back; a correction does not bring it back.
    let desk = xb.officer(Role::DutyOfficer);
    let reader = xb.office.read(desk, Purpose::Screening).await.unwrap();
    assert!(reader.card(theirs).await.unwrap().aside.is_some());
    let analyst = xb.officer(Role::Analyst);
    let programs = xb.office.read(analyst, Purpose::Screening).await.unwrap();
    let start = (jiff::Timestamp::UNIX_EPOCH, String::new());
    let given = programs.given(start, 100).await.unwrap();
    let theirs_too = |one: &serde_json::Value| one.to_string().contains(&theirs.to_string());
    let given = given.into_iter().flat_map(|one| one.objects);
    let given: Vec<_> = given.filter(theirs_too).collect();
    assert!(!given.is_empty() && given.iter().all(|one| one["revoked"] == true));
    let warned = fighter::says(
        Property::Passport,
        "XB7705555",
        fighter::label(xa, Class::Official, &["XA", "XB"]),
    );
    super::change(xa, id, super::stated(warned)).await.unwrap();
    town.settle(40).await.unwrap();
    // Its owner learns nothing of all this.
    assert_eq!(seen(xa, id).await.seen, before.seen);
    assert_eq!(seen(xa, id).await.words, before.words);
    // A later decision that nothing protects them ends it.
    decide(theirs, Protection::Unclear).await;
    let cards = asked(xb, "Okhuen Sera", "XB7701234").await.cards;
    assert!(
        met(&cards, theirs).set_aside,
        "what is not known changes nothing"
    );
    decide(theirs, Protection::None).await;
    let cards = asked(xb, "Okhuen Sera", "XB7701234").await.cards;
    assert!(!met(&cards, theirs).set_aside);
}
