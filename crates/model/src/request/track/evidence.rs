//! Electronic evidence (3.6, 3.14): preservation, disclosure in the ordinary course, disclosure in an emergency.

use serde_json::Value;

use super::Need::{Text, Until};
use super::Phase::{
    Confirmed, Declined, Disclosed, Extended, KeptUntilDecision, MlaArrived, Ordered, Preserved,
    Received, Released,
};
use super::Tick::{Meet, Start, Until as Till};
use super::{Stage, Step, Track};

/// Where the content may say what sort of electronic evidence is asked for.
const SUBTYPES: &[&str] = &["/subtype", "/electronic/subtype", "/evidence/subtype"];

/// The track of what is asked for; disclosure where the content does not say.
pub(super) fn track(content: &Value) -> Track {
    let said = SUBTYPES
        .iter()
        .find_map(|pointer| content.pointer(pointer).and_then(Value::as_str));
    let code = said.unwrap_or_default().to_ascii_lowercase();
    let code = code.strip_prefix("ee-").unwrap_or(&code);
    match code {
        "pres" | "preservation" | "ext" | "extension" | "preservation_extension" => {
            Track::Preservation
        }
        "emd" | "emergency" | "emergency_disclosure" => Track::EmergencyDisclosure,
        _ => Track::Disclosure,
    }
}

pub(super) const PRESERVATION: &[Step] = &[
    Step::requested("step.preserve", &[Received], &[Preserved])
        .reaches(Stage::InExecution)
        .ticks(&[Start("preservation", "preservation")])
        .paper("preservation_confirmation"),
    Step::requested("request.refused", &[Received], &[Declined]).paper("decision"),
    Step::requesting("step.ask_extension", &[Preserved, Extended], &[])
        .says(&[Text])
        .paper("extension_request"),
    Step::requested("step.extend", &[Preserved, Extended], &[Extended])
        .says(&[Until])
        .ticks(&[Till("preservation")])
        .paper("extension_notice"),
    Step::requested(
        "step.mla_arrived",
        &[Preserved, Extended],
        &[MlaArrived, KeptUntilDecision],
    )
    .ticks(&[Meet("preservation")])
    .paper("receipt"),
    // Enough traffic data to find the next provider (ETS 185 article 30).
    Step::requested(
        "step.disclose_part",
        &[Preserved, Extended, KeptUntilDecision],
        &[],
    )
    .says(&[Text])
    .paper("partial_disclosure")
    .hands_over(),
    Step::requested("step.disclose", &[KeptUntilDecision], &[Disclosed])
        .reaches(Stage::Executed)
        .paper("dispatch_list")
        .hands_over(),
    Step::requested(
        "step.end_preservation",
        &[Preserved, Extended, KeptUntilDecision],
        &[Released],
    )
    .reaches(Stage::Executed)
    .says(&[Text])
    .ticks(&[Meet("preservation")])
    .paper("release_notice")
    .late(),
];

pub(super) const DISCLOSURE: &[Step] = &[
    Step::requested("step.order", &[Received], &[Ordered])
        .reaches(Stage::InExecution)
        .paper("execution_order")
        .promises(),
    Step::requested("step.disclose", &[Received, Ordered], &[Disclosed])
        .reaches(Stage::Executed)
        .ticks(&[Meet("disclosure")])
        .paper("dispatch_list")
        .hands_over(),
    Step::requested("request.refused", &[Received], &[Declined])
        .ticks(&[Meet("disclosure")])
        .paper("decision"),
];

pub(super) const EMERGENCY: &[Step] = &[
    // The officer was called back at a number from the directory (EE-08).
    Step::requested("step.confirm_emergency", &[Received], &[Confirmed]).says(&[Text]),
    Step::requested("step.disclose", &[Confirmed], &[Disclosed])
        .reaches(Stage::Executed)
        .ticks(&[Meet("disclosure")])
        .paper("dispatch_list")
        .hands_over()
        .by_rule("EE-08"),
    Step::requested("request.refused", &[Received, Confirmed], &[Declined])
        .ticks(&[Meet("disclosure")])
        .paper("decision"),
];
