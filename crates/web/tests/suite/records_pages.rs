//! The analyst's pages by forms alone: what is refused comes back as it was typed with each error at its field; pages of what was
//! searched; the graph; cards as the desk meets them; what is late and what is held; and the same for programs.

use http::StatusCode;
use jiff::SignedDuration;
use model::record::{Lack, Property};
use model::{Class, Role};
use office::records::{Change, OnRecord, RecordView};
use serde_json::json;
use sim::{House, Town, fighter};

use crate::desk::Answer;
use crate::sharing_pages::{call, is_good, link, opened, proposal, seen, shared};
use crate::side::Side;

const ANALYST: Role = Role::Analyst;
const DESK: Role = Role::DutyOfficer;
const SECOND: Role = Role::Approver;

/// A form came back: every error leads to a field that is there, and these are among them.
pub(crate) fn is_refused(answer: &Answer, fields: &[&str]) {
    assert!(answer.status.is_client_error(), "{}", answer.body);
    let summary = answer.body.split("class=\"errors\"").nth(1).unwrap();
    let summary = summary.split("</div>").next().unwrap();
    let targets: Vec<&str> = summary
        .split("href=\"#")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    for target in &targets {
        let field = format!("id=\"{target}\"");
        assert!(answer.body.contains(&field), "no {field}: {summary}");
    }
    for field in fields {
        let told = format!("id=\"{field}-error\"");
        assert!(targets.contains(field), "{field} in {targets:?}");
        assert!(answer.body.contains(&told), "not at its field: {told}");
    }
}

async fn changed(house: &House, view: &RecordView, change: Change) {
    let act = OnRecord {
        act: house.office.new_act(),
        record: view.id,
        version: view.version,
        change,
    };
    let analyst = house.officer(ANALYST);
    office::records::change(&house.office, analyst, act)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_refused_change_keeps_what_was_typed() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 101).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let record = opened(a.house).await;
    let (page, changes) = (
        format!("/records/{record}"),
        format!("/records/{record}/changes"),
    );
    let place = (page.as_str(), changes.as_str());
    let view = seen(a.house, record).await;
    let says = |says| view.stated.iter().find(|one| one.one.says == says).unwrap();
    let what = says(Property::Passport).one.id.as_str();
    let correct = [
        ("change", "correct"),
        ("what", what),
        ("value", "XB7701243"),
    ];
    let refused = a.post(ANALYST, place, &correct).await;
    is_refused(&refused, &[&format!("f-{what}-reason")]);
    assert!(refused.body.contains("value=\"XB7701243\""), "it is kept");
    let typed = [&correct[..], &[("reason", "two digits transposed")]].concat();
    let begin = [&typed[..], &[("step", "begin")]].concat();
    let again = a.post(ANALYST, place, &begin).await;
    is_good(&again, "change it");
    assert!(again.body.contains("value=\"two digits transposed\""));
    let stale = [("change", "end"), ("reason", "needed no more")];
    let stale = [&stale[..], &[("step", "keep"), ("_version", "1")]].concat();
    let stale = a.post(ANALYST, place, &stale).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
    assert!(stale.body.contains("value=\"needed no more\""));
    let end = a.post(ANALYST, place, &[("change", "end")]).await;
    is_refused(&end, &["f-end-reason"]);
    let action = says(Property::Action).one.id.as_str();
    let shown = a.page(ANALYST, &page).await;
    assert!(shown.contains(&format!("<select id=\"f-{action}-value\"")));
    measure(&a, place).await;
}

/// What is to be done is one of few, and nothing beside it.
async fn measure(a: &Side<'_>, place: (&str, &str)) {
    let typed = [
        ("change", "state"),
        ("says", "action"),
        ("value", "follow"),
        ("grade", "B2"),
        ("basis", "fact"),
        ("class", "OFFICIAL"),
        ("tlp", "AMBER"),
        ("purposes", "intelligence"),
        ("expires/day", "31"),
        ("expires/month", "12"),
        ("expires/year", "2026"),
    ];
    let free = a.post(ANALYST, place, &typed).await;
    is_refused(&free, &["f-state-says"]);
    assert!(free.body.contains(">follow</textarea>"), "{}", free.body);
    let beside = [&[("says", "action/arrest")][..], &typed[2..], &typed[..1]].concat();
    let beside = a.post(ANALYST, place, &beside).await;
    is_refused(&beside, &["f-state-value"]);
    let one = [&[("says", "action/arrest")][..], &typed[3..], &typed[..1]].concat();
    a.act(ANALYST, place, &one).await;
    let record = place.0.rsplit('/').next().unwrap().parse().unwrap();
    let view = seen(a.house, record).await;
    let mut stated = view.stated.iter();
    let arrest = stated.find(|one| one.one.value == "arrest").unwrap();
    assert_eq!(arrest.one.says, Property::Action);
    assert_eq!(arrest.label.expires, Some(jiff::civil::date(2026, 12, 31)));
}

#[tokio::test]
async fn nothing_typed_of_an_association_is_lost_and_only_states_are_named() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 109).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let typed = [
        ("subject", "person"),
        ("category", "suspect"),
        ("say/name", "Okhuen Sera"),
        ("grade", "B2"),
        ("basis", "fact"),
        ("low/class", "OFFICIAL"),
        ("low/tlp", "AMBER"),
        ("low/to", "XA, everybody"),
        ("low/purposes", "intelligence"),
        ("high/class", "SECRET"),
        ("high/tlp", "AMBER"),
        ("high/to", "XA"),
        ("high/purposes", "intelligence"),
        ("grounds", "travelled in spring"),
    ];
    let refused = a.post(ANALYST, ("/records/new", "/records/new"), &typed);
    let refused = refused.await;
    is_refused(&refused, &["f-nature", "f-low-to"]);
    assert!(refused.body.contains(">travelled in spring</textarea>"));
    let none = a.page(ANALYST, "/records").await;
    assert!(!none.contains("Okhuen"), "nothing is kept");
}

#[tokio::test]
async fn all_that_a_new_record_lacks_is_told_at_once() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 102).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let new = ("/records/new", "/records/new");
    let typed = [
        ("subject", "person"),
        ("say/name", "Okhuen Sera"),
        ("say/statement", "was seen at the quay"),
        ("grade", "B2"),
        ("basis", "fact"),
        ("low/class", "OFFICIAL"),
        ("low/tlp", "AMBER"),
        ("low/review_by/day", "1"),
        ("low/review_by/month", "1"),
        ("low/review_by/year", "2020"),
        ("high/class", "SECRET"),
        ("high/tlp", "AMBER"),
        ("high/expires/day", "1"),
        ("high/expires/month", "1"),
        ("high/expires/year", "2020"),
        ("nature", "TRVL"),
        ("with", "Grey Lantern"),
        ("grounds", "short"),
        ("role", "courier, 2025"),
    ];
    let refused = a.post(ANALYST, new, &typed).await;
    let lacks = [
        "f-category",
        "f-review_by",
        "f-low-review_by",
        "f-high-expires",
        "f-grounds",
        "f-evidence",
    ];
    is_refused(&refused, &lacks);
    assert!(refused.body.contains("value=\"courier, 2025\""));
    let unread = [&typed[..3], &typed[5..], &[("low/purposes", "world")]].concat();
    let unread = a.post(ANALYST, new, &unread).await;
    is_refused(&unread, &["f-low-purposes", "f-grade"]);
}

#[tokio::test]
async fn the_page_shows_all_that_stands_in_a_record() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 103).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let mut act = fighter::record(a.house);
    act.frame.expires = Some(jiff::civil::date(2027, 3, 9));
    act.ties[0].role = "courier, 2025".to_owned();
    let analyst = a.house.officer(ANALYST);
    let record = office::records::open(&a.house.office, analyst, act)
        .await
        .unwrap();
    let review = Change::Review {
        review_by: jiff::civil::date(2026, 8, 1),
        reason: "the trial is in autumn".to_owned(),
    };
    changed(a.house, &seen(a.house, record).await, review).await;
    let shown = a.page(ANALYST, &format!("/records/{record}")).await;
    for says in [
        "GRANITE HARBOUR",
        "Not used after",
        "courier, 2025",
        "the trial is in autumn",
    ] {
        assert!(shown.contains(says), "{says}: {shown}");
    }
    let graph = a.page(ANALYST, &format!("/records/{record}/graph")).await;
    let view = seen(a.house, record).await;
    let tie = &view.ties[0].one.id;
    let to = format!("href=\"/records/{record}#{tie}\"");
    assert_eq!(graph.matches(&to).count(), 2, "drawn and listed: {graph}");
    assert!(shown.contains(&format!("<li id=\"{tie}\"")), "{shown}");
    let paths = [format!("/records/{record}"), "/records/new".to_owned()];
    a.speak(ANALYST, &paths).await;
}

#[tokio::test]
async fn a_search_of_records_has_pages_and_stages() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 104).await.unwrap();
    let a = Side::new(&town, "XA").await;
    for _ in 0..50 {
        opened(a.house).await;
    }
    let mut held = fighter::record(a.house);
    held.ties.clear();
    let analyst = a.house.officer(ANALYST);
    let held = office::records::open(&a.house.office, analyst, held)
        .await
        .unwrap();
    let rows = |html: &str| html.matches("class=\"row\"").count();
    let list = ("/records", "/records");
    let first = a.post(ANALYST, list, &[("text", "Okhuen")]).await;
    is_good(&first, "the first page");
    assert_eq!(rows(&first.body), 50);
    assert!(
        first
            .body
            .contains("Page \u{2068}1\u{2069} of \u{2068}2\u{2069}")
    );
    assert!(!first.body.contains("?page="), "nothing in an address");
    let (_, turn) = first
        .body
        .split_once("aria-label=\"Pages of this list\"")
        .unwrap();
    let second = a
        .submit(ANALYST, (turn, "/records"), &[("page", "1")])
        .await;
    is_good(&second, "the second page");
    assert_eq!(rows(&second.body), 1);
    let stage = [("text", "Okhuen"), ("stage", "held")];
    let stage = a.post(ANALYST, list, &stage).await;
    assert_eq!(rows(&stage.body), 1);
    assert!(stage.body.contains(&format!("/records/{held}")));
    let oversight = a.page(ANALYST, "/records/oversight").await;
    let (_, waits) = oversight.split_once("id=\"held-title\"").unwrap();
    let (waits, _) = waits.split_once("</section>").unwrap();
    assert_eq!(link(waits, "/records"), format!("/records/{held}"));
}

#[tokio::test]
async fn a_card_met_by_the_desk_says_first_who_it_is_not() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 105).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let mut act = fighter::record(a.house);
    let low = fighter::label(a.house, Class::Official, &["XA", "XB"]);
    let other = fighter::says(Property::NotThis, "XB9900887", low);
    act.statements.push(other);
    let analyst = a.house.officer(ANALYST);
    let record = office::records::open(&a.house.office, analyst, act)
        .await
        .unwrap();
    shared(&town, &a, &b, record).await;
    let ask = [("name", "Okhuen Sera"), ("number", "XB9900887")];
    let asked = b.post(DESK, ("/screening", "/screening"), &ask).await;
    is_good(&asked, "the desk's question");
    let (_, met) = asked.body.split_once("id=\"met-title\"").unwrap();
    let at = |text: &str| met.find(text).unwrap_or_else(|| panic!("{text}: {met}"));
    assert!(at("belongs to somebody else") < at("Check openly"));
    assert!(at("XB9900887") < at("Okhuen Sera"), "before the name");
    let report = "/border/encounter";
    let typed = [("place", "Registry office"), ("done", "")];
    let told = b.submit(DESK, (&asked.body, report), &typed).await;
    is_good(&told, "told by the desk");
    assert!(told.body.contains("Nothing has left"), "{}", told.body);
    link(&b.page(DESK, "/encounters").await, "/encounters");
    let question = json!({ "name": "Okhuen Sera" });
    let (_, answer) = call(&b, DESK, "/api/1/screen/check", question).await;
    let view = seen(a.house, record).await;
    let contact = view.issues[0].issued.card.contact.to_string();
    assert_eq!(answer["cards"][0]["contact"], json!(contact), "{answer}");
    let recall = json!({ "reason": "it was somebody else" });
    let path = format!("/api/1/records/{record}/recall");
    call(&a, ANALYST, &path, recall).await;
    town.pass(SignedDuration::from_hours(24 * 3));
    // Who signed in three days ago signs in again.
    let a = Side::new(&town, "XA").await;
    let copies = a.page(ANALYST, &format!("/records/{record}/copies")).await;
    assert!(copies.contains("Overdue since"), "{copies}");
    let oversight = a.page(ANALYST, "/records/oversight").await;
    let (late, _) = oversight.split_once("id=\"wait-title\"").unwrap();
    assert!(late.contains(&format!("/records/{record}/copies")));
}

#[tokio::test]
async fn programs_open_and_read_records() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 106).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let act = fighter::record(a.house);
    let body = json!({
        "subject": act.subject, "frame": act.frame, "label": act.label,
        "statements": act.statements, "ties": act.ties,
    });
    let (made, opened) = call(&a, ANALYST, "/api/1/records", body.clone()).await;
    assert_eq!(made, StatusCode::CREATED, "{opened}");
    let path = format!("/api/1/records/{}", opened["record"].as_str().unwrap());
    let read = a.get(ANALYST, &path).await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.body);
    for says in ["XB7701234", "limestone quarry", "Grey Lantern"] {
        assert!(read.body.contains(says), "{says}: {}", read.body);
    }
    assert!(!read.body.contains("KESTREL"), "no source leaves");
    let (desk, _) = call(&a, DESK, "/api/1/records", body.clone()).await;
    assert_eq!(desk, StatusCode::FORBIDDEN);
    let mut bare = body;
    bare["frame"]["category"] = json!(null);
    let (refused, why) = call(&a, ANALYST, "/api/1/records", bare).await;
    assert_eq!(refused, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(why["args"]["lack"], Lack::Category.code(), "{why}");
    let none = format!("/api/1/records/{}", a.house.office.new_act());
    assert_eq!(a.get(ANALYST, &none).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn who_opens_what_another_keeps_is_asked_why_and_goes_on() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 107).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let record = opened(a.house).await;
    let (graph, why) = (
        format!("/records/{record}/graph"),
        format!("/records/{record}/why"),
    );
    let asked = a.get(SECOND, &graph).await;
    assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.body);
    let to = asked.headers["location"].to_str().unwrap().to_owned();
    assert!(to.starts_with(&why), "{to}");
    let page = a.get(SECOND, &to).await;
    is_good(&page, "why");
    // A form is not sent a second time: from there they go on to the record.
    let free = format!("/records/{record}/free");
    let form = page.body.replace(&why, &free);
    let sent = a.submit(SECOND, (&form, &free), &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert_eq!(sent.headers["location"], *why, "no page is there to go to");
    assert!(!page.body.contains("Okhuen Sera"), "nothing of it yet");
    let bare = [("reference", "FU-2026-117")];
    let refused = a.submit(SECOND, (&page.body, &why), &bare).await;
    is_refused(&refused, &["f-occasion"]);
    assert!(refused.body.contains("value=\"FU-2026-117\""), "it is kept");
    let blank = [("occasion", "case")];
    let refused = a.submit(SECOND, (&refused.body, &why), &blank).await;
    is_refused(&refused, &["f-reference"]);
    let both = [("occasion", "case"), ("reference", "FU-2026-117")];
    let done = a.submit(SECOND, (&refused.body, &why), &both).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert_eq!(done.headers["location"], *graph, "to where they were going");
    is_good(&a.get(SECOND, &graph).await, "the graph");
    // Elsewhere than to this node nobody is led.
    let away = format!("{why}?then=https://example.org/");
    let page = a.page(SECOND, &away).await;
    assert!(page.contains("name=\"then\" value=\"\""), "{page}");
    a.speak(SECOND, &[why]).await;
    // What a page shows is marked as the highest of its parts.
    let shown = a.page(SECOND, &format!("/records/{record}")).await;
    let (_, band) = shown.split_once("class=\"band").unwrap();
    let (band, _) = band.split_once("</p>").unwrap();
    assert!(band.contains("Secret"), "{band}");
    let (_, title) = shown.split_once("<title>").unwrap();
    let (title, _) = title.split_once("</title>").unwrap();
    assert!(
        !title.contains("Okhuen"),
        "it stands in the history: {title}"
    );
}

#[tokio::test]
async fn one_person_releases_by_a_form_that_a_second_looks_at() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 108).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let record = opened(a.house).await;
    let one = proposal(a.house, record, "XB").await;
    let one = format!("/releases/{one}");
    let [urgent, approve, refuse] =
        ["urgent", "approve", "refuse"].map(|act| format!("{one}/{act}"));
    let none = a.page(SECOND, &one).await;
    assert!(
        !none.contains(&urgent),
        "the second person has no need of it"
    );
    let life = ("note", "The train arrives in an hour.");
    let unsure = a.post(ANALYST, (&one, &urgent), &[life]).await;
    is_refused(&unsure, &["f-urgent-sure"]);
    assert!(unsure.body.contains("The train arrives"), "it is kept");
    let bare = a
        .submit(ANALYST, (&unsure.body, &urgent), &[("sure", "yes")])
        .await;
    is_refused(&bare, &["f-urgent-note"]);
    a.speak(ANALYST, std::slice::from_ref(&one)).await;
    a.act(ANALYST, (&one, &urgent), &[life, ("sure", "yes")])
        .await;
    let author = a.page(ANALYST, &one).await;
    assert!(author.contains("it within 24 hours") && !author.contains(&approve));
    let oversight = a.page(SECOND, "/records/oversight").await;
    let (_, waits) = oversight.split_once("id=\"alone-title\"").unwrap();
    assert!(waits.contains(&one), "{waits}");
    a.speak(SECOND, &[one.clone(), "/records/oversight".to_owned()])
        .await;
    a.act(
        SECOND,
        (&one, &refuse),
        &[("note", "Nobody was in danger.")],
    )
    .await;
    let ended = a.page(ANALYST, &one).await;
    assert!(ended.contains("Refused") && ended.contains("Nobody was in danger."));
    // The same by a program.
    let one = proposal(a.house, opened(a.house).await, "XB").await;
    let body = json!({"version": 1, "note": "The train arrives in an hour."});
    let path = format!("/api/1/releases/{one}/urgent");
    let (done, card) = call(&a, ANALYST, &path, body).await;
    assert_eq!(done, StatusCode::OK, "{card}");
}
