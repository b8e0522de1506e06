//! What comes in from outside: licences that bind nobody's hands, and none of the libraries we decided against.
//! `deny.toml` says the same for those who have cargo-deny.

use super::Fault;
use crate::tools;

/// Licences we accept: permissive ones, and MPL-2.0, which binds only changes to the library's own files.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "CDLA-Permissive-2.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// Libraries that stay out, with the reason.
const BANNED: &[(&str, &str)] = &[
    ("ring", "one cryptographic library is enough: aws-lc-rs"),
    ("openssl", "one cryptographic library is enough: aws-lc-rs"),
    (
        "openssl-sys",
        "one cryptographic library is enough: aws-lc-rs",
    ),
    ("native-tls", "TLS is rustls with aws-lc-rs"),
    ("josekit", "it brings openssl"),
    ("age", "envelopes are COSE and HPKE"),
    (
        "reqwest",
        "the one HTTP client is ours, on hyper and rustls",
    ),
];

/// A package that is really built for this machine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Package {
    name: String,
    licence: String,
}

/// All packages of the workspace's build on this machine, for code, build scripts and tests.
///
/// # Errors
/// cargo cannot read the lock file or a manifest.
pub(crate) fn tree() -> Result<Vec<Package>, String> {
    let text = tools::output(tools::cargo().args([
        "tree",
        "--workspace",
        "--locked",
        "--edges",
        "normal,build,dev",
        "--prefix",
        "none",
        "--format",
        "{p}|{l}",
    ]))?;
    let mut packages: Vec<Package> = text.lines().filter_map(package).collect();
    packages.sort();
    packages.dedup();
    if packages.is_empty() {
        return Err("cargo tree printed nothing".to_owned());
    }
    Ok(packages)
}

/// `name v1.2.3 (proc-macro)|MIT OR Apache-2.0 (*)`
fn package(line: &str) -> Option<Package> {
    let (package, licence) = line.split_once('|')?;
    Some(Package {
        name: package.split_whitespace().next()?.to_owned(),
        licence: licence.trim_end_matches("(*)").trim().to_owned(),
    })
}

/// None of the libraries we decided against is in the build.
pub(crate) fn banned(tree: &[Package]) -> Vec<Fault> {
    let reason = |package: &Package| BANNED.iter().find(|(name, _)| *name == package.name);
    tree.iter()
        .filter_map(|package| {
            let (name, why) = reason(package)?;
            Some(Fault::new(
                *name,
                format!("{why}; `cargo tree --workspace --invert {name}` shows who brings it"),
            ))
        })
        .collect()
}

/// Every package has a licence we accept.
pub(crate) fn allowed(tree: &[Package]) -> Vec<Fault> {
    tree.iter()
        .filter(|package| !accepts(&package.licence))
        .map(|package| {
            Fault::new(
                &package.name,
                format!("licence `{}` is not on the list", package.licence),
            )
        })
        .collect()
}

/// Evaluates an SPDX expression: OR needs one side, AND both; an old `A/B` means OR.
fn accepts(expression: &str) -> bool {
    let spaced = expression
        .replace('(', " ( ")
        .replace(')', " ) ")
        .replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    let good = either(&mut rest);
    good && rest.is_empty()
}

fn either(words: &mut &[&str]) -> bool {
    let mut good = both(words);
    while let Some((&"OR", rest)) = words.split_first() {
        *words = rest;
        // Not short-circuited: the words must be consumed.
        good |= both(words);
    }
    good
}

fn both(words: &mut &[&str]) -> bool {
    let mut good = one(words);
    while let Some((&"AND", rest)) = words.split_first() {
        *words = rest;
        good &= one(words);
    }
    good
}

fn one(words: &mut &[&str]) -> bool {
    let Some((first, rest)) = words.split_first() else {
        return false;
    };
    *words = rest;
    if *first == "(" {
        let good = either(words);
        let closed = words.split_first().is_some_and(|(word, rest)| {
            *words = rest;
            *word == ")"
        });
        return good && closed;
    }
    match *words {
        ["WITH", exception, rest @ ..] => {
            *words = rest;
            ALLOWED.contains(&format!("{first} WITH {exception}").as_str())
        }
        _ => ALLOWED.contains(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn licences_are_weighed() {
        let cases = [
            ("MIT", true),
            ("MIT OR Apache-2.0", true),
            ("Apache-2.0/MIT", true),
            ("GPL-3.0-only", false),
            ("Apache-2.0 OR GPL-2.0-only", true),
            ("MIT AND GPL-2.0-only", false),
            ("(MIT OR GPL-2.0-only) AND Unicode-3.0", true),
            ("ISC AND (GPL-2.0-only OR LGPL-2.1-only)", false),
            ("Apache-2.0 WITH LLVM-exception", true),
            ("GPL-2.0-only WITH Classpath-exception-2.0", false),
            ("(MIT", false),
            ("MIT Apache-2.0", false),
            ("", false),
        ];
        for (expression, expect) in cases {
            let package = Package {
                name: "x".to_owned(),
                licence: expression.to_owned(),
            };
            assert_eq!(allowed(&[package]).is_empty(), expect, "{expression}");
        }
    }

    #[test]
    fn banned_libraries_are_found() {
        let tree: Vec<Package> = [
            "ring v0.17.0|ISC",
            "rustls v0.23.0 (*)|MIT (*)",
            "openssl-probe v0.1.0|MIT",
        ]
        .into_iter()
        .filter_map(package)
        .collect();
        assert_eq!(tree.len(), 3);
        assert_eq!(
            banned(&tree)
                .iter()
                .map(|fault| fault.place.as_str())
                .collect::<Vec<_>>(),
            ["ring"]
        );
    }
}
