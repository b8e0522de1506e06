//! Tests of the messages' written form.

use serde_json::json;

use super::*;

fn re() -> Value {
    json!({
        "request": "01890000-0000-7000-8000-000000000001",
        "number": "XA-CA-2026-000001-X",
        "at": "2026-03-01T10:00:00Z",
        "authority": "ca",
    })
}

#[test]
fn known_kinds_are_read_and_written_back() {
    let texts = [
        json!({"kind": "Registered", "re": re(), "reference": null}),
        json!({"kind": "Refused", "re": re(), "ground": "essential_interests", "reasons": "because"}),
        json!({"kind": "Answered", "re": re(), "changes": [{"pointer": "/a", "value": 1}], "items": [], "note": "n"}),
        json!({"kind": "Access", "what": {"about": "answered", "id": "01890000-0000-7000-8000-000000000001", "answer": {"answer": "neither"}}}),
        json!({"kind": "Missing", "epoch": 2, "after_seq": 17}),
        json!({"kind": "Receipt", "receipt": "R3", "envelope": "00".repeat(32), "at": "2026-03-01T10:00:00Z", "bytes": ""}),
    ];
    for value in texts {
        let message: Message = serde_json::from_value(value.clone()).unwrap();
        assert_eq!(message.kind(), value["kind"]);
        assert!(KINDS.contains(&message.kind()));
        assert_eq!(serde_json::to_value(&message).unwrap(), value);
        assert_eq!(message.re().is_some(), value.get("re").is_some());
    }
}

#[test]
fn a_kind_of_a_later_version_is_kept_whole() {
    let value = json!({"kind": "Delegated", "re": re(), "to": {"authority": "fiu"}});
    let message: Message = serde_json::from_value(value.clone()).unwrap();
    assert!(matches!(message, Message::Unknown(_)));
    assert_eq!(message.kind(), "Delegated");
    assert_eq!(message.re().unwrap().number, "XA-CA-2026-000001-X");
    assert_eq!(serde_json::to_value(&message).unwrap(), value);
}

#[test]
fn a_known_kind_that_is_malformed_is_no_unknown_kind() {
    for bad in [
        json!({"kind": "Registered"}),
        json!({"kind": "Refused", "re": re(), "ground": "because_i_say_so", "reasons": ""}),
        json!({"re": re()}),
        json!({"kind": 7}),
        json!([]),
    ] {
        assert!(
            serde_json::from_value::<Message>(bad.clone()).is_err(),
            "{bad}"
        );
    }
}
