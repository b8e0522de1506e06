//! A delta of any bytes is read or refused, and applying it twice is as applying it once.

#![no_main]

use libfuzzer_sys::fuzz_target;
use screen::lists;

fuzz_target!(|data: &[u8]| {
    if let Ok(delta) = lists::read_delta(data) {
        let (once, _) = lists::apply(Vec::new(), &delta);
        let (twice, _) = lists::apply(once.clone(), &delta);
        assert_eq!(once.len(), twice.len());
    }
});
