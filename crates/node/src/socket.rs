//! The command line beside a running node: a Unix socket `comity.sock` in the node's folder, for its owner only (mode 0600).
//!
//! A question is one line of JSON (protocol number, act, length of what follows) and then that many bytes; the answer is lines
//! of JSON: progress as it comes, then what was done or why not, and then the bytes it announces. Everything is bounded. The
//! acts themselves are `cli::act`, the same as without a running node. Nothing of this leaves the machine.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use model::limits::{SOCKET_BODY_BYTES_MAX, SOCKET_CONNECTIONS_MAX, SOCKET_LINE_BYTES_MAX};
use office::{Office, Progress};
use serde::{Deserialize, Serialize};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::{Semaphore, mpsc};
use tokio_util::sync::CancellationToken;

use crate::cli::act::{Act, Here};
use crate::cli::fail::{Done, Fail, Outcome};
use crate::error::{Error, Result};

/// Name of the socket in the node's folder.
pub(crate) const FILE: &str = "comity.sock";
/// Number of this protocol.
const PROTOCOL: u32 = 1;
/// A question must have come whole within this time; the command line sends it in one go.
const QUESTION_TIME: Duration = Duration::from_secs(120);
/// Commands that are being carried out get this time when the node stops.
const STOP_TIME: Duration = Duration::from_secs(10);

/// The first line of a question.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Question {
    comity: u32,
    act: serde_json::Value,
    body_bytes: u64,
}

/// A line of an answer.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Line {
    /// How far the work is.
    Progress {
        done: u64,
        total: Option<u64>,
        what: String,
    },
    /// The end: done.
    Done {
        text: String,
        code: u8,
        body_bytes: u64,
    },
    /// The end: not done.
    Failed(Fail),
}

/// Sends progress to the other end as lines; what nobody takes in time is left out.
struct Told(mpsc::Sender<Line>);

impl Progress for Told {
    fn step(&self, done: u64, total: Option<u64>, what: &str) {
        let _ = self.0.try_send(Line::Progress {
            done,
            total,
            what: what.to_owned(),
        });
    }
}

/// Removes the socket's name when the node stops.
struct Name(PathBuf);

impl Drop for Name {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Open the socket of a node that holds its folder's lock. The answer runs until `stop`; commands in hand are finished.
///
/// # Errors
/// Where the socket cannot be made: a folder's path of more than about a hundred bytes, a disk that knows no sockets.
pub(crate) fn listen(
    office: Office,
    dir: &Path,
    stop: CancellationToken,
) -> Result<impl Future<Output = ()> + Send + use<>> {
    let path = dir.join(FILE);
    let beside = dir.join(".comity.sock");
    let failed = |e| Error::file("opened for commands", &path, e);
    let gone = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::NotFound => Ok(()),
        _ => Err(e),
    };
    // Whoever holds the lock may take an old name away: its owner is gone. The right name is given last, so that nobody
    // reaches the socket before it is the owner's alone.
    std::fs::remove_file(&beside)
        .or_else(gone)
        .map_err(failed)?;
    let listener = UnixListener::bind(&beside).map_err(failed)?;
    std::fs::set_permissions(&beside, std::fs::Permissions::from_mode(0o600)).map_err(failed)?;
    std::fs::rename(&beside, &path).map_err(failed)?;
    let dir = dir.to_owned();
    Ok(async move {
        let _name = Name(path);
        serve(listener, (office, dir), stop).await;
    })
}

async fn serve(listener: UnixListener, (office, dir): (Office, PathBuf), stop: CancellationToken) {
    let places = Arc::new(Semaphore::new(SOCKET_CONNECTIONS_MAX));
    let mut running = tokio::task::JoinSet::new();
    loop {
        let place = tokio::select! {
            () = stop.cancelled() => break,
            place = Arc::clone(&places).acquire_owned() => place,
        };
        let (Ok(place), stream) = (
            place,
            tokio::select! {
                () = stop.cancelled() => break,
                accepted = listener.accept() => accepted,
            },
        ) else {
            break;
        };
        let Ok((stream, _)) = stream else {
            tokio::time::sleep(Duration::from_millis(50)).await;
            continue;
        };
        let (office, dir) = (office.clone(), dir.clone());
        running.spawn(async move {
            let _place = place;
            if let Err(error) = answer(stream, &office, &dir).await {
                tracing::debug!(%error, "a command's connection ended early");
            }
        });
        while running.try_join_next().is_some() {}
    }
    let all = async { while running.join_next().await.is_some() {} };
    if tokio::time::timeout(STOP_TIME, all).await.is_err() {
        tracing::warn!("a command was stopped in the middle");
        running.shutdown().await;
    }
}

async fn answer(stream: UnixStream, office: &Office, dir: &Path) -> std::io::Result<()> {
    let (from, mut to) = stream.into_split();
    let asked = match tokio::time::timeout(QUESTION_TIME, question(from)).await {
        Ok(asked) => asked?,
        Err(_) => return Err(std::io::ErrorKind::TimedOut.into()),
    };
    let outcome = match asked {
        Ok((act, body)) => {
            let (tell, told) = mpsc::channel(64);
            let here = Here {
                office: office.clone(),
                dir: dir.to_owned(),
            };
            // A task of its own: a command that lost its terminal is still carried out whole.
            let work = tokio::spawn(async move {
                let told = Told(tell);
                act.perform(&here, body, &told).await
            });
            forward(told, &mut to).await;
            work.await
                .unwrap_or_else(|_| Err(Fail::broken("the command ended unexpectedly")))
        }
        Err(fail) => Err(fail),
    };
    let (last, body) = match outcome {
        Ok(done) => (
            Line::Done {
                text: done.text,
                code: done.code,
                body_bytes: done.body.len() as u64,
            },
            done.body,
        ),
        Err(fail) => (Line::Failed(fail), Vec::new()),
    };
    to.write_all(&line(&last)?).await?;
    to.write_all(&body).await?;
    to.shutdown().await
}

/// Pass progress on until the work is over; a terminal that went away is no reason to stop.
async fn forward(mut told: mpsc::Receiver<Line>, to: &mut tokio::net::unix::OwnedWriteHalf) {
    while let Some(step) = told.recv().await {
        if let Ok(bytes) = line(&step) {
            let _ = to.write_all(&bytes).await;
        }
    }
}

fn line(value: &impl Serialize) -> std::io::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn too_large() -> std::io::Error {
    std::io::Error::new(std::io::ErrorKind::InvalidData, "larger than allowed")
}

type Asked = std::result::Result<(Act, Bytes), Fail>;

async fn question(from: tokio::net::unix::OwnedReadHalf) -> std::io::Result<Asked> {
    let mut from = tokio::io::BufReader::new(from);
    let mut first = Vec::new();
    (&mut from)
        .take(SOCKET_LINE_BYTES_MAX)
        .read_until(b'\n', &mut first)
        .await?;
    if first.last() != Some(&b'\n') {
        return Err(too_large());
    }
    let Ok(question) = serde_json::from_slice::<Question>(&first) else {
        return Ok(Err(Fail::input("this is no command of comity")));
    };
    if question.comity != PROTOCOL {
        return Ok(Err(Fail::refused(
            "the running node is of another version than this command: start it again after an upgrade",
        )));
    }
    if question.body_bytes > SOCKET_BODY_BYTES_MAX {
        return Ok(Err(Fail::input(format!(
            "more than {SOCKET_BODY_BYTES_MAX} bytes are not taken in one command"
        ))));
    }
    let mut body = Vec::new();
    from.take(question.body_bytes)
        .read_to_end(&mut body)
        .await?;
    if body.len() as u64 != question.body_bytes {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(match serde_json::from_value(question.act) {
        Ok(act) => Ok((act, body.into())),
        Err(_) => Err(Fail::refused(
            "the running node does not know this command: start it again after an upgrade",
        )),
    })
}

/// A running node's socket; `None` where nobody listens.
pub(crate) fn connect(dir: &Path) -> Option<std::os::unix::net::UnixStream> {
    std::os::unix::net::UnixStream::connect(dir.join(FILE)).ok()
}

/// Let a running node do an act, showing its progress.
///
/// # Errors
/// What the node answers; a connection that ends early, where it is not known whether the act was done.
pub(crate) fn ask(
    mut stream: std::os::unix::net::UnixStream,
    act: &Act,
    body: &[u8],
    progress: &dyn Progress,
) -> Outcome {
    let lost = |_: std::io::Error| {
        Fail::broken(
            "the running node ended the connection; whether it did what was asked stands in its ledger (comity ledger show)",
        )
    };
    let question = Question {
        comity: PROTOCOL,
        act: serde_json::to_value(act).map_err(|e| Fail::broken(e.to_string()))?,
        body_bytes: body.len() as u64,
    };
    let first = line(&question).map_err(lost)?;
    // A node that refuses at once may close before it has read everything: what it says counts, not that writing failed.
    let _ = stream
        .write_all(&first)
        .and_then(|()| stream.write_all(body));
    let mut from = BufReader::new(stream);
    loop {
        let mut next = Vec::new();
        from.by_ref()
            .take(SOCKET_LINE_BYTES_MAX)
            .read_until(b'\n', &mut next)
            .map_err(lost)?;
        let read = serde_json::from_slice(&next);
        match read.map_err(|e| lost(e.into()))? {
            Line::Progress { done, total, what } => progress.step(done, total, &what),
            Line::Failed(fail) => return Err(fail),
            Line::Done {
                text,
                code,
                body_bytes,
            } => {
                let mut body = Vec::new();
                from.take(body_bytes.min(SOCKET_BODY_BYTES_MAX))
                    .read_to_end(&mut body)
                    .map_err(lost)?;
                return Ok(Done { text, body, code });
            }
        }
    }
}
