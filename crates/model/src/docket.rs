//! An old docket as a table: one row for a case, with its partner, kind, numbers and dates. Every fault is told by line and
//! column; what follows from a row is a request like any other, on paper.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::code::coded;
use crate::csv::{Broken, Lines};
use crate::id::{AuthorityId, StateCode};
use crate::kind::Kind;
use crate::limits;
use crate::request::{Ground, Side, Urgency, is_hostile};
use crate::state::Authority;

coded! {
    /// What was decided on an old case.
    pub enum Decision {
        /// It was accepted.
        Accepted = "accepted",
        /// It was accepted in part.
        PartlyAccepted = "partly_accepted",
        /// It was put off.
        Postponed = "postponed",
        /// It was refused.
        Refused = "refused",
    }
}

coded! {
    /// What is wrong with a row of a docket.
    pub enum Problem {
        /// The first line lacks a column that must be there.
        Column = "column",
        /// The first line has a column that is none of a docket's, or has one twice.
        UnknownColumn = "unknown_column",
        /// A quotation mark is not closed.
        Shape = "shape",
        /// There are more rows than are read.
        TooMany = "too_many",
        /// The cell is too long.
        TooLong = "too_long",
        /// The cell holds signs that cannot be seen.
        Hidden = "hidden",
        /// The cell must be filled.
        Missing = "missing",
        /// None of the words that may stand there.
        Word = "word",
        /// Not the code of a State.
        State = "state",
        /// This State itself.
        OwnState = "own_state",
        /// Not a day written as 2026-03-01.
        Date = "date",
        /// A day still to come.
        Future = "future",
        /// A day before one that must come first.
        Order = "order",
        /// The same number on the same side stands there twice.
        Twice = "twice",
        /// It cannot follow from what the other cells of the row say.
        Follows = "follows",
        /// There is no row.
        Empty = "empty",
    }
}

/// A fault of a docket.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Fault {
    /// The line, counted from 1.
    pub line: usize,
    /// The column, as the first line names it; empty for the row or the file as a whole.
    pub column: String,
    /// What is wrong.
    pub problem: Problem,
    /// What stands there.
    pub cell: String,
}

/// The columns, each with whether the first line must have it.
pub const COLUMNS: &[(&str, bool)] = &[
    ("side", true),
    ("number", true),
    ("state", true),
    ("kind", true),
    ("subject", true),
    ("authority", false),
    ("their_number", false),
    ("urgency", false),
    ("person", false),
    ("sent_on", false),
    ("received_on", false),
    ("acknowledged_on", false),
    ("next_on", false),
    ("asked_on", false),
    ("answered_on", false),
    ("decided_on", false),
    ("decision", false),
    ("ground", false),
    ("executed_on", false),
    ("returned_on", false),
    ("withdrawn_on", false),
    ("closed_on", false),
    ("note", false),
];

/// Columns that hold a day on which something was done, in the order in which it is done.
pub const DAYS: &[&str] = &[
    "sent_on",
    "received_on",
    "acknowledged_on",
    "asked_on",
    "answered_on",
    "decided_on",
    "executed_on",
    "returned_on",
    "withdrawn_on",
    "closed_on",
];

/// One case of an old docket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The line it stands on, counted from 1.
    pub line: usize,
    /// Which side this State is on.
    pub side: Side,
    /// Our number.
    pub number: String,
    /// The other State's number.
    pub their_number: Option<String>,
    /// The other State.
    pub state: StateCode,
    /// Its authority.
    pub authority: AuthorityId,
    /// Template, by code.
    pub template: String,
    /// What it is about.
    pub subject: String,
    /// How soon.
    pub urgency: Urgency,
    /// The person it is about, as the docket writes the name.
    pub person: Option<String>,
    /// The days, by column.
    pub days: BTreeMap<&'static str, Date>,
    /// When the other side was to be heard from next.
    pub next_on: Option<Date>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// On which ground it was refused.
    pub ground: Option<Ground>,
    /// What else the docket says.
    pub note: Option<String>,
}

/// A docket as read: its rows, and what is wrong. Nothing is taken in of a docket with faults.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Docket {
    /// The rows that can be read.
    pub rows: Vec<Row>,
    /// The faults, by line.
    pub faults: Vec<Fault>,
}

impl Row {
    /// The day on which the case began here.
    #[must_use]
    pub fn begun(&self) -> Option<Date> {
        let column = match self.side {
            Side::Outgoing => "sent_on",
            Side::Incoming => "received_on",
        };
        self.days.get(column).copied()
    }
}

/// Reads a docket of the State `home` on the day `today`. `kinds` says which templates there are.
#[must_use]
pub fn read(text: &str, home: &StateCode, today: Date, kinds: &dyn Fn(&str) -> bool) -> Docket {
    let mut docket = Docket::default();
    let mut lines = Lines::of(text, limits::DOCKET_CELL_BYTES_MAX).as_spreadsheets_write();
    let header = match lines.cells() {
        Ok(header) => header.map(|(cells, _)| cells).unwrap_or_default(),
        Err(broken) => {
            docket.fault(1, "", of_broken(broken), "");
            return docket;
        }
    };
    docket.judge_header(&header);
    if !docket.faults.is_empty() {
        return docket;
    }
    let mut seen = BTreeSet::new();
    loop {
        let at = lines.line();
        let (cells, line) = match lines.cells() {
            Ok(Some(read)) => read,
            Ok(None) => break,
            Err(broken) => {
                docket.fault(at, "", of_broken(broken), "");
                break;
            }
        };
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if docket.rows.len() >= limits::DOCKET_ROWS_MAX
            || docket.faults.len() >= limits::DOCKET_FAULTS_MAX
        {
            docket.fault(line, "", Problem::TooMany, "");
            break;
        }
        let mut reader = Cells {
            header: &header,
            cells,
            line,
            faults: Vec::new(),
        };
        let row = reader.row(home, today, kinds);
        docket.faults.extend(reader.faults);
        if let Some(row) = row {
            if !seen.insert((row.side, row.number.clone())) {
                docket.fault(line, "number", Problem::Twice, &row.number);
            }
            docket.rows.push(row);
        }
    }
    if docket.rows.is_empty() && docket.faults.is_empty() {
        docket.fault(1, "", Problem::Empty, "");
    }
    docket
}

impl Docket {
    /// Whether the first line names what a docket needs, and nothing else.
    fn judge_header(&mut self, header: &[String]) {
        for (column, must) in COLUMNS {
            if *must && !header.iter().any(|name| name == column) {
                self.fault(1, column, Problem::Column, "");
            }
        }
        for (place, name) in header.iter().enumerate() {
            let known = COLUMNS.iter().any(|(column, _)| column == name);
            let before = header.iter().take(place).any(|other| other == name);
            if !known || before {
                self.fault(1, name, Problem::UnknownColumn, name);
            }
        }
    }

    /// Notes a fault.
    pub fn fault(&mut self, line: usize, column: &str, problem: Problem, cell: &str) {
        self.faults.push(Fault {
            line,
            column: column.to_owned(),
            problem,
            cell: shortened(cell),
        });
    }
}

fn shortened(cell: &str) -> String {
    let shown = cell
        .chars()
        .filter(|c| !is_hostile(*c) && *c != '\n' && *c != '\r');
    shown.take(limits::REFERENCE_CHARS_MAX).collect()
}

const fn of_broken(broken: Broken) -> Problem {
    match broken {
        Broken::Shape => Problem::Shape,
        Broken::TooLong => Problem::TooLong,
    }
}

/// The cells of one row, with the faults found in it.
struct Cells<'a> {
    header: &'a [String],
    cells: Vec<String>,
    line: usize,
    faults: Vec<Fault>,
}

impl Cells<'_> {
    fn cell(&self, column: &str) -> String {
        let place = self.header.iter().position(|name| name == column);
        place
            .and_then(|place| self.cells.get(place))
            .cloned()
            .unwrap_or_default()
    }

    fn fault(&mut self, column: &str, problem: Problem) {
        let cell = shortened(&self.cell(column));
        self.faults.push(Fault {
            line: self.line,
            column: column.to_owned(),
            problem,
            cell,
        });
    }

    /// A text of at most so many characters; nothing for an empty cell.
    fn text(&mut self, column: &str, chars_max: usize) -> Option<String> {
        let cell = self.cell(column);
        if cell.chars().count() > chars_max {
            self.fault(column, Problem::TooLong);
        } else if cell.chars().any(is_hostile) {
            self.fault(column, Problem::Hidden);
        }
        (!cell.is_empty()).then_some(cell)
    }

    fn must<T>(&mut self, column: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.cell(column).is_empty() {
            self.fault(column, Problem::Missing);
        }
        value
    }

    /// A word of a closed list; nothing for an empty cell.
    fn word<T>(
        &mut self,
        column: &str,
        read: impl Fn(&str) -> Option<T>,
        problem: Problem,
    ) -> Option<T> {
        let cell = self.cell(column);
        if cell.is_empty() {
            return None;
        }
        let word = read(&cell);
        if word.is_none() {
            self.fault(column, problem);
        }
        word
    }

    fn day(&mut self, column: &str) -> Option<Date> {
        self.word(column, |cell| cell.parse().ok(), Problem::Date)
    }

    fn row(&mut self, home: &StateCode, today: Date, kinds: &dyn Fn(&str) -> bool) -> Option<Row> {
        let before = self.faults.len();
        let side = self.word("side", Side::from_code, Problem::Word);
        let side = self.must("side", side);
        let number = self.text("number", limits::REFERENCE_CHARS_MAX);
        let number = self.must("number", number);
        let state = self.word(
            "state",
            |cell| cell.parse::<StateCode>().ok(),
            Problem::State,
        );
        let state = self.must("state", state);
        if state.as_ref() == Some(home) {
            self.fault("state", Problem::OwnState);
        }
        let known = |cell: &str| {
            (Kind::of_template(cell).is_some() && kinds(cell)).then(|| cell.to_owned())
        };
        let template = self.word("kind", known, Problem::Word);
        let template = self.must("kind", template);
        let subject = self.text("subject", limits::TITLE_CHARS_MAX);
        let subject = self.must("subject", subject);
        let authority = self.word("authority", |cell| cell.parse().ok(), Problem::Word);
        let urgency = self.word("urgency", Urgency::from_code, Problem::Word);
        let their_number = self.text("their_number", limits::REFERENCE_CHARS_MAX);
        let person = self.text("person", limits::TITLE_CHARS_MAX);
        let note = self.text("note", limits::NOTE_CHARS_MAX);
        let decision = self.word("decision", Decision::from_code, Problem::Word);
        let ground = self.word("ground", Ground::from_code, Problem::Word);
        let next_on = self.day("next_on");
        let days = self.days(today);
        if let Some(side) = side {
            self.fits(side, (&days, decision, ground));
        }
        if self.faults.len() > before {
            return None;
        }
        Some(Row {
            line: self.line,
            side: side?,
            number: number?,
            their_number,
            state: state?,
            authority: authority.or_else(|| Authority::CENTRAL.parse().ok())?,
            template: template?,
            subject: subject?,
            urgency: urgency.unwrap_or(Urgency::Normal),
            person,
            days,
            next_on,
            decision,
            ground,
            note,
        })
    }

    /// The days, none still to come, each not before those that come first.
    fn days(&mut self, today: Date) -> BTreeMap<&'static str, Date> {
        let mut days = BTreeMap::new();
        let mut last: Option<Date> = None;
        for &column in DAYS {
            let Some(day) = self.day(column) else {
                continue;
            };
            if day > today {
                self.fault(column, Problem::Future);
            }
            if last.is_some_and(|last| day < last) {
                self.fault(column, Problem::Order);
            }
            last = last.max(Some(day));
            days.insert(column, day);
        }
        days
    }

    /// What one cell wants of another.
    fn fits(
        &mut self,
        side: Side,
        (days, decision, ground): (
            &BTreeMap<&'static str, Date>,
            Option<Decision>,
            Option<Ground>,
        ),
    ) {
        let begun = match side {
            Side::Outgoing => "sent_on",
            Side::Incoming => "received_on",
        };
        let mut wants = |column: &str, wanted: bool| {
            if wanted && self.cell(column).is_empty() {
                self.fault(column, Problem::Missing);
            }
        };
        wants(begun, true);
        wants("decision", days.contains_key("decided_on"));
        wants("decided_on", decision.is_some());
        wants("ground", decision == Some(Decision::Refused));
        wants("asked_on", days.contains_key("answered_on"));
        if ground.is_some() && decision != Some(Decision::Refused) {
            self.fault("ground", Problem::Follows);
        }
    }
}

#[cfg(test)]
mod tests;
