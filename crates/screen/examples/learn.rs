//! Learns the tables of `src/names/learned/` from the shared development data: `cargo run --release -p screen --example learn -- DATA OUT`.
//!
//! `channel.txt`: what letters of one script become in another, by hard expectation-maximisation over pairs of names that mean
//! the same. `population.txt`: how often a part of a name occurs among people. Where the data comes from stands at the head of
//! each table. Counting only: no row is kept, and the same data gives the same tables.

#[path = "learn/channel.rs"]
mod channel;
#[path = "../benches/shared/data.rs"]
mod data;
#[path = "learn/population.rs"]
mod population;
#[path = "learn/spellings.rs"]
mod spellings;

use std::fs;
use std::path::PathBuf;

use data::Fault;
use population::Population;
use spellings::Spellings;

const USAGE: &str = "cargo run --release -p screen --example learn -- DATA OUT";

fn main() -> Result<(), Fault> {
    let data = data::folder(USAGE)?;
    let out = std::env::args().nth(2).map(PathBuf::from);
    let out = out.ok_or_else(|| format!("where to write the tables? {USAGE}"))?;
    let records = data::lists(&data)?;
    let mut spellings = Spellings::default();
    spellings.between_scripts(&data)?;
    spellings.on_lists(&records);
    let mut population = Population::default();
    population.organisations(&records);
    population.people(&data)?;
    for (name, table) in [
        ("channel.txt", channel::table(&spellings)),
        ("population.txt", population.table()),
    ] {
        let path = out.join(name);
        fs::write(&path, table).map_err(|error| format!("{}: {error}", path.display()))?;
    }
    Ok(())
}
