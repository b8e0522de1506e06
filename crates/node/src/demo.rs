//! `comity demo`: two fictional sovereign States on this machine, each with its own folder, database, keys, certificates, port and
//! ledger; peered by exchange of cards; staffed and in the middle of their work. Nothing in it is real.

mod cast;
mod desk;
mod folder;
mod mirror;
mod seed;
mod sharing;
mod tell;
mod walk;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use model::{Actor, Lang, StateCode};
use office::{Office, Silent, peers, screening};
use web::app::DemoSignIn;

pub use desk::Desk;

use crate::config::{self, Config};
use crate::error::{Error, Result};
use crate::init::{InitOptions, choose_ports, init};
use crate::serve::{Node, Signals, Start};
use crate::unlock::Unlock;
use folder::Folder;
use tell::Teller;

/// What `comity demo` was asked for.
#[derive(Debug, Clone)]
pub struct Options {
    /// Play the walk and end.
    pub script: bool,
    /// Let the second State answer by itself, to train with.
    pub mirror: bool,
    /// Begin anew.
    pub fresh: bool,
    /// Where both States keep their folders.
    pub dir: PathBuf,
}

/// The invented list that both States screen against.
const LIST: &[u8] = include_bytes!("../../screen/testdata/demo_list.xml");

/// Exit code of a script that was stopped before its end.
const UNFINISHED_EXIT: u8 = 1;

/// How the demo ended, where nothing failed.
enum End {
    /// The script was played.
    Played,
    /// A signal came.
    Stopped,
}

/// Run the demo until it is stopped, or play its script. A signal stops it cleanly; a script that was stopped goes on where it
/// was when it is started again, and ends with 1 until it was played.
///
/// # Errors
/// If a State cannot be built or started, a step of the script is refused, or a commit failed: then the process must end.
pub async fn run(options: Options) -> Result<ExitCode> {
    if let Some(fault) = config::fault(&config::environment) {
        store::fault::arm(fault);
    }
    let mut signals = Signals::listen()?;
    let mut folder = Folder::take(&options.dir, options.fresh)?;
    let mut nodes = Vec::new();
    let ended = tokio::select! {
        ended = live(&options, &mut folder, &mut nodes) => ended,
        () = signals.heard() => Ok(End::Stopped),
    };
    let broken = nodes.iter().any(|node| node.office().broken());
    futures_util::future::join_all(nodes.into_iter().map(Node::stop)).await;
    if broken {
        return Err(store::Error::Broken.into());
    }
    match ended? {
        End::Stopped if options.script => {
            eprintln!("stopped before the end; started again it goes on where it was");
            Ok(ExitCode::from(UNFINISHED_EXIT))
        }
        End::Stopped | End::Played => Ok(ExitCode::SUCCESS),
    }
}

/// Start both States and do what was asked for. Ends early where a commit fails.
async fn live(options: &Options, folder: &mut Folder, nodes: &mut Vec<Node>) -> Result<End> {
    let rehearsal = config::rehearsal(&config::environment)?;
    let mut tell = options.script.then(Teller::new);
    for code in ["XA", "XB"] {
        let node = state(folder.path(), code).await?;
        if let Some(tell) = &mut tell {
            let what = format!(
                "node with its own keys, card, certificate, database and ledger at {}",
                node.peers_url()
            );
            tell.step(code, &what);
        }
        nodes.push(node);
    }
    let [xa, xb] = nodes.as_slice() else {
        return Ok(End::Played);
    };
    let working = async {
        settle_in(xa.office(), xb.office()).await?;
        match &mut tell {
            Some(tell) => script((xa, xb), folder, rehearsal, tell).await,
            None => open_house((xa, xb), options.mirror).await,
        }
    };
    tokio::select! {
        ended = working => ended,
        () = xa.broken() => Err(store::Error::Broken.into()),
        () = xb.broken() => Err(store::Error::Broken.into()),
    }
}

async fn script(
    (xa, xb): (&Node, &Node),
    folder: &mut Folder,
    rehearsal: config::Rehearsal,
    tell: &mut Teller,
) -> Result<End> {
    let (a, b) = (
        Desk::open(xa.office(), folder.run()).await?,
        Desk::open(xb.office(), folder.run()).await?,
    );
    tell.step(
        "XA+XB",
        "peered: each compared and pinned the other's fingerprint; staffed; invented list imported",
    );
    walk::play((&a, &b), folder.path(), rehearsal, tell).await?;
    folder.played()?;
    tell.end();
    Ok(End::Played)
}

/// Staffed and in the middle of their work, until somebody stops it.
async fn open_house((xa, xb): (&Node, &Node), mirror: bool) -> Result<End> {
    let (a, b) = (
        Desk::open(xa.office(), 0).await?,
        Desk::open(xb.office(), 0).await?,
    );
    seed::matters(&a, &b).await?;
    sharing::seed(&a).await?;
    print(xa)?;
    print(xb)?;
    println!("\nCtrl-C stops both States; started again they go on where they were.");
    if mirror {
        println!(
            "XB is the mirror State: it answers by itself, and marks all it writes as an exercise. Put mirror:grant, mirror:ask, mirror:refuse or mirror:delay into a title to choose the lesson."
        );
        mirror::work(&b).await?;
    }
    std::future::pending().await
}

/// A State: made on the first start, opened on the next.
async fn state(dir: &Path, code: &str) -> Result<Node> {
    let folder = dir.join(code.to_lowercase());
    let key_file = dir.join(format!("{}.key", code.to_lowercase()));
    if !folder.join(crate::config::FILE).exists() {
        make(code, &folder, &key_file).await?;
    }
    let config = Config::load(&folder)?;
    crate::logs::start(&config.log)?;
    let mut start = Start::new(&folder, config, Unlock::key_file(&key_file)?);
    start.demo_sign_ins = cast::of(code)
        .iter()
        .map(|m| DemoSignIn {
            role: m.role,
            login: m.login.to_owned(),
            password: cast::password(m),
        })
        .collect();
    Node::start_with(start).await
}

async fn make(code: &str, folder: &Path, key_file: &Path) -> Result<()> {
    let today = office::Clock::now(&crate::clock::SystemClock)
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date();
    let directory =
        model::state::demo(today).map_err(|e| Error::config("demo states", e.to_string()))?;
    let code: StateCode = code
        .parse()
        .map_err(|_| Error::config("demo states", "not a State code"))?;
    let profile = directory
        .state(&code)
        .cloned()
        .ok_or_else(|| Error::config("demo states", "no such State"))?;
    let authorities = directory.authorities(&code).cloned().collect();
    let mut dice = office::ports::Throw(std::sync::Arc::new(crate::dice::SystemDice));
    let unlock = if key_file.exists() {
        Unlock::key_file(key_file)?
    } else {
        Unlock::new_key_file(key_file, &mut dice)?
    };
    let mut options = InitOptions::new(folder.to_owned(), profile, authorities, unlock);
    choose_ports(&mut options.config)?;
    options.config.pages.passwords = true;
    options.config.keys.key_file = format!(
        "../{}",
        key_file
            .file_name()
            .and_then(|n| n.to_str())
            .unwrap_or_default()
    );
    options.config.log.level = "warn".to_owned();
    init(options).await.map(drop)
}

/// Cards exchanged and pinned, officers hired, the list imported: once.
async fn settle_in(xa: &Office, xb: &Office) -> Result<()> {
    for (office, other) in [(xa, xb), (xb, xa)] {
        let operator = Actor::operator(office.state());
        let reader = office
            .read(&operator, model::Purpose::Administration)
            .await?;
        let known = reader.peers().await?;
        if known.iter().all(|p| p.state != other.state().as_str()) {
            let card = peers::our_card(other).await?;
            let fingerprint = peers::offered(office, &card)?.fingerprint;
            let act = peers::AddPeer {
                act: cast::act(0, office.state().as_str(), "pin"),
                card,
                fingerprint,
            };
            peers::add(office, &operator, act).await?;
        }
        cast::hire(office).await?;
        if reader.lists().await?.is_empty() {
            let import = screening::Import {
                id: "demo".to_owned(),
                name: "Invented list of the demonstration".to_owned(),
                ..screening::Import::of(cast::act(0, office.state().as_str(), "list"), LIST)
            };
            screening::import(office, &operator, import, &Silent).await?;
        }
    }
    Ok(())
}

fn print(node: &Node) -> Result<()> {
    let office = node.office();
    let code = office.state().to_string();
    println!(
        "\n{code}  {}  {}",
        office.profile().name_in(Lang::En),
        node.pages_url()
    );
    for member in cast::of(&code) {
        println!(
            "  {:<18} {:<8} {}",
            member.role.code(),
            member.login,
            cast::password(member)
        );
    }
    std::io::stdout()
        .flush()
        .map_err(|e| Error::file("written", Path::new("standard output"), e))
}
