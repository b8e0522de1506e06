//! Bytes that nobody meant: no panic, and no more parts or faults than the file can bear.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use super::{TODAY, files, read};
use crate::biometric::images::without_metadata;

/// Heads that lead into a reader.
const HEADS: &[&[u8]] = &[
    b"",
    b"1.001:",
    b"1.001:30\x1D1.002:0502\x1D1.003:1\x1F1\x1E14\x1F00\x1C",
    b"FMR\0 20\0",
    b"FMR\x00030\0",
    b"FIR\x00010\0",
    b"FIR\x00020\0",
    b"FAC\x00010\0",
    b"FAC\x00030\0",
    b"IIR\x00010\0",
    b"IIR\x00020\0",
    b"\xFF\xA0\xFF",
    b"\xFF\xD8\xFF",
    b"\x89PNG\r\n\x1a\n",
    b"\0\0\0\x0cjP  \r\n\x87\n",
    b"\xFF\x4F\xFF\x51",
];

fn bounded(bytes: &[u8]) {
    let reading = read(bytes, TODAY);
    assert!(reading.faults.len() <= 64);
    assert!(reading.parts.len() <= bytes.len() + 2);
    if let Some(clean) = without_metadata(bytes) {
        assert!(clean.bytes.len() <= bytes.len() + 64);
        assert!(read(&clean.bytes, TODAY).is_whole());
    }
}

/// A change of a file: where, and what.
#[derive(Debug, Clone)]
enum Edit {
    Set(Index, u8),
    Flip(Index, u8),
    Cut(Index, Index),
    Insert(Index, Vec<u8>),
}

fn edit() -> impl Strategy<Value = Edit> {
    let any_index = any::<Index>;
    prop_oneof![
        (
            any_index(),
            select(vec![0, 0x1C, 0x1D, 0x1E, 0x1F, 0x7F, 0xFF, b'9'])
        )
            .prop_map(|(at, byte)| Edit::Set(at, byte)),
        (any_index(), 0_u8..8).prop_map(|(at, bit)| Edit::Flip(at, bit)),
        (any_index(), any_index()).prop_map(|(at, end)| Edit::Cut(at, end)),
        (any_index(), vec(any::<u8>(), 1..9)).prop_map(|(at, bytes)| Edit::Insert(at, bytes)),
    ]
}

fn edited(mut bytes: Vec<u8>, edits: Vec<Edit>) -> Vec<u8> {
    for edit in edits {
        if bytes.is_empty() {
            return bytes;
        }
        match edit {
            Edit::Set(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = byte;
            }
            Edit::Flip(at, bit) => {
                let at = at.index(bytes.len());
                bytes[at] ^= 1 << bit;
            }
            Edit::Cut(at, end) => {
                let (at, end) = (at.index(bytes.len()), end.index(bytes.len()));
                bytes.drain(at.min(end)..at.max(end));
            }
            Edit::Insert(at, more) => {
                let at = at.index(bytes.len());
                bytes.splice(at..at, more);
            }
        }
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_behind_any_head(head in select(HEADS), bytes in vec(any::<u8>(), 0..600)) {
        bounded(&[head, &bytes].concat());
    }

    #[test]
    fn random_edits_of_whole_files(file in select(files::all()), edits in vec(edit(), 1..5)) {
        bounded(&edited(file.1, edits));
    }

    #[test]
    fn the_length_of_nothing_is_believed(file in select(files::all()), at in any::<Index>(), big in any::<u32>()) {
        let mut bytes = file.1;
        let at = at.index(bytes.len() - 4);
        bytes[at..at + 4].copy_from_slice(&big.to_be_bytes());
        bounded(&bytes);
    }
}
