//! The letter to the applicant: what each State that was asked says, this one first, and what the applicant may do then. Where
//! nothing is disclosed the same words stand, whatever is held.

use model::access::{Answer, Application, ApplicationStage};
use model::{ApplicationId, Lang, Refusal, StateCode};
use paper::words;

use crate::directory::States;
use crate::error::Result;
use crate::reader::Reader;

/// What one State says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Its name.
    pub state: String,
    /// The disclosed words, as they came, or the fixed ones.
    pub text: String,
}

/// A letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its language; what a State disclosed stands as that State wrote it.
    pub lang: Lang,
    /// What it answers.
    pub opening: String,
    /// State by State; empty where identity was not proven.
    pub said: Vec<Said>,
    /// The supervisory body, and how to complain.
    pub redress: Vec<String>,
}

impl Reader {
    /// The letter to an applicant: as it would be now, or as it was given.
    ///
    /// # Errors
    /// `NOT-ALLOWED`, `NOT-FOUND`; `STAGE` where nobody was asked yet; `ACCESS-WAITING` while a State still has time.
    pub async fn letter_to_applicant(&self, id: ApplicationId, lang: Lang) -> Result<Letter> {
        use ApplicationStage::{Proven, Received};
        let line = self.application(id).await?;
        let one = line.application;
        if [Received, Proven].contains(&one.stage) {
            return Err(Refusal::new("STAGE").with("stage", one.stage).into());
        }
        let mut waiting = one.waiting(self.today());
        if let Some((state, _)) = waiting.find(|(_, late)| !late && one.told.is_none()) {
            return Err(Refusal::new("ACCESS-WAITING").with("state", state).into());
        }
        let states = States::of(self.office()).await?;
        let own = self.office().state().clone();
        Ok(Letter {
            lang,
            opening: opening(&one, &line.number, lang),
            said: said(&one, (&own, &states), lang),
            redress: ["access-letter-check", "access-letter-complain"]
                .map(|key| words::word(lang, key))
                .to_vec(),
        })
    }
}

fn opening(one: &Application, number: &str, lang: Lang) -> String {
    let key = match one.dismissed.is_some() {
        true => "access-letter-unproven".to_owned(),
        false => format!("access-letter-{}", one.what.scope),
    };
    let day = words::date(lang, one.what.received);
    words::say(
        lang,
        &key,
        &[("number", number.into()), ("day", (&day).into())],
    )
}

fn said(one: &Application, (own, states): (&StateCode, &States), lang: Lang) -> Vec<Said> {
    let mut asked: Vec<_> = one.asked.iter().collect();
    asked.sort_by_key(|(state, _)| *state != own);
    let name = |state: &StateCode| match states.profile(state) {
        Ok(profile) => profile.name_in(lang).to_owned(),
        Err(_) => state.to_string(),
    };
    let text = |answer: Option<&Answer>| match answer {
        Some(Answer::Disclosed { text }) => text.clone(),
        Some(Answer::NeitherConfirmNorDeny) => words::word(lang, "access-neither"),
        None => words::word(lang, "access-silent"),
    };
    asked
        .into_iter()
        .map(|(state, asked)| Said {
            state: name(state),
            text: text(asked.reply.as_ref().map(|(answer, _)| answer)),
        })
        .collect()
}
