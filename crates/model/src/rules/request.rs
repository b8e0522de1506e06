//! The request as a whole: what UNTOC article 18(15) asks every request to say (MLA-01, 03, 15), and two hints
//! (MLA-10, 12).

use super::lexicon::{is_told, tells, tells_facts};
use super::{Case, Family, Findings, codes};
use crate::finding::{Finding, Level};
use crate::kind::Kind;

const SECTION: &str = "requests 3.2";
/// Telling words a description of an act has at least: who did what.
const ACT_TELLING_MIN: usize = 2;
/// Words a purpose has at least.
const PURPOSE_WORDS_MIN: usize = 2;

/// A request for mutual legal assistance as a whole; `mla_12` looks at what the others found.
pub(super) const FAMILY: Family = Family {
    rules: &[
        mla_01,
        mla_03,
        mla_10,
        mla_15,
        super::safeguards::saf_03,
        mla_12,
    ],
    codes: &[
        ("MLA-01", &[Level::Block]),
        ("MLA-03", &[Level::Block]),
        ("MLA-10", &[Level::Hint]),
        ("MLA-12", &[Level::Hint]),
        ("MLA-15", &[Level::Hint]),
        ("SAF-03", &[Level::Warn]),
    ],
};

fn block(code: &str, field: impl Into<String>, source: &str) -> Finding {
    Finding::new(Level::Block, code, field, source)
}

/// What UNTOC asks of every request and no rule of the study blocks for.
fn hint(field: impl Into<String>, source: &str) -> Finding {
    Finding::new(Level::Hint, "MLA-15", field, source)
}

/// At least one measure, each with a kind and a purpose.
pub(super) fn mla_01(case: &Case<'_>, out: &mut Findings) {
    let source = "UNTOC 18(15)(d), (f)";
    let mut any = false;
    for (index, measure) in case.measures() {
        any = true;
        let number = (index + 1).to_string();
        if measure.get("kind").text().is_none() {
            out.push(
                block("MLA-01", format!("/measures/{index}/kind"), source)
                    .with("measure", &*number),
            );
        }
        let purpose = measure.get("purpose").code();
        if !is_told(purpose, PURPOSE_WORDS_MIN) {
            out.push(
                block("MLA-01", format!("/measures/{index}/purpose"), source)
                    .with("measure", &*number),
            );
        }
    }
    if !any {
        out.push(block("MLA-01", "/measures", source).with("measure", "0"));
    }
}

/// The least that makes facts: a summary, a date, a place, an act, a link to a person or an unknown author.
pub(super) fn mla_03(case: &Case<'_>, out: &mut Findings) {
    // A request that asks for nothing but service of documents needs no summary (UNTOC 18(15)(c)).
    let mut kinds = case
        .measures()
        .map(|(_, measure)| measure.get("kind").code())
        .peekable();
    if kinds.peek().is_some() && kinds.all(|kind| kind == "service") {
        return;
    }
    let source = "UNTOC 18(15)(c)";
    let facts = case.content.get("facts");
    let mut lacks = |name: &str, missing: &str| {
        out.push(block("MLA-03", format!("/facts/{name}"), source).with("missing", missing));
    };
    if !tells_facts(facts.get("summary").code()) {
        lacks("summary", "summary");
    }
    if facts.get("happened_from").date().is_none() && facts.get("happened_until").date().is_none() {
        lacks("happened_from", "date");
    }
    if facts.get("place").text().is_none() {
        lacks("place", "place");
    }
    if !tells(facts.get("act").code(), ACT_TELLING_MIN) {
        lacks("act", "act");
    }
    let linked = case.content.get("persons").items().any(|(_, person)| {
        matches!(
            person.get("role").code(),
            "subject" | "suspect" | "accused" | "convicted"
        ) && ["family_name", "given_names", "native_name", "aliases"]
            .iter()
            .any(|name| person.get(name).text().is_some())
    });
    // Whom an extradition is about, EXT-01 asks.
    let asked = case.kind != Kind::Extradition;
    if asked && !linked && facts.get("author").code() != "unknown_author" {
        lacks("author", "author");
    }
}

/// Bank secrecy and fiscal nature are no grounds of refusal.
pub(super) fn mla_10(case: &Case<'_>, out: &mut Findings) {
    let bank = case
        .measures()
        .find(|(_, measure)| codes::BANK.contains(&measure.get("kind").code()));
    let source = "UNTOC 18(8), 18(22); FINANCING-1999 12(2), 13";
    if let Some((index, _)) = bank {
        out.push(Finding::new(
            Level::Hint,
            "MLA-10",
            format!("/measures/{index}/kind"),
            source,
        ));
    }
    for (index, offence) in case.content.get("offences").items() {
        if offence.get("fiscal").yes() {
            out.push(Finding::new(
                Level::Hint,
                "MLA-10",
                format!("/offences/{index}/fiscal"),
                source,
            ));
        }
    }
}

/// Offer to share the draft while something is still missing.
pub(super) fn mla_12(case: &Case<'_>, out: &mut Findings) {
    let open = out.iter().any(|finding| finding.level != Level::Hint);
    if open && !case.content.get("draft_shared").yes() {
        out.push(Finding::new(
            Level::Hint,
            "MLA-12",
            "/draft_shared",
            SECTION,
        ));
    }
}

/// Who conducts what: the authority and its functions, the subject and the nature of the proceeding, the offence, and
/// somebody to ask.
pub(super) fn mla_15(case: &Case<'_>, out: &mut Findings) {
    let source = "UNTOC 18(15)(b)";
    let required = [
        "conducting_authority/name",
        "conducting_authority/functions",
        "proceeding/stage",
        "proceeding/nature",
    ];
    for path in required {
        if case.content.at(path).text().is_none() {
            out.push(hint(format!("/{path}"), source));
        }
    }
    if !case.content.at("proceeding/number").answered() {
        out.push(hint("/proceeding/number", source));
    }
    let mut offences = case.content.get("offences").items().peekable();
    if offences.peek().is_none() {
        out.push(hint("/offences", source));
    }
    for (index, offence) in offences {
        for name in ["title", "category"] {
            if offence.get(name).text().is_none() {
                out.push(hint(format!("/offences/{index}/{name}"), source));
            }
        }
    }
    let reachable = case.content.get("contacts").items().any(|(_, contact)| {
        contact.get("phone").text().is_some() || contact.get("email").text().is_some()
    });
    if !reachable {
        out.push(hint("/contacts", "requests 3.1"));
    }
}
