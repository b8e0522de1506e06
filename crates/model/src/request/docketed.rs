//! A case of an old docket as a request: its events on the days the docket gives, each marked as taken over from it. What was
//! done then is history: no lock of today is asked for it; what is done from here on is asked like any other act.

use jiff::Timestamp;
use serde_json::{Map, Value, json};

use super::draft::Ends;
use super::life::Moment;
use super::{Carriage, Channel, Entered, MeasureStage, Outcome, Request, Side, Stage, check};
use crate::actor::By;
use crate::deadline::Calendar;
use crate::docket::{Decision, Row};
use crate::id::{AuthorityId, OfficerId, RequestId, StateCode};
use crate::label::{Class, Label};
use crate::number::Number;
use crate::refusal::Refusal;

/// Take a case over from an old docket.
#[derive(Debug, Clone)]
pub struct TakeOver<'a> {
    /// Id of the request: of the same row always the same.
    pub id: RequestId,
    /// The number under which it is kept from here on.
    pub number: Number,
    /// Version of the template.
    pub template_version: u32,
    /// The row.
    pub row: &'a Row,
    /// Who takes it over; nobody where the operator does.
    pub by: Option<OfficerId>,
}

/// Who did it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Who {
    Asking,
    Asked,
}

/// A day of a docket and the event it stands for.
type Happened = (&'static str, Who, &'static str);

/// Days and their events, in the order in which they happen; the decision is added by what was decided.
const HAPPENED: &[Happened] = &[
    ("sent_on", Who::Asking, "request.sent"),
    ("received_on", Who::Asked, "request.delivered"),
    ("acknowledged_on", Who::Asked, "request.registered"),
    ("acknowledged_on", Who::Asked, "request.acknowledged"),
    ("asked_on", Who::Asked, "request.info_requested"),
    ("answered_on", Who::Asking, "request.answered"),
    ("decided_on", Who::Asked, ""),
    ("executed_on", Who::Asked, "request.executed"),
    ("returned_on", Who::Asked, "evidence.returned"),
    ("withdrawn_on", Who::Asking, "request.withdrawn"),
    ("closed_on", Who::Asked, "request.closed"),
];

const fn verb_of(decision: Decision) -> &'static str {
    match decision {
        Decision::Accepted => "request.accepted",
        Decision::PartlyAccepted => "request.partly_accepted",
        Decision::Postponed => "request.postponed",
        Decision::Refused => "request.refused",
    }
}

impl Request {
    /// Takes a case over from an old docket.
    ///
    /// # Errors
    /// `DOCKET` with the column of a day that cannot follow from those before; `NUMBER`; shape refusals.
    pub fn take_over(
        act: &TakeOver<'_>,
        (home, authority): (&StateCode, &AuthorityId),
        (calendar, now): (&Calendar, Timestamp),
    ) -> Outcome {
        let row = act.row;
        let mut request = opened(act, (home, authority), now)?;
        for (column, who, verb) in HAPPENED {
            let Some(day) = row.days.get(column) else {
                continue;
            };
            // On the side that was asked, the day of sending is the day of the letter, and no event of ours.
            if request.side == Side::Incoming && *verb == "request.sent" {
                continue;
            }
            let verb = match (*verb, row.decision) {
                ("", Some(decision)) => verb_of(decision),
                (verb, _) => verb,
            };
            if *column == "sent_on" || (*column == "received_on" && request.side == Side::Incoming)
            {
                request =
                    request.past(("request.docketed", Who::Asked), act, (*day, calendar, now))?;
            }
            request = request.past((verb, *who), act, (*day, calendar, now))?;
            request.settle();
            if request.dispute.is_some() {
                return Err(Refusal::new("DOCKET").at(*column));
            }
            request.after(verb, row);
        }
        Ok((request, Vec::new()))
    }

    /// Appends what happened on a day of the docket.
    fn past(
        &self,
        (verb, who): (&str, Who),
        act: &TakeOver<'_>,
        (day, calendar, now): (jiff::civil::Date, &Calendar, Timestamp),
    ) -> Result<Request, Refusal> {
        let (state, authority) = match (verb, who) {
            ("request.docketed", _) => (self.home(), self.home_authority()),
            (_, Who::Asking) => (&self.from, &self.from_authority),
            (_, Who::Asked) => (&self.to, &self.to_authority),
        };
        let by = By {
            state: state.clone(),
            authority: Some(authority.clone()),
            role: None,
            officer: None,
        };
        let at = self.told_on(day, calendar, now)?;
        let mut moment = Moment::past(by, at, now);
        if verb == "request.acknowledged" {
            moment = moment
                .text(act.row.their_number.as_deref().unwrap_or_default())
                .until(act.row.next_on);
        }
        if verb == "request.docketed" {
            moment = moment.text(act.row.note.as_deref().unwrap_or_default());
        }
        moment.entered = Some(Box::new(Entered {
            by: act.by,
            channel: Channel::Docket,
            on: day,
            number: Some(act.row.number.clone()),
            scan: None,
        }));
        self.note(verb, moment)
    }

    /// What an event of the docket says beside the stage.
    fn after(&mut self, verb: &str, row: &Row) {
        match verb {
            "request.accepted" | "request.partly_accepted" => {
                self.set_measures(&self.all_measures(), MeasureStage::Accepted)
            }
            "request.refused" => {
                self.grounds.extend(row.ground);
                self.set_measures(&self.all_measures(), MeasureStage::Refused);
            }
            "request.executed" => self.set_measures(&self.all_measures(), MeasureStage::Executed),
            _ => {}
        }
    }
}

/// The request before anything happened to it.
fn opened(
    act: &TakeOver<'_>,
    (home, authority): (&StateCode, &AuthorityId),
    now: Timestamp,
) -> Result<Request, Refusal> {
    let row = act.row;
    if act.number.state != *home || act.number.authority != *authority {
        return Err(Refusal::new("NUMBER")
            .at("/number")
            .with("number", &act.number));
    }
    let ours = (home.clone(), authority.clone());
    let theirs = (row.state.clone(), row.authority.clone());
    let ((from, from_authority), (to, to_authority)) = match row.side {
        Side::Outgoing => (ours, theirs),
        Side::Incoming => (theirs, ours),
    };
    let other = if row.side == Side::Outgoing {
        &to
    } else {
        home
    };
    let label = Label::own(&from, Class::Confidential).released_to(&from, other)?;
    let mut content = Map::new();
    content.insert("type".to_owned(), json!(row.template));
    if row.side == Side::Outgoing {
        content.insert("number".to_owned(), json!(act.number.to_string()));
    }
    content.insert("title".to_owned(), json!(row.subject));
    content.insert(
        "requesting".to_owned(),
        json!({ "state": from, "authority": from_authority }),
    );
    content.insert(
        "requested".to_owned(),
        json!({ "state": to, "authority": to_authority }),
    );
    if let Some(person) = &row.person {
        content.insert("persons".to_owned(), json!([{ "family_name": person }]));
    }
    let content = Value::Object(content);
    check::content(&content)?;
    let ends = Ends {
        from,
        from_authority,
        to,
        to_authority,
    };
    Ok(Request {
        number: act.number.to_string(),
        side: row.side,
        stage: match row.side {
            Side::Outgoing => Stage::Draft,
            Side::Incoming => Stage::Delivered,
        },
        carried: Carriage::Paper,
        template: row.template.clone(),
        template_version: act.template_version,
        urgency: row.urgency,
        content,
        officer: act.by,
        their_reference: row.their_number.clone(),
        our_reference: Some(row.number.clone()),
        next_date: row.next_on,
        ..Request::blank(act.id, ends, &label, now)
    })
}
