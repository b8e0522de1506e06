//! A proposal to release, for the second person: what would leave, to whom, on which basis, why, and who proposed it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use model::card::ReleaseStage;
use model::{ReleaseId, Verb};
use office::records::{self, Decide, Release};

use super::told::{self, Told};
use super::{of_records, within, workbench};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::officer;
use crate::part::{Badge, Errors, Field, Tone};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "sharing/proposal.html")]
pub(super) struct One {
    page: Page,
    errors: Errors,
    stage: Badge,
    number: String,
    release: String,
    version: i64,
    facts: Vec<(String, String)>,
    c: Told,
    /// Notes of the two forms; none where the reader does not decide.
    forms: Option<(Field, Field)>,
    /// Why the reader does not decide.
    notice: Option<String>,
}

/// The mark of a proposal's stage.
pub(super) fn stage(page: &Page, stage: ReleaseStage) -> Badge {
    let tone = match stage {
        ReleaseStage::Proposed => Tone::Waiting,
        ReleaseStage::Released => Tone::Done,
        ReleaseStage::Refused => Tone::Ended,
    };
    Badge::new(tone, page.code("share-release", stage.code()))
}

pub(super) async fn show(me: Signed, Path(id): Path<ReleaseId>) -> Result<Shown<One>, Problem> {
    view(&me, id, (None, None)).await.map(Shown)
}

fn facts(
    page: &Page,
    states: &States,
    (release, names): (&Release, &[(model::OfficerId, String)]),
) -> Vec<(String, String)> {
    let to = &release.recipient;
    let mut facts = vec![
        (
            page.say("share-to"),
            workbench::reader_name(page, states, &to.country),
        ),
        (
            page.say("share-purpose"),
            page.code("purpose", to.purpose.code()),
        ),
        (
            page.say("share-clearance"),
            page.code("class", to.clearance.code()),
        ),
        (page.say("share-basis"), release.basis.clone()),
        (page.say("share-why"), release.reason.clone()),
        (page.say("share-proposed-by"), officer(names, release.by)),
        (page.say("share-when"), page.when(&release.at).text),
    ];
    if let Some((by, at, note)) = &release.decided {
        facts.push((page.say("share-decided-by"), officer(names, *by)));
        facts.push((page.say("share-decided-at"), page.when(at).text));
        facts.push((page.say("share-note-second"), note.clone()));
    }
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

async fn view(
    me: &Signed,
    id: ReleaseId,
    (posted, wrong): (Option<(&str, &PostForm)>, Wrong),
) -> Result<One, Problem> {
    let reader = of_records(me).await?;
    let (number, release) = reader.release(id).await?;
    let (names, states) = (reader.names().await?, States::contacts(me).await?);
    let page = me.page("share-proposal-title").band(&release.card.label);
    let page = page.wrong(wrong.is_some());
    let waits = release.stage == ReleaseStage::Proposed;
    let own = release.by == me.officer().id;
    let note = |act: &str, key: &str| {
        let typed = posted.filter(|(which, _)| *which == act);
        let typed = typed.map_or("", |(_, form)| form.text("note"));
        Field::area("note", page.say(key), typed)
            .rows(2)
            .within(act)
    };
    let forms = (waits && !own && page.may(Verb::ReleaseApprove)).then(|| {
        let approve = note("approve", "share-note-approve").optional(&page);
        let refuse = vec![note("refuse", "share-note-refuse").required()];
        let refuse = match posted {
            Some(("refuse", _)) => judged(refuse, &wrong),
            _ => refuse,
        };
        refuse.into_iter().next().map(|refuse| (approve, refuse))
    });
    let notice = (waits && forms.is_none()).then(|| match own {
        true => page.say("share-second-own"),
        false => page.say("share-second-other"),
    });
    let wrong = wrong.map(|wrong| within(posted.map(|(act, _)| act), wrong));
    let here = release.recipient.country.parse();
    let here = here.unwrap_or_else(|_| me.office().state().clone());
    Ok(One {
        stage: stage(&page, release.stage),
        facts: facts(&page, &states, (&release, &names)),
        c: told::told(&page, &states, (&release.card, &here)),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        release: id.to_string(),
        version: release.version,
        forms: forms.flatten(),
        number,
        notice,
        page,
    })
}

pub(super) async fn approve(
    me: Signed,
    Path(id): Path<ReleaseId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = match read(id, &form) {
        Ok(act) => records::approve(me.office(), me.actor(), act)
            .await
            .map(drop)
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    ended(&me, id, ("approve", &form), done.map(|()| "share-approved")).await
}

pub(super) async fn refuse(
    me: Signed,
    Path(id): Path<ReleaseId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = match read(id, &form) {
        Ok(act) => records::refuse(me.office(), me.actor(), act)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    ended(&me, id, ("refuse", &form), done.map(|()| "share-refused")).await
}

fn read(id: ReleaseId, form: &PostForm) -> Result<Decide, Problem> {
    Ok(Decide {
        act: form.act()?,
        release: id,
        version: form.version()?,
        note: form.text("note").to_owned(),
    })
}

async fn ended(
    me: &Signed,
    id: ReleaseId,
    (act, form): (&str, &PostForm),
    done: Result<&str, Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok(code) => Ok(me.done(&format!("/releases/{id}"), code).into_response()),
        Err(problem) if answerable(&problem) => {
            let wrong = (
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            );
            let view = view(me, id, (Some((act, form)), Some(wrong))).await?;
            Ok(shown(problem.status, &view))
        }
        Err(problem) => Err(problem),
    }
}
