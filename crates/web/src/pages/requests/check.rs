//! `/requests/{id}/check`: check your answers, what the rules say, on which treaty it rests, as what it goes; and handing
//! it to the approver.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::Purpose;
use model::finding::{Finding, Level, Verdict};
use model::id::{OfficerId, RequestId};
use model::request::{Stage, Standing, UrgencyGround};
use office::reader::WorklistFilter;
use office::requests::{self, Checked, Submit};

use super::answers::{self, Answers};
use super::draft::{self, Open};
use super::form::{self, Remark, typed_date};
use super::told::States;
use crate::page::{Page, Shown, shown};
use crate::part::{Choice, Errors, Field, Name};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/check.html")]
struct Check {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    to: Name,
    version: i64,
    sections: Vec<Answers>,
    complete_percent: u8,
    verdict: String,
    /// Words of the link to the dry check, while it is a draft.
    dry: Option<String>,
    basis: Vec<Basis>,
    levels: Vec<LevelOf>,
    submit: Option<HandIn>,
    /// What was written down from paper can be taken in, whatever the rules find in it.
    enter: bool,
}

/// One line of the legal basis, in order of strength.
#[derive(Debug)]
struct Basis {
    title: String,
    role: String,
    articles: String,
    why: String,
    gives: Vec<String>,
    lacks: Vec<String>,
}

/// The findings of one level.
#[derive(Debug)]
struct LevelOf {
    code: &'static str,
    word: String,
    findings: Vec<Remark>,
}

/// The questions of handing in.
#[derive(Debug)]
struct HandIn {
    standing: Field,
    urgent: Vec<Field>,
}

/// The page.
pub(crate) async fn show(me: Signed, Path(id): Path<RequestId>) -> Result<Response, Problem> {
    let draft = draft::open(&me, id).await?;
    Ok(Shown(view(&me, &draft, None, Vec::new()).await?).into_response())
}

/// Hands the draft to the approver.
pub(crate) async fn submit(
    me: Signed,
    Path(id): Path<RequestId>,
    form: PostForm,
) -> Result<Response, Problem> {
    match hand_in(&me, id, &form).await {
        Ok(()) => Ok(me
            .done(&format!("/requests/{id}"), "submitted")
            .into_response()),
        Err(problem) if answerable(&problem) => {
            let draft = draft::open(&me, id).await?;
            let items = vec![(
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            )];
            Ok(shown(
                problem.status,
                &view(&me, &draft, Some(&form), items).await?,
            ))
        }
        Err(problem) => Err(problem),
    }
}

/// Whether a problem is best said on the page it came from.
pub(crate) fn answerable(problem: &Problem) -> bool {
    problem.status.is_client_error()
        && !matches!(
            problem.status,
            StatusCode::NOT_FOUND | StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED
        )
}

async fn hand_in(me: &Signed, id: RequestId, form: &PostForm) -> Result<(), Problem> {
    let standing = match form.need("standing")? {
        "consultation" => Standing::Consultation,
        "urgent" => Standing::UrgentCompletion {
            by: form::posted_date(form, "standing/by")
                .ok_or_else(|| Problem::input("MISSING", "standing/by"))?,
            ground: form.parsed("standing/ground")?,
            head_reason: form.need("standing/head_reason")?.to_owned(),
            head: form.parsed("standing/head")?,
        },
        _ => Standing::Complete,
    };
    let reasons = form
        .pairs()
        .filter_map(|(name, value)| Some((name.strip_prefix("reason/")?, value.trim())));
    let reasons: BTreeMap<String, String> = reasons
        .filter(|(_, reason)| !reason.is_empty())
        .map(|(code, reason)| (code.to_owned(), reason.to_owned()))
        .collect();
    let what = Submit { standing, reasons };
    requests::submit(me.office(), me.actor(), super::steps::on(form, id, what)?).await?;
    Ok(())
}

async fn view(
    me: &Signed,
    draft: &Open,
    form: Option<&PostForm>,
    items: Vec<(String, String)>,
) -> Result<Check, Problem> {
    let (request, states) = (&draft.request, States::read(me).await?);
    let checked = draft::check(me, request.id).await?;
    let page = me
        .page("case-check-title")
        .band(&request.label)
        .wrong(!items.is_empty());
    let id = request.id.to_string();
    let came = request.side == model::Side::Incoming;
    let draft_here = request.stage == Stage::Draft;
    let enter = draft_here && came && page.may(model::Verb::RequestEnter);
    let mine = draft_here && (enter || page.may(model::Verb::RequestSubmit));
    let (state, authority) = (
        states.name(&request.to),
        states.authority(&request.to, &request.to_authority),
    );
    let submit = if mine && !came {
        Some(questions(me, &page, &checked, form).await?)
    } else {
        None
    };
    Ok(Check {
        errors: Errors::of(&page, items),
        number: request.number.clone(),
        to: page.name(page.say2(
            "case-draft-of",
            ("authority", &authority),
            ("state", &state),
        )),
        version: request.version,
        sections: answers::of(&draft.sections, mine.then_some(id.as_str()), &|_| false),
        complete_percent: checked.complete_percent,
        verdict: page.say(match checked.verdict {
            Verdict::Sendable => "case-check-verdict-sendable",
            Verdict::SendableWithReasons => "case-check-verdict-sendable-with-reasons",
            Verdict::Blocked => "case-check-verdict-blocked",
        }),
        dry: dry_link(&page, request, &state),
        basis: basis(&page, &checked),
        levels: levels(&page, draft, &checked, form),
        submit,
        enter,
        request: id,
        page,
    })
}

fn dry_link(page: &Page, request: &model::Request, state: &str) -> Option<String> {
    let here = matches!(
        request.stage,
        Stage::Draft | Stage::Review | Stage::Approved
    );
    here.then(|| page.say1("dry-link", "state", state))
}

fn basis(page: &Page, checked: &Checked) -> Vec<Basis> {
    let line = |line: &model::basis::Basis| Basis {
        title: paper::words::instrument(page.lang, &line.instrument, &line.source),
        role: page.code("basis-role", line.role.code()),
        articles: paper::template::source_words(
            page.lang,
            format!("{} {}", line.instrument, line.article).trim(),
        ),
        why: page.code("basis-why", line.why.code()),
        gives: line
            .gives
            .iter()
            .map(|(gift, _)| page.code("basis-gives", gift.code()))
            .collect(),
        lacks: line
            .missing
            .iter()
            .map(|lack| page.code("basis-lacks", lack.code()))
            .collect(),
    };
    checked.basis.iter().map(line).collect()
}

fn levels(page: &Page, draft: &Open, checked: &Checked, form: Option<&PostForm>) -> Vec<LevelOf> {
    let id = draft.request.id.to_string();
    let mut groups = Vec::new();
    for level in [Level::Block, Level::Warn, Level::Hint] {
        let mut findings: Vec<Remark> = Vec::new();
        for finding in checked
            .findings
            .iter()
            .filter(|finding| finding.level == level)
        {
            let mut remark = form::remark(page, &id, &draft.sections, finding);
            // A rule is one card wherever it speaks, and one reason holds for it.
            if let Some(same) = findings.iter_mut().find(|known| known.code == finding.code) {
                same.more.push((remark.href, remark.text));
                continue;
            }
            if level == Level::Warn {
                remark.reason = Some(reason(page, draft, finding, form));
            }
            findings.push(remark);
        }
        if !findings.is_empty() {
            groups.push(LevelOf {
                code: form::level_class(level),
                word: page.code("case-level", form::level_class(level)),
                findings,
            });
        }
    }
    groups
}

fn reason(page: &Page, draft: &Open, finding: &Finding, form: Option<&PostForm>) -> Field {
    let name = format!("reason/{}", finding.code);
    let typed = form.and_then(|form| form.get(&name)).map(ToOwned::to_owned);
    let value = typed
        .or_else(|| draft.request.findings_accepted.get(&finding.code).cloned())
        .unwrap_or_default();
    Field::area(name, page.say("case-check-reason-for"), value).rows(2)
}

/// Who may be named as head: the colleagues whose hand is on a case this reader sees. Never the reader.
async fn colleagues(me: &Signed) -> Result<Vec<(OfficerId, String)>, Problem> {
    let reader = me.read(Purpose::Mla).await?;
    let rows = reader
        .worklist(&WorklistFilter {
            over: true,
            ..WorklistFilter::default()
        })
        .await?
        .rows;
    let hands = rows.iter().flat_map(|row| {
        [
            row.request.approver,
            row.request.officer,
            row.request.author,
            row.request.submitted_by,
        ]
    });
    let ids: BTreeSet<OfficerId> = hands
        .flatten()
        .filter(|id| *id != me.officer().id)
        .collect();
    let mut names = Vec::new();
    for id in ids {
        names.extend(reader.officer_name(id).await?.map(|name| (id, name)));
    }
    names.sort_by(|a, b| a.1.cmp(&b.1));
    Ok(names)
}

async fn questions(
    me: &Signed,
    page: &Page,
    checked: &Checked,
    form: Option<&PostForm>,
) -> Result<HandIn, Problem> {
    let before = if checked.verdict == Verdict::Blocked {
        "consultation"
    } else {
        "complete"
    };
    let chosen = form.map_or(before.to_owned(), |form| form.text("standing").to_owned());
    let choice = |code: &'static str, key: &str, hint: &str| {
        let mut choice = Choice::new(code, page.say(key), chosen == code);
        choice.hint = Some(page.say(hint));
        choice
    };
    let standing = vec![
        choice(
            "complete",
            "case-standing-complete",
            "case-check-standing-complete-hint",
        ),
        choice(
            "consultation",
            "case-standing-consultation",
            "case-check-standing-consultation-hint",
        ),
        choice(
            "urgent",
            "case-check-standing-urgent",
            "case-check-standing-urgent-hint",
        ),
    ];
    Ok(HandIn {
        standing: Field::radios(
            "standing",
            page.say("case-check-standing-question"),
            standing,
        )
        .required(),
        urgent: urgent(me, page, form).await?,
    })
}

/// What is asked where a request goes out urgent and is completed later.
async fn urgent(me: &Signed, page: &Page, form: Option<&PostForm>) -> Result<Vec<Field>, Problem> {
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let grounds = UrgencyGround::ALL.iter();
    let grounds = grounds
        .map(|g| {
            Choice::new(
                g.code(),
                page.code("case-check-ground", g.code()),
                typed("standing/ground") == g.code(),
            )
        })
        .collect();
    let mut heads = vec![Choice::new(
        "",
        page.say("case-draft-choose"),
        typed("standing/head").is_empty(),
    )];
    heads.extend(colleagues(me).await?.iter().map(|(id, name)| {
        Choice::new(
            id.to_string(),
            name.clone(),
            typed("standing/head") == id.to_string(),
        )
    }));
    Ok(vec![
        Field::radios("standing/ground", page.say("case-check-ground"), grounds),
        Field::date(
            page,
            "standing/by",
            page.say("case-check-by"),
            typed_date(form, "standing/by"),
        ),
        Field::select("standing/head", page.say("case-check-head"), heads).width("half"),
        Field::area(
            "standing/head_reason",
            page.say("case-check-head-reason"),
            typed("standing/head_reason"),
        )
        .rows(3),
    ])
}
