//! The defence view of a case, for judge, approver and case officer, and the record of it for the court file: one file with
//! the record, the authority's statement over it and the card to check it by. What may be in it says `model::defence`.

use jiff::Timestamp;
use model::defence::{Closed, Disclosure};
use model::policy::role_for;
use model::{ActId, Actor, Digest, Object, Purpose, Refusal, Request, RequestId, Verb};
use serde_json::{Value, json};

use crate::error::{Doing, Error, Result};
use crate::evidence::bag::BagReport;
use crate::office::{Office, Said};
use crate::requests::{content_digest, record_id};
use crate::stated::{self, Signed};

/// What the record is called in its statement.
const WHAT: &str = "defence";
/// Form of the file.
const FORM: &str = "comity-defence/1";
/// A file of this form, at most.
pub const FILE_BYTES_MAX: usize = 8 << 20;

/// What may be shown, and what the officer must know beside it.
#[derive(Debug, Clone)]
pub struct View {
    /// The request.
    pub request: Request,
    /// What may be shown, or why nothing may.
    pub shown: std::result::Result<Disclosure, Vec<Closed>>,
    /// The request asks that the person is not told; it is ours, and so is the decision.
    pub silent: bool,
    /// Pieces of evidence that are not in it.
    pub left_out: usize,
}

/// The defence view of a case.
///
/// # Errors
/// `NOT-FOUND`, `NOT-ALLOWED`.
pub async fn view(office: &Office, actor: &Actor, id: RequestId) -> Result<View> {
    let now = office.now();
    let reader = office.read(actor, Purpose::Mla).await?;
    let request = reader.request_or_not_found(id).await?;
    let single = office.single_officer(request.home_authority());
    let object = Object::request(&request, single);
    role_for(actor, Verb::SafeguardRead, &object, now)?;
    let request = reader.guarded(request).await?;
    let shown = request.for_defence(now);
    let in_it = shown.as_ref().map_or(0, |shown| shown.evidence.len());
    Ok(View {
        silent: request.asks_silence(reader.today()),
        left_out: request.evidence.len() - in_it,
        shown,
        request,
    })
}

/// What may be shown; a refusal where nothing may.
///
/// # Errors
/// `DEFENCE-CLOSED`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn shown(office: &Office, actor: &Actor, id: RequestId) -> Result<(Request, Disclosure)> {
    let view = view(office, actor, id).await?;
    match view.shown {
        Ok(shown) => Ok((view.request, shown)),
        Err(why) => {
            let why: Vec<&str> = why.iter().map(|why| why.code()).collect();
            Err(Refusal::new("DEFENCE-CLOSED")
                .with("why", why.join(" "))
                .into())
        }
    }
}

/// SHA-256 of what is shown, in its canonical form.
pub(crate) fn digest(shown: &Disclosure) -> Result<(Value, Digest)> {
    let record =
        serde_json::to_value(shown).map_err(|e| Error::input("DEFENCE", "", e.to_string()))?;
    let digest = content_digest(&record)?;
    Ok((record, digest))
}

/// The record for the court file. Who took it out stands in the ledger, with its digest.
///
/// # Errors
/// `DEFENCE-CLOSED`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn export(office: &Office, actor: &Actor, act: ActId, id: RequestId) -> Result<Vec<u8>> {
    let now = office.now();
    let (request, shown) = shown(office, actor, id).await?;
    let single = office.single_officer(request.home_authority());
    let object = Object::request(&request, single);
    let role = role_for(actor, Verb::EvidenceExport, &object, now)?;
    let (record, sha256) = digest(&shown)?;
    let what = (WHAT, shown.number.as_str(), sha256);
    let statement = stated::sign(office, request.home_authority(), what, now)?;
    let card = stated::own_card(office).await?;
    let said = Said {
        role,
        ..Said::of(record_id(id))
    }
    .with("defence", sha256);
    let entry = office.entry(act, (actor, Verb::EvidenceExport), now, said);
    office
        .act(act, move |tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await?;
    let file = json!({
        "comity": FORM,
        "record": record,
        "sha256": sha256,
        "statement": seal::hex(&statement),
        "card": seal::hex(&card),
    });
    seal::canonical_json(&file).doing("write the record for the defence")
}

/// Checks such a file without any node: the record is the one that was stated, and the signatures verify with the card.
///
/// # Errors
/// Where it is no such file at all.
pub fn verify(bytes: &[u8]) -> Result<BagReport> {
    let bad = |what: &str| Error::input("DEFENCE-FILE", "file", what);
    if bytes.len() > FILE_BYTES_MAX {
        return Err(bad("this file is larger than any of its kind"));
    }
    let file: Value = serde_json::from_slice(bytes).map_err(|_| bad("this is no JSON file"))?;
    if file.get("comity").and_then(Value::as_str) != Some(FORM) {
        return Err(bad("this is no record for the defence"));
    }
    let hex = |name: &str| {
        let text = file.get(name).and_then(Value::as_str);
        text.and_then(seal::unhex).unwrap_or_default()
    };
    let record = file.get("record").ok_or_else(|| bad("it has no record"))?;
    let sha256 = content_digest(record)?;
    let mut report = BagReport::default();
    let card = seal::card::open_card_undated(&hex("card")).ok();
    match &card {
        Some(card) => report.say(true, "card", fingerprint(card)),
        None => report.say(false, "card", "this State card does not hold"),
    }
    let signed = stated::judge(&hex("statement"), |_| card.clone());
    let (ok, said) = judged(&signed, (sha256, record));
    report.say(ok, "record", said);
    report.ok = report.lines.iter().all(|line| line.ok);
    Ok(report)
}

fn fingerprint(card: &seal::card::OpenCard) -> String {
    format!(
        "card of {}; compare its fingerprint with the published one: {}",
        card.card.code,
        card.fingerprint()
    )
}

fn judged(signed: &Signed, (sha256, record): (Digest, &Value)) -> (bool, String) {
    let number = record
        .get("number")
        .and_then(Value::as_str)
        .unwrap_or_default();
    match signed {
        Signed::By(by) if by.sha256 == sha256 && by.what == WHAT && by.number == number => {
            let text = format!(
                "as {} {} signed it at {}; both signatures verify; SHA-256 {sha256}",
                by.state, by.authority, by.at
            );
            (true, text)
        }
        Signed::By(_) => (false, "was changed: another record was signed".to_owned()),
        Signed::Nobody => (false, "nobody has signed it".to_owned()),
        Signed::NoCard(_) | Signed::Wrong => (false, "the signature does not hold".to_owned()),
    }
}

/// When the record is dated: the last thing it tells of.
pub(crate) fn dated(shown: &Disclosure, else_at: Timestamp) -> Timestamp {
    shown
        .steps
        .iter()
        .map(|step| step.at)
        .max()
        .unwrap_or(else_at)
}
