//! Checking an evidence package: what holds and what does not, file by file, in plain words. Needs no node and no network.

use std::collections::BTreeMap;
use std::io::Read as _;
use std::path::Path;

use model::Digest;
use seal::Hasher;
use seal::bag::{
    BAGIT_FILE, BagTexts, FileState, Files, MANIFEST_FILE, ROOT_FILE, TAG_MANIFEST_FILE,
};
use seal::card::{OpenCard, open_card_undated};
use seal::custody::Chain;

use super::binding::{Bound, log_owner};
use crate::error::{Doing, Error, Result};

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Whether it holds.
    pub ok: bool,
    /// The file or group of files.
    pub place: String,
    /// In plain words.
    pub text: String,
}

/// What a package is worth.
#[derive(Debug, Clone, Default)]
pub struct BagReport {
    /// Everything holds.
    pub ok: bool,
    /// What was looked at, in order.
    pub lines: Vec<Said>,
}

/// Files in a package, at most.
const FILES_MAX: usize = 65_536;
/// A small file of a package, at most.
const SMALL_MAX: u64 = 8 << 20;

impl BagReport {
    pub(crate) fn say(&mut self, ok: bool, place: impl Into<String>, text: impl Into<String>) {
        self.lines.push(Said {
            ok,
            place: place.into(),
            text: text.into(),
        });
    }
}

/// Check a package.
///
/// # Errors
/// Where the folder cannot be read at all, or holds links.
pub fn verify(dir: &Path) -> Result<BagReport> {
    let mut found = Files::new();
    walk(dir, dir, &mut found)?;
    if found.is_empty() {
        return Err(Error::input(
            "FOLDER",
            "dir",
            "there is no package in this folder",
        ));
    }
    let mut report = BagReport::default();
    files(dir, &found, &mut report)?;
    custody(dir, &found, &mut report)?;
    let cards = cards(dir, &found, &mut report)?;
    let mut bound = Bound::default();
    court(dir, &found, (&cards, &mut bound), &mut report)?;
    receipts(dir, &found, (&cards, &mut bound), &mut report)?;
    ledger(dir, &found, &cards, &mut report)?;
    let record = small(dir, "metadata/request.json")?;
    bound.judge(&found, &cards, &record, &mut report);
    report.ok = report.lines.iter().all(|line| line.ok);
    Ok(report)
}

fn failed(path: &Path) -> impl Fn(std::io::Error) -> Error + '_ {
    move |source| Error::File {
        doing: "read",
        path: path.display().to_string(),
        source,
    }
}

fn walk(root: &Path, dir: &Path, found: &mut Files) -> Result<()> {
    for entry in std::fs::read_dir(dir).map_err(failed(dir))? {
        let path = entry.map_err(failed(dir))?.path();
        let meta = std::fs::symlink_metadata(&path).map_err(failed(&path))?;
        if meta.is_symlink() {
            return Err(Error::input(
                "LINK",
                path.display().to_string(),
                "a package holds no links; this one is not to be trusted",
            ));
        }
        if meta.is_dir() {
            walk(root, &path, found)?;
        } else {
            let name = path.strip_prefix(root).ok().and_then(Path::to_str);
            let name = name.ok_or_else(|| {
                Error::input(
                    "NAME",
                    path.display().to_string(),
                    "a file's name is not UTF-8",
                )
            })?;
            found.insert(name.to_owned(), digest(&path)?);
        }
        if found.len() > FILES_MAX {
            return Err(Error::input(
                "FILES",
                "dir",
                "there are more files than any package has",
            ));
        }
    }
    Ok(())
}

fn digest(path: &Path) -> Result<Digest> {
    let mut file = std::fs::File::open(path).map_err(failed(path))?;
    let (mut hasher, mut buffer) = (Hasher::new(), vec![0u8; 1 << 20]);
    loop {
        let n = file.read(&mut buffer).map_err(failed(path))?;
        if n == 0 {
            return Ok(hasher.finish());
        }
        hasher.update(buffer.get(..n).unwrap_or_default());
    }
}

fn small(dir: &Path, name: &str) -> Result<Vec<u8>> {
    let path = dir.join(name);
    let size = std::fs::metadata(&path).map_or(0, |m| m.len());
    if size > SMALL_MAX {
        return Err(Error::input(
            "SIZE",
            name,
            "this file is larger than any of its kind",
        ));
    }
    match std::fs::read(&path) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(failed(&path)(error)),
    }
}

fn files(dir: &Path, found: &Files, report: &mut BagReport) -> Result<()> {
    let (declaration, manifest) = (small(dir, BAGIT_FILE)?, small(dir, MANIFEST_FILE)?);
    let (tag_manifest, root) = (small(dir, TAG_MANIFEST_FILE)?, small(dir, ROOT_FILE)?);
    let texts = BagTexts {
        declaration: &declaration,
        manifest: &manifest,
        tag_manifest: &tag_manifest,
        root: &root,
    };
    let states = seal::bag::verify(texts, found);
    let intact = states
        .iter()
        .filter(|(_, state)| *state == FileState::Intact)
        .count();
    for (path, state) in &states {
        let text = match state {
            FileState::Intact => continue,
            FileState::Changed => "was changed after the package was written",
            FileState::Missing => "is listed and is not here",
            FileState::Unlisted => "is here and was not part of the package",
            FileState::Unverifiable => {
                "cannot be judged, because the list it stands in was changed"
            }
        };
        report.say(false, path, text);
    }
    if seal::bag::holds(&states) {
        report.say(
            true,
            MANIFEST_FILE,
            format!("all {intact} files are as they were when the package was written"),
        );
    }
    Ok(())
}

fn under<'f>(found: &'f Files, prefix: &'f str, end: &'f str) -> impl Iterator<Item = &'f String> {
    found
        .keys()
        .filter(move |path| path.starts_with(prefix) && path.ends_with(end))
}

fn custody(dir: &Path, found: &Files, report: &mut BagReport) -> Result<()> {
    for path in found.keys().filter(|path| path.starts_with("data/")) {
        let name = path.trim_start_matches("data/");
        let file = format!("metadata/custody/{name}.cbor");
        match Chain::open(&small(dir, &file)?) {
            Ok(chain) if chain.events.is_empty() => {
                report.say(false, &file, "the custody record has no step");
            }
            Ok(chain) if Some(&chain.evidence) == found.get(path) => {
                report.say(
                    true,
                    path,
                    format!(
                        "custody holds: {} steps, each linked to the one before",
                        chain.events.len()
                    ),
                );
            }
            Ok(_) => report.say(false, path, "its custody record belongs to other bytes"),
            Err(error) => report.say(
                false,
                &file,
                format!("the custody record does not hold: {error}"),
            ),
        }
    }
    Ok(())
}

fn cards(dir: &Path, found: &Files, report: &mut BagReport) -> Result<BTreeMap<String, OpenCard>> {
    let mut cards = BTreeMap::new();
    for path in under(found, "metadata/cards/", ".cose") {
        match open_card_undated(&small(dir, path)?) {
            Ok(card) => {
                let text = format!(
                    "card of {}; compare its fingerprint with the published one: {}",
                    card.card.code,
                    card.fingerprint()
                );
                report.say(true, path, text);
                cards.insert(card.card.code.to_string(), card);
            }
            Err(error) => report.say(
                false,
                path,
                format!("this State card does not hold: {error}"),
            ),
        }
    }
    Ok(cards)
}

fn court(
    dir: &Path,
    found: &Files,
    (cards, bound): (&BTreeMap<String, OpenCard>, &mut Bound),
    report: &mut BagReport,
) -> Result<()> {
    for path in under(found, "metadata/court/", "/manifest.cose") {
        let signed = small(dir, path)?;
        match signature(&signed, cards) {
            Ok((manifest, who)) => {
                let described = manifest.parts.iter().filter(|part| part.blob.is_some());
                let lost: Vec<_> = described
                    .inspect(|part| {
                        bound.named.insert(part.sha256);
                    })
                    .filter(|part| !found.values().any(|d| *d == part.sha256))
                    .map(|p| p.name.clone())
                    .collect();
                let text = format!(
                    "signed by {who} at {}; both signatures verify",
                    manifest.created
                );
                report.say(true, path, text);
                for name in lost {
                    report.say(
                        false,
                        path,
                        format!(
                            "the signed manifest names {name}, and no file here has its digest"
                        ),
                    );
                }
            }
            Err(error) => report.say(false, path, format!("the signature does not hold: {error}")),
        }
        let folder = path.trim_end_matches("manifest.cose");
        for (name, bytes) in court_parts(&signed, cards).unwrap_or_default() {
            let file = format!("{folder}{name}");
            if found.get(&file) != Some(&seal::sha256(&bytes)) {
                report.say(false, file, "is not what the signed manifest gives");
            }
        }
    }
    Ok(())
}

fn signer<'c>(
    signed: &[u8],
    cards: &'c BTreeMap<String, OpenCard>,
) -> Result<(seal::envelope::Manifest, &'c seal::suite::PublicPair)> {
    let manifest = seal::envelope::read_manifest(signed).doing("read a signed manifest")?;
    let key = seal::envelope::manifest_signer(signed).doing("read a signed manifest")?;
    let card = cards
        .get(manifest.from.state.as_str())
        .ok_or_else(|| Error::Key(format!("card of {}", manifest.from.state)))?;
    let public = card
        .authority_key(&manifest.from.authority, &key, manifest.created)
        .doing("find the signer in the card")?;
    Ok((manifest, public))
}

fn signature(
    signed: &[u8],
    cards: &BTreeMap<String, OpenCard>,
) -> Result<(seal::envelope::Manifest, String)> {
    let (manifest, public) = signer(signed, cards)?;
    seal::court::court_files(signed, public).doing("verify the signatures")?;
    let who = format!("{} {}", manifest.from.state, manifest.from.authority);
    Ok((manifest, who))
}

fn court_parts(
    signed: &[u8],
    cards: &BTreeMap<String, OpenCard>,
) -> Result<Vec<(&'static str, Vec<u8>)>> {
    let (_, public) = signer(signed, cards)?;
    let court = seal::court::court_files(signed, public).doing("verify the signatures")?;
    Ok(vec![
        ("tbs.bin", court.to_be_signed),
        ("sig.bin", court.signature),
        ("key.der", court.public_key),
        ("manifest.txt", court.text.into_bytes()),
    ])
}

fn receipts(
    dir: &Path,
    found: &Files,
    (cards, bound): (&BTreeMap<String, OpenCard>, &mut Bound),
    report: &mut BagReport,
) -> Result<()> {
    for path in under(found, "metadata/receipts/", ".cose") {
        let bytes = small(dir, path)?;
        let open = cards
            .values()
            .find_map(|card| seal::receipt::open_receipt(&bytes, card).ok());
        match open {
            Some(receipt) => {
                bound.receipt(&receipt);
                let envelope = receipt.envelope.to_string();
                let text = format!(
                    "receipt {} of {} at {} for envelope {}…; its signatures verify",
                    receipt.kind.code(),
                    receipt.state,
                    receipt.time,
                    envelope.get(..16).unwrap_or_default()
                );
                report.say(true, path, text);
            }
            None => report.say(
                false,
                path,
                "this receipt does not verify against the cards in the package",
            ),
        }
    }
    Ok(())
}

fn ledger(
    dir: &Path,
    found: &Files,
    cards: &BTreeMap<String, OpenCard>,
    report: &mut BagReport,
) -> Result<()> {
    let key = String::from_utf8(small(dir, "metadata/ledger/key.txt")?).unwrap_or_default();
    let Ok(key) = seal::ledger::NoteKey::parse(key.trim()) else {
        report.say(
            false,
            "metadata/ledger/key.txt",
            "the ledger's key cannot be read",
        );
        return Ok(());
    };
    // A key that comes with the proofs proves nothing: it must be the one that a State's card names.
    if log_owner(&key, cards).is_none() {
        let text = "the ledger's key is not the one of a card in the package";
        report.say(false, "metadata/ledger/key.txt", text);
        return Ok(());
    }
    let mut proven = 0;
    for path in under(found, "metadata/ledger/", ".json") {
        match line(&small(dir, path)?, &key) {
            Ok(()) => proven += 1,
            Err(error) => report.say(
                false,
                path,
                format!("the ledger's proof does not hold: {error}"),
            ),
        }
    }
    report.say(
        proven > 0,
        "metadata/ledger",
        format!(
            "{proven} entries are proven by signed checkpoints of {}",
            key.name()
        ),
    );
    Ok(())
}

fn line(bytes: &[u8], key: &seal::ledger::NoteKey) -> Result<()> {
    let bad = |what: &str| Error::input("PROOF", "ledger", what);
    let proof: serde_json::Value = serde_json::from_slice(bytes).map_err(|_| bad("not JSON"))?;
    let text = |name: &str| {
        proof
            .get(name)
            .and_then(serde_json::Value::as_str)
            .ok_or_else(|| bad("a field is missing"))
    };
    let number = |name: &str| {
        proof
            .get(name)
            .and_then(serde_json::Value::as_u64)
            .ok_or_else(|| bad("a number is missing"))
    };
    let digest = |text: &str| {
        text.parse::<Digest>()
            .map_err(|_| bad("a digest cannot be read"))
    };
    let leaf = digest(text("leaf")?)?;
    // Without its salt an entry says nothing of the leaf that is proven.
    let salt: [u8; 32] = seal::unhex(text("salt")?)
        .and_then(|s| s.try_into().ok())
        .ok_or_else(|| bad("the salt cannot be read"))?;
    if seal::ledger::event_leaf(&seal::ledger::Salt(salt), text("entry")?.as_bytes()) != leaf {
        return Err(bad("the entry is not what was hashed into the tree"));
    }
    let path = proof
        .get("path")
        .and_then(serde_json::Value::as_array)
        .ok_or_else(|| bad("the path is missing"))?;
    let path: Vec<Digest> = path
        .iter()
        .map(|d| digest(d.as_str().unwrap_or_default()))
        .collect::<Result<_>>()?;
    let checkpoint =
        seal::ledger::Checkpoint::open(text("checkpoint")?, key).doing("open the checkpoint")?;
    if checkpoint.size != number("size")? || checkpoint.root != digest(text("root")?)? {
        return Err(bad("the checkpoint is another"));
    }
    seal::ledger::verify_inclusion(
        &leaf,
        number("index")?,
        checkpoint.size,
        &path,
        &checkpoint.root,
    )
    .doing("follow the path")
}
