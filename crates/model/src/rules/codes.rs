//! Lists of codes that the rules turn on. The templates have the same lists (a test holds them together); a code needs
//! no translation: each side shows it in its own language.

/// What the conduct is: the offences of the counter-terrorism conventions and the crimes terrorists profit from.
pub const OFFENCES: &[&str] = &[
    "acts_on_board_aircraft",
    "hijacking",
    "aircraft_sabotage",
    "airport_violence",
    "protected_persons",
    "hostage_taking",
    "nuclear_material",
    "nuclear_facility",
    "maritime",
    "fixed_platform",
    "terrorist_bombing",
    "terrorist_financing",
    "nuclear_terrorism",
    "civil_aviation_weapons",
    "terrorist_travel",
    "terrorist_recruitment",
    "terrorist_training",
    "terrorist_provocation",
    "other_terrorism",
    "organised_crime",
    "corruption",
    "money_laundering",
    "drug_trafficking",
    "trafficking_in_persons",
    "migrant_smuggling",
    "firearms_trafficking",
    "cultural_property",
    "kidnapping_for_ransom",
    "cybercrime",
    "torture",
    "enforced_disappearance",
    "attack_on_un_personnel",
    "treason",
    "other",
];

/// Offences that a counter-terrorism instrument or resolution 1373 (2001) speaks of.
pub const TERRORISM: &[&str] = &[
    "hijacking",
    "aircraft_sabotage",
    "airport_violence",
    "protected_persons",
    "hostage_taking",
    "nuclear_material",
    "nuclear_facility",
    "maritime",
    "fixed_platform",
    "terrorist_bombing",
    "terrorist_financing",
    "nuclear_terrorism",
    "civil_aviation_weapons",
    "terrorist_travel",
    "terrorist_recruitment",
    "terrorist_training",
    "terrorist_provocation",
    "other_terrorism",
];

/// Kinds of assistance (UNTOC article 18(3), and those practice has added).
pub const MEASURES: &[&str] = &[
    "statement",
    "video_hearing",
    "service",
    "bank_accounts",
    "bank_transactions",
    "bank_monitoring",
    "search",
    "seizure",
    "restraint",
    "confiscation",
    "production_order",
    "stored_data",
    "subscriber_data",
    "traffic_data",
    "real_time_traffic",
    "interception",
    "covert",
    "controlled_delivery",
    "transfer_of_detained",
    "site_examination",
    "expert",
    "criminal_record",
    "company_record",
    "public_record",
    "tracing_proceeds",
    "restitution",
    "dna_comparison",
    "voluntary_appearance",
    "other",
];

/// Measures that touch a person's home, property, money or communications against their will.
pub const COERCIVE: &[&str] = &[
    "bank_accounts",
    "bank_transactions",
    "bank_monitoring",
    "search",
    "seizure",
    "restraint",
    "confiscation",
    "production_order",
    "stored_data",
    "subscriber_data",
    "traffic_data",
    "real_time_traffic",
    "interception",
    "covert",
];

/// Measures so deep that the request says why nothing milder reaches the aim.
pub const INTRUSIVE: &[&str] = &[
    "bank_monitoring",
    "search",
    "stored_data",
    "traffic_data",
    "real_time_traffic",
    "interception",
    "covert",
    "controlled_delivery",
    "dna_comparison",
];

/// Measures at a bank.
pub const BANK: &[&str] = &["bank_accounts", "bank_transactions", "bank_monitoring"];

/// Measures on electronic data.
pub const ELECTRONIC: &[&str] = &[
    "stored_data",
    "subscriber_data",
    "traffic_data",
    "real_time_traffic",
    "interception",
];

/// Measures that ask for data that a provider holds already.
pub const STORED: &[&str] = &["stored_data", "subscriber_data", "traffic_data"];

/// Measures that ask for records of a span of time.
pub const OVER_TIME: &[&str] = &[
    "bank_accounts",
    "bank_transactions",
    "bank_monitoring",
    "stored_data",
    "traffic_data",
    "real_time_traffic",
    "interception",
    "covert",
];

/// Measures that make evidence, and that police do not ask of police.
pub const EVIDENTIAL: &[&str] = &[
    "statement",
    "video_hearing",
    "service",
    "controlled_delivery",
    "transfer_of_detained",
    "site_examination",
    "expert",
    "restitution",
    "voluntary_appearance",
];

/// What police tell each other only where the inquiry cannot do without it.
pub const POLICE_SENSITIVE: &[&str] = &[
    "criminal_record",
    "associates",
    "fingerprint_comparison",
    "face_comparison",
    "dna_comparison",
    "health_data",
];

/// Measures in which a person is asked questions.
pub const HEARINGS: &[&str] = &["statement", "video_hearing"];

/// The criteria of resolution 1373 (2001), paragraph 1(c), for the freezing of assets.
pub const FREEZING: &[&str] = &[
    "commits",
    "attempts",
    "participates",
    "facilitates",
    "owned_or_controlled",
    "acting_on_behalf",
];

/// Attachments that carry weight only as a certified copy.
pub const CERTIFIED: &[&str] = &[
    "domestic_order",
    "text_of_law",
    "confiscation_order",
    "arrest_warrant",
    "judgment",
];
