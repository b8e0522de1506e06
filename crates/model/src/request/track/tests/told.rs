//! What the other node tells by message binds no further than what it could have done itself.

use jiff::civil::{Date, date};
use serde_json::json;

use super::super::*;
use super::walks::{said, town};
use crate::deadline::Periods;
use crate::message::{Message, Re};
use crate::request::TakeStep;
use crate::request::tests::{Town, authority, by, calendar, state};

impl Town {
    /// XB's node tells of a step that its own Comity would have refused.
    fn told(&mut self, step: TakeStep) {
        let now = self.tick();
        let re = Re {
            request: self.a.id,
            number: self.a.number.clone(),
            at: now,
            authority: authority("ca"),
        };
        let message = Message::Step {
            re,
            step: Box::new(step),
        };
        let envelope = self.envelope();
        let heard = self.a.apply(&state("XB"), &message, envelope, now);
        self.a = heard
            .unwrap()
            .0
            .with_clocks(&calendar(), &Periods::default());
    }

    /// Last day of the clock that runs under this name with XA.
    fn ends(&self, name: &str) -> Option<Date> {
        let mut clocks = self.a.clocks.iter();
        let running = clocks.find(|clock| clock.name == name && clock.met.is_none());
        running.map(|clock| calendar().due_date(clock.due))
    }

    fn phase(&self) -> Phase {
        self.a.on_track().unwrap().phase
    }
}

fn until(step: &str, day: Date) -> TakeStep {
    TakeStep {
        until: Some(day),
        ..said(step)
    }
}

#[test]
fn a_team_that_one_side_signed_does_not_begin_because_it_says_so() {
    let mut town = town("joint_investigation_team", json!({}));
    town.b(|r, now| r.take_step(&said("sign"), &by("XB", 3), now));
    town.told(said("start"));
    assert_eq!((town.phase(), town.ends("jit_end")), (Phase::Signed, None));
    town.a(|r, now| r.take_step(&said("sign"), &by("XA", 1), now));
    town.told(said("start"));
    assert_eq!(town.phase(), Phase::Active);
    assert_eq!(town.ends("jit_end"), Some(date(2026, 6, 1)));
    town.told(until("extend", date(2026, 12, 1)));
    assert_eq!(town.phase(), Phase::Active, "nobody signed the addendum");
    assert_eq!(town.ends("jit_end"), Some(date(2026, 6, 1)));
}

#[test]
fn nobody_shortens_what_the_other_side_keeps_by_extending_it() {
    let mut town = town("electronic_evidence", json!({"subtype": "preservation"}));
    town.b(|r, now| r.take_step(&TakeStep::named("preserve"), &by("XB", 3), now));
    let ends = town.ends("preservation").unwrap();
    let sooner = ends.saturating_sub(jiff::Span::new().days(20));
    let later = ends.saturating_add(jiff::Span::new().days(20));
    town.told(until("extend", sooner));
    assert_eq!(town.ends("preservation"), Some(ends));
    town.told(until("extend", later));
    assert_eq!(town.ends("preservation"), Some(later));
}
