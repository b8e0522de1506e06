//! `/requests/{id}/safeguards`: what keeps a person from being handed over, and who answered it. The register of
//! assurances, the use of what came, the duty after a refusal, complaints. Nothing on these pages leaves the node.

use axum::Router;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use axum::routing;
use model::basis::Tri;
use model::id::RequestId;
use model::request::{
    Choice, Gate, Request, Safeguard, Safeguards, Side, TrialPoint, gate_of, locks,
};
use model::{OfficerId, Purpose, Verb};
use office::safeguards::View;

use super::requests::offer::Step;
use super::requests::told::States;
use crate::app::App;
use crate::page::{Page, Shown, shown};
use crate::part::{Badge, Errors, Tone, When};
use crate::routes::{Row, any, get, post};
use crate::{PostForm, Problem, Signed};

mod acts;
mod complaints;
mod forms;
mod register;
mod using;

use register::{assurances, offered_notes};
pub(crate) use using::consent_draft;

/// The routes.
pub const ROUTES: &[Row] = &[
    get("/requests/{id}/safeguards", any(&[Verb::SafeguardRead])),
    post(
        "/requests/{id}/safeguards/{act}",
        any(&[Verb::SafeguardNote]),
    ),
    post("/requests/{id}/complaints", any(&[Verb::ComplaintMake])),
    get("/complaints", any(&[Verb::ComplaintRead])),
    post("/complaints/{id}/answer", any(&[Verb::ComplaintAnswer])),
];

/// The pages.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/requests/{id}/safeguards", routing::get(show))
        .route(
            "/requests/{id}/safeguards/{act}",
            routing::post(acts::write),
        )
        .route(
            "/requests/{id}/complaints",
            routing::post(complaints::complain),
        )
        .route("/complaints", routing::get(complaints::list))
        .route("/complaints/{id}/answer", routing::post(complaints::answer))
}

/// The steps of which the page says whether they are locked.
pub(crate) const LOCKED_STEPS: &[&str] = &[
    "request.accepted",
    "step.grant",
    "step.fix_surrender",
    "step.surrender",
    "evidence.returned",
    "request.closed",
];

#[derive(Debug, askama::Template)]
#[template(path = "safeguards/show.html")]
struct Show {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    version: i64,
    locked: Vec<Locked>,
    law: Vec<(String, String)>,
    questions: Vec<Question>,
    findings: Vec<Note>,
    political: Vec<Step>,
    assurances: Vec<Kept>,
    offered: Vec<(Note, Option<String>)>,
    register: Vec<Step>,
    duty: Option<(Vec<Note>, Vec<Step>)>,
    qualified: Vec<Note>,
    qualify: Vec<Step>,
    items: Vec<Item>,
    uses: Vec<Note>,
    using: Vec<Step>,
    complain: Vec<Step>,
}

#[derive(Debug)]
struct Locked {
    step: String,
    badge: Badge,
    by: Vec<(String, String)>,
}

#[derive(Debug)]
struct Question {
    id: String,
    code: &'static str,
    text: String,
    source: &'static str,
    badge: Badge,
    said: Option<Note>,
    form: Option<Step>,
}

/// Something an officer wrote down.
#[derive(Debug)]
struct Note {
    title: String,
    text: String,
    sources: Vec<String>,
    who: String,
    at: Option<When>,
}

#[derive(Debug)]
struct Kept {
    number: usize,
    title: String,
    badge: Badge,
    text: String,
    facts: Vec<(String, String)>,
}

#[derive(Debug)]
struct Item {
    title: String,
    taint: Badge,
    facts: Vec<(String, String)>,
    draft: Option<String>,
}

/// Which of the offered assurances the form is to begin with.
#[derive(Debug, Default, serde::Deserialize)]
struct Chosen {
    offer: Option<usize>,
}

async fn show(
    me: Signed,
    Path(id): Path<RequestId>,
    Query(chosen): Query<Chosen>,
) -> Result<Response, Problem> {
    Ok(Shown(view(&me, id, (None, chosen.offer), Vec::new()).await?).into_response())
}

/// The page again, with what is wrong.
async fn again(
    me: &Signed,
    id: RequestId,
    (act, form): (&str, &PostForm),
    problem: Problem,
) -> Result<Response, Problem> {
    let items = vec![(
        problem.field.clone().unwrap_or_default(),
        problem.text(me.lang()),
    )];
    let view = view(me, id, (Some((act, form)), None), items).await?;
    Ok(shown(problem.status, &view))
}

async fn view(
    me: &Signed,
    id: RequestId,
    (typed, chosen): (Option<(&str, &PostForm)>, Option<usize>),
    items: Vec<(String, String)>,
) -> Result<Show, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let View { request, offered } = reader.safeguards(id).await?;
    let names = reader.names().await?;
    let states = States::read(me).await?;
    let page = me
        .page("saf-title")
        .band(&request.label)
        .wrong(!items.is_empty());
    let desk = forms::Desk {
        page: &page,
        request: &request,
        typed,
        states: &states,
    };
    let who = |id: OfficerId| {
        let name = names.iter().find(|(one, _)| *one == id);
        name.map(|(_, name)| name.clone()).unwrap_or_default()
    };
    let record = &request.guard.record;
    let incoming = request.side == Side::Incoming;
    let duty = request.owes_prosecution() && incoming;
    Ok(Show {
        errors: Errors::of(&page, items),
        request: id.to_string(),
        number: request.number.clone(),
        version: record.version,
        locked: locked(&page, &request),
        law: if incoming {
            law(&page, &request)
        } else {
            Vec::new()
        },
        questions: if incoming {
            questions(&desk, &who)
        } else {
            Vec::new()
        },
        findings: findings(&page, record, &who),
        political: if incoming {
            desk.political()
        } else {
            Vec::new()
        },
        assurances: assurances(&page, record, me),
        register: desk.register(chosen.and_then(|n| offered.get(n))),
        offered: offered_notes(&page, &request, &offered),
        duty: duty.then(|| (duties(&page, record, &who), desk.duty())),
        qualified: qualified(&page, record, &who),
        qualify: desk.qualify(),
        items: if incoming {
            Vec::new()
        } else {
            using::evidence(&page, &request)
        },
        uses: using::uses(&page, &request, &who),
        using: if incoming { Vec::new() } else { desk.using() },
        complain: desk.complain(me.office()),
        page,
    })
}

fn locked(page: &Page, request: &Request) -> Vec<Locked> {
    let one = |step: &&str| {
        let by: Vec<(String, String)> = request
            .locked_by(step, page.now())
            .into_iter()
            .map(|refusal| {
                let text = Problem::from(refusal.clone()).text(page.lang);
                (refusal.code.to_owned(), text)
            })
            .collect();
        Locked {
            step: page.code("saf-step", step),
            badge: if by.is_empty() {
                Badge::new(Tone::Done, page.say("saf-open-lock"))
            } else {
                Badge::new(Tone::Waiting, page.say("saf-locked"))
            },
            by,
        }
    };
    let surrender = request.kind().is_some_and(model::Kind::is_surrender);
    let steps = LOCKED_STEPS.iter().filter(|step| {
        matches!(
            (gate_of(step, request.kind()), surrender),
            (Some(Gate::End), _)
                | (Some(Gate::Grant | Gate::Surrender | Gate::HandOver), true)
                | (Some(Gate::Accept | Gate::HandOver), false)
        )
    });
    if request.side == Side::Outgoing {
        return Vec::new();
    }
    steps.map(one).collect()
}

fn tri(page: &Page, tri: Tri) -> String {
    page.say(match tri {
        Tri::Yes => "saf-choice-yes",
        Tri::No => "saf-choice-no",
        Tri::Unknown => "saf-tri-unknown",
    })
}

fn law(page: &Page, request: &Request) -> Vec<(String, String)> {
    let law = &request.guard.law;
    let bars: Vec<String> = law
        .bars
        .iter()
        .map(|bar| format!("{} {}", bar.instrument, bar.article))
        .collect();
    let yes_no = if law.dual_criminality {
        Tri::Yes
    } else {
        Tri::No
    };
    vec![
        (page.say("saf-law-capital"), tri(page, law.capital)),
        (page.say("saf-law-life"), tri(page, law.life)),
        (page.say("saf-law-dual"), tri(page, yes_no)),
        (
            page.say("saf-law-bars"),
            if bars.is_empty() {
                page.say("saf-law-none")
            } else {
                paper::words::isolated(&bars.join(", "))
            },
        ),
    ]
}

fn questions(desk: &forms::Desk<'_>, who: &dyn Fn(OfficerId) -> String) -> Vec<Question> {
    let (page, record) = (desk.page, &desk.request.guard.record);
    let kind = desk.request.kind();
    let asked = |safeguard: &&Safeguard| {
        locks()
            .iter()
            .any(|(one, of, ..)| one == *safeguard && Some(*of) == kind)
            || record.last(**safeguard).is_some()
    };
    let one = |safeguard: &Safeguard| {
        let answer = record.answer(*safeguard);
        let tone = match answer {
            Choice::Open => Tone::Waiting,
            _ if answer == safeguard.clear() => Tone::Done,
            _ => Tone::Ended,
        };
        Question {
            id: safeguard.code().replace('_', "-"),
            code: safeguard.rule(),
            text: page.code("saf-q", safeguard.code()),
            source: safeguard.source(),
            badge: Badge::new(tone, page.code("saf-choice", answer.code())),
            said: record.last(*safeguard).map(|said| Note {
                title: sheet(page, &said.sheet),
                text: said.reasons.clone(),
                sources: said.sources.clone(),
                who: who(said.by),
                at: Some(page.when(&said.at)),
            }),
            form: page
                .may(Verb::SafeguardNote)
                .then(|| desk.answer(*safeguard)),
        }
    };
    Safeguard::ALL.iter().filter(asked).map(one).collect()
}

/// The lines of the fair-trial sheet that say no.
fn sheet(page: &Page, sheet: &std::collections::BTreeMap<TrialPoint, Choice>) -> String {
    let wanting: Vec<String> = sheet
        .iter()
        .filter(|(_, choice)| **choice == Choice::No)
        .map(|(point, _)| page.code("saf-point", point.code()))
        .collect();
    wanting.join(" · ")
}

fn findings(page: &Page, record: &Safeguards, who: &dyn Fn(OfficerId) -> String) -> Vec<Note> {
    let found = record.subsumptions.iter().map(|found| Note {
        title: page.say2(
            if found.within {
                "saf-found-within"
            } else {
                "saf-found-outside"
            },
            ("instrument", &found.instrument),
            ("article", &found.article),
        ),
        text: found.reasons.clone(),
        sources: Vec::new(),
        who: who(found.by),
        at: Some(page.when(&found.at)),
    });
    let decided = record.courts.iter().map(|court| Note {
        title: page.say(if court.political {
            "saf-court-political"
        } else {
            "saf-court-not-political"
        }),
        text: format!("{} · {}", court.court, court.reference),
        sources: vec![paper::words::date(page.lang, court.on)],
        who: who(court.by),
        at: Some(page.when(&court.at)),
    });
    found.chain(decided).collect()
}

fn duties(page: &Page, record: &Safeguards, who: &dyn Fn(OfficerId) -> String) -> Vec<Note> {
    let one = |duty: &model::request::DutyNote| Note {
        title: page.code("saf-outcome", duty.outcome.code()),
        text: format!("{} · {}", duty.reference, duty.reasons),
        sources: Vec::new(),
        who: who(duty.by),
        at: Some(page.when(&duty.at)),
    };
    record.duty.iter().map(one).collect()
}

fn qualified(page: &Page, record: &Safeguards, who: &dyn Fn(OfficerId) -> String) -> Vec<Note> {
    let one = |found: &model::request::Qualified| Note {
        title: page.code("saf-as", found.what.code()),
        text: format!("{} · {}", found.provision, found.reasons),
        sources: Vec::new(),
        who: who(found.by),
        at: Some(page.when(&found.at)),
    };
    record.qualified.iter().map(one).collect()
}
