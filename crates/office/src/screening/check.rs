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
use crate::cards::{self, MetCard};
use crate::error::{Doing, Error, Result};
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
    /// Cards that other States, or this one, have shared with the front line, and that may be about whoever was asked for.
    #[serde(default)]
    pub cards: Vec<MetCard>,
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

impl From<HitView> for Hit {
    fn from(view: HitView) -> Self {
        Self {
            score: view.score,
            entity: view.entity,
            explanation: view.explanation,
        }
    }
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

/// What is kept with the act: which record it is, the commitment to the question, and what the row says of the answer. The salt is
/// destroyed within a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    query: QueryId,
    question: Digest,
    /// Digest of list versions and records answered; an act of before this was kept has none.
    #[serde(default)]
    answer: Option<Digest>,
}

impl Asked {
    /// Another question under the same act is refused, and so is any question once nobody can say any more which it was.
    async fn is_of(self, office: &Office, question: &Query) -> Result<()> {
        let salt = log::salt(office, self.query).await?;
        let same = match salt {
            Some(salt) => log::commitment(&salt, question)? == self.question,
            None => false,
        };
        match same {
            true => Ok(()),
            false => Err(Refusal::new("ACT-REUSED").into()),
        }
    }
}

/// List versions with their names, as a row names them.
type Versions = Vec<(String, String)>;

/// What is on record of an answer, as a digest: the versions asked, the records answered with their scores, how many were left out,
/// and the advice with its reason, which the age of the lists changes too.
fn said_of(lists: &Versions, answer: &CheckAnswer) -> Result<Digest> {
    let hits = answer.hits.iter();
    let hits: Vec<_> = hits
        .map(|hit| (&hit.entity.id, log::points(hit.score)))
        .collect();
    let advice = (answer.advice.answer, answer.advice.reason);
    let cards = answer.cards.iter();
    let cards: Vec<_> = cards
        .map(|met| (met.id, log::points(met.hit.score), &met.actions))
        .collect();
    let value = serde_json::json!([lists, hits, answer.left_out.len(), advice, cards]);
    let bytes = seal::canonical_json(&value).doing("write an answer in its canonical form")?;
    Ok(seal::sha256(&bytes))
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
    let before = office.answered::<Option<Asked>>(claim.clone()).await?;
    if let Some(before) = before {
        let before = before.ok_or_else(|| Refusal::new("ACT-REUSED"))?;
        before.is_of(office, &asked).await?;
    }
    let id = QueryId::new(now, office.throw10());
    let today = office.calendar().date(now);
    let subject = Subject::of(office, &sought(&act, today).0)?;
    let (loaded, then) = past::loaded(office, act.as_of, now).await?;
    let (office_, actor_, of) = (office.clone(), actor.clone(), subject.clone());
    let lists = loaded.versions();
    let cards = met(office, actor, &act, today).await?;
    let ask = move || {
        let who = (&office_, &actor_, of.as_ref());
        ask(&loaded, who, (&act, id, then, today), cards)
    };
    let answer = tokio::task::spawn_blocking(ask).await;
    let mut answer = answer.map_err(|_| Error::Busy { retry_after_s: 1 })??;
    answer.at = now;
    crate::health::Counts::up(&office.0.counts.checks);
    let row = Row {
        asked,
        subject,
        lists,
        role,
    };
    on_record(office, actor, (claim, before.flatten(), &row), &mut answer).await?;
    Ok(answer)
}

/// What the row of a check says beside its answer.
struct Row {
    asked: Query,
    subject: Option<Subject>,
    lists: Versions,
    role: Option<Role>,
}

/// See that the log says what is answered. An act that was done before answers under its row where that says the same; where a list
/// has changed since, or a person has decided, the answer is another one, and it gets a row of its own.
async fn on_record(
    office: &Office,
    actor: &Actor,
    (mut claim, mut first, row): (Claim, Option<Asked>, &Row),
    answer: &mut CheckAnswer,
) -> Result<()> {
    let said = said_of(&row.lists, answer)?;
    loop {
        if let Some(first) = first {
            first.is_of(office, &row.asked).await?;
            if first.answer == Some(said) {
                answer.query = first.query;
                return Ok(());
            }
            claim = Office::claim(office.new_act(), (actor, Verb::ScreenCheck), None);
            answer.query = QueryId::new(answer.at, office.throw10());
        }
        // Of two at once under one act the first is on record.
        first = record(office, actor, (claim.clone(), row, said), answer).await?;
        if first.is_none() {
            return Ok(());
        }
    }
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
    cards: Vec<MetCard>,
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
    // A card counts as a record of a list does, but for one that says who is somebody else.
    let shared = cards.iter().filter(|met| met.excluded.is_empty());
    let all: Vec<Hit> = hits
        .iter()
        .cloned()
        .chain(shared.map(|met| met.hit.clone().into()))
        .collect();
    let advice = screen::decide(&query, &all, &lists, &thresholds, unsure);
    Ok(CheckAnswer {
        query: id,
        advice,
        hits: hits.into_iter().map(HitView::from).collect(),
        left_out,
        cards,
        mrz,
        mrz_error,
        salt: None,
        at,
    })
}

/// Cards that may be about whoever is asked for. Of a past day only the lists are asked.
async fn met(office: &Office, actor: &Actor, act: &Check, today: Date) -> Result<Vec<MetCard>> {
    if act.as_of.is_some() {
        return Ok(Vec::new());
    }
    let query = sought(act, today).0;
    cards::met(office, actor, (query, Thresholds::default().check)).await
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

/// Write the row; what the act has on record already where it is another's.
async fn record(
    office: &Office,
    actor: &Actor,
    (claim, row, said_of): (Claim, &Row, Digest),
    answer: &mut CheckAnswer,
) -> Result<Option<Asked>> {
    let noted = Noted {
        id: answer.query,
        role: row.role,
        subject: row.subject.clone(),
        lists: row.lists.clone(),
        hits: answer.hits.clone(),
        looked_up: answer
            .cards
            .iter()
            .map(|met| met.hit.entity.id.clone())
            .collect(),
        left_out: answer.left_out.len(),
        at: answer.at,
        ..Noted::new(office, actor, (Channel::Desk, row.asked.clone()))
    };
    let (receipt, waiting) = log::prepare(office, noted).await?;
    let mark = Asked {
        query: answer.query,
        question: waiting.question(),
        answer: Some(said_of),
    };
    let group = log::alone(office, waiting)?;
    let mut said = Said {
        role: row.role,
        purpose: Some(Purpose::Screening.code().to_owned()),
        ..Said::of(format!("query:{}", answer.query))
    }
    .with("answer", answer.advice.answer.code());
    for list in &answer.advice.lists {
        said = said.with(&format!("list.{}", list.list), &list.version);
    }
    if let Some(day) = row.asked.values("asOf").first() {
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
    match kept {
        Some(first) if first == mark => {
            answer.salt = Some(receipt.salt);
            Ok(None)
        }
        Some(first) => Ok(Some(first)),
        None => Err(Refusal::new("ACT-REUSED").into()),
    }
}
