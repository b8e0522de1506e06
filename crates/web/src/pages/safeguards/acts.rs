//! A posted form of the safeguards as the act it means.

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use model::StateCode;
use model::id::RequestId;
use model::request::{
    Choice, Consent, CourtDecides, Duty, EnterAssurance, LookAt, Promise, Qualify, Reply,
    SafeguardAct, Subsume, TrialPoint, UseEvidence,
};

use super::again;
use crate::pages::requests::check::answerable;
use crate::pages::requests::form::{posted_date, typed_date};
use crate::pages::requests::steps::on;
use crate::{PostForm, Problem, Signed};

/// Writes one thing into the record.
pub(super) async fn write(
    me: Signed,
    Path((id, act)): Path<(RequestId, String)>,
    form: PostForm,
) -> Result<Response, Problem> {
    let done = match act_of(&act, &form).and_then(|what| on(&form, id, what)) {
        Ok(on) => office::safeguards::note(me.office(), me.actor(), on)
            .await
            .map_err(Problem::from),
        Err(problem) => Err(problem),
    };
    match done {
        Ok(_) => Ok(me
            .done(&format!("/requests/{id}/safeguards"), "safeguard")
            .into_response()),
        Err(problem) if answerable(&problem) => again(&me, id, (&act, &form), problem).await,
        Err(problem) => Err(problem),
    }
}

fn act_of(act: &str, form: &PostForm) -> Result<SafeguardAct, Problem> {
    Ok(match act {
        "answer" => SafeguardAct::Answer(answer(form)?),
        "subsume" => SafeguardAct::Subsume(Subsume {
            instrument: text(form, "instrument")?,
            article: text(form, "article")?,
            within: form.text("within") == "yes",
            reasons: text(form, "reasons")?,
        }),
        "court" => SafeguardAct::Court(CourtDecides {
            court: text(form, "court")?,
            reference: text(form, "reference")?,
            on: day(form, "on")?,
            political: form.text("political") == "yes",
        }),
        "assure" => SafeguardAct::Assure(EnterAssurance {
            promise: promise(form)?,
        }),
        "look" => SafeguardAct::Look(LookAt {
            assurance: form.parsed("assurance")?,
            on: day(form, "on")?,
            text: text(form, "text")?,
            broken: form.get("broken").is_some(),
        }),
        "duty" => SafeguardAct::Duty(Duty {
            outcome: form.parsed("outcome")?,
            reference: text(form, "reference")?,
            reasons: text(form, "reasons")?,
        }),
        "qualify" => SafeguardAct::Qualify(Qualify {
            what: form.parsed("as")?,
            provision: text(form, "provision")?,
            reasons: text(form, "reasons")?,
        }),
        "use" => SafeguardAct::Use(UseEvidence {
            evidence: form.parsed("evidence")?,
            usage: form.parsed("for")?,
            purpose: text(form, "purpose")?,
            to: state(form)?,
        }),
        "consent" => SafeguardAct::Consent(Consent {
            evidence: form.parsed("evidence")?,
            usage: form.parsed("for")?,
            to: state(form)?,
            reference: text(form, "reference")?,
            on: day(form, "on")?,
        }),
        _ => return Err(Problem::not_found()),
    })
}

fn answer(form: &PostForm) -> Result<Reply, Problem> {
    let mut sheet = BTreeMap::new();
    for point in TrialPoint::ALL {
        if let Some(choice) = Choice::from_code(form.text(&format!("sheet/{point}"))) {
            sheet.insert(*point, choice);
        }
    }
    Ok(Reply {
        safeguard: form.parsed("_which")?,
        choice: form.parsed("choice")?,
        reasons: form.text("reasons").to_owned(),
        sources: form.lines("sources"),
        sheet,
    })
}

fn promise(form: &PostForm) -> Result<Promise, Problem> {
    let monitoring = form
        .lines("monitoring")
        .iter()
        .map(|line| {
            model::rules::content::parse_date(line)
                .ok_or_else(|| Problem::input("MALFORMED", "monitoring"))
        })
        .collect::<Result<_, _>>()?;
    Ok(Promise {
        kind: form.parsed("kind")?,
        givers: codes(form, "givers")?,
        given_by: text(form, "given_by")?,
        binds: codes(form, "binds")?,
        text: text(form, "text")?,
        given_on: day(form, "given_on")?,
        expires: optional_day(form, "expires")?,
        monitoring,
    })
}

fn codes<T: std::str::FromStr + Ord>(form: &PostForm, name: &str) -> Result<BTreeSet<T>, Problem> {
    form.all(name)
        .map(|code| code.parse().map_err(|_| Problem::input("MALFORMED", name)))
        .collect()
}

fn text(form: &PostForm, name: &str) -> Result<String, Problem> {
    form.need(name).map(ToOwned::to_owned)
}

fn day(form: &PostForm, name: &str) -> Result<Date, Problem> {
    posted_date(form, name).ok_or_else(|| Problem::input("MISSING", name))
}

/// A date that may be left open, but not half written.
pub(super) fn optional_day(form: &PostForm, name: &str) -> Result<Option<Date>, Problem> {
    if typed_date(Some(form), name).iter().all(String::is_empty) {
        return Ok(None);
    }
    day(form, name).map(Some)
}

fn state(form: &PostForm) -> Result<Option<StateCode>, Problem> {
    match form.text("to") {
        "" => Ok(None),
        code => code
            .parse()
            .map(Some)
            .map_err(|_| Problem::input("MALFORMED", "to")),
    }
}
