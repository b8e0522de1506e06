//! What an import asks for, and its files read: by their content, their format or their mapping; a delta against what is in force.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use screen::lists::{self, Format, Mapping, ReadOptions, SourceFile};
use screen::{Entity, ListFile};
use store::lists::List;

use super::{Import, ListPart};
use crate::error::{Error, Result};
use crate::ports::Progress;

/// Longest short name of a list.
const LIST_ID_CHARS_MAX: usize = 32;
/// How often the progress of a reading is told.
const PROGRESS_EVERY: Duration = Duration::from_millis(100);

/// Properties without which a record is nothing.
const NEEDED: [&str; 5] = ["name", "alias", "weakAlias", "previousName", "topics"];

/// What is asked for, found sound.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    /// Short name of the list.
    pub(super) id: String,
    /// Its format.
    pub(super) format: Format,
    options: ReadOptions,
}

impl Asked {
    /// Looks at an import before anything is read.
    ///
    /// # Errors
    /// `LIST-FORMAT`, `LIST-MAPPING`, `LIST-ID`, `LIST-DROP`.
    pub(super) fn of(act: &Import, drop: &[String]) -> Result<Asked> {
        let mapping = match &act.mapping {
            Some(text) => Some(
                Mapping::parse(text)
                    .map_err(|e| Error::input("LIST-MAPPING", "mapping", e.to_string()))?,
            ),
            None => None,
        };
        let format = format(act, mapping.is_some())?;
        let id = match act.id.as_str() {
            "" => format.dataset(),
            id => id,
        };
        let letter =
            |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_');
        if id.chars().count() > LIST_ID_CHARS_MAX || !id.bytes().all(letter) {
            let what = "a short name has small letters, digits, dashes and underscores, 32 at most";
            return Err(Error::input("LIST-ID", "id", what));
        }
        if act.id.is_empty()
            && matches!(
                format,
                Format::FlatCsv | Format::MappedCsv | Format::FtmJson | Format::FtmDelta
            )
        {
            let what = "files of this kind do not say which list they are: give a short name";
            return Err(Error::input("LIST-ID", "id", what));
        }
        Ok(Asked {
            id: id.to_owned(),
            format,
            options: ReadOptions {
                format: Some(format),
                dataset: Some(id.to_owned()),
                day: act.day.map(|day| day.to_string()),
                mapping,
                drop: dropped(drop)?,
            },
        })
    }
}

fn format(act: &Import, mapped: bool) -> Result<Format> {
    let wrong = |what: String| Err(Error::input("LIST-FORMAT", "format", what));
    let codes = || Format::ALL.map(Format::code).join(", ");
    match (act.format.as_str(), act.files.first()) {
        ("", _) if mapped => Ok(Format::MappedCsv),
        ("", Some(part)) => lists::detect(&part.bytes).map_or_else(
            || {
                let what = "the file is of no format that is recognised; name its format, or give a mapping file for a table";
                wrong(what.to_owned())
            },
            Ok,
        ),
        ("", None) => Err(Error::input("MISSING", "file", "no file was given")),
        (code, _) => Format::of(code)
            .map_or_else(|| wrong(format!("{code} is none of {}", codes())), Ok),
    }
}

/// The policy of the node. A name that no record can have would leave in what was meant to go, so it is refused.
fn dropped(drop: &[String]) -> Result<BTreeSet<String>> {
    let own = |name: &str| {
        use screen::entity::prop::{DOCUMENT, LIST_TYPE, LISTED_ON, REFERENCE};
        [DOCUMENT, LIST_TYPE, LISTED_ON, REFERENCE].contains(&name)
    };
    for name in drop {
        let unknown = screen::ftm::model().property(name).is_none() && !own(name);
        if unknown || NEEDED.contains(&name.as_str()) {
            let what = format!(
                "screening.drop_properties names {name}: {}",
                if unknown {
                    "there is no such property"
                } else {
                    "no record can be without it"
                }
            );
            return Err(Error::input("LIST-DROP", "screening.drop_properties", what));
        }
    }
    Ok(drop.iter().cloned().collect())
}

/// Reads the files. For a delta, `old` is what is in force; `None` where it cannot be read.
pub(super) async fn file(
    act: &Import,
    asked: &Asked,
    (before, old): (&Option<List>, Option<&[Entity]>),
    progress: &dyn Progress,
) -> Result<ListFile> {
    if asked.format == Format::FtmDelta {
        return delta(act, asked, before.as_ref().zip(old)).await;
    }
    let total: u64 = act.files.iter().map(|part| part.bytes.len() as u64).sum();
    progress.step(0, Some(total), "read");
    let (files, options) = (act.files.clone(), asked.options.clone());
    let done = Arc::new(AtomicU64::new(0));
    let counted = Arc::clone(&done);
    let mut reading = tokio::task::spawn_blocking(move || read(&files, &options, &counted));
    let list = loop {
        tokio::select! {
            list = &mut reading => break list,
            () = tokio::time::sleep(PROGRESS_EVERY) => {
                progress.step(done.load(Ordering::Relaxed).min(total), Some(total), "read");
            }
        }
    };
    let list = list.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    progress.step(total, Some(total), "read");
    list.map_err(|e| Error::input("LIST", "file", e.to_string()))
}

/// Reads them on a thread of its own. Bytes are counted over all files: where the count of the file at hand falls, the next began.
fn read(
    files: &[ListPart],
    options: &ReadOptions,
    done: &AtomicU64,
) -> std::result::Result<ListFile, screen::ReadError> {
    let sources: Vec<SourceFile<'_>> = files
        .iter()
        .map(|part| SourceFile {
            name: if files.len() > 1 { &part.name } else { "" },
            bytes: &part.bytes,
        })
        .collect();
    let (mut before, mut last) = (0, 0);
    lists::read_files(&sources, options, &mut |at| {
        if at < last {
            before += last;
        }
        last = at;
        done.store(before + at, Ordering::Relaxed);
    })
}

/// The list in force with the delta applied.
async fn delta(act: &Import, asked: &Asked, base: Option<(&List, &[Entity])>) -> Result<ListFile> {
    let Some((list, old)) = base else {
        let what = format!(
            "there is no list {} that could be changed; import it whole",
            asked.id
        );
        return Err(Error::input("LIST-BASE", "id", what));
    };
    let [part] = act.files.as_slice() else {
        let what = "deltas are applied one at a time, the oldest first";
        return Err(Error::input("LIST-FORMAT", "file", what));
    };
    let (bytes, old, drop) = (part.bytes.clone(), old.to_vec(), asked.options.drop.clone());
    let day = asked.options.day.clone().or_else(|| list.published.clone());
    let dataset = asked.id.clone();
    let read = tokio::task::spawn_blocking(move || {
        let delta = lists::read_delta(&bytes)?;
        Ok(lists::changed(old, &delta, &dataset, &drop, day))
    });
    let read = read.await.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    read.map_err(|e: screen::ReadError| Error::input("LIST", "file", e.to_string()))
}
