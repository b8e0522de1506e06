//! From a template's fields to the questions of a page, and from a posted page back to pairs that the template reads.
//!
//! The names of inputs are JSON Pointers. The page's date has inputs `<pointer>/year`, `/month`, `/day`, `/unknown`; the
//! template wants `_y<pointer>` and so on: the change is made here and nowhere else.

use std::collections::BTreeMap;

use askama::filters::HtmlSafe;
use model::finding::{Finding, Level};
use paper::template::{self, Kind, Standing};

use crate::page::Page;
use crate::part::{Choice, Field};
use crate::words;

/// A closed list of at most so many answers is shown whole.
const SHOWN_WHOLE_MAX: usize = 6;

/// One question, with the hidden mark that says its boxes were on the page; or an answer that is not asked here.
#[derive(Clone, Debug, askama::Template)]
#[template(
    source = r#"{% if let Some(mark) = mark %}<input type="hidden" name="{{ mark }}" value="1">{% endif %}{% match field %}{% when Some with (f) %}{{ f }}{% if !source.is_empty() %}<p class="source">{{ source }}</p>{% endif %}{% when None %}<div class="field"><p><b>{{ label }}</b></p>{% if !help.is_empty() %}<p class="hint">{{ help }}</p>{% endif %}<p class="prose" dir="auto">{{ said }}</p></div>{% endmatch %}"#,
    ext = "html"
)]
pub(crate) struct Question {
    mark: Option<String>,
    field: Option<Field>,
    label: String,
    help: String,
    source: String,
    said: String,
}

impl HtmlSafe for Question {}

impl Question {
    /// The field, where it is asked here.
    pub(crate) fn field(&self) -> Option<&Field> {
        self.field.as_ref()
    }

    /// The question as the other side put it, in place of the help.
    pub(crate) fn asked(mut self, text: &str) -> Self {
        let text = paper::words::isolated(text);
        match &mut self.field {
            Some(field) => field.hint = Some(text),
            None => self.help = text,
        }
        self
    }
}

/// One entry of a section that repeats.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// Element id: the anchor after "add".
    pub(crate) id: String,
    /// JSON Pointer, the value of `_remove`.
    pub(crate) pointer: String,
    /// "Person 2: …".
    pub(crate) title: String,
    /// Text of the button that takes it away.
    pub(crate) remove: String,
    /// Its questions.
    pub(crate) fields: Vec<Question>,
}

/// One section as a page shows it.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// Its id in the template.
    pub(crate) id: String,
    /// A sentence of help.
    pub(crate) help: String,
    /// Its questions.
    pub(crate) fields: Vec<Question>,
    /// Its entries.
    pub(crate) entries: Vec<Group>,
    /// The list and the text of the button that adds one.
    pub(crate) add: Option<(String, String)>,
}

/// A remark of the rules, in words.
#[derive(Clone, Debug)]
pub(crate) struct Remark {
    /// CSS class: "block", "warn", "hint".
    pub(crate) level: &'static str,
    /// "Must be mended before sending".
    pub(crate) level_word: String,
    /// The rule's code.
    pub(crate) code: String,
    /// The sentence.
    pub(crate) text: String,
    /// What to do; may be empty.
    pub(crate) action: String,
    /// The article.
    pub(crate) source: String,
    /// Where its question is; "" for none.
    pub(crate) href: String,
    /// Where else the same rule speaks: address and sentence.
    pub(crate) more: Vec<(String, String)>,
    /// The reason asked for, on the page that hands the request in.
    pub(crate) reason: Option<Field>,
}

/// CSS class of a level.
pub(crate) fn level_class(level: Level) -> &'static str {
    match level {
        Level::Block => "block",
        Level::Warn => "warn",
        Level::Hint => "hint",
    }
}

/// The element id of an input: the same rule as the field part's.
pub(crate) fn anchor(pointer: &str) -> String {
    let plain: String = pointer
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

/// The sentence of a finding, in which fields are called by their names.
pub(crate) fn sentence(page: &Page, sections: &[template::Section], finding: &Finding) -> String {
    let mut args: BTreeMap<String, String> = finding.args.clone();
    if let Some(label) = label_of(sections, &finding.field) {
        args.insert("field".to_owned(), label);
    } else {
        args.entry("field".to_owned())
            .or_insert_with(|| finding.field.clone());
    }
    words::say_map(page.lang, &finding.key(), &args)
}

/// A finding as a remark that links to its question.
pub(crate) fn remark(
    page: &Page,
    request: &str,
    sections: &[template::Section],
    finding: &Finding,
) -> Remark {
    let class = level_class(finding.level);
    let action = format!("{}.action", finding.key());
    let action = if words::known(&action) {
        words::say_map(page.lang, &action, &finding.args)
    } else {
        String::new()
    };
    let href = section_of(sections, &finding.field)
        .map(|section| {
            format!(
                "/requests/{request}/draft/{}?all=1#{}",
                section.id,
                anchor(&finding.field)
            )
        })
        .unwrap_or_default();
    Remark {
        level: class,
        level_word: page.code("case-level", class),
        code: finding.code.clone(),
        text: sentence(page, sections, finding),
        action,
        source: template_source(page, &finding.source),
        href,
        more: Vec::new(),
        reason: None,
    }
}

fn template_source(page: &Page, source: &str) -> String {
    template::source_words(page.lang, source)
}

/// All fields of a section, those of its entries too.
pub(crate) fn fields_in(section: &template::Section) -> impl Iterator<Item = &template::Field> {
    let entries = section
        .repeat
        .iter()
        .flat_map(|repeat| repeat.entries.iter().flat_map(|entry| entry.fields.iter()));
    section.fields.iter().chain(entries)
}

/// What a question can be about, with its pointer: a field, or one entry of a list as a whole.
pub(crate) fn places(section: &template::Section) -> impl Iterator<Item = (&str, &str)> {
    let fields = section.fields.iter().filter(|field| !field.desk);
    let entries = section.repeat.iter().flat_map(|repeat| &repeat.entries);
    fields
        .map(|field| (field.pointer.as_str(), field.label.as_str()))
        .chain(entries.map(|entry| (entry.pointer.as_str(), entry.title.as_str())))
}

/// The section in which a pointer is asked: of the field itself, else of the list or group it stands for.
pub(crate) fn section_of<'a>(
    sections: &'a [template::Section],
    pointer: &str,
) -> Option<&'a template::Section> {
    let below = |inner: &str, outer: &str| {
        !outer.is_empty()
            && inner
                .strip_prefix(outer)
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let exact = sections
        .iter()
        .find(|section| fields_in(section).any(|field| field.pointer == pointer));
    exact.or_else(|| {
        sections.iter().find(|section| {
            section
                .repeat
                .as_ref()
                .is_some_and(|repeat| below(pointer, &repeat.pointer))
                || fields_in(section)
                    .any(|field| below(&field.pointer, pointer) || below(pointer, &field.pointer))
        })
    })
}

/// The name of the field or of the entry at a pointer.
pub(crate) fn label_of(sections: &[template::Section], pointer: &str) -> Option<String> {
    let fields = sections.iter().flat_map(fields_in);
    fields
        .map(|field| (field.pointer.as_str(), field.label.as_str()))
        .chain(sections.iter().flat_map(places))
        .find(|(at, _)| *at == pointer)
        .map(|(_, label)| label.to_owned())
}

/// A section with its questions. `show` says which remarks stand at their question already.
pub(crate) fn shown(
    page: &Page,
    section: &template::Section,
    show: &dyn Fn(&template::Field) -> Option<String>,
) -> Shown {
    let ask = |fields: &[template::Field]| {
        fields
            .iter()
            .map(|field| question(page, field, show(field)))
            .collect()
    };
    let repeat = section.repeat.as_ref();
    Shown {
        id: section.id.clone(),
        help: section.help.clone(),
        fields: ask(&section.fields),
        entries: repeat
            .map(|repeat| {
                let group = |entry: &template::Entry| Group {
                    id: anchor(&entry.pointer),
                    pointer: entry.pointer.clone(),
                    title: entry.title.clone(),
                    remove: entry.remove.clone(),
                    fields: ask(&entry.fields),
                };
                repeat.entries.iter().map(group).collect()
            })
            .unwrap_or_default(),
        add: repeat.and_then(|repeat| {
            repeat
                .add
                .clone()
                .map(|word| (repeat.pointer.clone(), word))
        }),
    }
}

pub(crate) fn question(page: &Page, field: &template::Field, error: Option<String>) -> Question {
    let (help, source) = (field.help.clone(), field.source.clone());
    if field.desk || matches!(field.standing, Standing::Withheld(_)) {
        return Question {
            mark: None,
            field: None,
            label: field.label.clone(),
            help,
            source,
            said: field.said.clone(),
        };
    }
    let (name, label) = (field.pointer.clone(), field.label.clone());
    let asked = match field.kind {
        Kind::Longtext | Kind::Ltext => Field::area(name, label, field.value.clone()).rows(6),
        Kind::Date | Kind::PartialDate => date(page, field),
        Kind::Codes => Field::checks(name, label, choices(field, false)),
        Kind::Code | Kind::YesNo if field.options.len() <= SHOWN_WHOLE_MAX => {
            Field::radios(name, label, choices(field, false))
        }
        Kind::Code | Kind::YesNo => Field::select(name, label, with_none(page, field)),
        Kind::Number | Kind::Zone | Kind::Language | Kind::State | Kind::Moment => {
            Field::text(name, label, field.value.clone()).width("short")
        }
        Kind::Digest => Field::text(name, label, field.value.clone()).width("mono"),
        Kind::Name | Kind::Text | Kind::Languages | Kind::States => {
            Field::text(name, label, field.value.clone())
        }
    };
    let asked = if help.is_empty() {
        asked
    } else {
        asked.hint(help)
    };
    let asked = if field.required {
        asked
    } else {
        asked.optional(page)
    };
    let mark = (field.kind == Kind::Codes).then(|| format!("_list{}", field.pointer));
    Question {
        mark,
        field: Some(asked.error(error)),
        label: String::new(),
        help: String::new(),
        source,
        said: String::new(),
    }
}

fn choices(field: &template::Field, any: bool) -> Vec<Choice> {
    let chosen = |choice: &template::Choice| any || choice.chosen;
    field
        .options
        .iter()
        .map(|c| Choice::new(c.code.clone(), c.label.clone(), chosen(c)))
        .collect()
}

/// An open list begins with nothing chosen.
fn with_none(page: &Page, field: &template::Field) -> Vec<Choice> {
    let none = !field.options.iter().any(|choice| choice.chosen);
    let mut all = vec![Choice::new("", page.say("case-draft-choose"), none)];
    all.extend(choices(field, false));
    all
}

fn date(page: &Page, field: &template::Field) -> Field {
    let unknown = field.standing == Standing::Unknown;
    let text = if unknown { "" } else { field.value.as_str() };
    let mut parts = text.splitn(3, '-').map(ToOwned::to_owned);
    let parts = [0, 1, 2].map(|_| parts.next().unwrap_or_default());
    Field::date(page, field.pointer.clone(), field.label.clone(), parts).or_unknown(page, unknown)
}

/// The posted pairs as the template reads them.
pub(crate) fn pairs<'a>(posted: impl Iterator<Item = (&'a str, &'a str)>) -> Vec<(String, String)> {
    posted
        .map(|(name, value)| {
            let tail = |end: &str, mark: &str| {
                name.strip_suffix(end)
                    .filter(|p| p.starts_with('/'))
                    .map(|p| format!("{mark}{p}"))
            };
            if let Some(named) = tail("/year", "_y")
                .or_else(|| tail("/month", "_m"))
                .or_else(|| tail("/day", "_d"))
            {
                return (named, value.to_owned());
            }
            match tail("/unknown", "_state") {
                Some(named) => (named, "unknown".to_owned()),
                None => (name.to_owned(), value.to_owned()),
            }
        })
        .collect()
}

/// Three inputs `<name>/year|month|day` as a civil date.
pub(crate) fn posted_date(form: &crate::PostForm, name: &str) -> Option<jiff::civil::Date> {
    let part = |end: &str| form.text(&format!("{name}/{end}")).to_owned();
    let year: i16 = part("year").parse().ok()?;
    let (month, day): (i8, i8) = (part("month").parse().ok()?, part("day").parse().ok()?);
    jiff::civil::Date::new(year, month, day).ok()
}

/// Year, month and day as they were typed, to show them again.
pub(crate) fn typed_date(form: Option<&crate::PostForm>, name: &str) -> [String; 3] {
    ["year", "month", "day"].map(|end| {
        form.map_or("", |form| form.text(&format!("{name}/{end}")))
            .to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_posted_as_the_template_reads_them() {
        let posted = [
            ("/persons/0/born_on/year", "1970"),
            ("/persons/0/born_on/unknown", "1"),
            ("/title", "x"),
            ("_add", "/persons"),
            ("by/year", "2"),
        ];
        let read = pairs(posted.into_iter());
        let expect = [
            ("_y/persons/0/born_on", "1970"),
            ("_state/persons/0/born_on", "unknown"),
            ("/title", "x"),
            ("_add", "/persons"),
            ("by/year", "2"),
        ];
        let expect: Vec<(String, String)> =
            expect.map(|(a, b)| (a.to_owned(), b.to_owned())).into();
        assert_eq!(read, expect);
    }

    #[test]
    fn anchors_are_the_ids_of_fields() {
        let html = Field::text("/persons/0/name", "Name", "").to_string();
        assert!(
            html.contains(&format!("id=\"{}\"", anchor("/persons/0/name"))),
            "{html}"
        );
    }
}
