//! Encounters that wait for the desk: who it was, whether the person is protected, and what the owner of the card will read.
//! Nothing is sent before it was shown; where nothing is sent, the owner cannot tell.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::encounter::{Decide, EncounterStage, Met, Protection, Told};
use model::{CardId, EncounterId, Verb};
use office::cards::{self, EncounterLine};

use super::{of_cards, rooms, told};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::{Confirm, Step, carried, officer};
use crate::part::{Badge, Choice, Errors, Field, Hidden, Rooms, Tone, When};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "sharing/encounters.html")]
pub(super) struct Waiting {
    page: Page,
    rooms: Rooms,
    lines: Vec<Line>,
    more: Option<String>,
}

#[derive(Debug)]
struct Line {
    href: String,
    number: String,
    place: String,
    at: When,
    by: String,
}

#[derive(Debug, askama::Template)]
#[template(path = "sharing/encounter.html")]
pub(super) struct One {
    page: Page,
    rooms: Rooms,
    errors: Errors,
    stage: Badge,
    number: String,
    facts: Vec<(String, String)>,
    /// The card, where the reader may read it: its address, whose it is, and the card.
    card: Option<(String, String, told::Told)>,
    decided: Vec<(String, String)>,
    form: Option<(Vec<Field>, Hidden)>,
    action: String,
}

pub(super) async fn index(me: Signed) -> Result<Shown<Waiting>, Problem> {
    let page = me.page("share-encounters-title");
    let reader = of_cards(&me).await?;
    let (waiting, total) = reader.encounters().await?;
    let names = reader.names().await?;
    let line = |line: &EncounterLine| Line {
        href: format!("/encounters/{}", line.encounter.id),
        number: line.number.clone(),
        place: line.encounter.report.place.clone(),
        at: page.when(&line.encounter.at),
        by: officer(&names, line.encounter.by),
    };
    let more = total.saturating_sub(waiting.len() as u64);
    Ok(Shown(Waiting {
        rooms: rooms(&me, &page, "/encounters").await?,
        lines: waiting.iter().map(line).collect(),
        more: (more > 0).then(|| page.say_n("share-encounters-more", more)),
        page,
    }))
}

pub(super) async fn show(me: Signed, Path(id): Path<EncounterId>) -> Result<Shown<One>, Problem> {
    let line = of_cards(&me).await?.encounter(id).await?;
    view(&me, &line, (None, None)).await.map(Shown)
}

async fn card(
    me: &Signed,
    page: &Page,
    id: CardId,
) -> Result<Option<(String, String, told::Told)>, Problem> {
    if !page.may(Verb::CardRead) {
        return Ok(None);
    }
    // A card that was recalled since is there no more; the encounter is.
    let view = match of_cards(me).await?.card(id).await {
        Ok(view) => view,
        Err(error) if error.code() == "NOT-FOUND" => return Ok(None),
        Err(error) => return Err(error.into()),
    };
    let states = States::contacts(me).await?;
    let told = told::told(page, &states, (&view.card, me.office().state()));
    let title = format!(
        "{} · {}",
        view.card.caption(),
        states.name(&view.card.owner)
    );
    Ok(Some((format!("/cards/{id}"), title, told)))
}

async fn view(
    me: &Signed,
    line: &EncounterLine,
    (posted, wrong): (Option<&PostForm>, Wrong),
) -> Result<One, Problem> {
    let page = me.page("share-encounter-title").wrong(wrong.is_some());
    let names = of_cards(me).await?.names().await?;
    let one = &line.encounter;
    let done = one.report.done.map(|action| action.code());
    let mut facts = vec![
        (page.say("share-when"), page.when(&one.at).text),
        (page.say("share-place"), one.report.place.clone()),
        (
            page.say("share-done"),
            done.map_or_else(
                || page.say("share-done-nothing"),
                |code| page.code("share-done", code),
            ),
        ),
        (page.say("share-seen"), one.report.note.clone()),
        (page.say("share-by"), officer(&names, one.by)),
        (
            page.say("share-check"),
            one.report.check.clone().unwrap_or_default(),
        ),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    let waits = one.stage == EncounterStage::Reported && page.may(Verb::EncounterDecide);
    let form = waits.then(|| {
        (
            judged(fields(&page, posted), &wrong),
            page.hidden_at(&one.version),
        )
    });
    let tone = match one.stage {
        EncounterStage::Reported => Tone::Waiting,
        EncounterStage::Told => Tone::Done,
        EncounterStage::Closed => Tone::Ended,
    };
    Ok(One {
        rooms: rooms(me, &page, "/encounters").await?,
        stage: Badge::new(tone, page.code("share-stage", one.stage.code())),
        number: line.number.clone(),
        card: card(me, &page, one.report.card).await?,
        decided: one.decided.as_ref().map_or_else(Vec::new, |said| {
            let mut facts = choices(&page, &said.what);
            facts.push((page.say("share-reason"), said.what.reason.clone()));
            facts.push((page.say("share-by"), officer(&names, said.by)));
            facts.push((page.say("share-when"), page.when(&said.at).text));
            facts
        }),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        action: format!("/encounters/{}", one.id),
        facts,
        form,
        page,
    })
}

fn fields(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let met = Met::ALL.iter().map(|met| Choice {
        hint: Some(page.code("share-met-hint", met.code())),
        ..Choice::new(
            met.code(),
            page.code("share-met", met.code()),
            met.code() == typed("met"),
        )
    });
    let protection = Protection::ALL.iter().map(|ground| Choice {
        hint: Some(page.code("share-protection-hint", ground.code())),
        ..Choice::new(
            ground.code(),
            page.code("share-protection", ground.code()),
            ground.code() == typed("protection"),
        )
    });
    vec![
        Field::radios("met", page.say("share-met"), met.collect()).required(),
        Field::radios(
            "protection",
            page.say("share-protection"),
            protection.collect(),
        )
        .hint(page.say("share-protection-lead"))
        .required(),
        Field::text("district", page.say("share-district"), typed("district"))
            .hint(page.say("share-district-hint")),
        Field::area("note", page.say("share-note"), typed("note"))
            .hint(page.say("share-note-hint"))
            .rows(2)
            .optional(page),
        Field::area("reason", page.say("share-reason"), typed("reason"))
            .hint(page.say("share-reason-own"))
            .rows(3)
            .required(),
    ]
}

fn read(form: &PostForm) -> Result<Decide, Problem> {
    Ok(Decide {
        met: form.parsed("met")?,
        protection: form.parsed("protection")?,
        district: form.text("district").to_owned(),
        note: form.text("note").to_owned(),
        reason: form.need("reason")?.to_owned(),
    })
}

fn choices(page: &Page, what: &Decide) -> Vec<(String, String)> {
    vec![
        (
            page.say("share-met"),
            page.code("share-met", what.met.code()),
        ),
        (
            page.say("share-protection"),
            page.code("share-protection", what.protection.code()),
        ),
    ]
}

pub(super) async fn decide(
    me: Signed,
    Path(id): Path<EncounterId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let line = of_cards(&me).await?.encounter(id).await?;
    let done = async {
        let what = read(&form)?;
        match Step::of(&form) {
            Step::Begin => Ok(None),
            Step::Look => confirm(&me, &line, (&what, &form)).await.map(Some),
            Step::Keep => {
                let on = (form.act()?, id, form.version()?);
                let stage = cards::decide(me.office(), me.actor(), on, what).await?;
                let code = match stage {
                    EncounterStage::Told => "share-told",
                    _ => "share-closed",
                };
                Ok(Some(me.done("/encounters", code).into_response()))
            }
        }
    };
    let (status, wrong): (StatusCode, Wrong) = match done.await {
        Ok(Some(answer)) => return Ok(answer),
        Ok(None) => (StatusCode::OK, None),
        Err(problem) if answerable(&problem) => {
            let text = problem.text(me.lang());
            (
                problem.status,
                Some((problem.field.unwrap_or_default(), text)),
            )
        }
        Err(problem) => return Err(problem),
    };
    Ok(shown(
        status,
        &view(&me, &line, (Some(&form), wrong)).await?,
    ))
}

/// Just what the owner will read, before it is sent; or that nothing is.
async fn confirm(
    me: &Signed,
    line: &EncounterLine,
    (what, form): (&Decide, &PostForm),
) -> Result<Response, Problem> {
    let page = me.page("share-confirm-title");
    // The same rules as of the act; what it makes is shown and thrown away.
    let (_, told) = line
        .encounter
        .decide(what, me.officer().id, me.office().now())?;
    let mut facts = choices(&page, what);
    let lead = match &told {
        Some(told) => {
            facts.extend(read_there(&page, told));
            "share-confirm-told"
        }
        None => "share-confirm-nothing",
    };
    if what.protects() == Some(true) {
        facts.push((page.say("share-aside"), page.say("share-confirm-aside")));
    }
    facts.push((page.say("share-reason"), what.reason.clone()));
    let path = format!("/encounters/{}", line.encounter.id);
    let confirm = Confirm {
        rooms: rooms(me, &page, "/encounters").await?,
        lead: page.say(lead),
        facts,
        action: path.clone(),
        hidden: page.hidden_at(&form.version()?),
        carried: carried(form),
        button: page.say(match told {
            Some(_) => "share-tell",
            None => "share-close",
        }),
        grave: told.is_some(),
        change: true,
        back: path,
        page,
    };
    Ok(shown(StatusCode::OK, &confirm))
}

/// What the owner reads, word for word.
fn read_there(page: &Page, told: &Told) -> Vec<(String, String)> {
    let done = told.done.map(|action| action.code());
    vec![
        (page.say("share-there-day"), page.day(&told.on).text),
        (page.say("share-there-district"), told.district.clone()),
        (
            page.say("share-there-done"),
            done.map_or_else(
                || page.say("share-done-nothing"),
                |code| page.code("share-done", code),
            ),
        ),
        (
            page.say("share-there-note"),
            match told.note.as_str() {
                "" => page.say("share-there-no-note"),
                note => note.to_owned(),
            },
        ),
    ]
}
