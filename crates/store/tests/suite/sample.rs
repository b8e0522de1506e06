//! Things to keep: entries, records, labels, and a node with a row in each listed table.

use std::collections::{BTreeMap, BTreeSet};

use bytes::Bytes;
use jiff::Timestamp;
use model::label::Class;
use model::{ActId, Digest, Entry, Label, StateCode};
use seal::Random;
use seal::vault::RecordKey;
use store::accounts::Account;
use store::exchange::{Envelope, Outgoing, Peer, Receipt, Stream};
use store::lists::List;
use store::partners::Partner;
use store::screen_keys::ScreenKey;
use store::screened::Screened;
use store::treaties::Participation;
use store::{Record, RecordHead, Store};

use crate::house::Dice;

/// An act's error: the store's, or a refusal.
#[derive(Debug)]
pub(crate) enum Fail {
    Store(store::Error),
    Refused,
}

impl From<store::Error> for Fail {
    fn from(error: store::Error) -> Fail {
        Fail::Store(error)
    }
}

pub(crate) fn now() -> Timestamp {
    "2026-03-01T08:00:00Z".parse().unwrap()
}

pub(crate) fn later(seconds: i64) -> Timestamp {
    now() + jiff::SignedDuration::from_secs(seconds)
}

pub(crate) fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

/// A new act id.
pub(crate) fn act() -> ActId {
    let dice: &mut dyn Random = &mut Dice;
    ActId::new(now(), dice.bytes())
}

/// The act id with this number, the same each time.
pub(crate) fn act_number(n: u64) -> ActId {
    let mut random = [0; 10];
    random[..8].copy_from_slice(&n.to_be_bytes());
    ActId::new(now(), random)
}

pub(crate) fn entry(act: ActId, verb: &str, object: &str) -> Entry {
    Entry {
        act,
        verb: verb.to_owned(),
        actor: "system:suite".to_owned(),
        role: None,
        state: state("XA"),
        at: now(),
        object: Some(object.to_owned()),
        purpose: None,
        reason_code: None,
        rows: Vec::new(),
        blobs: Vec::new(),
        note: BTreeMap::new(),
    }
}

pub(crate) fn own() -> Label {
    Label::own(&state("XA"), Class::Restricted)
}

pub(crate) fn secret() -> Label {
    Label::own(&state("XA"), Class::Secret)
}

pub(crate) fn record(id: &str, version: i64, body: &str) -> Record {
    let head = RecordHead {
        id: id.to_owned(),
        version,
        kind: "request".to_owned(),
        owner: "XA".to_owned(),
        label: own(),
        review_by: Some(later(86_400)),
        parent: Some("case:1".to_owned()),
        stage: "draft".to_owned(),
        side: Some("outgoing".to_owned()),
        authority: Some("ca".to_owned()),
        counterpart: Some("XB".to_owned()),
        number: Some(format!("XA-CA-2026-{id}")),
        urgency: 0,
        due: Some(later(3600)),
        officer: Some("officer-1".to_owned()),
        created: now(),
        updated: later(version),
    };
    Record {
        head,
        body: body.as_bytes().to_vec(),
    }
}

/// Keep records in one act; answers its leaf.
pub(crate) async fn keep(store: &Store, act: ActId, records: Vec<Record>) -> Result<u64, Fail> {
    store
        .act::<u64, Fail, _>(act, move |tx| {
            Box::pin(async move {
                for record in &records {
                    tx.put_record(record).await?;
                }
                let leaf = tx.next_leaf();
                Ok(tx
                    .keep(entry(act, "request.drafted", "request:1"), leaf)
                    .await?)
            })
        })
        .await
}

pub(crate) fn peer(id: &str) -> Peer {
    Peer {
        id: id.to_owned(),
        version: 1,
        ours: false,
        pinned: Some(now()),
        fingerprint: "12345 67890".to_owned(),
        endpoint: "https://xb.example:7443".to_owned(),
        card: b"a card".to_vec(),
        card_sha256: seal::sha256(b"a card"),
        sequence: 1,
        expires: later(86_400),
        leaflet: Some(b"a leaflet".to_vec()),
    }
}

pub(crate) fn outgoing(id: &str, lane: i64) -> Outgoing {
    Outgoing {
        id: id.to_owned(),
        version: 1,
        peer: "XB".to_owned(),
        lane,
        object: Some("request:1".to_owned()),
        state: "waiting".to_owned(),
        created: now(),
        expires: later(86_400),
        envelope: None,
        body: format!("message {id}").into_bytes(),
    }
}

pub(crate) fn envelope(direction: &str, number: i64) -> Envelope {
    let bytes = format!("envelope {direction} {number}").into_bytes();
    Envelope {
        id: seal::sha256(&bytes),
        version: 1,
        direction: direction.to_owned(),
        peer: "XB".to_owned(),
        epoch: 1,
        number,
        state: if direction == "out" {
            "sealed"
        } else {
            "stored"
        }
        .to_owned(),
        object: Some("request:1".to_owned()),
        created: now(),
        receipt: Some(b"r3".to_vec()),
        bytes,
    }
}

pub(crate) fn receipt(kind: &str, envelope: Digest) -> Receipt {
    let bytes = format!("{kind} {envelope}").into_bytes();
    Receipt {
        id: seal::sha256(&bytes).to_string(),
        kind: kind.to_owned(),
        envelope,
        peer: "XB".to_owned(),
        given: false,
        at: now(),
        object: Some("request:1".to_owned()),
        bytes,
    }
}

pub(crate) fn account(login: &str) -> Account {
    Account {
        id: format!("officer:{login}"),
        version: 1,
        login: login.to_owned(),
        authority: "ca".to_owned(),
        active: true,
        json: "{}".to_owned(),
        secret: Some("$argon2id$x".to_owned()),
        passkeys: "[]".to_owned(),
    }
}

pub(crate) fn list(blob: Digest) -> List {
    List {
        id: "un-sc".to_owned(),
        version: 1,
        name: "UN Security Council".to_owned(),
        format: "un-xml".to_owned(),
        sha256: seal::sha256(b"a file"),
        published: Some("2026-02-27".to_owned()),
        imported: now(),
        individuals: 730,
        entities: 273,
        added: 1,
        changed: 2,
        removed: 3,
        blob,
    }
}

fn screen_key() -> ScreenKey {
    ScreenKey {
        id: "key-1".to_owned(),
        version: 1,
        name: "border".to_owned(),
        digest: seal::sha256(b"a key").to_string(),
        officer: "officer-1".to_owned(),
        purpose: "screening".to_owned(),
        created: now(),
        expires: later(86_400),
        revoked: Some(later(60)),
    }
}

fn partner() -> Partner {
    Partner {
        id: "XC".to_owned(),
        version: 1,
        entered: now(),
        json: "{}".to_owned(),
    }
}

fn participation() -> Participation {
    Participation {
        id: "BOMBINGS-1997".to_owned(),
        version: 1,
        as_of: "2026-03-01".to_owned(),
        imported: now(),
        json: "{}".to_owned(),
    }
}

pub(crate) fn screened(id: &str) -> Screened {
    Screened {
        id: id.to_owned(),
        since: now(),
        until: later(1),
        questions: 1,
        hits: 0,
        root: seal::sha256(b"a row"),
        body: "[]".to_owned(),
    }
}

/// A row in each listed table and a blob with its file.
pub(crate) async fn furnish(store: &Store) -> Digest {
    let written = store
        .blobs()
        .write_all("draft-1", Bytes::from_static(b"bytes of an exhibit"))
        .await
        .unwrap();
    let act = act();
    store
        .act::<(), Fail, _>(act, move |tx| {
            Box::pin(async move {
                tx.put_record(&record("request:1", 1, "first")).await?;
                tx.put_account(&account("amira")).await?;
                tx.put_peer(&peer("XB")).await?;
                tx.put_outgoing(&outgoing("message-1", 1)).await?;
                let envelope = envelope("out", 1);
                tx.put_envelope(&envelope).await?;
                tx.put_receipt(&receipt("R3", envelope.id)).await?;
                let stream = tx.stream("out/XB", 1).await?;
                let stream = Stream {
                    number: 1,
                    previous: Some(envelope.id),
                    ..stream
                };
                tx.put_stream(&stream).await?;
                tx.put_list(&list(written.digest)).await?;
                tx.put_screen_key(&screen_key()).await?;
                tx.put_participation(&participation()).await?;
                tx.put_partner(&partner()).await?;
                tx.put_fact("state", "XA").await?;
                tx.put_screened(&screened("group-1")).await?;
                let key = RecordKey::generate(&mut Dice);
                tx.put_blob(written, "request:1", &key, now()).await?;
                Ok(tx.keep(entry(act, "suite.furnished", "suite"), ()).await?)
            })
        })
        .await
        .unwrap();
    keep(
        store,
        crate::sample::act(),
        vec![record("request:1", 2, "second")],
    )
    .await
    .unwrap();
    written.digest
}

/// Verify; the problems as `place code`.
pub(crate) async fn problems(store: &Store) -> BTreeSet<String> {
    let found = store.verify(&[], &|_, _| {}).await.unwrap();
    found
        .problems
        .iter()
        .map(|p| format!("{} {}", p.place, p.code))
        .collect()
}

/// Verify; there must be no problem.
pub(crate) async fn whole(store: &Store) {
    assert_eq!(problems(store).await, BTreeSet::new());
}
