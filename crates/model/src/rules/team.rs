//! The agreement on a joint investigation team (JIT-01 to JIT-09).
//!
//! More than two States may be parties. The request travels between two of them; what each party's law demands is read
//! from its own profile ([`super::CheckContext::profile`]), and a party that nobody has described is never held against
//! the agreement.

use jiff::ToSpan;
use jiff::civil::Date;

use super::basis::against;
use super::content::{Node, is_wildcard, words};
use super::{Case, CheckContext, Family, Findings};
use crate::StateCode;
use crate::basis::{BasisReport, Help, Matter, legal_basis, standing};
use crate::finding::{Finding, Level};
use crate::state::DataProtection;

const SECTION: &str = "requests 3.8";
/// Words that a purpose or a clause has at least; a label has fewer.
const CLAUSE_WORDS_MIN: usize = 3;
/// Months that a team lasts at most; longer by an addendum.
pub(crate) const TEAM_MONTHS_MAX: i32 = 24;

/// The agreement on a joint investigation team.
pub(super) const FAMILY: Family = Family {
    rules: &[
        jit_01,
        jit_02,
        jit_03,
        jit_04,
        jit_05,
        jit_06,
        jit_07,
        jit_08,
        jit_09,
        super::basis::lb_07,
    ],
    codes: &[
        ("JIT-01", &[Level::Block]),
        ("JIT-02", &[Level::Block]),
        ("JIT-03", &[Level::Block]),
        ("JIT-04", &[Level::Block]),
        ("JIT-05", &[Level::Warn]),
        ("JIT-06", &[Level::Block, Level::Warn]),
        ("JIT-07", &[Level::Warn]),
        ("JIT-08", &[Level::Block]),
        ("JIT-09", &[Level::Hint]),
        ("LB-07", &[Level::Warn]),
    ],
};

/// A finding of a rule of this file.
fn found(level: Level, code: &str, field: impl Into<String>, source: &str) -> Finding {
    Finding::new(level, code, field, source)
}

/// The parties with their places; `parties/0/state` may still be open.
fn parties<'a>(content: Node<'a>) -> impl Iterator<Item = (usize, Node<'a>)> {
    content.get("parties").items()
}

/// The States that are parties, each once, in their order.
fn states_of<'a>(content: Node<'a>) -> Vec<&'a str> {
    let mut states: Vec<&str> = Vec::new();
    for (_, party) in parties(content) {
        let state = party.get("state").code();
        if !state.is_empty() && !states.contains(&state) {
            states.push(state);
        }
    }
    states
}

/// A clause of the agreement that says something: more than a label, and not everything at once.
fn says(node: Node<'_>) -> bool {
    words(node.code()) >= CLAUSE_WORDS_MIN
}

/// Two States at least, both sides of the request among them, and a purpose.
pub(super) fn jit_01(case: &Case<'_>, out: &mut Findings) {
    let source = "UNTOC 19; ETS 182 20(1)";
    let lacks = |field: String, problem: &str| {
        found(Level::Block, "JIT-01", field, source).with("problem", problem)
    };
    for (index, party) in parties(case.content) {
        if party.get("state").text().is_none() {
            out.push(lacks(format!("/parties/{index}/state"), "no_state"));
        }
    }
    let states = states_of(case.content);
    if states.len() < 2 {
        out.push(lacks("/parties".to_owned(), "too_few"));
    } else {
        let sides = [&case.ctx.from.code, &case.ctx.to.code];
        for side in sides
            .into_iter()
            .filter(|side| !states.contains(&side.as_str()))
        {
            out.push(lacks("/parties".to_owned(), "side_missing").with("state", side.as_str()));
        }
    }
    let purpose = case.content.at("team/purpose");
    if !says(purpose) || is_wildcard(purpose.code()) {
        out.push(lacks("/team/purpose".to_owned(), "no_purpose"));
    }
}

/// An end that is named and not too far; what comes after it is an addendum, never silence.
pub(super) fn jit_02(case: &Case<'_>, out: &mut Findings) {
    let source = "ETS 182 20(1)";
    let lacks = |name: &str, problem: &str| {
        found(Level::Block, "JIT-02", format!("/period/{name}"), source).with("problem", problem)
    };
    let period = case.content.get("period");
    for name in ["from", "until"] {
        let day = period.get(name);
        // A text that is no date at all is GEN-03's to name.
        if !day.given() || day.text().is_some_and(is_wildcard) {
            out.push(lacks(
                name,
                if name == "from" { "no_start" } else { "no_end" },
            ));
        }
    }
    if let (Some(from), Some(until)) = (period.get("from").date(), period.get("until").date())
        && from
            .checked_add(TEAM_MONTHS_MAX.months())
            .is_ok_and(|latest| until > latest)
    {
        out.push(
            lacks("until", "too_long")
                .with("months", months(from, until).to_string())
                .with("max", TEAM_MONTHS_MAX.to_string()),
        );
    }
    if period.get("extension").code() == "automatic" {
        out.push(lacks("extension", "automatic"));
    }
}

/// Months that have begun between the first and the last day, both counted.
fn months(from: Date, until: Date) -> i32 {
    let whole = (i32::from(until.year()) - i32::from(from.year())) * 12 + i32::from(until.month())
        - i32::from(from.month());
    whole + i32::from(until.day() >= from.day())
}

/// What a party may have.
type Has = fn(Node<'_>) -> bool;

/// Each State has a leader, and somebody who has the power to sign for it.
pub(super) fn jit_03(case: &Case<'_>, out: &mut Findings) {
    let kinds: [(&str, Has); 3] = [
        ("leader", |party| party.get("leader").text().is_some()),
        ("signatory", |party| party.get("signatory").text().is_some()),
        ("power_to_sign", |party| party.get("power_to_sign").yes()),
    ];
    for (index, party) in parties(case.content) {
        let state = party.get("state").code();
        for (name, has) in kinds {
            // A State with two authorities in the team leads and signs once.
            let elsewhere = !state.is_empty()
                && parties(case.content)
                    .any(|(_, other)| other.get("state").code() == state && has(other));
            if !has(party) && !elsewhere {
                out.push(
                    found(
                        Level::Block,
                        "JIT-03",
                        format!("/parties/{index}/{name}"),
                        "UNTOC 19",
                    )
                    .with("problem", name)
                    .with("state", state),
                );
            }
        }
    }
}

/// One pair of parties and the bases between them, ranked.
#[derive(Debug, Clone)]
pub struct PairBasis {
    /// The one State.
    pub one: StateCode,
    /// The other.
    pub other: StateCode,
    /// What may stand between the two.
    pub report: BasisReport,
}

/// The legal basis of a joint team, for every pair of parties whose profiles are known, in the order of the parties.
#[must_use]
pub fn basis_per_pair(content: &serde_json::Value, ctx: &CheckContext<'_>) -> Vec<PairBasis> {
    let root = Node::root(content);
    let matter = Matter::read(Help::JointTeam, root);
    let today = ctx.from.calendar().date(ctx.now);
    pairs(root)
        .into_iter()
        .filter_map(|(one, other)| Some((ctx.profile(one)?, ctx.profile(other)?)))
        .map(|(one, other)| PairBasis {
            one: one.code.clone(),
            other: other.code.clone(),
            report: legal_basis(ctx.instruments, (one, other), &matter, today),
        })
        .collect()
}

fn pairs<'a>(content: Node<'a>) -> Vec<(&'a str, &'a str)> {
    let states = states_of(content);
    let mut pairs = Vec::new();
    for (index, one) in states.iter().enumerate() {
        pairs.extend(states.iter().skip(index + 1).map(|other| (*one, *other)));
    }
    pairs
}

/// Every pair of parties stands on a basis that is cited and binds the two.
pub(super) fn jit_04(case: &Case<'_>, out: &mut Findings) {
    for pair in pairs(case.content) {
        let mut cited = case
            .content
            .get("legal_basis")
            .items()
            .filter(|(_, entry)| is_basis_of(*entry, pair))
            .peekable();
        let named = format!("{}-{}", pair.0, pair.1);
        let Some((first, _)) = cited.peek() else {
            out.push(
                found(Level::Block, "JIT-04", "/legal_basis", "UNTOC 19")
                    .with("problem", "missing")
                    .with("pair", named),
            );
            continue;
        };
        let first = *first;
        if !cited.any(|(_, entry)| holds(case, entry.get("instrument").code(), pair)) {
            out.push(
                found(
                    Level::Block,
                    "JIT-04",
                    format!("/legal_basis/{first}/instrument"),
                    "UNTOC 19",
                )
                .with("problem", "not_binding")
                .with("pair", named),
            );
        }
    }
}

/// Whether an entry is meant as the basis between the two: it names the pair, or no parties at all.
fn is_basis_of(entry: Node<'_>, (one, other): (&str, &str)) -> bool {
    let between = entry.get("parties").codes();
    matches!(entry.get("role").code(), "" | "basis")
        && entry.get("instrument").text().is_some()
        && (between.is_empty() || (between.contains(&one) && between.contains(&other)))
}

/// Whether the instrument may carry a team between the two. UNTOC article 19 lets them agree case by case, whatever the
/// offence; what is not known of a State is not held against the agreement.
fn holds(case: &Case<'_>, instrument: &str, (one, other): (&str, &str)) -> bool {
    let ctx = case.ctx;
    let (Some(one), Some(other)) = (ctx.profile(one), ctx.profile(other)) else {
        return true;
    };
    let gives = ctx
        .instruments
        .get(instrument)
        .is_some_and(|known| known.gives(Help::JointTeam, None));
    let bound = standing(
        ctx.instruments,
        instrument,
        (one, other),
        (Some(Help::JointTeam), case.today),
    );
    gives && against(case, instrument, &bound).is_none()
}

/// How evidence gathered under one law is made fit for the courts of another.
pub(super) fn jit_05(case: &Case<'_>, out: &mut Findings) {
    if !says(case.content.at("clauses/admissibility")) {
        out.push(found(
            Level::Warn,
            "JIT-05",
            "/clauses/admissibility",
            "ETS 182 20(3)(b)",
        ));
    }
}

/// A party whose law demands safeguards does not share personal data without a clause on them.
pub(super) fn jit_06(case: &Case<'_>, out: &mut Findings) {
    if says(case.content.at("clauses/data_protection")) {
        return;
    }
    let demanding = |wanted: DataProtection| -> Vec<&str> {
        states_of(case.content)
            .into_iter()
            .filter(|state| {
                case.ctx
                    .profile(state)
                    .is_some_and(|profile| profile.data_protection == wanted)
            })
            .collect()
    };
    let strict = demanding(DataProtection::Strict);
    let asking = demanding(DataProtection::AdequacyOrSafeguards);
    let level = match (strict.is_empty(), asking.is_empty()) {
        (false, _) => Level::Block,
        (true, false) => Level::Warn,
        (true, true) => return,
    };
    let states = [strict, asking].concat().join(", ");
    out.push(
        found(level, "JIT-06", "/clauses/data_protection", "ETS 182 26").with("states", states),
    );
}

/// Where the parties owe the defence different things, the agreement says which is followed.
pub(super) fn jit_07(case: &Case<'_>, out: &mut Findings) {
    let duties: Vec<&str> = parties(case.content)
        .map(|(_, party)| party.get("disclosure").code())
        .collect();
    let same = duties
        .first()
        .is_some_and(|first| !first.is_empty() && duties.iter().all(|duty| duty == first));
    if !same && !says(case.content.at("clauses/disclosure")) {
        out.push(found(
            Level::Warn,
            "JIT-07",
            "/clauses/disclosure",
            "ICCPR 14(3)(b)",
        ));
    }
}

/// Who works in the team comes from one of its parties; others are participants.
pub(super) fn jit_08(case: &Case<'_>, out: &mut Findings) {
    let states = states_of(case.content);
    if states.len() < 2 {
        return; // JIT-01 has said that there is no team yet
    }
    for (index, member) in case.content.get("members").items() {
        let state = member.get("state").code();
        if !states.contains(&state) {
            out.push(
                found(
                    Level::Block,
                    "JIT-08",
                    format!("/members/{index}/state"),
                    "ETS 182 20(4)",
                )
                .with(
                    "problem",
                    if state.is_empty() {
                        "no_state"
                    } else {
                        "no_party"
                    },
                )
                .with("state", state),
            );
        }
    }
}

/// What is needed outside the parties is asked for by a request of its own.
pub(super) fn jit_09(case: &Case<'_>, out: &mut Findings) {
    let states = states_of(case.content);
    for path in ["plan/outside_states", "team/operates_in"] {
        let outside: Vec<&str> = case
            .content
            .at(path)
            .codes()
            .into_iter()
            .filter(|state| !states.contains(state))
            .collect();
        if !outside.is_empty() {
            out.push(
                found(Level::Hint, "JIT-09", format!("/{path}"), SECTION)
                    .with("states", outside.join(", ")),
            );
        }
    }
}
