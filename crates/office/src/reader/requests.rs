//! What a reader sees of requests, and of what hangs on them.

use model::policy::role_for;
use model::request::{Request, Side, Stage, Waiting};
use model::{Actor, EvidenceId, Object, Refusal, RequestId, Verb, limits};
use store::ledger::LineFilter;
use store::reader::Wanted;

use super::{LedgerLine, Page, Reader, ReceiptLine, RequestLine, WorklistFilter};
use crate::error::Result;
use crate::people;
use crate::requests::{rank, record_id, request_of};
use crate::screening::kept;
use crate::search::compared;

/// Stages on which a desk still works.
pub(super) fn open_stages() -> Vec<String> {
    Stage::ALL
        .iter()
        .filter(|s| !s.is_over())
        .map(|s| s.code().to_owned())
        .collect()
}

/// Where a request stands that waits on this side.
fn places(waiting: Waiting) -> Vec<(String, String)> {
    let sides = [Side::Outgoing, Side::Incoming].into_iter();
    let all = sides.flat_map(|side| Stage::ALL.iter().map(move |stage| (side, *stage)));
    all.filter(|(side, stage)| Waiting::of(*side, *stage) == waiting)
        .map(|(side, stage)| (side.code().to_owned(), stage.code().to_owned()))
        .collect()
}

impl Reader {
    pub(super) fn may_see_requests(&self) -> Result<()> {
        let state = self.office.state().clone();
        match self.actor.authority() {
            Some(authority) => self.may(Verb::RequestRead, &Object::worklist(&state, authority)),
            None if matches!(self.actor, Actor::System { .. }) => Ok(()),
            None => Err(Refusal::new("NOT-ALLOWED").into()),
        }
    }

    pub(super) fn wanted(filter: &WorklistFilter) -> Wanted {
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
            places: filter.waiting.map(places),
            urgency: filter.urgency.map(rank),
            due_before: filter.due_before,
            due_from: filter.due_from,
            created_from: filter.created_from,
            officer: filter.officer.map(|id| id.to_string()),
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
        self.request_page(&wanted, filter.page).await
    }

    /// One page of what is wanted, with how many there are in all.
    pub(super) async fn request_page(
        &self,
        wanted: &Wanted,
        page: u32,
    ) -> Result<Page<RequestLine>> {
        let names = self.names().await?;
        let (rows, unread) = self.request_lines(wanted, &names).await?;
        Ok(Page {
            rows,
            page,
            total: self.rows.count(wanted).await?,
            size: wanted.limit,
            unread,
        })
    }

    /// The requests wanted as lines, and the ids of those that cannot be read; `names` are the officers'.
    pub(super) async fn request_lines(
        &self,
        wanted: &Wanted,
        names: &[(model::OfficerId, String)],
    ) -> Result<(Vec<RequestLine>, Vec<String>)> {
        let (requests, unread) = self.readable_requests(wanted).await?;
        let mut rows = Vec::new();
        for request in requests {
            let next_clock = request.next_clock().cloned();
            let officer = request
                .officer
                .and_then(|id| names.iter().find(|(i, _)| *i == id).map(|(_, n)| n.clone()));
            rows.push(RequestLine {
                waiting: request.waiting(),
                next_clock,
                officer,
                request,
            });
        }
        Ok((rows, unread))
    }

    /// The requests wanted that can be read, and the ids of those that cannot: one that is damaged hides no other.
    async fn readable_requests(&self, wanted: &Wanted) -> Result<(Vec<Request>, Vec<String>)> {
        let (mut requests, mut unread) = (Vec::new(), Vec::new());
        for opened in self.rows.each(wanted).await? {
            let (id, request) = match opened {
                Ok(record) => (record.head.id.clone(), request_of(&record)),
                Err(unopened) => (unopened.id, Err(unopened.error.into())),
            };
            match request {
                Ok(request) => requests.push(request),
                Err(error) if kept::of_one(&error) => {
                    kept::passed_over(&self.office, &id, &error);
                    unread.push(id);
                }
                Err(error) => return Err(error),
            }
        }
        Ok((requests, unread))
    }

    /// The officers of this State by name, as colleagues write them.
    ///
    /// # Errors
    /// If the accounts cannot be read.
    pub async fn names(&self) -> Result<Vec<(model::OfficerId, String)>> {
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
            Ok(_) => Ok(Some(request.as_readable())),
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

    /// The requests with this number, as far as they may be read.
    pub(crate) async fn numbered(&self, number: &str) -> Result<Vec<Request>> {
        let wanted = Wanted {
            kind: "request",
            number: Some(number.to_owned()),
            limit: limits::PAGE_ROWS_DEFAULT as u32,
            ..Wanted::default()
        };
        let records = self.rows.records(&wanted).await?;
        records.iter().map(request_of).collect()
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

    /// One record, for whoever may see requests.
    pub(crate) async fn one(&self, id: &str) -> Result<Option<store::Record>> {
        self.may_see_requests()?;
        Ok(self.rows.record(id).await?)
    }

    /// Records of a kind, for whoever may see requests.
    pub(crate) async fn of_kind(&self, wanted: &Wanted) -> Result<Vec<store::Record>> {
        self.may_see_requests()?;
        Ok(self.rows.records(wanted).await?)
    }

    /// Outgoing requests that are not over and name somebody whom this one names, to the same State: for the check against
    /// asking twice. The newest ones where there are very many.
    pub(crate) async fn pending_beside(&self, request: &Request) -> Result<Vec<Request>> {
        let names = compared(request);
        if names.is_empty() {
            return Ok(Vec::new());
        }
        let wanted = Wanted {
            kind: "request",
            stages: open_stages(),
            side: Some(Side::Outgoing.code().to_owned()),
            words: vec![names],
            limit: limits::PAGE_ROWS_MAX as u32,
            newest_first: true,
            ..Wanted::default()
        };
        Ok(self.readable_requests(&wanted).await?.0)
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
}
