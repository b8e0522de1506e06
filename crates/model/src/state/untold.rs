//! What a State has not told of its law, as far as a kind of request turns on it: unknown is said, and asked.

use super::{
    DataProtection, DeathPenalty, DualCriminality, ElectronicRequests, EvidenceStandard,
    ExtraditesNationals, InAbsentia, Reciprocity, StateProfile,
};
use crate::kind::Kind;

/// A point of law by code, and whether the profile leaves it open.
type Point = (&'static str, fn(&StateProfile) -> bool);

/// What every request turns on.
const EVERY: &[Point] = &[
    ("languages", |p| p.request_languages.is_empty()),
    ("electronic_requests", |p| {
        p.electronic_requests == ElectronicRequests::default()
    }),
    ("data_protection", |p| {
        p.data_protection == DataProtection::default()
    }),
    ("reciprocity", |p| p.reciprocity == Reciprocity::default()),
];

/// What assistance turns on.
const ASSISTANCE: &[Point] = &[("mla_dual_criminality", |p| {
    p.mla_dual_criminality == DualCriminality::default()
})];

/// What handing a person over turns on.
const SURRENDER: &[Point] = &[
    ("death_penalty", |p| {
        p.death_penalty == DeathPenalty::default()
    }),
    ("extradites_nationals", |p| {
        p.extradites_nationals == ExtraditesNationals::default()
    }),
    ("extradition_needs_treaty", |p| {
        p.extradition_needs_treaty.is_none()
    }),
    ("evidence_standard", |p| {
        p.evidence_standard == EvidenceStandard::default()
    }),
    ("in_absentia", |p| p.in_absentia == InAbsentia::default()),
];

/// What holding a person before the request turns on.
const ARREST: &[Point] = &[("provisional_arrest", |p| p.provisional_arrest.is_none())];

impl StateProfile {
    /// The points of law that this State has not told and that a request of this kind turns on, by code.
    #[must_use]
    pub fn untold(&self, kind: Kind) -> Vec<&'static str> {
        let own: &[&[Point]] = match kind {
            Kind::Mla | Kind::AssetFreezing | Kind::ElectronicEvidence => &[ASSISTANCE],
            Kind::Extradition => &[SURRENDER],
            Kind::ProvisionalArrest => &[SURRENDER, ARREST],
            _ => &[],
        };
        std::iter::once(EVERY)
            .chain(own.iter().copied())
            .flatten()
            .filter(|(_, open)| open(self))
            .map(|(code, _)| *code)
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_told_is_named_where_it_matters() {
        let code = "XB".parse().unwrap();
        let mut profile = StateProfile::unknown(code, "Belmora");
        assert!(profile.untold(Kind::Extradition).contains(&"death_penalty"));
        assert!(!profile.untold(Kind::Mla).contains(&"death_penalty"));
        assert!(profile.untold(Kind::Police).contains(&"languages"));
        profile.request_languages = vec!["fr".to_owned()];
        profile.death_penalty = DeathPenalty::AbolishedAllCrimes;
        assert!(!profile.untold(Kind::Extradition).contains(&"death_penalty"));
        assert!(!profile.untold(Kind::Police).contains(&"languages"));
    }
}
