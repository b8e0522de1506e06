//! A group of States, signed by the node of the State whose group it is: who is in it is proven again whenever it is used.

use model::Group;
use model::limits::GROUP_BYTES_MAX;

use crate::card::OpenCard;
use crate::cose::{self, Signed};
use crate::suite::Signer;
use crate::{Error, Result, canonical_json};

/// Content type of a signed group.
pub const GROUP_TYPE: &str = "application/vnd.comity.group+json";
const WHAT: &str = "group";

fn payload(group: &Group) -> Result<Vec<u8>> {
    let value = serde_json::to_value(group);
    canonical_json(&value.map_err(|_| Error::Input("a group that cannot be written"))?)
}

/// Signs a group with the node's key.
///
/// # Errors
/// [`Error::Input`] when it breaks a bound of its own; what the signer says.
pub fn sign_group(group: &Group, node: &dyn Signer) -> Result<Vec<u8>> {
    group
        .check()
        .map_err(|_| Error::Input("the group breaks a bound of its own"))?;
    cose::sign(GROUP_TYPE, &payload(group)?, &[node])
}

/// What a signed group says, after both signatures were verified with a node key that the card of its owner holds valid at the
/// time of issue.
///
/// # Errors
/// [`Error::Malformed`], [`Error::Limit`], [`Error::Algorithm`], [`Error::Signature`]; [`Error::Untrusted`] when the card is
/// another State's, or has no such key for that time.
pub fn open_group(bytes: &[u8], card: &OpenCard) -> Result<Group> {
    let signed = Signed::parse(bytes, GROUP_TYPE, GROUP_BYTES_MAX)?;
    let bad = |why| Error::malformed(WHAT, why);
    let group: Group = serde_json::from_slice(&signed.payload)
        .map_err(|_| bad("a field is missing, unknown or malformed"))?;
    if payload(&group)? != signed.payload {
        return Err(bad("not in its canonical form"));
    }
    group
        .check()
        .map_err(|_| bad("it breaks a bound of its own"))?;
    if card.card.code != group.owner {
        return Err(Error::Untrusted("another State's card"));
    }
    let [pair] = signed.pairs.as_slice() else {
        return Err(bad("exactly one node signs"));
    };
    signed.verify(card.node_key(&pair.key, group.issued)?)?;
    Ok(group)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::tests::{NOW, at, town};
    use model::GroupId;

    #[test]
    fn a_group_is_who_its_owner_has_signed_for() {
        let (town, other) = (town("XA", 7), town("XB", 8));
        let mut group = Group {
            id: GroupId::new(at(NOW), [3; 10]),
            name: "Northern crossing".to_owned(),
            owner: town.open.card.code.clone(),
            members: ["XA", "XB", "XC"].map(|code| code.parse().unwrap()).into(),
            version: 1,
            issued: at(NOW),
        };
        let bytes = sign_group(&group, &town.node).unwrap();
        assert_eq!(open_group(&bytes, &town.open).unwrap(), group);
        assert!(bytes.len() < GROUP_BYTES_MAX - 256 * 6, "{}", bytes.len());
        // Every byte counts.
        for place in [20, 60, bytes.len() / 2, bytes.len() - 1] {
            let mut bent = bytes.clone();
            bent[place] ^= 1;
            assert!(open_group(&bent, &town.open).is_err(), "{place}");
        }
        // Another State's card proves nothing of it, nor does another key.
        assert!(open_group(&bytes, &other.open).is_err());
        for forged in [&town.authority, &other.node] {
            let bytes = sign_group(&group, forged).unwrap();
            assert!(open_group(&bytes, &town.open).is_err());
        }
        // What breaks its bounds is not even signed.
        group.members.remove(&group.owner);
        assert!(sign_group(&group, &town.node).is_err());
    }
}
