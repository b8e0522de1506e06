//! A group of States that a release may be addressed to, as its owner signs it: who is in it is written out, never inferred.
//!
//! Signing and verifying are `seal`'s. A group is the owner's own address list: its members are not told that they are in it,
//! and the document is not sent to them. What a member gets is a card of its own, released to it by name.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::id::{GroupId, StateCode};
use crate::limits;
use crate::refusal::Refusal;
use crate::request::check;

/// A group, as it is signed. Its canonical bytes are its JSON in RFC 8785 form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Its id: the same through all its versions.
    pub id: GroupId,
    /// What people call it, in one line.
    pub name: String,
    /// The State whose group it is, whose node signs it.
    pub owner: StateCode,
    /// Who is in it, the owner included.
    pub members: BTreeSet<StateCode>,
    /// Counted from 1: every change of name or members is a new version, signed again.
    pub version: u32,
    /// When this version was issued: the key that signs must be good at that time.
    pub issued: Timestamp,
}

impl Group {
    /// Whether it keeps within its bounds.
    ///
    /// # Errors
    /// `MISSING`, `TOO-LONG` or `CONTROL-CHARACTER` of the name; `TOO-MANY` members; `GROUP-OWNER` where the owner is none of
    /// them; `GROUP-VERSION` for version 0.
    pub fn check(&self) -> Result<(), Refusal> {
        check::required("/name", &self.name, limits::GROUP_NAME_CHARS_MAX)?;
        if self.name.chars().any(char::is_control) {
            return Err(Refusal::new("CONTROL-CHARACTER").at("/name"));
        }
        if self.members.len() > limits::RELEASE_STATES_MAX {
            return Err(Refusal::new("TOO-MANY")
                .at("/members")
                .with("max", limits::RELEASE_STATES_MAX));
        }
        if !self.members.contains(&self.owner) {
            return Err(Refusal::new("GROUP-OWNER").at("/members"));
        }
        match self.version {
            0 => Err(Refusal::new("GROUP-VERSION").at("/version")),
            _ => Ok(()),
        }
    }

    /// Whether it takes the place of `old`: the same group of the same owner in a higher version, issued no earlier. An older
    /// version that is played in again never does.
    #[must_use]
    pub fn supersedes(&self, old: &Group) -> bool {
        self.id == old.id
            && self.owner == old.owner
            && self.version > old.version
            && self.issued >= old.issued
    }

    /// Everybody in it but its owner.
    pub fn others(&self) -> impl Iterator<Item = &StateCode> {
        self.members.iter().filter(|state| **state != self.owner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group() -> Group {
        let issued: Timestamp = "2026-02-27T10:00:00Z".parse().unwrap();
        Group {
            id: GroupId::new(issued, [7; 10]),
            name: "Northern crossing".to_owned(),
            owner: "XA".parse().unwrap(),
            members: ["XA", "XB", "XC"].map(|code| code.parse().unwrap()).into(),
            version: 2,
            issued,
        }
    }

    fn with(change: impl FnOnce(&mut Group)) -> Group {
        let mut group = group();
        change(&mut group);
        group
    }

    /// So many States beside the owner.
    fn crowd(n: usize) -> BTreeSet<StateCode> {
        let letter = |n: usize| char::from(b'A' + u8::try_from(n % 26).unwrap());
        let code = |n: usize| format!("Y{}{}", letter(n / 26), letter(n));
        let own = std::iter::once("XA".to_owned());
        let all = own.chain((0..n).map(code));
        all.map(|code| code.parse().unwrap()).collect()
    }

    #[test]
    fn a_group_keeps_within_its_bounds() {
        let max = limits::GROUP_NAME_CHARS_MAX;
        let cases: [(Group, &str); 11] = [
            (group(), ""),
            (with(|g| g.name = "я".repeat(max)), ""),
            (with(|g| g.name = "x".repeat(max + 1)), "TOO-LONG"),
            (with(|g| g.name = "  ".to_owned()), "MISSING"),
            (
                with(|g| g.name = "two\nlines".to_owned()),
                "CONTROL-CHARACTER",
            ),
            (
                with(|g| g.name = "turned \u{202e}round".to_owned()),
                "CONTROL-CHARACTER",
            ),
            (with(|g| g.members = ["XA".parse().unwrap()].into()), ""),
            (
                with(|g| {
                    g.members.remove(&"XA".parse().unwrap());
                }),
                "GROUP-OWNER",
            ),
            (with(|g| g.members.clear()), "GROUP-OWNER"),
            (
                with(|g| g.members = crowd(limits::RELEASE_STATES_MAX)),
                "TOO-MANY",
            ),
            (with(|g| g.version = 0), "GROUP-VERSION"),
        ];
        for (group, expect) in cases {
            let code = group.check().err().map_or("", |refusal| refusal.code);
            assert_eq!(code, expect, "{group:?}");
        }
        let full = with(|g| g.members = crowd(limits::RELEASE_STATES_MAX - 1));
        assert_eq!(full.check(), Ok(()));
        assert_eq!(full.others().count(), limits::RELEASE_STATES_MAX - 1);
    }

    #[test]
    fn only_a_higher_version_of_the_same_group_takes_its_place() {
        let other: GroupId = "01900000-0000-7000-8000-000000000000".parse().unwrap();
        let earlier = jiff::SignedDuration::from_secs(1);
        let cases = [
            (with(|g| g.version = 3), true),
            (with(|g| g.version = 9), true),
            (group(), false),
            (with(|g| g.version = 1), false),
            (
                with(|g| {
                    g.version = 3;
                    g.id = other;
                }),
                false,
            ),
            (
                with(|g| {
                    g.version = 3;
                    g.owner = "XB".parse().unwrap();
                }),
                false,
            ),
            (
                with(|g| {
                    g.version = 3;
                    g.issued -= earlier;
                }),
                false,
            ),
        ];
        for (new, expect) in cases {
            assert_eq!(new.supersedes(&group()), expect, "{new:?}");
        }
    }

    #[test]
    fn a_document_says_what_a_group_says_and_nothing_else() {
        let json = serde_json::to_value(group()).unwrap();
        assert_eq!(
            serde_json::from_value::<Group>(json.clone()).unwrap(),
            group()
        );
        let mut more = json;
        more["mandate"] = "all".into();
        assert!(serde_json::from_value::<Group>(more).is_err());
    }
}
