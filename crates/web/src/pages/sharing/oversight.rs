//! What waits for whoever oversees records: reviews, holds, proposals, copies that nobody has confirmed, and how many there are.

use axum::response::{IntoResponse, Response};
use model::bulk::Finding;
use model::{OfficerId, RecordId, Verb};
use office::records::{
    self, ConsultedLine, Issue, LookAgain, LookedAgain, RecordLine, Release, Supervised,
};

use super::workbench::reader_name;
use super::{of_records, within};
use crate::page::{Page, Shown, shown};
use crate::pages::people::judged;
use crate::pages::records::in_bulk;
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::{number, officer};
use crate::part::{Errors, Field, Hidden, When, select};
use crate::{PostForm, Problem, Signed};

#[derive(Debug, askama::Template)]
#[template(path = "sharing/oversight.html")]
pub(super) struct Oversight {
    page: Page,
    errors: Errors,
    counts: Vec<(String, String)>,
    /// What one person released alone, with the hour by which a second looks, and whether it has passed.
    alone: Vec<(String, String, String, String, When, bool)>,
    proposals: Vec<(String, String, String, String, When)>,
    overdue: Vec<(String, String, String, Option<When>)>,
    reviews: Vec<Record>,
    held: Vec<Record>,
    /// Records held in bulk, with why.
    bulk: Vec<(Record, String)>,
    sampled: Vec<(String, String, String, String, When, Again)>,
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
    again: Again,
}

/// What was found by whoever looked again, or the form by which it is said.
#[derive(Debug, Default)]
struct Again {
    found: Option<String>,
    drawn: String,
    hidden: Option<Hidden>,
    fields: Vec<Field>,
    /// It was sent and came back.
    open: bool,
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

/// A record that waits for a second person, and why.
fn in_two(page: &Page, line: &RecordLine) -> (Record, String) {
    let why = line.bulk.as_ref().map(|held| in_bulk(page, held));
    (record(page, line), why.unwrap_or_default())
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

/// What was posted of something that was drawn, and what is wrong with it.
type Back<'f> = Option<(&'f PostForm, (String, String))>;

/// What was drawn, as this reader sees it.
struct Drawing<'d> {
    me: &'d Signed,
    page: &'d Page,
    names: &'d [(OfficerId, String)],
    back: &'d Back<'d>,
}

impl Drawing<'_> {
    /// What was found of it, or the form by which whoever had no hand in it says so.
    fn again(&self, (drawn, found, hands): (String, Option<&LookedAgain>, &[OfficerId])) -> Again {
        let page = self.page;
        if let Some(found) = found {
            let said = [
                page.code("share-again", found.finding.code()),
                found.note.clone(),
                officer(self.names, found.by),
                page.when(&found.at).text,
            ];
            let said = said.into_iter().filter(|text| !text.is_empty());
            return Again {
                found: Some(said.collect::<Vec<_>>().join(" · ")),
                ..Again::default()
            };
        }
        if !page.may(Verb::SampleLook) || hands.contains(&self.me.officer().id) {
            return Again::default();
        }
        let back = self
            .back
            .as_ref()
            .filter(|(form, _)| form.text("drawn") == drawn);
        let typed = |name: &str| back.map_or("", |(form, _)| form.text(name));
        let findings = Finding::ALL.iter().map(|one| one.code());
        let fields = vec![
            select(
                page,
                ("finding", "share-again-finding"),
                ("share-again", std::iter::once("").chain(findings)),
                typed("finding"),
            ),
            Field::text("note", page.say("share-again-note"), typed("note"))
                .hint(page.say("share-again-note-hint")),
        ];
        let wrong = back.map(|(_, wrong)| wrong.clone());
        let fields = judged(fields, &wrong).into_iter();
        Again {
            found: None,
            hidden: Some(page.hidden()),
            fields: fields.map(|field| field.within(&drawn)).collect(),
            open: back.is_some(),
            drawn,
        }
    }

    fn release(&self, release: &Release) -> Again {
        let alone = release.alone.as_ref().map(|(by, ..)| *by);
        let decided = release.decided.as_ref().map(|(by, ..)| *by);
        let hands = [Some(release.by), alone, decided];
        let hands: Vec<OfficerId> = hands.into_iter().flatten().collect();
        self.again((release.drawn(), release.again.as_ref(), &hands))
    }

    fn consulted(&self, one: &ConsultedLine) -> Consulted {
        Consulted {
            href: href(one.record),
            number: one.number.clone(),
            who: officer(self.names, one.by),
            at: self.page.when(&one.at),
            occasion: self.page.code("occasion", one.said.occasion.code()),
            reference: one.said.reference.clone(),
            namesake: one.said.namesake,
            again: self.again((one.drawn.clone(), one.said.again.as_ref(), &[one.by])),
        }
    }
}

pub(super) async fn show(me: Signed) -> Result<Shown<Oversight>, Problem> {
    view(&me, None).await.map(Shown)
}

/// Somebody looked again at what was drawn.
pub(super) async fn look_again(me: Signed, form: PostForm) -> Result<Response, Problem> {
    let done = async {
        let act = LookAgain {
            act: form.act()?,
            drawn: form.need("drawn")?.to_owned(),
            finding: form.parsed("finding")?,
            note: form.text("note").to_owned(),
        };
        Ok(records::look_again(me.office(), me.actor(), act).await?)
    };
    match done.await {
        Ok(()) => Ok(me.done("/records/oversight", "share-again").into_response()),
        Err(problem) if answerable(&problem) => {
            let field = problem.field.as_deref().unwrap_or_default();
            let field = field.trim_start_matches('/').to_owned();
            let wrong = (field, problem.text(me.lang()));
            let page = view(&me, Some((&form, wrong))).await?;
            Ok(shown(problem.status, &page))
        }
        Err(problem) => Err(problem),
    }
}

async fn view(me: &Signed, back: Back<'_>) -> Result<Oversight, Problem> {
    let page = me.page("share-oversight-title").wrong(back.is_some());
    let reader = of_records(me).await?;
    let (all, names) = (reader.supervised().await?, reader.names().await?);
    let states = States::contacts(me).await?;
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
    let drawn = Drawing {
        me,
        page: &page,
        names: &names,
        back: &back,
    };
    let sampled = |one: &(String, Release)| {
        let (href, number, to, by, at) = proposal(one);
        (href, number, to, by, at, drawn.release(&one.1))
    };
    let opened = |(by, n): &(OfficerId, u64)| (officer(&names, *by), number(&page, *n));
    let wrong = back
        .as_ref()
        .map(|(form, wrong)| within(Some(form.text("drawn")), wrong.clone()));
    Ok(Oversight {
        errors: Errors::of(&page, wrong.into_iter().collect()),
        alone: all.alone.iter().map(alone).collect(),
        proposals: all.proposals.iter().map(proposal).collect(),
        overdue: all.overdue.iter().map(late).collect(),
        reviews: all.reviews.iter().map(|line| record(&page, line)).collect(),
        held: all.held.iter().map(|line| record(&page, line)).collect(),
        bulk: all.bulk.iter().map(|line| in_two(&page, line)).collect(),
        sampled: all.sampled.iter().map(sampled).collect(),
        consulted: all
            .consulted
            .iter()
            .map(|one| drawn.consulted(one))
            .collect(),
        opened: all.opened.iter().map(opened).collect(),
        counts: counts(&page, &all),
        page,
    })
}
