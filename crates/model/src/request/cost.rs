//! What executing a request costs and who bears it (UNTOC 18(28)): ordinary costs are the requested State's and are noted;
//! what is substantial or extraordinary is proposed before it arises, and the requesting State agrees or declines.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::life::person;
use super::{Effect, Outcome, Request, Side, check};
use crate::actor::By;
use crate::code::coded;
use crate::limits;
use crate::message::Message;
use crate::refusal::Refusal;

coded! {
    /// Of what nature a cost is.
    pub enum CostKind {
        /// In the ordinary course: borne by the requested State unless otherwise agreed.
        Ordinary = "ordinary",
        /// Substantial or extraordinary: the States consult first.
        Extraordinary = "extraordinary",
    }
}

coded! {
    /// Who bears a cost.
    pub enum Bearer {
        /// The requested State.
        Requested = "requested",
        /// The requesting State.
        Requesting = "requesting",
        /// Both, as they say in words.
        Shared = "shared",
    }
}

coded! {
    /// Where a cost stands between the two.
    pub enum CostStage {
        /// Noted; nothing is asked of the other State.
        Noted = "noted",
        /// Proposed to the requesting State.
        Proposed = "proposed",
        /// The requesting State agrees.
        Agreed = "agreed",
        /// The requesting State declines.
        Declined = "declined",
    }
}

/// A cost, as whoever executes the request puts it down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteCost {
    /// The measure it arises from, by position; none for the request as a whole.
    #[serde(default)]
    pub measure: Option<usize>,
    /// Of what nature.
    pub kind: CostKind,
    /// For what, and how it is divided where both bear it.
    pub what: String,
    /// How much, as a decimal number.
    pub amount: String,
    /// Currency (ISO 4217).
    pub currency: String,
    /// Who bears it, or is asked to.
    pub bearer: Bearer,
}

/// The requesting State's answer to a proposed cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerCost {
    /// Which, by position among the costs of the request.
    pub cost: usize,
    /// Whether it agrees.
    pub agreed: bool,
    /// In words.
    #[serde(default)]
    pub note: Option<String>,
}

/// A cost of a request, as both sides keep what was proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cost {
    /// Its position; the same on both sides.
    pub number: usize,
    /// What was put down.
    #[serde(flatten)]
    pub noted: NoteCost,
    /// Where it stands.
    pub stage: CostStage,
    /// What the requesting State said to it.
    #[serde(default)]
    pub answer: Option<String>,
}

impl NoteCost {
    pub(super) fn check(&self, measures: usize) -> Result<(), Refusal> {
        check::required("/what", &self.what, limits::NOTE_CHARS_MAX)?;
        check::required("/amount", &self.amount, limits::REFERENCE_CHARS_MAX)?;
        let (whole, part) = self.amount.split_once('.').unwrap_or((&self.amount, "0"));
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
        if !digits(whole) || !digits(part) {
            return Err(Refusal::new("AMOUNT").at("/amount"));
        }
        if self.currency.len() != 3 || !self.currency.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(Refusal::new("CURRENCY").at("/currency"));
        }
        match self.measure {
            Some(measure) if measure >= measures => {
                Err(Refusal::new("MEASURE-UNKNOWN").at("/measure"))
            }
            _ => Ok(()),
        }
    }
}

impl Request {
    /// Puts a cost down; an extraordinary one is proposed to the requesting State.
    ///
    /// # Errors
    /// `SIDE`, `STAGE` once it is over, `AMOUNT`, `CURRENCY`, `MEASURE-UNKNOWN`, `MISSING`, `TOO-LONG`, `TOO-MANY`, `PERSON`.
    pub fn note_cost(&self, act: &NoteCost, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Incoming)?;
        person(by)?;
        act.check(self.measures.len())?;
        self.may_cost()?;
        let proposes = act.kind == CostKind::Extraordinary;
        let verb = if proposes {
            "cost.proposed"
        } else {
            "cost.noted"
        };
        let mut next = self.note(verb, self.ours(by, now).text(&said(act)))?;
        let stage = if proposes {
            CostStage::Proposed
        } else {
            CostStage::Noted
        };
        let cost = next.put_cost(self.costs.len(), act, stage);
        let effects = match proposes {
            true => vec![Effect::Send(Message::CostProposed {
                re: next.re(by),
                cost: Box::new(cost),
            })],
            false => Vec::new(),
        };
        Ok((next, effects))
    }

    /// Answers a proposed cost, as the requesting State.
    ///
    /// # Errors
    /// `SIDE`, `STAGE` where nothing waits for an answer, `TOO-LONG`, `PERSON`.
    pub fn answer_cost(&self, act: &AnswerCost, by: &By, now: Timestamp) -> Outcome {
        self.only(Side::Outgoing)?;
        person(by)?;
        let note = act.note.as_deref().unwrap_or_default();
        check::optional("/note", note, limits::NOTE_CHARS_MAX)?;
        let waits =
            |cost: &&super::Cost| cost.number == act.cost && cost.stage == CostStage::Proposed;
        if !self.costs.iter().any(|cost| waits(&cost)) {
            return Err(Refusal::new("STAGE")
                .with("verb", verb_of(act.agreed))
                .with("stage", self.stage));
        }
        let mut next = self.note(verb_of(act.agreed), self.ours(by, now).text(note))?;
        next.take_cost_answer(act);
        let told = Message::CostAnswered {
            re: next.re(by),
            answer: act.clone(),
        };
        Ok((next, vec![Effect::Send(told)]))
    }

    fn may_cost(&self) -> Result<(), Refusal> {
        check::at_most("/costs", self.costs.len() + 1, limits::COSTS_MAX)?;
        if self.stage.is_over() || self.stage.is_unsent() {
            return Err(Refusal::new("STAGE")
                .with("verb", "cost.noted")
                .with("stage", self.stage));
        }
        Ok(())
    }

    fn put_cost(&mut self, number: usize, noted: &NoteCost, stage: CostStage) -> Cost {
        let cost = Cost {
            number,
            noted: noted.clone(),
            stage,
            answer: None,
        };
        self.costs.push(cost.clone());
        cost
    }

    /// What the other side proposed; the same cost again changes nothing.
    pub(super) fn take_cost(&mut self, cost: &Cost) {
        let known = self.costs.iter().any(|held| held.number == cost.number);
        if !known && self.costs.len() < limits::COSTS_MAX {
            self.costs.push(Cost {
                stage: CostStage::Proposed,
                answer: None,
                ..cost.clone()
            });
        }
    }

    /// What was answered to a proposed cost; a second answer changes nothing.
    pub(super) fn take_cost_answer(&mut self, answer: &AnswerCost) {
        let waiting =
            |cost: &&mut Cost| cost.number == answer.cost && cost.stage == CostStage::Proposed;
        if let Some(cost) = self.costs.iter_mut().find(waiting) {
            cost.stage = match answer.agreed {
                true => CostStage::Agreed,
                false => CostStage::Declined,
            };
            cost.answer.clone_from(&answer.note);
        }
    }

    /// The sum of the costs that stand, by currency and bearer, in hundredths: what was declined is none of them.
    #[must_use]
    pub fn cost_sums(&self) -> std::collections::BTreeMap<(String, Bearer), u128> {
        let mut sums = std::collections::BTreeMap::new();
        let standing = self
            .costs
            .iter()
            .filter(|cost| cost.stage != CostStage::Declined);
        for cost in standing {
            let noted = &cost.noted;
            let key = (noted.currency.clone(), noted.bearer);
            let sum = sums.entry(key).or_insert(0u128);
            *sum = sum.saturating_add(hundredths(&noted.amount));
        }
        sums
    }
}

/// An amount in hundredths; what is smaller is left out.
fn hundredths(amount: &str) -> u128 {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, ""));
    let cents: String = part.chars().chain("00".chars()).take(2).collect();
    let whole: u128 = whole.parse().unwrap_or_default();
    whole
        .saturating_mul(100)
        .saturating_add(cents.parse().unwrap_or_default())
}

/// How the event of a proposed cost reads.
pub(super) fn said(cost: &NoteCost) -> String {
    format!("{} {} · {}", cost.amount, cost.currency, cost.what)
}

/// How the event of an answer reads.
pub(super) const fn verb_of(agreed: bool) -> &'static str {
    if agreed {
        "cost.agreed"
    } else {
        "cost.declined"
    }
}

/// Every event about costs.
pub(super) const VERBS: [&str; 4] = [
    "cost.noted",
    "cost.proposed",
    "cost.agreed",
    "cost.declined",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::tests::{Town, by, start};
    use crate::request::{Stage, Standing};

    fn cost(kind: CostKind, amount: &str) -> NoteCost {
        NoteCost {
            measure: Some(0),
            kind,
            what: "Copies of 40,000 pages".into(),
            amount: amount.into(),
            currency: "XAC".into(),
            bearer: Bearer::Requesting,
        }
    }

    #[test]
    fn an_extraordinary_cost_is_proposed_and_answered_on_both_sides() {
        for (agreed, stage, sum) in [
            (true, CostStage::Agreed, 120_050),
            (false, CostStage::Declined, 0),
        ] {
            let mut town = Town::sent(Standing::Complete);
            let extraordinary = cost(CostKind::Extraordinary, "1200.50");
            town.b(|r, now| r.note_cost(&extraordinary, &by("XB", 3), now));
            let proposed = town.a.costs.first().expect("it is told");
            assert_eq!(
                (proposed.stage, &proposed.noted),
                (CostStage::Proposed, &extraordinary)
            );
            let answer = AnswerCost {
                cost: 0,
                agreed,
                note: Some("As discussed".into()),
            };
            town.a(|r, now| r.answer_cost(&answer, &by("XA", 1), now));
            let b = town.b.as_ref().expect("it is there");
            for side in [&town.a, b] {
                assert_eq!(side.costs.first().map(|cost| cost.stage), Some(stage));
                assert_eq!(side.cost_sums().values().sum::<u128>(), sum);
                assert_eq!((side.stage, &side.dispute), (Stage::Delivered, &None));
            }
            // Once is enough.
            let again = town.a.answer_cost(&answer, &by("XA", 1), town.now);
            assert_eq!(again.unwrap_err().code, "STAGE");
        }
    }

    #[test]
    fn an_ordinary_cost_is_the_requested_sides_own_affair() {
        let mut town = Town::sent(Standing::Complete);
        let mut ordinary = cost(CostKind::Ordinary, "12");
        ordinary.bearer = Bearer::Requested;
        town.b(|r, now| r.note_cost(&ordinary, &by("XB", 3), now));
        assert!(town.a.costs.is_empty());
        assert_eq!(town.b.expect("there").costs.len(), 1);
    }

    #[test]
    fn what_is_no_cost_is_refused() {
        let town = Town::sent(Standing::Complete);
        let b = town.b.expect("there");
        let bad = |change: fn(&mut NoteCost)| {
            let mut cost = cost(CostKind::Ordinary, "12");
            change(&mut cost);
            cost
        };
        for (cost, code) in [
            (bad(|c| c.amount = "12,50".into()), "AMOUNT"),
            (bad(|c| c.amount = "-3".into()), "AMOUNT"),
            (bad(|c| c.amount = "12.".into()), "AMOUNT"),
            (bad(|c| c.amount = String::new()), "MISSING"),
            (bad(|c| c.currency = "eur".into()), "CURRENCY"),
            (bad(|c| c.measure = Some(9)), "MEASURE-UNKNOWN"),
            (bad(|c| c.what = " ".into()), "MISSING"),
        ] {
            assert_eq!(
                b.note_cost(&cost, &by("XB", 3), start()).unwrap_err().code,
                code,
                "{cost:?}"
            );
        }
        let ours = town
            .a
            .note_cost(&cost(CostKind::Ordinary, "1"), &by("XA", 1), start());
        assert_eq!(ours.unwrap_err().code, "SIDE");
    }
}
