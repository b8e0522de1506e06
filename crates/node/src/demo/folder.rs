//! The demo's folder: one process at a time, begun anew without ever leaving half of the old, and the number of the run.

use std::fs::File;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::files::{self, sync_folder};

/// Marks a folder as the demo's own, and holds the number of the run. Without it the rest of the folder is being emptied.
const MARK: &str = "comity-demo.txt";
/// Held by the process that runs the demo. It is the first thing in a new folder and the last to stay.
const LOCK: &str = "comity-demo.lock";
/// Longest mark that is read.
const MARK_BYTES_MAX: usize = 64;

/// A folder that is ours for as long as this lives.
#[derive(Debug)]
pub(crate) struct Folder {
    dir: PathBuf,
    run: u32,
    _lock: File,
}

impl Folder {
    /// Take a folder that is absent, empty or the demo's; begin anew where that is asked for.
    ///
    /// # Errors
    /// [`Error::Occupied`] where it is somebody else's, or another process runs the demo in it.
    pub(crate) fn take(dir: &Path, fresh: bool) -> Result<Self> {
        std::fs::create_dir_all(dir).map_err(|e| Error::file("created", dir, e))?;
        let names = names(dir)?;
        if !names.is_empty() && !names.iter().any(|name| name == MARK || name == LOCK) {
            let what = "is not a folder of the demo; name another with --dir, nothing was touched";
            return Err(occupied(dir, what));
        }
        let lock = lock(dir)?;
        let mark = dir.join(MARK);
        if fresh && mark.exists() {
            std::fs::remove_file(&mark).map_err(|e| Error::file("removed", &mark, e))?;
            sync_folder(dir).map_err(|e| Error::file("written", dir, e))?;
        }
        if !mark.exists() {
            // A new folder; or one that was being emptied, perhaps by a process that was killed.
            empty(dir)?;
            write(&mark, 1)?;
        }
        let bytes = files::read(&mark, MARK_BYTES_MAX)?;
        let run = String::from_utf8_lossy(&bytes).trim().parse();
        let run = run.map_err(|_| Error::config(mark.display().to_string(), "holds no number"))?;
        Ok(Self {
            dir: dir.to_owned(),
            run,
            _lock: lock,
        })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.dir
    }

    /// The number of the run.
    pub(crate) const fn run(&self) -> u32 {
        self.run
    }

    /// The walk of this run was played to its end: the next one is another.
    ///
    /// # Errors
    /// What the disk says.
    pub(crate) fn played(&mut self) -> Result<()> {
        self.run += 1;
        write(&self.dir.join(MARK), self.run)
    }
}

fn write(mark: &Path, run: u32) -> Result<()> {
    files::replace(mark, format!("{run}\n").as_bytes())
}

fn names(dir: &Path) -> Result<Vec<String>> {
    let failed = |e| Error::file("read", dir, e);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(dir).map_err(failed)? {
        let name = entry.map_err(failed)?.file_name();
        names.push(name.to_string_lossy().into_owned());
    }
    Ok(names)
}

fn occupied(dir: &Path, what: &'static str) -> Error {
    Error::Occupied {
        path: dir.display().to_string(),
        what,
    }
}

fn lock(dir: &Path) -> Result<File> {
    let path = dir.join(LOCK);
    let failed = |e| Error::file("locked", &path, e);
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => {
            let what =
                "another process runs the demo in this folder; stop it first, nothing was touched";
            Err(occupied(dir, what))
        }
        Err(std::fs::TryLockError::Error(source)) => Err(failed(source)),
    }
}

fn empty(dir: &Path) -> Result<()> {
    for name in names(dir)?.into_iter().filter(|name| name != LOCK) {
        let path = dir.join(name);
        let removed = if path.is_dir() && !path.is_symlink() {
            std::fs::remove_dir_all(&path)
        } else {
            std::fs::remove_file(&path)
        };
        removed.map_err(|e| Error::file("removed", &path, e))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ours_alone_and_never_half_emptied() {
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path();
        let xa = dir.join("xa");
        let mut folder = Folder::take(dir, false).unwrap();
        assert_eq!(folder.run(), 1);
        std::fs::create_dir(&xa).unwrap();
        folder.played().unwrap();
        for fresh in [false, true] {
            let error = Folder::take(dir, fresh).unwrap_err().line();
            assert!(error.contains("another process"), "{error}");
        }
        drop(folder);
        assert_eq!(Folder::take(dir, false).unwrap().run(), 2);
        assert!(xa.exists());
        // Killed in the middle of emptying: the mark went first, half of a State is still there.
        std::fs::remove_file(dir.join(MARK)).unwrap();
        assert_eq!(Folder::take(dir, false).unwrap().run(), 1);
        assert!(!xa.exists());
        std::fs::create_dir(&xa).unwrap();
        Folder::take(dir, true).unwrap();
        assert!(!xa.exists());
    }

    #[test]
    fn a_foreign_folder_is_left_alone() {
        let dir = tempfile::tempdir().unwrap();
        let theirs = dir.path().join("thesis.tex");
        std::fs::write(&theirs, "chapter one").unwrap();
        for fresh in [false, true] {
            let error = Folder::take(dir.path(), fresh).unwrap_err().line();
            assert!(error.contains("not a folder of the demo"), "{error}");
        }
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
        assert!(theirs.exists());
    }
}
