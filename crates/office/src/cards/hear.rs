//! What comes about cards from other nodes, and what this State's own releases do to its own front line. Who says it is told by
//! the key that signed the envelope.

use jiff::Timestamp;
use model::card::Card;
use model::copies::{Copy, CopyState, Notice, NoticeKind, Receipt};
use model::sharing::Sharing;
use model::{Actor, CardId, Object, Refusal, StateCode, Verb};
use store::{Record, RecordHead, Tx};

use super::{CARD, HeldCard, IN_USE, SUSPENDED, card_row, encounters, export, index, words};
use crate::error::Result;
use crate::exchange::inbox::{Arrived, Letter};
use crate::exchange::outbox;
use crate::office::Office;
use crate::records::{
    Source, begins, confirmed, held_by, number, row_of, say_again, source_changed, today, written,
};

/// Take in a message about a card. Answers what it was about.
pub(crate) async fn received(
    office: &Office,
    tx: &mut Tx,
    (letter, what): (Letter, Sharing),
    now: Timestamp,
) -> Result<String> {
    let from = letter.from.card.card.code.clone();
    let actor = Actor::Peer {
        state: from.clone(),
    };
    let object = Object::envelope(office.state(), &from);
    model::may(&actor, Verb::ReceiveEnvelope, &object, now)?;
    let about = super::object_of(&what);
    match what {
        Sharing::Released { card } => {
            let id = card.id;
            let files = letter.files;
            let held = taken(office, tx, (*card, &from, files), now).await?;
            answer(office, tx, (id, &from, &letter.authority), &held.copy, now).await?;
        }
        Sharing::Notice { id, notice, card } => {
            let heard = (id, &notice, card.map(|card| *card));
            let copy = noticed(office, tx, heard, &from, now).await?;
            answer(office, tx, (id, &from, &letter.authority), &copy, now).await?;
        }
        Sharing::Confirmed { id, receipt } => {
            return confirmed(tx, (id, &from), &receipt, now).await;
        }
        Sharing::Asked { id, .. } => {
            let held = held_by(tx, (id, &from)).await?;
            let (head, issued) = held.ok_or_else(|| Refusal::new("COPY-ABSENT"))?;
            say_again(office, tx, (&head, &issued), &from, now).await?;
            return Ok(head.parent.unwrap_or(head.id));
        }
        Sharing::Encounter { id, told } => {
            let held = held_by(tx, (id, &from)).await?;
            let (head, issued) = held.ok_or_else(|| Refusal::new("COPY-ABSENT"))?;
            return encounters::told(tx, (head, issued), (&from, told), now).await;
        }
        Sharing::Word { id, word } => {
            return words::heard(office, tx, (id, &from), word, now).await;
        }
    }
    Ok(about)
}

/// What a release or notice of this State does to its own front line, at once and without an envelope.
pub(crate) async fn heard_here(
    office: &Office,
    tx: &mut Tx,
    what: Sharing,
    now: Timestamp,
) -> Result<()> {
    let own = office.state().clone();
    match what {
        Sharing::Released { card } => {
            taken(office, tx, (*card, &own, Vec::new()), now).await?;
        }
        Sharing::Notice { id, notice, card } => {
            let heard = (id, &notice, card.map(|card| *card));
            noticed(office, tx, heard, &own, now).await?;
        }
        _ => {}
    }
    Ok(())
}

/// The card's row, where there is one.
async fn stored(tx: &mut Tx, id: CardId) -> Result<Option<(Record, HeldCard)>> {
    let row = tx.record(&card_row(id)).await?;
    row.filter(|row| !row.body.is_empty())
        .map(|row| Ok((row.clone(), row_of(&row)?)))
        .transpose()
}

/// A row without its key: the card was withdrawn, and nothing brings it back. Whoever was not its owner is told nothing of it.
async fn is_destroyed(tx: &mut Tx, id: CardId, from: &StateCode) -> Result<bool> {
    let row = tx.record(&card_row(id)).await?;
    let Some(row) = row.filter(|row| row.body.is_empty()) else {
        return Ok(false);
    };
    match row
        .head
        .counterpart
        .is_none_or(|owner| owner == from.as_str())
    {
        true => Ok(true),
        false => Err(Refusal::new("COPY-OWNER").into()),
    }
}

/// Take in a card. One that was withdrawn is not revived, an older version does not take the place of a newer one.
async fn taken(
    office: &Office,
    tx: &mut Tx,
    (mut card, from, files): (Card, &StateCode, Vec<Arrived>),
    now: Timestamp,
) -> Result<HeldCard> {
    if card.owner != *from {
        return Err(Refusal::new("CARD-OWNER").with("owner", &card.owner).into());
    }
    card.check(today(now))?;
    readable_here(office, &card)?;
    if is_destroyed(tx, card.id, from).await? {
        return Ok(gone(&card.owner, card.version));
    }
    let before = stored(tx, card.id).await?;
    if let Some((row, held)) = before {
        if held.copy.owner != from.as_str() {
            return Err(Refusal::new("COPY-OWNER").into());
        }
        let copy = held.copy.come_again(card.version);
        let again = row.head.stage == SUSPENDED && card.version == held.copy.version;
        let newer = copy.state == CopyState::InUse && card.version > held.copy.version || again;
        let known = held.card.iter().flat_map(|card| card.files.clone());
        let known: Vec<_> = known.collect();
        let next = HeldCard {
            card: if newer {
                Some(with_files(card, &known))
            } else {
                held.card
            },
            copy,
            holds: held.holds,
            aside: held.aside,
            asides: held.asides,
        };
        if newer {
            put(office, tx, (Some(row.head), next.clone()), now).await?;
        }
        if next.copy.state != CopyState::InUse {
            return Ok(next);
        }
        // A correction may have come before the files did.
        let named = |file: &Arrived| {
            let files = next.card.iter().flat_map(|card| &card.files);
            files
                .into_iter()
                .any(|one| one.id == file.id && one.blob.is_none())
        };
        let files = files.into_iter().filter(named).collect();
        return arrived(office, tx, (next.clone(), files), now).await;
    }
    let own = from == office.state();
    for file in &mut card.files {
        // Of its own card the node has the bytes already; what another State did not send is not there.
        file.blob = file.blob.filter(|_| own);
    }
    let held = HeldCard {
        copy: Copy::received(card.owner.to_string(), card.version),
        card: Some(card),
        holds: Vec::new(),
        aside: None,
        asides: 0,
    };
    put(office, tx, (None, held.clone()), now).await?;
    arrived(office, tx, (held, files), now).await
}

/// Bring the files that came into the card; bytes that it does not name are no file of it.
async fn arrived(
    office: &Office,
    tx: &mut Tx,
    (mut held, files): (HeldCard, Vec<Arrived>),
    now: Timestamp,
) -> Result<HeldCard> {
    let Some(card) = &mut held.card else {
        return Ok(held);
    };
    let row = card_row(card.id);
    let any = !files.is_empty();
    for file in files {
        let named = card.files.iter_mut().find(|named| named.id == file.id);
        let named = named.filter(|named| (named.sha256, named.size_bytes) == file.plain);
        let named = named.ok_or_else(|| Refusal::new("PART-MISMATCH"))?;
        tx.put_blob(file.written, &row, &file.key, now).await?;
        named.blob = Some(file.written.digest);
    }
    if any {
        let head = tx.record(&row).await?.map(|record| record.head);
        put(office, tx, (head, held.clone()), now).await?;
    }
    Ok(held)
}

/// A copy that is gone.
fn gone(owner: &StateCode, version: u64) -> HeldCard {
    HeldCard {
        card: None,
        holds: Vec::new(),
        aside: None,
        asides: 0,
        copy: Copy {
            state: CopyState::Withdrawn,
            ..Copy::received(owner.to_string(), version)
        },
    }
}

/// Whether anybody here could ever see it: what nobody can see is not taken in, and its owner is told.
fn readable_here(office: &Office, card: &Card) -> Result<()> {
    let lets_in = card
        .label
        .releasable_to
        .as_ref()
        .is_none_or(|states| states.contains(office.state().as_str()));
    match lets_in {
        true => Ok(()),
        false => Err(Refusal::new("LABEL-UNREADABLE").at("/label").into()),
    }
}

/// A notice of the owner: applied in the act that takes it in, so before anybody reads the card again.
async fn noticed(
    office: &Office,
    tx: &mut Tx,
    (id, notice, card): (CardId, &Notice, Option<Card>),
    from: &StateCode,
    now: Timestamp,
) -> Result<Copy> {
    if is_destroyed(tx, id, from).await? {
        let version = destroyed_version(tx, id, notice.version).await?;
        return Ok(gone(from, version).copy);
    }
    let Some((row, held)) = stored(tx, id).await? else {
        return early(office, tx, (id, notice, card), from, now).await;
    };
    let (copy, _) = held.copy.hear(notice, from.as_str())?;
    if copy == held.copy {
        return Ok(copy);
    }
    match copy.state {
        CopyState::InUse => {
            let card = card.ok_or_else(|| Refusal::new("MISSING").at("/card"))?;
            changed(&card, (id, from, notice.version), now)?;
            if !export::leaves(&card) {
                export::remember(tx, (&held, notice.version), now).await?;
            }
            let source = Source {
                id,
                before: held.card.as_ref(),
                now: Some(&card),
            };
            // A record of this State follows, and with it, perhaps, another card of its own.
            Box::pin(source_changed(office, tx, source, now)).await?;
            let known = held.card.map(|card| card.files).unwrap_or_default();
            let card = with_files(card, &known);
            let next = HeldCard {
                card: Some(card),
                copy: copy.clone(),
                holds: held.holds,
                aside: held.aside,
                asides: held.asides,
            };
            put(office, tx, (Some(row.head), next), now).await?;
        }
        CopyState::Withdrawn => withdraw(office, tx, (id, notice.version), now).await?,
        CopyState::Sealed => seal(office, tx, (row, held), (&copy, now)).await?,
    }
    Ok(copy)
}

/// Whether the card in a notice is the one that the notice is about.
fn changed(
    card: &Card,
    (id, from, version): (CardId, &StateCode, u64),
    now: Timestamp,
) -> Result<()> {
    card.check(today(now))?;
    if card.id != id || card.owner != *from || card.version != version {
        return Err(Refusal::new("CARD-OWNER").with("owner", &card.owner).into());
    }
    Ok(())
}

/// The files of a corrected card lie here already, where it still has them.
fn with_files(mut card: Card, known: &[model::card::Attached]) -> Card {
    for file in &mut card.files {
        let here = known
            .iter()
            .find(|one| one.id == file.id && one.sha256 == file.sha256);
        file.blob = here.and_then(|one| one.blob);
    }
    card
}

/// A notice came before its card, on a faster lane: a recall is remembered, a correction stands for the card itself.
async fn early(
    office: &Office,
    tx: &mut Tx,
    (id, notice, card): (CardId, &Notice, Option<Card>),
    from: &StateCode,
    now: Timestamp,
) -> Result<Copy> {
    if notice.owner != from.as_str() {
        return Err(Refusal::new("COPY-OWNER").into());
    }
    // What is taken back brings nothing with it.
    if let Some(card) = card.filter(|_| notice.kind != NoticeKind::Recall) {
        changed(&card, (id, from, notice.version), now)?;
        return Ok(taken(office, tx, (card, from, Vec::new()), now).await?.copy);
    }
    let held = gone(from, notice.version);
    put_as(tx, (id, held.clone(), "withdrawn"), (office, None), now).await?;
    Ok(held.copy)
}

/// The version at which a destroyed card stands: the row keeps its head, and the head counts.
async fn destroyed_version(tx: &mut Tx, id: CardId, least: u64) -> Result<u64> {
    let fact = tx.fact(&withdrawn_fact(id)).await?;
    let known = fact.and_then(|text| text.parse().ok()).unwrap_or(least);
    if least > known {
        tx.put_fact(&withdrawn_fact(id), &least.to_string()).await?;
    }
    Ok(known.max(least))
}

fn withdrawn_fact(id: CardId) -> String {
    format!("withdrawn/{id}")
}

/// What this State's records took over from a card goes with it.
async fn source_gone(office: &Office, tx: &mut Tx, id: CardId, now: Timestamp) -> Result<()> {
    let source = Source {
        id,
        before: None,
        now: None,
    };
    Box::pin(source_changed(office, tx, source, now)).await
}

/// Take a card out of use and destroy its key.
pub(super) async fn withdraw(
    office: &Office,
    tx: &mut Tx,
    (id, version): (CardId, u64),
    now: Timestamp,
) -> Result<()> {
    if let Some((_, held)) = stored(tx, id).await? {
        export::remember(tx, (&held, version), now).await?;
    }
    tx.put_fact(&withdrawn_fact(id), &version.to_string())
        .await?;
    tx.destroy_record(&card_row(id)).await?;
    index::forget_once_committed(tx, office, id);
    source_gone(office, tx, id, now).await
}

/// Take a card out of use and keep it for whoever holds on to it.
pub(super) async fn seal(
    office: &Office,
    tx: &mut Tx,
    (mut row, held): (Record, HeldCard),
    (copy, now): (&Copy, Timestamp),
) -> Result<()> {
    let id = held.card.as_ref().map(|card| card.id);
    export::remember(tx, (&held, copy.version), now).await?;
    let held = HeldCard {
        copy: copy.clone(),
        ..held
    };
    row.head.version += 1;
    row.head.updated = now;
    row.head.stage = "sealed".to_owned();
    row.head.due = None;
    row.head.label.purposes = Some([model::Purpose::Oversight].into());
    row.body = written(&held)?;
    tx.put_record(&row).await?;
    let Some(id) = id else { return Ok(()) };
    index::forget_once_committed(tx, office, id);
    source_gone(office, tx, id, now).await
}

/// Write a card that is in use.
async fn put(
    office: &Office,
    tx: &mut Tx,
    (head, held): (Option<RecordHead>, HeldCard),
    now: Timestamp,
) -> Result<()> {
    let Some(card) = held.card.clone() else {
        return Ok(());
    };
    put_as(tx, (card.id, held, IN_USE), (office, head), now).await?;
    let words = card.facts.values().flatten();
    let words: Vec<&str> = words.map(String::as_str).collect();
    let beside = crate::search::words_of(&words.join(" "));
    let row = card_row(card.id);
    tx.put_beside(&row, (crate::search::READING, &beside))
        .await?;
    index::put_once_committed(tx, office, card);
    Ok(())
}

async fn put_as(
    tx: &mut Tx,
    (id, held, stage): (CardId, HeldCard, &str),
    (office, before): (&Office, Option<RecordHead>),
    now: Timestamp,
) -> Result<()> {
    let row = card_row(id);
    let owner = held.copy.owner.clone();
    let own = model::Label::own(office.state(), model::Class::Official);
    let label = held.card.as_ref().map_or(own, |card| card.label.clone());
    let ends = held.card.as_ref().map(|card| {
        let review = card.review_by.tomorrow().unwrap_or(card.review_by);
        let ends = [Some(review), card.expires, card.label.expires];
        ends.into_iter().flatten().min()
    });
    let first = RecordHead::first((row.clone(), CARD), &owner, &label, now);
    let version = before.as_ref().map_or(1, |head| head.version + 1);
    let head = RecordHead {
        version,
        label,
        stage: stage.to_owned(),
        counterpart: Some(owner),
        number: Some(number("C", &id.to_string())),
        review_by: held.card.as_ref().and_then(|card| begins(card.review_by)),
        due: ends.flatten().and_then(begins),
        updated: now,
        ..before.unwrap_or(first)
    };
    let body = written(&held)?;
    Ok(tx.put_record(&Record { head, body }).await?)
}

/// Tell the owner which version stands here, and what is done with it.
async fn answer(
    office: &Office,
    tx: &mut Tx,
    (id, to, authority): (CardId, &StateCode, &model::AuthorityId),
    copy: &Copy,
    now: Timestamp,
) -> Result<()> {
    let receipt = Receipt {
        version: copy.version,
        state: copy.state,
    };
    let what = Sharing::Confirmed { id, receipt };
    outbox::answer_about_card(office, tx, (to, authority), what, now).await
}
