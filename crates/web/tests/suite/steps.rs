//! The steps of a track on the page of a case: offered to whom they belong, locked with the reason, shown before they leave.

use http::StatusCode;
use model::{Actor, Purpose, RequestId, Role};
use serde_json::json;
use sim::Town;

use crate::desk::Answer;
use crate::side::{Side, form, hidden};

async fn happened(side: &Side<'_>, id: RequestId, verb: &str) -> bool {
    let system = Actor::worker(side.house.office.state(), "outbox");
    let reader = side.house.office.read(&system, Purpose::Mla).await.unwrap();
    let request = reader.request_or_not_found(id).await.unwrap();
    request.events.iter().any(|event| event.verb == verb)
}

fn shows(page: &str, id: RequestId, step: &str) -> bool {
    page.contains(&format!("action=\"/requests/{id}/step/{step}\""))
}

fn asks_again(answer: &Answer) -> bool {
    answer.status == StatusCode::OK && answer.body.contains("class=\"look\"")
}

#[tokio::test]
async fn a_step_is_offered_locked_and_shown_before_it_leaves() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 93).await.unwrap();
    let offence = json!({"category": "terrorist_financing", "death_penalty": "no"});
    let id = sim::exercise::asked(&town, offence).await.unwrap();
    let side = Side::new(&town, "XA").await;
    let case = format!("/requests/{id}");
    let arrest = format!("{case}/step/arrest");
    let page = side.page(Role::CaseOfficer, &case).await;
    assert!(
        shows(&page, id, "arrest") && !shows(&page, id, "grant"),
        "{page}"
    );
    assert!(page.contains("id=\"step-grant\""), "locked, and said");
    let way = format!("href=\"{case}/safeguards#torture\"");
    assert!(page.contains(&way), "the way to what opens it");
    for (role, sees) in [
        (Role::RegistryOfficer, [false, false]),
        (Role::DutyOfficer, [true, false]),
    ] {
        let page = side.page(role, &case).await;
        let steps = ["arrest", "hearing"].map(|step| shows(&page, id, step));
        assert_eq!(steps, sees, "{role}");
    }
    // Nothing leaves before it was looked at; whoever thinks better of it finds what was typed.
    let typed = [("text", "Police of Port Selm, order 12")];
    let look = side.post(Role::CaseOfficer, (&case, &arrest), &typed).await;
    assert!(
        asks_again(&look) && look.body.contains("order 12"),
        "{}",
        look.body
    );
    assert!(!happened(&side, id, "step.arrest").await);
    let back = [("_back", "1")];
    let again = side
        .submit(Role::CaseOfficer, (&look.body, &arrest), &back)
        .await;
    assert!(
        form(&again.body, &arrest).contains("order 12"),
        "{}",
        again.body
    );
    assert!(!happened(&side, id, "step.arrest").await);
    assert!(
        hidden(form(&look.body, &arrest))
            .iter()
            .all(|(name, _)| name != "_look")
    );
    let done = side
        .submit(Role::CaseOfficer, (&look.body, &arrest), &[])
        .await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    assert!(happened(&side, id, "step.arrest").await);
    // What is wanting is said at its question, and nothing is asked of the reader twice.
    let release = format!("{case}/step/release");
    let wanting = side.post(Role::CaseOfficer, (&case, &release), &[]).await;
    assert_eq!(wanting.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        wanting.body.contains("href=\"#f-step-release-text\""),
        "{}",
        wanting.body
    );
    side.speak(Role::CaseOfficer, &[case]).await;
}
