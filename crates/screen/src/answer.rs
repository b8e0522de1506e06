//! What an officer is told: one of four answers, decided from hits, thresholds and the age of the lists.
//!
//! It is advice, and there is no fifth answer: "no record as of ..." says what was looked at and when; nobody is ever "cleared".
//! The words in six languages are the page's.

use serde::{Deserialize, Serialize};

use crate::index::{Hit, Query};

/// The four answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// No record on these lists, as of their day.
    NoRecord,
    /// A person should look.
    Check,
    /// So much agrees that the traveller should not go on before a person has looked.
    Stop,
    /// The question or the lists do not allow an answer.
    CannotSay,
}

impl Answer {
    /// Stable code for texts and logs, the same as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Answer::NoRecord => "no-record",
            Answer::Check => "check",
            Answer::Stop => "stop",
            Answer::CannotSay => "cannot-say",
        }
    }
}

/// Why the answer is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Nothing at or above the threshold.
    NothingFound,
    /// A hit at or above the threshold for a look.
    Likely,
    /// A hit at or above the threshold for a stop.
    VeryLikely,
    /// No list is loaded.
    NoList,
    /// A list is older than allowed, or its age is not known.
    ListTooOld,
    /// There is neither name nor document number in the question.
    NothingAsked,
    /// The document could not be read with certainty.
    DocumentUnsure,
}

impl Reason {
    /// Stable code for texts and logs, the same as in JSON.
    pub fn code(self) -> &'static str {
        match self {
            Reason::NothingFound => "nothing-found",
            Reason::Likely => "likely",
            Reason::VeryLikely => "very-likely",
            Reason::NoList => "no-list",
            Reason::ListTooOld => "list-too-old",
            Reason::NothingAsked => "nothing-asked",
            Reason::DocumentUnsure => "document-unsure",
        }
    }
}

/// When to say what.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Thresholds {
    /// From this score on a person should look.
    pub check: f64,
    /// From this score on the traveller should wait. Names alone never reach it.
    pub stop: f64,
    /// A list older than this many days does not support "no record".
    pub list_age_days_max: u32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Thresholds {
            check: 0.70,
            stop: 0.93,
            list_age_days_max: 30,
        }
    }
}

/// A list as it is loaded. The caller, who has the clock, works out the age.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListState {
    /// Short name.
    pub list: String,
    /// Version as answers name it.
    pub version: String,
    /// The day the list was made, `2026-02-27`.
    pub day: String,
    /// Days since it was last known to be current; `None` where that is not known.
    pub age_days: Option<u32>,
    /// Records in it.
    pub records: usize,
}

/// The answer, with what it rests on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Advice {
    /// One of four.
    pub answer: Answer,
    /// Why.
    pub reason: Reason,
    /// "No record as of" this day: the oldest day of the lists looked at, of those that have one. Empty where none has.
    pub as_of: String,
    /// Lists and versions looked at.
    pub lists: Vec<ListState>,
    /// Score of the best hit.
    pub score: Option<f64>,
}

/// Decides. `document_unsure` says that a machine readable zone was read with failing check digits or a doubtful layout.
/// A hit counts whatever else is wrong; the absence of one counts only where question and lists are sound.
pub fn decide(
    query: &Query,
    hits: &[Hit],
    lists: &[ListState],
    thresholds: &Thresholds,
    document_unsure: bool,
) -> Advice {
    let best = hits
        .iter()
        .map(|hit| hit.score)
        .fold(None, |best: Option<f64>, s| {
            Some(best.map_or(s, |b| b.max(s)))
        });
    let too_old = |list: &ListState| {
        list.age_days
            .is_none_or(|days| days > thresholds.list_age_days_max)
    };
    let (answer, reason) = match best {
        Some(score) if score >= thresholds.stop => (Answer::Stop, Reason::VeryLikely),
        Some(score) if score >= thresholds.check => (Answer::Check, Reason::Likely),
        _ if !query.is_answerable() => (Answer::CannotSay, Reason::NothingAsked),
        _ if lists.is_empty() || lists.iter().all(|list| list.records == 0) => {
            (Answer::CannotSay, Reason::NoList)
        }
        _ if lists.iter().any(too_old) => (Answer::CannotSay, Reason::ListTooOld),
        _ if document_unsure => (Answer::CannotSay, Reason::DocumentUnsure),
        _ => (Answer::NoRecord, Reason::NothingFound),
    };
    let as_of = lists
        .iter()
        .map(|list| list.day.as_str())
        .filter(|day| !day.is_empty())
        .min()
        .unwrap_or_default()
        .to_owned();
    Advice {
        answer,
        reason,
        as_of,
        lists: lists.to_vec(),
        score: best,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::Entity;
    use crate::index::{Explanation, Query};

    fn list(age_days: Option<u32>, records: usize) -> Vec<ListState> {
        let (list, version) = ("un-sc".to_owned(), "1".to_owned());
        vec![ListState {
            list,
            version,
            day: "2026-02-27".into(),
            age_days,
            records,
        }]
    }

    #[test]
    fn four_answers() {
        use Answer::{CannotSay, Check, NoRecord, Stop};
        use Reason::*;
        let entity = Entity::default();
        let (named, blank) = (Query::person("Eric Badege"), Query::person("()"));
        let sound = || list(Some(1), 9);
        for (query, score, lists, unsure, expect) in [
            (&named, None, sound(), false, (NoRecord, NothingFound)),
            (&named, Some(0.69), sound(), false, (NoRecord, NothingFound)),
            (&named, Some(0.70), sound(), false, (Check, Likely)),
            (&named, Some(0.93), sound(), false, (Stop, VeryLikely)),
            (
                &named,
                Some(0.93),
                list(Some(400), 9),
                true,
                (Stop, VeryLikely),
            ),
            (
                &named,
                None,
                list(Some(31), 9),
                false,
                (CannotSay, ListTooOld),
            ),
            (&named, None, list(None, 9), false, (CannotSay, ListTooOld)),
            (&named, None, vec![], false, (CannotSay, NoList)),
            (&named, None, list(Some(1), 0), false, (CannotSay, NoList)),
            (&named, None, sound(), true, (CannotSay, DocumentUnsure)),
            (&blank, None, sound(), false, (CannotSay, NothingAsked)),
        ] {
            let hit = |score| Hit {
                entity: entity.clone(),
                score,
                explanation: Explanation::default(),
            };
            let hits: Vec<Hit> = score.map(hit).into_iter().collect();
            let advice = decide(query, &hits, &lists, &Thresholds::default(), unsure);
            assert_eq!(
                (advice.answer, advice.reason),
                expect,
                "{score:?} {lists:?}"
            );
        }
    }
}
