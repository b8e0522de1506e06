//! The model's own table of locks, row by row: on a case of each row exactly that lock is closed, and every door of the desk
//! is tried. On a case of each kind nothing is closed, and the same doors lead through: what held was the lock.

use std::collections::{BTreeMap, BTreeSet};

use model::Kind;
use model::request::{DutyOutcome, Gate, Safeguard, SafeguardAct, locks};
use sim::Town;
use sim::locked::{DESK, DONE, cases, road, turns, write};

use super::doors::{Door, Doors};

/// Sweeps cases that stand before a gate, and shows on each kind that the doors which named the lock lead through without it.
async fn swept(seed: u64, gate: Gate, (road, turns): (&[&str], &[(Kind, Option<Safeguard>)])) {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), seed).await.unwrap();
    let kinds: BTreeSet<Kind> = turns.iter().map(|(kind, _)| *kind).collect();
    let clear = kinds.into_iter().map(|kind| (kind, None));
    let wanted: Vec<_> = turns.iter().copied().chain(clear).collect();
    let all = cases(&town, (gate, &wanted), road).await.unwrap();
    let doors = Doors::new(&town, DESK).await;
    let mut named: BTreeMap<Kind, BTreeSet<String>> = BTreeMap::new();
    // Each question by the pages and the whole API; a second kind with the same question by the API.
    let mut paged = BTreeSet::new();
    let first = matches!(gate, Gate::Grant | Gate::Accept);
    for case in &all {
        let said = case.said();
        let Some(closed) = case.closed else {
            // The same doors, where nothing is closed.
            let same = named.get(&case.kind).unwrap();
            let same = |door: &Door| same.contains(&door.name) || door.name == "give-back";
            let swept = doors.sweep_some(case, &[], same).await;
            assert!(!swept.through.is_empty(), "{said}: {swept:?}");
            continue;
        };
        let pages = paged.insert((closed, case.kind == Kind::TransferOfProceedings));
        let some = |door: &Door| !door.is_page() || (pages && (first || door.decides()));
        let swept = doors.sweep_some(case, &[], some).await;
        assert!(swept.through.is_empty(), "{said}: {:?}", swept.through);
        let by = swept.named.iter().filter(|(_, code)| code == closed.rule());
        let by: BTreeSet<String> = by.map(|(name, _)| name.clone()).collect();
        assert!(!by.is_empty(), "{said}: {swept:?}");
        named.entry(case.kind).or_default().extend(by);
    }
}

#[tokio::test]
async fn nobody_is_granted_past_a_lock() {
    swept(201, Gate::Grant, (road(Gate::Grant), &turns(Gate::Grant))).await;
}

#[tokio::test]
async fn nobody_is_surrendered_past_a_lock() {
    swept(
        202,
        Gate::Surrender,
        (road(Gate::Surrender), &turns(Gate::Surrender)),
    )
    .await;
}

#[tokio::test]
async fn no_help_is_promised_past_a_lock() {
    swept(
        203,
        Gate::Accept,
        (road(Gate::Accept), &turns(Gate::Accept)),
    )
    .await;
}

#[tokio::test]
async fn nothing_is_handed_over_past_a_lock() {
    swept(
        204,
        Gate::HandOver,
        (road(Gate::HandOver), &turns(Gate::HandOver)),
    )
    .await;
}

#[tokio::test]
async fn what_was_done_is_not_given_back_past_a_lock() {
    let help = locks().into_iter();
    let help = help.filter(|(_, kind, gate, _)| (*kind, *gate) == (Kind::Mla, Gate::HandOver));
    let help = help.map(|(safeguard, kind, ..)| (kind, Some(safeguard)));
    let help: Vec<(Kind, Option<Safeguard>)> = help.collect();
    swept(205, Gate::HandOver, (DONE, &help)).await;
}

#[test]
fn every_kind_and_every_question_has_its_turn() {
    for (safeguard, kind, gate, _) in locks() {
        let turns = turns(gate);
        assert!(turns.iter().any(|(of, _)| *of == kind), "{kind} {gate}");
        let group = |one: Kind| {
            let rows = locks()
                .into_iter()
                .filter(|(_, of, at, _)| (*of, *at) == (one, gate));
            rows.map(|(asked, ..)| asked).collect::<Vec<_>>()
        };
        let mut alike = turns.iter().filter(|(of, _)| group(*of) == group(kind));
        assert!(
            alike.any(|(_, closed)| *closed == Some(safeguard)),
            "{safeguard} {kind} {gate}"
        );
    }
}

#[tokio::test]
async fn a_refused_extradition_is_not_ended_past_the_duty() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 210).await.unwrap();
    let turn = [None, None].map(|closed| (Kind::Extradition, closed));
    let all = cases(&town, (Gate::End, &turn), road(Gate::End))
        .await
        .unwrap();
    let [held, met] = all.try_into().unwrap();
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
