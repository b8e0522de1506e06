//! Joint teams, police and notices: their examples with one thing wrong give exactly the finding that a rule names.

mod joint;
mod notices;
mod police;

use serde_json::Value;

use super::*;

/// The example of a kind with changes: at a pointer a new value, or `null` to take it out.
fn changed(kind: Kind, changes: &[(&str, Value)]) -> Value {
    let text = crate::template::example(kind).expect("shipped");
    let mut content: Value = serde_json::from_str(text).expect("the example is JSON");
    for (pointer, value) in changes {
        if value.is_null() {
            let taken = crate::template::path::take(&mut content, pointer);
            assert!(taken.is_some(), "{pointer} is not in the example");
        } else {
            let put = crate::template::path::put(&mut content, pointer, value.clone());
            assert!(put, "{pointer}");
        }
    }
    content
}

/// The demo's bench for a kind.
fn bench(kind: Kind) -> Bench {
    Bench {
        kind,
        ..Bench::demo()
    }
}

/// What blocks and what warns, as `B CODE field`.
fn heavy(findings: &[Finding]) -> Vec<String> {
    findings
        .iter()
        .filter(|finding| finding.level < Level::Hint)
        .map(|finding| {
            format!(
                "{} {} {}",
                finding.level.letter(),
                finding.code,
                finding.field
            )
        })
        .collect()
}

/// One thing wrong, and all that is said of it.
type Mutant<'a> = (&'a [(&'a str, Value)], &'a [&'a str]);

/// Every mutant gives exactly the findings that stand beside it.
fn each_gives(kind: Kind, mutants: &[Mutant<'_>]) {
    assert!(mutants.len() >= 40, "{kind}: {} mutants", mutants.len());
    let bench = bench(kind);
    let mut faults = Vec::new();
    for (changes, expected) in mutants {
        let mut found = heavy(&bench.check_as_named(&changed(kind, changes)));
        found.dedup();
        if found != *expected {
            faults.push(format!(
                "{changes:?}: found {found:?}, expected {expected:?}"
            ));
        }
    }
    assert!(
        faults.is_empty(),
        "{} of {kind}:\n{}",
        faults.len(),
        faults.join("\n")
    );
}
