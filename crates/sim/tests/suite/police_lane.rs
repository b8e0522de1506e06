//! From police to police: a request goes out and is answered while nobody of either central authority does anything, and nobody
//! of theirs could have held it up.

use model::request::{self, Stage, Standing, TakeStep};
use model::{Actor, Purpose, Request, RequestId, Role, Urgency};
use office::requests::{self, Draft, Note, On, Plain, Submit};
use sim::House;

use crate::desk::{draft, hire, holds, town};

const POLICE: &str = "ncb";

/// The police desk of a house: one who works the case, one who signs, one who registers.
struct Police {
    case: Actor,
    second: Actor,
    registry: Actor,
}

async fn police(house: &House) -> Police {
    Police {
        case: hire(house, "police-case", POLICE, &[Role::CaseOfficer]).await,
        second: hire(house, "police-second", POLICE, &[Role::Approver]).await,
        registry: hire(house, "police-registry", POLICE, &[Role::RegistryOfficer]).await,
    }
}

async fn see(house: &House, who: &Actor, id: RequestId) -> Request {
    let reader = house.office.read(who, Purpose::Mla).await.unwrap();
    reader.request_or_not_found(id).await.unwrap()
}

async fn on<A>(house: &House, who: &Actor, id: RequestId, what: A) -> On<A> {
    On {
        act: house.office.new_act(),
        request: id,
        version: see(house, who, id).await.version,
        what,
    }
}

/// A request of our police to theirs, drafted and handed in.
async fn handed_in(xa: &House, ours: &Police) -> RequestId {
    let example = model::template::example(model::kind::Kind::Police).unwrap();
    let content: serde_json::Value = serde_json::from_str(example).unwrap();
    let mut content = content.get("content").cloned().unwrap_or(content);
    content["urgency"] = serde_json::json!({"level": "urgent", "reason": "flight_risk",
        "text": "The suspect is expected to leave Belmora by the night ferry of 3 March 2026.",
        "latest_useful_on": "2026-03-03"});
    let what = Draft {
        template: "police".to_owned(),
        to_authority: POLICE.parse().unwrap(),
        urgency: Urgency::Urgent,
        ..draft(&xa.office, content)
    };
    let id = requests::draft(&xa.office, &ours.case, what).await.unwrap();
    let found = requests::check(&xa.office, &ours.case, id).await.unwrap();
    let reasons = found
        .findings
        .iter()
        .map(|f| (f.code.clone(), "known".to_owned()))
        .collect();
    let submit = Submit {
        standing: Standing::Complete,
        reasons,
    };
    let act = on(xa, &ours.case, id, submit).await;
    requests::submit(&xa.office, &ours.case, act).await.unwrap();
    id
}

/// Registered, acknowledged and answered by their police; their central authority does not even see it.
async fn answered(xb: &House, theirs: &Police, id: RequestId) {
    let central = xb.officer(Role::CaseOfficer);
    let reader = xb.office.read(central, Purpose::Mla).await.unwrap();
    assert!(
        reader.request(id).await.unwrap().is_none(),
        "it is the police's"
    );
    let act = on(xb, &theirs.case, id, request::Register::default()).await;
    requests::register(&xb.office, &theirs.registry, act)
        .await
        .unwrap();
    let what = request::Acknowledge {
        reference: "NCB-7".to_owned(),
        officer_function: "Duty desk".to_owned(),
        next_date: None,
        officer: None,
    };
    let act = on(xb, &theirs.case, id, what).await;
    requests::acknowledge(&xb.office, &theirs.case, act)
        .await
        .unwrap();
    let what = TakeStep {
        text: Some("The vehicle crossed at Dresk on 2 March.".to_owned()),
        ..TakeStep::named("inform")
    };
    let act = on(xb, &theirs.case, id, what).await;
    requests::step(&xb.office, &theirs.case, act).await.unwrap();
}

#[tokio::test]
async fn it_goes_out_and_is_answered_while_the_central_authorities_do_nothing() {
    let (_dir, town) = town(81).await;
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let (ours, theirs) = (police(xa).await, police(xb).await);
    let id = handed_in(xa, &ours).await;
    // No act of the central authority is waited for, and none of theirs is possible: to them it is not there.
    for role in [Role::CaseOfficer, Role::Approver] {
        let central = xa.officer(role);
        let reader = xa.office.read(central, Purpose::Mla).await.unwrap();
        assert!(reader.request(id).await.unwrap().is_none(), "{role}");
        let act = on(
            xa,
            &ours.case,
            id,
            request::ReturnToAuthor {
                reason: "wait".to_owned(),
            },
        )
        .await;
        let refused = requests::return_to_author(&xa.office, central, act)
            .await
            .unwrap_err();
        assert!(
            ["NOT-FOUND", "NOT-ALLOWED"].contains(&refused.code()),
            "{role}: {}",
            refused.code()
        );
    }
    let act = on(xa, &ours.case, id, Note::default()).await;
    requests::approve(&xa.office, &ours.second, act)
        .await
        .unwrap();
    let act = on(xa, &ours.case, id, Plain {}).await;
    requests::send(&xa.office, &ours.case, act).await.unwrap();
    town.settle(600).await.unwrap();

    answered(xb, &theirs, id).await;
    town.settle(600).await.unwrap();

    let seen = see(xa, &ours.case, id).await;
    assert_eq!((seen.stage, &seen.dispute), (Stage::Executed, &None));
    for (house, who) in [(xa, &ours.case), (xb, &theirs.case)] {
        let request = see(house, who, id).await;
        let hands = request
            .events
            .iter()
            .filter_map(|event| event.by.authority.as_ref());
        assert!(
            hands
                .into_iter()
                .all(|authority| authority.as_str() == POLICE)
        );
        holds(house).await;
    }
}
