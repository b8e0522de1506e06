//! The model's own table of locks, row by row: on a case of each row exactly that lock is closed, and every door of the desk
//! is tried. On a case of each kind nothing is closed, and the same doors lead through: what held was the lock.

use std::collections::BTreeSet;

use model::Kind;
use model::request::{DutyOutcome, Gate, SafeguardAct};
use sim::Town;
use sim::locked::{Case, DESK, DONE, cases, road, write};

use super::doors::Doors;

/// Sweeps the cases of these kinds before a gate. `open` are the kinds that get through where nothing is closed.
async fn swept(seed: u64, (gate, kinds): (Gate, &[Kind]), road: &[&str], open: &[Kind]) {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), seed).await.unwrap();
    let all = cases(&town, (gate, kinds), road).await.unwrap();
    let doors = Doors::new(&town, DESK).await;
    let mut through = BTreeSet::new();
    for case in &all {
        let swept = doors.sweep(case, &[]).await;
        let Some(closed) = case.closed else {
            if !swept.through.is_empty() {
                through.insert(case.kind);
            }
            continue;
        };
        let said = case.said();
        assert!(swept.through.is_empty(), "{said}: {:?}", swept.through);
        let named = swept.named.iter().any(|(_, code)| code == closed.rule());
        assert!(named, "{said}: no door named it: {:?}", swept.named);
    }
    let open: BTreeSet<Kind> = open.iter().copied().collect();
    assert_eq!(through, open, "what leads through where nothing is closed");
}

const SURRENDER: &[Kind] = &[Kind::Extradition, Kind::ProvisionalArrest];

#[tokio::test]
async fn nobody_is_granted_past_a_lock() {
    let gate = Gate::Grant;
    swept(201, (gate, SURRENDER), road(gate), SURRENDER).await;
}

#[tokio::test]
async fn nobody_is_surrendered_past_a_lock() {
    let gate = Gate::Surrender;
    swept(202, (gate, SURRENDER), road(gate), SURRENDER).await;
}

const ASKED: &[Kind] = &[
    Kind::Mla,
    Kind::AssetFreezing,
    Kind::ElectronicEvidence,
    Kind::TransferOfProceedings,
];
const SHARED: &[Kind] = &[
    Kind::JointInvestigationTeam,
    Kind::Police,
    Kind::SpontaneousInformation,
    Kind::Notice,
];
const SHORT: &[Kind] = &[
    Kind::Supplementary,
    Kind::Amendment,
    Kind::Reminder,
    Kind::Withdrawal,
    Kind::UrgentConfirmation,
];

#[tokio::test]
async fn no_help_is_promised_past_a_lock() {
    swept(203, (Gate::Accept, ASKED), road(Gate::Accept), ASKED).await;
}

#[tokio::test]
async fn nothing_is_shared_past_a_lock() {
    swept(204, (Gate::Accept, SHARED), road(Gate::Accept), SHARED).await;
}

#[tokio::test]
async fn no_short_form_promises_past_a_lock() {
    swept(205, (Gate::Accept, SHORT), road(Gate::Accept), SHORT).await;
}

#[tokio::test]
async fn nothing_is_handed_over_past_a_lock() {
    swept(206, (Gate::HandOver, ASKED), road(Gate::HandOver), ASKED).await;
}

#[tokio::test]
async fn nothing_shared_is_handed_over_past_a_lock() {
    swept(207, (Gate::HandOver, SHARED), road(Gate::HandOver), SHARED).await;
}

#[tokio::test]
async fn no_short_form_hands_over_past_a_lock() {
    swept(208, (Gate::HandOver, SHORT), road(Gate::HandOver), SHORT).await;
}

#[tokio::test]
async fn what_was_done_is_not_given_back_past_a_lock() {
    let help = &[Kind::Mla];
    swept(209, (Gate::HandOver, help), DONE, help).await;
}

#[tokio::test]
async fn a_refused_extradition_is_not_ended_past_the_duty() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 210).await.unwrap();
    let (gate, kinds) = (Gate::End, &[Kind::Extradition]);
    let one = async || -> Case {
        let mut all = cases(&town, (gate, kinds), road(gate)).await.unwrap();
        all.remove(0)
    };
    let (held, met) = (one().await, one().await);
    let doors = Doors::new(&town, DESK).await;
    let duty = SafeguardAct::Duty(model::request::Duty {
        outcome: DutyOutcome::Submitted,
        reference: "Prosecutor 7/26".to_owned(),
        reasons: "Given to the prosecutor of the capital.".to_owned(),
    });
    write(doors.house(), met.id, duty).await.unwrap();
    // What meets the duty is what opens: the note of it, and the two steps that tell the other side.
    let keys = ["duty", "prosecute", "transfer"];
    let swept = doors.sweep(&held, &keys).await;
    assert!(swept.through.is_empty(), "{:?}", swept.through);
    let named = swept.named.iter();
    let mut named = named.filter(|(_, code)| code == "PROSECUTE-OR-TRANSFER");
    assert!(named.next().is_some(), "{:?}", swept.named);
    let swept = doors.sweep(&met, &keys).await;
    assert!(!swept.through.is_empty(), "{:?}", swept.named);
}
