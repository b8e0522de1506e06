//! Parts around forms and lists: hidden inputs, error summary, pager, timeline, next step.

use askama::Template;
use askama::filters::HtmlSafe;

use super::{Mono, Name, When};
use crate::page::Page;

/// The hidden inputs every form carries.
#[derive(Clone, Debug, Template)]
#[template(
    source = r#"<input type="hidden" name="_csrf" value="{{ csrf }}"><input type="hidden" name="_act" value="{{ act }}">{% if let Some(v) = version %}<input type="hidden" name="_version" value="{{ v }}">{% endif %}"#,
    ext = "html"
)]
pub struct Hidden {
    /// The session's token.
    pub csrf: String,
    /// A fresh act id.
    pub act: String,
    /// The version that was on screen.
    pub version: Option<i64>,
}

impl HtmlSafe for Hidden {}

/// The error summary: a list of links to the questions; it takes the focus.
#[derive(Clone, Debug, Template)]
#[template(path = "part/errors.html")]
pub struct Errors {
    /// "There is a problem", already said.
    pub title: String,
    /// Name of the input ("" for none) and what is wrong, already said.
    pub items: Vec<(String, String)>,
}

impl HtmlSafe for Errors {}

impl Errors {
    /// A summary, or nothing to show when `items` is empty.
    #[must_use]
    pub fn of(page: &Page, items: Vec<(String, String)>) -> Self {
        Self {
            title: page.say("ui-errors-title"),
            items,
        }
    }

    fn target(name: &str) -> String {
        super::field::id_of(name)
    }
}

/// One step of a timeline.
#[derive(Clone, Debug)]
pub struct Step {
    /// When.
    pub at: When,
    /// Who, as far as the reader may know.
    pub who: String,
    /// What: a verb in the past tense, already said.
    pub what: String,
    /// The text that came with it.
    pub text: Option<String>,
    /// A digest or number that proves it, with its word before it.
    pub proof: Option<(String, Mono)>,
    /// "ours", "theirs" or "system".
    pub side: &'static str,
    /// How often, where it happened several times in a row.
    pub times: Option<String>,
}

/// What happened, in the order given.
#[derive(Clone, Debug, Template)]
#[template(path = "part/timeline.html")]
pub struct Timeline {
    /// Its steps.
    pub steps: Vec<Step>,
}

impl HtmlSafe for Timeline {}

/// Previous and next page of a list.
#[derive(Clone, Debug, Template)]
#[template(path = "part/pager.html")]
pub struct Pager {
    /// "Page 2 of 7", already said.
    pub text: String,
    /// The list's name for the landmark.
    pub name: String,
    /// Link and word.
    pub previous: Option<(String, String)>,
    /// Link and word.
    pub next: Option<(String, String)>,
}

impl HtmlSafe for Pager {}

impl Pager {
    /// Page `number` (from 1) of `pages`; links keep the other filters of the page's query.
    #[must_use]
    pub fn of(page: &Page, number: u32, pages: u32) -> Self {
        let link = |n: u32| -> String {
            let (path, query) = page.here.split_once('?').unwrap_or((&page.here, ""));
            let mut pairs: Vec<String> = query
                .split('&')
                .filter(|pair| !pair.is_empty() && !pair.starts_with("page="))
                .map(ToOwned::to_owned)
                .collect();
            pairs.push(format!("page={n}"));
            format!("{path}?{}", pairs.join("&"))
        };
        let text = page.say2(
            "ui-page-of",
            ("page", &number.to_string()),
            ("pages", &pages.max(1).to_string()),
        );
        Self {
            text,
            name: page.say("ui-pages"),
            previous: (number > 1).then(|| (link(number - 1), page.say("ui-page-previous"))),
            next: (number < pages).then(|| (link(number + 1), page.say("ui-page-next"))),
        }
    }
}

/// Previous and next page of what was searched by a form: a name stands in no address, and so each turn posts the search again.
#[derive(Clone, Debug, Template)]
#[template(path = "part/turns.html")]
pub struct Turns {
    /// Where the search is posted.
    pub action: &'static str,
    /// What was searched: names and values of its inputs.
    pub asked: Vec<(&'static str, String)>,
    /// The list's name for the landmark.
    pub name: String,
    /// "Page 2 of 7", already said.
    pub text: String,
    /// Number, word and hidden inputs of each turn.
    pub turns: Vec<(u32, String, Hidden)>,
}

impl HtmlSafe for Turns {}

impl Turns {
    /// Page `number` (from 0) of `total` rows, `size` on a page; nothing where there is one page.
    #[must_use]
    pub fn of(
        page: &Page,
        (action, asked): (&'static str, Vec<(&'static str, String)>),
        (number, total, size): (u32, u64, u32),
    ) -> Option<Self> {
        let pages = total.div_ceil(u64::from(size.max(1)));
        let back = number
            .checked_sub(1)
            .map(|to| (to, page.say("ui-page-previous"), page.hidden()));
        let on = number
            .checked_add(1)
            .filter(|to| u64::from(*to) < pages)
            .map(|to| (to, page.say("ui-page-next"), page.hidden()));
        let text = page.say2(
            "ui-page-of",
            ("page", &number.saturating_add(1).to_string()),
            ("pages", &pages.max(1).to_string()),
        );
        (pages > 1 || number > 0).then(|| Self {
            action,
            asked,
            name: page.say("ui-pages"),
            text,
            turns: back.into_iter().chain(on).collect(),
        })
    }
}

/// How an act of the next-step box is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActKind {
    /// The thing to do now: filled button. At most one a page.
    Main,
    /// Also possible: outlined button.
    Other,
    /// Hard to undo: outlined in red, with its word.
    Grave,
}

impl ActKind {
    fn class(self) -> &'static str {
        match self {
            Self::Main => "button",
            Self::Other => "button quiet",
            Self::Grave => "button grave",
        }
    }
}

/// One act offered: a link to its form, or a form that is only a button.
#[derive(Clone, Debug)]
pub struct Act {
    /// Where it leads or posts.
    pub href: String,
    /// What happens, in words: "Send to Belmora's central authority".
    pub text: String,
    /// How it is offered.
    pub kind: ActKind,
    /// Hidden inputs, when it is a form that posts at once; a link otherwise.
    pub post: Option<Hidden>,
}

/// The next-step box of a case: what is waited for, by whom, and what can be done.
#[derive(Clone, Debug, Template)]
#[template(path = "part/next.html")]
pub struct Next {
    /// "Next step", already said.
    pub title: String,
    /// One or two sentences.
    pub text: String,
    /// Who must move, if it is not the reader.
    pub waiting_on: Option<Name>,
    /// What can be done here.
    pub acts: Vec<Act>,
}

impl HtmlSafe for Next {}
