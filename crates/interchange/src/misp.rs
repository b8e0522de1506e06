//! Records as MISP events, and back: the subject and each association is an object, each assertion an attribute that bears its
//! label, grade and origin in tags.
//!
//! MISP takes nothing back: a recall is an event that says so, for its owner alone, and whoever copied the earlier one keeps it.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::label::{Label, Recipient};
use model::record::{Association, Grade, Property, Provenance, Record, Subject};
use serde_json::{Map, Value, json};
use uuid::Uuid;

use crate::loss::{self, Issue, Loss, Taken, Why, Withheld, permitted, place};
use crate::marks::{Blocked, Distribution, MispMarks, TAG_BYTES_MAX, misp_marks, tags_of_grade};
use crate::stix::{Names, text};

mod taken;

pub use taken::from_misp;

/// The object of an association.
const ASSOCIATION: &str = "comity-association";

/// The part of an issue that the recipient may have, as an event, with what MISP loses of it.
///
/// # Errors
/// [`Withheld`] when nothing leaves, or no label of it can be said.
pub fn to_misp(
    issue: &Issue,
    to: &Recipient,
    on: Date,
    names: Names<'_>,
) -> Result<(Value, Loss), Withheld> {
    let mut loss = Loss::default();
    let mut record = permitted(issue, to, on, &mut loss)?;
    let blocked = keep_sayable(issue, &mut record, &mut loss);
    if let (Some(why), true) = (
        blocked,
        record.assertions.is_empty() && record.associations.is_empty(),
    ) {
        return Err(Withheld::Label(why));
    }
    let label = loss::roll_up(issue, &record, to).ok_or(Withheld::Nothing)?;
    let mut marks = misp_marks(&label).map_err(Withheld::Label)?;
    marks.tags.extend(facts(issue, &record));
    let mut objects = vec![subject(issue, &record, names, &mut loss)];
    for one in &record.associations {
        objects.push(association(issue, one, names));
        loss.coarsen(place(issue, &one.id), Why::OwnTemplate);
    }
    let event = json!({
        "uuid": event_id(issue.id.to_string().as_str(), names), "info": format!("Record {}", issue.id),
        "date": issue.created.strftime("%Y-%m-%d").to_string(), "timestamp": issue.modified.as_second().to_string(),
        "analysis": "2", "threat_level_id": "4", "published": false,
        "extends_uuid": issue.replaces.map_or_else(String::new, |id| event_id(&id.to_string(), names).to_string()),
        "Orgc": {"name": issue.owner, "uuid": names(&format!("state:{}", issue.owner))}, "Object": objects,
    });
    for (field, there, left) in [
        ("/category", record.category.is_some(), Why::Tag),
        ("/review_by", record.review_by.is_some(), Why::TagUnheeded),
        ("/expires", record.expires.is_some(), Why::TagUnheeded),
        ("/recalled", issue.recalled, Why::TagUnheeded),
    ] {
        if there {
            loss.coarsen(field, left);
        }
    }
    if issue.replaces.is_some() {
        loss.carry("/replaces");
    }
    Ok((json!({"Event": marked(event, &marks, names)}), loss))
}

/// Leaves out what MISP cannot say; the reason of the last.
fn keep_sayable(issue: &Issue, record: &mut Record, loss: &mut Loss) -> Option<Blocked> {
    let mut last = None;
    let mut sayable = |id: &str, label: Option<&Label>, facts: &[String]| {
        let long = facts.iter().any(|tag| tag.len() > TAG_BYTES_MAX);
        let why = match label.map(misp_marks) {
            Some(Ok(_)) if !long => return true,
            Some(Err(why)) => why,
            _ => Blocked::Text,
        };
        loss.drop_field(place(issue, id), why.into());
        last = Some(why);
        false
    };
    record.assertions.retain(|one| {
        let facts = origin(&one.id, &one.from);
        // MISP has no attribute without a value.
        let facts = if one.value.is_empty() {
            vec!["x".repeat(TAG_BYTES_MAX + 1)]
        } else {
            facts
        };
        sayable(&one.id, one.label.as_ref(), &facts)
    });
    record
        .associations
        .retain(|one| sayable(&one.id, one.label.as_ref(), &origin(&one.id, &one.from)));
    last
}

/// The UUID of the event of a record.
fn event_id(record: &str, names: Names<'_>) -> Uuid {
    names(&format!("event:{record}"))
}

fn tag(name: &str, value: &str) -> String {
    format!("comity:{name}=\"{value}\"")
}

/// What the event says of the record, in tags.
fn facts(issue: &Issue, record: &Record) -> Vec<String> {
    let mut tags = vec![
        tag("record", &issue.id.to_string()),
        tag("subject", record.subject.code()),
        tag("created", &issue.created.to_string()),
        tag("modified", &issue.modified.to_string()),
    ];
    let days = [("review-by", record.review_by), ("expires", record.expires)];
    tags.extend(
        days.iter()
            .filter_map(|(name, day)| Some(tag(name, &(*day)?.to_string()))),
    );
    tags.extend(
        record
            .category
            .map(|category| tag("category", category.code())),
    );
    tags.extend(issue.replaces.map(|id| tag("replaces", &id.to_string())));
    if issue.recalled {
        tags.push(tag("recalled", "true"));
    }
    tags
}

/// Where a part comes from, in tags.
fn origin(id: &str, from: &Provenance) -> Vec<String> {
    let mut tags = vec![tag("id", id), tag("by", &from.by)];
    tags.extend(from.on.map(|day| tag("on", &day.to_string())));
    tags.extend(from.basis.map(|basis| tag("basis", basis.code())));
    tags.extend(from.derived_from.iter().map(|one| tag("derived-from", one)));
    tags.extend(from.grade.into_iter().flat_map(tags_of_grade));
    tags
}

/// The same, with marks: tags, distribution, sharing group.
fn marked(mut object: Value, marks: &MispMarks, names: Names<'_>) -> Value {
    let tags: Vec<Value> = marks
        .tags
        .iter()
        .map(|name| json!({"name": name}))
        .collect();
    let code = match &marks.distribution {
        Distribution::Owner | Distribution::Unknown => "0",
        Distribution::Community => "1",
        Distribution::Connected => "2",
        Distribution::All => "3",
        Distribution::Group(_) => "4",
        Distribution::Inherit => "5",
    };
    if let Some(map) = object.as_object_mut() {
        map.insert("Tag".to_owned(), Value::Array(tags));
        map.insert("distribution".to_owned(), json!(code));
        if let Distribution::Group(members) = &marks.distribution {
            let joined = members
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" ");
            let one = |name: &String| json!({"Organisation": {"name": name, "uuid": names(&format!("state:{name}"))}});
            let uuid = names(&format!("group:{joined}"));
            // A number beside the UUID, as an instance would have given one: without it a client refuses the event. It says no more
            // than the UUID, and is never 0.
            let number = ((uuid.as_u128() >> 100) | 1).to_string();
            let group = json!({
                "id": number, "uuid": uuid, "name": format!("Releasable to: {joined}"),
                "SharingGroupOrg": members.iter().map(one).collect::<Vec<_>>(),
            });
            map.insert("SharingGroup".to_owned(), group);
            map.insert("sharing_group_id".to_owned(), json!(number));
        }
    }
    object
}

/// One attribute, with the label of its part.
fn attribute(
    said: (&str, &str, &str),
    id: &str,
    label: Option<&Label>,
    facts: Vec<String>,
    names: Names<'_>,
) -> Value {
    let (relation, kind, value) = said;
    let strictest = MispMarks {
        tags: BTreeSet::new(),
        distribution: Distribution::Owner,
    };
    let mut marks = label
        .and_then(|label| misp_marks(label).ok())
        .unwrap_or(strictest);
    marks.tags.extend(facts);
    let object = json!({
        "uuid": names(&format!("attribute:{id}:{relation}")), "type": kind, "category": "Other", "to_ids": false,
        "object_relation": relation, "value": value, "disable_correlation": true,
    });
    marked(object, &marks, names)
}

fn subject(issue: &Issue, record: &Record, names: Names<'_>, loss: &mut Loss) -> Value {
    let (template, words) = words(record.subject);
    let mut attributes = Vec::new();
    for one in &record.assertions {
        let field = place(issue, &one.id);
        let word = words.iter().find(|(says, ..)| *says == one.says);
        let said = match word {
            Some((_, relation, kind)) => (*relation, *kind, one.value.as_str()),
            None => ("text", "text", one.value.as_str()),
        };
        if word.is_some() {
            loss.coarsen(format!("{field}/from"), Why::Tag);
            loss.carry(field);
        } else {
            loss.coarsen(field, Why::Text);
        }
        let mut facts = origin(&one.id, &one.from);
        facts.push(tag("says", one.says.code()));
        attributes.push(attribute(
            said,
            &format!("{}:{}", issue.id, one.id),
            one.label.as_ref(),
            facts,
            names,
        ));
    }
    json!({
        "uuid": names(&format!("object:{}", issue.id)), "name": template, "meta-category": "misc", "distribution": "5",
        "Attribute": attributes,
    })
}

fn association(issue: &Issue, one: &Association, names: Names<'_>) -> Value {
    let id = format!("{}:{}", issue.id, one.id);
    let part = |relation: &str, value: &str, facts: Vec<String>, at: usize| {
        attribute(
            (relation, "text", value),
            &format!("{id}:{at}"),
            one.label.as_ref(),
            facts,
            names,
        )
    };
    let mut attributes = vec![part(
        "nature",
        one.nature.code(),
        origin(&one.id, &one.from),
        0,
    )];
    for (relation, value) in [
        ("with", &one.with),
        ("role", &one.role),
        ("grounds", &one.grounds),
    ] {
        if !value.is_empty() {
            attributes.push(part(relation, value, Vec::new(), 0));
        }
    }
    for (at, piece) in one.evidence.iter().enumerate() {
        let grade = piece.grade.into_iter().flat_map(tags_of_grade).collect();
        attributes.push(part("evidence", &piece.what, grade, at));
    }
    json!({
        "uuid": names(&format!("object:{id}")), "name": ASSOCIATION, "meta-category": "misc", "distribution": "5",
        "Attribute": attributes,
    })
}

/// What an assertion says, the relation in the object's template, the type of attribute.
type Word = (Property, &'static str, &'static str);

/// The object template of a subject, and its words.
fn words(subject: Subject) -> (&'static str, &'static [Word]) {
    match subject {
        Subject::Person => ("person", PERSON),
        Subject::Organisation => ("organization", ORGANISATION),
        Subject::Document => ("ftm-Passport", DOCUMENT),
        Subject::Vehicle => (
            "vehicle",
            &[
                (Property::Registration, "license-plate-number", "text"),
                (Property::Description, "description", "text"),
            ],
        ),
        Subject::Vessel => (
            "ftm-Vessel",
            &[
                (Property::Name, "name", "text"),
                (Property::Alias, "alias", "text"),
                (Property::Registration, "registrationNumber", "text"),
                (Property::Nationality, "flag", "text"),
            ],
        ),
        Subject::Account => (
            "bank-account",
            &[(Property::AccountNumber, "account", "bank-account-nr")],
        ),
        Subject::Wallet => (
            "coin-address",
            &[(Property::AccountNumber, "address-crypto", "text")],
        ),
        Subject::Phone => (
            "phone-number",
            &[(Property::Phone, "phone-number", "phone-number")],
        ),
        Subject::OnlineAccount => (
            "user-account",
            &[
                (Property::AccountNumber, "username", "text"),
                (Property::Name, "display-name", "text"),
                (Property::Email, "email", "email"),
            ],
        ),
        Subject::Event => (
            "temporal-event",
            &[(Property::Description, "description", "text")],
        ),
        Subject::Place => (
            "postal-address",
            &[
                (Property::Country, "country", "text"),
                (Property::Description, "description", "text"),
            ],
        ),
        Subject::Weapon => ("physical-object", &[]),
        Subject::Object => (
            "physical-item",
            &[(Property::Description, "description", "text")],
        ),
    }
}

const PERSON: &[Word] = &[
    (Property::Name, "full-name", "full-name"),
    (Property::Alias, "alias", "text"),
    (Property::BirthDate, "date-of-birth", "date-of-birth"),
    (Property::BirthPlace, "place-of-birth", "place-of-birth"),
    (Property::Nationality, "nationality", "nationality"),
    (Property::Gender, "gender", "gender"),
    (Property::Passport, "passport-number", "passport-number"),
    (
        Property::Identification,
        "identity-card-number",
        "identity-card-number",
    ),
    (Property::Address, "address", "text"),
    (Property::Phone, "phone-number", "phone-number"),
    (Property::Email, "e-mail", "email-src"),
];

const ORGANISATION: &[Word] = &[
    (Property::Name, "name", "text"),
    (Property::Alias, "alias", "text"),
    (Property::Address, "address", "text"),
    (Property::Phone, "phone-number", "phone-number"),
    (Property::Email, "e-mail", "email-src"),
    (Property::Registration, "registration-number", "text"),
    (Property::Description, "description", "text"),
];

const DOCUMENT: &[Word] = &[
    (Property::Passport, "passportNumber", "text"),
    (Property::Country, "country", "text"),
    (Property::BirthDate, "birthDate", "text"),
    (Property::BirthPlace, "birthPlace", "text"),
    (Property::Gender, "gender", "text"),
];

/// The tags of an object of MISP.
fn tags(map: &Map<String, Value>) -> BTreeSet<String> {
    let list = map
        .get("Tag")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    list.filter_map(|tag| Some(tag.get("name")?.as_str()?.to_owned()))
        .collect()
}

/// The value of a tag of ours.
fn fact<'a>(tags: &'a BTreeSet<String>, name: &str) -> Option<&'a str> {
    facts_of(tags, name).next()
}

fn facts_of<'a>(tags: &'a BTreeSet<String>, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!("comity:{name}=\"");
    tags.iter()
        .filter_map(move |tag| tag.strip_prefix(&start)?.strip_suffix('"'))
}

/// The marks of an object of MISP. What says no distribution is as what it stands in.
fn marks_of(map: &Map<String, Value>) -> MispMarks {
    let code = match map.get("distribution") {
        Some(Value::String(code)) => code.clone(),
        Some(other) => other.to_string(),
        None => "5".to_owned(),
    };
    let distribution = match code.as_str() {
        "0" => Distribution::Owner,
        "1" => Distribution::Community,
        "2" => Distribution::Connected,
        "3" => Distribution::All,
        "4" => Distribution::Group(members(map)),
        "5" => Distribution::Inherit,
        _ => Distribution::Unknown,
    };
    MispMarks {
        tags: tags(map),
        distribution,
    }
}

/// The members of a sharing group; of none that is told, nobody.
fn members(map: &Map<String, Value>) -> BTreeSet<String> {
    let orgs = map
        .get("SharingGroup")
        .and_then(|group| group.get("SharingGroupOrg"))
        .and_then(Value::as_array);
    let name = |one: &Value| Some(one.get("Organisation")?.get("name")?.as_str()?.to_owned());
    orgs.into_iter().flatten().filter_map(name).collect()
}

/// A text of an object, empty where there is none.
fn field(map: &Map<String, Value>, name: &str) -> String {
    text(Some(map), name)
}

/// The origin of a part, read off its tags.
fn provenance(tags: &BTreeSet<String>, grade: Option<Grade>, sender: &str) -> Provenance {
    Provenance {
        by: fact(tags, "by").unwrap_or(sender).to_owned(),
        on: fact(tags, "on").and_then(|day| day.parse().ok()),
        grade,
        basis: fact(tags, "basis").and_then(model::record::Basis::from_code),
        derived_from: facts_of(tags, "derived-from").map(str::to_owned).collect(),
        sources: Vec::new(),
    }
}

#[cfg(test)]
mod tests;
