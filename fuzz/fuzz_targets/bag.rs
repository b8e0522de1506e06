//! Any bytes as the lists of an evidence package: a manifest that is read can be written and read again, and no set of lists
//! makes the judge of a bag stumble or call one with unlisted files whole.
#![no_main]

use seal::bag::{self, BagTexts};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = bag::check_declaration(bytes);
    let Ok(files) = bag::parse_manifest(bytes) else {
        return;
    };
    if let Ok(text) = bag::manifest(&files) {
        assert_eq!(bag::parse_manifest(text.as_bytes()), Ok(files.clone()));
    }
    let texts = BagTexts {
        declaration: bytes,
        manifest: bytes,
        tag_manifest: bytes,
        root: bytes,
    };
    assert!(!bag::holds(&bag::verify(texts, &files)));
});
