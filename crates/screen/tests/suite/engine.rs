//! The engine as its callers see it: kept as bytes, changed without a pause, one person on several lists, what tells apart.

use std::sync::Arc;

use proptest::prelude::*;
use screen::{
    Answer, Entity, Index, ListState, Query, Thresholds, Unusable, decide, pairs, un_xml,
};

use crate::demo_list::FIRST;

fn record(id: &str, list: &str, schema: &str, values: &[(&str, &str)]) -> Entity {
    let mut entity = Entity {
        id: id.into(),
        schema: schema.into(),
        datasets: vec![list.into()],
        ..Entity::default()
    };
    for (property, value) in values {
        entity.add(property, value);
    }
    entity
}

fn demo() -> Vec<Entity> {
    un_xml::read(FIRST).unwrap().records
}

#[test]
fn an_index_is_kept_as_bytes() {
    let built = Index::build(demo());
    let bytes = built.bytes().unwrap().to_vec();
    let opened = Index::open(Arc::new(bytes.clone())).unwrap();
    let query = Query::person("Tariq Zuhayr al-Qarmadi").with("birthDate", "1971-04-09");
    assert_eq!(opened.search(&query, 5, 0.1), built.search(&query, 5, 0.1));
    assert!(opened.verify() && !opened.is_damaged());
    // Cut, made by another version, or no index at all: refused.
    for cut in [0, 7, 40, bytes.len() / 2, bytes.len() - 1] {
        assert!(
            Index::open(Arc::new(bytes[..cut].to_vec())).is_err(),
            "{cut}"
        );
    }
    let mut other = bytes.clone();
    other[8] ^= 1;
    assert_eq!(
        Index::open(Arc::new(other)).unwrap_err(),
        Unusable::OtherVersion
    );
}

#[test]
fn a_damaged_block_is_noticed_and_never_answers() {
    let bytes = Index::build(demo()).bytes().unwrap().to_vec();
    for at in (200..bytes.len()).step_by(bytes.len() / 60) {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x10;
        let Ok(index) = Index::open(Arc::new(flipped)) else {
            continue;
        };
        assert!(!index.verify() && index.is_damaged(), "{at}");
        // Nothing panics, and nothing is invented.
        for hit in index.search(&Query::person("Tariq Zuhayr al-Qarmadi"), 5, 0.0) {
            assert!(demo().iter().any(|r| r.id == hit.entity.id));
        }
    }
}

#[test]
fn a_change_is_seen_at_once_and_only_in_the_new_index() {
    let old = Index::build(demo());
    let added = record(
        "x-1",
        "x",
        "Person",
        &[("name", "Ottilie Brandvoll Säterskog")],
    );
    let new = old.with(std::slice::from_ref(&added), &[]);
    let query = Query::person("Ottilie Saterskog Brandvoll");
    assert!(old.search(&query, 5, 0.5).is_empty());
    assert_eq!(new.search(&query, 5, 0.5)[0].entity.id, "x-1");
    assert_eq!(new.entity("x-1"), Some(added));
    assert!(new.bytes().is_none());
    let gathered = new.gathered();
    assert_eq!(
        (gathered.len(), gathered.bytes().is_some()),
        (old.len() + 1, true)
    );
    let gone = new.with(&[], &["x-1".to_owned()]);
    assert!(gone.search(&query, 5, 0.5).is_empty() && gone.entity("x-1").is_none());
    assert_eq!(gone.len(), old.len());
}

#[test]
fn a_name_that_one_list_knows_finds_the_person_on_the_others() {
    let both = [
        ("name", "Yevhen Adrianovych Tkachuk"),
        ("birthDate", "1968-11-23"),
    ];
    let known = [both.as_slice(), &[("alias", "Grey Heron of Lissa")]].concat();
    let index = Index::build(vec![
        record("a-1", "a", "Person", &both),
        record("b-1", "b", "Person", &known),
        // The same name, born on another day: somebody else.
        record(
            "c-1",
            "c",
            "Person",
            &[
                ("name", "Yevhen Adrianovych Tkachuk"),
                ("birthDate", "1991-02-03"),
            ],
        ),
    ]);
    let hits = index.search(&Query::person("Grey Heron of Lissa"), 5, 0.5);
    let ids: Vec<&str> = hits.iter().map(|h| h.entity.id.as_str()).collect();
    assert_eq!(ids, ["b-1", "a-1"]);
    assert_eq!(hits[0].explanation.through, None);
    assert_eq!(hits[1].explanation.through.as_deref(), Some("b-1"));
    assert_eq!(hits[1].explanation.name, "Grey Heron of Lissa");
}

#[test]
fn numbers_and_forms_tell_organisations_apart() {
    for (a, b, same) in [
        (
            "Brightwater Capital Fund I Ltd",
            "Brightwater Capital Fund II Ltd",
            false,
        ),
        (
            "Brightwater Shipping GmbH",
            "Brightwater Shipping Gesellschaft mit beschränkter Haftung",
            true,
        ),
        ("Lanterna 3", "Lanterna", false),
        ("A.B.C. Trading Ltd", "ABC Trading Limited", true),
        ("Ministry of Roads", "Roads Ministry", true),
    ] {
        let score = pairs::compare_names("Company", a, b);
        assert_eq!(score >= 0.7, same, "{a} {b} {score}");
    }
}

#[test]
fn names_meet_across_scripts() {
    for (a, b) in [
        ("Mohammed Hassan", "محمد حسن"),
        ("Vladimir Petrov", "Владимир Петров"),
        ("Yitzhak Cohen", "יצחק כהן"),
        ("Barack Obama", "バラク・オバマ"),
        ("Giorgi Beridze", "გიორგი ბერიძე"),
        ("Kim Min-jun", "김민준"),
        ("Wang Xiaoming", "王小明"),
        ("Armen Grigoryan", "Արմեն Գրիգորյան"),
        ("Yiannis Papadopoulos", "Γιάννης Παπαδόπουλος"),
    ] {
        let score = pairs::compare_names("Person", a, b);
        assert!(score >= 0.7, "{a} {b} {score}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Another nationality or birthplace never turns "no record" into "stop".
    #[test]
    fn a_country_alone_stops_nobody(
        first in "(Tariq|Fatimah|Omar|Jonas|Li)",
        last in "(al-Qarmadi|Qarmady|Nowak|Haddad)",
        one in "[A-Z]{3}",
        other in "(IRN|IRQ|AFG|FRA|SYR)",
    ) {
        let index = Index::build(demo());
        let thresholds = Thresholds::default();
        let lists = [ListState { list: "un-sc".into(), version: "1".into(), day: "2026-02-27".into(), age_days: Some(0), records: 9 }];
        let told = |country: &str, property: &str| {
            let query = Query::person(&format!("{first} {last}")).with(property, country);
            decide(&query, &index.search(&query, 5, thresholds.check), &lists, &thresholds, false).answer
        };
        for property in ["nationality", "birthCountry"] {
            let answers = [told(&one, property), told(&other, property)];
            prop_assert!(!(answers.contains(&Answer::NoRecord) && answers.contains(&Answer::Stop)), "{answers:?}");
        }
    }
}
