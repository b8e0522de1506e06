//! Sending again what a restored peer asks for. One small question makes us send a whole stream: a peer is answered once an
//! hour. A question that comes sooner is kept and answered when the hour is over, so that nothing a peer lost stays lost.

use jiff::{SignedDuration, Timestamp};
use model::{Actor, Object, Verb};
use store::Tx;

use crate::error::Result;
use crate::office::{Office, Said};

/// How long a peer waits between two answers.
const PAUSE: SignedDuration = SignedDuration::from_hours(1);

/// What is known of one peer's questions.
#[derive(Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
struct Asked {
    /// When it was last answered, in microseconds.
    answered_us: Option<i64>,
    /// From where it wants the stream, and was not answered yet: epoch and number.
    wants: Option<(i64, i64)>,
}

impl Asked {
    async fn of(tx: &mut Tx, peer: &str) -> Result<Self> {
        let held = tx.fact(&place(peer)).await?;
        Ok(parsed(held))
    }

    fn rests(&self, now: Timestamp) -> bool {
        let over = |us: i64| now.as_microsecond().saturating_sub(us) >= pause_us();
        self.answered_us.is_some_and(|us| !over(us))
    }
}

fn pause_us() -> i64 {
    i64::try_from(PAUSE.as_micros()).unwrap_or(i64::MAX)
}

fn place(peer: &str) -> String {
    format!("again/{peer}")
}

fn parsed(held: Option<String>) -> Asked {
    held.and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or_default()
}

/// A peer asks for its stream after a number of an epoch.
pub(super) async fn asked(
    tx: &mut Tx,
    peer: &str,
    (epoch, after): (u64, u64),
    now: Timestamp,
) -> Result<()> {
    let asked = (
        i64::try_from(epoch).unwrap_or(i64::MAX),
        i64::try_from(after).unwrap_or(i64::MAX),
    );
    let mut held = Asked::of(tx, peer).await?;
    held.wants = Some(held.wants.map_or(asked, |wants| wants.min(asked)));
    answer(tx, peer, held, now).await
}

async fn answer(tx: &mut Tx, peer: &str, mut held: Asked, now: Timestamp) -> Result<()> {
    if !held.rests(now)
        && let Some((epoch, after)) = held.wants.take()
    {
        tx.send_again(peer, epoch, after).await?;
        held.answered_us = Some(now.as_microsecond());
    }
    let text = serde_json::to_string(&held)
        .map_err(|e| crate::error::Error::input("MESSAGE", "", e.to_string()))?;
    Ok(tx.put_fact(&place(peer), &text).await?)
}

/// Answer the questions whose hour is over.
///
/// # Errors
/// If the store cannot be read or written.
pub(crate) async fn due(office: &Office) -> Result<()> {
    let now = office.now();
    for peer in office.store().peers().await? {
        let held = parsed(office.store().fact(&place(&peer.id)).await?);
        if held.wants.is_none() || held.rests(now) {
            continue;
        }
        let actor = Actor::worker(office.state(), "outbox");
        model::may(
            &actor,
            Verb::SendEnvelope,
            &Object::node(office.state()),
            now,
        )?;
        let said = Said::default().with("to", &peer.id);
        let entry = office.entry(office.new_act(), (&actor, Verb::SendEnvelope), now, said);
        office
            .act(entry.act, move |tx| {
                Box::pin(async move {
                    let held = Asked::of(tx, &peer.id).await?;
                    answer(tx, &peer.id, held, now).await?;
                    Ok(tx.keep(entry, ()).await?)
                })
            })
            .await?;
        office.0.bell.outbox.notify_one();
    }
    Ok(())
}
