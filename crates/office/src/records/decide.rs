//! Deciding about a proposal: a second person releases it or refuses to. Where a life is at risk and nobody else can be reached, one
//! person releases it, and a second looks at it within a day. What is released is built anew from what the record says at that moment.

use futures_util::future::BoxFuture;
use jiff::SignedDuration;
use model::card::{Card, ReleaseStage};
use model::copies::NoticeKind;
use model::{ActId, Actor, CardId, OfficerId, Recipient, Refusal, ReleaseId, Verb, limits};
use serde::{Deserialize, Serialize};
use store::{Kept, Record, RecordHead, Tx};

use super::issued::{self, ISSUED};
use super::keep::{Hand, keep, permit};
use super::releases::{RELEASE, Release, built, consents, release_row, with_own};
use super::row::{Whole, written};
use crate::error::Result;
use crate::office::Office;
use crate::requests::Turn;

/// Decide about a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decide {
    /// The act.
    pub act: ActId,
    /// The proposal.
    pub release: ReleaseId,
    /// The version that was seen.
    pub version: i64,
    /// In words; must be given to refuse, and to release alone.
    #[serde(default)]
    pub note: String,
}

/// What somebody decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    /// The second person: it is right.
    Release,
    /// The second person: it is not.
    Refuse,
    /// One person, a life being at risk.
    Alone,
}

impl Verdict {
    const fn verb(self) -> Verb {
        match self {
            Self::Release | Self::Refuse => Verb::ReleaseApprove,
            Self::Alone => Verb::ReleaseUrgent,
        }
    }

    /// Where the proposal stands then; none where this cannot be decided about it any more.
    const fn leads(self, from: ReleaseStage) -> Option<ReleaseStage> {
        match (self, from) {
            (Self::Alone, ReleaseStage::Proposed) => Some(ReleaseStage::Alone),
            (Self::Release, ReleaseStage::Proposed | ReleaseStage::Alone) => {
                Some(ReleaseStage::Released)
            }
            (Self::Refuse, ReleaseStage::Proposed | ReleaseStage::Alone) => {
                Some(ReleaseStage::Refused)
            }
            _ => None,
        }
    }

    /// What the ledger says was done.
    const fn done(self) -> &'static str {
        match self {
            Self::Release => "released",
            Self::Refuse => "release_refused",
            Self::Alone => "released_alone",
        }
    }
}

/// Release what was proposed, as the second person. It is built once more: where the record would now give something else, the
/// proposal is stale. What one person has released alone is out already: the second has looked at it.
///
/// # Errors
/// `NOT-ALLOWED` for whoever may not see one of its parts, `FOUR-EYES` for whoever wrote the record, proposed it or released it; `STAGE`, `STALE`, `RELEASE-HELD`,
/// `RELEASE-OUT`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn approve(office: &Office, actor: &Actor, act: Decide) -> Result<CardId> {
    let done = decide(office, actor, (act, Verdict::Release)).await?;
    done.ok_or_else(|| Refusal::new("STAGE").into())
}

/// Refuse a proposal, as the second person, with a note. What one person has released alone is taken back.
///
/// # Errors
/// As [`approve`]; `MISSING` without a note.
pub async fn refuse(office: &Office, actor: &Actor, act: Decide) -> Result<()> {
    decide(office, actor, (act, Verdict::Refuse))
        .await
        .map(drop)
}

/// Release what was proposed as one person, because a life is at risk: every gate holds, and a second person looks at it within a day.
///
/// # Errors
/// `MISSING` without a note that says whose life; `URGENT-UNSEEN` where too much of what this officer released alone has been looked at
/// by nobody; as [`approve`].
pub async fn release_alone(office: &Office, actor: &Actor, act: Decide) -> Result<CardId> {
    let done = decide(office, actor, (act, Verdict::Alone)).await?;
    done.ok_or_else(|| Refusal::new("STAGE").into())
}

async fn decide(
    office: &Office,
    actor: &Actor,
    (act, verdict): (Decide, Verdict),
) -> Result<Option<CardId>> {
    let turn = Turn::new(office, actor, verdict.verb(), act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    if verdict != Verdict::Release && !act.note.chars().any(char::is_alphanumeric) {
        return Err(Refusal::new("MISSING").at("/note").into());
    }
    if act.note.chars().count() > limits::NOTE_CHARS_MAX {
        return Err(Refusal::new("TOO-LONG").at("/note").into());
    }
    let claim = Office::claim(act.act, (actor, turn.verb), Some(release_row(act.release)));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<Option<CardId>>>> {
                Box::pin(async move {
                    let row = tx.record(&release_row(act.release)).await?;
                    let row = row.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
                    let release = Release::of(row.clone())?;
                    let whole = Whole::load(tx, release.record).await?;
                    let role = permit(&turn, &whole, hands(&whole, &release, verdict))?;
                    if release.version != act.version {
                        return Err(Refusal::new("STALE").into());
                    }
                    let to = verdict
                        .leads(release.stage)
                        .ok_or_else(|| Refusal::new("STAGE").with("stage", release.stage))?;
                    let hand = Hand { turn, by, role };
                    let card = settle(&hand, tx, (&whole, &release), verdict).await?;
                    ended(&hand, tx, (row.head, release), (to, act.note)).await?;
                    keep(&hand, tx, (&whole, verdict.done(), None), card).await
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

/// Who is no second person: whoever wrote in the record, proposed the release or released it alone.
fn hands(whole: &Whole, release: &Release, verdict: Verdict) -> Vec<OfficerId> {
    if verdict == Verdict::Alone {
        return Vec::new();
    }
    let alone = release.alone.as_ref().map(|(by, ..)| *by);
    let hands = whole.body.hands.iter().copied();
    hands.chain([release.by]).chain(alone).collect()
}

/// Do what was decided to the card; which card is out then.
async fn settle(
    hand: &Hand,
    tx: &mut Tx,
    (whole, release): (&Whole, &Release),
    verdict: Verdict,
) -> Result<Option<CardId>> {
    let is_out = release.stage == ReleaseStage::Alone;
    match verdict {
        Verdict::Refuse if is_out => take_back(hand, tx, release).await.map(|()| None),
        Verdict::Refuse => Ok(None),
        Verdict::Release if is_out => {
            sees_all(hand, (whole, release))?;
            Ok(Some(release.card.id))
        }
        Verdict::Release => put_out(hand, tx, (whole, release)).await.map(Some),
        Verdict::Alone => {
            let by = hand.by.to_string();
            let unseen = (RELEASE, ReleaseStage::Alone.code());
            if tx.count_at(unseen, Some(&by)).await? >= limits::ALONE_UNSEEN_MAX {
                return Err(Refusal::new("URGENT-UNSEEN")
                    .with("max", limits::ALONE_UNSEEN_MAX)
                    .into());
            }
            put_out(hand, tx, (whole, release)).await.map(Some)
        }
    }
}

/// Nobody releases what they may not see.
fn sees_all(hand: &Hand, (whole, release): (&Whole, &Release)) -> Result<()> {
    let seen = whole.seen(&hand.turn)?;
    let mut unseen = release.parts.difference(&seen);
    match unseen.any(|part| whole.has(part)) {
        true => Err(Refusal::new("NOT-ALLOWED").into()),
        false => Ok(()),
    }
}

/// Take the card back that went out, where it is out still.
async fn take_back(hand: &Hand, tx: &mut Tx, release: &Release) -> Result<()> {
    match issued::issued_at(tx, release.card.id).await? {
        Some((head, issued)) if head.stage == issued::OUT => {
            let recalled = (NoticeKind::Recall, None);
            issued::notice(&hand.turn, tx, (head, issued), recalled).await
        }
        _ => Ok(()),
    }
}

/// Put the card out, built once more.
async fn put_out(hand: &Hand, tx: &mut Tx, (whole, release): (&Whole, &Release)) -> Result<CardId> {
    let rows = tx.children(&whole.head.id, ISSUED).await?;
    let to = Some(release.recipient.country.as_str());
    let out = |row: &Record| row.head.stage == issued::OUT && row.head.counterpart.as_deref() == to;
    if rows.iter().any(out) {
        return Err(Refusal::new("RELEASE-OUT")
            .with("to", &release.recipient.country)
            .into());
    }
    sees_all(hand, (whole, release))?;
    let day = hand.today();
    let consents = consents(&hand.turn.office, whole, day).await?;
    let recipient = &Recipient {
        consents: with_own(&hand.turn.office, &consents),
        ..release.recipient.clone()
    };
    let (_, behind) = whole.divided(recipient, day);
    let parts = &release.parts | &behind;
    let card = built(hand, (whole, &parts), (recipient, release.card.id)).await?;
    let seen = Card {
        released_on: card.released_on,
        review_by: card.review_by,
        ..release.card.clone()
    };
    if card != seen {
        return Err(Refusal::new("STALE").at("/card").into());
    }
    let id = card.id;
    issued::issue(&hand.turn, tx, whole, (card, recipient.clone())).await?;
    Ok(id)
}

/// Write down what was decided, by whom and why.
async fn ended(
    hand: &Hand,
    tx: &mut Tx,
    (mut head, mut release): (RecordHead, Release),
    (to, note): (ReleaseStage, String),
) -> Result<()> {
    let (by, now) = (hand.by, hand.turn.now);
    head.version += 1;
    head.updated = now;
    to.code().clone_into(&mut head.stage);
    if to == ReleaseStage::Alone {
        // What this officer released alone is counted until a second person has looked.
        head.officer = Some(by.to_string());
        head.due = Some(now + SignedDuration::from_hours(limits::ALONE_LOOK_HOURS));
        release.alone = Some((by, now, note));
    } else {
        head.due = None;
        release.decided = Some((by, now, note));
    }
    let body = written(&release)?;
    Ok(tx.put_record(&Record { head, body }).await?)
}

/// Whether something of this record was released by one person and has been looked at by nobody else.
pub(super) async fn unseen(tx: &mut Tx, whole: &Whole) -> Result<bool> {
    let rows = tx.children(&whole.head.id, RELEASE).await?;
    let alone = ReleaseStage::Alone.code();
    Ok(rows.iter().any(|row| row.head.stage == alone))
}
