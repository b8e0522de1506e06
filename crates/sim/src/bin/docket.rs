//! A year of a docket in seconds: `cargo run -p sim --bin docket`. Takes the number of States and of requests, and a seed.

use std::io::Write as _;

use jiff::Timestamp;
use sim::docket::Docket;

fn main() -> std::io::Result<()> {
    let said: Vec<u64> = std::env::args()
        .skip(1)
        .filter_map(|n| n.parse().ok())
        .collect();
    let number = |i: usize, else_: u64| said.get(i).copied().unwrap_or(else_);
    let docket = Docket {
        states: usize::try_from(number(0, 20)).unwrap_or(20),
        requests: usize::try_from(number(1, 2000)).unwrap_or(2000),
        seed: number(2, 1),
    };
    let start = Timestamp::from_second(1_767_225_600).unwrap_or(Timestamp::UNIX_EPOCH);
    let report = docket.play(start);
    write!(std::io::stdout(), "{report}")
}
