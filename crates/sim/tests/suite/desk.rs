//! What the tests do at a desk, in one line each.

use std::collections::{BTreeMap, BTreeSet};

use model::request::{self, Standing, Urgency};
use model::{Actor, Class, Kind, Label, Lang, Purpose, Request, RequestId, Role};
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
    example(Kind::Mla)
}

/// The example of a kind.
pub(crate) fn example(kind: Kind) -> serde_json::Value {
    let content: serde_json::Value =
        serde_json::from_str(model::template::example(kind).unwrap()).unwrap();
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
    handed_in_by(
        (house, officer),
        (draft(&house.office, content), None),
        standing,
    )
    .await
}

/// A draft of this officer's, under its own label where none is given, handed in as this.
pub(crate) async fn handed_in_by(
    (house, officer): (&House, &Actor),
    (what, label): (Draft, Option<Label>),
    standing: Standing,
) -> office::Result<RequestId> {
    let office = &house.office;
    let id = requests::draft(office, officer, what).await?;
    if label.is_some() {
        let edit = request::Edit {
            label,
            ..Default::default()
        };
        requests::edit(
            office,
            officer,
            on(office, &seen(house, officer, id).await, edit),
        )
        .await?;
    }
    let found = requests::check(office, officer, id).await?.findings;
    let reason =
        |f: &model::finding::Finding| (f.code.clone(), "accepted for this test".to_owned());
    let reasons: BTreeMap<String, String> = found.iter().map(reason).collect();
    let submit = Submit { standing, reasons };
    let now = seen(house, officer, id).await;
    requests::submit(office, officer, on(office, &now, submit)).await?;
    Ok(id)
}

/// A request as this officer reads it.
pub(crate) async fn seen(house: &House, who: &Actor, id: RequestId) -> Request {
    let reader = house.office.read(who, Purpose::Mla).await.unwrap();
    reader.request_or_not_found(id).await.unwrap()
}

/// A request of the case officer's, approved by the second person and sent.
pub(crate) async fn sent(house: &House, content: serde_json::Value) -> RequestId {
    let id = handed_in(house, content, Standing::Complete).await.unwrap();
    approved_and_sent(house, id).await;
    id
}

/// What was handed in is approved by the second person and sent.
pub(crate) async fn approved_and_sent(house: &House, id: RequestId) {
    approved(house, id).await;
    sent_by(house, house.officer(Role::CaseOfficer), id)
        .await
        .unwrap();
}

/// What was handed in is approved by the second person.
pub(crate) async fn approved(house: &House, id: RequestId) {
    let (office, approver) = (&house.office, house.officer(Role::Approver));
    let now = see(house, Role::Approver, id).await;
    requests::approve(office, approver, on(office, &now, Note::default()))
        .await
        .unwrap();
}

/// What was approved is sent by this officer.
pub(crate) async fn sent_by(house: &House, who: &Actor, id: RequestId) -> office::Result<i64> {
    let now = seen(house, who, id).await;
    requests::send(&house.office, who, on(&house.office, &now, Plain {})).await
}

/// A further officer of a house, cleared for everything that the town keeps.
pub(crate) async fn hire(house: &House, login: &str, authority: &str, roles: &[Role]) -> Actor {
    hire_cleared(house, login, (authority, roles, Class::Secret)).await
}

/// A further officer of a house.
pub(crate) async fn hire_cleared(
    house: &House,
    login: &str,
    (authority, roles, clearance): (&str, &[Role], Class),
) -> Actor {
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
            clearance,
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
