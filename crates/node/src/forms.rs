//! A State's own forms: `templates/<kind>.<name>/template.toml` in the node's folder, read at the start.

use std::path::{Path, PathBuf};

use model::template::{Forms, Template};

use crate::error::{Error, Result};
use crate::files;

/// The folder of a State's own templates, in the node's folder.
pub const FOLDER: &str = "templates";
/// The file that a template is.
const FILE: &str = "template.toml";
/// Largest template file.
const FILE_BYTES_MAX: usize = 1024 * 1024;
/// Folders looked into.
const FOLDERS_MAX: usize = 256;

/// The program's forms and those in `folder`; a folder that is not there has none.
///
/// # Errors
/// A file that cannot be read or is no template, by its place.
pub fn load(folder: &Path) -> Result<Forms> {
    let mut own = Vec::new();
    for path in files_in(folder)? {
        own.push(read(&path)?);
    }
    Forms::with_own(own).map_err(|e| Error::config(folder.display().to_string(), e.to_string()))
}

/// One template file.
///
/// # Errors
/// Not readable, too large, or no template; the message names the place in the file.
pub fn read(path: &Path) -> Result<Template> {
    let place = || path.display().to_string();
    let bytes = files::read(path, FILE_BYTES_MAX)?;
    let text =
        String::from_utf8(bytes).map_err(|_| Error::config(place(), "this is not UTF-8 text"))?;
    Template::read(&text).map_err(|e| Error::config(place(), e.to_string()))
}

fn files_in(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(e) => return Err(Error::file("read", folder, e)),
    };
    let mut found = Vec::new();
    for entry in entries.take(FOLDERS_MAX) {
        let entry = entry.map_err(|e| Error::file("read", folder, e))?;
        let file = entry.path().join(FILE);
        if file.is_file() {
            found.push(file);
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = r#"
name = "mla.customs"
version = 1
extends = "mla"

[codes]
seals = ["lead", "plastic"]

[[section]]
id = "customs"
fields = [
  { at = "/annex/customs/seal", kind = "text", required = "always", source = "practice" },
  { at = "/annex/customs/kind", kind = "code", codes = "seals", source = "practice" },
]

[words.en]
mla-customs-template = "Request with the customs annex"
mla-customs-section-customs = "Customs"
"#;

    #[test]
    fn a_state_adds_an_annex_without_code() {
        let folder = std::env::temp_dir().join(format!("comity-forms-{}", std::process::id()));
        let own = folder.join("mla.customs");
        std::fs::create_dir_all(&own).expect("a folder");
        std::fs::write(own.join(FILE), OWN).expect("a file");
        let forms = load(&folder).expect("read");
        let template = forms.latest("mla.customs").expect("there");
        assert!(template.field_at("/annex/customs/seal").is_some());
        assert!(
            template.field_at("/measures/*/kind").is_some(),
            "extends mla"
        );
        std::fs::write(own.join(FILE), OWN.replace("\"seals\"", "\"seal\"")).expect("a file");
        let error = load(&folder).expect_err("no such list").to_string();
        assert!(
            error.contains("template.toml") && error.contains("no list seal"),
            "{error}"
        );
        std::fs::write(own.join(FILE), OWN.replace("mla.customs", "lunar.customs"))
            .expect("a file");
        let error = load(&folder).expect_err("no such kind").to_string();
        assert!(error.contains("no kind of request"), "{error}");
        std::fs::remove_dir_all(&folder).expect("tidy");
        assert_eq!(
            load(&folder).expect("none").all().count(),
            Forms::shipped().all().count()
        );
    }
}
