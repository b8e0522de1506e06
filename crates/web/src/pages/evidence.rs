//! Evidence of a case: attaching a file as it streams in, and one piece with its integrity, its custody and its bytes.

use axum::Router;
use axum::body::Body;
use axum::extract::{DefaultBodyLimit, Path};
use axum::response::{IntoResponse, Response};
use axum::routing;
use http::StatusCode;
use model::id::{EvidenceId, RequestId};
use model::request::{EvidenceItem, Origin, Request};
use model::{Verb, limits};
use office::evidence::{self, Attach, ItemReport, Which};

use super::requests::form::{posted_date, typed_date};
use super::requests::show::{custody_word, evidence_badge};
use super::requests::told::States;
use crate::api;
use crate::app::App;
use crate::csrf::File;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Badge, Choice, Errors, Field, When};
use crate::routes::{Row, any, get, post};
use crate::words;
use crate::{PostForm, Problem, Signed, Upload};

mod provenance;

/// The routes of the evidence.
pub const ROUTES: &[Row] = &[
    get("/requests/{id}/evidence/new", any(&[Verb::EvidenceAttach])),
    post("/requests/{id}/evidence/new", any(&[Verb::EvidenceAttach])),
    get(
        "/requests/{id}/evidence/{evidence}",
        any(&[Verb::RequestRead]),
    ),
    post(
        "/requests/{id}/evidence/{evidence}/verify",
        any(&[Verb::RequestRead]),
    ),
    get(
        "/requests/{id}/evidence/{evidence}/download",
        any(&[Verb::RequestRead]),
    ),
];

/// Kinds of evidence, as codes.
const KINDS: [&str; 6] = [
    "document",
    "electronic",
    "statement",
    "recording",
    "object",
    "other",
];

/// Evidence.
pub fn routes() -> Router<App> {
    // The vault has its own limit; a stream is never held in memory.
    let new = routing::get(form)
        .post(attach)
        .layer(DefaultBodyLimit::disable());
    Router::new()
        .route("/requests/{id}/evidence/new", new)
        .route("/requests/{id}/evidence/{evidence}", routing::get(show))
        .route(
            "/requests/{id}/evidence/{evidence}/verify",
            routing::post(verify),
        )
        .route(
            "/requests/{id}/evidence/{evidence}/download",
            routing::get(download),
        )
}

#[derive(Debug, askama::Template)]
#[template(path = "evidence/attach.html")]
struct New {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    version: i64,
    fields: Vec<Field>,
    file: Field,
}

#[derive(Debug, askama::Template)]
#[template(path = "evidence/show.html")]
struct One {
    page: Page,
    request: String,
    number: String,
    title: String,
    whole: Badge,
    checks: Vec<Check>,
    verified_at: Option<String>,
    broken: bool,
    missing: bool,
    unopened: bool,
    evidence: String,
    facts: Vec<(String, String)>,
    sha256: String,
    chain: Vec<Link>,
}

#[derive(Debug)]
struct Check {
    ok: bool,
    text: String,
}

#[derive(Debug)]
struct Link {
    what: String,
    at: When,
    by: String,
    why: String,
    previous: Option<String>,
}

async fn form(me: Signed, Path(id): Path<RequestId>) -> Result<Shown<New>, Problem> {
    let request = me.request(id).await?;
    Ok(Shown(new(&me, &request, None, Vec::new())))
}

fn new(
    me: &Signed,
    request: &Request,
    form: Option<&PostForm>,
    items: Vec<(String, String)>,
) -> New {
    let page = me
        .page("case-ev-add-title")
        .density(Density::Form)
        .band(&request.label)
        .wrong(!items.is_empty())
        .module("upload");
    let wrong = |name: &str| wrong(&items, name);
    let most = paper::words::size(page.lang, limits::EVIDENCE_ITEM_BYTES_MAX);
    let mut fields = fields(&page, form, &items);
    fields.extend(provenance::fields(&page, request, form, &items));
    New {
        errors: Errors::of(&page, items.clone()),
        request: request.id.to_string(),
        number: request.number.clone(),
        version: request.version,
        file: Field::file("file", page.say("case-ev-file"), "")
            .hint(page.say1("case-ev-file-hint", "max", most))
            .error(wrong("file")),
        fields,
        page,
    }
}

/// What is wrong with an input, if anything.
fn wrong(items: &[(String, String)], name: &str) -> Option<String> {
    let of = |(field, _): &&(String, String)| field == name;
    items.iter().find(of).map(|(_, text)| text.clone())
}

fn fields(page: &Page, form: Option<&PostForm>, items: &[(String, String)]) -> Vec<Field> {
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let wrong = |name: &str| wrong(items, name);
    let kinds = KINDS
        .iter()
        .map(|kind| {
            Choice::new(
                *kind,
                page.code("case-ev-kind", kind),
                typed("kind") == *kind,
            )
        })
        .collect();
    vec![
        Field::text("title", page.say("case-ev-name"), typed("title"))
            .hint(page.say("case-ev-name-hint"))
            .required()
            .error(wrong("title")),
        Field::select("kind", page.say("case-ev-kind"), kinds).width("half"),
        Field::text(
            "collected_by",
            page.say("case-ev-collected-by"),
            typed("collected_by"),
        )
        .required()
        .error(wrong("collected_by")),
        Field::date(
            page,
            "collected_on",
            page.say("case-ev-collected-on"),
            typed_date(form, "collected_on"),
        )
        .error(wrong("collected_on")),
        Field::text("place", page.say("case-ev-place"), typed("place"))
            .required()
            .error(wrong("place")),
        Field::text("law", page.say("case-ev-law"), typed("law"))
            .required()
            .error(wrong("law")),
        Field::area(
            "certificate",
            page.say("case-ev-certificate"),
            typed("certificate"),
        )
        .hint(page.say("case-do-certificate-hint"))
        .error(wrong("certificate")),
        Field::area(
            "use_conditions",
            page.say("case-ev-use"),
            typed("use_conditions"),
        )
        .hint(page.say("case-ev-use-hint"))
        .required()
        .rows(2),
    ]
}

async fn attach(
    me: Signed,
    Path(id): Path<RequestId>,
    upload: Upload,
) -> Result<Response, Problem> {
    let (form, file) = upload.open().await?;
    let tried = match (read(id, &form, file.as_ref()), file) {
        (Ok(act), Some(file)) => evidence::attach(me.office(), me.actor(), act, file.body)
            .await
            .map_err(Problem::from),
        (Ok(_), None) => Err(Problem::input("MISSING", "file")),
        (Err(problem), _) => Err(problem),
    };
    match tried {
        Ok(_) => Ok(me
            .done(&format!("/requests/{id}"), "attached")
            .into_response()),
        Err(problem) if problem.status == StatusCode::UNPROCESSABLE_ENTITY => {
            let request = me.request(id).await?;
            let items = vec![(
                problem.field.clone().unwrap_or_default(),
                problem.text(me.lang()),
            )];
            Ok(shown(
                problem.status,
                &new(&me, &request, Some(&form), items),
            ))
        }
        Err(problem) => Err(problem),
    }
}

fn read(id: RequestId, form: &PostForm, file: Option<&File>) -> Result<Attach, Problem> {
    let day = posted_date(form, "collected_on")
        .ok_or_else(|| Problem::input("MISSING", "collected_on"))?;
    let collected_at = day
        .to_zoned(jiff::tz::TimeZone::UTC)
        .map_err(|_| Problem::input("MALFORMED", "collected_on"))?
        .timestamp();
    let text = |name: &str| form.need(name).map(ToOwned::to_owned);
    Ok(Attach {
        act: form.act()?,
        request: id,
        title: text("title")?,
        file_name: file.map(|file| file.name.clone()).unwrap_or_default(),
        media_type: file.map(|file| file.media_type.clone()).unwrap_or_default(),
        kind: text("kind")?,
        origin: Origin {
            collected_by: text("collected_by")?,
            collected_at,
            place: text("place")?,
            law: text("law")?,
        },
        certificate: text("certificate")?,
        use_conditions: text("use_conditions")?,
        provenance: provenance::read(form)?,
        limits: provenance::limits(form)?,
    })
}

async fn show(
    me: Signed,
    Path((id, evidence)): Path<(RequestId, EvidenceId)>,
) -> Result<Shown<One>, Problem> {
    view(&me, id, evidence, None).await.map(Shown)
}

/// Reads every byte again and every link of custody, and says what holds.
async fn verify(
    me: Signed,
    Path((id, evidence)): Path<(RequestId, EvidenceId)>,
    _: PostForm,
) -> Result<Shown<One>, Problem> {
    let report = Which { evidence }
        .check(me.office(), me.actor(), id)
        .await?;
    view(&me, id, evidence, Some(report)).await.map(Shown)
}

async fn view(
    me: &Signed,
    id: RequestId,
    evidence: EvidenceId,
    report: Option<ItemReport>,
) -> Result<One, Problem> {
    let request = me.request(id).await?;
    let item = request
        .evidence
        .iter()
        .find(|item| item.id == evidence)
        .ok_or_else(Problem::not_found)?;
    let page = me
        .page("case-ev-title")
        .titled(item.title.clone())
        .band(&request.label);
    let states = States::read(me).await?;
    let mut checks = Vec::new();
    let mut verified_at = item
        .verified
        .as_ref()
        .map(|verified| moment(&page, verified.at));
    let mut whole = evidence_badge(&page, item);
    let mut broken = item.verified.as_ref().is_some_and(|verified| !verified.ok);
    if let Some(report) = &report {
        let say = |ok: bool, good: &str, bad: &str| Check {
            ok,
            text: page.say(if ok { good } else { bad }),
        };
        checks.push(say(
            report.bytes_ok,
            "case-ev-bytes-ok",
            "case-ev-bytes-bad",
        ));
        checks.push(say(
            report.custody_ok,
            "case-ev-custody-ok",
            "case-ev-custody-bad",
        ));
        verified_at = Some(moment(&page, page.now));
        broken = !(report.bytes_ok && report.custody_ok);
        let (tone, key) = if broken {
            (crate::part::Tone::Ended, "case-ev-broken")
        } else {
            (crate::part::Tone::Done, "case-ev-whole")
        };
        whole = Badge::new(tone, page.say(key));
    }
    Ok(One {
        request: id.to_string(),
        number: request.number.clone(),
        title: item.title.clone(),
        missing: item.blob.is_none(),
        unopened: request.unopened().any(|other| other.id == item.id),
        evidence: evidence.to_string(),
        facts: facts(&page, item),
        sha256: item.sha256.to_string(),
        chain: chain(&page, &states, item),
        verified_at,
        checks,
        broken,
        whole,
        page,
    })
}

fn moment(page: &Page, at: jiff::Timestamp) -> String {
    page.say1(
        "case-ev-verified-at",
        "time",
        paper::words::time(page.lang, at, page.zone.to_offset(at)),
    )
}

fn facts(page: &Page, item: &EvidenceItem) -> Vec<(String, String)> {
    // Programs may name kinds that the form does not offer.
    let kind = match words::known(&words::key("case-ev-kind", &item.kind)) {
        true => page.code("case-ev-kind", &item.kind),
        false => item.kind.clone(),
    };
    let day = item
        .origin
        .collected_at
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date();
    let rows = [
        ("case-ev-file", item.file_name.clone()),
        ("case-ev-kind", kind),
        ("case-ev-type", item.media_type.clone()),
        (
            "case-ev-size",
            paper::words::size(page.lang, item.size_bytes),
        ),
        ("case-ev-collected-by", item.origin.collected_by.clone()),
        ("case-ev-collected-on", paper::words::date(page.lang, day)),
        ("case-ev-place", item.origin.place.clone()),
        ("case-ev-law", item.origin.law.clone()),
        ("case-ev-certificate", item.certificate_text.clone()),
        ("case-ev-use", item.use_conditions.clone()),
    ];
    rows.into_iter()
        .filter(|(_, value)| !value.is_empty())
        .map(|(key, value)| (page.say(key), value))
        .collect()
}

/// Whose hand it was: `XB:officer:…` as a State and an officer, a function as it is written.
fn hand(page: &Page, states: &States, by: &str) -> String {
    let Some((state, actor)) = by.split_once(':') else {
        return by.to_owned();
    };
    let Ok(code) = state.parse() else {
        return by.to_owned();
    };
    format!(
        "{} · {}",
        states.name(&code),
        super::ledger::actor(page, actor)
    )
}

fn chain(page: &Page, states: &States, item: &EvidenceItem) -> Vec<Link> {
    let link = |event: &model::request::CustodyEvent| Link {
        what: custody_word(page, &event.action),
        at: page.when(&event.at),
        by: hand(page, states, &event.by),
        why: event.why.clone(),
        previous: (event.previous != model::id::Digest::ZERO).then(|| event.previous.to_string()),
    };
    item.custody.iter().map(link).collect()
}

async fn download(
    me: Signed,
    Path((id, evidence)): Path<(RequestId, EvidenceId)>,
) -> Result<Response, Problem> {
    let (item, body) = evidence::stream(me.office(), me.actor(), (id, evidence)).await?;
    Ok(api::evidence::download(
        &item.file_name,
        item.size_bytes,
        Body::from_stream(body),
    ))
}
