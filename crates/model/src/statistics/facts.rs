//! What is counted of one request, and the line in which it is kept.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{By, SPANS, Span, course};
use crate::code::coded;
use crate::id::{RequestId, StateCode};
use crate::request::{Ground, Request, Side, Stage, Urgency};

coded! {
    /// How a request ended, or that it has not.
    pub enum Outcome {
        /// Still open.
        Open = "open",
        /// Executed, whole.
        Executed = "executed",
        /// Executed or accepted in part.
        Partly = "partly",
        /// Refused.
        Refused = "refused",
        /// Taken back.
        Withdrawn = "withdrawn",
        /// Its time has passed.
        Lapsed = "lapsed",
        /// Ended without a result.
        Ended = "ended",
    }
}

/// What is counted of one request that was sent or has arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Which.
    pub request: RequestId,
    /// Sent or received.
    pub side: Side,
    /// The other State.
    pub state: StateCode,
    /// Kind of request, by its template.
    pub kind: String,
    /// How soon.
    pub urgency: Urgency,
    /// The instrument it rests on first, `none` or `other`.
    pub basis: String,
    /// `node`, or what the request says.
    pub channel: String,
    /// When it was sent or arrived.
    pub began: Timestamp,
    /// The month of that, in UTC: `2026-03`.
    pub month: String,
    /// Seconds of each stretch, in the order of [`Span::ALL`].
    pub took_s: [Option<i64>; SPANS],
    /// How it ended.
    pub outcome: Outcome,
    /// On which grounds it was refused, whole or in part.
    pub grounds: Vec<Ground>,
    /// Codes or fields of what was asked for.
    pub asked: Vec<String>,
    /// How often something was asked for after arrival.
    pub asked_times: u64,
    /// Categories of the offences.
    pub offences: Vec<String>,
    /// What happened on its own track: `extradition.granted`.
    pub course: Vec<String>,
    /// Whether an emergency was answered within the hour, by code; empty for what is no emergency.
    pub emergency: String,
    /// Until when what it had preserved is kept, while nothing keeps it longer.
    pub kept_until: Option<Timestamp>,
}

/// Between the parts of a line, and between the values of one part.
const BETWEEN: char = '|';
const AND: char = ',';
/// A code longer than this is no code.
const CODE_BYTES_MAX: usize = 48;
/// What stands for a text that is no code.
const OTHER: &str = "other";

/// Requests for information counted one by one up to this.
const ASKED_TIMES: [&str; 4] = ["0", "1", "2", "3+"];

/// What marks each stretch's end: the first event of these.
const ENDS: [(Span, &[&str]); 8] = [
    (Span::Acknowledged, &["request.acknowledged"]),
    (
        Span::Decided,
        &[
            "request.accepted",
            "request.accepted_with_conditions",
            "request.partly_accepted",
            "request.refused",
        ],
    ),
    (
        Span::FirstResult,
        &[
            "request.partly_executed",
            "request.executed",
            "evidence.returned",
        ],
    ),
    (Span::Closed, &["request.closed"]),
    (Span::Arrested, &["step.arrest"]),
    (Span::Surrendered, &["step.surrender"]),
    (Span::Preserved, &["step.preserve"]),
    (Span::Frozen, &["step.freeze"]),
];

impl Facts {
    /// What is counted of a request; nothing of one that was never sent.
    pub fn of(request: &Request) -> Option<Facts> {
        let first = |verbs: &[&str]| {
            let events = request.events.iter();
            let named = events.filter(|event| verbs.contains(&event.verb.as_str()));
            named.map(|event| event.at).min()
        };
        let began = match request.side {
            Side::Outgoing => first(&["request.sent"])?,
            Side::Incoming => first(&["request.delivered"]).unwrap_or(request.created),
        };
        let ended = |span: Span| {
            let (_, verbs) = ENDS.iter().find(|(ends, _)| *ends == span)?;
            first(verbs).map(|at| at.duration_since(began).as_secs().max(0))
        };
        let stood = |name: &str| {
            let clocks = request.clocks.iter().filter(|clock| clock.name == name);
            clocks.map(|clock| clock.paused_total_s).max().unwrap_or(0)
        };
        let took_s = std::array::from_fn(|place| match *Span::ALL.get(place)? {
            Span::DecidedRunning => Some((ended(Span::Decided)? - stood("decision")).max(0)),
            Span::Paused => {
                let clocks = request.clocks.iter().map(|clock| clock.paused_total_s);
                clocks.max().filter(|s| *s > 0)
            }
            span => ended(span),
        });
        let day = began.to_zoned(TimeZone::UTC).date();
        Some(Facts {
            request: request.id,
            side: request.side,
            state: request.partner().clone(),
            kind: code(&request.template),
            urgency: request.urgency_here(),
            basis: basis(request),
            channel: channel(request),
            began,
            month: format!("{:04}-{:02}", day.year(), day.month()),
            took_s,
            outcome: outcome(request),
            grounds: request.grounds.iter().copied().collect(),
            asked: asked(request),
            asked_times: times(request, "request.info_requested"),
            offences: offences(request),
            course: course::of(request),
            emergency: course::emergency(request, began)
                .unwrap_or_default()
                .to_owned(),
            kept_until: course::kept_until(request),
        })
    }

    /// The same as it is at `now`: what was preserved and has run out is lost.
    #[must_use]
    pub fn at(mut self, now: Timestamp) -> Facts {
        if self.kept_until.is_some_and(|until| until <= now) {
            self.course.push(course::lost());
        }
        self
    }

    /// The seconds a stretch took, where it has ended.
    pub fn took(&self, span: Span) -> Option<i64> {
        let place = Span::ALL.iter().position(|s| *s == span)?;
        self.took_s.get(place).copied().flatten()
    }

    /// The values by which it is counted.
    pub fn values(&self, by: By) -> Box<dyn Iterator<Item = &str> + '_> {
        let one = |value| -> Box<dyn Iterator<Item = &str> + '_> { Box::new([value].into_iter()) };
        match by {
            By::State => one(self.state.as_str()),
            By::Kind => one(&self.kind),
            By::Urgency => one(self.urgency.code()),
            By::Basis => one(&self.basis),
            By::Channel => one(&self.channel),
            By::Outcome => one(self.outcome.code()),
            By::Arrival if self.asked.is_empty() => one("complete"),
            By::Arrival => one("incomplete"),
            By::Month => one(&self.month),
            By::AskedTimes => {
                let place = usize::try_from(self.asked_times).unwrap_or(usize::MAX);
                one(ASKED_TIMES.get(place).copied().unwrap_or("3+"))
            }
            By::Emergency if self.emergency.is_empty() => Box::new(std::iter::empty()),
            By::Emergency => one(&self.emergency),
            By::Offence => Box::new(self.offences.iter().map(String::as_str)),
            By::Course => Box::new(self.course.iter().map(String::as_str)),
            By::Ground => Box::new(self.grounds.iter().map(|ground| ground.code())),
            By::Asked => Box::new(self.asked.iter().map(String::as_str)),
        }
    }

    /// The line in which it is kept: codes, dates and States, neither line break nor semicolon.
    pub fn line(&self) -> String {
        let and = AND.to_string();
        let took: Vec<String> = self
            .took_s
            .iter()
            .map(|s| s.map_or_else(String::new, |s| s.to_string()))
            .collect();
        let grounds: Vec<&str> = self.grounds.iter().map(|g| g.code()).collect();
        [
            self.request.to_string(),
            self.side.code().to_owned(),
            self.state.to_string(),
            self.kind.clone(),
            self.urgency.code().to_owned(),
            self.basis.clone(),
            self.channel.clone(),
            self.began.as_microsecond().to_string(),
            self.month.clone(),
            took.join(&and),
            self.outcome.code().to_owned(),
            grounds.join(&and),
            self.asked.join(&and),
            self.asked_times.to_string(),
            self.offences.join(&and),
            self.course.join(&and),
            self.emergency.clone(),
            self.kept_until
                .map_or_else(String::new, |at| at.as_microsecond().to_string()),
        ]
        .join(&BETWEEN.to_string())
    }

    /// Reads a line back; `None` where it is none.
    pub fn read(line: &str) -> Option<Facts> {
        let mut parts = line.split(BETWEEN);
        let mut next = || parts.next();
        let list = |text: &str| -> Vec<String> {
            let values = text.split(AND).filter(|value| !value.is_empty());
            values.map(ToOwned::to_owned).collect()
        };
        Some(Facts {
            request: next()?.parse().ok()?,
            side: Side::from_code(next()?)?,
            state: next()?.parse().ok()?,
            kind: next()?.to_owned(),
            urgency: Urgency::from_code(next()?)?,
            basis: next()?.to_owned(),
            channel: next()?.to_owned(),
            began: Timestamp::from_microsecond(next()?.parse().ok()?).ok()?,
            month: next()?.to_owned(),
            took_s: {
                let mut took_s = [None; SPANS];
                for (slot, text) in took_s.iter_mut().zip(next()?.split(AND)) {
                    *slot = text.parse().ok();
                }
                took_s
            },
            outcome: Outcome::from_code(next()?)?,
            grounds: list(next()?)
                .iter()
                .filter_map(|code| Ground::from_code(code))
                .collect(),
            asked: list(next()?),
            asked_times: next()?.parse().ok()?,
            offences: list(next()?),
            course: list(next()?),
            emergency: next()?.to_owned(),
            kept_until: match next()? {
                "" => None,
                at => Some(Timestamp::from_microsecond(at.parse().ok()?).ok()?),
            },
        })
    }
}

/// A text as a code, or `other`.
fn code(text: &str) -> String {
    let fits = |c: char| c.is_ascii_alphanumeric() || " _-./*()".contains(c);
    let text = text.trim();
    if !text.is_empty() && text.len() <= CODE_BYTES_MAX && text.chars().all(fits) {
        text.to_owned()
    } else {
        OTHER.to_owned()
    }
}

/// An instrument as it is cited: without small letters, which free text has.
fn basis(request: &Request) -> String {
    let first = request.content.pointer("/legal_basis/0/instrument");
    match first.and_then(|value| value.as_str()).map(str::trim) {
        None | Some("") => "none".to_owned(),
        Some(text) if text.chars().any(|c| c.is_ascii_lowercase()) => OTHER.to_owned(),
        Some(text) => code(text),
    }
}

/// The way it went: between nodes, where an envelope carried it.
fn channel(request: &Request) -> String {
    let carried = request.envelope.is_some()
        || request.events.iter().any(|event| event.envelope.is_some())
        || request.side == Side::Outgoing;
    let said = request.content.pointer("/channel").and_then(|v| v.as_str());
    match said {
        Some(said) => code(said),
        None if carried => "node".to_owned(),
        None => OTHER.to_owned(),
    }
}

fn outcome(request: &Request) -> Outcome {
    let happened = |verb: &str| request.events.iter().any(|event| event.verb == verb);
    match request.stage {
        Stage::Refused => Outcome::Refused,
        Stage::Withdrawn => Outcome::Withdrawn,
        Stage::Lapsed => Outcome::Lapsed,
        _ if happened("request.refused") => Outcome::Refused,
        _ if happened("request.executed") && !happened("request.partly_accepted") => {
            Outcome::Executed
        }
        _ if happened("request.executed")
            || happened("request.partly_executed")
            || happened("request.partly_accepted") =>
        {
            Outcome::Partly
        }
        stage if stage.is_over() => Outcome::Ended,
        _ => Outcome::Open,
    }
}

/// How often this happened.
fn times(request: &Request, verb: &str) -> u64 {
    request.events.iter().filter(|e| e.verb == verb).count() as u64
}

/// The categories of the offences, each once.
fn offences(request: &Request) -> Vec<String> {
    let all = request.content.get("offences").and_then(|v| v.as_array());
    let mut found = Vec::new();
    for offence in all.into_iter().flatten() {
        let category = offence.get("category").and_then(|v| v.as_str());
        if let Some(category) = category.map(code)
            && !found.contains(&category)
        {
            found.push(category);
        }
    }
    found
}

/// What was asked for, each once: the field without positions, else the code of the rule.
fn asked(request: &Request) -> Vec<String> {
    let mut asked = Vec::new();
    for item in &request.asked {
        let what = match item.field.as_str() {
            "" => code(&item.code),
            field => code(&unnumbered(field)),
        };
        if !asked.contains(&what) {
            asked.push(what);
        }
    }
    asked
}

/// `/persons/3/born_on` as `/persons/*/born_on`.
fn unnumbered(pointer: &str) -> String {
    let steps = pointer.split('/').map(|step| {
        let number = !step.is_empty() && step.chars().all(|c| c.is_ascii_digit());
        if number { "*" } else { step }
    });
    steps.collect::<Vec<_>>().join("/")
}
