//! Drafting: begin, change, hand in.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::life::person;
use super::{Carriage, Outcome, Relation, Request, Side, Stage, Standing, Urgency, check};
use crate::actor::By;
use crate::id::{AuthorityId, OfficerId, RequestId, StateCode};
use crate::label::Label;
use crate::lang::Lang;
use crate::limits;
use crate::number::Number;
use crate::refusal::Refusal;

/// Begin a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// Id of the new request.
    pub id: RequestId,
    /// Its number.
    pub number: Number,
    /// Template, by code ("mla").
    pub template: String,
    /// Version of the template.
    pub template_version: u32,
    /// Requested State.
    pub to: StateCode,
    /// Requested authority.
    pub to_authority: AuthorityId,
    /// How it relates to another request.
    pub relation: Relation,
    /// That other request.
    pub parent: Option<RequestId>,
    /// How soon.
    pub urgency: Urgency,
    /// As what it will be sent.
    pub standing: Standing,
    /// The fields so far; may be incomplete.
    pub content: Value,
    /// Language it is written in.
    pub lang: Lang,
    /// Handling.
    pub label: Label,
    /// Domestic law wants a judge's validation (coercive measures, by the State's profile).
    pub validation_needed: bool,
}

/// Change a draft. What is `None` stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Edit {
    /// The version the officer saw; somebody else's change in between is not overwritten.
    pub seen_version: i64,
    /// New fields, whole.
    pub content: Option<Value>,
    /// How soon.
    pub urgency: Option<Urgency>,
    /// As what it will be sent.
    pub standing: Option<Standing>,
    /// Language it is written in.
    pub lang: Option<Lang>,
    /// Handling.
    pub label: Option<Label>,
    /// Requested authority.
    pub to_authority: Option<AuthorityId>,
    /// Warnings accepted, code to reason.
    pub findings_accepted: Option<BTreeMap<String, String>>,
    /// Domestic law wants a judge's validation.
    pub validation_needed: Option<bool>,
}

/// What the validator found, as submitting and sending need it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// What blocks.
    pub block: Vec<Found>,
    /// What wants a reason.
    pub warn: Vec<Found>,
}

/// One finding, by code and field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// Code of the rule ("MLA-03").
    pub code: String,
    /// JSON Pointer into the content.
    pub field: String,
}

/// Hand a draft in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submit {
    /// What the validator says of it now.
    pub findings: Findings,
}

/// Between whom.
#[derive(Debug, Clone)]
pub(super) struct Ends {
    pub(super) from: StateCode,
    pub(super) from_authority: AuthorityId,
    pub(super) to: StateCode,
    pub(super) to_authority: AuthorityId,
}

impl Request {
    /// Begins a draft; the author is who acts.
    ///
    /// # Errors
    /// `PERSON`, `NUMBER`, `SAME-STATE` (GEN-02), or a shape refusal naming the field.
    pub fn draft(act: &Draft, by: &By, now: Timestamp) -> Outcome {
        let author = person(by)?;
        let authority = by.authority.clone().ok_or(Refusal::new("PERSON"))?;
        if act.number.state != by.state || act.number.authority != authority {
            return Err(Refusal::new("NUMBER")
                .at("/number")
                .with("number", &act.number));
        }
        if act.to == by.state {
            return Err(Refusal::new("SAME-STATE").at("/requested/state"));
        }
        check::required("/template", &act.template, limits::REFERENCE_CHARS_MAX)?;
        check::content(&act.content)?;
        act.label.check_limits()?;
        check_standing(&act.standing, Some(author), now)?;
        let ends = Ends {
            from: by.state.clone(),
            from_authority: authority,
            to: act.to.clone(),
            to_authority: act.to_authority.clone(),
        };
        let empty = Request {
            number: act.number.to_string(),
            template: act.template.clone(),
            template_version: act.template_version,
            relation: act.relation,
            parent: act.parent,
            author: Some(author),
            officer: Some(author),
            urgency: act.urgency,
            standing: act.standing.clone(),
            content: act.content.clone(),
            lang: act.lang,
            label: act.label.clone(),
            validation_needed: act.validation_needed,
            ..Request::blank(act.id, ends, &act.label, now)
        };
        let mut draft = empty.note("request.drafted", empty.ours(by, now))?;
        draft.measures = check::measures(&draft.content);
        Ok((draft, Vec::new()))
    }

    /// A request with nothing in it, from which both sides begin.
    pub(super) fn blank(id: RequestId, ends: Ends, label: &Label, now: Timestamp) -> Request {
        Request {
            id,
            number: String::new(),
            side: Side::Outgoing,
            carried: Carriage::Node,
            template: String::new(),
            template_version: 0,
            from: ends.from,
            from_authority: ends.from_authority,
            to: ends.to,
            to_authority: ends.to_authority,
            relation: Relation::New,
            parent: None,
            author: None,
            edited_by: None,
            editors: BTreeSet::new(),
            submitted_by: None,
            validated_by: None,
            validation_needed: false,
            approver: None,
            officer: None,
            urgency: Urgency::Normal,
            triage: None,
            standing: Standing::Complete,
            stage: Stage::Draft,
            second: None,
            content: Value::Null,
            content_sha256: None,
            lang: Lang::En,
            label: label.clone(),
            their_reference: None,
            our_reference: None,
            next_date: None,
            asked: Vec::new(),
            measures: Vec::new(),
            supplements: Vec::new(),
            conditions: Vec::new(),
            refusal: None,
            grounds: BTreeSet::new(),
            reports: Vec::new(),
            clocks: Vec::new(),
            events: Vec::new(),
            findings_accepted: BTreeMap::new(),
            evidence: Vec::new(),
            costs: Vec::new(),
            scans: Vec::new(),
            certificate: None,
            envelope: None,
            dispute: None,
            version: 0,
            created: now,
            updated: now,
            guard: Box::default(),
        }
    }

    /// Changes a draft.
    ///
    /// # Errors
    /// `STALE` when somebody changed it in between, `STAGE` once it is handed in, or a shape refusal.
    pub fn edit(&self, act: &Edit, by: &By, now: Timestamp) -> Outcome {
        let editor = person(by)?;
        if act.seen_version != self.version {
            return Err(Refusal::new("STALE")
                .with("seen", act.seen_version)
                .with("version", self.version));
        }
        let mut next = self.step("request.edited", Stage::Draft, self.ours(by, now))?;
        next.edited_by = Some(editor);
        next.editors.insert(editor);
        if let Some(content) = &act.content {
            check::content(content)?;
            next.measures = check::measures(content);
            next.content = content.clone();
        }
        if let Some(standing) = &act.standing {
            check_standing(standing, self.author, now)?;
            next.standing = standing.clone();
        }
        if let Some(label) = &act.label {
            label.check_limits()?;
            next.label = label.clone();
        }
        if let Some(accepted) = &act.findings_accepted {
            check::at_most("/findings_accepted", accepted.len(), limits::FINDINGS_MAX)?;
            for (code, reason) in accepted {
                check::required(
                    &format!("/findings_accepted/{code}"),
                    reason,
                    limits::NOTE_CHARS_MAX,
                )?;
            }
            next.findings_accepted.clone_from(accepted);
        }
        next.urgency = act.urgency.unwrap_or(next.urgency);
        next.lang = act.lang.unwrap_or(next.lang);
        next.validation_needed = act.validation_needed.unwrap_or(next.validation_needed);
        if let Some(authority) = &act.to_authority {
            next.to_authority = authority.clone();
        }
        Ok((next, Vec::new()))
    }

    /// Hands a draft in for validation and approval.
    ///
    /// # Errors
    /// `BLOCKED`, `REASON-MISSING` (see `check_findings`), `STAGE`.
    pub fn submit(&self, act: &Submit, by: &By, now: Timestamp) -> Outcome {
        let officer = person(by)?;
        self.check_findings(&act.findings)?;
        check_standing(&self.standing, self.author, now)?;
        let mut next = self.step("request.submitted", Stage::Review, self.ours(by, now))?;
        next.submitted_by = Some(officer);
        Ok((next, Vec::new()))
    }

    /// Whether it may go out as what it says it is: a complete request has no blocking finding and a reason for each
    /// warning; an urgent one may lack what it then owes; a consultation draft may lack anything.
    pub(super) fn check_findings(&self, findings: &Findings) -> Result<(), Refusal> {
        check::at_most(
            "/findings",
            findings.block.len() + findings.warn.len(),
            limits::FINDINGS_MAX,
        )?;
        if self.standing == Standing::Complete
            && let Some(first) = findings.block.first()
        {
            let codes: Vec<&str> = findings
                .block
                .iter()
                .map(|found| found.code.as_str())
                .collect();
            return Err(Refusal::new("BLOCKED")
                .at(first.field.clone())
                .with("codes", codes.join(" ")));
        }
        if self.standing == Standing::Consultation {
            return Ok(());
        }
        match findings
            .warn
            .iter()
            .find(|found| !self.findings_accepted.contains_key(&found.code))
        {
            Some(found) => Err(Refusal::new("REASON-MISSING")
                .at(found.field.clone())
                .with("code", &found.code)),
            None => Ok(()),
        }
    }
}

/// An urgent request travels with the reason of a head who is not its author, and with a date still to come.
pub(super) fn check_standing(
    standing: &Standing,
    author: Option<OfficerId>,
    now: Timestamp,
) -> Result<(), Refusal> {
    let Standing::UrgentCompletion {
        by,
        head_reason,
        head,
        ..
    } = standing
    else {
        return Ok(());
    };
    check::required("/standing/head_reason", head_reason, limits::NOTE_CHARS_MAX)?;
    if author == Some(*head) {
        return Err(Refusal::new("FOUR-EYES").at("/standing/head"));
    }
    check::not_past("/standing/by", *by, now)
}
