//! The verbs.

use crate::code::coded;

coded! {
    /// All that can be done through the one way in, and all that is read.
    pub enum Verb {
        /// Begin a draft.
        RequestDraft = "request.draft",
        /// Change a draft.
        RequestEdit = "request.edit",
        /// Take cases over from an old docket.
        DocketImport = "docket.import",
        /// Begin to write down a request that came on paper.
        RequestTakeDown = "request.take_down",
        /// Enter what was written down as a request that came in.
        RequestEnter = "request.enter",
        /// Enter what a letter of the other side tells, or that one of ours was dispatched.
        RequestTell = "request.tell",
        /// Hand a draft in for approval.
        RequestSubmit = "request.submit",
        /// Validate it, where domestic law wants a judge.
        RequestValidate = "request.validate",
        /// Sign as the second person.
        RequestApprove = "request.approve",
        /// Give it back to the author.
        RequestReturnToAuthor = "request.return_to_author",
        /// Send it.
        RequestSend = "request.send",
        /// Take it back.
        RequestWithdraw = "request.withdraw",
        /// Answer what the other side asked.
        RequestAnswer = "request.answer",
        /// Close it.
        RequestClose = "request.close",
        /// File it for its retention period.
        RequestArchive = "request.archive",
        /// Let it lapse when its time has passed.
        RequestLapse = "request.lapse",
        /// Enter it in the register.
        RequestRegister = "request.register",
        /// Put aside what is not fit to be opened.
        RequestQuarantine = "request.quarantine",
        /// Tell the other side who has it.
        RequestAcknowledge = "request.acknowledge",
        /// Ask for what is missing, or comment on a consultation draft.
        RequestAsk = "request.ask",
        /// Open a consultation.
        RequestConsult = "request.consult",
        /// Accept it.
        RequestAccept = "request.accept",
        /// Put it off.
        RequestPostpone = "request.postpone",
        /// Propose to refuse it, whole or in part.
        RequestRefuse = "request.refuse",
        /// Confirm a proposed refusal as the second person.
        RequestConfirmRefusal = "request.confirm_refusal",
        /// Drop a proposed refusal: the second person, or whoever proposed it and thought better.
        RequestDropRefusal = "request.drop_refusal",
        /// Begin, note and report execution.
        RequestExecute = "request.execute",
        /// Note a cost, propose one, or answer a proposal.
        RequestCost = "request.cost",
        /// Take a step of the track that its kind has, or move single measures.
        RequestStep = "request.step",
        /// Read it.
        RequestRead = "request.read",
        /// Write into the record of safeguards: answers, findings, assurances, uses and consents.
        SafeguardNote = "safeguard.note",
        /// Read the record of safeguards.
        SafeguardRead = "safeguard.read",
        /// Write down a complaint about a right violated in the course of cooperation.
        ComplaintMake = "complaint.make",
        /// Answer a complaint as the second person.
        ComplaintAnswer = "complaint.answer",
        /// Read the complaints.
        ComplaintRead = "complaint.read",
        /// Give a measure to a domestic authority.
        AssignmentGive = "task.give",
        /// Remind that authority, with a new link.
        AssignmentRemind = "task.remind",
        /// Take a domestic authority's report over, or the task back.
        AssignmentEnd = "task.end",
        /// Open a task by its link.
        AssignmentOpen = "task.open",
        /// Report on a task by its link.
        AssignmentReport = "task.report",
        /// Add a piece of evidence.
        EvidenceAttach = "evidence.attach",
        /// Send evidence back.
        EvidenceReturn = "evidence.return",
        /// Open evidence and check it.
        EvidenceOpen = "evidence.open",
        /// Write the evidence package.
        EvidenceExport = "evidence.export",
        /// Keep a record of a person or thing: open it, state, correct and withdraw, review.
        RecordKeep = "record.keep",
        /// Read records.
        RecordRead = "record.read",
        /// Register that a court, the defence or a complaint body holds on to a record or card.
        RecordHold = "record.hold",
        /// Say which States are in a group that releases are addressed to.
        GroupKeep = "group.keep",
        /// Propose what of a record leaves, to whom.
        ReleasePropose = "release.propose",
        /// Release it, or refuse to, as the second person.
        ReleaseApprove = "release.approve",
        /// Release it as one person, a life being at risk; a second person looks at it within a day.
        ReleaseUrgent = "release.urgent",
        /// Say what was found of a release or an opened record that was drawn to be looked at again.
        SampleLook = "sample.look",
        /// Take a record back from every State that holds a copy.
        ReleaseRecall = "release.recall",
        /// Read what other States have shared.
        CardRead = "card.read",
        /// Take a card out of the node in a format of others, as a file or by a program.
        CardExport = "card.export",
        /// Say that somebody met is the subject of a card.
        EncounterReport = "encounter.report",
        /// Decide, after the protection check, whether the owner is told of an encounter.
        EncounterDecide = "encounter.decide",
        /// Ask, answer and give feedback about a card.
        WordWrite = "word.write",
        /// Work on a person's application: enter it, prove who applies, ask States, answer, note the complaint.
        AccessEnter = "access.enter",
        /// Read the applications of persons.
        AccessRead = "access.read",
        /// Decide what is answered about an applicant.
        AccessDecide = "access.decide",
        /// Let a disclosure to an applicant leave, or give it back, as the second person.
        AccessApprove = "access.approve",
        /// Send on its day what was decided about an applicant, and destroy what is kept no longer.
        AccessKeep = "access.keep",
        /// Read the directory.
        DirectoryRead = "directory.read",
        /// Enter a State without a node in the directory.
        DirectoryEnter = "directory.enter",
        /// Import a list.
        ListImport = "list.import",
        /// Take in who joined which treaty.
        TreatyImport = "treaty.import",
        /// Read about the lists.
        ListRead = "list.read",
        /// Check a traveller or a name.
        ScreenCheck = "screen.check",
        /// Give a program a key to ask the lists with.
        ScreenKeyIssue = "screen_key.issue",
        /// Take a program's key back.
        ScreenKeyRevoke = "screen_key.revoke",
        /// Check a file of names.
        ScreenFile = "screen.file",
        /// Read the hits that wait for a decision, and what was asked.
        ScreenQueueRead = "screen_queue.read",
        /// Decide about a hit, and take such a decision back.
        ScreenReview = "screen.review",
        /// Watch a subject, or stop watching it.
        ScreenWatch = "screen.watch",
        /// Note what was asked of the lists, and compare the watched subjects with them.
        ScreenNote = "screen.note",
        /// Destroy what the control over screening may keep no longer.
        ScreenErase = "screen.erase",
        /// Read who checked what.
        ScreenLogRead = "screen_log.read",
        /// Read the ledger.
        LedgerRead = "ledger.read",
        /// Check the ledger.
        LedgerVerify = "ledger.verify",
        /// Pin a peer.
        PeerAdd = "peer.add",
        /// Stop talking to a peer.
        PeerSuspend = "peer.suspend",
        /// Read about the peers.
        PeerRead = "peer.read",
        /// Add an officer.
        OfficerAdd = "officer.add",
        /// Change an officer's rights, or close the door to one who left.
        OfficerChange = "officer.change",
        /// Read about the officers.
        OfficerRead = "officer.read",
        /// Make a backup.
        BackupMake = "backup.make",
        /// Read the settings.
        SettingsRead = "settings.read",
        /// Read how the node is.
        HealthRead = "health.read",
        /// Take in an envelope.
        ReceiveEnvelope = "envelope.receive",
        /// Note what became of an envelope of ours.
        SendEnvelope = "envelope.send",
        /// Wind clocks and remind.
        KeepTime = "time.keep",
        /// Rotate keys, certificates and checkpoints.
        KeepKeys = "keys.keep",
    }
}

impl Verb {
    /// How the ledger names it when it is done.
    #[expect(clippy::too_many_lines, reason = "it is the table")]
    pub const fn past(self) -> &'static str {
        match self {
            Verb::RequestDraft => "request.drafted",
            Verb::RequestEdit => "request.edited",
            Verb::DocketImport => "docket.imported",
            Verb::RequestTakeDown => "request.taken_down",
            Verb::RequestEnter => "request.entered",
            Verb::RequestTell => "request.told",
            Verb::RequestSubmit => "request.submitted",
            Verb::RequestValidate => "request.validated",
            Verb::RequestApprove => "request.approved",
            Verb::RequestReturnToAuthor => "request.returned_to_author",
            Verb::RequestSend => "request.sent",
            Verb::RequestWithdraw => "request.withdrawn",
            Verb::RequestAnswer => "request.answered",
            Verb::RequestClose => "request.closed",
            Verb::RequestArchive => "request.archived",
            Verb::RequestLapse => "request.lapsed",
            Verb::RequestRegister => "request.registered",
            Verb::RequestQuarantine => "request.quarantined",
            Verb::RequestAcknowledge => "request.acknowledged",
            Verb::RequestAsk => "request.info_requested",
            Verb::RequestConsult => "request.consultation_opened",
            Verb::RequestAccept => "request.accepted",
            Verb::RequestPostpone => "request.postponed",
            Verb::RequestRefuse => "request.refusal_proposed",
            Verb::RequestConfirmRefusal => "request.refused",
            Verb::RequestDropRefusal => "request.refusal_dropped",
            Verb::RequestExecute => "request.executed",
            Verb::RequestCost => "request.costed",
            Verb::RequestStep => "request.stepped",
            Verb::RequestRead => "request.read",
            Verb::SafeguardNote => "safeguard.noted",
            Verb::SafeguardRead => "safeguard.read",
            Verb::ComplaintMake => "complaint.made",
            Verb::ComplaintAnswer => "complaint.answered",
            Verb::ComplaintRead => "complaint.read",
            Verb::AssignmentGive => "task.given",
            Verb::AssignmentRemind => "task.reminded",
            Verb::AssignmentEnd => "task.ended",
            Verb::AssignmentOpen => "task.opened",
            Verb::AssignmentReport => "task.reported",
            Verb::EvidenceAttach => "evidence.attached",
            Verb::EvidenceReturn => "evidence.returned",
            Verb::EvidenceOpen => "evidence.opened",
            Verb::EvidenceExport => "evidence.exported",
            Verb::RecordKeep => "record.kept",
            Verb::RecordRead => "record.read",
            Verb::RecordHold => "record.held",
            Verb::GroupKeep => "group.kept",
            Verb::ReleasePropose => "release.proposed",
            Verb::ReleaseApprove => "release.approved",
            Verb::ReleaseUrgent => "release.alone",
            Verb::SampleLook => "sample.looked",
            Verb::ReleaseRecall => "release.recalled",
            Verb::CardRead => "card.read",
            Verb::CardExport => "card.exported",
            Verb::EncounterReport => "encounter.reported",
            Verb::EncounterDecide => "encounter.decided",
            Verb::WordWrite => "word.written",
            Verb::AccessEnter => "access.entered",
            Verb::AccessRead => "access.read",
            Verb::AccessDecide => "access.decided",
            Verb::AccessApprove => "access.approved",
            Verb::AccessKeep => "access.kept",
            Verb::DirectoryRead => "directory.read",
            Verb::DirectoryEnter => "directory.entered",
            Verb::ListImport => "list.imported",
            Verb::TreatyImport => "treaty.imported",
            Verb::ListRead => "list.read",
            Verb::ScreenCheck => "screen.checked",
            Verb::ScreenKeyIssue => "screen_key.issued",
            Verb::ScreenKeyRevoke => "screen_key.revoked",
            Verb::ScreenFile => "screen.file_checked",
            Verb::ScreenQueueRead => "screen_queue.read",
            Verb::ScreenReview => "screen.reviewed",
            Verb::ScreenWatch => "screen.watched",
            Verb::ScreenNote => "screen.noted",
            Verb::ScreenErase => "screen.erased",
            Verb::ScreenLogRead => "screen_log.read",
            Verb::LedgerRead => "ledger.read",
            Verb::LedgerVerify => "ledger.verified",
            Verb::PeerAdd => "peer.added",
            Verb::PeerSuspend => "peer.suspended",
            Verb::PeerRead => "peer.read",
            Verb::OfficerAdd => "officer.added",
            Verb::OfficerChange => "officer.changed",
            Verb::OfficerRead => "officer.read",
            Verb::BackupMake => "backup.made",
            Verb::SettingsRead => "settings.read",
            Verb::HealthRead => "health.read",
            Verb::ReceiveEnvelope => "envelope.received",
            Verb::SendEnvelope => "envelope.sent",
            Verb::KeepTime => "time.kept",
            Verb::KeepKeys => "keys.kept",
        }
    }
}
