//! What the law of the two States says to the safeguards of a request, as far as their profiles and the request tell.
//! What is not told is unknown, and an unknown never opens a lock.

use jiff::civil::Date;
use serde_json::Value;

use crate::Kind;
use crate::basis::{Binding, Catalogue, Help, Tri, binding};
use crate::request::Request;
use crate::rules::codes;
use crate::rules::content::Node;
use crate::rules::safeguards::{capital, capital_there};
use crate::state::{DeathPenalty, DualCriminality, LifeWithoutParole, StateProfile};

/// An instrument that bars the political-offence exception between the two States.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The instrument.
    pub instrument: String,
    /// The article that bars it.
    pub article: String,
}

/// What the law says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Punishable by death there and not here.
    pub capital: Tri,
    /// Punishable by life without review there, which this State does not allow.
    pub life: Tri,
    /// Dual criminality is demanded for this help.
    pub dual_criminality: bool,
    /// Instruments that bind both and bar the political-offence exception.
    pub bars: Vec<Bar>,
}

impl Default for Law {
    fn default() -> Law {
        Law {
            capital: Tri::Unknown,
            life: Tri::Unknown,
            dual_criminality: false,
            bars: Vec::new(),
        }
    }
}

impl Law {
    /// The law for a request; `from` asks and `to` is asked. A profile that is not known leaves its questions unknown.
    #[must_use]
    pub fn of(
        request: &Request,
        (from, to): (Option<&StateProfile>, &StateProfile),
        catalogue: &Catalogue,
        day: Date,
    ) -> Law {
        // What the other side writes later may add to what it said at first, never take from it.
        let said: Vec<Value> = request.contents().collect();
        let worst = |exposed: &dyn Fn(Node<'_>, &StateProfile) -> Tri| {
            let of = |from| {
                said.iter()
                    .map(|said| exposed(Node::root(said), from))
                    .min()
            };
            from.and_then(of).unwrap_or(Tri::Unknown)
        };
        let kind = Kind::of_template(&request.template);
        Law {
            capital: worst(&|content, from| capital_exposure(content, (from, to))),
            life: worst(&|content, from| life_exposure(content, (from, to))),
            dual_criminality: said
                .iter()
                .any(|said| dual_criminality(kind, Node::root(said), to)),
            bars: from.map_or_else(Vec::new, |from| {
                bars((from, to), catalogue, (help(kind), day))
            }),
        }
    }

    /// The article by which this instrument bars the political-offence exception, if it binds both.
    pub fn bar(&self, instrument: &str) -> Option<&Bar> {
        self.bars.iter().find(|bar| bar.instrument == instrument)
    }
}

fn help(kind: Option<Kind>) -> Help {
    match kind {
        Some(kind) if kind.is_surrender() => Help::Extradition,
        _ => Help::Mla,
    }
}

fn capital_exposure(content: Node<'_>, (from, to): (&StateProfile, &StateProfile)) -> Tri {
    if from.death_penalty == DeathPenalty::AbolishedAllCrimes {
        return Tri::No;
    }
    let said = content.at("death_penalty/capital").yes()
        || content.at("sought/sentence").code() == "death";
    // The requesting State's own "no" is not its law: only what its profile says excludes death.
    let by_its_law = from.death_penalty == DeathPenalty::AbolishedOrdinaryCrimes
        || !from.death_penalty_offences.is_empty();
    let one = |offence: Node<'_>| match capital(from, offence) {
        _ if capital_there(to, offence) => Tri::No,
        Some(true) => Tri::Yes,
        Some(false) if !said && by_its_law => Tri::No,
        _ if said => Tri::Yes,
        _ => Tri::Unknown,
    };
    exposed(content, one, said)
}

/// The worst of the offences; where none is named, unknown unless it is said.
fn exposed(content: Node<'_>, one: impl Fn(Node<'_>) -> Tri, said: bool) -> Tri {
    let offences = content.get("offences").items();
    let worst = offences.map(|(_, offence)| one(offence)).min();
    match worst {
        None if said => Tri::Yes,
        None => Tri::Unknown,
        Some(worst) => worst,
    }
}

fn life_exposure(content: Node<'_>, (from, to): (&StateProfile, &StateProfile)) -> Tri {
    if to.life_without_parole == LifeWithoutParole::Allowed
        || from.life_without_parole == LifeWithoutParole::NotAllowed
    {
        return Tri::No;
    }
    let one = |offence: Node<'_>| {
        let term = offence.get("penalty_max_months").number();
        match (offence.get("life_sentence").yes(), term) {
            (true, _) => Tri::Yes,
            (_, Some(_)) => Tri::No,
            // That they say "no" is not yet their law.
            (_, None) => Tri::Unknown,
        }
    };
    let sentenced = content.at("sought/sentence").code() == "life";
    if sentenced {
        return Tri::Yes;
    }
    exposed(content, one, false)
}

/// Extradition and transfer always; mutual legal assistance as the requested State's law says; never for preservation
/// (ETS 185, 29(3)) nor for what no court orders.
fn dual_criminality(kind: Option<Kind>, content: Node<'_>, to: &StateProfile) -> bool {
    let coercive = || {
        content
            .get("measures")
            .items()
            .any(|(_, measure)| codes::COERCIVE.contains(&measure.get("kind").code()))
    };
    match kind {
        Some(Kind::Extradition | Kind::TransferOfProceedings) => true,
        Some(Kind::Mla | Kind::AssetFreezing) => match to.mla_dual_criminality {
            DualCriminality::Always => true,
            DualCriminality::CoerciveOnly => coercive(),
            DualCriminality::Never | DualCriminality::Discretionary | DualCriminality::Unknown => {
                false
            }
        },
        _ => false,
    }
}

fn bars(
    sides: (&StateProfile, &StateProfile),
    catalogue: &Catalogue,
    asked: (Help, Date),
) -> Vec<Bar> {
    let reserved = |id: &str| {
        [sides.0, sides.1]
            .into_iter()
            .filter_map(|state| state.participation(id))
            .any(|part| part.excludes("political_exclusion", asked.1))
    };
    catalogue
        .instruments()
        .filter(|instrument| !instrument.articles.political_exclusion.is_empty())
        .filter(|instrument| {
            binding(catalogue, &instrument.id, sides, asked) == Binding::Both
                && !reserved(&instrument.id)
        })
        .map(|instrument| Bar {
            instrument: instrument.id.clone(),
            article: instrument.articles.political_exclusion.clone(),
        })
        .collect()
}
