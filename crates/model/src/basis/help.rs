//! The kinds of help a legal basis is sought for.

use crate::code::coded;
use crate::kind::Kind;

coded! {
    /// The kind of help that is asked for. Provisional arrest is extradition with [`Aspect::ProvisionalArrest`].
    pub enum Help {
        /// Mutual legal assistance.
        Mla = "mla",
        /// Extradition, and the arrest that comes before it.
        Extradition = "extradition",
        /// Transfer of criminal proceedings.
        Transfer = "transfer_of_proceedings",
        /// Preservation, disclosure and interception of electronic data.
        Evidence = "electronic_evidence",
        /// A joint investigation team; sought for each pair of its parties.
        JointTeam = "joint_investigation",
        /// Freezing of assets.
        Freezing = "freezing",
        /// Information that nobody asked for.
        Spontaneous = "spontaneous_information",
        /// A request from police to police.
        Police = "police",
        /// A notice or diffusion.
        Notice = "notice",
    }
}

impl Help {
    /// The help that a request of this kind seeks; `None` where it only speaks of another request.
    #[must_use]
    pub const fn of_kind(kind: Kind) -> Option<Help> {
        match kind {
            Kind::Mla => Some(Help::Mla),
            Kind::Extradition | Kind::ProvisionalArrest => Some(Help::Extradition),
            Kind::TransferOfProceedings => Some(Help::Transfer),
            Kind::AssetFreezing => Some(Help::Freezing),
            Kind::ElectronicEvidence => Some(Help::Evidence),
            Kind::SpontaneousInformation => Some(Help::Spontaneous),
            Kind::JointInvestigationTeam => Some(Help::JointTeam),
            Kind::Police => Some(Help::Police),
            Kind::Notice => Some(Help::Notice),
            Kind::Supplementary
            | Kind::Amendment
            | Kind::Reminder
            | Kind::Withdrawal
            | Kind::UrgentConfirmation => None,
        }
    }

    /// Whether it stands on a treaty, on the Security Council's decision or on reciprocity. What a State gives of its
    /// own accord, and what police tell each other within their own law, needs no basis between the two.
    #[must_use]
    pub const fn needs_basis(self) -> bool {
        !matches!(self, Self::Spontaneous | Self::Police | Self::Notice)
    }
}

coded! {
    /// What exactly is asked for, where the article or its paragraph turns on it.
    pub enum Aspect {
        /// Arrest before the extradition request has come.
        ProvisionalArrest = "provisional_arrest",
        /// Data are kept.
        Preservation = "preservation",
        /// Data are kept longer.
        Extension = "extension",
        /// So much of the traffic data as shows the next provider.
        PartialDisclosure = "partial_disclosure",
        /// Who the subscriber is.
        Subscriber = "subscriber",
        /// Stored traffic data.
        Traffic = "traffic",
        /// Stored content.
        Content = "content",
        /// Traffic data as they arise.
        RealTimeTraffic = "real_time_traffic",
        /// Content as it arises.
        Interception = "interception",
        /// Disclosure at once, as a life is in danger.
        EmergencyDisclosure = "emergency_disclosure",
    }
}
