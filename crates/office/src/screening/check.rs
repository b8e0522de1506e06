//! The check of a traveller, and its record.

use jiff::Timestamp;
use jiff::civil::Date;
use model::policy::role_for;
use model::{ActId, Actor, Class, Digest, Label, Object, Purpose, QueryId, Refusal, Role, Verb};
use screen::entity::prop;
use screen::{Advice, Entity, Explanation, ListState, Mrz, Query, Thresholds};
use serde::{Deserialize, Serialize};
use store::{Claim, Record, RecordHead};

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
    /// The travel document as read.
    pub mrz: Option<Mrz>,
    /// Why the travel document could not be read.
    pub mrz_error: Option<String>,
    /// When.
    pub at: Timestamp,
}

/// What is kept with the act: which record it is, and a mark of the question. The mark is salted with the record's id, so that
/// equal questions do not look alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Asked {
    query: QueryId,
    question: Digest,
}

impl Asked {
    fn of(query: QueryId, act: &Check) -> Self {
        let mut text = serde_json::json!([
            query,
            act.name,
            act.birth,
            act.nationality,
            act.document,
            act.mrz
        ]);
        if let (Some(day), Some(asked)) = (act.as_of, text.as_array_mut()) {
            asked.push(day.to_string().into());
        }
        let question = seal::sha256(text.to_string().as_bytes());
        Self { query, question }
    }

    /// The record that this question has already; another question under the same act is refused.
    fn same(asked: Option<Self>, act: &Check) -> Result<QueryId> {
        asked
            .filter(|asked| *asked == Self::of(asked.query, act))
            .map(|asked| asked.query)
            .ok_or_else(|| Refusal::new("ACT-REUSED").into())
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
    if let Some((_, text)) = typed(&act).unread().first() {
        let what = format!("\"{text}\" is no date; write 1972-08-10, 1972-08 or 1972");
        return Err(Error::input("BIRTH-DATE", "birth", what));
    }
    let act_id = act.act.unwrap_or_else(|| office.new_act());
    let claim = Office::claim(act_id, (actor, Verb::ScreenCheck), None);
    // Before the lists are asked: nobody learns anything off the record.
    let before = match office.answered::<Option<Asked>>(claim.clone()).await? {
        Some(asked) => Some(Asked::same(asked, &act)?),
        None => None,
    };
    let id = before.unwrap_or_else(|| QueryId::new(now, office.throw10()));
    let today = office.calendar(now).date(now);
    let (loaded, of) = past::loaded(office, act.as_of, now).await?;
    let question = act.clone();
    let answer = tokio::task::spawn_blocking(move || ask(&loaded, &question, (id, of, today)));
    let mut answer = answer.await.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    answer.at = now;
    crate::health::Counts::up(&office.0.counts.checks);
    if before.is_none() {
        let asked = record(office, actor, (role, claim, &act), &answer).await?;
        answer.query = Asked::same(asked, &act)?;
    }
    Ok(answer)
}

/// What was typed, without what a document says. A name alone may be a person's or a group's: both kinds are asked for. A
/// document is always a person's.
fn typed(act: &Check) -> Query {
    let mut query = Query::default().with(prop::NAME, &act.name);
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

fn ask(loaded: &Loaded, act: &Check, (id, at, today): (QueryId, Timestamp, Date)) -> CheckAnswer {
    let mut query = typed(act);
    let (mut mrz, mut mrz_error) = (None, None);
    match act
        .mrz
        .as_deref()
        .filter(|text| !text.trim().is_empty())
        .map(|text| screen::mrz::read(text, None))
    {
        Some(Ok(read)) => {
            query = merged(query, read.query(day(today)));
            mrz = Some(read);
        }
        Some(Err(error)) => mrz_error = Some(error.to_string()),
        None => {}
    }
    let thresholds = Thresholds::default();
    let hits = loaded
        .index
        .search(&query, HITS_SHOWN_MAX, thresholds.check);
    let lists: Vec<ListState> = loaded.lists.iter().map(|shown| shown.state(at)).collect();
    let unsure = mrz_error.is_some() || mrz.as_ref().is_some_and(|read| read.is_unsure());
    let advice = screen::decide(&query, &hits, &lists, &thresholds, unsure);
    let hits = hits
        .into_iter()
        .map(|hit| HitView {
            score: hit.score,
            entity: hit.entity,
            explanation: hit.explanation,
        })
        .collect();
    CheckAnswer {
        query: id,
        advice,
        hits,
        mrz,
        mrz_error,
        at,
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
    (role, claim, act): (Option<Role>, Claim, &Check),
    answer: &CheckAnswer,
) -> Result<Option<Asked>> {
    let now = answer.at;
    let id = format!("query:{}", answer.query);
    let body = serde_json::json!({
        "name": act.name, "birth": act.birth, "nationality": act.nationality, "document": act.document, "mrz": act.mrz,
        "answer": answer.advice.answer, "hits": answer.hits.iter().map(|h| (h.entity.id.clone(), h.score)).collect::<Vec<_>>(),
    });
    let code = serde_json::to_value(answer.advice.answer)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default();
    let mut label = Label::own(office.state(), Class::Restricted);
    label.purposes = Some([Purpose::Screening, Purpose::Oversight].into());
    let head = RecordHead {
        id: id.clone(),
        version: 1,
        kind: "query".to_owned(),
        owner: office.state().to_string(),
        label,
        review_by: Some(now + jiff::SignedDuration::from_hours(24 * 30)),
        parent: None,
        stage: code.clone(),
        side: None,
        authority: actor.authority().map(ToString::to_string),
        counterpart: None,
        number: None,
        urgency: 0,
        due: None,
        officer: actor.officer().map(|o| o.to_string()),
        created: now,
        updated: now,
    };
    let record = Record {
        head,
        body: body.to_string().into_bytes(),
    };
    let mut said = Said {
        role,
        purpose: Some(Purpose::Screening.code().to_owned()),
        ..Said::of(id)
    }
    .with("answer", code)
    .with("hits", answer.hits.len());
    if let Some(day) = act.as_of {
        said = said.with("as-of", day);
    }
    for list in &answer.advice.lists {
        said = said.with(&format!("list.{}", list.list), &list.version);
    }
    let asked = Some(Asked::of(answer.query, act));
    let entry = office.entry(claim.act, (actor, Verb::ScreenCheck), now, said);
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                tx.put_record(&record).await?;
                Ok(tx.keep(entry, asked).await?)
            })
        })
        .await
}
