//! The cases that stand as files in `cases/`, in the form of `docs/cases.md`: at a time, of a content, what is expected.

use serde::Deserialize;

use super::*;
use crate::state::shared_states;

/// What one file says.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    at: Timestamp,
    content: Value,
    expect: Expected,
}

/// A joint team expects a basis for each pair beside; its own test looks at that.
#[derive(Deserialize)]
struct Expected {
    verdict: Verdict,
    /// Every B and W: `B MLA-03 /facts/place`.
    findings: Vec<String>,
    /// Leading entries of the legal basis, `INSTRUMENT article`.
    basis: Vec<String>,
}

#[test]
fn every_case_in_a_file_holds() {
    let Some(directory) = shared_states() else {
        return;
    };
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/rules/tests/cases");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .collect();
    files.sort();
    let mut faults = Vec::new();
    for file in &files {
        let text = std::fs::read_to_string(file).expect("a text");
        let case: Written = serde_json::from_str(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let name = file.file_stem().expect("a name").to_string_lossy();
        faults.extend(
            differences(&directory, &case)
                .into_iter()
                .map(|fault| format!("{name}: {fault}")),
        );
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn differences(directory: &Directory, case: &Written) -> Vec<String> {
    let side = |name: &str| {
        case.content[name]["state"]
            .as_str()
            .and_then(|code| code.parse().ok())
            .expect("a State")
    };
    let bench = Bench {
        kind: kind_of(&case.content).expect("a kind with a template"),
        directory: directory.clone(),
        from: side("requesting"),
        to: side("requested"),
        now: case.at,
        urgency: Urgency::Normal,
        pending: Vec::new(),
    };
    let findings = bench.check(&case.content);
    let report = bench.with(|ctx| basis_of(&case.content, ctx));
    let leading: Vec<String> = report
        .ranked
        .iter()
        .take(case.expect.basis.len())
        .map(|basis| {
            format!("{} {}", basis.instrument, basis.article)
                .trim()
                .to_owned()
        })
        .collect();
    let mut expected = case.expect.findings.clone();
    expected.sort();
    let mut found = serious(&findings);
    found.sort();
    let mut faults = Vec::new();
    if verdict(&findings) != case.expect.verdict {
        faults.push(format!("the verdict is {:?}", verdict(&findings)));
    }
    if found != expected {
        faults.push(format!("found {found:?}, expected {expected:?}"));
    }
    if leading != case.expect.basis {
        faults.push(format!(
            "rests on {leading:?}, expected {:?}",
            case.expect.basis
        ));
    }
    faults
}
