//! Entities there and back, in the words of the schemata.

use jiff::civil::date;
use model::label::Class;
use proptest::prelude::*;

use super::*;
use crate::marks::Doubt;
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

fn values(taken: &crate::loss::Taken) -> Vec<&str> {
    let said = taken.issue.record.assertions.iter();
    said.map(|one| one.value.as_str()).collect()
}

fn line(id: &str, name: &str) -> String {
    format!("{{\"id\":\"{id}\",\"schema\":\"Person\",\"properties\":{{\"name\":[\"{name}\"]}}}}\n")
}

#[test]
fn a_line_without_an_id_is_refused_by_its_number() {
    for bad in [
        r#"{"schema":"Person","properties":{"name":["Ana"]}}"#,
        r#"{"id":"","schema":"Person"}"#,
        r#"{"id":7,"schema":"Person"}"#,
        r#"["id"]"#,
    ] {
        let text = format!("{}{bad}\n", line("x", "Ivo"));
        assert_eq!(from_ftm(&text, &policy(), &|_| id(8)), Err(2), "{bad}");
    }
}

#[test]
fn two_contents_of_one_id_are_both_held_and_one_content_twice_is_one() {
    let again = r#"{"schema":"Person","id":"x","properties":{"name":["Ivo"]}}"#;
    let text = format!("{}{again}\n{}", line("x", "Ivo"), line("x", "Ana"));
    let read = from_ftm(&text, &policy(), &|name| id(name.len() as u8)).unwrap();
    assert_eq!(read.len(), 2);
    assert_eq!([values(&read[0]), values(&read[1])], [["Ivo"], ["Ana"]]);
    assert_ne!(read[0].issue.id, read[1].issue.id);
    let told = ("/".to_owned(), Doubt::Conflict, "x".to_owned());
    assert!(read.iter().all(|one| one.doubts.contains(&told)));
}

#[test]
fn versions_of_ours_stand_beside_each_other_and_one_time_with_two_contents_is_held() {
    let mut one = Issue {
        id: id(1),
        owner: "XA".parse().unwrap(),
        created: "2026-02-01T00:00:00Z".parse().unwrap(),
        modified: "2026-03-01T10:00:00Z".parse().unwrap(),
        recalled: false,
        replaces: None,
        record: crate::loss::empty(Subject::Person),
    };
    let label = Label {
        releasable_to: None,
        tlp: Tlp::Green,
        ..Label::own(&one.owner, Class::Public)
    };
    let said = crate::loss::foreign(1, Property::Name, "Ivo", &label);
    one.record.assertions.push(said);
    let mut two = one.clone();
    two.record.assertions[0].value = "Ana".to_owned();
    let written = |issue: &Issue| {
        let sent = to_ftm(
            issue,
            &recipient(),
            date(2026, 2, 1),
            Reader::KeepsLabels,
            &name,
        );
        text(&sent.unwrap().0)
    };
    let both = from_ftm(&(written(&one) + &written(&two)), &policy(), &|_| id(8)).unwrap();
    assert_eq!((both.len(), values(&both[0])), (1, vec!["Ivo"]));
    let told = ("/assertions".to_owned(), Doubt::Conflict, "F1".to_owned());
    let label = both[0].issue.record.assertions[0].label.clone().unwrap();
    assert!(both[0].doubts.contains(&told) && label.tlp == Tlp::Red && label.orcon);
    two.modified = "2026-04-01T10:00:00Z".parse().unwrap();
    let both = from_ftm(&(written(&two) + &written(&one)), &policy(), &|_| id(8)).unwrap();
    assert_eq!(
        (values(&both[0]), values(&both[1])),
        (vec!["Ivo"], vec!["Ana"])
    );
    assert!(both.iter().all(|one| one.doubts.is_empty()));
}

#[test]
fn a_schema_that_stands_for_two_subjects_is_the_one_it_says() {
    for subject in Subject::ALL {
        let text = format!("{{\"id\":\"x\",\"schema\":\"{}\"}}", subject.schema());
        let read = from_ftm(&text, &policy(), &|_| id(8)).unwrap();
        let expect = match subject {
            Subject::Weapon => Subject::Object,
            Subject::Phone => Subject::OnlineAccount,
            other => *other,
        };
        assert_eq!(read[0].issue.record.subject, expect);
    }
}

#[test]
fn many_lines_of_one_id_take_no_square_of_time() {
    let lines: String = (0..20_000).map(|at| line("x", &format!("N{at}"))).collect();
    assert_eq!(
        from_ftm(&lines, &policy(), &|_| id(8)).unwrap().len(),
        20_000
    );
}
