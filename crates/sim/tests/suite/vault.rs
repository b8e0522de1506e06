//! What lies on disk: unreadable without the key, and no byte of it changes unseen.

use model::{Purpose, Role};
use office::{Silent, evidence};

use crate::desk::{content, handed_in, town};
use crate::first_request::{answer_and_execute, give_back, see, send, walk_files};

const CANARY: &str = "canary-7f3a91-must-not-be-read";

#[tokio::test]
async fn free_text_is_in_no_file_and_in_no_envelope() {
    let (_dir, town) = town(81).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let mut content = content();
    content["title"] = CANARY.into();
    let id = handed_in(xa, content, model::request::Standing::Complete)
        .await
        .unwrap();
    let office = &xa.office;
    let now = see(xa, Role::CaseOfficer, id).await;
    let note = office::requests::Note {
        note: Some(format!("approved {CANARY}")),
    };
    office::requests::approve(
        office,
        xa.officer(Role::Approver),
        crate::first_request::on(office, &now, note),
    )
    .await
    .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    office::requests::send(
        office,
        xa.officer(Role::CaseOfficer),
        crate::first_request::on(office, &now, office::requests::Plain {}),
    )
    .await
    .unwrap();
    town.settle(100).await.unwrap();
    let arrived = see(xb, Role::RegistryOfficer, id).await;
    assert_eq!(arrived.content["title"], CANARY, "it did arrive");
    let holds = |bytes: &[u8]| bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes());
    let envelopes = town.roads.sightings();
    assert!(!envelopes.is_empty());
    assert!(envelopes.iter().all(|e| !holds(&e.bytes)));
    for house in [xa, xb] {
        let mut files = Vec::new();
        walk_files(house.dir(), &mut files);
        assert!(
            files.iter().any(|f| f.to_string_lossy().contains("-wal")),
            "{files:?}"
        );
        for file in files {
            let Ok(bytes) = std::fs::read(&file) else {
                continue;
            };
            assert!(!holds(&bytes), "{}", file.display());
        }
    }
}

#[tokio::test]
async fn a_flipped_byte_in_the_vault_is_found_and_named() {
    let (_dir, town) = town(82).await;
    let id = send(&town).await;
    town.settle(100).await.unwrap();
    answer_and_execute(&town, id).await;
    let bytes = give_back(&town, id, 200_000).await;
    town.settle(100).await.unwrap();
    let xa = town.house("XA");
    let officer = xa.officer(Role::CaseOfficer);
    let check = || evidence::check(&xa.office, officer, id, &Silent);
    assert!(
        check()
            .await
            .unwrap()
            .iter()
            .all(|r| r.bytes_ok && r.custody_ok)
    );
    let item = see(xa, Role::CaseOfficer, id).await.evidence[0].clone();
    let blob = item.blob.unwrap().to_string();
    let path = xa.dir().join("blobs").join(&blob[..2]).join(&blob);
    let kept = std::fs::read(&path).unwrap();
    assert!(kept.len() > bytes.len());
    for at in [0, 20, kept.len() / 2, kept.len() - 1] {
        let mut flipped = kept.clone();
        flipped[at] ^= 1;
        std::fs::write(&path, &flipped).unwrap();
        let report = check().await.unwrap();
        let line = report.iter().find(|r| r.id == item.id).unwrap();
        assert!(
            !line.bytes_ok && line.problem.is_some() && line.title == item.title,
            "byte {at}: {line:?}"
        );
        let found = office::ledger::verify(
            &xa.office,
            &model::Actor::operator(xa.office.state()),
            &Silent,
        )
        .await
        .unwrap();
        assert!(
            found.problems.iter().any(|p| p.place.contains(&blob)),
            "{:?}",
            found.problems
        );
    }
    std::fs::write(&path, &kept[..kept.len() - 1]).unwrap();
    assert!(!check().await.unwrap()[0].bytes_ok, "cut off");
    std::fs::write(&path, &kept).unwrap();
    assert!(check().await.unwrap()[0].bytes_ok);
    let mut chain = item.custody.clone();
    seal::custody::verify(&item.sha256, &chain).unwrap();
    chain[0].why = "found in the street".to_owned();
    assert!(chain.len() > 1, "{chain:?}");
    let broken = seal::custody::verify(&item.sha256, &chain);
    assert!(broken.is_err(), "a changed link is found");
    let reader = xa.office.read(officer, Purpose::Mla).await.unwrap();
    assert!(reader.request(id).await.unwrap().is_some());
}
