//! Small marks: handling band, urgency, badges, isolated text.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;
use model::{Class, Label, Lang, Stage, Urgency};

use crate::page::Page;
use crate::words::{self, Arg};

/// The handling band, as on paper files: code · originator · with whom · date of review.
#[derive(Clone, Debug, Template)]
#[template(path = "part/band.html")]
pub struct Band {
    /// CSS class of the level: "open", "restricted", "confidential", "highest".
    pub level: &'static str,
    /// What stands on the band, already said, in order.
    pub words: Vec<String>,
}

impl HtmlSafe for Band {}

impl Band {
    /// The band of a label.
    #[must_use]
    pub fn of(lang: Lang, label: &Label) -> Self {
        let mut said = vec![
            words::say(lang, &words::key("class", label.class.code()), &[]),
            label.originator.to_string(),
        ];
        if let Some(to) = &label.releasable_to {
            let to: Vec<&str> = to.iter().map(AsRef::as_ref).collect();
            said.push(words::say(
                lang,
                "ui-band-releasable",
                &[("to", Arg::Text(&to.join(", ")))],
            ));
        }
        said.extend(label.caveats.iter().cloned());
        if let Some(date) = label.review_by {
            said.push(words::say(
                lang,
                "ui-band-review",
                &[("date", Arg::Text(&paper::words::date(lang, date)))],
            ));
        }
        Self {
            level: Self::level(label.class),
            words: said,
        }
    }

    /// Which of the four looks a class has.
    #[must_use]
    pub fn level(class: Class) -> &'static str {
        match class {
            Class::Public | Class::Official => "open",
            Class::Restricted => "restricted",
            Class::Confidential => "confidential",
            Class::Secret | Class::TopSecret => "highest",
        }
    }
}

/// Urgency: shape, word and colour, always all three; nothing for routine.
#[derive(Clone, Debug, Template)]
#[template(path = "part/urgent.html")]
pub struct Urgent {
    /// "", "urgent" or "emergency".
    pub level: &'static str,
    /// The word.
    pub word: String,
}

impl HtmlSafe for Urgent {}

impl Urgent {
    /// The mark of an urgency.
    #[must_use]
    pub fn of(lang: Lang, urgency: Urgency) -> Self {
        let (level, key) = match urgency {
            Urgency::Normal => ("", "urgency-normal"),
            Urgency::Urgent => ("urgent", "urgency-urgent"),
            Urgency::Emergency => ("emergency", "urgency-emergency"),
        };
        Self {
            level,
            word: words::say(lang, key, &[]),
        }
    }
}

/// The tone of a badge: never the only carrier of meaning, the word stands beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Thin rule, ink.
    Plain,
    /// Waiting for somebody: dashed rule.
    Waiting,
    /// Working colour.
    Active,
    /// Done: green.
    Done,
    /// Ended or refused: double rule.
    Ended,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Waiting => "waiting",
            Self::Active => "active",
            Self::Done => "done",
            Self::Ended => "ended",
        }
    }
}

/// A short word in a frame: a stage, a state of health, a role.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<span class="badge {{ tone.class() }}">{{ word }}</span>"#,
    ext = "html"
)]
pub struct Badge {
    /// Its tone.
    pub tone: Tone,
    /// Its word, already said.
    pub word: String,
}

impl HtmlSafe for Badge {}

impl Badge {
    /// A badge with a word that is already said.
    #[must_use]
    pub fn new(tone: Tone, word: impl Into<String>) -> Self {
        Self {
            tone,
            word: word.into(),
        }
    }

    /// The badge of a request's stage.
    #[must_use]
    pub fn stage(page: &Page, stage: &Stage) -> Self {
        let tone = match stage {
            Stage::Draft | Stage::Review | Stage::Approved | Stage::Consultation => Tone::Plain,
            Stage::Queued
            | Stage::Transmitted
            | Stage::Delivered
            | Stage::InfoRequested
            | Stage::AcceptedWithConditions
            | Stage::Postponed => Tone::Waiting,
            Stage::Registered
            | Stage::Acknowledged
            | Stage::ConditionsDeclined
            | Stage::ConditionsAgreed
            | Stage::Accepted
            | Stage::PartlyAccepted
            | Stage::InExecution
            | Stage::PartlyExecuted => Tone::Active,
            Stage::Executed
            | Stage::ReturnSent
            | Stage::ReturnReceived
            | Stage::Closed
            | Stage::Archived => Tone::Done,
            Stage::Refused | Stage::Withdrawn | Stage::Lapsed | Stage::Quarantined => Tone::Ended,
        };
        Self {
            tone,
            word: page.code("stage", stage.code()),
        }
    }
}

/// A reference, digest or machine-readable line: monospace, always left to right.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<bdi class="mono" dir="ltr">{{ text }}</bdi>"#,
    ext = "html"
)]
pub struct Mono {
    /// The text as it is.
    pub text: String,
}

impl HtmlSafe for Mono {}

/// A name from abroad: isolated, so that Latin and Arabic do not tear each other.
#[derive(Clone, Debug, Template)]
#[template(source = r#"<bdi dir="auto">{{ text }}</bdi>"#, ext = "html")]
pub struct Name {
    /// The name as it is written.
    pub text: String,
}

impl HtmlSafe for Name {}

impl fmt::Display for Tone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.class())
    }
}
