//! The door of programs: every question a program puts to the lists passes through [`ask`], with who asks, for which purpose and
//! which lists. What is worked out is bounded and done beside the threads that serve; what was asked is told in one place.
//!
//! The shapes of yente's API are `web`'s; what a query may hold is in `ask/query.rs`.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use jiff::Timestamp;
use model::policy::role_for;
use model::{Actor, Object, Purpose, Refusal, Verb};
use screen::catalogue::{Beside, Found, Nested, Resolved, SearchError, TextQuery};
use screen::ftm::{Property, Schema};
use screen::{Entity, Filter, Hit};

use super::keys::KeyMark;
use super::reviews;
use super::subject::Subject;
use super::{Loaded, live};
use crate::error::{Error, Result};
use crate::office::Office;

mod how;
mod lists;
mod noted;
mod query;

pub use super::log::Receipt;
pub use super::reviews::LeftOut;
pub use lists::{Dataset, EVERY, Library, SANCTIONS, library, mark, schemata};
pub use query::{Cleaned, QueryError, Strict, clean};
pub use screen::catalogue::is_target;
pub use screen::{Explanation, Query, ftm};

/// Answers told of each query when nothing is said.
pub const TOLD_USUAL: usize = 5;
/// The score that a program's call cuts at when nothing is said.
pub const CUT_USUAL: f64 = 0.7;
/// Records on one page of an answer when nothing is said.
pub const PAGE_USUAL: usize = 10;

/// What is shared of the lists with pages of programs: re-exported, so that `web` needs no room below.
pub mod found {
    pub use screen::catalogue::{Beside, Facet, FacetValue, Found, Nested, SearchError, TextQuery};
    pub use screen::{Entity, Explanation, Feature, FeatureKind, Hit, PartKind, PartMatch};
}

/// Who asks, and for what.
#[derive(Debug, Clone)]
pub struct Caller {
    /// The officer who asks, or who answers for the program that does.
    pub actor: Actor,
    /// Why.
    pub purpose: Purpose,
    /// The program's key; `None` where an officer asks.
    pub key: Option<KeyMark>,
}

/// A question to the lists.
#[derive(Debug, Clone)]
pub enum Question {
    /// Who on the lists may be meant.
    Match(Box<Matching>),
    /// Records with these words.
    Search(Box<TextQuery>),
    /// Records whose names begin so.
    Suggest {
        /// What was typed.
        text: String,
        /// At most so many.
        limit: usize,
    },
    /// Records by id; ids that were merged are told as such.
    Records(Vec<String>),
    /// A record with what stands beside it.
    Nested(String),
    /// What every link of a record leads to, a page of each.
    Adjacent(String, Page),
    /// What one link of a record leads to.
    Beside(String, String, Page),
}

/// A page of an answer.
#[derive(Debug, Clone, Copy)]
pub struct Page {
    /// Answers left out at the beginning.
    pub offset: usize,
    /// Answers given.
    pub limit: usize,
}

/// Somebody who is looked for.
#[derive(Debug, Clone, Default)]
pub struct Sought {
    /// Described so.
    pub query: Query,
    /// The program's own reference, the same each time it asks about the same one; `None` where it gives none.
    pub reference: Option<String>,
}

/// Who on the lists may be meant by each of the queries.
#[derive(Debug, Clone, Default)]
pub struct Matching {
    /// The queries.
    pub queries: Vec<Sought>,
    /// Which records may answer, beside the dataset asked.
    pub among: Among,
    /// Records looked at for each query at most, so that their number can be told.
    pub limit: usize,
    /// So many of them are told, the best.
    pub told: usize,
    /// No answer at or below this score, nor anything looked at below it.
    pub cutoff: f64,
    /// From this score on a record is a hit: a person decides about it.
    pub threshold: f64,
}

/// What one query is answered.
#[derive(Debug, Clone, Default)]
pub struct Hits {
    /// The best first.
    pub hits: Vec<Hit>,
    /// Records that a person found to be somebody else: not among the hits, and named.
    pub left_out: Vec<LeftOut>,
}

/// Which records may answer.
#[derive(Debug, Clone, Default)]
pub struct Among {
    /// Of the datasets asked, only these; empty for all.
    pub include: Vec<String>,
    /// Of the datasets asked, not these.
    pub exclude: Vec<String>,
    /// No record of exactly these schemata.
    pub not_schemas: Vec<String>,
    /// Records with at least one of these topics; empty for all.
    pub topics: Vec<String>,
    /// Records that changed at this moment or later.
    pub changed_since: Option<String>,
    /// None of these records, by id or an id that was merged.
    pub not_ids: Vec<String>,
}

/// What the lists answer.
#[derive(Debug, Clone)]
pub enum Answer {
    /// What each query is answered.
    Hits(Vec<Hits>),
    /// What was found, and the records of the page.
    Found(Box<Found>, Vec<Entity>),
    /// Records, in the order of the ids; what is not there is `None`.
    Records(Vec<Option<Entity>>),
    /// The record of that id was merged into this one.
    Merged(String),
    /// A record with what stands beside it.
    Nested(Box<Nested>),
    /// A record, and a page of what each of its links leads to.
    Adjacent(Box<Entity>, BTreeMap<&'static str, Beside>),
    /// A page of what one link leads to.
    Beside(Beside),
}

impl Answer {
    /// Ids of what was looked up by id or words, as the log keeps them; none where queries were compared.
    fn looked_up(&self) -> Vec<String> {
        let plain = |entity: &Entity| entity.id.clone();
        match self {
            Answer::Hits(_) => Vec::new(),
            Answer::Found(_, entities) => entities.iter().map(plain).collect(),
            Answer::Records(entities) => entities.iter().flatten().map(plain).collect(),
            Answer::Merged(id) => vec![id.clone()],
            Answer::Nested(nested) => vec![plain(&nested.entity)],
            Answer::Adjacent(entity, _) => vec![plain(entity)],
            Answer::Beside(beside) => {
                let results = beside.results.iter();
                results.map(|nested| plain(&nested.entity)).collect()
            }
        }
    }
}

/// A version of a list that was asked.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct ListAsked {
    /// Short name.
    pub name: String,
    /// Its version, with the beginning of its file's SHA-256.
    pub version: String,
    /// Records in it.
    pub records: usize,
    /// Its file cannot be read: what it holds was not asked.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub damaged: bool,
}

/// An answer, and of which versions of which lists.
#[derive(Debug, Clone)]
pub struct Answered {
    /// When.
    pub at: Timestamp,
    /// The versions asked.
    pub lists: Vec<ListAsked>,
    /// The answer.
    pub answer: Answer,
    /// For each query, or for the one question, where it stands on the log and the salt of its commitment.
    pub receipts: Vec<Receipt>,
}

impl Answered {
    /// What each query is answered, with its receipt; nothing where something else was asked.
    pub fn each(&self) -> impl Iterator<Item = (&Hits, &Receipt)> {
        let all = match &self.answer {
            Answer::Hits(all) => all.as_slice(),
            _ => &[],
        };
        all.iter().zip(&self.receipts)
    }
}

/// So many questions are worked on at once: one a core.
pub(crate) fn at_once() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}

/// Ask the lists. `dataset` is a list, a source that records name, or one of the collections [`EVERY`] and [`SANCTIONS`]. Every
/// question is on the log before it is answered, and on disk within a second.
///
/// # Errors
/// Refusals `NOT-ALLOWED`, `NOT-FOUND` (no such dataset, record or link); input error `SEARCH` for a search that cannot be read;
/// `QUESTION-SIZE`, `SUBJECT` for a question or reference that is too large; busy where the log cannot take it.
pub async fn ask(
    office: &Office,
    caller: &Caller,
    dataset: &str,
    question: Question,
) -> Result<Answered> {
    let at = office.now();
    let state = office.state().clone();
    let role = role_for(&caller.actor, Verb::ScreenCheck, &Object::check(&state), at)?;
    let mut loaded = office.0.screen.get();
    if !loaded.answers(dataset, &question) {
        loaded = live::with_catalogue(office).await?;
    }
    let scope = loaded.scope(dataset);
    let scope = scope.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    let lists = loaded.asked(&scope);
    let turn = Arc::clone(&office.0.asking).acquire_owned().await;
    let turn = turn.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    let (office_, actor) = (office.clone(), caller.actor.clone());
    let work = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        let answer = loaded.answer((&office_, &actor), &scope, &question);
        let answer = live::sound(&office_, &loaded).and(answer);
        // The old lists are let go here too, not on a thread that serves.
        drop(loaded);
        (answer, question)
    });
    let (answer, question) = work.await.map_err(|_| Error::Busy { retry_after_s: 1 })?;
    // That a record is not there is an answer too.
    let not_there = |error: &Error| error.refusal().is_some_and(|r| r.code == "NOT-FOUND");
    let (answer, gone) = match answer {
        Err(error) if not_there(&error) => (Answer::Records(Vec::new()), Some(error)),
        answer => (answer?, None),
    };
    let mut answered = Answered {
        at,
        lists,
        answer,
        receipts: Vec::new(),
    };
    answered.receipts = noted::note(office, (caller, role, dataset), (question, &answered)).await?;
    match gone {
        Some(error) => Err(error),
        None => Ok(answered),
    }
}

impl Loaded {
    /// Whether this question can be answered now: most want the catalogue, which is not there at once after a start.
    fn answers(&self, dataset: &str, question: &Question) -> bool {
        let of_lists = dataset == EVERY || self.lists.iter().any(|list| list.id == dataset);
        self.catalogue.is_some() || (of_lists && matches!(question, Question::Match(_)))
    }

    fn open(&self, id: &str) -> Option<Entity> {
        self.entity(id)
    }

    fn answer(
        &self,
        who: (&Office, &Actor),
        scope: &BTreeSet<String>,
        question: &Question,
    ) -> Result<Answer> {
        let open = |id: &str| self.open(id);
        let gone = || Error::from(Refusal::new("NOT-FOUND"));
        Ok(match question {
            Question::Match(matching) => Answer::Hits(self.hits(who, scope, matching)?),
            Question::Search(query) => {
                let mut query = TextQuery::clone(query);
                query.datasets = match query.datasets.is_empty() {
                    true => scope.clone(),
                    false => &query.datasets & scope,
                };
                let found = self.words().search(&query, &open).map_err(unread)?;
                let records = found.ids.iter().filter_map(|id| self.open(id)).collect();
                Answer::Found(Box::new(found), records)
            }
            Question::Suggest { text, limit } => {
                let ids = self.words().suggest(text, scope, *limit);
                Answer::Records(ids.iter().map(|id| self.open(id)).collect())
            }
            Question::Records(ids) => {
                if let [id] = ids.as_slice()
                    && let Some(to) = self.merged(id)
                {
                    return Ok(Answer::Merged(to));
                }
                Answer::Records(ids.iter().map(|id| self.open(id)).collect())
            }
            Question::Nested(id) => match self.merged(id) {
                Some(to) => Answer::Merged(to),
                None => {
                    let nested = self.words().nested(id, &open).ok_or_else(gone)?;
                    Answer::Nested(Box::new(nested))
                }
            },
            Question::Adjacent(id, page) => match self.merged(id) {
                Some(to) => Answer::Merged(to),
                None => {
                    let page = (page.offset, page.limit);
                    let all = self.words().adjacent(id, page, &open);
                    let (entity, all) = all.ok_or_else(gone)?;
                    Answer::Adjacent(Box::new(entity), all)
                }
            },
            Question::Beside(id, property, page) => match self.merged(id) {
                Some(to) => Answer::Merged(to),
                None => {
                    let entity = self.open(id).ok_or_else(gone)?;
                    let link = link(&entity, property).ok_or_else(gone)?;
                    let page = (page.offset, page.limit);
                    let beside = self.words().beside(&entity, link, page, &open);
                    Answer::Beside(beside.ok_or_else(gone)?)
                }
            },
        })
    }

    fn merged(&self, id: &str) -> Option<String> {
        match self.words().resolve(id, &|id| self.open(id)) {
            Some(Resolved::Merged(to)) => Some(to),
            _ => None,
        }
    }

    fn hits(
        &self,
        (office, actor): (&Office, &Actor),
        scope: &BTreeSet<String>,
        matching: &Matching,
    ) -> Result<Vec<Hits>> {
        let filter = matching.among.filter(scope);
        let until = ((matching.limit, matching.cutoff), &filter);
        let one = |sought: &Sought| {
            let subjects = sought.subjects(office)?;
            let asked = (&sought.query, subjects.as_slice());
            let at = (office, self);
            let (hits, left_out) = reviews::search_among(at, reviews::mine(actor), asked, until)?;
            Ok(Hits { hits, left_out })
        };
        matching.queries.iter().map(one).collect()
    }
}

impl Sought {
    /// The marks by which reviews know who is looked for, the one that hits are kept under first; none where nothing is asked.
    fn subjects(&self, office: &Office) -> Result<Vec<Subject>> {
        let reference = self.reference.as_deref().map(str::trim);
        match reference.filter(|reference| !reference.is_empty()) {
            Some(reference) => Subject::referred(office, reference, &self.query),
            None => Ok(Subject::of(office, &self.query)?.into_iter().collect()),
        }
    }
}

fn link(entity: &Entity, property: &str) -> Option<&'static Property> {
    let link = Schema::of(&entity.schema)?.property(property)?;
    (link.type_name == "entity").then_some(link)
}

fn unread(error: SearchError) -> Error {
    Error::input("SEARCH", "q", error.to_string())
}

impl Among {
    /// The scope, narrowed: what is left out goes before what is let in.
    pub fn of(&self, scope: &BTreeSet<String>) -> BTreeSet<String> {
        let named = |names: &[String], name: &String| names.contains(name);
        let included = |name: &&String| self.include.is_empty() || named(&self.include, name);
        scope
            .iter()
            .filter(included)
            .filter(|name| !named(&self.exclude, name))
            .cloned()
            .collect()
    }

    fn filter(&self, scope: &BTreeSet<String>) -> Filter {
        Filter {
            datasets: Some(self.of(scope)),
            not_schemas: self.not_schemas.iter().cloned().collect(),
            topics: self.topics.iter().cloned().collect(),
            changed_since: self.changed_since.clone(),
            not_ids: self.not_ids.iter().cloned().collect::<HashSet<_>>(),
            ..Filter::default()
        }
    }
}
