//! Entities there and back, in the words of the schemata.

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::marks::tests::{name, policy};
use crate::stix::record_tests::{expected, id, issues, recipient};

fn text(lines: &[Value]) -> String {
    lines.iter().map(|line| format!("{line}\n")).collect()
}

proptest! {
    #[test]
    fn a_record_comes_back_as_it_left(issue in issues()) {
        let sent = to_ftm(&issue, &recipient(), date(2026, 2, 1), Reader::KeepsLabels, &name);
        let Some(expect) = expected(&issue) else {
            prop_assert!(sent.is_err());
            return Ok(());
        };
        let (lines, loss) = sent.unwrap();
        let text = text(&lines);
        prop_assert!(!text.contains("KESTREL"));
        let taken = from_ftm(&text, &policy(), &|_| id(8)).unwrap();
        prop_assert_eq!(taken.len(), 1);
        prop_assert_eq!(&taken[0].issue, &expect);
        for (field, _) in issue.record.labels() {
            let told = [loss.carried.contains(&field), loss.coarsened.contains_key(&field), loss.dropped.contains_key(&field)];
            prop_assert_eq!(told.iter().filter(|told| **told).count(), 1, "{}", field);
        }
    }

    #[test]
    fn without_labels_only_what_is_for_all_leaves(issue in issues()) {
        let Ok((lines, _)) = to_ftm(&issue, &recipient(), date(2026, 2, 1), Reader::Plain, &name) else {
            return Ok(());
        };
        for taken in from_ftm(&text(&lines), &policy(), &|_| id(8)).unwrap() {
            for (_, label) in taken.issue.record.labels() {
                prop_assert!(label.is_some_and(is_for_all));
            }
        }
    }
}

#[test]
fn our_words_are_those_of_the_model() {
    for subject in Subject::ALL {
        let schema = Schema::of(subject.schema()).unwrap();
        assert!(!schema.is_abstract && !schema.deprecated, "{subject}");
        assert!(word(*subject, Property::Name).is_some() || *subject == Subject::Document);
    }
    for name in Property::ALL.iter().filter_map(|says| says.ftm()) {
        let mut schemata = Subject::ALL
            .iter()
            .filter_map(|one| Schema::of(one.schema()));
        assert!(schemata.any(|one| one.property(name).is_some()), "{name}");
    }
    for (schema, name) in [
        ("UnknownLink", "subject"),
        ("UnknownLink", "object"),
        ("UnknownLink", "role"),
        ("LegalEntity", "name"),
    ] {
        assert!(
            Schema::of(schema).unwrap().property(name).is_some(),
            "{name}"
        );
    }
}

#[test]
fn a_foreign_entity_is_held_and_a_broken_line_is_named() {
    let line = r#"{"id":"x","schema":"Person","properties":{"name":["Ivo Tarn"],"religion":["none of ours"]}}"#;
    let taken = from_ftm(line, &policy(), &|_| id(8)).unwrap();
    let label = taken[0].issue.record.assertions[0].label.clone().unwrap();
    assert!(
        label.tlp == Tlp::Red && label.class == Class::Restricted && !taken[0].doubts.is_empty()
    );
    assert!(taken[0].loss.dropped.contains_key("/properties/religion"));
    assert_eq!(
        from_ftm(
            &format!("{line}\n{{\"id\":1,\"id\":2}}"),
            &policy(),
            &|_| id(8)
        )
        .unwrap_err(),
        2
    );
}
