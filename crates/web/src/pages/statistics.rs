//! `/statistics`: what was received and sent, how long it took, on which grounds it was refused, what was missing. Each number opens
//! the requests it counts, for the desk they belong to. What is to be shared hides small groups and opens nothing.

use std::collections::BTreeMap;

use axum::Router;
use axum::extract::Query;
use axum::response::Response;
use axum::routing;
use jiff::civil::Date;
use model::request::Side;
use model::statistics::{Asking, By, Count, Cut, Report, Row as Counted, Table, course};
use model::{Purpose, Verb};
use office::statistics::{csv, days};

use super::requests::line::{Desk, Lines, kind_named, unread};
use super::requests::told::States;
use crate::app::App;
use crate::file;
use crate::page::{Page, Shown};
use crate::part::{Choice, Columns, Field, Pager, Share};
use crate::routes::{Need, Row, any, get};
use crate::words;
use crate::{Problem, Signed};

const READ: Need = any(&[Verb::RequestRead]);

/// The routes of the statistics.
pub const ROUTES: &[Row] = &[
    get("/statistics", READ),
    get("/statistics.csv", READ),
    get("/statistics/cases", READ),
];

/// The statistics.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/statistics", routing::get(index))
        .route("/statistics.csv", routing::get(file))
        .route("/statistics/cases", routing::get(cases))
}

/// Rows of one table on the page; the file has all.
const ROWS_SHOWN: usize = 25;
/// Months drawn, the last ones.
const MONTHS_DRAWN: usize = 24;

#[derive(Debug, askama::Template)]
#[template(path = "statistics/index.html")]
struct Index {
    page: Page,
    fields: Vec<Field>,
    shared: bool,
    file: String,
    totals: Vec<Cell>,
    chart: Option<Columns>,
    /// What happened on the track of each kind.
    tracks: Vec<Listed>,
    tables: Vec<Listed>,
    took: Vec<TookLine>,
    /// Side, how often something was asked for, how often for each request.
    asking: Vec<(String, String, String)>,
}

/// One table as it is shown.
#[derive(Debug)]
struct Listed {
    id: &'static str,
    title: String,
    rows: Vec<ShownRow>,
    more: usize,
}

#[derive(Debug)]
struct ShownRow {
    word: String,
    cells: [Cell; 2],
}

/// A number with its bar, and the list behind it.
#[derive(Debug)]
struct Cell {
    word: String,
    n: String,
    href: Option<String>,
    bar: Option<Share>,
}

#[derive(Debug)]
struct TookLine {
    span: String,
    side: String,
    n: String,
    median: String,
    ninetieth: String,
}

#[derive(Debug, askama::Template)]
#[template(path = "statistics/cases.html")]
struct Cases {
    page: Page,
    what: String,
    total: u64,
    back: String,
    lines: Option<Lines>,
    unread: Option<String>,
    pager: Option<Pager>,
}

/// What the address asks for: the period, and whether it is to be shared.
struct Asked {
    from: String,
    until: String,
    shared: bool,
    cut: Cut,
}

impl Asked {
    fn of(me: &Signed, query: &BTreeMap<String, String>) -> Self {
        let text = |name: &str| query.get(name).map_or("", |v| v.trim()).to_owned();
        let (from, until) = (text("from"), text("until"));
        let calendar = me.office().calendar();
        let day = |text: &str| text.parse::<Date>().ok();
        let before = |day: Date| day.yesterday().ok().map(|day| calendar.end_of(day));
        let value = text("by").parse::<By>().ok().zip(query.get("value"));
        Self {
            shared: text("shared") == "yes",
            cut: Cut {
                side: Side::from_code(&text("side")),
                from: day(&from).and_then(before),
                until: day(&until).map(|day| calendar.end_of(day)),
                value: value.map(|(by, value)| (by, value.clone())),
            },
            from,
            until,
        }
    }

    /// The period as the tail of an address.
    fn period(&self) -> String {
        let encoded = |text: &str| {
            text.chars()
                .filter(|c| c.is_ascii_digit() || *c == '-')
                .collect::<String>()
        };
        format!(
            "from={}&until={}",
            encoded(&self.from),
            encoded(&self.until)
        )
    }

    async fn report(&self, me: &Signed) -> Result<Report, Problem> {
        let cut = Cut {
            side: None,
            value: None,
            ..self.cut.clone()
        };
        let report = me.read(Purpose::Mla).await?.statistics(&cut).await?;
        Ok(if self.shared { report.shared() } else { report })
    }
}

async fn index(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Index>, Problem> {
    let asked = Asked::of(&me, &query);
    let report = asked.report(&me).await?;
    let states = States::read(&me).await?;
    let page = me.page("stat-title");
    let sheet = Sheet {
        page: &page,
        states: &states,
        asked: &asked,
    };
    let shared = if asked.shared { "&shared=yes" } else { "" };
    let apart = [By::Month, By::Course];
    let tables = report
        .tables
        .iter()
        .filter(|table| !apart.contains(&table.by));
    let happened = report.took.iter().filter(|took| took.n != Count::Number(0));
    Ok(Shown(Index {
        fields: fields(&page, &asked),
        shared: asked.shared,
        file: format!("/statistics.csv?{}{shared}", asked.period()),
        totals: vec![
            sheet.cell(None, (Side::Incoming, report.received), 0),
            sheet.cell(None, (Side::Outgoing, report.sent), 0),
        ],
        chart: sheet.chart(&report),
        tracks: sheet.tracks(&report),
        tables: tables.map(|table| sheet.table(table)).collect(),
        took: happened.map(|took| sheet.took(took)).collect(),
        asking: report.asking.iter().map(|one| sheet.asking(one)).collect(),
        page,
    }))
}

fn fields(page: &Page, asked: &Asked) -> Vec<Field> {
    let date = |name: &'static str, key: &str, value: &str| {
        Field::text(name, page.say(key), value.to_owned()).line("date")
    };
    vec![
        date("from", "stat-from", &asked.from),
        date("until", "stat-until", &asked.until),
        Field::select(
            "shared",
            page.say("stat-shared"),
            vec![
                Choice::new("", page.say("stat-shared-no"), !asked.shared),
                Choice::new("yes", page.say("stat-shared-yes"), asked.shared),
            ],
        ),
    ]
}

/// What the page's numbers are told with.
struct Sheet<'a> {
    page: &'a Page,
    states: &'a States,
    asked: &'a Asked,
}

impl Sheet<'_> {
    /// A number and the list behind it; what is shared opens nothing.
    fn cell(&self, value: Option<(By, &str)>, (side, count): (Side, Count), most: u64) -> Cell {
        let opens = count.number().is_some_and(|n| n > 0) && !self.asked.shared;
        let tail = value.map_or_else(String::new, |(by, value)| {
            format!("&by={}&value={}", by.code(), encoded(value))
        });
        Cell {
            word: self.page.code("case-side", side.code()),
            n: self.count(count),
            href: opens.then(|| {
                let period = self.asked.period();
                format!("/statistics/cases?{period}&side={}{tail}", side.code())
            }),
            bar: count
                .number()
                .filter(|_| most > 0)
                .map(|n| Share::of(n, most, side == Side::Outgoing)),
        }
    }

    fn count(&self, count: Count) -> String {
        match count {
            Count::Number(n) => {
                paper::words::number(self.page.lang, i64::try_from(n).unwrap_or(i64::MAX))
            }
            Count::Hidden => self.page.say("stat-hidden"),
        }
    }

    fn table(&self, table: &Table) -> Listed {
        let title = self.page.code("stat-by", table.by.code());
        self.listed((table.by.code(), title), table.by, &table.rows, ROWS_SHOWN)
    }

    /// A table for each track that has anything, every row of it.
    fn tracks(&self, report: &Report) -> Vec<Listed> {
        let rows = report
            .table(By::Course)
            .map_or(&[][..], |table| &table.rows);
        let track = |row: &Counted| course::parts(&row.value).map(|(track, _)| track);
        rows.chunk_by(|a, b| track(a) == track(b))
            .filter_map(|rows| {
                let track = track(rows.first()?)?;
                let title = self.page.code("track", track.code());
                Some(self.listed((track.code(), title), By::Course, rows, rows.len()))
            })
            .collect()
    }

    fn listed(
        &self,
        (id, title): (&'static str, String),
        by: By,
        rows: &[Counted],
        shown: usize,
    ) -> Listed {
        let number = |count: Count| count.number().unwrap_or(0);
        let most = rows
            .iter()
            .map(|row| number(row.received).max(number(row.sent)));
        let most = most.max().unwrap_or(0);
        let row = |row: &Counted| ShownRow {
            word: self.value(by, &row.value),
            cells: [(Side::Incoming, row.received), (Side::Outgoing, row.sent)]
                .map(|count| self.cell(Some((by, &row.value)), count, most)),
        };
        Listed {
            id,
            title,
            rows: rows.iter().take(shown).map(row).collect(),
            more: rows.len().saturating_sub(shown),
        }
    }

    /// What happened on a track, in words: a phase by its own, else the statistics'.
    fn happened(&self, value: &str) -> String {
        let Some((_, what)) = course::parts(value) else {
            return value.to_owned();
        };
        if let Some(ground) = what
            .strip_prefix(course::REFUSED)
            .and_then(|rest| rest.strip_prefix('.'))
        {
            let ground = self.page.code("case-ground", ground);
            return self.page.say1("stat-course-refused-on", "ground", ground);
        }
        let own = words::key("stat-course", what);
        match words::known(&own) {
            true => self.page.say(&own),
            false => self.page.code("phase", what),
        }
    }

    fn asking(&self, asking: &Asking) -> (String, String, String) {
        let each = asking
            .each_hundredths
            .map_or_else(|| "—".to_owned(), |n| format!("{}.{:02}", n / 100, n % 100));
        let side = self.page.code("case-side", asking.side.code());
        (side, self.count(asking.times), each)
    }

    /// A value in words.
    fn value(&self, by: By, value: &str) -> String {
        let page = self.page;
        let said = |prefix: &str| {
            let key = words::key(prefix, value);
            match words::known(&key) {
                true => page.say(&key),
                false => value.to_owned(),
            }
        };
        match by {
            By::State => value
                .parse()
                .map_or_else(|_| value.to_owned(), |code| self.states.name(&code)),
            By::Kind => kind_named(page.lang, value),
            By::Urgency => said("urgency"),
            By::Ground => said("case-ground"),
            By::Asked => field_named(page, value),
            By::Course => self.happened(value),
            By::AskedTimes => value.to_owned(),
            By::Offence => {
                let key = format!("common-code-offences-{value}");
                paper::words::try_say(page.lang, &key, &[]).unwrap_or_else(|| value.to_owned())
            }
            By::Basis | By::Channel | By::Outcome | By::Arrival | By::Emergency | By::Month => {
                said(&format!("stat-{}", by.code()))
            }
        }
    }

    fn chart(&self, report: &Report) -> Option<Columns> {
        let months = &report.table(By::Month)?.rows;
        let drawn: Vec<(String, u64, u64)> = months
            .iter()
            .skip(months.len().saturating_sub(MONTHS_DRAWN))
            .map(|row| {
                let number = |count: Count| count.number().unwrap_or(0);
                let short = row.value.get(2..).unwrap_or(&row.value);
                (short.to_owned(), number(row.received), number(row.sent))
            })
            .collect();
        let (first, last) = (drawn.first()?, drawn.last()?);
        let text = self
            .page
            .say2("stat-chart-text", ("from", &first.0), ("until", &last.0));
        Some(Columns::of(
            self.page,
            self.page.say("stat-by-month"),
            text,
            &drawn,
        ))
    }

    fn took(&self, took: &model::statistics::Took) -> TookLine {
        let time = |seconds: Option<i64>| match seconds {
            Some(_) => days(seconds),
            None => "—".to_owned(),
        };
        TookLine {
            span: self.page.code("stat-span", took.span.code()),
            side: self.page.code("case-side", took.side.code()),
            n: self.count(took.n),
            median: time(took.median_s),
            ninetieth: time(took.ninetieth_s),
        }
    }
}

/// A value in an address: codes have no other signs that mean something there.
fn encoded(value: &str) -> String {
    value.replace(' ', "%20").replace('+', "%2B")
}

/// The name of a field, from any template that has it; the code of a rule stays.
fn field_named(page: &Page, value: &str) -> String {
    paper::template::all()
        .iter()
        .find_map(|template| {
            let spec = template.spec(value)?;
            paper::words::try_say(page.lang, &spec.words, &[])
        })
        .unwrap_or_else(|| value.to_owned())
}

async fn file(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let report = Asked::of(&me, &query).report(&me).await?;
    let kind = "text/csv; charset=utf-8";
    Ok(file::kept(kind, "statistics.csv", csv(&report)))
}

async fn cases(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Cases>, Problem> {
    let asked = Asked::of(&me, &query);
    let number = query.get("page").and_then(|n| n.parse::<u32>().ok());
    let number = number.unwrap_or(1).saturating_sub(1);
    let reader = me.read(Purpose::Mla).await?;
    let found = reader.behind(&asked.cut, number).await?;
    let states = States::read(&me).await?;
    let page = me.page("stat-cases");
    let sheet = Sheet {
        page: &page,
        states: &states,
        asked: &asked,
    };
    let side = asked
        .cut
        .side
        .map(|side| page.code("case-side", side.code()));
    let value = asked.cut.value.as_ref().map(|(by, value)| {
        let by_word = match course::parts(value).filter(|_| *by == By::Course) {
            Some((track, _)) => page.code("track", track.code()),
            None => page.code("stat-by", by.code()),
        };
        format!("{by_word}: {}", sheet.value(*by, value))
    });
    let pages = u32::try_from(found.total.div_ceil(u64::from(found.size.max(1))));
    let pages = pages.unwrap_or(u32::MAX);
    let lines = Desk::new(&page, &states).lines(&found.rows);
    Ok(Shown(Cases {
        what: side
            .into_iter()
            .chain(value)
            .collect::<Vec<_>>()
            .join(" · "),
        total: found.total,
        back: format!("/statistics?{}", asked.period()),
        lines: (!found.rows.is_empty()).then_some(lines),
        unread: unread(&page, &found.unread),
        pager: (pages > 1).then(|| Pager::of(&page, found.page + 1, pages)),
        page,
    }))
}
