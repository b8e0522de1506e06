//! Wycheproof (Ed25519, ML-DSA-65, AES-256-GCM) and CCTV (Ed25519).

use super::{hex, json, vectors, wycheproof};
use crate::gcm::Gcm;
use crate::random::Counter;
use crate::suite::{Signer as _, SigningPair, SigningSeeds, ed25519_verify, ml_dsa_verify};
use zeroize::Zeroizing;

#[test]
fn ed25519() {
    wycheproof("ed25519_test.json", |group, test| {
        let public = hex(&group["publicKey"]["pk"]).try_into().unwrap();
        let found = ed25519_verify(&public, &hex(&test["msg"]), &hex(&test["sig"])).is_ok();
        assert_eq!(found, test["result"] == "valid", "{test}");
    });
}

#[test]
fn ed25519_edge_points_have_one_verdict() {
    let Some(path) = vectors("cctv/ed25519/ed25519vectors.json") else {
        return;
    };
    let tests = json(&path);
    let mut accepted = 0;
    for test in tests.as_array().unwrap() {
        let flags: Vec<&str> = test["flags"].as_array().map_or(vec![], |flags| {
            flags.iter().filter_map(|flag| flag.as_str()).collect()
        });
        let refused = [
            "low_order_A",
            "low_order_R",
            "non_canonical_A",
            "non_canonical_R",
            "low_order_residue",
        ];
        let expect = !flags.iter().any(|flag| refused.contains(flag));
        let public = hex(&test["key"]).try_into().unwrap();
        let found = ed25519_verify(
            &public,
            test["msg"].as_str().unwrap().as_bytes(),
            &hex(&test["sig"]),
        )
        .is_ok();
        assert_eq!(found, expect, "{test}");
        accepted += usize::from(found);
    }
    assert!(accepted > 0);
}

#[test]
fn ml_dsa_65() {
    wycheproof("mldsa_65_verify_test.json", |group, test| {
        let found = ml_dsa_verify(
            &hex(&group["publicKey"]),
            &hex(&test["msg"]),
            &hex(&test["sig"]),
        )
        .is_ok();
        let no_context = test["ctx"].as_str().unwrap_or("").is_empty();
        assert_eq!(
            found,
            test["result"] == "valid" && no_context,
            "{}: {}",
            test["tcId"],
            test["comment"]
        );
    });
}

#[test]
fn ml_dsa_65_from_seeds() {
    wycheproof("mldsa_65_sign_seed_test.json", |group, test| {
        let Ok(seed) = <[u8; 32]>::try_from(hex(&group["privateSeed"])) else {
            assert_eq!(test["result"], "invalid");
            return;
        };
        let seeds = SigningSeeds {
            ed25519: Zeroizing::new([1; 32]),
            ml_dsa: Zeroizing::new(seed),
        };
        let pair = SigningPair::from_seeds(&seeds).unwrap();
        assert_eq!(pair.public().ml_dsa(), hex(&group["publicKey"]));
        let no_context = test["ctx"].as_str().unwrap_or("").is_empty();
        if test["result"] == "valid" && no_context && test["msg"].is_string() {
            let message = hex(&test["msg"]);
            ml_dsa_verify(pair.public().ml_dsa(), &message, &hex(&test["sig"])).unwrap();
            ml_dsa_verify(
                pair.public().ml_dsa(),
                &message,
                &pair.sign_ml_dsa(&message).unwrap(),
            )
            .unwrap();
        }
    });
}

#[test]
fn aes_256_gcm() {
    wycheproof("aes_gcm_test.json", |group, test| {
        if group["keySize"] != 256 || group["ivSize"] != 96 || group["tagSize"] != 128 {
            return;
        }
        let gcm = Gcm::new(&hex(&test["key"]).try_into().unwrap()).unwrap();
        let nonce = hex(&test["iv"]).try_into().unwrap();
        let (aad, message) = (hex(&test["aad"]), hex(&test["msg"]));
        let sealed = [hex(&test["ct"]), hex(&test["tag"])].concat();
        let mut opened = sealed.clone();
        let found = gcm.open(nonce, &aad, &mut opened, "test");
        if test["result"] == "valid" {
            assert_eq!((found, &opened), (Ok(()), &message));
            let mut again = message;
            gcm.seal(nonce, &aad, &mut again).unwrap();
            assert_eq!(again, sealed);
        } else {
            assert!(found.is_err(), "{test}");
        }
    });
}

#[test]
fn seeds_differ_from_call_to_call() {
    let mut rng = Counter(0);
    let (one, two) = (
        SigningSeeds::generate(&mut rng),
        SigningSeeds::generate(&mut rng),
    );
    assert!(one.ed25519 != two.ed25519 && one.ml_dsa != two.ml_dsa && *one.ed25519 != *one.ml_dsa);
}
