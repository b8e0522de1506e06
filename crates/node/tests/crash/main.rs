//! The binary, killed: kill -9 at random moments, a death or a disk error at numbered points, failing fsync, two processes on
//! one folder, signals. After it all a checker compares what was acknowledged with what both States hold.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test stops where it fails"
)]

mod check;
mod life;
mod plan;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use check::check;
use life::{Fate, Life, Running, Said, comity, live};
use plan::Dice;

const SEED: u64 = 20_260_227;
/// Folders that are walked beside each other: a walk waits for the disk more than it computes.
const BESIDE: usize = 2;

fn seed() -> u64 {
    let given = node::config::environment("COMITY_CRASH_SEED");
    given.and_then(|s| s.parse().ok()).unwrap_or(SEED)
}

/// A run without faults until one walk was played to its end.
fn recover(dir: &Path, lives: &mut Vec<Life>) {
    let life = live(dir, Fate::Undisturbed);
    assert!(life.status.success(), "it does not recover: {life:#?}");
    lives.push(life);
}

#[test]
fn killed_at_fifty_random_moments() {
    let seed = seed();
    println!("seed {seed} (COMITY_CRASH_SEED)");
    let began = Instant::now();
    let done: Vec<usize> = std::thread::scope(|scope| {
        let town = |n: usize| {
            let mut dice = Dice::new(seed ^ n as u64);
            scope.spawn(move || killed(25, &mut dice))
        };
        let towns: Vec<_> = (0..BESIDE).map(town).collect();
        towns.into_iter().map(|t| t.join().unwrap()).collect()
    });
    let acknowledged: usize = done.iter().sum();
    println!(
        "50 kills in {BESIDE} towns, {acknowledged} acknowledged steps held, {:.0} s",
        began.elapsed().as_secs_f64()
    );
}

fn killed(kills: usize, dice: &mut Dice) -> usize {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let mut lives = Vec::new();
    // While the State is being made, twice; then over the whole walk, measured as it goes.
    let mut whole = Duration::from_secs(6);
    let mut done = 0;
    while done < kills {
        let most = if done < 3 {
            Duration::from_millis(1500)
        } else {
            whole
        };
        let after = dice.between(Duration::from_millis(50), most);
        let life = live(dir, Fate::Killed(after));
        if life.status.success() {
            // It was quicker; the next one begins another walk and dies in it.
            whole = life.took;
        } else {
            assert!(life.status.code().is_none(), "it fell by itself: {life:#?}");
            done += 1;
        }
        lives.push(life);
    }
    recover(dir, &mut lives);
    check(dir, &lives)
}

#[test]
fn at_numbered_points() {
    let began = Instant::now();
    let first = tempfile::tempdir().unwrap();
    let told = live(first.path(), Fate::Fault("tell"));
    assert!(told.status.success(), "{told:#?}");
    let again = live(first.path(), Fate::Fault("tell"));
    let (fresh, places) = (plan::points(&told.errors), plan::points(&again.errors));
    let index = places.keys().any(|place| place.starts_with(plan::INDEX));
    assert!(index, "no walk writes the file of the screening index");
    println!(
        "points: {} on a fresh folder, {} on a second walk",
        fresh.values().sum::<u32>(),
        places.values().sum::<u32>()
    );
    let mut lives = vec![told, again];
    recover(first.path(), &mut lives);
    check(first.path(), &lives);
    the_checker_sees(first.path(), &lives);
    let plans = plan::shares(&places, BESIDE);
    let struck: Vec<BTreeMap<String, Vec<String>>> = std::thread::scope(|scope| {
        let town = |plan: &'_ Vec<String>| {
            let plan = plan.clone();
            scope.spawn(move || faults(&plan, began))
        };
        let towns: Vec<_> = plans.iter().map(town).collect();
        towns.into_iter().map(|t| t.join().unwrap()).collect()
    });
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (place, faults) in struck.into_iter().flatten() {
        all.entry(place).or_default().extend(faults);
    }
    for place in places.keys() {
        let hit = all.get(place).cloned().unwrap_or_default();
        println!("{place:<18} of {:>3}: {}", places[place], hit.join(" "));
        assert!(
            hit.len() >= 3,
            "{place} was struck {} times only",
            hit.len()
        );
    }
    println!(
        "{} faults struck, {:.0} s",
        all.values().map(Vec::len).sum::<usize>(),
        began.elapsed().as_secs_f64()
    );
}

/// The checker itself is tried: a line that was never true, one that was true only later, a receipt that is another, a file
/// with one byte changed.
fn the_checker_sees(dir: &Path, lives: &[Life]) {
    let seen = |forged: &dyn Fn(&mut Said)| {
        let mut lives = lives.to_vec();
        for said in lives.iter_mut().flat_map(|life| &mut life.said) {
            forged(said);
        }
        let checked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| check(dir, &lives)));
        assert!(checked.is_err(), "the checker sees nothing");
    };
    seen(&|said| said.what = said.what.replace("-000001", "-000009"));
    seen(&|said| {
        if said.what.starts_with("accepts") {
            said.at -= jiff::SignedDuration::from_hours(1);
        }
    });
    seen(&|said| said.what = said.what.replace(", leaf ", ", leaf 9"));
    let blobs = dir.join("xb/blobs");
    let named = |path: &Path| std::fs::read_dir(path).unwrap().map(|e| e.unwrap().path());
    let mut files = named(&blobs).filter(|p| p.is_dir()).flat_map(|p| named(&p));
    let file = files.find(|p| p.is_file()).unwrap();
    let mut bytes = std::fs::read(&file).unwrap();
    bytes[100] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    seen(&|_| {});
    bytes[100] ^= 1;
    std::fs::write(&file, &bytes).unwrap();
    check(dir, lives);
}

/// Play the plan in one town; answers which fault struck at which place.
fn faults(plan: &[String], began: Instant) -> BTreeMap<String, Vec<String>> {
    let dir = tempfile::tempdir().unwrap();
    let dir = dir.path();
    let (mut lives, mut struck) = (Vec::new(), BTreeMap::<String, Vec<String>>::new());
    // The making of the States first: each point of it, one life after the other.
    for k in 1..=6 {
        lives.push(live(dir, Fate::Fault(&format!("kill@{k}"))));
    }
    recover(dir, &mut lives);
    for (n, fault) in plan.iter().enumerate() {
        // What each place needs stands first in the plan; the rest as long as there is time.
        if n >= plan::needed(plan.len()) && began.elapsed() > plan::BUDGET {
            println!("no time left for {:?}", &plan[n..]);
            break;
        }
        let mut next = Some(fault.clone());
        while let Some(fault) = next {
            plan::make_way(dir, &fault);
            let life = live(dir, Fate::Fault(&fault));
            let place = plan::place_of(&life.errors);
            outcome(&fault, place.as_deref(), &life);
            // Not passed as often as told: a slow machine commits more acts at once. Then it strikes sooner.
            next = place.is_none().then(|| plan::sooner(&fault)).flatten();
            if let Some(place) = place {
                struck.entry(place).or_default().push(fault);
            }
            let unfinished = !life.status.success();
            lives.push(life);
            if unfinished {
                recover(dir, &mut lives);
            }
        }
    }
    check(dir, &lives);
    struck
}

/// A process that was killed is dead; one whose commit failed ends with 70 by itself.
fn outcome(fault: &str, place: Option<&str>, life: &Life) {
    let Some(place) = place else {
        assert!(life.status.success(), "{fault}: {life:#?}");
        return;
    };
    if fault.starts_with("kill@") {
        assert!(life.status.code().is_none(), "{fault}: {life:#?}");
    } else if place.starts_with("commit.") {
        assert_eq!(life.status.code(), Some(70), "{fault}: {life:#?}");
    } else {
        // Another act failed and nothing more: the walk was told so, or a worker did it again.
        assert!(life.status.code().is_some(), "{fault}: {life:#?}");
    }
}

#[test]
fn a_sync_that_fails_is_never_believed() {
    let strace = std::process::Command::new("strace").arg("-V").output();
    if strace.is_err() {
        assert!(
            node::config::environment("CI").is_none(),
            "strace is missing: apt-get install strace"
        );
        println!("skipped: strace is missing (apt-get install strace)");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("demo");
    let mut lives = Vec::new();
    recover(&folder, &mut lives);
    let (mut injected, mut broken) = (0, 0);
    for k in [2, 6, 11, 17, 24, 32] {
        let trace = dir.path().join(format!("trace-{k}"));
        let life = live(&folder, Fate::Sync(k, &trace));
        let trace = std::fs::read_to_string(&trace).unwrap_or_default();
        let count = trace.matches("(INJECTED)").count();
        println!(
            "sync {k}: {count} injected, ended with {:?}",
            life.status.code()
        );
        assert!(life.status.code().is_some(), "{life:#?}");
        injected += count;
        broken += usize::from(life.status.code() == Some(70));
        lives.push(life);
        recover(&folder, &mut lives);
    }
    assert!(injected >= 3, "{injected} syncs failed");
    assert!(broken >= 1, "no commit met a failing sync");
    check(&folder, &lives);
}

#[test]
fn one_process_a_folder_and_a_clean_stop() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("demo");
    let path = folder.to_str().unwrap();
    for signal in ["TERM", "INT"] {
        let running = Running::start(comity(&["demo", "--dir", path]));
        assert!(running.until("Ctrl-C stops"), "the demo is not up");
        let xa = folder.join("xa");
        for (args, says) in [
            (vec!["demo", "--dir", path], "another process runs the demo"),
            (
                vec!["demo", "--fresh", "--dir", path],
                "another process runs the demo",
            ),
            (vec!["serve", "--dir", xa.to_str().unwrap()], "already"),
        ] {
            let out = comity(&args).output().unwrap();
            let said = String::from_utf8_lossy(&out.stderr).into_owned();
            assert!(
                !out.status.success() && said.contains(says),
                "{args:?}: {said}"
            );
            assert!(
                out.status.code() != Some(70) && said.lines().count() == 1,
                "{said}"
            );
        }
        // A command beside it asks the process that has the folder.
        let verify = comity(&["ledger", "verify", "--dir", xa.to_str().unwrap()]).output();
        assert!(verify.unwrap().status.success());
        let asked = Instant::now();
        running.signal(signal);
        let life = running.end(asked);
        println!("{signal}: {:.1} s", life.took.as_secs_f64());
        assert!(life.took < Duration::from_secs(60), "{signal}: {life:#?}");
        assert_eq!(life.status.code(), Some(0), "{signal}: {life:#?}");
    }
}
