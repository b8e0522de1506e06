//! `/requests/{id}/convert`: another request drafted out of this one, a button for each way.

use axum::Router;
use axum::extract::Path;
use axum::response::Redirect;
use axum::routing;
use model::convert::Conversion;
use model::{Request, RequestId, Verb};
use office::requests::{self, Convert};
use paper::template::{self, Wording as _};

use crate::app::App;
use crate::page::{Page, Shown};
use crate::routes::{Need, Row, any, get, post};
use crate::{PostForm, Problem, Signed};

const DRAFT: Need = any(&[Verb::RequestDraft]);

/// The routes of drafting out of another request.
pub const ROUTES: &[Row] = &[
    get("/requests/{id}/convert", DRAFT),
    post("/requests/{id}/convert", DRAFT),
];

/// Drafting out of another request.
pub fn routes() -> Router<App> {
    Router::new().route("/requests/{id}/convert", routing::get(show).post(begin))
}

#[derive(Debug, askama::Template)]
#[template(path = "requests/convert.html")]
struct Ways {
    page: Page,
    request: String,
    number: String,
    /// Code and words of each way.
    ways: Vec<(String, String)>,
}

async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Shown<Ways>, Problem> {
    let request = me.request(id).await?;
    let page = me.page("convert-title").band(&request.label);
    let ways = requests::conversions(&request);
    Ok(Shown(Ways {
        request: id.to_string(),
        number: request.number.clone(),
        ways: ways
            .iter()
            .map(|way| (way.to_string(), word(&page, &request, *way)))
            .collect(),
        page,
    }))
}

/// What a way leads to, in words.
fn word(page: &Page, request: &Request, way: Conversion) -> String {
    match way {
        Conversion::KeepMeasure { measure } => {
            let kind = request.measures.iter().find(|m| m.index == measure);
            let kind = kind.map_or("", |measure| measure.kind.as_str());
            let form = template::find(&request.template, request.template_version);
            let word = form.map(|form| form.code_word(page.lang, "measures", kind));
            let word = word.unwrap_or_else(|| kind.to_owned());
            let n = (measure + 1).to_string();
            page.say2("convert-keep-measure", ("n", &n), ("measure", &word))
        }
        Conversion::Keep => page.say("convert-keep"),
        Conversion::Assistance => page.say("convert-assistance"),
    }
}

async fn begin(me: Signed, Path(id): Path<RequestId>, form: PostForm) -> Result<Redirect, Problem> {
    let act = Convert {
        act: form.act()?,
        request: id,
        into: form.parsed("into")?,
    };
    let draft = requests::convert(me.office(), me.actor(), act).await?;
    Ok(Redirect::to(&format!("/requests/{draft}/draft")))
}
