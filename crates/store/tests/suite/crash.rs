//! The process ends, or the disk fails, at each numbered point and at some syncs: what was acknowledged is there, nothing
//! twice, everything verifies, and the rest of the work can be done. The work runs in a child, which is this same program.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Output};

use bytes::Bytes;
use seal::vault::RecordKey;
use store::exchange::Attempt;
use store::{Error, Store, fault};

use crate::house::{Dice, House, options};
use crate::sample::{Fail, act_number, entry, envelope, keep, later, now, outgoing, record, whole};

/// `folder`, `address or nothing`, `fault`: the child's orders.
const ORDERS: &str = "STORE_SUITE_WORK";
/// Acts of the work, each with the same id in each run.
const ACTS: u64 = 7;

/// The work: files and rows, a new version, a destroyed key, a group of three.
async fn work(store: &Store) -> Result<(), Error> {
    for n in 1..=3u64 {
        exhibit(store, n).await.map_err(plain)?;
        println!("ack {n}");
    }
    let root = seal::sha256(b"root");
    store
        .blobs()
        .put_segment(&root, 0, Bytes::from_static(b"segment"))
        .await?;
    store
        .keep_segment(&root, 0, 7, &seal::sha256(b"segment"))
        .await?;
    let id = act_number(4);
    store
        .act::<(), Fail, _>(id, move |tx| {
            Box::pin(async move {
                tx.put_record(&record("request:1", 2, "second")).await?;
                tx.destroy_record("request:3").await?;
                Ok(tx.keep(entry(id, "suite.changed", "request:1"), ()).await?)
            })
        })
        .await
        .map_err(plain)?;
    println!("ack 4");
    let group = (5..=ACTS).map(async |n| {
        let new = vec![record(&format!("request:{n}"), 1, "in a group")];
        keep(store, act_number(n), new).await.map_err(plain)?;
        println!("ack {n}");
        Ok::<(), Error>(())
    });
    futures_util::future::try_join_all(group).await?;
    let tried = Attempt {
        times: 1,
        next_at: later(60),
        last_error: None,
    };
    store.keep_attempt("message-1", "XB", tried).await
}

async fn exhibit(store: &Store, n: u64) -> Result<(), Fail> {
    let id = act_number(n);
    let bytes = Bytes::from(vec![n as u8; 5000]);
    let written = store
        .blobs()
        .write_all(&format!("exhibit-{n}"), bytes)
        .await?;
    store
        .act::<(), Fail, _>(id, move |tx| {
            Box::pin(async move {
                let request = format!("request:{n}");
                tx.put_record(&record(&request, 1, "first")).await?;
                let key = RecordKey::generate(&mut Dice);
                tx.put_blob(written, &request, &key, now()).await?;
                tx.put_outgoing(&outgoing(&format!("message-{n}"), 1))
                    .await?;
                tx.put_envelope(&envelope("out", n as i64)).await?;
                Ok(tx.keep(entry(id, "suite.exhibited", &request), ()).await?)
            })
        })
        .await
}

fn plain(fail: Fail) -> Error {
    match fail {
        Fail::Store(error) => error,
        Fail::Refused => Error::Stopping,
    }
}

/// Not a test of its own: what the child does. Without orders it does nothing.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_work() {
    let Some(orders) = std::env::var_os(ORDERS) else {
        return;
    };
    let orders = orders.into_string().unwrap();
    let [dir, url, fault] = orders.split('|').collect::<Vec<_>>()[..] else {
        panic!("{orders}");
    };
    if let Some(fault) = fault::parse(fault) {
        fault::arm(fault);
    }
    let url = (!url.is_empty()).then(|| url.to_owned());
    let store = match Store::open(options(Path::new(dir), url)).await {
        Ok(store) => store,
        Err(error) => {
            println!("not opened: {error}");
            return;
        }
    };
    // Where the store lives on after a failure, whoever asks again is served.
    let mut tries = 0;
    while let Err(error) = work(&store).await {
        let source = std::error::Error::source(&error).map(ToString::to_string);
        println!("failed: {error}: {source:?}");
        if store.broken() {
            let next = keep(&store, act_number(99), Vec::new()).await;
            assert!(matches!(next, Err(Fail::Store(Error::Broken))), "{next:?}");
            println!("broken");
            return;
        }
        tries += 1;
        assert!(tries < 20, "it fails again and again");
    }
    println!("passed {}", fault::passed());
    store.close().await;
}

fn child(house: &House, fault: &str, strace: Option<u32>) -> Output {
    let this = std::env::current_exe().unwrap();
    let mut command = match strace {
        None => Command::new(&this),
        Some(k) => {
            let mut command = Command::new("strace");
            command.args([
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                "-e",
                "trace=fsync,fdatasync",
                "-e",
            ]);
            command.arg(format!("inject=fsync,fdatasync:error=EIO:when={k}"));
            command.arg(&this);
            command
        }
    };
    let orders = format!(
        "{}|{}|{fault}",
        house.dir().display(),
        house.url().unwrap_or_default()
    );
    command
        .args([
            "crash::the_work",
            "--exact",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(ORDERS, orders)
        .output()
        .unwrap()
}

fn said(output: &Output) -> (String, String) {
    (
        String::from_utf8_lossy(&output.stdout).into_owned(),
        String::from_utf8_lossy(&output.stderr).into_owned(),
    )
}

/// What must hold after whatever happened, and that the work can be finished.
async fn survived(house: &House, stdout: &str, place: &str) {
    let store = house.open().await;
    whole(&store).await;
    let kept: BTreeSet<String> = house
        .texts("SELECT act FROM ledger")
        .await
        .into_iter()
        .collect();
    for n in 1..=ACTS {
        let acknowledged = stdout
            .lines()
            .any(|line| line.ends_with(&format!("ack {n}")));
        let there = kept.contains(&act_number(n).to_string());
        assert!(
            there || !acknowledged,
            "{place}: act {n} was acknowledged and is gone"
        );
    }
    work(&store).await.unwrap();
    whole(&store).await;
    assert_eq!(store.ledger_size().await.unwrap(), ACTS + 1, "{place}");
    let records = house.texts("SELECT id FROM record ORDER BY id").await;
    assert_eq!(
        records,
        ["1", "2", "3", "5", "6", "7"].map(|n| format!("request:{n}")),
        "{place}"
    );
    assert_eq!(
        house.texts("SELECT id FROM outbox").await.len(),
        3,
        "{place}"
    );
    store.close().await;
}

async fn at_each_point(engine: &str, what: &str) {
    let mut places = BTreeSet::new();
    for k in 1..1000 {
        let house = match engine {
            "postgres" => match House::postgres().await {
                Some(house) => house,
                None => return,
            },
            _ => House::sqlite(),
        };
        let place = one_fault(house, what, k).await;
        let Some(place) = place else {
            let expect = [
                "blob.begin",
                "blob.named",
                "blob.written",
                "commit.after",
                "commit.before",
                "ledger.append",
                "segment.write",
            ];
            assert_eq!(
                places.iter().map(String::as_str).collect::<Vec<_>>(),
                expect
            );
            return;
        };
        places.insert(place);
    }
    panic!("the points have no end");
}

/// One child with one fault; answers where it struck, or nothing where the work passed without meeting it.
async fn one_fault(house: House, what: &str, k: u32) -> Option<String> {
    let output = child(&house, &format!("{what}@{k}"), None);
    let (stdout, stderr) = said(&output);
    let place = stderr
        .lines()
        .find_map(|line| Some(line.split_once("at point")?.1.to_owned()));
    let name = place.as_ref().map(|place| {
        place
            .split_once('(')
            .unwrap()
            .1
            .trim_end_matches(')')
            .to_owned()
    });
    match (&name, what) {
        (None, _) => assert!(stdout.contains("passed "), "{k}: {stdout}{stderr}"),
        (Some(_), "kill") => assert!(!output.status.success(), "{k}: {stdout}"),
        (Some(name), _) => {
            assert!(output.status.success(), "{k}: {stdout}{stderr}");
            assert_eq!(
                stdout.contains("broken"),
                name.starts_with("commit."),
                "{k}: {stdout}"
            );
        }
    }
    survived(&house, &stdout, &place.unwrap_or_default()).await;
    house.end().await;
    name
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_each_point_on_sqlite() {
    at_each_point("sqlite", "kill").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killed_at_each_point_on_postgres() {
    at_each_point("postgres", "kill").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_error_at_each_point_on_sqlite() {
    at_each_point("sqlite", "eio").await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_error_at_each_point_on_postgres() {
    at_each_point("postgres", "eio").await;
}

/// kill -9 does not test fsync: here the system itself says that a sync failed. Counted for each thread.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_sync_that_fails() {
    if !Path::new("/usr/bin/strace").exists() {
        assert!(
            std::env::var_os("CI").is_none(),
            "CI is set and strace is missing"
        );
        eprintln!("skipped: strace is not on this machine");
        return;
    }
    // The migrations sync first, as many times as they are; go on until syncs of some commits were struck.
    let mut broken = 0;
    for k in (1..).step_by(2) {
        assert!(k < 200, "no sync of a commit was reached");
        let house = House::sqlite();
        let output = child(&house, "none", Some(k));
        let (stdout, stderr) = said(&output);
        assert!(output.status.success(), "{k}: {stdout}{stderr}");
        survived(&house, &stdout, &format!("sync {k}")).await;
        broken += u32::from(stdout.contains("broken"));
        if broken == 3 {
            return;
        }
    }
}
