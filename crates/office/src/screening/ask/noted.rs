//! What a program asked and was answered, as the log takes it: a row for each query, whoever asks it and however many at once.

use model::Role;
use model::screening::Channel;
use screen::Query;

use super::{Answer, Answered, Caller, Hits, Matching, Question, Sought, how};
use crate::error::Result;
use crate::office::Office;
use crate::screening::log::{self, Noted, Receipt};

/// Note a question with what it is answered. It returns before the log is on disk; where it fails, nothing must be answered.
///
/// # Errors
/// As [`log::note_all`].
pub(super) async fn note(
    office: &Office,
    (caller, role, dataset): (&Caller, Option<Role>, &str),
    (question, answered): (Question, &Answered),
) -> Result<Vec<Receipt>> {
    let lists = answered.lists.iter().filter(|list| !list.damaged);
    let lists: Vec<(String, String)> = lists
        .map(|list| (list.name.clone(), list.version.clone()))
        .collect();
    let key = caller.key.as_ref();
    let row = |question: Query| Noted {
        role,
        purpose: caller.purpose,
        lists: lists.clone(),
        dataset: Some(dataset.to_owned()),
        program: key.map(|key| key.id.clone()),
        at: answered.at,
        ..Noted::new(office, &caller.actor, (Channel::Program, question))
    };
    let rows: Vec<Noted> = match (question, &answered.answer) {
        (Question::Match(matching), Answer::Hits(all)) => {
            let (cut, with) = ((matching.cutoff, matching.told), how::matched(&matching));
            let row = |question| Noted {
                with: with.clone(),
                ..row(question)
            };
            let Matching { queries, .. } = *matching;
            let pairs = queries.into_iter().zip(all);
            pairs
                .map(|(sought, hits)| compared(office, (sought, hits), cut, &row))
                .collect::<Result<_>>()?
        }
        (question, answer) => vec![Noted {
            looked_up: answer.looked_up(),
            with: how::looked_up(&question),
            ..row(in_words(question))
        }],
    };
    for _ in &rows {
        crate::health::Counts::up(&office.0.counts.checks);
    }
    tracing::debug!(
        actor = caller.actor.ledger_name(),
        key = key.map(|key| key.id.as_str()),
        purpose = caller.purpose.code(),
        queries = rows.len(),
        "a program asked the lists"
    );
    log::note_all(office, rows).await
}

/// The row of a query that was compared: with what is told of its hits, and no more.
fn compared(
    office: &Office,
    (sought, found): (Sought, &Hits),
    (cutoff, told): (f64, usize),
    row: &impl Fn(Query) -> Noted,
) -> Result<Noted> {
    let subject = sought.subjects(office)?.into_iter().next();
    let hits = found.hits.iter().filter(|hit| hit.score > cutoff);
    let noted = Noted {
        subject,
        // What is kept of a question is the node's to say, not the caller's.
        threshold: screen::Thresholds::default().check,
        left_out: found.left_out.len(),
        ..row(sought.query)
    };
    Ok(noted.with_hits(hits.take(told).cloned()))
}

/// A question that compares nothing, as it is committed to: `q`, `prefix`, `id` and `property` with what was asked; how it was
/// asked stands beside it ([`how`]).
fn in_words(question: Question) -> Query {
    let with = |name: &str, values: Vec<String>| Query {
        properties: [(name.to_owned(), values)].into(),
        ..Query::default()
    };
    match question {
        Question::Match(_) => Query::default(),
        Question::Search(search) => Query {
            schema: search.schema.clone(),
            ..with("q", vec![search.text])
        },
        Question::Suggest { text, .. } => with("prefix", vec![text]),
        Question::Records(ids) => with("id", ids),
        Question::Nested(id) | Question::Adjacent(id, _) => with("id", vec![id]),
        Question::Beside(id, property, _) => with("id", vec![id]).with("property", &property),
    }
}
