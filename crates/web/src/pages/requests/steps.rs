//! The acts of a case: one small form each, and one handler that turns a posted form into office's act. Which forms a
//! reader sees stands in `offer`; whether an act is done is office's to say.

use axum::extract::{MatchedPath, Path};
use axum::response::{IntoResponse, Response};
use model::id::{EvidenceId, RequestId};
use model::request::{
    Accept, Acknowledge, Answer, Ask, AskedItem, AssuranceKind, Change, Close, ConfirmRefusal,
    DropRefusal, Postpone, Progress, Refuse, Register, Report, ReturnToAuthor, Withdraw,
};
use model::{Lang, Role};
use office::evidence::{self, GiveBack, Which};
use office::requests::{self, Note, On, Plain};
use paper::template::Wording as _;

use super::check::answerable;
use super::track::positions;
use super::{draft, form, look, review, send, show, told};
use crate::words;
use crate::{PostForm, Problem, Signed};

/// How many free questions the form for missing items has.
pub(crate) const FREE_QUESTIONS: usize = 2;

/// Does the step named by the last part of the address, and shows the case, or the form again with what is wrong.
pub(crate) async fn step(
    me: Signed,
    Path(id): Path<RequestId>,
    path: MatchedPath,
    form: PostForm,
) -> Result<Response, Problem> {
    let name = path.as_str().rsplit('/').next().unwrap_or_default();
    done(&me, (id, name, name), &form, one(&me, id, name, &form)).await
}

/// Does the work that a form of the case asks for, unless its reader wants to see first what leaves, or to change it.
/// `notice` names the line on the page that follows.
pub(crate) async fn done(
    me: &Signed,
    (id, name, notice): (RequestId, &str, &str),
    form: &PostForm,
    work: impl Future<Output = Result<(), Problem>>,
) -> Result<Response, Problem> {
    if form.get(look::BACK).is_some() {
        return show::reopened(me, id, name, form).await;
    }
    let done = match form.get(look::LOOK) {
        Some(_) => match look::show(me, id, name, form).await {
            Ok(page) => return Ok(page),
            Err(problem) => Err(problem),
        },
        None => work.await,
    };
    match done {
        Ok(()) => Ok(me.done(&format!("/requests/{id}"), notice).into_response()),
        Err(problem) if answerable(&problem) => match name {
            "approve" | "validate" | "return" => review::again(me, id, form, problem).await,
            "send" => send::again(me, id, problem).await,
            _ => show::again(me, id, name, form, problem).await,
        },
        Err(problem) => Err(problem),
    }
}

/// An act on a case, as its form says: which act it is, and the version that was on screen.
///
/// # Errors
/// 422 where the form does not say it.
pub(crate) fn on<A>(form: &PostForm, request: RequestId, what: A) -> Result<On<A>, Problem> {
    Ok(On {
        act: form.act()?,
        request,
        version: form.version()?,
        what,
    })
}

async fn one(me: &Signed, id: RequestId, name: &str, form: &PostForm) -> Result<(), Problem> {
    let (office, actor) = (me.office(), me.actor());
    macro_rules! on {
        ($what:expr) => {
            on(form, id, $what)?
        };
    }
    match name {
        "approve" => requests::approve(office, actor, on!(Note { note: note(form) })).await?,
        "validate" => requests::validate(office, actor, on!(Note { note: note(form) })).await?,
        "return" => {
            let reason = form.need("reason")?.to_owned();
            requests::return_to_author(office, actor, on!(ReturnToAuthor { reason })).await?
        }
        "send" => {
            if form.get("confirm").is_none() {
                return Err(Problem::input("MISSING", "confirm"));
            }
            requests::send(office, actor, on!(Plain {})).await?
        }
        "withdraw" => {
            let reason = form.need("reason")?.to_owned();
            requests::withdraw(office, actor, on!(Withdraw { reason })).await?
        }
        "close" => requests::close(office, actor, on!(Close { note: note(form) })).await?,
        "answer" => requests::answer(office, actor, on!(answer(me, id, form).await?)).await?,
        "register" => requests::register(office, actor, on!(register(form))).await?,
        "acknowledge" => {
            requests::acknowledge(office, actor, on!(acknowledge(me, id, form).await?)).await?
        }
        "ask" => requests::ask(office, actor, on!(ask(me, id, form).await?)).await?,
        "consult" => requests::consult(office, actor, on!(consult(me, id, form).await?)).await?,
        "accept" => requests::accept(office, actor, on!(accept(form))).await?,
        "postpone" => requests::postpone(office, actor, on!(postpone(form)?)).await?,
        "refuse" => requests::refuse(office, actor, on!(refuse(form)?)).await?,
        "confirm-refusal" => {
            requests::confirm_refusal(office, actor, on!(ConfirmRefusal { note: note(form) }))
                .await?
        }
        "drop-refusal" => {
            requests::drop_refusal(
                office,
                actor,
                on!(DropRefusal {
                    reason: form.need("reason")?.to_owned()
                }),
            )
            .await?
        }
        "begin" => {
            requests::begin_execution(office, actor, on!(Progress { note: note(form) })).await?
        }
        "progress" => requests::progress(office, actor, on!(Progress { note: note(form) })).await?,
        "execute" => requests::execute(office, actor, on!(report(form)?)).await?,
        "report-part" => requests::report_part(office, actor, on!(report(form)?)).await?,
        _ => return of_evidence(me, id, name, form).await,
    };
    Ok(())
}

/// The steps about evidence: give back, open, confirm.
async fn of_evidence(
    me: &Signed,
    id: RequestId,
    name: &str,
    form: &PostForm,
) -> Result<(), Problem> {
    let (office, actor) = (me.office(), me.actor());
    match name {
        "give-back" => {
            let what = give_back(form)?;
            evidence::give_back(office, actor, on(form, id, what)?).await?;
        }
        "confirm-return" => {
            evidence::confirm(office, actor, on(form, id, Plain {})?).await?;
        }
        "open" => open(me, id, form).await?,
        _ => return Err(Problem::not_found()),
    }
    Ok(())
}

pub(crate) fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn note(form: &PostForm) -> Option<String> {
    some(form.text("note"))
}

/// A date that may be left open, but not half written.
pub(crate) fn date(form: &PostForm, name: &str) -> Result<Option<jiff::civil::Date>, Problem> {
    if form::typed_date(Some(form), name)
        .iter()
        .all(String::is_empty)
    {
        return Ok(None);
    }
    form::posted_date(form, name)
        .map(Some)
        .ok_or_else(|| Problem::input("MALFORMED", name))
}

fn register(form: &PostForm) -> Register {
    Register {
        reference: some(form.text("reference")),
        urgency: form.parsed("urgency").ok(),
    }
}

async fn acknowledge(me: &Signed, id: RequestId, form: &PostForm) -> Result<Acknowledge, Problem> {
    let request = draft::open(me, id).await?.request;
    Ok(Acknowledge {
        reference: form.need("reference")?.to_owned(),
        officer_function: function(me, request.lang),
        next_date: date(form, "next_date")?,
        officer: None,
    })
}

/// What the officer is, not who, in the language of the request.
fn function(me: &Signed, lang: Lang) -> String {
    let roles = &me.officer().roles;
    let role = if roles.contains(&Role::CaseOfficer) {
        Role::CaseOfficer
    } else {
        Role::DutyOfficer
    };
    words::say(lang, &words::key("role", role.code()), &[])
}

async fn ask(me: &Signed, id: RequestId, form: &PostForm) -> Result<Ask, Problem> {
    let open = draft::open(me, id).await?;
    let checked = draft::check(me, id).await?;
    let page = me.page("case-do-ask");
    let mut items = Vec::new();
    for chosen in form.all("found") {
        let Some((code, field)) = chosen.split_once('|') else {
            continue;
        };
        let Some(finding) = checked
            .findings
            .iter()
            .find(|f| f.code == code && f.field == field)
        else {
            continue;
        };
        let text = paper::words::without_isolates(&form::sentence(&page, &open.sections, finding));
        items.push(AskedItem {
            code: code.to_owned(),
            field: field.to_owned(),
            text,
            answered: false,
        });
    }
    for n in 0..FREE_QUESTIONS {
        let (field, text) = (
            form.text(&format!("field/{n}")),
            form.text(&format!("text/{n}")),
        );
        if !text.is_empty() {
            items.push(AskedItem {
                code: "comment".to_owned(),
                field: field.to_owned(),
                text: text.to_owned(),
                answered: false,
            });
        } else if !field.is_empty() {
            return Err(Problem::input("MISSING", &format!("text/{n}")));
        }
    }
    if items.is_empty() {
        return Err(Problem::input("MISSING", "text/0"));
    }
    Ok(Ask {
        items,
        answer_by: date(form, "answer_by")?,
    })
}

/// What is to be discussed before a decision: one question in words, about the request as a whole; and the assurances
/// that are asked for, each a new entry of the request, which the answer fills in.
async fn consult(me: &Signed, id: RequestId, form: &PostForm) -> Result<Ask, Problem> {
    let mut items = vec![AskedItem {
        code: "comment".to_owned(),
        field: String::new(),
        text: form.need("about")?.to_owned(),
        answered: false,
    }];
    let request = draft::open(me, id).await?.request;
    let given = request.content_now();
    let given = given.get("assurances").and_then(|list| list.as_array());
    let first = given.map_or(0, Vec::len);
    for (n, kind) in form.all("assurances").enumerate() {
        let kind = AssuranceKind::from_code(kind)
            .ok_or_else(|| Problem::input("MALFORMED", "assurances"))?;
        items.push(AskedItem {
            code: format!("{}{kind}", told::ASSURANCE),
            field: format!("/assurances/{}", first + n),
            text: words::say(request.lang, &words::key("saf-kind", kind.code()), &[]),
            answered: false,
        });
    }
    Ok(Ask {
        items,
        answer_by: date(form, "answer_by")?,
    })
}

/// New values for the fields that were asked about, typed as the template types them; words for the rest.
async fn answer(me: &Signed, id: RequestId, form: &PostForm) -> Result<Answer, Problem> {
    let open = draft::open(me, id).await?;
    let before = open.request.content_now();
    let after = open.template.posted(&form::pairs(form.pairs()), &before);
    let (mut changes, mut items, mut words) = (Vec::new(), Vec::new(), Vec::new());
    for (index, item) in open
        .request
        .asked
        .iter()
        .enumerate()
        .filter(|(_, item)| !item.answered)
    {
        let value = after
            .pointer(&item.field)
            .filter(|_| !item.field.is_empty());
        if let Some(value) = value.filter(|value| before.pointer(&item.field) != Some(*value)) {
            changes.push(Change {
                pointer: item.field.clone(),
                value: value.clone(),
            });
            items.push(index);
        }
        let said = form.text(&format!("said/{index}"));
        if !said.is_empty() {
            words.push(format!("{}: {said}", item.text));
            items.push(index);
        }
    }
    items.dedup();
    words.extend(note(form));
    Ok(Answer {
        changes,
        items,
        note: some(&words.join("\n")),
    })
}

fn accept(form: &PostForm) -> Accept {
    Accept {
        reasons: form.text("reasons").to_owned(),
        conditions: form.lines("conditions"),
    }
}

fn postpone(form: &PostForm) -> Result<Postpone, Problem> {
    Ok(Postpone {
        reasons: form.need("reasons")?.to_owned(),
        review_by: date(form, "review_by")?,
    })
}

fn refuse(form: &PostForm) -> Result<Refuse, Problem> {
    Ok(Refuse {
        ground: form.parsed("ground")?,
        reasons: form.need("reasons")?.to_owned(),
        measures: positions(form)?,
        no_consultation: some(form.text("no_consultation")),
        sources: form.lines("sources"),
    })
}

fn report(form: &PostForm) -> Result<Report, Problem> {
    Ok(Report {
        what: form.need("what")?.to_owned(),
        on: date(form, "on")?.ok_or_else(|| Problem::input("MISSING", "on"))?,
        law: form.need("law")?.to_owned(),
        executed_by: form.text("executed_by").to_owned(),
        measures: positions(form)?,
    })
}

fn give_back(form: &PostForm) -> Result<GiveBack, Problem> {
    let one = |id: &str| id.parse().map_err(|_| Problem::input("MALFORMED", "items"));
    Ok(GiveBack {
        items: form.all("items").map(one).collect::<Result<_, _>>()?,
        certificate: form.need("certificate")?.to_owned(),
        proving_torture: form.get("proving_torture").is_some(),
    })
}

/// Opens one item, or all that were not opened yet: one act each.
async fn open(me: &Signed, id: RequestId, form: &PostForm) -> Result<(), Problem> {
    let one: Option<EvidenceId> = form.parsed("evidence").ok();
    let (request, mut version) = (draft::open(me, id).await?.request, form.version()?);
    let wanted =
        |item: &&model::EvidenceItem| one.map_or(item.verified.is_none(), |one| one == item.id);
    let waits: Vec<EvidenceId> = request
        .evidence
        .iter()
        .filter(wanted)
        .map(|item| item.id)
        .collect();
    for (n, evidence) in waits.into_iter().enumerate() {
        let act = if n == 0 {
            form.act()?
        } else {
            me.office().new_act()
        };
        evidence::open(
            me.office(),
            me.actor(),
            On {
                act,
                request: id,
                version,
                what: Which { evidence },
            },
        )
        .await?;
        version = draft::open(me, id).await?.request.version;
    }
    Ok(())
}
