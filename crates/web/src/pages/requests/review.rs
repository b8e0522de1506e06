//! `/requests/{id}/review`: the second person reads everything, then approves or returns with a note. Never the author.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use model::finding::Level;
use model::id::RequestId;
use model::request::Stage;

use super::answers::{self, Answers};
use super::draft::{self, Open};
use super::form::{self, Remark};
use super::told::{self, States};
use crate::page::{Page, Shown, shown};
use crate::part::{Errors, Field, Name, Urgent};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/review.html")]
struct Review {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    to: Name,
    author: String,
    standing: String,
    urgency: Urgent,
    reasons: Vec<(String, String, String)>,
    open: Vec<Remark>,
    sections: Vec<Answers>,
    own: bool,
    validated_by: Option<String>,
    waits_for_judge: bool,
    version: i64,
    note: Field,
}

/// The page.
pub(crate) async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Response, Problem> {
    let open = draft::open(&me, id).await?;
    if open.request.stage != Stage::Review {
        return Ok(Redirect::to(&format!("/requests/{id}")).into_response());
    }
    Ok(Shown(view(&me, &open, None, Vec::new()).await?).into_response())
}

/// The page again, with what is wrong.
pub(crate) async fn again(
    me: &Signed,
    id: RequestId,
    form: &PostForm,
    problem: Problem,
) -> Result<Response, Problem> {
    let open = draft::open(me, id).await?;
    let items = vec![(
        problem.field.clone().unwrap_or_default(),
        problem.text(me.lang()),
    )];
    Ok(shown(
        problem.status,
        &view(me, &open, Some(form), items).await?,
    ))
}

async fn view(
    me: &Signed,
    open: &Open,
    form: Option<&PostForm>,
    items: Vec<(String, String)>,
) -> Result<Review, Problem> {
    let (request, states) = (&open.request, States::read(me).await?);
    let page = me
        .page("case-review-title")
        .band(&request.label)
        .wrong(!items.is_empty());
    let checked = draft::check(me, request.id).await?;
    let id = request.id.to_string();
    let reason = |(code, reason): (&String, &String)| {
        let finding = checked
            .findings
            .iter()
            .find(|finding| &finding.code == code);
        let text = finding
            .map(|finding| form::sentence(&page, &open.sections, finding))
            .unwrap_or_default();
        (code.clone(), text, reason.clone())
    };
    let unanswered = |f: &&model::finding::Finding| {
        f.level != Level::Hint && !request.findings_accepted.contains_key(&f.code)
    };
    let (state, authority) = (
        states.name(&request.to),
        states.authority(&request.to, &request.to_authority),
    );
    Ok(Review {
        errors: Errors::of(&page, items),
        number: request.number.clone(),
        to: page.name(page.say2(
            "case-draft-of",
            ("authority", &authority),
            ("state", &state),
        )),
        author: super::show::officer(me, request.author)
            .await?
            .unwrap_or_else(|| page.say("case-unknown")),
        standing: told::standing(&page, &request.standing),
        urgency: page.urgency(&request.urgency),
        reasons: request.findings_accepted.iter().map(reason).collect(),
        open: checked
            .findings
            .iter()
            .filter(unanswered)
            .map(|f| form::remark(&page, &id, &open.sections, f))
            .collect(),
        sections: answers::of(&open.sections, None, &|_| false),
        own: own(me, open),
        validated_by: super::show::officer(me, request.validated_by).await?,
        waits_for_judge: request.waits_for_judge(),
        version: request.version,
        note: Field::area(
            "reason",
            page.say("case-review-return-note"),
            form.map_or("", |form| form.text("reason")),
        )
        .rows(3)
        .required(),
        request: id,
        page,
    })
}

/// Whether the reader's hands were on it: then somebody else must be the second person.
pub(crate) fn own(me: &Signed, open: &Open) -> bool {
    open.request.hands().contains(&me.officer().id)
}
