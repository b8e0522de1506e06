//! Hits that wait for a person, reviews that hold and end.

use jiff::SignedDuration;
use model::screening::Verdict;
use model::{Actor, Purpose, Role, limits};
use office::Office;
use office::screening::erase;
use office::screening::queue::{self, Decide, HitLine, HitSheet, HitsWanted};
use office::screening::reviews::{self, Review, ReviewsWanted, Withdraw};
use office::screening::subject::Subject;
use sim::House;

use crate::desk::town;
use crate::screening_log::{LIST, LISTED, check, import};
use crate::screening_programs::one;

/// What is wrong with an act.
pub(crate) type Change<T> = fn(&mut T);
pub(crate) const DAY: SignedDuration = SignedDuration::from_hours(24);

pub(crate) async fn hits(house: &House, decided: bool) -> Vec<HitLine> {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house
        .office
        .read(officer, Purpose::Screening)
        .await
        .unwrap();
    let wanted = HitsWanted {
        decided,
        ..HitsWanted::default()
    };
    reader.hits(&wanted).await.unwrap().rows
}

pub(crate) async fn sheet(house: &House, id: &str) -> HitSheet {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house
        .office
        .read(officer, Purpose::Screening)
        .await
        .unwrap();
    reader.hit(id).await.unwrap().unwrap()
}

fn decision(office: &Office, (hit, verdict): (&HitLine, Verdict)) -> Decide {
    Decide {
        act: office.new_act(),
        hit: hit.id.clone(),
        version: hit.version,
        verdict,
        reason: "another birth date on the passport".to_owned(),
        until: None,
    }
}

pub(crate) async fn decide(
    house: &House,
    what: (&HitLine, Verdict),
) -> office::Result<queue::DecideReport> {
    let act = decision(&house.office, what);
    queue::decide(&house.office, house.officer(Role::CaseOfficer), act).await
}

/// The list, made a day later, with the first record changed.
pub(crate) fn changed() -> String {
    LIST.replace("dateGenerated=\"2026-10-01", "dateGenerated=\"2026-10-02")
        .replace("14 Lighthouse Street", "15 Lighthouse Street")
}

pub(crate) fn of_first(lines: &[HitLine]) -> &HitLine {
    lines
        .iter()
        .find(|l| l.caption.to_lowercase().contains("tariq"))
        .unwrap()
}

#[tokio::test]
async fn not_this_person_is_left_out_and_said_until_the_record_changes() {
    let (_dir, town) = town(91).await;
    let house = town.house("XA");
    import(&house.office, LIST.to_owned()).await.unwrap();
    let first = check(house, Role::BorderOfficer, LISTED).await;
    check(house, Role::BorderOfficer, LISTED).await;
    let waiting = hits(house, false).await;
    assert_eq!(waiting.len(), first.hits.len(), "the same hit waits once");
    let hit = of_first(&waiting);
    let shown = sheet(house, &hit.id).await;
    assert_eq!(
        shown.body.hit.explanation.name_score,
        first.hits[0].explanation.name_score
    );
    assert!(!shown.changed && shown.now.is_some() && shown.line.asked == LISTED);
    let done = decide(house, (hit, Verdict::NotThis)).await.unwrap();
    let again = check(house, Role::BorderOfficer, " tariq  AL-QARMADI zuhayr").await;
    assert_eq!(
        again.hits.len(),
        first.hits.len() - 1,
        "the same subject, written otherwise"
    );
    assert_eq!(again.left_out.len(), 1);
    assert_eq!(Some(again.left_out[0].review.clone()), done.review);
    let twice = decide(house, (hit, Verdict::This)).await;
    assert_eq!(twice.unwrap_err().code(), "STALE");
    assert_eq!(again.left_out[0].entity, "un-9900001");
    let other = check(house, Role::BorderOfficer, "Tariq Qarmadi").await;
    assert!(other.left_out.is_empty(), "another subject");
    import(&house.office, changed()).await.unwrap();
    let changed = check(house, Role::BorderOfficer, LISTED).await;
    assert_eq!(
        (changed.hits.len(), changed.left_out.len()),
        (first.hits.len(), 0)
    );
    let shown = sheet(house, &hit.id).await;
    assert!(shown.changed && shown.line.stage == "not_this");
}

#[tokio::test]
async fn a_review_ends_and_its_hit_waits_again() {
    let (dir, mut town) = town(92).await;
    let again = dir.path().join("XA-again");
    {
        let house = town.house("XA");
        import(&house.office, LIST.to_owned()).await.unwrap();
        check(house, Role::BorderOfficer, LISTED).await;
        let waiting = hits(house, false).await;
        decide(house, (of_first(&waiting), Verdict::NotThis))
            .await
            .unwrap();
        let operator = Actor::operator(house.office.state());
        let out = dir.path().join("backup");
        office::backup::make(&house.office, &operator, &out, &office::Silent)
            .await
            .unwrap();
        town.pass(SignedDuration::from_hours(1));
        town.restore("XA", (&out, &again)).await.unwrap();
    }
    // Reviews outlive a restart and a restored backup: their marks are made with the node's own key.
    let house = town.house("XA");
    let answer = check(house, Role::BorderOfficer, LISTED).await;
    assert_eq!(answer.left_out.len(), 1);
    assert!(
        hits(house, false)
            .await
            .iter()
            .all(|l| !l.caption.to_lowercase().contains("tariq"))
    );
    town.pass(SignedDuration::from_hours(24 * limits::REVIEW_DAYS_MAX));
    let house = town.house("XA");
    assert!(
        check(house, Role::BorderOfficer, LISTED)
            .await
            .left_out
            .is_empty(),
        "past its end"
    );
    let erased = erase::round(&house.office).await.unwrap();
    assert_eq!(erased.reviews, 1);
    assert_eq!(of_first(&hits(house, false).await).stage, "open");
}

#[tokio::test]
async fn a_review_is_taken_back_by_hand() {
    let (_dir, town) = town(93).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    import(office, LIST.to_owned()).await.unwrap();
    let answer = check(house, Role::CaseOfficer, LISTED).await;
    let waiting = hits(house, false).await;
    let hit = of_first(&waiting);
    assert!(hit.mine);
    decide(house, (hit, Verdict::Unsure)).await.unwrap();
    let hit = of_first(&hits(house, false).await).clone();
    assert_eq!(hit.stage, "unsure", "it waits on");
    decide(house, (&hit, Verdict::NotThis)).await.unwrap();
    let reader = office.read(officer, Purpose::Screening).await.unwrap();
    let held = reader
        .reviews(&ReviewsWanted::default())
        .await
        .unwrap()
        .rows;
    assert_eq!(held.len(), 1);
    assert!(
        held[0].bound.own,
        "the officer decided about the officer's own question"
    );
    let act = |version| Withdraw {
        act: office.new_act(),
        review: held[0].id.clone(),
        version,
    };
    assert_eq!(
        reviews::withdraw(office, officer, act(9))
            .await
            .unwrap_err()
            .code(),
        "STALE"
    );
    let border = house.officer(Role::BorderOfficer);
    assert_eq!(
        reviews::withdraw(office, border, act(1))
            .await
            .unwrap_err()
            .code(),
        "NOT-ALLOWED"
    );
    assert_eq!(reviews::withdraw(office, officer, act(1)).await.unwrap(), 2);
    assert_eq!(
        reviews::withdraw(office, officer, act(2))
            .await
            .unwrap_err()
            .code(),
        "DONE"
    );
    assert_eq!(
        check(house, Role::CaseOfficer, LISTED).await.hits.len(),
        answer.hits.len()
    );
    assert_eq!(of_first(&hits(house, false).await).stage, "open");
}

/// A review of the first record for a subject by reference.
fn by_reference(office: &Office) -> Review {
    Review {
        act: office.new_act(),
        subject: Subject::named(office, "register/4711").unwrap(),
        entity: "un-9900001".to_owned(),
        verdict: Verdict::NotThis,
        reason: "the register has a photograph".to_owned(),
        until: office.now() + SignedDuration::from_hours(24 * limits::REVIEW_DAYS_MAX),
    }
}

#[tokio::test]
async fn a_review_by_reference_has_its_rules() {
    let (_dir, town) = town(94).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    import(office, LIST.to_owned()).await.unwrap();
    let bad: [(Change<Review>, &str); 5] = [
        (|r| " ".clone_into(&mut r.reason), "MISSING"),
        (|r| r.until -= DAY * 365, "DATE-PAST"),
        (|r| r.until += DAY, "UNTIL-TOO-FAR"),
        (|r| r.verdict = Verdict::Unsure, "VERDICT"),
        (|r| "un-0".clone_into(&mut r.entity), "NOT-FOUND"),
    ];
    for (change, code) in bad {
        let mut act = by_reference(office);
        change(&mut act);
        let refused = reviews::review(office, officer, act).await.unwrap_err();
        assert_eq!(refused.code(), code);
    }
    let operator = Actor::operator(office.state());
    let roles = [Role::BorderOfficer, Role::Auditor, Role::Administrator];
    for actor in roles
        .map(|role| house.officer(role))
        .iter()
        .chain(&[&operator])
    {
        let refused = reviews::review(office, actor, by_reference(office)).await;
        let name = actor.ledger_name();
        assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED", "{name}");
    }
    let left_out = async || {
        let (found, _) = one(house, LISTED, Some("register/4711")).await;
        let left = found.left_out.into_iter();
        left.map(|left| left.entity).collect::<Vec<_>>()
    };
    reviews::review(office, officer, by_reference(office))
        .await
        .unwrap();
    assert_eq!(left_out().await, ["un-9900001"]);
    let this = Review {
        verdict: Verdict::This,
        ..by_reference(office)
    };
    reviews::review(office, officer, this).await.unwrap();
    assert!(left_out().await.is_empty(), "the later one holds");
}

const BROKEN: &str = "SIM_SUITE_BROKEN_COMMIT";

/// Not a test of its own: in a process where a commit fails. Without orders it does nothing.
#[tokio::test]
async fn a_decision_whose_commit_fails() {
    if std::env::var_os(BROKEN).is_none() {
        return;
    }
    let (_dir, town) = town(111).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    import(office, LIST.to_owned()).await.unwrap();
    let held = by_reference(office);
    reviews::review(office, officer, held.clone())
        .await
        .unwrap();
    let reader = office.read(officer, Purpose::Screening).await.unwrap();
    let held_lines = reader.reviews(&ReviewsWanted::default()).await.unwrap();
    check(house, Role::BorderOfficer, LISTED).await;
    let waiting = hits(house, false).await;
    let left_out = async |reference| {
        let asked = one(house, LISTED, reference).await;
        asked.0.left_out.len()
    };
    let register = Some("register/4711");
    assert_eq!((left_out(None).await, left_out(register).await), (0, 1));
    store::fault::arm(store::fault::parse("eio@1:commit.before").unwrap());
    // Two acts in one group, whose commit fails.
    let withdraw = Withdraw {
        act: office.new_act(),
        review: held_lines.rows[0].id.clone(),
        version: held_lines.rows[0].version,
    };
    let failed = tokio::join!(
        decide(house, (of_first(&waiting), Verdict::NotThis)),
        reviews::withdraw(office, officer, withdraw),
    );
    assert_eq!(failed.0.unwrap_err().code(), "STOPPING");
    assert_eq!(failed.1.unwrap_err().code(), "STOPPING");
    // What is not on disk holds for nobody, and what is goes on holding.
    assert_eq!((left_out(None).await, left_out(register).await), (0, 1));
    println!("it held");
}

#[test]
fn no_decision_holds_before_it_is_on_disk() {
    let output = std::process::Command::new(std::env::current_exe().unwrap())
        .args([
            "screening_review::a_decision_whose_commit_fails",
            "--exact",
            "--nocapture",
        ])
        .env(BROKEN, "1")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && said.contains("it held"),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
