//! The transfer of criminal proceedings (TCP-01 to 09; Regulation (EU) 2024/3011, ETS 73, UNTOC article 21).
//!
//! What the requested State must refuse for (its article 12(1)) and can be seen from here is asked before sending:
//! judged already, time-barred, without jurisdiction. The rest is for the requested State alone.

use super::content::{Node, is_wildcard, words};
use super::dates::{dated, not_after, not_past};
use super::lexicon::is_told;
use super::{Case, Family, Findings};
use crate::basis::{Basis, Help, Instrument};
use crate::finding::{Finding, Level};

const SECTION: &str = "requests 3.4";
/// Words that a reason has at least; a label has fewer.
const REASON_WORDS_MIN: usize = 3;

/// The transfer of criminal proceedings.
pub(super) const FAMILY: Family = Family {
    rules: &[
        tcp_01,
        tcp_02,
        tcp_03,
        tcp_04,
        tcp_05,
        tcp_06,
        tcp_07,
        tcp_08,
        tcp_09,
        order,
        super::request::mla_03,
    ],
    codes: &[
        ("GEN-03", &[Level::Block]),
        ("MLA-03", &[Level::Block]),
        ("TCP-01", &[Level::Block]),
        ("TCP-02", &[Level::Block]),
        ("TCP-03", &[Level::Block]),
        ("TCP-04", &[Level::Warn]),
        ("TCP-05", &[Level::Warn]),
        ("TCP-06", &[Level::Block]),
        ("TCP-07", &[Level::Block]),
        ("TCP-08", &[Level::Block]),
        ("TCP-09", &[Level::Hint]),
    ],
};

fn block(code: &str, field: impl Into<String>, source: &str) -> Finding {
    Finding::new(Level::Block, code, field, source)
}

/// Nobody has been finally judged for the acts: the requesting State says so.
fn tcp_01(case: &Case<'_>, out: &mut Findings) {
    if !case.content.at("ne_bis_in_idem/declared").yes() {
        out.push(block(
            "TCP-01",
            "/ne_bis_in_idem/declared",
            "ETS 73, 35; ICCPR 14(7)",
        ));
    }
}

/// The offence is not time-barred under the law of the requested State, and its last day is told.
fn tcp_02(case: &Case<'_>, out: &mut Findings) {
    let ends = case.content.at("limitation/requested_on");
    let finding = block(
        "TCP-02",
        "/limitation/requested_on",
        "Regulation (EU) 2024/3011, 12(1); ETS 73, 11",
    );
    match ends.date() {
        Some(date) if date < case.today => out.push(
            finding
                .with("problem", "passed")
                .with("date", date.to_string()),
        ),
        // No limitation is an answer; a text that is no day is GEN-03's to say.
        None if !ends.given()
            && ends.value().and_then(|v| v.as_str()) != Some("not_applicable") =>
        {
            out.push(finding.with("problem", "missing"));
        }
        _ => {}
    }
}

/// At least one criterion with its explanation.
fn tcp_03(case: &Case<'_>, out: &mut Findings) {
    let mut lacking = None;
    for (index, reason) in case.content.get("reasons").items() {
        let named = reason.get("criterion").text().is_some();
        let text = reason.get("text").code();
        if named && is_told(text, REASON_WORDS_MIN) {
            return;
        }
        let name = if named { "text" } else { "criterion" };
        lacking = lacking.or_else(|| Some(format!("/reasons/{index}/{name}")));
    }
    let at = lacking.unwrap_or_else(|| "/reasons".to_owned());
    out.push(block(
        "TCP-03",
        at,
        "Regulation (EU) 2024/3011, 5; ETS 73, 8",
    ));
}

fn persons<'a>(
    case: &'a Case<'a>,
    roles: &'static [&'static str],
) -> impl Iterator<Item = (usize, Node<'a>)> {
    case.content
        .get("persons")
        .items()
        .filter(|(_, person)| roles.contains(&person.get("role").code()))
}

const SUSPECTS: &[&str] = &["subject", "suspect", "accused", "convicted"];
const VICTIMS: &[&str] = &["victim"];

/// Whether those concerned were heard: they said something, or there is nobody to hear.
fn heard(view: Node<'_>, anybody: bool) -> bool {
    let heard = view.get("heard");
    if heard.yes() {
        return words(view.get("text").code()) >= REASON_WORDS_MIN;
    }
    !anybody && heard.value().and_then(|v| v.as_str()) == Some("not_applicable")
}

/// The victims have been heard.
fn tcp_04(case: &Case<'_>, out: &mut Findings) {
    let anybody = persons(case, VICTIMS).next().is_some();
    if !heard(case.content.get("victims_view"), anybody) {
        out.push(Finding::new(
            Level::Warn,
            "TCP-04",
            "/victims_view/heard",
            "Regulation (EU) 2024/3011, 7",
        ));
    }
}

/// The suspect has been heard.
fn tcp_05(case: &Case<'_>, out: &mut Findings) {
    if !heard(case.content.get("suspect_view"), true) {
        out.push(Finding::new(
            Level::Warn,
            "TCP-05",
            "/suspect_view/heard",
            "Regulation (EU) 2024/3011, 6; ETS 73, 17",
        ));
    }
}

/// The file is listed item by item; what is electronic can be told to be whole.
fn tcp_06(case: &Case<'_>, out: &mut Findings) {
    let source = "requests 3.4; ETS 73, 15";
    let mut any = false;
    for (index, item) in case.content.get("inventory").items() {
        any = true;
        let mut lacks = |name: &str, problem: &str| {
            out.push(
                block("TCP-06", format!("/inventory/{index}/{name}"), source)
                    .with("problem", problem),
            );
        };
        if item.get("title").text().is_none_or(is_wildcard) {
            lacks("title", "untitled");
        }
        if item.get("form").code() == "electronic" && !item.get("sha256").given() {
            lacks("sha256", "no_digest");
        }
    }
    if !any {
        out.push(block("TCP-06", "/inventory", source).with("problem", "empty"));
    }
}

/// Who is in custody is so until a day that is told.
fn tcp_07(case: &Case<'_>, out: &mut Findings) {
    for (index, person) in persons(case, SUSPECTS) {
        let custody = person.get("custody").code().to_lowercase();
        let held = !matches!(custody.as_str(), "" | "no" | "none");
        let until = person.get("custody_until_on");
        // A text that is no day is GEN-03's to say.
        if held && !until.given() {
            out.push(block(
                "TCP-07",
                format!("/persons/{index}/custody_until_on"),
                SECTION,
            ));
        }
    }
}

/// The courts of the requested State have jurisdiction, by its law or by a treaty that binds both.
fn tcp_08(case: &Case<'_>, out: &mut Findings) {
    let at = "/jurisdiction/ground";
    let ground = case.content.pointer(at).code();
    if let Some(problem) = without_jurisdiction(case, ground) {
        out.push(
            block(
                "TCP-08",
                at,
                "Regulation (EU) 2024/3011, 3, 12(1); ETS 73, 2",
            )
            .with("problem", problem)
            .with("to", case.ctx.to.code.as_str()),
        );
    }
}

fn without_jurisdiction(case: &Case<'_>, ground: &str) -> Option<&'static str> {
    let to = case.ctx.to;
    let is_national = |person: Node<'_>| {
        let nationalities = person.get("nationalities").codes();
        nationalities.contains(&to.code.as_str())
    };
    let by_treaty = |gives: fn(&Instrument) -> bool| {
        // What nobody can say here is no reason to block.
        let unknown = case.basis.unknown.iter().map(|one| &one.instrument);
        let bound = case.basis.treaties().map(|basis| &basis.instrument);
        bound
            .chain(unknown)
            .filter_map(|id| case.ctx.instruments.get(id))
            .any(gives)
    };
    match ground {
        "" => return Some("missing"),
        "active_nationality" if !persons(case, SUSPECTS).any(|(_, one)| is_national(one)) => {
            return Some("no_national");
        }
        "passive_nationality" => {
            let mut told = persons(case, VICTIMS)
                .filter(|(_, victim)| victim.get("nationalities").given())
                .peekable();
            if told.peek().is_some() && !told.any(|(_, victim)| is_national(victim)) {
                return Some("no_victim");
            }
        }
        "presence" if by_treaty(|one| !one.articles.prosecute_or_extradite.is_empty()) => {
            return None;
        }
        "conferred_by_treaty" => {
            return (!by_treaty(|one| one.is_general(Help::Transfer))).then_some("no_treaty");
        }
        _ => {}
    }
    let grounds = &to.jurisdiction_grounds;
    let known = grounds.is_empty() || grounds.iter().any(|one| one == ground);
    match ground {
        // A convention makes the presence of the offender enough; else the law of the State must.
        "presence" if grounds.is_empty() => Some("no_treaty"),
        "territory" => None,
        _ => (!known).then_some("not_in_law"),
    }
}

/// After a refused surrender the convention's duty to prosecute is at hand.
fn tcp_09(case: &Case<'_>, out: &mut Findings) {
    let Some((index, _)) = case
        .content
        .get("reasons")
        .items()
        .find(|(_, reason)| reason.get("criterion").code() == "surrender_refused")
    else {
        return;
    };
    let duty = |basis: &Basis| {
        let instrument = case.ctx.instruments.get(&basis.instrument)?;
        let article = &instrument.articles.prosecute_or_extradite;
        (!article.is_empty()).then(|| (basis.instrument.clone(), article.clone()))
    };
    if let Some((instrument, article)) = case.basis.treaties().find_map(duty) {
        out.push(
            Finding::new(
                Level::Hint,
                "TCP-09",
                format!("/reasons/{index}/criterion"),
                SECTION,
            )
            .with("instrument", instrument)
            .with("article", article),
        );
    }
}

/// Measures began before they end, and they and custody are still in force (GEN-03).
fn order(case: &Case<'_>, out: &mut Findings) {
    let today = (String::new(), Some(case.today));
    for (index, person) in case.content.get("persons").items() {
        let named = |name: &str| dated(&format!("/persons/{index}/{name}"), person.get(name));
        let until = named("custody_until_on");
        not_after(&named("custody_since_on"), &until, out);
        not_past(&until, case.today, out);
    }
    for (index, measure) in case.content.get("measures_in_force").items() {
        let named = |name: &str| {
            dated(
                &format!("/measures_in_force/{index}/{name}"),
                measure.get(name),
            )
        };
        let (since, until) = (named("since_on"), named("until_on"));
        not_after(&since, &today, out);
        not_after(&since, &until, out);
        not_past(&until, case.today, out);
    }
}
