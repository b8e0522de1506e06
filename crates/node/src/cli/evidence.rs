//! `comity evidence`: writing the package of a request, and checking a package without any node.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use model::{Actor, Purpose, RequestId};
use office::Progress;
use office::evidence;
use office::people;
use office::reader::WorklistFilter;
use serde::{Deserialize, Serialize};

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::{self, Dir};
use super::signer::Signer;
use crate::files;

/// What can be done with evidence.
#[derive(Debug, Subcommand)]
pub(crate) enum Evidence {
    /// Write the evidence package of a request: a BagIt folder that proves itself
    Export {
        /// Number or id of the request
        request: String,
        /// A folder that does not exist yet, or is empty
        #[arg(long, value_name = "PATH")]
        out: PathBuf,
        /// Login of the case officer who exports it: the operator reads no cases
        #[arg(long, value_name = "LOGIN")]
        officer: String,
        /// File whose first line is that officer's password; without it you are asked on the terminal
        #[arg(long, value_name = "FILE")]
        password_file: Option<PathBuf>,
        #[command(flatten)]
        dir: Dir,
    },
    /// Check an evidence package, or the record for the defence; needs no node
    Verify {
        /// The package's folder, or the file of the record
        package: PathBuf,
    },
}

/// An export, on the way to the node, with what proves the officer.
#[derive(Serialize, Deserialize)]
pub(crate) struct Wanted {
    /// Number or id.
    request: String,
    /// The folder, as an absolute path.
    out: PathBuf,
    signer: Signer,
}

impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Wanted(..)")
    }
}

/// The command.
pub(super) fn run(command: Evidence) -> Outcome {
    match command {
        Evidence::Export {
            request,
            out,
            officer,
            password_file,
            dir,
        } => {
            let out = reach::absolute(&out)?;
            let signer = Signer::ask(officer, password_file.as_deref())?;
            dir.act(Act::EvidenceExport(Wanted {
                request,
                out,
                signer,
            }))
        }
        Evidence::Verify { package } => verify(&package),
    }
}

fn verify(package: &Path) -> Outcome {
    let read = match (package.is_dir(), package.is_file()) {
        (true, _) => evidence::bag::verify(package),
        (_, true) => {
            office::defence::verify(&files::read(package, office::defence::FILE_BYTES_MAX)?)
        }
        _ => {
            let place = package.display();
            return Err(Fail::input(format!(
                "{place}: there is no such folder or file"
            )));
        }
    };
    let report = read.map_err(|error| {
        let what = match error {
            office::Error::Input { what, .. } => plain(&what),
            other => Fail::from(other).text,
        };
        Fail::input(format!("{}: {what}", package.display()))
    })?;
    let mut out = String::new();
    for line in &report.lines {
        let mark = if line.ok { "OK" } else { "DOES NOT HOLD" };
        let _ = writeln!(
            out,
            "{mark:<14} {}: {}",
            plain(&line.place),
            plain(&line.text)
        );
    }
    let last = if report.ok {
        "The package holds. Compare the fingerprints above with what the States themselves publish."
    } else {
        "The package DOES NOT HOLD: see the lines marked so."
    };
    let _ = writeln!(out, "{last}");
    Ok(Done::said(out).holding(report.ok))
}

/// The act, as the officer who signs in for it and out again: an export reads a case, and the operator reads none.
pub(super) async fn export(here: &Here, wanted: Wanted, progress: &dyn Progress) -> Outcome {
    let (officer, token) = wanted.signer.sign_in(here).await?;
    let done = export_as(here, &officer, (&wanted, progress)).await;
    people::sign_out(&here.office, &token).await?;
    done
}

async fn export_as(
    here: &Here,
    actor: &Actor,
    (wanted, progress): (&Wanted, &dyn Progress),
) -> Outcome {
    let id = request_of(here, actor, &wanted.request).await?;
    let out = &wanted.out;
    evidence::export_bag(&here.office, actor, id, out, progress).await?;
    Ok(Done::said(format!(
        "written to {}\ncheck it anywhere: comity evidence verify {}\n",
        out.display(),
        out.display()
    )))
}

/// The request of this number or id.
pub(super) async fn request_of(here: &Here, actor: &Actor, said: &str) -> Result<RequestId, Fail> {
    match said.parse::<RequestId>() {
        Ok(id) => Ok(id),
        Err(_) => by_number(here, actor, said).await,
    }
}

async fn by_number(here: &Here, actor: &Actor, number: &str) -> Result<RequestId, Fail> {
    let reader = here.office.read(actor, Purpose::Mla).await?;
    let filter = WorklistFilter {
        over: true,
        number: Some(number.trim().to_owned()),
        ..WorklistFilter::default()
    };
    let found = reader.worklist(&filter).await?.rows.into_iter().next();
    found.map(|line| line.request.id).ok_or_else(|| {
        Fail::refused(format!(
            "no request has the number or id {:?}",
            plain(number)
        ))
    })
}
