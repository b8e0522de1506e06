//! Encounters: reported at the post, decided at the desk after the protection check; and what owners of cards are told of them.

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use model::encounter::{Decide, Encounter, EncounterStage, Report, Told};
use model::policy::role_for;
use model::sharing::Sharing;
use model::{ActId, Actor, EncounterId, Label, Object, Purpose, Refusal, StateCode, Verb, limits};
use serde::{Deserialize, Serialize};
use store::reader::Wanted;
use store::{Kept, Record, RecordHead, Tx};

use super::{aside, card_row, in_use};
use crate::error::Result;
use crate::exchange::outbox;
use crate::office::{Office, Said};
use crate::reader::Reader;
use crate::records::{Issued, begins, number, row_of, written};
use crate::requests::Turn;

/// The kind of the row, on both sides.
pub(crate) const ENCOUNTER: &str = "encounter";
/// The stage of what the owner was told of.
pub(crate) const SEEN: &str = "seen";

/// An encounter in this State.
#[derive(Debug, Clone)]
pub struct EncounterLine {
    /// The encounter.
    pub encounter: Encounter,
    /// To read aloud.
    pub number: String,
}

/// An encounter in another State, as its officer told this one, or in this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeenThere {
    /// Where.
    pub state: StateCode,
    /// What was told.
    pub told: Told,
    /// When it came.
    pub at: Timestamp,
}

impl EncounterLine {
    pub(crate) fn of(row: &Record) -> Result<Self> {
        Ok(Self {
            encounter: row_of(row)?,
            number: row.head.number.clone().unwrap_or_default(),
        })
    }
}

impl SeenThere {
    pub(crate) fn of(row: &Record) -> Result<Self> {
        row_of(row)
    }
}

/// Report an encounter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// The act.
    pub act: ActId,
    /// What.
    #[serde(flatten)]
    pub report: Report,
}

fn encounter_row(id: EncounterId) -> String {
    format!("{ENCOUNTER}:{id}")
}

/// Encounters are for whoever screens, in this State; their owner never reads them here.
fn label(office: &Office) -> Label {
    let mut label = Label::own(office.state(), model::Class::Official);
    label.purposes = Some([Purpose::Screening, Purpose::Oversight].into());
    label
}

fn row(office: &Office, one: &Encounter, parent: String) -> Result<Record> {
    let until = begins(one.ends());
    let head = RecordHead {
        version: one.version,
        parent: Some(parent),
        stage: one.stage.code().to_owned(),
        number: Some(number("E", &one.id.to_string())),
        review_by: until,
        due: until,
        officer: Some(one.by.to_string()),
        created: one.at,
        ..RecordHead::first(
            (encounter_row(one.id), ENCOUNTER),
            office.state().as_str(),
            &label(office),
            one.at,
        )
    };
    Ok(Record {
        head,
        body: written(one)?,
    })
}

async fn keep<T: Serialize>(
    turn: &Turn,
    tx: &mut Tx,
    (role, one): (Option<model::Role>, &Encounter),
    answer: T,
) -> Result<Kept<T>> {
    let said = Said {
        role,
        purpose: Some(Purpose::Screening.code().to_owned()),
        ..Said::of(encounter_row(one.id))
    }
    .with("stage", one.stage);
    let actor = (&turn.actor, turn.verb);
    let entry = turn.office.entry(turn.act, actor, turn.now, said);
    Ok(tx.keep(entry, answer).await?)
}

/// Say that somebody met is the subject of a card. Nothing leaves: the desk decides.
///
/// # Errors
/// `NOT-ALLOWED`; `NOT-FOUND` where there is no such card, or not for this officer; `MISSING`, `TOO-LONG`, `TOO-MANY`.
pub async fn report(office: &Office, actor: &Actor, act: Reported) -> Result<EncounterId> {
    let turn = Turn::new(office, actor, Verb::EncounterReport, act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let one = Encounter::report(act.report, (office.throw10(), by), turn.now)?;
    let card = card_row(one.report.card);
    let claim = Office::claim(act.act, (actor, turn.verb), Some(card.clone()));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<EncounterId>>> {
                Box::pin(async move {
                    let met = in_use(tx, &card).await?;
                    let met = met.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                    let state = turn.office.state().clone();
                    let object = Object {
                        label: Some(&met.label),
                        ..Object::check(&state)
                    };
                    let role = role_for(&turn.actor, turn.verb, &object, turn.now)?;
                    let mut met = tx.children(&card, ENCOUNTER).await?;
                    met.retain(|row| !row.body.is_empty());
                    if met.len() >= limits::ENCOUNTERS_MAX {
                        return Err(Refusal::new("TOO-MANY").into());
                    }
                    tx.put_record(&row(&turn.office, &one, card)?).await?;
                    keep(&turn, tx, (role, &one), one.id).await
                })
            },
        )
        .await
}

/// Decide about an encounter: who it was, whether the person is protected, and so whether the owner of the card is told. Where the
/// owner is not, nothing is sent: no message differs from none.
///
/// # Errors
/// What `model::encounter::Encounter::decide` refuses; `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
pub async fn decide(
    office: &Office,
    actor: &Actor,
    (act, id, version): (ActId, EncounterId, i64),
    what: Decide,
) -> Result<EncounterStage> {
    let turn = Turn::new(office, actor, Verb::EncounterDecide, act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let claim = Office::claim(act, (actor, turn.verb), Some(encounter_row(id)));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<EncounterStage>>> {
                Box::pin(async move {
                    let stored = tx.record(&encounter_row(id)).await?;
                    let stored = stored.filter(|r| r.head.stage != SEEN && !r.body.is_empty());
                    let stored = stored.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                    let before: Encounter = row_of(&stored)?;
                    let state = turn.office.state().clone();
                    let object = Object {
                        label: Some(&stored.head.label),
                        ..Object::check(&state)
                    };
                    let role = role_for(&turn.actor, turn.verb, &object, turn.now)?;
                    if before.version != version {
                        return Err(Refusal::new("STALE").into());
                    }
                    let (next, told) = before.decide(&what, by, turn.now)?;
                    let parent = stored.head.parent.unwrap_or_default();
                    tx.put_record(&row(&turn.office, &next, parent.clone())?)
                        .await?;
                    aside::heed(tx, &parent, (&what, by), turn.now).await?;
                    if let Some(told) = told {
                        tell(&turn, tx, (&parent, &next, told)).await?;
                    }
                    let stage = next.stage;
                    keep(&turn, tx, (role, &next), stage).await
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

/// Tell the owner; where that is this State, its record shows it.
async fn tell(
    turn: &Turn,
    tx: &mut Tx,
    (parent, one, told): (&str, &Encounter, Told),
) -> Result<()> {
    let card = in_use(tx, parent).await?;
    let card = card.ok_or_else(|| Refusal::new("COPY-RECALLED"))?;
    let own = turn.office.state().clone();
    if card.owner == own {
        let out = crate::records::issued_at(tx, card.id).await?;
        let (head, issued) = out.ok_or_else(|| Refusal::new("COPY-ABSENT"))?;
        // The desk's own row has the encounter's name already.
        let told = Told {
            id: EncounterId::new(model::encounter::day_of(one.at), turn.office.throw10()),
            ..told
        };
        self::told(tx, (head, issued), (&own, told), turn.now).await?;
        return Ok(());
    }
    let what = Sharing::Encounter { id: card.id, told };
    let to = (&card.owner, &card.contact);
    outbox::answer_about_card(&turn.office, tx, to, what, turn.now).await
}

/// What a holder tells of an encounter: a line beside the record.
pub(super) async fn told(
    tx: &mut Tx,
    (head, _): (RecordHead, Issued),
    (from, told): (&StateCode, Told),
    now: Timestamp,
) -> Result<String> {
    let record = head.parent.clone().unwrap_or_default();
    let id = encounter_row(told.id);
    if tx.record(&id).await?.is_some() {
        return Ok(record);
    }
    if told.district.trim().is_empty() || told.district.chars().count() > limits::LINE_CHARS_MAX {
        return Err(Refusal::new("TOO-LONG").at("/district").into());
    }
    if told.note.chars().count() > limits::NOTE_CHARS_MAX {
        return Err(Refusal::new("TOO-LONG").at("/note").into());
    }
    let seen = SeenThere {
        state: from.clone(),
        told,
        at: now,
    };
    // As long as it is kept where it happened.
    let until = Some(now + jiff::SignedDuration::from_hours(24 * 365));
    let row = RecordHead {
        parent: Some(record.clone()),
        stage: SEEN.to_owned(),
        authority: head.authority,
        number: head.number,
        counterpart: Some(from.to_string()),
        review_by: until,
        due: until,
        ..RecordHead::first((id, ENCOUNTER), &head.owner, &head.label, now)
    };
    let body = written(&seen)?;
    tx.put_record(&Record { head: row, body }).await?;
    Ok(record)
}

impl Reader {
    /// Encounters that wait for a decision, the oldest first, and how many.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn encounters(&self) -> Result<(Vec<EncounterLine>, u64)> {
        let state = self.office().state().clone();
        self.may(Verb::EncounterDecide, &Object::check(&state))?;
        let wanted = Wanted {
            kind: ENCOUNTER,
            stages: vec![EncounterStage::Reported.code().to_owned()],
            limit: limits::PAGE_ROWS_DEFAULT as u32,
            ..Wanted::default()
        };
        let (rows, total) = self.records(&wanted).await?;
        let lines = rows.iter().map(EncounterLine::of).collect::<Result<_>>()?;
        Ok((lines, total))
    }

    /// One encounter of this State.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`.
    pub async fn encounter(&self, id: EncounterId) -> Result<EncounterLine> {
        let state = self.office().state().clone();
        self.may(Verb::EncounterDecide, &Object::check(&state))?;
        let row = self.record(&encounter_row(id)).await?;
        let row = row.filter(|r| r.head.stage != SEEN && !r.body.is_empty());
        EncounterLine::of(&row.ok_or_else(|| Refusal::new("NOT-FOUND"))?)
    }
}
