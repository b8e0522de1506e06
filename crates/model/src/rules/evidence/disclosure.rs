//! What is disclosed is asked for as any measure of assistance is: on facts, with what links the data to the offence
//! (MLA-03, MLA-07, MLA-11, SAF-03). Data that are only kept, or that avert a danger to life, are asked for on less.

use super::super::lexicon::tells;
use super::super::measures::{NEXUS_TELLING_MIN, is_over_a_year};
use super::super::{Case, Findings, request, safeguards};
use super::subtype;
use crate::finding::{Finding, Level};

/// Subtypes that disclose what exists, or what is to come, for a proceeding.
const DISCLOSES: &[&str] = &[
    "subscriber",
    "traffic",
    "content",
    "real_time_traffic",
    "interception",
    "provider_direct",
];
/// Subtypes about who communicated with whom.
const OF_TRAFFIC: &[&str] = &["traffic", "real_time_traffic"];

/// What every disclosure is asked on.
pub(super) fn disclosed(case: &Case<'_>, out: &mut Findings) {
    let subtype = subtype(case.content);
    if !DISCLOSES.contains(&subtype) {
        return;
    }
    request::mla_03(case, out);
    safeguards::saf_03(case, out);
    let evidence = case.content.get("evidence");
    let found = |level, code: &str, name: &str| {
        Finding::new(level, code, format!("/evidence/{name}"), "UNTOC 18(15)").with("kind", subtype)
    };
    let relation = evidence.get("relation").code();
    if !tells(relation, NEXUS_TELLING_MIN) || relation.contains('*') {
        out.push(found(Level::Block, "MLA-07", "relation"));
    }
    let (from, until) = (
        evidence.get("period_from").moment(),
        evidence.get("period_until").moment(),
    );
    if OF_TRAFFIC.contains(&subtype)
        && let (Some(from), Some(until)) = (from, until)
        && is_over_a_year(from.day, until.day)
    {
        out.push(found(Level::Warn, "MLA-11", "period_from"));
    }
}
