use super::*;
use crate::Random;
use crate::ledger::NoteSigner;
use crate::random::Counter;
use crate::suite::{KemKeyPair, SigningPair, SigningSeeds};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

/// A whole State for tests.
pub(crate) struct Town {
    pub(crate) root: SigningPair,
    pub(crate) node: SigningPair,
    pub(crate) authority: SigningPair,
    pub(crate) week: KemKeyPair,
    pub(crate) card: Card,
    pub(crate) bytes: Vec<u8>,
    pub(crate) open: OpenCard,
    pub(crate) leaflet: Vec<u8>,
}

pub(crate) const NOW: &str = "2026-11-21T20:00:00Z";

pub(crate) fn town(code: &str, seed: u64) -> Town {
    let rng: &mut dyn Random = &mut Counter(seed);
    let mut pair = || SigningPair::from_seeds(&SigningSeeds::generate(rng)).unwrap();
    let (root, node, authority) = (pair(), pair(), pair());
    let dated = |pair: &SigningPair| DatedKey {
        key: pair.public().clone(),
        from: at("2026-11-01T00:00:00Z"),
        until: at("2027-11-01T00:00:00Z"),
    };
    let log =
        NoteSigner::from_seed(&format!("{}.example/log", code.to_lowercase()), &[9; 32]).unwrap();
    let card = Card {
        code: code.parse().unwrap(),
        names: BTreeMap::from([("en".into(), format!("State {code}"))]),
        roots: vec![root.public().clone()],
        threshold: 1,
        nodes: vec![NodeKey {
            name: "main".into(),
            key: dated(&node),
        }],
        authorities: vec![AuthorityCard {
            id: "ca".parse().unwrap(),
            keys: vec![dated(&authority)],
            json: crate::canonical_json(&json!({"id": "ca"})).unwrap(),
        }],
        profile: b"{}".to_vec(),
        tls_ca: sha256(b"certificate"),
        log: log.key().to_string(),
        endpoints: vec![Endpoint {
            kind: "direct".into(),
            url: "https://xa.example:8443".into(),
        }],
        contacts: vec![Contact {
            what: "duty-desk-24-7".into(),
            phone: "+000".into(),
            email: "duty@xa.example".into(),
        }],
        quotas: BTreeMap::from([("envelopes-per-minute".into(), 600)]),
        suites: vec!["A1".into()],
        notes: vec![],
        sequence: 1,
        previous: None,
        issued: at("2026-11-20T00:00:00Z"),
        expires: at("2027-02-01T00:00:00Z"),
    };
    let bytes = sign_card(&card, &[&root]).unwrap();
    let open = open_card(&bytes, at(NOW)).unwrap();
    let week = KemKeyPair::generate(&mut Counter(seed + 1000)).unwrap();
    let key = LeafletKey {
        public: week.public().clone(),
        from: at("2026-11-16T00:00:00Z"),
        until: at("2026-11-23T00:00:00Z"),
    };
    let leaflet = Leaflet {
        card: open.digest,
        node: node.public().key_id(),
        issued: at(NOW),
        keys: vec![key],
    };
    let leaflet = sign_leaflet(&leaflet, &node).unwrap();
    Town {
        root,
        node,
        authority,
        week,
        card,
        bytes,
        open,
        leaflet,
    }
}

#[test]
fn a_card_is_pinned_by_its_root() {
    let town = town("XA", 1);
    let now = at(NOW);
    let open = verify_card(&town.bytes, now, &town.open.root_id()).unwrap();
    assert_eq!((&open.card, open.digest), (&town.card, sha256(&town.bytes)));
    assert!(matches!(
        verify_card(&town.bytes, now, &sha256(b"other")),
        Err(Error::Untrusted(_))
    ));
    assert_eq!(
        open_card(&town.bytes, at("2027-02-01T00:00:00Z")),
        Err(Error::Expired("State card"))
    );
    assert_eq!(
        open_card(&town.bytes, at("2026-11-19T23:49:00Z")),
        Err(Error::Early("State card"))
    );
    assert!(open_card(&town.bytes, at("2026-11-19T23:51:00Z")).is_ok());
    assert!(open.node_key(&town.node.public().key_id(), now).is_ok());
    assert!(
        open.node_key(&town.node.public().key_id(), at("2028-01-01T00:00:00Z"))
            .is_err()
    );
    assert!(open.node_key(&town.root.public().key_id(), now).is_err());
    assert!(
        open.authority_key(
            &"ca".parse().unwrap(),
            &town.authority.public().key_id(),
            now
        )
        .is_ok()
    );
    assert!(
        open.authority_key(
            &"fiu".parse().unwrap(),
            &town.authority.public().key_id(),
            now
        )
        .is_err()
    );
    for n in (0..town.bytes.len()).step_by(101) {
        let mut changed = town.bytes.clone();
        changed[n] ^= 1;
        assert!(open_card(&changed, now).is_err(), "{n}");
    }
}

#[test]
fn fingerprints_are_sixty_digits() {
    let print = fingerprint(&Digest([0; 32]));
    assert_eq!(print.split(' ').map(str::len).collect::<Vec<_>>(), [5; 12]);
    assert!(print.bytes().all(|b| b.is_ascii_digit() || b == b' '));
    assert_ne!(print, fingerprint(&Digest([1; 32])));
    // Pinned: a change of the rule would make two versions read different numbers to each other.
    assert_eq!(
        print,
        "85344 51598 72167 87382 68247 63275 65770 59914 27460 42424 99880 40797"
    );
}

#[test]
fn cards_follow_one_another() {
    let town = town("XA", 1);
    let now = at(NOW);
    let next = |change: &dyn Fn(&mut Card), signers: &[&dyn Signer]| {
        let mut card = Card {
            sequence: 2,
            previous: Some(town.open.digest),
            ..town.card.clone()
        };
        change(&mut card);
        verify_next_card(&sign_card(&card, signers).unwrap(), now, &town.open)
    };
    assert!(next(&|_| {}, &[&town.root]).is_ok());
    assert!(verify_next_card(&town.bytes, now, &town.open).is_ok());
    let untrusted =
        |found: Result<OpenCard>| assert!(matches!(found, Err(Error::Untrusted(_))), "{found:?}");
    untrusted(next(
        &|card| card.previous = Some(sha256(b"other")),
        &[&town.root],
    ));
    untrusted(next(
        &|card| card.code = "XB".parse().unwrap(),
        &[&town.root],
    ));
    let twin = Card {
        notes: vec!["twin".into()],
        ..town.card.clone()
    };
    let twin = sign_card(&twin, &[&town.root]).unwrap();
    untrusted(verify_next_card(&twin, now, &town.open));
    let second = next(&|_| {}, &[&town.root]).unwrap();
    untrusted(verify_next_card(&town.bytes, now, &second));
    assert!(
        next(
            &|card| (card.sequence, card.previous) = (7, Some(sha256(b"six"))),
            &[&town.root]
        )
        .is_ok()
    );
    let fresh = SigningPair::from_seeds(&SigningSeeds::generate(&mut Counter(77))).unwrap();
    let rotate = |card: &mut Card| card.roots = vec![fresh.public().clone()];
    untrusted(next(&rotate, &[&fresh]));
    assert!(next(&rotate, &[&fresh, &town.root]).is_ok());
    untrusted(next(
        &|card| (card.roots, card.sequence) = (vec![fresh.public().clone()], 3),
        &[&fresh, &town.root],
    ));
    assert_eq!(
        next(&rotate, &[&town.root]).err(),
        Some(Error::Signature("State card"))
    );
    let two = |card: &mut Card| {
        (card.roots, card.threshold) = (vec![town.root.public().clone(), fresh.public().clone()], 2)
    };
    assert_eq!(
        next(&two, &[&town.root]).err(),
        Some(Error::Signature("State card"))
    );
    assert!(next(&two, &[&town.root, &fresh]).is_ok());
}

#[test]
fn a_card_that_breaks_its_own_rules_is_not_signed() {
    let town = town("XA", 1);
    let breaks: [&dyn Fn(&mut Card); 8] = [
        &|card| card.expires = at("2027-03-01T00:00:00Z"),
        &|card| card.expires = card.issued,
        &|card| card.threshold = 2,
        &|card| card.roots.push(card.roots[0].clone()),
        &|card| card.sequence = 2,
        &|card| card.profile = b"{ }".to_vec(),
        &|card| card.log = "x".into(),
        &|card| card.notes.push("line\nbreak".into()),
    ];
    for (n, change) in breaks.iter().enumerate() {
        let mut card = town.card.clone();
        change(&mut card);
        assert!(sign_card(&card, &[&town.root]).is_err(), "{n}");
    }
}

#[test]
fn leaflets_belong_to_their_card() {
    let (xa, xb) = (town("XA", 1), town("XB", 50));
    let now = at(NOW);
    let open = open_leaflet(&xa.leaflet, now, &xa.open).unwrap();
    assert_eq!(
        open.leaflet.key_at(now).map(|key| &key.public),
        Some(xa.week.public())
    );
    assert_eq!(open.leaflet.key_at(at("2026-11-23T00:00:00Z")), None);
    assert!(matches!(
        open_leaflet(&xa.leaflet, now, &xb.open),
        Err(Error::Untrusted(_))
    ));
    assert_eq!(
        open_leaflet(&xa.leaflet, at("2026-11-23T00:00:00Z"), &xa.open),
        Err(Error::Expired("leaflet"))
    );
    let forged = Leaflet {
        node: xb.node.public().key_id(),
        ..open.leaflet.clone()
    };
    assert!(matches!(
        open_leaflet(&sign_leaflet(&forged, &xb.node).unwrap(), now, &xa.open),
        Err(Error::Untrusted(_))
    ));
    assert!(sign_leaflet(&open.leaflet, &xb.node).is_err());
    assert!(
        sign_leaflet(
            &Leaflet {
                keys: vec![],
                ..open.leaflet
            },
            &xa.node
        )
        .is_err()
    );
}
