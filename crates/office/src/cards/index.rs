//! The cards as the border asks them: an index of names and numbers in memory, made of the rows that are in use. The index only
//! proposes: each card found is read through the asker's own reader, so that a label, a recall or an end is heeded at that moment.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::civil::Date;
use model::card::Card;
use model::card::front::{are_of_one, give_way};
use model::label::Action;
use model::record::Property;
use model::{Actor, AuthorityId, CardId, Purpose, StateCode};
use screen::entity::{Origin, prop};
use screen::{Entity, Filter, Hit, Index, Query};
use serde::{Deserialize, Serialize};
use store::Tx;
use store::reader::{House, Wanted};

use super::{CARD, HeldCard, IN_USE, card_row};
use crate::error::{Error, Result};
use crate::office::Office;
use crate::records::{row_of, today};
use crate::screening::HitView;

/// Cards looked at for one question.
const LOOKED_AT_MAX: usize = 50;
/// Cards read at once when the index is made.
const PAGE: u32 = 500;

/// The index.
#[derive(Debug, Default)]
pub(crate) struct Cards(RwLock<Arc<Index>>);

/// A card that may be about whoever was asked for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MetCard {
    /// The card.
    pub id: CardId,
    /// To read aloud.
    pub number: String,
    /// Whose it is.
    pub owner: StateCode,
    /// The authority there that answers for it: whom to call.
    pub contact: AuthorityId,
    /// How alike, and why.
    pub hit: HitView,
    /// What may be done; nothing where another card comes first.
    pub actions: Vec<Action>,
    /// The card of the same person, of another State, that asks for something which comes first. Its action is the one to take.
    #[serde(default)]
    pub gives_way_to: Option<CardId>,
    /// Our own desk has decided that no measure is taken on it here; why, only the desk knows.
    #[serde(default)]
    pub set_aside: bool,
    /// What whoever meets the person must know.
    pub warnings: Vec<String>,
    /// What was asked belongs to somebody else who is taken for the subject: this is seen first.
    pub excluded: Vec<String>,
}

impl Cards {
    fn get(&self) -> Arc<Index> {
        Arc::clone(&self.0.read().unwrap_or_else(PoisonError::into_inner))
    }

    fn change(&self, records: &[Entity], removed: &[String]) {
        let mut place = self.0.write().unwrap_or_else(PoisonError::into_inner);
        let mut next = place.with(records, removed);
        if next.is_scattered() {
            next = next.gathered();
        }
        *place = Arc::new(next);
    }
}

/// A card as the front line uses it.
struct Usable {
    card: Card,
    number: String,
    aside: bool,
}

/// The card in the vocabulary of lists.
fn entity(card: &Card) -> Entity {
    let id = card_row(card.id);
    let list = format!("card-{}", card.owner.as_str().to_lowercase());
    let mut entity = Entity {
        id: id.clone(),
        schema: card.subject.schema().to_owned(),
        caption: card.caption().to_owned(),
        datasets: vec![list.clone()],
        target: Some(true),
        origin: Some(Origin {
            list,
            version: card.version.to_string(),
            record: crate::records::number("C", &card.id.to_string()),
            line: 0,
        }),
        ..Entity::default()
    };
    for (property, values) in &card.facts {
        // Why somebody stands on a card is not asked at the border, and not shown there.
        let asked = !matches!(property, Property::Statement | Property::Description);
        let Some(name) = property.ftm().filter(|_| asked) else {
            continue;
        };
        for value in values {
            match name {
                prop::NATIONALITY | prop::COUNTRY if value.len() == 2 => {
                    entity.add(name, &value.to_lowercase());
                }
                _ => entity.add(name, value),
            }
        }
    }
    entity
}

/// From the commit on the card is asked.
pub(super) fn put_once_committed(tx: &mut Tx, office: &Office, card: Card) {
    let office = office.clone();
    tx.once_committed(move || office.0.cards.change(&[entity(&card)], &[]));
}

/// From the commit on it is not.
pub(super) fn forget_once_committed(tx: &mut Tx, office: &Office, id: CardId) {
    let office = office.clone();
    tx.once_committed(move || office.0.cards.change(&[], &[card_row(id)]));
}

/// Make the index of the rows that are in use, at the start.
///
/// # Errors
/// If the store cannot be read.
pub(crate) async fn load(office: &Office) -> Result<()> {
    let labels = office.store().labels().await?;
    let every: Vec<i64> = labels.into_iter().map(|(number, _)| number).collect();
    let reader = office.store().reader(&every, House::default());
    let mut entities = Vec::new();
    loop {
        let wanted = Wanted {
            kind: CARD,
            stages: vec![IN_USE.to_owned()],
            newest_first: true,
            offset: u32::try_from(entities.len()).unwrap_or(u32::MAX),
            limit: PAGE,
            ..Wanted::default()
        };
        let rows = reader.records(&wanted).await?;
        let whole = rows.len() < PAGE as usize;
        for row in rows {
            let held: HeldCard = row_of(&row)?;
            entities.extend(held.card.as_ref().map(entity));
        }
        if whole {
            break;
        }
    }
    let index = Index::build(entities);
    let mut place = office
        .0
        .cards
        .0
        .write()
        .unwrap_or_else(PoisonError::into_inner);
    *place = Arc::new(index);
    Ok(())
}

/// What was asked that the card says belongs to somebody else.
fn excluded(query: &Query, card: &Card) -> Vec<String> {
    let plain = |text: &str| {
        let chars = text.chars().filter(|c| c.is_alphanumeric());
        chars.flat_map(char::to_uppercase).collect::<String>()
    };
    let mut asked = query
        .properties
        .values()
        .flatten()
        .map(|value| plain(value));
    let others = card.said(Property::NotThis).iter();
    let all: Vec<String> = asked.by_ref().filter(|value| !value.is_empty()).collect();
    others
        .filter(|other| all.contains(&plain(other)))
        .cloned()
        .collect()
}

/// The cards that may be about whoever is asked for, as this actor may read them now, for screening.
pub(crate) async fn met(
    office: &Office,
    actor: &Actor,
    (query, threshold): (Query, f64),
) -> Result<Vec<MetCard>> {
    let reader = office.read(actor, Purpose::Screening).await?;
    let day = today(office.reading_time());
    let mut looked = LOOKED_AT_MAX;
    loop {
        let (index, asked) = (office.0.cards.get(), query.clone());
        let search = move || index.search_among(&asked, looked, threshold, &Filter::default());
        let hits = tokio::task::spawn_blocking(search).await;
        let hits: Vec<Hit> = hits.map_err(|_| Error::Busy { retry_after_s: 1 })?;
        let all = hits.len() < looked;
        let mut met = Vec::new();
        for hit in hits {
            if let Some(found) = reader.usable(&hit.entity.id, day).await? {
                met.push((hit, found));
            }
        }
        // What this actor may not see takes nobody's place.
        if all || met.len() >= LOOKED_AT_MAX {
            met.truncate(LOOKED_AT_MAX);
            return Ok(answered(office, &query, met));
        }
        looked = looked.saturating_mul(4);
    }
}

/// Cards as the front line sees them: of one person one action, and none on a card whose subject the desk has found to be protected
/// from its owner, nor on another of that owner about the same person. What other States say of them is judged by itself.
fn answered(office: &Office, query: &Query, found: Vec<(Hit, Usable)>) -> Vec<MetCard> {
    // Of whom a card says that it is somebody else, it says nothing more.
    let of_them = |(_, usable): &&(Hit, Usable)| excluded(query, &usable.card).is_empty();
    let theirs: Vec<&Usable> = found.iter().filter(of_them).map(|(_, one)| one).collect();
    let protected: Vec<&Card> = { theirs.iter().filter(|one| one.aside) }
        .map(|one| &one.card)
        .collect();
    let is_aside = |card: &Card| {
        let mut protected = protected.iter();
        protected.any(|one| one.id == card.id || one.owner == card.owner && are_of_one(one, card))
    };
    let (aside, cards): (Vec<&Card>, Vec<&Card>) =
        { theirs.iter().map(|one| &one.card) }.partition(|card| is_aside(card));
    let aside: BTreeSet<CardId> = aside.into_iter().map(|card| card.id).collect();
    let ways = give_way(&cards, office.state());
    let ways = cards
        .iter()
        .zip(ways)
        .filter_map(|(card, way)| Some((card.id, cards.get(way?)?.id)));
    let ways: BTreeMap<CardId, CardId> = ways.collect();
    let each = found.into_iter().map(|found| {
        let mut met = one(office, query, found);
        met.set_aside = aside.contains(&met.id);
        met.gives_way_to = ways.get(&met.id).copied();
        if met.set_aside || met.gives_way_to.is_some() {
            met.actions.clear();
        }
        met
    });
    each.collect()
}

fn one(office: &Office, query: &Query, (hit, usable): (Hit, Usable)) -> MetCard {
    let Usable { card, number, .. } = usable;
    MetCard {
        id: card.id,
        number,
        owner: card.owner.clone(),
        contact: card.contact.clone(),
        actions: card.actions(office.state()),
        gives_way_to: None,
        set_aside: false,
        warnings: card.said(Property::Warning).to_vec(),
        excluded: excluded(query, &card),
        hit: HitView {
            entity: entity(&card),
            ..hit.into()
        },
    }
}

impl crate::reader::Reader {
    /// A card that this reader may see and that is used today.
    async fn usable(&self, row: &str, day: Date) -> Result<Option<Usable>> {
        let record = self.record(row).await?;
        let Some(record) = record.filter(|record| record.head.stage == IN_USE) else {
            return Ok(None);
        };
        let held: HeldCard = row_of(&record)?;
        let card = held.card.filter(|card| card.is_current(day));
        Ok(card.map(|card| Usable {
            card,
            number: record.head.number.unwrap_or_default(),
            aside: held.aside.is_some(),
        }))
    }
}
