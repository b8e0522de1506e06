//! `comity backup`: a backup as a folder that sha256sum can check, and a node made from one. A backup holds rows, files, the
//! config and what the State says of itself; never a key.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Read as _;
use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use model::Digest;
use office::Progress;

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome};
use super::reach::{self, Dir};
use crate::config::{self, Config};
use crate::files;
use crate::init::{CARD_FILE, STATE_FILE};

mod restore;

/// The list of files with their digests, as sha256sum reads it.
const MANIFEST: &str = "manifest-sha256.txt";
/// What stands in the folder for whoever finds it.
const README: &str = "A backup of a Comity node: rows/ (one file for each table), blobs/ (evidence, papers, lists), the config and what the\nState says of itself. Texts and files are encrypted as they were in the node. It holds NO KEYS: keep the folder keys/ and the\npassphrase or key file in another place; without them nobody can read this backup.\n\nCheck it:    sha256sum --check manifest-sha256.txt\nRestore it:  comity backup restore --from THIS-FOLDER --keys KEYS-FOLDER --dir NEW-FOLDER\n";
/// Largest of the small files.
const SMALL_BYTES_MAX: usize = 16 << 20;

/// What can be done with backups.
#[derive(Debug, Subcommand)]
pub(crate) enum Backup {
    /// Write a backup into a new folder; the node may run
    Make {
        /// A folder that does not exist yet, or is empty
        #[arg(long, value_name = "PATH")]
        out: PathBuf,
        #[command(flatten)]
        dir: Dir,
    },
    /// Make a node from a backup, in a new folder
    Restore(Restore),
}

/// What a node is made from again.
#[derive(Debug, Args)]
pub(crate) struct Restore {
    /// The backup
    #[arg(long, value_name = "PATH")]
    from: PathBuf,
    /// The new node's folder: absent or empty
    #[arg(long, value_name = "PATH")]
    dir: PathBuf,
    /// The folder with the node's keys, brought from where they are kept; copied
    #[arg(long, value_name = "PATH")]
    keys: PathBuf,
    /// A config to use in place of the backup's, as one that names a PostgreSQL database
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    /// File with the key that opens the keys; else as the config says
    #[arg(long, value_name = "PATH", conflicts_with = "passphrase_file")]
    key_file: Option<PathBuf>,
    /// File whose first line is the passphrase of the keys; else as the config says
    #[arg(long, value_name = "PATH")]
    passphrase_file: Option<PathBuf>,
}

/// The command.
pub(super) fn run(backup: Backup) -> Outcome {
    match backup {
        Backup::Make { out, dir } => {
            let out = reach::absolute(&out)?;
            dir.act(Act::BackupMake { out })
        }
        Backup::Restore(asked) => restore::run(&asked),
    }
}

/// The act: nothing half-written remains.
pub(super) async fn make(here: &Here, out: &Path, progress: &dyn Progress) -> Outcome {
    let existed = out.exists();
    if existed && !std::fs::read_dir(out).is_ok_and(|mut names| names.next().is_none()) {
        return Err(Fail::input(format!(
            "{}: this is not an empty folder; name a new one",
            out.display()
        )));
    }
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(out)
        .map_err(|e| Fail::file("created", out, &e))?;
    // A folder that was there may be open to others; what is written into it is not theirs to read.
    std::fs::set_permissions(out, std::fs::Permissions::from_mode(0o700))
        .map_err(|e| Fail::file("closed to others", out, &e))?;
    match write(here, out, progress).await {
        Ok(done) => Ok(done),
        Err(fail) => {
            empty(out, existed);
            Err(fail)
        }
    }
}

fn empty(out: &Path, keep: bool) {
    if !keep {
        let _ = std::fs::remove_dir_all(out);
        return;
    }
    for entry in std::fs::read_dir(out).into_iter().flatten().flatten() {
        let path = entry.path();
        let _ = match path.is_dir() {
            true => std::fs::remove_dir_all(&path),
            false => std::fs::remove_file(&path),
        };
    }
}

async fn write(here: &Here, out: &Path, progress: &dyn Progress) -> Outcome {
    office::backup::make(&here.office, &here.operator(), out, progress).await?;
    let mut config = Config::load(&here.dir)?;
    // The address may hold a password, and a restored node must not write into the old one's database.
    config.store.url = String::new();
    files::replace(&out.join(config::FILE), config.file().as_bytes())?;
    for name in [STATE_FILE, CARD_FILE] {
        let path = here.dir.join(name);
        if path.exists() {
            files::replace(&out.join(name), &files::read(&path, SMALL_BYTES_MAX)?)?;
        }
    }
    files::replace(&out.join("README.txt"), README.as_bytes())?;
    let digests = digests(out, progress)?;
    let mut text = String::new();
    for (path, digest) in &digests {
        let _ = writeln!(text, "{digest}  {path}");
    }
    files::replace(&out.join(MANIFEST), text.as_bytes())?;
    let blobs = digests.keys().filter(|path| path.starts_with("blobs/"));
    Ok(Done::said(format!(
        "backup in {}\n    {} files, {} of them evidence, papers or lists\n    it holds no keys: keep {}/keys and what opens them in another place\n",
        out.display(),
        digests.len(),
        blobs.count(),
        here.dir.display(),
    )))
}

/// Every file of a backup but the list itself, with its digest.
fn digests(folder: &Path, progress: &dyn Progress) -> Result<BTreeMap<String, Digest>, Fail> {
    let mut found = Vec::new();
    for part in ["", "rows", "blobs"] {
        let sub = folder.join(part);
        let entries = std::fs::read_dir(&sub).map_err(|e| Fail::file("read", &sub, &e))?;
        for entry in entries {
            let entry = entry.map_err(|e| Fail::file("read", &sub, &e))?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let whole = match part {
                "" => name,
                part => format!("{part}/{name}"),
            };
            let kind = entry
                .file_type()
                .map_err(|e| Fail::file("read", &entry.path(), &e))?;
            if kind.is_file() && whole != MANIFEST {
                found.push(whole);
            } else if !kind.is_dir() && !kind.is_file() {
                return Err(Fail::input(format!(
                    "{}: is neither file nor folder; a backup has no such thing",
                    entry.path().display()
                )));
            }
        }
    }
    let total = found.len() as u64;
    let mut digests = BTreeMap::new();
    for (done, name) in found.into_iter().enumerate() {
        progress.step(done as u64, Some(total), "manifest");
        let digest = digest(&folder.join(&name))?;
        digests.insert(name, digest);
    }
    progress.step(total, Some(total), "manifest");
    Ok(digests)
}

fn digest(path: &Path) -> Result<Digest, Fail> {
    let failed = |e: std::io::Error| Fail::file("read", path, &e);
    let mut file = std::fs::File::open(path).map_err(failed)?;
    let mut hasher = seal::Hasher::new();
    let mut buffer = vec![0; 1 << 20];
    loop {
        let n = file.read(&mut buffer).map_err(failed)?;
        if n == 0 {
            return Ok(hasher.finish());
        }
        hasher.update(buffer.get(..n).unwrap_or_default());
    }
}
