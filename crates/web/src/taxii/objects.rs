//! Which objects of the collection are wanted (TAXII 2.1, section 3.4), and finding them: cards one after another in the order
//! in which they changed, the objects of each in the order in which they are said.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use office::Reader;
use office::cards::Given;
use serde_json::Value;

use super::moment;
use crate::Problem;

/// Objects in one answer, where the client names no number, and at most.
const PAGE: usize = 100;
const PAGE_MAX: usize = 1000;
/// Cards read at once.
const CARDS: u32 = 100;
/// Cards looked through for one answer; where none of them fits, the answer says that there is more.
const LOOKED_MAX: usize = 5_000;
/// Sorts behind every row of the same moment.
const BEHIND: &str = "~";

/// Where a question goes on: behind a card, or within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    after: (Timestamp, String),
    /// Objects of the next card that were given already.
    skip: usize,
}

/// The text by which a client goes on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Asked(pub(super) String);

/// What is wanted.
#[derive(Debug, Clone)]
pub(super) struct Wanted {
    from: Place,
    limit: usize,
    ids: Option<BTreeSet<String>>,
    types: Option<BTreeSet<String>>,
    versions: Option<BTreeSet<String>>,
    nothing: bool,
}

/// What was found.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The objects, with when each was added here.
    pub(super) objects: Vec<(Timestamp, Value)>,
    /// Where to go on; none where this was all.
    pub(super) next: Option<Asked>,
    /// Of how many cards.
    pub(super) cards: usize,
}

impl Place {
    fn text(&self) -> Asked {
        let (at, row) = &self.after;
        Asked(format!("{}/{}/{row}", at.as_microsecond(), self.skip))
    }

    fn read(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, '/');
        let at = Timestamp::from_microsecond(parts.next()?.parse().ok()?).ok()?;
        let skip = parts.next()?.parse().ok()?;
        let row = parts.next()?.to_owned();
        Some(Self {
            after: (at, row),
            skip,
        })
    }
}

fn list(params: &BTreeMap<String, String>, name: &str) -> Option<BTreeSet<String>> {
    let text = params.get(name)?;
    Some(text.split(',').map(|one| one.trim().to_owned()).collect())
}

fn wrong(field: &str) -> Problem {
    Problem {
        field: Some(field.to_owned()),
        ..Problem::new("BAD-REQUEST")
    }
}

impl Wanted {
    /// What the parameters of a question ask for.
    pub(super) fn read(params: &BTreeMap<String, String>) -> Result<Self, Problem> {
        let added = params
            .get("added_after")
            .map(|text| text.parse::<Timestamp>());
        let added = added.transpose().map_err(|_| wrong("added_after"))?;
        let added = added.unwrap_or(Timestamp::UNIX_EPOCH);
        let next = params.get("next").map(|text| Place::read(text));
        let limit = params.get("limit").map(|text| text.parse::<usize>());
        let limit = limit
            .transpose()
            .map_err(|_| wrong("limit"))?
            .unwrap_or(PAGE);
        if limit == 0 {
            return Err(wrong("limit"));
        }
        let first = Place {
            after: (added, BEHIND.to_owned()),
            skip: 0,
        };
        // The node keeps one version of each object, which is its first, its last and all of them.
        let any = |one: &String| ["first", "last", "all"].contains(&one.as_str());
        let specs = list(params, "match[spec_version]");
        Ok(Self {
            from: next.map_or(Ok(first), |place| place.ok_or_else(|| wrong("next")))?,
            limit: limit.min(PAGE_MAX),
            ids: list(params, "match[id]"),
            types: list(params, "match[type]"),
            versions: list(params, "match[version]").filter(|all| !all.iter().any(any)),
            nothing: specs.is_some_and(|specs| !specs.contains("2.1")),
        })
    }

    fn fits(&self, object: &Value, added: Timestamp) -> bool {
        let is = |set: &Option<BTreeSet<String>>, name: &str| {
            let text = object.get(name).and_then(Value::as_str).unwrap_or_default();
            set.as_ref().is_none_or(|set| set.contains(text))
        };
        let version = version(object, added);
        let same = |one: &String| one.parse::<Timestamp>().ok() == version.parse().ok();
        let current = self.versions.as_ref();
        !self.nothing
            && is(&self.ids, "id")
            && is(&self.types, "type")
            && current.is_none_or(|versions| versions.iter().any(same))
    }
}

/// The version of an object: when it was modified, else created, else added here (section 3.4.1).
pub(super) fn version(object: &Value, added: Timestamp) -> String {
    let said = object.get("modified").or_else(|| object.get("created"));
    let said = said.and_then(Value::as_str).map(str::to_owned);
    said.unwrap_or_else(|| moment(added))
}

/// A page of the collection.
pub(super) async fn page(reader: &Reader, wanted: &Wanted) -> Result<Found, Problem> {
    let mut found = Found::default();
    let mut place = wanted.from.clone();
    let mut looked = 0;
    loop {
        let cards = reader.given(place.after.clone(), CARDS).await?;
        let last = cards.len() < CARDS as usize;
        looked += cards.len();
        for card in cards {
            let skip = std::mem::take(&mut place.skip);
            if let Some(given) = found.take(wanted, &card, skip) {
                place.skip = given;
                found.next = Some(place.text());
                return Ok(found);
            }
            place.after = (card.changed, card.row);
        }
        if last {
            return Ok(found);
        }
        if looked >= LOOKED_MAX {
            found.next = Some(place.text());
            return Ok(found);
        }
    }
}

/// One object, whichever card it goes with.
pub(super) async fn named(reader: &Reader, wanted: &Wanted, id: &str) -> Result<Found, Problem> {
    let wanted = Wanted {
        ids: Some(BTreeSet::from([id.to_owned()])),
        limit: 1,
        ..wanted.clone()
    };
    let mut found = page(reader, &wanted).await?;
    // One object has one version here: what it was found with is not gone on from.
    found.next = found.next.filter(|_| found.objects.is_empty());
    Ok(found)
}

impl Found {
    /// Takes what fits of a card; the number of its objects that were looked at where the answer is full before its end.
    fn take(&mut self, wanted: &Wanted, card: &Given, skip: usize) -> Option<usize> {
        let before = self.objects.len();
        let mut full = None;
        for (at, object) in card.objects.iter().enumerate().skip(skip) {
            if !wanted.fits(object, card.changed) || self.has(object) {
                continue;
            }
            if self.objects.len() >= wanted.limit {
                full = Some(at);
                break;
            }
            self.objects.push((card.changed, object.clone()));
        }
        self.cards += usize::from(self.objects.len() > before);
        full
    }

    /// Marks and owners go with many cards, and are said once.
    fn has(&self, object: &Value) -> bool {
        let same = |other: &Value| {
            let same = |name| other.get(name) == object.get(name);
            same("id") && same("modified")
        };
        self.objects.iter().any(|(_, other)| same(other))
    }
}
