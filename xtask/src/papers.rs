//! The task `papers`: every paper in every language as pictures, to be looked at by a person. The papers are set by the tests of
//! `paper`, which leave them in the target folder; poppler makes the pages, ImageMagick, where it is there, one sheet for each paper.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tools::{self, Failure};

/// Dots of an inch: small, and still legible.
const DPI: &str = "60";

/// Sets all papers and makes their pictures.
pub(crate) fn run() -> Result<(), Failure> {
    let pdftoppm = tools::which("pdftoppm")
        .ok_or_else(|| Failure::usage("install poppler-utils (Debian) for pdftoppm"))?;
    tools::run(tools::cargo().args(["test", "--package", "paper", "--test", "suite", "papers::"]))?;
    let papers = tools::target_folder()?.join("tmp/papers");
    let pictures = papers.join("pictures");
    std::fs::create_dir_all(&pictures).map_err(|e| format!("{}: {e}", pictures.display()))?;
    let montage = tools::which("montage");
    for pdf in pdfs(&papers)? {
        let name = pdf.file_stem().unwrap_or_default().to_string_lossy();
        let pages = pictures.join(name.as_ref());
        tools::run(
            Command::new(&pdftoppm)
                .args(["-r", DPI, "-png"])
                .arg(&pdf)
                .arg(&pages),
        )?;
        if let Some(montage) = &montage {
            let mut sheet = Command::new(montage);
            sheet.args(pages_of(&pictures, &name)?);
            sheet.args(["-tile", "4x", "-geometry", "+4+4"]);
            tools::run(sheet.arg(pictures.join(format!("sheet-{name}.png"))))?;
        }
    }
    println!("{}", pictures.display());
    Ok(())
}

fn listed(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|e| Some(e.ok()?.path())).collect();
    paths.sort();
    Ok(paths)
}

fn pdfs(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let mut paths = listed(folder)?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    Ok(paths)
}

/// The pages of a paper: `mla-fr-1.png` and so on.
fn pages_of(pictures: &Path, name: &str) -> Result<Vec<PathBuf>, String> {
    let mut paths = listed(pictures)?;
    paths.retain(|path| {
        let file = path.file_name().unwrap_or_default().to_string_lossy();
        let rest = file
            .strip_prefix(name)
            .and_then(|rest| rest.strip_prefix('-'));
        let number = rest.and_then(|rest| rest.strip_suffix(".png"));
        number.is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
    });
    Ok(paths)
}
