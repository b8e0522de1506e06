//! The forms of a record's page. The one that came back keeps what was typed, and says what is wrong at its question.

use model::card::HoldFor;
use model::record::{Nature, Property};
use model::{Class, Verb};
use office::records::Frame;

use super::label;
use crate::page::Page;
use crate::pages::people::{Wrong, judged};
use crate::pages::requests::form::typed_date;
use crate::part::{Choice, Errors, Field, select};
use crate::{PostForm, Signed};

/// What the border officer does.
pub(super) const DOES: &[&str] = &["inspect", "silent-check", "arrest"];

/// A form of the page that came back: which, what was typed, and what is wrong.
pub(super) type Back<'f> = Option<(&'f str, &'f PostForm, Wrong)>;

/// The forms of one page.
pub(super) struct Forms<'f> {
    me: &'f Signed,
    page: &'f Page,
    /// The form that came back: its name, or the assertion that it mends.
    pub(super) open: String,
    posted: Option<&'f PostForm>,
    wrong: Wrong,
}

impl<'f> Forms<'f> {
    pub(super) fn new(me: &'f Signed, page: &'f Page, back: Back<'f>) -> Self {
        let (form, posted, wrong) = match back {
            Some((form, posted, wrong)) => (form, Some(posted), wrong),
            None => ("", None, None),
        };
        let open = match (form, posted) {
            ("correct" | "withdraw", Some(posted)) => posted.text("what"),
            _ => form,
        };
        Self {
            open: open.to_owned(),
            me,
            page,
            posted,
            wrong,
        }
    }

    fn posted(&self, form: &str) -> Option<&'f PostForm> {
        self.posted.filter(|_| self.open == form)
    }

    fn typed(&self, form: &str, name: &str) -> &'f str {
        self.posted(form).map_or("", |posted| posted.text(name))
    }

    /// The questions of one form, told apart from those of the others.
    fn asked(&self, form: &str, fields: Vec<Field>) -> Vec<Field> {
        let fields = match self.open == form {
            true => judged(fields, &self.wrong),
            false => fields,
        };
        fields.into_iter().map(|field| field.within(form)).collect()
    }

    /// What is wrong, leading to its question where one of these is it.
    pub(super) fn errors<'a>(&self, mut all: impl Iterator<Item = &'a Field>) -> Errors {
        let found = all.any(|field| field.error.is_some());
        let place = |name: &str| match found {
            true => format!("{}/{name}", self.open),
            false => String::new(),
        };
        let wrong = self.wrong.iter();
        let wrong = wrong.map(|(name, text)| (place(name), text.clone()));
        Errors::of(self.page, wrong.collect())
    }

    /// Something more is said. What is to be done is one of few, and nothing typed.
    pub(super) fn state(&self) -> Vec<Field> {
        let (page, chosen) = (self.page, self.typed("state", "says"));
        let action = Property::Action.code();
        let property = |says: &Property| {
            let code = says.code();
            vec![Choice::new(
                code,
                page.code("property", code),
                code == chosen,
            )]
        };
        let measure = |does: &&str| {
            let code = format!("{action}/{does}");
            let both = [
                page.code("property", action),
                page.code("record-does", does),
            ];
            let on = code == chosen;
            Choice::new(code, both.join(": "), on)
        };
        let says = Property::ALL.iter().flat_map(|says| match says {
            Property::Biometric => Vec::new(),
            Property::Action => DOES.iter().map(measure).collect(),
            says => property(says),
        });
        let value = self.typed("state", "value");
        let mut fields = vec![
            Field::select("says", page.say("record-says"), says.collect()).width("half"),
            Field::area("value", page.say("record-value"), value)
                .hint(page.say("record-value-hint"))
                .rows(2),
        ];
        fields.extend(self.origin_and_label("state", Class::Official));
        self.asked("state", fields)
    }

    /// Where a thing comes from, and its label.
    fn origin_and_label(&self, form: &str, class: Class) -> Vec<Field> {
        let posted = self.posted(form);
        let mut fields = label::origin(self.page, posted);
        fields.extend(label::fields((self.me, self.page), ("", class), posted));
        fields
    }

    /// An association.
    pub(super) fn tie(&self) -> Vec<Field> {
        let natures = Nature::ALL.iter().map(|nature| nature.code()).collect();
        let mut fields = label::tie(self.page, natures, self.posted("tie"));
        fields.extend(self.origin_and_label("tie", Class::Secret));
        self.asked("tie", fields)
    }

    /// What the record is, as it stands or as it was typed.
    pub(super) fn frame(&self, stands: &Frame) -> Vec<Field> {
        let posted = self.posted("frame");
        self.asked("frame", label::frame(self.page, posted, Some(stands)))
    }

    /// It was looked at and is still needed.
    pub(super) fn review(&self) -> Vec<Field> {
        let typed = typed_date(self.posted("review"), "review_by");
        let day = Field::date(
            self.page,
            "review_by",
            self.page.say("record-review-by"),
            typed,
        );
        let why = self.reason("review", "record-review-why");
        self.asked("review", vec![day, why])
    }

    /// It is needed no more.
    pub(super) fn end(&self) -> Vec<Field> {
        self.asked("end", vec![self.reason("end", "record-reason")])
    }

    /// What was held in bulk goes its way.
    pub(super) fn free(&self) -> Vec<Field> {
        match self.page.may(Verb::ReleaseApprove) {
            true => self.asked("free", vec![self.reason("free", "record-reason")]),
            false => Vec::new(),
        }
    }

    /// What is said under `id` is corrected, where its value may be, or withdrawn.
    pub(super) fn mend(&self, id: &str, says: Option<Property>) -> Vec<Field> {
        let typed = self.typed(id, "value");
        let right = says.map(|says| match says {
            Property::Action => {
                let does = std::iter::once("").chain(DOES.iter().copied());
                select(
                    self.page,
                    ("value", "record-right"),
                    ("record-does", does),
                    typed,
                )
            }
            _ => Field::text("value", self.page.say("record-right"), typed),
        });
        let why = self.reason(id, "record-reason");
        self.asked(id, right.into_iter().chain([why]).collect())
    }

    fn reason(&self, form: &str, question: &str) -> Field {
        let typed = self.typed(form, "reason");
        Field::text("reason", self.page.say(question), typed).required()
    }

    /// Somebody holds on to it; nothing where the reader registers none.
    pub(super) fn hold(&self) -> Vec<Field> {
        let page = self.page;
        if !page.may(Verb::RecordHold) {
            return Vec::new();
        }
        let bodies = HoldFor::ALL.iter().map(|body| body.code());
        let (body, reference) = (self.typed("hold", "body"), self.typed("hold", "reference"));
        let fields = vec![
            select(
                page,
                ("body", "share-hold-for"),
                ("share-hold-for", bodies),
                body,
            ),
            Field::text("reference", page.say("share-hold-ref"), reference)
                .hint(page.say("share-hold-ref-hint"))
                .required(),
        ];
        self.asked("hold", fields)
    }
}
