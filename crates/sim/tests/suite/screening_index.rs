//! The screening index as a file: opened at a start, changed at once by an import, built anew where it is damaged.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use model::{Actor, Role};
use office::screening::{self, Check, Import};
use office::{Office, Silent, health, workers};
use sim::{House, Town};

use crate::desk::town;
use crate::people_and_checks::copy;

/// A change is searched this long after its commit, at most.
const VISIBLE_WITHIN: Duration = Duration::from_secs(1);

async fn import(office: &Office, id: &str, text: &str) -> office::Result<screening::ImportReport> {
    let act = Import {
        id: id.to_owned(),
        ..Import::of(office.new_act(), text.to_owned())
    };
    let operator = Actor::operator(office.state());
    screening::import(office, &operator, act, &Silent).await
}

fn person(id: &str, names: &[&str]) -> String {
    let properties = serde_json::json!({ "name": names });
    let record = serde_json::json!({"id": id, "schema": "Person", "properties": properties});
    format!("{record}\n")
}

/// Names that are not alike.
fn crowd(count: usize) -> String {
    const GIVEN: [&str; 8] = [
        "Orsolya",
        "Petronella",
        "Ingeborg",
        "Tamina",
        "Casimir",
        "Ludovic",
        "Ximena",
        "Bohdan",
    ];
    let one = |n: usize| {
        let mut family = String::from("Z");
        let mut rest = n + 17;
        while rest > 0 {
            family.push_str(["ba", "ko", "ri", "mu", "te", "lo", "shi", "van"][rest % 8]);
            rest /= 8;
        }
        person(&format!("c{n}"), &[&format!("{} {family}", GIVEN[n % 8])])
    };
    (0..count).map(one).collect()
}

/// Ids and list versions of what is found under the name.
async fn found(house: &House, name: &str) -> office::Result<Vec<(String, String)>> {
    let check = Check {
        name: name.to_owned(),
        ..Check::default()
    };
    let officer = house.officer(Role::BorderOfficer);
    let answer = screening::check(&house.office, officer, check).await?;
    let hits = answer.hits.into_iter();
    let hits = hits.map(|hit| (hit.entity.id, hit.explanation.list_version));
    Ok(hits.collect())
}

async fn ids(house: &House, name: &str) -> Vec<String> {
    let found = found(house, name).await.unwrap();
    found.into_iter().map(|(id, _)| id).collect()
}

fn index_files(dir: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(dir.join("index")) else {
        return Vec::new();
    };
    entries.map(|entry| entry.unwrap().path()).collect()
}

/// The house in a copy of its folder, which `change` has touched.
async fn again(town: &mut Town, to: &Path, change: impl FnOnce(&Path)) {
    copy(town.house("XA").dir(), to);
    change(to);
    // A town's dice begin anew with the time.
    town.pass(jiff::SignedDuration::from_hours(1));
    town.reopen("XA", to).await.unwrap();
}

async fn until_ready(office: &Office) {
    for _ in 0..500 {
        let lists = health::ready(office).await;
        if lists.parts.iter().any(|p| p.name == "lists" && p.ok) {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("the lists are not ready");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_start_opens_the_file_and_reads_no_list() {
    let (dir, mut town) = town(140).await;
    let all = crowd(500) + &person("a", &["Zsuzsanna Horgas"]);
    import(&town.house("XA").office, "own", &all).await.unwrap();
    assert!(index_files(town.house("XA").dir()).is_empty());
    assert!(
        workers::gather_round(&town.house("XA").office)
            .await
            .unwrap()
    );
    assert!(
        !workers::gather_round(&town.house("XA").office)
            .await
            .unwrap()
    );
    assert_eq!(index_files(town.house("XA").dir()).len(), 1);
    let before = found(town.house("XA"), "Zsuzsanna Horgas").await.unwrap();
    let started = Instant::now();
    // Without the blobs the lists cannot be read, and nothing wants to.
    let gone = |at: &Path| std::fs::remove_dir_all(at.join("blobs")).unwrap();
    again(&mut town, &dir.path().join("b"), gone).await;
    println!("started after {:?}", started.elapsed());
    let xa = town.house("XA");
    assert!(screening::damaged(&xa.office).is_empty());
    assert_eq!(found(xa, "Zsuzsanna Horgas").await.unwrap(), before);
    assert_eq!(before[0].0, "a");
    until_ready(&xa.office).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flipped_byte_is_noticed_and_healed() {
    let (dir, mut town) = town(141).await;
    let all = crowd(3000) + &person("a", &["Zsuzsanna Horgas"]);
    import(&town.house("XA").office, "own", &all).await.unwrap();
    workers::gather_round(&town.house("XA").office)
        .await
        .unwrap();
    let whole = std::fs::read(&index_files(town.house("XA").dir())[0]).unwrap();
    let size = whole.len();
    // In the head, in the first block, and everywhere in between.
    let places = [2, 30, 4000, size / 3, size / 2, size - 70_000, size - 9];
    for (n, place) in places.into_iter().enumerate() {
        let flip = |at: &Path| {
            let file = index_files(at).remove(0);
            let mut bytes = std::fs::read(&file).unwrap();
            bytes[place] ^= 4;
            std::fs::write(&file, bytes).unwrap();
        };
        again(&mut town, &dir.path().join(format!("flipped{n}")), flip).await;
        let xa = town.house("XA");
        // Refused at the start, or noticed by a search or by whoever reads all of it: never an answer that lacks somebody.
        for _ in 0..200 {
            match found(xa, "Zsuzsanna Horgas").await {
                Ok(found) => assert_eq!(found[0].0, "a", "byte {place}"),
                Err(error) => assert_eq!(error.code(), "BUSY", "{error}"),
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        until_ready(&xa.office).await;
        assert_eq!(ids(xa, "Zsuzsanna Horgas").await, ["a"]);
        let files = index_files(xa.dir());
        assert_eq!(files.len(), 1, "the damaged one is replaced");
        assert!(std::fs::read(&files[0]).unwrap() == whole, "byte {place}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_left_half_written_is_no_index() {
    let (dir, mut town) = town(142).await;
    let all = crowd(50) + &person("a", &["Zsuzsanna Horgas"]);
    import(&town.house("XA").office, "own", &all).await.unwrap();
    workers::gather_round(&town.house("XA").office)
        .await
        .unwrap();
    // As a crash between writing and naming leaves it: the new one under a draft's name only, cut.
    let crashed = |at: &Path| {
        let file = index_files(at).remove(0);
        let bytes = std::fs::read(&file).unwrap();
        std::fs::write(file.with_extension("draft"), &bytes[..bytes.len() / 2]).unwrap();
        std::fs::remove_file(file).unwrap();
    };
    again(&mut town, &dir.path().join("b"), crashed).await;
    let xa = town.house("XA");
    assert_eq!(ids(xa, "Zsuzsanna Horgas").await, ["a"]);
    let files = index_files(xa.dir());
    assert_eq!(files.len(), 1);
    assert_eq!(files[0].extension().unwrap(), "idx");
    // And a whole file of other versions is not taken for the one in force.
    let old = std::fs::read(&files[0]).unwrap();
    let changed = crowd(50) + &person("a", &["Zsuzsanna Horgas", "Wilhelmina Oort"]);
    import(&xa.office, "own", &changed).await.unwrap();
    again(&mut town, &dir.path().join("c"), |at| {
        assert_eq!(std::fs::read(&index_files(at)[0]).unwrap(), old);
    })
    .await;
    assert_eq!(ids(town.house("XA"), "Wilhelmina Oort").await, ["a"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_searched_at_once_and_readers_never_wait() {
    let (_dir, town) = town(143).await;
    let xa = town.house("XA");
    let rest = crowd(3000);
    let first = rest.clone() + &person("a", &["Zsuzsanna Horgas", "Petra Vandermolen"]);
    import(&xa.office, "own", &first).await.unwrap();
    workers::gather_round(&xa.office).await.unwrap();
    let second = rest + &person("a", &["Zsuzsanna Horgas", "Wilhelmina Oort"]);
    let over = AtomicBool::new(false);
    let asked = AtomicUsize::new(0);
    let importing = async {
        let report = import(&xa.office, "own", &second).await.unwrap();
        over.store(true, Ordering::Release);
        report
    };
    let reading = async {
        let mut slowest = Duration::ZERO;
        while !over.load(Ordering::Acquire) {
            let began = Instant::now();
            assert_eq!(ids(xa, "Zsuzsanna Horgas").await, ["a"]);
            slowest = slowest.max(began.elapsed());
            asked.fetch_add(1, Ordering::Relaxed);
        }
        slowest
    };
    let versions = || screening::versions(&xa.office);
    let before = versions();
    let watching = async {
        // The last moment at which it was certainly not committed.
        let mut before_commit = Instant::now();
        while versions() == before {
            let began = Instant::now();
            if !imported(xa).await {
                before_commit = began;
            }
            tokio::task::yield_now().await;
        }
        before_commit.elapsed()
    };
    let (report, slowest, visible) = tokio::join!(importing, reading, watching);
    assert_eq!((report.added, report.changed, report.removed), (0, 1, 0));
    println!(
        "searched at most {visible:?} after the commit; {asked:?} questions meanwhile, the slowest {slowest:?}"
    );
    assert!(visible < VISIBLE_WITHIN && slowest < VISIBLE_WITHIN);
    assert_eq!(ids(xa, "Wilhelmina Oort").await, ["a"]);
    assert!(
        ids(xa, "Petra Vandermolen").await.is_empty(),
        "no longer a name of it"
    );
    // A record that stayed as it was is one of the version in force.
    let version = &versions()[0].1;
    let stayed = found(xa, "Orsolya Zbako").await.unwrap();
    let a = found(xa, "Wilhelmina Oort").await.unwrap();
    assert!(stayed.iter().chain(&a).all(|(_, v)| v == version));
    // Gathered, it answers the same.
    assert!(workers::gather_round(&xa.office).await.unwrap());
    assert_eq!(ids(xa, "Wilhelmina Oort").await, ["a"]);
    assert!(ids(xa, "Petra Vandermolen").await.is_empty());
}

/// Whether the list's second version is committed.
async fn imported(house: &House) -> bool {
    let operator = Actor::operator(house.office.state());
    let reader = house
        .office
        .read(&operator, model::Purpose::Screening)
        .await;
    let lists = reader.unwrap().lists().await.unwrap();
    lists.iter().any(|list| list.version == 2)
}

#[tokio::test(flavor = "multi_thread")]
async fn lists_that_come_at_once_and_share_ids_keep_their_own_records() {
    let (dir, mut town) = town(144).await;
    let office = &town.house("XA").office;
    let one = crowd(40) + &person("x", &["Zsuzsanna Horgas"]);
    let two = person("x", &["Wilhelmina Oort"]) + &person("y", &["Petra Vandermolen"]);
    let (a, b) = tokio::join!(import(office, "one", &one), import(office, "two", &two));
    assert_eq!((a.unwrap().added, b.unwrap().added), (41, 2));
    assert_eq!(everybody(&town).await, 43);
    // Each list changes and loses its own record only, gathered in between or not.
    for (list, text, names) in [
        (
            "one",
            crowd(40) + &person("x", &["Ludovic Horgas"]),
            ["Ludovic Horgas", "Wilhelmina Oort"],
        ),
        (
            "two",
            person("x", &["Casimir Oort"]) + &person("y", &["Petra Vandermolen"]),
            ["Ludovic Horgas", "Casimir Oort"],
        ),
    ] {
        import(&town.house("XA").office, list, &text).await.unwrap();
        for name in names {
            assert_eq!(ids(town.house("XA"), name).await, ["x"], "{list}: {name}");
        }
        workers::gather_round(&town.house("XA").office)
            .await
            .unwrap();
        assert_eq!(everybody(&town).await, 43);
    }
    import(&town.house("XA").office, "one", &crowd(40))
        .await
        .unwrap();
    assert_eq!(ids(town.house("XA"), "Casimir Oort").await, ["x"]);
    assert!(ids(town.house("XA"), "Ludovic Horgas").await.is_empty());
    assert_eq!(everybody(&town).await, 42);
    again(&mut town, &dir.path().join("b"), |_| ()).await;
    assert_eq!(everybody(&town).await, 42);
    assert_eq!(ids(town.house("XA"), "Casimir Oort").await, ["x"]);
}

async fn everybody(town: &Town) -> u64 {
    let office = &town.house("XA").office;
    health::metrics(office).await.unwrap().screen_records
}
