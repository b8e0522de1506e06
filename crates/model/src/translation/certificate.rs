//! The translator's certificate: over every passage of one language, by digests of each original with its translation; and
//! what the rules say of a translation that is not, or no longer, what was certified.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::{
    Beside, CERTIFICATES, Hash, PASSAGES, PassageState, beside, bytes, language, list, primary,
    put, seal_of, text,
};
use crate::finding::{Finding, Level};
use crate::limits;
use crate::refusal::Refusal;
use crate::request::check;
use crate::template::Template;

/// Begins what the digest of a certificate is made of, so that it is a digest of nothing else.
const DOMAIN: &str = "comity translation 1";

/// What a translator certifies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Certify {
    /// Into which language (ISO 639).
    pub lang: String,
    /// Who.
    pub translator: String,
    /// By what competence: office, register, diploma.
    pub competence: String,
    /// Whether sworn before a court.
    pub sworn: bool,
    /// On which day.
    pub on: Date,
    /// In the translator's own words.
    pub statement: String,
}

/// A certificate as the content has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// From which language.
    pub from: String,
    /// Into which.
    pub lang: String,
    /// Who.
    pub translator: String,
    /// By what competence.
    pub competence: String,
    /// Whether sworn; `None` where it is not said.
    pub sworn: Option<bool>,
    /// On which day, as it is written.
    pub on: String,
    /// In the translator's own words.
    pub statement: String,
    /// Digest of all that was certified.
    pub sha256: String,
}

/// The content with the translator's certificate over every passage translated into one language.
///
/// # Errors
/// `MISSING`, `TOO-LONG`, `CONTROL-CHARACTER` naming the field; `DATE-FUTURE`; `TRANSLATION-INCOMPLETE` at the first prose
/// without translation; `LANGUAGE`.
pub fn certify(
    (template, content): (&Template, &Value),
    act: &Certify,
    today: Date,
    hash: Hash,
) -> Result<Value, Refusal> {
    let lang = language(content, &act.lang)?;
    let short = limits::LINE_CHARS_MAX;
    check::required("translator", &act.translator, short)?;
    check::required("competence", &act.competence, short)?;
    check::required("statement", &act.statement, limits::NOTE_CHARS_MAX)?;
    if act.on > today {
        return Err(Refusal::new("DATE-FUTURE").at("on").with("date", act.on));
    }
    let all = beside(template, content, &lang, hash);
    let gap = |b: &&Beside| b.passage.prose && b.translation.is_none();
    let translated = all.iter().any(|b| b.translation.is_some());
    if let Some(at) = all.iter().find(gap).map(|b| b.passage.at.clone()) {
        return Err(Refusal::new("TRANSLATION-INCOMPLETE").at(at));
    }
    if !translated {
        return Err(Refusal::new("TRANSLATION-INCOMPLETE").at(PASSAGES));
    }
    let mut out = content.clone();
    let sealed: BTreeMap<&str, (String, String)> = all
        .iter()
        .filter_map(|b| Some((b, b.translation.as_ref()?)))
        .map(|(b, said)| {
            let of = hash(b.passage.text.as_bytes()).to_string();
            let seal = seal_of(&b.passage.at, &b.passage.text, said, hash);
            (b.passage.at.as_str(), (of, seal))
        })
        .collect();
    let lines = out.pointer_mut(PASSAGES).and_then(Value::as_array_mut);
    for line in lines.into_iter().flatten() {
        let own = primary(text(line, "lang")) == lang;
        let found = sealed.get(text(line, "at")).filter(|_| own).cloned();
        if let (Some((of, seal)), Some(line)) = (found, line.as_object_mut()) {
            line.insert("of".to_owned(), of.into());
            line.insert("certified".to_owned(), seal.into());
        }
    }
    let whole = whole(&out, &lang, hash);
    let mut lines: Vec<Value> = list(content, CERTIFICATES).cloned().collect();
    let certificate = certificate_line(act, &lang, &whole);
    match lines
        .iter_mut()
        .find(|line| primary(text(line, "lang")) == lang)
    {
        Some(Value::Object(line)) => line.extend(certificate),
        _ => lines.push(Value::Object(certificate)),
    }
    put(&mut out, CERTIFICATES, Value::Array(lines))?;
    check::content(&out)?;
    Ok(out)
}

fn certificate_line(act: &Certify, lang: &str, whole: &str) -> Map<String, Value> {
    let fields = [
        ("lang", lang.to_owned()),
        ("certified", "yes".to_owned()),
        ("translator", act.translator.trim().to_owned()),
        ("competence", act.competence.trim().to_owned()),
        ("sworn", if act.sworn { "yes" } else { "no" }.to_owned()),
        ("certified_on", act.on.to_string()),
        ("statement", act.statement.trim().to_owned()),
        ("sha256", whole.to_owned()),
    ];
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Value::String(value)))
        .collect()
}

/// The digest of all that was certified in one language, whatever became of it since.
fn whole(content: &Value, lang: &str, hash: Hash) -> String {
    let original = content.pointer("/languages/original");
    let original = original.and_then(Value::as_str).unwrap_or_default();
    let seals: BTreeMap<&str, &str> = list(content, PASSAGES)
        .filter(|line| primary(text(line, "lang")) == lang && !text(line, "certified").is_empty())
        .map(|line| (text(line, "at"), text(line, "certified")))
        .collect();
    let mut texts = vec![DOMAIN, original, lang];
    texts.extend(seals.iter().flat_map(|(at, seal)| [*at, *seal]));
    hash(&bytes(&texts)).to_string()
}

/// The certificates of a content that cover passages in it.
#[must_use]
pub fn certificates(content: &Value) -> Vec<Certificate> {
    let from = content.pointer("/languages/original");
    let from = from.and_then(Value::as_str).unwrap_or_default();
    let one = |line: &Value| Certificate {
        from: from.to_owned(),
        lang: primary(text(line, "lang")),
        translator: text(line, "translator").to_owned(),
        competence: text(line, "competence").to_owned(),
        sworn: match text(line, "sworn") {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        },
        on: text(line, "certified_on").to_owned(),
        statement: text(line, "statement").to_owned(),
        sha256: text(line, "sha256").to_owned(),
    };
    list(content, CERTIFICATES)
        .filter(|line| !text(line, "sha256").is_empty())
        .map(one)
        .collect()
}

/// Whether a certificate is over exactly what stands in the content.
#[must_use]
pub fn holds(template: &Template, content: &Value, certificate: &Certificate, hash: Hash) -> bool {
    let lang = &certificate.lang;
    let certified = |b: &Beside| match b.state {
        PassageState::Certified => true,
        PassageState::Missing => !b.passage.prose,
        _ => false,
    };
    certificate.sha256 == whole(content, lang, hash)
        && beside(template, content, lang, hash).iter().all(certified)
}

/// What the rules say of translations that stand in the content (GEN-06): a certificate over other words than these is no
/// certificate, and a translation with gaps is told. `urgent`: a request that may go ahead of its translation.
#[must_use]
pub fn judge(template: &Template, content: &Value, urgent: bool, hash: Hash) -> Vec<Finding> {
    const SOURCE: &str = "UNTOC 18(14)";
    let mut out = Vec::new();
    let translated: BTreeSet<String> = list(content, PASSAGES)
        .map(|line| primary(text(line, "lang")))
        .filter(|lang| !lang.is_empty())
        .collect();
    let certificates = certificates(content);
    for lang in &translated {
        let all = beside(template, content, lang, hash);
        let level = if urgent { Level::Warn } else { Level::Block };
        let mut say = |level, problem: &str, places: Vec<&Beside>, certificate: bool| {
            let first = places.first().map(|b| b.passage.at.clone());
            let Some(at) = first.or_else(|| certificate.then(|| CERTIFICATES.to_owned())) else {
                return;
            };
            out.push(
                Finding::new(level, "GEN-06", at, SOURCE)
                    .with("problem", problem)
                    .with("lang", lang.clone())
                    .with("n", places.len().to_string()),
            );
        };
        let of = |states: &[PassageState]| -> Vec<&Beside> {
            all.iter().filter(|b| states.contains(&b.state)).collect()
        };
        let certificate = certificates.iter().find(|c| c.lang == *lang);
        let changed = of(&[PassageState::Changed]);
        let broken = certificate.is_some_and(|c| c.sha256 != whole(content, lang, hash));
        say(level, "changed_since_certified", changed, broken);
        let mut gaps = of(&[PassageState::Missing]);
        gaps.retain(|b| b.passage.prose);
        let mut late = of(&[PassageState::Outdated]);
        if certificate.is_some() {
            late.extend(of(&[PassageState::Translated]));
        }
        say(Level::Warn, "translation_incomplete", gaps, false);
        say(Level::Warn, "translation_outdated", late, false);
    }
    out
}
