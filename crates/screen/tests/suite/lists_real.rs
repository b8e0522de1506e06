//! Every list under `shared/data/screening/lists`, as it was published or flattened, and the FollowTheMoney files beside them.

use std::collections::{BTreeMap, BTreeSet};

use screen::Entity;
use screen::lists::{self, Fault, Format, ListFile, ReadOptions, SourceFile};

use crate::shared::data;

fn read(names: &[&str]) -> Option<ListFile> {
    let files: Vec<(&str, Vec<u8>)> = names
        .iter()
        .map(|name| data(&format!("screening/lists/{name}.zst")).map(|bytes| (*name, bytes)))
        .collect::<Option<_>>()?;
    let sources: Vec<SourceFile<'_>> = files
        .iter()
        .map(|(name, bytes)| SourceFile { name, bytes })
        .collect();
    let started = std::time::Instant::now();
    let list = lists::read_files(&sources, &ReadOptions::default(), &mut |_| {})
        .map_err(|e| format!("{names:?}: {e}"))
        .unwrap();
    eprintln!(
        "{names:?}: {} records ({} persons) of {} in {:?}; unread {:?}, dropped {:?}",
        list.records.len(),
        list.individuals,
        list.generated_at,
        started.elapsed(),
        list.unread,
        list.dropped
    );
    Some(list)
}

/// Files of one list, records, persons, and a value that a record must have.
type Expected = (
    &'static [&'static str],
    (usize, usize),
    (&'static str, &'static str, &'static str),
);

const LISTS: &[Expected] = &[
    (
        &[
            "ofac_sdn_2021-07.csv",
            "ofac_alt_2021-07.csv",
            "ofac_add_2021-07.csv",
            "ofac_sdn_comments_2021-07.csv",
        ],
        (9073, 4620),
        ("ofac-36", "alias", "AERO-CARIBBEAN"),
    ),
    (
        &["ofac_sdn_2023-01.csv"],
        (11651, 5890),
        ("ofac-4243", "imoNumber", "IMO7406784"),
    ),
    (
        &["ofac_cons_prim_2025-12.csv", "ofac_cons_alt_2025-12.csv"],
        (442, 79),
        ("ofac-9639", "birthDate", "1962"),
    ),
    (
        &["ofac_nonsdn_consolidated_2025-03-28.xml"],
        (443, 80),
        ("ofac-9639", "alias", "Ismail HANIYA"),
    ),
    (
        &["ca_sema_2025-05.xml"],
        (4759, 3334),
        ("ca-belarus-1-part-1-2", "birthDate", "1972"),
    ),
    (
        &["us_bis_dpl_2022-09.txt"],
        (458, 0),
        ("us-dpl-abdulah-al-nasser", "listingDate", "2002-03-04"),
    ),
    (
        &["au_dfat_2025-05_parsed.csv"],
        (9983, 0),
        ("flat-mohammad-hassan-akhund", "country", "af"),
    ),
    (
        &["eu_fsf_2025-05_parsed.csv"],
        (5316, 4110),
        (
            "flat-barzan-abd-al-ghafur-sulaiman-majid-al-tikriti",
            "nationality",
            "iq",
        ),
    ),
    (
        &["ofac_sdn_2025-05_parsed.csv"],
        (17863, 7425),
        ("flat-banco-nacional-de-cuba", "alias", "BNC"),
    ),
    (
        &["uk_sanctions_2025-05_parsed.csv"],
        (2523, 0),
        ("flat-rahat-ltd", "country", "pk"),
    ),
    (
        &["un_consolidated_2026-02-27.xml"],
        (1003, 730),
        ("un-6907993", "topics", "sanction"),
    ),
];

#[test]
fn every_list_is_read() {
    for (files, counts, (id, property, value)) in LISTS {
        let Some(list) = read(files) else { return };
        let persons = list.records.iter().filter(|r| r.is_person()).count();
        assert_eq!(list.individuals, persons);
        assert_eq!((list.records.len(), list.individuals), *counts, "{files:?}");
        let record = list.records.iter().find(|r| r.id == *id);
        let values = record.map(|r| r.values(property)).unwrap_or_default();
        assert!(
            values.iter().any(|v| v == value),
            "{id} {property}: {values:?}"
        );
        for record in &list.records {
            let origin = record.origin.as_ref().unwrap();
            assert!(origin.line > 0 && origin.list == list.dataset && !record.caption.is_empty());
        }
    }
}

#[test]
fn the_journals_annexes_are_read() {
    let (mut records, mut dropped) = (0, 0);
    for regulation in [
        "32001R2580",
        "32014R0269",
        "32014R0833",
        "32017R1509",
        "32024R2642",
    ] {
        let Some(list) = read(&[&format!("eu_journal/{regulation}.csv")]) else {
            return;
        };
        records += list.records.len();
        dropped += list.dropped.values().sum::<usize>();
        assert!(
            list.records
                .iter()
                .all(|r| r.values("ethnicity").is_empty())
        );
    }
    eprintln!("{records} records, {dropped} values dropped");
    assert!(records > 4_000);
}

/// A file of the shared data that is not a list of an authority.
fn records_of(path: &str) -> Option<ListFile> {
    Some(lists::read(&data(path)?, &ReadOptions::default()).unwrap())
}

#[test]
fn ready_made_records_say_no_more_than_ours() {
    let Some(ready) = records_of("screening/ftm/lists_27716.ftm.jsonl.zst") else {
        return;
    };
    assert_eq!((ready.records.len(), ready.unread.len()), (27_716, 0));
    let by_id: BTreeMap<&str, &Entity> = ready.records.iter().map(|e| (e.id.as_str(), e)).collect();
    let Some(ofac) = read(&["ofac_sdn_2023-01.csv"]) else {
        return;
    };
    let Some(un) = read(&["un_consolidated_2026-02-27.xml"]) else {
        return;
    };
    let (mut met, mut lacking) = (0, BTreeMap::<&str, usize>::new());
    for ours in ofac.records.iter().chain(&un.records) {
        let Some(theirs) = by_id.get(ours.id.as_str()) else {
            continue;
        };
        assert_eq!(theirs.schema, ours.schema, "{}", ours.id);
        met += 1;
        for property in ["nationality", "gender", "imoNumber"] {
            let own: BTreeSet<&String> = ours.values(property).iter().collect();
            if theirs.values(property).iter().any(|v| !own.contains(v)) {
                *lacking.entry(property).or_default() += 1;
            }
        }
    }
    eprintln!("{met} records compared, lacking {lacking:?}");
    assert_eq!(met, 11_443 + 1_003);
    // What remains is one place of the two that the ready-made file has cut wrongly.
    assert!(lacking.values().sum::<usize>() <= 8, "{lacking:?}");
}

#[test]
fn a_cut_list_is_refused() {
    for (file, step) in [
        ("ofac_sdn_2023-01.csv", 400_009),
        ("ofac_nonsdn_consolidated_2025-03-28.xml", 100_003),
        ("ca_sema_2025-05.xml", 200_003),
        ("us_bis_dpl_2022-09.txt", 10_007),
        ("eu_journal/32014R0269.csv", 100_003),
        ("uk_sanctions_2025-05_parsed.csv", 20_011),
    ] {
        let Some(bytes) = data(&format!("screening/lists/{file}.zst")) else {
            return;
        };
        for cut in (2_000..bytes.len() - 1).step_by(step) {
            let whole_line = bytes[cut - 1] == b'\n' && !file.starts_with("ofac_sdn");
            let mut cut = cut;
            if whole_line {
                cut += 3;
            }
            let error = lists::read(&bytes[..cut], &ReadOptions::default()).unwrap_err();
            assert_eq!(
                error.fault,
                Fault::Truncated,
                "{file} cut at {cut}: {error}"
            );
        }
    }
}

#[test]
fn yentes_deltas_change_a_list() {
    let Some(bytes) = data("screening/ftm/yente_t2/20240527194702-wnk_entities.delta.json") else {
        return;
    };
    assert_eq!(lists::detect(&bytes), Some(Format::FtmDelta));
    let delta = lists::read_delta(&bytes).unwrap();
    let (records, applied) = lists::apply(Vec::new(), &delta);
    eprintln!("{applied:?}");
    assert_eq!(records.len(), applied.added - applied.removed);
    for file in [
        "20240528014702-pfh",
        "20240528074703-npf",
        "20240528134729-3iv",
        "20240527134702-zbn",
    ] {
        let name = format!("screening/ftm/yente_t2/{file}_entities.delta.json");
        let Some(bytes) = data(&name) else { return };
        let delta = lists::read_delta(&bytes).unwrap();
        let (after, applied) = lists::apply(records.clone(), &delta);
        assert_eq!(
            after.len(),
            records.len() + applied.added - applied.removed,
            "{file}"
        );
        let (again, second) = lists::apply(after.clone(), &delta);
        assert_eq!(
            (again.len(), second.added),
            (after.len(), 0),
            "{file}: {second:?}"
        );
    }
    for (file, count) in [
        ("yente_zala_entities.ftm.json", 0),
        ("yente_parteispenden_entities.ftm.json", 0),
        ("yente_t1_entities.ftm.json", 0),
    ] {
        let Some(list) = records_of(&format!("screening/ftm/{file}")) else {
            return;
        };
        eprintln!(
            "{file}: {} records, unread {:?}, dropped {:?}",
            list.records.len(),
            list.unread,
            list.dropped
        );
        assert!(list.records.len() > count);
    }
}
