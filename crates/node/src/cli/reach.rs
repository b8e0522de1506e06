//! Reaching a node: over the socket where one runs, else by opening its folder, doing the act, closing it again.

use std::path::{Path, PathBuf};

use super::act::{Act, Here};
use super::fail::{Fail, Outcome};
use crate::config::Config;
use crate::progress::Shown;
use crate::serve::{self, Start};
use crate::socket;
use crate::unlock::Unlock;

/// Where a node is.
#[derive(Debug, Clone, clap::Args)]
pub(crate) struct Dir {
    /// The node's folder
    #[arg(long, value_name = "PATH", default_value = ".")]
    pub(crate) dir: PathBuf,
}

impl Dir {
    /// Let the node do an act that takes nothing with it.
    ///
    /// # Errors
    /// As [`Act::perform`]; where the node cannot be opened.
    pub(crate) fn act(&self, act: Act) -> Outcome {
        self.act_with(act, Vec::new())
    }

    /// Let the node do an act.
    ///
    /// # Errors
    /// As [`Dir::act`].
    pub(crate) fn act_with(&self, act: Act, body: Vec<u8>) -> Outcome {
        let progress = Shown::new();
        match socket::connect(&self.dir) {
            Some(stream) => socket::ask(stream, &act, &body, &progress),
            None => runtime()?.block_on(async {
                let config = Config::load(&self.dir)?;
                let unlock = Unlock::of(&config, &self.dir)?;
                let opened = serve::open(&Start::new(&self.dir, config, unlock)).await?;
                let here = Here {
                    office: opened.office.clone(),
                    dir: self.dir.clone(),
                };
                let outcome = act.perform(&here, body.into(), &progress).await;
                opened.close().await;
                outcome
            }),
        }
    }
}

/// The runtime of a command.
///
/// # Errors
/// If the system gives no threads.
pub(crate) fn runtime() -> Result<tokio::runtime::Runtime, Fail> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|e| Fail::broken(format!("this machine gives no threads: {e}")))
}

/// A path as another process must see it.
///
/// # Errors
/// Where the current folder is gone.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf, Fail> {
    std::path::absolute(path).map_err(|e| Fail::file("found", path, &e))
}
