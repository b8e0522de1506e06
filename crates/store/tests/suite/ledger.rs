//! The ledger as others read it: lines, proofs, tiles, checkpoints, erasure.

use seal::ledger::{Salt, Tile, entry_data, event_leaf, leaf_hash, node_hash, verify_inclusion};
use store::Store;
use store::ledger::{LineFilter, Signed};

use crate::house::House;
use crate::sample::{Fail, act, entry, now, problems, whole};

/// Keep an entry that writes no row.
async fn say(store: &Store, verb: &'static str, object: String) -> u64 {
    let id = act();
    store
        .act::<u64, Fail, _>(id, move |tx| {
            Box::pin(async move {
                let leaf = tx.next_leaf();
                Ok(tx.keep(entry(id, verb, &object), leaf).await?)
            })
        })
        .await
        .unwrap()
}

async fn grow(store: &Store, entries: u64) {
    let all = (0..entries).map(|n| {
        say(
            store,
            if n % 2 == 0 {
                "suite.even"
            } else {
                "suite.odd"
            },
            format!("suite:{n}"),
        )
    });
    futures_util::future::join_all(all).await;
}

async fn sign(store: &Store) -> Signed {
    let size = store.ledger_size().await.unwrap();
    let root = store.root_at(size).await.unwrap();
    let signed = Signed {
        size,
        at: now(),
        root,
        note: format!("note {size}"),
    };
    store.keep_checkpoint(signed.clone()).await.unwrap();
    signed
}

on_both! {
    async fn each_leaf_is_proven_in_each_size(house: &House) {
        let store = house.open().await;
        grow(&store, 299).await;
        assert_eq!(store.ledger_size().await.unwrap(), 300, "and the migrations' entry");
        let lines = store.ledger_from(0, 1000).await.unwrap();
        for (n, line) in lines.iter().enumerate() {
            assert_eq!(line.leaf, n as u64);
            assert_eq!(line.sha256, event_leaf(&Salt(line.salt.unwrap()), line.json.as_bytes()));
        }
        for size in 1..=300u64 {
            let root = store.root_at(size).await.unwrap();
            // All leaves of small trees, the first, the last and some between of the others.
            let leaves: Vec<u64> = if size <= 17 { (0..size).collect() } else { vec![0, size / 3, size / 2, size - 1] };
            for leaf in leaves {
                let path = store.inclusion(leaf, size).await.unwrap();
                let line = &lines[leaf as usize];
                verify_inclusion(&line.sha256, leaf, size, &path, &root).unwrap();
                assert!(verify_inclusion(&leaf_hash(b"x"), leaf, size, &path, &root).is_err());
            }
        }
        let found = store.verify(&[1, 17, 256, 300, 301], &|_, _| {}).await.unwrap();
        assert_eq!(found.problems, []);
        assert_eq!((found.size, found.root), (300, Some(store.root_at(300).await.unwrap())));
        assert_eq!(found.roots.iter().map(|(size, _)| *size).collect::<Vec<_>>(), [1, 17, 256, 300]);
        for (size, root) in found.roots {
            assert_eq!(root, store.root_at(size).await.unwrap());
        }
        // A store that is opened again goes on with the same tree.
        store.close().await;
        let store = house.open().await;
        grow(&store, 5).await;
        assert_eq!(store.verify(&[300], &|_, _| {}).await.unwrap().roots, [(300, store.root_at(300).await.unwrap())]);
        whole(&store).await;
    }

    async fn tiles_and_bundles_give_the_checkpoints_root(house: &House) {
        let store = house.open().await;
        assert_eq!(store.ledger_tile("tile/0/000.p/1").await.unwrap(), None, "no checkpoint, no tile");
        grow(&store, 259).await;
        let signed = sign(&store).await;
        assert_eq!(signed.size, 260);
        let full = store.ledger_tile("tile/0/000").await.unwrap().unwrap();
        let rest = store.ledger_tile("tile/0/001.p/4").await.unwrap().unwrap();
        let top = store.ledger_tile("tile/1/000.p/1").await.unwrap().unwrap();
        let hashes = |bytes: &[u8]| bytes.as_chunks::<32>().0.iter().map(|h| seal::Digest(*h)).collect::<Vec<_>>();
        let fold = |mut level: Vec<seal::Digest>| {
            while level.len() > 1 {
                level = level.chunks(2).map(|pair| node_hash(&pair[0], &pair[1])).collect();
            }
            level[0]
        };
        assert_eq!(fold(hashes(&full)), hashes(&top)[0]);
        assert_eq!(node_hash(&fold(hashes(&full)), &fold(hashes(&rest))), signed.root);
        let bundle = store.ledger_tile("tile/entries/001.p/4").await.unwrap().unwrap();
        let leaves: Vec<_> = seal::ledger::read_bundle(&bundle).unwrap().iter().map(|data| leaf_hash(data)).collect();
        assert_eq!(leaves, hashes(&rest));
        // What no checkpoint covers is not shown, and a path that is none is nothing.
        grow(&store, 3).await;
        for path in ["tile/0/001.p/5", "tile/0/001", "tile/0/002", "tile/1/000.p/2", "tile/entries/001.p/5", "tile/x", "../lock", ""] {
            assert_eq!(store.ledger_tile(path).await.unwrap(), None, "{path}");
        }
        assert_eq!(Tile::holding(0, 257, 260).unwrap().path(), "tile/0/001.p/4");
    }

    async fn lines_and_checkpoints_are_found(house: &House) {
        let store = house.open().await;
        grow(&store, 9).await;
        let of = |verb: Option<&str>, object: Option<&str>, before, limit| LineFilter {
            verb: verb.map(str::to_owned),
            object: object.map(str::to_owned),
            before,
            limit,
        };
        let leaves = async |filter| -> Vec<u64> {
            store.ledger_lines(&filter).await.unwrap().iter().map(|l| l.leaf).collect()
        };
        assert_eq!(leaves(of(None, None, None, 3)).await, [9, 8, 7]);
        assert_eq!(leaves(of(None, None, Some(7), 2)).await, [6, 5]);
        assert_eq!(leaves(of(Some("suite.odd"), None, None, 100)).await.len(), 4);
        assert_eq!(leaves(of(Some("store.migrated"), None, None, 100)).await, [1]);
        assert_eq!(leaves(of(None, Some("suite:3"), None, 100)).await.len(), 1);
        assert_eq!(leaves(of(Some("suite.even"), Some("suite:3"), None, 100)).await, Vec::<u64>::new());
        assert!(store.ledger_line(10).await.unwrap().is_none());

        assert!(store.checkpoint().await.unwrap().is_none());
        let first = sign(&store).await;
        // A second note over the same size is not taken.
        store.keep_checkpoint(Signed { note: "other".to_owned(), ..first.clone() }).await.unwrap();
        grow(&store, 1).await;
        let second = sign(&store).await;
        let notes: Vec<_> = store.checkpoints().await.unwrap().into_iter().map(|s| s.note).collect();
        assert_eq!(notes, [first.note, second.note.clone()]);
        assert_eq!(store.checkpoint().await.unwrap().unwrap().note, second.note);
    }

    async fn an_erased_entry_keeps_the_tree_whole(house: &House) {
        let store = house.open().await;
        grow(&store, 5).await;
        let (root, line) = (store.root_at(6).await.unwrap(), store.ledger_line(3).await.unwrap().unwrap());
        let data = entry_data(&Salt(line.salt.unwrap()), line.json.as_bytes());
        let id = act();
        store
            .act::<(), Fail, _>(id, move |tx| {
                Box::pin(async move {
                    tx.erase_salt(3).await?;
                    tx.erase_salt(99).await?;
                    Ok(tx.keep(entry(id, "ledger.erased", "ledger:3"), ()).await?)
                })
            })
            .await
            .unwrap();
        let erased = store.ledger_line(3).await.unwrap().unwrap();
        assert_eq!((erased.salt, erased.sha256), (None, line.sha256));
        assert_eq!(store.root_at(6).await.unwrap(), root);
        verify_inclusion(&line.sha256, 3, 6, &store.inclusion(3, 6).await.unwrap(), &root).unwrap();
        sign(&store).await;
        let bundle = store.ledger_tile("tile/entries/000.p/7").await.unwrap().unwrap();
        assert_eq!(seal::ledger::read_bundle(&bundle).unwrap()[3], data.0);
        whole(&store).await;
        // The text of an erased entry is still watched, by the entry that erased it.
        house.raw("UPDATE ledger SET entry = REPLACE(entry, 'suite.', 'other.') WHERE leaf = 3").await;
        assert!(problems(&store).await.contains("ledger/3 leaf"));
    }

    async fn a_node_at_work_raises_no_false_alarm(house: &House) {
        let store = house.open().await;
        let busy = async {
            for n in 1..=60 {
                let id = act();
                store
                    .act::<(), Fail, _>(id, move |tx| {
                        Box::pin(async move {
                            tx.put_fact("busy", &n.to_string()).await?;
                            Ok(tx.keep(entry(id, "suite.busy", "suite"), ()).await?)
                        })
                    })
                    .await
                    .unwrap();
            }
        };
        let watch = async {
            for _ in 0..20 {
                whole(&store).await;
                tokio::task::yield_now().await;
            }
        };
        tokio::join!(busy, watch);
    }
}
