//! The one way out. A reader knows who reads, for what, and when; the labels that person may read are resolved once and
//! stand in every SELECT and COUNT. What is hidden and what does not exist look the same.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::policy::role_for;
use model::request::{Request, Side, Stage, Urgency};
use model::{
    Actor, Clock, Digest, EvidenceId, Label, Object, Purpose, Refusal, RequestId, Role, StateCode,
    Verb, limits,
};
/// What of the ledger is wanted.
pub use store::ledger::LineFilter as LedgerFilter;
use store::ledger::LineFilter;
use store::reader::{House, Wanted};

use crate::directory::{StateEntry, known};
use crate::error::{Error, Result};
use crate::office::Office;
use crate::people::{self, Officer};
use crate::requests::{record_id, request_of};

/// A page of something.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The rows of this page.
    pub rows: Vec<T>,
    /// Counted from 0.
    pub page: u32,
    /// How many there are in all.
    pub total: u64,
    /// Rows on a full page.
    pub size: u32,
}

/// Reads what its actor may read.
#[derive(Debug, Clone)]
pub struct Reader {
    office: Office,
    actor: Actor,
    now: Timestamp,
    rows: store::Reader,
}

/// What is wanted on the worklist.
#[derive(Debug, Clone, Default)]
pub struct WorklistFilter {
    /// Only one side.
    pub side: Option<Side>,
    /// Only these stages; empty: all that are not over.
    pub stages: Vec<Stage>,
    /// Also what is over.
    pub over: bool,
    /// The other State.
    pub counterpart: Option<StateCode>,
    /// An exact number.
    pub number: Option<String>,
    /// Counted from 0.
    pub page: u32,
}

/// On whom a request waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// Our side must do the next thing.
    Us,
    /// Theirs must.
    Them,
    /// Nobody: it is over.
    Nobody,
}

/// A line of the worklist.
#[derive(Debug, Clone)]
pub struct RequestLine {
    /// The request, whole: what a line shows of it is the page's matter.
    pub request: Request,
    /// On whom it waits.
    pub waiting: Waiting,
    /// The clock that ends first.
    pub next_clock: Option<Clock>,
    /// Who has it.
    pub officer: Option<String>,
}

/// The numbers above the worklist.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open requests in view.
    pub open: u64,
    /// Arrived and not registered.
    pub new: u64,
    /// Due within a day.
    pub due_today: u64,
    /// Past a clock.
    pub overdue: u64,
}

/// A receipt, checked.
#[derive(Debug, Clone)]
pub struct ReceiptLine {
    /// `R1` … `R5`.
    pub kind: String,
    /// When it says.
    pub at: Timestamp,
    /// For which envelope.
    pub envelope: Digest,
    /// Who gave it.
    pub from: StateCode,
    /// Its place in the giver's ledger.
    pub leaf: Option<u64>,
    /// Whether its signatures verify against the giver's card.
    pub verified: bool,
}

/// A line of the ledger.
pub type LedgerLine = store::ledger::Line;

/// Stages on which a desk still works.
fn open_stages() -> Vec<String> {
    Stage::ALL
        .iter()
        .filter(|s| !s.is_over())
        .map(|s| s.code().to_owned())
        .collect()
}

impl Office {
    /// A reader for this actor and purpose, now.
    ///
    /// # Errors
    /// If the labels cannot be read.
    pub async fn read(&self, actor: &Actor, purpose: Purpose) -> Result<Reader> {
        let now = self.now();
        let today = now.to_zoned(TimeZone::UTC).date();
        let labels = self.store().labels().await?;
        let readable: Vec<i64> = labels
            .into_iter()
            .filter(|(_, label)| readable(actor, label, purpose, today))
            .map(|(number, _)| number)
            .collect();
        let rows = self.store().reader(&readable, house(self, actor));
        Ok(Reader {
            office: self.clone(),
            actor: actor.clone(),
            now,
            rows,
        })
    }
}

/// Whether a label lets this actor read: officers by the label's own decision; the node's workers read what they work on;
/// another State's node reads nothing here.
fn readable(actor: &Actor, label: &Label, purpose: Purpose, today: jiff::civil::Date) -> bool {
    match actor {
        Actor::Officer {
            state,
            authority,
            clearance,
            ..
        } => {
            let reader = model::Reader {
                state: state.clone(),
                authority: authority.clone(),
                clearance: *clearance,
                purpose,
            };
            label.readable_by(&reader, today).permitted()
        }
        Actor::System { .. } => true,
        Actor::Peer { .. } => false,
    }
}

/// An officer sees the records of the own authority, and what waits elsewhere for a second person of another house.
fn house(office: &Office, actor: &Actor) -> House {
    let Actor::Officer { authority, .. } = actor else {
        return House::default();
    };
    let others = office
        .settings()
        .authorities
        .iter()
        .map(|a| &a.id)
        .filter(|id| *id != authority);
    let in_review = others
        .filter(|id| {
            actor.has(Role::Judge) || (actor.has(Role::Approver) && office.single_officer(id))
        })
        .map(ToString::to_string)
        .collect();
    House {
        own: Some(authority.to_string()),
        in_review,
    }
}

/// On whom a request waits, by its side and stage.
pub fn waiting(request: &Request) -> Waiting {
    let ours = match request.stage {
        stage if stage.is_over() => return Waiting::Nobody,
        Stage::Draft | Stage::Review | Stage::Approved | Stage::ReturnReceived => {
            request.side == Side::Outgoing
        }
        Stage::InfoRequested | Stage::ReturnSent => request.side == Side::Outgoing,
        _ => request.side == Side::Incoming,
    };
    if ours { Waiting::Us } else { Waiting::Them }
}

impl Reader {
    /// Who reads.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    fn may(&self, verb: Verb, object: &Object<'_>) -> Result<()> {
        role_for(&self.actor, verb, object, self.now)
            .map(drop)
            .map_err(Error::Refused)
    }

    fn may_on_node(&self, verb: Verb) -> Result<()> {
        let state = self.office.state().clone();
        self.may(verb, &Object::node(&state))
    }

    fn may_see_requests(&self) -> Result<()> {
        let state = self.office.state().clone();
        match self.actor.authority() {
            Some(authority) => self.may(Verb::RequestRead, &Object::worklist(&state, authority)),
            None if matches!(self.actor, Actor::System { .. }) => Ok(()),
            None => Err(Refusal::new("NOT-ALLOWED").into()),
        }
    }

    fn wanted(filter: &WorklistFilter) -> Wanted {
        let stages = match (filter.stages.is_empty(), filter.over) {
            (false, _) => filter.stages.iter().map(|s| s.code().to_owned()).collect(),
            (true, true) => Vec::new(),
            (true, false) => open_stages(),
        };
        let size = limits::PAGE_ROWS_DEFAULT as u32;
        Wanted {
            kind: "request",
            stages,
            side: filter.side.map(|s| s.code().to_owned()),
            counterpart: filter.counterpart.as_ref().map(ToString::to_string),
            number: filter.number.clone(),
            offset: filter.page.saturating_mul(size),
            limit: size,
            newest_first: filter.over,
            ..Wanted::default()
        }
    }

    /// The worklist: by urgency and time left.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn worklist(&self, filter: &WorklistFilter) -> Result<Page<RequestLine>> {
        self.may_see_requests()?;
        let wanted = Self::wanted(filter);
        let total = self.rows.count(&wanted).await?;
        let names = self.names().await?;
        let mut rows = Vec::new();
        for record in self.rows.records(&wanted).await? {
            let request = request_of(&record)?;
            let next_clock = request
                .clocks
                .iter()
                .filter(|c| c.met.is_none() && c.paused.is_none())
                .min_by_key(|c| c.due)
                .cloned();
            let officer = request
                .officer
                .and_then(|id| names.iter().find(|(i, _)| *i == id).map(|(_, n)| n.clone()));
            rows.push(RequestLine {
                waiting: waiting(&request),
                next_clock,
                officer,
                request,
            });
        }
        Ok(Page {
            rows,
            page: filter.page,
            total,
            size: wanted.limit,
        })
    }

    async fn names(&self) -> Result<Vec<(model::OfficerId, String)>> {
        let accounts = self.office.store().accounts().await?;
        accounts
            .iter()
            .map(|a| people::officer(a).map(|o| (o.id, o.name)))
            .collect()
    }

    /// The name of an officer of this State, as its colleagues write it.
    pub async fn officer_name(&self, id: model::OfficerId) -> Result<Option<String>> {
        Ok(self
            .names()
            .await?
            .into_iter()
            .find(|(i, _)| *i == id)
            .map(|(_, name)| name))
    }

    /// The numbers above the worklist.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn counts(&self) -> Result<Counts> {
        self.may_see_requests()?;
        let open = Self::wanted(&WorklistFilter::default());
        let due = |before| Wanted {
            due_before: Some(before),
            ..open.clone()
        };
        let new = Wanted {
            stages: vec!["delivered".to_owned()],
            side: Some("incoming".to_owned()),
            ..open.clone()
        };
        let overdue = self.rows.count(&due(self.now)).await?;
        let tomorrow = self.now + jiff::SignedDuration::from_hours(24);
        Ok(Counts {
            open: self.rows.count(&open).await?,
            new: self.rows.count(&new).await?,
            due_today: self
                .rows
                .count(&due(tomorrow))
                .await?
                .saturating_sub(overdue),
            overdue,
        })
    }

    /// One request, if it exists and may be read.
    pub async fn request(&self, id: RequestId) -> Result<Option<Request>> {
        let Some(record) = self.rows.record(&record_id(id)).await? else {
            return Ok(None);
        };
        let request = request_of(&record)?;
        let single = self.office.single_officer(request.home_authority());
        match role_for(
            &self.actor,
            Verb::RequestRead,
            &Object::request(&request, single),
            self.now,
        ) {
            _ if matches!(self.actor, Actor::System { .. }) => Ok(Some(request)),
            Ok(_) => Ok(Some(request)),
            Err(_) => Ok(None),
        }
    }

    /// A request that must be there.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn request_or_not_found(&self, id: RequestId) -> Result<Request> {
        self.request(id)
            .await?
            .ok_or_else(|| Refusal::new("NOT-FOUND").into())
    }

    /// The records of a kind that belong to another, within what may be read.
    pub(crate) async fn children(
        &self,
        kind: &'static str,
        parent: &str,
    ) -> Result<Vec<store::Record>> {
        let wanted = Wanted {
            kind,
            parent: Some(parent.to_owned()),
            limit: limits::EVENTS_MAX as u32,
            newest_first: true,
            ..Wanted::default()
        };
        Ok(self.rows.records(&wanted).await?)
    }

    /// Outgoing requests that are not over, for the check against asking twice.
    pub(crate) async fn pending_outgoing(&self) -> Result<Vec<Request>> {
        let wanted = Wanted {
            kind: "request",
            stages: open_stages(),
            side: Some("outgoing".to_owned()),
            limit: limits::PAGE_ROWS_MAX as u32,
            newest_first: true,
            ..Wanted::default()
        };
        self.rows
            .records(&wanted)
            .await?
            .iter()
            .map(request_of)
            .collect()
    }

    /// The receipts of a request.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn receipts(&self, id: RequestId) -> Result<Vec<ReceiptLine>> {
        self.request_or_not_found(id).await?;
        crate::exchange::receipts::lines(&self.office, id).await
    }

    /// A piece of evidence of a request.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn evidence(&self, id: RequestId, item: EvidenceId) -> Result<model::EvidenceItem> {
        let request = self.request_or_not_found(id).await?;
        request
            .evidence
            .into_iter()
            .find(|e| e.id == item)
            .ok_or_else(|| Refusal::new("NOT-FOUND").into())
    }

    /// The directory.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn directory(&self) -> Result<Vec<StateEntry>> {
        let state = self.office.state().clone();
        self.may(Verb::DirectoryRead, &Object::directory(&state, false))?;
        self.states().await
    }

    /// The duty contacts only, for the border.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn duty_contacts(&self) -> Result<Vec<StateEntry>> {
        let state = self.office.state().clone();
        self.may(Verb::DirectoryRead, &Object::directory(&state, true))?;
        let mut states = self.states().await?;
        for entry in &mut states {
            entry.authorities.retain(|a| a.duty_phone.is_some());
        }
        Ok(states)
    }

    async fn states(&self) -> Result<Vec<StateEntry>> {
        let peers = self.office.store().peers().await?;
        peers
            .into_iter()
            .map(|peer| known(peer).map(StateEntry::from))
            .collect()
    }

    /// Lines of the ledger, newest first.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn ledger(&self, filter: &LineFilter) -> Result<Vec<LedgerLine>> {
        self.may_on_node(Verb::LedgerRead)?;
        let limit = filter.limit.clamp(1, limits::PAGE_ROWS_MAX as u32);
        Ok(self
            .office
            .store()
            .ledger_lines(&LineFilter {
                limit,
                ..filter.clone()
            })
            .await?)
    }

    /// What the ledger says of one request, for those who may read the request.
    ///
    /// # Errors
    /// `NOT-FOUND`.
    pub async fn ledger_of(&self, id: RequestId) -> Result<Vec<LedgerLine>> {
        self.request_or_not_found(id).await?;
        let filter = LineFilter {
            object: Some(record_id(id)),
            limit: limits::PAGE_ROWS_MAX as u32,
            ..LineFilter::default()
        };
        Ok(self.office.store().ledger_lines(&filter).await?)
    }

    /// The officers.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn officers(&self) -> Result<Vec<Officer>> {
        self.may_on_node(Verb::OfficerRead)?;
        self.office
            .store()
            .accounts()
            .await?
            .iter()
            .map(people::officer)
            .collect()
    }

    /// The lists.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn lists(&self) -> Result<Vec<store::lists::List>> {
        self.may_on_node(Verb::ListRead)?;
        Ok(self.office.store().lists().await?)
    }

    /// The peers and how exchange with them goes.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn peers(&self) -> Result<Vec<crate::peers::PeerLine>> {
        self.may_on_node(Verb::PeerRead)?;
        crate::peers::lines(&self.office).await
    }

    /// How many requests a State has with us that are urgent, for the duty desk's lanes.
    pub fn urgency_lane(urgency: Urgency) -> u8 {
        match urgency {
            Urgency::Emergency => 0,
            Urgency::Urgent => 1,
            Urgency::Normal => 2,
        }
    }
}
