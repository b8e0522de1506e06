//! Refusals, case by case: code and field.

use super::*;
use crate::message::RequestSent;

fn submitted() -> Request {
    drafted(Standing::Complete)
        .submit(&Submit::default(), &by("XA", 1), start())
        .unwrap()
        .0
}

fn approved() -> Request {
    submitted()
        .approve(&approve_act(), &by("XA", 2), start())
        .unwrap()
        .0
}

fn refused(outcome: Outcome) -> (&'static str, Option<String>) {
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

#[test]
fn an_arrival_is_checked() {
    let Effect::Send(Message::Request(sent)) = approved()
        .send(&send_act(), &by("XA", 1), start())
        .unwrap()
        .1
        .remove(0)
    else {
        panic!("no request sent");
    };
    let (xa, xb, xc) = (state("XA"), state("XB"), state("XC"));
    let receive = |sent: &RequestSent, from, home| {
        refused(Request::receive(sent, from, home, digest(9), start())).0
    };
    assert!(Request::receive(&sent, &xa, &xb, digest(9), start()).is_ok());
    assert_eq!(
        receive(&sent, &xc, &xb),
        "WRONG-STATE",
        "sealed by another State"
    );
    assert_eq!(receive(&sent, &xa, &xc), "WRONG-STATE", "not for us");
    let with = |change: fn(&mut RequestSent)| {
        let mut sent = (*sent).clone();
        change(&mut sent);
        receive(&sent, &xa, &xb)
    };
    assert_eq!(
        with(|s| s.re.number = "XA-CA-2026-000001-Z".into()),
        "NUMBER"
    );
    assert_eq!(
        with(|s| s.re.number = Number {
            state: state("XC"),
            authority: authority("ca"),
            year: 2026,
            serial: 1
        }
        .to_string()),
        "NUMBER"
    );
    assert_eq!(with(|s| s.content = json!(null)), "CONTENT-SHAPE");
    assert_eq!(
        with(|s| s.label.releasable_to = Some([].into())),
        "LABEL-RECIPIENT"
    );
    assert_eq!(with(|s| s.label.originator = String::new()), "TOO-LONG");
}

#[test]
fn grounds_and_measures_are_of_the_closed_list() {
    let town = Town::acknowledged(Standing::Complete);
    let b = town.b.unwrap();
    let propose = |act: Refuse| refused(b.propose_refusal(&act, &by("XB", 3), town.now)).0;
    assert_eq!(
        propose(refuse_act(Ground::BankSecrecy)),
        "GROUND-NOT-AVAILABLE"
    );
    assert_eq!(
        propose(refuse_act(Ground::Nationality)),
        "GROUND-NOT-AVAILABLE"
    );
    assert_eq!(
        propose(refuse_act(Ground::NotInConformity)),
        "GROUND-AFTER-INFO"
    );
    assert_eq!(
        propose(Refuse {
            no_consultation: None,
            ..refuse_act(Ground::Persecution)
        }),
        "CONSULTATION-FIRST"
    );
    assert_eq!(
        propose(Refuse {
            measures: vec![2],
            ..refuse_act(Ground::Persecution)
        }),
        "MEASURE-UNKNOWN"
    );
    assert_eq!(
        propose(Refuse {
            reasons: String::new(),
            ..refuse_act(Ground::Persecution)
        }),
        "MISSING"
    );
    assert_eq!(
        refused(b.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), town.now)).0,
        "NO-PROPOSAL"
    );
    let proposed = b
        .propose_refusal(&refuse_act(Ground::Persecution), &by("XB", 3), town.now)
        .unwrap()
        .0;
    let dropped = proposed
        .drop_refusal(
            &DropRefusal {
                reason: "Heard again.".into(),
            },
            &by("XB", 4),
            town.now,
        )
        .unwrap()
        .0;
    assert!(dropped.refusal.is_none());
    assert!(
        dropped
            .accept(&accept_act(), &by("XB", 3), town.now)
            .is_ok()
    );
}

#[test]
fn the_registry_takes_it_sooner_never_later() {
    let mut town = Town::sent(Standing::Complete);
    let b = town.b.clone().unwrap();
    let sooner = Register {
        urgency: Some(Urgency::Urgent),
        ..Register::default()
    };
    assert_eq!(
        b.register(&sooner, &by("XB", 3), town.now)
            .unwrap()
            .0
            .triage,
        Some(Urgency::Urgent)
    );
    let later = Register {
        urgency: Some(Urgency::Normal),
        ..Register::default()
    };
    let urgent = Request {
        urgency: Urgency::Urgent,
        ..b.clone()
    };
    assert_eq!(
        refused(urgent.register(&later, &by("XB", 3), town.now)).0,
        "URGENCY"
    );
    assert_eq!(
        refused(b.acknowledge(&acknowledge_act(), &by("XB", 3), town.now)).0,
        "STAGE"
    );
    let fault = Quarantine {
        fault: "LABEL-RECIPIENT".into(),
    };
    town.b(|r, now| r.quarantine(&fault, &by("XB", 3), now));
    assert_eq!(town.b.unwrap().stage, Stage::Quarantined);
    assert_eq!(
        refused(
            town.a
                .register(&Register::default(), &by("XA", 1), town.now)
        )
        .0,
        "SIDE"
    );
}

#[test]
fn evidence_is_checked() {
    let mut town = Town::acknowledged(Standing::Complete);
    let attach =
        |b: &Request, item: EvidenceItem| b.attach(&Attach { item }, &by("XB", 3), start());
    let good = item(60, start());
    assert_eq!(
        refused(attach(town.b.as_ref().unwrap(), good.clone())).0,
        "STAGE",
        "before execution"
    );
    town.b(|r, now| r.accept(&accept_act(), &by("XB", 3), now));
    town.b(|r, now| r.begin_execution(&Progress::default(), &by("XB", 3), now));
    let b = town.b.clone().unwrap();
    for (bad, code, field) in [
        (
            EvidenceItem {
                title: " ".into(),
                ..good.clone()
            },
            "MISSING",
            "/title",
        ),
        (
            EvidenceItem {
                use_conditions: String::new(),
                ..good.clone()
            },
            "MISSING",
            "/use_conditions",
        ),
        (
            EvidenceItem {
                custody: Vec::new(),
                ..good.clone()
            },
            "CUSTODY",
            "/custody",
        ),
        (
            EvidenceItem {
                custody: vec![custody("collected", start(), 5)],
                ..good.clone()
            },
            "CUSTODY",
            "/custody",
        ),
        (
            EvidenceItem {
                blob: None,
                ..good.clone()
            },
            "EVIDENCE-BYTES",
            "/blob",
        ),
        (
            EvidenceItem {
                size_bytes: u64::MAX,
                ..good.clone()
            },
            "TOO-LONG",
            "/size_bytes",
        ),
        (
            EvidenceItem {
                file_name: "../../etc/passwd".into(),
                ..good.clone()
            },
            "FILE-NAME",
            "/file_name",
        ),
        (
            EvidenceItem {
                file_name: ".hidden".into(),
                ..good.clone()
            },
            "FILE-NAME",
            "/file_name",
        ),
        (
            EvidenceItem {
                file_name: "a\u{202e}gpj.exe".into(),
                ..good.clone()
            },
            "FILE-NAME",
            "/file_name",
        ),
    ] {
        assert_eq!(refused(attach(&b, bad)), (code, Some(field.into())));
    }
    let b = attach(&b, good.clone()).unwrap().0;
    assert_eq!(refused(attach(&b, good.clone())).0, "EVIDENCE-TWICE");
    let b = b.report(&report_act(), &by("XB", 3), start()).unwrap().0;
    let give_back = |custody| {
        let act = ReturnEvidence {
            certificate: "Done.".into(),
            custody,
            ..ReturnEvidence::default()
        };
        b.return_evidence(&act, &by("XB", 3), start())
    };
    assert_eq!(
        refused(give_back(Vec::new())).0,
        "CUSTODY",
        "not marked as sent"
    );
    assert_eq!(
        refused(give_back(vec![(good.id, custody("sent", start(), 0))])).0,
        "CUSTODY",
        "a chain does not begin twice"
    );
    assert_eq!(
        refused(give_back(vec![(
            item(61, start()).id,
            custody("sent", start(), 1)
        )]))
        .0,
        "EVIDENCE-UNKNOWN"
    );
    assert!(give_back(vec![(good.id, custody("sent", start(), 1))]).is_ok());
}

#[test]
fn answers_are_checked() {
    let mut town = Town::acknowledged(Standing::Complete);
    town.b(|r, now| r.ask(&ask_act(), &by("XB", 3), now));
    let answer = |act: Answer| refused(town.a.answer(&act, &by("XA", 1), town.now)).0;
    assert_eq!(answer(Answer::default()), "MISSING");
    assert_eq!(
        answer(Answer {
            items: vec![1],
            ..answer_act()
        }),
        "ITEM-UNKNOWN"
    );
    let change = |pointer: &str, value| Answer {
        changes: vec![Change {
            pointer: pointer.into(),
            value,
        }],
        ..Answer::default()
    };
    assert_eq!(answer(change("measures", json!(1))), "POINTER");
    assert_eq!(answer(change("/measures/7/kind", json!(1))), "POINTER");
    assert_eq!(answer(change("/note", json!("\u{0}"))), "CONTROL-CHARACTER");
    let by_note = Answer {
        note: Some("It is in the annex.".into()),
        items: vec![0],
        ..Answer::default()
    };
    let after = town.a.answer(&by_note, &by("XA", 1), town.now).unwrap().0;
    assert_eq!(after.outstanding().count(), 0);
}
