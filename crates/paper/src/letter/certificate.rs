//! The certificate of evidence: execution, the list of items with their digests, and for each item its origin, its limits
//! of use and its custody record.

use model::request::CustodyEvent;
use model::{Digest, EvidenceItem, Lang};

use super::shared::{fact, heading, signature, text};
use super::{LetterData, custody_word, moment, say, word};
use crate::print::{Block, Fact, Sheet};
use crate::words::{self, Arg, isolated};

/// Characters of the link to the step before that are printed; the evidence package holds all of it.
const LINK_CHARS: usize = 16;

pub(super) fn write(data: &LetterData, lang: Lang, sheet: &mut Sheet) {
    sheet
        .blocks
        .push(text(say(lang, "paper-cert-opening", &data.names(lang))));
    if let Some(certificate) = data.certificate.as_ref().filter(|text| !text.is_empty()) {
        sheet.blocks.push(heading(2, word(lang, "paper-cert-text")));
        sheet.blocks.push(text(certificate.clone()));
    }
    if !data.reports.is_empty() {
        sheet
            .blocks
            .push(heading(2, word(lang, "paper-cert-execution")));
        sheet.blocks.extend(reports(data, lang));
    }
    sheet.blocks.push(heading(2, word(lang, "paper-cert-list")));
    sheet.blocks.push(text(word(lang, "paper-cert-check")));
    sheet.blocks.push(list(data, lang));
    sheet.blocks.push(text(word(lang, "paper-cert-closing")));
    let lines = data.officer_function.iter().map(|f| isolated(f)).collect();
    sheet.blocks.push(signature(data, lang, lines));
    for (index, item) in data.items.iter().enumerate() {
        sheet.blocks.extend(detail(data, lang, index, item));
    }
}

fn reports(data: &LetterData, lang: Lang) -> Vec<Block> {
    data.reports
        .iter()
        .map(|report| {
            let rows = [
                ("paper-report-what", report.what.clone()),
                ("paper-report-on", words::date(lang, report.on)),
                ("paper-report-by", report.executed_by.clone()),
                ("paper-report-law", report.law.clone()),
            ];
            Block::Facts {
                rows: filled(lang, rows),
            }
        })
        .collect()
}

fn list(data: &LetterData, lang: Lang) -> Block {
    let header = ["number", "item", "size", "sha256"]
        .map(|name| word(lang, &format!("paper-col-{name}")))
        .to_vec();
    let rows = data
        .items
        .iter()
        .enumerate()
        .map(|(index, item)| {
            vec![
                (index + 1).to_string(),
                format!("{}\n{}", isolated(&item.title), isolated(&item.file_name)),
                words::size(lang, item.size_bytes),
                in_halves(&item.sha256),
            ]
        })
        .collect();
    Block::Table {
        caption: String::new(),
        header,
        widths: vec![6, 38, 14, 42],
        mono: vec![false, false, false, true],
        rows,
    }
}

fn detail(data: &LetterData, lang: Lang, index: usize, item: &EvidenceItem) -> Vec<Block> {
    let args = [
        ("index", Arg::from(index + 1)),
        ("title", Arg::Text(&item.title)),
    ];
    let mut rows = filled(
        lang,
        [
            (
                "paper-item-file",
                format!("{} ({})", isolated(&item.file_name), item.media_type),
            ),
            ("paper-item-kind", kind_word(lang, &item.kind)),
            ("paper-item-collected-by", item.origin.collected_by.clone()),
            (
                "paper-item-collected-at",
                moment(data, lang, item.origin.collected_at),
            ),
            ("paper-item-place", item.origin.place.clone()),
            ("paper-item-law", item.origin.law.clone()),
            ("paper-item-certificate", item.certificate_text.clone()),
            ("paper-item-use", item.use_conditions.clone()),
        ],
    );
    rows.push(Fact {
        label: word(lang, "paper-col-sha256"),
        value: in_halves(&item.sha256),
        mono: true,
    });
    let mut out = vec![
        Block::Heading {
            level: 2,
            text: say(lang, "paper-item", &args),
            new_page: index == 0,
        },
        Block::Facts { rows },
    ];
    if !item.custody.is_empty() {
        out.push(custody(data, lang, &item.custody));
    }
    out
}

/// Every hand it went through, a line each.
pub(super) fn custody(data: &LetterData, lang: Lang, steps: &[CustodyEvent]) -> Block {
    let header = ["when", "who", "action", "why", "link"]
        .map(|name| word(lang, &format!("paper-col-{name}")))
        .to_vec();
    let rows = steps
        .iter()
        .map(|step| {
            vec![
                moment(data, lang, step.at),
                hand(data, lang, &step.by),
                custody_word(lang, &step.action),
                reason(lang, &step.why),
                link(lang, &step.previous),
            ]
        })
        .collect();
    Block::Table {
        caption: word(lang, "paper-custody"),
        header,
        widths: vec![24, 22, 14, 22, 18],
        mono: vec![false, false, false, false, true],
        rows,
    }
}

/// Who had it, in words: `XB:officer:0197…` is a name for machines. What is not ours stays as it was written.
fn hand(data: &LetterData, lang: Lang, by: &str) -> String {
    let (state, rest) = match by.split_once(':') {
        Some((state, rest)) if !matches!(state, "officer" | "system" | "peer") => {
            (Some(state), rest)
        }
        _ => (None, by),
    };
    let who = match rest.split_once(':') {
        Some(("officer", id)) => say(lang, "paper-custody-officer", &[("id", Arg::Text(id))]),
        Some(("system" | "peer", _)) => word(lang, "paper-custody-system"),
        _ => return isolated(by),
    };
    match state {
        Some(state) => format!("{} · {who}", isolated(&data.state_word(lang, state))),
        None => who,
    }
}

/// The reasons that this program gives a step of custody, each with the key of its words.
const REASONS: &[(&str, &str)] = &[
    ("attached to the request", "attached"),
    ("returned to the requesting State", "returned"),
    ("arrived with the returned evidence", "arrived"),
    ("came on paper and was scanned here", "paper"),
    ("bytes and custody hold", "holds"),
    ("bytes or custody do not hold", "broken"),
    ("opened by an officer", "opened"),
];

/// Why a hand had it: the record keeps one sentence for ever, a paper says it in its own language.
fn reason(lang: Lang, why: &str) -> String {
    match REASONS.iter().find(|(written, _)| *written == why) {
        Some((_, key)) => word(lang, &format!("paper-custody-why-{key}")),
        None => isolated(why),
    }
}

fn link(lang: Lang, previous: &Digest) -> String {
    if previous.0 == [0; 32] {
        return word(lang, "paper-custody-first");
    }
    let hex = previous.to_string();
    format!("{}…", hex.chars().take(LINK_CHARS).collect::<String>())
}

/// A digest on two lines of 32 digits, as it fits a column and is read aloud.
pub(super) fn in_halves(digest: &Digest) -> String {
    let hex = digest.to_string();
    let (first, second) = hex.split_at_checked(32).unwrap_or((&hex, ""));
    format!("{first}\n{second}")
}

pub(super) fn kind_word(lang: Lang, kind: &str) -> String {
    words::try_say(
        lang,
        &format!("case-ev-kind-{}", kind.replace('_', "-")),
        &[],
    )
    .unwrap_or_else(|| kind.replace('_', " "))
}

fn filled<const N: usize>(lang: Lang, rows: [(&str, String); N]) -> Vec<Fact> {
    rows.into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(key, value)| fact(word(lang, key), value))
        .collect()
}
