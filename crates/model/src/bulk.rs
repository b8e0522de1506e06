//! Many records or releases of one group of people in a day: somebody is putting a people, or a party, on a list. They are held
//! until a supervisor has looked. So is each record that names a calling or standing for which people are put on lists: the press,
//! opposition, a defender of human rights, a refugee ([`voices`]). And of what is not held, one in so many is looked at again.
//!
//! There is no field for ethnicity, religion or opinion; what stands for them here is nationality, and the group that somebody
//! is said to belong to. Nobody is judged by it: it is counted, over a day, and forgotten.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::code::coded;
use crate::id::{Digest, OfficerId, RecordId};
use crate::limits;
use crate::record::{Nature, Property, Record, Subject};
use crate::release::disguise::bones;
use crate::rules::lexicon::{Lexicon, marker};

/// What people have in common that are proposed together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// A nationality and a nature of association; `None` where none is said.
    Of(Option<String>, Option<Nature>),
    /// The group, person or act that they are associated with, as an eye reads it.
    With(String),
}

/// The groups of a record: each nationality with each nature, and each group that it names. Written in another case, spacing or
/// alphabet a name is the same.
#[must_use]
pub fn groups(record: &Record) -> BTreeSet<Group> {
    fn or_none<T>(mut all: Vec<Option<T>>) -> Vec<Option<T>> {
        if all.is_empty() {
            all.push(None);
        }
        all
    }
    let read = |text: &str| Some(bones(text)).filter(|bones| !bones.is_empty());
    let nations = record.said(Property::Nationality);
    let nations = or_none(nations.map(|one| read(&one.value)).collect());
    let ties = record.associations.iter();
    let natures = or_none(ties.clone().map(|tie| Some(tie.nature)).collect());
    let pairs = nations.iter().flat_map(|nation| {
        let natures = natures.iter();
        natures.map(|nature| Group::Of(nation.clone(), *nature))
    });
    let with = ties.filter_map(|tie| read(&tie.with)).map(Group::With);
    pairs.chain(with).collect()
}

/// The parts of a record of a person that name the press, opposition, a defender of human rights or a refugee: by the words of what
/// is said and of associations, in the six languages. The list is coarse; it can only make a second person look.
#[must_use]
pub fn voices(record: &Record) -> BTreeSet<String> {
    let names = |text: &str| marker(Lexicon::Voice, text).is_some();
    let worded = |says| matches!(says, Property::Description | Property::Statement);
    let said = record.assertions.iter();
    let said = said.filter(|one| worded(one.says) && names(&one.value));
    let ties = record.associations.iter();
    let ties = ties.filter(|tie| {
        [&tie.with, &tie.role, &tie.grounds]
            .iter()
            .any(|text| names(text))
    });
    let all = said.map(|one| &one.id).chain(ties.map(|tie| &tie.id));
    let person = record.subject == Subject::Person;
    all.filter(|_| person).cloned().collect()
}

coded! {
    /// Why what is proposed is held for a supervisor.
    pub enum Why {
        /// One officer proposes more in a day than anybody can look at.
        Officer = "bulk-officer",
        /// One officer proposes many of one group.
        Group = "bulk-group",
        /// All officers together propose many of one group.
        Node = "bulk-group-node",
        /// It names the press, opposition, a defender of human rights or a refugee.
        Voice = "voice",
    }
}

coded! {
    /// Why somebody opens a record that is not theirs (Directive (EU) 2016/680, article 25: logs of consultation say the reason).
    pub enum Occasion {
        /// A case or request that they work on.
        Case = "case",
        /// A question of another State.
        Question = "question",
        /// Somebody was met at a post, or a check hit.
        Hit = "hit",
        /// A release or a change that waits for a second person.
        Second = "second",
        /// Review, quality, retention.
        Review = "review",
        /// A complaint, an application for access, a court.
        Redress = "redress",
        /// Whether colleagues do as they must.
        Oversight = "oversight",
    }
}

coded! {
    /// What somebody found who looked again at what was drawn.
    pub enum Finding {
        /// It is as it should be.
        InOrder = "in-order",
        /// It is not, and something is done about it.
        Followed = "followed",
    }
}

/// What becomes of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bulk {
    /// It goes its way.
    Good,
    /// It is held, and a supervisor is told.
    Hold {
        /// Why.
        why: Why,
        /// How many there are, with this one.
        count: usize,
        /// How many go their way.
        max: usize,
    },
}

/// What was proposed on each day, by whom, of which groups. A record counts once a day, however many States it goes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    counted: BTreeMap<(Date, Option<OfficerId>, Option<Group>), BTreeSet<RecordId>>,
}

impl Tally {
    /// Counts a record that an officer opens, or proposes to release, on a day, and says what becomes of it. One that was counted
    /// with all its groups on that day is not counted, and not held, again.
    pub fn count(
        &mut self,
        (by, on): (OfficerId, Date),
        record: RecordId,
        groups: &BTreeSet<Group>,
    ) -> Bulk {
        let mut add = |by: Option<OfficerId>, group: Option<&Group>| {
            let place = self.counted.entry((on, by, group.cloned())).or_default();
            // One that is counted already was judged then.
            match place.insert(record) {
                true => place.len(),
                false => 0,
            }
        };
        let mut counts = vec![(Why::Officer, add(Some(by), None))];
        for group in groups {
            counts.push((Why::Group, add(Some(by), Some(group))));
            counts.push((Why::Node, add(None, Some(group))));
        }
        let over = counts
            .into_iter()
            .filter(|(why, count)| *count > why.allowed());
        // The first reason, with the most that it counted.
        let first = over.min_by_key(|(why, count)| (*why, std::cmp::Reverse(*count)));
        first.map_or(Bulk::Good, |(why, count)| Bulk::Hold {
            why,
            count,
            max: why.allowed(),
        })
    }
}

impl Why {
    /// How many in a day go their way.
    #[must_use]
    pub const fn allowed(self) -> usize {
        match self {
            Why::Officer => limits::BULK_OFFICER_DAY_MAX,
            Why::Group => limits::BULK_GROUP_DAY_MAX,
            Why::Node => limits::BULK_NODE_DAY_MAX,
            Why::Voice => 0,
        }
    }
}

/// The text whose SHA-256 chooses what is looked at again: an id and the day. It holds no secret, so that a supervisor and an auditor
/// choose the same.
#[must_use]
pub fn sample_text(id: &str, on: Date) -> String {
    format!("comity-sample\n{on}\n{id}")
}

/// Whether what has this digest (of [`sample_text`]) is the one of `one_in` that is looked at again. Of none where `one_in` is 0,
/// every one where it is 1. Ids are random: who proposes cannot choose which is looked at, but can know it afterwards.
#[must_use]
pub fn is_sampled(digest: &Digest, one_in: u64) -> bool {
    let Some(first) = digest.0.first_chunk::<8>() else {
        return false;
    };
    one_in != 0 && u64::from_be_bytes(*first).is_multiple_of(one_in)
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;
    use serde_json::json;

    use super::*;

    fn id(n: usize) -> [u8; 10] {
        let mut bytes = [0; 10];
        bytes[2..].copy_from_slice(&u64::try_from(n).unwrap().to_be_bytes());
        bytes
    }

    fn officer(n: usize) -> OfficerId {
        OfficerId::new(Timestamp::UNIX_EPOCH, id(n))
    }

    fn record(n: usize) -> RecordId {
        RecordId::new(Timestamp::UNIX_EPOCH, id(n))
    }

    fn of(nation: &str, with: &str) -> BTreeSet<Group> {
        let record: Record = serde_json::from_value(json!({"subject": "person",
            "assertions": [{"id": "n", "says": "nationality", "value": nation}],
            "associations": [{"id": "t", "nature": "MEMB", "with": with}]}))
        .unwrap();
        groups(&record)
    }

    /// What becomes of the last of so many, each by the officer and of the groups that are named for it.
    fn last(count: usize, each: impl Fn(usize) -> (usize, Date, BTreeSet<Group>)) -> Bulk {
        let mut tally = Tally::default();
        let mut bulk = Bulk::Good;
        for n in 0..count {
            let (by, on, groups) = each(n);
            bulk = tally.count((officer(by), on), record(n), &groups);
        }
        bulk
    }

    fn why(bulk: Bulk) -> Option<Why> {
        match bulk {
            Bulk::Good => None,
            Bulk::Hold { why, .. } => Some(why),
        }
    }

    #[test]
    fn many_of_one_group_in_a_day_are_held() {
        let on = date(2026, 3, 2);
        let apart = |n: usize| of(&format!("nation {n}"), &format!("group {n}"));
        let (officers, group, node) = (
            limits::BULK_OFFICER_DAY_MAX,
            limits::BULK_GROUP_DAY_MAX,
            limits::BULK_NODE_DAY_MAX,
        );
        let cases = [
            (last(officers, |n| (1, on, apart(n))), None),
            (
                last(officers + 1, |n| (1, on, apart(n))),
                Some(Why::Officer),
            ),
            (last(group, |_| (1, on, of("XC", "the Grey Party"))), None),
            (
                last(group + 1, |_| (1, on, of("XC", "the Grey Party"))),
                Some(Why::Group),
            ),
            // One nationality and nature, whatever the group; one group, whatever the nationality.
            (
                last(group + 1, |n| (1, on, of("XC", &format!("group {n}")))),
                Some(Why::Group),
            ),
            (
                last(group + 1, |n| (1, on, of(&format!("n{n}"), "Grey"))),
                Some(Why::Group),
            ),
            // Written in other ways it is one group.
            (
                last(group + 1, |n| {
                    let with = if n % 2 == 0 {
                        "Grey Party"
                    } else {
                        "GREY-PARTY"
                    };
                    (1, on, of(&format!("nation {n}"), with))
                }),
                Some(Why::Group),
            ),
            // Spread over officers, and over days.
            (last(node, |n| (n, on, of("XC", "Grey"))), None),
            (
                last(node + 1, |n| (n, on, of("XC", "Grey"))),
                Some(Why::Node),
            ),
            (
                last(group + 1, |n| {
                    (1, date(2026, 3, 1 + i8::from(n % 2 == 0)), of("XC", "Grey"))
                }),
                None,
            ),
            (
                last(10_000, |_| (1, on, of("XC", "Grey"))),
                Some(Why::Officer),
            ),
        ];
        for (at, (bulk, expect)) in cases.into_iter().enumerate() {
            assert_eq!(why(bulk), expect, "case {at}: {bulk:?}");
        }
    }

    #[test]
    fn what_names_a_voice_is_found_in_every_language() {
        let says = |subject: &str, says: &str, value: &str| {
            let record = json!({"subject": subject,
                "assertions": [{"id": "one", "says": says, "value": value}]});
            voices(&serde_json::from_value(record).unwrap()).len()
        };
        for text in [
            "A journalist of the evening paper",
            "Parle au nom de l’opposition",
            "Défenseure des droits de l’homme",
            "Es periodista en la capital",
            "Известный правозащитник",
            "صحفي معروف في العاصمة",
            "他是一名记者",
            "Was granted ASYLUM in 2024",
        ] {
            assert_eq!(says("person", "statement", text), 1, "{text}");
            assert_eq!(says("person", "description", text), 1, "{text}");
            // A name is nobody's calling, and a thing has none.
            assert_eq!(says("person", "name", text), 0, "{text}");
            assert_eq!(says("organisation", "statement", text), 0, "{text}");
        }
        assert_eq!(says("person", "statement", "Drove the lorry twice"), 0);
        let tie = json!({"subject": "person", "associations":
            [{"id": "t", "nature": "MEMB", "with": "Union of Reporters"}]});
        let tie: Record = serde_json::from_value(tie).unwrap();
        assert_eq!(voices(&tie), BTreeSet::from(["t".to_owned()]));
    }

    #[test]
    fn a_record_counts_once_a_day() {
        let mut tally = Tally::default();
        for _ in 0..1_000 {
            let bulk = tally.count((officer(1), date(2026, 3, 2)), record(7), &of("XC", "Grey"));
            assert_eq!(bulk, Bulk::Good);
        }
        let none: Record = serde_json::from_value(json!({"subject": "person"})).unwrap();
        assert_eq!(groups(&none), BTreeSet::from([Group::Of(None, None)]));
    }

    #[test]
    fn one_in_so_many_is_looked_at_again() {
        let digest = |first: u64| {
            let mut bytes = [0xFF; 32];
            bytes[..8].copy_from_slice(&first.to_be_bytes());
            Digest(bytes)
        };
        for (first, one_in, expect) in [
            (0, 20, true),
            (20, 20, true),
            (21, 20, false),
            (39, 20, false),
            (21, 1, true),
            (0, 0, false),
            (u64::MAX, 2, false),
            (u64::MAX - 1, 2, true),
        ] {
            assert_eq!(
                is_sampled(&digest(first), one_in),
                expect,
                "{first} {one_in}"
            );
        }
        let chosen = (0..1_000).filter(|n| is_sampled(&digest(*n), limits::SAMPLE_ONE_IN));
        assert_eq!(chosen.count(), 50);
        let text = sample_text("R-7", date(2026, 3, 2));
        assert_eq!(text, "comity-sample\n2026-03-02\nR-7");
    }
}
