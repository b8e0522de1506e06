//! The list of every word file. A file that is not named here is not in the program.

use model::Lang;

/// The word files of each language, in the order they are read: those of this room, then one for each template.
pub const FILES: &[&str] = &[
    "common",
    "ui",
    "ui_cases",
    "ui_screening",
    "ui_desk",
    "findings",
    "refusals",
    "paper",
    "mla",
];

/// The text of one word file; empty where there is no such file.
#[must_use]
pub fn source(lang: Lang, file: &str) -> &'static str {
    match lang {
        Lang::Ar => ar(file),
        Lang::Zh => zh(file),
        Lang::En => en(file),
        Lang::Fr => fr(file),
        Lang::Ru => ru(file),
        Lang::Es => es(file),
    }
}

fn ar(file: &str) -> &'static str {
    match file {
        "common" => include_str!("../../words/ar/common.ftl"),
        "ui" => include_str!("../../words/ar/ui.ftl"),
        "ui_cases" => include_str!("../../words/ar/ui_cases.ftl"),
        "ui_screening" => include_str!("../../words/ar/ui_screening.ftl"),
        "ui_desk" => include_str!("../../words/ar/ui_desk.ftl"),
        "findings" => include_str!("../../words/ar/findings.ftl"),
        "refusals" => include_str!("../../words/ar/refusals.ftl"),
        "paper" => include_str!("../../words/ar/paper.ftl"),
        "mla" => include_str!("../../../../templates/mla/words.ar.ftl"),
        _ => "",
    }
}

fn zh(file: &str) -> &'static str {
    match file {
        "common" => include_str!("../../words/zh/common.ftl"),
        "ui" => include_str!("../../words/zh/ui.ftl"),
        "ui_cases" => include_str!("../../words/zh/ui_cases.ftl"),
        "ui_screening" => include_str!("../../words/zh/ui_screening.ftl"),
        "ui_desk" => include_str!("../../words/zh/ui_desk.ftl"),
        "findings" => include_str!("../../words/zh/findings.ftl"),
        "refusals" => include_str!("../../words/zh/refusals.ftl"),
        "paper" => include_str!("../../words/zh/paper.ftl"),
        "mla" => include_str!("../../../../templates/mla/words.zh.ftl"),
        _ => "",
    }
}

fn en(file: &str) -> &'static str {
    match file {
        "common" => include_str!("../../words/en/common.ftl"),
        "ui" => include_str!("../../words/en/ui.ftl"),
        "ui_cases" => include_str!("../../words/en/ui_cases.ftl"),
        "ui_screening" => include_str!("../../words/en/ui_screening.ftl"),
        "ui_desk" => include_str!("../../words/en/ui_desk.ftl"),
        "findings" => include_str!("../../words/en/findings.ftl"),
        "refusals" => include_str!("../../words/en/refusals.ftl"),
        "paper" => include_str!("../../words/en/paper.ftl"),
        "mla" => include_str!("../../../../templates/mla/words.en.ftl"),
        _ => "",
    }
}

fn fr(file: &str) -> &'static str {
    match file {
        "common" => include_str!("../../words/fr/common.ftl"),
        "ui" => include_str!("../../words/fr/ui.ftl"),
        "ui_cases" => include_str!("../../words/fr/ui_cases.ftl"),
        "ui_screening" => include_str!("../../words/fr/ui_screening.ftl"),
        "ui_desk" => include_str!("../../words/fr/ui_desk.ftl"),
        "findings" => include_str!("../../words/fr/findings.ftl"),
        "refusals" => include_str!("../../words/fr/refusals.ftl"),
        "paper" => include_str!("../../words/fr/paper.ftl"),
        "mla" => include_str!("../../../../templates/mla/words.fr.ftl"),
        _ => "",
    }
}

fn ru(file: &str) -> &'static str {
    match file {
        "common" => include_str!("../../words/ru/common.ftl"),
        "ui" => include_str!("../../words/ru/ui.ftl"),
        "ui_cases" => include_str!("../../words/ru/ui_cases.ftl"),
        "ui_screening" => include_str!("../../words/ru/ui_screening.ftl"),
        "ui_desk" => include_str!("../../words/ru/ui_desk.ftl"),
        "findings" => include_str!("../../words/ru/findings.ftl"),
        "refusals" => include_str!("../../words/ru/refusals.ftl"),
        "paper" => include_str!("../../words/ru/paper.ftl"),
        "mla" => include_str!("../../../../templates/mla/words.ru.ftl"),
        _ => "",
    }
}

fn es(file: &str) -> &'static str {
    match file {
        "common" => include_str!("../../words/es/common.ftl"),
        "ui" => include_str!("../../words/es/ui.ftl"),
        "ui_cases" => include_str!("../../words/es/ui_cases.ftl"),
        "ui_screening" => include_str!("../../words/es/ui_screening.ftl"),
        "ui_desk" => include_str!("../../words/es/ui_desk.ftl"),
        "findings" => include_str!("../../words/es/findings.ftl"),
        "refusals" => include_str!("../../words/es/refusals.ftl"),
        "paper" => include_str!("../../words/es/paper.ftl"),
        "mla" => include_str!("../../../../templates/mla/words.es.ftl"),
        _ => "",
    }
}
