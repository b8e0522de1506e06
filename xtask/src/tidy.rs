//! The rules of the house that no compiler knows: which room may know which, how long a thing may grow, what words we
//! use, that six languages say the same, what may come in from outside. Each rule is a function from what it looks at
//! to the faults it finds, with a table of bad samples beside it; one test runs them all on the repository.

mod languages;
mod lengths;
mod licences;
mod links;
mod pages;
mod rooms;
mod source;
mod words;

use std::path::Path;

use crate::report::Count;
use crate::tools::{self, Failure};

/// A broken rule: where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    /// `path`, `path:line` or the name of a package.
    pub(crate) place: String,
    /// What is wrong, in one sentence.
    pub(crate) what: String,
}

impl Fault {
    fn new(place: impl Into<String>, what: impl Into<String>) -> Fault {
        Fault {
            place: place.into(),
            what: what.into(),
        }
    }

    fn at(file: &File, line: usize, what: impl Into<String>) -> Fault {
        Fault::new(format!("{}:{line}", file.path), what)
    }
}

/// A text file of the repository.
#[derive(Debug, Clone)]
pub(crate) struct File {
    /// Path from the root, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

impl File {
    fn extension(&self) -> &str {
        self.path
            .rsplit_once('.')
            .map_or("", |(_, extension)| extension)
    }

    /// The lines with their numbers, from 1.
    fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line))
    }

    #[cfg(test)]
    fn sample(path: &str, text: &str) -> File {
        File {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }
}

/// A rule over the repository's texts.
type Rule = (&'static str, fn(&[File]) -> Vec<Fault>);

const RULES: &[Rule] = &[
    ("files are short", lengths::files),
    ("functions are short", lengths::functions),
    ("style sheets know no left and right", pages::logical_styles),
    ("pages hold no style and no script", pages::nothing_inline),
    ("names are the trade's own", words::names),
    ("nothing is left for later", words::marks),
    ("no mod.rs", words::module_files),
    ("unsafe stays in its one file", words::unsafety),
    ("pure rooms do nothing but think", rooms::purity),
    ("six languages say the same", languages::complete),
    ("versions stand in the root manifest", rooms::versions_once),
];

/// Everything on this repository: how many rules there are, and the faults.
///
/// # Errors
/// The repository or cargo's description of it cannot be read.
pub(crate) fn all(root: &Path) -> Result<(u64, Vec<Fault>), String> {
    let files = read(root)?;
    let mut faults: Vec<Fault> = RULES.iter().flat_map(|(_, rule)| rule(&files)).collect();
    faults.extend(links::alive(&files, |path| root.join(path).exists()));
    let packages = rooms::packages()?;
    faults.extend(rooms::arrows(&packages));
    faults.extend(rooms::libraries(&packages));
    let tree = licences::tree()?;
    faults.extend(licences::banned(&tree));
    faults.extend(licences::allowed(&tree));
    Ok((RULES.len() as u64 + 5, faults))
}

/// The step of `cargo xtask test`.
pub(crate) fn step() -> Result<Count, String> {
    let (rules, faults) = all(&tools::root())?;
    if faults.is_empty() {
        return Ok(Count {
            passed: rules,
            ..Count::default()
        });
    }
    for fault in &faults {
        println!("{}: {}", fault.place, fault.what);
    }
    Err(format!(
        "{} faults against the rules of the house",
        faults.len()
    ))
}

/// The task `tidy`.
pub(crate) fn run() -> Result<(), Failure> {
    let count = step()?;
    println!("{} rules kept", count.passed);
    Ok(())
}

/// Folders that are not ours to judge: built, installed, recorded, or a demo's.
const NOT_OURS: &[&str] = &["target", "node_modules", "out", "snapshots", "data", "book"];
const READ: &[&str] = &[
    "rs", "css", "js", "mjs", "html", "ftl", "sql", "typ", "toml", "md", "sh",
];

/// Reads the repository's texts.
fn read(root: &Path) -> Result<Vec<File>, String> {
    let mut files = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let entries =
            std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry
                .map_err(|error| format!("{}: {error}", folder.display()))?
                .path();
            let name = path
                .file_name()
                .and_then(|name| name.to_str())
                .unwrap_or("");
            if path.is_dir() {
                let foreign = NOT_OURS.contains(&name)
                    || name.starts_with('.')
                    || name.starts_with("comity-demo");
                if !foreign {
                    folders.push(path);
                }
            } else if READ
                .iter()
                .any(|end| path.extension().is_some_and(|e| e == *end))
            {
                let text = std::fs::read_to_string(&path)
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                let short = path.strip_prefix(root).unwrap_or(&path);
                files.push(File {
                    path: short.to_string_lossy().into_owned(),
                    text,
                });
            }
        }
    }
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_house_is_tidy() {
        let (rules, faults) = all(&tools::root()).unwrap();
        let text: Vec<String> = faults
            .iter()
            .map(|fault| format!("{}: {}", fault.place, fault.what))
            .collect();
        assert!(rules > 10);
        assert!(text.is_empty(), "\n{}\n", text.join("\n"));
    }

    #[test]
    fn the_walk_reads_ours_and_leaves_the_rest() {
        let folder = tools::fresh_folder("tidy-walk").unwrap();
        for path in [
            "a.rs",
            "target/b.rs",
            "e2e/node_modules/c.js",
            ".git/d.toml",
            "crates/x/src/e.css",
            "f.bin",
        ] {
            let file = folder.join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, "x").unwrap();
        }
        let names: Vec<String> = read(&folder)
            .unwrap()
            .into_iter()
            .map(|file| file.path)
            .collect();
        std::fs::remove_dir_all(&folder).unwrap();
        assert_eq!(names, ["a.rs", "crates/x/src/e.css"]);
    }
}
