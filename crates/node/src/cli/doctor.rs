//! `comity doctor`: what a person who knows machines would look at first, in plain words with what to do.

use std::fmt::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use office::Clock as _;

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::Dir;
use crate::clock::SystemClock;
use crate::config::{self, Config};
use crate::keyfiles;
use crate::socket;

/// Look at this machine, and at a node.
#[derive(Debug, clap::Args)]
pub(crate) struct Doctor {
    /// A node's folder; without it only the machine is looked at
    #[arg(long, value_name = "PATH")]
    dir: Option<PathBuf>,
    /// The clock is right, compared with another: what is over by it is destroyed again
    #[arg(long, requires = "dir")]
    confirm_clock: bool,
}

/// Less room than this is said.
const FREE_BYTES_WANTED: u64 = 2 << 30;
/// A card or key that ends sooner is said.
const SOON_DAYS: i64 = 30;
/// What to do where the clock went back or jumped.
const CLOCK_JUMPED: &str = "the clock went back or jumped: nothing is destroyed until it is right. Compare it with another; set \
     it, or, where it is right, say so with --confirm-clock";
/// A clock before this program was written is wrong.
const CLOCK_MIN: &str = "2026-01-01T00:00:00Z";

/// How a thing is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum How {
    Well,
    Look,
    Bad,
}

/// What was found.
#[derive(Default)]
struct Findings {
    text: String,
    bad: bool,
}

impl Findings {
    fn say(&mut self, how: How, what: &str, words: impl std::fmt::Display) {
        let mark = match how {
            How::Well => "OK",
            How::Look => "LOOK",
            How::Bad => "BAD",
        };
        self.bad |= how == How::Bad;
        let _ = writeln!(self.text, "{mark:<5} {what:<10} {words}");
    }

    fn done(self) -> Done {
        Done::said(self.text).holding(!self.bad)
    }
}

/// The command.
pub(super) fn run(asked: &Doctor) -> Outcome {
    let mut found = Findings::default();
    let config = match &asked.dir {
        Some(dir) => Config::load(dir)?,
        None => Config::default(),
    };
    fonts(&mut found, &config);
    clock(&mut found);
    let here = asked.dir.clone().unwrap_or_else(|| PathBuf::from("."));
    room(&mut found, &here);
    let Some(dir) = &asked.dir else {
        return Ok(found.done());
    };
    folder(&mut found, dir);
    let engine = if config.store.url.is_empty() {
        "SQLite in this folder"
    } else {
        "PostgreSQL, at the address in the config (store.url)"
    };
    found.say(How::Well, "database", engine);
    let running = socket::connect(dir).is_some();
    found.say(
        How::Well,
        "node",
        if running {
            "is running; commands reach it by its socket"
        } else {
            "is not running; commands open its folder themselves"
        },
    );
    let node = Dir { dir: dir.clone() }.act(Act::Health {
        confirm_clock: asked.confirm_clock,
    });
    match node {
        Ok(done) => {
            found.text.push_str(&done.text);
            found.bad |= done.code != 0;
        }
        Err(fail) => found.say(How::Bad, "node", fail.text),
    }
    Ok(found.done())
}

fn fonts(found: &mut Findings, config: &Config) {
    let folders: Vec<PathBuf> = config
        .papers
        .font_folders
        .iter()
        .map(PathBuf::from)
        .collect();
    let files = office::fonts::find(&folders);
    let has = |part: &str| {
        files.iter().any(|path| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| name.contains(part))
        })
    };
    found.say(How::Well, "fonts", "Latin and Cyrillic papers: built in");
    for (script, there, package) in [
        ("Arabic", has("Arabic"), "fonts-noto-core"),
        ("Chinese", has("CJK") || has("SC-"), "fonts-noto-cjk"),
    ] {
        if there {
            found.say(How::Well, "fonts", format!("{script} papers: font found"));
        } else {
            let words = format!(
                "{script} papers cannot be set: apt-get install {package}, or name a folder in papers.font_folders; the print view serves meanwhile"
            );
            found.say(How::Look, "fonts", words);
        }
    }
}

fn clock(found: &mut Findings) {
    let now = SystemClock.now();
    if CLOCK_MIN.parse().is_ok_and(|min| now < min) {
        let words = format!("{now} is before this program was made: set the clock");
        return found.say(How::Bad, "clock", words);
    }
    if Path::new("/run/systemd/timesync/synchronized").exists() {
        return found.say(How::Well, "clock", format!("{now}, set by the network"));
    }
    let words = format!(
        "{now}; this machine does not say who sets its clock: compare it (timedatectl, chronyc tracking). Peers refuse what is dated more than minutes ahead"
    );
    found.say(How::Look, "clock", words);
}

/// Free room as `df` tells it: POSIX output, in blocks of 1024 bytes.
fn room(found: &mut Findings, dir: &Path) {
    let asked = std::process::Command::new("df")
        .arg("-Pk")
        .arg(dir)
        .output();
    let free = asked.ok().and_then(|answer| {
        let text = String::from_utf8(answer.stdout).ok()?;
        let blocks: u64 = text
            .lines()
            .nth(1)?
            .split_whitespace()
            .nth(3)?
            .parse()
            .ok()?;
        Some(blocks * 1024)
    });
    match free {
        Some(free) if free < FREE_BYTES_WANTED => {
            let words = format!(
                "only {} MiB are free at {}: the node stops when there is none; make room",
                free >> 20,
                dir.display()
            );
            found.say(How::Look, "disk", words);
        }
        Some(free) => found.say(
            How::Well,
            "disk",
            format!("{} MiB free at {}", free >> 20, dir.display()),
        ),
        None => found.say(
            How::Look,
            "disk",
            "free room is not known: df does not answer",
        ),
    }
}

fn folder(found: &mut Findings, dir: &Path) {
    let open_to_others =
        |path: &Path| std::fs::metadata(path).is_ok_and(|m| m.permissions().mode() & 0o077 != 0);
    let keys = dir.join(keyfiles::FOLDER);
    if open_to_others(dir) {
        let words = format!(
            "others on this machine may look into {0}: chmod 700 {0}",
            dir.display()
        );
        found.say(How::Bad, "folder", words);
    } else {
        found.say(How::Well, "folder", "is its owner's alone");
    }
    for name in [
        keyfiles::ROOT_FILE,
        keyfiles::NODE_FILE,
        keyfiles::WEEKLY_FILE,
    ] {
        let path = keys.join(name);
        if open_to_others(&path) {
            let words = format!("others may read {0}: chmod 600 {0}", path.display());
            found.say(How::Bad, "keys", words);
        }
    }
    let config = dir.join(config::FILE);
    if open_to_others(&config) {
        let words = format!("others may read {0}: chmod 600 {0}", config.display());
        found.say(How::Look, "folder", words);
    }
    if keys.join(keyfiles::ROOT_FILE).exists() {
        let words = "the root key is on this machine: copy root.chest to two media, check both, take it off";
        found.say(How::Look, "keys", words);
    } else {
        found.say(How::Well, "keys", "the root key is not on this machine");
    }
}

/// The act: what only the opened node knows.
pub(super) async fn node(here: &Here, confirm_clock: bool) -> Outcome {
    if confirm_clock {
        office::clock::confirm(&here.office, &here.operator()).await?;
    }
    let mut found = Findings::default();
    let now = here.office.now();
    for part in office::health::ready(&here.office).await.parts {
        if part.ok {
            found.say(How::Well, part.name, part.code);
        } else {
            let words = match part.name {
                "keys" => "no weekly key is in force: start the node, it makes them",
                "card" => "the State card has expired: sign the next one with the root key",
                "clock" => CLOCK_JUMPED,
                _ => "the last commit failed: look at the disk, then start the node again",
            };
            found.say(How::Bad, part.name, words);
        }
    }
    let bytes = office::peers::our_card(&here.office).await?;
    let card = seal::card::open_card_undated(&bytes)
        .map_err(|e| Fail::broken(format!("the stored State card does not open: {e}")))?;
    let days = card.card.expires.duration_since(now).as_hours() / 24;
    let words = format!("State card {} ends in {days} days", card.card.sequence);
    let how = if days < SOON_DAYS {
        How::Look
    } else {
        How::Well
    };
    found.say(how, "card", words);
    let nodes = card.card.nodes.iter().map(|node| node.key.until);
    let signing = card.card.authorities.iter().flat_map(|a| &a.keys);
    if let Some(first) = nodes.chain(signing.map(|key| key.until)).min() {
        let days = first.duration_since(now).as_hours() / 24;
        let how = if days < SOON_DAYS {
            How::Look
        } else {
            How::Well
        };
        found.say(
            how,
            "keys",
            format!("the first signing key ends in {days} days"),
        );
    }
    let metrics = office::health::metrics(&here.office).await?;
    found.say(
        How::Well,
        "ledger",
        format!(
            "{} entries; comity ledger verify checks them",
            metrics.ledger_size
        ),
    );
    let waiting = metrics.outbox_waiting;
    found.say(
        How::Well,
        "outbox",
        format!("{waiting} messages wait to be sent"),
    );
    lists(&mut found, here).await?;
    Ok(found.done())
}

async fn lists(found: &mut Findings, here: &Here) -> Result<(), Fail> {
    let now = here.office.now();
    let lists = here
        .office
        .read(&here.operator(), model::Purpose::Administration)
        .await?
        .lists()
        .await?;
    for list in &lists {
        let days = now.duration_since(list.imported).as_hours() / 24;
        let how = if days >= SOON_DAYS {
            How::Look
        } else {
            How::Well
        };
        let words = format!("{} was taken in {days} days ago", plain(&list.name));
        found.say(how, "lists", words);
    }
    if lists.is_empty() {
        found.say(
            How::Look,
            "lists",
            "no list: checks at the border answer \"cannot say\"",
        );
    }
    Ok(())
}
