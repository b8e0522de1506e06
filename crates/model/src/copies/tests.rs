//! Copies and notices: what a forged, late or repeated notice does, and properties over random runs.

use proptest::prelude::*;

use super::replay::{Action, Scenario, Share};
use super::*;

fn notice(kind: NoticeKind, version: u64) -> Notice {
    Notice {
        owner: "XA".to_owned(),
        kind,
        version,
    }
}

#[test]
fn a_notice_binds_when_its_owner_signed_it_and_it_is_new() {
    let copy = Copy::received("XA", 1);
    let recall = notice(NoticeKind::Recall, 2);
    assert_eq!(copy.hear(&recall, "XB").unwrap_err().code, "COPY-OWNER");
    let anothers = Notice {
        owner: "XB".to_owned(),
        ..recall.clone()
    };
    assert_eq!(copy.hear(&anothers, "XB").unwrap_err().code, "COPY-OWNER");
    let (gone, receipt) = copy.hear(&recall, "XA").unwrap();
    assert_eq!((gone.state, receipt.version), (CopyState::Withdrawn, 2));
    // Again, an older one, and the record itself out of a backup: nothing comes back to life.
    assert_eq!(gone.hear(&recall, "XA").unwrap().0, gone);
    assert_eq!(
        gone.hear(&notice(NoticeKind::Correct, 1), "XA").unwrap().0,
        gone
    );
    assert_eq!(
        gone.hear(&notice(NoticeKind::Correct, 9), "XA")
            .unwrap()
            .0
            .state,
        CopyState::Withdrawn
    );
    assert_eq!(gone.come_again(1).state, CopyState::Withdrawn);
    let held = Copy { hold: true, ..copy };
    assert_eq!(held.hear(&recall, "XA").unwrap().0.state, CopyState::Sealed);
}

#[test]
fn an_older_version_never_replaces_a_newer_one() {
    let copy = Copy::received("XA", 1);
    let (new, _) = copy.hear(&notice(NoticeKind::Correct, 3), "XA").unwrap();
    assert_eq!(
        new.hear(&notice(NoticeKind::Correct, 2), "XA").unwrap().0,
        new
    );
    assert_eq!(new.come_again(1), new);
}

#[test]
fn the_register_refuses_what_its_owner_did_not_allow() {
    let mut register = Register::new("XA");
    register.share(("XA", "XB"), false, 1).unwrap();
    assert_eq!(
        register.share(("XB", "XC"), false, 2).unwrap_err().code,
        "COPY-CONSENT"
    );
    assert_eq!(
        register.share(("XD", "XC"), true, 2).unwrap_err().code,
        "COPY-ABSENT"
    );
    register.share(("XB", "XC"), true, 3).unwrap();
    assert_eq!(
        register
            .give_notice("XB", NoticeKind::Recall)
            .unwrap_err()
            .code,
        "COPY-OWNER"
    );
    let recall = register.give_notice("XA", NoticeKind::Recall).unwrap();
    assert_eq!(
        register.share(("XA", "XD"), true, 5).unwrap_err().code,
        "COPY-RECALLED"
    );
    register.confirmed("XB", recall.version, 6);
    register.confirmed("XZ", recall.version, 6);
    register.confirmed("XC", recall.version + 5, 6);
    assert_eq!(register.confirmed_by(10), BTreeSet::from(["XB"]));
    assert_eq!(register.overdue(10), BTreeSet::from(["XC"]));
    assert_eq!(
        register.confirmed_by(5),
        BTreeSet::new(),
        "it confirmed later"
    );
}

fn node() -> impl Strategy<Value = String> {
    (0..8_u8).prop_map(|n| format!("N{n}"))
}

prop_compose! {
    fn share()(frm in node(), to in node(), t in 0..40_i64, consent in any::<bool>()) -> Share {
        Share { frm, to, t, consent }
    }
}

prop_compose! {
    fn scenario()(
        shares in proptest::collection::vec(share(), 0..30),
        offline in proptest::collection::btree_map(node(), (0..60_i64, 0..60_i64), 0..5),
        kind in proptest::sample::select(NoticeKind::ALL),
        t in 0..40_i64,
        last in 1..40_i64,
        by in proptest::option::of(node()),
    ) -> Scenario {
        Scenario {
            nodes: (0..8).map(|n| format!("N{n}")).collect(),
            origin: "N0".to_owned(),
            offline,
            shares,
            action: Action { kind, t, deadline: t + last, by },
        }
    }
}

proptest! {
    #[test]
    fn every_holder_has_confirmed_or_is_named(scenario in scenario()) {
        let played = scenario.play();
        let ours = scenario.action.by.as_deref().is_none_or(|by| by == "N0");
        let mut all = played.acknowledged_by_deadline.clone();
        all.extend(played.overdue_at_deadline.clone());
        prop_assert!(played.acknowledged_by_deadline.is_disjoint(&played.overdue_at_deadline));
        prop_assert!(played.holders.is_disjoint(&played.never_told));
        if ours {
            prop_assert_eq!(&all, &played.holders, "none is silent");
            let came = scenario.shares.iter().filter(|share| share.t < scenario.action.t);
            let accepted = came.filter(|share| share.to != "N0" && !played.refused_shares.contains(&share.t));
            for share in accepted.filter(|share| !scenario.offline.contains_key(&share.to)) {
                prop_assert!(played.acknowledged_by_deadline.contains(&share.to), "who was there confirmed");
            }
        } else {
            prop_assert!(all.is_empty(), "a forged notice is confirmed by nobody");
        }
        for share in scenario.shares.iter().filter(|share| share.frm != "N0" && !share.consent) {
            prop_assert!(played.refused_shares.contains(&share.t));
        }
    }
}
