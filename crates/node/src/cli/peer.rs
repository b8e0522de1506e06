//! `comity peer`: pinning another State after two people compared a fingerprint, and how exchange with the pinned ones goes.

use std::fmt::Write as _;
use std::path::PathBuf;

use bytes::Bytes;
use clap::Subcommand;
use model::state::SuspendReason;
use model::{Purpose, StateCode, limits};
use office::Clock as _;
use office::partners;
use office::peers::{AddPeer, SuspendPeer};

use super::act::{Act, Here};
use super::card;
use super::fail::{Done, Fail, Outcome, line, plain};
use super::reach::Dir;
use crate::clock::SystemClock;
use crate::files;

/// What can be done with peers.
#[derive(Debug, Subcommand)]
pub(crate) enum Peer {
    /// Pin another State by its card, after comparing the fingerprint
    Add {
        /// The card file that the other State sent
        card: PathBuf,
        #[command(flatten)]
        dir: Dir,
        /// The sixty digits that the other State read to you; without it you are asked on the terminal
        #[arg(long, value_name = "DIGITS")]
        fingerprint: Option<String>,
    },
    /// Stop talking to a State until its card is pinned again
    Suspend {
        /// Its code
        #[arg(value_parser = super::parsed::<StateCode>)]
        state: StateCode,
        #[command(flatten)]
        dir: Dir,
        /// Why
        #[arg(long, value_parser = super::codes(SuspendReason::ALL, SuspendReason::code))]
        reason: SuspendReason,
    },
    /// Enter States that have no node, from a file in the form that requests are checked with
    Enter {
        /// The file of States
        states: PathBuf,
        #[command(flatten)]
        dir: Dir,
    },
    /// Print the peers and how exchange with them goes
    List {
        #[command(flatten)]
        dir: Dir,
    },
}

/// The command.
pub(super) fn run(peer: Peer) -> Outcome {
    match peer {
        Peer::Enter { states, dir } => {
            let file = files::read(&states, limits::STATES_FILE_BYTES_MAX)?;
            dir.act_with(Act::DirectoryEnter, file)
        }
        Peer::List { dir } => dir.act(Act::PeerList),
        Peer::Suspend { state, dir, reason } => dir.act(Act::PeerSuspend { state, reason }),
        Peer::Add {
            card,
            dir,
            fingerprint,
        } => {
            let bytes = files::read(&card, limits::CARD_BYTES_MAX)?;
            let open = seal::card::open_card(&bytes, SystemClock.now()).map_err(|e| {
                Fail::input(format!(
                    "{}: this is no State card that can be used now: {}",
                    card.display(),
                    line(&e)
                ))
            })?;
            eprint!("{}", card::words(&open, SystemClock.now()));
            let fingerprint = match fingerprint {
                Some(digits) => digits,
                None => confirmed(&open.fingerprint())?,
            };
            dir.act_with(Act::PeerAdd { fingerprint }, bytes)
        }
    }
}

/// Ask on the terminal whether the digits were compared.
fn confirmed(fingerprint: &str) -> Result<String, Fail> {
    let terminal = console::Term::stderr();
    if !terminal.is_term() || !console::Term::stdout().is_term() {
        return Err(Fail::input(
            "no terminal to confirm on: give the digits that the other State read to you with --fingerprint",
        ));
    }
    let asked = "\nRead these digits to the other State over a channel you trusted before, and let them read theirs to you.\nOnly when both are the same, type yes: ";
    let typed = terminal
        .write_str(asked)
        .and_then(|()| terminal.read_line())
        .map_err(|e| Fail::input(format!("the terminal could not be read: {e}")))?;
    if typed.trim() == "yes" {
        Ok(fingerprint.to_owned())
    } else {
        Err(Fail::refused("not confirmed; nothing was pinned"))
    }
}

/// The act.
pub(super) async fn pin(here: &Here, card: Bytes, fingerprint: String) -> Outcome {
    let act = AddPeer {
        act: here.office.new_act(),
        card: card.to_vec(),
        fingerprint,
    };
    let state = office::peers::add(&here.office, &here.operator(), act).await?;
    Ok(Done::said(format!(
        "{state} is pinned; newer cards of the same root are taken in by themselves\n"
    )))
}

/// The act that ends it.
pub(super) async fn suspend(here: &Here, state: StateCode, reason: SuspendReason) -> Outcome {
    let act = SuspendPeer {
        act: here.office.new_act(),
        state: state.clone(),
        reason,
    };
    office::peers::suspend(&here.office, &here.operator(), act).await?;
    Ok(Done::said(format!(
        "{state} is suspended: nothing is sent to it or taken from it until you pin its card again (comity peer add CARD)\n"
    )))
}

/// The peers.
pub(super) async fn list(here: &Here) -> Outcome {
    let reader = here
        .office
        .read(&here.operator(), Purpose::Administration)
        .await?;
    let mut out = String::new();
    for peer in reader.peers().await? {
        let contact = match (&peer.last_contact, &peer.last_error) {
            _ if peer.pinned_at.is_none() => "suspended".to_owned(),
            (_, Some(error)) => format!("in trouble: {error}"),
            (Some(at), None) => format!("last contact {at}"),
            (None, None) => "no contact yet".to_owned(),
        };
        let _ = writeln!(
            out,
            "{} {}\n    card {} until {}; {contact}; waiting to be sent: {}\n    {}",
            peer.state,
            plain(&peer.endpoint),
            peer.card_sequence,
            peer.card_expires,
            peer.outbox_waiting,
            peer.fingerprint,
        );
    }
    if out.is_empty() {
        out.push_str("no peer yet: comity peer add CARD\n");
    }
    Ok(Done::said(out))
}

/// Enter States that have no node.
pub(super) async fn enter(here: &Here, body: Bytes) -> Outcome {
    let file = String::from_utf8(body.to_vec())
        .map_err(|_| Fail::input("the file is not UTF-8; nothing was entered"))?;
    let act = partners::Enter {
        act: here.office.new_act(),
        file,
    };
    let states = partners::enter(&here.office, &here.operator(), act)
        .await
        .map_err(|error| Fail::from(error).and("Nothing was entered"))?;
    let codes: Vec<String> = states.iter().map(ToString::to_string).collect();
    Ok(Done::said(format!("Entered: {}\n", codes.join(", "))))
}
