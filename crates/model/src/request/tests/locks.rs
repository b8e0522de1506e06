//! The locks: what each step waits for, and that nothing else opens it.

use proptest::prelude::*;

use super::refusals::refused;
use super::*;
use crate::Kind;
use crate::basis::{Catalogue, Tri};
use crate::rules::content::Node;

fn day() -> jiff::civil::Date {
    date(2026, 3, 3)
}

/// A case of a kind at XB, acknowledged there.
pub(super) fn case(kind: Kind, content: Value) -> Request {
    let mut request = Town::acknowledged(Standing::Complete).b.unwrap();
    request.template = kind.code().to_owned();
    request.content = content;
    request
}

pub(super) fn answer(safeguard: Safeguard, choice: Choice) -> SafeguardAct {
    let sheet = match safeguard {
        Safeguard::FairTrial => TrialPoint::ALL.iter().map(|p| (*p, choice)).collect(),
        _ => Default::default(),
    };
    SafeguardAct::Answer(Reply {
        safeguard,
        choice,
        reasons: "As the file shows throughout.".into(),
        sources: vec!["File note 12".into()],
        sheet,
    })
}

pub(super) fn noted(request: &Request, act: &SafeguardAct) -> Result<Request, Refusal> {
    let who = by("XB", 3);
    let record = request
        .guard
        .record
        .note(act, &request.guard.law, (&who, start()))?;
    let mut next = request.clone();
    next.guard.record = record;
    Ok(next)
}

/// Every question answered so that it stands in nobody's way.
pub(in crate::request) fn cleared(request: &Request) -> Request {
    Safeguard::ALL.iter().fold(request.clone(), |request, one| {
        noted(&request, &answer(*one, one.clear())).unwrap()
    })
}

fn assurance(givers: &[Giver], binds: &[Power], kind: AssuranceKind) -> SafeguardAct {
    SafeguardAct::Assure(EnterAssurance {
        promise: Promise {
            kind,
            givers: givers.iter().copied().collect(),
            given_by: "As signed".into(),
            binds: binds.iter().copied().collect(),
            text: "It will not be sought, imposed or carried out.".into(),
            given_on: date(2026, 3, 1),
            expires: None,
            monitoring: vec![date(2026, 9, 1)],
        },
    })
}

fn lock_codes(request: &Request, step: &str) -> Vec<&'static str> {
    request
        .locked_by(step, start())
        .into_iter()
        .map(|refusal| refusal.code)
        .collect()
}

const BOUND: [Power; 3] = [Power::Prosecutor, Power::Court, Power::Pardon];
const GRANT_STEPS: [&str; 6] = [
    "step.grant",
    "step.fix_surrender",
    "step.surrender",
    "step.surrender_temporarily",
    "request.accepted",
    "request.executed",
];

#[test]
fn a_request_without_its_record_hands_nobody_over() {
    let bare = case(Kind::Extradition, json!({}));
    for step in GRANT_STEPS {
        let codes = lock_codes(&bare, step);
        for code in [
            "SAF-01", "SAF-02", "SAF-04", "SAF-05", "SAF-07", "SAF-08", "SAF-10",
        ] {
            assert!(codes.contains(&code), "{step}: {code} in {codes:?}");
        }
    }
    let (code, field) = refused(bare.accept(&accept_act(), &by("XB", 3), start()));
    assert_eq!(code, "SAF-01");
    assert_eq!(field.as_deref(), Some("/safeguards/death_penalty"));
    // What only keeps somebody in place waits for none of it.
    for step in [
        "arrested",
        "judicial_hearing",
        "request.refused",
        "request.postponed",
    ] {
        assert_eq!(lock_codes(&bare, step), [""; 0], "{step}");
    }
    assert!(
        case(Kind::ProvisionalArrest, json!({}))
            .locked("request.accepted", start())
            .is_ok()
    );
    assert!(
        case(Kind::ProvisionalArrest, json!({}))
            .locked("step.surrender", start())
            .is_err()
    );
}

#[test]
fn each_row_of_the_table_locks_by_itself() {
    for (safeguard, kind, gate, open_locks) in locks() {
        let mut request = case(kind, json!({}));
        // The law as harsh as it gets for questions that turn on it.
        request.guard.law.dual_criminality = true;
        request.guard.law.capital = Tri::No;
        request.guard.law.life = Tri::No;
        let step = match gate {
            Gate::Grant => "step.grant",
            Gate::Surrender => "step.surrender",
            Gate::Accept => "request.accepted",
            Gate::HandOver => "evidence.returned",
            Gate::End => continue,
        };
        let clear = cleared(&request);
        assert_eq!(
            lock_codes(&clear, step),
            [""; 0],
            "{safeguard} {kind} {gate}"
        );
        let wrong = match safeguard.clear() {
            Choice::Yes => Choice::No,
            _ => Choice::Yes,
        };
        let locked = noted(&clear, &answer(safeguard, wrong)).unwrap();
        assert_eq!(
            lock_codes(&locked, step),
            [safeguard.rule()],
            "{safeguard} {kind} {gate}"
        );
        let mut open = noted(&clear, &answer(safeguard, Choice::Open)).unwrap();
        open.guard.law.capital = if open_locks { Tri::Unknown } else { Tri::No };
        open.guard.law.life = open.guard.law.capital;
        let expected = open_locks && safeguard != Safeguard::CapitalUse;
        assert_eq!(
            lock_codes(&open, step).contains(&safeguard.rule()),
            expected,
            "{safeguard} {kind} {gate} open"
        );
    }
}

#[test]
fn who_cannot_bind_all_three_opens_nothing() {
    let mut request = cleared(&case(Kind::Extradition, json!({})));
    request.guard.law.capital = Tri::Yes;
    request.guard.law.life = Tri::Yes;
    // The officer said no; the law says yes.
    assert_eq!(lock_codes(&request, "step.grant"), ["SAF-01", "SAF-02"]);
    let death = AssuranceKind::DeathNotSought;
    let poor: [(&[Giver], &[Power]); 4] = [
        (&[Giver::ForeignMinistry], &BOUND),
        (&[Giver::Embassy, Giver::ForeignMinistry], &BOUND),
        (
            &[Giver::ProsecutorGeneral],
            &[Power::Prosecutor, Power::Court],
        ),
        (&[Giver::Government], &[]),
    ];
    for (givers, binds) in poor {
        let with = noted(&request, &assurance(givers, binds, death)).unwrap();
        assert!(
            lock_codes(&with, "step.grant").contains(&"SAF-01"),
            "{givers:?}"
        );
    }
    let joint = [Giver::ProsecutorGeneral, Giver::PardonAuthority];
    let with = noted(&request, &assurance(&joint, &BOUND, death)).unwrap();
    assert_eq!(lock_codes(&with, "step.grant"), ["SAF-02"]);
    let with = noted(&with, &assurance(&joint, &BOUND, AssuranceKind::LifeReview)).unwrap();
    for step in GRANT_STEPS {
        assert_eq!(lock_codes(&with, step), [""; 0], "{step}");
    }
    let look = SafeguardAct::Look(LookAt {
        assurance: 0,
        on: date(2026, 3, 2),
        text: "The prosecutor asked for death.".into(),
        broken: true,
    });
    let broken = noted(&with, &look).unwrap();
    assert_eq!(
        lock_codes(&broken, "step.surrender"),
        ["SAF-01"],
        "a broken word binds nobody"
    );
    assert_eq!(
        with.guard.record.assurances[0].next_look(),
        Some(date(2026, 9, 1))
    );
}

#[test]
fn an_expired_assurance_opens_nothing() {
    let mut request = cleared(&case(Kind::Extradition, json!({})));
    request.guard.law.capital = Tri::Yes;
    let mut act = assurance(
        &[Giver::Government],
        &BOUND,
        AssuranceKind::DeathNotCarriedOut,
    );
    if let SafeguardAct::Assure(enter) = &mut act {
        enter.promise.expires = Some(date(2026, 3, 1));
    }
    let with = noted(&request, &act).unwrap();
    assert_eq!(lock_codes(&with, "step.grant"), ["SAF-01"]);
    let register = &with.guard.record.assurances;
    assert!(super::super::assurance::death_is_excluded(
        register,
        date(2026, 3, 1)
    ));
    assert!(!super::super::assurance::death_is_excluded(register, day()));
}

#[test]
fn what_a_request_offers_opens_nothing_until_it_is_entered() {
    let offered = json!({"assurances": [
        {"kind": "death_not_sought", "giver": "government", "given_by": "Council of Ministers",
         "binds": ["prosecutor", "court", "pardon"], "text": "Never.", "date": "2026-03-01", "monitoring": ["2026-09-01"]},
        {"kind": "made_up", "text": "?"},
    ]});
    let mut request = cleared(&case(Kind::Extradition, offered.clone()));
    request.guard.law.capital = Tri::Yes;
    assert_eq!(lock_codes(&request, "step.grant"), ["SAF-01"]);
    let promises = Promise::offered(Node::root(&offered));
    assert_eq!(promises.len(), 1);
    let entered = SafeguardAct::Assure(EnterAssurance {
        promise: promises[0].clone(),
    });
    let request = noted(&request, &entered).unwrap();
    assert_eq!(lock_codes(&request, "step.grant"), [""; 0]);
}

#[test]
fn the_political_ground_is_locked_by_our_own_finding_only() {
    let mut request = case(
        Kind::Extradition,
        json!({"offences": [{"category": "terrorist_financing"}], "political": "no"}),
    );
    request.guard.law.bars = vec![Bar {
        instrument: "FINANCING-1999".into(),
        article: "14".into(),
    }];
    let act = refuse_act(Ground::PoliticalOffence);
    let propose = |request: &Request| request.propose_refusal(&act, &by("XB", 3), start());
    assert!(propose(&request).is_ok(), "their label alone locks nothing");
    let finding = |instrument: &str, within| {
        SafeguardAct::Subsume(Subsume {
            instrument: instrument.into(),
            article: "2".into(),
            within,
            reasons: "Money was collected for attacks on civilians.".into(),
        })
    };
    assert_eq!(
        noted(&request, &finding("BOMBINGS-1997", true))
            .unwrap_err()
            .code,
        "INSTRUMENT-NOT-BINDING"
    );
    let found = noted(&request, &finding("FINANCING-1999", true)).unwrap();
    let refusal = propose(&found).unwrap_err();
    assert_eq!(refusal.code, "GROUND-LOCKED");
    assert_eq!(refusal.args["instrument"], "FINANCING-1999");
    assert_eq!(refusal.args["article"], "14");
    assert_eq!(
        (
            refusal.args["resolution"].as_str(),
            refusal.args["paragraph"].as_str()
        ),
        ("S/RES/2322 (2016)", "10")
    );
    // Proposed before it was found: the second person meets the lock.
    let mut proposed = propose(&request).unwrap().0;
    proposed.guard = found.guard.clone();
    let confirm = proposed.confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), start());
    assert_eq!(confirm.unwrap_err().code, "GROUND-LOCKED");
    // Another finding on the same instrument takes the first one's place; a court's decision outweighs both.
    let taken_back = noted(&found, &finding("FINANCING-1999", false)).unwrap();
    assert!(propose(&taken_back).is_ok());
    let court = SafeguardAct::Court(CourtDecides {
        court: "Court of Appeal".into(),
        reference: "12/26".into(),
        on: date(2026, 3, 1),
        political: true,
    });
    assert!(propose(&noted(&found, &court).unwrap()).is_ok());
    assert!(propose(&cleared(&noted(&found, &court).unwrap())).is_ok());
}

#[test]
fn persecution_is_reasoned_and_sourced_and_never_disabled() {
    let request = case(Kind::Extradition, json!({}));
    let propose = |act: Refuse| {
        request
            .propose_refusal(&act, &by("XB", 3), start())
            .map_err(|refusal| (refusal.code, refusal.field.unwrap_or_default()))
    };
    let good = Refuse {
        no_consultation: None,
        ..refuse_act(Ground::Persecution)
    };
    let with = |change: fn(&mut Refuse)| {
        let mut act = good.clone();
        change(&mut act);
        propose(act).unwrap_err()
    };
    assert_eq!(with(|a| a.reasons.clear()), ("SAF-06", "/reasons".into()));
    assert_eq!(
        with(|a| a.reasons = "Persecution.".into()),
        ("SAF-06", "/reasons".into())
    );
    assert_eq!(with(|a| a.sources.clear()), ("SAF-06", "/sources".into()));
    assert_eq!(
        with(|a| a.sources = vec![" - ".into()]),
        ("SAF-06", "/sources".into())
    );
    assert_eq!(
        with(|_| ()),
        ("CONSULTATION-FIRST", "/no_consultation".into())
    );
}

#[test]
fn a_refused_extradition_is_not_ended_without_the_duty() {
    let refused_case = |kind| {
        let request = case(kind, json!({}));
        let act = Refuse {
            ground: Ground::Torture,
            ..refuse_act(Ground::Torture)
        };
        let proposed = request
            .propose_refusal(&act, &by("XB", 3), start())
            .unwrap()
            .0;
        proposed
            .confirm_refusal(&ConfirmRefusal::default(), &by("XB", 4), start())
            .unwrap()
            .0
    };
    let request = refused_case(Kind::Extradition);
    assert!(request.owes_prosecution());
    let close = |request: &Request| request.close(&Close::default(), &by("XB", 3), start());
    assert_eq!(close(&request).unwrap_err().code, "PROSECUTE-OR-TRANSFER");
    // The door of the other side.
    let message = Message::Closed {
        re: Re {
            authority: authority("ca"),
            at: start() + SignedDuration::from_hours(90),
            ..request.re(&by("XB", 3))
        },
        note: None,
    };
    let told = request
        .apply(
            &state("XA"),
            &message,
            digest(200),
            start() + SignedDuration::from_hours(91),
        )
        .unwrap()
        .0;
    assert_eq!(
        told.stage,
        Stage::Refused,
        "who asked does not end our duty"
    );
    let duty = SafeguardAct::Duty(Duty {
        outcome: DutyOutcome::Submitted,
        reference: "Prosecutor 7/26".into(),
        reasons: "Given to the prosecutor of the capital.".into(),
    });
    let met = noted(&told, &duty).unwrap();
    assert_eq!(close(&met).unwrap().0.stage, Stage::Closed);
    let other = refused_case(Kind::Mla);
    assert!(!other.owes_prosecution());
    assert!(close(&other).is_ok());
}

#[test]
fn answers_say_why_and_from_what() {
    let request = case(Kind::Extradition, json!({}));
    let with = |change: fn(&mut Reply)| {
        let mut reply = Reply {
            safeguard: Safeguard::FairTrial,
            choice: Choice::Yes,
            reasons: "Observed by the embassy throughout.".into(),
            sources: vec!["Report 3".into()],
            sheet: TrialPoint::ALL.iter().map(|p| (*p, Choice::Yes)).collect(),
        };
        change(&mut reply);
        let refusal = noted(&request, &SafeguardAct::Answer(reply)).err();
        refusal.map(|refusal| (refusal.code, refusal.field.unwrap_or_default()))
    };
    let refusal = |code, field: &str| Some((code, field.to_owned()));
    assert_eq!(with(|_| ()), None);
    assert_eq!(
        with(|r| r.reasons = "Fine".into()),
        refusal("TOO-SHORT", "/reasons")
    );
    assert_eq!(with(|r| r.sources.clear()), refusal("MISSING", "/sources"));
    assert_eq!(
        with(|r| {
            r.sheet.remove(&TrialPoint::Counsel);
        }),
        refusal("SAF-10", "/sheet")
    );
    assert_eq!(
        with(|r| {
            r.sheet.insert(TrialPoint::Counsel, Choice::Open);
        }),
        refusal("SAF-10", "/sheet")
    );
    assert_eq!(
        with(|r| {
            r.sheet.insert(TrialPoint::Counsel, Choice::No);
        }),
        refusal("SAF-10", "/sheet"),
        "a hole in the sheet is no fair trial"
    );
    let worker = By {
        officer: None,
        ..by("XB", 3)
    };
    let act = answer(Safeguard::Asylum, Choice::No);
    let by_machine = Safeguards::default().note(&act, &Law::default(), (&worker, start()));
    assert_eq!(by_machine.unwrap_err().code, "PERSON");
}

#[test]
fn nothing_of_the_record_is_written_with_the_request() {
    let mut request = case(Kind::Extradition, json!({}));
    let bare = serde_json::to_string(&request).unwrap();
    request = noted(&request, &answer(Safeguard::Asylum, Choice::Yes)).unwrap();
    assert_eq!(serde_json::to_string(&request).unwrap(), bare);
}

#[test]
fn the_law_is_read_from_profiles_and_never_guessed() {
    let directory = crate::state::demo(day()).unwrap();
    let profile = |code: &str| directory.state(&state(code)).unwrap().clone();
    let catalogue = Catalogue::universal();
    let (xa, xb) = (profile("XA"), profile("XB"));
    let deadly = json!({"offences": [{"category": "terrorist_bombing", "deaths": 6}]});
    let request = case(Kind::Extradition, deadly);
    let law = |from, to| Law::of(&request, (from, to), &catalogue, day());
    assert_eq!(law(Some(&xb), &xa).capital, Tri::Yes);
    assert_eq!(law(Some(&xa), &xb).capital, Tri::No);
    assert_eq!(law(Some(&xb), &xb).capital, Tri::No, "capital here too");
    assert_eq!(law(None, &xa).capital, Tri::Unknown);
    assert!(law(None, &xa).bars.is_empty());
    assert!(law(Some(&xb), &xa).dual_criminality);
}

proptest! {
    /// Whatever is answered, in whatever order: handing over waits until every question in the table has its answer.
    #[test]
    fn no_order_of_answers_opens_a_lock_early(answers in proptest::collection::vec((proptest::sample::select(Safeguard::ALL), proptest::sample::select(Choice::ALL)), 0..40)) {
        let mut request = case(Kind::Extradition, json!({}));
        request.guard.law.capital = Tri::Yes;
        for (safeguard, choice) in answers {
            if let Ok(next) = noted(&request, &answer(safeguard, choice)) {
                request = next;
            }
            for step in GRANT_STEPS {
                prop_assert!(lock_codes(&request, step).contains(&"SAF-01"), "no answer replaces the assurance");
            }
            let hold = request.guard.record.answer(Safeguard::Asylum) != Choice::No;
            prop_assert_eq!(lock_codes(&request, "step.surrender").contains(&"SAF-05"), hold);
        }
    }
}
