//! What a hostile or broken peer, or a fire, must not be able to do unseen.

use jiff::SignedDuration;
use model::Role;
use office::evidence;

use super::returned;
use crate::desk::{content, draft, town};
use crate::first_request::{on, see};

#[tokio::test]
async fn a_request_to_an_authority_that_the_card_does_not_name_is_not_drafted() {
    let (_dir, town) = town(76).await;
    let xa = town.house("XA");
    let mut astray = draft(&xa.office, content());
    astray.to_authority = "nobody".parse().unwrap();
    let officer = xa.officer(Role::CaseOfficer);
    let refused = office::requests::draft(&xa.office, officer, astray).await;
    assert_eq!(refused.unwrap_err().code(), "AUTHORITY-UNKNOWN");
}

#[tokio::test]
async fn custody_says_received_when_it_arrived_and_by_whom() {
    let (_dir, town) = town(77).await;
    let id = returned(&town, 10_000).await;
    let xa = town.house("XA");
    let now = see(xa, Role::CaseOfficer, id).await;
    let item = now.evidence.first().unwrap().clone();
    let last = item.custody.last().unwrap();
    assert_eq!(
        (last.action.as_str(), last.by.as_str()),
        ("received", "XA:system:inbox")
    );
    town.pass(SignedDuration::from_hours(30));
    let which = evidence::Which { evidence: item.id };
    let report = evidence::open(
        &xa.office,
        xa.officer(Role::CaseOfficer),
        on(&xa.office, &now, which),
    )
    .await
    .unwrap();
    assert!(report.bytes_ok && report.custody_ok);
    let now = see(xa, Role::CaseOfficer, id).await;
    let steps: Vec<_> = now.evidence[0]
        .custody
        .iter()
        .map(|step| step.action.as_str())
        .collect();
    assert_eq!(steps, ["sealed", "sent", "received", "verified", "opened"]);
}
