//! A recall among many nodes over a bad post: `cargo run -p sim --bin recall`. Takes the number of nodes, how many of a hundred messages
//! are lost, how many of a hundred nodes are cut off, and a seed.

use std::io::Write as _;

use sim::recall::Recall;

fn main() -> std::io::Result<()> {
    let said: Vec<u64> = std::env::args()
        .skip(1)
        .filter_map(|n| n.parse().ok())
        .collect();
    let number = |i: usize, else_: u64| said.get(i).copied().unwrap_or(else_);
    let count = |i: usize, else_: u64| usize::try_from(number(i, else_)).unwrap_or(0);
    let recall = Recall {
        nodes: count(0, 1000),
        lost: count(1, 10),
        cut_off: count(2, 15),
        seed: number(3, 1),
    };
    write!(std::io::stdout(), "{}", recall.play())
}
