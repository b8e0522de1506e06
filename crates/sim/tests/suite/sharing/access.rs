//! A person asks what is held of them: one application, three nodes, and what nobody learns by it.

use jiff::SignedDuration;
use jiff::civil::date;
use model::access::{
    Access, Answer, Application, ApplicationStage, Apply, Decide, EnquiryStage, Person, Proof,
    Scope,
};
use model::{Actor, ApplicationId, Class, Lang, Message, Purpose, Role, StateCode};
use office::access::{self, EnquiryLine, Enter, HeldHere, OnApplication, OnEnquiry, Ruling, Step};
use office::reader::LedgerFilter;
use office::{records, workers};
use sim::{House, Town, fighter};

use super::opened;
use crate::safeguards::by_hand::hand_between;

const DAY: SignedDuration = SignedDuration::from_hours(24);

async fn three(seed: u64) -> (tempfile::TempDir, Town) {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::of_three(dir.path(), seed).await.unwrap();
    (dir, town)
}

fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

async fn entered(house: &House) -> ApplicationId {
    let apply = Apply {
        scope: Scope::Access,
        person: Person {
            names: vec!["Okhuen Sera".to_owned()],
            born: "1991-04-07".to_owned(),
            nationality: Some(state("XB")),
        },
        wrong: String::new(),
        received: date(2026, 3, 1),
    };
    let act = house.office.new_act();
    let desk = house.officer(Role::RegistryOfficer);
    access::enter(&house.office, desk, Enter { act, apply })
        .await
        .unwrap()
}

async fn seen(house: &House, id: ApplicationId) -> Application {
    let desk = house.officer(Role::RegistryOfficer);
    let reader = house.office.read(desk, Purpose::Administration).await;
    reader.unwrap().application(id).await.unwrap().application
}

async fn step(house: &House, id: ApplicationId, step: Step) -> office::Result<ApplicationStage> {
    let on = OnApplication {
        act: house.office.new_act(),
        application: id,
        version: seen(house, id).await.version,
        step,
    };
    access::step(&house.office, house.officer(Role::RegistryOfficer), on).await
}

fn ask(states: &[&str]) -> Step {
    Step::Ask {
        states: states.iter().map(|code| state(code)).collect(),
    }
}

/// An application at XA, proven, taken to these States, and arrived there.
async fn asked(town: &Town, states: &[&str]) -> ApplicationId {
    let xa = town.house("XA");
    let id = entered(xa).await;
    let proof = Proof {
        document: "passport".to_owned(),
        issuer: "Belmora".to_owned(),
        seen_by: "the registry officer on duty".to_owned(),
        representative: None,
    };
    step(xa, id, Step::Prove { proof }).await.unwrap();
    step(xa, id, ask(states)).await.unwrap();
    town.settle(20).await.unwrap();
    id
}

async fn enquiry(house: &House, actor: &Actor, id: ApplicationId) -> office::Result<EnquiryLine> {
    let reader = house.office.read(actor, Purpose::Administration).await?;
    reader.enquiry(&state("XA"), id).await
}

async fn on<T>(house: &House, id: ApplicationId, what: T) -> OnEnquiry<T> {
    let line = enquiry(house, house.officer(Role::Analyst), id).await;
    OnEnquiry {
        act: house.office.new_act(),
        from: state("XA"),
        application: id,
        version: line.unwrap().enquiry.version,
        what,
    }
}

fn says(text: &str) -> Answer {
    Answer::Disclosed {
        text: text.to_owned(),
    }
}

async fn decided_by(
    house: &House,
    actor: &Actor,
    (id, answer): (ApplicationId, Answer),
) -> office::Result<EnquiryStage> {
    let what = Decide {
        answer,
        reason: "looked in the register".to_owned(),
    };
    access::decide(&house.office, actor, on(house, id, what).await).await
}

async fn decided(house: &House, id: ApplicationId, answer: Answer) -> EnquiryStage {
    let analyst = house.officer(Role::Analyst);
    decided_by(house, analyst, (id, answer)).await.unwrap()
}

async fn approved(house: &House, id: ApplicationId) -> EnquiryStage {
    let on = on(house, id, Ruling::Approve).await;
    let second = house.officer(Role::Approver);
    access::rule(&house.office, second, on).await.unwrap()
}

async fn held(house: &House, actor: &Actor, id: ApplicationId) -> HeldHere {
    let reader = house.office.read(actor, Purpose::Administration).await;
    reader.unwrap().held_here(&state("XA"), id).await.unwrap()
}

/// Days pass, with the workers at work in every house.
async fn pass(town: &Town, days: i32) {
    for _ in 0..days {
        town.pass(DAY);
        for house in town.houses.values() {
            workers::keep(&house.office).await.unwrap();
            workers::erase(&house.office).await.unwrap();
        }
    }
}

async fn aside(house: &House) -> u64 {
    let metrics = office::health::metrics(&house.office).await;
    metrics.unwrap().envelopes_quarantined
}

/// An actor as he is, with other roles and another clearance.
fn but(actor: &Actor, with: &[Role], at: Class) -> Actor {
    let mut other = actor.clone();
    if let Actor::Officer {
        roles, clearance, ..
    } = &mut other
    {
        *roles = with.iter().copied().collect();
        *clearance = at;
    }
    other
}

#[tokio::test]
async fn who_holds_nothing_and_who_will_not_say_answer_alike() {
    let (_dir, town) = three(561).await;
    let (xa, xb, xc) = (town.house("XA"), town.house("XB"), town.house("XC"));
    opened(xb).await;
    let id = asked(&town, &["XB", "XC"]).await;
    // This State answers its own applicant by the same two hands.
    assert_eq!(
        decided(xa, id, says("A complaint of yours of May 2024.")).await,
        EnquiryStage::Proposed
    );
    assert_eq!(approved(xa, id).await, EnquiryStage::Answered);
    // XB holds and will not say, XC holds nothing and decides a month later.
    assert_eq!(
        held(xb, xb.officer(Role::Analyst), id).await.records.len(),
        1
    );
    decided(xb, id, Answer::NeitherConfirmNorDeny).await;
    town.roads.sightings();
    pass(&town, 31).await;
    assert!(
        held(xc, xc.officer(Role::Analyst), id)
            .await
            .records
            .is_empty()
    );
    decided(xc, id, Answer::NeitherConfirmNorDeny).await;
    pass(&town, 29).await;
    town.settle(20).await.unwrap();
    assert!(
        town.roads.sightings().is_empty(),
        "nothing before the fixed day"
    );
    pass(&town, 1).await;
    town.settle(20).await.unwrap();
    let one = seen(xa, id).await;
    let reply = |code: &str| one.asked[&state(code)].reply.clone();
    assert_eq!(
        reply("XB"),
        Some((Answer::NeitherConfirmNorDeny, date(2026, 5, 2)))
    );
    assert_eq!(reply("XB"), reply("XC"));
    let seen_on_road = town.roads.sightings();
    let sizes: Vec<usize> = seen_on_road
        .iter()
        .filter(|one| one.to == state("XA"))
        .map(|one| one.bytes.len())
        .collect();
    assert!(sizes.len() >= 2 && sizes.iter().all(|size| *size == sizes[0]));
    letter_and_end(&town, id).await;
}

/// The letter says the same of XB and XC; told, and in five years it is gone, there and here.
async fn letter_and_end(town: &Town, id: ApplicationId) {
    let xa = town.house("XA");
    let desk = xa.officer(Role::RegistryOfficer);
    let reader = xa.office.read(desk, Purpose::Administration).await.unwrap();
    let letter = reader.letter_to_applicant(id, Lang::En).await.unwrap();
    assert_eq!(letter.said[0].text, "A complaint of yours of May 2024.");
    assert_eq!(letter.said[1].text, letter.said[2].text);
    assert!(letter.said[1].text.starts_with("We neither confirm nor"));
    assert_eq!(letter.redress.len(), 2);
    let stage = step(xa, id, Step::Tell).await.unwrap();
    assert_eq!(stage, ApplicationStage::Told);
    town.pass(DAY * (5 * 366));
    pass(town, 1).await;
    let reader = xa.office.read(desk, Purpose::Administration).await.unwrap();
    let gone = reader.application(id).await.unwrap_err();
    assert_eq!(gone.code(), "NOT-FOUND");
    for house in town.houses.values() {
        let read = enquiry(house, house.officer(Role::Analyst), id).await;
        assert_eq!(read.unwrap_err().code(), "NOT-FOUND");
    }
}

#[tokio::test]
async fn a_disclosure_leaves_at_once_with_a_second_person_and_without_codewords() {
    let (_dir, town) = three(562).await;
    let (xa, xb, xc) = (town.house("XA"), town.house("XB"), town.house("XC"));
    opened(xb).await;
    let id = asked(&town, &["XB", "XC"]).await;
    let analyst = xb.officer(Role::Analyst);
    for word in ["GRANITE HARBOUR", "granite-harbour", "KESTREL-7"] {
        let text = says(&format!("You are known to {word}."));
        let refused = decided_by(xb, analyst, (id, text.clone())).await;
        assert_eq!(refused.unwrap_err().code(), "ACCESS-WORD", "{word}");
        // Whoever does not read the record learns nothing of its codewords.
        let text = (id, text);
        assert!(
            decided_by(xc, xc.officer(Role::Analyst), text)
                .await
                .is_ok()
        );
    }
    decided(xb, id, says("A passport of yours is reported lost.")).await;
    // The same officer in another role is no second person.
    let same = but(analyst, &[Role::Analyst, Role::Approver], Class::Secret);
    let refused = access::rule(&xb.office, &same, on(xb, id, Ruling::Approve).await).await;
    assert_eq!(refused.unwrap_err().code(), "FOUR-EYES");
    let refused = access::rule(&xb.office, analyst, on(xb, id, Ruling::Approve).await).await;
    assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED");
    let today = town.house("XA").office.now();
    approved(xb, id).await;
    town.settle(20).await.unwrap();
    let (answer, on_day) = seen(xa, id).await.asked[&state("XB")]
        .reply
        .clone()
        .unwrap();
    assert_eq!(answer, says("A passport of yours is reported lost."));
    assert_eq!(on_day, today.to_zoned(jiff::tz::TimeZone::UTC).date());
}

#[tokio::test]
async fn before_identity_is_proven_nothing_is_searched_and_nothing_leaves() {
    let (_dir, town) = three(563).await;
    let xa = town.house("XA");
    let id = entered(xa).await;
    town.roads.sightings();
    let refused = step(xa, id, ask(&["XB"])).await.unwrap_err();
    assert_eq!(refused.code(), "STAGE");
    let reason = "came without a document".to_owned();
    step(xa, id, Step::Dismiss { reason }).await.unwrap();
    assert_eq!(
        step(xa, id, ask(&["XB"])).await.unwrap_err().code(),
        "STAGE"
    );
    pass(&town, 3).await;
    town.settle(20).await.unwrap();
    assert!(town.roads.sightings().is_empty());
    for house in town.houses.values() {
        let analyst = house.officer(Role::Analyst);
        let reader = house.office.read(analyst, Purpose::Administration).await;
        assert_eq!(reader.unwrap().enquiries().await.unwrap().1, 0);
    }
    let desk = xa.officer(Role::RegistryOfficer);
    let reader = xa.office.read(desk, Purpose::Administration).await.unwrap();
    let letter = reader.letter_to_applicant(id, Lang::En).await.unwrap();
    assert!(letter.said.is_empty() && letter.opening.contains("not proven who applies"));
}

#[tokio::test]
async fn forged_and_second_answers_change_nothing() {
    let (_dir, town) = three(564).await;
    let (xa, xb, xc) = (town.house("XA"), town.house("XB"), town.house("XC"));
    let id = asked(&town, &["XB"]).await;
    let message = |id, answer| Message::Access {
        what: Box::new(Access::Answered { id, answer }),
    };
    // XC was not asked; an application that nobody made.
    let other = ApplicationId::new(jiff::Timestamp::UNIX_EPOCH, [9; 10]);
    hand_between((xc, xa), 7_000, &message(id, says("All is well."))).await;
    hand_between((xb, xa), 7_001, &message(other, says("All is well."))).await;
    assert_eq!(aside(xa).await, 2);
    let before = seen(xa, id).await;
    assert!(before.asked.values().all(|asked| asked.reply.is_none()));
    let first = message(id, Answer::NeitherConfirmNorDeny);
    hand_between((xb, xa), 7_002, &first).await;
    hand_between((xb, xa), 7_003, &first).await;
    assert_eq!(aside(xa).await, 2, "the same again is no fault");
    let after = seen(xa, id).await;
    hand_between((xb, xa), 7_004, &message(id, says("All is well."))).await;
    assert_eq!(aside(xa).await, 3);
    assert_eq!(seen(xa, id).await, after);
    // A question under the name of another, and one changed on the way to a second.
    let line = enquiry(xb, xb.officer(Role::Analyst), id).await.unwrap();
    let mut question = line.enquiry.question.clone();
    question.wrong = "everything".to_owned();
    let changed = Message::Access {
        what: Box::new(Access::Asked { id, question }),
    };
    hand_between((xa, xb), 7_005, &changed).await;
    assert_eq!(aside(xb).await, 1);
    hand_between((xc, xb), 7_006, &changed).await;
    let now = enquiry(xb, xb.officer(Role::Analyst), id).await.unwrap();
    assert_eq!(now.enquiry, line.enquiry, "XC's question is its own");
}

#[tokio::test]
async fn what_is_hidden_from_the_officer_gives_the_officer_nothing() {
    let (_dir, town) = three(565).await;
    let xb = town.house("XB");
    opened(xb).await;
    let mut act = fighter::record(xb);
    act.label = fighter::label(xb, Class::Secret, &["XB"]);
    for one in &mut act.statements {
        one.label = act.label.clone();
    }
    records::open(&xb.office, xb.officer(Role::Analyst), act)
        .await
        .unwrap();
    let id = asked(&town, &["XB"]).await;
    let high = xb.officer(Role::Analyst);
    let low = but(high, &[Role::Analyst], Class::Official);
    assert_eq!(held(xb, high, id).await.records.len(), 2);
    assert_eq!(held(xb, &low, id).await.records.len(), 1);
    // Neither who only receives applications nor who oversees reads what is asked here.
    for role in [
        Role::RegistryOfficer,
        Role::Auditor,
        Role::Administrator,
        Role::CaseOfficer,
    ] {
        let read = enquiry(xb, xb.officer(role), id).await;
        assert_eq!(read.unwrap_err().code(), "NOT-ALLOWED", "{role}");
    }
    let auditor = xb.officer(Role::Auditor);
    let ledger = xb.office.read(auditor, Purpose::Oversight).await.unwrap();
    decided(xb, id, Answer::NeitherConfirmNorDeny).await;
    let lines = ledger.ledger(&LedgerFilter::default()).await.unwrap();
    let ours: Vec<_> = lines
        .iter()
        .filter(|line| line.entry.verb.starts_with("access."))
        .collect();
    assert!(!ours.is_empty());
    let text = serde_json::to_string(&ours.iter().map(|line| &line.entry).collect::<Vec<_>>());
    assert!(!text.unwrap().contains("Sera"));
}

#[tokio::test]
async fn whoever_does_not_answer_is_named_and_answers_on_a_later_fixed_day() {
    let (_dir, town) = three(566).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = asked(&town, &["XB"]).await;
    decided(xa, id, Answer::NeitherConfirmNorDeny).await;
    pass(&town, 61).await;
    let analyst = xb.officer(Role::Analyst);
    let line = enquiry(xb, analyst, id).await.unwrap();
    assert!(line.enquiry.is_overdue(date(2026, 5, 2)));
    let waits = step(xa, id, Step::Tell).await.unwrap_err();
    assert_eq!(waits.code(), "ACCESS-WAITING");
    pass(&town, 8).await;
    let one = seen(xa, id).await;
    let late: Vec<_> = one.waiting(date(2026, 5, 10)).collect();
    assert_eq!(late, [(&state("XB"), true)]);
    decided(xb, id, Answer::NeitherConfirmNorDeny).await;
    let line = enquiry(xb, analyst, id).await.unwrap();
    assert_eq!(line.enquiry.leaves, Some(date(2026, 5, 16)));
    let desk = xa.officer(Role::RegistryOfficer);
    let reader = xa.office.read(desk, Purpose::Administration).await.unwrap();
    let letter = reader.letter_to_applicant(id, Lang::En).await.unwrap();
    assert!(letter.said[1].text.starts_with("No answer came"));
    step(xa, id, Step::Tell).await.unwrap();
    pass(&town, 6).await;
    town.settle(20).await.unwrap();
    assert!(seen(xa, id).await.asked[&state("XB")].reply.is_some());
}
