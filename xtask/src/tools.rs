//! Small things every task needs: where the workspace is, whether a program is there, running one.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Why a task stopped: a sentence for the developer and the exit code.
#[derive(Debug)]
pub(crate) struct Failure {
    /// What went wrong and what to do.
    pub(crate) text: String,
    /// 1: something failed; 2: the task could not begin (wrong use, a missing program).
    pub(crate) code: u8,
}

impl Failure {
    /// The task could not begin.
    pub(crate) fn usage(text: impl Into<String>) -> Failure {
        Failure {
            text: text.into(),
            code: 2,
        }
    }
}

impl From<String> for Failure {
    fn from(text: String) -> Failure {
        Failure { text, code: 1 }
    }
}

/// The folder with the root Cargo.toml.
pub(crate) fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// True where the integration machine runs us: then nothing may be skipped.
pub(crate) fn in_ci() -> bool {
    std::env::var_os("CI")
        .is_some_and(|value| !value.is_empty() && value != "false" && value != "0")
}

/// Tells a child what we understood by `CI`, so that no test reads it in another way: `true`, or not set at all.
pub(crate) fn tell_ci(command: &mut Command) {
    if in_ci() {
        command.env("CI", "true");
    } else {
        command.env_remove("CI");
    }
}

/// Finds a program on the PATH.
pub(crate) fn which(name: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(name))
        .find(|file| file.is_file())
}

/// The cargo that runs us.
pub(crate) fn cargo() -> Command {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.current_dir(root());
    tell_ci(&mut command);
    command
}

/// Runs to the end with the terminal attached; an exit code other than 0 is an error that names the command.
pub(crate) fn run(command: &mut Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| format!("cannot start {}: {error}", shown(command)))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} ended with {status}", shown(command)))
    }
}

/// Runs to the end and returns what was printed; errors carry what was printed on the other channel.
pub(crate) fn output(command: &mut Command) -> Result<String, String> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cannot start {}: {error}", shown(command)))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!(
            "{} ended with {}\n{}",
            shown(command),
            output.status,
            String::from_utf8_lossy(&output.stderr)
        ))
    }
}

/// The command as one would type it.
pub(crate) fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(
        command
            .get_args()
            .map(|word| word.to_string_lossy().into_owned()),
    );
    words.join(" ")
}

/// Where cargo puts what it builds (it may lie outside the clone).
pub(crate) fn target_folder() -> Result<PathBuf, String> {
    let text = output(cargo().args(["metadata", "--format-version=1", "--no-deps"]))?;
    let metadata: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    metadata
        .get("target_directory")
        .and_then(serde_json::Value::as_str)
        .map(PathBuf::from)
        .ok_or_else(|| "cargo metadata names no target_directory".to_owned())
}

/// Builds the binary `comity` and says where it lies.
pub(crate) fn build_comity(release: bool) -> Result<PathBuf, String> {
    let mut command = cargo();
    command.args(["build", "--locked", "--package", "node", "--bin", "comity"]);
    if release {
        command.arg("--release");
    }
    run(&mut command)?;
    let profile = if release { "release" } else { "debug" };
    Ok(target_folder()?.join(profile).join("comity"))
}

/// A fresh empty folder under the system's temporary folder.
pub(crate) fn fresh_folder(purpose: &str) -> Result<PathBuf, String> {
    let folder = std::env::temp_dir().join(format!("comity-{purpose}-{}", std::process::id()));
    std::fs::remove_dir_all(&folder).ok();
    std::fs::create_dir_all(&folder)
        .map_err(|error| format!("cannot make {}: {error}", folder.display()))?;
    Ok(folder)
}
