//! The names under which these clients ask for a way of comparing. There is one matcher here; it answers to all of them, and what a
//! name changes, or what of a call it does not use, is said.

use serde_json::{Map, Value, json};

use super::Fault;

/// A way of comparing, by its name.
#[derive(Debug)]
pub(super) struct Algorithm {
    pub(super) name: &'static str,
    description: &'static str,
    /// Only names are looked at.
    pub(super) names_only: bool,
    /// Settings a call may carry.
    config: &'static [Setting],
}

#[derive(Debug)]
struct Setting {
    name: &'static str,
    kind: &'static str,
    default: Option<f64>,
}

const fn setting(name: &'static str, kind: &'static str, default: Option<f64>) -> Setting {
    Setting {
        name,
        kind,
        default,
    }
}

/// The one that is meant by "best".
const BEST: &str = "comity";
const SAME: &str = "Another name for the matcher of this node, so that calls written for it are answered. Settings and weights are taken and not used.";

const ALL: &[Algorithm] = &[
    Algorithm {
        name: BEST,
        description: "The matcher of this node: parts of names across scripts, laid beside one another, with birth date, country, sex and documents for and against.",
        names_only: false,
        config: &[],
    },
    Algorithm {
        name: "logic-v2",
        description: SAME,
        names_only: false,
        config: &[
            setting("nm_name_property", "string", None),
            setting("nm_number_mismatch", "float", Some(0.3)),
            setting("nm_extra_query_name", "float", Some(0.8)),
            setting("nm_extra_result_name", "float", Some(0.2)),
            setting("nm_family_name_weight", "float", Some(1.3)),
            setting("nm_fuzzy_cutoff_factor", "float", Some(1.0)),
        ],
    },
    Algorithm {
        name: "ofac",
        description: SAME,
        names_only: false,
        config: &[],
    },
    Algorithm {
        name: "name-based",
        description: "The matcher of this node, looking at names only: birth dates, countries and documents of the query are left aside.",
        names_only: true,
        config: &[],
    },
    Algorithm {
        name: "name-qualified",
        description: SAME,
        names_only: false,
        config: &[],
    },
    Algorithm {
        name: "logic-v1",
        description: SAME,
        names_only: false,
        config: &[],
    },
    Algorithm {
        name: "regression-v1",
        description: SAME,
        names_only: false,
        config: &[],
    },
];

/// What the matcher looks at, in words.
const FEATURES: &[(&str, &str, f64)] = &[
    (
        "name_match",
        "Parts of the names, laid beside one another across scripts.",
        1.0,
    ),
    (
        "identifier_match",
        "The same number of a document or register.",
        0.8,
    ),
    (
        "birth_date_match",
        "The same birth date, as far as it is known.",
        0.3,
    ),
    ("country_match", "A country in common.", 0.05),
    ("gender_match", "The same sex.", 0.02),
    ("dob_day_disjoint", "Another day of birth.", -0.15),
    ("dob_year_disjoint", "Another year of birth.", -0.3),
    ("country_mismatch", "No country in common.", -0.1),
    ("gender_mismatch", "The other sex.", -0.2),
];

/// The algorithm of that name; "best" is this node's.
pub(super) fn named(name: &str) -> Result<&'static Algorithm, Fault> {
    let name = name.trim().to_ascii_lowercase();
    let asked = if name == "best" { BEST } else { name.as_str() };
    let found = ALL.iter().find(|algorithm| algorithm.name == asked);
    found.ok_or_else(|| {
        let known: Vec<&str> = ALL.iter().map(|algorithm| algorithm.name).collect();
        Fault::bad(format!(
            "Invalid algorithm: {name:?}; there are: best, {}",
            known.join(", ")
        ))
    })
}

impl Algorithm {
    /// What of a call's weights and settings is taken and not used.
    ///
    /// # Errors
    /// A setting that the algorithm does not know.
    pub(super) fn ignored(
        &self,
        weights: &Map<String, Value>,
        config: &Map<String, Value>,
    ) -> Result<Vec<String>, Fault> {
        let mut known = self.config.iter().chain(
            // "best" is called with the settings of the one that other servers mean by it.
            ALL.iter()
                .filter(|_| self.name == BEST)
                .flat_map(|algorithm| algorithm.config),
        );
        let known: Vec<&str> = known.by_ref().map(|setting| setting.name).collect();
        if let Some(other) = config.keys().find(|key| !known.contains(&key.as_str())) {
            let what = format!(
                "Invalid configuration parameter: {other} for algorithm {}",
                self.name
            );
            return Err(Fault::bad(what));
        }
        let config = config.keys().map(|key| format!("config.{key}"));
        let weights = weights.keys().map(|key| format!("weights.{key}"));
        Ok(config.chain(weights).collect())
    }
}

/// All of them, as these clients read it.
pub(super) fn told() -> Value {
    let features: Map<String, Value> = FEATURES
        .iter()
        .map(|(name, said, weight)| {
            let feature = json!({ "description": said, "coefficient": weight, "url": "" });
            ((*name).to_owned(), feature)
        })
        .collect();
    let algorithm = |algorithm: &Algorithm| {
        let config: Map<String, Value> = algorithm
            .config
            .iter()
            .map(|setting| {
                let said = json!({
                    "type": setting.kind, "default": setting.default,
                    "description": "Taken and not used by this node's matcher.",
                });
                (setting.name.to_owned(), said)
            })
            .collect();
        json!({
            "name": algorithm.name, "description": algorithm.description, "features": features,
            "docs": {
                "name": algorithm.name, "description": algorithm.description, "config": config, "features": features,
            },
        })
    };
    let algorithms: Vec<Value> = ALL.iter().map(algorithm).collect();
    json!({ "algorithms": algorithms, "default": "best", "best": BEST })
}
