//! `/requests/{id}/related`: the requests that name the same person or thing, beside one another by what decides between them
//! where several States ask for one person (European Convention on Extradition, ETS 24, article 17): the seriousness and the
//! place of the offences, the dates of the requests, the nationality of the person, and whether the person could be extradited
//! further. Nothing is decided or ranked here.

use axum::extract::Path;
use model::{Purpose, Request, RequestId};
use office::reader::{Related, Shared};
use serde_json::Value;

use super::line::kind;
use super::told::States;
use crate::page::{Page, Shown};
use crate::{Problem, Signed};

/// Requests beside one another; more do not fit on a page.
const BESIDE_MAX: usize = 4;

#[derive(Debug, askama::Template)]
#[template(path = "requests/related.html")]
pub(super) struct Beside {
    page: Page,
    request: String,
    number: String,
    /// Head of each column: number and its link.
    heads: Vec<(String, String)>,
    rows: Vec<(String, Vec<String>)>,
    more: usize,
}

/// One request as a column.
struct Column<'a> {
    request: &'a Request,
    person: Option<usize>,
    birth: Option<bool>,
    /// What both name, as this request writes it.
    thing: &'a str,
}

impl<'a> Column<'a> {
    fn of(related: &'a Related) -> Self {
        let (person, birth, thing) = match &related.shared {
            Shared::Person(_, there, birth) => (Some(*there), *birth, ""),
            Shared::Thing(_, there) => (None, None, there.as_str()),
        };
        Self {
            request: &related.line.request,
            person,
            birth,
            thing,
        }
    }

    /// A field of the person that both name.
    fn of_person(&self, field: &str) -> Option<String> {
        self.person.map(|n| format!("/persons/{n}/{field}"))
    }
}

/// The requests that name the same person or thing.
pub(super) async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Shown<Beside>, Problem> {
    let (request, related) = me.read(Purpose::Mla).await?.related(id).await?;
    let states = States::read(&me).await?;
    let page = me.page("case-related").band(&request.label);
    let named = |r: &Related| match r.shared {
        Shared::Person(here, ..) => Some(here),
        Shared::Thing(..) => None,
    };
    let thing = related.iter().find_map(|r| match &r.shared {
        Shared::Thing(here, _) => Some(here.as_str()),
        Shared::Person(..) => None,
    });
    let mut columns = vec![Column {
        request: &request,
        person: related.iter().find_map(named),
        birth: None,
        thing: thing.unwrap_or_default(),
    }];
    columns.extend(related.iter().take(BESIDE_MAX - 1).map(Column::of));
    let row = |key: &str, cell: &dyn Fn(&Column<'_>) -> String| {
        (page.say(key), columns.iter().map(cell).collect())
    };
    let rows = vec![
        row("case-col-state", &|c| {
            let side = page.code("case-side", c.request.side.code());
            format!("{} · {side}", states.name(c.request.partner()))
        }),
        row("task-kind", &|c| kind(page.lang, c.request)),
        row("case-col-stage", &|c| {
            page.code("stage", c.request.stage.code())
        }),
        row("case-related-person", &|c| person(c)),
        row("case-related-birth", &|c| birth(&page, c)),
        row("case-related-nationality", &|c| {
            c.of_person("nationalities")
                .map_or_else(String::new, |at| joined(c.request, &at))
        }),
        row("case-related-thing", &|c| c.thing.to_owned()),
        row("case-related-date", &|c| asked_on(&page, c.request)),
        row("case-related-offence", &|c| each(c.request, &["title"])),
        row("case-related-seriousness", &|c| {
            seriousness(&page, c.request)
        }),
        row("case-related-place", &|c| each(c.request, &["place"])),
        row("case-related-committed", &|c| {
            each(c.request, &["committed_from", "committed_until"])
        }),
        row("case-related-onward", &|c| onward(&page, c.request)),
    ];
    let head = |c: &Column<'_>| {
        (
            c.request.number.clone(),
            format!("/requests/{}", c.request.id),
        )
    };
    let rows = rows
        .into_iter()
        .filter(|(_, cells): &(String, Vec<String>)| cells.iter().any(|cell| !cell.is_empty()))
        .collect();
    Ok(Shown(Beside {
        request: id.to_string(),
        number: request.number.clone(),
        heads: columns.iter().map(head).collect(),
        rows,
        more: related.len().saturating_sub(BESIDE_MAX - 1),
        page,
    }))
}

fn text<'a>(request: &'a Request, pointer: &str) -> &'a str {
    let value = request.content.pointer(pointer);
    value.and_then(Value::as_str).unwrap_or_default()
}

fn joined(request: &Request, pointer: &str) -> String {
    match request.content.pointer(pointer) {
        Some(Value::Array(all)) => {
            let all: Vec<&str> = all.iter().filter_map(Value::as_str).collect();
            all.join(", ")
        }
        Some(Value::String(one)) => one.clone(),
        _ => String::new(),
    }
}

fn person(c: &Column<'_>) -> String {
    let names = ["family_name", "given_names"].map(|field| c.of_person(field));
    let names = names.iter().flatten().map(|at| text(c.request, at));
    names
        .filter(|n| !n.is_empty())
        .collect::<Vec<_>>()
        .join(", ")
}

fn birth(page: &Page, c: &Column<'_>) -> String {
    let Some(at) = c.of_person("born_on") else {
        return String::new();
    };
    let born = text(c.request, &at);
    match c.birth {
        Some(true) => format!("{born} · {}", page.say("case-related-same-birth")),
        _ if born.is_empty() => page.say("case-unknown"),
        _ => born.to_owned(),
    }
}

/// The date from which the order of requests counts: sending, or arrival here.
fn asked_on(page: &Page, request: &Request) -> String {
    let verb = |verb: &str| request.events.iter().find(|event| event.verb == verb);
    let event = verb("request.sent").or_else(|| verb("request.delivered"));
    event.map_or_else(
        || page.say("case-not-given"),
        |event| paper::words::time(page.lang, event.at, page.zone.to_offset(event.at)),
    )
}

/// These fields of every offence, an offence after the other.
fn each(request: &Request, keys: &[&str]) -> String {
    let offences = request.content.get("offences").and_then(Value::as_array);
    let one = |offence: &Value| {
        let said = keys.iter().filter_map(|key| offence.get(key)?.as_str());
        said.filter(|s| !s.is_empty())
            .collect::<Vec<_>>()
            .join(" – ")
    };
    let all: Vec<String> = offences.into_iter().flatten().map(one).collect();
    all.join("; ")
}

/// The heaviest penalty any offence carries, as the request states it.
fn seriousness(page: &Page, request: &Request) -> String {
    let offences = request.content.get("offences").and_then(Value::as_array);
    let offences: Vec<&Value> = offences.into_iter().flatten().collect();
    let yes = |key: &str| {
        offences
            .iter()
            .any(|o| o.get(key).and_then(Value::as_str) == Some("yes"))
    };
    let months = offences.iter().filter_map(|o| {
        let months = o.get("penalty_max_months")?;
        months.as_u64().or_else(|| months.as_str()?.parse().ok())
    });
    let mut said: Vec<String> = months
        .max()
        .map(|months| page.say1("case-related-months", "n", months))
        .into_iter()
        .collect();
    for (key, word) in [
        ("life_sentence", "case-related-life"),
        ("death_penalty", "case-related-death"),
    ] {
        if yes(key) {
            said.push(page.say(word));
        }
    }
    match said.is_empty() {
        true => page.say("case-unknown"),
        false => said.join(", "),
    }
}

/// Whether the person could be extradited further: what the request says of it, else that it must be asked.
fn onward(page: &Page, request: &Request) -> String {
    let said = text(request, "/re_extradition");
    match said {
        "" => page.say("case-related-ask"),
        said => said.to_owned(),
    }
}
