//! An encounter: somebody was met who may be the subject of a card. Nothing reaches the card's owner by itself. A named officer of
//! the State of the encounter says who it is and whether the person is protected; only then, and only a day and a district, is the
//! owner told. Where a protected person was met nothing leaves, and the owner cannot tell that from nobody having been met.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::id::{CardId, EncounterId, OfficerId};
use crate::label::Action;
use crate::limits;
use crate::refusal::Refusal;

coded! {
    /// Who was met.
    pub enum Met {
        /// The subject of the card, as document, birth date or biometric show.
        Same = "same",
        /// Somebody else.
        Other = "other",
        /// Not known.
        Unsure = "unsure",
    }
}

coded! {
    /// Whether whoever was met is protected from the owner of the card.
    pub enum Protection {
        /// No ground of protection was found.
        None = "none",
        /// A refugee or somebody under subsidiary protection.
        Refugee = "refugee",
        /// Somebody who asks for asylum.
        AsylumSeeker = "asylum-seeker",
        /// A victim of trafficking or of the acts themselves.
        Victim = "victim",
        /// A child.
        Child = "child",
        /// Somebody whose identity another has used.
        IdentityStolen = "identity-stolen",
        /// Somebody sought for opinion, office, religion or origin (the Constitution of INTERPOL, article 3).
        Political = "political",
        /// It could not be found out.
        Unclear = "unclear",
    }
}

coded! {
    /// Where an encounter stands.
    pub enum EncounterStage {
        /// A person must look.
        Reported = "reported",
        /// The owner was told.
        Told = "told",
        /// Nothing leaves.
        Closed = "closed",
    }
}

/// What the owner of a card is told: no hour, no post, no name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Told {
    /// The same on both sides; it says no hour either.
    pub id: EncounterId,
    /// The day.
    pub on: Date,
    /// The district.
    pub district: String,
    /// What was done.
    #[serde(default)]
    pub done: Option<Action>,
    /// In words, where the officer says more.
    #[serde(default)]
    pub note: String,
}

/// Somebody says that somebody met is the subject of a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// The card.
    pub card: CardId,
    /// The check under which the person was met, by its id.
    #[serde(default)]
    pub check: Option<String>,
    /// The post or place, as the officer names it.
    pub place: String,
    /// What was done.
    #[serde(default)]
    pub done: Option<Action>,
    /// What the officer saw.
    #[serde(default)]
    pub note: String,
}

/// What an officer decides about an encounter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decide {
    /// Who it was.
    pub met: Met,
    /// Whether the person is protected.
    pub protection: Protection,
    /// The district that the owner may know; a post or a street is too much.
    #[serde(default)]
    pub district: String,
    /// What the owner may read beside it.
    #[serde(default)]
    pub note: String,
    /// Why, for this State's own file.
    pub reason: String,
}

impl Decide {
    /// What it says of the subject of the card from now on: protected here, or not; nothing where it says nothing of the subject.
    #[must_use]
    pub const fn protects(&self) -> Option<bool> {
        match (self.met, self.protection) {
            (Met::Same, Protection::None) => Some(false),
            (
                Met::Same,
                Protection::Refugee
                | Protection::AsylumSeeker
                | Protection::Victim
                | Protection::Child
                | Protection::Political,
            ) => Some(true),
            // What is not known protects this once; a stolen identity protects whoever it was stolen from, and not the subject.
            (Met::Same, Protection::Unclear | Protection::IdentityStolen)
            | (Met::Other | Met::Unsure, _) => None,
        }
    }
}

/// A decision as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// What was said.
    pub what: Decide,
    /// Who.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

/// An encounter, in the State where it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Encounter {
    /// Its id.
    pub id: EncounterId,
    /// Grows with every change.
    pub version: i64,
    /// What was reported.
    pub report: Report,
    /// Who reported it.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
    /// Where it stands.
    pub stage: EncounterStage,
    /// What was decided.
    #[serde(default)]
    pub decided: Option<Decided>,
}

/// A text of an officer, bounded.
fn bounded(field: &'static str, text: &str, max: usize) -> Result<(), Refusal> {
    match text.chars().count() > max {
        true => Err(Refusal::new("TOO-LONG").at(field).with("max", max)),
        false => Ok(()),
    }
}

/// The moment that an id of an encounter may say: the beginning of its day, for an id carries the time it was made.
#[must_use]
pub fn day_of(at: Timestamp) -> Timestamp {
    let day = at.to_zoned(TimeZone::UTC).date();
    let begins = day.to_zoned(TimeZone::UTC);
    begins.map_or(at, |begins| begins.timestamp())
}

impl Encounter {
    /// An encounter as reported.
    ///
    /// # Errors
    /// `MISSING` without a place; `TOO-LONG`.
    pub fn report(
        what: Report,
        (random, by): ([u8; 10], OfficerId),
        now: Timestamp,
    ) -> Result<Encounter, Refusal> {
        if what.place.trim().is_empty() {
            return Err(Refusal::new("MISSING").at("/place"));
        }
        bounded("/place", &what.place, limits::LINE_CHARS_MAX)?;
        bounded("/note", &what.note, limits::NOTE_CHARS_MAX)?;
        Ok(Encounter {
            id: EncounterId::new(day_of(now), random),
            version: 1,
            report: what,
            by,
            at: now,
            stage: EncounterStage::Reported,
            decided: None,
        })
    }

    /// Decide about it: what becomes of it, and what the owner is told, if anything. The owner is told only of the subject
    /// itself, and only where nothing protects it; what is not known protects.
    ///
    /// # Errors
    /// `STAGE` where it was decided before; `MISSING` without a reason, or without a district where the owner is to be told;
    /// `DISTRICT` where the district is the very post; `TOO-LONG`.
    pub fn decide(
        &self,
        what: &Decide,
        by: OfficerId,
        now: Timestamp,
    ) -> Result<(Encounter, Option<Told>), Refusal> {
        if self.stage != EncounterStage::Reported {
            return Err(Refusal::new("STAGE").with("stage", self.stage));
        }
        if what.reason.trim().is_empty() {
            return Err(Refusal::new("MISSING").at("/reason"));
        }
        bounded("/reason", &what.reason, limits::NOTE_CHARS_MAX)?;
        bounded("/note", &what.note, limits::NOTE_CHARS_MAX)?;
        bounded("/district", &what.district, limits::LINE_CHARS_MAX)?;
        let tells = what.met == Met::Same && what.protection == Protection::None;
        let district = what.district.trim();
        if tells && district.is_empty() {
            return Err(Refusal::new("MISSING").at("/district"));
        }
        let same = |a: &str, b: &str| a.trim().to_lowercase() == b.trim().to_lowercase();
        if tells && same(district, &self.report.place) {
            return Err(Refusal::new("DISTRICT").at("/district"));
        }
        let told = tells.then(|| Told {
            id: self.id,
            on: self.at.to_zoned(TimeZone::UTC).date(),
            district: district.to_owned(),
            done: self.report.done,
            note: what.note.trim().to_owned(),
        });
        let next = Encounter {
            version: self.version + 1,
            stage: match tells {
                true => EncounterStage::Told,
                false => EncounterStage::Closed,
            },
            decided: Some(Decided {
                what: what.clone(),
                by,
                at: now,
            }),
            ..self.clone()
        };
        Ok((next, told))
    }

    /// The day from which on it is kept no longer: a year where the owner was told, thirty days where it was nobody the card
    /// is about.
    #[must_use]
    pub fn ends(&self) -> Date {
        let day = self.at.to_zoned(TimeZone::UTC).date();
        match self.stage {
            EncounterStage::Closed => day.saturating_add(30.days()),
            _ => day.saturating_add(1.year()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn now() -> Timestamp {
        "2026-03-02T14:37:12Z".parse().unwrap()
    }

    fn officer(n: u8) -> OfficerId {
        OfficerId::new(now(), [n; 10])
    }

    fn encounter() -> Encounter {
        let what = Report {
            card: CardId::new(now(), [7; 10]),
            check: None,
            place: "Bridge post 4".to_owned(),
            done: Some(Action::Inspect),
            note: String::new(),
        };
        Encounter::report(what, ([9; 10], officer(1)), now()).unwrap()
    }

    fn decide(met: Met, protection: Protection) -> Decide {
        Decide {
            met,
            protection,
            district: "Northern district".to_owned(),
            note: String::new(),
            reason: "passport and fingerprints compared".to_owned(),
        }
    }

    #[test]
    fn only_the_subject_itself_and_nobody_protected_is_told_of() {
        for &met in Met::ALL {
            for &protection in Protection::ALL {
                let (next, told) = encounter()
                    .decide(&decide(met, protection), officer(2), now())
                    .unwrap();
                let tells = met == Met::Same && protection == Protection::None;
                assert_eq!(told.is_some(), tells, "{met} {protection}");
                assert_eq!(next.stage == EncounterStage::Told, tells);
            }
        }
    }

    #[test]
    fn the_owner_learns_a_day_and_a_district_and_no_hour() {
        let one = encounter();
        let (_, told) = one
            .decide(&decide(Met::Same, Protection::None), officer(2), now())
            .unwrap();
        let told = told.unwrap();
        let text = serde_json::to_string(&told).unwrap();
        assert!(
            !text.contains("Bridge") && !text.contains("14:37"),
            "{text}"
        );
        let (seconds, _) = told.id.uuid().get_timestamp().unwrap().to_unix();
        assert_eq!(seconds % 86_400, 0, "the id says an hour");
    }

    #[test]
    fn a_decision_needs_a_reason_and_a_district_that_is_no_post() {
        let good = decide(Met::Same, Protection::None);
        let no_reason = Decide {
            reason: " ".to_owned(),
            ..good.clone()
        };
        let no_district = Decide {
            district: String::new(),
            ..good.clone()
        };
        let post = Decide {
            district: " bridge POST 4 ".to_owned(),
            ..good.clone()
        };
        for (what, code) in [
            (no_reason, "MISSING"),
            (no_district, "MISSING"),
            (post, "DISTRICT"),
        ] {
            let refused = encounter().decide(&what, officer(2), now()).unwrap_err();
            assert_eq!(refused.code, code);
        }
        let (next, _) = encounter().decide(&good, officer(2), now()).unwrap();
        assert_eq!(
            next.decide(&good, officer(2), now()).unwrap_err().code,
            "STAGE"
        );
    }
}
