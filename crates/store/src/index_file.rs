//! The file of the screening index: made from the lists, so it is in no backup and in no ledger. It is named by what it was made
//! from, written beside its place, synced and renamed: under its name it is whole.

use std::fs::{File, OpenOptions};
use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use model::Digest;

use crate::error::{Error, Result, with_file};
use crate::fault;
use crate::map::{Mapped, mapped};
use crate::open::Store;

/// The folder, in the node's.
const FOLDER: &str = "index";
/// How an unfinished file's name ends.
const DRAFT: &str = "draft";
/// Such a file may be this large (bytes).
const BYTES_MAX: u64 = 16 << 30;

impl Store {
    fn index_path(&self, of: &Digest) -> PathBuf {
        self.dir().join(FOLDER).join(format!("screening-{of}.idx"))
    }

    /// The index made from this, mapped; `None` where there is none. Nothing of it is read now.
    ///
    /// # Errors
    /// What the disk says; [`Error::Damaged`] for a file larger than any index.
    pub fn index_file(&self, of: &Digest) -> Result<Option<Mapped>> {
        let path = self.index_path(of);
        let file = match File::open(&path) {
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            opened => opened.map_err(with_file("opened", &path))?,
        };
        let size = file.metadata().map_err(with_file("read", &path))?.len();
        if size > BYTES_MAX {
            return Err(Error::Damaged {
                place: path.display().to_string(),
                what: format!("it has {size} bytes, and an index has {BYTES_MAX} at most"),
            });
        }
        mapped(&file).map(Some).map_err(with_file("mapped", &path))
    }

    /// Keep an index and map it. Older files, and what was left unfinished, are removed; whoever has one mapped goes on reading it.
    /// It waits for the disk. One caller at a time.
    ///
    /// # Errors
    /// What the disk says.
    pub fn keep_index(&self, of: &Digest, bytes: &[u8]) -> Result<Mapped> {
        let path = self.index_path(of);
        let folder = self.dir().join(FOLDER);
        std::fs::create_dir_all(&folder).map_err(with_file("created", &folder))?;
        let draft = path.with_extension(DRAFT);
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&draft)
            .map_err(with_file("created", &draft))?;
        file.write_all(bytes)
            .map_err(with_file("written", &draft))?;
        file.sync_all().map_err(with_file("written", &draft))?;
        fault::point("index.named")?;
        std::fs::rename(&draft, &path).map_err(with_file("named", &path))?;
        File::open(&folder)
            .and_then(|folder| folder.sync_all())
            .map_err(with_file("written", &folder))?;
        clear(&folder, &path)?;
        let file = File::open(&path).map_err(with_file("opened", &path))?;
        mapped(&file).map_err(with_file("mapped", &path))
    }
}

/// Removes every file of the folder but one.
fn clear(folder: &Path, but: &Path) -> Result<()> {
    for entry in std::fs::read_dir(folder).map_err(with_file("read", folder))? {
        let path = entry.map_err(with_file("read", folder))?.path();
        if path != but {
            std::fs::remove_file(&path).map_err(with_file("removed", &path))?;
        }
    }
    Ok(())
}
