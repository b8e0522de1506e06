//! Lists in every format that authorities publish, recognised by content and read into the vocabulary of [`crate::entity`].
//!
//! [`detect`] says what a file is, [`read`] reads it: whole, or not at all with the place and what to do. Each format has a file
//! below `lists/`; the United Nations' is [`crate::un_xml`]. A table nobody foresaw is read with a [`Mapping`]; what changed in a
//! list of FollowTheMoney records comes as a [`ListDelta`]. No reader keeps a field for religion, ethnicity or opinion.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::entity::Entity;
use crate::{ftm, limits, un_xml};

mod australia;
pub(crate) mod book;
mod canada;
mod denied;
mod detect;
mod error;
mod eu;
mod flat;
mod ftm_json;
mod list_delta;
mod mapped;
mod ofac;
mod table;
mod uk;
mod words;
pub(crate) mod xml;

pub use detect::detect;
pub use error::{Fault, ReadError};
pub use list_delta::{Applied, ListDelta, Step, apply, changed, read_delta};
pub use mapped::{Column, Mapping};
pub use table::{Row, Table};

/// A form in which lists are published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// The Security Council's consolidated list, XML.
    UnXml,
    /// OFAC's SDN or consolidated list: SDN (or CONS_PRIM), ALT, ADD and SDN_COMMENTS tables, without a header.
    OfacCsv,
    /// OFAC's SDN or consolidated list, the classic XML (`sdnList`).
    OfacXml,
    /// The European Union's consolidated financial sanctions list, XML 1.1 (`export`).
    EuXml,
    /// The same list as a table with semicolons.
    EuCsv,
    /// Annexes of the European Union's regulations as tables, one a regulation.
    EuJournal,
    /// The United Kingdom's sanctions list or the OFSI's consolidated list, csv.
    UkCsv,
    /// Canada's consolidated autonomous sanctions list, XML.
    CanadaXml,
    /// Australia's consolidated list, csv.
    AustraliaCsv,
    /// The denied persons list of the United States' Bureau of Industry and Security, a table with tabs.
    DeniedPersons,
    /// Name, alias, nationality, designation, kind of sanction, source: lists somebody flattened.
    FlatCsv,
    /// Any table, read by a mapping file.
    MappedCsv,
    /// FollowTheMoney records, one JSON object a line.
    FtmJson,
    /// Changes to FollowTheMoney records, one JSON object a line. It is applied to a list, never read as one.
    FtmDelta,
}

impl Format {
    /// All formats.
    pub const ALL: [Format; 14] = [
        Format::UnXml,
        Format::OfacCsv,
        Format::OfacXml,
        Format::EuXml,
        Format::EuCsv,
        Format::EuJournal,
        Format::UkCsv,
        Format::CanadaXml,
        Format::AustraliaCsv,
        Format::DeniedPersons,
        Format::FlatCsv,
        Format::MappedCsv,
        Format::FtmJson,
        Format::FtmDelta,
    ];

    /// Its name in settings, commands and rows: "ofac-csv".
    pub fn code(self) -> &'static str {
        match self {
            Format::UnXml => "un-xml",
            Format::OfacCsv => "ofac-csv",
            Format::OfacXml => "ofac-xml",
            Format::EuXml => "eu-xml",
            Format::EuCsv => "eu-csv",
            Format::EuJournal => "eu-journal",
            Format::UkCsv => "uk-csv",
            Format::CanadaXml => "canada-xml",
            Format::AustraliaCsv => "australia-csv",
            Format::DeniedPersons => "denied-persons",
            Format::FlatCsv => "flat-csv",
            Format::MappedCsv => "mapped-csv",
            Format::FtmJson => "ftm-json",
            Format::FtmDelta => "ftm-delta",
        }
    }

    /// The format of that name.
    pub fn of(code: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.code() == code)
    }

    /// Short name under which a list of this format is kept unless the importer names it.
    pub fn dataset(self) -> &'static str {
        match self {
            Format::UnXml => un_xml::DATASET,
            Format::OfacCsv | Format::OfacXml => "us_ofac",
            Format::EuXml | Format::EuCsv => "eu_fsf",
            Format::EuJournal => "eu_journal_sanctions",
            Format::UkCsv => "gb_fcdo_sanctions",
            Format::CanadaXml => "ca_dfatd_sema",
            Format::AustraliaCsv => "au_dfat_sanctions",
            Format::DeniedPersons => "us_bis_denied",
            Format::FlatCsv | Format::MappedCsv => "table",
            Format::FtmJson | Format::FtmDelta => "ftm",
        }
    }
}

/// One of the files a list comes in.
#[derive(Clone, Copy, Debug)]
pub struct SourceFile<'b> {
    /// Its name, for messages only: what it is, its content says.
    pub name: &'b str,
    /// What is in it.
    pub bytes: &'b [u8],
}

/// What the importer knows and wants.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// The format; recognised by content where `None`.
    pub format: Option<Format>,
    /// Short name of the list; the format's own where `None`.
    pub dataset: Option<String>,
    /// The day the list was made ("2026-02-27"), for files that do not say it themselves.
    pub day: Option<String>,
    /// How to read a table.
    pub mapping: Option<Mapping>,
    /// Properties that this house does not want: removed from every record.
    pub drop: BTreeSet<String>,
}

/// A list file, read whole and accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ListFile {
    /// Short name of the list.
    pub dataset: String,
    /// When the list was made, as the file says: begins with a day as `2026-02-27`; "" where neither file nor importer says.
    pub generated_at: String,
    /// Number of natural persons.
    pub individuals: usize,
    /// Number of entities and other groups.
    pub entities: usize,
    /// All records in the order of the file, persons and entities.
    pub records: Vec<Entity>,
    /// What this reader does not know (elements, columns, schemata, properties), and how often it came: shown to the importer, so
    /// that a new field of the format does not go unnoticed.
    pub unread: BTreeMap<String, usize>,
    /// Properties that were left out as the importer or the house wants it, and how many values they had.
    #[serde(default)]
    pub dropped: BTreeMap<String, usize>,
}

impl ListFile {
    /// The day the list was made, `2026-02-27`; "" where it is not known.
    pub fn day(&self) -> &str {
        self.generated_at.get(..10).unwrap_or(&self.generated_at)
    }

    /// Renames list and version in every record: for lists of the same form from another authority, or when the importer's name
    /// of a version (with a digest) shall stand in each answer.
    pub fn stamp(&mut self, dataset: &str, version: &str) {
        self.dataset = dataset.to_owned();
        for record in &mut self.records {
            record.datasets = vec![dataset.to_owned()];
            if let Some(origin) = &mut record.origin {
                origin.list = dataset.to_owned();
                origin.version = version.to_owned();
            }
        }
    }

    /// Counts names beyond what is searched of one record.
    fn tell_names_beyond(&mut self) {
        let beyond = |record: &Entity| {
            let names = crate::index::NameKind::ALL.iter();
            let count: usize = names.map(|kind| record.values(kind.property()).len()).sum();
            count.saturating_sub(limits::ENTITY_NAMES_MAX)
        };
        let beyond: usize = self.records.iter().map(beyond).sum();
        if beyond > 0 {
            let what = format!(
                "names beyond the first {} of a record: they are kept, and not searched",
                limits::ENTITY_NAMES_MAX
            );
            self.unread.insert(what, beyond);
        }
    }

    /// Takes properties out of every record and counts what went.
    fn leave_out(&mut self, drop: &BTreeSet<String>) {
        let names = ftm::NOT_KEPT
            .into_iter()
            .chain(drop.iter().map(String::as_str));
        for name in names.collect::<BTreeSet<_>>() {
            let gone: usize = self
                .records
                .iter_mut()
                .filter_map(|record| record.properties.remove(name))
                .map(|values| values.len())
                .sum();
            if gone > 0 {
                *self.dropped.entry(name.to_owned()).or_default() += gone;
            }
        }
    }
}

/// Reads a list that comes in one file.
///
/// # Errors
/// [`ReadError`] for anything but a complete list with at least one record.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<ListFile, ReadError> {
    read_files(&[SourceFile { name: "", bytes }], options, &mut |_| {})
}

/// Reads a list that comes in several files (OFAC's tables); tells how many bytes of the file at hand have been read.
///
/// # Errors
/// As [`read`]; the place names the file.
pub fn read_files(
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    seen: &mut dyn FnMut(u64),
) -> Result<ListFile, ReadError> {
    let Some(first) = files.first() else {
        return Err(ReadError::at_start(Fault::Empty));
    };
    let format = match (options.format, &options.mapping) {
        (Some(format), _) => format,
        (None, Some(_)) => Format::MappedCsv,
        (None, None) => detect::known(first.bytes).map_err(|e| e.in_file(first.name))?,
    };
    if files.len() > limits::LIST_FILES_MAX || files.len() > 1 && format != Format::OfacCsv {
        return Err(ReadError::at_start(Fault::TooBig {
            what: "files of one list (only OFAC's tables come in several)",
            max: if format == Format::OfacCsv {
                limits::LIST_FILES_MAX
            } else {
                1
            },
        }));
    }
    let mut list = one_format(format, files, options, seen).map_err(|error| match files.len() {
        1 => error.in_file(first.name),
        _ => error,
    })?;
    if list.generated_at.is_empty() {
        list.generated_at = options.day.clone().unwrap_or_default();
    }
    let dataset = options
        .dataset
        .clone()
        .unwrap_or_else(|| list.dataset.clone());
    let version = list.generated_at.clone();
    match format {
        Format::FtmJson => ftm_json::stamp(&mut list, &dataset, &version),
        Format::MappedCsv => list.stamp(&dataset, &version),
        _ => {
            list.stamp(&dataset, &version);
            sanctioned(&mut list);
        }
    }
    list.leave_out(&options.drop);
    list.tell_names_beyond();
    Ok(list)
}

fn one_format(
    format: Format,
    files: &[SourceFile<'_>],
    options: &ReadOptions,
    seen: &mut dyn FnMut(u64),
) -> Result<ListFile, ReadError> {
    let bytes = files.first().map(|file| file.bytes).unwrap_or_default();
    match format {
        Format::UnXml => un_xml::read_observed(bytes, seen),
        Format::OfacCsv => ofac::tables::read(files, seen),
        Format::OfacXml => ofac::classic::read(bytes, seen),
        Format::EuXml => eu::xml::read(bytes, seen),
        Format::EuCsv => eu::table::read(bytes, seen),
        Format::EuJournal => eu::journal::read(bytes, seen),
        Format::UkCsv => uk::read(bytes, seen),
        Format::CanadaXml => canada::read(bytes, seen),
        Format::AustraliaCsv => australia::read(bytes, seen),
        Format::DeniedPersons => denied::read(bytes, seen),
        Format::FlatCsv => flat::read(bytes, seen),
        Format::MappedCsv => mapped::read(bytes, options.mapping.as_ref(), seen),
        Format::FtmJson => ftm_json::read(bytes, seen),
        Format::FtmDelta => Err(ReadError::at_start(Fault::OtherFormat {
            found: "changes to a list, not a list: apply them to the list they belong to".into(),
        })),
    }
}

/// Whoever stands on a sanctions list is its target, but for what only hangs on one (a wallet's holder is the target).
fn sanctioned(list: &mut ListFile) {
    for record in &mut list.records {
        record.target.get_or_insert(true);
        if record.values("topics").is_empty() {
            record.add("topics", "sanction");
        }
    }
}

/// The bytes as text, without a byte order mark.
fn text_of(bytes: &[u8]) -> Result<&str, ReadError> {
    if bytes.len() > limits::LIST_BYTES_MAX {
        return Err(ReadError::at_start(Fault::TooBig {
            what: "file (bytes)",
            max: limits::LIST_BYTES_MAX,
        }));
    }
    if matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]) {
        return Err(ReadError::at_start(Fault::NotUtf8));
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(e) => {
            let fault = if e.error_len().is_none() {
                Fault::Truncated
            } else {
                Fault::NotUtf8
            };
            return Err(ReadError::new(fault, bytes, e.valid_up_to(), &[]));
        }
    };
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}
