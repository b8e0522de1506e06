//! Check one: a name of any kind, with what tells it apart. The answer stands beside what was asked, part by part.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::Verb;
use office::screening::{self, Check, CheckAnswer, HitView};

use super::question::Typed;
use super::rooms;
use crate::page::{Page, Shown, shown};
use crate::pages::matched;
use crate::pages::people::{Wrong, judged, mendable};
use crate::pages::requests::told::States;
use crate::pages::sharing::met::{self, Met};
use crate::part::{self, Beside, Errors, Field, Rooms};
use crate::{PostForm, Problem, Signed};

/// Values shown of one kind of fact.
const FACT_VALUES_MAX: usize = 8;

#[derive(Debug, askama::Template)]
#[template(path = "screening/ask.html")]
pub(super) struct Ask {
    page: Page,
    rooms: Rooms,
    errors: Errors,
    fields: Vec<Field>,
    answer: Option<Answer>,
}

#[derive(Debug)]
struct Answer {
    answer: part::Answer,
    reasons: Vec<String>,
    hits: Vec<Hit>,
    met: Vec<Met>,
    left_out: Vec<(String, Option<String>)>,
    lists: Vec<String>,
    query: String,
    salt: Option<String>,
    /// Inputs by which the same subject is watched; none where the reader may not.
    watch: Option<Vec<(&'static str, String)>>,
}

/// A hit as a page shows it.
#[derive(Debug)]
pub(super) struct Hit {
    pub(super) title: String,
    pub(super) caption: String,
    pub(super) kind: String,
    pub(super) score: u32,
    pub(super) score_word: String,
    pub(super) name_met: Option<String>,
    pub(super) beside: Beside,
    pub(super) facts: Vec<(String, Vec<String>)>,
}

impl Hit {
    pub(super) fn of(page: &Page, n: usize, (hit, values_max): (&HitView, usize)) -> Self {
        let score = matched::points(hit.score);
        Self {
            title: page.say1("border-hit", "n", n),
            caption: hit.entity.caption.clone(),
            kind: matched::kind(page, &hit.entity.schema),
            score_word: page.say1("border-score", "score", score),
            name_met: matched::name_met(page, hit),
            beside: matched::beside(page, hit),
            facts: matched::facts(page, hit, values_max),
            score,
        }
    }
}

async fn form(me: &Signed, typed: &Typed, wrong: Wrong) -> Result<Ask, Problem> {
    let page = me.page("screen-ask-title").wrong(wrong.is_some());
    Ok(Ask {
        rooms: rooms(me, &page, "/screening").await?,
        fields: judged(typed.fields(&page), &wrong),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        answer: None,
        page,
    })
}

pub(super) async fn index(me: Signed) -> Result<Shown<Ask>, Problem> {
    Ok(Shown(form(&me, &Typed::default(), None).await?))
}

pub(super) async fn check(me: Signed, posted: PostForm) -> Result<Response, Problem> {
    let typed = Typed::from(&posted);
    let wrong = |text: String| Some(("name".to_owned(), text));
    if typed.is_empty() {
        let text = me.page("screen-empty-input").title;
        let page = form(&me, &typed, wrong(text)).await?;
        return Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page));
    }
    let act = Check {
        act: Some(posted.act()?),
        more: typed.question(),
        ..Check::default()
    };
    let found = match screening::check(me.office(), me.actor(), act).await {
        Ok(found) => found,
        Err(error) => {
            let wrong = mendable(&me, error.into())?;
            let page = form(&me, &typed, wrong).await?;
            return Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page));
        }
    };
    let mut asked = form(&me, &typed, None).await?;
    // Whom to call stands in the directory; it is read only where there is somebody to call.
    let met = match found.cards.is_empty() {
        true => Vec::new(),
        false => met::met(&me, &asked.page, &States::contacts(&me).await?, &found),
    };
    let answer = answer(&asked.page, &typed, (found, met));
    let title = format!("{} · {}", answer.answer.word, answer.answer.as_of);
    asked.page = asked.page.titled(title);
    asked.answer = Some(answer);
    Ok(Shown(asked).into_response())
}

fn answer(page: &Page, typed: &Typed, (found, met): (CheckAnswer, Vec<Met>)) -> Answer {
    let hit = |(n, hit)| Hit::of(page, n + 1, (hit, FACT_VALUES_MAX));
    Answer {
        answer: matched::answer(page, &found),
        reasons: matched::reasons(page, &found),
        hits: found.hits.iter().enumerate().map(hit).collect(),
        met,
        left_out: matched::left_out(page, &found),
        lists: matched::lists(&found),
        query: found.query.to_string(),
        watch: page.may(Verb::ScreenWatch).then(|| typed.inputs()),
        salt: found.salt,
    }
}
