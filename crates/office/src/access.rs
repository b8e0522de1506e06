//! Subject access and redress: a person's application, from the desk that receives it to the letter, and what this State is asked
//! about an applicant (`enquiries`). What other nodes say of either is in `hear`, what leaves on its day or goes in `keep`.

mod enquiries;
mod hear;
mod keep;
mod letter;
mod view;

use std::collections::BTreeSet;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use model::access::{Access, Application, ApplicationStage, Apply, Mark, Proof};
use model::policy::role_for;
use model::{
    ActId, Actor, ApplicationId, Class, Label, Object, Purpose, Refusal, Role, StateCode, Verb,
};
use serde::{Deserialize, Serialize};
use store::{Kept, Record, RecordHead, Tx};

pub use enquiries::{OnEnquiry, Ruling, decide, rule};
pub(crate) use hear::received;
pub(crate) use keep::round;
pub use letter::{Letter, Said as SaidByState};
pub use view::{ApplicationLine, EnquiryLine, HeldHere};

use crate::error::Result;
use crate::exchange::outbox;
use crate::office::{Office, Said};
use crate::records::{begins, number, row_of, written};
use crate::requests::Turn;

/// The kind of the row of an application.
pub(crate) const APPLICATION: &str = "application";

/// Enter an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enter {
    /// The act.
    pub act: ActId,
    /// What.
    #[serde(flatten)]
    pub apply: Apply,
}

/// What is done with an application.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "step", rename_all = "snake_case")]
pub enum Step {
    /// Who applies has proven it.
    Prove {
        /// How.
        proof: Proof,
    },
    /// Who applies has not.
    Dismiss {
        /// Why.
        reason: String,
    },
    /// States are asked, this one always.
    Ask {
        /// Which.
        states: BTreeSet<StateCode>,
    },
    /// The letter was handed over.
    Tell,
    /// The applicant has complained.
    Complain {
        /// To whom.
        body: String,
        /// The number there.
        reference: String,
    },
    /// The body has decided.
    Conclude {
        /// What.
        decision: String,
    },
}

/// A step of an application: which one, and the version that was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnApplication {
    /// The act.
    pub act: ActId,
    /// The application.
    pub application: ApplicationId,
    /// The version the officer saw.
    pub version: i64,
    /// What is done.
    #[serde(flatten)]
    pub step: Step,
}

/// The name of an application's row.
pub(crate) fn application_row(id: ApplicationId) -> String {
    format!("{APPLICATION}:{id}")
}

/// What a message of ours is about, as the ledger names it: the application, or the enquiry of the State that it goes to.
pub(crate) fn object_of(what: &Access, to: &StateCode) -> String {
    match what {
        Access::Asked { id, .. } => application_row(*id),
        Access::Answered { id, .. } => enquiries::enquiry_row(to, *id),
    }
}

/// Applications and enquiries are read to work on them and to oversee that, in this State alone.
fn label(office: &Office) -> Label {
    let mut label = Label::own(office.state(), Class::Official);
    label.purposes = Some([Purpose::Administration, Purpose::Oversight].into());
    label
}

/// The row of an application: due is what comes next, the answer or its own end.
fn row(office: &Office, one: &Application, created: Timestamp) -> Result<Record> {
    let due = one
        .ends()
        .or_else(|| one.due().filter(|_| one.told.is_none()));
    let head = RecordHead {
        version: one.version,
        stage: one.stage.code().to_owned(),
        number: Some(number("S", &one.id.to_string())),
        review_by: one.ends().and_then(begins),
        due: due.and_then(begins),
        officer: Some(one.last.by.to_string()),
        updated: one.last.at,
        ..RecordHead::first(
            (application_row(one.id), APPLICATION),
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

/// An application in an act, with the moment at which it was entered.
async fn load(tx: &mut Tx, id: ApplicationId) -> Result<(Application, Timestamp)> {
    let row = tx.record(&application_row(id)).await?;
    let row = row.filter(|row| !row.body.is_empty());
    let row = row.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    Ok((row_of(&row)?, row.head.created))
}

/// Who acts, as a role: whoever may not read it is told that it is not there.
fn permit(turn: &Turn, hands: Vec<model::OfficerId>) -> Result<Option<Role>> {
    let (state, label) = (turn.office.state(), label(&turn.office));
    let object = Object {
        label: Some(&label),
        hands,
        ..Object::node(state)
    };
    Ok(role_for(&turn.actor, turn.verb, &object, turn.now)?)
}

fn mark(turn: &Turn) -> Result<Mark> {
    let by = turn.actor.officer();
    let by = by.ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    Ok(Mark { by, at: turn.now })
}

/// Keep what was done to a row: the ledger has the name of the row and what was done, and nothing of what it says.
async fn keep<T: Serialize>(
    turn: &Turn,
    tx: &mut Tx,
    (role, row, what): (Option<Role>, String, &str),
    answer: T,
) -> Result<Kept<T>> {
    let said = Said {
        role,
        purpose: Some(Purpose::Administration.code().to_owned()),
        ..Said::of(row)
    }
    .with("what", what);
    let by = (&turn.actor, turn.verb);
    let entry = turn.office.entry(turn.act, by, turn.now, said);
    Ok(tx.keep(entry, answer).await?)
}

/// Enter an application. Nothing is searched and nothing leaves.
///
/// # Errors
/// What `model::access::Application::enter` refuses; `NOT-ALLOWED`.
pub async fn enter(office: &Office, actor: &Actor, act: Enter) -> Result<ApplicationId> {
    let turn = Turn::new(office, actor, Verb::AccessEnter, act.act);
    turn.admit()?;
    let id = ApplicationId::new(turn.now, office.throw10());
    let one = Application::enter(act.apply, id, mark(&turn)?)?;
    let claim = Office::claim(act.act, (actor, turn.verb), None);
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<ApplicationId>>> {
                Box::pin(async move {
                    let role = permit(&turn, Vec::new())?;
                    tx.put_record(&row(&turn.office, &one, turn.now)?).await?;
                    let what = one.stage.code();
                    keep(&turn, tx, (role, application_row(id), what), id).await
                })
            },
        )
        .await
}

/// Take a step of an application. Answers where it stands then.
///
/// # Errors
/// What the step of `model::access::Application` refuses; `PEER-UNKNOWN` for a State without a node; `STALE`, `NOT-ALLOWED`,
/// `NOT-FOUND`.
pub async fn step(office: &Office, actor: &Actor, on: OnApplication) -> Result<ApplicationStage> {
    let turn = Turn::new(office, actor, Verb::AccessEnter, on.act);
    turn.admit()?;
    let mark = mark(&turn)?;
    let object = application_row(on.application);
    let claim = Office::claim(on.act, (actor, turn.verb), Some(object.clone()));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<ApplicationStage>>> {
                Box::pin(async move {
                    let role = permit(&turn, Vec::new())?;
                    let (before, created) = load(tx, on.application).await?;
                    if before.version != on.version {
                        return Err(Refusal::new("STALE").into());
                    }
                    let next = taken(&turn, tx, (&before, on.step), mark).await?;
                    tx.put_record(&row(&turn.office, &next, created)?).await?;
                    let what = next.stage.code();
                    keep(&turn, tx, (role, object, what), next.stage).await
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

async fn taken(
    turn: &Turn,
    tx: &mut Tx,
    (before, step): (&Application, Step),
    mark: Mark,
) -> Result<Application> {
    Ok(match step {
        Step::Prove { proof } => before.prove(proof, mark)?,
        Step::Dismiss { reason } => before.dismiss(&reason, mark)?,
        Step::Tell => before.tell(mark)?,
        Step::Complain { body, reference } => before.complain((&body, &reference), mark)?,
        Step::Conclude { decision } => before.conclude(&decision, mark)?,
        Step::Ask { states } => {
            let own = turn.office.state();
            let (next, now, question) = before.ask((own, &states), mark)?;
            for state in now {
                let (id, question) = (before.id, question.clone());
                if state == *own {
                    hear::asked(&turn.office, tx, (id, own), question, turn.now).await?;
                    continue;
                }
                let what = Access::Asked { id, question };
                outbox::about_applicant(&turn.office, tx, &state, what, turn.now).await?;
            }
            next
        }
    })
}
