//! The screening desk by forms alone: a question, a file, a decision that is shown before it is kept, a watched subject.

use http::StatusCode;
use model::{Lang, Role};
use sim::Town;

use crate::desk::Answer;
use crate::pages::check;
use crate::side::Side;

const LIST: &str = include_str!("../../../screen/testdata/demo_list.xml");
const OFFICER: Role = Role::CaseOfficer;

/// Posts a form with a file.
async fn upload(side: &Side<'_>, role: Role, path: &str, file: (&str, &str)) -> Answer {
    side.upload(role, (path, path), &[], file).await
}

/// A town whose first State holds the invented list.
async fn listed(side: &Side<'_>) {
    let sent = upload(side, Role::Administrator, "/lists", ("list.xml", LIST)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    loop {
        let page = side.page(Role::Administrator, sent.location()).await;
        if !page.contains("data-refresh") {
            assert!(!page.contains("class=\"errors\""), "{page}");
            return;
        }
    }
}

/// The first link of a page into this room.
fn link(html: &str, room: &str) -> String {
    let mark = format!("class=\"row\" href=\"{room}/");
    let (_, rest) = html
        .split_once(&mark)
        .unwrap_or_else(|| panic!("no link into {room} in {html}"));
    format!("{room}/{}", rest.split('"').next().unwrap())
}

fn is_good(answer: &Answer, place: &str) {
    assert_eq!(answer.status, StatusCode::OK, "{place}: {}", answer.body);
    check(&answer.body, Lang::En, place);
}

async fn the_border_says_it(a: &Side<'_>) {
    let asked = [("q", "Tariq Zuhayr al-Qarmadi")];
    let post = a.post(OFFICER, ("/border", "/border"), &asked).await;
    is_good(&post, "left out at the border");
    assert!(post.body.contains("href=\"/screening/reviews/"));
}

#[tokio::test]
async fn a_hit_is_decided_after_it_was_seen_twice() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 91).await.unwrap();
    let a = Side::new(&town, "XA").await;
    listed(&a).await;
    let room = ("/screening", "/screening");
    let empty = a.post(OFFICER, room, &[("birth", "1971")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        empty.body.contains("value=\"1971\""),
        "what was typed stays"
    );
    let unread = [("name", "Tariq al-Qarmadi"), ("birth", "in spring")];
    let unread = a.post(OFFICER, room, &unread).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unread.body.contains("href=\"#f-birth\""), "{}", unread.body);
    let asked = [("name", "Tariq Zuhayr al-Qarmadi"), ("kind", "Person")];
    let found = a.post(OFFICER, room, &asked).await;
    is_good(&found, "an answer");
    assert!(found.body.contains("class=\"answer check\""));
    assert!(found.body.contains("class=\"beside\""));
    let vessel = [("name", "Tariq Zuhayr al-Qarmadi"), ("kind", "Vessel")];
    let vessel = a.post(OFFICER, room, &vessel).await;
    assert!(
        !vessel.body.contains("class=\"card\""),
        "a person is no vessel"
    );

    let hit = link(&a.page(OFFICER, "/screening/hits").await, "/screening/hits");
    let place = (hit.as_str(), hit.as_str());
    let bare = a.post(OFFICER, place, &[("verdict", "not_this")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("checked"), "what was chosen stays");
    let far = [
        ("verdict", "not_this"),
        ("reason", "another face"),
        ("until/day", "1"),
        ("until/month", "1"),
        ("until/year", "2999"),
    ];
    let far = a.post(OFFICER, place, &far).await;
    assert_eq!(far.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(far.body.contains("value=\"2999\"") && far.body.contains("another face"));
    let said = [("verdict", "not_this"), ("reason", "another face")];
    let look = a.post(OFFICER, place, &said).await;
    is_good(&look, "before it is kept");
    let waits = a.page(OFFICER, &hit).await;
    assert!(waits.contains("name=\"verdict\""), "nothing is kept yet");
    let back = a.submit(OFFICER, (&look.body, &hit), &[("step", "begin")]);
    let back = back.await;
    is_good(&back, "changed before it is kept");
    assert!(back.body.contains("another face"));
    let kept = a.submit(OFFICER, (&look.body, &hit), &[("step", "keep")]);
    let kept = kept.await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    check(&a.page(OFFICER, kept.location()).await, Lang::En, "done");

    let again = a.post(OFFICER, room, &asked).await;
    let cards = |answer: &Answer| answer.body.matches("class=\"card\"").count();
    assert_eq!(cards(&again) + 1, cards(&found), "left out");
    the_border_says_it(&a).await;
    let review = link(
        &again.body.replace("<a href", "<a class=\"row\" href"),
        "/screening/reviews",
    );
    let other = a.get(Role::BorderOfficer, &review).await;
    assert_eq!(other.status, StatusCode::FORBIDDEN);
    a.speak(OFFICER, &[hit.clone(), review.clone()]).await;
    let taken = a.act(OFFICER, (&review, &review), &[("step", "keep")]);
    taken.await;
    let queue = a.page(OFFICER, "/screening/hits").await;
    assert!(queue.contains(&format!("\"{hit}\"")), "it waits again");
}

#[tokio::test]
async fn what_a_list_added_is_told_by_name() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 94).await.unwrap();
    let a = Side::new(&town, "XA").await;
    listed(&a).await;
    let lists = a.page(Role::Administrator, "/lists").await;
    let (_, rest) = lists.split_once("href=\"/lists/").unwrap();
    let changes = format!("/lists/{}", rest.split('"').next().unwrap());
    let told = a.page(Role::Administrator, &changes).await;
    assert!(
        told.contains("<li><bdi dir=\"auto\">TARIQ"),
        "added by name: {told}"
    );
    a.speak(Role::Administrator, &[changes]).await;
    let none = a.get(Role::Administrator, "/lists/none/changes").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_subject_is_watched_for_a_case_and_until_a_day() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 92).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let (path, action) = ("/screening/watches/new", "/screening/watches");
    let now = town.house("XA").office.now();
    let day = now.to_zoned(jiff::tz::TimeZone::UTC).date();
    let typed = |days: i64, case: &'static str| {
        let end = day.checked_add(jiff::Span::new().days(days)).unwrap();
        vec![
            ("name", "Corvin Drahl".to_owned()),
            ("case", case.to_owned()),
            ("reason", "named in the request".to_owned()),
            ("until/day", end.day().to_string()),
            ("until/month", end.month().to_string()),
            ("until/year", end.year().to_string()),
        ]
    };
    for (days, case, wrong) in [
        (30, "", "f-case"),
        (30, "Operation", "f-case"),
        (-2, "XA-1", "f-until"),
        (400, "XA-1", "f-until"),
    ] {
        let typed = typed(days, case);
        let typed: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let refused = a.post(OFFICER, (path, action), &typed).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{case}");
        let link = format!("href=\"#{wrong}\"");
        assert!(
            refused.body.contains(&link),
            "{days} {case}: {}",
            refused.body
        );
        assert!(
            refused.body.contains("Corvin Drahl"),
            "what was typed stays"
        );
    }
    let typed = typed(model::limits::WATCH_DAYS_MAX, "XA-1");
    let typed: Vec<(&str, &str)> = typed.iter().map(|(n, v)| (*n, v.as_str())).collect();
    let look = a.post(OFFICER, (path, action), &typed).await;
    is_good(&look, "before it is kept");
    let none = a.page(OFFICER, action).await;
    assert!(!none.contains("Corvin"), "nothing is kept yet");
    let kept = a.submit(OFFICER, (&look.body, action), &[("step", "keep")]);
    assert_eq!(kept.await.status, StatusCode::SEE_OTHER);
    let watch = link(&a.page(OFFICER, action).await, action);
    a.speak(OFFICER, &[action.to_owned(), watch.clone()]).await;
    a.act(OFFICER, (&watch, &watch), &[("step", "keep")]).await;
    assert!(!a.page(OFFICER, action).await.contains("Corvin"));
}

#[tokio::test]
async fn a_file_is_sent_looked_at_and_taken_away() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 93).await.unwrap();
    let a = Side::new(&town, "XA").await;
    listed(&a).await;
    let path = "/screening/files";
    for (text, line) in [("shoe\n44\n", "1"), ("name\nA\n\"B\n", "3")] {
        let bad = upload(&a, OFFICER, path, ("bad.csv", text)).await;
        assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
        let says = format!("Line \u{2068}{line}\u{2069}");
        assert!(bad.body.contains(&says), "{}", bad.body);
    }
    let rows = "id,name,shoe\n7,Tariq Zuhayr al-Qarmadi,44\n8,Zebedee Quillfeather,45\n";
    let sent = upload(&a, OFFICER, path, ("names.csv", rows)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let file = sent.location().to_owned();
    let page = loop {
        office::screening::log::round(&town.house("XA").office)
            .await
            .unwrap();
        let page = a.page(OFFICER, &file).await;
        if !page.contains("data-refresh") {
            break page;
        }
    };
    check(&page, Lang::En, "a file that is done");
    assert!(
        page.contains("QARMADI") || page.contains("Qarmadi"),
        "{page}"
    );
    assert!(
        page.contains("shoe") && !page.contains("Quillfeather"),
        "{page}"
    );
    a.speak(OFFICER, &[path.to_owned(), file.clone()]).await;
    let csv = a.get(OFFICER, &format!("{file}/result?format=csv")).await;
    assert!(csv.body.starts_with("row,id,query"), "{}", csv.body);
    let lines = a.get(OFFICER, &format!("{file}/result?format=jsonl")).await;
    assert_eq!(lines.body.lines().count(), 2);
    for end in ["/result?format=pdf", "x"] {
        let none = a.get(OFFICER, &format!("{file}{end}")).await;
        assert!(none.status.is_client_error(), "{end}");
    }
}
