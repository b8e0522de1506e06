//! Safeguards (SAF-03, 04, 08, 09, 11) and data protection (DP-01 to 05).
//!
//! A safeguard that only the requested State can judge (asylum, torture, persecution) is not here: the request never
//! carries it.

use jiff::civil::Date;

use super::content::{Node, words};
use super::lexicon::{Lexicon, marker, tells};
use super::{Case, Family, Findings, codes};
use crate::basis::{BasisRole, Why};
use crate::finding::{Finding, Level};
use crate::kind::Kind;
use crate::record::adult_on;
use crate::state::{DataProtection, DeathPenalty, DualCriminality, StateProfile};

const SOURCE: &str = "requests 3.12";
/// Words that a reason has at least; a label has fewer.
const REASON_WORDS_MIN: usize = 3;
/// Telling words that describe conduct by its elements.
const CONDUCT_TELLING_MIN: usize = 2;

/// Safeguards of persons.
pub(super) const FAMILY: Family = Family {
    rules: &[saf_04, saf_09, saf_11],
    codes: &[
        ("SAF-04", &[Level::Block]),
        ("SAF-09", &[Level::Warn]),
        ("SAF-11", &[Level::Warn]),
    ],
};

/// Dual criminality, where the request turns on it.
pub(super) const CONDUCT: Family = Family {
    rules: &[saf_08],
    codes: &[("SAF-08", &[Level::Block])],
};

/// Protection of personal data.
pub(super) const DATA_PROTECTION: Family = Family {
    rules: &[dp_01, dp_02, dp_03, dp_04, dp_05, dp_06],
    codes: &[
        ("DP-01", &[Level::Block]),
        ("DP-02", &[Level::Block]),
        ("DP-03", &[Level::Warn]),
        ("DP-04", &[Level::Block]),
        ("DP-05", &[Level::Hint]),
        ("DP-06", &[Level::Block]),
    ],
};

/// Evidence that may lead to a death sentence travels with a statement, where the requested State would not impose one.
pub(super) fn saf_03(case: &Case<'_>, out: &mut Findings) {
    if !exposed_to_death(case) {
        return;
    }
    let ctx = case.ctx;
    let said = case.content.get("death_penalty");
    let stated = match said.get("statement").code() {
        "not_sought" | "may_be_sought" => true,
        "assurance" | "use_limit" => words(said.get("text").code()) >= REASON_WORDS_MIN,
        _ => false,
    };
    if !stated {
        out.push(
            Finding::new(
                Level::Warn,
                "SAF-03",
                "/death_penalty/statement",
                "requests 3.12; ICCPR 6",
            )
            .with("from", ctx.from.code.as_str())
            .with("to", ctx.to.code.as_str()),
        );
    }
}

/// Whether the request may lead to a death sentence that the requested State would not itself impose.
pub(super) fn exposed_to_death(case: &Case<'_>) -> bool {
    let ctx = case.ctx;
    if ctx.from.death_penalty == DeathPenalty::AbolishedAllCrimes {
        return false;
    }
    let said_capital = case.content.at("death_penalty/capital").yes()
        || case.content.at("sought/sentence").code() == "death";
    let mut offences = case.content.get("offences").items().peekable();
    let none_named = offences.peek().is_none();
    // A State that would itself punish the offence with death is not told how the other one means to.
    (said_capital && none_named)
        || offences.any(|(_, offence)| {
            (said_capital || capital(ctx.from, offence) == Some(true))
                && !capital_there(ctx.to, offence)
        })
}

/// Whether the offence is capital in a State; `None` where its profile and the request leave it open.
pub(crate) fn capital(state: &StateProfile, offence: Node<'_>) -> Option<bool> {
    match state.death_penalty {
        DeathPenalty::AbolishedAllCrimes => return Some(false),
        DeathPenalty::AbolishedOrdinaryCrimes => return Some(offence.get("death_penalty").yes()),
        DeathPenalty::AbolishedInPractice | DeathPenalty::Retained | DeathPenalty::Unknown => {}
    }
    if offence.get("death_penalty").yes() || listed(state, offence) {
        return Some(true);
    }
    if offence.get("death_penalty").no() || !state.death_penalty_offences.is_empty() {
        return Some(false);
    }
    // Retained, no list of offences, and the request does not say: the question is open and must be answered.
    (state.death_penalty == DeathPenalty::Retained).then_some(true)
}

/// Whether the requested State would itself punish the offence with death.
pub(crate) fn capital_there(state: &StateProfile, offence: Node<'_>) -> bool {
    state.death_penalty == DeathPenalty::Retained && listed(state, offence)
}

/// Whether the profile's list of capital offences names the offence.
fn listed(state: &StateProfile, offence: Node<'_>) -> bool {
    let category = offence.get("category").code();
    let also = offence.get("also").codes();
    let is = |code: &str| category == code || also.contains(&code);
    let deadly = offence
        .get("deaths")
        .number()
        .is_some_and(|deaths| deaths > 0);
    state
        .death_penalty_offences
        .iter()
        .any(|capital| match capital.as_str() {
            "terrorism_causing_death" => deadly && codes::TERRORISM.iter().any(|code| is(code)),
            other => is(other),
        })
}

/// What torture brought forth is sent to nobody: where a piece of evidence says so by its code, or a text that tells of
/// evidence does. The words of its victim may prove torture against whoever did it.
fn saf_04(case: &Case<'_>, out: &mut Findings) {
    let root = case.content;
    let proves = case.matter.categories.contains(&"torture");
    let told = |node: Node<'_>| !proves && marker(Lexicon::Torture, node.code()).is_some();
    let mut found = |at: String| out.push(Finding::new(Level::Block, "SAF-04", at, "CAT 15"));
    for (index, item) in root.get("evidence").items() {
        if item.get("obtained").code() == "tainted" {
            found(format!("/evidence/{index}/obtained"));
        } else if let Some(name) = ["title", "shows"].iter().find(|name| told(item.get(name))) {
            found(format!("/evidence/{index}/{name}"));
        }
    }
    for (index, item) in root.get("inventory").items() {
        if told(item.get("title")) {
            found(format!("/inventory/{index}/title"));
        }
    }
    for path in [
        "facts/evidence",
        "information/content",
        "information/obtained_how",
    ] {
        if told(root.at(path)) {
            found(format!("/{path}"));
        }
    }
}

/// The conduct is told by its elements, where the law of the requested State or the treaty asks whether it would be an
/// offence there too.
pub(super) fn saf_08(case: &Case<'_>, out: &mut Findings) {
    if !is_dual_criminality_asked(case) {
        return;
    }
    for (index, offence) in case.content.get("offences").items() {
        if !tells(offence.get("dual_criminality").code(), CONDUCT_TELLING_MIN) {
            let at = format!("/offences/{index}/dual_criminality");
            out.push(
                Finding::new(Level::Block, "SAF-08", at, "UNTOC 18(9), 16(1)")
                    .with("to", case.ctx.to.code.as_str()),
            );
        }
    }
}

fn is_dual_criminality_asked(case: &Case<'_>) -> bool {
    let coercive = match case.kind {
        // Of extradition, the profile says nothing: the treaty does, unless it defines the offence for both.
        Kind::Extradition => {
            let always = case.ctx.to.mla_dual_criminality == DualCriminality::Always;
            return case.basis.first().is_some_and(|first| match first.role {
                BasisRole::Basis => first.why != Why::OffenceInScope,
                _ => always,
            });
        }
        // Who takes a proceeding over must be able to try the conduct.
        Kind::TransferOfProceedings => return true,
        // To keep data nobody asks for it (ETS 185 article 29(3)), and a life cannot wait for it.
        Kind::ElectronicEvidence => {
            let subtype = super::evidence::subtype(case.content);
            !subtype.is_empty() && !super::evidence::is_quick(case.content)
        }
        _ => case
            .measures()
            .any(|(_, measure)| codes::COERCIVE.contains(&measure.get("kind").code())),
    };
    match case.ctx.to.mla_dual_criminality {
        DualCriminality::Always => case.kind == Kind::Mla || coercive,
        DualCriminality::CoerciveOnly => coercive,
        DualCriminality::Never | DualCriminality::Discretionary | DualCriminality::Unknown => false,
    }
}

/// Minors and vulnerable persons: what is done for them is named.
pub(super) fn saf_09(case: &Case<'_>, out: &mut Findings) {
    let committed = case
        .content
        .get("offences")
        .items()
        .filter_map(|(_, offence)| offence.get("committed_from").date())
        .min();
    for (index, person) in case.content.get("persons").items() {
        let vulnerable = !matches!(person.get("vulnerability").code(), "" | "none");
        if !vulnerable && !is_minor(person, committed, case.today) {
            continue;
        }
        if person.get("safeguards").text().is_none() {
            out.push(Finding::new(
                Level::Warn,
                "SAF-09",
                format!("/persons/{index}/safeguards"),
                "CRC 40; requests 3.12",
            ));
        }
    }
}

/// A child: now, or for those accused at the time of the offence.
fn is_minor(person: Node<'_>, committed: Option<Date>, today: Date) -> bool {
    if person.get("minor").yes() {
        return true;
    }
    let accused = matches!(
        person.get("role").code(),
        "subject" | "suspect" | "accused" | "convicted"
    );
    let on = if accused {
        committed.unwrap_or(today)
    } else {
        today
    };
    let Some(born) = person.get("born_on").earliest_date() else {
        return false;
    };
    born <= on && adult_on(born).is_some_and(|adult| on < adult)
}

/// Journalists, lawyers, doctors, elected persons, diplomats: the route past privilege or immunity is named.
pub(super) fn saf_11(case: &Case<'_>, out: &mut Findings) {
    for (index, person) in case.content.get("persons").items() {
        let role = person.get("protected_role").code();
        if !matches!(role, "" | "none")
            && words(person.get("privilege_route").code()) < REASON_WORDS_MIN
        {
            out.push(
                Finding::new(
                    Level::Warn,
                    "SAF-11",
                    format!("/persons/{index}/privilege_route"),
                    SOURCE,
                )
                .with("role", role),
            );
        }
    }
}

/// The legal ground of processing and the time of keeping are named.
pub(super) fn dp_01(case: &Case<'_>, out: &mut Findings) {
    let data = case.content.get("data_protection");
    if data.get("ground").text().is_none() {
        out.push(Finding::new(
            Level::Block,
            "DP-01",
            "/data_protection/ground",
            SOURCE,
        ));
    }
    if data.get("retain_until").date().is_none() {
        out.push(Finding::new(
            Level::Block,
            "DP-01",
            "/data_protection/retain_until",
            SOURCE,
        ));
    }
}

/// Special categories and biometrics have a reason; whether there are any is said.
pub(super) fn dp_02(case: &Case<'_>, out: &mut Findings) {
    let data = case.content.get("data_protection");
    if !data.get("special_categories").answered() {
        out.push(Finding::new(
            Level::Block,
            "DP-02",
            "/data_protection/special_categories",
            SOURCE,
        ));
    }
    let biometric = case
        .content
        .get("persons")
        .items()
        .any(|(_, person)| !person.get("biometrics").codes().is_empty())
        || case.has_attachment("photograph")
        || case.has_attachment("fingerprints")
        || case
            .measures()
            .any(|(_, measure)| measure.get("kind").code() == "dna_comparison");
    let special = data.get("special_categories").yes() || biometric;
    if special && words(data.get("special_categories_reason").code()) < REASON_WORDS_MIN {
        out.push(Finding::new(
            Level::Block,
            "DP-02",
            "/data_protection/special_categories_reason",
            SOURCE,
        ));
    }
}

/// A law that asks for safeguards abroad meets an addressee without them: the clause is offered.
pub(super) fn dp_03(case: &Case<'_>, out: &mut Findings) {
    let ctx = case.ctx;
    // The clause of an agreement is JIT-06's, which looks at every party.
    if case.kind == Kind::JointInvestigationTeam {
        return;
    }
    let demands = |state: &StateProfile| {
        matches!(
            state.data_protection,
            DataProtection::Strict | DataProtection::AdequacyOrSafeguards
        )
    };
    let lacking = demands(ctx.from) && !demands(ctx.to);
    if lacking && !case.content.at("data_protection/safeguards_clause").yes() {
        out.push(
            Finding::new(
                Level::Warn,
                "DP-03",
                "/data_protection/safeguards_clause",
                SOURCE,
            )
            .with("to", ctx.to.code.as_str()),
        );
    }
}

/// What should have been purged is not sent.
pub(super) fn dp_04(case: &Case<'_>, out: &mut Findings) {
    if let Some(until) = case.content.at("data_protection/retain_until").date()
        && until < case.today
    {
        out.push(
            Finding::new(
                Level::Block,
                "DP-04",
                "/data_protection/retain_until",
                SOURCE,
            )
            .with("date", until.to_string()),
        );
    }
}

/// What came from a third State goes on with its consent only; of information given unasked SPO-07 speaks.
pub(super) fn dp_06(case: &Case<'_>, out: &mut Findings) {
    let (ctx, data) = (case.ctx, case.content.get("data_protection"));
    let Some(origin) = data.get("third_state_origin").text() else {
        return;
    };
    let third = origin != ctx.from.code.as_str() && origin != ctx.to.code.as_str();
    let unasked = case.kind == Kind::SpontaneousInformation;
    if third && !unasked && !data.get("third_state_consent").yes() {
        let at = "/data_protection/third_state_consent";
        out.push(Finding::new(Level::Block, "DP-06", at, "UNTOC 18(5)").with("state", origin));
    }
}

/// Where to turn for access, correction and complaint.
pub(super) fn dp_05(case: &Case<'_>, out: &mut Findings) {
    if case
        .content
        .at("data_protection/supervisor")
        .text()
        .is_none()
    {
        out.push(Finding::new(
            Level::Hint,
            "DP-05",
            "/data_protection/supervisor",
            SOURCE,
        ));
    }
}
