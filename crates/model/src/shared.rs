//! The shared test data, beside the workspace.

use std::path::{Path, PathBuf};

/// A file or folder of the shared test data; absent outside the shop, where a test says so and ends.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let found = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|dir| dir.join("shared/data").join(path))
        .find(|file| file.exists());
    #[expect(
        clippy::disallowed_methods,
        reason = "a test may ask whether it runs where nothing may be skipped"
    )]
    let strict = std::env::var("CI").is_ok();
    if found.is_none() {
        assert!(
            !strict,
            "shared/data/{path} is absent, and nothing may be skipped here"
        );
        eprintln!("skipped: shared/data/{path} is absent");
    }
    found
}
