//! Every row of the table of locks at every door: each form and each act of the API, the command line's actor, the workers.
//! What the other side's messages and each act by itself can do is tried beside the table, in `model`.

use std::collections::BTreeSet;

use model::request::{Choice, DropRefusal, Reply, Safeguard, SafeguardAct, TrialPoint, locks};
use model::{Actor, Kind, RequestId, Role};
use office::requests::{self, On};
use serde_json::json;
use sim::{House, Town};

use crate::locks::{accept, clear, every_route, holds, version, write};
use crate::side::Side;

/// The answer that locks.
fn wrong(safeguard: Safeguard) -> SafeguardAct {
    let choice = match safeguard.clear() {
        Choice::Yes => Choice::No,
        _ => Choice::Yes,
    };
    SafeguardAct::Answer(Reply {
        safeguard,
        choice,
        reasons: "As the file shows throughout.".to_owned(),
        sources: vec!["File note 12".to_owned()],
        sheet: TrialPoint::ALL.iter().map(|p| (*p, choice)).collect(),
    })
}

async fn drop_refusal(house: &House, id: RequestId) -> office::Result<i64> {
    let act = On {
        act: house.office.new_act(),
        request: id,
        version: version(house, id).await,
        what: DropRefusal {
            reason: "Thought better of it.".to_owned(),
        },
    };
    let officer = house.officer(Role::CaseOfficer);
    requests::drop_refusal(&house.office, officer, act).await
}

#[tokio::test]
async fn each_lock_of_the_table_holds_at_every_door() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 97).await.unwrap();
    let offence =
        json!({"category": "terrorist_financing", "death_penalty": "no", "life_sentence": "no"});
    let kinds = [
        (Kind::Extradition, sim::exercise::EXTRADITION),
        (Kind::TransferOfProceedings, "transfer_of_proceedings"),
        (Kind::Mla, "mla"),
    ];
    for (kind, template) in kinds {
        let content = json!({"title": "A case", "offences": [offence]});
        let id = sim::exercise::asked_as(&town, template, content).await;
        let id = id.unwrap();
        let side = Side::new(&town, "XA").await;
        let xa = side.house;
        for safeguard in Safeguard::ALL {
            write(xa, id, clear(*safeguard)).await.unwrap();
        }
        let rows: BTreeSet<Safeguard> = locks()
            .into_iter()
            .filter(|row| row.1 == kind)
            .map(|row| row.0)
            .collect();
        assert!(!rows.is_empty(), "{kind}");
        for safeguard in rows {
            // What the sweep before proposed is taken back.
            let _ = drop_refusal(xa, id).await;
            write(xa, id, wrong(safeguard)).await.unwrap();
            let officer = xa.officer(Role::CaseOfficer);
            let refused = accept(xa, officer, id).await.unwrap_err();
            assert_eq!(refused.code(), safeguard.rule(), "{kind} {safeguard}");
            every_route(&side, id, 1).await;
            for actor in [
                Actor::operator(xa.office.state()),
                Actor::worker(xa.office.state(), "timers"),
                Actor::worker(xa.office.state(), "inbox"),
            ] {
                let refused = accept(xa, &actor, id).await;
                assert!(refused.is_err(), "{kind} {safeguard} {actor:?}");
            }
            holds(xa, id, safeguard.code()).await;
            write(xa, id, clear(safeguard)).await.unwrap();
        }
        let _ = drop_refusal(xa, id).await;
        // With every question answered well the same door opens: the locks were what held.
        accept(xa, xa.officer(Role::CaseOfficer), id).await.unwrap();
    }
}
