//! Vectors: inputs with the answer somebody expects, one JSON object a line, so that other implementations and strangers can
//! check ours. Each answer has the form of the expectation it is held against (`docs/src/desk/labels.md` describes them).

use jiff::civil::Date;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value, json};

use crate::copies::replay::Scenario;
use crate::json::{self, Bounds};
use crate::label::{Decision, Label, Recipient};

mod record;
mod release;

/// A kind of vectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Roll-up of labels and the decision for one recipient.
    Label,
    /// A report, a recipient, and what may leave.
    Release,
    /// Copies of a record, and who confirmed a notice.
    Recall,
    /// A record, and what is missing in it.
    Record,
}

/// The answer to one vector.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Its name.
    pub id: String,
    /// What we say, in the form of its expectation.
    pub says: Map<String, Value>,
    /// Fields of its expectation that say otherwise.
    pub differs: Vec<String>,
}

impl Answer {
    /// The answer as one line of JSON: the name and what we say.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = Map::from_iter([("id".to_owned(), json!(self.id))]);
        line.extend(self.says.clone());
        Value::Object(line).to_string()
    }
}

/// Answers one vector. `today` is the day of a vector that says none.
///
/// # Errors
/// In words: what of the vector cannot be read, and where.
pub fn answer(kind: Kind, line: &str, today: Date) -> Result<Answer, String> {
    let vector = json::read(line.as_bytes(), &Bounds::default()).map_err(|e| e.to_string())?;
    let name = ["id", "case"]
        .iter()
        .find_map(|key| vector.get(*key)?.as_str());
    let id = name
        .ok_or("a vector has a text in \"id\" or \"case\"")?
        .to_owned();
    let says = match kind {
        Kind::Label => label(&vector),
        Kind::Release => release::answer(&vector, today),
        Kind::Recall => recall(&vector),
        Kind::Record => record::answer(&vector, today),
    }
    .map_err(|e| format!("{id}: {e}"))?;
    let differs = says
        .iter()
        .filter_map(|(key, said)| Some((key, said, vector.get(key)?)))
        .flat_map(|(key, said, expected)| differences(key, said, expected))
        .collect();
    Ok(Answer { id, says, differs })
}

/// Where what we say is not what is expected. Of an object each expected field counts; what is not expected is not judged.
fn differences(key: &str, said: &Value, expected: &Value) -> Vec<String> {
    let mut found = Vec::new();
    match (said, expected) {
        (Value::Object(said), Value::Object(expected)) => {
            for (field, wanted) in expected {
                let ours = said.get(field).unwrap_or(&Value::Null);
                found.extend(differences(&format!("{key}.{field}"), ours, wanted));
            }
        }
        (said, expected) if said != expected => found.push(key.to_owned()),
        _ => {}
    }
    found
}

/// Reads one field of a vector.
fn field<T: DeserializeOwned>(vector: &Value, name: &str) -> Result<T, String> {
    let value = vector
        .get(name)
        .ok_or_else(|| format!("no field \"{name}\""))?;
    T::deserialize(value).map_err(|e| format!("{name}: {e}"))
}

/// An answer of these fields.
fn fields<const N: usize>(fields: [(&str, Value); N]) -> Map<String, Value> {
    fields
        .map(|(name, value)| (name.to_owned(), value))
        .into_iter()
        .collect()
}

fn label(vector: &Value) -> Result<Map<String, Value>, String> {
    let portions: Vec<Label> = field(vector, "portions")?;
    let recipient: Recipient = field(vector, "recipient")?;
    let as_of: Date = field(vector, "as_of")?;
    for label in &portions {
        label.check_limits().map_err(|e| e.to_string())?;
    }
    let rolled = Label::roll_up(&portions).ok_or("no portions")?;
    let expect = match rolled.decide(&recipient, as_of) {
        Decision::Permit => json!({"decision": "PERMIT", "reasons": [], "consent_missing": []}),
        Decision::Deny {
            reasons,
            consent_missing,
        } => json!({"decision": "DENY", "reasons": reasons, "consent_missing": consent_missing}),
    };
    let rollup = json!({
        "caveats": rolled.caveats,
        "cls": rolled.class,
        "consent_from": rolled.consent_from,
        "expires": rolled.expires,
        "purposes": rolled.purposes,
        "releasable_to": rolled.releasable_to,
        "tlp": rolled.tlp,
    });
    Ok(fields([("expect", expect), ("expect_rollup", rollup)]))
}

fn recall(vector: &Value) -> Result<Map<String, Value>, String> {
    let scenario = Scenario::deserialize(vector).map_err(|e| e.to_string())?;
    Ok(fields([("expect", json!(scenario.play()))]))
}

#[cfg(test)]
mod tests;
