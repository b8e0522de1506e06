//! The auditor's page: who did what, when and why, and its proof. No content of cases stands here: codes, ids and digests.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::{Path, Query};
use axum::response::Response;
use axum::routing;
use model::{Purpose, Verb};
use office::Silent;
use office::ledger::{self, VerifyReport};
use office::reader::{LedgerFilter, LedgerLine};

use crate::app::App;
use crate::file;
use crate::page::{Page, Shown};
use crate::part::{Choice, Field, When};
use crate::problem::escaped;
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed, words};

/// The routes of the ledger.
pub const ROUTES: &[Row] = &[
    get("/ledger", any(&[Verb::LedgerRead, Verb::LedgerVerify])),
    post("/ledger/verify", any(&[Verb::LedgerVerify])),
    get("/ledger/{index}", any(&[Verb::LedgerRead])),
    get("/ledger/{index}/proof", any(&[Verb::LedgerRead])),
];

/// An id longer than this is cut to its end in a table.
const SHORT_CHARS: usize = 16;
/// Entries on one page.
const LINES: u32 = 50;

/// The ledger.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/ledger", routing::get(index))
        .route("/ledger/verify", routing::post(verify))
        .route("/ledger/{index}", routing::get(entry))
        .route("/ledger/{index}/proof", routing::get(proof))
}

#[derive(Debug, askama::Template)]
#[template(path = "ledger/index.html")]
struct Index {
    page: Page,
    may_read: bool,
    may_verify: bool,
    report: Option<Report>,
    filters: Vec<Field>,
    filtered: bool,
    lines: Vec<Line>,
    older: Option<String>,
    newest: bool,
}

#[derive(Debug)]
struct Report {
    title: String,
    counts: String,
    root: String,
    problems: Vec<(String, String)>,
}

#[derive(Debug)]
struct Line {
    index: u64,
    at: When,
    actor: String,
    role: Option<String>,
    verb: String,
    object: Option<(String, String)>,
    purpose: String,
    reason: Option<String>,
    leaf: String,
}

#[derive(Debug, askama::Template)]
#[template(path = "ledger/entry.html")]
struct OneEntry {
    page: Page,
    index: u64,
    facts: Vec<(String, String)>,
    rows: Vec<(String, i64, String)>,
    salt: String,
    leaf: String,
    path: Vec<String>,
    checkpoint: String,
    entry_json: String,
}

/// What the address asks for.
#[derive(Debug, Default)]
struct Asked {
    verb: Option<String>,
    object: Option<String>,
    before: Option<u64>,
}

fn asked(query: &BTreeMap<String, String>) -> Asked {
    let text = |name: &str| {
        query
            .get(name)
            .map(|value| value.trim())
            .filter(|value| !value.is_empty())
    };
    Asked {
        verb: text("verb").map(ToOwned::to_owned),
        object: text("object").map(ToOwned::to_owned),
        before: text("before").and_then(|n| n.parse().ok()),
    }
}

async fn index(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Index>, Problem> {
    view(&me, &asked(&query), None).await.map(Shown)
}

/// Reads everything again. The verification is itself an entry.
async fn verify(me: Signed, _: PostForm) -> Result<Shown<Index>, Problem> {
    let report = ledger::verify(me.office(), me.actor(), &Silent).await?;
    view(&me, &Asked::default(), Some(&report)).await.map(Shown)
}

async fn view(me: &Signed, asked: &Asked, report: Option<&VerifyReport>) -> Result<Index, Problem> {
    let page = me.page("ledger-title");
    let may_read = page.may(Verb::LedgerRead);
    let lines = if may_read {
        lines(me, asked).await?
    } else {
        Vec::new()
    };
    let full = lines.len() >= LINES as usize;
    let last = lines.last().map(|line| line.leaf);
    Ok(Index {
        may_read,
        may_verify: page.may(Verb::LedgerVerify),
        report: report.map(|report| told(&page, report)),
        filters: filters(&page, asked),
        filtered: asked.verb.is_some() || asked.object.is_some() || asked.before.is_some(),
        older: last
            .filter(|leaf| full && *leaf > 0)
            .map(|leaf| older(asked, leaf)),
        newest: asked.before.is_none(),
        lines: lines.iter().map(|row| line(&page, row)).collect(),
        page,
    })
}

async fn lines(me: &Signed, asked: &Asked) -> Result<Vec<LedgerLine>, Problem> {
    let filter = LedgerFilter {
        verb: asked.verb.clone(),
        object: asked.object.clone(),
        before: asked.before,
        limit: LINES,
    };
    Ok(me.read(Purpose::Oversight).await?.ledger(&filter).await?)
}

/// The address of the next page, with the same filter.
fn older(asked: &Asked, leaf: u64) -> String {
    let mut query = format!("/ledger?before={leaf}");
    for (name, value) in [("verb", &asked.verb), ("object", &asked.object)] {
        if let Some(value) = value {
            query.push_str(&format!("&{name}={}", escaped(value)));
        }
    }
    query
}

fn filters(page: &Page, asked: &Asked) -> Vec<Field> {
    let chosen = asked.verb.as_deref().unwrap_or_default();
    let mut verbs = vec![Choice::new(
        "",
        page.say("case-filter-all"),
        chosen.is_empty(),
    )];
    let mut known: Vec<(&str, String)> = Verb::ALL
        .iter()
        .map(|verb| (verb.past(), page.code("verb", verb.past())))
        .collect();
    known.sort_by(|a, b| a.1.cmp(&b.1));
    verbs.extend(
        known
            .into_iter()
            .map(|(code, word)| Choice::new(code, word, code == chosen)),
    );
    let before = asked.before.map(|n| n.to_string()).unwrap_or_default();
    vec![
        Field::select("verb", page.say("ledger-filter-verb"), verbs),
        Field::text(
            "object",
            page.say("ledger-filter-object"),
            asked.object.clone().unwrap_or_default(),
        )
        .line("search"),
        Field::text("before", page.say("ledger-filter-from"), before).width("short"),
    ]
}

fn told(page: &Page, report: &VerifyReport) -> Report {
    let text = |n: u64| n.to_string();
    let counts = BTreeMap::from([
        ("rows".to_owned(), text(report.rows)),
        ("blobs".to_owned(), text(report.blobs)),
        ("checkpoints".to_owned(), text(report.checkpoints)),
    ]);
    let title = if report.problems.is_empty() {
        page.say1(
            "ledger-verify-ok",
            "size",
            paper::words::number(page.lang, i64::try_from(report.size).unwrap_or(i64::MAX)),
        )
    } else {
        page.say_n("ledger-verify-bad", report.problems.len())
    };
    Report {
        title,
        counts: words::say_map(page.lang, "ledger-verify-counts", &counts),
        root: report.root.to_string(),
        problems: report
            .problems
            .iter()
            .map(|problem| (problem.place.clone(), problem.what.clone()))
            .collect(),
    }
}

/// The actor in words: an officer by id (names are not the ledger's), a node, or this node itself.
pub(crate) fn actor(page: &Page, name: &str) -> String {
    match name.split_once(':') {
        Some(("officer", id)) => page.say1(
            "ledger-actor-officer",
            "id",
            id.rsplit('-').next().unwrap_or(id),
        ),
        Some(("peer", state)) => page.say1("ledger-actor-peer", "state", state),
        Some(("system", worker)) => page.say1("ledger-actor-system", "worker", worker),
        _ => name.to_owned(),
    }
}

/// The address of all entries about an object, and its name, short enough for a table.
fn object(name: &str) -> (String, String) {
    let href = format!("/ledger?object={}", escaped(name));
    let short = match name.split_once(':') {
        Some((kind, id)) if id.len() > SHORT_CHARS => {
            format!("{kind} …{}", id.rsplit('-').next().unwrap_or(id))
        }
        _ => name.to_owned(),
    };
    (href, short)
}

/// A word where there is one, else the code.
fn word(page: &Page, prefix: &str, code: &str) -> String {
    let key = words::key(prefix, code);
    if words::known(&key) {
        page.say(&key)
    } else {
        code.to_owned()
    }
}

fn line(page: &Page, line: &LedgerLine) -> Line {
    let entry = &line.entry;
    Line {
        index: line.leaf,
        at: page.when(&entry.at),
        actor: actor(page, &entry.actor),
        role: entry.role.as_deref().map(|role| word(page, "role", role)),
        verb: word(page, "verb", &entry.verb),
        object: entry.object.as_deref().map(object),
        purpose: entry
            .purpose
            .as_deref()
            .map(|purpose| word(page, "purpose", purpose))
            .unwrap_or_default(),
        reason: entry.reason_code.clone(),
        leaf: super::requests::show::short(&line.sha256.to_string()),
    }
}

async fn entry(me: Signed, Path(index): Path<u64>) -> Result<Shown<OneEntry>, Problem> {
    let proof = ledger::proof(me.office(), me.actor(), index)
        .await?
        .ok_or_else(Problem::not_found)?;
    let page = me.page("ledger-title");
    let page = page
        .clone()
        .titled(page.say1("ledger-entry-title", "index", index));
    let entry: model::Entry =
        serde_json::from_str(&proof.entry).map_err(|_| Problem::new("DAMAGED"))?;
    let at = paper::words::time(page.lang, entry.at, page.zone.to_offset(entry.at));
    let mut facts = vec![
        (page.say("ledger-at"), at),
        (page.say("ledger-actor"), entry.actor.clone()),
    ];
    let optional = [
        (
            "ledger-role",
            entry.role.as_deref().map(|role| word(&page, "role", role)),
        ),
        ("ledger-verb", Some(word(&page, "verb", &entry.verb))),
        ("ledger-object", entry.object.clone()),
        (
            "ledger-purpose",
            entry
                .purpose
                .as_deref()
                .map(|purpose| word(&page, "purpose", purpose)),
        ),
        ("ledger-reason", entry.reason_code.clone()),
    ];
    facts.extend(
        optional
            .into_iter()
            .filter_map(|(key, value)| Some((page.say(key), value?))),
    );
    facts.extend(
        entry
            .note
            .iter()
            .map(|(name, value)| (name.clone(), value.clone())),
    );
    Ok(Shown(OneEntry {
        index,
        rows: entry
            .rows
            .iter()
            .map(|row| {
                (
                    format!("{} {}", row.table, row.id),
                    row.version,
                    row.sha256.to_string(),
                )
            })
            .collect(),
        salt: proof.salt.clone().unwrap_or_else(|| page.say("case-none")),
        leaf: proof.leaf.to_string(),
        path: proof.path.iter().map(ToString::to_string).collect(),
        checkpoint: proof.checkpoint.clone(),
        entry_json: proof.entry.clone(),
        facts,
        page,
    }))
}

/// The proof as JSON: everything that is needed to climb from the entry to the signed checkpoint without this program.
async fn proof(me: Signed, Path(index): Path<u64>) -> Result<Response, Problem> {
    let proof = ledger::proof(me.office(), me.actor(), index)
        .await?
        .ok_or_else(Problem::not_found)?;
    let body = serde_json::to_vec_pretty(&proof).map_err(|_| Problem::new("INTERNAL"))?;
    let name = format!("{}-ledger-{index}.json", me.office().state());
    Ok(file::kept("application/json", &name, body))
}
