//! Documents lead somewhere: every relative link of a Markdown file, and every path of the repository it names in
//! backticks, is a file or folder that exists.

use super::{Fault, File};

/// Checks the links; `exists` says whether a path from the root is there.
pub(crate) fn alive(files: &[File], exists: impl Fn(&str) -> bool) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "md") {
        let folder = file.path.rsplit_once('/').map_or("", |(folder, _)| folder);
        let mut code = false;
        for (line, text) in file.lines() {
            code ^= text.trim_start().starts_with("```");
            for target in targets(text).filter(|_| !code) {
                if !exists(&join(folder, target)) {
                    faults.push(Fault::at(
                        file,
                        line,
                        format!("the link `{target}` leads nowhere"),
                    ));
                }
            }
            for path in paths(text).filter(|_| !code) {
                if !exists(path) {
                    faults.push(Fault::at(file, line, format!("`{path}` does not exist")));
                }
            }
        }
    }
    faults
}

/// Folders whose paths are checked where a document names them.
const OURS: &[&str] = &[
    "crates/",
    "xtask/",
    "docs/",
    "templates/",
    "migrations/",
    "e2e/",
];

/// Paths of the repository in backticks. One with a `<placeholder>` or a `*` is a pattern, and what is built or
/// recorded (`e2e/out`) need not be there.
fn paths(line: &str) -> impl Iterator<Item = &str> {
    let quoted = line.split('`').skip(1).step_by(2);
    quoted
        .filter(|path| OURS.iter().any(|folder| path.starts_with(folder)))
        .filter(|path| !path.contains(['<', '*', ' ', '{']) && !path.starts_with("e2e/out"))
        .map(|path| {
            path.trim_end_matches('/')
                .split("::")
                .next()
                .unwrap_or(path)
        })
}

/// The relative targets of `[text](target)` in a line, without anchors.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    line.split("](").skip(1).filter_map(|rest| {
        let target = rest.split_once(')')?.0;
        let path = target.split('#').next().unwrap_or("");
        (!path.is_empty() && !path.contains("://") && !path.starts_with("mailto:")).then_some(path)
    })
}

fn join(folder: &str, target: &str) -> String {
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in target.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop();
            }
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dead_links_are_found() {
        let there = ["README.md", "docs/src/a.md", "docs/desk.png"];
        let cases = [
            (
                "docs/src/b.md",
                "[a](a.md#part) ![p](../desk.png) [r](../../README.md)",
                0,
            ),
            ("docs/src/b.md", "[x](x.md) and [y](y.md)", 2),
            ("b.md", "[web](https://example.org) [here](#here)", 0),
            (
                "b.md",
                "`docs/src/a.md` and `docs/src/` and `docs/<kind>.md`, `e2e/out`, `docs here`",
                1,
            ),
            ("b.md", "`docs/none.rs`", 1),
            ("b.md", "```\n[x](x.md)\n```\n[x](x.md)", 1),
        ];
        for (path, text, expect) in cases {
            let found = alive(&[File::sample(path, text)], |path| there.contains(&path));
            assert_eq!(found.len(), expect, "{text}: {found:?}");
        }
    }
}
