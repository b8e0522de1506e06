//! What the page of a case offers and what the case itself takes are the same, wherever it stands: whatever is offered is taken,
//! and what is not offered is refused. The steps of the tracks are swept in `model`.

use jiff::civil::date;
use model::request::{
    Accept, Acknowledge, Answer, Ask, AskedItem, Close, ConfirmRefusal, DropRefusal, Ground,
    Outcome, Postpone, Progress, Refuse, Register, Report, Request, TakeStep, Withdraw,
};
use model::{Actor, Purpose, RequestId, Role};
use office::requests::{self, On};
use sim::Town;

use crate::side::Side;

/// An act as the form of this name does it, and the role that has the form.
type Tried = (&'static str, Role, Outcome);

fn ask() -> Ask {
    let item = AskedItem {
        code: "MLA-08".to_owned(),
        field: "/title".to_owned(),
        text: "Which branch?".to_owned(),
        answered: false,
    };
    Ask {
        items: vec![item],
        answer_by: Some(date(2026, 3, 20)),
    }
}

fn accept(conditions: &[&str]) -> Accept {
    Accept {
        reasons: "In conformity.".to_owned(),
        conditions: conditions.iter().map(|&text| text.to_owned()).collect(),
    }
}

fn refuse(measures: &[usize]) -> Refuse {
    Refuse {
        ground: Ground::EssentialInterests,
        reasons: "An investigation of our own.".to_owned(),
        measures: measures.to_vec(),
        sources: Vec::new(),
        no_consultation: Some("Nothing could be arranged.".to_owned()),
    }
}

fn report(measures: &[usize]) -> Report {
    Report {
        what: "Records produced.".to_owned(),
        on: date(2026, 3, 2),
        law: "Section 41".to_owned(),
        executed_by: String::new(),
        measures: measures.to_vec(),
    }
}

fn acknowledge() -> Acknowledge {
    Acknowledge {
        reference: "B/1".to_owned(),
        officer_function: "Desk".to_owned(),
        next_date: Some(date(2026, 4, 1)),
        officer: None,
    }
}

fn note() -> Progress {
    Progress {
        note: Some("Before the court.".to_owned()),
    }
}

fn step(name: &str, measures: &[usize]) -> TakeStep {
    TakeStep {
        text: Some("As decided.".to_owned()),
        measures: measures.to_vec(),
        ..TakeStep::named(name)
    }
}

/// What a case takes although no form of its page does it: by another form of the page, or by what other programs write.
fn has_another_way(name: &str, request: &Request) -> bool {
    use model::request::Stage::{Accepted, ConditionsAgreed, PartlyAccepted};
    match name {
        // Who was asked nothing may still say more.
        "answer" => request.outstanding().next().is_none(),
        // The rest is accepted measure by measure.
        "accept" => request.stage == PartlyAccepted,
        // On the page it is begun first.
        "execute" | "report-part" => {
            [Accepted, ConditionsAgreed, PartlyAccepted].contains(&request.stage)
        }
        _ => false,
    }
}

/// Whatever a form of the stages does, tried on the case as it stands.
fn tried(request: &Request, house: &sim::House) -> Vec<Tried> {
    let now = house.office.now();
    let by = |role| house.officer(role).by(Some(role));
    let (case, second) = (by(Role::CaseOfficer), by(Role::Approver));
    let registry = by(Role::RegistryOfficer);
    // The page names what can be meant; so does the form that is posted.
    let open: Vec<usize> = (request.measures.iter())
        .filter(|one| ["asked", "postponed"].contains(&one.stage.code()))
        .map(|one| one.index)
        .collect();
    let working: Vec<usize> = (request.measures.iter())
        .filter(|one| ["accepted", "in_execution"].contains(&one.stage.code()))
        .map(|one| one.index)
        .collect();
    let part = working.get(..1).unwrap_or_default();
    let reason = || "Found otherwise.".to_owned();
    let answer = Answer {
        note: Some("The harbour branch.".to_owned()),
        ..Answer::default()
    };
    let postpone = Postpone {
        reasons: reason(),
        review_by: None,
    };
    let act = |name, outcome| (name, Role::CaseOfficer, outcome);
    vec![
        (
            "register",
            Role::RegistryOfficer,
            request.register(&Register::default(), &registry, now),
        ),
        act(
            "acknowledge",
            request.acknowledge(&acknowledge(), &case, now),
        ),
        act("ask", request.ask(&ask(), &case, now)),
        act("consult", request.consult(&ask(), &case, now)),
        act("accept", request.accept(&accept(&[]), &case, now)),
        act("postpone", request.postpone(&postpone, &case, now)),
        act(
            "refuse",
            request
                .propose_refusal(&refuse(&[]), &case, now)
                .or_else(|_| request.propose_refusal(&refuse(&open), &case, now)),
        ),
        (
            "confirm-refusal",
            Role::Approver,
            request.confirm_refusal(&ConfirmRefusal::default(), &second, now),
        ),
        (
            "drop-refusal",
            Role::Approver,
            request.drop_refusal(&DropRefusal { reason: reason() }, &second, now),
        ),
        act("begin", request.begin_execution(&note(), &case, now)),
        act("progress", request.progress(&note(), &case, now)),
        act("execute", request.report(&report(&[]), &case, now)),
        act(
            "report-part",
            request.report_part(&report(part), &case, now),
        ),
        act(
            "withdraw",
            request.withdraw(&Withdraw { reason: reason() }, &case, now),
        ),
        act("answer", request.answer(&answer, &case, now)),
        act("close", request.close(&Close::default(), &case, now)),
    ]
}

struct Case<'t> {
    town: &'t Town,
    sides: [Side<'t>; 2],
    id: RequestId,
    /// Where page and case did not agree.
    apart: Vec<String>,
}

impl Case<'_> {
    /// The case as a side has it; nothing before it has arrived.
    async fn held(&self, side: &Side<'_>) -> Option<Request> {
        let office = &side.house.office;
        let officer = side.house.officer(Role::CaseOfficer);
        let reader = office.read(officer, Purpose::Mla).await.unwrap();
        let request = reader.request(self.id).await.unwrap()?;
        Some(reader.guarded(request).await.unwrap())
    }

    /// Compares the pages of both sides with what the case takes there.
    async fn look(&mut self, at: &str) {
        self.town.settle(50).await.unwrap();
        for side in &self.sides {
            let Some(request) = self.held(side).await else {
                continue;
            };
            let mut pages = std::collections::BTreeMap::new();
            for (name, role, outcome) in tried(&request, side.house) {
                let path = format!("/requests/{}", self.id);
                if !pages.contains_key(&role) {
                    pages.insert(role, side.page(role, &path).await);
                }
                let shown = pages[&role].contains(&format!("action=\"{path}/{name}\""));
                let otherwise = !shown && has_another_way(name, &request);
                if shown != outcome.is_ok() && !otherwise {
                    let code = outcome.err().map(|refusal| refusal.code);
                    let who = side.house.office.state();
                    self.apart.push(format!(
                        "{at}: {name} at {who} ({}) is offered: {shown}; {code:?}",
                        request.stage
                    ));
                }
            }
        }
    }

    /// An act of the requesting (0) or the requested (1) side.
    async fn on<A>(&self, side: usize, what: A) -> (&office::Office, &Actor, On<A>) {
        let side = &self.sides[side];
        let request = self.held(side).await.unwrap();
        let act = On {
            act: side.house.office.new_act(),
            request: self.id,
            version: request.version,
            what,
        };
        (
            &side.house.office,
            side.house.officer(Role::CaseOfficer),
            act,
        )
    }
}

/// Does an act of one side by its officer, and looks.
macro_rules! then {
    ($case:ident, $side:expr, $verb:ident, $what:expr, $at:expr) => {{
        let (office, officer, act) = $case.on($side, $what).await;
        requests::$verb(office, officer, act).await.unwrap();
        $case.look($at).await;
    }};
}

async fn sent(town: &Town) -> Case<'_> {
    let sides = [Side::new(town, "XA").await, Side::new(town, "XB").await];
    let id = crate::walk::drafted(&sides[0]).await;
    crate::walk::filled(&sides[0], &id).await;
    crate::walk::sent(town, &sides[0], &sides[1], &id).await;
    let mut case = Case {
        town,
        sides,
        id: id.parse().unwrap(),
        apart: Vec::new(),
    };
    case.look("delivered").await;
    case
}

async fn taken_on(case: &mut Case<'_>) {
    let (office, _, act) = case.on(1, Register::default()).await;
    let registry = case.sides[1].house.officer(Role::RegistryOfficer);
    requests::register(office, registry, act).await.unwrap();
    case.look("registered").await;
    then!(case, 1, acknowledge, acknowledge(), "acknowledged");
}

/// A refusal is proposed, waits, and is dropped.
async fn refusal_dropped(case: &mut Case<'_>, measures: &[usize]) {
    then!(case, 1, refuse, refuse(measures), "a refusal waits");
    let dropped = DropRefusal {
        reason: "It can be helped.".to_owned(),
    };
    let (office, _, act) = case.on(1, dropped).await;
    let second = case.sides[1].house.officer(Role::Approver);
    requests::drop_refusal(office, second, act).await.unwrap();
    case.look("the refusal was dropped").await;
}

/// Accepted under a condition that is declined, and under one that is agreed.
async fn conditions(case: &mut Case<'_>) {
    for (answer, at) in [
        ("reject_conditions", "declined"),
        ("agree_conditions", "agreed"),
    ] {
        let accept = accept(&["This case only."]);
        then!(case, 1, accept, accept, "under conditions");
        then!(case, 0, step, step(answer, &[]), at);
    }
}

#[tokio::test]
async fn page_and_case_agree_from_arrival_to_the_end() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 401).await.unwrap();
    let mut case = sent(&town).await;
    let case = &mut case;
    taken_on(case).await;
    then!(case, 1, ask, ask(), "asked");
    let answer = || Answer {
        note: Some("The harbour branch.".to_owned()),
        ..Answer::default()
    };
    then!(case, 0, answer, answer(), "answered");
    then!(case, 1, consult, ask(), "consulted");
    then!(case, 0, answer, answer(), "consultation answered");
    refusal_dropped(case, &[]).await;
    let later = Postpone {
        reasons: "A trial of our own.".to_owned(),
        review_by: None,
    };
    then!(case, 1, postpone, later, "postponed");
    refusal_dropped(case, &[1]).await;
    conditions(case).await;
    then!(case, 1, begin_execution, note(), "begun");
    then!(case, 1, report_part, report(&[0]), "a part is done");
    then!(case, 1, execute, report(&[]), "all is done");
    assert!(case.apart.is_empty(), "{:#?}", case.apart);
}

#[tokio::test]
async fn page_and_case_agree_where_something_is_owed() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 403).await.unwrap();
    let sides = [Side::new(&town, "XA").await, Side::new(&town, "XB").await];
    let id = crate::walk::drafted(&sides[0]).await;
    crate::walk::filled(&sides[0], &id).await;
    let mut case = Case {
        town: &town,
        id: id.parse().unwrap(),
        sides,
        apart: Vec::new(),
    };
    let case = &mut case;
    let mut content = case.held(&case.sides[0]).await.unwrap().content;
    content.as_object_mut().unwrap().remove("legal_basis");
    let without = model::request::Edit {
        content: Some(content),
        ..Default::default()
    };
    then!(case, 0, edit, without, "a draft");
    let head = case.sides[0].house.officer(Role::Approver);
    let urgent = requests::Submit {
        standing: model::Standing::UrgentCompletion {
            by: date(2026, 3, 9),
            ground: model::request::UrgencyGround::Evidence,
            head_reason: "The records are erased after ten days.".to_owned(),
            head: head.officer().unwrap(),
        },
        reasons: Default::default(),
    };
    then!(case, 0, submit, urgent, "handed in");
    let (office, _, act) = case.on(0, requests::Note::default()).await;
    requests::approve(office, head, act).await.unwrap();
    case.look("approved").await;
    then!(case, 0, send, requests::Plain {}, "sent");
    let sent = case.held(&case.sides[0]).await.unwrap();
    assert!(sent.outstanding().next().is_some());
    taken_on(case).await;
    let gone = Withdraw {
        reason: "Found otherwise.".to_owned(),
    };
    then!(case, 0, withdraw, gone, "taken back");
    assert!(case.apart.is_empty(), "{:#?}", case.apart);
}

#[tokio::test]
async fn page_and_case_agree_where_it_goes_measure_by_measure() {
    let dir = tempfile::tempdir().unwrap();
    let town = Town::new(dir.path(), 402).await.unwrap();
    let mut case = sent(&town).await;
    let case = &mut case;
    taken_on(case).await;
    then!(
        case,
        1,
        step,
        step("accept_measure", &[0]),
        "a part is accepted"
    );
    then!(case, 1, refuse, refuse(&[1]), "a refusal of the rest waits");
    then!(case, 1, begin_execution, note(), "begun, while it waits");
    let (office, _, act) = case.on(1, ConfirmRefusal::default()).await;
    let second = case.sides[1].house.officer(Role::Approver);
    requests::confirm_refusal(office, second, act)
        .await
        .unwrap();
    case.look("the rest is refused").await;
    then!(case, 1, execute, report(&[]), "what was accepted is done");
    let gone = Withdraw {
        reason: "Found otherwise.".to_owned(),
    };
    then!(case, 0, withdraw, gone, "taken back");
    assert!(case.apart.is_empty(), "{:#?}", case.apart);
}
