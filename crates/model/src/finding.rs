//! What a rule found in a request, and the verdict of all findings together.
//!
//! A finding carries codes only; its sentence and its action are words (`crates/paper/words/<lang>/findings.ftl`, key
//! `finding-<code in lower case>`). The rules themselves live in [`crate::rules`].

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

/// How much a finding weighs. The order is the order of reading: what blocks stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Level {
    /// Blocks sending.
    #[serde(rename = "B")]
    Block,
    /// May be sent with a written reason, which travels with the request.
    #[serde(rename = "W")]
    Warn,
    /// A hint.
    #[serde(rename = "I")]
    Hint,
}

impl Level {
    /// The letter by which the rules name the level.
    #[must_use]
    pub fn letter(self) -> &'static str {
        match self {
            Self::Block => "B",
            Self::Warn => "W",
            Self::Hint => "I",
        }
    }
}

/// One thing a rule has to say about one field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Finding {
    /// The level first, so that findings sort by weight.
    pub level: Level,
    /// The rule's code, as `MLA-07`.
    pub code: String,
    /// JSON Pointer (RFC 6901) into the content; the name of the form's input.
    pub field: String,
    /// Values for the sentence: codes, names, dates. `field` repeats the pointer where the sentence names it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub args: BTreeMap<String, String>,
    /// Where the rule comes from: a treaty article or the rule book's section.
    pub source: String,
}

impl Finding {
    /// A finding of `code` at `field`, from `source`.
    #[must_use]
    pub fn new(level: Level, code: &str, field: impl Into<String>, source: &str) -> Self {
        Self {
            level,
            code: code.to_owned(),
            field: field.into(),
            args: BTreeMap::new(),
            source: source.to_owned(),
        }
    }

    /// The same finding with a value for its sentence.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.args.insert(name.to_owned(), value.into());
        self
    }

    /// The key of the finding's sentence in the words: `finding-mla-07`.
    #[must_use]
    pub fn key(&self) -> String {
        format!("finding-{}", self.code.to_ascii_lowercase())
    }
}

/// What the findings amount to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Verdict {
    /// Nothing stands against sending.
    #[serde(rename = "SENDABLE")]
    Sendable,
    /// May be sent, each warning with a written reason that travels.
    #[serde(rename = "SENDABLE+W")]
    SendableWithReasons,
    /// May not be sent as a complete request.
    #[serde(rename = "BLOCKED")]
    Blocked,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Sendable => "SENDABLE",
            Self::SendableWithReasons => "SENDABLE+W",
            Self::Blocked => "BLOCKED",
        })
    }
}

/// The verdict of all findings together.
#[must_use]
pub fn verdict(findings: &[Finding]) -> Verdict {
    match findings.iter().map(|finding| finding.level).min() {
        Some(Level::Block) => Verdict::Blocked,
        Some(Level::Warn) => Verdict::SendableWithReasons,
        Some(Level::Hint) | None => Verdict::Sendable,
    }
}

/// The codes of the warnings that nobody has given a reason for yet. A code is accepted once for the whole request.
#[must_use]
pub fn warnings_without_reason(
    findings: &[Finding],
    accepted: &BTreeMap<String, String>,
) -> BTreeSet<String> {
    findings
        .iter()
        .filter(|finding| finding.level == Level::Warn)
        .filter(|finding| {
            accepted
                .get(&finding.code)
                .is_none_or(|reason| reason.trim().is_empty())
        })
        .map(|finding| finding.code.clone())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_worst_finding_decides() {
        let find = |levels: &[Level]| {
            let findings: Vec<Finding> = levels
                .iter()
                .map(|level| Finding::new(*level, "MLA-01", "/measures", ""))
                .collect();
            verdict(&findings)
        };
        assert_eq!(find(&[]), Verdict::Sendable);
        assert_eq!(find(&[Level::Hint]), Verdict::Sendable);
        assert_eq!(
            find(&[Level::Hint, Level::Warn]),
            Verdict::SendableWithReasons
        );
        assert_eq!(
            find(&[Level::Warn, Level::Block, Level::Hint]),
            Verdict::Blocked
        );
    }

    #[test]
    fn a_warning_waits_for_a_reason_that_says_something() {
        let findings = [Finding::new(
            Level::Warn,
            "MLA-08",
            "/measures/0/period_from",
            "",
        )];
        let mut accepted = BTreeMap::new();
        assert_eq!(warnings_without_reason(&findings, &accepted).len(), 1);
        accepted.insert("MLA-08".to_owned(), "  ".to_owned());
        assert_eq!(warnings_without_reason(&findings, &accepted).len(), 1);
        accepted.insert(
            "MLA-08".to_owned(),
            "The bank keeps one file only".to_owned(),
        );
        assert!(warnings_without_reason(&findings, &accepted).is_empty());
    }

    #[test]
    fn a_finding_is_read_by_its_letters() {
        let json = serde_json::to_value(Finding::new(
            Level::Block,
            "GEN-06",
            "/languages/original",
            "x",
        ))
        .expect("serialise");
        assert_eq!(json["level"], "B");
        assert_eq!(json["code"], "GEN-06");
    }
}
