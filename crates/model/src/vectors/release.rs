//! A report in labelled portions, as the shared downgrade cases write it, and what may leave of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::{field, fields};
use crate::label::{Label, Recipient};
use crate::record::{Category, Grade, Nature};
use crate::release::{self, Found, Ground, Outcome, Part, Source, Tells};

/// A report.
#[derive(Debug, Deserialize)]
struct Report {
    label: Option<Label>,
    #[serde(default)]
    title: String,
    #[serde(default)]
    person: BTreeMap<String, Value>,
    #[serde(default)]
    portions: Vec<Portion>,
    #[serde(default)]
    attachments: Vec<Attachment>,
    #[serde(default)]
    links: Vec<Link>,
    #[serde(default)]
    provenance: BTreeMap<String, Value>,
    #[serde(default)]
    associations: BTreeSet<Nature>,
    #[serde(default)]
    category: Option<Value>,
}

/// A value of the person, with its label.
#[derive(Debug, Deserialize)]
struct Valued {
    v: Option<Value>,
    label: Option<Label>,
}

#[derive(Debug, Deserialize)]
struct Portion {
    id: String,
    text: String,
    label: Option<Label>,
    #[serde(default)]
    grade: Option<Grade>,
    #[serde(default)]
    source_grade: String,
    #[serde(default)]
    info_grade: Value,
    #[serde(default)]
    nature: Option<Nature>,
}

#[derive(Debug, Deserialize)]
struct Attachment {
    #[serde(default)]
    name: String,
    label: Option<Label>,
}

#[derive(Debug, Deserialize)]
struct Link {
    #[serde(default)]
    rel: String,
    label: Option<Label>,
}

/// The answer: what becomes of it, why, and the release if there is one.
pub(super) fn answer(vector: &Value, today: Date) -> Result<Map<String, Value>, String> {
    let report: Report = field(vector, "report")?;
    let recipient: Recipient = field(vector, "recipient")?;
    let dirty: Vec<String> = match vector.get("dirty_words") {
        Some(_) => field(vector, "dirty_words")?,
        None => Vec::new(),
    };
    let on = day(vector, &report)?.unwrap_or(today);
    let source = report.into_source(dirty)?;
    let proposal = release::build(&source, &recipient, on);
    let (expect, consent, made) = match proposal.outcome {
        Outcome::Release(made) => ("RELEASE", BTreeSet::new(), Some(made)),
        Outcome::Hold => ("HOLD", BTreeSet::new(), None),
        Outcome::Consent(from) => ("CONSENT", from, None),
        Outcome::Deny => ("DENY", BTreeSet::new(), None),
    };
    let first = proposal.found.first().map(|one| told(one.ground));
    let grounds = proposal.found.iter().map(|one: &Found| one.ground);
    Ok(fields([
        ("expect", json!(expect)),
        ("reason", json!(first)),
        ("reasons", json!(grounds.collect::<BTreeSet<Ground>>())),
        ("consent_from", json!(consent)),
        ("lost", json!(proposal.lost)),
        ("release", json!(made)),
    ]))
}

/// The day of a vector: as it says, else the day on which the report came.
fn day(vector: &Value, report: &Report) -> Result<Option<Date>, String> {
    if vector.get("as_of").is_some() {
        return field(vector, "as_of").map(Some);
    }
    let came = report.provenance.get("received").and_then(Value::as_str);
    Ok(came.and_then(|text| text.get(..10)?.parse().ok()))
}

/// The reason in the words of the shared cases.
const fn told(ground: Ground) -> &'static str {
    match ground {
        Ground::NotReleasable => "recipient country not in releasable_to",
        Ground::Purpose => "purpose not permitted",
        Ground::Clearance => "clearance below the class",
        Ground::Tlp => "traffic light does not reach the recipient",
        Ground::Expired => "past its day",
        Ground::Unmarked => "portion without a label",
        Ground::Victim => "data-subject category is victim; not a screening subject",
        Ground::Child => "child: needs named authority decision",
        Ground::NotScreened => "data-subject category is not a screening subject",
        Ground::DirtyTitle => "dirty-word in the title",
        Ground::Dirty => "dirty-word in a portion marked low",
        Ground::DirtyCase => "dirty-word, other case",
        Ground::DirtyObfuscated => "obfuscated dirty-word",
        Ground::DirtyEncoded => "encoded dirty-word",
        Ground::SourceNamed => "source or partner named in a portion marked low",
        Ground::MarkedAbove => "text marked above its label",
        Ground::All => "no audience or no purpose, about a person",
        Ground::ReviewPast => "review of a portion is past",
        Ground::Unacceptable => "no recipient takes it",
        Ground::TooLong => "portion too long to be looked through",
        Ground::FreeCaveat => "restriction in free words",
        Ground::Phrasing => "phrase of a portion that stays behind",
        Ground::Time => "exact time in a portion marked low",
        Ground::Place => "exact place in a portion marked low",
        Ground::Count => "count of sources in a portion marked low",
        Ground::GradeFloor => "graded below the floor",
        Ground::FamilyOnly => "association by family alone is not derogatory",
        Ground::ContactOnly => "association by contact alone is not derogatory",
        Ground::BiometricOnly => "a biometric on an object alone is not derogatory",
        Ground::NoAssociation => "association not stated",
        Ground::NoIdentity => "minimum identity is missing",
        Ground::IdentityControlled => "minimum identity is only in originator-controlled portions",
    }
}

impl Report {
    fn into_source(self, dirty: Vec<String>) -> Result<Source, String> {
        let mut parts = vec![Part {
            id: "title".to_owned(),
            tells: Tells::Title,
            text: self.title,
            label: self.label.clone(),
            grade: None,
        }];
        let mut natures = self.associations;
        let category = strictest(&self.person, self.category.as_ref())?;
        for (name, value) in self.person {
            let Some(tells) = tells(&name) else {
                continue;
            };
            let valued = Valued::deserialize(value).map_err(|e| format!("person.{name}: {e}"))?;
            for text in texts(valued.v) {
                parts.push(Part {
                    id: name.clone(),
                    tells,
                    text,
                    label: valued.label.clone(),
                    grade: None,
                });
            }
        }
        for portion in self.portions {
            natures.extend(portion.nature);
            let grade = portion.graded()?;
            parts.push(Part {
                id: portion.id,
                tells: Tells::Statement,
                text: portion.text,
                grade,
                label: portion.label,
            });
        }
        let files = self
            .attachments
            .into_iter()
            .map(|one| (Tells::Attachment, one.name, one.label));
        let links = self
            .links
            .into_iter()
            .map(|one| (Tells::Link, one.rel, one.label));
        for (at, (tells, text, label)) in files.chain(links).enumerate() {
            let id = format!("beside-{at}");
            parts.push(Part {
                id,
                tells,
                text,
                label,
                grade: None,
            });
        }
        Ok(Source {
            parts,
            category,
            natures,
            unshown: BTreeSet::new(),
            hidden: hidden(self.provenance),
            dirty,
        })
    }
}

impl Portion {
    /// The grade, told in one or in two.
    fn graded(&self) -> Result<Option<Grade>, String> {
        if self.grade.is_some() || self.source_grade.is_empty() {
            return Ok(self.grade);
        }
        let number = texts(Some(self.info_grade.clone())).join("");
        let both = format!("{}{number}", self.source_grade);
        let read = Grade::parse(&both).map(Some);
        read.ok_or_else(|| format!("portion {}: {both:?} is no grade", self.id))
    }
}

/// What the person is, wherever and however often it is said: what protects most counts.
fn strictest(
    person: &BTreeMap<String, Value>,
    whole: Option<&Value>,
) -> Result<Option<Category>, String> {
    let fields = ["role", "roles", "category", "categories", "status"];
    let said = person.iter().filter(|(name, _)| {
        let name = name.to_ascii_lowercase();
        fields.contains(&name.as_str())
    });
    let mut found = None;
    for value in said.map(|(_, value)| value).chain(whole) {
        let codes = match value {
            Value::Object(valued) => texts(valued.get("v").cloned()),
            Value::Null => continue,
            value => texts(Some(value.clone())),
        };
        if codes.is_empty() {
            return Err("person: a category is a text or a list of texts".to_owned());
        }
        for code in codes {
            let category = Category::from_code(&code.trim().to_ascii_lowercase());
            let category = category.ok_or_else(|| format!("person: {code:?} is no category"))?;
            found = found.max(Some(category));
        }
    }
    Ok(found)
}

/// Names and numbers of sources. Of fields that nobody agreed on only what could be a name counts, and no single code.
fn hidden(provenance: BTreeMap<String, Value>) -> Vec<String> {
    const AGREED: &[&str] = &[
        "collector",
        "handler",
        "partner",
        "received",
        "received_from",
        "source",
        "source_id",
        "sources",
    ];
    let each = provenance.into_iter().flat_map(|(name, value)| {
        let agreed = AGREED.contains(&name.as_str());
        texts(Some(value))
            .into_iter()
            .filter(move |text| agreed || text.chars().count() > 3)
    });
    each.collect()
}

/// What a field of the person tells.
fn tells(name: &str) -> Option<Tells> {
    Some(match name {
        "name" => Tells::Name,
        "alias" | "aliases" => Tells::Alias,
        "dob" | "birth" => Tells::Birth,
        "document" | "documents" => Tells::Document,
        "biometric" | "biometrics" => Tells::Biometric,
        "residence" => Tells::Residence,
        _ => return None,
    })
}

/// The texts of a value: itself, or those of a list.
fn texts(value: Option<Value>) -> Vec<String> {
    match value {
        Some(Value::String(text)) if !text.is_empty() => vec![text],
        Some(Value::Array(list)) => list.into_iter().flat_map(|one| texts(Some(one))).collect(),
        Some(Value::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}
