use std::sync::Mutex;

use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use model::{Actor, StateCode};
use office::peers::{self, AddPeer};
use office::{Address, Post as _, PostError};

use super::*;
use crate::init::{Initialised, init, tests::options};

/// The machine's clock, put forward.
#[derive(Default)]
struct Ahead(Mutex<SignedDuration>);

impl Clock for Ahead {
    fn now(&self) -> Timestamp {
        SystemClock.now() + *self.0.lock().unwrap()
    }

    fn ran(&self) -> SignedDuration {
        SystemClock.ran() + *self.0.lock().unwrap()
    }
}

fn key() -> Unlock {
    Unlock::KeyFile(zeroize::Zeroizing::new([9; 32]))
}

async fn made(code: &str, parent: &Path) -> Initialised {
    init(options(code, &parent.join(code))).await.unwrap()
}

async fn started(made: &Initialised) -> Node {
    let config = Config::load(&made.dir).unwrap();
    Node::start(&made.dir, config, key()).await.unwrap()
}

async fn pin(node: &Node, other: &Initialised) {
    let office = node.office();
    let offered = peers::offered(office, &other.card).unwrap();
    let (card, fingerprint) = (other.card.clone(), offered.fingerprint);
    let act = AddPeer {
        act: office.new_act(),
        card,
        fingerprint,
    };
    peers::add(office, &Actor::operator(office.state()), act)
        .await
        .unwrap();
}

fn address(node: &Node, made: &Initialised) -> Address {
    let open = seal::card::open_card_undated(&made.card).unwrap();
    Address {
        state: made.state.clone(),
        endpoint: node.peers_url().to_owned(),
        tls_ca: open.card.tls_ca,
    }
}

fn post(node: &Node) -> HttpPost {
    HttpPost::new(Arc::clone(&node.opened.leaf), Arc::new(SystemClock))
}

/// Longer than a busy machine takes for what an idle one does at once.
const LONG: Duration = Duration::from_secs(30);

/// Ask until the pin has arrived in the listener's copy.
async fn card_of(post: &HttpPost, to: &Address) -> std::result::Result<Bytes, PostError> {
    let began = std::time::Instant::now();
    loop {
        match post.log(to, "card").await {
            Ok(answer) => {
                assert_eq!(answer.status, 200);
                return Ok(answer.body);
            }
            Err(PostError::NotTrusted(_)) if began.elapsed() < LONG => {}
            Err(error) => return Err(error),
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn two_nodes_know_each_other_and_nobody_else() {
    let parent = tempfile::tempdir().unwrap();
    let (a, b) = (
        made("XA", parent.path()).await,
        made("XB", parent.path()).await,
    );
    let stranger = made("XA", &parent.path().join("elsewhere")).await;
    let (na, nb) = (started(&a).await, started(&b).await);
    let ns = started(&stranger).await;
    assert!(office::health::ready(na.office()).await.ok);
    assert!(na.pages_url().starts_with("http://localhost:"));

    // Before anybody is pinned nobody comes in.
    let to_b = address(&nb, &b);
    let refused = post(&na).log(&to_b, "card").await;
    assert!(
        matches!(refused, Err(PostError::NotTrusted(_))),
        "{refused:?}"
    );

    pin(&na, &b).await;
    pin(&nb, &a).await;
    let line = post(&na);
    assert_eq!(card_of(&line, &to_b).await.unwrap(), b.card);
    assert_eq!(
        card_of(&post(&nb), &address(&na, &a)).await.unwrap(),
        a.card
    );
    // The kept connection serves the next one, and every verb finds its path.
    assert_eq!(line.log(&to_b, "leaflet").await.unwrap().status, 200);
    assert_eq!(line.log(&to_b, "no/such/tile").await.unwrap().status, 404);
    let root = seal::sha256(b"x");
    assert_eq!(line.missing(&to_b, root).await.unwrap().status, 404);
    assert_eq!(line.pull(&to_b, 1, 0).await.unwrap().status, 200);
    let put = line
        .segment(&to_b, (root, 0), vec![root, root], Bytes::from_static(b"x"))
        .await;
    assert!(matches!(put.unwrap().status, 400..=499));
    let refused = line
        .envelope(&to_b, Bytes::from_static(b"no envelope"))
        .await
        .unwrap();
    assert!(matches!(refused.status, 400..=499), "{refused:?}");

    // Another node that calls itself XA, with a card of its own, is a stranger.
    let refused = post(&ns).log(&to_b, "card").await;
    assert!(
        matches!(refused, Err(PostError::NotTrusted(_))),
        "{refused:?}"
    );
    // And we do not speak to a node that is not the one of the card.
    let wrong = Address {
        tls_ca: address(&ns, &stranger).tls_ca,
        ..address(&na, &a)
    };
    let refused = post(&nb).log(&wrong, "card").await;
    assert!(
        matches!(refused, Err(PostError::NotTrusted(_))),
        "{refused:?}"
    );

    let stopped = tokio::time::timeout(LONG, nb.stop()).await;
    assert!(stopped.is_ok(), "an idle node stops");
    let gone = line.log(&to_b, "card").await;
    assert!(matches!(gone, Err(PostError::Unreachable(_))), "{gone:?}");
    let nb = self::started(&b).await;
    assert_eq!(
        card_of(&line, &to_b).await.unwrap(),
        b.card,
        "pins and port outlive a restart"
    );
    tokio::join!(na.stop(), nb.stop(), ns.stop());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_whose_exchange_is_stopped_is_let_go_with_its_open_line() {
    let parent = tempfile::tempdir().unwrap();
    let (a, b) = (
        made("XA", parent.path()).await,
        made("XB", parent.path()).await,
    );
    let (na, nb) = (started(&a).await, started(&b).await);
    pin(&na, &b).await;
    pin(&nb, &a).await;
    let (line, to_b) = (post(&na), address(&nb, &b));
    assert_eq!(card_of(&line, &to_b).await.unwrap(), b.card);
    let act = office::peers::SuspendPeer {
        act: nb.office().new_act(),
        state: na.office().state().clone(),
        reason: model::state::SuspendReason::Ordered,
    };
    let operator = model::Actor::operator(nb.office().state());
    office::peers::suspend(nb.office(), &operator, act)
        .await
        .unwrap();
    let began = std::time::Instant::now();
    while post(&na).log(&to_b, "card").await.is_ok() {
        assert!(began.elapsed() < LONG, "it still comes in");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(
        line.log(&to_b, "card").await.is_err(),
        "nor does a kept line"
    );
    pin(&nb, &a).await;
    assert_eq!(card_of(&post(&na), &to_b).await.unwrap(), b.card);
    tokio::join!(na.stop(), nb.stop());
}

#[tokio::test(flavor = "multi_thread")]
async fn the_certificate_is_renewed_without_a_restart() {
    let parent = tempfile::tempdir().unwrap();
    let (a, b) = (
        made("XA", parent.path()).await,
        made("XB", parent.path()).await,
    );
    let clock = Arc::new(Ahead::default());
    let mut start = Start::new(&b.dir, Config::load(&b.dir).unwrap(), key());
    start.clock = Arc::clone(&clock) as Arc<dyn Clock>;
    let nb = Node::start_with(start).await.unwrap();
    let na = started(&a).await;
    pin(&nb, &a).await;
    let leaf = nb.opened.leaf.clone();
    let first = leaf.current();
    *clock.0.lock().unwrap() = SignedDuration::from_hours(24 * 6);
    let began = std::time::Instant::now();
    while leaf.current().cert == first.cert {
        assert!(began.elapsed() < LONG, "it is not renewed");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(
        !leaf.renew_if_due(clock.now()).unwrap(),
        "it was renewed already"
    );
    // Our clock stands six days back: the certificate that B shows now is not valid yet for us, nor would the old one be
    // for B. With one clock both are.
    let line = HttpPost::new(
        Arc::clone(&na.opened.leaf),
        Arc::clone(&clock) as Arc<dyn Clock>,
    );
    assert_eq!(card_of(&line, &address(&nb, &b)).await.unwrap(), b.card);
    tokio::join!(na.stop(), nb.stop());
}

#[tokio::test]
async fn a_node_that_cannot_start_says_why() {
    let parent = tempfile::tempdir().unwrap();
    let a = made("XA", parent.path()).await;
    let config = || Config::load(&a.dir).unwrap();
    let line = |node: Result<Node>| node.err().unwrap().line();

    let wrong = Unlock::KeyFile(zeroize::Zeroizing::new([1; 32]));
    let error = line(Node::start(&a.dir, config(), wrong).await);
    assert!(
        error.contains("does not open") && error.contains("node.chest"),
        "{error}"
    );
    let error = Config::load(parent.path()).unwrap_err().line();
    assert!(error.contains("comity init"), "{error}");

    let mut open = config();
    open.pages.listen = "0.0.0.0:0".into();
    let error = line(Node::start(&a.dir, open, key()).await);
    assert!(error.contains("loopback"), "{error}");

    let mut free = config();
    (free.pages.listen, free.peers.listen) = ("127.0.0.1:0".into(), "127.0.0.1:0".into());
    free.peers.url.clear();
    let node = Node::start(&a.dir, free.clone(), key()).await.unwrap();
    assert!(!node.pages_url().ends_with(":0") && !node.peers_url().ends_with(":0"));
    let error = line(Node::start(&a.dir, free.clone(), key()).await);
    assert!(error.contains("another comity process"), "{error}");
    let mut taken = free.clone();
    taken.pages.listen = node.pages_url().replace("http://localhost", "127.0.0.1");
    let error = line(Node::start(&a.dir, taken, key()).await);
    assert!(
        error.contains("pages") && error.contains("in use"),
        "{error}"
    );
    node.stop().await;

    let state: StateCode = "XB".parse().unwrap();
    free.state = state.to_string();
    let error = line(Node::start(&a.dir, free.clone(), key()).await);
    assert!(error.contains("two States"), "{error}");
    std::fs::write(a.dir.join("state.json"), "{\"profile\": 1").unwrap();
    let error = line(Node::start(&a.dir, free, key()).await);
    assert!(
        error.contains("state.json") && error.contains("line 1"),
        "{error}"
    );
}
