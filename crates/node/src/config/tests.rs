use super::*;
use std::collections::BTreeSet;

fn none(_: &str) -> Option<String> {
    None
}

fn names(prefix: &str, table: &toml::Table, out: &mut BTreeSet<String>) {
    for (name, value) in table {
        match value {
            toml::Value::Table(inner) => names(&format!("{prefix}{name}."), inner, out),
            _ => drop(out.insert(format!("{prefix}{name}"))),
        }
    }
}

#[test]
fn every_key_is_explained_and_nothing_else() {
    let toml::Value::Table(table) = toml::Value::try_from(Config::default()).unwrap() else {
        panic!("a table")
    };
    let mut there = BTreeSet::new();
    names("", &table, &mut there);
    let explained: BTreeSet<String> = KEYS.iter().map(|k| k.name.to_owned()).collect();
    assert_eq!(there, explained);
    assert_eq!(explained.len(), KEYS.len());
    let variables: BTreeSet<&str> = KEYS.iter().map(|k| k.env).collect();
    assert_eq!(variables.len(), KEYS.len());
}

#[test]
fn a_written_config_reads_the_same() {
    let mut config = Config::of(&"XA".parse().unwrap());
    config.pages.listen = "127.0.0.1:0".into();
    config.keys.key_file = "C:\\odd \"name\"".into();
    config.authorities.single_officer = vec!["ca".into(), "fiu".into()];
    let text = config.file();
    assert_eq!(Config::read(&text, "x", &none).unwrap(), config);
    let shown = config.show();
    assert!(
        KEYS.iter()
            .all(|key| shown.contains(key.name) && shown.contains(key.env))
    );
}

#[test]
fn wrong_settings_are_named() {
    for (text, says) in [
        ("", "state"),
        ("state = \"XA\"\nlisten = 1", "listen"),
        ("state = \"XA\"\n[pages]\nlissten = \"x\"", "line 3"),
        ("state = \"xa\"", "capital"),
        (
            "state = \"XA\"\n[pages]\nlisten = \"0.0.0.0:80\"",
            "loopback",
        ),
        ("state = \"XA\"\n[pages]\nlisten = \"here\"", "pages.listen"),
        (
            "state = \"XA\"\n[pages]\ntls_key = \"k\"",
            "tls_certificate",
        ),
        ("state = \"XA\"\n[peers]\nurl = \"http://x\"", "https://"),
        (
            "state = \"XA\"\n[pages]\nzone = \"Nowhere/Here\"",
            "pages.zone",
        ),
        (
            "state = \"XA\"\n[keys]\nkey_file = \"a\"\npassphrase_file = \"b\"",
            "give one",
        ),
        (
            "state = \"XA\"\n[authorities]\nsingle_officer = [\"A B\"]",
            "single_officer",
        ),
        ("state = XA", "line 1"),
    ] {
        let error = Config::read(text, "comity.toml", &none).unwrap_err().line();
        assert!(
            error.contains(says) && error.contains("comity.toml"),
            "{text}: {error}"
        );
    }
}

#[test]
fn the_environment_overrides() {
    let env = |name: &str| match name {
        "COMITY_PAGES_LISTEN" => Some("127.0.0.1:9".to_owned()),
        "COMITY_LOG_JSON" => Some("true".to_owned()),
        "COMITY_SINGLE_OFFICER" => Some("ca, fiu".to_owned()),
        "COMITY_STATE" => Some("XB".to_owned()),
        _ => None,
    };
    let named = |name: &str| (name == "COMITY_KEY_FILE").then(|| "my.key".to_owned());
    let keys = Config::read("state = \"XA\"", "x", &named).unwrap().keys;
    assert_eq!(keys, keys_named(&named));
    assert!(Path::new(&keys.key_file).is_absolute() && keys.key_file.ends_with("/my.key"));
    assert_eq!(keys_named(&none), KeysAt::default());
    let config = Config::read("[log]\nlevel = \"warn\"", "x", &env).unwrap();
    assert_eq!((config.state.as_str(), config.log.json), ("XB", true));
    assert_eq!(config.pages.listen, "127.0.0.1:9");
    assert_eq!(config.authorities.single_officer, ["ca", "fiu"]);
    assert_eq!(config.log.level, "warn");
    let bad = |name: &str| (name == "COMITY_LOG_JSON").then(|| "perhaps".to_owned());
    let error = Config::read("state = \"XA\"", "x", &bad)
        .unwrap_err()
        .line();
    assert!(
        error.contains("COMITY_LOG_JSON") && error.contains("true or false"),
        "{error}"
    );
}

#[test]
fn the_demo_is_whole_unless_a_test_says_otherwise() {
    let whole = Rehearsal {
        evidence_bytes: 200 << 20,
        papers: true,
    };
    assert_eq!(rehearsal(&none).unwrap(), whole);
    let small = |name: &str| match name {
        "COMITY_DEMO_EVIDENCE_BYTES" => Some((24u64 << 20).to_string()),
        "COMITY_DEMO_PAPERS" => Some("0".to_owned()),
        _ => None,
    };
    let expected = Rehearsal {
        evidence_bytes: 24 << 20,
        papers: false,
    };
    assert_eq!(rehearsal(&small).unwrap(), expected);
    for wrong in ["0", "many", "1000"] {
        let env = |_: &str| Some(wrong.to_owned());
        let error = rehearsal(&env).unwrap_err().line();
        assert!(error.contains("COMITY_DEMO_EVIDENCE_BYTES"), "{error}");
    }
}
