//! A list being read: its records so far, their ids, and what was met that nobody understood.

use std::collections::{BTreeMap, HashMap};

use super::ListFile;
use super::error::{Fault, ReadError};
use crate::entity::{Entity, Origin};
use crate::limits;

/// A list being read.
#[derive(Debug, Default)]
pub(crate) struct Book {
    dataset: String,
    /// When the list was made, as the file says it; "" as long as it has not.
    pub(crate) generated_at: String,
    records: Vec<Entity>,
    /// Where a record of that id stands among them.
    ids: HashMap<String, usize>,
    unread: BTreeMap<String, usize>,
}

impl Book {
    /// An empty list of that name.
    pub(crate) fn new(dataset: &str) -> Book {
        Book {
            dataset: dataset.to_owned(),
            ..Book::default()
        }
    }

    /// A record to be filled.
    pub(crate) fn entity(&self, id: &str, schema: &str) -> Entity {
        Entity {
            id: id.to_owned(),
            schema: schema.to_owned(),
            datasets: vec![self.dataset.clone()],
            ..Entity::default()
        }
    }

    /// Counts something that this reader does not know.
    pub(crate) fn unread(&mut self, name: &str) {
        self.unread_times(name, 1);
    }

    /// Counts something that this reader does not know and that came several times. The names are the file's own, so their
    /// number is bounded.
    pub(crate) fn unread_times(&mut self, name: &str, times: usize) {
        let full = self.unread.len() >= limits::LIST_UNREAD_MAX;
        let name: String = match full && !self.unread.contains_key(name) {
            true => "…".to_owned(),
            false => name.chars().take(limits::LIST_UNREAD_CHARS_MAX).collect(),
        };
        *self.unread.entry(name).or_default() += times;
    }

    /// The record of that id, if it was read before.
    pub(crate) fn known(&mut self, id: &str) -> Option<&mut Entity> {
        let at = *self.ids.get(id)?;
        self.records.get_mut(at)
    }

    /// An id that is still free: the wanted one, or with a number behind it. For lists whose records have no number of their own.
    pub(crate) fn free_id(&self, wanted: &str) -> String {
        if !self.ids.contains_key(wanted) {
            return wanted.to_owned();
        }
        (2..=self.records.len() + 2)
            .map(|n| format!("{wanted}-{n}"))
            .find(|id| !self.ids.contains_key(id))
            .unwrap_or_else(|| wanted.to_owned())
    }

    /// Keeps a record. `number` is what the list itself calls it.
    pub(crate) fn push(
        &mut self,
        mut entity: Entity,
        number: &str,
        line: u64,
    ) -> Result<(), Fault> {
        if self.records.len() >= limits::LIST_RECORDS_MAX {
            return Err(Fault::TooBig {
                what: "list (records)",
                max: limits::LIST_RECORDS_MAX,
            });
        }
        if let Some(first) = self.known(&entity.id) {
            let first_line = first.origin.as_ref().map_or(0, |origin| origin.line);
            return Err(Fault::DuplicateId {
                id: entity.id,
                first_line,
            });
        }
        entity.origin = Some(Origin {
            list: self.dataset.clone(),
            version: String::new(),
            record: number.to_owned(),
            line,
        });
        self.ids.insert(entity.id.clone(), self.records.len());
        self.records.push(entity);
        Ok(())
    }

    /// The whole list. Records without a caption get one.
    ///
    /// # Errors
    /// A list without a record, at the end of the file.
    pub(crate) fn finish(self, bytes: &[u8]) -> Result<ListFile, ReadError> {
        if self.records.is_empty() {
            return Err(ReadError::new(Fault::NoRecords, bytes, bytes.len(), &[]));
        }
        let mut records = self.records;
        for record in &mut records {
            if record.caption.is_empty() {
                record.caption = crate::ftm::caption_of(record);
            }
            if let Some(origin) = &mut record.origin {
                origin.version = self.generated_at.clone();
            }
            record.shrink();
        }
        let individuals = records.iter().filter(|r| r.is_person()).count();
        Ok(ListFile {
            dataset: self.dataset,
            generated_at: self.generated_at,
            individuals,
            entities: records.len() - individuals,
            records,
            unread: self.unread,
            dropped: BTreeMap::new(),
        })
    }
}
