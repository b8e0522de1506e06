//! What is read from a small invented list in each format, and what is damaged in it.

use std::collections::BTreeSet;

use proptest::prelude::*;
use screen::lists::{self, Fault, Format, ListFile, Mapping, ReadOptions, SourceFile};
use screen::{Entity, Index, Query, limits};

use crate::samples::*;

fn read(text: &str) -> ListFile {
    lists::read(text.as_bytes(), &ReadOptions::default()).unwrap()
}

/// What a record says, one line a property.
fn said(entity: &Entity) -> String {
    let properties = entity.properties.iter();
    let lines = properties.map(|(name, values)| format!("{name}={}", values.join("|")));
    format!(
        "{} {} {}",
        entity.id,
        entity.schema,
        lines.collect::<Vec<_>>().join("; ")
    )
}

#[test]
fn formats_are_recognised_and_read() {
    for (format, text) in SAMPLES {
        assert_eq!(lists::detect(text.as_bytes()), Some(*format));
        assert_eq!(Format::of(format.code()), Some(*format));
        let list = read(text);
        assert!(!list.records.is_empty(), "{format:?}");
        assert_eq!(list.dataset, format.dataset());
        for record in &list.records {
            let origin = record.origin.as_ref().unwrap();
            assert!(origin.line > 0 && origin.list == list.dataset, "{format:?}");
            assert!(!record.caption.is_empty() && record.datasets.contains(&list.dataset));
        }
        // Whoever is on the list is found by the name it gives.
        if *format != Format::FtmJson {
            let found = Index::build(list.records.clone()).search(
                &Query::person("Orsolya Vadkerti"),
                5,
                0.7,
            );
            assert!(!found.is_empty(), "{format:?}");
        }
    }
    for text in [
        "",
        "hello",
        "a,b\n1,2\n",
        "<html></html>",
        "[1]",
        "{\"x\":1}",
    ] {
        assert_eq!(lists::detect(text.as_bytes()), None, "{text}");
        assert!(
            lists::read(text.as_bytes(), &ReadOptions::default()).is_err(),
            "{text}"
        );
    }
}

/// Sample, which of its records, what it says.
const EXPECTED: &[(&str, usize, &str)] = &[
    (
        SDN,
        0,
        "ofac-101 Person birthCountry=td; birthDate=1948-12-10|1949~; birthPlace=Port Azure, Chad; gender=female; idNumber=77-8; identification=Passport X123 45 (Chad) issued 1 Jan 2001|National ID No. 77-8 (Mali); name=Orsolya Anna VADKERTI; nationality=td; notes=Linked To: BLUE QUAY; passportNumber=X123 45; position=Director; program=ALPHA|BETA; topics=sanction; weakAlias=ORSI",
    ),
    (
        SDN,
        1,
        "ofac-101-xbt-1Abc CryptoWallet currency=XBT; holder=ofac-101; publicKey=1Abc; topics=sanction",
    ),
    (
        SDN,
        3,
        "ofac-103 Vessel callSign=3ABC; deadweightTonnage=100; flag=pa; grossRegisteredTonnage=200; imoNumber=IMO7654321; name=SEA LARK; previousName=LARK; program=ALPHA; topics=sanction; type=Tug",
    ),
    (
        OFAC_XML,
        0,
        "ofac-101 Person birthDate=1948~; identification=Passport X123 (Chad) issued 1 Jan 2001 expires 1 Jan 2011; name=Orsolya VADKERTI; passportNumber=X123; program=ALPHA; topics=sanction; weakAlias=ORSI",
    ),
    (
        EU_XML,
        0,
        "eu-13 Person alias=Орсолья Вадкерти; birthCountry=td; birthDate=1948~; birthPlace=Port Azure, CHAD; gender=female; identification=passport X123, CHAD; listingDate=2020-01-02; name=Orsolya \"Orsi\" Vadkerti; nationality=td; notes=A & B; passportNumber=X123; position=Director; program=TST; sourceId=EU.1.1; sourceUrl=https://eur-lex.example/1; topics=sanction; weakAlias=Orsi",
    ),
    (
        EU_CSV,
        0,
        "eu-13 Person alias=Orsi Vadkerti; birthDate=1948; gender=female; identification=passport X123; name=Orsolya Vadkerti; nationality=td; passportNumber=X123; topics=sanction",
    ),
    (
        EU_JOURNAL,
        0,
        "eu-32000R0001-1 Person alias=Orsi VADKERTI|Орсолья ВАДКЕРТИ|Orsi; birthDate=1948-12-10|1949; listingDate=2014-03-17; name=Orsolya VADKERTI; nationality=td; notes=Annex I|Said, \"so\"; program=EU-TST; status=Asset freeze; topics=sanction",
    ),
    (
        EU_JOURNAL,
        1,
        "eu-32000R0001-II-sea-lark Vessel imoNumber=IMO7654321; name=Sea Lark; notes=Annex II; program=EU-TST; topics=sanction",
    ),
    (
        UK,
        0,
        "gb-tst0001 Person address=1 Quay, Chad; alias=Орсолья Вадкерти; birthCountry=td; birthDate=1948|1948-12-10; birthPlace=Port Azure, Chad; country=td; gender=female; listingDate=2020-01-02; modifiedAt=2025-11-20; name=Orsolya Anna VADKERTI; nationality=td; passportNumber=X123; program=The Test Regulations; topics=sanction; weakAlias=ORSI",
    ),
    (
        OFSI,
        0,
        "gb-7001 Person birthDate=1948|1949-12-10; listingDate=2020-01-02; name=Orsolya VADKERTI; nationality=td; program=Test; title=Dr; topics=sanction; weakAlias=ORSI",
    ),
    (
        CANADA,
        0,
        "ca-chad-1-part-1-4 Person alias=Orsi|Орсолья; birthDate=1948; country=td; name=Orsolya Vadkerti; program=Chad; topics=sanction",
    ),
    (
        CANADA,
        1,
        "ca-chad-2-1 Vessel country=td; imoNumber=IMO7654321; name=Sea Lark; program=Chad; topics=sanction",
    ),
    (
        CANADA_BOTH,
        0,
        "ca-chad-1-4 Person alias=Orsi|Orszolya Wadkerti|Orsolja Wadkerti|Орсолья Вадкерти|Орсоля Вадкертi|Anne Vadkerti|Anna Wadkerti|Anna or Anne Vadkerti; birthDate=1948|1949-12-10; country=td; listingDate=2020-01-02; name=Orsolya Vadkerti; program=Chad; title=General; topics=sanction",
    ),
    (
        CANADA_BOTH,
        1,
        "ca-blue-harvest-regulations-bhr-1 Organization alias=BQ|Quay of Blue, AO|Quay (Red, Green)|\"Quai Bleu\"/ QB|Fund for those, fallen on hard times|الرصيف; name=Blue Quay, AO; program=Blue Harvest Regulations (BHR); topics=sanction",
    ),
    (
        AUSTRALIA_MEASURES,
        0,
        "au-12 Person address=1 Quay|2 Quay; birthDate=1948-12-10|1949; birthPlace=Port Azure|Chad; listingDate=2020-01-02; name=Orsolya Vadkerti; nationality=td; notes=The Test Instrument; previousName=Orsolya Kuyper; program=Test; status=Targeted Financial Sanction|Travel Ban; topics=sanction; weakAlias=Orsi",
    ),
    (
        UK_SHIP,
        0,
        "gb-tst0002 Vessel buildDate=1990; flag=td; imoNumber=IMO7654321; modifiedAt=2025-11-20; name=SEA LARK; notes=Owner: Blue Quay|Previous owner: Red Quay|Length: 20m; pastFlags=ml; program=The Test Regulations; status=Asset freeze; tonnage=100; topics=sanction; type=Tug",
    ),
    (
        EU_CSV_PARTS,
        0,
        "eu-13 Person alias=Orsi Vadkerti; identification=passport Х123|passport X123; listingDate=2020-01-02; name=Orsolya Anna Vadkerti; notes=WEB[quay.example]|Since 2001; passportNumber=Х123|X123; topics=sanction; weakAlias=Orsi",
    ),
    (
        EU_XML_PARTS,
        0,
        "eu-13 Person address=1 Quay; alias=Orsi Vadkerti; listingDate=2020-01-02; name=Orsolya Anna Vadkerti; notes=Used in Mali|Since 2001; phone=+235 22 55 55 55; topics=sanction; weakAlias=Orsi",
    ),
    (
        AUSTRALIA,
        0,
        "au-12 Person address=1 Quay, Port Azure, Chad; alias=Orsi; birthDate=1948-12-10; birthPlace=Port Azure; country=td; listingDate=2020-01-02; name=Orsolya Vadkerti; nationality=td; program=Test; topics=sanction",
    ),
    (
        DENIED,
        0,
        "us-dpl-orsolya-vadkerti LegalEntity address=1 QUAY, AZURE, TX, 1|2 QUAY, PORT, TD; country=us|td; listingDate=2003-06-19; name=ORSOLYA VADKERTI; notes=ADDED, 1 F.R. 1, 2056-06-29; topics=export.control",
    ),
    (
        FLAT,
        0,
        "flat-orsolya-vadkerti Person alias=Orsi|Wadkerti; name=Orsolya Vadkerti; nationality=td; program=TST; topics=sanction",
    ),
    (
        FTM,
        0,
        "a Person alias=Orsi; birthDate=1948; name=Orsolya Vadkerti; shoeSize=42",
    ),
    (FTM, 1, "o Ownership asset=c; owner=a"),
    (FTM, 2, "c Company name=Blue Quay; parent=c"),
    (FTM, 3, "z Spaceship name=Z"),
];

#[test]
fn records_say_what_the_list_says() {
    // Nothing of a form as it is published is left unread.
    for whole in [CANADA_BOTH, AUSTRALIA_MEASURES, UK_SHIP, UK, EU_CSV_PARTS] {
        assert!(read(whole).unread.is_empty(), "{:?}", read(whole).unread);
    }
    for (text, at, expect) in EXPECTED {
        assert_eq!(said(&read(text).records[*at]), *expect);
    }
}

#[test]
fn days_and_what_was_not_understood() {
    for (text, day) in [
        (OFAC_XML, "2025-03-28"),
        (EU_XML, "2025-11-20"),
        (EU_CSV, "2025-11-20"),
        (UK, "2025-11-21"),
        (OFSI, "2025-11-21"),
        (SDN, ""),
    ] {
        assert_eq!(read(text).day(), day);
    }
    let options = ReadOptions {
        day: Some("2025-01-02".into()),
        dataset: Some("own".into()),
        drop: BTreeSet::from(["birthDate".into(), "notes".into()]),
        ..ReadOptions::default()
    };
    let list = lists::read(SDN.as_bytes(), &options).unwrap();
    assert_eq!(
        (list.day(), list.records[0].datasets.as_slice()),
        ("2025-01-02", ["own".to_owned()].as_slice())
    );
    assert_eq!(list.dropped.get("birthDate"), Some(&2));
    assert!(
        list.records
            .iter()
            .all(|r| r.first("birthDate").is_none() && r.first("notes").is_none())
    );

    let ftm = read(FTM);
    let unread: Vec<(&str, usize)> = ftm.unread.iter().map(|(k, n)| (k.as_str(), *n)).collect();
    assert_eq!(
        unread,
        [
            ("a piece of a record read before (put together)", 1),
            ("a value of name that is no text", 1),
            ("property Person:shoeSize", 1),
            ("schema Spaceship", 1)
        ]
    );
    assert_eq!(ftm.dropped.get("religion"), Some(&1));
    assert_eq!(
        (ftm.day(), ftm.records[0].referents.as_slice()),
        ("2025-11-20", ["b".to_owned()].as_slice())
    );
    assert_eq!(read(EU_JOURNAL).dropped.get("ethnicity"), Some(&1));
}

#[test]
fn ofacs_tables_make_one_list() {
    let file = |name, text: &'static str| SourceFile {
        name,
        bytes: text.as_bytes(),
    };
    let files = [
        file("ADD.CSV", ADD),
        file("SDN_COMMENTS.CSV", COMMENTS),
        file("ALT.CSV", ALT),
        file("SDN.CSV", SDN),
    ];
    let list = lists::read_files(&files, &ReadOptions::default(), &mut |_| {}).unwrap();
    assert_eq!(list.records[0].values("alias"), ["Orszolya WADKERTI"]);
    assert_eq!(
        said(&list.records[2]),
        "ofac-102 Organization address=1 Quay, Port Azure, Chad; country=td; identification=Identification Number IMO 1234567; imoNumber=IMO1234567; name=BLUE QUAY; previousName=RED QUAY; program=ALPHA; registrationNumber=55; swiftBic=ABCDTDND; taxNumber=9; topics=sanction; website=http://www.quay.example/"
    );
    let alone = lists::read_files(
        &[file("ALT.CSV", ALT)],
        &ReadOptions::default(),
        &mut |_| {},
    );
    assert!(matches!(alone.unwrap_err().fault, Fault::Missing { .. }));
    let cut = lists::read_files(
        &[file("SDN.CSV", SDN), file("ALT.CSV", &ALT[..ALT.len() - 3])],
        &ReadOptions::default(),
        &mut |_| {},
    );
    let error = cut.unwrap_err();
    assert_eq!(
        (error.fault.clone(), error.element.as_str()),
        (Fault::Truncated, "ALT.CSV")
    );
    let two = lists::read_files(
        &[file("a", UK), file("b", UK)],
        &ReadOptions::default(),
        &mut |_| {},
    );
    assert!(matches!(two.unwrap_err().fault, Fault::TooBig { .. }));
}

#[test]
fn tables_are_read_by_a_mapping() {
    let mapping = Mapping::parse(MAPPING).unwrap();
    let as_json = serde_json::to_string(&mapping).unwrap();
    assert_eq!(Mapping::parse(&as_json).unwrap(), mapping);
    let options = ReadOptions {
        mapping: Some(mapping),
        dataset: Some("td".into()),
        ..ReadOptions::default()
    };
    let list = lists::read(TABLE.as_bytes(), &options).unwrap();
    assert_eq!(
        list.records.iter().map(said).collect::<Vec<_>>(),
        [
            "td-1 Person alias=Orsi|Wadkerti|Orszolya Vadkerti; birthDate=1948-12-10; country=td; name=Orsolya Vadkerti; topics=wanted",
            "td-2 Company name=Blue Quay; topics=wanted"
        ]
    );
    assert_eq!(list.unread.get("column Remark"), Some(&1));
    for (was, is, said) in [
        ("\"Person\"", "\"Sect\"", "no schema Sect"),
        ("\"Person\"", "\"Thing\"", "only its heirs"),
        ("\"birthDate\"", "\"shoeSize\"", "property shoeSize"),
        ("\"birthDate\"", "\"religion\"", "kept nowhere"),
        ("id_prefix", "idprefix", "idprefix"),
        (
            "property = \"name\"",
            "property = \"title\"",
            "goes into name",
        ),
    ] {
        let error = Mapping::parse(&MAPPING.replace(was, is)).unwrap_err();
        assert!(error.to_string().contains(said), "{said}: {error}");
    }
    let other = lists::read(TABLE.replace("Born", "Birth").as_bytes(), &options).unwrap_err();
    assert!(other.to_string().contains("no column Born"), "{other}");
}

#[test]
fn damaged_lists_are_refused_with_their_place() {
    for (text, code, line) in [
        (&UK[..UK.len() - 1], "LIST-TRUNCATED", 4),
        (&UK[..UK.len() - 30], "LIST-TRUNCATED", 4),
        (
            &EU_JOURNAL[..EU_JOURNAL.find("Said").unwrap()],
            "LIST-TRUNCATED",
            2,
        ),
        (&SDN[..SDN.len() - 1], "LIST-TRUNCATED", 4),
        (&OFAC_XML[..OFAC_XML.len() - 1], "LIST-TRUNCATED", 5),
        (&FTM[..FTM.len() - 4], "LIST-TRUNCATED", 4),
        (&OFAC_XML.replace("Count>1", "Count>2"), "LIST-MALFORMED", 5),
        (&SDN.replace("103,", "101,"), "LIST-DUPLICATE", 3),
        (&SDN.replace("102,", "x,"), "LIST-MALFORMED", 2),
        (
            &FTM.replace("\"id\":\"z\"", "\"id\":\"\""),
            "LIST-MISSING",
            3,
        ),
        (&FTM.replace("{\"id\":\"z\"", "7 {"), "LIST-MALFORMED", 3),
        (&EU_XML.replace("&amp;", "&who;"), "LIST-REFERENCE", 1),
        (
            &CANADA.replace("<data-set>", "<!DOCTYPE x><data-set>"),
            "LIST-DOCTYPE",
            1,
        ),
    ] {
        let error = lists::read(text.as_bytes(), &ReadOptions::default()).unwrap_err();
        assert_eq!((error.code(), error.line), (code, line), "{error}");
    }
}

#[test]
fn oddities_cost_little() {
    let aliases: Vec<String> = (0..10_000).map(|n| format!("\"Orsi {n}\"")).collect();
    let started = std::time::Instant::now();
    for value in [
        aliases.join(","),
        format!("\"{}\"", "x".repeat(10_000)),
        "\"a\"".into(),
        "\"🦀\u{202E}\\u0000\\u0007 Ор شا\"".into(),
        "{\"id\":\"n\",\"schema\":\"Person\",\"properties\":{\"alias\":[{\"id\":\"m\"}]}}".into(),
    ] {
        let line = format!(
            "{{\"id\":\"n\",\"schema\":\"Person\",\"properties\":{{\"name\":[{value}]}}}}\n"
        );
        assert!(lists::read(line.as_bytes(), &ReadOptions::default()).is_ok());
    }
    let deep = format!(
        "{{\"id\":\"n\",\"schema\":\"Person\",\"properties\":{{\"name\":{}1{}}}}}\n",
        "[".repeat(5_000),
        "]".repeat(5_000)
    );
    assert!(lists::read(deep.as_bytes(), &ReadOptions::default()).is_err());
    let wide = format!("Name,Sanction Type{}\n", ",x".repeat(10_000));
    assert!(matches!(
        lists::read(
            wide.as_bytes(),
            &ReadOptions {
                format: Some(Format::FlatCsv),
                ..ReadOptions::default()
            }
        )
        .unwrap_err()
        .fault,
        Fault::TooBig { .. }
    ));
    assert!(started.elapsed().as_secs() < 10);
}

#[test]
fn a_delta_is_applied_once_and_twice() {
    let text = "{\"op\":\"ADD\",\"entity\":{\"id\":\"n\",\"schema\":\"Person\",\"properties\":{\"name\":[\"New\"]}}}\n{\"op\":\"MOD\",\"entity\":{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Petronella Kuyper\"]}}}\n{\"op\":\"DEL\",\"entity\":{\"id\":\"z\"}}\n{\"op\":\"DEL\",\"entity\":{\"id\":\"never\"}}\n";
    let delta = lists::read_delta(text.as_bytes()).unwrap();
    assert_eq!(lists::detect(text.as_bytes()), Some(Format::FtmDelta));
    let (after, applied) = lists::apply(read(FTM).records, &delta);
    assert_eq!(
        (
            applied.added,
            applied.changed,
            applied.removed,
            applied.absent
        ),
        (1, 1, 1, 1)
    );
    assert_eq!(
        after.iter().map(|e| e.id.as_str()).collect::<Vec<_>>(),
        ["a", "o", "c", "n"]
    );
    assert_eq!(said(&after[0]), "a Person name=Petronella Kuyper");
    let (again, twice) = lists::apply(after.clone(), &delta);
    assert_eq!((again, twice.changed, twice.absent), (after, 2, 2));
    for bad in [
        "{\"op\":\"ADD\"}\n",
        "{\"op\":\"X\",\"entity\":{\"id\":\"a\"}}\n",
        "{\"op\":\"DEL\",\"entity\":{}}\n",
        "{\"op\":\"DEL\"",
    ] {
        assert!(lists::read_delta(bad.as_bytes()).is_err(), "{bad}");
    }
    assert!(lists::read_delta(b"").unwrap().steps.is_empty());
    assert!(lists::read(text.as_bytes(), &ReadOptions::default()).is_err());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_reader_panics(which in 0..SAMPLES.len(), at in any::<prop::sample::Index>(), with in prop::collection::vec(any::<u8>(), 0..6), cut in 0..8_usize) {
        let (format, text) = SAMPLES[which];
        let mut bytes = text.as_bytes().to_vec();
        let from = at.index(bytes.len());
        let to = (from + cut).min(bytes.len());
        bytes.splice(from..to, with);
        let options = ReadOptions { format: Some(format), ..ReadOptions::default() };
        if let Err(error) = lists::read(&bytes, &options) {
            prop_assert!(error.byte <= bytes.len() as u64 && !error.to_string().is_empty());
        }
        let _ = (lists::detect(&bytes), lists::read_delta(&bytes));
        let mapped = ReadOptions { mapping: Mapping::parse(MAPPING).ok(), ..ReadOptions::default() };
        let _ = lists::read(&bytes, &mapped);
    }
}

#[test]
fn names_beyond_what_is_searched_are_told() {
    let names = limits::ENTITY_NAMES_MAX + 5;
    let aliases: Vec<String> = (0..names).map(|n| format!("\"Orsi {n}\"")).collect();
    let line = format!(
        "{{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{{\"alias\":[{}]}}}}\n",
        aliases.join(",")
    );
    let list = lists::read(line.as_bytes(), &ReadOptions::default()).unwrap();
    let told: Vec<_> = list
        .unread
        .iter()
        .filter(|(what, _)| what.starts_with("names beyond"))
        .collect();
    assert_eq!(told.len(), 1, "{:?}", list.unread);
    assert_eq!(*told[0].1, 5);
    let index = Index::build(list.records);
    let best = |n: usize| {
        let hits = index.search(&Query::person(&format!("Orsi {n}")), 1, 0.0);
        hits.first().map_or(0.0, |hit| hit.score)
    };
    assert!(best(limits::ENTITY_NAMES_MAX - 1) > best(names - 1));
}
