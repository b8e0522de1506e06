//! Words in the six languages: one Fluent bundle for each, built once, safe to use from every thread.
//!
//! Here: looking a key up with its arguments, falling back to English and then to the key itself, and writing dates,
//! times, numbers and sizes the way each language writes them. Not here: which words a page needs (the .ftl files under
//! `words/` and `templates/`), and time zones (the caller hands in the offset).
//!
//! Values put into a sentence are wrapped in the Unicode isolates U+2068 and U+2069, so that a Latin name inside an
//! Arabic sentence (or the other way round) cannot tear it. [`without_isolates`] removes them for plain terminals.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use jiff::{Timestamp, tz::Offset};
use model::Lang;
use unic_langid::LanguageIdentifier;

mod sources;
pub use sources::files;

type Bundle = FluentBundle<FluentResource>;

/// A value put into a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arg<'a> {
    /// Written as it is, isolated from the direction of the sentence around it.
    Text(&'a str),
    /// Decides plural forms; written in Western digits, ungrouped.
    Number(i64),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(text)
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Arg::Number(number)
    }
}

impl From<i32> for Arg<'_> {
    fn from(number: i32) -> Self {
        Arg::Number(i64::from(number))
    }
}

impl From<u32> for Arg<'_> {
    fn from(number: u32) -> Self {
        Arg::Number(i64::from(number))
    }
}

impl From<usize> for Arg<'_> {
    fn from(number: usize) -> Self {
        Arg::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// The sentence of `key` in `lang`; in English where `lang` lacks it; the key itself where English lacks it too.
///
/// A key may name an attribute: `"request.title"` is the attribute `title` of the message `request`.
#[must_use]
pub fn say(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
    find(lang, key, &fluent_args(args)).unwrap_or_else(|| key.to_owned())
}

/// A sentence without arguments.
#[must_use]
pub fn word(lang: Lang, key: &str) -> String {
    say(lang, key, &[])
}

/// As [`say`] with the arguments of a finding or a refusal. A value that is a plain whole number counts as a number
/// (so that plural forms agree); everything else, `007` included, stays text.
#[must_use]
pub fn say_map(lang: Lang, key: &str, args: &BTreeMap<String, String>) -> String {
    let args: Vec<(&str, Arg<'_>)> = args
        .iter()
        .map(|(name, value)| (name.as_str(), arg_of(value)))
        .collect();
    say(lang, key, &args)
}

/// The attribute `attr` of `key` (`key.attr` in Fluent), with the same fallbacks as [`say`].
#[must_use]
pub fn say_attr(lang: Lang, key: &str, attr: &str, args: &[(&str, Arg<'_>)]) -> String {
    say(lang, &format!("{key}.{attr}"), args)
}

/// The sentence of `key`, or `None` where neither `lang` nor English has it.
#[must_use]
pub fn try_say(lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> Option<String> {
    find(lang, key, &fluent_args(args))
}

/// Whether `lang` itself (no fallback) has `key`, an attribute included.
#[must_use]
pub fn has(lang: Lang, key: &str) -> bool {
    pattern_exists(bundle(lang), key)
}

/// The text without the invisible isolates that [`say`] puts around values: for terminals and file names.
#[must_use]
pub fn without_isolates(text: &str) -> String {
    text.chars()
        .filter(|c| !('\u{2066}'..='\u{2069}').contains(c))
        .collect()
}

/// `text` between isolates whose direction follows its own first strong letter.
#[must_use]
pub fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// The title of an instrument in `lang`: the official one where these words have it, else `otherwise`.
#[must_use]
pub fn instrument(lang: Lang, id: &str, otherwise: &str) -> String {
    try_say(lang, &format!("instrument-{}", id.to_lowercase()), &[])
        .unwrap_or_else(|| otherwise.to_owned())
}

/// A civil date in words, e.g. `21 November 2026`, `21 de noviembre de 2026`, `2026年11月21日`.
#[must_use]
pub fn date(lang: Lang, date: Date) -> String {
    let month = word(lang, &format!("month-{}", date.month()));
    let day = if lang == Lang::Fr && date.day() == 1 {
        "1er".to_owned()
    } else {
        date.day().to_string()
    };
    let year = date.year();
    match lang {
        Lang::En | Lang::Fr | Lang::Ar => format!("{day} {month} {year}"),
        Lang::Es => format!("{day} de {month} de {year}"),
        Lang::Ru => format!("{day} {month} {year} г."),
        Lang::Zh => format!("{year}年{month}月{day}日"),
    }
}

/// A month with its year, for dates known no better: `November 2026`, `2026年11月`.
#[must_use]
pub fn month_and_year(lang: Lang, date: Date) -> String {
    let month = word(lang, &format!("month-alone-{}", date.month()));
    let year = date.year();
    match lang {
        Lang::En | Lang::Fr | Lang::Ar => format!("{month} {year}"),
        Lang::Es => format!("{month} de {year}"),
        Lang::Ru => format!("{month} {year} г."),
        Lang::Zh => format!("{year}年{month}"),
    }
}

/// A moment on the wall of a place at `offset` from UTC, the offset always named: `21 November 2026, 14:05 (UTC+01:00)`.
#[must_use]
pub fn time(lang: Lang, at: Timestamp, offset: Offset) -> String {
    let local = offset.to_datetime(at);
    let comma = match lang {
        Lang::Ar => "، ",
        Lang::Zh => " ",
        _ => ", ",
    };
    format!(
        "{}{comma}{:02}:{:02} ({})",
        date(lang, local.date()),
        local.hour(),
        local.minute(),
        isolated_utc(lang, offset)
    )
}

/// A whole number with the thousands grouped as `lang` groups them. Digits stay Western: figures must agree across borders.
#[must_use]
pub fn number(lang: Lang, value: i64) -> String {
    let separator = match lang {
        Lang::Fr | Lang::Ru | Lang::Es => '\u{a0}',
        Lang::En | Lang::Zh | Lang::Ar => ',',
    };
    let digits = value.unsigned_abs().to_string();
    let mut out = String::new();
    if value < 0 {
        out.push('\u{2212}');
    }
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A size in bytes, in binary units with one decimal below ten: `1.5 MiB`, `1,5 Mio`.
#[must_use]
pub fn size(lang: Lang, bytes: u64) -> String {
    let units = ["unit-b", "unit-kib", "unit-mib", "unit-gib", "unit-tib"];
    let (mut divisor, mut index) = (1u64, 0usize);
    while bytes / divisor >= 1024 && index + 1 < units.len() {
        divisor *= 1024;
        index += 1;
    }
    let unit = word(lang, units.get(index).copied().unwrap_or("unit-b"));
    let tenths = (u128::from(bytes) * 10 / u128::from(divisor)) as u64;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let written = number(lang, i64::try_from(whole).unwrap_or(i64::MAX));
    if index == 0 || whole >= 10 || tenth == 0 {
        format!("{written}\u{a0}{unit}")
    } else {
        let point = match lang {
            Lang::En | Lang::Zh | Lang::Ar => '.',
            Lang::Fr | Lang::Ru | Lang::Es => ',',
        };
        format!("{written}{point}{tenth}\u{a0}{unit}")
    }
}

/// `UTC+01:00`, isolated left to right in Arabic.
fn isolated_utc(lang: Lang, offset: Offset) -> String {
    let seconds = offset.seconds();
    let (sign, seconds) = if seconds < 0 {
        ('\u{2212}', seconds.unsigned_abs())
    } else {
        ('+', seconds.unsigned_abs())
    };
    let text = if seconds == 0 {
        "UTC".to_owned()
    } else {
        format!("UTC{sign}{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
    };
    if lang.is_rtl() {
        format!("\u{2066}{text}\u{2069}")
    } else {
        text
    }
}

fn arg_of(value: &str) -> Arg<'_> {
    match value.parse::<i64>() {
        Ok(number) if number.to_string() == value => Arg::Number(number),
        _ => Arg::Text(value),
    }
}

fn fluent_args<'a>(args: &[(&'a str, Arg<'a>)]) -> FluentArgs<'a> {
    let mut out = FluentArgs::with_capacity(args.len());
    for (name, value) in args {
        match value {
            Arg::Text(text) => out.set(*name, FluentValue::String(Cow::Borrowed(text))),
            Arg::Number(number) => out.set(*name, FluentValue::from(*number)),
        }
    }
    out
}

fn find(lang: Lang, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    write_in(bundle(lang), key, args).or_else(|| {
        (lang != Lang::En)
            .then(|| write_in(bundle(Lang::En), key, args))
            .flatten()
    })
}

fn write_in(bundle: &Bundle, key: &str, args: &FluentArgs<'_>) -> Option<String> {
    let (id, attribute) = split_key(key);
    let message = bundle.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let mut errors = Vec::new();
    Some(
        bundle
            .format_pattern(pattern, Some(args), &mut errors)
            .into_owned(),
    )
}

fn pattern_exists(bundle: &Bundle, key: &str) -> bool {
    let (id, attribute) = split_key(key);
    bundle
        .get_message(id)
        .is_some_and(|message| match attribute {
            Some(name) => message.get_attribute(name).is_some(),
            None => message.value().is_some(),
        })
}

fn split_key(key: &str) -> (&str, Option<&str>) {
    match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    }
}

fn bundle(lang: Lang) -> &'static Bundle {
    static BUNDLES: LazyLock<[Bundle; 6]> = LazyLock::new(|| {
        [
            build(Lang::Ar),
            build(Lang::Zh),
            build(Lang::En),
            build(Lang::Fr),
            build(Lang::Ru),
            build(Lang::Es),
        ]
    });
    let [ar, zh, en, fr, ru, es] = &*BUNDLES;
    match lang {
        Lang::Ar => ar,
        Lang::Zh => zh,
        Lang::En => en,
        Lang::Fr => fr,
        Lang::Ru => ru,
        Lang::Es => es,
    }
}

/// A broken line in a file costs that line only (Fluent's junk); the tests refuse junk, so no release has any.
fn build(lang: Lang) -> Bundle {
    let id: LanguageIdentifier = lang.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    for (_, text) in files(lang) {
        let resource = match FluentResource::try_new((*text).to_owned()) {
            Ok(resource) => resource,
            Err((resource, _)) => resource,
        };
        // The first file that defines a key keeps it; the tests refuse a key defined twice.
        let _ = bundle.add_resource(resource);
    }
    bundle
}

#[cfg(test)]
mod tests;
