//! Paths inside a bag: only such as stay inside it, on every system.

use crate::{Error, Result};
use model::limits::{BAG_PATH_BYTES_MAX, FILE_NAME_BYTES_MAX};
use unicode_normalization::UnicodeNormalization as _;

/// Names that are devices on one system (with any extension).
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Refuses a path that is absolute, climbs out, or means something else on another system.
///
/// # Errors
/// [`Error::Malformed`] saying why.
pub fn check_path(path: &str) -> Result<()> {
    let bad = |why| Err(Error::malformed("bag path", why));
    if path.is_empty() || path.len() > BAG_PATH_BYTES_MAX {
        return bad("empty or too long");
    }
    if path.chars().any(char::is_control) {
        return bad("control character");
    }
    if path.starts_with(['/', '~', '$', '%'])
        || path.contains('\\')
        || path.as_bytes().get(1) == Some(&b':')
    {
        return bad("absolute, or a shortcut to elsewhere");
    }
    for name in path.split('/') {
        if matches!(name, "" | "." | "..") {
            return bad("empty, . or .. as a step");
        }
        if name.len() > FILE_NAME_BYTES_MAX {
            return bad("a name is too long");
        }
        let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
        if DEVICES.contains(&stem.as_str()) {
            return bad("the name of a device");
        }
    }
    Ok(())
}

/// Two paths with the same key are one file on some system: compared without case, in one Unicode form.
pub fn twin_key(path: &str) -> String {
    path.nfc()
        .collect::<String>()
        .to_lowercase()
        .nfc()
        .collect()
}
