//! Each track walked on both sides, with its clocks.

use jiff::civil::date;
use serde_json::json;

use super::super::*;
use crate::deadline::{Calendar, Force, Length, Period, Periods};
use crate::request::tests::locks::cleared;
use crate::request::tests::{Town, by, draft_act, refuse_act};
use crate::request::{Draft, Ground, Standing, TakeStep};

/// Both sides of a request of this kind, an officer of the requested State has it.
pub(super) fn town(template: &str, content: serde_json::Value) -> Town {
    let mut town = Town::acknowledged_as(&Draft {
        template: template.to_owned(),
        content,
        ..draft_act(Standing::Complete)
    });
    // What the safeguards want is tested beside them.
    town.b = town.b.as_ref().map(cleared);
    town
}

#[test]
fn a_lock_is_named_before_the_turn() {
    let mut town = town("extradition", json!({}));
    let mut b = town.b.take().unwrap();
    *b.guard = Default::default();
    for step in [
        "grant",
        "fix_surrender",
        "surrender",
        "surrender_temporarily",
    ] {
        let refusal = b
            .take_step(&said(step), &by("XB", 3), town.now)
            .unwrap_err();
        assert_eq!(refusal.code, "SAF-01", "{step}");
    }
}

pub(super) fn said(step: &str) -> TakeStep {
    TakeStep {
        text: Some("As ordered.".to_owned()),
        until: Some(date(2026, 6, 1)),
        amounts: vec![crate::request::Amount {
            what: "Account 0099".to_owned(),
            amount: "1200.50".to_owned(),
            currency: "EUR".to_owned(),
        }],
        purpose: Some(crate::request::Use::Intelligence),
        ..TakeStep::named(step)
    }
}

/// Requested steps are written plainly, the requesting side's with `<`.
fn play(town: &mut Town, story: &[(&str, Phase)]) {
    for (step, phase) in story {
        match step.strip_prefix('<') {
            Some(step) => town.a(|r, now| r.take_step(&said(step), &by("XA", 1), now)),
            None => town.b(|r, now| r.take_step(&said(step), &by("XB", 3), now)),
        }
        let (a, b) = (
            town.a.on_track(),
            town.b.as_ref().and_then(Request::on_track),
        );
        assert_eq!(a.as_ref().map(|on| on.phase), Some(*phase), "{step}");
        assert_eq!(a, b, "{step}");
        assert_eq!(town.both().0, town.both().1, "{step}");
        assert_eq!(town.a.dispute, None, "{step}");
        town.same_clocks();
    }
}

#[test]
#[expect(clippy::too_many_lines, reason = "one story for each track")]
fn each_track_is_walked_by_both_sides() {
    use Phase as P;
    let mut arrest = town("provisional_arrest", json!({}));
    play(
        &mut arrest,
        &[
            ("arrest", P::DocumentsDue),
            ("release", P::ReleasedLapse),
            ("arrest", P::DocumentsDue),
            ("extend", P::DocumentsDue),
            ("documents", P::DocumentsReceived),
            ("hearing", P::JudicialHearing),
            ("court_decision", P::JudicialDecision),
            ("appeal", P::Appeal),
            ("executive_decision", P::ExecutiveDecision),
            ("grant", P::Granted),
            ("fix_surrender", P::SurrenderFixed),
            ("surrender", P::SpecialityActive),
        ],
    );
    assert_eq!(arrest.both().0, Stage::Executed);
    let mut lent = town("extradition", json!({}));
    play(
        &mut lent,
        &[
            ("consent", P::Consents),
            ("grant", P::Granted),
            ("postpone_surrender", P::PostponedSurrender),
            ("surrender_temporarily", P::TemporarySurrender),
            ("<return_person", P::PostponedSurrender),
        ],
    );
    let mut kept = town("electronic_evidence", json!({"subtype": "EE-PRES"}));
    play(
        &mut kept,
        &[
            ("preserve", P::Preserved),
            ("<ask_extension", P::Preserved),
            ("extend", P::Extended),
            ("mla_arrived", P::KeptUntilDecision),
            ("disclose_part", P::KeptUntilDecision),
            ("disclose", P::Disclosed),
        ],
    );
    let mut danger = town("electronic_evidence", json!({"subtype": "emergency"}));
    play(
        &mut danger,
        &[
            ("confirm_emergency", P::Confirmed),
            ("disclose", P::Disclosed),
        ],
    );
    let mut assets = town("asset_freezing", json!({}));
    play(
        &mut assets,
        &[
            ("determine", P::Determination),
            ("freeze", P::Frozen),
            ("freeze", P::Frozen),
            ("review", P::Reviewed),
            ("exempt", P::Exempted),
            ("restrain", P::JudicialRestraint),
            ("unfreeze", P::Unfrozen),
        ],
    );
    let mut team = town("joint_investigation_team", json!({}));
    play(
        &mut team,
        &[
            ("<negotiate", P::Negotiated),
            ("sign", P::Signed),
            ("<sign", P::Signed),
            ("<start", P::Active),
            ("<sign", P::Active),
            ("sign", P::Active),
            ("extend", P::Extended),
            ("end", P::Ended),
            ("<evaluate", P::Evaluated),
        ],
    );
    let mut told = town("spontaneous_information", json!({}));
    play(
        &mut told,
        &[
            ("accept_conditions", P::ConditionsAccepted),
            ("open", P::Opened),
            ("use", P::Used),
            ("feedback", P::FeedbackGiven),
        ],
    );
    let mut dropped = town("transfer_of_proceedings", json!({}));
    dropped.b(|r, now| r.accept(&crate::request::tests::accept_act(), &by("XB", 3), now));
    play(
        &mut dropped,
        &[
            ("open_proceedings", P::ProceedingsOpened),
            ("drop", P::OwnRightRevived),
            ("<resume", P::OwnProsecutionResumed),
        ],
    );
    let mut police = town("police", json!({}));
    play(
        &mut police,
        &[("inform", P::Answered), ("<feedback", P::FeedbackGiven)],
    );
    let mut notice = town("notice", json!({}));
    play(
        &mut notice,
        &[
            ("publish", P::Published),
            ("<review", P::Reviewed),
            ("<cancel", P::Cancelled),
        ],
    );
}

#[test]
fn a_step_out_of_turn_is_refused_by_its_rule() {
    let refused = |town: &Town, step: &str, side: Side| {
        let act = said(step);
        let outcome = match side {
            Side::Incoming => town
                .b
                .as_ref()
                .unwrap()
                .take_step(&act, &by("XB", 3), town.now),
            Side::Outgoing => town.a.take_step(&act, &by("XA", 1), town.now),
        };
        outcome.map(|_| ()).unwrap_err().code
    };
    let told = town("spontaneous_information", json!({}));
    assert_eq!(refused(&told, "open", Side::Incoming), "SPO-04");
    assert_eq!(refused(&told, "use", Side::Incoming), "SPO-04");
    assert_eq!(refused(&told, "open", Side::Outgoing), "SIDE");
    assert_eq!(refused(&told, "arrest", Side::Incoming), "STEP-UNKNOWN");
    assert_eq!(refused(&told, "", Side::Incoming), "MISSING");
    assert_eq!(refused(&told, "levitate", Side::Incoming), "STEP-UNKNOWN");
    assert!(!told.b.as_ref().unwrap().is_open() && told.a.is_open());
    let mut team = town("joint_investigation_team", json!({}));
    play(&mut team, &[("sign", Phase::Signed)]);
    assert_eq!(
        refused(&team, "start", Side::Incoming),
        "JIT-03",
        "one side has signed"
    );
    let mla = town("mla", crate::request::tests::content());
    assert_eq!(refused(&mla, "grant", Side::Incoming), "STEP-UNKNOWN");
    let danger = town("electronic_evidence", json!({"subtype": "EE-EMD"}));
    assert_eq!(refused(&danger, "disclose", Side::Incoming), "EE-08");
    let fixed = town("extradition", json!({}));
    assert_eq!(refused(&fixed, "surrender", Side::Incoming), "STEP");
    let bare = TakeStep::named("grant");
    let b = fixed.b.as_ref().unwrap();
    assert_eq!(
        b.take_step(&bare, &by("XB", 3), fixed.now)
            .unwrap_err()
            .code,
        "MISSING"
    );
    let past = TakeStep {
        until: Some(date(2020, 1, 1)),
        ..said("grant")
    };
    assert_eq!(
        b.take_step(&past, &by("XB", 3), fixed.now)
            .unwrap_err()
            .code,
        "DATE-PAST"
    );
    let ahead = TakeStep {
        on: Some(date(2030, 1, 1)),
        ..said("grant")
    };
    assert_eq!(
        b.take_step(&ahead, &by("XB", 3), fixed.now)
            .unwrap_err()
            .code,
        "DATE-FUTURE"
    );
}

#[test]
fn a_refused_extradition_leaves_the_duty_to_prosecute() {
    let mut town = town("extradition", json!({}));
    town.b(|r, now| r.propose_refusal(&refuse_act(Ground::Persecution), &by("XB", 3), now));
    town.b(|r, now| {
        r.confirm_refusal(
            &crate::request::ConfirmRefusal::default(),
            &by("XB", 4),
            now,
        )
    });
    assert_eq!(town.both(), (Stage::Refused, Stage::Refused));
    let duty = Some(Phase::ProsecuteOrTransfer);
    assert_eq!(town.a.on_track().map(|on| on.phase), duty);
    assert_eq!(town.b.as_ref().unwrap().on_track().map(|on| on.phase), duty);
    let clock = |r: &Request| {
        r.clocks
            .iter()
            .find(|c| c.name == "prosecute_or_transfer")
            .cloned()
    };
    assert!(
        clock(&town.a).is_some_and(|c| c.met.is_none()),
        "it outlives the end"
    );
    play(
        &mut town,
        &[
            ("prosecute", Phase::SubmittedForProsecution),
            ("report_outcome", Phase::OutcomeReported),
        ],
    );
    assert!(clock(&town.a).is_some_and(|c| c.met.is_some()));
}

#[test]
fn measures_move_one_by_one_on_both_sides() {
    use crate::request::{MeasureStage as M, Report};
    let mut town = town("mla", crate::request::tests::content());
    let of = |step: &str, index: usize| TakeStep {
        measures: vec![index],
        ..said(step)
    };
    let states = |town: &Town| {
        let b = town.b.as_ref().unwrap();
        assert_eq!(town.a.measures, b.measures);
        town.a.measures.iter().map(|m| m.stage).collect::<Vec<_>>()
    };
    town.b(|r, now| r.take_step(&of("postpone_measure", 1), &by("XB", 3), now));
    assert_eq!(states(&town), [M::Asked, M::Postponed]);
    town.b(|r, now| r.take_step(&of("accept_measure", 0), &by("XB", 3), now));
    assert_eq!(states(&town), [M::Accepted, M::Postponed]);
    assert_eq!(town.both(), (Stage::PartlyAccepted, Stage::PartlyAccepted));
    let b = town.b.clone().unwrap();
    let refusal = |step, index| {
        b.take_step(&of(step, index), &by("XB", 3), town.now)
            .unwrap_err()
            .code
    };
    assert_eq!(refusal("begin_measure", 1), "MEASURE-STAGE");
    assert_eq!(refusal("begin_measure", 9), "MEASURE-UNKNOWN");
    assert_eq!(refusal("withdraw_measure", 1), "SIDE");
    town.b(|r, now| r.take_step(&of("begin_measure", 0), &by("XB", 3), now));
    town.a(|r, now| r.take_step(&of("withdraw_measure", 1), &by("XA", 1), now));
    assert_eq!(states(&town), [M::InExecution, M::Withdrawn]);
    let report = Report {
        measures: vec![0],
        ..crate::request::tests::report_act()
    };
    town.b(|r, now| r.report_part(&report, &by("XB", 3), now));
    assert_eq!(states(&town), [M::Executed, M::Withdrawn]);
    assert_eq!(
        town.both(),
        (Stage::Executed, Stage::Executed),
        "with the last part all is done"
    );
    town.same_clocks();
}

/// A State's law as the profile of Galdoria has it: five hours east, 18 and 40 days.
fn galdoria() -> (Calendar, Periods) {
    let mut periods = Periods::default();
    for (name, days) in [
        ("provisional_arrest_warning", 18),
        ("provisional_arrest_end", 40),
    ] {
        let period = Period {
            length: Length::Days(days),
            source: "law.requested".into(),
            force: Force::Binding,
        };
        periods.set(name, period);
    }
    (
        Calendar {
            zone: crate::state::Zone::east(300).unwrap(),
            ..Calendar::utc()
        },
        periods,
    )
}

#[test]
fn provisional_arrest_runs_from_the_local_day_and_falls_due_to_lapse() {
    let mut town = town("provisional_arrest", json!({}));
    // 02:00 in Galdoria on the third of April is 21:00 of the second in Greenwich.
    town.now = "2026-04-02T20:00:00Z".parse().unwrap();
    town.b(|r, now| r.take_step(&TakeStep::named("arrest"), &by("XB", 3), now));
    let (calendar, periods) = galdoria();
    let arrested = town.b.clone().unwrap().with_clocks(&calendar, &periods);
    let clock = |r: &Request, name: &str| {
        r.clocks
            .iter()
            .find(|c| c.name == name && c.met.is_none())
            .cloned()
    };
    let (warning, end) = (
        clock(&arrested, "provisional_arrest_warning").unwrap(),
        clock(&arrested, "provisional_arrest_end").unwrap(),
    );
    assert_eq!(calendar.due_date(warning.due), date(2026, 4, 21));
    assert_eq!(calendar.due_date(end.due), date(2026, 5, 13));
    assert_eq!(
        end.alerts(&calendar),
        [
            date(2026, 5, 3),
            date(2026, 5, 8),
            date(2026, 5, 11),
            date(2026, 5, 12)
        ]
    );
    assert_eq!((end.owed_by(), end.force), (Side::Outgoing, Force::Binding));
    let before = "2026-05-13T18:59:59Z".parse().unwrap();
    let after = "2026-05-13T19:00:00Z".parse().unwrap();
    assert_eq!(arrested.phase_at(before), Some(Phase::DocumentsDue));
    assert_eq!(arrested.phase_at(after), Some(Phase::LapseDue));
    let extend = TakeStep {
        until: Some(date(2026, 5, 20)),
        ..said("extend")
    };
    let longer = arrested
        .take_step(&extend, &by("XB", 3), after)
        .unwrap()
        .0
        .with_clocks(&calendar, &periods);
    assert_eq!(longer.phase_at(after), Some(Phase::DocumentsDue));
    assert_eq!(
        calendar.due_date(clock(&longer, "provisional_arrest_end").unwrap().due),
        date(2026, 5, 20)
    );
    let freed = arrested
        .take_step(&said("release"), &by("XB", 3), after)
        .unwrap()
        .0
        .with_clocks(&calendar, &periods);
    assert_eq!(freed.phase_at(after), Some(Phase::ReleasedLapse));
    assert_eq!(clock(&freed, "provisional_arrest_end"), None);
    let again = freed
        .take_step(&said("arrest"), &by("XB", 3), after)
        .unwrap()
        .0
        .with_clocks(&calendar, &periods);
    assert_eq!(
        calendar.due_date(clock(&again, "provisional_arrest_end").unwrap().due),
        date(2026, 6, 23),
        "re-arrest stays possible"
    );
}

#[test]
fn an_arrest_of_unknown_length_has_no_guessed_clock() {
    let mut town = town("provisional_arrest", json!({}));
    town.b(|r, now| r.take_step(&TakeStep::named("arrest"), &by("XB", 3), now));
    assert!(
        town.a
            .clocks
            .iter()
            .all(|c| !c.name.starts_with("provisional_arrest"))
    );
}

#[test]
fn preservation_counts_from_execution_and_ends_when_the_request_comes() {
    let mut town = town("electronic_evidence", json!({"subtype": "preservation"}));
    town.now = "2026-05-02T08:00:00Z".parse().unwrap();
    let act = TakeStep {
        on: Some(date(2026, 5, 1)),
        ..TakeStep::named("preserve")
    };
    town.b(|r, now| r.take_step(&act, &by("XB", 3), now));
    let calendar = crate::request::tests::calendar();
    let clock = town
        .a
        .clocks
        .iter()
        .find(|c| c.name == "preservation")
        .unwrap()
        .clone();
    assert_eq!(calendar.due_date(clock.due), date(2026, 6, 30));
    assert_eq!(clock.alerts(&calendar), [date(2026, 6, 15)]);
    assert_eq!(town.both().0, Stage::InExecution);
    play(&mut town, &[("mla_arrived", Phase::KeptUntilDecision)]);
    assert!(
        town.a
            .clocks
            .iter()
            .any(|c| c.name == "preservation" && c.met.is_some())
    );
}

#[test]
fn targets_of_the_other_side_are_its_own_affair() {
    let town = town("mla", crate::request::tests::content());
    let seen = |side, publishes| -> Vec<&str> {
        let clocks = town.a.clocks.iter();
        clocks
            .filter(|c| c.is_shown_to(side, publishes))
            .map(|c| c.name.as_str())
            .collect()
    };
    assert_eq!(
        seen(Side::Outgoing, false),
        ["next_news"],
        "what was promised is shown"
    );
    assert!(seen(Side::Outgoing, true).contains(&"decision"));
    assert!(seen(Side::Incoming, false).contains(&"registration"));
    let late = "2027-01-01T00:00:00Z".parse().unwrap();
    assert!(
        town.a.clocks.iter().all(|c| !c.overdue(late)),
        "only what binds is overdue"
    );
    let treaty = Periods::default().under(
        "RMLA-CONV",
        &[("decision", Length::Days(30)), ("ack", Length::Days(7))],
    );
    let bound = town.a.wind(&crate::request::tests::calendar(), &treaty);
    let decision = bound.iter().find(|c| c.name == "decision").unwrap();
    assert!(decision.overdue(late) && decision.is_shown_to(Side::Outgoing, false));
    assert_eq!(decision.source, "RMLA-CONV");
}
