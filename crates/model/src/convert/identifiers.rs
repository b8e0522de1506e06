//! Identifiers as free text, the way a measure of mutual legal assistance holds them, and as entries of their own. What
//! is written here is read back alike; what an officer wrote is taken apart as far as it is plain.

use std::net::{IpAddr, SocketAddr};

use serde_json::{Value, json};

use crate::rules::content::{Node, parse_moment};

/// Entries of one request.
const ENTRIES_MAX: usize = 100;
/// Digits that make a telephone number.
const PHONE_DIGITS_MIN: usize = 7;

/// The entries that a text names, parted by lines, semicolons and commas.
pub(super) fn read(text: &str) -> Value {
    text.split(['\n', ';', ','])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .take(ENTRIES_MAX)
        .map(entry)
        .collect()
}

fn entry(part: &str) -> Value {
    let words: Vec<&str> = part.split_whitespace().collect();
    if let Some((address, port)) = words.iter().find_map(|word| address(word)) {
        let mut entry = json!({ "kind": "ip_address", "value": address.to_string() });
        let named = words
            .iter()
            .position(|word| word.eq_ignore_ascii_case("port"))
            .and_then(|at| words.get(at + 1)?.parse::<u16>().ok());
        if let (Some(port), Some(map)) = (port.or(named), entry.as_object_mut()) {
            map.insert("port".to_owned(), json!(port));
        }
        let seen = words.iter().find(|word| parse_moment(word).is_some());
        if let (Some(seen), Some(map)) = (seen, entry.as_object_mut()) {
            map.insert("seen_at".to_owned(), json!(seen));
        }
        return entry;
    }
    let of = |kind: &str, value: &str| json!({ "kind": kind, "value": value });
    for word in &words {
        if word.contains("://") {
            return of("url", word);
        }
        if word
            .split_once('@')
            .is_some_and(|(name, host)| !name.is_empty() && host.contains('.'))
        {
            return of("email", word);
        }
        if word.len() >= 32 && word.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return of("file_hash", word);
        }
    }
    let labelled = |label: &str| words.iter().any(|word| word.eq_ignore_ascii_case(label));
    let digits = part.chars().filter(char::is_ascii_digit).count();
    if digits >= PHONE_DIGITS_MIN {
        let kind = match (labelled("imsi"), labelled("imei")) {
            (true, _) => Some("imsi"),
            (_, true) => Some("device"),
            _ if part.contains('+') => Some("phone"),
            _ => None,
        };
        if let (Some(kind), Some(at)) = (kind, part.find(|c: char| c == '+' || c.is_ascii_digit()))
        {
            return of(kind, part.get(at..).unwrap_or(part).trim());
        }
    }
    of("account", part)
}

/// An address with its port, where the word is one.
fn address(word: &str) -> Option<(IpAddr, Option<u16>)> {
    let word = word.trim_end_matches(['.', ')']).trim_start_matches('(');
    if let Ok(socket) = word.parse::<SocketAddr>() {
        return Some((socket.ip(), Some(socket.port())));
    }
    word.parse().ok().map(|address| (address, None))
}

/// The entries as one text, one to a line.
pub(super) fn written(entries: Node<'_>) -> String {
    entries
        .items()
        .filter_map(|(_, entry)| {
            let value = entry.get("value").text()?;
            let address = value.parse::<IpAddr>().ok();
            let mut line = match (address, entry.get("port").number()) {
                (Some(IpAddr::V6(address)), Some(port)) => format!("[{address}]:{port}"),
                (Some(address), Some(port)) => format!("{address}:{port}"),
                _ => value.to_owned(),
            };
            if let Some(seen) = entry.get("seen_at").text() {
                line.push(' ');
                line.push_str(seen);
            }
            Some(line)
        })
        .collect::<Vec<_>>()
        .join("\n")
}
