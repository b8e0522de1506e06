//! An emergency is a threat that can be averted, asked for by somebody who can be called back.

use super::*;

/// An emergency that is one.
fn emergency() -> Vec<(&'static str, Value)> {
    vec![
        ("/evidence/subtype", json!("emergency")),
        ("/evidence/data_types", json!(["location", "messages"])),
        ("/evidence/aim", json!(["locate_person", "avert_danger"])),
        (
            "/urgency",
            json!({"level": "emergency", "reason": "threat_to_life", "latest_useful_on": "2026-03-02",
                   "text": "A second device is announced for tonight"}),
        ),
        (
            "/emergency",
            json!({
                "threat": "The user writes that a second device will go off at the grain quay, where forty people work the night shift.",
                "imminence": "He names tonight, 20:00 local time.",
                "how_data_avert": "A patrol will look for him where his telephone is.",
                "officer": "Nadia Orlen", "officer_number": "PS 2210", "call_back": "+999 1 555 0100"
            }),
        ),
        ("/delivery", json!({"channel": "platform"})),
    ]
}

#[test]
fn an_emergency_is_a_threat_and_can_be_verified() {
    let threat = ["B EE-07 /emergency/threat"];
    let call = ["B EE-08 /emergency/call_back"];
    judged(
        KIND,
        &emergency(),
        &[
            (&[], &[]),
            (&[("/emergency/threat", json!(null))], &threat),
            (&[("/emergency/threat", json!(""))], &threat),
            (&[("/emergency/threat", json!("unknown"))], &threat),
            (
                &[(
                    "/emergency/threat",
                    json!("This is very urgent for our investigation"),
                )],
                &threat,
            ),
            (
                &[("/emergency/imminence", json!("soon"))],
                &["B EE-07 /emergency/imminence"],
            ),
            (
                &[("/emergency/how_data_avert", json!(null))],
                &["B EE-07 /emergency/how_data_avert"],
            ),
            (&[("/emergency/call_back", json!(null))], &call),
            (&[("/emergency/call_back", json!("unknown"))], &call),
            (&[("/emergency/call_back", json!("+999 1 700 8812"))], &call),
            // The same number, written otherwise; another desk of the directory.
            (
                &[("/emergency/call_back", json!("00999 (1) 555-0100"))],
                &[],
            ),
            (&[("/emergency/call_back", json!("+999 1 555 0111"))], &[]),
            // What the directory knows is not overruled by what the request says of itself.
            (
                &[
                    ("/emergency/call_back", json!("+999 1 700 8812")),
                    ("/contacts/2/phone", json!("+999 1 700 8812")),
                ],
                &call,
            ),
            (
                &[("/emergency", json!(null))],
                &[
                    "B EE-07 /emergency/how_data_avert",
                    "B EE-07 /emergency/imminence",
                    "B EE-07 /emergency/threat",
                    "B EE-08 /emergency/call_back",
                ],
            ),
            (
                &[("/evidence/aim", json!(["identify_user"]))],
                &["W EE-06 /evidence/aim"],
            ),
        ],
    );
}

#[test]
fn where_the_directory_is_silent_the_contact_for_verification_counts() {
    let content = mutant(Kind::ElectronicEvidence, &emergency());
    let bench = Bench::demo();
    let silent = |content: &Value| {
        bench.with_kind(Kind::ElectronicEvidence, |ctx| {
            let supposed = ctx.from.supposed_central_authority().expect("supposed");
            let ctx = CheckContext {
                from_authority: &supposed,
                ..*ctx
            };
            serious(&check(content, &ctx))
        })
    };
    assert_eq!(silent(&content), Vec::<String>::new());
    let mut other = emergency();
    other.push(("/contacts/2/phone", json!("+999 1 555 0199")));
    let other = mutant(Kind::ElectronicEvidence, &other);
    assert_eq!(silent(&other), ["B EE-08 /emergency/call_back"]);
}
