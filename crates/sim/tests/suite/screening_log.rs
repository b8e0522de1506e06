//! The screening log: what was asked can be proved, and what hit nothing is nowhere a day later.

use std::path::{Path, PathBuf};

use jiff::SignedDuration;
use model::screening::Channel;
use model::{Actor, Purpose, Role};
use office::screening::ask::ask;
use office::screening::batch::{self, FileOrder};
use office::screening::log::{self, LogWanted, Noted};
use office::screening::{self, Check, Question, erase};
use office::{Office, Silent};
use sim::House;

use crate::desk::town;
use crate::screening_programs::{caller, matching};

pub(crate) const LIST: &str = include_str!("../../../screen/testdata/demo_list.xml");
pub(crate) const LISTED: &str = "Tariq Zuhayr al-Qarmadi";
/// In every planted name, and nowhere else.
const MARK: &str = "Qzvortanex";
const PLANTED: usize = 10_000;
/// Of them so many are in one call of a program.
const PLANTED_AT_ONCE: usize = 250;

pub(crate) async fn import(office: &Office, bytes: String) -> office::Result<()> {
    let act = screening::Import {
        name: "Demonstration list".to_owned(),
        ..screening::Import::of(office.new_act(), bytes)
    };
    let operator = Actor::operator(office.state());
    screening::import(office, &operator, act, &Silent)
        .await
        .map(drop)
}

pub(crate) async fn check(house: &House, role: Role, name: &str) -> screening::CheckAnswer {
    let act = Check {
        name: name.to_owned(),
        ..Check::default()
    };
    screening::check(&house.office, house.officer(role), act)
        .await
        .unwrap()
}

pub(crate) fn question(name: &str) -> Question {
    Question::default().with("name", name)
}

fn files(dir: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        })
        .collect()
}

/// Files of a folder that hold the mark, plain or in hexadecimal, in letters of either case.
fn holding(dir: &Path) -> Vec<PathBuf> {
    let plain = MARK.to_lowercase().into_bytes();
    let hex = seal::hex(MARK.as_bytes()).into_bytes();
    let has = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|w| w == part);
    let holds = |path: &PathBuf| {
        let bytes = std::fs::read(path).unwrap().to_ascii_lowercase();
        has(&bytes, &plain) || has(&bytes, &hex)
    };
    files(dir).into_iter().filter(holds).collect()
}

/// Wait until a file is checked; the log is written meanwhile.
pub(crate) async fn checked(house: &House, role: Role, id: &str) -> batch::FileSheet {
    loop {
        log::round(&house.office).await.unwrap();
        let reader = house.office.read(house.officer(role), Purpose::Screening);
        let file = reader.await.unwrap().file(id).await.unwrap().unwrap();
        if file.line.stage != "running" {
            return file;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
}

pub(crate) fn order(office: &Office, bytes: String) -> FileOrder {
    FileOrder {
        act: office.new_act(),
        name: "passengers.csv".to_owned(),
        bytes: bytes.into(),
        case: Some("XA-2026/7".to_owned()),
        threshold: None,
    }
}

/// Ask for the planted names through every door, making backups in between.
async fn plant(house: &House, (dir, many): (&Path, usize)) {
    let (office, operator) = (&house.office, Actor::operator(house.office.state()));
    for n in 0..20 {
        let answer = check(house, Role::BorderOfficer, &format!("{MARK} {n}")).await;
        assert!(answer.hits.is_empty(), "{n}");
    }
    let rows = (20..500).map(|n| format!("{MARK}-{n},{MARK} {n}\n"));
    let file = format!("id,name\n{}", rows.collect::<String>());
    let clerk = house.officer(Role::CaseOfficer);
    let id = batch::start(office, clerk, order(office, file))
        .await
        .unwrap();
    checked(house, Role::CaseOfficer, &id).await;
    for n in (500..many).step_by(PLANTED_AT_ONCE) {
        let names: Vec<String> = (n..n + PLANTED_AT_ONCE)
            .map(|n| format!("{MARK} {n}"))
            .collect();
        let queries: Vec<_> = names
            .iter()
            .map(|name| (name.as_str(), Some(name.as_str())))
            .collect();
        let answered = ask(office, &caller(house), "default", matching(&queries)).await;
        assert!(
            answered
                .unwrap()
                .each()
                .all(|(found, _)| found.hits.is_empty())
        );
        if n % 2000 == 0 {
            log::round(office).await.unwrap();
            let out = dir.join(format!("backup-{n}"));
            office::backup::make(office, &operator, &out, &Silent)
                .await
                .unwrap();
        }
        // As the worker does: nobody waits for it.
        if n % 1000 == 0 {
            log::round(office).await.unwrap();
        }
    }
    log::round(office).await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_hit_nothing_is_nowhere_a_day_later() {
    let (dir, town) = town(81).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    plant(house, (dir.path(), PLANTED)).await;
    // The search finds what is there: a name in the clear would show.
    let there = dir.path().join("control");
    std::fs::write(&there, format!("x{}x", MARK.to_uppercase())).unwrap();
    assert_eq!(holding(dir.path()), std::slice::from_ref(&there));
    std::fs::remove_file(there).unwrap();
    town.pass(SignedDuration::from_hours(24));
    let erased = erase::round(office).await.unwrap();
    assert!(erased.hours >= 1, "{erased:?}");
    assert_eq!(holding(dir.path()), Vec::<PathBuf>::new());
    // Commitments and counts remain, and every question is there.
    let auditor = house.officer(Role::Auditor);
    let (mut count, mut wanted) = (0, LogWanted::default());
    loop {
        let page = log::lines(office, auditor, &wanted).await.unwrap();
        assert!(
            page.lines
                .iter()
                .all(|line| line.row.answer.is_empty() && !line.row.lists.is_empty())
        );
        count += page.lines.len();
        match page.next {
            Some(next) => wanted.before = Some(next),
            None => break,
        }
    }
    assert_eq!(count, PLANTED);
    let operator = Actor::operator(office.state());
    let report = office::ledger::verify(office, &operator, &Silent)
        .await
        .unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

#[tokio::test]
async fn the_salts_of_an_hour_go_within_a_day_and_no_sooner() {
    let (_dir, town) = town(82).await;
    let house = town.house("XA");
    let office = &house.office;
    let act = Check {
        act: Some(office.new_act()),
        name: "Somebody Else".to_owned(),
        ..Check::default()
    };
    let officer = house.officer(Role::BorderOfficer);
    let first = screening::check(office, officer, act.clone())
        .await
        .unwrap();
    for hours in [1, 20] {
        town.pass(SignedDuration::from_hours(hours));
        erase::round(office).await.unwrap();
        let again = screening::check(office, officer, act.clone())
            .await
            .unwrap();
        assert_eq!(again.query, first.query, "after {hours} hours more");
    }
    town.pass(SignedDuration::from_hours(3));
    assert_eq!(erase::round(office).await.unwrap().hours, 1);
    let refused = screening::check(office, officer, act).await.unwrap_err();
    assert_eq!(
        refused.code(),
        "ACT-REUSED",
        "nobody can say any more what it asked"
    );
}

#[tokio::test]
async fn whoever_was_given_the_salt_can_prove_what_was_asked() {
    let (_dir, town) = town(83).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let officer = house.officer(Role::CaseOfficer);
    let mut receipts = Vec::new();
    for n in 0..5 {
        let noted = Noted::new(
            office,
            officer,
            (Channel::Program, question(&format!("Nobody {n}"))),
        );
        receipts.push(log::note(office, noted).await.unwrap());
    }
    assert_eq!(log::round(office).await.unwrap(), 5);
    let border = check(house, Role::BorderOfficer, LISTED).await;
    town.pass(SignedDuration::from_hours(30));
    erase::round(office).await.unwrap();
    let claim = |name: &str, salt: &str| {
        Some(log::Content {
            question: question(name),
            salt: salt.to_owned(),
        })
    };
    let key = office.log_key();
    let (auditor, stranger) = (house.officer(Role::Auditor), house.officer(Role::Judge));
    for (n, receipt) in receipts.iter().enumerate() {
        let right = (receipt.query, claim(&format!("Nobody {n}"), &receipt.salt));
        let proof = log::prove(office, stranger, right).await.unwrap();
        assert_eq!(
            (proof.asked, proof.of, proof.index),
            (Some(true), 5, n as u64)
        );
        assert!(proof.holds(&key));
        let wrong = (receipt.query, claim("Nobody else", &receipt.salt));
        let refused = log::prove(office, stranger, wrong.clone()).await;
        assert_eq!(
            refused.unwrap_err().code(),
            "NOT-ALLOWED",
            "a guess is no claim"
        );
        assert_eq!(
            log::prove(office, auditor, wrong).await.unwrap().asked,
            Some(false)
        );
        // A row that was changed does not fit its group, nor does a group of its own fit the entry.
        let other = proof.row.replace("program", "desk");
        let leaf = seal::ledger::leaf_hash(other.as_bytes());
        let mut forged = log::LogProof {
            row: other,
            ..proof
        };
        assert!(!forged.holds(&key));
        (forged.index, forged.of, forged.root) = (0, 1, leaf);
        forged.path.clear();
        assert!(!forged.holds(&key));
    }
    let bare = log::prove(office, stranger, (receipts[0].query, None)).await;
    assert_eq!(bare.unwrap_err().code(), "NOT-ALLOWED");
    // A check at the desk stands on the log in the same way, under its own entry.
    let own = (border.query, claim(LISTED, border.salt.as_deref().unwrap()));
    let proof = log::prove(office, stranger, own).await.unwrap();
    assert!(
        proof.holds(&key) && proof.asked == Some(true) && proof.row.contains("un-9900001"),
        "{proof:?}"
    );
}

#[tokio::test]
async fn an_auditor_reads_the_log_and_no_content() {
    let (_dir, town) = town(84).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let hit = check(house, Role::BorderOfficer, LISTED).await;
    let miss = check(house, Role::BorderOfficer, "Nobody At All").await;
    let auditor = house.officer(Role::Auditor);
    let page = log::lines(office, auditor, &LogWanted::default())
        .await
        .unwrap();
    let ids: Vec<_> = page.lines.iter().map(|line| line.row.id).collect();
    assert_eq!(ids.len(), 2);
    assert!(ids.contains(&hit.query) && ids.contains(&miss.query));
    let hits = LogWanted {
        hits_only: true,
        ..LogWanted::default()
    };
    let page = log::lines(office, auditor, &hits).await.unwrap();
    assert_eq!(page.lines.len(), 1);
    let text = serde_json::to_string(&page).unwrap();
    assert!(!text.to_lowercase().contains("qarmadi"), "{text}");
    for role in [Role::BorderOfficer, Role::CaseOfficer, Role::Administrator] {
        let refused = log::lines(office, house.officer(role), &hits).await;
        assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED", "{role}");
    }
    let content = |role, id| log::content(office, house.officer(role), id);
    assert_eq!(
        content(Role::Auditor, hit.query).await.unwrap_err().code(),
        "NOT-ALLOWED"
    );
    let kept = content(Role::CaseOfficer, hit.query).await.unwrap();
    assert_eq!(kept.question, question(LISTED));
    assert_eq!(
        content(Role::CaseOfficer, miss.query)
            .await
            .unwrap_err()
            .code(),
        "NOT-FOUND"
    );
    town.pass(SignedDuration::from_hours(24 * 31));
    erase::round(office).await.unwrap();
    assert_eq!(
        content(Role::CaseOfficer, hit.query)
            .await
            .unwrap_err()
            .code(),
        "NOT-FOUND"
    );
}

#[tokio::test]
async fn a_case_is_a_number_and_a_question_has_an_end() {
    let (_dir, town) = town(85).await;
    let house = town.house("XA");
    let office = &house.office;
    let officer = house.officer(Role::CaseOfficer);
    let mut noted = Noted::new(office, officer, (Channel::Program, question("Nobody")));
    noted.case = Some("looking for Nobody".to_owned());
    log::note(office, noted).await.unwrap();
    log::round(office).await.unwrap();
    let page = log::lines(office, house.officer(Role::Auditor), &LogWanted::default())
        .await
        .unwrap();
    assert_eq!(page.lines[0].row.case, None, "words are not written down");
    let long = question(&"a".repeat(model::limits::SCREEN_QUESTION_BYTES_MAX));
    let refused = log::note(
        office,
        Noted::new(office, officer, (Channel::Program, long)),
    )
    .await;
    assert_eq!(refused.unwrap_err().code(), "QUESTION-SIZE");
}

#[tokio::test]
async fn no_index_remembers_a_question_a_day_later() {
    let (_dir, town) = town(86).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    // A day that is over is asked of an index of its own.
    let yesterday = office.calendar().date(office.now());
    town.pass(SignedDuration::from_hours(24));
    let ask = async |name: &str, as_of| {
        let act = Check {
            name: name.to_owned(),
            as_of,
            ..Check::default()
        };
        screening::check(office, house.officer(Role::BorderOfficer), act)
            .await
            .unwrap();
    };
    let asked = format!("{MARK} Number One");
    ask(&asked, None).await;
    let young = erase::round(office).await.unwrap();
    assert_eq!((young.hours, young.parts), (0, 0), "it is fast meanwhile");
    town.pass(SignedDuration::from_hours(24));
    let one = erase::round(office).await.unwrap();
    assert!(one.hours == 1 && one.parts >= 3, "{one:?}");
    ask(&asked, None).await;
    ask(&asked, Some(yesterday)).await;
    town.pass(SignedDuration::from_hours(24));
    let both = erase::round(office).await.unwrap();
    assert!(both.parts > one.parts, "in each of two indexes");
    // What is there a day later was asked since.
    ask("Somebody", None).await;
    town.pass(SignedDuration::from_hours(24));
    let other = erase::round(office).await.unwrap();
    assert!((1..3).contains(&other.parts), "{other:?}");
}

#[tokio::test]
async fn a_check_done_again_is_on_the_log_as_it_was_answered() {
    let (_dir, town) = town(87).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let before = office.calendar().date(office.now());
    town.pass(SignedDuration::from_hours(24));
    let (border, auditor) = (
        house.officer(Role::BorderOfficer),
        house.officer(Role::Auditor),
    );
    let act = Check {
        act: Some(office.new_act()),
        name: LISTED.to_owned(),
        ..Check::default()
    };
    let ask = async |act: &Check| screening::check(office, border, act.clone()).await.unwrap();
    let rows = async || {
        let page = log::lines(office, auditor, &LogWanted::default()).await;
        let lines = page.unwrap().lines;
        lines.into_iter().map(|line| (line.row.id, line.row.lists))
    };
    let (first, again) = (ask(&act).await, ask(&act).await);
    assert_eq!(again.query, first.query, "twice changes nothing");
    assert_eq!(rows().await.count(), 1);
    import(office, crate::screening_review::changed())
        .await
        .unwrap();
    let newer = ask(&act).await;
    assert_ne!(newer.query, first.query, "another answer");
    assert!(newer.salt.is_some(), "with a salt of its own");
    // A day that is over: the row names the versions of that day.
    let then = Check {
        act: None,
        as_of: Some(before),
        ..act
    };
    let old = ask(&then).await;
    let rows: std::collections::BTreeMap<_, _> = rows().await.collect();
    assert_eq!(rows.len(), 3);
    assert!(
        rows[&first.query][0].1.starts_with("2026-10-01"),
        "{rows:?}"
    );
    assert!(
        rows[&newer.query][0].1.starts_with("2026-10-02"),
        "{rows:?}"
    );
    assert_eq!(rows[&old.query], rows[&first.query]);
}

#[tokio::test]
async fn rows_of_one_instant_are_read_once_each_whatever_the_page() {
    let (_dir, town) = town(88).await;
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    // Groups of one row, and groups of many, all of one instant.
    let names: Vec<String> = (0..40).map(|n| format!("Nobody {n}")).collect();
    let many: Vec<_> = names.iter().map(|name| (name.as_str(), None)).collect();
    let mut all = std::collections::BTreeSet::new();
    for turn in 0..3 {
        let answered = ask(office, &caller(house), "default", matching(&many)).await;
        all.extend(
            answered
                .unwrap()
                .receipts
                .iter()
                .map(|receipt| receipt.query),
        );
        log::round(office).await.unwrap();
        for n in 0..20 {
            let name = format!("Somebody {turn} {n}");
            all.insert(check(house, Role::BorderOfficer, &name).await.query);
        }
    }
    assert_eq!(all.len(), 3 * 60);
    let auditor = house.officer(Role::Auditor);
    for limit in [1, 7, 40, 179, 180, 0] {
        let (mut read, mut wanted) = (Vec::new(), LogWanted::default());
        wanted.limit = limit;
        loop {
            let page = log::lines(office, auditor, &wanted).await.unwrap();
            assert!(limit == 0 || page.lines.len() <= limit);
            read.extend(page.lines.iter().map(|line| line.row.id));
            let Some(next) = page.next else { break };
            // As it comes back from a command or a call.
            wanted.before = Some(next.to_string().parse().unwrap());
        }
        assert_eq!(read.len(), all.len(), "pages of {limit}");
        let once: std::collections::BTreeSet<_> = read.into_iter().collect();
        assert_eq!(once, all, "pages of {limit}");
    }
    for wrong in [
        "",
        "soon",
        "2026-10-01T00:00:00Z,1",
        "2026-10-01T00:00:00Z,1,2",
    ] {
        assert!(wrong.parse::<log::Place>().is_err(), "{wrong}");
    }
}
