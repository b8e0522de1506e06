//! Watched subjects: "tell me when this one appears on a list". A named officer enrols one subject at a time, for a case and
//! until a day; nobody else can, and there is no way to enrol many at once. When a list changes the node compares them, and
//! what is new or has changed waits in the review queue.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use model::policy::role_for;
use model::screening::Channel;
use model::{ActId, Actor, Digest, Object, OfficerId, Purpose, Refusal, Verb, limits};
use screen::{Hit, Query, Thresholds};
use serde::{Deserialize, Serialize};
use store::Record;

use super::kept::{self, New, Whose, body, days};
use super::log::{self, Noted, WORKER};
use super::reviews::{self, LeftOut};
use super::subject::{Subject, content_digest};
use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// The stage of a watch that goes on.
pub const LIVE: &str = "live";

/// Watch a subject. Who enrols is who acts: there is no field for another officer.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Enrol {
    /// The act.
    pub act: ActId,
    /// Who is watched: a name, and what tells the person apart.
    pub question: Query,
    /// The case it is for: a number.
    pub case: String,
    /// Why, in words.
    pub reason: String,
    /// Until when; at most [`limits::WATCH_DAYS_MAX`] days from now.
    pub until: Timestamp,
}

/// Stop watching a subject: what is kept of it is destroyed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stop {
    /// The act.
    pub act: ActId,
    /// The watch.
    pub watch: String,
    /// The version the officer saw.
    pub version: i64,
}

/// A watch as it is kept.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WatchBody {
    /// Who is watched.
    pub question: Query,
    /// Its mark.
    pub subject: Subject,
    /// The case.
    pub case: String,
    /// Why.
    pub reason: String,
    /// Records that are hits and were told, with the digest of what they said.
    pub seen: BTreeMap<String, Digest>,
    /// Records that were hits and are none any more: they are told again when they come back. At most
    /// [`limits::SCREEN_HITS_MAX`].
    #[serde(default)]
    pub gone: BTreeSet<String>,
}

/// What a watched subject meets now.
struct Met {
    hits: Vec<Hit>,
    left_out: Vec<LeftOut>,
    /// The lists that were asked, with their versions.
    lists: Vec<(String, String)>,
    /// Every list could be asked: what is not found is not there.
    whole: bool,
}

impl WatchBody {
    /// Take in what is met now: ids of what is new or has changed, and of these what had gone and is back.
    fn take(&mut self, met: &Met) -> Result<(Vec<String>, Vec<String>)> {
        let (mut fresh, mut back) = (Vec::new(), Vec::new());
        for hit in &met.hits {
            let (id, digest) = (&hit.entity.id, content_digest(&hit.entity)?);
            if self.seen.insert(id.clone(), digest) != Some(digest) {
                fresh.push(id.clone());
            }
            if self.gone.remove(id) {
                back.push(id.clone());
            }
        }
        if met.whole {
            let hits = met.hits.iter().map(|hit| &hit.entity.id);
            let here: BTreeSet<&String> =
                hits.chain(met.left_out.iter().map(|l| &l.entity)).collect();
            let gone = self.seen.extract_if(.., |id, _| !here.contains(id));
            self.gone.extend(gone.map(|(id, _)| id));
        }
        while self.gone.len() > limits::SCREEN_HITS_MAX {
            self.gone.pop_first();
        }
        Ok((fresh, back))
    }
}

/// Which list versions the watched subjects were last compared with.
#[derive(Debug, Default)]
pub(crate) struct Compared(std::sync::Mutex<Option<Vec<(String, String)>>>);

impl Compared {
    fn held(&self) -> std::sync::MutexGuard<'_, Option<Vec<(String, String)>>> {
        self.0
            .lock()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// Enrol a subject. It is compared with the lists at once, and after every change of a list.
///
/// # Errors
/// `NOT-ALLOWED`: only an officer, by name. `MISSING` or `CASE-REFERENCE` without a case, `DATE-PAST` or `UNTIL-TOO-FAR` for the
/// end, `MISSING` without a reason, `TOO-MANY` where the officer watches too many already; input errors `QUESTION` where
/// there is nothing to search by, `BIRTH-DATE`, `QUESTION-SIZE`.
pub async fn enrol(office: &Office, actor: &Actor, act: Enrol) -> Result<String> {
    let (now, state) = (office.now(), office.state().clone());
    let role = role_for(actor, Verb::ScreenWatch, &Object::check(&state), now)?;
    let officer = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let case = model::screening::case("case", &act.case)?;
    model::screening::reason("reason", &act.reason)?;
    model::screening::until("until", act.until, now, limits::WATCH_DAYS_MAX)?;
    let nothing = || {
        let what = "give a name or a document's number to watch for";
        Error::input("QUESTION", "question", what)
    };
    if !act.question.is_answerable() {
        return Err(nothing());
    }
    super::check::readable(&act.question)?;
    log::question_bytes(&act.question)?;
    let subject = Subject::of(office, &act.question)?.ok_or_else(nothing)?;
    let new = New {
        id: format!("watch:{}", act.act),
        kind: "watch",
        stage: LIVE,
        parent: Some(subject.record()),
        number: Some(case.clone()),
        due: act.until,
        at: now,
    };
    let watch = WatchBody {
        question: act.question,
        subject,
        case: case.clone(),
        reason: act.reason,
        seen: BTreeMap::new(),
        gone: BTreeSet::new(),
    };
    let record = new.record(office, &Whose::of(actor), &watch)?;
    let id = record.head.id.clone();
    let said = said(role, &id).with("case", case).with("until", act.until);
    let entry = office.entry(act.act, (actor, Verb::ScreenWatch), now, said);
    let claim = Office::claim(act.act, (actor, Verb::ScreenWatch), None);
    let enrolled = office
        .act(claim, move |tx| {
            Box::pin(async move {
                let officer = officer.to_string();
                let count = tx.count_at(("watch", LIVE), Some(&officer)).await?;
                if count >= limits::WATCHES_PER_OFFICER_MAX {
                    let max = limits::WATCHES_PER_OFFICER_MAX;
                    return Err(Refusal::new("TOO-MANY").with("max", max).into());
                }
                tx.put_record(&record).await?;
                Ok(tx.keep(entry, id).await?)
            })
        })
        .await?;
    *office.0.compared.held() = None;
    office.0.bell.lists.notify_one();
    Ok(enrolled)
}

fn said(role: Option<model::Role>, object: &str) -> Said {
    Said {
        role,
        purpose: Some(Purpose::Screening.code().to_owned()),
        ..Said::of(object)
    }
}

/// Stop watching a subject. The officer who enrolled it may, and case officers of the same authority.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND`, `STALE`.
pub async fn stop(office: &Office, actor: &Actor, act: Stop) -> Result<()> {
    let now = office.now();
    let claim = Office::claim(act.act, (actor, Verb::ScreenWatch), Some(act.watch.clone()));
    let (office_, actor_) = (office.clone(), actor.clone());
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                let (office, actor) = (&office_, &actor_);
                let live = |r: &Record| r.head.kind == "watch" && r.head.stage == LIVE;
                let record = tx.record(&act.watch).await?.filter(live);
                let record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
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
                let role = role_for(actor, Verb::ScreenWatch, &object, now)?;
                if record.head.version != act.version {
                    return Err(Refusal::new("STALE").into());
                }
                tx.destroy_record(&act.watch).await?;
                let said = said(role, &act.watch).with("stopped", 1);
                let entry = office.entry(act.act, (actor, Verb::ScreenWatch), now, said);
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}

/// Compare the watched subjects with the lists, if a list has changed since they last were; how many hits are new.
///
/// # Errors
/// If the store cannot be read or written.
pub async fn round(office: &Office) -> Result<usize> {
    let versions = super::versions(office);
    if office.0.compared.held().as_ref() == Some(&versions) {
        return Ok(0);
    }
    *office.0.compared.held() = Some(versions);
    let compared = all(office).await;
    if compared.is_err() {
        *office.0.compared.held() = None;
    }
    compared
}

/// Each by itself: one that cannot be read or compared hinders no other. What may pass is tried again with all of them.
async fn all(office: &Office) -> Result<usize> {
    let now = office.now();
    let (records, mut failed) = kept::all(office, (("watch", &[LIVE]), None)).await?;
    let (mut new, mut passing) = (0, None);
    for record in records {
        if record.head.due.is_none_or(|until| until <= now) {
            continue;
        }
        let id = record.head.id.clone();
        match compare(office, record).await {
            Ok(count) => new += count,
            Err(error) if kept::of_one(&error) => {
                failed += 1;
                kept::passed_over(office, &id, &error);
            }
            Err(error) => passing = Some(error),
        }
    }
    if failed > 0 {
        tracing::error!(
            count = failed,
            "watched subjects were not compared with the lists"
        );
    }
    passing.map_or(Ok(new), Err)
}

/// One watched subject: its question is on the log, and what is new or has changed goes into the queue.
async fn compare(office: &Office, mut record: Record) -> Result<usize> {
    let mut watch: WatchBody = body(&record)?;
    let whose = Whose::of_record(&record);
    let actor = Actor::worker(office.state(), WORKER);
    let (office_, asked, authority) = (office.clone(), watch.clone(), whose.authority.clone());
    let search = move || {
        let asked = (&asked.question, Some(&asked.subject));
        let until = (limits::SCREEN_HITS_MAX, Thresholds::default().check);
        let loaded = office_.0.screen.get();
        let at = (&office_, &*loaded);
        let (hits, left_out) = reviews::search(at, authority.as_deref(), asked, until)?;
        Ok::<_, Error>(Met {
            hits,
            left_out,
            lists: loaded.versions(),
            whole: loaded.lists.iter().all(|list| !list.damaged),
        })
    };
    let met = tokio::task::spawn_blocking(search)
        .await
        .map_err(|_| Error::Busy { retry_after_s: 1 })??;
    let before = (watch.seen.clone(), watch.gone.clone());
    let (fresh, back) = watch.take(&met)?;
    let mut noted = Noted::new(office, &actor, (Channel::Watch, watch.question.clone()));
    noted.case = Some(watch.case.clone());
    noted.subject = Some(watch.subject.clone());
    noted.lists = met.lists;
    noted.left_out = met.left_out.len();
    noted.whose = Some(whose);
    let noted = noted.with_hits(met.hits);
    let (now, (_, mut waiting)) = (noted.at, log::prepare(office, noted).await?);
    waiting.only((&fresh, back));
    if before == (watch.seen.clone(), watch.gone.clone()) {
        return log::send(office, waiting).await.map(|()| 0);
    }
    let group = log::alone(office, waiting)?;
    let until = record.head.due.unwrap_or(now);
    kept::next(&mut record, (LIVE, until, now));
    record.body = kept::written(&watch)?;
    let mut said = said(None, &record.head.id).with("new", fresh.len());
    said.note.extend(group.note());
    let entry = office.entry(office.new_act(), (&actor, Verb::ScreenNote), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                // Somebody may have stopped it meanwhile: then nothing is kept of what was found.
                let still = tx.record(&record.head.id).await?;
                if still.is_none_or(|r| r.head.version + 1 != record.head.version) {
                    return Err(Refusal::new("STALE").into());
                }
                group.put(tx).await?;
                tx.put_record(&record).await?;
                Ok(tx.keep(entry, fresh.len()).await?)
            })
        })
        .await
        .or_else(|error| match error.code() {
            "STALE" => Ok(0),
            _ => Err(error),
        })
}

/// Which watches are wanted.
#[derive(Debug, Clone, Default)]
pub struct WatchesWanted {
    /// Only this officer's.
    pub officer: Option<OfficerId>,
    /// Only for this case.
    pub case: Option<String>,
    /// Counted from 0.
    pub page: u32,
}

/// A watch with everything a page shows of it.
#[derive(Debug, Clone, Serialize)]
pub struct WatchLine {
    /// The watch's id.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// Who enrolled it.
    pub officer: Option<String>,
    /// Since when.
    pub at: Timestamp,
    /// Until when.
    pub until: Timestamp,
    /// Whether the reader enrolled it.
    pub mine: bool,
    /// Who is watched, for which case, why, and which records were found.
    #[serde(flatten)]
    pub body: WatchBody,
}

pub(crate) fn line(record: &Record, reader: Option<OfficerId>) -> Result<WatchLine> {
    let head = &record.head;
    Ok(WatchLine {
        id: head.id.clone(),
        version: head.version,
        mine: reader.is_some() && head.officer == reader.map(|id| id.to_string()),
        officer: head.officer.clone(),
        at: head.created,
        until: head.due.unwrap_or_else(|| days(head.created, 0)),
        body: body(record)?,
    })
}
