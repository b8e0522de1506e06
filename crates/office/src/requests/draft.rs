//! Writing a draft and handing it in.

use std::collections::BTreeMap;

use model::number::Number;
use model::policy::role_for;
use model::request::{self, Findings, Found, Request, Standing, Urgency};
use model::{ActId, Actor, AuthorityId, Label, Lang, Object, Refusal, RequestId, StateCode, Verb};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use store::Tx;

use super::On;
use super::check::{Checked, desk_for};
use super::row::{put, record_id};
use super::turn::{Turn, refused, turn};
use crate::directory::StateEntry;
use crate::error::{Error, Result};
use crate::office::{Office, Said};

/// Begin a draft.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The act.
    pub act: ActId,
    /// `mla`.
    pub template: String,
    /// Requested State.
    pub to: StateCode,
    /// Requested authority.
    pub to_authority: AuthorityId,
    /// Language it is written in.
    pub lang: Lang,
    /// How soon.
    pub urgency: Urgency,
    /// The fields so far.
    pub content: Value,
}

/// Begin a draft.
///
/// # Errors
/// `NOT-ALLOWED`; a shape refusal; input error for an unknown template or State.
pub async fn draft(office: &Office, actor: &Actor, act: Draft) -> Result<RequestId> {
    let now = office.now();
    let Some(authority) = actor.authority().cloned() else {
        return Err(Refusal::new("NOT-ALLOWED").into());
    };
    let role = role_for(
        actor,
        Verb::RequestDraft,
        &Object::new_request(office.state(), &authority),
        now,
    )?;
    let template = office
        .forms()
        .latest(&act.template)
        .cloned()
        .ok_or_else(|| Error::input("TEMPLATE", "template", "there is no template of that name"))?;
    let on_paper = goes_on_paper(office, &act).await?;
    let id = RequestId::new(now, office.throw10());
    let label = Label::own(office.state(), model::Class::Confidential)
        .released_to(office.state(), &act.to)?;
    let version = template.version;
    let turn = Turn::new(office, actor, Verb::RequestDraft, act.act);
    let year = office.calendar().date(now).year();
    let claim = Office::claim(act.act, (actor, Verb::RequestDraft), None);
    office
        .act(claim, move |tx| {
            Box::pin(async move {
                let number = next_number(tx, &turn.office, &authority, year).await?;
                let ends = (&number.state, &number.authority, &act.to, &act.to_authority);
                let content = addressed((&act.template, &act.content), &number, ends);
                let what = request::Draft {
                    id,
                    number,
                    template: act.template,
                    template_version: version,
                    to: act.to,
                    to_authority: act.to_authority,
                    relation: request::Relation::New,
                    parent: None,
                    urgency: act.urgency,
                    standing: Standing::Complete,
                    content,
                    lang: act.lang,
                    label,
                    validation_needed: false,
                };
                let (next, _) = Request::draft(&what, &turn.actor.by(role), turn.now)?;
                let next = if on_paper { next.on_paper() } else { next };
                put(tx, &next).await?;
                let said = Said {
                    role,
                    ..Said::of(record_id(id))
                };
                Ok(tx
                    .keep(
                        turn.office
                            .entry(turn.act, (&turn.actor, turn.verb), turn.now, said),
                        id,
                    )
                    .await?)
            })
        })
        .await
}

/// Whether the request travels on paper: who is not written to by node is written to so.
async fn goes_on_paper(office: &Office, act: &Draft) -> Result<bool> {
    let other = crate::directory::other(office, &act.to, "to").await?;
    named(&other, &act.to_authority)?;
    Ok(!other.by_node)
}

/// Whether the other State has this authority, as far as it is known.
fn named(other: &StateEntry, authority: &AuthorityId) -> Result<()> {
    match other.names(authority) {
        true => Ok(()),
        false => Err(Refusal::new("AUTHORITY-UNKNOWN")
            .at("/to_authority")
            .with("authority", authority)
            .into()),
    }
}

/// Requesting State and authority, requested State and authority.
pub(super) type Between<'a> = (
    &'a StateCode,
    &'a AuthorityId,
    &'a StateCode,
    &'a AuthorityId,
);

/// The content with what a template leaves to the desk: of what kind it is, who asks, who is asked, under which number.
/// No form asks for these, and a draft without them could never be sent.
pub(super) fn addressed(
    (template, content): (&str, &Value),
    number: &Number,
    (from, from_authority, to, to_authority): Between<'_>,
) -> Value {
    let mut content = content.clone();
    let Some(fields) = content.as_object_mut() else {
        return content;
    };
    fields.insert("type".to_owned(), Value::from(template));
    fields.insert("number".to_owned(), Value::from(number.to_string()));
    for (group, state, authority) in [
        ("requesting", from, from_authority),
        ("requested", to, to_authority),
    ] {
        let group = fields.entry(group).or_insert_with(|| json!({}));
        if let Some(group) = group.as_object_mut() {
            group.insert("state".to_owned(), Value::from(state.as_str()));
            group.insert("authority".to_owned(), Value::from(authority.as_str()));
        }
    }
    content
}

/// The next number of this authority in this year.
pub(crate) async fn next_number(
    tx: &mut Tx,
    office: &Office,
    authority: &AuthorityId,
    year: i16,
) -> Result<Number> {
    let fact = format!("number/{authority}/{year}");
    let serial = tx
        .fact(&fact)
        .await?
        .and_then(|n| n.parse::<u32>().ok())
        .unwrap_or(0)
        + 1;
    tx.put_fact(&fact, &serial.to_string()).await?;
    let year = u16::try_from(year).unwrap_or_default();
    Ok(Number {
        state: office.state().clone(),
        authority: authority.clone(),
        year,
        serial,
    })
}

/// Change a draft. Findings never stop it.
///
/// # Errors
/// `STALE`, `STAGE`, `NOT-ALLOWED`, a shape refusal.
pub async fn edit(office: &Office, actor: &Actor, on: On<request::Edit>) -> Result<i64> {
    let what = request::Edit {
        seen_version: on.version,
        ..on.what
    };
    turn(
        office,
        actor,
        (Verb::RequestEdit, on.act, on.request, None),
        move |request, by, turn| refused(request.edit(&what, by, turn.now)),
    )
    .await
}

/// Hand a draft in: as what it goes, and why warnings are accepted.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Submit {
    /// Complete, consultation, or urgent with completion by a date.
    pub standing: Standing,
    /// Reasons for warnings, by code.
    pub reasons: BTreeMap<String, String>,
}

/// Hand a draft in for approval.
///
/// # Errors
/// `BLOCKED`, `REASON-MISSING`, `STALE`, `STAGE`, `NOT-ALLOWED`.
pub async fn submit(office: &Office, actor: &Actor, on: On<Submit>) -> Result<i64> {
    let desk = desk_for(office, on.request).await?;
    let states = crate::directory::entries(office).await?;
    turn(
        office,
        actor,
        (Verb::RequestSubmit, on.act, on.request, Some(on.version)),
        move |request, by, turn| {
            // The authority may have been changed since the draft was begun, or the card renewed.
            if let Some(other) = states.iter().find(|entry| entry.code == request.to) {
                named(other, &request.to_authority)?;
            }
            let judged = &turn.office.profile().measures_validated;
            let wants_judge = request.measures.iter().any(|m| judged.contains(&m.kind));
            // A consultation draft has no legal effect: there is nothing to validate.
            let effective = on.what.standing != Standing::Consultation;
            let edit = request::Edit {
                seen_version: request.version,
                validation_needed: Some(wants_judge && effective),
                standing: Some(on.what.standing),
                findings_accepted: Some(on.what.reasons),
                ..request::Edit::default()
            };
            let (mut edited, _) = request.edit(&edit, by, turn.now)?;
            // Handing in is no editing of the content: whoever edited it last stays one of its hands.
            edited.edited_by = request.edited_by;
            let findings = summary(&desk.check(&edited, turn.now)?);
            let (mut next, effects) = edited.submit(&request::Submit { findings }, by, turn.now)?;
            // One act, one version: the standing was written down and handed in together.
            edited.version = request.version;
            next.version = request.version + 1;
            Ok((next, effects))
        },
    )
    .await
}

/// A finding as submitting and sending need it.
pub(super) fn summary(checked: &Checked) -> Findings {
    let of = |level| {
        checked
            .findings
            .iter()
            .filter(|f| f.level == level)
            .map(|f| Found {
                code: f.code.clone(),
                field: f.field.clone(),
            })
            .collect()
    };
    Findings {
        block: of(model::finding::Level::Block),
        warn: of(model::finding::Level::Warn),
    }
}
