//! An old docket taken over at a real desk: all rows or none, twice changes nothing, and the cases work on from where they stand;
//! short forms that act on the request they name, on both sides.

use model::request::{Stage, Standing};
use model::{Actor, Role};
use office::docket::{self, Import};
use office::reader::WorklistFilter;
use office::requests::{self, Convert, Draft, Submit};
use serde_json::json;

use crate::desk::{approved_and_sent, content, draft, holds, ledger_size, sent, town};
use crate::first_request::{on, see};

/// The example of the handbook, with days in the town's past.
fn example() -> String {
    let file = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../docs/src/desk/docket-example.csv"
    );
    std::fs::read_to_string(file).unwrap()
}

#[tokio::test]
async fn the_handbooks_example_is_taken_over_once() {
    let (_dir, town) = town(91).await;
    let xa = town.house("XA");
    let operator = Actor::operator(xa.office.state());
    let act = Import {
        table: example(),
        authority: "ca".parse().unwrap(),
    };
    let size = ledger_size(&xa.office).await;
    let looked = docket::look(&xa.office, &operator, &act).await.unwrap();
    assert_eq!(
        (looked.faults.len(), looked.new_cases()),
        (0, 6),
        "{:?}",
        looked.faults
    );
    assert_eq!(
        ledger_size(&xa.office).await,
        size,
        "a look changes nothing"
    );
    let report = docket::import(&xa.office, &operator, &act).await.unwrap();
    assert_eq!(report.new_cases(), 6);
    let size = ledger_size(&xa.office).await;
    let again = docket::import(&xa.office, &operator, &act).await.unwrap();
    assert_eq!((again.new_cases(), again.lines.len()), (0, 6));
    assert_eq!(ledger_size(&xa.office).await, size, "twice changes nothing");

    let officer = xa.officer(Role::CaseOfficer);
    let reader = xa.office.read(officer, model::Purpose::Mla).await.unwrap();
    let filter = WorklistFilter {
        over: true,
        ..WorklistFilter::default()
    };
    let page = reader.worklist(&filter).await.unwrap();
    assert_eq!(page.total, 6);
    for line in &report.lines {
        let request = see(xa, Role::CaseOfficer, line.request).await;
        assert_eq!(
            (request.stage, request.is_on_paper()),
            (line.stage, true),
            "{}",
            line.number
        );
        assert_eq!(request.our_reference.as_ref(), Some(&line.number));
        if request.stage == Stage::Acknowledged {
            assert!(!request.clocks.is_empty(), "{}", line.number);
        }
    }
    holds(xa).await;
}

#[tokio::test]
async fn a_docket_with_one_fault_is_not_taken_over_at_all() {
    let (_dir, town) = town(92).await;
    let xa = town.house("XA");
    let act = Import {
        table: example() + "outgoing,MLA/2025/099,FR,mla,No day of sending,,,,,,,,,,,,,,,,\n",
        authority: "ca".parse().unwrap(),
    };
    let officer = xa.officer(Role::RegistryOfficer);
    let report = docket::import(&xa.office, officer, &act).await.unwrap();
    let told: Vec<_> = report
        .faults
        .iter()
        .map(|f| (f.line, f.column.as_str()))
        .collect();
    assert_eq!(told, [(8, "sent_on")]);
    let reader = xa.office.read(officer, model::Purpose::Mla).await.unwrap();
    let page = reader.worklist(&WorklistFilter::default()).await.unwrap();
    assert_eq!(page.total, 0);
    // Nobody takes over the docket of an authority that is not his.
    let fiu = Import {
        authority: "fiu".parse().unwrap(),
        ..act.clone()
    };
    let refused = docket::import(&xa.office, officer, &fiu).await.unwrap_err();
    assert_eq!(refused.code(), "NOT-ALLOWED");
    let approver = xa.officer(Role::Approver);
    let refused = docket::look(&xa.office, approver, &act).await.unwrap_err();
    assert_eq!(refused.code(), "NOT-ALLOWED");
}

#[tokio::test]
async fn a_withdrawal_takes_back_what_it_names_on_both_sides() {
    let (_dir, town) = town(93).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = sent(xa, content()).await;
    town.settle(600).await.unwrap();
    let parent = see(xa, Role::CaseOfficer, id).await;
    let example = model::template::example(model::kind::Kind::Withdrawal).unwrap();
    let mut letter: serde_json::Value = serde_json::from_str(example).unwrap();
    letter["parent"] = json!(parent.number);
    letter["withdrawal"]["extent"] = json!("whole");
    let officer = xa.officer(Role::CaseOfficer);
    let what = Draft {
        template: "withdrawal".to_owned(),
        ..draft(&xa.office, letter)
    };
    let form = requests::draft(&xa.office, officer, what).await.unwrap();
    let found = requests::check(&xa.office, officer, form)
        .await
        .unwrap()
        .findings;
    let reasons = found
        .iter()
        .map(|f| (f.code.clone(), "known".to_owned()))
        .collect();
    let submit = Submit {
        standing: Standing::Complete,
        reasons,
    };
    let now = see(xa, Role::CaseOfficer, form).await;
    requests::submit(&xa.office, officer, on(&xa.office, &now, submit))
        .await
        .unwrap();
    assert_ne!(
        see(xa, Role::CaseOfficer, id).await.stage,
        Stage::Withdrawn,
        "not before it is sent"
    );
    approved_and_sent(xa, form).await;
    assert_eq!(see(xa, Role::CaseOfficer, id).await.stage, Stage::Withdrawn);
    town.settle(600).await.unwrap();
    for house in [xa, xb] {
        let request = see(house, Role::CaseOfficer, id).await;
        assert_eq!((request.stage, request.dispute), (Stage::Withdrawn, None));
        let reader = house
            .office
            .read(house.officer(Role::CaseOfficer), model::Purpose::Mla)
            .await;
        let about = reader.unwrap().about(id).await.unwrap();
        assert_eq!(about.iter().map(|form| form.id).collect::<Vec<_>>(), [form]);
        holds(house).await;
    }
}

#[tokio::test]
async fn a_preservation_is_drafted_out_of_a_request_for_assistance() {
    let (_dir, town) = town(94).await;
    let xa = town.house("XA");
    let officer = xa.officer(Role::CaseOfficer);
    let what = draft(&xa.office, content());
    let id = requests::draft(&xa.office, officer, what).await.unwrap();
    let request = see(xa, Role::CaseOfficer, id).await;
    let ways = requests::conversions(&request);
    for into in ways {
        let act = Convert {
            act: xa.office.new_act(),
            request: id,
            into,
        };
        let made = requests::convert(&xa.office, officer, act).await.unwrap();
        let made = see(xa, Role::CaseOfficer, made).await;
        assert_eq!(
            (made.template.as_str(), made.stage),
            ("electronic_evidence", Stage::Draft)
        );
    }
    let act = Convert {
        act: xa.office.new_act(),
        request: id,
        into: model::convert::Conversion::Assistance,
    };
    let refused = requests::convert(&xa.office, officer, act)
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "CONVERT");
}
