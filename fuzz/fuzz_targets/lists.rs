//! Every reader of lists takes any bytes: an answer or a refusal, never a panic. The first byte chooses the format.

#![no_main]

use libfuzzer_sys::fuzz_target;
use screen::lists::{self, Format, Mapping, ReadOptions};

const MAPPING: &str = "id_prefix = \"x-\"\nschema = \"Person\"\nvalues = \";\"\n[columns]\nName = \"name\"\nBorn = \"birthDate\"\n";

fuzz_target!(|data: &[u8]| {
    let Some((first, bytes)) = data.split_first() else {
        return;
    };
    let _ = lists::detect(bytes);
    let format = Format::ALL.get(usize::from(*first) % Format::ALL.len());
    let options = ReadOptions {
        format: format.copied(),
        mapping: Mapping::parse(MAPPING).ok(),
        ..ReadOptions::default()
    };
    if let Err(error) = lists::read(bytes, &options) {
        assert!(error.byte <= bytes.len() as u64);
    }
});
