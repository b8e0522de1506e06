//! What the node looks after by itself, beside the office's workers: which peers are let in, and its own certificate.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use model::{Digest, StateCode};
use office::Clock;
use store::Store;
use store::exchange::Peer;
use tokio_util::sync::CancellationToken;

use crate::error::Result;
use crate::tls::{Leaf, Pins};

/// How often it is looked whether anything was written. Cheap: one number is read.
const LOOK: Duration = Duration::from_millis(250);

/// What is needed for it.
pub(super) struct House {
    pub(super) store: Store,
    pub(super) leaf: Arc<Leaf>,
    pub(super) pins: Arc<Pins>,
    pub(super) known: Known,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) stop: CancellationToken,
}

/// What was read so far, so that a card is opened once.
#[derive(Debug, Default)]
pub(super) struct Known {
    ledger: Option<u64>,
    cards: HashMap<Digest, (StateCode, Digest)>,
}

/// Copy the pins from the store, if anything was written since the last time: pinning is an act, and every act is an entry.
pub(super) async fn pins(store: &Store, pins: &Pins, known: &mut Known) -> Result<()> {
    let size = store.ledger_size().await?;
    if known.ledger == Some(size) {
        return Ok(());
    }
    let mut cards = HashMap::new();
    let mut set = HashMap::new();
    for peer in store.peers().await?.into_iter().filter(Peer::by_node) {
        let read = match known.cards.remove(&peer.card_sha256) {
            Some(read) => read,
            None => match seal::card::open_card_undated(&peer.card) {
                Ok(open) => (open.card.code.clone(), open.card.tls_ca),
                Err(error) => {
                    tracing::error!(
                        peer = peer.id,
                        code = error.code(),
                        "a pinned card cannot be read"
                    );
                    continue;
                }
            },
        };
        set.insert(read.1, read.0.clone());
        cards.insert(peer.card_sha256, read);
    }
    pins.set(set);
    *known = Known {
        ledger: Some(size),
        cards,
    };
    Ok(())
}

/// Until `stop`.
pub(super) async fn run(mut house: House) {
    loop {
        tokio::select! {
            () = house.stop.cancelled() => return,
            () = house.pins.missed() => {}
            () = tokio::time::sleep(LOOK) => {}
        }
        if let Err(error) = pins(&house.store, &house.pins, &mut house.known).await {
            tracing::warn!(error = error.line(), "could not read the pinned peers");
        }
        match house.leaf.renew_if_due(house.clock.now()) {
            Ok(true) => tracing::info!("the node's certificate was renewed"),
            Ok(false) => {}
            Err(error) => tracing::error!(error = error.line(), "renewing the node's certificate"),
        }
    }
}
