//! The steps of a track and on single measures, as forms: what each must say, from the table of the track.

use model::request::{Ahead, Need, Use};

use super::{Ask, Desk, Step};
use crate::part::{Choice, Field};
use crate::words;

/// Things of value that one form takes; more of them are a second step.
pub(crate) const AMOUNT_ROWS: usize = 3;

impl Desk<'_> {
    /// The form of one step.
    pub(crate) fn taking(&self, ahead: &Ahead) -> Step {
        let code = ahead.step.code();
        let name = format!("step/{code}");
        let needs = ahead.step.needs;
        let mut asks = Vec::new();
        if !ahead.measures.is_empty() {
            asks.push(Ask::Plain(self.some_of(&name, &ahead.measures)));
        }
        if needs.contains(&Need::Amounts) {
            asks.extend((0..AMOUNT_ROWS).map(|row| self.amount(&name, row)));
        }
        if needs.contains(&Need::Purpose) {
            asks.push(Ask::Plain(self.purpose(&name)));
        }
        let parties = self.parties(code);
        asks.extend(parties.map(Ask::Plain));
        if needs.contains(&Need::Until) {
            asks.push(Ask::Plain(self.date(
                &name,
                "until",
                &self.until_word(code),
            )));
        }
        let text = self.area(&name, "text", "step-text");
        asks.push(Ask::Plain(if needs.contains(&Need::Text) {
            text.required()
        } else {
            text.optional(self.page).rows(2)
        }));
        let on = self.date(&name, "on", "step-on");
        asks.push(Ask::Plain(on.optional(self.page)));
        let step = self.asked(&name, &words::key("step", code), asks);
        if ENDS.contains(&ahead.step.verb) {
            Self::grave(step)
        } else {
            step
        }
    }

    /// What the day means, where the step has a word of its own for it.
    fn until_word(&self, code: &str) -> String {
        let own = format!("{}-until", words::key("step", code));
        if words::known(&own) {
            own
        } else {
            "step-until".to_owned()
        }
    }

    fn amount(&self, step: &str, row: usize) -> Ask {
        let one = |name: &str, key: &str| {
            let name = format!("amounts/{row}/{name}");
            let typed = self.typed(step, &name);
            Field::text(name, self.page.say1(key, "n", row + 1), typed)
        };
        Ask::Row(vec![
            one("what", "step-amount-what"),
            one("amount", "step-amount"),
            one("currency", "step-amount-currency"),
        ])
    }

    fn purpose(&self, step: &str) -> Field {
        let typed = self.typed(step, "purpose");
        let choices = Use::ALL.iter().map(|one| {
            let word = self.page.code("saf-use", one.code());
            Choice::new(one.code(), word, one.code() == typed)
        });
        Field::select("purpose", self.page.say("step-purpose"), choices.collect()).required()
    }

    /// Boxes for the other parties of a team whose signature is awaited; none is ticked where this side signs itself.
    fn parties(&self, code: &str) -> Option<Field> {
        let on = self.request.on_track().filter(|_| code == "sign")?;
        let choices: Vec<Choice> = on
            .awaited()
            .filter(|_| on.signed.contains(&self.request.side))
            .map(|state| Choice::new(state.to_string(), state.to_string(), false))
            .collect();
        let field = || Field::checks("parties", self.page.say("step-parties"), choices.clone());
        (!choices.is_empty()).then(field)
    }

    /// Boxes for these measures.
    pub(super) fn some_of(&self, step: &str, measures: &[usize]) -> Field {
        let ticked = |index: &usize| {
            let form = self.form(step);
            form.is_some_and(|form| form.all("measures").any(|one| one == index.to_string()))
        };
        let meant = self.request.measures.iter();
        let choices = meant
            .filter(|measure| measures.contains(&measure.index))
            .map(|measure| {
                let word = super::told::measure(self.page, self.sections, measure);
                Choice::new(measure.index.to_string(), word, ticked(&measure.index))
            });
        Field::checks(
            "measures",
            self.page.say("step-measures"),
            choices.collect(),
        )
    }
}

/// Steps that end something for good: their button is marked.
const ENDS: [&str; 8] = [
    "step.release",
    "step.decline_conditions",
    "step.end_preservation",
    "step.surrender",
    "step.unfreeze",
    "step.drop",
    "step.cancel",
    "step.withdraw_measure",
];
