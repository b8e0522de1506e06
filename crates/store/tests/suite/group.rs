//! Durability is paid once for many: far fewer commits than acts. And how fast it is here, printed, not judged.

use std::process::Command;
use std::time::Instant;

use store::fault::{self, Fault, What};

use crate::house::House;
use crate::sample::{act, keep, record, whole};

const COUNT: &str = "STORE_SUITE_COUNT";
const ACTS: i64 = 500;

/// Not a test of its own: counts points in a process where nothing else passes any. Without orders it does nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
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
    let acts = (0..ACTS).map(|n| {
        let store = store.clone();
        tokio::spawn(async move {
            keep(&store, act(), vec![record(&format!("request:{n}"), 1, "x")])
                .await
                .unwrap();
        })
    });
    futures_util::future::join_all(acts).await;
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
        (2..ACTS / 5).contains(&commits),
        "{ACTS} acts in {commits} commits"
    );
}

on_both! {
    async fn how_fast(house: &House) {
        let store = house.open().await;
        let begun = Instant::now();
        for n in 0..100 {
            keep(&store, act(), vec![record(&format!("one:{n}"), 1, "x")]).await.unwrap();
        }
        let one_by_one = 100.0 / begun.elapsed().as_secs_f64();
        let begun = Instant::now();
        let tasks = (0..64).map(|task| {
            let store = store.clone();
            tokio::spawn(async move {
                for n in 0..10 {
                    keep(&store, act(), vec![record(&format!("many:{task}:{n}"), 1, "x")]).await.unwrap();
                }
            })
        });
        futures_util::future::join_all(tasks).await;
        let many = 640.0 / begun.elapsed().as_secs_f64();
        let engine = if house.is_postgres() { "PostgreSQL" } else { "SQLite" };
        println!("{engine}: {one_by_one:.0} acts a second one by one, {many:.0} with 64 tasks");
        whole(&store).await;
    }
}
