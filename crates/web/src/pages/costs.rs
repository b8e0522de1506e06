//! `/requests/{id}/costs`: what executing a request costs and who bears it; what is more than ordinary is proposed before it
//! arises, and answered.

use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing;
use http::StatusCode;
use model::request::{AnswerCost, Bearer, Cost, CostKind, CostStage, NoteCost, Request};
use model::{RequestId, Side, Verb};
use office::requests::{self, On};

use super::people::{Wrong, judged, mendable};
use crate::app::App;
use crate::page::{Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field, Tone};
use crate::routes::{Need, Row, any, get, post};
use crate::{PostForm, Problem, Signed};

const READ: Need = any(&[Verb::RequestRead]);
const COST: Need = any(&[Verb::RequestCost]);

/// The routes of costs.
pub const ROUTES: &[Row] = &[
    get("/requests/{id}/costs", READ),
    post("/requests/{id}/costs", COST),
    post("/requests/{id}/costs/answer", COST),
];

/// Costs.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/requests/{id}/costs", routing::get(show).post(put))
        .route("/requests/{id}/costs/answer", routing::post(answer))
}

#[derive(Debug, askama::Template)]
#[template(path = "requests/costs.html")]
struct Index {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    version: i64,
    lines: Vec<Line>,
    /// Who bears it, and the sum with its currency.
    sums: Vec<(String, String)>,
    fields: Vec<Field>,
}

#[derive(Debug)]
struct Line {
    number: usize,
    what: String,
    measure: Option<String>,
    kind: String,
    amount: String,
    bearer: String,
    badge: Badge,
    answer: Option<String>,
    /// Whether the reader may answer it now.
    open: bool,
}

async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Shown<Index>, Problem> {
    index(&me, id, (None, None)).await.map(Shown)
}

async fn index(
    me: &Signed,
    id: RequestId,
    (form, wrong): (Option<&PostForm>, Wrong),
) -> Result<Index, Problem> {
    let request = me.request(id).await?;
    let page = me
        .page("cost-title")
        .band(&request.label)
        .wrong(wrong.is_some());
    let may = page.may(Verb::RequestCost) && !request.stage.is_over() && !request.stage.is_unsent();
    let fields = match may && request.side == Side::Incoming {
        true => questions(&page, &request, form),
        false => Vec::new(),
    };
    let answers = may && request.side == Side::Outgoing;
    let sums = request.cost_sums();
    let sums = sums.iter().map(|((currency, bearer), sum)| {
        let sum = format!("{}.{:02} {currency}", sum / 100, sum % 100);
        (page.code("cost-bearer", bearer.code()), sum)
    });
    Ok(Index {
        sums: sums.collect(),
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        request: id.to_string(),
        number: request.number.clone(),
        version: request.version,
        lines: request
            .costs
            .iter()
            .map(|cost| line(&page, cost, answers))
            .collect(),
        page,
    })
}

fn line(page: &Page, cost: &Cost, answers: bool) -> Line {
    let noted = &cost.noted;
    let tone = match cost.stage {
        CostStage::Noted => Tone::Plain,
        CostStage::Proposed => Tone::Waiting,
        CostStage::Agreed => Tone::Done,
        CostStage::Declined => Tone::Ended,
    };
    Line {
        number: cost.number,
        what: noted.what.clone(),
        measure: noted
            .measure
            .map(|n| page.say1("cost-of-measure", "n", n + 1)),
        kind: page.code("cost-kind", noted.kind.code()),
        amount: format!("{} {}", noted.amount, noted.currency),
        bearer: page.code("cost-bearer", noted.bearer.code()),
        badge: Badge::new(tone, page.code("cost-stage", cost.stage.code())),
        answer: cost.answer.clone(),
        open: answers && cost.stage == CostStage::Proposed,
    }
}

fn questions(page: &Page, request: &Request, form: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let kinds = CostKind::ALL.iter().map(|kind| {
        let first = form.is_none() && *kind == CostKind::Ordinary;
        let mut choice = Choice::new(
            kind.code(),
            page.code("cost-kind", kind.code()),
            first || typed("kind") == kind.code(),
        );
        choice.hint = Some(page.say(&format!("cost-kind-{}-hint", kind.code())));
        choice
    });
    let bearers = Bearer::ALL.iter().map(|bearer| {
        let code = bearer.code();
        Choice::new(
            code,
            page.code("cost-bearer", code),
            typed("bearer") == code,
        )
    });
    let whole = Choice::new("", page.say("cost-whole"), typed("measure").is_empty());
    let measures = request.measures.iter().map(|measure| {
        let value = measure.index.to_string();
        let on = typed("measure") == value;
        Choice::new(
            value,
            page.say1("cost-of-measure", "n", measure.index + 1),
            on,
        )
    });
    vec![
        Field::radios("kind", page.say("cost-kind"), kinds.collect()).required(),
        Field::select(
            "measure",
            page.say("cost-measure"),
            [whole].into_iter().chain(measures).collect(),
        )
        .width("half"),
        Field::area("what", page.say("cost-what"), typed("what"))
            .rows(2)
            .required(),
        Field::text("amount", page.say("cost-amount"), typed("amount"))
            .hint(page.say("cost-amount-hint"))
            .width("short")
            .required(),
        Field::text("currency", page.say("cost-currency"), typed("currency"))
            .hint(page.say("cost-currency-hint"))
            .width("short")
            .required(),
        Field::select("bearer", page.say("cost-bearer"), bearers.collect()).width("half"),
    ]
}

fn on<A>(form: &PostForm, request: RequestId, what: A) -> Result<On<A>, Problem> {
    Ok(On {
        act: form.act()?,
        request,
        version: form.version()?,
        what,
    })
}

async fn put(me: Signed, Path(id): Path<RequestId>, form: PostForm) -> Result<Response, Problem> {
    let tried = async {
        let measure = match form.text("measure") {
            "" => None,
            _ => Some(form.parsed("measure")?),
        };
        let what = NoteCost {
            measure,
            kind: form.parsed("kind")?,
            what: form.need("what")?.to_owned(),
            amount: form.need("amount")?.trim().to_owned(),
            currency: form.need("currency")?.trim().to_uppercase(),
            bearer: form.parsed("bearer")?,
        };
        Ok(requests::note_cost(me.office(), me.actor(), on(&form, id, what)?).await?)
    };
    ended(&me, id, &form, tried.await).await
}

async fn answer(
    me: Signed,
    Path(id): Path<RequestId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let tried = async {
        let note = form.text("note").trim();
        let what = AnswerCost {
            cost: form.parsed("cost")?,
            agreed: form.need("agreed")? == "yes",
            note: (!note.is_empty()).then(|| note.to_owned()),
        };
        Ok(requests::answer_cost(me.office(), me.actor(), on(&form, id, what)?).await?)
    };
    ended(&me, id, &form, tried.await).await
}

async fn ended(
    me: &Signed,
    id: RequestId,
    form: &PostForm,
    tried: Result<i64, Problem>,
) -> Result<Response, Problem> {
    match tried {
        Ok(_) => Ok(me
            .done(&format!("/requests/{id}/costs"), "cost")
            .into_response()),
        Err(problem) => {
            let wrong = mendable(me, problem)?;
            let page = index(me, id, (Some(form), wrong)).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}
