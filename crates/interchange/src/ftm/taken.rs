//! Lines of others, read. Every line names its entity. Lines of ours that share id and time are parts of one version; what others
//! say twice of one id, and not the same, is held: their format has no time that tells versions apart.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use model::id::RecordId;
use model::json::{BYTES_MAX, Bounds, read};
use model::label::{Class, Label};
use model::record::{Assertion, Association, Property, Subject};
use serde_json::{Map, Value};

use super::{LINES_MAX, OURS, word};
use crate::held::{self, Doubts};
use crate::loss::{self, Issue, Loss, Mint, Taken, Why};
use crate::marks::{Doubt, Policy};

/// The records of a text of lines. Lines of ours of one id and time are one record; lines of others are one record each, and held
/// where they say two things of one id. `mint` gives a record of others an id here. Work grows with the number of lines and its
/// logarithm.
///
/// # Errors
/// The number of a line, counted from 1, that is no JSON object with an id; 0 when there are too many lines or bytes.
pub fn from_ftm(text: &str, policy: &Policy, mint: Mint<'_>) -> Result<Vec<Taken>, usize> {
    if text.len() > BYTES_MAX {
        return Err(0);
    }
    let mut found = Found::default();
    for (at, line) in text.lines().enumerate() {
        if at >= LINES_MAX {
            return Err(0);
        }
        if line.trim().is_empty() {
            continue;
        }
        let entity = read(line.as_bytes(), &Bounds::default()).map_err(|_| at + 1)?;
        let map = entity.as_object().ok_or(at + 1)?;
        let id = crate::stix::text(Some(map), "id");
        if id.trim().is_empty() {
            return Err(at + 1);
        }
        let ours = map.get(OURS).and_then(Value::as_str).and_then(Issue::read);
        match ours.filter(|issue| issue.id.to_string() == id) {
            Some(issue) => found.part(issue),
            // A link or a name beside a record of ours, which says it whole.
            None if map.contains_key("comity_label") => {}
            None => found.other(&id, &entity, map, (policy, mint)),
        }
    }
    Ok(found.taken(policy, mint))
}

/// What the lines said so far.
#[derive(Default)]
struct Found {
    /// Ours, by id and time.
    ours: BTreeMap<(RecordId, Timestamp), Version>,
    /// Those of others, by id, each content once.
    others: BTreeMap<String, (BTreeSet<String>, Vec<Taken>)>,
}

/// One version of a record of ours, as far as its lines have come.
struct Version {
    issue: Issue,
    assertions: BTreeMap<String, Assertion>,
    associations: BTreeMap<String, Association>,
    doubts: Doubts,
}

impl Found {
    /// Takes a line of ours: a part of a version.
    fn part(&mut self, mut issue: Issue) {
        let assertions = std::mem::take(&mut issue.record.assertions);
        let associations = std::mem::take(&mut issue.record.associations);
        let version = self.ours.entry((issue.id, issue.modified));
        let version = version.or_insert_with(|| Version {
            issue: issue.clone(),
            assertions: BTreeMap::new(),
            associations: BTreeMap::new(),
            doubts: Doubts::new(),
        });
        if version.issue != issue {
            version.issue.recalled |= issue.recalled;
            version.doubt("/", "modified");
        }
        for one in assertions {
            match version.assertions.get(&one.id) {
                Some(before) if *before != one => version.doubt("/assertions", &one.id),
                _ => drop(version.assertions.insert(one.id.clone(), one)),
            }
        }
        for one in associations {
            match version.associations.get(&one.id) {
                Some(before) if *before != one => version.doubt("/associations", &one.id),
                _ => drop(version.associations.insert(one.id.clone(), one)),
            }
        }
    }

    /// Takes a line of others: the same content once, another content of the same id beside it under an id of its own.
    fn other(
        &mut self,
        id: &str,
        entity: &Value,
        map: &Map<String, Value>,
        (policy, mint): (&Policy, Mint<'_>),
    ) {
        let (said, versions) = self.others.entry(id.to_owned()).or_default();
        let mut content = String::new();
        write_sorted(entity, &mut content);
        if !said.insert(content) {
            return;
        }
        let name = match said.len() {
            1 => id.to_owned(),
            number => format!("{id}#{number}"),
        };
        versions.extend(foreign(map, &name, policy, mint));
    }

    fn taken(self, policy: &Policy, mint: Mint<'_>) -> Vec<Taken> {
        let ours = self.ours.into_values().map(|one| one.taken(policy, mint));
        let others = self.others.into_iter().flat_map(|(id, (said, versions))| {
            let several = said.len() > 1;
            let mark = ("/".to_owned(), Doubt::Conflict, id);
            versions.into_iter().map(move |mut one| {
                one.doubts.extend(several.then(|| mark.clone()));
                one
            })
        });
        ours.chain(others).collect()
    }
}

impl Version {
    fn doubt(&mut self, place: &str, mark: &str) {
        let doubt = (place.to_owned(), Doubt::Conflict, mark.to_owned());
        self.doubts.insert(doubt);
    }

    /// The record of all its lines, as far as its sender bears it out.
    fn taken(self, policy: &Policy, mint: Mint<'_>) -> Taken {
        let mut issue = self.issue;
        issue.record.assertions = self.assertions.into_values().collect();
        issue.record.associations = self.associations.into_values().collect();
        if issue.recalled && !policy.is_sender(issue.owner.as_str()) {
            return held::refused(&issue, "/recalled", policy, mint);
        }
        let mut doubts = self.doubts;
        if !doubts.is_empty() {
            held::tighten(&mut issue, None, policy);
        }
        doubts.extend(held::hold(&mut issue, None, policy));
        Taken {
            issue,
            loss: Loss::default(),
            doubts,
        }
    }
}

/// The text of a value with its names sorted: equal values have equal text. Its depth is bounded by its reader.
fn write_sorted(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut names: Vec<&String> = map.keys().collect();
            names.sort();
            out.push('{');
            for name in names {
                out.push_str(&Value::String(name.clone()).to_string());
                out.push(':');
                map.get(name)
                    .into_iter()
                    .for_each(|one| write_sorted(one, out));
                out.push(',');
            }
            out.push('}');
        }
        Value::Array(list) => {
            out.push('[');
            for one in list {
                write_sorted(one, out);
                out.push(',');
            }
            out.push(']');
        }
        plain => out.push_str(&plain.to_string()),
    }
}

/// What an entity of others is by its schema. Two schemata stand for two subjects of ours each, and say no more than the wider: an
/// `Asset` is a thing and no weapon, a `UserAccount` is an account and no telephone.
fn subject(schema: &str) -> Option<Subject> {
    match schema {
        "Asset" => Some(Subject::Object),
        "UserAccount" => Some(Subject::OnlineAccount),
        other => Subject::ALL
            .iter()
            .copied()
            .find(|one| one.schema() == other),
    }
}

/// An entity of somebody who has no such context: nobody marked it.
fn foreign(map: &Map<String, Value>, id: &str, policy: &Policy, mint: Mint<'_>) -> Option<Taken> {
    let schema = crate::stix::text(Some(map), "schema");
    let subject = subject(&schema)?;
    let label = Label {
        class: policy.class.max(Class::Official),
        ..policy.strictest()
    };
    let mut loss = Loss::default();
    let mut record = loss::empty(subject);
    for (name, values) in map
        .get("properties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
    {
        let field = format!("/properties/{name}");
        let says = Property::ALL
            .iter()
            .find(|says| word(subject, **says) == Some(name));
        let Some(says) = says else {
            loss.drop_field(field, Why::NoWord);
            continue;
        };
        for value in values
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
        {
            record.assertions.push(loss::foreign(
                record.assertions.len() + 1,
                *says,
                value,
                &label,
            ));
        }
        loss.carry(field);
    }
    let mut issue = Issue {
        id: mint(id),
        owner: policy.state.clone(),
        created: Timestamp::UNIX_EPOCH,
        modified: Timestamp::UNIX_EPOCH,
        recalled: false,
        replaces: None,
        record,
    };
    let mut doubts = Doubts::from([("/".to_owned(), Doubt::Absent, "label".to_owned())]);
    doubts.extend(held::marked_above(&mut issue, policy));
    Some(Taken {
        issue,
        loss,
        doubts,
    })
}
