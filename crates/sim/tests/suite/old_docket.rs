//! An old docket taken over at a real desk: all rows or none, twice changes nothing, and the cases work on from where they stand;
//! requests drafted out of others.

use std::collections::BTreeSet;

use jiff::civil::date;
use model::label::{Class, Label, Tlp};
use model::request::{Edit, Stage};
use model::{Actor, Purpose, RequestId, Role};
use office::docket::{self, Import};
use office::reader::WorklistFilter;
use office::requests::{self, Convert};
use sim::House;

use crate::desk::{content, draft, hire_cleared, holds, ledger_size, town};
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
async fn a_preservation_is_drafted_out_of_a_request_for_assistance() {
    let (_dir, town) = town(94).await;
    let xa = town.house("XA");
    let officer = xa.officer(Role::CaseOfficer);
    let what = draft(&xa.office, of_data());
    let id = requests::draft(&xa.office, officer, what).await.unwrap();
    let request = see(xa, Role::CaseOfficer, id).await;
    let ways = requests::conversions(&request);
    assert_eq!(ways.len(), 1);
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

/// The example, asking for data that can be lost before assistance comes.
fn of_data() -> serde_json::Value {
    let mut content = content();
    content["measures"][0]["kind"] = "subscriber_data".into();
    content
}

/// A draft of the case officer's under a label of its own.
async fn labelled(house: &House, label: Label) -> RequestId {
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    let id = requests::draft(office, officer, draft(office, of_data()))
        .await
        .unwrap();
    let edit = Edit {
        label: Some(label),
        ..Default::default()
    };
    let now = see(house, Role::CaseOfficer, id).await;
    requests::edit(office, officer, on(office, &now, edit))
        .await
        .unwrap();
    id
}

/// Labels of ours, and whether a draft's own loses nothing of each.
fn labels(own: &model::StateCode) -> [(&'static str, bool, Label); 10] {
    let label = |class| {
        let label = Label::own(own, class);
        label.released_to(own, &"XB".parse().unwrap()).unwrap()
    };
    let with = |name, change: fn(&mut Label)| {
        let mut label = label(Class::Confidential);
        change(&mut label);
        (name, name == "looked at again", label)
    };
    [
        ("as a draft has it", true, label(Class::Confidential)),
        ("lower", true, label(Class::Restricted)),
        ("higher", false, label(Class::Secret)),
        with("looked at again", |l| l.review_by = Some(date(2030, 1, 1))),
        with("until a day", |l| l.expires = Some(date(2030, 1, 1))),
        with("the owner's control", |l| l.orcon = true),
        with("a caveat", |l| {
            l.caveats = BTreeSet::from(["EYES".to_owned()])
        }),
        with("the organisation only", |l| l.tlp = Tlp::AmberStrict),
        with("named persons only", |l| l.tlp = Tlp::Red),
        with("one purpose", |l| {
            l.purposes = Some(BTreeSet::from([Purpose::Mla]))
        }),
    ]
}

#[tokio::test]
async fn no_draft_made_out_of_another_loses_what_its_label_asks_for() {
    let (_dir, town) = town(96).await;
    let xa = town.house("XA");
    let (office, officer) = (&xa.office, xa.officer(Role::CaseOfficer));
    let cleared = ("ca", &[Role::CaseOfficer][..], Class::Confidential);
    let junior = hire_cleared(xa, "junior", cleared).await;
    for (name, can, label) in labels(office.state()) {
        let id = labelled(xa, label.clone()).await;
        let request = see(xa, Role::CaseOfficer, id).await;
        let ways = requests::conversions(&request);
        assert_eq!(!ways.is_empty(), can, "{name}: what is offered");
        let into = model::convert::offers(&request.content_now())[0];
        let act = |request| Convert {
            act: office.new_act(),
            request,
            into,
        };
        match requests::convert(office, officer, act(id)).await {
            Ok(made) => {
                assert!(can, "{name}");
                let made = see(xa, Role::CaseOfficer, made).await.label;
                assert_eq!(made.join(&label).class, made.class, "{name}");
            }
            Err(refused) => assert_eq!((refused.code(), can), ("CONVERT", false), "{name}"),
        }
        // Whoever may not read it is told what is told of one that is not there.
        if label.class > Class::Confidential {
            let nowhere = RequestId::new(office.now(), [5; 10]);
            for request in [id, nowhere] {
                let refused = requests::convert(office, &junior, act(request)).await;
                assert_eq!(refused.unwrap_err().code(), "NOT-FOUND", "{name}");
            }
        }
    }
}
