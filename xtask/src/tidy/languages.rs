//! Six languages say the same: every Fluent key stands in all of them, with the same placeables.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fault, File};

const LANGUAGES: &[&str] = &["ar", "en", "es", "fr", "ru", "zh"];

/// How many missing keys a fault names.
const NAMED_MAX: usize = 12;

/// The variables of each key of one file.
type Keys = BTreeMap<String, BTreeSet<String>>;

/// Files that differ only by their language have the same keys and, under each key, the same variables.
pub(crate) fn complete(files: &[File]) -> Vec<Fault> {
    let mut families: BTreeMap<String, BTreeMap<&str, (&File, Keys)>> = BTreeMap::new();
    let mut faults = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "ftl") {
        match family(&file.path) {
            Some((name, language)) => {
                let keys = keys(file, &mut faults);
                families
                    .entry(name)
                    .or_default()
                    .insert(language, (file, keys));
            }
            None => faults.push(Fault::new(
                &file.path,
                "no language in the path (ar, en, es, fr, ru, zh)",
            )),
        }
    }
    for (name, members) in &families {
        compare(name, members, &mut faults);
    }
    faults
}

fn compare(name: &str, members: &BTreeMap<&str, (&File, Keys)>, faults: &mut Vec<Fault>) {
    for language in LANGUAGES
        .iter()
        .filter(|language| !members.contains_key(*language))
    {
        faults.push(Fault::new(name, format!("no file for `{language}`")));
    }
    let mut all: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (key, variables) in members.values().flat_map(|(_, keys)| keys) {
        all.entry(key)
            .or_default()
            .extend(variables.iter().map(String::as_str));
    }
    for (file, keys) in members.values() {
        let missing: Vec<&str> = all
            .keys()
            .copied()
            .filter(|key| !keys.contains_key(*key))
            .collect();
        if !missing.is_empty() {
            let names: Vec<&str> = missing.iter().copied().take(NAMED_MAX).collect();
            faults.push(Fault::new(
                &file.path,
                format!("{} missing: {}", missing.len(), names.join(", ")),
            ));
        }
        for (key, variables) in keys {
            let expected = all.get(key.as_str()).into_iter().flatten();
            for absent in expected.filter(|variable| !variables.contains(**variable)) {
                faults.push(Fault::new(
                    &file.path,
                    format!("`{key}` does not use {{ ${absent} }}"),
                ));
            }
        }
    }
}

/// The path with its language replaced by `*`, and the language.
fn family(path: &str) -> Option<(String, &'static str)> {
    let pieces: Vec<&str> = path.split_inclusive(['/', '.']).collect();
    pieces.iter().enumerate().rev().find_map(|(index, piece)| {
        let bare = piece.trim_end_matches(['/', '.']);
        let language = LANGUAGES.iter().find(|language| **language == bare)?;
        let mut name: Vec<&str> = pieces.clone();
        let replaced = piece.replace(bare, "*");
        if let Some(place) = name.get_mut(index) {
            *place = &replaced;
        }
        Some((name.concat(), *language))
    })
}

/// Reads the keys of a file: messages, terms, and attributes as `message.attribute`.
fn keys(file: &File, faults: &mut Vec<Fault>) -> Keys {
    let mut keys = Keys::new();
    let (mut message, mut current) = (String::new(), String::new());
    for (line, text) in file.lines() {
        if text.starts_with('#') || text.trim().is_empty() {
            continue;
        }
        let defined = definition(text);
        if let Some((name, _)) = defined {
            if let Some(attribute) = name.strip_prefix('.') {
                current = format!("{message}.{attribute}");
            } else {
                message = name.to_owned();
                current.clone_from(&message);
            }
            if keys.insert(current.clone(), BTreeSet::new()).is_some() {
                faults.push(Fault::at(file, line, format!("`{current}` stands twice")));
            }
        }
        let value = defined.map_or(text, |(_, value)| value);
        if let Some(variables) = keys.get_mut(&current) {
            variables.extend(placeables(value));
        }
    }
    keys
}

/// `name = value` at the margin, or `.attribute = value` indented.
fn definition(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once('=')?;
    let indented = line.starts_with(char::is_whitespace);
    let name = name.trim();
    let bare = name.strip_prefix(if indented { '.' } else { '-' });
    let bare = if indented {
        bare?
    } else {
        bare.unwrap_or(name)
    };
    let good = bare.starts_with(|c: char| c.is_ascii_alphabetic())
        && bare
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    good.then_some((name, value))
}

/// The names after `$`.
fn placeables(text: &str) -> impl Iterator<Item = String> {
    text.split('$').skip(1).filter_map(|rest| {
        let name: String = rest
            .chars()
            .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
            .collect();
        (!name.is_empty()).then_some(name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn six(texts: impl Fn(&str) -> String) -> Vec<File> {
        LANGUAGES
            .iter()
            .map(|language| File::sample(&format!("words/{language}/a.ftl"), &texts(language)))
            .collect()
    }

    #[test]
    fn families_are_found_by_folder_and_by_name() {
        let cases = [
            (
                "crates/paper/words/fr/common.ftl",
                Some(("crates/paper/words/*/common.ftl", "fr")),
            ),
            (
                "templates/mla/words.zh.ftl",
                Some(("templates/mla/words.*.ftl", "zh")),
            ),
            ("templates/mla/words.ftl", None),
        ];
        for (path, expect) in cases {
            assert_eq!(
                family(path),
                expect.map(|(name, language)| (name.to_owned(), language)),
                "{path}"
            );
        }
    }

    #[test]
    fn what_differs_between_languages_is_found() {
        let full = "one = One { $n }\n    .hint = Hint\ntwo =\n    { $n ->\n        [one] x\n       *[other] { $m } y\n    }\n";
        let cases = [
            (full, None),
            (
                "one = Un { $n }\n    .hint = Indice\n",
                Some("1 missing: two"),
            ),
            (
                "one = Un\n    .hint = H\ntwo = { $n } { $m }\n",
                Some("`one` does not use { $n }"),
            ),
            (
                "one = Un { $n }\ntwo = { $n } { $m }\n",
                Some("1 missing: one.hint"),
            ),
            (
                "one = { $n }\n    .hint = H\ntwo = { $n } { $m }\none = { $n }\n",
                Some("`one` stands twice"),
            ),
        ];
        for (french, expect) in cases {
            let files = six(|language| {
                if language == "fr" {
                    french.to_owned()
                } else {
                    full.to_owned()
                }
            });
            let found = complete(&files);
            assert_eq!(
                found.first().map(|fault| fault.what.as_str()),
                expect,
                "{french}"
            );
        }
        let mut files = six(|_| full.to_owned());
        files.pop();
        assert_eq!(complete(&files).len(), 1, "a missing language");
    }
}
