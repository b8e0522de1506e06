//! The log of screening: groups are found by time, and the keys of past hours are gone from every file.

use crate::house::House;
use crate::sample::{act, entry, furnish, later, screened, whole};

on_both! {
    async fn groups_are_found_by_their_time(house: &House) {
        let store = house.open().await;
        furnish(&store).await;
        let act = act();
        let late = store::screened::Screened { since: later(4000), until: later(4002), ..screened("group-2") };
        let kept = late.clone();
        store
            .act::<(), crate::sample::Fail, _>(act, move |tx| {
                Box::pin(async move {
                    tx.put_screened(&kept).await?;
                    Ok(tx.keep(entry(act, "screen.noted", "screened"), ()).await?)
                })
            })
            .await
            .unwrap();
        let both = store.screened((later(5000), ""), 9).await.unwrap();
        assert_eq!(both.iter().map(|g| g.id.as_str()).collect::<Vec<_>>(), ["group-2", "group-1"]);
        assert_eq!(store.screened((later(4000), ""), 9).await.unwrap(), [screened("group-1")]);
        // Groups of one instant stand one after the other, each once.
        assert_eq!(store.screened((later(4000), "group-3"), 1).await.unwrap(), std::slice::from_ref(&late));
        assert_eq!(store.screened((later(4000), "group-2"), 9).await.unwrap(), [screened("group-1")]);
        assert_eq!(store.screened_group("group-2").await.unwrap().as_ref(), Some(&late));
        assert_eq!(store.screened_group("group-3").await.unwrap(), None);
        assert_eq!(store.screened_at(later(4001)).await.unwrap(), [late]);
        assert!(store.screened_at(later(4003)).await.unwrap().is_empty());
        assert!(store.leaf_of("screened/group-2", 1).await.unwrap() > store.leaf_of("screened/group-1", 1).await.unwrap());
        assert_eq!(store.leaf_of("screened/group-3", 1).await.unwrap(), None);
        whole(&store).await;
    }

    async fn the_key_of_an_hour_is_one_until_it_is_destroyed(house: &House) {
        let store = house.open().await;
        let salt = |key: seal::vault::RecordKey| key.salt(b"1").unwrap();
        let first = salt(store.make_screen_hour(7).await.unwrap());
        assert_eq!(salt(store.make_screen_hour(7).await.unwrap()), first);
        assert_ne!(salt(store.make_screen_hour(8).await.unwrap()), first);
        let held = house.texts("SELECT hour || '' FROM screen_hour ORDER BY hour").await;
        assert_eq!(held, ["7", "8"]);
        let out = house.dir().join("backup");
        store.backup(&out, &|_, _| {}).await.unwrap();
        assert!(!out.join("rows/screen_hour.jsonl").exists(), "in no backup");
        assert_eq!(store.forget_screen_hours(8).await.unwrap(), 1);
        assert!(store.screen_hour(7).await.unwrap().is_none());
        assert!(store.screen_hour(8).await.unwrap().is_some());
    }
}
