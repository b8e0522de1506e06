use std::sync::Mutex;

use rustls::ProtocolVersion;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio_rustls::{TlsAcceptor, TlsConnector};

use super::*;

const NOW: &str = "2026-11-21T20:00:00Z";

/// A clock that stands where it is put.
struct Stopped(Mutex<Timestamp>);

impl Stopped {
    fn at(text: &str) -> Arc<Self> {
        Arc::new(Self(Mutex::new(text.parse().unwrap())))
    }
}

impl Clock for Stopped {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }

    fn ran(&self) -> SignedDuration {
        SignedDuration::ZERO
    }
}

fn state(code: &str) -> StateCode {
    code.parse().unwrap()
}

fn authority(code: &str) -> Authority {
    let now = "2026-01-01T00:00:00Z".parse().unwrap();
    let (key, certificate) = Authority::generate(&state(code), now).unwrap();
    Authority::open(&state(code), &key, &certificate).unwrap()
}

fn leaf(authority: Authority, made: &str) -> Arc<Leaf> {
    Leaf::new(
        authority,
        vec!["localhost".into(), "127.0.0.1".into()],
        made.parse().unwrap(),
    )
    .unwrap()
}

fn address(code: &str, leaf: &Leaf) -> Address {
    Address {
        state: state(code),
        endpoint: "https://localhost:1".into(),
        tls_ca: leaf.authority().digest(),
    }
}

/// Shake hands and send a byte each way; which State the server saw.
async fn shake(
    client: Arc<ClientConfig>,
    server: Arc<ServerConfig>,
    pins: &Pins,
) -> std::result::Result<Option<StateCode>, String> {
    let (near, far) = tokio::io::duplex(64 << 10);
    let serve = async {
        let mut tls = TlsAcceptor::from(server)
            .accept(far)
            .await
            .map_err(|e| e.to_string())?;
        let session = tls.get_ref().1;
        assert_eq!(session.protocol_version(), Some(ProtocolVersion::TLSv1_3));
        let who = pins.who(&session.peer_certificates().unwrap()[0]);
        tls.write_all(b"!").await.map_err(|e| e.to_string())?;
        tls.flush().await.map_err(|e| e.to_string())?;
        Ok(who)
    };
    let ask = async {
        let name = rustls_pki_types::ServerName::try_from("any.invalid").unwrap();
        let mut tls = TlsConnector::from(client)
            .connect(name, near)
            .await
            .map_err(|e| e.to_string())?;
        tls.read_u8().await.map_err(|e| e.to_string())
    };
    let (served, asked) = tokio::join!(serve, ask);
    asked?;
    served
}

#[tokio::test]
async fn only_pinned_peers_come_in_and_only_the_right_node_is_spoken_to() {
    let clock = Stopped::at(NOW);
    let (ours, theirs) = (leaf(authority("XA"), NOW), leaf(authority("XB"), NOW));
    let impostor = leaf(authority("XB"), NOW);
    let old = leaf(authority("XB"), "2026-11-14T19:00:00Z");
    let early = leaf(authority("XB"), "2026-11-21T21:00:00Z");
    let pins = Arc::new(Pins::default());
    let digest = |leaf: &Leaf| leaf.authority().digest();
    pins.set(
        [&theirs, &old, &early]
            .map(|leaf| (digest(leaf), state("XB")))
            .into_iter()
            .collect(),
    );
    let server = |leaf| peers_config(leaf, &pins, clock.clone()).unwrap();
    let client = |to: &Address, leaf| client_config(to, leaf, clock.clone()).unwrap();
    let to_us = address("XA", &ours);

    for (who, shows, accepted) in [
        ("a pinned peer", &theirs, Ok(Some(state("XB")))),
        (
            "a stranger with the peer's name",
            &impostor,
            Err("UnknownCA"),
        ),
        ("ourselves", &ours, Err("UnknownCA")),
        ("an expired certificate", &old, Err("CertificateExpired")),
        (
            "a certificate of tomorrow",
            &early,
            Err("CertificateExpired"),
        ),
    ] {
        let found = shake(client(&to_us, shows), server(&ours), &pins).await;
        match (&found, accepted) {
            (Ok(found), Ok(accepted)) => assert_eq!(*found, accepted, "{who}"),
            (Err(found), Err(says)) => assert!(found.contains(says), "{who}: {found}"),
            _ => panic!("{who}: {found:?}"),
        }
    }
    for (who, to, answers, says) in [
        (
            "another State at the address",
            address("XA", &theirs),
            &ours,
            "UnknownIssuer",
        ),
        (
            "the authority under another name",
            address("XB", &ours),
            &ours,
            "not valid for name",
        ),
        ("an expired node", address("XA", &old), &old, "expired"),
    ] {
        let found = shake(client(&to, &theirs), server(answers), &pins).await;
        assert!(
            found.as_ref().is_err_and(|e| e.contains(says)),
            "{who}: {found:?}"
        );
    }

    pins.set(std::collections::HashMap::new());
    let found = shake(client(&to_us, &theirs), server(&ours), &pins).await;
    assert!(found.is_err(), "no longer pinned: {found:?}");
}

#[tokio::test]
async fn a_chain_of_our_own_making_is_refused() {
    let clock = Stopped::at(NOW);
    let (ours, theirs) = (leaf(authority("XA"), NOW), leaf(authority("XB"), NOW));
    let pins = Arc::new(Pins::default());
    pins.set([(theirs.authority().digest(), state("XB"))].into());
    let server = peers_config(&ours, &pins, clock.clone()).unwrap();
    // A stranger's leaf with the pinned authority's certificate, which everybody can see, behind it.
    let forged = leaf(authority("XB"), NOW);
    {
        let mut held = forged.held.write().unwrap();
        let mut key = (*held.key).clone();
        key.cert[1] = theirs.authority().certificate.clone();
        held.key = Arc::new(key);
    }
    let client = client_config(&address("XA", &ours), &forged, clock.clone()).unwrap();
    let found = shake(client, Arc::clone(&server), &pins).await;
    assert!(found.is_err_and(|e| e.contains("AlertReceived") || e.contains("alert")));

    // No certificate at all.
    let verifier = Arc::new(OfPeer::new(&address("XA", &ours), provider()).unwrap());
    let bare = ClientConfig::builder_with_details(provider(), Arc::new(Time(clock)))
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_no_client_auth();
    let found = shake(Arc::new(bare), server, &pins).await;
    assert!(found.is_err_and(|e| e.contains("CertificateRequired")));
}

/// A ClientHello as a TLS 1.2 client sends it.
fn hello_of_tls_12() -> Vec<u8> {
    let groups = [0, 10, 0, 4, 0, 2, 0, 0x1d];
    let signatures = [0, 13, 0, 4, 0, 2, 4, 3];
    let extensions = [groups, signatures].concat();
    let mut body = vec![3, 3];
    body.extend([7; 32]);
    body.extend([0, 0, 4, 0xc0, 0x2b, 0xc0, 0x2f, 1, 0]);
    body.extend([0, u8::try_from(extensions.len()).unwrap()]);
    body.extend(extensions);
    let length = u8::try_from(body.len()).unwrap();
    [vec![0x16, 3, 1, 0, length + 4, 1, 0, 0, length], body].concat()
}

#[tokio::test]
async fn tls_12_and_classical_key_exchange_are_refused() {
    let clock = Stopped::at(NOW);
    let (ours, theirs) = (leaf(authority("XA"), NOW), leaf(authority("XB"), NOW));
    let pins = Arc::new(Pins::default());
    pins.set([(theirs.authority().digest(), state("XB"))].into());
    let server = peers_config(&ours, &pins, clock.clone()).unwrap();

    let (mut near, far) = tokio::io::duplex(64 << 10);
    near.write_all(&hello_of_tls_12()).await.unwrap();
    assert!(
        TlsAcceptor::from(Arc::clone(&server))
            .accept(far)
            .await
            .is_err()
    );
    let mut alert = Vec::new();
    near.read_to_end(&mut alert).await.unwrap();
    assert_eq!(
        (alert[0], alert.last()),
        (0x15, Some(&70)),
        "alert protocol_version: {alert:?}"
    );

    let mut classical = (*client_config(&address("XA", &ours), &theirs, clock).unwrap()).clone();
    let verifier = Arc::new(OfPeer::new(&address("XA", &ours), provider()).unwrap());
    let mut provider = (*provider()).clone();
    provider.kx_groups = vec![aws_lc_rs::kx_group::X25519];
    classical = ClientConfig::builder_with_provider(Arc::new(provider))
        .with_protocol_versions(&[&TLS13])
        .unwrap()
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_client_cert_resolver(Arc::clone(&classical.client_auth_cert_resolver));
    let found = shake(Arc::new(classical), server, &pins).await;
    assert!(found.is_err_and(|e| e.contains("HandshakeFailure")));
}

#[test]
fn renewed_at_half_life() {
    let leaf = leaf(authority("XA"), NOW);
    let first = leaf.current();
    let at = |text: &str| leaf.renew_if_due(text.parse().unwrap()).unwrap();
    assert!(!at("2026-11-25T07:59:59Z"));
    assert!(Arc::ptr_eq(&first, &leaf.current()));
    assert!(at("2026-11-25T08:00:00Z"), "after three days and a half");
    assert!(!Arc::ptr_eq(&first, &leaf.current()));
    assert_ne!(first.cert[0], leaf.current().cert[0]);
    assert_eq!(first.cert[1], leaf.current().cert[1], "the authority stays");
    assert!(!at("2026-11-25T08:00:01Z"));
}
