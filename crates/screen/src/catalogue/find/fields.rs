//! What stands in which field: words of names and of anything, values of groups, of single properties, ids and moments.

use super::super::syntax::What;
use super::super::terms::Field;
use super::super::{NOT_WHOLE, moment, property, words};
use super::{Run, Scored, intersect, moment_of, union};
use crate::entity::Entity;
use crate::ftm;
use crate::limits::SEARCH_EXPANSIONS_MAX;

/// How much more a word of a name weighs than the same word anywhere.
const NAME_WEIGHT: f32 = 3.0;
/// BM25's usual k1.
const K1: f32 = 1.2;
/// BM25's b, a weak one: a record with many names is not worse for it.
const B: f32 = 0.25;

/// Groups of values by the names clients use for them.
fn group(name: &str) -> Option<&'static str> {
    const OWN: [&str; 3] = ["datasets", "schema", "target"];
    let own = OWN.iter().find(|own| **own == name).copied();
    own.or_else(|| {
        let mut groups = ftm::model().types().map(|t| t.group);
        groups.find(|group| *group == name && !NOT_WHOLE.contains(group))
    })
}

/// A value as its group holds it: kinds and lists as they are written, others plain.
fn value_of(group: &str, value: &str) -> String {
    match group {
        "datasets" | "schema" => value.trim().to_owned(),
        _ => words::whole(value),
    }
}

impl Run<'_> {
    pub(super) fn in_field(&mut self, field: Option<&str>, what: &What) -> Vec<Scored> {
        match field {
            None | Some("text" | "*") => self.in_words(what, &[Field::Name, Field::Text]),
            Some("names" | "name_parts" | "properties.name" | "name") => {
                self.in_words(what, &[Field::Name])
            }
            Some("id" | "entity_id" | "referents") => self.of_id(what),
            Some("entities") => self.pointing_at(what),
            Some("first_seen" | "last_seen" | "last_change") => {
                self.seen(field.unwrap_or(""), what)
            }
            Some(name) => match group(name) {
                Some(group) => self.in_group(group, what),
                None => self.in_property(name.strip_prefix("properties.").unwrap_or(name), what),
            },
        }
    }

    /// Records with this word, weighed by how rare it is.
    pub(super) fn weighed(&self, number: Option<usize>, field: Field) -> Vec<Scored> {
        let Some(number) = number else {
            return Vec::new();
        };
        let catalogue = self.catalogue;
        let records = catalogue.len().max(1) as f32;
        let with = catalogue.terms.count(number) as f32;
        let rarity = (1.0 + (records - with + 0.5) / (with + 0.5)).ln();
        let middle = (catalogue.name_words as f32 / records).max(1.0);
        let places = catalogue.terms.places(number);
        places
            .map(|place| {
                let long = match field {
                    Field::Name => {
                        let row = catalogue.rows.get(place as usize);
                        row.map_or(middle, |row| f32::from(row.name_words))
                    }
                    _ => middle,
                };
                let weight = if field == Field::Name {
                    NAME_WEIGHT
                } else {
                    1.0
                };
                let short = (K1 + 1.0) / (1.0 + K1 * (1.0 - B + B * long / middle));
                (place, weight * rarity * short)
            })
            .collect()
    }

    /// The numbers in the vocabulary that a pattern or near word stands for.
    fn expanded(&self, field: Field, what: &What) -> Vec<usize> {
        let terms = &self.catalogue.terms;
        match what {
            What::Pattern(text) => {
                let pattern: Vec<char> = words::plain(text).chars().collect();
                let head: String = pattern
                    .iter()
                    .take_while(|c| !matches!(c, '*' | '?'))
                    .collect();
                let all = terms.beginning(field, &head);
                let fits = |n: &usize| matches(&pattern, terms.word(field, *n));
                all.filter(fits).take(SEARCH_EXPANSIONS_MAX).collect()
            }
            What::Near(text, edits) => {
                let word = words::words(text).concat();
                let edits = edits.unwrap_or(match word.chars().count() {
                    0..=2 => 0,
                    3..=5 => 1,
                    _ => 2,
                });
                let near = terms.like(field, &word, edits, SEARCH_EXPANSIONS_MAX);
                near.into_iter().map(|(number, _)| number).collect()
            }
            What::Range(low, high) => {
                let plain = |end: &Option<String>| end.as_deref().map(words::whole);
                let (low, high) = (plain(low), plain(high));
                terms
                    .between(field, low.as_deref(), high.as_deref())
                    .collect()
            }
            What::Anything => terms.beginning(field, "").collect(),
            What::Words(_) | What::Phrase(_) => Vec::new(),
        }
    }

    fn in_words(&mut self, what: &What, fields: &[Field]) -> Vec<Scored> {
        match what {
            What::Words(text) => {
                let asked = words::words(text);
                let lists = asked.iter().map(|word| {
                    let each = fields
                        .iter()
                        .map(|field| self.weighed(self.catalogue.terms.find(*field, word), *field));
                    union(each.collect(), f32::max)
                });
                intersect(lists.collect())
            }
            What::Phrase(text) => {
                let found = self.in_words(&What::Words(text.clone()), fields);
                let asked = words::words(text);
                if asked.len() < 2 {
                    return found;
                }
                let names = fields == [Field::Name];
                self.opened(found, |entity| {
                    let mut values = entity.properties.iter().filter(|(name, _)| {
                        !names
                            || property(&entity.schema, name).is_some_and(|p| p.type_name == "name")
                    });
                    values.any(|(_, values)| values.iter().any(|value| has_phrase(value, &asked)))
                })
            }
            _ => {
                let lists = fields.iter().flat_map(|field| {
                    let numbers = self.expanded(*field, what).into_iter();
                    numbers
                        .map(|number| self.weighed(Some(number), *field))
                        .collect::<Vec<_>>()
                });
                union(lists.collect(), f32::max)
            }
        }
    }

    fn in_group(&mut self, group: &'static str, what: &What) -> Vec<Scored> {
        let field = Field::Whole(group);
        let numbers = match what {
            What::Words(text) | What::Phrase(text) => {
                let number = self.catalogue.terms.find(field, &value_of(group, text));
                number.into_iter().collect()
            }
            what => self.expanded(field, what),
        };
        let lists = numbers
            .into_iter()
            .map(|number| self.weighed(Some(number), field));
        union(lists.collect(), f32::max)
    }

    /// A value of one property: records that have it anywhere, opened to see whether it stands there.
    fn in_property(&mut self, name: &str, what: &What) -> Vec<Scored> {
        let Some(property) = ftm::model().property(name) else {
            return Vec::new();
        };
        if property.type_name == "entity" {
            return self.pointing_at_by(what, Some(name));
        }
        let group = property.type_of().and_then(|t| group(t.group));
        let whole = group.is_some() || property.type_name == "url";
        let candidates =
            match group.filter(|_| property.matchable || !matches!(what, What::Words(_))) {
                Some(group) => self.in_group(group, what),
                None => self.in_words(what, &[Field::Text]),
            };
        let what = what.clone();
        self.opened(candidates, |entity| {
            entity
                .values(name)
                .iter()
                .any(|value| stands(&what, value, whole))
        })
    }

    /// Those of the candidates for which it holds, opening no more than is allowed.
    fn opened(&mut self, candidates: Vec<Scored>, holds: impl Fn(&Entity) -> bool) -> Vec<Scored> {
        if candidates.len() > self.left {
            self.exact = false;
        }
        let some = candidates.into_iter().take(self.left);
        let mut found = Vec::new();
        for (place, score) in some {
            self.left -= 1;
            if (self.open)(self.catalogue.ids.id(place)).is_some_and(|entity| holds(&entity)) {
                found.push((place, score));
            }
        }
        found
    }

    fn of_id(&mut self, what: &What) -> Vec<Scored> {
        let (What::Words(id) | What::Phrase(id)) = what else {
            return Vec::new();
        };
        let ids = &self.catalogue.ids;
        if let Some(place) = ids.place(id) {
            return vec![(place, 1.0)];
        }
        let merged: Vec<Scored> = ids.merged(id).map(|place| (place, 1.0)).collect();
        self.opened(merged, |entity| entity.referents.contains(id))
    }

    fn pointing_at(&mut self, what: &What) -> Vec<Scored> {
        self.pointing_at_by(what, None)
    }

    fn pointing_at_by(&mut self, what: &What, by: Option<&str>) -> Vec<Scored> {
        let (What::Words(id) | What::Phrase(id)) = what else {
            return Vec::new();
        };
        let Some(place) = self.catalogue.ids.place(id) else {
            return Vec::new();
        };
        let back = self.catalogue.links.back(place);
        let some = back.filter(|(name, _)| by.is_none_or(|by| by == *name));
        let mut found: Vec<Scored> = some.map(|(_, from)| (from, 1.0)).collect();
        found.dedup_by_key(|(place, _)| *place);
        found
    }

    fn seen(&mut self, field: &str, what: &What) -> Vec<Scored> {
        let (low, high) = match what {
            What::Range(low, high) => (low.clone(), high.clone()),
            What::Words(day) | What::Phrase(day) => (Some(day.clone()), Some(day.clone())),
            What::Anything => (None, None),
            _ => return Vec::new(),
        };
        // The end of a day is its last second, of a month its last day.
        let end = |text: &String| {
            let rest = "9999-12-31T23:59:59".get(text.len()..).unwrap_or("");
            moment(&format!("{text}{rest}"))
        };
        let low = low.as_deref().map_or(1, moment);
        let high = high.as_ref().map_or(u32::MAX, end);
        let places = (0_u32..).zip(&self.catalogue.rows);
        places
            .filter(|(_, row)| (low..=high).contains(&moment_of(row, field)))
            .map(|(place, _)| (place, 1.0))
            .collect()
    }
}

/// Whether the words stand one after the other in the value.
fn has_phrase(value: &str, asked: &[String]) -> bool {
    words::words(value)
        .windows(asked.len())
        .any(|window| window == asked)
}

/// Whether a value of a property is what is sought. `whole`: the property's values are compared whole and not by their words.
fn stands(what: &What, value: &str, whole: bool) -> bool {
    let plain = words::whole(value);
    match what {
        What::Anything => true,
        What::Words(text) | What::Phrase(text) if whole => plain == words::whole(text),
        What::Words(text) => {
            let held = words::words(value);
            words::words(text).iter().all(|word| held.contains(word))
        }
        What::Phrase(text) => has_phrase(value, &words::words(text)),
        What::Pattern(text) => {
            let pattern: Vec<char> = words::plain(text).chars().collect();
            match whole {
                true => matches(&pattern, &plain),
                false => words::words(value)
                    .iter()
                    .any(|word| matches(&pattern, word)),
            }
        }
        What::Near(..) => true,
        What::Range(low, high) => {
            low.as_deref()
                .is_none_or(|low| plain.as_str() >= words::whole(low).as_str())
                && high.as_deref().is_none_or(|high| {
                    let high = words::whole(high);
                    plain <= high || plain.starts_with(&high)
                })
        }
    }
}

/// Whether a word fits a pattern of letters, `*` and `?`. Takes time in proportion to both lengths.
fn matches(pattern: &[char], word: &str) -> bool {
    let word: Vec<char> = word.chars().collect();
    let (mut p, mut w, mut star) = (0, 0, None);
    while w < word.len() {
        match pattern.get(p) {
            Some('*') => {
                star = Some((p, w));
                p += 1;
            }
            Some(c) if *c == '?' || word.get(w) == Some(c) => {
                p += 1;
                w += 1;
            }
            _ => match star {
                Some((at, from)) => {
                    p = at + 1;
                    w = from + 1;
                    star = Some((at, w));
                }
                None => return false,
            },
        }
    }
    pattern
        .get(p..)
        .is_none_or(|rest| rest.iter().all(|c| *c == '*'))
}
