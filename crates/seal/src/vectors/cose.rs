//! The COSE working group's examples: our Sig_structure and Ed25519 agree with theirs; every `fail` example is refused.

use super::{hex, json, vectors};
use crate::cbor::{Value, decode};
use crate::cose::{Signed, sig_structure};
use crate::suite::ed25519_verify;

#[test]
fn eddsa_sign() {
    let Some(dir) = vectors("cose") else { return };
    let example = json(&dir.join("eddsa-examples/eddsa-01.json"));
    let signer = &example["input"]["sign"]["signers"][0];
    assert_eq!(signer["key"]["crv"], "Ed25519");
    let Value::Tag(98, object) = decode(&hex(&example["output"]["cbor"]), 4096).unwrap() else {
        panic!()
    };
    let [body, _, payload, signatures] =
        <[Value; 4]>::try_from(object.into_array("").unwrap()).unwrap();
    let first = signatures.into_array("").unwrap().remove(0);
    let [protected, _, signature] = <[Value; 3]>::try_from(first.into_array("").unwrap()).unwrap();
    let bytes = |value: Value| value.into_bytes("").unwrap();
    let tbs = sig_structure(&bytes(body), &bytes(protected), &bytes(payload));
    assert_eq!(
        tbs,
        hex(&example["intermediates"]["signers"][0]["ToBeSign_hex"])
    );
    let public = hex(&signer["key"]["x_hex"]).try_into().unwrap();
    ed25519_verify(&public, &tbs, &bytes(signature)).unwrap();
}

#[test]
fn eddsa_sign1() {
    let Some(dir) = vectors("cose") else { return };
    let example = json(&dir.join("eddsa-examples/eddsa-sig-01.json"));
    let Value::Tag(18, object) = decode(&hex(&example["output"]["cbor"]), 4096).unwrap() else {
        panic!()
    };
    let signature = object
        .into_array("")
        .unwrap()
        .remove(3)
        .into_bytes("")
        .unwrap();
    let tbs = hex(&example["intermediates"]["ToBeSign_hex"]);
    let public = hex(&example["input"]["sign0"]["key"]["x_hex"])
        .try_into()
        .unwrap();
    ed25519_verify(&public, &tbs, &signature).unwrap();
    assert!(ed25519_verify(&public, &tbs[1..], &signature).is_err());
}

#[test]
fn everything_outside_our_profile_is_refused() {
    let Some(dir) = vectors("cose") else { return };
    let (mut fails, mut others) = (0, 0);
    for folder in [
        "sign-tests",
        "sign1-tests",
        "eddsa-examples",
        "ecdsa-examples",
        "countersign",
    ] {
        for file in std::fs::read_dir(dir.join(folder)).unwrap() {
            let path = file.unwrap().path();
            let example = json(&path);
            let Some(bytes) = example["output"]["cbor"].as_str().and_then(crate::unhex) else {
                continue;
            };
            assert!(
                Signed::parse(&bytes, "application/comity-card", 1 << 16).is_err(),
                "{}",
                path.display()
            );
            if example["fail"] == true {
                fails += 1
            } else {
                others += 1
            }
        }
    }
    assert!(fails >= 12 && others >= 10, "{fails} {others}");
}
