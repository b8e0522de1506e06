//! What waits for whoever oversees records: reviews, holds, proposals, copies that nobody has confirmed, and how many there are.

use model::{OfficerId, RecordId};
use office::records::{ConsultedLine, Issue, RecordLine, Release, Supervised};

use super::of_records;
use super::workbench::reader_name;
use crate::page::{Page, Shown};
use crate::pages::records::in_bulk;
use crate::pages::requests::told::States;
use crate::pages::screening::{number, officer};
use crate::part::When;
use crate::{Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "sharing/oversight.html")]
pub(super) struct Oversight {
    page: Page,
    counts: Vec<(String, String)>,
    /// What one person released alone, with the hour by which a second looks, and whether it has passed.
    alone: Vec<(String, String, String, String, When, bool)>,
    proposals: Vec<(String, String, String, String, When)>,
    overdue: Vec<(String, String, String, Option<When>)>,
    reviews: Vec<Record>,
    held: Vec<Record>,
    /// Records held in bulk, with why.
    bulk: Vec<(Record, String)>,
    sampled: Vec<(String, String, String, String, When)>,
    /// Records opened by somebody who does not keep them.
    consulted: Vec<Consulted>,
    /// How many records each officer opened today.
    opened: Vec<(String, String)>,
}

#[derive(Debug)]
struct Consulted {
    href: String,
    number: String,
    who: String,
    at: When,
    occasion: String,
    reference: String,
    namesake: bool,
}

#[derive(Debug)]
struct Record {
    href: String,
    number: String,
    caption: String,
    /// The day of the review, and whether it has passed.
    review: Option<(When, bool)>,
}

fn href(id: RecordId) -> String {
    format!("/records/{id}")
}

fn record(page: &Page, line: &RecordLine) -> Record {
    let today = page.now().to_zoned(page.zone.clone()).date();
    let day = line.frame.review_by;
    Record {
        href: href(line.id),
        number: line.number.clone(),
        caption: line.caption.clone().unwrap_or_default(),
        review: day.map(|day| (page.day(&day), day < today || line.stage == "overdue")),
    }
}

/// How many there are of each.
fn counts(page: &Page, all: &Supervised) -> Vec<(String, String)> {
    let mut counts: Vec<(String, String)> = Vec::new();
    for (stage, n) in &all.records {
        counts.push((page.code("share-records", stage), number(page, *n)));
    }
    let cards = [
        "share-cards-out",
        "share-cards-recalled",
        "share-cards-overdue",
    ];
    let releases = [
        "share-count-proposed",
        "share-count-released",
        "share-count-refused",
        "share-count-alone",
    ];
    let both = cards
        .iter()
        .zip(all.cards)
        .chain(releases.iter().zip(all.releases));
    counts.extend(both.map(|(key, n)| (page.say(key), number(page, n))));
    counts
}

pub(super) async fn show(me: Signed) -> Result<Shown<Oversight>, Problem> {
    let page = me.page("share-oversight-title");
    let reader = of_records(&me).await?;
    let (all, names) = (reader.supervised().await?, reader.names().await?);
    let states = States::contacts(&me).await?;
    let proposal = |(record, release): &(String, Release)| {
        (
            format!("/releases/{}", release.id),
            record.clone(),
            reader_name(&page, &states, &release.recipient.country),
            officer(&names, release.by),
            page.when(&release.at),
        )
    };
    let alone = |(record, release): &(String, Release)| {
        let by = release.alone.as_ref().map(|(by, ..)| officer(&names, *by));
        let until = release.look_by().unwrap_or(release.at);
        (
            format!("/releases/{}", release.id),
            record.clone(),
            reader_name(&page, &states, &release.recipient.country),
            by.unwrap_or_default(),
            page.when(&until),
            until < page.now(),
        )
    };
    let late = |(record, issue): &(String, Issue)| {
        (
            format!("/records/{}/copies", issue.record),
            record.clone(),
            reader_name(&page, &states, &issue.to),
            issue.due.as_ref().map(|due| page.when(due)),
        )
    };
    let bulk = |line: &RecordLine| {
        let why = line.bulk.as_ref().map(|held| in_bulk(&page, held));
        (record(&page, line), why.unwrap_or_default())
    };
    let consulted = |one: &ConsultedLine| Consulted {
        href: href(one.record),
        number: one.number.clone(),
        who: officer(&names, one.by),
        at: page.when(&one.at),
        occasion: page.code("occasion", one.said.occasion.code()),
        reference: one.said.reference.clone(),
        namesake: one.said.namesake,
    };
    let opened = |(by, n): &(OfficerId, u64)| (officer(&names, *by), number(&page, *n));
    Ok(Shown(Oversight {
        alone: all.alone.iter().map(alone).collect(),
        proposals: all.proposals.iter().map(proposal).collect(),
        overdue: all.overdue.iter().map(late).collect(),
        reviews: all.reviews.iter().map(|line| record(&page, line)).collect(),
        held: all.held.iter().map(|line| record(&page, line)).collect(),
        bulk: all.bulk.iter().map(bulk).collect(),
        sampled: all.sampled.iter().map(proposal).collect(),
        consulted: all.consulted.iter().map(consulted).collect(),
        opened: all.opened.iter().map(opened).collect(),
        counts: counts(&page, &all),
        page,
    }))
}
