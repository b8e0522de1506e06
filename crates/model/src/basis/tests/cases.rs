//! The legal basis of the twelve shared cases, against the shared States.

use jiff::civil::{Date, date};

use super::code;
use crate::basis::{
    Aspect, BasisReport, BasisRole, Catalogue, Gift, Help, Matter, Tri, legal_basis, pairwise,
};
use crate::state::{Directory, StateProfile, shared_states};

struct Bench {
    directory: Directory,
}

impl Bench {
    fn open() -> Option<Self> {
        shared_states().map(|directory| Self { directory })
    }

    fn state(&self, name: &str) -> &StateProfile {
        self.directory.state(&code(name)).expect(name)
    }

    fn catalogue(&self) -> &Catalogue {
        self.directory.catalogue()
    }

    fn report(&self, from: &str, to: &str, matter: &Matter<'_>, day: Date) -> BasisReport {
        let sides = (self.state(from), self.state(to));
        legal_basis(self.catalogue(), sides, matter, day)
    }
}

fn bases(report: &BasisReport) -> Vec<(&str, &str)> {
    report
        .ranked
        .iter()
        .filter(|basis| basis.role != BasisRole::Supporting && basis.role != BasisRole::Procedure)
        .map(|basis| (basis.instrument.as_str(), basis.article.as_str()))
        .collect()
}

/// Case, sides, help, aspect, offence, whether of an organised group, day; the first basis.
const FIRST: &[(&str, &str, &str, &str)] = &[
    (
        "S01",
        "XA XC 2026-03-03",
        "mla terrorist_bombing",
        "RMLA-CONV",
    ),
    (
        "S02",
        "XB XC 2026-03-03",
        "mla terrorist_bombing",
        "BOMBINGS-1997 10",
    ),
    (
        "S03",
        "XB XA 2026-03-03",
        "extradition terrorist_bombing",
        "BOMBINGS-1997 9",
    ),
    (
        "S05",
        "XG XC 2026-03-03",
        "extradition terrorist_financing",
        "FINANCING-1999 11",
    ),
    (
        "S06",
        "XC XG 2026-04-03",
        "extradition terrorist_bombing provisional_arrest",
        "BOMBINGS-1997 9(2)",
    ),
    (
        "S07",
        "XA XF 2026-05-01",
        "electronic_evidence terrorist_provocation preservation",
        "ETS-185-LIKE 29",
    ),
    (
        "S08",
        "XB XF 2026-03-03",
        "electronic_evidence terrorist_bombing emergency_disclosure",
        "BOMBINGS-1997 10",
    ),
    (
        "S09",
        "XD XA 2026-03-03",
        "freezing terrorist_financing",
        "S/RES/1373 (2001) 1(c)",
    ),
    (
        "S11a",
        "XH XA 2026-03-03",
        "mla hostage_taking",
        "reciprocity",
    ),
    (
        "S11b",
        "XH XA 2026-03-03",
        "mla hostage_taking group",
        "UNTOC-2000 18",
    ),
];

#[test]
fn the_first_basis_of_each_case() {
    let Some(bench) = Bench::open() else { return };
    for (case, sides, asked, first) in FIRST {
        let [from, to, day] = words(sides);
        let [help, offence, more] = words(asked);
        let matter = Matter {
            organised_crime: if more == "group" { Tri::Yes } else { Tri::No },
            aspect: Aspect::from_code(more),
            ..Matter::of(Help::from_code(help).expect(help), offence)
        };
        let report = bench.report(from, to, &matter, day.parse().expect("day"));
        let found = bases(&report)
            .first()
            .map(|(id, article)| format!("{id} {article}"));
        assert_eq!(found.as_deref().map(str::trim), Some(*first), "{case}");
    }
}

fn words(text: &str) -> [&str; 3] {
    let mut words = text.split(' ');
    std::array::from_fn(|_| words.next().unwrap_or_default())
}

#[test]
fn what_else_the_cases_say() {
    let Some(bench) = Bench::open() else { return };
    let day = date(2026, 3, 3);
    let bombing = |help| Matter::of(help, "terrorist_bombing");
    // S01: the convention of the offence second, organised crime not at all; the convention brings its periods.
    let report = bench.report("XA", "XC", &bombing(Help::Mla), day);
    assert_eq!(bases(&report), [("RMLA-CONV", ""), ("BOMBINGS-1997", "10")]);
    let periods = &report.first().expect("first").periods;
    assert_eq!(
        (periods.acknowledge_days, periods.decide_days),
        (Some(7), Some(30))
    );
    assert_eq!(periods.electronic_original, Some(true));
    // S03: XA requires no treaty.
    let report = bench.report("XB", "XA", &bombing(Help::Extradition), day);
    let first = report.first().expect("first");
    assert_eq!(first.paragraph, "9(3)");
    assert!(first.gives.contains(&(Gift::NoPolitical, "11".to_owned())));
    // S06: the arrest by the convention's own article, and no period in it.
    let arrest = bombing(Help::Extradition).with_aspect(Some(Aspect::ProvisionalArrest));
    let report = bench.report("XC", "XG", &arrest, date(2026, 4, 3));
    let first = report.first().expect("first");
    assert!(first.gives.contains(&(Gift::Arrest, "7(2)".to_owned())));
    assert_eq!(first.periods.arrest_end_days, None);
    // The bilateral treaty of XB and XE has one.
    let report = bench.report("XB", "XE", &arrest, day);
    let first = report.first().expect("first");
    assert_eq!(
        (first.instrument.as_str(), first.periods.arrest_end_days),
        ("BIL-EXT-XB-XE", Some(60))
    );
    // S09: the convention against financing supports.
    let report = bench.report(
        "XD",
        "XA",
        &Matter::of(Help::Freezing, "terrorist_financing"),
        day,
    );
    assert!(report.ranked.iter().any(|basis| {
        basis.role == BasisRole::Supporting
            && basis.instrument == "FINANCING-1999"
            && basis.article == "8"
    }));
    // S10: nothing is needed, so nothing stands in for it.
    let report = bench.report(
        "XF",
        "XA",
        &Matter::of(Help::Spontaneous, "terrorist_travel"),
        day,
    );
    assert!(bases(&report).is_empty() && !report.needs_treaty);
    // S11b: the procedure is the convention's own.
    let mut group = Matter::of(Help::Mla, "hostage_taking");
    group.organised_crime = Tri::Yes;
    let report = bench.report("XH", "XA", &group, day);
    let procedure = report
        .ranked
        .iter()
        .find(|basis| basis.role == BasisRole::Procedure);
    assert_eq!(
        procedure.map(|basis| basis.article.as_str()),
        Some("18(9)-(29)")
    );
    // S12: the same convention for every pair.
    let team: Vec<&StateProfile> = ["XA", "XC", "XF"].map(|name| bench.state(name)).to_vec();
    let matter = Matter::of(Help::JointTeam, "terrorist_financing");
    let pairs = pairwise(bench.catalogue(), &team, &matter, date(2026, 1, 15));
    assert_eq!(pairs.len(), 3);
    for (_, _, report) in pairs {
        assert_eq!(bases(&report), [("RMLA-CONV", "")]);
    }
}

#[test]
fn extradition_from_a_state_that_requires_a_treaty() {
    let Some(bench) = Bench::open() else { return };
    let day = date(2026, 3, 3);
    // XE requires a treaty; XD is no party to the convention of the offence.
    let bombing = Matter::of(Help::Extradition, "terrorist_bombing");
    let mut alone = bombing.clone();
    alone.organised_crime = Tri::No;
    let report = bench.report("XD", "XE", &alone, day);
    assert!(report.needs_treaty && bases(&report).is_empty());
    // It takes multilateral conventions, until its law says that it does not.
    assert_eq!(
        bases(&bench.report("XA", "XE", &bombing, day)),
        [("BOMBINGS-1997", "9(2)")]
    );
    let mut strict = bench.state("XE").clone();
    strict.multilateral_as_extradition_basis = Some(false);
    let report = legal_basis(
        bench.catalogue(),
        (bench.state("XA"), &strict),
        &bombing,
        day,
    );
    assert!(report.needs_treaty && bases(&report).is_empty());
    // A treaty between the two is one whatever it says of conventions; they then widen that treaty.
    let report = legal_basis(
        bench.catalogue(),
        (bench.state("XB"), &strict),
        &bombing,
        day,
    );
    assert_eq!(bases(&report), [("BIL-EXT-XB-XE", "")]);
    assert!(!report.needs_treaty);
    // Nothing is told of its law: the article stands whole, and what is missing is said.
    let mut silent = bench.state("XE").clone();
    silent.extradition_needs_treaty = None;
    let report = legal_basis(
        bench.catalogue(),
        (bench.state("XA"), &silent),
        &bombing,
        day,
    );
    let first = report.first().expect("first");
    assert_eq!(first.article, "9");
    assert!(first.missing.contains(&crate::basis::Lack::ExtraditionLaw));
}
