//! The paper bridge: a request printed as a letter with codes that carry it whole, and scanned in again with proof that
//! nothing changed. Printing signs what was sent; scanning decides nothing and keeps nothing.

use std::collections::BTreeMap;

use model::policy::role_for;
use model::template::path::escaped;
use model::{ActId, Actor, Digest, Object, Purpose, Request, RequestId, Verb};
use paper::letter::PaperKind;
use seal::card::OpenCard;
use seal::parts::{Packet, Reading};
use serde_json::{Value, json};

use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::reader::WorklistFilter;
use crate::requests::{content_digest, record_id};
use crate::stated;

pub use crate::stated::Signed;
pub use seal::parts::TEXT_BYTES_MAX;

/// What the record is called in its statement.
const WHAT: &str = "request";
/// Differences that are named, at most.
const DIFFERS_MAX: usize = 50;

/// What was read of a printed package.
#[derive(Debug, Clone, PartialEq)]
pub struct Scanned {
    /// Codes it has.
    pub total: usize,
    /// Numbers of those that are missing.
    pub missing: Vec<usize>,
    /// Numbers of those that were misread.
    pub misread: Vec<usize>,
    /// What it says, when it is whole.
    pub whole: Option<Whole>,
}

/// A package that is whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Whole {
    /// Number of the request.
    pub number: String,
    /// The form it is written on, and its version.
    pub template: (String, u32),
    /// Its content.
    pub content: Value,
    /// Digest of the content, as it stands on every page of the letter.
    pub sha256: Digest,
    /// Who signed exactly this.
    pub signed: Signed,
}

/// A scanned package beside what this node holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// What was read.
    pub scanned: Scanned,
    /// The request of that number, where this reader sees one that is open.
    pub held: Option<Held>,
}

/// The request that this node holds under the number of a package.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The request.
    pub request: Request,
    /// Places that differ, as JSON Pointers; none where it is the same.
    pub differs: Vec<Differs>,
}

/// A place that differs.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Differs {
    /// The place.
    pub at: String,
    /// What stands here.
    pub here: Option<String>,
    /// What stands on the paper.
    pub paper: Option<String>,
}

/// The lines of a request's codes. What was sent by an authority of ours is signed; what came from elsewhere or is a draft
/// is not.
async fn lines(office: &Office, actor: &Actor, act: ActId, id: RequestId) -> Result<Vec<String>> {
    let now = office.now();
    let reader = office.read(actor, Purpose::Mla).await?;
    let request = reader.request_or_not_found(id).await?;
    let ours = request.side == model::Side::Outgoing;
    let record = json!({
        "number": request.number,
        "template": request.template,
        "version": request.template_version,
        "content": request.content,
    });
    let sha256 = content_digest(&request.content)?;
    let sent = !request.stage.is_unsent();
    let whole = sent && request.content_sha256 == Some(sha256);
    let statement = if ours && whole {
        let single = office.single_officer(request.home_authority());
        let object = Object::request(&request, single);
        let role = role_for(actor, Verb::RequestRead, &object, now)?;
        let what = (WHAT, request.number.as_str(), sha256);
        let signed = stated::sign(office, request.home_authority(), what, now)?;
        let said = Said {
            role,
            ..Said::of(record_id(id))
        }
        .with("printed", sha256);
        let entry = office.entry(act, (actor, Verb::RequestRead), now, said);
        office
            .act(act, move |tx| {
                Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
            })
            .await?;
        signed
    } else {
        Vec::new()
    };
    let packet = Packet {
        record: seal::canonical_json(&record).doing("write the request in its canonical form")?,
        statement,
    };
    seal::parts::lines(&packet).doing("set a request as codes")
}

/// The package as a paper: the letter in `lang`, and the codes behind it; and the codes as text.
///
/// # Errors
/// `NOT-FOUND`; [`Error::Paper`]; a limit where the request is too large for paper.
pub async fn print(
    office: &Office,
    actor: &Actor,
    act: ActId,
    (id, lang): (RequestId, model::Lang),
) -> Result<(Vec<u8>, Vec<String>)> {
    let lines = lines(office, actor, act, id).await?;
    let kind = (PaperKind::Request, lang);
    let pdf = crate::papers::pdf_with_codes(office, actor, id, kind, lines.clone()).await?;
    Ok((pdf, lines))
}

/// Reads scanned text, and judges who signed it by the card that `card` finds for a State. Needs no node.
///
/// # Errors
/// Where no package stands in it, or two.
pub fn read(text: &str, card: impl Fn(&str) -> Option<OpenCard>) -> Result<Scanned> {
    let Reading {
        total,
        missing,
        misread,
        packet,
    } = seal::parts::read(text).map_err(|error| {
        let what = error.to_string();
        Error::input("PACKAGE", "codes", what)
    })?;
    let whole = packet.map(|packet| whole(&packet, card)).transpose()?;
    Ok(Scanned {
        total,
        missing,
        misread,
        whole,
    })
}

fn whole(packet: &Packet, card: impl Fn(&str) -> Option<OpenCard>) -> Result<Whole> {
    let bad = || {
        Error::input(
            "PACKAGE",
            "codes",
            "the record in these codes is none of ours",
        )
    };
    let record: Value = serde_json::from_slice(&packet.record).map_err(|_| bad())?;
    let text = |name: &str| record.get(name).and_then(Value::as_str).ok_or_else(bad);
    let content = record.get("content").cloned().ok_or_else(bad)?;
    // Foreign bytes: within the limits of any request before they are shown.
    model::request::check::content(&content)?;
    let version = record.get("version").and_then(Value::as_u64).unwrap_or(1);
    let sha256 = content_digest(&content)?;
    let number = text("number")?.to_owned();
    let signed = match stated::judge(&packet.statement, card) {
        Signed::By(by) | Signed::NoCard(by)
            if by.sha256 != sha256 || by.number != number || by.what != WHAT =>
        {
            Signed::Wrong
        }
        signed => signed,
    };
    Ok(Whole {
        template: (
            text("template")?.to_owned(),
            u32::try_from(version).unwrap_or(1),
        ),
        number,
        content,
        sha256,
        signed,
    })
}

/// Reads scanned text and compares it with the request that this reader sees under its number.
///
/// # Errors
/// As [`read`].
pub async fn scan(office: &Office, actor: &Actor, text: &str) -> Result<Compared> {
    let mut cards = BTreeMap::new();
    for peer in office.store().peers().await? {
        // Only a card that was compared proves anything here.
        if peer.ours || peer.by_node() {
            let known = crate::directory::known(peer)?;
            cards.insert(known.card.card.code.to_string(), known.card);
        }
    }
    let scanned = read(text, |state| cards.get(state).cloned())?;
    let held = match &scanned.whole {
        Some(whole) => held(office, actor, whole).await?,
        None => None,
    };
    Ok(Compared { scanned, held })
}

async fn held(office: &Office, actor: &Actor, whole: &Whole) -> Result<Option<Held>> {
    let reader = office.read(actor, Purpose::Mla).await?;
    let filter = WorklistFilter {
        over: true,
        number: Some(whole.number.clone()),
        ..WorklistFilter::default()
    };
    let Some(line) = reader.worklist(&filter).await?.rows.into_iter().next() else {
        return Ok(None);
    };
    // With closed information nothing is compared: to its readers it is not there yet.
    let found = reader.request(line.request.id).await?;
    let found = found.filter(Request::is_open);
    Ok(found.map(|request| Held {
        differs: differs(&request.content, &whole.content),
        request,
    }))
}

/// Every leaf in which two contents differ.
fn differs(here: &Value, paper: &Value) -> Vec<Differs> {
    let (mut ours, mut theirs) = (BTreeMap::new(), BTreeMap::new());
    leaves(here, String::new(), &mut ours);
    leaves(paper, String::new(), &mut theirs);
    let places: std::collections::BTreeSet<&String> = ours.keys().chain(theirs.keys()).collect();
    places
        .into_iter()
        .filter(|at| ours.get(*at) != theirs.get(*at))
        .take(DIFFERS_MAX)
        .map(|at| Differs {
            at: at.clone(),
            here: ours.get(at).cloned(),
            paper: theirs.get(at).cloned(),
        })
        .collect()
}

fn leaves(value: &Value, at: String, out: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            for (name, inner) in map {
                let token = escaped(name);
                leaves(inner, format!("{at}/{token}"), out);
            }
        }
        Value::Array(list) if !list.is_empty() => {
            for (index, inner) in list.iter().enumerate() {
                leaves(inner, format!("{at}/{index}"), out);
            }
        }
        Value::String(text) => {
            out.insert(at, text.clone());
        }
        other => {
            out.insert(at, other.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_differs_is_named_place_by_place() {
        let here = json!({"a": {"b": "x"}, "list": [1, 2], "same": "s"});
        let paper = json!({"a": {"b": "y"}, "list": [1], "same": "s", "new": true});
        let at: Vec<String> = differs(&here, &paper).into_iter().map(|d| d.at).collect();
        assert_eq!(at, ["/a/b", "/list/1", "/new"]);
        assert!(differs(&here, &here).is_empty());
    }
}
