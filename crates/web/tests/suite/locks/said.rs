//! What is said at a door: as much as any form or act of a case asks, and never the answer that opens.

use std::collections::BTreeMap;

use model::request::{Safeguard, TrialPoint, locks};
use serde_json::{Value, json};
use sim::locked::Case;

/// Every field that a form of a case may ask.
const TYPED: &[(&str, &str)] = &[
    (
        "reasons",
        "An offence in both States and nothing against it.",
    ),
    ("reason", "Thought better of it."),
    ("sources", "Report of the court"),
    ("no_consultation", "It was held by telephone."),
    ("ground", "military_offence"),
    ("note", "Noted"),
    ("what", "Surrendered at the border"),
    ("about", "The assurance"),
    ("on/year", "2026"),
    ("on/month", "3"),
    ("on/day", "2"),
    ("until/year", "2026"),
    ("until/month", "6"),
    ("until/day", "1"),
    ("given_on/year", "2026"),
    ("given_on/month", "3"),
    ("given_on/day", "1"),
    ("law", "Article 88"),
    ("executed_by", "Police"),
    ("certificate", "True"),
    ("reference", "A/1"),
    ("confirm", "1"),
    ("text", "The safeguard is waived for good reasons."),
    ("text/0", "Which court?"),
    ("amounts/0/what", "Account 12"),
    ("purpose", "intelligence"),
    ("right", "liberty"),
    ("answers", "ca"),
    ("instrument", "FINANCING-1999"),
    ("article", "2"),
    ("within", "yes"),
    ("court", "Court of Appeal"),
    ("political", "no"),
    ("assurance", "0"),
    ("as", "ordinary"),
    ("provision", "Article 12"),
    // Who carries messages binds nobody, whatever is ticked.
    ("givers", "embassy"),
    ("binds", "prosecutor"),
    ("binds", "court"),
    ("binds", "pardon"),
    ("given_by", "The embassy"),
    ("monitoring", "2026-09-01"),
];

/// Another question of the same kind of case, with the answer that locks nothing.
fn beside(case: &Case) -> Safeguard {
    let mut rows = locks().into_iter();
    let other = rows.find(|(row, of, ..)| *of == case.kind && Some(*row) != case.closed);
    other.map_or(Safeguard::Minors, |(row, ..)| row)
}

/// What a messenger promises: what would open the lock, were it for him to say.
fn promised(case: &Case) -> &'static str {
    match case.closed {
        Some(Safeguard::LifeSentence) => "life_review",
        Some(Safeguard::Speciality) => "speciality",
        _ => "death_not_sought",
    }
}

/// A form, filled in.
pub(super) fn typed(case: &Case) -> Vec<(String, String)> {
    let mut typed: Vec<(String, String)> = TYPED
        .iter()
        .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
        .collect();
    let mut add = |name: &str, value: &str| typed.push((name.to_owned(), value.to_owned()));
    add("_which", beside(case).code());
    add("choice", beside(case).clear().code());
    add("kind", promised(case));
    for point in TrialPoint::ALL {
        add(&format!("sheet/{point}"), "yes");
    }
    typed
}

/// What an act of the API may ask, about some measures or about all.
pub(super) fn body(measures: &[usize]) -> Value {
    let mut body = json!({
        "measures": measures, "items": [], "changes": [], "on": "2026-03-02", "until": "2026-06-01",
        "amounts": [{"what": "Account 12"}], "sources": ["Report of the court"],
        "standing": {"as": "complete"}, "findings": {"block": [], "warn": []},
        "conditions": if measures.is_empty() { json!([]) } else { json!(["For this case only."]) },
        "officer_function": "Case officer", "next_date": null, "content": {}, "into": "assistance",
        "channel": "post", "number": "P 7", "message": {"kind": "Accepted", "reasons": "Granted.", "conditions": []},
        "cost": {"kind": "other", "what": "Interpreter"}, "agreed": true,
    });
    for (name, value) in TYPED.iter().filter(|(name, _)| !name.contains('/')) {
        if body[*name].is_null() {
            body[*name] = json!(value);
        }
    }
    body
}

/// What is asked for, where the act asks.
pub(super) fn asking(act: &str, mut body: Value) -> Value {
    if ["ask", "consult"].contains(&act) {
        body["items"] = json!([{"code": "comment", "field": "", "text": "Which court?"}]);
    }
    body
}

/// What is written into the record of safeguards by the API.
pub(super) fn noted(case: &Case, note: &str) -> Value {
    let mut body = body(&[]);
    body["do"] = json!(note);
    body["safeguard"] = json!(beside(case).code());
    body["choice"] = json!(beside(case).clear().code());
    let sheet = TrialPoint::ALL.iter().map(|point| (point.code(), "yes"));
    body["sheet"] = json!(sheet.collect::<BTreeMap<_, _>>());
    let promise = json!({
        "kind": promised(case), "givers": ["embassy"], "given_by": "The embassy",
        "binds": ["prosecutor", "court", "pardon"], "text": "Never.", "given_on": "2026-03-01",
        "monitoring": ["2026-09-01"],
    });
    let fields = [
        ("promise", promise),
        ("within", json!(true)),
        ("political", json!(false)),
        ("broken", json!(false)),
        ("assurance", json!(0)),
        ("outcome", json!("submitted")),
        ("for", json!("reading")),
    ];
    for (name, value) in fields {
        body[name] = value;
    }
    body
}
