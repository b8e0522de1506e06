//! Any text as a document reader's input.
#![no_main]

libfuzzer_sys::fuzz_target!(|text: &str| {
    if let Ok(mrz) = screen::mrz::read(text, None) {
        let (lines, width) = mrz.format.shape();
        assert!(mrz.lines.len() == lines && mrz.lines.iter().all(|line| line.len() == width));
        if let Some(today) = screen::dates::Day::new(2026, 11, 21) {
            let _ = mrz.query(today);
        }
    }
});
