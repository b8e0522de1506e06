//! Asylum: two runs that differ in nothing but the answer send the same, at the same times, in the same sizes, and count the
//! same. What is sealed is compared as it is opened on the other side: sealing draws fresh random numbers for each envelope,
//! so that the ciphertext of two runs differs whatever they say. Digests of ciphertext are therefore masked.

use jiff::SignedDuration;
use jiff::civil::date;
use model::request::{self, Choice, Reply, Safeguard, SafeguardAct, Stage};
use model::statistics::Cut;
use model::{Purpose, RequestId, Role};
use office::requests;
use office::safeguards;
use sim::exercise::asked;
use sim::{House, Town};

use crate::desk::holds;
use crate::first_request::{on, see};

/// Writes an answer into the record of a case at a house.
pub(crate) async fn answered(
    house: &House,
    id: RequestId,
    safeguard: Safeguard,
    choice: Choice,
) -> office::Result<i64> {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house.office.read(officer, Purpose::Mla).await?;
    let version = reader.safeguards(id).await?.request.guard.record.version;
    let sheet = match safeguard {
        Safeguard::FairTrial => request::TrialPoint::ALL
            .iter()
            .map(|p| (*p, choice))
            .collect(),
        _ => Default::default(),
    };
    let what = SafeguardAct::Answer(Reply {
        safeguard,
        choice,
        reasons: "As the file shows throughout.".to_owned(),
        sources: vec!["File note 12".to_owned()],
        sheet,
    });
    let act = requests::On {
        act: house.office.new_act(),
        request: id,
        version,
        what,
    };
    safeguards::note(&house.office, officer, act).await
}

/// All that anybody outside a house can see of a run.
#[derive(Debug, PartialEq, Eq)]
struct Outside {
    /// From, to, size.
    envelopes: Vec<(String, String, usize)>,
    clock: String,
    counted: String,
    /// The statistics of the desk that holds, as a file.
    figures: String,
    log_files: Vec<(String, usize)>,
    known_there: String,
}

async fn run(choice: Choice) -> (Outside, &'static str) {
    let (_dir, town) = crate::desk::town(77).await;
    let offence =
        serde_json::json!({"category": "terrorist_bombing", "deaths": 0, "death_penalty": "no"});
    let id = asked(&town, offence).await.unwrap();
    let xa = town.house("XA");
    let office = &xa.office;
    let officer = xa.officer(Role::CaseOfficer);
    answered(xa, id, Safeguard::Asylum, choice).await.unwrap();
    // A later look, with the same answer: the hold stays or is not there.
    town.pass(SignedDuration::from_hours(20));
    answered(xa, id, Safeguard::Asylum, choice).await.unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let consult = request::Ask {
        items: vec![request::AskedItem {
            code: "comment".to_owned(),
            field: String::new(),
            text: "Which court will try the case?".to_owned(),
            answered: false,
        }],
        answer_by: None,
    };
    requests::consult(office, officer, on(office, &now, consult))
        .await
        .unwrap();
    town.settle(100).await.unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let postpone = request::Postpone {
        reasons: "A decision of our courts is awaited.".to_owned(),
        review_by: Some(date(2026, 5, 1)),
    };
    requests::postpone(office, officer, on(office, &now, postpone))
        .await
        .unwrap();
    town.settle(100).await.unwrap();
    holds(xa).await;
    let with = office
        .read(officer, Purpose::Mla)
        .await
        .unwrap()
        .safeguards(id)
        .await
        .unwrap()
        .request;
    let held = with
        .locked_by("step.surrender", office.now())
        .iter()
        .any(|refusal| refusal.code == "SAF-05");
    (outside(&town, id).await, if held { "held" } else { "free" })
}

async fn outside(town: &Town, id: RequestId) -> Outside {
    let (xa, xb) = (town.house("XA"), town.house("XB"));
    let envelopes = town
        .roads
        .sightings()
        .into_iter()
        .map(|seen| (seen.from.to_string(), seen.to.to_string(), seen.bytes.len()))
        .collect();
    let metrics = office::health::metrics(&xa.office).await.unwrap();
    let reader = xa
        .office
        .read(xa.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    let counts = reader.counts().await.unwrap();
    let report = reader.statistics(&Cut::default()).await.unwrap();
    let mut log_files = Vec::new();
    for path in ["checkpoint", "tile/0/000", "tile/entries/000"] {
        let file = office::exchange::log_file(&xa.office, path).await.unwrap();
        log_files.push((path.to_owned(), file.map_or(0, |(_, bytes)| bytes.len())));
    }
    let there = see(xb, Role::CaseOfficer, id).await;
    assert_eq!(there.stage, Stage::Postponed);
    Outside {
        envelopes,
        clock: xa.office.now().to_string(),
        counted: format!("{metrics:?} {counts:?}"),
        figures: office::statistics::csv(&report),
        log_files,
        known_there: masked(&serde_json::to_string(&there).unwrap()),
    }
}

/// Without digests of ciphertext.
fn masked(json: &str) -> String {
    let parts = json.split('"').map(|part| {
        let digest = part.len() == 64 && part.bytes().all(|b| b.is_ascii_hexdigit());
        if digest { "#" } else { part }
    });
    parts.collect::<Vec<_>>().join("\"")
}

#[tokio::test]
async fn what_is_answered_of_asylum_is_seen_nowhere() {
    let (none, free) = run(Choice::No).await;
    let (sought, held) = run(Choice::Yes).await;
    assert_eq!((free, held), ("free", "held"), "the answer matters inside");
    assert!(none.envelopes.len() > 4, "something was sent");
    assert!(
        none.figures
            .contains("course,extradition.requested,incoming,count,1"),
        "{}",
        none.figures
    );
    assert_eq!(none, sought);
}

#[tokio::test]
async fn only_the_desk_that_decides_reads_the_record() {
    let (_dir, town) = crate::desk::town(78).await;
    let id = asked(&town, serde_json::json!({"category": "terrorist_bombing"}))
        .await
        .unwrap();
    let xa = town.house("XA");
    answered(xa, id, Safeguard::Asylum, Choice::Yes)
        .await
        .unwrap();
    for role in Role::ALL {
        let reader = xa
            .office
            .read(xa.officer(*role), Purpose::Mla)
            .await
            .unwrap();
        let may = matches!(role, Role::CaseOfficer | Role::Approver | Role::Judge);
        assert_eq!(reader.safeguards(id).await.is_ok(), may, "{role}");
    }
    // Nobody at the other side, and nobody at the command line.
    let xb = town.house("XB");
    let there = xb
        .office
        .read(xb.officer(Role::CaseOfficer), Purpose::Mla)
        .await
        .unwrap();
    assert!(
        there
            .safeguards(id)
            .await
            .unwrap()
            .request
            .guard
            .record
            .answers
            .is_empty()
    );
    let operator = model::Actor::operator(xa.office.state());
    let reader = xa.office.read(&operator, Purpose::Mla).await.unwrap();
    assert!(reader.safeguards(id).await.is_err());
    // The ledger says that something was written down, never what.
    let lines = xa
        .office
        .read(xa.officer(Role::Auditor), Purpose::Oversight)
        .await
        .unwrap()
        .ledger(&office::reader::LedgerFilter {
            limit: 200,
            ..Default::default()
        })
        .await
        .unwrap();
    let told = format!("{lines:?}");
    assert!(told.contains("safeguard.noted") && !told.contains("asylum"));
}
