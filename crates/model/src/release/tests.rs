//! Releases: each gate tried with a part that should hold, and a generator that hides words in every way and place.

use proptest::prelude::*;
use proptest::sample::select;

use super::generate::{self, Trap};
use super::*;

#[test]
fn a_sound_source_is_released_whole_and_says_what_it_lost() {
    let case = generate::case(Trap::None, 7);
    let proposal = build(&case.source, &case.recipient, case.on);
    let Outcome::Release(release) = proposal.outcome else {
        panic!("{:?}", proposal.found)
    };
    assert_eq!(release.identity.len(), 3);
    assert_eq!(release.statements.len(), 3);
    assert_eq!(proposal.lost.get(&Tells::Statement), Some(&1));
    let own = release.label.decide(&case.recipient, case.on);
    assert!(own.permitted(), "who it is for may read it");
}

#[test]
fn each_trap_ends_as_it_should() {
    for trap in Trap::ALL {
        for seed in 0..20 {
            let case = generate::case(*trap, seed);
            let proposal = build(&case.source, &case.recipient, case.on);
            generate::judge(*trap, &case, &proposal)
                .unwrap_or_else(|why| panic!("{trap} {seed}: {why}"));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn nothing_hidden_leaves(trap in select(Trap::ALL), seed in any::<u64>()) {
        let case = generate::case(trap, seed);
        let proposal = build(&case.source, &case.recipient, case.on);
        prop_assert_eq!(generate::judge(trap, &case, &proposal), Ok(()));
    }
}
