//! The shape of the content held against its template: closed fields, closed codes, lengths (GEN-10), and characters
//! that do not belong in a name or a text (GEN-04). What a date says is in [`super::dates`].

use super::content::{Answer, Node};
use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};
use crate::template::{Fault, FieldSpec, Kind, What, path};
use crate::{request, script};

const SOURCE: &str = "requests 3.12";

/// The shape of the content, and its dates.
pub(super) const FAMILY: Family = Family {
    rules: &[gen_04, gen_10, super::dates::gen_03],
    codes: &[
        ("GEN-03", &[Level::Block]),
        ("GEN-04", &[Level::Block]),
        ("GEN-10", &[Level::Block]),
    ],
};

/// What the form itself asks for, where no rule does.
pub(super) const COMPLETENESS: Family = Family {
    rules: &[form_01],
    codes: &[("FORM-01", &[Level::Hint])],
};

/// The place of a field, in the entry of its list where it stands in one.
pub(super) fn place(field: &FieldSpec, entry: Option<usize>) -> String {
    match entry {
        Some(index) => path::concrete(&field.pattern, index),
        None => field.pattern.clone(),
    }
}

/// Every field that stands in the content, with the number of its entry.
pub(super) fn each_field<'a>(
    case: &Case<'a>,
    look: &mut dyn FnMut(Node<'a>, &'a FieldSpec, Option<usize>),
) {
    for section in &case.template.sections {
        let Some(list) = &section.list else {
            for field in &section.fields {
                let node = case.content.pointer(&field.pattern);
                if node.value().is_some() {
                    look(node, field, None);
                }
            }
            continue;
        };
        let entries = case.content.pointer(&list.pointer).items();
        for (index, entry) in entries.take(list.entries_max) {
            for field in &section.fields {
                let node = entry.pointer(path::within(&field.pattern));
                if node.value().is_some() {
                    look(node, field, Some(index));
                }
            }
        }
    }
}

/// A field outside the closed list, a code outside its list, or too much is refused by name; the rest is kept. A State or an
/// authority that nobody knows (GEN-02) is not refused for its spelling too.
pub(super) fn gen_10(case: &Case<'_>, out: &mut Findings) {
    let told = super::directory::wrong_sides(case);
    for fault in &case.faults {
        let told = told.iter().any(|finding| finding.field == fault.pointer);
        if !matches!(fault.what, What::Missing) && !told && !is_read_all_the_same(case, fault) {
            out.push(refused(fault));
        }
    }
}

/// What the form asks for and no rule demands: a hint, so that nothing is left open unseen.
pub(super) fn form_01(case: &Case<'_>, out: &mut Findings) {
    for fault in case
        .faults
        .iter()
        .filter(|fault| fault.what == What::Missing)
    {
        if !out.iter().any(|finding| finding.field == fault.pointer) {
            let source = case
                .template
                .spec(&fault.pointer)
                .map_or(SOURCE, |field| field.source.as_str());
            out.push(Finding::new(Level::Hint, "FORM-01", &fault.pointer, source));
        }
    }
}

fn refused(fault: &Fault) -> Finding {
    let (problem, max) = match fault.what {
        What::UnknownField if fault.pointer.is_empty() => ("not_an_object", None),
        What::UnknownField => ("unknown_field", None),
        What::WrongKind | What::Missing => ("wrong_kind", None),
        What::TooLong { max } => ("too_long", Some(max)),
        What::UnknownCode => ("unknown_code", None),
        What::TooMany { max } => ("too_many", Some(max)),
    };
    let finding = Finding::new(Level::Block, "GEN-10", &fault.pointer, SOURCE)
        .with("field", &fault.pointer)
        .with("problem", problem);
    match max {
        Some(max) => finding.with("max", max.to_string()),
        None => finding,
    }
}

/// Forms of a value that the published schema does not write and every reader here understands; dates and zones that
/// are texts are GEN-03's to judge.
fn is_read_all_the_same(case: &Case<'_>, fault: &Fault) -> bool {
    let Some(field) = case.template.spec(&fault.pointer) else {
        return false;
    };
    let node = case.content.pointer(&fault.pointer);
    let Some(value) = node.value() else {
        return false;
    };
    if value.as_str().is_some_and(|text| text.trim().is_empty()) {
        return true; // nothing stands there
    }
    match field.kind {
        Kind::Date | Kind::PartialDate | Kind::Moment | Kind::Zone => value.is_string(),
        Kind::YesNo => node.yes() || node.no(),
        Kind::Number => node.number().is_some(),
        Kind::Codes => {
            let known = case.template.codes_of(field);
            value.is_string()
                && node
                    .codes()
                    .iter()
                    .all(|code| known.iter().any(|k| k == code))
        }
        Kind::Languages | Kind::States => value.is_string() && node.codes().len() == 1,
        Kind::Code => {
            let known = case.template.codes_of(field);
            node.text()
                .is_some_and(|code| known.iter().any(|k| k == code))
        }
        Kind::Name | Kind::Text => value.is_number(),
        _ => node.answer() == Answer::Missing,
    }
}

/// Characters that hide or reorder what is read.
pub(super) fn gen_04(case: &Case<'_>, out: &mut Findings) {
    each_field(case, &mut |node, field, entry| {
        let text = match node.answer() {
            Answer::Withheld(reason) => Some(reason),
            _ => node.text(),
        };
        let Some(bad) = text.and_then(|text| text.chars().find(|c| is_hostile(*c, field.kind)))
        else {
            return;
        };
        let pointer = place(field, entry);
        out.push(
            Finding::new(Level::Block, "GEN-04", &pointer, SOURCE)
                .with("field", &pointer)
                .with("character", format!("U+{:04X}", u32::from(bad))),
        );
    });
}

/// In a name nothing invisible stands; in a text lines may break.
fn is_hostile(c: char, kind: Kind) -> bool {
    match kind {
        Kind::Name => c.is_control() || script::reorders(c) || script::is_format(c),
        Kind::Longtext | Kind::Ltext => request::is_hostile(c),
        _ => c.is_control() || script::reorders(c),
    }
}
