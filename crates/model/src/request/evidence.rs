//! Evidence: attach and return on the requested side; open, check and confirm on the requesting side.
//!
//! Digests and links of custody come in: `seal` computes them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::life::person;
use super::{
    CustodyEvent, Effect, EvidenceItem, Outcome, Request, Side, Stage, Taint, Use, Verified, check,
    obtained,
};
use crate::actor::By;
use crate::id::{Digest, EvidenceId};
use crate::limits;
use crate::message::Message;
use crate::refusal::Refusal;

/// Add a piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attach {
    /// The item, its custody begun, its bytes stored.
    pub item: EvidenceItem,
}

/// Send evidence back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnEvidence {
    /// Which items; empty for all that have not gone yet.
    pub items: Vec<EvidenceId>,
    /// The certificate of execution.
    pub certificate: String,
    /// The next step of custody for each item ("sent").
    pub custody: Vec<(EvidenceId, CustodyEvent)>,
    /// They go to prove that torture was done; nothing else lets what comes from torture out (CAT 15).
    #[serde(default)]
    pub proving_torture: bool,
}

/// Open a piece of evidence that came, and say whether its bytes agree with its digest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenEvidence {
    /// Which.
    pub id: EvidenceId,
    /// Whether the bytes agree.
    pub ok: bool,
    /// Name of the stored bytes.
    pub blob: Option<Digest>,
    /// The next steps of its custody ("received", "verified", "opened").
    pub custody: Vec<CustodyEvent>,
}

impl Request {
    /// Adds a piece of evidence.
    ///
    /// # Errors
    /// `MISSING`, `TOO-LONG`, `TOO-MANY`, `FILE-NAME`, `CUSTODY`, `EVIDENCE-TWICE`, `STAGE`, `SIDE`, `PERSON`.
    pub fn attach(&self, act: &Attach, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        person(by)?;
        check::at_most(
            "/evidence",
            self.evidence.len() + 1,
            limits::EVIDENCE_ITEMS_MAX,
        )?;
        check_item(&act.item)?;
        if act.item.blob.is_none() {
            return Err(Refusal::new("EVIDENCE-BYTES")
                .at("/blob")
                .with("id", act.item.id));
        }
        if self.evidence.iter().any(|item| item.id == act.item.id) {
            return Err(Refusal::new("EVIDENCE-TWICE").with("id", act.item.id));
        }
        self.check_provenance(&act.item)?;
        let moment = self.ours(by, now).text(&act.item.title);
        let mut next = self.step("evidence.attached", self.stage, moment)?;
        next.evidence.push(EvidenceItem {
            verified: None,
            ..act.item.clone()
        });
        Ok((next, Vec::new()))
    }

    /// Sends evidence back with its certificate. While a part is still being executed, the rest follows.
    ///
    /// # Errors
    /// `MISSING` without certificate; `CAT-15` for what comes from torture; `EVIDENCE-UNKNOWN`; `CUSTODY` when an item's chain does not go on; `STAGE`, `SIDE`,
    /// `PERSON`.
    pub fn return_evidence(&self, act: &ReturnEvidence, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        person(by)?;
        check::required("/certificate", &act.certificate, limits::NOTE_CHARS_MAX)?;
        let partial = self.stage == Stage::PartlyExecuted;
        let (verb, to) = if partial {
            ("evidence.partly_returned", self.stage)
        } else {
            ("evidence.returned", Stage::ReturnSent)
        };
        let mut next = self.step(verb, to, self.ours(by, now))?;
        next.certificate = Some(act.certificate.clone());
        for (id, custody) in &act.custody {
            next.extend_custody(*id, std::slice::from_ref(custody))?;
        }
        let mut items = Vec::new();
        for item in &next.evidence {
            let gone = self
                .evidence
                .iter()
                .any(|old| old.id == item.id && was_sent(old));
            let meant = if act.items.is_empty() {
                !gone
            } else {
                act.items.contains(&item.id)
            };
            if meant && !was_sent(item) {
                return Err(Refusal::new("CUSTODY").at("/custody").with("id", item.id));
            }
            if meant {
                items.push(EvidenceItem {
                    blob: None,
                    verified: None,
                    ..item.clone()
                });
            }
        }
        if let Some(id) = act
            .items
            .iter()
            .find(|id| !self.evidence.iter().any(|item| item.id == **id))
        {
            return Err(Refusal::new("EVIDENCE-UNKNOWN").at("/items").with("id", id));
        }
        // What comes from torture leaves only to prove it.
        let taints = obtained::taints(&next.evidence);
        let usage = if act.proving_torture {
            Use::ProvingTorture
        } else {
            Use::Court
        };
        for item in &items {
            let taint = taints.get(&item.id).copied().unwrap_or(Taint::Unknown);
            obtained::supports(taint, usage).map_err(|refusal| refusal.with("id", item.id))?;
        }
        let message = Message::Returned {
            re: next.re(by),
            items,
            certificate: act.certificate.clone(),
            partial,
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// Opens a piece of evidence that came and keeps whether its bytes agree. Opening it again only adds custody.
    ///
    /// # Errors
    /// `EVIDENCE-UNKNOWN`, `CUSTODY`, `STAGE`, `SIDE`, `PERSON`.
    pub fn open_evidence(&self, act: &OpenEvidence, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Outgoing)?;
        person(by)?;
        let moment = self.ours(by, now).text(&act.id.to_string());
        let mut next = self.step("evidence.opened", self.stage, moment)?;
        next.extend_custody(act.id, &act.custody)?;
        if let Some(item) = next.evidence.iter_mut().find(|item| item.id == act.id) {
            item.blob = act.blob.or(item.blob);
            item.verified = Some(Verified {
                at: now,
                ok: act.ok,
            });
        }
        Ok((next, Vec::new()))
    }

    /// Tells the other side, item by item, that the result has arrived and whether it agrees.
    ///
    /// # Errors
    /// `EVIDENCE-UNCHECKED` while an item was not opened; `STAGE`, `SIDE`, `PERSON`.
    pub fn confirm_return(&self, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Outgoing)?;
        person(by)?;
        let mut verified = Vec::new();
        for item in &self.evidence {
            let Some(check) = &item.verified else {
                return Err(Refusal::new("EVIDENCE-UNCHECKED")
                    .at("/evidence")
                    .with("id", item.id));
            };
            verified.push((item.id, check.ok));
        }
        let to = if self.stage == Stage::ReturnSent {
            Stage::ReturnReceived
        } else {
            self.stage
        };
        let next = self.step("evidence.received", to, self.ours(by, now))?;
        let message = Message::ReturnReceived {
            re: next.re(by),
            verified,
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// A statement says how it was obtained; what an item is derived from is in the case.
    fn check_provenance(&self, item: &EvidenceItem) -> Result<(), Refusal> {
        if item.is_statement() && item.provenance.obtained.is_none() {
            return Err(Refusal::new("MISSING").at("/obtained"));
        }
        let unknown = item
            .provenance
            .derived_from
            .iter()
            .find(|id| !self.evidence.iter().any(|held| held.id == **id));
        match unknown {
            Some(id) => Err(Refusal::new("EVIDENCE-UNKNOWN")
                .at("/derived_from")
                .with("id", id)),
            None => Ok(()),
        }
    }

    fn extend_custody(&mut self, id: EvidenceId, steps: &[CustodyEvent]) -> Result<(), Refusal> {
        let refusal = |code| Refusal::new(code).at("/custody").with("id", id);
        let item = self
            .evidence
            .iter_mut()
            .find(|item| item.id == id)
            .ok_or(refusal("EVIDENCE-UNKNOWN"))?;
        for step in steps {
            check_custody_step(step)?;
            let in_order = item
                .custody
                .last()
                .is_none_or(|last| last.at <= step.at && step.previous != Digest::ZERO);
            if !in_order || item.custody.len() >= limits::CUSTODY_EVENTS_MAX {
                return Err(refusal("CUSTODY"));
            }
            item.custody.push(step.clone());
        }
        Ok(())
    }
}

pub(super) fn was_sent(item: &EvidenceItem) -> bool {
    item.custody.iter().any(|step| step.action == "sent")
}

fn check_custody_step(step: &CustodyEvent) -> Result<(), Refusal> {
    check::required("/custody/by", &step.by, limits::TITLE_CHARS_MAX)?;
    check::required("/custody/action", &step.action, limits::REFERENCE_CHARS_MAX)?;
    check::optional("/custody/why", &step.why, limits::NOTE_CHARS_MAX)
}

/// Shape of an item, from ours or the other side.
pub(super) fn check_item(item: &EvidenceItem) -> Result<(), Refusal> {
    check::required("/title", &item.title, limits::TITLE_CHARS_MAX)?;
    check::required("/media_type", &item.media_type, limits::TITLE_CHARS_MAX)?;
    check::required("/kind", &item.kind, limits::REFERENCE_CHARS_MAX)?;
    check::required(
        "/use_conditions",
        &item.use_conditions,
        limits::NOTE_CHARS_MAX,
    )?;
    check::required(
        "/certificate_text",
        &item.certificate_text,
        limits::NOTE_CHARS_MAX,
    )?;
    check::required(
        "/origin/collected_by",
        &item.origin.collected_by,
        limits::TITLE_CHARS_MAX,
    )?;
    check::required("/origin/law", &item.origin.law, limits::NOTE_CHARS_MAX)?;
    check::optional("/origin/place", &item.origin.place, limits::TITLE_CHARS_MAX)?;
    check::at_most(
        "/derived_from",
        item.provenance.derived_from.len(),
        limits::DERIVED_FROM_MAX,
    )?;
    if item.size_bytes > limits::EVIDENCE_ITEM_BYTES_MAX {
        return Err(Refusal::new("TOO-LONG")
            .at("/size_bytes")
            .with("max", limits::EVIDENCE_ITEM_BYTES_MAX));
    }
    check_file_name(&item.file_name)?;
    check::at_most("/custody", item.custody.len(), limits::CUSTODY_EVENTS_MAX)?;
    item.custody.iter().try_for_each(check_custody_step)?;
    match item.custody.first() {
        Some(first) if first.previous == Digest::ZERO => Ok(()),
        _ => Err(Refusal::new("CUSTODY").at("/custody").with("id", item.id)),
    }
}

/// A file name that names a file in one folder on any machine and nothing else.
fn check_file_name(name: &str) -> Result<(), Refusal> {
    let bad = name.is_empty()
        || name.len() > limits::FILE_NAME_BYTES_MAX
        || name.starts_with('.')
        || name.ends_with(['.', ' '])
        || name
            .chars()
            .any(|c| check::is_hostile(c) || c.is_control() || "/\\:*?\"<>|".contains(c));
    if bad {
        Err(Refusal::new("FILE-NAME").at("/file_name"))
    } else {
        Ok(())
    }
}
