//! Who acts: an officer, a peer's node, or a worker of this node.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::code::coded;
use crate::id::{AuthorityId, OfficerId, StateCode};
use crate::label::Class;

coded! {
    /// What an officer may do; an officer has one or several.
    pub enum Role {
        /// Drafts, answers, decides and executes.
        CaseOfficer = "case_officer",
        /// The second person: approves and confirms.
        Approver = "approver",
        /// Registers what arrives and keeps the lists.
        RegistryOfficer = "registry_officer",
        /// Validates a request where domestic law wants it.
        Judge = "judge",
        /// The 24/7 desk: registers and acknowledges what is urgent.
        DutyOfficer = "duty_officer",
        /// Keeps records of persons and things, labels them, proposes releases, recalls.
        Analyst = "analyst",
        /// Checks travellers.
        BorderOfficer = "border_officer",
        /// Reads the ledger and the logs, no content.
        Auditor = "auditor",
        /// People, peers, backups, settings; no content of cases.
        Administrator = "administrator",
    }
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Actor {
    /// A signed-in person.
    Officer {
        /// The person.
        id: OfficerId,
        /// Where the person works.
        authority: AuthorityId,
        /// The State of this node.
        state: StateCode,
        /// Roles given by the administrator.
        roles: BTreeSet<Role>,
        /// Highest class the person may read.
        clearance: Class,
        /// The authority has declared that it has one officer only.
        single_officer: bool,
    },
    /// The node of another State, known by its certificate.
    Peer {
        /// That State.
        state: StateCode,
    },
    /// A worker of this node, or its operator at the command line.
    System {
        /// The State of this node.
        state: StateCode,
        /// Name of the worker ("outbox", "timers", "operator").
        worker: String,
    },
}

/// Name of the worker that stands for the person who holds this node's folder and passphrase.
pub const OPERATOR: &str = "operator";

impl Actor {
    /// The operator of this node at the command line.
    pub fn operator(state: &StateCode) -> Actor {
        Actor::System {
            state: state.clone(),
            worker: OPERATOR.to_owned(),
        }
    }

    /// A worker of this node.
    pub fn worker(state: &StateCode, worker: &str) -> Actor {
        Actor::System {
            state: state.clone(),
            worker: worker.to_owned(),
        }
    }

    /// The State the actor belongs to.
    pub const fn state(&self) -> &StateCode {
        match self {
            Actor::Officer { state, .. } | Actor::Peer { state } | Actor::System { state, .. } => {
                state
            }
        }
    }

    /// The person, if it is one.
    pub const fn officer(&self) -> Option<OfficerId> {
        match self {
            Actor::Officer { id, .. } => Some(*id),
            Actor::Peer { .. } | Actor::System { .. } => None,
        }
    }

    /// The authority, if it is an officer.
    pub const fn authority(&self) -> Option<&AuthorityId> {
        match self {
            Actor::Officer { authority, .. } => Some(authority),
            Actor::Peer { .. } | Actor::System { .. } => None,
        }
    }

    /// Whether the actor is an officer with this role.
    pub fn has(&self, role: Role) -> bool {
        matches!(self, Actor::Officer { roles, .. } if roles.contains(&role))
    }

    /// How the ledger names the actor: `officer:<id>`, `peer:XB`, `system:outbox`.
    pub fn ledger_name(&self) -> String {
        match self {
            Actor::Officer { id, .. } => format!("officer:{id}"),
            Actor::Peer { state } => format!("peer:{state}"),
            Actor::System { worker, .. } => format!("system:{worker}"),
        }
    }

    /// How an event of a request names the actor, with the role that allowed the act.
    pub fn by(&self, role: Option<Role>) -> By {
        By {
            state: self.state().clone(),
            authority: self.authority().cloned(),
            role,
            officer: self.officer(),
        }
    }
}

/// Who did something to a request, as its events remember it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// The State.
    pub state: StateCode,
    /// The authority; absent when a node or worker acted.
    pub authority: Option<AuthorityId>,
    /// The role that allowed it; absent on the other side of the border.
    pub role: Option<Role>,
    /// The person; only known in the own State.
    pub officer: Option<OfficerId>,
}
