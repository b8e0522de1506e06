//! The identifiers of a request concerning electronic evidence: one account, address or thing each, and for an address
//! the moment and the port (EE-01, EE-02).

use core::net::IpAddr;

use super::super::content::{is_wildcard, words};
use super::super::vague::is_vague;
use super::super::{Case, Findings};
use super::{PHONE_DIGITS_MIN, found, identifiers};
use crate::finding::Level;

/// One account, address or thing is named, not a crowd of them.
pub(super) fn ee_01(case: &Case<'_>, out: &mut Findings) {
    let mut any = false;
    for (index, identifier) in identifiers(case) {
        any = true;
        let specific = identifier
            .get("value")
            .text()
            .is_some_and(|value| is_specific(identifier.get("kind").code(), value));
        if !specific {
            let at = format!("/identifiers/{index}/value");
            out.push(found(Level::Block, "EE-01", at).with("identifier", (index + 1).to_string()));
        }
    }
    if !any {
        out.push(found(Level::Block, "EE-01", "/identifiers").with("identifier", "0"));
    }
}

/// Whether a value is one identifier of its kind.
fn is_specific(kind: &str, value: &str) -> bool {
    if names_many(kind, value) {
        return false;
    }
    let digits = value.chars().filter(char::is_ascii_digit).count();
    let solid = !value.contains(char::is_whitespace);
    match kind {
        "ip_address" => address(value).is_some_and(|address| !address.is_unspecified()),
        "email" => {
            solid
                && value
                    .split_once('@')
                    .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        }
        "url" | "domain" => solid && value.contains('.'),
        "phone" => digits >= PHONE_DIGITS_MIN,
        "imsi" => digits >= 10,
        "device" => digits > 0 && value.chars().filter(char::is_ascii_alphanumeric).count() >= 4,
        "wallet" => solid && value.chars().count() >= 8,
        "file_hash" => value.len() >= 32 && value.chars().all(|c| c.is_ascii_hexdigit()),
        // A name for an account may have blanks; a description of one is no name ("the account of the suspect").
        _ => {
            let described = value
                .split_whitespace()
                .any(|word| ONE_OF_MANY.contains(&word.to_lowercase().as_str()));
            words(value) > 0 && words(value) <= 6 && (digits > 0 || !described)
        }
    }
}

/// An address of the Internet Protocol, alone.
fn address(value: &str) -> Option<IpAddr> {
    value
        .trim_start_matches('[')
        .trim_end_matches(']')
        .parse()
        .ok()
}

/// Words for what there are many of.
const MANY: &[&str] = &[
    "all",
    "each",
    "users",
    "accounts",
    "subscribers",
    "customers",
    "everyone",
    "everybody",
    "anyone",
    "utilisateurs",
    "comptes",
    "abonnés",
    "clients",
    "usuarios",
    "cuentas",
    "abonados",
    "clientes",
    "пользователи",
    "пользователей",
    "аккаунты",
    "абоненты",
    "абонентов",
    "المستخدمين",
    "مستخدمي",
    "الحسابات",
    "حسابات",
    "المشتركين",
];

/// Signs and words of Chinese for what there are many of.
const MANY_SIGNS: &[&str] = &["所有", "全部", "每个", "多个", "各个", "若干"];

/// What people write where they have no identifier, beside what says nothing anywhere.
const PLACEHOLDERS: &[&str] = &["na", "none"];

/// Parts of a pattern that stands for many names.
const PATTERNS: &[&str] = &[".+", "[0-9", "[a-z", "[A-Z", "\\d", "\\w"];

/// Words that describe one of many and do not name it.
const ONE_OF_MANY: &[&str] = &[
    "account",
    "user",
    "suspect",
    "compte",
    "utilisateur",
    "suspect",
    "cuenta",
    "usuario",
    "sospechoso",
    "аккаунт",
    "пользователь",
    "حساب",
    "المستخدم",
];

/// Whether a value stands for many: by a sign that does, or by its words. What has no blanks is one name, and a name may
/// begin with "all" (`all.hands@example.org`).
fn names_many(kind: &str, value: &str) -> bool {
    let percent = kind != "url" && value.contains('%');
    let pattern = kind != "url" && PATTERNS.iter().any(|part| value.contains(part));
    let folded = value.trim().to_lowercase();
    if value.contains('*')
        || percent
        || pattern
        || PLACEHOLDERS.contains(&folded.as_str())
        || MANY_SIGNS.iter().any(|signs| value.contains(signs))
    {
        return true;
    }
    let mut words = value.split_whitespace();
    if words.clone().count() > 1 || !value.contains(|c: char| c.is_ascii_punctuation()) {
        return is_wildcard(value)
            || words.any(|word| is_vague(word) || MANY.contains(&word.to_lowercase().as_str()));
    }
    false
}

/// Addresses change hands: without time and zone nobody can tell whose one was, and often not without the port.
pub(super) fn ee_02(case: &Case<'_>, out: &mut Findings) {
    for (index, identifier) in identifiers(case) {
        let value = identifier.get("value").code();
        if identifier.get("kind").code() != "ip_address" && address(value).is_none() {
            continue;
        }
        let at = |name: &str| format!("/identifiers/{index}/{name}");
        let seen_at = identifier.get("seen_at");
        let problem = match (seen_at.given(), seen_at.moment()) {
            (false, _) => Some("no_time"),
            (true, Some(moment)) if !moment.zoned => Some("no_zone"),
            // What is no time at all is GEN-03's to say.
            _ => None,
        };
        if let Some(problem) = problem {
            out.push(
                found(Level::Block, "EE-02", at("seen_at"))
                    .with("problem", problem)
                    .with("address", value),
            );
        }
        let port = identifier.get("port").number();
        if !port.is_some_and(|port| (1..=65_535).contains(&port)) {
            out.push(
                found(Level::Warn, "EE-02", at("port"))
                    .with("problem", "no_port")
                    .with("address", value),
            );
        }
    }
}
