//! The task `test`: everything the integration machine runs, in the order in which a mistake is cheapest to find.

use std::process::ExitCode;

use crate::report::{self, Count, Report};
use crate::{browser, postgres, prerequisites, tidy, tools};

/// Reference data that some tests read from `shared/data` beside or above the clone: folders, and what is in them.
const SHARED_DATA: [(&str, &str); 5] = [
    ("vectors", "the published vectors of seal"),
    ("sharing/synthetic", "the label vectors"),
    ("requests", "the States of the shared request cases"),
    ("frontline/mrz", "the samples of machine-readable zones"),
    ("screening/lists", "the real UN list"),
];

/// Runs every step, or with `fast` those that need nothing installed.
pub(crate) fn run(fast: bool) -> ExitCode {
    if fast && tools::in_ci() {
        eprintln!("--fast skips tests, and where CI is set nothing may be skipped");
        return ExitCode::from(2);
    }
    if !fast && let Err(text) = prerequisites::ensure() {
        eprintln!("{text}");
        return ExitCode::from(2);
    }
    let mut report = Report::default();
    report.step("formatting", || {
        tools::run(tools::cargo().args(["fmt", "--all", "--check"])).map(|()| Count::ONE)
    });
    report.step("tidy", tidy::step);
    report.step("clippy", clippy);
    if fast {
        report.step("tests of the pure rooms", || {
            let rooms = ["model", "seal", "screen", "paper", "interchange"];
            let mut command = tools::cargo();
            command.args(["test", "--locked", "--no-fail-fast"]);
            command.args(rooms.iter().flat_map(|room| ["--package", room]));
            report::counted(&mut command)
        });
        return report.close();
    }
    // Those tests count as passed, and what they print is hidden: it is said here, and counted as skipped.
    if let Some(line) = without_shared_data() {
        report.step("shared test data", || {
            println!("{line}");
            Ok(Count {
                skipped: 1,
                ..Count::default()
            })
        });
    }
    report.step("tests", tests);
    report.step("browser journeys", browser::step);
    if tools::which("cargo-deny").is_some() {
        report.step("cargo deny", deny);
    } else {
        println!(
            "\ncargo-deny is not installed: tidy's own checks of licences and bans stand in for it; sources were not checked"
        );
    }
    report.close()
}

/// What the tests will not find and therefore not test, in one line; nothing where all of it is there.
fn without_shared_data() -> Option<String> {
    let root = tools::root();
    let there = |folder: &str| {
        root.ancestors()
            .any(|above| above.join("shared/data").join(folder).is_dir())
    };
    let lost: Vec<&str> = SHARED_DATA
        .into_iter()
        .filter_map(|(folder, what)| (!there(folder)).then_some(what))
        .collect();
    if lost.is_empty() {
        return None;
    }
    Some(format!(
        "not tested, because no shared/data beside or above the clone has them: {}",
        lost.join(", ")
    ))
}

fn clippy() -> Result<Count, String> {
    let mut command = tools::cargo();
    command.args([
        "clippy",
        "--locked",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]);
    tools::run(&mut command).map(|()| Count::ONE)
}

/// All tests of the workspace, doc tests among them, the store's suite on SQLite and on our PostgreSQL.
fn tests() -> Result<Count, String> {
    let server = postgres::Postgres::start()?;
    println!("PostgreSQL for the store's suite: {}", server.url());
    let mut command = tools::cargo();
    command
        .args(["test", "--locked", "--workspace", "--no-fail-fast"])
        .env("STORE_URL", server.url());
    // Snapshots are compared here; they are rewritten only by hand.
    if std::env::var_os("INSTA_UPDATE").is_none() {
        command.env("INSTA_UPDATE", "no");
    }
    report::counted(&mut command)
}

/// Only what needs no advisory database, which cannot be fetched everywhere.
fn deny() -> Result<Count, String> {
    tools::run(tools::cargo().args(["deny", "check", "bans", "licenses", "sources"]))
        .map(|()| Count::ONE)
}
