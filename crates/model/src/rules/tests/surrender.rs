//! Extradition: the example, its mutants, and what turns on the requested State's law.

use serde_json::json;

use super::*;
use crate::state::{EvidenceStandard, ExtraditesNationals, InAbsentia, StateProfile};

/// What is changed in the example (a value is JSON; `null` takes the field out), and every B and W that follows.
type Text<'a> = (&'a [(&'a str, &'a str)], &'a str);

/// Judges the example with each change.
fn judged(kind: Kind, bench: &Bench, base: &[(&str, Value)], texts: &[Text<'_>]) {
    for (changes, expected) in texts {
        let changes: Vec<(&str, Value)> = changes
            .iter()
            .map(|(at, json)| (*at, serde_json::from_str(json).expect(json)))
            .collect();
        let expected: Vec<&str> = expected.split("; ").filter(|e| !e.is_empty()).collect();
        judged_at(bench, kind, base, &[(&changes, &expected)]);
    }
}

/// Judges the mutants of a file: a line each, `/field = json & /field = json -> B CODE /field; W CODE /field`.
pub(super) fn judged_lines(kind: Kind, lines: &str) {
    let mutants: Vec<(Vec<(&str, &str)>, &str)> = lines
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(|line| {
            let (changes, expected) = line.split_once("->").expect(line);
            let changes = changes
                .split(" & ")
                .map(|change| change.trim().split_once(" = ").expect(line))
                .collect();
            (changes, expected.trim())
        })
        .collect();
    assert!(mutants.len() >= 40, "{kind}: {} mutants", mutants.len());
    let table: Vec<Text<'_>> = mutants
        .iter()
        .map(|(changes, expected)| (changes.as_slice(), *expected))
        .collect();
    judged(kind, &Bench::demo(), &[], &table);
}

/// The demo's two States, the requested one with something else in its law.
fn asked_of(change: impl FnOnce(&mut StateProfile)) -> Bench {
    let mut bench = Bench::demo();
    let mut profile = bench.directory.state(&bench.to).expect("XB").clone();
    let authorities: Vec<_> = bench.directory.authorities(&bench.to).cloned().collect();
    change(&mut profile);
    bench.directory.add(profile, authorities);
    bench
}

/// The example asked the other way round: by Belmora, where the offence is capital, of Arvenia.
fn the_other_way() -> (Bench, Vec<(&'static str, Value)>) {
    let bench = Bench {
        from: "XB".parse().expect("code"),
        to: "XA".parse().expect("code"),
        ..Bench::demo()
    };
    let changes = vec![
        ("/requesting/state", json!("XB")),
        ("/requested/state", json!("XA")),
        ("/legal_basis/0/article", json!("9")),
        ("/persons/0/nationalities", json!(["XB"])),
    ];
    (bench, changes)
}

#[test]
fn the_examples_are_sendable_and_leave_nothing_open() {
    for kind in [Kind::Extradition, Kind::ProvisionalArrest] {
        let bench = Bench::demo();
        judged(kind, &bench, &[], &[(&[], "")]);
        let hints = of_level(&bench.check(&mutant(kind, &[])), Level::Hint);
        let open = hints.iter().any(|hint| hint.starts_with("FORM-01"));
        assert!(!open, "{hints:?}");
    }
}

#[test]
fn each_mutant_of_an_extradition_is_named_and_nothing_else() {
    judged_lines(Kind::Extradition, include_str!("mutants/extradition.txt"));
}

#[test]
fn a_sentence_must_be_long_enough_still() {
    let convicted = [
        ("/sought/status", json!("convicted")),
        ("/sought/sentence", json!("term")),
        ("/sought/sentence_months", json!(120)),
        ("/sought/remaining_months", json!(30)),
        ("/sought/final_on", json!("2025-12-01")),
    ];
    judged(
        Kind::Extradition,
        &Bench::demo(),
        &convicted,
        &[
            (&[], ""),
            (&[("/evidence", "[]")], ""),
            (&[("/sought/remaining_months", "6")], ""),
            (
                &[("/sought/remaining_months", "5")],
                "B EXT-04 /sought/remaining_months",
            ),
            (
                &[("/sought/remaining_months", "null")],
                "B EXT-04 /sought/remaining_months",
            ),
            (
                &[("/sought/remaining_months", "\"unknown\"")],
                "B EXT-04 /sought/remaining_months",
            ),
            (
                &[
                    ("/sought/remaining_months", "\"\""),
                    ("/sought/sentence", "\"life\""),
                ],
                "",
            ),
            (
                &[("/sought/final_on", "\"2027-12-01\"")],
                "B GEN-03 /sought/final_on",
            ),
            (
                &[
                    ("/sought/status", "\"\""),
                    ("/sought/remaining_months", "\"\""),
                    ("/persons/0/role", "\"convicted\""),
                ],
                "B EXT-04 /sought/remaining_months",
            ),
        ],
    );
    let unknown = asked_of(|law| law.min_remaining_sentence_months = None);
    judged(
        Kind::Extradition,
        &unknown,
        &convicted,
        &[(&[("/sought/remaining_months", "null")], "")],
    );
}

#[test]
fn a_judgment_in_absence_needs_a_new_trial_where_the_law_says_so() {
    let absent = [
        ("/sought/status", json!("convicted_in_absentia")),
        ("/sought/sentence", json!("term")),
        ("/sought/remaining_months", json!(60)),
        (
            "/sought/absence",
            json!("Summoned by notice at the court; defended by assigned counsel"),
        ),
    ];
    let strict = asked_of(|law| law.in_absentia = InAbsentia::RetrialGuaranteeRequired);
    let retrial = (&[("/assurances/0/kind", "\"in_absentia_retrial\"")][..], "");
    judged(
        Kind::Extradition,
        &strict,
        &absent,
        &[
            (&[], "B EXT-09 /assurances"),
            retrial,
            (
                &[
                    ("/assurances/0/kind", "\"in_absentia_retrial\""),
                    ("/assurances/0/text", "\"yes\""),
                ],
                "B EXT-09 /assurances",
            ),
            (
                &[
                    ("/assurances/0/kind", "\"in_absentia_retrial\""),
                    ("/assurances/0/given_on", "\"unknown\""),
                ],
                "B EXT-09 /assurances",
            ),
            (
                &[
                    ("/assurances/0/kind", "\"in_absentia_retrial\""),
                    ("/sought/remaining_months", "2"),
                ],
                "B EXT-04 /sought/remaining_months",
            ),
        ],
    );
    // Belmora treats the person as accused: no length of sentence counts, and no guarantee is asked.
    judged(
        Kind::Extradition,
        &Bench::demo(),
        &absent,
        &[(&[("/sought/remaining_months", "null")], "")],
    );
    let unknown = asked_of(|law| law.in_absentia = InAbsentia::Unknown);
    judged(Kind::Extradition, &unknown, &absent, &[(&[], "")]);
}

#[test]
fn a_national_is_offered_back_or_to_the_prosecutor_there() {
    let national = [("/persons/0/nationalities", json!(["XA", "XB"]))];
    let field = "W EXT-08 /persons/0/nationalities";
    let refused = asked_of(|law| law.extradites_nationals = ExtraditesNationals::No);
    judged(Kind::Extradition, &refused, &national, &[(&[], field)]);
    let hints = of_level(
        &refused.check(&mutant(Kind::Extradition, &national)),
        Level::Hint,
    );
    assert!(
        hints.contains(&"EXT-08 /persons/0/nationalities".to_owned()),
        "{hints:?}"
    );
    let returned =
        asked_of(|law| law.extradites_nationals = ExtraditesNationals::ConditionalReturn);
    let promise: Text<'_> = (&[("/assurances/0/kind", "\"return_of_national\"")], "");
    judged(
        Kind::Extradition,
        &returned,
        &national,
        &[(&[], field), promise],
    );
    let unknown = asked_of(|law| law.extradites_nationals = ExtraditesNationals::Unknown);
    judged(Kind::Extradition, &unknown, &national, &[(&[], field)]);
    judged(Kind::Extradition, &Bench::demo(), &national, &[(&[], "")]);
}

#[test]
fn what_a_state_has_not_told_blocks_nothing() {
    let silent = asked_of(|law| {
        law.evidence_standard = EvidenceStandard::Unknown;
        law.min_penalty_prosecution_months = None;
        law.extradition_needs_treaty = None;
    });
    judged(
        Kind::Extradition,
        &silent,
        &[],
        &[
            (&[("/evidence", "[]")], ""),
            (&[("/offences/0/penalty_max_months", "null")], ""),
        ],
    );
    let unknown = asked_of(|law| {
        *law = StateProfile {
            treaties: law.treaties.clone(),
            treaties_as_of: law.treaties_as_of,
            ..StateProfile::unknown(law.code.clone(), "Belmora")
        }
    });
    judged(Kind::Extradition, &unknown, &[], &[(&[], "")]);
}

#[test]
fn what_a_state_demands_with_the_request_blocks() {
    let demanding = asked_of(|law| law.speciality_undertaking_required = Some(true));
    let field = "B EXT-12 /speciality/undertaking";
    judged(
        Kind::Extradition,
        &demanding,
        &[],
        &[(&[("/speciality/undertaking", "\"no\"")], field)],
    );
    let (mut bench, base) = the_other_way();
    let mut profile = bench.directory.state(&bench.to).expect("XA").clone();
    let authorities: Vec<_> = bench.directory.authorities(&bench.to).cloned().collect();
    profile.death_assurance_with_request = Some(true);
    bench.directory.add(profile, authorities);
    judged(
        Kind::Extradition,
        &bench,
        &base,
        &[(
            &[("/offences/0/death_penalty", "\"yes\"")],
            "B SAF-01 /assurances",
        )],
    );
}

#[test]
fn no_treaty_where_one_is_required_blocks() {
    let bench = Bench::demo();
    let other = [("/offences/0/category", "\"trafficking_in_persons\"")];
    let expected = "B LB-03 /legal_basis; B EXT-10 /requested/state";
    let content = mutant(
        Kind::Extradition,
        &[(other[0].0, json!("other")), ("/legal_basis", json!([]))],
    );
    let mut found = serious(&bench.check(&content));
    found.sort();
    let mut wanted: Vec<&str> = expected.split("; ").collect();
    wanted.sort_unstable();
    assert_eq!(found, wanted);
}

/// An assurance of a kind, by a giver, binding some powers, in a sentence.
fn assurance(kind: &str, giver: &str, binds: &str) -> Value {
    json!({
        "kind": kind, "givers": [giver], "given_by": "The office that signs",
        "binds": binds.split('+').collect::<Vec<_>>(), "given_on": "2026-02-01",
        "text": "This will be done, and that will not.", "expires": "not_applicable", "monitoring": "2027-01-01"
    })
}

/// Death in Belmora, none in Arvenia; a life sentence that nobody reviews.
fn death_or_life() -> (Bench, Vec<(&'static str, Value)>) {
    let (bench, mut base) = the_other_way();
    base.push(("/offences/0/death_penalty", json!("yes")));
    base.push(("/offences/0/penalty_max_months", json!("not_applicable")));
    base.push(("/offences/0/life_sentence", json!("yes")));
    (bench, base)
}

fn found_with(assurances: Value) -> Vec<String> {
    let (bench, mut base) = death_or_life();
    base.push(("/assurances", assurances));
    serious(&bench.check(&mutant(Kind::Extradition, &base)))
}

/// The form offers what the register of assurances and the record of evidence know.
#[test]
fn the_lists_of_the_form_are_those_of_the_register() {
    use crate::request::{AssuranceKind, Giver, Power};
    let template = crate::template::of_kind(Kind::Extradition).expect("shipped");
    let codes = |list: &str| template.codes.get(list).cloned().unwrap_or_default();
    let of = |all: Vec<&str>| all.into_iter().map(str::to_owned).collect::<Vec<_>>();
    let kinds = AssuranceKind::ALL.iter().map(|kind| kind.code());
    assert_eq!(codes("assurance_kinds"), of(kinds.collect()));
    let givers = Giver::ALL.iter().map(|giver| giver.code());
    assert_eq!(codes("givers"), of(givers.collect()));
    let powers = Power::ALL.iter().map(|power| power.code());
    assert_eq!(codes("powers"), of(powers.collect()));
    for code in codes("obtained") {
        assert!(
            crate::request::Obtained::from_code(&code).is_some(),
            "{code}"
        );
    }
}

const SAF_01: &str = "W SAF-01 /assurances";
const SAF_02: &str = "W SAF-02 /assurances";

/// Kind, giver and whom it binds; several after a comma.
const ASSURANCES: [(&str, &[&str]); 9] = [
    ("", &[SAF_01, SAF_02]),
    ("life_review court court", &[SAF_01]),
    (
        "death_not_carried_out government prosecutor+court+pardon",
        &[SAF_02],
    ),
    (
        "death_not_carried_out government prosecutor+court+pardon, life_review court court",
        &[],
    ),
    // One of a chain of three, two of it, all of it.
    (
        "death_not_sought prosecutor_general prosecutor",
        &[SAF_01, SAF_02],
    ),
    (
        "death_not_sought prosecutor_general prosecutor, death_not_carried_out pardon_authority pardon",
        &[SAF_01, SAF_02],
    ),
    (
        "death_not_sought prosecutor_general prosecutor, death_not_imposed court court, death_not_carried_out pardon_authority pardon",
        &[SAF_02],
    ),
    // A messenger binds nobody, whatever it says of itself.
    (
        "death_not_sought foreign_ministry prosecutor+court+pardon",
        &[SAF_01, SAF_02],
    ),
    (
        "treatment government prosecutor+court+pardon",
        &[SAF_01, SAF_02],
    ),
];

#[test]
fn assurances_bind_who_can_act_against_them() {
    for (list, expected) in ASSURANCES {
        let assurances: Vec<Value> = list
            .split(", ")
            .filter_map(|one| {
                let (kind, rest) = one.split_once(' ')?;
                let (giver, binds) = rest.split_once(' ')?;
                Some(assurance(kind, giver, binds))
            })
            .collect();
        assert_eq!(found_with(json!(assurances)), expected, "{list}");
    }
    let spoiled = [
        ("given_on", "unknown"),
        ("expires", "2026-02-28"),
        ("text", "unknown"),
        ("text", "no death"),
        ("binds", ""),
    ];
    for (name, value) in spoiled {
        let mut one = assurance(
            "death_not_carried_out",
            "government",
            "prosecutor+court+pardon",
        );
        one[name] = json!(value);
        assert_eq!(found_with(json!([one])), [SAF_01, SAF_02], "{name} {value}");
    }
}

#[test]
fn a_states_own_list_of_capital_offences_outweighs_the_request() {
    let (bench, mut base) = death_or_life();
    base.retain(|(at, _)| *at != "/offences/0/death_penalty");
    base.push(("/assurances", json!([])));
    base.push(("/offences/0/deaths", json!(6)));
    let found = serious(&bench.check(&mutant(Kind::Extradition, &base)));
    assert_eq!(found, [SAF_01, SAF_02]);
    base.push(("/offences/0/deaths", json!(0)));
    let found = serious(&bench.check(&mutant(Kind::Extradition, &base)));
    assert_eq!(found, [SAF_02]);
}

/// Two States that have told nothing but their treaty, which binds the requesting State to speciality.
const TREATY: &str = r#"{
    "as_of": "2026-03-01",
    "instruments": [{
        "id": "BIL-EXT-XA-XB", "kind": "bilateral", "title": "Treaty on Extradition between Arvenia and Belmora",
        "general": ["extradition"], "articles": {"extradition": "1", "speciality": "12"}
    }],
    "states": [{"code": "XA", "name": "Arvenia"}, {"code": "XB", "name": "Belmora"}],
    "treaties": {"BIL-EXT-XA-XB": ["XA", "XB"]}
}"#;

#[test]
fn a_treaty_may_bind_to_speciality() {
    let bench = Bench {
        directory: Directory::parse(TREATY).expect("a file of States"),
        ..Bench::demo()
    };
    let mut changes = vec![
        (
            "/legal_basis/0",
            json!({"instrument": "BIL-EXT-XA-XB", "article": "1", "role": "basis"}),
        ),
        ("/speciality", json!({"undertaking": "no"})),
    ];
    assert_eq!(
        serious(&bench.check(&mutant(Kind::Extradition, &changes))),
        [""; 0]
    );
    changes[0].1 = json!({"instrument": "BOMBINGS-1997", "role": "basis"});
    let found = serious(&bench.check(&mutant(Kind::Extradition, &changes)));
    assert!(
        found.contains(&"B LB-04 /legal_basis/0/instrument".to_owned()),
        "{found:?}"
    );
}
