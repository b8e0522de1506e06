//! `comity serve`.

use std::process::ExitCode;

use super::fail::Fail;
use super::reach::{self, Dir};
use crate::config::Config;
use crate::logs;
use crate::serve::{Node, Signals, until_stopped};
use crate::unlock::Unlock;

/// Says a line on standard output; whoever started the node may have stopped listening, and the node serves on.
macro_rules! say {
    ($($word:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($word)*);
    }};
}

/// Run a node.
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    dir: Dir,
}

/// The command.
pub(super) fn run(serve: &Serve) -> Result<ExitCode, Fail> {
    let dir = &serve.dir.dir;
    let config = Config::load(dir)?;
    logs::start(&config.log)?;
    let unlock = Unlock::of(&config, dir)?;
    let state = config.state.clone();
    reach::runtime()?.block_on(async {
        let signals = Signals::listen()?;
        let node = Node::start(dir, config, unlock).await?;
        say!(
            "{state}: pages {}, peers {}",
            node.pages_url(),
            node.peers_url()
        );
        say!("Ctrl-C stops the node.");
        Ok(until_stopped(vec![node], signals).await)
    })
}
