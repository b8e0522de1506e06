//! Applications, and what is asked here, each with its day; who is late is named.

use std::collections::BTreeMap;

use axum::extract::Query;
use model::Verb;
use model::access::{Application, ApplicationStage, Enquiry, EnquiryStage};

use super::reader;
use crate::page::{Page, Shown};
use crate::pages::requests::told::States;
use crate::pages::screening::{asked_page, pager};
use crate::part::{Badge, Pager, Tone, When};
use crate::{Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "access/index.html")]
pub(super) struct Index {
    page: Page,
    may_enter: bool,
    applications: Vec<Line>,
    enquiries: Option<Vec<Line>>,
    pager: Option<Pager>,
}

#[derive(Debug)]
struct Line {
    href: String,
    number: String,
    who: String,
    what: String,
    stage: Badge,
    due: Option<When>,
    late: Vec<String>,
}

/// Where an application stands.
pub(super) fn stage(page: &Page, one: &Application) -> Badge {
    let tone = match one.stage {
        ApplicationStage::Told | ApplicationStage::Decided => Tone::Done,
        ApplicationStage::Dismissed => Tone::Ended,
        _ => Tone::Waiting,
    };
    Badge::new(tone, page.code("access-stage", one.stage.code()))
}

/// Where an enquiry stands.
pub(super) fn asked_stage(page: &Page, one: &Enquiry) -> Badge {
    let tone = match one.stage {
        EnquiryStage::Answered => Tone::Done,
        _ => Tone::Waiting,
    };
    Badge::new(tone, page.code("access-asked-stage", one.stage.code()))
}

/// Who is late: the letter, and each State that has not answered.
pub(super) fn late(page: &Page, states: &States, one: &Application) -> Vec<String> {
    let today = page.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let own = one
        .is_overdue(today)
        .then(|| page.say("access-late-letter"));
    let others = one.waiting(today).filter(|(_, late)| *late);
    own.into_iter()
        .chain(others.map(|(state, _)| states.name(state)))
        .collect()
}

pub(super) async fn show(
    me: Signed,
    Query(query): Query<BTreeMap<String, String>>,
) -> Result<Shown<Index>, Problem> {
    let page = me.page("access-title");
    let (reader, states) = (reader(&me).await?, States::contacts(&me).await?);
    let found = reader.applications(asked_page(&query)).await?;
    let line = |line: &office::access::ApplicationLine| {
        let one = &line.application;
        Line {
            href: format!("/access/{}", one.id),
            number: line.number.clone(),
            who: one.what.person.names.first().cloned().unwrap_or_default(),
            what: page.code("access-scope", one.what.scope.code()),
            stage: stage(&page, one),
            due: one
                .due()
                .filter(|_| one.told.is_none())
                .map(|day| page.day(&day)),
            late: late(&page, &states, one),
        }
    };
    let decides = page.may(Verb::AccessDecide) || page.may(Verb::AccessApprove);
    let enquiries = match decides {
        true => Some(reader.enquiries().await?.0),
        false => None,
    };
    let today = page.now().to_zoned(jiff::tz::TimeZone::UTC).date();
    let asked = |line: &office::access::EnquiryLine| {
        let one = &line.enquiry;
        let overdue = one.is_overdue(today).then(|| page.say("access-late-here"));
        Line {
            href: format!("/access/asked/{}/{}", one.from, one.id),
            number: line.number.clone(),
            who: states.name(&one.from),
            what: page.code("access-scope", one.question.scope.code()),
            stage: asked_stage(&page, one),
            due: Some(page.day(&one.leaves.unwrap_or_else(|| one.due()))),
            late: overdue.into_iter().collect(),
        }
    };
    Ok(Shown(Index {
        may_enter: page.may(Verb::AccessEnter),
        applications: found.rows.iter().map(line).collect(),
        enquiries: enquiries.map(|lines| lines.iter().map(asked).collect()),
        pager: pager(&page, (found.page, found.total, found.size)),
        page,
    }))
}
