//! Changing anything outside the node is found, and named.

use store::Store;
use store::tables::{Kind, LEDGER, LISTED, Table};

use crate::house::House;
use crate::sample::{act, furnish, keep, problems, record, whole};

/// What a foreign hand writes into a column.
fn changes(house: &House, column: &str, kind: Kind) -> Vec<String> {
    let null = format!("{column} = NULL");
    let other = house.bytes("00");
    match kind {
        Kind::Int => vec![format!("{column} = {column} + 1")],
        Kind::Text => vec![format!("{column} = {column} || 'x'")],
        Kind::Bytes => vec![format!("{column} = {other}")],
        Kind::OptInt => vec![null, format!("{column} = COALESCE({column}, 0) + 1")],
        Kind::OptText => vec![null, format!("{column} = COALESCE({column}, '') || 'x'")],
        Kind::OptBytes => vec![null, format!("{column} = {other}")],
    }
}

/// Do it, look, undo it.
async fn tamper(house: &House, store: &Store, table: &Table, sql: &str) -> Vec<String> {
    let name = table.name;
    house
        .raw(&format!("CREATE TABLE shadow AS SELECT * FROM {name}"))
        .await;
    assert_eq!(house.raw(sql).await, 1, "{sql}");
    let found = problems(store).await;
    house
        .raw(&format!(
            "DELETE FROM {name}; INSERT INTO {name} SELECT * FROM shadow; DROP TABLE shadow"
        ))
        .await;
    whole(store).await;
    found.into_iter().collect()
}

fn named(found: &[String], expect: &str) -> bool {
    found.iter().any(|p| p.starts_with(expect))
}

on_both! {
    async fn any_value_of_any_listed_table(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        whole(&store).await;
        for table in LISTED {
            let name = table.name;
            let id = house.texts(&format!("SELECT id FROM {name} ORDER BY id LIMIT 1")).await.remove(0);
            for (column, kind) in table.columns {
                for change in changes(house, column, *kind) {
                    let was_null = house
                        .texts(&format!("SELECT id FROM {name} WHERE id = '{id}' AND {column} IS NULL"))
                        .await;
                    if !was_null.is_empty() && change.ends_with("NULL") {
                        continue;
                    }
                    let sql = format!("UPDATE {name} SET {change} WHERE id = '{id}'");
                    let found = tamper(house, &store, table, &sql).await;
                    assert!(named(&found, &format!("{name}/{id}")), "{sql}: {found:?}");
                }
            }
        }
    }

    async fn a_row_that_is_gone_and_one_that_is_new(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        for table in LISTED {
            let name = table.name;
            let id = house.texts(&format!("SELECT id FROM {name} ORDER BY id LIMIT 1")).await.remove(0);
            let found = tamper(house, &store, table, &format!("DELETE FROM {name} WHERE id = '{id}'")).await;
            assert!(named(&found, &format!("{name}/{id} missing")), "{name}: {found:?}");
            for new in ["", "new"] {
                let values: Vec<String> = table
                    .columns
                    .iter()
                    .map(|(column, _)| match *column {
                        "id" => format!("'{new}'"),
                        "seq" | "number" if *column == "seq" || name == "label" => format!("{column} + 1000"),
                        "login" => "'new'".to_owned(),
                        _ => (*column).to_owned(),
                    })
                    .collect();
                let columns: Vec<&str> = table.columns.iter().map(|(c, _)| *c).collect();
                let sql = format!(
                    "INSERT INTO {name} ({}) SELECT {} FROM {name} WHERE id = '{id}'",
                    columns.join(", "),
                    values.join(", ")
                );
                let found = tamper(house, &store, table, &sql).await;
                assert!(named(&found, &format!("{name}/{new} unlisted")), "{name}: {found:?}");
            }
        }
    }

    async fn any_value_of_the_ledger(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        keep(&store, act(), vec![record("request:5", 1, "five")]).await.unwrap();
        // Checkpoints are signed: office compares them, with the key. Answers of acts are no record.
        let watched = LEDGER.iter().filter(|t| t.name != "checkpoint");
        for table in watched {
            let (key, of) = match table.name {
                "tree" => ("level * 1000 + number", "2"),
                "ledger_row" => ("leaf * 1000 + version", "2002"),
                _ => ("leaf", "2"),
            };
            for (column, kind) in table.columns.iter().filter(|(c, _)| *c != "answer") {
                for change in changes(house, column, *kind) {
                    if *column == "data" && change.ends_with("NULL") {
                        continue;
                    }
                    // The number of a line is moved to the end, where it is free.
                    let change = match *column {
                        "leaf" if table.name == "ledger" => "leaf = leaf + 1000".to_owned(),
                        "level" | "number" => format!("{column} = {column} + 1000"),
                        _ => change,
                    };
                    let sql = format!("UPDATE {} SET {change} WHERE {key} = {of}", table.name);
                    let found = tamper(house, &store, table, &sql).await;
                    let expect = match (table.name, *column) {
                        ("ledger", "leaf") => "ledger/2 missing",
                        ("ledger", "act") => "ledger/2 changed",
                        ("ledger", _) => "ledger/2 ",
                        ("tree", _) => "tree/0/2 tree",
                        ("ledger_row", _) => "ledger_row/record/request:1/2 changed",
                        _ => "done/",
                    };
                    assert!(named(&found, expect), "{sql}: {found:?}");
                }
            }
            let found = tamper(house, &store, table, &format!("DELETE FROM {} WHERE {key} = {of}", table.name)).await;
            let silent = table.name == "done";
            assert_eq!(found.is_empty(), silent, "{}: {found:?}", table.name);
        }
    }

    async fn one_character_of_an_entry_and_a_bit_of_a_salt(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        let ledger = LEDGER.iter().find(|t| t.name == "ledger").unwrap();
        for sql in [
            "UPDATE ledger SET entry = REPLACE(entry, 'system:suite', 'system:elite') WHERE leaf = 2".to_owned(),
            "UPDATE ledger SET entry = 'no JSON' WHERE leaf = 2".to_owned(),
            "UPDATE ledger SET entry = '{}' WHERE leaf = 2".to_owned(),
            format!("UPDATE ledger SET salt = {} WHERE leaf = 2", house.bytes(&"ab".repeat(32))),
            "UPDATE ledger SET sha256 = 'no digest' WHERE leaf = 2".to_owned(),
        ] {
            let found = tamper(house, &store, ledger, &sql).await;
            assert!(named(&found, "ledger/2 leaf"), "{sql}: {found:?}");
            assert!(!found.iter().any(|p| p.starts_with("ledger/0") || p.starts_with("ledger/1")), "{found:?}");
        }
    }

    async fn the_last_line_cut_off(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        keep(&store, act(), Vec::new()).await.unwrap();
        let ledger = LEDGER.iter().find(|t| t.name == "ledger").unwrap();
        // An entry that names no row: only the tree and what was done remember it.
        let found = tamper(house, &store, ledger, "DELETE FROM ledger WHERE leaf = 3").await;
        assert!(named(&found, "ledger/3 missing"), "{found:?}");
        // One in the middle does not make the others look wrong.
        let found = tamper(house, &store, ledger, "DELETE FROM ledger WHERE leaf = 1").await;
        assert!(named(&found, "ledger/1 missing"), "{found:?}");
        assert!(!named(&found, "tree") && !named(&found, "ledger/2"), "{found:?}");
        // With the tree cut too, the act that was done is left, and a checkpoint would be.
        house.raw("DELETE FROM ledger WHERE leaf = 3").await;
        house.raw("DELETE FROM tree WHERE level = 0 AND number = 3").await;
        house.raw("DELETE FROM tree WHERE level = 1 AND number = 1").await;
        house.raw("DELETE FROM tree WHERE level = 2 AND number = 0").await;
        let found: Vec<String> = problems(&store).await.into_iter().collect();
        assert!(found.len() == 1 && named(&found, "done/"), "{found:?}");
    }

    async fn a_row_put_back_to_an_older_version(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        house.raw("CREATE TABLE old AS SELECT * FROM fact WHERE id = 'state'").await;
        let id = act();
        store
            .act::<(), crate::sample::Fail, _>(id, move |tx| {
                Box::pin(async move {
                    tx.put_fact("state", "XA, amended").await?;
                    Ok(tx.keep(crate::sample::entry(id, "suite.amended", "fact:state"), ()).await?)
                })
            })
            .await
            .unwrap();
        whole(&store).await;
        house.raw("DELETE FROM fact WHERE id = 'state'; INSERT INTO fact SELECT * FROM old").await;
        assert_eq!(problems(&store).await.into_iter().collect::<Vec<_>>(), ["fact/state changed"]);
    }
}

/// SQLite alone lets a foreign hand put bytes where text belongs.
#[tokio::test]
async fn a_row_with_bytes_for_an_id() {
    let house = House::sqlite();
    let store = house.open().await;
    furnish(&store).await;
    house
        .raw("INSERT INTO fact (id, version, value) VALUES (X'6162', 1, 'x')")
        .await;
    assert_eq!(
        problems(&store).await.into_iter().collect::<Vec<_>>(),
        ["fact/? unlisted"]
    );
    house.raw("DELETE FROM fact WHERE id = X'6162'").await;
    house
        .raw("UPDATE fact SET version = 'one' WHERE id = 'state'")
        .await;
    assert_eq!(
        problems(&store).await.into_iter().collect::<Vec<_>>(),
        ["fact/state changed"]
    );
}
