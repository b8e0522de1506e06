//! A new application: who applies, for what, and what is said to be wrong. Nothing is searched by it.

use axum::response::{IntoResponse, Response};
use model::access::{Apply, Person, Scope};
use office::access::{self, Enter};

use crate::page::{Density, Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::form::{posted_date, typed_date};
use crate::part::{Choice, Errors, Field};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "access/new.html")]
pub(super) struct New {
    page: Page,
    errors: Errors,
    fields: Vec<Field>,
}

fn fields(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let scopes = Scope::ALL.iter().map(|scope| {
        let on = scope.code() == typed("scope");
        Choice::new(scope.code(), page.code("access-scope", scope.code()), on)
    });
    let received = typed_date(posted, "received");
    vec![
        Field::radios("scope", page.say("access-scope"), scopes.collect()).required(),
        Field::area(
            "person/names",
            page.say("access-names"),
            typed("person/names"),
        )
        .hint(page.say("access-names-hint"))
        .rows(2)
        .required(),
        Field::text("person/born", page.say("access-born"), typed("person/born"))
            .hint(page.say("access-born-hint"))
            .width("half")
            .optional(page),
        Field::text(
            "nationality",
            page.say("access-nationality"),
            typed("nationality"),
        )
        .hint(page.say("access-nationality-hint"))
        .width("short")
        .optional(page),
        Field::area("wrong", page.say("access-wrong"), typed("wrong"))
            .hint(page.say("access-wrong-hint"))
            .rows(4)
            .optional(page),
        Field::date(page, "received", page.say("access-received"), received).required(),
    ]
}

fn form_of(me: &Signed, (posted, wrong): (Option<&PostForm>, Wrong)) -> New {
    let page = me
        .page("access-new-title")
        .density(Density::Form)
        .wrong(wrong.is_some());
    New {
        fields: judged(fields(&page, posted), &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    }
}

pub(super) async fn form(me: Signed) -> Result<Shown<New>, Problem> {
    Ok(Shown(form_of(&me, (None, None))))
}

fn read(form: &PostForm) -> Result<Enter, Problem> {
    let received = posted_date(form, "received");
    Ok(Enter {
        act: form.act()?,
        apply: Apply {
            scope: form.parsed("scope")?,
            person: Person {
                names: form.lines("person/names"),
                born: form.text("person/born").trim().to_owned(),
                nationality: match form.text("nationality").trim() {
                    "" => None,
                    _ => Some(form.parsed("nationality")?),
                },
            },
            wrong: form.text("wrong").trim().to_owned(),
            received: received.ok_or_else(|| Problem::input("MALFORMED", "received"))?,
        },
    })
}

pub(super) async fn enter(me: Signed, posted: PostForm) -> Result<Response, Problem> {
    let done = async {
        let act = read(&posted)?;
        Ok::<_, Problem>(access::enter(me.office(), me.actor(), act).await?)
    };
    match done.await {
        Ok(id) => Ok(me
            .done(&format!("/access/{id}"), "access-entered")
            .into_response()),
        Err(problem) if answerable(&problem) => {
            let field = problem.field.clone().unwrap_or_default();
            let wrong = Some((field, problem.text(me.lang())));
            Ok(shown(problem.status, &form_of(&me, (Some(&posted), wrong))))
        }
        Err(problem) => Err(problem),
    }
}
