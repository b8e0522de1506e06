//! `comity docket`: an old docket taken over from a table, looked at first.

use std::fmt::Write as _;
use std::path::PathBuf;

use bytes::Bytes;
use clap::{Args, Subcommand};
use model::{AuthorityId, Lang, limits};
use office::docket::{self, Import as Table, Report};
use serde::{Deserialize, Serialize};
use web::words::Arg;

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::Dir;
use crate::files;

/// What can be done with an old docket.
#[derive(Debug, Subcommand)]
pub(crate) enum Docket {
    /// Take cases over from a table (CSV): all its rows, or none where one has a fault; twice changes nothing
    Import(Import),
    /// Print the first line of such a table
    Columns,
}

/// A table to be taken over.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// The table: side, number, state, kind, subject, and the columns that `comity docket columns` prints
    file: PathBuf,
    #[command(flatten)]
    dir: Dir,
    #[command(flatten)]
    wanted: Wanted,
}

/// How it is taken over.
#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// The authority whose docket it is
    #[arg(long, default_value = "ca", value_parser = super::parsed::<AuthorityId>)]
    authority: AuthorityId,
    /// Look at every row and take nothing over
    #[arg(long)]
    dry_run: bool,
    /// Language of the messages
    #[arg(long, default_value = "en", value_parser = super::codes(Lang::ALL, Lang::code), ignore_case = true)]
    lang: Lang,
}

/// The command.
pub(super) fn run(docket: Docket) -> Outcome {
    match docket {
        Docket::Import(import) => {
            let table = files::read(&import.file, limits::DOCKET_FILE_BYTES_MAX)?;
            import.dir.act_with(Act::DocketImport(import.wanted), table)
        }
        Docket::Columns => {
            let names: Vec<&str> = docket::COLUMNS.iter().map(|(name, _)| *name).collect();
            Ok(Done::said(names.join(",") + "\n"))
        }
    }
}

/// Takes the table over, or looks at it.
pub(super) async fn import(here: &Here, wanted: Wanted, body: Bytes) -> Outcome {
    let table = String::from_utf8(body.to_vec())
        .map_err(|_| Fail::input("the table is not UTF-8; nothing was taken over"))?;
    let act = Table {
        table,
        authority: wanted.authority,
    };
    let operator = here.operator();
    let report = match wanted.dry_run {
        true => docket::look(&here.office, &operator, &act).await,
        false => docket::import(&here.office, &operator, &act).await,
    };
    let report = report.map_err(|error| {
        Fail::from(error).and("Take the same table over again: what is here already stays as it is")
    })?;
    let good = report.faults.is_empty();
    Ok(Done::said(said(&report, wanted.lang, wanted.dry_run)).holding(good))
}

/// The faults by line and column; where there are none, what became of the rows.
fn said(report: &Report, lang: Lang, looked: bool) -> String {
    let mut out = String::new();
    for fault in &report.faults {
        let key = web::words::key("docket-fault", fault.problem.code());
        let what = web::words::say(lang, &key, &[]);
        let _ = write!(out, "{} {}", fault.line, plain(&fault.column));
        if !fault.cell.is_empty() {
            let _ = write!(out, " {:?}", plain(&fault.cell));
        }
        let _ = writeln!(out, ": {}", plain(&what));
    }
    if out.is_empty() {
        let key = if looked { "docket-would" } else { "docket-did" };
        let new = report.new_cases().to_string();
        let here = (report.lines.len() - report.new_cases()).to_string();
        let what = web::words::say(
            lang,
            key,
            &[("new", Arg::Text(&new)), ("here", Arg::Text(&here))],
        );
        let _ = writeln!(out, "{}", plain(&what));
    }
    out
}
