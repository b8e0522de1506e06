//! Peers: reading a card, pinning it after two officers compared the fingerprint, renewing ours, fetching theirs.

use jiff::{SignedDuration, Timestamp};
use model::policy::role_for;
use model::{ActId, Actor, Object, Refusal, StateCode, Verb, limits};
use seal::card::{
    Card, Leaflet, LeafletKey, OpenCard, open_card, open_leaflet, sign_leaflet, verify_next_card,
};
use serde::{Deserialize, Serialize};
use store::exchange::Peer;

use crate::directory::{Known, known};
use crate::error::{Doing, Error, Result};
use crate::office::{Office, Said};

mod suspend;

pub(crate) use suspend::pinned;
pub use suspend::{SuspendPeer, suspend};

/// Pin a peer.
#[derive(Debug, Clone)]
pub struct AddPeer {
    /// The act.
    pub act: ActId,
    /// The card's bytes.
    pub card: Vec<u8>,
    /// The sixty digits that the other officer read out, spaces as you like.
    pub fingerprint: String,
}

/// What a card says of itself, before it is trusted.
#[derive(Debug, Clone)]
pub struct Offered {
    /// The State.
    pub code: StateCode,
    /// Its name in English, or its code.
    pub name: String,
    /// Sixty digits for two people to read to each other.
    pub fingerprint: String,
    /// Number of the card.
    pub sequence: u64,
    /// When it expires.
    pub expires: Timestamp,
    /// Where its node is.
    pub endpoint: String,
}

/// A line about a peer.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PeerLine {
    /// State code.
    pub state: String,
    /// Where its inbox is.
    pub endpoint: String,
    /// Sixty digits.
    pub fingerprint: String,
    /// When it was pinned.
    pub pinned_at: Option<Timestamp>,
    /// Number of its card.
    pub card_sequence: i64,
    /// When its card expires.
    pub card_expires: Timestamp,
    /// Messages waiting for it.
    pub outbox_waiting: u64,
    /// Last contact, either way.
    pub last_contact: Option<Timestamp>,
    /// Code of the last failure, until the next success.
    pub last_error: Option<String>,
}

/// Read a card that somebody brought; nothing is trusted yet.
///
/// # Errors
/// Input error `CARD` saying what is wrong with it.
pub fn offered(office: &Office, bytes: &[u8]) -> Result<Offered> {
    let open = read(bytes, office.now())?;
    let endpoint = endpoint(&open)?;
    Ok(Offered {
        name: open
            .card
            .names
            .get("en")
            .cloned()
            .unwrap_or_else(|| open.card.code.to_string()),
        fingerprint: open.fingerprint(),
        sequence: open.card.sequence,
        expires: open.card.expires,
        code: open.card.code,
        endpoint,
    })
}

fn read(bytes: &[u8], now: Timestamp) -> Result<OpenCard> {
    if bytes.len() > limits::CARD_BYTES_MAX {
        return Err(Error::input(
            "CARD",
            "card",
            "this file is larger than any State card",
        ));
    }
    open_card(bytes, now).map_err(|e| {
        Error::input(
            "CARD",
            "card",
            format!("this is no State card that can be used now: {e}"),
        )
    })
}

fn endpoint(open: &OpenCard) -> Result<String> {
    let direct = open
        .card
        .endpoints
        .iter()
        .find(|e| e.kind == "direct")
        .map(|e| e.url.clone());
    direct
        .filter(|url| url.starts_with("https://") && url.len() <= 512)
        .ok_or_else(|| Error::input("CARD", "card", "the card names no direct https address"))
}

/// Pin a peer: the fingerprint that was read out must be the card's.
///
/// # Errors
/// `NOT-ALLOWED`, `FINGERPRINT` when the digits differ, `OWN-CARD`; input error `CARD`.
pub async fn add(office: &Office, actor: &Actor, act: AddPeer) -> Result<StateCode> {
    let now = office.now();
    let role = role_for(actor, Verb::PeerAdd, &Object::node(office.state()), now)?;
    let open = read(&act.card, now)?;
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    if digits(&act.fingerprint) != digits(&open.fingerprint()) {
        return Err(Refusal::new("FINGERPRINT").at("fingerprint").into());
    }
    let code = open.card.code.clone();
    if code == *office.state() {
        return Err(Refusal::new("OWN-CARD").at("card").into());
    }
    let said = Said {
        role,
        ..Said::of(format!("peer:{code}"))
    }
    .with("card", open.digest)
    .with("sequence", open.card.sequence);
    let entry = office.entry(act.act, (actor, Verb::PeerAdd), now, said);
    let mut row = row(&open, act.card, (false, Some(now)))?;
    let others = office.store().peers().await?;
    if others.len() >= limits::PEERS_MAX && !others.iter().any(|p| p.id == row.id) {
        return Err(Refusal::new("TOO-MANY")
            .with("max", limits::PEERS_MAX)
            .into());
    }
    not_anothers_gate(others, &open)?;
    let answer = code.clone();
    let claim = Office::claim(
        act.act,
        (actor, Verb::PeerAdd),
        Some(format!("peer:{code}")),
    );
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                if let Some(held) = tx.peer(&row.id).await? {
                    newer(&held, &row)?;
                    row.version = held.version + 1;
                    if held.card_sha256 == row.card_sha256 {
                        row.leaflet = held.leaflet;
                    }
                }
                tx.put_peer(&row).await?;
                Ok(tx.keep(entry, answer).await?)
            })
        })
        .await?;
    // What waited for this State while it was not pinned goes at once.
    office.store().heard_from(code.as_str(), now).await?;
    office.0.bell.outbox.notify_one();
    Ok(code)
}

/// A card never goes back, and there are no two of one number: either would let somebody speak for a State with keys that the
/// State gave up.
fn newer(held: &Peer, new: &Peer) -> Result<()> {
    if new.sequence < held.sequence {
        let what = format!(
            "this card has the number {}, and number {} is held already; ask for the newest",
            new.sequence, held.sequence
        );
        return Err(Error::input("CARD-OLD", "card", what));
    }
    if new.sequence == held.sequence && new.card_sha256 != held.card_sha256 {
        let what = format!(
            "there are two different cards with the number {}; ask the other State which is real",
            new.sequence
        );
        return Err(Error::input("CARD-FORKED", "card", what));
    }
    Ok(())
}

/// The listener tells peers apart by their TLS authority: no two States may name the same.
fn not_anothers_gate(others: Vec<Peer>, new: &OpenCard) -> Result<()> {
    for other in others
        .into_iter()
        .filter(|p| p.id != new.card.code.as_str())
    {
        let other = known(other)?;
        if other.card.card.tls_ca == new.card.tls_ca {
            let what = format!("it names the TLS authority of {}", other.peer.id);
            return Err(Error::input("CARD", "card", what));
        }
    }
    Ok(())
}

fn row(open: &OpenCard, card: Vec<u8>, (ours, pinned): (bool, Option<Timestamp>)) -> Result<Peer> {
    Ok(Peer {
        id: open.card.code.to_string(),
        version: 1,
        ours,
        pinned,
        fingerprint: open.fingerprint(),
        endpoint: endpoint(open)?,
        card,
        card_sha256: open.digest,
        sequence: i64::try_from(open.card.sequence).unwrap_or(i64::MAX),
        expires: open.card.expires,
        leaflet: None,
    })
}

/// This State's card.
///
/// # Errors
/// If there is none yet.
pub async fn our_card(office: &Office) -> Result<Vec<u8>> {
    let ours = office.store().peer(office.state().as_str()).await?;
    ours.map(|p| p.card)
        .ok_or_else(|| Error::Key("card".to_owned()))
}

/// Keep a card of our own: the first at `init`, later ones as the root signs them.
///
/// # Errors
/// Input error `CARD`.
pub async fn keep_our_card(office: &Office, card: Vec<u8>) -> Result<()> {
    let now = office.now();
    let open = read(&card, now)?;
    let mut new = row(&open, card, (true, Some(now)))?;
    let actor = Actor::operator(office.state());
    let said = Said {
        verb: Some("card.kept"),
        ..Said::of(format!("peer:{}", new.id))
    }
    .with("card", open.digest);
    let entry = office.entry(office.new_act(), (&actor, Verb::KeepKeys), now, said);
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                new.version = tx.peer(&new.id).await?.map_or(0, |p| p.version) + 1;
                tx.put_peer(&new).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await?;
    renew_leaflet(office).await
}

/// Make the weekly keys that are due and publish the leaflet that names them.
///
/// # Errors
/// If keys or card are not available.
pub async fn renew_leaflet(office: &Office) -> Result<()> {
    let now = office.now();
    let Some(ours) = office.store().peer(office.state().as_str()).await? else {
        return Ok(());
    };
    let ours = known(ours)?;
    let rotated = office
        .0
        .keys
        .rotate(now, &mut office.dice())
        .map_err(Error::Key)?;
    if !rotated
        && ours
            .leaflet(now)
            .is_some_and(|open| open.leaflet.key_at(now).is_some())
    {
        return Ok(());
    }
    let keys: Vec<LeafletKey> = office
        .0
        .keys
        .weekly_keys()
        .into_iter()
        .filter(|key| key.until > now)
        .map(|key| LeafletKey {
            public: key.public,
            from: key.from,
            until: key.until,
        })
        .collect();
    let node = office.0.keys.node();
    let leaflet = Leaflet {
        card: ours.card.digest,
        node: node.public().key_id(),
        issued: now,
        keys,
    };
    let bytes = sign_leaflet(&leaflet, &*node).doing("sign the leaflet of weekly keys")?;
    let actor = Actor::worker(office.state(), "keys");
    keep_leaflet(office, ours.peer, bytes, (&actor, "keys.kept")).await
}

async fn keep_leaflet(
    office: &Office,
    peer: Peer,
    bytes: Vec<u8>,
    (actor, verb): (&Actor, &'static str),
) -> Result<()> {
    let said = Said {
        verb: Some(verb),
        ..Said::of(format!("peer:{}", peer.id))
    }
    .with("leaflet", seal::sha256(&bytes));
    let entry = office.entry(
        office.new_act(),
        (actor, Verb::KeepKeys),
        office.now(),
        said,
    );
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                let stored = tx
                    .peer(&peer.id)
                    .await?
                    .ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                tx.put_peer(&Peer {
                    version: stored.version + 1,
                    leaflet: Some(bytes),
                    ..stored
                })
                .await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}

/// Whether a peer's weekly key will serve for a while yet.
pub(crate) fn has_key(peer: &Known, now: Timestamp) -> bool {
    peer.leaflet(now)
        .is_some_and(|open| open.leaflet.key_at(now).is_some())
}

/// Fetch a peer's newest card and leaflet from its node.
///
/// # Errors
/// If the store cannot be written; a peer that does not answer, or answers badly, is no error but a code.
pub(crate) async fn refresh(
    office: &Office,
    peer: &Known,
) -> Result<std::result::Result<(), String>> {
    let now = office.now();
    let address = peer.address();
    let mut held = peer.clone();
    match office.0.post.log(&address, "card").await {
        Ok(answer) if answer.status == 200 && seal::sha256(&answer.body) != held.card.digest => {
            match verify_next_card(&answer.body, now, &held.card) {
                Ok(open) if not_anothers_gate(office.store().peers().await?, &open).is_err() => {
                    return Ok(Err("CARD".to_owned()));
                }
                Ok(open) => held = keep_card(office, &held, open, answer.body.to_vec()).await?,
                Err(error) => return Ok(Err(error.code().to_owned())),
            }
        }
        Ok(answer) if answer.status == 200 => {}
        Ok(answer) => return Ok(Err(format!("HTTP-{}", answer.status))),
        Err(error) => return Ok(Err(error.code().to_owned())),
    }
    match office.0.post.log(&address, "leaflet").await {
        Ok(answer) if answer.status == 200 => {
            if let Err(error) = open_leaflet(&answer.body, now, &held.card) {
                return Ok(Err(error.code().to_owned()));
            }
            let actor = Actor::worker(office.state(), "keys");
            keep_leaflet(
                office,
                held.peer,
                answer.body.to_vec(),
                (&actor, "peer.keys_fetched"),
            )
            .await?;
            Ok(Ok(()))
        }
        Ok(answer) => Ok(Err(format!("HTTP-{}", answer.status))),
        Err(error) => Ok(Err(error.code().to_owned())),
    }
}

async fn keep_card(office: &Office, held: &Known, open: OpenCard, bytes: Vec<u8>) -> Result<Known> {
    let mut new = row(&open, bytes, (false, held.peer.pinned))?;
    new.version = held.peer.version + 1;
    let actor = Actor::worker(office.state(), "keys");
    let said = Said {
        verb: Some("peer.card_renewed"),
        ..Said::of(format!("peer:{}", new.id))
    }
    .with("card", open.digest);
    let entry = office.entry(
        office.new_act(),
        (&actor, Verb::KeepKeys),
        office.now(),
        said,
    );
    let written = new.clone();
    office
        .act(entry.act, move |tx| {
            Box::pin(async move {
                tx.put_peer(&written).await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await?;
    known(new)
}

/// Peers and how exchange with them goes.
pub(crate) async fn lines(office: &Office) -> Result<Vec<PeerLine>> {
    let mut lines = Vec::new();
    for peer in office
        .store()
        .peers()
        .await?
        .into_iter()
        .filter(|p| !p.ours)
    {
        let (last_contact, last_error) = office.store().contact(&peer.id).await?;
        lines.push(PeerLine {
            outbox_waiting: office.store().outgoing_waiting(&peer.id).await?,
            state: peer.id,
            endpoint: peer.endpoint,
            fingerprint: peer.fingerprint,
            pinned_at: peer.pinned,
            card_sequence: peer.sequence,
            card_expires: peer.expires,
            last_contact,
            last_error,
        });
    }
    Ok(lines)
}

/// How long before its end a card of ours is to be renewed.
pub const CARD_RENEW_BEFORE: SignedDuration = SignedDuration::from_hours(24 * 30);

/// Make the next card of this State: the same but for number, dates and link.
///
/// # Errors
/// If the root is offline.
pub fn next_card(card: &OpenCard, now: Timestamp) -> Card {
    Card {
        sequence: card.card.sequence + 1,
        previous: Some(card.digest),
        issued: now,
        expires: now + seal::card::CARD_LIFE_MAX,
        ..card.card.clone()
    }
}
