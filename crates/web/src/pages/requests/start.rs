//! `/requests/new`: which State, which authority (from the directory), what help, which language, how urgent.

use std::sync::Arc;

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::response::{IntoResponse, Redirect, Response};
use http::StatusCode;
use model::request::Urgency;
use model::{Lang, StateCode};
use office::directory::StateEntry;
use office::requests::{self, Draft};
use paper::template::{Template, Wording as _};

use super::told::{self, States};
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Choice, Errors, Field};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/start.html")]
pub(crate) struct Start {
    page: Page,
    errors: Errors,
    states: Vec<StateCode>,
    choose_state: Field,
    questions: Option<Questions>,
}

#[derive(Debug)]
struct Questions {
    state: String,
    state_name: String,
    on_paper: bool,
    fields: Vec<Field>,
}

/// What was answered before, by the name of the question.
type Prefer<'a> = dyn Fn(&str) -> Option<String> + Send + Sync + 'a;

/// The questions; the first one alone while no State is chosen.
pub(crate) async fn ask(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Start>, Problem> {
    let chosen = query.get("to").and_then(|code| code.parse().ok());
    let prefer = |name: &str| query.get(name).cloned();
    page(&me, chosen, &prefer, Vec::new()).await.map(Shown)
}

/// Begins the draft and opens its first section.
pub(crate) async fn start(me: Signed, form: PostForm) -> Result<Response, Problem> {
    match draft(&me, &form).await {
        Ok(id) => Ok(Redirect::to(&format!("/requests/{id}/draft")).into_response()),
        Err(problem)
            if problem.status.is_client_error() && problem.status != StatusCode::FORBIDDEN =>
        {
            let chosen = form.parsed("to").ok();
            let items = vec![(
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            )];
            let template = page(
                &me,
                chosen,
                &|name| form.get(name).map(ToOwned::to_owned),
                items,
            )
            .await?;
            Ok(shown(problem.status, &template))
        }
        Err(problem) => Err(problem),
    }
}

/// The newest form of the kind that was chosen.
pub(in crate::pages) fn template(me: &Signed, form: &PostForm) -> Result<Arc<Template>, Problem> {
    let name = form.need("template")?;
    let known = me.office().forms().latest(name).cloned();
    known.ok_or_else(|| Problem::input("MALFORMED", "template"))
}

async fn draft(me: &Signed, form: &PostForm) -> Result<model::id::RequestId, Problem> {
    let template = template(me, form)?;
    let act = Draft {
        act: form.act()?,
        template: template.name.clone(),
        to: form.parsed("to")?,
        to_authority: form.parsed("authority")?,
        lang: Lang::from_code(form.need("lang")?)
            .ok_or_else(|| Problem::input("MALFORMED", "lang"))?,
        urgency: form.parsed("urgency")?,
        content: template.blank(),
    };
    Ok(requests::draft(me.office(), me.actor(), act).await?)
}

async fn page(
    me: &Signed,
    chosen: Option<StateCode>,
    prefer: &Prefer<'_>,
    items: Vec<(String, String)>,
) -> Result<Start, Problem> {
    let states = States::read(me).await?;
    let page = me
        .page("case-new-title")
        .density(Density::Form)
        .wrong(!items.is_empty());
    let forms: Vec<Arc<Template>> = me.office().forms().newest().cloned().collect();
    let mut others: Vec<StateEntry> = states
        .all()
        .iter()
        .filter(|entry| entry.by_node && !entry.authorities.is_empty())
        .cloned()
        .collect();
    let by_node = others.len();
    others.extend(crate::pages::letters::came::without_node(me, &states).await?);
    let only = || {
        (by_node == 1 && prefer("choose").is_none())
            .then(|| others.first().map(|entry| entry.code.clone()))
            .flatten()
    };
    let chosen = chosen
        .or_else(only)
        .and_then(|code| others.iter().find(|entry| entry.code == code));
    let choices = others
        .iter()
        .map(|entry| {
            let name = states.name(&entry.code);
            let told = match entry.by_node {
                true => name,
                false => page.say1("letter-state", "state", name),
            };
            Choice::new(entry.code.as_str(), told, false)
        })
        .collect();
    let choose_state = Field::select("to", page.say("case-new-state"), choices)
        .hint(page.say("case-new-state-hint"));
    Ok(Start {
        errors: Errors::of(&page, items),
        choose_state,
        questions: chosen.map(|entry| Questions {
            state: entry.code.to_string(),
            state_name: states.name(&entry.code),
            on_paper: !entry.by_node,
            fields: questions(&page, entry, &forms, prefer),
        }),
        states: others.iter().map(|entry| entry.code.clone()).collect(),
        page,
    })
}

fn questions(
    page: &Page,
    entry: &StateEntry,
    forms: &[Arc<Template>],
    prefer: &Prefer<'_>,
) -> Vec<Field> {
    let accepted = &entry.profile.request_languages;
    let lang_hint = if accepted.is_empty() {
        page.say("case-new-lang-none")
    } else {
        page.say1(
            "case-new-lang-hint",
            "langs",
            told::languages(page.lang, accepted),
        )
    };
    let lang_default = Lang::ALL
        .iter()
        .find(|lang| accepted.iter().any(|code| code == lang.code()))
        .copied()
        .unwrap_or(page.lang);
    let lang_chosen = prefer("lang")
        .and_then(|code| Lang::from_code(&code))
        .unwrap_or(lang_default);
    let langs = Lang::ALL
        .iter()
        .map(|lang| Choice::new(lang.code(), lang.own_name(), *lang == lang_chosen))
        .collect();
    let wanted = prefer("template");
    let kinds = forms.iter().map(|form| {
        let chosen = wanted.as_ref() == Some(&form.name) || forms.len() == 1;
        Choice::new(form.name.clone(), form.title(page.lang), chosen)
    });
    vec![
        Field::radios(
            "authority",
            page.say("case-new-authority"),
            authorities(page, entry, prefer),
        )
        .required(),
        Field::radios("template", page.say("case-new-template"), kinds.collect()).required(),
        Field::select("lang", page.say("case-new-lang"), langs)
            .hint(lang_hint)
            .width("half"),
        Field::radios("urgency", page.say("case-urgency"), urgencies(page, prefer)).required(),
    ]
}

/// The authorities of the State, each with what it does and whether it is open now.
fn authorities(page: &Page, entry: &StateEntry, prefer: &Prefer<'_>) -> Vec<Choice> {
    let wanted = prefer("authority");
    let one = entry.authorities.len() == 1;
    let choice = entry.authorities.iter().map(|authority| {
        let mut choice = Choice::new(
            authority.id.to_string(),
            authority.name_in(page.lang),
            one || wanted.as_deref() == Some(authority.id.as_str()),
        );
        let functions: Vec<String> = authority
            .functions
            .iter()
            .map(|f| page.code("directory-function", f.code()))
            .collect();
        choice.hint = Some(format!(
            "{} · {}",
            functions.join(", "),
            crate::pages::directory::opening(page, &entry.profile, authority)
        ));
        choice
    });
    choice.collect()
}

fn urgencies(page: &Page, prefer: &Prefer<'_>) -> Vec<Choice> {
    let urgency_chosen = prefer("urgency")
        .and_then(|code| Urgency::from_code(&code))
        .unwrap_or(Urgency::Normal);
    let choice = Urgency::ALL.iter().map(|urgency| Choice {
        hint: Some(page.say(&format!("case-urgency-{}-hint", urgency.code()))),
        ..Choice::new(
            urgency.code(),
            page.code("urgency", urgency.code()),
            *urgency == urgency_chosen,
        )
    });
    choice.collect()
}
