//! Where a piece of evidence comes from, and how far it may go: the questions of the form and their answers.

use model::request::{Obtained, Onward, Provenance, Request, UseLevel, UseLimits};

use super::wrong;
use crate::page::Page;
use crate::pages::requests::form::{posted_date, typed_date};
use crate::part::{Choice, Field};
use crate::{PostForm, Problem};

/// A list of codes of which none may be chosen; `prefix` is the key of its words and, without a code, of the question.
fn select(
    page: &Page,
    name: &str,
    (prefix, codes): (&str, Vec<&str>),
    form: Option<&PostForm>,
) -> Field {
    let typed = form.map_or("", |form| form.text(name));
    let none = Choice::new("", page.code(prefix, "none"), typed.is_empty());
    let one = |code: &&str| Choice::new(*code, page.code(prefix, code), typed == *code);
    let choices = std::iter::once(none).chain(codes.iter().map(one)).collect();
    Field::select(name, page.say(prefix), choices).width("half")
}

/// The questions.
pub(super) fn fields(
    page: &Page,
    request: &Request,
    form: Option<&PostForm>,
    items: &[(String, String)],
) -> Vec<Field> {
    let obtained = Obtained::ALL.iter().map(|one| one.code()).collect();
    let levels = UseLevel::ALL.iter().map(|one| one.code()).collect();
    let onward = Onward::ALL.iter().map(|one| one.code()).collect();
    let mut fields = vec![
        select(page, "obtained", ("saf-obtained", obtained), form)
            .hint(page.say("saf-obtained-hint"))
            .error(wrong(items, "/obtained")),
    ];
    if !request.evidence.is_empty() {
        let chosen =
            |id: &str| form.is_some_and(|form| form.all("derived_from").any(|one| one == id));
        let choices = request
            .evidence
            .iter()
            .map(|item| {
                let id = item.id.to_string();
                let on = chosen(&id);
                Choice::new(id, item.title.clone(), on)
            })
            .collect();
        fields.push(
            Field::checks("derived_from", page.say("saf-derived"), choices)
                .hint(page.say("saf-derived-hint")),
        );
    }
    fields.extend([
        select(page, "level", ("saf-level", levels), form).hint(page.say("saf-level-hint")),
        select(page, "onward", ("saf-onward", onward), form),
        Field::date(
            page,
            "expires",
            page.say("saf-expires"),
            typed_date(form, "expires"),
        )
        .optional(page),
    ]);
    fields
}

fn code<T: std::str::FromStr>(form: &PostForm, name: &str) -> Result<Option<T>, Problem> {
    match form.text(name) {
        "" => Ok(None),
        _ => form.parsed(name).map(Some),
    }
}

/// How it was obtained and what it is derived from, as the form says.
pub(super) fn read(form: &PostForm) -> Result<Provenance, Problem> {
    let derived_from = form
        .all("derived_from")
        .filter(|id| !id.is_empty())
        .map(|id| {
            id.parse()
                .map_err(|_| Problem::input("MALFORMED", "derived_from"))
        })
        .collect::<Result<_, _>>()?;
    Ok(Provenance {
        obtained: code(form, "obtained")?,
        derived_from,
    })
}

/// The limits of use, where any were chosen.
pub(super) fn limits(form: &PostForm) -> Result<Option<UseLimits>, Problem> {
    let Some(level) = code(form, "level")? else {
        return Ok(None);
    };
    Ok(Some(UseLimits {
        level,
        only: Default::default(),
        onward: code(form, "onward")?.unwrap_or_default(),
        expires: posted_date(form, "expires"),
        confidential: form.get("confidential").is_some(),
    }))
}
