//! Durability is paid once for many: far fewer commits than acts.

use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use store::Store;
use store::fault::{self, Fault, What};
use tokio::sync::oneshot;

use crate::house::House;
use crate::sample::{Fail, act, entry, keep, record, whole};

const COUNT: &str = "STORE_SUITE_COUNT";
/// Acts that wait while one is being done.
const WAITING: i64 = 500;
/// They and the one.
const ACTS: i64 = WAITING + 1;

/// An act that says when it has begun and does not end before it may.
async fn held(store: Store, begin: oneshot::Sender<()>, release: oneshot::Receiver<()>) {
    let id = act();
    store
        .act::<(), Fail, _>(id, move |tx| {
            Box::pin(async move {
                begin.send(()).unwrap();
                release.await.unwrap();
                tx.put_record(&record("request:held", 1, "x")).await?;
                let entry = entry(id, "request.drafted", "request:held");
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
        .unwrap();
}

/// Not a test of its own: counts points in a process where nothing else passes any. Without orders it does nothing.
/// It has one thread, so that a task which was counted has queued its act before anybody sees the count.
#[tokio::test(flavor = "current_thread")]
async fn the_count() {
    if std::env::var_os(COUNT).is_none() {
        return;
    }
    let house = House::sqlite();
    let store = house.open().await;
    fault::arm(Fault {
        what: What::Kill,
        number: i64::MAX,
        place: None,
    });
    let (begin, begun) = oneshot::channel();
    let (let_go, release) = oneshot::channel();
    let mut acts = vec![tokio::spawn(held(store.clone(), begin, release))];
    begun.await.unwrap();
    let queued = Arc::new(AtomicI64::new(0));
    acts.extend((0..WAITING).map(|n| {
        let (store, queued) = (store.clone(), Arc::clone(&queued));
        tokio::spawn(async move {
            queued.fetch_add(1, Ordering::SeqCst);
            keep(&store, act(), vec![record(&format!("request:{n}"), 1, "x")])
                .await
                .unwrap();
        })
    }));
    while queued.load(Ordering::SeqCst) < WAITING {
        tokio::task::yield_now().await;
    }
    let_go.send(()).unwrap();
    for act in acts {
        act.await.unwrap();
    }
    println!("passed {}", fault::passed());
    whole(&store).await;
    assert_eq!(store.ledger_size().await.unwrap(), ACTS as u64 + 1);
}

#[test]
fn far_fewer_commits_than_acts() {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(["group::the_count", "--exact", "--nocapture"])
        .env(COUNT, "1")
        .output()
        .unwrap();
    let stdout = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{stdout}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let passed = stdout
        .lines()
        .find_map(|line| line.split_once("passed ")?.1.parse::<i64>().ok());
    // A point for each entry, the migrations' among them, and two for each commit.
    let commits = (passed.unwrap() - ACTS - 1) / 2;
    println!("{ACTS} acts in {commits} commits");
    assert!(
        (2..=6).contains(&commits),
        "{ACTS} acts in {commits} commits"
    );
}
