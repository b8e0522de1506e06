//! Tests of the life of a request: the walk on both sides, refusals case by case, and random lives.

mod decisions;
mod defence;
mod law;
mod life;
mod lock_doors;
pub(super) mod locks;
mod refusals;
mod refusals_incoming;
mod taint;
mod tasks;
mod walk;

use jiff::civil::date;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;

use super::*;
use crate::actor::Role;
use crate::deadline::{Calendar, Periods};
use crate::id::EvidenceId;
use crate::label::{Class, Label};
use crate::number::Number;

pub(super) fn start() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

pub(super) fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

pub(super) fn authority(id: &str) -> AuthorityId {
    id.parse().unwrap()
}

pub(super) fn officer(n: u8) -> OfficerId {
    OfficerId::new(start(), [n; 10])
}

/// An officer of a State, by number: 1 drafts, 2 approves, 3 and 4 work on the other side.
pub(super) fn by(code: &str, n: u8) -> By {
    By {
        state: state(code),
        authority: Some(authority("ca")),
        role: Some(Role::CaseOfficer),
        officer: Some(officer(n)),
    }
}

pub(super) fn digest(n: u8) -> Digest {
    Digest([n; 32])
}

pub(super) fn calendar() -> Calendar {
    Calendar {
        supposed: false,
        zone: crate::state::Zone::east(180).unwrap(),
        weekend: vec![jiff::civil::Weekday::Friday, jiff::civil::Weekday::Saturday],
        holidays: std::collections::BTreeSet::new(),
    }
}

pub(super) fn content() -> Value {
    json!({
        "title": "Ferry terminal",
        "facts": {"summary": "On 14 March a device went off."},
        "measures": [{"kind": "bank_records", "nexus": "paid for the timer"}, {"kind": "witness_hearing"}],
    })
}

pub(super) fn draft_act(standing: Standing) -> Draft {
    let owner = state("XA");
    Draft {
        id: RequestId::new(start(), [7; 10]),
        number: Number {
            state: owner.clone(),
            authority: authority("ca"),
            year: 2026,
            serial: 1,
        },
        template: "mla".into(),
        template_version: 1,
        to: state("XB"),
        to_authority: authority("ca"),
        relation: Relation::New,
        parent: None,
        urgency: Urgency::Normal,
        standing,
        content: content(),
        lang: Lang::En,
        label: Label::own(&owner, Class::Restricted)
            .released_to(&owner, &state("XB"))
            .unwrap(),
        validation_needed: false,
    }
}

pub(super) fn urgent() -> Standing {
    Standing::UrgentCompletion {
        by: date(2026, 3, 12),
        ground: UrgencyGround::Evidence,
        head_reason: "The provider deletes within days.".into(),
        head: officer(9),
    }
}

pub(super) fn found(code: &str, field: &str) -> Found {
    Found {
        code: code.into(),
        field: field.into(),
    }
}

pub(super) fn drafted(standing: Standing) -> Request {
    Request::draft(&draft_act(standing), &by("XA", 1), start())
        .unwrap()
        .0
}

pub(super) fn approve_act() -> Approve {
    Approve {
        content_sha256: digest(1),
        note: None,
    }
}

pub(super) fn send_act() -> Send {
    Send {
        content_sha256: digest(1),
        findings: Findings::default(),
        single_officer: false,
    }
}

pub(super) fn ask_act() -> Ask {
    Ask {
        items: vec![AskedItem {
            code: "MLA-08".into(),
            field: "/measures/0/period".into(),
            text: "Which period?".into(),
            answered: false,
        }],
        answer_by: Some(date(2026, 3, 30)),
    }
}

pub(super) fn answer_act() -> Answer {
    Answer {
        changes: vec![Change {
            pointer: "/measures/0/period".into(),
            value: json!({"from": "2025-08-01"}),
        }],
        items: Vec::new(),
        note: Some("August to November.".into()),
    }
}

pub(super) fn accept_act() -> Accept {
    Accept {
        reasons: "The conditions of article 10 are met.".into(),
        conditions: Vec::new(),
    }
}

pub(super) fn refuse_act(ground: Ground) -> Refuse {
    Refuse {
        ground,
        reasons: "Reasons as the court gave them.".into(),
        measures: Vec::new(),
        no_consultation: Some("The State was heard in the same matter last month.".into()),
        sources: vec!["Report of the Special Rapporteur".into()],
    }
}

pub(super) fn report_act() -> Report {
    Report {
        what: "The bank produced the records.".into(),
        on: date(2026, 3, 20),
        law: "Code of Criminal Procedure, section 12".into(),
        executed_by: "District Court".into(),
        measures: Vec::new(),
    }
}

pub(super) fn acknowledge_act() -> Acknowledge {
    Acknowledge {
        reference: "XB/26/0044".into(),
        officer_function: "Legal officer".into(),
        next_date: Some(date(2026, 4, 1)),
        officer: None,
    }
}

pub(super) fn custody(action: &str, at: Timestamp, previous: u8) -> CustodyEvent {
    CustodyEvent {
        at,
        by: "officer".into(),
        action: action.into(),
        why: String::new(),
        previous: digest(previous),
    }
}

pub(super) fn item(n: u8, at: Timestamp) -> EvidenceItem {
    EvidenceItem {
        id: EvidenceId::new(start(), [n; 10]),
        title: "Account records".into(),
        file_name: "records.zip".into(),
        media_type: "application/zip".into(),
        size_bytes: 1000,
        sha256: digest(n),
        kind: "bank_record".into(),
        origin: Origin {
            collected_by: "Bank of Belmora".into(),
            collected_at: at,
            place: "Belm".into(),
            law: "section 12".into(),
        },
        certificate_text: "I certify.".into(),
        use_conditions: "This proceeding only.".into(),
        provenance: Provenance::default(),
        limits: None,
        custody: vec![custody("collected", at, 0)],
        blob: Some(digest(n)),
        verified: None,
    }
}

/// Both sides, with a clock that moves an hour with each act and a number for each envelope.
pub(super) struct Town {
    pub(super) a: Request,
    pub(super) b: Option<Request>,
    pub(super) now: Timestamp,
    pub(super) envelopes: u8,
}

impl Town {
    pub(super) fn new(standing: Standing) -> Town {
        Town::begun(&draft_act(standing))
    }

    /// A draft of any kind.
    pub(super) fn begun(draft: &Draft) -> Town {
        Town {
            a: Request::draft(draft, &by("XA", 1), start()).unwrap().0,
            b: None,
            now: start(),
            envelopes: 100,
        }
    }

    pub(super) fn tick(&mut self) -> Timestamp {
        self.now += SignedDuration::from_hours(1);
        self.now
    }

    pub(super) fn envelope(&mut self) -> Digest {
        self.envelopes += 1;
        digest(self.envelopes)
    }

    /// An act on A's side; what it sends reaches B at once.
    pub(super) fn a(&mut self, act: impl FnOnce(&Request, Timestamp) -> Outcome) {
        let now = self.tick();
        let (next, effects) = act(&self.a, now).unwrap();
        self.a = next.with_clocks(&calendar(), &Periods::default());
        for effect in effects {
            let Effect::Send(message) = effect else {
                continue;
            };
            let message = travel(&message);
            let (envelope, now) = (self.envelope(), self.tick());
            if let Message::Request(sent) = &message {
                self.a = self.a.sealed(envelope, &by("XA", 1), now).unwrap().0;
                let (b, effects) =
                    Request::receive(sent, &state("XA"), &state("XB"), envelope, now).unwrap();
                assert_eq!(effects, [Effect::Receipt(ReceiptKind::R3)]);
                self.b = Some(b.with_clocks(&calendar(), &Periods::default()));
                let later = self.tick();
                self.a = self
                    .a
                    .receipted(ReceiptKind::R1, envelope, now, later)
                    .unwrap()
                    .0;
                self.a = self
                    .a
                    .receipted(ReceiptKind::R3, envelope, now, later)
                    .unwrap()
                    .0
                    .with_clocks(&calendar(), &Periods::default());
            } else if let Some(b) = &self.b {
                self.b = Some(
                    b.apply(&state("XA"), &message, envelope, now)
                        .unwrap()
                        .0
                        .with_clocks(&calendar(), &Periods::default()),
                );
            }
        }
    }

    /// An act on B's side; what it sends reaches A at once.
    pub(super) fn b(&mut self, act: impl FnOnce(&Request, Timestamp) -> Outcome) {
        let now = self.tick();
        let (next, effects) = act(self.b.as_ref().unwrap(), now).unwrap();
        self.b = Some(next.with_clocks(&calendar(), &Periods::default()));
        for effect in effects {
            let Effect::Send(message) = effect else {
                continue;
            };
            let (envelope, now) = (self.envelope(), self.tick());
            let message = travel(&message);
            self.a = self
                .a
                .apply(&state("XB"), &message, envelope, now)
                .unwrap()
                .0
                .with_clocks(&calendar(), &Periods::default());
        }
    }

    /// Up to B having it on disk.
    pub(super) fn sent(standing: Standing) -> Town {
        Town::new(standing).send_off()
    }

    pub(super) fn send_off(self) -> Town {
        let mut town = self;
        let findings = || match town_standing_is_complete(&town.a) {
            true => Findings::default(),
            false => Findings {
                block: vec![found("MLA-08", "/measures/0/period")],
                warn: Vec::new(),
            },
        };
        let (submit, send) = (
            Submit {
                findings: findings(),
            },
            Send {
                findings: findings(),
                ..send_act()
            },
        );
        town.a(|r, now| r.submit(&submit, &by("XA", 1), now));
        town.a(|r, now| r.approve(&approve_act(), &by("XA", 2), now));
        town.a(|r, now| r.send(&send, &by("XA", 1), now));
        town
    }

    /// Up to an officer of B having it.
    pub(super) fn acknowledged(standing: Standing) -> Town {
        Town::sent(standing).taken_on()
    }

    /// The same with another draft.
    pub(super) fn acknowledged_as(draft: &Draft) -> Town {
        Town::begun(draft).send_off().taken_on()
    }

    fn taken_on(self) -> Town {
        let mut town = self;
        town.b(|r, now| r.register(&Register::default(), &by("XB", 3), now));
        town.b(|r, now| r.acknowledge(&acknowledge_act(), &by("XB", 3), now));
        town
    }

    pub(super) fn both(&self) -> (Stage, Stage) {
        (self.a.stage, self.b.as_ref().unwrap().stage)
    }

    pub(super) fn same_clocks(&self) {
        assert_eq!(self.a.clocks, self.b.as_ref().unwrap().clocks);
    }
}

fn town_standing_is_complete(request: &Request) -> bool {
    request.standing == Standing::Complete
}

/// As the message arrives: written and read again.
pub(super) fn travel(message: &Message) -> Message {
    serde_json::from_str(&serde_json::to_string(message).unwrap()).unwrap()
}
