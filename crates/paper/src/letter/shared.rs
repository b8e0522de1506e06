//! What all papers share: heads, band, references, the place for the signature, and the template's fields as rows.

use model::label::{Class, Label};
use model::{Lang, Urgency};

use super::{LetterData, PaperKind, Party, moment};
use crate::print::{Band, Block, Fact, Head, Sheet, qr_svg, qr_text};
use crate::template::{Field, Kind, Standing, Wording as _};
use crate::words::{self, Arg, say, word};

/// The sheet without its text.
pub(super) fn sheet(data: &LetterData, lang: Lang) -> Sheet {
    let record = data.drawn.record.to_string();
    Sheet {
        lang: lang.code(),
        dir: if lang.is_rtl() { "rtl" } else { "ltr" },
        kind: data.kind.code(),
        title: title(data, lang),
        subject: data.subject(),
        number: data.number.clone(),
        band: band(data, lang),
        from: head(&data.from, lang),
        to: head(&data.to, lang),
        to_label: word(
            lang,
            match data.kind {
                // It is addressed to nobody: it names both sides.
                PaperKind::Defence => "paper-defence-other",
                _ => "paper-to",
            },
        ),
        references: references(data, lang),
        blocks: Vec::new(),
        qr_svg: qr_svg(&qr_text(&record)),
        record,
        record_label: word(lang, "paper-record"),
        record_note: word(lang, "paper-record-note"),
        qr_label: word(lang, "paper-qr"),
        page_of: words::without_isolates(&say(
            lang,
            "paper-page",
            &[("page", Arg::Text("@P")), ("pages", Arg::Text("@N"))],
        )),
    }
}

/// What the paper is: a request is called what its form is called.
fn title(data: &LetterData, lang: Lang) -> String {
    match (data.kind, &data.form) {
        (PaperKind::Request, Some(form)) => form.template.title(lang),
        _ => word(lang, &format!("paper-title-{}", data.kind.code())),
    }
}

fn head(party: &Party, lang: Lang) -> Head {
    let labelled = |key: &str, value: &Option<String>| {
        let label = word(lang, key);
        value.as_ref().map(|value| {
            let parts = [("label", Arg::Text(&label)), ("value", Arg::Text(value))];
            say(lang, "form-label-value", &parts)
        })
    };
    let mut lines: Vec<String> = party
        .address
        .iter()
        .flat_map(|address| address.lines().map(words::isolated))
        .collect();
    lines.extend(labelled("paper-telephone", &party.phone));
    lines.extend(labelled("paper-duty", &party.duty_phone));
    lines.extend(
        party
            .email
            .iter()
            .map(|mail| format!("\u{2066}{mail}\u{2069}")),
    );
    Head {
        state: party.state_in(lang).to_owned(),
        authority: party.authority_in(lang).to_owned(),
        native: party.native.clone(),
        lines,
    }
}

/// The band: class, originator, with whom, until when.
fn band(data: &LetterData, lang: Lang) -> Band {
    let Label {
        class,
        tlp,
        originator,
        releasable_to,
        review_by,
        expires,
        ..
    } = &data.label;
    let level = match class {
        Class::Public | Class::Official => "open",
        Class::Restricted => "restricted",
        Class::Confidential => "confidential",
        Class::Secret | Class::TopSecret => "highest",
    };
    let mut limits = Vec::new();
    if let Some(states) = releasable_to {
        let names: Vec<String> = states
            .iter()
            .filter(|state| !originator.split('+').any(|owner| owner == state.as_str()))
            .map(|state| data.state_word(lang, state))
            .collect();
        limits.push(if names.is_empty() {
            word(lang, "paper-releasable-nobody")
        } else {
            let list = names.join(&word(lang, "form-list-separator"));
            say(lang, "paper-releasable", &[("states", Arg::Text(&list))])
        });
    }
    for (key, day) in [("paper-review", review_by), ("paper-expires", expires)] {
        if let Some(day) = day {
            let day = words::date(lang, *day);
            limits.push(say(lang, key, &[("date", Arg::Text(&day))]));
        }
    }
    let owners: Vec<String> = originator
        .split('+')
        .map(|owner| data.state_word(lang, owner))
        .collect();
    Band {
        level,
        class: word(
            lang,
            &format!("class-{}", class.code().to_lowercase().replace('_', "-")),
        ),
        originator: format!(
            "{} · \u{2066}TLP:{}\u{2069}",
            owners.join(" + "),
            tlp.code()
        ),
        limits: limits.join(" · "),
    }
}

fn references(data: &LetterData, lang: Lang) -> Vec<Fact> {
    let mut rows = Vec::new();
    match data.kind {
        PaperKind::Request | PaperKind::Translation | PaperKind::Defence => {
            rows.push(reference(lang, "paper-number", &data.number));
        }
        PaperKind::Acknowledgement | PaperKind::Certificate => {
            rows.push(reference(lang, "paper-your-reference", &data.number));
            if let Some(ours) = &data.our_reference {
                rows.push(reference(lang, "paper-our-reference", ours));
            }
        }
    }
    rows.push(fact(
        word(lang, "paper-date"),
        moment(data, lang, data.drawn.at),
    ));
    if !data.subject().is_empty() {
        rows.push(fact(word(lang, "paper-subject"), data.subject()));
    }
    if data.kind == PaperKind::Request || data.urgency != Urgency::Normal {
        let key = format!("paper-urgency-{}", data.urgency.code());
        rows.push(fact(word(lang, "paper-urgency"), word(lang, &key)));
    }
    if data.kind == PaperKind::Request {
        let key = format!("lang-{}", data.original.code());
        rows.push(fact(word(lang, "paper-original"), word(lang, &key)));
    }
    rows
}

pub(super) fn fact(label: String, value: impl Into<String>) -> Fact {
    Fact {
        label,
        value: value.into(),
        mono: false,
    }
}

pub(super) fn reference(lang: Lang, key: &str, value: &str) -> Fact {
    Fact {
        label: word(lang, key),
        value: value.to_owned(),
        mono: true,
    }
}

pub(super) fn text(text: String) -> Block {
    Block::Text { text }
}

pub(super) fn heading(level: u8, text: String) -> Block {
    Block::Heading {
        level,
        text,
        new_page: false,
    }
}

/// The filled fields of a section as rows. What the desk sets already stands in the letter's head.
pub(super) fn rows(data: &LetterData, lang: Lang, fields: &[Field]) -> Vec<Fact> {
    fields
        .iter()
        .filter(|field| (!field.desk || field.stale) && field.standing != Standing::Empty)
        .map(|field| {
            let said = match field.kind {
                Kind::State | Kind::States if field.standing == Standing::Given => field
                    .value
                    .split(", ")
                    .map(|code| data.state_word(lang, code))
                    .collect::<Vec<_>>()
                    .join(&word(lang, "form-list-separator")),
                _ => field.said.clone(),
            };
            Fact {
                label: field.label.clone(),
                value: said,
                mono: field.kind == Kind::Digest,
            }
        })
        .collect()
}

/// The place for name, function, signature and seal.
pub(super) fn signature(data: &LetterData, lang: Lang, lines: Vec<String>) -> Block {
    let who = [("authority", Arg::Text(data.from.authority_in(lang)))];
    Block::Signature {
        for_whom: say(lang, "paper-signed-for", &who),
        lines,
        label: word(lang, "paper-signature"),
        note: word(lang, "paper-signed-note"),
    }
}
