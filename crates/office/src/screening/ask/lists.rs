//! What can be asked: the lists this node holds, the sources their records name, and two collections made of them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;

use super::super::Loaded;
use super::ListAsked;
use crate::office::Office;

/// The collection of every list.
pub const EVERY: &str = "default";
/// The collection of the lists and sources that hold somebody under a sanction.
pub const SANCTIONS: &str = "sanctions";

/// Something that can be asked by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dataset {
    /// Short name.
    pub name: String,
    /// What people call it.
    pub title: String,
    /// Version in force; empty for a source or a collection.
    pub version: String,
    /// SHA-256 of the file; empty as before.
    pub sha256: String,
    /// When it was imported; `None` as before.
    pub imported: Option<Timestamp>,
    /// The datasets it is made of; empty for a list or source.
    pub children: BTreeSet<String>,
    /// Whether this node imported it under this name.
    pub imported_here: bool,
    /// Its file cannot be read.
    pub damaged: bool,
    /// Records, and how many of them are things and no links.
    pub records: (usize, usize),
}

/// What can be asked, as it is now.
#[derive(Debug, Clone)]
pub struct Library {
    /// Lists, then collections, then sources; each in alphabetical order.
    pub datasets: Vec<Dataset>,
}

/// What can be asked. No record is told: only names, versions and numbers.
pub fn library(office: &Office) -> Library {
    let loaded = office.0.screen.get();
    let counts = loaded.words().counts();
    let counted = |name: &str| counts.get(name).copied().unwrap_or_default();
    let mut datasets: Vec<Dataset> = loaded
        .lists
        .iter()
        .map(|list| Dataset {
            name: list.id.clone(),
            title: list.name.clone(),
            version: list.version.clone(),
            sha256: list.sha256.clone(),
            imported: Some(list.imported),
            children: BTreeSet::new(),
            imported_here: true,
            damaged: list.damaged,
            records: counted(&list.id),
        })
        .collect();
    let own: BTreeSet<String> = datasets.iter().map(|d| d.name.clone()).collect();
    let plain = |name: &str, title: &str, children| Dataset {
        name: name.to_owned(),
        title: title.to_owned(),
        version: String::new(),
        sha256: String::new(),
        imported: None,
        children,
        imported_here: false,
        damaged: false,
        records: counted(name),
    };
    for (name, title) in [
        (EVERY, "Every list of this node"),
        (SANCTIONS, "Under a sanction"),
    ] {
        if let Some(children) = loaded.collection(name).filter(|_| !own.contains(name)) {
            datasets.push(plain(name, title, children));
        }
    }
    let sources = loaded.words().datasets().iter();
    let sources =
        sources.filter(|name| !own.contains(*name) && ![EVERY, SANCTIONS].contains(&name.as_str()));
    datasets.extend(sources.map(|name| plain(name, name, BTreeSet::new())));
    Library { datasets }
}

/// The schemata of a dataset's records; `None` where nothing is called so. No record is told.
pub fn schemata(office: &Office, dataset: &str) -> Option<BTreeSet<String>> {
    let loaded = office.0.screen.get();
    let scope = loaded.scope(dataset)?;
    Some(loaded.words().schemata_of(&scope))
}

impl Library {
    /// The datasets asked under a name; `None` where nothing is called so.
    pub fn scope(&self, name: &str) -> Option<BTreeSet<String>> {
        let dataset = self.datasets.iter().find(|d| d.name == name)?;
        Some(match dataset.children.is_empty() {
            true => [dataset.name.clone()].into(),
            false => dataset.children.clone(),
        })
    }

    /// What people call each dataset.
    pub fn titles(&self) -> BTreeMap<&str, &str> {
        let all = self.datasets.iter();
        all.map(|d| (d.name.as_str(), d.title.as_str())).collect()
    }
}

impl Loaded {
    /// The datasets of a collection; `None` for what is none.
    fn collection(&self, name: &str) -> Option<BTreeSet<String>> {
        match name {
            EVERY => {
                let lists = self.lists.iter().map(|list| list.id.clone());
                Some(
                    lists
                        .chain(self.words().datasets().iter().cloned())
                        .collect(),
                )
            }
            SANCTIONS => Some(self.words().under_sanction().clone()),
            _ => None,
        }
    }

    /// The datasets that are asked under a name; `None` where nothing is called so. A record is told apart by the lists and
    /// sources it carries.
    pub(super) fn scope(&self, name: &str) -> Option<BTreeSet<String>> {
        let list = self.lists.iter().any(|list| list.id == name);
        if list || (self.words().datasets().contains(name) && self.collection(name).is_none()) {
            return Some([name.to_owned()].into());
        }
        self.collection(name)
    }

    /// The versions of the lists that are asked under these names; of sources, the lists that may name them.
    pub(super) fn asked(&self, scope: &BTreeSet<String>) -> Vec<ListAsked> {
        let own = self.lists.iter().any(|list| scope.contains(&list.id));
        let asked = self
            .lists
            .iter()
            .filter(|list| !own || scope.contains(&list.id));
        asked
            .map(|list| ListAsked {
                name: list.id.clone(),
                version: list.version.clone(),
                records: list.records,
                damaged: list.damaged,
            })
            .collect()
    }
}

/// A mark of a text, to see whether it is the same as before.
pub fn mark(text: &str) -> String {
    seal::sha256(text.as_bytes()).to_string()
}
