//! The folder in which a node is built before it gets its place. A file lock tells one that is being built from one that an
//! interrupted `init` left: the next `init` removes the latter.

use std::fs::File;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use office::Dice;

use crate::config;
use crate::error::{Error, Result};
use crate::files::sync_folder;

const LOCK: &str = "init.lock";
const MARK: &str = ".new-";

/// A folder under construction.
#[derive(Debug)]
pub(crate) struct Staging {
    path: PathBuf,
    target: PathBuf,
    inside: bool,
    lock: File,
}

impl Staging {
    /// Begin to build what will be `target`.
    pub(crate) fn begin(target: &Path, dice: &dyn Dice) -> Result<Self> {
        let inside = target.exists();
        let (folder, prefix) = if inside {
            (target.to_owned(), MARK.to_owned())
        } else {
            beside(target)?
        };
        std::fs::create_dir_all(&folder).map_err(|e| Error::file("created", &folder, e))?;
        sweep(&folder, &prefix)?;
        if inside {
            refuse_occupied(target)?;
        }
        let mut random = [0; 4];
        dice.fill(&mut random);
        let path = folder.join(format!("{prefix}{}", seal::hex(&random)));
        let made = std::fs::DirBuilder::new().mode(0o700).create(&path);
        made.map_err(|e| Error::file("created", &path, e))?;
        let lock = File::create(path.join(LOCK)).and_then(|lock| lock.lock().map(|()| lock));
        Ok(Self {
            lock: lock.map_err(|e| Error::file("locked", &path, e))?,
            target: target.to_owned(),
            path,
            inside,
        })
    }

    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Move what was built into place. The config goes last: a folder without it is no node.
    pub(crate) fn finish(self) -> Result<()> {
        let moved = self.put_in_place();
        if moved.is_err() {
            self.give_up();
        }
        moved
    }

    fn put_in_place(&self) -> Result<()> {
        let failed = |e| Error::file("put in place", &self.target, e);
        sync_folder(&self.path).map_err(failed)?;
        // The lock goes last: whatever a killed `init` leaves behind is still known for what it is.
        if self.inside {
            let mut names = names(&self.path)?;
            names.retain(|name| name != LOCK);
            names.sort_by_key(|name| name == config::FILE);
            for name in names {
                std::fs::rename(self.path.join(&name), self.target.join(&name)).map_err(failed)?;
            }
            std::fs::remove_dir_all(&self.path).map_err(failed)?;
            return sync_folder(&self.target).map_err(failed);
        }
        std::fs::rename(&self.path, &self.target).map_err(failed)?;
        sync_folder(self.target.parent().unwrap_or(Path::new("."))).map_err(failed)?;
        std::fs::remove_file(self.target.join(LOCK)).map_err(failed)
    }

    /// Leave nothing behind.
    pub(crate) fn give_up(&self) {
        let _ = self.lock.unlock();
        if let Err(error) = std::fs::remove_dir_all(&self.path) {
            tracing::warn!(%error, path = %self.path.display(), "could not remove what was half made");
        }
    }
}

fn beside(target: &Path) -> Result<(PathBuf, String)> {
    let Some(name) = target.file_name().and_then(|name| name.to_str()) else {
        return Err(occupied(target, "is no name for a folder"));
    };
    let parent = target.parent().filter(|p| !p.as_os_str().is_empty());
    Ok((
        parent.unwrap_or(Path::new(".")).to_owned(),
        format!("{name}{MARK}"),
    ))
}

fn names(folder: &Path) -> Result<Vec<String>> {
    let failed = |e| Error::file("read", folder, e);
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        names.push(
            entry
                .map_err(failed)?
                .file_name()
                .to_string_lossy()
                .into_owned(),
        );
    }
    Ok(names)
}

/// Remove what an interrupted `init` left; one that is still at work holds its lock.
fn sweep(folder: &Path, prefix: &str) -> Result<()> {
    for name in names(folder)? {
        if !name.starts_with(prefix) {
            continue;
        }
        let path = folder.join(&name);
        let removed = match File::open(path.join(LOCK)) {
            Ok(lock) if lock.try_lock().is_ok() => std::fs::remove_dir_all(&path),
            Ok(_) => Ok(()),
            // Killed before it had a lock, it holds nothing; what holds something is not ours to remove.
            Err(_) => {
                let _ = std::fs::remove_dir(&path);
                Ok(())
            }
        };
        removed.map_err(|e| Error::file("removed", &path, e))?;
    }
    Ok(())
}

fn occupied(target: &Path, what: &'static str) -> Error {
    Error::Occupied {
        path: target.display().to_string(),
        what,
    }
}

fn refuse_occupied(target: &Path) -> Result<()> {
    let names = names(target)?;
    if names.iter().any(|name| name == config::FILE) {
        return Err(occupied(
            target,
            "already holds a node; nothing was touched",
        ));
    }
    if names.iter().any(|name| name.starts_with(MARK)) {
        return Err(occupied(target, "another `comity init` is at work here"));
    }
    if !names.is_empty() {
        return Err(occupied(
            target,
            "is not empty: choose another folder, or empty it",
        ));
    }
    Ok(())
}
