//! The record for the defence: what was asked, on what basis, when what happened, what was refused, and what was gathered
//! with its custody. Drawn from the disclosure alone.

use model::Lang;
use model::defence::{Disclosure, Shown};

use super::certificate::{custody, in_halves, kind_word};
use super::shared::{fact, heading, reference, rows, signature, text};
use super::{LetterData, moment, word};
use crate::print::{Block, Fact, Sheet};
use crate::template::Wording as _;
use crate::words::{self, isolated};

pub(super) fn write(data: &LetterData, lang: Lang, sheet: &mut Sheet) {
    let Some(shown) = &data.shown else {
        return;
    };
    let blocks = &mut sheet.blocks;
    blocks.push(text(word(lang, "paper-defence-opening")));
    if let Some(signed) = &shown.content_sha256 {
        let row = reference(lang, "paper-defence-request", &in_halves(signed));
        blocks.push(Block::Facts { rows: vec![row] });
    }
    blocks.extend(asked(data, lang));
    blocks.push(heading(2, word(lang, "defence-steps")));
    blocks.push(steps(data, lang, shown));
    blocks.extend(refused(lang, shown));
    blocks.push(heading(2, word(lang, "defence-evidence")));
    if shown.evidence.is_empty() {
        blocks.push(text(word(lang, "defence-evidence-none")));
    }
    for (index, item) in shown.evidence.iter().enumerate() {
        blocks.extend(evidence(data, lang, (index + 1, item)));
    }
    blocks.push(text(word(lang, "paper-defence-closing")));
    blocks.push(signature(data, lang, Vec::new()));
}

/// The fields that are told, by the sections of the form.
fn asked(data: &LetterData, lang: Lang) -> Vec<Block> {
    let Some(form) = &data.form else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for section in form.template.fields(&data.content, lang) {
        let mut inner = Vec::new();
        let own = rows(data, lang, &section.fields);
        if !own.is_empty() {
            inner.push(Block::Facts { rows: own });
        }
        for entry in section.repeat.iter().flat_map(|repeat| &repeat.entries) {
            let own = rows(data, lang, &entry.fields);
            if !own.is_empty() {
                inner.push(heading(3, entry.title.clone()));
                inner.push(Block::Facts { rows: own });
            }
        }
        if !inner.is_empty() {
            out.push(heading(2, section.title.clone()));
            out.extend(inner);
        }
    }
    out
}

/// A code as the keys of words write it.
fn key(prefix: &str, code: &str) -> String {
    format!("{prefix}-{}", code.replace(['.', '_'], "-"))
}

fn steps(data: &LetterData, lang: Lang, shown: &Disclosure) -> Block {
    let header = ["when", "who", "action"].map(|name| word(lang, &format!("paper-col-{name}")));
    let rows = shown.steps.iter().map(|step| {
        vec![
            moment(data, lang, step.at),
            isolated(&data.state_word(lang, step.state.as_str())),
            word(lang, &key("verb", &step.verb)),
        ]
    });
    Block::Table {
        caption: String::new(),
        header: header.to_vec(),
        widths: vec![30, 30, 40],
        mono: vec![false; 3],
        rows: rows.collect(),
    }
}

fn refused(lang: Lang, shown: &Disclosure) -> Vec<Block> {
    let mut out = vec![heading(2, word(lang, "defence-refused"))];
    if shown.refused.is_empty() {
        out.push(text(word(lang, "defence-refused-none")));
    } else {
        let grounds = shown.refused.iter();
        out.push(Block::List {
            entries: grounds
                .map(|ground| word(lang, &key("case-ground", ground.code())))
                .collect(),
        });
    }
    out
}

fn evidence(data: &LetterData, lang: Lang, (number, item): (usize, &Shown)) -> Vec<Block> {
    let title = match item.title.is_empty() {
        true => kind_word(lang, &item.kind),
        false => isolated(&item.title),
    };
    let mut rows: Vec<Fact> = [
        ("paper-item-kind", kind_word(lang, &item.kind)),
        ("paper-item-collected-by", item.origin.collected_by.clone()),
        (
            "paper-item-collected-at",
            moment(data, lang, item.origin.collected_at),
        ),
        ("paper-item-place", item.origin.place.clone()),
        ("paper-item-law", item.origin.law.clone()),
        ("paper-item-certificate", item.certificate.clone()),
        ("paper-item-use", item.use_conditions.clone()),
        (
            "defence-obtained",
            item.obtained
                .map(|how| word(lang, &key("saf-obtained", how.code())))
                .unwrap_or_default(),
        ),
        (
            "defence-exculpatory",
            if item.exculpatory {
                word(lang, "word-yes")
            } else {
                String::new()
            },
        ),
        ("paper-col-size", words::size(lang, item.size_bytes)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.trim().is_empty())
    .map(|(name, value)| fact(word(lang, name), value))
    .collect();
    rows.push(Fact {
        label: word(lang, "paper-col-sha256"),
        value: in_halves(&item.sha256),
        mono: true,
    });
    let mut out = vec![
        heading(3, format!("{number}. {title}")),
        Block::Facts { rows },
    ];
    if !item.custody.is_empty() {
        out.push(custody(data, lang, &item.custody));
    }
    out
}
