//! Three hundred pairs of real States against the raw tables of the depositary, read by another route: `pairs.csv` was
//! worked out from the tables as published, not from the file that the product ships. Thirty of them were compared with
//! the tables by eye.

use super::code;
use crate::basis::atlas::{Sheet, between};
use crate::basis::{Answer, Catalogue, Help, standing};
use crate::state::{StateProfile, World};

const PAIRS: &str = include_str!("pairs.csv");

fn state(name: &str) -> StateProfile {
    StateProfile::unknown(code(name), name)
}

#[test]
fn no_firm_answer_is_wrong() {
    let catalogue = Catalogue::built_in();
    let (mut pairs, mut unknown) = (0, 0);
    for line in PAIRS.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let [one, other, instrument, day, expected] = cells.as_slice() else {
            panic!("{line}");
        };
        let (one, other) = (state(one), state(other));
        let day = day.parse().expect("day");
        let found = |sides| {
            standing(catalogue, instrument, sides, (None, day))
                .binding
                .answer()
        };
        let answer = found((&one, &other));
        assert_eq!(answer.code(), *expected, "{line}");
        assert_eq!(answer, found((&other, &one)), "the other way round: {line}");
        pairs += 1;
        unknown += usize::from(answer == Answer::Unknown);
    }
    assert_eq!(pairs, 300);
    println!("of {pairs} pairs {unknown} are unknown");
}

#[test]
fn the_sheet_says_of_all_pairs_what_the_atlas_says_of_one() {
    let catalogue = Catalogue::built_in();
    // Members of the United Nations and parties that are none.
    let states: Vec<StateProfile> = World::built_in()
        .states()
        .map(|country| StateProfile::unknown(country.code.clone(), "S"))
        .step_by(9)
        .chain(["EU", "VA", "PS"].map(state))
        .collect();
    let kinds = [
        Help::Mla,
        Help::Extradition,
        Help::Evidence,
        Help::JointTeam,
    ];
    let day = "2012-06-01".parse().expect("day");
    let sheet = Sheet::on(catalogue, &states, &kinds, day);
    let mut binding = 0;
    for one in &states {
        for other in &states {
            for help in kinds {
                let answers = sheet.between(&one.code, &other.code, help);
                let lines = between(catalogue, (one, other), help, day);
                for (places, wanted) in [
                    (&answers.binding, Answer::Binding),
                    (&answers.unknown, Answer::Unknown),
                ] {
                    let mut ids: Vec<&str> = lines
                        .iter()
                        .filter(|line| line.standing.binding.answer() == wanted)
                        .map(|line| line.instrument.id.as_str())
                        .collect();
                    ids.sort_unstable();
                    assert_eq!(sheet.ids(places).collect::<Vec<_>>(), ids);
                    assert_eq!(places.count() as usize, ids.len());
                }
                binding += answers.binding.count();
            }
        }
    }
    assert!(binding > 1000, "{binding}");
}
