//! Changing a record: one address for every change; what destroys or leaves the building is shown once more first.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::record::Property;
use model::{AssertionId, RecordId};
use office::records::{self, Change, Free, Hold, OnRecord, Statement};

use super::forms::DOES;
use super::{label, lacks, reader, show};
use crate::page::shown;
use crate::pages::requests::check::answerable;
use crate::pages::screening::{Confirm, carried};
use crate::pages::sharing::no_rooms;
use crate::{PostForm, Problem, Signed};

/// Changes that are shown once more: they destroy something, and every State that holds a copy is told.
const GRAVE: &[&str] = &["correct", "withdraw", "end"];

fn read(me: &Signed, form: &PostForm) -> Result<Change, Problem> {
    let what = || -> Result<AssertionId, Problem> { form.parsed("what") };
    let reason = || form.need("reason").map(str::to_owned);
    Ok(match form.text("change") {
        "state" => {
            let (says, value) = said(form)?;
            Change::State(Box::new(Statement {
                says,
                value,
                label: label::read(me, form, "")?,
                from: label::read_origin(form, super::today(me))?,
            }))
        }
        "tie" => {
            let label = label::read(me, form, "")?;
            let from = label::read_origin(form, super::today(me))?;
            Change::Tie(Box::new(label::read_tie(form, (label, from))?))
        }
        "correct" => Change::Correct {
            what: what()?,
            value: form.need("value")?.to_owned(),
            reason: reason()?,
        },
        "withdraw" => Change::Withdraw {
            what: what()?,
            reason: reason()?,
        },
        "review" => Change::Review {
            review_by: label::day(form, "review_by")?
                .ok_or_else(|| Problem::input("MISSING", "review_by"))?,
            reason: reason()?,
        },
        "frame" => Change::Frame(Box::new(label::read_frame(form)?)),
        "end" => Change::End { reason: reason()? },
        _ => return Err(Problem::input("MALFORMED", "change")),
    })
}

/// What is said. A measure is one of few: nothing that is typed beside it would be done.
fn said(form: &PostForm) -> Result<(Property, String), Problem> {
    let chosen = form.need("says")?;
    let Some((says, does)) = chosen.split_once('/') else {
        return match form.parsed("says")? {
            Property::Action => Err(Problem::input("MALFORMED", "says")),
            says => Ok((says, form.need("value")?.to_owned())),
        };
    };
    let says = says.parse().ok().filter(|says| *says == Property::Action);
    let says = says.filter(|_| DOES.contains(&does));
    let says = says.ok_or_else(|| Problem::input("MALFORMED", "says"))?;
    match form.text("value") {
        "" => Ok((says, does.to_owned())),
        _ => Err(Problem::input("MALFORMED", "value")),
    }
}

pub(super) async fn change(
    me: Signed,
    Path(id): Path<RecordId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let code = form.text("change").to_owned();
    let grave = GRAVE.contains(&code.as_str());
    if form.text("step") == "begin" {
        let page = show::one(&me, id, Some((&code, &form, None))).await?;
        return Ok(shown(StatusCode::OK, &page));
    }
    let done = async {
        let change = read(&me, &form)?;
        if grave && form.text("step") != "keep" {
            return confirm(&me, id, (&change, &form)).await;
        }
        let act = OnRecord {
            act: form.act()?,
            record: id,
            version: form.version()?,
            change,
        };
        records::change(me.office(), me.actor(), act).await?;
        let to = match code.as_str() {
            "end" => "/records".to_owned(),
            _ => format!("/records/{id}"),
        };
        Ok(me.done(&to, "record-changed").into_response())
    };
    answered(&me, id, (&code, &form), done.await).await
}

/// What was wrong is told on the page of the record, in the form that was sent.
async fn answered(
    me: &Signed,
    id: RecordId,
    (code, form): (&str, &PostForm),
    done: Result<Response, Problem>,
) -> Result<Response, Problem> {
    match done {
        Err(problem) if answerable(&problem) => {
            let wrong = lacks::wrong(me, code, &problem);
            let page = show::one(me, id, Some((code, form, Some(wrong)))).await?;
            Ok(shown(problem.status, &page))
        }
        done => done,
    }
}

/// What is destroyed, and who is told, before it is.
async fn confirm(
    me: &Signed,
    id: RecordId,
    (change, form): (&Change, &PostForm),
) -> Result<Response, Problem> {
    let view = reader(me).await?.subject(id).await?;
    let page = me.page("record-confirm-title").band(&view.roll_up());
    let out = view.issues.iter().filter(|issue| issue.stage == "out");
    let holders: Vec<String> = out.map(|issue| issue.to.clone()).collect();
    let mut facts = vec![(page.say("share-record"), view.number.clone())];
    let value = |what: &AssertionId| {
        let id = what.to_string();
        let said = view.stated.iter().find(|one| one.one.id == id);
        let tied = view.ties.iter().find(|one| one.one.id == id);
        let said = said.map(|one| one.one.value.clone());
        said.or_else(|| tied.map(|one| one.one.with.clone()))
    };
    if let Change::Correct { what, .. } | Change::Withdraw { what, .. } = change {
        let gone = value(what).ok_or_else(Problem::not_found)?;
        facts.push((page.say("record-gone"), gone));
    }
    if let Change::Correct { value, .. } = change {
        facts.push((page.say("record-right"), value.clone()));
    }
    facts.push((page.say("record-reason"), form.text("reason").to_owned()));
    facts.push((
        page.say("record-told"),
        match holders.is_empty() {
            true => page.say("record-told-nobody"),
            false => holders.join(", "),
        },
    ));
    let confirm = Confirm {
        rooms: no_rooms(&page),
        lead: page.say("record-confirm-lead"),
        facts,
        action: format!("/records/{id}/changes"),
        hidden: page.hidden_at(&form.version()?),
        carried: carried(form),
        button: page.say("record-confirm"),
        grave: true,
        change: true,
        back: format!("/records/{id}"),
        page,
    };
    Ok(shown(StatusCode::OK, &confirm))
}

pub(super) async fn hold(
    me: Signed,
    Path(id): Path<RecordId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = async {
        let act = Hold {
            act: form.act()?,
            object: format!("record:{id}"),
            body: form.parsed("body")?,
            reference: form.need("reference")?.to_owned(),
        };
        records::hold(me.office(), me.actor(), act).await?;
        let to = me.done(&format!("/records/{id}"), "share-held");
        Ok(to.into_response())
    };
    answered(&me, id, ("hold", &form), done.await).await
}

/// A second person has looked at a record that was held in bulk.
pub(super) async fn free(
    me: Signed,
    Path(id): Path<RecordId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = async {
        let act = Free {
            act: form.act()?,
            record: id,
            version: form.version()?,
            reason: form.need("reason")?.to_owned(),
        };
        records::free(me.office(), me.actor(), act).await?;
        let to = me.done(&format!("/records/{id}"), "record-freed");
        Ok(to.into_response())
    };
    answered(&me, id, ("free", &form), done.await).await
}
