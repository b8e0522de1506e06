//! The label algebra at length: random joins, none of which may be wider than a part, and decisions a second on one core.
//! `cargo bench -p model --bench labels -- [JOINS]`; ten million without a number. The goal is 2,000,000 decisions a second.
#![expect(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "a measurement stops where it fails"
)]

use std::collections::BTreeSet;
use std::hint::black_box;
use std::time::Instant;

use jiff::civil::{Date, date};
use model::label::{Action, Class, Label, Purpose, Recipient, Relation, Tlp};

const STATES: [&str; 8] = ["XA", "XB", "XC", "XD", "XE", "XF", "XG", "XH"];
const CAVEATS: [&str; 3] = ["CHILD", "NO-COURT", "VICTIM"];
/// Labels and recipients that are drawn from: few enough to stay in the cache, enough to differ.
const DRAWN: usize = 4096;

/// Numbers out of a number (xorshift).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() >> 16) as usize % end
    }

    fn some<T: Clone + Ord>(&mut self, of: &[T]) -> BTreeSet<T> {
        of.iter().filter(|_| self.below(2) == 0).cloned().collect()
    }

    fn texts(&mut self, of: &[&str]) -> BTreeSet<String> {
        self.some(of).into_iter().map(str::to_owned).collect()
    }

    fn day(&mut self) -> Date {
        date(2026, 1 + self.below(12) as i8, 1 + self.below(28) as i8)
    }

    fn label(&mut self) -> Label {
        Label {
            actions: (self.below(4) == 0).then(|| self.some(Action::ALL)),
            caveats: if self.below(4) == 0 {
                self.texts(&CAVEATS)
            } else {
                BTreeSet::new()
            },
            class: Class::ALL[self.below(Class::ALL.len())],
            consent_from: if self.below(8) == 0 {
                self.texts(&STATES)
            } else {
                BTreeSet::new()
            },
            expires: (self.below(4) == 0).then(|| self.day()),
            orcon: self.below(4) == 0,
            originator: STATES[self.below(STATES.len())].to_owned(),
            purposes: (self.below(2) == 0).then(|| self.some(Purpose::ALL)),
            releasable_to: (self.below(4) != 0).then(|| self.texts(&STATES)),
            review_by: (self.below(2) == 0).then(|| self.day()),
            tlp: Tlp::ALL[self.below(Tlp::ALL.len())],
        }
    }

    fn recipient(&mut self) -> Recipient {
        Recipient {
            clearance: Class::ALL[self.below(Class::ALL.len())],
            consents: self.texts(&STATES),
            country: STATES[self.below(STATES.len())].to_owned(),
            purpose: Purpose::ALL[self.below(Purpose::ALL.len())],
            relation: Relation::ALL[self.below(Relation::ALL.len())],
        }
    }
}

fn main() {
    let joins = std::env::args()
        .skip(1)
        .find_map(|text| text.parse().ok())
        .unwrap_or(10_000_000_u64);
    let mut dice = Dice(0x5EED_5EED_5EED_5EED);
    let labels: Vec<Label> = (0..DRAWN).map(|_| dice.label()).collect();
    let recipients: Vec<Recipient> = (0..DRAWN).map(|_| dice.recipient()).collect();
    let day = date(2026, 6, 1);

    let (mut permitted, decisions) = (0_u64, 20_000_000_u64);
    let started = Instant::now();
    for n in 0..decisions as usize {
        let recipient = &recipients[(n * 7 + n / DRAWN) % DRAWN];
        permitted += u64::from(black_box(labels[n % DRAWN].decide(recipient, day)).permitted());
    }
    let whole = decisions as f64 / started.elapsed().as_secs_f64();
    println!(
        "{decisions} decisions, every reason told: {:.2} million a second, {permitted} permitted",
        whole / 1e6
    );

    let started = Instant::now();
    let mut open = 0_u64;
    for n in 0..decisions as usize {
        let recipient = &recipients[(n * 7 + n / DRAWN) % DRAWN];
        open += u64::from(black_box(labels[n % DRAWN].permits(recipient, day)));
    }
    assert_eq!(open, permitted, "both say the same");
    let short = decisions as f64 / started.elapsed().as_secs_f64();
    println!(
        "{decisions} decisions, yes or no: {:.2} million a second",
        short / 1e6
    );

    let started = Instant::now();
    let mut wider = 0_u64;
    for _ in 0..joins {
        let (one, other) = (&labels[dice.below(DRAWN)], &labels[dice.below(DRAWN)]);
        let recipient = &recipients[dice.below(DRAWN)];
        let both = one.join(other);
        let apart = one.permits(recipient, day) && other.permits(recipient, day);
        wider += u64::from(both.permits(recipient, day) && !apart);
    }
    println!(
        "{joins} random joins in {:.1} s: {wider} wider than a part",
        started.elapsed().as_secs_f64()
    );
    assert_eq!(wider, 0, "a join is wider than a part");
}
