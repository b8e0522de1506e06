//! States without a node: what this State knows of their law and their authorities, entered by hand from a file in the
//! form of a directory. A State that nobody entered is known by its name and by the depositaries' lists alone.

use model::policy::role_for;
use model::state::{Authority, Directory, StateProfile, World};
use model::{ActId, Actor, Object, Refusal, StateCode, Verb, limits};
use serde::{Deserialize, Serialize};
use store::exchange::Peer;
use store::partners::Partner;

use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// Enter States without a node.
#[derive(Debug, Clone)]
pub struct Enter {
    /// The act.
    pub act: ActId,
    /// A file of States, in the form of [`Directory::parse`].
    pub file: String,
}

/// What is known of a State without a node.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Known {
    /// Its law.
    pub profile: StateProfile,
    /// Its authorities.
    pub authorities: Vec<Authority>,
}

/// Enter States without a node; each takes the place of what was entered of it before.
///
/// # Errors
/// `NOT-ALLOWED`, `TOO-LARGE`, `TOO-MANY`, `OWN-CARD`; `PARTNER-NODE` for a State whose card was pinned; input error
/// `STATES` for a file that is none.
pub async fn enter(office: &Office, actor: &Actor, act: Enter) -> Result<Vec<StateCode>> {
    let now = office.now();
    let role = role_for(
        actor,
        Verb::DirectoryEnter,
        &Object::node(office.state()),
        now,
    )?;
    if act.file.len() > limits::STATES_FILE_BYTES_MAX {
        return Err(Refusal::new("TOO-LARGE")
            .at("file")
            .with("max", limits::STATES_FILE_BYTES_MAX)
            .into());
    }
    let directory = Directory::parse(&act.file)
        .map_err(|fault| Error::input("STATES", "file", fault.to_string()))?;
    let held = office.store().partners().await?;
    let mut rows = Vec::new();
    for profile in directory.states() {
        free(office, &profile.code).await?;
        let known = Known {
            profile: profile.clone(),
            authorities: directory.authorities(&profile.code).cloned().collect(),
        };
        let id = profile.code.to_string();
        let before = held.iter().find(|row| row.id == id);
        rows.push(Partner {
            version: before.map_or(1, |row| row.version + 1),
            entered: now,
            json: serde_json::to_string(&known)
                .map_err(|e| Error::input("STATES", "file", e.to_string()))?,
            id,
        });
    }
    let new = rows.iter().filter(|row| row.version == 1).count();
    if held.len() + new > limits::PEERS_MAX {
        return Err(Refusal::new("TOO-MANY")
            .with("max", limits::PEERS_MAX)
            .into());
    }
    let codes: Vec<StateCode> = directory.states().map(|state| state.code.clone()).collect();
    let said = Said {
        role,
        ..Said::of("directory")
    }
    .with("states", codes.len());
    let entry = office.entry(act.act, (actor, Verb::DirectoryEnter), now, said);
    let claim = Office::claim(
        act.act,
        (actor, Verb::DirectoryEnter),
        Some("directory".to_owned()),
    );
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                for row in &rows {
                    tx.put_partner(row).await?;
                }
                Ok(tx.keep(entry, codes).await?)
            })
        })
        .await
}

/// Neither this State nor one whose node speaks for it.
async fn free(office: &Office, code: &StateCode) -> Result<()> {
    if code == office.state() {
        return Err(Refusal::new("OWN-CARD").at("file").into());
    }
    let peer = office.store().peer(code.as_str()).await?;
    match peer.as_ref().is_some_and(Peer::by_node) {
        true => Err(Refusal::new("PARTNER-NODE")
            .at("file")
            .with("state", code)
            .into()),
        false => Ok(()),
    }
}

/// Every State that was entered by hand.
pub(crate) async fn entered(office: &Office) -> Result<Vec<Known>> {
    let rows = office.store().partners().await?;
    rows.iter()
        .map(|row| {
            serde_json::from_str(&row.json).map_err(|source| {
                store::Error::Unreadable {
                    place: format!("partner/{}", row.id),
                    source: Box::new(source),
                }
                .into()
            })
        })
        .collect()
}

/// A State as everybody knows it: its name, nothing of its law, a central authority that was not named.
pub(crate) fn of_the_world(code: &StateCode) -> Option<Known> {
    let profile = World::built_in().get(code)?.profile();
    let authorities = vec![profile.supposed_central_authority()?];
    Some(Known {
        profile,
        authorities,
    })
}
