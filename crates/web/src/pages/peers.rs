//! The other States this node talks to: their pins and how the line is; our own card to hand over.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use axum::routing;
use futures_util::StreamExt as _;
use http::StatusCode;
use model::state::SuspendReason;
use model::{Purpose, StateCode, Verb};
use office::peers::{self, AddPeer, PeerLine, SuspendPeer};

use crate::app::App;
use crate::csrf::Upload;
use crate::file;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field, Tone, When};
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed};

/// A State card is at most so long; the card's own reader is stricter.
pub const CARD_BYTES_MAX: usize = 256 * 1024;

/// The routes of the peers.
pub const ROUTES: &[Row] = &[
    get("/peers", any(&[Verb::PeerRead])),
    get("/peers/new", any(&[Verb::PeerAdd])),
    post("/peers", any(&[Verb::PeerAdd])),
    get("/peers/our-card", any(&[Verb::PeerRead])),
    get("/peers/{state}/suspend", any(&[Verb::PeerSuspend])),
    post("/peers/{state}/suspend", any(&[Verb::PeerSuspend])),
];

/// Peers.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/peers", routing::get(index).post(add))
        .route("/peers/new", routing::get(new))
        .route("/peers/our-card", routing::get(our_card))
        .route(
            "/peers/{state}/suspend",
            routing::get(about_to_suspend).post(suspend),
        )
}

#[derive(Debug)]
struct PeerRow {
    line: PeerLine,
    pinned: Option<When>,
    contact: Option<When>,
    badge: Badge,
}

#[derive(Debug, Template)]
#[template(path = "peers.html")]
struct PeersPage {
    page: Page,
    rows: Vec<PeerRow>,
    our_fingerprint: String,
}

async fn index(me: Signed) -> Result<Shown<PeersPage>, Problem> {
    let reader = me.read(Purpose::Administration).await?;
    let page = me.page("ui-peers");
    let our_fingerprint =
        peers::offered(me.office(), &peers::our_card(me.office()).await?)?.fingerprint;
    let rows = reader
        .peers()
        .await?
        .into_iter()
        .map(|line| PeerRow {
            pinned: line.pinned_at.as_ref().map(|at| page.when(at)),
            contact: line.last_contact.as_ref().map(|at| page.when(at)),
            badge: match (&line.last_error, &line.last_contact) {
                _ if line.pinned_at.is_none() => {
                    Badge::new(Tone::Ended, page.say("ui-peer-suspended"))
                }
                (Some(_), _) => Badge::new(Tone::Waiting, page.say("ui-peer-trouble")),
                (None, Some(_)) => Badge::new(Tone::Done, page.say("ui-peer-fine")),
                (None, None) => Badge::new(Tone::Plain, page.say("ui-peer-silent")),
            },
            line,
        })
        .collect();
    Ok(Shown(PeersPage {
        page,
        rows,
        our_fingerprint,
    }))
}

async fn our_card(me: Signed) -> Result<Response, Problem> {
    let card = peers::our_card(me.office()).await?;
    let name = format!("{}.card", me.office().state());
    let kind = "application/cose; cose-type=\"cose-sign\"";
    Ok(file::kept(kind, &name, card))
}

#[derive(Debug, Template)]
#[template(path = "peers_new.html")]
struct NewPage {
    page: Page,
    errors: Errors,
    card: Field,
    fingerprint: Field,
}

fn asked(me: &Signed, fingerprint: &str, wrong: Option<(String, String)>) -> NewPage {
    let page = me
        .page("ui-peer-add")
        .density(Density::Form)
        .wrong(wrong.is_some());
    let error = |name: &str| {
        wrong
            .as_ref()
            .filter(|(field, _)| field == name)
            .map(|(_, text)| text.clone())
    };
    NewPage {
        card: Field::file("card", page.say("ui-peer-card"), ".card,.cose")
            .hint(page.say("ui-peer-card-hint"))
            .required()
            .error(error("card")),
        fingerprint: Field::text("fingerprint", page.say("ui-peer-fingerprint"), fingerprint)
            .hint(page.say("ui-peer-fingerprint-hint"))
            .required()
            .autocomplete("off")
            .width("mono")
            .error(error("fingerprint")),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    }
}

async fn new(me: Signed) -> Shown<NewPage> {
    Shown(asked(&me, "", None))
}

async fn add(me: Signed, upload: Upload) -> Result<Response, Problem> {
    let (form, card) = card_of(upload).await?;
    let fingerprint = form.text("fingerprint").to_owned();
    let tried = match card {
        None => Err(Problem::input("MISSING", "card")),
        Some(card) => {
            let act = AddPeer {
                act: form.act()?,
                card,
                fingerprint: fingerprint.clone(),
            };
            peers::add(me.office(), me.actor(), act)
                .await
                .map_err(Problem::from)
        }
    };
    match tried {
        Ok(_) => Ok(me.done("/peers", "peer-added").into_response()),
        Err(problem) if problem.status == StatusCode::UNPROCESSABLE_ENTITY => {
            let wrong = (
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            );
            Ok(shown(
                StatusCode::UNPROCESSABLE_ENTITY,
                &asked(&me, &fingerprint, Some(wrong)),
            ))
        }
        Err(problem) => Err(problem),
    }
}

/// Before exchange with a State is stopped: what follows from it, and why it is done.
#[derive(Debug, Template)]
#[template(path = "peers_suspend.html")]
struct SuspendPage {
    page: Page,
    state: StateCode,
    reason: Field,
}

async fn about_to_suspend(
    me: Signed,
    Path(state): Path<StateCode>,
) -> Result<Shown<SuspendPage>, Problem> {
    let reader = me.read(Purpose::Administration).await?;
    let pinned = |line: &PeerLine| line.state == state.as_str() && line.pinned_at.is_some();
    if !reader.peers().await?.iter().any(pinned) {
        return Err(Problem::not_found());
    }
    let page = me.page("ui-peer-suspend").density(Density::Form);
    let reasons = SuspendReason::ALL.iter();
    let reasons = reasons.map(|reason| {
        let text = page.code("suspend-reason", reason.code());
        Choice::new(reason.code(), text, false)
    });
    let reason = Field::radios(
        "reason",
        page.say("ui-peer-suspend-reason"),
        reasons.collect(),
    )
    .required();
    Ok(Shown(SuspendPage {
        page,
        state,
        reason,
    }))
}

async fn suspend(
    me: Signed,
    Path(state): Path<StateCode>,
    form: PostForm,
) -> Result<Response, Problem> {
    let act = SuspendPeer {
        act: form.act()?,
        state,
        reason: form.parsed("reason")?,
    };
    peers::suspend(me.office(), me.actor(), act).await?;
    Ok(me.done("/peers", "peer-suspended").into_response())
}

/// The form and the card's bytes, if one was chosen.
async fn card_of(upload: Upload) -> Result<(PostForm, Option<Vec<u8>>), Problem> {
    let (form, file) = upload.open().await?;
    let Some(mut file) = file else {
        return Ok((form, None));
    };
    let mut card = Vec::new();
    while let Some(chunk) = file.body.next().await {
        let chunk = chunk.map_err(|_| Problem::new("BAD-REQUEST"))?;
        if card.len() + chunk.len() > CARD_BYTES_MAX {
            return Err(Problem::too_large());
        }
        card.extend_from_slice(&chunk);
    }
    Ok((form, Some(card)))
}
