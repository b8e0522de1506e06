//! What others have shared with us: the list, and one card with its actions, its files and the words with its owner.

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::card::HoldFor;
use model::{CardId, EvidenceId, Verb};
use office::cards::{self, CardView, EncounterLine, Say};
use office::records::{self, Hold};

use super::talk::{self, Talk};
use super::told::{self, Told};
use super::{of_cards, rooms, within};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::Step;
use crate::part::{Errors, Field, Rooms, Turns, When, select};
use crate::{PostForm, Problem, Signed, api};

#[derive(Debug, askama::Template)]
#[template(path = "sharing/cards.html")]
pub(super) struct Index {
    page: Page,
    rooms: Rooms,
    field: Field,
    lines: Vec<Line>,
    /// What was searched, and how many cards say it.
    found: Option<String>,
    turns: Option<Turns>,
}

#[derive(Debug)]
struct Line {
    href: String,
    number: String,
    caption: String,
    subject: String,
    owner: String,
    actions: String,
    updated: When,
}

#[derive(Debug, askama::Template)]
#[template(path = "sharing/card.html")]
pub(super) struct One {
    page: Page,
    rooms: Rooms,
    errors: Errors,
    name: String,
    number: String,
    subject: String,
    owner: String,
    c: Told,
    call: Vec<(String, String)>,
    /// Where it is taken out in a format of others.
    export: String,
    files: Vec<(String, String)>,
    facts: Vec<(String, String)>,
    encounters: Vec<(String, String, String, When)>,
    talk: Talk,
    /// The form of a hold, where the reader may register one.
    hold: Option<(String, Vec<Field>, bool)>,
}

fn line(page: &Page, states: &States, me: &Signed, view: &CardView) -> Line {
    let card = &view.card;
    let actions = card.actions(me.office().state());
    Line {
        href: format!("/cards/{}", card.id),
        number: view.number.clone(),
        caption: card.caption().to_owned(),
        subject: page.code("subject", card.subject.code()),
        owner: states.name(&card.owner),
        actions: told::actions(page, &actions).join(" · "),
        updated: page.when(&view.updated),
    }
}

async fn list(me: &Signed, (text, number): (&str, u32)) -> Result<Index, Problem> {
    let page = me.page("share-cards-title");
    let cards = of_cards(me).await?.cards(text, number).await?;
    let states = States::contacts(me).await?;
    Ok(Index {
        rooms: rooms(me, &page, "/cards").await?,
        field: Field::text("text", page.say("share-search"), text)
            .line("search")
            .hint(page.say("share-search-hint")),
        lines: cards
            .rows
            .iter()
            .map(|view| line(&page, &states, me, view))
            .collect(),
        found: (!text.is_empty()).then(|| page.say_n("share-found", cards.total)),
        turns: Turns::of(
            &page,
            ("/cards", vec![("text", text.to_owned())]),
            (cards.page, cards.total, cards.size),
        ),
        page,
    })
}

pub(super) async fn index(me: Signed) -> Result<Shown<Index>, Problem> {
    list(&me, ("", 0)).await.map(Shown)
}

pub(super) async fn find(me: Signed, form: PostForm) -> Result<Shown<Index>, Problem> {
    let number = form.text("page").parse().unwrap_or_default();
    list(&me, (form.text("text"), number)).await.map(Shown)
}

pub(super) async fn show(me: Signed, Path(id): Path<CardId>) -> Result<Shown<One>, Problem> {
    one(&me, id, None).await.map(Shown)
}

/// A form of the card's page that came back: what was typed, and what is wrong.
type Back<'f> = Option<(&'f str, &'f PostForm, Wrong)>;

async fn one(me: &Signed, id: CardId, back: Back<'_>) -> Result<One, Problem> {
    let view = of_cards(me).await?.card(id).await?;
    let states = States::contacts(me).await?;
    let page = me.page("share-card-title").band(&view.card.label);
    let page = page.numbered(&view.number).wrong(back.as_ref().is_some());
    let (card, here) = (&view.card, me.office().state());
    let said = back.as_ref().filter(|(act, ..)| *act == "words");
    let held = back.as_ref().filter(|(act, ..)| *act == "hold");
    let talk = talk::talk(
        (me, &page, &states),
        &view.words,
        (id, format!("/cards/{id}/words")),
        said.map(|(_, form, _)| *form),
    );
    let hold = page.may(Verb::RecordHold).then(|| {
        let fields = hold_fields(&page, held.map(|(_, form, _)| *form));
        let fields = judged(fields, &held.and_then(|(.., wrong)| wrong.clone()));
        (format!("/cards/{id}/hold"), fields, held.is_some())
    });
    let scope = said.map(|_| id.to_string());
    let wrong = back.as_ref().and_then(|(.., wrong)| wrong.clone());
    let wrong = wrong.map(|wrong| within(scope.as_deref(), wrong));
    let mut facts = vec![
        (page.say("share-since"), page.when(&view.at).text),
        (page.say("share-version"), card.version.to_string()),
        (
            page.say("share-released-on"),
            page.day(&card.released_on).text,
        ),
    ];
    if let Some(day) = &card.expires {
        facts.push((page.say("share-expires"), page.day(day).text));
    }
    if let Some(aside) = &view.aside {
        let text = page.say1("share-aside-text", "at", page.when(&aside.at).text);
        facts.push((page.say("share-aside"), text));
    }
    if view.hold {
        facts.push((page.say("share-held"), page.say("share-held-text")));
    }
    Ok(One {
        rooms: rooms(me, &page, "/cards").await?,
        name: view.card.caption().to_owned(),
        number: view.number.clone(),
        subject: page.code("subject", card.subject.code()),
        owner: states.name(&card.owner),
        c: told::told(&page, &states, (card, here)),
        call: told::phones(&page, &states, (&card.owner, Some(&card.contact))),
        export: format!("/cards/{id}/export"),
        files: files(&page, &view),
        encounters: view.encounters.iter().map(|e| met(&page, e)).collect(),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        facts,
        talk,
        hold,
        page,
    })
}

fn files(page: &Page, view: &CardView) -> Vec<(String, String)> {
    let files = view.card.files.iter().filter(|file| file.blob.is_some());
    let file = |file: &model::card::Attached| {
        let size = paper::words::size(page.lang, file.size_bytes);
        let href = format!("/cards/{}/files/{}", view.card.id, file.id);
        (
            href,
            format!("{} · {} · {size}", file.modality, file.format),
        )
    };
    files.map(file).collect()
}

fn met(page: &Page, line: &EncounterLine) -> (String, String, String, When) {
    let one = &line.encounter;
    (
        format!("/encounters/{}", one.id),
        line.number.clone(),
        page.code("share-stage", one.stage.code()),
        page.when(&one.at),
    )
}

fn hold_fields(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let bodies = HoldFor::ALL.iter().map(|body| body.code());
    vec![
        select(
            page,
            ("body", "share-hold-for"),
            ("share-hold-for", bodies),
            typed("body"),
        ),
        Field::text("reference", page.say("share-hold-ref"), typed("reference"))
            .hint(page.say("share-hold-ref-hint"))
            .required(),
    ]
}

pub(super) async fn file(
    me: Signed,
    Path((id, file)): Path<(CardId, EvidenceId)>,
) -> Result<Response, Problem> {
    let (file, bytes) = of_cards(&me).await?.file_of_card(id, file).await?;
    let name = format!("{}-{}", file.modality, file.format);
    let body = Body::from_stream(bytes);
    Ok(api::evidence::download(&name, file.size_bytes, body))
}

pub(super) async fn say(
    me: Signed,
    Path(id): Path<CardId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = async {
        let act = talk::read(&form, id)?;
        match Step::of(&form) {
            Step::Begin => {
                let page = one(&me, id, Some(("words", &form, None))).await?;
                Ok(Some(shown(StatusCode::OK, &page)))
            }
            Step::Look => confirm_word(&me, id, (&act, &form)).await.map(Some),
            Step::Keep => {
                cards::say(me.office(), me.actor(), act).await?;
                Ok(None)
            }
        }
    };
    match done.await {
        Ok(Some(page)) => Ok(page),
        done => ended(&me, id, ("words", &form), done.map(|_| "share-said")).await,
    }
}

/// What goes to the owner of the card, before it leaves.
async fn confirm_word(
    me: &Signed,
    id: CardId,
    (act, form): (&Say, &PostForm),
) -> Result<Response, Problem> {
    let view = of_cards(me).await?.card(id).await?;
    let states = States::contacts(me).await?;
    let page = me.page("share-say").band(&view.card.label);
    let to = states.name(&view.card.owner);
    let back = format!("/cards/{id}");
    let confirm = talk::confirm(
        page,
        (act, to, form),
        (format!("{back}/words"), back.clone()),
    );
    Ok(shown(StatusCode::OK, &confirm))
}

pub(super) async fn hold(
    me: Signed,
    Path(id): Path<CardId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let read = || -> Result<Hold, Problem> {
        Ok(Hold {
            act: form.act()?,
            object: format!("card:{id}"),
            body: form.parsed("body")?,
            reference: form.need("reference")?.to_owned(),
        })
    };
    let done = match read() {
        Ok(act) => records::hold(me.office(), me.actor(), act)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    ended(&me, id, ("hold", &form), done.map(|()| "share-held")).await
}

/// Back to the card: done, or with what is wrong.
async fn ended(
    me: &Signed,
    id: CardId,
    (act, form): (&str, &PostForm),
    done: Result<&str, Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok(code) if me.page("").may(Verb::CardRead) => {
            Ok(me.done(&format!("/cards/{id}"), code).into_response())
        }
        // A judge registers a hold on a card that only the desk reads.
        Ok(code) => Ok(me.done("/settings", code).into_response()),
        Err(problem) if answerable(&problem) => {
            let wrong = (
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            );
            let one = one(me, id, Some((act, form, Some(wrong)))).await?;
            Ok(shown(problem.status, &one))
        }
        Err(problem) => Err(problem),
    }
}
