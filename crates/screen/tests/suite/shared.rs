//! Test data that stands beside the repository (`../shared/data`). Where it is absent a test says so and does nothing, but never
//! where `CI` is set.

use std::path::PathBuf;

/// The bytes of a file of the shared data; `.zst` is unpacked.
pub(crate) fn data(path: &str) -> Option<Vec<u8>> {
    let mut folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let found = loop {
        let file = folder.join("shared/data").join(path);
        if file.exists() {
            break Some(file);
        }
        if !folder.pop() {
            break None;
        }
    };
    let Some(file) = found else {
        assert!(
            std::env::var_os("CI").is_none(),
            "shared data {path} is missing, and CI is set"
        );
        eprintln!("skipped: shared/data/{path} is not beside this repository");
        return None;
    };
    let bytes = std::fs::read(&file).unwrap();
    if path.ends_with(".zst") {
        let mut out = Vec::new();
        let mut reader = ruzstd::decoding::StreamingDecoder::new(bytes.as_slice()).unwrap();
        std::io::Read::read_to_end(&mut reader, &mut out).unwrap();
        return Some(out);
    }
    Some(bytes)
}
