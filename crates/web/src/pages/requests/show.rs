//! `/requests/{id}`: where does it stand? Strip, next step, timeline, clocks with their source, measures, evidence with
//! custody, receipts, ledger extract, papers. Both sides see the same.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use model::id::{OfficerId, RequestId};
use model::request::{MeasureStage, Request, SecondSignature};
use model::{Purpose, Stage, Verb};
use paper::template::Wording as _;

use super::answers::{self, Answers};
use super::draft::{self, Open};
use super::form;
use super::offer::Offer;
use super::told::{self, States};
use super::track::Along;
use crate::page::{Page, Shown, shown};
use crate::pages::assignments::{self, AssignmentLine};
use crate::part::{Badge, Clock, Errors, Timeline, Tone, Urgent, When};
use crate::{PostForm, Problem, Signed};

mod ahead;
mod parts;
mod timeline;

pub(crate) use ahead::offered_step;
use ahead::{Now, mark, offered};
use parts::{PersonGroup, evidence, extract, papers, persons, receipt};
pub(crate) use parts::{custody_word, evidence_badge, kinds, paper_word};
use timeline::timeline;
pub(crate) use timeline::who;

#[derive(Debug, askama::Template)]
#[template(path = "requests/show.html")]
struct Case {
    page: Page,
    errors: Errors,
    form_note: Option<String>,
    on_paper: Option<String>,
    about: Vec<(String, String, String)>,
    converts: bool,
    costs: bool,
    request: String,
    version: i64,
    subject: String,
    strip: Strip,
    trouble: Option<String>,
    next: Offer,
    along: Along,
    asked: Vec<Asked>,
    timeline: Timeline,
    clocks: Vec<(String, Vec<Wound>)>,
    measures: Vec<Measure>,
    persons: Vec<PersonGroup>,
    related: usize,
    assignments: Vec<AssignmentLine>,
    may_give: bool,
    people: Vec<(String, String)>,
    evidence: Vec<Item>,
    reports: Vec<String>,
    conditions: Vec<String>,
    certificate: Option<String>,
    receipts: Vec<Receipt>,
    papers: Vec<Paper>,
    ledger: Option<Extract>,
    open_content: bool,
    sections: Vec<Answers>,
}

/// The header strip: both States, where it stands, both references, the clock that ends first.
#[derive(Debug)]
struct Strip {
    number: String,
    from: String,
    to: String,
    stage: Badge,
    urgency: Urgent,
    standing: String,
    our_reference: Option<String>,
    their_reference: Option<String>,
    clock: Option<Clock>,
}

#[derive(Debug)]
struct Asked {
    label: String,
    text: String,
    badge: Badge,
}

#[derive(Debug)]
struct Wound {
    clock: Clock,
    lines: Vec<String>,
}

#[derive(Debug)]
struct Measure {
    word: String,
    badge: Badge,
}

#[derive(Debug)]
struct Item {
    href: String,
    title: String,
    size: String,
    sha_short: String,
    custody: String,
    badge: Badge,
}

#[derive(Debug)]
struct Receipt {
    kind: String,
    word: String,
    at: When,
    from: String,
    verified: String,
    leaf: Option<String>,
}

#[derive(Debug)]
struct Paper {
    href: String,
    word: String,
    langs: Vec<(&'static str, &'static str)>,
}

#[derive(Debug)]
struct Extract {
    href: Option<String>,
    lines: Vec<(u64, String, String)>,
}

/// The case.
pub(crate) async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Response, Problem> {
    let open = draft::open(&me, id).await?;
    Ok(Shown(view(&me, &open, None, Vec::new()).await?).into_response())
}

/// The case again, with the step that was refused open and what is wrong above.
pub(crate) async fn again(
    me: &Signed,
    id: RequestId,
    step: &str,
    form: &PostForm,
    problem: Problem,
) -> Result<Response, Problem> {
    let open = draft::open(me, id).await?;
    // The question stands in the form of this step.
    let field = problem.field.as_deref().unwrap_or_default();
    let field = match field.trim_start_matches('/') {
        "" => String::new(),
        name => format!("{step}/{name}"),
    };
    let items = vec![(field, problem.text(me.lang()))];
    Ok(shown(
        problem.status,
        &view(me, &open, Some((step, form)), items).await?,
    ))
}

/// The case again, with what was typed in the step, to change it.
pub(crate) async fn reopened(
    me: &Signed,
    id: RequestId,
    step: &str,
    form: &PostForm,
) -> Result<Response, Problem> {
    let open = draft::open(me, id).await?;
    Ok(Shown(view(me, &open, Some((step, form)), Vec::new()).await?).into_response())
}

/// An officer's name as colleagues write it; nothing for nobody.
pub(crate) async fn officer(me: &Signed, id: Option<OfficerId>) -> Result<Option<String>, Problem> {
    match id {
        Some(id) => Ok(me.read(Purpose::Mla).await?.officer_name(id).await?),
        None => Ok(None),
    }
}

/// Said where the form it was written on is not at hand.
fn form_note(page: &Page, open: &Open) -> String {
    let request = &open.request;
    let written = format!("{} {}", request.template, request.template_version);
    let known = format!("{} {}", open.template.name, open.template.version);
    page.say2("case-form-other", ("written", &written), ("known", &known))
}

async fn view(
    me: &Signed,
    open: &Open,
    again: Option<(&str, &PostForm)>,
    mut items: Vec<(String, String)>,
) -> Result<Case, Problem> {
    let states = States::read(me).await?;
    let reader = me.read(Purpose::Mla).await?;
    let guarded = reader.guarded(open.request.clone()).await?;
    let request = &guarded;
    let subject = subject(request).unwrap_or_else(|| open.template.title(me.lang()));
    let page = me
        .page("case-title")
        .titled(format!("{} {subject}", request.number))
        .band(&request.label)
        .refresh(60)
        .wrong(!items.is_empty());
    let now = Now::of(me, request).await?;
    let (mut next, mut along) = offered(me, &page, (open, request, &now), (&states, again)).await?;
    mark((&mut next, &mut along), &mut items);
    let receipts = reader.receipts(request.id).await?;
    let lines = reader.ledger_of(request.id).await?;
    let typed_in = !(next.main.is_empty() && next.other.is_empty() && along.steps.is_empty());
    let page = page.typed_in(typed_in);
    Ok(Case {
        errors: Errors::of(&page, items),
        on_paper: told::on_paper(&page, request),
        about: told::about(&page, &reader.about(request.id).await?),
        costs: told::has_costs(request),
        converts: told::converts(&page, request),
        form_note: (!open.exact).then(|| form_note(&page, open)),
        request: request.id.to_string(),
        version: request.version,
        strip: strip(&page, &states, request),
        asked: asked(&page, open),
        timeline: timeline(&page, &states, request),
        clocks: clocks(&page, &states, request),
        measures: measures(&page, open),
        persons: persons(&page, open),
        related: reader.related(request.id).await?.1.len(),
        assignments: assignments::of_case(me, &page, request).await?,
        may_give: request.side == model::Side::Incoming && page.may(Verb::AssignmentGive),
        people: people(me, &page, request).await?,
        evidence: evidence(&page, request),
        reports: reports(&page, request),
        conditions: request.conditions.clone(),
        certificate: request.certificate.clone(),
        receipts: receipts
            .iter()
            .map(|line| receipt(&page, &states, line))
            .collect(),
        papers: papers(&page, request),
        ledger: extract(&page, request, &lines),
        open_content: matches!(request.stage, Stage::Delivered | Stage::Registered),
        sections: to_read(open, request),
        trouble: told::trouble(&page, request),
        next,
        along,
        subject,
        page,
    })
}

/// The request itself, until it is decided. Later the letter says it: a page for every day should stay small.
fn to_read(open: &Open, request: &Request) -> Vec<Answers> {
    let marked = |pointer: &str| {
        request
            .outstanding()
            .any(|item| !item.field.is_empty() && pointer.starts_with(&item.field))
    };
    if to_be_read(request.stage) {
        answers::of(&open.sections, None, &marked)
    } else {
        Vec::new()
    }
}

/// What was done, when and under which law, a line each.
fn reports(page: &Page, request: &Request) -> Vec<String> {
    let one = |r: &model::request::Report| {
        let on = paper::words::date(page.lang, r.on);
        format!("{on} · {} · {}", r.law, r.what)
    };
    request.reports.iter().map(one).collect()
}

fn strip(page: &Page, states: &States, request: &Request) -> Strip {
    Strip {
        number: request.number.clone(),
        from: states.name(&request.from),
        to: states.name(&request.to),
        stage: Badge::stage(page, &request.stage),
        urgency: page.urgency(&request.urgency_here()),
        standing: told::standing(page, &request.standing),
        our_reference: request
            .our_reference
            .clone()
            .or_else(|| (request.side == model::Side::Outgoing).then(|| request.number.clone())),
        their_reference: request
            .their_reference
            .clone()
            .or_else(|| (request.side == model::Side::Incoming).then(|| request.number.clone())),
        clock: request.next_clock().map(|clock| page.clock(clock)),
    }
}

/// Whether the request itself is read on the page of its case: until it is decided.
fn to_be_read(stage: Stage) -> bool {
    use Stage::{
        Acknowledged, Approved, Consultation, Delivered, InfoRequested, Postponed, Registered,
        Review,
    };
    matches!(
        stage,
        Review
            | Approved
            | Delivered
            | Registered
            | Acknowledged
            | InfoRequested
            | Consultation
            | Postponed
    )
}

/// What a request is about, in the words of its author.
pub(crate) fn subject(request: &Request) -> Option<String> {
    request
        .content
        .get("title")
        .and_then(|title| title.as_str())
        .map(str::trim)
        .filter(|title| !title.is_empty())
        .map(ToOwned::to_owned)
}

fn asked(page: &Page, open: &Open) -> Vec<Asked> {
    let one = |item: &model::request::AskedItem| Asked {
        label: form::label_of(&open.sections, &item.field)
            .unwrap_or_else(|| page.say("case-do-ask-no-field")),
        text: told::asked(page, item),
        badge: if item.answered {
            Badge::new(Tone::Done, page.say("case-item-answered"))
        } else {
            Badge::new(Tone::Waiting, page.say("case-item-open"))
        },
    };
    open.request.asked.iter().map(one).collect()
}

/// The beginning of a digest, enough to tell one from another on a page; the whole stands on its own page.
pub(crate) fn short(digest: &str) -> String {
    format!("{}…", digest.get(..10).unwrap_or(digest))
}

/// The clocks of both sides, each under who owes what it counts to; ours first.
fn clocks(page: &Page, states: &States, request: &Request) -> Vec<(String, Vec<Wound>)> {
    let wound = |clock| Wound {
        clock: page.clock(clock),
        lines: told::clock_lines(page, states, request.partner(), clock),
    };
    // The other State's own targets are its own affair, unless it publishes them.
    let published = states
        .entry(request.partner())
        .is_some_and(|partner| partner.profile.publishes_targets);
    let owed = |side: model::Side| {
        let clocks = request.clocks.iter();
        clocks
            .filter(|clock| clock.owed_by() == side && clock.is_shown_to(request.side, published))
            .map(wound)
            .collect::<Vec<_>>()
    };
    let (ours, theirs) = match request.side {
        model::Side::Incoming => (model::Side::Incoming, model::Side::Outgoing),
        model::Side::Outgoing => (model::Side::Outgoing, model::Side::Incoming),
    };
    let partner = states.name(request.partner());
    let mut shown = vec![
        (page.say("case-clocks-ours"), owed(ours)),
        (
            page.say1("case-clocks-theirs", "state", partner),
            owed(theirs),
        ),
    ];
    shown.retain(|(_, clocks)| !clocks.is_empty());
    shown
}

fn measures(page: &Page, open: &Open) -> Vec<Measure> {
    let one = |measure: &model::request::MeasureState| {
        let tone = match measure.stage {
            MeasureStage::Asked | MeasureStage::Postponed => Tone::Waiting,
            MeasureStage::Accepted | MeasureStage::InExecution => Tone::Active,
            MeasureStage::Refused | MeasureStage::Withdrawn => Tone::Ended,
            MeasureStage::Executed => Tone::Done,
        };
        Measure {
            word: told::measure(page, &open.sections, measure),
            badge: Badge::new(tone, page.code("case-measure", measure.stage.code())),
        }
    };
    open.request.measures.iter().map(one).collect()
}

async fn people(
    me: &Signed,
    page: &Page,
    request: &Request,
) -> Result<Vec<(String, String)>, Problem> {
    let mut rows = Vec::new();
    let hands = [
        ("case-written-by", request.author),
        ("case-approved-by", request.approver),
        ("case-officer", request.officer),
    ];
    for (key, id) in hands {
        if let Some(name) = officer(me, id).await? {
            rows.push((page.say(key), name));
        }
    }
    if request.second == Some(SecondSignature::None) {
        rows.push((
            page.say("case-send-second"),
            page.say("case-send-second-none"),
        ));
    }
    rows.push((
        page.say("case-language"),
        request.lang.own_name().to_owned(),
    ));
    Ok(rows)
}
