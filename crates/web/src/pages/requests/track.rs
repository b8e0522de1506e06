//! The track of a case: how it came to where it stands, what either side has to do by when, and each step that this
//! reader could take: as a form, or with what keeps him from it and the way there. And the post of such a form.

use axum::extract::Path;
use axum::response::Response;
use model::id::RequestId;
use model::request::{Ahead, Amount, TakeStep, Task};
use model::{Refusal, Verb};
use office::requests;

use super::offer::{AMOUNT_ROWS, Desk, Step};
use super::show::who;
use super::steps::{date, done, on, some};
use super::told::States;
use crate::page::Page;
use crate::part::When;
use crate::{PostForm, Problem, Signed, words};

/// Where a case stands on its track.
#[derive(Debug)]
pub(crate) struct Along {
    pub(crate) title: String,
    pub(crate) places: Vec<Place>,
    pub(crate) to_do: Vec<(String, Vec<ToDo>)>,
    pub(crate) steps: Vec<Taking>,
}

impl Along {
    /// Whether the page has nothing to say of it.
    pub(crate) fn is_empty(&self) -> bool {
        self.places.is_empty() && self.to_do.is_empty() && self.steps.is_empty()
    }
}

/// One place on the track: when the case came there, and who brought it there.
#[derive(Debug)]
pub(crate) struct Place {
    pub(crate) word: String,
    pub(crate) at: Option<When>,
    pub(crate) who: String,
    pub(crate) here: bool,
}

/// One thing to do.
#[derive(Debug)]
pub(crate) struct ToDo {
    pub(crate) word: String,
    pub(crate) due: Option<When>,
    pub(crate) late: bool,
    pub(crate) mandatory: bool,
}

/// One step: a form, or what keeps this side from it.
#[derive(Debug)]
pub(crate) struct Taking {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) form: Option<Step>,
    pub(crate) locks: Vec<Lock>,
}

/// What keeps this side from a step, and where that is answered: address and words of the link.
#[derive(Debug)]
pub(crate) struct Lock {
    pub(crate) text: String,
    pub(crate) way: Option<(String, String)>,
}

/// The section of the case's page.
pub(crate) fn along(desk: &Desk<'_>, states: &States) -> Along {
    let (page, request) = (desk.page, desk.request);
    let track = request.on_track().map(|on| on.track);
    let mut to_do = vec![
        (page.say("track-ours"), things(page, desk.tasks)),
        (
            page.say1("track-theirs", "state", &desk.partner),
            things(page, desk.theirs),
        ),
    ];
    to_do.retain(|(_, things)| !things.is_empty());
    Along {
        title: track.map_or_else(
            || page.say("track-none"),
            |track| page.code("track", track.code()),
        ),
        places: if request.stage.is_unsent() {
            Vec::new()
        } else {
            places(desk, states)
        },
        to_do,
        steps: desk.ahead.iter().map(|one| taking(desk, one)).collect(),
    }
}

fn places(desk: &Desk<'_>, states: &States) -> Vec<Place> {
    let (page, passed) = (desk.page, desk.request.passed());
    let last = passed.len().saturating_sub(1);
    let now = desk.request.phase_at(page.now());
    let one = |(n, (phase, event)): (usize, (model::request::Phase, Option<&model::Event>))| {
        // Time that has run out makes the last one another.
        let phase = now.filter(|_| n == last).unwrap_or(phase);
        Place {
            word: page.code("phase", phase.code()),
            at: event.map(|event| page.when(&event.at)),
            who: event.map_or_else(String::new, |event| who(page, states, event)),
            here: n == last,
        }
    };
    passed.into_iter().enumerate().map(one).collect()
}

fn things(page: &Page, tasks: &[Task]) -> Vec<ToDo> {
    let one = |task: &Task| ToDo {
        word: page.code("task", task.code.code()),
        due: task.due.map(|due| page.when(&due)),
        late: task.due.is_some_and(|due| due < page.now()),
        mandatory: task.mandatory,
    };
    tasks.iter().map(one).collect()
}

fn taking(desk: &Desk<'_>, ahead: &Ahead) -> Taking {
    let code = ahead.step.code();
    let key = words::key("step", code);
    let reads = desk.page.may(Verb::SafeguardRead);
    let lock = |refusal: &Refusal| {
        let safeguard = refusal.args.get("safeguard").filter(|_| reads);
        let way = safeguard.map(|code| {
            let place = code.replace('_', "-");
            let href = format!("/requests/{}/safeguards#{place}", desk.request.id);
            (href, desk.page.code("saf-q", code))
        });
        // Which safeguard it is, is for those who may read the record.
        let said = reads || !refusal.args.contains_key("safeguard");
        Lock {
            text: if said {
                Problem::from(refusal.clone()).text(desk.page.lang)
            } else {
                desk.page.say("track-locked-closed")
            },
            way,
        }
    };
    Taking {
        title: desk.page.say(&key),
        id: key,
        form: ahead.locks.is_empty().then(|| desk.taking(ahead)),
        locks: ahead.locks.iter().map(lock).collect(),
    }
}

/// Takes the step that the address names, and shows the case, or the form again with what is wrong.
pub(crate) async fn take(
    me: Signed,
    Path((id, code)): Path<(RequestId, String)>,
    form: PostForm,
) -> Result<Response, Problem> {
    let name = format!("step/{code}");
    done(&me, (id, &name, "step"), &form, step(&me, id, &code, &form)).await
}

async fn step(me: &Signed, id: RequestId, code: &str, form: &PostForm) -> Result<(), Problem> {
    let what = TakeStep {
        text: some(form.text("text")),
        on: date(form, "on")?,
        until: date(form, "until")?,
        amounts: (0..AMOUNT_ROWS)
            .filter_map(|row| amount(form, row))
            .collect(),
        purpose: match form.text("purpose") {
            "" => None,
            _ => Some(form.parsed("purpose")?),
        },
        measures: positions(form)?,
        parties: form
            .all("parties")
            .map(|state| state.parse())
            .collect::<Result<_, _>>()
            .map_err(|_| Problem::input("MALFORMED", "parties"))?,
        ..TakeStep::named(code)
    };
    requests::step(me.office(), me.actor(), on(form, id, what)?).await?;
    Ok(())
}

/// The measures that were ticked.
pub(super) fn positions(form: &PostForm) -> Result<Vec<usize>, Problem> {
    let one = |text: &str| {
        text.parse()
            .map_err(|_| Problem::input("MALFORMED", "measures"))
    };
    form.all("measures").map(one).collect()
}

fn amount(form: &PostForm, row: usize) -> Option<Amount> {
    let text = |name: &str| form.text(&format!("amounts/{row}/{name}")).to_owned();
    let amount = Amount {
        what: text("what"),
        amount: text("amount"),
        currency: text("currency").to_uppercase(),
    };
    (amount != Amount::default()).then_some(amount)
}
