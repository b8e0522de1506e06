//! What stands beside a record: found by its words by those who may read it, and by nobody else; counted and tallied the same way.

use std::collections::BTreeSet;

use model::Label;
use store::Store;
use store::desk::{Beside, Tally};
use store::reader::{House as View, Wanted};

use crate::house::House;
use crate::sample::{Fail, act, entry, later, own, record, secret};

const READING: i64 = 1;

/// Keep a record with its words and its line.
async fn keep(store: &Store, (id, version, label): (&str, i64, Label), words: &[&str], line: &str) {
    let mut kept = record(id, version, "a body");
    kept.head.label = label;
    let beside = Beside {
        words: words.iter().map(|word| (*word).to_owned()).collect(),
        lines: if line.is_empty() {
            Vec::new()
        } else {
            vec![line.to_owned()]
        },
    };
    store
        .act::<(), Fail, _>(act(), move |tx| {
            Box::pin(async move {
                tx.put_record(&kept).await?;
                tx.put_beside(&kept.head.id, (READING, &beside)).await?;
                Ok(tx
                    .keep(entry(act(), "request.drafted", "request:1"), ())
                    .await?)
            })
        })
        .await
        .unwrap();
}

fn by(words: &[&[&str]]) -> Wanted {
    let forms = |word: &&[&str]| word.iter().map(|form| (*form).to_owned()).collect();
    Wanted {
        kind: "request",
        words: words.iter().map(forms).collect(),
        limit: 10,
        ..Wanted::default()
    }
}

async fn ids(reader: &store::Reader, wanted: &Wanted) -> BTreeSet<String> {
    let found: BTreeSet<String> = reader.ids(wanted).await.unwrap().into_iter().collect();
    assert_eq!(reader.count(wanted).await.unwrap(), found.len() as u64);
    found
}

async fn reader(store: &Store, labels: &[Label]) -> store::Reader {
    let all = store.labels().await.unwrap();
    let numbers = all.iter().filter(|(_, label)| labels.contains(label));
    let numbers: Vec<i64> = numbers.map(|(number, _)| *number).collect();
    store.reader(&numbers, View::default())
}

fn set(ids: &[&str]) -> BTreeSet<String> {
    ids.iter().map(|id| (*id).to_owned()).collect()
}

on_both! {
    async fn words_find_what_may_be_read_and_nothing_else(house: &House) {
        let store = house.open().await;
        keep(&store, ("1", 1, own()), &["bank", "harbour", "har*"], "one").await;
        keep(&store, ("2", 1, own()), &["bank"], "two").await;
        keep(&store, ("3", 1, secret()), &["bank", "lantern"], "three").await;
        let open = reader(&store, &[own()]).await;
        let cases: [(&[&[&str]], &[&str]); 7] = [
            (&[&["bank"]], &["1", "2"]),
            (&[&["bank"], &["harbour"]], &["1"]),
            (&[&["nothing", "har*"]], &["1"]),
            (&[&["har"]], &[]),
            // Hidden and absent: the same answer, by rows and by count.
            (&[&["lantern"]], &[]),
            (&[&["no-such-word"]], &[]),
            (&[&[]], &[]),
        ];
        for (words, expect) in cases {
            assert_eq!(ids(&open, &by(words)).await, set(expect), "{words:?}");
        }
        let all = reader(&store, &[own(), secret()]).await;
        assert_eq!(ids(&all, &by(&[&["lantern"]])).await, set(&["3"]));
        let mut lines = open.figures("request").await.unwrap();
        lines.sort();
        assert_eq!(lines, ["one", "two"]);
        assert_eq!(open.figures("query").await.unwrap(), Vec::<String>::new());
        assert_eq!(reader(&store, &[]).await.figures("request").await.unwrap(), Vec::<String>::new());
        // No word stands in the database as it is written.
        let held = house.texts("SELECT CAST(COUNT(*) AS TEXT) FROM word WHERE mark BETWEEN 0 AND 1000000").await;
        assert_eq!(held, ["0"]);
        // What a record says no more, finds it no more.
        keep(&store, ("1", 2, own()), &["bank", "quay"], "uno").await;
        assert_eq!(ids(&open, &by(&[&["harbour"]])).await, set(&[]));
        assert_eq!(ids(&open, &by(&[&["quay"]])).await, set(&["1"]));
        // What is destroyed is found by nothing and counted nowhere.
        store
            .act::<(), Fail, _>(act(), |tx| {
                Box::pin(async move {
                    tx.destroy_record("1").await?;
                    Ok(tx.keep(entry(act(), "request.archived", "request:1"), ()).await?)
                })
            })
            .await
            .unwrap();
        assert_eq!(ids(&open, &by(&[&["bank"]])).await, set(&["2"]));
        assert_eq!(open.figures("request").await.unwrap(), ["two"]);
        let left = house.texts("SELECT CAST(COUNT(DISTINCT record) AS TEXT) FROM word").await;
        assert_eq!(left, ["2"]);
    }

    async fn what_another_reading_made_is_made_anew(house: &House) {
        let store = house.open().await;
        keep(&store, ("1", 1, own()), &["old"], "line").await;
        assert_eq!(store.without_beside("request", READING, 9).await.unwrap(), Vec::<String>::new());
        assert_eq!(store.without_beside("request", 2, 9).await.unwrap(), ["1"]);
        store
            .make_beside("1".to_owned(), 2, |record| {
                assert_eq!(record.body, b"a body");
                Some(Beside { words: vec!["new".to_owned()], lines: Vec::new() })
            })
            .await
            .unwrap();
        assert_eq!(store.without_beside("request", 2, 9).await.unwrap(), Vec::<String>::new());
        let open = reader(&store, &[own()]).await;
        assert_eq!(ids(&open, &by(&[&["new"]])).await, set(&["1"]));
        assert_eq!(ids(&open, &by(&[&["old"]])).await, set(&[]));
        assert_eq!(open.figures("request").await.unwrap(), Vec::<String>::new());
    }

    async fn a_tally_counts_what_is_in_view(house: &House) {
        let store = house.open().await;
        keep(&store, ("1", 1, own()), &[], "").await;
        keep(&store, ("2", 1, own()), &[], "").await;
        keep(&store, ("3", 1, secret()), &[], "").await;
        let stages = ["draft".to_owned()];
        let open = reader(&store, &[own()]).await;
        let one = Tally {
            side: "outgoing".to_owned(),
            stage: "draft".to_owned(),
            urgency: 0,
            due: 1,
            mine: true,
            n: 2,
        };
        // Each is due in an hour.
        let moments = [later(60), later(7200)];
        let counted = open.tally(("request", &stages), &moments, "officer-1").await.unwrap();
        assert_eq!(counted, std::slice::from_ref(&one));
        let counted = open.tally(("request", &stages), &[], "somebody").await.unwrap();
        assert_eq!(counted, [Tally { due: 0, mine: false, ..one }]);
        let counted = open.tally(("request", &["sent".to_owned()]), &moments, "officer-1").await.unwrap();
        assert_eq!(counted, []);
    }
}
