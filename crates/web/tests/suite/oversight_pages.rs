//! The supervisors' page: what was drawn is looked at again.

use http::StatusCode;
use model::bulk::Occasion;
use model::record::Property;
use model::{Actor, Class, Purpose, Role};
use sim::{House, Town, fighter};

use crate::records_pages::is_refused;
use crate::side::Side;

const ANALYST: Role = Role::Analyst;
const SECOND: Role = Role::Approver;

/// Somebody opened a record with their own name in it.
async fn namesake(house: &House) {
    let judge = house.officer(Role::Judge);
    let reader = house
        .office
        .read(house.officer(ANALYST), Purpose::Intelligence);
    let id = judge.officer().unwrap();
    let name = reader
        .await
        .unwrap()
        .officer_name(id)
        .await
        .unwrap()
        .unwrap();
    let mut act = fighter::record(house);
    for one in act
        .statements
        .iter_mut()
        .filter(|one| one.says == Property::Name)
    {
        one.value.clone_from(&name);
    }
    let record = office::records::open(&house.office, house.officer(ANALYST), act);
    let why = office::records::Consult {
        act: house.office.new_act(),
        record: record.await.unwrap(),
        occasion: Occasion::Case,
        reference: "FU-2026-117".to_owned(),
    };
    let mut colleague = judge.clone();
    if let Actor::Officer {
        roles, clearance, ..
    } = &mut colleague
    {
        (*roles, *clearance) = ([ANALYST].into(), Class::Secret);
    }
    office::records::consult(&house.office, &colleague, why)
        .await
        .unwrap();
}

#[tokio::test]
async fn what_was_drawn_is_looked_at_again_by_a_form() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 110).await.unwrap();
    let a = Side::new(&town, "XA").await;
    namesake(a.house).await;
    let (page, asks) = ("/records/oversight", "name=\"finding\"");
    let shown = a.page(SECOND, page).await;
    assert!(
        shown.contains("FU-2026-117") && shown.contains(asks),
        "{shown}"
    );
    assert!(!a.page(ANALYST, page).await.contains(asks));
    a.speak(SECOND, &[page.to_owned()]).await;
    let bare = [("finding", "followed")];
    let refused = a.post(SECOND, (page, page), &bare).await;
    is_refused(&refused, &[]);
    let said = [("finding", "followed"), ("note", "Spoken to.")];
    let done = a.submit(SECOND, (&refused.body, page), &said).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    let after = a.page(SECOND, page).await;
    assert!(
        after.contains("Spoken to.") && !after.contains(asks),
        "{after}"
    );
}
