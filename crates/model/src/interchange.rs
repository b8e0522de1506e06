//! Records in the formats of others: STIX 2.1, MISP, FollowTheMoney. Out with a report of what each format loses and never to a
//! looser label; in with the strictest reading of whatever is unknown, absent or in conflict.
//!
//! Bytes of others are read once and in one way (`json`). What the bundles of others may do to what is held is in `stix`.

pub mod ftm;
pub mod json;
mod loss;
pub mod marks;
pub mod misp;
pub mod stix;

pub use loss::{Issue, Loss, Taken, Withheld, permitted};

/// The shared test data, beside the workspace; absent outside the shop.
#[cfg(test)]
fn shared(path: &str) -> Option<std::path::PathBuf> {
    let found = std::path::Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|dir| dir.join("shared/data").join(path))
        .find(|file| file.exists());
    #[expect(
        clippy::disallowed_methods,
        reason = "a test may ask whether it runs where nothing may be skipped"
    )]
    let strict = std::env::var("CI").is_ok();
    assert!(
        found.is_some() || !strict,
        "shared/data/{path} is absent, and nothing may be skipped here"
    );
    found
}
