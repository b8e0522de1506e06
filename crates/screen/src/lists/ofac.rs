//! The lists of the United States' Office of Foreign Assets Control (<https://ofac.treasury.gov/sanctions-list-service>): specially
//! designated nationals (SDN) and the consolidated non-SDN list, as tables and as classic XML.
//!
//! What the remarks of the tables and the id list of the XML say is the same vocabulary: `ofac/facts.rs` reads both.

pub(crate) mod classic;
pub(crate) mod facts;
pub(crate) mod tables;

/// Before OFAC's own number in an id.
const ID_PREFIX: &str = "ofac-";

/// Schema by OFAC's kind of record; records without a kind are organisations in the tables.
fn schema_of(kind: &str) -> &'static str {
    match kind.to_lowercase().as_str() {
        "individual" => "Person",
        "vessel" => "Vessel",
        "aircraft" => "Airplane",
        _ => "Organization",
    }
}

/// The name as it is spoken: only a person's is written with the surname first.
fn name_of(schema: &str, name: &str) -> String {
    match schema {
        "Person" => super::words::spoken(name),
        _ => super::xml::squeeze(name),
    }
}
