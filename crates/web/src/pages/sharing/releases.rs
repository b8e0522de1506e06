//! A proposal to release, for the second person: what would leave, to whom, on which basis, why, and who proposed it.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use model::card::ReleaseStage;
use model::{OfficerId, ReleaseId, Verb};
use office::records::{self, Decide, Release};

use super::told::{self, Told};
use super::{of_records, within, workbench};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::officer;
use crate::part::{Badge, Choice, Errors, Field, Tone};
use crate::{PostForm, Problem, Signed};

/// The second person's yes, as its address ends.
const APPROVE: &str = "approve";
/// The value of the box that is ticked to release alone.
const SURE: &str = "yes";

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
    /// What this reader may decide.
    forms: Vec<Form>,
    /// Why the reader does not decide.
    notice: Option<String>,
}

/// One thing that may be decided: the last part of its address names it.
#[derive(Debug)]
struct Form {
    act: &'static str,
    title: String,
    lead: String,
    fields: Vec<Field>,
    /// It sends something out, or takes it back.
    grave: bool,
    /// Shown only when it is asked for, or came back with an error.
    folded: Option<bool>,
}

/// The mark of a proposal's stage.
pub(super) fn stage(page: &Page, stage: ReleaseStage) -> Badge {
    let tone = match stage {
        ReleaseStage::Proposed => Tone::Waiting,
        ReleaseStage::Alone => Tone::Active,
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
    if let Some((by, at, note)) = &release.alone {
        facts.push((page.say("share-alone-by"), officer(names, *by)));
        facts.push((page.say("share-alone-at"), page.when(at).text));
        facts.push((page.say("share-alone-why"), note.clone()));
    }
    if let Some(by) = release.look_by() {
        facts.push((page.say("share-look-by"), page.when(&by).text));
    }
    if let Some((by, at, note)) = &release.decided {
        facts.push((page.say("share-decided-by"), officer(names, *by)));
        facts.push((page.say("share-decided-at"), page.when(at).text));
        facts.push((page.say("share-note-second"), note.clone()));
    }
    facts.retain(|(_, value)| !value.is_empty());
    facts
}

/// Whether this reader had a hand in it.
fn is_own(me: OfficerId, release: &Release) -> bool {
    release.by == me || release.alone.as_ref().is_some_and(|(by, ..)| *by == me)
}

/// What this reader may decide: the second person's two answers, before the card leaves or after it, and to release it alone.
fn forms(
    (page, me): (&Page, OfficerId),
    release: &Release,
    (posted, wrong): (Option<(&str, &PostForm)>, &Wrong),
) -> Vec<Form> {
    let waits = release.stage == ReleaseStage::Proposed;
    let second = !is_own(me, release) && page.may(Verb::ReleaseApprove);
    let here = |act: &str| posted.filter(|(which, _)| *which == act);
    let note = |act: &str, key: &str| {
        let typed = here(act).map_or("", |(_, form)| form.text("note"));
        Field::area("note", page.say(key), typed)
            .rows(2)
            .within(act)
    };
    let form = |act: &'static str, key: &str, fields: Vec<Field>| Form {
        act,
        title: page.say(key),
        lead: page.say(&format!("{key}-lead")),
        fields: match here(act) {
            Some(_) => judged(fields, wrong),
            None => fields,
        },
        grave: false,
        folded: None,
    };
    let mut forms = Vec::new();
    if second && (waits || release.stage == ReleaseStage::Alone) {
        let (yes, no) = match waits {
            true => ("share-approve", "share-refuse"),
            false => ("share-look-right", "share-look-wrong"),
        };
        let approve = vec![note(APPROVE, "share-note-approve").optional(page)];
        forms.push(Form {
            grave: waits,
            ..form(APPROVE, yes, approve)
        });
        let refuse = vec![note("refuse", "share-note-refuse").required()];
        forms.push(Form {
            grave: !waits,
            ..form("refuse", no, refuse)
        });
    }
    if waits && page.may(Verb::ReleaseUrgent) {
        let sure = Choice::new(SURE, page.say("share-urgent-sure"), false);
        let sure = Field::checks("sure", page.say("share-urgent-sure-label"), vec![sure]);
        let fields = vec![
            note("urgent", "share-urgent-note").required(),
            sure.within("urgent").required(),
        ];
        forms.push(Form {
            grave: true,
            folded: Some(here("urgent").is_some()),
            ..form("urgent", "share-urgent", fields)
        });
    }
    forms
}

/// Whom it waits for, for a reader who decides nothing.
fn notice((page, me): (&Page, OfficerId), release: &Release) -> Option<String> {
    let own = is_own(me, release);
    let key = match (release.stage, own) {
        (ReleaseStage::Proposed, true) => "share-second-own",
        (ReleaseStage::Proposed, false) => "share-second-other",
        (ReleaseStage::Alone, _) => "share-look-waits",
        (ReleaseStage::Released | ReleaseStage::Refused, _) => return None,
    };
    Some(page.say(key))
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
    let forms = forms((&page, me.officer().id), &release, (posted, &wrong));
    let decides = forms.iter().any(|form| form.act == APPROVE);
    let notice = notice((&page, me.officer().id), &release).filter(|_| !decides);
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
        forms,
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
    let codes = ("share-approved", "share-looked");
    ended(&me, id, (APPROVE, &form), done.map(|()| codes)).await
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
    let codes = ("share-refused", "share-taken-back");
    ended(&me, id, ("refuse", &form), done.map(|()| codes)).await
}

pub(super) async fn urgent(
    me: Signed,
    Path(id): Path<ReleaseId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = match sure(id, &form) {
        Ok(act) => records::release_alone(me.office(), me.actor(), act)
            .await
            .map(drop)
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    let codes = ("share-urgent", "share-urgent");
    ended(&me, id, ("urgent", &form), done.map(|()| codes)).await
}

/// What releases alone: nothing leaves before the box is ticked.
fn sure(id: ReleaseId, form: &PostForm) -> Result<Decide, Problem> {
    form.need("note")?;
    match form.text("sure") {
        SURE => read(id, form),
        _ => Err(Problem::input("MISSING", "sure")),
    }
}

fn read(id: ReleaseId, form: &PostForm) -> Result<Decide, Problem> {
    Ok(Decide {
        act: form.act()?,
        release: id,
        version: form.version()?,
        note: form.text("note").to_owned(),
    })
}

/// What was done, said before the card leaves or after one person had released it.
async fn ended(
    me: &Signed,
    id: ReleaseId,
    (act, form): (&str, &PostForm),
    done: Result<(&str, &str), Problem>,
) -> Result<Response, Problem> {
    match done {
        Ok((first, after)) => {
            let (_, release) = of_records(me).await?.release(id).await?;
            let code = release.alone.map_or(first, |_| after);
            Ok(me.done(&format!("/releases/{id}"), code).into_response())
        }
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
