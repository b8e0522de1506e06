//! `comity ledger`: verifying everything the ledger names, and who did what.

use std::fmt::Write as _;

use clap::{Args, Subcommand};
use model::{Purpose, limits};
use office::Progress;
use office::reader::LedgerFilter;
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::fail::{Done, Outcome, plain};
use super::reach::Dir;

/// What can be done with the ledger.
#[derive(Debug, Subcommand)]
pub(crate) enum Ledger {
    /// Compute the tree anew; compare each checkpoint, row and file with it
    Verify {
        #[command(flatten)]
        dir: Dir,
    },
    /// Print entries, newest first
    Show {
        #[command(flatten)]
        wanted: Wanted,
        #[command(flatten)]
        dir: Dir,
    },
}

/// Which entries.
#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// How many
    #[arg(long, default_value_t = 20, value_name = "N")]
    last: u32,
    /// Only this act, as list.imported
    #[arg(long)]
    verb: Option<String>,
    /// Only what was done to this, as list:un-sc
    #[arg(long)]
    object: Option<String>,
    /// Only entries before this number
    #[arg(long, value_name = "N")]
    before: Option<u64>,
}

/// The command.
pub(super) fn run(ledger: Ledger) -> Outcome {
    match ledger {
        Ledger::Verify { dir } => dir.act(Act::LedgerVerify),
        Ledger::Show { wanted, dir } => dir.act(Act::LedgerShow(wanted)),
    }
}

/// The act.
pub(super) async fn verify(here: &Here, progress: &dyn Progress) -> Outcome {
    let report = office::ledger::verify(&here.office, &here.operator(), progress).await?;
    let mut out = format!(
        "entries {}, checkpoints {}, rows {}, files {}\nroot {}\n",
        report.size, report.checkpoints, report.rows, report.blobs, report.root
    );
    for problem in report.problems.iter().take(limits::PROBLEMS_TOLD_MAX) {
        let _ = writeln!(
            out,
            "DOES NOT HOLD  {}: {} ({})",
            plain(&problem.place),
            plain(&problem.what),
            problem.code
        );
    }
    let more = report
        .problems
        .len()
        .saturating_sub(limits::PROBLEMS_TOLD_MAX);
    if more > 0 {
        let _ = writeln!(out, "and {more} more");
    }
    let holds = report.problems.is_empty();
    out.push_str(if holds {
        "OK: rows, files, tree and checkpoints say the same\n"
    } else {
        "Stop the node, keep the folder as it is, restore a backup to another machine, and find out who changed it\n"
    });
    Ok(Done::said(out).holding(holds))
}

/// Entries.
pub(super) async fn show(here: &Here, wanted: Wanted) -> Outcome {
    let reader = here
        .office
        .read(&here.operator(), Purpose::Administration)
        .await?;
    let filter = LedgerFilter {
        verb: wanted.verb,
        object: wanted.object,
        before: wanted.before,
        limit: wanted.last,
    };
    let mut out = String::new();
    for line in reader.ledger(&filter).await? {
        let entry = &line.entry;
        let _ = writeln!(
            out,
            "{:>8}  {}  {}  {}  {}{}",
            line.leaf,
            entry.at,
            plain(&entry.actor),
            plain(&entry.verb),
            plain(entry.object.as_deref().unwrap_or("")),
            entry
                .reason_code
                .as_deref()
                .map(|code| format!("  {}", plain(code)))
                .unwrap_or_default(),
        );
    }
    Ok(Done::said(out))
}
