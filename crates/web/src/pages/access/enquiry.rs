//! What is asked here about an applicant: what this officer may read of the person, the decision, and the second person.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::access::{Answer, Decide, EnquiryStage};
use model::record::Property;
use model::{ApplicationId, StateCode, Verb};
use office::access::{self, EnquiryLine, HeldHere, OnEnquiry, Ruling};
use office::records::RecordView;

use super::index::asked_stage;
use super::{no_rooms, reader};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::{Confirm, Step, carried};
use crate::part::{Badge, Choice, Errors, Field, Hidden};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "access/enquiry.html")]
pub(super) struct Show {
    page: Page,
    errors: Errors,
    action: String,
    number: String,
    stage: Badge,
    late: bool,
    facts: Vec<(String, String)>,
    decided: Vec<(String, String)>,
    /// Records and cards: address, number, caption.
    held: Vec<(String, String, String)>,
    decide: Option<(Vec<Field>, Hidden)>,
    rule: Option<(Vec<Field>, Hidden)>,
}

fn caption(view: &RecordView) -> String {
    let name = view
        .stated
        .iter()
        .find(|one| one.one.says == Property::Name);
    name.map_or_else(String::new, |one| one.one.value.clone())
}

fn held(all: &HeldHere) -> Vec<(String, String, String)> {
    let records = all.records.iter().map(|view| {
        (
            format!("/records/{}", view.id),
            view.number.clone(),
            caption(view),
        )
    });
    let cards = all.cards.iter().map(|view| {
        (
            format!("/cards/{}", view.card.id),
            view.number.clone(),
            view.card.caption().to_owned(),
        )
    });
    records.chain(cards).collect()
}

fn facts(page: &Page, states: &States, line: &EnquiryLine) -> Vec<(String, String)> {
    let (one, question) = (&line.enquiry, &line.enquiry.question);
    let person = &question.person;
    let proven = &question.proven;
    let nationality = person.nationality.as_ref();
    let mut facts = vec![
        ("access-from", states.name(&one.from)),
        (
            "access-scope",
            page.code("access-scope", question.scope.code()),
        ),
        ("access-names", person.names.join("\n")),
        ("access-born", person.born.clone()),
        (
            "access-nationality",
            nationality.map_or_else(String::new, |state| states.name(state)),
        ),
        ("access-wrong", question.wrong.clone()),
        (
            "access-proof",
            format!("{}, {}", proven.document, proven.issuer),
        ),
        ("access-proven", page.day(&proven.on).text),
        ("access-answer-by", page.day(&one.due()).text),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let said = facts.into_iter();
    said.map(|(key, value)| (page.say(key), value)).collect()
}

fn decided(page: &Page, line: &EnquiryLine) -> Vec<(String, String)> {
    let one = &line.enquiry;
    let returned = one.returned.iter();
    let mut facts: Vec<(String, String)> = returned
        .map(|note| (page.say("access-returned"), note.clone()))
        .collect();
    if let Some(decision) = &one.decision {
        facts.extend(answer(page, &decision.what));
    }
    if let Some(day) = one.leaves {
        facts.push((page.say("access-leaves"), page.day(&day).text));
    }
    facts
}

/// What would leave, word for word, and why.
fn answer(page: &Page, what: &Decide) -> Vec<(String, String)> {
    let words = match &what.answer {
        Answer::Disclosed { text } => text.clone(),
        Answer::NeitherConfirmNorDeny => page.say("access-neither"),
    };
    vec![
        (page.say("access-answer"), words),
        (page.say("access-why"), what.reason.clone()),
    ]
}

fn decide_fields(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let choices = ["neither", "disclosed"].map(|code| Choice {
        hint: Some(page.code("access-answer-hint", code)),
        ..Choice::new(
            code,
            page.code("access-answer", code),
            code == typed("answer"),
        )
    });
    vec![
        Field::radios("answer", page.say("access-answer"), choices.into()).required(),
        Field::area("text", page.say("access-text"), typed("text"))
            .hint(page.say("access-text-hint"))
            .rows(5),
        Field::area("reason", page.say("access-why"), typed("reason"))
            .hint(page.say("access-why-hint"))
            .rows(3)
            .required(),
    ]
}

async fn view(
    me: &Signed,
    line: &EnquiryLine,
    (posted, wrong): (Option<&PostForm>, Wrong),
) -> Result<Show, Problem> {
    let page = me.page("access-asked-title").wrong(wrong.is_some());
    let states = States::contacts(me).await?;
    let reader = reader(me).await?;
    let one = &line.enquiry;
    let open = one.stage != EnquiryStage::Answered;
    let waits = one.stage == EnquiryStage::Proposed && page.may(Verb::AccessApprove);
    let decides = open && page.may(Verb::AccessDecide);
    let hidden = || page.hidden_at(&one.version);
    let note = posted.map_or("", |form| form.text("note"));
    let note = Field::area("note", page.say("access-note"), note).rows(2);
    Ok(Show {
        action: format!("/access/asked/{}/{}", one.from, one.id),
        number: line.number.clone(),
        stage: asked_stage(&page, one),
        late: one.is_overdue(reader.today()),
        facts: facts(&page, &states, line),
        decided: decided(&page, line),
        held: held(&reader.held_here(&one.from, one.id).await?),
        decide: decides.then(|| (judged(decide_fields(&page, posted), &wrong), hidden())),
        rule: waits.then(|| (judged(vec![note.optional(&page)], &wrong), hidden())),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    })
}

/// What a State asks; one that is none asks nothing.
async fn line(me: &Signed, from: &str, id: ApplicationId) -> Result<EnquiryLine, Problem> {
    let from: StateCode = from.parse().map_err(|_| Problem::not_found())?;
    Ok(reader(me).await?.enquiry(&from, id).await?)
}

pub(super) async fn show(
    me: Signed,
    Path((from, id)): Path<(String, ApplicationId)>,
) -> Result<Shown<Show>, Problem> {
    let line = line(&me, &from, id).await?;
    view(&me, &line, (None, None)).await.map(Shown)
}

fn read(form: &PostForm) -> Result<Decide, Problem> {
    let answer = match form.text("answer") {
        "neither" => Answer::NeitherConfirmNorDeny,
        "disclosed" => Answer::Disclosed {
            text: form.text("text").trim().to_owned(),
        },
        _ => return Err(Problem::input("MISSING", "answer")),
    };
    Ok(Decide {
        answer,
        reason: form.need("reason")?.to_owned(),
    })
}

fn on<T>(line: &EnquiryLine, form: &PostForm, what: T) -> Result<OnEnquiry<T>, Problem> {
    Ok(OnEnquiry {
        act: form.act()?,
        from: line.enquiry.from.clone(),
        application: line.enquiry.id,
        version: form.version()?,
        what,
    })
}

async fn worked(me: &Signed, line: &EnquiryLine, form: &PostForm) -> Result<(), Problem> {
    let ruling = match form.text("what") {
        "approve" => Ruling::Approve,
        "give_back" => Ruling::GiveBack {
            note: form.text("note").to_owned(),
        },
        _ => {
            access::decide(me.office(), me.actor(), on(line, form, read(form)?)?).await?;
            return Ok(());
        }
    };
    access::rule(me.office(), me.actor(), on(line, form, ruling)?).await?;
    Ok(())
}

pub(super) async fn work(
    me: Signed,
    Path((from, id)): Path<(String, ApplicationId)>,
    form: PostForm,
) -> Result<Response, Problem> {
    let line = line(&me, &from, id).await?;
    let done = async {
        match (Step::of(&form), form.text("what")) {
            (Step::Begin, _) => Ok(None),
            // What is given back stays here; all else leaves, now or on its day.
            (Step::Look, what) if what != "give_back" => {
                confirm(&me, (&line, &form)).await.map(Some)
            }
            _ => {
                worked(&me, &line, &form).await?;
                let to = me.done("/access", "access-stepped");
                Ok(Some(to.into_response()))
            }
        }
    };
    let (status, wrong): (StatusCode, Wrong) = match done.await {
        Ok(Some(answer)) => return Ok(answer),
        Ok(None) => (StatusCode::OK, None),
        Err(problem) if answerable(&problem) => {
            let text = problem.text(me.lang());
            let field = problem.field.clone().unwrap_or_default();
            (problem.status, Some((field, text)))
        }
        Err(problem) => return Err(problem),
    };
    Ok(shown(
        status,
        &view(&me, &line, (Some(&form), wrong)).await?,
    ))
}

/// Just what the applicant will read, before it is decided or leaves.
async fn confirm(
    me: &Signed,
    (line, form): (&EnquiryLine, &PostForm),
) -> Result<Response, Problem> {
    let page = me.page("access-confirm-title");
    let one = &line.enquiry;
    let approves = form.text("what") == "approve";
    let facts = match approves {
        true => decided(&page, line),
        false => answer(&page, &read(form)?),
    };
    let path = format!("/access/asked/{}/{}", one.from, one.id);
    let key = if approves { "approve" } else { "decide" };
    let confirm = Confirm {
        rooms: no_rooms(&page),
        lead: page.code("access-confirm", key),
        facts,
        action: path.clone(),
        hidden: page.hidden_at(&form.version()?),
        carried: carried(form),
        button: page.code("access-step", key),
        grave: approves,
        change: true,
        back: path,
        page,
    };
    Ok(shown(StatusCode::OK, &confirm))
}
