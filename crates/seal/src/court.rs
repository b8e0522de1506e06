//! For a court without our software: the exact bytes that an authority signed, the signature and the public key, in the forms
//! that `openssl pkeyutl -verify -rawin` takes (OpenSSL 3.0 knows Ed25519, not ML-DSA), and the manifest in plain words.
//! The commands stand in `docs/protocol/evidence.md`, and a test runs them.

use crate::cbor::decode_exact;
use crate::cose::{Algorithm, Signed};
use crate::envelope::{MANIFEST_TYPE, Manifest};
use crate::suite::PublicPair;
use crate::{Error, Result};
use core::fmt::Write as _;
use model::limits::ENVELOPE_BYTES_MAX;

/// DER before a raw Ed25519 key in a SubjectPublicKeyInfo (RFC 8410, 4).
const SPKI_ED25519: [u8; 12] = [
    0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00,
];

/// The files of a court check. Each name is the one used in the documented commands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CourtFiles {
    /// `tbs.bin`: the Sig_structure of RFC 9052, 4.4, whose last item is the manifest.
    pub to_be_signed: Vec<u8>,
    /// `sig.bin`: the Ed25519 signature, 64 bytes.
    pub signature: Vec<u8>,
    /// `key.der`: the authority's Ed25519 public key as SubjectPublicKeyInfo.
    pub public_key: Vec<u8>,
    /// `manifest.txt`: what the manifest says, for people.
    pub text: String,
}

/// An Ed25519 public key as SubjectPublicKeyInfo DER.
pub fn ed25519_spki(public: &[u8; 32]) -> Vec<u8> {
    [SPKI_ED25519.as_slice(), public].concat()
}

/// The court files of a signed manifest ([`crate::envelope::Opened::signed_manifest`]) and its signer's key. Both signatures
/// are verified first.
///
/// # Errors
/// [`Error::Malformed`]; [`Error::Signature`] when `public` did not sign it.
pub fn court_files(signed_manifest: &[u8], public: &PublicPair) -> Result<CourtFiles> {
    let signed = Signed::parse(signed_manifest, MANIFEST_TYPE, ENVELOPE_BYTES_MAX)?;
    signed.verify(public)?;
    let key = public.key_id();
    let pair = signed.pair_of(&key).ok_or(Error::Signature("signer"))?;
    let manifest: Manifest = decode_exact(&signed.payload, ENVELOPE_BYTES_MAX)?;
    Ok(CourtFiles {
        to_be_signed: signed.to_be_signed(Algorithm::Ed25519, &key),
        signature: pair.ed25519.clone(),
        public_key: ed25519_spki(public.ed25519()),
        text: describe(&manifest),
    })
}

/// The manifest in lines of plain English, one fact each. For reading; the proof is `tbs.bin`.
pub fn describe(manifest: &Manifest) -> String {
    let mut out = String::new();
    let mut line = |name: &str, value: &dyn core::fmt::Display| {
        // Writing to a String does not fail.
        let _ = writeln!(
            out,
            "{name}: {}",
            value.to_string().replace(char::is_control, " ")
        );
    };
    line("message", &manifest.message);
    line(
        "from",
        &format_args!("{} {}", manifest.from.state, manifest.from.authority),
    );
    for party in &manifest.to {
        line("to", &format_args!("{} {}", party.state, party.authority));
    }
    if let Some(case) = &manifest.case {
        line("case", case);
    }
    line("purpose", &manifest.purpose);
    line("legal basis", &manifest.legal_basis);
    line("label", &String::from_utf8_lossy(&manifest.label));
    line("created", &manifest.created);
    line("expires", &manifest.expires);
    if let Some(message) = &manifest.in_reply_to {
        line("in reply to", message);
    }
    for (n, part) in manifest.parts.iter().enumerate() {
        line(
            "part",
            &format_args!(
                "{} {} ({}, {} bytes) sha256 {}",
                n + 1,
                part.name,
                part.media_type,
                part.size,
                part.sha256
            ),
        );
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::card::tests::{at, town};
    use crate::envelope::{Draft, MessageId, Part, Party, seal_content};
    use crate::random::Counter;
    use crate::suite::Signer as _;
    use std::process::Command;

    fn files() -> CourtFiles {
        let town = town("XA", 1);
        let party = |code: &str| Party {
            state: code.parse().unwrap(),
            authority: "ca".parse().unwrap(),
        };
        let rng = &mut Counter(1);
        let draft = Draft::new(MessageId([7; 16]), rng);
        let manifest = Manifest {
            message: draft.message(),
            from: party("XA"),
            to: vec![party("XB")],
            case: None,
            purpose: "evidence".into(),
            legal_basis: "UNTOC 18".into(),
            label: b"{}".to_vec(),
            created: at("2026-11-21T19:00:00Z"),
            expires: at("2026-12-20T00:00:00Z"),
            in_reply_to: None,
            parts: vec![Part::small("statement.txt", "text/plain", b"I saw it.")],
        };
        let content = seal_content(
            &draft,
            &manifest,
            &[b"I saw it.".to_vec()],
            &town.authority,
            rng,
        )
        .unwrap();
        assert!(court_files(&content.manifest, town.authority.public()).is_ok());
        assert!(court_files(&content.manifest, town.node.public()).is_err());
        court_files(&content.manifest, town.authority.public()).unwrap()
    }

    #[test]
    fn openssl_and_sha256sum_agree() {
        let files = files();
        assert!(
            files
                .text
                .contains("part: 1 statement.txt (text/plain, 9 bytes) sha256 ")
        );
        if Command::new("openssl").arg("version").output().is_err() {
            assert!(
                std::env::var_os("CI").is_none(),
                "openssl is needed: apt-get install openssl"
            );
            eprintln!("skipped: no openssl here (apt-get install openssl)");
            return;
        }
        let dir = std::env::temp_dir().join(format!("comity-court-{}", std::process::id()));
        std::fs::create_dir_all(&dir).unwrap();
        let verify = |tbs: &[u8]| {
            for (name, bytes) in [
                ("tbs.bin", tbs),
                ("sig.bin", &files.signature),
                ("key.der", &files.public_key),
            ] {
                std::fs::write(dir.join(name), bytes).unwrap();
            }
            let command = "openssl pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin -in tbs.bin -sigfile sig.bin";
            Command::new("sh")
                .args(["-c", command])
                .current_dir(&dir)
                .output()
                .unwrap()
                .status
                .success()
        };
        assert!(verify(&files.to_be_signed));
        let digest = crate::sha256(b"I saw it.").to_string();
        std::fs::write(dir.join("statement.txt"), b"I saw it.").unwrap();
        let command = "xxd -p tbs.bin 2>/dev/null || od -An -v -tx1 tbs.bin";
        let dump = Command::new("sh")
            .args(["-c", command])
            .current_dir(&dir)
            .output()
            .unwrap()
            .stdout;
        let dump: String = String::from_utf8(dump)
            .unwrap()
            .split_whitespace()
            .collect();
        let sum = Command::new("sha256sum")
            .arg("statement.txt")
            .current_dir(&dir)
            .output()
            .unwrap()
            .stdout;
        assert!(sum.starts_with(digest.as_bytes()) && dump.contains(&digest));
        let mut changed = files.to_be_signed.clone();
        changed[90] ^= 1;
        assert!(!verify(&changed));
        std::fs::remove_dir_all(&dir).unwrap();
    }
}
