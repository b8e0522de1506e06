//! Joint teams, police and notices: their examples with one thing wrong give exactly the finding that a rule names.

mod joint;
mod notices;
mod police;

use super::*;

/// The demo's bench for a kind.
fn bench(kind: Kind) -> Bench {
    Bench {
        kind,
        ..Bench::demo()
    }
}

/// Every mutant gives exactly the findings that stand beside it.
fn each_gives(kind: Kind, mutants: &[Mutant<'_>]) {
    assert!(mutants.len() >= 40, "{kind}: {} mutants", mutants.len());
    let bench = bench(kind);
    let mut faults = Vec::new();
    for (changes, expected) in mutants {
        let mut found = serious(&bench.check_as_named(&mutant(kind, changes)));
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
