//! An old docket taken over: every row is looked at before one is taken; each becomes a case on paper. The same row is the same
//! case: a table taken over twice changes nothing the second time.

use jiff::Timestamp;
use model::deadline::Calendar;
use model::docket::{Docket, Problem, Row, read};
use model::number::Number;
use model::policy::role_for;
use model::request::{Request, TakeOver};
use model::{
    ActId, Actor, AuthorityId, Object, Refusal, RequestId, Role, Side, Stage, StateCode, Verb,
    limits,
};
use serde::{Deserialize, Serialize};
use store::Tx;

pub use model::docket::{COLUMNS, Fault};

use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::requests::{clocked, next_number, put, record_id};

/// Rows taken over in one act.
const AT_ONCE: usize = 100;

/// Take over an old docket.
#[derive(Debug, Clone)]
pub struct Import {
    /// The table, in the form of [`model::docket::read`].
    pub table: String,
    /// The authority whose docket it is.
    pub authority: AuthorityId,
}

/// A row as it would be, or was, taken over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Line {
    /// Its line in the table, counted from 1.
    pub line: usize,
    /// The case.
    pub request: RequestId,
    /// Which side this State is on.
    pub side: Side,
    /// Its number in the docket.
    pub number: String,
    /// The other State.
    pub state: StateCode,
    /// What it is about.
    pub subject: String,
    /// Where it stands then.
    pub stage: Stage,
    /// It is here already and stays as it is.
    pub here: bool,
}

/// What became, or would become, of a docket.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Report {
    /// The rows, in the order of the table.
    pub lines: Vec<Line>,
    /// What is wrong; nothing is taken over while there is any.
    pub faults: Vec<Fault>,
}

impl Report {
    /// How many cases are new.
    #[must_use]
    pub fn new_cases(&self) -> usize {
        self.lines.iter().filter(|line| !line.here).count()
    }
}

/// Whose docket is taken over, by whom, when.
struct Desk {
    office: Office,
    actor: Actor,
    authority: AuthorityId,
    role: Option<Role>,
    calendar: Calendar,
    now: Timestamp,
}

impl Desk {
    fn open(office: &Office, actor: &Actor, authority: &AuthorityId) -> Result<Self> {
        let now = office.now();
        let object = Object::new_request(office.state(), authority);
        let role = role_for(actor, Verb::DocketImport, &object, now)?;
        let ours = &office.settings().authorities;
        if !ours.is_empty() && !ours.iter().any(|a| a.id == *authority) {
            return Err(Refusal::new("AUTHORITY-UNKNOWN")
                .at("authority")
                .with("authority", authority)
                .into());
        }
        Ok(Self {
            office: office.clone(),
            actor: actor.clone(),
            authority: authority.clone(),
            role,
            calendar: office.calendar(),
            now,
        })
    }

    fn read(&self, table: &str) -> Result<Docket> {
        if table.len() > limits::DOCKET_FILE_BYTES_MAX {
            return Err(Refusal::new("TOO-LARGE")
                .at("file")
                .with("max", limits::DOCKET_FILE_BYTES_MAX)
                .into());
        }
        let forms = self.office.forms();
        let today = self.calendar.date(self.now);
        Ok(read(table, self.office.state(), today, &|kind| {
            forms.latest(kind).is_some()
        }))
    }

    /// The id of the case a row stands for: of the same row always the same.
    fn id(&self, row: &Row) -> Result<RequestId> {
        let key = format!(
            "docket/{}/{}/{}/{}",
            self.office.state(),
            self.authority,
            row.side,
            row.number
        );
        let digest = seal::sha256(key.as_bytes());
        let mut random = [0; 10];
        for (to, from) in random.iter_mut().zip(digest.0) {
            *to = from;
        }
        let begun = row
            .begun()
            .ok_or_else(|| Refusal::new("MISSING").at("sent_on"))?;
        Ok(RequestId::new(self.calendar.end_of(begun), random))
    }

    /// The case, under this number.
    fn case(&self, row: &Row, number: Number) -> Result<Request> {
        let template_version = self
            .office
            .forms()
            .latest(&row.template)
            .map(|form| form.version);
        let act = TakeOver {
            id: self.id(row)?,
            number,
            template_version: template_version.unwrap_or_default(),
            row,
            by: self.actor.officer(),
        };
        let home = (self.office.state(), &self.authority);
        Ok(Request::take_over(&act, home, (&self.calendar, self.now))?.0)
    }

    fn year(&self, row: &Row) -> i16 {
        row.begun()
            .map_or_else(|| self.calendar.date(self.now).year(), |day| day.year())
    }

    /// What a row would become. The number is given when it is taken over.
    fn line(&self, row: &Row, here: bool) -> Result<std::result::Result<Line, Fault>> {
        let number = Number {
            state: self.office.state().clone(),
            authority: self.authority.clone(),
            year: u16::try_from(self.year(row)).unwrap_or_default(),
            serial: 1,
        };
        match self.case(row, number) {
            Ok(request) => Ok(Ok(Line {
                line: row.line,
                request: request.id,
                side: row.side,
                number: row.number.clone(),
                state: row.state.clone(),
                subject: row.subject.clone(),
                stage: request.stage,
                here,
            })),
            Err(Error::Refused(refusal)) => Ok(Err(Fault {
                line: row.line,
                column: refusal
                    .field
                    .unwrap_or_default()
                    .trim_start_matches('/')
                    .to_owned(),
                problem: Problem::Follows,
                cell: String::new(),
            })),
            Err(other) => Err(other),
        }
    }

    async fn look(&self, table: &str) -> Result<(Docket, Report)> {
        let docket = self.read(table)?;
        let mut report = Report {
            lines: Vec::new(),
            faults: docket.faults.clone(),
        };
        let system = Actor::worker(self.office.state(), "docket");
        let reader = self.office.read(&system, model::Purpose::Mla).await?;
        for row in &docket.rows {
            let here = reader.request(self.id(row)?).await?.is_some();
            match self.line(row, here)? {
                Ok(line) => report.lines.push(line),
                Err(fault) => report.faults.push(fault),
            }
        }
        report.faults.sort_by_key(|fault| fault.line);
        Ok((docket, report))
    }

    /// Takes some rows over in one act.
    async fn keep(self: std::sync::Arc<Self>, rows: Vec<Row>) -> Result<usize> {
        let act: ActId = self.office.new_act();
        let office = self.office.clone();
        office
            .act(act, move |tx| {
                Box::pin(async move {
                    let mut kept = 0usize;
                    for row in &rows {
                        kept += usize::from(self.one(tx, row).await?);
                    }
                    let said = Said {
                        role: self.role,
                        ..Said::of("docket")
                    }
                    .with("cases", kept);
                    let entry =
                        self.office
                            .entry(act, (&self.actor, Verb::DocketImport), self.now, said);
                    Ok(tx.keep(entry, kept).await?)
                })
            })
            .await
    }

    async fn one(&self, tx: &mut Tx, row: &Row) -> Result<bool> {
        if tx.record(&record_id(self.id(row)?)).await?.is_some() {
            return Ok(false);
        }
        let number = next_number(tx, &self.office, &self.authority, self.year(row)).await?;
        let mut request = self.case(row, number)?;
        request.version = 1;
        put(tx, &clocked(&self.office, request).await?).await?;
        Ok(true)
    }
}

/// Look at an old docket without taking anything over.
///
/// # Errors
/// `NOT-ALLOWED`, `AUTHORITY-UNKNOWN`, `TOO-LARGE`.
pub async fn look(office: &Office, actor: &Actor, act: &Import) -> Result<Report> {
    let desk = Desk::open(office, actor, &act.authority)?;
    Ok(desk.look(&act.table).await?.1)
}

/// Take over an old docket: none of its rows where one has a fault. Rows are kept a hundred at a time; what was interrupted goes on
/// where it stopped when the same table comes again.
///
/// # Errors
/// As [`look`].
pub async fn import(office: &Office, actor: &Actor, act: &Import) -> Result<Report> {
    let desk = std::sync::Arc::new(Desk::open(office, actor, &act.authority)?);
    let (docket, report) = desk.look(&act.table).await?;
    if !report.faults.is_empty() {
        return Ok(report);
    }
    let here: Vec<usize> = report
        .lines
        .iter()
        .filter(|line| line.here)
        .map(|line| line.line)
        .collect();
    let new: Vec<Row> = docket
        .rows
        .into_iter()
        .filter(|row| !here.contains(&row.line))
        .collect();
    for rows in new.chunks(AT_ONCE) {
        std::sync::Arc::clone(&desk).keep(rows.to_vec()).await?;
    }
    Ok(report)
}
