//! The two verifiers. Both take a chain of exactly two certificates, ask that the second is an authority we know by its
//! digest, and let webpki judge the rest (signature, dates, purpose) with that authority as the only root.

use std::sync::Arc;

use model::Digest;
use office::Address;
use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls13_signature};
use rustls::server::WebPkiClientVerifier;
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{
    CertificateError, DigitallySignedStruct, DistinguishedName, Error as TlsError, OtherError,
    PeerIncompatible, RootCertStore, SignatureScheme,
};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime};

use super::pins::Pins;
use super::state_name;
use crate::error::{Error, Result};

fn unknown() -> TlsError {
    CertificateError::UnknownIssuer.into()
}

fn other(error: impl std::error::Error + Send + Sync + 'static) -> TlsError {
    TlsError::Other(OtherError(Arc::new(error)))
}

/// The authority at the end of the chain, as the only root.
fn root(authority: &CertificateDer<'_>) -> std::result::Result<Arc<RootCertStore>, TlsError> {
    let mut roots = RootCertStore::empty();
    roots.add(authority.clone().into_owned())?;
    Ok(Arc::new(roots))
}

/// Signatures of the handshake, the same on both sides: TLS 1.3 and nothing else.
macro_rules! only_tls13 {
    () => {
        fn verify_tls12_signature(
            &self,
            _: &[u8],
            _: &CertificateDer<'_>,
            _: &DigitallySignedStruct,
        ) -> std::result::Result<HandshakeSignatureValid, TlsError> {
            Err(PeerIncompatible::Tls12NotOffered.into())
        }

        fn verify_tls13_signature(
            &self,
            message: &[u8],
            leaf: &CertificateDer<'_>,
            signed: &DigitallySignedStruct,
        ) -> std::result::Result<HandshakeSignatureValid, TlsError> {
            let algorithms = &self.provider.signature_verification_algorithms;
            verify_tls13_signature(message, leaf, signed, algorithms)
        }

        fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
            self.provider
                .signature_verification_algorithms
                .supported_schemes()
        }
    };
}

/// Lets in the nodes of pinned States.
#[derive(Debug)]
pub(super) struct PeersOnly {
    pins: Arc<Pins>,
    provider: Arc<CryptoProvider>,
}

impl PeersOnly {
    pub(super) fn new(pins: Arc<Pins>, provider: Arc<CryptoProvider>) -> Self {
        Self { pins, provider }
    }
}

impl ClientCertVerifier for PeersOnly {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }

    fn verify_client_cert(
        &self,
        leaf: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> std::result::Result<ClientCertVerified, TlsError> {
        let [authority] = chain else {
            return Err(unknown());
        };
        let digest = seal::sha256(authority);
        if self.pins.state_of(&digest).is_none() {
            self.pins.miss();
            return Err(unknown());
        }
        let verifier = WebPkiClientVerifier::builder_with_provider(
            root(authority)?,
            Arc::clone(&self.provider),
        )
        .build()
        .map_err(other)?;
        let verified = verifier.verify_client_cert(leaf, &[], now)?;
        self.pins.remember(seal::sha256(leaf), digest);
        Ok(verified)
    }

    only_tls13!();
}

/// Speaks to the node of exactly one State.
#[derive(Debug)]
pub(super) struct OfPeer {
    authority: Digest,
    name: ServerName<'static>,
    provider: Arc<CryptoProvider>,
}

impl OfPeer {
    pub(super) fn new(to: &Address, provider: Arc<CryptoProvider>) -> Result<Self> {
        let name = ServerName::try_from(state_name(&to.state))
            .map_err(|e| Error::tls("name the peer", e))?;
        Ok(Self {
            authority: to.tls_ca,
            name,
            provider,
        })
    }
}

impl ServerCertVerifier for OfPeer {
    fn verify_server_cert(
        &self,
        leaf: &CertificateDer<'_>,
        chain: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> std::result::Result<ServerCertVerified, TlsError> {
        let [authority] = chain else {
            return Err(unknown());
        };
        if seal::sha256(authority) != self.authority {
            return Err(unknown());
        }
        let verifier = WebPkiServerVerifier::builder_with_provider(
            root(authority)?,
            Arc::clone(&self.provider),
        )
        .build()
        .map_err(other)?;
        verifier.verify_server_cert(leaf, &[], &self.name, &[], now)
    }

    only_tls13!();
}
