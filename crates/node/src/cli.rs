//! The command line: what can be asked for, and what comes back. One file for each noun under `cli/`.
//!
//! Lives here: arguments, exit codes, the words of a terminal. Deliberately not here: acts and law (`office`, `model`), making
//! and running a node (`init`, `serve`), the demo.

use std::fmt::Display;
use std::path::PathBuf;
use std::process::ExitCode;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Parser, Subcommand};

pub(crate) mod act;
mod backup;
mod card;
mod config;
mod docket;
mod doctor;
mod evidence;
pub(crate) mod fail;
mod init;
mod ledger;
mod list;
mod officer;
mod offline;
mod paper;
mod peer;
mod reach;
mod records;
mod request;
mod screen;
mod screen_key;
mod screening;
mod serve;
mod signer;
mod template;
mod treaty;
mod vectors;

use fail::Fail;

/// Comity: what a State installs to cooperate with other States on requests, evidence and checks
#[derive(Debug, Parser)]
#[command(
    name = "comity",
    version,
    max_term_width = 100,
    after_help = "Exit codes: 0 done; 1 refused, or what was checked does not hold; 2 the command line or a file cannot be used; 70 broken."
)]
struct Comity {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Make a node: keys, State card, config, ledger
    Init(init::Init),
    /// Run a node until Ctrl-C or SIGTERM
    Serve(serve::Serve),
    /// Run two fictional States on this machine
    Demo(Demo),
    /// Our State card
    #[command(subcommand)]
    Card(card::Card),
    /// Other States
    #[command(subcommand)]
    Peer(peer::Peer),
    /// People of this State
    #[command(subcommand)]
    Officer(officer::Officer),
    /// Lists that travellers are checked against
    #[command(subcommand)]
    List(list::List),
    /// Checks of travellers and names, and the control over them
    Screen(screen::Screening),
    /// An old docket, taken over
    #[command(subcommand)]
    Docket(docket::Docket),
    /// Requests in files
    #[command(subcommand)]
    Request(request::Request),
    /// Handling labels: who may have what, for what
    #[command(subcommand)]
    Label(vectors::Label),
    /// Releases: what of a report may leave
    #[command(subcommand)]
    Release(vectors::Release),
    /// Recalls and corrections of what was shared
    #[command(subcommand)]
    Recall(vectors::Recall),
    /// Records of persons and things
    #[command(subcommand)]
    Record(records::Record),
    /// Evidence packages
    #[command(subcommand)]
    Evidence(evidence::Evidence),
    /// Requests on paper: printed with codes, and scanned in again
    #[command(subcommand)]
    Paper(paper::Paper),
    /// The ledger of every act
    #[command(subcommand)]
    Ledger(ledger::Ledger),
    /// Backup and restore
    #[command(subcommand)]
    Backup(backup::Backup),
    /// Templates of requests
    #[command(subcommand)]
    Template(template::Template),
    /// Treaties: who joined them, and what binds two States
    #[command(subcommand)]
    Treaty(treaty::Treaty),
    /// Settings
    #[command(subcommand)]
    Config(config::Config),
    /// Look at this machine, and at a node, and say what is not as it should be
    Doctor(doctor::Doctor),
}

/// The demo.
#[derive(Debug, clap::Args)]
struct Demo {
    /// Play one whole case without a browser, print each step, end
    #[arg(long)]
    script: bool,
    /// Train: the second State answers, asks, refuses and delays by itself
    #[arg(long, conflicts_with = "script")]
    mirror: bool,
    /// Begin anew: delete what an earlier demo left in the folder
    #[arg(long)]
    fresh: bool,
    /// Where both States keep their folders
    #[arg(long, value_name = "PATH", default_value = "comity-demo")]
    dir: PathBuf,
}

/// The whole program.
#[must_use]
pub fn main() -> ExitCode {
    let asked = match Comity::try_parse() {
        Ok(asked) => asked,
        Err(error) => {
            let code = if error.use_stderr() { fail::INPUT } else { 0 };
            let _ = error.print();
            return ExitCode::from(code);
        }
    };
    let outcome = match asked.command {
        Command::Serve(serve) => return ended(serve::run(&serve)),
        Command::Demo(demo) => return ended(play(demo)),
        Command::Init(init) => init::run(&init),
        Command::Card(card) => card::run(card),
        Command::Peer(peer) => peer::run(peer),
        Command::Officer(officer) => officer::run(officer),
        Command::List(list) => list::run(list),
        Command::Screen(screen) => screen::run(screen),
        Command::Docket(docket) => docket::run(docket),
        Command::Request(request) => request::run(request),
        Command::Label(label) => vectors::label(&label),
        Command::Release(release) => vectors::release(&release),
        Command::Recall(recall) => vectors::recall(&recall),
        Command::Record(record) => records::run(record),
        Command::Evidence(evidence) => evidence::run(evidence),
        Command::Paper(paper) => paper::run(paper),
        Command::Ledger(ledger) => ledger::run(ledger),
        Command::Backup(backup) => backup::run(backup),
        Command::Template(template) => template::run(template),
        Command::Treaty(treaty) => treaty::run(treaty),
        Command::Config(config) => config::run(config),
        Command::Doctor(doctor) => doctor::run(&doctor),
    };
    ended(outcome.map(|done| {
        use std::io::Write as _;
        // Whoever reads our output may go away early, as `head` does: what was done is done.
        let mut out = std::io::stdout().lock();
        let _ = out
            .write_all(done.text.as_bytes())
            .and_then(|()| out.flush());
        ExitCode::from(done.code)
    }))
}

fn ended(outcome: Result<ExitCode, Fail>) -> ExitCode {
    match outcome {
        Ok(code) => code,
        Err(fail) => {
            eprintln!("comity: {}", fail.text);
            ExitCode::from(fail.code)
        }
    }
}

fn play(demo: Demo) -> Result<ExitCode, Fail> {
    let options = crate::demo::Options {
        script: demo.script,
        mirror: demo.mirror,
        fresh: demo.fresh,
        dir: demo.dir,
    };
    Ok(reach::runtime()?.block_on(crate::demo::run(options))?)
}

/// Reads an argument by its own rule.
fn parsed<T>(text: &str) -> Result<T, String>
where
    T: FromStr,
    T::Err: Display,
{
    text.parse().map_err(|error: T::Err| error.to_string())
}

/// Reads an argument that is one of a closed list of codes, in capitals or not; help names them.
fn codes<T: Copy + Send + Sync + 'static>(
    all: &'static [T],
    code: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(all.iter().map(|value| code(*value))).try_map(move |text| {
        let same = |value: &&T| code(**value).eq_ignore_ascii_case(&text);
        all.iter().find(same).copied().ok_or("unknown")
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_commands_are_sound() {
        Comity::command().debug_assert();
    }
}
