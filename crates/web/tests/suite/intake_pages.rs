//! Records in the formats of others by forms alone: a file is read, what came waits, a person takes it into a record; and a card is
//! taken out, once it was seen what the format loses.

use http::StatusCode;
use model::{Lang, Role};
use serde_json::json;
use sim::Town;

use crate::pages::check;
use crate::sharing_pages::{is_good, link, opened, released, with_prints};
use crate::side::Side;

const ANALYST: Role = Role::Analyst;

/// A person and a thing without form, in a bundle of STIX 2.1; under a mark that nobody here knows where `known` is not set.
fn bundle(known: bool) -> String {
    let mark = match known {
        true => "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da",
        false => "marking-definition--00000000-0000-4000-8000-00000000abcd",
    };
    let person = json!({
        "type": "identity", "spec_version": "2.1", "id": "identity--6f0f8d53-6f0b-4c66-9b5e-1d2c9b0f2399",
        "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-02T00:00:00.000Z", "name": "Marrek <Oduya>",
        "identity_class": "individual", "x_shoe_size": "43", "object_marking_refs": [mark],
    });
    let bad = json!({ "type": "identity", "spec_version": "2.1", "id": "identity--1", "name": "no form" });
    json!({ "type": "bundle", "id": "bundle--6f0f8d53-6f0b-4c66-9b5e-1d2c9b0f2301", "objects": [person, bad] }).to_string()
}

const FILE: &[(&str, &str)] = &[
    ("format", "stix"),
    ("class", "RESTRICTED"),
    ("sender", "QUAY-CERT"),
];
const TAKE: &[(&str, &str)] = &[
    ("category", "suspect"),
    ("review_by/day", "1"),
    ("review_by/month", "9"),
    ("review_by/year", "2026"),
    ("grade", "C3"),
    ("basis", "assessment"),
];

#[tokio::test]
async fn a_file_of_others_is_read_waits_and_is_taken_in_by_a_person() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 107).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let place = ("/intake", "/intake");
    // What cannot be read comes back as it was typed.
    let cut = &bundle(false)[..80];
    let unread = a.upload(ANALYST, place, FILE, ("cut.json", cut)).await;
    assert_eq!(unread.status, StatusCode::UNPROCESSABLE_ENTITY);
    check(&unread.body, Lang::En, "unread");
    assert!(unread.body.contains("value=\"QUAY-CERT\""));
    let nobody = [&FILE[..2], &[("sender", " ")]].concat();
    let nobody = a.upload(ANALYST, place, &nobody, ("a.json", "{}")).await;
    assert!(nobody.body.contains("href=\"#f-sender\""));
    let text = bundle(false);
    // What was read says what became of it, and what was not taken.
    let read = a.upload(ANALYST, place, FILE, ("a.json", text.as_str()));
    let read = read.await;
    is_good(&read, "the file was read");
    for says in [
        "What became of the file",
        "/objects/1/",
        "There is no word for it here",
    ] {
        assert!(read.body.contains(says), "{says}: {}", read.body);
    }
    let one = link(&read.body, "/intake");
    let shown = a.page(ANALYST, &one).await;
    for says in [
        "Marrek &#60;Oduya&#62;",
        "QUAY-CERT",
        "Nobody here knows this mark",
        "/x_shoe_size",
    ] {
        assert!(shown.contains(says), "{says}: {shown}");
    }
    // Its marks are in doubt: without a light that a person made sure of it is not taken, and nothing typed is lost.
    let dark = a.post(ANALYST, (&one, &one), TAKE).await;
    assert_eq!(
        dark.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        dark.body
    );
    check(&dark.body, Lang::En, "without a light");
    assert!(dark.body.contains("href=\"#f-light\"") && dark.body.contains("value=\"C3\""));
    a.speak(ANALYST, &["/intake".to_owned(), one.clone()]).await;
    let lit = [TAKE, &[("light", "AMBER")]].concat();
    let taken = a.post(ANALYST, (&one, &one), &lit).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER, "{}", taken.body);
    let record = a.page(ANALYST, taken.location()).await;
    assert!(
        record.contains("C3") && record.contains("Assessment"),
        "{record}"
    );
    // It waits no more, and leads to its record.
    assert!(!a.page(ANALYST, "/intake").await.contains(&one));
    let opened = a.page(ANALYST, &one).await;
    let to = taken.location().split('?').next().unwrap();
    assert!(
        opened.contains(to) && !opened.contains("name=\"category\""),
        "{opened}"
    );
    let again = a.get(Role::CaseOfficer, &one).await;
    assert_eq!(again.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_card_is_taken_out_once_it_was_seen_what_is_lost() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 108).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let record = opened(a.house).await;
    with_prints(a.house, record).await;
    released(a.house, record, "XB").await;
    town.settle(60).await.unwrap();
    let card = link(&b.page(ANALYST, "/cards").await, "/cards");
    let export = format!("{card}/export");
    assert!(b.page(ANALYST, &card).await.contains(&export));
    assert!(!b.page(Role::DutyOfficer, &card).await.contains(&export));
    assert!(
        a.page(ANALYST, &format!("/records/{record}/copies"))
            .await
            .contains(&export)
    );
    for side in [&a, &b] {
        let first = side.page(ANALYST, &export).await;
        assert!(!first.contains("Download"), "nothing before a look");
        let look = format!("{export}?format=stix&purpose=screening");
        let seen = side.get(ANALYST, &look).await;
        is_good(&seen, "what is lost");
        assert!(
            seen.body.contains("Files travel between nodes only"),
            "{}",
            seen.body
        );
        let file = side.submit(ANALYST, (&seen.body, &export), &[]).await;
        assert_eq!(file.status, StatusCode::OK, "{}", file.body);
        assert!(file.body.starts_with('{') && file.body.contains("Okhuen Sera"));
        for hidden in ["limestone", "Grey Lantern", "KESTREL"] {
            assert!(!file.body.contains(hidden), "{hidden}");
        }
        side.speak(ANALYST, &[look]).await;
    }
    let plain = b
        .get(ANALYST, &format!("{export}?format=ftm&purpose=screening"))
        .await;
    assert_eq!(plain.status, StatusCode::UNPROCESSABLE_ENTITY);
    check(&plain.body, Lang::En, "a format without labels");
    let none = "/cards/00000000-0000-7000-8000-000000000000/export?format=stix&purpose=screening";
    assert_eq!(b.get(ANALYST, none).await.status, StatusCode::NOT_FOUND);
}
