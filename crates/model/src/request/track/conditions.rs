//! Conditions of an acceptance (3.14): the requesting side agrees to them, or it does not and the requested side decides
//! anew. Every kind of request has these steps beside its track.

use super::Need::Text;
use super::{Stage, Step};

const OFFERED: &[Stage] = &[Stage::AcceptedWithConditions];

pub(super) const STEPS: &[Step] = &[
    // The words are the undertaking.
    Step::requesting("step.agree_conditions", &[], &[])
        .only_at(OFFERED)
        .reaches(Stage::ConditionsAgreed)
        .says(&[Text]),
    Step::requesting("step.reject_conditions", &[], &[])
        .only_at(OFFERED)
        .reaches(Stage::ConditionsDeclined)
        .says(&[Text]),
];
