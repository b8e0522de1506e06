//! The letter of request: compliments, standing, the body in the order of the template, then the schedules.

use model::{Lang, Standing};
use serde_json::Value;

use super::shared::{heading, rows, signature, text};
use super::{LetterData, basis, say, word};
use crate::print::{Block, Sheet};
use crate::template::{Section, Wording as _};
use crate::words::{self, Arg};

pub(super) fn write(data: &LetterData, lang: Lang, sheet: &mut Sheet) {
    sheet.blocks.extend(notices(data, lang));
    sheet.blocks.push(text(courtesy(data, lang, "opening")));
    if model::translation::languages(&data.content).contains(lang.code()) {
        let original = word(lang, &format!("lang-{}", data.original.code()));
        let args = [("lang", Arg::Text(original.as_str()))];
        sheet
            .blocks
            .push(text(say(lang, "paper-translated-note", &args)));
    } else if data.original != lang {
        sheet.blocks.push(text(word(lang, "paper-original-note")));
    }
    sheet
        .blocks
        .extend(basis::sentences(&data.content, lang).into_iter().map(text));
    let mut schedules = Vec::new();
    if let Some(template) = data.form.as_ref().map(|form| &form.template) {
        for section in template.fields(&data.content, lang) {
            let schedule = template.is_schedule(&section.id);
            let inner = body(data, lang, &section);
            // Who signs stands at the place for the signature.
            if inner.is_empty() || section.id == "signatory" {
                continue;
            }
            if schedule {
                schedules.push((section.title.clone(), inner));
            } else {
                sheet.blocks.push(heading(2, section.title.clone()));
                sheet.blocks.extend(inner);
            }
        }
    }
    sheet.blocks.push(text(courtesy(data, lang, "closing")));
    sheet.blocks.extend(parties(data, lang));
    sheet.blocks.push(signature(data, lang, signatory(data)));
    for (index, (title, inner)) in schedules.into_iter().enumerate() {
        let letter = letter_of(index);
        let args = [("letter", Arg::Text(&letter)), ("title", Arg::Text(&title))];
        sheet.blocks.push(Block::Heading {
            level: 2,
            text: say(lang, "paper-schedule", &args),
            new_page: index == 0,
        });
        sheet.blocks.extend(inner);
    }
}

/// The opening or the closing sentence: that of the kind where it asks for nothing, else that of a request.
fn courtesy(data: &LetterData, lang: Lang, part: &str) -> String {
    let names = data.names(lang);
    let kind = data.form.as_ref().map(|form| form.template.kind.code());
    kind.and_then(|kind| words::try_say(lang, &format!("{kind}-{part}"), &names))
        .unwrap_or_else(|| say(lang, &format!("paper-request-{part}"), &names))
}

/// The places at which the parties of an agreement sign.
fn parties(data: &LetterData, lang: Lang) -> Vec<Block> {
    let parties = data.content.get("parties").and_then(Value::as_array);
    let line = |party: &Value, name: &str| {
        let text = party.get(name).and_then(Value::as_str).unwrap_or_default();
        (!text.is_empty()).then(|| words::isolated(text))
    };
    parties
        .into_iter()
        .flatten()
        .map(|party| {
            let authority = line(party, "authority").unwrap_or_default();
            let state = party
                .get("state")
                .and_then(Value::as_str)
                .map(|code| data.state_word(lang, code));
            let lines = ["signatory", "signatory_function", "power_source"]
                .into_iter()
                .filter_map(|name| line(party, name));
            Block::Signature {
                for_whom: say(
                    lang,
                    "paper-signed-for",
                    &[("authority", Arg::Text(&authority))],
                ),
                lines: state.into_iter().chain(lines).collect(),
                label: word(lang, "paper-signature"),
                // Each party signs for itself: what we sealed says nothing of the others.
                note: String::new(),
            }
        })
        .collect()
}

/// As what it is sent, and who signed, where the recipient must know.
fn notices(data: &LetterData, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    match &data.standing {
        Standing::Complete => {}
        Standing::Consultation => out.push(word(lang, "paper-consultation")),
        Standing::UrgentCompletion {
            by,
            ground,
            head_reason,
            ..
        } => {
            let by = words::date(lang, *by);
            let ground = word(lang, &format!("paper-ground-{}", ground.code()));
            let args = [
                ("date", Arg::Text(&by)),
                ("ground", Arg::Text(&ground)),
                ("reason", Arg::Text(head_reason)),
            ];
            out.push(say(lang, "paper-urgent-completion", &args));
        }
    }
    if data.single_signature {
        out.push(word(lang, "paper-second-none"));
    }
    out.into_iter().map(|text| Block::Notice { text }).collect()
}

fn body(data: &LetterData, lang: Lang, section: &Section) -> Vec<Block> {
    let Some(repeat) = &section.repeat else {
        let mut fields = section.fields.clone();
        // The subject already stands among the references.
        fields.retain(|field| field.pointer != "/title");
        let rows = rows(data, lang, &fields);
        return if rows.is_empty() {
            Vec::new()
        } else {
            vec![Block::Facts { rows }]
        };
    };
    repeat
        .entries
        .iter()
        .flat_map(|entry| {
            [
                heading(3, entry.title.clone()),
                Block::Facts {
                    rows: rows(data, lang, &entry.fields),
                },
            ]
        })
        .collect()
}

fn signatory(data: &LetterData) -> Vec<String> {
    ["/signatory/name", "/signatory/function", "/signatory/power"]
        .into_iter()
        .filter_map(|pointer| data.content.pointer(pointer).and_then(Value::as_str))
        .filter(|text| !text.is_empty())
        .map(words::isolated)
        .collect()
}

/// A, B, … Z, AA, …: schedules are cited by letter.
fn letter_of(index: usize) -> String {
    let last = char::from(b'A' + u8::try_from(index % 26).unwrap_or(0));
    match index / 26 {
        0 => last.to_string(),
        more => format!("{}{last}", letter_of(more - 1)),
    }
}
