//! One fact about an OFAC record: "DOB 10 Dec 1948", "Passport A10472263 (Malaysia)", "Digital Currency Address - XBT 1Kuf...".

use crate::entity::{Entity, prop};
use crate::lists::words;

/// A wallet of the record: currency and address.
pub(super) type Wallet = (String, String);

/// How a fact begins, and the property its number belongs to. The longer beginning stands first.
const NUMBERS: &[(&str, &str)] = &[
    ("Passport", prop::PASSPORT_NUMBER),
    ("Stateless Person Passport", prop::PASSPORT_NUMBER),
    ("Diplomatic Passport", prop::PASSPORT_NUMBER),
    ("Vessel Registration Identification", "imoNumber"),
    ("IMO number", "imoNumber"),
    ("MMSI", "mmsi"),
    ("Tax ID No.", "taxNumber"),
    ("NIT #", "taxNumber"),
    ("RUC #", "taxNumber"),
    ("RIF #", "taxNumber"),
    ("RFC", "taxNumber"),
    ("Italian Fiscal Code", "taxNumber"),
    ("C.U.I.T.", "taxNumber"),
    ("V.A.T. Number", "vatCode"),
    ("US FEIN", "taxNumber"),
    ("SWIFT/BIC", "swiftBic"),
    ("Legal Entity Number", "leiCode"),
    ("ISIN", "isinCode"),
    ("D-U-N-S Number", "dunsCode"),
    ("Unified Social Credit Code (USCC)", "uscCode"),
    ("United Social Credit Code Certificate (USCCC)", "uscCode"),
    ("Government Gazette Number", "okpoCode"),
    ("BIK (RU)", "bikCode"),
    ("Equity Ticker", "ticker"),
    ("Registration Number", "registrationNumber"),
    ("Registration ID", "registrationNumber"),
    (
        "Registration Certificate Number (Dubai)",
        "registrationNumber",
    ),
    ("Business Registration Number", "registrationNumber"),
    ("Business Registration Document #", "registrationNumber"),
    ("Business Number", "registrationNumber"),
    ("Public Registration Number", "registrationNumber"),
    ("Commercial Registry Number", "registrationNumber"),
    ("Company Number", "registrationNumber"),
    ("Company ID:", "registrationNumber"),
    ("Enterprise Number", "registrationNumber"),
    ("Economic Register Number (CBLS)", "registrationNumber"),
    ("Matricula Mercantil No", "registrationNumber"),
    ("Folio Mercantil No.", "registrationNumber"),
    ("Chamber of Commerce Number", "registrationNumber"),
    ("Trade License No.", "registrationNumber"),
    ("License", "registrationNumber"),
    ("C.R. No.", "registrationNumber"),
    ("UK Company Number", "registrationNumber"),
    ("Central Registration System Number", "registrationNumber"),
    ("Istanbul Chamber of Comm. No.", "registrationNumber"),
    (
        "Dubai Chamber of Commerce Membership No.",
        "registrationNumber",
    ),
    ("Registered Charity No.", "registrationNumber"),
    ("LE Number", "registrationNumber"),
    ("Certificate of Incorporation Number", "registrationNumber"),
    (
        "Aircraft Manufacturer's Serial Number (MSN)",
        "serialNumber",
    ),
    (
        "Aircraft Construction Number (also called L/N or S/N or F/N)",
        "serialNumber",
    ),
    ("Aircraft Tail Number", "registrationNumber"),
    ("National ID No.", prop::ID_NUMBER),
    ("National Foreign ID Number", prop::ID_NUMBER),
    ("Cedula No.", prop::ID_NUMBER),
    ("Cedula de Ciudadania", prop::ID_NUMBER),
    ("Cedula de Residencia", prop::ID_NUMBER),
    ("Identification Number", prop::ID_NUMBER),
    ("Identity Card", prop::ID_NUMBER),
    ("Personal ID Card", prop::ID_NUMBER),
    ("Citizen's Card Number", prop::ID_NUMBER),
    ("Residency Number", prop::ID_NUMBER),
    ("Birth Certificate Number", prop::ID_NUMBER),
    ("Travel Document Number", prop::ID_NUMBER),
    ("Driver's License No.", prop::ID_NUMBER),
    ("Drivers License No.", prop::ID_NUMBER),
    ("Military Registration Number", prop::ID_NUMBER),
    ("Electoral Registry No.", prop::ID_NUMBER),
    ("Kenyan ID No.", prop::ID_NUMBER),
    ("Bosnian Personal ID No.", prop::ID_NUMBER),
    ("Tarjeta de Identidad", prop::ID_NUMBER),
    ("D.N.I.", prop::ID_NUMBER),
    ("C.U.R.P.", prop::ID_NUMBER),
    ("I.F.E.", prop::ID_NUMBER),
    ("C.U.I.P.", prop::ID_NUMBER),
    ("C.U.I.", prop::ID_NUMBER),
    ("Turkish Identification Number", prop::ID_NUMBER),
    ("Moroccan Personal ID No.", prop::ID_NUMBER),
    ("Tazkira National ID Card", prop::ID_NUMBER),
    ("Refugee ID Card", prop::ID_NUMBER),
    ("SSN", prop::ID_NUMBER),
    ("Phone Number", "phone"),
    ("Phone No.", "phone"),
    ("Telephone No.", "phone"),
    ("Telephone", "phone"),
    ("Email Address", "email"),
    ("Website", "website"),
];

/// Other facts: how they begin, and where the rest goes.
const TEXTS: &[(&str, &str)] = &[
    ("Title:", prop::TITLE),
    ("Aircraft Model", "model"),
    ("Aircraft Manufacture Date", "buildDate"),
    ("Aircraft Mode S Transponder Code", "icaoCode"),
    ("Organization Established Date", "incorporationDate"),
    ("Vessel Year of Build", "buildDate"),
    ("Vessel Type", "type"),
    ("Vessel Flag", "flag"),
    ("Former Vessel Flag", "pastFlags"),
    ("Nationality of Registration", "country"),
    ("Organization Type:", "sector"),
    ("Issuer Name", prop::ALIAS),
];

/// The remarks of a table, cut into facts.
pub(super) fn remarks(entity: &mut Entity, text: &str) -> Vec<Wallet> {
    let text = text.trim().trim_end_matches('.');
    text.split("; ")
        .filter_map(|fact| take(entity, fact.trim().trim_end_matches('.')))
        .collect()
}

/// Takes one fact into the record. What nobody understands is kept as a note.
pub(super) fn take(entity: &mut Entity, fact: &str) -> Option<Wallet> {
    let fact = fact.strip_prefix("alt. ").unwrap_or(fact).trim();
    if fact.is_empty() || fact == "-0-" {
        return None;
    }
    if let Some(rest) = fact.strip_prefix("Digital Currency Address - ") {
        let (currency, address) = rest.split_once(' ')?;
        return Some((currency.to_owned(), address.trim().to_owned()));
    }
    if !(person(entity, fact) || names(entity, fact) || number(entity, fact) || text(entity, fact))
    {
        entity.add(prop::NOTES, fact);
    }
    None
}

fn person(entity: &mut Entity, fact: &str) -> bool {
    let Some((word, rest)) = fact.split_once(' ') else {
        return false;
    };
    match word {
        "DOB" => words::add_date(entity, prop::BIRTH_DATE, rest),
        "POB" => {
            entity.add(prop::BIRTH_PLACE, rest);
            let country = rest.rsplit(", ").next().unwrap_or(rest);
            if let Some(code) = crate::country::code(country) {
                entity.add(prop::BIRTH_COUNTRY, code);
            }
        }
        "nationality" => words::add_country(entity, prop::NATIONALITY, rest),
        "citizen" => words::add_country(entity, prop::NATIONALITY, rest),
        "Gender" => match crate::ftm::clean("gender", "", rest) {
            Some(gender) => entity.add(prop::GENDER, &gender),
            None => return false,
        },
        _ => return false,
    }
    true
}

/// "a.k.a. 'BNC'", "f.k.a. 'ANA I'": names in quotes within remarks are weak ones (OFAC's guide to its remarks).
fn names(entity: &mut Entity, fact: &str) -> bool {
    for (start, property) in [
        ("a.k.a. ", prop::WEAK_ALIAS),
        ("n.k.a. ", prop::ALIAS),
        ("f.k.a. ", prop::PREVIOUS_NAME),
    ] {
        if let Some(name) = fact.strip_prefix(start) {
            let name = name.trim().trim_matches(['\'', '"', '‘', '’', '“', '”']);
            let name = super::name_of(&entity.schema, name);
            entity.add(property, &name);
            return true;
        }
    }
    false
}

fn number(entity: &mut Entity, fact: &str) -> bool {
    let found = NUMBERS.iter().find_map(|(start, property)| {
        let rest = fact.strip_prefix(start)?;
        rest.starts_with([' ', ':'])
            .then_some((*start, *property, rest))
    });
    let Some((kind, property, rest)) = found else {
        return false;
    };
    let rest = rest.trim_start_matches([' ', ':', '#']).trim();
    let (number, country) = number_and_country(rest);
    if number.is_empty() {
        return false;
    }
    document(entity, kind, property, number);
    let holds = |name: &str| matches!(name, prop::PASSPORT_NUMBER | prop::ID_NUMBER);
    if holds(property) {
        entity.add(prop::DOCUMENT, fact);
    }
    if let Some(code) = country
        && !matches!(property, "phone" | "email" | "website")
        && !entity.is_person()
    {
        entity.add(prop::COUNTRY, &code);
    }
    true
}

/// Adds a number under the property where the schema has it, else under the next best.
pub(crate) fn document(entity: &mut Entity, kind: &str, property: &str, number: &str) {
    let schema = crate::ftm::Schema::of(&entity.schema);
    let known = |name: &str| schema.is_none_or(|s| s.property(name).is_some());
    // A ship company's number stands among its identification numbers.
    let imo = number.starts_with("IMO ") && known("imoNumber");
    let property = match property {
        _ if imo => "imoNumber",
        p if known(p) => p,
        _ if known(prop::ID_NUMBER) => prop::ID_NUMBER,
        _ if known("registrationNumber") => "registrationNumber",
        _ => {
            entity.add(prop::NOTES, &format!("{kind} {number}"));
            return;
        }
    };
    let cleaned = schema
        .and_then(|s| s.property(property))
        .filter(|p| !p.format.is_empty() || matches!(p.type_name, "url" | "email" | "phone"))
        .and_then(|p| p.clean(number));
    entity.add(property, cleaned.as_deref().unwrap_or(number));
}

/// "A10472263 (Malaysia) issued 23 Jun 1999": the number, and the country that gave it.
fn number_and_country(text: &str) -> (&str, Option<String>) {
    let end = [" (", " issued ", " expires "]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min()
        .unwrap_or(text.len());
    let number = text.get(..end).unwrap_or(text).trim();
    let country = text
        .split_once(" (")
        .and_then(|(_, rest)| rest.split_once(')'))
        .and_then(|(name, _)| crate::ftm::clean("country", "", name));
    (number, country)
}

fn text(entity: &mut Entity, fact: &str) -> bool {
    let found = TEXTS.iter().find_map(|(start, property)| {
        let rest = fact.strip_prefix(start)?;
        (start.ends_with(':') || rest.starts_with(' ')).then(|| (*property, rest.trim()))
    });
    let Some((property, rest)) = found else {
        return false;
    };
    match property {
        "flag" | "pastFlags" | "country" => {
            if !rest.starts_with("None") {
                words::add_country(entity, property, rest);
            }
        }
        "incorporationDate" | "buildDate" => words::add_date(entity, property, rest),
        _ => entity.add(property, rest),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_go_where_they_belong() {
        for (schema, fact, property, value) in [
            (
                "Organization",
                "RIF # J-12345678-9 (Venezuela)",
                "taxNumber",
                "J-12345678-9",
            ),
            (
                "Person",
                "Italian Fiscal Code: VDKRSL48T50Z309X",
                "taxNumber",
                "VDKRSL48T50Z309X",
            ),
            (
                "Person",
                "Turkish Identification Number 123 (Turkey)",
                "idNumber",
                "123",
            ),
            (
                "Person",
                "Tazkira National ID Card 44323 (Afghanistan)",
                "idNumber",
                "44323",
            ),
            (
                "Organization",
                "Registered Charity No. 104",
                "registrationNumber",
                "104",
            ),
            (
                "Organization",
                "LE Number 7-8 (Philippines)",
                "registrationNumber",
                "7-8",
            ),
            (
                "Organization",
                "Telephone No. (235) 22555555",
                "phone",
                "23522555555",
            ),
            ("Organization", "Telephone: 22555555", "phone", "22555555"),
            ("Organization", "Fax 22555555", "notes", "Fax 22555555"),
            (
                "Person",
                "Member of the Blue Quay",
                "notes",
                "Member of the Blue Quay",
            ),
        ] {
            let mut entity = Entity {
                schema: schema.to_owned(),
                ..Entity::default()
            };
            assert_eq!(take(&mut entity, fact), None);
            assert_eq!(entity.values(property), [value], "{fact}");
        }
    }
}
