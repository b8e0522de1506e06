//! Outbox, envelopes, streams, receipts, segments and bulk parts on their way.

use store::Store;
use store::exchange::{Attempt, Envelope, Outgoing, Stream};
use store::transit::Transit;

use crate::house::House;
use crate::sample::{Fail, act, entry, envelope, later, now, outgoing, peer, receipt, whole};

async fn put_all(store: &Store, all: Vec<Outgoing>) {
    let id = act();
    store
        .act::<(), Fail, _>(id, move |tx| {
            Box::pin(async move {
                for o in &all {
                    tx.put_outgoing(o).await?;
                }
                Ok(tx.keep(entry(id, "suite.queued", "suite"), ()).await?)
            })
        })
        .await
        .unwrap();
}

async fn put_envelopes(store: &Store, all: Vec<Envelope>) {
    let id = act();
    store
        .act::<(), Fail, _>(id, move |tx| {
            Box::pin(async move {
                for e in &all {
                    tx.put_envelope(e).await?;
                }
                Ok(tx.keep(entry(id, "suite.sealed", "suite"), ()).await?)
            })
        })
        .await
        .unwrap();
}

async fn due(store: &Store, at: i64) -> Vec<String> {
    let due = store
        .outgoing_due(("XB", "waiting"), later(at), 100)
        .await
        .unwrap();
    due.into_iter().map(|o| o.id).collect()
}

on_both! {
    async fn the_outbox_is_in_order_of_lanes_and_writing(house: &House) {
        let store = house.open().await;
        let all = [("b1", 2), ("n1", 1), ("u1", 0), ("n2", 1), ("u2", 0)];
        put_all(&store, all.iter().map(|(id, lane)| outgoing(id, *lane)).collect()).await;
        assert_eq!(due(&store, 0).await, ["u1", "u2", "n1", "n2", "b1"]);
        assert_eq!(store.outgoing_due(("XB", "waiting"), now(), 2).await.unwrap().len(), 2);
        assert_eq!(store.outgoing_due(("XB", "waiting"), now(), 9).await.unwrap()[2], outgoing("n1", 1));
        assert_eq!(store.outgoing_due(("XC", "waiting"), now(), 9).await.unwrap(), []);
        assert_eq!(store.peers_due(now()).await.unwrap(), ["XB"]);
        assert_eq!(store.outgoing_waiting("").await.unwrap(), 5);
        assert_eq!(store.outgoing_waiting("XB").await.unwrap(), 5);
        assert_eq!(store.outgoing_waiting("XC").await.unwrap(), 0);
        // Done: it keeps its place and no body.
        let done = Outgoing { version: 2, state: "delivered".to_owned(), body: Vec::new(), ..outgoing("u1", 0) };
        put_all(&store, vec![done]).await;
        assert_eq!(due(&store, 0).await, ["u2", "n1", "n2", "b1"]);
        assert_eq!(store.outgoing_waiting("").await.unwrap(), 4);
        whole(&store).await;
    }

    async fn attempts_wait_and_a_contact_wakes_them(house: &House) {
        let store = house.open().await;
        let mut other = outgoing("c", 1);
        other.peer = "XC".to_owned();
        put_all(&store, vec![outgoing("a", 1), outgoing("b", 1), other]).await;
        assert_eq!(store.attempt("a").await.unwrap(), None);
        let tried = Attempt { times: 1, next_at: later(60), last_error: Some("TIMEOUT".to_owned()) };
        for (id, peer) in [("a", "XB"), ("c", "XC")] {
            store.keep_attempt(id, peer, tried.clone()).await.unwrap();
        }
        assert_eq!(store.attempt("a").await.unwrap(), Some(tried.clone()));
        assert_eq!(due(&store, 59).await, ["b"]);
        assert_eq!(due(&store, 60).await, ["a", "b"]);
        assert_eq!(store.peers_due(later(59)).await.unwrap(), ["XB"]);
        assert_eq!(store.peers_due(later(60)).await.unwrap(), ["XB", "XC"]);
        let again = Attempt { times: 2, next_at: later(900), last_error: None };
        store.keep_attempt("a", "XB", again.clone()).await.unwrap();
        assert_eq!(store.attempt("a").await.unwrap(), Some(again));
        store.keep_attempt("b", "XB", tried).await.unwrap();
        store.heard_from("XB", later(5)).await.unwrap();
        assert_eq!(due(&store, 5).await, ["a", "b"]);
        assert_eq!(store.peers_due(later(5)).await.unwrap(), ["XB"], "XC was not heard");
        assert_eq!(store.contact("XB").await.unwrap(), (Some(later(5)), None));
        store.reached("XB", later(6), Some("REFUSED".to_owned())).await.unwrap();
        assert_eq!(store.contact("XB").await.unwrap(), (Some(later(5)), Some("REFUSED".to_owned())));
        store.reached("XB", later(7), None).await.unwrap();
        assert_eq!(store.contact("XB").await.unwrap(), (Some(later(7)), None));
        assert_eq!(store.contact("XD").await.unwrap(), (None, None));
    }

    async fn envelopes_are_found_each_way(house: &House) {
        let store = house.open().await;
        let mut second_epoch = envelope("out", 1);
        (second_epoch.epoch, second_epoch.id) = (2, seal::sha256(b"second epoch"));
        let mut of_other = envelope("out", 9);
        of_other.peer = "XC".to_owned();
        put_envelopes(
            &store,
            vec![envelope("out", 1), envelope("in", 1), envelope("out", 2), envelope("out", 3), second_epoch.clone(), of_other],
        )
        .await;
        assert_eq!(store.envelope(&envelope("in", 1).id).await.unwrap(), Some(envelope("in", 1)));
        assert_eq!(store.envelope(&seal::sha256(b"no")).await.unwrap(), None);
        let after = store.envelopes_after("XB", 1, 1, 10).await.unwrap();
        assert_eq!(after, [envelope("out", 2), envelope("out", 3), second_epoch.clone()]);
        assert_eq!(store.envelopes_after("XB", 1, 0, 1).await.unwrap(), [envelope("out", 1)]);
        assert_eq!(store.envelopes_after("XB", 2, 1, 10).await.unwrap(), []);
        assert_eq!(store.envelopes("in", "stored", 10).await.unwrap(), [envelope("in", 1)]);
        assert_eq!(store.envelopes_of("request:1").await.unwrap().len(), 6);
        let applied = Envelope { version: 2, state: "applied".to_owned(), ..envelope("in", 1) };
        put_envelopes(&store, vec![applied.clone()]).await;
        assert_eq!(store.envelopes("in", "stored", 10).await.unwrap(), []);
        assert_eq!(store.envelopes("in", "applied", 10).await.unwrap(), [applied]);
        whole(&store).await;
    }

    async fn a_restored_peer_gets_what_it_missed(house: &House) {
        let store = house.open().await;
        let sent = |n: i64| Outgoing {
            state: "delivered".to_owned(),
            envelope: Some(envelope("out", n).id),
            body: Vec::new(),
            ..outgoing(&format!("m{n}"), 1)
        };
        put_envelopes(&store, (1..=3).map(|n| envelope("out", n)).collect()).await;
        put_all(&store, (1..=3).map(sent).collect()).await;
        let id = act();
        store
            .act::<(), Fail, _>(id, move |tx| {
                Box::pin(async move {
                    tx.send_again("XB", 1, 1).await?;
                    Ok(tx.keep(entry(id, "suite.resent", "suite"), ()).await?)
                })
            })
            .await
            .unwrap();
        let again = store.outgoing_due(("XB", "sealed"), now(), 10).await.unwrap();
        assert_eq!(again.iter().map(|o| o.id.as_str()).collect::<Vec<_>>(), ["m2", "m3"]);
        whole(&store).await;
    }

    async fn a_long_line_for_one_state_hides_no_other(house: &House) {
        let store = house.open().await;
        let mut all: Vec<_> = (0..70).map(|n| outgoing(&format!("b{n:02}"), 0)).collect();
        let last = Outgoing { peer: "XC".to_owned(), ..outgoing("c", 2) };
        all.push(last.clone());
        put_all(&store, all).await;
        assert_eq!(store.peers_due(now()).await.unwrap(), ["XB", "XC"]);
        assert_eq!(store.outgoing_due(("XB", "waiting"), now(), 64).await.unwrap().len(), 64);
        assert_eq!(store.outgoing_due(("XC", "waiting"), now(), 64).await.unwrap(), [last]);
    }

    async fn peers_streams_receipts_and_facts(house: &House) {
        let store = house.open().await;
        let id = act();
        let (first, other) = (seal::sha256(b"one"), seal::sha256(b"two"));
        store
            .act::<(), Fail, _>(id, move |tx| {
                Box::pin(async move {
                    tx.put_peer(&peer("XC")).await?;
                    tx.put_peer(&peer("XB")).await?;
                    let stream = tx.stream("in/XB", 4).await?;
                    assert_eq!((stream.version, stream.epoch, stream.number), (0, 4, 0));
                    tx.put_stream(&Stream { number: 7, ..stream }).await?;
                    let stream = tx.stream("in/XB", 9).await?;
                    assert_eq!((stream.version, stream.epoch, stream.number), (1, 4, 7));
                    tx.put_stream(&Stream { number: 8, previous: Some(first), ..stream }).await?;
                    for r in [receipt("R3", first), receipt("R1", first), receipt("R3", other), receipt("R3", first)] {
                        tx.put_receipt(&r).await?;
                    }
                    tx.put_fact("epoch", "1").await?;
                    tx.put_fact("epoch", "2").await?;
                    assert_eq!(tx.fact("epoch").await?.as_deref(), Some("2"));
                    Ok(tx.keep(entry(id, "suite.kept", "suite"), ()).await?)
                })
            })
            .await
            .unwrap();
        assert_eq!(store.peers().await.unwrap(), [peer("XB"), peer("XC")]);
        assert_eq!(store.peer("XC").await.unwrap(), Some(peer("XC")));
        assert_eq!(store.peer("XD").await.unwrap(), None);
        let stream = store.stream("in/XB").await.unwrap().unwrap();
        assert_eq!((stream.version, stream.number, stream.previous), (2, 8, Some(first)));
        assert_eq!(store.receipts_for(&first).await.unwrap(), [receipt("R1", first), receipt("R3", first)]);
        assert_eq!(store.receipts_of("request:1").await.unwrap().len(), 3);
        assert_eq!(store.fact("epoch").await.unwrap().as_deref(), Some("2"));
        assert_eq!(store.fact("none").await.unwrap(), None);
        whole(&store).await;
    }

    async fn segments_and_bulk_parts(house: &House) {
        let store = house.open().await;
        let root = seal::sha256(b"root");
        for n in [2u64, 0, 1, 2] {
            let bytes = format!("segment {n}");
            store.blobs().put_segment(&root, n, bytes.clone().into()).await.unwrap();
            store.keep_segment(&root, n, bytes.len() as u64, &seal::sha256(bytes.as_bytes())).await.unwrap();
        }
        let held = store.segments(&root).await.unwrap();
        assert_eq!(held.iter().map(|(n, _)| *n).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(held[1].1, seal::sha256(b"segment 1"));
        assert_eq!(&store.blobs().segment(&root, 1).await.unwrap()[..], b"segment 1");
        store.blobs().drop_segments(&root, 5).await.unwrap();
        store.forget_segments(&root).await.unwrap();
        assert!(store.segments(&root).await.unwrap().is_empty());
        assert!(store.blobs().segment(&root, 1).await.is_err());

        let cipher = store.blobs().write_all("cipher", "ciphertext".into()).await.unwrap();
        let transit = Transit {
            root,
            envelope: envelope("out", 1).id,
            blob: cipher.digest,
            size: 10,
            leaves: vec![seal::sha256(b"a"), seal::sha256(b"b")],
        };
        let (id, kept) = (act(), transit.clone());
        store
            .act::<(), Fail, _>(id, move |tx| {
                Box::pin(async move {
                    tx.put_transit(&kept).await?;
                    Ok(tx.keep(entry(id, "suite.sealed", "suite"), ()).await?)
                })
            })
            .await
            .unwrap();
        assert_eq!(store.transits(&transit.envelope).await.unwrap(), std::slice::from_ref(&transit));
        store.forget_transits(&transit.envelope).await.unwrap();
        assert!(store.transits(&transit.envelope).await.unwrap().is_empty());
        assert!(store.blobs().verify(cipher.digest).await.is_err());
        whole(&store).await;
    }
}
