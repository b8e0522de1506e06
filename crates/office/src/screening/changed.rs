//! What a list says now that it did not say before: records added, changed and removed since a moment, by name.

use std::collections::BTreeMap;

use jiff::Timestamp;
use model::policy::role_for;
use model::{Actor, Digest, Object, Verb};
use screen::Entity;
use store::lists::List;

use super::subject::content_digest;
use super::{entities_of, version_name};
use crate::error::Result;
use crate::office::Office;

/// Records named of each kind; all are counted.
pub const CHANGES_NAMED_MAX: usize = 200;

/// Records of one kind of change.
#[derive(Debug, Clone, Default)]
pub struct Changed {
    /// How many there are.
    pub count: usize,
    /// Id and caption of the first [`CHANGES_NAMED_MAX`], in the order of the captions.
    pub named: Vec<(String, String)>,
}

/// What became of a list since a moment.
#[derive(Debug, Clone)]
pub struct ListChanges {
    /// What people call the list.
    pub name: String,
    /// The version in force now.
    pub version: String,
    /// The version that was in force then; `None` where the list was not here yet.
    pub before: Option<String>,
    /// Not there then.
    pub added: Changed,
    /// Another content then.
    pub changed: Changed,
    /// No longer there.
    pub removed: Changed,
}

/// What changed in a list since a moment; `None` where there is no such list.
///
/// # Errors
/// `NOT-ALLOWED`; if a version cannot be read.
pub async fn changes(
    office: &Office,
    actor: &Actor,
    (list, since): (&str, Timestamp),
) -> Result<Option<ListChanges>> {
    let (now, state) = (office.now(), office.state().clone());
    role_for(actor, Verb::ListRead, &Object::node(&state), now)?;
    let of = |lists: Vec<List>| lists.into_iter().rfind(|l| l.id == list);
    let Some(current) = of(office.store().lists().await?) else {
        return Ok(None);
    };
    let before = of(office.store().list_versions(since).await?);
    let mut told = ListChanges {
        name: current.name.clone(),
        version: version_name(&current),
        before: before.as_ref().map(version_name),
        added: Changed::default(),
        changed: Changed::default(),
        removed: Changed::default(),
    };
    if before
        .as_ref()
        .is_some_and(|b| b.version == current.version)
    {
        return Ok(Some(told));
    }
    // Two versions whole in memory: one page at a time.
    let _one_by_one = office.0.loading.lock().await;
    let then = match &before {
        Some(list) => said(entities_of(office, list).await?)?,
        None => Said::new(),
    };
    let now = said(entities_of(office, &current).await?)?;
    let named = |id: &String, caption: &String| (caption.clone(), id.clone());
    let only = |here: &Said, there: &Said| {
        let records = here.iter().filter(|(id, _)| !there.contains_key(*id));
        records
            .map(|(id, (caption, _))| named(id, caption))
            .collect()
    };
    told.added = Changed::of(only(&now, &then));
    told.removed = Changed::of(only(&then, &now));
    let other = now.iter().filter(|(id, (_, digest))| {
        let before = then.get(*id);
        before.is_some_and(|(_, before)| before != digest)
    });
    told.changed = Changed::of(other.map(|(id, (caption, _))| named(id, caption)).collect());
    Ok(Some(told))
}

/// What each record of a version said: caption and digest by id.
type Said = BTreeMap<String, (String, Digest)>;

fn said(records: Vec<Entity>) -> Result<Said> {
    let one = |record: Entity| {
        let digest = content_digest(&record)?;
        Ok((record.id, (record.caption, digest)))
    };
    records.into_iter().map(one).collect()
}

impl Changed {
    fn of(mut records: Vec<(String, String)>) -> Self {
        records.sort_unstable();
        let count = records.len();
        records.truncate(CHANGES_NAMED_MAX);
        let named = records.into_iter().map(|(caption, id)| (id, caption));
        Self {
            count,
            named: named.collect(),
        }
    }
}
