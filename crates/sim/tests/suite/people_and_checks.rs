//! People at the door and at the border desk: acts that are bound to who did them, checks that are on record, lists that are
//! damaged or old, officers who are changed.

use std::path::Path;

use model::{Actor, Role, limits};
use office::people::{SignIn, sign_in_password};
use office::requests::{self, Note};
use office::screening::{self, Check};
use office::{Office, Silent, evidence};

use crate::desk::{content, handed_in, hire, ledger_size, town};
use crate::first_request::{answer_and_execute, on, piece, see, send};

#[tokio::test]
async fn an_act_that_was_done_answers_nobody_else_and_nothing_else() {
    let (_dir, town) = town(71).await;
    let xa = town.house("XA");
    let office = &xa.office;
    let standing = model::request::Standing::Complete;
    let id = handed_in(xa, content(), standing).await.unwrap();
    let now = see(xa, Role::Approver, id).await;
    let approver = xa.officer(Role::Approver);
    let click = on(office, &now, Note::default());
    requests::approve(office, approver, click.clone())
        .await
        .unwrap();
    let size = ledger_size(office).await;
    let second = hire(xa, "second", "ca", &[Role::Approver]).await;
    let somebody = requests::approve(office, &second, click.clone()).await;
    assert_eq!(somebody.unwrap_err().code(), "ACT-REUSED", "another person");
    let mut elsewhere = on(
        office,
        &now,
        model::request::Withdraw {
            reason: "none".to_owned(),
        },
    );
    elsewhere.act = click.act;
    let other = requests::withdraw(office, approver, elsewhere).await;
    assert_eq!(other.unwrap_err().code(), "ACT-REUSED", "another verb");
    assert_eq!(ledger_size(office).await, size + 1, "only the hiring");
}

#[tokio::test]
async fn a_draft_and_a_piece_of_evidence_answer_only_the_hands_that_made_them() {
    let (_dir, town) = town(75).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let first = xa.officer(Role::CaseOfficer);
    let second = hire(xa, "second", "ca", &[Role::CaseOfficer]).await;
    let click = crate::desk::draft(&xa.office, content());
    let id = requests::draft(&xa.office, first, click.clone())
        .await
        .unwrap();
    let again = requests::draft(&xa.office, first, click.clone()).await;
    assert_eq!(again.unwrap(), id, "the same click, the same draft");
    let refused = requests::draft(&xa.office, &second, click).await;
    assert_eq!(refused.unwrap_err().code(), "ACT-REUSED", "another officer");

    let id = send(&town).await;
    town.settle(100).await.unwrap();
    answer_and_execute(&town, id).await;
    let officer = xb.officer(Role::CaseOfficer);
    let other = hire(xb, "other", "ca", &[Role::CaseOfficer]).await;
    let click = piece(&xb.office, id);
    let file = || futures_util::stream::iter([Ok(bytes::Bytes::from_static(b"a ledger page"))]);
    let kept = evidence::attach(&xb.office, officer, click.clone(), file())
        .await
        .unwrap();
    let again = evidence::attach(&xb.office, officer, click.clone(), file()).await;
    assert_eq!(again.unwrap(), kept, "the same click, the same piece");
    let refused = evidence::attach(&xb.office, &other, click, file()).await;
    assert_eq!(refused.unwrap_err().code(), "ACT-REUSED", "another officer");
}

#[tokio::test]
async fn an_earlier_editor_stays_an_editor() {
    let (_dir, town) = town(72).await;
    let xa = town.house("XA");
    let office = &xa.office;
    let both = [Role::CaseOfficer, Role::Approver];
    let first = hire(xa, "first", "ca", &both).await;
    let second = hire(xa, "second", "ca", &both).await;
    let officer = xa.officer(Role::CaseOfficer);
    let draft = crate::desk::draft(office, content());
    let id = requests::draft(office, officer, draft).await.unwrap();
    for (who, title) in [(&first, "Written by the first"), (&second, "A comma moved")] {
        let mut content = content();
        content["title"] = title.into();
        let edit = model::request::Edit {
            content: Some(content),
            ..Default::default()
        };
        let now = see(xa, Role::CaseOfficer, id).await;
        requests::edit(office, who, on(office, &now, edit))
            .await
            .unwrap();
    }
    let now = see(xa, Role::CaseOfficer, id).await;
    let submit = requests::Submit {
        standing: model::request::Standing::Consultation,
        reasons: Default::default(),
    };
    requests::submit(office, officer, on(office, &now, submit))
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    for who in [&first, &second] {
        let refused = requests::approve(office, who, on(office, &now, Note::default())).await;
        assert_eq!(refused.unwrap_err().code(), "FOUR-EYES");
    }
}

fn question(office: &Office, name: &str) -> Check {
    Check {
        act: Some(office.new_act()),
        name: name.to_owned(),
        ..Check::default()
    }
}

#[tokio::test]
async fn a_check_done_twice_is_one_record_and_asks_one_question() {
    let (_dir, town) = town(73).await;
    let xa = town.house("XA");
    let office = &xa.office;
    let officer = xa.officer(Role::BorderOfficer);
    let act = question(office, "Tariq Zuhayr al-Qarmadi");
    let first = screening::check(office, officer, act.clone())
        .await
        .unwrap();
    let size = ledger_size(office).await;
    let again = screening::check(office, officer, act.clone())
        .await
        .unwrap();
    assert_eq!(again.query, first.query, "the same record");
    let other = Check {
        name: "Somebody Else".to_owned(),
        ..act.clone()
    };
    let refused = screening::check(office, officer, other).await;
    assert_eq!(
        refused.unwrap_err().code(),
        "ACT-REUSED",
        "another question"
    );
    let duty = xa.officer(Role::DutyOfficer);
    let refused = screening::check(office, duty, act).await;
    assert_eq!(refused.unwrap_err().code(), "ACT-REUSED", "another officer");
    assert_eq!(ledger_size(office).await, size);
}

#[tokio::test]
async fn invented_logins_are_locked_alike_and_leave_nothing_behind() {
    let (_dir, town) = town(74).await;
    let office = &town.house("XA").office;
    let size = ledger_size(office).await;
    let mut answers = Vec::new();
    for login in ["nobody", "approver"] {
        let mut codes = Vec::new();
        for _ in 0..limits::SIGN_IN_FAILURES_MAX + 2 {
            let guess = SignIn {
                login: login.to_owned(),
                password: "a guess that is wrong".to_owned(),
            };
            let refused = sign_in_password(office, guess).await.unwrap_err();
            codes.push(refused.code().to_owned());
        }
        answers.push(codes);
    }
    assert_eq!(
        answers[0], answers[1],
        "nobody learns which logins there are"
    );
    assert_eq!(answers[0].last().unwrap(), "LOCKED");
    assert_eq!(
        ledger_size(office).await,
        size + 1,
        "only the officer's lock is on record"
    );
    // A lock is about guessed passwords: whoever asks for a passkey is answered as before.
    let asked = office::passkeys::passkey_sign_in_start(office, "approver").await;
    assert_eq!(asked.unwrap_err().code(), "SIGN-IN", "no passkey yet");
}

const LIST: &str = include_str!("../../../screen/testdata/demo_list.xml");

async fn import(office: &Office, bytes: String) -> office::Result<screening::ImportReport> {
    let act = screening::Import {
        name: "Demonstration list".to_owned(),
        ..screening::Import::of(office.new_act(), bytes)
    };
    screening::import(office, &Actor::operator(office.state()), act, &Silent).await
}

#[tokio::test]
async fn an_older_list_does_not_take_back_what_is_in_force() {
    let (_dir, town) = town(75).await;
    let office = &town.house("XA").office;
    import(office, LIST.to_owned()).await.unwrap();
    let older = LIST.replace("dateGenerated=\"2026-10-01", "dateGenerated=\"2026-09-30");
    let refused = import(office, older).await.unwrap_err();
    assert_eq!(refused.code(), "LIST-OLD");
    let newer = LIST.replace("dateGenerated=\"2026-10-01", "dateGenerated=\"2026-10-02");
    assert_eq!(import(office, newer).await.unwrap().version, 2);
}

pub(crate) fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).unwrap()),
        }
    }
}

fn files(dir: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path());
    entries
        .flat_map(|path| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        })
        .collect()
}

#[tokio::test]
async fn a_damaged_list_stops_no_node_and_is_said_to_be_damaged() {
    let (dir, mut town) = town(76).await;
    import(&town.house("XA").office, LIST.to_owned())
        .await
        .unwrap();
    let again = dir.path().join("XA-again");
    copy(town.house("XA").dir(), &again);
    let blob = files(&again.join("blobs"))
        .into_iter()
        .max_by_key(|path| path.metadata().unwrap().len())
        .unwrap();
    let mut bytes = std::fs::read(&blob).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    std::fs::write(&blob, bytes).unwrap();
    // A town's dice begin anew with the time.
    town.pass(jiff::SignedDuration::from_hours(1));
    town.reopen("XA", &again).await.unwrap();
    let xa = town.house("XA");
    let office = &xa.office;
    assert_eq!(screening::damaged(office), ["un-sc"]);
    let asked = question(office, "Ingeborg Halvorsen");
    let officer = xa.officer(Role::BorderOfficer);
    let answer = screening::check(office, officer, asked).await.unwrap();
    assert_eq!(format!("{:?}", answer.advice.answer), "CannotSay");
    let operator = Actor::operator(office.state());
    let report = office::ledger::verify(office, &operator, &Silent)
        .await
        .unwrap();
    let name = blob.file_name().unwrap().to_string_lossy().into_owned();
    assert!(
        format!("{:?}", report.problems).contains(&name),
        "{name}: {:?}",
        report.problems
    );
    import(office, LIST.to_owned()).await.unwrap();
    assert!(
        screening::damaged(office).is_empty(),
        "another import heals"
    );
}
