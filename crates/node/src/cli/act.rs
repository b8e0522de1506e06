//! What the operator can ask a node to do: the same acts whether the command opens the node's folder itself or hands them to
//! the running node over its socket. Reading of files and questions on the terminal are the nouns' own; an act never waits
//! for a person.

use std::path::PathBuf;

use bytes::Bytes;
use model::state::SuspendReason;
use model::{Actor, StateCode};
use office::{Office, Progress};
use serde::{Deserialize, Serialize};

use super::fail::Outcome;
use super::{
    backup, card, docket, doctor, evidence, ledger, list, officer, paper, peer, records, screen,
    screen_key, screening, treaty,
};

/// Where an act is done.
#[derive(Debug, Clone)]
pub(crate) struct Here {
    /// The node's office.
    pub(crate) office: Office,
    /// The node's folder.
    pub(crate) dir: PathBuf,
}

impl Here {
    /// Who acts: the operator at the command line.
    pub(crate) fn operator(&self) -> Actor {
        Actor::operator(self.office.state())
    }
}

/// An act of the operator.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case")]
pub(crate) enum Act {
    /// Our State card; its bytes follow the answer.
    CardShow,
    /// Keep the next State card; it follows the question.
    CardKeep,
    /// Pin a peer; the card follows the question.
    PeerAdd {
        /// The sixty digits that were compared.
        fingerprint: String,
    },
    /// Stop talking to a peer.
    PeerSuspend {
        /// Its code.
        state: StateCode,
        /// Why.
        reason: SuspendReason,
    },
    /// The peers.
    PeerList,
    /// Add an officer.
    OfficerAdd(officer::New),
    /// Change an officer.
    OfficerChange(officer::Changes),
    /// The officers.
    OfficerList,
    /// Import a list; the file follows the question.
    ListImport(list::Wanted),
    /// The lists.
    ListShow,
    /// Take over an old docket; the table follows the question.
    DocketImport(docket::Wanted),
    /// Enter States without a node; the file follows the question.
    DirectoryEnter,
    /// Take in who joined which treaty; the table follows the question.
    TreatyImport(treaty::Wanted),
    /// What binds two States.
    TreatyShow(treaty::Asked),
    /// Who joined which treaty.
    TreatyExport,
    /// Check a traveller.
    ScreenCheck(screen::Asked),
    /// Issue a key to a program.
    ScreenKeyIssue(screen_key::New),
    /// Take a program's key back.
    ScreenKeyRevoke {
        /// Its name or id.
        key: String,
    },
    /// The keys of programs.
    ScreenKeyList,
    /// Control over screening; a file or a question may follow.
    Screening(screening::Asked),
    /// Write an evidence package.
    EvidenceExport(evidence::Wanted),
    /// Take in a file of records in a format of others.
    RecordImport(records::Came),
    /// Write a card in a format of others.
    CardExport(records::Wanted),
    /// Print a request with codes; the paper follows the answer.
    PaperPrint(paper::Wanted),
    /// Verify the ledger and all it names.
    LedgerVerify,
    /// Lines of the ledger.
    LedgerShow(ledger::Wanted),
    /// Make a backup.
    BackupMake {
        /// The folder, as an absolute path.
        out: PathBuf,
    },
    /// How the node is.
    Health {
        /// The operator has compared the clock: it is right.
        #[serde(default)]
        confirm_clock: bool,
    },
}

impl Act {
    /// Do it. `body` is what followed the question.
    ///
    /// # Errors
    /// What the office refuses, in words.
    pub(crate) async fn perform(
        self,
        here: &Here,
        body: Bytes,
        progress: &dyn Progress,
    ) -> Outcome {
        match self {
            Self::CardShow => card::ours(here).await,
            Self::CardKeep => card::keep(here, body).await,
            Self::PeerAdd { fingerprint } => peer::pin(here, body, fingerprint).await,
            Self::PeerSuspend { state, reason } => peer::suspend(here, state, reason).await,
            Self::PeerList => peer::list(here).await,
            Self::OfficerAdd(new) => officer::add(here, new).await,
            Self::OfficerChange(changes) => officer::change(here, changes).await,
            Self::OfficerList => officer::list(here).await,
            Self::ListImport(wanted) => list::import(here, wanted, (body, progress)).await,
            Self::ListShow => list::show(here).await,
            Self::DocketImport(wanted) => docket::import(here, wanted, body).await,
            Self::DirectoryEnter => peer::enter(here, body).await,
            Self::TreatyImport(wanted) => treaty::import(here, wanted, body).await,
            Self::TreatyShow(asked) => treaty::show(here, asked).await,
            Self::TreatyExport => treaty::export(here).await,
            Self::ScreenCheck(asked) => screen::check(here, asked).await,
            Self::ScreenKeyIssue(new) => screen_key::issue(here, new).await,
            Self::ScreenKeyRevoke { key } => screen_key::revoke(here, &key).await,
            Self::ScreenKeyList => screen_key::list(here).await,
            Self::Screening(asked) => screening::perform(asked, here, (body, progress)).await,
            Self::RecordImport(came) => records::import(here, came).await,
            Self::CardExport(wanted) => records::export(here, wanted).await,
            Self::EvidenceExport(wanted) => evidence::export(here, wanted, progress).await,
            Self::PaperPrint(wanted) => paper::print(here, wanted).await,
            Self::LedgerVerify => ledger::verify(here, progress).await,
            Self::LedgerShow(wanted) => ledger::show(here, wanted).await,
            Self::BackupMake { out } => backup::make(here, &out, progress).await,
            Self::Health { confirm_clock } => doctor::node(here, confirm_clock).await,
        }
    }
}
