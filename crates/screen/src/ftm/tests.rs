use super::*;

#[test]
fn the_whole_model_is_read() {
    let properties: usize = model()
        .schemata()
        .map(|s| s.properties().filter(|p| p.schema == s.name).count())
        .sum();
    // 625 in the model, without the three that are not kept.
    assert_eq!(
        (
            model().schemata().count(),
            model().types().count(),
            properties
        ),
        (71, 20, 622)
    );
    let unknown: Vec<String> = model()
        .schemata()
        .flat_map(Schema::properties)
        .filter(|p| p.type_of().is_none() || !p.range.is_empty() && Schema::of(p.range).is_none())
        .map(Property::qualified)
        .collect();
    assert_eq!(unknown, Vec::<String>::new());
    for schema in model().schemata() {
        for name in [&schema.caption, &schema.featured, &schema.required]
            .into_iter()
            .flatten()
        {
            assert!(schema.property(name).is_some(), "{} {name}", schema.name);
        }
        let ends = schema.edge.iter().flat_map(|e| [e.source, e.target]);
        ends.for_each(|end| assert!(schema.property(end).is_some(), "{} {end}", schema.name));
    }
    for name in NOT_KEPT {
        assert_eq!(model().property(name), None);
    }
}

#[test]
fn inheritance() {
    let company = Schema::of("Company").unwrap();
    assert_eq!(
        company.schemata,
        [
            "Asset",
            "Company",
            "LegalEntity",
            "Organization",
            "Thing",
            "Value"
        ]
    );
    assert_eq!(company.property("name").unwrap().qualified(), "Thing:name");
    assert_eq!(company.property("birthDate"), None);
    assert_eq!(
        Schema::of("LegalEntity").unwrap().matchable_schemata(),
        [
            "Company",
            "LegalEntity",
            "Organization",
            "Person",
            "PublicBody"
        ]
    );
    assert!(
        Schema::of("Ownership")
            .unwrap()
            .matchable_schemata()
            .is_empty()
    );
    let (person, vessel) = (Schema::of("Person").unwrap(), Schema::of("Vessel").unwrap());
    assert!(!person.can_match(vessel) && person.can_match(Schema::of("LegalEntity").unwrap()));
    let edge = Schema::of("Ownership").unwrap().edge.as_ref().unwrap();
    assert_eq!(
        (edge.source, edge.target, edge.label, edge.directed),
        ("owner", "asset", "owns", true)
    );
    let owner = Schema::of("Ownership").unwrap().property("owner").unwrap();
    assert_eq!(
        (owner.range, owner.reverse, owner.stub),
        ("LegalEntity", "ownershipOwner", false)
    );
    assert!(person.property("ownershipOwner").unwrap().stub);
    assert_eq!(Schema::of("Sect"), None);
}

/// Type, format, what is written, what it becomes.
const VALUES: &[(&str, &str, &str, Option<&str>)] = &[
    ("country", "", "Russia", Some("ru")),
    ("country", "", "GB", Some("gb")),
    ("country", "", "Iran (Islamic Republic of)", Some("ir")),
    ("country", "", "suhh", Some("suhh")),
    ("country", "", "Atlantis", None),
    ("date", "", "1965", Some("1965")),
    ("date", "", "1965-3", Some("1965-03")),
    ("date", "", "1965-3-2", Some("1965-03-02")),
    ("date", "", "02.03.1965", Some("1965-03-02")),
    (
        "date",
        "",
        "1965-03-02T10:11:12Z",
        Some("1965-03-02T10:11:12"),
    ),
    ("date", "", "1965-03-02 10:11", Some("1965-03-02T10:11")),
    ("date", "", "1960/1965", Some("1960/1965")),
    ("date", "", "1965~", Some("1965~")),
    ("date", "", "yesterday", None),
    ("date", "", "T", None),
    ("gender", "", "M", Some("male")),
    ("gender", "", "Femme", Some("female")),
    ("gender", "", "unknown", None),
    ("topic", "", "Sanction", Some("sanction")),
    ("topic", "", "friend", None),
    ("identifier", "", " ab-12 34 ", Some("ab-12 34")),
    ("identifier", "imo", "IMO 9187629", Some("IMO9187629")),
    ("identifier", "imo", "918762", None),
    (
        "identifier",
        "lei",
        "5493 001K-JTII GC8Y 1R12",
        Some("5493001KJTIIGC8Y1R12"),
    ),
    (
        "name",
        "",
        " \"Orsolya   Vadkerti\" ",
        Some("Orsolya Vadkerti"),
    ),
    ("name", "", "\u{0}\u{7}", None),
    (
        "email",
        "",
        "mailto:Info@Example.ORG",
        Some("Info@example.org"),
    ),
    ("email", "", "info", None),
    ("phone", "", "+44 (20) 7946-0000", Some("+442079460000")),
    ("phone", "", "0044 20 7946 0000", Some("+442079460000")),
    ("phone", "", "12", None),
    (
        "url",
        "",
        "WWW.Example.org/A",
        Some("http://www.example.org/A"),
    ),
    (
        "url",
        "",
        "https://example.org",
        Some("https://example.org/"),
    ),
    ("url", "", "nowhere", None),
    ("entity", "", "NK-1", Some("NK-1")),
    ("entity", "", "a b", None),
    ("string", "", " a  b ", Some("a b")),
    ("string", "", "  ", None),
];

#[test]
fn values_take_the_form_of_their_type() {
    for (kind, format, value, expect) in VALUES {
        assert_eq!(
            clean(kind, format, value).as_deref(),
            *expect,
            "{kind} {value:?}"
        );
    }
    assert_eq!(compact_identifier("ab-12 34/5"), "AB12345");
    let birth = Schema::of("Person").unwrap().property("birthDate").unwrap();
    assert_eq!(birth.clean("1.5.1970").as_deref(), Some("1970-05-01"));
}

#[test]
fn a_record_is_named() {
    let record = |schema: &str, values: &[(&str, &str)]| {
        let mut entity = Entity {
            schema: schema.into(),
            ..Entity::default()
        };
        values
            .iter()
            .for_each(|(property, value)| entity.add(property, value));
        entity
    };
    for (schema, values, expect) in [
        (
            "Person",
            &[("alias", "B"), ("name", "金铁三"), ("name", "Ádám")][..],
            "Ádám",
        ),
        ("Person", &[("alias", "B"), ("name", "金铁三")], "金铁三"),
        ("Address", &[("full", "1 Quay, Port")], "1 Quay, Port"),
        ("CryptoWallet", &[("publicKey", "0xAB")], "0xAB"),
        ("Vessel", &[], "Vessel"),
        ("Sect", &[("name", "X")], "X"),
        ("Sect", &[], "Sect"),
    ] {
        assert_eq!(
            caption_of(&record(schema, values)),
            expect,
            "{schema} {values:?}"
        );
    }
    let owning = record(
        "Ownership",
        &[("owner", "a"), ("asset", "b"), ("role", "c")],
    );
    assert_eq!(
        links_of(&owning).into_iter().collect::<Vec<_>>(),
        [("asset", "b"), ("owner", "a")]
    );
}
