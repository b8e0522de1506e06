//! The picture of the house, held against what cargo says: who may know whom, which library belongs to which room,
//! and that the pure rooms only think.

use serde_json::Value;

use super::source;
use super::{Fault, File};
use crate::tools;

/// The arrows, all of them, and downwards only; the order is the height. `sim` and `xtask` never ship;
/// `sim` stands below `web`, whose tests borrow its town.
const PICTURE: &[(&str, &[&str])] = &[
    ("xtask", &[]),
    ("node", &["web", "office", "store", "seal", "model"]),
    ("web", &["office", "paper", "model"]),
    ("sim", &["office", "store", "seal", "model"]),
    (
        "office",
        &["store", "paper", "interchange", "screen", "seal", "model"],
    ),
    ("store", &["seal", "model"]),
    ("paper", &["model"]),
    ("interchange", &["screen", "model"]),
    ("screen", &[]),
    ("seal", &["model"]),
    ("model", &[]),
];

/// Libraries that only one room may name.
const BELONGS: &[(&str, &[&str])] = &[
    ("axum", &["web"]),
    ("askama", &["web"]),
    ("utoipa", &["web"]),
    ("sqlx", &["store"]),
    ("object_store", &["store"]),
    ("typst", &["paper"]),
    ("typst-pdf", &["paper"]),
    ("typst-layout", &["paper"]),
    ("typst-assets", &["paper"]),
    ("coset", &["seal"]),
    ("hpke", &["seal"]),
    ("clap", &["node"]),
    ("indicatif", &["node"]),
];

/// Rooms without input, output, clock, chance or waiting.
const PURE: &[&str] = &["model", "seal", "screen", "paper", "interchange"];
/// What a pure room may not depend on.
const IMPURE_LIBRARIES: &[&str] = &[
    "tokio",
    "futures-util",
    "sqlx",
    "object_store",
    "axum",
    "hyper",
    "rand",
    "tracing",
];
/// What a pure room's code may not say outside its tests.
const IMPURE_WORDS: &[&str] = &[
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "std::time::Instant",
    "async fn",
    "Timestamp::now",
    "println!",
];

/// A package of the workspace and what its manifest asks for.
#[derive(Debug)]
pub(crate) struct Package {
    name: String,
    /// Name of the dependency, and whether it is for tests only.
    needs: Vec<(String, bool)>,
}

/// What cargo knows of the workspace's own packages.
///
/// # Errors
/// cargo cannot read the manifests.
pub(crate) fn packages() -> Result<Vec<Package>, String> {
    let text = tools::output(tools::cargo().args(["metadata", "--format-version=1", "--no-deps"]))?;
    let metadata: Value =
        serde_json::from_str(&text).map_err(|error| format!("cargo metadata: {error}"))?;
    let found: Vec<Package> = list(&metadata, "packages").filter_map(package).collect();
    if found.is_empty() {
        return Err("cargo metadata lists no packages".to_owned());
    }
    Ok(found)
}

fn list<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = &'a Value> {
    value
        .get(key)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
}

fn package(value: &Value) -> Option<Package> {
    let name = |value: &Value| value.get("name").and_then(Value::as_str).map(str::to_owned);
    let need = |edge: &Value| {
        Some((
            name(edge)?,
            edge.get("kind").and_then(Value::as_str) == Some("dev"),
        ))
    };
    Some(Package {
        name: name(value)?,
        needs: list(value, "dependencies").filter_map(need).collect(),
    })
}

/// Every arrow between rooms is in the picture. Tests may use any lower room (a page's test needs a real store), but
/// even they may not point upwards.
pub(crate) fn arrows(packages: &[Package]) -> Vec<Fault> {
    let height = |room: &str| PICTURE.iter().position(|(name, _)| *name == room);
    let mut faults = Vec::new();
    for package in packages {
        let Some((_, allowed)) = PICTURE.iter().find(|(name, _)| *name == package.name) else {
            faults.push(Fault::new(
                &package.name,
                "a room that is not in the picture (ARCHITECTURE.md)",
            ));
            continue;
        };
        for (need, for_tests) in packages_needed(package, packages) {
            let drawn = allowed.contains(&need);
            let downwards = height(need) > height(&package.name);
            if !(drawn || for_tests && downwards) {
                faults.push(Fault::new(
                    &package.name,
                    format!("the arrow {} -> {need} is not in the picture", package.name),
                ));
            }
        }
    }
    faults
}

fn packages_needed<'a>(
    package: &'a Package,
    all: &'a [Package],
) -> impl Iterator<Item = (&'a str, bool)> {
    package
        .needs
        .iter()
        .filter(|(need, _)| all.iter().any(|other| other.name == *need))
        .map(|(need, for_tests)| (need.as_str(), *for_tests))
}

/// Libraries stay in the room they belong to, and out of the pure rooms.
pub(crate) fn libraries(packages: &[Package]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for package in packages {
        for (need, _) in package.needs.iter().filter(|(_, for_tests)| !for_tests) {
            if let Some((_, rooms)) = BELONGS.iter().find(|(library, _)| library == need)
                && !rooms.contains(&package.name.as_str())
            {
                faults.push(Fault::new(
                    &package.name,
                    format!("`{need}` belongs to {}", rooms.join(", ")),
                ));
            }
            if PURE.contains(&package.name.as_str()) && IMPURE_LIBRARIES.contains(&need.as_str()) {
                faults.push(Fault::new(
                    &package.name,
                    format!("a pure room must not depend on `{need}`"),
                ));
            }
        }
    }
    faults
}

/// Pure rooms say nothing that reads a file, a clock, the network or the environment. Their tests may.
pub(crate) fn purity(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    let tests: Vec<String> = files
        .iter()
        .filter(|file| is_pure(&file.path))
        .flat_map(test_modules)
        .collect();
    let is_test = |path: &str| {
        let module = path.trim_end_matches(".rs");
        tests
            .iter()
            .any(|test| module == test || module.starts_with(&format!("{test}/")))
    };
    for file in files
        .iter()
        .filter(|file| is_pure(&file.path) && !is_test(&file.path))
    {
        let code = source::without_tests(&source::blank(&file.text));
        for (index, line) in code.lines().enumerate() {
            if let Some(word) = IMPURE_WORDS.iter().find(|word| line.contains(**word)) {
                faults.push(Fault::at(
                    file,
                    index + 1,
                    format!("`{word}` in a pure room"),
                ));
            }
        }
    }
    faults
}

/// The modules that a file declares for tests only, as paths without `.rs`.
fn test_modules(file: &File) -> Vec<String> {
    let stem = file.path.trim_end_matches(".rs");
    let stem = stem.strip_suffix("/lib").unwrap_or(stem);
    let mut after_mark = false;
    let mut found = Vec::new();
    for line in file.text.lines().map(str::trim) {
        if let Some(name) = line
            .strip_prefix("mod ")
            .and_then(|rest| rest.strip_suffix(';'))
            .filter(|_| after_mark)
        {
            found.push(format!("{stem}/{name}"));
        }
        after_mark = line == "#[cfg(test)]";
    }
    found
}

/// The code of a pure room, without files that hold only tests.
fn is_pure(path: &str) -> bool {
    let test = path.ends_with("/tests.rs") || path.contains("/tests/");
    path.ends_with(".rs")
        && !test
        && PURE
            .iter()
            .any(|room| path.starts_with(&format!("crates/{room}/src/")))
}

/// Versions and features stand once, in the root manifest, so that building one room never rebuilds what rooms share.
pub(crate) fn versions_once(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files
        .iter()
        .filter(|file| file.path.ends_with("/Cargo.toml"))
    {
        let manifest: toml::Table = match file.text.parse() {
            Ok(manifest) => manifest,
            Err(error) => {
                faults.push(Fault::new(&file.path, error.to_string()));
                continue;
            }
        };
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let needs = manifest
                .get(section)
                .and_then(toml::Value::as_table)
                .into_iter()
                .flatten();
            for (name, value) in needs {
                if value.get("workspace").and_then(toml::Value::as_bool) != Some(true) {
                    faults.push(Fault::new(
                        &file.path,
                        format!("`{name}`: write `{name}.workspace = true`"),
                    ));
                }
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    type Needs = &'static [(&'static str, bool)];

    fn house(name: &str, needs: &[(&str, bool)]) -> Vec<Package> {
        let mut rooms: Vec<Package> = PICTURE
            .iter()
            .filter(|(room, _)| *room != name)
            .map(|(room, _)| Package {
                name: (*room).to_owned(),
                needs: Vec::new(),
            })
            .collect();
        let needs = needs
            .iter()
            .map(|(need, for_tests)| ((*need).to_owned(), *for_tests))
            .collect();
        rooms.push(Package {
            name: name.to_owned(),
            needs,
        });
        rooms
    }

    #[test]
    fn arrows_outside_the_picture_are_found() {
        let cases: &[(&str, Needs, usize)] = &[
            (
                "web",
                &[("office", false), ("paper", false), ("serde", false)],
                0,
            ),
            ("web", &[("store", false)], 1),
            ("web", &[("store", true)], 0),
            ("store", &[("office", true)], 1),
            ("node", &[("screen", false)], 1),
            ("model", &[("seal", false)], 1),
            ("screen", &[("model", false)], 1),
            ("interchange", &[("screen", false), ("model", false)], 0),
            ("model", &[("interchange", true)], 1),
            ("web", &[("interchange", false)], 1),
            ("annex", &[], 1),
        ];
        for (room, needs, expect) in cases {
            let found = arrows(&house(room, needs));
            assert_eq!(found.len(), *expect, "{room} {needs:?}: {found:?}");
        }
    }

    #[test]
    fn libraries_in_the_wrong_room_are_found() {
        let cases: &[(&str, &str, bool, usize)] = &[
            ("web", "axum", false, 0),
            ("office", "axum", false, 1),
            ("office", "sqlx", false, 1),
            ("node", "typst", false, 1),
            ("seal", "tokio", false, 1),
            ("seal", "tokio", true, 0),
            ("office", "tokio", false, 0),
        ];
        for (room, library, for_tests, expect) in cases {
            assert_eq!(
                libraries(&house(room, &[(library, *for_tests)])).len(),
                *expect,
                "{room} {library}"
            );
        }
    }

    #[test]
    fn input_and_output_in_a_pure_room_are_found() {
        let cases = [
            ("crates/model/src/a.rs", "use std::fs;", 1),
            (
                "crates/model/src/a.rs",
                "// std::fs\nconst S: &str = \"std::fs\";",
                0,
            ),
            (
                "crates/model/src/a.rs",
                "#[cfg(test)]\nmod tests {\n use std::fs;\n}\nasync fn f() {}",
                1,
            ),
            ("crates/model/src/a/tests.rs", "use std::fs;", 0),
            ("crates/store/src/a.rs", "use std::fs;", 0),
            (
                "crates/screen/src/a.rs",
                "let now = jiff::Timestamp::now();",
                1,
            ),
        ];
        for (path, text, expect) in cases {
            assert_eq!(
                purity(&[File::sample(path, text)]).len(),
                expect,
                "{path}: {text}"
            );
        }
    }

    #[test]
    fn a_version_outside_the_root_is_found() {
        let cases = [
            ("[dependencies]\nserde.workspace = true\n", 0),
            ("[dependencies]\nserde = \"1\"\n", 1),
            ("[dev-dependencies]\nserde = { path = \"../serde\" }\n", 1),
            ("[dependencies\n", 1),
        ];
        for (text, expect) in cases {
            assert_eq!(
                versions_once(&[File::sample("crates/x/Cargo.toml", text)]).len(),
                expect,
                "{text}"
            );
        }
        assert_eq!(
            versions_once(&[File::sample("Cargo.toml", "[dependencies]\nserde = \"1\"")]),
            []
        );
    }
}
