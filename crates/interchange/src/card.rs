//! A card that was released (`model::card`) in the formats of others: another way to write what two persons have let go, to
//! the State that they let it go to, and nothing beside it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use model::card::Card;
use model::coded;
use model::id::{CardId, RecordId, StateCode};
use model::label::Recipient;
use model::record::{Assertion, Association, Provenance, Subject};
use serde::{Deserialize, Serialize};

use crate::ftm::{Reader, to_ftm};
use crate::loss::{self, Issue, Loss, Why, Withheld};
use crate::misp::to_misp;
use crate::stix::{Names, to_stix};

coded! {
    /// The formats of others that a card is written in.
    pub enum Format {
        /// A bundle of STIX 2.1 (OASIS Standard, June 2021).
        Stix = "stix",
        /// An event of MISP.
        Misp = "misp",
        /// Lines of FollowTheMoney, for a reader of whom nobody knows whether it keeps labels: only what is for all.
        Ftm = "ftm",
        /// The same for a reader that keeps our context, and with it the labels: another node, its own index.
        FtmWithLabels = "ftm-with-labels",
    }
}

/// What stays of a card that was taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TakenBack {
    /// Which card.
    pub id: CardId,
    /// Whose it was.
    pub owner: StateCode,
    /// Of what it was: its id in STIX begins with it.
    pub subject: Subject,
    /// The version that takes it back.
    pub version: u64,
    /// The day.
    pub on: Date,
}

impl Format {
    /// The media type of a file in it.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Stix => "application/stix+json;version=2.1",
            Format::Misp => "application/json",
            Format::Ftm | Format::FtmWithLabels => "application/x-ndjson",
        }
    }

    /// What a file in it is called.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Format::Stix => "stix.json",
            Format::Misp => "misp.json",
            Format::Ftm | Format::FtmWithLabels => "ftm.jsonl",
        }
    }

    /// What the recipient may have of an issue on a day, as the text of a file, with what the format loses of it.
    ///
    /// # Errors
    /// [`Withheld`] when nothing leaves, or nothing may leave in this format.
    pub fn write(
        self,
        issue: &Issue,
        (to, on): (&Recipient, Date),
        names: Names<'_>,
    ) -> Result<(String, Loss), Withheld> {
        let lines = |reader| {
            let (lines, loss) = to_ftm(issue, to, on, reader, names)?;
            let lines = lines.iter().map(|line| format!("{line}\n"));
            Ok((lines.collect(), loss))
        };
        match self {
            Format::Stix => to_stix(issue, to, on, names).map(|(b, loss)| (b.to_string(), loss)),
            Format::Misp => to_misp(issue, to, on, names).map(|(e, loss)| (e.to_string(), loss)),
            Format::Ftm => lines(Reader::Plain),
            Format::FtmWithLabels => lines(Reader::KeepsLabels),
        }
    }
}

impl Issue {
    /// A card as an issue: every part under the label of the card. What of a card no format carries is noted as lost.
    #[must_use]
    pub fn of_card(card: &Card) -> (Issue, Loss) {
        let mut lost = Loss::default();
        for (at, _) in card.files.iter().enumerate() {
            lost.drop_field(format!("/files/{at}"), Why::Files);
        }
        lost.drop_field("/contact", Why::Contact);
        let from = Provenance {
            by: card.owner.to_string(),
            ..Provenance::default()
        };
        let said = card.facts.iter();
        let said = said.flat_map(|(says, values)| values.iter().map(move |value| (says, value)));
        let mut record = loss::empty(card.subject);
        record.category = card.category;
        record.review_by = Some(card.review_by);
        record.expires = card.expires;
        record.assertions = (1..)
            .zip(said)
            .map(|(at, (says, value))| Assertion {
                id: format!("A{at}"),
                says: *says,
                value: value.clone(),
                label: Some(card.label.clone()),
                from: from.clone(),
            })
            .collect();
        record.associations = (1..)
            .zip(&card.ties)
            .map(|(at, tie)| Association {
                id: format!("T{at}"),
                nature: tie.nature,
                with: tie.with.clone(),
                role: tie.role.clone(),
                grounds: tie.grounds.clone(),
                evidence: Vec::new(),
                label: Some(card.label.clone()),
                from: from.clone(),
            })
            .collect();
        let modified = version_time(card.released_on, card.version);
        let issue = Issue {
            id: RecordId::from_uuid(card.id.uuid()),
            owner: card.owner.clone(),
            created: made(card.id).min(modified),
            modified,
            recalled: false,
            replaces: None,
            record,
        };
        (issue, lost)
    }

    /// What others are told of a card that was taken back: that it was.
    #[must_use]
    pub fn of_taken_back(gone: &TakenBack) -> Issue {
        let modified = version_time(gone.on, gone.version);
        Issue {
            id: RecordId::from_uuid(gone.id.uuid()),
            owner: gone.owner.clone(),
            created: made(gone.id).min(modified),
            modified,
            recalled: true,
            replaces: None,
            record: loss::empty(gone.subject),
        }
    }
}

/// The day on which a card was made: the time in its id, which says no hour (RFC 9562, 5.7).
fn made(id: CardId) -> Timestamp {
    let millis = id.uuid().as_u128() >> 80;
    let millis = i64::try_from(millis).unwrap_or_default();
    Timestamp::from_millisecond(millis).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The time that a version bears: its day, and as many thousandths of a second as make it later than those before it.
fn version_time(on: Date, version: u64) -> Timestamp {
    let day = on.to_zoned(TimeZone::UTC).map(|zoned| zoned.timestamp());
    let day = day.unwrap_or(Timestamp::UNIX_EPOCH).as_millisecond();
    let version = i64::try_from(version).unwrap_or(i64::MAX);
    Timestamp::from_millisecond(day.saturating_add(version)).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests;
