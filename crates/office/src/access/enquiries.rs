//! What this State is asked about an applicant: an analyst decides, a second person lets a disclosure leave. What discloses nothing
//! is sent by no act of a person, but on its day (`keep`).

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use model::access::{Access, Answer, Decide, Enquiry, EnquiryStage};
use model::release::disguise::{Hay, Needle};
use model::{ActId, Actor, ApplicationId, Purpose, Refusal, StateCode, Verb};
use serde::{Deserialize, Serialize};
use store::{Kept, Record, RecordHead, Tx};

use super::{hear, keep, label, mark, permit};
use crate::error::Result;
use crate::exchange::outbox;
use crate::office::Office;
use crate::records::{begins, number, row_of, written};
use crate::requests::Turn;

/// The kind of the row.
pub(crate) const ENQUIRY: &str = "enquiry";

/// An act on an enquiry: which one, and the version that was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnEnquiry<T> {
    /// The act.
    pub act: ActId,
    /// The State that asks.
    pub from: StateCode,
    /// The application, as that State names it.
    pub application: ApplicationId,
    /// The version the officer saw.
    pub version: i64,
    /// What.
    #[serde(flatten)]
    pub what: T,
}

/// What the second person says of a disclosure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ruling", rename_all = "snake_case")]
pub enum Ruling {
    /// It leaves.
    Approve,
    /// Somebody decides anew.
    GiveBack {
        /// Why.
        note: String,
    },
}

/// The name of an enquiry's row: the State that asks is part of it, so that none comes upon another's.
pub(super) fn enquiry_row(from: &StateCode, id: ApplicationId) -> String {
    format!("{ENQUIRY}:{from}:{id}")
}

/// The row: due is the day on which it leaves or is to be decided, and in the end its own.
pub(super) fn row(office: &Office, one: &Enquiry, created: Timestamp) -> Result<Record> {
    let due = one.ends().or(one.leaves).unwrap_or_else(|| one.due());
    let head = RecordHead {
        version: one.version,
        stage: one.stage.code().to_owned(),
        counterpart: Some(one.from.to_string()),
        number: Some(number("Q", &one.id.to_string())),
        review_by: one.ends().and_then(begins),
        due: begins(due),
        ..RecordHead::first(
            (enquiry_row(&one.from, one.id), ENQUIRY),
            office.state().as_str(),
            &label(office),
            created,
        )
    };
    Ok(Record {
        head,
        body: written(one)?,
    })
}

async fn load(tx: &mut Tx, name: &str) -> Result<(Enquiry, Timestamp)> {
    let row = tx.record(name).await?.filter(|row| !row.body.is_empty());
    let row = row.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    Ok((row_of(&row)?, row.head.created))
}

/// Decide what is answered. Nothing leaves.
///
/// # Errors
/// What `model::access::Enquiry::decide` refuses; `ACCESS-WORD` where the text holds a codeword or the name of a source of what the
/// officer reads about the applicant; `STALE`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn decide(office: &Office, actor: &Actor, on: OnEnquiry<Decide>) -> Result<EnquiryStage> {
    let turn = Turn::new(office, actor, Verb::AccessDecide, on.act);
    clean(&turn, &on, &on.what.answer).await?;
    act(turn, on, |before, what, turn| {
        Ok((before.decide(what, mark(turn)?)?, None))
    })
    .await
}

/// Let a disclosure leave, or give it back, as the second person.
///
/// # Errors
/// What `model::access::Enquiry::approve` and `give_back` refuse; `ACCESS-WORD` as in [`decide`], of what the second person reads;
/// `FOUR-EYES`, `STALE`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn rule(office: &Office, actor: &Actor, on: OnEnquiry<Ruling>) -> Result<EnquiryStage> {
    let turn = Turn::new(office, actor, Verb::AccessApprove, on.act);
    if on.what == Ruling::Approve {
        let reader = office.read(actor, Purpose::Administration).await?;
        let line = reader.enquiry(&on.from, on.application).await?;
        if let Some(decision) = &line.enquiry.decision {
            clean(&turn, &on, &decision.what.answer).await?;
        }
    }
    act(turn, on, |before, what, turn| match what {
        Ruling::GiveBack { note } => Ok((before.give_back(&note, mark(turn)?)?, None)),
        Ruling::Approve => {
            let (next, answer) = before.approve(mark(turn)?)?;
            Ok((next, Some(answer)))
        }
    })
    .await
}

type Turned = (Enquiry, Option<Answer>);

async fn act<T, F>(turn: Turn, on: OnEnquiry<T>, work: F) -> Result<EnquiryStage>
where
    T: Send + 'static,
    F: FnOnce(&Enquiry, T, &Turn) -> Result<Turned> + Send + 'static,
{
    turn.admit()?;
    let office = turn.office.clone();
    let name = enquiry_row(&on.from, on.application);
    let claim = Office::claim(on.act, (&turn.actor, turn.verb), Some(name.clone()));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<EnquiryStage>>> {
                Box::pin(async move {
                    let (before, created) = load(tx, &name).await?;
                    let role = permit(&turn, before.hands())?;
                    if before.version != on.version {
                        return Err(Refusal::new("STALE").into());
                    }
                    let (next, answer) = work(&before, on.what, &turn)?;
                    tx.put_record(&row(&turn.office, &next, created)?).await?;
                    if let Some(answer) = answer {
                        leave(&turn.office, tx, (&next, answer), turn.now).await?;
                    }
                    let what = next.stage.code();
                    keep(&turn, tx, (role, name, what), next.stage).await
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

/// An answer leaves: to the State that asked, or, where that is this one, into its own application.
pub(super) async fn leave(
    office: &Office,
    tx: &mut Tx,
    (one, answer): (&Enquiry, Answer),
    now: Timestamp,
) -> Result<()> {
    if one.from == *office.state() {
        hear::answered(office, tx, (one.id, &one.from), answer, now).await?;
        return Ok(());
    }
    let what = Access::Answered { id: one.id, answer };
    outbox::about_applicant(office, tx, &one.from, what, now).await
}

/// Whether a text holds none of the words that may not leave in any part, as far as this officer reads records of the applicant: a
/// refusal on account of what is hidden from the officer would tell that it is there.
async fn clean<T>(turn: &Turn, on: &OnEnquiry<T>, answer: &Answer) -> Result<()> {
    let Answer::Disclosed { text } = answer else {
        return Ok(());
    };
    turn.admit()?;
    let hay = Hay::new(text);
    let held = super::view::held(&turn.office, &turn.actor, (&on.from, on.application)).await?;
    let words = held.records.iter().flat_map(|view| {
        let sources = view.stated.iter().flat_map(|one| &one.one.from.sources);
        view.frame.codewords.iter().chain(sources)
    });
    let mut needles = words.filter_map(|word| Needle::new(word));
    match needles.any(|needle| hay.holds(&needle).is_some()) || hay.is_exhausted() {
        true => Err(Refusal::new("ACCESS-WORD").at("/text").into()),
        false => Ok(()),
    }
}
