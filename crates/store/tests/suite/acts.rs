//! Invariants A and E: an act keeps its rows and its entry or nothing at all; done twice it changes nothing.

use store::Error;

use crate::house::House;
use crate::sample::{Fail, act, entry, keep, now, own, problems, record, secret, whole};

async fn count(house: &House, table: &str) -> usize {
    house
        .texts(&format!("SELECT CAST(version AS TEXT) FROM {table}"))
        .await
        .len()
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum End {
    Refusal,
    StoreError,
    Panic,
    PanicAfterKeep,
    OffRecord,
}

on_both! {
    async fn an_act_that_fails_leaves_nothing(house: &House) {
        let store = house.open().await;
        keep(&store, act(), vec![record("request:1", 1, "one")]).await.unwrap();
        let (size, root) = (store.ledger_size().await.unwrap(), store.root_at(2).await.unwrap());
        for end in [End::Refusal, End::StoreError, End::Panic, End::PanicAfterKeep, End::OffRecord] {
            let id = act();
            let outcome = store
                .act::<(), Fail, _>(id, move |tx| {
                    Box::pin(async move {
                        let mut new = record("request:2", 1, "two");
                        new.head.label = secret();
                        tx.put_record(&new).await?;
                        tx.put_record(&record("request:1", 2, "changed")).await?;
                        match end {
                            End::Refusal => return Err(Fail::Refused),
                            End::StoreError => tx.put_record(&record("request:1", 9, "stale")).await?,
                            End::Panic => panic!("a mistake in the program"),
                            End::PanicAfterKeep | End::OffRecord => {}
                        }
                        let kept = tx.keep(entry(id, "request.drafted", "request:2"), ()).await?;
                        assert!(end != End::PanicAfterKeep, "a mistake in the program");
                        tx.put_record(&record("request:3", 1, "off the record")).await?;
                        Ok(kept)
                    })
                })
                .await;
            match (end, outcome) {
                (End::Refusal, Err(Fail::Refused))
                | (End::StoreError, Err(Fail::Store(Error::Stale { .. })))
                | (End::Panic | End::PanicAfterKeep, Err(Fail::Store(Error::Panicked)))
                | (End::OffRecord, Err(Fail::Store(Error::OffRecord))) => {}
                (end, other) => panic!("{end:?} answered {other:?}"),
            }
            assert_eq!(store.ledger_size().await.unwrap(), size, "{end:?}");
            assert_eq!(store.root_at(2).await.unwrap(), root, "{end:?}");
            assert_eq!(count(house, "record").await, 1, "{end:?}");
            assert_eq!(count(house, "label").await, 1, "{end:?}");
            whole(&store).await;
        }
        // The next act finds everything as it was: the version, the tree, the number of the next label.
        let mut new = record("request:2", 1, "two");
        new.head.label = secret();
        let leaf = keep(&store, act(), vec![record("request:1", 2, "changed"), new]).await.unwrap();
        assert_eq!(leaf, size);
        assert_eq!(store.labels().await.unwrap(), [(1, own()), (2, secret())]);
        whole(&store).await;
    }

    async fn what_follows_a_commit_follows_no_act_that_was_rolled_back(house: &House) {
        let store = house.open().await;
        let done = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
        let act_of = |id, word: &'static str, end: Option<End>| {
            let done = std::sync::Arc::clone(&done);
            store.act::<(), Fail, _>(id, move |tx| {
                Box::pin(async move {
                    tx.once_committed(move || done.lock().unwrap().push(word));
                    match end {
                        Some(End::Panic) => panic!("a mistake in the program"),
                        Some(End::OffRecord) => {
                            let kept = tx.keep(entry(id, "request.drafted", "request:1"), ()).await?;
                            tx.put_record(&record("request:1", 1, "off the record")).await?;
                            return Ok(kept);
                        }
                        Some(_) => return Err(Fail::Refused),
                        None => {}
                    }
                    Ok(tx.keep(entry(id, "request.drafted", "request:1"), ()).await?)
                })
            })
        };
        let id = act();
        // All in one group, as they come.
        let all = tokio::join!(
            act_of(id, "one", None),
            act_of(act(), "refused", Some(End::Refusal)),
            act_of(act(), "panicked", Some(End::Panic)),
            act_of(act(), "off record", Some(End::OffRecord)),
            act_of(act(), "two", None),
            act_of(id, "one again", None),
        );
        assert!(all.0.is_ok() && all.4.is_ok() && all.5.is_ok());
        assert!(all.1.is_err() && all.2.is_err() && all.3.is_err());
        assert_eq!(*done.lock().unwrap(), ["one", "two"]);
    }

    async fn an_act_done_twice_answers_the_same_and_changes_nothing(house: &House) {
        let store = house.open().await;
        let id = act();
        let first = keep(&store, id, vec![record("request:1", 1, "one")]).await.unwrap();
        let size = store.ledger_size().await.unwrap();
        assert_eq!(keep(&store, id, vec![record("request:2", 1, "two")]).await.unwrap(), first);
        store.close().await;
        let store = house.open().await;
        assert_eq!(keep(&store, id, vec![record("request:3", 1, "three")]).await.unwrap(), first);
        assert_eq!(store.ledger_size().await.unwrap(), size);
        assert_eq!(count(house, "record").await, 1);
        // Both at once, in one group.
        let id = act();
        let (a, b) = tokio::join!(
            keep(&store, id, vec![record("request:4", 1, "four")]),
            keep(&store, id, vec![record("request:4", 1, "four")])
        );
        assert_eq!(a.unwrap(), b.unwrap());
        assert_eq!(store.ledger_size().await.unwrap(), size + 1);
        whole(&store).await;
    }

    async fn a_version_that_is_not_the_next_is_stale(house: &House) {
        let store = house.open().await;
        for version in [0, 2, 7, -1] {
            let outcome = keep(&store, act(), vec![record("request:1", version, "x")]).await;
            assert!(matches!(outcome, Err(Fail::Store(Error::Stale { .. }))), "{version}: {outcome:?}");
        }
        keep(&store, act(), vec![record("request:1", 1, "one")]).await.unwrap();
        keep(&store, act(), vec![record("request:1", 2, "two")]).await.unwrap();
        for version in [1, 2, 4] {
            let outcome = keep(&store, act(), vec![record("request:1", version, "x")]).await;
            let Err(Fail::Store(Error::Stale { place })) = outcome else {
                panic!("{version}: {outcome:?}");
            };
            assert_eq!(place, "record/request:1");
        }
        // Two versions in one act: the entry names the last.
        keep(&store, act(), vec![record("request:1", 3, "three"), record("request:1", 4, "four")])
            .await
            .unwrap();
        whole(&store).await;
    }

    async fn labels_are_interned_once(house: &House) {
        let store = house.open().await;
        for n in 0..5 {
            let mut new = record(&format!("request:{n}"), 1, "x");
            if n % 2 == 1 {
                new.head.label = secret();
            }
            keep(&store, act(), vec![new]).await.unwrap();
        }
        assert_eq!(store.labels().await.unwrap(), [(1, own()), (2, secret())]);
        store.close().await;
        let store = house.open().await;
        let mut new = record("request:9", 1, "x");
        new.head.label = secret();
        keep(&store, act(), vec![new]).await.unwrap();
        assert_eq!(store.labels().await.unwrap().len(), 2);
        whole(&store).await;
    }

    async fn a_caller_who_goes_away_does_not_undo_the_act(house: &House) {
        let store = house.open().await;
        let id = act();
        {
            let one = vec![record("request:1", 1, "one")];
            let mut going = Box::pin(keep(&store, id, one));
            // Polled once, so that the act is in the queue.
            let _ = futures_util::poll!(&mut going);
        }
        keep(&store, act(), vec![record("request:2", 1, "two")]).await.unwrap();
        assert_eq!(count(house, "record").await, 2);
        whole(&store).await;
    }

    async fn nul_is_refused_in_text_and_finds_nothing(house: &House) {
        let store = house.open().await;
        let mut new = record("request:1", 1, "a body may hold \0");
        keep(&store, act(), vec![new.clone()]).await.unwrap();
        new.head.version = 2;
        new.head.officer = Some("a\0b".to_owned());
        let outcome = keep(&store, act(), vec![new]).await;
        assert!(matches!(outcome, Err(Fail::Store(Error::Nul { .. }))), "{outcome:?}");
        assert_eq!(store.account_by_login("a\0b").await.unwrap(), None);
        keep(&store, act(), vec![record("request:1", 2, "two")]).await.unwrap();
        whole(&store).await;
    }

    async fn the_migration_is_an_entry(house: &House) {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../migrations");
        let migrations = std::fs::read_dir(folder).unwrap().count();
        let store = house.open().await;
        assert_eq!(store.ledger_size().await.unwrap(), 0);
        // An act that is refused first tells nothing.
        let refused = store.act::<(), Fail, _>(act(), |_| Box::pin(async { Err(Fail::Refused) }));
        assert!(refused.await.is_err());
        let leaf = keep(&store, act(), vec![record("request:1", 1, "one")]).await.unwrap();
        assert_eq!(leaf, 0);
        let line = store.ledger_line(1).await.unwrap().unwrap();
        assert_eq!((line.entry.verb.as_str(), line.entry.actor.as_str()), ("store.migrated", "system:migrate"));
        assert_eq!(line.entry.rows.len(), migrations);
        assert_eq!(line.entry.at, now());
        assert_eq!(line.entry.note.get("0001_house"), store.fact("migration/0001_house").await.unwrap().as_ref());
        store.close().await;
        let store = house.open().await;
        keep(&store, act(), vec![record("request:2", 1, "two")]).await.unwrap();
        let told = house.texts("SELECT verb FROM ledger WHERE verb = 'store.migrated'").await;
        assert_eq!(told.len(), 1);
        assert!(problems(&store).await.is_empty());
    }
}
