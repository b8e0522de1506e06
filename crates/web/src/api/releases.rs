//! Releases for programs: groups of States, what each State would get of a record, proposals and what is decided about them, recall.

use std::collections::{BTreeMap, BTreeSet};

use axum::Json;
use axum::extract::Path;
use http::StatusCode;
use model::card::Card;
use model::release::{Found, Outcome, Tells};
use model::{Purpose, RecordId, StateCode};
use office::records::{self, Decide, GroupLine, KeepGroup, Look, Looked, Propose, Recall};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::requests::{act_of, id_of, parsed};
use super::{Asked, Problems};
use crate::app::App;
use crate::{Problem, Signed};

pub(super) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(groups))
        .routes(routes!(keep_group))
        .routes(routes!(look))
        .routes(routes!(propose))
        .routes(routes!(approve))
        .routes(routes!(refuse))
        .routes(routes!(urgent))
        .routes(routes!(recall))
}

/// A group of States that releases are addressed to.
#[derive(Debug, Serialize, ToSchema)]
struct GroupJson {
    /// Its id (UUIDv7).
    id: String,
    /// Whether what follows is signed by this node. One whose signature is not good is used for nothing, and says nothing.
    signed: bool,
    /// What people call it.
    name: String,
    /// Who is in it, this State included.
    members: Vec<String>,
    /// Its version; 0 where it is not signed.
    version: u32,
}

impl From<GroupLine> for GroupJson {
    fn from(line: GroupLine) -> Self {
        let group = line.group.as_ref();
        let members = group.iter().flat_map(|group| &group.members);
        Self {
            id: line.id.to_string(),
            signed: group.is_some(),
            name: group.map(|group| group.name.clone()).unwrap_or_default(),
            members: members.map(ToString::to_string).collect(),
            version: group.map_or(0, |group| group.version),
        }
    }
}

/// The groups of States that releases may be addressed to, by name.
#[utoipa::path(get, path = "/api/1/groups", tag = "sharing",
    responses((status = 200, description = "Every group.", body = Vec<GroupJson>), Problems))]
async fn groups(me: Signed) -> Result<Json<Vec<GroupJson>>, Problem> {
    let all = me.read(Purpose::Intelligence).await?.groups().await?;
    Ok(Json(all.into_iter().map(GroupJson::from).collect()))
}

/// A group as it shall be from now on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct KeepGroupJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// Which; missing for a new one.
    id: Option<String>,
    /// The version that was seen; missing for a new one.
    #[serde(default)]
    version: u32,
    /// What people call it, in one line.
    name: String,
    /// Who is in it, by code; this State always is. With nobody else it ends.
    members: Vec<String>,
}

/// Keeps a group of States: signs who is in it.
#[utoipa::path(post, path = "/api/1/groups", tag = "sharing", request_body = KeepGroupJson,
    responses((status = 201, description = "Its id.", body = String), Problems))]
async fn keep_group(
    me: Signed,
    Asked(body): Asked<KeepGroupJson>,
) -> Result<(StatusCode, Json<String>), Problem> {
    let members = body.members.iter();
    let members = members.map(|code| parsed::<StateCode>(code, "members"));
    let act = KeepGroup {
        act: act_of(&me, body.act.as_deref())?,
        group: body.id.as_deref().map(id_of).transpose()?,
        version: body.version,
        name: body.name,
        members: members.collect::<Result<_, _>>()?,
    };
    let id = records::keep_group(me.office(), me.actor(), act).await?;
    Ok((StatusCode::CREATED, Json(id.to_string())))
}

/// Whom a record would go to, and for what.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LookJson {
    /// States, by code; this State itself means its own front line.
    #[serde(default)]
    to: Vec<String>,
    /// Groups by id, each with the version that was seen: their members are added to the States.
    #[serde(default)]
    groups: BTreeMap<String, u32>,
    /// "screening", "investigation", "intelligence", …
    purpose: String,
    /// The highest class that whoever reads it there may hold: "OFFICIAL".
    clearance: String,
}

impl LookJson {
    fn read(&self) -> Result<Look, Problem> {
        let to = self.to.iter().map(|code| parsed::<StateCode>(code, "to"));
        let groups = self.groups.iter();
        let groups = groups.map(|(id, version)| Ok((parsed(id, "groups")?, *version)));
        Ok(Look {
            to: to.collect::<Result<BTreeSet<_>, _>>()?,
            groups: groups.collect::<Result<_, Problem>>()?,
            purpose: parsed(&self.purpose, "purpose")?,
            clearance: parsed(&self.clearance, "clearance")?,
        })
    }
}

/// What one State would get.
#[derive(Debug, Serialize, ToSchema)]
struct LookedJson {
    /// Its code.
    to: String,
    /// "release", "hold", "consent" or "deny".
    outcome: &'static str,
    /// Originators whose consent is asked first.
    consents: Vec<String>,
    /// Every ground, with the part that it lies in; empty where it is the whole.
    #[schema(value_type = Vec<Object>)]
    found: Vec<Found>,
    /// How many parts of each kind stay behind.
    #[schema(value_type = Object)]
    lost: BTreeMap<Tells, usize>,
    /// What the State would see.
    #[schema(value_type = Option<Object>)]
    card: Option<Card>,
}

impl From<Looked> for LookedJson {
    fn from(looked: Looked) -> Self {
        let (outcome, consents) = match looked.proposal.outcome {
            Outcome::Release(_) => ("release", BTreeSet::new()),
            Outcome::Hold => ("hold", BTreeSet::new()),
            Outcome::Consent(whose) => ("consent", whose),
            Outcome::Deny => ("deny", BTreeSet::new()),
        };
        Self {
            to: looked.to.to_string(),
            outcome,
            consents: consents.into_iter().collect(),
            found: looked.proposal.found,
            lost: looked.proposal.lost,
            card: looked.card,
        }
    }
}

/// What each State would get of a record. Nothing is kept, nothing leaves.
#[utoipa::path(post, path = "/api/1/records/{id}/look", tag = "sharing", request_body = LookJson,
    params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "One answer for each State.", body = Vec<LookedJson>), Problems))]
async fn look(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<LookJson>,
) -> Result<Json<Vec<LookedJson>>, Problem> {
    let reader = me.read(Purpose::Intelligence).await?;
    let looked = records::look(&reader, id_of(&id)?, &body.read()?).await?;
    Ok(Json(looked.into_iter().map(LookedJson::from).collect()))
}

/// A proposal to release what was looked at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ProposeJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The version of the record that was looked at.
    version: i64,
    /// Whom to.
    look: LookJson,
    /// The instrument it rests on.
    basis: String,
    /// Why, for the second person.
    reason: String,
}

/// Proposes a release, one proposal for each State. Nothing leaves before a second person has approved it.
#[utoipa::path(post, path = "/api/1/records/{id}/proposals", tag = "sharing", request_body = ProposeJson,
    params(("id" = String, Path, description = "UUID")),
    responses((status = 201, description = "The ids of the proposals.", body = Vec<String>), Problems))]
async fn propose(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<ProposeJson>,
) -> Result<(StatusCode, Json<Vec<String>>), Problem> {
    let act = Propose {
        act: act_of(&me, body.act.as_deref())?,
        record: id_of(&id)?,
        version: body.version,
        look: body.look.read()?,
        basis: body.basis,
        reason: body.reason,
    };
    let made = records::propose(me.office(), me.actor(), act).await?;
    let ids = made.iter().map(ToString::to_string).collect();
    Ok((StatusCode::CREATED, Json(ids)))
}

/// What is decided about a proposal.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct SecondJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// The version that was seen.
    version: i64,
    /// In words; needed to refuse, and to release alone.
    #[serde(default)]
    note: String,
}

impl SecondJson {
    fn read(self, me: &Signed, id: &str) -> Result<Decide, Problem> {
        Ok(Decide {
            act: act_of(me, self.act.as_deref())?,
            release: id_of(id)?,
            version: self.version,
            note: self.note,
        })
    }
}

/// A card that goes out.
#[derive(Debug, Serialize, ToSchema)]
struct OutJson {
    /// Its id, the same on both sides.
    card: String,
}

/// Releases what was proposed, as the second person.
#[utoipa::path(post, path = "/api/1/releases/{id}/approve", tag = "sharing", request_body = SecondJson,
    params(("id" = String, Path, description = "Id of the proposal")),
    responses((status = 200, description = "The card is on its way.", body = OutJson), Problems))]
async fn approve(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<SecondJson>,
) -> Result<Json<OutJson>, Problem> {
    let act = body.read(&me, &id)?;
    let card = records::approve(me.office(), me.actor(), act).await?;
    let card = card.to_string();
    Ok(Json(OutJson { card }))
}

/// Refuses a proposal, as the second person.
#[utoipa::path(post, path = "/api/1/releases/{id}/refuse", tag = "sharing", request_body = SecondJson,
    params(("id" = String, Path, description = "Id of the proposal")),
    responses((status = 204, description = "It is refused."), Problems))]
async fn refuse(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<SecondJson>,
) -> Result<StatusCode, Problem> {
    let act = body.read(&me, &id)?;
    records::refuse(me.office(), me.actor(), act).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Releases what was proposed as one person, because a life is at risk: every gate holds, and a second person looks at it within a day.
#[utoipa::path(post, path = "/api/1/releases/{id}/urgent", tag = "sharing", request_body = SecondJson,
    params(("id" = String, Path, description = "Id of the proposal")),
    responses((status = 200, description = "The card is on its way.", body = OutJson), Problems))]
async fn urgent(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<SecondJson>,
) -> Result<Json<OutJson>, Problem> {
    let act = body.read(&me, &id)?;
    let card = records::release_alone(me.office(), me.actor(), act).await?;
    let card = card.to_string();
    Ok(Json(OutJson { card }))
}

/// Which copies are taken back.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RecallJson {
    /// Act id (UUIDv7); made by the node if missing.
    act: Option<String>,
    /// One card; none recalls all.
    card: Option<String>,
    /// Why: kept here, not sent.
    reason: String,
}

/// How many cards were recalled.
#[derive(Debug, Serialize, ToSchema)]
struct RecalledJson {
    recalled: usize,
}

/// Recalls a record from one State or from all. It waits for nobody.
#[utoipa::path(post, path = "/api/1/records/{id}/recall", tag = "sharing", request_body = RecallJson,
    params(("id" = String, Path, description = "UUID")),
    responses((status = 200, description = "Their holders are being told.", body = RecalledJson), Problems))]
async fn recall(
    me: Signed,
    Path(id): Path<String>,
    Asked(body): Asked<RecallJson>,
) -> Result<Json<RecalledJson>, Problem> {
    let card = body.card.as_deref().map(|id| parsed(id, "card"));
    let act = Recall {
        act: act_of(&me, body.act.as_deref())?,
        record: id_of::<RecordId>(&id)?,
        card: card.transpose()?,
        reason: body.reason,
    };
    let recalled = records::recall(me.office(), me.actor(), act).await?;
    Ok(Json(RecalledJson { recalled }))
}
