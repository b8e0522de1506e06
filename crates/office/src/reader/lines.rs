//! What a reader answers with: lines, pages and numbers.

use jiff::Timestamp;
use model::request::{Request, Side, Stage, Urgency, Waiting};
use model::{Clock, Digest, StateCode};

/// A page of something.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// Counted from 0.
    pub page: u32,
    /// How many there are in all.
    pub total: u64,
    /// Rows on a full page.
    pub size: u32,
    /// Ids of what belongs on this page and cannot be read: damaged, or sealed with a key that is gone.
    pub unread: Vec<String>,
}

/// What is wanted on the worklist.
#[derive(Debug, Clone, Default)]
pub struct WorklistFilter {
    /// Only one side.
    pub side: Option<Side>,
    /// Only these stages; empty: all that are not over.
    pub stages: Vec<Stage>,
    /// Also what is over.
    pub over: bool,
    /// The other State.
    pub counterpart: Option<StateCode>,
    /// An exact number.
    pub number: Option<String>,
    /// Only what waits on this side.
    pub waiting: Option<Waiting>,
    /// Only what is so urgent here.
    pub urgency: Option<Urgency>,
    /// Only what is due by then.
    pub due_before: Option<Timestamp>,
    /// Only what is due then or later.
    pub due_from: Option<Timestamp>,
    /// Only what was made then or later.
    pub created_from: Option<Timestamp>,
    /// Only what this officer has.
    pub officer: Option<model::OfficerId>,
    /// Counted from 0.
    pub page: u32,
}

/// A line of the worklist.
#[derive(Debug, Clone)]
pub struct RequestLine {
    /// The request, whole: what a line shows of it is the page's matter.
    pub request: Request,
    /// On whom it waits.
    pub waiting: Waiting,
    /// The clock that ends first.
    pub next_clock: Option<Clock>,
    /// Who has it.
    pub officer: Option<String>,
}

/// The numbers above the worklist.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open requests in view.
    pub open: u64,
    /// Arrived and not registered.
    pub new: u64,
    /// Due within a day.
    pub due_today: u64,
    /// Past a clock.
    pub overdue: u64,
    /// Waiting on this side.
    pub us: u64,
    /// Waiting on the other side.
    pub them: u64,
    /// In the reader's own hands.
    pub mine: u64,
}

/// A receipt, checked.
#[derive(Debug, Clone)]
pub struct ReceiptLine {
    /// `R1` … `R5`.
    pub kind: String,
    /// When it says.
    pub at: Timestamp,
    /// For which envelope.
    pub envelope: Digest,
    /// Who gave it.
    pub from: StateCode,
    /// Its place in the giver's ledger.
    pub leaf: Option<u64>,
    /// Whether its signatures verify against the giver's card.
    pub verified: bool,
}

/// A line of the ledger.
pub type LedgerLine = store::ledger::Line;
