//! What the tests do at a desk, in one line each.

use std::collections::{BTreeMap, BTreeSet};

use model::request::{Standing, Urgency};
use model::{Actor, Class, Lang, Purpose, RequestId, Role};
use office::Office;
use office::people::AddOfficer;
use office::requests::{self, Draft, Note, Plain, Submit};
use sim::town::PASSWORD;
use sim::{House, Town};

use crate::first_request::{on, see};

pub(crate) async fn town(seed: u64) -> (tempfile::TempDir, Town) {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), seed).await.unwrap();
    (dir, town)
}

pub(crate) fn content() -> serde_json::Value {
    let content: serde_json::Value =
        serde_json::from_str(model::template::example(model::kind::Kind::Mla).unwrap()).unwrap();
    content.get("content").cloned().unwrap_or(content)
}

pub(crate) fn draft(office: &Office, content: serde_json::Value) -> Draft {
    Draft {
        act: office.new_act(),
        template: "mla".to_owned(),
        to: "XB".parse().unwrap(),
        to_authority: "ca".parse().unwrap(),
        lang: Lang::En,
        urgency: Urgency::Normal,
        content,
    }
}

/// A draft of the case officer, handed in as this.
pub(crate) async fn handed_in(
    house: &House,
    content: serde_json::Value,
    standing: Standing,
) -> office::Result<RequestId> {
    let officer = house.officer(Role::CaseOfficer);
    let id = requests::draft(&house.office, officer, draft(&house.office, content)).await?;
    let now = see(house, Role::CaseOfficer, id).await;
    let reasons: BTreeMap<String, String> = requests::check(&house.office, officer, id)
        .await?
        .findings
        .iter()
        .map(|f| (f.code.clone(), "accepted for this test".to_owned()))
        .collect();
    let submit = Submit { standing, reasons };
    requests::submit(&house.office, officer, on(&house.office, &now, submit)).await?;
    Ok(id)
}

/// A request of the case officer's, approved by the second person and sent.
pub(crate) async fn sent(house: &House, content: serde_json::Value) -> RequestId {
    let id = handed_in(house, content, Standing::Complete).await.unwrap();
    approved_and_sent(house, id).await;
    id
}

/// What was handed in is approved by the second person and sent.
pub(crate) async fn approved_and_sent(house: &House, id: RequestId) {
    let office = &house.office;
    let now = see(house, Role::CaseOfficer, id).await;
    let approver = house.officer(Role::Approver);
    requests::approve(office, approver, on(office, &now, Note::default()))
        .await
        .unwrap();
    let now = see(house, Role::CaseOfficer, id).await;
    let officer = house.officer(Role::CaseOfficer);
    requests::send(office, officer, on(office, &now, Plain {}))
        .await
        .unwrap();
}

/// A further officer of a house.
pub(crate) async fn hire(house: &House, login: &str, authority: &str, roles: &[Role]) -> Actor {
    let operator = Actor::operator(house.office.state());
    let id = office::people::add(
        &house.office,
        &operator,
        AddOfficer {
            act: house.office.new_act(),
            login: login.to_owned(),
            name: login.to_owned(),
            authority: authority.parse().unwrap(),
            roles: roles.iter().copied().collect::<BTreeSet<_>>(),
            clearance: Class::Secret,
            lang: Lang::En,
            password: Some(PASSWORD.to_owned()),
        },
    )
    .await
    .unwrap();
    let all = house
        .office
        .read(&operator, Purpose::Administration)
        .await
        .unwrap();
    let officers = all.officers().await.unwrap();
    house
        .office
        .actor(officers.iter().find(|o| o.id == id).unwrap())
}

pub(crate) async fn ledger_size(office: &Office) -> u64 {
    office::health::metrics(office).await.unwrap().ledger_size
}

/// The ledger and everything it names hold.
pub(crate) async fn holds(house: &House) {
    let operator = Actor::operator(house.office.state());
    let report = office::ledger::verify(&house.office, &operator, &office::Silent)
        .await
        .unwrap();
    assert_eq!(report.problems, Vec::new());
}
