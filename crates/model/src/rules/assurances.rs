//! Safeguards of extradition that the requesting State can meet before it sends: assurances against death and life
//! without review (SAF-01, 02), the fair-trial sheet (SAF-10).
//!
//! An assurance that is missing does not stop a request: it is often given on demand, after consultation. It stops the
//! surrender ([`crate::request`]).

use std::collections::BTreeSet;

use super::content::{Node, words};
use super::safeguards::exposed_to_death;
use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};
use crate::request::assurance::DEATH_POWERS;
use crate::request::{AssuranceKind, Giver, Power, Promise};
use crate::state::LifeWithoutParole;

const SECTION: &str = "requests 3.12";
/// Words that an assurance has at least; a label has fewer.
const TEXT_WORDS_MIN: usize = 3;
/// Safeguards of extradition at sending.
pub(super) const FAMILY: Family = Family {
    rules: &[saf_01, saf_02, saf_10],
    codes: &[
        ("SAF-01", &[Level::Block, Level::Warn]),
        ("SAF-02", &[Level::Warn]),
        ("SAF-10", &[Level::Warn]),
    ],
};

/// The promises that can be relied on today: made by somebody, on a day that has come, in words, and not expired.
fn given(case: &Case<'_>) -> Vec<Promise> {
    let today = case.today;
    let mut promises = Promise::offered(case.content);
    promises.retain(|promise| {
        let by_nobody = promise.given_by.is_empty() && promise.givers.iter().eq([&Giver::Other]);
        !by_nobody
            && promise.given_on <= today
            && promise.expires.is_none_or(|day| today <= day)
            && words(&promise.text) >= TEXT_WORDS_MIN
    });
    promises
}

/// Whether an assurance of this kind is given.
pub(super) fn is_given(case: &Case<'_>, kind: AssuranceKind) -> bool {
    // A promise that binds nobody is none, whatever it says.
    let binds = |promise: &Promise| !promise.binding().is_empty();
    given(case)
        .iter()
        .any(|promise| promise.kind == kind && binds(promise))
}

/// Who is not bound by the assurances against death, taken together; `None` where there are none.
fn unbound(case: &Case<'_>) -> Option<Vec<Power>> {
    let mut against_death = given(case);
    against_death.retain(|promise| promise.kind.is_death());
    let bound: BTreeSet<Power> = against_death.iter().flat_map(Promise::binding).collect();
    let mut lacking = DEATH_POWERS.to_vec();
    lacking.retain(|power| !bound.contains(power));
    (!against_death.is_empty()).then_some(lacking)
}

/// Whether the death penalty is excluded by those who can exclude it.
pub(super) fn death_is_excluded(case: &Case<'_>) -> bool {
    unbound(case).is_some_and(|lacking| lacking.is_empty())
}

/// Where death threatens and the requested State would not impose it: an assurance that binds prosecutor, court and
/// pardon power.
fn saf_01(case: &Case<'_>, out: &mut Findings) {
    if !exposed_to_death(case) {
        return;
    }
    let lacking = unbound(case);
    if lacking.as_ref().is_some_and(Vec::is_empty) {
        return;
    }
    let ctx = case.ctx;
    let level = if ctx.to.death_assurance_with_request == Some(true) {
        Level::Block
    } else {
        Level::Warn
    };
    let problem = if lacking.is_some() {
        "not_binding"
    } else {
        "missing"
    };
    out.push(
        Finding::new(level, "SAF-01", "/assurances", "requests 3.12; ICCPR 6")
            .with("from", ctx.from.code.as_str())
            .with("to", ctx.to.code.as_str())
            .with("problem", problem),
    );
}

/// Whether an offence may end in a life sentence.
pub(crate) fn may_be_life(offence: Node<'_>) -> bool {
    let life = offence.get("life_sentence");
    life.yes() || (!life.no() && offence.get("penalty_max_months").number().is_none())
}

/// A life sentence that nobody reviews, where the requested State does not allow it: an assurance of review.
fn saf_02(case: &Case<'_>, out: &mut Findings) {
    let ctx = case.ctx;
    let forbidden = ctx.to.life_without_parole == LifeWithoutParole::NotAllowed
        && ctx.from.life_without_parole != LifeWithoutParole::NotAllowed;
    if !forbidden || is_given(case, AssuranceKind::LifeReview) {
        return;
    }
    let sentenced = case.content.at("sought/sentence").code() == "life";
    let mut offences = case.content.get("offences").items();
    if sentenced || offences.any(|(_, offence)| may_be_life(offence)) {
        out.push(
            Finding::new(Level::Warn, "SAF-02", "/assurances", SECTION)
                .with("to", ctx.to.code.as_str()),
        );
    }
}

/// The sheet on the trial that awaits the person, or that was held, says everything that its form asks.
fn saf_10(case: &Case<'_>, out: &mut Findings) {
    let sheet = case
        .template
        .sections
        .iter()
        .filter(|s| s.id == "fair_trial");
    for field in sheet.flat_map(|section| &section.fields) {
        if !case.content.pointer(&field.pattern).given() {
            let at = &field.pattern;
            let source = "ICCPR 14; requests 3.12";
            out.push(Finding::new(Level::Warn, "SAF-10", at, source));
        }
    }
}
