//! What each recipient would get of a record, before anything is proposed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use model::card::{Address, Card, Held};
use model::release::{Found, Outcome, Proposal};
use model::{Class, GroupId, Purpose, Recipient, RecordId, StateCode};
use serde::{Deserialize, Serialize};

use super::RecordView;
use super::keep::today;
use super::releases::{address, card_id, check_states, consents, recipient, whole_of};
use crate::error::Result;
use crate::reader::Reader;

/// Whom it would go to, and for what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// The States; this State itself means its own front line.
    #[serde(default)]
    pub to: BTreeSet<StateCode>,
    /// Groups, each in the version that was seen: their members are added to the States.
    #[serde(default)]
    pub groups: BTreeMap<GroupId, u32>,
    /// What they want it for.
    pub purpose: Purpose,
    /// The highest class that whoever reads it there may hold.
    pub clearance: Class,
}

/// What one recipient would get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looked {
    /// Who.
    pub to: StateCode,
    /// The outcome, its grounds, and what would stay behind.
    pub proposal: Proposal,
    /// What the recipient would see.
    pub card: Option<Card>,
}

impl Look {
    /// The same with every State written out, and no group: who reads it is never inferred later.
    pub(super) async fn spelt_out(&self, reader: &Reader) -> Result<Self> {
        let members = reader.members(&self.groups).await?;
        Ok(Self {
            to: &self.to | &members,
            groups: BTreeMap::new(),
            ..self.clone()
        })
    }
}

/// The same source with these parts alone.
fn only(held: &Held, parts: &BTreeSet<String>) -> Held {
    let mut only = held.clone();
    let record = &mut only.record;
    record.assertions.retain(|one| parts.contains(&one.id));
    record.associations.retain(|one| parts.contains(&one.id));
    only
}

/// What one recipient may have. The gates look at every part of the record; built is what leaves from parts that whoever
/// releases it may see.
pub(super) fn offered(
    (held, parts): (&Held, &BTreeSet<String>),
    recipient: &Recipient,
    to: &Address,
    on: Date,
) -> (Proposal, Option<Card>) {
    let (proposal, card) = held.propose(recipient, to, on);
    match card {
        Some(_) => only(held, parts).propose(recipient, to, on),
        None => (proposal, None),
    }
}

/// What each recipient would get of a record: shown before anything is proposed, and changing nothing. Parts that the reader may
/// not see are judged with all others, leave with none and are told of by none.
///
/// # Errors
/// `NOT-FOUND`, `NOT-ALLOWED`, `MISSING` without a State, `TOO-MANY`; `STALE` or `GROUP-UNSIGNED` of a group.
pub async fn look(reader: &Reader, record: RecordId, look: &Look) -> Result<Vec<Looked>> {
    let office = reader.office();
    let look = &look.spelt_out(reader).await?;
    check_states(look)?;
    let seen = reader.subject(record).await?;
    let whole = whole_of(office, record).await?;
    let (now, visible) = (office.now(), ids(&seen));
    let day = today(now);
    let consents = consents(office, &whole, day).await?;
    let held = whole.held();
    let to = address(office, &whole, card_id(office, now))?;
    let each = look.to.iter().map(|state| {
        let recipient = recipient(office, (state, look), &consents);
        let (mut proposal, card) = offered((&held, &visible), &recipient, &to, day);
        for found in &mut proposal.found {
            shown_to(found, &visible);
        }
        proposal.lost = lost(&held, &visible, &recipient, day);
        let card = card.filter(|_| whole.head.stage == "kept");
        if whole.head.stage != "kept" && matches!(proposal.outcome, Outcome::Release(_)) {
            proposal.outcome = Outcome::Hold;
        }
        Looked {
            to: state.clone(),
            proposal,
            card,
        }
    });
    Ok(each.collect())
}

/// How many parts of each kind that the reader sees stay behind.
fn lost(
    held: &Held,
    visible: &BTreeSet<String>,
    recipient: &Recipient,
    on: Date,
) -> BTreeMap<model::release::Tells, usize> {
    let seen = only(held, visible);
    model::release::build(&seen.source(), recipient, on).lost
}

/// A ground that lies in a part which the reader may not see is told of the whole.
fn shown_to(found: &mut Found, visible: &BTreeSet<String>) {
    if !visible.contains(&found.part) {
        found.part.clear();
    }
}

fn ids(seen: &RecordView) -> BTreeSet<String> {
    let said = seen.stated.iter().map(|one| one.one.id.clone());
    said.chain(seen.ties.iter().map(|one| one.one.id.clone()))
        .collect()
}
