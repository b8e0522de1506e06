//! Limits of use, taint and speciality of what was received, at every door by which it could be read, used or passed on.

use std::collections::BTreeSet;

use futures_util::stream;
use jiff::SignedDuration;
use jiff::civil::date;
use model::request::{
    self, Consent, Obtained, Onward, Provenance, SafeguardAct, Use, UseEvidence, UseLevel,
    UseLimits,
};
use model::{EvidenceId, RequestId, Role};
use office::evidence::{self, Attach, GiveBack, Which};
use office::requests;
use office::{Silent, backup};
use sim::locked::{Case, DONE, cases, write};
use sim::{House, Town};

use crate::desk::{holds, town};
use crate::first_request::{answer_and_execute, on, piece, see, send};

const BYTES: &[u8] = b"the records of account 12";

type Body = stream::Iter<std::vec::IntoIter<std::io::Result<bytes::Bytes>>>;

fn body(bytes: &'static [u8]) -> Body {
    stream::iter(vec![Ok(bytes::Bytes::from_static(bytes))])
}

fn limits(level: UseLevel) -> UseLimits {
    UseLimits {
        level,
        only: BTreeSet::new(),
        onward: Onward::No,
        expires: Some(date(2026, 9, 15)),
        confidential: false,
    }
}

/// Pieces that XB attached to a request of XA, each as its maker shapes it from those before, returned and opened at XA.
async fn received(
    town: &Town,
    make: &[&dyn Fn(&mut Attach, &[EvidenceId])],
) -> (RequestId, Vec<EvidenceId>) {
    let id = send(town).await;
    town.settle(600).await.unwrap();
    answer_and_execute(town, id).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let theirs = xb.officer(Role::CaseOfficer);
    let mut ids = Vec::new();
    for (n, shape) in make.iter().enumerate() {
        let mut attach = piece(&xb.office, id);
        shape(&mut attach, &ids);
        let text: &'static [u8] = [BYTES, b"second", b"third"][n];
        let made = evidence::attach(&xb.office, theirs, attach, body(text)).await;
        ids.push(made.unwrap());
    }
    let now = see(xb, Role::CaseOfficer, id).await;
    let back = |proving_torture| GiveBack {
        items: Vec::new(),
        certificate: "Returned complete.".to_owned(),
        proving_torture,
    };
    let plain = evidence::give_back(&xb.office, theirs, on(&xb.office, &now, back(false))).await;
    if let Err(refused) = plain {
        assert_eq!(refused.code(), "CAT-15", "only torture keeps a piece here");
        evidence::give_back(&xb.office, theirs, on(&xb.office, &now, back(true)))
            .await
            .unwrap();
    }
    town.settle(600).await.unwrap();
    for evidence in &ids {
        let now = see(xa, Role::CaseOfficer, id).await;
        let which = Which {
            evidence: *evidence,
        };
        let report = evidence::open(
            &xa.office,
            xa.officer(Role::CaseOfficer),
            on(&xa.office, &now, which),
        );
        assert!(report.await.unwrap().bytes_ok);
    }
    (id, ids)
}

/// Why the package for a court is not written; empty where it is.
async fn package(house: &House, id: RequestId, name: &str) -> String {
    let out = house.dir().join(name);
    let officer = house.officer(Role::CaseOfficer);
    let done = evidence::export_bag(&house.office, officer, id, &out, &Silent).await;
    let code = done.err().map_or_else(String::new, |e| e.code().to_owned());
    assert_eq!(out.exists(), code.is_empty(), "{name}");
    code
}

async fn read(house: &House, which: (RequestId, EvidenceId)) -> String {
    let officer = house.officer(Role::CaseOfficer);
    let done = evidence::stream(&house.office, officer, which).await;
    done.err().map_or_else(String::new, |e| e.code().to_owned())
}

/// Why a use is not written into the record; empty where it is.
async fn used(house: &House, (id, evidence): (RequestId, EvidenceId), usage: Use) -> String {
    let act = SafeguardAct::Use(UseEvidence {
        evidence,
        usage,
        purpose: "The trial".to_owned(),
        to: (usage == Use::Onward).then(|| "XC".parse().unwrap()),
    });
    let done = write(house, id, act).await;
    done.err().map_or_else(String::new, |e| e.code().to_owned())
}

#[tokio::test]
async fn intelligence_is_read_and_goes_no_further_by_any_door() {
    let (dir, mut town) = town(231).await;
    let (id, ids) = received(
        &town,
        &[&|attach, _| {
            attach.limits = Some(limits(UseLevel::Intelligence));
        }],
    )
    .await;
    let which = (id, ids[0]);
    let xa = town.house("XA");
    assert_eq!(read(xa, which).await, "", "it may be read");
    assert_eq!(package(xa, id, "early").await, "DP-06");
    for (usage, code) in [
        (Use::Intelligence, ""),
        (Use::Investigation, "DP-06"),
        (Use::Court, "DP-06"),
        (Use::Arrest, "DP-06"),
        (Use::Association, "DP-06"),
        (Use::Screening, "DP-06"),
        (Use::Freezing, "DP-06"),
        (Use::OtherProceedings, "DP-06"),
        (Use::Onward, "DP-06"),
    ] {
        assert_eq!(used(xa, which, usage).await, code, "{usage}");
    }
    // A backup forgets none of it.
    let (copy, folder) = (dir.path().join("copy"), dir.path().join("again"));
    let operator = model::Actor::operator(xa.office.state());
    backup::make(&xa.office, &operator, &copy, &Silent)
        .await
        .unwrap();
    town.restore("XA", (&copy, &folder)).await.unwrap();
    let xa = town.house("XA");
    assert_eq!(package(xa, id, "restored").await, "DP-06");
    assert_eq!(used(xa, which, Use::Court).await, "DP-06");
    // The owner's consent to the one use opens that one, and no other.
    let consent = SafeguardAct::Consent(Consent {
        evidence: ids[0],
        usage: Use::Court,
        to: None,
        reference: "B-77".to_owned(),
        on: date(2026, 3, 2),
    });
    write(xa, id, consent).await.unwrap();
    assert_eq!(used(xa, which, Use::Arrest).await, "DP-06");
    assert_eq!(package(xa, id, "consented").await, "");
    // After the last day nothing of it is read, and no consent helps.
    town.pass(SignedDuration::from_hours(24 * 200));
    let xa = town.house("XA");
    assert_eq!(read(xa, which).await, "USE-EXPIRED");
    assert_eq!(package(xa, id, "late").await, "USE-EXPIRED");
    holds(xa).await;
}

#[tokio::test]
async fn what_came_from_one_state_is_not_attached_for_another() {
    let (_dir, town) = town(232).await;
    let (id, ids) = received(&town, &[&|_, _| ()]).await;
    // XB asks XA in its turn, and a third State by letter; XA holds what XB sent it.
    let xa = town.house("XA");
    crate::by_letter::cardonia(&town).await;
    let third = crate::by_letter::working(xa).await;
    let officer = xa.officer(Role::CaseOfficer);
    let attach = async |bytes| {
        let act = piece(&xa.office, third);
        let done = evidence::attach(&xa.office, officer, act, body(bytes)).await;
        done.err().map_or_else(String::new, |e| e.code().to_owned())
    };
    assert_eq!(attach(BYTES).await, "DP-06");
    assert_eq!(attach(b"what we found ourselves").await, "");
    // Leave for another State, or for another use, is no leave for this one.
    let consent = |usage, to: Option<&str>| {
        SafeguardAct::Consent(Consent {
            evidence: ids[0],
            usage,
            to: to.map(|code| code.parse().unwrap()),
            reference: "B-78".to_owned(),
            on: date(2026, 3, 2),
        })
    };
    for (usage, to) in [(Use::Onward, Some("FR")), (Use::Court, Some("XC"))] {
        write(xa, id, consent(usage, to)).await.unwrap();
        assert_eq!(attach(BYTES).await, "DP-06", "{usage} {to:?}");
    }
    write(xa, id, consent(Use::Onward, Some("XC")))
        .await
        .unwrap();
    assert_eq!(attach(BYTES).await, "");
    holds(xa).await;
}

#[tokio::test]
async fn what_comes_from_torture_proves_it_and_nothing_else() {
    let (_dir, town) = town(233).await;
    let derived = |attach: &mut Attach, before: &[EvidenceId]| {
        attach.provenance.derived_from = BTreeSet::from([*before.last().unwrap()]);
    };
    let (id, ids) = received(
        &town,
        &[
            &|attach, _| {
                attach.kind = "statement".to_owned();
                attach.provenance = Provenance {
                    obtained: Some(Obtained::Tainted),
                    ..Provenance::default()
                };
            },
            &derived,
            &derived,
        ],
    )
    .await;
    let xa = town.house("XA");
    for item in &ids {
        for usage in Use::ALL {
            let code = match usage {
                Use::ProvingTorture => "",
                _ => "CAT-15",
            };
            assert_eq!(used(xa, (id, *item), *usage).await, code, "{usage}");
        }
    }
    assert_eq!(package(xa, id, "court").await, "CAT-15");
}

#[tokio::test]
async fn a_statement_of_which_nobody_says_how_supports_no_arrest() {
    let (_dir, town) = town(234).await;
    let derived = |attach: &mut Attach, before: &[EvidenceId]| {
        attach.provenance.derived_from = before.iter().copied().collect();
    };
    let (id, ids) = received(
        &town,
        &[
            &|attach, _| {
                attach.kind = "statement".to_owned();
                attach.provenance.obtained = Some(Obtained::Unknown);
            },
            &derived,
        ],
    )
    .await;
    let xa = town.house("XA");
    for item in &ids {
        for usage in [Use::Arrest, Use::Association, Use::Screening] {
            let code = used(xa, (id, *item), usage).await;
            assert_eq!(code, "OBTAINED-UNKNOWN", "{usage}");
        }
        assert_eq!(used(xa, (id, *item), Use::Court).await, "");
    }
    // Without a word on it the statement is not attached at all.
    let xb = town.house("XB");
    let help = [(model::Kind::Mla, None)];
    let road = &DONE[..2];
    let made = cases(&town, (request::Gate::HandOver, &help), road).await;
    let [Case { id, .. }] = made.unwrap().try_into().unwrap();
    let bare = Attach {
        kind: "confession".to_owned(),
        ..piece(&xb.office, id)
    };
    let officer = xb.officer(Role::CaseOfficer);
    let refused = evidence::attach(&xb.office, officer, bare, body(b"I did it")).await;
    assert_eq!(refused.unwrap_err().code(), "MISSING");
    let now = see(xb, Role::CaseOfficer, id).await;
    let done = request::Progress {
        note: Some("No statement was attached.".to_owned()),
    };
    requests::progress(&xb.office, officer, on(&xb.office, &now, done))
        .await
        .unwrap();
}
