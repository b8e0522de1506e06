//! Files that others have published: whole ones are read as whole, and where one breaks its form it is known which field does.

use super::{TODAY, faults, read};
use crate::biometric::images::without_metadata;
use crate::shared::shared;

/// Transactions, minutiae and images of NIST's and SourceAFIS's collections, and the first fault of each.
const FILES: &[(&str, &str)] = &[
    ("an2k/sign_vec.an2", ""),
    ("an2k/type_5_wvu.an2", ""),
    ("an2k/valid1.1.an2", ""),
    ("an2k/valid1.2.an2", ""),
    ("an2k/valid1.3.an2", ""),
    ("an2k/valid1.9.an2", ""),
    ("an2k/valid1.13.an2", ""),
    ("an2k/valid1.14.an2", ""),
    // Two fields 13.999, the first of them digits.
    ("an2k/valid1.6.an2", "3 13.999 order"),
    // Width and height were changed by hand; the image is of another size.
    ("an2k/valid1.8.an2", "3 14.006 disagrees"),
    // A minutia whose place has twelve digits.
    ("an2k/valid1.15.an2", "3 9.012 malformed"),
    ("an2k/valid1.16.an2", "4 10.999 order"),
    ("libbiomeval/type3.an2k", ""),
    ("libbiomeval/type4-slaps.an2k", ""),
    ("libbiomeval/type9.an2k", ""),
    // A field of type 13 in a record of type 9.
    ("libbiomeval/type9-13.an2k", "3 9.005 disagrees"),
    // An extended block that is one byte longer than the file.
    ("libbiomeval/fmr.iso2005", "2 extended.length length"),
    // ANSI INCITS 378 of 2004, whose header is another one.
    ("libbiomeval/fmr.ansi2004", "0 length length"),
    // Padded with zeros behind its length.
    ("sourceafis/iso-probe.dat", "0 length length"),
    ("libbiomeval/img.wsq", ""),
    ("sourceafis/wsq-original.wsq", ""),
    ("sourceafis/probe.png", ""),
    ("sourceafis/wsq-converted.png", ""),
];

#[test]
fn published_files_are_read_as_they_are() {
    for (name, expected) in FILES {
        let Some(path) = shared(&format!("frontline/biometrics/{name}")) else {
            return;
        };
        let found = faults(&std::fs::read(path).unwrap());
        let first = found.first().map_or("", String::as_str);
        assert_eq!(first, *expected, "{name}: {found:?}");
    }
}

#[test]
fn published_photographs_leave_without_what_they_carry() {
    for name in ["aaa-orig", "blur-a-lot", "high-contrast", "shrink-a-lot"] {
        let Some(path) = shared(&format!("sharing/images/bridge-mods/{name}.jpg")) else {
            return;
        };
        let bytes = std::fs::read(path).unwrap();
        assert!(!read(&bytes, TODAY).parts[0].traces.is_empty(), "{name}");
        let clean = without_metadata(&bytes).unwrap();
        assert!(clean.bytes.len() < bytes.len());
        let after = read(&clean.bytes, TODAY);
        assert!(after.is_whole());
        assert!(after.parts[0].traces.is_empty());
        for word in [
            &b"Exif"[..],
            b"ns.adobe.com",
            b"Photoshop",
            b"Adobe Photoshop",
        ] {
            assert!(
                !clean.bytes.windows(word.len()).any(|one| one == word),
                "{name}"
            );
        }
    }
}
