//! `/requests/{id}/send`: exactly what leaves the building, to whom, under which label, and a confirmation.

use axum::extract::Path;
use axum::response::{IntoResponse, Redirect, Response};
use model::id::RequestId;
use model::request::{Request, SecondSignature, Stage, Standing};
use paper::template::Wording as _;

use super::draft::{self, Open};
use super::told::{self, States};
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Band, Choice, Errors, Field, Mono};
use crate::{Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/send.html")]
struct Send {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    what: String,
    parts: Vec<String>,
    to_authority: String,
    to_state: String,
    standing: String,
    head_reason: Option<String>,
    label: Band,
    readers: String,
    second: String,
    record: Option<Mono>,
    sealed: String,
    version: i64,
    confirm: Field,
    button: String,
}

/// The page.
pub(crate) async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Response, Problem> {
    let open = draft::open(&me, id).await?;
    if !matches!(open.request.stage, Stage::Approved | Stage::Review) {
        return Ok(Redirect::to(&format!("/requests/{id}")).into_response());
    }
    Ok(Shown(view(&me, &open, Vec::new()).await?).into_response())
}

/// The page again, with what is wrong.
pub(crate) async fn again(
    me: &Signed,
    id: RequestId,
    problem: Problem,
) -> Result<Response, Problem> {
    let open = draft::open(me, id).await?;
    let confirm = problem.field.as_deref() == Some("confirm");
    let text = if confirm {
        me.page("case-send-confirm-missing").title
    } else {
        problem.text(me.lang())
    };
    let items = vec![(problem.field.clone().unwrap_or_default(), text)];
    Ok(shown(problem.status, &view(me, &open, items).await?))
}

async fn view(me: &Signed, open: &Open, items: Vec<(String, String)>) -> Result<Send, Problem> {
    let (request, states) = (&open.request, States::read(me).await?);
    let page = me
        .page("case-send-title")
        .density(Density::Form)
        .band(&request.label)
        .wrong(!items.is_empty());
    let authority = states.authority(&request.to, &request.to_authority);
    let ours = states.authority(&request.from, &request.from_authority);
    let state = states.name(&request.to);
    let wrong = items
        .iter()
        .find(|(name, _)| name == "confirm")
        .map(|(_, text)| text.clone());
    let confirm = vec![Choice::new("1", page.say("case-send-confirm"), false)];
    Ok(Send {
        errors: Errors::of(&page, items),
        request: request.id.to_string(),
        number: request.number.clone(),
        what: open.template.title(page.lang),
        parts: open
            .sections
            .iter()
            .map(|section| section.title.clone())
            .collect(),
        standing: told::standing(&page, &request.standing),
        head_reason: match &request.standing {
            Standing::UrgentCompletion { head_reason, .. } => Some(head_reason.clone()),
            Standing::Complete | Standing::Consultation => None,
        },
        label: Band::of(page.lang, &request.label),
        readers: readers(&states, request),
        second: second(me, &page, request).await?,
        record: request.content_sha256.map(|digest| page.mono(digest)),
        sealed: page.say2("case-send-sealed", ("authority", &ours), ("to", &authority)),
        version: request.version,
        confirm: Field::checks("confirm", page.say("case-send-title"), confirm).error(wrong),
        button: page.say1("case-send-button", "authority", &authority),
        to_authority: authority,
        to_state: state,
        page,
    })
}

fn readers(states: &States, request: &Request) -> String {
    let to = request.label.releasable_to.iter().flatten();
    let name = |code: &String| {
        code.parse()
            .map_or_else(|_| code.clone(), |code| states.name(&code))
    };
    to.map(name).collect::<Vec<_>>().join(", ")
}

async fn second(me: &Signed, page: &Page, request: &Request) -> Result<String, Problem> {
    let officer = match (&request.second, request.approver) {
        (Some(SecondSignature::Domestic { officer, .. }), _) => Some(*officer),
        (Some(SecondSignature::None), _) => None,
        (None, approver) => approver,
    };
    let name = super::show::officer(me, officer).await?;
    Ok(name.unwrap_or_else(|| page.say("case-send-second-none")))
}
