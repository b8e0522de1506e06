//! A request in one line, the same wherever many stand together: State, number, what it is about, where it stands, what comes next,
//! the time left, on whom it waits and who has it. The line of an arrival may carry the act that takes it in.

use askama::filters::HtmlSafe;
use model::request::{Request, Side, Stage, Standing, Urgency, Waiting};
use model::{Lang, Verb};
use office::reader::RequestLine;

use super::told::{self, States};
use crate::page::Page;
use crate::part::{Badge, Clock, Field, Hidden, Mono};
use crate::words::{self, Arg};

/// The columns, as keys.
const COLUMNS: [&str; 7] = [
    "case-col-state",
    "case-col-number",
    "case-col-subject",
    "case-col-stage",
    "case-col-next",
    "case-col-left",
    "case-col-waiting",
];

/// Keys of the acts, in the order of the page.
const KEYS: [&str; 9] = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/// Many requests, a line each.
#[derive(Debug, askama::Template)]
#[template(path = "requests/lines.html")]
pub(crate) struct Lines {
    columns: [String; 7],
    lines: Vec<Line>,
}

impl HtmlSafe for Lines {}

#[derive(Debug)]
struct Line {
    href: String,
    number: Mono,
    state_code: Mono,
    state: String,
    side: String,
    kind: String,
    subject: String,
    standing: Option<String>,
    /// "new" or "changed", in words.
    news: Option<String>,
    found: Vec<(String, String)>,
    stage: Badge,
    next: String,
    ours: bool,
    act: Option<Act>,
    clock: Option<Clock>,
    waiting: String,
    late: bool,
    emergency: bool,
    officer: Option<String>,
}

/// The next act of an arrival as one form.
#[derive(Debug)]
struct Act {
    action: String,
    hidden: Hidden,
    field: Field,
    word: String,
    key: Option<&'static str>,
}

/// The sentence about what belongs on a page and cannot be read, by its ids.
pub(crate) fn unread(page: &Page, ids: &[String]) -> Option<String> {
    let ids_said: Vec<String> = ids.iter().map(|id| paper::words::isolated(id)).collect();
    let args = [
        (
            "n",
            Arg::Number(i64::try_from(ids.len()).unwrap_or(i64::MAX)),
        ),
        ("ids", Arg::Text(&ids_said.join(", "))),
    ];
    (!ids.is_empty()).then(|| words::say(page.lang, "case-unread", &args))
}

/// What lines are made with.
pub(crate) struct Desk<'a> {
    page: &'a Page,
    states: &'a States,
    keys: std::slice::Iter<'static, &'static str>,
    acts: bool,
    since: Option<jiff::Timestamp>,
}

impl<'a> Desk<'a> {
    pub(crate) fn new(page: &'a Page, states: &'a States) -> Self {
        Self {
            page,
            states,
            keys: KEYS.iter(),
            acts: false,
            since: None,
        }
    }

    /// Lines of arrivals carry the act that takes them in, where the reader may do it.
    pub(crate) fn acts(&mut self, acts: bool) -> &mut Self {
        self.acts = acts;
        self
    }

    /// What came or changed since then is marked.
    pub(crate) fn since(&mut self, since: jiff::Timestamp) -> &mut Self {
        self.since = Some(since);
        self
    }

    /// The lines of these requests, in their order.
    pub(crate) fn lines<'r>(&mut self, rows: impl IntoIterator<Item = &'r RequestLine>) -> Lines {
        self.found(rows.into_iter().map(|row| (row, Vec::new())))
    }

    /// The same, each with the places where something was found in it.
    pub(crate) fn found<'r>(
        &mut self,
        rows: impl IntoIterator<Item = (&'r RequestLine, Vec<(String, String)>)>,
    ) -> Lines {
        Lines {
            columns: COLUMNS.map(|key| self.page.say(key)),
            lines: rows
                .into_iter()
                .map(|(row, found)| self.line(row, found))
                .collect(),
        }
    }

    fn line(&mut self, row: &RequestLine, found: Vec<(String, String)>) -> Line {
        let (page, request) = (self.page, &row.request);
        let clock = row.next_clock.as_ref();
        let partner = request.partner();
        Line {
            href: format!("/requests/{}", request.id),
            number: page.mono(&request.number),
            state_code: page.mono(partner),
            state: self.states.name(partner),
            side: page.code("case-side", request.side.code()),
            kind: kind(page.lang, request),
            subject: super::show::subject(request).unwrap_or_else(|| kind(page.lang, request)),
            standing: match (&request.dispute, &request.standing) {
                (Some(_), _) => Some(page.say("case-next-trouble")),
                (None, Standing::Complete) => {
                    request.is_on_paper().then(|| page.say("letter-on-paper"))
                }
                (None, standing) => Some(told::standing(page, standing)),
            },
            news: self.news(request),
            found,
            stage: Badge::stage(page, &request.stage),
            next: told::next(page, request),
            ours: row.waiting == Waiting::Us,
            act: self.act(request),
            clock: clock.map(|clock| page.clock(clock)),
            waiting: page.say(match row.waiting {
                Waiting::Us => "case-us",
                Waiting::Them => "case-them",
                Waiting::Nobody => "case-waiting-nobody",
            }),
            late: clock.is_some_and(|clock| clock.overdue(page.now)),
            emergency: request.urgency_here() == Urgency::Emergency,
            officer: row.officer.clone(),
        }
    }

    fn news(&self, request: &Request) -> Option<String> {
        let since = self.since?;
        let key = if request.side == Side::Incoming && request.created >= since {
            "case-news-new"
        } else if request.updated >= since {
            "case-news-changed"
        } else {
            return None;
        };
        Some(self.page.say(key))
    }

    /// What can be done at once with what arrived: register it, acknowledge what is registered.
    fn act(&mut self, request: &Request) -> Option<Act> {
        let (verb, step) = match (request.side, request.stage) {
            (Side::Incoming, Stage::Delivered) => (Verb::RequestRegister, "register"),
            (Side::Incoming, Stage::Registered) => (Verb::RequestAcknowledge, "acknowledge"),
            _ => return None,
        };
        if !self.acts || !self.page.may(verb) {
            return None;
        }
        let page = self.page;
        let reference = request.our_reference.clone().unwrap_or_default();
        let field = Field::text("reference", page.say("case-do-reference"), reference);
        Some(Act {
            action: format!("/requests/{}/{step}", request.id),
            hidden: page.hidden_at(&request.version),
            field: match step {
                "acknowledge" => field.required(),
                _ => field,
            },
            word: page.say1(&format!("case-duty-{step}"), "number", &request.number),
            key: self.keys.next().copied(),
        })
    }
}

/// The kind of a request, by its template's title.
pub(crate) fn kind(lang: Lang, request: &Request) -> String {
    kind_named(lang, &request.template)
}

/// What kind of request a template is for, in words; its own name where it is of no kind known here.
pub(crate) fn kind_named(lang: Lang, name: &str) -> String {
    model::kind::Kind::of_template(name).map_or_else(
        || name.to_owned(),
        |kind| paper::word(lang, &format!("{kind}-template")),
    )
}
