//! Restoring: the backup is checked against its digests, the node is built beside its place, its ledger is verified, and only
//! then does it get its place. It begins a new stream epoch, so that no number is used twice, and asks its peers what it missed.

use std::collections::BTreeMap;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::Path;

use model::{Actor, Digest};
use office::Progress;
use store::{Options, Store};

use super::super::fail::{Done, Fail, Outcome};
use super::{MANIFEST, Restore, SMALL_BYTES_MAX, digests};
use crate::cli::reach;
use crate::config::{self, Config};
use crate::dice::SystemDice;
use crate::files;
use crate::init::staging::Staging;
use crate::init::{CARD_FILE, STATE_FILE};
use crate::keyfiles::{self, KeyFiles};
use crate::progress::Shown;
use crate::serve::{self, Start};
use crate::unlock::Unlock;

/// The command.
pub(super) fn run(asked: &Restore) -> Outcome {
    let progress = Shown::new();
    check(&asked.from, &progress)?;
    let staging = Staging::begin(&asked.dir, &SystemDice)?;
    let built = prepare(asked, staging.path()).and_then(|unlock| {
        reach::runtime()?.block_on(build(asked, (staging.path(), unlock), &progress))
    });
    match built {
        Ok(text) => {
            staging.finish()?;
            Ok(Done::said(text))
        }
        Err(fail) => {
            staging.give_up();
            Err(fail.and("Nothing was restored"))
        }
    }
}

/// Compare every file with the list, and the list with what is there.
fn check(from: &Path, progress: &dyn Progress) -> Result<(), Fail> {
    let path = from.join(MANIFEST);
    if !path.exists() {
        return Err(Fail::input(format!(
            "{}: this is no backup: it has no {MANIFEST}",
            from.display()
        )));
    }
    let bytes = files::read(&path, SMALL_BYTES_MAX)?;
    let listed = listed(&String::from_utf8_lossy(&bytes)).map_err(|line| {
        Fail::input(format!(
            "{}:{line}: this line cannot be read",
            path.display()
        ))
    })?;
    let found = digests(from, progress)?;
    let wrong = listed
        .iter()
        .find_map(|(name, digest)| match found.get(name) {
            None => Some(format!("{name} is missing")),
            Some(other) if other != digest => Some(format!("{name} is not what the backup wrote")),
            Some(_) => None,
        });
    let added = found.keys().find(|name| !listed.contains_key(*name));
    let wrong = wrong.or_else(|| added.map(|name| format!("{name} was added later")));
    match wrong {
        Some(wrong) => Err(Fail::refused(format!(
            "{}: {wrong}. Nothing was restored; use another backup",
            from.display()
        ))),
        None => Ok(()),
    }
}

fn listed(text: &str) -> Result<BTreeMap<String, Digest>, usize> {
    let lines = text.lines().enumerate();
    lines
        .map(|(n, line)| -> Result<(String, Digest), usize> {
            let (digest, name) = line.split_once("  ").ok_or(n + 1)?;
            Ok((name.to_owned(), digest.parse().map_err(|_| n + 1)?))
        })
        .collect()
}

/// Bring config, State and keys into the new folder; answer what opens the keys.
fn prepare(asked: &Restore, into: &Path) -> Result<Unlock, Fail> {
    let config = config_of(asked)?;
    files::replace(&into.join(config::FILE), config.file().as_bytes())?;
    for name in [STATE_FILE, CARD_FILE] {
        let path = asked.from.join(name);
        if path.exists() {
            files::replace(&into.join(name), &files::read(&path, SMALL_BYTES_MAX)?)?;
        }
    }
    let keys = into.join(keyfiles::FOLDER);
    std::fs::DirBuilder::new()
        .mode(0o700)
        .create(&keys)
        .map_err(|e| Fail::file("created", &keys, &e))?;
    for name in [
        keyfiles::NODE_FILE,
        keyfiles::WEEKLY_FILE,
        keyfiles::TLS_CA_FILE,
    ] {
        let path = asked.keys.join(name);
        if !path.exists() {
            return Err(Fail::input(format!(
                "{}: there is no {name} in it; --keys names the folder keys/ of the node that was backed up",
                asked.keys.display()
            )));
        }
        files::replace(&keys.join(name), &files::read(&path, SMALL_BYTES_MAX)?)?;
    }
    let config = Config::load(into)?;
    let unlock = match (&asked.key_file, &asked.passphrase_file) {
        (Some(path), _) => Unlock::key_file(path)?,
        (None, Some(path)) => Unlock::passphrase_file(path)?,
        (None, None) => Unlock::of(&config, &asked.dir).map_err(|error| {
            Fail::from(error).and("--passphrase-file or --key-file name it in place of the config")
        })?,
    };
    // Before the long work: a wrong passphrase is said at once.
    KeyFiles::open(into, &config.state()?, unlock.clone().into())?;
    Ok(unlock)
}

/// The config that comes along; what opens the keys is where the command says, if it says so.
fn config_of(asked: &Restore) -> Result<Config, Fail> {
    let path = asked
        .config
        .clone()
        .unwrap_or_else(|| asked.from.join(config::FILE));
    let place = path.display().to_string();
    let bytes = files::read(&path, SMALL_BYTES_MAX)?;
    let text = String::from_utf8(bytes)
        .map_err(|_| Fail::input(format!("{place}: this is not UTF-8 text")))?;
    // As it stands: what the environment says today does not belong into the file.
    let mut config = Config::read(&text, &place, &|_| None)?;
    let named = |path: &Option<std::path::PathBuf>| match path {
        Some(path) => reach::absolute(path).map(|path| path.display().to_string()),
        None => Ok(String::new()),
    };
    if asked.key_file.is_some() || asked.passphrase_file.is_some() {
        config.keys.key_file = named(&asked.key_file)?;
        config.keys.passphrase_file = named(&asked.passphrase_file)?;
    }
    Ok(config)
}

async fn build(
    asked: &Restore,
    (into, unlock): (&Path, Unlock),
    progress: &dyn Progress,
) -> Result<String, Fail> {
    let config = Config::load(into)?;
    let keys = KeyFiles::open(into, &config.state()?, unlock.clone().into())?;
    let url = Some(config.store.url.clone()).filter(|url| !url.is_empty());
    let store = Store::open(Options {
        dir: into.to_owned(),
        url,
        vault: keys.vault(),
        dice: Box::new(SystemDice),
    })
    .await?;
    let filled = office::backup::restore(&store, &asked.from, progress).await;
    store.close().await;
    filled?;
    let opened = serve::open(&Start::new(into, config, unlock)).await?;
    let done = begin(&opened.office, progress).await;
    opened.close().await;
    let (epoch, entries) = done?;
    Ok(format!(
        "restored into {}: {entries} ledger entries verified\n    new stream epoch {epoch}: peers are asked what was missed as soon as the node runs\n    do not run the old machine beside it\nnext:\n    comity serve --dir {}\n",
        asked.dir.display(),
        asked.dir.display(),
    ))
}

/// What a restored node does first: say that it is one, and look whether it is whole.
async fn begin(office: &office::Office, progress: &dyn Progress) -> Result<(i64, u64), Fail> {
    let epoch = office::backup::begin_epoch(office).await?;
    let actor = Actor::operator(office.state());
    let report = office::ledger::verify(office, &actor, progress).await?;
    if let Some(first) = report.problems.first() {
        return Err(Fail::refused(format!(
            "the restored ledger does not hold: {}: {} ({} problems in all); use another backup",
            first.place,
            first.what,
            report.problems.len()
        )));
    }
    Ok((epoch, report.size))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_read_line_by_line() {
        let digest = "ab".repeat(32);
        let good = format!("{digest}  rows/a.jsonl\n{digest}  b c\n");
        assert_eq!(
            listed(&good).unwrap().keys().collect::<Vec<_>>(),
            ["b c", "rows/a.jsonl"]
        );
        assert_eq!(listed(&format!("{good}xx  y\n")), Err(3));
        assert_eq!(listed("no line"), Err(1));
    }
}
