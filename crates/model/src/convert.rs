//! One request drafted out of another: keep data now and ask for them later, ask for what was kept, turn to the next
//! provider.
//!
//! What both forms ask for is carried over as it stands ([`carried`]); what the new kind needs beside is filled in where
//! the first one says it and left open where it does not: a draft, which the rules judge like any other. What belongs to
//! the one paper alone (number, legal basis, translations, files, signature) is never carried.

mod identifiers;
mod judicial;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::kind::Kind;
use crate::rules::content::Node;
use crate::template::{concrete, of_kind, path};

pub use judicial::{mla_of_police, mla_of_team};

/// Measures on stored data, which can be lost before assistance comes, with the types of data and the aim of each.
const STORED: &[(&str, &[&str], &str)] = &[
    ("subscriber_data", &["subscriber"], "identify_user"),
    (
        "traffic_data",
        &["log_ins", "message_records"],
        "trace_contacts",
    ),
    (
        "stored_data",
        &["messages", "stored_files"],
        "prove_content",
    ),
];
/// The measure that asks for each type of data.
const ASKED_BY: &[(&str, &[&str])] = &[
    ("subscriber_data", &["subscriber", "payment"]),
    (
        "traffic_data",
        &[
            "log_ins",
            "connections",
            "message_records",
            "call_records",
            "location",
        ],
    ),
    (
        "stored_data",
        &[
            "messages",
            "mailbox",
            "stored_files",
            "calls",
            "device_backup",
        ],
    ),
];
/// Days in which the request for preserved data is drafted to follow: before the sixty days of ETS 185 article 29(7)
/// end, with time to ask for an extension.
const FOLLOW_UP_DAYS: i64 = 45;
/// What belongs to the one paper alone.
const NOT_CARRIED: &[&str] = &[
    "/type",
    "/number",
    "/relation",
    "/parent",
    "/draft_shared",
    "/legal_basis",
    "/attachments",
    "/languages/translations",
    "/languages/passages",
    "/languages/translation_follows_on",
    "/signatory/signed_on",
];

/// One way of drafting a request out of another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "into", rename_all = "snake_case")]
pub enum Conversion {
    /// Keep now the data that this measure of a request for assistance asks for.
    KeepMeasure {
        /// Position in the content's list, from 0.
        measure: usize,
    },
    /// Keep the data that a request concerning electronic evidence speaks of, or those at the next provider.
    Keep,
    /// Ask for assistance: for the data that were kept, or for what police cannot give.
    Assistance,
}

impl std::fmt::Display for Conversion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::KeepMeasure { measure } => write!(f, "keep_measure:{measure}"),
            Self::Keep => f.write_str("keep"),
            Self::Assistance => f.write_str("assistance"),
        }
    }
}

impl std::str::FromStr for Conversion {
    type Err = crate::id::Malformed;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let no = || crate::id::Malformed { what: "Conversion" };
        match (text, text.strip_prefix("keep_measure:")) {
            ("keep", _) => Ok(Self::Keep),
            ("assistance", _) => Ok(Self::Assistance),
            (_, Some(measure)) => {
                let measure = measure.parse().map_err(|_| no())?;
                Ok(Self::KeepMeasure { measure })
            }
            _ => Err(no()),
        }
    }
}

impl Conversion {
    /// The kind that comes of it.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::KeepMeasure { .. } | Self::Keep => Kind::ElectronicEvidence,
            Self::Assistance => Kind::Mla,
        }
    }
}

fn kind_of(content: &Value) -> Option<Kind> {
    Kind::of_template(content.get("type")?.as_str()?)
}

/// What can be drafted out of a request.
#[must_use]
pub fn offers(content: &Value) -> Vec<Conversion> {
    match kind_of(content) {
        Some(Kind::Mla) => volatile(content)
            .into_iter()
            .map(|measure| Conversion::KeepMeasure { measure })
            .collect(),
        Some(Kind::ElectronicEvidence) => {
            let subtype = Node::root(content).at("evidence/subtype").code();
            match subtype {
                "preservation" | "extension" => vec![Conversion::Assistance],
                _ => vec![Conversion::Keep, Conversion::Assistance],
            }
        }
        Some(Kind::Police) => vec![Conversion::Assistance],
        _ => Vec::new(),
    }
}

/// A draft out of a request, as [`offers`] names it; `number` is that of the request. `None` where the one does not lead to
/// the other.
#[must_use]
pub fn convert(
    content: &Value,
    into: Conversion,
    on: (Date, &str),
    number: Option<&str>,
) -> Option<Value> {
    if !offers(content).contains(&into) {
        return None;
    }
    match (into, kind_of(content)?) {
        (Conversion::KeepMeasure { measure }, _) => preservation_of_measure(content, measure, on),
        (Conversion::Keep, _) => preservation_of_evidence(content, on.0),
        (Conversion::Assistance, Kind::Police) => mla_of_police(content, number),
        (Conversion::Assistance, _) => mla_of_evidence(content, number),
    }
}

/// A new draft of the kind `to` with everything that `content` says and that form asks for too; `None` where there is
/// no template of that kind.
#[must_use]
pub fn carried(content: &Value, to: Kind) -> Option<Value> {
    let template = of_kind(to)?;
    let mut draft = json!({ "type": to.code(), "relation": "new" });
    for (section, field) in template.specs() {
        let pattern = field.pattern.as_str();
        let left = NOT_CARRIED.iter().any(|not| {
            pattern
                .strip_prefix(not)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        if left {
            continue;
        }
        let pointers = match &section.list {
            None => vec![pattern.to_owned()],
            Some(list) => (0..path::entries(content, &list.pointer).min(list.entries_max))
                .map(|index| concrete(pattern, index))
                .collect(),
        };
        for pointer in pointers {
            if let Some(value) = content.pointer(&pointer) {
                path::put(&mut draft, &pointer, value.clone());
            }
        }
    }
    Some(draft)
}

/// The measures of a request for mutual legal assistance whose data can be lost before they come.
#[must_use]
pub fn volatile(content: &Value) -> Vec<usize> {
    Node::root(content)
        .get("measures")
        .items()
        .filter(|(_, measure)| stored(*measure).is_some())
        .map(|(index, _)| index)
        .collect()
}

fn stored(
    measure: Node<'_>,
) -> Option<&'static (&'static str, &'static [&'static str], &'static str)> {
    let kind = measure.get("kind").code();
    STORED.iter().find(|(code, _, _)| *code == kind)
}

/// The request to preserve the data that one measure of a request for mutual legal assistance asks for: preserve now,
/// ask later. Days of the measure become whole days at `offset` from UTC (`+01:00`, the requesting State's); what lies
/// ahead of `today` is left out, as it is not stored yet. `None` where the measure asks for no stored data.
#[must_use]
pub fn preservation_of_measure(
    mla: &Value,
    measure: usize,
    (today, offset): (Date, &str),
) -> Option<Value> {
    let root = Node::root(mla);
    let (_, asked) = root.get("measures").items().nth(measure)?;
    let (_, data_types, aim) = stored(asked)?;
    let mut evidence = Map::new();
    let mut say = |name: &str, value: Value| evidence.insert(name.to_owned(), value);
    say("subtype", json!("preservation"));
    say("provider", json!(asked.get("holder").code()));
    say("provider_state", json!(root.at("requested/state").code()));
    say("data_types", json!(data_types));
    say("aim", json!([aim]));
    say("description", json!(asked.get("object").code()));
    if let Some(from) = asked.get("period_from").date() {
        say("period_from", moment(from, "00:00:00", offset));
    }
    if let Some(until) = asked.get("period_until").date() {
        say("period_until", moment(until.min(today), "23:59:59", offset));
    }
    say(
        "relation",
        json!(joined(&[asked.get("nexus"), asked.get("purpose")])),
    );
    // Only the officer can say what would be lost; what is said of the urgency comes nearest.
    say("necessity", json!(root.at("urgency/text").code()));
    let mut draft = carried(mla, Kind::ElectronicEvidence)?;
    set(&mut draft, "evidence", Value::Object(evidence));
    let said = asked.get("identifiers").code();
    set(&mut draft, "identifiers", identifiers::read(said));
    set(&mut draft, "user_notice", notice(root));
    set(&mut draft, "follow_up", follow_up(today));
    Some(draft)
}

/// The request to preserve what another request concerning electronic evidence speaks of: the data themselves, or,
/// where a partial disclosure has led to the next provider, the data there.
#[must_use]
pub fn preservation_of_evidence(content: &Value, today: Date) -> Option<Value> {
    let mut draft = carried(content, Kind::ElectronicEvidence)?;
    let node = Node::root(content).get("evidence");
    let next = [
        ("provider", "next_provider"),
        ("provider_state", "next_provider_state"),
    ];
    let moves = node.get("subtype").code() == "partial_disclosure"
        && node.get("next_provider").text().is_some();
    let evidence = draft.get_mut("evidence")?.as_object_mut()?;
    for (name, from) in next {
        let found = evidence.shift_remove(from);
        if moves {
            evidence.insert(name.to_owned(), found.unwrap_or_else(|| json!("")));
        }
    }
    for name in [
        "order",
        "order_statement",
        "threshold",
        "proportionality",
        "provider_contact",
    ] {
        evidence.shift_remove(name);
    }
    evidence.insert("subtype".to_owned(), json!("preservation"));
    let state = evidence.get("provider_state").cloned();
    let map = draft.as_object_mut()?;
    map.shift_remove("emergency");
    map.shift_remove("delivery");
    if moves {
        map.insert("requested".to_owned(), json!({ "state": state }));
    }
    set(&mut draft, "follow_up", follow_up(today));
    Some(draft)
}

/// The request for mutual legal assistance that asks for preserved data, one measure for each depth of intrusion;
/// `number` is that of the preservation, which keeps the data until the request is decided.
#[must_use]
pub fn mla_of_evidence(content: &Value, number: Option<&str>) -> Option<Value> {
    let root = Node::root(content);
    let evidence = root.get("evidence");
    let types = evidence.get("data_types").codes();
    let mut measures = Vec::new();
    for (kind, of_it) in ASKED_BY {
        if !types.iter().any(|code| of_it.contains(code)) {
            continue;
        }
        let mut measure = json!({
            "kind": kind,
            "object": evidence.get("description").code(),
            "holder": joined(&[evidence.get("provider"), evidence.get("service")]),
            "identifiers": identifiers::written(root.get("identifiers")),
            "purpose": evidence.get("relation").code(),
            "nexus": evidence.get("relation").code(),
            "proportionality": evidence.get("proportionality").code(),
        });
        for name in ["period_from", "period_until"] {
            if let Some(moment) = evidence.get(name).moment() {
                set(&mut measure, name, json!(moment.day.to_string()));
            }
        }
        for name in ["order", "order_statement"] {
            if let Some(value) = evidence.get(name).value() {
                set(&mut measure, name, value.clone());
            }
        }
        measures.push(measure);
    }
    let mut draft = carried(content, Kind::Mla)?;
    set(&mut draft, "measures", Value::Array(measures));
    relate(&mut draft, "earlier_request", number);
    Some(draft)
}

/// Names what a draft comes from, where that has a number or a name.
fn relate(draft: &mut Value, kind: &str, number: Option<&str>) {
    if let Some(number) = number {
        let at = format!("/related/{}", path::entries(draft, "/related"));
        path::put(draft, &at, json!({ "kind": kind, "number": number }));
    }
}

fn set(object: &mut Value, name: &str, value: Value) {
    if let Some(map) = object.as_object_mut() {
        map.insert(name.to_owned(), value);
    }
}

/// What is said in several fields, one after the other; what is said twice, once.
fn joined(nodes: &[Node<'_>]) -> String {
    let mut said: Vec<&str> = Vec::new();
    for text in nodes.iter().filter_map(|node| node.text()) {
        if !said.contains(&text) {
            said.push(text);
        }
    }
    said.join(" ")
}

fn moment(day: Date, clock: &str, offset: &str) -> Value {
    let shaped = crate::rules::content::parse_moment(&format!("{day}T{clock}{offset}"));
    let offset = if shaped.is_some_and(|moment| moment.zoned) {
        offset
    } else {
        "Z"
    };
    json!(format!("{day}T{clock}{offset}"))
}

fn notice(root: Node<'_>) -> Value {
    let confidentiality = root.get("confidentiality");
    if confidentiality.get("person_may_be_told").yes() {
        return json!({ "instruction": "may_tell" });
    }
    json!({ "instruction": "do_not_tell", "reason": confidentiality.get("reason").code() })
}

fn follow_up(today: Date) -> Value {
    let by = today.checked_add(FOLLOW_UP_DAYS.days()).unwrap_or(today);
    json!({ "mla_intended": "yes", "mla_by_on": by.to_string() })
}

#[cfg(test)]
mod tests;
