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
    let chosen = content.get("legal_basis").and_then(Value::as_array);
    chosen
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let text = |name| entry.get(name).and_then(Value::as_str).unwrap_or_default();
            let role = BasisRole::from_code(text("role"))?;
            Some(sentence(role, text("instrument"), text("article"), lang))
        })
        .collect()
}

fn sentence(role: BasisRole, instrument: &str, article: &str, lang: Lang) -> String {
    let known = Catalogue::built_in().get(instrument);
    let title = known.map_or(instrument, |known| known.title.as_str());
    let title = words::instrument(lang, instrument, title);
    let args = [
        ("title", Arg::Text(&title)),
        ("instrument", Arg::Text(&title)),
        ("article", Arg::Text(article)),
    ];
    let council = instrument.starts_with(RESOLUTION);
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
    say(lang, key, &args)
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
