//! The draft of a notice or diffusion (NOT-01 to NOT-10), held against the Rules on the Processing of Data of INTERPOL
//! and articles 2 and 3 of its Constitution.
//!
//! A diffusion is judged as the notice it mirrors. What the words of a text give away is in [`super::lexicon`].

mod identity;

use jiff::ToSpan;

use super::content::{Answer, is_wildcard, words};
use super::lexicon::{Lexicon, marker, tells, tells_facts};
use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};

const SECTION: &str = "requests 3.10";
/// Telling words in which what one person did can be told.
const ACT_TELLING_MIN: usize = 3;
/// Words that an assessment has at least.
const ASSESSMENT_WORDS_MIN: usize = 6;
/// Words that a description has at least.
const TEXT_WORDS_MIN: usize = 3;
/// Least maximum penalty for a red notice, in months (RPD 83(1)(a)).
const RED_MONTHS_MIN: u64 = 24;
/// Least sentence, or remainder of one, for a red notice, in months.
const RED_SENTENCE_MONTHS_MIN: u64 = 6;
/// Least maximum penalty for a silver notice, in months.
const SILVER_MONTHS_MIN: u64 = 48;
/// Years for which a notice is kept at first (RPD 49).
const KEPT_YEARS_MAX: i32 = 5;
/// Months before the purge by which the need is looked at again (RPD 50).
const REVIEW_MONTHS: i32 = 6;

/// The draft of a notice or diffusion.
pub(super) const FAMILY: Family = Family {
    rules: &[
        identity::not_01,
        not_02,
        not_03,
        not_04,
        not_05,
        not_06,
        not_07,
        not_08,
        not_09,
        not_10,
    ],
    codes: &[
        ("NOT-01", &[Level::Block]),
        ("NOT-02", &[Level::Block]),
        ("NOT-03", &[Level::Block]),
        ("NOT-04", &[Level::Block]),
        ("NOT-05", &[Level::Block]),
        ("NOT-06", &[Level::Warn]),
        ("NOT-07", &[Level::Warn]),
        ("NOT-08", &[Level::Block]),
        ("NOT-09", &[Level::Hint]),
        ("NOT-10", &[Level::Block]),
    ],
};

/// What a notice is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Colour {
    /// Locate and arrest with a view to extradition.
    Red,
    /// Locate, identify, learn about a person.
    Blue,
    /// Warn of a person.
    Green,
    /// A missing person.
    Yellow,
    /// An unidentified body.
    Black,
    /// A way of committing crimes.
    Purple,
    /// An imminent danger.
    Orange,
    /// Assets of crime.
    Silver,
    /// Under sanctions of the Security Council.
    UnSpecial,
}

/// The colour of the notice, or of the one that a diffusion mirrors.
fn colour(case: &Case<'_>) -> Option<Colour> {
    let notice = case.content.get("notice");
    let said = match notice.get("colour").code() {
        "diffusion" => notice.get("mirrors").code(),
        said => said,
    };
    Some(match said {
        "red" => Colour::Red,
        "blue" => Colour::Blue,
        "green" => Colour::Green,
        "yellow" => Colour::Yellow,
        "black" => Colour::Black,
        "purple" => Colour::Purple,
        "orange" => Colour::Orange,
        "silver" => Colour::Silver,
        "un_special" => Colour::UnSpecial,
        _ => return None,
    })
}

/// The finding of a rule of this file.
fn found(level: Level, code: &str, field: impl Into<String>) -> Finding {
    Finding::new(level, code, field, SECTION)
}

/// Whether a person is sought for an act of that person: the draft stands or falls with the act.
fn is_of_act(colour: Option<Colour>) -> bool {
    matches!(colour, Some(Colour::Red | Colour::Silver))
}

/// A red notice rests on a warrant or judgment that is named and in force.
pub(super) fn not_02(case: &Case<'_>, out: &mut Findings) {
    if colour(case) != Some(Colour::Red) {
        return;
    }
    let warrant = case.content.get("warrant");
    let mut lacks = |name: &str, problem: &str| {
        out.push(
            Finding::new(
                Level::Block,
                "NOT-02",
                format!("/warrant/{name}"),
                "RPD 83(2)(b)(v)",
            )
            .with("problem", problem),
        );
    };
    for name in ["authority", "number", "issued_on"] {
        let said = warrant.get(name);
        // A State whose warrants bear no number says so.
        let unnumbered = name == "number" && said.answer() == Answer::NotApplicable;
        if !unnumbered && said.text().is_none_or(is_wildcard) {
            lacks(name, "missing");
        }
    }
    if !warrant.get("in_force").yes() {
        lacks("in_force", "not_in_force");
    }
}

/// What is sought is punished heavily enough.
pub(super) fn not_03(case: &Case<'_>, out: &mut Findings) {
    let least = match colour(case) {
        Some(Colour::Red) => RED_MONTHS_MIN,
        Some(Colour::Silver) => SILVER_MONTHS_MIN,
        _ => return,
    };
    let mut below = |field: &str, least: u64| {
        out.push(
            Finding::new(Level::Block, "NOT-03", field, "RPD 83(1)(a)")
                .with("months", least.to_string()),
        );
    };
    let warrant = case.content.get("warrant");
    if least == RED_MONTHS_MIN && warrant.get("kind").code() == "judgment" {
        let rest = warrant
            .get("remaining_months")
            .number()
            .or_else(|| warrant.get("sentence_months").number());
        if rest.is_none_or(|rest| rest < RED_SENTENCE_MONTHS_MIN) {
            below("/warrant/remaining_months", RED_SENTENCE_MONTHS_MIN);
        }
        return;
    }
    let mut offences = case.content.get("offences").items().peekable();
    if offences.peek().is_none() {
        below("/offences", least);
    } else if !offences.any(|(_, offence)| {
        offence
            .get("penalty_max_months")
            .number()
            .is_some_and(|months| months >= least)
            || offence.get("life_sentence").yes()
            || offence.get("death_penalty").yes()
    }) {
        below("/offences/0/penalty_max_months", least);
    }
}

/// The texts that say what the person is sought for.
fn texts<'a>(case: &Case<'a>) -> Vec<(String, &'a str)> {
    let mut texts: Vec<(String, &str)> = Vec::new();
    for (index, offence) in case.content.get("offences").items() {
        for name in ["title", "law_text"] {
            texts.push((
                format!("/offences/{index}/{name}"),
                offence.get(name).code(),
            ));
        }
    }
    for path in ["facts/act", "facts/summary"] {
        texts.push((format!("/{path}"), case.content.at(path).code()));
    }
    texts
}

/// No matter of a political, military, religious or racial character, unless an act of violence is described.
pub(super) fn not_04(case: &Case<'_>, out: &mut Findings) {
    let about_person = [Colour::Red, Colour::Blue, Colour::Green, Colour::Silver];
    if !colour(case).is_some_and(|colour| about_person.contains(&colour)) {
        return;
    }
    let violent = ["facts/act", "facts/summary"]
        .iter()
        .any(|path| marker(Lexicon::Violence, case.content.at(path).code()).is_some());
    if violent {
        return;
    }
    for (field, text) in texts(case) {
        if let Some(word) = marker(Lexicon::Political, text) {
            out.push(
                Finding::new(Level::Block, "NOT-04", field, "INTERPOL Constitution 3")
                    .with("word", word),
            );
        }
    }
}

/// What makes a debt that is paid, or a family that is helped, no private matter.
const TERROR: &[&str] = &["terror", "террор", "إرهاب", "ارهاب", "恐怖"];

/// The texts in which a private matter shows: the titles; what the person did, unless it is violent; and the summary,
/// where the closed list has no name for the offence.
fn private_texts<'a>(case: &Case<'a>) -> Vec<(String, &'a str)> {
    let mut unnamed = true;
    let mut texts = Vec::new();
    for (index, offence) in case.content.get("offences").items() {
        unnamed &= matches!(offence.get("category").code(), "" | "other");
        let title = offence.get("title").code();
        texts.push((format!("/offences/{index}/title"), title));
    }
    let mut calm = |path: &str| {
        let text = case.content.at(path).code();
        let lower = text.to_lowercase();
        let terror = TERROR.iter().any(|word| lower.contains(word));
        if !terror && marker(Lexicon::Violence, text).is_none() {
            texts.push((format!("/{path}"), text));
        }
    };
    calm("facts/act");
    if unnamed {
        calm("facts/summary");
    }
    texts
}

/// Family matters, private debts and breaches of administrative rules are no ground for a notice.
pub(super) fn not_05(case: &Case<'_>, out: &mut Findings) {
    let nature = case.content.at("notice/nature").code();
    if matches!(
        nature,
        "family" | "private_debt" | "administrative" | "contested_norm"
    ) {
        out.push(
            Finding::new(Level::Block, "NOT-05", "/notice/nature", "RPD 83(1)(a)(i)")
                .with("nature", nature),
        );
        return;
    }
    if !is_of_act(colour(case)) {
        return;
    }
    for (field, text) in private_texts(case) {
        if let Some(word) = marker(Lexicon::Private, text) {
            out.push(
                Finding::new(Level::Block, "NOT-05", field, "RPD 83(1)(a)(i)")
                    .with("nature", "named")
                    .with("word", word),
            );
        }
    }
}

/// An offence that is only a label says nothing of the person; what this person did, when and where, does.
pub(super) fn not_06(case: &Case<'_>, out: &mut Findings) {
    let mut thin = |field: &str, missing: &str| {
        out.push(
            Finding::new(Level::Warn, "NOT-06", field, "RPD 83(2)(b)(i)").with("missing", missing),
        );
    };
    let colour = colour(case);
    if is_of_act(colour) {
        let facts = case.content.get("facts");
        let act = facts.get("act").code();
        let mut offences = case.content.get("offences").items();
        let is_title = offences
            .any(|(_, offence)| offence.get("title").code().to_lowercase() == act.to_lowercase());
        if !tells(act, ACT_TELLING_MIN) || is_title {
            thin("/facts/act", "act");
        }
        if !tells_facts(facts.get("summary").code()) {
            thin("/facts/summary", "summary");
        }
        if facts.get("happened_from").date().is_none()
            && facts.get("happened_until").date().is_none()
        {
            thin("/facts/happened_from", "date");
        }
        if facts.get("place").text().is_none() {
            thin("/facts/place", "place");
        }
    }
    if colour == Some(Colour::Green)
        && words(case.content.at("warning/assessment").code()) < ASSESSMENT_WORDS_MIN
    {
        thin("/warning/assessment", "assessment");
    }
    if colour == Some(Colour::Silver) {
        for (index, asset) in case.content.get("assets").items() {
            if words(asset.get("link").code()) < TEXT_WORDS_MIN {
                thin(&format!("/assets/{index}/link"), "link");
            }
        }
    }
}

/// Somebody whom the own State protects is not sought without a second look.
pub(super) fn not_07(case: &Case<'_>, out: &mut Findings) {
    if case.content.at("notice/protected_at_home").yes() {
        out.push(found(Level::Warn, "NOT-07", "/notice/protected_at_home"));
    }
}

/// Who is wanted is wanted for extradition, from States that are named; a diffusion goes to States that are chosen.
pub(super) fn not_08(case: &Case<'_>, out: &mut Findings) {
    let notice = case.content.get("notice");
    let mut lacks = |name: &str| {
        out.push(
            Finding::new(
                Level::Block,
                "NOT-08",
                format!("/notice/{name}"),
                "RPD 84(b), 97",
            )
            .with("problem", name),
        );
    };
    let wanted = colour(case) == Some(Colour::Red);
    let diffusion = notice.get("colour").code() == "diffusion";
    if wanted && !notice.get("extradition_intended").yes() {
        lacks("extradition_intended");
    }
    let states = notice.get("states").codes();
    let chosen = !states.is_empty() && !states.iter().any(|state| is_wildcard(state));
    let everywhere = notice.get("all_members").yes() && !diffusion;
    if (wanted || diffusion) && !chosen && !everywhere {
        lacks("states");
    }
}

/// A notice ends: at most five years at first, and the need is looked at again half a year before.
pub(super) fn not_09(case: &Case<'_>, out: &mut Findings) {
    let notice = case.content.get("notice");
    let mut hint = |name: &str, problem: &str| {
        out.push(
            Finding::new(
                Level::Hint,
                "NOT-09",
                format!("/notice/{name}"),
                "RPD 49, 50",
            )
            .with("problem", problem),
        );
    };
    let Some(purge) = notice.get("purge_on").date() else {
        hint("purge_on", "no_purge");
        return;
    };
    let latest = case.today.checked_add(KEPT_YEARS_MAX.years());
    if latest.is_ok_and(|latest| purge > latest) {
        hint("purge_on", "too_late");
    }
    let due = purge.checked_sub(REVIEW_MONTHS.months());
    let reviewed = notice.get("review_on").date();
    if due.is_ok_and(|due| reviewed.is_none_or(|review| review > due)) {
        hint("review_on", "no_review");
    }
}

/// What has been reached, or can no longer be, is taken back everywhere.
pub(super) fn not_10(case: &Case<'_>, out: &mut Findings) {
    let status = case.content.at("notice/status").code();
    let over = matches!(
        status,
        "extradition_granted" | "extradition_refused" | "request_withdrawn" | "person_dead"
    );
    if over && case.content.get("relation").code() != "withdrawal" {
        out.push(
            Finding::new(Level::Block, "NOT-10", "/notice/status", "RPD 81").with("status", status),
        );
    }
}
