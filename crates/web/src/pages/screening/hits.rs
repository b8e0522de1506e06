//! The review queue: each hit beside what was asked, and what an officer says about it. It is shown once more before it is kept.

use std::collections::BTreeMap;

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use jiff::Timestamp;
use model::screening::Verdict;
use model::{Verb, limits};
use office::screening::queue::{self, Decide, HitLine, HitSheet, HitsWanted};
use office::screening::reviews::ReviewLine;

use super::ask::Hit;
use super::{
    Confirm, Step, asked_page, bare, carried, end_of, last_day, officer, pager, question, reader,
    rooms,
};
use crate::page::{Page, Shown, shown};
use crate::pages::matched;
use crate::pages::people::{Wrong, judged, mendable};
use crate::pages::requests::form::{posted_date, typed_date};
use crate::part::{Badge, Choice, Errors, Field, Hidden, Name, Pager, Rooms, Tone, When};
use crate::{PostForm, Problem, Signed};

/// Values shown of one kind of fact of the record that is decided about.
const FACT_VALUES_MAX: usize = 40;
/// Which hits are shown: those that wait, the reader's own among them, and all with those that were decided.
const SHOWN: &[&str] = &["waiting", "mine", "all"];

#[derive(Debug, askama::Template)]
#[template(path = "screening/hits.html")]
pub(super) struct Queue {
    page: Page,
    rooms: Rooms,
    filter: Field,
    lines: Vec<Line>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct Line {
    href: String,
    asked: String,
    door: String,
    caption: String,
    list: String,
    score: u32,
    score_word: String,
    at: When,
    stage: Badge,
    mine: bool,
}

#[derive(Debug, askama::Template)]
#[template(path = "screening/hit.html")]
pub(super) struct OneHit {
    page: Page,
    rooms: Rooms,
    errors: Errors,
    stage: Badge,
    found: Vec<(String, String)>,
    asked: Vec<(String, Vec<String>)>,
    hit: Hit,
    /// What somebody who decides has to know.
    notes: Vec<String>,
    decided: Option<Decided>,
    reviews: Vec<Review>,
    /// The form by which it is decided; none where it does not wait, or the reader may not.
    form: Option<(Vec<Field>, Hidden)>,
    action: String,
}

#[derive(Debug)]
struct Decided {
    what: String,
    who: Name,
    at: When,
    reason: String,
    own: bool,
}

/// An earlier decision about the same subject.
#[derive(Debug)]
struct Review {
    href: String,
    caption: String,
    what: String,
    stage: String,
    who: Name,
    own: bool,
}

fn stage(page: &Page, stage: &str) -> Badge {
    let tone = match stage {
        "open" | "unsure" => Tone::Waiting,
        "this" => Tone::Active,
        _ => Tone::Done,
    };
    Badge::new(tone, page.code("screen-stage", stage))
}

fn line(page: &Page, hit: &HitLine) -> Line {
    let door = page.code("screen-channel", hit.channel.code());
    let score = matched::points(hit.score);
    Line {
        href: format!("/screening/hits/{}", bare(&hit.id)),
        asked: hit.asked.clone(),
        door: match &hit.case {
            Some(case) => format!("{door} · {}", paper::words::isolated(case)),
            None => door,
        },
        caption: hit.caption.clone(),
        list: format!("{} · {}", hit.list, hit.list_version),
        score_word: page.say1("border-score", "score", score),
        score,
        at: page.when(&hit.at),
        stage: stage(page, &hit.stage),
        mine: hit.mine,
    }
}

pub(super) async fn index(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Queue>, Problem> {
    let page = me.page("screen-hits-title");
    let chosen = query.get("show").map_or("waiting", String::as_str);
    let wanted = HitsWanted {
        decided: chosen == "all",
        officer: (chosen == "mine").then(|| me.officer().id),
        subject: None,
        page: asked_page(&query),
    };
    let hits = reader(&me).await?.hits(&wanted).await?;
    let choice = |code: &&str| {
        let word = page.code("screen-show", code);
        Choice::new(*code, word, *code == chosen)
    };
    let filter = SHOWN.iter().map(choice).collect();
    Ok(Shown(Queue {
        rooms: rooms(&me, &page, "/screening/hits").await?,
        filter: Field::select("show", page.say("screen-show"), filter),
        lines: hits.rows.iter().map(|hit| line(&page, hit)).collect(),
        pager: pager(&page, (hits.page, hits.total, hits.size)),
        page,
    }))
}

async fn sheet(me: &Signed, id: &str) -> Result<HitSheet, Problem> {
    let hit = reader(me).await?.hit(&format!("hit:{id}")).await?;
    hit.ok_or_else(Problem::not_found)
}

pub(super) async fn show(me: Signed, Path(id): Path<String>) -> Result<Shown<OneHit>, Problem> {
    let sheet = sheet(&me, &id).await?;
    view(&me, &sheet, (None, None)).await.map(Shown)
}

async fn view(
    me: &Signed,
    sheet: &HitSheet,
    (posted, wrong): (Option<&PostForm>, Wrong),
) -> Result<OneHit, Problem> {
    let page = me.page("screen-hit-title").wrong(wrong.is_some());
    let names = reader(me).await?.names().await?;
    let (line, body) = (&sheet.line, &sheet.body);
    let decides = line.waits && page.may(Verb::ScreenReview);
    let version = posted.and_then(|form| form.version().ok());
    let form = decides.then(|| {
        let fields = judged(fields(&page, posted), &wrong);
        (fields, page.hidden_at(&version.unwrap_or(line.version)))
    });
    let decided = body.decided.as_ref().map(|said| Decided {
        what: page.code("screen-verdict", said.verdict.code()),
        who: page.name(officer(&names, said.by)),
        at: page.when(&said.at),
        reason: said.reason.clone(),
        own: said.own,
    });
    let review = |review: &ReviewLine| Review {
        href: format!("/screening/reviews/{}", bare(&review.id)),
        caption: review.bound.caption.clone(),
        what: page.code("screen-verdict", review.bound.verdict.code()),
        stage: page.code("screen-review", &review.stage),
        who: page.name(officer(&names, review.bound.by)),
        own: review.bound.own,
    };
    Ok(OneHit {
        rooms: rooms(me, &page, "/screening/hits").await?,
        errors: Errors::of(&page, wrong.into_iter().collect()),
        stage: stage(&page, &line.stage),
        found: found(&page, sheet),
        asked: question::facts(&page, &body.question),
        hit: Hit::of(&page, 1, (&body.hit, FACT_VALUES_MAX)),
        notes: notes(&page, me, sheet),
        reviews: sheet.reviews.iter().map(review).collect(),
        action: format!("/screening/hits/{}", bare(&line.id)),
        decided,
        form,
        page,
    })
}

/// When, through which door and for which case it was found.
fn found(page: &Page, sheet: &HitSheet) -> Vec<(String, String)> {
    let line = &sheet.line;
    let mut facts = vec![
        (page.say("screen-found"), page.when(&line.at).text),
        (
            page.say("screen-door"),
            page.code("screen-channel", line.channel.code()),
        ),
    ];
    if let Some(case) = &line.case {
        facts.push((page.say("screen-case"), paper::words::isolated(case)));
    }
    facts
}

fn notes(page: &Page, me: &Signed, sheet: &HitSheet) -> Vec<String> {
    let (line, body) = (&sheet.line, &sheet.body);
    let own = line.waits && body.was_asked_by(me.officer().id);
    let again = body.decided.as_ref();
    let again = again.is_some_and(|said| line.waits && said.verdict != Verdict::Unsure);
    let notes = [
        (sheet.now.is_none(), "screen-gone"),
        (sheet.now.is_some() && sheet.changed, "screen-changed"),
        (again, "screen-back"),
        (own, "screen-own-question"),
    ];
    let notes = notes.into_iter().filter(|(holds, _)| *holds);
    notes.map(|(_, key)| page.say(key)).collect()
}

fn fields(page: &Page, posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let verdict = |verdict: &Verdict| Choice {
        hint: Some(page.code("screen-verdict-hint", verdict.code())),
        ..Choice::new(
            verdict.code(),
            page.code("screen-verdict", verdict.code()),
            verdict.code() == typed("verdict"),
        )
    };
    let verdicts = [Verdict::NotThis, Verdict::This, Verdict::Unsure];
    vec![
        Field::radios(
            "verdict",
            page.say("screen-verdict"),
            verdicts.iter().map(verdict).collect(),
        )
        .required(),
        Field::area("reason", page.say("screen-reason"), typed("reason"))
            .hint(page.say("screen-reason-hint"))
            .required(),
        Field::date(
            page,
            "until",
            page.say("screen-until"),
            typed_date(posted, "until"),
        )
        .hint(page.say_n("screen-until-hint", limits::REVIEW_DAYS_MAX))
        .optional(page),
    ]
}

/// The last day of what is decided or watched: none where none was written, not half of one.
pub(super) fn until(
    page: &Page,
    form: &PostForm,
    days_max: i64,
) -> Result<Option<Timestamp>, Problem> {
    if typed_date(Some(form), "until").iter().all(String::is_empty) {
        return Ok(None);
    }
    let day = posted_date(form, "until").ok_or_else(|| Problem::input("MALFORMED", "until"))?;
    let until = end_of(page, day, days_max)?;
    model::screening::until("until", until, page.now(), days_max)?;
    Ok(Some(until))
}

fn read(page: &Page, form: &PostForm, id: &str) -> Result<Decide, Problem> {
    let verdict = form.need("verdict")?;
    let verdict = Verdict::from_code(verdict);
    let reason = form.text("reason").to_owned();
    model::screening::reason("reason", &reason)?;
    Ok(Decide {
        act: form.act()?,
        hit: format!("hit:{id}"),
        version: form.version()?,
        verdict: verdict.ok_or_else(|| Problem::input("MALFORMED", "verdict"))?,
        reason,
        until: until(page, form, limits::REVIEW_DAYS_MAX)?,
    })
}

pub(super) async fn decide(
    me: Signed,
    Path(id): Path<String>,
    form: PostForm,
) -> Result<Response, Problem> {
    let page = me.page("screen-decide-title");
    let done = async {
        let act = read(&page, &form, &id)?;
        match Step::of(&form) {
            Step::Begin => Ok(None),
            Step::Look => confirm(&me, &id, (act, &form)).await.map(Some),
            Step::Keep => {
                queue::decide(me.office(), me.actor(), act).await?;
                let to = me.done("/screening/hits", "screen-decided");
                Ok(Some(to.into_response()))
            }
        }
    };
    let wrong = match done.await {
        Ok(Some(answer)) => return Ok(answer),
        Ok(None) => None,
        Err(problem) => mendable(&me, problem)?,
    };
    let status = match wrong {
        Some(_) => StatusCode::UNPROCESSABLE_ENTITY,
        None => StatusCode::OK,
    };
    let sheet = sheet(&me, &id).await?;
    Ok(shown(
        status,
        &view(&me, &sheet, (Some(&form), wrong)).await?,
    ))
}

/// What will be kept, before it is.
async fn confirm(
    me: &Signed,
    id: &str,
    (act, form): (Decide, &PostForm),
) -> Result<Response, Problem> {
    let sheet = sheet(me, id).await?;
    let page = me.page("screen-decide-title");
    let longest = super::end_of_days(&page, limits::REVIEW_DAYS_MAX);
    let mut facts = question::lines(&page, &sheet.body.question);
    facts.push((page.say("screen-listed"), sheet.line.caption.clone()));
    facts.push((
        page.say("screen-verdict"),
        page.code("screen-verdict", act.verdict.code()),
    ));
    facts.push((page.say("screen-reason"), act.reason.clone()));
    if act.verdict != Verdict::Unsure {
        let until = last_day(&page, act.until.unwrap_or(longest));
        facts.push((page.say("screen-until"), until.text));
    }
    let confirm = Confirm {
        rooms: rooms(me, &page, "/screening/hits").await?,
        lead: page.code("screen-verdict-then", act.verdict.code()),
        facts,
        action: format!("/screening/hits/{id}"),
        hidden: page.hidden_at(&act.version),
        carried: carried(form),
        button: page.say("screen-decide-keep"),
        grave: false,
        change: true,
        back: format!("/screening/hits/{id}"),
        page,
    };
    Ok(shown(StatusCode::OK, &confirm))
}
