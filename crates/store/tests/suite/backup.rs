//! What was saved from one engine comes back in either, with the same tree, and works on.

use std::path::{Path, PathBuf};

use store::{Error, Store};

use crate::house::House;
use crate::sample::{Fail, act, entry, furnish, keep, record, whole};

async fn saved(store: &Store, house: &House) -> PathBuf {
    let out = house.dir().with_file_name("backup");
    store.backup(&out, &|_, _| {}).await.unwrap();
    out
}

/// A furnished node with an erased entry and an older version of everything.
async fn node(house: &House) -> Store {
    let store = house.open().await;
    furnish(&store).await;
    for n in 0..20 {
        keep(
            &store,
            act(),
            vec![record(&format!("request:x{n}"), 1, "طلب 请求")],
        )
        .await
        .unwrap();
    }
    let id = act();
    store
        .act::<(), Fail, _>(id, move |tx| {
            Box::pin(async move {
                tx.erase_salt(5).await?;
                Ok(tx.keep(entry(id, "ledger.erased", "ledger:5"), ()).await?)
            })
        })
        .await
        .unwrap();
    store
}

async fn comes_back(from: &House, into: House) {
    into.with(async |into: &House| {
        let old = node(from).await;
        let id = act();
        let answer = keep(&old, id, vec![record("request:once", 1, "once")])
            .await
            .unwrap();
        let out = saved(&old, from).await;
        // The node works on while and after it is saved.
        keep(&old, act(), vec![record("request:late", 1, "late")])
            .await
            .unwrap();
        let size = old.ledger_size().await.unwrap() - 1;
        let new = into.open().await;
        new.restore(&out, &|_, _| {}).await.unwrap();
        whole(&new).await;
        assert_eq!(new.ledger_size().await.unwrap(), size);
        for n in 1..=size {
            assert_eq!(new.root_at(n).await.unwrap(), old.root_at(n).await.unwrap());
        }
        assert_eq!(new.labels().await.unwrap(), old.labels().await.unwrap());
        // In the same process the next acts go on: version, number, tree; an act done before is not done again.
        assert_eq!(
            keep(&new, id, vec![record("request:once", 1, "once")])
                .await
                .unwrap(),
            answer
        );
        let more = vec![record("request:1", 3, "third"), record("request:y", 1, "y")];
        assert_eq!(keep(&new, act(), more).await.unwrap(), size);
        assert_eq!(
            new.ledger_size().await.unwrap(),
            size + 1,
            "the migrations were told before"
        );
        whole(&new).await;
        new.close().await;
        let new = into.open().await;
        keep(&new, act(), vec![record("request:1", 4, "fourth")])
            .await
            .unwrap();
        whole(&new).await;
        let again = new.restore(&out, &|_, _| {}).await;
        assert!(
            matches!(again, Err(Error::Damaged { .. })),
            "a node at work is not overwritten"
        );
        let twice = old.backup(&out, &|_, _| {}).await;
        assert!(
            matches!(twice, Err(Error::Damaged { .. })),
            "nor is a backup"
        );
    })
    .await;
}

on_both! {
    async fn restored_into_sqlite(house: &House) {
        comes_back(house, House::sqlite()).await;
    }

    async fn restored_into_postgres(house: &House) {
        if let Some(into) = House::postgres().await {
            comes_back(house, into).await;
        }
    }

    async fn a_damaged_backup_is_refused_by_file_and_line(house: &House) {
        let store = node(house).await;
        let out = saved(&store, house).await;
        store.close().await;
        type Damage = fn(&[String]) -> Vec<String>;
        let cases: [(&str, usize, Damage); 8] = [
            ("record", 3, |l| with(l, 2, "no JSON")),
            ("record", 3, |l| with(l, 2, "[1, 2]")),
            ("record", 3, |l| with(l, 2, &l[2].replace("\"request\"", "17"))),
            ("record", 3, |l| with(l, 2, &l[2].replace("\"draft\"", "\"dr\\u0000aft\""))),
            ("record", 22, |l| [l, &l[..1]].concat()),
            ("ledger", 1, |l| with(l, 0, "\u{0}")),
            ("ledger", 4, |l| with(l, 3, &l[3][..40])),
            ("tree", 2, |l| with(l, 1, "[0, 1, null]")),
        ];
        for (n, (table, line, damage)) in cases.into_iter().enumerate() {
            let path = out.join("rows").join(format!("{table}.jsonl"));
            let text = std::fs::read_to_string(&path).unwrap();
            let lines: Vec<String> = text.lines().map(str::to_owned).collect();
            std::fs::write(&path, damage(&lines).join("\n") + "\n").unwrap();
            refused(&out, &format!("rows/{table}.jsonl:{line}"), n).await;
            std::fs::write(&path, &text[..text.len() - 5]).unwrap();
            refused(&out, &format!("rows/{table}.jsonl:{}", lines.len()), n).await;
            std::fs::write(&path, &text).unwrap();
        }
        let blob = std::fs::read_dir(out.join("blobs")).unwrap().next().unwrap().unwrap().path();
        let bytes = std::fs::read(&blob).unwrap();
        std::fs::write(&blob, b"other bytes").unwrap();
        refused(&out, blob.file_name().unwrap().to_str().unwrap(), 90).await;
        std::fs::write(&blob, bytes).unwrap();
        // A backup of a newer program.
        let facts = out.join("rows/fact.jsonl");
        let text = std::fs::read_to_string(&facts).unwrap();
        std::fs::write(&facts, text.clone() + "[\"migration/0099_later\",1,\"x\"]\n").unwrap();
        let new = House::sqlite();
        let store = new.open().await;
        let newer = store.restore(&out, &|_, _| {}).await;
        assert!(matches!(newer, Err(Error::Newer { .. })), "{newer:?}");
        // What was read of it is forgotten: labels, numbers, migrations.
        keep(&store, act(), vec![record("request:1", 1, "one")]).await.unwrap();
        assert_eq!(store.ledger_size().await.unwrap(), 2);
        assert_eq!(store.labels().await.unwrap().len(), 1);
        whole(&store).await;
    }

    async fn a_value_changed_in_a_backup_is_found_after_the_restore(house: &House) {
        let store = node(house).await;
        let out = saved(&store, house).await;
        let path = out.join("rows/fact.jsonl");
        let text = std::fs::read_to_string(&path).unwrap();
        std::fs::write(&path, text.replace("\"XA\"", "\"XC\"")).unwrap();
        let into = House::sqlite();
        let new = into.open().await;
        new.restore(&out, &|_, _| {}).await.unwrap();
        assert_eq!(crate::sample::problems(&new).await.into_iter().collect::<Vec<_>>(), ["fact/state changed"]);
    }
}

fn with(lines: &[String], at: usize, text: &str) -> Vec<String> {
    let mut lines = lines.to_vec();
    lines[at] = text.to_owned();
    lines
}

/// Refused, naming the place; nothing is kept, and the store can still be filled.
async fn refused(from: &Path, place: &str, case: usize) {
    let house = House::sqlite();
    let store = house.open().await;
    let outcome = store.restore(from, &|_, _| {}).await;
    let Err(Error::Damaged { place: named, what }) = outcome else {
        panic!("case {case}: {outcome:?}");
    };
    assert!(
        named.ends_with(place),
        "case {case}: {named} ({what}), not {place}"
    );
    assert_eq!(store.ledger_size().await.unwrap(), 0);
    whole(&store).await;
    keep(&store, act(), vec![record("request:1", 1, "one")])
        .await
        .unwrap();
    whole(&store).await;
}
