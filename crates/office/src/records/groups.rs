//! Groups of States that releases are addressed to: signed by this node at every change, and verified whenever they are read. Who is in
//! one is written out; what it is used for is a list of States, shown before anything leaves.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::BoxFuture;
use model::policy::role_for;
use model::{
    ActId, Actor, AuthorityId, Class, Group, GroupId, Label, Object, Purpose, Refusal, StateCode,
    Verb, limits,
};
use seal::card::{OpenCard, open_card_undated};
use seal::group::{open_group, sign_group};
use serde::{Deserialize, Serialize};
use store::reader::Wanted;
use store::{Kept, Record, RecordHead, Tx};

use super::row::{body, written};
use crate::error::{Doing, Result};
use crate::office::{Office, Said};
use crate::reader::Reader;
use crate::requests::Turn;
use crate::stated::own_card;

/// The kind of the row.
const GROUP: &str = "group";
/// The stage of one that is in use, and of one that has nobody in it any more.
const KEPT: &str = "kept";
const ENDED: &str = "ended";

/// A group as it shall be from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepGroup {
    /// The act.
    pub act: ActId,
    /// Which; none for a new one.
    pub group: Option<GroupId>,
    /// The version that was seen; 0 for a new one.
    pub version: u32,
    /// What people call it.
    pub name: String,
    /// Who is in it; this State always is. With nobody else in it, it ends.
    pub members: BTreeSet<StateCode>,
}

/// A group as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupLine {
    /// Which.
    pub id: GroupId,
    /// What its owner has signed; none where the signature is not good, and then it is used for nothing.
    pub group: Option<Group>,
}

/// The row: what was signed, in hexadecimal.
#[derive(Debug, Serialize, Deserialize)]
struct Body {
    signed: String,
}

fn group_row(id: GroupId) -> String {
    format!("{GROUP}:{id}")
}

/// This State's own card: a group is verified with it as anybody's is.
async fn own(office: &Office) -> Result<OpenCard> {
    open_card_undated(&own_card(office).await?).doing("open the own card")
}

/// What a row says, as far as it is signed; nothing of a row that bears another group's document.
fn opened(card: &OpenCard, row: &Record) -> Option<Group> {
    let body: Body = body(row).ok()?;
    let group = open_group(&seal::unhex(&body.signed)?, card).ok()?;
    (group_row(group.id) == row.head.id).then_some(group)
}

/// Keep a group: a new one, or one as it is from now on, signed anew.
///
/// # Errors
/// `STALE` where it is another version by now, `PEER-UNKNOWN` for a member that no letter can reach, `MISSING`, `TOO-LONG`,
/// `CONTROL-CHARACTER`, `TOO-MANY`, `GROUP-UNSIGNED`, `NOT-ALLOWED`, `NOT-FOUND`.
pub async fn keep_group(office: &Office, actor: &Actor, act: KeepGroup) -> Result<GroupId> {
    let turn = Turn::new(office, actor, Verb::GroupKeep, act.act);
    turn.admit()?;
    let authority = actor.authority().cloned();
    let authority = authority.ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let state = office.state().clone();
    for member in act.members.iter().filter(|member| **member != state) {
        if office.store().peer(member.as_str()).await?.is_none() {
            return Err(Refusal::new("PEER-UNKNOWN")
                .at("/members")
                .with("to", member)
                .into());
        }
    }
    if act.group.is_none() {
        let all = office
            .read(actor, Purpose::Intelligence)
            .await?
            .group_rows()
            .await?;
        if all.len() >= limits::GROUPS_MAX {
            return Err(Refusal::new("TOO-MANY")
                .with("max", limits::GROUPS_MAX)
                .into());
        }
    }
    let id = act
        .group
        .unwrap_or_else(|| GroupId::new(turn.now, office.throw10()));
    let card = own(office).await?;
    let group = Group {
        id,
        name: act.name.trim().to_owned(),
        owner: state.clone(),
        members: act.members.iter().cloned().chain([state]).collect(),
        version: act.version.saturating_add(1),
        issued: turn.now,
    };
    group.check()?;
    if act.group.is_none() && group.others().next().is_none() {
        return Err(Refusal::new("MISSING").at("/members").into());
    }
    let claim = Office::claim(act.act, (actor, turn.verb), act.group.map(group_row));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<GroupId>>> {
                Box::pin(async move { signed(&turn, tx, (&card, &authority), group).await })
            },
        )
        .await
}

async fn signed(
    turn: &Turn,
    tx: &mut Tx,
    (card, authority): (&OpenCard, &AuthorityId),
    group: Group,
) -> Result<Kept<GroupId>> {
    let (office, row) = (&turn.office, group_row(group.id));
    let label = Label::own(office.state(), Class::Official);
    let before = tx.record(&row).await?.filter(|row| row.head.kind == GROUP);
    // To whoever may not read it, it is not there.
    let authority = match before.as_ref().map(|row| row.head.authority.as_deref()) {
        Some(Some(of)) => of.parse().map_err(|_| Refusal::new("NOT-FOUND"))?,
        Some(None) => return Err(Refusal::new("NOT-FOUND").into()),
        None => authority.clone(),
    };
    let purpose = (Purpose::Intelligence, Vec::new());
    let object = Object::record(office.state(), &authority, Some(&label), purpose);
    let role = role_for(&turn.actor, turn.verb, &object, turn.now);
    let role = role.map_err(|refusal| match before.is_some() {
        true => Refusal::new("NOT-FOUND"),
        false => refusal,
    })?;
    let head = match before {
        None if group.version == 1 => RecordHead {
            authority: Some(authority.to_string()),
            ..RecordHead::first((row, GROUP), office.state().as_str(), &label, turn.now)
        },
        None => return Err(Refusal::new("NOT-FOUND").into()),
        Some(before) => {
            let was = opened(card, &before).ok_or_else(|| Refusal::new("GROUP-UNSIGNED"))?;
            if before.head.stage != KEPT
                || !group.supersedes(&was)
                || group.version != was.version + 1
            {
                return Err(Refusal::new("STALE").into());
            }
            RecordHead {
                version: before.head.version + 1,
                updated: turn.now,
                ..before.head
            }
        }
    };
    let stage = match group.others().next() {
        Some(_) => KEPT,
        None => ENDED,
    };
    let bytes = sign_group(&group, &*office.0.keys.node()).doing("sign a group")?;
    let said = Said {
        role,
        ..Said::of(head.id.clone())
    };
    let said = said
        .with("version", group.version)
        .with("members", group.members.len());
    tx.put_record(&Record {
        head: RecordHead {
            stage: stage.to_owned(),
            ..head
        },
        body: written(&Body {
            signed: seal::hex(&bytes),
        })?,
    })
    .await?;
    let entry = office.entry(turn.act, (&turn.actor, turn.verb), turn.now, said);
    Ok(tx.keep(entry, group.id).await?)
}

impl Reader {
    async fn group_rows(&self) -> Result<Vec<Record>> {
        let wanted = Wanted {
            kind: GROUP,
            stages: vec![KEPT.to_owned()],
            limit: limits::GROUPS_MAX as u32,
            ..Wanted::default()
        };
        Ok(self.records(&wanted).await?.0)
    }

    /// The groups that releases may be addressed to, by name.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn groups(&self) -> Result<Vec<GroupLine>> {
        self.may_read_records()?;
        let card = own(self.office()).await?;
        let rows = self.group_rows().await?;
        let lines = rows.iter().filter_map(|row| {
            let id = row.head.id.strip_prefix(GROUP)?.strip_prefix(':')?;
            Some(GroupLine {
                id: id.parse().ok()?,
                group: opened(&card, row),
            })
        });
        let mut lines: Vec<GroupLine> = lines.collect();
        lines.sort_by_cached_key(|line| line.group.as_ref().map(|group| group.name.clone()));
        Ok(lines)
    }

    /// The States of groups, this one excepted: each as it was signed, in the version that was seen.
    pub(super) async fn members(
        &self,
        groups: &BTreeMap<GroupId, u32>,
    ) -> Result<BTreeSet<StateCode>> {
        let mut members = BTreeSet::new();
        if groups.is_empty() {
            return Ok(members);
        }
        let card = own(self.office()).await?;
        for (id, version) in groups {
            let row = self.record(&group_row(*id)).await?;
            let row = row.filter(|row| row.head.kind == GROUP && row.head.stage == KEPT);
            let row = row.ok_or_else(|| Refusal::new("NOT-FOUND").at("/groups"))?;
            let group = opened(&card, &row);
            let group = group.ok_or_else(|| Refusal::new("GROUP-UNSIGNED").at("/groups"))?;
            if group.version != *version {
                return Err(Refusal::new("STALE").at("/groups").into());
            }
            members.extend(group.others().cloned());
        }
        Ok(members)
    }
}
