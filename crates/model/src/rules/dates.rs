//! GEN-03: dates are real, in order, and times say their zone.

use jiff::civil::Date;

use super::content::{Answer, Node, is_wildcard, parse_partial_date};
use super::shape::{each_field, place};
use super::{Case, Findings};
use crate::finding::{Finding, Level};
use crate::kind::Kind as RequestKind;
use crate::state::Zone;
use crate::template::Kind;

const SOURCE: &str = "requests 3.12";

/// Days that lie ahead when a request is sent.
const NOT_PAST: &[&str] = &[
    "/return_of_evidence/deadline_on",
    "/evidence/preserve_until_on",
    "/follow_up/mla_by_on",
    "/user_notice/until_on",
    "/conditions/review_on",
    "/conditions/expires_on",
    "/notice/purge_on",
    "/danger/until",
];

/// Days of what has happened.
const NOT_TO_COME: &[&str] = &[
    "/warrant/issued_on",
    "/missing/since",
    "/body/found_on",
    "/reminder/asked_on",
    "/reminder/last_news_on",
];

/// Moments whose missing zone a rule of their own speaks of: EE-02.
const ZONE_SPOKEN_OF: &[&str] = &["/identifiers/*/seen_at"];

pub(super) fn gen_03(case: &Case<'_>, out: &mut Findings) {
    real(case, out);
    let root = case.content;
    let opened = dated("/proceeding/opened_on", root.at("proceeding/opened_on"));
    let today: Dated = (String::new(), Some(case.today));
    not_after(&opened, &today, out);
    let latest: Dated = (String::new(), (!warns(case)).then_some(case.today));
    let bounds = [&opened, &latest];
    let facts = root.get("facts");
    span(
        (
            &dated("/facts/happened_from", facts.get("happened_from")),
            &dated("/facts/happened_until", facts.get("happened_until")),
        ),
        bounds,
        out,
    );
    let mut earliest: Option<Dated> = None;
    for (index, offence) in root.get("offences").items() {
        let named = |name: &str| dated(&format!("/offences/{index}/{name}"), offence.get(name));
        let (from, until) = (named("committed_from"), named("committed_until"));
        span((&from, &until), bounds, out);
        if from.1.is_some() && earliest.as_ref().is_none_or(|(_, date)| from.1 < *date) {
            earliest = Some(from);
        }
    }
    persons(case, earliest.as_ref(), out);
    surrender(case, earliest.as_ref(), out);
    for (index, measure) in case.measures() {
        let named = |name: &str| dated(&format!("/measures/{index}/{name}"), measure.get(name));
        not_after(&named("period_from"), &named("period_until"), out);
        not_past(&named("deadline_on"), case.today, out);
    }
    for at in NOT_PAST {
        not_past(&dated(at, root.pointer(at)), case.today, out);
    }
    for (index, identifier) in root.get("identifiers").items() {
        let named = |name: &str| {
            dated(
                &format!("/identifiers/{index}/{name}"),
                identifier.get(name),
            )
        };
        not_after(&named("created_on"), &today, out);
        let at = format!("/identifiers/{index}/seen_at");
        happened((&at, identifier.get("seen_at")), case, out);
    }
    happened(("/oral/made_at", root.pointer("/oral/made_at")), case, out);
    for at in NOT_TO_COME {
        not_after(&dated(at, root.pointer(at)), &today, out);
    }
    if case.kind == RequestKind::JointInvestigationTeam {
        let named = |at: &str| dated(at, root.pointer(at));
        not_after(&named("/period/from"), &named("/period/until"), out);
        not_past(&named("/period/until"), case.today, out);
    }
    zones(root, out);
}

/// Whether it may speak of what has not happened yet: police prevent, an orange notice warns.
fn warns(case: &Case<'_>) -> bool {
    match case.kind {
        RequestKind::Police => case.content.at("inquiry/purpose").code() == "prevent",
        RequestKind::Notice => ["colour", "mirrors"]
            .iter()
            .any(|name| case.content.get("notice").get(name).code() == "orange"),
        _ => false,
    }
}

/// A moment at which something happened lies behind.
fn happened((at, node): (&str, Node<'_>), case: &Case<'_>, out: &mut Findings) {
    let moment = node.moment();
    if moment.is_some_and(|moment| moment.zoned && moment.at > case.ctx.now) {
        out.push(finding(at, "in_the_future").with("date", node.code()));
    }
}

/// A field and the day it holds; without a field, a day of our own.
pub(super) type Dated = (String, Option<Date>);

pub(super) fn dated(at: &str, node: Node<'_>) -> Dated {
    (at.to_owned(), node.date())
}

/// A span begins before it ends and before the proceeding was opened, and is over.
fn span((from, until): (&Dated, &Dated), [opened, today]: [&Dated; 2], out: &mut Findings) {
    not_after(from, until, out);
    not_after(from, opened, out);
    not_after(from, today, out);
    not_after(until, today, out);
}

/// Nobody is born, or taken into custody, in the future; nobody commits an offence before birth.
fn persons(case: &Case<'_>, earliest: Option<&Dated>, out: &mut Findings) {
    let today: Dated = (String::new(), Some(case.today));
    for (index, person) in case.content.get("persons").items() {
        let at = |name: &str| format!("/persons/{index}/{name}");
        let born = (at("born_on"), person.get("born_on").earliest_date());
        not_after(&born, &today, out);
        for name in ["custody_since_on", "biometrics_taken_on"] {
            not_after(&dated(&at(name), person.get(name)), &today, out);
        }
        let role = person.get("role").code();
        if let (Some(earliest), "subject" | "suspect" | "accused" | "convicted") = (earliest, role)
        {
            not_after(&born, earliest, out);
        }
    }
}

/// A warrant and a judgment follow the offence; promises and other States' requests were made already, and no promise
/// ends before it is given.
fn surrender(case: &Case<'_>, earliest: Option<&Dated>, out: &mut Findings) {
    let root = case.content;
    let today: Dated = (String::new(), Some(case.today));
    for at in ["/warrant/issued_on", "/sought/final_on", "/sought/seen_on"] {
        let told = dated(at, root.pointer(at));
        not_after(&told, &today, out);
        if let Some(earliest) = earliest.filter(|_| at != "/sought/seen_on") {
            not_after(earliest, &told, out);
        }
    }
    for (index, assurance) in root.get("assurances").items() {
        let named = |name: &str| dated(&format!("/assurances/{index}/{name}"), assurance.get(name));
        not_after(&named("given_on"), &today, out);
        not_after(&named("given_on"), &named("expires"), out);
    }
    for (index, other) in root.get("competing").items() {
        let at = format!("/competing/{index}/made_on");
        not_after(&dated(&at, other.get("made_on")), &today, out);
    }
    let wished = dated("/surrender/from_on", root.at("surrender/from_on"));
    not_past(&wished, case.today, out);
}

fn finding(field: &str, problem: &str) -> Finding {
    Finding::new(Level::Block, "GEN-03", field, SOURCE)
        .with("field", field)
        .with("problem", problem)
}

/// Every date is a day of the calendar, every zone is one.
fn real(case: &Case<'_>, out: &mut Findings) {
    each_field(case, &mut |node, field, entry| {
        let Answer::Given(_) = node.answer() else {
            return;
        };
        let Some(text) = node.text() else {
            return; // not a text at all: GEN-10 has said so
        };
        // "All" instead of a period is MLA-08's and EE-05's to say.
        let period = field.pattern.starts_with("/period/")
            || field
                .pattern
                .rsplit('/')
                .next()
                .is_some_and(|n| n.starts_with("period_"));
        if period && is_wildcard(text) {
            return;
        }
        let problem = match field.kind {
            Kind::Date => node.date().is_none().then_some("not_a_date"),
            Kind::PartialDate => parse_partial_date(text).is_none().then_some("not_a_date"),
            Kind::Moment => match node.moment() {
                None => Some("not_a_moment"),
                Some(moment) => (!moment.zoned
                    && !ZONE_SPOKEN_OF.contains(&field.pattern.as_str()))
                .then_some("no_zone"),
            },
            Kind::Zone => Zone::parse(text).is_none().then_some("not_a_zone"),
            _ => None,
        };
        if let Some(problem) = problem {
            out.push(finding(&place(field, entry), problem));
        }
    });
}

/// The first is not after the second. The finding stands at the second where it has a field of its own.
pub(super) fn not_after(first: &Dated, second: &Dated, out: &mut Findings) {
    let (Some(one), Some(other)) = (first.1, second.1) else {
        return;
    };
    if one <= other {
        return;
    }
    if second.0.is_empty() {
        out.push(finding(&first.0, "in_the_future").with("date", one.to_string()));
    } else {
        out.push(
            finding(&second.0, "out_of_order")
                .with("other", first.0.clone())
                .with("date", one.to_string()),
        );
    }
}

pub(super) fn not_past(dated: &Dated, today: Date, out: &mut Findings) {
    if let Some(date) = dated.1
        && date < today
    {
        out.push(finding(&dated.0, "in_the_past").with("date", date.to_string()));
    }
}

/// Hours and telephone numbers of a contact mean nothing without the zone they are meant in.
fn zones(root: Node<'_>, out: &mut Findings) {
    for (index, contact) in root.get("contacts").items() {
        let timed = contact.get("hours").given() || contact.get("phone").given();
        if timed && !contact.get("zone").answered() {
            out.push(finding(&format!("/contacts/{index}/zone"), "no_zone"));
        }
    }
}
