//! Any bytes as deterministic CBOR: refused, or a value that encodes to the very same bytes.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(value) = seal::cbor::decode(bytes, model::limits::ENVELOPE_BYTES_MAX) {
        assert_eq!(seal::cbor::encode(&value), bytes);
    }
});
