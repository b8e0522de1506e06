//! The Library of Congress' BagIt suite, as far as it concerns us: declarations, and paths in manifests. Digests in the suite
//! are mostly SHA-512 or MD5; ours are SHA-256 only.

use super::vectors;
use crate::bag::{check_declaration, parse_lines};
use std::path::Path;

fn manifests(bag: &Path) -> Vec<Vec<u8>> {
    let mut files: Vec<_> = std::fs::read_dir(bag)
        .unwrap()
        .map(|file| file.unwrap().path())
        .collect();
    files.sort();
    let is_manifest = |path: &&std::path::PathBuf| {
        let name = path.file_name().unwrap().to_string_lossy();
        name.starts_with("manifest-") || name.starts_with("tagmanifest-")
    };
    files
        .iter()
        .filter(is_manifest)
        .map(|path| std::fs::read(path).unwrap())
        .collect()
}

fn accepted(bag: &Path) -> bool {
    let declared =
        std::fs::read(bag.join("bagit.txt")).is_ok_and(|bytes| check_declaration(&bytes).is_ok());
    declared
        && !bag.join("fetch.txt").exists()
        && manifests(bag)
            .iter()
            .all(|bytes| parse_lines(bytes).is_ok())
}

#[test]
fn the_suite() {
    let Some(dir) = vectors("bagit") else { return };
    // What we refuse although the RFC allows it, by choice: parts elsewhere, and tag files in other encodings.
    let choice = [
        "holey-bag",
        "UTF-16-encoded-tag-files",
        "ISO-8859-1-encoded-tag-files",
    ];
    // What only the digests of the files show.
    let by_digest = [
        "extra-file-in-bag",
        "corrupt-tag-file",
        "corrupt-data-file",
        "missing-baginfo",
        "notAllManifestsListAllFiles",
    ];
    let mut seen = 0;
    for (folder, expect) in [
        ("v0.97/valid", true),
        ("v1.0/valid", true),
        ("v0.97/invalid", false),
        ("v1.0/invalid", false),
        ("v0.97/linux-only", false),
        ("v0.97/windows-only", false),
    ] {
        for bag in std::fs::read_dir(dir.join(folder)).unwrap() {
            let bag = bag.unwrap().path();
            let name = bag.file_name().unwrap().to_string_lossy().into_owned();
            let expect =
                (expect && !choice.contains(&name.as_str())) || by_digest.contains(&name.as_str());
            assert_eq!(accepted(&bag), expect, "{folder}/{name}");
            seen += 1;
        }
    }
    assert!(seen > 30, "{seen}");
    for twin in [
        "duplicate-file-with-different-case",
        "same-filename-listed-twice-with-different-normalization",
    ] {
        assert!(!accepted(&dir.join("v0.97/warning").join(twin)), "{twin}");
    }
}
