//! The walk's evidence: attached, given back, opened, packed into a bag that proves itself.

use std::path::Path;

use bytes::Bytes;
use model::request::{Origin, Stage};
use model::{EvidenceId, RequestId, Role};
use office::Silent;
use office::evidence::{self, Attach, GiveBack, Which};
use office::requests::Plain;

use super::after;
use crate::demo::cast;
use crate::demo::desk::Desk;
use crate::demo::tell::Teller;

const PIECE_BYTES: usize = 1 << 20;

/// Repeatable bytes that no compressor likes.
fn bytes(size: u64) -> impl futures_util::Stream<Item = std::io::Result<Bytes>> + Send + Unpin {
    let pieces = size / PIECE_BYTES as u64;
    futures_util::stream::iter((0..pieces).map(|n| {
        let mut state = n.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        let mut piece = Vec::with_capacity(PIECE_BYTES);
        while piece.len() < PIECE_BYTES {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            piece.extend_from_slice(&state.to_le_bytes());
        }
        Ok(Bytes::from(piece))
    }))
}

/// The executing side attaches a file of `size` bytes.
pub(super) async fn attach(
    xb: &Desk,
    id: RequestId,
    size: u64,
    tell: &mut Teller,
) -> office::Result<()> {
    if xb.see(id).await?.evidence.is_empty() {
        let attach = Attach {
            act: cast::act(xb.run, "XB", &format!("attach {id}")),
            request: id,
            title: "Image of the account system's export".to_owned(),
            file_name: "account-export.img".to_owned(),
            media_type: "application/octet-stream".to_owned(),
            kind: "disk_image".to_owned(),
            origin: Origin {
                collected_by: "High Court of Belmora".to_owned(),
                collected_at: xb.office.now(),
                place: "Bank of the Old Harbour, Dresk".to_owned(),
                law: "Mutual Assistance Act, section 12".to_owned(),
            },
            certificate: "True and complete copy of what the bank produced.".to_owned(),
            use_conditions: "Only for the proceedings named in the request.".to_owned(),
            provenance: Default::default(),
            limits: None,
        };
        evidence::attach(
            &xb.office,
            &xb.officer(Role::CaseOfficer),
            attach,
            bytes(size),
        )
        .await?;
    }
    let mebibytes = size >> 20;
    tell.step(
        "XB",
        &format!("attaches {mebibytes} MiB of evidence, encrypted under a key of its own"),
    );
    Ok(())
}

/// It is given back, and arrives.
pub(super) async fn back(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    tell: &mut Teller,
) -> office::Result<()> {
    if xb.see(id).await?.stage == Stage::Executed {
        let give = GiveBack {
            proving_torture: false,
            items: Vec::new(),
            certificate: "Returned complete, in one file.".to_owned(),
            proving_torture: false,
        };
        let on = xb.on("give back", id, give).await?;
        evidence::give_back(&xb.office, &xb.officer(Role::CaseOfficer), on).await?;
    }
    tell.step("XB", "gives it back with a certificate");
    xa.wait(id, &after(Stage::ReturnSent)).await?;
    tell.step(
        "XA",
        "the evidence has arrived, segment by segment, and is in the vault",
    );
    Ok(())
}

/// The requesting side opens it and says so.
pub(super) async fn open(
    xa: &Desk,
    xb: &Desk,
    id: RequestId,
    tell: &mut Teller,
) -> office::Result<()> {
    let officer = xa.officer(Role::CaseOfficer);
    let returned = xa.see(id).await?;
    if returned.stage == Stage::ReturnSent {
        let first = returned.evidence.first().map(|e| e.id);
        let evidence = first.unwrap_or_else(|| EvidenceId::from_uuid(id.uuid()));
        let on = xa.on("open", id, Which { evidence }).await?;
        let report = evidence::open(&xa.office, &officer, on).await?;
        let what = format!(
            "opens it: bytes {}, custody {}",
            word(report.bytes_ok),
            word(report.custody_ok)
        );
        tell.step("XA", &what);
        evidence::confirm(&xa.office, &officer, xa.on("confirm", id, Plain {}).await?).await?;
    }
    xb.wait(id, &after(Stage::ReturnReceived)).await?;
    tell.step(
        "XB",
        "has the other side's word that every piece was verified",
    );
    Ok(())
}

const fn word(ok: bool) -> &'static str {
    if ok { "whole" } else { "NOT whole" }
}

/// It leaves the node as a bag, which is verified without the node.
pub(super) async fn package(
    xa: &Desk,
    id: RequestId,
    (dir, tell): (&Path, &mut Teller),
) -> office::Result<()> {
    let folder = dir.join(format!("evidence-package-{}", xa.run));
    if folder.exists() {
        let failed = |source| office::Error::File {
            doing: "replaced",
            path: folder.display().to_string(),
            source,
        };
        std::fs::remove_dir_all(&folder).map_err(failed)?;
    }
    evidence::export_bag(
        &xa.office,
        &xa.officer(Role::CaseOfficer),
        id,
        &folder,
        &Silent,
    )
    .await?;
    tell.step("XA", "writes the evidence package (BagIt)");
    let check = folder.clone();
    let report = tokio::task::spawn_blocking(move || evidence::bag::verify(&check)).await;
    let report = report.map_err(|_| office::Error::Busy { retry_after_s: 1 })??;
    let lines = report.lines.len();
    tell.step(
        "XA",
        &format!(
            "verifies it without the node: {}, {lines} things looked at",
            if report.ok {
                "everything holds"
            } else {
                "NOT everything holds"
            }
        ),
    );
    Ok(())
}
