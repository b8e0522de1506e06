//! The lists as they were: "would this have hit on 1 May?" is asked of the versions that were in force at the end of that day.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use screen::Index;
use store::lists::List;

use super::shelf::{Loaded, Shown};
use super::{entities_of, passing};
use crate::error::{Error, Result};
use crate::office::Office;

/// The lists of one past day: which versions they are, and what was built from them. One day is kept, since whoever asks about a
/// day often asks again.
#[derive(Default)]
pub(crate) struct Past(tokio::sync::Mutex<Option<(Versions, Arc<Loaded>)>>);

/// Short name and number of each version.
type Versions = BTreeMap<String, i64>;

/// The lists to be asked, and the moment their age is told for: those in force now, or at the end of a past day.
///
/// # Errors
/// Input error `AS-OF` for a day that is not over or not yet come.
pub(super) async fn loaded(
    office: &Office,
    as_of: Option<Date>,
    now: Timestamp,
) -> Result<(Arc<Loaded>, Timestamp)> {
    let Some(day) = as_of else {
        return Ok((office.0.screen.get(), now));
    };
    let calendar = office.calendar();
    let end = calendar.end_of(day);
    if end > now {
        let what = format!("{day} is not over yet; ask without a day for the lists in force now");
        return Err(Error::input("AS-OF", "as_of", what));
    }
    let mut in_force: BTreeMap<String, List> = BTreeMap::new();
    // The oldest import stands first, so the last of each list stays.
    for version in office.store().list_versions(end).await? {
        in_force.insert(version.id.clone(), version);
    }
    let versions: Versions = in_force
        .iter()
        .map(|(id, list)| (id.clone(), list.version))
        .collect();
    let mut kept = office.0.past.0.lock().await;
    if let Some((of, loaded)) = kept.as_ref()
        && *of == versions
    {
        return Ok((Arc::clone(loaded), end));
    }
    let loaded = Arc::new(built(office, in_force.into_values().collect()).await?);
    *kept = Some((versions, Arc::clone(&loaded)));
    Ok((loaded, end))
}

/// Forget the parts of names that were looked up lately, in the lists in force and in those of the past day that is kept; how many
/// there were.
pub(super) async fn forget(office: &Office) -> usize {
    let past = office.0.past.0.lock().await;
    let past = past.as_ref().map(|(_, loaded)| Arc::clone(loaded));
    let forgotten = |loaded: Arc<Loaded>| {
        let parts = loaded.index.remembered();
        loaded.index.forget();
        parts
    };
    [Some(office.0.screen.get()), past]
        .into_iter()
        .flatten()
        .map(forgotten)
        .sum()
}

/// The index of these versions. A damaged one is unavailable, and said to be.
pub(super) async fn built(office: &Office, lists: Vec<List>) -> Result<Loaded> {
    let mut all = Vec::new();
    let mut shown = Vec::new();
    for list in lists {
        let (entities, damaged) = match entities_of(office, &list).await {
            Ok(entities) => (entities, false),
            Err(error) if passing(&error) => return Err(error),
            Err(error) => {
                tracing::error!(list = list.id, error = %error, "a list is damaged; import it again");
                (Vec::new(), true)
            }
        };
        shown.push(Shown {
            records: entities.len(),
            damaged,
            ..Shown::of(&list)
        });
        all.extend(entities);
    }
    let index = tokio::task::spawn_blocking(move || Index::build(all))
        .await
        .map_err(|_| Error::Busy { retry_after_s: 1 })?;
    Ok(Loaded {
        index,
        lists: shown,
        // Programs ask the lists in force only: there is no catalogue.
        ..Loaded::default()
    })
}
