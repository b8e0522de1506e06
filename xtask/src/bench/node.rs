//! One node alone, made by `comity init` and run by `comity serve`: how fast it starts, what it holds in memory, how long a
//! list takes. Real processes on free loopback ports; what is asked of them is asked over plain TCP.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use super::row;
use crate::tools;

/// Starts measured; all are told, the middle one first.
const STARTS: usize = 5;
/// How long a node may take until it answers.
const START_MAX: Duration = Duration::from_secs(60);
/// Between two questions whether it answers.
const LOOK_AGAIN: Duration = Duration::from_millis(2);
/// A node is idle after so long.
const IDLE: Duration = Duration::from_secs(10);
/// The Security Council's list, where reference data stands beside the clone or above it.
const REAL_LIST: &str = "shared/data/screening/lists/un_consolidated_2026-02-27.xml.zst";
/// The invented list of the same form.
const DEMO_LIST: &str = "crates/screen/testdata/demo_list.xml";

/// Makes a node and prints its rows.
pub(super) fn measure(comity: &Path, folder: &Path) -> Result<(), String> {
    let port = free_port()?;
    let house = folder.join("node");
    tools::output(
        Command::new(comity)
            .args(["init", "--state", "XA", "--pages-port", &port.to_string()])
            .args(["--peers-port", &free_port()?.to_string(), "--dir"])
            .arg(&house)
            .arg("--key-file")
            .arg(folder.join("node.key")),
    )?;
    let mut starts = Vec::new();
    for _ in 0..STARTS {
        let running = Running::start(comity, &house, port)?;
        starts.push(running.took);
        running.stop()?;
    }
    starts.sort();
    let middle = starts.get(STARTS / 2).copied().unwrap_or_default();
    let all: Vec<String> = starts.iter().map(milliseconds).collect();
    let all = all.join(", ");
    let figure = format!("{}, the middle of {all}", milliseconds(&middle));
    let how = format!(
        "`comity serve`, {STARTS} starts, asked every {} ms",
        LOOK_AGAIN.as_millis()
    );
    row(
        "cold start of one node, until `/healthz` answers",
        &figure,
        &how,
    );
    let running = Running::start(comity, &house, port)?;
    std::thread::sleep(IDLE);
    let idle = resident(&running.child)?;
    let how = format!("VmRSS after {} s, no list", IDLE.as_secs());
    row("resident memory of one idle node", &idle, &how);
    import(comity, folder, &house)?;
    std::thread::sleep(IDLE);
    let full = resident(&running.child)?;
    let how = format!("VmRSS {} s after the import", IDLE.as_secs());
    row("resident memory of that node, with the list", &full, &how);
    running.stop()
}

/// Takes a list in, beside the running node: the real one where it is found, else the invented one.
fn import(comity: &Path, folder: &Path, house: &Path) -> Result<(), String> {
    let (file, what) = list(folder)?;
    let begun = Instant::now();
    let said = tools::output(
        Command::new(comity)
            .args(["list", "import", "--format", "un-xml", "--dir"])
            .arg(house)
            .arg(&file),
    )?;
    let took = begun.elapsed();
    let counts = said
        .lines()
        .map(str::trim)
        .find(|line| line.starts_with("individuals"))
        .unwrap_or("no counts");
    let how = format!("`comity list import --format un-xml`: {counts}");
    row(&format!("import of {what}"), &seconds(took), &how);
    Ok(())
}

/// The file to be taken in, and its name in the table.
fn list(folder: &Path) -> Result<(PathBuf, &'static str), String> {
    let root = tools::root();
    let packed = root
        .ancestors()
        .map(|above| above.join(REAL_LIST))
        .find(|file| file.is_file());
    match packed {
        Some(packed) if tools::which("zstd").is_some() => {
            let file = folder.join("un.xml");
            tools::output(
                Command::new("zstd")
                    .args(["--decompress", "--force", "--quiet", "-o"])
                    .arg(&file)
                    .arg(&packed),
            )?;
            Ok((file, "the Security Council's list of 2026-02-27"))
        }
        Some(_) => Err("the list is packed: apt-get install zstd".to_owned()),
        None => Ok((root.join(DEMO_LIST), "the demo's invented list")),
    }
}

/// A node under way; killed when it is dropped without having been stopped.
pub(crate) struct Running {
    child: Child,
    took: Duration,
}

impl Running {
    /// Starts it and waits until it answers.
    pub(crate) fn start(comity: &Path, house: &Path, port: u16) -> Result<Running, String> {
        let begun = Instant::now();
        let mut command = Command::new(comity);
        command.arg("serve").arg("--dir").arg(house);
        // A log nobody reads must not fill a pipe.
        command.stdin(Stdio::null()).stdout(Stdio::null());
        let child = command
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("cannot start {}: {error}", tools::shown(&command)))?;
        let mut running = Running {
            child,
            took: Duration::ZERO,
        };
        while !answers(port) {
            if begun.elapsed() > START_MAX {
                return Err(format!(
                    "comity serve did not answer within {} s",
                    START_MAX.as_secs()
                ));
            }
            if let Ok(Some(status)) = running.child.try_wait() {
                return Err(format!("comity serve ended with {status}"));
            }
            std::thread::sleep(LOOK_AGAIN);
        }
        running.took = begun.elapsed();
        Ok(running)
    }

    /// Asks it to end, as an operator does, and waits.
    pub(crate) fn stop(mut self) -> Result<(), String> {
        // The shell's own kill: the program of that name is not on every machine.
        let id = self.child.id().to_string();
        tools::run(Command::new("sh").args(["-c", "kill -TERM \"$1\"", "kill", &id]))?;
        let status = self
            .child
            .wait()
            .map_err(|error| format!("waiting for comity serve: {error}"))?;
        if status.success() {
            Ok(())
        } else {
            Err(format!("comity serve ended with {status}"))
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            self.child.kill().ok();
            self.child.wait().ok();
        }
    }
}

/// Whether `/healthz` answers 200.
fn answers(port: u16) -> bool {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    let Ok(mut stream) = TcpStream::connect_timeout(&address, Duration::from_secs(1)) else {
        return false;
    };
    stream.set_read_timeout(Some(Duration::from_secs(5))).ok();
    let asked =
        format!("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n");
    let mut said = String::new();
    stream.write_all(asked.as_bytes()).is_ok()
        && stream.read_to_string(&mut said).is_ok()
        && said.starts_with("HTTP/1.1 200")
}

/// What `/proc` says a process holds in memory.
fn resident(child: &Child) -> Result<String, String> {
    let path = format!("/proc/{}/status", child.id());
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{path}: {error}"))?;
    text.lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))
        .and_then(|rest| rest.split_whitespace().next()?.parse::<f64>().ok())
        .map(|kib| format!("{:.1} MiB", kib / 1024.0))
        .ok_or_else(|| format!("{path} has no VmRSS"))
}

fn milliseconds(took: &Duration) -> String {
    format!("{} ms", took.as_millis())
}

fn seconds(took: Duration) -> String {
    format!("{:.2} s", took.as_secs_f64())
}

/// A port nobody listens on now.
pub(crate) fn free_port() -> Result<u16, String> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, 0))
        .and_then(|listener| listener.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("no free port on loopback: {error}"))
}
