//! Measures in the hands of domestic authorities. For officers: give, remind, take over or back, with the link to hand on. For whoever
//! holds a link: a door that says nothing, the one measure with its order, and the report; no account, no other page.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing;
use http::StatusCode;
use jiff::civil::Date;
use model::request::{
    Assign, Assignment, AssignmentReport, AssignmentResult, AssignmentStage, MeasureStage, Request,
    Side,
};
use model::{AssignmentId, Purpose, RequestId, Verb};
use office::tasks::{self, OnTask, Sheet};
use paper::template::{self, Wording as _};

use super::people::{Wrong, judged, mendable};
use super::requests::answers::{self, Answers};
use crate::app::App;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field, Tone, When};
use crate::routes::{Need, Row, any, get, post};
use crate::{Ctx, PostForm, Problem, Signed};

const READ: Need = any(&[Verb::RequestRead]);

/// The routes of tasks.
pub const ROUTES: &[Row] = &[
    get("/requests/{id}/tasks", READ),
    post("/requests/{id}/tasks", any(&[Verb::TaskGive])),
    get("/requests/{id}/tasks/{task}", READ),
    post(
        "/requests/{id}/tasks/{task}/remind",
        any(&[Verb::TaskRemind]),
    ),
    post("/requests/{id}/tasks/{task}/end", any(&[Verb::TaskEnd])),
    get("/task/{token}", Need::Open),
    post("/task/{token}", Need::Open),
    post("/task/{token}/report", Need::Open),
];

/// Tasks.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/requests/{id}/tasks", routing::get(index).post(give))
        .route("/requests/{id}/tasks/{task}", routing::get(one))
        .route("/requests/{id}/tasks/{task}/remind", routing::post(remind))
        .route("/requests/{id}/tasks/{task}/end", routing::post(end))
        .route("/task/{token}", routing::get(door).post(open))
        .route("/task/{token}/report", routing::post(report))
}

/// A task in one line.
#[derive(Debug)]
pub(crate) struct TaskLine {
    pub(crate) href: String,
    pub(crate) authority: String,
    pub(crate) measure: String,
    pub(crate) badge: Badge,
    pub(crate) due: When,
}

#[derive(Debug, askama::Template)]
#[template(path = "tasks/index.html")]
struct Index {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    lines: Vec<TaskLine>,
    /// The questions of a new task; none where nothing can be given.
    fields: Vec<Field>,
}

#[derive(Debug, askama::Template)]
#[template(path = "tasks/one.html")]
struct One {
    page: Page,
    request: String,
    number: String,
    action: String,
    version: i64,
    badge: Badge,
    facts: Vec<(String, String)>,
    moments: Vec<(String, When)>,
    link: Option<String>,
    until: When,
    waits: bool,
    reported: bool,
}

#[derive(Debug, askama::Template)]
#[template(path = "tasks/door.html")]
struct Door {
    page: Page,
    action: String,
    done: bool,
}

#[derive(Debug, askama::Template)]
#[template(path = "tasks/sheet.html")]
struct Opened {
    page: Page,
    action: String,
    facts: Vec<(String, String)>,
    order: String,
    sections: Vec<Answers>,
    fields: Vec<Field>,
}

/// The tasks of a request as lines.
pub(crate) fn lines(page: &Page, request: &Request, tasks: &[Assignment]) -> Vec<TaskLine> {
    let line = |task: &Assignment| TaskLine {
        href: format!("/requests/{}/tasks/{}", task.request, task.id),
        authority: task.given.authority.clone(),
        measure: measure_word(page, request, task.given.measure),
        badge: badge(page, task),
        due: page.day(&task.given.due),
    };
    tasks.iter().map(line).collect()
}

pub(crate) fn badge(page: &Page, task: &Assignment) -> Badge {
    let tone = match task.stage {
        AssignmentStage::Given => Tone::Waiting,
        AssignmentStage::Opened => Tone::Active,
        AssignmentStage::Reported => Tone::Plain,
        AssignmentStage::Done => Tone::Done,
        AssignmentStage::TakenBack => Tone::Ended,
    };
    Badge::new(tone, page.code("task-stage", task.stage.code()))
}

/// A measure in words, counted from one as people do.
fn measure_word(page: &Page, request: &Request, index: usize) -> String {
    let kind = request.measures.iter().find(|m| m.index == index);
    let kind = kind.map_or("", |measure| measure.kind.as_str());
    let template = template::find(&request.template, request.template_version);
    let word = template.map(|t| t.code_word(page.lang, "measures", kind));
    format!("{} {}", index + 1, word.unwrap_or_else(|| kind.to_owned()))
}

async fn read(me: &Signed, id: RequestId) -> Result<Request, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    reader.request(id).await?.ok_or_else(Problem::not_found)
}

async fn index(me: Signed, Path(id): Path<RequestId>) -> Result<Response, Problem> {
    Ok(shown(StatusCode::OK, &list(&me, id, (None, None)).await?))
}

async fn list(
    me: &Signed,
    id: RequestId,
    (form, wrong): (Option<&PostForm>, Wrong),
) -> Result<Index, Problem> {
    let request = read(me, id).await?;
    let tasks = me.read(Purpose::Mla).await?.tasks(id).await?;
    let page = me
        .page("task-title")
        .band(&request.label)
        .wrong(wrong.is_some());
    let fields = questions(&page, &request, form);
    Ok(Index {
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        request: id.to_string(),
        number: request.number.clone(),
        lines: lines(&page, &request, &tasks),
        page,
    })
}

/// What a new task is asked for; nothing where no measure can be given.
fn questions(page: &Page, request: &Request, form: Option<&PostForm>) -> Vec<Field> {
    let open = |stage| matches!(stage, MeasureStage::Accepted | MeasureStage::InExecution);
    let measures: Vec<Choice> = request
        .measures
        .iter()
        .filter(|measure| request.side == Side::Incoming && open(measure.stage))
        .map(|measure| {
            let value = measure.index.to_string();
            let on = form.is_some_and(|form| form.text("measure") == value);
            Choice::new(value, measure_word(page, request, measure.index), on)
        })
        .collect();
    if measures.is_empty() || !page.may(Verb::TaskGive) {
        return Vec::new();
    }
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let day = |name: &'static str, key: &str| {
        Field::text(name, page.say(key), typed(name))
            .line("date")
            .width("short")
    };
    vec![
        Field::select("measure", page.say("task-measure"), measures),
        Field::text("authority", page.say("task-authority"), typed("authority"))
            .hint(page.say("task-authority-hint"))
            .required(),
        Field::area("order", page.say("task-order"), typed("order"))
            .hint(page.say("task-order-hint"))
            .required(),
        day("due", "task-due").required(),
        day("remind_on", "task-remind-on").optional(page),
    ]
}

fn posted_day(form: &PostForm, name: &str) -> Result<Option<Date>, Problem> {
    match form.text(name) {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|_| Problem::input("MALFORMED", name)),
    }
}

async fn give(me: Signed, Path(id): Path<RequestId>, form: PostForm) -> Result<Response, Problem> {
    match given(&me, id, &form).await {
        Ok(task) => Ok(me
            .done(&format!("/requests/{id}/tasks/{task}"), "task-given")
            .into_response()),
        Err(problem) => {
            let wrong = mendable(&me, problem)?;
            let page = list(&me, id, (Some(&form), wrong)).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

async fn given(me: &Signed, id: RequestId, form: &PostForm) -> Result<AssignmentId, Problem> {
    let what = Assign {
        measure: form.parsed("measure")?,
        authority: form.need("authority")?.to_owned(),
        order: form.need("order")?.to_owned(),
        due: posted_day(form, "due")?.ok_or_else(|| Problem::input("MISSING", "due"))?,
        remind_on: posted_day(form, "remind_on")?,
    };
    Ok(tasks::give(me.office(), me.actor(), (form.act()?, id, what)).await?)
}

async fn one(
    me: Signed,
    Path((id, task)): Path<(RequestId, AssignmentId)>,
) -> Result<Shown<One>, Problem> {
    let task = me.read(Purpose::Mla).await?.task(task).await?;
    if task.request != id {
        return Err(Problem::not_found());
    }
    let request = read(&me, id).await?;
    let page = me.page("task-one").band(&request.label);
    let link = match page.may(Verb::TaskGive) {
        true => tasks::link(me.office(), &task)?,
        false => None,
    };
    let base = &me.office().settings().pages_url;
    let mut facts = vec![
        (page.say("task-authority"), task.given.authority.clone()),
        (
            page.say("task-measure"),
            measure_word(&page, &request, task.given.measure),
        ),
        (page.say("task-order"), task.given.order.clone()),
        (
            page.say("task-due"),
            paper::words::date(page.lang, task.given.due),
        ),
    ];
    if let Some((_, report)) = &task.report {
        facts.extend([
            (
                page.say("task-result"),
                page.code("task-result", report.result.code()),
            ),
            (
                page.say("task-on"),
                paper::words::date(page.lang, report.on),
            ),
            (page.say("task-by"), report.by.clone()),
            (page.say("task-text"), report.text.clone()),
        ]);
    }
    let mut moments = vec![(page.say("task-stage-given"), page.when(&task.created))];
    let opened = task
        .opened
        .iter()
        .map(|at| (page.say("task-stage-opened"), page.when(at)));
    let reminded = task
        .reminded
        .iter()
        .map(|at| (page.say("task-reminded"), page.when(at)));
    moments.extend(opened.chain(reminded));
    if let Some((at, _)) = &task.report {
        moments.push((page.say("task-stage-reported"), page.when(at)));
    }
    Ok(Shown(One {
        request: id.to_string(),
        number: request.number.clone(),
        action: format!("/requests/{id}/tasks/{}", task.id),
        version: task.version,
        badge: badge(&page, &task),
        facts,
        moments,
        link: link.map(|token| format!("{}/task/{token}", base.trim_end_matches('/'))),
        until: page.when(&task.link_until),
        waits: task.waits() && page.may(Verb::TaskRemind),
        reported: task.stage == AssignmentStage::Reported && page.may(Verb::TaskEnd),
        page,
    }))
}

fn on(form: &PostForm, task: AssignmentId) -> Result<OnTask, Problem> {
    Ok(OnTask {
        act: form.act()?,
        task,
        version: form.version()?,
    })
}

async fn remind(
    me: Signed,
    Path((id, task)): Path<(RequestId, AssignmentId)>,
    form: PostForm,
) -> Result<Redirect, Problem> {
    tasks::remind(me.office(), me.actor(), on(&form, task)?).await?;
    Ok(me.done(&format!("/requests/{id}/tasks/{task}"), "task-reminded"))
}

async fn end(
    me: Signed,
    Path((id, task)): Path<(RequestId, AssignmentId)>,
    form: PostForm,
) -> Result<Redirect, Problem> {
    tasks::end(me.office(), me.actor(), on(&form, task)?).await?;
    Ok(me.done(&format!("/requests/{id}/tasks/{task}"), "task-ended"))
}

/// The door says nothing of what is behind it: who only follows a link, as programs do that look at letters, learns nothing and uses
/// nothing up.
async fn door(ctx: Ctx, Path(token): Path<String>) -> Shown<Door> {
    Shown(Door {
        page: ctx.page("task-door").density(Density::Form),
        action: format!("/task/{token}"),
        done: false,
    })
}

async fn open(
    ctx: Ctx,
    Path(token): Path<String>,
    form: PostForm,
) -> Result<Shown<Opened>, Problem> {
    let sheet = tasks::open(ctx.app().office(), form.act()?, &token).await?;
    Ok(Shown(opened(&ctx, &token, &sheet)))
}

fn opened(ctx: &Ctx, token: &str, sheet: &Sheet) -> Opened {
    let page = ctx.page("task-sheet").density(Density::Form);
    let (name, version) = &sheet.template;
    let sections = template::find(name, *version).map_or_else(Vec::new, |template| {
        let mut sections = template.fields(&sheet.content, page.lang);
        sections.retain(|section| {
            section
                .repeat
                .as_ref()
                .is_some_and(|r| r.pointer == "/measures")
        });
        answers::of(&sections, None, &|_| false)
    });
    let given = &sheet.task.given;
    let results = AssignmentResult::ALL.iter().map(|result| {
        Choice::new(
            result.code(),
            page.code("task-result", result.code()),
            false,
        )
    });
    Opened {
        action: format!("/task/{token}/report"),
        facts: vec![
            (page.say("task-number"), sheet.number.clone()),
            (page.say("task-from"), sheet.from.to_string()),
            (page.say("task-authority"), given.authority.clone()),
            (
                page.say("task-due"),
                paper::words::date(page.lang, given.due),
            ),
        ],
        order: given.order.clone(),
        sections,
        fields: vec![
            Field::radios("result", page.say("task-result"), results.collect()).required(),
            Field::text("on", page.say("task-on"), "")
                .line("date")
                .width("short")
                .required(),
            Field::text("by", page.say("task-by"), "").required(),
            Field::area("text", page.say("task-text"), "").required(),
        ],
        page,
    }
}

async fn report(
    ctx: Ctx,
    Path(token): Path<String>,
    form: PostForm,
) -> Result<Shown<Door>, Problem> {
    let what = AssignmentReport {
        result: AssignmentResult::from_code(form.text("result"))
            .ok_or_else(|| Problem::input("MISSING", "result"))?,
        on: posted_day(&form, "on")?.ok_or_else(|| Problem::input("MISSING", "on"))?,
        by: form.need("by")?.to_owned(),
        text: form.need("text")?.to_owned(),
    };
    tasks::report(ctx.app().office(), form.act()?, &token, what).await?;
    Ok(Shown(Door {
        page: ctx.page("task-thanks").density(Density::Form),
        action: String::new(),
        done: true,
    }))
}

/// The tasks of a request, for its page.
pub(crate) async fn of_case(
    me: &Signed,
    page: &Page,
    request: &Request,
) -> Result<Vec<TaskLine>, Problem> {
    if request.side == Side::Outgoing {
        return Ok(Vec::new());
    }
    let tasks = me.read(Purpose::Mla).await?.tasks(request.id).await?;
    Ok(lines(page, request, &tasks))
}
