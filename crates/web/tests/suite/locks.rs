//! The locks, tried at every door: each form, each act of the API, the command line's actor, the other side's messages, a
//! restored backup. A new route under a request is tried without being named here: the sweep reads the router's own table.

use http::{Method, StatusCode};
use model::request::AssuranceKind;
use model::request::{
    Change, Choice, EnterAssurance, Giver, Power, Promise, Reply, Safeguard, SafeguardAct,
    TrialPoint,
};
use model::{Actor, Purpose, RequestId, Role};
use office::requests::{self, On};
use office::{Silent, backup, safeguards};
use serde_json::json;
use sim::{House, Town};

use crate::desk::{Answer, Ask, ask};
use crate::side::{Side, escaped};

/// What must not be among the events of a case whose locks hold.
const HANDED_OVER: [&str; 7] = [
    "request.accepted",
    "request.accepted_with_conditions",
    "request.partly_accepted",
    "request.executed",
    "request.partly_executed",
    "evidence.returned",
    "step.grant",
];

/// Every field that a form of a case may ask.
const TYPED: &[(&str, &str)] = &[
    (
        "reasons",
        "An offence in both States and nothing against it.",
    ),
    ("reason", "Thought better of it."),
    ("conditions", "None"),
    ("sources", "Report of the court"),
    ("no_consultation", "It was held by telephone."),
    ("ground", "military_offence"),
    ("note", "Noted"),
    ("what", "Surrendered at the border"),
    ("about", "The assurance"),
    ("on/year", "2026"),
    ("on/month", "3"),
    ("on/day", "2"),
    ("law", "Article 88"),
    ("executed_by", "Police"),
    ("certificate", "True"),
    ("reference", "A/1"),
    ("confirm", "1"),
    ("step", "surrender"),
    ("text", "The assurance is waived for good reasons."),
    ("text/0", "Which court?"),
    ("right", "liberty"),
    ("answers", "ca"),
];

async fn events(house: &House, id: RequestId) -> Vec<String> {
    let system = Actor::worker(house.office.state(), "outbox");
    let reader = house.office.read(&system, Purpose::Mla).await.unwrap();
    let request = reader.request_or_not_found(id).await.unwrap();
    request.events.into_iter().map(|event| event.verb).collect()
}

async fn holds(house: &House, id: RequestId, door: &str) {
    let events = events(house, id).await;
    let through: Vec<_> = events
        .iter()
        .filter(|verb| HANDED_OVER.contains(&verb.as_str()))
        .collect();
    assert!(through.is_empty(), "{door}: {through:?}");
}

async fn version(house: &House, id: RequestId) -> i64 {
    let system = Actor::worker(house.office.state(), "outbox");
    let reader = house.office.read(&system, Purpose::Mla).await.unwrap();
    reader.request_or_not_found(id).await.unwrap().version
}

async fn write(house: &House, id: RequestId, what: SafeguardAct) -> office::Result<i64> {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house.office.read(officer, Purpose::Mla).await?;
    let version = reader.safeguards(id).await?.request.guard.record.version;
    let act = On {
        act: house.office.new_act(),
        request: id,
        version,
        what,
    };
    safeguards::note(&house.office, officer, act).await
}

fn clear(safeguard: Safeguard) -> SafeguardAct {
    let sheet = TrialPoint::ALL.iter().map(|p| (*p, Choice::Yes)).collect();
    SafeguardAct::Answer(Reply {
        safeguard,
        choice: safeguard.clear(),
        reasons: "As the file shows throughout.".to_owned(),
        sources: vec!["File note 12".to_owned()],
        sheet,
    })
}

fn promise(giver: Giver, kind: AssuranceKind) -> SafeguardAct {
    SafeguardAct::Assure(EnterAssurance {
        promise: Promise {
            kind,
            givers: [giver].into(),
            given_by: "As signed".to_owned(),
            binds: [Power::Prosecutor, Power::Court, Power::Pardon].into(),
            text: "It will not be carried out.".to_owned(),
            given_on: "2026-03-01".parse().unwrap(),
            expires: None,
            monitoring: vec!["2026-09-01".parse().unwrap()],
        },
    })
}

/// Posts to a route as a page of ours would, with every field there is.
async fn form(side: &Side<'_>, role: Role, action: &str, version: i64) -> Answer {
    let cookie = &side.cookies[&role];
    let page = ask(&side.router, Ask::get("/settings").with("cookie", cookie)).await;
    let (csrf, act) = (
        page.hidden("_csrf"),
        side.house.office.new_act().to_string(),
    );
    let version = version.to_string();
    let hidden = [
        ("_csrf", csrf.as_str()),
        ("_act", &act),
        ("_version", &version),
    ];
    let body: Vec<String> = hidden
        .iter()
        .chain(TYPED)
        .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
        .collect();
    let post = Ask::post(action, body.join("&"));
    let post = post
        .with("cookie", cookie)
        .with("sec-fetch-site", "same-origin");
    ask(&side.router, post).await
}

/// Calls an act of the API with every field there is.
async fn call(side: &Side<'_>, token: &str, (path, version): (&str, i64)) -> Answer {
    let mut body = json!({
        "version": version, "measures": [], "items": [], "conditions": [], "changes": [], "sources": ["Report"],
        "on": "2026-03-02", "standing": {"as": "complete"}, "findings": {"block": [], "warn": []},
    });
    for (name, value) in TYPED.iter().filter(|(name, _)| !name.contains('/')) {
        body[*name] = json!(value);
    }
    body["conditions"] = json!([]);
    body["sources"] = json!(["Report of the court"]);
    let post = Ask {
        method: Method::POST,
        path,
        headers: vec![("content-type", "application/json")],
        body: body.to_string(),
    };
    ask(&side.router, post.with("authorization", token)).await
}

async fn bearer(side: &Side<'_>, login: &str) -> String {
    let post = Ask {
        method: Method::POST,
        path: "/api/1/session",
        headers: vec![("content-type", "application/json")],
        body: json!({"login": login, "password": sim::town::PASSWORD}).to_string(),
    };
    let opened: serde_json::Value =
        serde_json::from_str(&ask(&side.router, post).await.body).unwrap();
    format!("Bearer {}", opened["token"].as_str().unwrap())
}

/// The acts of the API, as its own document names them.
fn acts() -> Vec<String> {
    let document = serde_json::to_value(web::api::document()).unwrap();
    let act = &document["paths"]["/api/1/requests/{id}/acts/{verb}"]["post"];
    let said = format!("{} {}", act["summary"], act["description"]);
    let (_, list) = said.split_once("Does an act:").unwrap();
    let words = list.split(|c: char| !c.is_ascii_lowercase() && c != '-');
    let acts: Vec<String> = words
        .filter(|word| !word.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    assert!(acts.iter().any(|act| act == "accept"), "{said}");
    acts
}

/// Every door of the pages and of the API under a request, from the router's own table.
async fn every_route(side: &Side<'_>, id: RequestId) {
    let token = bearer(side, "case-officer").await;
    let routes: Vec<&str> = web::routes::table()
        .filter(|row| row.method == "POST" && row.path.contains("/requests/{id}/"))
        .map(|row| row.path)
        .collect();
    assert!(routes.len() > 20, "{routes:?}");
    for _ in 0..2 {
        for path in &routes {
            let place = path.replace("{id}", &id.to_string());
            let steps = || model::request::steps().map(|(_, step)| step.code());
            let places: Vec<String> = match (place.split_once("{verb}"), place.split_once("{step}"))
            {
                (Some((before, _)), _) => {
                    acts().iter().map(|act| format!("{before}{act}")).collect()
                }
                (_, Some((before, _))) => steps().map(|step| format!("{before}{step}")).collect(),
                (None, None) => vec![
                    place
                        .replace("{act}", "court")
                        .replace("{section}", "matter"),
                ],
            };
            for place in places {
                let seen = version(side.house, id).await;
                let answer = if place.starts_with("/api/") {
                    call(side, &token, (&place, seen)).await
                } else {
                    form(side, Role::CaseOfficer, &place, seen).await
                };
                assert!(!answer.status.is_server_error(), "{place}: {}", answer.body);
                holds(side.house, id, &place).await;
            }
        }
    }
}

async fn accept(house: &House, actor: &Actor, id: RequestId) -> office::Result<i64> {
    let what = model::request::Accept {
        reasons: "There are good reasons to do without.".to_owned(),
        conditions: Vec::new(),
    };
    let act = On {
        act: house.office.new_act(),
        request: id,
        version: version(house, id).await,
        what,
    };
    requests::accept(&house.office, actor, act).await
}

#[tokio::test]
#[expect(clippy::too_many_lines, reason = "a walk along every door")]
async fn no_door_leads_round_the_death_penalty_lock() {
    let dir = tempfile::tempdir().unwrap();
    let mut town = Town::new(dir.path(), 91).await.unwrap();
    let offence = json!({"category": "terrorist_bombing", "deaths": 6, "death_penalty": "yes"});
    let id = sim::exercise::asked(&town, offence).await.unwrap();
    {
        let side = Side::new(&town, "XA").await;
        let xa = side.house;
        // Every question answered as if nothing stood in the way, and the word of who binds nobody.
        for safeguard in Safeguard::ALL {
            write(xa, id, clear(*safeguard)).await.unwrap();
        }
        let life = promise(Giver::Government, AssuranceKind::LifeReview);
        write(xa, id, life).await.unwrap();
        let ministry = promise(Giver::ForeignMinistry, AssuranceKind::DeathNotSought);
        write(xa, id, ministry).await.unwrap();
        every_route(&side, id).await;
        let page = side
            .page(Role::CaseOfficer, &format!("/requests/{id}/safeguards"))
            .await;
        assert!(page.contains("SAF-01"), "the page says what locks");
        // The command line, and the workers.
        for actor in [
            Actor::operator(xa.office.state()),
            Actor::worker(xa.office.state(), "timers"),
            Actor::worker(xa.office.state(), "inbox"),
        ] {
            assert!(accept(xa, &actor, id).await.is_err(), "{actor:?}");
            let what = promise(Giver::Government, AssuranceKind::DeathNotSought);
            let act = On {
                act: xa.office.new_act(),
                request: id,
                version: 0,
                what,
            };
            assert!(safeguards::note(&xa.office, &actor, act).await.is_err());
        }
    }
    // The other side: it may offer whatever it likes.
    let xb = town.house("XB");
    let offered = json!([{"kind": "death_not_sought", "giver": "government", "given_by": "Us",
        "binds": ["prosecutor", "court", "pardon"], "text": "Never.", "date": "2026-03-01", "monitoring": ["2026-09-01"]}]);
    let changes =
        [("/assurances", offered), ("/guard", json!({"record": {}}))].map(|(pointer, value)| {
            Change {
                pointer: pointer.to_owned(),
                value,
            }
        });
    let answer = On {
        act: xb.office.new_act(),
        request: id,
        version: version(xb, id).await,
        what: model::request::Answer {
            changes: changes.into(),
            items: Vec::new(),
            note: None,
        },
    };
    let told = requests::answer(&xb.office, xb.officer(Role::CaseOfficer), answer).await;
    told.unwrap();
    town.settle(100).await.unwrap();
    let xa = town.house("XA");
    let reader = xa
        .office
        .read(xa.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    assert_eq!(reader.safeguards(id).await.unwrap().offered.len(), 1);
    let refused = accept(xa, xa.officer(Role::CaseOfficer), id).await;
    assert_eq!(
        refused.unwrap_err().code(),
        "SAF-01",
        "offered is not entered"
    );
    holds(xa, id, "the other side").await;
    // A backup that is read into a new folder brings the record and its locks.
    let copy = dir.path().join("copy");
    let operator = Actor::operator(xa.office.state());
    backup::make(&xa.office, &operator, &copy, &Silent)
        .await
        .unwrap();
    let folder = dir.path().join("XA-again");
    town.restore("XA", (&copy, &folder)).await.unwrap();
    let xa = town.house("XA");
    let refused = accept(xa, xa.officer(Role::CaseOfficer), id).await;
    assert_eq!(refused.unwrap_err().code(), "SAF-01", "restored");
    // The key that fits.
    let bound = promise(Giver::Government, AssuranceKind::DeathNotSought);
    write(xa, id, bound).await.unwrap();
    accept(xa, xa.officer(Role::CaseOfficer), id).await.unwrap();
}

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
