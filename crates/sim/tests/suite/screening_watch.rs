//! Watched subjects and checked files.

use std::path::Path;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use model::screening::Verdict;
use model::{ActId, Actor, Class, Entry, Label, Purpose, Role, limits};
use office::Office;
use office::screening::batch::{self, Format};
use office::screening::watch::{self, Enrol, Stop, WatchesWanted};
use office::screening::{erase, log};
use seal::vault::VaultKey;
use store::{Options, Record, RecordHead, Store};

use crate::desk::town;
use crate::screening_log::{LIST, LISTED, checked, import, order, question};
use crate::screening_review::{Change, DAY, changed, decide, hits, of_first};

fn enrol(office: &Office, name: &str) -> Enrol {
    Enrol {
        act: office.new_act(),
        question: question(name),
        case: "XA-2026/117".to_owned(),
        reason: "named in a request".to_owned(),
        until: office.now() + SignedDuration::from_hours(24 * 30),
    }
}

#[tokio::test]
async fn nobody_is_watched_without_officer_case_and_end() {
    let (_dir, town) = town(95).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    let bad: [(Change<Enrol>, &str); 8] = [
        (|e| e.case.clear(), "MISSING"),
        (|e| "everybody".clone_into(&mut e.case), "CASE-REFERENCE"),
        (|e| e.reason.clear(), "MISSING"),
        (|e| e.until -= DAY * 30, "DATE-PAST"),
        (|e| e.until += DAY * 151, "UNTIL-TOO-FAR"),
        (|e| e.until = Timestamp::MAX, "UNTIL-TOO-FAR"),
        (|e| e.question = question("  "), "QUESTION"),
        (
            |e| e.question = question("A").with("birthDate", "soon"),
            "BIRTH-DATE",
        ),
    ];
    for (change, code) in bad {
        let mut act = enrol(office, LISTED);
        change(&mut act);
        let refused = watch::enrol(office, officer, act).await.unwrap_err();
        assert_eq!(refused.code(), code);
    }
    let stranger = town.house("XB").officer(Role::CaseOfficer);
    let machines = ["operator", "screening", "retention"].map(|w| Actor::worker(office.state(), w));
    let others = Role::ALL.iter().filter(|role| **role != Role::CaseOfficer);
    let others = others.map(|role| house.officer(*role)).chain(&machines);
    for actor in others.chain([stranger]) {
        let refused = watch::enrol(office, actor, enrol(office, LISTED)).await;
        let name = actor.ledger_name();
        assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED", "{name}");
    }
    // As another officer: the act has no such field, and one that is added is refused.
    let mut json = serde_json::to_value(enrol(office, LISTED)).unwrap();
    assert!(serde_json::from_value::<Enrol>(json.clone()).is_ok());
    json["officer"] = "01900000-0000-7000-8000-000000000000".into();
    assert!(serde_json::from_value::<Enrol>(json).is_err());
    let reader = office.read(officer, Purpose::Screening).await.unwrap();
    let held = reader.watches(&WatchesWanted::default()).await.unwrap();
    assert_eq!(held.total, 0);
}

#[tokio::test]
async fn no_officer_keeps_a_register_of_watched_subjects() {
    let (_dir, town) = town(98).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    let act = enrol(office, LISTED);
    let id = watch::enrol(office, officer, act.clone()).await.unwrap();
    let again = watch::enrol(office, officer, act).await.unwrap();
    assert_eq!(again, id, "twice is once");
    for n in 1..limits::WATCHES_PER_OFFICER_MAX {
        let act = enrol(office, &format!("Person {n}"));
        watch::enrol(office, officer, act).await.unwrap();
    }
    let refused = watch::enrol(office, officer, enrol(office, "One More")).await;
    assert_eq!(refused.unwrap_err().code(), "TOO-MANY");
}

#[tokio::test]
async fn a_watched_subject_is_told_of_what_is_new_and_what_changed() {
    let (_dir, town) = town(96).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    let id = watch::enrol(office, officer, enrol(office, LISTED))
        .await
        .unwrap();
    assert_eq!(watch::round(office).await.unwrap(), 0, "no list yet");
    import(office, LIST.to_owned()).await.unwrap();
    let new = watch::round(office).await.unwrap();
    assert!(new >= 1);
    assert_eq!(
        watch::round(office).await.unwrap(),
        0,
        "nothing has changed"
    );
    let waiting = hits(house, false).await;
    let hit = of_first(&waiting);
    assert!(
        hit.mine && hit.channel.code() == "watch" && hit.case.as_deref() == Some("XA-2026/117")
    );
    let reader = office.read(officer, Purpose::Screening).await.unwrap();
    assert_eq!(reader.hits_waiting().await.unwrap(), new as u64);
    decide(house, (hit, Verdict::This)).await.unwrap();
    import(office, changed()).await.unwrap();
    assert_eq!(
        watch::round(office).await.unwrap(),
        1,
        "one record has changed"
    );
    assert_eq!(
        of_first(&hits(house, false).await).stage,
        "open",
        "it waits anew"
    );
    let seen = reader.watch(&id).await.unwrap().unwrap();
    let stop = |version| Stop {
        act: office.new_act(),
        watch: id.clone(),
        version,
    };
    assert_eq!(
        watch::stop(office, officer, stop(1))
            .await
            .unwrap_err()
            .code(),
        "STALE"
    );
    watch::stop(office, officer, stop(seen.version))
        .await
        .unwrap();
    let reader = office.read(officer, Purpose::Screening).await.unwrap();
    assert!(
        reader.watch(&id).await.unwrap().is_none(),
        "its content is destroyed"
    );
    // Another one ends by itself.
    let id = watch::enrol(office, officer, enrol(office, "Nobody Here"))
        .await
        .unwrap();
    town.pass(SignedDuration::from_hours(24 * 30));
    let erased = erase::round(office).await.unwrap();
    assert!(erased.records >= 1, "{erased:?}");
    assert!(reader.watch(&id).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_is_checked_taken_away_and_erased() {
    let (_dir, town) = town(97).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    import(office, LIST.to_owned()).await.unwrap();
    let file = format!(
        "id,name,birth_date\na1,{LISTED},1971-04-09\n=b2,\"Nobody, At All\",\nc3,{LISTED},soon\nd4,Nobody Else,soon\n"
    );
    for role in [Role::BorderOfficer, Role::Auditor, Role::Administrator] {
        let refused = batch::start(office, house.officer(role), order(office, file.clone())).await;
        assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED", "{role}");
    }
    let act = order(office, file);
    let id = batch::start(office, officer, act.clone()).await.unwrap();
    assert_eq!(
        batch::start(office, officer, act).await.unwrap(),
        id,
        "twice is once"
    );
    let done = checked(house, Role::CaseOfficer, &id).await;
    assert_eq!(
        (done.line.stage.as_str(), done.line.rows, done.line.done),
        ("done", 4, 4)
    );
    assert_eq!(
        done.told.iter().map(|row| row.row).collect::<Vec<_>>(),
        [1, 3, 4]
    );
    assert_eq!(done.told[1].error.as_deref(), Some("BIRTH-DATE"));
    let take = |format| batch::download(office, officer, (&id, format));
    let csv = take(Format::Csv).await.unwrap();
    assert!(
        csv.contains("1,a1,") && csv.contains("\r\n2,'=b2,"),
        "{csv}"
    );
    let lines = take(Format::JsonLines).await.unwrap();
    let rows: Vec<serde_json::Value> = lines
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[0]["results"][0]["score"].as_f64().unwrap() > 0.9);
    assert_eq!(
        (&rows[1]["id"], rows[1]["results"].as_array().unwrap().len()),
        (&"=b2".into(), 0)
    );
    assert!(
        hits(house, false)
            .await
            .iter()
            .any(|hit| hit.channel.code() == "file")
    );
    // A day later only the number of a row that hit nothing is known, and a week later nothing.
    town.pass(SignedDuration::from_hours(24));
    erase::round(office).await.unwrap();
    let csv = take(Format::Csv).await.unwrap();
    assert!(
        csv.contains("1,a1,")
            && csv.contains("\r\n2,,")
            && !csv.contains("=b2")
            && !csv.contains("d4"),
        "{csv}"
    );
    town.pass(SignedDuration::from_hours(
        24 * limits::SCREEN_FILE_DAYS_MAX,
    ));
    erase::round(office).await.unwrap();
    assert_eq!(take(Format::Csv).await.unwrap_err().code(), "NOT-FOUND");
    log::round(office).await.unwrap();
}

/// A record of screening whose content is none.
pub(crate) fn damaged(
    id: &str,
    (kind, stage): (&str, &str),
    (label, due): (&Label, Timestamp),
) -> Record {
    let head = RecordHead {
        review_by: Some(due),
        stage: stage.to_owned(),
        due: Some(due),
        ..RecordHead::first((id.to_owned(), kind), "XA", label, due)
    };
    Record {
        head,
        body: b"neither JSON nor anything".to_vec(),
    }
}

/// Write records of screening into a copy of the house's folder, under a vault key of these bytes, as no house does.
pub(crate) async fn forged(
    (house, copy): (&sim::House, &Path),
    key: u8,
    make: impl Fn(&Label) -> Vec<Record>,
) {
    let mut label = Label::own(house.office.state(), Class::Restricted);
    label.purposes = Some([Purpose::Screening, Purpose::Oversight].into());
    let store = Store::open(Options {
        dir: copy.to_owned(),
        url: None,
        vault: VaultKey::from_bytes([key; 32]),
        dice: Box::new(office::ports::Throw(Arc::new(Counted(
            u64::from(key).into(),
        )))),
    })
    .await
    .unwrap();
    let (records, at) = (make(&label), house.office.now());
    let act = ActId::new(at, [key; 10]);
    let entry = Entry {
        act,
        verb: "screen.noted".to_owned(),
        actor: "system:test".to_owned(),
        role: None,
        state: house.office.state().clone(),
        at,
        object: None,
        purpose: None,
        reason_code: None,
        rows: Vec::new(),
        blobs: Vec::new(),
        note: Default::default(),
    };
    let kept = store.act::<(), store::Error, _>(act, move |tx| {
        Box::pin(async move {
            for record in &records {
                tx.put_record(record).await?;
            }
            tx.keep(entry, ()).await
        })
    });
    kept.await.unwrap();
    store.close().await;
}

/// Never the same bytes twice.
struct Counted(std::sync::atomic::AtomicU64);

impl office::Dice for Counted {
    fn fill(&self, out: &mut [u8]) {
        for block in out.chunks_mut(32) {
            let n = self
                .0
                .fetch_add(1_000, std::sync::atomic::Ordering::Relaxed);
            let digest = seal::sha256(&n.to_be_bytes());
            block.copy_from_slice(&digest.0[..block.len()]);
        }
    }
}

#[tokio::test]
async fn an_unreadable_record_hinders_no_other() {
    let (dir, mut town) = town(112).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    for name in [LISTED, "Nobody Here"] {
        watch::enrol(office, officer, enrol(office, name))
            .await
            .unwrap();
    }
    let end = office.now() + SignedDuration::from_hours(24 * 30);
    let folder = dir.path().join("XA-spoilt");
    crate::people_and_checks::copy(house.dir(), &folder);
    let kinds = [
        ("watch", "live"),
        ("review", "in_force"),
        ("hit", "this"),
        ("query", "kept"),
    ];
    // Of each kind one that is no JSON, and one that another key opens.
    for key in [7, 9] {
        let make = |label: &Label| {
            let one =
                |of: (&str, &str)| damaged(&format!("{}:spoilt-{key}", of.0), of, (label, end));
            kinds.map(one).to_vec()
        };
        forged((house, &folder), key, make).await;
    }
    town.pass(SignedDuration::from_hours(1));
    town.reopen("XA", &folder).await.unwrap();
    let house = town.house("XA");
    let office = &house.office;
    import(office, LIST.to_owned()).await.unwrap();
    let new = watch::round(office).await.unwrap();
    assert!(new >= 1, "the others are compared");
    assert_eq!(watch::round(office).await.unwrap(), 0, "and told once");
    assert_eq!(of_first(&hits(house, false).await).stage, "open");
    town.pass(SignedDuration::from_hours(24 * 30));
    let erased = erase::round(&town.house("XA").office).await.unwrap();
    // Destroyed, readable or not: two watches, a question that hit, two of three spoilt kinds. What must be read is passed over.
    assert_eq!(
        (erased.records, erased.failed),
        (2 + 1 + 3 * 2, 2),
        "{erased:?}"
    );
    let again = erase::round(&town.house("XA").office).await.unwrap();
    assert_eq!((again.records, again.failed), (0, 2), "{again:?}");
}

/// A list of its own with these people.
async fn only(office: &Office, names: &[&str]) {
    let line = |name: &&str| {
        let properties = serde_json::json!({ "name": [name] });
        let id = format!("own-{}", name.len());
        let record = serde_json::json!({ "id": id, "schema": "Person", "properties": properties });
        format!("{record}\n")
    };
    let act = office::screening::Import {
        id: "own".to_owned(),
        accept_removals: Some(1),
        ..office::screening::Import::of(
            office.new_act(),
            names.iter().map(line).collect::<String>(),
        )
    };
    let operator = Actor::operator(office.state());
    office::screening::import(office, &operator, act, &office::Silent)
        .await
        .unwrap();
}

#[tokio::test]
async fn who_left_the_lists_and_is_listed_again_is_told_again() {
    let (_dir, town) = town(113).await;
    let house = town.house("XA");
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    let (listed, other) = ("Ilvar Tessaro", "Petronella Zbako");
    let id = watch::enrol(office, officer, enrol(office, listed))
        .await
        .unwrap();
    let reader = office.read(officer, Purpose::Screening).await.unwrap();
    let seen = async || {
        let watch = reader.watch(&id).await.unwrap().unwrap().body;
        (watch.seen.len(), watch.gone.len())
    };
    only(office, &[listed, other]).await;
    assert_eq!(watch::round(office).await.unwrap(), 1);
    let waiting = hits(house, false).await;
    decide(house, (&waiting[0], Verdict::This)).await.unwrap();
    assert_eq!(seen().await, (1, 0));
    for turn in 1..=2 {
        town.pass(SignedDuration::from_hours(1));
        only(office, &[other]).await;
        assert_eq!(watch::round(office).await.unwrap(), 0);
        assert_eq!(seen().await, (0, 1), "turn {turn}: it is no hit now");
        assert!(hits(house, false).await.is_empty());
        only(office, &[other, listed]).await;
        assert_eq!(watch::round(office).await.unwrap(), 1, "turn {turn}");
        let waiting = hits(house, false).await;
        assert_eq!((waiting.len(), seen().await), (1, (1, 0)), "turn {turn}");
        decide(house, (&waiting[0], Verdict::This)).await.unwrap();
    }
    // Who asks about somebody that was decided to be the one is not told again.
    crate::screening_log::check(house, Role::BorderOfficer, listed).await;
    assert!(hits(house, false).await.is_empty());
}
