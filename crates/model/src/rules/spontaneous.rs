//! Information that nobody asked for: the conditions it is given under, how it is handled, what may be done with it
//! (SPO-01 to SPO-08). It needs no legal basis, so no rule of the legal basis applies.
//!
//! That the receiving side accepts the conditions before the content opens is kept by the life-cycle; SPO-04 here sees
//! to it that there is something to read before that.

use jiff::ToSpan;

use super::lexicon::tells;
use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};

const SECTION: &str = "requests 3.7";
/// Telling words that a summary has at least.
const SUMMARY_TELLING_MIN: usize = 2;
/// Years after which information is looked at again at the latest.
const REVIEW_YEARS_MAX: i32 = 5;

/// Spontaneous information.
pub(super) const FAMILY: Family = Family {
    rules: &[
        spo_01, spo_02, spo_03, spo_04, spo_05, spo_06, spo_07, spo_08,
    ],
    codes: &[
        ("SPO-01", &[Level::Block]),
        ("SPO-02", &[Level::Block]),
        ("SPO-03", &[Level::Warn]),
        ("SPO-04", &[Level::Block]),
        ("SPO-05", &[Level::Hint]),
        ("SPO-06", &[Level::Warn]),
        ("SPO-07", &[Level::Block]),
        ("SPO-08", &[Level::Warn]),
    ],
};

/// Conditions on use, on secrecy and on passing it on are stated, "none" where there are none.
fn spo_01(case: &Case<'_>, out: &mut Findings) {
    for (field, missing) in [
        ("conditions/use", "use"),
        ("conditions/onward_transfer", "onward_transfer"),
        ("confidentiality/level", "confidentiality"),
    ] {
        if case.content.at(field).text().is_none() {
            out.push(
                Finding::new(Level::Block, "SPO-01", format!("/{field}"), "UNTOC 18(5)")
                    .with("missing", missing),
            );
        }
    }
}

/// Who may use it and how far it may travel is said in codes that both sides read alike.
fn spo_02(case: &Case<'_>, out: &mut Findings) {
    for name in ["use_code", "tlp"] {
        if case.content.get("handling").get(name).text().is_none() {
            out.push(Finding::new(
                Level::Block,
                "SPO-02",
                format!("/handling/{name}"),
                "UNSCR 2322 (2016) 5",
            ));
        }
    }
}

/// What may be used as evidence comes with a certificate, or it will not be admitted.
fn spo_03(case: &Case<'_>, out: &mut Findings) {
    let conditions = case.content.get("conditions");
    let allowed = matches!(conditions.get("use").code(), "evidence" | "none");
    let certified = matches!(
        conditions.get("certificate").code(),
        "attached" | "on_request"
    );
    if allowed && !certified {
        out.push(Finding::new(
            Level::Warn,
            "SPO-03",
            "/conditions/certificate",
            SECTION,
        ));
    }
}

/// There is a summary to be read before the conditions are accepted and the content opens.
fn spo_04(case: &Case<'_>, out: &mut Findings) {
    if !tells(
        case.content.at("information/summary").code(),
        SUMMARY_TELLING_MIN,
    ) {
        out.push(Finding::new(
            Level::Block,
            "SPO-04",
            "/information/summary",
            "UNTOC 18(5)",
        ));
    }
}

/// No condition keeps from the defence what speaks for the accused; the giver is told first.
fn spo_05(case: &Case<'_>, out: &mut Findings) {
    let used = case.content.at("conditions/use").code();
    if !matches!(used, "" | "evidence" | "none") {
        out.push(Finding::new(
            Level::Hint,
            "SPO-05",
            "/conditions/use",
            "UNTOC 18(5)",
        ));
    }
}

/// Fingerprints and faces are compared well or badly by their quality and their age.
fn spo_06(case: &Case<'_>, out: &mut Findings) {
    for (index, person) in case.content.get("persons").items() {
        if person.get("biometrics").codes().is_empty() {
            continue;
        }
        let mut lacks = |name: &str| {
            out.push(
                Finding::new(
                    Level::Warn,
                    "SPO-06",
                    format!("/persons/{index}/{name}"),
                    "UNSCR 2322 (2016) 3",
                )
                .with("missing", name),
            );
        };
        if !person.get("biometrics_taken_on").given() {
            lacks("biometrics_taken_on");
        }
        if person.get("biometrics_quality").text().is_none() {
            lacks("biometrics_quality");
        }
    }
}

/// What came from a third State is passed on with its consent only.
fn spo_07(case: &Case<'_>, out: &mut Findings) {
    let ctx = case.ctx;
    let data = case.content.get("data_protection");
    let Some(origin) = data.get("third_state_origin").text() else {
        return;
    };
    let third = origin != ctx.from.code.as_str() && origin != ctx.to.code.as_str();
    if third && !data.get("third_state_consent").yes() {
        out.push(
            Finding::new(
                Level::Block,
                "SPO-07",
                "/data_protection/third_state_consent",
                SECTION,
            )
            .with("state", origin),
        );
    }
}

/// It is looked at again within five years.
fn spo_08(case: &Case<'_>, out: &mut Findings) {
    let Some(review) = case.content.at("conditions/review_on").date() else {
        return;
    };
    let latest = case.today.checked_add(REVIEW_YEARS_MAX.years());
    if latest.is_ok_and(|latest| review > latest) {
        out.push(
            Finding::new(Level::Warn, "SPO-08", "/conditions/review_on", SECTION)
                .with("date", review.to_string()),
        );
    }
}
