//! The dry check: what the requested State would find in a draft, before anything is sent. The same validator runs on this
//! node, on what that State's card tells of its law; it is only read, nothing is written and nothing leaves.

use std::collections::BTreeSet;

use jiff::Timestamp;
use model::finding::{Finding, Level};
use model::replay::{Asked, Stagehand};
use model::request::Side;
use model::state::{Authority, StateProfile};
use model::template::Forms;
use model::translation::{self, CERTIFICATES, Readers, TranslationNeed, primary};
use model::{Actor, Digest, Purpose, Refusal, RequestId, Stage, StateCode};
use paper::template::{Standing, Wording as _};
use serde::Serialize;
use serde_json::Value;

use super::check::{Checked, Matter, check_content};
use crate::directory::States;
use crate::error::Result;
use crate::office::Office;

/// What the requested State would find.
#[derive(Debug, Clone, Serialize)]
pub struct DryCheck {
    /// Whose rules they are.
    pub receiver: StateCode,
    /// From which of its cards; nothing where the rules come from a file.
    pub card: Option<CardSeen>,
    /// What its validator would say.
    #[serde(flatten)]
    pub checked: Checked,
    /// What it will ask for: what blocks, and warnings that go without a reason.
    pub asks: Vec<Finding>,
    /// What it needs in a language it reads.
    pub translation: Needed,
    /// The clocks it would have: name, and the last day or moment, if it were delivered now.
    pub clocks: Vec<(String, Value)>,
    /// What of its law it has not told, by code: what cannot be judged here.
    pub untold: Vec<&'static str>,
}

/// The card that the rules were read from.
#[derive(Debug, Clone, Serialize)]
pub struct CardSeen {
    /// Its number.
    pub sequence: u64,
    /// When it expires.
    pub expires: Timestamp,
    /// Its digest.
    pub sha256: Digest,
}

/// What a translation would take.
#[derive(Debug, Clone, Serialize)]
pub struct Needed {
    /// Whether one is needed.
    pub need: TranslationNeed,
    /// Language of the original (ISO 639).
    pub original: String,
    /// Languages that are read there.
    pub accepted: Vec<String>,
    /// Languages into which a translation is there.
    pub there: BTreeSet<String>,
    /// Texts to be translated.
    pub passages: usize,
    /// Their length in characters.
    pub chars: usize,
    /// Answers that need none: each reader is shown them in the own language.
    pub closed: usize,
}

/// The dry check of a content, on the rules that `states` tell.
///
/// # Errors
/// As [`check_content`].
pub fn dry_content(
    (states, forms): (&States, &Forms),
    matter: &Matter<'_>,
    reasons: &dyn Fn(&str) -> bool,
    now: Timestamp,
) -> Result<DryCheck> {
    let named = states.naming([matter.from.0, matter.to.0]);
    let states = &*named;
    // The receiver knows nothing of what else is pending on our desk.
    let checked = check_content((states, forms), matter, &[], now)?;
    let (state, authority) = matter.to;
    let (profile, authority) = states.side(state, authority)?;
    let asks = |finding: &&Finding| match finding.level {
        Level::Block => true,
        Level::Warn => !reasons(&finding.code),
        Level::Hint => false,
    };
    let form = forms.reading(matter.template, matter.version);
    Ok(DryCheck {
        receiver: state.clone(),
        card: None,
        asks: checked.findings.iter().filter(asks).cloned().collect(),
        translation: needed(forms, matter, (&profile, &authority)),
        clocks: clocks((states, forms), matter, now),
        untold: form.map_or_else(Vec::new, |form| profile.untold(form.template.kind)),
        checked,
    })
}

fn needed(forms: &Forms, matter: &Matter<'_>, to: (&StateProfile, &Authority)) -> Needed {
    let form = forms.reading(matter.template, matter.version);
    let readers = Readers::of(form.as_ref().map(|form| form.template.kind), to);
    let original = matter.content.pointer("/languages/original");
    let original = primary(original.and_then(Value::as_str).unwrap_or_default());
    let list = matter
        .content
        .pointer(CERTIFICATES)
        .and_then(Value::as_array);
    let translated: Vec<&str> = list
        .into_iter()
        .flatten()
        .filter_map(|line| line.get("lang")?.as_str())
        .collect();
    let (mut passages, mut chars, mut closed) = (0, 0, 0);
    if let Some(form) = form {
        let into = readers.told().first().map_or("", String::as_str);
        let texts = translation::passages(&form.template, matter.content, into);
        passages = texts.len();
        chars = texts.iter().map(|p| p.text.chars().count()).sum();
        closed = answers(&form.template, matter.content).saturating_sub(passages);
    }
    Needed {
        need: readers.need(&original, &translated, matter.urgency),
        original,
        accepted: readers.told().to_vec(),
        there: translation::languages(matter.content),
        passages,
        chars,
        closed,
    }
}

/// The answers that stand in a content.
fn answers(template: &model::template::Template, content: &Value) -> usize {
    let sections = template.fields(content, model::Lang::En);
    let given = |fields: &[paper::template::Field]| {
        fields
            .iter()
            .filter(|f| f.standing != Standing::Empty && !f.pointer.starts_with("/languages"))
            .count()
    };
    sections
        .iter()
        .map(|section| {
            let entries = section.repeat.iter().flat_map(|repeat| &repeat.entries);
            given(&section.fields) + entries.map(|entry| given(&entry.fields)).sum::<usize>()
        })
        .sum()
}

/// The clocks that would begin if it were delivered now. What cannot even be begun starts none; the findings say why.
fn clocks(
    (states, forms): (&States, &Forms),
    matter: &Matter<'_>,
    now: Timestamp,
) -> Vec<(String, Value)> {
    let asked = Asked {
        from: matter.from.0.clone(),
        from_authority: Some(matter.from.1.clone()),
        to: matter.to.0.clone(),
        to_authority: Some(matter.to.1.clone()),
        template: matter.template.to_owned(),
        template_version: Some(matter.version),
        urgency: matter.urgency,
        content: matter.content.clone(),
    };
    Stagehand::new(&states.directory(), forms)
        .clocks(asked, now)
        .unwrap_or_default()
}

/// The dry check of a draft as it stands. Whoever may read it may ask; nothing is written.
///
/// # Errors
/// `NOT-FOUND`; `STAGE` once it has gone out.
pub async fn dry_check(office: &Office, actor: &Actor, id: RequestId) -> Result<DryCheck> {
    let reader = office.read(actor, Purpose::Mla).await?;
    let request = reader.request_or_not_found(id).await?;
    let here = matches!(
        request.stage,
        Stage::Draft | Stage::Review | Stage::Approved
    );
    if request.side != Side::Outgoing || !here {
        return Err(Refusal::new("STAGE").into());
    }
    let states = States::of(office).await?;
    let matter = Matter::of(&request);
    let reason = |code: &str| request.findings_accepted.contains_key(code);
    let rules = (&states, office.forms());
    let mut dry = dry_content(rules, &matter, &reason, office.now())?;
    // A card that gave way to what an officer entered was not read.
    let receiver = crate::directory::entry(office, &request.to).await?;
    let read = receiver.filter(|entry| entry.from_card);
    dry.card = read.and_then(|entry| entry.card).map(|card| CardSeen {
        sequence: card.sequence,
        expires: card.expires,
        sha256: card.sha256,
    });
    Ok(dry)
}
