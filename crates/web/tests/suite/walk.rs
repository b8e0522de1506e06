//! One case through every page that works it, by forms alone, as two browsers without scripts would: drafted, checked,
//! approved and sent here; registered, acknowledged, asked, accepted, executed and returned there; opened and closed here.
//! At every stage the case is rendered in six languages for both sides.

use http::StatusCode;
use model::{Lang, Role};
use sim::Town;

use crate::desk::{Ask, ask};
use crate::pages::check;
use crate::side::{Side, form, hidden};

/// The content that the rules' own tests take as a good request.
pub(crate) const CONTENT: &str = include_str!("../../../../templates/mla/example.json");

/// What every page of a case owes, at the stage it has now.
async fn look(a: &Side<'_>, b: &Side<'_>, id: &str) {
    let pages = [
        "",
        "/draft",
        "/check",
        "/review",
        "/send",
        "/print",
        "/assignments",
        "/related",
        "/translation",
        "/dry-check",
    ]
    .map(|tail| format!("/requests/{id}{tail}"));
    let pages: Vec<String> = pages
        .into_iter()
        .chain(
            [
                "/",
                "/?due=any",
                "/search",
                "/statistics",
                "/statistics?shared=yes",
                "/statistics/cases",
            ]
            .map(str::to_owned),
        )
        .collect();
    for side in [a, b] {
        side.speak(Role::CaseOfficer, &pages).await;
    }
    a.speak(Role::Approver, &pages[..4]).await;
}

pub(crate) async fn drafted(a: &Side<'_>) -> String {
    let started = a
        .act(
            Role::CaseOfficer,
            ("/requests/new?to=XB", "/requests/new"),
            &[
                ("authority", "ca"),
                ("template", "mla"),
                ("lang", "en"),
                ("urgency", "urgent"),
            ],
        )
        .await;
    let draft = started.location().to_owned();
    let id = draft.split('/').nth(2).unwrap().to_owned();
    let first = a.get(Role::CaseOfficer, &draft).await.location().to_owned();
    assert!(
        first.starts_with(&format!("/requests/{id}/draft/")),
        "{first}"
    );
    // Whatever is missing, it is saved, and the next section comes.
    let next = a
        .act(
            Role::CaseOfficer,
            (&first, &first),
            &[("/title", "Records of an account"), ("_save", "next")],
        )
        .await;
    assert_ne!(next.location(), first);
    // What scripts do while somebody writes: the page itself comes back, with a new act and version.
    let saved = a
        .post(
            Role::CaseOfficer,
            (&first, &first),
            &[("/title", "Records of two accounts"), ("_save", "draft")],
        )
        .await;
    assert_eq!(saved.status, StatusCode::OK, "{}", saved.body);
    assert!(
        saved.body.contains("Records of two accounts"),
        "{}",
        saved.body
    );
    // An old version is refused, and nothing that was typed is lost.
    let stale = a
        .post(
            Role::CaseOfficer,
            (&first, &first),
            &[("_version", "1"), ("/title", "Other"), ("_save", "next")],
        )
        .await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(stale.body.contains("Other"), "{}", stale.body);
    id
}

/// Puts the reference content into the draft: typing three hundred answers here would test patience only.
pub(crate) async fn filled(a: &Side<'_>, id: &str) {
    let request: model::id::RequestId = id.parse().unwrap();
    let system = model::Actor::worker(a.house.office.state(), "outbox");
    let held = a
        .house
        .office
        .read(&system, model::Purpose::Mla)
        .await
        .unwrap()
        .request(request)
        .await
        .unwrap()
        .unwrap();
    let mut content: serde_json::Value = serde_json::from_str(CONTENT).unwrap();
    content["urgency"] = serde_json::json!({
        "level": "urgent", "reason": "destruction_of_evidence", "text": "The bank erases its records.", "latest_useful_on": "2026-04-30",
    });
    let what = model::request::Edit {
        content: Some(content),
        ..Default::default()
    };
    let act = office::requests::On {
        act: a.house.office.new_act(),
        request,
        version: held.version,
        what,
    };
    office::requests::edit(&a.house.office, a.house.officer(Role::CaseOfficer), act)
        .await
        .unwrap();
}

pub(crate) async fn sent(town: &Town, a: &Side<'_>, b: &Side<'_>, id: &str) {
    let at = |tail: &str| format!("/requests/{id}{tail}");
    let (check_page, submit) = (at("/check"), at("/submit"));
    let page = a.page(Role::CaseOfficer, &check_page).await;
    let reasons: Vec<String> = page
        .split("name=\"reason/")
        .skip(1)
        .map(|rest| format!("reason/{}", rest.split('"').next().unwrap()))
        .collect();
    let mut typed = vec![("standing", "complete")];
    typed.extend(
        reasons
            .iter()
            .map(|name| (name.as_str(), "The judge asked for it so")),
    );
    a.act(Role::CaseOfficer, (&check_page, &submit), &typed)
        .await;
    look(a, b, id).await;
    // The author cannot approve: there is no such form, and the act itself refuses.
    assert_eq!(
        a.get(Role::CaseOfficer, &at("/review")).await.status,
        StatusCode::FORBIDDEN
    );
    a.act(Role::Approver, (&at("/review"), &at("/approve")), &[])
        .await;
    let unread = a
        .post(Role::CaseOfficer, (&at("/send"), &at("/send")), &[])
        .await;
    assert_eq!(
        unread.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "sent without the confirmation"
    );
    look(a, b, id).await;
    a.act(
        Role::CaseOfficer,
        (&at("/send"), &at("/send")),
        &[("confirm", "1")],
    )
    .await;
    town.settle(20).await.unwrap();
}

pub(crate) async fn decided(town: &Town, a: &Side<'_>, b: &Side<'_>, id: &str) {
    let case = format!("/requests/{id}");
    let at = |tail: &str| format!("/requests/{id}/{tail}");
    look(a, b, id).await;
    b.act(
        Role::RegistryOfficer,
        (&case, &at("register")),
        &[("urgency", "urgent")],
    )
    .await;
    let wrong = b
        .post(
            Role::CaseOfficer,
            (&case, &at("acknowledge")),
            &[("reference", "")],
        )
        .await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wrong.body.contains("href=\"#f-acknowledge-reference\""),
        "the summary leads to the question"
    );
    let day = [
        ("reference", "B/1"),
        ("next_date/year", "2026"),
        ("next_date/month", "4"),
        ("next_date/day", "1"),
    ];
    b.act(Role::CaseOfficer, (&case, &at("acknowledge")), &day)
        .await;
    look(a, b, id).await;
    let question = [
        ("field/0", "/measures/0/nexus"),
        ("text/0", "On which invoice does the number stand?"),
    ];
    b.act(Role::CaseOfficer, (&case, &at("ask")), &question)
        .await;
    town.settle(20).await.unwrap();
    look(a, b, id).await;
    a.act(
        Role::CaseOfficer,
        (&case, &at("answer")),
        &[
            ("/measures/0/nexus", "Invoice 88-1202"),
            ("note", "Sent by mail as well"),
        ],
    )
    .await;
    town.settle(20).await.unwrap();
    assert!(
        b.page(Role::CaseOfficer, &case)
            .await
            .contains("Invoice 88-1202"),
        "the answer arrived"
    );
    accepted_with_a_condition(town, (a, b), id).await;
}

/// Accepted there under a condition, which is agreed to here.
async fn accepted_with_a_condition(town: &Town, (a, b): (&Side<'_>, &Side<'_>), id: &str) {
    let case = format!("/requests/{id}");
    let at = |tail: &str| format!("/requests/{id}/{tail}");
    b.act(
        Role::CaseOfficer,
        (&case, &at("accept")),
        &[
            ("reasons", "An offence in both States"),
            ("conditions", "For this proceeding only"),
        ],
    )
    .await;
    town.settle(20).await.unwrap();
    // Nothing is begun before they have agreed to the condition.
    assert!(
        !b.page(Role::CaseOfficer, &case)
            .await
            .contains(&format!("action=\"{}\"", at("begin")))
    );
    a.act(
        Role::CaseOfficer,
        (&case, &at("step/agree_conditions")),
        &[("text", "It will be used in this proceeding only")],
    )
    .await;
    town.settle(20).await.unwrap();
    look(a, b, id).await;
}

pub(crate) async fn executed(town: &Town, a: &Side<'_>, b: &Side<'_>, id: &str) {
    let case = format!("/requests/{id}");
    let at = |tail: &str| format!("/requests/{id}/{tail}");
    b.act(
        Role::CaseOfficer,
        (&case, &at("begin")),
        &[("note", "Given to the court")],
    )
    .await;
    let evidence = attached(b, id).await;
    look(a, b, id).await;
    let report = [
        ("what", "Records copied"),
        ("on/year", "2026"),
        ("on/month", "3"),
        ("on/day", "2"),
        ("law", "Article 88"),
    ];
    b.act(Role::CaseOfficer, (&case, &at("execute")), &report)
        .await;
    b.act(
        Role::CaseOfficer,
        (&case, &at("give-back")),
        &[("certificate", "True copies")],
    )
    .await;
    town.settle(20).await.unwrap();
    look(a, b, id).await;
    a.act(Role::CaseOfficer, (&case, &at("open")), &[]).await;
    a.act(Role::CaseOfficer, (&case, &at("confirm-return")), &[])
        .await;
    town.settle(20).await.unwrap();
    let item = format!("/requests/{id}/evidence/{evidence}");
    a.speak(Role::CaseOfficer, std::slice::from_ref(&item))
        .await;
    let verified = a
        .post(Role::CaseOfficer, (&item, &format!("{item}/verify")), &[])
        .await;
    assert_eq!(verified.status, StatusCode::OK, "{}", verified.body);
    assert!(verified.body.contains("badge done"), "{}", verified.body);
    let bytes = a.get(Role::CaseOfficer, &format!("{item}/download")).await;
    assert_eq!(bytes.body, "date;amount\n");
    a.act(
        Role::CaseOfficer,
        (&case, &at("close")),
        &[("note", "Convicted")],
    )
    .await;
    look(a, b, id).await;
}

/// Attaches a small file as a browser does, and gives its id.
async fn attached(b: &Side<'_>, id: &str) -> String {
    let path = format!("/requests/{id}/evidence/new");
    let page = b.page(Role::CaseOfficer, &path).await;
    let typed = [
        ("title", "Records"),
        ("kind", "document"),
        // The witness is named where nobody looks for a name.
        ("collected_by", "Court, which heard Sera Okhuen"),
        ("collected_on/year", "2026"),
        ("collected_on/month", "3"),
        ("collected_on/day", "2"),
        ("place", "Tamsin, at the home of S. Okhuen"),
        ("law", "Article 88"),
        ("certificate", "True copies"),
        ("use_conditions", "For this proceeding only"),
    ];
    let hidden = hidden(form(&page, &path));
    let inputs = hidden
        .iter()
        .map(|(n, v)| (n.as_str(), v.as_str()))
        .chain(typed);
    let mut body: String = inputs
        .map(|(name, value)| {
            format!("--cut\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
        })
        .collect();
    body.push_str("--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"records.csv\"\r\nContent-Type: text/csv\r\n\r\ndate;amount\n\r\n--cut--\r\n");
    let mut post = Ask::post(&path, body);
    post.headers = vec![
        ("content-type", "multipart/form-data; boundary=cut"),
        ("cookie", &b.cookies[&Role::CaseOfficer]),
        ("sec-fetch-site", "same-origin"),
    ];
    let answer = ask(&b.router, post).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let case = b.page(Role::CaseOfficer, &format!("/requests/{id}")).await;
    let mark = format!("/requests/{id}/evidence/");
    let links = case
        .split(mark.as_str())
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap().to_owned());
    links.into_iter().find(|link| link != "new").unwrap()
}

#[tokio::test]
async fn one_case_by_forms_alone() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 3).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let id = drafted(&a).await;
    look(&a, &b, &id).await;
    filled(&a, &id).await;
    look(&a, &b, &id).await;
    sent(&town, &a, &b, &id).await;
    decided(&town, &a, &b, &id).await;
    executed(&town, &a, &b, &id).await;
    a.speak(
        Role::Auditor,
        &["/ledger".to_owned(), "/ledger/0".to_owned()],
    )
    .await;
    let proof = a.get(Role::Auditor, "/ledger/0/proof").await;
    assert!(proof.body.contains("checkpoint"), "{}", proof.body);
    let found = a
        .post(Role::Auditor, ("/ledger", "/ledger/verify"), &[])
        .await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.body);
    a.speak(
        Role::CaseOfficer,
        &["/directory/XB".to_owned(), "/requests/new?to=XB".to_owned()],
    )
    .await;
}

#[tokio::test]
async fn the_border_answers_in_six_languages() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 4).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let border = ("/border", "/border");
    let empty = a.post(Role::BorderOfficer, border, &[("q", "")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let zone = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\r\nL898902C36UTO7408122F1204159ZE184226B<<<<<10";
    for q in ["Sera Okhuen", zone, "Corvin Drahl <<"] {
        let answer = a
            .post(
                Role::BorderOfficer,
                border,
                &[("q", q), ("birth", "1974-08-12")],
            )
            .await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        check(&answer.body, Lang::En, q);
        assert!(
            answer.body.contains("class=\"answer cannot-say\""),
            "without a list nobody is told anything else: {}",
            answer.body
        );
        let text = answer.body.to_lowercase();
        assert!(!text.contains("cleared"), "never cleared");
    }
}
