//! The phases of all tracks. A phase that two tracks share means the same on both.

use crate::code::coded;

coded! {
    /// Where a request stands on its track.
    pub enum Phase {
        /// It is here; nothing has been done yet.
        Received = "received",
        /// Arrest before the extradition request was asked for.
        ArrestRequested = "arrest_requested",
        /// The person was arrested.
        Arrested = "arrested",
        /// The extradition request and its documents are awaited.
        DocumentsDue = "documents_due",
        /// They did not come in time: release or extension has to be recorded.
        LapseDue = "lapse_due",
        /// Released, because they did not come; arrest stays possible (UNTOC 16(9), ETS 24 article 16(5)).
        ReleasedLapse = "released_lapse",
        /// The extradition request and its documents are here.
        DocumentsReceived = "documents_received",
        /// The person consents to simplified surrender.
        Consents = "consents",
        /// A court hears the person.
        JudicialHearing = "judicial_hearing",
        /// A court has decided.
        JudicialDecision = "judicial_decision",
        /// The government has decided.
        ExecutiveDecision = "executive_decision",
        /// A decision is under appeal.
        Appeal = "appeal",
        /// Extradition is granted.
        Granted = "granted",
        /// Surrender is put off.
        PostponedSurrender = "postponed_surrender",
        /// The person is surrendered for a time and comes back.
        TemporarySurrender = "temporary_surrender",
        /// Place and day of surrender are fixed.
        SurrenderFixed = "surrender_fixed",
        /// The person was surrendered.
        Surrendered = "surrendered",
        /// The rule of speciality protects the person.
        SpecialityActive = "speciality_active",
        /// Refused: the case goes to our own prosecution, or the proceedings are transferred.
        ProsecuteOrTransfer = "prosecute_or_transfer",
        /// Our own prosecution has the case.
        SubmittedForProsecution = "submitted_for_prosecution",
        /// The proceedings were transferred instead.
        ProceedingsTransferred = "proceedings_transferred",
        /// How the prosecution ended was told.
        OutcomeReported = "outcome_reported",
        /// The data are kept.
        Preserved = "preserved",
        /// The time was prolonged.
        Extended = "extended",
        /// The request for mutual legal assistance has come.
        MlaArrived = "mla_arrived",
        /// Kept until that request is decided.
        KeptUntilDecision = "kept_until_decision",
        /// The data are no longer kept.
        Released = "released",
        /// The holder was ordered to produce.
        Ordered = "ordered",
        /// The emergency was verified.
        Confirmed = "confirmed",
        /// The data were disclosed.
        Disclosed = "disclosed",
        /// Declined.
        Declined = "declined",
        /// Whether there are grounds to freeze is being determined.
        Determination = "determination",
        /// Frozen.
        Frozen = "frozen",
        /// The freeze was reviewed and stands.
        Reviewed = "reviewed",
        /// A part was exempted.
        Exempted = "exempted",
        /// A court holds the assets now.
        JudicialRestraint = "judicial_restraint",
        /// No longer frozen.
        Unfrozen = "unfrozen",
        /// Proposed.
        Proposed = "proposed",
        /// The text is agreed between those who negotiate.
        Negotiated = "negotiated",
        /// Signed by one side at least.
        Signed = "signed",
        /// The team works.
        Active = "active",
        /// The team has ended.
        Ended = "ended",
        /// What it achieved was evaluated.
        Evaluated = "evaluated",
        /// A summary is offered; the content is closed.
        Offered = "offered",
        /// The conditions were accepted.
        ConditionsAccepted = "conditions_accepted",
        /// The conditions were declined.
        ConditionsDeclined = "conditions_declined",
        /// The content was opened.
        Opened = "opened",
        /// The information was used.
        Used = "used",
        /// The information was not used.
        NotUsed = "not_used",
        /// What became of it was told.
        FeedbackGiven = "feedback_given",
        /// The transfer is accepted; the requesting State's own prosecution is suspended.
        OwnProsecutionSuspended = "own_prosecution_suspended",
        /// Proceedings were opened in the requested State.
        ProceedingsOpened = "proceedings_opened",
        /// Their result was told.
        ResultReported = "result_reported",
        /// They were dropped: the requesting State's own right revives.
        OwnRightRevived = "own_right_revived",
        /// The requesting State prosecutes again.
        OwnProsecutionResumed = "own_prosecution_resumed",
        /// The requesting State's own prosecution has ended.
        OwnProsecutionEnded = "own_prosecution_ended",
        /// Answered.
        Answered = "answered",
        /// It became a request for mutual legal assistance.
        Converted = "converted",
        /// The notice is published.
        Published = "published",
        /// The notice was taken back everywhere.
        Cancelled = "cancelled",
    }
}

impl Phase {
    /// On the track of extradition: whether it is granted or otherwise decided, so that no decision is owed any more.
    pub const fn is_after_decision(self) -> bool {
        matches!(
            self,
            Phase::Granted
                | Phase::PostponedSurrender
                | Phase::TemporarySurrender
                | Phase::SurrenderFixed
                | Phase::Surrendered
                | Phase::SpecialityActive
                | Phase::ReleasedLapse
                | Phase::DocumentsDue
                | Phase::LapseDue
                | Phase::ArrestRequested
        )
    }
}
