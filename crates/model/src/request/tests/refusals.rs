//! Refusals, case by case: code and field.

use super::*;

fn submitted() -> Request {
    drafted(Standing::Complete)
        .submit(&Submit::default(), &by("XA", 1), start())
        .unwrap()
        .0
}

pub(super) fn approved() -> Request {
    submitted()
        .approve(&approve_act(), &by("XA", 2), start())
        .unwrap()
        .0
}

pub(super) fn refused(outcome: Outcome) -> (&'static str, Option<String>) {
    let refusal = outcome.unwrap_err();
    (refusal.code, refusal.field)
}

#[test]
fn nobody_approves_what_passed_through_his_hands() {
    let request = submitted();
    assert_eq!(
        refused(request.approve(&approve_act(), &by("XA", 1), start())).0,
        "FOUR-EYES",
        "the author"
    );
    let edit = Edit {
        seen_version: 1,
        urgency: Some(Urgency::Urgent),
        ..Edit::default()
    };
    let edited = drafted(Standing::Complete)
        .edit(&edit, &by("XA", 2), start())
        .unwrap()
        .0;
    let edited = edited
        .submit(&Submit::default(), &by("XA", 3), start())
        .unwrap()
        .0;
    for hand in [1, 2, 3] {
        assert_eq!(
            refused(edited.approve(&approve_act(), &by("XA", hand), start())).0,
            "FOUR-EYES",
            "{hand}"
        );
        assert_eq!(
            refused(edited.validate(&approve_act(), &by("XA", hand), start())).0,
            "FOUR-EYES",
            "{hand}"
        );
    }
    assert!(
        edited
            .approve(&approve_act(), &by("XA", 4), start())
            .is_ok()
    );
    let nobody = By {
        officer: None,
        ..by("XA", 1)
    };
    assert_eq!(
        refused(request.approve(&approve_act(), &nobody, start())).0,
        "PERSON"
    );
    assert_eq!(
        refused(request.approve(&approve_act(), &by("XB", 4), start())).0,
        "NOT-ALLOWED"
    );
}

#[test]
fn sending_needs_approval_of_exactly_this() {
    let by_author = by("XA", 1);
    assert_eq!(
        refused(submitted().send(&send_act(), &by_author, start())).0,
        "NOT-APPROVED"
    );
    assert_eq!(
        refused(drafted(Standing::Complete).send(&send_act(), &by_author, start())).0,
        "STAGE"
    );
    let alone = Send {
        single_officer: true,
        ..send_act()
    };
    assert_eq!(
        refused(drafted(Standing::Complete).send(&alone, &by_author, start())).0,
        "STAGE",
        "alone, it is still handed in first"
    );
    let other = Send {
        content_sha256: digest(2),
        ..send_act()
    };
    assert_eq!(
        refused(approved().send(&other, &by_author, start())).0,
        "CONTENT-CHANGED"
    );
    let hidden = Request {
        label: Label::own(&state("XA"), Class::Official),
        ..approved()
    };
    assert_eq!(
        refused(hidden.send(&send_act(), &by_author, start())).0,
        "LABEL-RECIPIENT"
    );
    let sent = approved().send(&send_act(), &by_author, start()).unwrap().0;
    assert_eq!(
        refused(sent.send(&send_act(), &by_author, start())).0,
        "STAGE"
    );
    assert_eq!(
        refused(sent.edit(
            &Edit {
                seen_version: sent.version,
                ..Edit::default()
            },
            &by_author,
            start()
        ))
        .0,
        "STAGE"
    );
    let consultation = drafted(Standing::Consultation)
        .submit(&Submit::default(), &by_author, start())
        .unwrap()
        .0;
    assert_eq!(
        refused(consultation.send(&send_act(), &by_author, start())).0,
        "NOT-APPROVED",
        "a consultation draft too"
    );
}

#[test]
fn what_is_incomplete_goes_only_as_what_it_is() {
    let block = Findings {
        block: vec![found("MLA-07", "/measures/0/nexus")],
        warn: Vec::new(),
    };
    let submit = Submit {
        findings: block.clone(),
    };
    let act = |standing| drafted(standing).submit(&submit, &by("XA", 1), start());
    assert_eq!(
        refused(act(Standing::Complete)),
        ("BLOCKED", Some("/measures/0/nexus".into()))
    );
    assert!(act(Standing::Consultation).is_ok());
    assert!(act(urgent()).is_ok());
    let send = Send {
        findings: block,
        ..send_act()
    };
    assert_eq!(
        refused(approved().send(&send, &by("XA", 1), start())).0,
        "BLOCKED",
        "the rules may have changed since"
    );
    let warn = Findings {
        block: Vec::new(),
        warn: vec![found("SAF-03", "/assurances")],
    };
    let submit = Submit { findings: warn };
    assert_eq!(
        refused(drafted(Standing::Complete).submit(&submit, &by("XA", 1), start())),
        ("REASON-MISSING", Some("/assurances".into()))
    );
    let accepted = [("SAF-03".to_owned(), "Not sought in this case.".to_owned())].into();
    let edit = Edit {
        seen_version: 1,
        findings_accepted: Some(accepted),
        ..Edit::default()
    };
    let edited = drafted(Standing::Complete)
        .edit(&edit, &by("XA", 1), start())
        .unwrap()
        .0;
    assert!(edited.submit(&submit, &by("XA", 1), start()).is_ok());
}

#[test]
fn urgent_wants_a_reason_of_a_head_and_a_date_to_come() {
    let standing = |by, head_reason: &str, head| Standing::UrgentCompletion {
        by,
        ground: UrgencyGround::Life,
        head_reason: head_reason.into(),
        head,
    };
    let day = date(2026, 3, 12);
    for (standing, code, field) in [
        (
            standing(day, " ", officer(9)),
            "MISSING",
            "/standing/head_reason",
        ),
        (
            standing(day, "x", officer(1)),
            "FOUR-EYES",
            "/standing/head",
        ),
        (
            standing(date(2026, 2, 28), "x", officer(9)),
            "DATE-PAST",
            "/standing/by",
        ),
    ] {
        let outcome = Request::draft(&draft_act(standing), &by("XA", 1), start());
        assert_eq!(refused(outcome), (code, Some(field.into())));
    }
}

#[test]
fn a_judge_comes_first_where_the_law_wants_one() {
    let request = Request {
        validation_needed: true,
        ..submitted()
    };
    assert_eq!(
        refused(request.approve(&approve_act(), &by("XA", 2), start())).0,
        "VALIDATION"
    );
    let alone = Send {
        single_officer: true,
        ..send_act()
    };
    assert_eq!(
        refused(request.send(&alone, &by("XA", 1), start())).0,
        "VALIDATION"
    );
    let validated = request
        .validate(&approve_act(), &by("XA", 5), start())
        .unwrap()
        .0;
    let other = Approve {
        content_sha256: digest(2),
        note: None,
    };
    assert_eq!(
        refused(validated.approve(&other, &by("XA", 2), start())).0,
        "CONTENT-CHANGED"
    );
    let approved = validated
        .approve(&approve_act(), &by("XA", 2), start())
        .unwrap()
        .0;
    let back = ReturnToAuthor {
        reason: "The period is wrong.".into(),
    };
    let back = approved
        .return_to_author(&back, &by("XA", 2), start())
        .unwrap()
        .0;
    assert_eq!(
        (
            back.stage,
            back.approver,
            back.validated_by,
            back.second.clone(),
            back.content_sha256
        ),
        (Stage::Draft, None, None, None, None)
    );
    assert_eq!(
        back.events.len(),
        approved.events.len() + 1,
        "what happened stays written"
    );
}

#[test]
fn drafts_are_checked_for_shape() {
    let act = draft_act(Standing::Complete);
    let try_it = |act: Draft| refused(Request::draft(&act, &by("XA", 1), start()));
    assert_eq!(
        try_it(Draft {
            to: state("XA"),
            ..act.clone()
        })
        .0,
        "SAME-STATE"
    );
    let number = Number {
        state: state("XC"),
        ..act.number.clone()
    };
    assert_eq!(
        try_it(Draft {
            number,
            ..act.clone()
        })
        .0,
        "NUMBER"
    );
    assert_eq!(
        try_it(Draft {
            content: json!([]),
            ..act.clone()
        })
        .0,
        "CONTENT-SHAPE"
    );
    assert_eq!(
        try_it(Draft {
            content: json!({"a": "\u{202e}"}),
            ..act
        })
        .1
        .as_deref(),
        Some("/a")
    );
    let stale = Edit {
        seen_version: 0,
        ..Edit::default()
    };
    assert_eq!(
        refused(drafted(Standing::Complete).edit(&stale, &by("XA", 2), start())).0,
        "STALE"
    );
}
