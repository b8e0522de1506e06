//! The file of a case: the request as `request check` takes it, when it is sent, and what happens then.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::id::{AuthorityId, StateCode};
use crate::limits;
use crate::refusal::Refusal;
use crate::request::{Side, Urgency, check};

/// Why a case cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum CaseError {
    /// Not the JSON we expect; the message names line and column, or the field.
    #[error("not a case: {0}")]
    Json(#[from] serde_json::Error),
    /// The file does not say something that is needed.
    #[error("{0}")]
    Missing(&'static str),
    /// The file of States does not have it.
    #[error("State {0} does not stand in the file of States")]
    State(StateCode),
    /// The request itself cannot be begun.
    #[error("the request cannot be begun: {0}")]
    Refused(Refusal),
    /// Longer than a case may be.
    #[error("a case has at most {max} events", max = limits::EVENTS_MAX)]
    TooLong,
}

/// A case.
#[derive(Debug, Clone)]
pub struct Case {
    /// What is asked, of whom.
    pub request: Asked,
    /// When it is sent.
    pub at: Timestamp,
    /// Sent although the validator blocks it, as a packet that arrives anyway.
    pub anyway: bool,
    /// The questions of the safeguards begin open; else each counts as answered so that it stands in nobody's way.
    pub safeguards_open: bool,
    /// What happens then, in order.
    pub events: Vec<Act>,
}

/// A request in a file.
#[derive(Debug, Clone)]
pub struct Asked {
    /// Requesting State.
    pub from: StateCode,
    /// Requesting authority; the first competent one where the file does not say.
    pub from_authority: Option<AuthorityId>,
    /// Requested State.
    pub to: StateCode,
    /// Requested authority.
    pub to_authority: Option<AuthorityId>,
    /// The template, which names the kind.
    pub template: String,
    /// Its version; the latest where the file does not say.
    pub template_version: Option<u32>,
    /// How soon.
    pub urgency: Urgency,
    /// The fields.
    pub content: Value,
}

/// Something that somebody does.
#[derive(Debug, Clone, Deserialize)]
pub struct Act {
    /// When.
    pub at: Timestamp,
    /// Who: a State's code, `requesting` or `requested`; where it is left out, the side whose act it is.
    #[serde(default)]
    pub by: Option<String>,
    /// What, as the officer says it: `acknowledge`, `accept`, `arrest`, `wait`.
    pub act: String,
    /// What it says: `text`, `until`, `on`, `items`, `ground`, `measures`, `amounts`.
    #[serde(flatten)]
    pub data: Map<String, Value>,
}

#[derive(Deserialize)]
struct File {
    request: Value,
    #[serde(default)]
    at: Option<Timestamp>,
    #[serde(default)]
    anyway: bool,
    #[serde(default)]
    safeguards: String,
    #[serde(default)]
    events: Vec<Act>,
}

impl Case {
    /// Reads a case from JSON text.
    ///
    /// # Errors
    /// [`CaseError`] naming what is wrong.
    pub fn parse(json: &str) -> Result<Case, CaseError> {
        let file: File = serde_json::from_str(json)?;
        if file.events.len() > limits::EVENTS_MAX {
            return Err(CaseError::TooLong);
        }
        let said = file.request.get("at").and_then(Value::as_str);
        let at = file
            .at
            .or_else(|| said.and_then(|at| at.parse().ok()))
            .or_else(|| file.events.first().map(|act| act.at))
            .ok_or(CaseError::Missing("at: the time of sending is missing"))?;
        Ok(Case {
            request: Asked::read(&file.request)?,
            at,
            anyway: file.anyway,
            safeguards_open: file.safeguards == "open",
            events: file.events,
        })
    }

    /// Whether an event of its own delivers the request; else it is delivered when it is sent.
    pub(super) fn delivers(&self) -> bool {
        self.events.iter().any(|act| act.act == "deliver")
    }

    /// Whether the packet goes out whatever the validator says.
    pub(super) fn anyway(&self) -> bool {
        self.anyway || self.delivers()
    }
}

impl Asked {
    /// Reads a request: an object with `from`, `to`, `template` and `content`, or the content alone.
    ///
    /// # Errors
    /// [`CaseError`] naming what is missing.
    pub fn read(value: &Value) -> Result<Asked, CaseError> {
        let content = value.get("content").unwrap_or(value);
        let side = |key: &str, place: &str| {
            let said = value.get(key).or_else(|| content.pointer(place));
            said.and_then(Value::as_str)
        };
        let state = |key: &str, place: &str| side(key, place).and_then(|code| code.parse().ok());
        let authority = |key: &str, place: &str| side(key, place).and_then(|id| id.parse().ok());
        let missing = CaseError::Missing;
        check::content(content).map_err(CaseError::Refused)?;
        let named = ["template", "kind"]
            .iter()
            .find_map(|key| value.get(*key)?.as_str());
        let version = value.get("template_version").and_then(Value::as_u64);
        let urgency = side("urgency", "/urgency/level").and_then(Urgency::from_code);
        Ok(Asked {
            from: state("from", "/requesting/state")
                .ok_or(missing("from: which State asks is missing"))?,
            from_authority: authority("from_authority", "/requesting/authority"),
            to: state("to", "/requested/state")
                .ok_or(missing("to: which State is asked is missing"))?,
            to_authority: authority("to_authority", "/requested/authority"),
            template: named
                .or_else(|| content.pointer("/type")?.as_str())
                .ok_or(missing(
                    "template: of what kind the request is, as \"mla\", is missing",
                ))?
                .to_owned(),
            template_version: version.and_then(|v| u32::try_from(v).ok()),
            urgency: urgency
                .or_else(|| {
                    content
                        .pointer("/urgency/level")?
                        .as_str()
                        .and_then(Urgency::from_code)
                })
                .unwrap_or(Urgency::Normal),
            content: content.clone(),
        })
    }
}

impl Act {
    pub(super) fn named(act: &str, at: Timestamp, by: Option<&str>) -> Act {
        Act {
            at,
            by: by.map(str::to_owned),
            act: act.to_owned(),
            data: Map::new(),
        }
    }

    /// Whose act it is, as the file says.
    pub(super) fn side(&self, from: &StateCode, to: &StateCode) -> Option<Side> {
        match self.by.as_deref()? {
            "requesting" => Some(Side::Outgoing),
            "requested" => Some(Side::Incoming),
            code if code == from.as_str() => Some(Side::Outgoing),
            code if code == to.as_str() => Some(Side::Incoming),
            _ => None,
        }
    }

    /// A text that it says under one of these names; what it leaves out reads as `plain`, what it leaves empty stays empty.
    pub(super) fn text(&self, names: &[&str], plain: &str) -> String {
        let said = names.iter().find_map(|name| self.data.get(*name)?.as_str());
        said.unwrap_or(plain).to_owned()
    }

    /// A value of any type under one of these names.
    pub(super) fn get<T: serde::de::DeserializeOwned>(
        &self,
        names: &[&str],
    ) -> Result<Option<T>, Refusal> {
        let Some((name, value)) = names.iter().find_map(|n| Some((*n, self.data.get(*n)?))) else {
            return Ok(None);
        };
        match serde_json::from_value(value.clone()) {
            Ok(read) => Ok(Some(read)),
            Err(_) => Err(Refusal::new("MALFORMED").at(format!("/{name}"))),
        }
    }
}
