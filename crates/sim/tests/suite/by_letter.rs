//! One State alone: the other side has no node, and the whole case is kept from its letters. The same life, the same locks, and
//! nothing ever lies in the outbox.

use futures_util::stream;
use jiff::civil::date;
use model::request::{self, Channel, Stage, Standing};
use model::{Lang, Purpose, Request, RequestId, Role, Urgency};
use office::partners;
use office::requests::{self, Draft, Letter, Paper, Plain, Submit, TakeDown, Tell};
use serde_json::{Value, json};
use sim::{House, Town};

use crate::desk::{approved_and_sent, content, draft, holds, sent, town};
use crate::first_request::{on, see};

type File = stream::Iter<std::vec::IntoIter<std::io::Result<bytes::Bytes>>>;

fn file(text: &'static str) -> Option<Paper<File>> {
    Some(Paper {
        file_name: "letter.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        body: stream::iter(vec![Ok(bytes::Bytes::from_static(text.as_bytes()))]),
    })
}

/// Belmora's law under another name, entered by hand: Cardonia has no node.
pub(crate) async fn cardonia(town: &Town) {
    let xa = town.house("XA");
    let xb = &town.house("XB").office;
    let mut state = serde_json::to_value(xb.profile()).unwrap();
    state["code"] = json!("XC");
    state["authorities"] = serde_json::to_value(&xb.settings().authorities).unwrap();
    let act = partners::Enter {
        act: xa.office.new_act(),
        file: json!({ "states": [state] }).to_string(),
    };
    let states = partners::enter(&xa.office, xa.officer(Role::RegistryOfficer), act)
        .await
        .unwrap();
    assert_eq!(states, ["XC".parse().unwrap()]);
}

/// A request of Arvenia to Cardonia, approved and sent: it waits to be dispatched.
async fn written(xa: &House) -> RequestId {
    let officer = xa.officer(Role::CaseOfficer);
    let what = Draft {
        to: "XC".parse().unwrap(),
        ..draft(&xa.office, content())
    };
    let id = requests::draft(&xa.office, officer, what).await.unwrap();
    let found = requests::check(&xa.office, officer, id)
        .await
        .unwrap()
        .findings;
    let reasons = found
        .iter()
        .map(|f| (f.code.clone(), "accepted here".to_owned()))
        .collect();
    let submit = Submit {
        standing: Standing::Complete,
        reasons,
    };
    let now = see(xa, Role::CaseOfficer, id).await;
    requests::submit(&xa.office, officer, on(&xa.office, &now, submit))
        .await
        .unwrap();
    approved_and_sent(xa, id).await;
    id
}

async fn tell(
    xa: &House,
    id: RequestId,
    (message, day, paper): (Value, i8, Option<Paper<File>>),
) -> office::Result<Request> {
    let now = see(xa, Role::CaseOfficer, id).await;
    let what = Tell {
        letter: Letter {
            channel: Channel::DiplomaticPouch,
            on: date(2026, 3, day),
            number: Some("P 17".to_owned()),
        },
        message,
    };
    let officer = xa.officer(Role::RegistryOfficer);
    requests::tell(&xa.office, officer, on(&xa.office, &now, what), paper).await?;
    Ok(see(xa, Role::CaseOfficer, id).await)
}

#[tokio::test]
async fn a_request_by_pouch_is_dispatched_answered_and_returned() {
    let (_dir, town) = town(71).await;
    cardonia(&town).await;
    let xa = town.house("XA");
    let id = written(xa).await;
    let queued = see(xa, Role::CaseOfficer, id).await;
    assert_eq!((queued.stage, queued.is_on_paper()), (Stage::Queued, true));
    let metrics = office::health::metrics(&xa.office).await.unwrap();
    assert_eq!(metrics.outbox_waiting, 0, "nothing leaves by itself");
    town.pass(jiff::SignedDuration::from_hours(24 * 20));

    let ack = json!({"kind": "Acknowledged", "reference": "C-5", "officer_function": "Desk", "next_date": null});
    let report = json!({"what": "The bank's records", "on": "2026-03-14", "law": "Code 12"});
    let letters = [
        (json!({"kind": "Dispatched"}), 3, None, Stage::Transmitted),
        (json!({"kind": "Delivered"}), 9, None, Stage::Delivered),
        (ack, 10, file("%PDF- we have it"), Stage::Acknowledged),
        (
            json!({"kind": "Accepted", "reasons": "In order", "conditions": []}),
            11,
            None,
            Stage::Accepted,
        ),
        (
            json!({"kind": "Executed", "report": report}),
            14,
            None,
            Stage::Executed,
        ),
        (
            json!({"kind": "Returned", "items": [], "certificate": "True copies"}),
            16,
            file("%PDF- records"),
            Stage::ReturnSent,
        ),
    ];
    for (message, day, paper, stage) in letters {
        let kind = message["kind"].to_string();
        let next = tell(xa, id, (message, day, paper)).await.unwrap();
        assert_eq!((next.stage, next.dispute), (stage, None), "{kind}");
        assert!(next.events.last().unwrap().entered.is_some(), "{kind}");
    }
    // The clocks run as if a node had told it.
    let now = see(xa, Role::CaseOfficer, id).await;
    let ack = now.clocks.iter().find(|clock| clock.name == "ack").unwrap();
    assert!(ack.met.is_some());
    // The scan is read back as it came; the result is evidence, which is opened like any other.
    let scan = now.scans.first().unwrap();
    let officer = xa.officer(Role::CaseOfficer);
    let (_, body) = requests::scan(&xa.office, officer, (id, scan.id))
        .await
        .unwrap();
    let bytes: Vec<_> = futures_util::TryStreamExt::try_collect(body).await.unwrap();
    assert_eq!(bytes.concat(), b"%PDF- we have it");
    let item = now.evidence.first().unwrap();
    let which = office::evidence::Which { evidence: item.id };
    let opened = office::evidence::open(&xa.office, officer, on(&xa.office, &now, which))
        .await
        .unwrap();
    assert!(opened.bytes_ok && opened.custody_ok, "{:?}", opened.problem);
    holds(xa).await;
}

#[tokio::test]
async fn results_that_come_by_letter_are_all_kept_with_their_digests() {
    let (_dir, town) = town(74).await;
    cardonia(&town).await;
    let xa = town.house("XA");
    let id = written(xa).await;
    town.pass(jiff::SignedDuration::from_hours(24 * 20));
    let report = |measures: &[usize]| json!({"what": "The bank's records", "on": "2026-03-06", "law": "Code 12", "measures": measures});
    let returned = |partial: bool| json!({"kind": "Returned", "items": [], "certificate": "True copies", "partial": partial});
    let papers = ["%PDF- the first account", "%PDF- the second account"];
    let letters = [
        (json!({"kind": "Dispatched"}), 3, None),
        (json!({"kind": "Delivered"}), 4, None),
        (json!({"kind": "Accepted", "reasons": "In order"}), 5, None),
        (
            json!({"kind": "PartlyExecuted", "report": report(&[0])}),
            6,
            None,
        ),
        (returned(true), 7, file(papers[0])),
        (json!({"kind": "Executed", "report": report(&[])}), 8, None),
        (returned(false), 9, file(papers[1])),
    ];
    for (message, day, paper) in letters {
        tell(xa, id, (message, day, paper)).await.unwrap();
    }
    // A letter that lists pieces of its own is not taken without them.
    let mut listed = serde_json::to_value(&see(xa, Role::CaseOfficer, id).await.evidence).unwrap();
    listed[0]["sha256"] = json!(model::Digest([9; 32]));
    let message = json!({"kind": "Returned", "items": listed, "certificate": "True copies"});
    let refused = tell(xa, id, (message, 10, None)).await.unwrap_err();
    assert_eq!(refused.code(), "EVIDENCE-BYTES");
    let now = see(xa, Role::CaseOfficer, id).await;
    let kept: Vec<_> = now.evidence.iter().map(|item| item.sha256).collect();
    assert_eq!(kept, papers.map(|paper| seal::sha256(paper.as_bytes())));
    assert_eq!((now.stage, now.dispute.as_ref()), (Stage::ReturnSent, None));
    let officer = xa.officer(Role::CaseOfficer);
    for (item, paper) in now.evidence.iter().zip(papers) {
        assert_eq!(item.custody.len(), 1, "its custody begins here");
        let now = see(xa, Role::CaseOfficer, id).await;
        let which = office::evidence::Which { evidence: item.id };
        let opened = office::evidence::open(&xa.office, officer, on(&xa.office, &now, which));
        let opened = opened.await.unwrap();
        assert!(opened.bytes_ok && opened.custody_ok, "{:?}", opened.problem);
        let (_, body) = office::evidence::stream(&xa.office, officer, (id, item.id))
            .await
            .unwrap();
        let bytes: Vec<_> = futures_util::TryStreamExt::try_collect(body).await.unwrap();
        assert_eq!(bytes.concat(), paper.as_bytes());
    }
    holds(xa).await;
}

#[tokio::test]
async fn what_a_node_tells_is_not_entered_by_hand() {
    let (_dir, town) = town(72).await;
    let xa = town.house("XA");
    let id = sent(xa, content()).await;
    let refused = tell(xa, id, (json!({"kind": "Delivered"}), 2, file("no")))
        .await
        .unwrap_err();
    assert_eq!(refused.code(), "BY-NODE");
    let now = see(xa, Role::CaseOfficer, id).await;
    let registry = xa.officer(Role::Approver);
    let what = Tell {
        letter: Letter {
            channel: Channel::Post,
            on: date(2026, 3, 2),
            number: None,
        },
        message: json!({"kind": "Dispatched"}),
    };
    let no_file = None::<Paper<File>>;
    let refused = requests::tell(&xa.office, registry, on(&xa.office, &now, what), no_file).await;
    assert_eq!(refused.unwrap_err().code(), "NOT-ALLOWED");
    // Nor is a State entered whose node speaks for it.
    let profile = serde_json::to_value(town.house("XB").office.profile()).unwrap();
    let act = partners::Enter {
        act: xa.office.new_act(),
        file: json!({ "states": [profile] }).to_string(),
    };
    let refused = partners::enter(&xa.office, xa.officer(Role::RegistryOfficer), act).await;
    assert_eq!(refused.unwrap_err().code(), "PARTNER-NODE");
}

/// A request of France. Nobody entered France: its name is known, and that its law is not.
fn lettre(xa: &House) -> TakeDown {
    TakeDown {
        act: xa.office.new_act(),
        letter: Letter {
            channel: Channel::Post,
            on: date(2026, 2, 25),
            number: Some("44/2026".to_owned()),
        },
        template: "mla".to_owned(),
        from: "FR".parse().unwrap(),
        from_authority: "ca".parse().unwrap(),
        their_reference: Some("FR-9".to_owned()),
        lang: Lang::Fr,
        urgency: Urgency::Normal,
        content: content(),
    }
}

#[tokio::test]
async fn a_request_that_came_by_letter_is_taken_in_and_executed() {
    let (_dir, town) = town(73).await;
    let xa = town.house("XA");
    let officer = xa.officer(Role::CaseOfficer);
    let act = lettre(xa);
    let again = act.clone();
    let id = requests::take_down(&xa.office, officer, act, file("%PDF- lettre"))
        .await
        .unwrap();
    let twice = requests::take_down(&xa.office, officer, again, file("%PDF- lettre"))
        .await
        .unwrap();
    assert_eq!(id, twice, "the same act changes nothing the second time");
    // Findings are shown and stop nothing.
    requests::check(&xa.office, officer, id).await.unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    assert_eq!((now.stage, now.number.get(..2)), (Stage::Draft, Some("XA")));
    requests::enter(&xa.office, officer, on(&xa.office, &now, Plain {}))
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    assert_eq!(
        (now.stage, now.their_reference.as_deref()),
        (Stage::Delivered, Some("FR-9"))
    );
    let came = now.events.first().unwrap();
    assert_eq!(
        came.at.to_string().get(..10),
        Some("2026-02-24"),
        "midnight in the zone of the house"
    );

    acknowledged(xa, id).await;
    let now = tell(xa, id, (json!({"kind": "Dispatched"}), 2, None))
        .await
        .unwrap();
    assert_eq!(now.stage, Stage::Acknowledged);
    assert_eq!(now.events.last().unwrap().verb, "letter.dispatched");
    let metrics = office::health::metrics(&xa.office).await.unwrap();
    assert_eq!(metrics.outbox_waiting, 0);
    // They take it back: the same end as a node's message brings.
    let now = tell(
        xa,
        id,
        (json!({"kind": "Withdrawn", "reason": "Found"}), 2, None),
    )
    .await
    .unwrap();
    assert_eq!(now.stage, Stage::Withdrawn);
    let reader = xa.office.read(officer, Purpose::Mla).await.unwrap();
    let lines = reader.ledger_of(id).await.unwrap();
    assert!(lines.iter().any(|line| line.entry.verb == "request.told"));
    holds(xa).await;
}

/// A request for help that came by letter from a State which was entered by hand, and is being executed.
pub(crate) async fn working(xa: &House) -> RequestId {
    let id = by_letter(xa, ("mla", content())).await;
    for safeguard in request::Safeguard::ALL {
        let clear = (*safeguard, safeguard.clear());
        sim::locked::answer(xa, id, clear).await.unwrap();
    }
    accepted(xa, id).await.unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let begin = on(&xa.office, &now, request::Progress::default());
    let officer = xa.officer(Role::CaseOfficer);
    requests::begin_execution(&xa.office, officer, begin)
        .await
        .unwrap();
    id
}

/// A request that came by letter from a State which was entered by hand, as far as an officer has it.
async fn by_letter(xa: &House, (template, content): (&str, Value)) -> RequestId {
    let act = TakeDown {
        template: template.to_owned(),
        from: "XC".parse().unwrap(),
        lang: Lang::En,
        content,
        ..lettre(xa)
    };
    let officer = xa.officer(Role::CaseOfficer);
    let no_file = None::<Paper<File>>;
    let id = requests::take_down(&xa.office, officer, act, no_file)
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    requests::enter(&xa.office, officer, on(&xa.office, &now, Plain {}))
        .await
        .unwrap();
    acknowledged(xa, id).await;
    id
}

/// The registry registers what came, and its case officer acknowledges it.
async fn acknowledged(xa: &House, id: RequestId) {
    let now = see(xa, Role::CaseOfficer, id).await;
    let register = on(&xa.office, &now, request::Register::default());
    requests::register(&xa.office, xa.officer(Role::RegistryOfficer), register)
        .await
        .unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let acknowledge = request::Acknowledge {
        reference: "A-1".to_owned(),
        officer_function: "Desk".to_owned(),
        next_date: None,
        officer: None,
    };
    requests::acknowledge(
        &xa.office,
        xa.officer(Role::CaseOfficer),
        on(&xa.office, &now, acknowledge),
    )
    .await
    .unwrap();
}

async fn accepted(xa: &House, id: RequestId) -> office::Result<i64> {
    let now = see(xa, Role::CaseOfficer, id).await;
    let what = request::Accept {
        reasons: "In order.".to_owned(),
        conditions: Vec::new(),
    };
    let officer = xa.officer(Role::CaseOfficer);
    requests::accept(&xa.office, officer, on(&xa.office, &now, what)).await
}

/// The finding of an officer of this State locks the political ground, as for a State with a node.
async fn the_political_ground_is_locked(xa: &House, id: RequestId) {
    let found = request::SafeguardAct::Subsume(request::Subsume {
        instrument: "BOMBINGS-1997".to_owned(),
        article: "2".to_owned(),
        within: true,
        reasons: "A bomb was laid in a market.".to_owned(),
    });
    sim::locked::write(xa, id, found).await.unwrap();
    let now = see(xa, Role::CaseOfficer, id).await;
    let political = request::Refuse {
        ground: request::Ground::PoliticalOffence,
        reasons: "They call it a war of liberation.".to_owned(),
        measures: Vec::new(),
        no_consultation: Some("Held by telephone.".to_owned()),
        sources: vec!["The letter".to_owned()],
    };
    let officer = xa.officer(Role::CaseOfficer);
    let refused = requests::refuse(&xa.office, officer, on(&xa.office, &now, political)).await;
    assert_eq!(refused.unwrap_err().code(), "GROUND-LOCKED");
}

/// The law of a State without a node is the one that was entered: its cases have the same locks, and no letter opens one.
#[tokio::test]
async fn no_letter_opens_a_lock() {
    let (_dir, town) = town(74).await;
    cardonia(&town).await;
    let xa = town.house("XA");
    let deadly = json!({"title": "Person sought",
        "offences": [{"category": "terrorist_bombing", "deaths": 6}]});
    let id = by_letter(xa, (sim::exercise::EXTRADITION, deadly)).await;
    for safeguard in request::Safeguard::ALL {
        let clear = (*safeguard, safeguard.clear());
        sim::locked::answer(xa, id, clear).await.unwrap();
    }
    let code = async || accepted(xa, id).await.unwrap_err().code().to_owned();
    assert_eq!(
        code().await,
        "SAF-01",
        "the officer said no, the law says yes"
    );
    let offered = json!([{"kind": "death_not_sought", "giver": "government", "given_by": "Us",
        "binds": ["prosecutor", "court", "pardon"], "text": "Never.", "date": "2026-03-01", "monitoring": ["2026-09-01"]}]);
    let changes = json!([
        {"pointer": "/assurances", "value": offered},
        {"pointer": "/offences/0/death_penalty", "value": "no"},
        {"pointer": "/offences/0/deaths", "value": 0},
    ]);
    let answered = json!({"kind": "Answered", "changes": changes, "note": "As promised."});
    tell(xa, id, (answered, 2, None)).await.unwrap();
    assert_eq!(
        code().await,
        "SAF-01",
        "what a letter offers is not entered"
    );
    let report = json!({"what": "Surrendered", "on": "2026-03-02", "law": "Code 12"});
    for theirs in [
        json!({"kind": "Accepted", "reasons": "Granted.", "conditions": []}),
        json!({"kind": "Executed", "report": report}),
        json!({"kind": "Returned", "items": [], "certificate": "True"}),
        json!({"kind": "Step", "step": {"step": "grant", "text": "Granted."}}),
        json!({"kind": "Step", "step": {"step": "surrender", "text": "Handed over."}}),
    ] {
        let kind = theirs.to_string();
        let refused = tell(xa, id, (theirs, 2, None)).await.unwrap_err();
        assert_eq!(refused.code(), "NOT-THEIRS", "{kind}");
    }
    assert_eq!(code().await, "SAF-01");
    the_political_ground_is_locked(xa, id).await;
    // The key that fits.
    let bound = request::SafeguardAct::Assure(request::EnterAssurance {
        promise: request::Promise {
            kind: request::AssuranceKind::DeathNotSought,
            givers: [request::Giver::Government].into(),
            given_by: "Council of Ministers".to_owned(),
            binds: request::Power::ALL.iter().copied().collect(),
            text: "It will not be sought.".to_owned(),
            given_on: date(2026, 3, 1),
            expires: None,
            monitoring: vec![date(2026, 9, 1)],
        },
    });
    sim::locked::write(xa, id, bound).await.unwrap();
    accepted(xa, id).await.unwrap();
    holds(xa).await;
}
