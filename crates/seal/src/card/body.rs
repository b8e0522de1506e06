//! The content of a State card.

use crate::cbor::{Fields, Form, Value};
use crate::ledger::NoteKey;
use crate::suite::PublicPair;
use crate::{Digest, Error, Result};
use jiff::Timestamp;
use model::limits::{
    CARD_AUTHORITIES_MAX, CARD_KEYS_MAX, CARD_LIST_MAX, CARD_NODES_MAX, CARD_ROOTS_MAX,
    CARD_TEXT_BYTES_MAX, CBOR_ITEMS_MAX,
};
use model::{AuthorityId, StateCode};
use std::collections::BTreeMap;

const WHAT: &str = "State card";

/// A key pair and when it counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DatedKey {
    /// The public keys.
    pub key: PublicPair,
    /// First moment.
    pub from: Timestamp,
    /// First moment after.
    pub until: Timestamp,
}

/// A node's key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NodeKey {
    /// The node's name inside its State.
    pub name: String,
    /// Key and time.
    pub key: DatedKey,
}

/// An authority: its signing keys, and what the directory says of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorityCard {
    /// Its short name.
    pub id: AuthorityId,
    /// Its signing keys.
    pub keys: Vec<DatedKey>,
    /// Canonical JSON of `model::state::Authority`; opaque here.
    pub json: Vec<u8>,
}

/// Where the node is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Endpoint {
    /// `direct`, `relay` or `bastion`; others are kept and ignored.
    pub kind: String,
    /// Address.
    pub url: String,
}

/// A contact point for people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// What it is for, such as `duty-desk-24-7`.
    pub what: String,
    /// Telephone, international form; may be empty.
    pub phone: String,
    /// E-mail; may be empty.
    pub email: String,
}

/// What a State says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// State code.
    pub code: StateCode,
    /// Name by language code.
    pub names: BTreeMap<String, String>,
    /// Root keys, 1 to 5.
    pub roots: Vec<PublicPair>,
    /// How many roots must sign a card.
    pub threshold: u64,
    /// Node keys.
    pub nodes: Vec<NodeKey>,
    /// Authorities.
    pub authorities: Vec<AuthorityCard>,
    /// Canonical JSON of `model::state::StateProfile`; opaque here.
    pub profile: Vec<u8>,
    /// SHA-256 of the DER certificate of the State's TLS authority.
    pub tls_ca: Digest,
    /// Verifier key of the State's ledger; its name is the log's origin.
    pub log: String,
    /// Where the node is reached.
    pub endpoints: Vec<Endpoint>,
    /// Contact points for people, day and night.
    pub contacts: Vec<Contact>,
    /// Quotas offered to each peer, by name ("envelopes-per-minute", "bytes-per-day", ...).
    pub quotas: BTreeMap<String, u64>,
    /// Names of the suites it accepts, strongest first.
    pub suites: Vec<String>,
    /// Remarks, such as "ML-DSA keys are held in software".
    pub notes: Vec<String>,
    /// Number of the card: 1, 2, ...
    pub sequence: u64,
    /// Digest of the card before; none for the first.
    pub previous: Option<Digest>,
    /// When it was issued.
    pub issued: Timestamp,
    /// When it ends, at most 90 days after.
    pub expires: Timestamp,
}

impl DatedKey {
    fn to_cbor(&self) -> Value {
        Value::map([
            ("key", self.key.to_cbor()),
            ("from", Value::time(self.from)),
            ("until", Value::time(self.until)),
        ])
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, "dated key")?;
        let read = Self {
            key: PublicPair::from_cbor(f.take("key")?)?,
            from: f.time("from")?,
            until: f.time("until")?,
        };
        f.end()?;
        Ok(read)
    }
}

fn canonical(json: &[u8]) -> bool {
    let value: Option<serde_json::Value> = serde_json::from_slice(json).ok();
    value.is_some_and(|value| crate::canonical_json(&value).as_deref() == Ok(json))
}

fn text_map<V>(map: &BTreeMap<String, V>, write: impl Fn(&V) -> Value) -> Value {
    Value::Map(
        map.iter()
            .map(|(key, value)| (Value::text(key), write(value)))
            .collect(),
    )
}

fn read_text_map<V>(
    value: Value,
    read: impl Fn(Value) -> Result<V>,
) -> Result<BTreeMap<String, V>> {
    let Value::Map(pairs) = value else {
        return Err(Error::malformed(WHAT, "not a map"));
    };
    pairs
        .into_iter()
        .map(|(key, value)| Ok((key.into_text(WHAT)?, read(value)?)))
        .collect()
}

impl Card {
    /// The rules a card obeys by itself, whoever signed it.
    pub(super) fn check(&self) -> Result<()> {
        let bad = |why| Err(Error::malformed(WHAT, why));
        let life = self.issued.duration_until(self.expires);
        if life > super::CARD_LIFE_MAX || !life.is_positive() {
            return bad("valid for more than 90 days, or not at all");
        }
        if !(1..=CARD_ROOTS_MAX).contains(&self.roots.len())
            || !(1..=self.roots.len() as u64).contains(&self.threshold)
        {
            return bad("needs 1 to 5 roots and a threshold among them");
        }
        let distinct = self
            .roots
            .iter()
            .enumerate()
            .all(|(n, root)| !self.roots.iter().take(n).any(|other| other == root));
        if !distinct {
            return bad("the same root twice");
        }
        if self.sequence == 0 || (self.sequence == 1) != self.previous.is_none() {
            return bad("number and link to the card before do not agree");
        }
        if !canonical(&self.profile)
            || !self
                .authorities
                .iter()
                .all(|authority| canonical(&authority.json))
        {
            return bad("profile or authority is not canonical JSON");
        }
        if NoteKey::parse(&self.log).is_err() {
            return bad("log verifier key");
        }
        let texts = self
            .names
            .iter()
            .flat_map(|(a, b)| [a, b])
            .chain(&self.suites)
            .chain(&self.notes);
        let texts = texts.chain(self.endpoints.iter().flat_map(|e| [&e.kind, &e.url]));
        let mut texts = texts.chain(
            self.contacts
                .iter()
                .flat_map(|c| [&c.what, &c.phone, &c.email]),
        );
        if texts.any(|text| text.len() > CARD_TEXT_BYTES_MAX || text.chars().any(char::is_control))
        {
            return bad("a text is too long or has a control character");
        }
        Ok(())
    }
}

impl Form for Card {
    const NAME: &'static str = WHAT;

    fn to_cbor(&self) -> Value {
        let texts =
            |list: &[String]| Value::Array(list.iter().map(|text| Value::text(text)).collect());
        let dated = |list: &[DatedKey]| Value::Array(list.iter().map(DatedKey::to_cbor).collect());
        let nodes = self.nodes.iter().map(|node| {
            Value::map([
                ("name", Value::text(&node.name)),
                ("key", node.key.to_cbor()),
            ])
        });
        let authorities = self.authorities.iter().map(|authority| {
            Value::map([
                ("id", Value::text(authority.id.as_str())),
                ("keys", dated(&authority.keys)),
                ("json", Value::bytes(&authority.json)),
            ])
        });
        let endpoints = self
            .endpoints
            .iter()
            .map(|e| Value::map([("kind", Value::text(&e.kind)), ("url", Value::text(&e.url))]));
        let contacts = self.contacts.iter().map(|c| {
            Value::map([
                ("what", Value::text(&c.what)),
                ("phone", Value::text(&c.phone)),
                ("email", Value::text(&c.email)),
            ])
        });
        let mut pairs = vec![
            ("v", Value::Uint(1)),
            ("code", Value::text(self.code.as_str())),
            ("names", text_map(&self.names, |text| Value::text(text))),
            (
                "roots",
                Value::Array(self.roots.iter().map(PublicPair::to_cbor).collect()),
            ),
            ("threshold", Value::Uint(self.threshold)),
            ("nodes", Value::Array(nodes.collect())),
            ("authorities", Value::Array(authorities.collect())),
            ("profile", Value::bytes(&self.profile)),
            ("tls-ca", Value::digest(&self.tls_ca)),
            ("log", Value::text(&self.log)),
            ("endpoints", Value::Array(endpoints.collect())),
            ("contacts", Value::Array(contacts.collect())),
            ("quotas", text_map(&self.quotas, |n| Value::Uint(*n))),
            ("suites", texts(&self.suites)),
            ("notes", texts(&self.notes)),
            ("sequence", Value::Uint(self.sequence)),
            ("issued", Value::time(self.issued)),
            ("expires", Value::time(self.expires)),
        ];
        pairs.extend(
            self.previous
                .iter()
                .map(|digest| ("previous", Value::digest(digest))),
        );
        Value::map(pairs)
    }

    fn from_cbor(value: Value) -> Result<Self> {
        let mut f = Fields::new(value, WHAT)?;
        if f.uint("v")? != 1 {
            return Err(Error::Algorithm(WHAT));
        }
        let text = |value: Value| value.into_text(WHAT);
        let card = Self {
            code: f
                .text("code")?
                .parse()
                .map_err(|_| Error::malformed("code", "not a State code"))?,
            names: read_text_map(f.take("names")?, text)?,
            roots: f.list("roots", CARD_ROOTS_MAX, PublicPair::from_cbor)?,
            threshold: f.uint("threshold")?,
            nodes: f.list("nodes", CARD_NODES_MAX, read_node)?,
            authorities: f.list("authorities", CARD_AUTHORITIES_MAX, read_authority)?,
            profile: f.bytes("profile")?,
            tls_ca: f.digest("tls-ca")?,
            log: f.text("log")?,
            endpoints: f.list("endpoints", CARD_LIST_MAX, read_endpoint)?,
            contacts: f.list("contacts", CARD_LIST_MAX, read_contact)?,
            quotas: read_text_map(f.take("quotas")?, |n| n.into_uint("quotas"))?,
            suites: f.list("suites", CARD_LIST_MAX, text)?,
            notes: f.list("notes", CARD_LIST_MAX, text)?,
            sequence: f.uint("sequence")?,
            previous: f
                .optional("previous")
                .map(|digest| digest.into_digest("previous"))
                .transpose()?,
            issued: f.time("issued")?,
            expires: f.time("expires")?,
        };
        f.end()?;
        Ok(card)
    }
}

const _: () = assert!(
    CARD_AUTHORITIES_MAX * CARD_KEYS_MAX * 16 < CBOR_ITEMS_MAX,
    "a full card can be decoded"
);

fn read_node(value: Value) -> Result<NodeKey> {
    let mut f = Fields::new(value, "node key")?;
    let node = NodeKey {
        name: f.text("name")?,
        key: DatedKey::from_cbor(f.take("key")?)?,
    };
    f.end()?;
    Ok(node)
}

fn read_authority(value: Value) -> Result<AuthorityCard> {
    let mut f = Fields::new(value, "authority")?;
    let authority = AuthorityCard {
        id: f
            .text("id")?
            .parse()
            .map_err(|_| Error::malformed("id", "not an authority's short name"))?,
        keys: f.list("keys", CARD_KEYS_MAX, DatedKey::from_cbor)?,
        json: f.bytes("json")?,
    };
    f.end()?;
    Ok(authority)
}

fn read_endpoint(value: Value) -> Result<Endpoint> {
    let mut f = Fields::new(value, "endpoint")?;
    let endpoint = Endpoint {
        kind: f.text("kind")?,
        url: f.text("url")?,
    };
    f.end()?;
    Ok(endpoint)
}

fn read_contact(value: Value) -> Result<Contact> {
    let mut f = Fields::new(value, "contact")?;
    let contact = Contact {
        what: f.text("what")?,
        phone: f.text("phone")?,
        email: f.text("email")?,
    };
    f.end()?;
    Ok(contact)
}
