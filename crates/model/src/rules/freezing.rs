//! The freezing of assets under resolution 1373 (2001), paragraph 1(c) (AF-01 to 08).
//!
//! A freeze strikes before anybody is heard: so the request tells the target from every namesake, states a case and
//! not a label, and names the ways out.

use super::content::{Node, is_wildcard, words};
use super::dates::{dated, not_after};
use super::lexicon::{tells, tells_facts};
use super::{Case, Family, Findings, codes};
use crate::finding::{Finding, Level};

const SECTION: &str = "requests 3.5";
const RESOLUTION: &str = "UNSCR 1373 (2001) 1(c)";
/// Words that a reason has at least; a label has fewer.
const REASON_WORDS_MIN: usize = 3;
/// Telling words that a fact has at least: who did what.
const FACT_TELLING_MIN: usize = 2;
/// Parts of an address without a number: house, street, town.
const ADDRESS_PARTS_MIN: usize = 3;

/// The freezing of assets.
pub(super) const FAMILY: Family = Family {
    rules: &[
        af_01, af_02, af_03, af_04, af_05, af_06, af_07, af_08, order,
    ],
    codes: &[
        ("AF-01", &[Level::Block]),
        ("AF-02", &[Level::Block]),
        ("AF-03", &[Level::Block]),
        ("AF-04", &[Level::Warn]),
        ("AF-05", &[Level::Hint]),
        ("AF-06", &[Level::Warn]),
        ("AF-07", &[Level::Block]),
        ("AF-08", &[Level::Hint]),
        ("GEN-03", &[Level::Block]),
    ],
};

fn block(code: &str, field: impl Into<String>, source: &str) -> Finding {
    Finding::new(Level::Block, code, field, source)
}

/// At least one criterion of the resolution is met.
fn af_01(case: &Case<'_>, out: &mut Findings) {
    let named = case.content.at("case/criteria").codes();
    if !named.iter().any(|code| codes::FREEZING.contains(code)) {
        out.push(block("AF-01", "/case/criteria", RESOLUTION));
    }
}

/// Persons whose assets are meant: all but those who only appear in the case.
fn targets<'a>(case: &'a Case<'a>) -> impl Iterator<Item = (usize, Node<'a>)> {
    case.content.get("persons").items().filter(|(_, person)| {
        !matches!(
            person.get("role").code(),
            "victim" | "witness" | "expert" | "contact"
        )
    })
}

fn named(entry: Node<'_>, names: &[&str]) -> bool {
    names.iter().any(|name| {
        entry
            .get(name)
            .text()
            .is_some_and(|text| !is_wildcard(text))
    })
}

/// A number that a register or a document carries.
fn numbered(node: Node<'_>) -> bool {
    node.text()
        .is_some_and(|text| !is_wildcard(text) && text.chars().any(char::is_numeric))
}

/// An address that finds one house: with its number, or with its name, street and town. The last known one counts.
fn is_precise_address(node: Node<'_>) -> bool {
    let Some(text) = node.text() else {
        return false;
    };
    text.split([';', '；', '؛']).any(|part| {
        let parts = part
            .split([',', '，', '،'])
            .filter(|p| words(p) > 0)
            .count();
        let house = part.chars().any(char::is_numeric) || parts >= ADDRESS_PARTS_MIN;
        house && words(part) >= 3 && !is_wildcard(part) && !says_unknown(part)
    })
}

/// "Unknown" at the head of a text, in the six languages.
fn says_unknown(text: &str) -> bool {
    const UNKNOWN: &[&str] = &[
        "unknown",
        "not known",
        "no fixed",
        "no address",
        "inconnu",
        "sans domicile",
        "desconocid",
        "sin domicilio",
        "неизвест",
        "не установлен",
        "مجهول",
        "غير معروف",
        "不详",
        "不明",
        "未知",
    ];
    let text = text.trim().to_lowercase();
    UNKNOWN.iter().any(|word| text.starts_with(word))
}

/// A name and one thing that tells the target from every namesake.
fn af_02(case: &Case<'_>, out: &mut Findings) {
    let mut any = false;
    let mut judge = |at: String, (has_name, name): (bool, &str), (told, mark): (bool, &str)| {
        any = true;
        let mut lacks = |field: &str, problem: &str| {
            out.push(
                block("AF-02", format!("{at}/{field}"), "requests 3.5; FATF R.6")
                    .with("problem", problem),
            );
        };
        if !has_name {
            lacks(name, "no_name");
        }
        if !told {
            lacks(mark, "name_only");
        }
    };
    for (index, person) in targets(case) {
        let has_name = named(person, &["family_name", "given_names", "native_name"]);
        let told = person.get("born_on").earliest_date().is_some()
            || numbered(person.get("documents"))
            || is_precise_address(person.get("address"));
        judge(
            format!("/persons/{index}"),
            (has_name, "family_name"),
            (told, "born_on"),
        );
    }
    for (index, entity) in case.content.get("entities").items() {
        let has_name = named(entity, &["name", "native_name"]);
        let told = numbered(entity.get("registration_number"))
            || is_precise_address(entity.get("address"));
        judge(
            format!("/entities/{index}"),
            (has_name, "name"),
            (told, "registration_number"),
        );
    }
    if !any {
        out.push(block("AF-02", "/persons", RESOLUTION).with("problem", "no_target"));
    }
}

/// A case, not a label: at least one fact with its date, and the grounds that follow.
fn af_03(case: &Case<'_>, out: &mut Findings) {
    let mut lacks = |field: String, missing: &str| {
        out.push(block("AF-03", field, "requests 3.5; FATF R.6").with("missing", missing));
    };
    let mut lacking = None;
    let mut told = false;
    for (index, fact) in case.content.get("dated_facts").items() {
        // A text that is no day, or a day to come, is GEN-03's to say.
        let dated = fact.get("happened_on").given();
        if dated && tells(fact.get("what").code(), FACT_TELLING_MIN) {
            told = true;
            break;
        }
        let name = if dated { "what" } else { "happened_on" };
        lacking = lacking.or_else(|| Some(format!("/dated_facts/{index}/{name}")));
    }
    if !told {
        lacks(lacking.unwrap_or_else(|| "/dated_facts".to_owned()), "fact");
    }
    if !tells_facts(case.content.at("case/grounds").code()) {
        lacks("/case/grounds".to_owned(), "grounds");
    }
}

/// Something of the case may be told to those it concerns.
fn af_04(case: &Case<'_>, out: &mut Findings) {
    if words(case.content.at("case/releasable").code()) < REASON_WORDS_MIN {
        out.push(Finding::new(
            Level::Warn,
            "AF-04",
            "/case/releasable",
            SECTION,
        ));
    }
}

/// Who stands on a list of the Security Council is frozen on that ground.
fn af_05(case: &Case<'_>, out: &mut Findings) {
    let root = case.content;
    let mut fields = Vec::new();
    if root.at("case/un_list").code() == "listed" {
        fields.push("/case/un_list".to_owned());
    }
    let entities = root.get("entities").items();
    let lists = targets(case)
        .map(|entry| ("persons", entry))
        .chain(entities.map(|entry| ("entities", entry)));
    for (list, (index, entry)) in lists {
        if numbered(entry.get("un_list_reference")) {
            fields.push(format!("/{list}/{index}/un_list_reference"));
        }
    }
    for field in fields {
        out.push(Finding::new(
            Level::Hint,
            "AF-05",
            field,
            "UNSCR 2253 (2015) 1",
        ));
    }
}

/// Where aid is touched, the request says how lawful aid goes on.
fn af_06(case: &Case<'_>, out: &mut Findings) {
    let aid = case.content.get("entities").items().any(|(_, entity)| {
        matches!(
            entity.get("kind").code(),
            "charity" | "humanitarian_organisation"
        )
    });
    if aid && words(case.content.at("case/proportionality").code()) < REASON_WORDS_MIN {
        out.push(Finding::new(
            Level::Warn,
            "AF-06",
            "/case/proportionality",
            "requests 3.5; FATF R.8",
        ));
    }
}

/// Ways out: how the measure is contested, and who is asked for delisting.
fn af_07(case: &Case<'_>, out: &mut Findings) {
    let remedies = case.content.get("remedies");
    let mut lacks = |name: &str, missing: &str| {
        out.push(block("AF-07", format!("/remedies/{name}"), SECTION).with("missing", missing));
    };
    if words(remedies.get("remedy").code()) < REASON_WORDS_MIN {
        lacks("remedy", "remedy");
    }
    let reachable = |text: &str| text.contains('@') || words(text) >= REASON_WORDS_MIN;
    if !remedies
        .get("delisting_contact")
        .text()
        .is_some_and(|text| reachable(text) && !says_unknown(text))
    {
        lacks("delisting_contact", "contact");
    }
}

/// In a criminal case the assets can be restrained by mutual legal assistance too.
fn af_08(case: &Case<'_>, out: &mut Findings) {
    let criminal = case.content.at("designation/kind").code();
    if matches!(criminal, "criminal_case" | "both") {
        out.push(Finding::new(
            Level::Hint,
            "AF-08",
            "/designation/kind",
            "requests 3.5; FINANCING-1999 8, 12",
        ));
    }
}

/// The designation and the facts lie in the past (GEN-03).
fn order(case: &Case<'_>, out: &mut Findings) {
    let today = (String::new(), Some(case.today));
    let at = "/designation/designated_on";
    not_after(&dated(at, case.content.pointer(at)), &today, out);
    for (index, fact) in case.content.get("dated_facts").items() {
        let on = fact.get("happened_on").earliest_date();
        not_after(
            &(format!("/dated_facts/{index}/happened_on"), on),
            &today,
            out,
        );
    }
}
