//! `/docket`: an old docket taken over from a table; a dry run lists each row and each fault first.

use axum::Router;
use axum::response::{IntoResponse, Response};
use axum::routing;
use http::StatusCode;
use model::{Verb, limits};
use office::docket::{self, COLUMNS, Import, Report};

use super::people::{Wrong, judged, mendable};
use crate::app::App;
use crate::csrf::File;
use crate::page::{Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field};
use crate::routes::{Need, Row, any, get, post};
use crate::{PostForm, Problem, Signed, Upload};

const IMPORT: Need = any(&[Verb::DocketImport]);

/// Rows shown on a page.
const SHOWN_MAX: usize = 200;

/// The routes of the old docket.
pub const ROUTES: &[Row] = &[get("/docket", IMPORT), post("/docket", IMPORT)];

/// The old docket.
pub fn routes() -> Router<App> {
    Router::new().route("/docket", routing::get(ask).post(take))
}

#[derive(Debug, askama::Template)]
#[template(path = "docket/index.html")]
struct Index {
    page: Page,
    errors: Errors,
    columns: Vec<(&'static str, bool, String)>,
    fields: Vec<Field>,
    report: Option<Told>,
}

/// What became, or would become, of a table.
#[derive(Debug)]
struct Told {
    summary: String,
    /// Line, column, what stands there, what is wrong.
    faults: Vec<(usize, String, String, String)>,
    lines: Vec<Line>,
    more: usize,
}

#[derive(Debug)]
struct Line {
    line: usize,
    number: String,
    /// Where the case is, once it was taken over.
    href: Option<String>,
    state: String,
    side: String,
    subject: String,
    stage: Badge,
    here: bool,
}

fn index(me: &Signed, report: Option<(Report, bool)>, wrong: Wrong) -> Index {
    let page = me.page("docket-title").wrong(wrong.is_some());
    let way = |code: &'static str, on| {
        let mut choice = Choice::new(code, page.code("docket-way", code), on);
        choice.hint = Some(page.say(&format!("docket-way-{code}-hint")));
        choice
    };
    let fields = vec![
        Field::radios(
            "way",
            page.say("docket-way"),
            vec![way("look", true), way("take", false)],
        )
        .required(),
        Field::file("file", page.say("docket-file"), ".csv,text/csv"),
    ];
    let columns = COLUMNS
        .iter()
        .map(|(name, must)| (*name, *must, page.code("docket-column", name)));
    Index {
        columns: columns.collect(),
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        report: report.map(|(report, took)| told(&page, &report, took)),
        page,
    }
}

fn told(page: &Page, report: &Report, took: bool) -> Told {
    let fault = |fault: &docket::Fault| {
        let what = page.code("docket-fault", fault.problem.code());
        (fault.line, fault.column.clone(), fault.cell.clone(), what)
    };
    let line = |line: &docket::Line| Line {
        line: line.line,
        number: line.number.clone(),
        href: (took || line.here).then(|| format!("/requests/{}", line.request)),
        state: line.state.to_string(),
        side: page.code("case-side", line.side.code()),
        subject: line.subject.clone(),
        stage: Badge::stage(page, &line.stage),
        here: line.here,
    };
    let new = report.new_cases();
    let (new, here) = (new.to_string(), (report.lines.len() - new).to_string());
    let key = match (report.faults.is_empty(), took) {
        (false, _) => "docket-faulty",
        (true, false) => "docket-would",
        (true, true) => "docket-did",
    };
    Told {
        summary: page.say2(key, ("new", &new), ("here", &here)),
        faults: report.faults.iter().map(fault).collect(),
        lines: report.lines.iter().take(SHOWN_MAX).map(line).collect(),
        more: report.lines.len().saturating_sub(SHOWN_MAX),
    }
}

async fn ask(me: Signed) -> Shown<Index> {
    Shown(index(&me, None, None))
}

async fn take(me: Signed, upload: Upload) -> Result<Response, Problem> {
    let (form, file) = upload.open().await?;
    match taken(&me, &form, file).await {
        Ok((report, took)) => {
            let status = match report.faults.is_empty() {
                true => StatusCode::OK,
                false => StatusCode::UNPROCESSABLE_ENTITY,
            };
            Ok(shown(status, &index(&me, Some((report, took)), None)))
        }
        Err(problem) => {
            let wrong = mendable(&me, problem)?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &index(&me, None, wrong)).into_response())
        }
    }
}

async fn taken(
    me: &Signed,
    form: &PostForm,
    file: Option<File>,
) -> Result<(Report, bool), Problem> {
    let file = file.ok_or_else(|| Problem::input("MISSING", "file"))?;
    let bytes = file.whole(limits::DOCKET_FILE_BYTES_MAX).await?;
    let table =
        String::from_utf8(bytes.to_vec()).map_err(|_| Problem::input("MALFORMED", "file"))?;
    let authority = me
        .actor()
        .authority()
        .cloned()
        .ok_or_else(Problem::not_allowed)?;
    let act = Import { table, authority };
    let take = form.text("way") == "take";
    let report = match take {
        true => docket::import(me.office(), me.actor(), &act).await?,
        false => docket::look(me.office(), me.actor(), &act).await?,
    };
    let took = take && report.faults.is_empty();
    Ok((report, took))
}
