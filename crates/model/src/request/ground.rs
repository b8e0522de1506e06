//! Grounds of refusal, postponement and condition: the closed lists of the requests study 3.15, with where each may be
//! used. Bank secrecy and fiscal nature stand in the list so that it can say why they may not be chosen.

use super::{Request, Track};
use crate::Kind;
use crate::code::coded;

coded! {
    /// A ground of refusal, postponement or condition.
    pub enum Ground {
        /// Not in conformity with the treaty (UNTOC 18(21)(a)).
        NotInConformity = "not_in_conformity",
        /// Sovereignty, security, ordre public or other essential interests (UNTOC 18(21)(b)).
        EssentialInterests = "essential_interests",
        /// Own law would prohibit it for a similar offence (UNTOC 18(21)(c)).
        OwnLawProhibits = "own_law_prohibits",
        /// No dual criminality, by conduct (UNTOC 18(9)).
        DualCriminality = "dual_criminality",
        /// Political offence.
        PoliticalOffence = "political_offence",
        /// Persecution or discrimination (UNTOC 16(14)); never disabled.
        Persecution = "persecution",
        /// Ne bis in idem.
        NeBisInIdem = "ne_bis_in_idem",
        /// Lapse of time or amnesty.
        LapseOfTime = "lapse_of_time",
        /// Own national.
        Nationality = "nationality",
        /// Death penalty, life without review, cruel treatment.
        DeathPenalty = "death_penalty",
        /// Torture, unfair trial, non-refoulement (CAT 3, 15).
        Torture = "torture",
        /// Judged in absence.
        InAbsentia = "in_absentia",
        /// Purely military offence.
        MilitaryOffence = "military_offence",
        /// Fiscal nature: not available (UNTOC 18(22)).
        FiscalNature = "fiscal_nature",
        /// Bank secrecy: not available (UNTOC 18(8)).
        BankSecrecy = "bank_secrecy",
        /// Own proceedings (UNTOC 18(25)).
        OwnProceedings = "own_proceedings",
        /// Minor importance or disproportionate cost.
        MinorImportance = "minor_importance",
        /// Immunity or privilege.
        Immunity = "immunity",
        /// Age or health.
        Humanitarian = "humanitarian",
        /// Below the age of criminal responsibility.
        AgeOfResponsibility = "age_of_responsibility",
    }
}

coded! {
    /// Which list applies.
    pub enum Family {
        /// Mutual legal assistance.
        Mla = "mla",
        /// Extradition.
        Extradition = "ext",
        /// Transfer of criminal proceedings.
        Transfer = "tcp",
        /// Preservation of data: what would be looked at when they are asked for is not looked at yet (ETS 185, 29).
        Preservation = "preservation",
    }
}

coded! {
    /// Where a ground may lead.
    pub enum Availability {
        /// Refusal is possible.
        Refuse = "refuse",
        /// Refusal must follow.
        Must = "must",
        /// Refusal is possible once what is missing was asked for.
        AfterInfo = "after_info",
        /// Refusal is possible once a condition was offered.
        AfterCondition = "after_condition",
        /// Refusal is possible where the State's own law says so.
        Profile = "profile",
        /// Postponement only.
        Postpone = "postpone",
        /// Consultation only.
        Consult = "consult",
        /// Not available: a treaty bars it.
        Barred = "barred",
        /// Not a ground here.
        NotHere = "not_here",
    }
}

impl Family {
    /// The family of a kind of request; mutual legal assistance where nothing else is said.
    pub const fn of_kind(kind: Option<Kind>) -> Family {
        match kind {
            Some(Kind::Extradition | Kind::ProvisionalArrest) => Family::Extradition,
            Some(Kind::TransferOfProceedings) => Family::Transfer,
            _ => Family::Mla,
        }
    }
}

/// Measures that only keep data where they are.
const PRESERVING: [&str; 2] = ["preservation", "preservation_extension"];

impl Request {
    /// The family whose grounds apply: by its kind, and where nothing is asked but preservation, by that.
    pub fn family(&self) -> Family {
        let only_preserves = !self.measures.is_empty()
            && self
                .measures
                .iter()
                .all(|measure| PRESERVING.contains(&measure.kind.as_str()));
        let preservation = self
            .on_track()
            .is_some_and(|on| on.track == Track::Preservation);
        match (Family::of_kind(self.kind()), only_preserves || preservation) {
            (Family::Mla, true) => Family::Preservation,
            (family, _) => family,
        }
    }
}

impl Ground {
    /// Where the ground may lead in this family.
    pub const fn availability(self, family: Family) -> Availability {
        use Availability as A;
        let (mla, ext, tcp) = match self {
            Ground::NotInConformity => (A::AfterInfo, A::Refuse, A::Refuse),
            Ground::EssentialInterests => (A::Refuse, A::Refuse, A::NotHere),
            Ground::OwnLawProhibits => (A::Refuse, A::NotHere, A::NotHere),
            Ground::DualCriminality => (A::Profile, A::Refuse, A::Must),
            Ground::PoliticalOffence | Ground::Persecution => (A::Refuse, A::Refuse, A::NotHere),
            Ground::NeBisInIdem => (A::Profile, A::Must, A::Must),
            Ground::LapseOfTime => (A::Profile, A::Profile, A::Must),
            Ground::Nationality => (A::NotHere, A::Profile, A::NotHere),
            Ground::DeathPenalty => (A::AfterCondition, A::AfterCondition, A::NotHere),
            Ground::Torture => (A::Refuse, A::Must, A::NotHere),
            Ground::InAbsentia => (A::NotHere, A::AfterCondition, A::NotHere),
            Ground::MilitaryOffence => (A::Refuse, A::Refuse, A::Refuse),
            Ground::FiscalNature | Ground::BankSecrecy => (A::Barred, A::Barred, A::NotHere),
            Ground::OwnProceedings => (A::Postpone, A::Postpone, A::NotHere),
            Ground::MinorImportance => (A::Consult, A::NotHere, A::NotHere),
            Ground::Immunity => (A::Refuse, A::Refuse, A::Refuse),
            Ground::Humanitarian => (A::NotHere, A::Refuse, A::NotHere),
            Ground::AgeOfResponsibility => (A::NotHere, A::Refuse, A::Must),
        };
        match family {
            Family::Mla => mla,
            Family::Extradition => ext,
            Family::Transfer => tcp,
            // Nothing is handed over yet: dual criminality waits for the request that asks for the data.
            Family::Preservation => match self {
                Ground::DualCriminality | Ground::NeBisInIdem | Ground::LapseOfTime => A::NotHere,
                _ => mla,
            },
        }
    }

    /// The grounds an officer may choose for a refusal in this family.
    pub fn for_refusal(family: Family) -> impl Iterator<Item = Ground> {
        Ground::ALL
            .iter()
            .copied()
            .filter(move |ground| ground.availability(family).may_refuse())
    }
}

impl Availability {
    /// Whether it can lead to a refusal.
    pub const fn may_refuse(self) -> bool {
        matches!(
            self,
            Availability::Refuse
                | Availability::Must
                | Availability::AfterInfo
                | Availability::AfterCondition
                | Availability::Profile
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn barred_grounds_cannot_be_chosen() {
        let open: Vec<Ground> = Ground::for_refusal(Family::Mla).collect();
        for ground in [
            Ground::BankSecrecy,
            Ground::FiscalNature,
            Ground::OwnProceedings,
            Ground::MinorImportance,
        ] {
            assert!(!open.contains(&ground), "{ground}");
        }
        for family in Family::ALL.iter().take(2) {
            assert!(
                Ground::for_refusal(*family).any(|ground| ground == Ground::Persecution),
                "never disabled"
            );
        }
        for kind in Kind::ALL {
            let open: Vec<Ground> = Ground::for_refusal(Family::of_kind(Some(*kind))).collect();
            assert!(!open.contains(&Ground::BankSecrecy), "{kind}");
            assert!(!open.contains(&Ground::FiscalNature), "{kind}");
            assert!(!open.is_empty(), "{kind}");
        }
        assert!(
            !Ground::for_refusal(Family::Preservation).any(|g| g == Ground::DualCriminality),
            "not for preservation"
        );
    }
}
