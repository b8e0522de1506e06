//! On what the request is made: one sentence for each entry of the legal basis that the officer chose, in their order.

use model::Lang;
use model::basis::{BasisRole, Catalogue};
use serde_json::Value;

use super::{say, word};
use crate::words::{self, Arg};

/// Resolutions of the Security Council are named so.
const RESOLUTION: &str = "S/RES/";
/// So is the law of a State.
const LAW: &str = "LAW-";

/// The sentences; none where the content names no basis.
pub(super) fn sentences(content: &Value, lang: Lang) -> Vec<String> {
    let kind = content.get("type").and_then(Value::as_str);
    let chosen = content.get("legal_basis").and_then(Value::as_array);
    chosen
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let text = |name| entry.get(name).and_then(Value::as_str).unwrap_or_default();
            let role = BasisRole::from_code(text("role"))?;
            Some(sentence(
                role,
                text("instrument"),
                (text("article"), kind.unwrap_or_default()),
                lang,
            ))
        })
        .collect()
}

fn sentence(
    role: BasisRole,
    instrument: &str,
    (article, kind): (&str, &str),
    lang: Lang,
) -> String {
    let known = Catalogue::built_in().get(instrument);
    let title = known.map_or(instrument, |known| known.title.as_str());
    let title = words::instrument(lang, instrument, title);
    let council = instrument.starts_with(RESOLUTION);
    // The sentence says that it is a resolution of the Council: what follows is its number and year.
    let title = match council {
        true => title.strip_prefix(RESOLUTION).unwrap_or(&title).to_owned(),
        false => title,
    };
    let article = &cited(article, lang, council);
    let args = [
        ("title", Arg::Text(&title)),
        ("instrument", Arg::Text(&title)),
        ("article", Arg::Text(article)),
    ];
    let key = match role {
        BasisRole::Reciprocity => return word(lang, "basis-letter-reciprocity"),
        BasisRole::Courtesy => return word(lang, "basis-letter-courtesy"),
        BasisRole::Procedure if instrument.starts_with(LAW) => {
            return word(lang, "basis-letter-procedure-law");
        }
        BasisRole::Basis if council => "basis-letter-council",
        BasisRole::Basis if article.is_empty() => "basis-letter-treaty-general",
        BasisRole::Basis => "basis-letter-treaty",
        BasisRole::Procedure if article.is_empty() => "basis-letter-procedure-general",
        BasisRole::Procedure => "basis-letter-procedure",
        BasisRole::Supporting if council => "basis-letter-supporting",
        BasisRole::Supporting if article.is_empty() => "basis-letter-supporting-general",
        BasisRole::Supporting => "basis-letter-supporting-article",
    };
    // What is agreed and not asked for says so.
    let own = format!("{kind}-{}", key.trim_start_matches("basis-"));
    words::try_say(lang, &own, &args)
        .filter(|_| words::has(lang, &own))
        .unwrap_or_else(|| say(lang, key, &args))
}

/// An article as a sentence of the language cites it: `9(2)` is « 9, paragraphe 2, » in French and `9, párrafo 2,` in Spanish, a
/// letter stands behind a blank there. Ranges stay as they are written.
fn cited(article: &str, lang: Lang, council: bool) -> String {
    let paragraph = match lang {
        Lang::Fr => "paragraphe",
        Lang::Es => "párrafo",
        _ => return article.to_owned(),
    };
    if article.contains(")-") || article.contains('–') {
        return article.to_owned();
    }
    let mut parts = article.split('(');
    let mut out = parts.next().unwrap_or_default().trim().to_owned();
    let mut paragraphs = false;
    for part in parts {
        let Some((inner, rest)) = part.split_once(')') else {
            return article.to_owned();
        };
        if !council && !inner.is_empty() && inner.chars().all(|c| c.is_ascii_digit()) {
            out.push_str(&format!(", {paragraph} {inner}"));
            paragraphs = true;
        } else {
            out.push_str(&format!(" {inner})"));
        }
        out.push_str(rest);
    }
    if paragraphs {
        out.push(',');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn each_entry_has_its_sentence_in_every_language() {
        let entry = |instrument: &str, article: &str, role: &str| json!({"instrument": instrument, "article": article, "role": role});
        let content = json!({"legal_basis": [
            entry("BOMBINGS-1997", "10", "basis"),
            entry("RMLA-CONV", "", "basis"),
            entry("S/RES/1373 (2001)", "1(c)", "basis"),
            entry("UNTOC-2000", "18(9)-(29)", "procedure"),
            entry("BIL-MLA-XA-XG", "", "procedure"),
            entry("LAW-XB", "", "procedure"),
            entry("reciprocity", "", "reciprocity"),
            entry("courtesy", "", "courtesy"),
            entry("S/RES/2322 (2016)", "13(a)", "supporting"),
            entry("FINANCING-1999", "8", "supporting"),
            entry("ETS-030", "", "supporting"),
            entry("BOMBINGS-1997", "10", "no such role"),
        ]});
        for lang in Lang::ALL {
            let said = sentences(&content, *lang);
            assert_eq!(said.len(), 11, "{lang}");
            for (place, sentence) in said.iter().enumerate() {
                assert!(!sentence.contains("basis-letter"), "{lang}: {sentence}");
                assert!(
                    !said.iter().skip(place + 1).any(|other| other == sentence),
                    "{lang}: {sentence}"
                );
            }
            let first = said.first().map(String::as_str).unwrap_or_default();
            let title = words::instrument(*lang, "BOMBINGS-1997", "");
            assert!(
                !title.is_empty() && first.contains("10") && first.contains(&*title),
                "{lang}: {first}"
            );
        }
        assert!(sentences(&json!({}), Lang::En).is_empty());
    }
}
