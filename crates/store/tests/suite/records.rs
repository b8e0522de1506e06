//! Records: what goes in comes out, encrypted at rest, and gone when destroyed.

use store::Store;
use store::reader::{House as View, Wanted};

use crate::house::{House, holding};
use crate::sample::{Fail, act, entry, furnish, keep, record, whole};

const CANARY: &str = "canary-4f7e2a91-in-the-coal-mine";

async fn read(store: &Store, id: &str) -> store::Record {
    let numbers: Vec<i64> = store
        .labels()
        .await
        .unwrap()
        .iter()
        .map(|(n, _)| *n)
        .collect();
    store
        .reader(&numbers, View::default())
        .record(id)
        .await
        .unwrap()
        .unwrap()
}

on_both! {
    async fn every_field_comes_back(house: &House) {
        let store = house.open().await;
        let mut bare = record("request:2", 1, "");
        let head = &mut bare.head;
        (head.review_by, head.due) = (None, None);
        (head.parent, head.side, head.authority) = (None, None, None);
        (head.counterpart, head.number, head.officer) = (None, None, None);
        let mut other = record("request:3", 1, "طلب المساعدة القانونية — 司法协助请求 — 𠜎 — é");
        other.head.officer = Some("القاضية أميرة 李明".to_owned());
        let all = vec![record("request:1", 1, "one"), bare, other];
        keep(&store, act(), all.clone()).await.unwrap();
        for expect in &all {
            assert_eq!(&read(&store, &expect.head.id).await, expect);
        }
        let mut second = all[2].clone();
        second.head.version = 2;
        second.head.stage = "review".to_owned();
        keep(&store, act(), vec![second.clone()]).await.unwrap();
        assert_eq!(read(&store, "request:3").await, second);
        let id = act();
        let children = store
            .act::<usize, Fail, _>(id, move |tx| {
                Box::pin(async move {
                    let children = tx.children("case:1", "request").await?;
                    assert_eq!(tx.record("request:3").await?.as_ref(), Some(&second));
                    Ok(tx.keep(entry(id, "suite.read", "case:1"), children.len()).await?)
                })
            })
            .await
            .unwrap();
        assert_eq!(children, 2);
        whole(&store).await;
    }

    async fn many_new_records_are_written_as_one_by_one_and_none_over_another(house: &House) {
        let store = house.open().await;
        let all: Vec<_> = (0..450)
            .map(|n| record(&format!("request:many-{n}"), 1, &format!("body {n}")))
            .collect();
        let many = |records: Vec<store::Record>| {
            let (store, id) = (store.clone(), act());
            async move {
                let done = store.act::<usize, Fail, _>(id, move |tx| {
                    Box::pin(async move {
                        tx.put_new_records(&records).await?;
                        let ids: Vec<String> = records.iter().map(|r| r.head.id.clone()).collect();
                        let found = tx.records(&ids).await?;
                        Ok(tx.keep(entry(id, "suite.write", "many"), found.len()).await?)
                    })
                });
                done.await
            }
        };
        assert_eq!(many(all.clone()).await.unwrap(), 450);
        for expect in &all {
            assert_eq!(&read(&store, &expect.head.id).await, expect);
        }
        // One that is there already: none of them is written.
        let mut mixed: Vec<_> = (0..3)
            .map(|n| record(&format!("request:more-{n}"), 1, "more"))
            .collect();
        mixed.push(record("request:many-7", 1, "another"));
        assert!(many(mixed).await.is_err());
        assert_eq!(read(&store, "request:many-7").await, all[7]);
        let numbers: Vec<i64> = store.labels().await.unwrap().iter().map(|(n, _)| *n).collect();
        let reader = store.reader(&numbers, View::default());
        assert_eq!(reader.record("request:more-0").await.unwrap(), None);
        whole(&store).await;
    }

    async fn a_body_is_unreadable_at_rest_and_gone_when_destroyed(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        keep(&store, act(), vec![record("request:7", 1, CANARY)]).await.unwrap();
        keep(&store, act(), vec![record("request:7", 2, &format!("{CANARY}-2"))]).await.unwrap();
        let out = house.dir().with_file_name("backup");
        store.backup(&out, &|_, _| {}).await.unwrap();
        for dir in [house.dir(), out] {
            assert_eq!(holding(&dir, CANARY.as_bytes()), Vec::<std::path::PathBuf>::new());
        }
        // The wrapped keys: what must be gone for good, in the rows and in the journal.
        let hex = if house.is_postgres() { "encode(key, 'hex')" } else { "lower(hex(key))" };
        let keys = house
            .texts(&format!(
                "SELECT {hex} FROM record WHERE id IN ('request:1', 'request:7') UNION ALL SELECT {hex} FROM blob"
            ))
            .await;
        let keys: Vec<Vec<u8>> = keys.iter().map(|key| seal::unhex(key).unwrap()).collect();
        assert_eq!(keys.len(), 3);
        if !house.is_postgres() {
            assert!(!holding(&house.dir(), &keys[0]).is_empty(), "the search finds what is there");
        }
        let id = act();
        store
            .act::<(), Fail, _>(id, move |tx| {
                Box::pin(async move {
                    tx.destroy_record("request:7").await?;
                    tx.destroy_record("request:1").await?;
                    Ok(tx.keep(entry(id, "request.destroyed", "request:7"), ()).await?)
                })
            })
            .await
            .unwrap();
        let gone = read(&store, "request:7").await;
        assert_eq!((gone.body.len(), gone.head.stage.as_str(), gone.head.version), (0, "destroyed", 3));
        for key in &keys {
            assert_eq!(holding(&house.dir(), key), Vec::<std::path::PathBuf>::new());
        }
        assert!(store.blob_key(&seal::sha256(b"bytes of an exhibit")).await.unwrap().is_none());
        assert!(keep(&store, act(), vec![record("request:7", 4, "again")]).await.is_err());
        whole(&store).await;
        store.close().await;
        assert_eq!(holding(&house.dir(), CANARY.as_bytes()), Vec::<std::path::PathBuf>::new());
    }

    async fn what_was_moved_between_rows_does_not_open(house: &House) {
        let store = house.open().await;
        keep(&store, act(), vec![record("request:1", 1, "one"), record("request:2", 1, "two")]).await.unwrap();
        house
            .raw("UPDATE record SET key = (SELECT key FROM record WHERE id = 'request:2'), \
                  body = (SELECT body FROM record WHERE id = 'request:2') WHERE id = 'request:1'")
            .await;
        let numbers: Vec<i64> = store.labels().await.unwrap().iter().map(|(n, _)| *n).collect();
        let reader = store.reader(&numbers, View::default());
        assert!(matches!(reader.record("request:1").await, Err(store::Error::Damaged { .. })));
        assert!(reader.records(&Wanted { kind: "request", limit: 10, ..Wanted::default() }).await.is_err());
    }
}
