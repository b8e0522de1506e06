//! A case kept on paper: the other side has no node, so what it does is entered here by an officer from the letter that
//! came, and what this side does is printed and dispatched.
//!
//! An act entered by hand goes through the same functions as a message in an envelope ([`Request::apply`],
//! [`Request::receive`], [`Request::receipted`]); only how it came here differs ([`Came`]), and every event says so.

mod order;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::draft::Ends;
use super::life::{Moment, person};
use super::{
    Effect, Outcome, Re, Request, SecondSignature, Side, Stage, Standing, Urgency, check, fold,
};
use crate::actor::By;
use crate::code::coded;
use crate::deadline::Calendar;
use crate::id::{AuthorityId, Digest, EvidenceId, OfficerId, RequestId, StateCode};
use crate::label::Label;
use crate::lang::Lang;
use crate::limits;
use crate::message::{Message, ReceiptKind, RequestSent};
use crate::number::Number;
use crate::refusal::Refusal;

coded! {
    /// How a case travels between the two sides.
    #[derive(Default)]
    pub enum Carriage {
        /// From node to node, in signed envelopes.
        #[default]
        Node = "node",
        /// On paper: printed and dispatched here, entered by hand when it comes.
        Paper = "paper",
    }
}

coded! {
    /// By which road a letter went or came.
    pub enum Channel {
        /// By post.
        Post = "post",
        /// By courier.
        Courier = "courier",
        /// In the diplomatic pouch.
        DiplomaticPouch = "diplomatic_pouch",
        /// Through a police channel.
        PoliceChannel = "police_channel",
        /// By facsimile.
        Fax = "fax",
        /// By electronic mail.
        Email = "email",
        /// Handed over in person.
        InPerson = "in_person",
        /// By word of mouth, written down here.
        Telephone = "telephone",
        /// Taken over from the docket that was kept before; no letter is entered so.
        Docket = "docket",
    }
}

/// A paper that came, as scanned here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scan {
    /// Its id.
    pub id: EvidenceId,
    /// As the file is called.
    pub file_name: String,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// Name of the stored bytes in this node.
    pub blob: Digest,
}

/// Who entered an act by hand, and from what: nobody's node signed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entered {
    /// The officer who entered it; nobody where the operator took a docket over.
    pub by: Option<OfficerId>,
    /// By which road the letter went or came.
    pub channel: Channel,
    /// The day on which it was done, as the letter says, or on which it was dispatched.
    pub on: Date,
    /// Number of the letter or of the consignment.
    pub number: Option<String>,
    /// The scanned paper.
    pub scan: Option<EvidenceId>,
}

/// How an act of the other side came here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Came {
    /// In an envelope of its node, whose signatures were checked.
    Envelope(Digest),
    /// On paper, entered by hand.
    ByHand(Entered),
}

impl From<Digest> for Came {
    fn from(envelope: Digest) -> Came {
        Came::Envelope(envelope)
    }
}

impl Came {
    /// The envelope it came in, if it came in one.
    pub(super) const fn envelope(&self) -> Option<Digest> {
        match self {
            Came::Envelope(envelope) => Some(*envelope),
            Came::ByHand(_) => None,
        }
    }

    /// Whether an event is what came with this very envelope.
    pub(super) fn brought(&self, event: &super::Event) -> bool {
        self.envelope().is_some() && event.envelope == self.envelope()
    }
}

/// What happened on the road or on the other side.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// A letter of ours was dispatched.
    Dispatched,
    /// Our request has arrived (a return receipt says so).
    Delivered,
    /// The other side did what its node would have told in this message.
    Said(Box<Message>),
}

/// Enter by hand what happened on the road or on the other side.
#[derive(Debug, Clone, PartialEq)]
pub struct Tell {
    /// What.
    pub heard: Heard,
    /// By which road, when, under which number, from which paper.
    pub entered: Entered,
    /// The paper, where it comes in with this act.
    pub scan: Option<Scan>,
}

/// Begin to write down a request that came on paper, on behalf of the State that made it.
#[derive(Debug, Clone, PartialEq)]
pub struct TakeDown {
    /// Id of the new request.
    pub id: RequestId,
    /// The number under which it is kept here: one of ours, the other State gives none that this node could check.
    pub number: Number,
    /// The requesting State's own number.
    pub their_reference: Option<String>,
    /// Template, by code ("mla").
    pub template: String,
    /// Version of the template.
    pub template_version: u32,
    /// Requesting State.
    pub from: StateCode,
    /// Requesting authority.
    pub from_authority: AuthorityId,
    /// How soon.
    pub urgency: Urgency,
    /// The fields so far.
    pub content: Value,
    /// Language it was written in.
    pub lang: Lang,
    /// Handling.
    pub label: Label,
    /// By which road it came, and when.
    pub entered: Entered,
    /// The paper itself.
    pub scan: Option<Scan>,
}

impl Heard {
    /// Reads what was heard: `{"kind": "Dispatched"}`, `{"kind": "Delivered"}`, or a message between nodes without its
    /// `re`, which the request itself gives.
    ///
    /// # Errors
    /// `NOT-THEIRS` where it is nothing that is told by hand; `EVIDENCE-BYTES` for a result with items of its own: the
    /// scanned paper is the item; `MALFORMED` where it does not have the form.
    pub fn read(mut what: Value, re: &Re) -> Result<Heard, Refusal> {
        let kind = what.get("kind").and_then(Value::as_str).unwrap_or_default();
        match kind {
            "Dispatched" => return Ok(Heard::Dispatched),
            "Delivered" => return Ok(Heard::Delivered),
            _ => {}
        }
        let malformed = |_| Refusal::new("MALFORMED").at("/message");
        if let Some(fields) = what.as_object_mut() {
            fields.insert(
                "re".to_owned(),
                serde_json::to_value(re).map_err(malformed)?,
            );
        }
        let message: Message = serde_json::from_value(what).map_err(malformed)?;
        match message {
            Message::Request(_)
            | Message::Receipt { .. }
            | Message::Card { .. }
            | Message::Missing { .. }
            | Message::Sharing { .. }
            | Message::Access { .. }
            | Message::Unknown(_) => Err(Refusal::new("NOT-THEIRS").at("/message")),
            // What came on paper is what was scanned, with the custody that begins here.
            Message::Returned { ref items, .. } if !items.is_empty() => {
                Err(Refusal::new("EVIDENCE-BYTES").at("/message/items"))
            }
            told => Ok(Heard::Said(Box::new(told))),
        }
    }
}

impl Request {
    /// Whether the other side's acts are entered here by hand, and not signed by it.
    #[must_use]
    pub fn is_on_paper(&self) -> bool {
        self.carried == Carriage::Paper
    }

    /// The same draft, to be kept on paper.
    #[must_use]
    pub fn on_paper(self) -> Request {
        Request {
            carried: Carriage::Paper,
            ..self
        }
    }

    /// Which request a message entered by hand is about, and when it happened.
    #[must_use]
    pub fn re_told(&self, at: Timestamp) -> Re {
        Re {
            request: self.id,
            number: self.number.clone(),
            at,
            authority: self.partner_authority().clone(),
        }
    }

    /// The moment of what happened on a day: after all that happened until that day's end.
    ///
    /// # Errors
    /// `DATE-FUTURE`; `DATE-ORDER` for a day before the request was sent or came.
    pub fn told_on(
        &self,
        on: Date,
        calendar: &Calendar,
        now: Timestamp,
    ) -> Result<Timestamp, Refusal> {
        let (begins, ends) = day_of(on, calendar)?;
        if begins > now {
            return Err(Refusal::new("DATE-FUTURE").at("/on").with("date", on));
        }
        let first = match self.side {
            Side::Outgoing => "request.sent",
            Side::Incoming => "request.delivered",
        };
        let first = self.events.iter().find(|event| event.verb == first);
        if first.is_some_and(|first| first.at >= ends) {
            return Err(Refusal::new("DATE-ORDER").at("/on").with("date", on));
        }
        let before = self.events.iter().map(|event| event.at);
        let last = before.filter(|at| *at >= begins && *at < ends).max();
        Ok(last.map_or(begins, |last| begins.max(fold::after(last))))
    }

    /// Enters what happened on the road or on the other side of a case that is kept on paper.
    ///
    /// # Errors
    /// `BY-NODE` where the other side's node tells it itself; `NOT-THEIRS`, `STAGE` where it cannot follow from what
    /// stands; `DATE-FUTURE`, `DATE-ORDER` also for what was carried out before it was promised; `PERSON`; a shape refusal.
    pub fn tell(&self, act: &Tell, by: &By, (calendar, now): (&Calendar, Timestamp)) -> Outcome {
        person(by)?;
        if !self.is_on_paper() {
            return Err(Refusal::new("BY-NODE"));
        }
        check_entered(&act.entered)?;
        let at = self.told_on(act.entered.on, calendar, now)?;
        let not_yet = || {
            Refusal::new("STAGE")
                .with("verb", "request.told")
                .with("stage", self.stage)
        };
        if self.stage.is_unsent() {
            return Err(not_yet());
        }
        let came = Came::ByHand(act.entered.clone());
        let (mut next, _) = match &act.heard {
            Heard::Dispatched => self.dispatched(came, by, (at, now))?,
            Heard::Delivered => self.receipted(ReceiptKind::R3, came, at, now)?,
            Heard::Said(message) => self.apply(self.partner(), message, came, now)?,
        };
        let wrong = next.version == self.version || next.dispute != self.dispute;
        let last = next.events.last().map(|event| event.verb.as_str());
        if last == Some("message.unexpected") {
            return Err(Refusal::new("NOT-THEIRS").at("/message"));
        }
        if wrong {
            return Err(not_yet());
        }
        if !next.is_promised_first(calendar) {
            return Err(Refusal::new("DATE-ORDER")
                .at("/on")
                .with("date", act.entered.on));
        }
        next.keep_scan(act.scan.as_ref())?;
        Ok((next, Vec::new()))
    }

    /// A letter of ours left: the first one carries the request itself.
    fn dispatched(&self, came: Came, by: &By, (at, now): (Timestamp, Timestamp)) -> Outcome {
        let carries = self.side == Side::Outgoing && self.stage == Stage::Queued;
        let verb = match carries {
            true => "request.transmitted",
            false => "letter.dispatched",
        };
        let mut next = self.note(verb, Moment::told(by.clone(), at, came, now))?;
        next.settle();
        Ok((next, Vec::new()))
    }

    fn keep_scan(&mut self, scan: Option<&Scan>) -> Result<(), Refusal> {
        let Some(scan) = scan else {
            return Ok(());
        };
        check::required("/file", &scan.file_name, limits::TITLE_CHARS_MAX)?;
        check::at_most("/scans", self.scans.len() + 1, limits::SCANS_MAX)?;
        self.scans.push(scan.clone());
        Ok(())
    }

    /// Begins to write down a request that came on paper: a draft on the requesting State's behalf.
    ///
    /// # Errors
    /// `PERSON`, `NUMBER`, `SAME-STATE`, or a shape refusal naming the field.
    pub fn take_down(act: &TakeDown, by: &By, now: Timestamp) -> Outcome {
        let officer = person(by)?;
        let authority = by.authority.clone().ok_or(Refusal::new("PERSON"))?;
        if act.number.state != by.state || act.number.authority != authority {
            return Err(Refusal::new("NUMBER")
                .at("/number")
                .with("number", &act.number));
        }
        if act.from == by.state {
            return Err(Refusal::new("SAME-STATE").at("/requesting/state"));
        }
        check_entered(&act.entered)?;
        if let Some(theirs) = &act.their_reference {
            check::optional("/their_reference", theirs, limits::REFERENCE_CHARS_MAX)?;
        }
        check::required("/template", &act.template, limits::REFERENCE_CHARS_MAX)?;
        check::content(&act.content)?;
        act.label.check_limits()?;
        let ends = Ends {
            from: act.from.clone(),
            from_authority: act.from_authority.clone(),
            to: by.state.clone(),
            to_authority: authority,
        };
        let empty = Request {
            number: act.number.to_string(),
            side: Side::Incoming,
            carried: Carriage::Paper,
            template: act.template.clone(),
            template_version: act.template_version,
            author: Some(officer),
            officer: Some(officer),
            urgency: act.urgency,
            content: act.content.clone(),
            lang: act.lang,
            their_reference: act.their_reference.clone(),
            ..Request::blank(act.id, ends, &act.label, now)
        };
        let mut moment = empty.ours(by, now);
        moment.entered = Some(Box::new(act.entered.clone()));
        let mut draft = empty.note("request.taken_down", moment)?;
        draft.measures = check::measures(&draft.content);
        draft.keep_scan(act.scan.as_ref())?;
        Ok((draft, Vec::new()))
    }

    /// What was written down is what came: from here on it is received like any other request, on the day it came.
    ///
    /// # Errors
    /// `STAGE` for anything but such a draft; `DATE-FUTURE`; what [`Request::receive`] refuses.
    pub fn enter(
        &self,
        content_sha256: Digest,
        by: &By,
        (calendar, now): (&Calendar, Timestamp),
    ) -> Outcome {
        person(by)?;
        let begun = self
            .events
            .first()
            .and_then(|event| event.entered.as_deref());
        let (Some(entered), Side::Incoming, Stage::Draft) = (begun, self.side, self.stage) else {
            return Err(Refusal::new("STAGE")
                .with("verb", "request.delivered")
                .with("stage", self.stage));
        };
        let (begins, _) = day_of(entered.on, calendar)?;
        if begins > now {
            return Err(Refusal::new("DATE-FUTURE")
                .at("/on")
                .with("date", entered.on));
        }
        let sent = RequestSent {
            standing: Standing::Complete,
            second: SecondSignature::None,
            findings_accepted: Default::default(),
            outstanding: Vec::new(),
            ..self.as_sent(self.re_told(begins), content_sha256)
        };
        let came = Came::ByHand(entered.clone());
        let (mut received, effects) = Request::receive(&sent, &self.from, &self.to, came, begins)?;
        for event in &mut received.events {
            event.noted = now;
        }
        let next = Request {
            carried: Carriage::Paper,
            second: None,
            scans: self.scans.clone(),
            their_reference: self.their_reference.clone(),
            version: self.version + 1,
            created: self.created,
            updated: now,
            ..received
        };
        Ok((next, effects))
    }

    /// What is to be done by machine once an act is on disk: nothing where the case travels on paper.
    #[must_use]
    pub fn effects_by_node(&self, effects: Vec<Effect>) -> Vec<Effect> {
        match self.carried {
            Carriage::Node => effects,
            Carriage::Paper => Vec::new(),
        }
    }
}

/// The beginning and the end of a day.
fn day_of(on: Date, calendar: &Calendar) -> Result<(Timestamp, Timestamp), Refusal> {
    let before = on
        .yesterday()
        .map_err(|_| Refusal::new("MALFORMED").at("/on"))?;
    Ok((calendar.end_of(before), calendar.end_of(on)))
}

fn check_entered(entered: &Entered) -> Result<(), Refusal> {
    if entered.channel == Channel::Docket {
        return Err(Refusal::new("MALFORMED").at("/channel"));
    }
    match &entered.number {
        Some(number) => check::optional("/number", number, limits::REFERENCE_CHARS_MAX),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
