//! What a person is to those who keep a record of them (Directive (EU) 2016/680, article 6; INTERPOL's rules on the processing
//! of data, article 44).

use jiff::civil::Date;

use crate::code::coded;

coded! {
    /// The category of a person; every record of a person says one. Declared from what a screening may act on to what it
    /// never does.
    pub enum Category {
        /// Found guilty.
        Convicted = "convicted",
        /// Charged with an offence.
        Charged = "charged",
        /// Serious grounds to believe that they have committed or are about to commit an offence.
        Suspect = "suspect",
        /// Acquitted, or the proceedings were dropped.
        Acquitted = "acquitted",
        /// May testify.
        Witness = "witness",
        /// Missing.
        Missing = "missing",
        /// Victim of an offence, hostages included.
        Victim = "victim",
        /// A child, whatever they did: first of all a victim (Security Council resolution 2396 (2017), paragraph 31).
        Child = "child",
    }
}

impl Category {
    /// Whether a hit on the record may lead to any measure at a border.
    #[must_use]
    pub const fn may_be_screened(self) -> bool {
        matches!(
            self,
            Category::Convicted | Category::Charged | Category::Suspect
        )
    }
}

/// Age from which nobody is a child (Convention on the Rights of the Child, article 1).
pub const ADULT_YEARS: i16 = 18;

/// Whether somebody with this date of birth may be a child on that day: of a year or a month alone the last day counts.
#[must_use]
pub fn may_be_child(birth: &str, on: Date) -> bool {
    let mut numbers = birth.trim().split('-').map(str::parse::<i16>);
    let Some(Ok(year)) = numbers.next() else {
        return false;
    };
    let month = numbers
        .next()
        .and_then(Result::ok)
        .and_then(|month| i8::try_from(month).ok());
    let day = numbers
        .next()
        .and_then(Result::ok)
        .and_then(|day| i8::try_from(day).ok());
    let last = Date::new(year, month.unwrap_or(12), 1).map(Date::last_of_month);
    let born = match day {
        Some(day) => Date::new(year, month.unwrap_or(12), day).or(last),
        None => last,
    };
    let adult = born.and_then(|born| born.checked_add(jiff::Span::new().years(ADULT_YEARS)));
    adult.is_ok_and(|adult| on < adult)
}
