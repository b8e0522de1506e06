//! Values brought to the form their type has in FollowTheMoney, so that two lists write the same thing alike.

use crate::{country, dates};

/// Words for a person's sex in the languages of lists.
const GENDERS: [(&str, &[&str]); 3] = [
    (
        "male",
        &[
            "male",
            "m",
            "man",
            "masculin",
            "masculino",
            "männlich",
            "hombre",
            "homme",
            "мужской",
            "муж",
            "ذكر",
            "男",
        ],
    ),
    (
        "female",
        &[
            "female",
            "f",
            "woman",
            "féminin",
            "femenino",
            "weiblich",
            "mujer",
            "femme",
            "женский",
            "жен",
            "أنثى",
            "女",
        ],
    ),
    ("other", &["other", "o", "x", "d", "divers", "diverse"]),
];

/// A value as a property of this type (and, for identifiers, of this format) should hold it; `None` where it is no value of the
/// type: a country nobody knows, a date that is none. Types without a form of their own keep the text with white space made
/// single.
///
/// ```
/// use screen::ftm::clean;
/// assert_eq!(clean("country", "", "Russia").as_deref(), Some("ru"));
/// assert_eq!(clean("date", "", "1965-3-2").as_deref(), Some("1965-03-02"));
/// assert_eq!(clean("date", "", "tomorrow"), None);
/// ```
pub fn clean(type_name: &str, format: &str, value: &str) -> Option<String> {
    let text = squeeze(value);
    if text.is_empty() {
        return None;
    }
    match type_name {
        "country" => country_code(&text),
        "date" => date(&text),
        "gender" => gender(&text).map(str::to_owned),
        "topic" | "language" => code(type_name, &text),
        "identifier" => identifier(format, &text),
        "name" => name(&text),
        "email" => email(&text),
        "phone" => phone(&text),
        "url" => url(&text),
        "entity" => entity(&text),
        "text" | "html" | "json" => Some(value.trim().to_owned()),
        _ => Some(text),
    }
}

fn squeeze(text: &str) -> String {
    let visible = text.replace(|c: char| c.is_control() && !c.is_whitespace(), "");
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn country_code(text: &str) -> Option<String> {
    let countries = super::Type::of("country")?;
    let lower = text.to_lowercase();
    if countries.values.contains_key(lower.as_str()) {
        return Some(lower);
    }
    if let Some(code) = country::code(text) {
        return Some(code.to_owned());
    }
    let found = countries
        .values
        .iter()
        .find(|(_, label)| label.to_lowercase() == lower);
    found.map(|(code, _)| (*code).to_owned())
}

/// A prefix of ISO 8601 (`1965`, `1965-03`, `1965-03-02`, `1965-03-02T10:00:00`), or one of the uncertain forms of [`dates`]; days
/// typed with dots or strokes are turned round.
fn date(text: &str) -> Option<String> {
    if let Some((day, time)) = text.split_once(['T', ' ']) {
        if dates::parse(day).is_some_and(|s| s.precision == dates::Precision::Day) {
            let hour = |c: char| c.is_ascii_digit() || c == ':';
            let time: String = time.chars().take_while(|c| hour(*c)).take(8).collect();
            return Some(match time.len() {
                2 | 5 | 8 => format!("{day}T{time}"),
                _ => day.to_owned(),
            });
        }
        return None;
    }
    if dates::parse(text).is_some() {
        let mut parts = text.split('-');
        let padded: Vec<String> = parts.by_ref().map(|p| format!("{p:0>2}")).collect();
        let plain = text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        return Some(if plain {
            padded.join("-")
        } else {
            text.to_owned()
        });
    }
    let span = dates::read(text)?;
    (span.precision == dates::Precision::Day).then(|| span.from.to_string())
}

fn gender(text: &str) -> Option<&'static str> {
    let lower = text.trim_end_matches('.').to_lowercase();
    GENDERS
        .iter()
        .find(|(_, words)| words.contains(&lower.as_str()))
        .map(|(code, _)| *code)
}

fn code(type_name: &str, text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let known = &super::Type::of(type_name)?.values;
    if known.contains_key(lower.as_str()) {
        return Some(lower);
    }
    let found = known
        .iter()
        .find(|(_, label)| label.to_lowercase() == lower);
    found.map(|(code, _)| (*code).to_owned())
}

/// Numbers with a format of their own lose the blanks and strokes people put in; others stay as written.
fn identifier(format: &str, text: &str) -> Option<String> {
    let upper = compact_identifier(text);
    if upper.is_empty() {
        return None;
    }
    Some(match format {
        "imo" => {
            let digits: String = upper.chars().filter(char::is_ascii_digit).collect();
            return (digits.len() == 7).then(|| format!("IMO{digits}"));
        }
        "" => text.to_owned(),
        _ => upper,
    })
}

/// An identifier in capitals and digits only, for comparison: "ab-12 34/5" is "AB12345".
pub fn compact_identifier(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_uppercase)
        .collect()
}

fn name(text: &str) -> Option<String> {
    let quotes = ['"', '\'', '“', '”', '«', '»', '„'];
    let bare = text
        .strip_prefix(quotes)
        .and_then(|rest| rest.strip_suffix(quotes))
        .unwrap_or(text)
        .trim();
    (!bare.is_empty()).then(|| bare.to_owned())
}

fn email(text: &str) -> Option<String> {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    let (local, domain) = text.rsplit_once('@')?;
    let fair = !local.is_empty() && domain.contains('.') && !text.contains(' ');
    fair.then(|| format!("{local}@{}", domain.to_lowercase()))
}

/// Digits with a plus before them where the number carries its country; others as they are written, without blanks and strokes.
fn phone(text: &str) -> Option<String> {
    let digits: String = text
        .chars()
        .map(|c| crate::names::digit(c).unwrap_or(c))
        .filter(char::is_ascii_digit)
        .collect();
    if !(5..=20).contains(&digits.len()) {
        return None;
    }
    if text.trim_start_matches(['(', ' ']).starts_with('+') {
        return Some(format!("+{digits}"));
    }
    Some(match digits.strip_prefix("00") {
        Some(rest) => format!("+{rest}"),
        None => digits,
    })
}

fn url(text: &str) -> Option<String> {
    let text = text.split(' ').next().unwrap_or_default();
    let (scheme, rest) = text.split_once("://").unwrap_or(("http", text));
    let cut = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(cut);
    let fair = host.contains('.')
        && scheme.chars().all(|c| c.is_ascii_alphabetic())
        && !scheme.is_empty()
        && !host.starts_with('.');
    let path = if path.is_empty() { "/" } else { path };
    fair.then(|| format!("{}://{}{path}", scheme.to_lowercase(), host.to_lowercase()))
}

fn entity(text: &str) -> Option<String> {
    let fair = text.chars().all(|c| !c.is_whitespace()) && text.chars().count() <= 200;
    fair.then(|| text.to_owned())
}
