//! The walk of one request on both sides, in three standings, with the same clocks on both.

use super::*;

fn clock<'a>(request: &'a Request, name: &str) -> &'a Clock {
    request
        .clocks
        .iter()
        .find(|clock| clock.name == name)
        .unwrap_or_else(|| panic!("no clock {name}"))
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story, told in order")]
fn a_complete_request_from_draft_to_closed() {
    let mut town = Town::acknowledged(Standing::Complete);
    assert_eq!(town.both(), (Stage::Acknowledged, Stage::Acknowledged));
    assert_eq!(town.a.their_reference.as_deref(), Some("XB/26/0044"));
    assert!(clock(&town.a, "ack").met.is_some());
    town.same_clocks();

    town.b(|r, now| r.ask(&ask_act(), &by("XB", 3), now));
    assert_eq!(town.both(), (Stage::InfoRequested, Stage::InfoRequested));
    assert!(clock(&town.a, "decision").paused.is_some());
    assert_eq!(town.a.outstanding().count(), 1);
    town.same_clocks();

    town.now += SignedDuration::from_hours(48);
    town.a(|r, now| r.answer(&answer_act(), &by("XA", 1), now));
    assert_eq!(town.both(), (Stage::Acknowledged, Stage::Acknowledged));
    let b = town.b.clone().unwrap();
    assert_eq!(b.outstanding().count(), 0);
    assert_eq!(b.content, content(), "what was sent stays frozen");
    assert_eq!(
        b.content_now()["measures"][0]["period"]["from"],
        "2025-08-01"
    );
    assert_eq!(b.content_now(), town.a.content_now());
    assert!(clock(&b, "decision").paused_total_s > 48 * 3600);
    town.same_clocks();

    town.b(|r, now| r.accept(&accept_act(), &by("XB", 3), now));
    town.b(|r, now| r.begin_execution(&Progress::default(), &by("XB", 3), now));
    town.b(|r, now| {
        r.progress(
            &Progress {
                note: Some("Waiting for the district court.".into()),
            },
            &by("XB", 3),
            now,
        )
    });
    town.b(|r, now| {
        r.report_part(
            &Report {
                measures: vec![0],
                ..report_act()
            },
            &by("XB", 3),
            now,
        )
    });
    assert_eq!(town.both(), (Stage::PartlyExecuted, Stage::PartlyExecuted));
    assert_eq!(town.a.measures, town.b.as_ref().unwrap().measures);
    assert_eq!(town.a.measures[0].stage, MeasureStage::Executed);
    assert_eq!(town.a.measures[1].stage, MeasureStage::InExecution);
    town.b(|r, now| r.report(&report_act(), &by("XB", 3), now));
    town.b(|r, now| {
        r.attach(
            &Attach {
                item: item(50, now),
            },
            &by("XB", 3),
            now,
        )
    });
    let id = item(50, start()).id;
    town.b(|r, now| {
        let act = ReturnEvidence {
            certificate: "Executed.".into(),
            custody: vec![(id, custody("sent", now, 9))],
            ..ReturnEvidence::default()
        };
        r.return_evidence(&act, &by("XB", 3), now)
    });
    assert_eq!(town.both(), (Stage::ReturnSent, Stage::ReturnSent));
    assert_eq!(town.a.evidence.len(), 1);
    assert_eq!(
        town.a.evidence[0].blob, None,
        "the bytes are elsewhere until they are here"
    );
    town.same_clocks();

    let refusal = town.a.confirm_return(&by("XA", 1), town.now).unwrap_err();
    assert_eq!(refusal.code, "EVIDENCE-UNCHECKED");
    town.a(|r, now| {
        let act = OpenEvidence {
            id,
            ok: true,
            blob: Some(digest(50)),
            custody: vec![custody("verified", now, 10)],
        };
        r.open_evidence(&act, &by("XA", 1), now)
    });
    town.a(|r, now| r.confirm_return(&by("XA", 1), now));
    assert_eq!(town.both(), (Stage::ReturnReceived, Stage::ReturnReceived));
    assert!(
        town.b.as_ref().unwrap().evidence[0]
            .verified
            .as_ref()
            .unwrap()
            .ok
    );
    assert!(clock(&town.a, "return").met.is_some());
    town.same_clocks();

    town.a(|r, now| r.close(&Close::default(), &by("XA", 1), now));
    assert_eq!(town.both(), (Stage::Closed, Stage::Closed));
    town.same_clocks();
    assert_eq!(
        (
            town.a.dispute.as_ref(),
            town.b.as_ref().unwrap().dispute.as_ref()
        ),
        (None, None)
    );
    let file = File {
        reason_code: "retention".into(),
    };
    let by_worker = By {
        officer: None,
        ..by("XA", 1)
    };
    assert_eq!(
        town.a.archive(&file, &by_worker, town.now).unwrap().0.stage,
        Stage::Archived
    );
}

#[test]
fn a_consultation_draft_is_talked_about_and_never_decided() {
    let mut town = Town::acknowledged(Standing::Consultation);
    assert!(!town.a.clocks.iter().any(|clock| clock.name == "decision"));
    let b = town.b.clone().unwrap();
    assert_eq!(
        b.accept(&accept_act(), &by("XB", 3), town.now)
            .unwrap_err()
            .code,
        "CONSULTATION-DRAFT"
    );
    let refuse = refuse_act(Ground::EssentialInterests);
    assert_eq!(
        b.propose_refusal(&refuse, &by("XB", 3), town.now)
            .unwrap_err()
            .code,
        "CONSULTATION-DRAFT"
    );
    town.b(|r, now| r.ask(&ask_act(), &by("XB", 3), now));
    assert_eq!(town.both(), (Stage::InfoRequested, Stage::InfoRequested));
    town.b(|r, now| r.close(&Close::default(), &by("XB", 3), now));
    assert_eq!(town.both(), (Stage::Closed, Stage::Closed));
}

#[test]
fn an_urgent_request_is_completed_by_its_date() {
    let mut town = Town::acknowledged(urgent());
    let b = town.b.clone().unwrap();
    assert_eq!(b.standing, urgent(), "the head's reason travels");
    assert_eq!(
        b.outstanding().next().unwrap().code,
        "MLA-08",
        "what is owed is asked already"
    );
    assert_eq!(
        calendar().due_date(clock(&b, "completion").due),
        date(2026, 3, 12)
    );
    town.b(|r, now| r.accept(&accept_act(), &by("XB", 3), now));
    assert!(clock(&town.a, "completion").met.is_none());
    town.a(|r, now| r.answer(&answer_act(), &by("XA", 1), now));
    assert_eq!(
        town.both(),
        (Stage::Accepted, Stage::Accepted),
        "it came without being asked again"
    );
    assert!(clock(&town.a, "completion").met.is_some());
    town.same_clocks();
}

#[test]
fn a_part_is_refused_by_two_persons_and_the_rest_accepted() {
    let mut town = Town::acknowledged(Standing::Complete);
    let part = Refuse {
        measures: vec![1],
        ..refuse_act(Ground::EssentialInterests)
    };
    town.b(|r, now| r.propose_refusal(&part, &by("XB", 3), now));
    assert_eq!(
        town.both(),
        (Stage::Acknowledged, Stage::Acknowledged),
        "nothing travels yet"
    );
    let b = town.b.clone().unwrap();
    assert_eq!(
        b.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 3), town.now)
            .unwrap_err()
            .code,
        "FOUR-EYES"
    );
    assert_eq!(
        b.accept(&accept_act(), &by("XB", 3), town.now)
            .unwrap_err()
            .code,
        "REFUSAL-PENDING"
    );
    town.b(|r, now| r.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), now));
    assert_eq!(town.both(), (Stage::PartlyAccepted, Stage::PartlyAccepted));
    assert_eq!(town.a.measures[0].stage, MeasureStage::Accepted);
    assert_eq!(town.a.measures[1].stage, MeasureStage::Refused);
    town.b(|r, now| r.begin_execution(&Progress::default(), &by("XB", 3), now));
    town.b(|r, now| r.report(&report_act(), &by("XB", 3), now));
    assert_eq!(
        town.a.measures[1].stage,
        MeasureStage::Refused,
        "refused stays refused"
    );
    assert_eq!(town.a.measures, town.b.as_ref().unwrap().measures);
}

#[test]
fn a_refusal_after_consultation() {
    let mut town = Town::acknowledged(Standing::Complete);
    let without = Refuse {
        no_consultation: None,
        ..refuse_act(Ground::DeathPenalty)
    };
    let refused = |town: &Town| {
        town.b
            .as_ref()
            .unwrap()
            .propose_refusal(&without, &by("XB", 3), town.now)
    };
    assert_eq!(refused(&town).unwrap_err().code, "GROUND-AFTER-CONDITION");
    town.b(|r, now| {
        r.consult(
            &Ask {
                answer_by: None,
                ..ask_act()
            },
            &by("XB", 3),
            now,
        )
    });
    assert_eq!(town.both(), (Stage::Consultation, Stage::Consultation));
    assert!(clock(&town.a, "decision").paused.is_none());
    town.same_clocks();
    town.a(|r, now| r.answer(&answer_act(), &by("XA", 1), now));
    assert_eq!(town.both(), (Stage::Acknowledged, Stage::Acknowledged));
    town.b(|r, now| {
        r.postpone(
            &Postpone {
                reasons: "Own trial.".into(),
                review_by: None,
            },
            &by("XB", 3),
            now,
        )
    });
    assert!(clock(&town.a, "review").met.is_none());
    town.same_clocks();
    town.b(|r, now| r.propose_refusal(&without, &by("XB", 3), now));
    town.b(|r, now| r.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), now));
    assert_eq!(town.both(), (Stage::Refused, Stage::Refused));
    assert!(clock(&town.a, "decision").met.is_some());
    town.same_clocks();
    town.a(|r, now| r.close(&Close::default(), &by("XA", 1), now));
    assert_eq!(town.both(), (Stage::Closed, Stage::Closed));
}

#[test]
fn one_officer_alone_sends_without_a_second_signature_and_says_so() {
    let mut town = Town::new(Standing::Complete);
    town.a(|r, now| r.submit(&Submit::default(), &by("XA", 1), now));
    assert_eq!(
        town.a
            .send(&send_act(), &by("XA", 1), town.now)
            .unwrap_err()
            .code,
        "NOT-APPROVED"
    );
    town.a(|r, now| {
        r.send(
            &Send {
                single_officer: true,
                ..send_act()
            },
            &by("XA", 1),
            now,
        )
    });
    assert_eq!(town.b.as_ref().unwrap().second, Some(SecondSignature::None));
}

#[test]
fn messages_twice_late_and_unknown() {
    let mut town = Town::acknowledged(Standing::Complete);
    let xb = state("XB");
    let b = town.b.clone().unwrap();
    let (t1, t2) = (town.tick(), town.tick());
    let (b, ask) = b.ask(&ask_act(), &by("XB", 3), t1).unwrap();
    let (_, accept) = b.accept(&accept_act(), &by("XB", 3), t2).unwrap();
    let message = |effects: &[Effect]| {
        effects.iter().find_map(|effect| match effect {
            Effect::Send(message) => Some(message.clone()),
            Effect::Receipt(_) => None,
        })
    };
    let (ask, accept) = (message(&ask).unwrap(), message(&accept).unwrap());
    let now = town.tick();
    let before = town.a.events.len();
    let a = town.a.apply(&xb, &accept, digest(201), now).unwrap().0;
    let a = a.apply(&xb, &ask, digest(202), now).unwrap().0;
    assert_eq!(a.stage, Stage::Accepted, "what they did last decides");
    assert_eq!(a.asked.len(), 1, "what came late is still read");
    assert_eq!(a.events.len(), before + 2);
    for (message, envelope) in [(&ask, 202), (&ask, 203), (&accept, 204), (&accept, 201)] {
        assert_eq!(
            a.apply(&xb, message, digest(envelope), now).unwrap(),
            (a.clone(), Vec::new()),
            "twice"
        );
    }
    let unknown: Message =
        serde_json::from_value(json!({"kind": "Delegated", "to": "fiu"})).unwrap();
    let a = a.apply(&xb, &unknown, digest(205), now).unwrap().0;
    let event = a.events.last().unwrap();
    assert_eq!(
        (event.verb.as_str(), event.text.as_deref()),
        ("message.unknown", Some("Delegated"))
    );
    assert_eq!(a.stage, Stage::Accepted);
    assert_eq!(
        a.apply(&state("XC"), &ask, digest(206), now)
            .unwrap_err()
            .code,
        "WRONG-STATE"
    );
    let theirs = Message::Withdrawn {
        re: ask.re().unwrap(),
        reason: "not theirs to say".into(),
    };
    let a = a.apply(&xb, &theirs, digest(207), now).unwrap().0;
    assert_eq!(
        (a.stage, a.events.last().unwrap().verb.as_str()),
        (Stage::Accepted, "message.unexpected")
    );
}

#[test]
fn nobody_moves_what_is_the_other_sides() {
    let town = Town::acknowledged(Standing::Complete);
    let b = town.b.clone().unwrap();
    let re = Re {
        request: b.id,
        number: b.number.clone(),
        at: town.now,
        authority: authority("ca"),
    };
    let received = Message::ReturnReceived {
        re: re.clone(),
        verified: Vec::new(),
    };
    let after = b
        .apply(&state("XA"), &received, digest(210), town.now)
        .unwrap()
        .0;
    assert_eq!(after.stage, Stage::Acknowledged);
    let closed = Message::Closed {
        re: re.clone(),
        note: None,
    };
    let after = b
        .apply(&state("XA"), &closed, digest(211), town.now)
        .unwrap()
        .0;
    assert_eq!(
        (after.stage, after.dispute.as_deref()),
        (Stage::Acknowledged, Some("request.closed"))
    );
    let after = town
        .a
        .apply(&state("XB"), &closed, digest(212), town.now)
        .unwrap()
        .0;
    assert_eq!(
        (after.stage, after.dispute.as_deref()),
        (Stage::Acknowledged, Some("request.closed"))
    );
    // Both end it at once, each in its own way: the first one counts, on both sides.
    let (withdrawn, _) = town
        .a
        .withdraw(
            &Withdraw {
                reason: "Found at home.".into(),
            },
            &by("XA", 1),
            town.now,
        )
        .unwrap();
    let refused = Message::Refused {
        re,
        ground: Ground::EssentialInterests,
        reasons: "x".into(),
    };
    let after = withdrawn
        .apply(&state("XB"), &refused, digest(213), town.now)
        .unwrap()
        .0;
    assert_eq!(
        (after.stage, after.dispute.as_deref()),
        (Stage::Withdrawn, None)
    );
}

#[test]
fn a_clock_of_theirs_that_runs_ahead_is_cut_to_ours() {
    let town = Town::sent(Standing::Complete);
    let ahead = town.now + SignedDuration::from_hours(24 * 365);
    let re = Re {
        request: town.a.id,
        number: town.a.number.clone(),
        at: ahead,
        authority: authority("ca"),
    };
    let a = town
        .a
        .apply(
            &state("XB"),
            &Message::Registered {
                re,
                reference: None,
            },
            digest(220),
            town.now,
        )
        .unwrap()
        .0;
    assert_eq!(a.events.last().unwrap().at, town.now);
}
