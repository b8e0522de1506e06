//! The treaty atlas for all pairs: 193 members of the United Nations, each with each other, four kinds of help.
//! `cargo bench -p model --bench atlas`; the goal is under a second.

use std::time::Instant;

use model::basis::atlas::Sheet;
use model::basis::{Catalogue, Help};
use model::state::{StateProfile, World};

const KINDS: [Help; 4] = [
    Help::Mla,
    Help::Extradition,
    Help::Evidence,
    Help::JointTeam,
];

fn main() {
    let states: Vec<StateProfile> = World::built_in()
        .states()
        .filter(|country| country.un_member)
        .map(|country| StateProfile::unknown(country.code.clone(), country.code.as_str()))
        .collect();
    let day = jiff::civil::date(2014, 1, 9);
    let catalogue = Catalogue::built_in();
    let started = Instant::now();
    let sheet = Sheet::on(catalogue, &states, &KINDS, day);
    let (mut pairs, mut binding, mut unknown) = (0_u32, 0_u64, 0_u64);
    for one in &states {
        for other in states.iter().filter(|other| other.code != one.code) {
            for help in KINDS {
                let answers = sheet.between(&one.code, &other.code, help);
                binding += u64::from(answers.binding.count());
                unknown += u64::from(answers.unknown.count());
                pairs += 1;
            }
        }
    }
    let took = started.elapsed();
    println!(
        "{pairs} questions (193 x 192 pairs x 4 kinds) in {} ms: {binding} treaties bind, {unknown} are unknown",
        took.as_millis()
    );
}
