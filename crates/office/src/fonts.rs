//! Where the fonts of papers are: the names that `paper` asks for, looked up in font folders. Only names are read here.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use paper::fonts::Script;

/// Folders below a font folder, and files in all, that are looked through.
const DEPTH_MAX: usize = 8;
const FILES_MAX: usize = 100_000;

/// The font files that serve the scripts of the six languages: of each choice the best that is found.
pub fn find(folders: &[PathBuf]) -> Vec<PathBuf> {
    let wanted = Script::NAMED.iter().flat_map(|script| script.font_files());
    let mut found = BTreeMap::new();
    let mut left = FILES_MAX;
    for folder in folders {
        walk(folder, DEPTH_MAX, &mut left, &mut found);
    }
    wanted
        .filter_map(|choice| choice.iter().find_map(|name| found.get(*name).cloned()))
        .collect()
}

fn walk(folder: &Path, depth: usize, left: &mut usize, found: &mut BTreeMap<String, PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        if *left == 0 {
            return;
        }
        *left -= 1;
        let path = entry.path();
        if path.is_dir() && depth > 0 {
            walk(&path, depth - 1, left, found);
        } else if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && name.starts_with("Noto")
        {
            found.entry(name.to_owned()).or_insert(path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_of_each_choice() {
        let dir = tempfile::tempdir().unwrap();
        let deep = dir.path().join("truetype/noto");
        std::fs::create_dir_all(&deep).unwrap();
        for name in [
            "NotoSansArabic-Regular.ttf",
            "NotoNaskhArabic-Regular.ttf",
            "Other.ttf",
        ] {
            std::fs::write(deep.join(name), b"").unwrap();
        }
        let found = find(&[dir.path().join("absent"), dir.path().to_owned()]);
        assert_eq!(found, [deep.join("NotoNaskhArabic-Regular.ttf")]);
    }
}
