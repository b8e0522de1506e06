//! Running the executable.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What a command answered.
#[derive(Debug)]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Said {
    fn from(output: Output) -> Said {
        Said {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Said {
    /// It ended with this code and said all of this, on either channel.
    #[track_caller]
    pub(crate) fn with(self, code: i32, words: &[&str]) -> Said {
        let all = format!("{}{}", self.out, self.err);
        for word in words {
            assert!(all.contains(word), "no {word:?} in:\n{all}");
        }
        assert_eq!(self.code, code, "{all}");
        // Errors are written for people: nothing of how our types are written.
        for debug in ["Error {", "Error(", "Some(", "panicked"] {
            assert!(!all.contains(debug), "{all}");
        }
        self
    }
}

/// The executable with these arguments and nothing of this machine's settings.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    for (name, _) in std::env::vars_os() {
        if name.to_string_lossy().starts_with("COMITY_") {
            command.env_remove(name);
        }
    }
    command.args(arguments).stdin(Stdio::null());
    command
}

/// Run it.
pub(crate) fn comity(arguments: &[&str]) -> Said {
    command(arguments).output().unwrap().into()
}

/// A temporary folder with a node in it, opened by a key file.
pub(crate) struct House {
    pub(crate) root: tempfile::TempDir,
    pub(crate) dir: String,
}

impl House {
    pub(crate) fn new(state: &str) -> House {
        let root = tempfile::tempdir().unwrap();
        let dir = text(&root.path().join("n"));
        let key = text(&root.path().join("key"));
        let (pages, peers) = ports();
        comity(&[
            "init",
            "--state",
            state,
            "--dir",
            &dir,
            "--key-file",
            &key,
            "--pages-port",
            &pages,
            "--peers-port",
            &peers,
        ])
        .with(0, &["fingerprint", "root.chest"]);
        House { root, dir }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.root.path().join(name)
    }

    /// A command on this node.
    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        comity(&[arguments, &["--dir", &self.dir]].concat())
    }

    /// Write a file beside the node.
    pub(crate) fn file(&self, name: &str, bytes: &[u8]) -> String {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        text(&path)
    }
}

/// Two free ports of this machine.
pub(crate) fn ports() -> (String, String) {
    let free = || node::init::free_port().unwrap().port().to_string();
    (free(), free())
}

pub(crate) fn text(path: &Path) -> String {
    path.display().to_string()
}

/// A file of the repository.
pub(crate) fn repository(path: &str) -> String {
    text(
        &Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../..")
            .join(path),
    )
}

/// Every file below a folder, by name.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}
