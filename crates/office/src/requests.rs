//! What a desk does with a request: each act loads it, asks who may (`model::policy`), lets the request itself say whether
//! its stage allows it (`model::request`), writes it with what is to be sent, and keeps the entry.

mod receive;

use std::collections::BTreeMap;

use futures_util::future::BoxFuture;
use jiff::{SignedDuration, Timestamp};
use model::number::Number;
use model::policy::role_for;
use model::request::{self, Effect, Findings, Found, Outcome, Request, Standing, Urgency};
use model::{
    ActId, Actor, AuthorityId, By, Digest, Label, Lang, Object, ReceiptKind, Refusal, RequestId,
    StateCode, Verb,
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{Kept, Record, RecordHead, Tx};

use crate::error::{Doing, Error, Result};
use crate::exchange::outbox;
use crate::office::{Office, Said};

pub use check::{Checked, check, check_content};
pub(crate) use receive::received;

mod check;

/// An act on a request that exists: which one, the version that was seen, and what is done.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct On<A> {
    /// The act's id: done twice, it changes nothing the second time.
    pub act: ActId,
    /// The request.
    pub request: RequestId,
    /// The version the officer saw; another one by now is refused as `STALE`.
    pub version: i64,
    /// What is done.
    #[serde(flatten)]
    pub what: A,
}

/// Begin a draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The act.
    pub act: ActId,
    /// `mla`.
    pub template: String,
    /// Requested State.
    pub to: StateCode,
    /// Requested authority.
    pub to_authority: AuthorityId,
    /// Language it is written in.
    pub lang: Lang,
    /// How soon.
    pub urgency: Urgency,
    /// The fields so far.
    pub content: Value,
}

/// Hand a draft in: as what it goes, and why warnings are accepted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Submit {
    /// Complete, consultation, or urgent with completion by a date.
    pub standing: Standing,
    /// Reasons for warnings, by code.
    pub reasons: BTreeMap<String, String>,
}

/// An act of which nothing more is to be said.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Plain {}

/// How long delivery is tried when nothing else is said (exchange study 2.6).
pub(crate) const DELIVERY_DAYS: i64 = 30;

/// A record's id for a request.
pub(crate) fn record_id(id: RequestId) -> String {
    format!("request:{id}")
}

/// The head that the machine may read, and the body that only the key opens.
pub(crate) fn record(request: &Request) -> Result<Record> {
    let body =
        serde_json::to_vec(request).map_err(|e| Error::input("REQUEST", "", e.to_string()))?;
    let due = request
        .clocks
        .iter()
        .filter(|c| c.met.is_none() && c.paused.is_none())
        .map(|c| c.due)
        .min();
    let review = request
        .label
        .review_by
        .and_then(|day| day.to_zoned(jiff::tz::TimeZone::UTC).ok())
        .map(|z| z.timestamp());
    let head = RecordHead {
        id: record_id(request.id),
        version: request.version,
        kind: "request".to_owned(),
        owner: request.from.to_string(),
        label: request.label.clone(),
        review_by: Some(review.unwrap_or(request.created + SignedDuration::from_hours(24 * 365))),
        parent: request.parent.map(record_id),
        stage: request.stage.code().to_owned(),
        side: Some(request.side.code().to_owned()),
        authority: Some(request.home_authority().to_string()),
        counterpart: Some(request.partner().to_string()),
        number: Some(request.number.clone()),
        urgency: match request.urgency {
            Urgency::Normal => 0,
            Urgency::Urgent => 1,
            Urgency::Emergency => 2,
        },
        due,
        officer: request.officer.map(|id| id.to_string()),
        created: request.created,
        updated: request.updated,
    };
    Ok(Record { head, body })
}

/// Read a request back from its record.
pub(crate) fn request_of(record: &Record) -> Result<Request> {
    serde_json::from_slice(&record.body).map_err(|source| {
        store::Error::Unreadable {
            place: record.head.id.clone(),
            source: Box::new(source),
        }
        .into()
    })
}

/// Load a request in an act; what is not there is refused as what may not be read is.
pub(crate) async fn load(tx: &mut Tx, id: RequestId) -> Result<Request> {
    let record = tx
        .record(&record_id(id))
        .await?
        .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    request_of(&record)
}

/// The request with its clocks as its events and the requested State's calendar give them: both sides see the same.
pub(crate) async fn clocked(office: &Office, request: Request, now: Timestamp) -> Result<Request> {
    let calendar = if request.to == *office.state() {
        office.calendar(now)
    } else {
        match office.store().peer(request.to.as_str()).await? {
            Some(peer) => crate::directory::known(peer)?.profile.calendar(now),
            None => model::Calendar::utc(),
        }
    };
    Ok(request.with_clocks(&calendar))
}

/// SHA-256 of the content in its canonical form: what persons sign.
pub(crate) fn content_digest(content: &Value) -> Result<Digest> {
    Ok(seal::sha256(
        &seal::canonical_json(content).doing("write the content in its canonical form")?,
    ))
}

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

    /// Whether the actor may; as whom the event is written.
    pub(crate) fn permit(&self, request: &Request) -> Result<(By, Option<model::Role>)> {
        let single = self.office.single_officer(request.home_authority());
        let role = role_for(
            &self.actor,
            self.verb,
            &Object::request(request, single),
            self.now,
        )?;
        Ok((self.actor.by(role), role))
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
        let next = &clocked(&self.office, next, self.now).await?;
        tx.put_record(&record(next)?).await?;
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
            .entry(self.act, &self.actor, self.verb, self.now, said);
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
    let done = office
        .act(
            act,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<i64>>> {
                Box::pin(async move {
                    let request = load(tx, id).await?;
                    let (by, role) = turn.permit(&request)?;
                    if seen.is_some_and(|seen| seen != request.version) {
                        return Err(Refusal::new("STALE")
                            .with("version", request.version)
                            .into());
                    }
                    let (next, effects) = work(&request, &by, &turn)?;
                    turn.keep(tx, next, effects, role).await
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

/// A verb that needs nothing but the act's own struct.
macro_rules! verbs {
    ($($(#[$doc:meta])* $name:ident($act:ty) = $verb:ident, $method:ident;)+) => {$(
        $(#[$doc])*
        ///
        /// # Errors
        /// What `model::request` refuses, `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
        pub async fn $name(office: &Office, actor: &Actor, on: On<$act>) -> Result<i64> {
            let what = on.what;
            turn(office, actor, (Verb::$verb, on.act, on.request, Some(on.version)), move |request, by, turn| {
                refused(request.$method(&what, by, turn.now))
            })
            .await
        }
    )+};
}

fn refused(outcome: Outcome) -> Result<(Request, Vec<Effect>)> {
    outcome.map_err(Error::Refused)
}

verbs! {
    /// Give a draft back to its author.
    return_to_author(request::ReturnToAuthor) = RequestReturnToAuthor, return_to_author;
    /// Take a request back.
    withdraw(request::Withdraw) = RequestWithdraw, withdraw;
    /// Answer what the other side asked.
    answer(request::Answer) = RequestAnswer, answer;
    /// Close it.
    close(request::Close) = RequestClose, close;
    /// Enter it in the register.
    register(request::Register) = RequestRegister, register;
    /// Tell the other side who has it and when it will hear more.
    acknowledge(request::Acknowledge) = RequestAcknowledge, acknowledge;
    /// Ask for what is missing, or comment on a consultation draft.
    ask(request::Ask) = RequestAsk, ask;
    /// Open a consultation.
    consult(request::Ask) = RequestConsult, consult;
    /// Accept it, with or without conditions.
    accept(request::Accept) = RequestAccept, accept;
    /// Put it off.
    postpone(request::Postpone) = RequestPostpone, postpone;
    /// Propose to refuse it, whole or in part; a second person confirms.
    refuse(request::Refuse) = RequestRefuse, propose_refusal;
    /// Confirm a proposed refusal as the second person.
    confirm_refusal(request::ConfirmRefusal) = RequestConfirmRefusal, confirm_refusal;
    /// Drop a proposed refusal.
    drop_refusal(request::DropRefusal) = RequestConfirmRefusal, drop_refusal;
    /// Begin to execute it.
    begin_execution(request::Progress) = RequestExecute, begin_execution;
    /// Note how execution goes.
    progress(request::Progress) = RequestExecute, progress;
    /// Report that part of it was executed.
    report_part(request::Report) = RequestExecute, report_part;
    /// Report that it was executed.
    execute(request::Report) = RequestExecute, report;
}

/// Begin a draft.
///
/// # Errors
/// `NOT-ALLOWED`; a shape refusal; input error for an unknown template or State.
pub async fn draft(office: &Office, actor: &Actor, act: Draft) -> Result<RequestId> {
    let now = office.now();
    let Some(authority) = actor.authority().cloned() else {
        return Err(Refusal::new("NOT-ALLOWED").into());
    };
    let role = role_for(
        actor,
        Verb::RequestDraft,
        &Object::new_request(office.state(), &authority),
        now,
    )?;
    let template = latest(&act.template)
        .ok_or_else(|| Error::input("TEMPLATE", "template", "there is no template of that name"))?;
    if office
        .store()
        .peer(act.to.as_str())
        .await?
        .is_none_or(|peer| peer.ours || peer.pinned.is_none())
    {
        return Err(Error::input(
            "PEER",
            "to",
            "this State is not a peer whose card was pinned",
        ));
    }
    let id = RequestId::new(now, office.throw10());
    let label = Label::own(office.state(), model::Class::Confidential)
        .released_to(office.state(), &act.to)?;
    let version = template.version;
    let turn = Turn::new(office, actor, Verb::RequestDraft, act.act);
    let year = office.calendar(now).date(now).year();
    office
        .act(act.act, move |tx| {
            Box::pin(async move {
                let number = next_number(tx, &turn, &authority, year).await?;
                let what = request::Draft {
                    id,
                    number,
                    template: act.template,
                    template_version: version,
                    to: act.to,
                    to_authority: act.to_authority,
                    relation: request::Relation::New,
                    parent: None,
                    urgency: act.urgency,
                    standing: Standing::Complete,
                    content: act.content,
                    lang: act.lang,
                    label,
                    validation_needed: false,
                };
                let (next, _) = Request::draft(&what, &turn.actor.by(role), turn.now)?;
                tx.put_record(&record(&next)?).await?;
                let said = Said {
                    role,
                    ..Said::of(record_id(id))
                };
                Ok(tx
                    .keep(
                        turn.office
                            .entry(turn.act, &turn.actor, turn.verb, turn.now, said),
                        id,
                    )
                    .await?)
            })
        })
        .await
}

/// The newest version of a template.
fn latest(name: &str) -> Option<&'static paper::template::Template> {
    paper::template::all()
        .into_iter()
        .filter(|t| t.name == name)
        .max_by_key(|t| t.version)
}

async fn next_number(
    tx: &mut Tx,
    turn: &Turn,
    authority: &AuthorityId,
    year: i16,
) -> Result<Number> {
    let fact = format!("number/{authority}/{year}");
    let serial = tx
        .fact(&fact)
        .await?
        .and_then(|n| n.parse::<u32>().ok())
        .unwrap_or(0)
        + 1;
    tx.put_fact(&fact, &serial.to_string()).await?;
    let year = u16::try_from(year).unwrap_or_default();
    Ok(Number {
        state: turn.office.state().clone(),
        authority: authority.clone(),
        year,
        serial,
    })
}

/// Change a draft. Findings never stop it.
///
/// # Errors
/// `STALE`, `STAGE`, `NOT-ALLOWED`, a shape refusal.
pub async fn edit(office: &Office, actor: &Actor, on: On<request::Edit>) -> Result<i64> {
    let what = request::Edit {
        seen_version: on.version,
        ..on.what
    };
    turn(
        office,
        actor,
        (Verb::RequestEdit, on.act, on.request, None),
        move |request, by, turn| refused(request.edit(&what, by, turn.now)),
    )
    .await
}

/// Hand a draft in for approval.
///
/// # Errors
/// `BLOCKED`, `REASON-MISSING`, `STALE`, `STAGE`, `NOT-ALLOWED`.
pub async fn submit(office: &Office, actor: &Actor, on: On<Submit>) -> Result<i64> {
    let desk = check::Desk::open(office).await?;
    turn(
        office,
        actor,
        (Verb::RequestSubmit, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let edit = request::Edit {
                seen_version: request.version,
                standing: Some(on.what.standing),
                findings_accepted: Some(on.what.reasons),
                ..request::Edit::default()
            };
            let (mut edited, _) = request.edit(&edit, by, turn.now)?;
            let findings = summary(&desk.check(&edited, turn.now)?);
            let (mut next, effects) = edited.submit(&request::Submit { findings }, by, turn.now)?;
            // One act, one version: the standing was written down and handed in together.
            edited.version = request.version;
            next.version = request.version + 1;
            Ok((next, effects))
        },
    )
    .await
}

/// A finding as submitting and sending need it.
fn summary(checked: &Checked) -> Findings {
    let of = |level| {
        checked
            .findings
            .iter()
            .filter(|f| f.level == level)
            .map(|f| Found {
                code: f.code.clone(),
                field: f.field.clone(),
            })
            .collect()
    };
    Findings {
        block: of(model::finding::Level::Block),
        warn: of(model::finding::Level::Warn),
    }
}

/// Approve as the second person: what is signed is the digest of the content as it stands.
///
/// # Errors
/// `FOUR-EYES` for the author, the last editor and the submitter; `VALIDATION`; `STAGE`; `STALE`; `NOT-ALLOWED`.
pub async fn approve(office: &Office, actor: &Actor, on: On<Note>) -> Result<i64> {
    turn(
        office,
        actor,
        (Verb::RequestApprove, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let content_sha256 = content_digest(&request.content)?;
            refused(request.approve(
                &request::Approve {
                    content_sha256,
                    note: on.what.note,
                },
                by,
                turn.now,
            ))
        },
    )
    .await
}

/// Validate as a judge, where domestic law wants it.
///
/// # Errors
/// As [`approve`].
pub async fn validate(office: &Office, actor: &Actor, on: On<Note>) -> Result<i64> {
    turn(
        office,
        actor,
        (Verb::RequestValidate, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let content_sha256 = content_digest(&request.content)?;
            refused(request.validate(
                &request::Approve {
                    content_sha256,
                    note: on.what.note,
                },
                by,
                turn.now,
            ))
        },
    )
    .await
}

/// A note in words, or none.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Note {
    /// In words.
    pub note: Option<String>,
}

/// Send it: from here on the content is frozen; the outbox carries it.
///
/// # Errors
/// `NOT-APPROVED`, `CONTENT-CHANGED`, `BLOCKED`, `REASON-MISSING`, `LABEL-RECIPIENT`, `STAGE`, `STALE`, `NOT-ALLOWED`.
pub async fn send(office: &Office, actor: &Actor, on: On<Plain>) -> Result<i64> {
    let desk = check::Desk::open(office).await?;
    turn(
        office,
        actor,
        (Verb::RequestSend, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            let content_sha256 = content_digest(&request.content)?;
            let findings = summary(&desk.check(request, turn.now)?);
            let single_officer = turn.office.single_officer(request.home_authority());
            refused(request.send(
                &request::Send {
                    content_sha256,
                    findings,
                    single_officer,
                },
                by,
                turn.now,
            ))
        },
    )
    .await
}
