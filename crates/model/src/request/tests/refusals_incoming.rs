//! Refusals on the requested side, and of answers and evidence: code and field.

use super::refusals::{approved, refused};
use super::*;
use crate::message::RequestSent;

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
        "SAF-06"
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
#[expect(clippy::too_many_lines, reason = "a table of cases")]
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
