//! Words about a card between its owner and its holder: what was said, and the form by which something is said.

use model::sharing::{Word, WordKind};
use model::{CardId, Verb};
use office::cards::{Say, WordLine};

use super::alone;
use crate::page::Page;
use crate::pages::requests::told::States;
use crate::pages::screening::{Confirm, carried};
use crate::part::{Choice, Field, Hidden, When, select};
use crate::{PostForm, Problem, Signed};

/// Characters of a question shown where an answer is chosen.
const QUESTION_CHARS_MAX: usize = 80;

/// A talk as a page shows it.
#[derive(Debug)]
pub(super) struct Talk {
    pub(super) lines: Vec<Line>,
    pub(super) form: Option<Form>,
}

/// One word.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) who: String,
    pub(super) kind: String,
    pub(super) text: String,
    pub(super) on: When,
    pub(super) until: Option<When>,
}

/// The form by which something is said.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) action: String,
    pub(super) card: String,
    pub(super) hidden: Hidden,
    pub(super) fields: Vec<Field>,
    /// It was sent and came back.
    pub(super) open: bool,
}

/// The words about a card; `action` is where the form goes.
pub(super) fn talk(
    (me, page, states): (&Signed, &Page, &States),
    words: &[WordLine],
    (card, action): (CardId, String),
    posted: Option<&PostForm>,
) -> Talk {
    let ours = || words.iter().filter(|line| line.card == card);
    let line = |line: &WordLine| Line {
        who: states.name(&line.by),
        kind: page.code("share-word", line.word.kind.code()),
        text: line.word.text.clone(),
        on: page.day(&line.word.on),
        until: line.word.until.as_ref().map(|day| page.day(day)),
    };
    let posted = posted.filter(|form| form.text("card") == card.to_string());
    let asked: Vec<&Word> = ours()
        .filter(|line| line.by != *me.office().state() && line.word.kind.asks())
        .map(|line| &line.word)
        .collect();
    let form = page.may(Verb::WordWrite).then(|| {
        let all = fields(page, &asked, posted).into_iter();
        Form {
            action,
            card: card.to_string(),
            hidden: page.hidden(),
            fields: all.map(|field| field.within(&card.to_string())).collect(),
            open: posted.is_some(),
        }
    });
    Talk {
        lines: ours().map(line).collect(),
        form,
    }
}

fn fields(page: &Page, asked: &[&Word], posted: Option<&PostForm>) -> Vec<Field> {
    let typed = |name: &str| posted.map_or("", |form| form.text(name));
    let kinds = WordKind::ALL.iter();
    let kinds = kinds.filter(|kind| kind.answers().is_none() || !asked.is_empty());
    let kinds = kinds.map(|kind| kind.code());
    let mut fields = vec![select(
        page,
        ("kind", "share-word-kind"),
        ("share-word", kinds),
        typed("kind"),
    )];
    if !asked.is_empty() {
        let mut choices = vec![Choice::new("", page.say("share-word-re-none"), false)];
        choices.extend(asked.iter().map(|word| {
            let text: String = word.text.chars().take(QUESTION_CHARS_MAX).collect();
            let id = word.id.to_string();
            let on = id == typed("re");
            Choice::new(id, text, on)
        }));
        fields.push(Field::select("re", page.say("share-word-re"), choices));
    }
    let text = Field::area("text", page.say("share-word-text"), typed("text"));
    fields.push(
        text.hint(page.say("share-word-text-hint"))
            .rows(3)
            .required(),
    );
    fields
}

/// What is said, and to whom, before it leaves: nothing that was said is called back.
pub(super) fn confirm(
    page: Page,
    (act, to, form): (&Say, String, &PostForm),
    (action, back): (String, String),
) -> Confirm {
    let facts = vec![
        (page.say("share-word-to"), to),
        (
            page.say("share-word-kind"),
            page.code("share-word", act.kind.code()),
        ),
        (page.say("share-word-text"), act.text.clone()),
    ];
    Confirm {
        rooms: alone(&page),
        lead: page.say("share-say-lead"),
        facts,
        action,
        hidden: page.hidden(),
        carried: carried(form),
        button: page.say("share-say-send"),
        grave: false,
        change: true,
        back,
        page,
    }
}

/// What was typed.
pub(super) fn read(form: &PostForm, card: CardId) -> Result<Say, Problem> {
    Ok(Say {
        act: form.act()?,
        card,
        kind: form.parsed("kind")?,
        re: match form.text("re") {
            "" => None,
            _ => Some(form.parsed("re")?),
        },
        text: form.need("text")?.to_owned(),
    })
}
