//! Records that name the press, opposition, a defender of human rights or a refugee wait for a second person.

use model::bulk::Why;
use model::record::Property;
use model::{Class, RecordId, Role};
use office::records::{self, Free};
use sim::{House, fighter};

use super::{asked, change, opened, released, seen, stated, try_propose};
use crate::desk::town;

async fn says(house: &House, id: RecordId, text: &str) {
    let label = fighter::label(house, Class::Secret, &["XA"]);
    let what = fighter::says(Property::Statement, text, label);
    change(house, id, stated(what)).await.unwrap();
}

async fn free(house: &House, actor: &model::Actor, id: RecordId) -> office::Result<i64> {
    let act = Free {
        act: house.office.new_act(),
        record: id,
        version: seen(house, id).await.version,
        reason: "kept for the journeys, not for the articles".to_owned(),
    };
    records::free(&house.office, actor, act).await
}

#[tokio::test]
async fn who_names_a_voice_waits_for_a_second_person() {
    let (_dir, town) = town(581).await;
    let xa = town.house("XA");
    let (analyst, approver) = (xa.officer(Role::Analyst), xa.officer(Role::Approver));
    let mut act = fighter::record(xa);
    let label = fighter::label(xa, Class::Secret, &["XA"]);
    act.statements.push(fighter::says(
        Property::Statement,
        "Writes as a journalist for the evening paper",
        label,
    ));
    let id = records::open(&xa.office, analyst, act).await.unwrap();
    let view = seen(xa, id).await;
    assert_eq!(view.stage, "held");
    assert_eq!(view.bulk.map(|held| held.why), Some(Why::Voice));
    let refused = try_propose(xa, id, &["XB"]).await.unwrap_err();
    assert_eq!(refused.code(), "RECORD-VOICE");
    // Whoever wrote it does not let it go, in whatever dress.
    let roles = [Role::Analyst, Role::Approver];
    let dressed = super::alone::as_if(analyst, &roles, Class::Secret);
    for actor in [&dressed, analyst] {
        assert!(free(xa, actor, id).await.is_err());
    }
    // Nor does a second person who may not see why it waits.
    let low = super::alone::as_if(approver, &[Role::Approver], Class::Official);
    free(xa, &low, id).await.unwrap();
    assert_eq!(seen(xa, id).await.stage, "held");
    free(xa, approver, id).await.unwrap();
    assert_eq!(seen(xa, id).await.stage, "kept");
    // What was looked at once is not asked again; another part is.
    released(xa, id, &["XA"]).await;
    assert_eq!(asked(xa, "Okhuen Sera", "").await.cards.len(), 1);
    says(xa, id, "Crossed by lorry in June").await;
    assert_eq!(seen(xa, id).await.stage, "kept");
    says(xa, id, "Выступал как правозащитник в столице").await;
    assert_eq!(seen(xa, id).await.stage, "held");
    let met = asked(xa, "Okhuen Sera", "").await.cards;
    assert!(met.is_empty(), "what is held leads nowhere");
    free(xa, approver, id).await.unwrap();
    assert!(try_propose(xa, id, &["XB"]).await.is_ok());
}

#[tokio::test]
async fn a_proposal_waits_too_where_a_voice_is_named_after_it() {
    let (_dir, town) = town(583).await;
    let xa = town.house("XA");
    let id = opened(xa).await;
    let release = try_propose(xa, id, &["XB"]).await.unwrap()[0];
    says(xa, id, "Speaks for the opposition in exile").await;
    let act = super::decision(xa, release);
    let refused = records::approve(&xa.office, xa.officer(Role::Approver), act).await;
    assert_eq!(refused.unwrap_err().code(), "RECORD-VOICE");
}
