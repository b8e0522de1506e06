//! Cards: whose they are, that they never go back, and that there are no two of one number.

use jiff::SignedDuration;
use model::state::SuspendReason;
use model::{Actor, Purpose, Role};
use office::peers::{self, AddPeer, SuspendPeer, next_card};
use seal::card::open_card;
use sim::town::signed;
use sim::{House, Town};

use crate::desk::{ledger_size, town};
use crate::first_request::{see, send};

async fn add(house: &House, card: Vec<u8>, fingerprint: Option<String>) -> office::Result<()> {
    let read = peers::offered(&house.office, &card)?.fingerprint;
    let act = AddPeer {
        act: house.office.new_act(),
        card,
        fingerprint: fingerprint.unwrap_or(read),
    };
    let operator = Actor::operator(house.office.state());
    peers::add(&house.office, &operator, act).await.map(drop)
}

async fn card_of(house: &House) -> seal::card::OpenCard {
    let bytes = peers::our_card(&house.office).await.unwrap();
    open_card(&bytes, house.office.now()).unwrap()
}

async fn pinned(town: &Town) -> i64 {
    let xa = town.house("XA");
    let reader = xa
        .office
        .read(xa.officer(Role::Administrator), Purpose::Administration)
        .await
        .unwrap();
    reader.peers().await.unwrap().first().unwrap().card_sequence
}

#[tokio::test]
async fn cards_are_compared_never_go_back_and_have_no_doubles() {
    let (_dir, town) = town(71).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let size = ledger_size(&xa.office).await;
    let old = peers::our_card(&xb.office).await.unwrap();
    let wrong = add(xa, old.clone(), Some("0".repeat(60))).await;
    assert_eq!(wrong.unwrap_err().code(), "FINGERPRINT");
    let own = peers::our_card(&xa.office).await.unwrap();
    assert_eq!(add(xa, own, None).await.unwrap_err().code(), "OWN-CARD");
    let mut broken = old.clone();
    let middle = broken.len() / 2;
    broken[middle] ^= 1;
    assert_eq!(
        add(xa, broken, Some("0".repeat(60)))
            .await
            .unwrap_err()
            .code(),
        "CARD"
    );
    assert_eq!(ledger_size(&xa.office).await, size);
    let now = xa.office.now();
    let first = card_of(xb).await;
    let second = next_card(&first, now);
    let mut twin = second.clone();
    twin.endpoints[0].url = "https://elsewhere.example".to_owned();
    let second = signed(&second, xb.keys(), now).unwrap();
    let twin = signed(&twin, xb.keys(), now).unwrap();
    add(xa, second.clone(), None).await.unwrap();
    assert_eq!(pinned(&town).await, 2);
    assert_eq!(add(xa, old, None).await.unwrap_err().code(), "CARD-OLD");
    assert_eq!(add(xa, twin, None).await.unwrap_err().code(), "CARD-FORKED");
    add(xa, second, None).await.unwrap();
    assert_eq!(pinned(&town).await, 2);
}

#[tokio::test]
async fn nobody_is_pinned_who_names_our_gate_as_its_own() {
    let (_dir, town) = town(72).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let ours = card_of(xa).await.card.tls_ca;
    // A card that names our gate as its own would let its node stand in for ours.
    let mut thief = card_of(xb).await;
    thief.card.tls_ca = ours;
    let thief = signed(
        &next_card(&thief, xa.office.now()),
        xb.keys(),
        xa.office.now(),
    )
    .unwrap();
    assert_eq!(add(xa, thief, None).await.unwrap_err().code(), "CARD");
}

#[tokio::test]
async fn a_renewed_card_holds_nothing_up() {
    let (_dir, town) = town(73).await;
    let id = send(&town).await;
    town.settle(50).await.unwrap();
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    // Both renew their cards; neither tells the other, and messages are on their way.
    for house in [xa, xb] {
        town.pass(SignedDuration::from_hours(1));
        let next = next_card(&card_of(house).await, house.office.now());
        let bytes = signed(&next, house.keys(), house.office.now()).unwrap();
        peers::keep_our_card(&house.office, bytes).await.unwrap();
    }
    crate::first_request::answer_and_execute(&town, id).await;
    town.settle(200).await.unwrap();
    let (a, b) = (
        see(xa, Role::CaseOfficer, id).await,
        see(xb, Role::CaseOfficer, id).await,
    );
    assert_eq!(a.stage, b.stage, "{:?}", a.events);
    assert_eq!(pinned(&town).await, 2);
    crate::first_request::laws(&town, id).await;
}

#[tokio::test]
async fn a_suspended_state_is_neither_sent_to_nor_heard_until_it_is_pinned_again() {
    let (_dir, town) = town(74).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let suspend = |reason| SuspendPeer {
        act: xb.office.new_act(),
        state: xa.office.state().clone(),
        reason,
    };
    for role in Role::ALL.iter().filter(|r| **r != Role::Administrator) {
        let act = suspend(SuspendReason::Ordered);
        let refused = peers::suspend(&xb.office, xb.officer(*role), act).await;
        assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED", "{role}");
    }
    let admin = xb.officer(Role::Administrator);
    let act = suspend(SuspendReason::KeysExposed);
    peers::suspend(&xb.office, admin, act).await.unwrap();
    let again = peers::suspend(&xb.office, admin, suspend(SuspendReason::Asked)).await;
    assert_eq!(again.unwrap_err().code(), "NOT-FOUND");
    // What it sends stays outside: its own outbox keeps it.
    let id = send(&town).await;
    town.settle(50).await.unwrap();
    let cases = xb
        .office
        .read(xb.officer(Role::RegistryOfficer), Purpose::Mla);
    let seen = cases.await.unwrap().request(id).await;
    assert!(seen.unwrap().is_none(), "nothing of it is here");
    // What is begun towards it now goes on paper, from the first draft.
    let mut back = crate::desk::draft(&xb.office, crate::desk::content());
    back.to = xa.office.state().clone();
    let again = office::requests::Draft {
        act: xb.office.new_act(),
        ..back.clone()
    };
    let on_paper = office::requests::draft(&xb.office, xb.officer(Role::CaseOfficer), back).await;
    let on_paper = on_paper.unwrap();
    let seen = see(xb, Role::CaseOfficer, on_paper).await;
    assert_eq!(seen.carried, model::request::Carriage::Paper);
    // Its card still says which authorities it has. A State that nobody knows is not written to at all, nor this State itself.
    for (code, authority, told) in [
        ("XA", "nobody", "AUTHORITY-UNKNOWN"),
        ("XD", "ca", "PEER"),
        ("XB", "ca", "PEER"),
    ] {
        let mut to = crate::desk::draft(&xb.office, crate::desk::content());
        to.to = code.parse().unwrap();
        to.to_authority = authority.parse().unwrap();
        let refused = office::requests::draft(&xb.office, xb.officer(Role::CaseOfficer), to).await;
        assert_eq!(refused.unwrap_err().code(), told, "{code}");
    }
    // Pinned again, with the fingerprint: what waited arrives, once.
    let card = peers::our_card(&xa.office).await.unwrap();
    add(xb, card, None).await.unwrap();
    town.pass(SignedDuration::from_hours(1));
    town.settle(200).await.unwrap();
    let seen = see(xb, Role::RegistryOfficer, id).await;
    assert_eq!(seen.stage, model::request::Stage::Delivered);
    // What is begun from now on goes by node again; what was begun on paper stays there.
    let id = office::requests::draft(&xb.office, xb.officer(Role::CaseOfficer), again).await;
    let now = see(xb, Role::CaseOfficer, id.unwrap()).await;
    assert_eq!(now.carried, model::request::Carriage::Node);
    let then = see(xb, Role::CaseOfficer, on_paper).await;
    assert_eq!(then.carried, model::request::Carriage::Paper);
}
