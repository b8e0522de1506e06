//! Steps of a long task: live output, the time of each, the counts of their test runners, one closing line.

use std::io::{BufRead as _, BufReader};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use crate::tools;

/// What test runners said they did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Count {
    /// A step that is itself one check.
    pub(crate) const ONE: Count = Count {
        passed: 1,
        failed: 0,
        skipped: 0,
    };

    /// Adds what one line of a test runner says: libtest's `test result:` and the lines `# pass 3` of node's runner.
    fn read(&mut self, line: &str) {
        let line = line.trim();
        if let Some(rest) = line.strip_prefix("test result:") {
            for part in rest.split([';', '.']) {
                let mut words = part.split_whitespace();
                if let (Some(number), Some(word)) = (words.next(), words.next()) {
                    self.add(word, number);
                }
            }
        } else if let Some(rest) = line.strip_prefix("# ").or_else(|| line.strip_prefix("ℹ ")) {
            let mut words = rest.split_whitespace();
            if let (Some(word), Some(number), None) = (words.next(), words.next(), words.next()) {
                self.add(word, number);
            }
        }
    }

    fn add(&mut self, word: &str, number: &str) {
        let number: u64 = number.parse().unwrap_or(0);
        match word {
            "passed" | "pass" => self.passed += number,
            "failed" | "fail" | "cancelled" => self.failed += number,
            "ignored" | "skipped" | "todo" => self.skipped += number,
            _ => {}
        }
    }
}

/// One finished step.
#[derive(Debug)]
struct Row {
    name: &'static str,
    took: Duration,
    count: Count,
    trouble: Option<String>,
}

/// The steps done so far.
#[derive(Debug, Default)]
pub(crate) struct Report {
    rows: Vec<Row>,
}

impl Report {
    /// Does one step and remembers how it went; a failure does not stop the steps after it.
    pub(crate) fn step(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<Count, String>,
    ) -> bool {
        println!("\n==> {name}");
        let begun = Instant::now();
        let mut row = match work() {
            Ok(count) => Row {
                name,
                took: begun.elapsed(),
                count,
                trouble: None,
            },
            Err(text) => {
                eprintln!("{text}");
                Row {
                    name,
                    took: begun.elapsed(),
                    count: Count::default(),
                    trouble: Some(text),
                }
            }
        };
        if row.count.failed > 0 {
            row.trouble.get_or_insert_with(|| "tests failed".to_owned());
        }
        if row.count.skipped > 0 && tools::in_ci() {
            row.trouble
                .get_or_insert_with(|| "tests were skipped, and CI is set".to_owned());
        }
        if row.trouble.is_some() {
            row.count.failed = row.count.failed.max(1);
        }
        let good = row.trouble.is_none();
        println!(
            "<== {name}: {} in {:.1} s",
            if good { "good" } else { "FAILED" },
            row.took.as_secs_f64()
        );
        self.rows.push(row);
        good
    }

    /// Prints the table and the closing line `N passed, N failed`.
    pub(crate) fn close(self) -> ExitCode {
        let mut sum = Count::default();
        let mut time = Duration::ZERO;
        println!(
            "\n{:<28}{:>9}{:>9}{:>9}{:>10}",
            "step", "passed", "failed", "skipped", "seconds"
        );
        for row in &self.rows {
            println!(
                "{:<28}{:>9}{:>9}{:>9}{:>10.1}{}",
                row.name,
                row.count.passed,
                row.count.failed,
                row.count.skipped,
                row.took.as_secs_f64(),
                if row.trouble.is_some() {
                    "  FAILED"
                } else {
                    ""
                }
            );
            sum.passed += row.count.passed;
            sum.failed += row.count.failed;
            sum.skipped += row.count.skipped;
            time += row.took;
        }
        println!(
            "{:<28}{:>9}{:>9}{:>9}{:>10.1}\n",
            "in all",
            sum.passed,
            sum.failed,
            sum.skipped,
            time.as_secs_f64()
        );
        for row in self.rows.iter().filter(|row| row.trouble.is_some()) {
            let text = row.trouble.as_deref().unwrap_or_default();
            eprintln!(
                "FAILED {}: {}",
                row.name,
                text.lines().next().unwrap_or_default()
            );
        }
        println!("{} passed, {} failed", sum.passed, sum.failed);
        if sum.failed == 0 && sum.passed > 0 {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

/// Runs a command whose lines are shown as they come and counted. A bad exit without a counted failure counts as one.
pub(crate) fn counted(command: &mut Command) -> Result<Count, String> {
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| format!("cannot start {}: {error}", tools::shown(command)))?;
    let mut count = Count::default();
    if let Some(pipe) = child.stdout.take() {
        for line in BufReader::new(pipe).split(b'\n') {
            let line =
                line.map_err(|error| format!("reading {}: {error}", tools::shown(command)))?;
            let line = String::from_utf8_lossy(&line);
            count.read(&line);
            println!("{line}");
        }
    }
    let status = child
        .wait()
        .map_err(|error| format!("waiting for {}: {error}", tools::shown(command)))?;
    if !status.success() && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_both_runners_are_counted() {
        let cases = [
            (
                "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.02s",
                (12, 0, 1),
            ),
            (
                "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out",
                (3, 2, 0),
            ),
            ("# pass 7", (7, 0, 0)),
            ("# fail 1", (0, 1, 0)),
            ("# cancelled 2", (0, 2, 0)),
            ("ℹ skipped 4", (0, 0, 4)),
            ("# 3 passed the door", (0, 0, 0)),
            ("    Running unittests src/lib.rs", (0, 0, 0)),
        ];
        for (line, (passed, failed, skipped)) in cases {
            let mut count = Count::default();
            count.read(line);
            assert_eq!(
                count,
                Count {
                    passed,
                    failed,
                    skipped
                },
                "{line}"
            );
        }
    }

    #[test]
    fn a_command_that_fails_without_counting_is_one_failure() {
        let count = counted(Command::new("sh").args(["-c", "echo '# pass 2'; exit 3"])).unwrap();
        assert_eq!(
            count,
            Count {
                passed: 2,
                failed: 1,
                skipped: 0
            }
        );
    }

    #[test]
    fn a_failed_step_fails_the_report() {
        let mut report = Report::default();
        assert!(report.step("one", || Ok(Count::ONE)));
        assert!(!report.step("two", || Err("broken".to_owned())));
        assert_eq!(
            report.rows.iter().map(|row| row.count.failed).sum::<u64>(),
            1
        );
    }
}
