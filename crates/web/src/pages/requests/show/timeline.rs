//! What happened on a case, who did it, and what was said of it.

use model::Event;
use model::request::{Request, TakeStep};

use super::short;
use crate::page::Page;
use crate::pages::requests::told::{self, States};
use crate::part::{Step, Timeline};

pub(super) fn timeline(page: &Page, states: &States, request: &Request) -> Timeline {
    let step = |(event, times): (&Event, usize)| {
        let side = match (
            event.by.authority.is_some(),
            &event.by.state == request.home(),
        ) {
            (false, _) => "system",
            (true, true) => "ours",
            (true, false) => "theirs",
        };
        let text = said(page, request, event);
        Step {
            at: told::day_or_moment(page, event),
            who: who(page, states, event),
            what: page.code("verb", &event.verb),
            text: (!text.is_empty()).then_some(text),
            proof: event
                .envelope
                .map(|digest| {
                    let digest = short(&digest.to_string());
                    (page.say("case-envelope"), page.mono(digest))
                })
                .or_else(|| told::letter(page, event)),
            side,
            times: (times > 1)
                .then(|| paper::words::number(page.lang, i64::try_from(times).unwrap_or(i64::MAX))),
        }
    };
    let latest_first: Vec<&Event> = request.events.iter().rev().collect();
    let runs = latest_first.chunk_by(|a, b| is_again(a, b));
    Timeline {
        steps: runs
            .filter_map(|run| run.first().map(|event| (*event, run.len())))
            .map(step)
            .collect(),
    }
}

/// Whether it is the same again with nothing said of it, like the many changes of a draft: such a run is one line.
fn is_again(a: &Event, b: &Event) -> bool {
    let bare = |event: &Event| {
        event.text.is_none()
            && event.until.is_none()
            && event.envelope.is_none()
            && event.entered.is_none()
            && event.said.is_none()
    };
    a.verb == b.verb && a.by == b.by && bare(a) && bare(b)
}

/// Who did it, as far as the reader may know: role, authority, State.
pub(crate) fn who(page: &Page, states: &States, event: &Event) -> String {
    let authority = event
        .by
        .authority
        .as_ref()
        .map(|id| states.authority(&event.by.state, id));
    let role = event.by.role.map(|role| page.code("role", role.code()));
    let who: Vec<String> = role
        .into_iter()
        .chain(authority)
        .chain([states.name(&event.by.state)])
        .collect();
    let listed =
        |first: String, then: &String| page.say2("step-listed", ("first", &first), ("then", then));
    let mut who = who.iter();
    let first = who.next().cloned().unwrap_or_default();
    who.fold(first, listed)
}

/// What was said of it, in one line: words, measures, what is held, what for, the day that it sets.
fn said(page: &Page, request: &Request, event: &Event) -> String {
    let until = event.until.map(|day| paper::words::date(page.lang, day));
    let step = event
        .said
        .iter()
        .flat_map(|step| of_step(page, request, step));
    let parts: Vec<String> = event
        .text
        .clone()
        .into_iter()
        .chain(step)
        .chain(until)
        .filter(|text| !text.is_empty())
        .map(|text| paper::words::isolated(&text))
        .collect();
    parts.join(" · ")
}

fn of_step(page: &Page, request: &Request, step: &TakeStep) -> Vec<String> {
    let numbers: Vec<String> = step
        .measures
        .iter()
        .filter(|_| request.measures.len() > 1)
        .map(|index| (index + 1).to_string())
        .collect();
    let measures =
        (!numbers.is_empty()).then(|| page.say1("step-said-measures", "list", numbers.join(", ")));
    let amounts = step.amounts.iter().map(|one| {
        let held = format!("{} {} {}", one.what, one.amount, one.currency);
        held.trim().to_owned()
    });
    let purpose = step
        .purpose
        .as_ref()
        .map(|usage| page.code("saf-use", usage.code()));
    let on = step.on.map(|day| {
        let day = paper::words::date(page.lang, day);
        page.say1("step-said-on", "date", day)
    });
    measures
        .into_iter()
        .chain(amounts)
        .chain(purpose)
        .chain(on)
        .collect()
}
