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
use model::template::Forms;
use model::{AssignmentId, Purpose, RequestId, Verb};
use office::assignments::{self, OnAssignment, Sheet};
use paper::template::Wording as _;

use super::people::{Wrong, judged, mendable};
use super::requests::answers::{self, Answers};
use crate::app::App;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field, Tone, When};
use crate::routes::{Need, Row, any, get, post};
use crate::{Ctx, PostForm, Problem, Signed};

const READ: Need = any(&[Verb::RequestRead]);

/// The routes of assignments.
pub const ROUTES: &[Row] = &[
    get("/requests/{id}/assignments", READ),
    post("/requests/{id}/assignments", any(&[Verb::AssignmentGive])),
    get("/requests/{id}/assignments/{assignment}", READ),
    post(
        "/requests/{id}/assignments/{assignment}/remind",
        any(&[Verb::AssignmentRemind]),
    ),
    post(
        "/requests/{id}/assignments/{assignment}/end",
        any(&[Verb::AssignmentEnd]),
    ),
    get("/assignment/{token}", Need::Open),
    post("/assignment/{token}", Need::Open),
    post("/assignment/{token}/report", Need::Open),
];

/// Assignments.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/requests/{id}/assignments", routing::get(index).post(give))
        .route("/requests/{id}/assignments/{assignment}", routing::get(one))
        .route(
            "/requests/{id}/assignments/{assignment}/remind",
            routing::post(remind),
        )
        .route(
            "/requests/{id}/assignments/{assignment}/end",
            routing::post(end),
        )
        .route("/assignment/{token}", routing::get(door).post(open))
        .route("/assignment/{token}/report", routing::post(report))
}

/// An assignment in one line.
#[derive(Debug)]
pub(crate) struct AssignmentLine {
    pub(crate) href: String,
    pub(crate) authority: String,
    pub(crate) measure: String,
    pub(crate) badge: Badge,
    pub(crate) due: When,
}

#[derive(Debug, askama::Template)]
#[template(path = "assignments/index.html")]
struct Index {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    lines: Vec<AssignmentLine>,
    /// The questions of a new assignment; none where nothing can be given.
    fields: Vec<Field>,
}

#[derive(Debug, askama::Template)]
#[template(path = "assignments/one.html")]
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
#[template(path = "assignments/door.html")]
struct Door {
    page: Page,
    action: String,
    done: bool,
}

#[derive(Debug, askama::Template)]
#[template(path = "assignments/sheet.html")]
struct Opened {
    page: Page,
    action: String,
    facts: Vec<(String, String)>,
    order: String,
    sections: Vec<Answers>,
    fields: Vec<Field>,
}

/// The assignments of a request as lines.
pub(crate) fn lines(
    (page, forms): (&Page, &Forms),
    request: &Request,
    assignments: &[Assignment],
) -> Vec<AssignmentLine> {
    let line = |assignment: &Assignment| AssignmentLine {
        href: format!(
            "/requests/{}/assignments/{}",
            assignment.request, assignment.id
        ),
        authority: assignment.given.authority.clone(),
        measure: measure_word((page, forms), request, assignment.given.measure),
        badge: badge(page, assignment),
        due: page.day(&assignment.given.due),
    };
    assignments.iter().map(line).collect()
}

pub(crate) fn badge(page: &Page, assignment: &Assignment) -> Badge {
    let tone = match assignment.stage {
        AssignmentStage::Given => Tone::Waiting,
        AssignmentStage::Opened => Tone::Active,
        AssignmentStage::Reported => Tone::Plain,
        AssignmentStage::Done => Tone::Done,
        AssignmentStage::TakenBack => Tone::Ended,
    };
    Badge::new(tone, page.code("assignment-stage", assignment.stage.code()))
}

/// A measure in words, counted from one as people do.
fn measure_word((page, forms): (&Page, &Forms), request: &Request, index: usize) -> String {
    let kind = request.measures.iter().find(|m| m.index == index);
    let kind = kind.map_or("", |measure| measure.kind.as_str());
    let reading = forms.reading(&request.template, request.template_version);
    let word = reading.map(|r| r.template.code_word(page.lang, "measures", kind));
    format!("{} {}", index + 1, word.unwrap_or_else(|| kind.to_owned()))
}

async fn index(me: Signed, Path(id): Path<RequestId>) -> Result<Response, Problem> {
    Ok(shown(StatusCode::OK, &list(&me, id, (None, None)).await?))
}

async fn list(
    me: &Signed,
    id: RequestId,
    (form, wrong): (Option<&PostForm>, Wrong),
) -> Result<Index, Problem> {
    let request = me.request(id).await?;
    let assignments = me.read(Purpose::Mla).await?.assignments(id).await?;
    let page = me
        .page("assignment-title")
        .band(&request.label)
        .wrong(wrong.is_some());
    let forms = me.office().forms();
    let fields = questions((&page, forms), &request, form);
    Ok(Index {
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        request: id.to_string(),
        number: request.number.clone(),
        lines: lines((&page, forms), &request, &assignments),
        page,
    })
}

/// What a new assignment is asked for; nothing where no measure can be given.
fn questions(
    (page, forms): (&Page, &Forms),
    request: &Request,
    form: Option<&PostForm>,
) -> Vec<Field> {
    let open = |stage| matches!(stage, MeasureStage::Accepted | MeasureStage::InExecution);
    let measures: Vec<Choice> = request
        .measures
        .iter()
        .filter(|measure| request.side == Side::Incoming && open(measure.stage))
        .map(|measure| {
            let value = measure.index.to_string();
            let on = form.is_some_and(|form| form.text("measure") == value);
            Choice::new(
                value,
                measure_word((page, forms), request, measure.index),
                on,
            )
        })
        .collect();
    if measures.is_empty() || !page.may(Verb::AssignmentGive) {
        return Vec::new();
    }
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let day = |name: &'static str, key: &str| {
        Field::text(name, page.say(key), typed(name))
            .line("date")
            .width("short")
    };
    vec![
        Field::select("measure", page.say("assignment-measure"), measures),
        Field::text(
            "authority",
            page.say("assignment-authority"),
            typed("authority"),
        )
        .hint(page.say("assignment-authority-hint"))
        .required(),
        Field::area("order", page.say("assignment-order"), typed("order"))
            .hint(page.say("assignment-order-hint"))
            .required(),
        day("due", "assignment-due").required(),
        day("remind_on", "assignment-remind-on").optional(page),
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
        Ok(assignment) => Ok(me
            .done(
                &format!("/requests/{id}/assignments/{assignment}"),
                "assignment-given",
            )
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
    Ok(assignments::give(me.office(), me.actor(), (form.act()?, id, what)).await?)
}

async fn one(
    me: Signed,
    Path((id, assignment)): Path<(RequestId, AssignmentId)>,
) -> Result<Shown<One>, Problem> {
    let assignment = me.read(Purpose::Mla).await?.assignment(assignment).await?;
    if assignment.request != id {
        return Err(Problem::not_found());
    }
    let request = me.request(id).await?;
    let page = me.page("assignment-one").band(&request.label);
    let link = match page.may(Verb::AssignmentGive) {
        true => assignments::link(me.office(), &assignment)?,
        false => None,
    };
    let base = &me.office().settings().pages_url;
    let mut facts = vec![
        (
            page.say("assignment-authority"),
            assignment.given.authority.clone(),
        ),
        (
            page.say("assignment-measure"),
            measure_word(
                (&page, me.office().forms()),
                &request,
                assignment.given.measure,
            ),
        ),
        (page.say("assignment-order"), assignment.given.order.clone()),
        (
            page.say("assignment-due"),
            paper::words::date(page.lang, assignment.given.due),
        ),
    ];
    if let Some((_, report)) = &assignment.report {
        facts.extend([
            (
                page.say("assignment-result"),
                page.code("assignment-result", report.result.code()),
            ),
            (
                page.say("assignment-on"),
                paper::words::date(page.lang, report.on),
            ),
            (page.say("assignment-by"), report.by.clone()),
            (page.say("assignment-text"), report.text.clone()),
        ]);
    }
    Ok(Shown(One {
        request: id.to_string(),
        number: request.number.clone(),
        action: format!("/requests/{id}/assignments/{}", assignment.id),
        version: assignment.version,
        badge: badge(&page, &assignment),
        facts,
        moments: moments(&page, &assignment),
        link: link.map(|token| format!("{}/assignment/{token}", base.trim_end_matches('/'))),
        until: page.when(&assignment.link_until),
        waits: assignment.waits() && page.may(Verb::AssignmentRemind),
        reported: assignment.stage == AssignmentStage::Reported && page.may(Verb::AssignmentEnd),
        page,
    }))
}

/// What happened to it, and when.
fn moments(page: &Page, assignment: &Assignment) -> Vec<(String, When)> {
    let moment = |key: &str, at| (page.say(key), page.when(at));
    let mut moments = vec![moment("assignment-stage-given", &assignment.created)];
    let opened = assignment.opened.iter();
    moments.extend(opened.map(|at| moment("assignment-stage-opened", at)));
    let reminded = assignment.reminded.iter();
    moments.extend(reminded.map(|at| moment("assignment-reminded", at)));
    if let Some((at, _)) = &assignment.report {
        moments.push(moment("assignment-stage-reported", at));
    }
    moments
}

fn on(form: &PostForm, assignment: AssignmentId) -> Result<OnAssignment, Problem> {
    Ok(OnAssignment {
        act: form.act()?,
        assignment,
        version: form.version()?,
    })
}

async fn remind(
    me: Signed,
    Path((id, assignment)): Path<(RequestId, AssignmentId)>,
    form: PostForm,
) -> Result<Redirect, Problem> {
    assignments::remind(me.office(), me.actor(), on(&form, assignment)?).await?;
    Ok(me.done(
        &format!("/requests/{id}/assignments/{assignment}"),
        "assignment-reminded",
    ))
}

async fn end(
    me: Signed,
    Path((id, assignment)): Path<(RequestId, AssignmentId)>,
    form: PostForm,
) -> Result<Redirect, Problem> {
    assignments::end(me.office(), me.actor(), on(&form, assignment)?).await?;
    Ok(me.done(
        &format!("/requests/{id}/assignments/{assignment}"),
        "assignment-ended",
    ))
}

/// The door says nothing of what is behind it: who only follows a link, as programs do that look at letters, learns nothing and uses
/// nothing up.
async fn door(ctx: Ctx, Path(token): Path<String>) -> Shown<Door> {
    Shown(Door {
        page: ctx.page("assignment-door").density(Density::Form),
        action: format!("/assignment/{token}"),
        done: false,
    })
}

async fn open(
    ctx: Ctx,
    Path(token): Path<String>,
    form: PostForm,
) -> Result<Shown<Opened>, Problem> {
    let sheet = assignments::open(ctx.app().office(), form.act()?, &token).await?;
    Ok(Shown(opened(&ctx, &token, &sheet)))
}

fn opened(ctx: &Ctx, token: &str, sheet: &Sheet) -> Opened {
    let page = ctx.page("assignment-sheet").density(Density::Form);
    let (name, version) = &sheet.template;
    // The State's own forms too.
    let reading = ctx.app().office().forms().reading(name, *version);
    let sections = reading.map_or_else(Vec::new, |reading| {
        let mut sections = reading.template.fields(&sheet.content, page.lang);
        sections.retain(|section| {
            section
                .repeat
                .as_ref()
                .is_some_and(|r| r.pointer == "/measures")
        });
        answers::of(&sections, None, &|_| false)
    });
    let given = &sheet.assignment.given;
    let results = AssignmentResult::ALL.iter().map(|result| {
        Choice::new(
            result.code(),
            page.code("assignment-result", result.code()),
            false,
        )
    });
    Opened {
        action: format!("/assignment/{token}/report"),
        facts: vec![
            (page.say("assignment-number"), sheet.number.clone()),
            (page.say("assignment-from"), sheet.from.to_string()),
            (page.say("assignment-authority"), given.authority.clone()),
            (
                page.say("assignment-due"),
                paper::words::date(page.lang, given.due),
            ),
        ],
        order: given.order.clone(),
        sections,
        fields: vec![
            Field::radios("result", page.say("assignment-result"), results.collect()).required(),
            Field::text("on", page.say("assignment-on"), "")
                .line("date")
                .width("short")
                .required(),
            Field::text("by", page.say("assignment-by"), "").required(),
            Field::area("text", page.say("assignment-text"), "").required(),
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
    assignments::report(ctx.app().office(), form.act()?, &token, what).await?;
    Ok(Shown(Door {
        page: ctx.page("assignment-thanks").density(Density::Form),
        action: String::new(),
        done: true,
    }))
}

/// The assignments of a request, for its page.
pub(crate) async fn of_case(
    me: &Signed,
    page: &Page,
    request: &Request,
) -> Result<Vec<AssignmentLine>, Problem> {
    if request.side == Side::Outgoing {
        return Ok(Vec::new());
    }
    let assignments = me.read(Purpose::Mla).await?.assignments(request.id).await?;
    let forms = me.office().forms();
    Ok(lines((page, forms), request, &assignments))
}
