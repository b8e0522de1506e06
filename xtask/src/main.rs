//! Developer tasks: `cargo xtask <task>`.
//!
//! Here live the things that a developer and the integration machine do alike: find or install what the tests need,
//! start a throw-away PostgreSQL, run every check, measure, take pictures. Nothing here ships, and nothing here knows
//! how Comity works inside: it runs cargo, node and the built `comity`.
#![forbid(unsafe_code)]
#![expect(
    clippy::disallowed_methods,
    reason = "tasks live at the edge: they read the environment and wait for real processes"
)]

mod bench;
mod browser;
mod papers;
mod postgres;
mod prerequisites;
mod report;
mod tests_all;
mod tidy;
mod tools;
mod yente;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask <task>

  test [--fast]  everything the integration machine runs: prerequisites, PostgreSQL, formatting, clippy, tidy,
                 all tests, browser journeys. --fast: formatting, clippy, tidy and the tests that need no server
  ci             the same as test
  tidy           the rules of the house that are not clippy's: arrows, lengths, words, languages, licences
  db             start a PostgreSQL for work by hand and keep it until Ctrl-C
  e2e            build comity and walk the browser journeys
  shots          build comity and take a picture of each page into e2e/out, and docs/desk.png for the README
  papers         set every paper in every language and make pictures of them, to be looked at
  bench          measure what docs/benchmarks.md lists and print its rows (release build)
  asking [--debug]
                 only how fast programs are answered over HTTP; part of bench
  yente --checkout DIR [--python FILE]
                 run the API tests of a fetched opensanctions/yente against a node of ours
  setup          only find or install what the tests need
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["test" | "ci"] => return tests_all::run(false),
        ["test" | "ci", "--fast"] => return tests_all::run(true),
        ["tidy"] => tidy::run(),
        ["db"] => postgres::keep(),
        ["e2e"] => browser::journeys_alone(),
        ["shots"] => browser::shots(),
        ["papers"] => papers::run(),
        ["bench"] => bench::run(),
        ["asking", words @ ..] => bench::asking::run(words),
        ["yente", words @ ..] => yente::run(words),
        ["setup"] => prerequisites::ensure().map_err(tools::Failure::usage),
        [] | ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => Err(tools::Failure::usage(format!(
            "unknown task: {}\n\n{USAGE}",
            words.join(" ")
        ))),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{}", failure.text);
            ExitCode::from(failure.code)
        }
    }
}
