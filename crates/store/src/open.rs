//! Opening a node's storage: the lock, the connections, the schema, the writer.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::{Serialize, de::DeserializeOwned};
use sqlx::postgres::PgConnectOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{ConnectOptions, Connection};

use crate::blobs::Blobs;
use crate::crypt::Vault;
use crate::db::{Conn, Pool};
use crate::error::{Doing, Error, Result};
use crate::migrate::migrate;
use crate::tx::{Claim, Kept, Tx};
use crate::writer::{Work, Writer};

/// Where and how to open.
pub struct Options {
    /// The node's folder.
    pub dir: PathBuf,
    /// `postgres://…`, or nothing for SQLite in the folder.
    pub url: Option<String>,
    /// Wraps the keys of records.
    pub vault: seal::vault::VaultKey,
    /// Randomness for the writer (salts, record keys, nonces).
    pub dice: Box<dyn seal::Random + Send>,
}

impl std::fmt::Debug for Options {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Options")
            .field("dir", &self.dir)
            .finish_non_exhaustive()
    }
}

/// A node's storage. Cheap to clone; the last clone closes it.
#[derive(Debug, Clone)]
pub struct Store(Arc<Inner>);

#[derive(Debug)]
struct Inner {
    pool: Pool,
    writer: Writer,
    task: tokio::sync::Mutex<Option<tokio::task::JoinHandle<()>>>,
    vault: Arc<Vault>,
    blobs: Blobs,
    dir: PathBuf,
}

/// Read connections. Small: a modest machine has few cores, and the writer has its own connection.
const READERS_MAX: u32 = 4;
/// How often the lease of a PostgreSQL database is asked for, and how long between.
const LEASE_TRIES_MAX: u32 = 50;
const LEASE_PAUSE: std::time::Duration = std::time::Duration::from_millis(100);

impl Store {
    /// Open, taking the lock of the folder (and of the PostgreSQL database), bringing the schema up to date.
    ///
    /// # Errors
    /// [`Error::Locked`] where another process has it open; whatever the database says.
    pub async fn open(options: Options) -> Result<Self> {
        let file = |doing, source| Error::File {
            doing,
            path: options.dir.display().to_string(),
            source,
        };
        std::fs::create_dir_all(&options.dir).map_err(|e| file("created", e))?;
        let lock = lock(&options.dir)?;
        let (mut conn, pool) = match &options.url {
            None => sqlite(&options.dir).await?,
            Some(url) => postgres(url).await?,
        };
        migrate(&mut conn).await?;
        let vault = Arc::new(Vault::new(options.vault));
        let tx = Tx::new(conn, Arc::clone(&vault), options.dice).await?;
        let (writer, task) = Writer::start(tx, lock);
        let blobs = Blobs::open(&options.dir.join("blobs"))?;
        let task = tokio::sync::Mutex::new(Some(task));
        Ok(Self(Arc::new(Inner {
            pool,
            writer,
            task,
            vault,
            blobs,
            dir: options.dir,
        })))
    }

    /// Run an act in the writer's next group. `work` must end with [`Tx::keep`]; an error rolls back all it wrote. An
    /// act id that was kept before answers what it answered then, without running `work` again.
    ///
    /// # Errors
    /// What `work` says; [`Error::ActReused`] where the id was used for another claim; [`Error::Broken`] after a failed
    /// commit.
    pub async fn act<T, E, F>(&self, act: impl Into<Claim>, work: F) -> std::result::Result<T, E>
    where
        T: Serialize + DeserializeOwned + Send + 'static,
        E: From<Error> + Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> Work<'t, std::result::Result<Kept<T>, E>> + Send + 'static,
    {
        let claim = act.into();
        self.0
            .writer
            .run(move |tx| {
                Box::pin(async move {
                    if let Some(kept) = tx.done::<T>(&claim).await? {
                        return Ok(kept.value);
                    }
                    work(tx).await.map(|kept| kept.value)
                })
            })
            .await
    }

    /// What an act answered when it was done before; nothing is done now.
    ///
    /// # Errors
    /// [`Error::ActReused`] where the id was used for another claim.
    pub async fn answered<T>(&self, claim: Claim) -> Result<Option<T>>
    where
        T: DeserializeOwned + Send + 'static,
    {
        self.housekeep(move |tx| {
            Box::pin(async move { Ok(tx.done::<T>(&claim).await?.map(|kept| kept.value)) })
        })
        .await
    }

    /// Write what is no part of the record: sessions, attempts, checkpoints. Same writer, no entry.
    pub(crate) async fn housekeep<T, F>(&self, work: F) -> Result<T>
    where
        T: Send + 'static,
        F: for<'t> FnOnce(&'t mut Tx) -> Work<'t, Result<T>> + Send + 'static,
    {
        self.0.writer.run(work).await
    }

    /// Whether a commit failed; then the process must end and be started again.
    pub fn broken(&self) -> bool {
        self.0.writer.broken()
    }

    /// The files.
    pub fn blobs(&self) -> &Blobs {
        &self.0.blobs
    }

    /// The node's folder.
    pub fn dir(&self) -> &Path {
        &self.0.dir
    }

    pub(crate) fn pool(&self) -> &Pool {
        &self.0.pool
    }

    pub(crate) fn vault(&self) -> &Arc<Vault> {
        &self.0.vault
    }

    /// Finish what is queued, close the database, give the lock back. Other clones answer [`Error::Stopping`] from now on.
    pub async fn close(self) {
        let Some(task) = self.0.task.lock().await.take() else {
            return;
        };
        self.0.pool.close().await;
        self.0.writer.stop().await;
        if task.await.is_err() {
            tracing::error!("the writer ended unexpectedly");
        }
    }
}

fn lock(dir: &Path) -> Result<File> {
    let path = dir.join("lock");
    let failed = |source| Error::File {
        doing: "opened",
        path: path.display().to_string(),
        source,
    };
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .map_err(failed)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => Err(Error::Locked {
            place: dir.display().to_string(),
        }),
        Err(std::fs::TryLockError::Error(source)) => Err(failed(source)),
    }
}

/// Pages that SQLite's writer keeps in memory: up to so many KiB, as the engine wants it said.
const WRITER_CACHE: &str = "-65536";

async fn sqlite(dir: &Path) -> Result<(Conn, Pool)> {
    let options = SqliteConnectOptions::new()
        .filename(dir.join("comity.sqlite"))
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .page_size(8192)
        .foreign_keys(false)
        .pragma("secure_delete", "on")
        .busy_timeout(std::time::Duration::from_secs(10))
        .disable_statement_logging();
    // What one group changes stays in memory until its commit: a page that is written out before is written twice.
    let writing = options.clone().pragma("cache_size", WRITER_CACHE);
    let writer = sqlx::SqliteConnection::connect_with(&writing)
        .await
        .doing("open the database")?;
    let readers = options.read_only(true).pragma("query_only", "on");
    let pool = SqlitePoolOptions::new()
        .max_connections(READERS_MAX)
        .connect_lazy_with(readers);
    Ok((Conn::Sqlite(writer), Pool::Sqlite(pool)))
}

async fn postgres(url: &str) -> Result<(Conn, Pool)> {
    let options = url
        .parse::<PgConnectOptions>()
        .doing("read the address of the database")?;
    let options = options.disable_statement_logging();
    let mut writer = sqlx::PgConnection::connect_with(&options)
        .await
        .doing("open the database")?;
    lease(&mut writer).await?;
    let pool = sqlx::postgres::PgPoolOptions::new()
        .max_connections(READERS_MAX)
        .connect_lazy_with(options);
    Ok((Conn::Postgres(writer), Pool::Postgres(pool)))
}

/// One writer for a database: the lease is held as long as this connection lives. The server may take a moment to
/// notice that a process was killed, so that its successor asks more than once.
async fn lease(writer: &mut sqlx::PgConnection) -> Result<()> {
    for _ in 0..LEASE_TRIES_MAX {
        let (leased,): (bool,) = sqlx::query_as("SELECT pg_try_advisory_lock(2322)")
            .fetch_one(&mut *writer)
            .await
            .doing("take the lease")?;
        if leased {
            return Ok(());
        }
        tokio::time::sleep(LEASE_PAUSE).await;
    }
    Err(Error::Locked {
        place: "the PostgreSQL database".to_owned(),
    })
}
