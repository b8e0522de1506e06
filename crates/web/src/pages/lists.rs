//! The lists the border asks: their age and version, and the import of a new version with its progress.
//!
//! An import runs beside the request that began it; its page reloads by itself. The jobs are kept in memory only: what is in
//! use stands in the table, whatever became of the page.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing;
use bytes::Bytes;
use http::StatusCode;
use model::{ActId, OfficerId, Purpose, Verb, limits};
use office::Progress;
use office::screening::{self, Import, ImportReport, ListPart};

use crate::app::App;
use crate::csrf::File;
use crate::page::{Page, Shown, shown};
use crate::part::{Errors, Field, When};
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed, Upload};

mod changes;

/// The routes of the lists.
pub const ROUTES: &[Row] = &[
    get("/lists", any(&[Verb::ListRead])),
    post("/lists", any(&[Verb::ListImport])),
    get("/lists/import/{job}", any(&[Verb::ListImport])),
    get("/lists/{id}/changes", any(&[Verb::ListRead])),
];

/// Imports remembered by a node.
const JOBS_MAX: usize = 16;
/// How often the page of a running import looks again.
const RELOAD_S: u32 = 1;

/// Lists.
pub fn routes() -> Router<App> {
    // Room for the other inputs beside the file.
    let import = routing::get(index)
        .post(import)
        .layer(DefaultBodyLimit::max(
            limits::LIST_FILE_BYTES_MAX + (1 << 20),
        ));
    Router::new()
        .route("/lists", import)
        .route("/lists/import/{job}", routing::get(progress))
        .route("/lists/{id}/changes", routing::get(changes::show))
}

#[derive(Debug, askama::Template)]
#[template(path = "lists/index.html")]
struct Index {
    page: Page,
    errors: Errors,
    lists: Vec<Line>,
    import: Option<Vec<Field>>,
}

#[derive(Debug)]
struct Line {
    id: String,
    name: String,
    sha256: String,
    date: String,
    age: String,
    individuals: String,
    entities: String,
    changes: String,
    imported: When,
}

#[derive(Debug, askama::Template)]
#[template(path = "lists/progress.html")]
struct Running {
    page: Page,
    errors: Errors,
    running: bool,
    done: u64,
    total: Option<u64>,
    step: String,
    lines: Vec<String>,
}

async fn index(me: Signed) -> Result<Shown<Index>, Problem> {
    view(&me, None, Vec::new()).await.map(Shown)
}

async fn view(
    me: &Signed,
    form: Option<&PostForm>,
    items: Vec<(String, String)>,
) -> Result<Index, Problem> {
    let lists = me.read(Purpose::Administration).await?.lists().await?;
    let page = me.page("list-title").wrong(!items.is_empty());
    let number = |n: u64| paper::words::number(page.lang, i64::try_from(n).unwrap_or(i64::MAX));
    let today = page.now.to_zoned(page.zone.clone()).date();
    let lines = lists.iter().map(|list| {
        let day: Option<jiff::civil::Date> = list
            .published
            .as_deref()
            .and_then(|day| day.get(..10))
            .and_then(|day| day.parse().ok());
        let age = day
            .and_then(|day| today.since((jiff::Unit::Day, day)).ok())
            .map(|span| i64::from(span.get_days()));
        Line {
            id: list.id.clone(),
            name: list.name.clone(),
            sha256: super::requests::show::short(&list.sha256.to_string()),
            date: day.map_or_else(
                || page.say("case-unknown"),
                |day| paper::words::date(page.lang, day),
            ),
            age: age.map_or_else(
                || page.say("case-unknown"),
                |days| page.say_n("list-age-days", days.max(0)),
            ),
            individuals: number(list.individuals),
            entities: number(list.entities),
            changes: counted(&page, list.added, list.changed, list.removed),
            imported: page.when(&list.imported),
        }
    });
    let lines = lines.collect();
    let import = page
        .may(Verb::ListImport)
        .then(|| fields(&page, form, &items));
    Ok(Index {
        errors: Errors::of(&page, items),
        lists: lines,
        import,
        page,
    })
}

fn counted(page: &Page, added: u64, changed: u64, removed: u64) -> String {
    let text = |n: u64| n.to_string();
    let args = BTreeMap::from([
        ("added".to_owned(), text(added)),
        ("changed".to_owned(), text(changed)),
        ("removed".to_owned(), text(removed)),
    ]);
    crate::words::say_map(page.lang, "list-changes-text", &args)
}

fn fields(page: &Page, form: Option<&PostForm>, items: &[(String, String)]) -> Vec<Field> {
    let typed = |name: &str| form.map(|form| form.text(name).to_owned());
    let wrong = |name: &str| {
        items
            .iter()
            .find(|(field, _)| field == name)
            .map(|(_, text)| text.clone())
    };
    let name = typed("name").unwrap_or_else(|| page.say("list-import-name-value"));
    let removals = Field::text(
        "accept_removals",
        page.say("list-import-removals"),
        typed("accept_removals").unwrap_or_default(),
    );
    let id = Field::text(
        "id",
        page.say("list-import-id"),
        typed("id").unwrap_or_default(),
    );
    let mapping = Field::area(
        "mapping",
        page.say("list-import-mapping"),
        typed("mapping").unwrap_or_default(),
    );
    vec![
        Field::text("name", page.say("list-import-name"), name).width("half"),
        id.hint(page.say("list-import-id-hint"))
            .width("short")
            .optional(page)
            .error(wrong("id")),
        removals
            .hint(page.say("list-import-removals-hint"))
            .width("short")
            .optional(page)
            .error(wrong("accept_removals")),
        mapping
            .hint(page.say("list-import-mapping-hint"))
            .optional(page)
            .error(wrong("mapping")),
        Field::file(
            "file",
            page.say("list-import-file"),
            ".xml,.csv,.txt,.json,.jsonl,application/xml,text/xml,text/csv",
        )
        .error(wrong("file")),
    ]
}

async fn import(me: Signed, upload: Upload) -> Result<Response, Problem> {
    let (form, act) = {
        let (form, file) = upload.open().await?;
        let act = match file {
            Some(file) => read(&form, file).await,
            None => Err(Problem::input("MISSING", "file")),
        };
        (form, act)
    };
    let act = match act {
        Ok(act) => act,
        Err(problem) if problem.status == StatusCode::UNPROCESSABLE_ENTITY => {
            let missing = problem.code == "MISSING";
            let text = if missing {
                me.page("list-import-file-missing").title
            } else {
                problem.text(me.lang())
            };
            let items = vec![(problem.field.clone().unwrap_or_default(), text)];
            return Ok(shown(problem.status, &view(&me, Some(&form), items).await?));
        }
        Err(problem) => return Err(problem),
    };
    let id = act.act;
    let job = me.ctx().app().imports().begin(id, me.officer().id);
    let (office, actor) = (me.office().clone(), me.actor().clone());
    tokio::spawn(async move {
        let result = screening::import(&office, &actor, act, &*job)
            .await
            .map_err(Problem::from);
        job.end(result);
    });
    Ok(Redirect::to(&format!("/lists/import/{id}")).into_response())
}

async fn read(form: &PostForm, file: File) -> Result<Import, Problem> {
    let removals = form.text("accept_removals");
    let accept_removals = match removals.parse() {
        Ok(number) => Some(number),
        Err(_) if removals.is_empty() => None,
        Err(_) => return Err(Problem::input("MALFORMED", "accept_removals")),
    };
    let mapping = form.text("mapping").trim();
    Ok(Import {
        id: form.text("id").trim().to_owned(),
        name: form.text("name").to_owned(),
        files: vec![ListPart {
            name: file.name.clone(),
            bytes: file.whole(limits::LIST_FILE_BYTES_MAX).await?,
        }],
        mapping: Some(mapping.to_owned()).filter(|text| !text.is_empty()),
        accept_removals,
        ..Import::of(form.act()?, Bytes::new())
    })
}

async fn progress(me: Signed, Path(job): Path<String>) -> Result<Shown<Running>, Problem> {
    let page = me.page("list-import-running");
    let imports = me.ctx().app().imports();
    let job = job
        .parse::<ActId>()
        .ok()
        .and_then(|act| imports.find(act, me.officer().id));
    let Some(job) = job else {
        let step = page.say("list-import-gone");
        return Ok(Shown(Running::at_rest(page, step)));
    };
    let result = job
        .result
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    Ok(Shown(match result {
        None => running(page, &job),
        Some(Ok(report)) => imported(page.titled(me.page("list-title").title), &report),
        Some(Err(problem)) => {
            let page = page.titled(me.page("list-import-title").title).wrong(true);
            let errors = Errors::of(&page, vec![(String::new(), problem.text(page.lang))]);
            let step = page.say("list-import-failed");
            Running {
                errors,
                ..Running::at_rest(page, step)
            }
        }
    }))
}

fn running(page: Page, job: &Job) -> Running {
    let (done, total) = (
        job.done.load(Ordering::Relaxed),
        job.total.load(Ordering::Relaxed),
    );
    let what = job
        .what
        .lock()
        .unwrap_or_else(PoisonError::into_inner)
        .clone();
    let step = if what.is_empty() {
        page.title.clone()
    } else {
        page.code("list-import-step", &what)
    };
    let total = (total > 0).then_some(total);
    Running {
        running: true,
        done,
        total,
        ..Running::at_rest(page.refresh(RELOAD_S), step)
    }
}

fn imported(page: Page, report: &ImportReport) -> Running {
    let text = |n: u64| paper::words::number(page.lang, i64::try_from(n).unwrap_or(i64::MAX));
    let (individuals, entities) = (text(report.individuals), text(report.entities));
    let step = page.say2(
        "list-import-done",
        ("individuals", &individuals),
        ("entities", &entities),
    );
    let mut lines = vec![
        counted(&page, report.added, report.changed, report.removed),
        report.sha256.to_string(),
    ];
    if !report.dropped.is_empty() {
        let names: Vec<&str> = report.dropped.keys().map(String::as_str).collect();
        lines.push(page.say1("list-import-dropped", "names", names.join(", ")));
    }
    Running {
        lines,
        ..Running::at_rest(page, step)
    }
}

impl Running {
    /// Nothing moves any more.
    fn at_rest(page: Page, step: String) -> Self {
        let errors = Errors::of(&page, Vec::new());
        Self {
            page,
            errors,
            running: false,
            done: 0,
            total: None,
            step,
            lines: Vec::new(),
        }
    }
}

/// An import as its page sees it.
#[derive(Debug, Default)]
struct Job {
    done: AtomicU64,
    total: AtomicU64,
    what: Mutex<String>,
    result: Mutex<Option<Result<ImportReport, Problem>>>,
}

/// The imports of one node, by their act and by who began them: nobody finds another's. Act ids grow with time, so the
/// first is the oldest.
#[derive(Debug, Default)]
pub(crate) struct Jobs(Mutex<BTreeMap<(ActId, OfficerId), Arc<Job>>>);

impl Jobs {
    fn begin(&self, act: ActId, officer: OfficerId) -> Arc<Job> {
        let job = Arc::new(Job::default());
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while jobs.len() >= JOBS_MAX {
            jobs.pop_first();
        }
        jobs.insert((act, officer), Arc::clone(&job));
        job
    }

    fn find(&self, act: ActId, officer: OfficerId) -> Option<Arc<Job>> {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .get(&(act, officer))
            .cloned()
    }
}

impl Job {
    fn end(&self, result: Result<ImportReport, Problem>) {
        *self.result.lock().unwrap_or_else(PoisonError::into_inner) = Some(result);
    }
}

impl Progress for Job {
    fn step(&self, done: u64, total: Option<u64>, what: &str) {
        self.done.store(done, Ordering::Relaxed);
        self.total
            .store(total.unwrap_or_default(), Ordering::Relaxed);
        what.clone_into(&mut self.what.lock().unwrap_or_else(PoisonError::into_inner));
    }
}
