//! Cases kept on paper by forms alone: an old docket looked at and taken over, every letter that can be entered, a request that
//! came by letter, costs and conversions; each page in six languages.

use http::StatusCode;
use model::Role;
use sim::Town;

use crate::desk::Answer;
use crate::side::Side;

const DOCKET: &str = "side,number,state,kind,subject,sent_on,received_on,acknowledged_on,decided_on,decision\n\
    outgoing,A/1,FR,mla,Account records,2024-01-10,2024-01-20,2024-02-01,,\n\
    incoming,B/1,KE,mla,Hearing of a witness,,2024-01-20,2024-02-01,2024-03-01,accepted\n";

/// Posts a form with a file.
async fn upload(
    side: &Side<'_>,
    place: (&str, &str),
    typed: &[(&str, &str)],
    file: (&str, &str),
) -> Answer {
    side.upload(Role::CaseOfficer, place, typed, file).await
}

/// The links of a page to cases, in order.
fn cases(html: &str) -> Vec<String> {
    let ids = html.split("href=\"/requests/").skip(1);
    let ids = ids
        .filter_map(|rest| rest.get(..36))
        .filter(|id| id.matches('-').count() == 4);
    ids.map(|id| format!("/requests/{id}")).collect()
}

async fn taken_over(side: &Side<'_>) -> Vec<String> {
    let place = ("/docket", "/docket");
    let looked = upload(side, place, &[("way", "look")], ("docket.csv", DOCKET)).await;
    assert_eq!(looked.status, StatusCode::OK, "{}", looked.body);
    assert!(
        cases(&looked.body).is_empty(),
        "nothing is there after a look"
    );
    let bad = DOCKET.replace("FR", "France");
    let refused = upload(side, place, &[("way", "take")], ("docket.csv", &bad)).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("France") && refused.body.contains("state"));
    let took = upload(side, place, &[("way", "take")], ("docket.csv", DOCKET)).await;
    let links = cases(&took.body);
    assert_eq!(links.len(), 2, "{}", took.body);
    links
}

/// What cannot follow is said at the question it is about, and what was typed stays: a day before the request was sent, and
/// one on which nothing was promised yet.
async fn cannot_follow(side: &Side<'_>, letters: &str) {
    let before = side.page(Role::CaseOfficer, letters).await;
    for (what, on) in [("postponed", "2023-03-01"), ("executed", "2024-02-29")] {
        let path = format!("{letters}?what={what}");
        let typed = [
            ("channel", "post"),
            ("on", on),
            ("reasons", "A trial of our own."),
            ("what", "The records of the account."),
            ("done_on", "2024-02-29"),
            ("law", "Code 12"),
        ];
        let refused = upload(side, (&path, letters), &typed, ("", "")).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        let said = &refused.body;
        let why = paper::words::word(model::Lang::En, "refusal-date-order");
        let summary = format!("href=\"#f-on\">{why}");
        assert!(said.contains(&summary), "{what}: {said}");
        let at_the_day = format!("id=\"f-on-error\">{why}</p>");
        assert!(said.contains(&at_the_day), "{what}: {said}");
        assert!(said.contains(&format!("value=\"{on}\"")), "{what}: {said}");
    }
    let after = side.page(Role::CaseOfficer, letters).await;
    let entered = |page: &str| page.matches("<li").count();
    assert_eq!(entered(&after), entered(&before), "nothing was kept");
}

#[tokio::test]
async fn an_old_docket_works_on_by_letters() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 301).await.unwrap();
    let side = Side::new(&town, "XA").await;
    let links = taken_over(&side).await;
    let (out, came) = (&links[0], &links[1]);
    // Every kind of letter has its form; nothing that is the other side's is offered to this one.
    let letters = format!("{out}/letters");
    let page = side.page(Role::CaseOfficer, &letters).await;
    let kinds: Vec<String> = page
        .split("letters?what=")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|code| format!("{letters}?what={code}"))
        .collect();
    assert!(kinds.len() > 10 && !kinds.iter().any(|kind| kind.ends_with("withdrawn")));
    let typed = [
        ("channel", "diplomatic_pouch"),
        ("on", "2024-03-01"),
        ("number", "P 4"),
        ("reasons", "In order."),
    ];
    let path = format!("{letters}?what=accepted");
    let told = upload(&side, (&path, &letters), &typed, ("letter.pdf", "%PDF-1.4")).await;
    assert_eq!(told.status, StatusCode::SEE_OTHER, "{}", told.body);
    let page = side.page(Role::CaseOfficer, &letters).await;
    let (_, scan) = page.split_once(&format!("{letters}/")).unwrap();
    let scan = format!("{letters}/{}", scan.get(..36).unwrap());
    let file = side.get(Role::CaseOfficer, &scan).await;
    assert_eq!(
        (file.status, file.body.as_str()),
        (StatusCode::OK, "%PDF-1.4")
    );
    cannot_follow(&side, &letters).await;

    let costs = format!("{came}/costs");
    let typed: [(&str, &str); 5] = [
        ("kind", "extraordinary"),
        ("what", "Copies"),
        ("amount", "1200.50"),
        ("currency", "eur"),
        ("bearer", "requesting"),
    ];
    side.act(Role::CaseOfficer, (&costs, &costs), &typed).await;
    let mut pages = vec![
        "/docket".to_owned(),
        "/requests/paper".to_owned(),
        "/requests/paper?from=FR".to_owned(),
        "/requests/new?to=FR".to_owned(),
        "/requests/new?choose=1".to_owned(),
        out.clone(),
        came.clone(),
        letters.clone(),
        costs,
        format!("{out}/convert"),
    ];
    pages.extend(kinds);
    side.speak(Role::CaseOfficer, &pages).await;
    side.speak(Role::RegistryOfficer, &["/directory/enter".to_owned()])
        .await;
}

#[tokio::test]
async fn a_letter_becomes_a_request_that_came_in() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 302).await.unwrap();
    let side = Side::new(&town, "XA").await;
    let typed = [
        ("authority", "ca"),
        ("template", "mla"),
        ("lang", "fr"),
        ("urgency", "normal"),
        ("their_reference", "FR-9"),
        ("channel", "post"),
        ("on", "2026-02-20"),
    ];
    let place = ("/requests/paper?from=FR", "/requests/paper");
    let begun = upload(&side, place, &typed, ("lettre.pdf", "%PDF-1.4")).await;
    assert_eq!(begun.status, StatusCode::SEE_OTHER, "{}", begun.body);
    let case = begun.location().trim_end_matches("/draft").to_owned();
    let check = format!("{case}/check");
    let pages = [case.clone(), check.clone()];
    side.speak(Role::CaseOfficer, &pages).await;
    let entered = side
        .act(Role::CaseOfficer, (&check, &format!("{case}/enter")), &[])
        .await;
    assert!(entered.location().starts_with(&case));
    let page = side.page(Role::CaseOfficer, &case).await;
    assert!(page.contains("FR-9"));
    // It cannot be taken in twice, nor drafted on.
    let again = side.page(Role::CaseOfficer, &check).await;
    assert!(!again.contains("/enter\""));
    side.speak(Role::CaseOfficer, &pages).await;
}
