//! Published test vectors through our own wrappers. They lie beside the repository, not in it.

mod bagit;
mod cose;
mod hpke;
mod primitives;
mod tlog;

use serde_json::Value;
use std::path::{Path, PathBuf};

/// The folder of vectors; `None` (said plainly) where it is absent and nobody demands it.
fn vectors(name: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|dir| dir.join("shared/data/vectors").join(name))
        .find(|path| path.exists());
    if found.is_none() {
        assert!(
            std::env::var_os("CI").is_none(),
            "test vectors are missing: shared/data/vectors/{name}"
        );
        eprintln!("skipped: no shared/data/vectors/{name} beside the repository");
    }
    found
}

fn json(path: &Path) -> Value {
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn hex(value: &Value) -> Vec<u8> {
    crate::unhex(value.as_str().unwrap()).unwrap()
}

/// Every (group, test) of a Wycheproof file.
fn wycheproof(name: &str, mut check: impl FnMut(&Value, &Value)) {
    let Some(path) = vectors(&format!("wycheproof/{name}")) else {
        return;
    };
    let mut count = 0;
    for group in json(&path)["testGroups"].as_array().unwrap() {
        for test in group["tests"].as_array().unwrap() {
            check(group, test);
            count += 1;
        }
    }
    assert!(count > 50, "{name} has {count} tests");
}
