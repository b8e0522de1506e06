//! A form of a State's own for exercises: an extradition with what every kind of request shares, and nothing besides.

use jiff::civil::date;
use model::request::{self, Standing, UrgencyGround};
use model::template::{Forms, Template, TemplateError};
use model::{Lang, Purpose, Request, RequestId, Role, Urgency};
use office::requests::{self, Draft, Note, On, Plain, Submit};
use serde_json::{Value, json};

use crate::{House, Town};

/// The name of the form; the part before the point says of what kind it is.
pub const EXTRADITION: &str = "extradition.exercise";

const FORM: &str = r#"
name = "extradition.exercise"
version = 1
open = ["/annex"]

[[section]]
use = "matter"

[[section]]
use = "persons"

[[section]]
use = "offences"

[[section]]
use = "facts"

[words.en]
extradition-exercise-template = "Extradition (exercise)"
"#;

/// The shipped forms and this one.
///
/// # Errors
/// If the form cannot be read.
pub fn forms() -> Result<Forms, TemplateError> {
    Forms::with_own(vec![Template::read(FORM)?])
}

pub(crate) type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// What an officer of a house acts on: the request as it stands, and a new act.
pub(crate) async fn on<A>(house: &House, (role, id): (Role, RequestId), what: A) -> Outcome<On<A>> {
    let request = see(house, (role, id)).await?;
    Ok(On {
        act: house.office.new_act(),
        request: id,
        version: request.version,
        what,
    })
}

pub(crate) async fn see(house: &House, (role, id): (Role, RequestId)) -> Outcome<Request> {
    let reader = house.office.read(house.officer(role), Purpose::Mla).await?;
    Ok(reader.request_or_not_found(id).await?)
}

/// An extradition for this offence, asked of XA by XB, as far as an officer of XA has it.
///
/// # Errors
/// If a desk refuses.
pub async fn asked(town: &Town, offence: Value) -> Outcome<RequestId> {
    let content = json!({"title": "Person sought", "offences": [offence]});
    asked_as(town, EXTRADITION, content).await
}

/// A request of any form with this content, asked of XA by XB although it is incomplete, as far as an officer of XA has it.
///
/// # Errors
/// If a desk refuses.
pub async fn asked_as(town: &Town, template: &str, content: Value) -> Outcome<RequestId> {
    let one = all_asked(town, ("XB", "XA"), vec![(template.to_owned(), content)]).await?;
    Ok(one.first().copied().ok_or("nothing was asked")?)
}

/// Many requests, each by its form and content, asked by one State of another although they are incomplete, as far as an
/// officer there has them. They travel together.
///
/// # Errors
/// If a desk refuses.
pub async fn all_asked(
    town: &Town,
    (from, to): (&str, &str),
    what: Vec<(String, Value)>,
) -> Outcome<Vec<RequestId>> {
    let mut asked = Vec::new();
    for (template, content) in what {
        asked.push(written(town.house(from), to, (template, content)).await?);
    }
    town.settle(100).await?;
    for id in &asked {
        acknowledged(town.house(to), *id).await?;
    }
    town.settle(100).await?;
    Ok(asked)
}

async fn written(
    house: &House,
    to: &str,
    (template, content): (String, Value),
) -> Outcome<RequestId> {
    let officer = house.officer(Role::CaseOfficer);
    let draft = Draft {
        act: house.office.new_act(),
        template,
        to: to.parse()?,
        to_authority: "ca".parse()?,
        lang: Lang::En,
        urgency: Urgency::Urgent,
        content,
    };
    let id = requests::draft(&house.office, officer, draft).await?;
    let head = house.officer(Role::Approver).officer().ok_or("no head")?;
    let standing = Standing::UrgentCompletion {
        by: date(2026, 3, 20),
        ground: UrgencyGround::Flight,
        head_reason: "The person has booked a flight.".to_owned(),
        head,
    };
    let found = requests::check(&house.office, officer, id).await?.findings;
    let reasons = found
        .iter()
        .map(|f| (f.code.clone(), "It follows.".to_owned()))
        .collect();
    let submit = on(house, (Role::CaseOfficer, id), Submit { standing, reasons }).await?;
    requests::submit(&house.office, officer, submit).await?;
    let approve = on(house, (Role::Approver, id), Note::default()).await?;
    requests::approve(&house.office, house.officer(Role::Approver), approve).await?;
    let send = on(house, (Role::CaseOfficer, id), Plain {}).await?;
    requests::send(&house.office, officer, send).await?;
    Ok(id)
}

async fn acknowledged(house: &House, id: RequestId) -> Outcome<()> {
    let registry = Role::RegistryOfficer;
    let register = on(house, (registry, id), request::Register::default()).await?;
    requests::register(&house.office, house.officer(registry), register).await?;
    let acknowledge = request::Acknowledge {
        reference: "A-1".to_owned(),
        officer_function: "Case officer".to_owned(),
        next_date: None,
        officer: None,
    };
    let acknowledge = on(house, (Role::CaseOfficer, id), acknowledge).await?;
    requests::acknowledge(&house.office, house.officer(Role::CaseOfficer), acknowledge).await?;
    Ok(())
}
