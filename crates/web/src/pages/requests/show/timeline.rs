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
    Timeline {
        steps: runs(&request.events).into_iter().map(step).collect(),
    }
}

/// The events, latest first; a run of the same is its latest, with how many they are.
fn runs(events: &[Event]) -> Vec<(&Event, usize)> {
    let latest_first: Vec<&Event> = events.iter().rev().collect();
    let runs = latest_first.chunk_by(|a, b| is_again(a, b));
    runs.filter_map(|run| run.first().map(|event| (*event, run.len())))
        .collect()
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

#[cfg(test)]
mod tests {
    use jiff::{SignedDuration, Timestamp};
    use model::request::{Channel, Entered, Stage};
    use model::{By, Digest, EventId, OfficerId};

    use super::*;

    /// How an event can be told from the one before it: nothing is said of it; somebody else did it; it is something else; and
    /// each thing that can be said.
    const KINDS: usize = 8;
    /// Longest story that is told in every way there is.
    const EVENTS: u32 = 5;

    fn start() -> Timestamp {
        "2026-03-02T09:00:00Z".parse().unwrap()
    }

    fn event(kind: usize, n: u8) -> Event {
        let officer = |n| OfficerId::new(start(), [n; 10]);
        let at = start() + SignedDuration::from_hours(i64::from(n));
        let day = start().to_zoned(jiff::tz::TimeZone::UTC).date();
        let plain = Event {
            id: EventId::new(at, [n; 10]),
            at,
            noted: at,
            by: By {
                state: "XA".parse().unwrap(),
                authority: None,
                role: None,
                officer: Some(officer(1)),
            },
            verb: "request.edited".to_owned(),
            stage_from: Stage::Draft,
            stage_to: Stage::Draft,
            text: None,
            until: None,
            envelope: None,
            entered: None,
            said: None,
        };
        let mut event = plain;
        match kind {
            0 => {}
            1 => event.by.officer = Some(officer(2)),
            2 => event.verb = "request.approved".to_owned(),
            3 => event.text = Some("Said of it".to_owned()),
            4 => event.until = Some(day),
            5 => event.envelope = Some(Digest([n; 32])),
            6 => {
                event.entered = Some(Box::new(Entered {
                    by: None,
                    channel: Channel::Post,
                    on: day,
                    number: None,
                    scan: None,
                }));
            }
            _ => event.said = Some(Box::new(TakeStep::named("arrest"))),
        }
        event
    }

    #[test]
    fn a_run_of_the_same_is_one_line_and_nothing_else_is_left_out_or_moved() {
        let mut folded = 0;
        for length in 0..=EVENTS {
            for story in 0..KINDS.pow(length) {
                let nth = |n: u32| story / KINDS.pow(n) % KINDS;
                let kinds: Vec<usize> = (0..length).map(nth).collect();
                let events: Vec<Event> = kinds.iter().zip(1..).map(|(k, n)| event(*k, n)).collect();
                let mut rest = events.iter().rev();
                let runs = runs(&events);
                for (latest, times) in &runs {
                    let run: Vec<&Event> = rest.by_ref().take(*times).collect();
                    assert_eq!(run.len(), *times, "{kinds:?}");
                    assert_eq!(run.first(), Some(latest), "{kinds:?}: the latest is shown");
                    let alike = |one: &&Event| (&one.verb, &one.by) == (&latest.verb, &latest.by);
                    assert!(run.iter().all(alike), "{kinds:?}");
                    // Whatever was said of an event stands on a line of its own.
                    let bare = |one: &&Event| {
                        let said = (
                            &one.text,
                            &one.until,
                            &one.envelope,
                            &one.entered,
                            &one.said,
                        );
                        said == (&None, &None, &None, &None, &None)
                    };
                    assert!(*times == 1 || run.iter().all(bare), "{kinds:?}");
                    folded += times - 1;
                }
                assert_eq!(rest.next(), None, "{kinds:?}: nothing is lost");
                let neighbours = runs.windows(2).map(|two| (two[0].0, two[1].0));
                let again = neighbours.filter(|(a, b)| is_again(a, b)).count();
                assert_eq!(again, 0, "{kinds:?}");
            }
        }
        assert!(folded > 0);
    }
}
