//! When the consent of an originator covers what is passed on (section 5 of the study of sharing, "ask consent"): it is to just
//! the text that leaves, from who owns it, not from who asks, and good on the day of approval. Silence is no consent, and consent
//! to one text is none to another.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::card;
use crate::code::coded;
use crate::id::Digest;
use crate::record::{Association, Record};

/// A consent as it came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The State or organisation that gave it, as its key says and not as its words do.
    pub by: String,
    /// SHA-256 of the text that it was asked for.
    pub text: Digest,
    /// The day on which it was given.
    pub on: Date,
    /// The last day on which it is good; one that names none is good on no day.
    pub until: Option<Date>,
}

/// A text that an originator controls and that would leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passed {
    /// The originator whose consent is needed.
    pub owner: String,
    /// The State that asks, and would pass it on.
    pub asks: String,
    /// SHA-256 of the text as it would leave.
    pub text: Digest,
}

coded! {
    /// Why a consent does not cover a text.
    pub enum Uncovered {
        /// It comes from who asks: nobody consents to its own question.
        SameAuthority = "consent-same-authority",
        /// It comes from somebody who does not own the text.
        NotOwner = "consent-not-owner",
        /// It was given to another text.
        OtherText = "consent-other-text",
        /// It was given after the day of approval.
        NotYet = "consent-not-yet",
        /// Its last day is past, or it names none.
        Expired = "consent-expired",
    }
}

/// Whether a consent covers a text that is approved on the day `on`.
///
/// # Errors
/// The first reason why not.
pub fn covers(consent: &Consent, passed: &Passed, on: Date) -> Result<(), Uncovered> {
    let why = match () {
        () if consent.by == passed.asks => Uncovered::SameAuthority,
        () if consent.by != passed.owner => Uncovered::NotOwner,
        () if consent.text != passed.text => Uncovered::OtherText,
        () if consent.on > on => Uncovered::NotYet,
        () if consent.until.is_none_or(|last| last < on) => Uncovered::Expired,
        () => return Ok(()),
    };
    Err(why)
}

/// The text of an association as consent to it is asked for: its code and its words as they leave, in the order of reading,
/// joined by `; `. It is one line, so that a form sends it back as it was.
#[must_use]
pub fn text_of(tie: &Association) -> String {
    let words = card::words(tie).map(str::trim);
    let all: Vec<&str> = [tie.nature.code()].into_iter().chain(words).collect();
    all.join("; ")
}

/// Every text of a record that needs a consent, by the originator who gives it: values of assertions, and associations as
/// [`text_of`] has them.
#[must_use]
pub fn controlled(record: &Record) -> BTreeMap<String, BTreeSet<String>> {
    let said = record.assertions.iter();
    let said = said.map(|one| (one.label.as_ref(), one.value.clone()));
    let ties = record.associations.iter();
    let ties = ties.map(|tie| (tie.label.as_ref(), text_of(tie)));
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (label, text) in said.chain(ties) {
        for owner in label.into_iter().flat_map(|label| label.consents_needed()) {
            all.entry(owner).or_default().insert(text.clone());
        }
    }
    all
}

/// The originators who have consented, on the day `on`, to every text of a record that they control. Who did not consent to all of
/// it has consented to nothing here. `digest` is SHA-256 of a text, as the question for consent takes it; a text that it knows
/// none of is covered by nothing.
pub fn consented(
    record: &Record,
    (given, asks): (&[Consent], &str),
    on: Date,
    digest: impl Fn(&str) -> Option<Digest>,
) -> BTreeSet<String> {
    let good = |owner: &str, text: &String| {
        let Some(text) = digest(text) else {
            return false;
        };
        let passed = Passed {
            owner: owner.to_owned(),
            asks: asks.to_owned(),
            text,
        };
        given.iter().any(|one| covers(one, &passed, on).is_ok())
    };
    let all = controlled(record).into_iter();
    all.filter(|(owner, texts)| texts.iter().all(|text| good(owner, text)))
        .map(|(owner, _)| owner)
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::record::Record;

    /// A digest that is enough to tell the texts of these tests apart.
    fn digest(text: &str) -> Digest {
        let mut bytes = [0; 32];
        for (at, byte) in text.bytes().enumerate() {
            bytes[at % 32] ^= byte.rotate_left(u32::try_from(at % 7).unwrap());
        }
        Digest(bytes)
    }

    fn consent(by: &str, text: &str, (on, until): (Date, Option<Date>)) -> Consent {
        Consent {
            by: by.to_owned(),
            text: digest(text),
            on,
            until,
        }
    }

    #[test]
    fn a_consent_covers_one_text_of_its_giver_on_its_days() {
        use Uncovered::{Expired, NotOwner, NotYet, OtherText, SameAuthority};
        let passed = Passed {
            owner: "XA".to_owned(),
            asks: "XB".to_owned(),
            text: digest("Okhuen Sera"),
        };
        let (text, first, last) = ("Okhuen Sera", date(2026, 3, 2), date(2026, 4, 1));
        let days = (first, Some(last));
        let cases = [
            (consent("XA", text, days), first, Ok(())),
            (consent("XA", text, days), last, Ok(())),
            (consent("XA", text, days), date(2026, 3, 1), Err(NotYet)),
            (consent("XA", text, days), date(2026, 4, 2), Err(Expired)),
            (consent("XA", text, (first, None)), first, Err(Expired)),
            (consent("XA", "Okhuen", days), first, Err(OtherText)),
            (consent("XC", text, days), first, Err(NotOwner)),
            (consent("XB", text, days), first, Err(SameAuthority)),
            (consent("", text, days), first, Err(NotOwner)),
        ];
        for (consent, on, expect) in cases {
            assert_eq!(covers(&consent, &passed, on), expect, "{consent:?} {on}");
        }
        // Who asks cannot consent, not even to what it owns itself.
        let own = Passed {
            owner: "XB".to_owned(),
            ..passed
        };
        assert_eq!(
            covers(&consent("XB", text, days), &own, first),
            Err(SameAuthority)
        );
    }

    fn record() -> Record {
        let label = |owner: &str| {
            serde_json::json!({"cls": "OFFICIAL", "tlp": "GREEN", "originator": owner, "orcon": owner != "XB",
            "purposes": ["screening"], "releasable_to": ["XB", "XD"]})
        };
        let said = |id: &str, says: &str, value: &str, owner: &str| serde_json::json!({"id": id, "says": says, "value": value, "label": label(owner)});
        serde_json::from_value(serde_json::json!({
            "subject": "person", "category": "suspect",
            "assertions": [said("a", "name", "Okhuen Sera", "XA"), said("b", "birthDate", "1991-04-07", "XA"),
                said("c", "alias", "The Heron", "XC"), said("d", "action", "inspect", "XB")],
            "associations": [{"id": "t", "nature": "MEMB", "with": "Grey Lantern", "role": " driver ", "grounds": "took the oath in May 2025",
                "label": label("XA")}],
        }))
        .unwrap()
    }

    const TIE: &str = "MEMB; Grey Lantern; driver; took the oath in May 2025";

    #[test]
    fn everything_an_originator_controls_is_consented_to_or_nothing() {
        let on = date(2026, 3, 2);
        let days = (on, Some(date(2026, 4, 1)));
        let past = (date(2026, 1, 1), Some(date(2026, 3, 1)));
        let all = ["Okhuen Sera", "1991-04-07", TIE];
        let of_xa = |texts: &[&str]| -> Vec<Consent> {
            texts.iter().map(|text| consent("XA", text, days)).collect()
        };
        let mut late = of_xa(&all);
        late[2] = consent("XA", TIE, past);
        let mut of_other = of_xa(&all);
        of_other[1] = consent("XC", "1991-04-07", days);
        let mut own_word = of_xa(&all);
        own_word[0] = consent("XB", "Okhuen Sera", days);
        let mut two = of_xa(&all);
        two.push(consent("XC", "The Heron", days));
        let cases: [(Vec<Consent>, &[&str]); 8] = [
            (of_xa(&all), &["XA"]),
            (two, &["XA", "XC"]),
            // The association is text too.
            (of_xa(&all[..2]), &[]),
            (
                of_xa(&["Okhuen Sera", "1991-04-07", "took the oath in May 2025"]),
                &[],
            ),
            (late, &[]),
            (of_other, &[]),
            (own_word, &[]),
            (Vec::new(), &[]),
        ];
        for (given, expect) in cases {
            let found = consented(&record(), (&given, "XB"), on, |text| Some(digest(text)));
            assert_eq!(
                found.iter().map(String::as_str).collect::<Vec<_>>(),
                expect,
                "{given:?}"
            );
        }
        let none = consented(&record(), (&of_xa(&all), "XB"), on, |_| None);
        assert!(
            none.is_empty(),
            "a text without a digest is covered by nothing"
        );
    }

    #[test]
    fn what_is_asked_for_is_what_leaves() {
        let controlled = controlled(&record());
        let owners: Vec<&str> = controlled.keys().map(String::as_str).collect();
        assert_eq!(owners, ["XA", "XC"]);
        assert!(controlled["XA"].contains(TIE), "{controlled:?}");
        let mut tie = record().associations.remove(0);
        tie.with = crate::id::RecordId::new(jiff::Timestamp::UNIX_EPOCH, [7; 10]).to_string();
        assert_eq!(text_of(&tie), "MEMB; driver; took the oath in May 2025");
    }
}
