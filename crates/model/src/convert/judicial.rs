//! What police may not give each other (POL-03), and what a joint team needs outside its parties (JIT-09), as a draft of
//! a request for mutual legal assistance.

use serde_json::{Value, json};

use super::{carried, relate, set};
use crate::kind::Kind;
use crate::rules::codes;
use crate::rules::content::Node;

/// The request for mutual legal assistance that asks for those measures of a request from police to police which police
/// cannot give; every question of one that has none, as far as both forms know its kind. `number` is that of the police
/// request.
#[must_use]
pub fn mla_of_police(content: &Value, number: Option<&str>) -> Option<Value> {
    let mut draft = carried(content, Kind::Mla)?;
    let asked = |judicial: bool| -> Vec<Value> {
        Node::root(content)
            .get("measures")
            .items()
            .filter(|(_, measure)| {
                let kind = measure.get("kind").code();
                let of_court = codes::COERCIVE.contains(&kind) || codes::EVIDENTIAL.contains(&kind);
                of_court || (!judicial && codes::MEASURES.contains(&kind))
            })
            .map(|(_, measure)| measure_of(measure))
            .collect()
    };
    let mut measures = asked(true);
    if measures.is_empty() {
        measures = asked(false);
    }
    set(&mut draft, "measures", Value::Array(measures));
    // From central authority to central authority: the desk names them.
    for side in ["requesting", "requested"] {
        let state = Node::root(content).get(side).get("state").code();
        set(&mut draft, side, json!({ "state": state }));
    }
    relate(&mut draft, "earlier_request", number);
    Some(draft)
}

/// One measure. Which element of the offence it is to prove, only the officer can say.
fn measure_of(asked: Node<'_>) -> Value {
    let mut measure = json!({
        "kind": asked.get("kind").code(),
        "proportionality": asked.get("necessity").code(),
    });
    for name in [
        "object",
        "person",
        "place",
        "period_from",
        "period_until",
        "nexus",
    ] {
        if let Some(value) = asked.get(name).value() {
            set(&mut measure, name, value.clone());
        }
    }
    measure
}

/// The request for mutual legal assistance that a joint team makes of a State outside it; `None` where the team's plan
/// does not name that State.
#[must_use]
pub fn mla_of_team(content: &Value, state: &str) -> Option<Value> {
    let root = Node::root(content);
    let plan = root.get("plan");
    if !plan.get("outside_states").codes().contains(&state) {
        return None;
    }
    let mut draft = carried(content, Kind::Mla)?;
    set(&mut draft, "requested", json!({ "state": state }));
    let object = plan.get("outside_measures").code();
    set(
        &mut draft,
        "measures",
        json!([{ "kind": "other", "object": object }]),
    );
    relate(&mut draft, "jit", root.at("team/name").text());
    Some(draft)
}
