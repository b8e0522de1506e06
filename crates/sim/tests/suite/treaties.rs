//! Taking in who joined which treaty, and the treaty atlas as a reader sees it.

use model::basis::{Answer, Help, standing};
use model::{Actor, Purpose, Role, StateCode};
use office::treaties::{self, Import, Imported};
use office::{Error, requests};
use sim::House;

use crate::desk::{content, draft, town};

const HEAD: &str = "instrument_id,iso2,signature_date,consent_date,consent_type,end_date\n";

fn table(house: &House, rows: &str, as_of: &str) -> Import {
    Import {
        act: house.office.new_act(),
        table: format!("{HEAD}{rows}"),
        as_of: Some(as_of.parse().unwrap()),
        source: "Treaty section of the ministry".to_owned(),
    }
}

async fn taken(house: &House, act: Import) -> office::Result<Imported> {
    let operator = Actor::operator(house.office.state());
    treaties::import(&house.office, &operator, act).await
}

/// What is known of France and Algeria and the instrument on that day.
async fn answer(house: &House, id: &str, day: &str) -> Answer {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house.office.read(officer, Purpose::Mla).await.unwrap();
    let atlas = reader.atlas().await.unwrap();
    let state = |code: &str| atlas.state(&code.parse::<StateCode>().unwrap()).unwrap();
    let asked = (Some(Help::Mla), day.parse().unwrap());
    let sides = (&state("FR"), &state("DZ"));
    standing(atlas.catalogue(), id, sides, asked)
        .binding
        .answer()
}

fn code(refused: office::Result<Imported>) -> String {
    match refused {
        Err(error @ (Error::Input { .. } | Error::Refused(_))) => error.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_newer_list_is_in_force_at_once_and_stands_in_the_ledger() {
    let (_dir, town) = town(91).await;
    let xa = town.house("XA");
    assert_eq!(
        answer(xa, "HAGUE-1970", "2020-01-01").await,
        Answer::Unknown
    );
    assert_eq!(
        answer(xa, "BOMBINGS-1997", "2020-01-01").await,
        Answer::Binding
    );
    let rows = "HAGUE-1970,FR,,1972-09-18,ratification,\nHAGUE-1970,DZ,,1995-10-06,accession,\n\
                BOMBINGS-1997,FR,,1999-08-19,ratification,\nBOMBINGS-1997,DZ,,2001-11-08,ratification,2019-05-01\n";
    let imported = taken(xa, table(xa, rows, "2026-02-01")).await.unwrap();
    let ids: Vec<&str> = imported
        .lists
        .iter()
        .map(|(id, _, _)| id.as_str())
        .collect();
    assert_eq!(ids, ["BOMBINGS-1997", "HAGUE-1970"]);
    assert_eq!(
        answer(xa, "HAGUE-1970", "2020-01-01").await,
        Answer::Binding
    );
    assert_eq!(
        answer(xa, "BOMBINGS-1997", "2020-01-01").await,
        Answer::NotBinding
    );
    let operator = Actor::operator(xa.office.state());
    let reader = xa
        .office
        .read(&operator, Purpose::Administration)
        .await
        .unwrap();
    let lines = reader
        .ledger(&office::reader::LedgerFilter::default())
        .await
        .unwrap();
    assert!(
        lines
            .iter()
            .any(|line| line.entry.verb == "treaty.imported")
    );
}

#[tokio::test]
async fn what_cannot_be_taken_in_changes_nothing() {
    let (_dir, town) = town(92).await;
    let xa = town.house("XA");
    let row = "HAGUE-1970,FR,,1972-09-18,ratification,\n";
    taken(xa, table(xa, row, "2026-02-01")).await.unwrap();
    let older = taken(xa, table(xa, row, "2026-01-31")).await;
    assert_eq!(code(older), "TREATIES-OLD");
    let ahead = taken(xa, table(xa, row, "2099-01-01")).await;
    assert_eq!(code(ahead), "TREATIES-FUTURE");
    let bad = taken(
        xa,
        table(xa, "HAGUE-1970,FR,,soon,ratification,\n", "2026-02-01"),
    )
    .await;
    assert_eq!(code(bad), "TREATIES");
    let officer = xa.officer(Role::CaseOfficer);
    let refused = treaties::import(&xa.office, officer, table(xa, row, "2026-02-02")).await;
    assert_eq!(code(refused), "NOT-ALLOWED");
    // The first list stands: Algeria is not on it.
    assert_eq!(
        answer(xa, "HAGUE-1970", "2020-01-01").await,
        Answer::NotBinding
    );
}

#[tokio::test]
async fn the_gap_names_the_readers_own_pending_requests_and_no_others() {
    let (_dir, town) = town(93).await;
    let xb = town.house("XB");
    let mut lacking = content();
    // XA joined the convention against nuclear terrorism, XB has not.
    lacking["offences"][0]["category"] = "nuclear_terrorism".into();
    let mut to_xa = draft(&xb.office, lacking);
    to_xa.to = "XA".parse().unwrap();
    let officer = xb.officer(Role::CaseOfficer);
    let id = requests::draft(&xb.office, officer, to_xa).await.unwrap();
    let day = xb.office.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let gained = async |actor: &Actor| {
        let reader = xb.office.read(actor, Purpose::Mla).await.unwrap();
        let atlas = reader.atlas().await?;
        reader.would_gain(&atlas, day).await
    };
    let found = gained(officer).await.unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].id, found[0].with.as_str()), (id, "XA"));
    assert_eq!(found[0].gained_by, ["NUCLEAR-2005"]);
    // Who sees no requests is told of none.
    assert!(gained(xb.officer(Role::BorderOfficer)).await.is_err());
}
