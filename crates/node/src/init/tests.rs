use super::*;
use jiff::civil::Date;

pub(crate) fn options(code: &str, dir: &Path) -> InitOptions {
    let directory = model::state::demo(Date::constant(2026, 11, 21)).unwrap();
    let state: StateCode = code.parse().unwrap();
    let key = Unlock::KeyFile(zeroize::Zeroizing::new([9; 32]));
    let authorities = directory.authorities(&state).cloned().collect();
    let profile = directory.state(&state).unwrap().clone();
    let mut options = InitOptions::new(dir.to_owned(), profile, authorities, key);
    choose_ports(&mut options.config).unwrap();
    options
}

fn left(dir: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(dir)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_node_is_made_whole() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("xa");
    // What an init that was killed left behind, and one that is still at work.
    std::fs::create_dir(parent.path().join("xa.new-dead")).unwrap();
    std::fs::write(parent.path().join("xa.new-dead/init.lock"), "").unwrap();
    std::fs::create_dir(parent.path().join("xa.new-busy")).unwrap();
    let busy = std::fs::File::create(parent.path().join("xa.new-busy/init.lock")).unwrap();
    busy.lock().unwrap();

    let made = init(options("XA", &dir)).await.unwrap();
    assert_eq!(left(parent.path()), ["xa", "xa.new-busy"]);
    let names = left(&dir);
    for name in [config::FILE, STATE_FILE, CARD_FILE, "keys", "comity.sqlite"] {
        assert!(names.iter().any(|n| n == name), "{name} in {names:?}");
    }
    assert!(
        !names
            .iter()
            .any(|n| n.contains("init") || n.contains(".new")),
        "{names:?}"
    );
    assert!(
        made.checkpoint.0 >= 2,
        "card and leaflet stand in the ledger"
    );
    assert_eq!(made.fingerprint.split(' ').count(), 12);

    let open = seal::card::open_card(&made.card, SystemClock.now()).unwrap();
    assert_eq!((open.card.sequence, open.card.previous), (1, None));
    let life = open.card.issued.duration_until(open.card.expires);
    assert!(life <= CARD_LIFE, "at most ninety days");
    let config = Config::load(&dir).unwrap();
    assert_eq!(open.card.endpoints[0].url, config.peers.url);
    assert_eq!(
        open.card.authorities.len(),
        StateFile::load(&dir).unwrap().authorities.len()
    );

    let before = std::fs::read(dir.join(config::FILE)).unwrap();
    let error = init(options("XA", &dir)).await.unwrap_err();
    assert!(
        error.line().contains("already holds a node"),
        "{}",
        error.line()
    );
    assert_eq!(std::fs::read(dir.join(config::FILE)).unwrap(), before);
    assert_eq!(left(&dir), names);
}

#[tokio::test]
async fn nothing_half_made_remains() {
    let parent = tempfile::tempdir().unwrap();
    let made = parent.path().join("made");
    std::fs::create_dir(&made).unwrap();
    for dir in [parent.path().join("absent"), made.clone()] {
        let mut options = options("XA", &dir);
        options.config.store.url = "postgres://nobody@127.0.0.1:1/none".into();
        init(options).await.unwrap_err();
        assert_eq!(left(parent.path()), ["made"], "{}", dir.display());
        assert!(left(&made).is_empty());
    }
    // A folder that the operator made and that is empty serves.
    init(options("XB", &made)).await.unwrap();
    assert!(left(&made).iter().any(|name| name == config::FILE));
    assert!(!left(&made).iter().any(|name| name.starts_with(".new")));

    let other = parent.path().join("other");
    std::fs::create_dir(&other).unwrap();
    std::fs::write(other.join("thesis.txt"), "x").unwrap();
    let error = init(options("XA", &other)).await.unwrap_err();
    assert!(error.line().contains("not empty"), "{}", error.line());
    assert_eq!(left(&other), ["thesis.txt"]);
}

#[tokio::test]
async fn what_cannot_be_is_said_before_anything_is_made() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("xa");
    type Spoil = fn(&mut InitOptions);
    let table: [(Spoil, &str); 5] = [
        (|o| o.config.peers.url.clear(), "peers.url"),
        (|o| o.config.pages.listen = "0.0.0.0:80".into(), "loopback"),
        (|o| o.config.state = "XB".into(), "two States"),
        (|o| o.authorities.clear(), "at least one authority"),
        (|o| o.authorities.push(o.authorities[0].clone()), "same id"),
    ];
    for (spoil, says) in table {
        let mut options = options("XA", &dir);
        spoil(&mut options);
        let error = init(options).await.unwrap_err().line();
        assert!(error.contains(says), "{error}");
    }
    assert!(left(parent.path()).is_empty());
}

#[tokio::test]
async fn the_next_card_follows_the_first() {
    let parent = tempfile::tempdir().unwrap();
    let dir = parent.path().join("xa");
    let options = options("XA", &dir);
    let unlock = options.unlock.clone();
    let made = init(options).await.unwrap();
    let keys = KeyFiles::open(&dir, &made.state, Lock::from(unlock)).unwrap();
    let now = SystemClock.now() + jiff::SignedDuration::from_hours(24);
    let next = sign_next(&made.card, &keys, now).unwrap();
    let held = seal::card::open_card(&made.card, now).unwrap();
    let open = seal::card::verify_next_card(&next, now, &held).unwrap();
    assert_eq!(open.card.sequence, 2);
    std::fs::remove_file(dir.join("keys/root.chest")).unwrap();
    let error = sign_next(&made.card, &keys, now).unwrap_err().line();
    assert!(error.contains("offline"), "{error}");
}
