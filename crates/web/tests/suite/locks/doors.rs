//! Every door under a request: each form and each act of the API, with who tries it; what is said there stands in `said`.

use http::Method;
use model::request::{Need as Says, steps};
use model::{Actor, Purpose, Request, Role, Verb};
use serde_json::{Value, json};
use sim::locked::Case;
use sim::{House, Town};
use web::routes::{Need, Row};

use super::said::{asking, body, noted, typed};
use crate::desk::{Answer, Ask, ask};
use crate::side::{Side, escaped};

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

/// Acts by which a case goes on.
const DECIDING: [&str; 8] = [
    "accept",
    "begin",
    "progress",
    "report-part",
    "execute",
    "give-back",
    "refuse",
    "confirm-refusal",
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
    /// The doors that refused with a code, by name.
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

/// One door: what is done there, its path, who, what is sent.
pub(crate) struct Door {
    pub(crate) name: String,
    path: String,
    who: Role,
    sent: Sent,
}

impl Door {
    /// Whether it is a form of a page.
    pub(crate) const fn is_page(&self) -> bool {
        matches!(self.sent, Sent::Form(_))
    }

    /// Whether something is decided, done or handed over behind it.
    pub(crate) fn decides(&self) -> bool {
        DECIDING.contains(&self.name.as_str()) || self.path.contains("/step")
    }
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

    /// Tries every door of a case. `keys` are the acts that open what is closed by themselves.
    pub(crate) async fn sweep(&self, case: &Case, keys: &[&str]) -> Swept {
        self.sweep_some(case, keys, |_| true).await
    }

    /// Tries some of the doors.
    pub(crate) async fn sweep_some(
        &self,
        case: &Case,
        keys: &[&str],
        wanted: impl Fn(&Door) -> bool,
    ) -> Swept {
        let mut swept = Swept::default();
        let mut now = self.seen(case).await;
        let before = now.events.len();
        let all = doors((case, !now.measures.is_empty()), keys);
        for door in all.into_iter().filter(|door| wanted(door)) {
            let answer = self.push(case, &door, now.version).await;
            let place = format!("{}: {}", case.said(), door.path);
            assert!(!answer.status.is_server_error(), "{place}: {}", answer.body);
            assert!(!answer.body.contains("CSRF"), "{place}: {}", answer.body);
            let code = answer.code();
            if !code.is_empty() {
                swept.named.push((door.name.clone(), code));
            }
            // What was refused is looked at once more at the end.
            if !answer.status.is_client_error() {
                now = self.seen(case).await;
                if self.has_passed(case, &now, before) {
                    swept.through.push(door.path);
                }
            }
        }
        if swept.through.is_empty() && self.has_passed(case, &self.seen(case).await, before) {
            swept.through.push("a door that refused".to_owned());
        }
        swept
    }

    /// Whether the desk has done since what the gate is about.
    fn has_passed(&self, case: &Case, now: &Request, before: usize) -> bool {
        let ours = self.house().office.state();
        let mut since = now.events.iter().skip(before);
        since.any(|event| event.by.state == *ours && case.passes(&event.verb))
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
                ask(
                    &self.side.router,
                    post.with("sec-fetch-site", "same-origin"),
                )
                .await
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
    let said = ["summary", "description"].map(|part| act[part].as_str().unwrap_or_default());
    let said = said.join(" ");
    let (_, list) = said.split_once("Does an act:").unwrap();
    // A word in brackets explains the one before it.
    let plain = list
        .split('(')
        .map(|part| part.split_once(')').map_or(part, |(_, rest)| rest));
    let plain: String = plain.collect();
    let acts: Vec<String> = plain
        .split([',', '.'])
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect();
    for act in ["accept", "consult", "note-cost", "step"] {
        assert!(acts.iter().any(|one| one == act), "{act} in {acts:?}");
    }
    acts
}

/// Every door, in the order in which it is tried: first what decides, does or gives back; last what ends a case, and of
/// that first what is about a part.
fn doors((case, parts): (&Case, bool), keys: &[&str]) -> Vec<Door> {
    let mut doors = pages(case, keys);
    doors.extend(api((case, parts), keys));
    let about_part =
        |door: &Door| matches!(&door.sent, Sent::Json(_, body) if body["measures"] == json!([0]));
    doors.sort_by_key(|door| {
        match ENDING.iter().position(|end| *end == door.name) {
            Some(end) => (2, !about_part(door), end),
            // What is asked or noted may keep the case waiting.
            None => (u8::from(!door.decides()), false, 0),
        }
    });
    doors
}

/// The forms: each route of the router's table under a case, steps as far as a gate hangs on them.
fn pages(case: &Case, keys: &[&str]) -> Vec<Door> {
    let routes = routes("/requests/{id}/");
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
            name: path.rsplit('/').next().unwrap_or_default().to_owned(),
            path,
            who: who.unwrap_or(Role::CaseOfficer),
            sent: Sent::Form(typed(case)),
        }));
    }
    assert!(doors.len() > 40, "{}", doors.len());
    doors
}

/// The routes below a place that do something; what asks for no more than to read a request passes no gate.
fn routes(below: &str) -> impl Iterator<Item = &'static Row> {
    let reads = |need| matches!(need, Need::Any([Verb::RequestRead]));
    web::routes::table()
        .filter(move |row| row.path.starts_with(below) && row.method != "GET" && !reads(row.need))
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

/// The acts of the API: each route of the router's table under a case, each act of its document, each step.
fn api((case, parts): (&Case, bool), keys: &[&str]) -> Vec<Door> {
    let mut doors = Vec::new();
    for row in routes("/api/1/requests/{id}") {
        let method = || Method::from_bytes(row.method.as_bytes()).unwrap();
        let place = row.path.replace("{id}", &case.id.to_string());
        if let Some((before, _)) = place.split_once("{verb}") {
            let some: &[&[usize]] = if parts { &[&[0], &[]] } else { &[&[]] };
            let all = some
                .iter()
                .flat_map(|of| acts().into_iter().map(move |act| (act, *of)));
            doors.extend(all.map(|(act, measures)| Door {
                path: format!("{before}{act}"),
                who: match act.as_str() {
                    "confirm-refusal" | "approve" | "return-to-author" => Role::Approver,
                    "register" => Role::RegistryOfficer,
                    "validate" => Role::Judge,
                    _ => Role::CaseOfficer,
                },
                sent: Sent::Json(method(), asking(&act, body(measures))),
                name: act,
            }));
            doors.extend(steps_by_api(before, keys));
        } else if place.ends_with("/safeguards") {
            let notes = NOTES.iter().chain(&["answer"]);
            let notes = notes.filter(|note| !keys.contains(note));
            doors.extend(notes.map(|note| Door {
                name: (*note).to_owned(),
                path: place.clone(),
                who: Role::CaseOfficer,
                sent: Sent::Note(noted(case, note)),
            }));
        } else {
            doors.push(Door {
                name: place.rsplit('/').next().unwrap_or_default().to_owned(),
                path: place.replace("{evidence}", "none"),
                who: Role::CaseOfficer,
                sent: Sent::Json(method(), body(&[])),
            });
        }
    }
    assert!(doors.len() > 80, "{}", doors.len());
    doors
}

/// Every step of every track, each once.
fn steps_by_api(before: &str, keys: &[&str]) -> Vec<Door> {
    let mut doors: Vec<Door> = Vec::new();
    for (_, step) in steps() {
        let code = step.code();
        if code.is_empty() || keys.contains(&code) || doors.iter().any(|door| door.name == code) {
            continue;
        }
        let measured = step.needs.contains(&Says::Measures);
        let mut body = body(if measured { &[0] } else { &[] });
        body["step"] = json!(code);
        doors.push(Door {
            name: code.to_owned(),
            path: format!("{before}step"),
            who: Role::CaseOfficer,
            sent: Sent::Json(Method::POST, body),
        });
    }
    doors
}
