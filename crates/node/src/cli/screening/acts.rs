//! The acts of control over screening, as the node does them.

use std::fmt::Write as _;
use std::time::Duration;

use bytes::Bytes;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::{Actor, Lang, Purpose, limits};
use office::people;
use office::screening::batch::{self, FileOrder, FileSheet};
use office::screening::log;
use office::screening::queue::{self, Decide, HitLine, HitSheet, HitsWanted};
use office::screening::reviews::{self, Review, ReviewLine, ReviewsWanted, Withdraw};
use office::screening::subject::Subject;
use office::screening::watch::{self, Enrol, Stop, WatchLine, WatchesWanted};
use office::{Page, Progress, Reader};

use super::super::act::Here;
use super::super::fail::{Done, Fail, Outcome, plain};
use super::super::signer::Signer;
use super::{Asked, Named, Who, format_of};

/// How often a file at work is looked at.
const LOOK_EVERY: Duration = Duration::from_millis(100);

/// Do it. `body` is what followed the question.
pub(in super::super) async fn perform(
    asked: Asked,
    here: &Here,
    (body, progress): (Bytes, &dyn Progress),
) -> Outcome {
    match asked {
        Asked::File {
            name,
            case,
            threshold,
            lines,
        } => {
            let order = FileOrder {
                act: here.office.new_act(),
                name,
                bytes: body,
                case,
                threshold,
            };
            file(here, (order, lines), progress).await
        }
        Asked::Hits { all, page } => {
            let mut wanted = HitsWanted::default();
            (wanted.decided, wanted.page) = (all, page);
            let hits = reader(here).await?.hits(&wanted).await?;
            Ok(listed(&hits, "no hit waits for a decision", hit_line))
        }
        Asked::Hit { id } => hit(here, &id).await,
        Asked::Watches { page } => {
            let wanted = WatchesWanted {
                page,
                ..WatchesWanted::default()
            };
            let watches = reader(here).await?.watches(&wanted).await?;
            Ok(listed(&watches, "nobody is watched", watch_line))
        }
        Asked::Reviews { all, page } => {
            let mut wanted = ReviewsWanted::default();
            (wanted.over, wanted.page) = (all, page);
            let reviews = reader(here).await?.reviews(&wanted).await?;
            Ok(listed(&reviews, "no review is in force", review_line))
        }
        Asked::Log(wanted) => super::log::show(here, wanted).await,
        Asked::Export(wanted) => super::log::export(here, (wanted, progress)).await,
        Asked::Prove { id, salt } => super::log::prove(here, (id, salt), &body).await,
        Asked::Named { named, signer } => signed(here, (named, &signer)).await,
    }
}

/// What an officer answers for, as that officer.
async fn done(here: &Here, actor: &Actor, named: Named) -> Result<String, Fail> {
    let (office, act) = (&here.office, here.office.new_act());
    let reader = reader(here).await?;
    match named {
        Named::Decide {
            id,
            verdict,
            reason,
            until,
        } => {
            let line = sheet(here, &id).await?.line;
            let decide = Decide {
                act,
                hit: line.id,
                version: line.version,
                verdict,
                reason,
                until,
            };
            let done = queue::decide(office, actor, decide).await;
            let review = done.map_err(to_officer)?.review;
            let by = review.map(|id| format!(" by {id}")).unwrap_or_default();
            Ok(format!("decided: {verdict}{by}\n"))
        }
        Named::Enrol {
            who,
            case,
            reason,
            until,
        } => {
            let enrol = Enrol {
                act,
                question: who.question(),
                case,
                reason,
                until,
            };
            let id = watch::enrol(office, actor, enrol).await;
            let id = id.map_err(to_officer)?;
            Ok(format!("watched until {}: {id}\n", day(until)))
        }
        Named::Stop { id } => {
            let watch = kind("watch", &id);
            let held = reader.watch(&watch).await?;
            let version = held.ok_or_else(|| nothing(&watch))?.version;
            let stop = Stop {
                act,
                watch,
                version,
            };
            let stopped = watch::stop(office, actor, stop).await;
            stopped.map_err(to_officer)?;
            Ok("watched no longer; what was kept is destroyed\n".to_owned())
        }
        Named::Withdraw { id } => {
            let review = kind("review", &id);
            let held = reader.review(&review).await?;
            let version = held.ok_or_else(|| nothing(&review))?.version;
            let withdraw = Withdraw {
                act,
                review,
                version,
            };
            let withdrawn = reviews::withdraw(office, actor, withdraw).await;
            withdrawn.map_err(to_officer)?;
            Ok("withdrawn; the record is an answer again\n".to_owned())
        }
        review => reviewed(here, actor, review).await,
    }
}

async fn reviewed(here: &Here, actor: &Actor, named: Named) -> Result<String, Fail> {
    let Named::Review {
        subject,
        who,
        record,
        verdict,
        reason,
        until,
    } = named
    else {
        return Err(Fail::broken("this command has no act".to_owned()));
    };
    let review = Review {
        act: here.office.new_act(),
        subject: subject_of(here, (subject, &who))?,
        entity: record,
        verdict,
        reason,
        until,
    };
    let id = reviews::review(&here.office, actor, review).await;
    let id = id.map_err(to_officer)?;
    Ok(format!("holds until {}: {id}\n", day(until)))
}

async fn reader(here: &Here) -> Result<Reader, Fail> {
    Ok(here
        .office
        .read(&here.operator(), Purpose::Screening)
        .await?)
}

/// An id with its kind, however it was written.
fn kind(kind: &str, id: &str) -> String {
    let (_, bare) = id.split_once(':').unwrap_or(("", id));
    format!("{kind}:{bare}")
}

fn nothing(id: &str) -> Fail {
    Fail::refused(format!("there is no {}", plain(id)))
}

fn subject_of(here: &Here, (subject, who): (Option<String>, &Who)) -> Result<Subject, Fail> {
    let office = &here.office;
    match subject {
        Some(reference) => Ok(Subject::named(office, &reference)?),
        None => Subject::of(office, &who.question())?
            .ok_or_else(|| Fail::input("say who is meant: --subject or --name")),
    }
}

/// As this officer: signed in for one act.
async fn signed(here: &Here, (named, signer): (Named, &Signer)) -> Outcome {
    let (officer, token) = signer.sign_in(here).await?;
    let said = done(here, &officer, named).await;
    people::sign_out(&here.office, &token).await?;
    Ok(Done::said(said?))
}

/// A refusal of the officer, in words of its own: the operator's are about the operator.
fn to_officer(error: office::Error) -> Fail {
    match error.code() {
        "NOT-ALLOWED" => {
            let refusal = model::Refusal::new("NOT-ALLOWED");
            let words = web::Problem::from(refusal).text(Lang::En);
            Fail::refused(format!("{} (NOT-ALLOWED)", plain(&words)))
        }
        _ => error.into(),
    }
}

/// Check a file to its end. Where no node runs, nobody else writes the log meanwhile.
async fn file(here: &Here, (order, lines): (FileOrder, bool), progress: &dyn Progress) -> Outcome {
    let (office, operator) = (&here.office, here.operator());
    let id = batch::start(office, &operator, order).await?;
    let sheet: FileSheet = loop {
        log::round(office).await?;
        let file = reader(here).await?.file(&id).await?;
        let file = file.ok_or_else(|| nothing(&id))?;
        progress.step(file.line.done, Some(file.line.rows), "rows");
        if file.line.stage != "running" {
            break file;
        }
        tokio::time::sleep(LOOK_EVERY).await;
    };
    let line = &sheet.line;
    let mut done = Done::said(format!(
        "{} rows, {} with hits, kept until {}\n",
        line.rows,
        line.hit_rows,
        line.until.map(day).unwrap_or_default()
    ));
    for column in &line.ignored {
        let _ = writeln!(done.text, "not compared: column {}", plain(column));
    }
    if let Some(code) = &line.failed {
        let _ = writeln!(done.text, "NOT CHECKED TO ITS END ({code}); check it again");
        done = done.holding(false);
    }
    let text = batch::download(office, &operator, (&id, format_of(lines))).await?;
    done.body = text.into_bytes();
    Ok(done)
}

fn day(at: Timestamp) -> String {
    at.to_zoned(TimeZone::UTC).date().to_string()
}

/// A page as lines, or that there is nothing.
fn listed<T>(page: &Page<T>, nothing: &str, line: impl Fn(&mut String, &T)) -> Done {
    let mut out = String::new();
    for row in &page.rows {
        line(&mut out, row);
    }
    if page.rows.is_empty() {
        let _ = writeln!(out, "{nothing}");
    } else if page.total > limits::PAGE_ROWS_DEFAULT as u64 {
        let _ = writeln!(out, "{} in all; --page for more", page.total);
    }
    Done::said(out)
}

fn hit_line(out: &mut String, hit: &HitLine) {
    let case = hit.case.as_deref().unwrap_or("-");
    let _ = writeln!(
        out,
        "{}  {}  {}  {}  case {}\n    {:.2}  asked {}  found {} ({} {})",
        hit.id,
        hit.at,
        hit.stage,
        hit.channel,
        plain(case),
        hit.score,
        plain(&hit.asked),
        plain(&hit.caption),
        hit.list,
        plain(&hit.list_version)
    );
}

fn watch_line(out: &mut String, watch: &WatchLine) {
    let names = watch.body.question.names().join("; ");
    let _ = writeln!(
        out,
        "{}  until {}  case {}  by {}\n    {}  found {}",
        watch.id,
        day(watch.until),
        plain(&watch.body.case),
        watch.officer.as_deref().unwrap_or("-"),
        plain(&names),
        watch.body.seen.len()
    );
}

fn review_line(out: &mut String, review: &ReviewLine) {
    let bound = &review.bound;
    let _ = writeln!(
        out,
        "{}  {}  until {}  by {}{}\n    {}  {}  {}: {}",
        review.id,
        review.stage,
        review.until.map(day).unwrap_or_default(),
        bound.by,
        if bound.own { " (own question)" } else { "" },
        bound.verdict,
        plain(&bound.entity),
        plain(&bound.caption),
        plain(&bound.reason)
    );
}

async fn sheet(here: &Here, id: &str) -> Result<HitSheet, Fail> {
    let id = kind("hit", id);
    let hit = reader(here).await?.hit(&id).await?;
    hit.ok_or_else(|| nothing(&id))
}

async fn hit(here: &Here, id: &str) -> Outcome {
    let sheet = sheet(here, id).await?;
    let mut out = String::new();
    hit_line(&mut out, &sheet.line);
    for (property, values) in &sheet.body.question.properties {
        let _ = writeln!(out, "  asked: {property} {}", plain(&values.join("; ")));
    }
    super::super::screen::entry(&mut out, 1, &sheet.body.hit);
    if sheet.changed {
        out.push_str("the record has changed since, or is gone from its list\n");
    }
    if let Some(said) = &sheet.body.decided {
        let _ = writeln!(
            out,
            "decided {} by {} on {}: {}",
            said.verdict,
            said.by,
            day(said.at),
            plain(&said.reason)
        );
    }
    for review in &sheet.reviews {
        review_line(&mut out, review);
    }
    Ok(Done::said(out))
}
