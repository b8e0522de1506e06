//! `/requests/{id}/draft/{section}`: one topic a page, generated from the template. What is missing never stops saving;
//! remarks of the rules stand beside the questions and, once something was written, at the question itself.

use std::sync::Arc;

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use model::finding::{Finding, Level};
use model::id::RequestId;
use model::request::{Edit, Request, Stage};
use office::requests::{self, Checked};
use paper::template::{self, Section, Template, Wording as _};
use serde_json::Value;

use super::form::{self, Remark};
use super::told::States;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Errors, Name};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/draft.html")]
struct Draft {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    to: Name,
    version: i64,
    section: form::Shown,
    sections: Vec<Topic>,
    complete_percent: u8,
    findings: Vec<Remark>,
}

/// The findings alone, for a draft that is being written.
#[derive(Debug, askama::Template)]
#[template(path = "requests/findings.html")]
pub(crate) struct Findings {
    page: Page,
    findings: Vec<Remark>,
}

/// One section in the list beside the questions.
#[derive(Debug)]
struct Topic {
    id: String,
    title: String,
    state: String,
    here: bool,
}

/// A draft as its pages need it.
pub(crate) struct Open {
    /// The request.
    pub(crate) request: Request,
    /// Its template.
    pub(crate) template: Arc<Template>,
    /// Whether it is the very form the request was written on.
    pub(crate) exact: bool,
    /// Its sections, with the content as it stands on the page.
    pub(crate) sections: Vec<Section>,
}

/// Reads a request with its form; what may not be read is not there.
pub(crate) async fn open(me: &Signed, id: RequestId) -> Result<Open, Problem> {
    let request = me.request(id).await?;
    let form = me
        .office()
        .forms()
        .reading(&request.template, request.template_version)
        .ok_or_else(|| Problem::new("TEMPLATE"))?;
    let template = form.template;
    let sections = template.fields(&request.content_now(), me.lang());
    Ok(Open {
        request,
        template,
        exact: form.exact,
        sections,
    })
}

/// The first section.
pub(crate) async fn first(me: Signed, Path(id): Path<RequestId>) -> Result<Redirect, Problem> {
    let draft = open(&me, id).await?;
    let section = draft
        .sections
        .first()
        .map_or("", |section| section.id.as_str());
    Ok(Redirect::to(&format!("/requests/{id}/draft/{section}")))
}

/// One section.
pub(crate) async fn show(
    me: Signed,
    Path((id, section)): Path<(RequestId, String)>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let draft = open(&me, id).await?;
    if draft.request.stage != Stage::Draft {
        return Ok(Redirect::to(&format!("/requests/{id}")).into_response());
    }
    let checked = check(&me, id).await?;
    let all = query.contains_key("all");
    let view = view(&me, &draft, &section, &checked, (all, None)).await?;
    Ok(Shown(view).into_response())
}

/// Saves one section, whatever is missing, and goes where the button says.
pub(crate) async fn save(
    me: Signed,
    Path((id, section)): Path<(RequestId, String)>,
    form: PostForm,
) -> Result<Response, Problem> {
    let mut draft = open(&me, id).await?;
    let pairs = form::pairs(form.pairs());
    let content = draft.template.posted(&pairs, &draft.request.content);
    let what = Edit {
        content: Some(content.clone()),
        ..Edit::default()
    };
    let act = super::steps::on(&form, id, what)?;
    match requests::edit(me.office(), me.actor(), act).await {
        Ok(version) => {
            if form.text("_save") != "draft" {
                return Ok(
                    Redirect::to(&whither(&draft, &section, &form, &content, &me)).into_response(),
                );
            }
            draft.request.version = version;
            draft.request.content = content;
            draft.sections = draft.template.fields(&draft.request.content, me.lang());
            let checked = check(&me, id).await?;
            Ok(Shown(view(&me, &draft, &section, &checked, (true, None)).await?).into_response())
        }
        Err(error) => {
            let problem = Problem::from(error);
            if problem.status.is_server_error()
                || problem.status == StatusCode::NOT_FOUND
                || problem.status == StatusCode::FORBIDDEN
            {
                return Err(problem);
            }
            // What was typed stands on the page; it is saved on the version that is there now.
            draft.sections = draft.template.fields(&content, me.lang());
            let checked = check(&me, id).await?;
            let text = if problem.code == "STALE" {
                me.page("case-draft-stale").title
            } else {
                problem.text(me.lang())
            };
            let item = (problem.field.clone().unwrap_or_default(), text);
            let view = view(&me, &draft, &section, &checked, (true, Some(item))).await?;
            Ok(shown(problem.status, &view))
        }
    }
}

/// Saves a section and answers with its remarks alone, as a fragment.
pub(crate) async fn findings(
    me: Signed,
    Path((id, section)): Path<(RequestId, String)>,
    form: PostForm,
) -> Result<Shown<Findings>, Problem> {
    let draft = open(&me, id).await?;
    let content = draft
        .template
        .posted(&form::pairs(form.pairs()), &draft.request.content);
    let what = Edit {
        content: Some(content),
        ..Edit::default()
    };
    requests::edit(me.office(), me.actor(), super::steps::on(&form, id, what)?).await?;
    let (draft, checked) = (open(&me, id).await?, check(&me, id).await?);
    let page = me.page("case-draft-sections");
    let findings = remarks(&page, &draft, &section, &checked);
    Ok(Shown(Findings { findings, page }))
}

/// Where a saved section leads: its own list again, the next section, the case, or the check.
fn whither(draft: &Open, section: &str, form: &PostForm, content: &Value, me: &Signed) -> String {
    let (id, root) = (draft.request.id, format!("/requests/{}", draft.request.id));
    if let Some(pointer) = form.get("_add") {
        let last = content
            .pointer(pointer)
            .and_then(Value::as_array)
            .map_or(0, |list| list.len().saturating_sub(1));
        return format!(
            "{root}/draft/{section}#{}",
            form::anchor(&format!("{pointer}/{last}"))
        );
    }
    if form.get("_remove").is_some() {
        return format!("{root}/draft/{section}");
    }
    if form.text("_save") == "leave" {
        return format!("{root}?done=saved");
    }
    // Answers may have opened or closed sections.
    let sections = draft.template.fields(content, me.lang());
    let here = sections.iter().position(|s| s.id == section);
    match here.and_then(|at| sections.get(at + 1)) {
        Some(next) => format!("/requests/{id}/draft/{}", next.id),
        None => format!("{root}/check"),
    }
}

/// What the rules say about the request as it is saved.
pub(crate) async fn check(me: &Signed, id: RequestId) -> Result<Checked, Problem> {
    Ok(requests::check(me.office(), me.actor(), id).await?)
}

fn remarks(page: &Page, draft: &Open, section: &str, checked: &Checked) -> Vec<Remark> {
    let id = draft.request.id.to_string();
    let here = |finding: &&Finding| {
        form::section_of(&draft.sections, &finding.field).is_some_and(|s| s.id == section)
    };
    checked
        .findings
        .iter()
        .filter(here)
        .map(|finding| form::remark(page, &id, &draft.sections, finding))
        .collect()
}

async fn view(
    me: &Signed,
    draft: &Open,
    section: &str,
    checked: &Checked,
    (all, problem): (bool, Option<(String, String)>),
) -> Result<Draft, Problem> {
    let states = States::read(me).await?;
    let this = draft
        .sections
        .iter()
        .find(|s| s.id == section)
        .ok_or_else(Problem::not_found)?;
    let title = me
        .page("case-draft-sections")
        .say1("case-draft-title", "section", &this.title);
    let page = me
        .page("case-draft-sections")
        .titled(title)
        .density(Density::Desk)
        .module("draft")
        .wrong(problem.is_some());
    let page = page.band(&draft.request.label);
    // A question nobody has come to yet is not scolded.
    let show = |field: &template::Field| {
        let answered = all || field.standing != template::Standing::Empty;
        let of_field =
            |finding: &&Finding| finding.field == field.pointer && finding.level != Level::Hint;
        let found = checked.findings.iter().find(of_field)?;
        answered.then(|| form::sentence(&page, &draft.sections, found))
    };
    let (state, authority) = (
        states.name(&draft.request.to),
        states.authority(&draft.request.to, &draft.request.to_authority),
    );
    Ok(Draft {
        errors: Errors::of(&page, problem.into_iter().collect()),
        request: draft.request.id.to_string(),
        number: draft.request.number.clone(),
        to: page.name(page.say2(
            "case-draft-of",
            ("authority", &authority),
            ("state", &state),
        )),
        version: draft.request.version,
        section: form::shown(&page, this, &show),
        sections: topics(&page, draft, section, checked),
        complete_percent: checked.complete_percent,
        findings: remarks(&page, draft, section, checked),
        page,
    })
}

fn topics(page: &Page, draft: &Open, here: &str, checked: &Checked) -> Vec<Topic> {
    let gaps = |section: &Section| {
        let counts = |finding: &&Finding| {
            finding.level == Level::Block
                && form::section_of(&draft.sections, &finding.field)
                    .is_some_and(|s| s.id == section.id)
        };
        checked.findings.iter().filter(counts).count()
    };
    let topic = |section: &Section| Topic {
        id: section.id.clone(),
        title: section.title.clone(),
        state: page.say_n("case-draft-gaps", gaps(section)),
        here: section.id == here,
    };
    draft.sections.iter().map(topic).collect()
}
