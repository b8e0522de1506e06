//! Cases with one lock closed: for each row of the model's table of locks a case at a desk on which everything else is
//! answered well, brought to where what the lock forbids would be the next thing to do; and for each kind one with nothing
//! closed, by which a test shows that the doors it tries do lead somewhere.

use std::collections::BTreeMap;

use jiff::civil::date;
use model::request::{
    self, Choice, Gate, Reply, Report, Safeguard, SafeguardAct, TakeStep, TrialPoint, gate_of,
    locks, steps,
};
use model::{Kind, Purpose, Request, RequestId, Role};
use office::{evidence, requests, safeguards};
use serde_json::{Value, json};

use crate::exercise::{EXTRADITION, Outcome, all_asked, on, see};
use crate::{House, Town};

/// Who asks, in every one of these cases.
pub const ASKS: &str = "XA";
/// Whose desk has them.
pub const DESK: &str = "XB";

/// A case and what is closed on it.
#[derive(Debug, Clone)]
pub struct Case {
    /// The case.
    pub id: RequestId,
    /// Its kind.
    pub kind: Kind,
    /// What it is about to pass.
    pub gate: Gate,
    /// The one question that was answered so that it locks; `None` where all is clear.
    pub closed: Option<Safeguard>,
}

/// What brings a case before a gate, each as far as its kind lets it.
#[must_use]
pub const fn road(gate: Gate) -> &'static [&'static str] {
    match gate {
        Gate::Grant => &["documents"],
        Gate::Surrender => &["documents", "grant", "fix_surrender"],
        Gate::Accept => &[],
        Gate::HandOver => &["preserve", "accept", "begin"],
        Gate::End => &["refuse"],
    }
}

/// What brings a request for help to where its pieces are given back.
pub const DONE: &[&str] = &["accept", "begin", "attach", "execute"];

impl Case {
    /// What an event on this case tells: that the gate was passed.
    #[must_use]
    pub fn passes(&self, verb: &str) -> bool {
        let gated = steps().filter(|(_, step)| step.verb == verb);
        gated
            .filter_map(|(_, step)| step.gate)
            .chain([verb])
            .any(|name| gate_of(name, Some(self.kind)) == Some(self.gate))
    }

    /// In words, for a failure.
    #[must_use]
    pub fn said(&self) -> String {
        let closed = self.closed.map_or("nothing", Safeguard::code);
        format!("{} before {}, {closed} closed", self.kind, self.gate)
    }
}

/// What the table has before a gate, so that each kind stands there and each question is closed: kinds with the same
/// questions take turns at them.
#[must_use]
pub fn turns(gate: Gate) -> Vec<(Kind, Option<Safeguard>)> {
    let mut groups: BTreeMap<Vec<Safeguard>, Vec<Kind>> = BTreeMap::new();
    for kind in Kind::ALL {
        let rows = locks().into_iter();
        let rows = rows.filter(|(_, of, at, _)| of == kind && *at == gate);
        let asked: Vec<Safeguard> = rows.map(|(safeguard, ..)| safeguard).collect();
        if !asked.is_empty() {
            groups.entry(asked).or_default().push(*kind);
        }
    }
    let turns = groups.iter().flat_map(|(asked, kinds)| {
        let many = asked.len().max(kinds.len());
        let turns = kinds.iter().cycle().zip(asked.iter().cycle());
        turns.take(many).map(|(kind, asked)| (*kind, Some(*asked)))
    });
    turns.collect()
}

/// Cases before a gate, brought there by a road: each of a kind, with the question that is closed, if any.
///
/// # Errors
/// If a desk refuses what nothing stands against.
pub async fn cases(
    town: &Town,
    (gate, wanted): (Gate, &[(Kind, Option<Safeguard>)]),
    road: &[&str],
) -> Outcome<Vec<Case>> {
    let what = wanted.iter().map(|(kind, _)| content(*kind)).collect();
    let ids = all_asked(town, (ASKS, DESK), what).await?;
    let mut made = Vec::new();
    for (id, (kind, closed)) in ids.into_iter().zip(wanted.iter().copied()) {
        let house = town.house(DESK);
        for safeguard in asked_of(kind) {
            answer(house, id, (safeguard, safeguard.clear())).await?;
        }
        for step in road {
            walk(house, id, step).await?;
        }
        if let Some(safeguard) = closed {
            answer(house, id, (safeguard, wrong(safeguard))).await?;
        }
        made.push(Case {
            id,
            kind,
            gate,
            closed,
        });
    }
    town.settle(100).await?;
    Ok(made)
}

/// The questions that the table has for a kind, each once.
fn asked_of(kind: Kind) -> Vec<Safeguard> {
    let asks = |safeguard: &&Safeguard| {
        let mut rows = locks().into_iter();
        rows.any(|(row, of, ..)| row == **safeguard && of == kind)
    };
    Safeguard::ALL.iter().filter(asks).copied().collect()
}

/// As little as shows where a case of its kind leads: an offence for which neither death nor life is in store.
fn content(kind: Kind) -> (String, Value) {
    let form = match kind {
        Kind::Extradition => EXTRADITION,
        other => other.code(),
    };
    let offence = json!({
        "category": "terrorist_financing", "death_penalty": "no", "life_sentence": "no", "penalty_max_months": 120,
    });
    let mut content = json!({"title": "Case of the ferry", "offences": [offence]});
    if let (Kind::Mla, Some(fields)) = (kind, content.as_object_mut()) {
        let measures = json!([{"kind": "bank_transactions"}, {"kind": "documents"}]);
        fields.insert("measures".to_owned(), measures);
    }
    (form.to_owned(), content)
}

/// The answer that locks.
#[must_use]
pub fn wrong(safeguard: Safeguard) -> Choice {
    match safeguard.clear() {
        Choice::Yes => Choice::No,
        _ => Choice::Yes,
    }
}

/// The act by which a question is answered.
#[must_use]
pub fn reply(safeguard: Safeguard, choice: Choice) -> SafeguardAct {
    let sheet = match safeguard {
        Safeguard::FairTrial => TrialPoint::ALL.iter().map(|p| (*p, choice)).collect(),
        _ => BTreeMap::new(),
    };
    SafeguardAct::Answer(Reply {
        safeguard,
        choice,
        reasons: "As the file shows throughout.".to_owned(),
        sources: vec!["File note 12".to_owned()],
        sheet,
    })
}

/// Writes an answer into the record of a case, as its officer.
///
/// # Errors
/// What the office refuses.
pub async fn answer(
    house: &House,
    id: RequestId,
    (safeguard, choice): (Safeguard, Choice),
) -> Outcome<()> {
    Ok(write(house, id, reply(safeguard, choice)).await?)
}

/// Writes into the record of a case, as its officer.
///
/// # Errors
/// What the office refuses.
pub async fn write(house: &House, id: RequestId, what: SafeguardAct) -> office::Result<()> {
    let officer = house.officer(Role::CaseOfficer);
    let reader = house.office.read(officer, Purpose::Mla).await?;
    let version = reader.safeguards(id).await?.request.guard.record.version;
    let on = requests::On {
        act: house.office.new_act(),
        request: id,
        version,
        what,
    };
    safeguards::note(&house.office, officer, on).await?;
    Ok(())
}

/// A case as its officer sees it.
///
/// # Errors
/// If it is not there.
pub async fn seen(house: &House, id: RequestId) -> Outcome<Request> {
    see(house, (Role::CaseOfficer, id)).await
}

/// One act on the way; what this kind of case does not have is left out.
async fn walk(house: &House, id: RequestId, name: &str) -> Outcome<()> {
    let (office, officer) = (&house.office, house.officer(Role::CaseOfficer));
    let who = (Role::CaseOfficer, id);
    let done = match name {
        "accept" => {
            let what = request::Accept {
                reasons: "Nothing stands against it.".to_owned(),
                conditions: Vec::new(),
            };
            requests::accept(office, officer, on(house, who, what).await?).await
        }
        "begin" => {
            let what = request::Progress::default();
            requests::begin_execution(office, officer, on(house, who, what).await?).await
        }
        "execute" => {
            let what = Report {
                what: "The records".to_owned(),
                on: date(2026, 3, 2),
                law: "Code 12".to_owned(),
                executed_by: "Police".to_owned(),
                measures: Vec::new(),
            };
            requests::execute(office, officer, on(house, who, what).await?).await
        }
        "attach" => return attach(house, id).await,
        "refuse" => return refuse(house, id).await,
        step => {
            let what = TakeStep {
                text: Some("As decided.".to_owned()),
                until: Some(date(2026, 6, 1)),
                ..TakeStep::named(step)
            };
            requests::step(office, officer, on(house, who, what).await?).await
        }
    };
    match done {
        Ok(_) | Err(office::Error::Refused(_)) => Ok(()),
        Err(broken) => Err(broken.into()),
    }
}

async fn attach(house: &House, id: RequestId) -> Outcome<()> {
    let act = evidence::Attach {
        act: house.office.new_act(),
        request: id,
        title: "Account records".to_owned(),
        file_name: "records.txt".to_owned(),
        media_type: "text/plain".to_owned(),
        kind: "document".to_owned(),
        origin: request::Origin {
            collected_by: "Police".to_owned(),
            collected_at: house.office.now(),
            place: "Port Selm".to_owned(),
            law: "Code 12".to_owned(),
        },
        certificate: "True copies".to_owned(),
        use_conditions: "This proceeding only".to_owned(),
        provenance: request::Provenance::default(),
        limits: None,
    };
    let body = bytes::Bytes::from(format!("records of {id}"));
    let body = futures_util::stream::iter(vec![Ok(body)]);
    let officer = house.officer(Role::CaseOfficer);
    evidence::attach(&house.office, officer, act, body).await?;
    Ok(())
}

async fn refuse(house: &House, id: RequestId) -> Outcome<()> {
    let what = request::Refuse {
        ground: request::Ground::Torture,
        reasons: "There are substantial grounds to believe that torture is in store.".to_owned(),
        measures: Vec::new(),
        no_consultation: Some("It was held by telephone.".to_owned()),
        sources: vec!["Report of the committee".to_owned()],
    };
    let officer = house.officer(Role::CaseOfficer);
    let what = on(house, (Role::CaseOfficer, id), what).await?;
    requests::refuse(&house.office, officer, what).await?;
    let second = on(
        house,
        (Role::Approver, id),
        request::ConfirmRefusal::default(),
    );
    let approver = house.officer(Role::Approver);
    requests::confirm_refusal(&house.office, approver, second.await?).await?;
    Ok(())
}
