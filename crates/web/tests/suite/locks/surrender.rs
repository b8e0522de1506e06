//! A case of surrender by its pages: what is written into the record of safeguards, what that locks, and a complaint.

use http::StatusCode;
use model::Role;
use serde_json::json;
use sim::Town;

use crate::desk::Answer;
use crate::side::Side;

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "one story")]
async fn a_case_of_surrender_by_its_pages() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 92).await.unwrap();
    let offence = json!({"category": "terrorist_financing", "death_penalty": "no"});
    let id = sim::exercise::asked(&town, offence).await.unwrap();
    let side = Side::new(&town, "XA").await;
    let (case, page) = (
        format!("/requests/{id}"),
        format!("/requests/{id}/safeguards"),
    );
    let at = |act: &str| format!("{page}/{act}");
    let officer = Role::CaseOfficer;
    let short = side
        .post(
            officer,
            (&page, &at("court")),
            &[("court", "Court of Appeal")],
        )
        .await;
    assert_eq!(
        short.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "{}",
        short.body
    );
    assert!(
        short.body.contains("Court of Appeal"),
        "what was typed stays"
    );
    let day = [
        ("given_on/year", "2026"),
        ("given_on/month", "3"),
        ("given_on/day", "1"),
    ];
    let mut assurance = vec![
        ("kind", "death_not_sought"),
        ("givers", "government"),
        ("given_by", "Council of Ministers"),
        ("binds", "prosecutor"),
        ("text", "It will not be sought."),
        ("monitoring", "2026-09-01"),
    ];
    assurance.extend(day);
    side.act(officer, (&page, &at("assure")), &assurance).await;
    let looked = [
        ("assurance", "0"),
        ("on/year", "2026"),
        ("on/month", "3"),
        ("on/day", "2"),
        ("text", "Kept so far"),
    ];
    side.act(officer, (&page, &at("look")), &looked).await;
    let qualified = [
        ("as", "war_crime"),
        ("provision", "Article 8"),
        ("reasons", "The shelling of a town."),
    ];
    side.act(officer, (&page, &at("qualify")), &qualified).await;
    // Our own finding locks the political ground, and the form of the refusal says by which article.
    let bars = side.page(officer, &page).await;
    if bars.contains("FINANCING-1999") {
        let found = [
            ("instrument", "FINANCING-1999"),
            ("article", "2"),
            ("within", "yes"),
            ("reasons", "Money was collected for attacks."),
        ];
        side.act(officer, (&page, &at("subsume")), &found).await;
        let form = side.page(officer, &case).await;
        assert!(
            form.contains("FINANCING-1999") && form.contains("2322"),
            "{form}"
        );
        assert!(
            !form.contains("value=\"political_offence\""),
            "not selectable"
        );
    }
    let complaint = [
        ("right", "liberty"),
        ("text", "Held for two days without a judge."),
        ("answers", "ca"),
    ];
    side.act(officer, (&page, &format!("{case}/complaints")), &complaint)
        .await;
    let list = side.page(Role::Auditor, "/complaints").await;
    assert!(list.contains("Held for two days"), "the auditor sees it");
    let other = Side::new(&town, "XB").await;
    let there = other.page(officer, "/complaints").await;
    assert!(
        !there.contains("Held for two days"),
        "the other side does not"
    );
    let own = list_answer(&side, officer).await;
    assert_eq!(
        own.status,
        StatusCode::CONFLICT,
        "who wrote it down does not answer it"
    );
    let answered = list_answer(&side, Role::Approver).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.body);
    let pages = [page.clone(), case, "/complaints".to_owned()];
    side.speak(officer, &pages).await;
    side.speak(Role::Auditor, &pages[2..]).await;
}

/// Answers the one complaint there is.
async fn list_answer(side: &Side<'_>, role: Role) -> Answer {
    let list = side.page(role, "/complaints").await;
    let (_, rest) = list.split_once("action=\"/complaints/").unwrap();
    let action = format!("/complaints/{}", rest.split('"').next().unwrap());
    let typed = [
        ("remedy", "remedied"),
        ("text", "Released on the same day."),
    ];
    side.submit(role, (&list, &action), &typed).await
}
