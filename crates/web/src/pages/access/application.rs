//! One application: what was entered, who was asked and what came, and the steps that it takes next.

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::access::{Answer, Application, ApplicationStage, Proof, Representative};
use model::{ApplicationId, StateCode, Verb};
use office::access::{self, ApplicationLine, OnApplication, Step as Take};

use super::index::{late, stage};
use super::{no_rooms, reader};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::{Confirm, Step, carried};
use crate::part::{Badge, Choice, Errors, Field, Hidden};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "access/application.html")]
pub(super) struct Show {
    page: Page,
    errors: Errors,
    action: String,
    number: String,
    stage: Badge,
    late: Vec<String>,
    facts: Vec<(String, String)>,
    /// State, since when it is asked, what it says.
    asked: Vec<(String, String, String)>,
    letter: bool,
    forms: Vec<Form>,
}

/// A step that can be taken: its code, its title, its questions.
#[derive(Debug)]
struct Form {
    what: &'static str,
    title: String,
    fields: Vec<Field>,
    hidden: Hidden,
}

/// The steps of a stage.
const fn steps(stage: ApplicationStage) -> &'static [&'static str] {
    match stage {
        ApplicationStage::Received => &["prove", "dismiss"],
        ApplicationStage::Proven => &["ask"],
        ApplicationStage::Asked => &["tell", "ask"],
        ApplicationStage::Told | ApplicationStage::Dismissed => &["complain"],
        ApplicationStage::Complained => &["conclude"],
        ApplicationStage::Decided => &[],
    }
}

fn facts(page: &Page, states: &States, one: &Application) -> Vec<(String, String)> {
    let what = &one.what;
    let nationality = what.person.nationality.as_ref();
    let mut facts = vec![
        ("access-scope", page.code("access-scope", what.scope.code())),
        ("access-names", what.person.names.join("\n")),
        ("access-born", what.person.born.clone()),
        (
            "access-nationality",
            nationality.map_or_else(String::new, |state| states.name(state)),
        ),
        ("access-wrong", what.wrong.clone()),
        ("access-received", page.day(&what.received).text),
    ];
    if let Some((proof, mark)) = &one.proof {
        let shown = format!("{}, {} · {}", proof.document, proof.issuer, proof.seen_by);
        facts.push(("access-proof", shown));
        facts.push(("access-proven", page.when(&mark.at).text));
        let speaks = proof.representative.as_ref();
        let speaks = speaks.map(|one| format!("{} · {}", one.name, one.authority));
        facts.push(("access-representative", speaks.unwrap_or_default()));
    }
    if let Some(due) = one.due() {
        facts.push(("access-due", page.day(&due).text));
    }
    facts.push((
        "access-dismissed",
        one.dismissed.clone().unwrap_or_default(),
    ));
    if let Some(told) = &one.told {
        facts.push(("access-told", page.when(&told.at).text));
    }
    if let Some(complaint) = &one.complaint {
        let shown = format!("{} {}", complaint.body, complaint.reference);
        facts.push(("access-complaint", shown));
        let decision = complaint.decision.clone().unwrap_or_default();
        facts.push(("access-decision", decision));
    }
    facts.retain(|(_, value)| !value.trim().is_empty());
    let said = facts.into_iter();
    said.map(|(key, value)| (page.say(key), value)).collect()
}

fn asked(page: &Page, states: &States, one: &Application) -> Vec<(String, String, String)> {
    let line = |(state, asked): (&StateCode, &model::access::Asked)| {
        let said = match &asked.reply {
            None => page.say("access-waits"),
            Some((Answer::NeitherConfirmNorDeny, _)) => page.say("access-neither"),
            Some((Answer::Disclosed { text }, _)) => text.clone(),
        };
        (states.name(state), page.day(&asked.on).text, said)
    };
    one.asked.iter().map(line).collect()
}

fn fields(
    (page, states): (&Page, &States),
    (what, one): (&str, &Application),
    posted: Option<&PostForm>,
) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let line = |name: &str, key: &str| Field::text(name, page.say(key), typed(name));
    let area = |name: &str, key: &str| Field::area(name, page.say(key), typed(name)).rows(3);
    match what {
        "prove" => vec![
            line("document", "access-document").required(),
            line("issuer", "access-issuer").required(),
            line("seen_by", "access-seen-by").required(),
            line("representative/name", "access-representative").optional(page),
            line("representative/authority", "access-authority").optional(page),
        ],
        "dismiss" => vec![area("reason", "access-reason").required()],
        "ask" => {
            let open = states.all().iter().filter(|entry| {
                entry.by_node && !entry.ours && !one.asked.contains_key(&entry.code)
            });
            let on = |code: &StateCode| {
                posted.is_some_and(|form| form.all("states").any(|one| one == code.as_str()))
            };
            let choices = open.map(|entry| {
                Choice::new(
                    entry.code.as_str(),
                    states.name(&entry.code),
                    on(&entry.code),
                )
            });
            let states = Field::checks("states", page.say("access-states"), choices.collect());
            vec![states.hint(page.say("access-states-hint"))]
        }
        "complain" => vec![
            line("body", "access-body").required(),
            line("reference", "access-reference").optional(page),
        ],
        "conclude" => vec![area("decision", "access-decision").required()],
        _ => Vec::new(),
    }
}

async fn view(
    me: &Signed,
    line: &ApplicationLine,
    (posted, wrong): (Option<&PostForm>, Wrong),
) -> Result<Show, Problem> {
    let page = me.page("access-one-title").wrong(wrong.is_some());
    let states = States::contacts(me).await?;
    let one = &line.application;
    let may = page.may(Verb::AccessEnter);
    let form = |what: &&'static str| {
        let mine = posted.filter(|form| form.text("what") == *what);
        let fields = fields((&page, &states), (what, one), mine);
        Form {
            what,
            title: page.code("access-step", what),
            fields: match mine {
                Some(_) => judged(fields, &wrong),
                None => fields,
            },
            hidden: page.hidden_at(&one.version),
        }
    };
    let forms: Vec<Form> = steps(one.stage).iter().filter(|_| may).map(form).collect();
    use ApplicationStage::{Proven, Received};
    let letter = ![Received, Proven].contains(&one.stage)
        && (one.told.is_some() || one.waiting(reader(me).await?.today()).all(|(_, late)| late));
    Ok(Show {
        action: format!("/access/{}", one.id),
        number: line.number.clone(),
        stage: stage(&page, one),
        late: late(&page, &states, one),
        facts: facts(&page, &states, one),
        asked: asked(&page, &states, one),
        letter,
        forms,
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    })
}

pub(super) async fn show(
    me: Signed,
    Path(id): Path<ApplicationId>,
) -> Result<Shown<Show>, Problem> {
    let line = reader(&me).await?.application(id).await?;
    view(&me, &line, (None, None)).await.map(Shown)
}

fn read(form: &PostForm) -> Result<Take, Problem> {
    let text = |name: &str| form.text(name).trim().to_owned();
    Ok(match form.text("what") {
        "prove" => Take::Prove {
            proof: Proof {
                document: text("document"),
                issuer: text("issuer"),
                seen_by: text("seen_by"),
                representative: Some(Representative {
                    name: text("representative/name"),
                    authority: text("representative/authority"),
                })
                .filter(|one| !one.name.is_empty() || !one.authority.is_empty()),
            },
        },
        "dismiss" => Take::Dismiss {
            reason: text("reason"),
        },
        "ask" => {
            let states = form.all("states").map(str::parse).collect::<Result<_, _>>();
            let states = states.map_err(|_| Problem::input("MALFORMED", "states"))?;
            Take::Ask { states }
        }
        "tell" => Take::Tell,
        "complain" => Take::Complain {
            body: text("body"),
            reference: text("reference"),
        },
        "conclude" => Take::Conclude {
            decision: text("decision"),
        },
        _ => return Err(Problem::input("MALFORMED", "what")),
    })
}

pub(super) async fn step(
    me: Signed,
    Path(id): Path<ApplicationId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let line = reader(&me).await?.application(id).await?;
    let done = async {
        let take = read(&form)?;
        // What stays here is kept at once; what leaves, or is told to the applicant, is shown once more.
        let leaves = matches!(take, Take::Ask { .. } | Take::Tell | Take::Dismiss { .. });
        match Step::of(&form) {
            Step::Begin => Ok(None),
            Step::Look if leaves => confirm(&me, (&line, &form)).await.map(Some),
            Step::Look | Step::Keep => {
                let on = OnApplication {
                    act: form.act()?,
                    application: id,
                    version: form.version()?,
                    step: take,
                };
                access::step(me.office(), me.actor(), on).await?;
                let to = me.done(&format!("/access/{id}"), "access-stepped");
                Ok(Some(to.into_response()))
            }
        }
    };
    let (status, wrong): (StatusCode, Wrong) = match done.await {
        Ok(Some(answer)) => return Ok(answer),
        Ok(None) => (StatusCode::OK, None),
        Err(problem) if answerable(&problem) => {
            let text = problem.text(me.lang());
            let field = problem.field.clone().unwrap_or_default();
            (problem.status, Some((field, text)))
        }
        Err(problem) => return Err(problem),
    };
    Ok(shown(
        status,
        &view(&me, &line, (Some(&form), wrong)).await?,
    ))
}

/// What leaves, and to whom, before it does.
async fn confirm(
    me: &Signed,
    (line, form): (&ApplicationLine, &PostForm),
) -> Result<Response, Problem> {
    let page = me.page("access-confirm-title");
    let states = States::contacts(me).await?;
    let what = form.text("what");
    let mut facts = facts(&page, &states, &line.application);
    if what == "ask" {
        let own = std::iter::once(page.state_name.clone());
        let named = form.all("states").filter_map(|code| code.parse().ok());
        let named = named.map(|code: StateCode| states.name(&code));
        let all: Vec<String> = own.chain(named).collect();
        facts.insert(0, (page.say("access-states"), all.join("\n")));
    }
    if what == "dismiss" {
        facts.push((page.say("access-reason"), form.text("reason").to_owned()));
    }
    let path = format!("/access/{}", line.application.id);
    let confirm = Confirm {
        rooms: no_rooms(&page),
        lead: page.code("access-confirm", what),
        facts,
        action: path.clone(),
        hidden: page.hidden_at(&form.version()?),
        carried: carried(form),
        button: page.code("access-step", what),
        grave: true,
        change: true,
        back: path,
        page,
    };
    Ok(shown(StatusCode::OK, &confirm))
}
