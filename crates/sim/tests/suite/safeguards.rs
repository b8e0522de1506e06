//! Safeguards: what a forger, a hostile peer or a fire must not be able to do unseen. Here, the evidence package.

pub(crate) mod by_hand;
mod hostile;
mod limits;
mod locks;

use std::path::Path;

use model::request::Stage;
use model::{RequestId, Role};
use office::{Silent, evidence};
use seal::bag::{Files, MANIFEST_FILE, ROOT_FILE, TAG_MANIFEST_FILE, manifest, root_line};
use sim::Town;

use crate::desk::town;
use crate::first_request::{answer_and_execute, give_back, see, send, walk_files};

/// A request whose evidence was sent and has arrived.
async fn returned(town: &Town, size: usize) -> RequestId {
    let id = send(town).await;
    town.settle(600).await.unwrap();
    answer_and_execute(town, id).await;
    give_back(town, id, size).await;
    town.settle(600).await.unwrap();
    let now = see(town.house("XA"), Role::CaseOfficer, id).await;
    assert_eq!(now.stage, Stage::ReturnSent, "{:?}", now.events);
    id
}

/// As `returned`, and opened: before that nobody reads or exports it.
async fn opened(town: &Town, size: usize) -> RequestId {
    let id = returned(town, size).await;
    let xa = town.house("XA");
    let (office, officer) = (&xa.office, xa.officer(Role::CaseOfficer));
    let now = see(xa, Role::CaseOfficer, id).await;
    let item = now.evidence.first().unwrap().id;
    let nowhere = xa.dir().join("never");
    let early = evidence::export_bag(office, officer, id, &nowhere, &Silent).await;
    assert_eq!(early.unwrap_err().code(), "EVIDENCE-UNCHECKED");
    assert!(!nowhere.exists());
    let early = evidence::stream(office, officer, (id, item)).await;
    assert_eq!(early.err().unwrap().code(), "EVIDENCE-UNCHECKED");
    let which = evidence::Which { evidence: item };
    evidence::open(
        office,
        officer,
        crate::first_request::on(office, &now, which),
    )
    .await
    .unwrap();
    id
}

/// Write the lists of a bag anew over what is in it now, as a forger would.
fn relist(bag: &Path) {
    let mut files = Vec::new();
    walk_files(bag, &mut files);
    let (mut payload, mut tags) = (Files::new(), Files::new());
    for path in files {
        let name = path.strip_prefix(bag).unwrap().to_str().unwrap().to_owned();
        let digest = seal::sha256(&std::fs::read(&path).unwrap());
        if name.starts_with("data/") {
            payload.insert(name, digest);
        } else if ![MANIFEST_FILE, TAG_MANIFEST_FILE, ROOT_FILE].contains(&name.as_str()) {
            tags.insert(name, digest);
        }
    }
    let listed = manifest(&payload).unwrap();
    tags.insert(MANIFEST_FILE.to_owned(), seal::sha256(listed.as_bytes()));
    std::fs::write(bag.join(MANIFEST_FILE), listed).unwrap();
    let tags = manifest(&tags).unwrap();
    std::fs::write(bag.join(ROOT_FILE), root_line(&tags)).unwrap();
    std::fs::write(bag.join(TAG_MANIFEST_FILE), tags).unwrap();
}

fn copy(from: &Path, to: &Path) {
    let mut files = Vec::new();
    walk_files(from, &mut files);
    for path in files {
        let target = to.join(path.strip_prefix(from).unwrap());
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(&path, &target).unwrap();
    }
}

/// Lay other bytes under a package and mend everything that needs no key: custody, record, lists.
fn forge(bag: &Path) {
    use seal::cbor::Form as _;
    let mut files = Vec::new();
    walk_files(&bag.join("data"), &mut files);
    let data = files.pop().unwrap();
    let (old, new) = (
        std::fs::read(&data).unwrap(),
        b"nobody signed this".to_vec(),
    );
    let (old, new_digest) = (seal::sha256(&old), seal::sha256(&new));
    std::fs::write(&data, new).unwrap();
    let name = data.file_name().unwrap().to_str().unwrap();
    let step = seal::custody::Step {
        at: "2026-03-02T09:00:00Z".parse().unwrap(),
        by: "XB:officer".to_owned(),
        action: "sealed".to_owned(),
        why: "forged".to_owned(),
    };
    let chain = seal::custody::Chain {
        evidence: new_digest,
        events: vec![seal::custody::next(&new_digest, &[], step)],
    };
    let custody = bag.join(format!("metadata/custody/{name}.cbor"));
    std::fs::write(custody, chain.to_bytes()).unwrap();
    let record = bag.join("metadata/request.json");
    let text = std::fs::read_to_string(&record).unwrap();
    let text = text.replace(&old.to_string(), &new_digest.to_string());
    std::fs::write(&record, text).unwrap();
    relist(bag);
}

#[tokio::test]
async fn a_package_that_lost_its_proofs_or_was_laid_over_other_bytes_does_not_hold() {
    let (dir, town) = town(71).await;
    let id = opened(&town, 60_000).await;
    let xa = town.house("XA");
    let bag = dir.path().join("bag");
    evidence::export_bag(&xa.office, xa.officer(Role::CaseOfficer), id, &bag, &Silent)
        .await
        .unwrap();
    let whole = evidence::bag::verify(&bag).unwrap();
    assert!(whole.ok, "{:#?}", whole.lines);
    assert!(
        whole.lines.iter().any(|l| l
            .text
            .contains("until the fingerprint of each card was compared")),
        "it says on what trust rests"
    );
    for gone in [
        "cards",
        "court",
        "custody",
        "ledger",
        "receipts",
        "envelopes",
    ] {
        let copied = dir.path().join(format!("without-{gone}"));
        copy(&bag, &copied);
        std::fs::remove_dir_all(copied.join("metadata").join(gone)).unwrap();
        relist(&copied);
        let report = evidence::bag::verify(&copied).unwrap();
        assert!(!report.ok, "it held without {gone}: {:#?}", report.lines);
    }
    let other_log = seal::ledger::NoteSigner::from_seed("log.xa.example", &[9; 32])
        .unwrap()
        .key()
        .to_string();
    for (name, bytes) in [
        ("metadata/request.json", b"{\"items\":[]}".to_vec()),
        ("metadata/ledger/key.txt", other_log.into_bytes()),
    ] {
        let copied = dir.path().join(name.replace('/', "-"));
        copy(&bag, &copied);
        std::fs::write(copied.join(name), bytes).unwrap();
        relist(&copied);
        let report = evidence::bag::verify(&copied).unwrap();
        assert!(!report.ok, "it held with another {name}");
    }
    let forged = dir.path().join("forged");
    copy(&bag, &forged);
    forge(&forged);
    let report = evidence::bag::verify(&forged).unwrap();
    assert!(
        report
            .lines
            .iter()
            .any(|l| !l.ok && l.place.starts_with("data/") && l.text.contains("nobody has signed")),
        "{:#?}",
        report.lines
    );
}

#[cfg(unix)]
#[tokio::test]
async fn a_package_is_for_its_owner_and_has_every_line_of_the_ledger() {
    use std::os::unix::fs::PermissionsExt as _;
    let (dir, town) = town(72).await;
    let id = opened(&town, 5_000).await;
    let xa = town.house("XA");
    let bag = dir.path().join("bag");
    std::fs::create_dir(&bag).unwrap();
    evidence::export_bag(&xa.office, xa.officer(Role::CaseOfficer), id, &bag, &Silent)
        .await
        .unwrap();
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&bag), 0o700);
    assert_eq!(mode(&bag.join("metadata/custody")), 0o700);
    let mut files = Vec::new();
    walk_files(&bag, &mut files);
    for path in files {
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
}
