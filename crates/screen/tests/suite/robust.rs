//! Bytes and questions that nobody would send in good faith.

use proptest::prelude::*;
use screen::un_xml::{self, Fault};
use screen::{Entity, Index, Query, mrz};

const DEMO: &[u8] = include_bytes!("../../testdata/demo_list.xml");

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(un_xml::read(&bytes).is_err());
        let _ = mrz::read(&String::from_utf8_lossy(&bytes), None);
    }

    #[test]
    fn xml_like_text_never_panics(text in "(<|</|/>|>|&|;|CONSOLIDATED_LIST|INDIVIDUALS|INDIVIDUAL|DATAID|<!--|-->|<!\\[CDATA\\[|\\]\\]>|<\\?|\\?>|\"|=| |é|1){0,60}") {
        let _ = un_xml::read(text.as_bytes());
    }

    #[test]
    fn a_damaged_list_never_panics(at in 0..DEMO.len(), with in any::<u8>()) {
        let mut bytes = DEMO.to_vec();
        bytes[at] = with;
        if let Err(error) = un_xml::read(&bytes) {
            prop_assert!(error.byte <= bytes.len() as u64);
        }
    }

    #[test]
    fn a_cut_list_is_never_accepted(end in 1..DEMO.len() - 1) {
        let error = un_xml::read(&DEMO[..DEMO.len() - end]).unwrap_err();
        prop_assert!(matches!(error.fault, Fault::Truncated | Fault::OtherFormat { .. }), "{}", error);
    }

    #[test]
    fn zones_of_any_text_never_panic(text in "[A-Z0-9<àéè&'(\\-_ç?;,.\r\n\t \u{2}\u{3}]{0,200}") {
        if let Ok(mrz) = mrz::read(&text, None) {
            let (lines, width) = mrz.format.shape();
            prop_assert!(mrz.lines.len() == lines && mrz.lines.iter().all(|l| l.len() == width));
            let _ = mrz.query(screen::dates::Day::new(2026, 11, 21).unwrap());
        }
    }

    #[test]
    fn a_read_zone_reads_the_same_again(text in "[PVIAC][A-Z<]UTO[A-Z<]{39}[A-Z0-9<]{9}[0-9<]UTO[0-9]{7}[MF<][0-9]{7}[A-Z0-9<]{14}[0-9<]{2}") {
        let first = mrz::read(&text, Some(mrz::Layout::Us)).unwrap();
        let again = mrz::read(&first.lines.join("\n"), Some(mrz::Layout::Us)).unwrap();
        prop_assert_eq!(first, again);
    }

    #[test]
    fn any_name_finds_itself(name in "\\PC{1,60}") {
        let mut entity = Entity { id: "1".into(), schema: "Person".into(), ..Entity::default() };
        entity.add("name", &name);
        let index = Index::build(vec![entity]);
        let hits = index.search(&Query::person(&name), 5, 0.0);
        prop_assert!(hits.iter().all(|h| (0.0..1.0).contains(&h.score)));
        // "(x)" is a remark, not a name; what has a letter outside of brackets is found.
        if !screen::names::parts(&name).is_empty() && !name.contains(['(', ')', ';', '（', '）', ',']) {
            prop_assert_eq!(hits.len(), 1, "{:?} {:?}", name, screen::names::parts(&name));
        }
    }
}

#[test]
fn hostile_lists_are_refused() {
    let list = |inner: &str| {
        format!(
            "<CONSOLIDATED_LIST dateGenerated=\"2026-01-01\"><INDIVIDUALS>{inner}</INDIVIDUALS></CONSOLIDATED_LIST>"
        )
    };
    let one = "<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A B</FIRST_NAME></INDIVIDUAL>";
    assert!(un_xml::read(list(one).as_bytes()).is_ok());
    for (file, code) in [
        (String::new(), "LIST-EMPTY"),
        (" \n ".into(), "LIST-EMPTY"),
        ("{\"a\":1}".into(), "LIST-OTHER-FORMAT"),
        ("<html><body>502</body></html>".into(), "LIST-OTHER-FORMAT"),
        ("<sdnList/>".into(), "LIST-OTHER-FORMAT"),
        (list(""), "LIST-NO-RECORDS"),
        (list(one).replace("2026-01-01", "yesterday"), "LIST-MISSING"),
        (
            list("<INDIVIDUAL><FIRST_NAME>A</FIRST_NAME></INDIVIDUAL>"),
            "LIST-MISSING",
        ),
        (
            list("<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME> </FIRST_NAME></INDIVIDUAL>"),
            "LIST-MISSING",
        ),
        (list(&one.repeat(2)), "LIST-DUPLICATE"),
        (
            format!(
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>{}",
                list(one)
            ),
            "LIST-DOCTYPE",
        ),
        (list(one).replace("A B", "&a;"), "LIST-REFERENCE"),
        (list(one).replace("A B", "&#1;"), "LIST-MALFORMED"),
        (
            list(one).replace("</FIRST_NAME>", "</SECOND_NAME>"),
            "LIST-MALFORMED",
        ),
        (format!("{}{}", list(one), list(one)), "LIST-MALFORMED"),
        (list(&"<a>".repeat(50)), "LIST-TOO-BIG"),
        (
            list(one).replace("A B", &"x".repeat(70_000)),
            "LIST-TOO-BIG",
        ),
        (
            format!(
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>{}",
                list(one)
            ),
            "LIST-NOT-UTF8",
        ),
        (
            list(one).replace("</CONSOLIDATED_LIST>", ""),
            "LIST-TRUNCATED",
        ),
        (
            list(one).replace("CONSOLIDATED_LIST>", "CONSOLIDATED_LI"),
            "LIST-TRUNCATED",
        ),
    ] {
        let error = un_xml::read(file.as_bytes()).unwrap_err();
        assert_eq!(error.code(), code, "{error}");
        assert!(error.to_string().starts_with("line ") && error.to_string().len() > 60);
    }
    let latin: Vec<u8> = list(one)
        .bytes()
        .map(|b| if b == b'B' { 0xE9 } else { b })
        .collect();
    assert_eq!(un_xml::read(&latin).unwrap_err().code(), "LIST-NOT-UTF8");
}

#[test]
fn unknown_elements_are_counted_not_lost() {
    let file = "<CONSOLIDATED_LIST dateGenerated=\"2026-01-01\"><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>A</FIRST_NAME>\
                <EYES>brown</EYES></INDIVIDUAL></INDIVIDUALS><VESSELS><VESSEL/></VESSELS></CONSOLIDATED_LIST>";
    let list = un_xml::read(file.as_bytes()).unwrap();
    assert_eq!(
        list.unread
            .iter()
            .map(|(k, v)| (k.as_str(), *v))
            .collect::<Vec<_>>(),
        [("EYES", 1), ("VESSEL", 1), ("VESSELS", 1)]
    );
}

#[test]
fn an_updated_record_is_found_by_its_new_names() {
    // The peer keeps the analysed names of an id and goes on with the old ones.
    let named = |name: &str| {
        let mut entity = Entity {
            id: "same".into(),
            schema: "Person".into(),
            ..Entity::default()
        };
        entity.add("name", name);
        Index::build(vec![entity])
    };
    let (before, after) = (named("Orsolya Vadkerti"), named("Petronella Kuyper"));
    let query = Query::person("Petronella Kuyper");
    assert!(before.search(&query, 5, 0.3).is_empty());
    assert!(after.search(&query, 5, 0.3)[0].score > 0.9);
    // The same through an index that took the change in: the old name is gone, the new one is there at once.
    let changed = before.with(&after.entities().collect::<Vec<_>>(), &[]);
    assert!(changed.search(&query, 5, 0.3)[0].score > 0.9);
    assert!(
        changed
            .search(&Query::person("Orsolya Vadkerti"), 5, 0.3)
            .is_empty()
    );
    assert_eq!(changed.len(), 1);
}

#[test]
fn no_question_takes_long() {
    let mut entity = Entity {
        id: "1".into(),
        schema: "Person".into(),
        ..Entity::default()
    };
    for n in 0..10_000 {
        entity
            .properties
            .entry("alias".into())
            .or_default()
            .push(format!("Muhammad Ahmad Ali {n}"));
    }
    let index = Index::build(vec![entity]);
    for name in [
        "Muhammad Ahmad Ali Hassan",
        "x",
        &"a".repeat(10_000),
        &"Muhammad ".repeat(1_000),
        "\u{202E}\u{0}🦀",
        "((((((((((",
    ] {
        let started = std::time::Instant::now();
        let _ = index.search(&Query::person(name), 5, 0.5);
        assert!(
            started.elapsed().as_secs() < 30,
            "{} took {:?}",
            name.len(),
            started.elapsed()
        );
    }
}

#[test]
fn codes_are_those_of_json() {
    fn same<T: serde::Serialize + Copy>(all: &[T], code: fn(T) -> &'static str) {
        for one in all {
            assert_eq!(serde_json::to_value(one).unwrap(), code(*one));
        }
    }
    use screen::mrz::{Doubt, Field, Format, Verdict};
    use screen::{Answer, FeatureKind, PartKind, Reason};
    same(
        &[
            Answer::NoRecord,
            Answer::Check,
            Answer::Stop,
            Answer::CannotSay,
        ],
        Answer::code,
    );
    same(
        &[
            Reason::NothingFound,
            Reason::ListTooOld,
            Reason::DocumentUnsure,
        ],
        Reason::code,
    );
    same(
        &[
            PartKind::Exact,
            PartKind::OnlyAsked,
            PartKind::OnlyListed,
            PartKind::Joined,
        ],
        PartKind::code,
    );
    same(
        &[
            FeatureKind::BirthDay,
            FeatureKind::BirthDaySwapped,
            FeatureKind::SexOther,
        ],
        FeatureKind::code,
    );
    same(
        &[Doubt::CheckDigit, Doubt::UnknownIssuer, Doubt::NameCut],
        Doubt::code,
    );
    same(&[Verdict::Right, Verdict::Empty], Verdict::code);
    same(&[Field::Number, Field::Composite], Field::code);
    same(
        &[
            Format::Td1,
            Format::Td2,
            Format::Td3,
            Format::MrvA,
            Format::MrvB,
        ],
        Format::code,
    );
}

#[test]
fn a_name_of_nothing_but_what_joins_others_is_found() {
    let names = ["Le Duc Tho", "Le", "De la Cruz", "De la", "Y"];
    let records = names.iter().map(|name| {
        let mut record = Entity {
            id: (*name).into(),
            schema: "Person".into(),
            ..Entity::default()
        };
        record.add("name", name);
        record
    });
    let index = Index::build(records.collect());
    for name in names {
        let hits = index.search(&Query::person(name), 1, 0.0);
        assert_eq!(hits.first().map(|h| h.entity.id.as_str()), Some(name));
    }
}
