//! How much a source and an information are worth.

use serde::{Deserialize, Serialize};

/// Reliability of a source (A to F) and credibility of an information (1 to 6), as NATO's Admiralty code has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Grade {
    source: u8,
    information: u8,
}

impl Grade {
    /// Reads `B2`; `X4`, as Europol grades what it cannot assess, reads `F4`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = text.trim().bytes();
        let (source, information) = (letters.next()?, letters.next()?);
        let source = match source.to_ascii_uppercase() {
            b'X' => b'F',
            source => source,
        };
        let known = letters.next().is_none() && source.is_ascii_uppercase() && source <= b'F';
        (known && (b'1'..=b'6').contains(&information)).then_some(Self {
            source,
            information,
        })
    }

    /// Whether source or information is worse than [`GRADE_FLOOR`].
    #[must_use]
    pub const fn is_below_floor(self) -> bool {
        self.source > GRADE_FLOOR.source || self.information > GRADE_FLOOR.information
    }

    /// Whether source or information is better than in the other.
    #[must_use]
    pub const fn is_above(self, other: Grade) -> bool {
        self.source < other.source || self.information < other.information
    }
}

/// The worst grade that leaves, or is kept, without a person looking: a source not usually reliable, an information that is
/// doubtful (D4).
pub const GRADE_FLOOR: Grade = Grade {
    source: b'D',
    information: b'4',
};

impl std::fmt::Display for Grade {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "{}{}",
            char::from(self.source),
            char::from(self.information)
        )
    }
}

impl From<Grade> for String {
    fn from(grade: Grade) -> String {
        grade.to_string()
    }
}

impl TryFrom<String> for Grade {
    type Error = crate::id::Malformed;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text).ok_or(crate::id::Malformed { what: "grade" })
    }
}

#[cfg(test)]
mod tests {
    use super::Grade;

    #[test]
    fn grades_are_read_strictly() {
        for (text, read) in [("B2", "B2"), ("f6", "F6"), ("X4", "F4")] {
            assert_eq!(Grade::parse(text).unwrap().to_string(), read);
        }
        for text in ["", "B", "B7", "G1", "B22", "2B"] {
            assert_eq!(Grade::parse(text), None, "{text}");
        }
        assert!(Grade::parse("E1").unwrap().is_below_floor());
        assert!(Grade::parse("A5").unwrap().is_below_floor());
        assert!(!Grade::parse("D4").unwrap().is_below_floor());
    }
}
