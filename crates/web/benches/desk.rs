//! Every page of a desk with 10,000 requests: median and 99th percentile. `cargo bench -p web --bench desk`, on SQLite, and on
//! PostgreSQL too with `-- url=URL` of an empty database (`cargo xtask db`); `requests=N` and `reads=N` make it smaller.
//!
//! The requests are drafted by the office's own acts, one in ten handed in, approved, sent and delivered to the other State. The
//! pages are asked of the router in this process: what a socket adds is not in the figures, the session and the gate are.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a measurement stops where it fails"
)]

use std::collections::BTreeMap;
use std::time::Instant;

use futures_util::{StreamExt as _, stream};
use model::request::{Standing, Urgency};
use model::{Lang, Purpose, RequestId, Role};
use office::requests::{self, Draft, Note, On, Plain, Submit};
use serde_json::{Value, json};
use sim::{House, Town};

#[path = "../tests/suite/desk.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod desk;

use desk::{Ask, Desk, ask};

/// Requests on the desk, where `requests=` says nothing else.
const REQUESTS: usize = 10_000;
/// One in so many is sent.
const SENT_ONE_IN: usize = 10;
/// Acts under way at once, as colleagues at their desks.
const AT_ONCE: usize = 32;
/// Reads of one page, where `reads=` says nothing else.
const READS: usize = 300;
/// Rounds in which everything that was sent arrives.
const ROUNDS: usize = 5_000;

#[tokio::main]
async fn main() {
    // Cargo's tests build and start this too; only a benchmark measures.
    if !std::env::args().any(|arg| arg == "--bench") {
        return;
    }
    println!("| engine | page | median | 99th percentile |\n| --- | --- | --- | --- |");
    measure("SQLite", BTreeMap::new()).await;
    if let Some(url) = said("url") {
        measure("PostgreSQL", BTreeMap::from([("XA".parse().unwrap(), url)])).await;
    }
}

/// What follows `name=` on the command line.
fn said(name: &str) -> Option<String> {
    let begin = format!("{name}=");
    std::env::args().find_map(|arg| arg.strip_prefix(&begin).map(ToOwned::to_owned))
}

fn number(name: &str, otherwise: usize) -> usize {
    said(name).and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}

async fn measure(engine: &str, urls: BTreeMap<model::StateCode, String>) {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::on(dir.path(), 7, (Vec::new(), urls)).await.unwrap();
    let begun = Instant::now();
    let (sent, drafted) = seed(&town, number("requests", REQUESTS)).await;
    eprintln!("{engine}: seeded in {:.0} s", begun.elapsed().as_secs_f64());
    let desk = Desk::of(town, dir).await;
    let cookie = desk.cookies[&Role::CaseOfficer].clone();
    let token = ask(&desk.router, Ask::get("/search").with("cookie", &cookie))
        .await
        .hidden("_csrf");
    let pages = [
        "/",
        "/?due=any",
        "/?due=any&page=150",
        "/?waiting=them",
        "/?urgency=normal&stage=draft",
        "/?side=incoming",
        "/search",
        "/statistics",
        "/statistics?shared=yes",
        "/statistics.csv",
        "/statistics/cases?side=outgoing",
        "/api/1/requests",
        "/requests/new",
        "/directory",
        "/atlas",
        "/atlas/gaps",
        "/complaints",
        "/api/1/statistics",
    ];
    let cases = ["", "/print", "/safeguards", "/related", "/assignments"]
        .map(|tail| format!("/requests/{sent}{tail}"));
    let drafts = ["", "/check", "/draft/persons"].map(|tail| format!("/requests/{drafted}{tail}"));
    let all = pages
        .map(str::to_owned)
        .into_iter()
        .chain(cases)
        .chain(drafts);
    for path in all {
        let shown = path
            .replace(&sent.to_string(), "{id}")
            .replace(&drafted.to_string(), "{id}");
        row(engine, &shown, || {
            ask(&desk.router, Ask::get(&path).with("cookie", &cookie))
        })
        .await;
    }
    for text in ["title4217", "quay", "XB", "Mar", "no-such-word"] {
        let form = format!("_csrf={token}&text={text}");
        row(engine, &format!("/search for `{text}`"), || {
            ask(
                &desk.router,
                Ask::post("/search", form.clone()).with("cookie", &cookie),
            )
        })
        .await;
    }
}

/// Read one page often, one after another, and print its row.
async fn row<F: Future<Output = desk::Answer>>(engine: &str, shown: &str, read: impl Fn() -> F) {
    let mut times = Vec::new();
    for _ in 0..number("reads", READS) {
        let begun = Instant::now();
        let answer = read().await;
        times.push(begun.elapsed().as_secs_f64() * 1e3);
        assert!(
            answer.status.is_success() || answer.status.is_redirection(),
            "{shown}: {}",
            answer.status
        );
    }
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times[(times.len() * percent).div_ceil(100) - 1];
    println!(
        "| {engine} | `{shown}` | {:.1} ms | {:.1} ms |",
        at(50),
        at(99)
    );
}

/// Fills the desk of XA. Answers one request that was sent and one that was only drafted.
async fn seed(town: &Town, n: usize) -> (RequestId, RequestId) {
    let house = town.house("XA");
    let example: Value =
        serde_json::from_str(model::template::example(model::kind::Kind::Mla).unwrap()).unwrap();
    let example = example.get("content").cloned().unwrap_or(example);
    let drafts = stream::iter(0..n).map(|n| {
        let mut content = example.clone();
        content["title"] = json!(format!("Title{n}: records of the {} quay", word(n / 7)));
        content["persons"][0]["family_name"] = json!(word(n));
        content["persons"][0]["given_names"] = json!(word(n / 3 + 11));
        let draft = Draft {
            act: house.office.new_act(),
            template: "mla".to_owned(),
            to: "XB".parse().unwrap(),
            to_authority: "ca".parse().unwrap(),
            lang: Lang::En,
            urgency: match n % 20 {
                0 => Urgency::Emergency,
                1 | 2 => Urgency::Urgent,
                _ => Urgency::Normal,
            },
            content,
        };
        async move {
            requests::draft(&house.office, house.officer(Role::CaseOfficer), draft)
                .await
                .unwrap()
        }
    });
    let ids: Vec<RequestId> = drafts.buffered(AT_ONCE).collect().await;
    let sending = ids
        .iter()
        .skip(3)
        .step_by(SENT_ONE_IN)
        .map(|id| send(house, *id));
    stream::iter(sending)
        .buffer_unordered(AT_ONCE)
        .collect::<()>()
        .await;
    town.settle(ROUNDS).await.unwrap();
    (ids[3], ids[4])
}

/// A name of two syllables out of 32 each.
fn word(n: usize) -> String {
    let syllable = |n: usize| {
        let (consonants, vowels) = (b"bdfgklmnprstvwzh", b"ao");
        [consonants[n % 16], vowels[n / 16 % 2]].map(char::from)
    };
    let letters = [syllable(n), syllable(n / 32), syllable(n * 7 + 3)];
    let name: String = letters.concat().into_iter().collect();
    format!("Mar{name}")
}

async fn send(house: &House, id: RequestId) {
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    let findings = requests::check(office, officer, id).await.unwrap().findings;
    let reasons = findings
        .into_iter()
        .map(|f| (f.code, "accepted for this measurement".to_owned()))
        .collect();
    let submit = Submit {
        standing: Standing::Complete,
        reasons,
    };
    requests::submit(office, officer, on(house, id, submit).await)
        .await
        .unwrap();
    let approver = house.officer(Role::Approver);
    requests::approve(office, approver, on(house, id, Note::default()).await)
        .await
        .unwrap();
    requests::send(office, officer, on(house, id, Plain {}).await)
        .await
        .unwrap();
}

async fn on<A>(house: &House, id: RequestId, what: A) -> On<A> {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house.office.read(officer, Purpose::Mla).await.unwrap();
    On {
        act: house.office.new_act(),
        request: id,
        version: reader.request_or_not_found(id).await.unwrap().version,
        what,
    }
}
