//! Records that are shared: released by two persons, met at the other State's border, corrected, recalled; and what others try.

mod access;
mod alone;
mod attacks;
mod bulk;
mod clock;
mod consent;
mod ends;
mod formats;
mod front;
mod groups;
mod parts;
mod urgent;
mod voices;
mod walk;
mod watched;

use bytes::Bytes;
use jiff::civil::date;
use model::bulk::Occasion;
use model::encounter::{self, EncounterStage, Met, Protection, Report};
use model::label::Action;
use model::sharing::Sharing;
use model::{Actor, CardId, Class, Message, Purpose, RecordId, ReleaseId, Role};
use office::cards::{self, Reported};
use office::records::{
    self, Attach, CapturedBy, Change, Consult, Decide, Look, Modality, OnRecord, Propose,
    RecordView, Statement,
};
use office::screening::{self, Check, CheckAnswer};
use sim::{House, Town, fighter};

use crate::desk::town;

pub(crate) async fn opened(house: &House) -> RecordId {
    let act = fighter::record(house);
    records::open(&house.office, house.officer(Role::Analyst), act)
        .await
        .unwrap()
}

pub(crate) async fn seen(house: &House, id: RecordId) -> RecordView {
    seen_by(house, house.officer(Role::Analyst), id)
        .await
        .unwrap()
}

pub(crate) async fn seen_by(
    house: &House,
    actor: &Actor,
    id: RecordId,
) -> office::Result<RecordView> {
    let reader = house.office.read(actor, Purpose::Intelligence).await?;
    match reader.subject(id).await {
        // Whoever does not keep it says why.
        Err(error) if error.code() == "REASON-WANTED" => {
            why(house, actor, id).await?;
            reader.subject(id).await
        }
        seen => seen,
    }
}

pub(crate) async fn why(house: &House, actor: &Actor, id: RecordId) -> office::Result<()> {
    let act = Consult {
        act: house.office.new_act(),
        record: id,
        occasion: Occasion::Second,
        reference: "FU-2026-117".to_owned(),
    };
    records::consult(&house.office, actor, act).await
}

pub(crate) async fn with_prints(house: &House, id: RecordId) {
    let view = seen(house, id).await;
    let act = Attach {
        act: house.office.new_act(),
        record: id,
        version: view.version,
        modality: Modality::Fingerprint,
        captured_on: Some(date(2026, 1, 30)),
        captured_by: CapturedBy::ALL.first().copied(),
        purpose: Some(Purpose::Investigation),
        label: fighter::label(house, Class::Official, &["XA", "XB"]),
        from: fighter::from(),
    };
    let bytes = Bytes::from(fighter::minutiae());
    records::attach(&house.office, house.officer(Role::Analyst), act, bytes)
        .await
        .unwrap();
}

pub(crate) fn to(states: &[&str]) -> Look {
    Look {
        to: states.iter().map(|state| state.parse().unwrap()).collect(),
        groups: std::collections::BTreeMap::new(),
        purpose: Purpose::Screening,
        clearance: Class::Official,
    }
}

pub(crate) async fn proposed(house: &House, id: RecordId, states: &[&str]) -> Vec<ReleaseId> {
    try_propose(house, id, states).await.unwrap()
}

pub(crate) async fn try_propose(
    house: &House,
    id: RecordId,
    states: &[&str],
) -> office::Result<Vec<ReleaseId>> {
    let act = Propose {
        act: house.office.new_act(),
        record: id,
        version: seen(house, id).await.version,
        look: to(states),
        basis: "resolution 2322 (2016), paragraph 3".to_owned(),
        reason: "expected at the northern crossing".to_owned(),
    };
    records::propose(&house.office, house.officer(Role::Analyst), act).await
}

pub(crate) fn decision(house: &House, release: ReleaseId) -> Decide {
    Decide {
        act: house.office.new_act(),
        release,
        version: 1,
        note: String::new(),
    }
}

pub(crate) async fn released(house: &House, id: RecordId, states: &[&str]) -> Vec<CardId> {
    let mut cards = Vec::new();
    for release in proposed(house, id, states).await {
        let act = decision(house, release);
        let done = records::approve(&house.office, house.officer(Role::Approver), act).await;
        cards.push(done.unwrap());
    }
    cards
}

/// A record with prints that XB has a card of.
pub(crate) async fn shared(seed: u64) -> (tempfile::TempDir, Town, RecordId, CardId) {
    let (dir, town) = town(seed).await;
    let house = town.house("XA");
    let id = opened(house).await;
    with_prints(house, id).await;
    let card = released(house, id, &["XB"]).await;
    town.settle(60).await.unwrap();
    (dir, town, id, card[0])
}

pub(crate) async fn asked(house: &House, name: &str, document: &str) -> CheckAnswer {
    let check = Check {
        name: name.to_owned(),
        document: Some(document.to_owned()).filter(|text| !text.is_empty()),
        ..Check::default()
    };
    screening::check(&house.office, house.officer(Role::BorderOfficer), check)
        .await
        .unwrap()
}

pub(crate) async fn change(house: &House, id: RecordId, change: Change) -> office::Result<i64> {
    let act = OnRecord {
        act: house.office.new_act(),
        record: id,
        version: seen(house, id).await.version,
        change,
    };
    records::change(&house.office, house.officer(Role::Analyst), act).await
}

pub(crate) fn stated(what: Statement) -> Change {
    Change::State(Box::new(what))
}

pub(crate) fn message(what: Sharing) -> Message {
    Message::Sharing {
        what: Box::new(what),
    }
}

/// Somebody was met at a post; the desk decides.
pub(crate) async fn met(
    house: &House,
    (card, place): (CardId, &str),
    (met, protection, district): (Met, Protection, &str),
) -> EncounterStage {
    let report = Report {
        card,
        check: None,
        place: place.to_owned(),
        done: Some(Action::Inspect),
        note: "had two telephones".to_owned(),
    };
    let (office, act) = (&house.office, house.office.new_act());
    let post = house.officer(Role::BorderOfficer);
    let one = cards::report(office, post, Reported { act, report }).await;
    let what = encounter::Decide {
        met,
        protection,
        district: district.to_owned(),
        note: "travelled on".to_owned(),
        reason: "passport and prints compared".to_owned(),
    };
    let on = (office.new_act(), one.unwrap(), 1);
    let desk = house.officer(Role::DutyOfficer);
    cards::decide(office, desk, on, what).await.unwrap()
}
