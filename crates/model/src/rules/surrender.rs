//! Extradition: what the requested State needs before it can surrender a person (EXT-01 to 13).
//!
//! A rule that turns on the requested State's law is silent, or warns, where its profile does not tell.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::assurances::{death_is_excluded, is_given};
use super::content::{Node, words};
use super::sought::{Sought, Status, warrant_lacks};
use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};
use crate::record::adult_on;
use crate::request::AssuranceKind;
use crate::state::{EvidenceStandard, ExtraditesNationals, InAbsentia};

const SECTION: &str = "requests 3.3";
/// Words that a text of law has at least; a citation has fewer.
const LAW_WORDS_MIN: usize = 5;
/// Words that say what a piece of evidence shows.
const SHOWS_WORDS_MIN: usize = 3;
/// Words of an undertaking at least.
const UNDERTAKING_WORDS_MIN: usize = 3;

/// A request for extradition.
pub(super) const FAMILY: Family = Family {
    rules: &[
        ext_01,
        ext_02,
        ext_03,
        ext_04,
        ext_05,
        ext_06,
        ext_07,
        ext_08,
        ext_09,
        ext_10,
        ext_11,
        ext_12,
        ext_13,
        super::request::mla_03,
    ],
    codes: &[
        ("EXT-01", &[Level::Block]),
        ("EXT-02", &[Level::Block]),
        ("EXT-03", &[Level::Block]),
        ("EXT-04", &[Level::Block]),
        ("EXT-05", &[Level::Block, Level::Warn]),
        ("EXT-06", &[Level::Block]),
        ("EXT-07", &[Level::Block]),
        ("EXT-08", &[Level::Warn, Level::Hint]),
        ("EXT-09", &[Level::Block]),
        ("EXT-10", &[Level::Block]),
        ("EXT-11", &[Level::Warn]),
        ("EXT-12", &[Level::Block, Level::Warn]),
        ("EXT-13", &[Level::Warn]),
        ("MLA-03", &[Level::Block]),
    ],
};

fn block(code: &str, field: impl Into<String>) -> Finding {
    Finding::new(Level::Block, code, field, SECTION)
}

fn warn(code: &str, field: impl Into<String>) -> Finding {
    Finding::new(Level::Warn, code, field, SECTION)
}

/// The least by which a person is told from others: a name, a year of birth, and a photograph, prints, a document or a
/// description.
fn ext_01(case: &Case<'_>, out: &mut Findings) {
    let Some(sought) = Sought::of(case) else {
        out.push(block("EXT-01", "/persons").with("missing", "person"));
        return;
    };
    if !sought.is_named() {
        out.push(block("EXT-01", sought.at("family_name")).with("missing", "name"));
    }
    if !sought.person.get("born_on").given() {
        out.push(block("EXT-01", sought.at("born_on")).with("missing", "birth"));
    }
    if !sought.is_described(case) && !sought.has_document() {
        out.push(block("EXT-01", sought.at("description")).with("missing", "mark"));
    }
}

/// A warrant or an enforceable judgment, in force, with a copy.
fn ext_02(case: &Case<'_>, out: &mut Findings) {
    let source = "ETS 24 12(2)(a); requests 3.3";
    let finding = |field: String, missing: &str| {
        Finding::new(Level::Block, "EXT-02", field, source).with("missing", missing)
    };
    for name in warrant_lacks(case, true) {
        out.push(finding(format!("/warrant/{name}"), name));
    }
    let copies = ["arrest_warrant", "judgment", "domestic_order"];
    if !copies.iter().any(|kind| case.has_attachment(kind)) {
        out.push(finding("/attachments".to_owned(), "copy"));
    }
}

/// One offence at least is grave enough for the requested State; lesser ones may come with it.
fn ext_03(case: &Case<'_>, out: &mut Findings) {
    let least = case.ctx.to.min_penalty_prosecution_months;
    let mut offences = case.content.get("offences").items().peekable();
    let Some((first, _)) = offences.peek() else {
        out.push(block("EXT-03", "/offences").with("missing", "offence"));
        return;
    };
    let at = format!("/offences/{first}/penalty_max_months");
    if case.matter.categories.is_empty() {
        let unnamed = format!("/offences/{first}/category");
        out.push(block("EXT-03", unnamed).with("missing", "offence"));
    }
    let Some(least) = least else { return };
    if !offences.any(|(_, offence)| may_pass(offence, least)) {
        out.push(
            block("EXT-03", at)
                .with("missing", "penalty")
                .with("months", least.to_string()),
        );
    }
}

/// Whether the greatest penalty reaches the threshold. A value that is no number is GEN-10's to say.
fn may_pass(offence: Node<'_>, least: u32) -> bool {
    let greatest = offence.get("penalty_max_months");
    match greatest.number() {
        Some(months) => months >= u64::from(least),
        None => {
            greatest.given()
                || offence.get("life_sentence").yes()
                || offence.get("death_penalty").yes()
        }
    }
}

/// Enough of the sentence is left to be served.
fn ext_04(case: &Case<'_>, out: &mut Findings) {
    let ctx = case.ctx;
    let counts = match Status::of(case) {
        Status::Accused => false,
        Status::Sentenced => true,
        // Where such a judgment counts as a charge, it is the offence that is measured.
        Status::InAbsentia => ctx.to.in_absentia != InAbsentia::TreatedAsAccused,
    };
    let Some(least) = ctx.to.min_remaining_sentence_months.filter(|_| counts) else {
        return;
    };
    if matches!(case.content.at("sought/sentence").code(), "life" | "death") {
        return;
    }
    let remaining = case.content.at("sought/remaining_months");
    let enough = match remaining.number() {
        Some(months) => months >= u64::from(least),
        None => remaining.given(),
    };
    if !enough {
        out.push(block("EXT-04", "/sought/remaining_months").with("months", least.to_string()));
    }
}

/// No offence is barred by lapse of time, in either State, and none soon will be; a day that is not told is the form's to
/// ask for.
fn ext_05(case: &Case<'_>, out: &mut Findings) {
    let soon = case.today.checked_add(1.year()).unwrap_or(Date::MAX);
    let source = "ETS 24 10; requests 3.3";
    for (index, offence) in case.content.get("offences").items() {
        for (name, at_home) in [("limitation_on", true), ("limitation_there_on", false)] {
            let Some(day) = offence.get(name).date() else {
                continue;
            };
            let (level, problem) = match day {
                day if day < case.today && at_home => (Level::Block, "passed"),
                day if day < case.today => (Level::Warn, "passed"),
                day if day <= soon => (Level::Warn, "near"),
                _ => continue,
            };
            out.push(
                Finding::new(level, "EXT-05", format!("/offences/{index}/{name}"), source)
                    .with("problem", problem)
                    .with("date", day.to_string()),
            );
        }
    }
}

/// The text of the law, for each offence.
fn ext_06(case: &Case<'_>, out: &mut Findings) {
    if case.has_attachment("text_of_law") {
        return;
    }
    for (index, offence) in case.content.get("offences").items() {
        if words(offence.get("law_text").code()) < LAW_WORDS_MIN {
            let field = format!("/offences/{index}/law_text");
            out.push(Finding::new(
                Level::Block,
                "EXT-06",
                field,
                "ETS 24 12(2)(c); requests 3.3",
            ));
        }
    }
}

/// A State that must see a case to answer is shown one.
fn ext_07(case: &Case<'_>, out: &mut Findings) {
    // A judgment given in presence is proof enough.
    if case.ctx.to.evidence_standard != EvidenceStandard::PrimaFacie
        || Status::of(case) == Status::Sentenced
    {
        return;
    }
    let shown = case.has_attachment("affidavit")
        || case.has_attachment("exhibit")
        || case
            .content
            .get("evidence")
            .items()
            .any(|(_, item)| supports(item));
    if !shown {
        out.push(block("EXT-07", "/evidence").with("to", case.ctx.to.code.as_str()));
    }
}

/// Whether a piece of evidence is named, says what it shows, and was fairly come by where somebody's words are taken.
fn supports(item: Node<'_>) -> bool {
    let spoken = matches!(
        item.get("kind").code(),
        "affidavit" | "statement" | "recording"
    );
    let fair = matches!(
        item.get("obtained").code(),
        "at_liberty" | "custody_with_safeguards"
    );
    item.get("kind").text().is_some()
        && item.get("title").text().is_some()
        && words(item.get("shows").code()) >= SHOWS_WORDS_MIN
        && (fair || !spoken)
}

/// A national of the requested State: return to serve the sentence, or proceedings there, are offered.
fn ext_08(case: &Case<'_>, out: &mut Findings) {
    let ctx = case.ctx;
    let Some(sought) = Sought::of(case) else {
        return;
    };
    let own = sought
        .person
        .get("nationalities")
        .codes()
        .contains(&ctx.to.code.as_str());
    let law = ctx.to.extradites_nationals;
    if !own || law == ExtraditesNationals::Yes {
        return;
    }
    let field = sought.at("nationalities");
    if law != ExtraditesNationals::ConditionalReturn
        || !is_given(case, AssuranceKind::ReturnOfNational)
    {
        let problem = match law {
            ExtraditesNationals::ConditionalReturn => "return",
            ExtraditesNationals::No => "refused",
            ExtraditesNationals::Yes | ExtraditesNationals::Unknown => "open",
        };
        out.push(
            warn("EXT-08", field.clone())
                .with("to", ctx.to.code.as_str())
                .with("problem", problem),
        );
    }
    let duty = case.basis.treaties().find_map(|basis| {
        let article = &ctx
            .instruments
            .get(&basis.instrument)?
            .articles
            .prosecute_or_extradite;
        (!article.is_empty()).then(|| (basis.instrument.clone(), article.clone()))
    });
    if let Some((instrument, article)) = duty {
        out.push(
            Finding::new(Level::Hint, "EXT-08", field, SECTION)
                .with("to", ctx.to.code.as_str())
                .with("problem", "prosecute")
                .with("instrument", instrument)
                .with("article", article),
        );
    }
}

/// A judgment given in absence comes with the promise of a new trial, where the requested State asks for it.
fn ext_09(case: &Case<'_>, out: &mut Findings) {
    let asked = case.ctx.to.in_absentia == InAbsentia::RetrialGuaranteeRequired;
    if asked && Status::of(case) == Status::InAbsentia && !is_given(case, AssuranceKind::Retrial) {
        out.push(block("EXT-09", "/assurances").with("to", case.ctx.to.code.as_str()));
    }
}

/// The requested State requires a treaty, and none can stand as one; LB-03 says the same of the basis.
fn ext_10(case: &Case<'_>, out: &mut Findings) {
    if super::basis::needs_treaty(case) {
        out.push(block("EXT-10", "/requested/state").with("to", case.ctx.to.code.as_str()));
    }
}

/// Several States want the same person.
fn ext_11(case: &Case<'_>, out: &mut Findings) {
    let states: Vec<&str> = case
        .content
        .get("competing")
        .items()
        .map(|(_, other)| other.get("state").code())
        .collect();
    if !states.is_empty() {
        out.push(warn("EXT-11", "/competing").with("states", states.join(", ")));
    }
}

/// Tried for nothing else: by the treaty, or by undertaking.
fn ext_12(case: &Case<'_>, out: &mut Findings) {
    let worded = words(case.content.at("speciality/text").code()) >= UNDERTAKING_WORDS_MIN;
    let undertaken = (case.content.at("speciality/undertaking").yes() && worded)
        || is_given(case, AssuranceKind::Speciality);
    let demanded = case.ctx.to.speciality_undertaking_required == Some(true);
    let by_treaty = case.basis.treaties().any(|basis| {
        let instrument = case.ctx.instruments.get(&basis.instrument);
        instrument.is_some_and(|instrument| !instrument.articles.speciality.is_empty())
    });
    if undertaken || (by_treaty && !demanded) {
        return;
    }
    let finding = if demanded { block } else { warn };
    out.push(
        finding("EXT-12", "/speciality/undertaking".to_owned())
            .with("to", case.ctx.to.code.as_str()),
    );
}

/// Who was a child at the time is punished neither with death nor with life.
fn ext_13(case: &Case<'_>, out: &mut Findings) {
    let Some(sought) = Sought::of(case) else {
        return;
    };
    let committed = case
        .content
        .get("offences")
        .items()
        .filter_map(|(_, offence)| offence.get("committed_from").date())
        .min()
        .or(case.content.at("facts/happened_from").date());
    let born = sought.person.get("born_on").earliest_date();
    let grown = born.and_then(adult_on);
    // Who was born after the offence is GEN-03's to name.
    let was_child = sought.person.get("minor").yes()
        || committed.is_some_and(|day| born <= Some(day) && grown.is_some_and(|on| day < on));
    let promised = death_is_excluded(case) && is_given(case, AssuranceKind::LifeReview);
    if was_child && !promised {
        out.push(Finding::new(
            Level::Warn,
            "EXT-13",
            sought.at("born_on"),
            "CRC 37(a); requests 3.3",
        ));
    }
}
