//! The paper bridge: codes sign what was sent by us and nothing else, and a scan tells nobody of what is closed to them.

use model::request::{Request, Standing, TakeStep};
use model::{Class, Kind, Label, Lang, RequestId, Role};
use office::bridge::{self, Signed};
use office::requests::{self, Draft};
use sim::House;

use crate::desk::{
    approved, approved_and_sent, content, draft, example, handed_in, handed_in_by, hire_cleared,
    ledger_size, sent_by, town,
};
use crate::first_request::{on, see};

/// The codes of a request, as its case officer prints them.
async fn printed(house: &House, id: RequestId) -> String {
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    let (_, lines) = bridge::print(office, officer, office.new_act(), (id, Lang::En))
        .await
        .unwrap();
    lines.join("\n")
}

/// Who signed it, as somebody reads it who has no card at all.
fn signed(codes: &str) -> Signed {
    let scanned = bridge::read(codes, |_| None).unwrap();
    scanned.whole.unwrap().signed
}

#[tokio::test]
async fn codes_are_signed_once_it_is_sent_and_by_the_sender_only() {
    let (_dir, town) = town(101).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let officer = xa.officer(Role::CaseOfficer);
    let written = requests::draft(&xa.office, officer, draft(&xa.office, content())).await;
    let mut other = content();
    other["title"] = "Another matter altogether".into();
    let id = handed_in(xa, other, Standing::Complete).await.unwrap();
    let mut codes = Vec::new();
    for (name, id) in [("a draft", written.unwrap()), ("handed in", id)] {
        codes.push((name, printed(xa, id).await));
    }
    approved(xa, id).await;
    let size = ledger_size(&xa.office).await;
    codes.push(("approved", printed(xa, id).await));
    assert_eq!(ledger_size(&xa.office).await, size, "nothing was signed");
    for (name, codes) in codes {
        assert_eq!(signed(&codes), Signed::Nobody, "{name}");
    }
    sent_by(xa, officer, id).await.unwrap();
    let before = ledger_size(&xa.office).await;
    let ours = printed(xa, id).await;
    assert_eq!(ledger_size(&xa.office).await, before + 1, "it was signed");
    let Signed::NoCard(said) = signed(&ours) else {
        panic!("{:?}", signed(&ours));
    };
    let now = see(xa, Role::CaseOfficer, id).await;
    assert_eq!(Some(said.sha256), now.content_sha256);
    assert_eq!((said.state.as_str(), said.number), ("XA", now.number));
    // Who has it from them prints it, and signs nothing.
    town.settle(600).await.unwrap();
    let size = ledger_size(&xb.office).await;
    let theirs = printed(xb, id).await;
    assert_eq!(signed(&theirs), Signed::Nobody, "another's paper");
    assert_eq!(ledger_size(&xb.office).await, size);
}

#[tokio::test]
async fn a_scan_tells_of_what_is_closed_no_more_than_of_what_is_not_there() {
    let (_dir, town) = town(102).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let officer = xa.officer(Role::CaseOfficer);
    let state = xa.office.state();
    let secret = Label::own(state, Class::Secret).released_to(state, xb.office.state());
    let cases = [
        (Kind::SpontaneousInformation, None),
        (Kind::Mla, Some(secret.unwrap())),
    ];
    let mut papers = Vec::new();
    for (kind, label) in cases {
        let what = Draft {
            template: kind.code().to_owned(),
            ..draft(&xa.office, example(kind))
        };
        let id = handed_in_by((xa, officer), (what, label), Standing::Complete)
            .await
            .unwrap();
        approved_and_sent(xa, id).await;
        papers.push((kind, id, printed(xa, id).await));
    }
    let roles = [Role::CaseOfficer];
    let junior = hire_cleared(xb, "junior", ("ca", &roles, Class::Confidential)).await;
    let scan = async |codes: &str| {
        let scanned = bridge::scan(&xb.office, &junior, codes).await.unwrap();
        assert!(matches!(
            scanned.scanned.whole.as_ref().map(|whole| &whole.signed),
            Some(Signed::By(_))
        ));
        scanned
    };
    let mut nothing = Vec::new();
    for (_, _, codes) in &papers {
        nothing.push(scan(codes).await);
    }
    town.settle(600).await.unwrap();
    for ((kind, _, codes), before) in papers.iter().zip(&nothing) {
        assert_eq!(before.held, None, "it has not arrived");
        assert_eq!(&scan(codes).await, before, "{kind}: it has, and is closed");
    }
    // Once it is open, it is compared.
    let (_, id, codes) = papers.first().unwrap();
    for step in ["accept_conditions", "open"] {
        let now: Request = see(xb, Role::CaseOfficer, *id).await;
        let act = on(&xb.office, &now, TakeStep::named(step));
        requests::step(&xb.office, xb.officer(Role::CaseOfficer), act)
            .await
            .unwrap();
    }
    let held = scan(codes).await.held.unwrap();
    assert_eq!((held.request.id, held.differs), (*id, Vec::new()));
}
