//! Electronic evidence: what is kept or disclosed, of whom, from when to when, why, and whether an emergency is one
//! (EE-01 to EE-12).
//!
//! The clocks of a preservation are in the life-cycle. The call-back of an emergency is judged by what this side's
//! directory says of the sender: see [`ee_08`].

mod disclosure;
mod identifiers;

use jiff::ToSpan;
use jiff::civil::Date;

use super::content::{Answer, Moment, Node, is_wildcard};
use super::lexicon::{REASON_TELLING_MIN, tells, tells_facts};
use super::{Case, Family, Findings};
use crate::finding::{Finding, Level};
use crate::state::{Authority, StateProfile};
use disclosure::disclosed;
use identifiers::{ee_01, ee_02};

const SECTION: &str = "requests 3.6";
/// Days that data are kept at least, where no instrument says more (ETS 185 article 29(7)).
const PRESERVATION_DAYS: i64 = 60;
/// Digits that a telephone number has at least.
const PHONE_DIGITS_MIN: usize = 5;

/// Subtypes that ask to keep data and for nothing else.
const KEEPS: &[&str] = &["preservation", "extension"];
/// Subtypes about data that do not exist yet.
const TO_COME: &[&str] = &["real_time_traffic", "interception"];
/// Subtypes that ask for content by their name.
const OF_CONTENT: &[&str] = &["content", "interception"];
/// Types of data that are content.
const CONTENT: &[&str] = &[
    "messages",
    "mailbox",
    "stored_files",
    "calls",
    "device_backup",
];

/// Electronic evidence.
pub(super) const FAMILY: Family = Family {
    rules: &[
        named, ee_01, ee_02, ee_03, ee_04, ee_05, ee_06, ee_07, ee_08, ee_09, ee_10, ee_11, ee_12,
        disclosed,
    ],
    codes: &[
        ("EE-01", &[Level::Block]),
        ("EE-02", &[Level::Block, Level::Warn]),
        ("EE-03", &[Level::Block]),
        ("EE-04", &[Level::Hint]),
        ("EE-05", &[Level::Block]),
        ("EE-06", &[Level::Warn]),
        ("EE-07", &[Level::Block]),
        ("EE-08", &[Level::Block]),
        ("EE-09", &[Level::Warn]),
        ("EE-10", &[Level::Block]),
        ("EE-11", &[Level::Hint]),
        ("EE-12", &[Level::Hint]),
        ("GEN-10", &[Level::Block]),
        ("MLA-03", &[Level::Block]),
        ("MLA-07", &[Level::Block]),
        ("MLA-11", &[Level::Warn]),
        ("SAF-03", &[Level::Warn]),
    ],
};

fn found(level: Level, code: &str, field: impl Into<String>) -> Finding {
    Finding::new(level, code, field, SECTION)
}

/// What of electronic evidence is asked for; empty where the request does not say.
pub(super) fn subtype<'a>(content: Node<'a>) -> &'a str {
    content.at("evidence/subtype").code()
}

/// Whether it is asked of a desk that answers day and night: data are kept or traced, or a life is in danger.
pub(super) fn is_quick(content: Node<'_>) -> bool {
    matches!(
        subtype(content),
        "preservation" | "extension" | "partial_disclosure" | "emergency"
    )
}

fn keeps(case: &Case<'_>) -> bool {
    KEEPS.contains(&subtype(case.content))
}

fn identifiers<'a>(case: &Case<'a>) -> impl Iterator<Item = (usize, Node<'a>)> {
    case.content.get("identifiers").items()
}

/// What is asked for is on the closed list: every rule here turns on it, so that it is never open (GEN-10).
fn named(case: &Case<'_>, out: &mut Findings) {
    if subtype(case.content).is_empty() {
        out.push(
            found(Level::Block, "GEN-10", "/evidence/subtype")
                .with("field", "/evidence/subtype")
                .with("problem", "unknown_code"),
        );
    }
}

/// Who asks to keep data says why, and that a request for them will follow.
fn ee_03(case: &Case<'_>, out: &mut Findings) {
    if !keeps(case) {
        return;
    }
    let finding = |field: &str, source: &str, missing: &str| {
        Finding::new(Level::Block, "EE-03", field, source).with("missing", missing)
    };
    if !tells(
        case.content.at("evidence/necessity").code(),
        REASON_TELLING_MIN,
    ) {
        out.push(finding(
            "/evidence/necessity",
            "ETS 185 29(2)(e)",
            "necessity",
        ));
    }
    if !case.content.at("follow_up/mla_intended").yes() {
        out.push(finding(
            "/follow_up/mla_intended",
            "ETS 185 29(2)(f)",
            "intention",
        ));
    }
}

/// Data are kept without asking whether the conduct is an offence there.
fn ee_04(case: &Case<'_>, out: &mut Findings) {
    if keeps(case) {
        out.push(Finding::new(
            Level::Hint,
            "EE-04",
            "/evidence/subtype",
            "ETS 185 29(3)",
        ));
    }
}

/// The span of time has a beginning and an end, in this order, and lies where the data can be.
fn ee_05(case: &Case<'_>, out: &mut Findings) {
    let evidence = case.content.get("evidence");
    let (from, until) = (evidence.get("period_from"), evidence.get("period_until"));
    let finding = |name: &str, problem: &str| {
        found(Level::Block, "EE-05", format!("/evidence/{name}")).with("problem", problem)
    };
    if let Some(name) = [("period_from", from), ("period_until", until)]
        .iter()
        .find_map(|(name, node)| (!says_when(*node)).then_some(*name))
    {
        if !each_has_its_time(case) || from.answered() || until.answered() {
            out.push(finding(name, "missing"));
        }
        return;
    }
    let (Some(from), Some(until)) = (from.moment(), until.moment()) else {
        return; // not a time: GEN-03 has said so
    };
    if from.zoned && until.zoned && until.at < from.at {
        out.push(finding("period_until", "out_of_order"));
    } else if TO_COME.contains(&subtype(case.content)) {
        if until.at < case.ctx.now {
            out.push(finding("period_until", "past"));
        }
    } else if let Some((name, _)) = [("period_from", from), ("period_until", until)]
        .iter()
        .find(|(_, moment)| is_to_come(*moment, case.today))
    {
        out.push(finding(name, "future"));
    }
}

/// Something stands there that can be a time.
fn says_when(node: Node<'_>) -> bool {
    matches!(node.answer(), Answer::Given(_)) && !node.text().is_some_and(is_wildcard)
}

/// Later than today: what is made in the course of today is stored already.
fn is_to_come(moment: Moment, today: Date) -> bool {
    moment.day > today
}

/// Who held an address or a number at a moment can be told without a span of time.
fn each_has_its_time(case: &Case<'_>) -> bool {
    let mut identifiers = identifiers(case).peekable();
    subtype(case.content) == "subscriber"
        && identifiers.peek().is_some()
        && identifiers.all(|(_, identifier)| identifier.get("seen_at").answered())
}

/// Content is asked for only where less would not do.
fn ee_06(case: &Case<'_>, out: &mut Findings) {
    let evidence = case.content.get("evidence");
    let subtype = subtype(case.content);
    let of_content = evidence
        .get("data_types")
        .codes()
        .iter()
        .any(|code| CONTENT.contains(code));
    let aims = evidence.get("aim").codes();
    let only_identity = !aims.is_empty() && aims.iter().all(|aim| *aim == "identify_user");
    let asks = OF_CONTENT.contains(&subtype)
        || (of_content && matches!(subtype, "emergency" | "provider_direct"));
    let (field, problem) = if of_content && matches!(subtype, "subscriber" | "traffic") {
        ("/evidence/data_types", "beyond_subtype")
    } else if asks && only_identity {
        ("/evidence/aim", "identity")
    } else if asks
        && subtype != "emergency"
        && !tells(evidence.get("proportionality").code(), REASON_TELLING_MIN)
    {
        ("/evidence/proportionality", "no_reason")
    } else {
        return;
    };
    out.push(Finding::new(Level::Warn, "EE-06", field, "ICCPR 17").with("problem", problem));
}

fn is_emergency(case: &Case<'_>) -> bool {
    subtype(case.content) == "emergency"
}

/// An emergency is a threat to somebody's life or safety that is about to happen, and that the data can avert.
fn ee_07(case: &Case<'_>, out: &mut Findings) {
    if !is_emergency(case) {
        return;
    }
    let emergency = case.content.get("emergency");
    for name in ["threat", "imminence", "how_data_avert"] {
        let said = emergency.get(name).code();
        // The threat: to whom, what, where.
        let told = tells(said, REASON_TELLING_MIN) && (name != "threat" || tells_facts(said));
        if !told {
            out.push(
                Finding::new(
                    Level::Block,
                    "EE-07",
                    format!("/emergency/{name}"),
                    "CETS 224 3(2)(c), 9",
                )
                .with("missing", name),
            );
        }
    }
}

/// The officer can be called back at a number that did not come with the request alone.
///
/// That is a number which the directory has for the sending authority or for another of its State. Where it has none for
/// the sending one, the request's own contact of the kind `verification` must carry the number: the sender can say no more
/// about itself, and the requested side judges again by its own directory, in which the sender's card stands.
fn ee_08(case: &Case<'_>, out: &mut Findings) {
    if !is_emergency(case) {
        return;
    }
    let given = digits(case.content.at("emergency/call_back").code());
    let authority = case.ctx.from_authority;
    let silent = phones(authority).all(|phone| digits(phone).is_empty());
    let listed = || {
        let mut desks = std::iter::once(authority).chain(case.ctx.desks);
        desks.any(|desk| phones(desk).any(|phone| digits(phone) == given))
    };
    let own = || {
        case.content.get("contacts").items().any(|(_, contact)| {
            contact.get("kind").code() == "verification"
                && digits(contact.get("phone").code()) == given
        })
    };
    let verified = given.len() >= PHONE_DIGITS_MIN && (listed() || (silent && own()));
    if !verified {
        out.push(found(Level::Block, "EE-08", "/emergency/call_back").with(
            "problem",
            if given.is_empty() {
                "missing"
            } else {
                "not_listed"
            },
        ));
    }
}

/// The numbers under which the directory says that an authority answers.
fn phones(authority: &Authority) -> impl Iterator<Item = &str> {
    let own = [&authority.phone, &authority.duty_phone];
    let contacts = authority.contacts.iter().map(|point| point.phone.as_str());
    own.into_iter()
        .flatten()
        .map(String::as_str)
        .chain(contacts)
}

/// A telephone number as it is dialled: its digits, without the sign for the international prefix.
fn digits(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix("00").unwrap_or(&digits).to_owned()
}

/// Data are kept until the request for them can come.
fn ee_09(case: &Case<'_>, out: &mut Findings) {
    if !keeps(case) {
        return;
    }
    let Some(expected) = case.content.at("follow_up/mla_by_on").date() else {
        return;
    };
    let ends = match case.content.at("evidence/preserve_until_on").date() {
        Some(wished) => wished,
        None => {
            let governing = case.basis.first();
            let days = governing.and_then(|basis| basis.periods.preservation_days);
            let days = days.map_or(PRESERVATION_DAYS, i64::from);
            match case.today.checked_add(days.days()) {
                Ok(ends) => ends,
                Err(_) => return,
            }
        }
    };
    if ends < expected {
        out.push(
            Finding::new(
                Level::Warn,
                "EE-09",
                "/follow_up/mla_by_on",
                "ETS 185 29(7)",
            )
            .with("ends", ends.to_string())
            .with("date", expected.to_string()),
        );
    }
}

/// The provider is in the State that is asked.
fn ee_10(case: &Case<'_>, out: &mut Findings) {
    let ctx = case.ctx;
    let evidence = case.content.get("evidence");
    let finding = |name: &str, state: &str| {
        found(Level::Block, "EE-10", format!("/evidence/{name}"))
            .with("state", state)
            .with("to", ctx.to.code.as_str())
    };
    let said = evidence.get("provider_state");
    if let Some(state) = said.text()
        && state != ctx.to.code.as_str()
    {
        out.push(finding("provider_state", state));
        return;
    }
    let provider = evidence.get("provider").code();
    if is_seated(ctx.to, provider) {
        return;
    }
    // Nobody's list is complete: only a provider known to be elsewhere is in the wrong State.
    let elsewhere = std::iter::once(ctx.from)
        .chain(ctx.others.iter().copied())
        .find(|state| is_seated(state, provider));
    if let Some(state) = elsewhere {
        out.push(finding("provider", state.code.as_str()));
    }
}

/// Whether a State's profile lists the provider: its name stands word for word in what the request calls it.
fn is_seated(state: &StateProfile, provider: &str) -> bool {
    let called = folded(provider);
    state.service_providers.iter().any(|listed| {
        let listed = folded(listed);
        !listed.is_empty()
            && called
                .windows(listed.len())
                .any(|part| part == listed.as_slice())
    })
}

fn folded(name: &str) -> Vec<String> {
    name.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The next provider is known: its data are kept by a request of their own.
fn ee_11(case: &Case<'_>, out: &mut Findings) {
    let evidence = case.content.get("evidence");
    if subtype(case.content) == "partial_disclosure"
        && let Some(provider) = evidence.get("next_provider").text()
    {
        out.push(
            Finding::new(
                Level::Hint,
                "EE-11",
                "/evidence/next_provider",
                "ETS 185 30(1)",
            )
            .with("provider", provider),
        );
    }
}

/// Before an account was made there is nothing to ask for.
fn ee_12(case: &Case<'_>, out: &mut Findings) {
    let Some(from) = case.content.at("evidence/period_from").moment() else {
        return;
    };
    let made = identifiers(case)
        .filter_map(|(_, identifier)| identifier.get("created_on").date())
        .min();
    if let Some(made) = made
        && from.day < made
    {
        out.push(
            found(Level::Hint, "EE-12", "/evidence/period_from").with("date", made.to_string()),
        );
    }
}
