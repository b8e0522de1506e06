//! Words of the control over screening: through which door a question came, what a person decided about a hit.

use jiff::{SignedDuration, Timestamp};

use crate::code::coded;
use crate::limits;
use crate::refusal::Refusal;
use crate::request::check;

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
/// at most [`limits::REFERENCE_CHARS_MAX`] characters.
pub fn is_case(text: &str) -> bool {
    let sound = |c: char| c.is_alphanumeric() || "-._/:".contains(c);
    text.chars().count() <= limits::REFERENCE_CHARS_MAX
        && text.chars().all(sound)
        && text.chars().any(|c| c.is_ascii_digit())
}

/// The case that an act is done for, without white space at its ends.
///
/// # Errors
/// `MISSING`; `CASE-REFERENCE` where it is no number of a file.
pub fn case(field: &str, text: &str) -> Result<String, Refusal> {
    let text = text.trim();
    check::required(field, text, limits::REFERENCE_CHARS_MAX)?;
    match is_case(text) {
        true => Ok(text.to_owned()),
        false => Err(Refusal::new("CASE-REFERENCE").at(field)),
    }
}

/// The reason an officer gives.
///
/// # Errors
/// `MISSING`, `TOO-LONG`, `CONTROL-CHARACTER`.
pub fn reason(field: &str, text: &str) -> Result<(), Refusal> {
    check::required(field, text, limits::NOTE_CHARS_MAX)
}

/// An end that is still to come, and not further away than so many days.
///
/// # Errors
/// `DATE-PAST`; `UNTIL-TOO-FAR` with the days that are allowed.
pub fn until(field: &str, until: Timestamp, now: Timestamp, days: i64) -> Result<(), Refusal> {
    if until <= now {
        let day = until.to_zoned(jiff::tz::TimeZone::UTC).date();
        return Err(Refusal::new("DATE-PAST").at(field).with("date", day));
    }
    if until.duration_since(now) > SignedDuration::from_hours(24 * days) {
        return Err(Refusal::new("UNTIL-TOO-FAR").at(field).with("days", days));
    }
    Ok(())
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

    #[test]
    fn an_end_is_to_come_and_not_too_far() {
        let now: Timestamp = "2026-03-02T09:00:00Z".parse().unwrap();
        for (hours, code) in [
            (-1, Some("DATE-PAST")),
            (0, Some("DATE-PAST")),
            (1, None),
            (24 * 30, None),
            (24 * 30 + 1, Some("UNTIL-TOO-FAR")),
        ] {
            let end = now + SignedDuration::from_hours(hours);
            let refused = until("until", end, now, 30).err();
            assert_eq!(refused.map(|r| r.code), code, "{hours}");
        }
    }
}
