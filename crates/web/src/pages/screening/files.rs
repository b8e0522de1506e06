//! Check a file: it is sent, its rows are compared in the background, and what came of it is read here or taken away.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use model::limits;
use office::screening::batch::{self, FileLine, FileOrder, FileRow, Format};

use super::{asked_page, bare, none, number, pager, reader, rooms};
use crate::file;
use crate::page::{Page, Shown, shown};
use crate::pages::matched;
use crate::part::{Badge, Errors, Field, Pager, Rooms, Tone, When};
use crate::{PostForm, Problem, Signed, Upload};

/// How often the page of a file at work looks again.
const RELOAD_S: u32 = 1;
/// Rows on a page of a result.
const ROWS: usize = 50;

#[derive(Debug, askama::Template)]
#[template(path = "screening/files.html")]
pub(super) struct Files {
    page: Page,
    rooms: Rooms,
    errors: Errors,
    fields: Vec<Field>,
    files: Vec<Line>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct Line {
    href: String,
    name: String,
    case: Option<String>,
    stage: Badge,
    at: When,
    rows: String,
    hit_rows: String,
    until: Option<When>,
}

#[derive(Debug, askama::Template)]
#[template(path = "screening/file.html")]
pub(super) struct OneFile {
    page: Page,
    rooms: Rooms,
    errors: Errors,
    line: Line,
    running: bool,
    /// Whether there is a result to take away.
    ended: bool,
    done: u64,
    total: u64,
    progress: String,
    notes: Vec<String>,
    told: Vec<ToldRow>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct ToldRow {
    row: usize,
    reference: String,
    hits: Vec<(String, String, u32, String)>,
    left_out: Option<String>,
    error: Option<String>,
}

fn line(page: &Page, file: &FileLine) -> Line {
    let tone = match file.stage.as_str() {
        "running" => Tone::Active,
        "done" => Tone::Done,
        _ => Tone::Ended,
    };
    Line {
        href: format!("/screening/files/{}", bare(&file.id)),
        name: match file.name.is_empty() {
            true => page.say("screen-file-unnamed"),
            false => file.name.clone(),
        },
        case: file.case.clone(),
        stage: Badge::new(tone, page.code("screen-file", &file.stage)),
        at: page.when(&file.at),
        rows: number(page, file.rows),
        hit_rows: number(page, file.hit_rows),
        until: file.until.as_ref().map(|until| page.when(until)),
    }
}

async fn view(
    me: &Signed,
    number: u32,
    (form, items): (Option<&PostForm>, Vec<(String, String)>),
) -> Result<Files, Problem> {
    let page = me.page("screen-files-title").wrong(!items.is_empty());
    let files = reader(me).await?.files(number).await?;
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let wrong = |name: &str| {
        let found = items.iter().find(|(field, _)| field == name);
        found.map(|(_, text)| text.clone())
    };
    let fields = vec![
        Field::text("case", page.say("screen-case"), typed("case"))
            .hint(page.say("screen-case-hint"))
            .optional(&page)
            .error(wrong("case"))
            .width("half"),
        Field::text(
            "threshold",
            page.say("screen-threshold"),
            typed("threshold"),
        )
        .hint(page.say("screen-threshold-hint"))
        .optional(&page)
        .error(wrong("threshold"))
        .width("short"),
        Field::file(
            "file",
            page.say("screen-file"),
            ".csv,.jsonl,.ndjson,.json,.txt,text/csv",
        )
        .hint(page.say("screen-file-hint"))
        .error(wrong("file")),
    ];
    Ok(Files {
        rooms: rooms(me, &page, "/screening/files").await?,
        errors: Errors::of(&page, items),
        files: files.rows.iter().map(|file| line(&page, file)).collect(),
        pager: pager(&page, (files.page, files.total, files.size)),
        fields,
        page: page.module("upload"),
    })
}

pub(super) async fn index(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Files>, Problem> {
    let number = asked_page(&query);
    view(&me, number, (None, Vec::new())).await.map(Shown)
}

pub(super) async fn start(me: Signed, upload: Upload) -> Result<Response, Problem> {
    let (form, file) = upload.open().await?;
    let begun = async {
        let order = order(&form, file).await?;
        Ok(batch::start(me.office(), me.actor(), order).await?)
    };
    match begun.await {
        Ok(id) => {
            let to = format!("/screening/files/{}", bare(&id));
            Ok(Redirect::to(&to).into_response())
        }
        Err(problem) => {
            let items = wrong(&me, problem)?;
            let page = view(&me, 0, (Some(&form), items)).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

/// What is wrong, at its input. A row that cannot be read is named by its line.
fn wrong(me: &Signed, problem: Problem) -> Result<Vec<(String, String)>, Problem> {
    if problem.status != StatusCode::UNPROCESSABLE_ENTITY {
        return Err(problem);
    }
    let page = me.page("screen-files-title");
    let place = problem.field.clone().unwrap_or_default();
    let missing = problem.code == "MISSING" && place == "file";
    let text = match missing {
        true => page.say("list-import-file-missing"),
        false => problem.text(page.lang),
    };
    let item = match place.strip_prefix("line ") {
        Some(n) => (
            "file".to_owned(),
            page.say2("screen-file-line", ("n", n), ("what", &text)),
        ),
        None => (place, text),
    };
    Ok(vec![item])
}

async fn order(form: &PostForm, file: Option<crate::csrf::File>) -> Result<FileOrder, Problem> {
    let threshold = match form.text("threshold").replace(',', ".") {
        text if text.is_empty() => None,
        text => Some(
            text.parse()
                .map_err(|_| Problem::input("THRESHOLD", "threshold"))?,
        ),
    };
    let file = file.ok_or_else(|| Problem::input("MISSING", "file"))?;
    Ok(FileOrder {
        act: form.act()?,
        name: file.name.clone(),
        bytes: file.whole(limits::SCREEN_FILE_BYTES_MAX).await?,
        case: Some(form.text("case").to_owned()),
        threshold,
    })
}

pub(super) async fn show(
    me: Signed,
    Path(id): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<OneFile>, Problem> {
    let file = reader(&me).await?.file(&format!("batch:{id}")).await?;
    let file = file.ok_or_else(Problem::not_found)?;
    let running = file.line.stage == "running";
    let page = me.page("screen-files-title");
    let rooms = rooms(&me, &page, "/screening/files").await?;
    let page = match running {
        true => page.refresh(RELOAD_S),
        false => page,
    };
    let line = line(&page, &file.line);
    let at = asked_page(&query);
    let from = (at as usize).saturating_mul(ROWS);
    let told = file.told.iter().skip(from).take(ROWS);
    let (done, total) = (file.line.done, file.line.rows);
    let shown_done = [done, total].map(|n| number(&page, n));
    let [done_word, total_word] = &shown_done;
    Ok(Shown(OneFile {
        rooms,
        errors: none(&page),
        ended: ["done", "failed"].contains(&file.line.stage.as_str()),
        progress: page.say2(
            "list-import-step",
            ("done", done_word),
            ("total", total_word),
        ),
        notes: notes(&page, &file.line),
        told: told.map(|row| told_row(&page, row)).collect(),
        pager: pager(&page, (at, file.told.len() as u64, ROWS as u32)),
        page: page.titled(line.name.clone()),
        line,
        running,
        done,
        total,
    }))
}

/// What somebody who reads the result has to know.
fn notes(page: &Page, file: &FileLine) -> Vec<String> {
    let mut notes = Vec::new();
    match file.stage.as_str() {
        "interrupted" => notes.push(page.say("screen-file-again")),
        "failed" => {
            let code = file.failed.as_deref().unwrap_or("INTERNAL");
            let text = Problem::new(code).text(page.lang);
            notes.push(page.say1("screen-file-failed-why", "what", text));
        }
        _ => {}
    }
    if !file.ignored.is_empty() {
        let names = paper::words::isolated(&file.ignored.join(", "));
        notes.push(page.say1("screen-file-ignored", "names", names));
    }
    notes
}

fn told_row(page: &Page, row: &FileRow) -> ToldRow {
    let hit = |hit: &batch::RowHit| {
        let score = matched::points(hit.score);
        let place = format!("{} · {}", hit.list, hit.list_version);
        let word = page.say1("border-score", "score", score);
        (hit.caption.clone(), place, score, word)
    };
    ToldRow {
        row: row.row,
        reference: row.reference.clone(),
        hits: row.hits.iter().map(hit).collect(),
        left_out: (!row.left_out.is_empty())
            .then(|| page.say_n("screen-left-out", row.left_out.len() as i64)),
        error: row
            .error
            .as_deref()
            .map(|code| Problem::new(code).text(page.lang)),
    }
}

/// The result to take away.
pub(super) async fn result(
    me: Signed,
    Path(id): Path<String>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let format = query.get("format").map_or("", String::as_str);
    taken(&me, &id, format).await
}

/// The result of a file in a format: "csv", which is also what nothing means, or "jsonl".
pub(crate) async fn taken(me: &Signed, id: &str, format: &str) -> Result<Response, Problem> {
    let (format, kind, end) = match format {
        "" | "csv" => (Format::Csv, "text/csv; charset=utf-8", "csv"),
        "jsonl" => (Format::JsonLines, "application/x-ndjson", "jsonl"),
        _ => return Err(Problem::input("MALFORMED", "format")),
    };
    let id = format!("batch:{id}");
    let text = batch::download(me.office(), me.actor(), (&id, format)).await?;
    Ok(file::kept(kind, &format!("screening.{end}"), text))
}
