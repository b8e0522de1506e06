//! One question of a form. One template for each kind of answer; the name of the input is a JSON Pointer or a plain word.

use askama::Template;
use askama::filters::HtmlSafe;

use crate::PostForm;
use crate::page::Page;

/// One answer to choose from.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The value posted.
    pub value: String,
    /// Its word.
    pub text: String,
    /// A line under it.
    pub hint: Option<String>,
    /// Whether it is chosen.
    pub on: bool,
}

impl Choice {
    /// A choice without a hint.
    #[must_use]
    pub fn new(value: impl Into<String>, text: impl Into<String>, on: bool) -> Self {
        Self {
            value: value.into(),
            text: text.into(),
            hint: None,
            on,
        }
    }
}

/// What kind of answer the question takes.
#[derive(Clone, Debug)]
pub enum Kind {
    /// One line; `type` of the input: "text", "email", "tel", "search", "url", "time".
    Line(&'static str),
    /// A password, with the browser's own manager (WCAG 3.3.8).
    Password,
    /// Several lines.
    Area {
        /// Rows shown at first.
        rows: u8,
    },
    /// A list that opens.
    Select(Vec<Choice>),
    /// One of a few.
    Radios(Vec<Choice>),
    /// Any of a few.
    Checks(Vec<Choice>),
    /// Day, month, year in three inputs `<name>/day`, `/month`, `/year`; "unknown" is an answer if allowed.
    Date {
        /// Year, month, day as typed.
        parts: [String; 3],
        /// The words of the three inputs: year, month, day.
        labels: [String; 3],
        /// The word for "unknown", if that is allowed, and whether it is chosen.
        unknown: Option<(String, bool)>,
    },
    /// A file.
    File {
        /// The `accept` attribute, or "".
        accept: String,
    },
}

/// One question: label above, hint under it, error above the input.
#[derive(Clone, Debug, Template)]
#[template(path = "part/field.html")]
pub struct Field {
    /// Name of the input.
    pub name: String,
    /// The form it stands in, where a page has several with questions of one name; else "".
    pub scope: String,
    /// The question.
    pub label: String,
    /// A line of help.
    pub hint: Option<String>,
    /// What is wrong with it.
    pub error: Option<String>,
    /// The present answer.
    pub value: String,
    /// The kind of answer.
    pub kind: Kind,
    /// Must be answered before the form does anything; the template's own rules only warn.
    pub required: bool,
    /// The word after the label of a question that may stay empty: "(optional)".
    pub optional: Option<String>,
    /// The `autocomplete` attribute, or "".
    pub autocomplete: &'static str,
    /// CSS class of the width: "", "short", "half", "mono".
    pub width: &'static str,
    /// Language of the content, when it is not the page's.
    pub lang: Option<&'static str>,
}

impl HtmlSafe for Field {}

/// The element id of an input's name: `/person/0/name` becomes `f-person-0-name`.
pub(super) fn id_of(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| {
            if c.is_ascii_alphanumeric() || c == '_' {
                c
            } else {
                '-'
            }
        })
        .collect();
    format!("f-{}", plain.trim_matches('-'))
}

impl Field {
    fn new(name: impl Into<String>, label: impl Into<String>, kind: Kind) -> Self {
        Self {
            name: name.into(),
            scope: String::new(),
            label: label.into(),
            hint: None,
            error: None,
            value: String::new(),
            kind,
            required: false,
            optional: None,
            autocomplete: "",
            width: "",
            lang: None,
        }
    }

    /// One line of text.
    #[must_use]
    pub fn text(
        name: impl Into<String>,
        label: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            value: value.into(),
            ..Self::new(name, label, Kind::Line("text"))
        }
    }

    /// A password.
    #[must_use]
    pub fn password(
        name: impl Into<String>,
        label: impl Into<String>,
        autocomplete: &'static str,
    ) -> Self {
        Self {
            autocomplete,
            ..Self::new(name, label, Kind::Password)
        }
    }

    /// Several lines of text.
    #[must_use]
    pub fn area(
        name: impl Into<String>,
        label: impl Into<String>,
        value: impl Into<String>,
    ) -> Self {
        Self {
            value: value.into(),
            ..Self::new(name, label, Kind::Area { rows: 5 })
        }
    }

    /// A list that opens.
    #[must_use]
    pub fn select(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Kind::Select(choices))
    }

    /// One of a few.
    #[must_use]
    pub fn radios(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Kind::Radios(choices))
    }

    /// Any of a few.
    #[must_use]
    pub fn checks(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(name, label, Kind::Checks(choices))
    }

    /// A date in three inputs; `parts` is year, month, day as typed.
    #[must_use]
    pub fn date(
        page: &Page,
        name: impl Into<String>,
        label: impl Into<String>,
        parts: [String; 3],
    ) -> Self {
        let labels = [
            page.say("ui-year"),
            page.say("ui-month"),
            page.say("ui-day"),
        ];
        Self::new(
            name,
            label,
            Kind::Date {
                parts,
                labels,
                unknown: None,
            },
        )
    }

    /// A file.
    #[must_use]
    pub fn file(
        name: impl Into<String>,
        label: impl Into<String>,
        accept: impl Into<String>,
    ) -> Self {
        Self::new(
            name,
            label,
            Kind::File {
                accept: accept.into(),
            },
        )
    }

    /// In the form of this name: its id is told apart from those of other forms on the page.
    #[must_use]
    pub fn within(mut self, form: &str) -> Self {
        form.clone_into(&mut self.scope);
        self
    }

    /// With a line of help.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With what is wrong.
    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// With the present answer.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// Must be answered.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// May stay empty, and says so.
    #[must_use]
    pub fn optional(mut self, page: &Page) -> Self {
        self.optional = Some(page.say("ui-optional"));
        self
    }

    /// With an `autocomplete` attribute.
    #[must_use]
    pub fn autocomplete(mut self, value: &'static str) -> Self {
        self.autocomplete = value;
        self
    }

    /// With a width: "short", "half", "mono".
    #[must_use]
    pub fn width(mut self, width: &'static str) -> Self {
        self.width = width;
        self
    }

    /// With another type of one-line input.
    #[must_use]
    pub fn line(mut self, kind: &'static str) -> Self {
        self.kind = Kind::Line(kind);
        self
    }

    /// With rows of a text area.
    #[must_use]
    pub fn rows(mut self, rows: u8) -> Self {
        self.kind = Kind::Area { rows };
        self
    }

    /// With "unknown" as a real answer of a date.
    #[must_use]
    pub fn or_unknown(mut self, page: &Page, chosen: bool) -> Self {
        if let Kind::Date { unknown, .. } = &mut self.kind {
            *unknown = Some((page.say("ui-unknown"), chosen));
        }
        self
    }

    fn id(&self) -> String {
        id_of(&format!("{}/{}", self.scope, self.name))
    }

    /// What was posted for it, in the words of its choices; nothing where it was left empty.
    #[must_use]
    pub fn answered(&self, page: &Page, form: &PostForm) -> Option<String> {
        let said = match &self.kind {
            Kind::Select(choices) | Kind::Radios(choices) | Kind::Checks(choices) => {
                let chosen = |choice: &&Choice| form.all(&self.name).any(|one| one == choice.value);
                let texts = choices.iter().filter(chosen).map(|one| one.text.as_str());
                texts.collect::<Vec<_>>().join("\n")
            }
            Kind::Date { .. } => {
                let [year, month, day] = ["year", "month", "day"]
                    .map(|end| form.text(&format!("{}/{end}", self.name)).to_owned());
                let date = format!("{year:0>4}-{month:0>2}-{day:0>2}").parse();
                match date {
                    Ok(date) => paper::words::date(page.lang, date),
                    Err(_) if year.is_empty() && month.is_empty() && day.is_empty() => {
                        String::new()
                    }
                    Err(_) => format!("{day}.{month}.{year}"),
                }
            }
            _ => form.text(&self.name).to_owned(),
        };
        (!said.is_empty()).then_some(said)
    }

    fn group(&self) -> bool {
        matches!(
            self.kind,
            Kind::Radios(_) | Kind::Checks(_) | Kind::Date { .. }
        )
    }

    fn described(&self) -> String {
        let id = self.id();
        let mut ids = Vec::new();
        if self.hint.is_some() {
            ids.push(format!("{id}-hint"));
        }
        if self.error.is_some() {
            ids.push(format!("{id}-error"));
        }
        ids.join(" ")
    }
}

/// A list of codes to choose one from: name and key of the question, the beginning of the words' keys and the codes, and what was
/// typed. The code "" is the invitation to choose.
#[must_use]
pub fn select<'c>(
    page: &Page,
    (name, question): (impl Into<String>, &str),
    (prefix, codes): (&str, impl IntoIterator<Item = &'c str>),
    typed: &str,
) -> Field {
    let word = |code: &str| match code {
        "" => page.say("record-choose"),
        code => page.code(prefix, code),
    };
    let choice = |code: &str| Choice::new(code, word(code), code == typed);
    let choices = codes.into_iter().map(choice).collect();
    Field::select(name, page.say(question), choices)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_renders_and_escapes() {
        let field = Field::text("/person/0/name", "Name <of> person", "\"><script>")
            .error(Some("Missing".into()));
        let html = field.to_string();
        assert!(html.contains(r#"id="f-person-0-name""#), "{html}");
        assert!(
            html.contains(r#"aria-describedby="f-person-0-name-error""#),
            "{html}"
        );
        assert!(html.contains(r#"aria-invalid="true""#), "{html}");
        assert!(!html.contains("<script>"), "{html}");
        assert!(!html.contains("style="), "{html}");
    }

    #[test]
    fn groups_are_fieldsets() {
        let html = Field::radios(
            "urgency",
            "How urgent?",
            vec![Choice::new("n", "Routine", true)],
        )
        .to_string();
        assert!(html.contains("<fieldset"), "{html}");
        assert!(html.contains("<legend"), "{html}");
        assert!(html.contains("checked"), "{html}");
    }
}
