//! What a reader sees of the cards that are here; and ending the use of those whose day has come.

use jiff::Timestamp;
use model::card::{Attached, Card};
use model::copies::CopyState;
use model::{Actor, CardId, EvidenceId, Object, Refusal, Verb, limits};
use store::reader::Wanted;
use store::{Record, Tx};

use super::encounters::{ENCOUNTER, EncounterLine};
use super::words::{WORD, WordLine};
use super::{Aside, CARD, HeldCard, IN_USE, SUSPENDED, card_row, hear};
use crate::error::Result;
use crate::office::{Office, Said};
use crate::reader::{Page, Reader};
use crate::records::{over, row_of, today};

/// A card as a reader sees it.
#[derive(Debug, Clone)]
pub struct CardView {
    /// The card.
    pub card: Card,
    /// To read aloud.
    pub number: String,
    /// Since when it is here.
    pub at: Timestamp,
    /// When it last changed.
    pub updated: Timestamp,
    /// Somebody holds on to it.
    pub hold: bool,
    /// Since when the front line takes no measure on it, where that is so.
    pub aside: Option<Aside>,
    /// Encounters here.
    pub encounters: Vec<EncounterLine>,
    /// Words with its owner.
    pub words: Vec<WordLine>,
}

fn view(record: &Record) -> Result<Option<CardView>> {
    let held: HeldCard = row_of(record)?;
    Ok(held.card.map(|card| CardView {
        card,
        number: record.head.number.clone().unwrap_or_default(),
        at: record.head.created,
        updated: record.head.updated,
        hold: held.copy.hold,
        aside: held.aside,
        encounters: Vec::new(),
        words: Vec::new(),
    }))
}

impl Reader {
    fn may_read_cards(&self) -> Result<()> {
        let state = self.office().state().clone();
        self.may(Verb::CardRead, &Object::node(&state))
    }

    /// A page of the cards in use, newest first; with words, those that say all of them.
    ///
    /// # Errors
    /// `NOT-ALLOWED`; `SEARCH-SELF` for the reader's own name.
    pub async fn cards(&self, text: &str, page: u32) -> Result<Page<CardView>> {
        self.may_read_cards()?;
        crate::records::not_oneself((self.office(), self.actor()), text).await?;
        let size = limits::PAGE_ROWS_DEFAULT as u32;
        let query = crate::search::Query::read(text, |_| Vec::new());
        let wanted = Wanted {
            kind: CARD,
            stages: vec![IN_USE.to_owned()],
            words: query.forms,
            newest_first: true,
            limit: size,
            offset: page.saturating_mul(size),
            ..Wanted::default()
        };
        let (rows, total) = self.records(&wanted).await?;
        let views = rows.iter().map(view).collect::<Result<Vec<_>>>()?;
        let day = today(self.office().reading_time());
        let current = |view: &CardView| view.card.is_current(day);
        Ok(Page {
            rows: views.into_iter().flatten().filter(current).collect(),
            page,
            total,
            size,
            unread: Vec::new(),
        })
    }

    /// One card. Hidden, absent, recalled and past its day are alike.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`; `TOO-MANY-MISSES` for whoever asks for one after another that is not there;
    /// `TOO-MANY-OPENED`.
    pub async fn card(&self, id: CardId) -> Result<CardView> {
        let (office, actor) = (self.office().clone(), self.actor().clone());
        crate::records::watched((&office, &actor), &card_row(id), self.card_there(id)).await
    }

    async fn card_there(&self, id: CardId) -> Result<CardView> {
        self.may_read_cards()?;
        let row = card_row(id);
        let record = self.record(&row).await?;
        let record = record.filter(|r| r.head.kind == CARD && r.head.stage == IN_USE);
        let record = record.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        let day = today(self.office().reading_time());
        let view = view(&record)?.filter(|view| view.card.is_current(day));
        let mut view = view.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        let encounters = self.beside(ENCOUNTER, &row).await?;
        view.encounters = encounters
            .iter()
            .map(EncounterLine::of)
            .collect::<Result<_>>()?;
        let mut words = self.beside(WORD, &row).await?;
        words.reverse();
        view.words = words.iter().map(WordLine::of).collect::<Result<_>>()?;
        Ok(view)
    }

    /// What stands beside a card and has not ended.
    async fn beside(&self, kind: &'static str, card: &str) -> Result<Vec<Record>> {
        let mut rows = self.children(kind, card).await?;
        rows.retain(|row| !row.body.is_empty());
        Ok(rows)
    }

    /// A file of a card, in the clear, as a stream.
    ///
    /// # Errors
    /// As [`Reader::card`]; `NOT-FOUND` where it has no such file.
    pub async fn file_of_card(
        &self,
        id: CardId,
        file: EvidenceId,
    ) -> Result<(
        Attached,
        futures_util::stream::BoxStream<'static, Result<bytes::Bytes>>,
    )> {
        let view = self.card(id).await?;
        let file = view.card.files.into_iter().find(|one| one.id == file);
        let file = file.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        let blob = file.blob.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
        let bytes = crate::evidence::plain(self.office(), blob).await?;
        Ok((file, bytes))
    }
}

/// End the use of cards whose day has come; how many. What somebody holds on to is sealed, all else is destroyed.
///
/// # Errors
/// If the store cannot be read or written.
pub(crate) async fn retire(office: &Office, now: Timestamp) -> Result<usize> {
    let rows = over(office, (CARD, &[IN_USE, SUSPENDED]), (now, 0)).await?;
    let count = rows.len();
    for row in rows {
        one(office, row.head.id, now).await?;
    }
    Ok(count)
}

async fn one(office: &Office, row: String, now: Timestamp) -> Result<()> {
    let actor = Actor::worker(office.state(), "retention");
    let act = office.new_act();
    let said = Said::of(row.clone()).with("what", "ended");
    let entry = office.entry(act, (&actor, Verb::ScreenErase), now, said);
    let office_in = office.clone();
    office
        .act(act, move |tx: &mut Tx| {
            Box::pin(async move {
                let record = tx.record(&row).await?;
                let record =
                    record.filter(|r| [IN_USE, SUSPENDED].contains(&r.head.stage.as_str()));
                if let Some(record) = record {
                    let held: HeldCard = row_of(&record)?;
                    let id = held.card.as_ref().map(|card| card.id);
                    let mut copy = held.copy.clone();
                    copy.state = match copy.hold {
                        true => CopyState::Sealed,
                        false => CopyState::Withdrawn,
                    };
                    match (copy.hold, id) {
                        (true, _) => {
                            hear::seal(&office_in, tx, (record, held), (&copy, now)).await?;
                        }
                        (false, Some(id)) => {
                            hear::withdraw(&office_in, tx, (id, copy.version), now).await?;
                        }
                        (false, None) => tx.destroy_record(&row).await?,
                    }
                }
                Ok(tx.keep(entry, ()).await?)
            })
        })
        .await
}
