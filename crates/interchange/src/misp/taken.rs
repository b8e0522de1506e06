//! Events of others, read.

use std::collections::BTreeSet;

use jiff::Timestamp;
use model::id::RecordId;
use model::label::Label;
use model::record::{
    Assertion, Association, Category, Evidence, Nature, Property, Record, Subject,
};
use serde_json::{Map, Value};

use super::{
    ASSOCIATION, Issue, Loss, Taken, event_id, fact, field, loss, marks_of, provenance, tags, words,
};
use crate::held::{self, Doubts};
use crate::loss::{Mint, Why};
use crate::marks::{Doubt, Policy, grade_of_tags, read_misp};
use crate::stix::Names;

/// Events of one text.
const EVENTS_MAX: usize = 100_000;

/// The records of an event, or of a list of events. `mint` gives a record of others an id here.
#[must_use]
pub fn from_misp(value: &Value, policy: &Policy, names: Names<'_>, mint: Mint<'_>) -> Vec<Taken> {
    let one = |value: &Value| value.get("Event").and_then(Value::as_object).cloned();
    let list = value.get("response").unwrap_or(value);
    let events: Vec<Map<String, Value>> = match list.as_array() {
        Some(list) => list.iter().take(EVENTS_MAX).filter_map(one).collect(),
        None => one(list).into_iter().collect(),
    };
    events
        .iter()
        .flat_map(|event| {
            Reader {
                policy,
                mint,
                event,
            }
            .records(names)
        })
        .collect()
}

struct Reader<'a> {
    policy: &'a Policy,
    mint: Mint<'a>,
    event: &'a Map<String, Value>,
}

impl Reader<'_> {
    fn records(&self, names: Names<'_>) -> Vec<Taken> {
        let reading = read_misp(&marks_of(self.event), None, self.policy);
        let mut doubts: Doubts = held::at_root(&reading);
        let objects = self
            .event
            .get("Object")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        let objects: Vec<&Map<String, Value>> = objects.filter_map(Value::as_object).collect();
        if let Some(mut issue) = self.ours(names) {
            for object in &objects {
                self.fill(&mut issue.record, object, &reading.label, &mut doubts);
            }
            if issue.recalled && !self.policy.is_sender(issue.owner.as_str()) {
                return vec![held::refused(&issue, "/recalled", self.policy, self.mint)];
            }
            doubts.extend(held::hold(&mut issue, Some(&reading), self.policy));
            return vec![Taken {
                issue,
                loss: Loss::default(),
                doubts,
            }];
        }
        let mut loss = Loss::default();
        for attribute in self
            .event
            .get("Attribute")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let kind = attribute
                .as_object()
                .map(|map| field(map, "type"))
                .unwrap_or_default();
            loss.drop_field(format!("/Attribute/{kind}"), Why::NoSubject);
        }
        let mut taken = Vec::new();
        for (at, object) in objects.iter().enumerate() {
            let path = format!("/Object/{at}");
            let template = field(object, "name");
            match Subject::ALL
                .iter()
                .find(|subject| words(**subject).0 == template)
            {
                Some(subject) => {
                    taken.push(self.foreign(*subject, (object, &path), &reading.label, &doubts))
                }
                None => loss.drop_field(path, Why::NoWord),
            }
        }
        if let Some(first) = taken.first_mut() {
            first.loss.dropped.extend(loss.dropped);
        }
        taken
    }

    /// The issue that the tags of an event of ours tell, if the event is the one that it makes.
    fn ours(&self, names: Names<'_>) -> Option<Issue> {
        let tags = tags(self.event);
        let id: RecordId = fact(&tags, "record")?.parse().ok()?;
        if field(self.event, "uuid") != event_id(&id.to_string(), names).to_string() {
            return None;
        }
        let mut record = loss::empty(Subject::from_code(fact(&tags, "subject")?)?);
        record.category = fact(&tags, "category").and_then(Category::from_code);
        record.review_by = fact(&tags, "review-by").and_then(|day| day.parse().ok());
        record.expires = fact(&tags, "expires").and_then(|day| day.parse().ok());
        Some(Issue {
            id,
            owner: self
                .event
                .get("Orgc")?
                .get("name")?
                .as_str()?
                .parse()
                .ok()?,
            created: fact(&tags, "created")?.parse().ok()?,
            modified: fact(&tags, "modified")?.parse().ok()?,
            recalled: fact(&tags, "recalled") == Some("true"),
            replaces: fact(&tags, "replaces").and_then(|id| id.parse().ok()),
            record,
        })
    }

    /// The label of an attribute: its own within its object's within the event's.
    fn label(
        &self,
        object: &Map<String, Value>,
        attribute: &Map<String, Value>,
        event: &Label,
        doubts: &mut Doubts,
    ) -> Label {
        let object = read_misp(&marks_of(object), Some(event), self.policy);
        let reading = read_misp(&marks_of(attribute), Some(&object.label), self.policy);
        let place = format!("/{}", field(attribute, "uuid"));
        for (why, mark) in object.doubts.into_iter().chain(reading.doubts) {
            doubts.insert((place.clone(), why, mark));
        }
        reading.label
    }

    /// Takes an object of an event of ours into its record.
    fn fill(
        &self,
        record: &mut Record,
        object: &Map<String, Value>,
        event: &Label,
        doubts: &mut Doubts,
    ) {
        if field(object, "name") == ASSOCIATION {
            record
                .associations
                .extend(self.association(object, event, doubts));
            return;
        }
        for attribute in attributes(object) {
            let label = self.label(object, attribute, event, doubts);
            let (tags, value) = (tags(attribute), field(attribute, "value"));
            let from = provenance(&tags, grade_of_tags(&tags), &self.policy.sender);
            let id = fact(&tags, "id").unwrap_or_default().to_owned();
            let says = fact(&tags, "says").and_then(Property::from_code);
            record.assertions.extend(says.map(|says| Assertion {
                id,
                says,
                value,
                label: Some(label),
                from,
            }));
        }
    }

    /// The association of an object of ours, under the join of the labels of all attributes that it is read from.
    fn association(
        &self,
        object: &Map<String, Value>,
        event: &Label,
        doubts: &mut Doubts,
    ) -> Option<Association> {
        let natures = attributes(object)
            .filter_map(|one| {
                let nature = field(one, "object_relation") == "nature";
                let nature = nature.then(|| Nature::from_code(&field(one, "value")));
                Some((nature??, tags(one)))
            })
            .collect::<Vec<_>>();
        let (nature, origin) = natures.first()?;
        let mut association = Association {
            id: fact(origin, "id").unwrap_or_default().to_owned(),
            nature: *nature,
            with: String::new(),
            role: String::new(),
            grounds: String::new(),
            evidence: Vec::new(),
            label: None,
            from: provenance(origin, grade_of_tags(origin), &self.policy.sender),
        };
        let mut labels = BTreeSet::new();
        for attribute in attributes(object) {
            let value = field(attribute, "value");
            match field(attribute, "object_relation").as_str() {
                "nature" => {}
                "with" => association.with = value,
                "role" => association.role = value,
                "grounds" => association.grounds = value,
                "evidence" => association.evidence.push(Evidence {
                    what: value,
                    grade: grade_of_tags(&tags(attribute)),
                }),
                _ => continue,
            }
            labels.insert(self.label(object, attribute, event, doubts));
        }
        if natures.len() > 1 {
            let place = format!("/{}", field(object, "uuid"));
            doubts.insert((place, Doubt::Conflict, "nature".to_owned()));
            labels.insert(self.policy.strictest());
        }
        association.label = match labels.iter().collect::<Vec<_>>().as_slice() {
            [one] => Some((*one).clone()),
            several => Label::roll_up(several.iter().copied()),
        };
        Some(association)
    }

    /// The record of an object of others.
    fn foreign(
        &self,
        subject: Subject,
        (object, path): (&Map<String, Value>, &str),
        event: &Label,
        doubts: &Doubts,
    ) -> Taken {
        let mut loss = Loss::default();
        let mut doubts = doubts.clone();
        let mut record = loss::empty(subject);
        for attribute in attributes(object) {
            let relation = field(attribute, "object_relation");
            let path = format!("{path}/{relation}");
            if attribute.get("deleted") == Some(&Value::Bool(true)) {
                loss.drop_field(path, Why::Deleted);
                continue;
            }
            let Some((says, ..)) = words(subject)
                .1
                .iter()
                .find(|(_, known, _)| *known == relation)
            else {
                loss.drop_field(path, Why::NoWord);
                continue;
            };
            let label = self.label(object, attribute, event, &mut doubts);
            // In an event of others no attribute is wider than its event, whatever label of ours it bears.
            let label = Label {
                originator: label.originator.clone(),
                ..label.join(event)
            };
            let value = field(attribute, "value");
            let mut one = loss::foreign(record.assertions.len() + 1, *says, &value, &label);
            one.from.grade =
                grade_of_tags(&tags(attribute)).or_else(|| grade_of_tags(&tags(self.event)));
            one.from.by.clone_from(&self.policy.sender);
            record.assertions.push(one);
            loss.carry(path);
        }
        let seconds = field(self.event, "timestamp").parse().ok();
        let time = seconds
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
            .unwrap_or(Timestamp::UNIX_EPOCH);
        let mut issue = Issue {
            id: (self.mint)(&field(object, "uuid")),
            owner: self.policy.state.clone(),
            created: time,
            modified: time,
            recalled: false,
            replaces: None,
            record,
        };
        doubts.extend(held::marked_above(&mut issue, self.policy));
        Taken {
            issue,
            loss,
            doubts,
        }
    }
}

fn attributes(object: &Map<String, Value>) -> impl Iterator<Item = &Map<String, Value>> {
    let list = object.get("Attribute").and_then(Value::as_array);
    list.into_iter().flatten().filter_map(Value::as_object)
}
