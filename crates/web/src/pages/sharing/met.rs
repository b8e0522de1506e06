//! Cards that a check has met, at the border post and the screening desk: whose, what may be done, what to know, whom to call;
//! never why. And the report of an encounter: nothing leaves by it, the desk decides.

use std::collections::BTreeMap;

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::encounter::Report;
use model::label::Action;
use model::{CardId, Verb};
use office::cards::{self, MetCard, Reported};
use office::screening::CheckAnswer;

use super::told;
use crate::page::{Density, Page, Shown, shown};
use crate::pages::matched;
use crate::pages::people::{Wrong, judged, mendable};
use crate::pages::requests::told::States;
use crate::part::{Choice, Errors, Field, Hidden};
use crate::{PostForm, Problem, Signed};

/// Values shown of one kind of fact.
const FACT_VALUES_MAX: usize = 8;
/// What can have been done at a post.
const DONE: &[Action] = &[Action::Inspect, Action::SilentCheck, Action::Arrest];

/// A card that may be about whoever was asked for.
#[derive(Debug)]
pub(in crate::pages) struct Met {
    pub(in crate::pages) title: String,
    pub(in crate::pages) caption: String,
    pub(in crate::pages) score: u32,
    pub(in crate::pages) score_word: String,
    /// What was asked belongs to somebody else: said before all else.
    pub(in crate::pages) excluded: Vec<String>,
    pub(in crate::pages) actions: Vec<String>,
    /// Why no measure is taken on it: the desk has set it aside, or another State's card comes first.
    pub(in crate::pages) no_measure: Option<String>,
    pub(in crate::pages) warnings: Vec<String>,
    pub(in crate::pages) facts: Vec<(String, Vec<String>)>,
    pub(in crate::pages) call_owner: Vec<(String, String)>,
    pub(in crate::pages) call_ours: Vec<(String, String)>,
    /// The form "this is the person"; none where the reader may not report.
    pub(in crate::pages) form: Option<Form>,
}

/// The form by which an encounter is reported.
#[derive(Debug)]
pub(in crate::pages) struct Form {
    pub(in crate::pages) hidden: Hidden,
    pub(in crate::pages) card: String,
    pub(in crate::pages) check: String,
    pub(in crate::pages) fields: Vec<Field>,
}

/// The cards of an answer, those that say who is somebody else first.
pub(in crate::pages) fn met(
    me: &Signed,
    page: &Page,
    states: &States,
    found: &CheckAnswer,
) -> Vec<Met> {
    let mut cards: Vec<&MetCard> = found.cards.iter().collect();
    cards.sort_by_key(|card| {
        (
            card.excluded.is_empty(),
            !card.set_aside,
            card.gives_way_to.is_some(),
        )
    });
    let numbers = found.cards.iter().map(|card| (card.id, &card.number));
    let numbers: BTreeMap<CardId, &String> = numbers.collect();
    let ours = told::phones(page, states, (me.office().state(), None));
    let check = found.query.to_string();
    let card = |(n, card): (usize, &MetCard)| Met {
        title: page.say2(
            "share-met-title",
            ("state", &states.name(&card.owner)),
            ("number", &card.number),
        ),
        caption: card.hit.entity.caption.clone(),
        score: matched::points(card.hit.score),
        score_word: page.say1("border-score", "score", matched::points(card.hit.score)),
        excluded: card.excluded.clone(),
        actions: told::actions(page, &card.actions),
        no_measure: match (card.set_aside, card.gives_way_to) {
            (true, _) => Some(page.say("share-set-aside")),
            (false, None) => None,
            (false, Some(first)) => {
                let number = numbers.get(&first).map_or("", |number| number.as_str());
                Some(page.say1("share-gives-way", "number", number))
            }
        },
        warnings: card.warnings.clone(),
        facts: matched::identity(page, &card.hit, FACT_VALUES_MAX),
        call_owner: match card.owner == *me.office().state() {
            true => Vec::new(),
            false => told::phones(page, states, (&card.owner, Some(&card.contact))),
        },
        call_ours: ours.clone(),
        form: page.may(Verb::EncounterReport).then(|| Form {
            hidden: page.hidden(),
            card: card.id.to_string(),
            check: check.clone(),
            fields: fields(page, None, &format!("met-{n}")),
        }),
    };
    cards.into_iter().enumerate().map(card).collect()
}

fn fields(page: &Page, posted: Option<&PostForm>, form: &str) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let done = typed("done");
    let mut choices = vec![Choice::new("", page.say("share-done-nothing"), false)];
    choices.extend(DONE.iter().map(|action| {
        let word = page.code("share-done", action.code());
        Choice::new(action.code(), word, action.code() == done)
    }));
    let all = vec![
        Field::text("place", page.say("share-place"), typed("place"))
            .hint(page.say("share-place-hint"))
            .required(),
        Field::select("done", page.say("share-done"), choices),
        Field::area("note", page.say("share-seen"), typed("note"))
            .rows(2)
            .optional(page),
    ];
    all.into_iter().map(|field| field.within(form)).collect()
}

#[derive(Debug, askama::Template)]
#[template(path = "sharing/report.html")]
struct Told {
    page: Page,
    errors: Errors,
    /// The form again, where something is missing; none where the desk was told.
    form: Option<Form>,
}

fn read(form: &PostForm) -> Result<Reported, Problem> {
    let some = |name: &str| Some(form.text(name).to_owned()).filter(|text| !text.is_empty());
    Ok(Reported {
        act: form.act()?,
        report: Report {
            card: form.parsed::<CardId>("card")?,
            check: some("check"),
            place: form.need("place")?.to_owned(),
            done: match form.text("done") {
                "" => None,
                _ => Some(form.parsed("done")?),
            },
            note: form.text("note").to_owned(),
        },
    })
}

pub(super) async fn report(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let done = match read(&form) {
        Ok(act) => cards::report(me.office(), me.actor(), act)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    match done {
        Ok(_) => {
            let page = me.page("share-reported-title").density(Density::Form);
            let told = Told {
                errors: Errors::of(&page, Vec::new()),
                form: None,
                page,
            };
            Ok(Shown(told).into_response())
        }
        Err(problem) => {
            let wrong: Wrong = mendable(&me, problem)?;
            let page = me.page("share-report-title").density(Density::Form);
            let page = page.wrong(true);
            let told = Told {
                form: Some(Form {
                    hidden: page.hidden(),
                    card: form.text("card").to_owned(),
                    check: form.text("check").to_owned(),
                    fields: judged(fields(&page, Some(&form), ""), &wrong),
                }),
                errors: Errors::of(&page, wrong.into_iter().collect()),
                page,
            };
            Ok(shown(StatusCode::UNPROCESSABLE_ENTITY, &told))
        }
    }
}
