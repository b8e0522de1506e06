//! The file of fictional States that the shared cases play in.

use std::path::PathBuf;

use super::Directory;

/// The shared file of States, or `None` where there is none: allowed only where `CI` is not set.
pub(crate) fn shared_states() -> Option<Directory> {
    let mut at = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    loop {
        let file = at.join("shared/data/requests/states.json");
        if let Ok(json) = std::fs::read_to_string(&file) {
            return Some(Directory::parse(&json).expect("states.json"));
        }
        if !at.pop() {
            break;
        }
    }
    assert!(
        option_env!("CI").is_none(),
        "shared/data/requests/states.json is not there"
    );
    eprintln!("skipped: shared/data/requests/states.json is not there");
    None
}
