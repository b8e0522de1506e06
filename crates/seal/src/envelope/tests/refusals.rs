//! Each way of being refused, and its code.

use super::*;
use crate::segment::Blob;

#[test]
fn each_refusal_has_its_code() {
    let post = post();
    let bytes = post.envelope(b"text");
    let node = &post.xa.node;
    assert_eq!(
        post.receive_at(&bytes, "2026-12-20T00:00:00Z")
            .unwrap_err()
            .reason,
        Reason::Expired
    );
    assert_eq!(
        post.receive_at(&bytes, "2026-11-21T19:19:00Z")
            .unwrap_err()
            .reason,
        Reason::NotYet
    );
    assert!(post.receive_at(&bytes, "2026-11-21T19:21:00Z").is_ok());
    type Change<'a> = &'a dyn Fn(&mut Header, &mut Vec<u8>);
    let changes: [(Reason, Change<'_>); 12] = [
        (Reason::NotAddressed, &|header, _| {
            header.to = "XC".parse().unwrap()
        }),
        (Reason::SenderCard, &|header, _| {
            header.sender_card = sha256(b"old")
        }),
        (Reason::SenderCard, &|header, _| {
            header.from = "XC".parse().unwrap()
        }),
        (Reason::RecipientCard, &|header, _| {
            header.recipient_card = sha256(b"old")
        }),
        (Reason::KeyUnknown, &|header, _| {
            header.slot.key = sha256(b"old")
        }),
        (Reason::Decryption, &|header, _| {
            header.slot.sealed.enc[0] ^= 1
        }),
        (Reason::Decryption, &|header, _| {
            header.slot.sealed.ciphertext[0] ^= 1
        }),
        (Reason::Decryption, &|header, _| header.message.0[0] ^= 1),
        (Reason::Decryption, &|_, inner| inner[60] ^= 1),
        (Reason::LayersDisagree, &|header, _| {
            header.expires = at("2026-12-19T00:00:00Z")
        }),
        (Reason::LayersDisagree, &|header, _| {
            header.blobs.push(Blob {
                root: sha256(b"smuggled"),
                size: 9,
                segments: 1,
            });
        }),
        (Reason::Malformed, &|header, _| header.seq = 2),
    ];
    for (n, (reason, change)) in changes.iter().enumerate() {
        assert_eq!(
            post.reason(&post.resigned(&bytes, node, change)),
            *reason,
            "{n}"
        );
    }
}

#[test]
fn only_the_node_of_the_card_signs_the_header() {
    let post = post();
    let bytes = post.envelope(b"text");
    let node = &post.xa.node;
    let nothing: &dyn Fn(&mut Header, &mut Vec<u8>) = &|_, _| {};
    assert!(
        post.receive_at(&post.resigned(&bytes, node, nothing), NOW)
            .is_ok()
    );
    assert_eq!(
        post.reason(&post.resigned(&bytes, &post.xb.node, nothing)),
        Reason::SignerUnknown
    );
    assert_eq!(
        post.reason(&post.resigned(&bytes, &post.xa.authority, nothing)),
        Reason::SignerUnknown
    );
}

#[test]
fn codes_read_back() {
    for reason in Reason::ALL {
        assert_eq!(Reason::from_code(reason.code()), Some(*reason));
    }
}

#[test]
fn stripped_and_unknown_algorithms_are_refused_when_reading() {
    let post = post();
    let bytes = post.envelope(b"text");
    let items: [Value; 4] = decode(&bytes, 1 << 20)
        .unwrap()
        .into_array("")
        .unwrap()
        .try_into()
        .unwrap();
    let [magic, version, signed, inner] = items;
    let signed = signed.into_bytes("").unwrap();
    let rebuilt = |signed: Vec<u8>| {
        encode(&Value::Array(vec![
            magic.clone(),
            version.clone(),
            Value::Bytes(signed),
            inner.clone(),
        ]))
    };
    let Value::Tag(98, object) = decode(&signed, 1 << 20).unwrap() else {
        panic!()
    };
    let parts = object.into_array("").unwrap();
    let entries = parts[3].clone().into_array("").unwrap();
    let with = |entries: Vec<Value>| {
        let mut parts = parts.clone();
        parts[3] = Value::Array(entries);
        post.reason(&rebuilt(encode(&Value::Tag(
            98,
            Box::new(Value::Array(parts)),
        ))))
    };
    assert_eq!(with(vec![entries[0].clone()]), Reason::SignatureStripped);
    assert_eq!(with(vec![entries[1].clone()]), Reason::SignatureStripped);
    assert_eq!(with(vec![]), Reason::SignatureStripped);
    assert_eq!(
        with(vec![entries[1].clone(), entries[0].clone()]),
        Reason::SignatureStripped
    );
    let mut eddsa = entries[0].clone().into_array("").unwrap();
    let Value::Map(mut protected) = decode(&eddsa[0].clone().into_bytes("").unwrap(), 64).unwrap()
    else {
        panic!()
    };
    protected[0].1 = Value::int(-8);
    eddsa[0] = Value::Bytes(encode(&Value::Map(protected)));
    assert_eq!(
        with(vec![Value::Array(eddsa), entries[1].clone()]),
        Reason::SuiteUnknown
    );
    let newer = encode(&Value::Array(vec![
        magic.clone(),
        Value::Uint(2),
        Value::Bytes(signed.clone()),
        inner.clone(),
    ]));
    assert_eq!(post.reason(&newer), Reason::SuiteUnknown);
    // A header of another suite, correctly signed.
    let signed = Signed::parse(&signed, HEADER_TYPE, 1 << 20).unwrap();
    let Value::Map(mut fields) = decode(&signed.payload, 1 << 20).unwrap() else {
        panic!()
    };
    for (name, value) in &mut fields {
        if *name == Value::text("suite") {
            *value = Value::text("X9");
        }
    }
    let other = sign(HEADER_TYPE, &encode(&Value::Map(fields)), &[&post.xa.node]).unwrap();
    assert_eq!(post.reason(&rebuilt(other)), Reason::SuiteUnknown);
}

#[test]
fn a_node_cannot_speak_for_an_authority() {
    let post = post();
    let rng = &mut Counter(500);
    let forge = |change: &dyn Fn(&mut Manifest), signer: &SigningPair| {
        let rng = &mut Counter(700);
        let draft = Draft::new(MessageId([7; 16]), rng);
        let mut manifest = manifest(
            &draft,
            vec![Part::small("message.json", "application/json", b"x")],
        );
        change(&mut manifest);
        let content = seal_content(&draft, &manifest, &[b"x".to_vec()], signer, rng).unwrap();
        address(&content, &post.posting(), &post.xa.node, rng).unwrap()
    };
    assert_eq!(
        post.reason(&forge(&|_| {}, &post.xa.node)),
        Reason::SignerUnknown
    );
    assert_eq!(
        post.reason(&forge(&|_| {}, &post.xb.authority)),
        Reason::SignerUnknown
    );
    let other = |manifest: &mut Manifest| manifest.from.authority = "fiu".parse().unwrap();
    assert_eq!(
        post.reason(&forge(&other, &post.xa.authority)),
        Reason::SignerUnknown
    );
    let late = |manifest: &mut Manifest| manifest.created = at("2026-11-21T19:45:00Z");
    assert_eq!(
        post.reason(&forge(&late, &post.xa.authority)),
        Reason::LayersDisagree
    );
    // Passing a message on: XB's node cannot readdress what was sealed to XB only.
    let draft = Draft::new(MessageId([8; 16]), rng);
    let mut only_xb = manifest(&draft, vec![Part::small("m", "text/plain", b"x")]);
    only_xb.to = vec![party("XB")];
    let content =
        seal_content(&draft, &only_xb, &[b"x".to_vec()], &post.xa.authority, rng).unwrap();
    let posting = Posting {
        to: "XC".parse().unwrap(),
        ..post.posting()
    };
    assert!(matches!(
        address(&content, &posting, &post.xa.node, rng),
        Err(Error::Input(_))
    ));
}
