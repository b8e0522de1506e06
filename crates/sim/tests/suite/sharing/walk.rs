//! From a record to a border and back.

use model::encounter::{EncounterStage, Met, Protection};
use model::label::Action;
use model::record::Property;
use model::release::Outcome;
use model::sharing::WordKind;
use model::{AssertionId, Class, Purpose, Role};
use office::cards::{self, Say};
use office::records::{self, Change, Recall};
use sim::fighter::{self, CANARIES};

use super::{asked, change, opened, proposed, released, seen, shared, stated, to, try_propose};
use crate::desk::town;

#[tokio::test]
async fn a_record_is_looked_at_proposed_released_met_told_corrected_and_recalled() {
    let (_dir, town, id, card) = shared(501).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    // It arrived, with its prints, and XA knows that it did.
    let view = seen(xa, id).await;
    assert_eq!(view.issues.len(), 1);
    assert_eq!(view.issues[0].due, None, "confirmed");
    let desk = xb.officer(Role::DutyOfficer);
    let reader = xb.office.read(desk, Purpose::Screening).await.unwrap();
    let there = reader.card(card).await.unwrap();
    assert_eq!(there.card.files.len(), 1);
    assert!(there.card.files[0].blob.is_some(), "the bytes are here");
    let text = serde_json::to_string(&there.card).unwrap();
    for canary in CANARIES {
        assert!(!text.contains(canary), "{canary}");
    }
    // The border post: action and whom to call.
    let answer = asked(xb, "Okhuen Sera", "XB7701234").await;
    assert_eq!(answer.cards.len(), 1, "{answer:?}");
    let met = &answer.cards[0];
    assert_eq!(met.actions, [Action::Inspect]);
    assert_eq!(met.warnings, ["may carry a weapon"]);
    assert_eq!(met.owner.as_str(), "XA");
    let shown = serde_json::to_string(&answer).unwrap();
    assert!(!shown.contains("travelled in May"), "never why");
    // The encounter: reported at the post, decided at the desk.
    let on = (card, "Bridge post 4");
    let what = (Met::Same, Protection::None, "Northern district");
    assert_eq!(super::met(xb, on, what).await, EncounterStage::Told);
    town.settle(20).await.unwrap();
    let told = seen(xa, id).await.seen;
    assert_eq!(told[0].told.district, "Northern district");
    let text = format!("{told:?}");
    assert!(
        !text.contains("Bridge post") && !text.contains("telephones"),
        "{text}"
    );
    // Feedback, and an answer.
    let say = |act, kind, text: &str| Say {
        act,
        card,
        kind,
        re: None,
        text: text.to_owned(),
    };
    let word = say(xb.office.new_act(), WordKind::Feedback, "The card helped.");
    cards::say(&xb.office, desk, word).await.unwrap();
    town.settle(20).await.unwrap();
    assert_eq!(seen(xa, id).await.words[0].word.text, "The card helped.");
    // A correction is there before the next question.
    let passport = assertion(xa, id, Property::Passport).await;
    let corrected = Change::Correct {
        what: passport,
        value: "XB7701243".to_owned(),
        reason: "two digits were transposed".to_owned(),
    };
    change(xa, id, corrected).await.unwrap();
    town.settle(20).await.unwrap();
    let there = reader.card(card).await.unwrap().card;
    assert_eq!(there.said(Property::Passport), ["XB7701243"]);
    assert_eq!(there.version, 2);
    assert!(there.files[0].blob.is_some(), "the prints are still here");
    assert_eq!(seen(xa, id).await.issues[0].due, None, "confirmed again");
    recalled(&town, id, card).await;
}

/// A recall ends it, and every holder has confirmed.
async fn recalled(town: &sim::Town, id: model::RecordId, card: model::CardId) {
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let desk = xb.officer(Role::DutyOfficer);
    let reader = xb.office.read(desk, Purpose::Screening).await.unwrap();
    let recall = Recall {
        act: xa.office.new_act(),
        record: id,
        card: None,
        reason: "it was somebody else".to_owned(),
    };
    let taken = records::recall(&xa.office, xa.officer(Role::Analyst), recall).await;
    assert_eq!(taken.unwrap(), 1);
    let due = seen(xa, id).await.issues[0].due;
    assert!(due.is_some(), "until it is confirmed");
    town.settle(20).await.unwrap();
    assert!(asked(xb, "Okhuen Sera", "XB7701243").await.cards.is_empty());
    let gone = reader.card(card).await.unwrap_err();
    assert_eq!(gone.code(), "NOT-FOUND");
    let issue = &seen(xa, id).await.issues[0];
    assert_eq!((issue.stage.as_str(), issue.due), ("recalled", None));
}

pub(super) async fn assertion(
    house: &sim::House,
    id: model::RecordId,
    says: Property,
) -> AssertionId {
    let view = seen(house, id).await;
    let one = view.stated.iter().find(|one| one.one.says == says).unwrap();
    one.one.id.parse().unwrap()
}

#[tokio::test]
async fn our_own_front_line_has_a_card_at_once_and_its_encounter_stands_at_the_record() {
    let (_dir, town) = town(502).await;
    let xa = town.house("XA");
    let id = opened(xa).await;
    assert!(asked(xa, "Okhuen Sera", "").await.cards.is_empty());
    let card = released(xa, id, &["XA"]).await[0];
    let answer = asked(xa, "Okhuen Sera", "").await;
    assert_eq!(answer.cards.len(), 1);
    let what = (Met::Same, Protection::None, "Coast");
    super::met(xa, (card, "Harbour post"), what).await;
    assert_eq!(seen(xa, id).await.seen[0].told.district, "Coast");
    let withdrawn = Change::End {
        reason: "not needed".to_owned(),
    };
    change(xa, id, withdrawn).await.unwrap();
    assert!(asked(xa, "Okhuen Sera", "").await.cards.is_empty());
}

#[tokio::test]
async fn the_workbench_shows_what_is_lost_and_what_each_state_would_see() {
    let (_dir, town) = town(503).await;
    let xa = town.house("XA");
    let id = opened(xa).await;
    let analyst = xa.officer(Role::Analyst);
    let reader = xa
        .office
        .read(analyst, Purpose::Intelligence)
        .await
        .unwrap();
    let looked = records::look(&reader, id, &to(&["XA", "XB"]))
        .await
        .unwrap();
    assert_eq!(looked.len(), 2);
    for one in &looked {
        assert!(
            matches!(one.proposal.outcome, Outcome::Release(_)),
            "{one:?}"
        );
        assert!(one.card.is_some());
    }
    let lost: usize = looked[1].proposal.lost.values().sum();
    assert_eq!(lost, 3, "a statement, whom with, and the grounds");
    // A word that may not leave holds it, and names the part.
    let what = fighter::says(
        Property::Description,
        "known from Granite Harbour",
        fighter::label(xa, Class::Official, &["XA", "XB"]),
    );
    change(xa, id, stated(what)).await.unwrap();
    let looked = records::look(&reader, id, &to(&["XB"])).await.unwrap();
    assert_eq!(looked[0].proposal.outcome, Outcome::Hold);
    assert!(!looked[0].proposal.found[0].part.is_empty());
    let refused = try_propose(xa, id, &["XB"]).await.unwrap_err();
    assert_eq!(refused.code(), "RELEASE-HELD");
}

#[tokio::test]
async fn a_card_follows_its_record() {
    let (_dir, town, id, card) = shared(504).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let desk = xb.officer(Role::DutyOfficer);
    let reader = xb.office.read(desk, Purpose::Screening).await.unwrap();
    // More is said: that is no matter of the card's, and of two persons.
    let more = fighter::says(
        Property::Alias,
        "Abu Lantern",
        fighter::label(xa, Class::Official, &["XA", "XB"]),
    );
    change(xa, id, stated(more)).await.unwrap();
    town.settle(20).await.unwrap();
    let there = reader.card(card).await.unwrap().card;
    assert_eq!((there.version, there.said(Property::Alias).len()), (1, 0));
    // Less is said: the card says less.
    let warning = assertion(xa, id, Property::Warning).await;
    let less = Change::Withdraw {
        what: warning,
        reason: "never shown".to_owned(),
    };
    change(xa, id, less).await.unwrap();
    town.settle(20).await.unwrap();
    let there = reader.card(card).await.unwrap().card;
    assert!(there.said(Property::Warning).is_empty());
    // What carried it falls: it is recalled.
    let tie = seen(xa, id).await.ties[0].one.id.parse().unwrap();
    let fallen = Change::Withdraw {
        what: tie,
        reason: "the group was another".to_owned(),
    };
    change(xa, id, fallen).await.unwrap();
    town.settle(20).await.unwrap();
    assert_eq!(reader.card(card).await.unwrap_err().code(), "NOT-FOUND");
    assert_eq!(seen(xa, id).await.issues[0].stage, "recalled");
}

#[tokio::test]
async fn a_proposal_of_what_has_changed_since_is_stale() {
    let (_dir, town) = town(505).await;
    let xa = town.house("XA");
    let id = opened(xa).await;
    let release = proposed(xa, id, &["XB"]).await[0];
    let passport = assertion(xa, id, Property::Passport).await;
    let less = Change::Withdraw {
        what: passport,
        reason: "of somebody else".to_owned(),
    };
    change(xa, id, less).await.unwrap();
    let act = super::decision(xa, release);
    let refused = records::approve(&xa.office, xa.officer(Role::Approver), act).await;
    assert_eq!(refused.unwrap_err().code(), "STALE");
}
