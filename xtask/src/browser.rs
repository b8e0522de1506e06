//! Journeys in a real browser (`e2e/`): npm brings the driver, Debian brings Chromium, the demo is the built binary.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::report::{self, Count};
use crate::tools::{self, Failure};

/// The step of `cargo xtask test`.
pub(crate) fn step() -> Result<Count, String> {
    let comity = tools::build_comity(false)?;
    report::counted(&mut node("run.mjs", &comity)?)
}

/// The task `e2e`: the same alone, with the terminal attached.
pub(crate) fn journeys_alone() -> Result<(), Failure> {
    crate::prerequisites::ensure().map_err(Failure::usage)?;
    let comity = tools::build_comity(false)?;
    Ok(tools::run(&mut node("run.mjs", &comity)?)?)
}

/// The task `shots`: a picture of each page, to be looked at by a person.
pub(crate) fn shots() -> Result<(), Failure> {
    crate::prerequisites::ensure().map_err(Failure::usage)?;
    let comity = tools::build_comity(false)?;
    Ok(tools::run(&mut node("shots.mjs", &comity)?)?)
}

/// A script of `e2e/`, its two packages installed exactly as the lock file says.
pub(crate) fn node(script: &str, comity: &Path) -> Result<Command, String> {
    let folder = tools::root().join("e2e");
    if !installed(&folder) {
        tools::run(
            Command::new("npm")
                .args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"])
                .current_dir(&folder),
        )?;
    }
    let mut command = Command::new("node");
    command
        .arg(script)
        .env("COMITY_BIN", comity)
        .current_dir(folder);
    tools::tell_ci(&mut command);
    Ok(command)
}

/// npm leaves a copy of the lock file in what it installed; a newer lock file means: install again.
fn installed(folder: &Path) -> bool {
    let time = |path: PathBuf| {
        std::fs::metadata(path)
            .and_then(|data| data.modified())
            .ok()
    };
    let lock = time(folder.join("package-lock.json"));
    let done = time(folder.join("node_modules/.package-lock.json"));
    matches!((lock, done), (Some(lock), Some(done)) if lock <= done)
}
