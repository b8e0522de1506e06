//! Words about a card between its owner and its holder: questions, answers, feedback, consent to pass on.

use std::collections::BTreeSet;

use futures_util::future::BoxFuture;
use jiff::Timestamp;
use jiff::civil::Date;
use model::card::Card;
use model::policy::role_for;
use model::release::{self, consent::Consent};
use model::sharing::{Sharing, Word, WordKind};
use model::{
    ActId, Actor, AuthorityId, CardId, Digest, Label, Object, Purpose, Refusal, Role, StateCode,
    Verb, WordId, limits,
};
use serde::{Deserialize, Serialize};
use store::reader::Wanted;
use store::{Kept, Record, RecordHead, Tx};

use super::{card_row, in_use};
use crate::error::{Doing, Result};
use crate::exchange::outbox;
use crate::office::{Office, Said};
use crate::records::{Whole, held_by, issued_row, row_of, today, word_ends, written};
use crate::requests::Turn;

/// The kind of the row, on both sides.
pub(crate) const WORD: &str = "word";
/// Consent is asked for and given for so many days.
const CONSENT_DAYS: i64 = 90;

/// A word as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordLine {
    /// The card.
    pub card: CardId,
    /// Who said it.
    pub by: StateCode,
    /// Who reads it.
    pub to: StateCode,
    /// The word.
    pub word: Word,
    /// When it was said or came.
    pub at: Timestamp,
}

impl WordLine {
    pub(crate) fn of(row: &Record) -> Result<Self> {
        row_of(row)
    }
}

/// Say something about a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Say {
    /// The act.
    pub act: ActId,
    /// The card.
    pub card: CardId,
    /// What it is.
    pub kind: WordKind,
    /// What it answers.
    #[serde(default)]
    pub re: Option<WordId>,
    /// In words; of a consent, just the text that would be passed on.
    pub text: String,
}

/// Where a card stands here: the row that its words belong to, their label, and whom they go to.
struct Talk {
    parent: String,
    label: Label,
    authority: Option<String>,
    number: Option<String>,
    to: StateCode,
    contact: AuthorityId,
}

impl Talk {
    /// About a card that this State has put out: its words stand with its record.
    fn of_issued(head: RecordHead, (to, contact): (StateCode, AuthorityId)) -> Self {
        Self {
            parent: head.parent.unwrap_or(head.id),
            label: head.label,
            authority: head.authority,
            number: head.number,
            to,
            contact,
        }
    }

    /// About a card that is here: this State's own words, for what the card is for.
    fn of_card(own: &StateCode, card: &Card, to: StateCode) -> Self {
        let mut label = Label::own(own, card.label.class);
        label.purposes.clone_from(&card.label.purposes);
        Self {
            parent: card_row(card.id),
            label,
            authority: None,
            number: None,
            to,
            contact: card.contact.clone(),
        }
    }
}

/// The two ends of a talk: a card that is here, or one that this State has put out.
async fn talk(turn: &Turn, tx: &mut Tx, id: CardId) -> Result<Talk> {
    let own = turn.office.state().clone();
    let out = tx.record(&issued_row(id)).await?;
    if let Some(row) = out.filter(|row| !row.body.is_empty()) {
        let issued: crate::records::Issued = row_of(&row)?;
        let to = issued.recipient.country.parse();
        let to = to.map_err(|_| Refusal::new("STATE"))?;
        return Ok(Talk::of_issued(row.head, (to, issued.card.contact)));
    }
    let card = in_use(tx, &card_row(id)).await?;
    let card = card.ok_or_else(|| Refusal::new("NOT-FOUND"))?;
    Ok(Talk::of_card(&own, &card, card.owner.clone()))
}

/// SHA-256 of a text that consent is asked for.
fn digest(text: &str) -> Result<Digest> {
    let value = serde_json::json!({ "text": text.trim() });
    let bytes = seal::canonical_json(&value).doing("write a text in its canonical form")?;
    Ok(seal::sha256(&bytes))
}

fn row(talk: &Talk, line: &WordLine) -> Result<Record> {
    let head = RecordHead {
        parent: Some(talk.parent.clone()),
        stage: line.word.kind.code().to_owned(),
        authority: talk.authority.clone(),
        number: talk.number.clone(),
        counterpart: Some(talk.to.to_string()),
        due: Some(word_ends(line.at)),
        ..RecordHead::first(
            (format!("{WORD}:{}", line.word.id), WORD),
            line.by.as_str(),
            &talk.label,
            line.at,
        )
    };
    Ok(Record {
        head,
        body: written(line)?,
    })
}

/// Say something about a card to the other side.
///
/// # Errors
/// `NOT-ALLOWED`, `NOT-FOUND`, `MISSING`, `TOO-LONG`, `WORD-ANSWERS`; `TOO-MANY`.
pub async fn say(office: &Office, actor: &Actor, act: Say) -> Result<WordId> {
    let turn = Turn::new(office, actor, Verb::WordWrite, act.act);
    turn.admit()?;
    let id = WordId::new(turn.now, office.throw10());
    let claim = Office::claim(act.act, (actor, turn.verb), Some(card_row(act.card)));
    let done = office
        .act(
            claim,
            move |tx: &mut Tx| -> BoxFuture<'_, Result<Kept<WordId>>> {
                Box::pin(async move {
                    let talk = talk(&turn, tx, act.card).await?;
                    let state = turn.office.state().clone();
                    let role = may_say(&turn, &talk.label)?;
                    let mut before = tx.children(&talk.parent, WORD).await?;
                    before.retain(|row| !row.body.is_empty());
                    if before.len() >= limits::CARD_WORDS_MAX {
                        return Err(Refusal::new("TOO-MANY").into());
                    }
                    let word = worded(id, act.clone(), (&before, today(turn.now)))?;
                    word.check()?;
                    let line = WordLine {
                        card: act.card,
                        by: state.clone(),
                        to: talk.to.clone(),
                        word: word.clone(),
                        at: turn.now,
                    };
                    tx.put_record(&row(&talk, &line)?).await?;
                    if talk.to != state {
                        let what = Sharing::Word { id: act.card, word };
                        let to = (&talk.to, &talk.contact);
                        outbox::answer_about_card(&turn.office, tx, to, what, turn.now).await?;
                    }
                    let said = Said {
                        role,
                        ..Said::of(card_row(act.card))
                    }
                    .with("word", act.kind);
                    let by = (&turn.actor, turn.verb);
                    let entry = turn.office.entry(turn.act, by, turn.now, said);
                    Ok(tx.keep(entry, id).await?)
                })
            },
        )
        .await?;
    office.0.bell.outbox.notify_one();
    Ok(done)
}

/// Whoever may read a card, as an analyst or at the border, may speak about it.
fn may_say(turn: &Turn, label: &Label) -> Result<Option<Role>> {
    let object = |purpose| Object {
        label: Some(label),
        purpose,
        ..Object::node(turn.office.state())
    };
    let as_analyst = role_for(
        &turn.actor,
        turn.verb,
        &object(Purpose::Intelligence),
        turn.now,
    );
    let role = as_analyst.or_else(|_| {
        role_for(
            &turn.actor,
            turn.verb,
            &object(Purpose::Screening),
            turn.now,
        )
    });
    Ok(role?)
}

/// The word of an act. An answer to a question about consent is about just the text that was asked for.
fn worded(id: WordId, act: Say, (before, on): (&[Record], Date)) -> Result<Word> {
    let mut word = Word {
        id,
        kind: act.kind,
        re: act.re,
        text: act.text,
        on,
        until: None,
        digest: None,
    };
    if act.kind == WordKind::ConsentAsked {
        word.digest = Some(digest(&word.text)?);
    }
    if let Some(asked) = act.kind.answers() {
        let lines = before
            .iter()
            .map(WordLine::of)
            .collect::<Result<Vec<_>>>()?;
        let re = lines
            .into_iter()
            .find(|line| Some(line.word.id) == act.re && line.word.kind == asked);
        let re = re.ok_or_else(|| Refusal::new("WORD-ANSWERS").at("/re"))?;
        if act.kind == WordKind::ConsentGiven {
            word.digest = re.word.digest;
            word.until = on.checked_add(jiff::Span::new().days(CONSENT_DAYS)).ok();
        }
    }
    Ok(word)
}

/// A word comes from the other side of a card.
pub(super) async fn heard(
    office: &Office,
    tx: &mut Tx,
    (id, from): (CardId, &StateCode),
    word: Word,
    now: Timestamp,
) -> Result<String> {
    word.check()?;
    let own = office.state().clone();
    let talk = match held_by(tx, (id, from)).await? {
        Some((head, _)) => Talk::of_issued(head, (own.clone(), office_contact(office)?)),
        None => {
            let card = in_use(tx, &card_row(id)).await?;
            let card = card.filter(|card| card.owner == *from);
            let card = card.ok_or_else(|| Refusal::new("COPY-ABSENT"))?;
            Talk::of_card(&own, &card, own.clone())
        }
    };
    let line = WordLine {
        card: id,
        by: from.clone(),
        to: own,
        word,
        at: now,
    };
    let record = row(&talk, &line)?;
    if tx.record(&record.head.id).await?.is_none() {
        if tx.children(&talk.parent, WORD).await?.len() >= limits::CARD_WORDS_MAX {
            return Err(Refusal::new("TOO-MANY").into());
        }
        tx.put_record(&record).await?;
    }
    Ok(talk.parent)
}

fn office_contact(office: &Office) -> Result<AuthorityId> {
    let first = office.settings().authorities.first().map(|a| a.id.clone());
    first.ok_or_else(|| Refusal::new("AUTHORITY-UNKNOWN").into())
}

/// Originators whose consent stands for every part of a record that they control: given by their own key, for just that text, and
/// not past its day.
pub(crate) async fn consented(
    office: &Office,
    whole: &Whole,
    on: Date,
) -> Result<BTreeSet<String>> {
    let gates = Actor::worker(office.state(), "gates");
    let reader = office.read(&gates, Purpose::Screening).await?;
    let wanted = Wanted {
        kind: WORD,
        stages: vec![WordKind::ConsentGiven.code().to_owned()],
        limit: limits::RECORDS_FOUND_MAX,
        newest_first: true,
        ..Wanted::default()
    };
    let (rows, _) = reader.records(&wanted).await?;
    let lines = rows.iter().map(WordLine::of).collect::<Result<Vec<_>>>()?;
    let given: Vec<Consent> = lines.into_iter().filter_map(consent).collect();
    let asks = office.state().as_str();
    let record = whole.saying();
    Ok(release::consent::consented(
        &record,
        (&given, asks),
        on,
        |text| digest(text).ok(),
    ))
}

/// A consent as it came: by the key that signed it, from the day it was here, for no longer than a consent lasts.
fn consent(line: WordLine) -> Option<Consent> {
    let day = today(line.at);
    let longest = day.checked_add(jiff::Span::new().days(CONSENT_DAYS)).ok()?;
    Some(Consent {
        by: line.by.to_string(),
        text: line.word.digest?,
        on: day.max(line.word.on),
        until: Some(line.word.until.map_or(longest, |until| until.min(longest))),
    })
}
