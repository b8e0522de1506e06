//! Lists of other forms than the Security Council's, changes to them, what the policy of a node leaves out, and the lists of a day
//! that is over.

use model::{Actor, Role};
use office::Silent;
use office::screening::{self, Check, Import, ImportReport, ListPart};
use sim::House;

use crate::desk::town;

const FTM: &str = "{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Orsolya Vadkerti\"],\"religion\":[\"x\"]}}\n{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Petronella Kuyper\"]}}\n";
const DELTA: &str = "{\"op\":\"MOD\",\"entity\":{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Zsuzsanna Horgas\"]}}}\n";
const SDN: &str = "101,\"VADKERTI, Orsolya\",\"individual\",\"ALPHA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 1948.\"\r\n\u{1A}";
const ALT: &str = "101,1,\"aka\",\"QARLUQ, Tamina\",-0- \r\n\u{1A}";

async fn import(house: &House, act: Import) -> office::Result<ImportReport> {
    let operator = Actor::operator(house.office.state());
    screening::import(&house.office, &operator, act, &Silent).await
}

fn ftm(house: &House, text: &str) -> Import {
    Import {
        id: "own".to_owned(),
        ..Import::of(house.office.new_act(), text.to_owned())
    }
}

/// Captions of what is found under the name, asked as of that day.
async fn found(house: &House, name: &str, as_of: Option<&str>) -> office::Result<Vec<String>> {
    let check = Check {
        name: name.to_owned(),
        as_of: as_of.map(|day| day.parse().unwrap()),
        ..Check::default()
    };
    let officer = house.officer(Role::BorderOfficer);
    let answer = screening::check(&house.office, officer, check).await?;
    Ok(answer
        .hits
        .into_iter()
        .map(|hit| hit.entity.caption)
        .collect())
}

#[tokio::test]
async fn lists_of_other_forms_are_taken_in() {
    let (_dir, town) = town(81).await;
    let xa = town.house("XA");
    let part = |name: &str, text: &str| ListPart {
        name: name.to_owned(),
        bytes: text.to_owned().into(),
    };
    let ofac = Import {
        files: vec![part("ALT.CSV", ALT), part("SDN.CSV", SDN)],
        ..Import::of(xa.office.new_act(), "")
    };
    let report = import(xa, ofac).await.unwrap();
    assert_eq!(
        (report.id.as_str(), report.format.as_str()),
        ("us_ofac", "ofac-csv")
    );
    assert_eq!(
        found(xa, "Tamina Qarluq", None).await.unwrap(),
        ["Orsolya VADKERTI"]
    );
    let report = import(xa, ftm(xa, FTM)).await.unwrap();
    assert_eq!(
        (report.individuals, report.dropped.get("religion")),
        (2, Some(&1))
    );

    let table = Import {
        id: "td".to_owned(),
        mapping: Some(
            "id_prefix = \"td-\"\nschema = \"Person\"\n[columns]\nWho = \"name\"\n".to_owned(),
        ),
        ..Import::of(xa.office.new_act(), "Who\nIldiko Barsony\n")
    };
    assert_eq!(import(xa, table).await.unwrap().format, "mapped-csv");
    assert_eq!(
        found(xa, "Ildiko Barsony", None).await.unwrap(),
        ["Ildiko Barsony"]
    );
}

#[tokio::test]
async fn what_is_asked_must_fit_the_file() {
    let (_dir, town) = town(83).await;
    let xa = town.house("XA");
    let refused = |act: Import| async { import(xa, act).await.unwrap_err().code().to_owned() };
    let of = |text: &'static str| Import::of(xa.office.new_act(), text);
    assert_eq!(
        refused(of(FTM)).await,
        "LIST-ID",
        "which list it is, the file does not say"
    );
    assert_eq!(refused(of("Who\nX\n")).await, "LIST-FORMAT");
    assert_eq!(
        refused(Import {
            format: "pdf".to_owned(),
            ..of(FTM)
        })
        .await,
        "LIST-FORMAT"
    );
    assert_eq!(
        refused(Import {
            id: "Own list".to_owned(),
            ..of(FTM)
        })
        .await,
        "LIST-ID"
    );
    assert_eq!(
        refused(Import {
            mapping: Some("x = 1".to_owned()),
            ..of(FTM)
        })
        .await,
        "LIST-MAPPING"
    );
    assert_eq!(
        refused(Import {
            id: "new".to_owned(),
            ..of(DELTA)
        })
        .await,
        "LIST-BASE"
    );
    assert_eq!(refused(ftm(xa, &FTM[..FTM.len() - 9])).await, "LIST");
}

#[tokio::test]
async fn changes_are_applied_and_past_days_are_asked_as_they_were() {
    let (_dir, town) = town(82).await;
    let xa = town.house("XA");
    import(xa, ftm(xa, FTM)).await.unwrap();
    let first = xa.office.calendar().date(xa.office.now());
    let (first, second) = (first.to_string(), first.tomorrow().unwrap().to_string());
    assert_eq!(
        found(xa, "Orsolya Vadkerti", Some(&first))
            .await
            .unwrap_err()
            .code(),
        "AS-OF"
    );

    town.pass(jiff::SignedDuration::from_hours(24));
    let changed = import(xa, ftm(xa, DELTA)).await.unwrap();
    assert_eq!(
        (changed.version, changed.changed, changed.removed),
        (2, 1, 0)
    );
    assert_eq!(changed.format, "ftm-delta");
    assert_eq!(
        found(xa, "Zsuzsanna Horgas", None).await.unwrap(),
        ["Zsuzsanna Horgas"]
    );
    assert!(
        found(xa, "Orsolya Vadkerti", None)
            .await
            .unwrap()
            .is_empty(),
        "new names only"
    );

    town.pass(jiff::SignedDuration::from_hours(24));
    for (name, day, expect) in [
        ("Orsolya Vadkerti", &first, true),
        ("Zsuzsanna Horgas", &first, false),
        ("Orsolya Vadkerti", &second, false),
        ("Zsuzsanna Horgas", &second, true),
        ("Petronella Kuyper", &first, true),
        ("Orsolya Vadkerti", &"2001-01-01".to_owned(), false),
    ] {
        let hits = found(xa, name, Some(day)).await.unwrap();
        assert_eq!(!hits.is_empty(), expect, "{name} on {day}: {hits:?}");
    }
}
