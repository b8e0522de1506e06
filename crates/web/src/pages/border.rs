//! The border post: may this person pass? One box, one of four answers, why, what to do, whom to call. Never "cleared".
//!
//! The answer comes with the POST itself: neither a name nor a zone ever stands in an address.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing;
use http::StatusCode;
use model::Verb;
use office::screening::{self, Check, CheckAnswer, HitView};
use serde::Serialize;

use super::requests::told::States;
use crate::app::App;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Errors, Field};
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed, words};

/// The routes of the border post.
pub const ROUTES: &[Row] = &[
    get("/border", any(&[Verb::ScreenCheck])),
    post("/border", any(&[Verb::ScreenCheck])),
];

/// Hits shown; what is further down is noise (frontline 6).
const HITS_MAX: usize = 5;
/// A line of a machine-readable zone has at least so many characters (ICAO Doc 9303-5: TD1).
const ZONE_LINE_CHARS: usize = 28;

/// The border post.
pub fn routes() -> Router<App> {
    Router::new().route("/border", routing::get(index).post(check))
}

#[derive(Debug, askama::Template)]
#[template(path = "border/index.html")]
struct Post {
    page: Page,
    errors: Errors,
    q: String,
    box_wrong: bool,
    fields: Vec<Field>,
    answer: Option<Answer>,
}

#[derive(Debug)]
struct Answer {
    /// "no-record", "check", "stop" or "cannot-say": class, shape and words.
    class: String,
    word: String,
    as_of: String,
    line: String,
    act: String,
    reasons: Vec<String>,
    show_call: bool,
    call: Vec<(String, String)>,
    understood: Vec<(String, String)>,
    mrz_note: Vec<String>,
    hits: Vec<Hit>,
    lists: Vec<String>,
    query: String,
}

#[derive(Debug)]
struct Hit {
    title: String,
    caption: String,
    score: u32,
    score_word: String,
    speaks_for: Vec<String>,
    against: Vec<String>,
    facts: Vec<(String, Vec<String>)>,
}

async fn index(me: Signed) -> Result<Shown<Post>, Problem> {
    let page = page(&me);
    Ok(Shown(Post {
        errors: Errors::of(&page, Vec::new()),
        q: String::new(),
        box_wrong: false,
        fields: fields(&page),
        answer: None,
        page,
    }))
}

fn page(me: &Signed) -> Page {
    me.page("border-title").density(Density::Post).module("mrz")
}

/// The boxes are always empty: the next person is not the last one.
fn fields(page: &Page) -> Vec<Field> {
    vec![
        Field::text("birth", page.say("border-birth"), "")
            .hint(page.say("border-birth-hint"))
            .width("short"),
        Field::text("nationality", page.say("border-nationality"), "").width("short"),
        Field::text("document", page.say("border-document"), "").width("short"),
    ]
}

async fn check(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let q = form.text("q").to_owned();
    if q.is_empty() && form.text("document").is_empty() {
        let page = page(&me).wrong(true);
        let errors = Errors::of(
            &page,
            vec![("q".to_owned(), page.say("border-empty-input"))],
        );
        let template = Post {
            errors,
            q,
            box_wrong: true,
            fields: fields(&page),
            answer: None,
            page,
        };
        return Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &template));
    }
    let some = |name: &str| Some(form.text(name).to_owned()).filter(|text| !text.is_empty());
    let zone = is_zone(&q);
    let act = Check {
        act: Some(form.act()?),
        name: if zone { String::new() } else { q.clone() },
        birth: some("birth"),
        nationality: some("nationality"),
        document: some("document"),
        mrz: zone.then(|| q.clone()),
        as_of: None,
    };
    let asked = [
        ("border-name", act.name.clone()),
        ("border-birth", form.text("birth").to_owned()),
        ("border-nationality", form.text("nationality").to_owned()),
        ("border-document", form.text("document").to_owned()),
    ];
    let found = screening::check(me.office(), me.actor(), act).await?;
    let states = States::contacts(&me).await?;
    let page = page(&me);
    let answer = answer(&page, &states, &found, &asked);
    let page = page.titled(format!("{} · {}", answer.word, answer.as_of));
    let errors = Errors::of(&page, Vec::new());
    Ok(Shown(Post {
        errors,
        q: String::new(),
        box_wrong: false,
        fields: fields(&page),
        answer: Some(answer),
        page,
    })
    .into_response())
}

/// Whether the box holds a machine-readable zone and not a name.
fn is_zone(text: &str) -> bool {
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let long = |line: &&str| line.chars().count() >= ZONE_LINE_CHARS && !line.contains(' ');
    text.contains('<') || lines.len() > 1 && lines.iter().all(long)
}

/// The code of a value as it travels; the rooms below name no types to this one.
fn code(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(ToOwned::to_owned))
        .unwrap_or_default()
}

fn answer(page: &Page, states: &States, found: &CheckAnswer, asked: &[(&str, String)]) -> Answer {
    let class = code(&found.advice.answer);
    let stem = if class == "cannot-say" {
        "cannot"
    } else {
        &class
    };
    let as_of = found.advice.as_of.parse().map_or_else(
        |_| paper::words::time(page.lang, found.at, page.zone.to_offset(found.at)),
        |day| paper::words::date(page.lang, day),
    );
    Answer {
        word: page.say(&format!("border-answer-{class}")),
        as_of: page.say1("border-as-of", "time", as_of),
        line: page.say(&format!("border-{stem}-line")),
        act: page.say(&format!("border-{stem}-do")),
        reasons: reasons(page, found),
        show_call: class != "no-record",
        call: call(page, states),
        understood: understood(page, found, asked),
        mrz_note: zone_note(page, found),
        hits: found
            .hits
            .iter()
            .take(HITS_MAX)
            .enumerate()
            .map(|(n, hit)| view(page, n + 1, hit))
            .collect(),
        lists: found
            .advice
            .lists
            .iter()
            .map(|list| format!("{} · {}", list.list, list.version))
            .collect(),
        query: found.query.to_string(),
        class,
    }
}

fn reasons(page: &Page, found: &CheckAnswer) -> Vec<String> {
    let oldest = found
        .advice
        .lists
        .iter()
        .filter_map(|list| list.age_days)
        .max()
        .unwrap_or_default();
    let text = match code(&found.advice.reason).as_str() {
        "no-list" => page.say("border-cannot-no-list"),
        "list-too-old" => page.say1("border-cannot-old", "days", oldest),
        "nothing-asked" => page.say("border-empty-input"),
        "document-unsure" => page.say("border-cannot-mrz"),
        _ => return Vec::new(),
    };
    vec![text]
}

/// Our own 24/7 desks.
fn call(page: &Page, states: &States) -> Vec<(String, String)> {
    let ours = states
        .all()
        .iter()
        .filter(|entry| entry.ours)
        .flat_map(|entry| &entry.authorities);
    ours.filter_map(|a| Some((a.name_in(page.lang).to_owned(), a.duty_phone.clone()?)))
        .collect()
}

fn understood(page: &Page, found: &CheckAnswer, asked: &[(&str, String)]) -> Vec<(String, String)> {
    let mut rows: Vec<(String, String)> = Vec::new();
    if let Some(zone) = &found.mrz {
        let name = format!("{}, {}", zone.surname, zone.given_names);
        let read = [
            ("border-name", name),
            ("border-birth", zone.birth.clone()),
            ("border-nationality", zone.nationality.clone()),
            ("border-document", zone.number.clone()),
        ];
        rows.extend(read.into_iter().map(|(key, value)| (page.say(key), value)));
    }
    rows.extend(
        asked
            .iter()
            .map(|(key, value)| (page.say(key), value.clone())),
    );
    rows.retain(|(_, value)| !value.is_empty());
    rows
}

fn zone_note(page: &Page, found: &CheckAnswer) -> Vec<String> {
    match (&found.mrz, &found.mrz_error) {
        (Some(zone), _) if zone.doubts().is_empty() => vec![page.say("border-mrz-ok")],
        (Some(zone), _) => zone
            .doubts()
            .iter()
            .map(|doubt| page.say(&words::key("border-doubt", &dashed(&format!("{doubt:?}")))))
            .collect(),
        (None, Some(_)) => vec![page.say("border-cannot-mrz")],
        (None, None) => Vec::new(),
    }
}

/// `CheckDigit` as `check-digit`.
fn dashed(name: &str) -> String {
    let mut out = String::new();
    for (n, c) in name.chars().enumerate() {
        if c.is_ascii_uppercase() && n > 0 {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

fn view(page: &Page, n: usize, hit: &HitView) -> Hit {
    let why = &hit.explanation;
    let score = (hit.score * 100.0).round().clamp(0.0, 100.0) as u32;
    let pair = |asked: &str, listed: &str| match (asked.is_empty(), listed.is_empty()) {
        (false, false) if asked == listed => asked.to_owned(),
        (false, false) => format!("{asked} / {listed}"),
        _ => format!("{asked}{listed}"),
    };
    let told = |what: String, asked: &str, listed: &str| {
        let detail = paper::words::isolated(&pair(asked, listed));
        page.say2("border-unit-of", ("part", &what), ("detail", &detail))
    };
    let (mut speaks_for, mut against) = (Vec::new(), Vec::new());
    for part in &why.parts {
        let kind = code(&part.kind);
        let line = told(
            page.say(&format!("border-kind-{kind}")),
            &part.query,
            &part.candidate,
        );
        if matches!(kind.as_str(), "differs" | "only-asked" | "only-listed") {
            against.push(line)
        } else {
            speaks_for.push(line)
        }
    }
    let feature = |kind: &str, asked: &str, listed: &str| {
        told(page.say(&format!("border-feature-{kind}")), asked, listed)
    };
    speaks_for.extend(
        why.for_
            .iter()
            .map(|f| feature(f.kind.code(), &f.query, &f.candidate)),
    );
    against.extend(
        why.against
            .iter()
            .map(|f| feature(f.kind.code(), &f.query, &f.candidate)),
    );
    Hit {
        title: page.say1("border-hit", "n", n),
        caption: hit.entity.caption.clone(),
        score_word: page.say1("border-score", "score", score),
        facts: facts(page, hit),
        score,
        speaks_for,
        against,
    }
}

fn facts(page: &Page, hit: &HitView) -> Vec<(String, Vec<String>)> {
    let of = |properties: &[&str]| -> Vec<String> {
        properties
            .iter()
            .flat_map(|p| hit.entity.values(p))
            .cloned()
            .collect()
    };
    let why = &hit.explanation;
    let rows = [
        (
            "border-listed-names",
            of(&["name", "alias", "weakAlias", "previousName"]),
        ),
        ("border-listed-births", of(&["birthDate"])),
        ("border-nationality", of(&["nationality"])),
        ("border-part-place", of(&["birthPlace"])),
        ("border-document", of(&["passportNumber", "idNumber"])),
        ("border-list-reason", of(&["notes"])),
        ("border-list-reference", vec![why.record.clone()]),
        (
            "border-list-and-version",
            vec![format!("{} · {}", why.list, why.list_version)],
        ),
    ];
    rows.into_iter()
        .filter(|(_, values)| !values.is_empty())
        .map(|(key, values)| (page.say(key), values))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zone_is_told_from_a_name() {
        let table = [
            ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", true),
            ("ANNA MARIA ERIKSSON", false),
            ("Okhuen\nSera", false),
            ("ОХУЕН СЕРА", false),
            (
                "L898902C36UTO7408122F1204159ZE184226B\nL898902C36UTO7408122F1204159ZE184226B",
                true,
            ),
            ("", false),
        ];
        for (text, expect) in table {
            assert_eq!(is_zone(text), expect, "{text}");
        }
    }

    #[test]
    fn names_of_doubts_are_dashed() {
        assert_eq!(dashed("CheckDigit"), "check-digit");
        assert_eq!(dashed("NameCut"), "name-cut");
    }
}
