use super::*;

struct Made {
    files: BTreeMap<String, Vec<u8>>,
}

impl Made {
    fn new() -> Self {
        let mut files: BTreeMap<String, Vec<u8>> = BTreeMap::new();
        files.insert("data/100% true.txt".into(), b"one".to_vec());
        files.insert("data/disk/image.bin".into(), vec![7; 100]);
        files.insert("metadata/custody.cbor".into(), b"chain".to_vec());
        let digests = |files: &BTreeMap<String, Vec<u8>>, payload: bool| -> Files {
            let wanted = files
                .iter()
                .filter(|(path, _)| path.starts_with(PAYLOAD) == payload);
            wanted
                .map(|(path, bytes)| (path.clone(), sha256(bytes)))
                .collect()
        };
        files.insert(
            MANIFEST_FILE.into(),
            manifest(&digests(&files, true)).unwrap().into_bytes(),
        );
        files.insert(BAGIT_FILE.into(), BAGIT_TEXT.into());
        files.insert(
            INFO_FILE.into(),
            bag_info(&[("Source-Organization", "XA")], 103, 2)
                .unwrap()
                .into_bytes(),
        );
        let tags = manifest(&digests(&files, false)).unwrap();
        files.insert(ROOT_FILE.into(), root_line(&tags).into_bytes());
        files.insert(TAG_MANIFEST_FILE.into(), tags.into_bytes());
        Self { files }
    }

    fn verify(&self) -> Vec<(String, FileState)> {
        let read = |name: &str| self.files.get(name).map_or(&[][..], Vec::as_slice);
        let texts = BagTexts {
            declaration: read(BAGIT_FILE),
            manifest: read(MANIFEST_FILE),
            tag_manifest: read(TAG_MANIFEST_FILE),
            root: read(ROOT_FILE),
        };
        verify(
            texts,
            &self
                .files
                .iter()
                .map(|(path, bytes)| (path.clone(), sha256(bytes)))
                .collect(),
        )
    }
}

#[test]
fn one_flipped_byte_is_named_by_file() {
    let made = Made::new();
    assert!(holds(&made.verify()), "{:?}", made.verify());
    for (path, bytes) in &made.files {
        for n in 0..bytes.len() {
            let mut files = made.files.clone();
            files.get_mut(path).unwrap()[n] ^= 1;
            let states = Made { files }.verify();
            let wrong: Vec<_> = states
                .iter()
                .filter(|(_, state)| *state == FileState::Changed)
                .map(|(path, _)| path)
                .collect();
            assert_eq!(wrong, [path], "byte {n} of {path}: {states:?}");
            assert!(!holds(&states));
        }
    }
}

#[test]
fn missing_and_added_files_are_named() {
    let made = Made::new();
    for path in made.files.keys() {
        let mut files = made.files.clone();
        files.remove(path);
        let states = Made { files }.verify();
        assert!(
            states.contains(&(path.clone(), FileState::Missing)) && !holds(&states),
            "{path}: {states:?}"
        );
    }
    for extra in ["data/extra.txt", "extra.txt", "fetch.txt"] {
        let mut files = made.files.clone();
        files.insert(extra.into(), vec![1]);
        let states = Made { files }.verify();
        assert!(
            states.contains(&(extra.into(), FileState::Unlisted)) && !holds(&states),
            "{extra}"
        );
    }
    assert!(!holds(&[]));
}

#[test]
fn paths_that_leave_the_bag_are_refused() {
    for bad in [
        "",
        "/etc/passwd",
        "../x",
        "data/../../x",
        "data//x",
        "data/./x",
        "data/",
        "~/x",
        "~root/x",
        "C:/x",
        "C:\\x",
        "\\\\host\\x",
        "data\\x",
        "data/a\nb",
        "data/a\0b",
        "data/\u{1}",
        "$HOME/x",
        "%HOMEDRIVE%/x",
        "data/CON",
        "data/nul.txt",
        "data/\u{85}x",
    ] {
        assert!(check_path(bad).is_err(), "{bad:?}");
    }
    for good in [
        "data/x",
        "data/Núñez 100%.txt",
        "data/..x",
        "data/水/ملف.pdf",
        "data/console.log",
        "data/a:b",
    ] {
        assert_eq!(check_path(good), Ok(()), "{good}");
    }
    let twins = |a: &str, b: &str| {
        manifest(&Files::from([
            (a.into(), Digest::ZERO),
            (b.into(), Digest::ZERO),
        ]))
    };
    assert!(twins("data/a", "data/A").is_err());
    assert!(twins("data/N\u{fa}", "data/Nu\u{301}").is_err());
    assert!(twins("data/a", "data/b").is_ok());
}

#[test]
fn manifests_read_as_written() {
    let files = Files::from([
        ("data/50%25 %0A.txt".into(), sha256(b"a")),
        ("data/b c".into(), sha256(b"b")),
    ]);
    let text = manifest(&files).unwrap();
    assert_eq!(parse_manifest(text.as_bytes()), Ok(files));
    let line = |rest: &str| format!("{}{rest}\n", sha256(b"")).into_bytes();
    for good in ["  data/x", " *data/x", "  ./data/x", "\tdata/x"] {
        assert_eq!(
            parse_manifest(&line(good))
                .unwrap()
                .into_keys()
                .collect::<Vec<_>>(),
            ["data/x"],
            "{good}"
        );
    }
    for bad in ["", " ", "  data/x%0Ay", "  data/x%0d", "  /x", "x  data/x"] {
        assert!(parse_manifest(&line(bad)).is_err(), "{bad:?}");
    }
    assert!(parse_manifest(&[line("  data/x"), line("  data/x")].concat()).is_err());
    assert!(parse_manifest(b"00  data/x\n").is_err());
    assert!(parse_manifest(&[0xff]).is_err());
    assert!(
        bag_info(&[("A: b", "c")], 0, 0).is_err() && bag_info(&[("A", "b\nC: d")], 0, 0).is_err()
    );
}

#[test]
fn declarations() {
    for good in [
        BAGIT_TEXT,
        "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n",
    ] {
        assert_eq!(check_declaration(good.as_bytes()), Ok(()));
    }
    for bad in [
        "",
        "\u{feff}BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version: 1.0\n",
        "BagIt-Version: 9.7\nTag-File-Character-Encoding: UTF-8\n",
        "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-16\n",
        "BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n",
    ] {
        assert!(check_declaration(bad.as_bytes()).is_err(), "{bad:?}");
    }
}
