//! `comity card`: our State card, to show and to hand to other States.

use std::fmt::Write as _;
use std::path::PathBuf;

use bytes::Bytes;
use clap::Subcommand;
use jiff::Timestamp;
use office::Clock as _;
use seal::card::OpenCard;

use super::act::{Act, Here};
use super::fail::{Done, Fail, Outcome, line, plain};
use super::reach::Dir;
use crate::clock::SystemClock;
use crate::config::Config;
use crate::files;
use crate::init::sign_next;
use crate::keyfiles::KeyFiles;
use crate::unlock::Unlock;

/// What can be done with our card.
#[derive(Debug, Subcommand)]
pub(crate) enum Card {
    /// Print our State card: number, expiry, address, fingerprint
    Show {
        #[command(flatten)]
        dir: Dir,
        /// Also write the card to this file, to be handed to other States
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
    /// Sign the next State card before this one ends; keys/root.chest must be brought for it
    Renew {
        #[command(flatten)]
        dir: Dir,
    },
}

/// The command.
pub(super) fn run(card: Card) -> Outcome {
    match card {
        Card::Show { dir, out } => {
            let mut done = dir.act(Act::CardShow)?;
            if let Some(out) = out {
                files::replace(&out, &done.body)?;
                let _ = writeln!(done.text, "written to    {}", out.display());
            }
            Ok(done)
        }
        Card::Renew { dir } => {
            let held = dir.act(Act::CardShow)?.body;
            let config = Config::load(&dir.dir)?;
            let unlock = Unlock::of(&config, &dir.dir)?;
            // The root signs here and not in the node: a running node never has it in memory.
            let keys = KeyFiles::open(&dir.dir, &config.state()?, unlock.into())?;
            let next = sign_next(&held, &keys, SystemClock.now())?;
            dir.act_with(Act::CardKeep, next)
        }
    }
}

/// The act: keep a card that the root signed. Peers fetch it by themselves.
pub(super) async fn keep(here: &Here, card: Bytes) -> Outcome {
    office::peers::keep_our_card(&here.office, card.to_vec()).await?;
    let mut done = ours(here).await?;
    done.text
        .push_str("the new card is in force; peers fetch it by themselves. Take keys/root.chest off this machine again\n");
    Ok(done)
}

/// The act.
pub(super) async fn ours(here: &Here) -> Outcome {
    let bytes = office::peers::our_card(&here.office).await?;
    let open = seal::card::open_card_undated(&bytes)
        .map_err(|e| Fail::broken(format!("the stored State card does not open: {}", line(&e))))?;
    let mut done = Done::said(words(&open, here.office.now()));
    done.body = bytes;
    Ok(done)
}

/// A card for people: what two of them compare, and what it says.
pub(super) fn words(open: &OpenCard, now: Timestamp) -> String {
    let card = &open.card;
    let name = card.names.get("en").map_or("", String::as_str);
    let mut out = String::new();
    let mut fact = |what: &str, value: &str| {
        let _ = writeln!(out, "{what:<14}{}", plain(value));
    };
    fact("State", &format!("{} {name}", card.code));
    fact("card number", &card.sequence.to_string());
    let days = card.expires.duration_since(now).as_hours() / 24;
    let expiry = if card.expires <= now {
        "EXPIRED".to_owned()
    } else {
        format!("in {days} days")
    };
    fact("valid until", &format!("{} ({expiry})", card.expires));
    for endpoint in &card.endpoints {
        fact("address", &endpoint.url);
    }
    for authority in &card.authorities {
        fact("authority", &authority_name(authority));
    }
    for (n, half) in halves(&open.fingerprint()).iter().enumerate() {
        fact(if n == 0 { "fingerprint" } else { "" }, half);
    }
    out
}

fn authority_name(card: &seal::card::AuthorityCard) -> String {
    let read = serde_json::from_slice::<model::state::Authority>(&card.json);
    let name = read.map(|a| a.name_in(model::Lang::En).to_owned());
    format!("{} {}", card.id, name.unwrap_or_default())
}

/// Twelve groups in two lines of six: what a voice can read.
fn halves(fingerprint: &str) -> Vec<String> {
    let groups: Vec<&str> = fingerprint.split(' ').collect();
    groups.chunks(6).map(|half| half.join(" ")).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_fingerprint_stands_in_two_lines() {
        let groups = ["12345"; 12].join(" ");
        let line = ["12345"; 6].join(" ");
        assert_eq!(super::halves(&groups), [line.clone(), line]);
    }
}
