//! The acts, named as the officer speaks: those of every request, and the steps of tracks and measures.

use serde_json::Value;

use super::{Act, FIRST, Play, SECOND};
use crate::finding::Level;
use crate::refusal::Refusal;
use crate::request::{
    Accept, Acknowledge, Answer, Ask, AskedItem, Close, ConfirmRefusal, DropRefusal, File, Ground,
    Outcome, Phase, Postpone, Progress, Refuse, Register, Report, Request, ReturnEvidence, Side,
    TakeStep, Track, Use, Withdraw,
};

/// Acts of the requesting side; `close`, `wait` and what either side may do are where the file says.
const OF_REQUESTING: &[&str] = &["answer", "withdraw", "confirm_return"];

/// What an act of this name gives on one side.
type Does = fn(&Play<'_>, &Request, &Act, &super::By) -> Outcome;

/// The acts of every request.
const ACTS: &[(&str, Does)] = &[
    ("register", register),
    ("acknowledge", acknowledge),
    ("ask", |play, r, act, by| {
        r.ask(&ask(play, r, act)?, by, act.at)
    }),
    ("consult", |play, r, act, by| {
        r.consult(&ask(play, r, act)?, by, act.at)
    }),
    ("answer", answer),
    ("accept", accept),
    ("postpone", postpone),
    ("propose_refusal", |_, r, act, by| {
        r.propose_refusal(&refuse(r, act)?, by, act.at)
    }),
    ("confirm_refusal", |_, r, act, by| {
        r.confirm_refusal(&ConfirmRefusal::default(), by, act.at)
    }),
    ("drop_refusal", |_, r, act, by| {
        let reason = act.text(&["reason", "text"], "Dropped.");
        r.drop_refusal(&DropRefusal { reason }, by, act.at)
    }),
    ("begin", |_, r, act, by| {
        r.begin_execution(&progress(act), by, act.at)
    }),
    ("progress", |_, r, act, by| {
        r.progress(&progress(act), by, act.at)
    }),
    ("execute", execute),
    ("return", |_, r, act, by| {
        let sent = ReturnEvidence {
            certificate: act.text(&["certificate", "text"], "Taken as the law wants."),
            ..ReturnEvidence::default()
        };
        r.return_evidence(&sent, by, act.at)
    }),
    ("confirm_return", |_, r, act, by| {
        r.confirm_return(by, act.at)
    }),
    ("withdraw", |_, r, act, by| {
        let reason = act.text(&["reason", "text"], "No longer needed.");
        r.withdraw(&Withdraw { reason }, by, act.at)
    }),
    ("lapse", |_, r, act, by| r.lapse(&filed(act), by, act.at)),
    ("archive", |_, r, act, by| {
        r.archive(&filed(act), by, act.at)
    }),
    ("close", |_, r, act, by| {
        let note = act.get(&["note", "text"])?;
        r.close(&Close { note }, by, act.at)
    }),
];

impl Play<'_> {
    /// Plays one act and shows what stands after it.
    pub(super) fn act(&mut self, act: &Act) -> Value {
        let (refused, led_to) = match act.act.as_str() {
            "wait" => (None, None),
            "deliver" => (self.deliver(act.at).err(), None),
            "refuse" | "decline" => self.refuse(act),
            _ => (self.one(act).err(), None),
        };
        self.findings = self.check(act.at);
        self.enter_offered(act.at);
        self.shown(act, refused, led_to)
    }

    fn one(&mut self, act: &Act) -> Result<(), Refusal> {
        let side = self.side_of(act)?;
        let officer = if act.act == "confirm_refusal" {
            SECOND
        } else {
            FIRST
        };
        let by = self.by(side, officer);
        let request = self.guarded(self.request_of(side)?.clone(), act);
        if let Some(noted) = self.note_safeguard(&request, act, &by) {
            return self.carry(side, noted.map(|next| (next, Vec::new())), act.at);
        }
        let outcome = match ACTS.iter().find(|(name, _)| *name == act.act) {
            Some((_, does)) => does(self, &request, act, &by),
            None => take(&request, act).and_then(|step| request.take_step(&step, &by, act.at)),
        };
        self.carry(side, outcome, act.at)
    }

    /// Proposed by one officer and confirmed by a second. A refusal before any consultation opens the consultation.
    fn refuse(&mut self, act: &Act) -> (Option<Refusal>, Option<&'static str>) {
        let named = |name: &str| Act {
            act: name.to_owned(),
            ..act.clone()
        };
        match self.one(&named("propose_refusal")) {
            Ok(()) => (self.one(&named("confirm_refusal")).err(), None),
            Err(refusal)
                if matches!(
                    refusal.code,
                    "CONSULTATION-FIRST" | "GROUND-AFTER-CONDITION"
                ) =>
            {
                match self.one(&named("consult")) {
                    Ok(()) => (None, Some("consultation")),
                    Err(_) => (Some(refusal), None),
                }
            }
            Err(refusal) => (Some(refusal), None),
        }
    }

    fn side_of(&self, act: &Act) -> Result<Side, Refusal> {
        let (from, to) = (&self.from.profile.code, &self.to.profile.code);
        match (&act.by, act.side(from, to)) {
            (_, Some(side)) => Ok(side),
            (Some(by), None) => Err(Refusal::new("WRONG-STATE").at("/by").with("from", by)),
            (None, None) if OF_REQUESTING.contains(&act.act.as_str()) => Ok(Side::Outgoing),
            (None, None) if Self::is_safeguard(&act.act) => Ok(Side::Incoming),
            (None, None) => Ok(step_side(self.b.as_ref().unwrap_or(&self.a), &act.act)),
        }
    }

    fn request_of(&self, side: Side) -> Result<&Request, Refusal> {
        match side {
            Side::Outgoing => Ok(&self.a),
            Side::Incoming => self.b.as_ref().ok_or_else(|| {
                Refusal::new("STAGE")
                    .with("verb", "request.delivered")
                    .with("stage", self.a.stage)
            }),
        }
    }
}

/// The step that an act of this name means: one word may mean another step on another track.
fn step_of<'a>(request: &Request, act: &'a str) -> &'a str {
    match (act, request.on_track().map(|on| on.track)) {
        ("release", Some(Track::Preservation)) => "end_preservation",
        ("mla", Some(Track::Preservation)) => "mla_arrived",
        ("release", Some(Track::Freeze)) => "unfreeze",
        (_, Some(Track::Spontaneous)) => act,
        ("accept_conditions" | "conditions_agreed", _) => "agree_conditions",
        ("decline_conditions" | "conditions_declined", _) => "reject_conditions",
        _ => act,
    }
}

/// Whose step it is on the track of this request, where the file does not say: the requesting side's if only that side
/// has it.
fn step_side(request: &Request, act: &str) -> Side {
    let (act, track) = (step_of(request, act), request.on_track().map(|on| on.track));
    let mut rows = crate::request::steps()
        .filter(|(of, step)| step.code() == act && (of.is_none() || *of == track))
        .peekable();
    let any = rows.peek().is_some();
    if any && rows.all(|(_, step)| !step.is_of(Side::Incoming)) {
        Side::Outgoing
    } else {
        Side::Incoming
    }
}

fn register(_: &Play<'_>, request: &Request, act: &Act, by: &super::By) -> Outcome {
    let register = Register {
        reference: act.get(&["reference"])?,
        urgency: act.get(&["urgency"])?,
    };
    request.register(&register, by, act.at)
}

fn acknowledge(_: &Play<'_>, request: &Request, act: &Act, by: &super::By) -> Outcome {
    let acknowledge = Acknowledge {
        reference: act.text(&["reference"], "1"),
        officer_function: act.text(&["officer_function"], "Case officer"),
        next_date: act.get(&["next_date", "until"])?,
        officer: None,
    };
    request.acknowledge(&acknowledge, by, act.at)
}

/// What is asked: what the file says, else everything that the validator blocks or warns of; a consultation without points
/// talks about the reasons.
fn ask(play: &Play<'_>, _: &Request, act: &Act) -> Result<Ask, Refusal> {
    let said: Option<Vec<AskedItem>> = act.get(&["items"])?;
    let text = act.text(&["text", "reasons", "note"], "");
    let items = match said {
        Some(items) => items,
        None if act.act == "ask" || text.trim().is_empty() => play
            .check(act.at)
            .into_iter()
            .filter(|finding| finding.level != Level::Hint)
            .map(|finding| AskedItem {
                code: finding.code,
                field: finding.field,
                text: String::new(),
                answered: false,
            })
            .collect(),
        None => vec![AskedItem {
            code: act.text(&["ground", "code"], "comment"),
            field: String::new(),
            text,
            answered: false,
        }],
    };
    let items = match items.is_empty() && act.act == "consult" {
        true => vec![AskedItem {
            code: act.text(&["ground", "code"], "comment"),
            field: String::new(),
            text: "To be talked about.".to_owned(),
            answered: false,
        }],
        false => items,
    };
    Ok(Ask {
        items,
        answer_by: act.get(&["answer_by", "until"])?,
    })
}

fn answer(_: &Play<'_>, request: &Request, act: &Act, by: &super::By) -> Outcome {
    let open = || {
        let items = request.asked.iter().enumerate();
        items
            .filter(|(_, item)| !item.answered)
            .map(|(i, _)| i)
            .collect()
    };
    let changes: Vec<crate::request::Change> = act.get(&["changes"])?.unwrap_or_default();
    let answer = Answer {
        items: match act.get(&["items"])? {
            Some(items) => items,
            None if changes.is_empty() => open(),
            None => Vec::new(),
        },
        changes,
        note: Some(act.text(&["note", "text"], "Answered.")),
    };
    request.answer(&answer, by, act.at)
}

fn accept(_: &Play<'_>, request: &Request, act: &Act, by: &super::By) -> Outcome {
    let measures: Vec<usize> = act.get(&["measures"])?.unwrap_or_default();
    if !measures.is_empty() {
        let step = TakeStep {
            measures,
            ..TakeStep::named("accept_measure")
        };
        return request.take_step(&step, by, act.at);
    }
    let accept = Accept {
        reasons: act.text(&["reasons", "text"], "The conditions are met."),
        conditions: act.get(&["conditions"])?.unwrap_or_default(),
    };
    request.accept(&accept, by, act.at)
}

fn postpone(_: &Play<'_>, request: &Request, act: &Act, by: &super::By) -> Outcome {
    let postpone = Postpone {
        reasons: act.text(&["reasons", "text"], "Own proceedings."),
        review_by: act.get(&["review_by", "until"])?,
    };
    request.postpone(&postpone, by, act.at)
}

fn refuse(request: &Request, act: &Act) -> Result<Refuse, Refusal> {
    let ground: Option<Ground> = act.get(&["ground", "reason_code"])?;
    let police = request
        .on_track()
        .is_some_and(|on| on.track == Track::Police);
    let missing = if police { "POL-05" } else { "MISSING" };
    Ok(Refuse {
        ground: ground.ok_or(Refusal::new(missing).at("/ground"))?,
        reasons: act.text(&["reasons", "text"], "Reasons of law."),
        measures: act.get(&["measures"])?.unwrap_or_default(),
        no_consultation: act.get(&["no_consultation"])?,
        sources: act.get(&["sources"])?.unwrap_or_default(),
    })
}

fn progress(act: &Act) -> Progress {
    Progress {
        note: Some(act.text(&["note", "text"], "Under way.")),
    }
}

fn filed(act: &Act) -> File {
    File {
        reason_code: act.text(&["reason_code", "text"], "time"),
    }
}

/// A report on the measures named, or on the whole.
fn execute(_: &Play<'_>, request: &Request, act: &Act, by: &super::By) -> Outcome {
    let day = act.at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let report = Report {
        what: act.text(&["what", "text"], "Done as asked."),
        on: act.get(&["on"])?.unwrap_or(day),
        law: act.text(&["law"], "Code of criminal procedure"),
        executed_by: act.text(&["executed_by"], ""),
        measures: act.get(&["measures"])?.unwrap_or_default(),
    };
    if report.measures.is_empty() {
        request.report(&report, by, act.at)
    } else {
        request.report_part(&report, by, act.at)
    }
}

/// A step of the track.
fn take(request: &Request, act: &Act) -> Result<TakeStep, Refusal> {
    let on = request.on_track();
    let step = step_of(request, &act.act);
    let on_lapse = on.is_some_and(|on| on.phase == Phase::DocumentsDue) && step == "extend";
    let plain = if on_lapse { "Prolonged." } else { "Done." };
    Ok(TakeStep {
        text: Some(act.text(&["text", "reasons", "what", "note"], plain)),
        on: act.get(&["on"])?,
        until: act.get(&["until"])?,
        amounts: act.get(&["amounts"])?.unwrap_or_default(),
        purpose: purpose(act)?,
        measures: act.get(&["measures"])?.unwrap_or_default(),
        parties: act.get(&["parties"])?.unwrap_or_default(),
        ..TakeStep::named(step)
    })
}

/// What information is to be used for; the words of the conditions themselves are understood.
fn purpose(act: &Act) -> Result<Option<Use>, Refusal> {
    let Some(said) = act.get::<String>(&["purpose"])? else {
        return Ok(None);
    };
    let usage = match said.as_str() {
        "judicial" | "evidence" | "court_file" => Some(Use::Court),
        "intelligence_only" => Some(Use::Intelligence),
        "lead" | "lead_only" | "police" => Some(Use::Investigation),
        "onward_transfer" => Some(Use::Onward),
        code => Use::from_code(code),
    };
    usage
        .map(Some)
        .ok_or_else(|| Refusal::new("MALFORMED").at("/purpose"))
}
