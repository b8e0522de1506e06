//! Information: given without being asked for (3.7), from police to police (3.9), published as a notice (3.10).

use super::Need::{Purpose, Text, Until};
use super::Phase::{
    Answered, Cancelled, ConditionsAccepted, ConditionsDeclined, Converted, Declined,
    FeedbackGiven, NotUsed, Offered, Opened, Published, Received, Reviewed, Used,
};
use super::Tick::{Meet, Review, Until as Till};
use super::{Phase, Stage, Step};

/// The content was opened.
const READ: &[Phase] = &[Opened, Used, NotUsed, FeedbackGiven];

pub(super) const SPONTANEOUS: &[Step] = &[
    Step::requested(
        "step.accept_conditions",
        &[Offered, ConditionsDeclined],
        &[ConditionsAccepted],
    )
    .reaches(Stage::Accepted)
    .early()
    .ticks(&[Meet("conditions")])
    .paper("receipt"),
    Step::requested("step.decline_conditions", &[Offered], &[ConditionsDeclined])
        .says(&[Text])
        .ticks(&[Meet("conditions")]),
    Step::requested("step.open", &[ConditionsAccepted], &[Opened])
        .reaches(Stage::InExecution)
        .early()
        .by_rule("SPO-04"),
    Step::requested("step.use", &[Opened, Used, NotUsed], &[Used])
        .reaches(Stage::Executed)
        .early()
        .says(&[Purpose])
        .by_rule("SPO-04")
        .late(),
    // A use beyond the conditions is asked of who sent it, who allows it or does not answer (DP-06).
    Step::requested("step.ask_use", READ, &[])
        .says(&[Purpose])
        .late(),
    Step::requesting("step.allow_use", READ, &[])
        .says(&[Purpose])
        .late(),
    Step::requested("step.not_use", &[Opened], &[NotUsed])
        .reaches(Stage::Executed)
        .early(),
    Step::requested("step.feedback", &[Opened, Used, NotUsed], &[FeedbackGiven])
        .reaches(Stage::Executed)
        .early()
        .says(&[Text])
        .paper("feedback")
        .late(),
    Step::requested("step.use", &[FeedbackGiven], &[])
        .says(&[Purpose])
        .late(),
];

pub(super) const POLICE: &[Step] = &[
    Step::requested("step.inform", &[Received], &[Answered])
        .hands_over()
        .reaches(Stage::Executed)
        .says(&[Text])
        .ticks(&[Meet("information")])
        .paper("police_reply"),
    Step::requested("request.refused", &[Received], &[Declined])
        .ticks(&[Meet("information")])
        .paper("police_reply"),
    // A coercive or evidential measure is the central authority's (POL-03).
    Step::either(
        "step.convert",
        &[Received, Answered, Declined],
        &[Converted],
    )
    .says(&[Text])
    .ticks(&[Meet("information")])
    .late(),
    Step::requesting("step.feedback", &[Answered], &[FeedbackGiven])
        .says(&[Text])
        .paper("feedback")
        .late(),
];

pub(super) const NOTICE: &[Step] = &[
    Step::requested("step.publish", &[Received], &[Published])
        .promises()
        .reaches(Stage::InExecution)
        .says(&[Until])
        .ticks(&[Till("notice_purge"), Review("notice_review")])
        .paper("notice"),
    Step::requested("request.refused", &[Received], &[Declined]),
    Step::requesting("step.review", &[Published, Reviewed], &[Reviewed])
        .says(&[Text])
        .ticks(&[Meet("notice_review")]),
    Step::either("step.cancel", &[Published, Reviewed], &[Cancelled])
        .reaches(Stage::Executed)
        .says(&[Text])
        .ticks(&[Meet("notice_purge"), Meet("notice_review")])
        .late(),
];
