//! The death penalty, which the law closes and no answer opens: only the word of who binds prosecutor, court and pardon.

use model::request::{
    AssuranceKind, EnterAssurance, Gate, Giver, Power, Promise, Safeguard, SafeguardAct,
};
use model::{Kind, Role};
use serde_json::json;
use sim::Town;
use sim::locked::{Case, answer, write};

use super::doors::Doors;
use crate::side::Side;

fn promise(giver: Giver, kind: AssuranceKind) -> SafeguardAct {
    SafeguardAct::Assure(EnterAssurance {
        promise: Promise {
            kind,
            givers: [giver].into(),
            given_by: "As signed".to_owned(),
            binds: [Power::Prosecutor, Power::Court, Power::Pardon].into(),
            text: "It will not be carried out.".to_owned(),
            given_on: "2026-03-01".parse().unwrap(),
            expires: None,
            monitoring: vec!["2026-09-01".parse().unwrap()],
        },
    })
}

#[tokio::test]
async fn no_answer_opens_what_the_law_closes() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 91).await.unwrap();
    let offence = json!({"category": "terrorist_bombing", "deaths": 6, "death_penalty": "yes"});
    let case = Case {
        id: sim::exercise::asked(&town, offence).await.unwrap(),
        kind: Kind::Extradition,
        gate: Gate::Grant,
        closed: Some(Safeguard::DeathPenalty),
    };
    let doors = Doors::new(&town, "XA").await;
    let xa = doors.house();
    // Every question answered as if nothing stood in the way, and the word of who binds nobody.
    for safeguard in Safeguard::ALL {
        let clear = (*safeguard, safeguard.clear());
        answer(xa, case.id, clear).await.unwrap();
    }
    for (giver, kind) in [
        (Giver::Government, AssuranceKind::LifeReview),
        (Giver::ForeignMinistry, AssuranceKind::DeathNotSought),
    ] {
        write(xa, case.id, promise(giver, kind)).await.unwrap();
    }
    let swept = doors.sweep(&case, &[]).await;
    assert!(swept.through.is_empty(), "{:?}", swept.through);
    let named = swept.named.iter().any(|(_, code)| code == "SAF-01");
    assert!(named, "{:?}", swept.named);
    let side = Side::new(&town, "XA").await;
    let record = format!("/requests/{}/safeguards", case.id);
    let page = side.page(Role::CaseOfficer, &record).await;
    assert!(page.contains("SAF-01"), "the page says what locks");
}
