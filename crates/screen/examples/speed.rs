//! Queries a second on one core.
use screen::{Index, Query};
use std::fs;
use std::time::Instant;
include!("shared/common.rs");
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let index = Index::build(lists(&dir));
    let mut queries = vec![];
    for (f, step) in [
        ("yente_positives_un.csv", 1),
        ("yente_negatives_global.csv", 20),
        ("yente_negatives_us.csv", 20),
    ] {
        for r in csv(&format!("{dir}/labelled/{f}")).iter().step_by(step) {
            queries.push(Query::person(
                r.get("query_name").unwrap_or_else(|| &r["full_name"]),
            ));
        }
    }
    let cpu = || {
        fs::read_to_string("/proc/self/schedstat")
            .unwrap()
            .split(' ')
            .next()
            .unwrap()
            .parse::<f64>()
            .unwrap()
            / 1e9
    };
    for round in 0..3 {
        let before = cpu();
        let mut times: Vec<f64> = queries
            .iter()
            .map(|q| {
                let t = Instant::now();
                std::hint::black_box(index.search(q, 5, 0.7));
                t.elapsed().as_secs_f64()
            })
            .collect();
        let total: f64 = cpu() - before;
        times.sort_by(f64::total_cmp);
        println!(
            "round {round}: {} queries {:.0}/s p50 {:.3} ms p99 {:.3} ms max {:.3}",
            times.len(),
            times.len() as f64 / total,
            times[times.len() / 2] * 1e3,
            times[times.len() * 99 / 100] * 1e3,
            times[times.len() - 1] * 1e3
        );
    }
}
