//! The tables of domain objects, relationships and what describes them (sections 4, 5, 7).

use serde_json::Value;

use super::core::{EXTENSION_TYPES, inner};
use super::forms;
use super::shape::{Need, Parts, Shape, TEXTS, TIME, Told, Why};

const PHASES: Shape = Shape::List(
    &Shape::Parts(&Parts::of(
        &["kill_chain_name", "phase_name"],
        &[("kill_chain_name phase_name", Shape::Text)],
    )),
    1,
);
const IDS: Shape = Shape::List(&Shape::Id, 1);
const SOFTWARE: Shape = Shape::IdOf(&["software"]);
/// What a relationship or sighting never joins.
const NO_ENDS: Shape = Shape::IdNot(&[
    "relationship",
    "sighting",
    "bundle",
    "marking-definition",
    "language-content",
]);
/// A count of what was seen.
const SEEN_MAX: i64 = 999_999_999;

/// The table of a type, if it is one of these.
pub(super) fn table(kind: &str) -> Option<&'static Parts> {
    TABLES
        .iter()
        .find(|(name, _)| *name == kind)
        .map(|(_, table)| table)
}

const TABLES: &[(&str, Parts)] = &[
    (
        "attack-pattern",
        Parts::of(
            &["name"],
            &[
                ("name description", Shape::Text),
                ("aliases", Shape::List(&Shape::Text, 0)),
                ("kill_chain_phases", PHASES),
            ],
        ),
    ),
    (
        "campaign",
        Parts::of(
            &["name"],
            &[
                ("name description objective", Shape::Text),
                ("aliases", TEXTS),
                ("first_seen last_seen", TIME),
            ],
        ),
    ),
    ("course-of-action", NAMED),
    (
        "grouping",
        Parts::of(
            &["context", "object_refs"],
            &[
                ("name description context", Shape::Text),
                ("object_refs", IDS),
            ],
        ),
    ),
    (
        "identity",
        Parts::of(
            &["name"],
            &[
                ("roles sectors", TEXTS),
                (
                    "name description identity_class contact_information",
                    Shape::Text,
                ),
            ],
        ),
    ),
    ("incident", NAMED),
    (
        "indicator",
        Parts::of(
            &["pattern", "pattern_type", "valid_from"],
            &[
                ("indicator_types", TEXTS),
                (
                    "name description pattern pattern_type pattern_version",
                    Shape::Text,
                ),
                ("valid_from valid_until", TIME),
                ("kill_chain_phases", PHASES),
            ],
        ),
    ),
    (
        "infrastructure",
        Parts::of(
            &["name"],
            &[
                ("name description", Shape::Text),
                ("infrastructure_types aliases", TEXTS),
                ("kill_chain_phases", PHASES),
                ("first_seen last_seen", TIME),
            ],
        ),
    ),
    (
        "intrusion-set",
        Parts::of(
            &["name"],
            &[
                (
                    "name description resource_level primary_motivation",
                    Shape::Text,
                ),
                ("aliases goals secondary_motivations", TEXTS),
                ("first_seen last_seen", TIME),
            ],
        ),
    ),
    (
        "location",
        Parts::with(
            &[],
            &[
                ("name description", Shape::Text),
                ("latitude", Shape::Number(-90.0, 90.0)),
                ("longitude", Shape::Number(-180.0, 180.0)),
                ("precision", Shape::Number(f64::MIN, f64::MAX)),
                (
                    "region country administrative_area city street_address postal_code",
                    Shape::Text,
                ),
            ],
            &[
                Need::Any("region country latitude"),
                Need::With("latitude", "longitude"),
                Need::With("longitude", "latitude"),
                Need::With("precision", "latitude"),
            ],
        ),
    ),
    (
        "malware",
        Parts::with(
            &["is_family"],
            &[
                ("aliases", TEXTS),
                ("first_seen last_seen", TIME),
                ("is_family", Shape::Flag),
                ("operating_system_refs", Shape::List(&SOFTWARE, 1)),
                (
                    "architecture_execution_envs implementation_languages capabilities sample_refs \
                malware_types",
                    TEXTS,
                ),
                ("name description", Shape::Text),
                ("kill_chain_phases", PHASES),
            ],
            &[Need::If("is_family", true, &["name"], &[])],
        ),
    ),
    (
        "malware-analysis",
        Parts::with(
            &["product"],
            &[
                (
                    "product version configuration_version analysis_engine_version \
                analysis_definition_version result_name result",
                    Shape::Text,
                ),
                ("modules", TEXTS),
                ("submitted analysis_started analysis_ended", TIME),
                ("host_vm_ref operating_system_ref", SOFTWARE),
                ("installed_software_refs", Shape::List(&SOFTWARE, 1)),
                ("analysis_sco_refs", IDS),
                (
                    "sample_ref",
                    Shape::IdOf(&["artifact", "file", "network-traffic"]),
                ),
            ],
            &[Need::Any("result analysis_sco_refs")],
        ),
    ),
    (
        "note",
        Parts::of(
            &["content", "object_refs"],
            &[
                ("abstract content", Shape::Text),
                ("authors", TEXTS),
                ("object_refs", IDS),
            ],
        ),
    ),
    (
        "observed-data",
        Parts::with(
            &["first_observed", "last_observed", "number_observed"],
            &[
                ("first_observed last_observed", TIME),
                ("number_observed", Shape::Whole(1, SEEN_MAX)),
                ("objects", Shape::Law(observed)),
                (
                    "object_refs",
                    Shape::List(&Shape::Form(("observable", observable)), 1),
                ),
            ],
            &[Need::One("objects object_refs")],
        ),
    ),
    (
        "opinion",
        Parts::of(
            &["object_refs", "opinion"],
            &[
                ("explanation", Shape::Text),
                ("authors", TEXTS),
                ("object_refs", IDS),
                (
                    "opinion",
                    Shape::OneOf(&[
                        "strongly-disagree",
                        "disagree",
                        "neutral",
                        "agree",
                        "strongly-agree",
                    ]),
                ),
            ],
        ),
    ),
    (
        "report",
        Parts::of(
            &["name", "object_refs", "published"],
            &[
                ("report_types", TEXTS),
                ("name description", Shape::Text),
                ("published", TIME),
                ("object_refs", IDS),
            ],
        ),
    ),
    (
        "threat-actor",
        Parts::of(
            &["name"],
            &[
                (
                    "threat_actor_types aliases roles goals secondary_motivations personal_motivations",
                    TEXTS,
                ),
                (
                    "name description sophistication resource_level primary_motivation",
                    Shape::Text,
                ),
                ("first_seen last_seen", TIME),
            ],
        ),
    ),
    (
        "tool",
        Parts::of(
            &["name"],
            &[
                ("aliases tool_types", TEXTS),
                ("name description tool_version", Shape::Text),
                ("kill_chain_phases", PHASES),
            ],
        ),
    ),
    ("vulnerability", NAMED),
    (
        "relationship",
        Parts::of(
            &["relationship_type", "source_ref", "target_ref"],
            &[
                (
                    "relationship_type",
                    Shape::Form(("relationship", forms::relationship)),
                ),
                ("description", Shape::Text),
                ("source_ref target_ref", NO_ENDS),
                ("start_time stop_time", TIME),
            ],
        ),
    ),
    (
        "sighting",
        Parts::of(
            &["sighting_of_ref"],
            &[
                ("description", Shape::Text),
                ("first_seen last_seen", TIME),
                ("count", Shape::Whole(0, SEEN_MAX)),
                ("sighting_of_ref", NO_ENDS),
                (
                    "observed_data_refs",
                    Shape::List(&Shape::IdOf(&["observed-data"]), 1),
                ),
                (
                    "where_sighted_refs",
                    Shape::List(&Shape::IdOf(&["identity", "location"]), 1),
                ),
                ("summary", Shape::Flag),
            ],
        ),
    ),
    (
        "extension-definition",
        Parts::with(
            &["name", "schema", "version", "extension_types"],
            &[
                ("name description schema version", Shape::Text),
                (
                    "extension_types",
                    Shape::List(&Shape::OneOf(EXTENSION_TYPES), 1),
                ),
                ("extension_properties", TEXTS),
            ],
            &[Need::OnlyIfListed(
                "extension_properties",
                "extension_types",
                "toplevel-property-extension",
            )],
        ),
    ),
    (
        "language-content",
        Parts::of(
            &["object_ref", "contents"],
            &[
                ("object_ref", Shape::IdNot(&["bundle", "language-content"])),
                ("object_modified", TIME),
                ("contents", Shape::Dictionary),
            ],
        ),
    ),
];

const NAMED: Parts = Parts::of(&["name"], &[("name description", Shape::Text)]);

fn observed(value: &Value, path: &str, told: &mut Told) {
    let Some(map) = value.as_object().filter(|map| !map.is_empty()) else {
        return told.add(path, Why::Type, "object");
    };
    for (name, one) in map {
        inner(one, &super::shape::at(path, name), told);
    }
}

/// Whether an id may stand in the references of observed data: an observable, a relationship, a sighting, or a type of one's own.
fn observable(text: &str) -> bool {
    const DOMAIN: &[&str] = &[
        "attack-pattern",
        "campaign",
        "course-of-action",
        "grouping",
        "identity",
        "incident",
        "indicator",
        "infrastructure",
        "intrusion-set",
        "location",
        "malware",
        "note",
        "observed-data",
        "opinion",
        "report",
        "threat-actor",
        "tool",
        "vulnerability",
    ];
    const OTHERS: &[&str] = &["relationship", "sighting"];
    let own = forms::id(text) && !DOMAIN.iter().any(|kind| text.starts_with(kind));
    let kinds = super::observables::kinds().filter(|kind| *kind != "artifact");
    own || kinds
        .chain(OTHERS.iter().copied())
        .any(|kind| forms::begins(text, kind))
}
