//! Making a node, its card, its peers, its people, its settings.

use crate::comity::{House, comity, names, ports, text};

#[test]
fn a_node_is_made_once_and_whole() {
    let house = House::new("XA");
    let before = names(std::path::Path::new(&house.dir));
    for name in ["comity.toml", "keys", "state.json"] {
        assert!(before.contains(&name.to_owned()), "{before:?}");
    }
    let (key, dir) = (text(&house.path("other")), house.dir.clone());
    comity(&["init", "--state", "XB", "--dir", &dir, "--key-file", &key])
        .with(1, &["already holds a node", "nothing was touched"]);
    assert_eq!(names(std::path::Path::new(&house.dir)), before);
    assert_eq!(names(house.root.path()), ["key", "n"]);
}

#[test]
fn what_cannot_be_a_node_leaves_nothing() {
    let root = tempfile::tempdir().unwrap();
    let path = |name: &str| text(&root.path().join(name));
    std::fs::write(path("short"), "too short\n").unwrap();
    std::fs::write(path("long"), "a passphrase of many words\n").unwrap();
    std::fs::write(path("broken.json"), "{\"code\": \"XQ\",").unwrap();
    std::fs::write(path("other.json"), "{\"states\": []}").unwrap();
    let dir = path("n");
    let (short, long) = (path("short"), path("long"));
    let (broken, other) = (path("broken.json"), path("other.json"));
    for (arguments, code, words) in [
        (
            vec!["--state", "XA", "--passphrase-file", &short],
            2,
            vec!["at least 12 characters"],
        ),
        (
            vec!["--state", "XA"],
            2,
            vec!["no terminal to ask for the passphrase"],
        ),
        (vec!["--state", "x"], 2, vec!["--state"]),
        (
            vec!["--state", "XA", "--passphrase-file", &long, "--host", "a b"],
            2,
            vec!["--host"],
        ),
        (
            vec![
                "--state",
                "XQ",
                "--passphrase-file",
                &long,
                "--profile",
                &broken,
            ],
            2,
            vec!["broken.json", "not JSON", "line 1"],
        ),
        (
            vec![
                "--state",
                "XQ",
                "--passphrase-file",
                &long,
                "--profile",
                &other,
            ],
            2,
            vec!["there is no State XQ in it"],
        ),
    ] {
        let arguments = [vec!["init", "--dir", &dir], arguments].concat();
        comity(&arguments).with(code, &words);
        assert!(!root.path().join("n").exists(), "{arguments:?}");
    }
    assert_eq!(names(root.path()).len(), 4);
}

#[test]
fn a_state_without_a_profile_says_what_is_missing() {
    let root = tempfile::tempdir().unwrap();
    let dir = text(&root.path().join("n"));
    let key = text(&root.path().join("key"));
    let (pages, peers) = ports();
    comity(&[
        "init",
        "--state",
        "XQ",
        "--dir",
        &dir,
        "--key-file",
        &key,
        "--pages-port",
        &pages,
        "--peers-port",
        &peers,
        "--host",
        "node.xq.example",
    ])
    .with(
        0,
        &["central authority \"ca\"", "--profile", "duty telephone"],
    );
    let url = format!("https://node.xq.example:{peers}");
    comity(&["card", "show", "--dir", &dir]).with(0, &["XQ", &url, "authority     ca"]);
}

#[test]
fn a_wrong_passphrase_touches_nothing() {
    let root = tempfile::tempdir().unwrap();
    let path = |name: &str| text(&root.path().join(name));
    std::fs::write(path("pass"), "the lamps are lit at dusk\n").unwrap();
    let (dir, pass) = (path("n"), path("pass"));
    let (pages, peers) = ports();
    comity(&[
        "init",
        "--state",
        "XA",
        "--dir",
        &dir,
        "--passphrase-file",
        &pass,
        "--pages-port",
        &pages,
        "--peers-port",
        &peers,
    ])
    .with(0, &[]);
    comity(&["card", "show", "--dir", &dir]).with(0, &["State", "XA"]);
    std::fs::write(path("pass"), "the lamps are lit at dawn\n").unwrap();
    let words = [
        "the passphrase or key file does not open",
        "node.chest",
        "nothing was touched",
    ];
    comity(&["card", "show", "--dir", &dir]).with(2, &words);
    comity(&["serve", "--dir", &dir]).with(2, &words);
}

#[test]
fn a_malformed_config_names_the_key() {
    let house = House::new("XA");
    let path = house.path("n/comity.toml");
    let good = std::fs::read_to_string(&path).unwrap();
    for (config, words) in [
        (format!("colour = 1\n{good}"), vec!["comity.toml", "colour"]),
        (
            good.replace("127.0.0.1", "nowhere"),
            vec!["comity.toml: pages.listen", "address and a port"],
        ),
        (
            good.replace("passwords = true", "passwords = 7"),
            vec!["comity.toml", "passwords"],
        ),
        ("][".to_owned(), vec!["comity.toml", "line 1"]),
    ] {
        std::fs::write(&path, config).unwrap();
        house.run(&["config", "show"]).with(2, &words);
        house.run(&["serve"]).with(2, &words);
        house.run(&["card", "show"]).with(2, &words);
    }
    std::fs::write(&path, good).unwrap();
    house
        .run(&["config", "show"])
        .with(0, &["pages.listen", "COMITY_PAGES_LISTEN"]);
    comity(&["config", "show"]).with(0, &["store.url", "this is the default"]);
    comity(&["card", "show", "--dir", &text(&house.path(""))])
        .with(2, &["no node here", "comity init"]);
}

#[test]
fn two_states_pin_each_other() {
    let (a, b) = (House::new("XA"), House::new("XB"));
    let card = text(&b.path("b.card"));
    let shown = b
        .run(&["card", "show", "--out", &card])
        .with(0, &["Belmora", "card number", "valid until"]);
    let digits: String = shown
        .out
        .lines()
        .skip_while(|line| !line.starts_with("fingerprint"))
        .take(2)
        .flat_map(|line| line.chars().filter(char::is_ascii_digit))
        .collect();
    assert_eq!(digits.len(), 60, "{}", shown.out);
    a.run(&["peer", "list"]).with(0, &["no peer yet"]);
    a.run(&["peer", "add", &card]).with(
        2,
        &["no terminal to confirm on", "--fingerprint", "Belmora"],
    );
    a.run(&["peer", "add", &card, "--fingerprint", &"1".repeat(60)])
        .with(1, &["FINGERPRINT"]);
    a.run(&["peer", "list"]).with(0, &["no peer yet"]);
    a.run(&["peer", "add", &card, "--fingerprint", &digits])
        .with(0, &["XB is pinned"]);
    a.run(&["peer", "list"]).with(0, &["XB https://"]);
    b.run(&["peer", "add", &card, "--fingerprint", &digits])
        .with(1, &["OWN-CARD"]);
    let not_a_card = a.file("x.card", b"\xd2\x84not a card");
    a.run(&["peer", "add", &not_a_card, "--fingerprint", &digits])
        .with(2, &["x.card", "no State card"]);
}

#[test]
fn the_root_signs_the_next_card_and_is_missed_when_away() {
    let house = House::new("XA");
    house
        .run(&["card", "renew"])
        .with(0, &["card number   2", "in force"]);
    std::fs::remove_file(house.path("n/keys/root.chest")).unwrap();
    house
        .run(&["card", "renew"])
        .with(2, &["root key", "bring it"]);
    house.run(&["card", "show"]).with(0, &["card number   2"]);
}

#[test]
fn the_first_officer_is_made_on_the_machine() {
    let house = House::new("XA");
    let password = house.file("password", b"many lamps in the harbour\n");
    let add = |login: &str, authority: &str, password: &str| {
        house.run(&[
            "officer",
            "add",
            "--login",
            login,
            "--name",
            "Ada Lind",
            "--role",
            "administrator",
            "--role",
            "auditor",
            "--authority",
            authority,
            "--password-file",
            password,
        ])
    };
    house.run(&["officer", "list"]).with(0, &["no officer yet"]);
    add("ada", "ca", &password).with(0, &["ada is added"]);
    add("ada", "ca", &password).with(1, &["LOGIN-TAKEN", "already has this login"]);
    add("eva", "nowhere", &password).with(2, &["no authority of that name"]);
    let short = house.file("short", b"short\n");
    add("eva", "ca", &short).with(2, &["at least 12 characters"]);
    house
        .run(&[
            "officer", "add", "--login", "x", "--name", "x", "--role", "king",
        ])
        .with(2, &["king", "case_officer"]);
    let listed = house.run(&["officer", "list"]);
    listed.with(0, &["ada", "administrator", "auditor", "Ada Lind"]);
    house
        .run(&["ledger", "show"])
        .with(0, &["officer.added", "system:operator"]);
}

#[test]
fn the_doctor_looks_at_machine_and_node() {
    comity(&["doctor"]).with(0, &["fonts", "clock", "disk"]);
    let house = House::new("XA");
    house.run(&["doctor"]).with(
        0,
        &[
            "SQLite",
            "root.chest",
            "State card 1 ends in",
            "no list",
            "ledger",
        ],
    );
    use std::os::unix::fs::PermissionsExt as _;
    let open = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(&house.dir, open).unwrap();
    house.run(&["doctor"]).with(1, &["BAD", "chmod 700"]);
}
