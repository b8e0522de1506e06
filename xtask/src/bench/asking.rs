//! A program that asks a node who is meant, one query a request: how many it is answered a second, and how long an answer takes
//! while half as many are asked. Answers are timed from the moment at which they were due to be asked, so that a node that falls
//! behind is seen to.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::node::{self, Running};
use super::row;
use crate::tools::{self, Failure};
use crate::yente;

/// Connections that ask at once.
const CONNECTIONS: usize = 4;
/// How long it is measured how many are answered.
const FULL: Duration = Duration::from_secs(5);
/// How long is asked at half of it.
const HALF: Duration = Duration::from_secs(15);
/// Records, and tables of names with their columns, where reference data stands beside the clone or above it.
const RECORDS: &str = "shared/data/screening/ftm/lists_27716.ftm.jsonl.zst";
const LISTED: (&str, &str) = (
    "shared/data/screening/labelled/yente_positives_un.csv",
    "query_name",
);
const OTHERS: (&str, &str) = (
    "shared/data/screening/labelled/yente_negatives_global.csv",
    "full_name",
);
/// Queries of each of the two files.
const QUERIES_EACH: usize = 300;

/// Measures on the release build; `--debug` on the debug build, whose figures say only that it works.
pub(crate) fn run(words: &[&str]) -> Result<(), Failure> {
    let debug = words == ["--debug"];
    if !debug && !words.is_empty() {
        return Err(Failure::usage("cargo xtask asking [--debug]"));
    }
    let comity = tools::build_comity(!debug)?;
    let folder = tools::fresh_folder("asking")?;
    if debug {
        println!("debug build: these are not the figures");
    }
    let done = measure(&comity, &folder);
    std::fs::remove_dir_all(&folder).ok();
    Ok(done?)
}

/// Makes a node with the records, asks it, and prints its rows.
pub(super) fn measure(comity: &Path, folder: &Path) -> Result<(), String> {
    let folder = &folder.join("asking");
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let Some(records) = beside(RECORDS) else {
        println!("no {RECORDS} beside the clone: nothing is asked");
        return Ok(());
    };
    let file = folder.join("lists.jsonl");
    tools::output(
        std::process::Command::new("zstd")
            .args(["--decompress", "--force", "--quiet", "-o"])
            .arg(&file)
            .arg(&records),
    )?;
    let (port, house) = (node::free_port()?, folder.join("node"));
    let lists = [("lists".to_owned(), file)];
    let key = yente::made(comity, folder, (&house, port), &lists)?;
    let running = Running::start(comity, &house, port)?;
    let asking = Asking {
        requests: requests(port, &key)?,
        port,
    };
    // Once through: what is read for the first time is read.
    asking.for_each(None, Duration::from_secs(2))?;
    let full = asking.for_each(None, FULL)?;
    let rate = full.len() as f64 / FULL.as_secs_f64();
    let mut half = asking.for_each(Some(rate / 2.0), HALF)?;
    half.sort();
    let at = |part: f64| {
        let place = ((half.len() as f64 * part) as usize).min(half.len().saturating_sub(1));
        half.get(place).copied().unwrap_or_default().as_secs_f64() * 1000.0
    };
    let how = format!(
        "`POST /yente/match/default`, one query a request, {CONNECTIONS} connections, client on the same machine"
    );
    row(
        "queries answered a second, by HTTP",
        &format!("{rate:.0}"),
        &how,
    );
    row(
        "p50 and p99 at half of it",
        &format!("{:.1} ms, {:.1} ms", at(0.5), at(0.99)),
        &format!("{} requests, each timed from when it was due", half.len()),
    );
    running.stop()
}

/// A file of the reference data.
fn beside(path: &str) -> Option<PathBuf> {
    let root = tools::root();
    root.ancestors()
        .map(|above| above.join(path))
        .find(|file| file.is_file())
}

/// What is asked: listed people and people on no list, in turn.
fn requests(port: u16, key: &str) -> Result<Vec<Vec<u8>>, String> {
    let (listed, others) = (names(LISTED)?, names(OTHERS)?);
    let all = listed.iter().zip(&others).flat_map(|(a, b)| [a, b]);
    let request = |name: &String| {
        let query = serde_json::json!({ "schema": "Person", "properties": { "name": [name] } });
        let body = serde_json::json!({ "queries": { "q": query } }).to_string();
        format!(
            "POST /yente/match/default HTTP/1.1\r\nhost: localhost:{port}\r\nauthorization: ApiKey {key}\r\n\
             content-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            body.len()
        )
        .into_bytes()
    };
    Ok(all.map(request).collect())
}

/// The names of a table, from its column of that name.
fn names((path, name): (&str, &str)) -> Result<Vec<String>, String> {
    let file = beside(path).ok_or_else(|| format!("no {path} beside the clone"))?;
    let text =
        std::fs::read_to_string(&file).map_err(|error| format!("{}: {error}", file.display()))?;
    let mut lines = text.lines().map(cells);
    let head = lines.next().unwrap_or_default();
    let column = head
        .iter()
        .position(|cell| cell == name)
        .ok_or_else(|| format!("{} has no column {name:?}", file.display()))?;
    let names = lines.filter_map(|cells| cells.get(column).cloned());
    Ok(names
        .filter(|name| !name.is_empty())
        .take(QUERIES_EACH)
        .collect())
}

/// The cells of one line; a quoted one may hold commas.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match (c, quoted) {
            ('"', _) => quoted = !quoted,
            (',', false) => cells.push(String::new()),
            (c, _) => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    cells
}

/// What is asked, and where.
struct Asking {
    requests: Vec<Vec<u8>>,
    port: u16,
}

impl Asking {
    /// Asks for so long, as fast as is answered or at a rate; how long each answer took.
    fn for_each(&self, rate: Option<f64>, long: Duration) -> Result<Vec<Duration>, String> {
        let (next, begun) = (AtomicUsize::new(0), Instant::now());
        let connection = || -> Result<Vec<Duration>, String> {
            let mut stream = self.connect()?;
            let mut took = Vec::new();
            loop {
                let number = next.fetch_add(1, Ordering::Relaxed);
                let due = rate.map(|rate| Duration::from_secs_f64(number as f64 / rate));
                let due = begun + due.unwrap_or_else(|| begun.elapsed());
                if due.duration_since(begun) >= long {
                    return Ok(took);
                }
                std::thread::sleep(due.saturating_duration_since(Instant::now()));
                let request = self.requests.get(number % self.requests.len().max(1));
                answered(&mut stream, request.ok_or("there is nothing to ask")?)?;
                took.push(due.elapsed());
            }
        };
        std::thread::scope(|scope| {
            let all: Vec<_> = (0..CONNECTIONS).map(|_| scope.spawn(connection)).collect();
            let mut took = Vec::new();
            for one in all {
                took.extend(one.join().map_err(|_| "a connection broke".to_owned())??);
            }
            Ok(took)
        })
    }

    fn connect(&self) -> Result<BufReader<TcpStream>, String> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port))
            .and_then(|stream| stream.set_nodelay(true).map(|()| stream))
            .map_err(|error| format!("cannot reach the node: {error}"))?;
        Ok(BufReader::new(stream))
    }
}

/// One request and its whole answer.
fn answered(stream: &mut BufReader<TcpStream>, request: &[u8]) -> Result<(), String> {
    let wrong = |error: std::io::Error| format!("the node did not answer: {error}");
    stream.get_mut().write_all(request).map_err(wrong)?;
    let (mut first, mut length) = (String::new(), None);
    stream.read_line(&mut first).map_err(wrong)?;
    loop {
        let mut line = String::new();
        stream.read_line(&mut line).map_err(wrong)?;
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(value) = line.strip_prefix("content-length:") {
            length = value.trim().parse::<usize>().ok();
        }
    }
    let mut body = vec![0; length.ok_or_else(|| format!("an answer of no length: {first}"))?];
    stream.read_exact(&mut body).map_err(wrong)?;
    match first.starts_with("HTTP/1.1 200") {
        true => Ok(()),
        false => Err(format!(
            "the node answered {}: {}",
            first.trim(),
            String::from_utf8_lossy(&body)
        )),
    }
}
