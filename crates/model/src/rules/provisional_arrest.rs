//! Provisional arrest: what the requested State must know before it arrests somebody on a promise (PA-01 to 06).

use super::lexicon::{REASON_TELLING_MIN, tells};
use super::sought::{Sought, lacks_day, lacks_yes, names_one, warrant_lacks};
use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};

const SECTION: &str = "requests 3.3; ETS 24 16(2)";
/// A request for provisional arrest.
pub(super) const FAMILY: Family = Family {
    rules: &[pa_01, pa_02, pa_03, pa_04, pa_05, pa_06],
    codes: &[
        ("PA-01", &[Level::Block]),
        ("PA-02", &[Level::Block]),
        ("PA-03", &[Level::Block]),
        ("PA-04", &[Level::Block]),
        ("PA-05", &[Level::Block]),
        ("PA-06", &[Level::Hint]),
    ],
};

fn block(code: &str, field: impl Into<String>) -> Finding {
    Finding::new(Level::Block, code, field, SECTION)
}

/// A warrant or a judgment exists, with its day and number, and is in force.
fn pa_01(case: &Case<'_>, out: &mut Findings) {
    for name in warrant_lacks(case, false) {
        out.push(block("PA-01", format!("/warrant/{name}")).with("missing", name));
    }
}

/// The request for extradition will follow.
fn pa_02(case: &Case<'_>, out: &mut Findings) {
    if lacks_yes(case.content.at("intention/will_request")) {
        out.push(block("PA-02", "/intention/will_request"));
    }
}

/// For what offence, when and where it was committed.
fn pa_03(case: &Case<'_>, out: &mut Findings) {
    let mut offences = case.content.get("offences").items().peekable();
    if offences.peek().is_none() {
        out.push(block("PA-03", "/offences").with("missing", "offence"));
    }
    for (index, offence) in offences {
        let mut lacks = |name: &str, missing: &str| {
            let at = format!("/offences/{index}/{name}");
            out.push(block("PA-03", at).with("missing", missing));
        };
        if offence.get("title").text().is_none() {
            lacks("title", "offence");
        }
        if offence.get("category").text().is_none() {
            lacks("category", "offence");
        }
        if lacks_day(offence.get("committed_from")) {
            lacks("committed_from", "time");
        }
        if !names_one(offence.get("place")) {
            lacks("place", "place");
        }
    }
}

/// Why it cannot wait for the request itself.
fn pa_04(case: &Case<'_>, out: &mut Findings) {
    let urgency = case.content.get("urgency");
    if matches!(urgency.get("level").code(), "" | "normal") {
        out.push(block("PA-04", "/urgency/level"));
    }
    if urgency.get("reason").text().is_none() {
        out.push(block("PA-04", "/urgency/reason"));
    }
    if !tells(urgency.get("text").code(), REASON_TELLING_MIN) {
        out.push(block("PA-04", "/urgency/text"));
    }
}

/// Whom to arrest: a name, and what the person looks like or where to look.
fn pa_05(case: &Case<'_>, out: &mut Findings) {
    let Some(sought) = Sought::of(case) else {
        out.push(block("PA-05", "/persons").with("missing", "person"));
        return;
    };
    if !sought.is_named() {
        out.push(block("PA-05", sought.at("family_name")).with("missing", "name"));
    }
    let located =
        names_one(case.content.at("sought/whereabouts")) || names_one(sought.person.get("address"));
    if !located && !sought.is_described(case) && !sought.has_document() {
        out.push(block("PA-05", sought.at("description")).with("missing", "description"));
    }
}

/// The channel is named; INTERPOL's may be used.
fn pa_06(case: &Case<'_>, out: &mut Findings) {
    if !case.content.at("channel/kind").given() {
        out.push(Finding::new(
            Level::Hint,
            "PA-06",
            "/channel/kind",
            "ETS 24 16(3)",
        ));
    }
}
