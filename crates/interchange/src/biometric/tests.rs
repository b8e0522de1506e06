//! A small writer of whole files of each kind, of fictional values; each of them read, then broken in every way that breaks its form.

use jiff::civil::{Date, date};

use super::*;

mod files;
mod images;
mod iso;
mod nist;
mod published;
mod random;

/// The day on which everything here is read.
const TODAY: Date = date(2026, 6, 1);

/// A whole file of each kind.
pub(crate) fn whole_files() -> Vec<Vec<u8>> {
    files::all().into_iter().map(|(_, bytes)| bytes).collect()
}

/// The faults of a file, each as one line.
fn faults(bytes: &[u8]) -> Vec<String> {
    let reading = read(bytes, TODAY);
    reading
        .faults
        .iter()
        .map(|one| format!("{} {} {}", one.part, one.field, one.flaw))
        .collect()
}

#[test]
fn every_file_of_the_writer_is_whole() {
    for (name, bytes) in files::all() {
        assert_eq!(faults(&bytes), Vec::<String>::new(), "{name}");
    }
}

#[test]
fn every_file_is_known_by_its_head_and_has_parts() {
    for (name, bytes) in files::all() {
        let reading = read(&bytes, TODAY);
        assert_eq!(reading.format, Format::of(&bytes), "{name}");
        assert!(reading.format.unwrap().is_read(), "{name}");
        assert!(!reading.parts.is_empty(), "{name}");
    }
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    for (name, bytes) in files::all() {
        for end in 0..bytes.len() {
            assert!(!faults(&bytes[..end]).is_empty(), "{name} cut at {end}");
        }
    }
}

#[test]
fn a_file_with_more_behind_it_is_refused_or_named() {
    for (name, mut bytes) in files::all() {
        bytes.extend(b"more");
        let reading = read(&bytes, TODAY);
        let named = reading
            .parts
            .iter()
            .any(|part| part.traces.contains(&super::images::Trace::Trailing));
        assert!(!reading.is_whole() || named, "{name}");
    }
}

#[test]
fn what_is_not_read_says_so() {
    let head = |bytes: &[u8]| faults(bytes);
    assert_eq!(head(b"RIFF\x10\0\0\0WAVE"), ["0 head not-read"]);
    assert_eq!(head(&[0x65, 3, 1, 2, 3]), ["0 head not-read"]);
    assert_eq!(head(&[0x65, 0x82, 0, 3, 1, 2, 3]), ["0 head not-read"]);
    assert_eq!(head(&[0x65, 4, 1, 2, 3]), ["0 head unknown"]);
    assert_eq!(head(b""), ["0 head unknown"]);
    assert_eq!(head(b"FMR\x00045\0"), ["0 version not-read"]);
    let large = [b"1.001:".to_vec(), vec![0; BIOMETRIC_BYTES_MAX]].concat();
    assert_eq!(head(&large), ["0 size too-large"]);
}
