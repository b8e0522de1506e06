//! A bundle of STIX as the import reads it: the strict reader of JSON, the check of every object, the records. Prints objects a second.
//! `cargo bench -p interchange --bench import -- [OBJECTS]`; 20,000 without a number.
#![expect(
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::print_stdout,
    reason = "a measurement stops where it fails"
)]

use std::hint::black_box;
use std::time::Instant;

use interchange::marks::Policy;
use interchange::stix::{check_bundle, from_stix};
use model::RecordId;
use model::json::{Bounds, read};
use model::label::Class;
use serde_json::{Value, json};
use uuid::Uuid;

/// The UUID of a number: enough to tell the objects of a bench apart.
fn numbered(number: u128) -> Uuid {
    uuid::Builder::from_sha1_bytes(number.to_be_bytes()).into_uuid()
}

fn name(text: &str) -> Uuid {
    let fold = |sum: u128, byte| sum.wrapping_mul(31).wrapping_add(u128::from(byte));
    numbered(text.bytes().fold(7, fold))
}

/// Persons of somebody else, each with a traffic light.
fn bundle(objects: usize) -> String {
    let one = |at: usize| {
        json!({
            "type": "identity", "spec_version": "2.1", "id": format!("identity--{}", numbered(at as u128)),
            "created": "2026-01-01T00:00:00.000Z", "modified": "2026-01-02T00:00:00.000Z",
            "name": format!("Marrek Oduya {at}"), "identity_class": "individual",
            "object_marking_refs": ["marking-definition--bab4a63c-aed9-4cf5-a766-dfca5abac2bb"],
        })
    };
    let all: Vec<Value> = (0..objects).map(one).collect();
    json!({"type": "bundle", "id": format!("bundle--{}", numbered(1)), "objects": all}).to_string()
}

fn main() {
    let asked = std::env::args().nth(1).and_then(|text| text.parse().ok());
    let objects: usize = asked.unwrap_or(20_000);
    let text = bundle(objects);
    let policy = Policy {
        state: "XB".parse().expect("a State"),
        sender: "QUAY-CERT".to_owned(),
        class: Class::Restricted,
    };
    let begun = Instant::now();
    let value = read(text.as_bytes(), &Bounds::default()).expect("it is JSON");
    let verdicts = check_bundle(&value).expect("it is a bundle");
    assert!(verdicts.iter().all(|one| one.holds()), "all have the form");
    let mint = |text: &str| RecordId::from_uuid(name(text));
    let taken = from_stix(black_box(&value), &policy, &name, &mint);
    let seconds = begun.elapsed().as_secs_f64();
    assert_eq!(taken.len(), objects, "each is a record");
    let rate = objects as f64 / seconds;
    println!(
        "{objects} objects of STIX, {} bytes, in {seconds:.3} s: {rate:.0} objects a second",
        text.len()
    );
}
