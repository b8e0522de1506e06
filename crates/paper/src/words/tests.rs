use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use jiff::civil;

use super::*;

/// Key (attribute included) -> the variables its text names.
type Keys = BTreeMap<String, BTreeSet<String>>;

fn in_pattern(pattern: &Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, out);
        }
    }
}

fn in_expression(expression: &Expression<&str>, out: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, out);
            for variant in variants {
                in_pattern(&variant.value, out);
            }
        }
        Expression::Inline(inline) => in_inline(inline, out),
    }
}

fn in_inline(inline: &InlineExpression<&str>, out: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            out.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => in_expression(expression, out),
        _ => {}
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    files(Lang::En).iter().map(|(name, _)| *name)
}

fn keys(lang: Lang, file: &str) -> Keys {
    let name = format!("{}/{file}.ftl", lang.code());
    let (_, text) = files(lang)
        .iter()
        .find(|(known, _)| *known == file)
        .expect("every language has the same files");
    let parsed = fluent_syntax::parser::parse(*text)
        .unwrap_or_else(|(_, errors)| panic!("{name}: {errors:?}"));
    let mut out = Keys::new();
    for entry in &parsed.body {
        let Entry::Message(message) = entry else {
            assert!(
                !matches!(entry, Entry::Junk { .. }),
                "{name}: unreadable line {entry:?}"
            );
            continue;
        };
        let mut put = |key: String, pattern: &Pattern<&str>| {
            let mut variables = BTreeSet::new();
            in_pattern(pattern, &mut variables);
            assert!(
                out.insert(key.clone(), variables).is_none(),
                "{name}: {key} stands twice"
            );
        };
        if let Some(value) = &message.value {
            put(message.id.name.to_owned(), value);
        }
        for attribute in &message.attributes {
            put(
                format!("{}.{}", message.id.name, attribute.id.name),
                &attribute.value,
            );
        }
    }
    out
}

#[test]
fn every_key_is_in_every_language_with_the_same_variables() {
    let mut faults = Vec::new();
    for file in names() {
        let english = keys(Lang::En, file);
        for lang in Lang::ALL.iter().copied() {
            let theirs = keys(lang, file);
            let name = format!("{}/{file}.ftl", lang.code());
            for (key, variables) in &english {
                match theirs.get(key) {
                    None => faults.push(format!("{name} lacks {key}")),
                    Some(v) if v != variables => {
                        faults.push(format!("{name}: {key} names {v:?}, English {variables:?}"));
                    }
                    Some(_) => {}
                }
            }
            for key in theirs.keys().filter(|key| !english.contains_key(*key)) {
                faults.push(format!("{name} has {key}, English does not"));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn every_word_file_is_in_the_program() {
    for lang in Lang::ALL.iter().copied() {
        let folder = format!("{}/words/{}", env!("CARGO_MANIFEST_DIR"), lang.code());
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let name = entry.expect("an entry").file_name();
            let name = name.to_str().expect("UTF-8");
            let file = name.strip_suffix(".ftl").expect("only .ftl files");
            assert!(
                names().any(|known| known == file),
                "{name} is missing in words/sources.rs"
            );
        }
    }
}

#[test]
fn no_key_stands_in_two_files() {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for file in names() {
        let ids: BTreeSet<String> = keys(Lang::En, file)
            .into_keys()
            .map(|key| split_key(&key).0.to_owned())
            .collect();
        for id in ids {
            let before = seen.insert(id.clone(), file);
            assert!(before.is_none(), "{id} stands in {before:?} and in {file}");
        }
    }
}

#[test]
fn a_missing_key_is_shown_as_itself() {
    assert_eq!(say(Lang::Ar, "no-such-key", &[]), "no-such-key");
    assert_eq!(say_attr(Lang::Fr, "no-such", "help", &[]), "no-such.help");
    assert_eq!(try_say(Lang::Es, "no-such-key", &[]), None);
}

#[test]
fn names_are_isolated_and_numbers_choose_the_plural() {
    let said = say(
        Lang::Ar,
        "paper-page",
        &[("page", 2.into()), ("pages", 9.into())],
    );
    assert!(said.contains("\u{2068}2\u{2069}"), "{said:?}");
    assert_eq!(without_isolates(&isolated("Arvenia")), "Arvenia");
    let args = BTreeMap::from([("count".to_owned(), "3".to_owned())]);
    for (lang, expect) in [
        (Lang::En, "3 items"),
        (Lang::Ru, "3 предмета"),
        (Lang::Fr, "3 éléments"),
    ] {
        assert_eq!(
            without_isolates(&say_map(lang, "count-items", &args)),
            expect
        );
    }
    assert_eq!(arg_of("007"), Arg::Text("007"));
}

#[test]
fn dates_and_times_are_written_as_each_language_writes_them() {
    let day = civil::date(2026, 11, 1);
    let table = [
        (Lang::En, "1 November 2026"),
        (Lang::Fr, "1er novembre 2026"),
        (Lang::Es, "1 de noviembre de 2026"),
        (Lang::Ru, "1 ноября 2026 г."),
        (Lang::Zh, "2026年11月1日"),
        (Lang::Ar, "1 تشرين الثاني/نوفمبر 2026"),
    ];
    for (lang, expect) in table {
        assert_eq!(date(lang, day), expect);
    }
    let at: Timestamp = "2026-11-21T23:05:00Z".parse().expect("a timestamp");
    assert_eq!(
        time(Lang::En, at, jiff::tz::offset(1)),
        "22 November 2026, 00:05 (UTC+01:00)"
    );
    assert_eq!(
        time(Lang::Fr, at, Offset::UTC),
        "21 novembre 2026, 23:05 (UTC)"
    );
    let west = Offset::from_seconds(-(3 * 3600 + 1800)).expect("an offset");
    assert_eq!(
        time(Lang::En, at, west),
        "21 November 2026, 19:35 (UTC\u{2212}03:30)"
    );
}

#[test]
fn numbers_and_sizes() {
    assert_eq!(number(Lang::En, 1_234_567), "1,234,567");
    assert_eq!(number(Lang::Fr, -1_234), "\u{2212}1\u{a0}234");
    assert_eq!(number(Lang::Ru, 999), "999");
    let table = [
        (Lang::En, 0, "0\u{a0}bytes"),
        (Lang::En, 1_536, "1.5\u{a0}KiB"),
        (Lang::Fr, 1_536, "1,5\u{a0}Kio"),
        (Lang::En, 209_715_200, "200\u{a0}MiB"),
        (Lang::Ru, 209_715_200, "200\u{a0}МиБ"),
        (Lang::En, u64::MAX, "16,777,215\u{a0}TiB"),
    ];
    for (lang, bytes, expect) in table {
        assert_eq!(size(lang, bytes), expect);
    }
}
