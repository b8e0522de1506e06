//! What came from the other State: what may be made of it, what was made of it, and the letters to its owner.

use std::collections::BTreeMap;

use model::OfficerId;
use model::request::{EvidenceItem, Request, Taint, Use, UseNote, taints};

use super::{Item, Note};
use crate::page::Page;
use crate::part::{Badge, Tone};
use crate::words;

/// The pieces that came, with what may be made of them.
pub(super) fn evidence(page: &Page, request: &Request) -> Vec<Item> {
    let taints = taints(&request.evidence);
    let one = |item: &EvidenceItem| {
        let taint = taints.get(&item.id).copied().unwrap_or(Taint::Unknown);
        let tone = match taint {
            Taint::Clean => Tone::Done,
            Taint::Unknown => Tone::Waiting,
            Taint::Tainted => Tone::Ended,
        };
        let mut facts = vec![(page.say("case-ev-use"), item.use_conditions.clone())];
        if let Some(limits) = &item.limits {
            facts.push((
                page.say("saf-level"),
                page.code("saf-level", limits.level.code()),
            ));
            facts.push((
                page.say("saf-onward"),
                page.code("saf-onward", limits.onward.code()),
            ));
            if let Some(day) = limits.expires {
                facts.push((page.say("saf-expires"), paper::words::date(page.lang, day)));
            }
        }
        Item {
            title: item.title.clone(),
            taint: Badge::new(tone, page.code("saf-taint", taint.code())),
            facts,
            draft: item
                .limits
                .is_some()
                .then(|| consent_draft(request, item, Use::Court)),
        }
    };
    request.evidence.iter().map(one).collect()
}

/// What was made of them, and what the owners consented to.
pub(super) fn uses(page: &Page, request: &Request, who: &dyn Fn(OfficerId) -> String) -> Vec<Note> {
    let record = &request.guard.record;
    let one = |note: &UseNote| {
        let held = request
            .evidence
            .iter()
            .find(|item| item.id == note.evidence);
        let title = held.map(|item| item.title.clone()).unwrap_or_default();
        let usage = page.code("saf-use", note.usage.code());
        let what = if note.consent.is_some() {
            page.say1("saf-consented", "use", usage)
        } else {
            usage
        };
        Note {
            title: format!("{} · {what}", paper::words::isolated(&title)),
            text: note.text.clone(),
            sources: note.to.iter().map(ToString::to_string).collect(),
            who: who(note.by),
            at: Some(page.when(&note.at)),
        }
    };
    let mut notes: Vec<Note> = record.uses.iter().map(one).collect();
    // The owner is told of what the defence was given.
    for id in &record.exculpatory {
        if let Some(item) = request.evidence.iter().find(|item| item.id == *id) {
            notes.push(Note {
                title: page.say("saf-tell-owner"),
                text: consent_draft(request, item, Use::Defence),
                sources: Vec::new(),
                who: String::new(),
                at: None,
            });
        }
    }
    notes
}

/// The letter to the owner of a piece, in the language of the request: for consent to another use, or the notice that the
/// defence was given what speaks for the accused.
pub(crate) fn consent_draft(request: &Request, item: &EvidenceItem, usage: Use) -> String {
    let use_word = words::say(request.lang, &words::key("saf-use", usage.code()), &[]);
    let key = if usage == Use::Defence {
        "saf-defence-notice"
    } else {
        "saf-consent-letter"
    };
    words::say_map(
        request.lang,
        key,
        &BTreeMap::from([
            ("number".to_owned(), request.number.clone()),
            ("title".to_owned(), item.title.clone()),
            ("sha256".to_owned(), item.sha256.to_string()),
            ("use".to_owned(), use_word),
        ]),
    )
}
