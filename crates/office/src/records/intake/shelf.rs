//! What came, beside what is there: made ready before the writer is held, read at once and written at once.

use std::collections::{BTreeMap, BTreeSet};

use interchange::Taken;
use interchange::marks::{Doubt, Policy};
use model::{CardId, Class, IntakeId, RecordId, StateCode};
use store::{Record, RecordHead, Tx};

use super::{Came, HELD, INTAKE, Imported, RECALLED, WAITING, intake_row, place, read};
use crate::error::Result;
use crate::records::issued::issued_row;
use crate::records::row::{body, written};
use crate::records::{number, record_row, usual_label};
use crate::requests::Turn;

/// One record of a file, and what of its row can be made ready before the writer is held.
pub(super) struct Arrived {
    id: IntakeId,
    /// Its class as its marks were read.
    class: Class,
    /// Its body, if nothing of it is here yet.
    body: Vec<u8>,
    taken: Taken,
}

impl Arrived {
    pub(super) fn of(taken: Taken, policy: &Policy, authority: Option<&str>) -> Result<Self> {
        let class = read(&taken).map_or(policy.class, |label| label.class.max(policy.class));
        let came = Came {
            sender: policy.sender.clone(),
            taken,
            into: None,
        };
        Ok(Self {
            id: place(authority, &policy.sender, came.taken.issue.id),
            class,
            body: written(&came)?,
            taken: came.taken,
        })
    }
}

/// Which of these this State has put out itself, or holds as its own records. An id that was made here tells its time; one that was
/// minted for a record of others is made of their name for it.
async fn own_of(tx: &mut Tx, own: &StateCode, arrived: &[Arrived]) -> Result<BTreeSet<RecordId>> {
    let issues = arrived.iter().map(|one| &one.taken.issue);
    let ids = { issues.filter(|issue| issue.owner == *own) }.map(|one| one.id);
    let ids = ids.filter(|id| id.uuid().get_version() == Some(uuid::Version::SortRand));
    let rows = |id| {
        [
            issued_row(CardId::from_uuid(id)),
            record_row(RecordId::from_uuid(id)),
        ]
    };
    let rows: BTreeMap<String, RecordId> = ids
        .flat_map(|id| rows(id.uuid()).map(|row| (row, id)))
        .collect();
    let asked: Vec<String> = rows.keys().cloned().collect();
    let found = tx.present(&asked).await?;
    Ok(found
        .iter()
        .filter_map(|row| rows.get(row).copied())
        .collect())
}

/// What is there of the records of a file, and what it makes of them: read at once and written at once.
pub(super) struct Shelf {
    authority: Option<String>,
    /// What this State itself put out, come back.
    own: BTreeSet<RecordId>,
    /// By id: what is there.
    known: BTreeMap<IntakeId, Record>,
    /// By id: what is to be written, in the order in which it came.
    made: BTreeMap<IntakeId, (usize, Record)>,
}

impl Shelf {
    pub(super) async fn of(
        tx: &mut Tx,
        (policy, authority): (&Policy, Option<String>),
        arrived: &[Arrived],
    ) -> Result<Self> {
        let own = own_of(tx, &policy.state, arrived).await?;
        let ids = arrived.iter().map(|one| (intake_row(one.id), one.id));
        let ids: BTreeMap<String, IntakeId> = ids.collect();
        let rows: Vec<String> = ids.keys().cloned().collect();
        let known = tx.records(&rows).await?.into_iter();
        let known = known.filter_map(|row| Some((*ids.get(&row.head.id)?, row)));
        Ok(Self {
            known: known.collect(),
            made: BTreeMap::new(),
            authority,
            own,
        })
    }

    /// The record as the file has left it so far.
    fn get(&self, id: IntakeId) -> Option<&Record> {
        let made = self.made.get(&id).map(|(_, row)| row);
        made.or_else(|| self.known.get(&id))
    }

    fn put(&mut self, id: IntakeId, mut row: Record) {
        let before = self.known.get(&id).map_or(0, |row| row.head.version);
        row.head.version = before + 1;
        let at = self.made.len();
        let place = self.made.get(&id).map_or(at, |(place, _)| *place);
        self.made.insert(id, (place, row));
    }

    /// Write it all.
    pub(super) async fn keep(self, tx: &mut Tx) -> Result<()> {
        let mut made: Vec<(usize, Record)> = self.made.into_values().collect();
        made.sort_by_key(|(place, _)| *place);
        let (new, changed): (Vec<Record>, Vec<Record>) = made
            .into_iter()
            .map(|(_, row)| row)
            .partition(|row| row.head.version == 1);
        tx.put_new_records(&new).await?;
        for row in changed {
            tx.put_record(&row).await?;
        }
        Ok(())
    }
}

/// Put down one record, as far as it says something new.
pub(super) fn put(
    turn: &Turn,
    (policy, shelf): (&Policy, &mut Shelf),
    arrived: Arrived,
    done: &mut Imported,
) -> Result<()> {
    let Arrived {
        id,
        class,
        body: mut ready,
        mut taken,
    } = arrived;
    if shelf.own.contains(&taken.issue.id) {
        done.own += 1;
        return Ok(());
    }
    let mut head = first(turn, id, class, shelf.authority.clone());
    match shelf.get(id) {
        None if taken.issue.recalled => {
            done.again += 1;
            return Ok(());
        }
        None => done.new += 1,
        // What was destroyed does not come back.
        Some(row) if row.body.is_empty() => {
            done.again += 1;
            return Ok(());
        }
        Some(row) => {
            let came: Came = body(row)?;
            let (old, new) = (&came.taken.issue, &taken.issue);
            if *old == *new || new.modified < old.modified || old.recalled {
                done.again += 1;
                return Ok(());
            }
            head.created = row.head.created;
            head.stage.clone_from(&row.head.stage);
            let into = came.into;
            if new.modified == old.modified {
                // Two readings of one version: the first stays, and a person looks.
                let mark = (String::new(), Doubt::Conflict, "modified".to_owned());
                taken = came.taken;
                taken.doubts.insert(mark);
                head.label = row.head.label.clone();
            } else {
                done.changed += 1;
            }
            let came = Came {
                sender: policy.sender.clone(),
                taken,
                into,
            };
            ready = written(&came)?;
            taken = came.taken;
        }
    }
    if taken.issue.recalled {
        done.recalled += 1;
        head.stage = RECALLED.to_owned();
    } else if !taken.doubts.is_empty() {
        done.held += 1;
        head.stage = HELD.to_owned();
    } else {
        head.stage = WAITING.to_owned();
    }
    shelf.put(id, Record { head, body: ready });
    Ok(())
}

fn first(turn: &Turn, id: IntakeId, class: Class, authority: Option<String>) -> RecordHead {
    // Whoever keeps records looks at its marks, whatever they say; what it is worth beyond that stands in them.
    let label = usual_label(&turn.office, class);
    RecordHead {
        authority,
        number: Some(number("I", &id.to_string())),
        ..RecordHead::first(
            (intake_row(id), INTAKE),
            turn.office.state().as_str(),
            &label,
            turn.now,
        )
    }
}
