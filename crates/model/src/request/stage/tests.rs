//! The table itself: no step twice, every stage reached, what is over stays over.

use super::*;

#[test]
fn the_table_has_no_step_twice() {
    let mut steps = transitions();
    let all = steps.len();
    steps.sort();
    steps.dedup();
    assert_eq!(steps.len(), all);
    assert!(steps.iter().all(|s| allows(s.side, s.from, s.verb, s.to)));
}

#[test]
fn each_step_belongs_to_one_side_or_to_each_for_itself() {
    let steps = transitions();
    let ours = |side, verb| {
        steps
            .iter()
            .any(|s| s.side == side && s.verb == verb && s.is_ours())
    };
    for verb in BY_REQUESTED
        .iter()
        .filter(|verb| **verb != "request.transmitted" && **verb != "request.delivered")
    {
        assert!(
            ours(Side::Incoming, *verb) && !ours(Side::Outgoing, *verb),
            "{verb}"
        );
    }
    for verb in BY_REQUESTING {
        assert!(
            ours(Side::Outgoing, *verb) && !ours(Side::Incoming, *verb),
            "{verb}"
        );
    }
    assert!(ours(Side::Outgoing, "request.closed") && ours(Side::Incoming, "request.closed"));
}

#[test]
fn what_is_over_stays_over() {
    for step in transitions().iter().filter(|step| step.from.is_over()) {
        assert!(step.to.is_over(), "{step:?}");
        assert!(
            step.from == step.to
                || step.to >= step.from
                || step.to == Archived
                || step.verb == "request.withdrawn",
            "{step:?}"
        );
    }
    assert!(
        transitions()
            .iter()
            .filter(|s| s.from == Closed)
            .all(|s| matches!(s.to, Closed | Archived))
    );
    assert!(!transitions().iter().any(|s| s.from == Archived));
}

#[test]
fn every_stage_is_reached_from_the_start_of_its_side() {
    let mut reached = vec![(Side::Outgoing, Draft), (Side::Incoming, Delivered)];
    loop {
        let more: Vec<_> = transitions()
            .iter()
            .filter(|s| reached.contains(&(s.side, s.from)) && !reached.contains(&(s.side, s.to)))
            .map(|s| (s.side, s.to))
            .collect();
        if more.is_empty() {
            break;
        }
        reached.extend(more);
    }
    for &stage in Stage::ALL {
        assert!(
            reached.contains(&(Side::Outgoing, stage))
                || reached.contains(&(Side::Incoming, stage)),
            "{stage}"
        );
    }
}
