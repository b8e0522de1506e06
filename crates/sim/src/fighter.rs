//! A fictional record for exercises: somebody who travelled to join a group, written for release, with what must stay behind.

use std::collections::BTreeSet;

use jiff::civil::date;
use model::record::{Basis, Category, Evidence, Grade, Nature, Property, Provenance, Subject};
use model::{Class, Label, Purpose};
use office::records::{Frame, Open, Statement, Tie};

use crate::House;

/// Words of the record that no recipient of a release below the top may ever meet: a part that stays behind, a source, a codename, a
/// number of an internal file.
pub const CANARIES: &[&str] = &[
    "limestone quarry",
    "KESTREL",
    "GRANITE HARBOUR",
    "walked in from the eastern ridge",
    "Officer Undine",
];

/// A label of a house for the purposes of records, releasable to these States.
#[must_use]
pub fn label(house: &House, class: Class, to: &[&str]) -> Label {
    Label {
        purposes: Some(
            [
                Purpose::Intelligence,
                Purpose::Investigation,
                Purpose::Screening,
            ]
            .into(),
        ),
        releasable_to: Some(to.iter().map(|state| (*state).to_owned()).collect()),
        ..Label::own(house.office.state(), class)
    }
}

/// Where all of it comes from.
#[must_use]
pub fn from() -> Provenance {
    Provenance {
        by: String::new(),
        on: Some(date(2026, 2, 1)),
        grade: Grade::parse("B2"),
        basis: Some(Basis::Fact),
        derived_from: BTreeSet::new(),
        sources: vec!["KESTREL-7".to_owned(), "Officer Undine".to_owned()],
    }
}

/// Something that is said.
#[must_use]
pub fn says(says: Property, value: &str, label: Label) -> Statement {
    Statement {
        says,
        value: value.to_owned(),
        label,
        from: from(),
    }
}

/// The record: identity and action low and for both States, grounds high and for this State alone.
#[must_use]
pub fn record(house: &House) -> Open {
    let low = || label(house, Class::Official, &["XA", "XB"]);
    let high = || label(house, Class::Secret, &["XA"]);
    Open {
        act: house.office.new_act(),
        subject: Subject::Person,
        frame: Frame {
            category: Some(Category::Suspect),
            review_by: Some(date(2026, 9, 1)),
            expires: None,
            best_interests: None,
            codewords: vec!["GRANITE HARBOUR".to_owned()],
        },
        label: label(house, Class::Official, &["XA"]),
        statements: vec![
            says(Property::Name, "Okhuen Sera", low()),
            says(Property::BirthDate, "1991-04-07", low()),
            says(Property::Nationality, "XB", low()),
            says(Property::Passport, "XB7701234", low()),
            says(Property::Action, "inspect", low()),
            says(Property::Warning, "may carry a weapon", low()),
            says(
                Property::Statement,
                "walked in from the eastern ridge past the limestone quarry with two couriers",
                high(),
            ),
        ],
        ties: vec![Tie {
            nature: Nature::Travelled,
            with: "Grey Lantern".to_owned(),
            role: String::new(),
            grounds: "travelled in May 2025 to join the group and trained there".to_owned(),
            evidence: vec![Evidence {
                what: "border records".to_owned(),
                grade: Grade::parse("A1"),
            }],
            label: high(),
            from: from(),
        }],
    }
}

/// A record of finger minutiae (ISO/IEC 19794-2:2005) with two minutiae of one view: a well-formed file and nobody's finger.
#[must_use]
pub fn minutiae() -> Vec<u8> {
    let points: [u8; 12] = [0x40, 3, 0, 4, 90, 80, 0x80, 15, 0, 11, 10, 0];
    let behind = [
        &[0, 0][..],
        &[0, 16, 0, 12, 0, 197, 0, 197, 1, 0],
        &[2, 0, 77, 2],
        &points,
        &[0, 0],
    ]
    .concat();
    let head = b"FMR\0 20\0";
    let length = u32::try_from(head.len() + 4 + behind.len()).unwrap_or_default();
    [&head[..], &length.to_be_bytes(), &behind].concat()
}
