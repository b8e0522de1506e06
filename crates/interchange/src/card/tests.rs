//! Cards written in the formats of others.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::date;
use model::card::Tie;
use model::id::Digest;
use model::label::{Class, Label, Purpose, Relation, Tlp};
use model::record::{Category, Nature, Property};
use serde_json::Value;

use super::*;
use crate::marks::tests::{name, policy};
use crate::stix::from_stix;

fn card(version: u64) -> Card {
    let owner: StateCode = "XA".parse().unwrap();
    Card {
        id: CardId::new("2026-03-02T00:00:00Z".parse().unwrap(), [7; 10]),
        owner: owner.clone(),
        version,
        subject: Subject::Person,
        category: Some(Category::Suspect),
        facts: BTreeMap::from([
            (
                Property::Name,
                vec!["Okhuen Sera".to_owned(), "Окхуен Сера".to_owned()],
            ),
            (Property::Action, vec!["inspect".to_owned()]),
        ]),
        ties: vec![Tie {
            nature: Nature::Member,
            with: "Grey Lantern".to_owned(),
            role: "courier".to_owned(),
            grounds: "named by a court".to_owned(),
        }],
        files: vec![model::card::Attached {
            id: model::id::EvidenceId::new("2026-03-02T00:00:00Z".parse().unwrap(), [9; 10]),
            modality: "fingerprint".to_owned(),
            format: "iso-19794-2".to_owned(),
            media_type: "application/octet-stream".to_owned(),
            quality: None,
            captured_on: None,
            sha256: Digest::ZERO,
            size_bytes: 90,
            blob: None,
        }],
        label: Label {
            releasable_to: Some(BTreeSet::from(["XA".to_owned(), "XB".to_owned()])),
            purposes: Some([Purpose::Screening].into()),
            tlp: Tlp::Amber,
            ..Label::own(&owner, Class::Official)
        },
        contact: "ca".parse().unwrap(),
        released_on: date(2026, 3, 2),
        review_by: date(2027, 3, 2),
        expires: None,
    }
}

fn recipient() -> Recipient {
    Recipient {
        clearance: Class::Official,
        consents: BTreeSet::new(),
        country: "XB".to_owned(),
        purpose: Purpose::Screening,
        relation: Relation::SameOrg,
    }
}

fn written(issue: &Issue, format: Format) -> Result<(String, Loss), Withheld> {
    format.write(issue, (&recipient(), date(2026, 3, 3)), &name)
}

/// The modified of the object that is about the subject, and whether it is revoked.
fn version_of(text: &str) -> (String, bool) {
    let bundle: Value = serde_json::from_str(text).unwrap();
    let objects = bundle["objects"].as_array().unwrap();
    let main = objects
        .iter()
        .find(|one| one["identity_class"] == "individual")
        .unwrap();
    (
        main["modified"].as_str().unwrap().to_owned(),
        main["revoked"] == true,
    )
}

#[test]
fn a_card_comes_back_from_every_format_that_keeps_labels() {
    let card = card(1);
    let (issue, lost) = Issue::of_card(&card);
    assert!(lost.dropped.contains_key("/files/0"), "{lost:?}");
    let (text, _) = written(&issue, Format::Stix).unwrap();
    let bundle = serde_json::from_str(&text).unwrap();
    let back = from_stix(&bundle, &policy(), &name, &|_| unreachable!());
    assert_eq!(back.len(), 1);
    assert_eq!(back[0].issue, issue);
    let (text, _) = written(&issue, Format::FtmWithLabels).unwrap();
    let back = crate::ftm::from_ftm(&text, &policy(), &|_| unreachable!()).unwrap();
    assert_eq!(back[0].issue.record.assertions, issue.record.assertions);
    let (text, _) = written(&issue, Format::Misp).unwrap();
    let event: Value = serde_json::from_str(&text).unwrap();
    let group = &event["Event"]["SharingGroup"]["id"];
    assert_eq!(&event["Event"]["sharing_group_id"], group);
    assert!(group.as_str().unwrap().parse::<u64>().unwrap() > 0);
    assert!(
        text.contains("Okhuen Sera") && text.contains("Окхуен Сера"),
        "{text}"
    );
}

#[test]
fn nothing_leaves_to_another_state_or_without_its_label() {
    let (issue, _) = Issue::of_card(&card(1));
    let other = Recipient {
        country: "XC".to_owned(),
        ..recipient()
    };
    for format in Format::ALL {
        let sent = format.write(&issue, (&other, date(2026, 3, 3)), &name);
        assert_eq!(sent.unwrap_err(), Withheld::Nothing, "{format}");
    }
    let plain = written(&issue, Format::Ftm).unwrap_err();
    assert!(matches!(plain, Withheld::Label(_)), "{plain:?}");
}

#[test]
fn a_later_version_is_later_on_the_same_day_and_a_recall_the_last() {
    let text = |version| {
        written(&Issue::of_card(&card(version)).0, Format::Stix)
            .unwrap()
            .0
    };
    let first = version_of(&text(1));
    let second = version_of(&text(2));
    assert!(first < second && !second.1, "{first:?} {second:?}");
    let gone = TakenBack {
        id: card(1).id,
        owner: card(1).owner,
        subject: Subject::Person,
        version: 3,
        on: date(2026, 3, 2),
    };
    let (text, _) = written(&Issue::of_taken_back(&gone), Format::Stix).unwrap();
    let last = version_of(&text);
    assert!(last.0 > second.0 && last.1, "{last:?}");
    assert!(
        !text.contains("Sera") && !text.contains("Lantern"),
        "{text}"
    );
}
