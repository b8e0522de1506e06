//! Short forms and the request they name: what they do on both sides, to whom they tell nothing, and whose they are.

use jiff::civil::date;
use model::number::Number;
use model::request::{Channel, Stage, Standing};
use model::state::SuspendReason;
use model::{Actor, Class, Kind, Label, Lang, Purpose, Request, RequestId, Role, Urgency};
use office::peers::{self, SuspendPeer};
use office::requests::{self, Draft, Letter, Paper, Plain, TakeDown};
use serde_json::{Value, json};
use sim::House;
use store::{Record, RecordHead};

use crate::desk::{
    approved, approved_and_sent, content, draft, example, handed_in_by, hire_cleared, holds,
    ledger_size, seen, sent, sent_by, town,
};
use crate::first_request::{on, see};
use crate::screening_watch::forged;

/// Every short form; the one that may end its request comes last.
const FORMS: [(Kind, &str); 5] = [
    (Kind::Supplementary, "request.supplemented"),
    (Kind::Amendment, "request.amended"),
    (Kind::Reminder, "request.reminded"),
    (Kind::UrgentConfirmation, "request.confirmed"),
    (Kind::Withdrawal, "request.withdrawn"),
];

/// The example of a short form about the request of this number.
fn about(kind: Kind, number: &str) -> Value {
    let mut letter = example(kind);
    letter["parent"] = json!(number);
    if kind == Kind::Withdrawal {
        letter["withdrawal"]["extent"] = json!("whole");
    }
    letter
}

/// A short form of this officer's, drafted and handed in.
async fn form(house: &House, who: &Actor, (kind, number): (Kind, &str)) -> RequestId {
    let what = Draft {
        template: kind.code().to_owned(),
        ..draft(&house.office, about(kind, number))
    };
    handed_in_by((house, who), (what, None), Standing::Complete)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_withdrawal_takes_back_what_it_names_on_both_sides() {
    let (_dir, town) = town(93).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = sent(xa, content()).await;
    town.settle(600).await.unwrap();
    let parent = see(xa, Role::CaseOfficer, id).await;
    let officer = xa.officer(Role::CaseOfficer);
    let form = form(xa, officer, (Kind::Withdrawal, &parent.number)).await;
    assert_ne!(
        see(xa, Role::CaseOfficer, id).await.stage,
        Stage::Withdrawn,
        "not before it is sent"
    );
    approved_and_sent(xa, form).await;
    assert_eq!(see(xa, Role::CaseOfficer, id).await.stage, Stage::Withdrawn);
    town.settle(600).await.unwrap();
    for house in [xa, xb] {
        let request = see(house, Role::CaseOfficer, id).await;
        assert_eq!((request.stage, request.dispute), (Stage::Withdrawn, None));
        assert_eq!(listed(house, id).await, [form]);
        holds(house).await;
    }
}

/// The short forms that the case officer is shown about a request.
async fn listed(house: &House, id: RequestId) -> Vec<RequestId> {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house.office.read(officer, Purpose::Mla).await.unwrap();
    let about = reader.about(id).await.unwrap();
    about.iter().map(|form| form.id).collect()
}

/// All that its sender is told of a short form: what is found, what sending says, what then stands there.
async fn told(house: &House, who: &Actor, (kind, number): (Kind, &str)) -> (Value, Request) {
    let office = &house.office;
    let id = form(house, who, (kind, number)).await;
    let found = requests::check(office, who, id).await.unwrap().findings;
    let found: Vec<_> = found.iter().map(|f| (&f.code, &f.field)).collect();
    approved(house, id).await;
    let size = ledger_size(office).await;
    let done = sent_by(house, who, id).await.map_err(|e| e.to_string());
    let then = seen(house, who, id).await;
    let verbs: Vec<_> = then.events.iter().map(|e| &e.verb).collect();
    let entries = ledger_size(office).await - size;
    (
        json!([
            found,
            done,
            then.stage,
            then.parent,
            then.relation,
            verbs,
            entries
        ]),
        then,
    )
}

#[tokio::test]
async fn who_may_not_read_a_request_writes_about_it_as_about_none() {
    let (_dir, town) = town(97).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let (state, officer) = (xa.office.state(), xa.officer(Role::CaseOfficer));
    let secret = Label::own(state, Class::Secret).released_to(state, xb.office.state());
    let what = (draft(&xa.office, content()), secret.ok());
    let hidden = handed_in_by((xa, officer), what, Standing::Complete)
        .await
        .unwrap();
    approved_and_sent(xa, hidden).await;
    let mut other = content();
    other["title"] = json!("Another matter altogether");
    let open = sent(xa, other).await;
    town.settle(600).await.unwrap();
    let hidden = see(xa, Role::CaseOfficer, hidden).await;
    let open = see(xa, Role::CaseOfficer, open).await;
    let nowhere = Number {
        serial: 777_777,
        ..hidden.number.parse().unwrap()
    };
    let roles = [Role::CaseOfficer];
    let junior = hire_cleared(xa, "junior", ("ca", &roles, Class::Confidential)).await;
    for (kind, verb) in FORMS {
        let (of_hidden, form) = told(xa, &junior, (kind, &hidden.number)).await;
        let (of_none, _) = told(xa, &junior, (kind, &nowhere.to_string())).await;
        assert_eq!(of_hidden, of_none, "{kind}");
        assert_eq!(form.parent, None, "{kind}");
        // What its sender may read, it is tied to.
        let (_, tied) = told(xa, &junior, (kind, &open.number)).await;
        assert_eq!(tied.parent, Some(open.id), "{kind}");
        let last = see(xa, Role::CaseOfficer, open.id).await.events;
        assert_eq!(last.last().map(|e| e.verb.as_str()), Some(verb));
    }
    town.settle(600).await.unwrap();
    // On both sides it is as if nobody had written.
    for house in [xa, xb] {
        let now = see(house, Role::CaseOfficer, hidden.id).await;
        assert_ne!(now.stage, Stage::Withdrawn);
        let forms = FORMS.map(|(_, verb)| verb);
        let touched = now.events.iter().find(|e| forms.contains(&e.verb.as_str()));
        assert_eq!(touched, None, "{}", house.office.state());
        assert_eq!(listed(house, hidden.id).await, []);
        let now = see(house, Role::CaseOfficer, open.id).await;
        assert_eq!(now.stage, Stage::Withdrawn);
        assert_eq!(listed(house, open.id).await.len(), FORMS.len());
    }
}

/// A request as the store keeps it, whoever wrote it.
fn record(request: &Request) -> Record {
    let named = |id: RequestId| format!("request:{id}");
    let first = (named(request.id), "request");
    let head = RecordHead {
        review_by: Some(request.updated),
        parent: request.parent.map(named),
        stage: request.stage.code().to_owned(),
        side: Some(request.side.code().to_owned()),
        authority: Some("ca".to_owned()),
        counterpart: Some("XA".to_owned()),
        number: Some(request.number.clone()),
        ..RecordHead::first(first, "XA", &request.label, request.updated)
    };
    let body = serde_json::to_vec(request).unwrap();
    Record { head, body }
}

#[tokio::test]
async fn a_case_lists_the_forms_that_are_meant_for_it_and_no_others() {
    let (dir, mut town) = town(98).await;
    let xa = town.house("XA");
    let id = sent(xa, content()).await;
    town.settle(600).await.unwrap();
    let number = see(xa, Role::CaseOfficer, id).await.number;
    let officer = xa.officer(Role::CaseOfficer);
    let meant = form(xa, officer, (Kind::Reminder, &number)).await;
    approved_and_sent(xa, meant).await;
    town.settle(600).await.unwrap();
    // Whatever another State ties to our case: who else asks, what else is asked, what names another.
    let xb = town.house("XB");
    let arrived = see(xb, Role::CaseOfficer, meant).await;
    assert_eq!(arrived.parent, Some(id));
    let changes: [fn(&mut Request); 5] = [
        |form| form.from = "XC".parse().unwrap(),
        |form| form.from_authority = "fiu".parse().unwrap(),
        |form| form.to_authority = "fiu".parse().unwrap(),
        |form| form.content["parent"] = json!("XA-CA-2026-000009-1"),
        |form| form.template = "mla".to_owned(),
    ];
    let tied = changes.iter().zip(1_u8..).map(|(change, n)| {
        let mut form = Request {
            id: RequestId::new(arrived.created, [n; 10]),
            version: 1,
            ..arrived.clone()
        };
        change(&mut form);
        record(&form)
    });
    let tied: Vec<Record> = tied.collect();
    let folder = dir.path().join("XB-tied");
    crate::people_and_checks::copy(xb.dir(), &folder);
    forged((xb, &folder), 7, |_| tied.clone()).await;
    town.pass(jiff::SignedDuration::from_hours(1));
    town.reopen("XB", &folder).await.unwrap();
    let xb = town.house("XB");
    let reader = xb.office.read(xb.officer(Role::CaseOfficer), Purpose::Mla);
    let filter = office::reader::WorklistFilter::default();
    let all = reader.await.unwrap().worklist(&filter).await.unwrap();
    assert_eq!(all.total, 2 + changes.len() as u64, "each can be read");
    assert_eq!(listed(xb, id).await, [meant]);
}

#[tokio::test]
async fn a_letter_takes_nothing_back_that_a_node_sent() {
    let (_dir, town) = town(99).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let id = sent(xa, content()).await;
    town.settle(600).await.unwrap();
    let before = see(xb, Role::CaseOfficer, id).await;
    let (office, officer) = (&xb.office, xb.officer(Role::CaseOfficer));
    let letter = |kind: Kind| TakeDown {
        act: office.new_act(),
        letter: Letter {
            channel: Channel::Post,
            on: date(2026, 3, 2),
            number: Some("12/2026".to_owned()),
        },
        template: kind.code().to_owned(),
        from: "XA".parse().unwrap(),
        from_authority: "ca".parse().unwrap(),
        their_reference: None,
        lang: Lang::En,
        urgency: Urgency::Normal,
        content: about(kind, &before.number),
    };
    let no_file = || None::<Paper<futures_util::stream::Empty<std::io::Result<bytes::Bytes>>>>;
    let size = ledger_size(office).await;
    for kind in Kind::ALL {
        let refused = requests::take_down(office, officer, letter(*kind), no_file()).await;
        assert_eq!(refused.unwrap_err().code(), "BY-NODE", "{kind}");
    }
    assert_eq!(ledger_size(office).await, size);
    // Once its card is suspended, that State writes by letter; what its node sent it does not take back so.
    let act = SuspendPeer {
        act: office.new_act(),
        state: "XA".parse().unwrap(),
        reason: SuspendReason::KeysExposed,
    };
    peers::suspend(office, xb.officer(Role::Administrator), act)
        .await
        .unwrap();
    for (kind, _) in FORMS {
        let taken = requests::take_down(office, officer, letter(kind), no_file())
            .await
            .unwrap();
        let now = see(xb, Role::CaseOfficer, taken).await;
        assert!(now.is_on_paper(), "{kind}");
        requests::enter(office, officer, on(office, &now, Plain {}))
            .await
            .unwrap();
        let form = see(xb, Role::CaseOfficer, taken).await;
        assert_eq!(form.stage, Stage::Delivered, "the letter itself is kept");
        assert!(before.is_meant_by(&form), "{kind}");
        assert_eq!(see(xb, Role::CaseOfficer, id).await, before, "{kind}");
    }
}
