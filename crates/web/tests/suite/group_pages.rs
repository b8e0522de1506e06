//! Groups of States by forms alone.

use http::StatusCode;
use model::Role;
use sim::Town;

use crate::sharing_pages::{is_good, opened};
use crate::side::Side;

const ANALYST: Role = Role::Analyst;
const SECOND: Role = Role::Approver;

#[tokio::test]
async fn a_group_is_kept_by_a_form_and_ticked_at_the_workbench() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 126).await.unwrap();
    let a = Side::new(&town, "XA").await;
    let record = opened(a.house).await;
    let groups = ("/records/groups", "/records/groups");
    let bare = a.post(ANALYST, groups, &[("members", "XB")]).await;
    assert_eq!(bare.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(bare.body.contains("href=\"#f-name\""), "{}", bare.body);
    assert!(
        bare.body.contains("value=\"XB\" checked"),
        "what was ticked stays"
    );
    let typed = [("name", "Northern crossing"), ("members", "XB")];
    let kept = a.post(ANALYST, groups, &typed).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    let page = a.page(ANALYST, groups.0).await;
    let change = page.split("?group=").nth(1).unwrap();
    let (id, _) = change.split_once('#').unwrap();
    assert!(page.contains("Northern crossing") && page.contains("Version \u{2068}1\u{2069}"));
    // Who reads it is a list of States, the same as if each had been ticked.
    let bench = format!("/records/{record}/release");
    let bench = bench.as_str();
    let ticked = format!("{id}/1");
    let choice = [
        ("groups", ticked.as_str()),
        ("purpose", "screening"),
        ("clearance", "OFFICIAL"),
        ("step", "look"),
    ];
    let look = a.post(ANALYST, (bench, bench), &choice).await;
    is_good(&look, "the workbench");
    let (_, propose) = look.body.split_once("class=\"next\"").unwrap();
    assert!(propose.contains("name=\"to\" value=\"XB\""), "{propose}");
    assert!(!propose.contains("name=\"groups\""), "{propose}");
    // Changed meanwhile: what was seen is not what is used.
    let path = format!("/records/groups?group={id}");
    let form = a.page(ANALYST, &path).await;
    assert!(form.contains("value=\"XB\" checked"), "{form}");
    let renamed = [("name", "Northern gate"), ("members", "XB")];
    let kept = a.submit(ANALYST, (&form, groups.1), &renamed).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    let stale = a.post(ANALYST, (bench, bench), &choice).await;
    assert_eq!(stale.status, StatusCode::CONFLICT, "{}", stale.body);
    a.speak(ANALYST, &[groups.0.to_owned(), path]).await;
    // A second person reads them and changes none; the border sees nothing of them.
    let read = a.page(SECOND, groups.0).await;
    assert!(read.contains("Northern gate") && !read.contains("name=\"members\""));
}
