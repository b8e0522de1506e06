//! BagIt packages (RFC 8493) as pure text: manifests written and read, paths checked, files compared. One digest, SHA-256.
//! Reading and writing the folder is for others.
//!
//! Beside the files of the RFC stands `bag-root.sha256`, one line for `sha256sum -c`, over the tag manifest: so that a
//! changed byte in the tag manifest itself is named too. Bags with `fetch.txt` or tag files not in UTF-8 are refused.

mod path;

pub use path::{check_path, twin_key};

use crate::{Digest, Error, Result, sha256};
use model::limits::{BAG_FILES_MAX, BAG_LIST_BYTES_MAX};
use std::collections::BTreeMap;

/// The declaration file.
pub const BAGIT_FILE: &str = "bagit.txt";
/// Its content.
pub const BAGIT_TEXT: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";
/// Facts about the bag.
pub const INFO_FILE: &str = "bag-info.txt";
/// Digests of the payload, everything below `data/`.
pub const MANIFEST_FILE: &str = "manifest-sha256.txt";
/// Digests of everything else.
pub const TAG_MANIFEST_FILE: &str = "tagmanifest-sha256.txt";
/// Digest of the tag manifest.
pub const ROOT_FILE: &str = "bag-root.sha256";
/// What stands before every payload path.
pub const PAYLOAD: &str = "data/";
/// Files that are refused: the bag must be whole.
const FETCH_FILE: &str = "fetch.txt";

/// Path below the bag, and SHA-256 of its content.
pub type Files = BTreeMap<String, Digest>;

/// The text of a manifest: `hex  path` a line, sorted by path.
///
/// # Errors
/// [`Error::Malformed`] for a path that leaves the bag or cannot stand on every system, or twins.
pub fn manifest(files: &Files) -> Result<String> {
    check_paths(files.keys())?;
    Ok(files
        .iter()
        .map(|(path, digest)| format!("{digest}  {}\n", path.replace('%', "%25")))
        .collect())
}

fn check_paths<'a>(paths: impl Iterator<Item = &'a String>) -> Result<()> {
    let mut seen = BTreeMap::new();
    for path in paths {
        check_path(path)?;
        if seen.insert(twin_key(path), ()).is_some() {
            return Err(Error::malformed(
                "bag path",
                "two paths differ only in case or accents' form",
            ));
        }
    }
    Ok(())
}

/// The text of `bag-info.txt`: the facts given, and the payload's Oxum (RFC 8493, 2.2.2).
///
/// # Errors
/// [`Error::Input`] for a label with a colon or a control character, or a value with a control character.
pub fn bag_info(facts: &[(&str, &str)], payload_bytes: u64, payload_files: u64) -> Result<String> {
    let mut text = String::new();
    for (label, value) in facts {
        let sound = !label.is_empty()
            && !label.contains(|c: char| c == ':' || c.is_control())
            && !value.contains(char::is_control);
        if !sound || label.trim() != *label || value.trim() != *value {
            return Err(Error::Input(
                "a fact of a bag is one line, its label without colon",
            ));
        }
        text.push_str(&format!("{label}: {value}\n"));
    }
    text.push_str(&format!("Payload-Oxum: {payload_bytes}.{payload_files}\n"));
    Ok(text)
}

/// The line of `bag-root.sha256`; its digest names the whole bag, for the ledger and for time-stamps.
pub fn root_line(tag_manifest: &str) -> String {
    format!("{}  {TAG_MANIFEST_FILE}\n", sha256(tag_manifest.as_bytes()))
}

/// Reads a manifest.
///
/// # Errors
/// [`Error::Malformed`] for a line of another form, a path that leaves the bag, a path twice, or twins; [`Error::Limit`].
pub fn parse_manifest(bytes: &[u8]) -> Result<Files> {
    let lines = parse_lines(bytes)?;
    let mut files = Files::new();
    for (hex, path) in lines {
        let digest = crate::unhex(&hex)
            .and_then(|bytes| bytes.try_into().ok())
            .map(Digest);
        let digest = digest.ok_or(Error::malformed("bag manifest", "digest is not SHA-256"))?;
        files.insert(path, digest);
    }
    Ok(files)
}

/// Lines of digest (any length) and path, the path decoded and checked.
pub(crate) fn parse_lines(bytes: &[u8]) -> Result<Vec<(String, String)>> {
    let bad = |why| Error::malformed("bag manifest", why);
    if bytes.len() > BAG_LIST_BYTES_MAX {
        return Err(Error::Limit {
            what: "bag manifest bytes",
            max: BAG_LIST_BYTES_MAX as u64,
        });
    }
    let text = core::str::from_utf8(bytes).map_err(|_| bad("not UTF-8"))?;
    let mut lines = Vec::new();
    for line in text.lines() {
        let (hex, rest) = line
            .split_once([' ', '\t'])
            .ok_or(bad("line is not digest and path"))?;
        if hex.is_empty() || crate::unhex(hex).is_none() {
            return Err(bad("digest is not hexadecimal"));
        }
        // `md5sum -b` writes an asterisk, some tools "./": both mean the same file (RFC 8493, 2.1.3 note).
        let rest = rest.trim_start_matches([' ', '\t']);
        let rest = rest.strip_prefix('*').unwrap_or(rest);
        let path = decode_path(rest.strip_prefix("./").unwrap_or(rest))?;
        lines.push((hex.to_owned(), path));
        if lines.len() > BAG_FILES_MAX {
            return Err(Error::Limit {
                what: "files of a bag",
                max: BAG_FILES_MAX as u64,
            });
        }
    }
    check_paths(lines.iter().map(|(_, path)| path))?;
    Ok(lines)
}

/// Undoes the only escapes of RFC 8493, 2.1.3: `%25`, `%0A`, `%0D`; another percent sign stands for itself.
fn decode_path(path: &str) -> Result<String> {
    let mut out = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('%') {
        out.push_str(before);
        let code = after.get(..2).unwrap_or("").to_ascii_uppercase();
        let (c, skip) = match code.as_str() {
            "25" => ('%', 2),
            "0A" => ('\n', 2),
            "0D" => ('\r', 2),
            _ => ('%', 0),
        };
        out.push(c);
        rest = after.get(skip..).unwrap_or_default();
    }
    out.push_str(rest);
    Ok(out)
}

/// Checks `bagit.txt`: version 1.0 or 0.97, UTF-8, no byte order mark, no other lines.
///
/// # Errors
/// [`Error::Malformed`] saying what is wrong.
pub fn check_declaration(bytes: &[u8]) -> Result<()> {
    let bad = |why| Error::malformed("bagit.txt", why);
    let text = core::str::from_utf8(bytes).map_err(|_| bad("not UTF-8"))?;
    let mut lines = text.lines();
    let version = lines
        .next()
        .and_then(|line| line.strip_prefix("BagIt-Version: "))
        .ok_or(bad("first line is not the version"))?;
    if !matches!(version, "1.0" | "0.97") {
        return Err(bad("version is neither 1.0 nor 0.97"));
    }
    let encoding = lines
        .next()
        .and_then(|line| line.strip_prefix("Tag-File-Character-Encoding: "));
    if encoding != Some("UTF-8") {
        return Err(bad("second line is not the encoding, or it is not UTF-8"));
    }
    if lines.next().is_some() {
        Err(bad("more than two lines"))
    } else {
        Ok(())
    }
}

/// What was found out about one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileState {
    /// As listed.
    Intact,
    /// Its content is not what is listed.
    Changed,
    /// Listed and not there.
    Missing,
    /// There and not listed.
    Unlisted,
    /// Cannot be judged: the list it stands in was changed.
    Unverifiable,
}

/// What is read of a bag before its files are compared.
#[derive(Debug, Clone, Copy)]
pub struct BagTexts<'a> {
    /// `bagit.txt`.
    pub declaration: &'a [u8],
    /// `manifest-sha256.txt`.
    pub manifest: &'a [u8],
    /// `tagmanifest-sha256.txt`.
    pub tag_manifest: &'a [u8],
    /// `bag-root.sha256`.
    pub root: &'a [u8],
}

/// Compares a bag with its lists. `found` holds every file of the folder with its SHA-256. The answer names every file,
/// so that one changed byte anywhere is named by file.
pub fn verify(texts: BagTexts<'_>, found: &Files) -> Vec<(String, FileState)> {
    let mut states: BTreeMap<String, FileState> = found
        .keys()
        .map(|path| (path.clone(), FileState::Unlisted))
        .collect();
    let sealed = root_line_of(texts.tag_manifest) == texts.root;
    let tags = parse_manifest(texts.tag_manifest).unwrap_or_default();
    let tags_agree = !tags.is_empty()
        && tags
            .iter()
            .all(|(path, digest)| found.get(path) == Some(digest));
    // If the seal does not fit, the lines that hold or do not hold tell which of the two was changed.
    states.insert(
        ROOT_FILE.into(),
        if sealed || !tags_agree {
            FileState::Intact
        } else {
            FileState::Changed
        },
    );
    states.insert(
        TAG_MANIFEST_FILE.into(),
        if sealed || tags_agree {
            FileState::Intact
        } else {
            FileState::Changed
        },
    );
    let tags_hold = sealed || tags_agree;
    judge(&mut states, &tags, found, tags_hold);
    let manifest_holds = tags_hold && states.get(MANIFEST_FILE) == Some(&FileState::Intact);
    let payload = parse_manifest(texts.manifest).unwrap_or_default();
    judge(&mut states, &payload, found, manifest_holds);
    for (path, state) in &mut states {
        if path.starts_with(PAYLOAD) && *state == FileState::Unlisted && !manifest_holds {
            *state = FileState::Unverifiable;
        }
    }
    if check_declaration(texts.declaration).is_err() {
        states.insert(BAGIT_FILE.into(), FileState::Changed);
    }
    for (file, path) in [
        (ROOT_FILE, ROOT_FILE),
        (TAG_MANIFEST_FILE, TAG_MANIFEST_FILE),
    ] {
        if !found.contains_key(file) {
            states.insert(path.into(), FileState::Missing);
        }
    }
    for required in [BAGIT_FILE, MANIFEST_FILE] {
        if !found.contains_key(required) {
            states.insert(required.into(), FileState::Missing);
        }
    }
    states.into_iter().collect()
}

/// Whether the whole bag is in order.
pub fn holds(states: &[(String, FileState)]) -> bool {
    let no_fetch = states.iter().all(|(path, _)| path != FETCH_FILE);
    !states.is_empty() && no_fetch && states.iter().all(|(_, state)| *state == FileState::Intact)
}

fn root_line_of(tag_manifest: &[u8]) -> Vec<u8> {
    format!("{}  {TAG_MANIFEST_FILE}\n", sha256(tag_manifest)).into_bytes()
}

fn judge(
    states: &mut BTreeMap<String, FileState>,
    listed: &Files,
    found: &Files,
    list_holds: bool,
) {
    for (path, digest) in listed {
        let state = match found.get(path) {
            Some(is) if is == digest => FileState::Intact,
            _ if !list_holds => FileState::Unverifiable,
            Some(_) => FileState::Changed,
            None => FileState::Missing,
        };
        states.insert(path.clone(), state);
    }
}

#[cfg(test)]
mod tests;
