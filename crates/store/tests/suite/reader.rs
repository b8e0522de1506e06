//! Invariant C: the reader shows what the given labels and houses hold, and nothing tells hidden from absent.

use model::Label;
use model::label::Class;
use store::Store;
use store::reader::{House as View, Wanted};

use crate::house::House;
use crate::sample::{act, keep, later, own, record, secret, state};

fn requests() -> Wanted {
    Wanted {
        kind: "request",
        limit: 100,
        ..Wanted::default()
    }
}

async fn ids(reader: &store::Reader, wanted: &Wanted) -> Vec<String> {
    let records = reader.records(wanted).await.unwrap();
    assert!(reader.count(wanted).await.unwrap() >= records.len() as u64);
    records.into_iter().map(|r| r.head.id).collect()
}

async fn number(store: &Store, label: &Label) -> i64 {
    let labels = store.labels().await.unwrap();
    labels.iter().find(|(_, l)| l == label).unwrap().0
}

/// Six records: number, label, house, stage, side, urgency, due.
async fn furnish(store: &Store) {
    let rows = [
        ("1", own(), Some("ca"), "draft", "outgoing", 0, Some(50)),
        ("2", secret(), Some("ca"), "draft", "outgoing", 0, Some(40)),
        ("3", own(), Some("fiu"), "review", "outgoing", 2, None),
        ("4", own(), Some("fiu"), "draft", "outgoing", 1, Some(30)),
        ("5", own(), None, "delivered", "incoming", 1, Some(20)),
        ("6", own(), Some("ca"), "review", "incoming", 0, Some(10)),
    ];
    let mut all = Vec::new();
    for (id, label, authority, stage, side, urgency, due) in rows {
        let mut r = record(id, 1, id);
        r.head.label = label;
        r.head.authority = authority.map(str::to_owned);
        r.head.stage = stage.to_owned();
        r.head.side = Some(side.to_owned());
        r.head.urgency = urgency;
        r.head.due = due.map(later);
        all.push(r);
    }
    keep(store, act(), all).await.unwrap();
}

on_both! {
    async fn only_the_given_labels_are_shown(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        let (open, hidden) = (number(&store, &own()).await, number(&store, &secret()).await);
        let all = View::default();
        let reader = store.reader(&[open, hidden], all.clone());
        assert_eq!(ids(&reader, &requests()).await.len(), 6);
        let reader = store.reader(&[open], all.clone());
        assert!(!ids(&reader, &requests()).await.contains(&"2".to_owned()));
        assert_eq!(reader.count(&requests()).await.unwrap(), 5);
        // Hidden and absent: the same answer, by id, by number, by count.
        for id in ["2", "no-such"] {
            assert_eq!(reader.record(id).await.unwrap(), None);
            let wanted = Wanted { number: Some(format!("XA-CA-2026-{id}")), ..requests() };
            assert_eq!(ids(&reader, &wanted).await, Vec::<String>::new());
            assert_eq!(reader.count(&wanted).await.unwrap(), 0);
        }
        let nothing = store.reader(&[], all);
        assert_eq!(nothing.count(&requests()).await.unwrap(), 0);
        assert_eq!(nothing.record("1").await.unwrap(), None);
        // A label that was interned later is not in an older reader.
        let mut new = record("7", 1, "x");
        new.head.label = Label::own(&state("XA"), Class::Public);
        keep(&store, act(), vec![new]).await.unwrap();
        assert_eq!(reader.record("7").await.unwrap(), None);
    }

    async fn only_the_houses_in_view_are_shown(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        let labels = [number(&store, &own()).await, number(&store, &secret()).await];
        let view = |own: &str, review: &[&str]| View {
            own: Some(own.to_owned()),
            in_review: review.iter().map(|s| (*s).to_owned()).collect(),
        };
        let cases: [(View, &[&str], &[&str]); 5] = [
            (view("ca", &[]), &[], &["1", "2", "5", "6"]),
            (view("fiu", &[]), &[], &["3", "4", "5"]),
            (view("ca", &["fiu", "court"]), &[], &["1", "2", "3", "5", "6"]),
            (view("ca", &[]), &["draft"], &["1", "2"]),
            (view("ca", &["fiu"]), &["draft", "review"], &["1", "2", "3", "6"]),
        ];
        for (view, stages, expect) in cases {
            let reader = store.reader(&labels, view.clone());
            let wanted = Wanted { stages: stages.iter().map(|s| (*s).to_owned()).collect(), ..requests() };
            let mut got = ids(&reader, &wanted).await;
            got.sort();
            assert_eq!(got, expect, "{view:?} {stages:?}");
            assert_eq!(reader.count(&wanted).await.unwrap(), expect.len() as u64);
            if stages.is_empty() {
                for id in ["1", "2", "3", "4", "5", "6"] {
                    let seen = reader.record(id).await.unwrap().is_some();
                    assert_eq!(seen, expect.contains(&id), "{view:?} {id}");
                }
            }
        }
    }

    async fn the_worklist_is_in_order_and_paged(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        let labels = [number(&store, &own()).await, number(&store, &secret()).await];
        let reader = store.reader(&labels, View::default());
        // Emergencies first, then by what is due, then by arrival; what is never due comes last of its kind.
        assert_eq!(ids(&reader, &requests()).await, ["3", "5", "4", "6", "2", "1"]);
        let newest = Wanted { newest_first: true, ..requests() };
        assert_eq!(ids(&reader, &newest).await, ["6", "5", "4", "3", "2", "1"]);
        let page = Wanted { offset: 2, limit: 2, ..requests() };
        assert_eq!(ids(&reader, &page).await, ["4", "6"]);
        let due = Wanted { due_before: Some(later(30)), ..requests() };
        assert_eq!(ids(&reader, &due).await, ["5", "4", "6"]);
        let of = |side: &str, stages: &[&str]| Wanted {
            side: Some(side.to_owned()),
            stages: stages.iter().map(|s| (*s).to_owned()).collect(),
            counterpart: Some("XB".to_owned()),
            parent: Some("case:1".to_owned()),
            ..requests()
        };
        assert_eq!(ids(&reader, &of("incoming", &[])).await, ["5", "6"]);
        assert_eq!(ids(&reader, &of("outgoing", &["review"])).await, ["3"]);
        assert_eq!(ids(&reader, &of("sideways", &[])).await, Vec::<String>::new());
        assert_eq!(ids(&reader, &Wanted { kind: "query", ..requests() }).await, Vec::<String>::new());
        // A version later, the order follows.
        let mut first = record("1", 2, "x");
        first.head.urgency = 2;
        keep(&store, act(), vec![first]).await.unwrap();
        assert_eq!(ids(&reader, &requests()).await[0], "1");
    }
}
