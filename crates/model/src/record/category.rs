//! What a person is to those who keep a record of them (Directive (EU) 2016/680, article 6; INTERPOL's rules on the processing
//! of data, article 44).

use std::ops::RangeInclusive;

use jiff::civil::Date;

use crate::code::coded;
use crate::rules::content::parse_partial_date;
use crate::script::plain_digit;

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
/// Years of birth that somebody on file can have.
const YEARS: RangeInclusive<i16> = 1850..=2150;

/// The last day on which somebody with this date of birth can have been born: that day, or the last of the month or year where
/// no more is told. Of what is written in another way the latest year counts, a year of the Hijri calendar as the year in
/// which it ended. `None` where no year is told.
#[must_use]
pub fn born_by(birth: &str) -> Option<Date> {
    let plain: String = birth.chars().map(plain_digit).collect();
    let told = parse_partial_date(plain.trim()).map(|(_, last)| last);
    if let Some(last) = told.filter(|day| YEARS.contains(&day.year())) {
        return Some(last);
    }
    let years = plain
        .split(|c: char| !c.is_ascii_digit())
        .filter(|run| run.len() == 4);
    let years = years
        .filter_map(|run| run.parse::<i16>().ok())
        .filter_map(|year| match year {
            year if YEARS.contains(&year) => Some(year),
            // A Hijri year is shorter by three in a hundred.
            1260..=1560 => Some(year - year / 33 + 623),
            _ => None,
        });
    Date::new(years.max()?, 12, 31).ok()
}

/// Whether somebody with this date of birth may be a child on that day.
#[must_use]
pub fn may_be_child(birth: &str, on: Date) -> bool {
    let adult = born_by(birth).and_then(adult_on);
    adult.is_some_and(|adult| on < adult)
}

/// The day from which somebody born on a day is no child: the eighteenth birthday, and for who was born on 29 February the first of
/// March, so that nobody is an adult a day too early. `None` where the calendar ends before.
#[must_use]
pub fn adult_on(born: Date) -> Option<Date> {
    let year = born.year().checked_add(ADULT_YEARS)?;
    let birthday = Date::new(year, born.month(), born.day());
    birthday.or_else(|_| Date::new(year, 3, 1)).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::may_be_child;

    #[test]
    fn who_may_be_a_child_is_one_to_the_day() {
        let on = date(2026, 6, 1);
        for birth in [
            "2008-06-02",
            "2008-06",
            "2008",
            "12 May 2012",
            "12.05.2012",
            "01/02/2012",
            "٢٠١٢-٠٥-١٢",
            "2008-13-45",
            "between 2006 and 2010",
            "1430 AH",
        ] {
            assert!(may_be_child(birth, on), "{birth}");
        }
        for birth in [
            "2008-06-01",
            "2008-05",
            "2007",
            "1974-06-13",
            "12 May 1980",
            "unknown",
            "",
            "1390 AH",
        ] {
            assert!(!may_be_child(birth, on), "{birth}");
        }
    }

    #[test]
    fn who_is_born_on_a_leap_day_comes_of_age_on_the_first_of_march() {
        assert!(may_be_child("2008-02-29", date(2026, 2, 28)));
        assert!(!may_be_child("2008-02-29", date(2026, 3, 1)));
    }
}
