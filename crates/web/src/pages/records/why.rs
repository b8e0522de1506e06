//! Why a record is opened that somebody else keeps.

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use model::RecordId;
use model::bulk::Occasion;
use office::records::{self, Consult};
use serde::Deserialize;

use super::{lacks, reader};
use crate::page::{Density, Page, Shown, shown};
use crate::pages::people::judged;
use crate::pages::sign_in::local;
use crate::part::{Errors, Field, select};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "records/why.html")]
pub(super) struct Why {
    page: Page,
    errors: Errors,
    id: String,
    number: String,
    then: String,
    fields: Vec<Field>,
}

/// Where somebody was going.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Then {
    then: String,
}

async fn form_of(
    me: &Signed,
    (id, then): (RecordId, &str),
    (posted, wrong): (Option<&PostForm>, Vec<(String, String)>),
) -> Result<Why, Problem> {
    let number = reader(me).await?.number_of(id).await?;
    let page = me
        .page("record-why-title")
        .density(Density::Form)
        .wrong(!wrong.is_empty());
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let occasions = Occasion::ALL.iter().map(|one| one.code());
    let occasions = ("occasion", std::iter::once("").chain(occasions));
    let occasion = ("occasion", "record-why-occasion");
    let about = Field::text(
        "reference",
        page.say("record-why-reference"),
        typed("reference"),
    );
    let fields = vec![
        select(&page, occasion, occasions, typed("occasion")),
        about.hint(page.say("record-why-reference-hint")),
    ];
    Ok(Why {
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong),
        id: id.to_string(),
        number,
        then: local(then).to_owned(),
        page,
    })
}

pub(super) async fn form(
    me: Signed,
    Path(id): Path<RecordId>,
    Query(Then { then }): Query<Then>,
) -> Result<Shown<Why>, Problem> {
    let form = form_of(&me, (id, &then), (None, Vec::new())).await;
    form.map(Shown)
}

pub(super) async fn say(
    me: Signed,
    Path(id): Path<RecordId>,
    posted: PostForm,
) -> Result<Response, Problem> {
    let then = posted.text("then");
    let said = async {
        let occasion = match posted.text("occasion") {
            "" => return Err(Problem::input("MISSING", "/occasion")),
            _ => posted.parsed("occasion")?,
        };
        let act = Consult {
            act: posted.act()?,
            record: id,
            occasion,
            reference: posted.text("reference").to_owned(),
        };
        Ok(records::consult(me.office(), me.actor(), act).await?)
    };
    match said.await {
        Ok(()) => {
            let own = format!("/records/{id}");
            let to = match local(then) {
                "" => own.as_str(),
                then => then,
            };
            Ok(Redirect::to(to).into_response())
        }
        Err(problem) if problem.field.is_some() => {
            let wrong = vec![lacks::wrong(&me, "why", &problem)];
            let form = form_of(&me, (id, then), (Some(&posted), wrong)).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &form))
        }
        Err(problem) => Err(problem),
    }
}
