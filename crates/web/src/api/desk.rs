//! What a desk asks of all its requests at once: the search, and the statistics with the requests behind each number.

use std::collections::BTreeMap;

use axum::Json;
use axum::extract::Query;
use axum::extract::rejection::QueryRejection;
use jiff::civil::Date;
use model::Purpose;
use model::request::Side;
use model::statistics::{Asking, By, Cut, Report, Row, Took};
use office::reader::{Found, Page, RequestLine};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::LineJson;
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(search))
        .routes(routes!(statistics))
        .routes(routes!(cases))
}

/// What is searched.
#[derive(Debug, Deserialize, ToSchema)]
struct SearchJson {
    /// Words, all of which must be found.
    text: String,
    /// Counted from 0.
    #[serde(default)]
    page: u32,
}

/// A request that was found.
#[derive(Debug, Serialize, ToSchema)]
struct FoundJson {
    line: LineJson,
    /// Where the words stand ("number", "title", "name", "evidence", "content", "message"), with what stands around them.
    places: Vec<(String, String)>,
}

impl From<Found> for FoundJson {
    fn from(found: Found) -> Self {
        let places = found.places.into_iter();
        Self {
            line: LineJson::from(found.line),
            places: places
                .map(|(place, text)| (place.code().to_owned(), text))
                .collect(),
        }
    }
}

/// A page of what was found.
#[derive(Debug, Serialize, ToSchema)]
struct FoundPage {
    rows: Vec<FoundJson>,
    /// Counted from 0.
    page: u32,
    /// In all.
    total: u64,
    /// Ids of records on this page that cannot be read.
    unread: Vec<String>,
}

/// Searches all requests that may be seen, what is over included; newest first. A question is posted: it may hold a name.
#[utoipa::path(post, path = "/api/1/search", tag = "requests", request_body = SearchJson,
    responses((status = 200, description = "A page of what was found.", body = FoundPage), Problems))]
async fn search(me: Signed, Asked(body): Asked<SearchJson>) -> Result<Json<FoundPage>, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let Page {
        rows,
        page,
        total,
        unread,
        ..
    } = reader.search(&body.text, body.page).await?;
    Ok(Json(FoundPage {
        rows: rows.into_iter().map(FoundJson::from).collect(),
        page,
        total,
        unread,
    }))
}

/// Which requests are counted.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Counted {
    /// First day, as 2026-01-01, by this State's calendar.
    from: Option<String>,
    /// Last day.
    until: Option<String>,
    /// Hide groups smaller than five, and what would tell them.
    #[serde(default)]
    shared: bool,
}

/// Which requests stand behind a number.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Behind {
    /// First day, as 2026-01-01, by this State's calendar.
    from: Option<String>,
    /// Last day.
    until: Option<String>,
    /// "incoming" or "outgoing".
    side: Option<String>,
    /// By what is counted ("course"), with `value`.
    by: Option<String>,
    /// The value ("extradition.granted").
    value: Option<String>,
    /// Counted from 0.
    #[serde(default)]
    page: u32,
}

/// The period as moments: from the begin of the first day to the end of the last.
fn period(me: &Signed, (from, until): (Option<&str>, Option<&str>)) -> Result<Cut, Problem> {
    let calendar = me.office().calendar();
    let day = |text: Option<&str>, field: &str| -> Result<Option<Date>, Problem> {
        let read = |text: &str| text.parse().map_err(|_| Problem::input("MALFORMED", field));
        text.map(read).transpose()
    };
    let before = |day: Date| day.yesterday().ok().map(|day| calendar.end_of(day));
    Ok(Cut {
        from: day(from, "from")?.and_then(before),
        until: day(until, "until")?.map(|day| calendar.end_of(day)),
        ..Cut::default()
    })
}

/// Two numbers; nothing where a number is hidden.
#[derive(Debug, Serialize, ToSchema)]
struct Both {
    received: Option<u64>,
    sent: Option<u64>,
}

impl From<&Row> for Both {
    fn from(row: &Row) -> Self {
        Self {
            received: row.received.number(),
            sent: row.sent.number(),
        }
    }
}

/// How long something took.
#[derive(Debug, Serialize, ToSchema)]
struct TookJson {
    /// What ("acknowledged", "decided", "surrendered").
    span: &'static str,
    /// "incoming" or "outgoing".
    side: &'static str,
    /// In how many requests; nothing where hidden.
    n: Option<u64>,
    /// Half took no longer, in seconds.
    median_s: Option<i64>,
    /// Nine of ten took no longer, in seconds.
    ninetieth_s: Option<i64>,
}

impl From<&Took> for TookJson {
    fn from(took: &Took) -> Self {
        Self {
            span: took.span.code(),
            side: took.side.code(),
            n: took.n.number(),
            median_s: took.median_s,
            ninetieth_s: took.ninetieth_s,
        }
    }
}

/// How often information was requested.
#[derive(Debug, Serialize, ToSchema)]
struct AskingJson {
    /// "incoming" or "outgoing".
    side: &'static str,
    /// In all; nothing where hidden.
    times: Option<u64>,
    /// For each request, in hundredths.
    each_hundredths: Option<u64>,
}

impl From<&Asking> for AskingJson {
    fn from(asking: &Asking) -> Self {
        Self {
            side: asking.side.code(),
            times: asking.times.number(),
            each_hundredths: asking.each_hundredths,
        }
    }
}

/// What the requests say together.
#[derive(Debug, Serialize, ToSchema)]
struct ReportJson {
    total: Both,
    /// By what is counted, then by value.
    tables: BTreeMap<&'static str, BTreeMap<String, Both>>,
    took: Vec<TookJson>,
    information_requests: Vec<AskingJson>,
}

impl From<&Report> for ReportJson {
    fn from(report: &Report) -> Self {
        let rows = |rows: &[Row]| {
            rows.iter()
                .map(|row| (row.value.clone(), Both::from(row)))
                .collect()
        };
        Self {
            total: Both {
                received: report.received.number(),
                sent: report.sent.number(),
            },
            tables: report
                .tables
                .iter()
                .map(|table| (table.by.code(), rows(&table.rows)))
                .collect(),
            took: report.took.iter().map(TookJson::from).collect(),
            information_requests: report.asking.iter().map(AskingJson::from).collect(),
        }
    }
}

/// The statistics: counts by codes, times, requests for information.
#[utoipa::path(get, path = "/api/1/statistics", tag = "requests", params(Counted),
    responses((status = 200, description = "The figures.", body = ReportJson), Problems))]
async fn statistics(
    me: Signed,
    wanted: Result<Query<Counted>, QueryRejection>,
) -> Result<Json<ReportJson>, Problem> {
    let Query(wanted) = wanted.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let cut = period(&me, (wanted.from.as_deref(), wanted.until.as_deref()))?;
    let report = me.read(Purpose::Mla).await?.statistics(&cut).await?;
    let report = if wanted.shared {
        report.shared()
    } else {
        report
    };
    Ok(Json(ReportJson::from(&report)))
}

/// A page of requests.
#[derive(Debug, Serialize, ToSchema)]
struct CasesJson {
    rows: Vec<LineJson>,
    /// Counted from 0.
    page: u32,
    /// In all.
    total: u64,
    /// Ids of records on this page that cannot be read.
    unread: Vec<String>,
}

/// The requests behind a number, those begun last first.
#[utoipa::path(get, path = "/api/1/statistics/cases", tag = "requests", params(Behind),
    responses((status = 200, description = "A page of them.", body = CasesJson), Problems))]
async fn cases(
    me: Signed,
    wanted: Result<Query<Behind>, QueryRejection>,
) -> Result<Json<CasesJson>, Problem> {
    let Query(wanted) = wanted.map_err(|_| Problem::new("BAD-REQUEST"))?;
    let malformed = |field: &'static str| move || Problem::input("MALFORMED", field);
    let side = wanted
        .side
        .as_deref()
        .map(|side| Side::from_code(side).ok_or_else(malformed("side")));
    let by = wanted
        .by
        .as_deref()
        .map(|by| By::from_code(by).ok_or_else(malformed("by")));
    let cut = Cut {
        side: side.transpose()?,
        value: by.transpose()?.zip(wanted.value),
        ..period(&me, (wanted.from.as_deref(), wanted.until.as_deref()))?
    };
    let reader = me.read(Purpose::Mla).await?;
    let found: Page<RequestLine> = reader.behind(&cut, wanted.page).await?;
    Ok(Json(CasesJson {
        rows: found.rows.into_iter().map(LineJson::from).collect(),
        page: found.page,
        total: found.total,
        unread: found.unread,
    }))
}
