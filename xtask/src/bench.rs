//! The task `bench`: measures what `docs/benchmarks.md` lists, on the release build, and prints its rows.
//! It measures and prints; a person pastes the rows, with the machine they were measured on.

pub(crate) mod asking;
pub(crate) mod node;

use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::tools::{self, Failure};
use crate::{browser, prerequisites};

/// Bytes of a mebibyte.
const MIB: f64 = 1_048_576.0;

/// Runs everything; stops at the first thing that does not run, because a figure beside a failure means nothing.
pub(crate) fn run() -> Result<(), Failure> {
    prerequisites::ensure().map_err(Failure::usage)?;
    let begun = Instant::now();
    let comity = tools::build_comity(true)?;
    println!(
        "release build: {:.0} s (clean only if the target folder was empty)",
        begun.elapsed().as_secs_f64()
    );
    let folder = tools::fresh_folder("bench")?;
    let done = measure(&comity, &folder);
    std::fs::remove_dir_all(&folder).ok();
    Ok(done?)
}

fn measure(comity: &Path, folder: &Path) -> Result<(), String> {
    let demo = folder.join("demo");
    let begun = Instant::now();
    tools::run(
        Command::new(comity)
            .args(["demo", "--script", "--fresh", "--dir"])
            .arg(&demo),
    )?;
    let walk = begun.elapsed().as_secs_f64();

    println!("\n| what | figure | how |\n| --- | --- | --- |");
    row(
        "size of the binary, stripped",
        &format!("{:.1} MiB", stripped_mib(comity, folder)?),
        "`strip`",
    );
    row(
        "the whole walk",
        &format!("{walk:.1} s"),
        "`comity demo --script --fresh`",
    );
    node::measure(comity, folder)?;
    asking::measure(comity, folder)?;
    tools::run(browser::node("bench.mjs", comity)?.arg(&demo))
}

/// One row of the table in `docs/benchmarks.md`.
fn row(what: &str, figure: &str, how: &str) {
    println!("| {what} | {figure} | {how} |");
}

/// Mebibytes of the binary without symbols.
fn stripped_mib(comity: &Path, folder: &Path) -> Result<f64, String> {
    let copy = folder.join("stripped");
    tools::run(Command::new("strip").arg("-o").arg(&copy).arg(comity))?;
    let bytes = std::fs::metadata(&copy)
        .map_err(|error| format!("{}: {error}", copy.display()))?
        .len();
    Ok(bytes as f64 / MIB)
}
