//! Any bytes as a list file: refused with a place, or a list with records.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    match screen::un_xml::read(bytes) {
        Ok(list) => assert_eq!(list.records.len(), list.individuals + list.entities),
        Err(error) => assert!(error.byte <= bytes.len() as u64 && error.line >= 1),
    }
});
