//! Releases of generated sources with a trap each: none may leak, none that may leave may be held.
//! `cargo bench -p model --bench release -- [COUNT]`; a million without a number.
#![expect(
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a measurement stops where it fails"
)]

use std::time::Instant;

use model::release::build;
use model::release::generate::{Trap, case, judge};

fn main() {
    let count = std::env::args()
        .skip(1)
        .find_map(|text| text.parse().ok())
        .unwrap_or(1_000_000_u64);
    let started = Instant::now();
    let (mut wrong, mut building) = (0_u64, std::time::Duration::ZERO);
    for (seed, trap) in (0..count).zip(Trap::ALL.iter().cycle()) {
        let made = case(*trap, seed);
        let begun = Instant::now();
        let proposal = build(&made.source, &made.recipient, made.on);
        building += begun.elapsed();
        if let Err(why) = judge(*trap, &made, &proposal) {
            wrong += 1;
            if wrong <= 10 {
                println!("{trap} {seed}: {why}");
            }
        }
    }
    println!(
        "{count} sources in {} kinds: {wrong} wrong; {:.1} microseconds each to build, {:.1} s in all",
        Trap::ALL.len(),
        building.as_secs_f64() * 1e6 / count as f64,
        started.elapsed().as_secs_f64()
    );
    assert_eq!(wrong, 0, "a release leaked or was held for nothing");
}
