//! What a command asks the node, as it travels to a running one.

use jiff::Timestamp;
use model::QueryId;
use model::screening::Verdict;
use serde::{Deserialize, Serialize};

use super::super::signer::Signer;
use super::{LogArgs, Who};

/// What the node is asked.
#[derive(Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "snake_case")]
pub(crate) enum Asked {
    /// Check the file that follows.
    File {
        /// Its name.
        name: String,
        /// The case.
        case: Option<String>,
        /// The threshold.
        threshold: Option<f64>,
        /// JSON lines instead of csv.
        lines: bool,
    },
    /// The queue.
    Hits {
        /// Also the decided ones.
        all: bool,
        /// Page.
        page: u32,
    },
    /// One hit.
    Hit {
        /// Its id.
        id: String,
    },
    /// The watched subjects.
    Watches {
        /// Page.
        page: u32,
    },
    /// The reviews.
    Reviews {
        /// Also those that hold no longer.
        all: bool,
        /// Page.
        page: u32,
    },
    /// What an officer answers for by name.
    Named {
        /// What.
        named: Named,
        /// Who.
        signer: Signer,
    },
    /// Rows of the log.
    Log(LogArgs),
    /// All rows of the log, as the body of the answer.
    Export(LogArgs),
    /// Prove a row; the question follows.
    Prove {
        /// The question's id.
        id: QueryId,
        /// Its salt.
        salt: Option<String>,
    },
}

/// What an officer answers for by name.
#[derive(Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub(crate) enum Named {
    /// Decide about a hit.
    Decide {
        /// Its id.
        id: String,
        /// The verdict.
        verdict: Verdict,
        /// The reason.
        reason: String,
        /// Until when.
        until: Option<Timestamp>,
    },
    /// Watch a subject.
    Enrol {
        /// Whom.
        who: Who,
        /// The case.
        case: String,
        /// The reason.
        reason: String,
        /// Until when.
        until: Timestamp,
    },
    /// Stop watching one.
    Stop {
        /// The watch.
        id: String,
    },
    /// Review a record.
    Review {
        /// The subject's reference.
        subject: Option<String>,
        /// Or who is meant.
        who: Who,
        /// The record.
        record: String,
        /// The verdict.
        verdict: Verdict,
        /// The reason.
        reason: String,
        /// Until when.
        until: Timestamp,
    },
    /// Take a review back.
    Withdraw {
        /// The review.
        id: String,
    },
}

impl std::fmt::Debug for Asked {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Asked(..)")
    }
}
