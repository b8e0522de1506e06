//! Every door under a request, and what is said at it: as much as any form or act of a case asks.

use http::Method;
use model::request::{Safeguard, TrialPoint, locks, steps};
use model::{Actor, Purpose, Request, Role};
use serde_json::{Value, json};
use sim::locked::Case;
use sim::{House, Town};

use crate::desk::{Answer, Ask, ask};
use crate::side::{Side, escaped};

/// Every field that a form of a case may ask.
const TYPED: &[(&str, &str)] = &[
    (
        "reasons",
        "An offence in both States and nothing against it.",
    ),
    ("reason", "Thought better of it."),
    ("sources", "Report of the court"),
    ("no_consultation", "It was held by telephone."),
    ("ground", "military_offence"),
    ("note", "Noted"),
    ("what", "Surrendered at the border"),
    ("about", "The assurance"),
    ("on/year", "2026"),
    ("on/month", "3"),
    ("on/day", "2"),
    ("until/year", "2026"),
    ("until/month", "6"),
    ("until/day", "1"),
    ("given_on/year", "2026"),
    ("given_on/month", "3"),
    ("given_on/day", "1"),
    ("law", "Article 88"),
    ("executed_by", "Police"),
    ("certificate", "True"),
    ("reference", "A/1"),
    ("confirm", "1"),
    ("text", "The safeguard is waived for good reasons."),
    ("text/0", "Which court?"),
    ("amounts/0/what", "Account 12"),
    ("purpose", "intelligence"),
    ("right", "liberty"),
    ("answers", "ca"),
    ("instrument", "FINANCING-1999"),
    ("article", "2"),
    ("within", "yes"),
    ("court", "Court of Appeal"),
    ("political", "no"),
    ("assurance", "0"),
    ("as", "ordinary"),
    ("provision", "Article 12"),
    // Who carries messages binds nobody, whatever is ticked.
    ("givers", "embassy"),
    ("binds", "prosecutor"),
    ("binds", "court"),
    ("binds", "pardon"),
    ("given_by", "The embassy"),
    ("monitoring", "2026-09-01"),
];

/// What is written into the record of safeguards at its own door: everything but the answer that opens.
const NOTES: [&str; 8] = [
    "subsume", "court", "assure", "look", "qualify", "use", "consent", "duty",
];

/// Acts after which a case stands still or is over: they come last.
const ENDING: [&str; 5] = [
    "refuse",
    "confirm-refusal",
    "drop-refusal",
    "withdraw",
    "close",
];

/// Who tries a door: the case's officer, else whoever the gate lets through.
const WHO: [Role; 5] = [
    Role::CaseOfficer,
    Role::Approver,
    Role::RegistryOfficer,
    Role::Judge,
    Role::DutyOfficer,
];

/// What became of a sweep.
#[derive(Debug, Default)]
pub(crate) struct Swept {
    /// How many doors were tried.
    pub(crate) doors: usize,
    /// The doors that named a lock, each with its code.
    pub(crate) named: Vec<(String, String)>,
    /// The doors behind which the gate was passed.
    pub(crate) through: Vec<String>,
}

/// One State's desk and whoever sits at it, signed in once for all sweeps.
pub(crate) struct Doors<'t> {
    side: Side<'t>,
    tokens: Vec<(Role, String)>,
    forms: Vec<(Role, String)>,
}

/// One door: path, who, what is sent.
struct Door {
    path: String,
    who: Role,
    sent: Sent,
}

enum Sent {
    Form(Vec<(String, String)>),
    Json(Method, Value),
    /// Into the record of safeguards, whose version it names.
    Note(Value),
}

impl<'t> Doors<'t> {
    pub(crate) async fn new(town: &'t Town, desk: &str) -> Self {
        let side = Side::new(town, desk).await;
        let (mut tokens, mut forms) = (Vec::new(), Vec::new());
        for who in WHO {
            tokens.push((who, bearer(&side, &who.code().replace('_', "-")).await));
            let cookie = &side.cookies[&who];
            let page = ask(&side.router, Ask::get("/settings").with("cookie", cookie)).await;
            forms.push((who, page.hidden("_csrf")));
        }
        Self {
            side,
            tokens,
            forms,
        }
    }

    pub(crate) fn house(&self) -> &'t House {
        self.side.house
    }

    async fn seen(&self, case: &Case) -> Request {
        let system = Actor::worker(self.house().office.state(), "outbox");
        let reader = self
            .house()
            .office
            .read(&system, Purpose::Mla)
            .await
            .unwrap();
        reader.request_or_not_found(case.id).await.unwrap()
    }

    async fn record(&self, case: &Case) -> i64 {
        let officer = self.house().officer(Role::CaseOfficer);
        let reader = self.house().office.read(officer, Purpose::Mla).await;
        let view = reader.unwrap().safeguards(case.id).await.unwrap();
        view.request.guard.record.version
    }

    /// Tries every door of a case. `keys` are the steps that open what is closed by themselves.
    pub(crate) async fn sweep(&self, case: &Case, keys: &[&str]) -> Swept {
        let mut swept = Swept::default();
        let mut now = self.seen(case).await;
        let before = now.events.len();
        for door in doors(case, keys) {
            let answer = self.push(case, &door, now.version).await;
            let place = format!("{}: {}", case.said(), door.path);
            assert!(!answer.status.is_server_error(), "{place}: {}", answer.body);
            assert!(!answer.body.contains("CSRF"), "{place}: {}", answer.body);
            swept.doors += 1;
            swept.named.push((door.path.clone(), answer.code()));
            now = self.seen(case).await;
            let ours = now.events.iter().skip(before);
            let ours = ours.filter(|event| event.by.state == *self.house().office.state());
            if ours.clone().any(|event| case.passes(&event.verb)) {
                swept.through.push(door.path);
            }
        }
        swept.named.retain(|(_, code)| !code.is_empty());
        swept
    }

    async fn push(&self, case: &Case, door: &Door, version: i64) -> Answer {
        let of = |all: &[(Role, String)]| {
            let mine = all.iter().find(|(who, _)| *who == door.who);
            mine.map(|(_, one)| one.clone()).unwrap()
        };
        let note = matches!(door.sent, Sent::Note(_)) || door.path.contains("/safeguards/");
        let version = match note {
            true => self.record(case).await,
            false => version,
        };
        match &door.sent {
            Sent::Form(typed) => {
                let hidden = [
                    ("_csrf", of(&self.forms)),
                    ("_act", self.house().office.new_act().to_string()),
                    ("_version", version.to_string()),
                ];
                let hidden = hidden.map(|(name, value)| (name.to_owned(), value));
                let pairs = hidden.iter().chain(typed);
                let body: Vec<String> = pairs
                    .map(|(name, value)| format!("{}={}", escaped(name), escaped(value)))
                    .collect();
                let cookie = &self.side.cookies[&door.who];
                let post = Ask::post(&door.path, body.join("&")).with("cookie", cookie);
                ask(&self.side.router, post.with("sec-fetch-site", "same-origin")).await
            }
            Sent::Json(_, body) | Sent::Note(body) => {
                let mut body = body.clone();
                body["version"] = json!(version);
                let method = match &door.sent {
                    Sent::Json(method, _) => method.clone(),
                    _ => Method::POST,
                };
                let call = Ask {
                    method,
                    path: &door.path,
                    headers: vec![("content-type", "application/json")],
                    body: body.to_string(),
                };
                let token = of(&self.tokens);
                ask(&self.side.router, call.with("authorization", &token)).await
            }
        }
    }
}

async fn bearer(side: &Side<'_>, login: &str) -> String {
    let post = Ask {
        method: Method::POST,
        path: "/api/1/session",
        headers: vec![("content-type", "application/json")],
        body: json!({"login": login, "password": sim::town::PASSWORD}).to_string(),
    };
    let opened: Value = serde_json::from_str(&ask(&side.router, post).await.body).unwrap();
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

/// Another question of the same kind of case, with the answer that locks nothing.
fn beside(case: &Case) -> Safeguard {
    let mut rows = locks().into_iter();
    let other = rows.find(|(row, of, ..)| *of == case.kind && Some(*row) != case.closed);
    other.map_or(Safeguard::Minors, |(row, ..)| row)
}

/// What a messenger promises: what would open the lock, were it for him to say.
fn promised(case: &Case) -> &'static str {
    match case.closed {
        Some(Safeguard::LifeSentence) => "life_review",
        Some(Safeguard::Speciality) => "speciality",
        _ => "death_not_sought",
    }
}

/// Every door, in the order in which it is tried.
fn doors(case: &Case, keys: &[&str]) -> Vec<Door> {
    let mut doors = pages(case, keys);
    doors.extend(api(case, keys));
    let ends = |door: &Door| {
        let last = door.path.rsplit('/').next().unwrap_or_default();
        ENDING.iter().position(|end| *end == last)
    };
    // Stable: what does not end a case keeps its place before what does; first a part of it, then the whole.
    doors.sort_by_key(ends);
    let (rest, mut ending): (Vec<Door>, Vec<Door>) =
        doors.into_iter().partition(|door| ends(door).is_none());
    ending.sort_by_key(|door| !matches!(&door.sent, Sent::Json(_, body) if body["measures"] == json!([0])));
    rest.into_iter().chain(ending).collect()
}

fn typed(case: &Case) -> Vec<(String, String)> {
    let mut typed: Vec<(String, String)> = TYPED
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let mut add = |name: &str, value: &str| typed.push((name.to_owned(), value.to_owned()));
    add("_which", beside(case).code());
    add("choice", beside(case).clear().code());
    add("kind", promised(case));
    for point in TrialPoint::ALL {
        add(&format!("sheet/{point}"), "yes");
    }
    typed
}

/// The forms: each route of the router's table under a case, steps as far as a gate hangs on them.
fn pages(case: &Case, keys: &[&str]) -> Vec<Door> {
    let routes = web::routes::table().filter(|row| {
        row.method == "POST" && row.path.starts_with("/requests/{id}/")
    });
    let mut doors = Vec::new();
    for row in routes {
        let place = row.path.replace("{id}", &case.id.to_string());
        let places: Vec<String> = if let Some((before, _)) = place.split_once("{step}") {
            let steps = gated(case).filter(|step| !keys.contains(step));
            steps.map(|step| format!("{before}{step}")).collect()
        } else if place.contains("/safeguards/") {
            let notes = NOTES.iter().chain(&["answer"]);
            let notes = notes.filter(|note| !keys.contains(note));
            notes.map(|note| place.replace("{act}", note)).collect()
        } else {
            vec![place.replace("{section}", "matter")]
        };
        let who = WHO.into_iter().find(|who| {
            web::routes::passes(row.need, Some(&std::collections::BTreeSet::from([*who])))
        });
        doors.extend(places.into_iter().map(|path| Door {
            path,
            who: who.unwrap_or(Role::CaseOfficer),
            sent: Sent::Form(typed(case)),
        }));
    }
    assert!(doors.len() > 40, "{}", doors.len());
    doors
}

/// Steps by code whose event passes the case's gate, on whatever track; each once.
fn gated(case: &Case) -> impl Iterator<Item = &'static str> {
    let case = case.clone();
    let codes: std::collections::BTreeSet<&str> = steps()
        .filter(|(_, step)| !step.code().is_empty() && case.passes(step.verb))
        .map(|(_, step)| step.code())
        .collect();
    codes.into_iter()
}

/// What an act of the API may ask, about some measures or about all.
fn body(measures: &[usize]) -> Value {
    let mut body = json!({
        "measures": measures, "items": [], "changes": [], "on": "2026-03-02", "until": "2026-06-01",
        "amounts": [{"what": "Account 12"}], "sources": ["Report of the court"],
        "standing": {"as": "complete"}, "findings": {"block": [], "warn": []},
        "conditions": if measures.is_empty() { json!([]) } else { json!(["For this case only."]) },
        "officer_function": "Case officer", "next_date": null, "content": {}, "into": "assistance",
        "channel": "post", "number": "P 7", "message": {"kind": "Accepted", "reasons": "Granted.", "conditions": []},
        "cost": {"kind": "other", "what": "Interpreter"}, "agreed": true,
    });
    for (name, value) in TYPED.iter().filter(|(name, _)| !name.contains('/')) {
        if body[*name].is_null() {
            body[*name] = json!(value);
        }
    }
    body
}

/// The acts of the API: each route of the router's table under a case, each act of its document, each step.
fn api(case: &Case, keys: &[&str]) -> Vec<Door> {
    let routes = web::routes::table()
        .filter(|row| row.method != "GET" && row.path.starts_with("/api/1/requests/{id}"));
    let mut doors = Vec::new();
    for row in routes {
        let method = Method::from_bytes(row.method.as_bytes()).unwrap();
        let place = row.path.replace("{id}", &case.id.to_string());
        let mut add = |path: String, who: Role, sent: Sent| doors.push(Door { path, who, sent });
        if let Some((before, _)) = place.split_once("{verb}") {
            for measures in [&[0][..], &[]] {
                for act in acts() {
                    let who = match act.as_str() {
                        "confirm-refusal" => Role::Approver,
                        "register" => Role::RegistryOfficer,
                        _ => Role::CaseOfficer,
                    };
                    let sent = Sent::Json(method.clone(), body(measures));
                    add(format!("{before}{act}"), who, sent);
                }
                for (_, step) in steps() {
                    if step.code().is_empty() || keys.contains(&step.code()) {
                        continue;
                    }
                    let mut body = body(measures);
                    body["step"] = json!(step.code());
                    let sent = Sent::Json(method.clone(), body);
                    add(format!("{before}step"), Role::CaseOfficer, sent);
                }
            }
        } else if place.ends_with("/safeguards") {
            for note in NOTES.iter().chain(&["answer"]) {
                if !keys.contains(note) {
                    add(place.clone(), Role::CaseOfficer, Sent::Note(noted(case, note)));
                }
            }
        } else {
            let who = Role::CaseOfficer;
            let place = place.replace("{evidence}", "none");
            add(place, who, Sent::Json(method, body(&[])));
        }
    }
    assert!(doors.len() > 100, "{}", doors.len());
    doors
}

fn noted(case: &Case, note: &str) -> Value {
    let mut body = body(&[]);
    body["do"] = json!(note);
    body["safeguard"] = json!(beside(case).code());
    body["choice"] = json!(beside(case).clear().code());
    let sheet = TrialPoint::ALL.iter().map(|point| (point.code(), "yes"));
    body["sheet"] = json!(sheet.collect::<std::collections::BTreeMap<_, _>>());
    let promise = json!({
        "kind": promised(case), "givers": ["embassy"], "given_by": "The embassy",
        "binds": ["prosecutor", "court", "pardon"], "text": "Never.", "given_on": "2026-03-01",
        "monitoring": ["2026-09-01"],
    });
    let fields = [
        ("promise", promise),
        ("within", json!(true)),
        ("political", json!(false)),
        ("broken", json!(false)),
        ("assurance", json!(0)),
        ("outcome", json!("submitted")),
        ("for", json!("reading")),
    ];
    for (name, value) in fields {
        body[name] = value;
    }
    body
}
