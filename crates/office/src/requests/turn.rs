//! One act on one request: load it, ask who may, let the request say what becomes of it, write it with what is to be sent, keep
//! the entry.

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use model::basis::Catalogue;
use model::deadline::{Calendar, Periods};
use model::policy::role_for;
use model::request::{Effect, Outcome, Request};
use model::state::StateProfile;
use model::{ActId, Actor, By, Object, ReceiptKind, Refusal, RequestId, Side, Verb};
use serde::Serialize;
use store::{Kept, Tx};

use super::row::{put, record_id, request_of};
use crate::error::{Error, Result};
use crate::exchange::outbox;
use crate::office::{Office, Said};

/// What one act on one request needs at hand.
pub(crate) struct Turn {
    pub(crate) office: Office,
    pub(crate) actor: Actor,
    pub(crate) verb: Verb,
    pub(crate) act: ActId,
    pub(crate) now: Timestamp,
}

impl Turn {
    pub(crate) fn new(office: &Office, actor: &Actor, verb: Verb, act: ActId) -> Self {
        Self {
            office: office.clone(),
            actor: actor.clone(),
            verb,
            act,
            now: office.now(),
        }
    }

    /// Whether an officer has any role that the verb is open to; asked before anything is read.
    pub(crate) fn admit(&self) -> Result<()> {
        let Actor::Officer { roles, .. } = &self.actor else {
            return Ok(());
        };
        let open_to = model::policy::table()
            .into_iter()
            .find(|(verb, _)| *verb == self.verb)
            .map(|(_, roles)| roles)
            .unwrap_or_default();
        if open_to.iter().any(|role| roles.contains(role)) {
            Ok(())
        } else {
            Err(Refusal::new("NOT-ALLOWED").with("verb", self.verb).into())
        }
    }

    /// Whether the actor may; as whom the event is written. To whoever may not even read the request, it is not there.
    pub(crate) fn permit(&self, request: &Request) -> Result<(By, Option<model::Role>)> {
        let single = self.office.single_officer(request.home_authority());
        let object = Object::request(request, single);
        match role_for(&self.actor, self.verb, &object, self.now) {
            Ok(role) => Ok((self.actor.by(role), role)),
            Err(refusal) => {
                let reads = role_for(&self.actor, Verb::RequestRead, &object, self.now).is_ok();
                let refusal = match reads || matches!(self.actor, Actor::System { .. }) {
                    true => refusal,
                    false => Refusal::new("NOT-FOUND"),
                };
                Err(refusal.into())
            }
        }
    }

    /// Write what became of the request, with its effects, and keep the entry.
    pub(crate) async fn keep(
        &self,
        tx: &mut Tx,
        next: Request,
        effects: Vec<Effect>,
        role: Option<model::Role>,
    ) -> Result<Kept<i64>> {
        let version = next.version;
        self.keep_as(tx, next, effects, (role, version)).await
    }

    /// As `keep`, with another answer.
    pub(crate) async fn keep_as<T: Serialize>(
        &self,
        tx: &mut Tx,
        next: Request,
        effects: Vec<Effect>,
        (role, answer): (Option<model::Role>, T),
    ) -> Result<Kept<T>> {
        // On paper nothing leaves by itself: what is to be said is printed and dispatched.
        let effects = next.effects_by_node(effects);
        let writes = effects.iter().any(|e| matches!(e, Effect::Send(_)));
        let next = if writes { next.written_again() } else { next };
        let next = &clocked(&self.office, next).await?;
        put(tx, next).await?;
        let last = next.events.last();
        let told = last.map(|event| (next.side, event.verb.as_str()));
        if matches!(
            told,
            Some((Side::Outgoing, "request.sent") | (Side::Incoming, "request.delivered"))
        ) {
            let at = last.map_or(self.now, |event| event.at);
            super::act_on_parent(&self.office, tx, next, (at, self.now)).await?;
        }
        for effect in effects {
            match effect {
                Effect::Send(message) => {
                    outbox::post(&self.office, tx, next, message, self.now).await?
                }
                Effect::Receipt(kind) => self.receipt(tx, next, kind).await?,
            }
        }
        let said = Said {
            role,
            ..Said::of(record_id(next.id))
        }
        .with("stage", next.stage.code())
        .with("version", next.version);
        let entry = self
            .office
            .entry(self.act, (&self.actor, self.verb), self.now, said);
        Ok(tx.keep(entry, answer).await?)
    }

    /// A receipt that the authority gives (R4 opened, R5 answered), for the envelope that brought the request.
    async fn receipt(&self, tx: &mut Tx, request: &Request, kind: ReceiptKind) -> Result<()> {
        let Some(envelope) = request.envelope else {
            return Ok(());
        };
        outbox::receipt(&self.office, tx, request, (kind, envelope), self.now).await
    }
}

/// Do one act on one request.
pub(crate) async fn turn<F>(
    office: &Office,
    actor: &Actor,
    (verb, act, id, seen): (Verb, ActId, RequestId, Option<i64>),
    work: F,
) -> Result<i64>
where
    F: for<'r> FnOnce(&'r Request, &'r By, &'r Turn) -> Result<(Request, Vec<Effect>)>
        + Send
        + 'static,
{
    let turn = Turn::new(office, actor, verb, act);
    turn.admit()?;
    let claim = Office::claim(act, (actor, verb), Some(record_id(id)));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<i64>>> {
                Box::pin(async move {
                    let request = load(tx, id).await?;
                    let (by, role) = turn.permit(&request)?;
                    if seen.is_some_and(|seen| seen != request.version) {
                        return Err(Refusal::new("STALE")
                            .with("version", request.version)
                            .into());
                    }
                    let request = crate::safeguards::guarded(&turn.office, tx, request).await?;
                    let (next, effects) = work(&request, &by, &turn)?;
                    turn.keep(tx, next, effects, role).await
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

/// Load a request in an act; what is not there is refused as what may not be read is.
pub(crate) async fn load(tx: &mut Tx, id: RequestId) -> Result<Request> {
    let record = tx
        .record(&record_id(id))
        .await?
        .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    request_of(&record)
}

/// The requested State as this node knows it: in its time, by its law, the clocks of a request run.
async fn requested(office: &Office, request: &Request) -> Result<StateProfile> {
    if request.to == *office.state() {
        return Ok(office.profile().clone());
    }
    let known = crate::directory::entry(office, &request.to).await?;
    Ok(known.map_or_else(
        || StateProfile::unknown(request.to.clone(), ""),
        |known| known.profile,
    ))
}

/// The calendar in which a request's clocks run.
///
/// # Errors
/// Where the store cannot be read.
pub async fn calendar(office: &Office, request: &Request) -> Result<Calendar> {
    Ok(requested(office, request).await?.calendar())
}

/// The request with its clocks as its events, the periods that govern it and the requested State's calendar give them: both
/// sides see the same.
pub(crate) async fn clocked(office: &Office, request: Request) -> Result<Request> {
    let profile = requested(office, &request).await?;
    let catalogue = Catalogue::built_in();
    let periods = Periods::of_content(catalogue, &request.content, &profile);
    Ok(request.with_clocks(&profile.calendar(), &periods))
}

pub(super) fn refused(outcome: Outcome) -> Result<(Request, Vec<Effect>)> {
    outcome.map_err(Error::Refused)
}
