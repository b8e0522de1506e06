//! Many records of one group in a day.

use jiff::SignedDuration;
use model::bulk::Why;
use model::limits::BULK_GROUP_DAY_MAX;
use model::{Purpose, RecordId, Role};
use office::records::{self, Free};
use sim::House;

use super::{opened, seen, try_propose};
use crate::desk::town;
use crate::people_and_checks::copy;

fn look_at(house: &House, record: RecordId, version: i64) -> Free {
    Free {
        act: house.office.new_act(),
        record,
        version,
        reason: "each of them crossed by one lorry".to_owned(),
    }
}

#[tokio::test]
async fn what_is_over_the_measure_of_a_day_waits_for_a_second_person() {
    let (dir, mut town) = town(561).await;
    let xa = town.house("XA");
    let first = opened(xa).await;
    for _ in 1..BULK_GROUP_DAY_MAX {
        opened(xa).await;
    }
    assert_eq!(seen(xa, first).await.stage, "kept");
    let over = opened(xa).await;
    let view = seen(xa, over).await;
    let held = view.bulk.clone().unwrap();
    assert_eq!(view.stage, "held");
    assert_eq!((held.why, held.max), (Why::Group, BULK_GROUP_DAY_MAX));
    let refused = try_propose(xa, over, &["XB"]).await.unwrap_err();
    assert_eq!(refused.code(), "RECORD-IN-BULK");
    // One of the first counts once, however often it is spoken of.
    assert!(try_propose(xa, first, &["XB"]).await.is_ok());
    // Whoever opened it does not free it, in whatever dress.
    let analyst = xa.officer(Role::Analyst);
    let roles = [Role::Analyst, Role::Approver];
    let dressed = super::alone::as_if(analyst, &roles, model::Class::Secret);
    let alone = records::free(&xa.office, &dressed, look_at(xa, over, view.version)).await;
    assert_eq!(alone.unwrap_err().code(), "FOUR-EYES");
    let alone = records::free(&xa.office, analyst, look_at(xa, over, view.version)).await;
    assert_eq!(alone.unwrap_err().code(), "NOT-ALLOWED");
    // A restart forgets nothing.
    let folder = dir.path().join("XA-again");
    copy(xa.dir(), &folder);
    town.pass(SignedDuration::from_mins(1));
    town.reopen("XA", &folder).await.unwrap();
    let xa = town.house("XA");
    let next = opened(xa).await;
    assert_eq!(seen(xa, next).await.stage, "held");
    let approver = xa.officer(Role::Approver);
    let reader = xa.office.read(approver, Purpose::Intelligence).await;
    let all = reader.unwrap().supervised().await.unwrap();
    assert_eq!((all.bulk.len(), all.held.len()), (2, 0));
    let (_, by_one) = all.opened[0];
    assert_eq!(by_one, BULK_GROUP_DAY_MAX as u64 + 2);
    // A second person has looked: it goes its way, and why stands with it.
    let act = look_at(xa, over, view.version);
    records::free(&xa.office, approver, act).await.unwrap();
    let freed = seen(xa, over).await;
    assert_eq!((freed.stage.as_str(), freed.bulk), ("kept", None));
    assert_eq!(freed.reasons[0].what, "freed");
    assert!(try_propose(xa, over, &["XB"]).await.is_ok());
    let again = records::free(&xa.office, approver, look_at(xa, over, freed.version)).await;
    assert_eq!(again.unwrap_err().code(), "STAGE");
    // The next day is counted anew; one of an earlier day that is proposed counts on its day.
    town.pass(SignedDuration::from_hours(24));
    let xa = town.house("XA");
    let tomorrow = opened(xa).await;
    assert_eq!(seen(xa, tomorrow).await.stage, "kept");
}
