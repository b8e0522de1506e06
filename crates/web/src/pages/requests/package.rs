//! The paper bridge: `/requests/{id}/package` prints a request with codes that carry it, `/paper` reads such codes again and
//! says whether anything was changed. What is pasted is judged and shown, never kept.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use model::id::RequestId;
use office::bridge::{self, Compared, Held, Signed as Signature, Whole};
use paper::template::Wording as _;

use super::answers::{self, Answers};
use super::check::answerable;
use super::draft;
use super::form;
use super::told::States;
use crate::file;
use crate::page::{Page, Shown, shown};
use crate::part::{Errors, Field};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/package.html")]
struct Package {
    page: Page,
    errors: Errors,
    ask: Field,
    notes: Vec<String>,
    found: Option<Found>,
}

/// What a whole package says.
#[derive(Debug)]
struct Found {
    number: String,
    sha256: String,
    good: bool,
    signed: String,
    held: Option<String>,
    same: bool,
    differs: Vec<[String; 3]>,
    sections: Vec<Answers>,
}

/// The package as PDF.
pub(crate) async fn print(
    me: Signed,
    Path(id): Path<RequestId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let number = draft::open(&me, id).await?.request.number;
    let what = (id, me.lang());
    let (pdf, _) = bridge::print(me.office(), me.actor(), form.act()?, what).await?;
    let name = format!("{number}-package.pdf");
    Ok(file::looked_at("application/pdf", &name, pdf))
}

/// The empty page.
pub(crate) async fn ask(me: Signed) -> Result<Response, Problem> {
    Ok(Shown(blank(&me, "", Vec::new())).into_response())
}

fn blank(me: &Signed, text: &str, items: Vec<(String, String)>) -> Package {
    let page = me.page("bridge-title").wrong(!items.is_empty());
    Package {
        errors: Errors::of(&page, items),
        ask: Field::area("codes", page.say("bridge-box"), text)
            .rows(8)
            .width("mono")
            .hint(page.say("bridge-box-hint"))
            .required(),
        notes: Vec::new(),
        found: None,
        page,
    }
}

/// Reads what was pasted.
pub(crate) async fn scan(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let text = form.text("codes");
    match bridge::scan(me.office(), me.actor(), text).await {
        Ok(compared) => {
            // What is whole need not be pasted again.
            let again = if compared.scanned.whole.is_some() {
                ""
            } else {
                text
            };
            let mut view = blank(&me, again, Vec::new());
            view.notes = notes(&view.page, &compared);
            if let Some(whole) = &compared.scanned.whole {
                let states = States::read(&me).await?;
                view.found = Some(found(&me, &view.page, (&states, whole), &compared.held));
            }
            Ok(Shown(view).into_response())
        }
        Err(error) => match Problem::from(error) {
            problem if answerable(&problem) => {
                let item = ("codes".to_owned(), problem.text(me.lang()));
                Ok(shown(problem.status, &blank(&me, text, vec![item])))
            }
            problem => Err(problem),
        },
    }
}

fn notes(page: &Page, compared: &Compared) -> Vec<String> {
    let scanned = &compared.scanned;
    let total = scanned.total.to_string();
    let said = |key: &str, numbers: &[usize]| {
        let list: Vec<String> = numbers.iter().map(ToString::to_string).collect();
        (!numbers.is_empty()).then(|| page.say2(key, ("n", &list.join(", ")), ("total", &total)))
    };
    [
        said("bridge-missing", &scanned.missing),
        said("bridge-misread", &scanned.misread),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn found(
    me: &Signed,
    page: &Page,
    (states, whole): (&States, &Whole),
    held: &Option<Held>,
) -> Found {
    let form = me
        .office()
        .forms()
        .reading(&whole.template.0, whole.template.1);
    let sections = form.map_or_else(Vec::new, |form| {
        form.template.fields(&whole.content, page.lang)
    });
    let place = |at: &str| form::label_of(&sections, at).unwrap_or_else(|| at.to_owned());
    let differs = held.iter().flat_map(|held| &held.differs);
    let differs = differs
        .map(|d| {
            [
                place(&d.at),
                d.here.clone().unwrap_or_default(),
                d.paper.clone().unwrap_or_default(),
            ]
        })
        .collect::<Vec<_>>();
    Found {
        number: whole.number.clone(),
        sha256: whole.sha256.to_string(),
        good: matches!(whole.signed, Signature::By(_)),
        signed: signed(page, states, &whole.signed),
        same: held.is_some() && differs.is_empty(),
        held: held
            .as_ref()
            .map(|held| format!("/requests/{}", held.request.id)),
        differs,
        sections: answers::of(&sections, None, &|_| false),
    }
}

/// Who signed, in a sentence.
fn signed(page: &Page, states: &States, signed: &Signature) -> String {
    match signed {
        Signature::Nobody => page.say("bridge-signed-nobody"),
        Signature::Wrong => page.say("bridge-signed-wrong"),
        Signature::By(by) | Signature::NoCard(by) => {
            let key = match signed {
                Signature::By(_) => "bridge-signed",
                _ => "bridge-signed-no-card",
            };
            let authority = states.authority(&by.state, &by.authority);
            let who = format!("{}, {authority}", states.name(&by.state));
            let date = paper::words::time(page.lang, by.at, page.zone.to_offset(by.at));
            page.say2(key, ("who", &who), ("date", &date))
        }
    }
}
