//! Groups of States: who is in each, as this node has signed it.

use std::collections::BTreeSet;

use axum::extract::Query;
use axum::response::{IntoResponse, Response};
use model::{GroupId, StateCode, Verb};
use office::records::{self, GroupLine, KeepGroup};
use serde::Deserialize;

use super::of_records;
use super::workbench::peers;
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::part::{Choice, Errors, Field, Hidden};
use crate::{PostForm, Problem, Signed};

/// Which group is changed.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Which {
    group: Option<GroupId>,
}

#[derive(Debug, askama::Template)]
#[template(path = "sharing/groups.html")]
pub(super) struct Groups {
    page: Page,
    errors: Errors,
    lines: Vec<Line>,
    form: Option<Form>,
}

/// A group as it is listed: nothing of it where its signature is not good.
#[derive(Debug)]
struct Line {
    href: String,
    signed: Option<(String, String, Vec<String>)>,
}

#[derive(Debug)]
struct Form {
    title: String,
    hidden: Hidden,
    /// The group that is changed; empty for a new one.
    group: String,
    fields: Vec<Field>,
}

/// A group as typed, or as it stands.
#[derive(Debug, Default)]
struct Typed {
    group: Option<GroupId>,
    version: i64,
    name: String,
    members: BTreeSet<StateCode>,
}

impl Typed {
    fn of(line: &GroupLine) -> Option<Self> {
        let group = line.group.as_ref()?;
        Some(Self {
            group: Some(line.id),
            version: group.version.into(),
            name: group.name.clone(),
            members: group.others().cloned().collect(),
        })
    }

    fn read(form: &PostForm) -> Result<Self, Problem> {
        let members = form.all("members").map(str::parse);
        let members = members.collect::<Result<_, _>>();
        Ok(Self {
            group: match form.text("group") {
                "" => None,
                _ => Some(form.parsed("group")?),
            },
            version: form.version()?,
            name: form.text("name").to_owned(),
            members: members.map_err(|_| Problem::input("MALFORMED", "members"))?,
        })
    }
}

pub(super) async fn show(me: Signed, Query(which): Query<Which>) -> Result<Shown<Groups>, Problem> {
    list(&me, (which.group, None), None).await.map(Shown)
}

/// The groups, and the form of one: as it was typed, else as it stands, else of a new one.
async fn list(
    me: &Signed,
    (which, typed): (Option<GroupId>, Option<Typed>),
    wrong: Wrong,
) -> Result<Groups, Problem> {
    let all = of_records(me).await?.groups().await?;
    let states = States::contacts(me).await?;
    let page = me.page("share-group-title").wrong(wrong.is_some());
    let stands = all.iter().find(|line| Some(line.id) == which);
    let typed = typed.or_else(|| stands.and_then(Typed::of));
    let form = page
        .may(Verb::GroupKeep)
        .then(|| form((&page, &states), typed.unwrap_or_default(), &wrong));
    let line = |line: &GroupLine| Line {
        href: format!("/records/groups?group={}#form-title", line.id),
        signed: line.group.as_ref().map(|group| {
            let members = group.others().map(|state| states.name(state)).collect();
            let version = page.say_n("share-group-version", group.version);
            (group.name.clone(), version, members)
        }),
    };
    Ok(Groups {
        errors: Errors::of(&page, wrong.into_iter().collect()),
        lines: all.iter().map(line).collect(),
        form,
        page,
    })
}

fn form((page, states): (&Page, &States), typed: Typed, wrong: &Wrong) -> Form {
    // Whoever is in it and can no longer be reached is shown as well, so that nobody drops out unseen.
    let mut codes: BTreeSet<StateCode> = peers(states).cloned().collect();
    codes.extend(typed.members.iter().cloned());
    let choice = |code: &StateCode| {
        Choice::new(
            code.as_str(),
            states.name(code),
            typed.members.contains(code),
        )
    };
    let fields = vec![
        Field::text("name", page.say("share-group-name"), typed.name)
            .required()
            .autocomplete("off"),
        Field::checks(
            "members",
            page.say("share-group-members"),
            codes.iter().map(choice).collect(),
        )
        .hint(page.say("share-group-members-hint")),
    ];
    Form {
        title: page.say(match typed.group {
            Some(_) => "share-group-change",
            None => "share-group-new",
        }),
        hidden: page.hidden_at(&typed.version),
        group: typed.group.map(|id| id.to_string()).unwrap_or_default(),
        fields: judged(fields, wrong),
    }
}

pub(super) async fn keep(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let typed = Typed::read(&form)?;
    let act = KeepGroup {
        act: form.act()?,
        group: typed.group,
        version: u32::try_from(typed.version)
            .map_err(|_| Problem::input("MALFORMED", "version"))?,
        name: typed.name.clone(),
        members: typed.members.clone(),
    };
    match records::keep_group(me.office(), me.actor(), act).await {
        Ok(_) => Ok(me
            .done("/records/groups", "share-group-kept")
            .into_response()),
        Err(error) => {
            let problem = Problem::from(error);
            if !answerable(&problem) {
                return Err(problem);
            }
            let text = problem.text(me.lang());
            let (status, field) = (problem.status, problem.field.unwrap_or_default());
            let page = list(&me, (typed.group, Some(typed)), Some((field, text))).await?;
            Ok(shown(status, &page))
        }
    }
}
