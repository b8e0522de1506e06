//! HPKE with MLKEM768-X25519 (draft-ietf-hpke-pq vectors). The vectors use ChaCha20-Poly1305; our suite uses AES-256-GCM. So the
//! key schedule of RFC 9180 is written out here: it must give the vector's key and nonce, and with our AEAD id it must
//! make a ciphertext that our wrapper opens.

use super::{hex, json, vectors};
use crate::gcm::Gcm;
use crate::suite::{KemKeyPair, KemPublic, KemSealed, kem_open};
use aws_lc_rs::hmac;

const HKDF_SHA256: u16 = 1;
const AES_256_GCM: u16 = 2;
const MLKEM768_X25519: u16 = 0x647a;

fn extract(salt: &[u8], ikm: &[u8]) -> Vec<u8> {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, salt), ikm)
        .as_ref()
        .to_vec()
}

fn expand(prk: &[u8], info: &[u8], len: usize) -> Vec<u8> {
    let key = hmac::Key::new(hmac::HMAC_SHA256, prk);
    let (mut out, mut block, mut n) = (Vec::new(), Vec::new(), 0u8);
    while out.len() < len {
        n += 1;
        block = hmac::sign(&key, &[block.as_slice(), info, &[n]].concat())
            .as_ref()
            .to_vec();
        out.extend_from_slice(&block);
    }
    out.truncate(len);
    out
}

/// RFC 9180, 5.1, base mode: (key, base nonce).
fn key_schedule(aead: u16, shared_secret: &[u8], info: &[u8]) -> (Vec<u8>, Vec<u8>) {
    let ids = [MLKEM768_X25519, HKDF_SHA256, aead]
        .map(u16::to_be_bytes)
        .concat();
    let suite = [b"HPKE".as_slice(), &ids].concat();
    let labeled = |salt: &[u8], label: &str, ikm: &[u8]| {
        extract(
            salt,
            &[b"HPKE-v1".as_slice(), &suite, label.as_bytes(), ikm].concat(),
        )
    };
    let context = [
        vec![0],
        labeled(b"", "psk_id_hash", b""),
        labeled(b"", "info_hash", info),
    ]
    .concat();
    let secret = labeled(shared_secret, "secret", b"");
    let derive = |label: &str, len: u8| {
        let info = [
            &[0, len],
            b"HPKE-v1".as_slice(),
            &suite,
            label.as_bytes(),
            &context,
        ]
        .concat();
        expand(&secret, &info, len.into())
    };
    (derive("key", 32), derive("base_nonce", 12))
}

#[test]
fn mlkem768_x25519() {
    let Some(path) = vectors("hpke-pq/test-vectors.json") else {
        return;
    };
    let all = json(&path);
    let ours: Vec<_> = all
        .as_array()
        .unwrap()
        .iter()
        .filter(|v| v["kem_id"] == MLKEM768_X25519 && v["kdf_id"] == HKDF_SHA256)
        .collect();
    assert_eq!(ours.len(), 1);
    for vector in ours {
        let shared = hex(&vector["shared_secret"]);
        let info = hex(&vector["info"]);
        let aead = u16::try_from(vector["aead_id"].as_u64().unwrap()).unwrap();
        assert_eq!(
            key_schedule(aead, &shared, &info),
            (hex(&vector["key"]), hex(&vector["base_nonce"]))
        );
        let pair = KemKeyPair::from_seed(&hex(&vector["skRm"]).try_into().unwrap()).unwrap();
        assert_eq!(pair.public().bytes(), hex(&vector["pkRm"]));
        assert!(KemPublic::new(&hex(&vector["pkRm"])).is_ok());
        let (key, nonce) = key_schedule(AES_256_GCM, &shared, b"comity");
        let mut ciphertext = b"content key".to_vec();
        Gcm::new(&key.try_into().unwrap())
            .unwrap()
            .seal(nonce.try_into().unwrap(), b"", &mut ciphertext)
            .unwrap();
        let sealed = KemSealed {
            enc: hex(&vector["enc"]),
            ciphertext,
        };
        assert_eq!(
            kem_open(&pair, b"comity", &sealed).unwrap().as_slice(),
            b"content key"
        );
        assert!(kem_open(&pair, b"other", &sealed).is_err());
    }
}
