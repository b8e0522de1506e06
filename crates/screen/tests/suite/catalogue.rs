//! What the catalogue of all shared lists costs, and that it finds what is on them.

use std::time::Instant;

use screen::Entity;
use screen::catalogue::{Catalogue, TextQuery};

/// Bytes that the catalogue of the 27,716 records may hold.
const BYTES_MAX: usize = 15 << 20;

#[test]
fn sizes() {
    let Some(bytes) = crate::shared::data("screening/ftm/lists_27716.ftm.jsonl.zst") else {
        return;
    };
    let text = String::from_utf8(bytes).unwrap();
    let entities: Vec<Entity> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let begun = Instant::now();
    let catalogue = Catalogue::build(entities.iter().cloned());
    let built = begun.elapsed();
    println!(
        "{} records, {} bytes, {built:?}",
        catalogue.len(),
        catalogue.bytes()
    );
    assert!(catalogue.bytes() < BYTES_MAX, "{}", catalogue.bytes());
    let open = |_: &str| None;
    let query = TextQuery {
        schema: "Thing".to_owned(),
        datasets: catalogue.datasets().clone(),
        limit: 10,
        facets: vec!["countries".to_owned(), "datasets".to_owned()],
        ..TextQuery::default()
    };
    for text in [
        "",
        "bank",
        "al-qaida~2",
        "*stan",
        "names:mohammad AND countries:ir",
    ] {
        let begun = Instant::now();
        let found = catalogue
            .search(
                &TextQuery {
                    text: text.to_owned(),
                    ..query.clone()
                },
                &open,
            )
            .unwrap();
        println!("{text:?}: {} in {:?}", found.total, begun.elapsed());
        assert!(found.total > 0, "{text}");
    }
}
