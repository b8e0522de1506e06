//! The legal acknowledgement: what was received, under which reference, who has it, when the other side hears again, and
//! what is still missing. It decides nothing.

use model::Lang;

use super::shared::{fact, heading, signature, text};
use super::{LetterData, moment, say, word};
use crate::print::{Block, Sheet};
use crate::template::Wording as _;
use crate::words;

pub(super) fn write(data: &LetterData, lang: Lang, sheet: &mut Sheet) {
    sheet
        .blocks
        .push(text(say(lang, "paper-ack-opening", &data.names(lang))));
    let mut rows = Vec::new();
    if let Some(at) = data.delivered {
        rows.push(fact(
            word(lang, "paper-ack-received"),
            moment(data, lang, at),
        ));
    }
    if let Some(function) = &data.officer_function {
        rows.push(fact(word(lang, "paper-ack-by"), words::isolated(function)));
    }
    if let Some(day) = data.next_date {
        rows.push(fact(word(lang, "paper-ack-next"), words::date(lang, day)));
    }
    if !rows.is_empty() {
        sheet.blocks.push(Block::Facts { rows });
    }
    sheet.blocks.push(text(word(lang, "paper-ack-digest")));
    let measures = measures(data, lang);
    if !measures.is_empty() {
        sheet
            .blocks
            .push(heading(2, word(lang, "paper-ack-measures")));
        sheet.blocks.push(Block::List { entries: measures });
    }
    sheet
        .blocks
        .push(heading(2, word(lang, "paper-ack-missing")));
    sheet.blocks.push(if data.asked.is_empty() {
        text(word(lang, "paper-ack-nothing"))
    } else {
        Block::List {
            entries: data
                .asked
                .iter()
                .map(|text| words::isolated(text))
                .collect(),
        }
    });
    sheet.blocks.push(text(word(lang, "paper-ack-closing")));
    let lines = data
        .officer_function
        .iter()
        .map(|f| words::isolated(f))
        .collect();
    sheet.blocks.push(signature(data, lang, lines));
}

/// The measures by kind, in the words of the template.
fn measures(data: &LetterData, lang: Lang) -> Vec<String> {
    let Some(form) = &data.form else {
        return Vec::new();
    };
    form.template
        .fields(&data.content, lang)
        .into_iter()
        .filter(|section| section.id == "measures")
        .filter_map(|section| section.repeat)
        .flat_map(|repeat| repeat.entries)
        .filter_map(|entry| {
            let kind = entry
                .fields
                .iter()
                .find(|field| field.pointer.ends_with("/kind"))?;
            Some(kind.said.clone())
        })
        .filter(|said| !said.is_empty())
        .collect()
}
