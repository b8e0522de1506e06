//! Messages made by hand, with a house's own keys and past every act of its office: what a hostile or broken node would send.

use bytes::Bytes;
use jiff::SignedDuration;
use model::message::RequestSent;
use model::{Digest, Message, Purpose, ReceiptKind, Request};
use office::exchange::ingest;
use office::{Keys as _, workers};
use seal::envelope;
use seal::receipt::Outcome;
use sim::{House, Town};

/// Repeatable bytes for what the tests seal by hand.
struct Counter(std::sync::atomic::AtomicU64);

impl office::Dice for Counter {
    fn fill(&self, out: &mut [u8]) {
        for block in out.chunks_mut(32) {
            let n = self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
            let digest = seal::sha256(&n.to_be_bytes());
            block.copy_from_slice(&digest.0[..block.len()]);
        }
    }
}

/// A message sealed by one house's own keys for the other, as a hostile or broken node would: past every act of its office.
async fn sealed_by_hand(
    (xa, xb): (&House, &House),
    (number, authority): (u64, &str),
    message: &Message,
) -> Bytes {
    let now = xa.office.now();
    let mut dice = office::ports::Throw(std::sync::Arc::new(Counter((number << 32).into())));
    let draft = envelope::Draft::new(message_id(number), &mut dice);
    let message = seal::canonical_json(&serde_json::to_value(message).unwrap()).unwrap();
    let party = |house: &House| envelope::Party {
        state: house.office.state().clone(),
        authority: authority.parse().unwrap(),
    };
    let label = model::Label::own(xa.office.state(), model::Class::Official)
        .released_to(xa.office.state(), xb.office.state())
        .unwrap();
    let manifest = envelope::Manifest {
        message: draft.message(),
        from: party(xa),
        to: vec![party(xb)],
        case: None,
        purpose: Purpose::Administration.code().to_owned(),
        legal_basis: String::new(),
        label: seal::canonical_json(&serde_json::to_value(label).unwrap()).unwrap(),
        created: now,
        expires: now + SignedDuration::from_hours(24),
        in_reply_to: None,
        parts: vec![envelope::Part::small(
            "message.json",
            "application/json",
            &message,
        )],
    };
    let signer = xa.keys().authority(&authority.parse().unwrap()).unwrap();
    let content =
        envelope::seal_content(&draft, &manifest, &[message], &*signer, &mut dice).unwrap();
    let card = async |house: &House| {
        let bytes = office::peers::our_card(&house.office).await.unwrap();
        seal::card::open_card(&bytes, now).unwrap().digest
    };
    let posting = envelope::Posting {
        to: xb.office.state().clone(),
        lane: envelope::Lane::Normal,
        epoch: 1,
        seq: number,
        previous: Some(Digest([1; 32])),
        created: now,
        key: weekly_key(xb, now),
        sender_card: card(xa).await,
        recipient_card: card(xb).await,
    };
    envelope::address(&content, &posting, &*xa.keys().node(), &mut dice)
        .unwrap()
        .into()
}

fn message_id(number: u64) -> envelope::MessageId {
    let mut id = [0; 16];
    for half in id.chunks_mut(8) {
        half.copy_from_slice(&number.to_be_bytes());
    }
    envelope::MessageId(id)
}

fn weekly_key(house: &House, now: jiff::Timestamp) -> seal::suite::KemPublic {
    let keys = house.keys().weekly_keys();
    let key = keys.iter().find(|key| key.from <= now && now < key.until);
    key.unwrap().public.clone()
}

/// Hand over a message of XA's to XB; it is delivered, and opened at once.
pub(crate) async fn hand_over(town: &Town, number: u64, message: &Message) {
    hand_between((town.house("XA"), town.house("XB")), number, message).await;
}

pub(crate) async fn hand_between((from, to): (&House, &House), number: u64, message: &Message) {
    hand_signed((from, to), (number, "ca"), message).await;
}

pub(super) async fn hand_signed((from, to): (&House, &House), by: (u64, &str), message: &Message) {
    let bytes = sealed_by_hand((from, to), by, message).await;
    let answer = ingest(&to.office, from.office.state(), bytes)
        .await
        .unwrap();
    assert_eq!(answer.status, 201);
    while workers::open_round(&to.office).await.unwrap() {}
}

/// What a node says in a receipt of delivery.
pub(super) fn receipt(house: &House, envelope: Digest, outcome: Outcome) -> Message {
    let state = house.office.state().clone();
    let receipt = seal::receipt::Receipt {
        kind: ReceiptKind::R3,
        outcome,
        envelope,
        authority: None,
        time: house.office.now(),
        origin: format!("log.{}.example", state.as_str().to_lowercase()),
        leaf: Some(1),
        state,
    };
    let signed = seal::receipt::sign_receipt(&receipt, &*house.keys().node()).unwrap();
    Message::Receipt {
        receipt: ReceiptKind::R3,
        envelope,
        at: house.office.now(),
        bytes: seal::hex(&signed),
    }
}

pub(crate) async fn quarantined(town: &Town) -> u64 {
    let metrics = office::health::metrics(&town.house("XB").office).await;
    metrics.unwrap().envelopes_quarantined
}

/// The request that XA has written, as its own message would say it.
pub(super) fn as_sent(request: &Request) -> RequestSent {
    RequestSent {
        re: model::message::Re {
            request: request.id,
            number: request.number.clone(),
            at: request.updated,
            authority: request.from_authority.clone(),
        },
        from: request.from.clone(),
        to: request.to.clone(),
        to_authority: request.to_authority.clone(),
        template: request.template.clone(),
        template_version: request.template_version,
        relation: request.relation,
        parent: request.parent,
        urgency: request.urgency,
        standing: request.standing.clone(),
        second: request.second.clone().unwrap(),
        content: request.content.clone(),
        content_sha256: request.content_sha256.unwrap(),
        lang: request.lang,
        label: request.label.clone(),
        findings_accepted: request.findings_accepted.clone(),
        outstanding: Vec::new(),
    }
}
