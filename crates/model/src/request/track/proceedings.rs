//! Transfer of criminal proceedings (3.4): acceptance suspends the requesting State's own prosecution, the result comes
//! back, and what is dropped revives its own right.

use super::Need::Text;
use super::Phase::{
    Declined, OwnProsecutionEnded, OwnProsecutionResumed, OwnProsecutionSuspended, OwnRightRevived,
    ProceedingsOpened, Proposed, ResultReported,
};
use super::Tick::{Meet, Start};
use super::{Stage, Step};

pub(super) const STEPS: &[Step] = &[
    Step::requested("request.accepted", &[Proposed], &[OwnProsecutionSuspended])
        .ticks(&[Start("result", "result")])
        .paper("decision"),
    Step::requested("request.refused", &[Proposed], &[Declined]).paper("decision"),
    // Where the acceptance had conditions, the agreement to them is what suspends it.
    Step::requesting(
        "step.agree_conditions",
        &[Proposed],
        &[OwnProsecutionSuspended],
    )
    .only_at(&[Stage::AcceptedWithConditions])
    .reaches(Stage::ConditionsAgreed)
    .says(&[Text])
    .ticks(&[Start("result", "result")])
    .paper("decision"),
    Step::requested(
        "step.open_proceedings",
        &[OwnProsecutionSuspended],
        &[ProceedingsOpened],
    )
    .reaches(Stage::InExecution)
    .says(&[Text]),
    Step::requested(
        "step.report_result",
        &[OwnProsecutionSuspended, ProceedingsOpened],
        &[ResultReported],
    )
    .reaches(Stage::Executed)
    .says(&[Text])
    .ticks(&[Meet("result")])
    .paper("closing_note"),
    Step::requested(
        "step.drop",
        &[OwnProsecutionSuspended, ProceedingsOpened],
        &[OwnRightRevived],
    )
    .reaches(Stage::Executed)
    .says(&[Text])
    .ticks(&[Meet("result")])
    .paper("closing_note"),
    Step::requesting("step.resume", &[OwnRightRevived], &[OwnProsecutionResumed])
        .says(&[Text])
        .late(),
    Step::requesting(
        "step.end_own",
        &[OwnRightRevived, ResultReported],
        &[OwnProsecutionEnded],
    )
    .says(&[Text])
    .late(),
];
