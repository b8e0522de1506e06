//! Any bytes as an envelope, its header, its manifest: refused with a reason, or in the one canonical form. Nothing opens
//! without a key.
#![no_main]

use seal::cbor::{Form as _, decode_exact};
use seal::envelope::{Envelope, Header, Manifest, envelope_id, read_manifest};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = read_manifest(bytes);
    if let Ok(header) = decode_exact::<Header>(bytes, model::limits::ENVELOPE_BYTES_MAX) {
        assert_eq!(header.to_bytes(), bytes);
    }
    if let Ok(manifest) = decode_exact::<Manifest>(bytes, model::limits::ENVELOPE_BYTES_MAX) {
        assert_eq!(manifest.to_bytes(), bytes);
    }
    if let Ok(envelope) = Envelope::parse(bytes) {
        assert_eq!(envelope.id, envelope_id(bytes));
        assert!(envelope.open(&|_| None).is_err());
    }
});
