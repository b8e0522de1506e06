//! Any bytes as lines of FollowTheMoney: refused by the number of a line, or read, never wider than what is in doubt allows; the
//! same lines twice say the same.
#![no_main]

use interchange::Taken;
use interchange::ftm::from_ftm;
use interchange::marks::Policy;
use model::RecordId;
use model::label::{Class, Tlp};
use uuid::Uuid;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return;
    };
    let mint = |text: &str| RecordId::from_uuid(name(text));
    match from_ftm(text, &policy(), &mint) {
        Err(line) => assert!(line <= text.lines().count()),
        Ok(taken) => {
            hold(&taken);
            let twice = format!("{text}\n{text}");
            assert_eq!(from_ftm(&twice, &policy(), &mint), Ok(taken));
        }
    }
});

/// What was read can be kept and read again, every part has a label, and nothing in doubt as a whole is for more than this State.
fn hold(taken: &[Taken]) {
    for one in taken {
        let text = serde_json::to_string(one).expect("it can be kept");
        assert_eq!(
            &serde_json::from_str::<Taken>(&text).expect("and read"),
            one
        );
        let doubted = one
            .doubts
            .iter()
            .any(|(place, ..)| place == "/" || place == "/owner");
        for (_, label) in one.issue.record.labels() {
            let label = label.expect("a label");
            let readers = label.releasable_to.iter().flatten();
            let near =
                label.releasable_to.is_some() && readers.into_iter().all(|state| state == "XB");
            assert!(!doubted || (label.orcon && label.tlp == Tlp::Red && near));
        }
    }
}

fn policy() -> Policy {
    Policy {
        state: "XB".parse().expect("a State"),
        sender: "XA".to_owned(),
        class: Class::Restricted,
    }
}

/// A UUID of a text, the same for the same.
fn name(text: &str) -> Uuid {
    let mut bytes = [0u8; 16];
    for (at, byte) in text.bytes().enumerate() {
        bytes[at % 16] = bytes[at % 16].wrapping_mul(31).wrapping_add(byte);
    }
    uuid::Builder::from_sha1_bytes(bytes).into_uuid()
}
