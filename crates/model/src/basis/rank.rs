//! The order of the list, and what each entry gives and lacks (requests 3.13, steps 1 to 6).
//!
//! Treaties first: one between the two, a regional one, the convention of the offence, the conventions against
//! organised crime and the like, those on electronic evidence; where the help is electronic evidence itself, these lead,
//! as they are the special law. A freeze leads with resolution 1373 (2001), which needs no treaty. Without a treaty:
//! reciprocity, else courtesy; but no extradition from a State that requires a treaty.

use jiff::civil::Date;

use super::{
    Aspect, Basis, BasisReport, BasisRole, Binding, Catalogue, Gift, Help, Instrument,
    InstrumentKind, Lack, Matter, Periods, Standing, Tri, Unknown, Why, is_fresh, standing,
};
use crate::state::{Reciprocity, StateProfile};

/// The ranked list for a matter between the requesting and the requested State on a day.
#[must_use]
pub fn legal_basis(
    catalogue: &Catalogue,
    (from, to): (&StateProfile, &StateProfile),
    matter: &Matter<'_>,
    day: Date,
) -> BasisReport {
    let mut ranked: Vec<(Rank<'_>, Basis)> = Vec::new();
    let mut possible = Vec::new();
    let mut unknown: Vec<(Rank<'_>, Unknown)> = Vec::new();
    for instrument in catalogue.instruments() {
        if !instrument.gives(matter.help, matter.aspect) {
            continue;
        }
        let Some((fit, why)) = matter.fits(instrument) else {
            continue;
        };
        let both = standing(
            catalogue,
            &instrument.id,
            (from, to),
            (Some(matter.help), day),
        );
        let rank = rank(instrument, why, matter);
        if !both.binding.carries() {
            if both.binding.answer() == super::Answer::Unknown && fit != Tri::No {
                unknown.push((rank, ask(instrument, both, matter)));
            }
            continue;
        }
        let mut basis = entry(instrument, to, (matter, why), (&both, day));
        if fit == Tri::Yes {
            ranked.push((rank, basis));
        } else {
            basis.missing.push(Lack::OrganisedCrimeFacts);
            possible.push(basis);
        }
    }
    ranked.sort_by_key(|(rank, _)| *rank);
    unknown.sort_by_key(|(rank, _)| *rank);
    let mut list: Vec<Basis> = ranked.into_iter().map(|(_, basis)| basis).collect();
    let needs_treaty = complete(&mut list, to, matter);
    if matter.is_terrorism() {
        list.extend(resolutions(matter.help));
    }
    BasisReport {
        ranked: list,
        possible,
        unknown: unknown.into_iter().map(|(_, unknown)| unknown).collect(),
        needs_treaty,
    }
}

/// The list for each pair of the States, as a joint team needs it: who with whom, by place in `states`.
#[must_use]
pub fn pairwise(
    catalogue: &Catalogue,
    states: &[&StateProfile],
    matter: &Matter<'_>,
    day: Date,
) -> Vec<(usize, usize, BasisReport)> {
    let mut pairs = Vec::new();
    for (place, one) in states.iter().enumerate() {
        for (next, other) in states.iter().enumerate().skip(place + 1) {
            pairs.push((
                place,
                next,
                legal_basis(catalogue, (one, other), matter, day),
            ));
        }
    }
    pairs
}

/// What leads where no treaty does, and the procedure. Returns whether a treaty is required and there is none.
fn complete(list: &mut Vec<Basis>, to: &StateProfile, matter: &Matter<'_>) -> bool {
    if !matter.help.needs_basis() {
        for basis in list {
            basis.role = BasisRole::Supporting;
            basis.why = Why::NotNeeded;
        }
        return false;
    }
    if matter.help == Help::Freezing && matter.is_terrorism() {
        for basis in list.iter_mut() {
            basis.role = BasisRole::Supporting;
        }
        list.insert(0, council_freeze());
    }
    // What only deems the offence included in other treaties stands behind what carries the request.
    list.sort_by_key(|basis| basis.role != BasisRole::Basis);
    if list.iter().all(|basis| basis.role != BasisRole::Basis) {
        if matter.help == Help::Extradition && to.extradition_needs_treaty == Some(true) {
            return true;
        }
        list.insert(0, without_treaty(to));
    }
    let procedure = procedure(list, to);
    let after = list
        .iter()
        .position(|basis| basis.role == BasisRole::Supporting)
        .unwrap_or(list.len());
    if let Some(procedure) = procedure {
        list.insert(after, procedure);
    }
    false
}

/// The key of rank: the class, the place of the offence among the matter's, later before earlier, the id.
type Rank<'a> = (u8, usize, std::cmp::Reverse<Option<Date>>, &'a str);

fn rank<'a>(instrument: &'a Instrument, why: Why, matter: &Matter<'_>) -> Rank<'a> {
    let class = match (instrument.kind, why) {
        (_, Why::ElectronicEvidence) if matter.help == Help::Evidence => 0,
        (InstrumentKind::Bilateral, _) => 1,
        (_, Why::ElectronicEvidence) => 6,
        (InstrumentKind::Regional, Why::GeneralTreaty) => 2,
        (InstrumentKind::Regional, _) => 3,
        (InstrumentKind::UniversalCt, _) => 4,
        _ => 5,
    };
    (
        class,
        matter.place_of(instrument),
        std::cmp::Reverse(instrument.adopted),
        &instrument.id,
    )
}

fn ask(instrument: &Instrument, standing: Standing, matter: &Matter<'_>) -> Unknown {
    Unknown {
        instrument: instrument.id.clone(),
        article: instrument.article(matter.help, matter.aspect).to_owned(),
        standing,
        depositary: instrument.depositary.clone(),
    }
}

fn entry(
    instrument: &Instrument,
    to: &StateProfile,
    (matter, why): (&Matter<'_>, Why),
    (both, day): (&Standing, Date),
) -> Basis {
    let article = instrument.article(matter.help, matter.aspect);
    let mut basis = Basis {
        instrument: instrument.id.clone(),
        article: article.to_owned(),
        paragraph: String::new(),
        role: BasisRole::Basis,
        why,
        gives: gives(instrument, matter.aspect, article),
        missing: Vec::new(),
        periods: instrument.periods.clone(),
        as_of: both.as_of,
        source: instrument.title.clone(),
    };
    if instrument.articles.procedure.is_empty() && !instrument.is_general(matter.help) {
        basis.missing.push(Lack::Procedure);
    }
    if both.undated || both.binding == Binding::Undated {
        basis.missing.push(Lack::ParticipationDate);
    }
    if !is_fresh(both.as_of, day) {
        basis.missing.push(Lack::FreshData);
    }
    if !instrument.text_checked || article.is_empty() {
        basis.missing.push(Lack::CheckedArticle);
    }
    if matter.help == Help::Extradition && !instrument.is_general(Help::Extradition) {
        of_extradition(&mut basis, instrument, to);
    }
    basis
}

/// The article on extradition has the same parts everywhere: for a State that requires a treaty the convention *may* be
/// that treaty; States that require none recognise the offence between themselves (requests 1.2, consequence 2).
fn of_extradition(basis: &mut Basis, instrument: &Instrument, to: &StateProfile) {
    let articles = &instrument.articles;
    match (
        to.extradition_needs_treaty,
        to.multilateral_as_extradition_basis,
    ) {
        (Some(true), Some(false)) => {
            basis.role = BasisRole::Supporting;
            basis.why = Why::IncludedInTreaties;
        }
        (Some(true), takes) => {
            if !articles.as_treaty.is_empty() {
                basis.article.clone_from(&articles.as_treaty);
            }
            if takes.is_none() {
                basis.missing.push(Lack::BasisDeclaration);
            }
        }
        (Some(false), _) => basis.paragraph.clone_from(&articles.without_treaty),
        (None, _) => basis.missing.push(Lack::ExtraditionLaw),
    }
}

pub(super) fn gives(
    instrument: &Instrument,
    aspect: Option<Aspect>,
    article: &str,
) -> Vec<(Gift, String)> {
    let articles = &instrument.articles;
    let mut gives = vec![(Gift::Duty, article.to_owned())];
    let table = [
        (Gift::Procedure, &articles.procedure),
        (Gift::NoBankSecrecy, &articles.bank_secrecy),
        (Gift::NoFiscal, &articles.fiscal),
        (Gift::NoPolitical, &articles.political_exclusion),
        (Gift::PersecutionClause, &articles.persecution_clause),
        (Gift::TransferDetained, &articles.transfer_detained),
    ];
    for (gift, article) in table {
        if !article.is_empty() {
            gives.push((gift, article.clone()));
        }
    }
    if aspect == Some(Aspect::ProvisionalArrest) && !articles.arrest.is_empty() {
        gives.push((Gift::Arrest, articles.arrest.clone()));
    }
    if instrument.periods.electronic_original == Some(true) {
        gives.push((Gift::ElectronicOriginal, String::new()));
    }
    gives
}

/// No treaty: reciprocity where the requested State accepts it, else courtesy.
fn without_treaty(to: &StateProfile) -> Basis {
    let (instrument, role, why, missing) = match to.reciprocity {
        Reciprocity::AcceptsWrittenUndertaking | Reciprocity::LawRequiresReciprocity => (
            "reciprocity",
            BasisRole::Reciprocity,
            Why::ReciprocityAccepted,
            vec![Lack::Undertaking],
        ),
        Reciprocity::CaseByCase => (
            "reciprocity",
            BasisRole::Reciprocity,
            Why::CaseByCase,
            vec![Lack::CaseLetter],
        ),
        Reciprocity::NotAccepted | Reciprocity::Unknown => {
            ("courtesy", BasisRole::Courtesy, Why::NoTreaty, Vec::new())
        }
    };
    Basis {
        missing,
        as_of: to.treaties_as_of,
        source: to.code.to_string(),
        ..plain((instrument, ""), role, why)
    }
}

/// The procedure set: the first treaty that has one, else the law of the requested State.
fn procedure(list: &[Basis], to: &StateProfile) -> Option<Basis> {
    let leading = list.first()?;
    let with = list
        .iter()
        .find(|basis| basis.role == BasisRole::Basis && !basis.missing.contains(&Lack::Procedure));
    Some(match with {
        // A decision of the Council says what is done, not how.
        Some(basis) if basis.why != Why::CouncilFreeze => {
            let article = basis
                .gives
                .iter()
                .find(|(gift, _)| *gift == Gift::Procedure)
                .map_or_else(String::new, |(_, article)| article.clone());
            Basis {
                article,
                paragraph: String::new(),
                role: BasisRole::Procedure,
                gives: Vec::new(),
                ..basis.clone()
            }
        }
        _ => Basis {
            as_of: leading.as_of,
            source: to.code.to_string(),
            ..plain(
                (&format!("LAW-{}", to.code), ""),
                BasisRole::Procedure,
                Why::DomesticLaw,
            )
        },
    })
}

fn plain((instrument, article): (&str, &str), role: BasisRole, why: Why) -> Basis {
    Basis {
        instrument: instrument.to_owned(),
        article: article.to_owned(),
        paragraph: String::new(),
        role,
        why,
        gives: Vec::new(),
        missing: Vec::new(),
        periods: Periods::default(),
        as_of: None,
        source: "United Nations Security Council".to_owned(),
    }
}

const RESOLUTION_1373: &str = "S/RES/1373 (2001)";

/// All States freeze without delay; a request under the resolution needs no treaty (Charter, article 25).
fn council_freeze() -> Basis {
    let article = "1(c)";
    Basis {
        gives: vec![(Gift::Duty, article.to_owned())],
        missing: vec![Lack::Procedure],
        ..plain(
            (RESOLUTION_1373, article),
            BasisRole::Basis,
            Why::CouncilFreeze,
        )
    }
}

/// What the Security Council decided and called for, where the matter is terrorism.
fn resolutions(help: Help) -> Vec<Basis> {
    let call = plain(
        ("S/RES/2322 (2016)", "13(a)"),
        BasisRole::Supporting,
        Why::CouncilCall,
    );
    if help == Help::Freezing {
        return vec![call];
    }
    let duty = Basis {
        gives: vec![(Gift::Duty, "2(f)".to_owned())],
        ..plain(
            (RESOLUTION_1373, "2(f)"),
            BasisRole::Supporting,
            Why::CouncilDuty,
        )
    };
    vec![duty, call]
}
