//! Decisions about hits: those that hold, those that ended, and taking one back.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::Redirect;
use model::{OfficerId, Verb};
use office::screening::reviews::{self, ReviewLine, ReviewsWanted, Withdraw};

use super::{Confirm, Kept, asked_page, bare, last_day, officer, pager, reader, rooms};
use crate::page::{Page, Shown};
use crate::part::{Badge, Choice, Field, Name, Pager, Rooms, Tone, When};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "screening/reviews.html")]
pub(super) struct Reviews {
    page: Page,
    rooms: Rooms,
    filter: Field,
    lines: Vec<Line>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct Line {
    href: String,
    caption: String,
    what: String,
    reason: String,
    who: Name,
    own: bool,
    at: When,
    until: Option<When>,
    stage: Badge,
}

fn line(page: &Page, names: &[(OfficerId, String)], review: &ReviewLine) -> Line {
    let tone = match review.stage.as_str() {
        "in_force" => Tone::Active,
        _ => Tone::Ended,
    };
    let holds = review.stage == "in_force";
    let until = review.until.filter(|_| holds);
    Line {
        href: format!("/screening/reviews/{}", bare(&review.id)),
        caption: review.bound.caption.clone(),
        what: page.code("screen-verdict", review.bound.verdict.code()),
        reason: review.bound.reason.clone(),
        who: page.name(officer(names, review.bound.by)),
        own: review.bound.own,
        at: page.when(&review.at),
        until: until.map(|until| last_day(page, until)),
        stage: Badge::new(tone, page.code("screen-review", &review.stage)),
    }
}

pub(super) async fn index(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Reviews>, Problem> {
    let page = me.page("screen-reviews-title");
    let over = query.get("show").is_some_and(|show| show == "all");
    let wanted = ReviewsWanted {
        over,
        subject: None,
        page: asked_page(&query),
    };
    let read = reader(&me).await?;
    let (found, names) = (read.reviews(&wanted).await?, read.names().await?);
    let choices = vec![
        Choice::new("", page.say("screen-show-in-force"), !over),
        Choice::new("all", page.say("screen-show-over"), over),
    ];
    Ok(Shown(Reviews {
        rooms: rooms(&me, &page, "/screening/reviews").await?,
        filter: Field::select("show", page.say("screen-show"), choices),
        lines: found.rows.iter().map(|r| line(&page, &names, r)).collect(),
        pager: pager(&page, (found.page, found.total, found.size)),
        page,
    }))
}

/// One decision; the form on it takes it back.
pub(super) async fn show(me: Signed, Path(id): Path<String>) -> Result<Shown<Confirm>, Problem> {
    let read = reader(&me).await?;
    let review = read.review(&format!("review:{id}")).await?;
    let review = review.ok_or_else(Problem::not_found)?;
    let names = read.names().await?;
    let page = me.page("screen-review-title");
    let line = line(&page, &names, &review);
    let who = match line.own {
        true => format!("{} · {}", line.who.text, page.say("screen-own")),
        false => line.who.text.clone(),
    };
    let mut facts = vec![
        (page.say("screen-listed"), line.caption),
        (page.say("screen-verdict"), line.what),
        (page.say("screen-reason"), line.reason),
        (page.say("screen-by"), who),
        (page.say("screen-at"), line.at.text),
        (page.say("ui-state"), line.stage.word),
    ];
    facts.extend(
        line.until
            .map(|until| (page.say("screen-until"), until.text)),
    );
    let open = review.stage == reviews::IN_FORCE && page.may(Verb::ScreenReview);
    let kept = Kept {
        room: "/screening/reviews",
        id: &id,
        version: review.version,
        lead: match open {
            true => "screen-withdraw-lead",
            false => "screen-review-over",
        },
        facts,
        button: "screen-withdraw",
        open,
    };
    kept.show(&me, page).await
}

pub(super) async fn withdraw(
    me: Signed,
    Path(id): Path<String>,
    form: PostForm,
) -> Result<Redirect, Problem> {
    let act = Withdraw {
        act: form.act()?,
        review: format!("review:{id}"),
        version: form.version()?,
    };
    reviews::withdraw(me.office(), me.actor(), act).await?;
    Ok(me.done("/screening/reviews", "screen-withdrawn"))
}
