//! `/requests/{id}/translation`: every free text with its translation beside it, and the translator's certificate. A draft
//! is written here, in both languages; later it is read, on both sides.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use model::id::RequestId;
use model::request::{Side, Stage};
use model::translation::{self, Beside, Certify, PassageState, Translate, primary};
use model::{Lang, Verb};
use office::requests;

use super::check::answerable;
use super::draft::{self, Open};
use super::dry::tongue;
use super::form;
use super::told::States;
use crate::page::{Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field, Tone};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "requests/translation.html")]
struct Translation {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    version: i64,
    lang: String,
    langs: Vec<(String, String, bool)>,
    from: String,
    into: String,
    rows: Vec<Row>,
    counts: String,
    only: bool,
    may_write: bool,
    original_lang: String,
    certificate: Option<Held>,
    certify: Vec<Field>,
}

/// One text beside its translation.
#[derive(Debug)]
struct Row {
    label: String,
    at: String,
    id: String,
    original: String,
    translation: String,
    lines: usize,
    badge: Badge,
    late: bool,
}

/// The certificate that was entered.
#[derive(Debug)]
struct Held {
    holds: bool,
    said: String,
    facts: Vec<(String, String)>,
    sha256: String,
    paper: String,
}

/// What a page is asked for.
struct Wanted {
    lang: Option<String>,
    only: bool,
}

/// The page.
pub(crate) async fn show(
    me: Signed,
    Path(id): Path<RequestId>,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Response, Problem> {
    let open = draft::open(&me, id).await?;
    let wanted = Wanted {
        lang: query.get("lang").cloned(),
        only: query.get("only").is_some_and(|v| v == "open"),
    };
    Ok(Shown(view(&me, &open, wanted, (None, Vec::new())).await?).into_response())
}

/// Saves both languages.
pub(crate) async fn save(
    me: Signed,
    Path(id): Path<RequestId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let open = draft::open(&me, id).await?;
    let what = written(&open, &form);
    let done = match super::steps::on(&form, id, what) {
        Ok(act) => requests::translate(me.office(), me.actor(), act)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    after(&me, open, &form, done.map(drop)).await
}

/// Enters the translator's certificate.
pub(crate) async fn certify(
    me: Signed,
    Path(id): Path<RequestId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let open = draft::open(&me, id).await?;
    let done = match certificate_of(&form).and_then(|what| super::steps::on(&form, id, what)) {
        Ok(act) => requests::certify(me.office(), me.actor(), act)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    after(&me, open, &form, done.map(drop)).await
}

/// Where a form leads: back to the page, or the page again with what is wrong and what was typed.
async fn after(
    me: &Signed,
    open: Open,
    form: &PostForm,
    done: Result<(), Problem>,
) -> Result<Response, Problem> {
    let lang = primary(form.text("lang"));
    let id = open.request.id;
    match done {
        Ok(()) => {
            let to = format!("/requests/{id}/translation?lang={lang}");
            Ok(me.done(&to, "translation").into_response())
        }
        Err(problem) if answerable(&problem) => {
            let item = (
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            );
            let wanted = Wanted {
                lang: Some(lang),
                only: false,
            };
            let view = view(me, &open, wanted, (Some(form), vec![item])).await?;
            Ok(shown(problem.status, &view))
        }
        Err(problem) => Err(problem),
    }
}

/// Browsers send line ends as two characters; what is kept has one.
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n")
}

fn written(open: &Open, form: &PostForm) -> Translate {
    let mut act = Translate {
        lang: form.text("lang").to_owned(),
        ..Translate::default()
    };
    let content = &open.request.content;
    let now = translation::passages(&open.template, content, &act.lang);
    for (name, value) in form.pairs() {
        let value = plain(value);
        if let Some(at) = name.strip_prefix("to:") {
            act.texts.insert(at.to_owned(), value);
        } else if let Some(at) = name.strip_prefix("from:") {
            let same = |p: &translation::Passage| p.at == at && plain(&p.text) == value;
            if !now.iter().any(same) {
                act.originals.insert(at.to_owned(), value);
            }
        } else if let Some(at) = name.strip_prefix("still:") {
            act.still.insert(at.to_owned());
        }
    }
    act
}

fn certificate_of(form: &PostForm) -> Result<Certify, Problem> {
    Ok(Certify {
        lang: form.text("lang").to_owned(),
        translator: form.need("translator")?.to_owned(),
        competence: form.need("competence")?.to_owned(),
        sworn: form.need("sworn")? == "yes",
        on: form::posted_date(form, "on").ok_or_else(|| Problem::input("MISSING", "on"))?,
        statement: plain(form.need("statement")?),
    })
}

/// The languages on offer: those there are translations in, those the addressee reads, and the six.
fn offered(open: &Open, states: &States) -> Vec<String> {
    let request = &open.request;
    let original = request.content.pointer("/languages/original");
    let original = original.and_then(|v| v.as_str()).map(primary);
    let entry = states.entry(&request.to);
    let authority = entry
        .and_then(|entry| {
            entry
                .authorities
                .iter()
                .find(|a| a.id == request.to_authority)
        })
        .map(|a| a.languages.clone())
        .filter(|langs| !langs.is_empty());
    let accepted = authority
        .or_else(|| entry.map(|entry| entry.profile.request_languages.clone()))
        .unwrap_or_default();
    let there = translation::languages(&request.content);
    let six = Lang::ALL.iter().map(|lang| lang.code().to_owned());
    let mut seen = BTreeSet::new();
    there
        .into_iter()
        .chain(accepted.iter().map(|tag| primary(tag)))
        .chain(six)
        .filter(|lang| Some(lang) != original.as_ref() && seen.insert(lang.clone()))
        .collect()
}

async fn view(
    me: &Signed,
    open: &Open,
    wanted: Wanted,
    (form, items): (Option<&PostForm>, Vec<(String, String)>),
) -> Result<Translation, Problem> {
    let (request, states) = (&open.request, States::read(me).await?);
    let page = me
        .page("trans-title")
        .band(&request.label)
        .wrong(!items.is_empty());
    let offered = offered(open, &states);
    let lang = wanted
        .lang
        .map(|tag| primary(&tag))
        .filter(|lang| matches!(lang.len(), 2 | 3))
        .or_else(|| offered.first().cloned())
        .unwrap_or_else(|| "en".to_owned());
    let content = request.content_now();
    let all = requests::beside(&open.template, &content, &lang);
    let may_write = request.stage == Stage::Draft
        && request.side == Side::Outgoing
        && page.may(Verb::RequestEdit);
    let from = content.pointer("/languages/original");
    let original_lang = primary(from.and_then(|v| v.as_str()).unwrap_or_default());
    Ok(Translation {
        errors: Errors::of(&page, items),
        request: request.id.to_string(),
        number: request.number.clone(),
        version: request.version,
        langs: offered
            .iter()
            .map(|code| (code.clone(), tongue(&page, code), *code == lang))
            .collect(),
        from: tongue(&page, &original_lang),
        into: tongue(&page, &lang),
        counts: counts(&page, &all),
        rows: rows(&page, open, &all, (wanted.only, form)),
        only: wanted.only,
        certificate: held(&page, open, &content, &lang),
        certify: if may_write && !all.is_empty() {
            questions(&page, form)
        } else {
            Vec::new()
        },
        may_write,
        original_lang,
        lang,
        page,
    })
}

fn counts(page: &Page, all: &[Beside]) -> String {
    let of = |states: &[PassageState]| all.iter().filter(|b| states.contains(&b.state)).count();
    let args = [
        ("n", all.len()),
        ("done", all.len() - of(&[PassageState::Missing])),
        ("certified", of(&[PassageState::Certified])),
        (
            "changed",
            of(&[PassageState::Changed, PassageState::Outdated]),
        ),
    ];
    let args = args
        .iter()
        .map(|(name, n)| ((*name).to_owned(), n.to_string()))
        .collect();
    crate::words::say_map(page.lang, "trans-counts", &args)
}

fn rows(
    page: &Page,
    open: &Open,
    all: &[Beside],
    (only, form): (bool, Option<&PostForm>),
) -> Vec<Row> {
    let typed = |name: String| form.and_then(|form| form.get(&name)).map(plain);
    let open_only = |b: &&Beside| {
        let done = matches!(b.state, PassageState::Certified | PassageState::Translated);
        !only || !done
    };
    let one = |b: &Beside| {
        let at = &b.passage.at;
        let original = typed(format!("from:{at}")).unwrap_or_else(|| b.passage.text.clone());
        let translation = typed(format!("to:{at}"));
        let translation = translation.unwrap_or_else(|| b.translation.clone().unwrap_or_default());
        Row {
            label: label(open, at),
            id: form::anchor(at),
            lines: lines(&original).max(lines(&translation)),
            badge: badge(page, b.state),
            late: b.state == PassageState::Outdated,
            at: at.clone(),
            original,
            translation,
        }
    };
    all.iter().filter(open_only).map(one).collect()
}

/// Rows that a text needs in half a page, within reason.
fn lines(text: &str) -> usize {
    let wrapped = |line: &str| line.chars().count() / 48 + 1;
    text.lines().map(wrapped).sum::<usize>().clamp(2, 14)
}

fn badge(page: &Page, state: PassageState) -> Badge {
    let tone = match state {
        PassageState::Missing => Tone::Waiting,
        PassageState::Outdated | PassageState::Changed => Tone::Ended,
        PassageState::Translated => Tone::Active,
        PassageState::Certified => Tone::Done,
    };
    Badge::new(tone, page.code("trans-state", state.code()))
}

/// What a text is called: its question, and the entry it stands in.
fn label(open: &Open, at: &str) -> String {
    let tagged = format!("{at}/text");
    let is = |field: &paper::template::Field| field.pointer == at || field.pointer == tagged;
    for section in &open.sections {
        let entries = section.repeat.iter().flat_map(|repeat| &repeat.entries);
        for entry in entries {
            if let Some(field) = entry.fields.iter().find(|f| is(f)) {
                return format!("{} · {}", entry.title, field.label);
            }
        }
        if let Some(field) = section.fields.iter().find(|f| is(f)) {
            return field.label.clone();
        }
    }
    at.to_owned()
}

fn held(page: &Page, open: &Open, content: &serde_json::Value, lang: &str) -> Option<Held> {
    let certificate = translation::certificates(content)
        .into_iter()
        .find(|c| c.lang == lang)?;
    let holds = requests::holds(&open.template, content, &certificate);
    let said = page.say(match holds {
        true => "trans-cert-holds",
        false => "trans-cert-broken",
    });
    let day = certificate.on.parse::<jiff::civil::Date>();
    let on = day.map_or(certificate.on.clone(), |day| {
        paper::words::date(page.lang, day)
    });
    let sworn = match certificate.sworn {
        Some(true) => page.say("word-yes"),
        Some(false) => page.say("word-no"),
        None => String::new(),
    };
    let mut facts: Vec<(String, String)> = [
        ("translator", certificate.translator),
        ("competence", certificate.competence),
        ("sworn", sworn),
        ("certified_on", on),
        ("statement", certificate.statement),
    ]
    .into_iter()
    .map(|(name, value)| (page.say(&question(name)), value))
    .collect();
    facts.retain(|(_, value)| !value.is_empty());
    Some(Held {
        holds,
        said,
        facts,
        sha256: certificate.sha256,
        paper: format!("/requests/{}/paper/translation", open.request.id),
    })
}

/// The key of a question of the certificate: the same words as in the form.
fn question(name: &str) -> String {
    format!("common-languages-translations-{name}")
}

fn questions(page: &Page, form: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let hint = |name: &str| page.say(&format!("{}.help", question(name)));
    let statement = match typed("statement") {
        text if text.is_empty() => page.say("trans-cert-default"),
        text => text,
    };
    let sworn = ["yes", "no"]
        .map(|code| {
            let word = page.say(&format!("word-{code}"));
            Choice::new(code, word, typed("sworn") == code)
        })
        .into();
    vec![
        Field::text(
            "translator",
            page.say(&question("translator")),
            typed("translator"),
        )
        .hint(hint("translator"))
        .required(),
        Field::text(
            "competence",
            page.say(&question("competence")),
            typed("competence"),
        )
        .hint(hint("competence"))
        .required(),
        Field::radios("sworn", page.say(&question("sworn")), sworn).required(),
        Field::date(
            page,
            "on",
            page.say(&question("certified_on")),
            form::typed_date(form, "on"),
        ),
        Field::area("statement", page.say(&question("statement")), statement)
            .rows(3)
            .required(),
    ]
}
