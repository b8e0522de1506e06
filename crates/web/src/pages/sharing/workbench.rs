//! The release workbench: choose States, see what each would get and why not, beside what the owner has; then propose it. What
//! is proposed was seen by whoever proposes it, and goes to nobody who does not stand on the page.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::StatusCode;
use model::release::{Found, Outcome};
use model::{Class, Purpose, RecordId, StateCode, Verb};
use office::records::{self, GroupLine, Look, Looked, Propose, RecordView};

use super::told::{self, Told};
use super::{alone, of_records, releases};
use crate::page::{Page, Shown, shown};
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::check::answerable;
use crate::pages::requests::told::States;
use crate::pages::screening::{Confirm, carried};
use crate::part::{Badge, Choice, Errors, Field, Hidden, Tone, When, select};
use crate::{PostForm, Problem, Signed};

/// What a record of a person is shared for.
const PURPOSES: &[Purpose] = &[
    Purpose::Screening,
    Purpose::Investigation,
    Purpose::Intelligence,
    Purpose::Immigration,
    Purpose::Freezing,
    Purpose::Mla,
];

#[derive(Debug, askama::Template)]
#[template(path = "sharing/release.html")]
pub(super) struct Bench {
    page: Page,
    errors: Errors,
    record: String,
    number: String,
    hidden: Hidden,
    fields: Vec<Field>,
    /// Whether there is any peer that "all" would tick.
    peers: bool,
    groups: Vec<Group>,
    /// What the owner has: what it is, its value, its label.
    owned: Vec<(String, String, String)>,
    proposals: Vec<(String, String, Badge, When)>,
    propose: Option<Form>,
}

/// The form by which what was seen is proposed.
#[derive(Debug)]
struct Form {
    hidden: Hidden,
    carried: Vec<(String, String)>,
    readers: Vec<String>,
    fields: Vec<Field>,
}

/// States that would get the same, and what it is.
#[derive(Debug)]
struct Group {
    states: Vec<String>,
    badge: Badge,
    seen: Seen,
}

/// What one State would get.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    outcome: &'static str,
    /// Whose consent is asked first.
    consents: String,
    grounds: Vec<(String, Vec<String>)>,
    lost: Vec<(String, usize)>,
    card: Option<Told>,
}

/// A State as a reader of a card: its name; this State is its own front line.
pub(super) fn reader_name(page: &Page, states: &States, code: &str) -> String {
    match code.parse::<StateCode>() {
        Ok(_) if code == page.state_code => page.say1("share-own-line", "state", &page.state_name),
        Ok(state) => states.name(&state),
        Err(_) => code.to_owned(),
    }
}

/// Whom it would go to, as typed.
fn typed(form: Option<&PostForm>) -> Result<Look, Problem> {
    let Some(form) = form else {
        return Ok(Look {
            to: BTreeSet::new(),
            groups: BTreeMap::new(),
            purpose: Purpose::Screening,
            clearance: Class::Official,
        });
    };
    let to = form.all("to").map(str::parse).collect::<Result<_, _>>();
    // A group that is ticked stands with the version that was shown.
    let groups = form.all("groups").map(|one| {
        let (id, version) = one.split_once('/')?;
        Some((id.parse().ok()?, version.parse().ok()?))
    });
    let groups = groups.collect::<Option<_>>();
    Ok(Look {
        to: to.map_err(|_| Problem::input("MALFORMED", "to"))?,
        groups: groups.ok_or_else(|| Problem::input("MALFORMED", "groups"))?,
        purpose: form.parsed("purpose")?,
        clearance: form.parsed("clearance")?,
    })
}

pub(super) fn peers(states: &States) -> impl Iterator<Item = &StateCode> {
    let all = states.all().iter();
    all.filter(|entry| entry.by_node && !entry.ours)
        .map(|entry| &entry.code)
}

/// The groups that may be ticked, each with who is in it.
fn choices(states: &States, all: &[GroupLine], look: &Look) -> Vec<Choice> {
    let signed = all.iter().filter_map(|line| line.group.as_ref());
    let choice = |group: &model::Group| {
        let members: Vec<String> = group.others().map(|state| states.name(state)).collect();
        let value = format!("{}/{}", group.id, group.version);
        let ticked = look.groups.contains_key(&group.id);
        Choice {
            hint: Some(members.join(" · ")),
            ..Choice::new(value, paper::words::isolated(&group.name), ticked)
        }
    };
    signed.map(choice).collect()
}

fn fields((page, states): (&Page, &States), own: &StateCode, look: &Look) -> Vec<Field> {
    let choice = |code: &StateCode| {
        let name = reader_name(page, states, code.as_str());
        Choice::new(code.as_str(), name, look.to.contains(code))
    };
    let to = std::iter::once(own).chain(peers(states)).map(choice);
    let purposes = PURPOSES.iter().map(|purpose| purpose.code());
    let classes = Class::ALL.iter().map(|class| class.code());
    let mut purpose = select(
        page,
        ("purpose", "share-purpose"),
        ("purpose", purposes),
        look.purpose.code(),
    );
    purpose.width = "half";
    vec![
        Field::checks("to", page.say("share-to"), to.collect()).hint(page.say("share-to-hint")),
        purpose,
        select(
            page,
            ("clearance", "share-clearance"),
            ("class", classes),
            look.clearance.code(),
        )
        .hint(page.say("share-clearance-hint")),
    ]
}

pub(super) async fn show(me: Signed, Path(id): Path<RecordId>) -> Result<Shown<Bench>, Problem> {
    let look = typed(None)?;
    bench(&me, id, (&look, None, None)).await.map(Shown)
}

/// The workbench; with a form, what the States of it would get.
async fn bench(
    me: &Signed,
    id: RecordId,
    (look, posted, wrong): (&Look, Option<&PostForm>, Wrong),
) -> Result<Bench, Problem> {
    let reader = of_records(me).await?;
    let view = reader.subject(id).await?;
    let states = States::contacts(me).await?;
    let page = me.page("share-release-title").band(&view.roll_up());
    let page = page.wrong(wrong.is_some());
    let chosen = !look.to.is_empty() || !look.groups.is_empty();
    let looked = match posted.is_some() && chosen {
        true => records::look(&reader, id, look).await?,
        false => Vec::new(),
    };
    let mut fields = fields((&page, &states), me.office().state(), look);
    let choices = choices(&states, &reader.groups().await?, look);
    if !choices.is_empty() {
        fields.insert(
            1,
            Field::checks("groups", page.say("share-to-groups"), choices),
        );
    }
    let groups = groups((&page, &states), &view, &looked);
    let propose = propose_form((&page, &states), (look, posted), &looked);
    let propose = propose.map(|mut form| {
        // What was looked at is the version that is proposed, and no later one.
        form.hidden = page.hidden_at(&view.version);
        form.fields = judged(form.fields, &wrong);
        form
    });
    let proposals = view.releases.iter().map(|one| {
        (
            format!("/releases/{}", one.id),
            reader_name(&page, &states, &one.recipient.country),
            releases::stage(&page, one.stage),
            page.when(&one.at),
        )
    });
    Ok(Bench {
        record: id.to_string(),
        number: view.number.clone(),
        hidden: page.hidden(),
        fields: judged(fields, &wrong),
        peers: peers(&states).next().is_some(),
        owned: owned(&page, &view),
        proposals: proposals.collect(),
        errors: Errors::of(&page, wrong.into_iter().collect()),
        groups,
        propose,
        page,
    })
}

/// What the owner has, each with its own label.
fn owned(page: &Page, view: &RecordView) -> Vec<(String, String, String)> {
    let stated = view.stated.iter().map(|said| {
        (
            page.code("property", said.one.says.code()),
            said.one.value.clone(),
            told::label(page, &said.label),
        )
    });
    let ties = view.ties.iter().map(|tie| {
        let words = [&tie.one.with, &tie.one.role, &tie.one.grounds];
        let words: Vec<&str> = words
            .into_iter()
            .map(String::as_str)
            .filter(|text| !text.is_empty())
            .collect();
        (
            page.code("nature", tie.one.nature.code()),
            words.join(" · "),
            told::label(page, &tie.label),
        )
    });
    stated.chain(ties).collect()
}

/// Where a ground lies, in words: nothing where it is the whole, or a part that this reader does not see.
fn part(page: &Page, view: &RecordView, found: &Found) -> Option<String> {
    let stated = view.stated.iter().find(|said| said.one.id == found.part);
    let tie = || view.ties.iter().find(|tie| tie.one.id == found.part);
    let said = |says: String, value: &str| format!("{says}: {}", paper::words::isolated(value));
    match stated {
        Some(one) => Some(said(
            page.code("property", one.one.says.code()),
            &one.one.value,
        )),
        None => tie().map(|tie| said(page.code("nature", tie.one.nature.code()), &tie.one.with)),
    }
}

fn seen((page, states): (&Page, &States), view: &RecordView, one: &Looked) -> Seen {
    let mut grounds: Vec<(String, Vec<String>)> = Vec::new();
    for found in &one.proposal.found {
        let word = page.code("ground", found.ground.code());
        let part = part(page, view, found);
        match grounds.last_mut().filter(|(before, _)| *before == word) {
            Some((_, parts)) => parts.extend(part),
            None => grounds.push((word, part.into_iter().collect())),
        }
    }
    let consents = match &one.proposal.outcome {
        Outcome::Consent(whose) => whose.iter().cloned().collect::<Vec<_>>().join(", "),
        _ => String::new(),
    };
    let lost = one.proposal.lost.iter();
    Seen {
        outcome: outcome(&one.proposal.outcome),
        consents,
        grounds,
        lost: lost
            .map(|(tells, n)| (page.code("tells", tells.code()), *n))
            .collect(),
        card: one
            .card
            .as_ref()
            .map(|card| told::told(page, states, (card, &one.to))),
    }
}

const fn outcome(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Release(_) => "release",
        Outcome::Hold => "hold",
        Outcome::Consent(_) => "consent",
        Outcome::Deny => "deny",
    }
}

/// What each State would get; those that would get the same stand together.
fn groups((page, states): (&Page, &States), view: &RecordView, looked: &[Looked]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for one in looked {
        let seen = seen((page, states), view, one);
        let name = reader_name(page, states, one.to.as_str());
        if let Some(same) = groups.iter_mut().find(|group| group.seen == seen) {
            same.states.push(name);
            continue;
        }
        let tone = match seen.outcome {
            "release" => Tone::Done,
            "deny" => Tone::Ended,
            _ => Tone::Waiting,
        };
        groups.push(Group {
            states: vec![name],
            badge: Badge::new(tone, page.code("outcome", seen.outcome)),
            seen,
        });
    }
    groups
}

fn propose_form(
    (page, states): (&Page, &States),
    (look, posted): (&Look, Option<&PostForm>),
    looked: &[Looked],
) -> Option<Form> {
    let mut out: Vec<&Looked> = looked.iter().collect();
    out.retain(|one| one.card.is_some());
    if out.is_empty() || !page.may(Verb::ReleasePropose) {
        return None;
    }
    let text = |name: &str| posted.map_or("", |form| form.text(name)).to_owned();
    let to = out.iter().map(|one| ("to".to_owned(), one.to.to_string()));
    let rest = [
        ("purpose", look.purpose.code()),
        ("clearance", look.clearance.code()),
    ];
    let rest = rest.map(|(name, value)| (name.to_owned(), value.to_owned()));
    Some(Form {
        hidden: page.hidden(),
        carried: to.chain(rest).collect(),
        readers: out
            .iter()
            .map(|one| reader_name(page, states, one.to.as_str()))
            .collect(),
        fields: vec![
            Field::text("basis", page.say("share-basis"), text("basis"))
                .hint(page.say("share-basis-hint"))
                .required(),
            Field::area("reason", page.say("share-why"), text("reason"))
                .hint(page.say("share-why-hint"))
                .rows(3)
                .required(),
        ],
    })
}

pub(super) async fn work(
    me: Signed,
    Path(id): Path<RecordId>,
    form: PostForm,
) -> Result<Response, Problem> {
    let mut look = typed(Some(&form))?;
    let done = async {
        match form.text("step") {
            "all" => {
                let states = States::contacts(&me).await?;
                look.to.extend(peers(&states).cloned());
                Ok((None, None))
            }
            "propose" => confirm(&me, id, (&look, &form))
                .await
                .map(|page| (Some(page), None)),
            "keep" => {
                records::propose(me.office(), me.actor(), read(id, &look, &form)?).await?;
                let to = me.done(&format!("/records/{id}/release"), "share-proposed");
                Ok((Some(to.into_response()), None))
            }
            _ if look.to.is_empty() && look.groups.is_empty() => {
                Err(Problem::input("MISSING", "to"))
            }
            _ => Ok((None, Some(&form))),
        }
    };
    let (status, posted, wrong): (StatusCode, _, Wrong) = match done.await {
        Ok((Some(answer), _)) => return Ok(answer),
        Ok((None, posted)) => (StatusCode::OK, posted, None),
        Err(problem) if answerable(&problem) => {
            let text = problem.text(me.lang());
            let wrong = Some((problem.field.unwrap_or_default(), text));
            (problem.status, Some(&form), wrong)
        }
        Err(problem) => return Err(problem),
    };
    let bench = bench(&me, id, (&look, posted, wrong)).await?;
    Ok(shown(status, &bench))
}

fn read(id: RecordId, look: &Look, form: &PostForm) -> Result<Propose, Problem> {
    Ok(Propose {
        act: form.act()?,
        record: id,
        version: form.version()?,
        look: look.clone(),
        basis: form.need("basis")?.to_owned(),
        reason: form.need("reason")?.to_owned(),
    })
}

/// The exact readers and why, before the second person is asked.
async fn confirm(
    me: &Signed,
    id: RecordId,
    (look, form): (&Look, &PostForm),
) -> Result<Response, Problem> {
    let act = read(id, look, form)?;
    let view = of_records(me).await?.subject(id).await?;
    let states = States::contacts(me).await?;
    let page = me.page("share-propose-title").band(&view.roll_up());
    let readers = look.to.iter();
    let readers: Vec<String> = readers
        .map(|state| reader_name(&page, &states, state.as_str()))
        .collect();
    let facts = vec![
        (page.say("share-record"), view.number.clone()),
        (page.say("share-to"), readers.join("\n")),
        (
            page.say("share-purpose"),
            page.code("purpose", look.purpose.code()),
        ),
        (
            page.say("share-clearance"),
            page.code("class", look.clearance.code()),
        ),
        (page.say("share-basis"), act.basis.clone()),
        (page.say("share-why"), act.reason.clone()),
    ];
    let confirm = Confirm {
        rooms: alone(&page),
        lead: page.say_n("share-propose-lead", readers.len()),
        facts,
        action: format!("/records/{id}/release"),
        hidden: page.hidden_at(&act.version),
        carried: carried(form),
        button: page.say("share-propose-keep"),
        grave: false,
        change: true,
        back: format!("/records/{id}/release"),
        page,
    };
    Ok(shown(StatusCode::OK, &confirm))
}
