//! Releases: each gate tried with a part that should hold, and a generator that hides words in every way and place.

use jiff::civil::date;
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

#[test]
fn a_release_is_reviewed_when_a_part_of_it_says_so() {
    for (review_by, expires, expect) in [
        (None, None, None),
        (Some(date(2026, 9, 1)), None, Some(date(2026, 9, 1))),
        (None, Some(date(2026, 8, 1)), Some(date(2026, 8, 1))),
        (
            Some(date(2026, 7, 1)),
            Some(date(2026, 8, 1)),
            Some(date(2026, 7, 1)),
        ),
        (
            Some(date(2030, 1, 1)),
            Some(date(2031, 1, 1)),
            Some(date(2030, 1, 1)),
        ),
    ] {
        let mut case = generate::case(Trap::None, 7);
        let label = case.source.parts[1].label.as_mut().unwrap();
        (label.review_by, label.expires) = (review_by, expires);
        let Outcome::Release(release) = build(&case.source, &case.recipient, case.on).outcome
        else {
            panic!("it may leave")
        };
        assert_eq!(release.label.review_by, expect);
    }
}

/// Letters and digits that are nobody's words, as many.
fn noise(count: usize) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    let next = |n: &u32| Some(n.wrapping_mul(1_664_525).wrapping_add(1_013_904_223));
    std::iter::successors(Some(7), next)
        .map(|n| char::from(letters[n as usize / 65_536 % letters.len()]))
        .take(count)
        .collect()
}

#[test]
fn what_is_padded_until_nobody_looks_is_held() {
    let mut case = generate::case(Trap::None, 7);
    let code = generate::base64(&case.source.dirty[0]);
    let told = |case: &generate::Case| build(&case.source, &case.recipient, case.on).outcome;
    let at = case.source.parts.iter().position(|part| part.id == "p4");
    let part = |case: &mut generate::Case, text: String| {
        case.source.parts[at.unwrap()].text = text;
    };
    part(&mut case, noise(1_000));
    assert!(matches!(told(&case), Outcome::Release(_)));
    part(&mut case, format!("{} {code}", noise(60_000)));
    assert_eq!(told(&case), Outcome::Hold);
    // Encoded more often than is looked for.
    let often = (0..6).fold(case.source.dirty[0].clone(), |text, _| {
        generate::base64(&text)
    });
    part(&mut case, often);
    assert_eq!(told(&case), Outcome::Hold);
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
