//! `comity evidence`: writing the package of a request, and checking a package without any node.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Subcommand;
use model::{Purpose, RequestId};
use office::Progress;
use office::evidence;
use office::reader::WorklistFilter;

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, plain};
use super::reach::{self, Dir};

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
        #[command(flatten)]
        dir: Dir,
    },
    /// Check an evidence package; needs no node
    Verify {
        /// The package's folder
        package: PathBuf,
    },
}

/// The command.
pub(super) fn run(command: Evidence) -> Outcome {
    match command {
        Evidence::Export { request, out, dir } => {
            let out = reach::absolute(&out)?;
            dir.act(Act::EvidenceExport { request, out })
        }
        Evidence::Verify { package } => verify(&package),
    }
}

fn verify(package: &Path) -> Outcome {
    if !package.is_dir() {
        return Err(Fail::input(format!(
            "{}: there is no such folder",
            package.display()
        )));
    }
    let report = evidence::bag::verify(package).map_err(|error| {
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

/// The act. The operator sees that a request exists, not what is in it: only the folder does.
pub(super) async fn export(
    here: &Here,
    request: &str,
    (out, progress): (&Path, &dyn Progress),
) -> Outcome {
    let actor = here.operator();
    let id = match request.parse::<RequestId>() {
        Ok(id) => id,
        Err(_) => by_number(here, request).await?,
    };
    evidence::export_bag(&here.office, &actor, id, out, progress).await?;
    Ok(Done::said(format!(
        "written to {}\ncheck it anywhere: comity evidence verify {}\n",
        out.display(),
        out.display()
    )))
}

async fn by_number(here: &Here, number: &str) -> Result<RequestId, Fail> {
    let reader = here.office.read(&here.operator(), Purpose::Mla).await?;
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
