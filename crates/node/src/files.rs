//! Small files that must be whole or absent: written beside their place, synced, then renamed; and read with a limit.

use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::Path;

use crate::error::{Error, Result};

/// Readable by the node's own user only.
const PRIVATE: u32 = 0o600;

/// Write a file whole, or leave what stood there before; readable by its owner only.
///
/// # Errors
/// What the disk says.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let failed = |e| Error::file("written", path, e);
    let (folder, beside) = beside(path)?;
    let write = || -> std::io::Result<()> {
        let mut file = OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(PRIVATE)
            .open(&beside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        std::fs::rename(&beside, path)?;
        sync_folder(folder)
    };
    write().map_err(|e| {
        let _ = std::fs::remove_file(&beside);
        failed(e)
    })
}

/// As [`replace`], and overwrite what the old file held once nothing names it any more. A disk that moves blocks about may
/// keep a copy all the same; the operator's guide says so.
///
/// # Errors
/// What the disk says.
pub fn replace_and_wipe(path: &Path, bytes: &[u8]) -> Result<()> {
    let old = OpenOptions::new().write(true).open(path);
    replace(path, bytes)?;
    let Ok(mut old) = old else { return Ok(()) };
    let mut wipe = || -> std::io::Result<()> {
        let length = usize::try_from(old.metadata()?.len()).unwrap_or(0);
        old.rewind()?;
        old.write_all(&vec![0; length])?;
        old.sync_all()
    };
    wipe().map_err(|e| Error::file("wiped", path, e))
}

fn beside(path: &Path) -> Result<(&Path, std::path::PathBuf)> {
    match (path.parent(), path.file_name().and_then(|n| n.to_str())) {
        (Some(folder), Some(name)) => Ok((folder, folder.join(format!(".{name}.new")))),
        _ => Err(Error::file(
            "written",
            path,
            std::io::ErrorKind::InvalidInput.into(),
        )),
    }
}

/// Make the names in a folder last.
///
/// # Errors
/// What the disk says.
pub fn sync_folder(folder: &Path) -> std::io::Result<()> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    File::open(folder)?.sync_all()
}

/// Read a file of at most `bytes_max` bytes.
///
/// # Errors
/// What the disk says; a longer file is refused.
pub fn read(path: &Path, bytes_max: usize) -> Result<Vec<u8>> {
    let failed = |e| Error::file("read", path, e);
    let mut bytes = Vec::new();
    File::open(path)
        .map_err(failed)?
        .take(bytes_max as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(failed)?;
    if bytes.len() > bytes_max {
        return Err(failed(std::io::Error::new(
            std::io::ErrorKind::FileTooLarge,
            format!("larger than {bytes_max} bytes"),
        )));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    #[test]
    fn whole_or_absent() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        replace(&path, b"one").unwrap();
        let held = File::open(&path).unwrap();
        replace_and_wipe(&path, b"two!").unwrap();
        assert_eq!(read(&path, 4).unwrap(), b"two!");
        assert!(read(&path, 3).is_err());
        let mut old = Vec::new();
        (&held).read_to_end(&mut old).unwrap();
        assert_eq!(old, [0; 3], "what the old file held is gone");
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(std::fs::read_dir(dir.path()).unwrap().count(), 1);
        assert!(replace(&dir.path().join("no/such"), b"").is_err());
    }
}
