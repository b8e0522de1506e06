//! The catalogue of instruments: titles, dates, article numbers. Public facts, read from `data/instruments.json`.
//!
//! Who joined what stands in the States' profiles; which instrument helps a request in [`crate::basis`].

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::notes;
use super::{Articles, Aspect, EntryRule, Help, Lists, Periods};
use crate::code::coded;

coded! {
    /// What sort of instrument it is; the order is the order of rank (requests 3.13).
    pub enum InstrumentKind {
        /// Between two States.
        Bilateral = "bilateral",
        /// Between the States of a region.
        Regional = "regional",
        /// One of the universal counter-terrorism instruments.
        UniversalCt = "universal_ct",
        /// Another universal convention.
        UniversalOther = "universal_other",
        /// A resolution of the Security Council: supports a request, is never a treaty.
        Resolution = "resolution",
        /// A scheme that States follow and that binds nobody.
        Scheme = "scheme",
    }
}

coded! {
    /// A condition on the matter beyond its category.
    pub enum Scope {
        /// A serious crime (four years), transnational, by an organised group for benefit (UNTOC articles 2 and 3).
        OrganisedCrime = "organised_crime",
        /// Evidence in electronic form of any offence (ETS 185 article 14(2)(c)).
        ElectronicEvidence = "electronic_evidence",
    }
}

/// An instrument.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Instrument {
    /// Its id, as `BOMBINGS-1997`.
    pub id: String,
    /// What sort it is.
    pub kind: InstrumentKind,
    /// Its title in English.
    pub title: String,
    /// Adopted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Date>,
    /// In force since; `None` where that is not known, or where it is not in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_force: Option<Date>,
    /// When it binds a party that joins later; `None` where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryRule>,
    /// Who keeps it, and can be asked who joined.
    #[serde(default)]
    pub depositary: String,
    /// Categories of offence it covers (codes of [`crate::rules::codes::OFFENCES`]).
    #[serde(default)]
    pub offences: Vec<String>,
    /// Kinds of help it gives for every offence.
    #[serde(default)]
    pub general: Vec<Help>,
    /// Kinds of help it gives for its own offences by an article whose number is not known here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helps: Vec<Help>,
    /// A condition beyond the category.
    #[serde(default)]
    pub scope: Option<Scope>,
    /// Its articles.
    #[serde(default)]
    pub articles: Articles,
    /// The periods it sets.
    #[serde(default, skip_serializing_if = "Periods::is_empty")]
    pub periods: Periods,
    /// The instrument whose articles it brings into play, and which must bind the two as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<String>,
    /// What else is said of it, in the words of the file that brought it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Whether the article numbers were read in the text itself.
    #[serde(default)]
    pub text_checked: bool,
    /// Supposed from its id alone: a State joined it, and nobody described it.
    #[serde(default)]
    pub supposed: bool,
}

impl Instrument {
    /// An instrument of which only the id is known.
    #[must_use]
    pub fn named(id: &str, kind: InstrumentKind) -> Self {
        Self {
            id: id.to_owned(),
            kind,
            title: id.to_owned(),
            adopted: None,
            in_force: None,
            entry: None,
            depositary: String::new(),
            offences: Vec::new(),
            general: Vec::new(),
            helps: Vec::new(),
            scope: None,
            articles: Articles::default(),
            periods: Periods::default(),
            via: None,
            note: String::new(),
            text_checked: false,
            supposed: true,
        }
    }

    /// Whether it gives the help: by an article, or by one whose number is not known here.
    #[must_use]
    pub fn gives(&self, help: Help, aspect: Option<Aspect>) -> bool {
        !self.article(help, aspect).is_empty()
            || self.is_general(help)
            || self.helps.contains(&help)
    }

    /// Whether it gives the help for every offence. A treaty on assistance gives electronic evidence too.
    #[must_use]
    pub fn is_general(&self, help: Help) -> bool {
        self.general.contains(&help)
            || (help == Help::Evidence && self.general.contains(&Help::Mla))
    }

    /// Whether it was certainly not in force on the day: before its entry into force, else before its adoption.
    #[must_use]
    pub fn not_yet(&self, day: Date) -> bool {
        self.in_force
            .or(self.adopted)
            .is_some_and(|earliest| day < earliest)
    }

    /// The article for the help; empty where it has none or it is not known.
    #[must_use]
    pub fn article(&self, help: Help, aspect: Option<Aspect>) -> &str {
        self.articles.of(help, aspect)
    }
}

/// Instruments by id.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    by_id: BTreeMap<String, Instrument>,
    as_of: Option<Date>,
    lists: Arc<Lists>,
}

#[derive(Deserialize)]
struct File {
    as_of: Option<Date>,
    instruments: Vec<Instrument>,
}

const UNIVERSAL: &str = include_str!("../../data/instruments.json");

impl Catalogue {
    /// The instruments and the lists of parties that the product ships.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
            // The file is built in and a test reads it; an unreadable one would leave the catalogue empty, which makes
            // no claim about any treaty.
            let mut catalogue = Catalogue::parse(UNIVERSAL).unwrap_or_default();
            catalogue.lists = Arc::new(Lists::built_in());
            catalogue
        });
        &CATALOGUE
    }

    /// A copy of [`Catalogue::built_in`] to add to.
    #[must_use]
    pub fn universal() -> Self {
        Self::built_in().clone()
    }

    /// Reads a catalogue.
    ///
    /// # Errors
    /// Where it is not the JSON of one; the message names line and column.
    pub fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let file: File = serde_json::from_str(json)?;
        let mut catalogue = Self {
            by_id: BTreeMap::new(),
            as_of: file.as_of,
            lists: Arc::default(),
        };
        for instrument in file.instruments {
            catalogue.add(instrument);
        }
        Ok(catalogue)
    }

    /// Adds an instrument in place of one with the same id.
    pub fn add(&mut self, instrument: Instrument) {
        self.by_id.insert(instrument.id.clone(), instrument);
    }

    /// An instrument.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Instrument> {
        self.by_id.get(id)
    }

    /// Who joined what, as the depositaries' lists say.
    #[must_use]
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// Puts lists in place of those of the same instruments.
    pub fn put_lists(&mut self, newer: &Lists) {
        let mut lists = Lists::clone(&self.lists);
        for (instrument, list) in newer.all() {
            lists.put(instrument, list.clone());
        }
        self.lists = Arc::new(lists);
    }

    /// Every instrument, by id.
    pub fn instruments(&self) -> impl Iterator<Item = &Instrument> {
        self.by_id.values()
    }

    /// The day on which the catalogue was true.
    #[must_use]
    pub fn as_of(&self) -> Option<Date> {
        self.as_of
    }

    /// Makes room for an instrument that a State says it joined and that the catalogue does not describe, as far as
    /// its id says what it is: `X-LIKE` is as X; `BIL-MLA-…` is a bilateral treaty on assistance, `BIL-EXT-…` on
    /// extradition; an id with the part `MLA`, `RMLA` or `EXT` is a regional one. Any other gives nothing.
    pub fn infer(&mut self, id: &str) {
        if self.by_id.contains_key(id) {
            return;
        }
        if let Some(model) = id.strip_suffix("-LIKE").and_then(|like| self.get(like)) {
            let like = Instrument {
                id: id.to_owned(),
                title: id.to_owned(),
                adopted: None,
                in_force: None,
                entry: None,
                depositary: String::new(),
                via: None,
                text_checked: false,
                supposed: true,
                ..model.clone()
            };
            self.add(like);
            return;
        }
        let parts: Vec<&str> = id.split('-').collect();
        let mut general = Vec::new();
        if parts.contains(&"MLA") || parts.contains(&"RMLA") {
            general.push(Help::Mla);
        }
        if parts.contains(&"EXT") || parts.contains(&"REXT") {
            general.push(Help::Extradition);
        }
        if general.is_empty() {
            return;
        }
        let kind = if parts.first() == Some(&"BIL") {
            InstrumentKind::Bilateral
        } else {
            InstrumentKind::Regional
        };
        self.add(Instrument {
            general,
            ..Instrument::named(id, kind)
        });
    }

    /// Takes from a note on an instrument what it says in the phrases of [`notes`]; the note itself is kept.
    pub fn note(&mut self, id: &str, note: &str) {
        if let Some(instrument) = self.by_id.get_mut(id)
            && instrument.supposed
        {
            notes::read(note, instrument);
            note.clone_into(&mut instrument.note);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::codes;

    #[test]
    fn the_built_in_catalogue_is_whole() {
        let catalogue = Catalogue::parse(UNIVERSAL).expect("the built-in file");
        let universal: Vec<&Instrument> = catalogue
            .instruments()
            .filter(|instrument| instrument.kind == InstrumentKind::UniversalCt)
            .collect();
        assert_eq!(universal.len(), 19);
        assert_eq!(catalogue.instruments().count(), 67);
        // Sixteen of the nineteen give prosecute-or-extradite, extradition and assistance.
        for help in [Help::Mla, Help::Extradition, Help::Transfer] {
            let with = universal
                .iter()
                .filter(|instrument| instrument.gives(help, None));
            assert_eq!(with.count(), 16, "{help}");
        }
        for instrument in catalogue.instruments() {
            for category in &instrument.offences {
                assert!(codes::OFFENCES.contains(&category.as_str()), "{category}");
            }
            if let Some(via) = &instrument.via {
                assert!(catalogue.get(via).is_some(), "{} via {via}", instrument.id);
            }
        }
    }

    #[test]
    fn article_numbers_as_the_texts_have_them() {
        let catalogue = Catalogue::universal();
        let table = [
            ("HAGUE-1970", "10", "8", ""),
            ("MONTREAL-1971", "11", "8", ""),
            ("IPP-1973", "10", "8", ""),
            ("HOSTAGES-1979", "11", "10", ""),
            ("BOMBINGS-1997", "10", "9", "11"),
            ("FINANCING-1999", "12", "11", "14"),
            ("NUCLEAR-2005", "14", "13", "15"),
            ("BEIJING-2010", "17", "12", "13"),
            ("SUA-2005", "12", "11", "11bis"),
            ("UNTOC-2000", "18", "16", ""),
            ("UNCAC-2003", "46", "44", "44(4)"),
            ("TOKYO-1963", "", "", ""),
            ("PLASTIC-1991", "", "", ""),
        ];
        for (id, mla, extradition, political) in table {
            let instrument = catalogue.get(id).expect(id);
            assert_eq!(instrument.articles.mla, mla, "{id}");
            assert_eq!(instrument.articles.extradition, extradition, "{id}");
            assert_eq!(instrument.articles.political_exclusion, political, "{id}");
        }
    }

    #[test]
    fn an_id_says_only_so_much() {
        let mut catalogue = Catalogue::universal();
        for id in [
            "BIL-MLA-XA-XG",
            "BIL-EXT-XB-XE",
            "RMLA-CONV",
            "ETS-185-LIKE",
            "FRIENDSHIP-1920",
        ] {
            catalogue.infer(id);
        }
        let kind = |id: &str| catalogue.get(id).map(|instrument| instrument.kind);
        assert_eq!(kind("BIL-MLA-XA-XG"), Some(InstrumentKind::Bilateral));
        assert!(
            !catalogue
                .get("BIL-EXT-XB-XE")
                .expect("there")
                .gives(Help::Mla, None)
        );
        assert_eq!(kind("RMLA-CONV"), Some(InstrumentKind::Regional));
        let like = catalogue.get("ETS-185-LIKE").expect("there");
        assert_eq!(like.scope, Some(Scope::ElectronicEvidence));
        assert_eq!(catalogue.get("FRIENDSHIP-1920"), None);
    }
}
