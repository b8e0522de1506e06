//! `/complaints`: rights said to be violated in the course of cooperation, who answers, and what the answer was. A desk sees
//! its own, the auditor all of them.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use model::id::RequestId;
use model::request::{Complain, Remedy, Respond};
use model::{ActId, AuthorityId, Purpose, Verb};
use office::safeguards::{self, ComplaintLine};

use super::acts::optional_day;
use super::again;
use crate::page::{Page, Shown, shown};
use crate::pages::requests::check::answerable;
use crate::pages::requests::steps::on;
use crate::part::{Badge, Choice, Errors, Field, Pager, Tone, When};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "safeguards/complaints.html")]
struct Register {
    page: Page,
    errors: Errors,
    lines: Vec<Line>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct Line {
    number: String,
    right: String,
    badge: Badge,
    at: When,
    complainant: String,
    text: String,
    answers: String,
    due: Option<String>,
    response: Option<(String, String, When)>,
    form: Option<(String, Vec<Field>)>,
}

pub(super) async fn complain(
    me: Signed,
    Path(id): Path<RequestId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = match read(&form).and_then(|what| on(&form, id, what)) {
        Ok(on) => safeguards::complain(me.office(), me.actor(), on)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    match done {
        Ok(_) => Ok(me.done("/complaints", "complaint").into_response()),
        Err(problem) if answerable(&problem) => again(&me, id, ("complain", &form), problem).await,
        Err(problem) => Err(problem),
    }
}

fn read(form: &PostForm) -> Result<Complain, Problem> {
    Ok(Complain {
        right: form.parsed("right")?,
        complainant: form.text("complainant").to_owned(),
        text: form.need("text")?.to_owned(),
        answers: form.parsed("answers")?,
        answer_by: optional_day(form, "answer_by")?,
    })
}

pub(super) async fn list(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let number = query.get("page").and_then(|n| n.parse::<u32>().ok());
    let number = number.unwrap_or(1).saturating_sub(1);
    Ok(Shown(register(&me, number, Vec::new()).await?).into_response())
}

pub(super) async fn answer(
    me: Signed,
    Path(id): Path<ActId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = match (form.parsed::<Remedy>("remedy"), form.act()) {
        (Ok(remedy), Ok(act)) => {
            let what = Respond {
                remedy,
                text: form.text("text").to_owned(),
            };
            safeguards::respond(me.office(), me.actor(), (act, id), what)
                .await
                .map_err(Problem::from)
        }
        (Err(problem), _) | (_, Err(problem)) => Err(problem),
    };
    match done {
        Ok(_) => Ok(me.done("/complaints", "complaint-answered").into_response()),
        Err(problem) if answerable(&problem) => {
            let items = vec![(String::new(), problem.text(me.lang()))];
            Ok(shown(problem.status, &register(&me, 0, items).await?))
        }
        Err(problem) => Err(problem),
    }
}

async fn register(
    me: &Signed,
    number: u32,
    items: Vec<(String, String)>,
) -> Result<Register, Problem> {
    let page = me.page("complaint-title").wrong(!items.is_empty());
    let reader = me.read(Purpose::Oversight).await?;
    let found = reader.complaints(number).await?;
    let pages = u32::try_from(found.total.div_ceil(u64::from(found.size.max(1))));
    let pages = pages.unwrap_or(u32::MAX);
    Ok(Register {
        errors: Errors::of(&page, items),
        lines: found.rows.iter().map(|one| line(me, &page, one)).collect(),
        pager: (pages > 1).then(|| Pager::of(&page, found.page + 1, pages)),
        page,
    })
}

fn line(me: &Signed, page: &Page, one: &ComplaintLine) -> Line {
    let complaint = &one.complaint;
    let remedies = Remedy::ALL
        .iter()
        .map(|r| Choice::new(r.code(), page.code("complaint-remedy", r.code()), false))
        .collect();
    let answerable = complaint.is_open() && page.may(Verb::ComplaintAnswer);
    Line {
        number: one.number.clone(),
        right: page.code("complaint-right", complaint.what.right.code()),
        badge: if complaint.is_open() {
            Badge::new(Tone::Waiting, page.say("complaint-open"))
        } else {
            Badge::new(Tone::Done, page.say("complaint-answered"))
        },
        at: page.when(&complaint.at),
        complainant: complaint.what.complainant.clone(),
        text: complaint.what.text.clone(),
        answers: authority(me, page, &complaint.what.answers),
        due: complaint
            .what
            .answer_by
            .map(|day| paper::words::date(page.lang, day)),
        response: complaint.response.as_ref().map(|response| {
            (
                page.code("complaint-remedy", response.remedy.code()),
                response.text.clone(),
                page.when(&response.at),
            )
        }),
        form: answerable.then(|| {
            let fields = vec![
                Field::select("remedy", page.say("complaint-remedy"), remedies),
                Field::area("text", page.say("saf-reasons"), "")
                    .rows(3)
                    .required(),
            ];
            (format!("/complaints/{}/answer", one.id), fields)
        }),
    }
}

/// The name of an authority of this State: the auditor has no directory.
fn authority(me: &Signed, page: &Page, id: &AuthorityId) -> String {
    let ours = &me.office().settings().authorities;
    let found = ours.iter().find(|authority| authority.id == *id);
    found.map_or_else(
        || id.to_string(),
        |authority| model::state::name_in(&authority.name, page.lang).to_owned(),
    )
}
