//! Any bytes as a receipt's payload, as a proof attachment, and as a custody file: one canonical form each.
#![no_main]

use seal::cbor::{Form as _, decode_exact};
use seal::receipt::{Receipt, ReceiptProof};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(receipt) = decode_exact::<Receipt>(bytes, model::limits::RECEIPT_BYTES_MAX) {
        assert_eq!(receipt.to_bytes(), bytes);
    }
    if let Ok(proof) = ReceiptProof::parse(bytes) {
        assert_eq!(proof.to_bytes(), bytes);
    }
    let _ = seal::custody::Chain::open(bytes);
    let _ = seal::cose::Signed::parse(
        bytes,
        seal::receipt::RECEIPT_TYPE,
        model::limits::RECEIPT_BYTES_MAX,
    );
});
