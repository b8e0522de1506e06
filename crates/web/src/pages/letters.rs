//! Cases kept on paper: the letters of a case, a request that came by letter, States without a node. What a letter tells is
//! entered as one act of the other side; each kind of act has its questions, in one table.

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing;
use http::StatusCode;
use jiff::civil::Date;
use model::request::{Channel, Ground};
use model::{EvidenceId, Lang, Purpose, RequestId, Side, StateCode, Verb, limits};
use office::partners;
use office::requests::{self, Letter, On, Paper, Plain, TakeDown, Tell};
use serde::Deserialize;
use serde_json::{Value, json};

use super::people::{Wrong, judged, mendable};
use super::requests::told::States;
use crate::app::App;
use crate::csrf::File;
use crate::page::{Density, Page, Shown, shown};
use crate::part::{Choice, Errors, Field, When};
use crate::routes::{Need, Row, any, get, post};
use crate::{PostForm, Problem, Signed, Upload, api};

pub(super) mod came;

const READ: Need = any(&[Verb::RequestRead]);
const TAKE: Need = any(&[Verb::RequestTakeDown]);
const ENTER: Need = any(&[Verb::DirectoryEnter]);

/// The routes of cases kept on paper.
pub const ROUTES: &[Row] = &[
    get("/requests/paper", TAKE),
    post("/requests/paper", TAKE),
    post("/requests/{id}/enter", any(&[Verb::RequestEnter])),
    get("/requests/{id}/letters", READ),
    post("/requests/{id}/letters", any(&[Verb::RequestTell])),
    get("/requests/{id}/letters/{scan}", READ),
    get("/directory/enter", ENTER),
    post("/directory/enter", ENTER),
];

/// Cases kept on paper.
pub fn routes() -> Router<App> {
    Router::new()
        .route("/requests/paper", routing::get(came::ask).post(came::begin))
        .route("/requests/{id}/enter", routing::post(enter))
        .route("/requests/{id}/letters", routing::get(show).post(tell))
        .route("/requests/{id}/letters/{scan}", routing::get(scan))
        .route("/directory/enter", routing::get(states).post(enter_states))
}

/// A question about what a letter tells: its name in the message, and what it is.
#[derive(Clone, Copy)]
enum Ask {
    /// A line that must be there.
    Line(&'static str),
    /// Text that must be there.
    Text(&'static str),
    /// Text that may be there.
    Note(&'static str),
    /// A day that may be there.
    Day(&'static str),
    /// What is asked for, one item a line.
    Items,
    /// Conditions, one a line.
    Conditions,
    /// A ground of refusal.
    Ground,
    /// What was done, on which day, under which law.
    Report,
}

/// One thing that can be told: its code, the kind of message, on which side of a case, and what is asked.
struct Told {
    code: &'static str,
    kind: &'static str,
    sides: &'static [Side],
    asks: &'static [Ask],
}

const OUT: &[Side] = &[Side::Outgoing];
const IN: &[Side] = &[Side::Incoming];
const BOTH: &[Side] = &[Side::Outgoing, Side::Incoming];

/// Everything that is told by letter, in the order of a case's life.
#[rustfmt::skip]
const TOLD: &[Told] = &[
    Told { code: "dispatched", kind: "Dispatched", sides: BOTH, asks: &[] },
    Told { code: "delivered", kind: "Delivered", sides: OUT, asks: &[] },
    Told { code: "acknowledged", kind: "Acknowledged", sides: OUT, asks: &[Ask::Line("reference"), Ask::Line("officer_function"), Ask::Day("next_date")] },
    Told { code: "asked", kind: "InfoRequested", sides: OUT, asks: &[Ask::Items, Ask::Day("answer_by")] },
    Told { code: "consulted", kind: "Consultation", sides: OUT, asks: &[Ask::Items, Ask::Day("answer_by")] },
    Told { code: "accepted", kind: "Accepted", sides: OUT, asks: &[Ask::Text("reasons"), Ask::Conditions] },
    Told { code: "postponed", kind: "Postponed", sides: OUT, asks: &[Ask::Text("reasons"), Ask::Day("review_by")] },
    Told { code: "refused", kind: "Refused", sides: OUT, asks: &[Ask::Ground, Ask::Text("reasons")] },
    Told { code: "begun", kind: "InExecution", sides: OUT, asks: &[Ask::Note("note")] },
    Told { code: "partly_executed", kind: "PartlyExecuted", sides: OUT, asks: &[Ask::Report] },
    Told { code: "executed", kind: "Executed", sides: OUT, asks: &[Ask::Report] },
    Told { code: "returned", kind: "Returned", sides: OUT, asks: &[Ask::Text("certificate")] },
    Told { code: "answered", kind: "Answered", sides: IN, asks: &[Ask::Text("note")] },
    Told { code: "received", kind: "ReturnReceived", sides: IN, asks: &[] },
    Told { code: "withdrawn", kind: "Withdrawn", sides: IN, asks: &[Ask::Text("reason")] },
    Told { code: "closed", kind: "Closed", sides: BOTH, asks: &[Ask::Note("note")] },
];

#[derive(Debug, askama::Template)]
#[template(path = "letters/index.html")]
struct Index {
    page: Page,
    errors: Errors,
    request: String,
    number: String,
    version: i64,
    /// What came and went, newest first: what, the letter in words, its scan, who entered it and when.
    letters: Vec<LetterLine>,
    /// What can be entered: code and word.
    kinds: Vec<(&'static str, String)>,
    form: Option<Entry>,
}

#[derive(Debug)]
struct LetterLine {
    what: String,
    who: String,
    letter: String,
    scan: Option<(String, String)>,
    by: String,
    noted: When,
}

#[derive(Debug)]
struct Entry {
    code: &'static str,
    title: String,
    fields: Vec<Field>,
    file: Field,
}

#[derive(Debug, Deserialize)]
struct Wanted {
    what: Option<String>,
}

async fn show(
    me: Signed,
    Path(id): Path<RequestId>,
    Query(wanted): Query<Wanted>,
) -> Result<Shown<Index>, Problem> {
    let wanted = wanted.what.unwrap_or_default();
    index(&me, id, &wanted, (None, None)).await.map(Shown)
}

fn told(code: &str, side: Side) -> Option<&'static Told> {
    TOLD.iter()
        .find(|told| told.code == code && told.sides.contains(&side))
}

async fn index(
    me: &Signed,
    id: RequestId,
    what: &str,
    (form, wrong): (Option<&PostForm>, Wrong),
) -> Result<Index, Problem> {
    let request = me.request(id).await?;
    let states = States::read(me).await?;
    let names = me.read(Purpose::Mla).await?.names().await?;
    let page = me
        .page("letter-title")
        .band(&request.label)
        .wrong(wrong.is_some());
    let may = page.may(Verb::RequestTell) && request.is_on_paper() && !request.stage.is_unsent();
    let kinds = TOLD
        .iter()
        .filter(|told| may && told.sides.contains(&request.side));
    let entry = told(what, request.side).filter(|_| may).map(|told| Entry {
        code: told.code,
        title: page.code("letter-told", told.code),
        fields: judged(questions(&page, told, form), &wrong),
        file: Field::file("file", page.say("letter-file"), "").hint(page.say("letter-file-hint")),
    });
    let letters = request.events.iter().rev().filter_map(|event| {
        let entered = event.entered.as_deref()?;
        let scan = entered
            .scan
            .and_then(|id| request.scans.iter().find(|scan| scan.id == id));
        let name = names.iter().find(|(id, _)| Some(*id) == entered.by);
        let mut letter = vec![
            page.code("letter-channel", entered.channel.code()),
            paper::words::date(page.lang, entered.on),
        ];
        letter.extend(entered.number.clone());
        Some(LetterLine {
            what: page.code("verb", &event.verb),
            who: states.name(&event.by.state),
            letter: letter.join(" · "),
            scan: scan.map(|scan| {
                (
                    format!("/requests/{id}/letters/{}", scan.id),
                    scan.file_name.clone(),
                )
            }),
            by: name.map(|(_, name)| name.clone()).unwrap_or_default(),
            noted: page.when(&event.noted),
        })
    });
    Ok(Index {
        errors: Errors::of(&page, wrong.into_iter().collect()),
        request: id.to_string(),
        number: request.number.clone(),
        version: request.version,
        letters: letters.collect(),
        kinds: kinds
            .map(|told| (told.code, page.code("letter-told", told.code)))
            .collect(),
        form: entry,
        page,
    })
}

/// The questions about the letter itself.
fn about_letter(page: &Page, typed: &dyn Fn(&str) -> String) -> Vec<Field> {
    let roads = Channel::ALL.iter().filter(|road| **road != Channel::Docket);
    let channels = roads.map(|channel| {
        let code = channel.code();
        Choice::new(
            code,
            page.code("letter-channel", code),
            typed("channel") == code,
        )
    });
    vec![
        Field::select("channel", page.say("letter-channel"), channels.collect()).width("half"),
        Field::text("on", page.say("letter-on"), typed("on"))
            .hint(page.say("letter-on-hint"))
            .line("date")
            .width("short")
            .required(),
        Field::text("number", page.say("letter-number"), typed("number"))
            .width("half")
            .optional(page),
    ]
}

fn questions(page: &Page, told: &Told, form: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let mut fields = about_letter(page, &typed);
    let day = |name: &str| {
        Field::text(name, page.code("letter-ask", name), typed(name))
            .line("date")
            .width("short")
    };
    for ask in told.asks {
        match *ask {
            Ask::Line(name) => fields
                .push(Field::text(name, page.code("letter-ask", name), typed(name)).required()),
            Ask::Text(name) => fields
                .push(Field::area(name, page.code("letter-ask", name), typed(name)).required()),
            Ask::Note(name) => fields
                .push(Field::area(name, page.code("letter-ask", name), typed(name)).optional(page)),
            Ask::Day(name) => fields.push(day(name).optional(page)),
            Ask::Items => fields.push(
                Field::area("items", page.say("letter-ask-items"), typed("items"))
                    .hint(page.say("letter-one-a-line"))
                    .required(),
            ),
            Ask::Conditions => fields.push(
                Field::area(
                    "conditions",
                    page.say("letter-ask-conditions"),
                    typed("conditions"),
                )
                .hint(page.say("letter-one-a-line"))
                .optional(page),
            ),
            Ask::Ground => fields.push(grounds(page, &typed("ground"))),
            Ask::Report => fields.extend([
                Field::area("what", page.say("letter-ask-what"), typed("what")).required(),
                day("done_on").required(),
                Field::text("law", page.say("letter-ask-law"), typed("law")).required(),
            ]),
        }
    }
    fields
}

/// Every ground of the closed list: what the other State said is written down, whether it was available or not.
fn grounds(page: &Page, chosen: &str) -> Field {
    let choices = Ground::ALL.iter().map(|ground| {
        let code = ground.code();
        Choice::new(code, page.code("case-ground", code), chosen == code)
    });
    Field::select("ground", page.say("letter-ask-ground"), choices.collect()).required()
}

/// What the form says, as the other side's node would have told it.
fn message(told: &Told, form: &PostForm) -> Result<Value, Problem> {
    let mut message = json!({ "kind": told.kind });
    let mut say = |name: &str, value: Value| {
        if let Some(fields) = message.as_object_mut() {
            fields.insert(name.to_owned(), value);
        }
    };
    for ask in told.asks {
        match *ask {
            Ask::Line(name) | Ask::Text(name) => say(name, json!(form.need(name)?)),
            Ask::Note(name) => {
                let text = form.text(name).trim();
                say(name, json!((!text.is_empty()).then_some(text)));
            }
            Ask::Day(name) => say(name, json!(day(form, name)?)),
            Ask::Items => {
                form.need("items")?;
                let item = |text| json!({ "code": "letter", "field": "", "text": text });
                say("items", form.lines("items").into_iter().map(item).collect());
            }
            Ask::Conditions => say("conditions", json!(form.lines("conditions"))),
            Ask::Ground => say("ground", json!(form.need("ground")?)),
            Ask::Report => {
                let on =
                    day(form, "done_on")?.ok_or_else(|| Problem::input("MISSING", "done_on"))?;
                let (what, law) = (form.need("what")?, form.need("law")?);
                say("report", json!({ "what": what, "on": on, "law": law }));
            }
        }
    }
    match told.kind {
        "Answered" => say("changes", json!([])),
        "ReturnReceived" => say("verified", json!([])),
        "Returned" => say("items", json!([])),
        _ => {}
    }
    Ok(message)
}

fn day(form: &PostForm, name: &str) -> Result<Option<Date>, Problem> {
    match form.text(name) {
        "" => Ok(None),
        text => text
            .parse()
            .map(Some)
            .map_err(|_| Problem::input("MALFORMED", name)),
    }
}

fn letter(form: &PostForm) -> Result<Letter, Problem> {
    Ok(Letter {
        channel: form.parsed("channel")?,
        on: day(form, "on")?.ok_or_else(|| Problem::input("MISSING", "on"))?,
        number: Some(form.text("number").trim().to_owned()),
    })
}

type FileBody = futures_util::stream::BoxStream<'static, std::io::Result<bytes::Bytes>>;

fn paper_of(file: Option<File>) -> Option<Paper<FileBody>> {
    file.map(|file| Paper {
        file_name: file.name,
        media_type: file.media_type,
        body: file.body,
    })
}

async fn tell(me: Signed, Path(id): Path<RequestId>, upload: Upload) -> Result<Response, Problem> {
    let (form, file) = upload.open().await?;
    match tell_of(&me, id, (&form, file)).await {
        Ok(()) => Ok(me
            .done(&format!("/requests/{id}/letters"), "letter-told")
            .into_response()),
        Err(problem) => {
            let wrong = mendable(&me, problem)?;
            let page = index(&me, id, form.text("what_told"), (Some(&form), wrong)).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

async fn tell_of(
    me: &Signed,
    id: RequestId,
    (form, file): (&PostForm, Option<File>),
) -> Result<(), Problem> {
    let request = me.request(id).await?;
    let told = told(form.text("what_told"), request.side)
        .ok_or_else(|| Problem::input("MALFORMED", "what_told"))?;
    let on = On {
        act: form.act()?,
        request: id,
        version: form.version()?,
        what: Tell {
            letter: letter(form)?,
            message: message(told, form)?,
        },
    };
    requests::tell(me.office(), me.actor(), on, paper_of(file)).await?;
    Ok(())
}

async fn scan(
    me: Signed,
    Path((id, scan)): Path<(RequestId, EvidenceId)>,
) -> Result<Response, Problem> {
    let (scan, body) = requests::scan(me.office(), me.actor(), (id, scan)).await?;
    let body = Body::from_stream(body);
    Ok(api::evidence::download(
        &scan.file_name,
        scan.size_bytes,
        body,
    ))
}

async fn enter(me: Signed, Path(id): Path<RequestId>, form: PostForm) -> Result<Redirect, Problem> {
    let on = On {
        act: form.act()?,
        request: id,
        version: form.version()?,
        what: Plain {},
    };
    requests::enter(me.office(), me.actor(), on).await?;
    Ok(me.done(&format!("/requests/{id}"), "entered"))
}

#[derive(Debug, askama::Template)]
#[template(path = "letters/states.html")]
struct EnterStates {
    page: Page,
    errors: Errors,
    file: Field,
}

fn states_form(me: &Signed, wrong: Wrong) -> EnterStates {
    let page = me
        .page("letter-states-title")
        .density(Density::Form)
        .wrong(wrong.is_some());
    let file = Field::file(
        "file",
        page.say("letter-states-file"),
        ".json,application/json",
    );
    EnterStates {
        file: judged(vec![file], &wrong)
            .pop()
            .unwrap_or_else(|| Field::file("file", "", "")),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        page,
    }
}

async fn states(me: Signed) -> Shown<EnterStates> {
    Shown(states_form(&me, None))
}

async fn enter_states(me: Signed, upload: Upload) -> Result<Response, Problem> {
    let (form, file) = upload.open().await?;
    match entered_states(&me, &form, file).await {
        Ok(()) => Ok(me.done("/directory", "states-entered").into_response()),
        Err(problem) => {
            let wrong = mendable(&me, problem)?;
            Ok(shown(
                StatusCode::UNPROCESSABLE_ENTITY,
                &states_form(&me, wrong),
            ))
        }
    }
}

async fn entered_states(me: &Signed, form: &PostForm, file: Option<File>) -> Result<(), Problem> {
    let file = file.ok_or_else(|| Problem::input("MISSING", "file"))?;
    let bytes = file.whole(limits::STATES_FILE_BYTES_MAX).await?;
    let file =
        String::from_utf8(bytes.to_vec()).map_err(|_| Problem::input("MALFORMED", "file"))?;
    let act = partners::Enter {
        act: form.act()?,
        file,
    };
    partners::enter(me.office(), me.actor(), act).await?;
    Ok(())
}
