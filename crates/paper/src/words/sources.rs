//! The list of every word file. A file that is not named here is not in the program.

use model::Lang;

/// A word file of a language by name, from this room's `words/` or from a template's folder.
macro_rules! file {
    ($lang:literal, words, $name:literal) => {
        (
            $name,
            include_str!(concat!("../../words/", $lang, "/", $name, ".ftl")),
        )
    };
    ($lang:literal, templates, $name:literal) => {
        (
            concat!("templates/", $name),
            include_str!(concat!(
                "../../../../templates/",
                $name,
                "/words.",
                $lang,
                ".ftl"
            )),
        )
    };
}

/// The word files of one language, in the order they are read: those of this room, then one for each template.
macro_rules! files {
    ($lang:literal) => {
        &[
            file!($lang, words, "common"),
            file!($lang, words, "ui"),
            file!($lang, words, "ui_cases"),
            file!($lang, words, "ui_steps"),
            file!($lang, words, "ui_tracks"),
            file!($lang, words, "ui_screening"),
            file!($lang, words, "ui_desk"),
            file!($lang, words, "ui_letters"),
            file!($lang, words, "ui_costs"),
            file!($lang, words, "ui_short"),
            file!($lang, words, "ui_docket"),
            file!($lang, words, "ui_figures"),
            file!($lang, words, "instruments"),
            file!($lang, words, "ui_safeguards"),
            file!($lang, words, "ui_views"),
            file!($lang, words, "sharing"),
            file!($lang, words, "access"),
            file!($lang, words, "ui_access"),
            file!($lang, words, "ui_records"),
            file!($lang, words, "ui_sharing"),
            file!($lang, words, "ui_export"),
            file!($lang, words, "findings"),
            file!($lang, words, "findings_surrender"),
            file!($lang, words, "findings_data"),
            file!($lang, words, "findings_transfer"),
            file!($lang, words, "basis"),
            file!($lang, words, "findings_teams"),
            file!($lang, words, "refusals"),
            file!($lang, words, "paper"),
            file!($lang, templates, "common"),
            file!($lang, templates, "mla"),
            file!($lang, templates, "transfer_of_proceedings"),
            file!($lang, templates, "asset_freezing"),
            file!($lang, templates, "extradition"),
            file!($lang, templates, "provisional_arrest"),
            file!($lang, templates, "electronic_evidence"),
            file!($lang, templates, "spontaneous_information"),
            file!($lang, templates, "joint_investigation_team"),
            file!($lang, templates, "police"),
            file!($lang, templates, "notice"),
            file!($lang, templates, "supplementary"),
            file!($lang, templates, "amendment"),
            file!($lang, templates, "reminder"),
            file!($lang, templates, "withdrawal"),
            file!($lang, templates, "urgent_confirmation"),
        ]
    };
}

const AR: &[(&str, &str)] = files!("ar");
const ZH: &[(&str, &str)] = files!("zh");
const EN: &[(&str, &str)] = files!("en");
const FR: &[(&str, &str)] = files!("fr");
const RU: &[(&str, &str)] = files!("ru");
const ES: &[(&str, &str)] = files!("es");

/// Name and text of every word file of a language.
#[must_use]
pub const fn files(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::Ar => AR,
        Lang::Zh => ZH,
        Lang::En => EN,
        Lang::Fr => FR,
        Lang::Ru => RU,
        Lang::Es => ES,
    }
}
