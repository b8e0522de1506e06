//! The treaty atlas: what binds two States on a day, what does not, what is unknown and whom to ask; and our own gaps.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::Query;
use axum::routing;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::basis::atlas::{Gap, Line};
use model::basis::{Answer, Binding, Gift, Help, is_fresh};
use model::state::{StateProfile, name_in};
use model::{Purpose, StateCode, Verb};
use office::treaties::{Atlas, Lacking};
use serde::Deserialize;

use crate::app::App;
use crate::page::{Page, Shown};
use crate::part::{Choice, Field};
use crate::routes::{Need, Row, any, get};
use crate::words::{self, Arg};
use crate::{Problem, Signed};

const READ: Need = any(&[Verb::RequestRead]);

/// The routes of the atlas.
pub const ROUTES: &[Row] = &[get("/atlas", READ), get("/atlas/gaps", READ)];

/// The atlas.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/atlas", routing::get(pair))
        .route("/atlas/gaps", routing::get(gaps))
}

#[derive(Debug, askama::Template)]
#[template(path = "atlas/pair.html")]
struct Pair {
    page: Page,
    fields: Vec<Field>,
    fault: Option<String>,
    heading: String,
    groups: Vec<Group>,
}

/// What has one answer.
#[derive(Debug)]
struct Group {
    id: &'static str,
    title: String,
    lines: Vec<Told>,
}

#[derive(Debug)]
struct Told {
    title: String,
    id: String,
    article: String,
    why: String,
    since: Option<String>,
    gives: Vec<String>,
    as_of: Option<String>,
    old: bool,
    source: String,
    ask: Vec<String>,
}

/// An instrument, and the pending requests that would gain a basis by it: address, number, with whom; and how many more there are.
type Would = (String, Vec<(String, String, String)>, usize);

/// Requests shown of one instrument.
const WOULD_SHOWN: usize = 50;

#[derive(Debug, askama::Template)]
#[template(path = "atlas/gaps.html")]
struct Gaps {
    page: Page,
    lines: Vec<Told>,
    reach: Vec<(String, usize, usize, usize)>,
    /// Whether the reader sees requests at all.
    reads: bool,
    would: Vec<Would>,
}

/// What is asked.
#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    one: String,
    #[serde(default)]
    other: String,
    #[serde(default)]
    kind: String,
    #[serde(default)]
    on: String,
}

fn today(page: &Page) -> Date {
    page.now().to_zoned(TimeZone::UTC).date()
}

async fn atlas(me: &Signed) -> Result<Atlas, Problem> {
    Ok(me.read(Purpose::Administration).await?.atlas().await?)
}

async fn pair(me: Signed, Query(asked): Query<Asked>) -> Result<Shown<Pair>, Problem> {
    let atlas = atlas(&me).await?;
    let page = me.page("atlas-title");
    let help = Help::from_code(&asked.kind).unwrap_or(Help::Mla);
    let day = match asked.on.trim() {
        "" => Some(today(&page)),
        written => written.parse().ok(),
    };
    let chosen = |code: &str| -> Option<StateProfile> { atlas.state(&code.parse().ok()?) };
    let ours = page.state_code.clone();
    let one_code = if asked.one.is_empty() {
        &ours
    } else {
        &asked.one
    };
    let sides = chosen(one_code).zip(chosen(&asked.other));
    let mut shown = Pair {
        fields: fields(&page, &atlas, (one_code, &asked.other), (help, &asked.on)),
        fault: None,
        heading: String::new(),
        groups: Vec::new(),
        page,
    };
    let page = &shown.page;
    match (sides, day) {
        (_, None) => shown.fault = Some(page.say("atlas-bad-day")),
        (Some((one, other)), Some(_)) if one.code == other.code => {
            shown.fault = Some(page.say("atlas-same"));
        }
        (Some((one, other)), Some(day)) => {
            shown.heading = format!(
                "{} – {} · {} · {}",
                one.name_in(page.lang),
                other.name_in(page.lang),
                page.code("basis-help", help.code()),
                paper::words::date(page.lang, day)
            );
            let lines = atlas.between((&one, &other), help, day);
            shown.groups = groups(page, &atlas, &lines, (help, day));
        }
        (None, Some(_)) => {}
    }
    Ok(Shown(shown))
}

fn fields(
    page: &Page,
    atlas: &Atlas,
    (one, other): (&str, &str),
    (help, on): (Help, &str),
) -> Vec<Field> {
    let mut names: Vec<(String, String)> = atlas
        .states()
        .iter()
        .map(|state| (state.name_in(page.lang).to_owned(), state.code.to_string()))
        .collect();
    names.sort_by_key(|(name, _)| name.to_lowercase());
    let states = |chosen: &str| {
        let none = std::iter::once(Choice::new("", "—", chosen.is_empty()));
        let all = names
            .iter()
            .map(|(name, code)| Choice::new(code, name, code == chosen));
        none.chain(all).collect()
    };
    let kinds = Help::ALL.iter().filter(|known| known.needs_basis());
    let kinds = kinds.map(|known| {
        let word = page.code("basis-help", known.code());
        Choice::new(known.code(), word, *known == help)
    });
    vec![
        Field::select("one", page.say("atlas-one"), states(one)),
        Field::select("other", page.say("atlas-other"), states(other)),
        Field::select("kind", page.say("atlas-kind"), kinds.collect()),
        Field::text("on", page.say("atlas-on"), on)
            .width("short")
            .hint(page.say("atlas-on-hint")),
    ]
}

fn groups(page: &Page, atlas: &Atlas, lines: &[Line<'_>], (help, day): (Help, Date)) -> Vec<Group> {
    let group = |answer: Answer, id, title: &str| Group {
        id,
        title: page.say(title),
        lines: lines
            .iter()
            .filter(|line| line.standing.binding.answer() == answer)
            .map(|line| told(page, atlas, line, (help, day)))
            .collect(),
    };
    vec![
        group(Answer::Binding, "binding", "atlas-binding"),
        group(Answer::Unknown, "unknown", "atlas-unknown"),
        group(Answer::NotBinding, "not-binding", "atlas-not-binding"),
    ]
}

fn told(page: &Page, atlas: &Atlas, line: &Line<'_>, (help, day): (Help, Date)) -> Told {
    let told = line.told(atlas.catalogue(), help, day);
    let binds = told.answer == Answer::Binding;
    let gives = told.gives.iter().filter(|(gift, _)| *gift != Gift::Duty);
    Told {
        why: page.code("basis-binding", told.reason.code()),
        since: told.since.map(|day| paper::words::date(page.lang, day)),
        gives: if binds {
            gives.map(|gift| said(page, gift)).collect()
        } else {
            Vec::new()
        },
        as_of: told.as_of.map(|day| paper::words::date(page.lang, day)),
        old: !told.fresh,
        ask: if told.answer == Answer::Unknown {
            ask(page, atlas, (&told.depositary, &told.turns_on))
        } else {
            Vec::new()
        },
        source: told.source,
        title: paper::words::instrument(page.lang, &told.instrument, &told.title),
        id: told.instrument,
        article: told.article,
    }
}

fn said(page: &Page, (gift, article): &(Gift, String)) -> String {
    let word = page.code("basis-gives", gift.code());
    if article.is_empty() {
        word
    } else {
        format!("{word} ({})", paper::words::isolated(article))
    }
}

fn ask(page: &Page, atlas: &Atlas, (depositary, states): (&str, &[StateCode])) -> Vec<String> {
    let mut out = Vec::new();
    if !depositary.is_empty() {
        out.push(page.say1("atlas-ask-depositary", "name", depositary));
    }
    let names: Vec<String> = states
        .iter()
        .filter_map(|code| atlas.state(code))
        .map(|state| name_in(&state.name, page.lang).to_owned())
        .collect();
    if !names.is_empty() {
        out.push(page.say1("atlas-ask-states", "states", names.join(", ")));
    }
    out
}

async fn gaps(me: Signed) -> Result<Shown<Gaps>, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let atlas = reader.atlas().await?;
    let page = me.page("atlas-gaps-title");
    let day = today(&page);
    let code: StateCode = page.state_code.parse().map_err(|_| Problem::not_found())?;
    let ours = atlas.state(&code).ok_or_else(Problem::not_found)?;
    let lacking = match reader.would_gain(&atlas, day).await {
        Ok(lacking) => Some(lacking),
        Err(error) if error.code() == "NOT-ALLOWED" => None,
        Err(error) => return Err(error.into()),
    };
    let reach = atlas.reach(&code, day);
    let reach = reach.iter().map(|reach| {
        let help = page.code("basis-help", reach.help.code());
        (help, reach.binding, reach.unknown, reach.none)
    });
    Ok(Shown(Gaps {
        lines: atlas
            .gaps(&ours, day)
            .iter()
            .map(|gap| of_gap(&page, &atlas, gap, (&code, day)))
            .collect(),
        reach: reach.collect(),
        reads: lacking.is_some(),
        would: would(&page, &atlas, lacking.unwrap_or_default()),
        page,
    }))
}

fn of_gap(page: &Page, atlas: &Atlas, gap: &Gap<'_>, (ours, day): (&StateCode, Date)) -> Told {
    let known = gap.instrument;
    let unknown = gap.binding.answer() == Answer::Unknown;
    Told {
        title: paper::words::instrument(page.lang, &known.id, &known.title),
        id: known.id.clone(),
        article: String::new(),
        why: match gap.binding {
            // Of one State alone: bound.
            Binding::Both => page.say("atlas-binding"),
            Binding::NotJoined | Binding::NotYet | Binding::Denounced => {
                page.code("atlas-alone", gap.binding.code())
            }
            other => page.code("basis-binding", other.code()),
        },
        since: gap.since.map(|day| paper::words::date(page.lang, day)),
        gives: Vec::new(),
        as_of: gap.as_of.map(|day| paper::words::date(page.lang, day)),
        old: !is_fresh(gap.as_of, day),
        source: String::new(),
        ask: if unknown {
            ask(page, atlas, (&known.depositary, std::slice::from_ref(ours)))
        } else {
            Vec::new()
        },
    }
}

/// By instrument, the one that helps most first: a sentence, and the requests with whom they are.
fn would(page: &Page, atlas: &Atlas, lacking: Vec<Lacking>) -> Vec<Would> {
    let mut by_instrument: BTreeMap<String, Vec<(String, String, String)>> = BTreeMap::new();
    for request in lacking {
        let with = atlas.state(&request.with).map_or_else(
            || request.with.to_string(),
            |state| state.name_in(page.lang).to_owned(),
        );
        for instrument in request.gained_by {
            by_instrument.entry(instrument).or_default().push((
                format!("/requests/{}", request.id),
                request.number.clone(),
                with.clone(),
            ));
        }
    }
    let mut rows: Vec<_> = by_instrument.into_iter().collect();
    rows.sort_by_key(|(_, requests)| std::cmp::Reverse(requests.len()));
    let said = |instrument: &str, n: usize| {
        let title = atlas.catalogue().get(instrument);
        let title = title.map_or(instrument, |known| known.title.as_str());
        let title = paper::words::instrument(page.lang, instrument, title);
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let args = [("instrument", Arg::Text(&title)), ("n", Arg::Number(n))];
        words::say(page.lang, "atlas-would-line", &args)
    };
    rows.into_iter()
        .map(|(instrument, mut requests)| {
            let sentence = said(&instrument, requests.len());
            let more = requests.len().saturating_sub(WOULD_SHOWN);
            requests.truncate(WOULD_SHOWN);
            (sentence, requests, more)
        })
        .collect()
}
