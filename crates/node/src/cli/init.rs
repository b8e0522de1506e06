//! `comity init`: what a new node is made from.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use model::state::{Authority, Directory, StateProfile};
use model::{AuthorityId, StateCode, limits};
use office::Clock as _;
use serde_json::{Value, json};

use super::fail::{Done, Fail, Outcome, plain};
use super::reach;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::dice::SystemDice;
use crate::files;
use crate::init::{InitOptions, Initialised, init};
use crate::unlock::Unlock;

/// Make a node.
#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// Code of the State, two or three capital letters
    #[arg(long, value_name = "CODE", value_parser = super::parsed::<StateCode>)]
    state: StateCode,
    /// The node's folder: absent or empty
    #[arg(long, value_name = "PATH")]
    dir: PathBuf,
    /// What the State says of its law and its authorities, as JSON
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// Port of the pages, on loopback
    #[arg(long, value_name = "N", default_value_t = 8480)]
    pages_port: u16,
    /// Port that other States' nodes reach
    #[arg(long, value_name = "N", default_value_t = 8443)]
    peers_port: u16,
    /// Host name by which other States' nodes reach this machine; stands in the State card
    #[arg(long, value_name = "NAME", default_value = "localhost")]
    host: String,
    /// File with the key that opens the keys; made if it is not there
    #[arg(long, value_name = "PATH", conflicts_with = "passphrase_file")]
    key_file: Option<PathBuf>,
    /// File whose first line is the passphrase of the keys; without either file you are asked
    #[arg(long, value_name = "PATH")]
    passphrase_file: Option<PathBuf>,
}

/// The command.
pub(super) fn run(asked: &Init) -> Outcome {
    let (profile, authorities, note) = state(asked)?;
    let config = config(asked)?;
    refuse_occupied(&asked.dir)?;
    let fresh_key = asked.key_file.as_ref().filter(|path| !path.exists());
    let unlock = match fresh_key {
        Some(path) => Unlock::new_key_file(path, &mut SystemDice)?,
        None => Unlock::chosen(&config, &asked.dir)?,
    };
    let options = InitOptions {
        config,
        ..InitOptions::new(asked.dir.clone(), profile, authorities, unlock)
    };
    let made = reach::runtime()?.block_on(init(options)).inspect_err(|_| {
        // A key file that opens nothing is half of something: it goes with the rest.
        if let Some(path) = fresh_key {
            let _ = std::fs::remove_file(path);
        }
    })?;
    Ok(Done::said(words(asked, &made, note.as_deref())))
}

/// Said before anybody thinks of a passphrase; `init` itself looks again.
fn refuse_occupied(dir: &Path) -> Result<(), Fail> {
    if dir.join(crate::config::FILE).exists() {
        return Err(Fail::refused(format!(
            "{}: already holds a node; nothing was touched",
            dir.display()
        )));
    }
    Ok(())
}

fn config(asked: &Init) -> Result<Config, Fail> {
    let sound = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    if asked.host.is_empty() || !asked.host.chars().all(sound) {
        return Err(Fail::input(
            "--host: a host name or address is needed, without https:// and port",
        ));
    }
    let mut config = Config::of(&asked.state);
    config.pages.listen = format!("127.0.0.1:{}", asked.pages_port);
    config.peers.listen = format!("0.0.0.0:{}", asked.peers_port);
    config.peers.url = format!("https://{}:{}", asked.host, asked.peers_port);
    let path = |path: &Option<PathBuf>| match path {
        Some(path) => reach::absolute(path).map(|path| path.display().to_string()),
        None => Ok(String::new()),
    };
    config.keys.key_file = path(&asked.key_file)?;
    config.keys.passphrase_file = path(&asked.passphrase_file)?;
    Ok(config)
}

type State = (StateProfile, Vec<Authority>, Option<String>);

fn state(asked: &Init) -> Result<State, Fail> {
    if let Some(path) = &asked.profile {
        let directory = profile(path)?;
        let (profile, authorities) = entry(&directory, &asked.state).ok_or_else(|| {
            Fail::input(format!(
                "{}: there is no State {} in it",
                path.display(),
                asked.state
            ))
        })?;
        if !authorities.is_empty() {
            return Ok((profile, authorities, None));
        }
        let note = format!("{} names no authority", path.display());
        return minimal(profile, &note);
    }
    let today = SystemClock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let demo = model::state::demo(today).map_err(|e| Fail::broken(e.to_string()))?;
    if let Some((profile, authorities)) = entry(&demo, &asked.state) {
        let note = "this is a fictional State of the demo: its law and people are invented";
        return Ok((profile, authorities, Some(note.to_owned())));
    }
    let profile = StateProfile::unknown(asked.state.clone(), asked.state.as_str());
    minimal(profile, "no --profile was given")
}

fn minimal(profile: StateProfile, why: &str) -> Result<State, Fail> {
    let id: AuthorityId = "ca"
        .parse()
        .map_err(|_| Fail::broken("the id of a central authority cannot be read"))?;
    let authority = Authority::central(&profile, id);
    let note = format!(
        "{why}: the card names one central authority \"ca\" without telephone, hours and languages, and nothing of your law. Before you hand the card to anybody, make the node again with --profile: names in six languages, languages of requests, treaties, authorities with functions, time zone, hours, duty telephone"
    );
    Ok((profile, vec![authority], Some(note)))
}

/// A file in the form of a file of States, or of one State of it.
fn profile(path: &Path) -> Result<Directory, Fail> {
    let bad = |what: String| Fail::input(format!("{}: {what}", path.display()));
    let bytes = files::read(path, limits::STATES_FILE_BYTES_MAX)?;
    let value: Value =
        serde_json::from_slice(&bytes).map_err(|e| bad(format!("this is not JSON: {e}")))?;
    let whole = if value.get("states").is_some() {
        value
    } else {
        json!({ "states": [value] })
    };
    Directory::parse(&whole.to_string()).map_err(|e| bad(e.to_string()))
}

fn entry(directory: &Directory, code: &StateCode) -> Option<(StateProfile, Vec<Authority>)> {
    let profile = directory.state(code)?.clone();
    Some((profile, directory.authorities(code).cloned().collect()))
}

fn words(asked: &Init, made: &Initialised, note: Option<&str>) -> String {
    let dir = made.dir.display();
    let mut out = format!(
        "{} has a node in {dir}\n    State card valid until {}\n    fingerprint {}\n    ledger: {} entries, root {}\n",
        made.state, made.card_expires, made.fingerprint, made.checkpoint.0, made.checkpoint.1,
    );
    if let Some(note) = note {
        let _ = writeln!(out, "note: {}", plain(note));
    }
    if asked.host == "localhost" {
        out.push_str(
            "note: other machines cannot reach https://localhost; name this machine with --host\n",
        );
    }
    let _ = write!(
        out,
        "next:\n    copy {dir}/keys/root.chest to two media and take it off this machine\n    comity officer add --dir {dir} --login NAME --name NAME --role administrator\n    comity serve --dir {dir}\n"
    );
    out
}
