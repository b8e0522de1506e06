//! A measure in the hands of a domestic authority: the link opens one assignment for as long as it is good, each use has its entry, and
//! nobody gets round it: not by an old link, another's, a guessed one, nor after the report.

use jiff::SignedDuration;
use jiff::civil::date;
use model::request::{self, Assign, AssignmentReport, AssignmentResult, AssignmentStage};
use model::{AssignmentId, Purpose, RequestId, Role};
use office::assignments::{self, OnAssignment};
use office::requests;
use sim::{House, Town};

use crate::desk::{content, hire, holds, ledger_size, sent, town};
use crate::first_request::{on, see};

/// A request that lies accepted at XB.
async fn accepted(town: &Town) -> RequestId {
    let id = sent(town.house("XA"), content()).await;
    town.settle(600).await.unwrap();
    let xb = town.house("XB");
    let (office, officer) = (&xb.office, xb.officer(Role::CaseOfficer));
    let register = request::Register {
        reference: Some("B-1".to_owned()),
        urgency: None,
    };
    let now = see(xb, Role::CaseOfficer, id).await;
    let registry = xb.officer(Role::RegistryOfficer);
    requests::register(office, registry, on(office, &now, register))
        .await
        .unwrap();
    let acknowledge = request::Acknowledge {
        reference: "B-1".to_owned(),
        officer_function: "Case officer".to_owned(),
        next_date: None,
        officer: None,
    };
    let now = see(xb, Role::CaseOfficer, id).await;
    requests::acknowledge(office, officer, on(office, &now, acknowledge))
        .await
        .unwrap();
    id
}

async fn accept(xb: &House, id: RequestId) {
    let what = request::Accept {
        reasons: "In order.".to_owned(),
        conditions: Vec::new(),
    };
    let now = see(xb, Role::CaseOfficer, id).await;
    let officer = xb.officer(Role::CaseOfficer);
    requests::accept(&xb.office, officer, on(&xb.office, &now, what))
        .await
        .unwrap();
}

fn order(measure: usize) -> Assign {
    Assign {
        measure,
        authority: "District Court of Tamsin".to_owned(),
        order: "Hear the witness.".to_owned(),
        due: date(2026, 3, 20),
        remind_on: Some(date(2026, 3, 13)),
    }
}

fn report() -> AssignmentReport {
    AssignmentReport {
        result: AssignmentResult::Partly,
        on: date(2026, 3, 5),
        by: "Clerk of the court".to_owned(),
        text: "The witness was heard.".to_owned(),
    }
}

async fn give(xb: &House, id: RequestId, what: Assign) -> office::Result<AssignmentId> {
    let act = (xb.office.new_act(), id, what);
    assignments::give(&xb.office, xb.officer(Role::CaseOfficer), act).await
}

async fn assignment(xb: &House, id: AssignmentId) -> request::Assignment {
    let reader = xb
        .office
        .read(xb.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    reader.assignment(id).await.unwrap()
}

async fn link(xb: &House, id: AssignmentId) -> String {
    assignments::link(&xb.office, &assignment(xb, id).await)
        .unwrap()
        .unwrap()
}

async fn opens(xb: &House, token: &str) -> bool {
    match assignments::open(&xb.office, xb.office.new_act(), token).await {
        Ok(_) => true,
        Err(error) => {
            assert_eq!(error.code(), "NOT-FOUND", "{token}");
            false
        }
    }
}

#[tokio::test]
async fn a_link_opens_one_measure_until_it_is_used_up() {
    let (_dir, town) = town(51).await;
    let id = accepted(&town).await;
    let xb = town.house("XB");
    // Not before it is accepted, not a measure that is not there, not by another house.
    assert_eq!(give(xb, id, order(0)).await.unwrap_err().code(), "STAGE");
    accept(xb, id).await;
    assert_eq!(
        give(xb, id, order(99)).await.unwrap_err().code(),
        "MEASURE-UNKNOWN"
    );
    let late = Assign {
        due: date(2026, 1, 1),
        ..order(0)
    };
    assert_eq!(give(xb, id, late).await.unwrap_err().code(), "DATE-PAST");
    let stranger = hire(xb, "stranger", "fiu", &[Role::CaseOfficer]).await;
    let act = (xb.office.new_act(), id, order(0));
    assert_eq!(
        assignments::give(&xb.office, &stranger, act)
            .await
            .unwrap_err()
            .code(),
        "NOT-FOUND"
    );
    let given = give(xb, id, order(0)).await.unwrap();
    let other = give(xb, id, order(1)).await.unwrap();
    let (token, others) = (link(xb, given).await, link(xb, other).await);
    assert_ne!(token, others);
    // What opens nothing: half of one with half of the other, a guess, nothing, too much.
    let mixed = format!("{}{}", &token[..32], &others[32..]);
    let before = ledger_size(&xb.office).await;
    for wrong in [
        mixed.as_str(),
        &"0".repeat(64),
        "",
        &token[..63],
        &format!("{token}0"),
        "%00",
    ] {
        assert!(!opens(xb, wrong).await, "{wrong}");
    }
    assert_eq!(ledger_size(&xb.office).await, before);
    // Each opening is an entry, and shows the one measure and nothing else.
    let act = xb.office.new_act();
    let sheet = assignments::open(&xb.office, act, &token).await.unwrap();
    assert_eq!(ledger_size(&xb.office).await, before + 1);
    let whole = see(xb, Role::CaseOfficer, id).await;
    let all = whole.content["measures"].as_array().unwrap();
    assert_eq!(sheet.content, serde_json::json!({ "measures": [all[0]] }));
    assert_eq!(sheet.assignment.stage, AssignmentStage::Opened);
    assert!(opens(xb, &token).await);
    assert_eq!(assignment(xb, given).await.opened.len(), 2);
    reminded_and_reported(xb, id, given).await;
    // The other is still good, until a week past its day.
    assert!(opens(xb, &others).await);
    town.pass(SignedDuration::from_hours(24 * 30));
    assert!(!opens(xb, &others).await);
    holds(xb).await;
}

/// A reminder and a report each end a link; the desk takes the report over.
async fn reminded_and_reported(xb: &House, id: RequestId, given: AssignmentId) {
    let token = link(xb, given).await;
    assert_eq!(assignment(xb, given).await.request, id);
    // A reminder makes the link before it useless.
    let seen = assignment(xb, given).await;
    let on_task = OnAssignment {
        act: xb.office.new_act(),
        assignment: given,
        version: seen.version,
    };
    assignments::remind(&xb.office, xb.officer(Role::CaseOfficer), on_task)
        .await
        .unwrap();
    assert!(!opens(xb, &token).await);
    let token = link(xb, given).await;
    // Reported on once; then it opens nothing and reports nothing.
    let empty = AssignmentReport {
        text: " ".to_owned(),
        ..report()
    };
    let refused = assignments::report(&xb.office, xb.office.new_act(), &token, empty).await;
    assert_eq!(refused.unwrap_err().code(), "MISSING");
    assignments::report(&xb.office, xb.office.new_act(), &token, report())
        .await
        .unwrap();
    assert!(!opens(xb, &token).await);
    let again = assignments::report(&xb.office, xb.office.new_act(), &token, report()).await;
    assert_eq!(again.unwrap_err().code(), "NOT-FOUND");
    let seen = assignment(xb, given).await;
    assert_eq!(
        (seen.stage, assignments::link(&xb.office, &seen).unwrap()),
        (AssignmentStage::Reported, None)
    );
    // The desk is told on its day, and takes the report over.
    let reader = xb
        .office
        .read(xb.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    let day = reader.day().await.unwrap();
    assert_eq!(
        day.handed
            .assignments
            .iter()
            .map(|(_, t)| t.id)
            .collect::<Vec<_>>(),
        [given]
    );
    let on_task = OnAssignment {
        act: xb.office.new_act(),
        assignment: given,
        version: seen.version,
    };
    assignments::end(&xb.office, xb.officer(Role::CaseOfficer), on_task)
        .await
        .unwrap();
    assert_eq!(assignment(xb, given).await.stage, AssignmentStage::Done);
}
