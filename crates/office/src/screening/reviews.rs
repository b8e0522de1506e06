//! Reviewed hits: "not this person", "this person". An officer said so, with a reason and an end; it holds for one subject and
//! for one record as it was. There may be as many as are needed. What is left out because of one is said, and can be looked
//! up; it is never silently dropped.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

use jiff::Timestamp;
use model::policy::role_for;
use model::screening::Verdict;
use model::{ActId, Actor, Digest, Object, OfficerId, Purpose, Refusal, Verb, limits};
use screen::{Filter, Hit, Query};
use serde::{Deserialize, Serialize};
use store::{Record, Tx};

use super::kept::{self, New, Whose, body};
use super::queue::may_review;
use super::subject::{Subject, content_digest};
use super::{Loaded, live};
use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// The stage of a review that holds.
pub const IN_FORCE: &str = "in_force";

/// What a review is bound to, and who said what.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Bound {
    /// Who was asked about.
    pub subject: Subject,
    /// The record.
    pub entity: String,
    /// The record's caption then.
    pub caption: String,
    /// Digest of what the record said then: a changed record comes back.
    pub digest: Digest,
    /// Who it is.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub by: OfficerId,
    /// Whether the same officer had asked.
    pub own: bool,
    /// The hit that was decided, where it came from the queue.
    pub hit: Option<String>,
}

/// A review that holds, as questions are compared with it.
#[derive(Debug, Clone)]
pub(super) struct Holding {
    pub(super) id: String,
    subject: Subject,
    authority: Option<String>,
    entity: String,
    digest: Digest,
    until: Timestamp,
    excludes: bool,
}

/// The reviews that hold, by subject. Read by every question, so they are in memory; the records are the truth.
#[derive(Debug, Default)]
pub(crate) struct Reviewed(RwLock<HashMap<Subject, Vec<Holding>>>);

/// A record that was not answered because of a review.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LeftOut {
    /// The record.
    pub entity: String,
    /// Its caption.
    pub caption: String,
    /// Its score, 0 to 1.
    pub score: f64,
    /// The review: `review:<id>`.
    pub review: String,
}

/// Review a record for a subject without a hit in the queue.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Review {
    /// The act.
    pub act: ActId,
    /// Who was asked about.
    pub subject: Subject,
    /// The record's id.
    pub entity: String,
    /// Who it is; not `unsure`.
    pub verdict: Verdict,
    /// Why, in words.
    pub reason: String,
    /// Until when it holds.
    pub until: Timestamp,
}

/// Take a review back: from then on the record is an answer again.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Withdraw {
    /// The act.
    pub act: ActId,
    /// The review.
    pub review: String,
    /// The version the officer saw.
    pub version: i64,
}

impl Reviewed {
    fn write(&self) -> std::sync::RwLockWriteGuard<'_, HashMap<Subject, Vec<Holding>>> {
        self.0.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn of(&self, subject: &Subject) -> Vec<Holding> {
        let held = self.0.read().unwrap_or_else(PoisonError::into_inner);
        held.get(subject).cloned().unwrap_or_default()
    }

    fn forget(&self, id: &str) {
        let mut held = self.write();
        held.retain(|_, reviews| {
            reviews.retain(|review| review.id != id);
            !reviews.is_empty()
        });
    }
}

/// From the commit on it holds.
pub(super) fn hold_once_committed(tx: &mut Tx, office: &Office, review: Holding) {
    let office = office.clone();
    tx.once_committed(move || holds(&office, review));
}

/// From the commit on it holds no longer.
fn forget_once_committed(tx: &mut Tx, office: &Office, id: &str) {
    let (office, id) = (office.clone(), id.to_owned());
    tx.once_committed(move || office.0.reviewed.forget(&id));
}

/// From now on it holds. It takes the place of an earlier one on the same subject and record.
fn holds(office: &Office, review: Holding) {
    let mut held = office.0.reviewed.write();
    let reviews = held.entry(review.subject.clone()).or_default();
    reviews.retain(|old| (&old.entity, &old.authority) != (&review.entity, &review.authority));
    reviews.push(review);
}

/// Read the reviews that hold.
pub(crate) async fn load(office: &Office) -> Result<()> {
    // Oldest first: of two on one record the later one holds.
    let (records, _) = kept::all(office, (("review", &[IN_FORCE]), None)).await?;
    for record in records.iter().rev() {
        match body(record) {
            Ok(bound) => holds(office, holding(record, &bound)),
            // One that cannot be read leaves nothing out.
            Err(error) => kept::passed_over(office, &record.head.id, &error),
        }
    }
    Ok(())
}

fn holding(record: &Record, bound: &Bound) -> Holding {
    Holding {
        id: record.head.id.clone(),
        subject: bound.subject.clone(),
        authority: record.head.authority.clone(),
        entity: bound.entity.clone(),
        digest: bound.digest,
        until: record.head.due.unwrap_or_default(),
        excludes: bound.verdict == Verdict::NotThis,
    }
}

/// Reviews by which records are left out for this authority now: not past their end, its own or the node's as a whole.
fn excluding(office: &Office, authority: Option<&str>, subject: &Subject) -> Vec<Holding> {
    let now = office.now();
    let of =
        |review: &Holding| review.authority.is_none() || review.authority.as_deref() == authority;
    let mut reviews = office.0.reviewed.of(subject);
    reviews.retain(|review| review.excludes && review.until > now && of(review));
    reviews
}

/// The authority whose reviews count for this actor.
pub(super) fn mine(actor: &Actor) -> Option<&str> {
    actor.authority().map(model::AuthorityId::as_str)
}

/// Ask the lists, and part what is found into what is answered and what a review leaves out: `limit` counts what is answered,
/// however much is left out.
///
/// # Errors
/// `Busy` where the index is damaged: nothing is answered out of it.
pub(super) fn search(
    at: (&Office, &Loaded),
    authority: Option<&str>,
    (query, subject): (&Query, Option<&Subject>),
    until: (usize, f64),
) -> Result<(Vec<Hit>, Vec<LeftOut>)> {
    let subjects = subject.map(std::slice::from_ref).unwrap_or_default();
    search_among(
        at,
        authority,
        (query, subjects),
        (until, &Filter::default()),
    )
}

/// As [`search`], among the records of a filter, for somebody who is known by each of these marks.
pub(super) fn search_among(
    (office, loaded): (&Office, &Loaded),
    authority: Option<&str>,
    (query, subjects): (&Query, &[Subject]),
    ((limit, threshold), among): ((usize, f64), &Filter),
) -> Result<(Vec<Hit>, Vec<LeftOut>)> {
    let of = |subject| excluding(office, authority, subject);
    let reviews: Vec<Holding> = subjects.iter().flat_map(of).collect();
    let most = limit.saturating_add(reviews.len());
    let found = loaded.search_among(query, most, threshold, among);
    live::sound(office, loaded)?;
    let (mut hits, left) = parted(&reviews, found);
    hits.truncate(limit);
    Ok((hits, left))
}

/// Part hits into those that are answered and those that one of these reviews leaves out.
fn parted(reviews: &[Holding], hits: Vec<Hit>) -> (Vec<Hit>, Vec<LeftOut>) {
    let mut left = Vec::new();
    let answered = hits.into_iter().filter(|hit| {
        let names = |id: &String| *id == hit.entity.id || hit.entity.referents.contains(id);
        let review = reviews.iter().find(|review| {
            names(&review.entity)
                && content_digest(&hit.entity).is_ok_and(|digest| digest == review.digest)
        });
        if let Some(review) = review {
            left.push(LeftOut {
                entity: hit.entity.id.clone(),
                caption: hit.entity.caption.clone(),
                score: hit.score,
                review: review.id.clone(),
            });
        }
        review.is_none()
    });
    (answered.collect(), left)
}

/// Write a review; an earlier one of the same authority on the same subject and record gives way.
pub(super) async fn put(
    tx: &mut Tx,
    (office, whose): (&Office, &Whose),
    (bound, until, now): (Bound, Timestamp, Timestamp),
) -> Result<Holding> {
    let parent = bound.subject.record();
    for mut old in kept::opened(office, tx.each_child(&parent, "review").await?) {
        if old.head.stage == IN_FORCE && old.head.authority == whose.authority {
            let earlier = match body::<Bound>(&old) {
                Ok(earlier) => earlier,
                // One that cannot be read leaves nothing out, and hinders no decision.
                Err(error) => {
                    kept::passed_over(office, &old.head.id, &error);
                    continue;
                }
            };
            if earlier.entity == bound.entity {
                let due = old.head.due.unwrap_or(now);
                kept::next(&mut old, ("replaced", due, now));
                tx.put_record(&old).await?;
            }
        }
    }
    let new = New {
        id: format!("review:{}", office.new_act()),
        kind: "review",
        stage: IN_FORCE,
        parent: Some(parent),
        number: None,
        due: until,
        at: now,
    };
    let whose = Whose {
        authority: whose.authority.clone(),
        officer: Some(bound.by.to_string()),
    };
    let record = new.record(office, &whose, &bound)?;
    tx.put_record(&record).await?;
    Ok(holding(&record, &bound))
}

/// Whether this review is there, in force and not past its end at this time. One that cannot be read is not.
pub(super) async fn is_in_force(tx: &mut Tx, (id, at): (Option<&str>, Timestamp)) -> Result<bool> {
    let Some(id) = id else { return Ok(false) };
    let review = match tx.record(id).await.map_err(Error::from) {
        Err(error) if kept::of_one(&error) => None,
        review => review?,
    };
    let holds = |r: Record| r.head.stage == IN_FORCE && r.head.due.is_some_and(|due| due > at);
    Ok(review.is_some_and(holds))
}

/// Review a record of a list for a subject.
///
/// # Errors
/// `NOT-ALLOWED`; `NOT-FOUND` where no list has the record; `VERDICT` for `unsure`; as `queue::decide` for reason and end.
pub async fn review(office: &Office, actor: &Actor, act: Review) -> Result<String> {
    let (now, state) = (office.now(), office.state().clone());
    let role = role_for(actor, Verb::ScreenReview, &Object::check(&state), now)?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    model::screening::reason("reason", &act.reason)?;
    model::screening::until("until", act.until, now, limits::REVIEW_DAYS_MAX)?;
    if act.verdict == Verdict::Unsure {
        let what = "a review says that it is this person or that it is somebody else";
        return Err(Error::input("VERDICT", "verdict", what));
    }
    let entity = office.0.screen.get().entity(&act.entity);
    let entity = entity.ok_or_else(|| Refusal::new("NOT-FOUND").at("entity"))?;
    let bound = Bound {
        subject: act.subject,
        entity: entity.id.clone(),
        caption: entity.caption.clone(),
        digest: content_digest(&entity)?,
        verdict: act.verdict,
        reason: act.reason,
        by,
        own: false,
        hit: None,
    };
    let claim = Office::claim(act.act, (actor, Verb::ScreenReview), None);
    let (office_, actor_, until) = (office.clone(), actor.clone(), act.until);
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                let (office, actor) = (&office_, &actor_);
                let whose = Whose::of(actor);
                let verdict = bound.verdict;
                let review = put(tx, (office, &whose), (bound, until, now)).await?;
                let said = said(role, &review.id).with("verdict", verdict);
                let entry = office.entry(act.act, (actor, Verb::ScreenReview), now, said);
                let id = review.id.clone();
                hold_once_committed(tx, office, review);
                Ok(tx.keep(entry, id).await?)
            })
        })
        .await
}

fn said(role: Option<model::Role>, object: &str) -> Said {
    Said {
        role,
        purpose: Some(Purpose::Screening.code().to_owned()),
        ..Said::of(object)
    }
}

/// Take a review back.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND`, `STALE`; `DONE` where it holds no longer.
pub async fn withdraw(office: &Office, actor: &Actor, act: Withdraw) -> Result<i64> {
    let now = office.now();
    let claim = Office::claim(
        act.act,
        (actor, Verb::ScreenReview),
        Some(act.review.clone()),
    );
    let (office_, actor_) = (office.clone(), actor.clone());
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                let (office, actor) = (&office_, &actor_);
                let record = tx.record(&act.review).await?;
                let record = record.filter(|r| r.head.kind == "review");
                let mut record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                let role = may_review(office, actor, (&record, now))?;
                if record.head.version != act.version {
                    return Err(Refusal::new("STALE").into());
                }
                if record.head.stage != IN_FORCE {
                    return Err(Refusal::new("DONE").into());
                }
                ended(tx, (&mut record, "withdrawn"), now).await?;
                let said = said(role, &act.review).with("withdrawn", 1);
                let entry = office.entry(act.act, (actor, Verb::ScreenReview), now, said);
                forget_once_committed(tx, office, &act.review);
                Ok(tx.keep(entry, record.head.version).await?)
            })
        })
        .await
}

/// It holds no longer; the hit it was about waits for a person again.
async fn ended(tx: &mut Tx, (review, stage): (&mut Record, &str), now: Timestamp) -> Result<()> {
    let bound: Bound = body(review)?;
    let keep = kept::days(now, limits::SCREEN_HIT_DAYS_MAX);
    kept::next(review, (stage, keep, now));
    tx.put_record(review).await?;
    let Some(id) = bound.hit else { return Ok(()) };
    // A hit that cannot be read keeps no review in force.
    let hit = match tx.record(&id).await.map_err(Error::from) {
        Err(error) if kept::of_one(&error) => None,
        hit => hit?,
    };
    let decided = |r: &Record| ["this", "not_this"].contains(&r.head.stage.as_str());
    if let Some(mut hit) = hit.filter(decided) {
        kept::next(&mut hit, ("open", keep, now));
        tx.put_record(&hit).await?;
    }
    Ok(())
}

/// Reviews past their end hold no longer, and their hits come back into the queue: how many, and how many could not be read.
pub(super) async fn expire(office: &Office, now: Timestamp) -> Result<(usize, usize)> {
    let (due, mut failed) = kept::all(office, (("review", &[IN_FORCE]), Some(now))).await?;
    let (actor, mut count) = (Actor::worker(office.state(), super::erase::WORKER), 0);
    for record in due {
        let id = record.head.id.clone();
        let review = id.clone();
        let said = Said::of(&id).with("expired", 1);
        let entry = office.entry(office.new_act(), (&actor, Verb::ScreenErase), now, said);
        let reviewed = office.clone();
        let ended = office
            .act(entry.act, move |tx| {
                Box::pin(async move {
                    let mut record = record;
                    ended(tx, (&mut record, "expired"), now).await?;
                    forget_once_committed(tx, &reviewed, &record.head.id);
                    Ok(tx.keep(entry, ()).await?)
                })
            })
            .await;
        match ended {
            Ok(()) => count += 1,
            Err(error) if !kept::of_one(&error) => return Err(error),
            Err(error) => {
                failed += 1;
                kept::passed_over(office, &review, &error);
            }
        }
    }
    Ok((count, failed))
}

/// Which reviews are wanted, newest first.
#[derive(Debug, Clone, Default)]
pub struct ReviewsWanted {
    /// Also those that hold no longer.
    pub over: bool,
    /// Only of this subject.
    pub subject: Option<Subject>,
    /// Counted from 0.
    pub page: u32,
}

/// A review with everything a page shows of it.
#[derive(Debug, Clone, Serialize)]
pub struct ReviewLine {
    /// The review's id.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// `in_force`, `expired`, `withdrawn`, `replaced`.
    pub stage: String,
    /// When it was made.
    pub at: Timestamp,
    /// Until when it holds.
    pub until: Option<Timestamp>,
    /// What it is bound to, and who said what.
    #[serde(flatten)]
    pub bound: Bound,
}

pub(crate) fn line(record: &Record) -> Result<ReviewLine> {
    let head = &record.head;
    Ok(ReviewLine {
        id: head.id.clone(),
        version: head.version,
        stage: head.stage.clone(),
        at: head.created,
        until: head.due,
        bound: body(record)?,
    })
}
