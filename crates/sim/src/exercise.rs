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

type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// What an officer of a house acts on: the request as it stands, and a new act.
async fn on<A>(house: &House, (role, id): (Role, RequestId), what: A) -> Outcome<On<A>> {
    let request = see(house, (role, id)).await?;
    Ok(On {
        act: house.office.new_act(),
        request: id,
        version: request.version,
        what,
    })
}

async fn see(house: &House, (role, id): (Role, RequestId)) -> Outcome<Request> {
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
    let xb = town.house("XB");
    let officer = xb.officer(Role::CaseOfficer);
    let draft = Draft {
        act: xb.office.new_act(),
        template: template.to_owned(),
        to: "XA".parse()?,
        to_authority: "ca".parse()?,
        lang: Lang::En,
        urgency: Urgency::Urgent,
        content,
    };
    let id = requests::draft(&xb.office, officer, draft).await?;
    let head = xb.officer(Role::Approver).officer().ok_or("no head")?;
    let standing = Standing::UrgentCompletion {
        by: date(2026, 3, 20),
        ground: UrgencyGround::Flight,
        head_reason: "The person has booked a flight.".to_owned(),
        head,
    };
    let found = requests::check(&xb.office, officer, id).await?.findings;
    let reasons = found
        .iter()
        .map(|f| (f.code.clone(), "It follows.".to_owned()))
        .collect();
    let submit = on(xb, (Role::CaseOfficer, id), Submit { standing, reasons }).await?;
    requests::submit(&xb.office, officer, submit).await?;
    let approve = on(xb, (Role::Approver, id), Note::default()).await?;
    requests::approve(&xb.office, xb.officer(Role::Approver), approve).await?;
    let send = on(xb, (Role::CaseOfficer, id), Plain {}).await?;
    requests::send(&xb.office, officer, send).await?;
    town.settle(100).await?;
    acknowledged(town, id).await?;
    Ok(id)
}

async fn acknowledged(town: &Town, id: RequestId) -> Outcome<()> {
    let xa = town.house("XA");
    let register = on(
        xa,
        (Role::RegistryOfficer, id),
        request::Register::default(),
    )
    .await?;
    requests::register(&xa.office, xa.officer(Role::RegistryOfficer), register).await?;
    let acknowledge = request::Acknowledge {
        reference: "A-1".to_owned(),
        officer_function: "Case officer".to_owned(),
        next_date: None,
        officer: None,
    };
    let acknowledge = on(xa, (Role::CaseOfficer, id), acknowledge).await?;
    requests::acknowledge(&xa.office, xa.officer(Role::CaseOfficer), acknowledge).await?;
    town.settle(100).await?;
    Ok(())
}
