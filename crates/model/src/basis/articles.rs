//! What an instrument says, by article; the periods it sets; when it binds a party that joins later.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use super::{Aspect, Help};

/// Article numbers, as the instrument writes them; empty where it has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Articles {
    /// Prosecute or extradite.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub prosecute_or_extradite: String,
    /// Extradition.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub extradition: String,
    /// The paragraph by which a State that requires a treaty may take this one as the basis of extradition.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub as_treaty: String,
    /// The paragraph by which States that require no treaty recognise the offence between themselves.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub without_treaty: String,
    /// Arrest or other measures until extradition is decided.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub arrest: String,
    /// Speciality: trial for nothing else than what the surrender was granted for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub speciality: String,
    /// Mutual legal assistance.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub mla: String,
    /// Transfer of criminal proceedings.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub transfer_proceedings: String,
    /// Electronic evidence as a whole.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub electronic_evidence: String,
    /// Electronic evidence by what is asked for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub evidence: BTreeMap<Aspect, String>,
    /// Joint investigations.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub joint_investigation: String,
    /// Freezing and confiscation.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub freezing: String,
    /// Information that nobody asked for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub spontaneous: String,
    /// Cooperation of law enforcement.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub police: String,
    /// No political-offence exception.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub political_exclusion: String,
    /// No duty where the request serves persecution.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub persecution_clause: String,
    /// Transfer of persons in custody.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub transfer_detained: String,
    /// Fair treatment.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fair_treatment: String,
    /// Bank secrecy is no ground of refusal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub bank_secrecy: String,
    /// Fiscal nature is no ground of refusal.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub fiscal: String,
    /// The rules by which a request is made and executed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub procedure: String,
}

impl Articles {
    /// The article that gives the help; empty where there is none.
    ///
    /// Where an instrument has no article of its own on electronic evidence, its article on assistance gives it;
    /// where it has none on the transfer of proceedings, the duty to prosecute or extradite carries one.
    #[must_use]
    pub fn of(&self, help: Help, aspect: Option<Aspect>) -> &str {
        match help {
            Help::Mla => &self.mla,
            Help::Extradition => &self.extradition,
            Help::Transfer if self.transfer_proceedings.is_empty() => &self.prosecute_or_extradite,
            Help::Transfer => &self.transfer_proceedings,
            Help::Evidence if self.electronic_evidence.is_empty() => &self.mla,
            Help::Evidence => match aspect {
                Some(aspect) => self.evidence.get(&aspect).map_or("", String::as_str),
                None => &self.electronic_evidence,
            },
            Help::JointTeam => &self.joint_investigation,
            Help::Freezing => &self.freezing,
            Help::Spontaneous => &self.spontaneous,
            Help::Police | Help::Notice => &self.police,
        }
    }
}

/// What an instrument gives in days, and what an electronic request is worth under it. Days are calendar days.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Periods {
    /// To acknowledge a request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledge_days: Option<u16>,
    /// To decide about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decide_days: Option<u16>,
    /// To execute it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub execute_days: Option<u16>,
    /// To produce electronic data, by what is asked for.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub answer_days: BTreeMap<Aspect, u16>,
    /// For which data are kept at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preservation_days: Option<u16>,
    /// After which a provisional arrest may end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrest_warning_days: Option<u16>,
    /// After which it ends.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrest_end_days: Option<u16>,
    /// After which a person not taken over may be released.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surrender_warning_days: Option<u16>,
    /// After which that person is released.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surrender_end_days: Option<u16>,
    /// A request sent electronically is an original, and no paper follows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub electronic_original: Option<bool>,
}

impl Periods {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// When an instrument that is in force binds a party that joins: so long after the deposit of its consent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EntryRule {
    /// Whole months after the deposit.
    #[serde(skip_serializing_if = "is_zero")]
    pub months: u8,
    /// Days after that.
    #[serde(skip_serializing_if = "is_zero")]
    pub days: u8,
    /// On the first day of the month that follows.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub next_month: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands a reference to whoever decides what is left out"
)]
fn is_zero(number: &u8) -> bool {
    *number == 0
}

impl EntryRule {
    /// The first day on which a party that deposited its consent on `deposit` is bound; `None` beyond the calendar.
    #[must_use]
    pub fn after(self, deposit: Date) -> Option<Date> {
        let span = Span::new()
            .try_months(self.months)
            .and_then(|span| span.try_days(self.days))
            .ok()?;
        let day = deposit.checked_add(span).ok()?;
        if self.next_month {
            day.first_of_month().checked_add(1.month()).ok()
        } else {
            Some(day)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_later_party_is_bound_after_the_time_its_instrument_sets() {
        let days = |days| EntryRule {
            days,
            ..EntryRule::default()
        };
        let rome = EntryRule {
            days: 60,
            next_month: true,
            ..EntryRule::default()
        };
        let covenant = EntryRule {
            months: 3,
            ..EntryRule::default()
        };
        // The deposits that brought the treaties into force, and the days on which they did.
        let table = [
            (days(30), date(2001, 4, 23), date(2001, 5, 23)),
            (days(90), date(1990, 8, 13), date(1990, 11, 11)),
            (covenant, date(1975, 12, 23), date(1976, 3, 23)),
            (rome, date(2002, 4, 11), date(2002, 7, 1)),
            (days(0), date(1967, 10, 4), date(1967, 10, 4)),
        ];
        for (rule, deposit, bound) in table {
            assert_eq!(rule.after(deposit), Some(bound), "{rule:?}");
        }
    }
}
