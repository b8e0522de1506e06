//! The templates that are part of the program.

use std::sync::{Arc, LazyLock};

use super::{Template, TemplateError};
use crate::kind::Kind;

/// What every template may take its sections from.
pub const COMMON: &str = include_str!("../../../../templates/common/template.toml");

/// The file and the complete example of a kind.
macro_rules! folder {
    ($kind:literal) => {
        (
            include_str!(concat!("../../../../templates/", $kind, "/template.toml")),
            include_str!(concat!("../../../../templates/", $kind, "/example.json")),
        )
    };
}

/// Every kind that has a template.
const FILES: &[(&str, &str)] = &[
    folder!("mla"),
    folder!("transfer_of_proceedings"),
    folder!("asset_freezing"),
    folder!("extradition"),
    folder!("provisional_arrest"),
    folder!("electronic_evidence"),
    folder!("spontaneous_information"),
    folder!("joint_investigation_team"),
    folder!("police"),
    folder!("notice"),
    folder!("supplementary"),
    folder!("amendment"),
    folder!("reminder"),
    folder!("withdrawal"),
    folder!("urgent_confirmation"),
];

/// Every template this program ships, in the order of the kinds.
///
/// # Panics
/// Never in a tested build: the files are part of the program and a test reads them.
#[must_use]
pub fn all() -> &'static [Arc<Template>] {
    static ALL: LazyLock<Result<Vec<Arc<Template>>, TemplateError>> = LazyLock::new(|| {
        let read = |(text, _): &(&str, _)| Template::read(text).map(Arc::new);
        FILES.iter().map(read).collect()
    });
    match &*ALL {
        Ok(templates) => templates,
        Err(error) => {
            assert!(error.what.is_empty(), "{error}");
            unreachable!("a template error always says what")
        }
    }
}

/// A shipped template by its name and version; `None` where this program has no such template.
#[must_use]
pub fn find(name: &str, version: u32) -> Option<&'static Arc<Template>> {
    all()
        .iter()
        .find(|template| template.name == name && template.version == version)
}

/// The shipped template of this name in its latest version.
#[must_use]
pub fn latest(name: &str) -> Option<&'static Arc<Template>> {
    all()
        .iter()
        .filter(|template| template.name == name)
        .max_by_key(|template| template.version)
}

/// The complete example that the form of a kind is explained with, as JSON. Fictional; XA Arvenia asks XB Belmora.
#[must_use]
pub fn example(kind: Kind) -> Option<&'static str> {
    let at = all().iter().position(|template| template.kind == kind)?;
    FILES.get(at).map(|(_, example)| *example)
}

/// The shipped template of a kind in its latest version.
#[must_use]
pub fn of_kind(kind: Kind) -> Option<&'static Arc<Template>> {
    latest(kind.code())
}
