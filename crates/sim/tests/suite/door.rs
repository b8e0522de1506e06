//! Signing in, and who sees nothing.

use jiff::SignedDuration;
use model::{Purpose, RequestId, Role, limits, request};
use office::people::{SignIn, session, sign_in_password};
use office::requests::{self, Note, Plain};
use office::{Error, evidence, papers};
use sim::town::PASSWORD;

use crate::desk::{content, handed_in, hire, ledger_size, town};
use crate::first_request::{on, see, send};

fn sign_in(login: &str, password: &str) -> SignIn {
    SignIn {
        login: login.to_owned(),
        password: password.to_owned(),
    }
}

#[tokio::test]
async fn a_wrong_password_and_an_unknown_login_are_answered_alike() {
    let (_dir, town) = town(21).await;
    let office = &town.house("XA").office;
    let said = |error: Error| (error.code().to_owned(), format!("{:?}", error.refusal()));
    let mut answers = Vec::new();
    for (login, password) in [
        ("case-officer", "wrong wrong wrong"),
        ("nobody", PASSWORD),
        ("nobody", ""),
        (&"x".repeat(200), PASSWORD),
    ] {
        let answer = sign_in_password(office, sign_in(login, password)).await;
        answers.push(said(answer.unwrap_err()));
    }
    assert_eq!(answers.first().unwrap().0, "SIGN-IN");
    assert!(
        answers.windows(2).all(|pair| pair[0] == pair[1]),
        "{answers:?}"
    );
}

#[tokio::test]
async fn too_many_failures_lock_and_time_unlocks() {
    let (_dir, town) = town(22).await;
    let office = &town.house("XA").office;
    // All at once: each guess counts, whether or not the others were judged.
    let guesses = (0..limits::SIGN_IN_FAILURES_MAX + 3).map(|n| {
        let guess = sign_in("approver", &format!("guess number {n}"));
        sign_in_password(office, guess)
    });
    let answers = futures_util::future::join_all(guesses).await;
    let judged = answers
        .iter()
        .filter(|a| a.as_ref().is_err_and(|e| e.code() == "SIGN-IN"))
        .count();
    assert_eq!(judged, limits::SIGN_IN_FAILURES_MAX as usize);
    let right = sign_in_password(office, sign_in("approver", PASSWORD)).await;
    assert_eq!(right.unwrap_err().code(), "LOCKED");
    let other = sign_in_password(office, sign_in("judge", PASSWORD)).await;
    assert!(other.is_ok(), "only that login is locked");
    town.pass(SignedDuration::from_secs(limits::LOCK_OUT_S - 1));
    let early = sign_in_password(office, sign_in("approver", PASSWORD)).await;
    assert_eq!(early.unwrap_err().code(), "LOCKED");
    town.pass(SignedDuration::from_secs(2));
    assert!(
        sign_in_password(office, sign_in("approver", PASSWORD))
            .await
            .is_ok()
    );
}

#[tokio::test]
async fn sessions_end_by_idleness_and_in_any_case() {
    let (_dir, town) = town(23).await;
    let office = &town.house("XA").office;
    let token = sign_in_password(office, sign_in("judge", PASSWORD))
        .await
        .unwrap();
    town.pass(SignedDuration::from_secs(limits::SESSION_IDLE_S - 1));
    assert!(session(office, &token).await.unwrap().is_some());
    town.pass(SignedDuration::from_secs(limits::SESSION_IDLE_S));
    assert!(session(office, &token).await.unwrap().is_none(), "idle");
    let token = sign_in_password(office, sign_in("judge", PASSWORD))
        .await
        .unwrap();
    let step = limits::SESSION_IDLE_S / 2;
    for _ in 0..(limits::SESSION_LIFE_S / step - 1) {
        town.pass(SignedDuration::from_secs(step));
        assert!(session(office, &token).await.unwrap().is_some(), "in use");
    }
    town.pass(SignedDuration::from_secs(step));
    assert!(session(office, &token).await.unwrap().is_none(), "over");
}

#[tokio::test]
async fn who_has_no_business_with_requests_reads_none() {
    let (_dir, town) = town(24).await;
    let xa = town.house("XA");
    let id = send(&town).await;
    let absent: RequestId = "01900000-0000-7000-8000-000000000000".parse().unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let stranger = hire(xa, "stranger", "fiu", &[Role::CaseOfficer]).await;
    let outsiders = [
        xa.officer(Role::BorderOfficer),
        xa.officer(Role::Auditor),
        xa.officer(Role::Administrator),
        &stranger,
    ];
    for actor in outsiders {
        let reader = xa.office.read(actor, Purpose::Mla).await.unwrap();
        if actor.has(Role::CaseOfficer) {
            assert_eq!(reader.worklist(&Default::default()).await.unwrap().total, 0);
            assert_eq!(reader.counts().await.unwrap().open, 0);
        } else {
            assert!(reader.worklist(&Default::default()).await.is_err());
            assert!(reader.counts().await.is_err());
        }
        let mut answers = Vec::new();
        for id in [id, absent] {
            let paper = (papers::PaperKind::Request, model::Lang::En);
            let withdraw = request::Withdraw {
                reason: "none".to_owned(),
            };
            let mut request = now.clone();
            request.id = id;
            let (office, of) = (&xa.office, &request);
            let item = "01900000-0000-7000-8000-000000000001".parse().unwrap();
            let codes = [
                reader.request(id).await.unwrap().is_none().to_string(),
                code(reader.receipts(id).await),
                code(reader.ledger_of(id).await),
                code(reader.evidence(id, item).await),
                code(requests::check(office, actor, id).await),
                code(papers::print(office, actor, id, paper).await),
                code(evidence::check(office, actor, id, &office::Silent).await),
                code(evidence::stream(office, actor, (id, item)).await),
                code(requests::approve(office, actor, on(office, of, Note::default())).await),
                code(requests::send(office, actor, on(office, of, Plain {})).await),
                code(requests::withdraw(office, actor, on(office, of, withdraw)).await),
            ];
            answers.push(codes);
        }
        assert_eq!(answers[0], answers[1], "hidden and absent: {actor:?}");
        assert!(answers[0].iter().all(|c| c != "ok"), "{:?}", answers[0]);
    }
}

fn code<T>(answer: office::Result<T>) -> String {
    answer.map_or_else(
        |e| format!("{} {:?}", e.code(), e.refusal()),
        |_| "ok".to_owned(),
    )
}

#[tokio::test]
async fn an_act_done_twice_changes_nothing_and_a_stale_one_is_refused() {
    let (_dir, town) = town(25).await;
    let xa = town.house("XA");
    let id = handed_in(xa, content(), request::Standing::Complete)
        .await
        .unwrap();
    let now = see(xa, Role::Approver, id).await;
    let approver = xa.officer(Role::Approver);
    let click = on(&xa.office, &now, Note::default());
    let first = requests::approve(&xa.office, approver, click.clone())
        .await
        .unwrap();
    let size = ledger_size(&xa.office).await;
    let again = requests::approve(&xa.office, approver, click)
        .await
        .unwrap();
    assert_eq!((first, size), (again, ledger_size(&xa.office).await));
    let stale = on(&xa.office, &now, Plain {});
    let refused = requests::send(&xa.office, xa.officer(Role::CaseOfficer), stale).await;
    assert_eq!(refused.unwrap_err().code(), "STALE");
    assert_eq!(size, ledger_size(&xa.office).await);
}
