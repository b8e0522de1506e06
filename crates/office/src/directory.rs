//! Whom do I ask? What each known State's card says of its law and its authorities; our own from the node's settings.

use std::borrow::Cow;
use std::collections::BTreeMap;

use jiff::Timestamp;
use model::basis::Catalogue;
use model::state::{Authority, StateProfile, World};
use model::{AuthorityId, Digest, StateCode};
use seal::card::{LeafletOpen, OpenCard, open_card_undated, open_leaflet};
use store::exchange::Peer;

use crate::error::{Doing, Error, Result};
use crate::office::Office;
use crate::ports::Address;

/// A State as its card shows it.
#[derive(Debug, Clone)]
pub struct Known {
    /// The row.
    pub peer: Peer,
    /// The card, opened.
    pub card: OpenCard,
    /// Its law.
    pub profile: StateProfile,
    /// Its authorities.
    pub authorities: Vec<Authority>,
}

fn json<T: serde::de::DeserializeOwned>(bytes: &[u8], place: &str) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|source| {
        store::Error::Unreadable {
            place: place.to_owned(),
            source: Box::new(source),
        }
        .into()
    })
}

/// Open a peer's card. Dates are not judged here: whoever uses a key asks the card for it at a time.
pub(crate) fn known(peer: Peer) -> Result<Known> {
    let card = open_card_undated(&peer.card).doing("open a State card")?;
    let place = format!("peer/{}", peer.id);
    let profile = json(&card.card.profile, &place)?;
    let authorities = card
        .card
        .authorities
        .iter()
        .map(|a| json(&a.json, &place))
        .collect::<Result<_>>()?;
    Ok(Known {
        peer,
        card,
        profile,
        authorities,
    })
}

impl Known {
    /// One of its authorities.
    pub fn authority(&self, id: &AuthorityId) -> Option<&Authority> {
        self.authorities.iter().find(|a| a.id == *id)
    }

    /// Where its node is.
    pub(crate) fn address(&self) -> Address {
        Address {
            state: self.card.card.code.clone(),
            endpoint: self.peer.endpoint.clone(),
            tls_ca: self.card.card.tls_ca,
        }
    }

    /// Its weekly keys, where we hold a leaflet that is in order.
    pub(crate) fn leaflet(&self, now: Timestamp) -> Option<LeafletOpen> {
        open_leaflet(self.peer.leaflet.as_deref()?, now, &self.card).ok()
    }
}

/// What the directory says of a card.
#[derive(Debug, Clone)]
pub struct CardLine {
    /// Number of the card.
    pub sequence: u64,
    /// When it expires.
    pub expires: Timestamp,
    /// Its SHA-256.
    pub sha256: Digest,
    /// Sixty digits.
    pub fingerprint: String,
}

impl From<crate::partners::Known> for StateEntry {
    fn from(known: crate::partners::Known) -> Self {
        Self {
            code: known.profile.code.clone(),
            profile: known.profile,
            authorities: known.authorities,
            card: None,
            ours: false,
            by_node: false,
            from_card: false,
        }
    }
}

/// A line of the directory.
#[derive(Debug, Clone)]
pub struct StateEntry {
    /// The State.
    pub code: StateCode,
    /// Its law.
    pub profile: StateProfile,
    /// Its authorities.
    pub authorities: Vec<Authority>,
    /// Its card; none where it has no node, and what is known of it was entered by hand.
    pub card: Option<CardLine>,
    /// Whether it is this State.
    pub ours: bool,
    /// Whether its node is written to ([`Peer::by_node`]); every other State is written to on paper.
    pub by_node: bool,
    /// Law and authorities are those of its card, and not what somebody entered or everybody knows.
    pub from_card: bool,
}

impl StateEntry {
    /// Whether the State has this authority, as far as anybody said which it has.
    pub(crate) fn names(&self, authority: &AuthorityId) -> bool {
        self.authorities.is_empty() || self.authorities.iter().any(|a| a.id == *authority)
    }

    /// A State of which there is a card, or what an officer entered, or both: a card that was compared speaks for it, else
    /// what was entered.
    fn told(card: Option<Self>, entered: Option<crate::partners::Known>) -> Option<Self> {
        match (card, entered) {
            (Some(card), Some(entered)) if !card.ours && !card.by_node => Some(Self {
                card: card.card,
                ..entered.into()
            }),
            (Some(card), _) => Some(card),
            (None, entered) => entered.map(Self::from),
        }
    }
}

/// A State as it is known here: as its card says, where that was compared; else as an officer entered it; else as a card says
/// that nobody compared, or no more; else by its name alone. `None` where nobody knows such a State.
pub(crate) async fn entry(office: &Office, code: &StateCode) -> Result<Option<StateEntry>> {
    let peer = office.store().peer(code.as_str()).await?;
    let card = peer.map(known).transpose()?.map(StateEntry::from);
    let entered = crate::partners::entered(office).await?;
    let mut entered = entered.into_iter();
    let entered = entered.find(|known| known.profile.code == *code);
    let told = StateEntry::told(card, entered);
    Ok(told.or_else(|| crate::partners::of_the_world(code).map(StateEntry::from)))
}

/// Another State that something is written to or comes from.
///
/// # Errors
/// Input error at `field` for this State itself and for one that nobody knows.
pub(crate) async fn other(office: &Office, code: &StateCode, field: &str) -> Result<StateEntry> {
    let found = entry(office, code).await?.filter(|entry| !entry.ours);
    let told = "nobody here knows this State: enter it in the directory, or pin its card";
    found
        .filter(|_| code != office.state())
        .ok_or_else(|| Error::input("PEER", field, told))
}

/// Every State of which anybody here was told anything, each as [`entry`] has it.
pub(crate) async fn entries(office: &Office) -> Result<Vec<StateEntry>> {
    let mut entered = crate::partners::entered(office).await?;
    let mut entries = Vec::new();
    for peer in office.store().peers().await? {
        let card = StateEntry::from(known(peer)?);
        let same = entered
            .iter()
            .position(|known| known.profile.code == card.code);
        let same = same.map(|at| entered.remove(at));
        entries.extend(StateEntry::told(Some(card), same));
    }
    entries.extend(entered.into_iter().map(StateEntry::from));
    Ok(entries)
}

impl From<Known> for StateEntry {
    fn from(known: Known) -> Self {
        Self {
            code: known.card.card.code.clone(),
            card: Some(CardLine {
                sequence: known.card.card.sequence,
                expires: known.card.card.expires,
                sha256: known.card.digest,
                fingerprint: known.peer.fingerprint.clone(),
            }),
            ours: known.peer.ours,
            by_node: known.peer.by_node(),
            from_card: true,
            profile: known.profile,
            authorities: known.authorities,
        }
    }
}

/// What a check of a request needs: both States' law and authorities, and the instruments.
#[derive(Debug, Clone, Default)]
pub struct States {
    states: BTreeMap<StateCode, (StateProfile, Vec<Authority>)>,
    /// The instruments known.
    pub catalogue: Catalogue,
}

impl States {
    /// Our State, every peer, and the States without a node that were entered by hand.
    pub(crate) async fn of(office: &Office) -> Result<Self> {
        let mut states = Self {
            states: BTreeMap::new(),
            catalogue: crate::treaties::catalogue(office).await?,
        };
        for entry in entries(office).await? {
            states.add(entry.profile, entry.authorities);
        }
        let settings = office.settings();
        states.add(settings.profile.clone(), settings.authorities.clone());
        Ok(states)
    }

    /// From a file of States (`comity request check --states`).
    pub fn from_directory(directory: &model::state::Directory) -> Self {
        let mut states = Self {
            states: BTreeMap::new(),
            catalogue: directory.catalogue().clone(),
        };
        for profile in directory.states() {
            let authorities = directory.authorities(&profile.code).cloned().collect();
            states.add(profile.clone(), authorities);
        }
        states
    }

    /// The same as a directory: what a play of both sides takes.
    pub(crate) fn directory(&self) -> model::state::Directory {
        let mut directory = model::state::Directory::of(self.catalogue.clone());
        for (profile, authorities) in self.states.values() {
            directory.add(profile.clone(), authorities.clone());
        }
        directory
    }

    /// These States, and those of the world that a matter names and nobody told anything of.
    pub(crate) fn naming(&self, codes: [&StateCode; 2]) -> Cow<'_, Self> {
        let unknown = codes
            .into_iter()
            .filter(|code| !self.states.contains_key(code));
        let named: Vec<_> = unknown.filter_map(crate::partners::of_the_world).collect();
        if named.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut all = self.clone();
        for known in named {
            all.add(known.profile, known.authorities);
        }
        Cow::Owned(all)
    }

    fn add(&mut self, profile: StateProfile, authorities: Vec<Authority>) {
        for treaty in &profile.treaties {
            self.catalogue.infer(&treaty.instrument);
        }
        self.states
            .insert(profile.code.clone(), (profile, authorities));
    }

    /// The law of every State known.
    pub fn profiles(&self) -> impl Iterator<Item = &StateProfile> {
        self.states.values().map(|(profile, _)| profile)
    }

    /// The State as it is known: its law where it told it to us, else its name and what the depositaries' lists say.
    /// `None` where nobody knows such a State.
    pub fn known(&self, code: &StateCode) -> Option<StateProfile> {
        let told = self.states.get(code).map(|(profile, _)| profile.clone());
        told.or_else(|| {
            World::built_in()
                .get(code)
                .map(model::state::Country::profile)
        })
    }

    /// The codes of the States that told us their law.
    pub fn codes(&self) -> impl Iterator<Item = &StateCode> {
        self.states.keys()
    }

    /// A State's law.
    ///
    /// # Errors
    /// Input error where the State is not known.
    pub fn profile(&self, code: &StateCode) -> Result<&StateProfile> {
        self.states
            .get(code)
            .map(|(profile, _)| profile)
            .ok_or_else(|| unknown(code))
    }

    /// The authorities of a State, as far as they were told.
    pub(crate) fn authorities(&self, code: &StateCode) -> &[Authority] {
        self.states
            .get(code)
            .map_or(&[], |(_, authorities)| authorities)
    }

    /// A side as a request names it. Of a State that nobody knows, and of an authority that its State does not list, what
    /// may be taken for granted: the rules say that it is not the one that was named (GEN-02).
    pub(crate) fn side(
        &self,
        code: &StateCode,
        id: &AuthorityId,
    ) -> Result<(StateProfile, Authority)> {
        let Some((profile, authorities)) = self.states.get(code) else {
            let profile = StateProfile::unknown(code.clone(), code.as_str());
            let authority = Authority::central(&profile, id.clone());
            return Ok((profile, authority));
        };
        let listed = authorities.iter().find(|a| a.id == *id).cloned();
        let supposed = || {
            let mut supposed = profile.supposed_central_authority()?;
            if let Some(first) = authorities.first() {
                supposed.id = first.id.clone();
            }
            Some(supposed)
        };
        let authority = listed.or_else(supposed).ok_or_else(|| unknown(code))?;
        Ok((profile.clone(), authority))
    }

    /// A State's authority; where the card names none of that id, what may be taken for granted of a central authority.
    ///
    /// # Errors
    /// Input error where the State is not known.
    pub fn authority(&self, code: &StateCode, id: &AuthorityId) -> Result<Authority> {
        let (profile, authorities) = self.states.get(code).ok_or_else(|| unknown(code))?;
        let found = authorities.iter().find(|a| a.id == *id).cloned();
        Ok(found.unwrap_or_else(|| Authority::central(profile, id.clone())))
    }
}

fn unknown(code: &StateCode) -> Error {
    Error::input(
        "STATE-UNKNOWN",
        "to",
        format!("no card of {code} is known to this node; add the peer first"),
    )
}
