//! Who is asked about: as a form asks it, as the lists are asked, and as a page shows it again.

use office::screening::Question;

use crate::PostForm;
use crate::page::Page;
use crate::pages::matched;
use crate::part::{Choice, Field};

/// Kinds of record that can be asked for, with the property that a number is one of; the first is any kind.
const KINDS: &[(&str, &str)] = &[
    ("", "passportNumber"),
    ("Person", "passportNumber"),
    ("Organization", "registrationNumber"),
    ("Vessel", "imoNumber"),
    ("Airplane", "registrationNumber"),
    ("CryptoWallet", "publicKey"),
];
/// What of a question is shown, in the order of the page: key of its word, and the properties that say it.
const SHOWN: &[(&str, &[&str])] = &[
    ("border-birth", &["birthDate"]),
    ("border-nationality", &["nationality"]),
    ("screen-country", &["country", "birthCountry"]),
    ("border-part-gender", &["gender"]),
    ("border-document", &["passportNumber", "idNumber"]),
    (
        "screen-identifiers",
        &["registrationNumber", "imoNumber", "publicKey", "taxNumber"],
    ),
];

/// Who is asked about, as typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    name: String,
    kind: String,
    birth: String,
    country: String,
    sex: String,
    number: String,
}

impl Typed {
    pub(super) fn from(form: &PostForm) -> Self {
        let text = |name: &str| form.text(name).to_owned();
        Self {
            name: text("name"),
            kind: text("kind"),
            birth: text("birth"),
            country: text("country"),
            sex: text("sex"),
            number: text("number"),
        }
    }

    /// Whether there is nothing to search by.
    pub(super) fn is_empty(&self) -> bool {
        self.name.is_empty() && self.number.is_empty()
    }

    /// The question to the lists.
    pub(super) fn question(&self) -> Question {
        let known = KINDS.iter().find(|(kind, _)| *kind == self.kind);
        let (kind, number) = known.copied().unwrap_or(("", "passportNumber"));
        let country = match kind {
            "" | "Person" => "nationality",
            _ => "country",
        };
        let question = Question {
            schema: kind.to_owned(),
            ..Question::default()
        };
        question
            .with("name", &self.name)
            .with("birthDate", &self.birth)
            .with(country, &self.country)
            .with("gender", &self.sex)
            .with(number, &self.number)
    }

    /// The questions of the form.
    pub(super) fn fields(&self, page: &Page) -> Vec<Field> {
        let kind = |(code, _): &(&str, &str)| {
            let word = match *code {
                "" => page.say("screen-kind-any"),
                code => matched::kind(page, code),
            };
            Choice::new(*code, word, *code == self.kind)
        };
        let mut sexes = vec![Choice::new("", page.say("ui-unknown"), self.sex.is_empty())];
        sexes.extend(
            matched::SEXES
                .iter()
                .map(|code| Choice::new(*code, matched::sex(page, code), *code == self.sex)),
        );
        vec![
            Field::text("name", page.say("border-name"), &self.name)
                .hint(page.say("screen-name-hint"))
                .autocomplete("off"),
            Field::select(
                "kind",
                page.say("screen-kind"),
                KINDS.iter().map(kind).collect(),
            )
            .width("half"),
            Field::text("birth", page.say("border-birth"), &self.birth)
                .hint(page.say("border-birth-hint"))
                .optional(page)
                .autocomplete("off")
                .width("short"),
            Field::text("country", page.say("screen-country-asked"), &self.country)
                .hint(page.say("screen-country-hint"))
                .optional(page)
                .autocomplete("off")
                .width("half"),
            Field::select("sex", page.say("border-part-gender"), sexes).width("half"),
            Field::text("number", page.say("screen-number"), &self.number)
                .hint(page.say("screen-number-hint"))
                .optional(page)
                .autocomplete("off")
                .width("half"),
        ]
    }

    /// The same as hidden inputs.
    pub(super) fn inputs(&self) -> Vec<(&'static str, String)> {
        vec![
            ("name", self.name.clone()),
            ("kind", self.kind.clone()),
            ("birth", self.birth.clone()),
            ("country", self.country.clone()),
            ("sex", self.sex.clone()),
            ("number", self.number.clone()),
        ]
    }
}

/// A question in words.
pub(super) fn facts(page: &Page, question: &Question) -> Vec<(String, Vec<String>)> {
    let mut facts = vec![(page.say("border-name"), question.names())];
    if !question.schema.is_empty() {
        let kind = matched::kind(page, &question.schema);
        facts.push((page.say("screen-kind"), vec![kind]));
    }
    facts.extend(SHOWN.iter().map(|(key, properties)| {
        let values = properties.iter().flat_map(|p| question.values(p));
        (
            page.say(key),
            values.map(|text| matched::sex(page, text)).collect(),
        )
    }));
    facts.retain(|(_, values): &(String, Vec<String>)| !values.is_empty());
    facts
}

/// A question in words, one line for each kind of fact.
pub(super) fn lines(page: &Page, question: &Question) -> Vec<(String, String)> {
    let facts = facts(page, question).into_iter();
    facts
        .map(|(word, values)| (word, values.join(" · ")))
        .collect()
}
