//! The defence view: what an accused person may be shown of a request and of what came of it (resolution 2322, paragraph 15:
//! a fair trial). It is made from closed lists of what is told: whatever does not stand in them (safeguards, asylum,
//! sources, notes of the desk, persons, inner steps) is not there, whoever adds it tomorrow.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::code::coded;
use crate::id::{AuthorityId, Digest, EvidenceId, StateCode};
use crate::label::{Class, Purpose, Recipient, Relation};
use crate::request::{
    CustodyEvent, EvidenceItem, Ground, MeasureState, Obtained, Origin, Request, Side, Stage, Use,
    UseEvidence,
};
use crate::rules::content::Node;
use crate::template::path;

/// Fields of a request that are told, as patterns: what was asked, on what basis, for which offence.
const TOLD: &[&str] = &[
    "/type",
    "/title",
    "/conducting_authority/name",
    "/legal_basis/*/instrument",
    "/legal_basis/*/article",
    "/legal_basis/*/role",
    "/proceeding/stage",
    "/proceeding/number",
    "/proceeding/court",
    "/proceeding/opened_on",
    "/warrant/kind",
    "/warrant/authority",
    "/warrant/number",
    "/warrant/issued_on",
    "/offences/*/title",
    "/offences/*/category",
    "/offences/*/law_text",
    "/offences/*/death_penalty",
    "/offences/*/committed_from",
    "/offences/*/committed_until",
    "/measures/*/kind",
    "/measures/*/object",
    "/measures/*/purpose",
    "/measures/*/period_from",
    "/measures/*/period_until",
    "/measures/*/order",
    "/evidence/subtype",
    "/evidence/data_types",
    "/evidence/period_from",
    "/evidence/period_until",
    "/sought/status",
    "/speciality/undertaking",
    "/assurances/*/kind",
    "/assurances/*/given_by",
    "/assurances/*/given_on",
    "/assurances/*/text",
    "/death_penalty/capital",
    "/death_penalty/statement",
    "/use_limits/purposes",
    "/use_limits/exculpatory",
    "/languages/original",
];

/// Events that are told. A step of a track may speak of a hold that is nobody's business: of steps only those that act on
/// the person are here.
const EVENTS: &[&str] = &[
    "request.sent",
    "request.delivered",
    "request.registered",
    "request.acknowledged",
    "request.info_requested",
    "request.answered",
    "request.accepted",
    "request.partly_accepted",
    "request.postponed",
    "request.refused",
    "request.execution_begun",
    "request.partly_executed",
    "request.executed",
    "evidence.returned",
    "evidence.partly_returned",
    "evidence.received",
    "evidence.opened",
    "request.withdrawn",
    "request.lapsed",
    "request.closed",
    "step.arrest",
    "step.release",
    "step.surrender",
];

/// Roles of persons who may be named: those whom the proceedings are about.
const CONCERNED: &[&str] = &["subject", "suspect", "accused", "convicted", "sought"];

/// Shortest name that is looked for in a text: shorter ones stand in words of every language.
const NAME_CHARS_MIN: usize = 3;

coded! {
    /// Why a request cannot be shown to the defence now.
    pub enum Closed {
        /// Nothing was asked yet.
        Draft = "draft",
        /// Its label does not reach so far.
        Label = "label",
        /// The requesting State asked that the person is not told (UNTOC 18(20)).
        Confidential = "confidential",
    }
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Disclosure {
    /// Number of the request.
    pub number: String,
    /// Requesting State.
    pub from: StateCode,
    /// Requested State.
    pub to: StateCode,
    /// The form it is written on.
    pub template: String,
    /// Its version.
    pub template_version: u32,
    /// Digest of the whole request, which the requesting authority signed.
    pub content_sha256: Option<Digest>,
    /// The fields that are told.
    pub content: Value,
    /// What happened.
    pub steps: Vec<Told>,
    /// Where each measure stands.
    pub measures: Vec<MeasureState>,
    /// The grounds on which it was refused, whole or in part.
    pub refused: BTreeSet<Ground>,
    /// What was gathered, with its custody.
    pub evidence: Vec<Shown>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// When.
    pub at: Timestamp,
    /// Which State did it.
    pub state: StateCode,
    /// Which authority, where it was one.
    pub authority: Option<AuthorityId>,
    /// What, past tense.
    pub verb: String,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shown {
    /// Its id.
    pub id: EvidenceId,
    /// What it is called; empty where that would name somebody.
    pub title: String,
    /// Its kind.
    pub kind: String,
    /// Size in bytes.
    pub size_bytes: u64,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// Who collected it, where, when, under which law.
    pub origin: Origin,
    /// The certificate for the court.
    pub certificate: String,
    /// What it may be used for.
    pub use_conditions: String,
    /// How a statement was obtained.
    pub obtained: Option<Obtained>,
    /// The items shown here that it is derived from.
    pub derived_from: BTreeSet<EvidenceId>,
    /// Marked as speaking for the accused.
    pub exculpatory: bool,
    /// All hands it went through, each step linked to the one before.
    pub custody: Vec<CustodyEvent>,
}

impl Request {
    /// Why the defence may not be shown anything of it on that day; nothing where it may.
    #[must_use]
    pub fn closed_to_defence(&self, now: Timestamp) -> Vec<Closed> {
        let day = now.to_zoned(TimeZone::UTC).date();
        let mut why = Vec::new();
        let asked = !matches!(self.stage, Stage::Draft | Stage::Review | Stage::Approved)
            && (self.side == Side::Incoming
                || self.events.iter().any(|e| e.verb == "request.sent"));
        if !asked || self.stage == Stage::Quarantined {
            why.push(Closed::Draft);
        }
        let counsel = Recipient {
            clearance: Class::Confidential,
            consents: BTreeSet::from([self.home().to_string()]),
            country: self.home().to_string(),
            purpose: Purpose::Mla,
            relation: Relation::Client,
        };
        if !self.label.decide(&counsel, day).permitted() {
            why.push(Closed::Label);
        }
        // Whoever asked for silence decides when it ends; whoever was asked keeps it.
        if self.side == Side::Incoming && self.asks_silence(day) {
            why.push(Closed::Confidential);
        }
        why
    }

    /// Whether the request asks, on that day, that the person is not told of it.
    #[must_use]
    pub fn asks_silence(&self, day: Date) -> bool {
        let content = self.content_now();
        let said = Node::root(&content).get("confidentiality");
        said.get("person_may_be_told").no()
            && said.get("until_on").date().is_none_or(|until| day <= until)
    }

    /// What the defence may be shown. The record of safeguards must be loaded: it says what was marked as exculpatory.
    ///
    /// # Errors
    /// The reasons why nothing may be shown.
    pub fn for_defence(&self, now: Timestamp) -> Result<Disclosure, Vec<Closed>> {
        let closed = self.closed_to_defence(now);
        if !closed.is_empty() {
            return Err(closed);
        }
        let whole = self.content_now();
        let kept_apart = others(&whole);
        let items: Vec<&EvidenceItem> = self
            .evidence
            .iter()
            .filter(|item| self.reaches_court(item, now))
            .collect();
        let ids: BTreeSet<EvidenceId> = items.iter().map(|item| item.id).collect();
        // Codes too: the other side may have written anything in their place.
        let open = |text: &str| if names(text, &kept_apart) { "" } else { text }.to_owned();
        let shown = |item: &&EvidenceItem| {
            let custody = item.custody.iter().map(|step| CustodyEvent {
                by: open(&step.by),
                action: open(&step.action),
                why: open(&step.why),
                ..step.clone()
            });
            Shown {
                id: item.id,
                title: open(&item.title),
                kind: open(&item.kind),
                size_bytes: item.size_bytes,
                sha256: item.sha256,
                origin: Origin {
                    collected_by: open(&item.origin.collected_by),
                    place: open(&item.origin.place),
                    law: open(&item.origin.law),
                    ..item.origin.clone()
                },
                certificate: open(&item.certificate_text),
                use_conditions: open(&item.use_conditions),
                obtained: item.provenance.obtained,
                derived_from: &item.provenance.derived_from & &ids,
                exculpatory: self.guard.record.exculpatory.contains(&item.id),
                custody: custody.collect(),
            }
        };
        let measures = self.measures.iter().map(|measure| MeasureState {
            kind: open(&measure.kind),
            ..measure.clone()
        });
        Ok(Disclosure {
            number: self.number.clone(),
            from: self.from.clone(),
            to: self.to.clone(),
            template: self.template.clone(),
            template_version: self.template_version,
            content_sha256: self.content_sha256,
            content: told(&whole, &kept_apart),
            steps: self.events.iter().filter_map(step).collect(),
            measures: measures.collect(),
            refused: self.grounds.clone(),
            evidence: items.iter().map(shown).collect(),
        })
    }

    /// Whether an item may go before a court, or was disclosed to the defence: the rule of the evidence package, and its
    /// owner's limits on either side.
    fn reaches_court(&self, item: &EvidenceItem, now: Timestamp) -> bool {
        if self.guard.record.exculpatory.contains(&item.id) {
            return true;
        }
        let act = UseEvidence {
            evidence: item.id,
            usage: Use::Court,
            purpose: self.number.clone(),
            to: None,
        };
        let day = now.to_zoned(TimeZone::UTC).date();
        let own = item.limits.as_ref();
        let ours = self.side == Side::Incoming;
        self.may_use(&act, now).is_ok()
            && !(ours && own.is_some_and(|limits| limits.allow(Use::Court, day).is_err()))
    }
}

fn step(event: &crate::Event) -> Option<Told> {
    EVENTS.contains(&event.verb.as_str()).then(|| Told {
        at: event.at,
        state: event.by.state.clone(),
        authority: event.by.authority.clone(),
        verb: event.verb.clone(),
    })
}

/// Names of everybody in the request whom it is not about, in small letters: of persons, and of those whom a measure names.
fn others(content: &Value) -> Vec<String> {
    let root = Node::root(content);
    let small = |name: &str| name.trim().to_lowercase();
    let heard = root.get("measures").items();
    let heard = heard.flat_map(|(_, measure)| measure.get("person").text());
    let words: Vec<String> = heard
        .flat_map(|name| name.split([' ', ',', ';']).map(small))
        .collect();
    let mut concerned = BTreeSet::new();
    let fields = [
        "family_name",
        "given_names",
        "patronymic",
        "native_name",
        "aliases",
    ];
    let mut names = Vec::new();
    for (_, person) in root.get("persons").items() {
        let said = fields.map(|field| person.get(field).text().unwrap_or_default());
        let said = said
            .iter()
            .flat_map(|name| name.split([',', ';']).map(small));
        if CONCERNED.contains(&person.get("role").code()) {
            concerned.extend(said.flat_map(|name| {
                let words = name.split(' ').map(str::to_owned);
                words.collect::<Vec<_>>()
            }));
        } else {
            names.extend(said);
        }
    }
    names.extend(words.into_iter().filter(|word| !concerned.contains(word)));
    names.retain(|name| name.chars().count() >= NAME_CHARS_MIN);
    names
}

/// Whether a text names one of them.
fn names(text: &str, kept_apart: &[String]) -> bool {
    let text = text.to_lowercase();
    kept_apart.iter().any(|name| text.contains(name))
}

/// The fields that are told, and of their texts those that name nobody else.
fn told(content: &Value, kept_apart: &[String]) -> Value {
    let mut out = Value::Null;
    for pattern in TOLD {
        let places = match path::list_of(pattern) {
            None => vec![(*pattern).to_owned()],
            Some(list) => (0..path::entries(content, &list))
                .map(|index| path::concrete(pattern, index))
                .collect(),
        };
        for place in places {
            // Lists grow one by one: an entry without this field gets an empty one.
            let value = content.pointer(&place).map(|value| open(value, kept_apart));
            if value.is_some() || pattern.contains('*') {
                path::put(&mut out, &place, value.unwrap_or(Value::Null));
            }
        }
    }
    out
}

fn open(value: &Value, kept_apart: &[String]) -> Value {
    match value {
        Value::String(text) if names(text, kept_apart) => Value::Null,
        Value::String(_) | Value::Bool(_) | Value::Number(_) => value.clone(),
        Value::Array(all) => {
            let plain = |one: &&Value| one.as_str().is_some_and(|text| !names(text, kept_apart));
            all.iter().filter(plain).cloned().collect()
        }
        // A text with its language is told as text; a reason for withholding is not.
        Value::Object(map) => match map.get("text") {
            Some(text) => open(text, kept_apart),
            None => Value::Null,
        },
        Value::Null => Value::Null,
    }
}
