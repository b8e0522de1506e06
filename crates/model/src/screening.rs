//! Words of the control over screening: through which door a question came, what a person decided about a hit.

use crate::code::coded;

coded! {
    /// Through which door a question to the lists came.
    pub enum Channel {
        /// An officer checked one traveller or name.
        Desk = "desk",
        /// A row of a file.
        File = "file",
        /// A watched subject, after a list changed.
        Watch = "watch",
        /// A program.
        Program = "program",
    }
}

coded! {
    /// What a person says about a hit.
    pub enum Verdict {
        /// The record is about this person.
        This = "this",
        /// The record is about somebody else.
        NotThis = "not_this",
        /// Not known yet; the hit waits on.
        Unsure = "unsure",
    }
}

/// Whether a text is a case reference: a number of a file, never a name. Letters, digits and `-._/:`, at least one digit,
/// at most [`crate::limits::REFERENCE_CHARS_MAX`] characters.
pub fn is_case(text: &str) -> bool {
    let sound = |c: char| c.is_alphanumeric() || "-._/:".contains(c);
    text.chars().count() <= crate::limits::REFERENCE_CHARS_MAX
        && text.chars().all(sound)
        && text.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_is_a_number_and_no_name() {
        for (text, good) in [
            ("XA-2026/117", true),
            ("MLA.2026:4", true),
            ("", false),
            ("Operation", false),
            ("Ivan Petrov 1970", false),
            (&"1".repeat(81), false),
        ] {
            assert_eq!(is_case(text), good, "{text}");
        }
    }
}
