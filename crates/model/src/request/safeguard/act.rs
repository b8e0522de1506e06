//! What is written into the record of safeguards: one act, one function, nothing ever taken out.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::{
    Answered, Choice, CourtDecision, DutyNote, DutyOutcome, Law, Qualification, Qualified,
    Safeguard, Safeguards, Subsumption, TrialPoint,
};
use crate::actor::By;
use crate::id::OfficerId;
use crate::limits;
use crate::refusal::Refusal;
use crate::request::life::person;
use crate::request::{Assurance, Consent, Look, Promise, UseEvidence, check};
use crate::rules::content::words;

/// Answer a question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// The question.
    pub safeguard: Safeguard,
    /// The answer.
    pub choice: Choice,
    /// Why.
    #[serde(default)]
    pub reasons: String,
    /// From what, each named.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The fair-trial sheet.
    #[serde(default)]
    pub sheet: BTreeMap<TrialPoint, Choice>,
}

/// Find the conduct within an instrument, or outside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subsume {
    /// The instrument.
    pub instrument: String,
    /// Its article on the offence.
    pub article: String,
    /// Whether the conduct is within it.
    pub within: bool,
    /// Why.
    pub reasons: String,
}

/// Write down what a court decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CourtDecides {
    /// The court.
    pub court: String,
    /// Its reference.
    pub reference: String,
    /// When.
    pub on: Date,
    /// Whether it holds the exception open.
    pub political: bool,
}

/// Enter an assurance in the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EnterAssurance {
    /// The promise.
    #[serde(flatten)]
    pub promise: Promise,
}

/// Look whether an assurance is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LookAt {
    /// Which, by its place in the register, from 0.
    pub assurance: usize,
    /// When somebody looked.
    pub on: Date,
    /// What was found.
    pub text: String,
    /// Whether it was broken.
    #[serde(default)]
    pub broken: bool,
}

/// Write down what became of the duty to prosecute or transfer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duty {
    /// What became of it.
    pub outcome: DutyOutcome,
    /// The reference of who has it now.
    pub reference: String,
    /// Why.
    pub reasons: String,
}

/// Qualify the facts, beside what they are already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Qualify {
    /// As what.
    #[serde(rename = "as")]
    pub what: Qualification,
    /// Under which provision.
    pub provision: String,
    /// Why.
    pub reasons: String,
}

/// What is written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum SafeguardAct {
    /// An answer.
    Answer(Reply),
    /// A finding on an instrument.
    Subsume(Subsume),
    /// A court's decision.
    Court(CourtDecides),
    /// An assurance.
    Assure(EnterAssurance),
    /// A look at an assurance.
    Look(LookAt),
    /// The duty after a refusal.
    Duty(Duty),
    /// A qualification of the facts.
    Qualify(Qualify),
    /// A use of received evidence.
    Use(UseEvidence),
    /// The owner's consent to a use.
    Consent(Consent),
}

impl SafeguardAct {
    /// The codes of the acts, as routes and forms name them.
    pub const CODES: [&'static str; 9] = [
        "answer", "subsume", "court", "assure", "look", "duty", "qualify", "use", "consent",
    ];
}

impl Safeguards {
    /// Writes an answer, a finding, a decision, an assurance or a look into the record. Uses and consents need the
    /// request's evidence: see `Request::note_use`.
    ///
    /// # Errors
    /// `MISSING` (reasons, sources, the lines of the sheet), `TOO-SHORT` (reasons), `SAF-06` (persecution without reasons and a named source),
    /// `INSTRUMENT-NOT-BINDING`, `ASSURANCE-UNKNOWN`, `DATE-ORDER`, `DATE-FUTURE`, `TOO-MANY`, `TOO-LONG`, `PERSON`.
    pub fn note(
        &self,
        act: &SafeguardAct,
        law: &Law,
        (by, now): (&By, Timestamp),
    ) -> Result<Safeguards, Refusal> {
        let officer = person(by)?;
        let mut next = self.clone();
        next.version = next.version.saturating_add(1);
        check::at_most(
            "/safeguards",
            usize::try_from(next.version).unwrap_or(usize::MAX),
            limits::SAFEGUARD_NOTES_MAX,
        )?;
        let who = (officer, now);
        match act {
            SafeguardAct::Answer(reply) => next.answers.push(answered(reply, who)?),
            SafeguardAct::Subsume(found) => next.subsumptions.push(subsumed(found, law, who)?),
            SafeguardAct::Court(court) => next.courts.push(court_decided(court, who)?),
            SafeguardAct::Assure(act) => next.assure(&act.promise, who)?,
            SafeguardAct::Look(look) => next.look(look, who)?,
            SafeguardAct::Duty(duty) => next.duty.push(duty_met(duty, who)?),
            SafeguardAct::Qualify(act) => next.qualify(act, who)?,
            SafeguardAct::Use(_) | SafeguardAct::Consent(_) => {
                return Err(Refusal::new("EVIDENCE-UNKNOWN").at("/evidence"));
            }
        }
        Ok(next)
    }

    fn assure(
        &mut self,
        promise: &Promise,
        (by, at): (OfficerId, Timestamp),
    ) -> Result<(), Refusal> {
        promise.check()?;
        past("/given_on", promise.given_on, at)?;
        check::at_most(
            "/assurances",
            self.assurances.len() + 1,
            limits::ASSURANCES_MAX,
        )?;
        self.assurances.push(Assurance {
            promise: promise.clone(),
            looks: Vec::new(),
            by,
            at,
        });
        Ok(())
    }

    fn look(&mut self, act: &LookAt, (by, at): (OfficerId, Timestamp)) -> Result<(), Refusal> {
        check::required("/text", &act.text, limits::NOTE_CHARS_MAX)?;
        past("/on", act.on, at)?;
        let assurance = self.assurances.get_mut(act.assurance).ok_or(
            Refusal::new("ASSURANCE-UNKNOWN")
                .at("/assurance")
                .with("number", act.assurance.saturating_add(1)),
        )?;
        assurance.looks.push(Look {
            on: act.on,
            text: act.text.clone(),
            broken: act.broken,
            by,
            at,
        });
        Ok(())
    }

    fn qualify(&mut self, act: &Qualify, (by, at): (OfficerId, Timestamp)) -> Result<(), Refusal> {
        check::required("/provision", &act.provision, limits::TITLE_CHARS_MAX)?;
        reasoned("MISSING", &act.reasons)?;
        self.qualified.push(Qualified {
            what: act.what,
            provision: act.provision.clone(),
            reasons: act.reasons.clone(),
            by,
            at,
        });
        Ok(())
    }
}

/// Reasons say something: words, not a mark in a box.
pub(crate) fn reasoned(code: &'static str, reasons: &str) -> Result<(), Refusal> {
    check::optional("/reasons", reasons, limits::NOTE_CHARS_MAX)?;
    let code = match code {
        "MISSING" if !reasons.trim().is_empty() => "TOO-SHORT",
        code => code,
    };
    if words(reasons) < REASON_WORDS_MIN {
        Err(Refusal::new(code)
            .at("/reasons")
            .with("min", REASON_WORDS_MIN))
    } else {
        Ok(())
    }
}

/// At least one source, each named.
pub(crate) fn sourced(code: &'static str, sources: &[String]) -> Result<(), Refusal> {
    check::at_most("/sources", sources.len(), limits::SOURCES_MAX)?;
    for (n, source) in sources.iter().enumerate() {
        check::optional(&format!("/sources/{n}"), source, limits::TITLE_CHARS_MAX)?;
    }
    let named: BTreeSet<&str> = sources
        .iter()
        .map(|source| source.trim())
        .filter(|source| source.chars().filter(|c| c.is_alphanumeric()).count() >= SOURCE_CHARS_MIN)
        .collect();
    if named.is_empty() || named.len() < sources.len() {
        Err(Refusal::new(code).at("/sources"))
    } else {
        Ok(())
    }
}

/// Words that make a reason.
const REASON_WORDS_MIN: usize = 3;
/// Letters and digits that make a name.
const SOURCE_CHARS_MIN: usize = 2;

/// A day that has come.
fn past(field: &str, day: Date, now: Timestamp) -> Result<(), Refusal> {
    // Fourteen hours east of Greenwich: a day that has not begun there has begun nowhere.
    let latest = now
        .checked_add(jiff::SignedDuration::from_hours(14))
        .unwrap_or(now);
    if day > latest.to_zoned(jiff::tz::TimeZone::UTC).date() {
        Err(Refusal::new("DATE-FUTURE").at(field).with("date", day))
    } else {
        Ok(())
    }
}

fn answered(reply: &Reply, (by, at): (OfficerId, Timestamp)) -> Result<Answered, Refusal> {
    let sheet_full = TrialPoint::ALL.iter().all(|point| {
        reply
            .sheet
            .get(point)
            .is_some_and(|choice| *choice != Choice::Open)
    });
    if reply.choice != Choice::Open {
        let code = if reply.safeguard == Safeguard::Persecution {
            "SAF-06"
        } else {
            "MISSING"
        };
        reasoned(code, &reply.reasons)?;
        sourced(code, &reply.sources)?;
        if reply.safeguard == Safeguard::FairTrial {
            let unfair = reply.sheet.values().any(|choice| *choice == Choice::No);
            if !sheet_full || unfair && reply.choice == Choice::Yes {
                return Err(Refusal::new("SAF-10").at("/sheet"));
            }
        }
    } else {
        check::optional("/reasons", &reply.reasons, limits::NOTE_CHARS_MAX)?;
    }
    Ok(Answered {
        safeguard: reply.safeguard,
        choice: reply.choice,
        reasons: reply.reasons.clone(),
        sources: reply.sources.clone(),
        sheet: reply.sheet.clone(),
        by,
        at,
    })
}

fn subsumed(
    act: &Subsume,
    law: &Law,
    (by, at): (OfficerId, Timestamp),
) -> Result<Subsumption, Refusal> {
    check::required("/instrument", &act.instrument, limits::REFERENCE_CHARS_MAX)?;
    check::required("/article", &act.article, limits::REFERENCE_CHARS_MAX)?;
    reasoned("MISSING", &act.reasons)?;
    if law.bar(&act.instrument).is_none() {
        return Err(Refusal::new("INSTRUMENT-NOT-BINDING")
            .at("/instrument")
            .with("instrument", &act.instrument));
    }
    Ok(Subsumption {
        instrument: act.instrument.clone(),
        article: act.article.clone(),
        within: act.within,
        reasons: act.reasons.clone(),
        by,
        at,
    })
}

fn court_decided(
    act: &CourtDecides,
    (by, at): (OfficerId, Timestamp),
) -> Result<CourtDecision, Refusal> {
    check::required("/court", &act.court, limits::TITLE_CHARS_MAX)?;
    check::required("/reference", &act.reference, limits::REFERENCE_CHARS_MAX)?;
    past("/on", act.on, at)?;
    Ok(CourtDecision {
        court: act.court.clone(),
        reference: act.reference.clone(),
        on: act.on,
        political: act.political,
        by,
        at,
    })
}

fn duty_met(act: &Duty, (by, at): (OfficerId, Timestamp)) -> Result<DutyNote, Refusal> {
    check::required("/reference", &act.reference, limits::REFERENCE_CHARS_MAX)?;
    reasoned("MISSING", &act.reasons)?;
    Ok(DutyNote {
        outcome: act.outcome,
        reference: act.reference.clone(),
        reasons: act.reasons.clone(),
        by,
        at,
    })
}
