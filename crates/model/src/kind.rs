//! The kinds of request: the closed list that templates, the legal basis, tracks and safeguards turn on.

use crate::code::coded;

coded! {
    /// What is asked of the other State. The code is the name of the shipped template.
    pub enum Kind {
        /// Mutual legal assistance.
        Mla = "mla",
        /// Extradition.
        Extradition = "extradition",
        /// Arrest before the extradition request comes.
        ProvisionalArrest = "provisional_arrest",
        /// Transfer of criminal proceedings.
        TransferOfProceedings = "transfer_of_proceedings",
        /// Freezing of assets (Security Council resolution 1373, paragraph 1(c)).
        AssetFreezing = "asset_freezing",
        /// Electronic evidence: preservation, disclosure, emergency.
        ElectronicEvidence = "electronic_evidence",
        /// Information given without being asked (UNTOC 18(4)).
        SpontaneousInformation = "spontaneous_information",
        /// Agreement on a joint investigation team (UNTOC 19).
        JointInvestigationTeam = "joint_investigation_team",
        /// From police to police.
        Police = "police",
        /// Draft of a notice or diffusion.
        Notice = "notice",
        /// Adds to an earlier request.
        Supplementary = "supplementary",
        /// Changes an earlier request.
        Amendment = "amendment",
        /// Reminds of an earlier request.
        Reminder = "reminder",
        /// Takes an earlier request back.
        Withdrawal = "withdrawal",
        /// Confirms in writing what was asked orally (UNTOC 18(14)).
        UrgentConfirmation = "urgent_confirmation",
    }
}

impl Kind {
    /// The kind of a template: its name, or for a State's own template the part of its name before the first point
    /// (`mla.customs`). `None` for a template of a later version that this one cannot place.
    pub fn of_template(template: &str) -> Option<Kind> {
        Kind::from_code(template.split('.').next().unwrap_or(template))
    }

    /// Whether it is about another request and has no life of its own beside that one's.
    pub const fn is_about_another(self) -> bool {
        matches!(
            self,
            Kind::Supplementary
                | Kind::Amendment
                | Kind::Reminder
                | Kind::Withdrawal
                | Kind::UrgentConfirmation
        )
    }

    /// Whether it leads to the surrender of a person.
    pub const fn is_surrender(self) -> bool {
        matches!(self, Kind::Extradition | Kind::ProvisionalArrest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_template_names_its_kind() {
        for kind in Kind::ALL {
            assert_eq!(Kind::of_template(kind.code()), Some(*kind));
            assert_eq!(
                Kind::of_template(&format!("{kind}.customs")),
                Some(*kind),
                "a State's own"
            );
        }
        for unknown in ["", "mla_customs", "extraditions", ".mla", "lunar"] {
            assert_eq!(Kind::of_template(unknown), None, "{unknown}");
        }
    }
}
