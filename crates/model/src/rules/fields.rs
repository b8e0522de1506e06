//! The closed list of fields of a mutual legal assistance request: what each input is called and what it may hold.
//!
//! The rules (GEN-03, GEN-04, GEN-10) walk a request's content along this list; the template's form must not name an
//! input that is not here. What a field means in law stands in the rules; its label, help and order stand in
//! `templates/mla/`. There is deliberately no field for religion, ethnicity, opinion or trade union.

use super::codes;

/// What a leaf may hold. Every leaf may also hold `"unknown"`, `"not_applicable"` or `{"withheld": "reason"}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The name of a person or a file: one line, free of control, bidirectional and zero-width characters.
    Name,
    /// One line of text, at most [`crate::limits::LINE_CHARS_MAX`] characters.
    Line,
    /// Several lines of text, at most [`crate::limits::CONTENT_TEXT_CHARS_MAX`] characters.
    Prose,
    /// `{"text": prose, "lang": code}`, or plain prose.
    Text,
    /// One code of a closed list.
    Code(&'static [&'static str]),
    /// A list of codes of a closed list.
    Codes(&'static [&'static str]),
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    PartialDate,
    /// `"yes"` or `"no"` (or a JSON boolean).
    YesNo,
    /// A whole number, not negative.
    Number,
    /// A zone: an offset from UTC as `+03:00`, `Z`, or an IANA name.
    Zone,
    /// A language code of ISO 639 (`fr`, `es`).
    Language,
    /// A list of language codes.
    Languages,
    /// A State's code.
    State,
    /// A list of State codes.
    States,
    /// SHA-256 in 64 hexadecimal digits.
    Digest,
}

/// A place in the content: a leaf, an object with named fields, or a list of objects.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// One value.
    Leaf(Kind),
    /// An object whose fields are all listed.
    Object(&'static [Field]),
    /// A list of objects, with the greatest number of them.
    List(&'static [Field], usize),
    /// Anything: a State's own annex, which the universal rules do not read.
    Open,
}

/// A named field of an object.
pub type Field = (&'static str, Shape);

const fn leaf(name: &'static str, kind: Kind) -> Field {
    (name, Shape::Leaf(kind))
}

/// The whole content of a mutual legal assistance request.
pub const MLA: &[Field] = &[
    leaf("type", Kind::Code(&["mla"])),
    leaf("number", Kind::Line),
    leaf("relation", Kind::Code(codes::RELATIONS)),
    leaf("parent", Kind::Line),
    leaf("title", Kind::Line),
    ("requesting", Shape::Object(PARTY)),
    ("requested", Shape::Object(PARTY)),
    ("conducting_authority", Shape::Object(CONDUCTING)),
    ("contacts", Shape::List(CONTACT, 16)),
    ("legal_basis", Shape::List(BASIS, 16)),
    ("reciprocity", Shape::Object(RECIPROCITY)),
    ("proceeding", Shape::Object(PROCEEDING)),
    ("urgency", Shape::Object(URGENCY)),
    ("confidentiality", Shape::Object(CONFIDENTIALITY)),
    ("handling", Shape::Object(HANDLING)),
    ("use_limits", Shape::Object(USE_LIMITS)),
    ("languages", Shape::Object(LANGUAGES)),
    ("persons", Shape::List(PERSON, 200)),
    ("offences", Shape::List(OFFENCE, 50)),
    ("facts", Shape::Object(FACTS)),
    ("measures", Shape::List(MEASURE, 100)),
    ("return_of_evidence", Shape::Object(RETURN)),
    ("death_penalty", Shape::Object(DEATH_PENALTY)),
    ("costs", Shape::Object(COSTS)),
    ("related", Shape::List(RELATED, 50)),
    ("attachments", Shape::List(ATTACHMENT, 200)),
    ("signatory", Shape::Object(SIGNATORY)),
    ("data_protection", Shape::Object(DATA_PROTECTION)),
    leaf("draft_shared", Kind::YesNo),
    ("annex", Shape::Open),
];

const PARTY: &[Field] = &[
    leaf("state", Kind::State),
    leaf("authority", Kind::Line),
    leaf("name", Kind::Line),
];

const CONDUCTING: &[Field] = &[
    leaf("name", Kind::Line),
    leaf("functions", Kind::Prose),
    leaf("reference", Kind::Line),
    leaf("address", Kind::Line),
];

const CONTACT: &[Field] = &[
    leaf("kind", Kind::Code(codes::CONTACT_KINDS)),
    leaf("name", Kind::Name),
    leaf("role", Kind::Line),
    leaf("phone", Kind::Line),
    leaf("email", Kind::Line),
    leaf("zone", Kind::Zone),
    leaf("hours", Kind::Line),
    leaf("languages", Kind::Languages),
];

const BASIS: &[Field] = &[
    leaf("instrument", Kind::Line),
    leaf("article", Kind::Line),
    leaf("role", Kind::Code(codes::BASIS_ROLES)),
    leaf("reason", Kind::Prose),
];

const RECIPROCITY: &[Field] = &[
    leaf("undertaking", Kind::Code(codes::UNDERTAKINGS)),
    leaf("text", Kind::Prose),
];

const PROCEEDING: &[Field] = &[
    leaf("stage", Kind::Code(codes::STAGES)),
    leaf("nature", Kind::Prose),
    leaf("number", Kind::Line),
    leaf("court", Kind::Line),
    leaf("opened_on", Kind::Date),
];

const URGENCY: &[Field] = &[
    leaf("level", Kind::Code(codes::URGENCIES)),
    leaf("reason", Kind::Code(codes::URGENCY_REASONS)),
    leaf("text", Kind::Prose),
    leaf("latest_useful_on", Kind::Date),
];

const CONFIDENTIALITY: &[Field] = &[
    leaf("level", Kind::Code(codes::CONFIDENTIALITY)),
    leaf("person_may_be_told", Kind::YesNo),
    leaf("until_on", Kind::Date),
    leaf("reason", Kind::Prose),
];

const HANDLING: &[Field] = &[
    leaf("use_code", Kind::Code(codes::USE_CODES)),
    leaf("tlp", Kind::Code(codes::TLP)),
];

const USE_LIMITS: &[Field] = &[
    leaf("purposes", Kind::Codes(codes::PURPOSES)),
    leaf("onward_transfer", Kind::Code(codes::ONWARD)),
    leaf("exculpatory", Kind::Prose),
];

const LANGUAGES: &[Field] = &[
    leaf("original", Kind::Language),
    ("translations", Shape::List(TRANSLATION, 12)),
    leaf("translation_follows_on", Kind::Date),
];

const TRANSLATION: &[Field] = &[
    leaf("lang", Kind::Language),
    leaf("certified", Kind::YesNo),
    leaf("translator", Kind::Line),
];

const PERSON: &[Field] = &[
    leaf("role", Kind::Code(codes::PERSON_ROLES)),
    leaf("family_name", Kind::Name),
    leaf("given_names", Kind::Name),
    leaf("patronymic", Kind::Name),
    leaf("native_name", Kind::Name),
    leaf("transliteration", Kind::Line),
    leaf("aliases", Kind::Name),
    leaf("sex", Kind::Code(codes::SEXES)),
    leaf("born_on", Kind::PartialDate),
    leaf("born_precision", Kind::Code(codes::PRECISIONS)),
    leaf("birth_place", Kind::Line),
    leaf("nationalities", Kind::States),
    leaf("address", Kind::Prose),
    leaf("occupation", Kind::Line),
    leaf("documents", Kind::Prose),
    leaf("phone", Kind::Line),
    leaf("email", Kind::Line),
    leaf("description", Kind::Prose),
    leaf("biometrics", Kind::Codes(codes::BIOMETRICS)),
    leaf("custody", Kind::Line),
    leaf("custody_since_on", Kind::Date),
    leaf("protected_role", Kind::Code(codes::PROTECTED_ROLES)),
    leaf("privilege_route", Kind::Prose),
    leaf("minor", Kind::YesNo),
    leaf("vulnerability", Kind::Code(codes::VULNERABILITIES)),
    leaf("safeguards", Kind::Prose),
    leaf("counsel", Kind::Line),
    leaf("interpreter", Kind::Line),
    leaf("consular_notice", Kind::Code(codes::CONSULAR)),
    leaf("danger", Kind::Prose),
    leaf("un_list_reference", Kind::Line),
];

const OFFENCE: &[Field] = &[
    leaf("title", Kind::Line),
    leaf("category", Kind::Code(codes::OFFENCES)),
    leaf("also", Kind::Codes(codes::OFFENCES)),
    leaf("law_text", Kind::Prose),
    leaf("penalty_min_months", Kind::Number),
    leaf("penalty_max_months", Kind::Number),
    leaf("death_penalty", Kind::YesNo),
    leaf("life_sentence", Kind::YesNo),
    leaf("deaths", Kind::Number),
    leaf("committed_from", Kind::Date),
    leaf("committed_until", Kind::Date),
    leaf("place", Kind::Line),
    leaf("participation", Kind::Code(codes::PARTICIPATIONS)),
    leaf("attempt", Kind::YesNo),
    leaf("jurisdiction", Kind::Code(codes::JURISDICTIONS)),
    leaf("limitation_on", Kind::Date),
    leaf("organised_group", Kind::YesNo),
    leaf("offenders", Kind::Number),
    leaf("transnational", Kind::YesNo),
    leaf("financial_benefit", Kind::YesNo),
    leaf("fiscal", Kind::YesNo),
    leaf("dual_criminality", Kind::Prose),
];

const FACTS: &[Field] = &[
    leaf("summary", Kind::Text),
    leaf("happened_from", Kind::Date),
    leaf("happened_until", Kind::Date),
    leaf("place", Kind::Line),
    leaf("act", Kind::Prose),
    leaf("author", Kind::Code(codes::AUTHORS)),
    leaf("evidence", Kind::Prose),
];

const MEASURE: &[Field] = &[
    leaf("kind", Kind::Code(codes::MEASURES)),
    leaf("object", Kind::Prose),
    leaf("person", Kind::Name),
    leaf("holder", Kind::Line),
    leaf("place", Kind::Line),
    leaf("account", Kind::Line),
    leaf("identifiers", Kind::Prose),
    leaf("period_from", Kind::Date),
    leaf("period_until", Kind::Date),
    leaf("purpose", Kind::Prose),
    leaf("nexus", Kind::Prose),
    leaf("proportionality", Kind::Prose),
    leaf("order", Kind::Code(codes::ORDERS)),
    leaf("order_statement", Kind::Prose),
    leaf("formalities", Kind::Prose),
    leaf("questions", Kind::Prose),
    leaf("consent", Kind::YesNo),
    leaf("consent_record", Kind::Line),
    leaf("video_details", Kind::Prose),
    leaf("documents", Kind::Prose),
    leaf("appearance_on", Kind::Date),
    leaf("safe_conduct", Kind::Prose),
    leaf("custody_terms", Kind::Prose),
    leaf("third_party_rights", Kind::Prose),
    leaf("privilege_handling", Kind::Prose),
    leaf("value", Kind::Line),
    leaf("currency", Kind::Line),
    leaf("deadline_on", Kind::Date),
    leaf("deadline_reason", Kind::Prose),
    leaf("jit_hold", Kind::YesNo),
    leaf("jit_reference", Kind::Line),
];

const RETURN: &[Field] = &[
    leaf("form", Kind::Code(codes::RETURN_FORMS)),
    leaf("format", Kind::Prose),
    leaf("channel", Kind::Code(codes::CHANNELS)),
    leaf("originals_returned", Kind::YesNo),
    leaf("deadline_on", Kind::Date),
];

const DEATH_PENALTY: &[Field] = &[
    leaf("capital", Kind::YesNo),
    leaf("statement", Kind::Code(codes::DEATH_STATEMENTS)),
    leaf("text", Kind::Prose),
];

const COSTS: &[Field] = &[
    leaf("extraordinary", Kind::YesNo),
    leaf("proposal", Kind::Prose),
];

const RELATED: &[Field] = &[
    leaf("kind", Kind::Code(codes::RELATED_KINDS)),
    leaf("number", Kind::Line),
    leaf("note", Kind::Prose),
];

const ATTACHMENT: &[Field] = &[
    leaf("title", Kind::Line),
    leaf("kind", Kind::Code(codes::ATTACHMENT_KINDS)),
    leaf("lang", Kind::Language),
    leaf("pages", Kind::Number),
    leaf("delivery", Kind::Code(codes::DELIVERIES)),
    leaf("certified", Kind::YesNo),
    leaf("file_name", Kind::Name),
    leaf("media_type", Kind::Line),
    leaf("size_bytes", Kind::Number),
    leaf("unpacked_bytes", Kind::Number),
    leaf("sha256", Kind::Digest),
];

const SIGNATORY: &[Field] = &[
    leaf("name", Kind::Name),
    leaf("function", Kind::Line),
    leaf("power", Kind::Prose),
    leaf("signed_on", Kind::Date),
];

const DATA_PROTECTION: &[Field] = &[
    leaf("ground", Kind::Prose),
    leaf("special_categories", Kind::YesNo),
    leaf("special_categories_reason", Kind::Prose),
    leaf("retain_until", Kind::Date),
    leaf("safeguards_clause", Kind::YesNo),
    leaf("supervisor", Kind::Line),
    leaf("third_state_origin", Kind::State),
    leaf("third_state_consent", Kind::YesNo),
];

/// Every leaf of `fields` as a JSON Pointer pattern (`/measures/*/nexus`) with its kind, in the order of the list.
#[must_use]
pub fn leaves(fields: &[Field]) -> Vec<(String, Kind)> {
    let mut out = Vec::new();
    collect(fields, "", &mut out);
    out
}

fn collect(fields: &[Field], at: &str, out: &mut Vec<(String, Kind)>) {
    for (name, shape) in fields {
        match shape {
            Shape::Leaf(kind) => out.push((format!("{at}/{name}"), *kind)),
            Shape::Object(inner) => collect(inner, &format!("{at}/{name}"), out),
            Shape::List(inner, _) => collect(inner, &format!("{at}/{name}/*"), out),
            Shape::Open => {}
        }
    }
}
