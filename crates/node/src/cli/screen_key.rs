//! `comity screen key`: the keys by which programs ask the lists. A key is shown once, when it is issued.

use std::fmt::Write as _;

use clap::{Args, Subcommand};
use model::{Purpose, limits};
use office::screening::keys::{self, IssueKey, KeyLine, PURPOSES};
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::fail::{Done, Outcome, plain};
use super::reach::Dir;

/// What can be done with the keys of programs.
#[derive(Debug, Subcommand)]
pub(crate) enum Key {
    /// Issue a key to a program; it is shown now and never again
    Add {
        #[command(flatten)]
        new: New,
        #[command(flatten)]
        dir: Dir,
    },
    /// Print the keys, never the keys themselves
    List {
        #[command(flatten)]
        dir: Dir,
    },
    /// Take a key back, by its name or id: whoever asks with it is refused at once
    Revoke {
        /// Name or id of the key
        key: String,
        #[command(flatten)]
        dir: Dir,
    },
}

/// A key to be issued.
#[derive(Debug, Args, Serialize, Deserialize)]
pub(crate) struct New {
    /// The program's name
    name: String,
    /// Login of the officer who answers for what the program asks
    #[arg(long, value_name = "LOGIN")]
    officer: String,
    /// For what it asks
    #[arg(long, default_value = "screening", value_parser = super::codes(PURPOSES, Purpose::code), ignore_case = true)]
    purpose: Purpose,
    /// After so many days the key ends by itself
    #[arg(long, default_value_t = 90)]
    days: u32,
}

/// The command.
pub(super) fn run(key: Key) -> Outcome {
    match key {
        Key::Add { new, dir } => dir.act(Act::ScreenKeyIssue(new)),
        Key::List { dir } => dir.act(Act::ScreenKeyList),
        Key::Revoke { key, dir } => dir.act(Act::ScreenKeyRevoke { key }),
    }
}

/// Issue one.
pub(super) async fn issue(here: &Here, new: New) -> Outcome {
    let act = IssueKey {
        act: here.office.new_act(),
        name: new.name.clone(),
        officer: new.officer,
        purpose: new.purpose,
        days: new.days,
    };
    let issued = keys::issue(&here.office, &here.operator(), act).await?;
    Ok(Done::said(format!(
        "{}\nthe key of {}, for {} until {}; it is not shown again. Programs send it as: Authorization: ApiKey KEY\n",
        issued.token.as_str(),
        plain(&new.name),
        new.purpose,
        issued.expires
    )))
}

/// Take one back.
pub(super) async fn revoke(here: &Here, key: &str) -> Outcome {
    let act = here.office.new_act();
    keys::revoke(&here.office, &here.operator(), (act, key)).await?;
    Ok(Done::said(format!(
        "the key {} is taken back\n",
        plain(key)
    )))
}

/// All of them.
pub(super) async fn list(here: &Here) -> Outcome {
    let mut out = String::new();
    let now = here.office.now();
    for key in keys::list(&here.office, &here.operator()).await? {
        let state = state_of(&key, now);
        let _ = writeln!(
            out,
            "{:<24}{:<16}{state}\n    officer {}, id {}",
            plain(&key.name),
            key.purpose,
            key.officer,
            key.id
        );
        if key.log_only > 0 {
            let _ = writeln!(
                out,
                "    {} hits stand in the screening log only: {} of its hits wait for a decision, and no more may",
                key.log_only,
                limits::SCREEN_QUEUE_KEY_MAX
            );
        }
    }
    if out.is_empty() {
        out.push_str("no key yet: comity screen key add NAME --officer LOGIN\n");
    }
    Ok(Done::said(out))
}

fn state_of(key: &KeyLine, now: jiff::Timestamp) -> String {
    match key.revoked {
        Some(at) => format!("taken back {at}"),
        None if key.expires <= now => format!("ended {}", key.expires),
        None => format!("until {}", key.expires),
    }
}
