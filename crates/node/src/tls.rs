//! The line between nodes: TLS 1.3 with certificates on both sides. Each State has its own TLS authority; a State card names
//! the SHA-256 of its certificate, so a peer is whoever shows a chain to exactly that one. No public authority has a say.
//!
//! The chain on the wire is the node's certificate and the authority's. Key exchange is hybrid post-quantum only: both ends
//! are ours. Certificates live seven days and are made anew at half life, in memory: their keys are never on disk.

mod pins;
mod verify;

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use model::{Digest, StateCode};
use office::{Address, Clock};
use rcgen::{
    BasicConstraints, CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa,
    Issuer, KeyPair, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256,
};
use rustls::client::{ResolvesClientCert, Resumption};
use rustls::crypto::{CryptoProvider, aws_lc_rs};
use rustls::server::{ClientHello, NoServerSessionStorage, ResolvesServerCert};
use rustls::sign::CertifiedKey;
use rustls::time_provider::TimeProvider;
use rustls::version::TLS13;
use rustls::{ClientConfig, ServerConfig, SignatureScheme};
use rustls_pki_types::pem::PemObject as _;
use rustls_pki_types::{CertificateDer, PrivateKeyDer, PrivatePkcs8KeyDer, UnixTime};
use zeroize::Zeroizing;

use crate::error::{Error, Result};
pub use pins::Pins;
use verify::{OfPeer, PeersOnly};

/// A node's certificate lives so long.
pub const LEAF_LIFE: SignedDuration = SignedDuration::from_hours(24 * 7);
/// It begins a little before it is made, for clocks that run behind.
const LEAF_EARLY: SignedDuration = SignedDuration::from_mins(10);
/// The authority's certificate lives as long as a card with another one has not replaced it.
const CA_LIFE: SignedDuration = SignedDuration::from_hours(24 * 3650);

/// The name a State's node is known by in its certificate, whatever its address is.
#[must_use]
pub fn state_name(state: &StateCode) -> String {
    format!("{}.comity.internal", state.as_str().to_lowercase())
}

/// The cryptography of the line: aws-lc, TLS 1.3 suites, hybrid key exchange only.
#[must_use]
pub fn provider() -> Arc<CryptoProvider> {
    let mut provider = aws_lc_rs::default_provider();
    provider.kx_groups = vec![
        aws_lc_rs::kx_group::X25519MLKEM768,
        aws_lc_rs::kx_group::SECP256R1MLKEM768,
    ];
    provider
        .cipher_suites
        .retain(|suite| suite.tls13().is_some());
    Arc::new(provider)
}

/// A State's TLS authority.
pub struct Authority {
    state: StateCode,
    issuer: Issuer<'static, KeyPair>,
    certificate: CertificateDer<'static>,
}

impl std::fmt::Debug for Authority {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Authority")
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

fn making(what: &'static str) -> impl Fn(rcgen::Error) -> Error {
    move |error| Error::tls(what, error)
}

fn dated(params: &mut CertificateParams, from: Timestamp, until: Timestamp) {
    let epoch = rcgen::date_time_ymd(1970, 1, 1);
    let since = |at: Timestamp| Duration::from_secs(u64::try_from(at.as_second()).unwrap_or(0));
    params.not_before = epoch + since(from);
    params.not_after = epoch + since(until);
}

fn authority_params(state: &StateCode) -> CertificateParams {
    let mut params = CertificateParams::default();
    let mut name = DistinguishedName::new();
    name.push(
        DnType::CommonName,
        format!("Comity TLS authority of {state}"),
    );
    params.distinguished_name = name;
    params.is_ca = IsCa::Ca(BasicConstraints::Constrained(0));
    params.key_usages = vec![KeyUsagePurpose::KeyCertSign, KeyUsagePurpose::CrlSign];
    params
}

impl Authority {
    /// A new authority: private key (PKCS#8) and certificate (DER).
    ///
    /// # Errors
    /// What the library says.
    pub fn generate(state: &StateCode, now: Timestamp) -> Result<(Zeroizing<Vec<u8>>, Vec<u8>)> {
        let failed = making("make the TLS authority");
        let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).map_err(&failed)?;
        let mut params = authority_params(state);
        dated(&mut params, now - LEAF_EARLY, now + CA_LIFE);
        let certificate = params.self_signed(&key).map_err(&failed)?;
        Ok((
            Zeroizing::new(key.serialize_der()),
            certificate.der().to_vec(),
        ))
    }

    /// The authority from its key (PKCS#8) and certificate (DER).
    ///
    /// # Errors
    /// Where the key is none.
    pub fn open(state: &StateCode, key: &[u8], certificate: &[u8]) -> Result<Self> {
        let key = PrivatePkcs8KeyDer::from(key.to_vec());
        let key = KeyPair::from_pkcs8_der_and_sign_algo(&key, &PKCS_ECDSA_P256_SHA256)
            .map_err(making("open the key of the TLS authority"))?;
        Ok(Self {
            state: state.clone(),
            issuer: Issuer::new(authority_params(state), key),
            certificate: CertificateDer::from(certificate.to_vec()),
        })
    }

    /// SHA-256 of the certificate: what the State card says.
    #[must_use]
    pub fn digest(&self) -> Digest {
        seal::sha256(&self.certificate)
    }

    /// Issue a certificate for this State's node, under a fresh key.
    ///
    /// # Errors
    /// What the library says.
    pub fn issue(&self, hosts: &[String], now: Timestamp) -> Result<CertifiedKey> {
        let failed = making("issue the node's certificate");
        let mut names = vec![state_name(&self.state)];
        names.extend(hosts.iter().filter(|host| host.is_ascii()).cloned());
        let mut params = CertificateParams::new(names).map_err(&failed)?;
        let mut name = DistinguishedName::new();
        name.push(DnType::CommonName, format!("Comity node of {}", self.state));
        params.distinguished_name = name;
        params.use_authority_key_identifier_extension = true;
        params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
        params.extended_key_usages = vec![
            ExtendedKeyUsagePurpose::ServerAuth,
            ExtendedKeyUsagePurpose::ClientAuth,
        ];
        dated(&mut params, now - LEAF_EARLY, now + LEAF_LIFE);
        let key = KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256).map_err(&failed)?;
        let leaf = params.signed_by(&key, &self.issuer).map_err(&failed)?;
        let chain = vec![leaf.der().clone(), self.certificate.clone()];
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        CertifiedKey::from_der(chain, key, &provider())
            .map_err(|e| Error::tls("use the node's certificate", e))
    }
}

/// The node's certificate of the day, for both directions; renewed without stopping.
#[derive(Debug)]
pub struct Leaf {
    authority: Authority,
    hosts: Vec<String>,
    held: RwLock<Held>,
}

#[derive(Debug, Clone)]
struct Held {
    key: Arc<CertifiedKey>,
    renew_at: Timestamp,
}

impl Leaf {
    /// Issue the first certificate. `hosts` are names or addresses by which outside tools may know the node.
    ///
    /// # Errors
    /// As [`Authority::issue`].
    pub fn new(authority: Authority, hosts: Vec<String>, now: Timestamp) -> Result<Arc<Self>> {
        let held = RwLock::new(held(&authority, &hosts, now)?);
        Ok(Arc::new(Self {
            authority,
            hosts,
            held,
        }))
    }

    /// Issue the next one when half of this one's life is over; whether it did.
    ///
    /// # Errors
    /// As [`Authority::issue`]; the old one stays in use.
    pub fn renew_if_due(&self, now: Timestamp) -> Result<bool> {
        let due = self
            .held
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .renew_at
            <= now;
        if due {
            let next = held(&self.authority, &self.hosts, now)?;
            *self.held.write().unwrap_or_else(PoisonError::into_inner) = next;
        }
        Ok(due)
    }

    /// The authority behind it.
    #[must_use]
    pub fn authority(&self) -> &Authority {
        &self.authority
    }

    /// The certificate that is shown now.
    pub(crate) fn current(&self) -> Arc<CertifiedKey> {
        Arc::clone(&self.held.read().unwrap_or_else(PoisonError::into_inner).key)
    }
}

fn held(authority: &Authority, hosts: &[String], now: Timestamp) -> Result<Held> {
    Ok(Held {
        key: Arc::new(authority.issue(hosts, now)?),
        renew_at: now + LEAF_LIFE / 2,
    })
}

impl ResolvesServerCert for Leaf {
    fn resolve(&self, _: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(self.current())
    }
}

impl ResolvesClientCert for Leaf {
    fn resolve(&self, _: &[&[u8]], _: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        Some(self.current())
    }

    fn has_certs(&self) -> bool {
        true
    }
}

/// The node's clock, for rustls.
struct Time(Arc<dyn Clock>);

impl std::fmt::Debug for Time {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Time")
    }
}

impl TimeProvider for Time {
    fn current_time(&self) -> Option<UnixTime> {
        let seconds = u64::try_from(self.0.now().as_second()).ok()?;
        Some(UnixTime::since_unix_epoch(Duration::from_secs(seconds)))
    }
}

/// How the peers' listener is covered: only pinned States' nodes come in.
///
/// # Errors
/// What the library says.
pub fn peers_config(
    leaf: &Arc<Leaf>,
    pins: &Arc<Pins>,
    clock: Arc<dyn Clock>,
) -> Result<Arc<ServerConfig>> {
    let provider = provider();
    let verifier = Arc::new(PeersOnly::new(Arc::clone(pins), Arc::clone(&provider)));
    let mut config = ServerConfig::builder_with_details(provider, Arc::new(Time(clock)))
        .with_protocol_versions(&[&TLS13])
        .map_err(|e| Error::tls("set up the peers' listener", e))?
        .with_client_cert_verifier(verifier)
        .with_cert_resolver(Arc::clone(leaf) as Arc<dyn ResolvesServerCert>);
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    // No resumption: a State that is no longer pinned is let go at its next connection.
    config.session_storage = Arc::new(NoServerSessionStorage {});
    config.send_tls13_tickets = 0;
    Ok(Arc::new(config))
}

/// How we speak to one peer: with our certificate, and only if it shows the authority that its card names.
///
/// # Errors
/// What the library says.
pub fn client_config(
    to: &Address,
    leaf: &Arc<Leaf>,
    clock: Arc<dyn Clock>,
) -> Result<Arc<ClientConfig>> {
    let provider = provider();
    let verifier = Arc::new(OfPeer::new(to, Arc::clone(&provider))?);
    let mut config = ClientConfig::builder_with_details(provider, Arc::new(Time(clock)))
        .with_protocol_versions(&[&TLS13])
        .map_err(|e| Error::tls("set up the line to a peer", e))?
        .dangerous()
        .with_custom_certificate_verifier(verifier)
        .with_client_cert_resolver(Arc::clone(leaf) as Arc<dyn ResolvesClientCert>);
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config.resumption = Resumption::disabled();
    config.enable_sni = false;
    Ok(Arc::new(config))
}

/// How the people's listener is covered, with a certificate that browsers trust.
///
/// # Errors
/// Naming the file that cannot be used.
pub fn pages_config(
    certificate: &std::path::Path,
    key: &std::path::Path,
) -> Result<Arc<ServerConfig>> {
    let bad = |path: &std::path::Path, what: String| Error::Keys {
        path: path.display().to_string(),
        what,
    };
    let chain: Vec<CertificateDer<'static>> = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect)
        .map_err(|e| bad(certificate, format!("has no certificate in PEM: {e:?}")))?;
    let private = PrivateKeyDer::from_pem_file(key)
        .map_err(|e| bad(key, format!("has no private key in PEM: {e:?}")))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_protocol_versions(&[&TLS13])
        .map_err(|e| Error::tls("set up the people's listener", e))?
        .with_no_client_auth()
        .with_single_cert(chain, private)
        .map_err(|e| {
            bad(
                certificate,
                format!("does not go with {}: {e}", key.display()),
            )
        })?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Arc::new(config))
}

#[cfg(test)]
mod tests;
