//! The second person, and what stands in its place.

use jiff::civil::date;
use model::request::{
    self, ConfirmRefusal, Ground, SecondSignature, Stage, Standing, UrgencyGround,
};
use model::{OfficerId, Role};
use office::requests::{self, Note, Plain};
use sim::Town;

use crate::desk::{content, handed_in, hire, town};
use crate::first_request::{on, see, send};

#[tokio::test]
async fn nobody_approves_what_their_own_hands_wrote() {
    let (_dir, town) = town(31).await;
    let xa = town.house("XA");
    let office = &xa.office;
    let both = hire(xa, "both", "ca", &[Role::CaseOfficer, Role::Approver]).await;
    let writer = hire(xa, "writer", "ca", &[Role::CaseOfficer, Role::Approver]).await;
    let id = requests::draft(office, &writer, crate::desk::draft(office, content()))
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    // `both` edits and hands in: author, editor and submitter are hands alike.
    let edit = request::Edit {
        content: Some(content()),
        ..request::Edit::default()
    };
    requests::edit(office, &both, on(office, &now, edit))
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let submit = requests::Submit {
        standing: Standing::Consultation,
        reasons: Default::default(),
    };
    let submitter = xa.officer(Role::CaseOfficer);
    requests::submit(office, submitter, on(office, &now, submit))
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    for (who, actor) in [("author", &writer), ("editor", &both)] {
        let refused = requests::approve(office, actor, on(office, &now, Note::default())).await;
        assert_eq!(refused.unwrap_err().code(), "FOUR-EYES", "{who}");
    }
    let refused = requests::approve(office, submitter, on(office, &now, Note::default())).await;
    assert!(refused.is_err(), "submitter");
    let approver = xa.officer(Role::Approver);
    requests::approve(office, approver, on(office, &now, Note::default()))
        .await
        .unwrap();
}

#[tokio::test]
async fn one_officer_alone_sends_with_a_second_office_or_says_that_there_was_none() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::with(dir.path(), 32, vec!["ca".parse().unwrap()])
        .await
        .unwrap();
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let (office, officer) = (&xa.office, xa.officer(Role::CaseOfficer));
    let elsewhere = hire(xa, "elsewhere", "prosecutor", &[Role::Approver]).await;
    let with = handed_in(xa, content(), Standing::Complete).await.unwrap();
    let now = see(xa, Role::CaseOfficer, with).await;
    requests::approve(office, &elsewhere, on(office, &now, Note::default()))
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, with).await;
    requests::send(office, officer, on(office, &now, Plain {}))
        .await
        .unwrap();
    let mut other = content();
    other["title"] = "Another matter altogether".into();
    let without = handed_in(xa, other, Standing::Complete).await.unwrap();
    let now = see(xa, Role::CaseOfficer, without).await;
    requests::send(office, officer, on(office, &now, Plain {}))
        .await
        .unwrap();
    town.settle(100).await.unwrap();
    let seen = see(xb, Role::RegistryOfficer, with).await.second;
    assert!(
        matches!(&seen, Some(SecondSignature::Domestic { authority, .. }) if authority.as_str() == "prosecutor"),
        "{seen:?}"
    );
    let seen = see(xb, Role::RegistryOfficer, without).await.second;
    assert_eq!(
        seen,
        Some(SecondSignature::None),
        "the recipient sees that there was none"
    );
}

#[tokio::test]
async fn a_consultation_draft_is_talked_about_and_not_accepted() {
    let (_dir, town) = town(33).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = handed_in(
        xa,
        serde_json::json!({"title": "Thoughts"}),
        Standing::Consultation,
    )
    .await
    .unwrap();
    send_on(&town, id).await;
    let office = &xb.office;
    let now = see(xb, Role::RegistryOfficer, id).await;
    assert_eq!(now.standing, Standing::Consultation);
    let register = request::Register {
        reference: Some("B-1".to_owned()),
        urgency: None,
    };
    requests::register(
        office,
        xb.officer(Role::RegistryOfficer),
        on(office, &now, register),
    )
    .await
    .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    let accept = request::Accept {
        reasons: "In conformity.".to_owned(),
        conditions: Vec::new(),
    };
    let refused = requests::accept(
        office,
        xb.officer(Role::CaseOfficer),
        on(office, &now, accept),
    )
    .await;
    assert_eq!(refused.unwrap_err().code(), "CONSULTATION-DRAFT");
}

async fn send_on(town: &Town, id: model::RequestId) {
    let xa = town.house("XA");
    let now = see(xa, Role::CaseOfficer, id).await;
    requests::approve(
        &xa.office,
        xa.officer(Role::Approver),
        on(&xa.office, &now, Note::default()),
    )
    .await
    .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    requests::send(
        &xa.office,
        xa.officer(Role::CaseOfficer),
        on(&xa.office, &now, Plain {}),
    )
    .await
    .unwrap();
    town.settle(100).await.unwrap();
}

#[tokio::test]
async fn what_is_urgent_and_incomplete_travels_with_the_heads_reason() {
    let (_dir, town) = town(34).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let head: OfficerId = xa.officer(Role::Approver).officer().unwrap();
    let mut content = content();
    content.as_object_mut().unwrap().remove("legal_basis");
    let standing = Standing::UrgentCompletion {
        by: date(2026, 3, 9),
        ground: UrgencyGround::Evidence,
        head_reason: "The records are erased after ten days.".to_owned(),
        head,
    };
    let id = handed_in(xa, content, standing.clone()).await.unwrap();
    send_on(&town, id).await;
    let seen = see(xb, Role::RegistryOfficer, id).await;
    assert_eq!(seen.standing, standing);
    assert!(
        !seen.asked.is_empty() && seen.asked.iter().all(|a| !a.answered),
        "{:?}",
        seen.asked
    );
}

#[tokio::test]
async fn a_refusal_needs_two_persons() {
    let (_dir, town) = town(35).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let xb = town.house("XB");
    let office = &xb.office;
    let both = hire(xb, "both", "ca", &[Role::CaseOfficer, Role::Approver]).await;
    let now = see(xb, Role::RegistryOfficer, id).await;
    let register = request::Register {
        reference: Some("B-2".to_owned()),
        urgency: None,
    };
    requests::register(
        office,
        xb.officer(Role::RegistryOfficer),
        on(office, &now, register),
    )
    .await
    .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    let acknowledge = request::Acknowledge {
        reference: "B-2".to_owned(),
        officer_function: "Case officer".to_owned(),
        next_date: Some(date(2026, 4, 1)),
        officer: None,
    };
    requests::acknowledge(office, &both, on(office, &now, acknowledge))
        .await
        .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    let refuse = request::Refuse {
        ground: Ground::EssentialInterests,
        reasons: "An investigation of our own would be harmed.".to_owned(),
        measures: Vec::new(),
        sources: Vec::new(),
        no_consultation: Some("Nothing could be arranged.".to_owned()),
    };
    requests::refuse(office, &both, on(office, &now, refuse))
        .await
        .unwrap();
    let now = see(xb, Role::CaseOfficer, id).await;
    assert_ne!(now.stage, Stage::Refused);
    let alone =
        requests::confirm_refusal(office, &both, on(office, &now, ConfirmRefusal::default())).await;
    assert_eq!(alone.unwrap_err().code(), "FOUR-EYES");
    let second = xb.officer(Role::Approver);
    requests::confirm_refusal(office, second, on(office, &now, ConfirmRefusal::default()))
        .await
        .unwrap();
    assert_eq!(see(xb, Role::CaseOfficer, id).await.stage, Stage::Refused);
}

#[tokio::test]
async fn where_the_law_wants_a_judge_nobody_approves_before_one() {
    let (_dir, town) = town(36).await;
    let xa = town.house("XA");
    let office = &xa.office;
    let mut judged = content();
    judged["measures"][0]["kind"] = "bank_monitoring".into();
    let id = handed_in(xa, judged.clone(), Standing::Complete)
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    assert!(now.validation_needed && now.waits_for_judge());
    let approver = xa.officer(Role::Approver);
    let early = requests::approve(office, approver, on(office, &now, Note::default())).await;
    assert_eq!(early.unwrap_err().code(), "VALIDATION");
    let by_approver = requests::validate(office, approver, on(office, &now, Note::default())).await;
    assert_eq!(by_approver.unwrap_err().code(), "NOT-ALLOWED");
    let judge = xa.officer(Role::Judge);
    requests::validate(office, judge, on(office, &now, Note::default()))
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    assert_eq!((now.stage, now.waits_for_judge()), (Stage::Review, false));
    requests::approve(office, approver, on(office, &now, Note::default()))
        .await
        .unwrap();
    // Thoughts to be talked about ask for nothing that a judge could validate; other measures need none.
    for (content, standing) in [
        (judged, Standing::Consultation),
        (content(), Standing::Complete),
    ] {
        let mut content = content;
        content["title"] = format!("{standing:?}").into();
        let id = handed_in(xa, content, standing).await.unwrap();
        assert!(!see(xa, Role::CaseOfficer, id).await.validation_needed);
    }
}

#[tokio::test]
async fn what_triage_raised_is_urgent_for_the_duty_desk_too() {
    let (_dir, town) = town(37).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let xb = town.house("XB");
    let office = &xb.office;
    let duty = xb.officer(Role::DutyOfficer);
    let register = |urgency| request::Register {
        reference: Some("B-1".to_owned()),
        urgency,
    };
    let now = see(xb, Role::RegistryOfficer, id).await;
    let refused = requests::register(office, duty, on(office, &now, register(None))).await;
    assert_eq!(
        refused.unwrap_err().code(),
        "NOT-ALLOWED",
        "it is normal as sent"
    );
    let raised = Some(request::Urgency::Emergency);
    requests::register(
        office,
        xb.officer(Role::RegistryOfficer),
        on(office, &now, register(raised)),
    )
    .await
    .unwrap();
    let urgent = office::reader::WorklistFilter {
        urgency: raised,
        ..Default::default()
    };
    let reader = office.read(duty, model::Purpose::Mla).await.unwrap();
    assert_eq!(reader.worklist(&urgent).await.unwrap().total, 1);
    let now = see(xb, Role::CaseOfficer, id).await;
    assert_eq!(now.urgency, request::Urgency::Normal, "the sender's stays");
    let acknowledge = request::Acknowledge {
        reference: "B-1".to_owned(),
        officer_function: "duty officer".to_owned(),
        next_date: None,
        officer: None,
    };
    requests::acknowledge(office, duty, on(office, &now, acknowledge))
        .await
        .unwrap();
}

#[tokio::test]
async fn no_answer_slips_in_what_a_judge_would_have_to_validate() {
    let (_dir, town) = town(38).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let now = see(xb, Role::RegistryOfficer, id).await;
    let register = request::Register::default();
    let registry = xb.officer(Role::RegistryOfficer);
    requests::register(&xb.office, registry, on(&xb.office, &now, register))
        .await
        .unwrap();
    town.settle(100).await.unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let officer = xa.officer(Role::CaseOfficer);
    let adds = |kind: &str| request::Answer {
        changes: vec![request::Change {
            pointer: "/measures/-".to_owned(),
            value: serde_json::json!({"kind": kind, "object": "The same account"}),
        }],
        ..request::Answer::default()
    };
    let size = crate::desk::ledger_size(&xa.office).await;
    let judged = on(&xa.office, &now, adds("interception"));
    let refused = requests::answer(&xa.office, officer, judged).await;
    assert_eq!(refused.unwrap_err().code(), "VALIDATION");
    assert_eq!(crate::desk::ledger_size(&xa.office).await, size);
    let other = on(&xa.office, &now, adds("company_record"));
    requests::answer(&xa.office, officer, other).await.unwrap();
}
