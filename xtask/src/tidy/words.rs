//! Words: names of the trade instead of names of nothing, no work left behind, no `unsafe` but in one file.

use super::source;
use super::{Fault, File};

/// Names that say nothing about what a thing is.
const EMPTY_WORDS: &[&str] = &["Manager", "Service", "Helper", "Util", "Utils"];
/// The one file that may map memory.
const UNSAFE_FILE: &str = "crates/store/src/map.rs";

fn rust(files: &[File]) -> impl Iterator<Item = &File> {
    files.iter().filter(|file| file.extension() == "rs")
}

/// No type, module or file is called Manager, Service, Helper or util.
pub(crate) fn names(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in rust(files) {
        let blanked = source::blank(&file.text);
        for (index, line) in blanked.lines().enumerate() {
            if let Some(name) = defined(line).filter(|name| is_empty_name(name)) {
                faults.push(Fault::at(
                    file,
                    index + 1,
                    format!("`{name}` says nothing: name what it is"),
                ));
            }
        }
        let stem = file
            .path
            .rsplit('/')
            .next()
            .unwrap_or("")
            .trim_end_matches(".rs");
        if is_empty_name(stem) {
            faults.push(Fault::new(&file.path, "a file named after nothing"));
        }
    }
    faults
}

/// The name a line defines, if it defines a type or a module. An associated type of someone else's trait
/// (`type Service = ...` inside an `impl`) is not ours to name, so `type` counts at the margin only.
fn defined(line: &str) -> Option<&str> {
    let margin = !line.starts_with(' ');
    let mut words = line
        .split(|c: char| !c.is_alphanumeric() && c != '_')
        .filter(|word| !word.is_empty());
    loop {
        match words.next()? {
            "struct" | "enum" | "trait" | "mod" | "union" => return words.next(),
            "type" if margin => return words.next(),
            "pub" | "crate" | "super" | "in" => {}
            _ => return None,
        }
    }
}

/// True when a CamelCase or snake_case name has one of the empty words as a part.
fn is_empty_name(name: &str) -> bool {
    let mut parts: Vec<String> = Vec::new();
    for character in name.chars() {
        if character == '_' || character.is_uppercase() || parts.is_empty() {
            parts.push(String::new());
        }
        if let (Some(part), true) = (parts.last_mut(), character != '_') {
            part.push(character.to_ascii_lowercase());
        }
    }
    let empty = |part: &String| {
        EMPTY_WORDS.iter().any(|word| {
            part.strip_suffix('s').unwrap_or(part)
                == word.to_ascii_lowercase().trim_end_matches('s')
        })
    };
    parts.iter().any(empty)
}

/// Marks of unfinished work. Written in halves, so that this file does not find itself.
const MARKS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("todo", "!("),
    concat!("unimplemented", "!("),
    concat!("#[ig", "nore"),
    concat!("To", " come"),
];

/// Nothing is left for later in code: it is done, or it is an issue.
pub(crate) fn marks(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let code = files
        .iter()
        .filter(|file| !matches!(file.extension(), "md" | "ftl"));
    for file in code {
        for (line, text) in file.lines() {
            if let Some(mark) = MARKS.iter().find(|mark| stands_alone(text, mark)) {
                faults.push(Fault::at(
                    file,
                    line,
                    format!("`{mark}`: finish it, or file an issue"),
                ));
            }
        }
    }
    faults
}

fn stands_alone(text: &str, mark: &str) -> bool {
    text.match_indices(mark).any(|(index, _)| {
        let wordy = |c: char| c.is_alphanumeric() || c == '_';
        let before = text.get(..index).and_then(|head| head.chars().next_back());
        let after = text
            .get(index + mark.len()..)
            .and_then(|tail| tail.chars().next());
        let open = |c: Option<char>| !c.is_some_and(wordy);
        let ends_in_letter = mark.chars().next_back().is_some_and(wordy);
        open(before) && (!ends_in_letter || open(after))
    })
}

/// `request.rs` and `request/`, so that one file is the obvious one to open.
pub(crate) fn module_files(files: &[File]) -> Vec<Fault> {
    rust(files)
        .filter(|file| file.path.ends_with("/mod.rs"))
        .map(|file| {
            Fault::new(
                &file.path,
                "name it after its folder and put it beside the folder",
            )
        })
        .collect()
}

/// `unsafe` in one file only, and every crate's root says so to the compiler.
pub(crate) fn unsafety(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in rust(files).filter(|file| file.path != UNSAFE_FILE) {
        let blanked = source::blank(&file.text);
        for (index, line) in blanked.lines().enumerate() {
            let mut words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
            if words.any(|word| word == concat!("un", "safe")) {
                faults.push(Fault::at(
                    file,
                    index + 1,
                    format!("unsafe code outside {UNSAFE_FILE}"),
                ));
            }
        }
        let root = file.path.ends_with("src/lib.rs") || file.path.ends_with("src/main.rs");
        // The store cannot forbid what its one file needs: there the lint of the workspace denies it elsewhere.
        let forbidden =
            blanked.contains("#![forbid(unsafe_code)]") || file.path.starts_with("crates/store/");
        if root && !forbidden {
            faults.push(Fault::new(
                &file.path,
                "the crate's root lacks #![forbid(unsafe_code)]",
            ));
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_names_are_found() {
        let cases = [
            ("pub struct RequestManager;", 1),
            ("pub(crate) enum MailService {}", 1),
            ("trait FormHelpers {}", 1),
            ("pub mod util;", 1),
            ("mod date_utils;", 1),
            ("pub type PeerService = u8;", 1),
            ("    type Service = Inner;", 0),
            ("struct Servicemen; struct Utility;", 0),
            ("// struct Manager", 0),
            ("use tower::Service;", 0),
            ("pub struct Request;", 0),
        ];
        for (text, expect) in cases {
            assert_eq!(
                names(&[File::sample("crates/x/src/a.rs", text)]).len(),
                expect,
                "{text}"
            );
        }
        assert_eq!(
            names(&[File::sample("crates/x/src/helpers.rs", "")]).len(),
            1
        );
    }

    #[test]
    fn unfinished_work_is_found() {
        for (index, mark) in MARKS.iter().enumerate() {
            let text = format!("    // {mark}");
            assert_eq!(
                marks(&[File::sample("a.rs", &text)]).len(),
                1,
                "mark {index}"
            );
        }
        for text in ["let mastodon = 1;", "let xxx = 1;"] {
            assert_eq!(marks(&[File::sample("a.rs", text)]), [], "{text}");
        }
    }

    #[test]
    fn mod_files_are_found() {
        assert_eq!(
            module_files(&[File::sample("crates/x/src/a/mod.rs", "")]).len(),
            1
        );
        assert_eq!(
            module_files(&[File::sample("crates/x/src/model.rs", "")]),
            []
        );
    }

    #[test]
    fn unsafe_code_is_found() {
        let bad = concat!("fn f() { un", "safe { g() } }");
        let cases = [
            ("crates/x/src/a.rs", bad, 1),
            (UNSAFE_FILE, bad, 0),
            ("crates/x/src/a.rs", "#![forbid(unsafe_code)] // unsafe", 0),
            ("crates/x/src/lib.rs", "pub mod a;", 1),
            ("crates/x/src/lib.rs", "#![forbid(unsafe_code)]", 0),
            ("crates/store/src/lib.rs", "pub mod map;", 0),
        ];
        for (path, text, expect) in cases {
            assert_eq!(
                unsafety(&[File::sample(path, text)]).len(),
                expect,
                "{path}: {text}"
            );
        }
    }
}
