//! Any bytes as a State card, and as a leaflet's content: refused, or with a fingerprint of sixty digits, or in canonical form.
#![no_main]

use seal::card::{Card, Leaflet, fingerprint, open_card_undated};
use seal::cbor::{Form as _, decode_exact};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(card) = open_card_undated(bytes) {
        let digits = card.fingerprint();
        assert_eq!(digits.chars().filter(char::is_ascii_digit).count(), 60);
        assert_eq!(fingerprint(&card.root_id()), digits);
    }
    // The content alone: a fuzzer forges no signature, and the readers below it are what it should reach.
    if let Ok(card) = decode_exact::<Card>(bytes, model::limits::CARD_BYTES_MAX) {
        assert_eq!(card.to_bytes(), bytes);
    }
    if let Ok(leaflet) = decode_exact::<Leaflet>(bytes, model::limits::LEAFLET_BYTES_MAX) {
        assert_eq!(leaflet.to_bytes(), bytes);
    }
});
