//! Stopping exchange with a State, until two officers compare its fingerprint again.

use model::policy::role_for;
use model::state::SuspendReason;
use model::{ActId, Actor, Object, Refusal, StateCode, Verb};
use store::exchange::Peer;

use crate::error::Result;
use crate::office::{Office, Said};

/// Stop talking to a peer.
#[derive(Debug, Clone)]
pub struct SuspendPeer {
    /// The act.
    pub act: ActId,
    /// Whom.
    pub state: StateCode,
    /// Why.
    pub reason: SuspendReason,
}

/// Whether a State is pinned now: looked at before each message and each segment that goes to it, for an exchange that is stopped
/// stops what is under way.
pub(crate) async fn pinned(office: &Office, state: &str) -> Result<bool> {
    let peer = office.store().peer(state).await?;
    Ok(peer.as_ref().is_some_and(Peer::by_node))
}

/// Stop talking to a peer: its pin is taken back, the card is kept. Nothing is sent, taken in or fetched until two officers
/// compare the fingerprint again; what waits to go out waits until it expires.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND` where no such State is pinned.
pub async fn suspend(office: &Office, actor: &Actor, act: SuspendPeer) -> Result<()> {
    let now = office.now();
    let on = (actor, Verb::PeerSuspend);
    let role = role_for(actor, on.1, &Object::node(office.state()), now)?;
    let said = Said {
        role,
        reason: Some(act.reason.code().to_owned()),
        ..Said::of(format!("peer:{}", act.state))
    };
    let claim = Office::claim(act.act, on, said.object.clone());
    let entry = office.entry(act.act, on, now, said);
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                let held = tx.peer(act.state.as_str()).await?;
                let pinned = held.filter(Peer::by_node);
                let held = pinned.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                tx.put_peer(&Peer {
                    version: held.version + 1,
                    pinned: None,
                    ..held
                })
                .await?;
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}
