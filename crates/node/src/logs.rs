//! The log: to standard error, as text or one JSON object a line. Fields and codes; never a name, a body or a key.

use tracing_subscriber::EnvFilter;

use crate::config::Log;
use crate::error::{Error, Result};

/// Begin to log, once for a process; a second call changes nothing.
///
/// # Errors
/// A level that is none.
pub fn start(log: &Log) -> Result<()> {
    let filter = EnvFilter::try_new(&log.level).map_err(|e| {
        Error::config(
            "log.level",
            format!(
                "{:?} is no level ({e}); use error, warn, info, debug or trace",
                log.level
            ),
        )
    })?;
    let builder = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    let _ = if log.json {
        builder.json().flatten_event(true).try_init()
    } else {
        builder.with_ansi(false).try_init()
    };
    Ok(())
}
