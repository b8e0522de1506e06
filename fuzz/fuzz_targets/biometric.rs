//! Any bytes as a biometric file: a verdict with bounded parts and faults; and a picture without what it carried is whole.
#![no_main]

use interchange::biometric::images::without_metadata;
use interchange::biometric::read;
use jiff::civil::date;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let today = date(2026, 6, 1);
    let reading = read(bytes, today);
    assert!(reading.faults.len() <= 64);
    assert!(reading.parts.len() <= bytes.len() + 2);
    if let Some(clean) = without_metadata(bytes) {
        assert!(clean.bytes.len() <= bytes.len() + 64);
        assert!(read(&clean.bytes, today).is_whole());
    }
});
