//! The measures asked for, one by one (MLA-02, 04 to 09, 11, 13, 14).

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::content::{Node, is_wildcard, words};
use super::lexicon::{REASON_TELLING_MIN, is_told, tells};
use super::{Case, Family, Findings, codes};
use crate::finding::{Finding, Level};
use crate::request::Urgency;

const SECTION: &str = "requests 3.2";
/// Words that a reason has at least; a label has fewer.
const REASON_WORDS_MIN: usize = 3;
/// Telling words that a nexus has at least: what is believed to be where, and how it helps to prove which element.
pub(super) const NEXUS_TELLING_MIN: usize = 2;
/// Days ahead of the appearance that a summons must arrive, where the requested State says nothing.
const SERVICE_DAYS_MIN: u16 = 50;

/// The measures of a request for mutual legal assistance.
pub(super) const FAMILY: Family = Family {
    rules: &[
        mla_02, mla_04, mla_05, mla_06, mla_07, mla_08, mla_09, mla_11, ee_05, mla_13, mla_14,
    ],
    codes: &[
        ("EE-05", &[Level::Block]),
        ("MLA-02", &[Level::Warn]),
        ("MLA-04", &[Level::Block]),
        ("MLA-05", &[Level::Block]),
        ("MLA-06", &[Level::Block, Level::Warn]),
        ("MLA-07", &[Level::Block]),
        ("MLA-08", &[Level::Warn]),
        ("MLA-09", &[Level::Block]),
        ("MLA-11", &[Level::Warn]),
        ("MLA-13", &[Level::Warn]),
        ("MLA-14", &[Level::Block]),
    ],
};

fn found(level: Level, code: &str, (index, name): (usize, &str)) -> Finding {
    Finding::new(level, code, format!("/measures/{index}/{name}"), SECTION)
        .with("measure", (index + 1).to_string())
}

fn each<'a>(
    case: &'a Case<'a>,
    kinds: &'static [&'static str],
) -> impl Iterator<Item = (usize, Node<'a>, &'a str)> {
    case.measures()
        .map(|(index, measure)| (index, measure, measure.get("kind").code()))
        .filter(|(_, _, kind)| kinds.contains(kind))
}

/// Intrusive measures say why nothing milder would do.
pub(super) fn mla_02(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, kind) in each(case, codes::INTRUSIVE) {
        if !tells(measure.get("proportionality").code(), REASON_TELLING_MIN) {
            out.push(found(Level::Warn, "MLA-02", (index, "proportionality")).with("kind", kind));
        }
    }
}

/// A coercive measure comes with the order of the requesting State, or with the statement that it would be lawful there.
pub(super) fn mla_04(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, kind) in each(case, codes::COERCIVE) {
        let finding = |name| found(Level::Block, "MLA-04", (index, name)).with("kind", kind);
        match measure.get("order").code() {
            "attached" => {
                let told = words(measure.get("order_statement").code()) >= REASON_WORDS_MIN;
                let named = case.has_attachment("domestic_order")
                    || case.has_attachment("confiscation_order");
                if !told && !named {
                    out.push(finding("order"));
                }
            }
            "lawful_at_home" => {
                if words(measure.get("order_statement").code()) < REASON_WORDS_MIN {
                    out.push(finding("order_statement"));
                }
            }
            _ => out.push(finding("order")),
        }
    }
}

/// A hearing comes with questions or topics.
pub(super) fn mla_05(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, _) in each(case, codes::HEARINGS) {
        let questions = measure.get("questions").code();
        if !is_told(questions, 2) && !case.has_attachment("questions") {
            out.push(found(Level::Block, "MLA-05", (index, "questions")));
        }
    }
}

/// Service comes with the documents, and in time before the appearance, where there is one.
pub(super) fn mla_06(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, _) in each(case, &["service"]) {
        if measure.get("documents").text().is_none() && !case.has_attachment("document_to_serve") {
            out.push(
                found(Level::Block, "MLA-06", (index, "documents")).with("problem", "no_documents"),
            );
        }
        let appearance = measure.get("appearance_on");
        let days_min = case.ctx.to.service_days_min.unwrap_or(SERVICE_DAYS_MIN);
        if let Some(date) = appearance.date()
            && days_between(case.today, date) < i32::from(days_min)
        {
            let level = if case.urgency == Urgency::Normal || date < case.today {
                Level::Block
            } else {
                Level::Warn
            };
            out.push(
                found(level, "MLA-06", (index, "appearance_on"))
                    .with("problem", "too_near")
                    .with("days", days_min.to_string()),
            );
        }
    }
}

/// Whether more than twelve months lie between two days, both counted.
pub(super) fn is_over_a_year(from: Date, until: Date) -> bool {
    from.checked_add(1.year()).is_ok_and(|year| until >= year)
}

fn days_between(from: Date, to: Date) -> i32 {
    to.since(from).map_or(0, |span| span.get_days())
}

/// Coercive, bank and data measures say why the thing is believed to be there, and which thing it is.
pub(super) fn mla_07(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, kind) in each(case, codes::COERCIVE) {
        let finding = |name| found(Level::Block, "MLA-07", (index, name)).with("kind", kind);
        let nexus = measure.get("nexus").code();
        if !tells(nexus, NEXUS_TELLING_MIN) || nexus.contains('*') {
            out.push(finding("nexus"));
        }
        if codes::BANK.contains(&kind) && !bank_is_named(measure) {
            out.push(finding("account"));
        }
        if codes::ELECTRONIC.contains(&kind) && !is_specific(measure.get("identifiers")) {
            out.push(finding("identifiers"));
        }
        if matches!(kind, "search" | "seizure" | "production_order")
            && !["object", "place", "holder"]
                .iter()
                .any(|name| is_specific(measure.get(name)))
        {
            out.push(finding("object"));
        }
    }
}

/// An account; or a person and the bank or the region where the account is believed to be.
fn bank_is_named(measure: Node<'_>) -> bool {
    let account = measure.get("account");
    if account.text().is_some() {
        return is_specific(account);
    }
    is_specific(measure.get("person"))
        && (is_specific(measure.get("holder")) || is_specific(measure.get("place")))
}

fn is_specific(node: Node<'_>) -> bool {
    node.text().is_some_and(|text| !is_wildcard(text))
}

/// A span of time has a beginning and an end. What is still to come needs only an end.
pub(super) fn mla_08(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, kind) in each(case, codes::OVER_TIME) {
        let to_come = matches!(
            kind,
            "bank_monitoring" | "real_time_traffic" | "interception" | "covert"
        );
        let open = |name: &str| measure.get(name).date().is_none();
        let field = if open("period_from") && !to_come {
            "period_from"
        } else if open("period_until") {
            "period_until"
        } else {
            continue;
        };
        out.push(found(Level::Warn, "MLA-08", (index, field)).with("kind", kind));
    }
}

/// A person in custody is transferred only with informed consent, on record.
pub(super) fn mla_09(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, _) in each(case, &["transfer_of_detained"]) {
        let recorded =
            measure.get("consent_record").text().is_some() || case.has_attachment("consent_record");
        if !measure.get("consent").yes() || !recorded {
            let mut finding = found(Level::Block, "MLA-09", (index, "consent"));
            finding.source = "UNTOC 18(10)(a)".to_owned();
            out.push(finding);
        }
    }
}

/// More than a year of traffic data is explained.
pub(super) fn mla_11(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, _) in each(case, &["traffic_data", "real_time_traffic"]) {
        let (from, until) = (
            measure.get("period_from").date(),
            measure.get("period_until").date(),
        );
        if let (Some(from), Some(until)) = (from, until)
            && is_over_a_year(from, until)
        {
            out.push(found(Level::Warn, "MLA-11", (index, "period_from")));
        }
    }
}

/// What is stored already, or was done already, lies behind: what is to come is asked for by another measure.
pub(super) fn ee_05(case: &Case<'_>, out: &mut Findings) {
    for (index, measure, kind) in each(case, codes::STORED) {
        for name in ["period_from", "period_until"] {
            if measure.get(name).date().is_some_and(|day| day > case.today) {
                out.push(
                    Finding::new(
                        Level::Block,
                        "EE-05",
                        format!("/measures/{index}/{name}"),
                        "requests 3.6",
                    )
                    .with("problem", "future")
                    .with("kind", kind),
                );
                break;
            }
        }
    }
}

/// What the requested State cannot do is asked for as a result instead.
pub(super) fn mla_13(case: &Case<'_>, out: &mut Findings) {
    let to = case.ctx.to;
    for (index, measure) in case.measures() {
        let kind = measure.get("kind").code();
        let intercepts = matches!(kind, "interception" | "real_time_traffic");
        let cannot = (intercepts && to.interception_for_foreign_request == Some(false))
            || to.measures_not_available.iter().any(|code| code == kind);
        if cannot && !kind.is_empty() {
            let mut finding = found(Level::Warn, "MLA-13", (index, "kind")).with("kind", kind);
            finding.source = "PC-OC (2015)09".to_owned();
            out.push(finding);
        }
    }
}

/// Material that a joint investigation team's agreement holds back is not asked for.
pub(super) fn mla_14(case: &Case<'_>, out: &mut Findings) {
    for (index, measure) in case.measures() {
        if measure.get("jit_hold").yes() {
            out.push(
                found(Level::Block, "MLA-14", (index, "jit_hold"))
                    .with("jit", measure.get("jit_reference").code()),
            );
        }
    }
}
