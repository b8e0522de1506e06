//! Whoever opens a record that somebody else keeps says why: once a day for each record, in the ledger by its code, in the record's own
//! row with what it is about (Directive (EU) 2016/680, article 25). One in so many is looked at again, and every one where a name of the
//! officer stands in the record: nobody is refused for a name, and nobody reads of their family unseen.

use futures_util::future::BoxFuture;
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use model::bulk::{Occasion, is_sampled, sample_text};
use model::policy::role_for;
use model::record::Property;
use model::{ActId, Actor, Object, OfficerId, Purpose, RecordId, Refusal, Verb, limits};
use serde::{Deserialize, Serialize};
use store::reader::Wanted;
use store::{Kept, Record, RecordHead, Tx};

use super::again::LookedAgain;
use super::beside::consultation_ends;
use super::keep::today;
use super::record_row;
use super::row::{Whole, body, written};
use crate::error::Result;
use crate::office::{Office, Said};
use crate::reader::Reader;
use crate::requests::Turn;
use crate::{people, search};

/// The kind of the row.
pub(super) const CONSULTATION: &str = "consultation";
/// Letters of a word of a name that can show kinship: below, half of a language shares them.
const NAME_CHARS_MIN: usize = 3;
/// What was said before midnight holds for so many hours.
const WATCH_HOURS: i64 = 12;
/// Rows counted.
const COUNTED_MAX: u32 = 10_000;

/// Say why a record is opened.
#[derive(Debug, Clone)]
pub struct Consult {
    /// The act.
    pub act: ActId,
    /// The record.
    pub record: RecordId,
    /// Why.
    pub occasion: Occasion,
    /// What it is about: the number of a case, request or card.
    pub reference: String,
}

/// Why a record was opened, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consulted {
    /// Why.
    pub occasion: Occasion,
    /// What it is about.
    pub reference: String,
    /// A name of the officer stands in the record.
    pub namesake: bool,
    /// Who looked at it again, where it was drawn.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub again: Option<LookedAgain>,
}

/// One of them that is looked at again.
#[derive(Debug, Clone)]
pub struct ConsultedLine {
    /// By which it is named when somebody says what was found.
    pub drawn: String,
    /// The record.
    pub record: RecordId,
    /// Its number.
    pub number: String,
    /// Who opened it.
    pub by: OfficerId,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub said: Consulted,
}

fn consultation_row(record: RecordId, officer: OfficerId, on: Date) -> String {
    format!("{CONSULTATION}:{record}:{officer}:{on}")
}

/// Say why a record is opened that somebody else keeps: from then on, and until the day is over, it can be read. Hidden and absent are
/// alike.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND`; `MISSING` or `TOO-LONG` of the reference.
pub async fn consult(office: &Office, actor: &Actor, act: Consult) -> Result<()> {
    let turn = Turn::new(office, actor, Verb::RecordRead, act.act);
    turn.admit()?;
    let by = actor.officer().ok_or_else(|| Refusal::new("NOT-ALLOWED"))?;
    let reference = act.reference.trim().to_owned();
    if !reference.chars().any(char::is_alphanumeric) {
        return Err(Refusal::new("MISSING").at("/reference").into());
    }
    if reference.chars().count() > limits::LINE_CHARS_MAX {
        return Err(Refusal::new("TOO-LONG").at("/reference").into());
    }
    let reader = office.read(actor, Purpose::Intelligence).await?;
    let whole = reader.consulted(act.record).await?;
    let said = Consulted {
        occasion: act.occasion,
        reference,
        namesake: is_namesake(office, by, &whole).await?,
        again: None,
    };
    let object = record_row(act.record);
    let claim = Office::claim(act.act, (actor, turn.verb), Some(object.clone()));
    office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<()>>> {
                Box::pin(async move {
                    let own = turn.office.state().clone();
                    let role = role_for(&turn.actor, turn.verb, &Object::node(&own), turn.now)?;
                    let id = consultation_row(act.record, by, today(turn.now));
                    let before = tx.record(&id).await?;
                    let head = RecordHead {
                        due: Some(consultation_ends(turn.now)),
                        version: before.map_or(1, |row| row.head.version + 1),
                        parent: Some(object.clone()),
                        authority: whole.head.authority.clone(),
                        number: whole.head.number.clone(),
                        officer: Some(by.to_string()),
                        ..RecordHead::first(
                            (id, CONSULTATION),
                            own.as_str(),
                            &whole.head.label,
                            turn.now,
                        )
                    };
                    let body = written(&said)?;
                    tx.put_record(&Record { head, body }).await?;
                    let noted = Said {
                        role,
                        verb: Some("record.consulted"),
                        reason: Some(said.occasion.code().to_owned()),
                        ..Said::of(object)
                    };
                    let by = (&turn.actor, turn.verb);
                    let entry = turn.office.entry(turn.act, by, turn.now, noted);
                    Ok(tx.keep(entry, ()).await?)
                })
            },
        )
        .await
}

/// Whether a word of the officer's name stands among the names in the record.
async fn is_namesake(office: &Office, by: OfficerId, whole: &Whole) -> Result<bool> {
    let account = office.store().account(&by.to_string()).await?;
    let account = account.as_ref().map(people::officer).transpose()?;
    let own = account.map_or_else(Vec::new, |officer| search::words(&officer.name));
    let mut own = own
        .into_iter()
        .filter(|word| word.chars().count() >= NAME_CHARS_MIN);
    let named = |(_, said): &&(RecordHead, super::row::Said)| {
        matches!(said.one.says, Property::Name | Property::Alias)
    };
    let names = whole.said.iter().filter(named);
    let names: Vec<String> = names
        .flat_map(|(_, said)| search::words(&said.one.value))
        .collect();
    Ok(own.any(|word| names.contains(&word)))
}

impl Reader {
    /// Whether this officer keeps the record, or has said today, or in the same watch, why it is opened.
    ///
    /// # Errors
    /// `REASON-WANTED`, with the record.
    pub(super) async fn asked_why(&self, whole: &Whole) -> Result<()> {
        let Some(officer) = self.actor().officer() else {
            return Ok(());
        };
        if whole.body.by == Some(officer) {
            return Ok(());
        }
        let now = self.office().now();
        let day = today(now);
        // A night watch is not asked again at midnight, in the middle of a form.
        let since = now - SignedDuration::from_hours(WATCH_HOURS);
        for (on, since) in [(Some(day), Timestamp::MIN), (day.yesterday().ok(), since)] {
            let Some(on) = on else { continue };
            let said = self
                .record(&consultation_row(whole.id, officer, on))
                .await?;
            if said.is_some_and(|row| row.head.updated >= since) {
                return Ok(());
            }
        }
        Err(Refusal::new("REASON-WANTED")
            .with("record", whole.id)
            .into())
    }

    /// The number of a record that this officer is about to open.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`, hidden and absent alike; `TOO-MANY-MISSES`.
    pub async fn number_of(&self, id: RecordId) -> Result<String> {
        let whole = self.consulted(id).await?;
        Ok(whole.head.number.unwrap_or_default())
    }

    async fn consulted(&self, id: RecordId) -> Result<Whole> {
        self.may_read_records()?;
        let (office, actor) = (self.office().clone(), self.actor().clone());
        super::watched((&office, &actor), &record_row(id), self.whole(id)).await
    }

    /// Of what was opened since then: one in so many, and all where a name of the officer stands in the record; newest first.
    pub(super) async fn consultations(&self, since: Timestamp) -> Result<Vec<ConsultedLine>> {
        let wanted = Wanted {
            kind: CONSULTATION,
            created_from: Some(since),
            newest_first: true,
            limit: COUNTED_MAX,
            ..Wanted::default()
        };
        let mut drawn = Vec::new();
        for row in self.records(&wanted).await?.0 {
            let said: Consulted = body(&row)?;
            let text = sample_text(&row.head.id, today(row.head.created));
            if said.namesake || is_sampled(&seal::sha256(text.as_bytes()), limits::SAMPLE_ONE_IN) {
                drawn.extend(line(row, said));
            }
        }
        Ok(drawn)
    }
}

fn line(row: Record, said: Consulted) -> Option<ConsultedLine> {
    let record = row.head.parent?;
    Some(ConsultedLine {
        drawn: row.head.id,
        record: record.strip_prefix("record:")?.parse().ok()?,
        number: row.head.number.unwrap_or_default(),
        by: row.head.officer?.parse().ok()?,
        at: row.head.created,
        said,
    })
}
