//! The evidence package: a BagIt bag (RFC 8493) with the files, their custody, the signed manifest in the forms that openssl
//! takes, the envelope, the receipts, the cards and the ledger's proof. It is written for people who have none of our software.

mod binding;
mod verify;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use futures_util::StreamExt;
use jiff::Timestamp;
use model::policy::role_for;
use model::request::{EvidenceItem, Request, Use, UseEvidence};
use model::{Actor, Digest, Object, Purpose, Refusal, RequestId, Verb};
use seal::Hasher;
use seal::bag::{
    BAGIT_FILE, BAGIT_TEXT, Files, INFO_FILE, MANIFEST_FILE, ROOT_FILE, TAG_MANIFEST_FILE,
    bag_info, manifest, root_line,
};
use seal::cbor::Form as _;
use seal::court::court_files;
use seal::custody::Chain;

pub use verify::{BagReport, Said as BagLine, verify};

use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::ports::Progress;
use crate::requests::record_id;

/// How to check the package with tools that every system has.
const README: &str = include_str!("bag/README.txt");

/// A bag being written.
struct Bag {
    dir: PathBuf,
    payload: Files,
    tags: Files,
    payload_bytes: u64,
}

/// Make a folder that only its owner can look into: what is in a package is for nobody else on the machine.
fn folder(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// The outermost folder may have been there before, empty and open to others.
fn close_off(path: &Path) -> std::io::Result<()> {
    folder(path)?;
    #[cfg(unix)]
    {
        let only_owner = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        std::fs::set_permissions(path, only_owner)?;
    }
    Ok(())
}

impl Bag {
    fn file(&self, path: &str) -> Result<(std::fs::File, PathBuf)> {
        seal::bag::check_path(path).doing("name a file of the package")?;
        let full = self.dir.join(path);
        let failed = |source| Error::File {
            doing: "written",
            path: full.display().to_string(),
            source,
        };
        if let Some(parent) = full.parent() {
            folder(parent).map_err(failed)?;
        }
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        Ok((options.open(&full).map_err(failed)?, full))
    }

    /// Write a small file and remember its digest.
    fn put(&mut self, path: &str, bytes: &[u8]) -> Result<()> {
        let (mut file, full) = self.file(path)?;
        let failed = |source| Error::File {
            doing: "written",
            path: full.display().to_string(),
            source,
        };
        file.write_all(bytes).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        self.tags.insert(path.to_owned(), seal::sha256(bytes));
        Ok(())
    }

    /// Write a piece of evidence from the vault, in constant memory.
    async fn stream(&mut self, office: &Office, path: &str, blob: Digest) -> Result<Digest> {
        let (mut file, full) = self.file(path)?;
        let failed = |source| Error::File {
            doing: "written",
            path: full.display().to_string(),
            source,
        };
        let mut hasher = Hasher::new();
        let mut plain = super::plain(office, blob).await?;
        while let Some(bytes) = plain.next().await {
            let bytes = bytes?;
            hasher.update(&bytes);
            self.payload_bytes += bytes.len() as u64;
            file.write_all(&bytes).map_err(failed)?;
        }
        file.sync_all().map_err(failed)?;
        let digest = hasher.finish();
        self.payload.insert(path.to_owned(), digest);
        Ok(digest)
    }

    /// Write the lists that make it a bag, the last one over all the others.
    fn close(mut self, facts: &[(&str, &str)]) -> Result<()> {
        let info = bag_info(facts, self.payload_bytes, self.payload.len() as u64)
            .doing("describe the package")?;
        let listed = manifest(&self.payload).doing("list the package")?;
        self.put(BAGIT_FILE, BAGIT_TEXT.as_bytes())?;
        self.put(INFO_FILE, info.as_bytes())?;
        self.put(MANIFEST_FILE, listed.as_bytes())?;
        let tags = manifest(&self.tags).doing("list the package")?;
        self.put(TAG_MANIFEST_FILE, tags.as_bytes())?;
        self.put(ROOT_FILE, root_line(&tags).as_bytes())
    }
}

/// Whether there is something to be packed, all of it was opened, and its owner lets it go before a court or it was disclosed to
/// the defence.
fn ready(request: &Request, now: Timestamp) -> Result<()> {
    if request.evidence.is_empty() {
        return Err(Refusal::new("EVIDENCE-NONE").into());
    }
    if let Some(item) = request.unopened().next() {
        return Err(Refusal::new("EVIDENCE-UNCHECKED")
            .with("id", item.id)
            .into());
    }
    for item in &request.evidence {
        let act = UseEvidence {
            evidence: item.id,
            usage: Use::Court,
            purpose: request.number.clone(),
            to: None,
        };
        if !request.guard.record.exculpatory.contains(&item.id) {
            request.may_use(&act, now)?;
        }
    }
    Ok(())
}

/// Write the package of a request into a folder that does not exist yet or is empty.
pub(super) async fn export(
    office: &Office,
    actor: &Actor,
    id: RequestId,
    (out, progress): (&Path, &dyn Progress),
) -> Result<()> {
    let now = office.now();
    let reader = office.read(actor, Purpose::Mla).await?;
    let request = reader.request_or_not_found(id).await?;
    let request = reader.guarded(request).await?;
    let single = office.single_officer(request.home_authority());
    let role = role_for(
        actor,
        Verb::EvidenceExport,
        &Object::request(&request, single),
        now,
    )?;
    ready(&request, now)?;
    if std::fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Error::input(
            "FOLDER",
            "out",
            "the folder is not empty; name a new one",
        ));
    }
    close_off(out).map_err(|source| Error::File {
        doing: "made",
        path: out.display().to_string(),
        source,
    })?;
    let said = Said {
        role,
        ..Said::of(record_id(id))
    }
    .with("items", request.evidence.len());
    let entry = office.entry(office.new_act(), (actor, Verb::EvidenceExport), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await?;
    let mut bag = Bag {
        dir: out.to_owned(),
        payload: Files::new(),
        tags: Files::new(),
        payload_bytes: 0,
    };
    let total = request.evidence.len() as u64;
    for (n, item) in request.evidence.iter().enumerate() {
        progress.step(n as u64, Some(total), "evidence");
        item_files(office, &mut bag, n + 1, item).await?;
    }
    progress.step(total, Some(total), "evidence");
    papers(&mut bag, &request)?;
    signed(office, &mut bag, &request).await?;
    proofs(office, &mut bag, &request).await?;
    bag.put("README.txt", README.as_bytes())?;
    let date = now.to_zoned(jiff::tz::TimeZone::UTC).date().to_string();
    let facts = [
        ("Bagging-Date", date.as_str()),
        ("External-Identifier", request.number.as_str()),
        ("Source-Organization", office.state().as_str()),
        (
            "Bag-Software-Agent",
            concat!("comity ", env!("CARGO_PKG_VERSION")),
        ),
    ];
    bag.close(&facts)
}

/// A file name that every system takes; its number keeps it unique.
fn file_name(n: usize, item: &EvidenceItem) -> String {
    let plain = |c: char| {
        if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') {
            c
        } else {
            '_'
        }
    };
    let name: String = item.file_name.chars().map(plain).take(100).collect();
    format!("{n:04}-{}", name.trim_start_matches('.'))
}

async fn item_files(office: &Office, bag: &mut Bag, n: usize, item: &EvidenceItem) -> Result<()> {
    let blob = item
        .blob
        .ok_or_else(|| Error::input("EVIDENCE", "file", "a file is not in this node's vault"))?;
    let name = file_name(n, item);
    let digest = bag.stream(office, &format!("data/{name}"), blob).await?;
    if digest != item.sha256 {
        let what = "its bytes are not those of the certificate".to_owned();
        return Err(store::Error::Damaged {
            place: format!("evidence/{}", item.id),
            what,
        }
        .into());
    }
    let chain = Chain {
        evidence: item.sha256,
        events: item.custody.clone(),
    };
    bag.put(&format!("metadata/custody/{name}.cbor"), &chain.to_bytes())?;
    let text: Vec<String> = item
        .custody
        .iter()
        .map(|e| {
            format!(
                "{}  {}  {}  {}  (after {})",
                e.at, e.by, e.action, e.why, e.previous
            )
        })
        .collect();
    bag.put(
        &format!("metadata/custody/{name}.txt"),
        (text.join("\n") + "\n").as_bytes(),
    )
}

/// The record of the request as JSON: content and certificate.
fn papers(bag: &mut Bag, request: &Request) -> Result<()> {
    let items: Vec<_> = request
        .evidence
        .iter()
        .map(|e| {
            serde_json::json!({
                "id": e.id, "title": e.title, "file_name": e.file_name, "media_type": e.media_type, "size_bytes": e.size_bytes,
                "sha256": e.sha256, "kind": e.kind, "origin": e.origin, "certificate": e.certificate_text,
                "use_conditions": e.use_conditions,
            })
        })
        .collect();
    let record = serde_json::json!({
        "number": request.number, "from": request.from, "to": request.to, "content": request.content,
        "content_sha256": request.content_sha256, "certificate": request.certificate, "items": items,
    });
    let bytes = seal::canonical_json(&record).doing("write the record")?;
    bag.put("metadata/request.json", &bytes)
}

/// Envelopes, cards, receipts, and each signed manifest as openssl takes it.
async fn signed(office: &Office, bag: &mut Bag, request: &Request) -> Result<()> {
    let object = record_id(request.id);
    let mut cards = BTreeMap::new();
    for state in [&request.from, &request.to] {
        if let Some(peer) = office.store().peer(state.as_str()).await? {
            bag.put(&format!("metadata/cards/{state}.cose"), &peer.card)?;
            cards.insert(state.to_string(), crate::directory::known(peer)?);
        }
    }
    for envelope in office.store().envelopes_of(&object).await? {
        bag.put(
            &format!("metadata/envelopes/{}.cose", envelope.id),
            &envelope.bytes,
        )?;
        for receipt in office.store().receipts_for(&envelope.id).await? {
            bag.put(
                &format!("metadata/receipts/{}-{}.cose", receipt.kind, receipt.id),
                &receipt.bytes,
            )?;
        }
    }
    for (envelope, signed) in crate::exchange::manifests::of(office, request.id).await? {
        let manifest = seal::envelope::read_manifest(&signed).doing("read a signed manifest")?;
        let Some(sender) = cards.get(manifest.from.state.as_str()) else {
            continue;
        };
        let key = seal::envelope::manifest_signer(&signed).doing("read a signed manifest")?;
        let public = sender
            .card
            .authority_key(&manifest.from.authority, &key, manifest.created)
            .doing("find the signer")?;
        let court = court_files(&signed, public).doing("write the court's files")?;
        let short = envelope.to_string();
        let short = short.get(..16).unwrap_or_default();
        for (name, bytes) in [
            ("tbs.bin", court.to_be_signed.as_slice()),
            ("sig.bin", court.signature.as_slice()),
            ("key.der", court.public_key.as_slice()),
            ("manifest.txt", court.text.as_bytes()),
            ("manifest.cose", signed.as_slice()),
        ] {
            bag.put(&format!("metadata/court/{short}/{name}"), bytes)?;
        }
    }
    Ok(())
}

/// What our ledger says of the request, line by line, each with its proof.
async fn proofs(office: &Office, bag: &mut Bag, request: &Request) -> Result<()> {
    let mut filter = store::ledger::LineFilter {
        object: Some(record_id(request.id)),
        limit: model::limits::PAGE_ROWS_MAX as u32,
        ..store::ledger::LineFilter::default()
    };
    loop {
        let lines = office.store().ledger_lines(&filter).await?;
        // Newest first: the next page ends before the oldest of this one.
        let Some(oldest) = lines.iter().map(|line| line.leaf).min() else {
            break;
        };
        filter.before = Some(oldest);
        for line in lines {
            let proof = crate::ledger::prove(office, line).await?;
            let json = serde_json::to_vec_pretty(&proof)
                .map_err(|e| Error::input("PROOF", "", e.to_string()))?;
            bag.put(&format!("metadata/ledger/{:08}.json", proof.index), &json)?;
        }
    }
    let key = format!("{}\n", office.log_key());
    bag.put("metadata/ledger/key.txt", key.as_bytes())
}
