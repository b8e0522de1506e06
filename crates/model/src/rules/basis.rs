//! The legal basis that the officer chose, held against the ranked list of [`crate::basis`] (LB-01 to LB-10).

use jiff::civil::Date;

use super::content::{Node, words};
use super::{Case, Family, Findings, codes};
use crate::basis::{
    Answer, BasisRole, Binding, Gift, Standing, Why, is_fresh, older_data, standing,
};
use crate::finding::{Finding, Level};
use crate::template::What;

const SOURCE: &str = "requests 3.13";

/// The legal basis.
pub(super) const FAMILY: Family = Family {
    rules: &[
        lb_01_and_05,
        lb_02,
        lb_03,
        lb_04_and_10,
        lb_06,
        lb_07,
        lb_08,
        lb_09,
    ],
    codes: &[
        ("LB-01", &[Level::Block]),
        ("LB-02", &[Level::Warn]),
        ("LB-03", &[Level::Block]),
        ("LB-04", &[Level::Block]),
        ("LB-05", &[Level::Block, Level::Warn]),
        ("LB-06", &[Level::Hint]),
        ("LB-07", &[Level::Warn]),
        ("LB-08", &[Level::Hint]),
        ("LB-09", &[Level::Hint]),
        ("LB-10", &[Level::Block]),
    ],
};

/// What the officer chose, with its place in the list.
struct Chosen<'a> {
    index: usize,
    instrument: &'a str,
    node: Node<'a>,
}

impl Chosen<'_> {
    fn is_treaty(&self) -> bool {
        let other = ["LAW-", "S/RES/"];
        !other
            .iter()
            .any(|prefix| self.instrument.starts_with(prefix))
            && !self.is_called("reciprocity")
            && !self.is_called("courtesy")
    }

    /// Whether it is what stands in for a treaty, in capitals or not.
    fn is_called(&self, name: &str) -> bool {
        self.instrument.eq_ignore_ascii_case(name)
    }

    fn at(&self, name: &str) -> String {
        format!("/legal_basis/{}/{name}", self.index)
    }
}

fn chosen<'a>(case: &Case<'a>, roles: &[&str]) -> Vec<Chosen<'a>> {
    case.content
        .get("legal_basis")
        .items()
        .filter(|(_, entry)| roles.contains(&entry.get("role").code()))
        .filter_map(|(index, node)| {
            let instrument = node.get("instrument").text()?;
            Some(Chosen {
                index,
                instrument,
                node,
            })
        })
        .collect()
}

/// Entries that are meant to carry the request; one without a role is meant so.
fn bases<'a>(case: &Case<'a>) -> Vec<Chosen<'a>> {
    chosen(case, &["", "basis", "reciprocity", "courtesy"])
}

fn bound(case: &Case<'_>, instrument: &str) -> Standing {
    let ctx = case.ctx;
    standing(
        ctx.instruments,
        instrument,
        (ctx.from, ctx.to),
        (Some(case.matter.help), case.today),
    )
}

/// Whether the promise that stands in for a treaty is attached.
fn promised(case: &Case<'_>, why: Why) -> bool {
    let said = case.content.at("reciprocity/undertaking").code();
    let written = words(case.content.at("reciprocity/text").code()) >= 3;
    match said {
        "undertaking_attached" => written || case.has_attachment("reciprocity_undertaking"),
        "case_by_case_attached" if why == Why::CaseByCase => {
            written || case.has_attachment("case_by_case_letter")
        }
        _ => false,
    }
}

/// A treaty where there is one; else the promise, attached; else a courtesy, with a reason.
pub(super) fn lb_01_and_05(case: &Case<'_>, out: &mut Findings) {
    let Some(first) = case.basis.first() else {
        return;
    };
    let strangers = case.ctx.is_stranger(case.ctx.from) || case.ctx.is_stranger(case.ctx.to);
    // What binds a State that nobody knows is not known either.
    if !case.matter.help.needs_basis() || strangers {
        return;
    }
    // What a code that nobody knows could rest on is not known yet: GEN-10 asks for another.
    let named = case
        .faults
        .iter()
        .all(|fault| !(fault.what == What::UnknownCode && fault.pointer.ends_with("/category")));
    match first.role {
        BasisRole::Reciprocity if named && !promised(case, first.why) => out.push(
            Finding::new(Level::Block, "LB-05", "/reciprocity/undertaking", SOURCE)
                .with("problem", first.why.code())
                .with("to", case.ctx.to.code.as_str()),
        ),
        BasisRole::Courtesy if named && !promised(case, Why::CaseByCase) => out.push(
            Finding::new(Level::Warn, "LB-05", "/legal_basis", SOURCE)
                .with("problem", first.why.code())
                .with("to", case.ctx.to.code.as_str()),
        ),
        BasisRole::Basis if !carries(case) => {
            out.push(
                Finding::new(
                    Level::Block,
                    "LB-01",
                    "/legal_basis",
                    "UNSCR 2322 (2016) 13(a)",
                )
                .with(
                    "cited",
                    if first.article.is_empty() {
                        "whole"
                    } else {
                        "article"
                    },
                )
                .with("instrument", first.instrument.clone())
                .with("article", first.article.clone()),
            );
        }
        // A resolution of the Security Council, or a law, stands beside a basis and is none.
        BasisRole::Reciprocity if named && !bases(case).is_empty() && !carries(case) => out.push(
            Finding::new(Level::Block, "LB-01", "/legal_basis", SOURCE)
                .with("cited", "whole")
                .with("instrument", first.instrument.clone()),
        ),
        _ => {}
    }
}

/// Whether one of the chosen entries carries the request: a treaty of the list, or an undertaking that is attached.
fn carries(case: &Case<'_>) -> bool {
    bases(case).iter().any(|chosen| {
        case.basis
            .treaties()
            .any(|basis| basis.instrument == chosen.instrument)
            || (chosen.is_called("reciprocity") && promised(case, Why::CaseByCase))
            || chosen.is_called("courtesy")
            // Another code says what is wrong with a treaty that does not bind.
            || (chosen.is_treaty() && !bound(case, chosen.instrument).binding.carries())
    })
}

/// The leading entry is the first in rank, or says why not.
pub(super) fn lb_02(case: &Case<'_>, out: &mut Findings) {
    let chosen = bases(case);
    let (Some(leads), Some(first)) = (chosen.first(), case.basis.first()) else {
        return;
    };
    if leads.instrument.eq_ignore_ascii_case(&first.instrument) || !carries(case) {
        return;
    }
    if leads.is_treaty() && !bound(case, leads.instrument).binding.carries() {
        return;
    }
    if words(leads.node.get("reason").code()) < 3 {
        out.push(
            Finding::new(Level::Warn, "LB-02", leads.at("instrument"), SOURCE)
                .with("chosen", leads.instrument)
                .with("instrument", first.instrument.clone())
                .with("article", first.article.clone()),
        );
    }
}

/// A treaty that is cited binds both States on the day, and nobody has denounced or reserved it.
pub(super) fn lb_04_and_10(case: &Case<'_>, out: &mut Findings) {
    for chosen in chosen(case, &["", "basis", "procedure"]) {
        if !chosen.is_treaty() {
            continue;
        }
        let standing = bound(case, chosen.instrument);
        let bound = standing.binding;
        let Some(code) = against(case, chosen.instrument, &standing) else {
            continue;
        };
        let problem = match bound {
            Binding::AbsentThen | Binding::NoList | Binding::NoTreaty => Binding::NotJoined,
            Binding::SignedThen => Binding::OnlySigned,
            bound => bound,
        };
        out.push(
            Finding::new(
                Level::Block,
                code,
                chosen.at("instrument"),
                "VCLT 14, 24, 26",
            )
            .with("chosen", chosen.instrument)
            .with("problem", problem.code()),
        );
    }
}

/// The code that speaks against a treaty between two States; nothing where it binds them, or where nobody can tell.
pub(super) fn against(
    case: &Case<'_>,
    instrument: &str,
    standing: &Standing,
) -> Option<&'static str> {
    match standing.binding {
        Binding::Denounced | Binding::Reserved => Some("LB-10"),
        // Fresh data that do not name a State are held against it; old ones leave the question open.
        Binding::AbsentThen | Binding::SignedThen if is_fresh(standing.as_of, case.today) => {
            Some("LB-04")
        }
        Binding::NoList if !known(case, instrument) => Some("LB-04"),
        bound => (bound.answer() == Answer::NotBinding).then_some("LB-04"),
    }
}

/// Whether the catalogue describes the instrument.
fn known(case: &Case<'_>, instrument: &str) -> bool {
    case.ctx.instruments.get(instrument).is_some()
}

/// Several treaties apply: cite all, lead with the first.
pub(super) fn lb_06(case: &Case<'_>, out: &mut Findings) {
    let cited = bases(case);
    let missed: Vec<&str> = case
        .basis
        .treaties()
        .map(|basis| basis.instrument.as_str())
        .filter(|id| !cited.iter().any(|chosen| chosen.instrument == *id))
        .collect();
    if case.basis.treaties().count() > 1 && !missed.is_empty() {
        out.push(
            Finding::new(Level::Hint, "LB-06", "/legal_basis", SOURCE)
                .with("instruments", missed.join(", ")),
        );
    }
}

/// The data on who joined what are not old: those behind the treaties that apply, else those behind the answer that
/// none does. What is given without a basis asks for none.
pub(super) fn lb_07(case: &Case<'_>, out: &mut Findings) {
    if !case.matter.help.needs_basis() {
        return;
    }
    let treaties: Vec<Option<Date>> = case
        .basis
        .treaties()
        .filter(|basis| basis.why != Why::CouncilFreeze)
        .map(|basis| basis.as_of)
        .collect();
    let as_of = match treaties.as_slice() {
        [] => older_data(case.ctx.from, case.ctx.to),
        days => days.iter().copied().min().flatten(),
    };
    if !is_fresh(as_of, case.today) {
        out.push(
            Finding::new(Level::Warn, "LB-07", "/legal_basis", SOURCE).with(
                "date",
                as_of.map_or_else(|| "unknown".to_owned(), |date| date.to_string()),
            ),
        );
    }
}

/// Whether the requested State requires a treaty, and none can stand as one for the offences that are named.
pub(super) fn needs_treaty(case: &Case<'_>) -> bool {
    case.basis.needs_treaty && !case.matter.categories.is_empty()
}

/// The requested State requires a treaty for extradition, and none can stand as one.
pub(super) fn lb_03(case: &Case<'_>, out: &mut Findings) {
    if needs_treaty(case) {
        out.push(
            Finding::new(Level::Block, "LB-03", "/legal_basis", SOURCE)
                .with("to", case.ctx.to.code.as_str()),
        );
    }
}

fn gift(case: &Case<'_>, wanted: Gift) -> Option<(String, String)> {
    case.basis.treaties().find_map(|basis| {
        basis
            .gives
            .iter()
            .find(|(gift, _)| *gift == wanted)
            .map(|(_, article)| (basis.instrument.clone(), article.clone()))
    })
}

/// The political-offence exception is excluded by an article that can be cited.
pub(super) fn lb_08(case: &Case<'_>, out: &mut Findings) {
    if !case.matter.is_terrorism() {
        return;
    }
    if let Some((instrument, article)) = gift(case, Gift::NoPolitical) {
        out.push(
            Finding::new(Level::Hint, "LB-08", "/legal_basis", SOURCE)
                .with("instrument", instrument)
                .with("article", article),
        );
    }
}

/// So are bank secrecy and fiscal nature, where they matter.
pub(super) fn lb_09(case: &Case<'_>, out: &mut Findings) {
    let bank = case
        .measures()
        .any(|(_, measure)| codes::BANK.contains(&measure.get("kind").code()));
    let fiscal = case
        .content
        .get("offences")
        .items()
        .any(|(_, offence)| offence.get("fiscal").yes());
    let found = [(bank, Gift::NoBankSecrecy), (fiscal, Gift::NoFiscal)]
        .into_iter()
        .filter(|(matters, _)| *matters)
        .find_map(|(_, wanted)| gift(case, wanted));
    if let Some((instrument, article)) = found {
        out.push(
            Finding::new(Level::Hint, "LB-09", "/legal_basis", SOURCE)
                .with("instrument", instrument)
                .with("article", article),
        );
    }
}
