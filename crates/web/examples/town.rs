//! Two invented States in one process with cases at several stages, served on loopback: for looking at the pages while
//! working on them. The clock stands still; nothing is kept. `cargo run -p web --example town`, then sign in on
//! http://127.0.0.1:8101 (XA) or :8102 (XB) as `case-officer`, `approver`, … with the password of `sim::town`.

use std::sync::Arc;

use bytes::Bytes;
use jiff::SignedDuration;
use model::id::RequestId;
use model::request::{
    Accept, Acknowledge, Ask, AskedItem, Origin, Progress, Register, Report, Standing, Urgency,
};
use model::{Lang, Purpose, Role};
use office::evidence::{self, Attach, GiveBack};
use office::requests::{self, Draft, Note, On, Plain, Submit};
use office::screening::{self, Import};
use sim::{House, Town};
use web::{App, Settings};

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The reference content of the rules' own tests.
const CONTENT: &str = include_str!("../../model/src/rules/example_mla.json");
/// How far the case of each number goes.
const STEPS: [usize; 10] = [0, 1, 2, 3, 4, 6, 7, 8, 9, 10];

#[tokio::main]
async fn main() -> Outcome<()> {
    let dir = tempfile::tempdir()?;
    let town = Arc::new(Town::new(dir.path(), 7).await?);
    for (n, steps) in STEPS.into_iter().enumerate() {
        let urgency = [Urgency::Normal, Urgency::Urgent, Urgency::Emergency][n % 3];
        let id = draft(&town, urgency).await?;
        for step in 0..steps {
            walk(&town, id, step).await?;
        }
        town.pass(SignedDuration::from_hours(5));
    }
    if let Some(list) = std::env::args().nth(1) {
        import(town.house("XA"), std::fs::read(list)?.into()).await?;
    }
    let servers = [("XA", 8101), ("XB", 8102)]
        .map(|(code, port)| tokio::spawn(serve(town.house(code).office.clone(), port)));
    for server in servers {
        server.await??;
    }
    Ok(())
}

async fn serve(office: office::Office, port: u16) -> Outcome<()> {
    let zone = office.profile().utc_offset.clone();
    let zone = model::state::Zone::parse(&zone).map_or(jiff::tz::TimeZone::UTC, |zone| {
        zone.at(office.now()).time_zone().clone()
    });
    let app = App::new(
        office,
        Settings {
            zone,
            ..Settings::default()
        },
    );
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let service = app
        .people()
        .into_make_service_with_connect_info::<std::net::SocketAddr>();
    Ok(axum::serve(listener, service).await?)
}

async fn import(house: &House, bytes: Bytes) -> Outcome<()> {
    let act = Import {
        act: house.office.new_act(),
        id: String::new(),
        name: "UN Security Council Consolidated List".to_owned(),
        format: "un-xml".to_owned(),
        bytes,
        accept_removals: None,
    };
    screening::import(
        &house.office,
        house.officer(Role::RegistryOfficer),
        act,
        &office::Silent,
    )
    .await?;
    Ok(())
}

async fn draft(town: &Town, urgency: Urgency) -> Outcome<RequestId> {
    let house = town.house("XA");
    let mut content: serde_json::Value = serde_json::from_str(CONTENT)?;
    if urgency != Urgency::Normal {
        content["urgency"] = serde_json::json!({
            "level": urgency.code(), "reason": "destruction_of_evidence", "text": "The bank erases its records after 18 months.", "latest_useful_on": "2026-04-30",
        });
    }
    let act = Draft {
        act: house.office.new_act(),
        template: "mla".to_owned(),
        to: "XB".parse()?,
        to_authority: "ca".parse()?,
        lang: Lang::En,
        urgency,
        content,
    };
    Ok(requests::draft(&house.office, house.officer(Role::CaseOfficer), act).await?)
}

/// An act on the request as this house has it now.
async fn on<A>(house: &House, id: RequestId, what: A) -> Outcome<On<A>> {
    let system = model::Actor::worker(house.office.state(), "outbox");
    let request = house
        .office
        .read(&system, Purpose::Mla)
        .await?
        .request(id)
        .await?
        .ok_or("no such request")?;
    Ok(On {
        act: house.office.new_act(),
        request: id,
        version: request.version,
        what,
    })
}

async fn walk(town: &Town, id: RequestId, step: usize) -> Outcome<()> {
    let (a, b) = (town.house("XA"), town.house("XB"));
    let (author, second) = (a.officer(Role::CaseOfficer), a.officer(Role::Approver));
    let (registry, officer) = (
        b.officer(Role::RegistryOfficer),
        b.officer(Role::CaseOfficer),
    );
    let day = |days: i64| {
        (a.office.now() + SignedDuration::from_hours(24 * days))
            .to_zoned(jiff::tz::TimeZone::UTC)
            .date()
    };
    match step {
        0 => {
            let checked = requests::check(&a.office, author, id).await?;
            for found in checked
                .findings
                .iter()
                .filter(|f| f.level == model::finding::Level::Block)
            {
                eprintln!("{} at {}", found.code, found.field);
            }
            let warns = checked
                .findings
                .iter()
                .map(|f| (f.code.clone(), "The judge asked for it so".to_owned()));
            let what = Submit {
                standing: Standing::Complete,
                reasons: warns.collect(),
            };
            requests::submit(&a.office, author, on(a, id, what).await?).await?;
        }
        1 => {
            drop(requests::approve(&a.office, second, on(a, id, Note { note: None }).await?).await?)
        }
        2 => {
            requests::send(&a.office, author, on(a, id, Plain {}).await?).await?;
            town.settle(20).await?;
        }
        3 => {
            let what = Register {
                reference: Some("BEL-JC/26/0417".to_owned()),
                urgency: None,
            };
            requests::register(&b.office, registry, on(b, id, what).await?).await?;
        }
        4 => {
            let what = Acknowledge {
                reference: "BEL-JC/26/0417".to_owned(),
                officer_function: "Case officer".to_owned(),
                next_date: Some(day(14)),
                officer: None,
            };
            requests::acknowledge(&b.office, officer, on(b, id, what).await?).await?;
        }
        5 => {
            let item = |code: &str, field: &str, text: &str| AskedItem {
                code: code.to_owned(),
                field: field.to_owned(),
                text: text.to_owned(),
                answered: false,
            };
            let items = vec![
                item(
                    "MLA-07",
                    "/measures/0/nexus",
                    "On which invoice does the account number stand?",
                ),
                item(
                    "comment",
                    "",
                    "Is the witness to be told of the investigation?",
                ),
            ];
            requests::ask(
                &b.office,
                officer,
                on(
                    b,
                    id,
                    Ask {
                        items,
                        answer_by: Some(day(10)),
                    },
                )
                .await?,
            )
            .await?;
        }
        6 => {
            let change = model::request::Change {
                pointer: "/measures/0/nexus".to_owned(),
                value: "Invoice 88-1202 of 2 December 2024".into(),
            };
            let what = model::request::Answer {
                changes: vec![change],
                items: vec![1],
                note: Some("She is not to be told before the hearing.".to_owned()),
            };
            requests::answer(&a.office, author, on(a, id, what).await?).await?;
        }
        7 => {
            let what = Accept {
                reasons: "The conduct is an offence in both States.".to_owned(),
                conditions: vec!["Use for the proceeding named in the request only.".to_owned()],
            };
            requests::accept(&b.office, officer, on(b, id, what).await?).await?;
            requests::begin_execution(
                &b.office,
                officer,
                on(
                    b,
                    id,
                    Progress {
                        note: Some("Given to the District Court of Tamsin.".to_owned()),
                    },
                )
                .await?,
            )
            .await?;
        }
        8 => {
            let act = Attach {
                act: b.office.new_act(),
                request: id,
                title: "Bank records of account 4410-7782-09".to_owned(),
                file_name: "records.csv".to_owned(),
                media_type: "text/csv".to_owned(),
                kind: "document".to_owned(),
                origin: Origin {
                    collected_by: "District Court of Tamsin".to_owned(),
                    collected_at: b.office.now(),
                    place: "Coral Bank, Tamsin".to_owned(),
                    law: "Code of Criminal Procedure of Belmora, article 88".to_owned(),
                },
                certificate: "I certify that these are true copies of the bank's records."
                    .to_owned(),
                use_conditions: "For the proceeding named in the request only.".to_owned(),
            };
            let body = futures_util::stream::iter([Ok(Bytes::from_static(
                b"date;amount\n2024-12-02;4100\n",
            ))]);
            evidence::attach(&b.office, officer, act, body).await?;
            let what = Report {
                what: "The records were seized and copied; the witness was heard.".to_owned(),
                on: day(0),
                law: "Code of Criminal Procedure, article 88".to_owned(),
                executed_by: "District Court of Tamsin".to_owned(),
                measures: Vec::new(),
            };
            requests::execute(&b.office, officer, on(b, id, what).await?).await?;
        }
        _ => {
            let what = GiveBack {
                items: Vec::new(),
                certificate: "The copies are complete and were made under my eyes.".to_owned(),
            };
            evidence::give_back(&b.office, officer, on(b, id, what).await?).await?;
        }
    }
    town.settle(20).await?;
    Ok(())
}
