use super::*;
use crate::limits::SEARCH_OPENED_MAX;

fn made(id: &str, schema: &str, list: &str, values: &[(&str, &str)]) -> Entity {
    let mut entity = Entity {
        id: id.to_owned(),
        schema: schema.to_owned(),
        datasets: vec![list.to_owned()],
        ..Entity::default()
    };
    for (property, value) in values {
        entity.add(property, value);
    }
    entity.caption = ftm::caption_of(&entity);
    entity
}

/// Fictional records: a company, its owner, the ownership between them, two addresses, a sanction.
fn records() -> Vec<Entity> {
    let mut owner = made(
        "p1",
        "Person",
        "alpha",
        &[
            ("name", "Ilvar Tessaro"),
            ("alias", "Илвар Тессаро"),
            ("birthDate", "1965-08-10"),
            ("country", "xk"),
            ("topics", "sanction"),
            ("addressEntity", "a1"),
            ("addressEntity", "a2"),
        ],
    );
    owner.referents = vec!["old-1".to_owned(), "old-2".to_owned()];
    owner.first_seen = Some("2023-11-02T16:38:16".to_owned());
    owner.last_change = Some("2026-04-29T07:55:02".to_owned());
    let mut company = made(
        "c1",
        "Company",
        "alpha",
        &[
            ("name", "Nordane Freight Lines"),
            ("country", "no"),
            ("registrationNumber", "AB-12.34"),
            ("notes", "Owned by Tessaro since 2011."),
        ],
    );
    company.first_seen = Some("2021-01-01".to_owned());
    vec![
        made(
            "a2",
            "Address",
            "alpha",
            &[("full", "9 Quay Street, Brell")],
        ),
        owner,
        company,
        made(
            "o1",
            "Ownership",
            "alpha",
            &[("owner", "p1"), ("asset", "c1")],
        ),
        made(
            "a1",
            "Address",
            "alpha",
            &[("full", "1 Harbour Road, Brell")],
        ),
        made(
            "s1",
            "Sanction",
            "alpha",
            &[("entity", "p1"), ("authority", "Council")],
        ),
        made(
            "p2",
            "Person",
            "beta",
            &[
                ("name", "Tessa Quay"),
                ("country", "no"),
                ("birthDate", "1971"),
            ],
        ),
    ]
}

fn both() -> BTreeSet<String> {
    ["alpha", "beta"].map(str::to_owned).into()
}

fn found(query: &TextQuery) -> Result<Found, SearchError> {
    let records = records();
    let open = |id: &str| records.iter().find(|entity| entity.id == id).cloned();
    Catalogue::build(records.iter().cloned()).search(query, &open)
}

fn asked(text: &str) -> TextQuery {
    TextQuery {
        text: text.to_owned(),
        schema: "Thing".to_owned(),
        datasets: both(),
        limit: 10,
        ..TextQuery::default()
    }
}

#[test]
fn words_fields_and_signs_find_their_records() {
    let table: &[(&str, &[&str])] = &[
        ("tessaro", &["p1", "c1"]),
        ("Ilvar TESSARO", &["p1"]),
        ("тессаро", &["p1"]),
        ("names:tessaro", &["p1"]),
        ("tessaro AND freight", &["c1"]),
        ("tessaro NOT freight", &["p1"]),
        ("-tessaro names:*", &["p2"]),
        ("tess*", &["p2", "p1", "c1"]),
        ("tesaro~1", &["p1", "c1"]),
        ("\"freight lines\"", &["c1"]),
        ("\"lines freight\"", &[]),
        ("countries:no", &["c1", "p2"]),
        ("properties.birthDate:1965-08-10", &["p1"]),
        ("properties.birthDate:1965", &[]),
        ("birthDate:[1960 TO 1970]", &["p1"]),
        ("dates:[* TO 1971]", &["p1", "p2"]),
        ("properties.notes:owned", &["c1"]),
        ("properties.name:owned", &[]),
        ("properties.addressEntity:a1", &["p1"]),
        ("entities:a1", &["p1"]),
        ("id:old-2", &["p1"]),
        ("identifiers:\"ab-12.34\"", &["c1"]),
        ("first_seen:2023-11-02", &["p1"]),
        ("first_seen:[2021 TO 2022]", &["c1"]),
        ("target:true", &["p1"]),
        ("schema:Company OR datasets:beta", &["c1", "p2"]),
        ("nobody:here", &[]),
        ("brell AND schema:Address", &["a1", "a2"]),
    ];
    for (text, expect) in table {
        let mut ids = found(&asked(text)).unwrap().ids;
        let mut expect = expect.to_vec();
        ids.sort_unstable();
        expect.sort_unstable();
        assert_eq!(ids, expect, "{text}");
    }
    let first = found(&asked("tessaro")).unwrap().ids;
    assert_eq!(first, ["p1", "c1"], "a word of a name comes first");
}

#[test]
fn a_search_is_narrowed_ordered_and_divided() {
    let base = asked("");
    let count = |query: &TextQuery| found(query).unwrap().total;
    assert_eq!(count(&base), 5, "links are no things");
    assert_eq!(
        count(&TextQuery {
            schema: "Person".into(),
            ..base.clone()
        }),
        2
    );
    assert_eq!(
        count(&TextQuery {
            not_schemas: ["Address".to_owned()].into(),
            ..base.clone()
        }),
        3
    );
    assert_eq!(
        count(&TextQuery {
            datasets: ["beta".to_owned()].into(),
            ..base.clone()
        }),
        1
    );
    assert_eq!(
        count(&TextQuery {
            datasets: BTreeSet::new(),
            ..base.clone()
        }),
        0
    );
    assert_eq!(
        count(&TextQuery {
            changed_since: Some("2026-04-29".into()),
            ..base.clone()
        }),
        1
    );
    assert_eq!(
        count(&TextQuery {
            changed_since: Some("2099-01-01T00:00".into()),
            ..base.clone()
        }),
        0
    );
}

#[test]
fn values_of_one_field_are_joined_and_answers_put_in_order() {
    let base = asked("");
    let count = |query: &TextQuery| found(query).unwrap().total;
    let two = vec![
        ("countries".to_owned(), "no".to_owned()),
        ("countries".to_owned(), "xk".to_owned()),
    ];
    let any = TextQuery {
        filters: two.clone(),
        ..base.clone()
    };
    assert_eq!(count(&any), 3);
    assert_eq!(count(&TextQuery { every: true, ..any }), 0);
    let sort = |field: &str, descending| TextQuery {
        sort: vec![(field.to_owned(), descending)],
        ..asked("names:*")
    };
    assert_eq!(
        found(&sort("first_seen", true)).unwrap().ids,
        ["p1", "c1", "p2"]
    );
    assert_eq!(
        found(&sort("first_seen", false)).unwrap().ids,
        ["c1", "p1", "p2"]
    );
    assert_eq!(
        found(&sort("properties.birthDate", true)).unwrap().ids,
        ["p2", "p1", "c1"]
    );
    assert_eq!(
        found(&sort("caption", false)).unwrap().ids,
        ["p1", "c1", "p2"]
    );
    let page = TextQuery {
        offset: 1,
        limit: 1,
        ..sort("id", false)
    };
    assert_eq!(found(&page).unwrap().ids, ["p1"]);
}

#[test]
fn what_is_found_is_divided() {
    let base = asked("");
    let facets = TextQuery {
        facets: vec!["countries".into(), "schema".into(), "other".into()],
        ..base.clone()
    };
    let facets = found(&facets).unwrap().facets;
    assert_eq!(facets.len(), 2);
    let shown = |n: usize| {
        let all = &facets[n].values;
        all.iter()
            .map(|v| (v.label.as_str(), v.count))
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(0), [("Norway", 2), ("Kosovo", 1)]);
    assert_eq!(
        shown(1),
        [("Addresses", 2), ("People", 2), ("Companies", 1)]
    );
    let unknown = TextQuery {
        schema: "Banana".into(),
        ..base
    };
    assert_eq!(found(&unknown), Err(SearchError::Schema));
}

#[test]
fn what_is_being_typed_is_completed() {
    let catalogue = Catalogue::build(records().into_iter());
    let table: &[(&str, &[&str])] = &[
        ("ilvar tes", &["p1"]),
        ("tess", &["p2", "p1"]),
        ("tes il", &[]),
        ("", &[]),
        ("owned", &[]),
    ];
    for (text, expect) in table {
        assert_eq!(catalogue.suggest(text, &both(), 10), *expect, "{text}");
    }
}

#[test]
fn ids_lead_to_records() {
    let records = records();
    let open = |id: &str| records.iter().find(|entity| entity.id == id).cloned();
    let catalogue = Catalogue::build(records.iter().cloned());
    assert_eq!(catalogue.resolve("p1", &open), Some(Resolved::Itself));
    assert_eq!(
        catalogue.resolve("old-1", &open),
        Some(Resolved::Merged("p1".into()))
    );
    assert_eq!(catalogue.resolve("old-3", &open), None);
    assert_eq!(catalogue.under_sanction(), &["alpha".to_owned()].into());
    assert_eq!(catalogue.counts()["alpha"], (6, 4));
}

#[test]
fn what_stands_beside_a_record_is_told() {
    let records = records();
    let open = |id: &str| records.iter().find(|entity| entity.id == id).cloned();
    let catalogue = Catalogue::build(records.iter().cloned());
    let owner = catalogue.nested("p1", &open).unwrap();
    let ids = |beside: &[Nested]| {
        beside
            .iter()
            .map(|n| n.entity.id.clone())
            .collect::<Vec<_>>()
    };
    let names: Vec<&str> = owner.beside.keys().copied().collect();
    assert_eq!(names, ["addressEntity", "ownershipOwner", "sanctions"]);
    assert_eq!(ids(&owner.beside["addressEntity"]), ["a2", "a1"]);
    let ownership = &owner.beside["ownershipOwner"][0];
    assert_eq!(ids(&ownership.beside["asset"]), ["c1"]);
    assert!(
        !ownership.beside.contains_key("owner"),
        "the way back is not told again"
    );
    let company = catalogue.nested("c1", &open).unwrap();
    let owner = &company.beside["ownershipAsset"][0].beside["owner"][0];
    assert!(
        owner.beside.is_empty(),
        "beyond a thing nothing is followed"
    );
    let (_, pages) = catalogue.adjacent("p1", (1, 1), &open).unwrap();
    assert_eq!(
        (
            ids(&pages["addressEntity"].results),
            pages["addressEntity"].total
        ),
        (vec!["a1".to_owned()], 2)
    );
    assert_eq!(
        (pages["sanctions"].results.len(), pages["sanctions"].total),
        (0, 1)
    );
    assert_eq!(catalogue.nested("nobody", &open), None);
}

#[test]
fn records_that_point_in_circles_are_told_once_a_way() {
    let person = |id: &str, other: &str| {
        let mut entity = Entity {
            id: id.to_owned(),
            schema: "Family".to_owned(),
            ..Entity::default()
        };
        entity.add("person", other);
        entity.add("relative", id);
        entity
    };
    let records = [person("x", "y"), person("y", "x")];
    let open = |id: &str| records.iter().find(|entity| entity.id == id).cloned();
    let catalogue = Catalogue::build(records.iter().cloned());
    assert_eq!(catalogue.nested("x", &open).unwrap().entity.id, "x");
}

#[test]
fn no_more_records_are_opened_than_allowed() {
    let many = SEARCH_OPENED_MAX + 100;
    let person = |n: usize| {
        let mut entity = Entity {
            id: format!("p{n:05}"),
            schema: "Person".to_owned(),
            datasets: vec!["alpha".to_owned()],
            ..Entity::default()
        };
        entity.add("name", "Ilvar Tessaro");
        entity
    };
    let opened = std::cell::Cell::new(0);
    let open = |id: &str| {
        opened.set(opened.get() + 1);
        Some(person(id.trim_start_matches('p').parse().unwrap()))
    };
    let catalogue = Catalogue::build((0..many).map(person));
    let found = catalogue
        .search(&asked("\"ilvar tessaro\""), &open)
        .unwrap();
    assert_eq!(
        (found.total, found.exact, opened.get()),
        (SEARCH_OPENED_MAX, false, SEARCH_OPENED_MAX)
    );
    let sorted = TextQuery {
        sort: vec![("caption".into(), false)],
        ..asked("ilvar")
    };
    assert!(matches!(
        catalogue.search(&sorted, &open),
        Err(SearchError::Sort(_))
    ));
}
