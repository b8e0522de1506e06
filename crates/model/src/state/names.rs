//! Names of States and authorities, by language.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

use crate::Lang;

/// A name in several languages.
pub type Names = BTreeMap<Lang, String>;

/// The name in `lang`, else in English, else in any language, else empty.
#[must_use]
pub fn name_in(names: &Names, lang: Lang) -> &str {
    names
        .get(&lang)
        .or_else(|| names.get(&Lang::En))
        .or_else(|| names.values().next())
        .map_or("", String::as_str)
}

/// Reads a name given as plain text (English) or by language.
pub(super) fn read<'de, D: Deserializer<'de>>(from: D) -> Result<Names, D::Error> {
    #[derive(Deserialize)]
    #[serde(untagged)]
    enum Given {
        Plain(String),
        ByLang(Names),
    }
    Ok(match Given::deserialize(from)? {
        Given::Plain(text) => BTreeMap::from([(Lang::En, text)]),
        Given::ByLang(names) => names,
    })
}
