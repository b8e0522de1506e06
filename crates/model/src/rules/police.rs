//! The request from police to police (POL-01 to POL-06).

use super::content::Node;
use super::lexicon::{Lexicon, REASON_TELLING_MIN, marker, tells};
use super::{Case, Family, Findings, codes};
use crate::finding::{Finding, Level};

const SECTION: &str = "requests 3.9";

/// The request from police to police.
pub(super) const FAMILY: Family = Family {
    rules: &[pol_01, pol_02, pol_03, pol_04, pol_05, pol_06],
    codes: &[
        ("POL-01", &[Level::Block]),
        ("POL-02", &[Level::Warn]),
        ("POL-03", &[Level::Block]),
        ("POL-04", &[Level::Hint]),
        ("POL-05", &[Level::Block]),
        ("POL-06", &[Level::Warn]),
    ],
};

fn found(level: Level, code: &str, field: impl Into<String>) -> Finding {
    Finding::new(level, code, field, SECTION)
}

/// Why it is asked, and for which offence.
pub(super) fn pol_01(case: &Case<'_>, out: &mut Findings) {
    let mut lacks = |field: String, missing: &str| {
        out.push(found(Level::Block, "POL-01", field).with("missing", missing));
    };
    if case.content.at("inquiry/purpose").text().is_none() {
        lacks("/inquiry/purpose".to_owned(), "purpose");
    }
    let mut offences = case.content.get("offences").items().peekable();
    if offences.peek().is_none() {
        lacks("/offences".to_owned(), "offence");
    }
    for (index, offence) in offences {
        for name in ["title", "category"] {
            if offence.get(name).text().is_none() {
                lacks(format!("/offences/{index}/{name}"), "offence");
            }
        }
    }
}

/// Sensitive data are asked for only where the inquiry cannot do without them, and it is said why.
pub(super) fn pol_02(case: &Case<'_>, out: &mut Findings) {
    for (index, measure) in case.measures() {
        let kind = measure.get("kind").code();
        if codes::POLICE_SENSITIVE.contains(&kind)
            && !tells(measure.get("necessity").code(), REASON_TELLING_MIN)
        {
            out.push(
                found(
                    Level::Warn,
                    "POL-02",
                    format!("/measures/{index}/necessity"),
                )
                .with("kind", kind),
            );
        }
    }
}

/// What only a court may order, and what is to be evidence from the start, is asked for as mutual legal assistance.
pub(super) fn pol_03(case: &Case<'_>, out: &mut Findings) {
    for (index, measure) in case.measures() {
        let kind = measure.get("kind").code();
        if codes::COERCIVE.contains(&kind) || codes::EVIDENTIAL.contains(&kind) {
            out.push(
                found(Level::Block, "POL-03", format!("/measures/{index}/kind")).with("kind", kind),
            );
        } else if let Some(word) = marker(Lexicon::Coercive, measure.get("object").code()) {
            out.push(
                found(Level::Block, "POL-03", format!("/measures/{index}/object"))
                    .with("kind", word),
            );
        }
    }
}

/// The central authority gets a copy where the law of one of the two States says so.
pub(super) fn pol_04(case: &Case<'_>, out: &mut Findings) {
    if case.content.at("terms/copy_to_central").yes() {
        return;
    }
    for state in [case.ctx.from, case.ctx.to] {
        if state.police_copy_to_central == Some(true) {
            out.push(
                found(Level::Hint, "POL-04", "/terms/copy_to_central")
                    .with("state", state.code.as_str()),
            );
            return;
        }
    }
}

/// A refusal names its reason by a code.
pub(super) fn pol_05(case: &Case<'_>, out: &mut Findings) {
    let reply = case.content.get("reply");
    if matches!(reply.get("result").code(), "refused" | "given_in_part")
        && reply.get("refusal_code").text().is_none()
    {
        out.push(found(Level::Block, "POL-05", "/reply/refusal_code"));
    }
}

/// What police give is information; as evidence it is used only with the consent of whoever owns it.
pub(super) fn pol_06(case: &Case<'_>, out: &mut Findings) {
    let terms = case.content.get("terms");
    let purposes = case.content.at("use_limits/purposes").codes();
    let as_evidence =
        terms.get("use").code() == "evidence_with_consent" || purposes.contains(&"evidence");
    if as_evidence && !names_owner(terms.get("consent_of")) {
        out.push(found(Level::Warn, "POL-06", "/terms/consent_of"));
    }
}

/// Whose consent it takes: somebody, not everybody or nobody.
fn names_owner(node: Node<'_>) -> bool {
    node.text()
        .is_some_and(|owner| !super::content::is_wildcard(owner) && owner != "none")
}
