//! What a reader sees of the node itself: directory, ledger, officers, lists, peers.

use model::{Object, OfficerId, Refusal, StateCode, Verb, limits};
use store::ledger::LineFilter;

use super::{LedgerLine, Reader};
use crate::directory::{StateEntry, entries};
use crate::error::Result;
use crate::people::{self, Officer};

impl Reader {
    /// The directory.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn directory(&self) -> Result<Vec<StateEntry>> {
        let state = self.office.state().clone();
        self.may(Verb::DirectoryRead, &Object::directory(&state, false))?;
        entries(&self.office).await
    }

    /// The duty contacts only, for the border.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn duty_contacts(&self) -> Result<Vec<StateEntry>> {
        let state = self.office.state().clone();
        self.may(Verb::DirectoryRead, &Object::directory(&state, true))?;
        let mut states = entries(&self.office).await?;
        for entry in &mut states {
            entry.authorities.retain(|a| a.duty_phone.is_some());
        }
        Ok(states)
    }

    /// Whether the actor may read the whole directory, and with it the treaty atlas.
    pub(crate) fn may_read_directory(&self, state: &model::StateCode) -> Result<()> {
        self.may(Verb::DirectoryRead, &Object::directory(state, false))
    }

    /// A State that nobody entered: its name, and a central authority of which nothing is known.
    #[must_use]
    pub fn of_the_world(&self, code: &StateCode) -> Option<StateEntry> {
        crate::partners::of_the_world(code)
            .filter(|known| known.profile.code != *self.office.state())
            .map(StateEntry::from)
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

    /// One officer.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`.
    pub async fn officer(&self, id: OfficerId) -> Result<Officer> {
        self.may_on_node(Verb::OfficerRead)?;
        let account = self.office.store().account(&id.to_string()).await?;
        people::officer(&account.ok_or_else(|| Refusal::new("NOT-FOUND"))?)
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
}
