//! How long a thing may grow before it wants a second room.

use super::source;
use super::{Fault, File};

const FILE_LINES_MAX: usize = 500;
const FUNCTION_LINES_MAX: usize = 70;
/// Texts that are code. Data, prose and words in six languages may be longer.
const CODE: &[&str] = &["rs", "css", "js", "mjs", "html", "sql", "typ", "sh"];

/// Code files of at most 500 lines, tests included.
pub(crate) fn files(files: &[File]) -> Vec<Fault> {
    let code = files.iter().filter(|file| CODE.contains(&file.extension()));
    code.filter_map(|file| {
        let lines = file.text.lines().count();
        (lines > FILE_LINES_MAX).then(|| {
            Fault::new(
                &file.path,
                format!("{lines} lines, at most {FILE_LINES_MAX}: divide it by reason to change"),
            )
        })
    })
    .collect()
}

/// Functions of at most 70 lines of code, counted as clippy counts. Where a long table is the honest form, clippy's own
/// exception with its reason stands above the function, and counts here too.
pub(crate) fn functions(files: &[File]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "rs") {
        for function in source::functions(&source::blank(&file.text)) {
            if function.length > FUNCTION_LINES_MAX && !excepted(file, function.line) {
                let what = format!(
                    "`{}` has {} lines, at most {FUNCTION_LINES_MAX}",
                    function.name, function.length
                );
                faults.push(Fault::at(file, function.line, what));
            }
        }
    }
    faults
}

/// Lines above a function in which its attributes stand.
const ATTRIBUTE_LINES_MAX: usize = 8;

/// True when an attribute of the function expects it to be long.
fn excepted(file: &File, line: usize) -> bool {
    const EXCEPTION: &str = "expect(clippy::too_many_lines";
    let above: Vec<&str> = file.text.lines().take(line.saturating_sub(1)).collect();
    let attributes = above
        .iter()
        .rev()
        .take(ATTRIBUTE_LINES_MAX)
        .take_while(|line| !line.starts_with('}') && !line.trim().is_empty());
    let spread: Vec<&str> = attributes.map(|line| line.trim()).collect();
    let text: String = spread.into_iter().rev().collect();
    text.replace(' ', "").contains(EXCEPTION)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_files_are_found_and_data_is_left() {
        let cases = [
            ("a.rs", 500, 0),
            ("a.rs", 501, 1),
            ("a.css", 501, 1),
            ("a.ftl", 900, 0),
            ("a.md", 900, 0),
        ];
        for (path, lines, expect) in cases {
            let found = files(&[File::sample(path, &"x\n".repeat(lines))]);
            assert_eq!(found.len(), expect, "{path} with {lines}");
        }
    }

    #[test]
    fn long_functions_are_found() {
        let function = |lines: usize| format!("fn f() {{\n{}}}\n", "    x();\n".repeat(lines));
        for (lines, expect) in [(70, 0), (71, 1)] {
            assert_eq!(
                functions(&[File::sample("a.rs", &function(lines))]).len(),
                expect,
                "{lines}"
            );
        }
    }
}
