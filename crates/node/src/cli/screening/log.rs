//! Reading, exporting and proving the screening log.

use std::fmt::Write as _;

use model::{QueryId, limits};
use office::Progress;
use office::screening::Question;
use office::screening::log::{self, Content, LogLine, LogWanted};

use super::super::act::Here;
use super::super::fail::{Done, Fail, Outcome, plain};
use super::LogArgs;

/// What one export may hold; the rest is exported with `--before`.
const EXPORT_BYTES_MAX: usize = 200 << 20;

fn wanted(args: LogArgs, limit: usize) -> LogWanted {
    LogWanted {
        before: args.before,
        actor: args.actor,
        channel: args.channel,
        case: args.case,
        hits_only: args.hits,
        limit,
    }
}

/// Rows, newest first.
pub(super) async fn show(here: &Here, args: LogArgs) -> Outcome {
    let limit = args.last;
    let wanted = wanted(args, limit);
    let narrowed = wanted.before.is_some()
        || wanted.actor.is_some()
        || wanted.channel.is_some()
        || wanted.case.is_some()
        || wanted.hits_only;
    let page = log::lines(&here.office, &here.operator(), &wanted).await?;
    let mut out = String::new();
    for line in &page.lines {
        row(&mut out, line);
    }
    match page.next {
        Some(next) => drop(writeln!(out, "more: --before {next}")),
        None if page.lines.is_empty() && narrowed => {
            out.push_str("nothing more is on the log of what was asked for\n");
        }
        None if page.lines.is_empty() => out.push_str("nothing is on the log\n"),
        None => {}
    }
    Ok(Done::said(out))
}

fn row(out: &mut String, line: &LogLine) {
    let row = &line.row;
    let lists: Vec<String> = row
        .lists
        .iter()
        .map(|(list, version)| format!("{list} {version}"))
        .collect();
    let answer: Vec<String> = row
        .answer
        .iter()
        .map(|(id, points)| format!("{id} {:.4}", f64::from(*points) / 10_000.0))
        .collect();
    let _ = writeln!(
        out,
        "{}  {}  {}  {}{}  case {}\n    asked {}\n    answered {} of {}{}",
        row.at,
        row.id,
        plain(&row.actor),
        row.channel,
        by_program(row.program.as_deref(), row.dataset.as_deref()),
        plain(row.case.as_deref().unwrap_or("-")),
        plain(&lists.join(", ")),
        row.answer.len(),
        if answer.is_empty() {
            "nothing".to_owned()
        } else {
            plain(&answer.join(", "))
        },
        if row.left_out == 0 {
            String::new()
        } else {
            format!("; {} left out by review", row.left_out)
        },
    );
}

/// The program's key, and the dataset it named.
fn by_program(key: Option<&str>, dataset: Option<&str>) -> String {
    let key = key.map(|key| format!("  key {}", plain(key)));
    let dataset = dataset.map(|name| format!("  dataset {}", plain(name)));
    format!("{}{}", key.unwrap_or_default(), dataset.unwrap_or_default())
}

/// All rows as JSON lines.
pub(super) async fn export(here: &Here, (args, progress): (LogArgs, &dyn Progress)) -> Outcome {
    let mut wanted = wanted(args, limits::PAGE_ROWS_MAX);
    let (mut body, mut rows) = (Vec::new(), 0u64);
    loop {
        let page = log::lines(&here.office, &here.operator(), &wanted).await?;
        for line in &page.lines {
            serde_json::to_writer(&mut body, line).map_err(|e| Fail::broken(e.to_string()))?;
            body.push(b'\n');
            rows += 1;
        }
        progress.step(rows, None, "rows");
        let mut done = Done::said(format!("{rows} rows\n"));
        match page.next {
            Some(next) if body.len() > EXPORT_BYTES_MAX => {
                let _ = writeln!(done.text, "NOT ALL: the rest with --before {next}");
                done.body = body;
                return Ok(done.holding(false));
            }
            Some(next) => wanted.before = Some(next),
            None => {
                done.body = body;
                return Ok(done);
            }
        }
    }
}

/// The proof of a row, checked here and now.
pub(super) async fn prove(
    here: &Here,
    (id, salt): (QueryId, Option<String>),
    body: &[u8],
) -> Outcome {
    let claim = match salt {
        Some(salt) => {
            let question: Question = serde_json::from_slice(body)
                .map_err(|e| Fail::input(format!("the question cannot be read: {e}")))?;
            Some(Content { question, salt })
        }
        None => None,
    };
    let office = &here.office;
    let proof = log::prove(office, &here.operator(), (id, claim)).await?;
    let holds = proof.holds(&office.log_key());
    let mut out = format!("row {}\n", plain(&proof.row));
    let entry = &proof.entry;
    let _ = writeln!(
        out,
        "row {} of {} in entry {} of the ledger, under the checkpoint of {} entries",
        proof.index + 1,
        proof.of,
        entry.index,
        entry.size
    );
    out.push_str(match holds {
        true => "OK: row, group, entry and checkpoint say the same\n",
        false => "DOES NOT HOLD: row, group, entry and checkpoint do not say the same\n",
    });
    match proof.asked {
        Some(true) => out.push_str("OK: this is what was asked\n"),
        Some(false) => out.push_str("NO: this is not what was asked, or not its salt\n"),
        None => {}
    }
    let mut done = Done::said(out).holding(holds && proof.asked != Some(false));
    done.body = serde_json::to_vec_pretty(&proof).map_err(|e| Fail::broken(e.to_string()))?;
    Ok(done)
}
