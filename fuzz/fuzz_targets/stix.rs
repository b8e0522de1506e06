//! Any bytes as a bundle of STIX: what is read is never wider than what is in doubt allows, and can be kept and read again.
#![no_main]

use interchange::Taken;
use interchange::marks::Policy;
use interchange::stix::{check_bundle, from_stix};
use model::RecordId;
use model::json::{Bounds, read};
use model::label::{Class, Tlp};
use uuid::Uuid;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Ok(value) = read(bytes, &Bounds::default()) else {
        return;
    };
    let told = check_bundle(&value);
    let taken = from_stix(&value, &policy(), &name, &|text| {
        RecordId::from_uuid(name(text))
    });
    assert!(
        told.is_ok() || taken.is_empty(),
        "nothing of a bundle that is none"
    );
    hold(&taken);
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
