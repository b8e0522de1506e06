//! The letter, to be printed and handed over.

use axum::extract::Path;
use model::ApplicationId;
use office::access::Letter;

use super::reader;
use crate::page::{Page, Shown};
use crate::{Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "access/letter.html")]
pub(super) struct Show {
    page: Page,
    back: String,
    letter: Letter,
}

pub(super) async fn show(
    me: Signed,
    Path(id): Path<ApplicationId>,
) -> Result<Shown<Show>, Problem> {
    let letter = reader(&me)
        .await?
        .letter_to_applicant(id, me.lang())
        .await?;
    Ok(Shown(Show {
        page: me.page("access-letter-title"),
        back: format!("/access/{id}"),
        letter,
    }))
}
