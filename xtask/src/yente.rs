//! The task `yente`: the tests that opensanctions/yente brings for its own HTTP API, run against a node of ours. The checkout is
//! fetched by whoever runs it and nothing of it is kept here: its tests are copied to a throw-away folder, where the client they
//! share is replaced by one that asks our node over HTTP, and their two datasets are imported as lists.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::bench::node::{self, Running};
use crate::tools::{self, Failure};

/// What takes the place of the checkout's own client and fixtures.
const CONFTEST: &str = include_str!("yente/conftest.py");
/// The test files that ask through the client alone.
const TESTS: &[&str] = &[
    "test_base.py",
    "test_match.py",
    "test_search.py",
    "test_entity.py",
    "test_reconcile.py",
];
/// The datasets these tests are about.
const DATASETS: [&str; 2] = ["zala", "parteispenden"];
/// The officer who answers for what the tests ask.
const LOGIN: &str = "tester";

/// Runs them. `words`: `--checkout DIR [--python FILE]`; the Python needs the checkout's own dependencies and pytest.
pub(crate) fn run(words: &[&str]) -> Result<(), Failure> {
    let value = |name: &str| {
        let at = words.iter().position(|word| *word == name)?;
        words.get(at + 1).copied()
    };
    let Some(checkout) = value("--checkout") else {
        let how = "cargo xtask yente --checkout DIR [--python FILE]: DIR is a checkout of opensanctions/yente";
        return Err(Failure::usage(how.to_owned()));
    };
    let python = value("--python").unwrap_or("python3");
    let comity = tools::build_comity(false)?;
    let folder = tools::fresh_folder("yente")?;
    let done = ask(&comity, (&folder, Path::new(checkout)), python);
    std::fs::remove_dir_all(&folder).ok();
    Ok(done?)
}

fn ask(comity: &Path, (folder, checkout): (&Path, &Path), python: &str) -> Result<(), String> {
    let port = node::free_port()?;
    let house = folder.join("node");
    let lists = DATASETS.map(|name| {
        let file = checkout.join(format!("tests/fixtures/dataset/{name}/entities.ftm.json"));
        (name.to_owned(), file)
    });
    let key = made(comity, folder, (&house, port), &lists)?;
    let running = Running::start(comity, &house, port)?;
    let tests = copied(checkout, folder)?;
    let mut command = Command::new(python);
    command
        .args([
            "-m",
            "pytest",
            "-p",
            "no:cacheprovider",
            "-q",
            "-rA",
            "--tb=line",
        ])
        .args(TESTS.iter().map(|name| tests.join(name)))
        .env("COMITY_YENTE_URL", format!("http://localhost:{port}/yente"))
        .env("COMITY_YENTE_KEY", key)
        .env("PYTHONDONTWRITEBYTECODE", "1")
        .current_dir(folder);
    let asked = tools::run(&mut command);
    running.stop()?;
    asked
}

/// Makes a node that holds these lists, by short name and file; answers a key to ask it with.
pub(crate) fn made(
    comity: &Path,
    folder: &Path,
    (house, port): (&Path, u16),
    lists: &[(String, PathBuf)],
) -> Result<String, String> {
    let password = folder.join("password");
    std::fs::write(&password, "a password for an hour\n")
        .map_err(|error| format!("{}: {error}", password.display()))?;
    let command = |words: &[&str]| {
        let mut command = Command::new(comity);
        command.args(words).arg("--dir").arg(house);
        command
    };
    let (pages, peers) = (port.to_string(), node::free_port()?.to_string());
    let init = [
        "init",
        "--state",
        "XA",
        "--pages-port",
        &pages,
        "--peers-port",
        &peers,
    ];
    tools::output(
        command(&init)
            .arg("--key-file")
            .arg(folder.join("node.key")),
    )?;
    let officer = [
        "officer",
        "add",
        "--login",
        LOGIN,
        "--name",
        LOGIN,
        "--role",
        "case_officer",
    ];
    tools::output(command(&officer).arg("--password-file").arg(&password))?;
    for (name, file) in lists {
        let list = [
            "list", "import", "--format", "ftm-json", "--id", name, "--name", name,
        ];
        tools::output(command(&list).arg(file))?;
    }
    let said = tools::output(&mut command(&[
        "screen",
        "key",
        "add",
        "tests",
        "--officer",
        LOGIN,
        "--days",
        "1",
    ]))?;
    let key = said.lines().next().unwrap_or_default().trim();
    match key.is_empty() {
        true => Err(format!("comity screen key add answered no key: {said}")),
        false => Ok(key.to_owned()),
    }
}

/// The checkout's tests in a folder of their own, with our client in the place of theirs.
fn copied(checkout: &Path, folder: &Path) -> Result<PathBuf, String> {
    let (from, to) = (checkout.join("tests"), folder.join("tests"));
    std::fs::create_dir_all(&to).map_err(|error| format!("{}: {error}", to.display()))?;
    for name in TESTS.iter().copied().chain(["__init__.py", "conftest.py"]) {
        let file = from.join(name);
        let mut text = std::fs::read_to_string(&file)
            .map_err(|error| format!("{}: {error}; is it a checkout of yente?", file.display()))?;
        if name == "conftest.py" {
            text.push_str(CONFTEST);
        }
        let file = to.join(name);
        std::fs::write(&file, text).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    copied_folder(&from.join("fixtures"), &to.join("fixtures"))?;
    Ok(to)
}

/// A folder and all below it.
fn copied_folder(from: &Path, to: &Path) -> Result<(), String> {
    let wrong = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    std::fs::create_dir_all(to).map_err(|error| wrong(to, error))?;
    for entry in std::fs::read_dir(from).map_err(|error| wrong(from, error))? {
        let path = entry.map_err(|error| wrong(from, error))?.path();
        let Some(name) = path.file_name() else {
            continue;
        };
        let beside = to.join(name);
        match path.is_dir() {
            true => copied_folder(&path, &beside)?,
            false => {
                std::fs::copy(&path, &beside).map_err(|error| wrong(&path, error))?;
            }
        }
    }
    Ok(())
}
