//! The rules against the example, its mutants, the shared cases, and any JSON whatever.

mod book;
mod cases;
mod evidence;
mod freezing;
mod mutants;
mod needed;
mod provisional_arrest;
mod spoiled;
mod spontaneous;
mod strangers;
mod surrender;
mod surroundings;
mod teams;
mod transfer;

use jiff::Timestamp;
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::finding::{Verdict, verdict};
use crate::state::{Directory, demo};

pub(super) struct Bench {
    pub(super) kind: Kind,
    pub(super) directory: Directory,
    pub(super) from: StateCode,
    pub(super) to: StateCode,
    pub(super) now: Timestamp,
    pub(super) urgency: Urgency,
    pub(super) pending: Vec<PendingMatter>,
}

impl Bench {
    /// The demo's two States on a Monday in March 2026.
    pub(super) fn demo() -> Self {
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().expect("time");
        Self {
            kind: Kind::Mla,
            directory: demo(now.to_zoned(jiff::tz::TimeZone::UTC).date()).expect("demo"),
            from: "XA".parse().expect("code"),
            to: "XB".parse().expect("code"),
            now,
            urgency: Urgency::Normal,
            pending: Vec::new(),
        }
    }

    /// Runs `act` with the context of this bench.
    pub(super) fn with<R>(&self, act: impl FnOnce(&CheckContext<'_>) -> R) -> R {
        self.with_kind(self.kind, act)
    }

    /// Runs `act` with the context of this bench for a request of a kind.
    pub(super) fn with_kind<R>(&self, kind: Kind, act: impl FnOnce(&CheckContext<'_>) -> R) -> R {
        let side = |code: &StateCode| {
            let state = self.directory.state(code).expect("a State of the bench");
            let authority = self
                .directory
                .authority(code, &"ca".parse().expect("id"))
                .cloned()
                .or_else(|| state.supposed_central_authority())
                .expect("an authority");
            (state, authority)
        };
        let (from, from_authority) = side(&self.from);
        let (to, to_authority) = side(&self.to);
        act(&CheckContext {
            template: crate::template::of_kind(kind).expect("shipped"),
            from,
            to,
            from_authority: &from_authority,
            to_authority: &to_authority,
            now: self.now,
            urgency: self.urgency,
            instruments: self.directory.catalogue(),
            pending: &self.pending,
            others: &self.directory.states().collect::<Vec<_>>(),
            desks: &[],
        })
    }

    /// What the rules find, the template being the one that the content names.
    pub(super) fn check(&self, content: &Value) -> Vec<Finding> {
        let kind = kind_of(content).unwrap_or(self.kind);
        self.with_kind(kind, |ctx| check(content, ctx))
    }

    /// The same between the authorities that the content names, where the directory knows them.
    pub(super) fn check_as_named(&self, content: &Value) -> Vec<Finding> {
        let named = |side: &str, state: &StateCode| {
            let id = content.pointer(side)?.as_str()?.parse().ok()?;
            self.directory.authority(state, &id)
        };
        self.with(|ctx| {
            let ctx = CheckContext {
                from_authority: named("/requesting/authority", &self.from)
                    .unwrap_or(ctx.from_authority),
                to_authority: named("/requested/authority", &self.to).unwrap_or(ctx.to_authority),
                ..*ctx
            };
            check(content, &ctx)
        })
    }
}

/// The kind of request that the content says it is, where there is a template for it.
fn kind_of(content: &Value) -> Option<Kind> {
    let kind = Kind::from_code(content.get("type")?.as_str()?)?;
    crate::template::of_kind(kind).map(|_| kind)
}

/// The shipped example of a kind with something else in some places: `null` takes a field out.
pub(super) fn mutant(kind: Kind, changes: &[(&str, Value)]) -> Value {
    let example = crate::template::example(kind).expect("shipped");
    let mut content: Value = serde_json::from_str(example).expect("the example is JSON");
    for (pointer, value) in changes {
        spoiled::change(&mut content, pointer, value);
    }
    content
}

/// Changes to an example, `null` taking a field out, and every B and W that follows.
pub(super) type Mutant<'a> = (&'a [(&'a str, Value)], &'a [&'a str]);

/// Judges the example of a kind, changed as `base` says, with the changes of each mutant on top.
pub(super) fn judged_at(bench: &Bench, kind: Kind, base: &[(&str, Value)], mutants: &[Mutant<'_>]) {
    let mut faults = Vec::new();
    for (changes, expected) in mutants {
        let all = [base, *changes].concat();
        let found = serious(&bench.check(&mutant(kind, &all)));
        if found != *expected {
            faults.push(format!("{changes:?}: {found:?}, expected {expected:?}"));
        }
    }
    assert!(faults.is_empty(), "{kind}: {}", faults.join("\n"));
}

/// The same between the demo's two States.
pub(super) fn judged(kind: Kind, base: &[(&str, Value)], mutants: &[Mutant<'_>]) {
    judged_at(&Bench::demo(), kind, base, mutants);
}

/// The hints at the example of a kind with changes.
pub(super) fn hints(kind: Kind, changes: &[(&str, Value)]) -> Vec<String> {
    of_level(&Bench::demo().check(&mutant(kind, changes)), Level::Hint)
}

/// `B CODE field` and `W CODE field` of all findings but hints.
pub(super) fn serious(findings: &[Finding]) -> Vec<String> {
    let mut out = of_level(findings, Level::Block);
    out.iter_mut().for_each(|found| found.insert_str(0, "B "));
    out.extend(
        of_level(findings, Level::Warn)
            .iter()
            .map(|found| format!("W {found}")),
    );
    out
}

pub(super) fn example() -> Value {
    serde_json::from_str(crate::template::example(Kind::Mla).expect("shipped"))
        .expect("the example is JSON")
}

/// `CODE field` of all findings of a level.
pub(super) fn of_level(findings: &[Finding], level: Level) -> Vec<String> {
    findings
        .iter()
        .filter(|finding| finding.level == level)
        .map(|finding| format!("{} {}", finding.code, finding.field))
        .collect()
}

#[test]
fn the_example_is_sendable() {
    let findings = Bench::demo().check(&example());
    assert_eq!(verdict(&findings), Verdict::Sendable, "{findings:#?}");
}

/// Every kind's example is what a stranger begins with: it has nothing to mend, and every field of it is in its form.
#[test]
fn every_example_is_sendable() {
    for template in crate::template::all() {
        let text = crate::template::example(template.kind).expect("shipped");
        let content: Value = serde_json::from_str(text).expect(&template.name);
        let bench = Bench {
            kind: template.kind,
            ..Bench::demo()
        };
        let findings = bench.check_as_named(&content);
        let heavy: Vec<_> = findings.iter().filter(|f| f.level < Level::Hint).collect();
        assert!(heavy.is_empty(), "{}: {heavy:#?}", template.name);
        let faults = template.faults(&content);
        assert!(faults.is_empty(), "{}: {faults:#?}", template.name);
    }
}

#[test]
fn the_example_rests_on_the_bombings_convention() {
    let report = Bench::demo().with(|ctx| basis_of(&example(), ctx));
    let list: Vec<(&str, &str, &str)> = report
        .ranked
        .iter()
        .map(|basis| {
            (
                basis.instrument.as_str(),
                basis.article.as_str(),
                basis.role.code(),
            )
        })
        .collect();
    assert_eq!(
        list,
        [
            ("BOMBINGS-1997", "10", "basis"),
            ("LAW-XB", "", "procedure"),
            ("S/RES/1373 (2001)", "2(f)", "supporting"),
            ("S/RES/2322 (2016)", "13(a)", "supporting"),
        ]
    );
}

#[test]
fn findings_come_in_one_order() {
    let bench = Bench::demo();
    let findings = bench.check(&serde_json::json!({}));
    let mut sorted = findings.clone();
    sorted.sort();
    assert_eq!(findings, sorted);
    assert_eq!(findings, bench.check(&serde_json::json!({})));
    assert_eq!(
        findings.first().map(|finding| finding.level),
        Some(Level::Block)
    );
}

#[test]
fn every_code_raised_is_declared() {
    let bench = Bench::demo();
    for content in [serde_json::json!({}), serde_json::json!(7), example()] {
        for finding in bench.check(&content) {
            let codes = codes();
            let levels = codes.get(finding.code.as_str()).expect(&finding.code);
            assert!(levels.contains(&finding.level), "{finding:?}");
        }
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let word = prop_oneof![
        Just("unknown".to_owned()),
        Just("2025-02-30".to_owned()),
        Just("*".to_owned()),
        Just("mla".to_owned()),
        Just("\u{202E}x".to_owned()),
        ".{0,12}",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.prop_map(Value::from),
    ];
    let patterns: Vec<String> = crate::template::all()
        .iter()
        .flat_map(|template| template.specs().map(|(_, field)| field.pattern.clone()))
        .collect();
    let name = prop_oneof![
        prop::sample::select(patterns).prop_map(|pattern| pattern
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned()),
        prop::sample::select(vec![
            "offences",
            "persons",
            "measures",
            "facts",
            "languages",
            "legal_basis",
            "withheld",
            "text",
            "attachments",
            "contacts",
            "data_protection",
            "urgency",
            "related",
            "reciprocity",
        ])
        .prop_map(str::to_owned),
        ".{0,6}",
    ];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((name.clone(), inner), 0..10)
                .prop_map(|fields| Value::Object(fields.into_iter().collect())),
        ]
    })
}

/// Replaces one value somewhere in the example by anything.
fn spoiled() -> impl Strategy<Value = Value> {
    let pointers = {
        let mut all = Vec::new();
        fn walk(value: &Value, at: &str, all: &mut Vec<String>) {
            all.push(at.to_owned());
            match value {
                Value::Object(map) => map
                    .iter()
                    .for_each(|(name, inner)| walk(inner, &format!("{at}/{name}"), all)),
                Value::Array(items) => items
                    .iter()
                    .enumerate()
                    .for_each(|(index, inner)| walk(inner, &format!("{at}/{index}"), all)),
                _ => {}
            }
        }
        walk(&example(), "", &mut all);
        all
    };
    (prop::sample::select(pointers), any_json()).prop_map(|(pointer, value)| {
        let mut content = example();
        if let Some(place) = content.pointer_mut(&pointer) {
            *place = value;
        }
        content
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_json_gives_findings_and_no_panic(content in any_json()) {
        let findings = Bench::demo().check(&content);
        prop_assert_eq!(verdict(&findings), Verdict::Blocked);
    }

    #[test]
    fn the_example_with_anything_in_it_gives_findings_and_no_panic(content in spoiled()) {
        let bench = Bench::demo();
        let findings = bench.check(&content);
        prop_assert_eq!(&findings, &bench.check(&content));
        for finding in &findings {
            prop_assert!(codes().get(finding.code.as_str()).is_some_and(|levels| levels.contains(&finding.level)));
        }
    }
}
