//! What a desk does with a request: each act loads it, asks who may (`model::policy`), lets the request itself say whether
//! its stage allows it (`model::request`), writes it with what is to be sent, and keeps the entry.

mod about;
mod by_hand;
mod check;
mod draft;
mod dry;
mod receive;
mod row;
mod sign;
mod translate;
mod turn;

use model::request;
use model::{ActId, Actor, Digest, RequestId, Verb};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::{Doing, Result};
use crate::office::Office;
use turn::refused;

pub(crate) use about::act as act_on_parent;
pub use about::{Convert, conversions, convert};
pub use by_hand::{Letter, Paper, TakeDown, Tell, enter, scan, take_down, tell};
pub use check::{Checked, Matter, check, check_content};
pub(crate) use draft::next_number;
pub use draft::{Draft, Submit, draft, edit, submit};
pub use dry::{CardSeen, DryCheck, Needed, dry_check, dry_content};
pub(crate) use receive::{EARLY, received, troubled};
pub(crate) use row::{put, rank, record_id, request_about, request_of};
pub use sign::{Note, answer, approve, send, validate};
pub use translate::{beside, certify, holds, translate};
pub use turn::calendar;
pub(crate) use turn::{Turn, clocked, load, turn};

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

/// An act of which nothing more is to be said.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize)]
pub struct Plain {}

/// How long delivery is tried when nothing else is said (exchange study 2.6).
pub(crate) const DELIVERY_DAYS: i64 = 30;

/// SHA-256 of the content in its canonical form: what persons sign.
pub(crate) fn content_digest(content: &Value) -> Result<Digest> {
    Ok(seal::sha256(
        &seal::canonical_json(content).doing("write the content in its canonical form")?,
    ))
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

verbs! {
    /// Give a draft back to its author.
    return_to_author(request::ReturnToAuthor) = RequestReturnToAuthor, return_to_author;
    /// Take a request back.
    withdraw(request::Withdraw) = RequestWithdraw, withdraw;
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
    drop_refusal(request::DropRefusal) = RequestDropRefusal, drop_refusal;
    /// Begin to execute it.
    begin_execution(request::Progress) = RequestExecute, begin_execution;
    /// Note how execution goes.
    progress(request::Progress) = RequestExecute, progress;
    /// Report that part of it was executed.
    report_part(request::Report) = RequestExecute, report_part;
    /// Take a step of its track, or move single measures.
    step(request::TakeStep) = RequestStep, take_step;
    /// Put a cost down; an extraordinary one is proposed to the requesting State.
    note_cost(request::NoteCost) = RequestCost, note_cost;
    /// Answer a proposed cost.
    answer_cost(request::AnswerCost) = RequestCost, answer_cost;
    /// Report that it was executed.
    execute(request::Report) = RequestExecute, report;
}
