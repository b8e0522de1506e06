//! What comes into the review queue, how often, and from whom.

use jiff::SignedDuration;
use model::screening::Verdict;
use model::{Actor, Purpose, Role, limits};
use office::screening::ask::{Caller, ask};
use office::screening::keys::{self, IssueKey, KeyMark};
use office::screening::log;
use office::screening::queue::HitsWanted;
use office::screening::reviews::ReviewsWanted;
use office::screening::watch::WatchesWanted;
use office::screening::{self, Check};
use sim::House;
use store::Record;

use crate::desk::town;
use crate::screening_log::{LIST, LISTED, check, import};
use crate::screening_programs::{caller, matching, one};
use crate::screening_review::{decide, hits, of_first, sheet};
use crate::screening_watch::{damaged, forged};

#[tokio::test]
async fn only_a_later_question_opens_a_decided_hit_again() {
    let (_dir, town) = town(121).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    check(house, Role::CaseOfficer, LISTED).await;
    // A program asks about the same one; the log is not written yet when somebody decides.
    one(house, LISTED, None).await;
    town.pass(SignedDuration::from_mins(1));
    for hit in hits(house, false).await {
        decide(house, (&hit, Verdict::NotThis)).await.unwrap();
    }
    log::round(office).await.unwrap();
    let waiting = hits(house, false).await;
    assert!(
        waiting.is_empty(),
        "it was decided with the others: {waiting:?}"
    );
    // Past the end of the review the same question is answered, and the hit waits with what was said about it.
    town.pass(SignedDuration::from_hours(24 * limits::REVIEW_DAYS_MAX));
    one(house, LISTED, None).await;
    log::round(office).await.unwrap();
    let waiting = hits(house, false).await;
    let hit = sheet(house, &of_first(&waiting).id).await;
    assert_eq!(hit.line.stage, "open");
    assert!(hit.body.decided.is_some());
}

#[tokio::test]
async fn a_question_asked_while_a_decision_is_made_does_not_open_it_again() {
    let (_dir, town) = town(124).await;
    let house = town.house("XA");
    import(&house.office, LIST.to_owned()).await.unwrap();
    check(house, Role::CaseOfficer, LISTED).await;
    // Asked a moment after the decision was begun, and before it held: then the clock says what the deciding officer's said.
    let moment = SignedDuration::from_secs(1);
    town.pass(moment);
    one(house, LISTED, None).await;
    town.pass(-moment);
    for hit in hits(house, false).await {
        decide(house, (&hit, Verdict::NotThis)).await.unwrap();
    }
    log::round(&house.office).await.unwrap();
    let waiting = hits(house, false).await;
    assert!(waiting.is_empty(), "its review is in force: {waiting:?}");
}

#[tokio::test]
async fn a_check_that_is_repeated_when_the_list_is_too_old_has_a_row_of_its_own() {
    let (_dir, town) = town(126).await;
    let house = town.house("XA");
    import(&house.office, LIST.to_owned()).await.unwrap();
    // Older than 30 days no list says that there is no record.
    let days = 30;
    town.pass(SignedDuration::from_hours(24 * days + 23));
    let act = Check {
        act: Some(house.office.new_act()),
        name: "Nobody At All".to_owned(),
        ..Check::default()
    };
    let border = house.officer(Role::BorderOfficer);
    let ask = async || screening::check(&house.office, border, act.clone()).await;
    let first = ask().await.unwrap();
    assert_eq!(ask().await.unwrap().query, first.query, "the same answer");
    town.pass(SignedDuration::from_hours(1));
    let later = ask().await.unwrap();
    assert_ne!(later.advice.answer, first.advice.answer);
    assert_ne!(later.query, first.query, "another answer");
}

#[tokio::test]
async fn an_unreadable_record_hides_no_page_and_hinders_no_decision() {
    let (dir, mut town) = town(125).await;
    let house = town.house("XA");
    import(&house.office, LIST.to_owned()).await.unwrap();
    check(house, Role::CaseOfficer, LISTED).await;
    let waiting = hits(house, false).await;
    let shown = sheet(house, &of_first(&waiting).id).await;
    let folder = dir.path().join("XA-spoilt");
    crate::people_and_checks::copy(house.dir(), &folder);
    let end = house.office.now() + SignedDuration::from_hours(24);
    let kinds = [("hit", "open"), ("review", "in_force"), ("watch", "live")];
    // One that is no JSON, and one that another key opens.
    for key in [7, 9] {
        let make = |label: &_| {
            let one = |of: (&str, &str)| {
                let mut record = damaged(&format!("{}:spoilt-{key}", of.0), of, (label, end));
                if of.0 == "review" {
                    record.head.parent = Some(shown.body.subject.record());
                    let officer = house.officer(Role::CaseOfficer);
                    record.head.authority = officer.authority().map(ToString::to_string);
                }
                record
            };
            kinds.map(one).to_vec()
        };
        forged((house, &folder), key, make).await;
    }
    town.pass(SignedDuration::from_hours(1));
    town.reopen("XA", &folder).await.unwrap();
    let house = town.house("XA");
    let officer = house.officer(Role::CaseOfficer);
    let reader = house.office.read(officer, Purpose::Screening).await;
    let reader = reader.unwrap();
    let queue = reader.hits(&HitsWanted::default()).await.unwrap();
    assert_eq!(
        (queue.rows.len(), queue.total),
        (waiting.len(), waiting.len() as u64 + 2)
    );
    let reviews = reader.reviews(&ReviewsWanted::default()).await.unwrap();
    assert!(reviews.rows.is_empty() && reviews.total == 2);
    let watches = reader.watches(&WatchesWanted::default()).await.unwrap();
    assert!(watches.rows.is_empty() && watches.total == 2);
    let first = of_first(&queue.rows);
    assert!(sheet(house, &first.id).await.reviews.is_empty());
    decide(house, (first, Verdict::NotThis)).await.unwrap();
    assert_eq!(sheet(house, &first.id).await.reviews.len(), 1);
}

#[tokio::test]
async fn whoever_asked_decides_about_an_own_question() {
    for (askers, own) in [
        (&[Role::BorderOfficer][..], false),
        (&[Role::BorderOfficer, Role::CaseOfficer], true),
        (&[Role::CaseOfficer, Role::BorderOfficer], true),
    ] {
        let (_dir, town) = town(122).await;
        let house = town.house("XA");
        import(&house.office, LIST.to_owned()).await.unwrap();
        for (n, role) in askers.iter().enumerate() {
            check(house, *role, LISTED).await;
            check(house, *role, LISTED).await;
            let waiting = hits(house, false).await;
            let version = of_first(&waiting).version;
            assert_eq!(version, n as i64 + 1, "each is kept once");
        }
        let waiting = hits(house, false).await;
        let hit = of_first(&waiting);
        assert_eq!(hit.mine, own, "{askers:?}");
        decide(house, (hit, Verdict::This)).await.unwrap();
        let shown = sheet(house, &hit.id).await;
        assert_eq!(shown.body.decided.unwrap().own, own, "{askers:?}");
        let said = shown.body.asked_also.len();
        assert_eq!(said, askers.len() - 1, "{askers:?}");
    }
}

async fn key(house: &House, name: &str) -> KeyMark {
    let (office, operator) = (&house.office, Actor::operator(house.office.state()));
    let act = IssueKey {
        act: office.new_act(),
        name: name.to_owned(),
        officer: "case-officer".to_owned(),
        purpose: Purpose::Screening,
        days: 30,
    };
    let id = act.act.to_string();
    keys::issue(office, &operator, act).await.unwrap();
    let purpose = Purpose::Screening;
    KeyMark { id, purpose }
}

#[tokio::test]
async fn one_program_does_not_fill_the_queue() {
    let (dir, mut town) = town(123).await;
    let house = town.house("XA");
    let (eager, quiet) = (key(house, "eager").await, key(house, "quiet").await);
    let folder = dir.path().join("XA-full");
    crate::people_and_checks::copy(house.dir(), &folder);
    // Room for one more of its hits.
    let (of, at) = (eager.id.clone(), house.office.now());
    let make = |label: &_| {
        let one = |n| {
            let id = format!("hit:{n:032x}");
            let mut record: Record = damaged(&id, ("hit", "open"), (label, at));
            record.head.number = Some(of.clone());
            record
        };
        (1..limits::SCREEN_QUEUE_KEY_MAX).map(one).collect()
    };
    forged((house, &folder), 7, make).await;
    town.pass(SignedDuration::from_hours(1));
    town.reopen("XA", &folder).await.unwrap();
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let program = |key: &KeyMark| Caller {
        key: Some(key.clone()),
        ..caller(house)
    };
    let log_only = async |key: &KeyMark| {
        let operator = Actor::operator(office.state());
        let lines = keys::list(office, &operator).await.unwrap();
        lines
            .iter()
            .find(|line| line.id == key.id)
            .unwrap()
            .log_only
    };
    let found = |answered: office::screening::ask::Answered| -> usize {
        answered.each().map(|(found, _)| found.hits.len()).sum()
    };
    let three = [
        (LISTED, Some("1")),
        (LISTED, Some("2")),
        (LISTED, Some("3")),
    ];
    let brought = found(
        ask(office, &program(&eager), "default", matching(&three))
            .await
            .unwrap(),
    );
    log::round(office).await.unwrap();
    assert_eq!(log_only(&eager).await, brought as u64 - 1);
    // What waits already takes no room, and what another asks has its own.
    found(
        ask(office, &program(&eager), "default", matching(&three[..1]))
            .await
            .unwrap(),
    );
    let other = found(
        ask(office, &program(&quiet), "default", matching(&three[1..]))
            .await
            .unwrap(),
    );
    log::round(office).await.unwrap();
    assert!(other > 0 && log_only(&quiet).await == 0);
    let reader = office.read(house.officer(Role::CaseOfficer), Purpose::Screening);
    let waiting = reader.await.unwrap().hits_waiting().await.unwrap();
    assert_eq!(waiting, limits::SCREEN_QUEUE_KEY_MAX + other as u64);
}
