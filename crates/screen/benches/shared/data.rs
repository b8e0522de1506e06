//! The shared development data: its files, and the records of the lists.

use std::error::Error;
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use screen::Entity;

/// What went wrong, in words for whoever runs the tool.
pub(crate) type Fault = Box<dyn Error>;

/// The text of a file.
///
/// # Errors
/// It cannot be read, or is no UTF-8; the path is in the message.
pub(crate) fn text(path: &Path) -> Result<String, Fault> {
    fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// The records of all lists (`ftm/lists_27716.ftm.jsonl.zst`).
///
/// # Errors
/// The file is missing, damaged, or a line of it is no record.
pub(crate) fn lists(data: &Path) -> Result<Vec<Entity>, Fault> {
    let path = data.join("ftm/lists_27716.ftm.jsonl.zst");
    let said = |error: &dyn Error| format!("{}: {error}", path.display());
    let packed = fs::read(&path).map_err(|error| said(&error))?;
    let mut text = String::new();
    ruzstd::decoding::StreamingDecoder::new(packed.as_slice())
        .map_err(|error| said(&error))?
        .read_to_string(&mut text)
        .map_err(|error| said(&error))?;
    let records = text.lines().map(serde_json::from_str);
    Ok(records
        .collect::<Result<_, _>>()
        .map_err(|error| said(&error))?)
}

/// The labelled sets of pairs of names, in the order of their names.
///
/// # Errors
/// The folder `labelled` cannot be read.
pub(crate) fn pair_sets(data: &Path) -> Result<Vec<(String, PathBuf)>, Fault> {
    let folder = data.join("labelled");
    let said = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut sets = Vec::new();
    for entry in fs::read_dir(&folder).map_err(said)? {
        let path = entry.map_err(said)?.path();
        let name = path.file_name().map(|name| name.to_string_lossy());
        let name = name.unwrap_or_default().into_owned();
        let of_pairs = ["xscript_", "un_alias_", "nk_name_"];
        if of_pairs.iter().any(|start| name.starts_with(start)) {
            sets.push((name, path));
        }
    }
    sets.sort();
    Ok(sets)
}

/// The folder with the data: the first argument that is no option.
///
/// # Errors
/// There is none, or it holds no labelled sets.
pub(crate) fn folder(usage: &str) -> Result<PathBuf, Fault> {
    let first = std::env::args().skip(1).find(|a| !a.starts_with("--"));
    let folder = PathBuf::from(first.ok_or_else(|| format!("which data? {usage}"))?);
    if folder.join("labelled").is_dir() {
        return Ok(folder);
    }
    Err(format!(
        "{}: there is no folder `labelled` in it. {usage}",
        folder.display()
    )
    .into())
}
