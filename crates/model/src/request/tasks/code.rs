//! The closed list of what there can be to do.

use crate::code::coded;

coded! {
    /// What is to be done.
    pub enum TaskCode {
        /// Enter it in the register.
        Register = "register",
        /// Tell the other side who has it.
        Acknowledge = "acknowledge",
        /// Answer the items that the other side asked for.
        AnswerItems = "answer_items",
        /// Bring what an urgent request still owes.
        CompleteRequest = "complete_request",
        /// Look at what was put off.
        ReviewPostponed = "review_postponed",
        /// Decide.
        Decide = "decide",
        /// Confirm or drop a proposed refusal as the second person.
        ConfirmRefusal = "confirm_refusal",
        /// Agree to the conditions, or not.
        AgreeConditions = "agree_conditions",
        /// Begin to execute it.
        BeginExecution = "begin_execution",
        /// Report what was done.
        ReportExecution = "report_execution",
        /// Send the result back.
        ReturnResult = "return_result",
        /// Open and check what came back, and confirm it.
        CheckReturn = "check_return",
        /// Give back the originals and close.
        ReturnOriginals = "return_originals",
        /// Record the arrest, or why there was none.
        RecordArrest = "record_arrest",
        /// Ask the requested State how long its law holds the person.
        AskPeriod = "ask_period",
        /// Ask in which zone, and with which days of rest, the requested State counts its days.
        AskZone = "ask_zone",
        /// Send the extradition request with its documents.
        SendDocuments = "send_documents",
        /// Record release or extension.
        RecordReleaseOrExtension = "record_release_or_extension",
        /// Fix place and day of surrender.
        FixSurrender = "fix_surrender",
        /// Hand the person over.
        Surrender = "surrender",
        /// Give the person back.
        ReturnPerson = "return_person",
        /// Put the case before our own prosecution, or transfer the proceedings.
        ProsecuteOrTransfer = "prosecute_or_transfer",
        /// Tell how our own prosecution ended.
        ReportOutcome = "report_outcome",
        /// Order the preservation and confirm it.
        Preserve = "preserve",
        /// Send the request for mutual legal assistance.
        SendMla = "send_mla",
        /// Have the preservation prolonged before it ends.
        ExtendPreservation = "extend_preservation",
        /// Verify the emergency by a number from the directory.
        ConfirmEmergency = "confirm_emergency",
        /// Disclose the data or decline.
        Disclose = "disclose",
        /// Determine whether to freeze.
        DetermineFreeze = "determine_freeze",
        /// Review the freeze.
        ReviewFreeze = "review_freeze",
        /// Sign the agreement.
        SignAgreement = "sign_agreement",
        /// Begin the work of the team.
        StartTeam = "start_team",
        /// Prolong the team or end it.
        ExtendOrEndTeam = "extend_or_end_team",
        /// Evaluate the team.
        EvaluateTeam = "evaluate_team",
        /// Accept or decline the conditions.
        AcceptConditions = "accept_conditions",
        /// Open the content.
        OpenInformation = "open_information",
        /// Tell what became of the information.
        GiveFeedback = "give_feedback",
        /// Tell the result of the proceedings.
        ReportResult = "report_result",
        /// Record whether our own prosecution goes on.
        RecordChoice = "record_choice",
        /// Answer the police.
        AnswerPolice = "answer_police",
        /// Draft the request for mutual legal assistance that it became.
        ConvertToMla = "convert_to_mla",
        /// Review the notice before it is purged.
        ReviewNotice = "review_notice",
    }
}
