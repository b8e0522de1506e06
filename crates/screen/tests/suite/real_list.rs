//! The Security Council's consolidated list of 2026-02-27, as it was published.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Instant;

use screen::un_xml::{self, Fault, ListFile};
use screen::{Index, Query};

use crate::shared::data;

static LIST: LazyLock<Option<(Vec<u8>, ListFile)>> = LazyLock::new(|| {
    let bytes = data("screening/lists/un_consolidated_2026-02-27.xml.zst")?;
    let started = Instant::now();
    let list = un_xml::read(&bytes).unwrap();
    eprintln!("read {} bytes in {:?}", bytes.len(), started.elapsed());
    Some((bytes, list))
});

#[test]
fn every_record_is_read() {
    let Some((_, list)) = &*LIST else { return };
    assert_eq!(
        (list.individuals, list.entities, list.records.len()),
        (730, 273, 1003)
    );
    assert_eq!((list.day(), &list.unread), ("2026-02-27", &BTreeMap::new()));
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for record in &list.records {
        for (property, values) in &record.properties {
            *counts.entry(property).or_default() += values.len();
        }
    }
    eprintln!("{counts:?}");
}

#[test]
fn other_years_are_read_too() {
    for (file, individuals, entities) in [
        (
            "screening/lists/un_consolidated_2020-11-30.xml.zst",
            713,
            305,
        ),
        (
            "screening/lists/un_consolidated_2025-04-19.xml.zst",
            684,
            193,
        ),
    ] {
        let Some(bytes) = data(file) else { return };
        let list = un_xml::read(&bytes).unwrap();
        assert_eq!(
            (list.individuals, list.entities),
            (individuals, entities),
            "{file}"
        );
    }
}

#[test]
fn names_as_written_are_found_first() {
    let Some((_, list)) = &*LIST else { return };
    let index = Index::build(list.records.clone());
    for (asked, schema, expect) in [
        ("ERIC BADEGE", "Person", "CDi.001"),
        ("MATHIEU, CHUI NGUDJOLO", "Person", "CDi.020"),
        ("THE HOUTHIS", "Organization", "YEe.001"),
        (
            "إبراهيم عواد إبراهيم علي البدري السامرائي",
            "Person",
            "QDi.299",
        ),
        ("Абдурахманов Магомед Магомедзакирович", "Person", "QDi.363"),
        ("金铁三", "Person", "KPi.035"),
    ] {
        let mut query = Query::person(asked);
        query.schema = schema.into();
        let hits = index.search(&query, 5, 0.5);
        let found = hits.first().and_then(|h| h.entity.first("unscId"));
        eprintln!(
            "{asked}: {:?}",
            hits.iter()
                .map(|h| (h.entity.first("unscId").unwrap(), h.score))
                .collect::<Vec<_>>()
        );
        assert_eq!(found, Some(expect), "{asked}");
    }
}

#[test]
fn every_record_is_found_by_each_of_its_names() {
    let Some((_, list)) = &*LIST else { return };
    let started = Instant::now();
    let index = Index::build(list.records.clone());
    eprintln!(
        "index of {} records in {:?}",
        index.len(),
        started.elapsed()
    );
    let (mut asked, mut first) = (0_u32, 0_u32);
    let mut slowest = std::time::Duration::ZERO;
    let started = Instant::now();
    for record in index.entities() {
        for property in ["name", "alias", "previousName", "weakAlias"] {
            for name in record.values(property) {
                let mut query = Query::person(name);
                query.schema = record.schema.clone();
                let one = Instant::now();
                // One word that is nearly everybody's name says little, however exactly it is met: it is found, and no more.
                let enough = match screen::names::parts(name).len() {
                    0 | 1 => 0.02,
                    _ => 0.5,
                };
                let hits = index.search(&query, 20, enough);
                slowest = slowest.max(one.elapsed());
                asked += 1;
                // Within ties: no other record may score higher than the one that bears the name. Where one does, it bears
                // (nearly) the same name and its list trusts it more.
                let best = hits.first().map_or(0.0, |h| h.score);
                let own = hits
                    .iter()
                    .find(|h| h.entity.id == record.id)
                    .map(|h| h.score);
                assert!(
                    own.is_some(),
                    "{} {property} {name:?} is not among the hits",
                    record.id
                );
                first += u32::from(own == Some(best));
            }
        }
    }
    let each = started.elapsed() / asked.max(1);
    eprintln!("recall@1 within ties: {first} of {asked}; {each:?} a search, slowest {slowest:?}");
    assert!(
        f64::from(first) >= 0.99 * f64::from(asked),
        "{first} of {asked}"
    );
}

#[test]
fn a_cut_list_is_refused_with_its_place() {
    let Some((bytes, _)) = &*LIST else { return };
    // Every 5 kB where it counts; at a desk every 20 kB will do.
    let step = if std::env::var_os("CI").is_some() {
        5_003
    } else {
        20_011
    };
    let cuts: Vec<usize> = (0..bytes.len()).step_by(step).collect();
    let refused = |cut: usize| {
        let error = un_xml::read(&bytes[..cut]).unwrap_err();
        let fault = if cut == 0 {
            Fault::Empty
        } else {
            Fault::Truncated
        };
        assert_eq!(error.fault, fault, "cut at {cut}: {error}");
        assert!(error.byte <= cut as u64 && error.line >= 1);
        assert!(error.byte + 5_000 > cut as u64, "cut at {cut}: {error}");
    };
    std::thread::scope(|scope| {
        for half in 0..2 {
            let mine = cuts.iter().skip(half).step_by(2);
            scope.spawn(|| mine.for_each(|cut| refused(*cut)));
        }
    });
    for end in [1, 2, 7, 19, 20, 21, 40] {
        assert!(
            un_xml::read(&bytes[..bytes.len() - end]).is_err(),
            "{end} bytes short"
        );
    }
}
