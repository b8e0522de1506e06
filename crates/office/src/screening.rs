//! Shared lists and the check of a traveller. An import is refused rather than half taken: the last good list stays. A check
//! is recorded with the list versions it asked; what it found is advice.

use std::sync::{Arc, RwLock};

use bytes::Bytes;
use jiff::Timestamp;
use jiff::civil::Date;
use model::policy::role_for;
use model::{ActId, Actor, Class, Label, Object, Purpose, QueryId, Refusal, Role, Verb};
use screen::entity::prop;
use screen::{Advice, Entity, Explanation, Index, ListState, Mrz, Query, Thresholds};
use seal::vault::RecordKey;
use serde::{Deserialize, Serialize};
use store::lists::List;
use store::{Record, RecordHead};

use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::ports::Progress;

/// Import a list.
#[derive(Debug, Clone)]
pub struct Import {
    /// The act.
    pub act: ActId,
    /// Short name under which the list is kept; `un-sc` where empty.
    pub id: String,
    /// What people call it.
    pub name: String,
    /// `un-xml`.
    pub format: String,
    /// The file.
    pub bytes: Bytes,
    /// How many removed records are accepted, where the file lacks many.
    pub accept_removals: Option<usize>,
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
    pub unread: std::collections::BTreeMap<String, usize>,
}

/// Check a traveller or a name.
#[derive(Clone, Default)]
pub struct Check {
    /// The act; `None` makes a new one.
    pub act: Option<ActId>,
    /// A name, in any script.
    pub name: String,
    /// Birth date as known: exact, month, year.
    pub birth: Option<String>,
    /// Nationality.
    pub nationality: Option<String>,
    /// Number of the document.
    pub document: Option<String>,
    /// A machine readable zone, as the reader typed it.
    pub mrz: Option<String>,
}

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Check(…)")
    }
}

/// One record that may be the person.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HitView {
    /// 0 to 1.
    pub score: f64,
    /// The record.
    pub entity: Entity,
    /// Why.
    pub explanation: Explanation,
}

/// The answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckAnswer {
    /// Under this id the check is on record.
    pub query: QueryId,
    /// One of four, with what it rests on.
    pub advice: Advice,
    /// The records, best first.
    pub hits: Vec<HitView>,
    /// The travel document as read.
    pub mrz: Option<Mrz>,
    /// Why the travel document could not be read.
    pub mrz_error: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// The lists as they are searched: readers take the whole, an import puts a new one in its place.
#[derive(Default)]
pub(crate) struct Shelf(RwLock<Arc<Loaded>>);

#[derive(Default)]
struct Loaded {
    index: Index,
    lists: Vec<Shown>,
}

#[derive(Clone)]
struct Shown {
    id: String,
    version: String,
    day: String,
    imported: Timestamp,
    records: usize,
}

/// A list that was imported longer ago than this is old, however recent its own date.
const HITS_SHOWN_MAX: usize = 10;
/// Removed records accepted without being asked, as a share.
const REMOVED_SHARE_MAX: f64 = 0.10;
/// Lists kept by one node.
const LISTS_MAX: usize = 32;
/// Longest short name of a list.
const LIST_ID_CHARS_MAX: usize = 32;

impl Shelf {
    fn get(&self) -> Arc<Loaded> {
        Arc::clone(
            &self
                .0
                .read()
                .unwrap_or_else(std::sync::PoisonError::into_inner),
        )
    }

    fn put(&self, loaded: Loaded) {
        *self
            .0
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner) = Arc::new(loaded);
    }
}

pub(crate) fn records(office: &Office) -> u64 {
    office.0.screen.get().index.len() as u64
}

/// Context of a list's blob.
const LIST_CONTEXT: &[u8] = b"comity/list";

async fn entities_of(office: &Office, list: &List) -> Result<Vec<Entity>> {
    let sealed = office
        .store()
        .blobs()
        .read_all(list.blob, screen::limits::LIST_BYTES_MAX + (16 << 20))
        .await?;
    let key = office
        .store()
        .blob_key(&list.blob)
        .await?
        .ok_or_else(|| Error::Key(format!("list/{}", list.id)))?;
    let blob_key = key.blob_key().doing("read a list")?;
    let plain = seal::chunk::open_all(&blob_key, LIST_CONTEXT, &sealed).doing("read a list")?;
    let (id, version) = (list.id.clone(), version_name(list));
    let read = tokio::task::spawn_blocking(move || {
        let mut file = screen::un_xml::read(&plain)
            .map_err(|e| Error::input("LIST", "file", e.to_string()))?;
        file.stamp(&id, &version);
        Ok(file.records)
    });
    read.await.map_err(|_| Error::Busy { retry_after_s: 1 })?
}

fn version_name(list: &List) -> String {
    let digest = list.sha256.to_string();
    format!(
        "{} · {}",
        list.published.as_deref().unwrap_or("?"),
        digest.get(..12).unwrap_or_default()
    )
}

/// Read every list that was imported and build the index.
pub(crate) async fn load(office: &Office) -> Result<()> {
    let mut all = Vec::new();
    let mut shown = Vec::new();
    for list in office.store().lists().await? {
        let entities = entities_of(office, &list).await?;
        shown.push(Shown {
            version: version_name(&list),
            day: list.published.clone().unwrap_or_default(),
            imported: list.imported,
            records: entities.len(),
            id: list.id,
        });
        all.extend(entities);
    }
    let index = tokio::task::spawn_blocking(move || Index::build(all))
        .await
        .map_err(|_| Error::Busy { retry_after_s: 1 })?;
    office.0.screen.put(Loaded {
        index,
        lists: shown,
    });
    Ok(())
}

/// Import a list, or say why not: the last good version then stays in force.
///
/// # Errors
/// `NOT-ALLOWED`; input errors `LIST` (with the place in the file), `LIST-SHRUNK`, `LIST-FORMAT`.
pub async fn import(
    office: &Office,
    actor: &Actor,
    act: Import,
    progress: &dyn Progress,
) -> Result<ImportReport> {
    let now = office.now();
    let state = office.state().clone();
    let role = role_for(actor, Verb::ListImport, &Object::node(&state), now)?;
    let id = list_id(&act)?;
    progress.step(0, Some(act.bytes.len() as u64), "read");
    let bytes = act.bytes.clone();
    let file = tokio::task::spawn_blocking(move || screen::un_xml::read(&bytes))
        .await
        .map_err(|_| Error::Busy { retry_after_s: 1 })?
        .map_err(|e| Error::input("LIST", "file", e.to_string()))?;
    progress.step(act.bytes.len() as u64, Some(act.bytes.len() as u64), "read");
    let lists = office.store().lists().await?;
    let before = lists.iter().find(|l| l.id == id).cloned();
    if before.is_none() && lists.len() >= LISTS_MAX {
        return Err(Refusal::new("TOO-MANY").with("max", LISTS_MAX).into());
    }
    let old = match &before {
        Some(list) => entities_of(office, list).await?,
        None => Vec::new(),
    };
    let share = match act.accept_removals {
        Some(accepted) if !old.is_empty() => {
            (accepted as f64 / old.len() as f64).max(REMOVED_SHARE_MAX)
        }
        _ => REMOVED_SHARE_MAX,
    };
    let changes = screen::shrink_check(&old, &file.records, share)
        .map_err(|e| Error::input("LIST-SHRUNK", "file", e.to_string()))?;
    let key = RecordKey::generate(&mut office.dice());
    let blob_key = key.blob_key().doing("keep a list")?;
    let sealed = seal::chunk::seal_all(&blob_key, LIST_CONTEXT, &act.bytes, &mut office.dice())
        .doing("keep a list")?;
    let written = office
        .store()
        .blobs()
        .write_all(&format!("list-{}", act.act), sealed.into())
        .await?;
    let list = List {
        version: before.as_ref().map_or(0, |l| l.version) + 1,
        name: if act.name.trim().is_empty() {
            id.clone()
        } else {
            act.name.trim().to_owned()
        },
        format: act.format.clone(),
        sha256: seal::sha256(&act.bytes),
        published: Some(file.day().to_owned()),
        imported: now,
        individuals: file.individuals as u64,
        entities: file.entities as u64,
        added: changes.added.len() as u64,
        changed: changes.changed.len() as u64,
        removed: changes.removed.len() as u64,
        blob: written.digest,
        id: id.clone(),
    };
    let report = report(&list, file.unread);
    let said = Said {
        role,
        ..Said::of(format!("list:{id}"))
    }
    .with("sha256", list.sha256)
    .with("individuals", list.individuals)
    .with("entities", list.entities)
    .with("removed", list.removed);
    let entry = office.entry(act.act, actor, Verb::ListImport, now, said);
    let answer = office
        .act(act.act, move |tx| {
            Box::pin(async move {
                tx.put_blob(written, &format!("list:{}", list.id), &key, now)
                    .await?;
                tx.put_list(&list).await?;
                Ok(tx.keep(entry, report).await?)
            })
        })
        .await?;
    progress.step(1, Some(1), "index");
    load(office).await?;
    Ok(answer)
}

fn list_id(act: &Import) -> Result<String> {
    if act.format != "un-xml" {
        return Err(Error::input(
            "LIST-FORMAT",
            "format",
            "this version reads the format un-xml",
        ));
    }
    let id = if act.id.is_empty() {
        screen::un_xml::DATASET
    } else {
        act.id.as_str()
    };
    let sound = id.chars().count() <= LIST_ID_CHARS_MAX
        && id
            .bytes()
            .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if sound {
        Ok(id.to_owned())
    } else {
        Err(Error::input(
            "LIST-ID",
            "id",
            "a short name has small letters, digits and dashes",
        ))
    }
}

fn report(list: &List, unread: std::collections::BTreeMap<String, usize>) -> ImportReport {
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
        unread,
    }
}

/// Check a traveller. The check itself is a record and an entry, with purpose and list versions.
///
/// # Errors
/// `NOT-ALLOWED`; input error `NOTHING-ASKED` never: the answer then is "cannot say".
pub async fn check(office: &Office, actor: &Actor, act: Check) -> Result<CheckAnswer> {
    let now = office.now();
    let state = office.state().clone();
    let role = role_for(actor, Verb::ScreenCheck, &Object::check(&state), now)?;
    let id = QueryId::new(now, office.throw10());
    let today = office.calendar(now).date(now);
    let loaded = office.0.screen.get();
    let question = act.clone();
    let answer = tokio::task::spawn_blocking(move || ask(&loaded, &question, (id, now, today)))
        .await
        .map_err(|_| Error::Busy { retry_after_s: 1 })?;
    crate::health::Counts::up(&office.0.counts.checks);
    record(office, actor, (role, act), &answer).await?;
    Ok(answer)
}

fn ask(loaded: &Loaded, act: &Check, (id, at, today): (QueryId, Timestamp, Date)) -> CheckAnswer {
    let mut query = Query::person(&act.name);
    let (mut mrz, mut mrz_error) = (None, None);
    match act
        .mrz
        .as_deref()
        .filter(|text| !text.trim().is_empty())
        .map(|text| screen::mrz::read(text, None))
    {
        Some(Ok(read)) => {
            query = merged(query, read.query(day(today)));
            mrz = Some(read);
        }
        Some(Err(error)) => mrz_error = Some(error.to_string()),
        None => {}
    }
    for (property, value) in [
        (prop::BIRTH_DATE, &act.birth),
        (prop::NATIONALITY, &act.nationality),
        (prop::PASSPORT_NUMBER, &act.document),
    ] {
        if let Some(value) = value {
            query = query.with(property, value);
        }
    }
    let thresholds = Thresholds::default();
    let hits = loaded
        .index
        .search(&query, HITS_SHOWN_MAX, thresholds.check);
    let lists: Vec<ListState> = loaded
        .lists
        .iter()
        .map(|shown| shown.state(at, today))
        .collect();
    let unsure = mrz_error.is_some() || mrz.as_ref().is_some_and(|read| read.is_unsure());
    let advice = screen::decide(&query, &hits, &lists, &thresholds, unsure);
    let hits = hits
        .into_iter()
        .map(|hit| HitView {
            score: hit.score,
            entity: hit.entity.clone(),
            explanation: hit.explanation,
        })
        .collect();
    CheckAnswer {
        query: id,
        advice,
        hits,
        mrz,
        mrz_error,
        at,
    }
}

fn day(date: Date) -> screen::dates::Day {
    let (month, day) = (
        u32::from(date.month().unsigned_abs()),
        u32::from(date.day().unsigned_abs()),
    );
    // A civil date is always a day; the default never stands.
    screen::dates::Day::new(i32::from(date.year()), month, day).unwrap_or_else(|| {
        screen::dates::Day {
            year: 1,
            month: 1,
            day: 1,
        }
    })
}

/// What the document says, and what was typed beside it.
fn merged(typed: Query, mut read: Query) -> Query {
    for (property, values) in typed.properties {
        read.properties.entry(property).or_default().extend(values);
    }
    read
}

impl Shown {
    fn state(&self, now: Timestamp, _today: Date) -> ListState {
        // The day of the last import counts: it is the day on which somebody looked whether there is a newer list.
        let age = now.duration_since(self.imported).as_hours() / 24;
        ListState {
            list: self.id.clone(),
            version: self.version.clone(),
            day: self.day.clone(),
            age_days: u32::try_from(age).ok(),
            records: self.records,
        }
    }
}

async fn record(
    office: &Office,
    actor: &Actor,
    (role, act): (Option<Role>, Check),
    answer: &CheckAnswer,
) -> Result<()> {
    let now = answer.at;
    let id = format!("query:{}", answer.query);
    let body = serde_json::json!({
        "name": act.name, "birth": act.birth, "nationality": act.nationality, "document": act.document, "mrz": act.mrz,
        "answer": answer.advice.answer, "hits": answer.hits.iter().map(|h| (h.entity.id.clone(), h.score)).collect::<Vec<_>>(),
    });
    let code = serde_json::to_value(answer.advice.answer)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default();
    let mut label = Label::own(office.state(), Class::Restricted);
    label.purposes = Some([Purpose::Screening, Purpose::Oversight].into());
    let head = RecordHead {
        id: id.clone(),
        version: 1,
        kind: "query".to_owned(),
        owner: office.state().to_string(),
        label,
        review_by: Some(now + jiff::SignedDuration::from_hours(24 * 30)),
        parent: None,
        stage: code.clone(),
        side: None,
        authority: actor.authority().map(ToString::to_string),
        counterpart: None,
        number: None,
        urgency: 0,
        due: None,
        officer: actor.officer().map(|o| o.to_string()),
        created: now,
        updated: now,
    };
    let record = Record {
        head,
        body: body.to_string().into_bytes(),
    };
    let mut said = Said {
        role,
        purpose: Some(Purpose::Screening.code().to_owned()),
        ..Said::of(id)
    }
    .with("answer", code)
    .with("hits", answer.hits.len());
    for list in &answer.advice.lists {
        said = said.with(&format!("list.{}", list.list), &list.version);
    }
    let act_id = act.act.unwrap_or_else(|| office.new_act());
    let entry = office.entry(act_id, actor, Verb::ScreenCheck, now, said);
    office
        .act(act_id, move |tx| {
            Box::pin(async move {
                tx.put_record(&record).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}
