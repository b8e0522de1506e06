//! A biometric file of a record: read and held to its format before it is kept, stripped of what a camera wrote into it, in the
//! vault under a key of its own. Nothing is compared.

use bytes::Bytes;
use futures_util::future::BoxFuture;
use futures_util::{StreamExt, stream};
use interchange::biometric::{self, Biometric, CapturedBy, Format, Modality, images};
use jiff::civil::Date;
use model::card::Attached;
use model::record::{Assertion, Property, Provenance};
use model::{ActId, Actor, AssertionId, EvidenceId, Label, Purpose, RecordId, Refusal, Verb};
use seal::vault::RecordKey;
use store::{Kept, Tx};

use super::follow;
use super::keep::{Hand, keep, labelled, permit, put_said, stage};
use super::record_row;
use super::row::{ASSERTION, Said, Whole};
use crate::error::{Error, Result};
use crate::evidence::write_sealed;
use crate::office::Office;
use crate::requests::Turn;

/// Attach a biometric to a record.
#[derive(Debug, Clone)]
pub struct Attach {
    /// The act.
    pub act: ActId,
    /// The record.
    pub record: RecordId,
    /// The version the officer saw.
    pub version: i64,
    /// Which characteristic.
    pub modality: Modality,
    /// The day on which it was taken.
    pub captured_on: Option<Date>,
    /// What kind of body took it.
    pub captured_by: Option<CapturedBy>,
    /// For what it was taken and may be used.
    pub purpose: Option<Purpose>,
    /// Its label.
    pub label: Label,
    /// Where it comes from.
    pub from: Provenance,
}

/// Formats that bear nothing but the sample and are fit to leave: a transaction of ANSI/NIST-ITL names agencies, operators and
/// reference numbers, and stays.
pub(crate) fn leaves(format: &str) -> bool {
    let format = Format::from_code(format);
    matches!(
        format,
        Some(
            Format::FingerMinutiae
                | Format::FingerImage
                | Format::FaceImage
                | Format::IrisImage
                | Format::Jpeg
                | Format::Png
        )
    )
}

/// The media type of a format.
const fn media_type(format: Format) -> &'static str {
    match format {
        Format::Jpeg => "image/jpeg",
        Format::Jpeg2000 => "image/jp2",
        Format::Png => "image/png",
        Format::Wave => "audio/wav",
        _ => "application/octet-stream",
    }
}

/// The bytes as they are kept, and what is said of them.
fn judged(office: &Office, act: &Attach, bytes: Bytes) -> Result<(Bytes, Biometric)> {
    let today = super::keep::today(office.now());
    let bytes = images::without_metadata(&bytes).map_or(bytes, |clean| clean.bytes.into());
    let reading = biometric::read(&bytes, today);
    let format = reading
        .format
        .ok_or_else(|| Refusal::new("BIOMETRIC-FORMAT").at("/file"))?;
    let one = Biometric {
        modality: act.modality,
        format,
        quality: None,
        captured_on: act.captured_on,
        captured_by: act.captured_by,
        purpose: act.purpose,
        sha256: seal::sha256(&bytes),
        size: bytes.len() as u64,
        dna: None,
    };
    let mut found = biometric::check(&one, today);
    found.extend(biometric::against(&one, &reading));
    match found.iter().find(|one| one.code.refuses()) {
        Some(first) => Err(Refusal::new("BIOMETRIC-LACKS")
            .at(first.field.clone())
            .with("lack", first.code)
            .into()),
        None => Ok((bytes, one)),
    }
}

/// The assertion that the file stands for.
fn said(
    office: &Office,
    (act, one): (Attach, &Biometric),
    (id, file, by): (AssertionId, Attached, model::OfficerId),
) -> Said {
    let own = office.state().to_string();
    Said {
        one: Assertion {
            id: id.to_string(),
            says: Property::Biometric,
            value: format!("{} · {}", one.modality, one.format),
            label: Some(Label {
                originator: own.clone(),
                ..act.label
            }),
            from: Provenance {
                by: own,
                on: act.from.on.or(one.captured_on),
                ..act.from
            },
        },
        file: Some(file),
        by,
    }
}

/// Attach a biometric file. Where its format cannot be read or it lacks something, nothing is kept.
///
/// # Errors
/// `BIOMETRIC-FORMAT`, `BIOMETRIC-LACKS` with the lack and its field; `NOT-ALLOWED`, `NOT-FOUND`, `STALE`; `TOO-LARGE`.
pub async fn attach(
    office: &Office,
    actor: &Actor,
    act: Attach,
    bytes: Bytes,
) -> Result<AssertionId> {
    let turn = Turn::new(office, actor, Verb::RecordKeep, act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    if bytes.len() > biometric::BIOMETRIC_BYTES_MAX {
        let max = biometric::BIOMETRIC_BYTES_MAX;
        return Err(Refusal::new("TOO-LARGE").with("max", max).into());
    }
    let (bytes, one) = judged(office, &act, bytes)?;
    let (file, assertion) = (
        EvidenceId::new(turn.now, office.throw10()),
        AssertionId::new(turn.now, office.throw10()),
    );
    let key = RecordKey::generate(&mut office.dice());
    let all = stream::iter([Ok::<_, Error>(bytes)]).boxed();
    let (written, sha256, size_bytes) =
        write_sealed(office, &format!("biometric-{file}"), &key, all).await?;
    let attached = Attached {
        id: file,
        modality: one.modality.code().to_owned(),
        format: one.format.code().to_owned(),
        media_type: media_type(one.format).to_owned(),
        quality: None,
        captured_on: one.captured_on,
        sha256,
        size_bytes,
        blob: Some(written.digest),
    };
    let (on, record, version) = (act.act, act.record, act.version);
    let mut said = said(office, (act, &one), (assertion, attached, by));
    let claim = Office::claim(on, (actor, turn.verb), Some(record_row(record)));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<AssertionId>>> {
                Box::pin(async move {
                    let mut whole = Whole::load(tx, record).await?;
                    let role = permit(&turn, &whole, Vec::new())?;
                    if whole.head.version != version {
                        return Err(Refusal::new("STALE").into());
                    }
                    let hand = Hand { turn, by, role };
                    whole.body.hands.insert(by);
                    let given = (said.one.label.as_ref(), &said.one.from);
                    said.one.label = match given {
                        (Some(label), from) => {
                            Some(labelled(&hand.turn.office, tx, (label, from)).await?)
                        }
                        (None, _) => None,
                    };
                    put_said(&hand, tx, &mut whole, said).await?;
                    let row = format!("{ASSERTION}:{assertion}");
                    tx.put_blob(written, &row, &key, hand.turn.now).await?;
                    let stage = stage(whole.judged(hand.today())?);
                    whole.put(tx, stage, hand.turn.now).await?;
                    follow::after(&hand, tx, &whole, None).await?;
                    keep(&hand, tx, (&whole, "attached", None), assertion).await
                })
            },
        )
        .await;
    if done.is_err() && office.store().blob_key(&written.digest).await?.is_none() {
        office.store().blobs().forget(&written.digest).await?;
    }
    done
}
