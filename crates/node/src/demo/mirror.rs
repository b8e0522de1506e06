//! The mirror State: a partner to train with. Belmora's desk is worked by this file instead of by people, over the same acts, the
//! same envelopes and the same ledger as any other State: nothing of the exchange is simulated, only the officers are. What it
//! does with a request follows from the request alone, so that a lesson can be repeated: it answers, asks, refuses, or takes its
//! time. Everything it writes says that it is an exercise.

use std::time::Duration;

use jiff::{SignedDuration, Span};
use model::number::Number;
use model::request::{self, AskedItem, Ground, Request, Side, Stage};
use model::{Purpose, RequestId, Role};
use office::reader::WorklistFilter;
use office::requests;

use super::desk::Desk;

/// How often the mirror looks at its desk.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How long it leaves each thing lie: long enough to be watched, short enough for a lesson.
const THINKS: SignedDuration = SignedDuration::from_secs(6);
/// How long it leaves lie what it is slow with.
const DAWDLES: SignedDuration = SignedDuration::from_mins(3);
/// What stands before everything it writes.
const EXERCISE: &str = "[EXERCISE]";

/// How the mirror deals with a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// It grants it as it stands.
    Grants,
    /// It asks for something first, then grants it.
    Asks,
    /// It consults, then refuses.
    Refuses,
    /// It lets every step wait, then grants it.
    Dawdles,
}

impl Manner {
    /// By a word in the title where the learner wants a certain lesson, else by the serial of the number.
    fn of(request: &Request) -> Self {
        let title = request
            .content
            .get("title")
            .and_then(|title| title.as_str());
        Self::by(&request.number, title.unwrap_or_default())
    }

    fn by(number: &str, title: &str) -> Self {
        let title = title.to_lowercase();
        let wanted = [
            ("mirror:grant", Self::Grants),
            ("mirror:ask", Self::Asks),
            ("mirror:refuse", Self::Refuses),
            ("mirror:delay", Self::Dawdles),
        ];
        let named = wanted.iter().find(|(word, _)| title.contains(word));
        let serial = number.parse().map_or(0, |number: Number| number.serial);
        match (named, serial % 4) {
            (Some((_, manner)), _) => *manner,
            (None, 1) => Self::Asks,
            (None, 2) => Self::Refuses,
            (None, 3) => Self::Dawdles,
            (None, _) => Self::Grants,
        }
    }

    const fn waits(self) -> SignedDuration {
        match self {
            Self::Dawdles => DAWDLES,
            _ => THINKS,
        }
    }
}

/// Works the desk until somebody stops the demo.
///
/// # Errors
/// What the store says; a step that is refused is left for the next look.
pub(crate) async fn work(desk: &Desk) -> office::Result<()> {
    loop {
        for request in waiting(desk).await? {
            let lies = desk.office.now().duration_since(request.updated);
            if lies < Manner::of(&request).waits() {
                continue;
            }
            match step(desk, &request).await {
                Ok(()) | Err(office::Error::Refused(_)) => {}
                Err(other) => return Err(other),
            }
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
}

/// What came in and is not over.
async fn waiting(desk: &Desk) -> office::Result<Vec<Request>> {
    let officer = desk.officer(Role::CaseOfficer);
    let reader = desk.office.read(&officer, Purpose::Mla).await?;
    let filter = WorklistFilter {
        side: Some(Side::Incoming),
        ..WorklistFilter::default()
    };
    let page = reader.worklist(&filter).await?;
    Ok(page.rows.into_iter().map(|row| row.request).collect())
}

fn today(desk: &Desk) -> jiff::civil::Date {
    let now = desk.office.now();
    desk.office.calendar().date(now)
}

fn in_days(desk: &Desk, days: i64) -> Option<jiff::civil::Date> {
    today(desk).checked_add(Span::new().days(days)).ok()
}

fn said(text: &str) -> String {
    format!("{EXERCISE} {text}")
}

fn has(request: &Request, verb: &str) -> bool {
    request.events.iter().any(|event| event.verb == verb)
}

/// The next step, as the officer whose step it is.
async fn step(desk: &Desk, request: &Request) -> office::Result<()> {
    let (office, id) = (&desk.office, request.id);
    let officer = desk.officer(Role::CaseOfficer);
    let version = request.version;
    macro_rules! on {
        ($what:expr) => {
            desk.on(&format!("mirror {version}"), id, $what).await?
        };
    }
    let reference = format!("[EXERCISE] {}", request.number);
    match request.stage {
        Stage::Delivered => {
            let what = request::Register {
                reference: Some(reference),
                urgency: None,
            };
            let registry = desk.officer(Role::RegistryOfficer);
            requests::register(office, &registry, on!(what)).await?;
        }
        Stage::Registered => {
            let what = request::Acknowledge {
                reference,
                officer_function: said("Mirror desk"),
                next_date: in_days(desk, 14),
                officer: None,
            };
            requests::acknowledge(office, &officer, on!(what)).await?;
        }
        Stage::Acknowledged => decide(desk, request).await?,
        Stage::Accepted | Stage::ConditionsAgreed | Stage::PartlyAccepted => {
            let note = Some(said("Work has begun."));
            requests::begin_execution(office, &officer, on!(request::Progress { note })).await?;
        }
        Stage::InExecution | Stage::PartlyExecuted => {
            let report = request::Report {
                what: said("The measures were taken; no real person or record is concerned."),
                on: today(desk),
                law: said("Code of Exercises, section 1"),
                executed_by: said("Mirror court"),
                measures: Vec::new(),
            };
            requests::execute(office, &officer, on!(report)).await?;
        }
        Stage::Executed => {
            let note = Some(said("Nothing is returned in this exercise."));
            requests::close(office, &officer, on!(request::Close { note })).await?;
        }
        _ => {}
    }
    Ok(())
}

/// The decision, as the mirror's manner with this request has it.
async fn decide(desk: &Desk, request: &Request) -> office::Result<()> {
    let (office, id) = (&desk.office, request.id);
    let officer = desk.officer(Role::CaseOfficer);
    let ask = |text: &str, days| request::Ask {
        items: vec![AskedItem {
            code: "comment".to_owned(),
            field: String::new(),
            text: said(text),
            answered: false,
        }],
        answer_by: in_days(desk, days),
    };
    match Manner::of(request) {
        Manner::Asks if !has(request, "request.info_requested") => {
            let what = ask(
                "What connects the person with the place where you ask us to act?",
                10,
            );
            let on = desk.on("mirror ask", id, what).await?;
            requests::ask(office, &officer, on).await?;
        }
        Manner::Refuses if !has(request, "request.consultation_opened") => {
            let what = ask(
                "We see a danger to an essential interest of ours. How could the request be narrowed?",
                14,
            );
            let on = desk.on("mirror consult", id, what).await?;
            requests::consult(office, &officer, on).await?;
        }
        Manner::Refuses if request.refusal.is_none() => refuse(desk, id).await?,
        Manner::Refuses => {
            let second = desk.officer(Role::Approver);
            let on = desk
                .on("mirror confirm", id, request::ConfirmRefusal::default())
                .await?;
            requests::confirm_refusal(office, &second, on).await?;
        }
        Manner::Grants | Manner::Asks | Manner::Dawdles => {
            let what = request::Accept {
                reasons: said("In conformity with the treaty."),
                conditions: Vec::new(),
            };
            let on = desk.on("mirror accept", id, what).await?;
            requests::accept(office, &officer, on).await?;
        }
    }
    Ok(())
}

async fn refuse(desk: &Desk, id: RequestId) -> office::Result<()> {
    let what = request::Refuse {
        ground: Ground::EssentialInterests,
        reasons: said("The consultation did not remove the danger to an essential interest."),
        measures: Vec::new(),
        no_consultation: None,
        sources: vec![said("Minutes of the consultation")],
    };
    let on = desk.on("mirror refuse", id, what).await?;
    let officer = desk.officer(Role::CaseOfficer);
    requests::refuse(&desk.office, &officer, on).await.map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_can_be_chosen_and_repeated() {
        let number = |serial| {
            let state = "XA".parse().unwrap();
            let authority = "ca".parse().unwrap();
            Number {
                state,
                authority,
                year: 2026,
                serial,
            }
            .to_string()
        };
        for (serial, title, manner) in [
            (1, "A hearing", Manner::Asks),
            (2, "A hearing", Manner::Refuses),
            (3, "A hearing", Manner::Dawdles),
            (4, "A hearing", Manner::Grants),
            (27, "A hearing", Manner::Dawdles),
            (4, "A hearing mirror:refuse", Manner::Refuses),
            (1, "Mirror:Grant", Manner::Grants),
        ] {
            assert_eq!(
                Manner::by(&number(serial), title),
                manner,
                "{serial} {title}"
            );
        }
    }
}
