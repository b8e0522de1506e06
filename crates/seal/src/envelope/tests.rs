use super::build::frame;
use super::*;
use crate::card::tests::{NOW, Town, at, town};
use crate::cbor::{Form as _, Value, decode, decode_exact, encode};
use crate::chunk::HEADER_BYTES;
use crate::cose::{Signed, sign};
use crate::random::Counter;
use crate::suite::{KemKeyPair, Signer, SigningPair};
use crate::{Digest, Error, sha256};
use proptest::prelude::*;

struct Post {
    xa: Town,
    xb: Town,
}

fn party(code: &str) -> Party {
    Party {
        state: code.parse().unwrap(),
        authority: "ca".parse().unwrap(),
    }
}

fn post() -> Post {
    Post {
        xa: town("XA", 1),
        xb: town("XB", 50),
    }
}

fn manifest(draft: &Draft, parts: Vec<Part>) -> Manifest {
    Manifest {
        message: draft.message(),
        from: party("XA"),
        to: vec![
            party("XB"),
            Party {
                state: "XC".parse().unwrap(),
                authority: "hidden-recipient".parse().unwrap(),
            },
        ],
        case: Some("XA-CA-2026-000001-7".into()),
        purpose: "evidence".into(),
        legal_basis: "UNTOC 18".into(),
        label: b"{\"class\":\"restricted\"}".to_vec(),
        created: at("2026-11-21T19:00:00Z"),
        expires: at("2026-12-20T00:00:00Z"),
        in_reply_to: None,
        parts,
    }
}

impl Post {
    fn posting(&self) -> Posting {
        Posting {
            to: "XB".parse().unwrap(),
            lane: Lane::Normal,
            epoch: 1,
            seq: 1,
            previous: None,
            created: at("2026-11-21T19:30:00Z"),
            key: self.xb.week.public().clone(),
            sender_card: self.xa.open.digest,
            recipient_card: self.xb.open.digest,
        }
    }

    fn content(&self, text: &[u8]) -> Content {
        let rng = &mut Counter(500);
        let draft = Draft::new(MessageId([7; 16]), rng);
        let manifest = manifest(
            &draft,
            vec![Part::small("message.json", "application/json", text)],
        );
        seal_content(&draft, &manifest, &[text.to_vec()], &self.xa.authority, rng).unwrap()
    }

    fn envelope(&self, text: &[u8]) -> Vec<u8> {
        address(
            &self.content(text),
            &self.posting(),
            &self.xa.node,
            &mut Counter(600),
        )
        .unwrap()
    }

    fn key(&self) -> impl Fn(&Digest) -> Option<KemKeyPair> {
        let pair = self.xb.week.clone();
        move |id| (pair.public().key_id() == *id).then(|| pair.clone())
    }

    fn receive_at(&self, bytes: &[u8], now: &str) -> Result<Opened, Refused> {
        let envelope = Envelope::parse(bytes)?;
        let (me, my_cards) = ("XB".parse().unwrap(), [self.xb.open.digest]);
        envelope.verify_outer(
            &self.xa.open,
            Arrival {
                me: &me,
                my_cards: &my_cards,
                now: at(now),
            },
        )?;
        let opened = envelope.open(&self.key())?;
        opened.verify_inner(&self.xa.open)?;
        Ok(opened)
    }

    fn reason(&self, bytes: &[u8]) -> Reason {
        self.receive_at(bytes, NOW).map(|_| ()).unwrap_err().reason
    }

    /// What a faithless node could do: change the header and sign again.
    fn resigned(
        &self,
        bytes: &[u8],
        signer: &dyn Signer,
        change: impl Fn(&mut Header, &mut Vec<u8>),
    ) -> Vec<u8> {
        let [_, _, signed, inner] =
            <[Value; 4]>::try_from(decode(bytes, 1 << 20).unwrap().into_array("").unwrap())
                .unwrap();
        let signed = Signed::parse(&signed.into_bytes("").unwrap(), HEADER_TYPE, 1 << 20).unwrap();
        let mut header: Header = decode_exact(&signed.payload, 1 << 20).unwrap();
        let mut inner = inner.into_bytes("").unwrap();
        change(&mut header, &mut inner);
        header.inner = sha256(&inner);
        frame(
            &sign(HEADER_TYPE, &header.to_bytes(), &[signer]).unwrap(),
            &inner,
        )
    }
}

mod refusals;

#[test]
fn sealed_sent_opened() {
    let post = post();
    let bytes = post.envelope(b"{\"kind\":\"Request\"}");
    let opened = post.receive_at(&bytes, NOW).unwrap();
    assert_eq!(opened.parts, [Some(b"{\"kind\":\"Request\"}".to_vec())]);
    assert_eq!(opened.manifest.to.len(), 2);
    let (first, second) = (
        Envelope::parse(&bytes).unwrap(),
        Envelope::parse(&bytes).unwrap(),
    );
    assert_eq!((first.id, first.id), (second.id, sha256(&bytes)));
    for secret in [
        b"evidence".as_slice(),
        b"UNTOC",
        b"XA-CA-2026",
        b"Request",
        b"restricted",
        b"message.json",
        b"hidden-recipient",
    ] {
        assert!(
            !bytes.windows(secret.len()).any(|window| window == secret),
            "the post can read {:?}",
            String::from_utf8_lossy(secret)
        );
    }
}

#[test]
fn every_flipped_byte_is_refused() {
    let post = post();
    let bytes = post.envelope(b"short");
    for n in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[n] ^= 1 << (n % 8);
        assert!(post.receive_at(&changed, NOW).is_err(), "byte {n}");
    }
    // A relay without any key finds a change in the inner layer too: the signed header holds its digest.
    let mut inner = bytes.clone();
    *inner.last_mut().unwrap() ^= 1;
    assert_eq!(
        Envelope::parse(&inner).unwrap_err().reason,
        Reason::Malformed
    );
    for cut in [0, 1, 17, bytes.len() / 2, bytes.len() - 1] {
        assert!(Envelope::parse(&bytes[..cut]).is_err());
    }
    assert!(Envelope::parse(&[bytes.as_slice(), b"x"].concat()).is_err());
}

#[test]
fn one_ciphertext_for_all_recipients() {
    let post = post();
    let content = post.content(b"diffusion");
    let xc = town("XC", 90);
    let rng = &mut Counter(1);
    let to_xb = address(&content, &post.posting(), &post.xa.node, rng).unwrap();
    let posting = Posting {
        to: "XC".parse().unwrap(),
        key: xc.week.public().clone(),
        recipient_card: xc.open.digest,
        ..post.posting()
    };
    let to_xc = address(&content, &posting, &post.xa.node, rng).unwrap();
    let (b, c) = (
        Envelope::parse(&to_xb).unwrap(),
        Envelope::parse(&to_xc).unwrap(),
    );
    assert_eq!(
        (b.header.inner, b.header.message),
        (c.header.inner, c.header.message)
    );
    assert_ne!(b.id, c.id);
    assert_eq!(post.reason(&to_xc), Reason::NotAddressed);
    let pair = xc.week.clone();
    assert!(c.open(&move |_| Some(pair.clone())).is_ok());
    let pair = xc.week.clone();
    assert_eq!(
        b.open(&move |_| Some(pair.clone())).unwrap_err().reason,
        Reason::Decryption
    );
}

#[test]
fn bulk_parts_travel_as_blobs() {
    let post = post();
    let rng = &mut Counter(500);
    let draft = Draft::new(MessageId([9; 16]), rng);
    let evidence: Vec<u8> = (0..100_000u32).map(|n| n.to_le_bytes()[0]).collect();
    let mut blob = Vec::new();
    let mut encryptor = draft.part_encryptor(1, rng, &mut blob).unwrap();
    for piece in evidence.chunks(7001) {
        encryptor.update(piece, &mut blob).unwrap();
    }
    let bulk = encryptor.finish(&mut blob).unwrap();
    assert_eq!(
        (bulk.size, bulk.sha256, bulk.tree.blob().size),
        (100_000, sha256(&evidence), blob.len() as u64)
    );
    bulk.tree
        .blob()
        .verify(0, &blob, &bulk.tree.path(0).unwrap())
        .unwrap();
    let parts = vec![
        Part::small("message.json", "application/json", b"{}"),
        bulk.part("disk.img", "application/octet-stream"),
    ];
    let manifest = manifest(&draft, parts);
    let content = seal_content(
        &draft,
        &manifest,
        &[b"{}".to_vec()],
        &post.xa.authority,
        rng,
    )
    .unwrap();
    let posting = Posting {
        lane: Lane::Bulk,
        ..post.posting()
    };
    let bytes = address(&content, &posting, &post.xa.node, rng).unwrap();
    let urgent = Posting {
        lane: Lane::Urgent,
        ..post.posting()
    };
    assert!(address(&content, &urgent, &post.xa.node, rng).is_err());
    let opened = post.receive_at(&bytes, NOW).unwrap();
    assert_eq!(
        Envelope::parse(&bytes).unwrap().header.blobs,
        [bulk.tree.blob()]
    );
    assert_eq!(opened.parts, [Some(b"{}".to_vec()), None]);
    let open = |blob: &[u8], part: u32| -> Result<Vec<u8>, Refused> {
        let (first, rest) = blob.split_first_chunk::<HEADER_BYTES>().unwrap();
        let mut decryptor = opened.part_decryptor(part, first)?;
        let mut out = Vec::new();
        for piece in rest.chunks(9999) {
            decryptor.update(piece, &mut out)?;
        }
        decryptor.finish(&mut out)?;
        Ok(out)
    };
    assert_eq!(open(&blob, 1).unwrap(), evidence);
    assert_eq!(open(&blob, 0).unwrap_err().reason, Reason::PartMismatch);
    assert_eq!(open(&blob, 2).unwrap_err().reason, Reason::PartMismatch);
    assert_eq!(
        open(&blob[..blob.len() - 1], 1).unwrap_err().reason,
        Reason::Decryption
    );
    let mut changed = blob.clone();
    changed[50_000] ^= 1;
    assert_eq!(open(&changed, 1).unwrap_err().reason, Reason::Decryption);
}

#[test]
fn a_bulk_part_is_what_the_manifest_says() {
    let post = post();
    let rng = &mut Counter(500);
    let draft = Draft::new(MessageId([9; 16]), rng);
    let mut blob = Vec::new();
    let mut encryptor = draft.part_encryptor(0, rng, &mut blob).unwrap();
    encryptor.update(b"the image", &mut blob).unwrap();
    let bulk = encryptor.finish(&mut blob).unwrap();
    for (sha256, size, expect) in [
        (sha256(b"the image"), 9, true),
        (sha256(b"another image"), 9, false),
        (sha256(b"the image"), 10, false),
    ] {
        let part = Part {
            sha256,
            size,
            ..bulk.part("disk.img", "application/octet-stream")
        };
        let manifest = manifest(&draft, vec![part]);
        let content = seal_content(&draft, &manifest, &[], &post.xa.authority, rng).unwrap();
        let bytes = address(&content, &post.posting(), &post.xa.node, rng).unwrap();
        let opened = post.receive_at(&bytes, NOW).unwrap();
        let (first, rest) = blob.split_first_chunk::<HEADER_BYTES>().unwrap();
        let mut decryptor = opened.part_decryptor(0, first).unwrap();
        let mut out = Vec::new();
        decryptor.update(rest, &mut out).unwrap();
        assert_eq!(decryptor.finish(&mut out).is_ok(), expect);
    }
}

#[test]
fn lanes_have_their_sizes() {
    let post = post();
    let big = vec![b'x'; 70_000];
    let urgent = Posting {
        lane: Lane::Urgent,
        ..post.posting()
    };
    let rng = &mut Counter(1);
    assert!(matches!(
        address(&post.content(&big), &urgent, &post.xa.node, rng),
        Err(Error::Limit { max: 65_536, .. })
    ));
    assert!(address(&post.content(&big), &post.posting(), &post.xa.node, rng).is_ok());
    assert!(address(&post.content(b"life at stake"), &urgent, &post.xa.node, rng).is_ok());
    let huge = vec![b'x'; 1 << 20];
    assert!(matches!(
        address(&post.content(&huge), &post.posting(), &post.xa.node, rng),
        Err(Error::Limit { .. })
    ));
    let bytes = address(&post.content(&big), &post.posting(), &post.xa.node, rng).unwrap();
    let urgent = post.resigned(&bytes, &post.xa.node, |header, _| {
        header.lane = Lane::Urgent
    });
    assert_eq!(post.reason(&urgent), Reason::TooLarge);
    assert_eq!(
        Envelope::parse(&vec![0; (1 << 20) + 1]).unwrap_err().reason,
        Reason::TooLarge
    );
}

#[test]
fn lengths_tell_little() {
    for (len, padded) in [
        (0, 0),
        (1, 1),
        (8, 8),
        (9, 10),
        (100, 104),
        (1000, 1024),
        (100_000, 100_352),
    ] {
        assert_eq!(padme(len), padded, "{len}");
    }
    let post = post();
    let sizes: std::collections::BTreeSet<usize> = (5000..5050)
        .step_by(7)
        .map(|len| post.content(&vec![b'x'; len]).ciphertext_len())
        .collect();
    assert!(sizes.len() <= 2, "{sizes:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_text_round_trips(text in proptest::collection::vec(any::<u8>(), 0..3000), flip in any::<(u16, u8)>()) {
        let post = post();
        let bytes = post.envelope(&text);
        prop_assert_eq!(post.receive_at(&bytes, NOW).unwrap().parts, [Some(text)]);
        let mut changed = bytes.clone();
        let at = usize::from(flip.0) % changed.len();
        changed[at] ^= flip.1.max(1);
        prop_assert!(post.receive_at(&changed, NOW).is_err());
    }

    #[test]
    fn foreign_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        prop_assert!(Envelope::parse(&bytes).is_err());
    }
}
