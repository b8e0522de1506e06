//! `comity config show`.

use std::path::PathBuf;

use clap::Subcommand;

use super::fail::{Done, Outcome};
use crate::config;

/// What can be done with the config.
#[derive(Debug, Subcommand)]
pub(crate) enum Config {
    /// Print every setting: value, default, variable of the environment, what it is for
    Show {
        /// A node's folder; without it the defaults
        #[arg(long, value_name = "PATH")]
        dir: Option<PathBuf>,
    },
}

/// The command.
pub(super) fn run(command: Config) -> Outcome {
    let Config::Show { dir } = command;
    let config = match dir {
        Some(dir) => config::Config::load(&dir)?,
        None => config::Config::default(),
    };
    Ok(Done::said(config.show()))
}
