//! Our own State card: the first, and those that follow. What others pin is the root; the card is what it says today.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use model::AuthorityId;
use model::state::Authority;
use office::Keys as _;
use office::ports::SharedSigner;
use seal::card::{
    AuthorityCard, CARD_LIFE_MAX, Card, Contact, DatedKey, Endpoint, NodeKey, open_card, sign_card,
};
use seal::suite::Suite;

use super::InitOptions;
use crate::error::{Doing as _, Error, Result};
use crate::keyfiles::KeyFiles;

/// A card lives so long.
pub const CARD_LIFE: SignedDuration = CARD_LIFE_MAX;
/// Keys are named for longer than one card, so that the next can be signed in time.
const KEY_LIFE: SignedDuration = SignedDuration::from_hours(24 * 730);

/// Make and sign card number 1.
///
/// # Errors
/// Where a key is missing, or the card breaks a rule of its own.
pub fn first_card(options: &InitOptions, keys: &KeyFiles, now: Timestamp) -> Result<Vec<u8>> {
    let root = keys.open_root()?.ok_or_else(|| missing("the root key"))?;
    let dated = |signer: SharedSigner| DatedKey {
        key: signer.public().clone(),
        from: now,
        until: now + KEY_LIFE,
    };
    let authorities = options.authorities.iter().map(|authority| {
        let signer = keys
            .authority(&authority.id)
            .ok_or_else(|| missing_key(&authority.id))?;
        Ok(AuthorityCard {
            id: authority.id.clone(),
            keys: vec![dated(signer)],
            json: canonical(authority)?,
        })
    });
    let (_, certificate) = keys.tls_ca();
    let names = options.profile.name.iter();
    let card = Card {
        code: options.profile.code.clone(),
        names: names
            .map(|(lang, name)| (lang.code().to_owned(), name.clone()))
            .collect(),
        roots: vec![seal::suite::Signer::public(&root).clone()],
        threshold: 1,
        nodes: vec![NodeKey {
            name: "main".to_owned(),
            key: dated(keys.node()),
        }],
        authorities: authorities.collect::<Result<_>>()?,
        profile: canonical(&options.profile)?,
        tls_ca: seal::sha256(certificate),
        log: keys.log().key().to_string(),
        endpoints: vec![Endpoint {
            kind: "direct".to_owned(),
            url: options.config.peers.url.clone(),
        }],
        contacts: contacts(&options.authorities),
        quotas: BTreeMap::new(),
        suites: Suite::ALL
            .iter()
            .map(|suite| suite.code().to_owned())
            .collect(),
        notes: Vec::new(),
        sequence: 1,
        previous: None,
        issued: now,
        expires: now + CARD_LIFE,
    };
    sign_card(&card, &[&root]).doing("sign the State card")
}

/// Sign the card that follows `held`: the same but for number, dates and link. For a card that nears its end.
///
/// # Errors
/// Where the root is offline, or `held` is no card of ours that can be read.
pub fn sign_next(held: &[u8], keys: &KeyFiles, now: Timestamp) -> Result<Vec<u8>> {
    let root = keys
        .open_root()?
        .ok_or_else(|| missing("the root key (it is kept offline: bring it)"))?;
    let open = seal::card::open_card_undated(held).doing("read the State card")?;
    let next = office::peers::next_card(&open, now);
    let bytes = sign_card(&next, &[&root]).doing("sign the State card")?;
    open_card(&bytes, now).doing("read the State card back")?;
    Ok(bytes)
}

fn missing(what: &str) -> Error {
    Error::Keys {
        path: crate::keyfiles::FOLDER.to_owned(),
        what: format!("{what} is not here"),
    }
}

fn missing_key(id: &AuthorityId) -> Error {
    missing(&format!("the key of the authority {id}"))
}

fn canonical(value: &impl serde::Serialize) -> Result<Vec<u8>> {
    let value =
        serde_json::to_value(value).map_err(|e| Error::config(super::STATE_FILE, e.to_string()))?;
    seal::canonical_json(&value).doing("write the State card")
}

/// Who answers, and when: the duty telephones first.
fn contacts(authorities: &[Authority]) -> Vec<Contact> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    let duty = authorities
        .iter()
        .filter(|a| a.duty_phone.is_some())
        .map(|a| Contact {
            what: format!("24/7 {}", a.id),
            phone: text(&a.duty_phone),
            email: text(&a.email),
        });
    let office = authorities
        .iter()
        .filter(|a| a.phone.is_some())
        .map(|a| Contact {
            what: a.id.to_string(),
            phone: text(&a.phone),
            email: text(&a.email),
        });
    duty.chain(office).take(64).collect()
}
