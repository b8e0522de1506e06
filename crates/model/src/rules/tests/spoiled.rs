//! Complete cases with something wrong: `spoiled/<case>.json` lists changes to `cases/<case>.json` (`null` takes a field
//! out) and every B and W that follows from each, and no other.

use serde::Deserialize;

use super::*;
use crate::state::shared_states;

/// Mutants that every complete case has at least.
const MUTANTS_MIN: usize = 40;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spoiled {
    changes: serde_json::Map<String, Value>,
    findings: Vec<String>,
}

fn read<T: serde::de::DeserializeOwned>(file: &std::path::Path) -> T {
    let text = std::fs::read_to_string(file).expect("a text");
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn every_mutant_of_a_complete_case_is_told_by_its_rule() {
    let Some(directory) = shared_states() else {
        return;
    };
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules/tests");
    let mut faults = Vec::new();
    for entry in std::fs::read_dir(folder.join("spoiled")).expect("a folder") {
        let file = entry.expect("an entry").path();
        // Mutants of the examples stand there too, as tables of their own.
        if file.extension().is_none_or(|ending| ending != "json") {
            continue;
        }
        let name = file.file_name().expect("a name");
        let case: Value = read(&folder.join("cases").join(name));
        let bench = bench_of(&directory, &case);
        let mutants: Vec<Spoiled> = read(&file);
        assert!(mutants.len() >= MUTANTS_MIN, "{}", file.display());
        assert!(serious(&bench.check(&case["content"])).is_empty());
        for mutant in &mutants {
            let mut content = case["content"].clone();
            for (pointer, value) in &mutant.changes {
                change(&mut content, pointer, value);
            }
            let mut found = serious(&bench.check(&content));
            found.sort();
            let mut expected = mutant.findings.clone();
            expected.sort();
            if found != expected {
                let changes = serde_json::to_string(&mutant.changes).expect("JSON");
                faults.push(format!(
                    "{}: {changes}: {found:?}, expected {expected:?}",
                    name.to_string_lossy()
                ));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn bench_of(directory: &Directory, case: &Value) -> Bench {
    let side = |name: &str| {
        let code = case["content"][name]["state"].as_str();
        code.and_then(|code| code.parse().ok()).expect("a State")
    };
    Bench {
        directory: directory.clone(),
        from: side("requesting"),
        to: side("requested"),
        now: case["at"]
            .as_str()
            .and_then(|at| at.parse().ok())
            .expect("a time"),
        ..Bench::demo()
    }
}

/// Puts a value in its place; `null` takes out what stands there.
pub(super) fn change(content: &mut Value, pointer: &str, value: &Value) {
    if !value.is_null() {
        let put = crate::template::path::put(content, pointer, value.clone());
        assert!(put, "{pointer}");
        return;
    }
    let (parent, name) = pointer.rsplit_once('/').expect("a pointer");
    match content.pointer_mut(parent) {
        Some(Value::Object(map)) => drop(map.shift_remove(name)),
        Some(Value::Array(list)) => drop(list.remove(name.parse().expect("an index"))),
        _ => panic!("{pointer} is not there"),
    }
}
