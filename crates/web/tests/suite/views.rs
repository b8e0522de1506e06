//! The views of a case: the dry check leaves nothing anywhere, a translation is certified and a later change shows.

use http::StatusCode;
use model::translation::PassageState;
use model::{Actor, Purpose, Request, RequestId, Role};
use serde_json::{Value, json};
use sim::{House, Town};

use crate::side::Side;
use crate::walk::{decided, drafted, executed, filled, sent};

pub(crate) async fn held(house: &House, id: &str) -> Request {
    let id: RequestId = id.parse().unwrap();
    let system = Actor::worker(house.office.state(), "outbox");
    let reader = house.office.read(&system, Purpose::Mla).await.unwrap();
    reader.request(id).await.unwrap().unwrap()
}

async fn changed(a: &Side<'_>, id: &str, change: impl FnOnce(&mut Value)) {
    let request = held(a.house, id).await;
    let mut content = request.content.clone();
    change(&mut content);
    let on = office::requests::On {
        act: a.house.office.new_act(),
        request: request.id,
        version: request.version,
        what: model::request::Edit {
            content: Some(content),
            ..Default::default()
        },
    };
    let officer = a.house.officer(Role::CaseOfficer);
    office::requests::edit(&a.house.office, officer, on)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_dry_check_says_what_they_will_ask_and_leaves_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 5).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let id = drafted(&a).await;
    filled(&a, &id).await;
    let whole = held(a.house, &id).await.content;
    changed(&a, &id, |content| {
        content["languages"]["original"] = json!("sv");
        content["urgency"] = json!({"level": "normal"});
        content["measures"][0]["purpose"] = json!("");
    })
    .await;
    let marks = async || {
        let count = async |side: &Side<'_>| {
            let metrics = office::health::metrics(&side.house.office).await.unwrap();
            (
                metrics.ledger_size,
                metrics.outbox_waiting,
                metrics.envelopes_sent,
            )
        };
        (
            count(&a).await,
            count(&b).await,
            town.roads.sightings().len(),
        )
    };
    let before = marks().await;
    let path = format!("/requests/{id}/dry-check");
    let page = a.page(Role::CaseOfficer, &path).await;
    assert!(page.contains("They will ask for a translation"), "{page}");
    assert!(page.contains("MLA-01"), "{page}");
    assert_eq!(marks().await, before, "a question is no act");
    let officer = a.house.officer(Role::CaseOfficer);
    let request: RequestId = id.parse().unwrap();
    let dry = office::requests::dry_check(&a.house.office, officer, request)
        .await
        .unwrap();
    assert_eq!(dry.receiver.as_str(), "XB");
    assert!(dry.asks.iter().any(|f| f.code == "GEN-06"));
    assert!(dry.translation.passages > 5 && dry.translation.closed > dry.translation.passages);
    assert!(
        dry.clocks.iter().any(|(name, _)| name == "ack"),
        "{:?}",
        dry.clocks
    );
    assert!(dry.card.is_some());
    assert_eq!(marks().await, before, "a question is no act");
    // There nobody knows of it; nobody here who may not read the draft is told either.
    assert_eq!(
        b.get(Role::CaseOfficer, &path).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        a.get(Role::Auditor, &path).await.status,
        StatusCode::FORBIDDEN
    );
    // What has gone out is no draft any more.
    changed(&a, &id, |content| *content = whole).await;
    sent(&town, &a, &b, &id).await;
    assert_eq!(
        a.get(Role::CaseOfficer, &path).await.location(),
        format!("/requests/{id}")
    );
}

/// Every prose of the draft, translated, as the page posts it.
async fn typed(a: &Side<'_>, id: &str) -> Vec<(String, String)> {
    let request = held(a.house, id).await;
    let forms = a.house.office.forms();
    let form = forms
        .reading(&request.template, request.template_version)
        .unwrap();
    office::requests::beside(&form.template, &request.content, "fr")
        .into_iter()
        .filter(|b| b.passage.prose)
        .map(|b| {
            (
                format!("to:{}", b.passage.at),
                format!("FR {}", b.passage.text),
            )
        })
        .collect()
}

async fn states(side: &Side<'_>, id: &str) -> Vec<PassageState> {
    let request = held(side.house, id).await;
    let forms = side.house.office.forms();
    let form = forms
        .reading(&request.template, request.template_version)
        .unwrap();
    office::requests::beside(&form.template, &request.content, "fr")
        .into_iter()
        .map(|b| b.state)
        .collect()
}

/// The other State reads both languages, and prints in its own.
async fn read_there((a, b): (&Side<'_>, &Side<'_>), id: &str, page: &str) {
    // The other State reads both, and its paper in French says what the translator wrote.
    assert_eq!(states(b, id).await, states(a, id).await);
    let there = b.page(Role::CaseOfficer, page).await;
    assert!(
        there.contains("lower deck") && there.contains("pont inférieur"),
        "{there}"
    );
    assert!(
        there.contains("It covers every text as it stands"),
        "{there}"
    );
    assert!(!there.contains("<textarea"), "there it is read");
    let kind = office::papers::PaperKind::Request;
    let sheet = |lang| {
        let officer = b.house.officer(Role::CaseOfficer);
        let request = id.parse().unwrap();
        office::papers::print(&b.house.office, officer, request, (kind, lang))
    };
    let french = format!("{:?}", sheet(model::Lang::Fr).await.unwrap());
    assert!(french.contains("pont inférieur") && !french.contains("lower deck"));
    let english = format!("{:?}", sheet(model::Lang::En).await.unwrap());
    assert!(english.contains("lower deck") && !english.contains("pont inférieur"));
}

#[tokio::test]
async fn a_translation_is_certified_and_a_later_change_shows() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 6).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let id = drafted(&a).await;
    filled(&a, &id).await;
    let page = format!("/requests/{id}/translation?lang=fr");
    let (save, certify) = (
        format!("/requests/{id}/translation"),
        format!("/requests/{id}/translation/certify"),
    );
    let certificate = [
        ("translator", "Nadia Okoro"),
        ("competence", "Sworn translator, register 114"),
        ("sworn", "yes"),
        ("on/year", "2026"),
        ("on/month", "3"),
        ("on/day", "1"),
        ("statement", "True and complete."),
    ];
    let early = a
        .post(Role::CaseOfficer, (&page, &certify), &certificate)
        .await;
    assert_eq!(
        early.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        early.body
    );
    assert!(early.body.contains("Nadia Okoro"), "what was typed stays");
    let texts = typed(&a, &id).await;
    let texts: Vec<(&str, &str)> = texts
        .iter()
        .map(|(n, t)| (n.as_str(), t.as_str()))
        .collect();
    a.act(Role::CaseOfficer, (&page, &save), &texts).await;
    a.act(Role::CaseOfficer, (&page, &certify), &certificate)
        .await;
    let is = |states: &[PassageState], state| states.iter().filter(|s| **s == state).count();
    let after = states(&a, &id).await;
    assert_eq!(is(&after, PassageState::Certified), texts.len());
    // One text is changed: that one shows, and the rules say so.
    let original = [("from:/facts/act", "A device was left on the lower deck.")];
    a.act(Role::CaseOfficer, (&page, &save), &original).await;
    let after = states(&a, &id).await;
    assert_eq!(is(&after, PassageState::Changed), 1);
    let check = a
        .page(Role::CaseOfficer, &format!("/requests/{id}/check"))
        .await;
    assert!(check.contains("no longer what was certified"), "{check}");
    let only = a
        .page(Role::CaseOfficer, &format!("{page}&only=open"))
        .await;
    assert!(
        only.contains("to:/facts/act") && !only.contains("to:/facts/evidence"),
        "{only}"
    );
    let changed = [(
        "to:/facts/act",
        "Un engin a été laissé sur le pont inférieur.",
    )];
    a.act(Role::CaseOfficer, (&page, &save), &changed).await;
    assert_eq!(is(&states(&a, &id).await, PassageState::Changed), 1);
    a.act(Role::CaseOfficer, (&page, &certify), &certificate)
        .await;
    sent(&town, &a, &b, &id).await;
    read_there((&a, &b), &id, &page).await;
}

/// What the defence is not shown: names and what is said of persons whom the case is not about, inner notes.
const CLOSED: [&str; 5] = [
    "Okhuen",
    "Livia Maren",
    "Quay Street",
    "Given to the court",
    "Convicted",
];

fn names_a_closed_one(text: &str) -> bool {
    let text = text.to_lowercase();
    CLOSED
        .iter()
        .any(|name| text.contains(&name.to_lowercase()))
}

/// The record for the court file.
async fn exported(a: &Side<'_>, id: &str, path: &str) {
    // One file proves itself without any node; one changed letter shows.
    let file = a
        .post(Role::CaseOfficer, (path, &format!("{path}/export")), &[])
        .await;
    assert_eq!(file.status, StatusCode::OK, "{}", file.body);
    let (office, officer) = (&a.house.office, a.house.officer(Role::CaseOfficer));
    let what = (office::papers::PaperKind::Defence, model::Lang::En);
    let sheet = office::papers::print(office, officer, id.parse().unwrap(), what).await;
    let sheet = format!("{:?}", sheet.unwrap());
    for text in [&file.body, &sheet] {
        assert!(
            text.contains("Records") && !names_a_closed_one(text),
            "{text}"
        );
    }
    let report = office::defence::verify(file.body.as_bytes()).unwrap();
    assert!(report.ok, "{report:?}");
    let changed = file.body.replacen("Records", "Recordz", 1);
    assert_ne!(changed, file.body);
    assert!(!office::defence::verify(changed.as_bytes()).unwrap().ok);
    assert!(office::defence::verify(b"{}").is_err());
    let reader = a
        .house
        .office
        .read(a.house.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    let lines = reader.ledger_of(id.parse().unwrap()).await.unwrap();
    assert!(
        lines
            .iter()
            .any(|line| line.entry.verb == "evidence.exported")
    );
}

#[tokio::test]
async fn the_defence_is_shown_what_it_may_see_and_can_prove_it() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 7).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let id = drafted(&a).await;
    filled(&a, &id).await;
    let path = format!("/requests/{id}/defence");
    let early = a.page(Role::Judge, &path).await;
    assert!(early.contains("Nothing was asked yet"), "{early}");
    sent(&town, &a, &b, &id).await;
    decided(&town, &a, &b, &id).await;
    executed(&town, &a, &b, &id).await;
    // There the person must not be told; here the State that asked for it decides.
    let there = b.page(Role::CaseOfficer, &path).await;
    assert!(
        there.contains("asked that the person is not told"),
        "{there}"
    );
    assert!(!there.contains("defence/export"), "{there}");
    for role in [Role::CaseOfficer, Role::Approver, Role::Judge] {
        let page = a.page(role, &path).await;
        assert!(page.contains("The request itself asks"), "{page}");
        assert!(
            page.contains("BOMBINGS-1997") || page.contains("Bombings"),
            "{page}"
        );
        assert!(!names_a_closed_one(&page), "for {role}: {page}");
    }
    for role in [Role::RegistryOfficer, Role::DutyOfficer, Role::Auditor] {
        assert_eq!(
            a.get(role, &path).await.status,
            StatusCode::FORBIDDEN,
            "{role}"
        );
    }
    let paper = format!("/requests/{id}/paper/defence");
    assert_eq!(
        a.get(Role::RegistryOfficer, &paper).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(
        b.get(Role::CaseOfficer, &paper).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    a.speak(Role::CaseOfficer, std::slice::from_ref(&path))
        .await;
    exported(&a, &id, &path).await;
}

#[tokio::test]
async fn a_printed_request_is_scanned_in_with_proof() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 8).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let id = drafted(&a).await;
    filled(&a, &id).await;
    let request: RequestId = id.parse().unwrap();
    let print = async || {
        let (office, officer) = (&a.house.office, a.house.officer(Role::CaseOfficer));
        let what = (request, model::Lang::En);
        office::bridge::print(office, officer, office.new_act(), what)
            .await
            .unwrap()
    };
    // A draft is printed unsigned; changed afterwards, the paper says where it differs.
    let (pdf, draft) = print().await;
    assert!(pdf.starts_with(b"%PDF-"));
    changed(&a, &id, |content| {
        content["facts"]["act"] = json!("A device was left on the lower deck.")
    })
    .await;
    let scan = async |side: &Side<'_>, codes: &str| {
        let place = ("/paper", "/paper");
        side.post(Role::CaseOfficer, place, &[("codes", codes)])
            .await
    };
    let page = scan(&a, &draft.join("\n")).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(
        page.body.contains("Nobody has signed") && page.body.contains("lower deck"),
        "{}",
        page.body
    );
    assert!(page.body.contains("It differs"), "{}", page.body);
    sent(&town, &a, &b, &id).await;
    let (_, lines) = print().await;
    let mut shuffled = lines.clone();
    shuffled.reverse();
    let page = scan(&b, &shuffled.join("\r\n")).await;
    assert!(page.body.contains("Same as signed by"), "{}", page.body);
    assert!(page.body.contains("word for word"), "{}", page.body);
    let page = scan(&b, &lines[1..].join("\n")).await;
    assert!(
        page.body.contains("Codes that are missing"),
        "{}",
        page.body
    );
    let mut wrong = lines.clone();
    let other = if wrong[2].ends_with('A') { "B" } else { "A" };
    wrong[2].pop();
    wrong[2].push_str(other);
    let page = scan(&b, &wrong.join("\n")).await;
    assert!(
        page.body.contains("Codes that were misread") && !page.body.contains("Same as signed"),
        "{}",
        page.body
    );
    let page = scan(&b, "no codes at all").await;
    assert_eq!(
        page.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        page.body
    );
    b.speak(Role::CaseOfficer, &["/paper".to_owned()]).await;
}
