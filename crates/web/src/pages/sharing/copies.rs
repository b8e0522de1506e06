//! Who holds a copy of a record, in which version, and whether it was confirmed; taking copies back; words with their holders.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::{CardId, RecordId, Verb};
use office::cards::{self, Say};
use office::records::{self, Issue, Recall, RecordView};

use super::talk::{self, Talk};
use super::workbench::reader_name;
use super::{alone, of_records, within};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::{Confirm, Step, carried};
use crate::part::{Badge, Choice, Errors, Field, Tone};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "sharing/copies.html")]
pub(super) struct Copies {
    page: Page,
    errors: Errors,
    record: String,
    number: String,
    lines: Vec<Line>,
    /// The form of a recall, where something is out and the reader may.
    recall: Option<Vec<Field>>,
}

#[derive(Debug)]
struct Line {
    card: String,
    /// Whether it is out, and not taken back.
    out: bool,
    to: String,
    stage: Badge,
    /// The version there is, since when, and the last notice.
    facts: Vec<(String, String)>,
    standing: Badge,
    talk: Talk,
}

/// How a holder stands to the last notice.
pub(super) fn standing(page: &Page, issue: &Issue, own: &str) -> Badge {
    match issue.due {
        _ if issue.to == own => Badge::new(Tone::Done, page.say("share-copy-own")),
        None => Badge::new(Tone::Done, page.say("share-copy-confirmed")),
        Some(due) if due <= page.now() => {
            let since = page.when(&due).text;
            Badge::new(Tone::Ended, page.say1("share-copy-overdue", "time", since))
        }
        Some(due) => {
            let until = page.when(&due).text;
            Badge::new(Tone::Waiting, page.say1("share-copy-waits", "time", until))
        }
    }
}

fn line(
    (me, page, states): (&Signed, &Page, &States),
    (view, issue): (&RecordView, &Issue),
    posted: Option<&PostForm>,
) -> Line {
    let register = &issue.issued.register;
    let mut facts = vec![
        (page.say("share-since"), page.when(&issue.at).text),
        (page.say("share-version"), register.version().to_string()),
    ];
    for (_, confirmed) in register.confirmations() {
        let at = |at: i64| jiff::Timestamp::from_second(at).ok();
        let said = confirmed.and_then(|(version, second)| Some((version, at(second)?)));
        if let Some((version, at)) = said {
            let at = page.when(&at).text;
            let text = page.say2(
                "share-copy-version",
                ("version", &version.to_string()),
                ("time", &at),
            );
            facts.push((page.say("share-copy-confirmation"), text));
        }
    }
    if let Some((kind, at)) = &issue.issued.noticed {
        let kind = page.code("share-notice", kind.code());
        facts.push((
            page.say("share-copy-notice"),
            format!("{kind} · {}", page.when(at).text),
        ));
    }
    let tone = match issue.stage.as_str() {
        "out" => Tone::Active,
        _ => Tone::Ended,
    };
    Line {
        card: issue.issued.card.id.to_string(),
        out: issue.stage == "out",
        to: reader_name(page, states, &issue.to),
        stage: Badge::new(tone, page.code("share-issue", &issue.stage)),
        standing: standing(page, issue, me.office().state().as_str()),
        talk: talk::talk(
            (me, page, states),
            &view.words,
            (issue.issued.card.id, format!("/records/{}/words", view.id)),
            posted,
        ),
        facts,
    }
}

fn out(view: &RecordView) -> impl Iterator<Item = &Issue> {
    view.issues.iter().filter(|issue| issue.stage == "out")
}

fn recall_fields(
    (page, states): (&Page, &States),
    view: &RecordView,
    posted: Option<&PostForm>,
) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let mut choices = vec![Choice::new("", page.say("share-recall-all"), false)];
    choices.extend(out(view).map(|issue| {
        let id = issue.issued.card.id.to_string();
        let on = id == typed("card");
        Choice::new(id, reader_name(page, states, &issue.to), on)
    }));
    vec![
        Field::select("card", page.say("share-recall-which"), choices),
        Field::area("reason", page.say("share-reason"), typed("reason"))
            .hint(page.say("share-recall-reason-hint"))
            .rows(3)
            .required(),
    ]
}

pub(super) async fn show(me: Signed, Path(id): Path<RecordId>) -> Result<Shown<Copies>, Problem> {
    view(&me, id, ("", None, None)).await.map(Shown)
}

async fn view(
    me: &Signed,
    id: RecordId,
    (act, posted, wrong): (&str, Option<&PostForm>, Wrong),
) -> Result<Copies, Problem> {
    let seen = of_records(me).await?.subject(id).await?;
    let states = States::contacts(me).await?;
    let page = me.page("share-copies-title").band(&seen.roll_up());
    let page = page.wrong(wrong.is_some());
    let said = posted.filter(|_| act == "words");
    let taken = posted.filter(|_| act == "recall");
    let issues = seen.issues.iter();
    let lines = issues.map(|issue| line((me, &page, &states), (&seen, issue), said));
    let lines = lines.collect();
    let recalls = page.may(Verb::ReleaseRecall) && out(&seen).next().is_some();
    let recall = recalls.then(|| {
        let fields = recall_fields((&page, &states), &seen, taken);
        match taken {
            Some(_) => judged(fields, &wrong),
            None => fields,
        }
    });
    let scope = said.map(|form| form.text("card"));
    let wrong = wrong.map(|wrong| within(scope, wrong));
    Ok(Copies {
        errors: Errors::of(&page, wrong.into_iter().collect()),
        record: id.to_string(),
        number: seen.number.clone(),
        lines,
        recall,
        page,
    })
}

fn read(id: RecordId, form: &PostForm) -> Result<Recall, Problem> {
    Ok(Recall {
        act: form.act()?,
        record: id,
        card: match form.text("card") {
            "" => None,
            _ => Some(form.parsed::<CardId>("card")?),
        },
        reason: form.need("reason")?.to_owned(),
    })
}

pub(super) async fn recall(
    me: Signed,
    Path(id): Path<RecordId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = async {
        let act = read(id, &form)?;
        match Step::of(&form) {
            Step::Begin => Ok(None),
            Step::Look => confirm(&me, (&act, &form)).await.map(Some),
            Step::Keep => {
                records::recall(me.office(), me.actor(), act).await?;
                let to = me.done(&format!("/records/{id}/copies"), "share-recalled");
                Ok(Some(to.into_response()))
            }
        }
    };
    match done.await {
        Ok(Some(answer)) => Ok(answer),
        Ok(None) => {
            let page = view(&me, id, ("recall", Some(&form), None)).await?;
            Ok(shown(StatusCode::OK, &page))
        }
        Err(problem) => again(&me, id, ("recall", &form), problem).await,
    }
}

/// Every State that holds a copy, by name, before anything is taken back.
async fn confirm(me: &Signed, (act, form): (&Recall, &PostForm)) -> Result<Response, Problem> {
    let seen = of_records(me).await?.subject(act.record).await?;
    let states = States::contacts(me).await?;
    let page = me.page("share-recall-title").band(&seen.roll_up());
    let wanted = |issue: &&Issue| act.card.is_none_or(|card| card == issue.issued.card.id);
    let holders: Vec<String> = out(&seen)
        .filter(wanted)
        .map(|issue| reader_name(&page, &states, &issue.to))
        .collect();
    if holders.is_empty() {
        return Err(model::Refusal::new("COPY-RECALLED").into());
    }
    let facts = vec![
        (page.say("share-recall-from"), holders.join("\n")),
        (page.say("share-reason"), act.reason.clone()),
    ];
    let confirm = Confirm {
        rooms: alone(&page),
        lead: page.say_n("share-recall-lead", holders.len()),
        facts,
        action: format!("/records/{}/recall", act.record),
        hidden: page.hidden(),
        carried: carried(form),
        button: page.say("share-recall-keep"),
        grave: true,
        change: true,
        back: format!("/records/{}/copies", act.record),
        page,
    };
    Ok(shown(StatusCode::OK, &confirm))
}

pub(super) async fn say(
    me: Signed,
    Path(id): Path<RecordId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = async {
        let act = talk::read(&form, form.parsed("card")?)?;
        match Step::of(&form) {
            Step::Begin => {
                let page = view(&me, id, ("words", Some(&form), None)).await?;
                Ok(shown(StatusCode::OK, &page))
            }
            Step::Look => confirm_word(&me, id, (&act, &form)).await,
            Step::Keep => {
                cards::say(me.office(), me.actor(), act).await?;
                let to = me.done(&format!("/records/{id}/copies"), "share-said");
                Ok(to.into_response())
            }
        }
    };
    match done.await {
        Err(problem) => again(&me, id, ("words", &form), problem).await,
        done => done,
    }
}

/// What goes to the holder of a copy, before it leaves.
async fn confirm_word(
    me: &Signed,
    id: RecordId,
    (act, form): (&Say, &PostForm),
) -> Result<Response, Problem> {
    let seen = of_records(me).await?.subject(id).await?;
    let states = States::contacts(me).await?;
    let page = me.page("share-say").band(&seen.roll_up());
    let mut issues = seen.issues.iter();
    let issue = issues.find(|issue| issue.issued.card.id == act.card);
    let issue = issue.ok_or_else(Problem::not_found)?;
    let to = reader_name(&page, &states, &issue.to);
    let copies = format!("/records/{id}/copies");
    let confirm = talk::confirm(
        page,
        (act, to, form),
        (format!("/records/{id}/words"), copies),
    );
    Ok(shown(StatusCode::OK, &confirm))
}

/// The page again, with what was typed and what is wrong.
async fn again(
    me: &Signed,
    id: RecordId,
    (act, form): (&str, &PostForm),
    problem: Problem,
) -> Result<Response, Problem> {
    if !answerable(&problem) {
        return Err(problem);
    }
    let wrong = (
        problem.field.clone().unwrap_or_default(),
        problem.text(me.lang()),
    );
    let page = view(me, id, (act, Some(form), Some(wrong))).await?;
    Ok(shown(problem.status, &page))
}
