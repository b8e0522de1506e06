//! One life of the process: started on a folder, told to die or left alone, and everything it acknowledged until then.

use std::io::{BufRead as _, BufReader, Read as _};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use office::Clock as _;

/// Evidence of a small walk: three segments.
pub(crate) const EVIDENCE_BYTES: u64 = 24 << 20;
/// A life that lasts longer hangs.
const LIFE_MAX: Duration = Duration::from_secs(180);
const BINARY: &str = env!("CARGO_BIN_EXE_comity");

/// A line that was read whole: what it says was acknowledged, at the latest then.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    pub(crate) at: Timestamp,
    pub(crate) state: String,
    pub(crate) what: String,
}

/// How a life ended, and what it said.
#[derive(Debug, Clone)]
pub(crate) struct Life {
    pub(crate) status: ExitStatus,
    pub(crate) said: Vec<Said>,
    pub(crate) errors: String,
    pub(crate) took: Duration,
}

/// What happens to a life.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Fate<'a> {
    /// Nothing.
    Undisturbed,
    /// kill -9 after a while.
    Killed(Duration),
    /// A fault at a numbered point.
    Fault(&'a str),
    /// The k-th fsync or fdatasync of a thread fails; the trace goes to this file.
    Sync(u32, &'a Path),
}

fn said(line: &str) -> Option<Said> {
    let (_, rest) = line.trim_start().split_once("  ")?;
    let (state, what) = rest.trim_start().split_once(' ')?;
    let what = what.trim().strip_suffix(" ms")?.rsplit_once(' ')?.0;
    Some(Said {
        at: node::clock::SystemClock.now(),
        state: state.to_owned(),
        what: what.trim_end().to_owned(),
    })
}

/// `comity` with these arguments, nothing of our environment that steers it.
pub(crate) fn comity(args: &[&str]) -> Command {
    let mut command = Command::new(BINARY);
    command.args(args);
    command.env_remove("COMITY_FAULT").stdin(Stdio::null());
    command
        .env("COMITY_DEMO_EVIDENCE_BYTES", EVIDENCE_BYTES.to_string())
        .env("COMITY_DEMO_PAPERS", "0");
    command
}

fn traced(args: &[&str], k: u32, trace: &Path) -> Command {
    let plain = comity(args);
    let mut command = Command::new("strace");
    command.args(["-f", "-qq", "--seccomp-bpf", "-e", "trace=fsync,fdatasync"]);
    command.args(["-e", &format!("inject=fsync,fdatasync:error=EIO:when={k}")]);
    command.arg("-o").arg(trace).arg(BINARY).args(args);
    for (name, value) in plain.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    command.stdin(Stdio::null());
    command
}

/// Play the script on a folder.
pub(crate) fn live(dir: &Path, fate: Fate<'_>) -> Life {
    let args = ["demo", "--script", "--dir", dir.to_str().unwrap()];
    let mut command = match fate {
        Fate::Sync(k, trace) => traced(&args, k, trace),
        _ => comity(&args),
    };
    if let Fate::Fault(fault) = fate {
        command.env("COMITY_FAULT", fault);
    }
    let began = Instant::now();
    let mut child = Running::start(command);
    if let Fate::Killed(after) = fate {
        child.wait(after);
        child.kill();
    }
    child.end(began)
}

/// A process whose output is read while it runs; it does not outlive a test that failed.
pub(crate) struct Running {
    child: Born,
    lines: mpsc::Receiver<String>,
    reader: std::thread::JoinHandle<Vec<Said>>,
    errors: std::thread::JoinHandle<String>,
}

struct Born(Child);

impl Drop for Born {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    pub(crate) fn start(mut command: Command) -> Self {
        let mut child = command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut err = child.stderr.take().unwrap();
        let (tell, lines) = mpsc::channel();
        let reader = std::thread::spawn(move || {
            let (mut all, mut line) = (Vec::new(), String::new());
            while out.read_line(&mut line).is_ok_and(|n| n > 0) {
                // Half a line is no acknowledgement.
                if line.ends_with('\n') {
                    all.extend(said(line.trim_end()));
                    let _ = tell.send(line.clone());
                }
                line.clear();
            }
            all
        });
        let errors = std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = err.read_to_end(&mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        });
        Self {
            child: Born(child),
            lines,
            reader,
            errors,
        }
    }

    /// Wait for a line with these words.
    pub(crate) fn until(&self, words: &str) -> bool {
        let end = Instant::now() + LIFE_MAX;
        while let Ok(line) = self
            .lines
            .recv_timeout(end.saturating_duration_since(Instant::now()))
        {
            if line.contains(words) {
                return true;
            }
        }
        false
    }

    fn wait(&mut self, most: Duration) -> bool {
        let end = Instant::now() + most;
        while Instant::now() < end {
            if self.child.0.try_wait().unwrap().is_some() {
                return true;
            }
            nap();
        }
        false
    }

    fn kill(&mut self) {
        let _ = self.child.0.kill();
    }

    /// Send a signal by name.
    pub(crate) fn signal(&self, name: &str) {
        let pid = self.child.0.id().to_string();
        let kill = ["-c", "kill -s \"$1\" \"$2\"", "kill", name, &pid];
        let sent = Command::new("sh").args(kill).status();
        assert!(sent.unwrap().success());
    }

    /// Wait for the end.
    pub(crate) fn end(mut self, began: Instant) -> Life {
        let ended = self.wait(LIFE_MAX);
        if !ended {
            self.kill();
        }
        let status = self.child.0.wait().unwrap();
        let life = Life {
            status,
            said: self.reader.join().unwrap(),
            errors: self.errors.join().unwrap(),
            took: began.elapsed(),
        };
        assert!(ended, "a life hangs: {life:#?}");
        life
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the process under test has a clock of its own"
)]
pub(crate) fn nap() {
    std::thread::sleep(Duration::from_millis(2));
}
