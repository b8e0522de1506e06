//! Opening: one process at a time, one schema, nothing half-written left.

use store::{Error, Store};

use crate::house::{House, options};
use crate::sample::{act, furnish, keep, record, whole};

on_both! {
    async fn a_second_open_is_refused(house: &House) {
        let store = house.open().await;
        let second = Store::open(options(&house.dir(), house.url())).await;
        assert!(matches!(second, Err(Error::Locked { .. })), "{second:?}");
        if house.is_postgres() {
            let other = house.dir().with_file_name("other");
            let second = Store::open(options(&other, house.url())).await;
            assert!(matches!(second, Err(Error::Locked { .. })), "{second:?}");
        }
        let clone = store.clone();
        store.close().await;
        let late = keep(&clone, act(), vec![record("request:1", 1, "one")]).await;
        assert!(late.is_err());
        let store = house.open().await;
        keep(&store, act(), vec![record("request:1", 1, "one")]).await.unwrap();
        whole(&store).await;
    }

    async fn the_last_clone_gives_the_lock_back(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        drop(store);
        let mut tries = 0;
        let store = loop {
            match Store::open(options(&house.dir(), house.url())).await {
                Ok(store) => break store,
                Err(Error::Locked { .. }) if tries < 100 => tries += 1,
                Err(error) => panic!("{error}"),
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        };
        whole(&store).await;
    }

    async fn a_database_of_another_program_is_refused(house: &House) {
        house.open().await.close().await;
        house.raw("INSERT INTO migration (name, sha256) VALUES ('0099_later', 'x')").await;
        let newer = Store::open(options(&house.dir(), house.url())).await;
        assert!(matches!(&newer, Err(Error::Newer { name }) if name == "0099_later"), "{newer:?}");
        house.raw("DELETE FROM migration WHERE name = '0099_later'").await;
        house.raw("UPDATE migration SET sha256 = 'x' WHERE name = '0001_house'").await;
        let changed = Store::open(options(&house.dir(), house.url())).await;
        assert!(matches!(&changed, Err(Error::Migration { name }) if name == "0001_house"), "{changed:?}");
    }

    async fn drafts_of_a_process_that_ended_are_cleared(house: &House) {
        let draft = house.dir().join("blobs/draft");
        std::fs::create_dir_all(&draft).unwrap();
        std::fs::write(draft.join("half#1"), b"half").unwrap();
        let store = house.open().await;
        assert!(!draft.exists());
        furnish(&store).await;
        whole(&store).await;
    }
}
