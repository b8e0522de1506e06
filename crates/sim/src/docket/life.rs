//! One request from draft to its end, or to the end of the year.

use jiff::{SignedDuration, Timestamp};
use model::basis::Tri;
use model::deadline::Periods;
use model::number::Number;
use model::request::{
    Accept, Acknowledge, Amount, Answer, Approve, Ask, AskedItem, Close, ConfirmRefusal, Draft,
    Effect, Findings, Ground, Outcome, Progress, Refuse, Register, Relation, Report, Request, Send,
    Standing, Submit, TakeStep, Urgency, Use,
};
use model::{By, Class, Digest, Label, Lang, Message, OfficerId, RequestId, Role, Side, StateCode};
use serde_json::json;

use super::{DAY_S, Fate, Lived, Office};

/// Kinds by how often they come, in a hundred.
const KINDS: &[(&str, usize)] = &[
    ("mla", 66),
    ("extradition", 10),
    ("provisional_arrest", 4),
    ("electronic_evidence", 10),
    ("asset_freezing", 4),
    ("spontaneous_information", 6),
];

/// Both sides of a request, and the dice.
struct Pair<'a> {
    from: &'a Office,
    to: &'a Office,
    a: Request,
    b: Option<Request>,
    now: Timestamp,
    end: Timestamp,
    envelopes: u16,
}

/// The year is over, or an act was not the turn: nothing more follows.
struct Over;

pub(super) fn lead(
    offices: &[Office],
    serial: usize,
    (start, end): (Timestamp, Timestamp),
    fate: &mut Fate,
) -> Option<Lived> {
    let from = fate.below(offices.len());
    let to = (from + 1 + fate.below(offices.len().checked_sub(1)?)) % offices.len();
    let (from, to) = (offices.get(from)?, offices.get(to)?);
    let day = i64::try_from(fate.below(340)).ok()?;
    let at = start + SignedDuration::from_secs(day * DAY_S + 8 * 3600);
    let mut pair = Pair::begin((from, to), serial, (at, end), fate)?;
    // Where it stands when the year ends is what is told of it.
    let (Ok(()) | Err(Over)) = pair.live(fate);
    let calendar = to.calendar.clone();
    let request = pair.b?.with_clocks(&calendar, &Periods::default());
    Some(Lived { request, calendar })
}

fn by(state: &StateCode, officer: u8) -> Option<By> {
    Some(By {
        state: state.clone(),
        authority: Some("ca".parse().ok()?),
        role: Some(Role::CaseOfficer),
        officer: Some(OfficerId::new(Timestamp::UNIX_EPOCH, [officer; 10])),
    })
}

fn text(what: &str) -> String {
    what.to_owned()
}

impl<'a> Pair<'a> {
    fn begin(
        (from, to): (&'a Office, &'a Office),
        serial: usize,
        (at, end): (Timestamp, Timestamp),
        fate: &mut Fate,
    ) -> Option<Pair<'a>> {
        let mut throw = fate.below(100);
        let mut kind = "mla";
        for (code, share) in KINDS {
            kind = code;
            match throw.checked_sub(*share) {
                Some(rest) => throw = rest,
                None => break,
            }
        }
        let bytes = u32::try_from(serial).ok()?.to_be_bytes();
        let mut random = [0; 10];
        random
            .iter_mut()
            .zip(bytes)
            .for_each(|(to, from)| *to = from);
        let label = Label::own(&from.code, Class::Restricted);
        let draft = Draft {
            id: RequestId::new(at, random),
            number: Number {
                state: from.code.clone(),
                authority: "ca".parse().ok()?,
                year: 2026,
                serial: u32::try_from(serial).ok()? + 1,
            },
            template: text(kind),
            template_version: 1,
            to: to.code.clone(),
            to_authority: "ca".parse().ok()?,
            relation: Relation::New,
            parent: None,
            urgency: match kind {
                "provisional_arrest" => Urgency::Urgent,
                _ if fate.in_hundred(10) => Urgency::Urgent,
                _ => Urgency::Normal,
            },
            standing: Standing::Complete,
            content: json!({
                "subtype": "EE-PRES",
                "measures": [{"kind": "bank_records"}, {"kind": "witness_hearing"}],
            }),
            lang: Lang::En,
            label: label.released_to(&from.code, &to.code).ok()?,
            validation_needed: false,
        };
        let a = Request::draft(&draft, &by(&from.code, 1)?, at).ok()?.0;
        let mut pair = Pair {
            from,
            to,
            a,
            b: None,
            now: at,
            end,
            envelopes: 0,
        };
        pair.send().ok()?;
        Some(pair)
    }

    fn send(&mut self) -> Result<(), Over> {
        let content_sha256 = Digest([1; 32]);
        let findings = Findings::default();
        self.ours(1, |r, by, now| r.submit(&Submit::default(), by, now))?;
        self.ours(2, |r, by, now| {
            r.approve(
                &Approve {
                    content_sha256,
                    note: None,
                },
                by,
                now,
            )
        })?;
        let send = Send {
            content_sha256,
            findings,
            single_officer: false,
        };
        self.ours(1, |r, by, now| r.send(&send, by, now))
    }

    /// An act of the requesting side, carried over.
    fn ours(
        &mut self,
        officer: u8,
        act: impl FnOnce(&Request, &By, Timestamp) -> Outcome,
    ) -> Result<(), Over> {
        let by = by(&self.from.code, officer).ok_or(Over)?;
        let outcome = act(&self.a, &by, self.now);
        self.carry(Side::Outgoing, outcome)
    }

    /// An act of the requested side, carried over.
    fn theirs(
        &mut self,
        officer: u8,
        act: impl FnOnce(&Request, &By, Timestamp) -> Outcome,
    ) -> Result<(), Over> {
        let by = by(&self.to.code, officer).ok_or(Over)?;
        let outcome = act(self.b.as_ref().ok_or(Over)?, &by, self.now);
        self.carry(Side::Incoming, outcome)
    }

    fn carry(&mut self, side: Side, outcome: Outcome) -> Result<(), Over> {
        let (next, effects) = outcome.map_err(|_| Over)?;
        match side {
            Side::Outgoing => self.a = next,
            Side::Incoming => self.b = Some(next),
        }
        for effect in effects {
            let Effect::Send(message) = effect else {
                continue;
            };
            self.envelopes = self.envelopes.checked_add(1).ok_or(Over)?;
            let mut envelope = [0; 32];
            envelope
                .iter_mut()
                .zip(self.envelopes.to_be_bytes())
                .for_each(|(to, from)| *to = from);
            let (envelope, now) = (Digest(envelope), self.now);
            let told = match (side, &message, &self.b) {
                (Side::Outgoing, Message::Request(sent), None) => {
                    Request::receive(sent, &self.from.code, &self.to.code, envelope, now)
                }
                (Side::Outgoing, _, Some(b)) => b.apply(&self.from.code, &message, envelope, now),
                _ => self.a.apply(&self.to.code, &message, envelope, now),
            };
            let told = told.map_err(|_| Over)?.0;
            match side {
                Side::Outgoing => self.b = Some(told),
                Side::Incoming => self.a = told,
            }
            self.clear()?;
        }
        Ok(())
    }

    /// The requested side's safeguards are answered and stand in nobody's way: this is about time.
    fn clear(&mut self) -> Result<(), Over> {
        let Some(b) = self.b.as_mut().filter(|b| b.guard.record.version == 0) else {
            return Ok(());
        };
        (b.guard.law.capital, b.guard.law.life) = (Tri::No, Tri::No);
        let by = by(&self.to.code, 3).ok_or(Over)?;
        model::replay::clear(b, &by, self.now).map_err(|_| Over)
    }

    /// Time passes until an office gets to it.
    fn wait(&mut self, side: Side, median_days: i64, fate: &mut Fate) -> Result<(), Over> {
        let office = match side {
            Side::Outgoing => self.from,
            Side::Incoming => self.to,
        };
        self.now = office.gets_to(self.now, median_days * DAY_S, fate);
        if self.now < self.end {
            Ok(())
        } else {
            Err(Over)
        }
    }

    fn step(&mut self, code: &str) -> Result<(), Over> {
        let until = self.now.to_zoned(jiff::tz::TimeZone::UTC).date();
        let act = TakeStep {
            text: Some(text("As decided.")),
            until: until.checked_add(jiff::Span::new().days(30)).ok(),
            amounts: vec![Amount {
                what: text("Account"),
                ..Amount::default()
            }],
            purpose: Some(Use::Intelligence),
            ..TakeStep::named(code)
        };
        self.theirs(3, |r, by, now| r.take_step(&act, by, now))
    }

    fn live(&mut self, fate: &mut Fate) -> Result<(), Over> {
        self.wait(Side::Incoming, 2, fate)?;
        self.theirs(3, |r, by, now| r.register(&Register::default(), by, now))?;
        self.wait(Side::Incoming, 4, fate)?;
        let acknowledge = Acknowledge {
            reference: text("1"),
            officer_function: text("Case officer"),
            next_date: None,
            officer: None,
        };
        self.theirs(3, |r, by, now| r.acknowledge(&acknowledge, by, now))?;
        // A third of all requests is incomplete.
        while fate.in_hundred(33) {
            self.asked(fate)?;
        }
        match self.a.template.as_str() {
            "extradition" => self.walk(EXTRADITION, fate),
            "provisional_arrest" => self.walk(ARREST, fate),
            "electronic_evidence" => self.walk(PRESERVATION, fate),
            "asset_freezing" => self.walk(FREEZE, fate),
            "spontaneous_information" => self.walk(INFORMATION, fate),
            _ => self.assist(fate),
        }?;
        self.wait(Side::Outgoing, 20, fate)?;
        self.ours(1, |r, by, now| r.close(&Close::default(), by, now))
    }

    fn asked(&mut self, fate: &mut Fate) -> Result<(), Over> {
        self.wait(Side::Incoming, 10, fate)?;
        let item = AskedItem {
            code: text("MLA-03"),
            field: text("/facts"),
            text: String::new(),
            answered: false,
        };
        let ask = Ask {
            items: vec![item],
            answer_by: None,
        };
        self.theirs(3, |r, by, now| r.ask(&ask, by, now))?;
        self.wait(Side::Outgoing, 25, fate)?;
        let answer = Answer {
            items: vec![0],
            note: Some(text("Here.")),
            ..Answer::default()
        };
        self.ours(1, |r, by, now| r.answer(&answer, by, now))
    }

    fn refuse(&mut self, ground: Ground) -> Result<(), Over> {
        let refuse = Refuse {
            ground,
            reasons: text("Reasons of law."),
            measures: Vec::new(),
            no_consultation: Some(text("Heard in the same matter.")),
            sources: Vec::new(),
        };
        self.theirs(3, |r, by, now| r.propose_refusal(&refuse, by, now))?;
        self.theirs(4, |r, by, now| {
            r.confirm_refusal(&ConfirmRefusal::default(), by, now)
        })
    }

    /// Steps of a track, each after its delay.
    fn walk(&mut self, steps: &[(&str, i64)], fate: &mut Fate) -> Result<(), Over> {
        for (code, days) in steps {
            self.wait(Side::Incoming, *days, fate)?;
            if *code == "grant" && fate.in_hundred(15) {
                self.refuse(Ground::EssentialInterests)?;
                self.wait(Side::Incoming, 30, fate)?;
                return self.step("prosecute");
            }
            self.step(code)?;
        }
        Ok(())
    }

    /// Mutual legal assistance: decided, executed measure by measure.
    fn assist(&mut self, fate: &mut Fate) -> Result<(), Over> {
        self.wait(Side::Incoming, 25, fate)?;
        if fate.in_hundred(6) {
            return self.refuse(Ground::EssentialInterests);
        }
        let accept = Accept {
            reasons: text("The conditions are met."),
            conditions: Vec::new(),
        };
        self.theirs(3, |r, by, now| r.accept(&accept, by, now))?;
        self.wait(Side::Incoming, 7, fate)?;
        self.theirs(3, |r, by, now| {
            r.begin_execution(&Progress::default(), by, now)
        })?;
        for (index, days) in [(0, 45), (1, 35)] {
            self.wait(Side::Incoming, days, fate)?;
            let report = Report {
                what: text("Done."),
                on: self.now.to_zoned(jiff::tz::TimeZone::UTC).date(),
                law: text("Code of criminal procedure"),
                executed_by: String::new(),
                measures: vec![index],
            };
            self.theirs(3, |r, by, now| r.report_part(&report, by, now))?;
        }
        Ok(())
    }
}

const EXTRADITION: &[(&str, i64)] = &[
    ("hearing", 35),
    ("court_decision", 45),
    ("grant", 30),
    ("fix_surrender", 7),
    ("surrender", 12),
];
const ARREST: &[(&str, i64)] = &[
    ("arrest", 1),
    ("documents", 20),
    ("court_decision", 40),
    ("grant", 25),
    ("fix_surrender", 7),
    ("surrender", 12),
];
const PRESERVATION: &[(&str, i64)] = &[("preserve", 2), ("mla_arrived", 35), ("disclose", 40)];
const FREEZE: &[(&str, i64)] = &[("determine", 1), ("freeze", 4), ("unfreeze", 120)];
const INFORMATION: &[(&str, i64)] = &[
    ("accept_conditions", 5),
    ("open", 1),
    ("use", 30),
    ("feedback", 40),
];
