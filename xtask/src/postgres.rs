//! A throw-away PostgreSQL: its own data folder, a free port on loopback, the C collation, gone when we are.
//!
//! `initdb` and `postgres` refuse to run as root, so root lends the work to the user `postgres` that Debian's package
//! makes. The server is kept by a small shell that removes the data folder when the server ends, whether we end it,
//! a person presses Ctrl-C, or we are killed (the kernel then signals the shell).

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::prerequisites;
use crate::tools::{self, Failure};

/// How long a start may take, seconds.
const START_SECONDS_MAX: u64 = 60;
/// A port that was free a moment ago may be taken: how often we try another.
const PORT_TRIES_MAX: u32 = 3;

/// What we run of PostgreSQL; they lie in one folder.
const PROGRAMS: [&str; 4] = ["initdb", "postgres", "createdb", "psql"];

/// Ends the server on a signal, waits for it, removes its folder. Arguments: folder, then the server's command.
const KEEPER: &str = r#"
folder=$1; shift
trap 'kill -INT "$server" 2>/dev/null' INT TERM HUP
"$@" >"$folder/log" 2>&1 &
server=$!
while kill -0 "$server" 2>/dev/null; do wait "$server"; done
[ -e "$folder/keep" ] || rm -rf "$folder"
"#;

/// A running server; dropping it stops it and removes its data.
#[derive(Debug)]
pub(crate) struct Postgres {
    keeper: Child,
    folder: PathBuf,
    port: u16,
}

/// The folder with all of our programs: Debian's newest, else whatever the PATH has.
pub(crate) fn programs() -> Option<PathBuf> {
    let mut versions: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            let bin = entry.path().join("bin");
            complete(&bin).then_some((version, bin))
        })
        .collect();
    versions.sort();
    versions
        .pop()
        .map(|(_, bin)| bin)
        .or_else(|| tools::which("initdb")?.parent().map(Path::to_path_buf))
        .filter(|bin| complete(bin))
}

fn complete(bin: &Path) -> bool {
    PROGRAMS.iter().all(|name| bin.join(name).exists())
}

/// True where somebody may run the server: root must lend the work to the user `postgres`, others do it themselves.
pub(crate) fn has_user() -> bool {
    if !prerequisites::is_root() {
        return true;
    }
    tools::output(Command::new("id").args(["-u", "postgres"])).is_ok()
}

impl Postgres {
    /// Makes a data folder and starts a server on a free port, with a database `comity` owned by `comity`.
    ///
    /// # Errors
    /// No server programs, no user to lend the work to, or the server does not come up: its log is in the text.
    pub(crate) fn start() -> Result<Postgres, String> {
        let bin =
            programs().ok_or("no PostgreSQL server found (Debian: apt-get install postgresql)")?;
        let folder = make_folder()?;
        let data = folder.join("data");
        let made = tools::output(
            lent(&bin.join("initdb"))
                .current_dir(&folder)
                .args([
                    "--username=comity",
                    "--auth=trust",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-sync",
                ])
                .arg("--pgdata")
                .arg(&data),
        );
        let mut trouble = made.err();
        let mut tries = 0;
        while trouble.is_none() && tries < PORT_TRIES_MAX {
            tries += 1;
            match Postgres::listen(&bin, &folder) {
                Ok(server) => return Ok(server),
                Err(text) if tries == PORT_TRIES_MAX => trouble = Some(text),
                Err(_) => {}
            }
        }
        std::fs::remove_dir_all(&folder).ok();
        Err(trouble.unwrap_or_else(|| "PostgreSQL did not start".to_owned()))
    }

    fn listen(bin: &Path, folder: &Path) -> Result<Postgres, String> {
        let port = free_port()?;
        // While the keeper has this mark it leaves the folder to us, so that a log can be read and a port tried again.
        let mark = folder.join("keep");
        std::fs::write(&mark, b"").map_err(|error| format!("{}: {error}", mark.display()))?;
        let mut command = Command::new("setpriv");
        command
            .args(["--pdeathsig=TERM", "sh", "-c", KEEPER, "keeper"])
            .arg(folder);
        let server = lent(&bin.join("postgres"));
        command.arg(server.get_program()).args(server.get_args());
        command
            .arg("-D")
            .arg(folder.join("data"))
            .arg("-k")
            .arg(folder);
        command.args([
            "-h",
            "127.0.0.1",
            "-p",
            &port.to_string(),
            "-c",
            "max_connections=200",
        ]);
        // What a power cut would lose is thrown away anyway; the durability of PostgreSQL is not what we test.
        command.args([
            "-c",
            "fsync=off",
            "-c",
            "synchronous_commit=off",
            "-c",
            "full_page_writes=off",
        ]);
        let keeper = command
            .current_dir(folder)
            .stdin(Stdio::null())
            .spawn()
            .map_err(|error| format!("cannot start PostgreSQL: {error}"))?;
        let mut server = Postgres {
            keeper,
            folder: folder.to_path_buf(),
            port,
        };
        server.wait_until_up(bin)?;
        std::fs::remove_file(&mark).map_err(|error| format!("{}: {error}", mark.display()))?;
        Ok(server)
    }

    /// Up means: the database could be made.
    fn wait_until_up(&mut self, bin: &Path) -> Result<(), String> {
        let begun = Instant::now();
        let port = self.port.to_string();
        loop {
            let made = tools::output(Command::new(bin.join("createdb")).args([
                "--host=127.0.0.1",
                "--username=comity",
                "--port",
                &port,
                "comity",
            ]));
            let Err(text) = made else { return Ok(()) };
            let ended = self.keeper.try_wait().is_ok_and(|status| status.is_some());
            if ended || begun.elapsed() > Duration::from_secs(START_SECONDS_MAX) {
                let log = std::fs::read_to_string(self.folder.join("log")).unwrap_or_default();
                return Err(format!(
                    "PostgreSQL did not come up on port {port}: {text}\n{log}"
                ));
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    /// What `STORE_URL` is set to.
    pub(crate) fn url(&self) -> String {
        format!("postgres://comity@127.0.0.1:{}/comity", self.port)
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let keeper = self.keeper.id().to_string();
        tools::output(Command::new("sh").args(["-c", "kill -TERM \"$1\"", "kill", &keeper])).ok();
        self.keeper.wait().ok();
    }
}

/// The program as the user who may run it.
fn lent(program: &Path) -> Command {
    if !prerequisites::is_root() {
        return Command::new(program);
    }
    let mut command = Command::new("setpriv");
    command
        .args(["--reuid=postgres", "--regid=postgres", "--init-groups"])
        .arg(program);
    command
}

/// A data folder that the server's user owns. Not below a home: the user `postgres` cannot enter root's.
fn make_folder() -> Result<PathBuf, String> {
    let told = |folder: &Path, error: std::io::Error| format!("{}: {error}", folder.display());
    let folder = if prerequisites::is_root() {
        let folder = PathBuf::from(format!("/tmp/comity-postgres-{}", std::process::id()));
        std::fs::remove_dir_all(&folder).ok();
        std::fs::create_dir_all(&folder).map_err(|error| told(&folder, error))?;
        let number = |flag: &str| -> Result<u32, String> {
            let text = tools::output(Command::new("id").args([flag, "postgres"]))?;
            text.trim()
                .parse()
                .map_err(|_| format!("id {flag} postgres: {text}"))
        };
        std::os::unix::fs::chown(&folder, Some(number("-u")?), Some(number("-g")?))
            .map_err(|error| told(&folder, error))?;
        folder
    } else {
        tools::fresh_folder("postgres")?
    };
    Ok(folder)
}

fn free_port() -> Result<u16, String> {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|socket| socket.local_addr())
        .map(|address| address.port())
        .map_err(|error| format!("no free port on loopback: {error}"))
}

/// The task `db`: a server for work by hand.
pub(crate) fn keep() -> Result<(), Failure> {
    prerequisites::ensure().map_err(Failure::usage)?;
    let mut server = Postgres::start()?;
    println!(
        "PostgreSQL is up until Ctrl-C. In another terminal:\n\n    export STORE_URL={}\n",
        server.url()
    );
    server.keeper.wait().map_err(|error| error.to_string())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_comes_up_with_the_c_collation_and_leaves_nothing() {
        let Some(bin) = programs().filter(|_| has_user()) else {
            assert!(!tools::in_ci(), "PostgreSQL is missing, and CI is set");
            eprintln!("skipped: no PostgreSQL server on this machine (cargo xtask setup)");
            return;
        };
        let server = Postgres::start().unwrap();
        let folder = server.folder.clone();
        let collation = tools::output(
            Command::new(bin.join("psql"))
                .arg(server.url())
                .args(["-Atc", "show server_encoding; show lc_collate"]),
        )
        .unwrap();
        assert_eq!(
            collation.split_whitespace().collect::<Vec<_>>(),
            ["UTF8", "C"]
        );
        drop(server);
        assert!(!folder.exists(), "{} is still there", folder.display());
    }
}
