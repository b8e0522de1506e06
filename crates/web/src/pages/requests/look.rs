//! Before anything leaves the building: what was written, to whom it goes, and a button that sends it. Nothing is done yet.

use axum::response::{IntoResponse, Response};
use model::id::RequestId;

use super::told::States;
use super::{draft, offer, show};
use crate::page::{Density, Page, Shown};
use crate::{PostForm, Problem, Signed};

/// Set by a form whose act leaves the building: show it once more.
pub(crate) const LOOK: &str = "_look";
/// Set by the button that leads back to the form.
pub(crate) const BACK: &str = "_back";
/// What the page gives each form anew, or what asked for this page.
const NOT_REPEATED: [&str; 3] = ["_csrf", LOOK, BACK];

#[derive(Debug, askama::Template)]
#[template(path = "requests/look.html")]
struct Look {
    page: Page,
    number: String,
    request: String,
    action: String,
    class: &'static str,
    button: String,
    lead: String,
    facts: Vec<(String, String)>,
    repeated: Vec<(String, String)>,
    token: String,
}

/// The page.
///
/// # Errors
/// `MISSING` where an answer is wanted and none was given; not found where the step is not offered.
pub(crate) async fn show(
    me: &Signed,
    id: RequestId,
    name: &str,
    form: &PostForm,
) -> Result<Response, Problem> {
    let open = draft::open(me, id).await?;
    let request = &open.request;
    let step = show::offered_step(me, &open, name, form).await?;
    // Offered a moment ago, and not any more: the act itself says why.
    let step = step.ok_or_else(|| Problem::new("STALE"))?;
    let page = me
        .page("look-title")
        .density(Density::Form)
        .band(&request.label);
    let states = States::read(me).await?;
    Ok(Shown(Look {
        number: request.number.clone(),
        request: id.to_string(),
        facts: facts(&page, &step, form)?,
        action: step.action,
        class: step.class,
        button: step.button,
        lead: page.say1(
            if request.is_on_paper() {
                "look-lead-paper"
            } else {
                "look-lead"
            },
            "state",
            states.name(request.partner()),
        ),
        repeated: form
            .pairs()
            .filter(|(name, _)| !NOT_REPEATED.contains(name))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        token: me.ctx().form_token().to_owned(),
        page,
    })
    .into_response())
}

/// Each question with what was answered; what was left open is left out.
fn facts(
    page: &Page,
    step: &offer::Step,
    form: &PostForm,
) -> Result<Vec<(String, String)>, Problem> {
    let mut facts = Vec::new();
    for field in step.fields.iter().flat_map(offer::Ask::fields) {
        match field.answered(page, form) {
            Some(said) => facts.push((field.label.clone(), said)),
            None if field.required => return Err(Problem::input("MISSING", &field.name)),
            None => {}
        }
    }
    Ok(facts)
}
