//! Any text as an asked name, against the invented list.
#![no_main]

use std::sync::LazyLock;

use screen::{Index, Query};

static INDEX: LazyLock<Index> = LazyLock::new(|| {
    let list = screen::un_xml::read(include_bytes!("../../crates/screen/testdata/demo_list.xml"));
    Index::build(list.expect("the invented list is sound").records)
});

libfuzzer_sys::fuzz_target!(|text: &str| {
    let query = Query::person(text)
        .with("birthDate", text)
        .with("passportNumber", text);
    for hit in INDEX.search(&query, 5, 0.0) {
        assert!((0.0..1.0).contains(&hit.score));
    }
});
