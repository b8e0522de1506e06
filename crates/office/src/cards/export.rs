//! Cards in the formats of others: as a file that an officer takes out of the node, and as the objects that a program polls. Nothing
//! leaves in a format of others that was not released, and each time the ledger says so.

use std::collections::BTreeSet;

use interchange::stix::to_stix;
pub use interchange::{Format, Loss, Why};
use interchange::{Issue, TakenBack, Withheld};
use jiff::{SignedDuration, Timestamp};
use model::card::Card;
use model::label::Action;
use model::policy::role_for;
use model::record::Property;
use model::{ActId, CardId, Object, Recipient, RecordId, Refusal, Relation, Verb};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::reader::Wanted;
use store::{Record, RecordHead, Tx};
use uuid::{Builder, Uuid, Variant, Version};

use super::{Aside, CARD, HeldCard, IN_USE, card_row};
use crate::error::{Error, Result};
use crate::office::{Office, Said};
use crate::reader::Reader;
use crate::records::{Issued, Measured, OUT, issued_row, measured, number, row_of, today, written};

/// The stage of what stays of a card that programs may have taken and that is used no more: that it was taken back.
const TAKEN_BACK: &str = "taken-back";

/// A card in a format of others.
#[derive(Debug, Clone)]
pub struct Exported {
    /// What a file of it is called.
    pub name: String,
    /// The format.
    pub format: Format,
    /// The text of the file.
    pub text: String,
    /// What the format loses of it: for the officer, never in the file.
    pub loss: Loss,
    /// What each of its assertions says, as the report of what is lost counts them.
    pub says: Vec<Property>,
}

/// A card as programs are given it.
#[derive(Debug, Clone)]
pub struct Given {
    /// When it last changed here.
    pub changed: Timestamp,
    /// Its place among those that changed at the same time.
    pub row: String,
    /// Its objects in STIX 2.1; none where the card may not leave the node.
    pub objects: Vec<Value>,
}

/// The UUID of a text, the same everywhere: of its SHA-256, in the form of version 5 (RFC 9562), the highest that the schemas
/// of STIX know.
pub(crate) fn named(text: &str) -> Uuid {
    let digest = seal::sha256(text.as_bytes());
    let mut bytes = [0; 16];
    bytes.copy_from_slice(digest.bytes().split_at(16).0);
    Builder::from_bytes(bytes)
        .with_version(Version::Sha1)
        .with_variant(Variant::RFC4122)
        .into_uuid()
}

fn withheld(why: Withheld) -> Error {
    let code = match why {
        Withheld::Nothing => "EXPORT-NOTHING",
        Withheld::Label(_) => "EXPORT-LABEL",
    };
    Refusal::new(code).at("/format").into()
}

impl Reader {
    /// This State as the recipient of a card that is here: those who may read it here, and what they run.
    fn this_state(&self, card: &Card, relation: Relation) -> Recipient {
        let mut consents: BTreeSet<String> = card.label.consents_needed();
        consents.insert(card.owner.to_string());
        Recipient {
            clearance: card.label.class,
            consents,
            country: self.office().state().to_string(),
            purpose: self.purpose(),
            relation,
        }
    }

    /// A card with whom it is for: one that this State has put out, or one that is here and may leave the node.
    async fn leaving(&self, id: CardId) -> Result<(Card, Recipient)> {
        let state = self.office().state().clone();
        if self.may(Verb::RecordRead, &Object::node(&state)).is_ok() {
            let row = self.record(&issued_row(id)).await?;
            if let Some(row) = row.filter(|row| row.head.stage == OUT) {
                let issued: Issued = row_of(&row)?;
                return Ok((issued.card, issued.recipient));
            }
        }
        let view = self.card(id).await?;
        if view.aside.is_some() {
            return Err(Refusal::new("EXPORT-ASIDE").at("/format").into());
        }
        let card = view.card;
        if !card.label.allows(Action::Copy) {
            return Err(Refusal::new("EXPORT-COPY").at("/format").into());
        }
        let recipient = self.this_state(&card, Relation::Named);
        Ok((card, recipient))
    }

    /// A card in a format of others, with what the format loses of it. Only to be looked at: [`export`] takes it out.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`; `EXPORT-ASIDE` where it is set aside here, `EXPORT-COPY` where its label keeps it in the node, `EXPORT-LABEL` where the format cannot
    /// say its label, `EXPORT-NOTHING` where nothing of it is for its recipient today.
    pub async fn card_as(&self, id: CardId, format: Format) -> Result<Exported> {
        let state = self.office().state().clone();
        self.may(Verb::CardExport, &Object::node(&state))?;
        let (card, to) = self.leaving(id).await?;
        let (issue, lost) = Issue::of_card(&card);
        let on = today(self.office().reading_time());
        let (text, mut loss) = format.write(&issue, (&to, on), &named).map_err(withheld)?;
        loss.dropped.extend(lost.dropped);
        let name = number("C", &id.to_string());
        Ok(Exported {
            name: format!("{name}.{}", format.extension()),
            format,
            text,
            loss,
            says: issue.record.assertions.iter().map(|one| one.says).collect(),
        })
    }

    /// The cards that changed after a place, the longest ago first, as programs of this State are given them: with the place of
    /// each, from which the next question goes on.
    ///
    /// # Errors
    /// `NOT-ALLOWED`.
    pub async fn given(&self, after: (Timestamp, String), limit: u32) -> Result<Vec<Given>> {
        let state = self.office().state().clone();
        self.may(Verb::CardExport, &Object::node(&state))?;
        let wanted = Wanted {
            kind: CARD,
            stages: vec![IN_USE.to_owned(), TAKEN_BACK.to_owned()],
            changed_after: Some(after),
            limit,
            ..Wanted::default()
        };
        let (rows, _) = self.records(&wanted).await?;
        rows.iter().map(|row| self.as_given(row)).collect()
    }

    fn as_given(&self, row: &Record) -> Result<Given> {
        let on = today(self.office().reading_time());
        let own = Recipient {
            clearance: row.head.label.class,
            consents: BTreeSet::new(),
            country: self.office().state().to_string(),
            purpose: self.purpose(),
            relation: Relation::SameOrg,
        };
        let objects = match row.head.stage == TAKEN_BACK {
            true => {
                let Gone { gone, run } = row_of(row)?;
                objects(&in_run(Issue::of_taken_back(&gone), run), &own, on)
            }
            false => {
                let held: HeldCard = row_of(row)?;
                let card = held.card.as_ref().filter(|card| leaves(card));
                match (card, held.aside) {
                    // Programs act on what they are given, as the front line does: to them it is taken back.
                    (Some(card), Some(aside)) => {
                        objects(&in_run(set_aside(card, aside), held.run()), &own, on)
                    }
                    (Some(card), None) if card.is_current(on) => {
                        let to = self.this_state(card, Relation::SameOrg);
                        objects(&in_run(Issue::of_card(card).0, held.run()), &to, on)
                    }
                    _ => Vec::new(),
                }
            }
        };
        Ok(Given {
            changed: row.head.updated,
            row: row.head.id.clone(),
            objects,
        })
    }
}

/// A card that was taken back, as programs were last given it.
#[derive(Debug, Serialize, Deserialize)]
struct Gone {
    #[serde(flatten)]
    gone: TakenBack,
    /// In which run they were.
    #[serde(default)]
    run: u32,
}

/// An issue as programs are given it in a run. What was revoked never comes back under its id (STIX 2.1, 3.2): a card that was set aside
/// and is used again has another.
fn in_run(issue: Issue, run: u32) -> Issue {
    let id = match run {
        0 => issue.id,
        run => RecordId::from_uuid(named(&format!("run:{}:{run}", issue.id))),
    };
    Issue { id, ..issue }
}

/// What programs are told of a card that is set aside: that it is taken back, from the moment of the decision on.
fn set_aside(card: &Card, aside: Aside) -> Issue {
    let gone = TakenBack {
        id: card.id,
        owner: card.owner.clone(),
        subject: card.subject,
        version: card.version,
        on: today(aside.at),
    };
    let issue = Issue::of_taken_back(&gone);
    let later = Issue::of_card(card).0.modified + SignedDuration::from_millis(1);
    Issue {
        modified: aside.at.max(later),
        ..issue
    }
}

/// Whether programs are given a card.
pub(super) fn leaves(card: &Card) -> bool {
    card.label.allows(Action::Copy)
}

/// What STIX says of an issue; nothing where it can say nothing.
fn objects(issue: &Issue, to: &Recipient, on: jiff::civil::Date) -> Vec<Value> {
    let Ok((mut bundle, _)) = to_stix(issue, to, on, &named) else {
        return Vec::new();
    };
    match bundle.get_mut("objects").map(Value::take) {
        Some(Value::Array(objects)) => objects,
        _ => Vec::new(),
    }
}

/// Take a card out of the node in a format of others.
///
/// # Errors
/// As [`Reader::card_as`]; `TOO-MANY-TAKEN-OUT` for whoever takes out more in a day than anybody works on.
pub async fn export(
    reader: &Reader,
    act: ActId,
    (id, format): (CardId, Format),
) -> Result<Exported> {
    let made = reader.card_as(id, format).await?;
    let who = (reader.office(), reader.actor());
    measured(who, Measured::TakenOut, &card_row(id)).await?;
    let said = Said::of(card_row(id))
        .with("format", format)
        .with("sha256", seal::sha256(made.text.as_bytes()));
    note(reader, act, said).await?;
    Ok(made)
}

/// Note that a program was given cards.
///
/// # Errors
/// `NOT-ALLOWED`.
pub async fn polled(reader: &Reader, act: ActId, cards: usize) -> Result<()> {
    let said = Said::default().with("format", Format::Stix);
    note(reader, act, said.with("cards", cards)).await
}

async fn note(reader: &Reader, act: ActId, said: Said) -> Result<()> {
    let (office, actor, now) = (reader.office(), reader.actor(), reader.office().now());
    let node = Object::node(office.state());
    let said = Said {
        role: role_for(actor, Verb::CardExport, &node, now)?,
        purpose: Some(reader.purpose().code().to_owned()),
        ..said
    };
    let claim = Office::claim(act, (actor, Verb::CardExport), said.object.clone());
    let entry = office.entry(act, (actor, Verb::CardExport), now, said);
    office
        .act(claim, move |tx: &mut Tx| {
            Box::pin(async move { Ok(tx.keep(entry, ()).await?) })
        })
        .await
}

fn taken_back_row(id: CardId) -> String {
    format!("{TAKEN_BACK}:{id}")
}

/// Remember, for programs that took a card, that it was taken back: under its label, and nothing of what it said.
pub(super) async fn remember(
    tx: &mut Tx,
    (held, version): (&HeldCard, u64),
    now: Timestamp,
) -> Result<()> {
    let Some(card) = held.card.as_ref().filter(|card| leaves(card)) else {
        return Ok(());
    };
    let row = taken_back_row(card.id);
    let before = tx.record(&row).await?.map_or(0, |row| row.head.version);
    let gone = TakenBack {
        id: card.id,
        owner: card.owner.clone(),
        subject: card.subject,
        version,
        on: today(now),
    };
    let label = model::Label {
        expires: None,
        ..card.label.clone()
    };
    let head = RecordHead {
        version: before + 1,
        stage: TAKEN_BACK.to_owned(),
        ..RecordHead::first((row, CARD), card.owner.as_str(), &label, now)
    };
    let run = held.run();
    let body = written(&Gone { gone, run })?;
    Ok(tx.put_record(&Record { head, body }).await?)
}
