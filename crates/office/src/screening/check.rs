//! The check of a traveller, and its record.

use jiff::Timestamp;
use jiff::civil::Date;
use model::policy::role_for;
use model::screening::Channel;
use model::{ActId, Actor, Digest, Object, Purpose, QueryId, Refusal, Role, Verb};
use screen::entity::prop;
use screen::{Advice, Entity, Explanation, Hit, ListState, Mrz, Query, Thresholds};
use serde::{Deserialize, Serialize};
use store::Claim;

use super::log::{self, Noted};
use super::reviews::{self, LeftOut};
use super::subject::Subject;
use super::{Loaded, past};
use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// Records shown of one check.
const HITS_SHOWN_MAX: usize = 10;

/// Check a traveller or a name.
#[derive(Clone, Default)]
pub struct Check {
    /// The act; `None` makes a new one.
    pub act: Option<ActId>,
    /// A name, in any script.
    pub name: String,
    /// Birth date as known: exact, month, year.
    pub birth: Option<String>,
    /// Nationality.
    pub nationality: Option<String>,
    /// Number of the document.
    pub document: Option<String>,
    /// A machine readable zone, as the reader typed it.
    pub mrz: Option<String>,
    /// A day that is over: the lists are asked as they were in force at its end. `None` asks them as they are now.
    pub as_of: Option<Date>,
    /// What else is asked: the kind of record, and values by property.
    pub more: Query,
}

/// One record that may be the person.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct HitView {
    /// 0 to 1.
    pub score: f64,
    /// The record.
    pub entity: Entity,
    /// Why.
    pub explanation: Explanation,
}

/// The answer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckAnswer {
    /// Under this id the check is on record.
    pub query: QueryId,
    /// One of four, with what it rests on.
    pub advice: Advice,
    /// The records, best first.
    pub hits: Vec<HitView>,
    /// Records that a person found to be somebody else: not among the hits, and named.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    /// The travel document as read.
    pub mrz: Option<Mrz>,
    /// Why the travel document could not be read.
    pub mrz_error: Option<String>,
    /// With this salt, as hex, whoever asked can prove what was asked; it is given once.
    #[serde(default)]
    pub salt: Option<String>,
    /// When.
    pub at: Timestamp,
}

impl From<Hit> for HitView {
    fn from(hit: Hit) -> Self {
        Self {
            score: hit.score,
            entity: hit.entity,
            explanation: hit.explanation,
        }
    }
}

/// What is kept with the act: which record it is, and the commitment to the question. Its salt is destroyed within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    query: QueryId,
    question: Digest,
}

impl Asked {
    /// The record that this question has already. Another question under the same act is refused, and so is any question once
    /// nobody can say any more which it was.
    async fn same(self, office: &Office, question: &Query) -> Result<QueryId> {
        let salt = log::salt(office, self.query).await?;
        let same = match salt {
            Some(salt) => log::commitment(&salt, question)? == self.question,
            None => false,
        };
        match same {
            true => Ok(self.query),
            false => Err(Refusal::new("ACT-REUSED").into()),
        }
    }
}

/// Check a traveller. The check itself is a record and an entry, with purpose and list versions.
///
/// # Errors
/// `NOT-ALLOWED`; `ACT-REUSED` where the act asked something else before; input error `BIRTH-DATE` for a birth date that cannot be read: a check without it would tell fewer people
/// apart than the officer believes; `AS-OF` for a day that is not over. Where nothing was asked the answer is "cannot say".
pub async fn check(office: &Office, actor: &Actor, act: Check) -> Result<CheckAnswer> {
    let now = office.now();
    let state = office.state().clone();
    let role = role_for(actor, Verb::ScreenCheck, &Object::check(&state), now)?;
    readable(&typed(&act))?;
    let act_id = act.act.unwrap_or_else(|| office.new_act());
    let claim = Office::claim(act_id, (actor, Verb::ScreenCheck), None);
    // Before the lists are asked: nobody learns anything off the record.
    let asked = asked(&act);
    let before = match office.answered::<Option<Asked>>(claim.clone()).await? {
        Some(Some(before)) => Some(before.same(office, &asked).await?),
        Some(None) => return Err(Refusal::new("ACT-REUSED").into()),
        None => None,
    };
    let id = before.unwrap_or_else(|| QueryId::new(now, office.throw10()));
    let today = office.calendar(now).date(now);
    let subject = Subject::of(office, &sought(&act, today).0)?;
    let (loaded, then) = past::loaded(office, act.as_of, now).await?;
    let (office_, actor_, of) = (office.clone(), actor.clone(), subject.clone());
    let ask = move || {
        let who = (&office_, &actor_, of.as_ref());
        ask(&loaded, who, (&act, id, then, today))
    };
    let answer = tokio::task::spawn_blocking(ask).await;
    let mut answer = answer.map_err(|_| Error::Busy { retry_after_s: 1 })??;
    answer.at = now;
    crate::health::Counts::up(&office.0.counts.checks);
    if before.is_none() {
        let question = (asked, subject);
        record(office, actor, (role, claim, question), &mut answer).await?;
    }
    Ok(answer)
}

/// Whether a question's birth dates can be read: a check without one would tell fewer people apart than its author believes.
///
/// # Errors
/// Input error `BIRTH-DATE`.
pub(super) fn readable(question: &Query) -> Result<()> {
    match question.unread().first() {
        None => Ok(()),
        Some((_, text)) => {
            let what = format!("\"{text}\" is no date; write 1972-08-10, 1972-08 or 1972");
            Err(Error::input("BIRTH-DATE", "birth", what))
        }
    }
}

/// The question as it is committed to: what was typed, what a reader gave, and the past day it is about.
fn asked(act: &Check) -> Query {
    let mut question = typed(act);
    if let Some(zone) = act.mrz.as_deref() {
        question = question.with("mrz", zone);
    }
    if let Some(day) = act.as_of {
        question = question.with("asOf", &day.to_string());
    }
    question
}

/// What was typed, without what a document says. Where no kind is named, a name may be a person's or a group's: both are asked
/// for. A document is always a person's.
fn typed(act: &Check) -> Query {
    let mut query = act.more.clone().with(prop::NAME, &act.name);
    for (property, value) in [
        (prop::BIRTH_DATE, &act.birth),
        (prop::NATIONALITY, &act.nationality),
        (prop::PASSPORT_NUMBER, &act.document),
    ] {
        let value = value.as_deref().map(str::trim).filter(|v| !v.is_empty());
        if let Some(value) = value {
            query = query.with(property, value);
        }
    }
    query
}

fn ask(
    loaded: &Loaded,
    (office, actor, subject): (&Office, &Actor, Option<&Subject>),
    (act, id, at, today): (&Check, QueryId, Timestamp, Date),
) -> Result<CheckAnswer> {
    let (query, mrz, mrz_error) = sought(act, today);
    let thresholds = Thresholds::default();
    let until = (HITS_SHOWN_MAX, thresholds.check);
    let (hits, left_out) = reviews::search(
        (office, loaded),
        reviews::mine(actor),
        (&query, subject),
        until,
    )?;
    let lists: Vec<ListState> = loaded.lists.iter().map(|shown| shown.state(at)).collect();
    let unsure = mrz_error.is_some() || mrz.as_ref().is_some_and(|read| read.is_unsure());
    let advice = screen::decide(&query, &hits, &lists, &thresholds, unsure);
    Ok(CheckAnswer {
        query: id,
        advice,
        hits: hits.into_iter().map(HitView::from).collect(),
        left_out,
        mrz,
        mrz_error,
        salt: None,
        at,
    })
}

/// Who is meant: what was typed, and what the document says; the document as read, or why it could not be.
fn sought(act: &Check, today: Date) -> (Query, Option<Mrz>, Option<String>) {
    let query = typed(act);
    let zone = act.mrz.as_deref().filter(|text| !text.trim().is_empty());
    match zone.map(|text| screen::mrz::read(text, None)) {
        Some(Ok(read)) => (merged(query, read.query(day(today))), Some(read), None),
        Some(Err(error)) => (query, None, Some(error.to_string())),
        None => (query, None, None),
    }
}

fn day(date: Date) -> screen::dates::Day {
    let (month, day) = (
        u32::from(date.month().unsigned_abs()),
        u32::from(date.day().unsigned_abs()),
    );
    // A civil date is always a day; the default never stands.
    screen::dates::Day::new(i32::from(date.year()), month, day).unwrap_or(screen::dates::Day {
        year: 1,
        month: 1,
        day: 1,
    })
}

/// What the document says, and what was typed beside it.
fn merged(typed: Query, mut read: Query) -> Query {
    for (property, values) in typed.properties {
        read.properties.entry(property).or_default().extend(values);
    }
    read
}

async fn record(
    office: &Office,
    actor: &Actor,
    (role, claim, (asked, subject)): (Option<Role>, Claim, (Query, Option<Subject>)),
    answer: &mut CheckAnswer,
) -> Result<()> {
    let noted = Noted {
        id: answer.query,
        role,
        subject,
        hits: answer.hits.clone(),
        left_out: answer.left_out.len(),
        at: answer.at,
        ..Noted::new(office, actor, (Channel::Desk, asked.clone()))
    };
    let (receipt, waiting) = log::prepare(office, noted).await?;
    let mark = Asked {
        query: answer.query,
        question: waiting.question(),
    };
    let group = log::alone(office, waiting)?;
    let mut said = Said {
        role,
        purpose: Some(Purpose::Screening.code().to_owned()),
        ..Said::of(format!("query:{}", answer.query))
    }
    .with("answer", answer.advice.answer.code());
    for list in &answer.advice.lists {
        said = said.with(&format!("list.{}", list.list), &list.version);
    }
    if let Some(day) = asked.values("asOf").first() {
        said = said.with("as-of", day);
    }
    said.note.extend(group.note());
    said = said.with("hits", answer.hits.len());
    let entry = office.entry(claim.act, (actor, Verb::ScreenCheck), answer.at, said);
    let kept = office
        .act(claim, move |tx| {
            Box::pin(async move {
                group.put(tx).await?;
                Ok(tx.keep(entry, Some(mark)).await?)
            })
        })
        .await?;
    // Of two at once under one act the first is on record; this one answers under its id, or not at all.
    match kept {
        Some(first) if first == mark => answer.salt = Some(receipt.salt),
        Some(first) => answer.query = first.same(office, &asked).await?,
        None => return Err(Refusal::new("ACT-REUSED").into()),
    }
    Ok(())
}
