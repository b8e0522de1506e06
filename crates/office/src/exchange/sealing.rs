//! Sealing: a message from the outbox becomes an envelope. The authority signs what a judge reads, the node seals what the post
//! carries; number and link in the stream are taken in the writer, so that none is used twice.

use futures_util::StreamExt;
use jiff::Timestamp;
use model::{Actor, Digest, Object, ReceiptKind, Refusal, Request, Verb};
use seal::card::LeafletKey;
use seal::envelope::{
    Content, Draft, Manifest, MessageId, Part, Party, Posting, address, seal_content,
};
use seal::segment::SegmentTree;
use store::Tx;
use store::exchange::{Envelope, Outgoing, Peer, Stream};
use store::transit::Transit;

use super::outbox::{File, Letter, MESSAGE_PART, file_part, lane};
use crate::directory::Known;
use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};
use crate::requests::{put, request_about, request_of};

/// A bulk part that was encrypted for its way.
struct Packed {
    part: Part,
    blob: Digest,
    tree: SegmentTree,
}

/// Seal one message for one peer.
pub(crate) async fn seal(office: &Office, outgoing: Outgoing, peer: &Known) -> Result<()> {
    let now = office.now();
    let letter: Letter =
        serde_json::from_slice(&outgoing.body).map_err(|source| store::Error::Unreadable {
            place: format!("outbox/{}", outgoing.id),
            source: Box::new(source),
        })?;
    let leaflet = peer
        .leaflet(now)
        .ok_or_else(|| Error::Key(format!("weekly key of {}", peer.peer.id)))?;
    let key = leaflet
        .leaflet
        .key_at(now)
        .ok_or_else(|| Error::Key(format!("weekly key of {}", peer.peer.id)))?;
    // The same letter has the same message id, however often it is sealed: the other side takes it in once.
    let job: model::id::JobId = outgoing
        .id
        .parse()
        .map_err(|_| Error::input("MESSAGE", "id", "not an id"))?;
    let draft = Draft::new(MessageId(*job.uuid().as_bytes()), &mut office.dice());
    let mut packed = Vec::new();
    let sealed = pack_and_write(office, outgoing, (letter, draft), (peer, key), &mut packed).await;
    // Whether the last act was committed is not known when the writer broke: the sweep decides after the restart.
    if sealed.is_err() && !office.broken() {
        for blob in packed {
            office.store().blobs().forget(&blob).await?;
        }
    }
    sealed
}

/// Encrypt the files, seal the content, and write it all down. `made` names every blob that was written for it.
async fn pack_and_write(
    office: &Office,
    outgoing: Outgoing,
    (letter, draft): (Letter, Draft),
    (peer, key): (&Known, &LeafletKey),
    made: &mut Vec<Digest>,
) -> Result<()> {
    let mut packed = Vec::new();
    for (number, file) in letter.files.iter().enumerate() {
        // The message itself is part 0.
        let one = pack(office, &draft, number as u32 + 1, file).await?;
        made.push(one.blob);
        packed.push(one);
    }
    let content = content(office, &draft, &letter, (&outgoing, peer), &packed)?;
    let posting = Posting {
        to: peer.card.card.code.clone(),
        lane: lane(outgoing.lane),
        epoch: 1,
        seq: 0,
        previous: None,
        created: office.now(),
        key: key.public.clone(),
        sender_card: our_card(office).await?,
        recipient_card: peer.card.digest,
    };
    write(office, outgoing, (content, posting), packed).await
}

async fn our_card(office: &Office) -> Result<Digest> {
    let ours = office.store().peer(office.state().as_str()).await?;
    ours.map(|p| p.card_sha256)
        .ok_or_else(|| Error::Key("card".to_owned()))
}

/// Encrypt one file for its way: from the vault, through memory in small pieces, into a blob of its own.
async fn pack(office: &Office, draft: &Draft, number: u32, file: &File) -> Result<Packed> {
    let mut first = Vec::new();
    let mut encryptor = draft
        .part_encryptor(number, &mut office.dice(), &mut first)
        .doing("encrypt a file")?;
    let mut plain = crate::evidence::plain(office, file.blob).await?;
    let (tx, rx) = tokio::sync::mpsc::channel::<Result<bytes::Bytes>>(4);
    let feed = async move {
        if tx.send(Ok(first.into())).await.is_err() {
            return Err(Error::Busy { retry_after_s: 1 });
        }
        while let Some(bytes) = plain.next().await {
            let mut out = Vec::new();
            encryptor
                .update(&bytes?, &mut out)
                .doing("encrypt a file")?;
            if tx.send(Ok(out.into())).await.is_err() {
                return Err(Error::Busy { retry_after_s: 1 });
            }
        }
        let mut out = Vec::new();
        let bulk = encryptor.finish(&mut out).doing("encrypt a file")?;
        // The receiving end may have gone only by failing itself, which is told first.
        let _ = tx.send(Ok(out.into())).await;
        Ok(bulk)
    };
    let stream = futures_util::stream::unfold(rx, |mut rx| async move {
        rx.recv().await.map(|item| (item, rx))
    });
    let name = format!("transit-{}-{number}", draft.message());
    let (written, bulk) = tokio::join!(office.store().blobs().write(&name, stream.boxed()), feed);
    let (written, bulk) = (written?, bulk?);
    if bulk.sha256 != file.sha256 {
        return Err(store::Error::Damaged {
            place: format!("blob/{}", file.blob),
            what: "it is not the evidence it was".to_owned(),
        }
        .into());
    }
    Ok(Packed {
        part: bulk.part(&file_part(file.id), &file.media_type),
        blob: written.digest,
        tree: bulk.tree,
    })
}

fn content(
    office: &Office,
    draft: &Draft,
    letter: &Letter,
    to: (&Outgoing, &Known),
    packed: &[Packed],
) -> Result<Content> {
    let (outgoing, peer) = to;
    let json = |value: serde_json::Result<serde_json::Value>| -> Result<Vec<u8>> {
        let value = value.map_err(|e| Error::input("MESSAGE", "", e.to_string()))?;
        seal::canonical_json(&value).doing("write a message in its canonical form")
    };
    let message = json(serde_json::to_value(&letter.message))?;
    let mut parts = vec![Part::small(MESSAGE_PART, "application/json", &message)];
    parts.extend(packed.iter().map(|p| p.part.clone()));
    let manifest = Manifest {
        message: draft.message(),
        from: Party {
            state: office.state().clone(),
            authority: letter.from.clone(),
        },
        to: vec![Party {
            state: peer.card.card.code.clone(),
            authority: letter.to.clone(),
        }],
        case: Some(letter.case.clone()).filter(|case| !case.is_empty()),
        purpose: letter.purpose.clone(),
        legal_basis: letter.legal_basis.clone(),
        label: json(serde_json::to_value(&letter.label))?,
        created: outgoing.created.max(office.now()),
        expires: outgoing.expires,
        in_reply_to: None,
        parts,
    };
    let signer = office
        .0
        .keys
        .authority(&letter.from)
        .ok_or_else(|| Error::Key(format!("authority/{}", letter.from)))?;
    seal_content(draft, &manifest, &[message], &*signer, &mut office.dice()).doing("seal a message")
}

async fn write(
    office: &Office,
    outgoing: Outgoing,
    sealed: (Content, Posting),
    packed: Vec<Packed>,
) -> Result<()> {
    let now = office.now();
    let actor = Actor::worker(office.state(), "outbox");
    model::may(
        &actor,
        Verb::SendEnvelope,
        &Object::node(office.state()),
        now,
    )?;
    let act = office.new_act();
    let office_in = office.clone();
    office
        .act(act, move |tx| {
            Box::pin(async move {
                let office = office_in;
                let stored = tx.outgoing(&outgoing.id).await?;
                if stored.is_none_or(|stored| stored.state != "waiting") {
                    return Err(Refusal::new("DONE").into());
                }
                let peer = tx.peer(&outgoing.peer).await?;
                if !peer.as_ref().is_some_and(Peer::by_node) {
                    return Err(Refusal::new("DONE").into());
                }
                let (content, mut posting) = sealed;
                posting.created = now;
                let (id, bytes) = number(&office, tx, &content, &mut posting).await?;
                for p in packed {
                    let transit = Transit {
                        root: p.tree.blob().root,
                        envelope: id,
                        blob: p.blob,
                        size: p.tree.blob().size,
                        leaves: p.tree.leaves().to_vec(),
                    };
                    tx.put_transit(&transit).await?;
                }
                keep_envelope(&office, tx, (&outgoing, &posting), (id, bytes), now).await?;
                if let Some(object) = &outgoing.object
                    && let Some(request) = request_about(tx, object).await?
                {
                    super::manifests::keep(tx, &request, (id, &content.manifest), now).await?;
                }
                let said = Said {
                    verb: Some("envelope.sealed"),
                    ..Said::of(outgoing.object.clone().unwrap_or_default())
                }
                .with("envelope", id)
                .with("to", &outgoing.peer)
                .with("number", posting.seq);
                let entry = office.entry(act, (&actor, Verb::SendEnvelope), now, said);
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}

/// Give the envelope the next number of its stream, and address it.
async fn number(
    office: &Office,
    tx: &mut Tx,
    content: &Content,
    posting: &mut Posting,
) -> Result<(Digest, Vec<u8>)> {
    let epoch = crate::backup::epoch(tx).await?;
    let mut stream = tx.stream(&format!("out/{}", posting.to), epoch).await?;
    if stream.epoch != epoch {
        stream = Stream {
            epoch,
            number: 0,
            previous: None,
            ..stream
        };
    }
    posting.epoch = u64::try_from(epoch).unwrap_or(1);
    posting.seq = u64::try_from(stream.number).unwrap_or(0) + 1;
    posting.previous = stream.previous;
    let bytes = address(content, posting, &*office.0.keys.node(), &mut office.dice())
        .doing("address an envelope")?;
    let id = seal::envelope::envelope_id(&bytes);
    tx.put_stream(&Stream {
        number: stream.number + 1,
        previous: Some(id),
        ..stream
    })
    .await?;
    Ok((id, bytes))
}

async fn keep_envelope(
    office: &Office,
    tx: &mut Tx,
    (outgoing, posting): (&Outgoing, &Posting),
    (id, bytes): (Digest, Vec<u8>),
    now: Timestamp,
) -> Result<()> {
    let receipt = super::receipts::sign(
        office,
        (ReceiptKind::R1, id),
        (tx.next_leaf(), now),
        &*office.0.keys.node(),
    )?;
    super::receipts::keep(
        tx,
        (ReceiptKind::R1, id, &receipt),
        (&posting.to, true),
        outgoing.object.clone(),
        now,
    )
    .await?;
    let envelope = Envelope {
        id,
        version: 1,
        direction: "out".to_owned(),
        peer: outgoing.peer.clone(),
        epoch: i64::try_from(posting.epoch).unwrap_or(i64::MAX),
        number: i64::try_from(posting.seq).unwrap_or(i64::MAX),
        state: "sealed".to_owned(),
        object: outgoing.object.clone(),
        created: now,
        receipt: None,
        bytes,
    };
    tx.put_envelope(&envelope).await?;
    let sealed = Outgoing {
        version: outgoing.version + 1,
        state: "sealed".to_owned(),
        envelope: Some(id),
        // Kept, encrypted, until it is certain that this envelope is the last one for it.
        ..outgoing.clone()
    };
    tx.put_outgoing(&sealed).await?;
    mark_request(office, tx, outgoing, id, now).await
}

/// The request knows the envelope that carried it.
async fn mark_request(
    office: &Office,
    tx: &mut Tx,
    outgoing: &Outgoing,
    id: Digest,
    now: Timestamp,
) -> Result<()> {
    let is_request = serde_json::from_slice::<Letter>(&outgoing.body)
        .is_ok_and(|l| matches!(l.message, model::Message::Request(_)));
    let Some(object) = outgoing.object.as_deref().filter(|_| is_request) else {
        return Ok(());
    };
    let Some(stored) = tx.record(object).await? else {
        return Ok(());
    };
    let request: Request = request_of(&stored)?;
    // Sealed anew for a node that was restored: the request goes on with the envelope that it was delivered in.
    if request.events.iter().any(|e| e.verb == "request.delivered") {
        return Ok(());
    }
    let by = Actor::worker(office.state(), "outbox").by(None);
    let (next, _) = request.sealed(id, &by, now)?;
    put(tx, &next).await?;
    Ok(())
}
