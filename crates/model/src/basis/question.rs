//! The matter that a legal basis is sought for, as far as the reach of instruments turns on it.

use super::{Aspect, Help, Instrument, Scope, Why};
use crate::kind::Kind;
use crate::rules::codes;
use crate::rules::content::Node;

/// Months of imprisonment from which a crime is serious (UNTOC article 2(b)).
const SERIOUS_CRIME_MONTHS: u64 = 48;
/// Persons that make an organised group (UNTOC article 2(a)).
const GROUP_PERSONS_MIN: u64 = 3;

/// Yes, no, or not said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tri {
    /// Said to be so.
    Yes,
    /// Not said.
    Unknown,
    /// Said not to be so.
    No,
}

/// The matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter<'a> {
    /// The help asked for.
    pub help: Help,
    /// What exactly of it, where the article turns on that.
    pub aspect: Option<Aspect>,
    /// Categories of the offences, the leading one first.
    pub categories: Vec<&'a str>,
    /// Whether one of the offences is a serious transnational crime of an organised group for benefit.
    pub organised_crime: Tri,
    /// Whether evidence in electronic form is asked for.
    pub electronic: bool,
}

impl<'a> Matter<'a> {
    /// A matter of one category and nothing else said.
    #[must_use]
    pub fn of(help: Help, category: &'a str) -> Self {
        Self {
            help,
            aspect: None,
            categories: vec![category],
            organised_crime: Tri::Unknown,
            electronic: false,
        }
    }

    /// The matter of a request of this kind; of one that only speaks of another, as if it asked for assistance.
    #[must_use]
    pub fn of_kind(kind: Kind, content: Node<'a>) -> Self {
        let aspect = match kind {
            Kind::ProvisionalArrest => Some(Aspect::ProvisionalArrest),
            Kind::ElectronicEvidence => match content.at("evidence/subtype").code() {
                "emergency" => Some(Aspect::EmergencyDisclosure),
                subtype => Aspect::from_code(subtype),
            },
            _ => None,
        };
        Self::read(Help::of_kind(kind).unwrap_or(Help::Mla), content).with_aspect(aspect)
    }

    /// Reads the matter out of a request's content.
    #[must_use]
    pub fn read(help: Help, content: Node<'a>) -> Self {
        let mut categories: Vec<&str> = Vec::new();
        let mut organised_crime = Tri::No;
        for (_, offence) in content.get("offences").items() {
            let also = offence.get("also").codes();
            for category in std::iter::once(offence.get("category").code()).chain(also) {
                if !category.is_empty() && !categories.contains(&category) {
                    categories.push(category);
                }
            }
            organised_crime = organised_crime.min(organised(offence));
        }
        // A freeze under resolution 1373 (2001) is about the means of terrorism, whatever else is said.
        if help == Help::Freezing && !categories.contains(&"terrorist_financing") {
            categories.push("terrorist_financing");
        }
        let electronic = content
            .get("measures")
            .items()
            .any(|(_, measure)| codes::ELECTRONIC.contains(&measure.get("kind").code()));
        Self {
            help,
            aspect: None,
            categories,
            organised_crime,
            electronic,
        }
    }

    /// The same matter, with what exactly is asked for.
    #[must_use]
    pub fn with_aspect(self, aspect: Option<Aspect>) -> Self {
        Self { aspect, ..self }
    }

    /// Whether a counter-terrorism instrument or resolution speaks of one of the offences.
    #[must_use]
    pub fn is_terrorism(&self) -> bool {
        self.categories
            .iter()
            .any(|category| codes::TERRORISM.contains(category))
    }

    /// Whether the instrument covers the matter, and why; `None` where it does not.
    pub(super) fn fits(&self, instrument: &Instrument) -> Option<(Tri, Why)> {
        if instrument.is_general(self.help) {
            return Some((Tri::Yes, Why::GeneralTreaty));
        }
        let named = instrument
            .offences
            .iter()
            .any(|offence| self.categories.contains(&offence.as_str()));
        let any = instrument.offences.is_empty();
        match instrument.scope {
            Some(Scope::OrganisedCrime) => ((named || any) && self.organised_crime != Tri::No)
                .then_some((self.organised_crime, Why::OrganisedCrime)),
            Some(Scope::ElectronicEvidence) if self.asks_for_data() => {
                Some((Tri::Yes, Why::ElectronicEvidence))
            }
            // A treaty on assistance or extradition speaks of every offence in its other articles too.
            None if any && !instrument.general.is_empty() => Some((Tri::Yes, Why::GeneralTreaty)),
            _ => named.then_some((Tri::Yes, Why::OffenceInScope)),
        }
    }

    /// Whether electronic evidence is what is asked for, or is among what is asked for.
    fn asks_for_data(&self) -> bool {
        self.help == Help::Evidence || (self.help == Help::Mla && self.electronic)
    }

    /// Where the first of the instrument's offences stands among the matter's; 0 for those without offences.
    pub(super) fn place_of(&self, instrument: &Instrument) -> usize {
        self.categories
            .iter()
            .position(|category| {
                instrument
                    .offences
                    .iter()
                    .any(|offence| offence == category)
            })
            .unwrap_or(0)
    }
}

/// Serious, transnational, by an organised group, for financial or other material benefit (UNTOC 2(a)-(b), 3).
fn organised(offence: Node<'_>) -> Tri {
    let said = |name: &str| {
        let field = offence.get(name);
        match (field.yes(), field.no()) {
            (true, _) => Tri::Yes,
            (_, true) => Tri::No,
            _ => Tri::Unknown,
        }
    };
    // Who counts fewer than three has counted no group, whatever it is called.
    let group = match offence.get("offenders").number() {
        Some(persons) if persons < GROUP_PERSONS_MIN => Tri::No,
        _ => said("organised_group"),
    };
    let serious = match offence.get("penalty_max_months").number() {
        Some(months) if months >= SERIOUS_CRIME_MONTHS => Tri::Yes,
        Some(_) => Tri::No,
        None => Tri::Unknown,
    };
    group
        .max(serious)
        .max(said("transnational"))
        .max(said("financial_benefit"))
}
