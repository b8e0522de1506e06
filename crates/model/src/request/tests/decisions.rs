//! Decisions in their turns: conditions that are agreed or not, measures one by one, refusals by two persons on every track,
//! a consultation that was held.

use serde_json::json;

use super::locks::cleared;
use super::*;

fn town(template: &str, content: Value) -> Town {
    let mut town = Town::acknowledged_as(&Draft {
        template: template.to_owned(),
        content,
        ..draft_act(Standing::Complete)
    });
    town.b = town.b.as_ref().map(cleared);
    town
}

fn stages(town: &Town) -> Vec<MeasureStage> {
    let b = town.b.as_ref().unwrap();
    assert_eq!(town.a.measures, b.measures);
    assert_eq!(town.both().0, town.both().1);
    town.same_clocks();
    town.a.measures.iter().map(|m| m.stage).collect()
}

fn said(step: &str, measures: &[usize]) -> TakeStep {
    TakeStep {
        text: Some("We undertake it.".to_owned()),
        measures: measures.to_vec(),
        ..TakeStep::named(step)
    }
}

fn conditional() -> Accept {
    Accept {
        conditions: vec!["This proceeding only.".to_owned()],
        ..accept_act()
    }
}

fn code(outcome: Outcome) -> &'static str {
    outcome.unwrap_err().code
}

#[test]
fn what_is_accepted_under_conditions_waits_until_they_are_agreed() {
    use MeasureStage as M;
    let mut town = town("mla", content());
    town.b(|r, now| r.accept(&conditional(), &by("XB", 3), now));
    assert_eq!(stages(&town), [M::Asked, M::Asked]);
    assert_eq!(town.a.stage, Stage::AcceptedWithConditions);
    assert_eq!(town.a.conditions, ["This proceeding only."]);
    let clock = |town: &Town| {
        let clocks = town.a.clocks.iter();
        let mut named = clocks.filter(|clock| clock.name == "conditions_answer");
        named.next_back().cloned().unwrap()
    };
    assert_eq!(clock(&town).owed_by(), Side::Outgoing);
    let (b, now) = (town.b.clone().unwrap(), town.now);
    let us = by("XB", 3);
    assert_eq!(
        code(b.begin_execution(&Progress::default(), &us, now)),
        "STAGE"
    );
    assert_eq!(code(b.report(&report_act(), &us, now)), "STAGE");
    assert_eq!(
        code(b.take_step(&said("accept_measure", &[0]), &us, now)),
        "STAGE"
    );
    assert_eq!(
        code(b.take_step(&said("agree_conditions", &[]), &us, now)),
        "SIDE"
    );
    assert_eq!(
        code(
            town.a
                .take_step(&TakeStep::named("agree_conditions"), &by("XA", 1), now)
        ),
        "MISSING",
        "the words are the undertaking"
    );
    let task = |r: &Request| r.tasks(now, &calendar()).first().map(|task| task.code);
    assert_eq!(task(&town.a), Some(TaskCode::AgreeConditions));

    // Declined: it is decided anew.
    town.a(|r, now| r.take_step(&said("reject_conditions", &[]), &by("XA", 1), now));
    assert_eq!(stages(&town), [M::Asked, M::Asked]);
    assert_eq!(town.a.stage, Stage::ConditionsDeclined);
    assert_eq!(task(town.b.as_ref().unwrap()), Some(TaskCode::Decide));
    assert!(clock(&town).met.is_some());
    town.b(|r, now| r.accept(&conditional(), &by("XB", 3), now));
    town.a(|r, now| r.take_step(&said("agree_conditions", &[]), &by("XA", 1), now));
    assert_eq!(stages(&town), [M::Accepted, M::Accepted]);
    assert_eq!(town.a.stage, Stage::ConditionsAgreed);
    assert_eq!(
        code(
            town.a
                .take_step(&said("reject_conditions", &[]), &by("XA", 1), now)
        ),
        "STAGE",
        "an undertaking is given once"
    );
    town.b(|r, now| r.begin_execution(&Progress::default(), &by("XB", 3), now));
    assert_eq!(stages(&town), [M::InExecution, M::InExecution]);
}

#[test]
fn nothing_is_done_that_was_not_accepted_and_the_rest_is_still_decided() {
    use MeasureStage as M;
    let mut town = town("mla", content());
    let us = by("XB", 3);
    town.b(|r, now| r.take_step(&said("accept_measure", &[0]), &us, now));
    town.b(|r, now| r.begin_execution(&Progress::default(), &us, now));
    assert_eq!(stages(&town), [M::InExecution, M::Asked]);
    let (b, now) = (town.b.clone().unwrap(), town.now);
    let part = |index| Report {
        measures: vec![index],
        ..report_act()
    };
    assert_eq!(code(b.report(&report_act(), &us, now)), "MEASURE-STAGE");
    assert_eq!(code(b.report_part(&part(1), &us, now)), "MEASURE-STAGE");
    assert_eq!(
        code(b.take_step(&said("begin_measure", &[1]), &us, now)),
        "MEASURE-STAGE"
    );
    let decision = town.a.clocks.iter().find(|clock| clock.name == "decision");
    assert!(decision.unwrap().met.is_none(), "a part is not the whole");

    // Refused: by two persons, and nobody takes it as a step.
    let refuse = |measures: &[usize]| Refuse {
        measures: measures.to_vec(),
        ..refuse_act(Ground::EssentialInterests)
    };
    assert_eq!(
        code(b.take_step(&said("refuse_measure", &[1]), &us, now)),
        "STEP-UNKNOWN"
    );
    assert_eq!(code(b.propose_refusal(&refuse(&[]), &us, now)), "STAGE");
    assert_eq!(
        code(b.propose_refusal(&refuse(&[0]), &us, now)),
        "MEASURE-STAGE"
    );
    town.b(|r, now| r.propose_refusal(&refuse(&[1]), &us, now));
    let proposed = town.b.clone().unwrap();
    assert_eq!(
        code(proposed.confirm_refusal(&ConfirmRefusal::default(), &us, town.now)),
        "FOUR-EYES"
    );
    town.b(|r, now| r.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), now));
    assert_eq!(stages(&town), [M::InExecution, M::Refused]);
    assert_eq!(town.a.stage, Stage::InExecution);
    assert_eq!(town.a.grounds, town.b.as_ref().unwrap().grounds);
    assert!(town.a.grounds.contains(&Ground::EssentialInterests));
    let decision = town.a.clocks.iter().find(|clock| clock.name == "decision");
    assert!(decision.unwrap().met.is_some());
    town.b(|r, now| r.report(&report_act(), &us, now));
    assert_eq!(stages(&town), [M::Executed, M::Refused]);
}

#[test]
fn the_rest_is_accepted_and_with_the_last_measure_the_whole() {
    use MeasureStage as M;
    let mut town = town("mla", content());
    let us = by("XB", 3);
    town.b(|r, now| r.take_step(&said("postpone_measure", &[1]), &us, now));
    town.b(|r, now| r.take_step(&said("accept_measure", &[0]), &us, now));
    assert_eq!(town.a.stage, Stage::PartlyAccepted);
    town.b(|r, now| r.accept(&accept_act(), &us, now));
    assert_eq!(stages(&town), [M::Accepted, M::Accepted]);
    assert_eq!(town.a.stage, Stage::Accepted);
}

#[test]
fn a_refusal_of_the_whole_is_one_though_a_measure_was_put_off() {
    use MeasureStage as M;
    let mut town = town("mla", content());
    let us = by("XB", 3);
    town.b(|r, now| r.take_step(&said("postpone_measure", &[1]), &us, now));
    let whole = refuse_act(Ground::EssentialInterests);
    town.b(|r, now| r.propose_refusal(&whole, &us, now));
    town.b(|r, now| r.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), now));
    assert_eq!(stages(&town), [M::Refused, M::Refused]);
    assert_eq!(town.a.stage, Stage::Refused);
}

#[test]
fn nothing_else_is_decided_while_a_refusal_waits() {
    let mut town = town("mla", content());
    let us = by("XB", 3);
    let whole = refuse_act(Ground::EssentialInterests);
    let postpone = Postpone {
        reasons: "A trial of our own.".to_owned(),
        review_by: None,
    };
    let tried = |town: &Town| {
        let (b, now) = (town.b.as_ref().unwrap(), town.now);
        let part = Refuse {
            measures: vec![1],
            ..whole.clone()
        };
        [
            b.accept(&accept_act(), &us, now),
            b.accept(&conditional(), &us, now),
            b.postpone(&postpone, &us, now),
            b.consult(&ask_act(), &us, now),
            b.propose_refusal(&part, &us, now),
            b.take_step(&said("accept_measure", &[0]), &us, now),
        ]
        .map(|outcome| outcome.err().map(|refusal| refusal.code))
    };
    assert_eq!(tried(&town), [None; 6]);
    town.b(|r, now| r.propose_refusal(&whole, &us, now));
    assert_eq!(tried(&town), [Some("REFUSAL-PENDING"); 6]);
}

#[test]
fn nobody_agrees_to_what_was_not_offered() {
    use MeasureStage as M;
    let town = town("mla", content());
    let mut theirs = town.b.clone().unwrap();
    // It is written down, as every word of the other side is, and moves nothing.
    let event = Event {
        verb: "step.agree_conditions".to_owned(),
        ..theirs.events.last().cloned().unwrap()
    };
    theirs.events.push(event);
    theirs.take_step_in(&said("agree_conditions", &[0, 1]), false);
    let held: Vec<M> = theirs.measures.iter().map(|m| m.stage).collect();
    assert_eq!(held, [M::Asked, M::Asked]);
}

#[test]
fn a_step_that_means_a_stage_is_for_an_officer_who_has_the_request() {
    let kinds = [
        ("extradition", json!({})),
        ("transfer_of_proceedings", json!({})),
        ("asset_freezing", json!({})),
        ("electronic_evidence", json!({"subtype": "EE-PRES"})),
        ("electronic_evidence", json!({"subtype": "EE-EMD"})),
        ("electronic_evidence", json!({})),
        ("joint_investigation_team", json!({})),
        ("police", json!({})),
        ("notice", json!({})),
        ("mla", content()),
    ];
    for (template, content) in kinds {
        let town = Town::begun(&Draft {
            template: template.to_owned(),
            content,
            ..draft_act(Standing::Complete)
        });
        let town = town.send_off();
        let bare = cleared(town.b.as_ref().unwrap());
        let registered = bare.register(&Register::default(), &by("XB", 3), town.now);
        for b in [&bare, &registered.unwrap().0] {
            for (_, step) in steps().filter(|(_, step)| step.stage.is_some()) {
                let act = TakeStep {
                    until: Some(date(2026, 6, 1)),
                    purpose: Some(Use::Intelligence),
                    amounts: vec![Amount {
                        what: "Account".to_owned(),
                        ..Amount::default()
                    }],
                    ..said(step.code(), &[0])
                };
                let taken = b.take_step(&act, &by("XB", 3), town.now);
                assert!(taken.is_err(), "{template} {} {}", b.stage, step.verb);
            }
        }
    }
}

#[test]
fn every_track_is_declined_as_any_request_is_refused() {
    let kinds = [
        ("provisional_arrest", json!({})),
        ("transfer_of_proceedings", json!({})),
        ("asset_freezing", json!({})),
        ("electronic_evidence", json!({"subtype": "EE-PRES"})),
        ("electronic_evidence", json!({"subtype": "EE-EMD"})),
        ("electronic_evidence", json!({})),
        ("joint_investigation_team", json!({})),
        ("police", json!({})),
        ("notice", json!({})),
    ];
    for (template, content) in kinds {
        let mut town = town(template, content);
        let (b, now) = (town.b.clone().unwrap(), town.now);
        assert_eq!(
            code(b.take_step(&said("decline", &[]), &by("XB", 3), now)),
            "STEP-UNKNOWN"
        );
        let act = Refuse {
            ground: Ground::Immunity,
            ..refuse_act(Ground::EssentialInterests)
        };
        let alone = Refuse {
            no_consultation: None,
            ..act.clone()
        };
        assert_eq!(
            code(b.propose_refusal(&alone, &by("XB", 3), now)),
            "CONSULTATION-FIRST"
        );
        town.b(|r, now| r.propose_refusal(&act, &by("XB", 3), now));
        assert_eq!(town.b.as_ref().unwrap().stage, Stage::Acknowledged);
        town.b(|r, now| r.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), now));
        assert_eq!(town.both(), (Stage::Refused, Stage::Refused), "{template}");
        let phase = town.a.on_track().map(|on| on.phase);
        assert_eq!(phase, Some(Phase::Declined), "{template}");
        town.same_clocks();
    }
}

#[test]
fn a_consultation_is_held_when_it_is_answered_or_its_time_is_over() {
    let mut town = town("mla", content());
    let act = Refuse {
        no_consultation: None,
        ..refuse_act(Ground::EssentialInterests)
    };
    town.b(|r, now| r.consult(&ask_act(), &by("XB", 3), now));
    let propose = |town: &Town, now| {
        let b = town.b.as_ref().unwrap();
        b.propose_refusal(&act, &by("XB", 3), now)
    };
    let refused = code(propose(&town, town.now));
    assert_eq!(refused, "CONSULTATION-FIRST", "opened is not held");
    let consultation = |town: &Town| {
        let clocks = town.b.as_ref().unwrap().clocks.clone();
        let mut named = clocks.into_iter().filter(|c| c.name == "consultation");
        named.next().unwrap()
    };
    let ends = consultation(&town).due;
    assert!(propose(&town, ends).is_ok());
    town.a(|r, now| r.answer(&answer_act(), &by("XA", 1), now));
    assert!(propose(&town, town.now).is_ok());
}
