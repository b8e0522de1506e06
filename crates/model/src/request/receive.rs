//! The requested side before it decides: take in, put aside, register, acknowledge, ask, consult.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::draft::Ends;
use super::life::{Moment, person};
use super::{
    AskedItem, Came, Effect, MeasureStage, Outcome, Request, Side, Stage, Standing, Urgency, check,
    fold,
};
use crate::actor::By;
use crate::id::{OfficerId, StateCode};
use crate::limits;
use crate::message::{Message, ReceiptKind, RequestSent};
use crate::number::Number;
use crate::refusal::Refusal;

/// Put aside what is not fit to be opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quarantine {
    /// The fault, by code.
    pub fault: String,
}

/// Enter it in the register.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Register {
    /// Our own reference, if it has one already.
    pub reference: Option<String>,
    /// Triage: how soon, where the registry sees it differently; only ever sooner than the sender said.
    pub urgency: Option<Urgency>,
}

/// Tell the other side who has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledge {
    /// Our own reference.
    pub reference: String,
    /// What the officer is (travels; the name does not).
    pub officer_function: String,
    /// When the other side hears again at the latest.
    pub next_date: Option<Date>,
    /// Who has it; who acts, if nobody is named.
    pub officer: Option<OfficerId>,
}

/// Ask for what is missing, comment on a consultation draft, or open a consultation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ask {
    /// What.
    pub items: Vec<AskedItem>,
    /// By when.
    pub answer_by: Option<Date>,
}

impl Request {
    /// Takes in a request that another State's node sent, or that came on paper and was entered. An envelope's signatures were
    /// checked before.
    ///
    /// # Errors
    /// `WRONG-STATE`, `NUMBER`, `LABEL-RECIPIENT` or a shape refusal: the envelope is then quarantined by its fault.
    pub fn receive(
        sent: &RequestSent,
        from: &StateCode,
        home: &StateCode,
        came: impl Into<Came>,
        now: Timestamp,
    ) -> Outcome {
        let came = came.into();
        check_arrival(sent, from, home)?;
        check_number(sent, &came)?;
        let ends = Ends {
            from: sent.from.clone(),
            from_authority: sent.re.authority.clone(),
            to: sent.to.clone(),
            to_authority: sent.to_authority.clone(),
        };
        let asked = sent.outstanding.iter().map(|item| AskedItem {
            answered: false,
            ..item.clone()
        });
        let blank = Request {
            number: sent.re.number.clone(),
            side: Side::Incoming,
            stage: Stage::Delivered,
            template: sent.template.clone(),
            template_version: sent.template_version,
            relation: sent.relation,
            parent: sent.parent,
            urgency: sent.urgency,
            standing: sent.standing.clone(),
            second: Some(sent.second.clone()),
            measures: check::measures(&sent.content),
            content: sent.content.clone(),
            content_sha256: Some(sent.content_sha256),
            lang: sent.lang,
            asked: asked.collect(),
            findings_accepted: sent.findings_accepted.clone(),
            envelope: came.envelope(),
            ..Request::blank(sent.re.request, ends, &sent.label, now)
        };
        let by = By {
            state: from.clone(),
            authority: Some(sent.re.authority.clone()),
            role: None,
            officer: None,
        };
        // Delivered is our own doing: it happened when our node had it on disk.
        let at = now.max(fold::after(sent.re.at));
        let mut moment = Moment::told(by, now, came, now);
        moment.at = at;
        let received = blank.note("request.delivered", moment)?;
        Ok((received, vec![Effect::Receipt(ReceiptKind::R3)]))
    }

    /// Puts aside what is not fit to be opened.
    ///
    /// # Errors
    /// `STAGE`, `SIDE`, `MISSING`.
    pub fn quarantine(&self, act: &Quarantine, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        check::required("/fault", &act.fault, limits::REFERENCE_CHARS_MAX)?;
        let moment = self.ours(by, now).text(&act.fault);
        Ok((
            self.step("request.quarantined", Stage::Quarantined, moment)?,
            Vec::new(),
        ))
    }

    /// Enters it in the register; an authority has opened it (R4).
    ///
    /// # Errors
    /// `URGENCY` when triage would make it later than the sender said; `STAGE`, `SIDE`, `PERSON`.
    pub fn register(&self, act: &Register, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        person(by)?;
        let urgency = act.urgency.unwrap_or(self.urgency);
        if urgency < self.urgency {
            return Err(Refusal::new("URGENCY")
                .at("/urgency")
                .with("urgency", self.urgency));
        }
        if let Some(reference) = &act.reference {
            check::required("/reference", reference, limits::REFERENCE_CHARS_MAX)?;
        }
        let mut next = self.step("request.registered", Stage::Registered, self.ours(by, now))?;
        // Triage orders our own worklist; the clocks both sides share stay with what the sender said.
        next.triage = Some(urgency);
        next.our_reference.clone_from(&act.reference);
        let message = Message::Registered {
            re: next.re(by),
            reference: act.reference.clone(),
        };
        Ok((
            next,
            vec![Effect::Receipt(ReceiptKind::R4), Effect::Send(message)],
        ))
    }

    /// Tells the other side who has it.
    ///
    /// # Errors
    /// `STAGE`, `SIDE`, `PERSON`, `MISSING`, `DATE-PAST`.
    pub fn acknowledge(&self, act: &Acknowledge, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        let officer = person(by)?;
        check::required("/reference", &act.reference, limits::REFERENCE_CHARS_MAX)?;
        check::required(
            "/officer_function",
            &act.officer_function,
            limits::TITLE_CHARS_MAX,
        )?;
        if let Some(day) = act.next_date {
            check::not_past("/next_date", day, now)?;
        }
        let moment = self.ours(by, now).text(&act.reference).until(act.next_date);
        let mut next = self.step("request.acknowledged", Stage::Acknowledged, moment)?;
        next.our_reference = Some(act.reference.clone());
        next.next_date = act.next_date;
        next.officer = Some(act.officer.unwrap_or(officer));
        let message = Message::Acknowledged {
            re: next.re(by),
            reference: act.reference.clone(),
            officer_function: act.officer_function.clone(),
            next_date: act.next_date,
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// Asks for what is missing; on a consultation draft these are the comments.
    ///
    /// # Errors
    /// `MISSING` without items, `TOO-MANY`, `POINTER`, `DATE-PAST`, `STAGE`, `SIDE`, `PERSON`.
    pub fn ask(&self, act: &Ask, by: &By, now: Timestamp) -> Outcome {
        let moment = self.check_ask(act, by, now)?;
        let mut next = self.step("request.info_requested", Stage::InfoRequested, moment)?;
        next.add_asked(&act.items);
        let re = next.re(by);
        let message = Message::InfoRequested {
            re,
            items: unanswered(&act.items),
            answer_by: act.answer_by,
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// Opens a consultation before a refusal, a postponement or a condition (UNTOC 18(26)). Where a part is accepted, it is
    /// about the measures that are left to decide, and the rest goes on.
    ///
    /// # Errors
    /// As `ask`, `STAGE` too where nothing is left to decide; `CONSULTATION-DRAFT` on a draft without legal effect;
    /// `REFUSAL-PENDING`.
    pub fn consult(&self, act: &Ask, by: &By, now: Timestamp) -> Outcome {
        self.has_effect()?;
        let moment = self.check_ask(act, by, now)?;
        self.no_refusal_waits()?;
        let verb = "request.consultation_opened";
        if !self.is_left_to_decide() {
            return Err(self.not_at(verb));
        }
        let to = if self.fold().accepted {
            self.stage
        } else {
            Stage::Consultation
        };
        let mut next = self.step(verb, to, moment)?;
        next.add_asked(&act.items);
        let re = next.re(by);
        let message = Message::Consultation {
            re,
            items: unanswered(&act.items),
            answer_by: act.answer_by,
        };
        Ok((next, vec![Effect::Send(message)]))
    }

    /// Whether something can still be decided that is worth a consultation: the whole, or measures that nobody decided on and
    /// that are not talked about already.
    #[must_use]
    pub fn is_left_to_decide(&self) -> bool {
        let talked_about = self.running("consultation").is_some();
        !self.fold().accepted || self.has_open_measures() && !talked_about
    }

    /// Whether a measure is still to be decided.
    #[must_use]
    pub fn has_open_measures(&self) -> bool {
        !self.movable(MeasureStage::Refused).is_empty()
    }

    fn check_ask(&self, act: &Ask, by: &By, now: Timestamp) -> Result<Moment, Refusal> {
        self.only(Side::Incoming)?;
        person(by)?;
        if act.items.is_empty() {
            return Err(Refusal::new("MISSING").at("/items"));
        }
        check::items("/items", &act.items, self.asked.len())?;
        if let Some(day) = act.answer_by {
            check::not_past("/answer_by", day, now)?;
        }
        Ok(self.ours(by, now).until(act.answer_by))
    }

    pub(super) fn add_asked(&mut self, items: &[AskedItem]) {
        self.asked.extend(unanswered(items));
    }

    /// A consultation draft has no legal effect: it can be talked about, not decided.
    pub(super) fn has_effect(&self) -> Result<(), Refusal> {
        if self.standing == Standing::Consultation {
            Err(Refusal::new("CONSULTATION-DRAFT"))
        } else {
            Ok(())
        }
    }
}

fn unanswered(items: &[AskedItem]) -> Vec<AskedItem> {
    items
        .iter()
        .map(|item| AskedItem {
            answered: false,
            ..item.clone()
        })
        .collect()
}

/// A node numbers what it sends; what came on paper carries the number under which it is kept here.
fn check_number(sent: &RequestSent, came: &Came) -> Result<(), Refusal> {
    let number: Number = sent
        .re
        .number
        .parse()
        .map_err(|_| Refusal::new("NUMBER").at("/number"))?;
    let (state, authority) = match came {
        Came::Envelope(_) => (&sent.from, &sent.re.authority),
        Came::ByHand(_) => (&sent.to, &sent.to_authority),
    };
    if number.state != *state || number.authority != *authority {
        return Err(Refusal::new("NUMBER").at("/number").with("number", number));
    }
    Ok(())
}

fn check_arrival(sent: &RequestSent, from: &StateCode, home: &StateCode) -> Result<(), Refusal> {
    if sent.from != *from || sent.to != *home || from == home {
        return Err(Refusal::new("WRONG-STATE")
            .with("from", &sent.from)
            .with("to", &sent.to));
    }
    check::required("/template", &sent.template, limits::REFERENCE_CHARS_MAX)?;
    check::content(&sent.content)?;
    check::items("/outstanding", &sent.outstanding, 0)?;
    check::at_most(
        "/findings_accepted",
        sent.findings_accepted.len(),
        limits::FINDINGS_MAX,
    )?;
    for (code, reason) in &sent.findings_accepted {
        check::optional(
            &format!("/findings_accepted/{code}"),
            reason,
            limits::NOTE_CHARS_MAX,
        )?;
    }
    if let Standing::UrgentCompletion { head_reason, .. } = &sent.standing {
        check::required("/standing/head_reason", head_reason, limits::NOTE_CHARS_MAX)?;
    }
    sent.label.check_limits()?;
    let ours = sent
        .label
        .releasable_to
        .as_ref()
        .is_none_or(|states| states.contains(home.as_str()));
    if ours {
        Ok(())
    } else {
        Err(Refusal::new("LABEL-RECIPIENT").at("/label/releasable_to"))
    }
}
