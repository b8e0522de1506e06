//! Cards and records in the formats of others: what leaves, to whom, what comes back, and what it is worth.

use jiff::Timestamp;
use model::encounter::{Met, Protection};
use model::record::{Basis, Category, Grade, Property};
use model::{Actor, CardId, Class, Purpose, Role, Tlp};
use office::cards::{self, Exported, Format};
use office::records::{self, Change, Frame, Import, Imported, TakeIn};
use serde_json::{Value, json};
use sim::House;

use super::{change, seen, shared};

async fn reader(house: &House, role: Role, purpose: Purpose) -> office::Reader {
    house
        .office
        .read(house.officer(role), purpose)
        .await
        .unwrap()
}

async fn exported(
    house: &House,
    role: Role,
    (id, format): (CardId, Format),
) -> office::Result<Exported> {
    let reader = reader(house, role, Purpose::Screening).await;
    cards::export(&reader, house.office.new_act(), (id, format)).await
}

/// All objects that a program of this State is given.
async fn given(house: &House) -> Vec<Value> {
    let reader = reader(house, Role::Analyst, Purpose::Screening).await;
    let first = (Timestamp::UNIX_EPOCH, String::new());
    let cards = reader.given(first, 100).await.unwrap();
    cards.into_iter().flat_map(|card| card.objects).collect()
}

fn code(error: &office::Error) -> String {
    error
        .refusal()
        .map_or_else(|| format!("{error:?}"), |refusal| refusal.code.to_owned())
}

async fn import(house: &House, format: Format, text: &str) -> Imported {
    try_import(house, house.officer(Role::Analyst), (format, text))
        .await
        .unwrap()
}

async fn try_import(
    house: &House,
    actor: &Actor,
    (format, text): (Format, &str),
) -> office::Result<Imported> {
    let act = Import {
        act: house.office.new_act(),
        format,
        sender: "QUAY-CERT".to_owned(),
        class: Class::Restricted,
        bytes: text.as_bytes().to_vec(),
    };
    records::import(&house.office, actor, act).await
}

#[tokio::test]
async fn a_card_leaves_in_every_format_that_can_say_its_label() {
    let (_dir, town, _, card) = shared(571).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    for house in [xa, xb] {
        for format in [Format::Stix, Format::Misp, Format::FtmWithLabels] {
            let made = exported(house, Role::Analyst, (card, format))
                .await
                .unwrap();
            assert!(made.text.contains("Okhuen Sera"), "{format}: {}", made.text);
            for hidden in ["limestone", "Grey Lantern", "KESTREL"] {
                assert!(!made.text.contains(hidden), "{format}: {hidden}");
            }
            assert!(
                made.loss.dropped.contains_key("/files/0"),
                "{:?}",
                made.loss
            );
        }
        let plain = exported(house, Role::Analyst, (card, Format::Ftm)).await;
        assert_eq!(code(&plain.unwrap_err()), "EXPORT-LABEL");
        let desk = exported(house, Role::DutyOfficer, (card, Format::Stix)).await;
        assert_eq!(code(&desk.unwrap_err()), "NOT-ALLOWED");
        let none = CardId::new(Timestamp::UNIX_EPOCH, [1; 10]);
        let none = exported(house, Role::Analyst, (none, Format::Stix)).await;
        assert_eq!(code(&none.unwrap_err()), "NOT-FOUND");
    }
}

#[tokio::test]
async fn what_programs_took_is_revoked_when_the_card_is_taken_back() {
    let (_dir, town, id, _) = shared(572).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    assert!(given(xa).await.is_empty(), "what went to XB is for XB");
    let before = given(xb).await;
    let person = |all: &[Value]| {
        let found = all.iter().find(|one| one["identity_class"] == "individual");
        found.cloned().unwrap()
    };
    let first = person(&before);
    assert_eq!(first["name"], "Okhuen Sera");
    assert_eq!(first["revoked"], false);
    let act = records::Recall {
        act: xa.office.new_act(),
        record: id,
        card: None,
        reason: "another person".to_owned(),
    };
    records::recall(&xa.office, xa.officer(Role::Analyst), act)
        .await
        .unwrap();
    town.settle(60).await.unwrap();
    let after = given(xb).await;
    let last = person(&after);
    assert_eq!(
        (&last["id"], &last["revoked"]),
        (&first["id"], &json!(true))
    );
    assert!(last["modified"].as_str() > first["modified"].as_str());
    let text = serde_json::to_string(&after).unwrap();
    assert!(!text.contains("Sera"), "{text}");
}

#[tokio::test]
async fn what_programs_took_is_revoked_when_the_desk_sets_the_card_aside() {
    let (_dir, town, id, card) = shared(578).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let decide = async |protection| {
        let what = (Met::Same, protection, "Northern district");
        super::met(xb, (card, "Bridge post 4"), what).await
    };
    let persons = async || {
        let all = given(xb).await.into_iter();
        let persons = all.filter(|one| one["identity_class"] == "individual");
        persons.collect::<Vec<_>>()
    };
    let first = persons().await.remove(0);
    decide(Protection::Refugee).await;
    let aside = persons().await.remove(0);
    let both = (&aside["id"], &aside["revoked"]);
    assert_eq!(both, (&first["id"], &json!(true)));
    assert!(aside["modified"].as_str() > first["modified"].as_str());
    let text = serde_json::to_string(&given(xb).await).unwrap();
    for told in ["Sera", "refugee", "XB7701234"] {
        assert!(!text.contains(told), "{told}: {text}");
    }
    let taken = exported(xb, Role::Analyst, (card, Format::Stix)).await;
    assert_eq!(code(&taken.unwrap_err()), "EXPORT-ASIDE");
    // What was revoked stays so: used again, the card is another object, and that one is revoked with it.
    town.settle(60).await.unwrap();
    decide(Protection::None).await;
    let again = persons().await.remove(0);
    assert_ne!(again["id"], first["id"]);
    let both = (&again["name"], &again["revoked"]);
    assert_eq!(both, (&json!("Okhuen Sera"), &json!(false)));
    let act = records::Recall {
        act: xa.office.new_act(),
        record: id,
        card: None,
        reason: "another person".to_owned(),
    };
    let analyst = xa.officer(Role::Analyst);
    records::recall(&xa.office, analyst, act).await.unwrap();
    town.settle(60).await.unwrap();
    let last = persons().await.remove(0);
    let both = (&last["id"], &last["revoked"]);
    assert_eq!(both, (&again["id"], &json!(true)));
}

/// A person in the words of somebody who has no Comity, with a traffic light.
fn bundle(name: &str, modified: &str, light: &str) -> String {
    let clear = "marking-definition--94868c89-83c2-464b-929b-a1a8aa3c8487";
    let mark = if light == "clear" {
        clear
    } else {
        "marking-definition--00000000-0000-4000-8000-00000000abcd"
    };
    let person = json!({
        "type": "identity", "spec_version": "2.1", "id": "identity--6f0f8d53-6f0b-4c66-9b5e-1d2c9b0f2399",
        "created": "2026-01-01T00:00:00.000Z", "modified": modified, "name": name, "identity_class": "individual",
        "object_marking_refs": [mark],
    });
    let bad = json!({ "type": "identity", "spec_version": "2.1", "id": "identity--1", "name": "no form" });
    json!({
        "type": "bundle", "id": "bundle--6f0f8d53-6f0b-4c66-9b5e-1d2c9b0f2301", "objects": [person, bad],
    })
    .to_string()
}

#[tokio::test]
async fn what_others_send_waits_for_a_person_and_goes_no_wider() {
    let (_dir, town, _, _) = shared(573).await;
    let house = town.house("XA");
    let text = bundle("Marrek Oduya", "2026-01-02T00:00:00.000Z", "other");
    let done = import(house, Format::Stix, &text).await;
    assert_eq!((done.new, done.held, done.faulty), (1, 1, 1), "{done:?}");
    assert!(done.faults[0].starts_with("/objects/1/"), "{done:?}");
    assert_eq!(import(house, Format::Stix, &text).await.again, 1);
    // The same version saying something else is kept out; an older one is ignored; a later one is taken.
    let other = bundle("Marrek Odaya", "2026-01-02T00:00:00.000Z", "clear");
    let done = import(house, Format::Stix, &other).await;
    assert_eq!((done.new, done.changed, done.held), (0, 0, 1), "{done:?}");
    let older = bundle("Marrek Odaya", "2026-01-01T00:00:00.000Z", "clear");
    assert_eq!(import(house, Format::Stix, &older).await.again, 1);
    let came = reader(house, Role::Analyst, Purpose::Intelligence)
        .await
        .came(0)
        .await
        .unwrap();
    assert_eq!((came.rows.len(), came.rows[0].stage.as_str()), (1, "held"));
    let one = &came.rows[0];
    assert_eq!(
        one.came.taken.issue.record.assertions[0].value,
        "Marrek Oduya"
    );
}

#[tokio::test]
async fn what_came_is_taken_into_a_record_no_wider_than_its_marks() {
    let (_dir, town, _, _) = shared(577).await;
    let house = town.house("XA");
    let text = bundle("Marrek Oduya", "2026-01-02T00:00:00.000Z", "other");
    import(house, Format::Stix, &text).await;
    let came = reader(house, Role::Analyst, Purpose::Intelligence)
        .await
        .came(0)
        .await
        .unwrap();
    let one = &came.rows[0];
    let found = super::asked(house, "Marrek Oduya", "").await;
    assert!(found.cards.is_empty(), "not a record yet");
    let frame = Frame {
        category: Some(Category::Suspect),
        review_by: Some(jiff::civil::date(2026, 9, 1)),
        expires: None,
        best_interests: None,
        codewords: Vec::new(),
    };
    let act = TakeIn {
        act: house.office.new_act(),
        intake: one.id,
        frame,
        light: None,
        grade: Grade::parse("B3"),
        basis: Some(Basis::Assessment),
    };
    for (light, why) in [(None, "MISSING"), (Some(Tlp::Red), "INTAKE-RED")] {
        let act = TakeIn {
            act: house.office.new_act(),
            light,
            ..act.clone()
        };
        let refused = records::take_in(&house.office, house.officer(Role::Analyst), act).await;
        assert_eq!(code(&refused.unwrap_err()), why);
    }
    let act = TakeIn {
        light: Some(Tlp::AmberStrict),
        ..act
    };
    let id = records::take_in(&house.office, house.officer(Role::Analyst), act.clone())
        .await
        .unwrap();
    let view = seen(house, id).await;
    let name = view
        .stated
        .iter()
        .find(|said| said.one.says == Property::Name)
        .unwrap();
    assert_eq!(
        (name.one.from.by.as_str(), name.label.orcon),
        ("QUAY-CERT", true)
    );
    assert_eq!(name.label.originator, "QUAY-CERT");
    assert_eq!(name.label.releasable_to, Some(["XA".to_owned()].into()));
    let again = records::take_in(
        &house.office,
        house.officer(Role::Analyst),
        TakeIn {
            act: house.office.new_act(),
            ..act
        },
    )
    .await;
    assert_eq!(code(&again.unwrap_err()), "STAGE");
    // Who wants it let go needs the sender, whatever the officer writes.
    let refused = super::try_propose(house, id, &["XB"]).await;
    assert_eq!(code(&refused.unwrap_err()), "RELEASE-HELD");
}

#[tokio::test]
async fn what_this_state_put_out_is_no_second_source_when_it_comes_back() {
    let (_dir, town, id, card) = shared(574).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    for format in [Format::Stix, Format::Misp, Format::FtmWithLabels] {
        let text = exported(xb, Role::Analyst, (card, format))
            .await
            .unwrap()
            .text;
        let done = import(xa, format, &text).await;
        assert_eq!((done.own, done.new), (1, 0), "{format}: {done:?}");
    }
    assert_eq!(seen(xa, id).await.stage, "kept");
}

#[tokio::test]
async fn what_cannot_be_read_or_is_not_theirs_to_bring_is_refused() {
    let (_dir, town, _, _) = shared(575).await;
    let house = town.house("XA");
    let analyst = house.officer(Role::Analyst);
    let deep = "[".repeat(100_000);
    let twice = r#"{"type":"bundle","type":"bundle"}"#;
    for text in ["", "{", deep.as_str(), twice, "{\"a\":NaN}"] {
        for format in [Format::Stix, Format::Misp] {
            let refused = try_import(house, analyst, (format, text)).await;
            let code = refused
                .map(|done| format!("{done:?}"))
                .unwrap_or_else(|e| code(&e));
            assert_eq!(code, "IMPORT-UNREAD", "{format} {text:.20}");
        }
    }
    let text = bundle("Marrek Oduya", "2026-01-02T00:00:00.000Z", "clear");
    for role in [
        Role::DutyOfficer,
        Role::BorderOfficer,
        Role::Administrator,
        Role::Auditor,
    ] {
        let refused = try_import(house, house.officer(role), (Format::Stix, &text)).await;
        assert_eq!(code(&refused.unwrap_err()), "NOT-ALLOWED", "{role}");
    }
}

#[tokio::test]
async fn a_corrected_card_is_a_later_version_of_the_same_object() {
    let (_dir, town, id, _) = shared(576).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let person = |all: Vec<Value>| {
        all.into_iter()
            .find(|one| one["identity_class"] == "individual")
            .unwrap()
    };
    let first = person(given(xb).await);
    let view = seen(xa, id).await;
    let name = view
        .stated
        .iter()
        .find(|said| said.one.says == Property::Name)
        .unwrap();
    let correct = Change::Correct {
        what: name.one.id.parse().unwrap(),
        value: "Okhuen Serra".to_owned(),
        reason: "misspelt".to_owned(),
    };
    change(xa, id, correct).await.unwrap();
    town.settle(60).await.unwrap();
    let next = person(given(xb).await);
    assert_eq!(
        (&next["id"], next["name"].as_str()),
        (&first["id"], Some("Okhuen Serra"))
    );
    assert_eq!(next["created"], first["created"]);
    assert!(next["modified"].as_str() > first["modified"].as_str());
}
