//! What the lists answered, as pages show it: the answer in one word, each hit part by part beside what was asked, and what
//! the record says. The border post and the screening desk share it.

use model::Verb;
use office::screening::{CheckAnswer, HitView};
use serde::Serialize;

use super::screening;
use crate::page::Page;
use crate::part::{Answer, Beside, Met};
use crate::words;

/// Parts of a name that met in none of these ways speak for the hit.
const AGAINST: &[&str] = &["differs", "only-asked", "only-listed"];
/// What a record says, in the order of the page: key of its word, and the properties that say it.
const FACTS: &[(&str, &[&str])] = &[
    (
        "border-listed-names",
        &["name", "alias", "weakAlias", "previousName"],
    ),
    ("border-listed-births", &["birthDate"]),
    ("border-part-gender", &["gender"]),
    ("border-nationality", &["nationality"]),
    ("screen-country", &["country", "jurisdiction", "flag"]),
    ("border-part-place", &["birthPlace"]),
    ("border-document", &["passportNumber", "idNumber"]),
    (
        "screen-identifiers",
        &[
            "registrationNumber",
            "taxNumber",
            "imoNumber",
            "mmsi",
            "callSign",
            "publicKey",
        ],
    ),
    ("screen-address", &["address"]),
];
/// Why the record is on the list.
const REASON: (&str, &[&str]) = ("border-list-reason", &["notes"]);

/// Sexes as lists write them.
pub(super) const SEXES: &[&str] = &["female", "male"];

/// A sex in words; as it is written where it is neither.
pub(super) fn sex(page: &Page, text: &str) -> String {
    match SEXES.contains(&text) {
        true => page.say(&format!("screen-sex-{text}")),
        false => text.to_owned(),
    }
}

/// The code of a value as it travels; the rooms below name no types to this one.
pub(super) fn code(value: &impl Serialize) -> String {
    serde_json::to_value(value)
        .ok()
        .and_then(|value| value.as_str().map(ToOwned::to_owned))
        .unwrap_or_default()
}

/// The answer to a check.
pub(super) fn answer(page: &Page, found: &CheckAnswer) -> Answer {
    let class = code(&found.advice.answer);
    let as_of = found.advice.as_of.parse().map_or_else(
        |_| paper::words::time(page.lang, found.at, page.zone.to_offset(found.at)),
        |day| paper::words::date(page.lang, day),
    );
    Answer {
        word: page.say(&format!("border-answer-{class}")),
        as_of: page.say1("border-as-of", "time", as_of),
        line: page.say(&format!("border-{}-line", stem(&class))),
        class,
    }
}

/// The beginning of an answer's words.
pub(super) fn stem(class: &str) -> &str {
    match class {
        "cannot-say" => "cannot",
        other => other,
    }
}

/// Why the answer is what it is, where that needs saying.
pub(super) fn reasons(page: &Page, found: &CheckAnswer) -> Vec<String> {
    let oldest = found
        .advice
        .lists
        .iter()
        .filter_map(|list| list.age_days)
        .max()
        .unwrap_or_default();
    let text = match code(&found.advice.reason).as_str() {
        "no-list" => page.say("border-cannot-no-list"),
        "list-too-old" => page.say1("border-cannot-old", "days", oldest),
        "nothing-asked" => page.say("border-empty-input"),
        "document-unsure" => page.say("border-cannot-mrz"),
        _ => return Vec::new(),
    };
    vec![text]
}

/// The lists that were asked, with their versions.
pub(super) fn lists(found: &CheckAnswer) -> Vec<String> {
    let lists = found.advice.lists.iter();
    lists
        .map(|list| format!("{} · {}", list.list, list.version))
        .collect()
}

/// Records that were left out because an officer found them to be somebody else: their names, and the page of the review for those
/// who may read it.
pub(super) fn left_out(page: &Page, found: &CheckAnswer) -> Vec<(String, Option<String>)> {
    let reads = page.may(Verb::ScreenQueueRead);
    let left = found.left_out.iter().map(|left| {
        let review = format!("/screening/reviews/{}", screening::bare(&left.review));
        (left.caption.clone(), reads.then_some(review))
    });
    left.collect()
}

/// A score, as a number of 100.
pub(super) fn points(score: f64) -> u32 {
    // A score is 0 to 1.
    (score * 100.0).round().clamp(0.0, 100.0) as u32
}

/// A hit part by part.
pub(super) fn beside(page: &Page, hit: &HitView) -> Beside {
    let why = &hit.explanation;
    let (mut speaks_for, mut against) = (Vec::new(), Vec::new());
    for part in &why.parts {
        let kind = code(&part.kind);
        let how = page.say(&format!("border-kind-{kind}"));
        let part = Met {
            asked: part.query.clone(),
            listed: part.candidate.clone(),
            how,
        };
        match AGAINST.contains(&kind.as_str()) {
            true => against.push(part),
            false => speaks_for.push(part),
        }
    }
    let features = why.for_.iter().map(|f| (true, f));
    let features = features.chain(why.against.iter().map(|f| (false, f)));
    for (supports, feature) in features {
        let kind = feature.kind.code();
        let told = |text: &str| match kind.starts_with("sex") {
            true => sex(page, text),
            false => text.to_owned(),
        };
        let (asked, listed) = (told(&feature.query), told(&feature.candidate));
        let how = page.say(&format!("border-feature-{kind}"));
        let met = Met { asked, listed, how };
        match supports {
            true => speaks_for.push(met),
            false => against.push(met),
        }
    }
    Beside {
        name: page.say("border-why"),
        heads: ["screen-asked", "screen-listed", "screen-how"].map(|key| page.say(key)),
        titles: ["border-for", "border-against"].map(|key| page.say(key)),
        nothing: page.say("border-nothing-against"),
        speaks_for,
        against,
    }
}

/// Who the record says it is about, at most so many values of each kind: never why.
pub(super) fn identity(
    page: &Page,
    hit: &HitView,
    values_max: usize,
) -> Vec<(String, Vec<String>)> {
    said(page, hit, (FACTS, values_max))
}

fn said(
    page: &Page,
    hit: &HitView,
    (facts, values_max): (&[(&str, &[&str])], usize),
) -> Vec<(String, Vec<String>)> {
    let of = |properties: &[&str]| -> Vec<String> {
        let all: Vec<&String> = properties
            .iter()
            .flat_map(|property| hit.entity.values(property))
            .collect();
        let mut shown: Vec<String> = all.iter().take(values_max).map(|v| (*v).clone()).collect();
        if all.len() > shown.len() {
            shown.push(page.say_n(
                "screen-more",
                i64::try_from(all.len() - shown.len()).unwrap_or(i64::MAX),
            ));
        }
        shown
    };
    let listed = facts.iter().map(|(key, properties)| {
        let values = of(properties).into_iter();
        let told = |text: String| match *key {
            "border-part-gender" => sex(page, &text),
            _ => text,
        };
        (page.say(key), values.map(told).collect::<Vec<_>>())
    });
    listed.filter(|(_, values)| !values.is_empty()).collect()
}

/// What the record says, at most so many values of each kind, and where it stands.
pub(super) fn facts(page: &Page, hit: &HitView, values_max: usize) -> Vec<(String, Vec<String>)> {
    let why = &hit.explanation;
    let place = [
        ("border-list-reference", vec![why.record.clone()]),
        (
            "border-list-and-version",
            vec![format!("{} · {}", why.list, why.list_version)],
        ),
    ];
    let place = place.into_iter().filter(|(_, values)| !values.is_empty());
    let mut facts = identity(page, hit, values_max);
    facts.extend(said(page, hit, (&[REASON], values_max)));
    facts.extend(place.map(|(key, values)| (page.say(key), values)));
    facts
}

/// A kind of record in words; the model's own word where this desk has none.
pub(super) fn kind(page: &Page, schema: &str) -> String {
    let key = words::key("screen-kind", schema);
    match words::known(&key) {
        true => page.say(&key),
        false => schema.to_owned(),
    }
}

/// The name that met, with what the list calls it; nothing where only a number met.
pub(super) fn name_met(page: &Page, hit: &HitView) -> Option<String> {
    let why = &hit.explanation;
    if why.name.is_empty() {
        return None;
    }
    let name = paper::words::isolated(&why.name);
    let key = words::key("screen-name", &why.name_property);
    let met = match words::known(&key) {
        true => page.say2(
            "screen-name-met",
            ("name", &name),
            ("what", &page.say(&key)),
        ),
        false => page.say1("screen-name-met-plain", "name", &name),
    };
    Some(match &why.through {
        Some(record) => {
            let record = paper::words::isolated(record);
            format!("{met} · {}", page.say1("screen-through", "record", record))
        }
        None => met,
    })
}
