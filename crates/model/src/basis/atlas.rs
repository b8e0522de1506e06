//! The treaty atlas: what binds any two States on a day, what does not, what is unknown; where a State's gaps are.
//!
//! [`between`] answers for one pair with every reason; [`Sheet`] answers for all pairs at once with sets of bits.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::binding::{Answer, Binding, Standing, alone, standing};
use super::rank::gives;
use super::{
    Catalogue, Gift, Help, Instrument, InstrumentKind, Matter, Tri, is_fresh, legal_basis,
};
use crate::StateCode;
use crate::state::{Consent, Participation, StateProfile};

/// One instrument between two States.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// The instrument.
    pub instrument: &'a Instrument,
    /// What is known of the two and it.
    pub standing: Standing,
}

/// What is known of two States and every instrument that gives the help, what binds first, and among equals by kind.
#[must_use]
pub fn between<'a>(
    catalogue: &'a Catalogue,
    sides: (&StateProfile, &StateProfile),
    help: Help,
    day: Date,
) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'a>> = catalogue
        .instruments()
        .filter(|instrument| instrument.gives(help, None))
        .map(|instrument| Line {
            instrument,
            standing: standing(catalogue, &instrument.id, sides, (Some(help), day)),
        })
        .collect();
    lines.sort_by_key(|line| {
        let answer = line.standing.binding.answer();
        (answer, line.instrument.kind, line.instrument.adopted)
    });
    lines
}

/// A line as programs read it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LineTold {
    /// The instrument's id.
    pub instrument: String,
    /// Its title in English.
    pub title: String,
    /// The article on the help; empty where it is not known.
    pub article: String,
    /// *binding*, *not_binding* or *unknown*.
    pub answer: Answer,
    /// Why.
    pub reason: Binding,
    /// The first day on which it bound both, where that is known.
    pub since: Option<Date>,
    /// What it gives, with the article of each.
    pub gives: Vec<(Gift, String)>,
    /// The older of the two sides' data.
    pub as_of: Option<Date>,
    /// Whether these data may still be relied on.
    pub fresh: bool,
    /// Where the list of parties comes from; empty where there is none.
    pub source: String,
    /// Who keeps the instrument and can be asked.
    pub depositary: String,
    /// Whose central authorities can be asked: the States that the answer turns on.
    pub turns_on: Vec<StateCode>,
}

impl Line<'_> {
    /// The line as programs read it.
    #[must_use]
    pub fn told(&self, catalogue: &Catalogue, help: Help, day: Date) -> LineTold {
        let known = self.instrument;
        let article = known.article(help, None);
        let list = catalogue.lists().of(&known.id);
        LineTold {
            instrument: known.id.clone(),
            title: known.title.clone(),
            article: article.to_owned(),
            answer: self.standing.binding.answer(),
            reason: self.standing.binding,
            since: self.standing.since,
            gives: gives(known, None, article),
            as_of: self.standing.as_of,
            fresh: is_fresh(self.standing.as_of, day),
            source: list.map_or_else(String::new, |list| list.source.clone()),
            depositary: known.depositary.clone(),
            turns_on: self.standing.turns_on.clone(),
        }
    }
}

/// A State and one of the universal counter-terrorism instruments.
#[derive(Debug, Clone)]
pub struct Gap<'a> {
    /// The instrument.
    pub instrument: &'a Instrument,
    /// What is known of the State and it; [`Binding::Both`] where it is bound.
    pub binding: Binding,
    /// The day on which the data were true.
    pub as_of: Option<Date>,
    /// The first day on which it was bound, where that is known.
    pub since: Option<Date>,
}

/// The nineteen universal counter-terrorism instruments as they stand for one State, by age.
#[must_use]
pub fn gaps<'a>(catalogue: &'a Catalogue, state: &StateProfile, day: Date) -> Vec<Gap<'a>> {
    let mut gaps: Vec<Gap<'a>> = catalogue
        .instruments()
        .filter(|instrument| instrument.kind == InstrumentKind::UniversalCt)
        .map(|instrument| {
            let side = alone(catalogue, &instrument.id, state, (None, day));
            Gap {
                instrument,
                binding: side.binding,
                as_of: side.as_of,
                since: side.since,
            }
        })
        .collect();
    gaps.sort_by(|a, b| {
        let key = |gap: &Gap<'_>| (gap.instrument.adopted, gap.instrument.id.clone());
        key(a).cmp(&key(b))
    });
    gaps
}

/// The instruments by joining which `ours` would give a matter the treaty it lacks; empty where one carries it already.
///
/// What the other State has joined is taken as it is known: an instrument that may bind it is not counted.
#[must_use]
pub fn would_gain(
    catalogue: &Catalogue,
    (from, to): (&StateProfile, &StateProfile),
    ours: &StateCode,
    matter: &Matter<'_>,
    day: Date,
) -> Vec<String> {
    let carried = |from: &StateProfile, to: &StateProfile, id: Option<&str>| {
        legal_basis(catalogue, (from, to), matter, day)
            .treaties()
            .any(|basis| id.is_none_or(|id| basis.instrument == id))
    };
    if !matter.help.needs_basis() || carried(from, to, None) {
        return Vec::new();
    }
    let other = if from.code == *ours { to } else { from };
    catalogue
        .instruments()
        .filter(|instrument| instrument.gives(matter.help, matter.aspect))
        .filter(|instrument| {
            let fits = matter.fits(instrument);
            let asked = (Some(matter.help), day);
            fits.is_some_and(|(fit, _)| fit == Tri::Yes)
                && alone(catalogue, &instrument.id, other, asked)
                    .binding
                    .carries()
        })
        .filter(|instrument| {
            let joined = |state: &StateProfile| {
                let mut state = state.clone();
                if state.code == *ours {
                    state
                        .treaties
                        .retain(|part| part.instrument != instrument.id);
                    state.treaties.push(Participation {
                        since: Some(day),
                        consent: Consent::Accession,
                        ..Participation::undated(&instrument.id)
                    });
                }
                state
            };
            carried(&joined(from), &joined(to), Some(&instrument.id))
        })
        .map(|instrument| instrument.id.clone())
        .collect()
}

/// A set of instruments by their place in a [`Sheet`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places(Vec<u64>);

impl Places {
    fn add(&mut self, place: usize) {
        let word = place / 64;
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        if let Some(bits) = self.0.get_mut(word) {
            *bits |= 1 << (place % 64);
        }
    }

    fn words(&self, count: usize) -> impl Iterator<Item = u64> {
        (0..count).map(|word| self.0.get(word).copied().unwrap_or_default())
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.0.iter().map(|bits| bits.count_ones()).sum()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|bits| *bits == 0)
    }

    /// Whether the instrument at this place is among them.
    #[must_use]
    pub fn has(&self, place: usize) -> bool {
        self.0
            .get(place / 64)
            .is_some_and(|bits| bits & (1 << (place % 64)) != 0)
    }
}

/// What is known of one State for one kind of help.
#[derive(Debug, Clone, Default)]
struct Side {
    yes: Places,
    no: Places,
}

/// The answer for a pair of States and a kind of help.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers {
    /// What binds both.
    pub binding: Places,
    /// What may.
    pub unknown: Places,
}

/// Every State's side of every instrument on one day, so that all pairs are answered quickly.
#[derive(Debug)]
pub struct Sheet {
    instruments: Vec<String>,
    /// By kind of help: which instruments give it, and each State's side of them.
    kinds: BTreeMap<Help, (Places, Vec<Side>)>,
    states: BTreeMap<StateCode, usize>,
}

impl Sheet {
    /// Works the sides out for the States and the kinds of help on the day.
    #[must_use]
    pub fn on(catalogue: &Catalogue, states: &[StateProfile], kinds: &[Help], day: Date) -> Self {
        let instruments: Vec<&Instrument> = catalogue.instruments().collect();
        let mut sheet = Self {
            instruments: instruments.iter().map(|known| known.id.clone()).collect(),
            kinds: BTreeMap::new(),
            states: BTreeMap::new(),
        };
        for (place, state) in states.iter().enumerate() {
            sheet.states.insert(state.code.clone(), place);
        }
        for help in kinds {
            let mut gives = Places::default();
            for (place, instrument) in instruments.iter().enumerate() {
                if instrument.gives(*help, None) {
                    gives.add(place);
                }
            }
            let sides = states
                .iter()
                .map(|state| {
                    let mut side = Side::default();
                    for (place, instrument) in instruments.iter().enumerate() {
                        if !gives.has(place) {
                            continue;
                        }
                        let known = alone(catalogue, &instrument.id, state, (Some(*help), day));
                        match known.binding.answer() {
                            Answer::Binding => side.yes.add(place),
                            Answer::NotBinding => side.no.add(place),
                            Answer::Unknown => {}
                        }
                    }
                    side
                })
                .collect();
            sheet.kinds.insert(*help, (gives, sides));
        }
        sheet
    }

    /// The answer for a pair; nothing where one of them, or the help, is not on the sheet.
    #[must_use]
    pub fn between(&self, one: &StateCode, other: &StateCode, help: Help) -> Answers {
        let found = self.kinds.get(&help).and_then(|(gives, sides)| {
            let side = |code| self.states.get(code).and_then(|place| sides.get(*place));
            Some((gives, side(one)?, side(other)?))
        });
        let Some((gives, one, other)) = found else {
            return Answers::default();
        };
        let count = gives.0.len();
        let yes = one.yes.words(count).zip(other.yes.words(count));
        let no = one.no.words(count).zip(other.no.words(count));
        let mut answers = Answers::default();
        for ((all, (a, b)), (not_a, not_b)) in gives.words(count).zip(yes).zip(no) {
            answers.binding.0.push(all & a & b);
            answers.unknown.0.push(all & !(a & b) & !(not_a | not_b));
        }
        answers
    }

    /// The ids of the instruments at these places.
    pub fn ids(&self, places: &Places) -> impl Iterator<Item = &str> {
        self.instruments
            .iter()
            .enumerate()
            .filter(|(place, _)| places.has(*place))
            .map(|(_, id)| id.as_str())
    }
}
