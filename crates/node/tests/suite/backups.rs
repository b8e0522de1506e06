//! A backup, and a node made from it.

use std::path::Path;

use crate::comity::{House, comity, names, repository, text};

fn filled() -> House {
    let house = House::new("XA");
    let list = repository("crates/screen/testdata/demo_list.xml");
    house
        .run(&["list", "import", "--format", "un-xml", &list])
        .with(0, &[]);
    let password = house.file("password", b"many lamps in the harbour\n");
    house
        .run(&[
            "officer",
            "add",
            "--login",
            "ada",
            "--name",
            "Ada",
            "--role",
            "auditor",
            "--password-file",
            &password,
        ])
        .with(0, &[]);
    house
}

fn restore(house: &House, from: &str, to: &str, more: &[&str]) -> crate::comity::Said {
    let keys = format!("{}/keys", house.dir);
    let restore = [
        "backup", "restore", "--from", from, "--dir", to, "--keys", &keys,
    ];
    comity(&[&restore, more].concat())
}

#[test]
fn what_was_saved_is_restored() {
    let house = filled();
    let out = text(&house.path("b"));
    house
        .run(&["backup", "make", "--out", &out])
        .with(0, &["it holds no keys"]);
    let inside = names(Path::new(&out));
    for name in [
        "README.txt",
        "blobs",
        "comity.toml",
        "manifest-sha256.txt",
        "rows",
        "state.json",
    ] {
        assert!(inside.contains(&name.to_owned()), "{inside:?}");
    }
    assert!(!inside.contains(&"keys".to_owned()));
    house
        .run(&["backup", "make", "--out", &out])
        .with(2, &["not an empty folder"]);
    let checked = std::process::Command::new("sha256sum")
        .args(["--check", "--quiet", "manifest-sha256.txt"])
        .current_dir(&out)
        .status()
        .unwrap();
    assert!(checked.success());

    let to = text(&house.path("r"));
    restore(&house, &out, &to, &[]).with(0, &["ledger entries verified", "new stream epoch"]);
    comity(&["ledger", "verify", "--dir", &to]).with(0, &["OK: rows, files"]);
    comity(&["ledger", "show", "--dir", &to]).with(0, &["backup.restored", "list.imported"]);
    comity(&["officer", "list", "--dir", &to]).with(0, &["ada"]);
    comity(&[
        "screen",
        "check",
        "--name",
        "Tariq Zuhayr al-Qarmadi",
        "--dir",
        &to,
    ])
    .with(0, &["DMi.001"]);
    restore(&house, &out, &to, &[]).with(1, &["already holds a node"]);

    // The key came to another place: the new node's config says where.
    let moved = text(&house.path("key.moved"));
    std::fs::rename(house.path("key"), &moved).unwrap();
    let other = text(&house.path("r2"));
    restore(&house, &out, &other, &[]).with(2, &["could not be read", "--key-file"]);
    restore(&house, &out, &other, &["--key-file", &moved]).with(0, &[]);
    comity(&["officer", "list", "--dir", &other]).with(0, &["ada"]);
}

#[test]
fn a_changed_backup_is_refused_by_file() {
    let house = filled();
    let out = text(&house.path("b"));
    house.run(&["backup", "make", "--out", &out]).with(0, &[]);
    let to = text(&house.path("r"));
    let rows = house.path("b/rows");
    let blob = house.path("b/blobs");
    let first = |folder: &Path| folder.join(names(folder).first().unwrap());
    for path in [first(&rows), first(&blob)] {
        let good = std::fs::read(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let mut bad = good.clone();
        bad.push(b' ');
        std::fs::write(&path, &bad).unwrap();
        restore(&house, &out, &to, &[]).with(1, &[&name, "not what the backup wrote"]);
        std::fs::remove_file(&path).unwrap();
        restore(&house, &out, &to, &[]).with(1, &[&name, "is missing"]);
        std::fs::write(&path, &good).unwrap();
    }
    std::fs::write(rows.join("more.jsonl"), "").unwrap();
    restore(&house, &out, &to, &[]).with(1, &["more.jsonl", "added later"]);
    std::fs::remove_file(rows.join("more.jsonl")).unwrap();
    let other = house.file("other-key", format!("{}\n", "ab".repeat(32)).as_bytes());
    restore(&house, &out, &to, &["--key-file", &other]).with(2, &["does not open"]);
    restore(&house, &text(&house.path("n")), &to, &[]).with(2, &["this is no backup"]);
    assert!(!Path::new(&to).exists());
    assert!(!names(house.root.path()).iter().any(|n| n.contains(".new-")));
    restore(&house, &out, &to, &[]).with(0, &[]);
}
