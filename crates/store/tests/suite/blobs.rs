//! Files: named by what they hold, checked when read, never half-written under a final name.

use bytes::Bytes;
use futures_util::StreamExt;
use store::Error;

use crate::house::{House, files};
use crate::sample::{furnish, problems};

fn broken() -> Error {
    Error::TooMuch {
        what: "a test's bytes",
        max: 0,
    }
}

#[tokio::test]
async fn a_blob_is_named_by_its_bytes() {
    let house = House::sqlite();
    let store = house.open().await;
    let blobs = store.blobs();
    for (n, size) in [0usize, 1, 1 << 20, (1 << 20) + 1, 3 << 20]
        .into_iter()
        .enumerate()
    {
        let bytes: Vec<u8> = (0..size).map(|i| (i % 251) as u8).collect();
        let parts: Vec<Result<Bytes, Error>> = bytes
            .chunks(70_000)
            .map(|part| Ok(Bytes::copy_from_slice(part)))
            .collect();
        let written = blobs
            .write(&format!("d{n}"), futures_util::stream::iter(parts))
            .await
            .unwrap();
        assert_eq!(written.digest, seal::sha256(&bytes), "{size}");
        assert_eq!(written.size_bytes, size as u64);
        assert_eq!(blobs.read_all(written.digest, size).await.unwrap(), bytes);
        blobs.verify(written.digest).await.unwrap();
        if size > 10 {
            assert_eq!(
                &blobs.range(written.digest, 5..9).await.unwrap()[..],
                &bytes[5..9]
            );
            let too_much = blobs.read_all(written.digest, size - 1).await;
            assert!(matches!(too_much, Err(Error::TooMuch { .. })));
        }
        // Written again: the same name, the same bytes.
        let again = blobs.write_all("again", bytes.into()).await.unwrap();
        assert_eq!(again, written);
    }
}

#[tokio::test]
async fn a_stream_that_fails_leaves_nothing_under_a_final_name() {
    let house = House::sqlite();
    let store = house.open().await;
    for failing_at in [0, 1, 40] {
        let parts = (0..=failing_at).map(move |n| {
            if n == failing_at {
                Err(broken())
            } else {
                Ok(Bytes::from(vec![n as u8; 100_000]))
            }
        });
        let outcome = store
            .blobs()
            .write("half", futures_util::stream::iter(parts))
            .await;
        assert!(matches!(outcome, Err(Error::TooMuch { .. })));
        assert_eq!(
            files(&house.dir().join("blobs")),
            Vec::<std::path::PathBuf>::new(),
            "{failing_at}"
        );
    }
}

on_both! {
    async fn a_flipped_byte_and_a_missing_file_are_named(house: &House) {
        let store = house.open().await;
        let digest = furnish(&store).await;
        let name = digest.to_string();
        let path = house.dir().join("blobs").join(&name[..2]).join(&name);
        let whole = std::fs::read(&path).unwrap();
        for at in 0..whole.len() {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            std::fs::write(&path, &bytes).unwrap();
            let Err(Error::Damaged { place, .. }) = store.blobs().verify(digest).await else {
                panic!("byte {at} was flipped and not found");
            };
            assert_eq!(place, format!("blob/{name}"));
        }
        let expect = [format!("blob/{name} blob")];
        assert_eq!(problems(&store).await.into_iter().collect::<Vec<_>>(), expect);
        // The reader sees it at the end of the stream, not only a verification.
        let mut stream = store.blobs().read(digest).await.unwrap();
        let mut last = None;
        while let Some(item) = stream.next().await {
            last = Some(item);
        }
        assert!(matches!(last, Some(Err(Error::Damaged { .. }))));
        for cut in [&whole[..whole.len() - 1], b""] {
            std::fs::write(&path, cut).unwrap();
            assert_eq!(problems(&store).await.into_iter().collect::<Vec<_>>(), expect);
        }
        std::fs::remove_file(&path).unwrap();
        assert_eq!(problems(&store).await.into_iter().collect::<Vec<_>>(), expect);
        std::fs::write(&path, &whole).unwrap();
        assert!(problems(&store).await.is_empty());
        store.blobs().forget(&digest).await.unwrap();
        store.blobs().forget(&digest).await.unwrap();
    }
}

#[tokio::test]
async fn a_half_written_segment_goes_when_the_folder_is_opened() {
    let house = House::sqlite();
    let root = seal::sha256(b"a blob that is still arriving");
    let store = house.open().await;
    let whole = Bytes::from_static(b"whole");
    let kept = store.blobs().put_segment(&root, 0, whole.clone()).await;
    kept.unwrap();
    store.close().await;
    // What `object_store` leaves where the process is killed while it writes segment 1.
    let folder = house.dir().join("blobs/segments").join(root.to_string());
    std::fs::write(folder.join("1#1"), b"ha").unwrap();
    let store = house.open().await;
    assert!(!folder.join("1#1").exists());
    assert_eq!(store.blobs().segment(&root, 0).await.unwrap(), whole);
    store.close().await;
}
