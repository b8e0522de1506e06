//! Papers: the same record, set as a letter, an acknowledgement or a certificate, in any of the six languages. Setting a
//! page takes a moment, so it is done off the async threads; fonts are read when the first paper is wanted.

use std::sync::Arc;

use jiff::tz::Offset;
use model::request::{Request, Side};
use model::{Actor, Lang, Purpose, RequestId, StateCode};
use paper::letter::{Drawn, LetterData, Party, Translated};
use paper::pdf::Press;

pub use paper::letter::PaperKind;
pub use paper::print::Sheet;

use crate::directory::States;
use crate::error::{Error, Result};
use crate::office::Office;
use crate::requests::content_digest;

/// Largest font file that is read.
const FONT_BYTES_MAX: u64 = 64 << 20;

impl Office {
    /// The press, with its fonts.
    pub async fn press(&self) -> Arc<Press> {
        let fonts = self.settings().fonts.clone();
        let press = self.0.press.get_or_init(|| async move {
            let load = tokio::task::spawn_blocking(move || {
                let small = |path: &std::path::PathBuf| {
                    std::fs::metadata(path).is_ok_and(|m| m.len() <= FONT_BYTES_MAX)
                };
                let bytes = fonts
                    .iter()
                    .filter(|path| small(path))
                    .filter_map(|path| std::fs::read(path).ok())
                    .collect();
                Arc::new(Press::new(bytes))
            });
            load.await
                .unwrap_or_else(|_| Arc::new(Press::new(Vec::new())))
        });
        Arc::clone(press.await)
    }

    fn offset(&self, at: jiff::Timestamp) -> Offset {
        let minutes = self.calendar().zone.offset_minutes(at);
        Offset::from_seconds(minutes * 60).unwrap_or(Offset::UTC)
    }
}

async fn data(
    office: &Office,
    actor: &Actor,
    id: RequestId,
    kind: PaperKind,
) -> Result<LetterData> {
    let request = office
        .read(actor, Purpose::Mla)
        .await?
        .request_or_not_found(id)
        .await?;
    let states = States::of(office).await?;
    let drawn = Drawn {
        record: record_digest(&request, kind)?,
        at: dated(&request, kind),
        offset: office.offset(request.created),
    };
    let party = |code: &StateCode, authority| -> Result<Party> {
        Ok(Party::of(
            states.profile(code)?,
            &states.authority(code, authority)?,
        ))
    };
    let requesting = party(&request.from, &request.from_authority)?;
    let requested = party(&request.to, &request.to_authority)?;
    let form = office
        .forms()
        .reading(&request.template, request.template_version);
    let mut data = LetterData::of(kind, &request, form, drawn, (requesting, requested));
    data.delivered = request
        .events
        .iter()
        .find(|e| e.verb == "request.delivered" || e.verb == "request.received")
        .map(|e| e.at);
    if kind == PaperKind::Translation {
        data.translations = translations(&data);
    }
    if kind == PaperKind::Defence {
        only_shown(office, actor, id, &mut data).await?;
    }
    Ok(data)
}

/// A paper for the defence is drawn from what may be shown, and from nothing else.
async fn only_shown(
    office: &Office,
    actor: &Actor,
    id: RequestId,
    data: &mut LetterData,
) -> Result<()> {
    let (request, shown) = crate::defence::shown(office, actor, id).await?;
    data.drawn.record = crate::defence::digest(&shown)?.1;
    data.drawn.at = crate::defence::dated(&shown, request.updated);
    data.content = shown.content.clone();
    data.our_reference = None;
    data.officer_function = None;
    data.next_date = None;
    data.certificate = None;
    data.asked.clear();
    data.reports.clear();
    data.items.clear();
    data.standing = model::Standing::Complete;
    data.single_signature = false;
    data.shown = Some(shown);
    Ok(())
}

/// The certified translations of what a paper is drawn from.
fn translations(data: &LetterData) -> Vec<Translated> {
    let Some(form) = &data.form else {
        return Vec::new();
    };
    let certificates = model::translation::certificates(&data.content).into_iter();
    certificates
        .map(|certificate| Translated {
            texts: crate::requests::beside(&form.template, &data.content, &certificate.lang),
            certificate,
        })
        .collect()
}

/// The record behind a paper: the content that was signed; for what came after, the events that it tells of as well.
fn record_digest(request: &Request, kind: PaperKind) -> Result<model::Digest> {
    let content = match request.content_sha256 {
        Some(digest) => digest,
        None => content_digest(&request.content)?,
    };
    if matches!(kind, PaperKind::Request | PaperKind::Translation) {
        return Ok(content);
    }
    let facts = serde_json::json!({
        "content_sha256": content,
        "number": request.number,
        "paper": kind.code(),
        "reference": if request.side == Side::Incoming { &request.our_reference } else { &request.their_reference },
        "next_date": request.next_date,
        "items": request.evidence.iter().map(|e| (e.id.to_string(), e.sha256.to_string())).collect::<std::collections::BTreeMap<_, _>>(),
        "certificate": request.certificate,
    });
    content_digest(&facts)
}

/// The date of a paper is the date of what it tells of, never the clock of the printer.
fn dated(request: &Request, kind: PaperKind) -> jiff::Timestamp {
    let verbs: &[&str] = match kind {
        PaperKind::Request => &["request.sent", "request.received", "request.approved"],
        PaperKind::Acknowledgement => &["request.acknowledged"],
        PaperKind::Certificate => &["evidence.returned", "request.executed"],
        PaperKind::Translation | PaperKind::Defence => &[],
    };
    let told = verbs
        .iter()
        .find_map(|verb| request.events.iter().rev().find(|e| e.verb == *verb));
    told.map_or(request.updated, |event| event.at)
}

/// A paper as PDF.
///
/// # Errors
/// `NOT-FOUND`; [`Error::Paper`] in plain words, where a script's fonts are missing on this machine.
pub async fn pdf(
    office: &Office,
    actor: &Actor,
    id: RequestId,
    what: (PaperKind, Lang),
) -> Result<Vec<u8>> {
    pdf_with_codes(office, actor, id, what, Vec::new()).await
}

/// A paper as PDF with codes behind it, a line each.
pub(crate) async fn pdf_with_codes(
    office: &Office,
    actor: &Actor,
    id: RequestId,
    (kind, lang): (PaperKind, Lang),
    codes: Vec<String>,
) -> Result<Vec<u8>> {
    let mut data = data(office, actor, id, kind).await?;
    data.codes = codes;
    let press = office.press().await;
    let set =
        tokio::task::spawn_blocking(move || press.letter(&data, lang).map_err(|e| e.say(lang)));
    set.await
        .map_err(|_| Error::Paper("the page could not be set".to_owned()))?
        .map_err(Error::Paper)
}

/// A paper as structured text, for the print view.
///
/// # Errors
/// `NOT-FOUND`.
pub async fn print(
    office: &Office,
    actor: &Actor,
    id: RequestId,
    (kind, lang): (PaperKind, Lang),
) -> Result<Sheet> {
    let data = data(office, actor, id, kind).await?;
    Ok(paper::letter::compose(&data, lang))
}
