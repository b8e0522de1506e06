use super::*;
use crate::dice::SystemDice;

const CHEAP: Cost = Cost {
    memory_kib: 8 << 10,
    passes: 1,
    lanes: 1,
};

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn lock(passphrase: &str) -> Lock {
    Lock {
        unlock: Unlock::passphrase(passphrase),
        cost: CHEAP,
    }
}

fn state() -> StateCode {
    "XA".parse().unwrap()
}

fn made(now: Timestamp) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let tls = NewAuthority {
        key: Zeroizing::new(vec![1]),
        certificate: vec![2],
    };
    let ids = ["ca".parse().unwrap(), "fiu".parse().unwrap()];
    let lock = lock("correct horse battery");
    KeyFiles::create(dir.path(), &ids, &lock, tls, (now, &mut SystemDice)).unwrap();
    dir
}

#[test]
fn a_wrong_passphrase_and_a_damaged_chest_are_said_and_nothing_is_touched() {
    let dir = made(at("2026-11-21T20:00:00Z"));
    let folder = dir.path().join(FOLDER);
    let open = |passphrase| KeyFiles::open(dir.path(), &state(), lock(passphrase));
    let keys = open("correct horse battery").unwrap();
    assert_eq!(keys.authorities().count(), 2);
    assert!(keys.root().is_some() && keys.authority(&"ca".parse().unwrap()).is_some());
    assert!(keys.authority(&"court".parse().unwrap()).is_none());

    let whole = std::fs::read(folder.join(NODE_FILE)).unwrap();
    let error = open("correct house battery").unwrap_err();
    assert!(matches!(&error, Error::Locked { path } if path.ends_with(NODE_FILE)));
    assert!(
        error.line().contains("nothing was touched"),
        "{}",
        error.line()
    );
    assert_eq!(std::fs::read(folder.join(NODE_FILE)).unwrap(), whole);
    let lock_file = Lock::from(Unlock::KeyFile(Zeroizing::new([7; 32])));
    assert!(matches!(
        KeyFiles::open(dir.path(), &state(), lock_file),
        Err(Error::Locked { .. })
    ));

    for length in [0, 1, 40, whole.len() - 1] {
        std::fs::write(folder.join(NODE_FILE), &whole[..length]).unwrap();
        let error = open("correct horse battery").unwrap_err();
        assert!(matches!(error, Error::Keys { .. }), "{length}: {error:?}");
        assert!(
            error.line().contains("restore it from its copy"),
            "{}",
            error.line()
        );
    }
    let mut changed = whole.clone();
    *changed.last_mut().unwrap() ^= 1;
    std::fs::write(folder.join(NODE_FILE), changed).unwrap();
    assert!(matches!(
        open("correct horse battery"),
        Err(Error::Locked { .. })
    ));
}

#[test]
fn an_absent_root_is_offline() {
    let dir = made(at("2026-11-21T20:00:00Z"));
    let root = dir.path().join(FOLDER).join(ROOT_FILE);
    let keys = KeyFiles::open(dir.path(), &state(), lock("correct horse battery")).unwrap();
    let id = keys.root().unwrap().public().key_id();
    let safe = dir.path().join("stick");
    std::fs::rename(&root, &safe).unwrap();
    assert!(keys.root().is_none() && matches!(keys.open_root(), Ok(None)));
    std::fs::rename(&safe, &root).unwrap();
    assert_eq!(keys.root().unwrap().public().key_id(), id);
}

#[test]
fn weekly_keys_turn_with_the_clock() {
    let dir = made(at("2026-11-21T20:00:00Z"));
    let open = || KeyFiles::open(dir.path(), &state(), lock("correct horse battery")).unwrap();
    let keys = open();
    let first = keys.weekly_keys().first().unwrap().clone();
    let id = first.public.key_id();
    assert_eq!(keys.weekly_keys().len(), 5, "this week and four ahead");
    assert_eq!(first.from, at("2026-11-16T00:00:00Z"));
    for (now, turned, count, has_first) in [
        ("2026-11-22T23:59:59Z", false, 5, true),
        ("2026-11-23T00:00:00Z", true, 6, true),
        ("2026-11-23T00:01:00Z", false, 6, true),
        // The week ended on the 23rd; 37 days later its key goes: five weeks were made in between.
        ("2026-12-29T23:59:59Z", true, 11, true),
        ("2026-12-30T00:00:00Z", true, 10, false),
    ] {
        assert_eq!(keys.rotate(at(now), &mut SystemDice), Ok(turned), "{now}");
        let (weekly, again) = (keys.weekly_keys(), open());
        assert_eq!(
            (weekly.len(), keys.weekly(&id).is_some()),
            (count, has_first),
            "{now}"
        );
        assert_eq!(again.weekly_keys(), weekly, "{now}: what is on disk");
        assert_eq!(again.weekly(&id).is_some(), has_first);
    }
}

#[test]
fn a_disk_that_refuses_leaves_the_old_keys() {
    let dir = made(at("2026-11-21T20:00:00Z"));
    let keys = KeyFiles::open(dir.path(), &state(), lock("correct horse battery")).unwrap();
    let before = keys.weekly_keys();
    let folder = dir.path().join(FOLDER);
    std::fs::rename(&folder, dir.path().join("away")).unwrap();
    let turned = keys.rotate(at("2026-12-30T00:00:00Z"), &mut SystemDice);
    assert!(turned.unwrap_err().contains("weekly.chest"));
    assert_eq!(keys.weekly_keys(), before);
}
