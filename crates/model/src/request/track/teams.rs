//! Joint investigation teams (3.8, 3.14; UNTOC 19). The agreement with one party is one request; a team of several parties
//! is several, under one title, and in each the signatures of the others are written down by who received them.

use super::Need::{SignedByAll, Text, Until};
use super::Phase::{Active, Declined, Ended, Evaluated, Extended, Negotiated, Proposed, Signed};
use super::Tick::{Meet, Until as Till};
use super::{Stage, Step};

pub(super) const STEPS: &[Step] = &[
    Step::either("step.negotiate", &[Proposed, Negotiated], &[Negotiated]).says(&[Text]),
    Step::requested("step.sign", &[Proposed, Negotiated, Signed], &[Signed])
        .reaches(Stage::Accepted)
        .promises()
        .says(&[Text])
        .paper("jit_agreement")
        .by_rule("STEP"),
    // Who proposed the team accepts nothing by signing.
    Step::requesting("step.sign", &[Proposed, Negotiated, Signed], &[Signed])
        .says(&[Text])
        .paper("jit_agreement"),
    Step::requested("request.refused", &[Proposed, Negotiated], &[Declined]).paper("decision"),
    Step::either("step.start", &[Signed], &[Active])
        .reaches(Stage::InExecution)
        .says(&[SignedByAll, Until])
        .ticks(&[Till("jit_end")])
        .by_rule("JIT-03"),
    // An extension is an addendum, which every party signs.
    Step::either("step.sign", &[Active, Extended], &[])
        .promises()
        .says(&[Text, Until])
        .paper("jit_extension"),
    Step::either("step.extend", &[Active, Extended], &[Extended])
        .says(&[SignedByAll, Until])
        .ticks(&[Till("jit_end")])
        .paper("jit_extension")
        .by_rule("JIT-03"),
    Step::either("step.end", &[Active, Extended], &[Ended])
        .reaches(Stage::Executed)
        .says(&[Text])
        .ticks(&[Meet("jit_end")]),
    Step::either("step.evaluate", &[Ended], &[Evaluated])
        .says(&[Text])
        .paper("jit_evaluation")
        .late(),
];
