//! The closed lists of codes that stand in a mutual legal assistance request. A code needs no translation: each side
//! shows it in its own language. What a code leads to stands in the rules; its name in six languages in the words of
//! `templates/mla/`.

/// What this request is to an earlier one. `urgent_confirmation` confirms an oral request (UNTOC article 18(14)).
pub const RELATIONS: &[&str] = &[
    "new",
    "supplementary",
    "extension",
    "reminder",
    "amendment",
    "withdrawal",
    "urgent_confirmation",
];

/// Whom to call about what: the law, the matter, or whether the request is genuine.
pub const CONTACT_KINDS: &[&str] = &["legal", "operational", "verification"];

/// What an instrument does for the request.
pub const BASIS_ROLES: &[&str] = &[
    "basis",
    "procedure",
    "reciprocity",
    "courtesy",
    "supporting",
];

/// The promise that stands in for a treaty.
pub const UNDERTAKINGS: &[&str] = &["none", "undertaking_attached", "case_by_case_attached"];

/// How far the proceeding has come.
pub const STAGES: &[&str] = &[
    "pre_investigation",
    "investigation",
    "prosecution",
    "trial",
    "enforcement",
];

/// How soon an answer is needed: in the ordinary time, in days, in hours.
pub const URGENCIES: &[&str] = &["normal", "urgent", "emergency"];

/// Why a request is not an ordinary one.
pub const URGENCY_REASONS: &[&str] = &[
    "custody",
    "limitation",
    "destruction_of_evidence",
    "threat_to_life",
    "hearing_date",
    "flight_risk",
];

/// How closely the fact and the substance of the request are kept (UNTOC article 18(20)).
pub const CONFIDENTIALITY: &[&str] = &["ordinary", "confidential", "strict"];

/// What the information may be used for, as its owner says.
pub const USE_CODES: &[&str] = &["judicial", "police", "intelligence_only"];

/// Traffic light protocol.
pub const TLP: &[&str] = &["clear", "green", "amber", "amber_strict", "red"];

/// Purposes for which the answer may be used (UNTOC article 18(19)).
pub const PURPOSES: &[&str] = &[
    "evidence",
    "investigation",
    "prosecution",
    "freezing",
    "confiscation",
];

/// Whether the answer may travel on to a third party.
pub const ONWARD: &[&str] = &["no", "with_consent", "yes"];

/// The person's part in the matter. Victims are never mixed with suspects.
pub const PERSON_ROLES: &[&str] = &[
    "subject",
    "suspect",
    "accused",
    "convicted",
    "victim",
    "witness",
    "expert",
    "account_holder",
    "contact",
];

/// Sex as a travel document states it.
pub const SEXES: &[&str] = &["female", "male", "other"];

/// How exactly a birth date is known.
pub const PRECISIONS: &[&str] = &["exact", "month", "year", "estimated"];

/// Biometric data referred to. A DNA profile itself never stands in a request: only its reference.
pub const BIOMETRICS: &[&str] = &["photograph", "fingerprints", "dna_reference", "iris"];

/// Callings and offices whose privilege or immunity needs a route of its own (SAF-11).
pub const PROTECTED_ROLES: &[&str] = &[
    "none",
    "journalist",
    "lawyer",
    "doctor",
    "elected_person",
    "diplomat",
];

/// Circumstances that ask for measures of protection (SAF-09).
pub const VULNERABILITIES: &[&str] = &[
    "none",
    "victim_of_violence",
    "illness",
    "disability",
    "age",
    "other",
];

/// State of the consular notice (Vienna Convention on Consular Relations, article 36).
pub const CONSULAR: &[&str] = &["given", "declined_by_person", "not_given"];

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

/// The form of participation.
pub const PARTICIPATIONS: &[&str] = &[
    "principal",
    "accomplice",
    "organiser",
    "instigator",
    "contributor",
    "unknown_form",
];

/// The ground on which the requesting State has jurisdiction.
pub const JURISDICTIONS: &[&str] = &[
    "territory",
    "flag",
    "active_nationality",
    "passive_nationality",
    "effect",
    "universal",
];

/// Whether the author of the act is known.
pub const AUTHORS: &[&str] = &["known", "unknown_author"];

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

/// Measures in which a person is asked questions.
pub const HEARINGS: &[&str] = &["statement", "video_hearing"];

/// What the law at home says to a coercive measure.
pub const ORDERS: &[&str] = &["attached", "lawful_at_home", "none"];

/// In what form evidence comes back.
pub const RETURN_FORMS: &[&str] = &["originals", "certified_copies", "copies"];

/// By what way evidence comes back.
pub const CHANNELS: &[&str] = &["platform", "post", "courier", "diplomatic"];

/// What is said about the death penalty (SAF-03).
pub const DEATH_STATEMENTS: &[&str] = &["not_sought", "assurance", "use_limit", "may_be_sought"];

/// Matters that belong to this one.
pub const RELATED_KINDS: &[&str] = &[
    "earlier_request",
    "same_matter_pending",
    "other_channel",
    "interpol",
    "jit",
    "domestic_case",
];

/// Kinds of attachment.
pub const ATTACHMENT_KINDS: &[&str] = &[
    "domestic_order",
    "text_of_law",
    "translation",
    "questions",
    "document_to_serve",
    "consent_record",
    "reciprocity_undertaking",
    "case_by_case_letter",
    "confiscation_order",
    "assurance",
    "photograph",
    "fingerprints",
    "exhibit",
    "other",
];

/// Attachments that carry weight only as a certified copy.
pub const CERTIFIED: &[&str] = &["domestic_order", "text_of_law", "confiscation_order"];

/// How an attachment reaches the other side.
pub const DELIVERIES: &[&str] = &["enclosed", "by_post", "on_request"];
