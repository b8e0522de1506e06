//! The register of assurances as the page shows it: what was offered, what was entered, whom it binds, when it is looked at.

use model::Verb;
use model::request::{Promise, Request, Safeguards};

use super::{Kept, Note};
use crate::Signed;
use crate::page::Page;
use crate::part::{Badge, Tone};

fn promise_facts(page: &Page, promise: &Promise) -> Vec<(String, String)> {
    let codes = |prefix: &str, codes: Vec<&str>| {
        let said: Vec<String> = codes.iter().map(|code| page.code(prefix, code)).collect();
        if said.is_empty() {
            page.say("saf-law-none")
        } else {
            said.join(" · ")
        }
    };
    let binding = promise.binding();
    let mut facts = vec![
        (
            page.say("saf-giver"),
            codes(
                "saf-giver",
                promise.givers.iter().map(|g| g.code()).collect(),
            ),
        ),
        (page.say("saf-given-by"), promise.given_by.clone()),
        (
            page.say("saf-binds"),
            codes("saf-power", binding.iter().map(|p| p.code()).collect()),
        ),
        (
            page.say("saf-given-on"),
            paper::words::date(page.lang, promise.given_on),
        ),
    ];
    if let Some(expires) = promise.expires {
        facts.push((
            page.say("saf-expires"),
            paper::words::date(page.lang, expires),
        ));
    }
    facts
}

fn promised(page: &Page, promise: &Promise) -> Note {
    Note {
        title: page.code("saf-kind", promise.kind.code()),
        text: promise.text.clone(),
        sources: promise_facts(page, promise)
            .into_iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect(),
        who: String::new(),
        at: None,
    }
}

/// What was offered, each with the way to enter it in the register until it stands there.
pub(super) fn offered_notes(
    page: &Page,
    request: &Request,
    offered: &[Promise],
) -> Vec<(Note, Option<String>)> {
    let kept = &request.guard.record.assurances;
    let entered = |one: &Promise| {
        kept.iter()
            .any(|kept| kept.promise.kind == one.kind && kept.promise.text == one.text)
    };
    let one = |(n, promise): (usize, &Promise)| {
        let enters = page.may(Verb::SafeguardNote) && !entered(promise);
        let way = format!(
            "/requests/{}/safeguards?offer={n}#register-form",
            request.id
        );
        (promised(page, promise), enters.then_some(way))
    };
    offered.iter().enumerate().map(one).collect()
}

pub(super) fn assurances(page: &Page, record: &Safeguards, me: &Signed) -> Vec<Kept> {
    let today = me.office().now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let one = |(n, kept): (usize, &model::request::Assurance)| {
        let badge = if kept.is_broken() {
            Badge::new(Tone::Ended, page.say("saf-broken"))
        } else if kept.holds_on(today) {
            Badge::new(Tone::Done, page.say("saf-holds"))
        } else {
            Badge::new(Tone::Ended, page.say("saf-expired"))
        };
        let mut facts = promise_facts(page, &kept.promise);
        if let Some(day) = kept.next_look() {
            facts.push((
                page.say("saf-next-look"),
                paper::words::date(page.lang, day),
            ));
        }
        facts.extend(
            kept.looks
                .iter()
                .map(|look| (paper::words::date(page.lang, look.on), look.text.clone())),
        );
        Kept {
            number: n + 1,
            title: page.code("saf-kind", kept.promise.kind.code()),
            badge,
            text: kept.promise.text.clone(),
            facts,
        }
    };
    record.assurances.iter().enumerate().map(one).collect()
}
