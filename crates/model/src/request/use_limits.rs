//! What received evidence may be used for, and who must consent to more (UNTOC 18(19), requests 3.7 and DP-06).
//!
//! The owner writes the limits; they travel with the item and hold wherever it is read, used or passed on. Exculpatory
//! evidence reaches the defence whatever they say, and the owner is told (UNTOC 18(19)).

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::life::person;
use super::safeguard::{SafeguardAct, Safeguards};
use super::{EvidenceItem, Request, Side, check, obtained};
use crate::actor::By;
use crate::code::coded;
use crate::id::{EvidenceId, OfficerId, StateCode};
use crate::limits;
use crate::refusal::Refusal;
use crate::rules::content::Node;

coded! {
    /// How far an item may go, widest first.
    pub enum UseLevel {
        /// Before a court.
        Judicial = "judicial",
        /// In the files of the police; not before a court.
        Police = "police",
        /// As intelligence; in no file that a party can read.
        Intelligence = "intelligence_only",
    }
}

coded! {
    /// Whether it may be passed on to another State.
    #[derive(Default)]
    pub enum Onward {
        /// It may not.
        #[default]
        No = "no",
        /// If the owner consents.
        WithConsent = "with_consent",
        /// It may.
        Yes = "yes",
    }
}

coded! {
    /// What an officer wants to do with an item.
    pub enum Use {
        /// Read it for the proceedings it was asked for.
        Reading = "reading",
        /// Put it into a court's file.
        Court = "court",
        /// Disclose it to the defence because it speaks for the accused.
        Defence = "defence",
        /// Investigate with it.
        Investigation = "investigation",
        /// Know of it.
        Intelligence = "intelligence",
        /// Support an arrest.
        Arrest = "arrest",
        /// Support that a person belongs to a group.
        Association = "association",
        /// Put a person on a list or screen with it.
        Screening = "screening",
        /// Freeze assets with it.
        Freezing = "freezing",
        /// Pass it on to a third State.
        Onward = "onward",
        /// Prove that torture was done.
        ProvingTorture = "proving_torture",
        /// Use it in other proceedings than those named in the request.
        OtherProceedings = "other_proceedings",
    }
}

impl Use {
    /// Whether something is done to a person that rests on the item (an arrest, a label, a list).
    pub const fn rests_on_it(self) -> bool {
        matches!(self, Use::Arrest | Use::Association | Use::Screening)
    }

    /// Whether more people learn of it than the proceedings need (UNTOC 18(20)).
    const fn leaves_the_proceedings(self) -> bool {
        matches!(
            self,
            Use::Association | Use::Screening | Use::Freezing | Use::Onward | Use::OtherProceedings
        )
    }

    /// The widest level that allows it without asking; `None` where the owner is asked whatever the level.
    const fn within(self) -> Option<UseLevel> {
        match self {
            Use::Reading | Use::Intelligence => Some(UseLevel::Intelligence),
            Use::Investigation | Use::Screening => Some(UseLevel::Police),
            Use::Court
            | Use::Arrest
            | Use::Association
            | Use::Freezing
            | Use::ProvingTorture
            | Use::Defence => Some(UseLevel::Judicial),
            Use::Onward | Use::OtherProceedings => None,
        }
    }
}

/// The owner's limits on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseLimits {
    /// How far it may go.
    pub level: UseLevel,
    /// Uses that are allowed beyond or within the level; empty for what the level says.
    #[serde(default)]
    pub only: BTreeSet<Use>,
    /// Whether it may be passed on.
    #[serde(default)]
    pub onward: Onward,
    /// The last day on which it is read.
    #[serde(default)]
    pub expires: Option<Date>,
    /// Kept confidential beyond what the proceedings need (UNTOC 18(20)).
    #[serde(default)]
    pub confidential: bool,
}

/// Use an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseEvidence {
    /// Which.
    pub evidence: EvidenceId,
    /// For what.
    #[serde(rename = "for")]
    pub usage: Use,
    /// In which matter, in words.
    pub purpose: String,
    /// To which State, where it is passed on.
    #[serde(default)]
    pub to: Option<StateCode>,
}

/// The owner's consent to a use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Which item.
    pub evidence: EvidenceId,
    /// To what.
    #[serde(rename = "for")]
    pub usage: Use,
    /// To which State, where it is passed on.
    #[serde(default)]
    pub to: Option<StateCode>,
    /// The owner's reference of it.
    pub reference: String,
    /// Its date.
    pub on: Date,
}

/// What was made of an item, or what its owner consented to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UseNote {
    /// Which item.
    pub evidence: EvidenceId,
    /// For what.
    #[serde(rename = "for")]
    pub usage: Use,
    /// To which State.
    #[serde(default)]
    pub to: Option<StateCode>,
    /// In which matter; for a consent its reference.
    pub text: String,
    /// For a consent its date.
    #[serde(default)]
    pub consent: Option<Date>,
    /// Who wrote it down.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
}

impl UseLimits {
    /// Whether the limits alone allow it on the day.
    ///
    /// # Errors
    /// `USE-EXPIRED`; `DP-06` where the owner must be asked.
    pub fn allow(&self, usage: Use, day: Date) -> Result<(), Refusal> {
        if let Some(expires) = self.expires.filter(|expires| day > *expires) {
            return Err(Refusal::new("USE-EXPIRED")
                .at("/expires")
                .with("date", expires));
        }
        let allowed = match usage {
            _ if self.confidential && usage.leaves_the_proceedings() => false,
            Use::Onward => self.onward == Onward::Yes,
            _ if !self.only.is_empty() => usage == Use::Reading || self.only.contains(&usage),
            _ => usage.within().is_some_and(|needs| self.level <= needs),
        };
        if allowed {
            Ok(())
        } else {
            Err(Refusal::new("DP-06").at("/for").with("use", usage))
        }
    }
}

impl UseLimits {
    /// The sender's conditions on information that was not asked for (`/conditions`). What they leave open is the
    /// narrowest.
    pub fn of_information(content: Node<'_>) -> UseLimits {
        let only = |uses: &[Use]| uses.iter().copied().collect();
        let (level, only) = match content.at("conditions/use").code() {
            "lead_only" => {
                let lead = [Use::Reading, Use::Intelligence, Use::Investigation];
                (UseLevel::Police, only(&lead))
            }
            "evidence_with_consent" => (UseLevel::Police, BTreeSet::new()),
            "evidence" => (UseLevel::Judicial, BTreeSet::new()),
            "none" => {
                let all = Use::ALL.iter().copied();
                (UseLevel::Judicial, all.collect())
            }
            _ => (UseLevel::Intelligence, BTreeSet::new()),
        };
        let onward = content.at("conditions/onward_transfer").code();
        UseLimits {
            level,
            only,
            onward: Onward::from_code(onward).unwrap_or_default(),
            expires: content.at("conditions/expires_on").date(),
            confidential: false,
        }
    }
}

impl EvidenceItem {
    /// Whether it may be read on the day.
    ///
    /// # Errors
    /// `USE-EXPIRED`.
    pub fn readable_on(&self, day: Date) -> Result<(), Refusal> {
        match &self.limits {
            Some(limits) => limits.allow(Use::Reading, day),
            None => Ok(()),
        }
    }
}

impl Request {
    /// Whether information that came without being asked for may be used so: by its conditions, or because who sent it
    /// allowed this use: until the day that the permission names, else until the information expires. What speaks for the
    /// accused reaches the defence whatever they say; the sender hears of it as of every use (SPO-05).
    pub(super) fn may_use_information(&self, usage: Use, now: Timestamp) -> Result<(), Refusal> {
        let content = self.content_now();
        let limits = UseLimits::of_information(Node::root(&content));
        let day = now.to_zoned(TimeZone::UTC).date();
        let allows = |event: &super::Event| {
            let said = event.said.as_ref().and_then(|said| said.purpose);
            let until = event.until.or(limits.expires);
            event.verb == "step.allow_use"
                && event.by.state == self.from
                && said == Some(usage)
                && until.is_none_or(|until| day <= until)
        };
        if usage == Use::Defence || self.events.iter().any(allows) {
            return Ok(());
        }
        let allowed = limits.allow(usage, day);
        allowed.map_err(|refusal| Refusal {
            field: Some("/purpose".to_owned()),
            ..refusal.with("owner", &self.from)
        })
    }

    /// Whether an item that came may be used so, by this record of consents.
    ///
    /// # Errors
    /// `EVIDENCE-UNKNOWN`; `CAT-15`, `OBTAINED-UNKNOWN` (see `obtained::supports`); `USE-EXPIRED`; `DP-06` where the owner
    /// has not consented.
    pub fn may_use(&self, act: &UseEvidence, now: Timestamp) -> Result<(), Refusal> {
        let item = self
            .evidence
            .iter()
            .find(|item| item.id == act.evidence)
            .ok_or(
                Refusal::new("EVIDENCE-UNKNOWN")
                    .at("/evidence")
                    .with("id", act.evidence),
            )?;
        let taint = obtained::taints(&self.evidence)
            .get(&item.id)
            .copied()
            .unwrap_or(obtained::Taint::Unknown);
        obtained::supports(taint, act.usage)?;
        // What speaks for the accused reaches the defence; the owner is told, not asked.
        let ours = self.side == Side::Incoming;
        if ours || act.usage == Use::Defence {
            return Ok(());
        }
        let day = now.to_zoned(TimeZone::UTC).date();
        let consented = self.guard.record.uses.iter().any(|note| {
            note.consent.is_some()
                && note.evidence == act.evidence
                && note.usage == act.usage
                && note.to == act.to
        });
        // Without limits of its own an item serves the proceedings named in the request and nothing else (UNTOC 18(19)).
        let default = UseLimits {
            level: UseLevel::Judicial,
            only: BTreeSet::new(),
            onward: Onward::No,
            expires: None,
            confidential: false,
        };
        match item
            .limits
            .as_ref()
            .unwrap_or(&default)
            .allow(act.usage, day)
        {
            Err(refusal) if refusal.code == "DP-06" && consented => Ok(()),
            Err(refusal) => Err(refusal.with("owner", &self.to).with("id", item.id)),
            Ok(()) => Ok(()),
        }
    }

    /// Writes a use, or the owner's consent to one, into the record.
    ///
    /// # Errors
    /// As `may_use`; `MISSING`, `TOO-LONG`, `TOO-MANY`, `SIDE` for a consent to what is ours, `PERSON`.
    pub fn note_use(
        &self,
        act: &SafeguardAct,
        (by, now): (&By, Timestamp),
    ) -> Result<Safeguards, Refusal> {
        let officer = person(by)?;
        let mut next = self.guard.record.clone();
        check::at_most("/uses", next.uses.len() + 1, limits::SAFEGUARD_NOTES_MAX)?;
        next.version = next.version.saturating_add(1);
        let note = match act {
            SafeguardAct::Use(act) => {
                check::required("/purpose", &act.purpose, limits::NOTE_CHARS_MAX)?;
                if act.usage == Use::Onward && act.to.is_none() {
                    return Err(Refusal::new("MISSING").at("/to"));
                }
                self.may_use(act, now)?;
                if act.usage == Use::Defence && !next.exculpatory.contains(&act.evidence) {
                    next.exculpatory.push(act.evidence);
                }
                UseNote {
                    evidence: act.evidence,
                    usage: act.usage,
                    to: act.to.clone(),
                    text: act.purpose.clone(),
                    consent: None,
                    by: officer,
                    at: now,
                }
            }
            SafeguardAct::Consent(act) => {
                self.only(Side::Outgoing)?;
                check::required("/reference", &act.reference, limits::REFERENCE_CHARS_MAX)?;
                if !self.evidence.iter().any(|item| item.id == act.evidence) {
                    return Err(Refusal::new("EVIDENCE-UNKNOWN").at("/evidence"));
                }
                UseNote {
                    evidence: act.evidence,
                    usage: act.usage,
                    to: act.to.clone(),
                    text: act.reference.clone(),
                    consent: Some(act.on),
                    by: officer,
                    at: now,
                }
            }
            _ => return Err(Refusal::new("EVIDENCE-UNKNOWN").at("/evidence")),
        };
        next.uses.push(note);
        Ok(next)
    }
}
