//! The small parts of a case's page: evidence, receipts, papers, the ledger's extract.

use model::Verb;
use model::request::{EvidenceItem, Request};
use office::papers::PaperKind;
use paper::template::Wording as _;

use super::{Extract, Item, Open, Paper, Receipt, short};
use crate::page::Page;
use crate::pages::requests::told::States;
use crate::part::{Badge, Tone};
use crate::words;

/// Entries of the ledger shown beside a case.
const LEDGER_LINES_MAX: usize = 8;

/// The badge of a piece of evidence: verified here, broken, or not looked at yet.
pub(crate) fn evidence_badge(page: &Page, item: &EvidenceItem) -> Badge {
    match &item.verified {
        Some(verified) if verified.ok => Badge::new(Tone::Done, page.say("case-ev-whole")),
        Some(_) => Badge::new(Tone::Ended, page.say("case-ev-broken")),
        None => Badge::new(Tone::Waiting, page.say("case-ev-not-yet")),
    }
}

pub(super) fn evidence(page: &Page, request: &Request) -> Vec<Item> {
    let one = |item: &EvidenceItem| Item {
        href: format!("/requests/{}/evidence/{}", request.id, item.id),
        title: item.title.clone(),
        size: paper::words::size(page.lang, item.size_bytes),
        sha_short: short(&item.sha256.to_string()),
        custody: item
            .custody
            .last()
            .map(|event| custody_word(page, &event.action))
            .unwrap_or_default(),
        badge: evidence_badge(page, item),
    };
    request.evidence.iter().map(one).collect()
}

/// "Sealed", "Sent", …
pub(crate) fn custody_word(page: &Page, action: &str) -> String {
    let key = words::key("case-ev-custody", action);
    if words::known(&key) {
        page.say(&key)
    } else {
        action.to_owned()
    }
}

pub(super) fn receipt(page: &Page, states: &States, line: &office::reader::ReceiptLine) -> Receipt {
    Receipt {
        kind: line.kind.clone(),
        word: page.code("case-receipt", &line.kind),
        at: page.when(&line.at),
        from: states.name(&line.from),
        verified: page.say(if line.verified {
            "case-receipt-verified"
        } else {
            "case-receipt-unverified"
        }),
        leaf: line
            .leaf
            .map(|leaf| page.say1("case-receipt-leaf", "leaf", leaf)),
    }
}

/// The papers there are: each once what it tells of has happened.
pub(crate) fn kinds(request: &Request) -> Vec<PaperKind> {
    let happened = |verb: &str| request.events.iter().any(|event| event.verb == verb);
    let mut kinds = vec![PaperKind::Request];
    if happened("request.acknowledged") {
        kinds.push(PaperKind::Acknowledgement);
    }
    if happened("evidence.returned") {
        kinds.push(PaperKind::Certificate);
    }
    if !model::translation::certificates(&request.content).is_empty() {
        kinds.push(PaperKind::Translation);
    }
    kinds
}

/// The name of a paper.
pub(crate) fn paper_word(page: &Page, kind: PaperKind) -> String {
    page.say(match kind {
        PaperKind::Request => "case-paper-letter",
        PaperKind::Acknowledgement => "case-paper-acknowledgement",
        PaperKind::Certificate => "case-paper-certificate",
        PaperKind::Translation => "case-paper-translation",
        PaperKind::Defence => "case-paper-defence",
    })
}

pub(super) fn papers(page: &Page, request: &Request) -> Vec<Paper> {
    let langs = || {
        model::Lang::ALL
            .iter()
            .map(|lang| (lang.code(), lang.own_name()))
            .collect()
    };
    let paper = |kind: PaperKind| Paper {
        href: format!("/requests/{}/paper/{}", request.id, kind.code()),
        word: paper_word(page, kind),
        langs: langs(),
    };
    kinds(request).into_iter().map(paper).collect()
}

pub(super) fn extract(
    page: &Page,
    request: &Request,
    lines: &[office::reader::LedgerLine],
) -> Option<Extract> {
    let auditor = page.may(Verb::LedgerRead);
    let line = |line: &office::reader::LedgerLine| {
        let at = paper::words::time(page.lang, line.entry.at, page.zone.to_offset(line.entry.at));
        (line.leaf, page.code("verb", &line.entry.verb), at)
    };
    (!lines.is_empty()).then(|| Extract {
        href: auditor.then(|| format!("/ledger?object=request%3A{}", request.id)),
        lines: lines.iter().take(LEDGER_LINES_MAX).map(line).collect(),
    })
}

/// Persons of one kind, kept apart from the others: name, role in words, born, protection.
#[derive(Debug)]
pub(super) struct PersonGroup {
    pub(super) title: String,
    /// Victims and minors: shown with more care.
    pub(super) guarded: bool,
    pub(super) persons: Vec<(String, String)>,
}

/// Roles of those who are suspected, charged or sought, and of those who suffered; everybody else stands between them.
const CONCERNED: &[&str] = &["subject", "suspect", "accused", "convicted", "sought"];
const SUFFERED: &[&str] = &["victim"];

/// The persons of a request by what they are in it: those it concerns, others, and victims, each apart.
pub(super) fn persons(page: &Page, open: &Open) -> Vec<PersonGroup> {
    let content = open.request.content_now();
    let list = content.get("persons").and_then(|all| all.as_array());
    let mut groups = [
        "case-persons-concerned",
        "case-persons-others",
        "case-persons-victims",
    ]
    .map(|key| PersonGroup {
        title: page.say(key),
        guarded: key == "case-persons-victims",
        persons: Vec::new(),
    });
    for person in list.into_iter().flatten() {
        let text = |key: &str| person.get(key).and_then(|v| v.as_str()).unwrap_or_default();
        let role = text("role");
        let place = match role {
            role if CONCERNED.contains(&role) => 0,
            role if SUFFERED.contains(&role) => 2,
            _ => 1,
        };
        let name = [text("family_name"), text("given_names")];
        let name: Vec<&str> = name.into_iter().filter(|part| !part.is_empty()).collect();
        let said = [
            open.template.code_word(page.lang, "person_roles", role),
            text("born_on").to_owned(),
        ];
        let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
        if let Some(group) = groups.get_mut(place) {
            group.persons.push((name.join(", "), said.join(" · ")));
        }
    }
    let mut groups = Vec::from(groups);
    groups.retain(|group| !group.persons.is_empty());
    groups
}
