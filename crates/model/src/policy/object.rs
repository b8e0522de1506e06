//! What a verb is about, as far as the table needs to know.

use crate::id::{AuthorityId, OfficerId, StateCode};
use crate::label::{Label, Purpose};
use crate::request::{Request, Side, Stage, Urgency};

/// What a verb is about. Built by the constructors; a field that does not apply is `None` or false.
#[derive(Debug, Clone)]
pub struct Object<'a> {
    /// The State of this node.
    pub state: &'a StateCode,
    /// The domestic authority that has it; `None` for what belongs to the node as a whole.
    pub authority: Option<&'a AuthorityId>,
    /// The other State, for what a peer may touch.
    pub partner: Option<&'a StateCode>,
    /// Persons who wrote, changed or submitted it: none of them can be its second person.
    pub hands: Vec<OfficerId>,
    /// The officer who proposed the refusal that waits for confirmation.
    pub proposer: Option<OfficerId>,
    /// Handling; what an officer cannot read does not exist for him.
    pub label: Option<&'a Label>,
    /// What an officer wants it for.
    pub purpose: Purpose,
    /// Urgent or emergency: the duty desk may act.
    pub urgent: bool,
    /// Where it stands, for a request.
    pub stage: Option<(Side, Stage)>,
    /// The authority that has it has declared single-officer mode.
    pub single_officer: bool,
    /// Only the duty contacts of the directory are asked for.
    pub contacts_only: bool,
}

impl<'a> Object<'a> {
    /// What belongs to the node as a whole: ledger, lists, peers, officers, settings.
    pub const fn node(state: &'a StateCode) -> Object<'a> {
        Object {
            state,
            authority: None,
            partner: None,
            hands: Vec::new(),
            proposer: None,
            label: None,
            purpose: Purpose::Administration,
            urgent: false,
            stage: None,
            single_officer: false,
            contacts_only: false,
        }
    }

    /// A request that does not exist yet, to be drafted in this authority.
    pub fn new_request(state: &'a StateCode, authority: &'a AuthorityId) -> Object<'a> {
        Object {
            authority: Some(authority),
            purpose: Purpose::Mla,
            ..Object::node(state)
        }
    }

    /// The requests of one authority as a list (the worklist); each row is then decided by its label.
    pub fn worklist(state: &'a StateCode, authority: &'a AuthorityId) -> Object<'a> {
        Object::new_request(state, authority)
    }

    /// A request, its evidence and its papers.
    pub fn request(request: &'a Request, single_officer: bool) -> Object<'a> {
        Object {
            authority: Some(request.home_authority()),
            partner: Some(request.partner()),
            hands: request.hands(),
            proposer: request.refusal.as_ref().map(|proposal| proposal.by),
            label: Some(&request.label),
            purpose: Purpose::Mla,
            urgent: request.urgency_here() != Urgency::Normal,
            stage: Some((request.side, request.stage)),
            single_officer,
            ..Object::node(request.home())
        }
    }

    /// A record of an authority, or a release of one: who wrote or proposed it cannot be its second person.
    pub fn record(
        state: &'a StateCode,
        authority: &'a AuthorityId,
        label: Option<&'a Label>,
        (purpose, hands): (Purpose, Vec<OfficerId>),
    ) -> Object<'a> {
        Object {
            authority: Some(authority),
            label,
            purpose,
            hands,
            ..Object::node(state)
        }
    }

    /// The directory: all of it, or the duty contacts only.
    pub fn directory(state: &'a StateCode, contacts_only: bool) -> Object<'a> {
        Object {
            contacts_only,
            ..Object::node(state)
        }
    }

    /// A check of a traveller or a name.
    pub fn check(state: &'a StateCode) -> Object<'a> {
        Object {
            purpose: Purpose::Screening,
            ..Object::node(state)
        }
    }

    /// An envelope that came from, or went to, this State.
    pub fn envelope(state: &'a StateCode, partner: &'a StateCode) -> Object<'a> {
        Object {
            partner: Some(partner),
            ..Object::node(state)
        }
    }
}
