//! Importing a list: read whole, compared with the last good version, kept or refused. How its files are read is in
//! `import/read.rs`.

use std::collections::BTreeMap;

use bytes::Bytes;
use jiff::civil::Date;
use model::policy::role_for;
use model::{ActId, Actor, Object, Refusal, Verb};
use screen::lists::Format;
use screen::{Changes, Entity, ListFile};
use seal::vault::RecordKey;
use serde::{Deserialize, Serialize};
use store::lists::List;

use super::live::{self, Change};
use super::{LIST_CONTEXT, entities_of, passing, records};
use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::ports::Progress;

/// Removed records accepted without being asked, as a share.
const REMOVED_SHARE_MAX: f64 = 0.10;
/// Lists kept by one node.
const LISTS_MAX: usize = 32;

mod read;

/// A file of a list.
#[derive(Debug, Clone)]
pub struct ListPart {
    /// Its name, for messages; what it is, its content says.
    pub name: String,
    /// What is in it.
    pub bytes: Bytes,
}

/// Import a list.
#[derive(Debug, Clone)]
pub struct Import {
    /// The act.
    pub act: ActId,
    /// Short name under which the list is kept; the format's own (`un-sc`) where empty.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// Code of a [`screen::lists::Format`] (`un-xml`); told by the content where empty.
    pub format: String,
    /// The files: one, or OFAC's tables.
    pub files: Vec<ListPart>,
    /// For a table that no format fits: the text of its mapping file.
    pub mapping: Option<String>,
    /// The day the list was made, where its files do not say it.
    pub day: Option<Date>,
    /// How many removed records are accepted, where the file lacks many.
    pub accept_removals: Option<usize>,
}

impl Import {
    /// An import of one file, told by its content, under the name of its format.
    pub fn of(act: ActId, bytes: impl Into<Bytes>) -> Self {
        Self {
            act,
            id: String::new(),
            name: String::new(),
            format: String::new(),
            files: vec![ListPart {
                name: String::new(),
                bytes: bytes.into(),
            }],
            mapping: None,
            day: None,
            accept_removals: None,
        }
    }
}

/// What an import did.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ImportReport {
    /// Short name.
    pub id: String,
    /// Counted from 1.
    pub version: i64,
    /// The day the list was made.
    pub day: String,
    /// Persons on it.
    pub individuals: u64,
    /// Groups on it.
    pub entities: u64,
    /// Since the version before.
    pub added: u64,
    /// Since the version before.
    pub changed: u64,
    /// Since the version before.
    pub removed: u64,
    /// SHA-256 of the file.
    pub sha256: model::Digest,
    /// Elements of the format that this version does not read, with how often they came.
    pub unread: BTreeMap<String, usize>,
    /// Format it was read as.
    #[serde(default)]
    pub format: String,
    /// Properties that were left out, by the policy of the node or of the house, with how many values they had.
    #[serde(default)]
    pub dropped: BTreeMap<String, usize>,
}

/// Import a list, or say why not: the last good list then stays in force. A delta is applied to the version in force.
///
/// # Errors
/// `NOT-ALLOWED`; input errors `LIST` (with the place in the file), `LIST-SHRUNK`, `LIST-OLD`, `LIST-FORMAT`, `LIST-ID`,
/// `LIST-MAPPING`, `LIST-DROP` where the node's policy leaves out what no list can be without or what does not exist, `LIST-BASE`
/// where a delta has no list to be applied to.
pub async fn import(
    office: &Office,
    actor: &Actor,
    act: Import,
    progress: &dyn Progress,
) -> Result<ImportReport> {
    let now = office.now();
    let state = office.state().clone();
    let role = role_for(actor, Verb::ListImport, &Object::node(&state), now)?;
    let asked = read::Asked::of(&act, &office.0.settings.drop_properties)?;
    let lists = office.store().lists().await?;
    let before = lists.iter().find(|l| l.id == asked.id).cloned();
    if before.is_none() && lists.len() >= LISTS_MAX {
        return Err(Refusal::new("TOO-MANY").with("max", LISTS_MAX).into());
    }
    let old = match &before {
        Some(list) => match entities_of(office, list).await {
            Err(error) if passing(&error) => return Err(error),
            Err(_) => None,
            Ok(entities) => Some(entities),
        },
        None => Some(Vec::new()),
    };
    let file = read::file(&act, &asked, (&before, old.as_deref()), progress).await?;
    let readable = old.is_some();
    let old = match (&before, old) {
        (Some(list), old) => {
            not_older(list, &file, act.accept_removals)?;
            match old {
                Some(old) => old,
                None => by_count(list, &file, act.accept_removals)?,
            }
        }
        (None, _) => Vec::new(),
    };
    let changes = compared(&old, &file.records, act.accept_removals)?;
    let (key, written) = sealed(office, &act, &file.records).await?;
    let since = before.as_ref().map(|list| list.blob);
    let change = readable.then(|| Change::between(&asked.id, &old, &file.records));
    drop(old);
    let (id, format) = (asked.id.clone(), asked.format);
    let list = listed(
        (&act, format),
        (id.clone(), before),
        (&file, &changes),
        (written.digest, now),
    );
    let report = report(&list, file);
    let who = (actor, Verb::ListImport);
    let entry = office.entry(act.act, who, now, said(&list, &act, role));
    let claim = Office::claim(act.act, who, Some(format!("list:{id}")));
    let kept = list.clone();
    let put = office.act(claim, move |tx| {
        Box::pin(async move {
            tx.put_blob(written, &format!("list:{}", list.id), &key, now)
                .await?;
            tx.put_list(&list).await?;
            Ok(tx.keep(entry, report).await?)
        })
    });
    let done = put.await;
    progress.step(1, Some(1), "index");
    match &done {
        Ok(_) => shown(office, kept, (since, change)).await?,
        Err(Error::Refused(_) | Error::Input { .. }) => {
            office.store().blobs().forget(&written.digest).await?;
        }
        Err(_) => {}
    }
    done
}

/// The list is searched as it is now, whether or not its importer still waits; afterwards the catalogue follows.
async fn shown(
    office: &Office,
    list: List,
    (before, change): (Option<model::Digest>, Option<Change>),
) -> Result<()> {
    let office = office.clone();
    let shown = tokio::spawn(async move {
        live::apply(&office, (&list, before), change).await?;
        live::catalogue(&office).await
    });
    shown.await.map_err(|_| Error::Busy { retry_after_s: 1 })?
}

/// The records written down, under a key of their own.
async fn sealed(
    office: &Office,
    act: &Import,
    records: &[Entity],
) -> Result<(RecordKey, store::blobs::Written)> {
    let key = RecordKey::generate(&mut office.dice());
    let blob_key = key.blob_key().doing("keep a list")?;
    let lines = records::to_lines(records)?;
    let sealed = seal::chunk::seal_all(&blob_key, LIST_CONTEXT, &lines, &mut office.dice())
        .doing("keep a list")?;
    let written = office
        .store()
        .blobs()
        .write_all(&format!("list-{}", act.act), sealed.into())
        .await?;
    Ok((key, written))
}

/// SHA-256 of the file; of several, of the lines that `sha256sum` prints for them.
fn digest_of(act: &Import) -> model::Digest {
    match act.files.as_slice() {
        [one] => seal::sha256(&one.bytes),
        files => {
            let line = |part: &ListPart| format!("{}  {}\n", seal::sha256(&part.bytes), part.name);
            let lines: String = files.iter().map(line).collect();
            seal::sha256(lines.as_bytes())
        }
    }
}

/// The list as it will be kept.
fn listed(
    (act, format): (&Import, Format),
    (id, before): (String, Option<List>),
    (file, changes): (&ListFile, &Changes),
    (blob, now): (model::Digest, jiff::Timestamp),
) -> List {
    List {
        version: before.map_or(0, |l| l.version) + 1,
        name: match act.name.trim() {
            "" => id.clone(),
            name => name.to_owned(),
        },
        format: format.code().to_owned(),
        sha256: digest_of(act),
        published: Some(file.day().to_owned()).filter(|day| !day.is_empty()),
        imported: now,
        individuals: file.individuals as u64,
        entities: file.entities as u64,
        added: changes.added.len() as u64,
        changed: changes.changed.len() as u64,
        removed: changes.removed.len() as u64,
        blob,
        id,
    }
}

/// A file that was made before the list in force would take back what was added since: it is refused, unless somebody accepted
/// the records that it lacks.
fn not_older(list: &List, file: &ListFile, accepted: Option<usize>) -> Result<()> {
    let day = |text: &str| text.parse::<jiff::civil::Date>().ok();
    let in_force = list.published.as_deref().and_then(day);
    match (in_force, day(file.day())) {
        (Some(in_force), Some(new)) if new < in_force && accepted.is_none() => {
            let what = format!("the file is of {new}, the list in force of {in_force}");
            Err(Error::input("LIST-OLD", "file", what))
        }
        _ => Ok(()),
    }
}

/// The version before is damaged: only its numbers can be compared. Answers the nothing that is left of it.
fn by_count(list: &List, file: &ListFile, accepted: Option<usize>) -> Result<Vec<Entity>> {
    let before = usize::try_from(list.individuals + list.entities).unwrap_or(usize::MAX);
    let missing = before.saturating_sub(file.records.len());
    let few = missing as f64 <= before as f64 * REMOVED_SHARE_MAX;
    if few || accepted == Some(missing) {
        return Ok(Vec::new());
    }
    let what = format!("the file lacks {missing} of {before} records");
    Err(Error::input("LIST-SHRUNK", "file", what))
}

/// What the file changes. One that lacks many of the records before is refused, unless just that number was accepted: whoever
/// accepts has seen how many are missing, and a file that lacks more (or fewer) is another file.
fn compared(old: &[Entity], new: &[Entity], accepted: Option<usize>) -> Result<Changes> {
    let refused = match screen::shrink_check(old, new, REMOVED_SHARE_MAX) {
        Ok(changes) => return Ok(changes),
        Err(refused) => refused,
    };
    let changes = screen::compare(old, new);
    let some_stay = changes.removed.len() < old.len();
    if some_stay && accepted == Some(changes.removed.len()) {
        return Ok(changes);
    }
    Err(Error::input("LIST-SHRUNK", "file", refused.to_string()))
}

fn report(list: &List, file: ListFile) -> ImportReport {
    ImportReport {
        id: list.id.clone(),
        version: list.version,
        day: list.published.clone().unwrap_or_default(),
        individuals: list.individuals,
        entities: list.entities,
        added: list.added,
        changed: list.changed,
        removed: list.removed,
        sha256: list.sha256,
        unread: file.unread,
        format: list.format.clone(),
        dropped: file.dropped,
    }
}

/// What the ledger says of an import.
fn said(list: &List, act: &Import, role: Option<model::Role>) -> Said {
    let mut said = Said {
        role,
        ..Said::of(format!("list:{}", list.id))
    }
    .with("sha256", list.sha256)
    .with("format", &list.format)
    .with("individuals", list.individuals)
    .with("entities", list.entities)
    .with("removed", list.removed);
    if act.files.len() > 1 {
        for (n, part) in act.files.iter().enumerate() {
            said = said.with(&format!("sha256.{}", n + 1), seal::sha256(&part.bytes));
        }
    }
    said
}
