//! The border post: may this person pass? One box, one of four answers, why, what to do, whom to call. Never "cleared".
//!
//! The answer comes with the POST itself: neither a name nor a zone ever stands in an address.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing;
use http::StatusCode;
use model::Verb;
use office::screening::{self, Check, CheckAnswer, HitView};

use super::matched;
use super::requests::told::States;
use super::sharing::met::{self, Met as MetCard};
use crate::app::App;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{self, Errors, Field, Met};
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed, words};

/// The routes of the border post.
pub const ROUTES: &[Row] = &[
    get("/border", any(&[Verb::ScreenCheck])),
    post("/border", any(&[Verb::ScreenCheck])),
];

/// Hits shown; what is further down is noise (frontline 6).
const HITS_MAX: usize = 5;
/// Values shown of one kind of fact.
const FACT_VALUES_MAX: usize = 40;
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
    answer: part::Answer,
    act: String,
    reasons: Vec<String>,
    show_call: bool,
    call: Vec<(String, String)>,
    understood: Vec<(String, String)>,
    mrz_note: Vec<String>,
    hits: Vec<Hit>,
    met: Vec<MetCard>,
    left_out: Vec<(String, Option<String>)>,
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
        ..Check::default()
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
    let answer = answer(&me, (&page, &states), &found, &asked);
    let page = page.titled(format!("{} · {}", answer.answer.word, answer.answer.as_of));
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

fn answer(
    me: &Signed,
    (page, states): (&Page, &States),
    found: &CheckAnswer,
    asked: &[(&str, String)],
) -> Answer {
    let answer = matched::answer(page, found);
    let stem = matched::stem(&answer.class);
    Answer {
        act: page.say(&format!("border-{stem}-do")),
        reasons: matched::reasons(page, found),
        show_call: answer.class != "no-record",
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
        met: met::met(me, page, states, found),
        left_out: matched::left_out(page, found),
        lists: matched::lists(found),
        query: found.query.to_string(),
        answer,
    }
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
    let score = matched::points(hit.score);
    let line = |met: Met| {
        let detail = match (met.asked.is_empty(), met.listed.is_empty()) {
            (false, false) if met.asked == met.listed => met.asked,
            (false, false) => format!("{} / {}", met.asked, met.listed),
            _ => format!("{}{}", met.asked, met.listed),
        };
        let detail = paper::words::isolated(&detail);
        page.say2("border-unit-of", ("part", &met.how), ("detail", &detail))
    };
    let why = matched::beside(page, hit);
    Hit {
        title: page.say1("border-hit", "n", n),
        caption: hit.entity.caption.clone(),
        score_word: page.say1("border-score", "score", score),
        facts: matched::facts(page, hit, FACT_VALUES_MAX),
        score,
        speaks_for: why.speaks_for.into_iter().map(line).collect(),
        against: why.against.into_iter().map(line).collect(),
    }
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
