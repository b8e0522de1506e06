//! `/requests/paper`: a request that came by letter. First the State, then the letter with its scan; the fields are then
//! written down on the pages of a draft.

use std::collections::BTreeMap;

use super::{
    Choice, Density, Errors, Field, File, IntoResponse, Lang, Page, PostForm, Problem, Purpose,
    Query, Redirect, RequestId, Response, Shown, Signed, StateCode, States, StatusCode, TakeDown,
    Upload, Wrong, about_letter, judged, letter, mendable, paper_of, requests, shown,
};
use model::Urgency;
use office::directory::StateEntry;
use paper::template::Wording as _;

#[derive(Debug, askama::Template)]
#[template(path = "letters/came.html")]
pub(super) struct Came {
    page: Page,
    errors: Errors,
    choose: Field,
    questions: Option<(String, String, Vec<Field>, Field)>,
}

pub(super) async fn ask(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Came>, Problem> {
    let chosen = query.get("from").and_then(|code| code.parse().ok());
    page(&me, chosen, (None, None)).await.map(Shown)
}

/// The States without a node: those entered by hand first, then those of the world.
pub(in crate::pages) async fn without_node(
    me: &Signed,
    states: &States,
) -> Result<Vec<StateEntry>, Problem> {
    let reader = me.read(Purpose::Administration).await?;
    let known = |code: &StateCode| states.entry(code).is_some();
    let mut all: Vec<StateEntry> = states
        .all()
        .iter()
        .filter(|entry| !entry.ours && !entry.by_node)
        .cloned()
        .collect();
    let world = model::state::World::built_in()
        .states()
        .map(|country| &country.code);
    all.extend(
        world
            .filter(|code| !known(code))
            .filter_map(|code| reader.of_the_world(code)),
    );
    Ok(all)
}

async fn page(
    me: &Signed,
    chosen: Option<StateCode>,
    (form, wrong): (Option<&PostForm>, Wrong),
) -> Result<Came, Problem> {
    let states = States::read(me).await?;
    let page = me
        .page("letter-came-title")
        .density(Density::Form)
        .wrong(wrong.is_some());
    let all = without_node(me, &states).await?;
    let entry = chosen.and_then(|code| all.iter().find(|entry| entry.code == code));
    let questions = entry.map(|entry| {
        let file =
            Field::file("file", page.say("letter-file"), "").hint(page.say("letter-file-hint"));
        (
            entry.code.to_string(),
            entry.profile.name_in(page.lang).to_owned(),
            judged(questions(me, &page, entry, form), &wrong),
            file,
        )
    });
    let mut choices: Vec<Choice> = all
        .iter()
        .map(|entry| Choice::new(entry.code.as_str(), entry.profile.name_in(page.lang), false))
        .collect();
    choices.sort_by_key(|choice| choice.text.to_lowercase());
    Ok(Came {
        errors: Errors::of(&page, wrong.into_iter().collect()),
        choose: Field::select("from", page.say("letter-came-state"), choices),
        questions,
        page,
    })
}

fn questions(me: &Signed, page: &Page, entry: &StateEntry, form: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| form.map_or("", |form| form.text(name)).to_owned();
    let one = entry.authorities.len() == 1;
    let authorities = entry.authorities.iter().map(|authority| {
        let id = authority.id.to_string();
        let on = one || typed("authority") == id;
        Choice::new(id, authority.name_in(page.lang), on)
    });
    let kinds = me.office().forms().newest().map(|form| {
        let on = typed("template") == form.name;
        Choice::new(form.name.clone(), form.title(page.lang), on)
    });
    let langs = Lang::ALL.iter().map(|lang| {
        let first = form.is_none() && *lang == page.lang;
        Choice::new(
            lang.code(),
            lang.own_name(),
            first || typed("lang") == lang.code(),
        )
    });
    let urgencies = Urgency::ALL.iter().map(|urgency| {
        let code = urgency.code();
        let first = form.is_none() && *urgency == Urgency::Normal;
        Choice::new(
            code,
            page.code("urgency", code),
            first || typed("urgency") == code,
        )
    });
    let mut fields = vec![
        Field::radios(
            "authority",
            page.say("letter-came-authority"),
            authorities.collect(),
        )
        .required(),
        Field::select("template", page.say("case-new-template"), kinds.collect()).width("half"),
        Field::select("lang", page.say("letter-came-lang"), langs.collect()).width("half"),
        Field::radios("urgency", page.say("case-urgency"), urgencies.collect()).required(),
    ];
    let theirs = typed("their_reference");
    fields.push(
        Field::text("their_reference", page.say("letter-came-reference"), theirs)
            .width("half")
            .optional(page),
    );
    fields.extend(about_letter(page, &typed));
    fields
}

pub(super) async fn begin(me: Signed, upload: Upload) -> Result<Response, Problem> {
    let (form, file) = upload.open().await?;
    match taken(&me, &form, file).await {
        Ok(id) => Ok(Redirect::to(&format!("/requests/{id}/draft")).into_response()),
        Err(problem) => {
            let wrong = mendable(&me, problem)?;
            let chosen = form.parsed("from").ok();
            let page = page(&me, chosen, (Some(&form), wrong)).await?;
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
    }
}

async fn taken(me: &Signed, form: &PostForm, file: Option<File>) -> Result<RequestId, Problem> {
    let template = crate::pages::requests::start::template(me, form)?;
    let act = TakeDown {
        act: form.act()?,
        letter: letter(form)?,
        template: template.name.clone(),
        from: form.parsed("from")?,
        from_authority: form.parsed("authority")?,
        their_reference: Some(form.text("their_reference").trim().to_owned()),
        lang: form.parsed("lang")?,
        urgency: form.parsed("urgency")?,
        content: template.blank(),
    };
    Ok(requests::take_down(me.office(), me.actor(), act, paper_of(file)).await?)
}
