//! What the demo's desks find in the morning: invented matters at different points of their life, in both directions.

use model::request::{self, AskedItem, Stage};
use model::{RequestId, Role, Urgency};
use office::requests;
use serde_json::{Value, json};

use super::desk::Desk;

/// The complete fictional request that the rules are explained with.
pub(crate) fn example() -> Value {
    serde_json::from_str(model::template::example(model::kind::Kind::Mla).unwrap_or_default())
        .unwrap_or(Value::Null)
}

/// The example turned round: Belmora asks Arvenia.
fn turned(title: &str) -> Value {
    let mut content = example();
    for (from, to) in [("/requesting/state", "XB"), ("/requested/state", "XA")] {
        if let Some(place) = content.pointer_mut(from) {
            *place = json!(to);
        }
    }
    titled(content, title)
}

fn titled(mut content: Value, title: &str) -> Value {
    if let Some(place) = content.pointer_mut("/title") {
        *place = json!(title);
    }
    // Another matter has other persons: the check against asking twice compares them.
    if let Some(Value::Array(persons)) = content.pointer_mut("/persons") {
        persons.truncate(1);
    }
    content
}

/// Bring the matters in; what is there already is left alone.
///
/// # Errors
/// What an act says.
pub(crate) async fn matters(xa: &Desk, xb: &Desk) -> office::Result<()> {
    // A draft that somebody began and did not finish.
    let begun = json!({ "type": "mla", "relation": "new", "title": "Records of a fuel card used in Belmora" });
    xa.draft("seed begun", xb, (begun, Urgency::Normal)).await?;
    // One that waits for a second person.
    let waiting = titled(
        example(),
        "Ferry terminal at Port Selm: subscriber of a telephone number",
    );
    let waiting = xa
        .draft("seed waiting", xb, (waiting, Urgency::Normal))
        .await?;
    still(xa, waiting, Stage::Draft, xa.submit(waiting)).await?;
    // One that arrived in Belmora and lies there.
    let mut arrived = titled(
        example(),
        "Ferry terminal at Port Selm: second hearing of a witness",
    );
    if let Some(urgency) = arrived.pointer_mut("/urgency") {
        let latest = xa
            .office
            .calendar()
            .date(xa.office.now())
            .checked_add(jiff::Span::new().days(9));
        let text = "The witness leaves Belmora for good within ten days.";
        *urgency = json!({ "level": "urgent", "reason": "hearing_date", "text": text, "latest_useful_on": latest.ok() });
    }
    let arrived = xa
        .draft("seed arrived", xb, (arrived, Urgency::Urgent))
        .await?;
    go(xa, arrived).await?;
    // One from Belmora that Arvenia has in hand, with a question open.
    let turned = turned("Warehouse at Dresk: leaseholder and access records");
    let asked = xb
        .draft("seed turned", xa, (turned, Urgency::Normal))
        .await?;
    question(xa, xb, asked).await
}

/// Do a step only while the request still stands before it; the demo may have been stopped anywhere.
async fn still(
    desk: &Desk,
    id: RequestId,
    before: Stage,
    step: impl Future<Output = office::Result<i64>>,
) -> office::Result<()> {
    if desk.see(id).await?.stage == before {
        step.await?;
    }
    Ok(())
}

async fn go(desk: &Desk, id: RequestId) -> office::Result<()> {
    still(desk, id, Stage::Draft, desk.submit(id)).await?;
    still(desk, id, Stage::Review, desk.approve(id)).await?;
    still(desk, id, Stage::Approved, desk.send(id)).await
}

async fn question(xa: &Desk, xb: &Desk, id: RequestId) -> office::Result<()> {
    // What blocks a turned example (a date, a provider) keeps it a draft: an honest state too.
    let checked = requests::check(&xb.office, &xb.officer(Role::CaseOfficer), id).await?;
    if checked.verdict == model::finding::Verdict::Blocked {
        return Ok(());
    }
    go(xb, id).await?;
    xa.wait(
        id,
        &[
            Stage::Delivered,
            Stage::Registered,
            Stage::Acknowledged,
            Stage::InfoRequested,
        ],
    )
    .await?;
    let register = request::Register {
        reference: Some("MLA 2026/118".to_owned()),
        urgency: None,
    };
    let on = xa.on("register", id, register).await?;
    still(
        xa,
        id,
        Stage::Delivered,
        requests::register(&xa.office, &xa.officer(Role::RegistryOfficer), on),
    )
    .await?;
    let today = xa.office.calendar().date(xa.office.now());
    let acknowledge = request::Acknowledge {
        reference: "MLA 2026/118".to_owned(),
        officer_function: "Case officer, mutual legal assistance section".to_owned(),
        next_date: today.checked_add(jiff::Span::new().days(21)).ok(),
        officer: None,
    };
    let on = xa.on("acknowledge", id, acknowledge).await?;
    still(
        xa,
        id,
        Stage::Registered,
        requests::acknowledge(&xa.office, &xa.officer(Role::CaseOfficer), on),
    )
    .await?;
    let item = AskedItem {
        code: "MLA-07".to_owned(),
        field: "/measures/0/nexus".to_owned(),
        text: "Please say why the records are believed to be held in Arvenia.".to_owned(),
        answered: false,
    };
    let ask = request::Ask {
        items: vec![item],
        answer_by: today.checked_add(jiff::Span::new().days(14)).ok(),
    };
    let on = xa.on("ask", id, ask).await?;
    still(
        xa,
        id,
        Stage::Acknowledged,
        requests::ask(&xa.office, &xa.officer(Role::CaseOfficer), on),
    )
    .await
}
