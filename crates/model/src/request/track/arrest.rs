//! Extradition and provisional arrest (3.3, 3.14). Custody, documents and clocks turn on the arrest; a court or a
//! government that our table cannot name in advance may come in any order that its law has.

use super::Need::{Text, Until};
use super::Phase::{
    Appeal, ArrestRequested, Arrested, Consents, Declined, DocumentsDue, DocumentsReceived,
    ExecutiveDecision, Granted, JudicialDecision, JudicialHearing, OutcomeReported,
    PostponedSurrender, ProceedingsTransferred, ProsecuteOrTransfer, ReleasedLapse,
    SpecialityActive, SubmittedForProsecution, SurrenderFixed, Surrendered, TemporarySurrender,
};
use super::Tick::{Meet, Start, StartFromDay, Until as Till};
use super::{Phase, Stage, Step, Tick};

/// Documents are here and nothing is granted yet.
const UNDER_DECISION: &[Phase] = &[
    DocumentsReceived,
    Consents,
    JudicialHearing,
    JudicialDecision,
    ExecutiveDecision,
    Appeal,
];

const ARRESTED: &[Tick] = &[
    Start("provisional_arrest_warning", "provisional_arrest_warning"),
    Start("provisional_arrest_end", "provisional_arrest_end"),
];
const NO_LONGER_WAITING: &[Tick] = &[
    Meet("provisional_arrest_warning"),
    Meet("provisional_arrest_end"),
];
const FIXED: &[Tick] = &[
    Till("surrender"),
    StartFromDay("surrender_warning", "surrender_warning"),
    StartFromDay("surrender_end", "surrender_end"),
];
const HANDED_OVER: &[Tick] = &[
    Meet("surrender"),
    Meet("surrender_warning"),
    Meet("surrender_end"),
];

pub(super) const STEPS: &[Step] = &[
    Step::requested(
        "step.arrest",
        &[ArrestRequested, ReleasedLapse],
        &[Arrested, DocumentsDue],
    )
    .ticks(ARRESTED)
    .paper("arrest_notice"),
    // With the request in hand nothing is awaited.
    Step::requested("step.arrest", UNDER_DECISION, &[]).paper("arrest_notice"),
    Step::requested(
        "step.documents",
        &[ArrestRequested, DocumentsDue, ReleasedLapse],
        &[DocumentsReceived],
    )
    .ticks(NO_LONGER_WAITING)
    .paper("receipt"),
    Step::requested("step.release", &[DocumentsDue], &[ReleasedLapse])
        .says(&[Text])
        .ticks(NO_LONGER_WAITING)
        .paper("release_notice"),
    Step::requested("step.release", UNDER_DECISION, &[])
        .says(&[Text])
        .paper("release_notice"),
    Step::requested("step.extend", &[DocumentsDue], &[])
        .says(&[Text, Until])
        .ticks(&[
            Meet("provisional_arrest_warning"),
            Till("provisional_arrest_end"),
        ])
        .paper("extension_notice"),
    Step::requested(
        "step.consent",
        &[Arrested, DocumentsDue, DocumentsReceived, JudicialHearing],
        &[Consents],
    )
    .says(&[Text])
    .ticks(NO_LONGER_WAITING)
    .paper("consent_record"),
    Step::requested(
        "step.hearing",
        &[DocumentsReceived, Consents, Appeal],
        &[JudicialHearing],
    ),
    Step::requested(
        "step.court_decision",
        &[DocumentsReceived, Consents, JudicialHearing, Appeal],
        &[JudicialDecision],
    )
    .says(&[Text])
    .paper("decision"),
    Step::requested(
        "step.executive_decision",
        &[DocumentsReceived, Consents, JudicialDecision, Appeal],
        &[ExecutiveDecision],
    )
    .says(&[Text])
    .paper("decision"),
    Step::requested(
        "step.appeal",
        &[JudicialDecision, ExecutiveDecision],
        &[Appeal],
    ),
    Step::requested("step.grant", UNDER_DECISION, &[Granted])
        .reaches(Stage::Accepted)
        .says(&[Text])
        .paper("decision"),
    Step::requested(
        "step.fix_surrender",
        &[Granted, PostponedSurrender, SurrenderFixed],
        &[SurrenderFixed],
    )
    .reaches(Stage::InExecution)
    .says(&[Text, Until])
    .ticks(FIXED)
    .paper("surrender_notice"),
    Step::requested(
        "step.postpone_surrender",
        &[Granted, SurrenderFixed],
        &[PostponedSurrender],
    )
    .reaches(Stage::InExecution)
    .says(&[Text])
    .ticks(HANDED_OVER)
    .paper("postponement_notice"),
    Step::requested(
        "step.surrender_temporarily",
        &[Granted, SurrenderFixed, PostponedSurrender],
        &[TemporarySurrender],
    )
    .reaches(Stage::InExecution)
    .says(&[Text, Until])
    .ticks(&[
        Meet("surrender"),
        Meet("surrender_warning"),
        Meet("surrender_end"),
        Till("return_of_person"),
    ])
    .paper("surrender_record"),
    Step::requesting(
        "step.return_person",
        &[TemporarySurrender],
        &[PostponedSurrender],
    )
    .ticks(&[Meet("return_of_person")])
    .paper("surrender_record"),
    Step::requested(
        "step.surrender",
        &[SurrenderFixed],
        &[Surrendered, SpecialityActive],
    )
    .reaches(Stage::Executed)
    .says(&[Text])
    .ticks(HANDED_OVER)
    .paper("surrender_record"),
    Step::requested("request.refused", &[ArrestRequested], &[Declined]).paper("decision"),
    // Aut dedere aut judicare: what the refusal of an extradition opens.
    Step::requested("request.refused", UNDER_DECISION, &[ProsecuteOrTransfer])
        .ticks(&[Start("prosecute_or_transfer", "prosecute_or_transfer")])
        .paper("decision"),
    Step::requested(
        "step.prosecute",
        &[ProsecuteOrTransfer],
        &[SubmittedForProsecution],
    )
    .says(&[Text])
    .ticks(&[Meet("prosecute_or_transfer")])
    .paper("prosecution_notice")
    .late(),
    Step::requested(
        "step.transfer",
        &[ProsecuteOrTransfer, SubmittedForProsecution],
        &[ProceedingsTransferred],
    )
    .says(&[Text])
    .ticks(&[Meet("prosecute_or_transfer")])
    .paper("transfer_dossier")
    .late(),
    Step::requested(
        "step.report_outcome",
        &[SubmittedForProsecution, ProceedingsTransferred],
        &[OutcomeReported],
    )
    .says(&[Text])
    .paper("closing_note")
    .late(),
];
