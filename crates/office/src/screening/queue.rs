//! The review queue: hits that wait for a person. The machine proposes; an officer says who it is, with a reason, and the same
//! hit does not come twice while that holds.

use jiff::Timestamp;
use model::policy::role_for;
use model::screening::{Channel, Verdict};
use model::{ActId, Actor, Digest, Object, OfficerId, Purpose, QueryId, Refusal, Verb, limits};
use screen::{Entity, Query};
use serde::{Deserialize, Serialize};
use store::{Record, Tx};

use super::kept::{self, Whose, days};
use super::reviews::{self, Bound};
use super::subject::Subject;
use super::{HitView, kept::body};
use crate::error::Result;
use crate::office::{Office, Said};

mod found;

pub(crate) use found::Overflow;
pub(super) use found::{Found, put};

/// Stages of a hit at which it waits for a person.
pub const WAITING: &[&str] = &["open", "unsure"];

/// A hit as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HitBody {
    /// Who was asked about.
    pub subject: Subject,
    /// What was asked.
    pub question: Query,
    /// Through which door.
    pub channel: Channel,
    /// For which case.
    pub case: Option<String>,
    /// The row of the log.
    pub query: QueryId,
    /// Who asked first; `None` for the node itself.
    pub asked_by: Option<OfficerId>,
    /// Who else has asked since, at most [`limits::SCREEN_ASKERS_MAX`].
    #[serde(default)]
    pub asked_also: Vec<OfficerId>,
    /// What was found and why, as it was then.
    pub hit: HitView,
    /// Digest of what the record said.
    pub digest: Digest,
    /// What a person said.
    pub decided: Option<Decided>,
}

impl HitBody {
    fn askers(&self) -> impl Iterator<Item = OfficerId> {
        self.asked_by
            .into_iter()
            .chain(self.asked_also.iter().copied())
    }

    /// Whether this officer is among those who asked.
    pub fn was_asked_by(&self, officer: OfficerId) -> bool {
        self.askers().any(|id| id == officer)
    }
}

/// What a person said about a hit.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Decided {
    /// Who it is.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: OfficerId,
    /// Whether the same officer had asked.
    pub own: bool,
    /// When.
    pub at: Timestamp,
    /// The review that holds because of it.
    pub review: Option<String>,
}

/// Decide about a hit.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Decide {
    /// The act.
    pub act: ActId,
    /// The hit.
    pub hit: String,
    /// The version the officer saw.
    pub version: i64,
    /// Who it is.
    pub verdict: Verdict,
    /// Why, in words.
    pub reason: String,
    /// Until when the decision holds; the longest time there is where nothing is said.
    pub until: Option<Timestamp>,
}

/// What a decision did.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct DecideReport {
    /// The hit's version now.
    pub version: i64,
    /// The review that holds because of it; none where the officer is not sure.
    pub review: Option<String>,
}

/// Decide about a hit: it is this person, it is somebody else, or that is not known yet and it waits on.
///
/// # Errors
/// `NOT-ALLOWED`; `NOT-FOUND`; `STALE`; `DONE` where it was decided before; `MISSING`, `TOO-LONG`, `CONTROL-CHARACTER` for the
/// reason; `DATE-PAST`, `UNTIL-TOO-FAR` for the end.
pub async fn decide(office: &Office, actor: &Actor, act: Decide) -> Result<DecideReport> {
    let now = office.now();
    model::screening::reason("reason", &act.reason)?;
    let until = act
        .until
        .unwrap_or_else(|| days(now, limits::REVIEW_DAYS_MAX));
    model::screening::until("until", until, now, limits::REVIEW_DAYS_MAX)?;
    let claim = Office::claim(act.act, (actor, Verb::ScreenReview), Some(act.hit.clone()));
    let (office_, actor_) = (office.clone(), actor.clone());
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                let (office, actor) = (&office_, &actor_);
                let (mut record, role) = waiting(tx, (office, actor), (&act, now)).await?;
                let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
                let mut hit: HitBody = body(&record)?;
                let own = hit.was_asked_by(by);
                let review = match act.verdict {
                    Verdict::Unsure => None,
                    _ => {
                        let whose = Whose::of_record(&record);
                        let bound = bound(&hit, &act, (by, own));
                        Some(reviews::put(tx, (office, &whose), (bound, until, now)).await?)
                    }
                };
                let review_id = review.as_ref().map(|review| review.id.clone());
                hit.decided = Some(Decided {
                    verdict: act.verdict,
                    reason: act.reason,
                    by,
                    own,
                    at: now,
                    review: review_id.clone(),
                });
                let due = days(now, limits::SCREEN_HIT_DAYS_MAX);
                kept::next(&mut record, (act.verdict.code(), due, now));
                record.body = kept::written(&hit)?;
                tx.put_record(&record).await?;
                let said = Said {
                    role,
                    purpose: Some(Purpose::Screening.code().to_owned()),
                    ..Said::of(act.hit)
                }
                .with("verdict", act.verdict)
                .with("own", own);
                let entry = office.entry(act.act, (actor, Verb::ScreenReview), now, said);
                let report = DecideReport {
                    version: record.head.version,
                    review: review_id,
                };
                if let Some(review) = review {
                    reviews::hold_once_committed(tx, office, review);
                }
                Ok(tx.keep(entry, report).await?)
            })
        })
        .await
}

/// The hit that is decided, where it waits, and this actor may decide about it as it was seen.
async fn waiting(
    tx: &mut Tx,
    (office, actor): (&Office, &Actor),
    (act, now): (&Decide, Timestamp),
) -> Result<(Record, Option<model::Role>)> {
    let hit = |r: &Record| r.head.kind == "hit" && r.head.stage != "destroyed";
    let record = tx.record(&act.hit).await?.filter(hit);
    let record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    let role = may_review(office, actor, (&record, now))?;
    if record.head.version != act.version {
        return Err(Refusal::new("STALE").into());
    }
    match WAITING.contains(&record.head.stage.as_str()) {
        true => Ok((record, role)),
        false => Err(Refusal::new("DONE").into()),
    }
}

/// What a decision binds: this subject to this record as it was.
fn bound(hit: &HitBody, act: &Decide, (by, own): (OfficerId, bool)) -> Bound {
    Bound {
        subject: hit.subject.clone(),
        entity: hit.hit.entity.id.clone(),
        caption: hit.hit.entity.caption.clone(),
        digest: hit.digest,
        verdict: act.verdict,
        reason: act.reason.clone(),
        by,
        own,
        hit: Some(act.hit.clone()),
    }
}

/// Whether the actor may decide about this record, and in which role.
pub(super) fn may_review(
    office: &Office,
    actor: &Actor,
    (record, now): (&Record, Timestamp),
) -> Result<Option<model::Role>> {
    let state = office.state().clone();
    let authority = record
        .head
        .authority
        .as_deref()
        .and_then(|a| a.parse().ok());
    let object = Object {
        authority: authority.as_ref(),
        label: Some(&record.head.label),
        ..Object::check(&state)
    };
    Ok(role_for(actor, Verb::ScreenReview, &object, now)?)
}

/// Which hits are wanted.
#[derive(Debug, Clone, Default)]
pub struct HitsWanted {
    /// Also those that were decided; newest first then.
    pub decided: bool,
    /// Only what this officer asked first or watches; who asked the same later is told by [`HitLine::mine`] alone.
    pub officer: Option<OfficerId>,
    /// Only of this subject.
    pub subject: Option<Subject>,
    /// Counted from 0.
    pub page: u32,
}

/// A line of the queue.
#[derive(Debug, Clone, Serialize)]
pub struct HitLine {
    /// The hit's id.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// `open`, `unsure`, `this`, `not_this`.
    pub stage: String,
    /// When it was found.
    pub at: Timestamp,
    /// Through which door.
    pub channel: Channel,
    /// For which case.
    pub case: Option<String>,
    /// Who was asked about: the first name of the question.
    pub asked: String,
    /// The record's caption.
    pub caption: String,
    /// The list it stands on.
    pub list: String,
    /// The list's version then.
    pub list_version: String,
    /// 0 to 1.
    pub score: f64,
    /// Whether it waits for a person.
    pub waits: bool,
    /// Whether the reader asked it, or watches the subject.
    pub mine: bool,
}

/// A hit with everything a page shows of it.
#[derive(Debug, Clone, Serialize)]
pub struct HitSheet {
    /// As in the queue.
    pub line: HitLine,
    /// What was asked, the hit with its explanation, what was decided.
    #[serde(flatten)]
    pub body: HitBody,
    /// The record as the list has it now; `None` where it is no longer on a list.
    pub now: Option<Entity>,
    /// Whether the record says something else now than when it was found.
    pub changed: bool,
    /// Reviews of the same subject, in force or not.
    pub reviews: Vec<reviews::ReviewLine>,
}

pub(crate) fn line(record: &Record, reader: Option<OfficerId>) -> Result<(HitLine, HitBody)> {
    let hit: HitBody = body(record)?;
    let head = &record.head;
    let asked = hit.question.names().into_iter().next();
    let document = || {
        let number = screen::entity::prop::PASSPORT_NUMBER;
        hit.question.values(number).first().cloned()
    };
    let mine = reader.is_some_and(|id| {
        head.officer.as_deref() == Some(&*id.to_string()) || hit.was_asked_by(id)
    });
    let line = HitLine {
        id: head.id.clone(),
        version: head.version,
        stage: head.stage.clone(),
        at: head.created,
        channel: hit.channel,
        case: hit.case.clone(),
        asked: asked.or_else(document).unwrap_or_default(),
        caption: hit.hit.entity.caption.clone(),
        list: hit.hit.explanation.list.clone(),
        list_version: hit.hit.explanation.list_version.clone(),
        score: hit.hit.score,
        waits: WAITING.contains(&head.stage.as_str()),
        mine,
    };
    Ok((line, hit))
}
