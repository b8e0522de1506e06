//! Steps on single measures; every kind of request has them beside its track. A measure moves ahead only, so that both
//! sides end alike in whatever order they hear of it.

use super::Need::{Measures, Text};
use super::{Stage, Step};
use crate::request::{MeasureStage, Side};

pub(super) const STEPS: &[Step] = &[
    Step::requested("step.accept_measure", &[], &[])
        .reaches(Stage::PartlyAccepted)
        .promises()
        .says(&[Measures]),
    Step::requested("step.begin_measure", &[], &[])
        .reaches(Stage::InExecution)
        .says(&[Measures]),
    Step::requested("step.postpone_measure", &[], &[]).says(&[Measures, Text]),
    Step::requesting("step.withdraw_measure", &[], &[]).says(&[Measures, Text]),
];

/// The rows that this side may take.
pub(in crate::request) fn of(side: Side) -> impl Iterator<Item = &'static Step> {
    STEPS.iter().filter(move |step| step.is_of(side))
}

/// A refusal of single measures once others are accepted. Nobody takes it as a step: it is what a proposed refusal tells
/// the other side when a second person confirms it.
pub(super) const DECIDED: &[Step] =
    &[Step::requested("step.refuse_measure", &[], &[]).says(&[Measures, Text])];

/// From which stages, and to which, the step moves a measure.
pub(in crate::request) fn moves(verb: &str) -> Option<(&'static [MeasureStage], MeasureStage)> {
    use MeasureStage::{Accepted, Asked, InExecution, Postponed, Refused, Withdrawn};
    Some(match verb {
        "step.accept_measure" => (&[Asked, Postponed], Accepted),
        "step.begin_measure" => (&[Accepted], InExecution),
        "step.postpone_measure" => (&[Asked], Postponed),
        "step.refuse_measure" => (&[Asked, Postponed], Refused),
        "step.withdraw_measure" => (&[Asked, Postponed, Accepted, InExecution], Withdrawn),
        _ => return None,
    })
}
