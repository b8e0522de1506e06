//! Keeping a record: open it, change it, register that somebody holds on to it. After every change the cards that are out follow.

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use jiff::civil::Date;
use model::policy::role_for;
use model::record::{Assertion, Association, Provenance, Standing};
use model::{
    Actor, AssertionId, Label, Object, OfficerId, Purpose, RecordId, Refusal, Role, Verb, limits,
};
use store::{Kept, Record, Tx};

use super::releases::RELEASE;
use super::row::{ASSERTION, ASSOCIATION, Body, Bound, Said as Stating, Whole, body, written};
use super::{
    Change, Frame, OnRecord, Open, Statement, Tie, bulk, decide, follow, record_row, source,
};
use crate::cards::{self, ENCOUNTER, WORD};
use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::requests::Turn;

/// What an act on a record has at hand.
pub(super) struct Hand {
    pub(super) turn: Turn,
    pub(super) by: OfficerId,
    pub(super) role: Option<Role>,
}

impl Hand {
    /// The day it is, as labels count days.
    pub(super) fn today(&self) -> Date {
        today(self.turn.now)
    }
}

/// The day of a moment, as labels count days.
pub(crate) fn today(now: Timestamp) -> Date {
    now.to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// Whether the actor may do this to the record. To whoever may not read it, it is not there.
pub(super) fn permit(turn: &Turn, whole: &Whole, hands: Vec<OfficerId>) -> Result<Option<Role>> {
    let authority = whole.authority()?;
    let state = turn.office.state();
    let object = |hands| {
        let purpose = (Purpose::Intelligence, hands);
        Object::record(state, &authority, Some(&whole.head.label), purpose)
    };
    let reads = role_for(&turn.actor, Verb::RecordRead, &object(Vec::new()), turn.now).is_ok();
    let allowed = role_for(&turn.actor, turn.verb, &object(hands), turn.now);
    match (allowed, reads || turn.actor.officer().is_none()) {
        (Ok(role), _) => Ok(role),
        (Err(refusal), true) => Err(refusal.into()),
        (Err(_), false) => Err(Refusal::new("NOT-FOUND").into()),
    }
}

/// Whether the actor may read a part of the record, by the part's own label.
pub(super) fn sees(turn: &Turn, whole: &Whole, label: &Label) -> Result<bool> {
    let authority = whole.authority()?;
    let purpose = (Purpose::Intelligence, Vec::new());
    let object = Object::record(turn.office.state(), &authority, Some(label), purpose);
    Ok(role_for(&turn.actor, Verb::RecordRead, &object, turn.now).is_ok())
}

/// The label of what is entered: this State's own, or no wider than that of the card it was taken from.
pub(super) async fn labelled(
    office: &Office,
    tx: &mut Tx,
    (given, from): (&Label, &Provenance),
) -> Result<Label> {
    given.check_limits()?;
    let own = office.state().as_str();
    let mut label = Label {
        originator: own.to_owned(),
        ..given.clone()
    };
    if let Some(states) = &mut label.releasable_to {
        states.insert(own.to_owned());
    }
    for source in from
        .derived_from
        .iter()
        .filter(|id| id.starts_with("card:"))
    {
        let card = cards::in_use(tx, source).await?;
        let card = card.ok_or_else(|| Refusal::new("NOT-FOUND").at("/from/derived_from"))?;
        let taken = Label {
            originator: card.label.originator.clone(),
            ..label
        };
        label = card.label.join(&taken);
    }
    for source in from
        .derived_from
        .iter()
        .filter(|id| id.starts_with("intake:"))
    {
        label = super::intake::labelled_as(tx, source, &label).await?;
    }
    Ok(label)
}

/// What is said, with who says it: this State where nobody is named.
fn provenance(office: &Office, from: Provenance, today: Date) -> Provenance {
    let by = match from.by.trim() {
        "" => office.state().to_string(),
        by => by.to_owned(),
    };
    Provenance {
        by,
        on: from.on.or(Some(today)),
        ..from
    }
}

/// Put down something that is said.
async fn state(hand: &Hand, tx: &mut Tx, whole: &mut Whole, what: Statement) -> Result<()> {
    let said = Stating {
        one: Assertion {
            id: new_id(hand).to_string(),
            says: what.says,
            value: what.value.trim().to_owned(),
            label: Some(labelled(&hand.turn.office, tx, (&what.label, &what.from)).await?),
            from: provenance(&hand.turn.office, what.from, hand.today()),
        },
        file: None,
        by: hand.by,
    };
    put_said(hand, tx, whole, said).await
}

fn new_id(hand: &Hand) -> AssertionId {
    AssertionId::new(hand.turn.now, hand.turn.office.throw10())
}

/// Whether a record may say one thing more.
fn room_for_one(whole: &Whole) -> Result<()> {
    match whole.said.len() + whole.ties.len() < limits::RECORD_ASSERTIONS_MAX {
        true => Ok(()),
        false => Err(Refusal::new("TOO-MANY")
            .with("max", limits::RECORD_ASSERTIONS_MAX)
            .into()),
    }
}

/// Write an assertion as a new row of its record.
pub(super) async fn put_said(
    hand: &Hand,
    tx: &mut Tx,
    whole: &mut Whole,
    said: Stating,
) -> Result<()> {
    room_for_one(whole)?;
    source::note(tx, whole.id, &said.one.from).await?;
    let label = said
        .one
        .label
        .clone()
        .unwrap_or_else(|| whole.head.label.clone());
    let id = format!("{ASSERTION}:{}", said.one.id);
    let head = whole.child((id, ASSERTION), &label, hand.turn.now);
    let body = written(&said)?;
    tx.put_record(&Record {
        head: head.clone(),
        body,
    })
    .await?;
    let words = crate::search::words_of(&said.one.value);
    tx.put_beside(&head.id, (crate::search::READING, &words))
        .await?;
    whole.said.push((head, said));
    Ok(())
}

/// Put down an association.
async fn tie(hand: &Hand, tx: &mut Tx, whole: &mut Whole, what: Tie) -> Result<()> {
    room_for_one(whole)?;
    let label = labelled(&hand.turn.office, tx, (&what.label, &what.from)).await?;
    let bound = Bound {
        one: Association {
            id: new_id(hand).to_string(),
            nature: what.nature,
            with: what.with,
            role: what.role,
            grounds: what.grounds,
            evidence: what.evidence,
            label: Some(label.clone()),
            from: provenance(&hand.turn.office, what.from, hand.today()),
        },
        by: hand.by,
    };
    source::note(tx, whole.id, &bound.one.from).await?;
    let id = format!("{ASSOCIATION}:{}", bound.one.id);
    let head = whole.child((id, ASSOCIATION), &label, hand.turn.now);
    let body = written(&bound)?;
    tx.put_record(&Record {
        head: head.clone(),
        body,
    })
    .await?;
    whole.ties.push((head, bound));
    Ok(())
}

/// The stage of a record with this standing.
pub(super) const fn stage(standing: Standing) -> &'static str {
    match standing {
        Standing::Kept => "kept",
        Standing::Held | Standing::Refused => "held",
    }
}

/// Open a record.
///
/// # Errors
/// `RECORD-LACKS` with the first lack and its field; `NOT-ALLOWED`; what a label refuses.
pub async fn open(office: &Office, actor: &Actor, act: Open) -> Result<RecordId> {
    let turn = Turn::new(office, actor, Verb::RecordKeep, act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let authority = actor.authority().cloned();
    let authority = authority.ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    act.frame.check_limits()?;
    let id = RecordId::new(turn.now, office.throw10());
    bulk::ready(office).await?;
    let claim = Office::claim(act.act, (actor, turn.verb), None);
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<RecordId>>> {
                Box::pin(async move {
                    let own = (&act.label, &Provenance::default());
                    let label = labelled(&turn.office, tx, own).await?;
                    let body = Body {
                        subject: act.subject,
                        frame: act.frame,
                        hands: [by].into(),
                        holds: Vec::new(),
                        reasons: Vec::new(),
                        by: Some(by),
                        bulk: None,
                        looked: std::collections::BTreeSet::new(),
                    };
                    let of = (&turn.office, &authority);
                    let mut whole = Whole::new(of, (id, label), body, turn.now);
                    let role = permit(&turn, &whole, Vec::new())?;
                    let hand = Hand { turn, by, role };
                    // The whole stands before its parts do: their rows name it.
                    whole.put(tx, "held", hand.turn.now).await?;
                    for what in act.statements {
                        state(&hand, tx, &mut whole, what).await?;
                    }
                    for what in act.ties {
                        tie(&hand, tx, &mut whole, what).await?;
                    }
                    let standing = whole.judged(hand.today())?;
                    bulk::count(&hand, &mut whole).await;
                    whole.put(tx, stage(standing), hand.turn.now).await?;
                    keep(&hand, tx, (&whole, "opened", None), id).await
                })
            },
        )
        .await
}

/// Change a record.
///
/// # Errors
/// `RECORD-LACKS`, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`, `MISSING` without a reason where one is asked for; `RELEASE-UNSEEN` where it would end
/// before a second person has looked at what one released alone.
pub async fn change(office: &Office, actor: &Actor, on: OnRecord) -> Result<i64> {
    let turn = Turn::new(office, actor, Verb::RecordKeep, on.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let row = record_row(on.record);
    let claim = Office::claim(on.act, (actor, turn.verb), Some(row));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<i64>>> {
                Box::pin(async move {
                    let mut whole = Whole::load(tx, on.record).await?;
                    let role = permit(&turn, &whole, Vec::new())?;
                    if whole.head.version != on.version {
                        return Err(Refusal::new("STALE").into());
                    }
                    let hand = Hand { turn, by, role };
                    let reason = on.change.reason().map(str::to_owned);
                    if reason.as_deref().is_some_and(|text| text.trim().is_empty()) {
                        return Err(Refusal::new("MISSING").at("/reason").into());
                    }
                    whole.body.hands.insert(hand.by);
                    let code = on.change.code();
                    if let Some(reason) = &reason {
                        let part = on.change.part().map(|part| part.to_string());
                        let label = part.and_then(|part| whole.label_of(&part));
                        whole.reasoned(&hand, (code, label), reason);
                    }
                    if matches!(on.change, Change::End { .. }) {
                        // With the record would end what a second person has yet to look at.
                        if decide::unseen(tx, &whole).await? {
                            return Err(Refusal::new("RELEASE-UNSEEN").into());
                        }
                        end(&hand, tx, &mut whole).await?;
                    } else {
                        let swapped = apply(&hand, tx, &mut whole, on.change).await?;
                        let standing = whole.judged(hand.today())?;
                        bulk::listen(&mut whole, (hand.by, hand.today()));
                        whole.put(tx, stage(standing), hand.turn.now).await?;
                        follow::after(&hand, tx, &whole, swapped.as_ref()).await?;
                    }
                    let version = whole.head.version;
                    keep(&hand, tx, (&whole, code, reason), version).await
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

/// Make the change; what was swapped for what, where a value was corrected.
async fn apply(
    hand: &Hand,
    tx: &mut Tx,
    whole: &mut Whole,
    change: Change,
) -> Result<Option<follow::Swapped>> {
    match change {
        Change::State(what) => state(hand, tx, whole, *what).await?,
        Change::Tie(what) => tie(hand, tx, whole, *what).await?,
        Change::Correct { what, value, .. } => {
            let wrong = take_out(hand, tx, whole, what).await?;
            let wrong = wrong.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
            let swapped = follow::Swapped {
                says: wrong.one.says,
                wrong: wrong.one.value.clone(),
                right: value.trim().to_owned(),
            };
            let right = Stating {
                one: Assertion {
                    id: new_id(hand).to_string(),
                    value: swapped.right.clone(),
                    from: Provenance {
                        on: Some(hand.today()),
                        ..wrong.one.from.clone()
                    },
                    ..wrong.one
                },
                file: None,
                by: hand.by,
            };
            put_said(hand, tx, whole, right).await?;
            return Ok(Some(swapped));
        }
        Change::Withdraw { what, .. } => {
            let said = take_out(hand, tx, whole, what).await?;
            let tied = untie(hand, tx, whole, what).await?;
            if said.is_none() && !tied {
                return Err(Refusal::new("NOT-FOUND").into());
            }
        }
        Change::Review { review_by, .. } => whole.body.frame.review_by = Some(review_by),
        Change::Frame(frame) => {
            frame.check_limits()?;
            let review_by = whole.body.frame.review_by.or(frame.review_by);
            whole.body.frame = Frame {
                review_by,
                ..*frame
            };
        }
        Change::End { .. } => {}
    }
    Ok(None)
}

/// Take an assertion out of the record: its row ends. To whoever may not read it, it is not there.
async fn take_out(
    hand: &Hand,
    tx: &mut Tx,
    whole: &mut Whole,
    what: AssertionId,
) -> Result<Option<Stating>> {
    let id = what.to_string();
    let mut said = whole.said.iter().enumerate();
    let Some((at, (head, _))) = said.find(|(_, (_, said))| said.one.id == id) else {
        return Ok(None);
    };
    if !sees(&hand.turn, whole, &head.label)? {
        return Ok(None);
    }
    let (head, said) = whole.said.remove(at);
    whole.end_row(tx, &head).await?;
    Ok(Some(said))
}

async fn untie(hand: &Hand, tx: &mut Tx, whole: &mut Whole, what: AssertionId) -> Result<bool> {
    let id = what.to_string();
    let mut ties = whole.ties.iter().enumerate();
    let Some((at, (head, _))) = ties.find(|(_, (_, tie))| tie.one.id == id) else {
        return Ok(false);
    };
    if !sees(&hand.turn, whole, &head.label)? {
        return Ok(false);
    }
    let (head, _) = whole.ties.remove(at);
    whole.end_row(tx, &head).await?;
    Ok(true)
}

/// End a record: every copy is recalled, every row ends.
pub(super) async fn end(hand: &Hand, tx: &mut Tx, whole: &mut Whole) -> Result<()> {
    follow::recall_all(&hand.turn, tx, whole).await?;
    let parts = whole.said.iter().map(|(head, _)| head);
    let parts: Vec<_> = parts
        .chain(whole.ties.iter().map(|(head, _)| head))
        .cloned()
        .collect();
    for head in &parts {
        whole.end_row(tx, head).await?;
    }
    // What was proposed, said and told of it goes with it; who held a copy stays known.
    for kind in [RELEASE, ENCOUNTER, WORD] {
        for row in tx.children(&whole.head.id, kind).await? {
            whole.end_row(tx, &row.head).await?;
        }
    }
    let head = whole.head.clone();
    whole.end_row(tx, &head).await?;
    whole.head.version += 1;
    whole.said.clear();
    whole.ties.clear();
    Ok(())
}

/// The entry of what was done to a record.
pub(super) async fn keep<T: serde::Serialize>(
    hand: &Hand,
    tx: &mut Tx,
    (whole, what, reason): (&Whole, &'static str, Option<String>),
    answer: T,
) -> Result<Kept<T>> {
    let turn = &hand.turn;
    // The reason is an officer's words: it stands in the record, never in the ledger.
    let told = reason.is_some();
    let said = Said {
        role: hand.role,
        ..Said::of(&whole.head.id)
    }
    .with("what", what)
    .with("version", whole.head.version)
    .with("reasoned", told);
    let actor = (&turn.actor, turn.verb);
    let entry = turn.office.entry(turn.act, actor, turn.now, said);
    Ok(tx.keep(entry, answer).await?)
}

/// Read a body that must be there.
pub(super) fn read<T: serde::de::DeserializeOwned>(record: Option<Record>) -> Result<(Record, T)> {
    let record = record.filter(|record| !record.body.is_empty());
    let record = record.ok_or_else(|| Error::from(Refusal::new("NOT-FOUND")))?;
    let read = body(&record)?;
    Ok((record, read))
}
