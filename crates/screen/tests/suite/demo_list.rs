//! The invented list that the demo ships, in two versions.

use screen::mrz;
use screen::un_xml::{self, ListFile};
use screen::{
    Answer, Index, ListState, PartKind, Query, Thresholds, compare, decide, shrink_check,
};

use crate::shared::data;

pub(crate) const FIRST: &[u8] = include_bytes!("../../testdata/demo_list.xml");
const SECOND: &[u8] = include_bytes!("../../testdata/demo_list_2.xml");

fn first() -> ListFile {
    un_xml::read(FIRST).unwrap()
}

fn reference(hits: &[screen::Hit]) -> &str {
    hits.first()
        .and_then(|h| h.entity.first("unscId"))
        .unwrap_or("nobody")
}

#[test]
fn both_versions_are_read() {
    let (one, two) = (first(), un_xml::read(SECOND).unwrap());
    assert_eq!(
        (one.individuals, one.entities, one.day()),
        (40, 12, "2026-10-01")
    );
    assert_eq!(
        (two.individuals, two.entities, two.day()),
        (41, 12, "2026-11-03")
    );
    assert!(one.unread.is_empty() && two.unread.is_empty());
    let changes = shrink_check(&one.records, &two.records, 0.05).unwrap();
    let ids = |list: &[screen::delta::RecordRef]| {
        list.iter().map(|r| r.caption.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        ids(&changes.added),
        [
            "NADEZHDA VIKTOROVNA SOKOLINSKAYA",
            "JALIL HAMDAN TURAYHI",
            "MERIDIAN STAR NAVIGATION"
        ]
    );
    assert_eq!(
        ids(&changes.removed),
        ["GRZEGORZ WIERZCHOSŁAWSKI", "KHOSH DARRA TIMBER CO."]
    );
    assert_eq!((changes.changed.len(), changes.unchanged), (3, 47));
    assert!(
        changes
            .changed
            .iter()
            .all(|c| c.properties.contains_key("modifiedAt"))
    );
    assert_eq!(compare(&one.records, &one.records).unchanged, 52);
    assert!(shrink_check(&one.records, &two.records, 0.01).is_err());
}

#[test]
fn a_record_holds_what_the_list_says() {
    let list = first();
    let by = |reference: &str| {
        list.records
            .iter()
            .find(|r| r.first("unscId") == Some(reference))
            .unwrap()
    };
    let tariq = by("DMi.001");
    assert_eq!(
        tariq.values("name"),
        ["TARIQ ZUHAYR AL-QARMADI", "طارق زهير القرمدي"]
    );
    assert_eq!(
        tariq.values("alias"),
        ["Tarek Zoheir el-Garmadi", "Tariq Zuhair Al Qarmadi"]
    );
    assert_eq!(tariq.values("weakAlias"), ["Abu Sindibad"]);
    assert_eq!(tariq.values("passportNumber"), ["XA4471902"]);
    assert_eq!(
        tariq.values("address"),
        ["14 Lighthouse Street, Port Sarel, Arvenia (previous address)"]
    );
    assert_eq!(
        tariq.values("sourceUrl"),
        ["https://notices.example/DMi.001"]
    );
    assert_eq!(
        tariq.origin.as_ref().map(|o| (o.record.as_str(), o.line)),
        Some(("9900001", 5))
    );
    for (record, dates) in [
        ("DMi.004", "1966~"),
        ("DMi.005", "1958~/1962~"),
        ("DMi.010", "1987-11"),
        ("DMi.021", "1979-08/1979-09"),
        ("DMi.034", "1980-09~"),
        ("DMi.033", "1979/1982"),
    ] {
        assert_eq!(by(record).values("birthDate"), [dates], "{record}");
    }
}

#[test]
fn people_are_found_in_every_script() {
    let index = Index::build(first().records);
    for (asked, expect) in [
        ("Tarek Qarmadi", "DMi.001"),
        ("طارق القرمدي", "DMi.001"),
        ("Abdurrahim Numayri", "DMi.002"),
        ("عبدالرحيم نميري", "DMi.002"),
        ("Mahmoud Daulatzai", "DMi.004"),
        ("Rostam Behzadiyan", "DMi.006"),
        ("Ореховский Валерий", "DMi.008"),
        ("Valeri Orekhovskii", "DMi.008"),
        ("Заур Темиргалов", "DMi.010"),
        ("Σταύρος Μαντάς Καλλιγερόπουλος", "DMi.012"),
        ("魏连胜", "DMi.013"),
        ("欧阳清雪", "DMi.014"),
        ("박동휘", "DMi.015"),
        ("אליהו בן צרפתי", "DMi.017"),
        ("გიორგი მელიქიშვანიძე", "DMi.018"),
        ("Estevao Frazao", "DMi.022"),
        ("Echevarrieta Pilar", "DMi.023"),
        ("Oyvind Strandgarden", "DMi.026"),
        ("STRANDGAARDEN OEYVIND", "DMi.026"),
        ("Hüseyin Cagatayoglu", "DMi.028"),
        ("Nguyen Bao Thien Truc", "DMi.029"),
        ("สมชาย วรภัทรธนกิจ", "DMi.030"),
        ("रघुवेन्द्र प्रतापसिंघानी", "DMi.031"),
        ("አበበች ወልደትንሣኤ", "DMi.032"),
        ("Mohamed Lamine Ould Sidi Brahim", "DMi.034"),
        ("Kloostermeer, Petrus van der", "DMi.039"),
    ] {
        let hits = index.search(&Query::person(asked), 3, 0.6);
        assert_eq!(
            reference(&hits),
            expect,
            "{asked}: {:?}",
            hits.first().map(|h| (h.score, &h.explanation))
        );
    }
}

#[test]
fn scores_rank_and_do_not_saturate() {
    let index = Index::build(first().records);
    let score = |query: Query| {
        let hits = index.search(&query, 1, 0.0);
        assert_eq!(reference(&hits), "DMi.001", "{query:?}");
        hits[0].score
    };
    let full = || Query::person("Tariq Zuhayr al-Qarmadi");
    let ladder = [
        score(
            full()
                .with("birthDate", "1971-04-09")
                .with("passportNumber", "XA 4471902")
                .with("nationality", "Arvenia"),
        ),
        score(
            full()
                .with("birthDate", "1971-04-09")
                .with("passportNumber", "XA4471902"),
        ),
        score(full().with("birthDate", "1971-04-09").with("gender", "M")),
        score(full().with("birthDate", "1971-04-09")),
        score(full().with("birthDate", "1971")),
        score(full()),
        score(full().with("birthDate", "1971-04-12")),
        score(full().with("birthDate", "1990-04-09")),
        score(Query::person("Qarmadi Tariq").with("birthDate", "1990-04-09")),
    ];
    assert!(ladder.is_sorted_by(|a, b| a > b), "{ladder:?}");
    assert!(
        ladder[0] < 1.0 && (0.9..0.925).contains(&ladder[5]),
        "{ladder:?}"
    );
    // An omission is not a contradiction.
    let short = score(Query::person("Tariq Qarmadi"));
    let other = index.search(&Query::person("Tariq Badakhshi"), 1, 0.0)[0].score;
    assert!(short > 0.75 && other < 0.6, "{short} {other}");
}

#[test]
fn answers_carry_their_explanation() {
    let index = Index::build(first().records);
    let query = Query::person("Tarik Qarmadi Yusuf")
        .with("birthDate", "1971-09-04")
        .with("nationality", "Belmora");
    let hits = index.search(&query, 1, 0.0);
    let why = &hits[0].explanation;
    let kinds: Vec<_> = why
        .parts
        .iter()
        .map(|p| (p.query.as_str(), p.candidate.as_str(), p.kind))
        .collect();
    assert!(
        kinds.contains(&("qarmadi", "qarmadi", PartKind::Exact)),
        "{kinds:?}"
    );
    assert!(
        kinds.contains(&("yusuf", "", PartKind::Differs)),
        "{kinds:?}"
    );
    assert_eq!(
        why.for_.iter().map(|f| f.kind.code()).collect::<Vec<_>>(),
        ["birth-day-swapped"]
    );
    assert_eq!(
        why.against
            .iter()
            .map(|f| f.kind.code())
            .collect::<Vec<_>>(),
        ["country-other"]
    );
    assert_eq!(
        (why.list.as_str(), why.list_version.as_str()),
        ("un-sc", "2026-10-01T00:00:05.120Z")
    );
    let json = serde_json::to_value(&hits[0]).unwrap();
    assert!(json["explanation"]["for"].is_array() && json["entity"]["id"].is_string());
}

#[test]
fn a_travel_document_asks_the_list() {
    let lines = "P<UTOAL<QARMADI<<TARIQ<ZUHAYR<<<<<<<<<<<<<<<\nXA44719029UTO7104090M2903018<<<<<<<<<<<<<<00";
    let digits = |text: &str| mrz::check_digit(text).unwrap().to_string();
    let (number, birth, expiry) = ("XA4471902", "710409", "290301");
    let body = format!("{number}{}", digits(number));
    let second = format!(
        "{body}UTO{birth}{}M{expiry}{}<<<<<<<<<<<<<<0",
        digits(birth),
        digits(expiry)
    );
    let composite = digits(&format!("{body}{}{}", &second[13..20], &second[21..43]));
    let zone = format!("{}\n{second}{composite}", lines.lines().next().unwrap());
    let document = mrz::read(&zone, None).unwrap();
    assert!(document.checks_right(), "{document:?}");
    let today = screen::dates::Day::new(2026, 11, 21).unwrap();
    let query = document.query(today);
    let list = first();
    let state = ListState {
        list: list.dataset.clone(),
        version: "1".into(),
        day: list.day().into(),
        age_days: Some(3),
        records: list.records.len(),
    };
    let index = Index::build(list.records);
    let hits = index.search(&query, 5, 0.7);
    assert_eq!(reference(&hits), "DMi.001");
    let advice = decide(
        &query,
        &hits,
        std::slice::from_ref(&state),
        &Thresholds::default(),
        document.is_unsure(),
    );
    assert_eq!(
        (advice.answer, advice.as_of.as_str()),
        (Answer::Stop, "2026-10-01")
    );
    let innocent = Query::person("Anna Maria Eriksson").with("birthDate", "1974-08-12");
    let hits = index.search(&innocent, 5, 0.7);
    let advice = decide(&innocent, &hits, &[state], &Thresholds::default(), false);
    assert_eq!(advice.answer, Answer::NoRecord);
}

#[test]
fn a_document_number_alone_is_enough_for_a_look() {
    let index = Index::build(first().records);
    for number in ["BM0093412", "bm 0093412", "BM-0093412"] {
        let query = Query {
            schema: "Person".into(),
            ..Query::default()
        }
        .with("passportNumber", number);
        let hits = index.search(&query, 5, 0.7);
        assert_eq!((reference(&hits), hits.len()), ("DMi.002", 1), "{number}");
    }
    let other = Query::person("Olga Nowak").with("passportNumber", "BM0093412");
    assert_eq!(reference(&index.search(&other, 5, 0.7)), "DMi.002");
}

#[test]
fn nobody_on_the_invented_list_is_on_the_real_one() {
    let Some(bytes) = data("screening/lists/un_consolidated_2026-02-27.xml.zst") else {
        return;
    };
    let real = Index::build(un_xml::read(&bytes).unwrap().records);
    for file in [FIRST, SECOND] {
        for record in un_xml::read(file).unwrap().records {
            for name in [record.values("name"), record.values("alias")].concat() {
                // One name alone is anybody's.
                if screen::names::parts(&name).len() < 2 {
                    continue;
                }
                let mut query = Query::person(&name);
                query.schema.clone_from(&record.schema);
                let hits = real.search(&query, 1, 0.75);
                assert!(
                    hits.is_empty(),
                    "{name}: {:?}",
                    hits.first().map(|h| (&h.explanation.name, h.score))
                );
            }
        }
    }
}
