//! A word that may not leave, told in two parts: what counts is the order in which somebody reads the card.

use super::*;

/// Parts in the order of the record, and whether somebody who reads the card reads `GRANITE HARBOUR`.
type Row<'a> = (&'a [(Property, &'a str)], bool);

#[test]
fn a_word_over_two_parts_is_found_in_the_order_of_the_card() {
    let cases: &[Row<'_>] = &[
        // As the record has them.
        (
            &[
                (Property::Statement, "Lives near GRANITE"),
                (Property::Statement, "HARBOUR is cold"),
            ],
            true,
        ),
        // The card sets the country before the telephone.
        (
            &[
                (Property::Phone, "HARBOUR 12345"),
                (Property::Country, "GRANITE"),
            ],
            true,
        ),
        // The card sets what was said once and again where it was said first.
        (
            &[
                (Property::Phone, "12345"),
                (Property::Phone, "GRANITE"),
                (Property::Phone, "12345"),
                (Property::Phone, "HARBOUR"),
            ],
            true,
        ),
        // Between the two the page has the name.
        (
            &[
                (Property::Nationality, "HARBOUR"),
                (Property::NotThis, "GRANITE"),
            ],
            false,
        ),
        (
            &[
                (Property::Statement, "HARBOUR"),
                (Property::Email, "GRANITE"),
            ],
            true,
        ),
        (
            &[
                (Property::Warning, "HARBOUR"),
                (Property::NotThis, "GRANITE"),
            ],
            true,
        ),
        // Either word alone says nothing.
        (&[(Property::Phone, "GRANITE")], false),
        (&[(Property::Phone, "HARBOUR")], false),
    ];
    for (parts, read) in cases {
        let found = grounds(|record| {
            for (at, (property, text)) in parts.iter().enumerate() {
                let own = label(Class::Official, &["XA", "XB"]);
                let part = says(&format!("w{at}"), *property, text, own);
                record.assertions.push(part);
            }
        });
        let expect: &[Ground] = match read {
            true => &[Ground::DirtyObfuscated],
            false => &[],
        };
        assert_eq!(found, expect, "{parts:?}");
    }
}

#[test]
fn what_is_said_of_a_file_is_read_too() {
    let mut held = held();
    held.record.assertions.push(says(
        "b1",
        Property::Biometric,
        "fingerprint, right thumb",
        label(Class::Official, &["XA", "XB"]),
    ));
    let file = |modality: &str| Attached {
        id: EvidenceId::new(jiff::Timestamp::UNIX_EPOCH, [3; 10]),
        modality: modality.to_owned(),
        format: "iso-19794-2".to_owned(),
        media_type: "application/octet-stream".to_owned(),
        quality: None,
        captured_on: None,
        sha256: Digest([1; 32]),
        size_bytes: 4,
        blob: None,
    };
    for (modality, leaves) in [("fingerprint", true), ("Granite-Harbour print", false)] {
        held.files = BTreeMap::from([("b1".to_owned(), file(modality))]);
        let (proposal, card) = held.propose(&recipient("XB"), &to(), day());
        assert_eq!(card.is_some(), leaves, "{modality}: {proposal:?}");
    }
}
