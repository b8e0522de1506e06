//! Statements of our authorities over records that leave the exchange, and checking those of any State whose card is known.

use jiff::Timestamp;
use model::{AuthorityId, Digest};
use seal::card::OpenCard;
use seal::statement::Statement;

use crate::error::{Doing, Error, Result};
use crate::office::Office;

/// Sign a statement of one of our authorities.
pub(crate) fn sign(
    office: &Office,
    authority: &AuthorityId,
    (what, number, sha256): (&str, &str, Digest),
    at: Timestamp,
) -> Result<Vec<u8>> {
    let signer = office
        .0
        .keys
        .authority(authority)
        .ok_or_else(|| Error::Key(format!("authority/{authority}")))?;
    let statement = Statement {
        what: what.to_owned(),
        number: number.to_owned(),
        sha256,
        state: office.state().clone(),
        authority: authority.clone(),
        at,
    };
    statement.sign(&*signer).doing("sign a statement")
}

/// Our own card, as others hold it.
pub(crate) async fn own_card(office: &Office) -> Result<Vec<u8>> {
    let ours = office.store().peer(office.state().as_str()).await?;
    ours.map(|peer| peer.card)
        .ok_or_else(|| Error::Key("card".to_owned()))
}

/// Who signed a statement, as far as it can be told here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Signed {
    /// Nobody yet.
    Nobody,
    /// Both signatures verify with the key that the State's card names.
    By(Box<Statement>),
    /// No card of that State is known here: what it says is not proven.
    NoCard(Box<Statement>),
    /// A signature does not verify, or the key is none of that authority's.
    Wrong,
}

/// Judge a signed statement by the card that `card` finds for its State.
pub(crate) fn judge(bytes: &[u8], card: impl Fn(&str) -> Option<OpenCard>) -> Signed {
    if bytes.is_empty() {
        return Signed::Nobody;
    }
    let Ok(said) = Statement::read(bytes) else {
        return Signed::Wrong;
    };
    let Some(card) = card(said.state.as_str()) else {
        return Signed::NoCard(Box::new(said));
    };
    match Statement::verify(bytes, &card) {
        Ok(statement) => Signed::By(Box::new(statement)),
        Err(_) => Signed::Wrong,
    }
}
