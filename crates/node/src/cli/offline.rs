//! `comity screen --data LIST --queries FILE --out FILE` and `comity screen pairs`: from file to file, with no node. Nothing is on
//! record, so this is for tests and research; people are screened in earnest through a node.

use std::fs::File;
use std::io::{BufWriter, Read as _, Write as _};
use std::path::{Path, PathBuf};

use clap::Args;
use office::screening::offline::{self, Named, Until};

use super::fail::{Done, Fail, Outcome};
use crate::progress::Shown;

/// A list file may have this many bytes, unpacked.
const LIST_BYTES_MAX: u64 = 4 << 30;

/// File to file.
#[derive(Debug, Args)]
pub(crate) struct Files {
    /// List files, in any format this version reads (their content says which); .zst is unpacked
    #[arg(long, value_name = "FILE", num_args = 1.., required = true)]
    data: Vec<PathBuf>,
    /// Questions: JSON lines with id, schema and properties, or csv with a header
    #[arg(long, value_name = "FILE")]
    queries: PathBuf,
    /// Where the answers go, a JSON line for each question
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Leave out records below this score
    #[arg(long, default_value_t = 0.7, value_name = "SCORE")]
    threshold: f64,
    /// Records of one answer at most
    #[arg(long, default_value_t = 5, value_name = "N")]
    limit: usize,
}

/// Pairs of names or records.
#[derive(Debug, Args)]
pub(crate) struct Pairs {
    /// csv with the columns name1 and name2, or JSON lines with query and candidate
    #[arg(long = "in", value_name = "FILE")]
    input: PathBuf,
    /// Where the same goes with a score added
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

/// Screens a file.
pub(super) fn files(args: &Files) -> Outcome {
    if !(0.0..=1.0).contains(&args.threshold) {
        return Err(Fail::input("--threshold is a score from 0 to 1"));
    }
    let shown = Shown::new();
    let data = args
        .data
        .iter()
        .map(|path| read(path))
        .collect::<Result<Vec<Named>, Fail>>()?;
    let questions = read(&args.queries)?.1;
    let entities = offline::records(&data, &shown)?;
    drop(data);
    let until = Until {
        threshold: args.threshold,
        limit: args.limit,
    };
    let told = into_file(&args.out, |out| {
        offline::screen_file(entities, &questions, until, (out, &shown))
    })?;
    Ok(Done::said(format!(
        "{} records, {} questions, {} of them with at least one record at {} or more\n",
        told.records, told.questions, told.with_records, args.threshold
    )))
}

/// Scores pairs.
pub(super) fn pairs(args: &Pairs) -> Outcome {
    let shown = Shown::new();
    let input = read(&args.input)?.1;
    let count = into_file(&args.out, |out| offline::score_pairs(&input, (out, &shown)))?;
    Ok(Done::said(format!("{count} pairs\n")))
}

/// Writes beside the file and puts it in its place when it is whole: what stands there is never half an answer.
fn into_file<T>(
    path: &Path,
    work: impl FnOnce(&mut dyn std::io::Write) -> office::Result<T>,
) -> Result<T, Fail> {
    let failed = |e: std::io::Error| Fail::file("written", path, &e);
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    // A pipe or a terminal is written to as it is.
    let special = path.metadata().is_ok_and(|m| !m.is_file());
    let target = if special { path } else { &part };
    let mut out = BufWriter::new(File::create(target).map_err(failed)?);
    let done = work(&mut out)?;
    out.flush().map_err(failed)?;
    if !special {
        std::fs::rename(&part, path).map_err(failed)?;
    }
    Ok(done)
}

fn read(path: &Path) -> Result<Named, Fail> {
    let failed = |e: std::io::Error| Fail::file("read", path, &e);
    let mut bytes = Vec::new();
    File::open(path)
        .map_err(failed)?
        .take(LIST_BYTES_MAX)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    // The first four bytes of a Zstandard frame (RFC 8878 section 3.1.1).
    if bytes.starts_with(&[0x28, 0xB5, 0x2F, 0xFD]) {
        let mut unpacked = Vec::new();
        let bad = |e: &dyn std::fmt::Display| {
            Fail::input(format!("{} could not be unpacked: {e}", path.display()))
        };
        let decoder =
            ruzstd::decoding::StreamingDecoder::new(bytes.as_slice()).map_err(|e| bad(&e))?;
        decoder
            .take(LIST_BYTES_MAX)
            .read_to_end(&mut unpacked)
            .map_err(|e| bad(&e))?;
        bytes = unpacked;
    }
    Ok((path.display().to_string(), bytes))
}
