//! Tests of the table: every verb with every role against what is expected, and every stranger refused.

use std::collections::BTreeSet;

use super::*;
use crate::id::{AuthorityId, OfficerId, StateCode};
use crate::label::{Class, Label};
use crate::request::{Side, Stage};

/// Which of the nine roles may: C case officer, A approver, R registry officer, J judge, D duty officer, N analyst,
/// B border officer, U auditor, M administrator. Written out a second time, by hand: a slip in the table shows here.
const EXPECTED: &[(&str, &str)] = &[
    ("request.draft", "C"),
    ("request.edit", "C"),
    ("docket.import", "CR"),
    ("request.take_down", "C"),
    ("request.enter", "C"),
    ("request.tell", "CRD"),
    ("request.submit", "C"),
    ("request.validate", "J"),
    ("request.approve", "A"),
    ("request.return_to_author", "AJ"),
    ("request.send", "CA"),
    ("request.withdraw", "CA"),
    ("request.answer", "C"),
    ("request.close", "C"),
    ("request.archive", "R"),
    ("request.lapse", "R"),
    ("request.register", "RD"),
    ("request.quarantine", "R"),
    ("request.acknowledge", "CD"),
    ("request.ask", "C"),
    ("request.consult", "C"),
    ("request.accept", "C"),
    ("request.postpone", "C"),
    ("request.refuse", "C"),
    ("request.confirm_refusal", "AJ"),
    ("request.drop_refusal", "CAJ"),
    ("request.execute", "C"),
    ("request.cost", "C"),
    ("request.step", "CD"),
    ("request.read", "CARJD"),
    ("safeguard.note", "CJ"),
    ("safeguard.read", "CAJ"),
    ("complaint.make", "CARJD"),
    ("complaint.answer", "CAJ"),
    ("complaint.read", "CAJU"),
    ("task.give", "C"),
    ("task.remind", "C"),
    ("task.end", "C"),
    ("task.open", ""),
    ("task.report", ""),
    ("evidence.attach", "C"),
    ("evidence.return", "C"),
    ("evidence.open", "C"),
    ("evidence.export", "C"),
    ("record.keep", "N"),
    ("record.read", "NA"),
    ("record.hold", "A"),
    ("group.keep", "N"),
    ("release.propose", "N"),
    ("release.approve", "A"),
    ("release.urgent", "N"),
    ("sample.look", "A"),
    ("release.recall", "NA"),
    ("card.read", "NAD"),
    ("card.export", "NA"),
    ("encounter.report", "BD"),
    ("encounter.decide", "ND"),
    ("word.write", "ND"),
    ("access.enter", "RN"),
    ("access.read", "RNA"),
    ("access.decide", "N"),
    ("access.approve", "A"),
    ("access.keep", ""),
    ("directory.read", "CARJDBMN"),
    ("directory.enter", "RM"),
    ("list.import", "RM"),
    ("treaty.import", "RM"),
    ("list.read", "CRDM"),
    ("screen.check", "BDCN"),
    ("screen_key.issue", "M"),
    ("screen_key.revoke", "M"),
    ("screen.file", "C"),
    ("screen_queue.read", "C"),
    ("screen.review", "C"),
    ("screen.watch", "C"),
    ("screen.note", ""),
    ("screen.erase", ""),
    ("screen_log.read", "U"),
    ("ledger.read", "U"),
    ("ledger.verify", "UM"),
    ("peer.add", "M"),
    ("peer.suspend", "M"),
    ("peer.read", "MRU"),
    ("officer.add", "M"),
    ("officer.change", "M"),
    ("officer.read", "MU"),
    ("backup.make", "M"),
    ("settings.read", "MU"),
    ("health.read", "MRD"),
    ("envelope.receive", ""),
    ("envelope.send", ""),
    ("time.keep", ""),
    ("keys.keep", ""),
];

fn letter(role: Role) -> char {
    match role {
        CaseOfficer => 'C',
        Approver => 'A',
        RegistryOfficer => 'R',
        Judge => 'J',
        DutyOfficer => 'D',
        Analyst => 'N',
        BorderOfficer => 'B',
        Auditor => 'U',
        Administrator => 'M',
    }
}

fn now() -> Timestamp {
    "2026-03-02T09:00:00Z".parse().unwrap()
}

fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

fn authority(id: &str) -> AuthorityId {
    id.parse().unwrap()
}

fn officer(n: u8) -> OfficerId {
    OfficerId::new(now(), [n; 10])
}

fn actor(n: u8, at: (&str, &str), roles: &[Role]) -> Actor {
    Actor::Officer {
        id: officer(n),
        authority: authority(at.1),
        state: state(at.0),
        roles: roles.iter().copied().collect(),
        clearance: Class::Secret,
        single_officer: false,
    }
}

struct World {
    home: StateCode,
    partner: StateCode,
    ca: AuthorityId,
    label: Label,
}

impl World {
    fn new() -> World {
        let home = state("XA");
        World {
            label: Label::own(&home, Class::Restricted),
            partner: state("XB"),
            ca: authority("ca"),
            home,
        }
    }

    /// An object on which nothing but the role stands in the way.
    fn open(&self) -> Object<'_> {
        Object {
            authority: Some(&self.ca),
            partner: Some(&self.partner),
            hands: vec![officer(200)],
            proposer: Some(officer(200)),
            label: Some(&self.label),
            purpose: crate::label::Purpose::Mla,
            urgent: true,
            stage: Some((Side::Outgoing, Stage::Review)),
            contacts_only: true,
            ..Object::node(&self.home)
        }
    }
}

#[test]
fn every_verb_with_every_role() {
    let world = World::new();
    assert_eq!(EXPECTED.len(), Verb::ALL.len());
    for &verb in Verb::ALL {
        let (_, letters) = EXPECTED
            .iter()
            .find(|(code, _)| *code == verb.code())
            .expect("a verb without expectation");
        for &role in Role::ALL {
            let answer = role_for(&actor(1, ("XA", "ca"), &[role]), verb, &world.open(), now());
            let expect = letters.contains(letter(role));
            assert_eq!(answer.is_ok(), expect, "{verb} {role}: {answer:?}");
            if expect {
                assert_eq!(answer.unwrap(), Some(role));
            }
        }
        let printed: BTreeSet<Role> = table()
            .into_iter()
            .find(|(v, _)| *v == verb)
            .unwrap()
            .1
            .into_iter()
            .collect();
        assert_eq!(
            printed,
            Role::ALL
                .iter()
                .copied()
                .filter(|r| letters.contains(letter(*r)))
                .collect(),
            "{verb}"
        );
        assert_eq!(
            role_for(&actor(1, ("XA", "ca"), &[]), verb, &world.open(), now())
                .unwrap_err()
                .code,
            "NOT-ALLOWED"
        );
    }
}

#[test]
fn codes_and_past_tenses_are_unique_and_of_one_family() {
    let pasts: BTreeSet<&str> = Verb::ALL.iter().map(|verb| verb.past()).collect();
    assert_eq!(pasts.len(), Verb::ALL.len());
    for verb in Verb::ALL {
        assert_eq!(verb.code().split('.').next(), verb.past().split('.').next());
        assert_eq!(Verb::from_code(verb.code()), Some(*verb));
    }
}

#[test]
fn another_state_may_nothing() {
    let world = World::new();
    for &verb in Verb::ALL {
        let foreign = actor(1, ("XB", "ca"), Role::ALL);
        assert_eq!(
            may(&foreign, verb, &world.open(), now()).unwrap_err().code,
            "NOT-ALLOWED",
            "{verb}"
        );
    }
}

#[test]
fn another_authority_of_the_state_touches_no_request() {
    let world = World::new();
    let elsewhere = actor(1, ("XA", "fiu"), Role::ALL);
    for &verb in Verb::ALL
        .iter()
        .filter(|v| v.code().starts_with("request.") || v.code().starts_with("evidence."))
    {
        let incoming = Object {
            stage: Some((Side::Incoming, Stage::Acknowledged)),
            ..world.open()
        };
        let answer = may(&elsewhere, verb, &incoming, now());
        // A judge sits in a court: validating is hers wherever she sits. A refusal she could not even read there.
        let judge = verb == Verb::RequestValidate;
        assert_eq!(answer.is_ok(), judge, "{verb}");
    }
}

#[test]
fn nobody_is_his_own_second_person() {
    let world = World::new();
    for verb in [
        Verb::RequestApprove,
        Verb::RequestValidate,
        Verb::AccessApprove,
    ] {
        let object = Object {
            hands: vec![officer(9), officer(1)],
            ..world.open()
        };
        let refusal = may(&actor(1, ("XA", "ca"), Role::ALL), verb, &object, now()).unwrap_err();
        assert_eq!(refusal.code, "FOUR-EYES", "{verb}");
        assert!(may(&actor(2, ("XA", "ca"), Role::ALL), verb, &object, now()).is_ok());
    }
    let object = Object {
        proposer: Some(officer(1)),
        ..world.open()
    };
    let refusal = may(
        &actor(1, ("XA", "ca"), Role::ALL),
        Verb::RequestConfirmRefusal,
        &object,
        now(),
    )
    .unwrap_err();
    assert_eq!(refusal.code, "FOUR-EYES");
}

#[test]
fn single_officer_mode_lets_another_domestic_authority_sign() {
    let world = World::new();
    let elsewhere = actor(1, ("XA", "prosecutor"), &[Approver]);
    let cases = [
        (false, Stage::Review, false),
        (true, Stage::Review, true),
        (true, Stage::Draft, false),
        (true, Stage::Delivered, false),
    ];
    for (single_officer, stage, expect) in cases {
        let object = Object {
            single_officer,
            stage: Some((Side::Outgoing, stage)),
            ..world.open()
        };
        for verb in [
            Verb::RequestApprove,
            Verb::RequestRead,
            Verb::RequestReturnToAuthor,
        ] {
            assert_eq!(
                may(&elsewhere, verb, &object, now()).is_ok(),
                expect,
                "{verb} {single_officer} {stage}"
            );
        }
        assert!(may(&elsewhere, Verb::RequestSend, &object, now()).is_err());
    }
}

#[test]
fn the_duty_desk_acts_on_what_is_urgent_only() {
    let world = World::new();
    let duty = actor(1, ("XA", "ca"), &[DutyOfficer]);
    for verb in [Verb::RequestRegister, Verb::RequestAcknowledge] {
        assert!(may(&duty, verb, &world.open(), now()).is_ok());
        let calm = Object {
            urgent: false,
            ..world.open()
        };
        assert_eq!(
            may(&duty, verb, &calm, now()).unwrap_err().code,
            "NOT-ALLOWED"
        );
        assert!(
            may(
                &actor(
                    1,
                    ("XA", "ca"),
                    &[DutyOfficer, RegistryOfficer, CaseOfficer]
                ),
                verb,
                &calm,
                now()
            )
            .is_ok()
        );
    }
}

#[test]
fn a_border_officer_sees_duty_contacts_checks_and_reports_encounters_only() {
    let world = World::new();
    let border = actor(1, ("XA", "border"), &[BorderOfficer]);
    let may_do: Vec<Verb> = Verb::ALL
        .iter()
        .copied()
        .filter(|verb| {
            may(
                &border,
                *verb,
                &Object {
                    contacts_only: true,
                    ..Object::node(&world.home)
                },
                now(),
            )
            .is_ok()
        })
        .collect();
    let all = [
        Verb::EncounterReport,
        Verb::DirectoryRead,
        Verb::ScreenCheck,
    ];
    assert_eq!(may_do, all);
    assert!(
        may(
            &border,
            Verb::DirectoryRead,
            &Object::directory(&world.home, false),
            now()
        )
        .is_err()
    );
}

#[test]
fn auditor_and_administrator_see_no_case() {
    let world = World::new();
    let both = actor(1, ("XA", "ca"), &[Auditor, Administrator]);
    for &verb in Verb::ALL.iter().filter(|v| {
        ["request.", "evidence.", "access."]
            .iter()
            .any(|of| v.code().starts_with(of))
    }) {
        assert!(may(&both, verb, &world.open(), now()).is_err(), "{verb}");
    }
}

#[test]
fn what_the_label_hides_does_not_exist() {
    let world = World::new();
    let secret = Label::own(&world.home, Class::TopSecret);
    let object = Object {
        label: Some(&secret),
        ..world.open()
    };
    let refusal = may(
        &actor(1, ("XA", "ca"), Role::ALL),
        Verb::RequestRead,
        &object,
        now(),
    )
    .unwrap_err();
    assert_eq!(refusal, Refusal::new("NOT-FOUND"));
}

#[test]
fn machines_do_what_is_theirs() {
    let world = World::new();
    let envelope = Object::envelope(&world.home, &world.partner);
    let peer = |code| Actor::Peer { state: state(code) };
    for &verb in Verb::ALL {
        assert_eq!(
            may(&peer("XB"), verb, &envelope, now()).is_ok(),
            verb == Verb::ReceiveEnvelope,
            "{verb}"
        );
        assert!(may(&peer("XC"), verb, &envelope, now()).is_err(), "{verb}");
        assert!(may(&peer("XA"), verb, &envelope, now()).is_err(), "{verb}");
        let stranger = Actor::worker(&world.home, "stranger");
        assert!(may(&stranger, verb, &envelope, now()).is_err(), "{verb}");
        let operator = Actor::operator(&world.home);
        let of_a_case = verb.code().starts_with("request.") || verb.code().starts_with("evidence.");
        assert!(
            !of_a_case || may(&operator, verb, &world.open(), now()).is_err(),
            "{verb}"
        );
    }
    for (worker, verb) in [
        ("inbox", Verb::ReceiveEnvelope),
        ("outbox", Verb::SendEnvelope),
        ("timers", Verb::KeepTime),
        ("operator", Verb::KeepTime),
        ("timers", Verb::RequestLapse),
        ("retention", Verb::RequestArchive),
        ("operator", Verb::BackupMake),
        ("operator", Verb::ListImport),
        ("operator", Verb::TreatyImport),
        ("operator", Verb::DirectoryEnter),
        ("operator", Verb::DocketImport),
        ("operator", Verb::PeerAdd),
        ("link", Verb::AssignmentOpen),
        ("link", Verb::AssignmentReport),
        ("retention", Verb::AccessKeep),
    ] {
        assert!(
            may(&Actor::worker(&world.home, worker), verb, &envelope, now()).is_ok(),
            "{worker} {verb}"
        );
        assert!(
            may(
                &Actor::worker(&world.partner, worker),
                verb,
                &envelope,
                now()
            )
            .is_err(),
            "{worker} {verb}"
        );
    }
}
