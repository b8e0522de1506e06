//! Officers, sessions and failures to sign in.

use store::accounts::{Failures, Session};

use crate::house::House;
use crate::sample::{Fail, account, act, entry, later, now, whole};

on_both! {
    async fn officers_are_found_by_id_and_login(house: &House) {
        let store = house.open().await;
        let id = act();
        store
            .act::<(), Fail, _>(id, move |tx| {
                Box::pin(async move {
                    tx.put_account(&account("li.ming")).await?;
                    tx.put_account(&account("amira")).await?;
                    assert!(tx.account("officer:amira").await?.is_some());
                    assert!(tx.account_by_login("nobody").await?.is_none());
                    Ok(tx.keep(entry(id, "officer.added", "officer:amira"), ()).await?)
                })
            })
            .await
            .unwrap();
        let logins: Vec<_> = store.accounts().await.unwrap().into_iter().map(|a| a.login).collect();
        assert_eq!(logins, ["amira", "li.ming"]);
        assert_eq!(store.account_by_login("amira").await.unwrap(), Some(account("amira")));
        assert_eq!(store.account("officer:li.ming").await.unwrap(), Some(account("li.ming")));
        // A login is one person's: the second is refused and nothing of its act is kept.
        let id = act();
        let twice = store
            .act::<(), Fail, _>(id, move |tx| {
                Box::pin(async move {
                    let mut other = account("amira");
                    other.id = "officer:other".to_owned();
                    tx.put_account(&other).await?;
                    Ok(tx.keep(entry(id, "officer.added", "officer:other"), ()).await?)
                })
            })
            .await;
        assert!(matches!(twice, Err(Fail::Store(store::Error::Sql { .. }))), "{twice:?}");
        whole(&store).await;
    }

    async fn sessions_and_failures_are_housekeeping(house: &House) {
        let store = house.open().await;
        let session = |id: &str, seen: i64, until: i64| Session {
            id: id.to_owned(),
            officer: "officer:amira".to_owned(),
            csrf: "token".to_owned(),
            since: now(),
            seen: later(seen),
            until: later(until),
        };
        for s in [session("a", 0, 100), session("b", 0, 10), session("c", 0, 100)] {
            store.keep_session(s).await.unwrap();
        }
        store.session_seen("a", later(50)).await.unwrap();
        store.session_seen("d", later(50)).await.unwrap();
        assert_eq!(store.session("d").await.unwrap(), None, "what was ended stays ended");
        assert_eq!(store.session("a").await.unwrap(), Some(session("a", 50, 100)));
        store.sweep_sessions(later(60), later(30)).await.unwrap();
        assert!(store.session("a").await.unwrap().is_some());
        assert!(store.session("b").await.unwrap().is_none(), "past its end");
        assert!(store.session("c").await.unwrap().is_none(), "idle too long");
        store.end_session("a").await.unwrap();
        assert!(store.session("a").await.unwrap().is_none());

        assert_eq!(store.failures("amira").await.unwrap(), Failures::default());
        let locked = Failures { times: 5, locked_until: Some(later(900)) };
        store.keep_failures("amira", locked.clone(), now()).await.unwrap();
        assert_eq!(store.failures("amira").await.unwrap(), locked);
        store.keep_failures("amira", Failures::default(), now()).await.unwrap();
        assert_eq!(store.failures("amira").await.unwrap(), Failures::default());
        assert_eq!(store.ledger_size().await.unwrap(), 0);
    }
}
