//! Taint that goes with what is derived, and use within what the owner allowed.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::refusals::refused;
use super::*;

fn items(obtained: &[Option<Obtained>], edges: &[(usize, usize)]) -> Vec<EvidenceItem> {
    let mut items: Vec<EvidenceItem> = (0_u8..)
        .zip(obtained)
        .map(|(n, how)| {
            let mut one = item(n + 1, start());
            one.provenance.obtained = *how;
            one
        })
        .collect();
    for (child, parent) in edges {
        let id = items[*parent].id;
        items[*child].provenance.derived_from.insert(id);
    }
    items
}

#[test]
fn taint_goes_with_everything_derived() {
    let items = items(
        &[
            Some(Obtained::Tainted),
            None,
            None,
            Some(Obtained::AtLiberty),
            None,
        ],
        // The circle between 1 and 2 harms nobody.
        &[(1, 0), (2, 1), (1, 2), (4, 3)],
    );
    let taints = taints(&items);
    let of = |n: usize| taints[&items[n].id];
    assert_eq!(
        [of(0), of(1), of(2), of(3), of(4)],
        [
            Taint::Tainted,
            Taint::Tainted,
            Taint::Tainted,
            Taint::Clean,
            Taint::Clean,
        ]
    );
    for usage in Use::ALL {
        let tainted = supports(Taint::Tainted, *usage);
        assert_eq!(tainted.is_ok(), *usage == Use::ProvingTorture, "{usage}");
        let unknown = supports(Taint::Unknown, *usage);
        assert_eq!(unknown.is_err(), usage.rests_on_it(), "{usage}");
        assert!(supports(Taint::Clean, *usage).is_ok());
    }
}

fn graphs() -> impl Strategy<Value = (Vec<Option<Obtained>>, Vec<(usize, usize)>)> {
    let how = prop_oneof![
        Just(None),
        proptest::sample::select(Obtained::ALL).prop_map(Some)
    ];
    proptest::collection::vec(how, 1..12).prop_flat_map(|how| {
        let n = how.len();
        let edges = proptest::collection::vec((0..n, 0..n), 0..24);
        (Just(how), edges)
    })
}

proptest! {
    /// An item is exactly as bad as the worst that reaches it.
    #[test]
    fn taint_is_the_worst_of_all_ancestors((how, edges) in graphs()) {
        let items = items(&how, &edges);
        let taints = taints(&items);
        for start in 0..items.len() {
            let (mut seen, mut todo) = (BTreeSet::new(), vec![start]);
            let mut worst = Taint::Clean;
            while let Some(n) = todo.pop() {
                if seen.insert(n) {
                    worst = worst.max(how[n].map_or(Taint::Clean, Obtained::taint));
                    todo.extend(edges.iter().filter(|(child, _)| *child == n).map(|(_, parent)| *parent));
                }
            }
            prop_assert_eq!(taints[&items[start].id], worst);
        }
    }
}

fn received(limits: Option<UseLimits>) -> Request {
    let mut request = Town::acknowledged(Standing::Complete).a;
    request.evidence = vec![EvidenceItem {
        limits,
        ..item(1, start())
    }];
    request
}

fn limits(level: UseLevel) -> UseLimits {
    UseLimits {
        level,
        only: BTreeSet::new(),
        onward: Onward::No,
        expires: Some(date(2026, 9, 15)),
        confidential: true,
    }
}

fn usage(usage: Use, to: Option<&str>) -> UseEvidence {
    UseEvidence {
        evidence: item(1, start()).id,
        usage,
        purpose: "The trial of the second accused".into(),
        to: to.map(state),
    }
}

fn code(request: &Request, one: &UseEvidence) -> Option<&'static str> {
    request
        .may_use(one, start())
        .err()
        .map(|refusal| refusal.code)
}

#[test]
fn use_stays_within_what_the_owner_allowed() {
    let intelligence = received(Some(limits(UseLevel::Intelligence)));
    for (one, expected) in [
        (usage(Use::Reading, None), None),
        (usage(Use::Intelligence, None), None),
        (usage(Use::Court, None), Some("DP-06")),
        (usage(Use::Arrest, None), Some("DP-06")),
        (usage(Use::Screening, None), Some("DP-06")),
        (usage(Use::OtherProceedings, None), Some("DP-06")),
        (usage(Use::Onward, Some("XC")), Some("DP-06")),
        (usage(Use::Defence, None), None),
    ] {
        assert_eq!(code(&intelligence, &one), expected, "{}", one.usage);
    }
    let police = received(Some(limits(UseLevel::Police)));
    assert_eq!(code(&police, &usage(Use::Investigation, None)), None);
    assert_eq!(code(&police, &usage(Use::Court, None)), Some("DP-06"));
    let judicial = received(None);
    assert_eq!(code(&judicial, &usage(Use::Court, None)), None);
    assert_eq!(
        code(&judicial, &usage(Use::Onward, Some("XC"))),
        Some("DP-06")
    );
    assert_eq!(
        code(&judicial, &usage(Use::OtherProceedings, None)),
        Some("DP-06")
    );
    let late = intelligence.may_use(
        &usage(Use::Reading, None),
        "2026-09-16T00:00:00Z".parse().unwrap(),
    );
    assert_eq!(late.unwrap_err().code, "USE-EXPIRED");
}

#[test]
fn an_owner_consents_to_one_use_and_to_that_one_only() {
    let intelligence = received(Some(limits(UseLevel::Intelligence)));
    let consent = SafeguardAct::Consent(Consent {
        evidence: item(1, start()).id,
        usage: Use::Onward,
        to: Some(state("XC")),
        reference: "XB/77".into(),
        on: date(2026, 3, 2),
    });
    let mut consented = intelligence.clone();
    consented.guard.record = intelligence
        .note_use(&consent, (&by("XA", 1), start()))
        .unwrap();
    assert_eq!(code(&consented, &usage(Use::Onward, Some("XC"))), None);
    assert_eq!(
        code(&consented, &usage(Use::Onward, Some("XD"))),
        Some("DP-06")
    );
    assert_eq!(code(&consented, &usage(Use::Court, None)), Some("DP-06"));
    // To the defence it goes at once, and it is kept that the owner is to be told.
    let told = intelligence
        .note_use(
            &SafeguardAct::Use(usage(Use::Defence, None)),
            (&by("XA", 1), start()),
        )
        .unwrap();
    assert_eq!(told.exculpatory, [item(1, start()).id]);
}

#[test]
fn what_comes_from_torture_does_not_leave() {
    let mut town = Town::acknowledged(Standing::Complete);
    town.b(|r, now| r.accept(&accept_act(), &by("XB", 3), now));
    town.b(|r, now| r.begin_execution(&Progress::default(), &by("XB", 3), now));
    let b = town.b.clone().unwrap();
    let mut bare = item(1, town.now);
    bare.kind = "statement".into();
    let attach =
        |b: &Request, item: EvidenceItem| b.attach(&Attach { item }, &by("XB", 3), town.now);
    assert_eq!(
        refused(attach(&b, bare.clone())),
        ("MISSING", Some("/obtained".into()))
    );
    let mut tainted = bare;
    tainted.provenance.obtained = Some(Obtained::Tainted);
    let with = attach(&b, tainted.clone()).unwrap().0;
    let mut found = item(2, town.now);
    found
        .provenance
        .derived_from
        .insert(EvidenceId::new(start(), [9; 10]));
    assert_eq!(refused(attach(&with, found.clone())).0, "EVIDENCE-UNKNOWN");
    found.provenance.derived_from = BTreeSet::from([tainted.id]);
    let with = attach(&with, found.clone()).unwrap().0;
    let with = with
        .report(&report_act(), &by("XB", 3), town.now)
        .unwrap()
        .0;
    let back = |proving_torture| {
        let act = ReturnEvidence {
            items: vec![found.id],
            certificate: "True copies".into(),
            custody: vec![(found.id, custody("sent", town.now, 1))],
            proving_torture,
        };
        with.return_evidence(&act, &by("XB", 3), town.now)
    };
    assert_eq!(
        back(false).unwrap_err().code,
        "CAT-15",
        "found because of it"
    );
    assert!(back(true).is_ok());
}
