//! The calls of programs, in the shapes of yente's API: who may ask, what is answered, and what is said where nothing is.

use bytes::Bytes;
use http::{Method, StatusCode};
use model::{Actor, Purpose};
use office::Silent;
use office::screening::keys::{self, IssueKey};
use office::screening::{self, Import};
use serde_json::{Value, json};

use crate::desk::{Answer, Ask, Desk, ask};

mod asking;
mod doors;
mod reconcile;
mod records;
mod stream;

/// Invented records: a person with two addresses and a sanction, a company she owns, and another person.
const HARBOUR: &str = r#"{"id":"p1","caption":"Ilvara Tessaro","schema":"Person","properties":{"name":["Ilvara Tessaro","Илвара Тессаро"],"birthDate":["1965-08-10"],"nationality":["no"],"topics":["sanction"],"addressEntity":["a1","a2"]},"datasets":["north"],"referents":["old-p1"],"target":true,"first_seen":"2023-11-02T16:38:16","last_seen":"2026-04-29T12:53:04","last_change":"2026-04-29T07:55:02"}
{"id":"c1","caption":"Nordane Freight Lines","schema":"Company","properties":{"name":["Nordane Freight Lines"],"country":["no"],"registrationNumber":["AB-1234"]},"datasets":["north"],"referents":[],"first_seen":"2021-01-01T00:00:00","last_seen":"2026-04-29T12:53:04","last_change":"2021-01-01T00:00:00"}
{"id":"o1","caption":"Ownership","schema":"Ownership","properties":{"owner":["p1"],"asset":["c1"]},"datasets":["north"],"referents":[]}
{"id":"a1","caption":"1 Harbour Road","schema":"Address","properties":{"full":["1 Harbour Road, Brell"]},"datasets":["north"],"referents":[]}
{"id":"a2","caption":"9 Quay Street","schema":"Address","properties":{"full":["9 Quay Street, Brell"]},"datasets":["north"],"referents":[]}
{"id":"s1","caption":"Council","schema":"Sanction","properties":{"entity":["p1"],"authority":["Council"]},"datasets":["north"],"referents":[]}
"#;
const QUAY: &str = r#"{"id":"p2","caption":"Tessa Quay","schema":"Person","properties":{"name":["Tessa Quay"],"birthDate":["1971"],"nationality":["se"]},"datasets":["quay"],"referents":[]}
"#;

pub(crate) struct Programs {
    desk: Desk,
    key: String,
    operator: Actor,
}

impl Programs {
    /// A desk with two lists and a key.
    async fn new() -> Self {
        let desk = Desk::new().await;
        let office = desk.app.office().clone();
        let operator = Actor::operator(office.state());
        for (id, text) in [("harbour", HARBOUR), ("quay", QUAY)] {
            let list = Import {
                id: id.to_owned(),
                format: "ftm-json".to_owned(),
                ..Import::of(office.new_act(), Bytes::from_static(text.as_bytes()))
            };
            screening::import(&office, &operator, list, &Silent)
                .await
                .unwrap();
        }
        let mut programs = Self {
            desk,
            key: String::new(),
            operator,
        };
        programs.key = programs.issue("harbour office", "border-officer").await;
        programs
    }

    async fn issue(&self, name: &str, officer: &str) -> String {
        let office = self.desk.app.office();
        let act = IssueKey {
            act: office.new_act(),
            name: name.to_owned(),
            officer: officer.to_owned(),
            purpose: Purpose::Screening,
            days: 30,
        };
        let issued = keys::issue(office, &self.operator, act).await.unwrap();
        format!("ApiKey {}", issued.token.as_str())
    }

    async fn get(&self, path: &str) -> (StatusCode, Value) {
        let path = format!("/yente{path}");
        told(
            &ask(
                &self.desk.router,
                Ask::get(&path).with("authorization", &self.key),
            )
            .await,
        )
    }

    async fn post(&self, path: &str, body: impl ToString) -> (StatusCode, Value) {
        let path = format!("/yente{path}");
        let post = Ask {
            method: Method::POST,
            path: &path,
            headers: vec![("authorization", &self.key)],
            body: body.to_string(),
        };
        told(&ask(&self.desk.router, post).await)
    }

    async fn form(&self, path: &str, name: &str, value: &Value) -> (StatusCode, Value) {
        let path = format!("/yente{path}");
        let text = value.to_string();
        let escaped: String = text.bytes().map(|b| format!("%{b:02X}")).collect();
        let post = Ask::post(&path, format!("{name}={escaped}")).with("authorization", &self.key);
        told(&ask(&self.desk.router, post).await)
    }
}

fn told(answer: &Answer) -> (StatusCode, Value) {
    let body = serde_json::from_str(&answer.body).unwrap_or_else(|_| json!(answer.body));
    (answer.status, body)
}

fn example() -> Value {
    json!({ "schema": "Person", "properties": { "name": "Ilvara TESSARO", "birthDate": [1965], "country": "Norway", "shoeSize": "40" } })
}
