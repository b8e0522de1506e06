//! A folder and a database for one test, and a foreign hand on it: raw SQL beside the store.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use futures_util::FutureExt;
use seal::vault::VaultKey;
use sqlx::{AssertSqlSafe, Connection, Executor, Row};
use store::{Options, Store};
use tempfile::TempDir;

static COUNT: AtomicU64 = AtomicU64::new(0);

/// Never the same bytes twice in a process.
pub(crate) struct Dice;

impl seal::Random for Dice {
    fn fill(&mut self, out: &mut [u8]) {
        for block in out.chunks_mut(32) {
            let n = COUNT.fetch_add(1, Ordering::Relaxed);
            let digest = seal::sha256(format!("{}/{n}", std::process::id()).as_bytes());
            block.copy_from_slice(&digest.0[..block.len()]);
        }
    }
}

/// Options as all tests open with.
pub(crate) fn options(dir: &Path, url: Option<String>) -> Options {
    Options {
        dir: dir.to_owned(),
        url,
        vault: VaultKey::from_bytes([7; 32]),
        dice: Box::new(Dice),
    }
}

pub(crate) struct House {
    folder: TempDir,
    server: Option<(String, String)>,
}

impl House {
    pub(crate) fn sqlite() -> House {
        House {
            folder: tempfile::tempdir().unwrap(),
            server: None,
        }
    }

    /// `None` where no server was named, which is an error where CI is set.
    pub(crate) async fn postgres() -> Option<House> {
        let Some(server) = std::env::var_os("STORE_URL") else {
            assert!(
                std::env::var_os("CI").is_none(),
                "CI is set and STORE_URL names no PostgreSQL server"
            );
            eprintln!(
                "skipped: STORE_URL names no PostgreSQL server (cargo xtask test, or cargo xtask db)"
            );
            return None;
        };
        let server = server.into_string().unwrap();
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("store_{}_{number}", std::process::id());
        admin(
            &server,
            &format!("CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'"),
        )
        .await;
        Some(House {
            folder: tempfile::tempdir().unwrap(),
            server: Some((server, name)),
        })
    }

    /// Run a test in it, and clear it away whatever happened.
    pub(crate) async fn with(self, run: impl AsyncFn(&House)) {
        let outcome = std::panic::AssertUnwindSafe(run(&self))
            .catch_unwind()
            .await;
        self.end().await;
        if let Err(panic) = outcome {
            std::panic::resume_unwind(panic);
        }
    }

    pub(crate) async fn end(self) {
        if let Some((server, name)) = &self.server {
            admin(server, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
        }
    }

    pub(crate) fn is_postgres(&self) -> bool {
        self.server.is_some()
    }

    pub(crate) fn dir(&self) -> PathBuf {
        self.folder.path().join("node")
    }

    pub(crate) fn url(&self) -> Option<String> {
        let (server, name) = self.server.as_ref()?;
        let (host, _) = server.rsplit_once('/').unwrap();
        Some(format!("{host}/{name}"))
    }

    pub(crate) async fn open(&self) -> Store {
        Store::open(options(&self.dir(), self.url())).await.unwrap()
    }

    /// What a person with the database's password can do.
    pub(crate) async fn raw(&self, sql: &str) -> u64 {
        match self.url() {
            None => {
                let options = sqlx::sqlite::SqliteConnectOptions::new()
                    .filename(self.dir().join("comity.sqlite"))
                    .busy_timeout(std::time::Duration::from_secs(10));
                let mut c = sqlx::SqliteConnection::connect_with(&options)
                    .await
                    .unwrap();
                let done = c.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await;
                done.unwrap_or_else(|e| panic!("{sql}: {e}"))
                    .rows_affected()
            }
            Some(url) => {
                let mut c = sqlx::PgConnection::connect(&url).await.unwrap();
                let done = c.execute(sqlx::raw_sql(AssertSqlSafe(sql))).await;
                done.unwrap_or_else(|e| panic!("{sql}: {e}"))
                    .rows_affected()
            }
        }
    }

    /// The first column of the rows of a query, which must be text.
    pub(crate) async fn texts(&self, sql: &str) -> Vec<String> {
        match self.url() {
            None => {
                let path = self.dir().join("comity.sqlite");
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let mut c = sqlx::SqliteConnection::connect_with(&options)
                    .await
                    .unwrap();
                let rows = c.fetch_all(AssertSqlSafe(sql)).await.unwrap();
                rows.iter().map(|row| row.get(0)).collect()
            }
            Some(url) => {
                let mut c = sqlx::PgConnection::connect(&url).await.unwrap();
                let rows = c.fetch_all(AssertSqlSafe(sql)).await.unwrap();
                rows.iter().map(|row| row.get(0)).collect()
            }
        }
    }

    /// Bytes as a literal of this engine.
    pub(crate) fn bytes(&self, hex: &str) -> String {
        if self.is_postgres() {
            format!("'\\x{hex}'::bytea")
        } else {
            format!("X'{hex}'")
        }
    }
}

async fn admin(server: &str, sql: &str) {
    let mut c = sqlx::PgConnection::connect(server).await.unwrap();
    c.execute(AssertSqlSafe(sql))
        .await
        .unwrap_or_else(|e| panic!("{sql}: {e}"));
    c.close().await.unwrap();
}

/// Every file below a folder.
pub(crate) fn files(dir: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// The files below a folder in which some bytes stand.
pub(crate) fn holding(dir: &Path, needle: &[u8]) -> Vec<PathBuf> {
    let mut found = files(dir);
    found.retain(|path| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(needle.len()).any(|window| window == needle)
    });
    found
}
