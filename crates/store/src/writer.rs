//! The one writer: acts run one after another in savepoints of an open transaction; the group is committed every few
//! milliseconds, and only then is each caller answered. So durability is paid once for many.

use std::fs::File;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tokio::sync::{mpsc, oneshot};

use crate::error::{Error, Result};
use crate::fault;
use crate::tx::Tx;

/// How long a group stays open for acts that come after it has begun.
const GROUP_OPEN_MAX: Duration = Duration::from_millis(5);
/// How many acts one commit carries at most.
const GROUP_ACTS_MAX: usize = 256;
/// How many acts may wait for the writer before callers are held back.
pub(crate) const QUEUE_MAX: usize = 1024;

/// Called once the group's fate is known.
type Answer = Box<dyn FnOnce(Result<()>) + Send>;
/// An act with its types erased: runs in the group, and says whether it is to be kept.
type Job = Box<dyn for<'t> FnOnce(&'t mut Tx) -> BoxFuture<'t, (bool, Answer)> + Send>;

/// What the work of an act gives back: its future borrows the transaction.
pub(crate) type Work<'t, T> = BoxFuture<'t, T>;

/// The handle that callers hold.
#[derive(Debug, Clone)]
pub(crate) struct Writer {
    queue: mpsc::Sender<Job>,
    broken: Arc<AtomicBool>,
    stop: Arc<tokio::sync::Notify>,
}

impl std::fmt::Debug for Tx {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Tx").finish_non_exhaustive()
    }
}

impl Writer {
    /// Start the writer task; it ends, closes the connection and gives the folder's lock back when the last handle is
    /// dropped: nobody else opens the folder while a commit is under way.
    pub(crate) fn start(tx: Tx, lock: File) -> (Self, tokio::task::JoinHandle<()>) {
        let (queue, jobs) = mpsc::channel(QUEUE_MAX);
        let broken = Arc::new(AtomicBool::new(false));
        let stop = Arc::new(tokio::sync::Notify::new());
        let writing = write(tx, jobs, Arc::clone(&broken), Arc::clone(&stop));
        let task = tokio::spawn(async move {
            writing.await;
            drop(lock);
        });
        (
            Self {
                queue,
                broken,
                stop,
            },
            task,
        )
    }

    pub(crate) fn broken(&self) -> bool {
        self.broken.load(Ordering::Acquire)
    }

    /// Take no more acts; what is queued is still done.
    pub(crate) async fn stop(&self) {
        self.stop.notify_one();
    }

    /// Run `work` in the next group and answer after its commit is on disk.
    pub(crate) async fn run<T, E, F>(&self, work: F) -> std::result::Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> Work<'t, std::result::Result<T, E>> + Send + 'static,
    {
        if self.broken() {
            return Err(Error::Broken.into());
        }
        let (tell, told) = oneshot::channel();
        let job: Job = Box::new(move |tx| {
            async move {
                let outcome = match AssertUnwindSafe(work(tx)).catch_unwind().await {
                    Ok(outcome) => outcome,
                    Err(_) => Err(Error::Panicked.into()),
                };
                let keep = outcome.is_ok();
                let answer: Answer = Box::new(move |committed| {
                    // The caller may be gone; then nobody needs the answer.
                    let _ = tell.send(match committed {
                        Ok(()) => outcome,
                        Err(error) => Err(error.into()),
                    });
                });
                (keep, answer)
            }
            .boxed()
        });
        self.queue.send(job).await.map_err(|_| Error::Stopping)?;
        told.await.map_err(|_| {
            if self.broken() {
                Error::Broken
            } else {
                Error::Stopping
            }
        })?
    }
}

async fn write(
    mut tx: Tx,
    mut jobs: mpsc::Receiver<Job>,
    broken: Arc<AtomicBool>,
    stop: Arc<tokio::sync::Notify>,
) {
    loop {
        let first = tokio::select! {
            first = jobs.recv() => first,
            () = stop.notified() => {
                jobs.close();
                continue;
            }
        };
        let Some(first) = first else { break };
        let mut answers = Vec::new();
        if let Err(error) = group(&mut tx, first, &mut jobs, &mut answers).await {
            // After a failed commit nobody knows what is on disk. Trying again would be believing an fsync that failed.
            tracing::error!(error = %error, "the writer stops: a commit failed");
            broken.store(true, Ordering::Release);
            for answer in answers {
                answer(Err(Error::Broken));
            }
            jobs.close();
            break;
        }
        for answer in answers {
            answer(Ok(()));
        }
    }
    if let Err(error) = tx.close().await {
        tracing::warn!(error = %error, "closing the database");
    }
}

/// One commit for the acts that were waiting when it began, however slow the machine is then (the slower, the more must
/// share a commit), and for those that come while it is open.
async fn group(
    tx: &mut Tx,
    first: Job,
    jobs: &mut mpsc::Receiver<Job>,
    answers: &mut Vec<Answer>,
) -> Result<()> {
    tx.begin().await?;
    let opened = Instant::now();
    let waiting = 1 + jobs.len();
    let mut next = Some(first);
    while let Some(job) = next.take() {
        one(tx, job, answers).await?;
        let stays_open = answers.len() < waiting || opened.elapsed() < GROUP_OPEN_MAX;
        if stays_open && answers.len() < GROUP_ACTS_MAX {
            tokio::task::yield_now().await;
            next = jobs.try_recv().ok();
        }
    }
    fault::point("commit.before")?;
    tx.commit().await?;
    fault::point("commit.after")?;
    tx.committed();
    if let Err(error) = tx.shred().await {
        tracing::warn!(error = %error, "emptying the journal after keys were destroyed");
    }
    Ok(())
}

async fn one(tx: &mut Tx, job: Job, answers: &mut Vec<Answer>) -> Result<()> {
    tx.savepoint().await?;
    let (keep, answer) = job(tx).await;
    if keep && tx.on_record() {
        answers.push(answer);
        return tx.release().await;
    }
    if keep {
        tracing::error!("an act wrote rows that no entry names");
        answers.push(Box::new(move |_| answer(Err(Error::OffRecord))));
    } else {
        answers.push(answer);
    }
    tx.rollback().await
}
