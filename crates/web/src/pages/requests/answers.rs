//! The content of a request as a reader sees it: every section, every answer in words. For the check, the review, the case.

use paper::template::{Field, Kind, Section, Standing};

/// One section.
#[derive(Debug)]
pub(crate) struct Answers {
    /// Its id, for anchors.
    pub(crate) id: String,
    /// Its title.
    pub(crate) title: String,
    /// Where it can be changed.
    pub(crate) change: Option<String>,
    /// Its answers: one group, or one for each entry of its list.
    pub(crate) groups: Vec<Group>,
}

/// Answers under one heading; "" for none.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) title: String,
    pub(crate) rows: Vec<Row>,
}

/// One answer.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) label: String,
    pub(crate) said: String,
    pub(crate) mono: bool,
    /// The other side has asked about it.
    pub(crate) marked: bool,
}

/// All sections. `change` is the request's id where the reader may still change it; `marked` says what was asked about.
/// Empty answers that nobody needs are left out.
pub(crate) fn of(
    sections: &[Section],
    change: Option<&str>,
    marked: &dyn Fn(&str) -> bool,
) -> Vec<Answers> {
    let rows = |fields: &[Field]| -> Vec<Row> {
        let wanted = |field: &&Field| {
            field.required || field.standing != Standing::Empty || marked(&field.pointer)
        };
        fields
            .iter()
            .filter(wanted)
            .map(|field| row(field, marked))
            .collect()
    };
    let section = |section: &Section| {
        let mut groups = vec![Group {
            title: String::new(),
            rows: rows(&section.fields),
        }];
        let entries = section.repeat.iter().flat_map(|repeat| &repeat.entries);
        groups.extend(entries.map(|entry| Group {
            title: entry.title.clone(),
            rows: rows(&entry.fields),
        }));
        groups.retain(|group| !group.rows.is_empty());
        let change = change.map(|id| format!("/requests/{id}/draft/{}", section.id));
        Answers {
            id: section.id.clone(),
            title: section.title.clone(),
            change,
            groups,
        }
    };
    let mut all: Vec<Answers> = sections.iter().map(section).collect();
    all.retain(|answers| !answers.groups.is_empty() || answers.change.is_some());
    all
}

fn row(field: &Field, marked: &dyn Fn(&str) -> bool) -> Row {
    Row {
        label: field.label.clone(),
        said: field.said.clone(),
        mono: field.kind == Kind::Digest,
        marked: marked(&field.pointer),
    }
}
