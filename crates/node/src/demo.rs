//! `comity demo`: two fictional sovereign States on this machine, each with its own folder, database, keys, certificates, port and
//! ledger; peered by exchange of cards; staffed and in the middle of their work. Nothing in it is real.

mod cast;
mod desk;
mod seed;
mod walk;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use model::{Actor, Lang, StateCode};
use office::{Office, Silent, peers, screening};
use web::app::DemoSignIn;

pub use desk::Desk;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::init::{InitOptions, choose_ports, init};
use crate::serve::{Node, Start};
use crate::unlock::Unlock;

/// What `comity demo` was asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// Play the walk and end.
    pub script: bool,
    /// Begin anew.
    pub fresh: bool,
    /// Where both States keep their folders.
    pub dir: PathBuf,
}

/// The invented list that both States screen against.
const LIST: &[u8] = include_bytes!("../../screen/testdata/demo_list.xml");
/// The file that marks a folder as the demo's own, so that `--fresh` deletes nothing else; it holds the number of the run.
const MARK: &str = "comity-demo.txt";

fn failed<'a>(doing: &'static str, path: &'a Path) -> impl Fn(std::io::Error) -> Error + 'a {
    move |source| Error::File { doing, path: path.display().to_string(), source }
}

/// Run the demo until it is stopped, or play its script.
///
/// # Errors
/// If a State cannot be built or started, or a step of the script is refused.
pub async fn run(options: Options) -> Result<ExitCode> {
    let run = prepare(&options)?;
    let mut tell = walk::Teller::new();
    let mut nodes = Vec::new();
    for code in ["XA", "XB"] {
        let node = state(&options.dir, code).await?;
        if options.script {
            let what = format!("node with its own keys, card, certificate, database and ledger at {}", node.peers_url());
            tell.step(code, &what);
        }
        nodes.push(node);
    }
    let [xa, xb] = nodes.as_slice() else { return Ok(ExitCode::SUCCESS) };
    settle_in(xa.office(), xb.office()).await?;
    let (a, b) = (Desk::open(xa.office(), run).await?, Desk::open(xb.office(), run).await?);
    if options.script {
        tell.step("XA+XB", "peered: each compared and pinned the other's fingerprint; staffed; invented list imported");
        let played = walk::play(&a, &b, &options.dir, &mut tell).await;
        if played.is_ok() {
            tell.end();
            mark(&options.dir, run + 1)?;
        }
        stop(nodes).await;
        played?;
        return Ok(ExitCode::SUCCESS);
    }
    let (a0, b0) = (Desk::open(xa.office(), 0).await?, Desk::open(xb.office(), 0).await?);
    seed::matters(&a0, &b0).await?;
    print(xa)?;
    print(xb)?;
    println!("\nCtrl-C stops both States; started again they go on where they were.");
    crate::serve::until_stopped(nodes).await
}

async fn stop(nodes: Vec<Node>) {
    for node in nodes {
        node.stop().await;
    }
}

/// The folder, empty where that was asked for; answers the number of the run.
fn prepare(options: &Options) -> Result<u32> {
    let dir = &options.dir;
    let marker = dir.join(MARK);
    let ours = marker.exists();
    let empty = std::fs::read_dir(dir).map_or(true, |mut entries| entries.next().is_none());
    if !ours && !empty {
        let what = "is not a folder of the demo; name another with --dir, nothing was touched";
        return Err(Error::Occupied { path: dir.display().to_string(), what });
    }
    if options.fresh && ours {
        std::fs::remove_dir_all(dir).map_err(failed("emptied", dir))?;
    }
    std::fs::create_dir_all(dir).map_err(failed("created", dir))?;
    match std::fs::read_to_string(&marker) {
        Ok(text) => Ok(text.trim().parse().unwrap_or(1)),
        Err(_) => {
            mark(dir, 1)?;
            Ok(1)
        }
    }
}

fn mark(dir: &Path, run: u32) -> Result<()> {
    let path = dir.join(MARK);
    let mut file = std::fs::File::create(&path).map_err(failed("written", &path))?;
    writeln!(file, "{run}").map_err(failed("written", &path))?;
    file.sync_all().map_err(failed("written", &path))
}

/// A State: made on the first start, opened on the next.
async fn state(dir: &Path, code: &str) -> Result<Node> {
    let folder = dir.join(code.to_lowercase());
    let key_file = dir.join(format!("{}.key", code.to_lowercase()));
    if !folder.join(crate::config::FILE).exists() {
        make(code, &folder, &key_file).await?;
    }
    let config = Config::load(&folder)?;
    let mut start = Start::new(&folder, config, Unlock::key_file(&key_file)?);
    start.demo_sign_ins = cast::of(code)
        .iter()
        .map(|m| DemoSignIn { role: m.role, login: m.login.to_owned(), password: cast::password(m) })
        .collect();
    Node::start_with(start).await
}

async fn make(code: &str, folder: &Path, key_file: &Path) -> Result<()> {
    let today = office::Clock::now(&crate::clock::SystemClock).to_zoned(jiff::tz::TimeZone::UTC).date();
    let directory = model::state::demo(today).map_err(|e| Error::config("demo states", e.to_string()))?;
    let code: StateCode = code.parse().map_err(|_| Error::config("demo states", "not a State code"))?;
    let profile = directory.state(&code).cloned().ok_or_else(|| Error::config("demo states", "no such State"))?;
    let authorities = directory.authorities(&code).cloned().collect();
    let mut dice = office::ports::Throw(std::sync::Arc::new(crate::dice::SystemDice));
    let unlock = if key_file.exists() { Unlock::key_file(key_file)? } else { Unlock::new_key_file(key_file, &mut dice)? };
    let mut options = InitOptions::new(folder.to_owned(), profile, authorities, unlock);
    choose_ports(&mut options.config)?;
    options.config.pages.passwords = true;
    options.config.keys.key_file = format!("../{}", key_file.file_name().and_then(|n| n.to_str()).unwrap_or_default());
    options.config.log.level = "warn".to_owned();
    init(options).await.map(drop)
}

/// Cards exchanged and pinned, officers hired, the list imported: once.
async fn settle_in(xa: &Office, xb: &Office) -> Result<()> {
    for (office, other) in [(xa, xb), (xb, xa)] {
        let operator = Actor::operator(office.state());
        let reader = office.read(&operator, model::Purpose::Administration).await?;
        let known = reader.peers().await?;
        if known.iter().all(|p| p.state != other.state().as_str()) {
            let card = peers::our_card(other).await?;
            let fingerprint = peers::offered(office, &card)?.fingerprint;
            let act = peers::AddPeer { act: cast::act(0, office.state().as_str(), "pin"), card, fingerprint };
            peers::add(office, &operator, act).await?;
        }
        cast::hire(office).await?;
        if reader.lists().await?.is_empty() {
            let import = screening::Import {
                act: cast::act(0, office.state().as_str(), "list"),
                id: "demo".to_owned(),
                name: "Invented list of the demonstration".to_owned(),
                format: "un-xml".to_owned(),
                bytes: LIST.into(),
                accept_removals: None,
            };
            screening::import(office, &operator, import, &Silent).await?;
        }
    }
    Ok(())
}

fn print(node: &Node) -> Result<()> {
    let office = node.office();
    let code = office.state().to_string();
    println!("\n{code}  {}  {}", office.profile().name_in(Lang::En), node.pages_url());
    for member in cast::of(&code) {
        println!("  {:<18} {:<8} {}", member.role.code(), member.login, cast::password(member));
    }
    std::io::stdout().flush().map_err(failed("written", Path::new("standard output")))
}
