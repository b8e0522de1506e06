//! Sharing by forms alone: looked at, proposed, released by two persons, met at the other State's border, told, recalled; a
//! protected person of whom nothing leaves; and who may not.

use http::StatusCode;
use model::record::Property;
use model::{Class, Lang, Purpose, RecordId, ReleaseId, Role};
use office::records::{Attach, CapturedBy, Change, Modality, OnRecord, Stated};
use serde_json::{Value, json};
use sim::{House, Town, fighter};

use crate::desk::{Answer, Ask, ask};
use crate::pages::check;
use crate::side::Side;

const ANALYST: Role = Role::Analyst;
const SECOND: Role = Role::Approver;
const DESK: Role = Role::DutyOfficer;
const POST: Role = Role::BorderOfficer;

pub(crate) async fn opened(house: &House) -> RecordId {
    let act = fighter::record(house);
    let analyst = house.officer(ANALYST);
    office::records::open(&house.office, analyst, act)
        .await
        .unwrap()
}

pub(crate) async fn with_prints(house: &House, record: RecordId) {
    let act = Attach {
        act: house.office.new_act(),
        record,
        version: seen(house, record).await.version,
        modality: Modality::Fingerprint,
        captured_on: Some(jiff::civil::date(2026, 1, 30)),
        captured_by: CapturedBy::ALL.first().copied(),
        purpose: Some(Purpose::Investigation),
        label: fighter::label(house, Class::Official, &["XA", "XB"]),
        from: fighter::from(),
    };
    let bytes = bytes::Bytes::from(fighter::minutiae());
    office::records::attach(&house.office, house.officer(ANALYST), act, bytes)
        .await
        .unwrap();
}

/// Proposed to a State, without pages.
pub(crate) async fn proposal(house: &House, record: RecordId, to: &str) -> ReleaseId {
    let act = office::records::Propose {
        act: house.office.new_act(),
        record,
        version: seen(house, record).await.version,
        look: office::records::Look {
            groups: std::collections::BTreeMap::new(),
            to: [to.parse().unwrap()].into(),
            purpose: Purpose::Screening,
            clearance: Class::Official,
        },
        basis: "resolution 2322 (2016), paragraph 3".to_owned(),
        reason: "expected at the crossing".to_owned(),
    };
    let made = office::records::propose(&house.office, house.officer(ANALYST), act).await;
    made.unwrap()[0]
}

/// Released to a State by two persons, without pages.
pub(crate) async fn released(house: &House, record: RecordId, to: &str) {
    let act = office::records::Decide {
        act: house.office.new_act(),
        release: proposal(house, record, to).await,
        version: 1,
        note: String::new(),
    };
    office::records::approve(&house.office, house.officer(SECOND), act)
        .await
        .unwrap();
}

pub(crate) fn is_good(answer: &Answer, place: &str) {
    assert_eq!(answer.status, StatusCode::OK, "{place}: {}", answer.body);
    check(&answer.body, Lang::En, place);
}

/// The first link of a page that begins like this.
pub(crate) fn link(html: &str, room: &str) -> String {
    let mark = format!("href=\"{room}/");
    let (_, rest) = html
        .split_once(&mark)
        .unwrap_or_else(|| panic!("no link into {room} in {html}"));
    format!("{room}/{}", rest.split('"').next().unwrap())
}

/// Looks, proposes and gives the proposal's page.
async fn proposed(a: &Side<'_>, bench: &str) -> String {
    let choice = [
        ("to", "XB"),
        ("purpose", "screening"),
        ("clearance", "OFFICIAL"),
    ];
    let none = [&choice[1..], &[("step", "look")]].concat();
    let none = a.post(ANALYST, (bench, bench), &none).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
    let all = [&choice[1..], &[("step", "all")]].concat();
    let all = a.post(ANALYST, (bench, bench), &all).await;
    is_good(&all, "all peers");
    assert!(all.body.contains("value=\"XB\" checked"), "{}", all.body);
    assert!(!all.body.contains("value=\"XA\" checked"), "not ourselves");
    let look = [&choice[..], &[("step", "look")]].concat();
    let look = a.post(ANALYST, (bench, bench), &look).await;
    is_good(&look, "the workbench");
    for says in ["Can be released", "limestone quarry", "Secret · XA"] {
        assert!(look.body.contains(says), "{says}: {}", look.body);
    }
    // Beside what the owner has, and with what stays behind, stands what they would see.
    let (_, theirs) = look.body.split_once("What they would see").unwrap();
    assert!(theirs.contains("Okhuen Sera") && !theirs.contains("limestone"));
    assert!(look.body.contains("What stays behind"));
    // The form to choose stands before the form to propose.
    let (_, propose) = look.body.split_once("class=\"next\"").unwrap();
    let bare = a
        .submit(ANALYST, (propose, bench), &[("step", "propose")])
        .await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("href=\"#f-basis\""), "{}", bare.body);
    let why = [
        ("basis", "resolution 2322 (2016), paragraph 3"),
        ("reason", "expected at the crossing"),
    ];
    let typed = [&why[..], &[("step", "propose")]].concat();
    let confirm = a.submit(ANALYST, (propose, bench), &typed).await;
    is_good(&confirm, "before it is proposed");
    let none = a.page(ANALYST, bench).await;
    assert!(!none.contains("href=\"/releases/"), "nothing is kept yet");
    let kept = a
        .submit(ANALYST, (&confirm.body, bench), &[("step", "keep")])
        .await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    link(&a.page(ANALYST, bench).await, "/releases")
}

/// Released to XB by two persons; gives the page of the card there.
pub(crate) async fn shared(town: &Town, a: &Side<'_>, b: &Side<'_>, record: RecordId) -> String {
    let bench = format!("/records/{record}/release");
    let one = proposed(a, &bench).await;
    let approve = format!("{one}/approve");
    let author = a.page(ANALYST, &one).await;
    assert!(!author.contains("/approve\"") && !author.contains("/refuse\""));
    assert!(author.contains("You proposed this"), "{author}");
    let seen = a.page(SECOND, "/records/oversight").await;
    assert!(seen.contains(&one), "it waits there: {seen}");
    let reason = a.post(SECOND, (&one, &format!("{one}/refuse")), &[]).await;
    assert_eq!(reason.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(reason.body.contains("#f-refuse-note"), "{}", reason.body);
    a.speak(SECOND, &[one.clone(), "/records/oversight".to_owned()])
        .await;
    a.speak(ANALYST, &[bench]).await;
    a.act(SECOND, (&one, &approve), &[]).await;
    town.settle(60).await.unwrap();
    link(&b.page(DESK, "/cards").await, "/cards")
}

/// Asks at the border, and gives the answer.
async fn asked(b: &Side<'_>, document: &str) -> Answer {
    let asked = [("q", "Okhuen Sera"), ("document", document)];
    let answer = b.post(POST, ("/border", "/border"), &asked).await;
    is_good(&answer, "the border");
    answer
}

/// Met at the border and told to our desk; gives the page of the encounter.
async fn met(b: &Side<'_>) -> String {
    let answer = asked(b, "XB7701234").await;
    for says in ["Check openly", "may carry a weapon", "Call the owner"] {
        assert!(answer.body.contains(says), "{says}: {}", answer.body);
    }
    for why in ["limestone", "travelled in May", "Grey Lantern"] {
        assert!(!answer.body.contains(why), "never why: {why}");
    }
    let report = "/border/encounter";
    let form = (answer.body.as_str(), report);
    let bare = b.submit(POST, form, &[("place", "")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("href=\"#f-place\""), "{}", bare.body);
    let typed = [
        ("place", "Bridge post 4"),
        ("done", "inspect"),
        ("note", "had two telephones"),
    ];
    let told = b.submit(POST, (&bare.body, report), &typed).await;
    is_good(&told, "the desk was told");
    assert!(told.body.contains("Nothing has left"));
    link(&b.page(DESK, "/encounters").await, "/encounters")
}

async fn decided(b: &Side<'_>, one: &str, typed: &[(&str, &str)]) -> Answer {
    let look = b.post(DESK, (one, one), typed).await;
    is_good(&look, "before it leaves");
    let kept = b.submit(DESK, (&look.body, one), &[("step", "keep")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    look
}

pub(crate) async fn seen(house: &House, id: RecordId) -> office::records::RecordView {
    let analyst = house.officer(ANALYST);
    let reader = house.office.read(analyst, Purpose::Intelligence).await;
    reader.unwrap().subject(id).await.unwrap()
}

#[tokio::test]
async fn a_record_is_released_by_two_met_told_and_recalled() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 95).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let record = opened(a.house).await;
    with_prints(a.house, record).await;
    let card = shared(&town, &a, &b, record).await;
    let copies = format!("/records/{record}/copies");
    assert!(a.page(ANALYST, &copies).await.contains("Confirmed"));
    let one = met(&b).await;
    let post = [
        ("met", "same"),
        ("protection", "none"),
        ("district", "bridge post 4"),
        ("reason", "passport compared"),
    ];
    let refused = b.post(DESK, (&one, &one), &post).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("href=\"#f-district\""));
    let typed = [&post[..2], &[("district", "Northern district")], &post[3..]].concat();
    assert_eq!(waiting(b.house).await, 0);
    let look = decided(&b, &one, &typed).await;
    assert_eq!(waiting(b.house).await, 1, "the owner is told");
    assert!(look.body.contains("Northern district") && look.body.contains("just as they stand"));
    b.speak(DESK, &[one, card.clone(), "/encounters".to_owned()])
        .await;
    town.settle(20).await.unwrap();
    let told = seen(a.house, record).await.seen;
    assert_eq!(told[0].told.district, "Northern district");
    let text = format!("{told:?}");
    assert!(!text.contains("Bridge post") && !text.contains("telephones"));
    words(&town, (&a, &b), (&copies, &card, record)).await;
    held_and_taken(&b, &card).await;
    corrected(&town, (&a, &b), record).await;
    recalled(&town, (&a, &b), (&copies, &card, record)).await;
}

/// Something is said: it is shown once more, and leaves with the second press.
async fn says(side: &Side<'_>, role: Role, (page, say): (&str, &str), typed: &[(&str, &str)]) {
    let look = side.post(role, (page, say), typed).await;
    is_good(&look, "before it leaves");
    let text = typed.iter().find(|(name, _)| *name == "text").unwrap().1;
    assert!(!side.page(role, page).await.contains(text), "it has left");
    let change = [("step", "begin")];
    let change = side.submit(role, (&look.body, say), &change).await;
    is_good(&change, "changed first");
    assert!(change.body.contains(&format!("{text}</textarea>")));
    let kept = side.submit(role, (&look.body, say), &[("step", "keep")]);
    let kept = kept.await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
}

/// A question there, and its answer here.
async fn words(
    town: &Town,
    (a, b): (&Side<'_>, &Side<'_>),
    (copies, card, record): (&str, &str, RecordId),
) {
    let say = format!("{card}/words");
    let bare = b.post(DESK, (card, &say), &[("kind", "question")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    let asks = [("kind", "question"), ("text", "Is it the brother?")];
    says(b, DESK, (card, &say), &asks).await;
    town.settle(20).await.unwrap();
    let page = a.page(ANALYST, copies).await;
    assert!(page.contains("Is it the brother?"), "{page}");
    let id = seen(a.house, record).await.words[0].word.id.to_string();
    let answer = [("kind", "answer"), ("re", id.as_str()), ("text", "No.")];
    let say = format!("/records/{record}/words");
    says(a, ANALYST, (copies, &say), &answer).await;
    town.settle(20).await.unwrap();
    assert!(b.page(DESK, card).await.contains("No."));
    a.speak(ANALYST, &[copies.to_owned()]).await;
}

/// The file of the card is there, and a court may hold on to the card.
async fn held_and_taken(b: &Side<'_>, card: &str) {
    let page = b.page(DESK, card).await;
    assert!(!page.contains("/hold"), "the desk registers none");
    let file = b.get(DESK, &link(&page, &format!("{card}/files"))).await;
    assert_eq!(file.status, StatusCode::OK, "{}", file.body);
    assert_eq!(file.bytes, fighter::minutiae().len());
    let hold = format!("{card}/hold");
    let bare = b.post(SECOND, (card, &hold), &[("body", "court")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("#f-reference"), "{}", bare.body);
    let court = [("body", "court"), ("reference", "B 12/26")];
    b.act(SECOND, (card, &hold), &court).await;
    let page = b.page(DESK, card).await;
    assert!(page.contains("Somebody holds on to it"), "{page}");
}

/// A number was wrong: the border finds the right one.
async fn corrected(town: &Town, (a, b): (&Side<'_>, &Side<'_>), record: RecordId) {
    let view = seen(a.house, record).await;
    let passport = |one: &&Stated| one.one.says == Property::Passport;
    let wrong = view.stated.iter().find(passport).unwrap();
    let act = OnRecord {
        act: a.house.office.new_act(),
        record,
        version: view.version,
        change: Change::Correct {
            what: wrong.one.id.parse().unwrap(),
            value: "XB7701243".to_owned(),
            reason: "two digits were transposed".to_owned(),
        },
    };
    let analyst = a.house.officer(ANALYST);
    office::records::change(&a.house.office, analyst, act)
        .await
        .unwrap();
    town.settle(20).await.unwrap();
    let found = asked(b, "XB7701243").await;
    assert!(found.body.contains("XB7701243") && found.body.contains("Check openly"));
    assert!(!found.body.contains("XB7701234"), "the wrong one is gone");
}

async fn recalled(
    town: &Town,
    (a, b): (&Side<'_>, &Side<'_>),
    (copies, card, record): (&str, &str, RecordId),
) {
    let recall = format!("/records/{record}/recall");
    let why = [("reason", "it was somebody else")];
    let look = a.post(ANALYST, (copies, &recall), &why).await;
    is_good(&look, "before it is recalled");
    assert!(
        look.body.contains("Belmora"),
        "who holds one: {}",
        look.body
    );
    let still = asked(b, "XB7701234").await;
    assert!(
        still.body.contains("Check openly"),
        "nothing was recalled yet"
    );
    let kept = a
        .submit(ANALYST, (&look.body, &recall), &[("step", "keep")])
        .await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    assert!(a.page(ANALYST, copies).await.contains("To be confirmed by"));
    town.settle(20).await.unwrap();
    let after = a.page(ANALYST, copies).await;
    assert!(after.contains("Recalled") && after.contains("Confirmed"));
    assert!(!asked(b, "XB7701243").await.body.contains("Check openly"));
    assert_eq!(b.get(DESK, card).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn of_a_protected_person_nothing_leaves() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 96).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let record = opened(a.house).await;
    shared(&town, &a, &b, record).await;
    town.settle(60).await.unwrap();
    let one = met(&b).await;
    let typed = [
        ("met", "same"),
        ("protection", "asylum-seeker"),
        ("district", "Northern district"),
        ("reason", "asked for asylum at the post"),
    ];
    let look = decided(&b, &one, &typed).await;
    assert!(look.body.contains("cannot tell that anybody was met"));
    assert!(!look.body.contains("The owner reads"), "{}", look.body);
    assert_eq!(waiting(b.house).await, 0, "nothing leaves");
    town.settle(20).await.unwrap();
    assert!(seen(a.house, record).await.seen.is_empty());
}

/// How many envelopes wait to leave a house.
async fn waiting(house: &House) -> u64 {
    let metrics = office::health::metrics(&house.office).await.unwrap();
    metrics.outbox_waiting
}

#[tokio::test]
async fn who_may_not_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 97).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let record = opened(a.house).await;
    let bench = format!("/records/{record}/release");
    let copies = format!("/records/{record}/copies");
    for (role, path) in [
        (DESK, &bench),
        (SECOND, &bench),
        (POST, &copies),
        (Role::CaseOfficer, &copies),
    ] {
        let refused = a.get(role, path).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path} for {role}");
    }
    for path in ["/cards", "/encounters", "/records/oversight"] {
        let refused = a.get(POST, path).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
    }
    let none = format!("/cards/{record}");
    assert_eq!(a.get(DESK, &none).await.status, StatusCode::NOT_FOUND);
}

/// What a program of this role calls, with the cookie of its session.
pub(crate) async fn call(
    side: &Side<'_>,
    role: Role,
    path: &str,
    body: Value,
) -> (StatusCode, Value) {
    let read = |answer: &Answer| serde_json::from_str(&answer.body).unwrap_or_default();
    let session: Value = read(&side.get(role, "/api/1/session").await);
    let mut post = Ask::post(path, body.to_string());
    post.headers = vec![
        ("content-type", "application/json"),
        ("cookie", &side.cookies[&role]),
        ("comity-csrf", session["csrf"].as_str().unwrap()),
    ];
    let answer = ask(&side.router, post).await;
    (answer.status, read(&answer))
}

#[tokio::test]
async fn programs_share_by_the_same_acts() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 98).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let record = opened(a.house).await;
    let at = |tail: &str| format!("/api/1/records/{record}/{tail}");
    let look = json!({ "to": ["XB"], "purpose": "screening", "clearance": "OFFICIAL" });
    let (_, looked) = call(&a, ANALYST, &at("look"), look.clone()).await;
    assert_eq!(looked[0]["outcome"], "release", "{looked}");
    assert_eq!(looked[0]["lost"], json!({ "statement": 3 }));
    assert!(!looked[0]["card"].to_string().contains("limestone"));
    let version = seen(a.house, record).await.version;
    let propose = json!({ "version": version, "look": look, "basis": "article 3", "reason": "r" });
    let (made, ids) = call(&a, ANALYST, &at("proposals"), propose).await;
    assert_eq!(made, StatusCode::CREATED, "{ids}");
    let approve = format!("/api/1/releases/{}/approve", ids[0].as_str().unwrap());
    let second = json!({ "version": 1 });
    let (author, _) = call(&a, ANALYST, &approve, second.clone()).await;
    assert_eq!(author, StatusCode::FORBIDDEN);
    let (_, out) = call(&a, SECOND, &approve, second).await;
    town.settle(60).await.unwrap();
    let cards = async || -> Value {
        let list = b.get(DESK, "/api/1/cards").await;
        serde_json::from_str(&list.body).unwrap()
    };
    assert_eq!(cards().await[0]["card"]["id"], out["card"], "{out}");
    let report = json!({ "card": out["card"], "place": "Post 4", "done": "inspect" });
    let (_, met) = call(&b, POST, "/api/1/encounters", report).await;
    let one = format!("/api/1/encounters/{}", met["encounter"].as_str().unwrap());
    let decision = json!({ "version": 1, "met": "same", "protection": "child", "reason": "r" });
    let (_, said) = call(&b, DESK, &format!("{one}/decision"), decision).await;
    assert_eq!(said["stage"], "closed", "{said}");
    assert_eq!(waiting(b.house).await, 0, "nothing leaves");
    let recall = json!({ "reason": "it was somebody else" });
    let (_, taken) = call(&a, ANALYST, &at("recall"), recall).await;
    assert_eq!(taken["recalled"], 1, "{taken}");
    town.settle(20).await.unwrap();
    assert_eq!(cards().await, json!([]));
}
