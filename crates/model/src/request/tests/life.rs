//! Random lives: any verbs by anybody in any order, messages in any order and twice. What must never happen does not.

use proptest::prelude::*;

use super::*;

/// Lives are led on every track.
const TEMPLATES: &[&str] = &[
    "mla",
    "extradition",
    "provisional_arrest",
    "transfer_of_proceedings",
    "asset_freezing",
    "electronic_evidence",
    "spontaneous_information",
    "joint_investigation_team",
    "police",
    "notice",
];
/// Verbs from this one on are steps of the track or on measures.
const STEPS_FROM: u8 = 31;

/// One thing somebody tries; the numbers choose who and what.
#[derive(Debug, Clone, Copy)]
struct Try {
    side: bool,
    verb: u8,
    who: u8,
    deliver: u8,
}

fn tries() -> impl Strategy<Value = Vec<Try>> {
    let one = (any::<bool>(), 0_u8..48, 1_u8..5, any::<u8>());
    proptest::collection::vec(
        one.prop_map(|(side, verb, who, deliver)| Try {
            side,
            verb,
            who,
            deliver,
        }),
        1..60,
    )
}

/// A verb that fits where the request stands, so that lives get far; ends stay rare.
fn likely(request: &Request, choice: u8) -> u8 {
    let fitting: &[u8] = match (request.side, request.stage) {
        (Side::Outgoing, Stage::Draft) => &[0, 0, 0, 30],
        (Side::Outgoing, Stage::Review) => &[1, 2, 2, 2, 3, 4],
        (Side::Outgoing, Stage::Approved) => &[4, 4, 4, 3],
        (Side::Outgoing, Stage::ReturnSent | Stage::PartlyExecuted) => &[25],
        (Side::Outgoing, Stage::ReturnReceived | Stage::Refused) => &[7],
        (Side::Outgoing, _) => &[6],
        (Side::Incoming, Stage::Delivered) => &[10],
        (Side::Incoming, Stage::Registered) => &[12],
        (Side::Incoming, Stage::Acknowledged) => &[13, 14, 15, 15, 15, 17, 18, 19],
        (Side::Incoming, Stage::InfoRequested | Stage::Consultation | Stage::Postponed) => {
            &[14, 15, 17, 18, 19]
        }
        (Side::Incoming, Stage::Accepted | Stage::PartlyAccepted) => &[13, 20, 20],
        (Side::Incoming, Stage::InExecution | Stage::PartlyExecuted) => &[13, 21, 22, 23, 24],
        (Side::Incoming, Stage::Executed) => &[24, 24, 7],
        (Side::Incoming, _) => &[7],
    };
    fitting[usize::from(choice) % fitting.len()]
}

/// A step that the track offers; now and then one on measures, or one that is not its turn.
fn any_step(request: &Request, one: Try) -> TakeStep {
    let all: Vec<&str> = steps()
        .map(|(_, step)| step.code())
        .filter(|c| !c.is_empty())
        .collect();
    let offered = request.next_steps();
    let choice = usize::from(one.verb) + usize::from(one.deliver);
    let step = match offered.get(choice % offered.len().max(1)) {
        Some(step) if one.deliver.is_multiple_of(3) => step.code(),
        _ => all[choice * 7 % all.len()],
    };
    TakeStep {
        text: Some("t".into()),
        until: Some(date(2026, 12, 1)),
        purpose: Some(Use::Intelligence),
        amounts: vec![Amount {
            what: "Account".into(),
            ..Amount::default()
        }],
        measures: vec![usize::from(one.who % 2)],
        ..TakeStep::named(step)
    }
}

#[expect(clippy::too_many_lines, reason = "one arm for each verb")]
fn attempt(request: &Request, one: Try, now: Timestamp) -> Outcome {
    let by = by(request.home().as_str(), one.who);
    let note = Progress {
        note: Some("n".into()),
    };
    if one.verb >= STEPS_FROM && !request.stage.is_unsent() {
        return request.take_step(&any_step(request, one), &by, now);
    }
    let verb = if one.deliver.is_multiple_of(3) {
        one.verb
    } else {
        likely(request, one.verb)
    };
    match verb {
        0 => request.submit(&Submit::default(), &by, now),
        1 => request.validate(&approve_act(), &by, now),
        2 | 27 => request.approve(&approve_act(), &by, now),
        3 => request.return_to_author(&ReturnToAuthor { reason: "r".into() }, &by, now),
        4 | 28 => request.send(
            &Send {
                single_officer: one.deliver < 16,
                ..send_act()
            },
            &by,
            now,
        ),
        5 => request.withdraw(&Withdraw { reason: "r".into() }, &by, now),
        6 => request.answer(&answer_act(), &by, now),
        7 => request.close(&Close::default(), &by, now),
        8 => request.archive(
            &File {
                reason_code: "r".into(),
            },
            &by,
            now,
        ),
        9 => request.lapse(
            &File {
                reason_code: "r".into(),
            },
            &by,
            now,
        ),
        10 | 26 => request.register(&Register::default(), &by, now),
        11 => request.quarantine(&Quarantine { fault: "f".into() }, &by, now),
        12 | 29 => request.acknowledge(
            &Acknowledge {
                next_date: None,
                ..acknowledge_act()
            },
            &by,
            now,
        ),
        13 => request.ask(
            &Ask {
                answer_by: None,
                ..ask_act()
            },
            &by,
            now,
        ),
        14 => request.consult(
            &Ask {
                answer_by: None,
                ..ask_act()
            },
            &by,
            now,
        ),
        15 | 16 => request.accept(&accept_act(), &by, now),
        17 => request.postpone(
            &Postpone {
                reasons: "r".into(),
                review_by: None,
            },
            &by,
            now,
        ),
        18 => request.propose_refusal(&refuse_act(Ground::EssentialInterests), &by, now),
        19 => request.confirm_refusal(&ConfirmRefusal::default(), &by, now),
        20 => request.begin_execution(&Progress::default(), &by, now),
        21 => request.progress(&note, &by, now),
        22 => request.report_part(
            &Report {
                measures: vec![0],
                ..report_act()
            },
            &by,
            now,
        ),
        23 => request.report(&report_act(), &by, now),
        24 => request.return_evidence(
            &ReturnEvidence {
                certificate: "c".into(),
                ..ReturnEvidence::default()
            },
            &by,
            now,
        ),
        25 => request.confirm_return(&by, now),
        _ => request.edit(
            &Edit {
                seen_version: request.version,
                ..Edit::default()
            },
            &by,
            now,
        ),
    }
}

/// What holds between any request and what became of it in one step.
fn holds(before: &Request, after: &Request) -> Result<(), TestCaseError> {
    prop_assert!(
        after.events.starts_with(&before.events),
        "events are only appended"
    );
    prop_assert!(after.version >= before.version);
    prop_assert_eq!(
        (&after.id, &after.number, &after.from, &after.to),
        (&before.id, &before.number, &before.from, &before.to)
    );
    if before.stage == Stage::Closed {
        prop_assert!(
            matches!(after.stage, Stage::Closed | Stage::Archived),
            "no way back"
        );
    }
    if before.stage.is_over() {
        prop_assert!(after.stage.is_over());
    }
    if !before.stage.is_unsent() {
        prop_assert_eq!(&after.content, &before.content, "frozen");
        prop_assert_eq!(after.content_sha256, before.content_sha256);
        prop_assert!(!after.stage.is_unsent());
    }
    for event in after.events.iter().skip(before.events.len()) {
        let who = event.by.officer;
        prop_assert!(who.is_some() || event.envelope.is_some() || event.by.role.is_some());
        if event.verb == "request.approved" {
            prop_assert!(
                who.is_some_and(|who| !before.hands().contains(&who)),
                "four eyes"
            );
        }
        if event.verb == "request.refused" && before.side == Side::Incoming {
            prop_assert!(
                who != before.refusal.as_ref().map(|proposal| proposal.by),
                "four eyes"
            );
        }
        if event.verb == "request.sent" {
            let approved = after.approver.is_some() && after.second != Some(SecondSignature::None);
            prop_assert!(
                approved || after.second == Some(SecondSignature::None),
                "approval, or said that there was none"
            );
        }
    }
    if after.stage.is_over() && before.side == Side::Outgoing && before.has_happened("request.sent")
    {
        prop_assert_eq!(&after.content, &before.content, "ending deletes nothing");
    }
    Ok(())
}

/// What each side saw, for a person who reads a failure.
fn story(a: &Request, b: &Request) -> String {
    let lines = |side: &Request| -> String {
        let event = |e: &Event| format!("  {} {} {} > {}\n", e.at, e.by.state, e.verb, e.stage_to);
        side.events.iter().map(event).collect()
    };
    format!(
        "\nrequesting side:\n{}requested side:\n{}",
        lines(a),
        lines(b)
    )
}

/// The decision clock stands still only while what was asked for is waited for.
fn clocks_hold(request: &Request) -> Result<(), TestCaseError> {
    let stopped = request.clocks.iter().any(|clock| clock.paused.is_some());
    if stopped {
        prop_assert!(request.has_happened("request.info_requested"));
    }
    for event in &request.events {
        prop_assert!(
            event_verbs().contains(event.verb.as_str()),
            "{}",
            event.verb
        );
    }
    for clock in &request.clocks {
        prop_assert!(
            CLOCK_NAMES.contains(&clock.name.as_str())
                && CLOCK_SOURCES.contains(&clock.source.as_str())
        );
        prop_assert!(clock.paused_total_s >= 0);
        prop_assert!(
            clock.due >= clock.started || clock.name == "completion" || clock.name == "answer"
        );
        if clock.paused.is_some() || clock.paused_total_s > 0 {
            prop_assert_eq!(clock.name.as_str(), "decision");
        }
    }
    Ok(())
}

/// The two sides and the post between them, which shuffles and repeats.
struct Post {
    town: Town,
    to_a: Vec<(Message, Digest)>,
    to_b: Vec<(Message, Digest)>,
    all_to_a: Vec<(Message, Digest)>,
}

impl Post {
    fn act(&mut self, one: Try) -> Result<(), TestCaseError> {
        let now = self.town.tick();
        let request = if one.side {
            Some(&self.town.a)
        } else {
            self.town.b.as_ref()
        };
        let Some(before) = request.cloned() else {
            return Ok(());
        };
        let Ok((after, effects)) = attempt(&before, one, now) else {
            return Ok(());
        };
        holds(&before, &after)?;
        let after = after.with_clocks(&calendar(), &Periods::default());
        clocks_hold(&after)?;
        for effect in effects {
            let Effect::Send(message) = effect else {
                continue;
            };
            let envelope = self.town.envelope();
            if one.side {
                self.to_b.push((message, envelope));
            } else {
                self.to_a.push((message.clone(), envelope));
                self.all_to_a.push((message, envelope));
            }
        }
        if one.side {
            self.town.a = after;
        } else {
            self.town.b = Some(after);
        }
        Ok(())
    }

    /// Hands over one waiting message, not always the oldest, not always once.
    fn deliver(&mut self, choice: u8, again: bool) -> Result<(), TestCaseError> {
        let now = self.town.tick();
        let choice = usize::from(choice);
        if !self.to_b.is_empty() && choice.is_multiple_of(2) {
            let index = if self.town.b.is_some() {
                choice / 2 % self.to_b.len()
            } else {
                0
            };
            let (message, envelope) = self.to_b[index].clone();
            if !again {
                self.to_b.remove(index);
            }
            self.town.b = match (&self.town.b, &message) {
                (None, Message::Request(sent)) => {
                    let (b, _) =
                        Request::receive(sent, &state("XA"), &state("XB"), envelope, now).unwrap();
                    self.town.a = self
                        .town
                        .a
                        .receipted(ReceiptKind::R3, envelope, now, now)
                        .unwrap()
                        .0;
                    Some(b)
                }
                (None, _) => None,
                (Some(before), message) => {
                    let (after, effects) =
                        before.apply(&state("XA"), message, envelope, now).unwrap();
                    prop_assert!(effects.is_empty());
                    holds(before, &after)?;
                    Some(after)
                }
            };
        } else if !self.to_a.is_empty() {
            let index = choice / 2 % self.to_a.len();
            let (message, envelope) = self.to_a[index].clone();
            if !again {
                self.to_a.remove(index);
            }
            let (after, effects) = self
                .town
                .a
                .apply(&state("XB"), &message, envelope, now)
                .unwrap();
            prop_assert!(effects.is_empty());
            holds(&self.town.a, &after)?;
            self.town.a = after;
        }
        Ok(())
    }
}

fn live(tries: &[Try], standing: Standing) -> Result<Post, TestCaseError> {
    let draft = Draft {
        template: TEMPLATES[tries.len() % TEMPLATES.len()].into(),
        ..draft_act(standing)
    };
    let town = if tries.len().is_multiple_of(3) {
        Town::begun(&draft)
    } else {
        Town::acknowledged_as(&draft)
    };
    let mut post = Post {
        town,
        to_a: Vec::new(),
        to_b: Vec::new(),
        all_to_a: Vec::new(),
    };
    for one in tries {
        post.act(*one)?;
        if !one.deliver.is_multiple_of(4) {
            post.deliver(one.deliver / 4, one.deliver.is_multiple_of(8))?;
        }
    }
    Ok(post)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, max_shrink_iters: 2000, ..ProptestConfig::default() })]

    #[test]
    fn random_lives_keep_the_rules(tries in tries(), kind in 0_u8..3) {
        let standing = match kind {
            0 => Standing::Complete,
            1 => Standing::Consultation,
            _ => urgent(),
        };
        let consultation = standing == Standing::Consultation;
        let mut post = live(&tries, standing)?;
        // In the end all of the post arrives, and then all of it once more.
        while !post.to_a.is_empty() || !post.to_b.is_empty() {
            post.deliver(u8::from(post.to_b.is_empty()), false)?;
        }
        let settled = post.town.a.clone();
        for (message, envelope) in &post.all_to_a {
            let (again, _) = settled.apply(&state("XB"), message, *envelope, post.town.now).unwrap();
            prop_assert_eq!(&again, &settled, "twice changes nothing");
        }
        for request in [Some(&post.town.a), post.town.b.as_ref()].into_iter().flatten() {
            if consultation {
                prop_assert!(!request.has_happened("request.accepted") && !request.has_happened("request.refused"));
            }
            let ids: std::collections::BTreeSet<_> = request.events.iter().map(|event| event.id).collect();
            prop_assert_eq!(ids.len(), request.events.len(), "event ids are unique");
            let text = serde_json::to_string(request).unwrap();
            prop_assert_eq!(&serde_json::from_str::<Request>(&text).unwrap(), request, "stored and read again");
        }
    }

    #[test]
    fn both_sides_end_alike_whatever_the_order(tries in tries()) {
        let mut post = live(&tries, Standing::Complete)?;
        while !post.to_a.is_empty() || !post.to_b.is_empty() {
            post.deliver(u8::from(post.to_b.is_empty()), false)?;
        }
        if let Some(b) = &post.town.b {
            let (a, b) = (&post.town.a, b);
            // What a side files or puts aside by itself it does not tell.
            let alone = [a, b].iter().any(|r| r.has_happened("request.archived") || r.has_happened("request.quarantined"));
            if !alone {
                prop_assert_eq!(a.stage, b.stage, "{}", story(a, b));
                prop_assert_eq!((&a.dispute, &b.dispute), (&None, &None), "{}", story(a, b));
                prop_assert_eq!(&a.content_now(), &b.content_now());
                prop_assert_eq!(a.wind(&calendar(), &Periods::default()), b.wind(&calendar(), &Periods::default()), "{}", story(a, b));
                prop_assert_eq!(a.on_track(), b.on_track(), "{}", story(a, b));
                prop_assert_eq!(&a.measures, &b.measures, "{}", story(a, b));
            }
            for request in [a, b] {
                prop_assert_eq!(request.fold().stage, request.stage);
            }
        }
    }
}
