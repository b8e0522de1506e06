//! Freezing under resolution 1373 (3.5, 3.14).

use super::Need::{Amounts, Text};
use super::Phase::{
    Declined, Determination, Exempted, Frozen, JudicialRestraint, Received, Reviewed, Unfrozen,
};
use super::Tick::{Meet, Start};
use super::{Phase, Stage, Step};

/// An administrative freeze is in force.
const IN_FORCE: &[Phase] = &[Frozen, Reviewed, Exempted];

pub(super) const STEPS: &[Step] = &[
    Step::requested("step.determine", &[Received], &[Determination]),
    Step::requested("step.freeze", &[Received, Determination], &[Frozen])
        .promises()
        .reaches(Stage::InExecution)
        .says(&[Amounts])
        .ticks(&[
            Meet("determination"),
            Start("freeze_review", "freeze_review"),
        ])
        .paper("freeze_report"),
    // More of it was found.
    Step::requested("step.freeze", IN_FORCE, &[])
        .says(&[Amounts])
        .paper("freeze_report"),
    Step::requested("request.refused", &[Received, Determination], &[Declined])
        .ticks(&[Meet("determination")])
        .paper("decision"),
    Step::requested(
        "step.review",
        &[Frozen, Reviewed, Exempted, JudicialRestraint],
        &[Reviewed],
    )
    .says(&[Text])
    .ticks(&[
        Meet("freeze_review"),
        Start("freeze_review", "freeze_review"),
    ])
    .paper("review_note")
    .late(),
    Step::requested("step.exempt", IN_FORCE, &[Exempted])
        .says(&[Text, Amounts])
        .paper("exemption")
        .late(),
    Step::requested("step.restrain", IN_FORCE, &[JudicialRestraint])
        .says(&[Text])
        .paper("restraint_order")
        .late(),
    Step::requested(
        "step.unfreeze",
        &[Frozen, Reviewed, Exempted, JudicialRestraint],
        &[Unfrozen],
    )
    .reaches(Stage::Executed)
    .says(&[Text])
    .ticks(&[Meet("freeze_review")])
    .paper("unfreeze_notice")
    .late(),
];
