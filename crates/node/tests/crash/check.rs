//! The checker. Its ledger is what was acknowledged, line by line, with the time; at the end both States are asked whether
//! everything in it is there, once, and not later than it was acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use model::{Actor, Digest, Purpose, Request, RequestId};
use node::serve::{Node, Start};
use node::{Config, Unlock};
use office::reader::WorklistFilter;
use office::{Office, Silent};
use store::exchange::Envelope;
use store::ledger::Line;

use crate::life::{Life, comity};

/// How long both States get to deliver what a killed process left.
const SETTLE_MAX: Duration = Duration::from_secs(180);
/// More than any town here has.
const ALL: u32 = 10_000;

/// What a line says was done: State, beginning of the line; and the entry that must be there for it, with the message's kind.
const SAID: [(&str, &str, &str, &str); 16] = [
    ("XA", "case officer drafts", "request.drafted", ""),
    ("XA", "handed in", "request.submitted", ""),
    ("XA", "second person approves", "request.approved", ""),
    ("XA", "sent:", "request.sent", ""),
    ("XA", "delivered to XB", "envelope.delivered", ""),
    ("XB", "registry officer registers", "request.registered", ""),
    (
        "XB",
        "case officer acknowledges",
        "request.acknowledged",
        "",
    ),
    ("XB", "asks for one", "request.info_requested", ""),
    ("XA", "answers", "request.answered", ""),
    ("XB", "accepts", "request.accepted", ""),
    ("XB", "records execution", "request.executed", ""),
    ("XB", "attaches", "evidence.attached", ""),
    ("XB", "gives it back", "evidence.returned", ""),
    (
        "XA",
        "the evidence has arrived",
        "message.received",
        "Returned",
    ),
    (
        "XA",
        "opens it: bytes whole, custody whole",
        "evidence.opened",
        "",
    ),
    (
        "XB",
        "has the other side's word",
        "message.received",
        "ReturnReceived",
    ),
];

/// Entries of one walk's request, exactly so many.
const XA: [(&str, usize); 14] = [
    ("request.drafted", 1),
    ("request.submitted", 1),
    ("request.approved", 1),
    ("request.sent", 1),
    ("request.answered", 1),
    ("evidence.opened", 2),
    ("envelope.sealed", 3),
    ("envelope.delivered", 3),
    ("Receipt", 2),
    ("Registered", 1),
    ("Acknowledged", 1),
    ("InfoRequested", 1),
    ("Executed", 1),
    ("Returned", 1),
];
const XB: [(&str, usize); 12] = [
    ("Request", 1),
    ("Answered", 1),
    ("ReturnReceived", 1),
    ("request.registered", 1),
    ("request.acknowledged", 1),
    ("request.info_requested", 1),
    ("request.accepted", 1),
    ("request.executed", 2),
    ("evidence.attached", 1),
    ("evidence.returned", 1),
    ("envelope.sealed", 9),
    ("envelope.delivered", 9),
];

/// What was acknowledged of one request: the line, and when it was read first.
type Acknowledged = BTreeMap<(String, String), Timestamp>;

fn acknowledged(lives: &[Life]) -> BTreeMap<String, Acknowledged> {
    let mut all: BTreeMap<String, Acknowledged> = BTreeMap::new();
    for life in lives {
        let mut number = None;
        for said in &life.said {
            if let Some(drafted) = said.what.strip_prefix("case officer drafts request ") {
                number = Some(drafted.to_owned());
            }
            let wrong = ["NOT whole", "NOT everything", "as XB: not yet"];
            let wrong = wrong.iter().any(|words| said.what.contains(words));
            assert!(!wrong, "{} {}", said.state, said.what);
            let Some(number) = &number else { continue };
            let lines = all.entry(number.clone()).or_default();
            let line = (said.state.clone(), said.what.clone());
            lines.entry(line).or_insert(said.at);
        }
    }
    all
}

/// Check a town; answers how many acknowledged lines were held against it.
pub(crate) fn check(dir: &Path, lives: &[Life]) -> usize {
    let acknowledged = acknowledged(lives);
    let runtime = tokio::runtime::Runtime::new().unwrap();
    runtime.block_on(town(dir, &acknowledged));
    for state in ["xa", "xb"] {
        let folder = dir.join(state);
        let args = ["ledger", "verify", "--dir", folder.to_str().unwrap()];
        let out = comity(&args).output().unwrap();
        let said = String::from_utf8_lossy(&out.stdout).into_owned();
        assert!(out.status.success() && said.contains("OK:"), "{said}");
        blobs(&folder);
    }
    acknowledged.values().map(BTreeMap::len).sum()
}

async fn town(dir: &Path, acknowledged: &BTreeMap<String, Acknowledged>) {
    let mark = std::fs::read_to_string(dir.join("comity-demo.txt")).unwrap();
    let walks = mark.trim().parse::<usize>().unwrap() - 1;
    let (a, b) = (node(dir, "xa").await, node(dir, "xb").await);
    settle(&a, &b).await;
    let (of_a, of_b) = (requests(a.office()).await, requests(b.office()).await);
    // One request a walk, the same on both sides, and every number that was acknowledged.
    assert_eq!(of_a.len(), walks, "requests in XA");
    assert_eq!(
        of_a.keys().collect::<Vec<_>>(),
        of_b.keys().collect::<Vec<_>>()
    );
    for number in acknowledged.keys() {
        assert!(
            of_a.contains_key(number),
            "{number} was acknowledged and is not there"
        );
    }
    let lines = (ledger(&a).await, ledger(&b).await);
    for (number, request) in &of_a {
        let other = &of_b[number];
        assert_eq!(request.id, other.id);
        assert_eq!(request.stage, other.stage, "{number}");
        assert_eq!(
            request.stage,
            model::request::Stage::ReturnReceived,
            "{number}"
        );
        let empty = Acknowledged::new();
        let said = acknowledged.get(number).unwrap_or(&empty);
        for (state, node, request, lines, expected) in [
            ("XA", &a, request, &lines.0, XA.as_slice()),
            ("XB", &b, other, &lines.1, XB.as_slice()),
        ] {
            events(request);
            counted(state, request.id, lines, expected);
            held(state, request.id, lines, said);
            receipts(node.office(), request.id, (state, said)).await;
            whole(node.office(), request).await;
        }
        let digests = |r: &Request| {
            r.evidence
                .iter()
                .map(|e| (e.id, e.sha256))
                .collect::<Vec<_>>()
        };
        assert_eq!(digests(request), digests(other), "{number}");
        assert_eq!(request.evidence.len(), 1, "{number}");
        assert_eq!(clocks(request), clocks(other), "{number}");
    }
    exchange((&a, &lines.0, "XB"), (&b, &lines.1, "XA")).await;
    a.stop().await;
    b.stop().await;
}

/// The clocks that still run.
fn clocks(request: &Request) -> BTreeSet<(String, Timestamp)> {
    let running = request.clocks.iter().filter(|c| c.met.is_none());
    running.map(|c| (c.name.clone(), c.due)).collect()
}

async fn node(dir: &Path, state: &str) -> Node {
    let folder = dir.join(state);
    let unlock = Unlock::key_file(&dir.join(format!("{state}.key"))).unwrap();
    let config = Config::load(&folder).unwrap();
    let started = Node::start_with(Start::new(&folder, config, unlock)).await;
    started.unwrap_or_else(|error| panic!("{state}: {}", error.line()))
}

async fn settle(a: &Node, b: &Node) {
    let began = Instant::now();
    loop {
        let mut waiting = 0;
        for node in [a, b] {
            waiting += node.store().outgoing_waiting("").await.unwrap();
            waiting += node
                .store()
                .envelopes("in", "stored", ALL)
                .await
                .unwrap()
                .len() as u64;
        }
        if waiting == 0 {
            return;
        }
        assert!(
            began.elapsed() < SETTLE_MAX,
            "{waiting} messages are not delivered"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

async fn requests(office: &Office) -> BTreeMap<String, Request> {
    let operator = Actor::operator(office.state());
    let reader = office.read(&operator, Purpose::Mla).await.unwrap();
    let mut all = BTreeMap::new();
    for page in 0.. {
        let filter = WorklistFilter {
            over: true,
            page,
            ..WorklistFilter::default()
        };
        let rows = reader.worklist(&filter).await.unwrap().rows;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            let twice = all.insert(row.request.number.clone(), row.request);
            assert!(twice.is_none(), "a number was given twice: {twice:?}");
        }
    }
    all
}

async fn ledger(node: &Node) -> Vec<Line> {
    let mut all = Vec::new();
    loop {
        let lines = node
            .store()
            .ledger_from(all.len() as u64, 256)
            .await
            .unwrap();
        if lines.is_empty() {
            return all;
        }
        all.extend(lines);
    }
}

/// No event twice.
fn events(request: &Request) {
    let mut seen = BTreeSet::new();
    for event in &request.events {
        let key = (event.verb.clone(), event.at, format!("{:?}", event.by));
        assert!(
            seen.insert(key),
            "{} twice in {}",
            event.verb,
            request.number
        );
    }
}

fn kind(line: &Line) -> &str {
    line.entry.note.get("kind").map_or("", String::as_str)
}

fn of(id: RequestId, lines: &[Line]) -> impl Iterator<Item = &Line> {
    let object = format!("request:{id}");
    lines
        .iter()
        .filter(move |line| line.entry.object.as_deref() == Some(object.as_str()))
}

/// Each step of a walk stands in the ledger as often as it is taken, and no oftener.
fn counted(state: &str, id: RequestId, lines: &[Line], expected: &[(&str, usize)]) {
    for (what, count) in expected {
        let is = |line: &&Line| {
            line.entry.verb == *what
                || (line.entry.verb == "message.received" && kind(line) == *what)
        };
        let found = of(id, lines).filter(is).count();
        assert_eq!(found, *count, "{state} {id}: {what}");
    }
}

/// What was acknowledged is there, and was there when it was acknowledged: nothing was lost and done again.
fn held(state: &str, id: RequestId, lines: &[Line], said: &Acknowledged) {
    for ((by, what), at) in said.iter().filter(|((by, _), _)| by == state) {
        let Some((_, _, verb, message)) = SAID
            .iter()
            .find(|(who, begins, ..)| who == by && what.starts_with(begins))
        else {
            continue;
        };
        let done = of(id, lines)
            .find(|l| l.entry.verb == *verb && (message.is_empty() || kind(l) == *message))
            .map(|l| l.entry.at);
        let done = done.unwrap_or_else(|| panic!("{by} {what}: acknowledged and not there"));
        assert!(
            done <= *at,
            "{by} {what}: acknowledged at {at}, done again at {done}"
        );
    }
}

/// Every receipt verifies, none is there twice, and the one that was told is the one that is kept.
async fn receipts(office: &Office, id: RequestId, (state, said): (&str, &Acknowledged)) {
    let operator = Actor::operator(office.state());
    let reader = office.read(&operator, Purpose::Mla).await.unwrap();
    let receipts = reader.receipts(id).await.unwrap();
    let mut seen = BTreeSet::new();
    for receipt in &receipts {
        assert!(receipt.verified, "{state} {id}: {receipt:?}");
        let key = (
            receipt.kind.clone(),
            receipt.envelope,
            receipt.from.to_string(),
        );
        assert!(seen.insert(key), "{state} {id}: twice {receipt:?}");
    }
    for ((by, what), _) in said.iter().filter(|((by, _), _)| by == state) {
        let Some(told) = what.strip_prefix("delivered to XB: receipt ") else {
            continue;
        };
        let kept = receipts
            .iter()
            .filter(|r| r.kind == "R3")
            .any(|r| format!("R3 at {}, leaf {}", r.at, r.leaf.unwrap_or_default()) == told);
        assert!(kept, "{by}: {told} was acknowledged; kept are {receipts:?}");
    }
}

/// The evidence is there, byte for byte, and its custody holds.
async fn whole(office: &Office, request: &Request) {
    let operator = Actor::operator(office.state());
    let reports = office::evidence::check(office, &operator, request.id, &Silent).await;
    for report in reports.unwrap() {
        assert!(
            report.bytes_ok && report.custody_ok,
            "{}: {report:?}",
            request.number
        );
    }
}

async fn envelopes(node: &Node, direction: &str, done: &str) -> BTreeMap<Digest, Envelope> {
    for state in [
        "incomplete",
        "stored",
        "quarantined",
        "sealed",
        "refused",
        "expired",
    ] {
        let left = node.store().envelopes(direction, state, ALL).await.unwrap();
        assert!(left.is_empty(), "{direction}: {} are {state}", left.len());
    }
    let all = node.store().envelopes(direction, done, ALL).await.unwrap();
    all.into_iter().map(|e| (e.id, e)).collect()
}

type Side<'a> = (&'a Node, &'a [Line], &'a str);

/// Both streams: numbers without gap or reuse, the same envelopes and receipts on both sides, each taken in once.
async fn exchange(a: Side<'_>, b: Side<'_>) {
    for ((from, _, peer), (to, lines, back)) in [(a, b), (b, a)] {
        let sent = envelopes(from, "out", "delivered").await;
        let taken = envelopes(to, "in", "applied").await;
        let numbers: BTreeSet<i64> = sent.values().map(|e| e.number).collect();
        assert_eq!(
            numbers,
            (1..=sent.len() as i64).collect(),
            "numbers to {peer}"
        );
        for (node, id) in [(from, format!("out/{peer}")), (to, format!("in/{back}"))] {
            let stream = node.store().stream(&id).await.unwrap().unwrap();
            assert_eq!(stream.number, sent.len() as i64, "{id}");
        }
        assert_eq!(
            sent.keys().collect::<Vec<_>>(),
            taken.keys().collect::<Vec<_>>()
        );
        for (id, envelope) in &sent {
            let other = &taken[id];
            assert_eq!(envelope.bytes, other.bytes);
            assert!(
                envelope.receipt.is_some() && envelope.receipt == other.receipt,
                "{id}"
            );
            let note = id.to_string();
            let effects = lines
                .iter()
                .filter(|l| l.entry.verb == "message.received")
                .filter(|l| l.entry.note.get("envelope") == Some(&note));
            assert_eq!(effects.count(), 1, "{id} took effect more than once");
        }
        let due = from
            .store()
            .outgoing_due((peer, "delivered"), Timestamp::MAX, ALL)
            .await
            .unwrap();
        let carried: BTreeSet<Digest> = due.iter().filter_map(|o| o.envelope).collect();
        assert_eq!(
            carried,
            sent.keys().copied().collect(),
            "messages to {peer}"
        );
    }
}

/// Each file under a final name is what its name says; nothing half-written is left.
fn blobs(folder: &Path) {
    let mut folders = vec![folder.join("blobs")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.file_name().unwrap().to_str().unwrap();
            let bytes = std::fs::read(&path).unwrap();
            assert_eq!(seal::sha256(&bytes).to_string(), name, "{}", path.display());
        }
    }
}
