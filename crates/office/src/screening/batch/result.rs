//! What came of a file: for the page, and to take away as csv or JSON lines.

use std::fmt::Write as _;
use std::sync::atomic::Ordering;

use jiff::Timestamp;
use model::policy::role_for;
use model::{Actor, Object, OfficerId, Purpose, Refusal, Verb};
use serde::Serialize;
use serde_json::json;
use store::Record;

use super::{FileBody, FileRow};
use crate::csv;
use crate::error::Result;
use crate::office::Office;
use crate::screening::kept::body;

/// A checked file as a list shows it.
#[derive(Debug, Clone, Serialize)]
pub struct FileLine {
    /// The file's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// For which case.
    pub case: Option<String>,
    /// `running`, `done`, `failed`, `interrupted`: the last must be sent again.
    pub stage: String,
    /// When it was sent.
    pub at: Timestamp,
    /// Until when its hits are kept.
    pub until: Option<Timestamp>,
    /// Rows compared so far.
    pub done: u64,
    /// Rows in all.
    pub rows: u64,
    /// Rows that hit something.
    pub hit_rows: u64,
    /// Columns that said nothing this node compares.
    pub ignored: Vec<String>,
    /// Why it ended early, as a code.
    pub failed: Option<String>,
    /// Whether the reader sent it.
    pub mine: bool,
}

/// A checked file with its rows.
#[derive(Debug, Clone, Serialize)]
pub struct FileSheet {
    /// As in the list.
    #[serde(flatten)]
    pub line: FileLine,
    /// Rows that hit something, or could not be compared, in the order of the file.
    pub told: Vec<FileRow>,
    /// Whether the references of the other rows are still known.
    pub whole: bool,
}

/// How a result is taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated values (RFC 4180), a line a hit, and one for each row without.
    Csv,
    /// A JSON object a line, one for each row.
    JsonLines,
}

pub(crate) fn line(
    office: &Office,
    record: &Record,
    reader: Option<OfficerId>,
) -> Result<(FileLine, Vec<FileRow>)> {
    let file: FileBody = body(record)?;
    let (head, job) = (&record.head, office.0.jobs.get(&record.head.id));
    let stage = match (head.stage.as_str(), &job) {
        ("running", None) => "interrupted",
        (stage, _) => stage,
    };
    let rows = file.rows as u64;
    let hit = |row: &&FileRow| !row.hits.is_empty();
    let (done, hit_rows) = match job.filter(|_| stage == "running") {
        Some(job) => (
            job.done.load(Ordering::Acquire),
            job.rows().iter().filter(hit).count() as u64,
        ),
        None if stage == "done" => (rows, file.told.iter().filter(hit).count() as u64),
        None => (0, file.told.iter().filter(hit).count() as u64),
    };
    let line = FileLine {
        id: head.id.clone(),
        name: file.name,
        case: file.case,
        stage: stage.to_owned(),
        at: head.created,
        until: head.due,
        done,
        rows,
        hit_rows,
        ignored: file.ignored,
        failed: file.failed,
        mine: reader.is_some() && head.officer == reader.map(|id| id.to_string()),
    };
    Ok((line, file.told))
}

pub(crate) fn sheet(
    office: &Office,
    record: &Record,
    reader: Option<OfficerId>,
) -> Result<FileSheet> {
    let (line, told) = line(office, record, reader)?;
    Ok(FileSheet {
        whole: office.0.jobs.get(&line.id).is_some(),
        line,
        told,
    })
}

/// The result of a file that is done, a line for each row at least. Of rows that hit nothing the reference is known for a day;
/// later the number of the row stands alone.
///
/// # Errors
/// `NOT-ALLOWED`; `NOT-FOUND` for another officer's file too; `STAGE` where it is not done.
pub async fn download(
    office: &Office,
    actor: &Actor,
    (id, format): (&str, Format),
) -> Result<String> {
    let (now, state) = (office.now(), office.state().clone());
    role_for(actor, Verb::ScreenFile, &Object::check(&state), now)?;
    let reader = office.read(actor, Purpose::Screening).await?;
    let file = reader
        .file(id)
        .await?
        .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    if !["done", "failed"].contains(&file.line.stage.as_str()) {
        return Err(Refusal::new("STAGE").into());
    }
    let held = office.0.jobs.get(id);
    let rows = match held.map(|job| job.rows().clone()) {
        Some(rows) => rows,
        None => filled(&file),
    };
    Ok(match format {
        Format::Csv => csv(&rows),
        Format::JsonLines => json_lines(&rows),
    })
}

/// The rows that are kept, and between them the others by their number.
fn filled(file: &FileSheet) -> Vec<FileRow> {
    let mut told = file.told.iter().peekable();
    let rows = 1..=usize::try_from(file.line.rows).unwrap_or(0);
    rows.map(|row| match told.next_if(|kept| kept.row == row) {
        Some(kept) => kept.clone(),
        None => FileRow {
            row,
            reference: String::new(),
            query: None,
            hits: Vec::new(),
            left_out: Vec::new(),
            error: None,
        },
    })
    .collect()
}

fn csv(rows: &[FileRow]) -> String {
    let mut out =
        "row,id,query,record,caption,schema,score,list,list_version,left_out,error\r\n".to_owned();
    for row in rows {
        let (number, query) = (
            row.row.to_string(),
            row.query.map(|id| id.to_string()).unwrap_or_default(),
        );
        let left: Vec<&str> = row.left_out.iter().map(|l| l.review.as_str()).collect();
        let (left, error) = (left.join(" "), row.error.as_deref().unwrap_or_default());
        let mut line = |hit: [&str; 6]| {
            let head = [number.as_str(), &row.reference, &query];
            let values = head.into_iter().chain(hit).chain([left.as_str(), error]);
            out.push_str(&(csv::row(values) + "\r\n"));
        };
        if row.hits.is_empty() {
            line([""; 6]);
        }
        for hit in &row.hits {
            let score = format!("{:.4}", hit.score);
            line([
                &hit.id,
                &hit.caption,
                &hit.schema,
                &score,
                &hit.list,
                &hit.list_version,
            ]);
        }
    }
    out
}

fn json_lines(rows: &[FileRow]) -> String {
    let mut out = String::new();
    for row in rows {
        let line = json!({
            "row": row.row, "id": row.reference, "query": row.query, "results": row.hits,
            "left_out": row.left_out, "error": row.error,
        });
        let _ = writeln!(out, "{line}");
    }
    out
}
