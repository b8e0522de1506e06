//! Watched subjects: who is watched, for which case and until when; enrolling one, and ending it.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use model::{OfficerId, Verb, limits};
use office::screening::watch::{self, Enrol, Stop, WatchLine, WatchesWanted};

use super::hits::until;
use super::question::{self, Typed};
use super::{
    Confirm, Kept, Step, asked_page, bare, carried, last_day, number, officer, pager, reader, rooms,
};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged, mendable};
use crate::pages::requests::form::typed_date;
use crate::part::{Choice, Errors, Field, Pager, Rooms, When};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "screening/watches.html")]
pub(super) struct Watches {
    page: Page,
    rooms: Rooms,
    filter: Field,
    lines: Vec<Line>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct Line {
    href: String,
    name: String,
    told: String,
    case: String,
    who: String,
    mine: bool,
    at: When,
    until: When,
    found: String,
}

#[derive(Debug, askama::Template)]
#[template(path = "screening/enrol.html")]
pub(super) struct NewWatch {
    page: Page,
    rooms: Rooms,
    errors: Errors,
    fields: Vec<Field>,
}

fn line(page: &Page, names: &[(OfficerId, String)], watch: &WatchLine) -> Line {
    let mut facts = question::lines(page, &watch.body.question).into_iter();
    let name = facts.next().map(|(_, value)| value).unwrap_or_default();
    let told: Vec<String> = facts.map(|(_, value)| value).collect();
    let who = watch.officer.as_deref().unwrap_or_default();
    Line {
        href: format!("/screening/watches/{}", bare(&watch.id)),
        name,
        told: told.join(" · "),
        case: watch.body.case.clone(),
        who: who
            .parse()
            .map_or_else(|_| who.to_owned(), |id| officer(names, id)),
        mine: watch.mine,
        at: page.when(&watch.at),
        until: last_day(page, watch.until),
        found: number(page, watch.body.seen.len() as u64),
    }
}

pub(super) async fn index(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Watches>, Problem> {
    let page = me.page("screen-watches-title");
    let mine = query.get("show").is_some_and(|show| show == "mine");
    let wanted = WatchesWanted {
        officer: mine.then(|| me.officer().id),
        case: None,
        page: asked_page(&query),
    };
    let read = reader(&me).await?;
    let (found, names) = (read.watches(&wanted).await?, read.names().await?);
    let choices = vec![
        Choice::new("", page.say("screen-show-everybody"), !mine),
        Choice::new("mine", page.say("screen-show-mine"), mine),
    ];
    Ok(Shown(Watches {
        rooms: rooms(&me, &page, "/screening/watches").await?,
        filter: Field::select("show", page.say("screen-show"), choices),
        lines: found.rows.iter().map(|w| line(&page, &names, w)).collect(),
        pager: pager(&page, (found.page, found.total, found.size)),
        page,
    }))
}

async fn form(
    me: &Signed,
    (posted, wrong): (Option<&PostForm>, Wrong),
) -> Result<NewWatch, Problem> {
    let page = me.page("screen-watch-new").wrong(wrong.is_some());
    let typed = posted.map(Typed::from).unwrap_or_default();
    let text = |name: &str| posted.map_or("", |form| form.text(name));
    let mut fields = typed.fields(&page);
    fields.extend([
        Field::text("case", page.say("screen-case"), text("case"))
            .hint(page.say("screen-case-hint"))
            .required()
            .width("half"),
        Field::area("reason", page.say("screen-watch-reason"), text("reason"))
            .rows(3)
            .required(),
        Field::date(
            &page,
            "until",
            page.say("screen-watch-until"),
            typed_date(posted, "until"),
        )
        .hint(page.say_n("screen-watch-until-hint", limits::WATCH_DAYS_MAX)),
    ]);
    Ok(NewWatch {
        rooms: rooms(me, &page, "/screening/watches").await?,
        fields: judged(fields, &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    })
}

pub(super) async fn new(me: Signed) -> Result<Shown<NewWatch>, Problem> {
    form(&me, (None, None)).await.map(Shown)
}

fn read(page: &Page, posted: &PostForm) -> Result<Enrol, Problem> {
    let typed = Typed::from(posted);
    if typed.is_empty() {
        return Err(Problem::input("QUESTION", "name"));
    }
    let reason = posted.text("reason").to_owned();
    let case = model::screening::case("case", posted.text("case"))?;
    model::screening::reason("reason", &reason)?;
    let until = until(page, posted, limits::WATCH_DAYS_MAX)?;
    Ok(Enrol {
        act: posted.act()?,
        question: typed.question(),
        case,
        reason,
        until: until.ok_or_else(|| Problem::input("MISSING", "until"))?,
    })
}

pub(super) async fn enrol(me: Signed, posted: PostForm) -> Result<Response, Problem> {
    let page = me.page("screen-watch-new");
    let step = Step::of(&posted);
    if step == Step::Begin {
        let page = form(&me, (Some(&posted), None)).await?;
        return Ok(Shown(page).into_response());
    }
    let done = async {
        let act = read(&page, &posted)?;
        if step == Step::Look {
            return confirm(&me, (act, &posted)).await;
        }
        watch::enrol(me.office(), me.actor(), act).await?;
        let to = me.done("/screening/watches", "screen-watched");
        Ok(to.into_response())
    };
    match done.await {
        Ok(answer) => Ok(answer),
        Err(mut problem) => {
            if problem.field.as_deref() == Some("question") {
                problem.field = Some("name".to_owned());
            }
            let wrong = mendable(&me, problem)?;
            let page = form(&me, (Some(&posted), wrong)).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

/// What will be kept, before it is.
async fn confirm(me: &Signed, (act, posted): (Enrol, &PostForm)) -> Result<Response, Problem> {
    let page = me.page("screen-watch-new");
    let mut facts = question::lines(&page, &act.question);
    facts.push((page.say("screen-case"), act.case.clone()));
    facts.push((page.say("screen-watch-reason"), act.reason.clone()));
    facts.push((
        page.say("screen-watch-until"),
        last_day(&page, act.until).text,
    ));
    let confirm = Confirm {
        rooms: rooms(me, &page, "/screening/watches").await?,
        lead: page.say("screen-watch-then"),
        facts,
        action: "/screening/watches".to_owned(),
        hidden: page.hidden(),
        carried: carried(posted),
        button: page.say("screen-watch-keep"),
        grave: false,
        change: true,
        back: "/screening/watches".to_owned(),
        page,
    };
    Ok(shown(StatusCode::OK, &confirm))
}

/// One watched subject; the form on it ends it.
pub(super) async fn show(me: Signed, Path(id): Path<String>) -> Result<Shown<Confirm>, Problem> {
    let read = reader(&me).await?;
    let watch = read.watch(&format!("watch:{id}")).await?;
    let watch = watch.ok_or_else(Problem::not_found)?;
    let names = read.names().await?;
    let page = me.page("screen-watch-title");
    let line = line(&page, &names, &watch);
    let mut facts = question::lines(&page, &watch.body.question);
    facts.extend([
        (page.say("screen-case"), line.case),
        (page.say("screen-watch-reason"), watch.body.reason.clone()),
        (page.say("screen-by"), line.who),
        (page.say("screen-at"), line.at.text),
        (page.say("screen-watch-until"), line.until.text),
        (page.say("screen-watch-found"), line.found),
    ]);
    let kept = Kept {
        room: "/screening/watches",
        id: &id,
        version: watch.version,
        lead: "screen-stop-lead",
        facts,
        button: "screen-stop",
        open: page.may(Verb::ScreenWatch),
    };
    kept.show(&me, page).await
}

pub(super) async fn stop(
    me: Signed,
    Path(id): Path<String>,
    form: PostForm,
) -> Result<Redirect, Problem> {
    let act = Stop {
        act: form.act()?,
        watch: format!("watch:{id}"),
        version: form.version()?,
    };
    watch::stop(me.office(), me.actor(), act).await?;
    Ok(me.done("/screening/watches", "screen-stopped"))
}
