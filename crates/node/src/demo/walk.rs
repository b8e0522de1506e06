//! The whole walk without a browser: one line a step, each by the officer whose step it is, with the time it took. Stopped at any
//! point and started again it goes on where it was: each step has an act id of its own, and what was done is not done again.
//! Here: the request and its answer; what is given back, checked and verified is in the files below.

mod checks;
mod give;
mod papers;

use std::path::Path;

use jiff::Span;
use model::request::{self, AskedItem, Stage};
use model::{Purpose, RequestId, Role, Urgency};
use office::requests;

use super::desk::{Desk, LOOK_EVERY};
use super::seed::example;
use super::tell::Teller;
use crate::config::Rehearsal;

/// How often the clocks of both sides are compared before they are said to differ.
const CLOCK_LOOKS_MAX: u32 = 2_250;
/// The verb of the event by which the other side asks for something.
const ASKED: &str = "request.info_requested";

/// Play the walk between two States. `dir` is where papers and packages are left.
///
/// # Errors
/// What an act says, or a file that cannot be written.
pub(crate) async fn play(
    (xa, xb): (&Desk, &Desk),
    dir: &Path,
    rehearsal: Rehearsal,
    tell: &mut Teller,
) -> office::Result<()> {
    directory(xa, xb, tell).await?;
    let id = draft_and_send(xa, xb, tell).await?;
    register(xa, xb, id, tell).await?;
    ask_and_answer(xa, xb, id, tell).await?;
    accept_and_execute(xa, xb, id, tell).await?;
    give::attach(xb, id, rehearsal.evidence_bytes, tell).await?;
    give::back(xa, xb, id, tell).await?;
    give::open(xa, xb, id, tell).await?;
    if rehearsal.papers {
        papers::set(xa, xb, id, (dir, tell)).await?;
    }
    give::package(xa, id, (dir, tell)).await?;
    checks::travellers(xa, xb, tell).await?;
    super::sharing::walk(xa, xb, tell).await?;
    checks::ledgers(xa, xb, tell).await
}

async fn directory(xa: &Desk, xb: &Desk, tell: &mut Teller) -> office::Result<()> {
    for (desk, other) in [(xa, xb), (xb, xa)] {
        let reader = desk
            .office
            .read(&desk.officer(Role::CaseOfficer), Purpose::Mla)
            .await?;
        let states = reader.directory().await?;
        let known = states.iter().find(|s| s.code == *other.code());
        let authorities = known.map_or(0, |s| s.authorities.len());
        let what = format!(
            "knows {authorities} authorities of {} from its card, pinned by fingerprint",
            other.code()
        );
        tell.step(desk.code().as_str(), &what);
    }
    Ok(())
}

async fn draft_and_send(xa: &Desk, xb: &Desk, tell: &mut Teller) -> office::Result<RequestId> {
    let id = xa
        .draft("walk draft", xb, (example(), Urgency::Normal))
        .await?;
    let request = xa.see(id).await?;
    tell.step(
        "XA",
        &format!("case officer drafts request {}", request.number),
    );
    let checked = requests::check(&xa.office, &xa.officer(Role::CaseOfficer), id).await?;
    let basis = checked
        .basis
        .first()
        .map(|b| format!("{} {}", b.instrument, b.article))
        .unwrap_or_default();
    tell.step(
        "XA",
        &format!(
            "validator: {}, {} findings; leading basis {basis}",
            checked.verdict,
            checked.findings.len()
        ),
    );
    if request.stage == Stage::Draft {
        xa.submit(id).await?;
    }
    tell.step("XA", "handed in for approval");
    if xa.see(id).await?.stage == Stage::Review {
        let own = requests::approve(
            &xa.office,
            &xa.officer(Role::CaseOfficer),
            xa.on("own", id, requests::Note::default()).await?,
        )
        .await;
        let refused = own.err().map(|e| e.code().to_owned()).unwrap_or_default();
        tell.step(
            "XA",
            &format!("the author's own approval is refused ({refused})"),
        );
        xa.approve(id).await?;
    }
    tell.step(
        "XA",
        "second person approves: what is signed is the digest of the content",
    );
    if xa.see(id).await?.stage == Stage::Approved {
        xa.send(id).await?;
    }
    tell.step(
        "XA",
        "sent: the authority signs, the node seals, the outbox carries",
    );
    delivered(xa, id, tell).await?;
    Ok(id)
}

async fn delivered(xa: &Desk, id: RequestId, tell: &mut Teller) -> office::Result<()> {
    let sent = xa.wait(id, &after(Stage::Delivered)).await?;
    let receipts = xa
        .office
        .read(&xa.officer(Role::CaseOfficer), Purpose::Mla)
        .await?
        .receipts(id)
        .await?;
    let r3 = receipts
        .iter()
        .find(|r| r.kind == "R3")
        .map(|r| format!("R3 at {}, leaf {}", r.at, r.leaf.unwrap_or_default()));
    tell.step(
        "XA",
        &format!(
            "delivered to {}: receipt {}",
            sent.to,
            r3.unwrap_or_default()
        ),
    );
    Ok(())
}

/// A stage and every later one of the walk. Not for stages that are left and come back.
fn after(stage: Stage) -> Vec<Stage> {
    let order = [
        Stage::Delivered,
        Stage::Registered,
        Stage::Acknowledged,
        Stage::InfoRequested,
        Stage::Accepted,
        Stage::InExecution,
        Stage::Executed,
        Stage::ReturnSent,
        Stage::ReturnReceived,
        Stage::Closed,
    ];
    order.into_iter().skip_while(|s| *s != stage).collect()
}

fn today(desk: &Desk) -> jiff::civil::Date {
    desk.office.calendar().date(desk.office.now())
}

async fn register(xa: &Desk, xb: &Desk, id: RequestId, tell: &mut Teller) -> office::Result<()> {
    let arrived = xb.wait(id, &after(Stage::Delivered)).await?;
    if arrived.stage == Stage::Delivered {
        let what = request::Register {
            reference: Some("B/2026/0417".to_owned()),
            urgency: None,
        };
        let on = xb.on("register", id, what).await?;
        requests::register(&xb.office, &xb.officer(Role::RegistryOfficer), on).await?;
    }
    tell.step("XB", "registry officer registers it under B/2026/0417");
    if xb.see(id).await?.stage == Stage::Registered {
        let what = request::Acknowledge {
            reference: "B/2026/0417".to_owned(),
            officer_function: "Case officer, mutual legal assistance".to_owned(),
            next_date: today(xb).checked_add(Span::new().days(14)).ok(),
            officer: None,
        };
        let on = xb.on("acknowledge", id, what).await?;
        requests::acknowledge(&xb.office, &xb.officer(Role::CaseOfficer), on).await?;
    }
    let what = "case officer acknowledges with own reference and the next date";
    tell.step("XB", what);
    // Only a request that the other side has acknowledged is asked about: both see the steps in one order.
    xa.wait(id, &after(Stage::Acknowledged)).await.map(drop)
}

fn was_asked(request: &model::Request) -> bool {
    request.events.iter().any(|e| e.verb == ASKED)
}

async fn ask_and_answer(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    tell: &mut Teller,
) -> office::Result<()> {
    if !was_asked(&xb.see(id).await?) {
        let item = AskedItem {
            code: "MLA-07".to_owned(),
            field: "/measures/0/nexus".to_owned(),
            text: "At which branch is the account believed to be held?".to_owned(),
            answered: false,
        };
        let what = request::Ask {
            items: vec![item],
            answer_by: today(xb).checked_add(Span::new().days(10)).ok(),
        };
        let on = xb.on("ask", id, what).await?;
        requests::ask(&xb.office, &xb.officer(Role::CaseOfficer), on).await?;
    }
    tell.step("XB", "asks for one missing item by field");
    // Not by the stage: once answered, the request stands again where it stood before.
    let seen = xa.wait_until(id, "the question", was_asked).await?;
    if seen.stage == Stage::InfoRequested {
        let items = (0..seen.asked.len())
            .filter(|n| seen.asked.get(*n).is_some_and(|i| !i.answered))
            .collect();
        let what = request::Answer {
            changes: Vec::new(),
            items,
            note: Some("At the branch in the old harbour.".to_owned()),
        };
        let on = xa.on("answer", id, what).await?;
        requests::answer(&xa.office, &xa.officer(Role::CaseOfficer), on).await?;
    }
    tell.step("XA", "answers; the other side's clock runs again");
    let answered = |request: &model::Request| request.stage != Stage::InfoRequested;
    xb.wait_until(id, "the answer", answered).await.map(drop)
}

async fn accept_and_execute(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    tell: &mut Teller,
) -> office::Result<()> {
    let officer = xb.officer(Role::CaseOfficer);
    if xb.see(id).await?.stage == Stage::Acknowledged {
        let what = request::Accept {
            reasons: "In conformity with the convention.".to_owned(),
            conditions: Vec::new(),
        };
        requests::accept(&xb.office, &officer, xb.on("accept", id, what).await?).await?;
    }
    tell.step("XB", "accepts, with reasons");
    if xb.see(id).await?.stage == Stage::Accepted {
        let what = request::Progress { note: None };
        requests::begin_execution(&xb.office, &officer, xb.on("begin", id, what).await?).await?;
    }
    if xb.see(id).await?.stage == Stage::InExecution {
        let report = request::Report {
            what: "The bank produced the records; the witness was heard.".to_owned(),
            on: today(xb),
            law: "Mutual Assistance Act, section 12".to_owned(),
            executed_by: "High Court of Belmora".to_owned(),
            measures: Vec::new(),
        };
        requests::execute(&xb.office, &officer, xb.on("execute", id, report).await?).await?;
    }
    let what = "records execution: what, when, by whom, under which law";
    tell.step("XB", what);
    xa.wait(id, &after(Stage::Executed)).await?;
    let same = same_clocks(xa, xb, id).await?;
    let same = if same { "yes" } else { "not yet" };
    tell.step("XA", &format!("sees the same clocks as XB: {same}"));
    Ok(())
}

/// Whether both sides see the same running clock, once what is under way has arrived.
async fn same_clocks(xa: &Desk, xb: &Desk, id: RequestId) -> office::Result<bool> {
    for _ in 0..CLOCK_LOOKS_MAX {
        let (a, b) = (xa.see(id).await?, xb.see(id).await?);
        let clock = b.clocks.iter().find(|c| c.met.is_none());
        let seen = |c: &model::Clock| a.clocks.iter().any(|o| o.name == c.name && o.due == c.due);
        if clock.is_none_or(seen) {
            return Ok(true);
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    Ok(false)
}
