//! Two States, one request, from draft to returned evidence; by fair weather and foul.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use bytes::Bytes;
use jiff::civil::date;
use model::request::{self, AskedItem, Origin, Side, Stage, Standing};
use model::{Actor, Purpose, Request, RequestId, Role};
use office::evidence::{self, Attach, GiveBack, Which};
use office::requests::{self, Note, On, Plain, Submit};
use office::{Office, Silent};
use sim::{House, Town, Weather};

use crate::desk::approved_and_sent;

pub(crate) async fn see(house: &House, role: Role, id: RequestId) -> Request {
    let reader = house
        .office
        .read(house.officer(role), Purpose::Mla)
        .await
        .unwrap();
    reader
        .request(id)
        .await
        .unwrap()
        .expect("the request is there")
}

pub(crate) fn on<A>(office: &Office, request: &Request, what: A) -> On<A> {
    On {
        act: office.new_act(),
        request: request.id,
        version: request.version,
        what,
    }
}

/// Draft, hand in, approve, send: from the requesting desk.
pub(crate) async fn send(town: &Town) -> RequestId {
    let xa = town.house("XA");
    let officer = xa.officer(Role::CaseOfficer);
    let draft = crate::desk::draft(&xa.office, crate::desk::content());
    let id = requests::draft(&xa.office, officer, draft).await.unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let checked = requests::check(&xa.office, officer, id).await.unwrap();
    let reasons: BTreeMap<String, String> = checked
        .findings
        .iter()
        .filter(|f| f.level == model::finding::Level::Warn)
        .map(|f| (f.code.clone(), "accepted for this test".to_owned()))
        .collect();
    assert!(
        checked
            .findings
            .iter()
            .all(|f| f.level != model::finding::Level::Block),
        "{:?}",
        checked.findings
    );
    let submit = Submit {
        standing: Standing::Complete,
        reasons,
    };
    requests::submit(&xa.office, officer, on(&xa.office, &now, submit))
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    // Four eyes: the author cannot approve, whatever the role.
    let own = requests::approve(&xa.office, officer, on(&xa.office, &now, Note::default()))
        .await
        .unwrap_err();
    assert_eq!(own.code(), "NOT-ALLOWED");
    let early = requests::send(&xa.office, officer, on(&xa.office, &now, Plain {}))
        .await
        .unwrap_err();
    assert_eq!(early.code(), "NOT-APPROVED");
    approved_and_sent(xa, id).await;
    id
}

pub(crate) async fn answer_and_execute(town: &Town, id: RequestId) {
    register_and_ask(town, id).await;
    town.settle(600).await.unwrap();
    answer(town, id).await;
    town.settle(600).await.unwrap();
    accept_and_execute(town, id).await;
}

async fn register_and_ask(town: &Town, id: RequestId) {
    let xb = town.house("XB");
    let officer = xb.officer(Role::CaseOfficer);
    let now = see(xb, Role::RegistryOfficer, id).await;
    assert_eq!((now.side, now.stage), (Side::Incoming, Stage::Delivered));
    let register = request::Register {
        reference: Some("B-2026-17".to_owned()),
        urgency: None,
    };
    requests::register(
        &xb.office,
        xb.officer(Role::RegistryOfficer),
        on(&xb.office, &now, register),
    )
    .await
    .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    let acknowledge = request::Acknowledge {
        reference: "B-2026-17".to_owned(),
        officer_function: "Case officer, mutual legal assistance".to_owned(),
        next_date: Some(date(2026, 4, 1)),
        officer: None,
    };
    requests::acknowledge(&xb.office, officer, on(&xb.office, &now, acknowledge))
        .await
        .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    let item = AskedItem {
        code: "MLA-07".to_owned(),
        field: "/title".to_owned(),
        text: "Please say which branch.".to_owned(),
        answered: false,
    };
    let ask = request::Ask {
        items: vec![item],
        answer_by: Some(date(2026, 3, 20)),
    };
    requests::ask(&xb.office, officer, on(&xb.office, &now, ask))
        .await
        .unwrap();
}

async fn answer(town: &Town, id: RequestId) {
    let xa = town.house("XA");
    let now = see(xa, Role::CaseOfficer, id).await;
    assert_eq!(now.stage, Stage::InfoRequested, "{:?}", now.events);
    let answer = request::Answer {
        changes: Vec::new(),
        items: vec![0],
        note: Some("The branch at the harbour.".to_owned()),
    };
    requests::answer(
        &xa.office,
        xa.officer(Role::CaseOfficer),
        on(&xa.office, &now, answer),
    )
    .await
    .unwrap();
}

async fn accept_and_execute(town: &Town, id: RequestId) {
    let xb = town.house("XB");
    let officer = xb.officer(Role::CaseOfficer);
    let now = see(xb, Role::CaseOfficer, id).await;
    assert_eq!(now.stage, Stage::Acknowledged);
    let accept = request::Accept {
        reasons: "In conformity.".to_owned(),
        conditions: Vec::new(),
    };
    requests::accept(&xb.office, officer, on(&xb.office, &now, accept))
        .await
        .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    requests::begin_execution(
        &xb.office,
        officer,
        on(&xb.office, &now, request::Progress { note: None }),
    )
    .await
    .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    let report = request::Report {
        what: "Records produced by the bank.".to_owned(),
        on: date(2026, 3, 2),
        law: "Criminal Procedure Act, section 41".to_owned(),
        executed_by: "District court".to_owned(),
        measures: Vec::new(),
    };
    requests::execute(&xb.office, officer, on(&xb.office, &now, report))
        .await
        .unwrap();
}

/// A piece of evidence of the requested State's, not yet attached.
pub(crate) fn piece(office: &Office, id: RequestId) -> Attach {
    Attach {
        act: office.new_act(),
        request: id,
        title: "Account records".to_owned(),
        file_name: "records.bin".to_owned(),
        media_type: "application/octet-stream".to_owned(),
        kind: "document".to_owned(),
        origin: Origin {
            collected_by: "District court".to_owned(),
            collected_at: office.now(),
            place: "Port Belmor".to_owned(),
            law: "Criminal Procedure Act, section 41".to_owned(),
        },
        certificate: "True copy.".to_owned(),
        use_conditions: "Only for the proceedings named.".to_owned(),
        provenance: Default::default(),
        limits: None,
    }
}

pub(crate) async fn give_back(town: &Town, id: RequestId, size: usize) -> Vec<u8> {
    let xb = town.house("XB");
    let officer = xb.officer(Role::CaseOfficer);
    let bytes: Vec<u8> = (0..size).map(|n| (n % 251) as u8).collect();
    let attach = piece(&xb.office, id);
    let body = futures_util::stream::iter(
        bytes
            .chunks(100_000)
            .map(|c| Ok(Bytes::copy_from_slice(c)))
            .collect::<Vec<_>>(),
    );
    evidence::attach(&xb.office, officer, attach, body)
        .await
        .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    let give = GiveBack {
        items: Vec::new(),
        certificate: "Returned complete.".to_owned(),
        proving_torture: false,
    };
    evidence::give_back(&xb.office, officer, on(&xb.office, &now, give))
        .await
        .unwrap();
    bytes
}

pub(crate) async fn walk(town: &Town, size: usize) {
    let id = send(town).await;
    town.settle(600).await.unwrap();
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let sent = see(xa, Role::CaseOfficer, id).await;
    assert_eq!(sent.stage, Stage::Delivered, "{:?}", sent.events);
    answer_and_execute(town, id).await;
    let bytes = give_back(town, id, size).await;
    town.settle(600).await.unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    assert_eq!(now.stage, Stage::ReturnSent, "{:?}", now.events);
    let item = now.evidence.first().unwrap().id;
    let report = evidence::open(
        &xa.office,
        xa.officer(Role::CaseOfficer),
        on(&xa.office, &now, Which { evidence: item }),
    )
    .await
    .unwrap();
    assert!(report.bytes_ok && report.custody_ok, "{report:?}");
    let now = see(xa, Role::CaseOfficer, id).await;
    evidence::confirm(
        &xa.office,
        xa.officer(Role::CaseOfficer),
        on(&xa.office, &now, Plain {}),
    )
    .await
    .unwrap();
    town.settle(600).await.unwrap();
    let (a, b) = (
        see(xa, Role::CaseOfficer, id).await,
        see(xb, Role::CaseOfficer, id).await,
    );
    assert_eq!(
        (a.stage, b.stage),
        (Stage::ReturnReceived, Stage::ReturnReceived)
    );
    assert_eq!(a.clocks, b.clocks, "both sides see the same clock");
    let (_, mut stream) = evidence::stream(&xa.office, xa.officer(Role::CaseOfficer), (id, item))
        .await
        .unwrap();
    let mut got = Vec::new();
    while let Some(part) = futures_util::StreamExt::next(&mut stream).await {
        got.extend_from_slice(&part.unwrap());
    }
    assert_eq!(got, bytes);
    laws(town, id).await;
}

/// What holds whatever the weather was.
pub(crate) async fn laws(town: &Town, id: RequestId) {
    for house in town.houses.values() {
        let operator = Actor::operator(house.office.state());
        let report = office::ledger::verify(&house.office, &operator, &Silent)
            .await
            .unwrap();
        assert_eq!(report.problems, Vec::new());
        let request = see(house, Role::CaseOfficer, id).await;
        let carried = request.events.iter().filter(|e| e.envelope.is_some());
        let mut seen: Vec<_> = carried.map(|e| (e.envelope, e.verb.clone())).collect();
        seen.sort();
        let twice = seen.windows(2).find(|pair| pair[0] == pair[1]);
        assert_eq!(twice, None, "no message is acted on twice");
        let reader = house
            .office
            .read(house.officer(Role::CaseOfficer), Purpose::Mla)
            .await
            .unwrap();
        let receipts = reader.receipts(id).await.unwrap();
        assert!(receipts.iter().all(|r| r.verified), "{receipts:?}");
        assert!(receipts.iter().any(|r| r.kind == "R3"), "{receipts:?}");
    }
}

#[tokio::test]
async fn from_draft_to_returned_evidence() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 1).await.unwrap();
    walk(&town, 300_000).await;
}

#[tokio::test]
async fn in_foul_weather_nothing_is_lost_and_nothing_happens_twice() {
    for seed in [7, 11] {
        let dir = tempfile::tempdir().unwrap();
        let town = Town::new(dir.path(), seed).await.unwrap();
        town.weather(Weather {
            lost: 300,
            answer_lost: 200,
            doubled: 200,
        });
        walk(&town, 20_000_000).await;
    }
}

#[tokio::test]
async fn the_evidence_package_proves_itself() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 3).await.unwrap();
    walk(&town, 100_000).await;
    let xa = town.house("XA");
    let reader = xa
        .office
        .read(xa.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    let lines = reader
        .worklist(&office::reader::WorklistFilter {
            over: true,
            ..Default::default()
        })
        .await
        .unwrap();
    let id = lines.rows.first().unwrap().request.id;
    let bag = dir.path().join("bag");
    evidence::export_bag(&xa.office, xa.officer(Role::CaseOfficer), id, &bag, &Silent)
        .await
        .unwrap();
    let report = evidence::bag::verify(&bag).unwrap();
    assert!(
        report.ok,
        "{:#?}",
        report.lines.iter().filter(|l| !l.ok).collect::<Vec<_>>()
    );
    the_readme_proves_it(&bag);
    let mut files = Vec::new();
    walk_files(&bag, &mut files);
    assert!(files.len() > 20);
    for path in files {
        let kept = change(&path);
        let name = path.strip_prefix(&bag).unwrap().display().to_string();
        let report = evidence::bag::verify(&bag).unwrap();
        assert!(
            report.lines.iter().any(|l| !l.ok && l.place == name),
            "{name} is not named: {:#?}",
            report.lines
        );
        std::fs::write(&path, &kept).unwrap();
    }
}

/// Changes one byte of a file; answers what was in it.
fn change(path: &Path) -> Vec<u8> {
    let kept = std::fs::read(path).unwrap();
    let mut changed = kept.clone();
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    std::fs::write(path, &changed).unwrap();
    kept
}

/// Whether a command ends well in a folder, and what it says.
fn run(command: &str, folder: &Path) -> (bool, String) {
    let output = Command::new("sh")
        .args(["-c", command])
        .current_dir(folder)
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    (output.status.success(), said)
}

/// The commands of a README that call this tool: the indented lines that begin with its name.
fn steps<'a>(readme: &'a str, tool: &str) -> Vec<&'a str> {
    let indented = readme.lines().filter(|line| line.starts_with(' '));
    let steps: Vec<&str> = indented
        .map(str::trim)
        .filter(|line| line.starts_with(tool))
        .collect();
    assert!(!steps.is_empty(), "no step with {tool} in: {readme}");
    steps
}

/// The entries of a folder, of which there is at least one.
fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap();
    let entries: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    assert!(!entries.is_empty(), "nothing in {}", folder.display());
    entries
}

/// The steps of the package's README, word for word, as somebody takes them who has none of our software.
fn the_readme_proves_it(bag: &Path) {
    for tool in ["sha256sum", "openssl"] {
        if !run(&format!("command -v {tool}"), bag).0 {
            assert!(
                std::env::var_os("CI").is_none(),
                "CI is set and {tool} is missing"
            );
            eprintln!("skipped: {tool} is not on this machine");
            return;
        }
    }
    let readme = std::fs::read_to_string(bag.join("README.txt")).unwrap();
    let (sums, signatures) = (steps(&readme, "sha256sum"), steps(&readme, "openssl"));
    for step in &sums {
        let (done, said) = run(step, bag);
        assert!(
            done && !said.is_empty() && said.lines().all(|line| line.ends_with("OK")),
            "{step}: {said}"
        );
    }
    let verified = "Signature Verified Successfully";
    let courts = entries(&bag.join("metadata/court"));
    for court in &courts {
        for step in &signatures {
            let (done, said) = run(step, court);
            assert!(
                done && said.contains(verified),
                "{} {step}: {said}",
                court.display()
            );
        }
    }

    let data = &entries(&bag.join("data"))[0];
    let kept = change(data);
    let failed = format!("{}: FAILED", data.strip_prefix(bag).unwrap().display());
    let sums: Vec<(bool, String)> = sums.iter().map(|step| run(step, bag)).collect();
    assert!(
        sums.iter()
            .any(|(done, said)| !done && said.contains(&failed)),
        "{failed} is not said: {sums:?}"
    );
    std::fs::write(data, kept).unwrap();

    let signed = courts[0].join("tbs.bin");
    let kept = change(&signed);
    for step in &signatures {
        let (done, said) = run(step, &courts[0]);
        assert!(!done && !said.contains(verified), "{step}: {said}");
    }
    std::fs::write(&signed, kept).unwrap();
}

pub(crate) fn walk_files(dir: &Path, files: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk_files(&path, files)
        } else {
            files.push(path)
        }
    }
}
