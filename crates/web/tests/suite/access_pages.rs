//! A person's application by forms alone: entered, proven, taken to two States, disclosed there by two persons; and who may not.

use http::StatusCode;
use model::Role;
use sim::Town;

use crate::side::{Side, Typed};

const DESK: Role = Role::RegistryOfficer;
const ANALYST: Role = Role::Analyst;
const SECOND: Role = Role::Approver;

/// Looked at once more, and kept.
async fn kept(side: &Side<'_>, role: Role, path: &str, typed: Typed<'_>) -> String {
    let look = side.post(role, (path, path), typed).await;
    assert_eq!(look.status, StatusCode::OK, "{}", look.body);
    let keep = [("step", "keep")];
    let done = side.submit(role, (&look.body, path), &keep).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    look.body
}

async fn entered(a: &Side<'_>) -> String {
    let place = ("/access/new", "/access/new");
    let typed = [
        ("scope", "correct"),
        ("person/born", "1991-04"),
        ("received/day", "1"),
        ("received/month", "3"),
        ("received/year", "2026"),
        ("wrong", "the date of birth"),
        ("person/names", "Okhuen Sera"),
    ];
    let nameless = a.post(DESK, place, &typed[..6]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["the date of birth", "1991-04", "href=\"#f-person"] {
        assert!(nameless.body.contains(kept), "{kept}: {}", nameless.body);
    }
    let done = a.post(DESK, place, &typed).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let path = done.location().split('?').next().unwrap();
    path.to_owned()
}

#[tokio::test]
async fn an_application_goes_its_way_by_forms_alone() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 97).await.unwrap();
    let (a, b) = (Side::new(&town, "XA").await, Side::new(&town, "XB").await);
    let one = entered(&a).await;
    let proof = [
        ("what", "prove"),
        ("document", "passport"),
        ("issuer", "Belmora"),
    ];
    let half = a.post(DESK, (&one, &one), &proof).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(half.body.contains("href=\"#f-seen_by\""), "{}", half.body);
    let whole = [&proof[..], &[("seen_by", "the registry")]].concat();
    a.act(DESK, (&one, &one), &whole).await;
    let asked = [("what", "ask"), ("states", "XB")];
    let look = kept(&a, DESK, &one, &asked).await;
    assert!(look.contains("Arvenia") && look.contains("Belmora"));
    town.settle(20).await.unwrap();
    // Here it is answered by an analyst and a second person; who receives applications reads none of it.
    let id = one.rsplit('/').next().unwrap();
    let enquiry = format!("/access/asked/XA/{id}");
    let closed = b.get(DESK, &enquiry).await;
    assert_eq!(closed.status, StatusCode::FORBIDDEN);
    assert!(b.page(ANALYST, "/access").await.contains(&enquiry));
    let pages = [enquiry.clone(), "/access".to_owned()];
    b.speak(ANALYST, &pages).await;
    let answer = [
        ("answer", "disclosed"),
        ("text", "The date was put right."),
        ("reason", "the passport shows it"),
    ];
    let look = kept(&b, ANALYST, &enquiry, &answer).await;
    assert!(look.contains("The date was put right."));
    b.speak(SECOND, &pages).await;
    kept(&b, SECOND, &enquiry, &[("what", "approve")]).await;
    town.settle(20).await.unwrap();
    let seen = a.page(DESK, &one).await;
    assert!(seen.contains("The date was put right."), "{seen}");
    assert!(seen.contains("No answer yet."), "our own is open");
    let pages = [one.clone(), "/access".to_owned(), "/access/new".to_owned()];
    a.speak(DESK, &pages).await;
    let early = kept_not(&a, &one).await;
    assert!(early.contains("still has time"), "{early}");
    let letter = a.get(DESK, &format!("{one}/letter")).await;
    assert_eq!(letter.status, StatusCode::UNPROCESSABLE_ENTITY);
}

/// The letter is not given while a State has time.
async fn kept_not(a: &Side<'_>, one: &str) -> String {
    let look = a.post(DESK, (one, one), &[("what", "tell")]).await;
    assert_eq!(look.status, StatusCode::OK, "{}", look.body);
    let keep = [("step", "keep")];
    a.submit(DESK, (&look.body, one), &keep).await.body
}
