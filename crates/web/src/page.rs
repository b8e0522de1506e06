//! `Page`: what every HTML page knows (language, reader, navigation, handling band) and how a template says words.
//!
//! A template struct has a field `page: Page`; its file begins with `{% extends "base.html" %}` and says
//! `{{ page.say("ui-save") }}`. Parts (`page.clock(..)`, `page.when(..)`) come back as types that are already HTML.
//! No page of its own lives here, and nothing that decides who may do what.

use std::fmt;
use std::sync::Arc;

use askama::Template;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, StatusCode, header};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use model::{Lang, Verb};

use crate::part;
use crate::routes;
use crate::session::Who;
use crate::words::{self, Arg};

/// How closely the page is set (architecture 7.2): one class on `<body>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Density {
    /// Tables of 36 px rows: worklist, ledger, directory.
    Desk,
    /// One column of 38 rem: questions and answers.
    Form,
    /// Targets of at least 64 px: the border post.
    Post,
}

impl Density {
    fn class(self) -> &'static str {
        match self {
            Self::Desk => "desk",
            Self::Form => "form",
            Self::Post => "post",
        }
    }
}

/// Day, night, or as the machine is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Scheme {
    /// As the browser prefers.
    #[default]
    Auto,
    /// White paper.
    Day,
    /// The duty desk at night.
    Night,
}

impl Scheme {
    /// The value of the cookie and the class on `<html>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Day => "day",
            Self::Night => "night",
        }
    }

    /// Reads a cookie's value; anything unknown is `Auto`.
    #[must_use]
    pub fn from_code(code: &str) -> Self {
        match code {
            "day" => Self::Day,
            "night" => Self::Night,
            _ => Self::Auto,
        }
    }
}

/// One entry of the navigation.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Where it leads.
    pub href: &'static str,
    /// Its word, in the page's language.
    pub text: String,
    /// Whether the reader is in this room now.
    pub here: bool,
}

/// One language of the switch, in its own name.
#[derive(Clone, Debug)]
pub struct Tongue {
    /// "ar", "zh", …
    pub code: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// "rtl" or "ltr".
    pub dir: &'static str,
    /// Whether the page is in it.
    pub here: bool,
}

/// Makes fresh act ids for forms, so that a double click does nothing twice.
pub type FreshAct = Arc<dyn Fn() -> String + Send + Sync>;

/// What every page knows. Made by [`crate::session::Ctx::page`].
#[derive(Clone)]
pub struct Page {
    /// Language of the page.
    pub lang: Lang,
    /// Title, already said.
    pub title: String,
    /// The State's name in the page's language.
    pub state_name: String,
    /// The State's code, "XA".
    pub state_code: String,
    /// Path and query of this page, for the language switch and the way back.
    pub here: String,
    /// Who reads, if signed in.
    pub who: Option<Who>,
    /// Handling band, top and bottom.
    pub band: Option<part::Band>,
    /// A short notice of what was done just before, already said.
    pub done: Option<String>,
    /// Day or night.
    pub scheme: Scheme,
    pub(crate) density: Density,
    pub(crate) refresh_s: Option<u32>,
    pub(crate) typed_in: bool,
    pub(crate) module: Option<&'static str>,
    pub(crate) wrong: bool,
    pub(crate) now: Timestamp,
    pub(crate) zone: TimeZone,
    pub(crate) csrf: String,
    pub(crate) fresh_act: FreshAct,
}

impl fmt::Debug for Page {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page")
            .field("lang", &self.lang)
            .field("here", &self.here)
            .finish_non_exhaustive()
    }
}

impl Page {
    /// Sets the density; `Desk` unless told.
    #[must_use]
    pub fn density(mut self, density: Density) -> Self {
        self.density = density;
        self
    }

    /// Puts the handling band of `label` above and below the page.
    #[must_use]
    pub fn band(mut self, label: &model::label::Label) -> Self {
        self.band = Some(part::Band::of(self.lang, label));
        self
    }

    /// Reloads the page after so many seconds where scripts are off (with scripts, only its `data-live` parts).
    #[must_use]
    pub fn refresh(mut self, seconds: u32) -> Self {
        self.refresh_s = Some(seconds);
        self
    }

    /// Never reloads the whole page: somebody may be typing in it, and without scripts all of it would be lost.
    #[must_use]
    pub fn typed_in(mut self, typed_in: bool) -> Self {
        self.typed_in = typed_in;
        self
    }

    pub(crate) fn reload_s(&self) -> Option<u32> {
        self.refresh_s.filter(|_| !self.typed_in)
    }

    /// Adds a script module of `assets/` beside the common one ("passkey", "mrz", "draft").
    #[must_use]
    pub fn module(mut self, name: &'static str) -> Self {
        self.module = Some(name);
        self
    }

    /// Marks the title with "Error:" when the form came back with findings (WCAG 3.3.1, GOV.UK's habit).
    #[must_use]
    pub fn wrong(mut self, wrong: bool) -> Self {
        self.wrong = wrong;
        self
    }

    /// Replaces the title by a text that is already said (a request's number and title).
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// A page titled by a number, and no name: the title of a window stands in the browser's history.
    #[must_use]
    pub fn numbered(self, number: &str) -> Self {
        let title = format!("{} {number}", self.title);
        self.titled(title)
    }

    /// Says a word without arguments.
    #[must_use]
    pub fn say(&self, key: &str) -> String {
        words::say(self.lang, key, &[])
    }

    /// Says a word with one text argument.
    #[must_use]
    pub fn say1(&self, key: &str, name: &str, value: impl fmt::Display) -> String {
        words::say(self.lang, key, &[(name, Arg::Text(&value.to_string()))])
    }

    /// Says a word with two text arguments.
    #[must_use]
    pub fn say2(&self, key: &str, one: (&str, &str), two: (&str, &str)) -> String {
        words::say(
            self.lang,
            key,
            &[(one.0, Arg::Text(one.1)), (two.0, Arg::Text(two.1))],
        )
    }

    /// Says a word that counts: argument `$n`, with the language's own plural.
    #[must_use]
    pub fn say_n(&self, key: &str, n: impl TryInto<i64>) -> String {
        words::say(
            self.lang,
            key,
            &[("n", Arg::Number(n.try_into().unwrap_or(i64::MAX)))],
        )
    }

    /// Says `<prefix>-<code>` with dots and underscores of the code as hyphens: `page.code("stage", "info_requested")`.
    #[must_use]
    pub fn code(&self, prefix: &str, code: &str) -> String {
        self.say(&words::key(prefix, code))
    }

    /// Hidden inputs of a form: the CSRF token and a fresh act id.
    #[must_use]
    pub fn hidden(&self) -> part::Hidden {
        part::Hidden {
            csrf: self.csrf.clone(),
            act: (self.fresh_act)(),
            version: None,
        }
    }

    /// As [`Page::hidden`], with the version of the object that the form changes.
    #[must_use]
    pub fn hidden_at(&self, version: &i64) -> part::Hidden {
        part::Hidden {
            version: Some(*version),
            ..self.hidden()
        }
    }

    /// A moment: date and time in the node's zone, with the machine's own form in `datetime`.
    #[must_use]
    pub fn when(&self, at: &Timestamp) -> part::When {
        part::When::moment(self.lang, *at, &self.zone)
    }

    /// A civil date, in words.
    #[must_use]
    pub fn day(&self, date: &jiff::civil::Date) -> part::When {
        part::When::day(self.lang, *date)
    }

    /// A deadline: word, shape, what is left, and its source.
    #[must_use]
    pub fn clock(&self, clock: &model::deadline::Clock) -> part::Clock {
        part::Clock::of(self, clock)
    }

    /// The urgency mark: nothing for routine, ▲ or ◆ with its word otherwise.
    #[must_use]
    pub fn urgency(&self, urgency: &model::request::Urgency) -> part::Urgent {
        part::Urgent::of(self.lang, *urgency)
    }

    /// A reference, digest or MRZ: monospace, left to right.
    #[must_use]
    pub fn mono(&self, text: impl fmt::Display) -> part::Mono {
        part::Mono {
            text: text.to_string(),
        }
    }

    /// A name from abroad: isolated, in its own direction.
    #[must_use]
    pub fn name(&self, text: impl fmt::Display) -> part::Name {
        part::Name {
            text: text.to_string(),
        }
    }

    /// Now, as the page was made.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.now
    }

    /// Whether the reader's roles include the verb: for showing a button, never for deciding.
    #[must_use]
    pub fn may(&self, verb: Verb) -> bool {
        self.who
            .as_ref()
            .is_some_and(|who| routes::roles_may(&who.roles, verb))
    }

    // What base.html asks.

    pub(crate) fn module_file(&self) -> Option<String> {
        self.module.map(|name| format!("{name}.js"))
    }

    pub(crate) fn lang_code(&self) -> &'static str {
        self.lang.code()
    }

    pub(crate) fn dir(&self) -> &'static str {
        if self.lang.is_rtl() { "rtl" } else { "ltr" }
    }

    pub(crate) fn body_class(&self) -> &'static str {
        self.density.class()
    }

    pub(crate) fn tabs(&self) -> Vec<Tab> {
        let Some(who) = &self.who else {
            return Vec::new();
        };
        routes::tabs(&who.roles, &self.here)
            .into_iter()
            .map(|(href, key, here)| Tab {
                href,
                text: self.say(key),
                here,
            })
            .collect()
    }

    pub(crate) fn tongues(&self) -> Vec<Tongue> {
        Lang::ALL
            .iter()
            .map(|lang| Tongue {
                code: lang.code(),
                name: lang.own_name(),
                dir: if lang.is_rtl() { "rtl" } else { "ltr" },
                here: *lang == self.lang,
            })
            .collect()
    }

    pub(crate) fn own_tongue(&self) -> &'static str {
        self.lang.own_name()
    }

    pub(crate) fn asset(&self, name: &str) -> String {
        crate::assets::href(name)
    }
}

/// A template as an answer: `Ok(Shown(MyPage { .. }))`.
#[derive(Debug)]
pub struct Shown<T>(pub T);

impl<T: Template> IntoResponse for Shown<T> {
    fn into_response(self) -> Response {
        shown(StatusCode::OK, &self.0)
    }
}

/// Renders `template` with `status`: 422 for a form that came back with findings.
pub fn shown(status: StatusCode, template: &impl Template) -> Response {
    match template.render() {
        Ok(html) => {
            let kind = HeaderValue::from_static("text/html; charset=utf-8");
            (status, [(header::CONTENT_TYPE, kind)], html).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "page not rendered");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
