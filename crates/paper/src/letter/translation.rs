//! The translator's certificate: who certifies what into which language, every text with its translation and digest, and
//! the place for the translator's signature. What was changed since is named, and not covered.

use model::Lang;
use model::translation::{Beside, PassageState};

use super::shared::{fact, heading, reference, text};
use super::{LetterData, Translated, say, word};
use crate::print::{Block, Fact, Sheet};
use crate::template::{Field, Section, Wording as _};
use crate::words::{self, Arg, isolated};

pub(super) fn write(data: &LetterData, lang: Lang, sheet: &mut Sheet) {
    let sections = data
        .form
        .as_ref()
        .map(|form| form.template.fields(&data.content, lang));
    let sections = sections.unwrap_or_default();
    sheet.blocks.push(text(word(lang, "paper-trans-opening")));
    for one in &data.translations {
        sheet.blocks.extend(certificate(lang, one));
        sheet.blocks.extend(texts(lang, one, &sections));
    }
}

/// A language in words, or its code where there is no word for it.
fn tongue(lang: Lang, code: &str) -> String {
    words::try_say(lang, &format!("lang-{code}"), &[]).unwrap_or_else(|| code.to_owned())
}

fn certificate(lang: Lang, one: &Translated) -> Vec<Block> {
    let certificate = &one.certificate;
    let (from, to) = (
        tongue(lang, &certificate.from),
        tongue(lang, &certificate.lang),
    );
    let args = [("from", Arg::Text(&from)), ("to", Arg::Text(&to))];
    let mut out = vec![heading(2, say(lang, "paper-trans-heading", &args))];
    let changed = one.texts.iter().filter(|b| !is_covered(b)).count();
    if changed > 0 {
        let n = changed.to_string();
        let text = say(lang, "paper-trans-changed", &[("n", Arg::Text(&n))]);
        out.push(Block::Notice { text });
    }
    let day = certificate.on.parse::<jiff::civil::Date>();
    let sworn = match certificate.sworn {
        Some(true) => word(lang, "word-yes"),
        Some(false) => word(lang, "word-no"),
        None => String::new(),
    };
    let rows = [
        ("translator", isolated(&certificate.translator)),
        ("competence", isolated(&certificate.competence)),
        ("sworn", sworn),
        (
            "certified_on",
            day.map_or(certificate.on.clone(), |day| words::date(lang, day)),
        ),
        ("statement", certificate.statement.clone()),
    ];
    let mut rows: Vec<Fact> = rows
        .into_iter()
        .filter(|(_, value)| !value.trim().is_empty())
        .map(|(name, value)| fact(word(lang, &label(name)), value))
        .collect();
    rows.push(reference(lang, &label("sha256"), &certificate.sha256));
    out.push(Block::Facts { rows });
    out.push(Block::Signature {
        for_whom: isolated(&certificate.translator),
        lines: vec![isolated(&certificate.competence)],
        label: word(lang, "paper-signature"),
        note: String::new(),
    });
    out
}

/// The words of the form, which asks for the same.
fn label(name: &str) -> String {
    format!("common-languages-translations-{name}")
}

/// Whether the certificate covers this text: as it was certified, or never translated.
fn is_covered(b: &Beside) -> bool {
    match b.state {
        PassageState::Certified => true,
        PassageState::Missing => !b.passage.prose,
        _ => false,
    }
}

/// Every text with its translation, each under its name in the form.
fn texts(lang: Lang, one: &Translated, sections: &[Section]) -> Vec<Block> {
    let header = ["trans-original", "trans-translation"].map(|key| word(lang, key));
    let mut out = Vec::new();
    for b in &one.texts {
        let Some(translation) = &b.translation else {
            continue;
        };
        let mut caption = name(sections, &b.passage.at);
        if !is_covered(b) {
            let state = word(lang, "trans-state-changed");
            caption = format!("{caption} · {state}");
        }
        out.push(Block::Table {
            caption,
            header: header.to_vec(),
            widths: vec![50, 50],
            mono: vec![false, false],
            rows: vec![vec![b.passage.text.clone(), translation.clone()]],
        });
    }
    out
}

/// What the form calls a text, with the entry it stands in.
fn name(sections: &[Section], at: &str) -> String {
    let tagged = format!("{at}/text");
    let is = |field: &&Field| field.pointer == at || field.pointer == tagged;
    let of_entries = sections
        .iter()
        .flat_map(|s| s.repeat.iter().flat_map(|r| &r.entries))
        .find_map(|entry| {
            let field = entry.fields.iter().find(is)?;
            Some(format!("{} · {}", entry.title, field.label))
        });
    let plain = || sections.iter().find_map(|s| s.fields.iter().find(is));
    of_entries
        .or_else(|| plain().map(|field| field.label.clone()))
        .unwrap_or_else(|| at.to_owned())
}
