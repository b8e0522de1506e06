//! Screening from file to file, with no node, no log and no database: for tests, for research, and for a list that somebody has
//! before a node has it. Whoever screens people in earnest does it through a node, where it is on record.

use std::io::Write;

use screen::lists::{self, Format, ReadOptions, SourceFile};
use screen::{Entity, Hit, Index, pairs};
use serde::Serialize;
use serde_json::{Value, json};

use super::batch::rows;
use crate::csv;
use crate::error::{Error, Result};
use crate::ports::Progress;

/// Rows worked on before their answers are written.
const CHUNK: usize = 4_096;
/// From this score on a record is called a match, where the caller did not ask for more.
const MATCH: f64 = 0.7;

/// A file: what it is called, and its bytes.
pub type Named = (String, Vec<u8>);

/// What to leave out of the answers.
#[derive(Debug, Clone, Copy)]
pub struct Until {
    /// Records below this score are left out.
    pub threshold: f64,
    /// Records of one answer at most.
    pub limit: usize,
}

/// What was done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Told {
    /// Records of all lists.
    pub records: usize,
    /// Questions answered.
    pub questions: usize,
    /// Those with at least one record.
    pub with_records: usize,
}

#[derive(Serialize)]
struct Line<'a> {
    id: &'a str,
    results: Vec<Value>,
}

/// The records of list files, whatever their format. The tables of OFAC belong together and are read as one list.
///
/// # Errors
/// Input error `LIST` with the file, the place in it and what to do.
pub fn records(files: &[Named], progress: &dyn Progress) -> Result<Vec<Entity>> {
    let bytes: u64 = files.iter().map(|(_, bytes)| bytes.len() as u64).sum();
    let bad =
        |name: &str, e: &lists::ReadError| Error::input("LIST", name.to_owned(), e.to_string());
    let of_ofac = |bytes: &[u8]| lists::detect(bytes) == Some(Format::OfacCsv);
    let (tables, others): (Vec<&Named>, Vec<&Named>) =
        files.iter().partition(|(_, bytes)| of_ofac(bytes));
    let options = ReadOptions::default();
    let (mut all, mut done) = (Vec::new(), 0);
    if !tables.is_empty() {
        let parts: Vec<SourceFile<'_>> = tables
            .iter()
            .map(|(name, bytes)| SourceFile { name, bytes })
            .collect();
        let read = lists::read_files(&parts, &options, &mut |at| {
            progress.step(at, Some(bytes), "read")
        });
        let mut file = read.map_err(|e| bad("OFAC", &e))?;
        let together: Vec<u8> = tables
            .iter()
            .flat_map(|(_, bytes)| seal::sha256(bytes).to_string().into_bytes())
            .collect();
        versioned(&mut file, &together);
        all.extend(file.records);
        done += tables
            .iter()
            .map(|(_, bytes)| bytes.len() as u64)
            .sum::<u64>();
    }
    for (name, of) in others {
        let mut file = lists::read(of, &options).map_err(|e| bad(name, &e))?;
        versioned(&mut file, of);
        done += of.len() as u64;
        progress.step(done, Some(bytes), "read");
        all.extend(file.records);
    }
    Ok(all)
}

/// Names the version in each record: the day, and the beginning of the file's SHA-256. Records of a collection stay on the lists they
/// name themselves.
fn versioned(file: &mut lists::ListFile, bytes: &[u8]) {
    let digest = seal::sha256(bytes).to_string();
    let day = if file.day().is_empty() {
        "?"
    } else {
        file.day()
    };
    let version = format!("{day} · {}", digest.get(..12).unwrap_or_default());
    for entity in &mut file.records {
        if entity.datasets.len() > 1 {
            entity.datasets.retain(|list| *list != file.dataset);
        }
        let list = entity.datasets.first().cloned().unwrap_or_default();
        if let Some(origin) = &mut entity.origin {
            origin.list = list;
            origin.version.clone_from(&version);
        }
    }
}

/// Answers each question of a file, a JSON line each, in order.
///
/// # Errors
/// Input errors as for a file that is checked by a node; `FILE-WRITE` where the answers cannot be written.
pub fn screen_file(
    entities: Vec<Entity>,
    questions: &[u8],
    until: Until,
    (out, progress): (&mut dyn Write, &dyn Progress),
) -> Result<Told> {
    progress.step(0, None, "index");
    let records = entities.len();
    let index = Index::build(entities);
    let asked = rows::read_all(questions)?.rows;
    let mut told = Told {
        records,
        questions: asked.len(),
        with_records: 0,
    };
    let workers = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    for (n, chunk) in asked.chunks(CHUNK).enumerate() {
        let share = chunk.len().div_ceil(workers).max(1);
        let answers: Vec<Vec<Hit>> = std::thread::scope(|scope| {
            let work: Vec<_> = chunk
                .chunks(share)
                .map(|part| {
                    scope.spawn(|| {
                        part.iter()
                            .map(|(_, q)| index.search(q, until.limit, until.threshold))
                            .collect::<Vec<_>>()
                    })
                })
                .collect();
            work.into_iter()
                .flat_map(|w| {
                    w.join()
                        .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
                })
                .collect()
        });
        for (row, ((reference, _), hits)) in chunk.iter().zip(answers).enumerate() {
            told.with_records += usize::from(!hits.is_empty());
            let number = (n * CHUNK + row + 1).to_string();
            let id = if reference.is_empty() {
                &number
            } else {
                reference
            };
            let line = Line {
                id,
                results: hits.iter().map(|hit| shown(hit, until)).collect(),
            };
            write_json(out, &line)?;
        }
        progress.step(
            (n * CHUNK + chunk.len()) as u64,
            Some(asked.len() as u64),
            "compare",
        );
    }
    out.flush().map_err(|e| unwritten(&e))?;
    Ok(told)
}

fn shown(hit: &Hit, until: Until) -> Value {
    json!({
        "id": hit.entity.id, "caption": hit.entity.caption, "schema": hit.entity.schema, "datasets": hit.entity.datasets,
        "score": hit.score, "match": hit.score >= until.threshold.max(MATCH), "explanations": hit.explanation,
    })
}

fn write_json(out: &mut dyn Write, line: &impl Serialize) -> Result<()> {
    serde_json::to_writer(&mut *out, line).map_err(|e| unwritten(&std::io::Error::from(e)))?;
    out.write_all(b"\n").map_err(|e| unwritten(&e))
}

fn unwritten(error: &std::io::Error) -> Error {
    Error::input(
        "FILE-WRITE",
        "out",
        format!("the answers could not be written: {error}"),
    )
}

/// Scores pairs: a table with the columns `name1` and `name2` (a column `schema` is heeded; every column is kept, `score` is
/// appended), or JSON lines of two records each (`query` and `candidate`, with or without `properties`).
///
/// # Errors
/// Input errors `FILE-ROW` with the line; `FILE-WRITE`.
pub fn score_pairs(
    input: &[u8],
    (out, progress): (&mut dyn Write, &dyn Progress),
) -> Result<usize> {
    let text = rows::text(input)?;
    let count = match text.trim_start().starts_with('{') {
        true => pair_lines(text, out, progress),
        false => pair_table(text, out, progress),
    }?;
    out.flush().map_err(|e| unwritten(&e))?;
    Ok(count)
}

fn pair_lines(text: &str, out: &mut dyn Write, progress: &dyn Progress) -> Result<usize> {
    let mut count = 0;
    for (n, line) in (1..)
        .zip(text.lines())
        .filter(|(_, line)| !line.trim().is_empty())
    {
        let what = "it is no JSON object with \"query\" and \"candidate\"";
        let mut pair: Value = serde_json::from_str(line).map_err(|_| rows::bad(n, what))?;
        let score = pairs::of_json(&pair).ok_or_else(|| rows::bad(n, what))?;
        if let Some(object) = pair.as_object_mut() {
            object.insert("score".to_owned(), json!(rounded(score)));
        }
        write_json(out, &pair)?;
        count += 1;
        told(progress, count);
    }
    Ok(count)
}

fn rounded(score: f64) -> f64 {
    (score * 1e6).round() / 1e6
}

fn told(progress: &dyn Progress, count: usize) {
    if count.is_multiple_of(CHUNK) {
        progress.step(count as u64, None, "compare");
    }
}

fn pair_table(text: &str, out: &mut dyn Write, progress: &dyn Progress) -> Result<usize> {
    let mut table = rows::table(text);
    let header = rows::next_row(&mut table)?.map(|row| row.cells);
    let header = header.unwrap_or_default();
    let column = |name: &str| {
        header
            .iter()
            .position(|h| h.trim().eq_ignore_ascii_case(name))
    };
    let (Some(first), Some(second)) = (column("name1"), column("name2")) else {
        return Err(rows::bad(
            1,
            "a table of pairs has the columns name1 and name2",
        ));
    };
    let schema = column("schema");
    let columns = header.iter().map(|h| &**h);
    write_row(out, columns.chain(["score"]))?;
    let mut count = 0;
    while let Some(row) = rows::next_row(&mut table)? {
        if row.cells.len() > header.len() {
            return Err(rows::bad(row.line, rows::MORE_THAN_HEADER));
        }
        let schema = schema.map_or("", |at| row.cell(at));
        let score = pairs::compare_names(schema, row.cell(first), row.cell(second));
        let score = rounded(score).to_string();
        let kept = row.cells.iter().map(|cell| &**cell);
        let padding = std::iter::repeat_n("", header.len() - row.cells.len());
        write_row(out, kept.chain(padding).chain([score.as_str()]))?;
        count += 1;
        told(progress, count);
    }
    Ok(count)
}

fn write_row<'v>(out: &mut dyn Write, values: impl Iterator<Item = &'v str>) -> Result<()> {
    let row = csv::row(values) + "\n";
    out.write_all(row.as_bytes()).map_err(|e| unwritten(&e))
}
