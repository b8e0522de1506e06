//! What a paper says: the values it is drawn from, and their composition into a [`Sheet`] in one language.
//!
//! The same sheet becomes a PDF (`pdf.rs`) and an HTML print view (the web room shows `print.rs`' structures as they
//! are). Not here: fonts, page breaks, and any decision about the case.

use model::template::Reading;
use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;
use model::defence::Disclosure;
use model::request::Report;
use model::state::{Authority, Names, StateProfile};
use model::translation::{Beside, Certificate};
use model::{Digest, EvidenceItem, Label, Lang, Request, Standing, StateCode, Urgency};
use serde_json::Value;

use crate::print::Sheet;
use crate::words::{self, Arg, say, word};

mod acknowledgement;
mod basis;
mod certificate;
mod codes;
mod defence;
mod request;
mod shared;
mod translation;

/// The papers that are drawn from a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PaperKind {
    /// The letter of request with its schedules.
    Request,
    /// The legal acknowledgement by the requested authority.
    Acknowledgement,
    /// The certificate that goes with returned evidence: list of items, digests, custody.
    Certificate,
    /// The translator's certificate, with the texts it covers.
    Translation,
    /// What the defence may be shown.
    Defence,
}

/// One certified translation of a request.
#[derive(Debug, Clone, PartialEq)]
pub struct Translated {
    /// The certificate.
    pub certificate: Certificate,
    /// Every text with its translation.
    pub texts: Vec<Beside>,
}

impl PaperKind {
    /// Every kind.
    pub const ALL: [PaperKind; 5] = [
        PaperKind::Request,
        PaperKind::Acknowledgement,
        PaperKind::Certificate,
        PaperKind::Translation,
        PaperKind::Defence,
    ];

    /// The code used in addresses and file names.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            PaperKind::Request => "request",
            PaperKind::Acknowledgement => "acknowledgement",
            PaperKind::Certificate => "certificate",
            PaperKind::Translation => "translation",
            PaperKind::Defence => "defence",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<PaperKind> {
        PaperKind::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// An authority as a letterhead or an address names it.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    /// Its State.
    pub state: StateCode,
    /// The State's names.
    pub state_name: Names,
    /// The authority's names.
    pub authority: Names,
    /// The authority's name in the State's own language, where that is none of the six.
    pub native: Option<String>,
    /// Postal address.
    pub address: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Telephone answered day and night.
    pub duty_phone: Option<String>,
    /// Electronic mail.
    pub email: Option<String>,
}

impl Party {
    /// The party of a State's profile and one of its authorities.
    #[must_use]
    pub fn of(profile: &StateProfile, authority: &Authority) -> Party {
        Party {
            state: profile.code.clone(),
            state_name: profile.name.clone(),
            authority: authority.name.clone(),
            native: authority.native.clone(),
            address: authority.address.clone(),
            phone: authority.phone.clone(),
            duty_phone: authority.duty_phone.clone(),
            email: authority.email.clone(),
        }
    }

    fn state_in(&self, lang: Lang) -> &str {
        model::state::name_in(&self.state_name, lang)
    }

    fn authority_in(&self, lang: Lang) -> &str {
        model::state::name_in(&self.authority, lang)
    }
}

/// Which record a paper is drawn from, and when and where it is dated.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drawn {
    /// SHA-256 of the record (of the request's canonical content; of the certificate's own record).
    pub record: Digest,
    /// The date of the record, which is the date of the paper and of the PDF's metadata; never the clock of the printer.
    pub at: Timestamp,
    /// The offset from UTC at which the issuing authority writes its dates.
    pub offset: Offset,
}

/// Everything a paper is drawn from. Values only: the wording comes with the language.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterData {
    /// Which paper.
    pub kind: PaperKind,
    /// Number of the request, `CC-AUTH-YYYY-NNNNNN-c`.
    pub number: String,
    /// The issuing authority's own reference, where it has one beside the number.
    pub our_reference: Option<String>,
    /// The record behind the paper.
    pub drawn: Drawn,
    /// Handling.
    pub label: Label,
    /// Who issues the paper.
    pub from: Party,
    /// Who receives it.
    pub to: Party,
    /// The form by which the content is read; `None` where it is of no kind that this program knows.
    pub form: Option<Reading>,
    /// Content of the request.
    pub content: Value,
    /// Language of the original.
    pub original: Lang,
    /// How soon.
    pub urgency: Urgency,
    /// As what it is sent.
    pub standing: Standing,
    /// Whether the requesting authority has one officer and nobody signed beside the author.
    pub single_signature: bool,
    /// When the request was delivered to the requested side.
    pub delivered: Option<Timestamp>,
    /// Function of the officer who acknowledges.
    pub officer_function: Option<String>,
    /// The next date promised to the requesting side.
    pub next_date: Option<Date>,
    /// What is still asked of the requesting side.
    pub asked: Vec<String>,
    /// What was done in execution.
    pub reports: Vec<Report>,
    /// Evidence returned.
    pub items: Vec<EvidenceItem>,
    /// Text of the certificate.
    pub certificate: Option<String>,
    /// Certified translations.
    pub translations: Vec<Translated>,
    /// What the defence may be shown.
    pub shown: Option<Disclosure>,
    /// Lines of text that codes behind the paper carry.
    pub codes: Vec<String>,
    /// Names of the States that the content or the label speak of, by code.
    pub states: BTreeMap<String, Names>,
}

impl LetterData {
    /// A paper of `request`. `requesting` and `requested` are the two authorities; the request goes from the first to the
    /// second, the other papers come back.
    #[must_use]
    pub fn of(
        kind: PaperKind,
        request: &Request,
        form: Option<Reading>,
        drawn: Drawn,
        (requesting, requested): (Party, Party),
    ) -> LetterData {
        let states = BTreeMap::from([
            (requesting.state.to_string(), requesting.state_name.clone()),
            (requested.state.to_string(), requested.state_name.clone()),
        ]);
        let (from, to) = match kind {
            PaperKind::Request | PaperKind::Translation => (requesting, requested),
            PaperKind::Defence if request.side == model::Side::Outgoing => (requesting, requested),
            PaperKind::Defence | PaperKind::Acknowledgement | PaperKind::Certificate => {
                (requested, requesting)
            }
        };
        let incoming = request.side == model::Side::Incoming;
        LetterData {
            kind,
            number: request.number.clone(),
            our_reference: match kind {
                PaperKind::Request | PaperKind::Translation | PaperKind::Defence => None,
                _ if incoming => request.our_reference.clone(),
                _ => request.their_reference.clone(),
            },
            drawn,
            label: request.label.clone(),
            from,
            to,
            form,
            content: request.content.clone(),
            original: request.lang,
            urgency: request.urgency,
            standing: request.standing.clone(),
            single_signature: request.second == Some(model::request::SecondSignature::None),
            delivered: None,
            officer_function: None,
            next_date: request.next_date,
            asked: request
                .outstanding()
                .map(|item| item.text.clone())
                .collect(),
            reports: request.reports.clone(),
            items: request.evidence.clone(),
            certificate: request.certificate.clone(),
            translations: Vec::new(),
            shown: None,
            codes: Vec::new(),
            states,
        }
    }

    /// The name of a State in `lang`, with its code; the code alone where no name is known.
    fn state_word(&self, lang: Lang, code: &str) -> String {
        self.states.get(code).map_or_else(
            || code.to_owned(),
            |names| model::state::name_in(names, lang).to_owned(),
        )
    }

    fn subject(&self) -> String {
        self.content
            .pointer("/title")
            .and_then(Value::as_str)
            .unwrap_or_default()
            .to_owned()
    }

    /// Arguments that name both authorities.
    fn names(&self, lang: Lang) -> [(&'static str, Arg<'_>); 4] {
        [
            ("authority", Arg::Text(self.from.authority_in(lang))),
            ("state", Arg::Text(self.from.state_in(lang))),
            ("to_authority", Arg::Text(self.to.authority_in(lang))),
            ("to_state", Arg::Text(self.to.state_in(lang))),
        ]
    }
}

/// The paper in `lang`, as structured text.
#[must_use]
pub fn compose(data: &LetterData, lang: Lang) -> Sheet {
    let translated = in_own_words(data, lang);
    let data = translated.as_ref().unwrap_or(data);
    let mut sheet = shared::sheet(data, lang);
    match data.kind {
        PaperKind::Request => request::write(data, lang, &mut sheet),
        PaperKind::Acknowledgement => acknowledgement::write(data, lang, &mut sheet),
        PaperKind::Certificate => certificate::write(data, lang, &mut sheet),
        PaperKind::Translation => translation::write(data, lang, &mut sheet),
        PaperKind::Defence => defence::write(data, lang, &mut sheet),
    }
    if !data.codes.is_empty() {
        sheet.blocks.extend(codes::blocks(data, lang));
    }
    sheet
}

/// The same letter with the texts that were translated into the paper's language; `None` where none were.
fn in_own_words(data: &LetterData, lang: Lang) -> Option<LetterData> {
    let content = model::translation::in_language(&data.content, lang.code());
    let other = data.kind == PaperKind::Request && content != data.content;
    other.then(|| LetterData {
        content,
        ..data.clone()
    })
}

/// A moment at the issuing authority's wall.
fn moment(data: &LetterData, lang: Lang, at: Timestamp) -> String {
    words::time(lang, at, data.drawn.offset)
}

/// The word of a custody action; the action itself where it is not one of ours.
fn custody_word(lang: Lang, action: &str) -> String {
    words::try_say(lang, &format!("paper-custody-{action}"), &[])
        .unwrap_or_else(|| action.to_owned())
}

#[cfg(test)]
mod tests;
